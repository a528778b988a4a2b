//! Where the data lies, and how a private file is written.
//!
//! Knows paths and the file system. May not know what the files hold, nor the screen.

mod bounds;
mod read;

use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

pub use bounds::is_in_copy;
pub use read::{Unread, read_file};

/// The places of one centre's data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    root: PathBuf,
    logs: PathBuf,
    exports: PathBuf,
}

impl Folder {
    /// The usual places of the person at the keyboard; `None` when the system knows no home for them.
    #[must_use]
    pub fn default_for_user() -> Option<Self> {
        let project = ProjectDirs::from("", "", "releve")?;
        let mut folder = Self::at(project.data_dir());
        if let Some(state) = project.state_dir() {
            state.clone_into(&mut folder.logs);
        }
        // A sheet must be found by someone who only knows the desktop.
        if let Some(documents) = UserDirs::new().as_ref().and_then(UserDirs::document_dir) {
            folder.exports = documents.join("Relève");
        }
        Some(folder)
    }

    /// Everything under one folder: `--data-dir`, and tests.
    #[must_use]
    pub fn at(root: impl Into<PathBuf>) -> Self {
        let root = root.into();
        Self { logs: root.join("log"), exports: root.join("sheets"), root }
    }

    /// The folder that holds the store and its keys.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The encrypted store.
    #[must_use]
    pub fn store(&self) -> PathBuf {
        self.root.join("releve.db")
    }

    /// The keys of the store.
    #[must_use]
    pub fn keys(&self) -> PathBuf {
        self.root.join("keys")
    }

    /// The name of the colours chosen for this desk.
    #[must_use]
    pub fn theme(&self) -> PathBuf {
        self.root.join("theme")
    }

    /// Logs, which name nobody.
    #[must_use]
    pub fn logs(&self) -> PathBuf {
        self.logs.clone()
    }

    /// Sheets made for printing. The first sheet makes the folder ([`private_place`]), not [`Folder::create`].
    #[must_use]
    pub fn exports(&self) -> PathBuf {
        self.exports.clone()
    }

    /// Where a sheet can go: from a folder of data that cannot be written, to the person's own sheets.
    fn takes_sheets(&self) -> PathBuf {
        let takes = |dir: &Path| private_place(dir).and_then(|()| tempfile::tempfile_in(dir).map(drop));
        let dir = self.exports();
        let refused = takes(&dir).err().map(|error| error.kind());
        if !matches!(refused, Some(io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)) {
            return dir;
        }
        Self::default_for_user().map(|own| own.exports()).filter(|own| takes(own).is_ok()).unwrap_or(dir)
    }

    /// Whether there is a store here.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.store().exists()
    }

    /// Makes the folders, closed to every other user of the machine.
    ///
    /// # Errors
    /// When a folder can neither be made nor closed to others.
    pub fn create(&self) -> io::Result<()> {
        for dir in [&self.root, &self.keys(), &self.logs] {
            private_dir(dir)?;
        }
        Ok(())
    }
}

/// Makes a folder, with those above it, and closes it to every other user of the machine.
///
/// # Errors
/// When it can neither be made nor closed to others.
pub fn private_dir(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    // It may have been there before, open to others.
    fs::set_permissions(path, Permissions::from_mode(0o700))
}

/// Makes a folder if it is missing, then closed to others; one that is there may be the person's own, such as
/// Documents: its rights are theirs to choose.
///
/// # Errors
/// When it cannot be made.
pub fn private_place(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// Why a file was not written; nothing has changed then.
#[derive(Debug, thiserror::Error)]
pub enum Unwritten {
    /// Writing would go to wherever the link points.
    #[error("a symbolic link stands in the place of the file")]
    Link,
    #[error("what stands in the place of the file is none")]
    NotAFile,
    /// It would be written over the data of the centre, or into their folder.
    #[error("what stands there is the centre's data")]
    Data,
    #[error("what stands there is a copy of a centre")]
    Copy,
    /// A folder made by a slip of the keyboard would hide the file.
    #[error("there is no such folder")]
    NoFolder,
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// For callers to whom every reason is one.
impl From<Unwritten> for io::Error {
    fn from(why: Unwritten) -> Self {
        match why {
            Unwritten::Io(error) => error,
            Unwritten::Data | Unwritten::Copy => Self::new(io::ErrorKind::PermissionDenied, why.to_string()),
            Unwritten::Link | Unwritten::NotAFile => Self::new(io::ErrorKind::AlreadyExists, why.to_string()),
            Unwritten::NoFolder => Self::new(io::ErrorKind::NotFound, why.to_string()),
        }
    }
}

/// Writes a private file whole, in place of the one there.
///
/// Whatever interrupts it, the path holds the old bytes or the new ones; on return the new ones are on the disk.
/// The file is readable by its owner only.
///
/// # Errors
/// When the path is a symbolic link or not a file, when its folder is missing, or when writing fails.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Unwritten> {
    replace(path, |file| file.write_all(bytes))
}

/// As [`write_private`], with whatever `fill` writes: a test lets it fail half-way.
fn replace(path: &Path, fill: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), Unwritten> {
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_symlink() => return Err(Unwritten::Link),
        Ok(meta) if !meta.is_file() => return Err(Unwritten::NotAFile),
        Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e.into()),
        _ => {}
    }
    let dir = parent(path)?;
    // Giving a name replaces the name: even a link made since the question is not followed.
    written_beside(dir, fill)?.persist(path).map_err(|e| e.error)?;
    Ok(sync_dir(dir)?)
}

/// Writes a private file under a free name and returns that name: `fiche.html`, then `fiche (2).html`.
///
/// Never overwrites, whoever else is writing.
///
/// # Errors
/// When the folder is missing, when writing fails, or when a thousand names are taken.
pub fn write_private_new(path: &Path, bytes: &[u8]) -> Result<PathBuf, Unwritten> {
    let dir = parent(path)?;
    let mut temp = written_beside(dir, |file| file.write_all(bytes))?;
    for number in 1..=1000 {
        let name = numbered(path, number);
        match temp.persist_noclobber(&name) {
            Ok(_) => {
                sync_dir(dir)?;
                return Ok(name);
            }
            Err(e) if e.error.kind() == io::ErrorKind::AlreadyExists => temp = e.file,
            Err(e) => return Err(e.error.into()),
        }
    }
    Err(io::Error::new(io::ErrorKind::AlreadyExists, "a thousand files of this name are there already").into())
}

/// The `number`-th name for a path, the first being the path itself.
pub(crate) fn numbered(path: &Path, number: u32) -> PathBuf {
    if number < 2 {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = match path.extension() {
        Some(extension) => format!("{stem} ({number}).{}", extension.to_string_lossy()),
        None => format!("{stem} ({number})"),
    };
    path.with_file_name(name)
}

/// The folder of a file, which has to be there.
fn parent(path: &Path) -> Result<&Path, Unwritten> {
    let dir = match path.parent() {
        Some(dir) if dir.as_os_str().is_empty() => Path::new("."),
        Some(dir) => dir,
        None => return Err(Unwritten::NotAFile),
    };
    if dir.is_dir() { Ok(dir) } else { Err(Unwritten::NoFolder) }
}

/// A nameless-to-be file in the same folder, so that giving it its name is one step, with its bytes on the disk.
fn written_beside(dir: &Path, fill: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<tempfile::NamedTempFile> {
    let mut temp =
        tempfile::Builder::new().prefix(".releve-").permissions(Permissions::from_mode(0o600)).tempfile_in(dir)?;
    fill(temp.as_file_mut())?;
    temp.as_file().sync_all()?;
    Ok(temp)
}

/// Brings a new name to the disk: without this a power cut may forget it.
///
/// # Errors
/// When the folder cannot be read, or the disk refuses.
pub fn sync_dir(dir: &Path) -> io::Result<()> {
    File::open(dir)?.sync_all()
}

/// Folders that a program copies to other machines, by a part of their path.
const SYNCHRONISED: [&str; 12] = [
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "nextcloud",
    "owncloud",
    "icloud",
    "mobile documents",
    "kdrive",
    "pcloud",
    "mega",
    "syncthing",
];

/// The part of a path that names a synchronised folder: what lies there leaves the machine.
#[must_use]
pub fn synchronised(path: &Path) -> Option<String> {
    path.components().find_map(|part| {
        let part = part.as_os_str().to_string_lossy();
        let low = part.to_lowercase();
        // `OneDrive - Association`, `Dropbox (Perso)`: whole words at the head of the name.
        let named = |name: &&&str| {
            low.strip_prefix(**name).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        };
        SYNCHRONISED.iter().find(named).map(|_| part.to_string())
    })
}

/// Closes this process to others: files it makes are private, its memory is neither dumped nor read.
///
/// To be called first thing in `main`, before any thread.
pub fn harden() {
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    // Where a sandbox forbids it the program still runs: a core dump is a risk, no desk at all is a certainty.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
    let none = rustix::process::Rlimit { current: Some(0), maximum: Some(0) };
    let _ = rustix::process::setrlimit(rustix::process::Resource::Core, none);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    fn names(dir: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn folders_are_closed_to_others_even_when_they_were_open() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::at(dir.path().join("releve"));
        fs::create_dir(folder.root()).unwrap();
        fs::set_permissions(folder.root(), Permissions::from_mode(0o755)).unwrap();
        folder.create().unwrap();
        assert_eq!([mode(folder.root()), mode(&folder.keys()), mode(&folder.logs())], [0o700; 3]);
        assert!(!folder.exists());
        fs::write(folder.store(), "").unwrap();
        assert!(folder.exists());
    }

    #[test]
    fn writing_replaces_the_file_and_leaves_nothing_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("accounts.json");
        fs::write(&path, "old and longer").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        write_private(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(mode(&path), 0o600);
        assert_eq!(names(dir.path()), ["accounts.json"]);
    }

    #[test]
    fn an_old_file_is_never_touched_itself() {
        // Another name of the same file keeps the old bytes: the new ones came whole, under the old name.
        let dir = tempfile::tempdir().unwrap();
        let (path, other) = (dir.path().join("a"), dir.path().join("b"));
        fs::write(&path, "old").unwrap();
        fs::hard_link(&path, &other).unwrap();
        write_private(&path, b"new").unwrap();
        assert_eq!(fs::read(&other).unwrap(), b"old");
    }

    #[test]
    fn a_link_or_a_folder_is_refused_and_kept() {
        let dir = tempfile::tempdir().unwrap();
        let (target, link, sub) = (dir.path().join("target"), dir.path().join("link"), dir.path().join("sub"));
        fs::write(&target, "theirs").unwrap();
        symlink(&target, &link).unwrap();
        fs::create_dir(&sub).unwrap();
        assert!(matches!(write_private(&link, b"ours"), Err(Unwritten::Link)));
        assert!(matches!(write_private(&sub, b"ours"), Err(Unwritten::NotAFile)));
        assert_eq!(fs::read(&target).unwrap(), b"theirs");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(names(dir.path()), ["link", "sub", "target"]);
    }

    #[test]
    fn a_dangling_link_is_refused_as_well() {
        let dir = tempfile::tempdir().unwrap();
        let link = dir.path().join("link");
        symlink(dir.path().join("elsewhere"), &link).unwrap();
        assert!(matches!(write_private(&link, b"ours"), Err(Unwritten::Link)));
        assert_eq!(names(dir.path()), ["link"]);
    }

    #[test]
    fn a_write_that_fails_half_way_leaves_the_old_file_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("S48.pdf");
        let half = |file: &mut File| {
            file.write_all(b"ha")?;
            Err(io::ErrorKind::StorageFull.into())
        };
        assert!(matches!(replace(&path, half), Err(Unwritten::Io(_))));
        assert!(names(dir.path()).is_empty());
        fs::write(&path, "old").unwrap();
        assert!(replace(&path, half).is_err());
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(dir.path()), ["S48.pdf"]);
    }

    #[test]
    fn a_missing_folder_is_refused_and_not_made() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("Documnets/S48.pdf");
        assert!(matches!(write_private(&path, b"1"), Err(Unwritten::NoFolder)));
        assert!(matches!(write_private_new(&path, b"1"), Err(Unwritten::NoFolder)));
        assert!(names(dir.path()).is_empty());
    }

    #[test]
    fn a_sheet_takes_a_free_name_and_overwrites_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("S48.html");
        assert_eq!(write_private_new(&path, b"1").unwrap(), path);
        // A dangling link is a taken name too: writing through it would land elsewhere.
        symlink(dir.path().join("elsewhere"), path.with_file_name("S48 (2).html")).unwrap();
        let third = write_private_new(&path, b"3").unwrap();
        assert_eq!(third, path.with_file_name("S48 (3).html"));
        assert_eq!((fs::read(&path).unwrap(), fs::read(&third).unwrap()), (b"1".to_vec(), b"3".to_vec()));
        assert_eq!(mode(&third), 0o600);
        assert!(!dir.path().join("elsewhere").exists());
    }

    #[test]
    fn a_synchronised_folder_is_known_by_its_name() {
        for path in
            ["/home/c/Dropbox/Relève", "/home/c/OneDrive - AGIR", "/home/c/Nextcloud", "/Users/c/Google Drive/x"]
        {
            assert!(synchronised(Path::new(path)).is_some(), "{path}");
        }
        for path in ["/home/c/.local/share/releve", "/media/usb/Relève", "/home/megane/releve", "/srv/omega"] {
            assert_eq!(synchronised(Path::new(path)), None, "{path}");
        }
    }

    #[test]
    fn a_hardened_process_makes_private_files_and_cannot_be_dumped() {
        // Hardening is for a whole process: the test runs itself again as a child and hardens that one.
        const CHILD: &str = "RELEVE_TEST_HARDENED_CHILD";
        if let Some(path) = std::env::var_os(CHILD) {
            harden();
            fs::write(&path, "").unwrap();
            assert_eq!(mode(Path::new(&path)), 0o600);
            #[cfg(target_os = "linux")]
            assert_eq!(rustix::process::dumpable_behavior(), Ok(rustix::process::DumpableBehavior::NotDumpable));
            return;
        }
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("made-by-child");
        let child = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "folder::tests::a_hardened_process_makes_private_files_and_cannot_be_dumped"])
            .env(CHILD, &path)
            .output()
            .unwrap();
        assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stdout));
        assert!(path.exists(), "the child ran no test");
    }
}
