//! `releve backup`: a verified copy, now.

use std::io::Write as _;
use std::path::PathBuf;

use super::{Failure, Opened};
use crate::domain::Msg;
use crate::domain::rights::Right;

pub(super) fn run(to: Option<PathBuf>, opened: &mut Opened) -> Result<(), Failure> {
    opened.may(Right::Copies)?;
    let chosen = match to {
        // What is typed in a shell is relative to where one is.
        Some(dir) => Some(std::path::absolute(&dir).unwrap_or(dir)),
        None => opened.backend.copy_folder().map_err(Failure::failed)?,
    };
    let to = chosen.ok_or_else(|| Failure::new(2, Msg::new("cli-backup-where")))?;
    super::nameable(&to)?;
    let note = opened.backend.copy_now(&to, opened.now).map_err(Failure::failed)?;
    let said = Msg::new("cli-backup-made").with("changes", note.card.changes);
    let _ = writeln!(std::io::stderr(), "{}", opened.words.say(&said));
    let _ = writeln!(std::io::stdout(), "{}", note.path.display());
    Ok(())
}
