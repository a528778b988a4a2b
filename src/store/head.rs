//! What is remembered beside a store of its newest change and of the newest entry of its journal: `releve.head`.
//!
//! A log that was damaged, cut or deleted, or an older store put in the place of a newer one, is a whole store to every
//! check of the engine. The number and the hash of the newest change, kept in a file of their own, tell. After a crash
//! the store may be ahead of that file, never behind it: only a store that *lacks* what the file names is an alarm.
//!
//! It is written in one go, in place, after the commit and never in its way: a save that was acknowledged does not fail
//! for it. It is only ever raised, and by a store that holds what it names; an acknowledged loss lets it begin anew.
//! What cannot be read in it counts as nothing. It is brought to the disk at a signature, at a copy, and when the store
//! is closed. It is no defence against somebody who replaces both files: it names no one and is under no key.

use std::cell::Cell;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{FileExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

use super::journal::{self, Link};
use super::{Store, StoreError, chain, migrate};
use crate::domain::{ChangeId, Known, Loss, TraceId};
use crate::store::sql::{Columns as _, params};

/// The file beside one store.
#[derive(Debug)]
pub(super) struct Head {
    path: PathBuf,
    /// Whether it was written since it was last brought to the disk.
    raised: Cell<bool>,
}

/// How often another desk is waited for, a millisecond each time; then the next change will do.
const TRIES: usize = 20;

/// The length of the file: as it is written as long as there is no journal, and with it.
const LENGTH: usize = 118;
const LONGER: usize = 204;

/// What stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    known: Known,
    /// The newest entry of the journal of accesses.
    journal: Option<Link>,
}

impl Line {
    /// The newest entry that a store must hold; of one that lacks the change, that is what is said of it.
    pub(super) fn entry(&self, conn: &Connection) -> Result<Option<&Link>, StoreError> {
        Ok(if holds(conn, &self.known)? { self.journal.as_ref() } else { None })
    }
}

/// Number and hash of the change and of the entry, and a checksum of it all: always as long.
fn written(line: &Line) -> Option<String> {
    let (change, hash) = (line.known.change.0, line.known.hash.as_deref()?);
    let (text, length) = match &line.journal {
        None => (format!("releve 1 {change:020} {hash} "), LENGTH),
        Some(Link { number, hash: entry }) => {
            (format!("releve 2 {change:020} {hash} {:020} {entry} ", number.0), LONGER)
        }
    };
    let line = format!("{text}{:.22}\n", format!("{:x}", Sha256::digest(&text)));
    (line.len() == length).then_some(line)
}

fn parsed(bytes: &[u8]) -> Option<Line> {
    let text = std::str::from_utf8(bytes).ok()?;
    let words: Vec<&str> = text.split(' ').collect();
    let known =
        Known { change: ChangeId(words.get(2)?.parse().ok()?), hash: words.get(3).map(|&hash| hash.to_owned()) };
    let journal = match words[..] {
        [_, "2", _, _, number, hash, _] => Some(Link { number: TraceId(number.parse().ok()?), hash: hash.to_owned() }),
        _ => None,
    };
    let line = Line { known, journal };
    (written(&line).as_deref() == Some(text)).then_some(line)
}

impl Head {
    /// The one beside this file; none beside one that is only on its way to be a store.
    pub(super) fn of(store: &Path) -> Option<Self> {
        let path = store.extension().is_some_and(|e| e == "db").then(|| store.with_extension("head"))?;
        Some(Self { path, raised: Cell::new(false) })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// What is remembered of the changes; what cannot be read counts as nothing.
    pub(super) fn known(&self) -> Option<Known> {
        self.line().map(|line| line.known)
    }

    /// All that is remembered.
    pub(super) fn line(&self) -> Option<Line> {
        // No longer than it is: something else may lie there.
        let file = File::open(&self.path).ok()?;
        let length = file.metadata().ok().filter(std::fs::Metadata::is_file)?.len();
        let length = [LENGTH, LONGER].into_iter().find(|known| *known as u64 == length)?;
        let mut bytes = vec![0; length];
        file.read_exact_at(&mut bytes, 0).ok()?;
        parsed(&bytes)
    }

    /// Remembers the newest change and the newest entry of a store just opened, or just written to.
    pub(super) fn follow(&self, conn: &Connection) {
        if let Err(error) = self.raise(conn) {
            tracing::warn!(%error, "the newest change could not be noted beside the store");
        }
    }

    fn raise(&self, conn: &Connection) -> Result<(), StoreError> {
        let change = newest(conn)?;
        let Some(hash) = chain::hash_of(conn, change)? else { return Ok(()) };
        let newest = Known { change, hash: Some(hash) };
        let entry = Some(journal::newest(conn)?).filter(|entry| entry.number.0 > 0);
        let file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(&self.path)?;
        lock(&file)?;
        let before = self.line();
        let line = match before.clone() {
            Some(Line { known, journal }) if !is_settled(conn, &known)? => {
                let raises = known.change < newest.change && holds(conn, &known)?;
                let follows = match (&journal, &entry) {
                    (Some(before), Some(entry)) => before.number < entry.number && journal::holds(conn, before)?,
                    (before, _) => before.is_none(),
                };
                Line { known: if raises { newest } else { known }, journal: if follows { entry } else { journal } }
            }
            _ => Line { known: newest, journal: entry },
        };
        if before.as_ref() != Some(&line) {
            let Some(line) = written(&line) else { return Ok(()) };
            file.write_all_at(line.as_bytes(), 0)?;
            // Something longer may have lain there.
            if file.metadata()?.len() != line.len() as u64 {
                file.set_len(line.len() as u64)?;
            }
            self.raised.set(true);
        }
        Ok(())
    }

    /// Brings to the disk what this desk or another has written.
    pub(super) fn settle(&self) {
        self.raised.set(self.path.exists());
        self.sync();
    }

    /// Brings it to the disk.
    pub(super) fn sync(&self) {
        if self.raised.replace(false)
            && let Err(error) = File::open(&self.path).and_then(|file| file.sync_all())
        {
            tracing::warn!(%error, "what is noted beside the store is not yet on the disk");
        }
    }
}

impl Drop for Head {
    fn drop(&mut self) {
        self.sync();
    }
}

fn lock(file: &File) -> io::Result<()> {
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(1)),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Err(io::ErrorKind::WouldBlock.into())
}

/// The newest change that is done: one that is under way is not yet what was known.
fn newest(conn: &Connection) -> Result<ChangeId, StoreError> {
    let sql = "SELECT coalesce(max(id), 0) FROM change WHERE id IS NOT (SELECT change FROM txn)";
    Ok(conn.prepare_cached(sql)?.query_row([], |row| row.col(0))?)
}

/// Whether a change is in the store as it is known.
fn holds(conn: &Connection, known: &Known) -> Result<bool, StoreError> {
    if known.change > newest(conn)? {
        return Ok(false);
    }
    // Before the chain there is only its number to go by.
    let Some(hash) = known.hash.as_ref().filter(|_| migrate::version(conn).is_ok_and(|v| v >= migrate::CHAINED)) else {
        return Ok(true);
    };
    Ok(chain::hash_of(conn, known.change)?.is_none_or(|there| there == *hash))
}

/// Whether the coordination knows that a change is lost.
fn is_settled(conn: &Connection, known: &Known) -> Result<bool, StoreError> {
    if migrate::version(conn)? < migrate::CHAINED {
        return Ok(false);
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM loss WHERE known = ?1 AND hash = ?2)";
    let values = params![known.change, known.hash.as_deref().unwrap_or_default()];
    Ok(conn.prepare_cached(sql)?.query_row(values, |row| row.col(0))?)
}

/// What a store lacks of what is known, unless the coordination knows it.
pub(super) fn lost(conn: &Connection, known: &[Known]) -> Result<Option<Loss>, StoreError> {
    let mut gone = Vec::new();
    for known in known {
        if !holds(conn, known)? && !is_settled(conn, known)? && !gone.contains(known) {
            gone.push(known.clone());
        }
    }
    if gone.is_empty() {
        return Ok(None);
    }
    gone.sort_by_key(|known| std::cmp::Reverse(known.change));
    let last = newest(conn)?;
    let since = conn.prepare("SELECT max(at) FROM change WHERE id = ?1")?.query_row(params![last], |row| row.col(0))?;
    Ok(Some(Loss { known: gone, newest: last, since }))
}

impl Store {
    /// The newest change, by its number and its hash.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn newest(&self) -> Result<Known, StoreError> {
        let change = newest(&self.conn)?;
        Ok(Known { change, hash: chain::hash_of(&self.conn, change)? })
    }

    /// What the store lacks of what is remembered beside it, and of what else is known.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn loss(&self, also: &[Known]) -> Result<Option<Loss>, StoreError> {
        let head = self.head.as_ref().and_then(Head::known);
        lost(&self.conn, &head.into_iter().chain(also.iter().cloned()).collect::<Vec<_>>())
    }

    /// The same of a store that is only looked at.
    ///
    /// # Errors
    /// When it does not open.
    pub fn loss_at(path: &Path, key: &[u8; 32], also: &[Known]) -> Result<Option<Loss>, StoreError> {
        let reading = super::open::read(path, key)?;
        migrate::check(&reading.conn)?;
        lost(&reading.conn, &Self::remembered(path).into_iter().chain(also.iter().cloned()).collect::<Vec<_>>())
    }

    /// What is remembered beside a store, whether it is there or not.
    #[must_use]
    pub fn remembered(path: &Path) -> Option<Known> {
        Head::of(path)?.known()
    }

    /// Forgets what is remembered: another store takes its place.
    ///
    /// # Errors
    /// When the file cannot be removed.
    pub fn forget_head(path: &Path) -> io::Result<()> {
        let Some(head) = Head::of(path) else { return Ok(()) };
        match std::fs::remove_file(head.path()) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => Err(e),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::testing::{Desk, GARNIER, about, s, word};
    use super::super::{Place, Store};
    use super::*;
    use crate::domain::act::CentreAct;
    use crate::domain::{Role, Stamp};

    const KEY: [u8; 32] = [7; 32];

    /// A folder with a desk at work on the store in it.
    struct Room {
        dir: tempfile::TempDir,
        desk: Desk,
    }

    impl Room {
        fn new() -> Self {
            let dir = tempfile::tempdir().unwrap();
            let desk = Desk::on(Store::create(Place::File(&dir.path().join("releve.db")), Some(&KEY)).unwrap());
            Self { dir, desk }
        }

        fn note(&mut self, count: usize) {
            for n in 0..count {
                self.desk.now.at.0 += 60_000;
                self.desk.open(GARNIER, about(&n.to_string()), word("INR à 4,8", s(48)));
            }
        }

        /// The store, its log and its head as they lie there now, put elsewhere.
        fn left(&self) -> Left {
            let dir = tempfile::tempdir().unwrap();
            for name in ["releve.db", "releve.db-wal", "releve.head"] {
                fs::copy(self.dir.path().join(name), dir.path().join(name)).unwrap();
            }
            Left(dir)
        }

        fn newest(&self) -> ChangeId {
            newest(&self.desk.store.conn).unwrap()
        }
    }

    struct Left(tempfile::TempDir);

    impl Left {
        fn path(&self, name: &str) -> PathBuf {
            self.0.path().join(name)
        }

        fn store(&self) -> PathBuf {
            self.path("releve.db")
        }

        fn open(&self) -> Store {
            Store::open(&self.store(), &KEY).unwrap()
        }

        /// What is missing to who looks, and to who opens.
        fn missing(&self) -> Option<i64> {
            let looked = Store::loss_at(&self.store(), &KEY, &[]).unwrap();
            let opened = self.open().loss(&[]).unwrap();
            assert_eq!(looked, opened);
            opened.map(|loss| loss.missing())
        }

        fn spoil(&self, name: &str, spoil: impl FnOnce(&mut Vec<u8>)) {
            let mut bytes = fs::read(self.path(name)).unwrap();
            spoil(&mut bytes);
            fs::write(self.path(name), bytes).unwrap();
        }
    }

    #[test]
    fn a_log_that_is_damaged_cut_or_deleted_is_named() {
        let mut room = Room::new();
        drop(room.left().open());
        room.desk.store.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
        let before = room.newest();
        room.note(30);
        assert_eq!(room.newest().0 - before.0, 30);
        assert_eq!(room.left().missing(), None);
        let cut = |log: &mut Vec<u8>| log.truncate(log.len() / 2);
        let flip = |log: &mut Vec<u8>| {
            let middle = log.len() / 2;
            log[middle] ^= 1;
        };
        for (how, spoil) in [("cut", cut as fn(&mut Vec<u8>)), ("flipped", flip), ("emptied", Vec::clear)] {
            let left = room.left();
            left.spoil("releve.db-wal", spoil);
            let missing = left.missing();
            assert!(missing.is_some_and(|n| (1..=30).contains(&n)), "{how}: {missing:?}");
            assert_eq!(missing, left.missing(), "it is said once more the next time");
        }
        // What may still be in a damaged log is not written over: it is kept as it was found.
        let left = room.left();
        left.spoil("releve.db-wal", flip);
        let found = ["releve.db", "releve.db-wal"].map(|name| fs::read(left.path(name)).unwrap());
        let mut desk = Desk { store: left.open(), now: room.desk.now };
        desk.doctor("Roche");
        drop(desk);
        drop(left.open());
        let name = format!("releve.lost-{}.db", room.newest());
        let kept = [name.clone(), name + "-wal"].map(|name| fs::read(left.path(&name)).unwrap());
        assert!(kept == found, "what was found is not what was kept");
        // Encrypted once more since, it is not kept again beside.
        let again = room.left();
        again.spoil("releve.db-wal", flip);
        let name = format!("releve.lost-{}.db", room.newest());
        fs::write(again.path(&format!("{name}.age")), "").unwrap();
        drop(again.open());
        assert!(!again.path(&name).exists());
        let left = room.left();
        fs::remove_file(left.path("releve.db-wal")).unwrap();
        let loss = Store::loss_at(&left.store(), &KEY, &[]).unwrap().unwrap();
        assert_eq!((loss.missing(), loss.newest), (30, before));
        assert_eq!(loss.since, Some(Stamp(room.desk.now.at.0 - 30 * 60_000)));
        // What was there is whole to every other check: without the file beside it nobody would know.
        assert!(Store::examine(&left.store(), &KEY).unwrap().is_clean());
        fs::remove_file(left.path("releve.head")).unwrap();
        assert_eq!(left.missing(), None);
    }

    #[test]
    fn an_older_store_is_named_and_one_that_is_ahead_is_not() {
        let mut room = Room::new();
        room.note(3);
        let (older, then) = (room.left(), room.newest());
        room.note(28);
        let newer = room.left();
        // A crash between the commit and the note: the store is ahead.
        fs::copy(older.path("releve.head"), newer.path("releve.head")).unwrap();
        assert_eq!(newer.missing(), None);
        assert_eq!(Store::remembered(&newer.store()).unwrap().change, room.newest(), "and it follows");
        // An older store in the place of the newer one, its log with it.
        fs::copy(newer.path("releve.head"), older.path("releve.head")).unwrap();
        assert_eq!(older.missing(), Some(28));
        // Worked on, it does not catch up unseen.
        let mut desk = Desk { store: older.open(), now: room.desk.now };
        for n in 0..40 {
            desk.open(GARNIER, about(&n.to_string()), word("autre", s(48)));
        }
        let loss = desk.store.loss(&[]).unwrap().unwrap();
        assert_eq!((loss.missing(), loss.msg().id.as_ref(), loss.known[0].change), (0, "loss-other", room.newest()));
        assert!(newest(&desk.store.conn).unwrap().0 > room.newest().0 && then < room.newest());
    }

    #[test]
    fn the_coordination_takes_note_once_and_the_file_begins_anew() {
        let mut room = Room::new();
        let doctor = room.desk.doctor("Vidal");
        let older = room.left();
        room.note(5);
        let newer = room.left();
        fs::copy(newer.path("releve.head"), older.path("releve.head")).unwrap();
        let mut desk = Desk { store: older.open(), now: room.desk.now };
        let loss = desk.store.loss(&[]).unwrap().unwrap();
        assert_eq!(loss.missing(), 5);
        let note = CentreAct::Loss(loss.known.clone());
        assert_eq!(desk.refused(doctor, note.clone()), "rights-coordination");
        assert_eq!(desk.act(GARNIER, note.clone()).id, "store-said-loss");
        assert_eq!(desk.store.loss(&[]).unwrap(), None);
        assert_eq!(desk.refused(GARNIER, note), "store-nothing");
        // It stays in the history, and is not undone.
        let undone = desk.store.undo(crate::domain::Who::is(GARNIER), desk.now);
        assert!(matches!(undone, crate::protocol::Reply::Refused(_)), "{undone:?}");
        desk.doctor("Roche");
        let known = Store::remembered(&older.store()).unwrap();
        assert_eq!(known.change, newest(&desk.store.conn).unwrap());
        drop(desk);
        assert_eq!(older.missing(), None);
        // The same of the last change alone, whose number the note itself takes.
        let left = room.left();
        room.note(1);
        fs::copy(room.dir.path().join("releve.head"), left.path("releve.head")).unwrap();
        let mut desk = Desk { store: left.open(), now: room.desk.now };
        let loss = desk.store.loss(&[]).unwrap().unwrap();
        assert_eq!(loss.missing(), 1);
        desk.act(GARNIER, CentreAct::Loss(loss.known));
        assert_eq!(desk.store.loss(&[]).unwrap(), None);
    }

    #[test]
    fn what_cannot_be_read_counts_as_nothing_and_no_save_fails_for_it() {
        let mut room = Room::new();
        room.note(1);
        let head = room.dir.path().join("releve.head");
        let good = fs::read(&head).unwrap();
        let longer = [good.as_slice(), b"x"].concat();
        for bad in [&good[..10], &[0; LENGTH], b"", longer.as_slice()] {
            fs::write(&head, bad).unwrap();
            assert_eq!(Store::remembered(&room.dir.path().join("releve.db")), None);
            room.note(1);
            let known = Store::remembered(&room.dir.path().join("releve.db"));
            assert_eq!(known.unwrap().change, room.newest());
        }
        for byte in 0..LENGTH {
            let mut bad = good.clone();
            bad[byte] ^= 1;
            assert_eq!(parsed(&bad), None, "{byte}");
        }
        // Somebody made a folder of that name; another holds the file for ever.
        fs::remove_file(&head).unwrap();
        fs::create_dir(&head).unwrap();
        room.note(1);
        fs::remove_dir(&head).unwrap();
        room.note(1);
        let other = File::open(&head).unwrap();
        other.lock().unwrap();
        room.note(1);
        drop(other);
        room.note(1);
        assert_eq!(room.left().missing(), None);
        assert_eq!(fs::metadata(&head).unwrap().len(), LENGTH as u64);
    }

    #[test]
    fn two_desks_and_a_change_of_the_key_keep_it_true() {
        let mut room = Room::new();
        let path = room.dir.path().join("releve.db");
        let mut other = Desk { store: Store::open(&path, &KEY).unwrap(), now: room.desk.now };
        for _ in 0..3 {
            room.note(1);
            other.act(
                GARNIER,
                crate::domain::act::PeopleAct::Add(super::super::testing::someone("A", "B", Role::Doctor)),
            );
        }
        let known = Store::remembered(&path).unwrap();
        assert_eq!(known.change, room.newest());
        Store::rekey(&path, &KEY, &[8; 32]).unwrap();
        assert_eq!(Store::loss_at(&path, &[8; 32], &[]).unwrap(), None);
        assert_eq!(Store::remembered(&path), Some(known));
        // In memory there is nothing to remember beside.
        assert_eq!(Desk::new().store.loss(&[]).unwrap(), None);
    }
}
