//! The chain of the journal, broken in every way; and what waits, written by each of its ways.

use std::path::{Path, PathBuf};

use super::super::testing::{Desk, GARNIER, about, s, someone, word};
use super::super::{By, Place, head::Head};
use super::*;
use crate::domain::act::{CentreAct, PeopleAct};
use crate::domain::{Day, ItemId, Role, Who};
use crate::protocol::{Account, question};

const KEY: [u8; 32] = [7; 32];

/// A day of the year 2026, at eight.
fn on(month: u32, day: u32) -> Stamp {
    Stamp::at(Day::ymd(2026, month, day).unwrap(), 480)
}

fn left(person: PersonId, trace: Trace, at: Stamp) -> Left {
    Left { at, trace, person: Some(person), account: Some(AccountId(1)), seat: Seat::new("accueil", false) }
}

fn point(number: i64) -> Trace {
    Trace::point(ItemId(number))
}

/// Points that were opened, one a day from the first of a month of 2026.
fn opened(desk: &mut Desk, count: i64, month: u32) {
    for n in 0..count {
        let at = Stamp(on(month, 1).0 + n * 86_400_000);
        desk.store.trace(left(GARNIER, point(n + 1), at));
    }
    desk.store.write_traces().unwrap();
}

/// Ajain with six entries.
fn six() -> Desk {
    let mut desk = Desk::new();
    opened(&mut desk, 6, 11);
    desk
}

fn count(desk: &Desk) -> i64 {
    desk.store.conn.query_row("SELECT count(*) FROM journal", [], |row| row.col(0)).unwrap()
}

/// What somebody with the key and another program does.
fn past_the_seals(desk: &Desk, sql: &str) {
    let conn = &desk.store.conn;
    let mut seals = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let names: Vec<String> = seals.query_map([], |row| row.col(0)).unwrap().map(Result::unwrap).collect();
    for name in names {
        conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    conn.execute_batch(sql).unwrap();
}

/// As it was before: who did it leaves no door open.
fn armed(desk: &Desk) {
    super::super::arm::arm(&desk.store.conn, &crate::domain::record::ALL).unwrap();
}

#[test]
fn what_is_edited_taken_out_put_in_or_moved_breaks_the_chain_there() {
    let columns = "centre, at, kind, number, person, account, host, remote, hash";
    let moved = "DROP TABLE IF EXISTS temp.two; CREATE TEMP TABLE two AS SELECT * FROM journal WHERE id IN (3, 4); DELETE FROM journal WHERE id IN (3, 4);
        INSERT INTO journal SELECT 7 - id, centre, at, kind, number, person, account, host, remote, hash FROM two";
    let attacks = [
        ("UPDATE journal SET number = 9 WHERE id = 2".to_owned(), Unfit::Broken(TraceId(2))),
        ("UPDATE journal SET number = NULL WHERE id = 2".to_owned(), Unfit::Broken(TraceId(2))),
        ("UPDATE journal SET person = 2 WHERE id = 3".to_owned(), Unfit::Broken(TraceId(3))),
        ("UPDATE journal SET account = 2 WHERE id = 3".to_owned(), Unfit::Broken(TraceId(3))),
        ("UPDATE journal SET centre = 2 WHERE id = 3".to_owned(), Unfit::Broken(TraceId(3))),
        ("UPDATE journal SET at = at + 1 WHERE id = 1".to_owned(), Unfit::Broken(TraceId(1))),
        ("UPDATE journal SET kind = 'Week' WHERE id = 6".to_owned(), Unfit::Broken(TraceId(6))),
        ("UPDATE journal SET kind = 'HACK' WHERE id = 6".to_owned(), Unfit::Broken(TraceId(6))),
        ("UPDATE journal SET host = 'x' WHERE id = 6".to_owned(), Unfit::Broken(TraceId(6))),
        ("UPDATE journal SET remote = 1 WHERE id = 6".to_owned(), Unfit::Broken(TraceId(6))),
        ("UPDATE journal SET hash = 'x' WHERE id = 4".to_owned(), Unfit::Broken(TraceId(4))),
        ("DELETE FROM journal WHERE id = 1".to_owned(), Unfit::Missing(TraceId(1))),
        ("DELETE FROM journal WHERE id = 4".to_owned(), Unfit::Missing(TraceId(4))),
        (format!("INSERT INTO journal(id, {columns}) SELECT 7, {columns} FROM journal WHERE id = 2"), {
            Unfit::Broken(TraceId(7))
        }),
        (format!("INSERT INTO journal(id, {columns}) SELECT -1, {columns} FROM journal WHERE id = 2"), {
            Unfit::Broken(TraceId(-1))
        }),
        (moved.to_owned(), Unfit::Broken(TraceId(3))),
        ("UPDATE journal SET id = 9 WHERE id = 6".to_owned(), Unfit::Missing(TraceId(6))),
    ];
    for (sql, found) in attacks {
        let desk = six();
        assert_eq!(desk.store.check().unwrap().journal, None);
        // The next number is anybody's to write: only its hash tells.
        if found != Unfit::Broken(TraceId(7)) {
            desk.store.conn.execute_batch(&sql).expect_err("the database refuses");
            assert_eq!(desk.store.check().unwrap().journal, None, "{sql}");
        }
        past_the_seals(&desk, &sql);
        let check = desk.store.check().unwrap();
        assert_eq!(check.journal, Some(found), "{sql}");
        assert!(!check.is_clean());
    }
}

#[test]
fn no_hand_replaces_an_entry_or_moves_where_the_chain_begins() {
    let desk = six();
    for sql in [
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE id = 6",
        "REPLACE INTO journal_head VALUES (1, 2, 'x')",
        "INSERT INTO journal_head VALUES (2, 2, 'x')",
        "DELETE FROM journal_head",
        "UPDATE journal_head SET number = 2",
        // Not what it is, and not old enough.
        "UPDATE journal_head SET number = 2, hash = (SELECT hash FROM journal WHERE id = 3)",
        "UPDATE journal_head SET number = 2, hash = (SELECT hash FROM journal WHERE id = 2)",
        "UPDATE journal_head SET (number, hash) = (SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1)",
    ] {
        let refused = desk.store.conn.execute_batch(sql).expect_err(sql).to_string();
        assert_eq!(refused, "sealed", "{sql}");
    }
    assert_eq!((count(&desk), desk.store.check().unwrap().journal), (6, None));
}

/// A folder with a store of six entries in it.
fn in_a_folder() -> (tempfile::TempDir, PathBuf, Desk) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("releve.db");
    let mut desk = Desk::on(Store::create(Place::File(&path), Some(&KEY)).unwrap());
    opened(&mut desk, 6, 11);
    (dir, path, desk)
}

fn found(path: &Path) -> Option<Unfit> {
    let opened = Store::open(path, &KEY).unwrap().check().unwrap().journal;
    assert_eq!(Store::examine(path, &KEY).unwrap().findings.journal, opened);
    opened
}

#[test]
fn a_journal_cut_at_its_end_is_found_by_what_is_remembered_beside_the_store() {
    let (dir, path, desk) = in_a_folder();
    assert_eq!(found(&path), None);
    past_the_seals(&desk, "DELETE FROM journal WHERE id >= 5");
    armed(&desk);
    drop(desk);
    assert_eq!(found(&path), Some(Unfit::Missing(TraceId(5))));
    // It goes on, and its numbers catch up: what was remembered is not forgotten for it, whatever else is done.
    let mut desk = Desk { store: Store::open(&path, &KEY).unwrap(), now: super::super::testing::friday() };
    opened(&mut desk, 4, 11);
    desk.doctor("Vidal");
    drop(desk);
    assert_eq!(found(&path), Some(Unfit::Broken(TraceId(6))));
    // By itself the chain is whole: without the file nobody would know.
    std::fs::remove_file(dir.path().join("releve.head")).unwrap();
    assert_eq!(found(&path), None);
}

#[test]
fn a_journal_that_is_cut_or_written_anew_before_the_newest_change_is_found_by_the_changes() {
    // In memory, where nothing lies beside the store.
    let known = |mark: &str| {
        let mut desk = six();
        desk.doctor("Vidal");
        opened(&mut desk, 2, 12);
        let doctor = desk.doctor("Roche");
        assert_eq!(desk.store.check().unwrap().journal, None);
        past_the_seals(&desk, mark);
        let newest = desk.store.conn.query_row("SELECT max(id) FROM change", [], |row| row.col(0)).unwrap();
        (desk, ChangeId(newest), doctor)
    };
    let (desk, newest, _) = known("DELETE FROM journal WHERE id = 8");
    assert_eq!(desk.store.check().unwrap().journal, Some(Unfit::Unlike { change: newest, after: TraceId(6) }));
    let (desk, newest, _) = known("DELETE FROM journal WHERE id >= 6");
    let before = ChangeId(newest.0 - 1);
    assert_eq!(desk.store.check().unwrap().journal, Some(Unfit::Unlike { change: before, after: TraceId(0) }));
    // Written anew with a chain of its own: it has as many entries, and each follows.
    let (mut desk, newest, _) = known("DELETE FROM journal WHERE id >= 7");
    opened(&mut desk, 2, 11);
    assert_eq!(broken(&desk.store.conn).unwrap(), None);
    assert_eq!(desk.store.check().unwrap().journal, Some(Unfit::Unlike { change: newest, after: TraceId(6) }));
    // What no change knew yet, the file beside the store alone tells; without both nobody would know.
    let (desk, ..) = known("DELETE FROM journal WHERE id = 8; UPDATE change SET journal = NULL");
    assert_eq!(desk.store.check().unwrap().journal, None);
    let mut desk = six();
    past_the_seals(&desk, "DELETE FROM journal WHERE id = 6");
    armed(&desk);
    assert_eq!(desk.store.check().unwrap().journal, None);
    desk.doctor("Vidal");
    assert_eq!(desk.store.check().unwrap().journal, None);
}

#[test]
fn what_was_remembered_before_there_was_a_journal_is_still_read() {
    let (dir, path, desk) = in_a_folder();
    let file = dir.path().join("releve.head");
    let second = std::fs::read_to_string(&file).unwrap();
    let known = Store::remembered(&path).unwrap();
    assert!(second.starts_with("releve 2 ") && second.len() == 204, "{second}");
    // As the version before wrote it.
    let text = format!("releve 1 {:020} {} ", known.change.0, known.hash.clone().unwrap());
    let sum = format!("{:x}", <sha2::Sha256 as sha2::Digest>::digest(&text));
    std::fs::write(&file, format!("{text}{sum:.22}\n")).unwrap();
    assert_eq!(Store::remembered(&path), Some(known));
    assert!(!std::fs::read_to_string(&file).unwrap().starts_with("releve 2"));
    drop(desk);
    // The next to open it adds the journal.
    drop(Store::open(&path, &KEY).unwrap());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), second);
    // Each byte of it counts.
    let bytes = second.into_bytes();
    for at in 0..bytes.len() {
        let mut bad = bytes.clone();
        bad[at] ^= 1;
        std::fs::write(&file, bad).unwrap();
        assert_eq!(Head::of(&path).unwrap().line(), None, "{at}");
    }
}

#[test]
fn an_older_store_that_the_coordination_knows_of_begins_its_journal_anew() {
    let (dir, path, mut desk) = in_a_folder();
    let copy = tempfile::tempdir().unwrap();
    let names = ["releve.db", "releve.db-wal"];
    for name in names {
        std::fs::copy(dir.path().join(name), copy.path().join(name)).unwrap();
    }
    desk.doctor("Vidal");
    opened(&mut desk, 3, 12);
    drop(desk);
    for name in names {
        std::fs::copy(copy.path().join(name), dir.path().join(name)).unwrap();
    }
    // It lacks a change: that is what is said of it.
    assert_eq!(found(&path), None);
    let mut desk = Desk { store: Store::open(&path, &KEY).unwrap(), now: super::super::testing::friday() };
    let loss = desk.store.loss(&[]).unwrap().unwrap();
    desk.act(GARNIER, CentreAct::Loss(loss.known));
    drop(desk);
    assert_eq!(found(&path), None);
    let line = std::fs::read_to_string(dir.path().join("releve.head")).unwrap();
    assert!(line.contains(&format!(" {:020} ", 6)), "{line}");
}

/// Two years: an entry on the first of each month, and one of today.
fn two_years(desk: &mut Desk) {
    for n in 0..24_i32 {
        let first = Day::ymd(2025 + n / 12, u32::try_from(n % 12 + 1).unwrap(), 1).unwrap();
        desk.store.trace(left(GARNIER, point(i64::from(n)), Stamp::at(first, 480)));
    }
    desk.store.trace(left(GARNIER, Trace::of(TraceKind::SignedIn), on(12, 15)));
    desk.store.write_traces().unwrap();
}

#[test]
fn what_is_older_than_the_centre_keeps_it_is_folded_and_the_chain_holds() {
    let mut desk = Desk::new();
    two_years(&mut desk);
    // Until the fifteenth of December of the year before.
    desk.doctor("Vidal");
    assert_eq!(desk.store.fold_journal().unwrap(), 12);
    assert_eq!((count(&desk), desk.store.check().unwrap().journal), (13, None));
    assert_eq!(desk.store.fold_journal().unwrap(), 0, "once");
    // It goes on after the last, and what is left is as sealed as before.
    opened(&mut desk, 1, 12);
    assert_eq!(newest(&desk.store.conn).unwrap().number, TraceId(26));
    desk.store.conn.execute_batch("DELETE FROM journal WHERE id = 13").unwrap_err();
    assert_eq!(desk.store.check().unwrap().journal, None);
    // The centre keeps it for less.
    let edit = crate::domain::act::NewCentre { journal_months: 6, ..super::super::testing::ajain() };
    desk.act(GARNIER, CentreAct::Edit(edit));
    opened(&mut desk, 1, 12);
    desk.store.trace(left(GARNIER, point(1), on(12, 15)));
    desk.store.write_traces().unwrap();
    assert_eq!(desk.store.fold_journal().unwrap(), 6);
    assert_eq!(desk.store.check().unwrap().journal, None);
}

#[test]
fn a_fold_that_is_not_what_it_says_is_named() {
    for (sql, found) in [
        ("UPDATE journal_head SET hash = 'x'", Unfit::Broken(TraceId(13))),
        ("UPDATE journal_head SET number = 11", Unfit::Missing(TraceId(12))),
        ("UPDATE journal_head SET number = 14", Unfit::Broken(TraceId(13))),
        // More folded than is said, or folded without a fold.
        ("DELETE FROM journal WHERE id = 13", Unfit::Missing(TraceId(13))),
        ("DELETE FROM journal WHERE id <= 14; UPDATE journal_head SET number = 14", Unfit::Broken(TraceId(15))),
        ("UPDATE journal_head SET number = 0, hash = ''", Unfit::Missing(TraceId(1))),
    ] {
        let mut desk = Desk::new();
        two_years(&mut desk);
        desk.store.fold_journal().unwrap();
        past_the_seals(&desk, sql);
        assert_eq!(desk.store.check().unwrap().journal, Some(found), "{sql}");
    }
}

#[test]
fn what_waits_goes_with_the_next_change_or_at_the_second_look_or_when_it_is_told_to() {
    let mut desk = Desk::new();
    let read = |desk: &mut Desk| desk.store.trace(left(GARNIER, point(1), desk.now.at));
    read(&mut desk);
    assert_eq!(count(&desk), 0, "nothing is written for it");
    desk.doctor("Vidal");
    assert_eq!(count(&desk), 1);
    // A change that is refused takes nothing along, and loses nothing.
    read(&mut desk);
    desk.refused(GARNIER, PeopleAct::Add(someone("", "", Role::Doctor)));
    assert_eq!(count(&desk), 1);
    desk.store.look_at_traces();
    assert_eq!(count(&desk), 1, "it came a moment ago");
    desk.store.look_at_traces();
    assert_eq!(count(&desk), 2);
    // A desk that has no moment to look around.
    read(&mut desk);
    desk.store.hurry_traces();
    assert_eq!(count(&desk), 2);
    desk.store.traces.since = Instant::now().checked_sub(LONGEST);
    desk.store.hurry_traces();
    assert_eq!(count(&desk), 3);
    desk.store.look_at_traces();
    desk.store.look_at_traces();
    assert_eq!((count(&desk), desk.store.check().unwrap().journal), (3, None));
}

#[test]
fn a_store_that_takes_nothing_keeps_nobody_from_reading_and_is_tried_again() {
    let mut desk = Desk::new();
    desk.store.conn.pragma_update(None, "query_only", true).unwrap();
    desk.store.trace(left(GARNIER, point(1), desk.now.at));
    assert!(desk.store.write_traces().is_err());
    desk.store.look_at_traces();
    desk.store.look_at_traces();
    desk.ask(question::Frame);
    assert_eq!(count(&desk), 0);
    desk.store.conn.pragma_update(None, "query_only", false).unwrap();
    desk.store.trace(left(GARNIER, point(2), desk.now.at));
    desk.store.write_traces().unwrap();
    assert_eq!(count(&desk), 2);
    // An entry that is refused for what it is does not take the change along.
    past_the_seals(&desk, "CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'full'); END");
    desk.store.trace(left(GARNIER, point(3), desk.now.at));
    armed(&desk);
    desk.doctor("Vidal");
    assert_eq!(count(&desk), 2);
    desk.store.conn.execute_batch("DROP TRIGGER full").unwrap();
    desk.store.write_traces().unwrap();
    assert_eq!(count(&desk), 3);
}

#[test]
fn each_sees_their_own_entries_and_the_coordination_all() {
    let mut desk = six();
    let doctor = desk.doctor("Vidal");
    desk.store.trace(left(doctor, point(118), on(11, 20)));
    desk.store.trace(Left { person: None, ..left(doctor, Trace::of(TraceKind::RecoveredIn), on(11, 21)) });
    desk.store.write_traces().unwrap();
    let numbers = |who, days| -> Vec<Option<i64>> {
        let entries = desk.store.ask(question::Journal(days), Who::is(who), desk.now).unwrap();
        entries.into_iter().map(|entry| entry.left.trace.number).collect()
    };
    assert_eq!(numbers(doctor, None), [Some(118)]);
    assert_eq!(numbers(GARNIER, None), [None, Some(118), Some(6), Some(5), Some(4), Some(3), Some(2), Some(1)]);
    let day = |d| Day::ymd(2026, 11, d).unwrap();
    let days = crate::domain::Period { from: day(2), to: day(3) };
    assert_eq!(numbers(GARNIER, Some(days)), [Some(3), Some(2)]);
    assert_eq!(numbers(PersonId(99), None), []);
}

#[test]
fn failures_are_brought_in_once() {
    let mut desk = Desk::new();
    let account = Account { id: AccountId(4), label: "C".into(), person: GARNIER, recipient: "age1".into() };
    desk.store.add_account(&account, None, By { person: GARNIER, now: desk.now }).unwrap();
    let seat = Seat::new("accueil", true);
    let failures = [(AccountId(4), on(11, 1)), (AccountId(9), on(11, 2))];
    desk.store.bring_in_failures(&failures, &seat).unwrap();
    // Cut off before they were forgotten.
    desk.store.bring_in_failures(&failures, &seat).unwrap();
    let found = desk.ask(question::Journal(None));
    let failed: Vec<_> = found.iter().map(|e| (e.left.trace.kind, e.left.account, e.left.person)).collect();
    let failure = |account, person| (TraceKind::Failed, Some(AccountId(account)), person);
    assert_eq!(failed, [failure(9, None), failure(4, Some(GARNIER))]);
    assert_eq!(found[0].left.seat, seat);
}

#[test]
fn two_desks_write_one_chain() {
    let (_dir, path, mut one) = in_a_folder();
    let mut two = Desk { store: Store::open(&path, &KEY).unwrap(), now: one.now };
    for n in 0..5 {
        one.store.trace(left(GARNIER, point(n), one.now.at));
        two.store.trace(left(GARNIER, point(n), one.now.at));
        one.store.write_traces().unwrap();
        two.open(GARNIER, about(&n.to_string()), word("INR", s(48)));
    }
    assert_eq!(count(&one), 16);
    assert_eq!(found(&path), None);
    // No desk is told to look again for it.
    one.store.changed();
    two.store.trace(left(GARNIER, point(1), one.now.at));
    two.store.write_traces().unwrap();
    assert!(!one.store.changed());
}
