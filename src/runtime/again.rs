//! The program, begun anew in its own place: how a lock leaves nothing of the store in memory.
//!
//! Keys and patients' words have been on stacks, in buffers and in freed blocks of several threads, and safe Rust wipes
//! none of them. `exec` does: the process stays, its whole memory goes. The terminal stays as it is meanwhile, raw and
//! on its other screen, so that no shell shows in between. What is handed over are codes and numbers, never a word.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::terminal::{self, Modes};
use crate::domain::Msg;
use crate::words::Lang;

/// Tells the program that it takes the place of one that has locked.
const NAME: &str = "RELEVE_LOCKED";

/// What stands where there is nothing to say.
const NOTHING: &str = "-";

/// What one program leaves to the one that takes its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Legacy {
    /// What the sign-in says, by the identifier of a sentence without arguments: those may name somebody.
    said: Option<String>,
    /// The language on the screen: the centre's own is known only once its store is open.
    pub lang: Lang,
    /// The terminal's settings as they were before the first of them came.
    modes: Modes,
}

impl Legacy {
    pub(super) fn new(said: Option<&Msg>, lang: Lang, modes: Modes) -> Self {
        let said = said.filter(|msg| msg.args.is_empty()).map(|msg| msg.id.to_string()).filter(|id| is_of_start(id));
        Self { said, lang, modes }
    }

    /// What was left to this process, if it takes another's place.
    #[must_use]
    pub fn found() -> Option<Self> {
        Self::read(&std::env::var(NAME).ok()?)
    }

    /// The sentence on the sign-in, where there is something to say.
    #[must_use]
    pub fn said(&self) -> Option<Msg> {
        Some(Msg { id: self.said.clone()?.into(), args: Vec::new() })
    }

    pub(super) const fn modes(&self) -> Modes {
        self.modes
    }

    /// Gives the terminal back as the first program found it: the second could not even begin.
    pub fn give_back(&self) {
        terminal::restore();
        self.modes.set();
    }

    fn read(text: &str) -> Option<Self> {
        let (said, rest) = text.split_once(' ')?;
        let (lang, modes) = rest.split_once(' ')?;
        let said = if said == NOTHING { None } else { Some(said.to_owned()).filter(|id| is_of_start(id)) };
        Some(Self { said, lang: Lang::of(lang)?, modes: Modes::read(modes)? })
    }

    fn write(&self) -> String {
        let said = self.said.as_deref().unwrap_or(NOTHING);
        format!("{said} {} {}", self.lang.code(), self.modes.write())
    }

    /// Begins the program anew in this process; returns only when it could not.
    pub(super) fn begin(&self) -> io::Error {
        let program = match program() {
            Ok(program) => program,
            Err(error) => return error,
        };
        let mut args = std::env::args_os();
        let mut command = Command::new(program);
        if let Some(name) = args.next() {
            command.arg0(name);
        }
        // Every descriptor of ours is closed on the way; signals are as a new program expects them.
        command.args(without_secrets(args)).env(NAME, self.write()).exec()
    }
}

/// Whether an identifier is one of the sentences of the sign-in.
fn is_of_start(id: &str) -> bool {
    id.starts_with("start-") && id.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase())
}

/// What to run: the file this process was started from, as long as it is that file.
///
/// An upgrade may have put another in its place, or none; the one that runs can still be run, and a program of another
/// version meets the store at a start that somebody meant.
fn program() -> io::Result<PathBuf> {
    let named = std::env::current_exe();
    let running = Path::new("/proc/self/exe");
    let Ok(this) = fs::metadata(running) else { return named };
    let same = |path: &PathBuf| fs::metadata(path).is_ok_and(|m| (m.dev(), m.ino()) == (this.dev(), this.ino()));
    Ok(named.ok().filter(same).unwrap_or_else(|| running.to_owned()))
}

/// The arguments without the descriptor of a passphrase, which has been read and is nobody's any more.
fn without_secrets(args: impl Iterator<Item = OsString>) -> Vec<OsString> {
    const SECRET: &str = "--passphrase-fd";
    let mut kept = Vec::new();
    let mut value_follows = false;
    for arg in args {
        let text = arg.to_string_lossy();
        if std::mem::take(&mut value_follows) || text.strip_prefix(SECRET).is_some_and(|rest| rest.starts_with('=')) {
            continue;
        }
        if text == SECRET {
            value_follows = true;
            continue;
        }
        kept.push(arg);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_read_back_and_nothing_else_is() {
        let modes = Modes::read("1280 5 191 35387 1 0").unwrap();
        for (said, lang) in [(None, Lang::Fr), (Some(Msg::new("start-key-changed")), Lang::En)] {
            let left = Legacy::new(said.as_ref(), lang, modes);
            let found = Legacy::read(&left.write()).unwrap();
            assert_eq!((&found, found.said()), (&left, said));
        }
        for text in ["", "-", "- fr", "- fr 1 2 3", "- xx 1 2 3 4 5 6", "- fr 1 2 3 4 5 6 7"] {
            assert_eq!(Legacy::read(text), None, "{text:?}");
        }
    }

    #[test]
    fn no_name_and_no_word_is_handed_on() {
        let modes = Modes::read("1 2 3 4 5 6").unwrap();
        let named = Msg::new("start-key-changed").with("name", "Garnier");
        for msg in [named, Msg::new("store-gone"), Msg::new("start-Garnier")] {
            assert_eq!(Legacy::new(Some(&msg), Lang::Fr, modes).said(), None, "{msg:?}");
        }
    }

    #[test]
    fn the_passphrase_is_not_offered_again() {
        let kept = |args: &[&str]| without_secrets(args.iter().map(OsString::from));
        assert_eq!(kept(&["--ascii", "--passphrase-fd", "3", "--data-dir", "d"]), ["--ascii", "--data-dir", "d"]);
        assert_eq!(kept(&["--passphrase-fd=3", "--lang", "en"]), ["--lang", "en"]);
    }

    #[test]
    fn this_very_program_is_what_runs_again() {
        assert_eq!(program().unwrap(), std::env::current_exe().unwrap());
    }
}
