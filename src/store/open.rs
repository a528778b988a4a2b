//! Makes and opens a store: an encrypted file of this machine, or memory.
//!
//! May know the raw key, not where it comes from. Every connection is made here, so that none can
//! forget the key (`SQLite` would make a plain file in silence) or a setting.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::{Store, StoreError, backup, folder, migrate};

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
        if path.exists() {
            return Err(StoreError::Exists);
        }
        // A temporary file is 0600 whatever the umask, and SQLite gives its log the same rights.
        let new = tempfile::Builder::new().prefix(".store-").suffix(".new").tempfile_in(folder)?;
        let mut conn = connect(new.path(), OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
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
    /// # Errors
    /// When there is no store, its folder is shared, the key does not open it, it is damaged, or a
    /// newer program wrote it: that one is left as it is, byte for byte.
    pub fn open(path: &Path, key: &[u8; 32]) -> Result<Self, StoreError> {
        folder::check(folder_of(path))?;
        let mut file = File::open(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => StoreError::Missing,
            _ => StoreError::Io(error),
        })?;
        let mut first = [0; 16];
        let length = file.metadata()?.len();
        if length == 0 || length % PAGE != 0 || file.read_exact(&mut first).is_err() {
            return Err(StoreError::Damaged);
        }
        if &first == PLAIN {
            return Err(StoreError::Plain);
        }
        drop(file);
        // Look first, without the right to write: what a newer program made is not ours to touch.
        let look = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, Some(key))?;
        let found = migrate::check(&look)?;
        if (1..migrate::KNOWN).contains(&found) {
            backup::keep_before(&look, path, found)?;
        }
        drop(look);
        let mut conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, Some(key))?;
        migrate::run(&mut conn)?;
        Self::of(conn)
    }

    /// Makes an empty store in memory.
    ///
    /// # Errors
    /// When the linked `SQLite` refuses a setting.
    pub fn memory() -> Result<Self, StoreError> {
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

/// Opens one connection with its key and every setting.
pub(super) fn connect(path: &Path, flags: OpenFlags, key: Option<&[u8; 32]>) -> Result<Connection, StoreError> {
    let mut conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // SQLCipher prints thousands of lines on a bad file, over the screen.
    conn.pragma_update(None, "cipher_log_level", "NONE")?;
    if let Some(key) = key {
        with_key("key", key, |pragma| Ok(conn.execute_batch(pragma)?))?;
    }
    conn.busy_handler(Some(wait))?;
    // The first read, which a wrong key fails.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    if flags.contains(OpenFlags::SQLITE_OPEN_READ_WRITE) {
        let mode: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        if mode != "wal" {
            return Err(StoreError::Setting("journal_mode"));
        }
        settle(&conn)?;
    }
    Ok(conn)
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
        let found: i64 = conn.pragma_query_value(None, name, |row| row.get(0))?;
        if found != value {
            return Err(StoreError::Setting(name));
        }
    }
    conn.set_prepared_statement_cache_capacity(200);
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

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
        let cipher: String = conn.query_row("PRAGMA cipher_version", [], |row| row.get(0)).unwrap();
        assert!(numbers(&cipher) >= vec![4, 19], "{cipher}");
    }

    #[test]
    fn every_setting_is_on() {
        let (_dir, path) = made();
        let store = Store::open(&path, &KEY).unwrap();
        let value = |name: &str| store.conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        let found = SETTINGS.map(|(name, _)| (name, value(name)));
        assert_eq!(found, SETTINGS);
        let mode: String = store.conn.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        assert_eq!(mode, "wal");
    }

    #[test]
    fn a_desk_that_was_cut_off_finds_what_was_acknowledged() {
        use super::super::testing::Desk;
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
