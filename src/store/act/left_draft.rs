//! Acts on what somebody typed and never transmitted: the coordination addresses it, or sets it aside.

use super::super::door::{Cx, Done, Stop, refuse};
use super::super::draft;
use super::super::page::{rota, thread};
use super::item;
use crate::domain::act::DraftAct;
use crate::domain::left_draft::{LeftDraft, as_point, has_left, item as item_of};
use crate::domain::{Centre, Day, DraftId, ItemId, Msg, PersonId, Role, Rota, Stamp};
use crate::store::sql::params;

pub(super) fn run(act: &DraftAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    // Whose decision it is stands under her own name, not under a doctor's she types for.
    if cx.who.dictated_by.is_some() {
        return refuse(Msg::new("store-draft-coordination"));
    }
    let centre = cx.whole_centre()?;
    let rota = rota::rota(cx.conn, &centre)?;
    match act {
        DraftAct::Address { draft, at, mark } => {
            let found = found(cx, &rota, *draft, *at)?;
            let item = address(cx, &found, mark, &rota, &centre)?;
            end(cx, &found, Some(item), None)?;
            Ok(Done::said(Msg::new("store-said-draft-addressed").with("item", item.0)))
        }
        DraftAct::SetAside { draft, at, said_by, said_on } => {
            let found = found(cx, &rota, *draft, *at)?;
            if rota.people.get(*said_by).is_none_or(|p| p.role != Role::Doctor && p.id != found.author) {
                return refuse(Msg::new("store-draft-word"));
            }
            if *said_on > cx.now.day || *said_on < found.at.day() {
                return refuse(Msg::new("store-draft-day"));
            }
            end(cx, &found, None, Some((*said_by, *said_on)))?;
            let msg = Msg::new("store-said-draft-set-aside").with("doctor", rota.people.short(found.author));
            Ok(Done::said(msg.with("said", rota.people.short(*said_by))))
        }
    }
}

/// The draft as it was shown, whose author has left.
fn found(cx: &Cx<'_>, rota: &Rota, id: DraftId, at: Stamp) -> Result<LeftDraft, Stop> {
    let found = draft::one(cx.conn, cx.centre()?, id)?.ok_or_else(|| Stop::Refused(Msg::new("store-gone")))?;
    if found.at != at {
        return refuse(Msg::new("store-draft-changed"));
    }
    if !has_left(rota, found.author, found.at, cx.now) {
        return refuse(Msg::new("store-draft-not-left").with("doctor", rota.people.short(found.author)));
    }
    Ok(found)
}

fn address(cx: &Cx<'_>, draft: &LeftDraft, mark: &str, rota: &Rota, centre: &Centre) -> Result<ItemId, Stop> {
    let about = match item_of(&draft.key) {
        // A point that is gone does not take the text with it.
        Some(item) => thread::one(cx.conn, cx.centre()?, item)?,
        None => None,
    };
    let (item, word) = as_point(draft, about.as_ref(), mark, rota, centre, cx.now);
    item::open_as_it_is(cx, &item, &word)
}

/// Writes how it ended; the draft goes with it (`schema/011.sql`).
fn end(cx: &Cx<'_>, draft: &LeftDraft, item: Option<ItemId>, said: Option<(PersonId, Day)>) -> Result<(), Stop> {
    cx.run_one(
        "INSERT INTO draft_end(centre, author, key, raw, kept, at, by_person, item, said_by, said_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            cx.centre()?,
            draft.author,
            draft.key,
            serde_json::to_string(&draft.raw)?,
            draft.at,
            cx.now.at,
            cx.who.person,
            item,
            said.map(|s| s.0),
            said.map(|s| s.1)
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, s};
    use crate::domain::act::{Act, DraftAct};
    use crate::domain::left_draft::{DraftEnd, Ended, LeftDraft};
    use crate::domain::{Day, Gravity, Now, PersonId, Stamp, Who};
    use crate::protocol::{Draft, Raw, Reply, question};

    fn keeps(desk: &mut Desk, who: PersonId, key: &str, fields: &[(&str, &str)]) {
        let raw: Raw = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let reply = desk.store.save_draft(&Draft { key: key.into(), raw, at: desk.now.at }, Who::is(who));
        assert!(matches!(reply, Reply::DraftSaved(_)), "{reply:?}");
    }

    fn left(desk: &Desk, who: PersonId) -> (Vec<LeftDraft>, Vec<DraftEnd>) {
        desk.store.ask(question::LeftDrafts, Who::is(who), desk.now).unwrap()
    }

    fn own(desk: &Desk, who: PersonId) -> Vec<String> {
        desk.store.ask(question::Drafts, Who::is(who), desk.now).unwrap().into_iter().map(|d| d.key).collect()
    }

    /// Vidal (S48) has left an urgent point begun; Roche comes in S49; it is the Sunday between.
    fn sunday() -> (Desk, PersonId, LeftDraft) {
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        desk.stay(vidal, s(48));
        desk.stay(roche, s(49));
        let fields = [("file", "1243"), ("text", "INR à 6, rappeler"), ("gravity", Gravity::Urgent.word())];
        keeps(&mut desk, vidal, "item/new/1243", &fields);
        assert_eq!(left(&desk, GARNIER).0, [], "the stay lasts");
        desk.now = Now::on(s(48).sunday(), 9, 0);
        let found = left(&desk, GARNIER).0.remove(0);
        (desk, vidal, found)
    }

    fn address(draft: &LeftDraft) -> Act {
        let mark = "Brouillon non transmis du Dr Vidal, jamais relu.".to_owned();
        Act::Draft(DraftAct::Address { draft: draft.id, at: draft.at, mark })
    }

    #[test]
    fn what_was_never_transmitted_is_found_by_the_coordination_alone() {
        let (desk, vidal, found) = sunday();
        assert_eq!((found.author, found.gravity), (vidal, Gravity::Urgent));
        assert_eq!(left(&desk, PersonId(3)).0, [], "not by another doctor");
        let frame = desk.ask(question::Frame);
        assert!(frame.alerts.iter().any(|a| a.msg(&frame.rota).id == "alert-left-draft"), "{:?}", frame.alerts);
        assert_eq!(frame.desk.left, 1);
        assert_eq!(own(&desk, vidal), ["item/new/1243"], "its author still has it");
    }

    #[test]
    fn addressed_it_is_a_point_as_it_was_typed_and_undone_it_is_a_draft_again() {
        let (mut desk, vidal, found) = sunday();
        assert_eq!(desk.refused(vidal, address(&found)), "rights-coordination");
        let before = desk.dump();
        let said = desk.act(GARNIER, address(&found));
        assert_eq!(said.id, "store-said-draft-addressed");
        let thread = desk.thread(crate::domain::ItemId(1));
        let head = thread.head();
        assert_eq!(head.text, "Brouillon non transmis du Dr Vidal, jamais relu.\nINR à 6, rappeler");
        assert_eq!((head.gravity, head.due), (Gravity::Urgent, Some(desk.now.day)));
        assert_eq!(thread.item.patient.as_ref().map(|p| p.file.as_str()), Some("1243"));
        let (pending, ended) = left(&desk, GARNIER);
        assert_eq!(
            (pending, ended[0].how, ended[0].raw.clone()),
            (vec![], Ended::Addressed(thread.item.id), found.raw.clone())
        );
        assert_eq!(own(&desk, vidal), Vec::<String>::new());
        // One act: the point, the row and the draft come and go together.
        assert!(matches!(desk.store.undo(Who::is(GARNIER), desk.now), Reply::Saved { .. }));
        assert_eq!(desk.dump(), before);
        assert_eq!(left(&desk, GARNIER).0[0].raw, found.raw);
        assert!(matches!(desk.store.redo(Who::is(GARNIER), desk.now), Reply::Saved { .. }));
        assert_eq!((left(&desk, GARNIER).0, own(&desk, vidal)), (vec![], vec![]));
        assert!(desk.store.check().unwrap().is_clean());
    }

    #[test]
    fn setting_it_aside_needs_a_doctors_word_and_the_text_stays() {
        let (mut desk, vidal, found) = sunday();
        let aside =
            |said_by, said_on| Act::Draft(DraftAct::SetAside { draft: found.id, at: found.at, said_by, said_on });
        let today = desk.now.day;
        assert_eq!(desk.refused(GARNIER, aside(GARNIER, today)), "store-draft-word");
        assert_eq!(desk.refused(GARNIER, aside(vidal, today.plus(1))), "store-draft-day");
        desk.act(GARNIER, aside(vidal, today));
        let (pending, ended) = left(&desk, GARNIER);
        assert_eq!(
            (pending, ended[0].how, ended[0].raw["text"].as_str()),
            (vec![], Ended::SetAside(vidal, today), "INR à 6, rappeler")
        );
    }

    #[test]
    fn what_was_typed_since_it_was_shown_is_not_taken_away() {
        let (mut desk, vidal, found) = sunday();
        desk.now = Now::from(Stamp(desk.now.at.0 + 60_000));
        keeps(&mut desk, vidal, "item/new/1243", &[("text", "autre chose")]);
        assert_eq!(desk.refused(GARNIER, address(&found)), "store-draft-changed");
    }

    #[test]
    fn every_kind_of_form_becomes_text_for_the_next_doctor() {
        let (mut desk, vidal, _) = sunday();
        desk.now = Now::on(s(48).monday().plus(4), 17, 0);
        for (key, field) in [
            ("item/quick", "line"),
            ("word/999", "text"),
            ("note/1/note-week", "text"),
            ("addendum/1", "text"),
            ("return/12", "text"),
            ("contact/new", "name"),
        ] {
            keeps(&mut desk, vidal, key, &[(field, &format!("mot de {key}"))]);
        }
        desk.now = Now::on(Day(desk.now.day.0 + 2), 9, 0);
        let pending = left(&desk, GARNIER).0;
        assert_eq!(pending.len(), 7);
        for draft in pending {
            desk.act(GARNIER, address(&draft));
        }
        assert_eq!(left(&desk, GARNIER).0, []);
        assert_eq!(left(&desk, GARNIER).1.len(), 7);
    }
}
