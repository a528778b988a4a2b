//! The agenda of the medical software: all lines or none, as one change.
//!
//! The comparison of the preview is made again inside the transaction: another desk may have written
//! since.

use std::collections::BTreeSet;

use super::super::door::{Cx, Done, Stop};
use super::super::page;
use super::agenda::{check_hours, insert, remove, update};
use super::stay::post_exists;
use crate::domain::Msg;
use crate::domain::agenda_import::{AgendaLine, diff};

pub(super) fn run(lines: &[AgendaLine], cx: &Cx<'_>) -> Result<Done, Stop> {
    let entries = || lines.iter().filter_map(|l| l.what.as_ref());
    entries().try_for_each(check_hours)?;
    let posts: BTreeSet<_> = entries().filter_map(|e| e.post).collect();
    posts.into_iter().try_for_each(|post| post_exists(cx, post))?;
    let diff = diff(lines, &page::agenda::known(cx.conn, cx.centre()?)?);
    for line in &diff.added {
        if let Some(entry) = &line.what {
            insert(cx, entry, Some(&line.uid))?;
        }
    }
    for changed in &diff.changed {
        update(cx, changed.id, &changed.after)?;
    }
    for entry in &diff.cancelled {
        remove(cx, entry.id)?;
    }
    let said = Msg::new("store-said-agenda")
        .with("added", diff.added.len())
        .with("changed", diff.changed.len())
        .with("cancelled", diff.cancelled.len());
    Ok(Done::said(said))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::time::{Duration, Instant};

    use proptest::prelude::*;

    use super::super::super::testing::{Desk, GARNIER, POST, s};
    use super::*;
    use crate::domain::act::{Act, AgendaAct};
    use crate::domain::agenda::{NewEntry, OnClash};
    use crate::domain::{DayCounts, EntryKind, PatientRef, PostId, Who};
    use crate::protocol::{Reply, question};

    fn visit(plus: i32, start: u16, file: &str) -> NewEntry {
        let day = s(48).monday().plus(plus);
        NewEntry {
            kind: EntryKind::Visit,
            post: Some(POST),
            day,
            to: day,
            start: Some(start),
            minutes: 20,
            patient: Some(PatientRef { file: file.into(), initials: None, birth_year: None }),
            title: String::new(),
            place: String::new(),
            item: None,
        }
    }

    fn line(uid: &str, what: Option<NewEntry>) -> AgendaLine {
        AgendaLine { uid: uid.into(), what }
    }

    /// What came from elsewhere by its name, and how many were typed.
    fn agenda(desk: &Desk) -> (BTreeMap<String, NewEntry>, usize) {
        let known = desk.store.known_agenda().unwrap();
        (known.imported.into_iter().map(|(uid, e)| (uid, e.what)).collect(), known.typed.len())
    }

    #[test]
    fn lines_are_added_changed_and_cancelled_as_one_change_that_is_undone_whole() {
        let mut desk = Desk::new();
        desk.act(GARNIER, AgendaAct::Add(visit(0, 540, "1"), OnClash::Keep));
        desk.act(
            GARNIER,
            Act::ImportAgenda(vec![line("a", Some(visit(1, 540, "2"))), line("b", Some(visit(1, 560, "3")))]),
        );
        let before = desk.dump();
        let lines = vec![
            line("a", Some(visit(2, 600, "2"))),
            line("b", None),
            line("c", Some(visit(1, 580, "4"))),
            // Typed by hand already.
            line("d", Some(visit(0, 540, "1"))),
        ];
        let said = desk.act(GARNIER, Act::ImportAgenda(lines.clone()));
        assert_eq!(said.id, "store-said-agenda");
        let kept = BTreeMap::from([("a".into(), visit(2, 600, "2")), ("c".into(), visit(1, 580, "4"))]);
        assert_eq!(agenda(&desk), (kept, 1));
        let after = desk.dump();
        assert_eq!(desk.refused(GARNIER, Act::ImportAgenda(lines)), "store-nothing");
        desk.store.undo(Who::is(GARNIER), desk.now);
        assert_eq!(desk.dump(), before);
        desk.store.redo(Who::is(GARNIER), desk.now);
        assert_eq!(desk.dump(), after);
    }

    #[test]
    fn one_bad_line_and_nothing_is_written() {
        let mut desk = Desk::new();
        let before = desk.dump();
        let good = || line("a", Some(visit(1, 540, "2")));
        let mut refused = |bad: NewEntry| desk.refused(GARNIER, Act::ImportAgenda(vec![good(), line("b", Some(bad))]));
        assert_eq!(refused(NewEntry { minutes: u16::MAX, ..visit(1, 1400, "3") }), "store-entry-crosses-midnight");
        assert_eq!(refused(NewEntry { post: None, ..visit(1, 540, "3") }), "store-entry-needs-hour");
        assert_eq!(refused(NewEntry { post: Some(PostId(9)), ..visit(1, 540, "3") }), "store-gone");
        assert_eq!(refused(NewEntry { title: "2 55 08 14 168 025 38".into(), ..visit(1, 540, "3") }), "draft-nir");
        assert_eq!(desk.dump(), before);
    }

    #[test]
    fn a_closed_day_is_known_by_its_post() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(48));
        let day = s(48).monday();
        let counts = DayCounts::default();
        desk.act(GARNIER, AgendaAct::Close { stay, day, counts, marks: vec![], corrects: None });
        let known = desk.store.known_agenda().unwrap();
        assert!(known.is_closed(&visit(0, 540, "1")) && !known.is_closed(&visit(1, 540, "1")));
        let found = diff(&[line("a", Some(visit(0, 540, "1")))], &known);
        assert_eq!(found.on_closed_days(&known), 1);
    }

    #[test]
    fn fifty_thousand_lines_cost_what_their_rows_cost() {
        let lines = |count: u16| -> Vec<AgendaLine> {
            let day = |n: u16| i32::from(n / 40);
            (0..count).map(|n| line(&format!("u{n}"), Some(visit(day(n), 480 + n % 40 * 15, "1")))).collect()
        };
        let took = |count: u16| {
            let mut desk = Desk::new();
            let lines = lines(count);
            let began = Instant::now();
            desk.act(GARNIER, Act::ImportAgenda(lines));
            began.elapsed()
        };
        // Five times the lines: linear is five times the time; comparing each with each would be twenty-five.
        let (few, many) = (took(2_000), took(10_000));
        assert!(many < few * 15 + Duration::from_millis(500), "{few:?}, then {many:?}");
    }

    /// The footer asks what `u` would do each minute; `u` itself then looks at every row.
    #[test]
    fn a_large_import_is_offered_for_undo_at_once_and_undone_in_the_time_of_its_rows() {
        let took = |count: u16| {
            let mut desk = Desk::new();
            let before = desk.dump();
            let lines =
                (0..count).map(|n| line(&format!("u{n}"), Some(visit(i32::from(n / 40), 480 + n % 40 * 15, "1"))));
            desk.act(GARNIER, Act::ImportAgenda(lines.collect()));
            let began = Instant::now();
            let frame = desk.ask(question::Frame);
            assert!(frame.undo.is_some());
            let (framed, began) = (began.elapsed(), Instant::now());
            assert!(matches!(desk.store.undo(Who::is(GARNIER), desk.now), Reply::Saved { .. }));
            let undone = began.elapsed();
            assert_eq!(desk.dump(), before);
            (framed, undone)
        };
        let (few, many) = (took(2_000), took(20_000));
        assert!(many.0 < Duration::from_millis(300), "{few:?}, then {many:?}");
        assert!(many.1 < few.1 * 30 + Duration::from_millis(500), "{few:?}, then {many:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        /// A model of what the store should hold, through any imports and what is typed between them.
        #[test]
        fn the_agenda_is_what_the_imports_said(
            steps in proptest::collection::vec(
                (proptest::collection::vec((0..6_u8, proptest::option::weighted(0.8, (0..5_i32, 0..40_u16))), 0..6), any::<bool>()),
                1..6,
            ),
        ) {
            let mut desk = Desk::new();
            let (mut model, mut typed) = (BTreeMap::<String, NewEntry>::new(), 0);
            for (lines, undo) in steps {
                if undo {
                    // Typed far from what is imported.
                    desk.act(GARNIER, AgendaAct::Add(visit(60 + typed, 540, "9"), OnClash::Keep));
                    typed += 1;
                }
                let lines: Vec<_> = lines.into_iter().map(|(uid, what)| {
                    line(&format!("u{uid}"), what.map(|(day, at)| visit(day, 480 + at, "1")))
                }).collect();
                let mut said = BTreeMap::new();
                for l in &lines {
                    said.entry(l.uid.clone()).or_insert_with(|| l.what.clone());
                }
                let mut next = model.clone();
                for (uid, what) in said {
                    match what {
                        Some(what) => { next.insert(uid, what); }
                        None => { next.remove(&uid); }
                    }
                }
                let before = desk.dump();
                let reply = desk.try_act(GARNIER, Act::ImportAgenda(lines.clone()));
                let saved = matches!(reply, Reply::Saved { .. });
                prop_assert_eq!(saved, next != model, "{:?}", reply);
                prop_assert_eq!(agenda(&desk), (next.clone(), usize::try_from(typed).unwrap()));
                let after = desk.dump();
                let again = desk.try_act(GARNIER, Act::ImportAgenda(lines));
                prop_assert!(matches!(again, Reply::Refused(_)), "twice is once: {:?}", again);
                prop_assert_eq!(&desk.dump(), &after);
                if saved && undo {
                    desk.store.undo(Who::is(GARNIER), desk.now);
                    prop_assert_eq!(&desk.dump(), &before);
                } else {
                    model = next;
                }
            }
            let week = desk.ask(question::Week(s(48)));
            prop_assert_eq!(week.entries.len(), model.len());
        }
    }
}
