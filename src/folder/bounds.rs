//! What belongs to the centre's data, and is never written over by a sheet.
//!
//! A place is known by its name where nothing is there yet, and by what it is (device and inode) where something is:
//! links, a folder mounted twice and capitals on a disk that ignores them all lead to the same thing.

use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::os::fd::AsFd;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Component, Path, PathBuf};

use super::{Folder, Unwritten, write_private, write_private_new};

/// A device and a number on it: the same file whatever its name.
type Identity = (u64, u64);

impl Folder {
    /// Writes a private file whole, anywhere but over or into the centre's data and its copies.
    ///
    /// # Errors
    /// As [`write_private`], and when the place is the centre's.
    pub fn write_outside(&self, path: &Path, bytes: &[u8]) -> Result<(), Unwritten> {
        self.is_outside(path)?;
        if real(path).ancestors().any(holds_a_centre) {
            return Err(Unwritten::Data);
        }
        write_private(path, bytes)
    }

    /// Writes a sheet where sheets go, under a free name, and returns that name.
    ///
    /// # Errors
    /// As [`write_private_new`], and when the sheets' folder leads into the centre's data.
    pub fn write_sheet(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Unwritten> {
        let dir = self.takes_sheets();
        super::private_place(&dir)?;
        // Beside the data it is the folder's own; a link in its place may lead anywhere.
        let own = dir.parent() == Some(self.root()) && fs::symlink_metadata(&dir).is_ok_and(|m| m.is_dir());
        if !own {
            self.is_outside(&dir)?;
        }
        write_private_new(&dir.join(name), bytes)
    }

    /// Refuses a place that is the centre's data, lies in it, or lies in a copy of any centre.
    ///
    /// # Errors
    /// [`Unwritten::Data`] or [`Unwritten::Copy`].
    pub fn is_outside(&self, path: &Path) -> Result<(), Unwritten> {
        let target = real(path);
        if self.own().iter().any(|dir| target.starts_with(real(dir))) {
            return Err(Unwritten::Data);
        }
        let ours = self.identities();
        for place in target.ancestors() {
            if fs::metadata(place).is_ok_and(|meta| ours.contains(&identity(&meta))) {
                return Err(Unwritten::Data);
            }
        }
        if is_in_copy(&target) { Err(Unwritten::Copy) } else { Ok(()) }
    }

    /// Whether an open file is one of the centre's: what a shell redirects has been opened before we are asked.
    #[must_use]
    pub fn owns(&self, open: impl AsFd) -> bool {
        rustix::fs::fstat(open).is_ok_and(|stat| self.identities().contains(&(stat.st_dev, stat.st_ino)))
    }

    /// The folders that hold the centre's data.
    fn own(&self) -> [PathBuf; 4] {
        [self.root.clone(), self.keys(), self.keys().join("copy"), self.logs()]
    }

    /// Those folders and the files in them, by what they are.
    fn identities(&self) -> BTreeSet<Identity> {
        let mut found: BTreeSet<Identity> = BTreeSet::new();
        for dir in self.own() {
            found.extend(fs::metadata(&dir).ok().as_ref().map(identity));
            let entries = fs::read_dir(dir).into_iter().flatten().flatten();
            // A store may itself stand behind a link: what it leads to counts.
            let files = entries.filter_map(|entry| fs::metadata(entry.path()).ok().filter(Metadata::is_file));
            found.extend(files.map(|meta| identity(&meta)));
        }
        found
    }
}

fn identity(meta: &Metadata) -> Identity {
    (meta.dev(), meta.ino())
}

/// Whether a folder is one of data, be it another centre's.
fn holds_a_centre(dir: &Path) -> bool {
    there(dir, "releve.db") && there(dir, "keys")
}

/// Whether a place is a copy of a centre or lies in one: copies are whole, and go when their turn comes.
#[must_use]
pub fn is_in_copy(path: &Path) -> bool {
    real(path).ancestors().any(|dir| there(dir, "releve.db") && there(dir, "copy.json"))
}

fn there(dir: &Path, name: &str) -> bool {
    fs::symlink_metadata(dir.join(name)).is_ok()
}

/// Where a path leads: links followed as far as there is something, the rest by its words.
fn real(path: &Path) -> PathBuf {
    let mut path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // A link to nothing has no canonical path, and still says where the file would come to be.
    for _ in 0..40 {
        let Some(to) = fs::read_link(&path).ok().filter(|_| !path.exists()) else { break };
        path = path.parent().unwrap_or(Path::new("/")).join(to);
    }
    let mut known = path;
    let mut rest = Vec::new();
    loop {
        if let Ok(found) = known.canonicalize() {
            known = found;
            break;
        }
        let last = known.components().next_back().map(|part| part.as_os_str().to_owned());
        let (Some(last), true) = (last, known.pop()) else { break };
        rest.push(last);
    }
    for part in rest.iter().rev() {
        match Path::new(part).components().next() {
            Some(Component::ParentDir) => {
                known.pop();
            }
            _ => known.push(part),
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    /// A folder of data as a desk leaves it.
    fn centre(root: &Path) -> Folder {
        let folder = Folder::at(root);
        folder.create().unwrap();
        fs::create_dir(folder.keys().join("copy")).unwrap();
        for file in ["releve.db", "releve.db-wal", "copies.json", "keys/data-key.age", "keys/copy/data-key.age"] {
            fs::write(root.join(file), file).unwrap();
        }
        folder
    }

    /// Everything under a folder, with its bytes.
    fn all(dir: &Path) -> Vec<(PathBuf, Option<Vec<u8>>)> {
        let mut found = Vec::new();
        let mut dirs = vec![dir.to_owned()];
        while let Some(dir) = dirs.pop() {
            for entry in fs::read_dir(dir).unwrap().flatten() {
                if entry.path().is_dir() {
                    dirs.push(entry.path());
                }
                found.push((entry.path(), fs::read(entry.path()).ok()));
            }
        }
        found.sort();
        found
    }

    #[test]
    fn the_data_folder_and_what_is_in_it_are_refused_by_whatever_name() {
        let dir = tempfile::tempdir().unwrap();
        let at = |path: &str| dir.path().join(path);
        let folder = centre(&at("data"));
        fs::create_dir(at("beside")).unwrap();
        symlink(at("data"), at("link")).unwrap();
        symlink(at("data/releve.db"), at("file-link")).unwrap();
        symlink(at("data/not-yet"), at("dangling")).unwrap();
        fs::hard_link(at("data/keys/data-key.age"), at("hard")).unwrap();
        let before = all(dir.path());
        for path in [
            "data",
            "data/",
            "data/releve.db",
            "data/releve.db-journal",
            "data/new.pdf",
            "data/keys/data-key.age",
            "data/keys/new",
            "data/log/releve.log",
            "data/sheets/s49.pdf",
            "data/nowhere/s49.pdf",
            "beside/../data/releve.db",
            "nowhere/../data/releve.db",
            "./data/./releve.db",
            "link",
            "link/releve.db",
            "link/new.pdf",
            "file-link",
            "dangling",
            "hard",
        ] {
            let refused = folder.write_outside(&at(path), b"ours");
            assert!(matches!(refused, Err(Unwritten::Data)), "{path}: {refused:?}");
        }
        assert_eq!(all(dir.path()), before);
        for path in ["s49.pdf", "data.pdf", "beside/releve.db"] {
            folder.write_outside(&at(path), b"theirs").unwrap();
        }
    }

    #[test]
    fn a_folder_behind_a_link_is_known_by_what_it_is() {
        let dir = tempfile::tempdir().unwrap();
        let at = |path: &str| dir.path().join(path);
        // The data stand elsewhere, reached by a link; so do the keys, and the store.
        centre(&at("disk"));
        for (real, name) in [("disk", "data"), ("disk/keys", "mounted")] {
            symlink(at(real), at(name)).unwrap();
        }
        fs::rename(at("disk/releve.db"), at("store.db")).unwrap();
        symlink(at("store.db"), at("disk/releve.db")).unwrap();
        let folder = Folder::at(at("data"));
        for path in ["disk/new", "mounted/new", "mounted/copy/data-key.age", "store.db", "data"] {
            let refused = folder.write_outside(&at(path), b"ours");
            assert!(matches!(refused, Err(Unwritten::Data)), "{path}: {refused:?}");
        }
    }

    #[test]
    fn a_folder_that_is_not_there_yet_is_kept_free() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::at(dir.path().join("new/data"));
        fs::create_dir(dir.path().join("new")).unwrap();
        for path in ["new/data", "new/data/releve.db", "new/../new/data"] {
            assert!(matches!(folder.write_outside(&dir.path().join(path), b"1"), Err(Unwritten::Data)), "{path}");
        }
        assert!(all(dir.path()).len() == 1, "nothing was made");
    }

    #[test]
    fn a_copy_of_a_centre_is_not_written_into_and_its_neighbour_is() {
        let dir = tempfile::tempdir().unwrap();
        let folder = centre(&dir.path().join("data"));
        let copy = dir.path().join("usb/releve-2026-11-27-1802");
        centre(&copy);
        fs::write(copy.join("copy.json"), "{}").unwrap();
        for path in [copy.join("releve.db"), copy.join("keys/new"), copy.join("s49.pdf"), copy.clone()] {
            let refused = folder.write_outside(&path, b"1");
            assert!(matches!(refused, Err(Unwritten::Copy)), "{path:?}: {refused:?}");
        }
        folder.write_outside(&dir.path().join("usb/s49.pdf"), b"1").unwrap();
        // Another centre's live data are no place for a sheet either; copies may well lie there.
        let other = dir.path().join("other");
        centre(&other);
        assert!(matches!(folder.write_outside(&other.join("s49.pdf"), b"1"), Err(Unwritten::Data)));
        folder.is_outside(&other).unwrap();
    }

    #[test]
    fn a_sheet_goes_where_sheets_go_and_through_no_link_into_the_data() {
        let dir = tempfile::tempdir().unwrap();
        let folder = centre(&dir.path().join("data"));
        let path = folder.write_sheet("s49.pdf", b"1").unwrap();
        assert_eq!(path, folder.exports().join("s49.pdf"));
        fs::remove_dir_all(folder.exports()).unwrap();
        symlink(folder.keys(), folder.exports()).unwrap();
        assert!(matches!(folder.write_sheet("s49.pdf", b"1"), Err(Unwritten::Data)));
        // To the person's own Documents, say.
        fs::remove_file(folder.exports()).unwrap();
        fs::create_dir(dir.path().join("Documents")).unwrap();
        symlink(dir.path().join("Documents"), folder.exports()).unwrap();
        folder.write_sheet("s49.pdf", b"1").unwrap();
        assert!(dir.path().join("Documents/s49.pdf").exists());
    }

    #[test]
    fn an_open_file_of_the_centre_is_known() {
        let dir = tempfile::tempdir().unwrap();
        let folder = centre(&dir.path().join("data"));
        assert!(folder.owns(fs::File::open(folder.store()).unwrap()));
        assert!(!folder.owns(tempfile::tempfile().unwrap()));
    }
}
