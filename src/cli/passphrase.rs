//! A passphrase from a file descriptor or, unseen, from the keyboard.

use std::fs::File;
use std::io::{IsTerminal as _, Read as _, Write as _, stderr, stdin};

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::Failure;
use crate::domain::Msg;
use crate::words::Words;

/// More than any passphrase: what is longer is not one.
const LONGEST: u64 = 4096;

pub(super) fn read_from(fd: u32) -> std::io::Result<SecretString> {
    let mut text = Zeroizing::new(String::new());
    File::open(format!("/dev/fd/{fd}"))?.take(LONGEST).read_to_string(&mut text)?;
    Ok(SecretString::from(text.lines().next().unwrap_or_default().to_owned()))
}

pub(super) fn read(fd: Option<u32>, words: &Words) -> Result<SecretString, Failure> {
    read_as(fd, "cli-passphrase", words)
}

/// The same for another secret, asked for by that message.
pub(super) fn read_as(fd: Option<u32>, prompt: &'static str, words: &Words) -> Result<SecretString, Failure> {
    let failed = |e: std::io::Error| Failure::failed(Msg::new("cli-passphrase-failed").with("reason", e.to_string()));
    match fd {
        Some(fd) => read_from(fd).map_err(failed),
        None if stdin().is_terminal() => ask(prompt, words).map_err(failed),
        None => Err(Failure::new(2, Msg::new("cli-passphrase-needed"))),
    }
}

fn ask(prompt: &str, words: &Words) -> std::io::Result<SecretString> {
    write!(stderr(), "{} ", words.t(prompt))?;
    enable_raw_mode()?;
    let typed = typed();
    disable_raw_mode()?;
    writeln!(stderr())?;
    typed.map(SecretString::from)
}

fn typed() -> std::io::Result<String> {
    let mut text = String::new();
    loop {
        let Event::Key(key) = event::read()? else { continue };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        match key.code {
            KeyCode::Enter => return Ok(text),
            KeyCode::Backspace => {
                text.pop();
            }
            KeyCode::Char('c') if key.modifiers == KeyModifiers::CONTROL => {
                return Err(std::io::ErrorKind::Interrupted.into());
            }
            KeyCode::Char(c) => text.push(c),
            _ => {}
        }
    }
}
