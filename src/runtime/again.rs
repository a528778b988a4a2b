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
use crate::app::Locked;
use crate::domain::Msg;
use crate::words::Lang;

/// Tells the program that it takes the place of one that has locked.
const NAME: &str = "RELEVE_LOCKED";

/// What one program leaves to the one that takes its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Legacy {
    pub why: Locked,
    /// The language on the screen: the centre's own is known only once its store is open.
    pub lang: Lang,
    /// The terminal's settings as they were before the first of them came.
    modes: Modes,
}

impl Legacy {
    pub(super) const fn new(why: Locked, lang: Lang, modes: Modes) -> Self {
        Self { why, lang, modes }
    }

    /// What was left to this process, if it takes another's place.
    #[must_use]
    pub fn found() -> Option<Self> {
        Self::read(&std::env::var(NAME).ok()?)
    }

    /// The sentence on the sign-in, where there is something to say.
    #[must_use]
    pub fn said(&self) -> Option<Msg> {
        (self.why == Locked::KeyChanged).then(|| Msg::new("start-key-changed"))
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
        let (why, rest) = text.split_once(' ')?;
        let (lang, modes) = rest.split_once(' ')?;
        let why = match why {
            "locked" => Locked::Asked,
            "key" => Locked::KeyChanged,
            _ => return None,
        };
        Some(Self { why, lang: Lang::of(lang)?, modes: Modes::read(modes)? })
    }

    fn write(&self) -> String {
        let why = match self.why {
            Locked::Asked => "locked",
            Locked::KeyChanged => "key",
        };
        format!("{why} {} {}", self.lang.code(), self.modes.write())
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
        for (why, lang) in [(Locked::Asked, Lang::Fr), (Locked::KeyChanged, Lang::En)] {
            let left = Legacy::new(why, lang, Modes::read("1280 5 191 35387 1 0").unwrap());
            assert_eq!(Legacy::read(&left.write()), Some(left));
        }
        for text in ["", "locked", "locked fr", "locked fr 1 2 3", "locked xx 1 2 3 4 5 6", "open fr 1 2 3 4 5 6"] {
            assert_eq!(Legacy::read(text), None, "{text:?}");
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
