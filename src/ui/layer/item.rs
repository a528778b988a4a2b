//! A new point: patient, text, Ctrl-S is enough.

use super::Spec;
use super::parts::{self, get};
use super::word::{self, advice};
use crate::domain::act::{Act, HandoverAct, ItemAct, NewItem};
use crate::domain::draft::patient;
use crate::domain::{Detail, Gravity, ItemFacts, Kind, Msg, StayId};
use crate::protocol::Raw;
use crate::ui::Cx;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::widget::thread;

pub fn spec(cx: &Cx) -> Spec {
    let to = parts::first_addressee(cx);
    let due = cx.frame.rota.calendar.next_working(cx.now.day);
    let initials = if cx.frame.centre.names_allowed { "forms-field-name" } else { "forms-field-initials" };
    Spec {
        title: cx.t("forms-item-title"),
        intro: signed_stay(cx).map(|_| parts::plain(cx.t("forms-item-addendum"))).into_iter().collect(),
        fields: vec![
            Field::short("file", "forms-field-file"),
            Field::short("initials", initials),
            Field::short("birth_year", "forms-field-birth-year"),
            Field::text("text", "forms-field-text", 4),
            Field::text("plan", "forms-field-plan", 2),
            Field::new(
                "gravity",
                "forms-field-gravity",
                FieldKind::Choice(parts::options(&Gravity::ALL, Gravity::word, cx)),
            ),
            Field::short("due", "forms-field-due"),
            Field::new("to", "forms-field-to", FieldKind::Picker(parts::addressees(cx, to))),
            Field::new("kind", "forms-field-kind", FieldKind::Choice(parts::options(&Kind::ALL, Kind::word, cx))),
            Field::short("show_from", "forms-field-show-from"),
        ],
        raw: parts::raw([
            ("gravity", Gravity::Routine.word().to_owned()),
            ("due", parts::typed_day(Some(due), cx)),
            ("to", parts::typed_addressee(to)),
            ("kind", Kind::Care.word().to_owned()),
        ]),
    }
}

/// The patient, or nobody when the point is about the centre.
fn subject(reading: &mut Reading, raw: &Raw, cx: &Cx) -> Option<NewItem> {
    use chrono::Datelike;
    let (mut file, mut initials, mut year) = (get(raw, "file"), get(raw, "initials"), get(raw, "birth_year"));
    // Typed at once in the first field, the other two have nothing left to ask.
    let at_once = patient::split(file).filter(|_| initials.trim().is_empty() && year.trim().is_empty());
    if let Some(parts) = &at_once {
        [file, initials, year] = parts.each_ref().map(String::as_str);
        reading.hidden.extend(["initials", "birth_year"]);
    }
    let kind = parts::chosen(&Kind::ALL, Kind::word, get(raw, "kind")).unwrap_or(Kind::Care);
    if [file, initials, year].iter().all(|t| t.trim().is_empty()) {
        // Care without a patient is the centre's own business.
        let kind = if kind == Kind::Care { Kind::Centre } else { kind };
        reading.advise("file", cx.t("forms-item-centre"));
        return Some(NewItem { kind, patient: None, facts: ItemFacts::default() });
    }
    let this_year = cx.now.day.date().year();
    match patient::patient(file, initials, year, cx.frame.centre.names_allowed, this_year) {
        Ok(patient) => {
            if at_once.is_some() {
                reading.understood("file", thread::about(&patient, cx));
            } else if let Some(age) = patient::age(&patient, this_year) {
                let meant = patient.birth_year.map(|year| parts::year_meant(raw, year)).unwrap_or_default();
                let age = cx.words.say(&Msg::new("forms-age").with("age", i64::from(age)));
                reading.understood("birth_year", format!("{meant}{age}"));
            }
            Some(NewItem { kind, patient: Some(patient), facts: ItemFacts::default() })
        }
        Err((field, msg)) => {
            // A hidden field cannot say what is wrong.
            reading.wrong(if at_once.is_some() { "file" } else { field }, msg);
            None
        }
    }
}

/// The author's stay, when its transmission is signed: a further point is then added to it (rule 5).
fn signed_stay(cx: &Cx) -> Option<StayId> {
    cx.my_stay().map(|s| s.id).filter(|id| cx.frame.rota.is_signed(*id))
}

pub fn read(raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    let subject = subject(&mut reading, raw, cx);
    let word = word::parse(&mut reading, raw, Some(Msg::new("forms-item-text")), Detail::default(), cx);
    if let Some(word) = &word {
        parts::urgent_is_complete(&mut reading, word);
        advice(&mut reading, word, cx);
    }
    if let (Some(subject), Some(word), true) = (subject, word, reading.errors.is_empty()) {
        let act = match signed_stay(cx) {
            Some(stay) => {
                Act::Handover(HandoverAct::Addendum { stay, text: String::new(), item: Some((subject, word)) })
            }
            None => Act::Item(ItemAct::Open(subject, word)),
        };
        reading.ask = Some(parts::save_new(act, draft));
    }
    reading
}
