//! An appointment, a visit or an event: on a free cell a patient and Enter is enough.
//!
//! The first field takes a patient or a title: what begins with a file number is booked for a patient,
//! any other text is the name of an event.

use chrono::Datelike;

use super::parts::{self, get};
use super::{Enter, Form, Spec};
use crate::domain::act::AgendaAct;
use crate::domain::agenda::{Clash, EntryKind, NewEntry, OnClash, clashes};
use crate::domain::draft::text::fold;
use crate::domain::draft::{patient, when};
use crate::domain::rights::Right;
use crate::domain::{Day, EntryId, ItemId, Msg, PatientRef, PostId};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::point;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx, Glyph, Meaning};

/// Minutes of a visit, the way included.
const VISIT: u16 = 40;
/// Minutes of a meeting.
const MEETING: u16 = 60;
/// The value of the choice that stands for the whole centre.
const CENTRE: &str = "0";

/// An appointment, a visit or an event: what it is, or what the cell suggests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryForm {
    pub known: Option<Kept<EntryId>>,
    pub base: NewEntry,
}

impl Form for EntryForm {
    fn right(&self) -> Right {
        Right::Agenda
    }

    fn spec(&self, cx: &Cx) -> Spec {
        let mut posts: Vec<(String, String)> =
            cx.frame.rota.posts.iter().map(|p| (p.id.to_string(), p.name.clone())).collect();
        posts.push((CENTRE.to_owned(), cx.t("forms-entry-centre")));
        let base = &self.base;
        let known = self.known.is_some();
        let length = if base.minutes > 0 && base.start.is_some() { base.minutes.to_string() } else { String::new() };
        let who = base.patient.as_ref().map_or_else(|| base.title.clone(), typed_patient);
        let title = if base.patient.is_some() { base.title.clone() } else { String::new() };
        Spec {
            title: cx.t(if known { "forms-entry-edit" } else { "forms-entry-new" }),
            intro: vec![(Meaning::Dim, cx.t("forms-entry-intro"))],
            fields: vec![
                Field::line("who", "forms-field-who"),
                Field::new(
                    "kind",
                    "forms-field-entry-kind",
                    FieldKind::Choice(parts::options(&EntryKind::ALL, EntryKind::word, cx)),
                ),
                Field::short("day", "forms-field-day"),
                Field::short("start", "forms-field-hour"),
                Field::short("length", "forms-field-length"),
                Field::short("to", "forms-field-last-day"),
                Field::new("post", "forms-field-post", FieldKind::Choice(posts)),
                Field::line("place", "forms-field-where"),
                Field::line("title", "forms-field-precision"),
                Field::short("item", "forms-field-linked"),
            ],
            raw: parts::raw([
                ("who", who),
                ("kind", base.kind.word().to_owned()),
                ("day", parts::typed_day(Some(base.day), cx)),
                ("start", base.start.map(|s| cx.words.time(s)).unwrap_or_default()),
                ("length", length),
                ("to", parts::typed_day(Some(base.to).filter(|to| *to > base.day), cx)),
                ("post", base.post.map_or_else(|| CENTRE.to_owned(), |p| p.to_string())),
                ("place", base.place.clone()),
                ("title", title),
                ("item", base.item.map(|i| i.0.to_string()).unwrap_or_default()),
            ]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let chosen =
            parts::chosen(&EntryKind::ALL, EntryKind::word, get(raw, "kind")).unwrap_or(EntryKind::Consultation);
        let who = who(&mut reading, raw, chosen, cx);
        // A title without a patient is an event, whatever the half-day is for.
        let kind = match &who {
            Some(Who::Title(title)) if chosen.is_appointment() && !self.is_round(title, chosen) => {
                let kind = event_of(title, cx);
                let word = Msg::new(kind.word());
                reading.understood("kind", cx.words.say(&Msg::new("forms-entry-event").with("kind", word)));
                kind
            }
            _ => chosen,
        };
        let patient = match &who {
            Some(Who::Patient(patient)) => Some(patient.clone()),
            _ => None,
        };
        if !matches!(who, Some(Who::Patient(_))) {
            reading.hidden.push("title");
        }
        if kind.is_appointment() && kind != EntryKind::Visit {
            reading.hidden.push("place");
        }
        let times = times(&mut reading, raw, kind, cx);
        let post = post(&mut reading, raw, kind, cx);
        let place = parts::line(&mut reading, raw, "place");
        let title = match who {
            // Where several live: who is visited is the place.
            Some(Who::Title(title)) if kind == EntryKind::Visit => Some(title),
            // What only names its kind is no title: the kind is said anyway.
            Some(Who::Title(title)) if fold(&title) == fold(&cx.t(kind.word())) => Some(String::new()),
            Some(Who::Title(title)) => Some(title),
            _ => parts::line(&mut reading, raw, "title"),
        };
        let number = |typed: &str| {
            let digits = typed.trim().trim_start_matches(['n', 'N', '°', ' ', '\u{a0}']);
            digits.parse().map(ItemId).map_err(|_| Msg::new("forms-entry-item"))
        };
        let item = parts::maybe(&mut reading, raw, "item", number);
        let new = (|| {
            let (day, to, start, minutes) = times?;
            Some(NewEntry {
                kind,
                post: post?,
                day,
                to,
                start,
                minutes,
                patient,
                title: title?,
                place: place?,
                item: item?,
            })
        })();
        let Some(new) = new.filter(|_| reading.errors.is_empty()) else { return reading };
        foresee(&mut reading, &new, cx);
        let act = match &self.known {
            Some(known) => AgendaAct::Edit(known.what, new, OnClash::Ask),
            None => AgendaAct::Add(new, OnClash::Ask),
        };
        reading.ask = Some(Ask::over(self.known.as_ref(), act));
        reading
    }

    fn unnamed(&self, raw: &Raw, _cx: &Cx) -> Option<(&'static str, String)> {
        let typed = get(raw, "who").trim();
        Some(("who", typed.to_owned())).filter(|_| !typed.is_empty() && !typed.contains(' '))
    }

    fn named(&self, _raw: &Raw, who: &PatientRef) -> Raw {
        parts::raw([("who", typed_patient(who))])
    }

    fn draft(&self) -> Option<DraftKey> {
        let base = &self.base;
        Some(match &self.known {
            // A new one belongs to its cell: elsewhere one begins anew.
            None => {
                let (post, start) = (base.post.map(|p| p.to_string()), base.start.map(|s| s.to_string()));
                let (post, start) = (post.unwrap_or_default(), start.unwrap_or_default());
                format!("entry/new/{}/{start}/{post}", base.day.date())
            }
            Some(known) => format!("entry/{}", known.what),
        })
    }

    /// On a free cell a patient and Enter is enough.
    fn enter(&self) -> Enter {
        Enter::Saves
    }

    fn footer(&self, held: bool) -> Option<&'static str> {
        Some(if held { "forms-footer-entry-held" } else { "forms-footer-entry" })
    }

    fn theirs(&self) -> Option<Query> {
        self.known.as_ref().map(|known| Query::Entry(known.what))
    }

    fn renew(&mut self, page: &Page, _cx: &Cx) -> bool {
        let (Some(known), Page::Entry(Some(found))) = (&mut self.known, page) else { return false };
        known.rev = found.rev;
        self.base = found.what.what.clone();
        true
    }
}

impl EntryForm {
    /// Whether it stays a visit to where several live, as it was proposed or is known.
    fn is_round(&self, title: &str, chosen: EntryKind) -> bool {
        let base = &self.base;
        chosen == EntryKind::Visit
            && base.kind == EntryKind::Visit
            && base.patient.is_none()
            && !base.title.is_empty()
            && fold(title) == fold(&base.title)
    }
}

pub(super) fn typed_patient(patient: &PatientRef) -> String {
    let year = patient.birth_year.map(|y| y.to_string());
    let parts = [Some(patient.file.clone()), patient.initials.clone(), year];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The first field: a patient, a title, or nothing yet.
enum Who {
    Patient(PatientRef),
    Title(String),
}

/// The event a title tells of.
fn event_of(title: &str, cx: &Cx) -> EntryKind {
    let title = fold(title);
    let events = EntryKind::ALL.into_iter().filter(|k| !k.is_appointment() && *k != EntryKind::Other);
    events.into_iter().find(|k| title.contains(&fold(&cx.t(k.word())))).unwrap_or(EntryKind::Other)
}

fn who(reading: &mut Reading, raw: &Raw, chosen: EntryKind, cx: &Cx) -> Option<Who> {
    let typed = parts::line(reading, raw, "who")?;
    let numbered = typed.split_whitespace().next().is_some_and(|word| word.chars().any(|c| c.is_ascii_digit()));
    if typed.is_empty() && chosen.is_appointment() {
        reading.wrong("who", Msg::new("forms-entry-who"));
        return None;
    }
    if !numbered {
        return Some(Who::Title(typed));
    }
    let [file, initials, year] = patient::split(&typed).unwrap_or([typed.clone(), String::new(), String::new()]);
    let names = cx.frame.centre.names_allowed;
    match patient::patient(&file, &initials, &year, names, cx.now.day.date().year()) {
        Ok(patient) => {
            let about = point::about(&patient, cx);
            reading.understood("who", cx.words.say(&Msg::new("week-file").with("file", about)));
            Some(Who::Patient(patient))
        }
        // `2e réunion`, where an event was chosen.
        Err(_) if !chosen.is_appointment() => Some(Who::Title(typed)),
        Err((_, msg)) => {
            reading.wrong("who", msg);
            None
        }
    }
}

/// Day, hour and length; what was understood stands beside the length.
fn times(reading: &mut Reading, raw: &Raw, kind: EntryKind, cx: &Cx) -> Option<(Day, Day, Option<u16>, u16)> {
    let day = parts::needed_day(reading, raw, "day", cx);
    let start = parts::maybe(reading, raw, "start", when::minute);
    if kind.is_appointment() && start == Some(None) {
        reading.wrong("start", Msg::new("forms-entry-hour"));
    }
    if start == Some(None) {
        reading.hidden.push("length");
        let to = parts::day(reading, raw, "to", cx)?;
        let day = day?;
        reading.advise("start", cx.t("forms-entry-whole-day"));
        if to.is_some_and(|to| to < day) {
            reading.wrong("to", Msg::new("forms-to-before-from"));
        }
        return Some((day, to.unwrap_or(day), None, 0));
    }
    reading.hidden.push("to");
    let usual = match kind {
        EntryKind::Visit => VISIT,
        EntryKind::Meeting => MEETING,
        _ => cx.frame.centre.slot_minutes,
    };
    let length = parts::maybe(reading, raw, "length", when::length)?.unwrap_or(usual);
    let (day, start) = (day?, start??);
    if start + length > 1440 {
        reading.wrong("length", Msg::new("store-entry-crosses-midnight"));
        return None;
    }
    let dash = if cx.look.ascii { "-" } else { "–" };
    let hours = format!("{}{dash}{}", cx.words.time(start), cx.words.time(start + length));
    let msg = Msg::new("forms-entry-until").with("hours", hours);
    reading.understood("length", cx.words.say(&msg.with("count", usize::from(length))));
    Some((day, day, Some(start), length))
}

/// A post, or the whole centre for an event.
#[expect(clippy::option_option, reason = "outside: whether it could be read; inside: whether there is one")]
fn post(reading: &mut Reading, raw: &Raw, kind: EntryKind, cx: &Cx) -> Option<Option<PostId>> {
    let posts = &cx.frame.rota.posts;
    if kind.is_appointment() && posts.len() == 1 {
        reading.hidden.push("post");
        return Some(posts.first().map(|p| p.id));
    }
    let post = get(raw, "post").parse().ok().map(PostId).filter(|id| posts.iter().any(|p| p.id == *id));
    if kind.is_appointment() && post.is_none() {
        reading.wrong("post", Msg::new("forms-entry-post"));
        return None;
    }
    Some(post)
}

/// What the calendar has against it, told while one types; the hours taken are known when it is saved.
fn foresee(reading: &mut Reading, entry: &NewEntry, cx: &Cx) {
    // The types of half-days that were decided are the store's to know.
    for clash in clashes(entry, None, &[], &[], &cx.frame.rota) {
        if !matches!(clash, Clash::ClosedHalf(_)) {
            let said = crate::ui::layer::clash::sentence(&clash, entry, cx);
            reading.advise("start", format!("{} {said}", cx.look.glyph(Glyph::Alert)));
        }
    }
}
