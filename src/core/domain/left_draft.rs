//! What somebody typed and never transmitted, once they have left: when it is found, what it says, what becomes of it.
//!
//! While its author is there a draft is offered to them only. It is found by the coordination from the signature or the
//! last day of the stay it was typed in; of the team, from the day after the last one. It is kept until somebody deals
//! with it, however long that takes, and its text stays for good in the row that ends it.

use std::collections::BTreeMap;

use super::act::{NewItem, NewWord};
use super::draft::{patient, quick, when};
use super::{
    Addressee, Centre, Day, Detail, DraftEndId, DraftId, Gravity, ItemFacts, ItemId, Kind, Now, PatientRef, PersonId,
    Role, Rota, Stamp, Stay, Thread,
};

/// A form kept as typed by somebody who has left since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftDraft {
    pub id: DraftId,
    pub author: PersonId,
    pub key: String,
    pub raw: BTreeMap<String, String>,
    /// When its author last typed.
    pub at: Stamp,
    pub gravity: Gravity,
}

/// How a draft ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// It became a point for the next doctor.
    Addressed(ItemId),
    /// On somebody's word, and on which day.
    SetAside(PersonId, Day),
}

/// A draft that has ended; its text stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftEnd {
    pub id: DraftEndId,
    pub author: PersonId,
    pub key: String,
    pub raw: BTreeMap<String, String>,
    pub kept: Stamp,
    pub at: Stamp,
    pub by: PersonId,
    pub how: Ended,
}

/// Fields that hold a choice, a date or a patient: what is typed in the others is text.
const NO_TEXT: [&str; 22] = [
    "gravity",
    "due",
    "to",
    "kind",
    "asked",
    "exam",
    "ald",
    "see_record",
    "show_from",
    "file",
    "initials",
    "birth_year",
    "outcome",
    "close",
    "saed",
    "next",
    "step",
    "way",
    "doctor",
    "day",
    "again",
    "state",
];

/// Fields that are read first, in this order.
const FIRST: [&str; 4] = ["line", "text", "words", "plan"];

fn get<'a>(raw: &'a BTreeMap<String, String>, name: &str) -> &'a str {
    raw.get(name).map_or("", |value| value.trim())
}

/// Everything that was typed in words, whatever the form.
#[must_use]
pub fn text(raw: &BTreeMap<String, String>) -> String {
    let first = FIRST.into_iter().filter_map(|name| raw.get(name));
    let rest = raw.iter().filter(|(name, _)| !FIRST.contains(&name.as_str()) && !NO_TEXT.contains(&name.as_str()));
    let rest = rest.filter(|(name, _)| !name.contains([':', '/'])).map(|(_, value)| value);
    let all: Vec<&str> = first.chain(rest).map(|value| value.trim()).filter(|value| !value.is_empty()).collect();
    all.join("\n")
}

/// Whether anything was typed that somebody could miss.
#[must_use]
pub fn says_something(raw: &BTreeMap<String, String>) -> bool {
    text(raw).chars().any(char::is_alphanumeric) || !get(raw, "file").is_empty()
}

/// How grave the form says it is; of a word on a point without a say of its own, as the point is.
#[must_use]
pub fn gravity(key: &str, raw: &BTreeMap<String, String>, about: Option<Gravity>) -> Gravity {
    let chosen = Gravity::ALL.into_iter().find(|g| g.word() == get(raw, "gravity"));
    let line = || quick::quick(get(raw, "line"), Day(0), |_| String::new()).gravity;
    let typed = if key == "item/quick" { line() } else { chosen };
    typed.or(about).unwrap_or(Gravity::Routine)
}

/// The point a form is about, by the name of its draft.
#[must_use]
pub fn item(key: &str) -> Option<ItemId> {
    let (form, number) = key.split_once('/')?;
    let about = matches!(form, "word" | "step" | "finish" | "decide" | "take" | "question" | "return");
    let number = number.split(['/', '#']).next()?;
    number.parse().ok().filter(|_| about).map(ItemId)
}

/// The confirmed stay a doctor's draft was typed in: the one of that day or that begins the next, else the last before.
#[must_use]
pub fn stay_of(rota: &Rota, doctor: PersonId, at: Stamp) -> Option<&Stay> {
    let day = at.day();
    let mine = || rota.confirmed_of(doctor);
    mine()
        .find(|s| s.from.plus(-1) <= day && day <= s.to)
        .or_else(|| mine().rfind(|s| s.to < day))
        .or_else(|| mine().next())
}

/// Whether the author of a draft typed at a moment has left, so that the coordination finds it.
#[must_use]
pub fn has_left(rota: &Rota, author: PersonId, at: Stamp, now: Now) -> bool {
    let Some(person) = rota.people.get(author) else { return true };
    if person.role != Role::Doctor {
        return person.ended.is_some_and(|last| last < now.day);
    }
    // Back again, they are offered it themselves.
    if rota.present(now.day).any(|s| s.doctor == author && !rota.is_signed(s.id)) {
        return false;
    }
    match stay_of(rota, author, at) {
        Some(stay) => rota.has_left(stay, now.day),
        None => true,
    }
}

/// To whom it is addressed: the doctor who comes next on the author's post.
#[must_use]
pub fn addressee(rota: &Rota, draft: &LeftDraft, now: Now) -> Addressee {
    let post = stay_of(rota, draft.author, draft.at).map(|s| s.post).or_else(|| rota.posts.first().map(|p| p.id));
    post.map_or(Addressee::Role(Role::Coordination), |post| Addressee::Post(post, now.day.week()))
}

/// The point a draft becomes, as it is: `mark` stands before what was typed.
#[must_use]
pub fn as_point(
    draft: &LeftDraft,
    about: Option<&Thread>,
    mark: &str,
    rota: &Rota,
    centre: &Centre,
    now: Now,
) -> (NewItem, NewWord) {
    use chrono::Datelike as _;
    let raw = &draft.raw;
    let read = quick::quick(get(raw, "line"), draft.at.day(), |day| day.date().format("%d/%m").to_string());
    let typed = ["file", "initials", "birth_year"].map(|name| get(raw, name).to_owned());
    let [file, initials, year] = if typed[0].is_empty() { read.patient } else { typed };
    let this_year = now.day.date().year();
    let named = patient::patient(&file, &initials, &year, centre.names_allowed, this_year).ok();
    let alone = || {
        patient::patient(&file, "", "", centre.names_allowed, this_year)
            .ok()
            .or_else(|| (!file.is_empty()).then(|| PatientRef { file: file.clone(), initials: None, birth_year: None }))
    };
    let of_point = about.and_then(|thread| thread.item.patient.clone());
    let patient = named.or_else(alone).or(of_point);
    let plan = get(raw, "plan").to_owned();
    let without_plan: BTreeMap<String, String> =
        raw.iter().filter(|(name, _)| *name != "plan").map(|(name, value)| (name.clone(), value.clone())).collect();
    let words = text(&without_plan);
    let due = when::day(get(raw, "due"), draft.at.day()).ok().or_else(|| {
        // An urgent one is for today, whatever was still to be said.
        (draft.gravity == Gravity::Urgent).then_some(now.day)
    });
    let word = NewWord {
        text: [mark, &words].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"),
        plan,
        gravity: draft.gravity,
        due,
        show_from: None,
        to: addressee(rota, draft, now),
        outcome: None,
        detail: Detail::default(),
    };
    let kind = if patient.is_some() { Kind::Care } else { Kind::Centre };
    (NewItem { kind, patient, facts: ItemFacts::default() }, word)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{CLAIRE, monday, rota, stay};
    use super::*;

    fn raw(fields: &[(&str, &str)]) -> BTreeMap<String, String> {
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_draft_is_its_authors_until_the_stay_it_was_typed_in_is_over() {
        // Doctor 1 in S48 and again in S52.
        let rota = rota(1, vec![stay(48, 1, 1, 48), stay(49, 1, 2, 49), stay(52, 1, 1, 52)]);
        let doctor = PersonId(1);
        let typed = Stamp::at(monday(48).plus(2), 600);
        let left = |day: Day, at| has_left(&rota, doctor, at, Now::on(day, 9, 0));
        let last = rota.stays[0].to;
        assert!(!left(last, typed), "midnight of the last day has not come");
        assert!(left(last.plus(1), typed), "a stay to come does not keep it");
        // Back at the desk, it is theirs again; what they type on the eve belongs to the new stay.
        assert!(!left(monday(52), typed));
        assert!(!left(monday(52).plus(-1), Stamp::at(monday(52).plus(-1), 600)));
        // The team's is theirs until they leave.
        assert!(!has_left(&rota, CLAIRE, typed, Now::on(monday(60), 9, 0)));
        let mut gone = rota.clone();
        gone.people.0.get_mut(&CLAIRE).unwrap().ended = Some(monday(50));
        assert!(!has_left(&gone, CLAIRE, typed, Now::on(monday(50), 9, 0)));
        assert!(has_left(&gone, CLAIRE, typed, Now::on(monday(50).plus(1), 9, 0)));
    }

    #[test]
    fn words_are_told_from_choices_and_gravity_is_found_wherever_it_is_typed() {
        let form =
            raw(&[("text", "INR à 4,8"), ("plan", "si…"), ("due", "30/11"), ("kind", "kind-care"), ("source", "fils")]);
        assert_eq!(text(&form), "INR à 4,8\nsi…\nfils");
        assert!(!says_something(&raw(&[("due", "30/11"), ("kind", "kind-care"), ("text", " ")])));
        assert!(says_something(&raw(&[("file", "1243")])));
        assert_eq!(gravity("item/quick", &raw(&[("line", "1243 INR !!")]), None), Gravity::Urgent);
        assert_eq!(gravity("item/new/1243", &raw(&[("gravity", Gravity::Urgent.word())]), None), Gravity::Urgent);
        assert_eq!(gravity("take/7", &raw(&[("text", "vu")]), Some(Gravity::Urgent)), Gravity::Urgent);
        assert_eq!(
            (item("word/118"), item("word/118#3"), item("item/new/12"), item("note/3/x")),
            (Some(ItemId(118)), Some(ItemId(118)), None, None)
        );
    }
}
