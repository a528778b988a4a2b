//! The centre's own facts: name, place, hours, closed half-days, and whether names may be kept.

use super::parts::{self, get};
use super::staff::weekday;
use super::{Form, Spec};
use crate::domain::account::Around;
use crate::domain::act::{CentreAct, NewCentre};
use crate::domain::centre::Opening;
use crate::domain::draft::{department, text, when};
use crate::domain::journal::MONTHS;
use crate::domain::rights::Right;
use crate::domain::school::Zone;
use crate::domain::{Centre, Day, Msg};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// Minutes after which an untouched desk may lock.
const LOCK: std::ops::RangeInclusive<u16> = 3..=30;

/// The centre's own facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CentreForm(pub Kept<Centre>);

impl Form for CentreForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let centre = &self.0.what;
        let hours = |(from, to): (u16, u16)| format!("{}-{}", cx.words.time(from), cx.words.time(to));
        let langs = [("fr", "français"), ("en", "English")].map(|(v, l)| (v.to_owned(), l.to_owned())).to_vec();
        Spec {
            title: cx.t("forms-centre-title"),
            intro: Vec::new(),
            fields: vec![
                Field::line("name", "forms-field-centre"),
                Field::line("commune", "forms-field-commune"),
                Field::short("department", "forms-field-department"),
                Field::short("opened", "forms-field-opened"),
                Field::short("morning", "forms-field-morning"),
                Field::short("afternoon", "forms-field-afternoon"),
                Field::line("closed", "forms-field-closed"),
                Field::new("names", "forms-field-names", FieldKind::Check),
                Field::new("words", "forms-field-words", FieldKind::Check),
                Field::new("lang", "forms-field-lang", FieldKind::Choice(langs)),
                Field::short("lock", "forms-field-lock"),
                Field::short("slot", "forms-field-slot"),
                Field::short("result_days", "forms-field-result-days"),
                Field::short("before", "forms-field-account-before"),
                Field::short("after", "forms-field-account-after"),
                Field::short("journal", "forms-field-journal"),
                Field::new("zone", "forms-field-zone", FieldKind::Choice(zones(cx))),
                Field::short("guide", "forms-field-guide"),
            ],
            raw: parts::raw([
                ("name", centre.name.clone()),
                ("commune", centre.commune.clone()),
                ("department", centre.department.clone()),
                ("zone", centre.own_zone.map_or("", Zone::word).to_owned()),
                ("opened", parts::typed_day(Some(centre.opened), cx)),
                ("morning", hours(centre.opening.morning)),
                ("afternoon", hours(centre.opening.afternoon)),
                ("closed", closed_shown(&centre.opening, cx)),
                ("names", if centre.names_allowed { "1" } else { "" }.to_owned()),
                ("words", if centre.words_for_all { "1" } else { "" }.to_owned()),
                ("lang", centre.lang.clone()),
                ("lock", centre.lock_minutes.to_string()),
                ("slot", centre.slot_minutes.to_string()),
                ("result_days", centre.result_days.to_string()),
                ("guide", centre.guide_months.to_string()),
                ("journal", centre.journal_months.to_string()),
                ("before", centre.around.before.to_string()),
                ("after", centre.around.after.to_string()),
            ]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let new = facts(&mut reading, raw, cx);
        if let Some(new) = new {
            reading.ask = Some(Ask::on(&self.0, CentreAct::Edit(new)));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some("centre".to_owned())
    }

    fn right(&self) -> Right {
        Right::Centre
    }

    fn theirs(&self) -> Option<Query> {
        Some(Query::Frame)
    }

    fn renew(&mut self, _page: &Page, cx: &Cx) -> bool {
        self.0 = cx.frame.kept_centre();
        true
    }
}

/// Closed half-days as the form holds and shows them: `jeu. après-midi, dim.`
fn closed_shown(opening: &Opening, cx: &Cx) -> String {
    let monday = cx.now.day.week().monday();
    let closed = (0..7_i32).zip(opening.open).filter_map(|(n, open)| {
        let name = cx.words.weekday(monday.plus(n));
        match open {
            (true, true) => None,
            (false, false) => Some(name),
            (false, true) => Some(format!("{name} {}", cx.t("forms-morning"))),
            (true, false) => Some(format!("{name} {}", cx.t("forms-afternoon"))),
        }
    });
    closed.collect::<Vec<_>>().join(", ")
}

/// Reads `jeu après-midi, sam après-midi, dim`.
fn closed(typed: &str) -> Result<[(bool, bool); 7], Msg> {
    let mut open = [(true, true); 7];
    for part in text::fold(typed).split([',', ';']).filter(|p| !p.trim().is_empty()) {
        let wrong = || Msg::new("forms-closed").with("text", part.trim().to_owned());
        let mut words = part.split_whitespace();
        let day = words.next().and_then(weekday).ok_or_else(wrong)?;
        match words.collect::<String>().as_str() {
            "" => open[day] = (false, false),
            "matin" | "am" | "morning" => open[day].0 = false,
            "apres-midi" | "apresmidi" | "aprem" | "pm" | "afternoon" => open[day].1 = false,
            _ => return Err(wrong()),
        }
    }
    Ok(open)
}

/// Reads `8:30-12:30`.
fn hours(typed: &str) -> Result<(u16, u16), Msg> {
    let folded = text::fold(typed).replace(['–', '—'], "-").replace(" a ", "-").replace(" to ", "-");
    let (from, to) = folded.split_once('-').ok_or_else(|| Msg::new("forms-hours"))?;
    let (from, to) = (when::minute(from)?, when::minute(to)?);
    if from < to { Ok((from, to)) } else { Err(Msg::new("forms-hours")) }
}

/// That of the department, or one of the three.
fn zones(cx: &Cx) -> Vec<(String, String)> {
    let own = Zone::ALL.map(|zone| (zone.word().to_owned(), zone.word().to_owned()));
    [(String::new(), cx.t("forms-zone-department"))].into_iter().chain(own).collect()
}

/// The zone of the school holidays where one was chosen; else says which is that of the department.
fn zone(reading: &mut Reading, raw: &Raw, department: Option<&str>) -> Option<Zone> {
    let chosen = Zone::ALL.into_iter().find(|zone| zone.word() == get(raw, "zone"));
    let usual = department.map(Zone::of_department).filter(|_| raw.contains_key("zone") && chosen.is_none());
    if let Some(usual) = usual {
        reading.understood("zone", usual.map_or("—", Zone::word).to_owned());
    }
    chosen
}

/// The day of the opening, which lies in the past: no day is guessed here.
fn opened(reading: &mut Reading, raw: &Raw, cx: &Cx) -> Option<Day> {
    parts::needed_day(reading, raw, "opened", cx)
}

/// Minutes after which an untouched desk locks; a centre that is being made starts with the usual ones.
fn lock(reading: &mut Reading, raw: &Raw, cx: &Cx) -> Option<u16> {
    let Some(typed) = raw.get("lock") else { return Some(cx.frame.centre.lock_minutes) };
    let minutes = typed.trim().trim_end_matches("min").trim().parse().ok().filter(|minutes| LOCK.contains(minutes));
    let wrong = || Msg::new("forms-lock").with("from", usize::from(*LOCK.start())).with("to", usize::from(*LOCK.end()));
    reading.take("lock", minutes.ok_or_else(wrong))
}

/// Months after which a page of the booklet is to be checked; a centre that is being made starts with the usual ones.
fn guide(reading: &mut Reading, raw: &Raw, cx: &Cx) -> Option<u16> {
    let Some(typed) = raw.get("guide") else { return Some(cx.frame.centre.guide_months) };
    let months = typed.trim().trim_end_matches("mois").trim().parse().ok().filter(|months| (1..=60).contains(months));
    reading.take("guide", months.ok_or_else(|| Msg::new("forms-guide")))
}

/// Months that the journal of accesses is kept; a centre that is being made starts with the usual ones.
fn journal(reading: &mut Reading, raw: &Raw, cx: &Cx) -> Option<u16> {
    let Some(typed) = raw.get("journal") else { return Some(cx.frame.centre.journal_months) };
    let months = typed.trim().trim_end_matches("mois").trim().parse().ok().filter(|months| MONTHS.contains(months));
    let (from, to) = (usize::from(*MONTHS.start()), usize::from(*MONTHS.end()));
    reading.take("journal", months.ok_or_else(|| Msg::new("forms-journal").with("from", from).with("to", to)))
}

/// Days in which a doctor's account is open beside a stay; where it is not asked, those of before.
fn around(reading: &mut Reading, raw: &Raw, field: &'static str, now: u16) -> Option<u16> {
    let days = parts::count(reading, raw, field, u32::from(Around::MOST))?;
    Some(days.and_then(|days| u16::try_from(days).ok()).unwrap_or(now))
}

/// Length of an ordinary consultation; where it is not asked, that of before.
fn slot(typed: &str, before: u16) -> Result<u16, Msg> {
    if typed.trim().is_empty() {
        return Ok(before);
    }
    when::length(typed).ok().filter(|n| (5..=60).contains(n)).ok_or_else(|| Msg::new("forms-slot"))
}

/// Days after the expected one when a result is late; where it is not asked, those of before.
fn result_days(reading: &mut Reading, raw: &Raw, cx: &Cx) -> Option<u16> {
    let days = parts::count(reading, raw, "result_days", 60)?;
    reading.advise("result_days", cx.t("forms-result-days-hint"));
    Some(days.and_then(|days| u16::try_from(days).ok()).unwrap_or(cx.frame.centre.result_days))
}

/// The centre's facts, once every field is right.
pub(super) fn facts(reading: &mut Reading, raw: &Raw, cx: &Cx) -> Option<NewCentre> {
    let name = parts::needed_line(reading, raw, "name");
    let commune = parts::needed_line(reading, raw, "commune");
    let department = reading.take("department", department::parse(get(raw, "department")));
    if let Some(name) = department.and_then(department::name) {
        reading.understood("department", name.to_owned());
    }
    let zone = zone(reading, raw, department);
    let opened = opened(reading, raw, cx);
    let morning = reading.take("morning", hours(get(raw, "morning")));
    let afternoon = reading.take("afternoon", hours(get(raw, "afternoon")));
    if let (Some(morning), Some(afternoon)) = (morning, afternoon)
        && afternoon.0 < morning.1
    {
        reading.wrong("afternoon", Msg::new("forms-hours-order"));
    }
    let open = reading.take("closed", closed(get(raw, "closed")));
    let slot = reading.take("slot", slot(get(raw, "slot"), cx.frame.centre.slot_minutes));
    let result_days = result_days(reading, raw, cx);
    // Both answers stand under the question, whichever is chosen (rule 24).
    for answer in ["forms-names-yes", "forms-names-no"] {
        reading.advise("names", cx.t(answer));
    }
    // A centre that is being made is not asked.
    let words = raw.get("words").map_or(cx.frame.centre.words_for_all, |typed| typed == "1");
    if raw.contains_key("words") {
        reading.advise("words", cx.t("forms-words-hint"));
    }
    let lock = lock(reading, raw, cx);
    let guide = guide(reading, raw, cx);
    let journal = journal(reading, raw, cx);
    let before = around(reading, raw, "before", cx.frame.centre.around.before);
    let after = around(reading, raw, "after", cx.frame.centre.around.after);
    let new = (|| {
        let opening = Opening { morning: morning?, afternoon: afternoon?, open: open? };
        Some(NewCentre {
            name: name?,
            commune: commune?,
            department: department?.to_owned(),
            opened: opened?,
            opening,
            names_allowed: get(raw, "names") == "1",
            lang: get(raw, "lang").to_owned(),
            lock_minutes: lock?,
            backup_folder: cx.frame.centre.backup_folder.clone(),
            slot_minutes: slot?,
            result_days: result_days?,
            guide_months: guide?,
            own_zone: zone,
            words_for_all: words,
            around: Around { before: before?, after: after? },
            journal_months: journal?,
        })
    })();
    if let Some(new) = &new {
        let shown = closed_shown(&new.opening, cx);
        reading.understood("closed", if shown.is_empty() { cx.t("forms-closed-none") } else { shown });
    }
    new.filter(|_| reading.errors.is_empty())
}
