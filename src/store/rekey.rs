//! Gives the store another key, in place.
//!
//! May know both raw keys, not where they come from. It is one transaction: killed anywhere, the store
//! opens with the old key or with the new one, and other desks that have it open read nothing more.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::open::{connect, read, with_key};
use super::{Store, StoreError};
use crate::store::sql::Columns as _;

/// That a key is to be changed is kept under its mark: once another opens the store, that is done.
impl Store {
    /// Notes that the key by this mark is to be changed, until it is.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn set_key_due(&mut self, mark: &str) -> Result<(), StoreError> {
        self.conn.execute(
            "INSERT INTO key_due(one, mark) VALUES (1, ?1) ON CONFLICT(one) DO UPDATE SET mark = excluded.mark",
            [mark],
        )?;
        Ok(())
    }

    /// Whether the key by this mark is to be changed.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn is_key_due(&self, mark: &str) -> Result<bool, StoreError> {
        is_due(&self.conn, mark)
    }

    /// The same of a store that is only looked at, perhaps of an older program.
    ///
    /// # Errors
    /// When the key does not open it, or it cannot be read.
    pub fn is_key_due_at(path: &Path, key: &[u8; 32], mark: &str) -> Result<bool, StoreError> {
        let reading = read(path, key)?;
        let known: bool = reading.conn.query_row(
            "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'key_due')",
            [],
            |row| row.col(0),
        )?;
        if known { is_due(&reading.conn, mark) } else { Ok(false) }
    }
}

fn is_due(conn: &Connection, mark: &str) -> Result<bool, StoreError> {
    let mut sql = conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM key_due WHERE mark = ?1)")?;
    Ok(sql.query_row([mark], |row| row.col(0))?)
}

impl Store {
    /// Whether this key opens the store, which is only looked at.
    ///
    /// # Errors
    /// When there is no store, or it cannot be read for another reason than its key.
    pub fn fits(path: &Path, key: &[u8; 32]) -> Result<bool, StoreError> {
        match read(path, key) {
            Ok(_) => Ok(true),
            Err(StoreError::WrongKey) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Encrypts the whole store anew.
    ///
    /// The connection is one of its own and ends here: whatever happens, none goes on with half a key.
    ///
    /// # Errors
    /// When the old key does not open the store, another desk is writing, or the disk is full; then
    /// the old key is still the right one, unless [`Store::fits`] says otherwise.
    pub fn rekey(path: &Path, old: &[u8; 32], new: &[u8; 32]) -> Result<(), StoreError> {
        let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(old))?;
        change_key(&conn, new)?;
        drop(conn);
        // What SQLCipher answers is not enough: the new key has to open it.
        if !Self::fits(path, new)? {
            return Err(StoreError::Busy);
        }
        let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(new))?;
        // Nothing of the old encryption stays behind, unless another desk is reading at this moment.
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }
}

fn change_key(conn: &Connection, new: &[u8; 32]) -> Result<(), StoreError> {
    with_key("rekey", new, |pragma| Ok(conn.execute_batch(pragma)?))
}

#[cfg(test)]
mod tests {
    use super::super::Place;
    use super::super::testing::Desk;
    use super::*;

    const OLD: [u8; 32] = [7; 32];
    const NEW: [u8; 32] = [9; 32];

    fn made() -> (tempfile::TempDir, std::path::PathBuf, String) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("centre.db");
        let mut desk = Desk::on(Store::create(Place::File(&path), Some(&OLD)).unwrap());
        for n in 0..40 {
            desk.doctor(&format!("Vidal{n}"));
        }
        let dump = desk.dump();
        desk.store.close().unwrap();
        (dir, path, dump)
    }

    fn dump(path: &Path, key: &[u8; 32]) -> Result<String, StoreError> {
        let store = Store::open(path, key)?;
        Ok(Desk { store, now: super::super::testing::friday() }.dump())
    }

    #[test]
    fn the_new_key_opens_everything_and_the_old_one_nothing() {
        let (_dir, path, before) = made();
        let old_bytes = std::fs::read(&path).unwrap();
        Store::rekey(&path, &OLD, &NEW).unwrap();
        assert_eq!(dump(&path, &NEW).unwrap(), before);
        assert!(matches!(Store::open(&path, &OLD), Err(StoreError::WrongKey)));
        assert!(!Store::fits(&path, &OLD).unwrap());
        // No page is left as it was.
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(bytes.len(), old_bytes.len());
        let same = bytes.chunks(4096).zip(old_bytes.chunks(4096)).filter(|(a, b)| a == b).count();
        assert_eq!(same, 0);
    }

    #[test]
    fn a_power_cut_leaves_the_old_key_or_the_new_one() {
        let (dir, path, before) = made();
        let conn = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(&OLD)).unwrap();
        change_key(&conn, &NEW).unwrap();
        // Committed into the log, nothing brought together yet.
        let cut = dir.path().join("cut.db");
        let log = std::fs::read(dir.path().join("centre.db-wal")).unwrap();
        for kept in [0, log.len() / 3, log.len() - 1, log.len()] {
            std::fs::copy(&path, &cut).unwrap();
            std::fs::write(dir.path().join("cut.db-wal"), &log[..kept]).unwrap();
            let _ = std::fs::remove_file(dir.path().join("cut.db-shm"));
            let (key, other) = if kept == log.len() { (&NEW, &OLD) } else { (&OLD, &NEW) };
            assert!(!Store::fits(&cut, other).unwrap(), "{kept}");
            assert_eq!(dump(&cut, key).unwrap(), before, "{kept}");
        }
    }

    #[test]
    fn another_desk_neither_reads_nor_writes_any_more() {
        let (_dir, path, before) = made();
        let mut other = Desk { store: Store::open(&path, &OLD).unwrap(), now: super::super::testing::friday() };
        assert_eq!(other.dump(), before);
        Store::rekey(&path, &OLD, &NEW).unwrap();
        let who = crate::domain::Who::is(super::super::testing::GARNIER);
        let act = crate::domain::act::PeopleAct::Add(super::super::testing::someone(
            "Luc",
            "Morel",
            crate::domain::Role::Doctor,
        ));
        let reply = other.store.write(&crate::protocol::Write::of(act.into()), who, other.now);
        let crate::protocol::Reply::Failed(crate::domain::Trouble { msg, .. }) = reply else { panic!("{reply:?}") };
        assert_eq!(msg.id, "store-wrong-key");
        assert!(other.store.changed());
        drop(other);
        assert_eq!(dump(&path, &NEW).unwrap(), before);
    }

    #[test]
    fn a_desk_that_is_writing_is_waited_for_and_a_full_disk_changes_nothing() {
        let (_dir, path, before) = made();
        let busy = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(&OLD)).unwrap();
        busy.execute_batch("BEGIN IMMEDIATE").unwrap();
        let conn = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(&OLD)).unwrap();
        conn.busy_timeout(std::time::Duration::from_millis(1)).unwrap();
        let _ = change_key(&conn, &NEW);
        drop(conn);
        assert!(Store::fits(&path, &OLD).unwrap());
        busy.execute_batch("ROLLBACK").unwrap();
        drop(busy);
        assert_eq!(dump(&path, &OLD).unwrap(), before);
    }
}
