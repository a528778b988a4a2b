//! The log: a private file beside the data, with identifiers and counts and nobody's name or text.

use std::fs::{self, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::sync::Mutex;

use crate::folder::{Folder, private_dir};

/// From this size on the log is begun anew, the last one kept beside it.
const LARGEST: u64 = 1024 * 1024;

/// Sends what the program reports into the folder's log.
///
/// # Errors
/// When the file cannot be opened; the program works without.
pub(super) fn begin(folder: &Folder) -> io::Result<()> {
    let dir = folder.logs();
    private_dir(&dir)?;
    let path = dir.join("releve.log");
    if fs::metadata(&path).is_ok_and(|m| m.len() > LARGEST) {
        fs::rename(&path, dir.join("releve.log.1"))?;
    }
    let file = OpenOptions::new().append(true).create(true).mode(0o600).open(path)?;
    // A line that the full disk does not take goes nowhere: the screen is not the log's.
    // A second log in one process is a test's doing; the first goes on.
    let _ =
        tracing_subscriber::fmt().with_ansi(false).log_internal_errors(false).with_writer(Mutex::new(file)).try_init();
    Ok(())
}
