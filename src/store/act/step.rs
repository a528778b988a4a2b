//! Acts on what happens to a point on its way: a result came, a call was made.

use super::super::door::{Cx, Done, Stop, refuse};
use super::item;
use crate::domain::act::{NewStep, NewWord};
use crate::domain::{ItemId, Kind, Msg, Role, StepKind, Verdict};
use crate::store::sql::{Columns as _, params};

/// Records what happened, and closes the point where nothing remains to be done.
pub(super) fn run(cx: &Cx<'_>, id: ItemId, new: &NewStep, close: Option<&NewWord>) -> Result<Done, Stop> {
    let author = cx.author()?;
    // As with an answer: a fact may be noted after the signature, it is no word of the handover.
    let stay = match author.role {
        Role::Doctor => match item::running(cx, author.id)? {
            Some((stay, _)) => Some(stay),
            None => return refuse(Msg::new("store-no-stay").with("doctor", author.short())),
        },
        _ => None,
    };
    let head = item::head(cx, id)?;
    if !head.leaves_open() {
        return refuse(Msg::new("store-closed").with("item", id.0));
    }
    if StepKind::RESULT.contains(&new.kind) && kind(cx, id)? != Kind::Result {
        return refuse(Msg::new("store-step-no-result").with("item", id.0));
    }
    // A call without an answer says when one tries again: it never ends there by itself.
    if new.kind.asks_next() && new.next.is_none_or(|day| day < cx.now.day) && close.is_none() {
        return refuse(Msg::new("store-step-next"));
    }
    cx.run_one(
        "INSERT INTO step(centre, item, round, stay, author, entered_by, at, kind, next, words)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            cx.centre()?,
            id,
            head.detail.round,
            stay,
            author.id,
            cx.who.entered_by(),
            cx.now.at,
            new.kind,
            new.next,
            new.words.trim()
        ],
    )?;
    // Touched: who was about to note the same sees what has changed (rule 14).
    cx.run_one("UPDATE item SET head = head WHERE id = ?1", params![id])?;
    let what = Msg::new(new.kind.word());
    if let Some(word) = close {
        item::say(cx, id, Verdict::Closed, word)?;
        return Ok(Done::said(Msg::new("store-said-step-closed").with("item", id.0).with("what", what)));
    }
    Ok(Done::said(Msg::new("store-said-step").with("item", id.0).with("what", what)))
}

fn kind(cx: &Cx<'_>, id: ItemId) -> Result<Kind, Stop> {
    Ok(cx
        .conn
        .prepare_cached("SELECT coalesce(kind_beside, kind) FROM item WHERE id = ?1")?
        .query_row(params![id], |row| row.col(0))?)
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, about, s, word};
    use super::*;
    use crate::domain::act::ItemAct;
    use crate::domain::{Detail, Exam, ItemFacts, Outcome};
    use crate::protocol::question;

    fn step(kind: StepKind) -> NewStep {
        NewStep { kind, next: None, words: String::new() }
    }

    /// Vidal's awaited result: asked on Monday, expected on the Monday after.
    fn awaited(desk: &mut Desk) -> ItemId {
        let vidal = desk.doctor("Vidal");
        desk.stay(vidal, s(48));
        let detail = Detail { asked: Some(s(48).monday()), exam: Some(Exam::Laboratory), whole_month: false, round: 0 };
        let facts = ItemFacts { ald: true, see_record: true, source: "courrier du CH".into() };
        let item = crate::domain::act::NewItem { kind: Kind::Result, facts, ..about("1243") };
        desk.open(vidal, item, NewWord { due: Some(s(49).monday()), detail, ..word("TSH", s(49)) })
    }

    #[test]
    fn a_result_is_kept_with_what_its_kind_asks_for_and_what_happens_to_it() {
        let mut desk = Desk::new();
        let item = awaited(&mut desk);
        let thread = desk.thread(item);
        assert_eq!(thread.head().detail.exam, Some(Exam::Laboratory));
        assert_eq!(thread.head().detail.asked, Some(s(48).monday()));
        assert!(thread.item.facts.ald && thread.item.facts.see_record);
        assert_eq!(thread.item.facts.source, "courrier du CH");
        desk.act(GARNIER, ItemAct::Step(item, step(StepKind::Received), None));
        let done = NewWord { outcome: Some(Outcome::Done), ..word("", s(49)) };
        let told = NewStep { words: "par téléphone".into(), ..step(StepKind::Told) };
        let said = desk.act(GARNIER, ItemAct::Step(item, told, Some(done)));
        assert_eq!(said.id, "store-said-step-closed");
        let thread = desk.thread(item);
        assert!(!thread.is_open());
        let kinds: Vec<_> = thread.steps.iter().map(|s| (s.kind, s.author, s.stay)).collect();
        assert_eq!(kinds, [(StepKind::Received, GARNIER, None), (StepKind::Told, GARNIER, None)]);
        assert_eq!(thread.steps[1].words, "par téléphone");
        assert_eq!(desk.refused(GARNIER, ItemAct::Step(item, step(StepKind::Read), None)), "store-closed");
        assert!(desk.store.check().unwrap().is_clean());
    }

    #[test]
    fn a_step_and_the_word_that_closes_are_undone_together() {
        let mut desk = Desk::new();
        let item = awaited(&mut desk);
        let before = desk.dump();
        let done = NewWord { outcome: Some(Outcome::Done), ..word("", s(49)) };
        desk.act(GARNIER, ItemAct::Step(item, step(StepKind::Told), Some(done)));
        let undone = desk.store.undo(crate::domain::Who::is(GARNIER), desk.now);
        assert!(matches!(undone, crate::protocol::Reply::Saved { .. }), "{undone:?}");
        assert_eq!(desk.dump(), before);
    }

    #[test]
    fn a_call_in_vain_needs_its_next_try_and_only_a_result_is_received() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        desk.stay(vidal, s(48));
        let recall = crate::domain::act::NewItem { kind: Kind::Recall, ..about("0377") };
        let item = desk.open(vidal, recall, word("vaccin", s(49)));
        assert_eq!(desk.refused(GARNIER, ItemAct::Step(item, step(StepKind::NoAnswer), None)), "store-step-next");
        let yesterday = NewStep { next: Some(desk.now.day.plus(-1)), ..step(StepKind::NoAnswer) };
        assert_eq!(desk.refused(GARNIER, ItemAct::Step(item, yesterday, None)), "store-step-next");
        assert_eq!(desk.refused(GARNIER, ItemAct::Step(item, step(StepKind::Received), None)), "store-step-no-result");
        let next = Some(desk.now.day.plus(3));
        desk.act(GARNIER, ItemAct::Step(item, NewStep { next, ..step(StepKind::NoAnswer) }, None));
        assert_eq!(desk.thread(item).due(), next);
        desk.act(GARNIER, ItemAct::Step(item, step(StepKind::WrongNumber), None));
        assert!(desk.thread(item).is_unreached());
    }

    #[test]
    fn a_step_leaves_who_follows_the_point_as_it_was() {
        let mut desk = Desk::new();
        let item = awaited(&mut desk);
        let followed = |desk: &Desk| desk.ask(question::Frame).followed.clone();
        let before = followed(&desk);
        desk.act(GARNIER, ItemAct::Step(item, step(StepKind::Received), None));
        assert_eq!(followed(&desk), before);
    }
}
