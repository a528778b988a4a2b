//! `releve check`: keys, file, seals, signatures, changes. Nothing is written but the log brought into the file, and
//! that only where nothing is missing.

use std::io::Write as _;

use super::{Failure, Global, choose, passphrase};
use crate::back::Backend;
use crate::back::copies;
use crate::domain::Msg;
use crate::words::Words;

pub(super) fn run(backend: &Backend, global: &Global, words: &Words) -> Result<(), Failure> {
    let names = backend.names().map_err(Failure::failed)?;
    let account = choose(&names, global.account.as_deref())?;
    let secret = passphrase::read(global.passphrase_fd, words)?;
    let report = backend.check(account, &secret).map_err(Failure::of)?;
    let found = &report.found;
    let mut out = std::io::stdout();
    let mut tell = |msg: Msg| {
        let _ = writeln!(out, "{}", words.say(&msg));
    };
    if report.keys.is_empty() {
        tell(Msg::new("check-keys"));
    } else {
        tell(Msg::new("check-keys-healed").with("files", report.keys.join(", ")));
    }
    if report.restored {
        tell(Msg::new("check-restored"));
    }
    if report.key_due {
        tell(Msg::new("check-key-due"));
    }
    tell(
        Msg::new("check-store")
            .with("version", found.witness.version)
            .with("known", found.known)
            .with("changes", found.witness.newest.0),
    );
    if found.faults.is_empty() {
        tell(Msg::new("check-whole"));
    }
    for fault in &found.faults {
        tell(Msg::new("check-fault").with("fault", fault.as_str()));
    }
    if found.unsealed.is_empty() {
        tell(Msg::new("check-seals"));
    } else {
        tell(Msg::new("check-unsealed").with("names", found.unsealed.join(", ")));
    }
    let signed = &found.findings;
    // What is missing at the end breaks no chain.
    if signed.is_clean() && found.faults.is_empty() {
        tell(Msg::new("check-signed"));
    }
    for stay in &signed.handovers {
        tell(Msg::new("check-handover").with("stay", stay.0));
    }
    if let Some(stay) = signed.chain {
        tell(Msg::new("check-chain").with("stay", stay.0));
    }
    if let Some(change) = signed.change {
        tell(Msg::new("check-change").with("change", change.0));
    }
    for word in &signed.words {
        tell(Msg::new("check-word").with("word", word.0));
    }
    match copies::remembered(backend.folder()) {
        Some(note) => tell(note.msg()),
        None => tell(Msg::new("check-no-copy")),
    }
    if let Some(loss) = &report.loss {
        tell(Msg::new("check-loss").with("loss", loss.msg()));
    }
    if !found.is_clean() {
        return Err(Failure::new(5, Msg::new("check-damaged")));
    }
    match &report.loss {
        Some(_) => Err(Failure::new(Failure::LOSS, Msg::new("check-less"))),
        None => Ok(()),
    }
}
