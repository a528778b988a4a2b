//! Who saw what: a day at the desk, and exactly the entries it leaves in the journal of accesses.

use releve::domain::journal::JournalEntry;
use releve::domain::{PersonId, Who};
use releve::protocol::question;

use crate::harness::{Desk, at};

/// Words that stand in points, names, searches and notes, and nowhere in the journal.
const CANARY: &str = "Zanzibar";

fn entries(desk: &Desk) -> Vec<JournalEntry> {
    let mut all = desk.store().ask(question::Journal(None), Who::is(PersonId(1)), desk.now).unwrap();
    all.reverse();
    all
}

/// What was left since so many entries: kind, number, person.
fn since(desk: &Desk, before: usize) -> Vec<String> {
    let said = |entry: &JournalEntry| {
        let left = &entry.left;
        let number = left.trace.number.map_or_else(String::new, |n| format!(" {n}"));
        let person = left.person.map_or_else(String::new, |p| format!(" by {p}"));
        format!("{:?}{number}{person}", left.trace.kind)
    };
    entries(desk)[before..].iter().map(said).collect()
}

/// Everything the table holds, as text.
fn raw(desk: &Desk) -> String {
    format!("{:?}", entries(desk))
}

/// Ajain with Dr Vidal on Friday, a point of 1243, and nobody at the desk.
fn ajain() -> (Desk, usize) {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.now = at("2026-11-27T08:00");
    desk.wrote("Vidal", &format!("! 1243 M.D. 1948: INR {CANARY}; si AVK, alors 15; pour 30/11"));
    let before = entries(&desk).len();
    (desk, before)
}

#[test]
fn a_day_at_the_desk_leaves_exactly_its_entries_and_no_word() {
    let (mut desk, before) = ajain();
    desk.sits_down("Vidal", "2026-11-27T08:30");
    assert_eq!(since(&desk, before), ["SignedIn by 2"], "written before it is answered");
    // The week, then the briefing, the point, a search, the booklet.
    desk.keys("1").keys("2").later("2026-11-27T08:31").later("2026-11-27T08:32");
    desk.keys("0dossiers<enter><enter>").says(CANARY).later("2026-11-27T08:33").keys("<esc>");
    desk.keys("<C-f>").keys(CANARY).keys("<esc><esc>");
    desk.poll().poll();
    let day = since(&desk, before);
    expect_test::expect![[r#"
        SignedIn by 2
        Transmission 1 by 2
        Week 202648 by 2
        Briefing 1 by 2
        Items by 2
        Point 1 by 2
        Searched by 2"#]]
    .assert_eq(&day.join("\n"));
    assert!(!raw(&desk).contains(CANARY) && !raw(&desk).contains("1243"), "{}", raw(&desk));
}
