//! A store that was put in place from a copy: who still has an account is for the coordination to say first.
//!
//! The copy may be older than the end of an account. Until the coordination has confirmed who keeps one, nobody else
//! opens the store. That stands in the folder, written before the restored store has its name.

use std::fs;
use std::io;
use std::path::Path;

use crate::folder::{Folder, sync_dir, write_private};

/// Written by a restoration.
const MARK: &str = "restored.json";
/// What a copy says of itself: a folder that has it was put in place by hand.
const CARD: &str = "copy.json";

/// Whether this folder was restored and not confirmed since.
pub(super) fn waits(folder: &Folder) -> bool {
    was_restored(folder) || there(&folder.root().join(CARD))
}

/// Whether a restoration put it there, and not somebody's own hands, who may only be looking at a copy.
pub(super) fn was_restored(folder: &Folder) -> bool {
    there(&folder.root().join(MARK))
}

/// Says that what is about to be here was restored.
pub(super) fn mark(folder: &Folder) -> io::Result<()> {
    Ok(write_private(&folder.root().join(MARK), b"{}\n")?)
}

/// The coordination has confirmed who keeps an account.
pub(super) fn confirm(folder: &Folder) -> io::Result<()> {
    for name in [MARK, CARD] {
        match fs::remove_file(folder.root().join(name)) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
            _ => {}
        }
    }
    sync_dir(folder.root())
}

fn there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}
