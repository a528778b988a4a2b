//! Copies of a centre's data: the store and its keys in one folder, proven before it counts.
//!
//! Knows the folders on both sides. A copy is itself a folder of data: restoring it is putting it in place.
//!
//! ```text
//! <folder of the centre's choice>/releve-2026-11-27-1802/
//!     releve.db     the store, by the same key
//!     keys/         the keys, so that those entitled on that day can open it
//!     copy.json     when it was made, of which centre, how many changes it holds
//! ```

use std::fs::{self, DirBuilder, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::copies::kept;
use crate::domain::{ChangeId, Known, Loss, Msg, Stamp, Trouble, TroubleKind};
use crate::folder::{Folder, Unwritten, is_in_copy, read_file, sync_dir, write_private};
use crate::store::{Store, StoreError};
use crate::vault::{DataKey, Vault, VaultError};

/// What a copy says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    pub made: Stamp,
    /// The identity of the centre; in copies of before, the public half of its recovery key.
    pub centre: String,
    /// The number of the newest change in it.
    pub changes: i64,
    /// The hash of that change; older programs kept none.
    #[serde(default)]
    pub hash: Option<String>,
}

impl Card {
    /// The change it speaks of.
    #[must_use]
    pub fn known(&self) -> Known {
        Known { change: ChangeId(self.changes), hash: self.hash.clone() }
    }
}

impl Card {
    /// Whether it is a copy of this centre, under whichever name.
    #[must_use]
    pub fn is_of(&self, centre: &str) -> bool {
        self.centre == centre || (self.centre.starts_with("age1") && Store::identity_by(&self.centre) == centre)
    }
}

/// The newest verified copy, remembered beside the store: it is told even when its disk is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub path: PathBuf,
    pub card: Card,
}

impl Note {
    /// Where it is, of when, and how much it holds.
    #[must_use]
    pub fn msg(&self) -> Msg {
        Msg::new("cli-newest-copy")
            .with("path", self.path.display().to_string())
            .with("made", self.card.made)
            .with("changes", self.card.changes)
    }

    /// Whether it was made on the day of `now` in that folder.
    #[must_use]
    pub fn is_of(&self, folder: &Path, now: Stamp) -> bool {
        // Any other day counts as none, not only an earlier one: the clock may have jumped.
        self.card.made.day() == now.day() && self.path.parent() == Some(folder)
    }
}

/// What is copied.
#[derive(Clone)]
pub(super) struct Source {
    pub folder: Folder,
    pub vault: Vault,
    pub key: DataKey,
    pub centre: String,
}

const STORE: &str = "releve.db";
const KEYS: &str = "keys";
const CARD: &str = "copy.json";
/// Largest of the small files beside a store that is read, in bytes.
const LARGEST_NOTE: u64 = 1024 * 1024;
/// What a copy is called until it has been proven.
const UNPROVEN: &str = ".releve-copie-";
/// After this time, in seconds, what an interrupted copy left is taken away.
const LEFTOVER: i64 = 24 * 60 * 60;

/// Makes the copy of a day, unless another desk has made it meanwhile.
pub(super) fn make_of_day(source: &Source, to: &Path, now: Stamp) -> Result<Note, Trouble> {
    make_with(source, to, now, true, |_| {})
}

/// Makes a copy in the folder, proves it, and only then makes room.
pub(super) fn make(source: &Source, to: &Path, now: Stamp) -> Result<Note, Trouble> {
    make_with(source, to, now, false, |_| {})
}

/// `spoil` may damage the copy before it is proven: for tests.
fn make_with(
    source: &Source,
    to: &Path,
    now: Stamp,
    once_a_day: bool,
    spoil: impl FnOnce(&Path),
) -> Result<Note, Trouble> {
    if !to.is_dir() {
        // Never made: without its disk the folder would be on the one that is to be saved from.
        return Err(Msg::new("copy-folder-missing").with("path", to.display().to_string()).into());
    }
    is_apart(to, &source.folder)?;
    // The keys must not change between the store and them, and two desks make no copy at the same time.
    let held = match source.vault.hold() {
        // Where nothing can be written no key changes.
        Err(VaultError::Io(error)) if StoreError::Io(io::Error::from(error.kind())).is_of_rights() => None,
        held => Some(held?),
    };
    let before = remembered(&source.folder);
    if let Some(note) = before.as_ref().filter(|note| once_a_day && note.is_of(to, now)) {
        return Ok(note.clone());
    }
    clear_leftovers(to, now);
    let unproven = tempfile::Builder::new()
        .prefix(UNPROVEN)
        .permissions(Permissions::from_mode(0o700))
        .tempdir_in(to)
        .map_err(|e| refused(&e))?;
    let file = unproven.path().join(STORE);
    // A log that was lost, an older store put in its place: what is there is less than what was.
    let known: Vec<Known> = before.iter().filter(|b| b.card.is_of(&source.centre)).map(|b| b.card.known()).collect();
    let store = source.folder.store();
    if let Some(loss) = Store::loss_at(&store, source.key.expose(), &known).map_err(because)? {
        return Err(less(&loss, before.as_ref()));
    }
    let witness = Store::copy_into(&store, source.key.expose(), &file).map_err(because)?;
    copy_keys(&source.folder.keys(), &unproven.path().join(KEYS)).map_err(|e| refused(&e))?;
    let card = Card { made: now, centre: source.centre.clone(), changes: witness.newest.0, hash: witness.hash.clone() };
    let bytes = serde_json::to_vec_pretty(&card).map_err(|e| refused(&e.into()))?;
    write_private(&unproven.path().join(CARD), &bytes).map_err(|e| refused(&e.into()))?;
    spoil(unproven.path());

    let found = Store::examine(&file, source.key.expose()).map_err(because)?;
    let keys = Vault::new(unproven.path().join(KEYS)).fingerprint() == source.vault.fingerprint();
    if !found.is_whole() || found.witness != witness || !keys {
        return Err(Msg::new("copy-unproven").into());
    }
    sync_all(unproven.path()).map_err(|e| refused(&e))?;
    let path = named(unproven, to, now).map_err(|e| refused(&e))?;
    let note = Note { path, card };
    remember(&source.folder, &note);
    drop(held);
    make_room(to, &note, &source.folder);
    Ok(note)
}

/// Why a store that lacks something is not copied: the copies that hold it would go one after the other.
fn less(loss: &Loss, newest: Option<&Note>) -> Trouble {
    TroubleKind::Less.with(match newest {
        Some(note) => Msg::new("copy-less").with("loss", loss.msg()).with("path", note.path.display().to_string()),
        None => Msg::new("copy-less-none").with("loss", loss.msg()),
    })
}

/// Gives a proven copy its name: from here on it counts.
fn named(unproven: tempfile::TempDir, to: &Path, now: Stamp) -> io::Result<PathBuf> {
    let name = format!("releve-{}", now.local().format("%Y-%m-%d-%H%M"));
    let path =
        (1..1000).map(|n| crate::folder::numbered(&to.join(&name), n)).find(|p| fs::symlink_metadata(p).is_err());
    let path = path.ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists))?;
    fs::rename(unproven.path(), &path)?;
    // Renamed away: there is nothing left to remove.
    let _ = unproven.keep();
    sync_dir(to)?;
    Ok(path)
}

/// Every copy of a centre in a folder, in no order.
#[must_use]
pub fn list(folder: &Path, centre: &str) -> Vec<Note> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let copies = entries.filter(|e| e.file_name().to_string_lossy().starts_with("releve-"));
    copies
        .filter_map(|e| Some(Note { card: card(&e.path())?, path: e.path() }))
        .filter(|note| note.card.is_of(centre))
        .collect()
}

/// What a folder says of itself, when it is a copy.
#[must_use]
pub fn card(copy: &Path) -> Option<Card> {
    serde_json::from_slice(&read_file(&copy.join(CARD), LARGEST_NOTE).ok()?).ok()
}

/// Removes the copies whose turn it is; the one just proven is never among them.
fn make_room(folder: &Path, newest: &Note, data: &Folder) {
    // Somebody may be working in a copy, or have put their data into one.
    let root = data.root().canonicalize().ok();
    let in_use = |copy: &Path| root.as_ref().is_some_and(|r| copy.canonicalize().is_ok_and(|c| r.starts_with(c)));
    let copies = list(folder, &newest.card.centre);
    let made: Vec<Stamp> = copies.iter().map(|c| c.card.made).collect();
    for (copy, kept) in copies.iter().zip(kept(&made)) {
        if kept || copy.path == newest.path || in_use(&copy.path) {
            continue;
        }
        // Not a copy any more before its first file goes.
        let gone = copy.path.with_file_name(format!("{UNPROVEN}{}", copy.card.made.0));
        let removed = fs::rename(&copy.path, &gone).and_then(|()| fs::remove_dir_all(&gone));
        if let Err(e) = removed {
            tracing::warn!(error = %e, "an old copy could not be removed");
        }
    }
}

/// What interrupted copies left, a day later.
fn clear_leftovers(folder: &Path, now: Stamp) {
    for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        let old = entry.metadata().is_ok_and(|m| now.0 / 1000 - m.mtime() > LEFTOVER);
        if old && entry.file_name().to_string_lossy().starts_with(UNPROVEN) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// The files of keys, in both their copies. Wrong passphrases and the lock belong to the desk.
fn copy_keys(from: &Path, to: &Path) -> io::Result<()> {
    for (from, to) in [(from.to_owned(), to.to_owned()), (from.join("copy"), to.join("copy"))] {
        // Closed as it is made, never changed: a stick in FAT refuses to change rights, and has none.
        DirBuilder::new().mode(0o700).create(&to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            let (path, name) = (entry.path(), entry.file_name());
            let wanted = path.extension().is_some_and(|ending| ending == "age") || name == "accounts.json";
            if wanted && path.is_file() {
                write_private(&to.join(name), &read_file(&path, LARGEST_NOTE)?)?;
            }
        }
    }
    Ok(())
}

/// Brings a folder and all in it to the disk.
fn sync_all(dir: &Path) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() { sync_all(&path)? } else { fs::File::open(&path)?.sync_all()? }
    }
    sync_dir(dir)
}

fn note_path(folder: &Folder) -> PathBuf {
    folder.root().join("copies.json")
}

/// The newest verified copy, as far as this desk remembers.
#[must_use]
pub fn remembered(folder: &Folder) -> Option<Note> {
    serde_json::from_slice(&read_file(&note_path(folder), LARGEST_NOTE).ok()?).ok()
}

fn remember(folder: &Folder, note: &Note) {
    let bytes = serde_json::to_vec(note).unwrap_or_default();
    if let Err(e) = write_private(&note_path(folder), &bytes) {
        tracing::warn!(error = %e, "the newest copy could not be noted");
    }
}

/// Puts a copy in place of nothing. The store takes its name last.
pub(super) fn restore(copy: &Path, folder: &Folder) -> Result<(), Trouble> {
    let keys = |dir: &Path| Vault::new(dir).fingerprint();
    // The same copy was being put here when something cut it off: its keys are there already.
    let begun = no_store(folder) && keys(&folder.keys()) == keys(&copy.join(KEYS));
    if !begun && !is_free(folder) {
        return Err(Msg::new("restore-taken").with("path", folder.root().display().to_string()).into());
    }
    if is_in_copy(folder.root()) {
        return Err(Msg::new("restore-into-copy").with("path", folder.root().display().to_string()).into());
    }
    let path = std::path::absolute(copy).map_err(|e| refused(&e))?;
    let note = card(copy).map(|card| Note { path, card });
    let put = || -> io::Result<()> {
        folder.create()?;
        clear_interrupted(folder);
        let beside = tempfile::Builder::new().prefix(UNPROVEN).tempdir_in(folder.root())?;
        copy_keys(&copy.join(KEYS), &beside.path().join(KEYS))?;
        write_private(&beside.path().join(STORE), &read_file(&copy.join(STORE), u64::MAX)?)?;
        sync_all(beside.path())?;
        if !begun {
            fs::remove_dir(folder.keys())?;
            fs::rename(beside.path().join(KEYS), folder.keys())?;
            sync_dir(folder.root())?;
        }
        // A note of a newer copy would call every copy of this older store a lesser one.
        match &note {
            Some(note) => write_private(&note_path(folder), &serde_json::to_vec(note)?)?,
            None if there(&note_path(folder)) => fs::remove_file(note_path(folder))?,
            None => {}
        }
        // What was known of the store that was here is not known of this one.
        Store::forget_head(&folder.store())?;
        // Never without it: the copy may hold accounts that have ended since.
        super::restored::mark(folder)?;
        fs::rename(beside.path().join(STORE), folder.store())?;
        sync_dir(folder.root())
    };
    Ok(put().map_err(|e| refused(&e))?)
}

/// What a restoring that was cut off left: all of it is in the copy.
fn clear_interrupted(folder: &Folder) {
    for entry in fs::read_dir(folder.root()).into_iter().flatten().filter_map(Result::ok) {
        if entry.file_name().to_string_lossy().starts_with(UNPROVEN) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether there is nothing here that a restored copy could take the place of.
#[must_use]
pub fn is_free(folder: &Folder) -> bool {
    let keys = fs::read_dir(folder.keys()).is_ok_and(|mut entries| entries.next().is_some());
    no_store(folder) && !keys
}

/// Whether no store is here, nor the log of one: it would be laid over what is put in its place.
fn no_store(folder: &Folder) -> bool {
    ["db", "db-wal", "db-shm", "db-journal"].iter().all(|ending| !there(&folder.store().with_extension(ending)))
}

fn there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Checks a folder for the copies: it must be there, writable, and not where the data lie.
pub(super) fn check_folder(path: &Path, folder: &Folder) -> Result<(), Trouble> {
    let shown = path.display().to_string();
    if !path.is_absolute() {
        return Err(Msg::new("copy-not-absolute").with("path", shown).into());
    }
    if !path.is_dir() {
        return Err(Msg::new("copy-folder-missing").with("path", shown).into());
    }
    is_apart(path, folder)?;
    tempfile::Builder::new().prefix(UNPROVEN).tempfile_in(path).map_err(|e| refused(&e))?;
    Ok(())
}

/// Refuses the folder of the data and what is in it, and a copy: it goes when its turn comes.
fn is_apart(path: &Path, folder: &Folder) -> Result<(), Trouble> {
    match folder.is_outside(path) {
        Ok(()) => Ok(()),
        Err(Unwritten::Copy) => Err(Msg::new("copy-folder-copy").with("path", path.display().to_string()).into()),
        Err(_) => Err(Msg::new("copy-folder-inside").into()),
    }
}

/// What a person should know of the folder they chose.
pub(super) fn advice(path: &Path, folder: &Folder) -> Msg {
    let device = |path: &Path| fs::metadata(path).map(|m| m.dev()).ok();
    if crate::folder::synchronised(path).is_some() {
        Msg::new("copy-begun-synced")
    } else if device(path).is_some() && device(path) == device(folder.root()) {
        Msg::new("copy-begun-same-disk")
    } else {
        Msg::new("copy-begun")
    }
}

fn because(error: StoreError) -> Trouble {
    match error {
        StoreError::Full => Msg::new("copy-full").into(),
        StoreError::Io(error) => refused(&error).into(),
        StoreError::Damaged | StoreError::WrongKey | StoreError::Unreadable(_) => Msg::new("copy-unproven").into(),
        StoreError::Busy => Msg::new("copy-busy").into(),
        error => error.into(),
    }
}

fn refused(error: &io::Error) -> Msg {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::FileTooLarge => Msg::new("copy-full"),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Msg::new("copy-read-only"),
        _ => Msg::new("copy-io").with("reason", error.to_string()),
    }
}

#[cfg(test)]
mod tests;
