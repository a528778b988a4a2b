//! A point in a few words: what it is about, who follows it, who said something, by when.

use crate::domain::briefing::why_held;
use crate::domain::holder::holder;
use crate::domain::{Holder, Item, Msg, PatientRef, PersonId, Role, Thread};
use crate::ui::{Cx, Glyph, Meaning};

/// The subject: `dossier 1243 · M.D. 1948 (78 ans)`, or the point's number and kind.
#[must_use]
pub fn subject(item: &Item, cx: &Cx) -> String {
    let Some(patient) = &item.patient else {
        let msg = Msg::new("thread-number").with("item", item.id.to_string());
        return format!("{} · {}", cx.words.say(&msg), cx.t(item.kind.word()));
    };
    let file = cx.words.say(&Msg::new("thread-file").with("file", patient.file.clone()));
    let ald = if item.facts.ald { format!(" · {}", cx.t("thread-ald")) } else { String::new() };
    format!("{file}{}{ald}", after_file(patient, cx))
}

/// What a point is about, in a line of other things: `dossier 1243 · M.D. 1948 (78 ans)`, or `point n° 119` when it is
/// about the centre.
#[must_use]
pub fn reference(item: &Item, cx: &Cx) -> String {
    let Some(patient) = &item.patient else {
        return cx.words.say(&Msg::new("register-point").with("item", item.id.to_string()));
    };
    let file = cx.words.say(&Msg::new("thread-file").with("file", patient.file.clone()));
    format!("{file}{}", after_file(patient, cx))
}

/// The patient without the word: `1243 · M.D. 1948 (78 ans)`.
#[must_use]
pub fn about(patient: &PatientRef, cx: &Cx) -> String {
    cx.words.patient(patient, cx.now.day)
}

/// Initials, year of birth and age.
fn after_file(patient: &PatientRef, cx: &Cx) -> String {
    about(patient, cx).split_off(patient.file.len())
}

/// The subject in a narrow list: `1243 M.D.`, or the first words of a point about the centre.
#[must_use]
pub fn subject_short(thread: &Thread, cx: &Cx) -> String {
    match &thread.item.patient {
        Some(p) => [p.file.as_str(), p.initials.as_deref().unwrap_or_default()].join(" ").trim_end().to_owned(),
        None => thread.words().next().map_or_else(|| cx.t(thread.item.kind.word()), |r| r.text.clone()),
    }
}

/// Who follows the point, and why when the coordination does so for someone else.
#[must_use]
pub fn followed_by(thread: &Thread, cx: &Cx) -> String {
    let rota = &cx.frame.rota;
    let msg = match holder(thread, rota, cx.now) {
        Holder::Person(id) => Msg::new("thread-followed").with("who", rota.people.short(id)),
        Holder::Role(Role::Coordination) => Msg::new("thread-followed-coordination"),
        Holder::Role(Role::Assistant) => Msg::new("thread-followed-assistant"),
        Holder::Role(Role::Nurse) => Msg::new("thread-followed-nurse"),
        Holder::Role(role) => Msg::new("thread-followed").with("who", Msg::new(role.word())),
    };
    let said = cx.words.say(&msg);
    match why_held(thread, rota, cx.now) {
        Some(why) => format!("{said} ({})", cx.words.say(&why)),
        None => said,
    }
}

/// Everyone who said a word on it, newest first: `Aubert ← Vidal`.
#[must_use]
pub fn chain(thread: &Thread, cx: &Cx) -> String {
    let mut names: Vec<PersonId> = thread.relays.iter().rev().map(|r| r.author).collect();
    names.dedup();
    let back = format!(" {} ", cx.look.glyph(Glyph::Back));
    names.into_iter().map(|id| family(id, cx)).collect::<Vec<_>>().join(&back)
}

/// By when: `pour mar. 15/12`, late, or how it ended. With what it means.
#[must_use]
pub fn due(thread: &Thread, cx: &Cx) -> Option<(String, Meaning)> {
    let head = thread.head();
    if let Some(outcome) = head.outcome {
        let msg = Msg::new("thread-ended").with("outcome", Msg::new(outcome.word()));
        return Some((cx.words.say(&msg), Meaning::Good));
    }
    if let Some(week) = head.show_from.filter(|w| *w > cx.now.day.week()) {
        return Some((cx.words.say(&Msg::new("thread-show-from").with("week", week)), Meaning::Dim));
    }
    let day = thread.due()?;
    if head.detail.whole_month && head.due.is_some_and(|due| due.month_end() == day) && day >= cx.now.day {
        let msg = Msg::new("thread-due").with("day", cx.words.month_year(day));
        return Some((cx.words.say(&msg), Meaning::Strong));
    }
    let short = cx.words.day_short(day);
    Some(if day < cx.now.day {
        (cx.words.say(&Msg::new("thread-late").with("day", short)), Meaning::Alert)
    } else {
        (cx.words.say(&Msg::new("thread-due").with("day", short)), Meaning::Strong)
    })
}

pub(super) fn family(id: PersonId, cx: &Cx) -> String {
    match cx.frame.rota.people.get(id) {
        Some(p) if p.role == Role::Doctor => p.family.clone(),
        _ => cx.frame.rota.people.short(id),
    }
}
