//! What leaves for those outside, gathered from the store: the desk prints it, the command line writes it.

use super::whole;
use crate::domain::leaflet::{CalendarOf, Leaflet, Paper};
use crate::domain::place::Contact;
use crate::domain::table::Table;
use crate::domain::{IsoWeek, Msg, StayId, Trouble, Who};
use crate::exchange::agenda::{LentOf, StaysOf};
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
        Leaflet::Differences { year } => {
            let found = store.ask(question::Differences(year), who, cx.now)?;
            leaflet(Of::Differences { year, found: &found }, cx, format)
        }
        Leaflet::Welcome(week) => {
            let pages: Vec<_> = store.ask(question::Booklet, who, cx.now)?.into_iter().map(|kept| kept.what).collect();
            leaflet(Of::Welcome { week, pages: &pages, directory: &directory()? }, cx, format)
        }
        Leaflet::Calendar(of) => return calendar(store, of, cx, who),
    };
    Ok(made?)
}

/// The stays of a doctor or a post as a calendar, which has one format.
fn calendar(store: &Store, of: CalendarOf, cx: &SheetCx, who: Who) -> Result<Vec<u8>, Trouble> {
    if let CalendarOf::Asset(asset) = of {
        return bookings(store, asset, cx, who);
    }
    let revs = whole(store, who, cx.now)?.revs;
    let rev = |stay: StayId| revs.get(&Table::STAY.row(stay.0)).map_or(0, |rev| rev.0);
    let identity = store.identity()?;
    let stays =
        StaysOf { words: cx.words, rota: cx.rota, centre: cx.centre, now: cx.now, identity: &identity, rev: &rev };
    Ok(stays.write(of).into_bytes())
}

/// The bookings of something that is lent as a calendar.
fn bookings(store: &Store, asset: i64, cx: &SheetCx, who: Who) -> Result<Vec<u8>, Trouble> {
    let file = store.ask(question::Asset(asset), who, cx.now)?.ok_or_else(|| Msg::new("store-gone"))?;
    let (SheetCx { words, rota, centre, now, .. }, identity) = (cx, store.identity()?);
    let lent = LentOf { words, rota, centre, now: *now, identity: &identity, file: &file };
    Ok(lent.write().into_bytes())
}

/// The name of its file.
pub(super) fn name(what: Leaflet) -> String {
    let of_week = |name: &str, week: IsoWeek| format!("{name}-{week}.pdf");
    match what {
        Leaflet::Poster(week) => of_week("affiche", week),
        Leaflet::Week(week) => of_week("semaine", week),
        Leaflet::Welcome(week) => of_week("accueil", week),
        Leaflet::Differences { year } => format!("regards-croises-{year}.pdf"),
        Leaflet::Calendar(CalendarOf::Doctor(doctor)) => format!("sejours-medecin-{doctor}.ics"),
        Leaflet::Calendar(CalendarOf::Post(post)) => format!("sejours-poste-{post}.ics"),
        Leaflet::Calendar(CalendarOf::Asset(asset)) => format!("reservations-{asset}.ics"),
        Leaflet::Planning { year, paper: Paper::A4 } => format!("planning-{year}.pdf"),
        Leaflet::Planning { year, paper: Paper::A3 } => format!("planning-{year}-A3.pdf"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::back::{Fiction, Town, demo_store, may_take};
    use crate::domain::act::{NewStay, PeopleAct, StayAct};
    use crate::domain::place::secret::{Part, parts};
    use crate::domain::stay::Withdrawal;
    use crate::domain::{Day, Now, PatientRef, PersonId, Role, StayState};
    use crate::store::testing::{Desk, GARNIER, POST, s, someone};
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
    fn the_team_takes_out_what_is_of_the_place_and_whoever_reads_the_rota_the_planning() {
        let mut desk = Desk::new();
        let mut all = vec![GARNIER, desk.doctor("Vidal")];
        for (id, role) in (3..).zip([Role::Nurse, Role::HeadOffice, Role::FiguresOnly]) {
            desk.act(GARNIER, PeopleAct::Add(someone("Anne", &format!("P{id}"), role)));
            all.push(PersonId(id));
        }
        let may = |what: Leaflet| {
            let may = |who: &PersonId| may_take(&desk.store, what.right(), None, Who::is(*who), desk.now).is_ok();
            all.iter().map(|who| if may(who) { 'x' } else { '.' }).collect::<String>()
        };
        let week = s(49);
        for what in
            [Leaflet::Poster(week), Leaflet::Week(week), Leaflet::Welcome(week), Leaflet::Differences { year: 2026 }]
        {
            assert_eq!(may(what), "x.x..", "{what:?}");
        }
        for what in [Leaflet::Planning { year: 2026, paper: Paper::A4 }, Leaflet::Calendar(CalendarOf::Post(POST))] {
            assert_eq!(may(what), "xxxx.", "{what:?}");
        }
    }

    /// What a post's calendar says of the first stay: its name, its sequence, its first day, its status.
    fn first(desk: &Desk) -> [String; 4] {
        let who = Who::is(GARNIER);
        let frame = whole(&desk.store, who, desk.now).unwrap();
        let words = Words::new(Lang::Fr);
        let (rota, centre, now) = (&frame.rota, &frame.centre, desk.now);
        let cx = SheetCx { words: &words, rota, centre, now, author: String::new(), head: None };
        let what = Leaflet::Calendar(CalendarOf::Post(POST));
        let file = String::from_utf8(made(&desk.store, what, &cx, who, LeafletFormat::Text).unwrap()).unwrap();
        let file = file.replace("\r\n ", "");
        let event = &file[file.find("BEGIN:VEVENT").unwrap()..];
        let value = |name: &str| {
            let line = event.lines().find(|line| line.starts_with(name)).unwrap();
            line.rsplit(':').next().unwrap().to_owned()
        };
        ["UID", "SEQUENCE", "DTSTART", "STATUS"].map(value)
    }

    #[test]
    fn what_is_done_to_a_stay_raises_its_sequence_under_the_same_name_and_so_does_what_is_undone() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(49));
        let sequence = |told: &[String; 4]| told[1].parse::<i64>().unwrap();
        let added = first(&desk);
        assert_eq!(added[2..], ["20261130", "CONFIRMED"]);
        let tuesday = s(49).monday().plus(1);
        let later = NewStay::plain(POST, vidal, tuesday, s(49).monday().plus(5), StayState::Confirmed);
        desk.act(GARNIER, StayAct::Edit(stay, later));
        let moved = first(&desk);
        assert_eq!((&moved[0], &moved[2][..]), (&added[0], "20261201"));
        desk.act(GARNIER, StayAct::Cancel(stay, Withdrawal::told(desk.now.day, "malade")));
        let cancelled = first(&desk);
        assert_eq!((&cancelled[0], &cancelled[3][..]), (&added[0], "CANCELLED"));
        desk.store.undo(Who::is(GARNIER), desk.now);
        let undone = first(&desk);
        assert_eq!((&undone[0], &undone[3][..]), (&added[0], "CONFIRMED"));
        let all = [&added, &moved, &cancelled, &undone].map(sequence);
        assert!(all.windows(2).all(|two| two[0] < two[1]), "{all:?}");
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
            let posts = frame.rota.posts.iter().map(|post| CalendarOf::Post(post.id));
            let assets = store.ask(question::Prepared, who, now).unwrap().assets;
            assert!(!assets.is_empty());
            let assets = assets.into_iter().map(|asset| CalendarOf::Asset(asset.what.id));
            let calendars = posts.chain(assets).map(Leaflet::Calendar);
            let differences = [2025, 2026].map(|year| Leaflet::Differences { year });
            for what in of_weeks.chain(plannings).chain(differences).chain(calendars) {
                let text = String::from_utf8(made(&store, what, &cx, who, LeafletFormat::Text).unwrap()).unwrap();
                // The name of an event, its sequence and its days are numbers of its own.
                let own = ["UID:", "SEQUENCE:", "DTSTAMP", "DTSTART", "DTEND", "TZ"];
                let kept = text.lines().filter(|line| !own.iter().any(|name| line.starts_with(name)));
                let text = kept.collect::<Vec<_>>().join("\n");
                assert!(text.contains(&frame.centre.name), "{text}");
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
