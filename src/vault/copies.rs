//! Two copies of each key file, which heal each other.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::VaultError;
use super::seal::Closed;
use crate::folder::{Unread, private_dir, read_file, sync_dir, write_private};

/// Whether a file is ever written again after its creation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Never: a copy that opens is as good as any, and replaces one that does not.
    Fixed,
    /// It is: a first copy that is whole but closed to this reader may be the newer one, written after the reader's
    /// access ended, and is left as it is.
    Renewed,
}

/// Largest file of keys that is read, in bytes: they hold a few hundred.
pub(super) const LARGEST: u64 = 1024 * 1024;

/// A folder whose files are kept twice: in it, and in its `copy/`.
#[derive(Debug, Clone)]
pub(super) struct Copies {
    pub dir: PathBuf,
}

impl Copies {
    fn paths(&self, name: &str) -> [PathBuf; 2] {
        [self.dir.join(name), self.dir.join("copy").join(name)]
    }

    /// Makes both folders.
    pub fn create(&self) -> io::Result<()> {
        private_dir(&self.dir)?;
        private_dir(&self.dir.join("copy"))
    }

    /// Writes both copies, the first one first: a cut between the two leaves the new state, healed at next reading.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), VaultError> {
        for path in self.paths(name) {
            write_private(&path, bytes).map_err(std::io::Error::from)?;
        }
        Ok(())
    }

    /// Removes both copies; one that is gone already is no error.
    ///
    /// The second goes first, so that a cut between the two heals nothing back unseen.
    pub fn remove(&self, name: &str) -> Result<(), VaultError> {
        for path in self.paths(name).iter().rev() {
            match fs::remove_file(path) {
                Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e.into()),
                _ => {}
            }
            if let Some(dir) = path.parent() {
                sync_dir(dir)?;
            }
        }
        Ok(())
    }

    /// Whether one copy at least is there.
    pub fn exists(&self, name: &str) -> bool {
        self.paths(name).iter().any(|p| p.exists())
    }

    /// Reads the first copy that `open` accepts, and rewrites the other from it.
    ///
    /// Returns `Ok(Err(_))` with the better reason when neither copy opens.
    pub fn read<T>(
        &self,
        name: &str,
        kind: Kind,
        open: impl Fn(&[u8]) -> Result<T, Closed>,
    ) -> Result<Result<T, Closed>, VaultError> {
        let [first, second] = self.paths(name);
        let bytes = [read(&first)?, read(&second)?];
        let opened = bytes[0].as_deref().map_or(Err(Closed::Damaged), &open);
        let reason = match opened {
            Ok(value) => {
                if bytes[0] != bytes[1] {
                    self.heal(name, &second, bytes[0].as_deref());
                }
                return Ok(Ok(value));
            }
            Err(reason) => reason,
        };
        if bytes[0] == bytes[1] {
            return Ok(Err(reason));
        }
        match bytes[1].as_deref().map_or(Err(Closed::Damaged), &open) {
            Ok(value) => {
                if reason == Closed::Damaged || kind == Kind::Fixed {
                    self.heal(name, &first, bytes[1].as_deref());
                }
                Ok(Ok(value))
            }
            Err(Closed::NotYours) => Ok(Err(Closed::NotYours)),
            Err(Closed::Damaged) => Ok(Err(reason)),
        }
    }

    /// Rewrites a copy. A folder that cannot be written does not keep anyone from reading.
    fn heal(&self, name: &str, path: &Path, bytes: Option<&[u8]>) {
        let healed = self.create().and_then(|()| bytes.map_or(Ok(()), |bytes| Ok(write_private(path, bytes)?)));
        match healed {
            Ok(()) => tracing::warn!(file = name, "a damaged or missing copy was rewritten from the other"),
            Err(e) => tracing::error!(file = name, error = %e, "a damaged or missing copy could not be rewritten"),
        }
    }
}

/// The bytes of a file; `None` when it is missing. Anything else in its place counts as missing.
fn read(path: &Path) -> Result<Option<Vec<u8>>, VaultError> {
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_file() => match read_file(path, LARGEST) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(Unread::Io(error)) => Err(error.into()),
            Err(Unread::Missing | Unread::NotAFile | Unread::TooLarge) => Ok(None),
        },
        Ok(_) => Ok(None),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(e.into()),
    }
}
