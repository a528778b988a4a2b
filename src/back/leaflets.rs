//! What leaves for those outside, gathered from the store: the desk prints it, the command line writes it.

use crate::domain::leaflet::{Leaflet, Paper};
use crate::domain::place::Contact;
use crate::domain::{IsoWeek, Trouble, Who};
use crate::exchange::sheet::{LeafletFormat, Of, SheetCx, leaflet};
use crate::protocol::question;
use crate::store::Store;

/// Makes a leaflet of what the store holds.
pub(super) fn made(
    store: &Store,
    what: Leaflet,
    cx: &SheetCx,
    who: Who,
    format: LeafletFormat,
) -> Result<Vec<u8>, Trouble> {
    let directory = || -> Result<Vec<Contact>, Trouble> {
        let (contacts, _) = store.ask(question::Directory, who, cx.now)?;
        Ok(contacts.into_iter().map(|kept| kept.what).collect())
    };
    let made = match what {
        Leaflet::Poster(week) => leaflet(Of::Poster { week, directory: &directory()? }, cx, format),
        Leaflet::Week(week) => {
            let page = store.ask(question::Week(week), who, cx.now)?;
            let of = Of::Week { week, half_days: &page.half_days, directory: &directory()? };
            leaflet(of, cx, format)
        }
        Leaflet::Planning { year, paper } => leaflet(Of::Planning { year, paper }, cx, format),
        Leaflet::Welcome(week) => {
            let pages: Vec<_> = store.ask(question::Booklet, who, cx.now)?.into_iter().map(|kept| kept.what).collect();
            leaflet(Of::Welcome { week, pages: &pages, directory: &directory()? }, cx, format)
        }
    };
    Ok(made?)
}

/// The name of its file.
pub(super) fn name(what: Leaflet) -> String {
    let of_week = |name: &str, week: IsoWeek| format!("{name}-{week}.pdf");
    match what {
        Leaflet::Poster(week) => of_week("affiche", week),
        Leaflet::Week(week) => of_week("semaine", week),
        Leaflet::Welcome(week) => of_week("accueil", week),
        Leaflet::Planning { year, paper: Paper::A4 } => format!("planning-{year}.pdf"),
        Leaflet::Planning { year, paper: Paper::A3 } => format!("planning-{year}-A3.pdf"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::back::{Fiction, Town, demo_store, whole};
    use crate::domain::place::secret::{Part, parts};
    use crate::domain::{Day, Now, PatientRef};
    use crate::words::{Lang, Words};

    /// What must not leave: file numbers and initials of points and agenda, and the codes of the booklet.
    fn secrets(store: &Store, weeks: &[IsoWeek], who: Who, now: Now) -> (BTreeSet<String>, BTreeSet<String>) {
        let threads = store.ask(question::Search(String::new()), who, now).unwrap();
        let mut patients: Vec<PatientRef> = threads.into_iter().filter_map(|t| t.item.patient).collect();
        for week in weeks {
            let page = store.ask(question::Week(*week), who, now).unwrap();
            patients.extend(page.entries.into_iter().filter_map(|kept| kept.what.what.patient));
        }
        let pages = store.ask(question::Booklet, who, now).unwrap();
        let texts = pages.iter().flat_map(|kept| parts(&kept.what.head.what.text));
        let codes = texts.filter_map(|part| match part {
            Part::Secret(code) => Some(code.to_owned()),
            Part::Plain(_) => None,
        });
        let initials = patients.iter().filter_map(|patient| patient.initials.clone());
        (patients.iter().map(|p| p.file.clone()).collect(), codes.chain(initials).collect())
    }

    #[test]
    fn no_patient_and_no_code_of_the_fictional_centres_leaves() {
        let now = Now::on(Day::ymd(2026, 11, 30).unwrap(), 8, 0);
        for centre in [Town::Ajain, Town::Bellegarde] {
            let (store, who) =
                demo_store(Fiction { centre, seed: 1, now, who: Some(crate::back::As::Coordination) }).unwrap();
            let weeks: Vec<IsoWeek> = (-3..3).map(|n| now.day.week().plus(n)).collect();
            let (files, texts) = secrets(&store, &weeks, who, now);
            assert!(files.len() > 50 && texts.len() > 50, "{} {}", files.len(), texts.len());
            let frame = whole(&store, who, now).unwrap();
            let words = Words::new(Lang::Fr).on(now.day);
            let author = frame.rota.people.short(who.author());
            let cx = SheetCx { words: &words, rota: &frame.rota, centre: &frame.centre, now, author, head: None };
            let of_weeks =
                weeks.iter().flat_map(|week| [Leaflet::Poster(*week), Leaflet::Week(*week), Leaflet::Welcome(*week)]);
            let plannings = [2025, 2026, 2027].map(|year| Leaflet::Planning { year, paper: Paper::A4 });
            for what in of_weeks.chain(plannings) {
                let text = String::from_utf8(made(&store, what, &cx, who, LeafletFormat::Text).unwrap()).unwrap();
                assert!(text.contains(&frame.centre.name) && text.contains("Valable jusqu'au"), "{text}");
                // A year is no file number, though one may be written the same.
                let numbers = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.starts_with("202"));
                let found: Vec<&str> = numbers.filter(|word| files.contains(*word)).collect();
                assert!(found.is_empty(), "{what:?}: {found:?}\n{text}");
                let found: Vec<&String> = texts.iter().filter(|secret| text.contains(*secret)).collect();
                assert!(found.is_empty(), "{what:?}: {found:?}\n{text}");
            }
        }
    }
}
