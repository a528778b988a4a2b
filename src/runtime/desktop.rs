//! What goes to the desktop around the terminal: a text to its clipboard, a message to its mail program.

use std::ffi::{OsStr, OsString};
use std::io::{self, Write, stdout};
use std::os::unix::process::CommandExt as _;
use std::process::{Command, Stdio};
use std::thread::{self, JoinHandle};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

use crate::app::Desktop;

/// The program that opens an address with what the user has chosen for it.
const OPENER: &str = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };

/// Whether there is a desktop that could open a message; over a line to another machine there is none.
#[must_use]
pub fn desktop() -> Desktop {
    if is_around(|name| std::env::var_os(name)) { Desktop::Around } else { Desktop::Nowhere }
}

fn is_around(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
    let is_far = is_set("SSH_CONNECTION");
    if cfg!(target_os = "macos") { !is_far } else { is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") }
}

/// Takes a text to the clipboard. Whether the terminal does so (OSC 52), it does not tell.
pub(super) fn copy(text: &str) {
    if let Err(error) = copy_by(stdout(), text) {
        tracing::warn!(%error, "nothing could be copied");
    }
}

fn copy_by(mut terminal: impl Write, text: &str) -> io::Result<()> {
    execute!(terminal, CopyToClipboard::to_clipboard_from(text))
}

/// Opens an address, in a process of its own that hears and says nothing here.
pub(super) fn open(address: &str) {
    if let Err(error) = open_with(OsStr::new(OPENER), address) {
        tracing::warn!(%error, "the mail program could not be opened");
    }
}

/// The thread only waits, so that nothing of a process that has ended is left.
fn open_with(program: &OsStr, address: &str) -> io::Result<JoinHandle<()>> {
    let mut command = Command::new(program);
    command.arg(address).process_group(0).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    thread::Builder::new().name("opener".into()).spawn(move || {
        let _ = child.wait();
    })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_text_is_copied_as_the_terminal_wants_it() {
        let mut written = Vec::new();
        copy_by(&mut written, "médecin").unwrap();
        assert!(written.starts_with(b"\x1b]52;c;bcOpZGVjaW4="), "{:?}", String::from_utf8_lossy(&written));
    }

    #[test]
    fn there_is_a_desktop_where_there_is_a_display() {
        let only = |name: &'static str, value: &'static str| move |asked: &str| (asked == name).then(|| value.into());
        assert!(!is_around(|_| None) || cfg!(target_os = "macos"));
        assert!(is_around(only("DISPLAY", ":0")));
        assert!(is_around(only("WAYLAND_DISPLAY", "wayland-0")));
        assert!(!is_around(only("DISPLAY", "")) || cfg!(target_os = "macos"));
    }

    #[test]
    fn the_opener_gets_the_whole_address_and_no_terminal() {
        let room = tempfile::tempdir().unwrap();
        let opener = room.path().join("opener");
        let out = room.path().join("out");
        let script = format!("#!/bin/sh\nprintf '%s %s' \"$#\" \"$1\" > '{}'\ntest -t 1 && rm '{0}'\n", out.display());
        std::fs::write(&opener, script).unwrap();
        std::fs::set_permissions(&opener, std::fs::Permissions::from_mode(0o700)).unwrap();
        let address = "mailto:a@b.fr?subject=a%20b&body=$(id);'";
        open_with(opener.as_os_str(), address).unwrap().join().unwrap();
        assert_eq!(std::fs::read_to_string(out).unwrap(), format!("1 {address}"));
        assert!(open_with(OsStr::new("/no/such/opener"), address).is_err());
    }
}
