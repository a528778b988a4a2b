//! Stores that lacked something and were kept as they were found, when the key of the centre changes.
//!
//! They are under the old key, which somebody who left may have kept, and which nobody else will have any more. So each is
//! encrypted once more, with its key beside it, to the coordination and the recovery key.

use std::fs;
use std::path::{Path, PathBuf};

use super::Trouble;
use crate::domain::Role;
use crate::folder::{Unread, read_file, sync_dir, write_private};
use crate::store::Store;
use crate::vault::{DataKey, Held, VaultError};

/// Largest file that is encrypted once more, in bytes: a store of ten years has a fiftieth of it.
const LARGEST: u64 = 2 * 1024 * 1024 * 1024;

/// Encrypts what was kept beside the store; what fails stays as it is.
pub(super) fn seal(held: &Held<'_>, store: &Store, path: &Path, old: &DataKey) {
    for kept in kept(path) {
        if let Err(trouble) = seal_one(held, store, &kept, old) {
            tracing::warn!(id = %trouble.msg.id, "a store that was kept as it was found stays under the old key");
        }
    }
}

/// `releve.lost-32.db`, for each there is.
fn kept(store: &Path) -> Vec<PathBuf> {
    let dir = store.parent().unwrap_or(Path::new("."));
    let stem = format!("{}.lost-", store.file_stem().unwrap_or_default().to_string_lossy());
    let is_kept = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&stem) && name.ends_with(".db")
    };
    let files = fs::read_dir(dir).into_iter().flatten().filter_map(Result::ok);
    files.map(|file| file.path()).filter(is_kept).collect()
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn seal_one(held: &Held<'_>, store: &Store, kept: &Path, old: &DataKey) -> Result<(), Trouble> {
    let mut recipients: Vec<String> =
        store.accounts_of(Role::Coordination)?.into_iter().map(|account| account.recipient).collect();
    recipients.extend(store.recovery()?);
    let entitled = store.entitled()?;
    recipients.retain(|recipient| entitled.contains(recipient));
    let io = |error: std::io::Error| Trouble::from(VaultError::Io(error));
    let seal_to = |path: &Path, bytes: &[u8]| -> Result<(), Trouble> {
        let sealed = held.seal(&recipients, bytes)?;
        write_private(path, &sealed).map_err(|error| io(error.into()))
    };
    // The key first: without it the rest is of no use. One that is there is of a time that was cut off, and the right one.
    let key = kept.with_extension("key.age");
    if fs::symlink_metadata(&key).is_err() {
        seal_to(&key, old.hex().as_bytes())?;
    }
    // The log before the store: as long as that is there, it is found again.
    for path in [with(kept, "-wal"), kept.to_owned()] {
        let bytes = match read_file(&path, LARGEST) {
            Ok(bytes) => bytes,
            Err(Unread::Missing) => continue,
            Err(Unread::Io(error)) => return Err(io(error)),
            Err(Unread::NotAFile | Unread::TooLarge) => return Err(io(std::io::ErrorKind::InvalidInput.into())),
        };
        seal_to(&with(&path, ".age"), &bytes)?;
        fs::remove_file(&path).map_err(io)?;
    }
    sync_dir(kept.parent().unwrap_or(Path::new("."))).map_err(io)
}
