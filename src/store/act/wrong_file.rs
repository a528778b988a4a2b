//! A point written on the wrong file goes to the right one, in one act.
//!
//! Signed words stay as they were signed: the point is closed where it stands and opened anew on the right file. What
//! was written of one patient is not shown under another: the old point keeps its number, its file and its dates, and
//! reading leaves its words out (`page::thread`).

use super::super::door::{Cx, Done, Stop, refuse};
use super::item;
use crate::domain::act::{NewItem, NewWord};
use crate::domain::{ItemFacts, ItemId, Msg, Outcome, PatientRef, Verdict};
use crate::store::sql::params;

/// Moves an open point to the file of that patient.
pub(super) fn run(cx: &Cx<'_>, id: ItemId, patient: &PatientRef) -> Result<Done, Stop> {
    let thread = item::find(cx, id)?;
    match &thread.item.patient {
        None => return refuse(Msg::new("store-move-no-patient").with("item", id.0)),
        Some(wrong) if wrong.file == patient.file => {
            return refuse(Msg::new("store-move-same").with("file", patient.file.as_str()));
        }
        Some(_) => {}
    }
    let head = thread.head();
    let word = |text: &str, outcome| NewWord {
        text: text.to_owned(),
        plan: head.plan.clone(),
        gravity: head.gravity,
        due: head.due,
        show_from: head.show_from,
        to: head.to,
        outcome,
        detail: head.detail,
    };
    item::say(cx, id, Verdict::Closed, &word("", Some(Outcome::NoLongerNeeded)))?;
    // The newest words; a relay without any leaves those before it as they are.
    let said = thread.relays.iter().rev().map(|relay| relay.text.trim()).find(|text| !text.is_empty());
    // Whether an illness is of long duration, or the record is to be read, is the patient's.
    let facts = ItemFacts { source: thread.item.facts.source.clone(), ..ItemFacts::default() };
    let new = NewItem { kind: thread.item.kind, patient: Some(patient.clone()), facts };
    let stay = item::stay_of_author(cx)?;
    let moved = item::open(cx, &new, &word(said.unwrap_or_default(), None), stay)?;
    cx.run_one("UPDATE item SET moved_to = ?1 WHERE id = ?2", params![moved, id])?;
    Ok(Done::said(
        Msg::new("store-said-item-moved")
            .with("item", id.0)
            .with("new", moved.to_string())
            .with("file", patient.file.as_str()),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, about, s, word};
    use super::*;
    use crate::domain::act::ItemAct;
    use crate::domain::{Answer, Verdict};
    use crate::protocol::question;

    fn right() -> PatientRef {
        PatientRef { file: "1234".into(), initials: Some("A.B.".into()), birth_year: Some(1950) }
    }

    #[test]
    fn the_wrong_file_keeps_a_number_and_dates_and_the_right_one_gets_the_words() {
        let mut desk = Desk::new();
        let old = desk.open(GARNIER, about("1243"), word("INR à 4,8", s(49)));
        desk.say(GARNIER, old, Verdict::Completed, word("contrôle jeudi", s(49)));
        desk.act(GARNIER, ItemAct::Move(old, right()));
        let (there, here) = (desk.thread(old), desk.thread(ItemId(old.0 + 1)));
        assert!(!there.is_open() && here.is_open());
        assert_eq!((there.item.elsewhere.to, here.item.elsewhere.from), (Some(here.item.id), Some(old)));
        assert!(there.texts().iter().all(|text| text.is_empty()), "{:?}", there.texts());
        assert_eq!(there.item.patient.as_ref().map(|p| p.file.as_str()), Some("1243"));
        assert_eq!((here.item.patient.clone(), here.head().text.as_str()), (Some(right()), "contrôle jeudi"));
        // Neither search gives the words back under the wrong file; the right one has them.
        for text in ["INR", "jeudi"] {
            let points: Vec<ItemId> =
                desk.ask(question::Search(text.to_owned())).into_iter().map(|t| t.item.id).collect();
            assert!(!points.contains(&old), "{text}: {points:?}");
            let found = desk.ask(question::Find(text.to_owned()));
            assert!(!format!("{found:?}").contains("INR à 4,8"), "{found:?}");
        }
        let found: Vec<ItemId> =
            desk.ask(question::Search("jeudi".to_owned())).into_iter().map(|t| t.item.id).collect();
        assert_eq!(found, [here.item.id]);
    }

    #[test]
    fn what_was_moved_is_undone_whole_until_somebody_has_answered() {
        let mut desk = Desk::new();
        let old = desk.open(GARNIER, about("1243"), word("INR à 4,8", s(49)));
        desk.act(GARNIER, ItemAct::Move(old, right()));
        let undone = desk.store.undo(crate::domain::Who::is(GARNIER), desk.now);
        assert!(matches!(undone, crate::protocol::Reply::Saved { .. }), "{undone:?}");
        let thread = desk.thread(old);
        assert!(thread.is_open() && thread.head().text == "INR à 4,8" && thread.item.elsewhere.to.is_none());
        assert!(desk.ask(question::Thread(ItemId(old.0 + 1))).is_none());
        desk.act(GARNIER, ItemAct::Move(old, right()));
        desk.answer(GARNIER, ItemId(old.0 + 2), Answer::Taken, "");
    }

    #[test]
    fn only_an_open_point_about_another_patient_is_moved() {
        let mut desk = Desk::new();
        let old = desk.open(GARNIER, about("1243"), word("INR à 4,8", s(49)));
        let same = PatientRef { file: "1243".into(), ..right() };
        assert_eq!(desk.refused(GARNIER, ItemAct::Move(old, same)), "store-move-same");
        desk.act(GARNIER, ItemAct::Move(old, right()));
        assert_eq!(desk.refused(GARNIER, ItemAct::Move(old, right())), "store-moved");
        let again = ItemAct::Say(old, Verdict::Reopened, word("encore", s(49)));
        assert_eq!(desk.refused(GARNIER, again), "store-moved");
    }
}
