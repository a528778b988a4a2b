//! The system's print command, fed by its standard input: nothing is written to a file of ours on the way.
//!
//! The print queue of the system may keep what it printed for a while; only its administrator reads it there.

use std::io::{self, Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Tried in this order.
const COMMANDS: [&str; 2] = ["lp", "lpr"];
/// A queue that takes nothing for so long takes nothing at all.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK: Duration = Duration::from_millis(20);

/// What prints.
#[derive(Debug, Clone)]
pub struct Printer {
    commands: Vec<PathBuf>,
}

/// Why nothing was printed.
#[derive(Debug)]
pub(super) enum Unprinted {
    /// This system has no print command.
    NoCommand,
    /// What the command said, or why it did not run.
    Refused(String),
}

impl Default for Printer {
    fn default() -> Self {
        Self::by(COMMANDS.map(PathBuf::from))
    }
}

impl Printer {
    /// Prints by the first of these commands that is there.
    #[must_use]
    pub fn by(commands: impl IntoIterator<Item = PathBuf>) -> Self {
        Self { commands: commands.into_iter().collect() }
    }

    /// Hands a document to the print queue.
    pub(super) fn print(&self, document: &[u8]) -> Result<(), Unprinted> {
        for command in &self.commands {
            let begun = Command::new(command)
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                // What it has to say must not go over the screen.
                .stderr(Stdio::piped())
                .spawn();
            return match begun {
                Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
                Err(e) => Err(Unprinted::Refused(e.to_string())),
                Ok(child) => fed(child, document).map_err(|e| Unprinted::Refused(e.to_string())),
            };
        }
        Err(Unprinted::NoCommand)
    }
}

/// Gives a command its document, and waits for it.
fn fed(mut child: Child, document: &[u8]) -> io::Result<()> {
    let (input, errors) = (child.stdin.take(), child.stderr.take());
    let status = std::thread::scope(|threads| {
        threads.spawn(move || {
            // A command that reads nothing fails by itself; the pipe closes at the end.
            let _ = input.map(|mut input| input.write_all(document));
        });
        let said = threads.spawn(move || {
            let mut said = String::new();
            // Whatever is no text is nothing to show.
            let _ = errors.map(|errors| errors.take(2_000).read_to_string(&mut said));
            said
        });
        let end = Instant::now() + PATIENCE;
        let status = loop {
            match child.try_wait() {
                Ok(None) if Instant::now() < end => std::thread::sleep(LOOK),
                Ok(Some(status)) => break Ok(status),
                other => {
                    let _ = child.kill();
                    let _ = child.wait();
                    break Err(other.err().unwrap_or_else(|| io::ErrorKind::TimedOut.into()));
                }
            }
        };
        (status, said.join().unwrap_or_default())
    });
    match status {
        (Ok(status), _) if status.success() => Ok(()),
        (Ok(status), said) => {
            let said = crate::domain::draft::text::line(said.trim());
            Err(io::Error::other(if said.is_empty() { status.to_string() } else { said }))
        }
        (Err(error), _) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    fn command(dir: &std::path::Path, name: &str, script: &str) -> PathBuf {
        let path = dir.join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
        path
    }

    #[test]
    fn the_first_command_that_is_there_gets_the_whole_document() {
        let dir = tempfile::tempdir().unwrap();
        let paper = dir.path().join("paper");
        let prints = command(dir.path(), "lpr", &format!("cat > '{}'", paper.display()));
        // More than a pipe holds.
        let document = vec![b'x'; 300_000];
        Printer::by([dir.path().join("lp"), prints]).print(&document).unwrap();
        assert_eq!(std::fs::read(paper).unwrap(), document);
    }

    #[test]
    fn no_command_and_one_that_refuses_are_told_apart() {
        let dir = tempfile::tempdir().unwrap();
        let none = Printer::by([dir.path().join("lp"), dir.path().join("lpr")]);
        assert!(matches!(none.print(b"x"), Err(Unprinted::NoCommand)));
        let refuses = command(dir.path(), "lp", "echo 'lp: no default destination.' >&2; exit 1");
        match Printer::by([refuses]).print(&vec![b'x'; 300_000]) {
            Err(Unprinted::Refused(said)) => assert_eq!(said, "lp: no default destination."),
            other => panic!("{other:?}"),
        }
    }
}
