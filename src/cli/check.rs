//! `releve check`: keys, file, seals, signatures, changes. Nothing is written but the log brought into the file, and
//! that only where nothing is missing.

use std::io::Write as _;

use super::{Failure, Global, choose, passphrase};
use crate::back::Backend;
use crate::back::copies;
use crate::domain::signature::{fingerprint, spoken};
use crate::domain::{ChangeId, Msg};
use crate::words::Words;

pub(super) fn run(backend: &Backend, change: Option<i64>, global: &Global, words: &Words) -> Result<(), Failure> {
    let names = backend.names().map_err(Failure::failed)?;
    let account = choose(&names, global.account.as_deref())?;
    let secret = passphrase::read(global.passphrase_fd, words)?;
    let report = backend.check(account, &secret, change.map(ChangeId)).map_err(Failure::of)?;
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
        tell(Msg::new("check-unsealed").with("count", found.unsealed.len()).with("names", some_of(&found.unsealed)));
    }
    let signed = &found.findings;
    // What is missing at the end breaks no chain.
    if signed.is_clean() && found.faults.is_empty() {
        tell(Msg::new("check-signed"));
    }
    signed.msgs().into_iter().for_each(&mut tell);
    report.strange.iter().cloned().for_each(&mut tell);
    match signed.signed {
        Some((since, count)) => {
            tell(Msg::new("check-signed-changes").with("count", count).with("since", since.0));
        }
        None => tell(Msg::new("check-unsigned-yet")),
    }
    for (person, change) in &signed.unsure {
        tell(
            Msg::new(if person.is_some() { "check-unsure" } else { "check-unsure-recovery" }).with("change", change.0),
        );
    }
    if let Some(recovery) = &signed.recovery {
        tell(Msg::new("check-recovery").with("words", fingerprint(recovery)));
    }
    if let Some(words) = found.witness.hash.as_deref().and_then(spoken) {
        tell(Msg::new("check-head").with("change", found.witness.newest.0).with("words", words));
    }
    match copies::remembered(backend.folder()) {
        Some(note) => tell(note.msg()),
        None => tell(Msg::new("check-no-copy")),
    }
    if let Some(loss) = &report.loss {
        tell(Msg::new("check-loss").with("loss", loss.msg()));
    }
    let mut missing = None;
    if let Some(change) = change {
        match report.hash.as_deref().and_then(spoken) {
            Some(words) => tell(Msg::new("check-head").with("change", change).with("words", words)),
            None => missing = Some(Msg::new("check-no-change").with("change", change)),
        }
    }
    if !found.is_clean() || report.strange.is_some() {
        return Err(Failure::new(5, Msg::new("check-damaged")));
    }
    match &report.loss {
        Some(_) => Err(Failure::new(Failure::LOSS, Msg::new("check-less"))),
        None => missing.map_or(Ok(()), |msg| Err(Failure::nothing(msg))),
    }
}

/// The first few of many names.
fn some_of(names: &[String]) -> String {
    const FEW: usize = 6;
    let more = if names.len() > FEW { ", …" } else { "" };
    names.iter().take(FEW).map(String::as_str).collect::<Vec<_>>().join(", ") + more
}
