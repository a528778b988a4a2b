//! Whether other desks have the store open: a lock on the folder itself, shared by every open desk.
//!
//! The kernel drops it with the process, however that ends, and there is no file of it to leave behind. Nothing is
//! asked of a desk that does not answer: whoever wants to be alone only tries.

use std::fs::File;
use std::io;
use std::path::Path;

/// An open desk, as long as it is kept.
#[derive(Debug)]
pub(super) struct Presence {
    folder: File,
}

impl Presence {
    /// Says that a desk opens the store of this folder; waits while another is alone with it.
    pub fn enter(folder: &Path) -> io::Result<Self> {
        let folder = File::open(folder)?;
        folder.lock_shared()?;
        Ok(Self { folder })
    }

    /// Tries to be the only one: no other desk is open, and none opens until [`Presence::share`].
    ///
    /// To be called by whoever holds the keys ([`crate::vault::Vault::hold`]): between giving up the shared lock and
    /// taking the other, nobody else may be trying the same.
    pub fn is_alone(&self) -> io::Result<bool> {
        self.folder.unlock()?;
        if self.folder.try_lock().is_ok() {
            return Ok(true);
        }
        self.folder.lock_shared()?;
        Ok(false)
    }

    /// Lets others in again.
    pub fn share(&self) -> io::Result<()> {
        self.folder.unlock()?;
        self.folder.lock_shared()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_alone_until_another_enters_and_again_once_that_one_has_left() {
        let dir = tempfile::tempdir().unwrap();
        let one = Presence::enter(dir.path()).unwrap();
        assert!(one.is_alone().unwrap());
        one.share().unwrap();
        let other = Presence::enter(dir.path()).unwrap();
        assert!(!one.is_alone().unwrap() && !other.is_alone().unwrap());
        // Whoever tried in vain is still there.
        assert!(!other.is_alone().unwrap());
        drop(one);
        assert!(other.is_alone().unwrap());
    }

    #[test]
    fn nobody_enters_while_one_is_alone() {
        let dir = tempfile::tempdir().unwrap();
        let one = Presence::enter(dir.path()).unwrap();
        assert!(one.is_alone().unwrap());
        let path = dir.path().to_owned();
        let (entered, waits) = std::sync::mpsc::channel();
        let other = std::thread::spawn(move || {
            let presence = Presence::enter(&path).unwrap();
            entered.send(()).unwrap();
            presence
        });
        assert!(File::open(dir.path()).unwrap().try_lock_shared().is_err());
        assert!(waits.try_recv().is_err());
        one.share().unwrap();
        drop(other.join().unwrap());
        assert!(waits.try_recv().is_ok());
    }
}
