//! Makes and opens a store: an encrypted file of this machine, or memory.
//!
//! May know the raw key, not where it comes from. Every connection is made here, so that none can
//! forget the key (`SQLite` would make a plain file in silence) or a setting.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::time::{Duration, SystemTime};

use rusqlite::{Connection, OpenFlags, ffi};
use tempfile::TempDir;
use zeroize::Zeroizing;

use super::error::extended;
use super::head::{self, Head};
use super::{Store, StoreError, backup, folder, migrate};
use crate::domain::ChangeId;
use crate::store::sql::Columns as _;

/// Where a new store goes.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// An encrypted file, which must not exist.
    File(&'a Path),
    /// Memory, for the fictional centre and for tests.
    Memory,
}

/// How often a write asks again whether another desk's is done: half a minute in all.
const BUSY: i32 = 30_000;

/// Waits for another desk's write; whether it is worth asking again.
///
/// Whoever has waited longest asks most often. `SQLite`'s own way is the reverse, a tenth of a second
/// apart in the end: two desks that saved without pause kept a third waiting for seconds.
fn wait(asked: i32) -> bool {
    let pause = if asked < 8 { Duration::from_millis(3) } else { Duration::from_micros(900) };
    std::thread::sleep(pause);
    asked < BUSY
}

/// What the first bytes of a file say when it is an `SQLite` database without encryption.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";

/// The size of a page, which every length of a store is a multiple of (`SQLCipher` 4's default).
const PAGE: u64 = 4096;

impl Store {
    /// Makes an empty store; a file needs a key.
    ///
    /// The file is complete before it has its name: a new store that loses power halfway would
    /// otherwise come back empty and look like one that lost everything.
    ///
    /// # Errors
    /// When a file is already there, its folder is shared or cannot be written, or the disk is full.
    pub fn create(place: Place<'_>, key: Option<&[u8; 32]>) -> Result<Self, StoreError> {
        let path = match (place, key) {
            (Place::Memory, _) => return Self::memory(),
            (Place::File(path), Some(_)) => path,
            (Place::File(_), None) => return Err(StoreError::NoKey),
        };
        let folder = folder_of(path);
        folder::check(folder)?;
        // A log without its store is what is left of one: laid over a new store, it would spoil both.
        if BESIDE.iter().chain(&[""]).any(|ending| fs::symlink_metadata(beside(path, ending)).is_ok()) {
            return Err(StoreError::Exists);
        }
        // A temporary file is 0600 whatever the umask, and SQLite gives its log the same rights.
        let new = tempfile::Builder::new().prefix(".store-").suffix(".new").tempfile_in(folder)?;
        let mut conn = fresh(new.path(), key)?;
        migrate::run(&mut conn)?;
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        conn.close().map_err(|(_, error)| error)?;
        new.as_file().sync_all()?;
        new.persist_noclobber(path).map_err(|e| match e.error.kind() {
            io::ErrorKind::AlreadyExists => StoreError::Exists,
            _ => StoreError::Io(e.error),
        })?;
        File::open(folder)?.sync_all()?;
        let key = key.ok_or(StoreError::NoKey)?;
        Self::open(path, key)
    }

    /// Opens a store, bringing it to the schema of this program.
    ///
    /// Where it cannot be written it opens all the same, to be read: see [`Store::is_read_only`].
    ///
    /// # Errors
    /// When there is no store, it is empty, its folder is shared, the key does not open it, it is damaged, or a
    /// newer program wrote it: that one is left as it is, byte for byte.
    pub fn open(path: &Path, key: &[u8; 32]) -> Result<Self, StoreError> {
        folder::check(folder_of(path))?;
        match Self::open_to_write(path, key) {
            Err(error) if error.is_of_rights() => Self::open_to_read(path, key),
            opened => opened,
        }
    }

    fn open_to_write(path: &Path, key: &[u8; 32]) -> Result<Self, StoreError> {
        // Look first, without the right to write: what a newer program made is not ours to touch.
        let look = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, Some(key))?;
        let found = migrate::check(&look)?;
        if (1..migrate::KNOWN).contains(&found) {
            backup::keep_before(&look, path, found)?;
        }
        let head = Head::of(path);
        if let Some(known) = head.as_ref().and_then(Head::known)
            && head::lost(&look, std::slice::from_ref(&known))?.is_some()
        {
            keep_log(path, known.change)?;
        }
        drop(look);
        let mut conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(key))?;
        migrate::run(&mut conn)?;
        if let Some(head) = &head {
            head.follow(&conn);
        }
        Ok(Self { head, ..Self::of(conn)? })
    }

    /// Opens a copy of a store that cannot be written: its reader may not even make the file that a log is shared by.
    pub(super) fn open_to_read(path: &Path, key: &[u8; 32]) -> Result<Self, StoreError> {
        let copy = private_copy(path)?;
        let at = copied(&copy);
        migrate::check(&connect(&at, OpenFlags::SQLITE_OPEN_READ_ONLY, Some(key))?)?;
        let mut conn = connect(&at, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(key))?;
        migrate::run(&mut conn)?;
        // What somebody wants saved is refused, not lost with the copy.
        conn.pragma_update(None, "query_only", true)?;
        Ok(Self { head: Head::of(path), reading: Some(copy), ..Self::of(conn)? })
    }

    /// Whether a store is here; nothing is opened.
    ///
    /// # Errors
    /// When what is here is empty, no file, or not encrypted, or cannot be looked at.
    pub fn is_at(path: &Path) -> Result<bool, StoreError> {
        match gate(path) {
            Ok(()) => Ok(true),
            Err(StoreError::Missing) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Whether a store was here: its log, or the memory of its newest change, lies beside where it should be.
    #[must_use]
    pub fn was_at(path: &Path) -> bool {
        let mut left: Vec<_> = BESIDE.iter().map(|ending| beside(path, ending)).collect();
        left.extend(Head::of(path).map(|head| head.path().to_owned()));
        left.iter().any(|path| fs::symlink_metadata(path).is_ok())
    }

    /// Makes an empty store in memory.
    ///
    /// # Errors
    /// When the linked `SQLite` refuses a setting.
    pub fn memory() -> Result<Self, StoreError> {
        ready();
        let mut conn = Connection::open_in_memory()?;
        settle(&conn)?;
        migrate::run(&mut conn)?;
        Self::of(conn)
    }

    /// The whole of a store in memory, as [`Self::of_image`] takes it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn into_image(mut self) -> Result<Vec<u8>, StoreError> {
        Ok(self.conn.serialize("main")?.to_vec())
    }

    /// A store in memory that begins as the [`Self::into_image`] of another.
    ///
    /// # Errors
    /// When the image is of no store.
    pub fn of_image(image: &[u8]) -> Result<Self, StoreError> {
        ready();
        let mut conn = Connection::open_in_memory()?;
        conn.deserialize_read_exact("main", image, image.len(), false)?;
        settle(&conn)?;
        Self::of(conn)
    }
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// Runs something with `PRAGMA key` or `PRAGMA rekey`, which is wiped from memory afterwards.
pub(super) fn with_key<T>(
    name: &str,
    key: &[u8; 32],
    run: impl FnOnce(&str) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    // Room for all of it at once: growing would leave pieces of the key behind.
    let mut pragma = Zeroizing::new(String::with_capacity(100));
    let _ = write!(pragma, "PRAGMA {name} = \"x'");
    for byte in key {
        let _ = write!(pragma, "{byte:02x}");
    }
    pragma.push_str("'\";");
    run(&pragma)
}

/// What the engine keeps beside a store.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Looks at what stands in a store's place before any engine does: of a file of no bytes `SQLite` makes an empty
/// store, and deletes the log beside it even where it may only read.
///
/// # Errors
/// When there is nothing, or what there is cannot be a store.
fn gate(path: &Path) -> Result<(), StoreError> {
    let missing = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => StoreError::Missing,
        _ => StoreError::Io(error),
    };
    let meta = fs::metadata(path).map_err(missing)?;
    if !meta.is_file() {
        return Err(StoreError::Damaged);
    }
    // Of one byte too: the engine takes it for one that it wrote itself, and calls the file empty.
    if meta.len() <= 1 {
        return Err(StoreError::Empty);
    }
    let mut first = [0; 16];
    if File::open(path).map_err(missing)?.read_exact(&mut first).is_ok() && &first == PLAIN {
        return Err(StoreError::Plain);
    }
    // Cut off, also within its header: where a log lives, the engine may make it whole from there, or refuses it.
    let log = |ending| fs::metadata(beside(path, ending)).is_ok_and(|meta| meta.len() > 0);
    if meta.len() % PAGE != 0 && !log("-wal") && !log("-journal") {
        return Err(StoreError::Damaged);
    }
    Ok(())
}

/// Opens one connection to a store that is there, with its key and every setting.
pub(super) fn connect(path: &Path, flags: OpenFlags, key: Option<&[u8; 32]>) -> Result<Connection, StoreError> {
    gate(path)?;
    let reads_only = !flags.contains(OpenFlags::SQLITE_OPEN_READ_WRITE);
    match settled(path, flags, key) {
        // A first opening was cut off in its midst: who may only read cannot take back the half of it.
        Err(StoreError::Unfinished) if reads_only => {
            drop(keyed(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?);
            settled(path, flags, key)
        }
        opened => opened,
    }
}

/// Opens the first connection to a file of no bytes, in which a store is to be made.
pub(super) fn fresh(path: &Path, key: Option<&[u8; 32]>) -> Result<Connection, StoreError> {
    settled(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)
}

fn settled(path: &Path, flags: OpenFlags, key: Option<&[u8; 32]>) -> Result<Connection, StoreError> {
    let conn = keyed(path, flags, key)?;
    if flags.contains(OpenFlags::SQLITE_OPEN_READ_WRITE) {
        // A file without the right to write opens without it, and says so only when something is saved.
        if conn.is_readonly(rusqlite::MAIN_DB)? {
            return Err(StoreError::ReadOnly);
        }
        let mode: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.col(0))?;
        if mode != "wal" {
            return Err(StoreError::Setting("journal_mode"));
        }
        settle(&conn)?;
    }
    Ok(conn)
}

/// Makes the engine ready, once, before any thread opens a store.
///
/// `sqlite3_initialize` lets a second thread go on before `SQLCipher` has registered what it encrypts with: it is the
/// last step of the first thread, after the others are let in. That second thread's key was then refused.
fn ready() {
    static ENGINE: Once = Once::new();
    ENGINE.call_once(|| drop(Connection::open_in_memory()));
}

fn keyed(path: &Path, flags: OpenFlags, key: Option<&[u8; 32]>) -> Result<Connection, StoreError> {
    ready();
    let mut conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // SQLCipher prints thousands of lines on a bad file, over the screen.
    conn.pragma_update(None, "cipher_log_level", "NONE")?;
    if let Some(key) = key {
        with_key("key", key, |pragma| Ok(conn.execute_batch(pragma)?))?;
    }
    conn.busy_handler(Some(wait))?;
    // The first read, which a wrong key fails.
    match conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())) {
        Err(error) if extended(&error) == ffi::SQLITE_READONLY_ROLLBACK => Err(StoreError::Unfinished),
        read => Ok(read.map(|()| conn)?),
    }
}

/// Keeps a store that lacks something, with its log, before anything is written over what may still be in there:
/// `releve.lost-32.db`, where change 32 was known. What was kept, and encrypted once more since, is not kept again.
fn keep_log(path: &Path, known: ChangeId) -> Result<(), StoreError> {
    let kept = path.with_extension(format!("lost-{known}.db"));
    let has_log = fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0);
    let is_kept = ["", ".age"].iter().any(|ending| fs::symlink_metadata(beside(&kept, ending)).is_ok());
    if !has_log || is_kept {
        return Ok(());
    }
    // The store comes last: where it is, its log is.
    for ending in ["-wal", ""] {
        let mut new = tempfile::Builder::new().prefix(".store-").suffix(".lost").tempfile_in(folder_of(path))?;
        io::copy(&mut File::open(beside(path, ending))?, &mut new)?;
        new.as_file().sync_all()?;
        new.persist(beside(&kept, ending)).map_err(|e| e.error)?;
    }
    Ok(File::open(folder_of(path))?.sync_all()?)
}

/// A connection that reads, and the copy it reads where the store itself lets nobody read it.
pub(super) struct Reading {
    pub conn: Connection,
    /// Goes with the connection.
    pub copy: Option<TempDir>,
}

/// Opens a store to be read, also where it cannot be written.
pub(super) fn read(path: &Path, key: &[u8; 32]) -> Result<Reading, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    match connect(path, flags, Some(key)) {
        Err(error) if error.is_of_rights() => {
            let copy = private_copy(path)?;
            Ok(Reading { conn: connect(&copied(&copy), flags, Some(key))?, copy: Some(copy) })
        }
        opened => Ok(Reading { conn: opened?, copy: None }),
    }
}

/// How often a store is copied anew because somebody else wrote in it meanwhile.
const TRIES: usize = 5;

/// Copies a store with its log, still encrypted, into a folder of this person's own that goes when it is closed.
pub(super) fn private_copy(path: &Path) -> Result<TempDir, StoreError> {
    gate(path)?;
    let private = fs::Permissions::from_mode(0o700);
    let dir = tempfile::Builder::new().prefix("releve-").permissions(private).tempdir()?;
    let looks = || -> Vec<Option<(u64, Option<SystemTime>)>> {
        let look = |ending: &&str| fs::metadata(beside(path, ending)).ok().map(|m| (m.len(), m.modified().ok()));
        ["", "-wal", "-journal"].iter().map(look).collect()
    };
    for _ in 0..TRIES {
        let before = looks();
        for ending in ["", "-wal", "-journal"] {
            let to = beside(&copied(&dir), ending);
            let _ = fs::remove_file(&to);
            match fs::read(beside(path, ending)) {
                Ok(bytes) => fs::write(&to, bytes)?,
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
        if looks() == before {
            return Ok(dir);
        }
    }
    Err(StoreError::Busy)
}

/// Where the store lies in such a folder.
pub(super) fn copied(dir: &TempDir) -> PathBuf {
    dir.path().join("copy.sqlite")
}

/// Settings of a connection, each of which is read back: an unknown one is ignored in silence.
const SETTINGS: [(&str, i64); 6] = [
    // FULL: after a power cut nothing acknowledged is lost.
    ("synchronous", 2),
    ("foreign_keys", 1),
    // OR REPLACE deletes without firing the triggers that seal, unless told to.
    ("recursive_triggers", 1),
    ("trusted_schema", 0),
    ("secure_delete", 1),
    ("cell_size_check", 1),
];

pub(super) fn settle(conn: &Connection) -> Result<(), StoreError> {
    for (name, value) in SETTINGS {
        conn.pragma_update(None, name, value)?;
        let found: i64 = conn.pragma_query_value(None, name, |row| row.col(0))?;
        if found != value {
            return Err(StoreError::Setting(name));
        }
    }
    conn.set_prepared_statement_cache_capacity(200);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Desk, GARNIER, someone};
    use super::*;
    use crate::protocol::Reply;

    const KEY: [u8; 32] = [7; 32];

    fn made() -> (tempfile::TempDir, std::path::PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("centre.db");
        drop(Store::create(Place::File(&path), Some(&KEY)).unwrap());
        (dir, path)
    }

    #[test]
    fn a_new_store_is_encrypted_private_and_alone_in_its_folder() {
        let (dir, path) = made();
        let bytes = std::fs::read(&path).unwrap();
        assert_ne!(&bytes[..16], PLAIN);
        assert!(!bytes.windows(6).any(|w| w == b"CREATE"), "the schema can be read");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let names: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(names, ["centre.db"]);
    }

    #[test]
    fn a_store_is_never_made_over_another_nor_without_a_key() {
        let (_dir, path) = made();
        let before = std::fs::read(&path).unwrap();
        assert!(matches!(Store::create(Place::File(&path), Some(&KEY)), Err(StoreError::Exists)));
        assert!(matches!(Store::create(Place::File(&path.with_extension("2")), None), Err(StoreError::NoKey)));
        assert_eq!(std::fs::read(&path).unwrap(), before);
        assert!(matches!(Store::open(&path.with_extension("2"), &KEY), Err(StoreError::Missing)));
    }

    #[test]
    fn the_engine_is_recent_enough() {
        let (_dir, path) = made();
        let conn = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(&KEY)).unwrap();
        let numbers = |text: &str| -> Vec<u32> { text.split([' ', '.']).map_while(|part| part.parse().ok()).collect() };
        // Before 3.51.3 the write-ahead log could corrupt in silence.
        assert!(numbers(rusqlite::version()) >= vec![3, 51, 3], "{}", rusqlite::version());
        let cipher: String = conn.query_row("PRAGMA cipher_version", [], |row| row.col(0)).unwrap();
        assert!(numbers(&cipher) >= vec![4, 19], "{cipher}");
    }

    #[test]
    fn every_setting_is_on() {
        let (_dir, path) = made();
        let store = Store::open(&path, &KEY).unwrap();
        let value = |name: &str| store.conn.pragma_query_value(None, name, |row| row.col::<i64>(0)).unwrap();
        let found = SETTINGS.map(|(name, _)| (name, value(name)));
        assert_eq!(found, SETTINGS);
        let mode: String = store.conn.pragma_query_value(None, "journal_mode", |row| row.col(0)).unwrap();
        assert_eq!(mode, "wal");
    }

    #[test]
    fn a_desk_that_was_cut_off_finds_what_was_acknowledged() {
        let (dir, path) = made();
        let mut desk = Desk::on(Store::open(&path, &KEY).unwrap());
        desk.doctor("Vidal");
        // What a killed program leaves: the file and its log, nothing brought together.
        let left = dir.path().join("left.db");
        std::fs::copy(&path, &left).unwrap();
        std::fs::copy(dir.path().join("centre.db-wal"), dir.path().join("left.db-wal")).unwrap();
        let after = Desk { store: Store::open(&left, &KEY).unwrap(), now: desk.now };
        assert_eq!(after.dump(), desk.dump());
        // Without its log the file alone is an older state: the comparison above can fail.
        let alone = dir.path().join("alone.db");
        std::fs::copy(&path, &alone).unwrap();
        let alone = Desk { store: Store::open(&alone, &KEY).unwrap(), now: desk.now };
        assert_ne!(alone.dump(), desk.dump());
    }

    /// A store as a killed program leaves it: what was written last is in the log only.
    fn left(name: &str) -> (tempfile::TempDir, std::path::PathBuf, Desk) {
        let (dir, path) = made();
        let mut desk = Desk::on(Store::open(&path, &KEY).unwrap());
        desk.doctor("Vidal");
        let left = dir.path().join(name);
        for ending in ["", "-wal"] {
            fs::copy(beside(&path, ending), beside(&left, ending)).unwrap();
        }
        (dir, left, desk)
    }

    /// Every way to a store by its path, and what comes of it.
    fn ways(path: &Path) -> Vec<(&'static str, Option<StoreError>)> {
        let target = path.with_extension("target");
        vec![
            ("open", Store::open(path, &KEY).err()),
            ("to write", Store::open_to_write(path, &KEY).err()),
            ("to read", Store::open_to_read(path, &KEY).err()),
            ("read", read(path, &KEY).err()),
            ("read only", connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, Some(&KEY)).err()),
            ("read and write", connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(&KEY)).err()),
            ("is at", Store::is_at(path).err()),
            ("fits", Store::fits(path, &KEY).err()),
            ("examine", Store::examine(path, &KEY).err()),
            ("checkpoint", Store::checkpoint(path, &KEY).err()),
            ("copy", Store::copy_into(path, &KEY, &target).err()),
            ("loss", Store::loss_at(path, &KEY, &[]).err()),
            ("rekey", Store::rekey(path, &KEY, &[8; 32]).err()),
        ]
    }

    #[test]
    fn a_file_of_no_bytes_is_refused_by_every_way_in_and_its_log_stays() {
        let (dir, path, _desk) = left("left.db");
        let log = fs::read(beside(&path, "-wal")).unwrap();
        assert!(!log.is_empty());
        for nothing in ["x", ""] {
            fs::write(&path, nothing).unwrap();
            for (way, refused) in ways(&path) {
                assert!(matches!(refused, Some(StoreError::Empty)), "{way}: {refused:?}");
                assert_eq!(fs::read_to_string(&path).unwrap(), nothing, "{way}");
                assert!(fs::read(beside(&path, "-wal")).unwrap() == log, "{way} changed the log");
            }
        }
        assert!(!dir.path().join("left.target").exists());
        // The engine alone, and only to read: the log is gone.
        let alone = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        let _ = alone.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
        drop(alone);
        assert!(!beside(&path, "-wal").exists(), "the test above could not fail");
    }

    #[test]
    fn where_a_store_was_none_is_made() {
        let (dir, path, _desk) = left("left.db");
        fs::remove_file(&path).unwrap();
        let log = fs::read(beside(&path, "-wal")).unwrap();
        for (way, refused) in ways(&path).into_iter().filter(|(way, _)| *way != "is at") {
            assert!(matches!(refused, Some(StoreError::Missing)), "{way}: {refused:?}");
        }
        assert!(!Store::is_at(&path).unwrap() && Store::was_at(&path));
        assert!(matches!(Store::create(Place::File(&path), Some(&KEY)), Err(StoreError::Exists)));
        assert!(!path.exists() && fs::read(beside(&path, "-wal")).unwrap() == log);
        assert!(!Store::was_at(&dir.path().join("other.db")));
    }

    #[test]
    fn what_a_cut_off_checkpoint_left_is_made_whole_from_the_log() {
        let (_dir, path, desk) = left("left.db");
        // Half a page that the log holds whole.
        let mut bytes = fs::read(&path).unwrap();
        bytes.extend([7; 100]);
        fs::write(&path, &bytes).unwrap();
        let found = Desk { store: Store::open(&path, &KEY).unwrap(), now: desk.now };
        assert_eq!(found.dump(), desk.dump());
        drop(found);
        // Without a log it is only cut off.
        let (_dir, path, _desk) = left("left.db");
        fs::write(&path, &bytes).unwrap();
        fs::remove_file(beside(&path, "-wal")).unwrap();
        assert!(matches!(Store::open(&path, &KEY), Err(StoreError::Damaged)));
        // Within its header the engine refuses it, and the log stays.
        for length in [2, 15, 16, 100, 4095] {
            let (_dir, path, _desk) = left("left.db");
            let log = fs::read(beside(&path, "-wal")).unwrap();
            fs::write(&path, &bytes[..length]).unwrap();
            let opened = Store::open(&path, &KEY);
            assert!(opened.is_err(), "{length}");
            assert!(fs::read(beside(&path, "-wal")).unwrap() == log, "{length}");
            assert_eq!(fs::metadata(&path).unwrap().len(), length as u64);
        }
    }

    #[test]
    fn a_first_opening_that_was_cut_off_heals_itself() {
        let (dir, path) = made();
        // As a restored copy is: not yet of the kind that keeps a log.
        let copy = dir.path().join("copy.db");
        Store::copy_into(&path, &KEY, &copy).unwrap();
        let conn = keyed(&copy, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(&KEY)).unwrap();
        let mode: String = conn.pragma_query_value(None, "journal_mode", |row| row.col(0)).unwrap();
        assert_eq!(mode, "delete");
        // In the midst of a change that is on the disk already, with what takes it back beside it.
        conn.execute_batch("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE").unwrap();
        conn.execute_batch("CREATE TABLE half(a); INSERT INTO half VALUES (randomblob(200000))").unwrap();
        let cut = dir.path().join("cut.db");
        let again = || {
            for ending in ["", "-journal"] {
                fs::copy(beside(&copy, ending), beside(&cut, ending)).unwrap();
            }
        };
        again();
        let alone = keyed(&cut, OpenFlags::SQLITE_OPEN_READ_ONLY, Some(&KEY));
        assert!(matches!(alone, Err(StoreError::Unfinished)), "{alone:?}");
        let half = "SELECT count(*) FROM sqlite_schema WHERE name = 'half'";
        let is_whole = |path: &Path| {
            let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, Some(&KEY)).unwrap();
            assert_eq!(conn.query_row(half, [], |row| row.col::<i64>(0)).unwrap(), 0);
            assert!(!beside(path, "-journal").exists());
        };
        assert!(Store::fits(&cut, &KEY).unwrap());
        is_whole(&cut);
        again();
        drop(Store::open(&cut, &KEY).unwrap());
        is_whole(&cut);
        fs::remove_file(&cut).unwrap();
        again();
        assert!(Store::examine(&cut, &KEY).unwrap().is_clean());
    }

    #[test]
    fn a_store_that_cannot_be_written_is_read_and_takes_nothing() {
        let (dir, path, desk) = left("left.db");
        let before: Vec<_> = ["", "-wal"].map(|ending| fs::read(beside(&path, ending)).unwrap()).into();
        let read = Store::open_to_read(&path, &KEY).unwrap();
        assert!(read.is_read_only());
        let copy = read.reading.as_ref().unwrap().path().to_owned();
        assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o700);
        let mut read = Desk { store: read, now: desk.now };
        assert_eq!(read.dump(), desk.dump());
        // Nobody believes that something was saved.
        let add = crate::domain::act::PeopleAct::Add(someone("Luc", "Roche", crate::domain::Role::Doctor));
        let refused = read.try_act(GARNIER, add);
        assert!(matches!(&refused, Reply::Failed(trouble) if trouble.msg.id == "store-read-only"), "{refused:?}");
        let draft = crate::protocol::Draft { key: "k".into(), raw: crate::protocol::Raw::new(), at: desk.now.at };
        let refused = read.store.save_draft(&draft, crate::domain::Who::is(GARNIER));
        assert!(matches!(&refused, Reply::Failed(trouble) if trouble.msg.id == "store-read-only"), "{refused:?}");
        assert_eq!(read.dump(), desk.dump());
        read.store.close().unwrap();
        assert!(!copy.exists());
        let after: Vec<_> = ["", "-wal"].map(|ending| fs::read(beside(&path, ending)).unwrap()).into();
        assert!(before == after, "what is only read has changed");
        assert!(!dir.path().join("left.head").exists());
    }

    #[test]
    fn a_newer_store_is_refused_and_left_as_it_is() {
        let (_dir, path) = made();
        let conn = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(&KEY)).unwrap();
        conn.pragma_update(None, "user_version", migrate::KNOWN + 1).unwrap();
        drop(conn);
        let before = std::fs::read(&path).unwrap();
        let refused = Store::open(&path, &KEY).unwrap_err();
        assert!(matches!(refused, StoreError::Newer { found, .. } if found == migrate::KNOWN + 1));
        assert!(std::fs::read(&path).unwrap() == before, "the file changed");
    }

    #[test]
    fn a_wrong_key_a_plain_file_and_a_damaged_one_are_told_apart() {
        let (_dir, path) = made();
        assert!(matches!(Store::open(&path, &[8; 32]), Err(StoreError::WrongKey)));
        let whole = std::fs::read(&path).unwrap();
        std::fs::write(&path, &whole[..whole.len() - 100]).unwrap();
        assert!(matches!(Store::open(&path, &KEY), Err(StoreError::Damaged)));
        // A damaged first page looks as a wrong key does.
        let mut first = whole.clone();
        first[100..140].fill(0);
        std::fs::write(&path, &first).unwrap();
        assert!(matches!(Store::open(&path, &KEY), Err(StoreError::WrongKey)));
        let mut later = whole.clone();
        later[4096 + 50..4096 + 90].fill(0);
        std::fs::write(&path, &later).unwrap();
        assert!(matches!(Store::open(&path, &KEY), Err(StoreError::Damaged)));
        std::fs::write(&path, [PLAIN.as_slice(), &[0; 4080]].concat()).unwrap();
        assert!(matches!(Store::open(&path, &KEY), Err(StoreError::Plain)));
        std::fs::write(&path, &whole).unwrap();
        assert!(Store::open(&path, &KEY).is_ok());
    }
}
