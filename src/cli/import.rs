//! `releve import`: what a centre already has.

use std::io::Write as _;
use std::path::Path;

use super::{Failure, Opened};
use crate::domain::Msg;
use crate::domain::act::Act;
use crate::protocol::{Reply, Request, Write};

/// Imports a rota: every refused line is named on standard error, and then nothing is written.
pub(super) fn rota(file: &Path, dry_run: bool, opened: &mut Opened) -> Result<(), Failure> {
    let words = opened.words;
    let say = |msg: Msg| {
        let _ = writeln!(std::io::stderr(), "{}", words.say(&msg));
    };
    let preview = match opened.backend.answer(Request::PreviewRota(file.to_owned(), opened.now)) {
        Reply::Rota(preview) => preview,
        Reply::Failed(msg) | Reply::Refused(msg) => return Err(Failure::failed(msg)),
        _ => return Err(Failure::failed(Msg::new("cli-unexpected"))),
    };
    say(Msg::new("import-stays").with("count", preview.lines.len()));
    say(Msg::new("import-known").with("count", preview.known));
    say(Msg::new("import-new-doctors").with("count", preview.new_doctors.len()));
    for bad in &preview.bad {
        say(Msg::new("import-bad-line")
            .with("line", bad.line)
            .with("column", bad.column.clone())
            .with("value", bad.value.clone())
            .with("reason", bad.reason.clone()));
    }
    if !preview.bad.is_empty() {
        return Err(Failure::failed(Msg::new("import-bad").with("count", preview.bad.len())));
    }
    if dry_run || preview.lines.is_empty() {
        return Ok(());
    }
    let write = Write::of(Act::ImportRota(preview.lines));
    match opened.backend.answer(Request::Write(Box::new(write), opened.who, opened.now)) {
        Reply::Saved { said, .. } => {
            say(said);
            Ok(())
        }
        Reply::Failed(msg) | Reply::Refused(msg) => Err(Failure::failed(msg)),
        _ => Err(Failure::failed(Msg::new("cli-unexpected"))),
    }
}
