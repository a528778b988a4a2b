//! Copies of the store, and whether one is worth anything.
//!
//! A copy counts once it was opened with the key, read whole, and found to hold what the store holds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::check::Findings;
use super::head::Head;
use super::open::{self, Reading, connect};
use super::{Store, StoreError, arm, chain, last_change, migrate};
use crate::domain::ChangeId;
use crate::store::sql::Columns as _;

/// What two stores that are the same have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// Of the schema.
    pub version: i64,
    /// The newest change, and its hash once changes have one.
    pub newest: ChangeId,
    pub hash: Option<String>,
    /// Rows of each table. Drafts come and go between two looks, and each look is in the journal: they are left out.
    rows: BTreeMap<String, i64>,
}

/// What a look at a whole store finds; empty when all is well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examination {
    pub witness: Witness,
    /// Of the schema this program knows.
    pub known: i64,
    /// What the engine finds wrong with the file, in its own words.
    pub faults: Vec<String>,
    /// Seals of the store that are missing or not what this program makes.
    pub unsealed: Vec<String>,
    /// What was signed and does not match.
    pub findings: Findings,
}

impl Examination {
    /// Whether all that was written is there as it was. Seals are made anew when the schema changes:
    /// one that is not of this program says nothing against what it sealed.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty() && self.findings.is_clean()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.is_whole() && self.unsealed.is_empty()
    }
}

/// How often a copy is begun anew because somebody saved meanwhile.
const TRIES: usize = 5;

impl Store {
    /// Copies the store into a file that must not exist, and says what it must then hold.
    ///
    /// # Errors
    /// When a page of the store does not read, the disk is full, or nobody stops saving.
    pub fn copy_into(path: &Path, key: &[u8; 32], target: &Path) -> Result<Witness, StoreError> {
        let Reading { conn, copy: _copy } = match connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(key)) {
            Err(error) if error.is_of_rights() => open::read(path, key)?,
            opened => {
                let conn = opened?;
                // What is in the log first: a busy desk keeps it there, and the copy reads it all the same.
                conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
                Reading { conn, copy: None }
            }
        };
        if let Some(head) = Head::of(path) {
            head.settle();
        }
        let name = target.to_str().ok_or(StoreError::ReadOnly)?;
        for _ in 0..TRIES {
            // Empty and private: SQLite would make it with the rights of the moment.
            File::options().write(true).create(true).truncate(true).mode(0o600).open(target)?;
            let before = witness(&conn)?;
            conn.execute("VACUUM INTO ?1", [name])?;
            if witness(&conn)? == before {
                File::open(target)?.sync_all()?;
                return Ok(before);
            }
        }
        Err(StoreError::Busy)
    }

    /// Reads a whole store without changing it.
    ///
    /// # Errors
    /// When it does not open; what is wrong inside it stands in the answer.
    pub fn examine(path: &Path, key: &[u8; 32]) -> Result<Examination, StoreError> {
        // Before it is read: another desk may add to both meanwhile.
        let known = Head::of(path).and_then(|head| head.line());
        let Reading { conn, copy: _copy } = open::read(path, key)?;
        migrate::check(&conn)?;
        let mut faults = lines(&conn, "PRAGMA cipher_integrity_check")?;
        faults.extend(lines(&conn, "PRAGMA integrity_check(20)")?.into_iter().filter(|line| line != "ok"));
        let witness = witness(&conn)?;
        // Rows are read only where the file is whole.
        if !faults.is_empty() {
            return Ok(Examination {
                witness,
                known: migrate::KNOWN,
                faults,
                unsealed: Vec::new(),
                findings: Findings::default(),
            });
        }
        let (unsealed, findings) = if witness.version == migrate::KNOWN {
            let store = Self::of(conn)?;
            (unsealed(&store.conn)?, store.check_against(known.as_ref())?)
        } else {
            // What an older program wrote is read as this one will: in a copy that takes the steps it lacks.
            (Vec::new(), Self::open_to_read(path, key)?.check_against(known.as_ref())?)
        };
        Ok(Examination { witness, known: migrate::KNOWN, faults, unsealed, findings })
    }

    /// Verifies everything that was signed, without changing anything and beside whoever is writing.
    ///
    /// # Errors
    /// When the store does not open, or is of another schema than this program's.
    pub fn verify(path: &Path, key: &[u8; 32]) -> Result<Findings, StoreError> {
        let known = Head::of(path).and_then(|head| head.line());
        let Reading { conn, copy: _copy } = open::read(path, key)?;
        migrate::check(&conn)?;
        // What the first save will ask for is at hand then.
        arm::wanted()?;
        // As at one moment, whoever saves meanwhile.
        conn.execute_batch("BEGIN")?;
        Self::of(conn)?.check_against(known.as_ref())
    }

    /// The hash of a change of a store that is only looked at; nothing when the change is not there.
    ///
    /// # Errors
    /// When the store does not open.
    pub fn hash_at(path: &Path, key: &[u8; 32], change: ChangeId) -> Result<Option<String>, StoreError> {
        chain::hash_of(&open::read(path, key)?.conn, change)
    }

    /// Brings the log into the file, so that the engine's checks do not cry wolf after a power cut.
    ///
    /// # Errors
    /// When the key does not open the store, or another desk is busy.
    pub fn checkpoint(path: &Path, key: &[u8; 32]) -> Result<(), StoreError> {
        let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(key))?;
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }
}

/// Keeps the store as an older program left it, beside it: `releve.schema-1.db`.
///
/// One that is there already is kept: what it holds is older than what a second try would.
pub(super) fn keep_before(conn: &Connection, path: &Path, version: i64) -> Result<(), StoreError> {
    let kept = path.with_extension(format!("schema-{version}.db"));
    if kept.exists() {
        return Ok(());
    }
    let dir = path.parent().unwrap_or(Path::new("."));
    // Empty and private; SQLite fills it in.
    let new = tempfile::Builder::new().prefix(".store-").suffix(".old").tempfile_in(dir)?;
    conn.execute("VACUUM INTO ?1", [new.path().to_str().ok_or(StoreError::ReadOnly)?])?;
    new.as_file().sync_all()?;
    match new.persist_noclobber(&kept) {
        Err(e) if e.error.kind() != std::io::ErrorKind::AlreadyExists => return Err(e.error.into()),
        _ => {}
    }
    File::open(dir)?.sync_all()?;
    Ok(())
}

impl Store {
    /// Removes the stores kept from before a change of schema: their key no longer opens anything else.
    ///
    /// # Errors
    /// When a file cannot be removed.
    pub fn forget_kept(path: &Path) -> std::io::Result<()> {
        for version in 1..migrate::KNOWN {
            match std::fs::remove_file(path.with_extension(format!("schema-{version}.db"))) {
                Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(e),
                _ => {}
            }
        }
        Ok(())
    }
}

fn witness(conn: &Connection) -> Result<Witness, StoreError> {
    let tables = lines(
        conn,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
           AND name NOT LIKE 'find%' AND name NOT IN ('draft', 'journal', 'journal_head') ORDER BY name",
    )?;
    let mut rows = BTreeMap::new();
    for table in tables {
        let count = conn.query_row(&format!("SELECT count(*) FROM \"{table}\""), [], |row| row.col(0))?;
        rows.insert(table, count);
    }
    let (version, newest) = (migrate::version(conn)?, last_change(conn)?);
    let hash = if version >= migrate::CHAINED { chain::hash_of(conn, newest)? } else { None };
    Ok(Witness { version, newest, hash, rows })
}

/// The triggers, compared with those of a new store: one that is not the program's writes under the name of whoever
/// saves next.
fn unsealed(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let (found, wanted) = (arm::triggers(conn)?, arm::wanted()?);
    let missing = wanted.iter().filter(|trigger| !found.contains(trigger));
    let strange = found.iter().filter(|trigger| !wanted.contains(trigger));
    let names: BTreeSet<&String> = missing.chain(strange).map(|(name, _)| name).collect();
    Ok(names.into_iter().cloned().collect())
}

fn lines(conn: &Connection, sql: &str) -> Result<Vec<String>, StoreError> {
    let mut sql = conn.prepare(sql)?;
    let rows = sql.query_map([], |row| row.col(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::super::Place;
    use super::super::testing::{Desk, GARNIER, about, s, word};
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    const KEY: [u8; 32] = [7; 32];

    fn made() -> (tempfile::TempDir, std::path::PathBuf, Desk) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("centre.db");
        let mut desk = Desk::on(Store::create(Place::File(&path), Some(&KEY)).unwrap());
        for n in 0..20 {
            desk.open(GARNIER, about(&n.to_string()), word("INR à 4,8", s(48)));
        }
        (dir, path, desk)
    }

    #[test]
    fn a_copy_holds_what_the_store_holds_by_the_same_key() {
        let (dir, path, desk) = made();
        let copy = dir.path().join("copy.db");
        let witness = Store::copy_into(&path, &KEY, &copy).unwrap();
        let found = Store::examine(&copy, &KEY).unwrap();
        assert!(found.is_clean(), "{found:?}");
        assert_eq!(found.witness, witness);
        assert_eq!(witness.rows["item"], 20);
        assert!(matches!(Store::examine(&copy, &[8; 32]), Err(StoreError::WrongKey)));
        assert_eq!(std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
        let names: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert!(!names.iter().any(|n| n.to_str().unwrap().starts_with("copy.db-")), "{names:?}");
        let opened = Desk { store: Store::open(&copy, &KEY).unwrap(), now: desk.now };
        assert_eq!(opened.dump(), desk.dump());
    }

    #[test]
    fn before_the_schema_changes_the_store_is_kept_as_it_was() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("centre.db");
        std::fs::write(&path, "").unwrap();
        let mut conn = open::fresh(&path, Some(&KEY)).unwrap();
        migrate::run_to(&mut conn, 1).unwrap();
        conn.execute_batch("INSERT INTO draft(centre, author, key, raw, at) VALUES (1, 1, 'item/new', '{}', 0)")
            .unwrap();
        drop(conn);
        drop(Store::open(&path, &KEY).unwrap());
        let kept = dir.path().join("centre.schema-1.db");
        let old = connect(&kept, OpenFlags::SQLITE_OPEN_READ_ONLY, Some(&KEY)).unwrap();
        assert_eq!(migrate::version(&old).unwrap(), 1);
        assert_eq!(lines(&old, "SELECT key FROM draft").unwrap(), ["item/new"]);
        assert_eq!(std::fs::metadata(&kept).unwrap().permissions().mode() & 0o777, 0o600);
        // A new store has no past to keep.
        let new = dir.path().join("new.db");
        drop(Store::create(Place::File(&new), Some(&KEY)).unwrap());
        assert!(!dir.path().join("new.schema-1.db").exists());
    }

    #[test]
    fn one_flipped_byte_anywhere_is_found() {
        let (dir, path, _desk) = made();
        let copy = dir.path().join("copy.db");
        Store::copy_into(&path, &KEY, &copy).unwrap();
        let good = std::fs::read(&copy).unwrap();
        for at in (0..good.len()).step_by(1777) {
            let mut bad = good.clone();
            bad[at] ^= 1;
            std::fs::write(&copy, &bad).unwrap();
            let found = Store::examine(&copy, &KEY);
            assert!(found.as_ref().map_or(true, |f| !f.is_clean()), "byte {at}: {found:?}");
        }
    }

    #[test]
    fn a_damaged_page_of_the_store_gives_no_copy() {
        let (dir, path, desk) = made();
        desk.store.close().unwrap();
        let good = std::fs::read(&path).unwrap();
        // The last page in use: tables of points.
        let mut bad = good.clone();
        for page in bad.chunks_mut(4096).skip(1) {
            page[2000] ^= 1;
        }
        std::fs::write(&path, &bad).unwrap();
        assert!(Store::copy_into(&path, &KEY, &dir.path().join("copy.db")).is_err());
    }

    #[test]
    fn a_missing_seal_and_a_changed_word_are_named() {
        let (_dir, path, desk) = made();
        desk.store.conn.execute_batch("DROP TRIGGER log_item_update").unwrap();
        drop(desk);
        let found = Store::examine(&path, &KEY).unwrap();
        assert_eq!(found.unsealed, ["log_item_update"]);
        // One too many, which would write under the name of whoever saves next.
        let conn = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(&KEY)).unwrap();
        let mine = "CREATE TRIGGER mine AFTER INSERT ON item BEGIN UPDATE item SET file = '9'; END";
        conn.execute_batch(mine).unwrap();
        drop(conn);
        assert_eq!(Store::examine(&path, &KEY).unwrap().unsealed, ["log_item_update", "mine"]);
        assert!(found.is_whole() && !found.is_clean());
        let conn = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(&KEY)).unwrap();
        for trigger in lines(&conn, "SELECT name FROM sqlite_schema WHERE type = 'trigger'").unwrap() {
            conn.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
        }
        conn.execute_batch("UPDATE relay SET text = 'INR à 2,8' WHERE id = 3").unwrap();
        let found = Store::examine(&path, &KEY).unwrap();
        assert_eq!(found.findings.words, [crate::domain::RelayId(3)]);
        assert!(!found.is_whole());
    }
}
