//! Files of other programs: which there are, and what importing one would do.

use std::fs;
use std::path::{Path, PathBuf};

use super::{io_msg, whole};
use crate::domain::{Msg, Now, PersonId, Trouble, Who};
use crate::exchange::{agenda, rota_csv, waiting_csv};
use crate::folder::{Unread, read_file};
use crate::protocol::Reply;
use crate::store::Store;

/// Largest spreadsheet of a rota that is read, in bytes.
const LARGEST_ROTA: u64 = 2 * 1024 * 1024;

/// Reads a spreadsheet and says what importing it would do.
pub(super) fn rota(store: &Store, path: &Path, now: Now) -> Result<Reply, Trouble> {
    let bytes = bytes(path, LARGEST_ROTA, "backend-file-too-large")?;
    let frame = whole(store, Who::is(PersonId(1)), now)?;
    Ok(Reply::Rota(rota_csv::read(&bytes, &frame.rota, now.day)))
}

/// Reads a waiting list and says what importing it would do.
pub(super) fn waiting(store: &Store, path: &Path, now: Now) -> Result<Reply, Trouble> {
    let bytes = bytes(path, LARGEST_ROTA, "backend-file-too-large")?;
    let names = whole(store, Who::is(PersonId(1)), now)?.centre.names_allowed;
    Ok(Reply::Waiting(Box::new(waiting_csv::read(&bytes, &store.known_waiting()?, names, now.day))))
}

/// The bytes of a table, to be read as such.
///
/// # Errors
/// A file that is not there, is none, or is too large.
pub fn table(path: &Path) -> Result<Vec<u8>, Trouble> {
    bytes(path, LARGEST_ROTA, "backend-file-too-large")
}

/// Reads an agenda and says what importing it would do.
pub(super) fn agenda(store: &Store, path: &Path, now: Now) -> Result<Reply, Trouble> {
    let bytes = bytes(path, agenda::MAX_BYTES as u64, "import-agenda-too-large")?;
    let frame = whole(store, Who::is(PersonId(1)), now)?;
    let there = store.known_agenda()?;
    let known = agenda::Known { rota: &frame.rota, centre: &frame.centre, agenda: &there };
    Ok(Reply::Agenda(Box::new(agenda::read(&bytes, &known, now.day))))
}

fn bytes(path: &Path, largest: u64, too_large: &'static str) -> Result<Vec<u8>, Trouble> {
    let path = &at_home(path);
    let about = |id: &'static str| Msg::new(id).with("path", path.display().to_string());
    let read = read_file(path, largest).map_err(|why| match why {
        Unread::Missing => about("backend-no-file"),
        Unread::NotAFile => about("backend-not-a-file"),
        Unread::TooLarge => Msg::new(too_large),
        Unread::Io(error) => io_msg(&error),
    });
    Ok(read?)
}

/// A path as typed: `~/` is the folder of the person at the keyboard, as in a shell.
pub(super) fn at_home(path: &Path) -> PathBuf {
    let user = directories::UserDirs::new();
    match (path.strip_prefix("~"), user) {
        (Ok(rest), Some(user)) => user.home_dir().join(rest),
        _ => path.to_owned(),
    }
}

/// Endings of a table's name.
const TABLES: [&str; 3] = [".csv", ".tsv", ".txt"];
/// Endings of an agenda's.
const AGENDAS: [&str; 4] = [".ics", ".ical", ".csv", ".tsv"];

/// Spreadsheets in the usual folders, newest first.
pub(super) fn spreadsheets() -> Vec<PathBuf> {
    usual(&TABLES)
}

/// Agendas and spreadsheets in the usual folders, newest first.
pub(super) fn agendas() -> Vec<PathBuf> {
    usual(&AGENDAS)
}

fn usual(endings: &[&str]) -> Vec<PathBuf> {
    let Some(user) = directories::UserDirs::new() else { return Vec::new() };
    let folders = [user.download_dir(), user.document_dir(), user.desktop_dir(), Some(user.home_dir())];
    newest(folders.into_iter().flatten(), endings)
}

/// The files of these folders with these endings, newest first.
fn newest<'a>(folders: impl Iterator<Item = &'a Path>, endings: &[&str]) -> Vec<PathBuf> {
    let mut files: Vec<_> = folders
        .filter_map(|dir| fs::read_dir(dir).ok())
        .flat_map(Iterator::flatten)
        .filter(|e| {
            let name = e.file_name().to_string_lossy().to_lowercase();
            endings.iter().any(|ending| name.ends_with(ending))
        })
        .filter_map(|e| Some((e.metadata().ok().filter(fs::Metadata::is_file)?.modified().ok()?, e.path())))
        .collect();
    files.sort_by_key(|(modified, _)| std::cmp::Reverse(*modified));
    files.truncate(30);
    files.into_iter().map(|(_, path)| path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, SystemTime};

    #[test]
    fn spreadsheets_come_newest_first_and_nothing_else_comes() {
        let dir = tempfile::tempdir().unwrap();
        let other = dir.path().join("other");
        fs::create_dir_all(other.join("folder.csv")).unwrap();
        for (path, age) in [("old.csv", 300), ("other/new.CSV", 10), ("middle.tsv", 100), ("picture.png", 1)] {
            let file = fs::File::create(dir.path().join(path)).unwrap();
            file.set_modified(SystemTime::now() - Duration::from_secs(age)).unwrap();
        }
        let found = newest([dir.path(), &other, Path::new("/nowhere")].into_iter(), &TABLES);
        let names: Vec<_> = found.iter().map(|p| p.file_name().unwrap().to_str().unwrap()).collect();
        assert_eq!(names, ["new.CSV", "middle.tsv", "old.csv"]);
    }
}
