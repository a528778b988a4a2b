//! `releve import`: what a centre already has.

use std::io::Write as _;
use std::path::Path;

use super::{Failure, Opened};
use crate::domain::Msg;
use crate::domain::act::{Act, RecordAct, RotaImport, Together};
use crate::domain::agenda::NewEntry;
use crate::domain::agenda_import::AgendaPreview;
use crate::domain::record::{AVAILABILITY, Availability};
use crate::domain::rights::Right;
use crate::domain::rota_import::BadLine;
use crate::exchange::availability_csv;
use crate::protocol::{Reply, Request, Write, question};

/// Imports a rota: every refused line is named on standard error, and then nothing is written.
pub(super) fn rota(file: &Path, dry_run: bool, opened: &mut Opened) -> Result<(), Failure> {
    let words = opened.words;
    let say = |msg: Msg| {
        let _ = writeln!(std::io::stderr(), "{}", words.say(&msg));
    };
    opened.may(Right::Rota)?;
    let preview = match opened.backend.answer(Request::PreviewRota(file.to_owned(), opened.now)) {
        Reply::Rota(preview) => preview,
        other => return Err(Failure::of(other)),
    };
    preview.count().said().into_iter().for_each(&say);
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
    if dry_run {
        let rota = opened.frame()?.rota;
        let changes = preview.decided.iter().flat_map(|d| words.rota_changes(d, &rota));
        let added = preview.decided.iter().filter_map(|d| words.rota_added(d, &rota));
        for said in changes.chain(added) {
            let _ = writeln!(std::io::stderr(), "{said}");
        }
    }
    if dry_run || !preview.can_import() {
        return Ok(());
    }
    save(Act::ImportRota(RotaImport { lines: preview.lines, promised: Some(preview.decided) }), opened)
}

/// Imports when volunteers could come: every refused line is named on standard error, and then nothing is written.
pub(super) fn availabilities(file: &Path, dry_run: bool, opened: &mut Opened) -> Result<(), Failure> {
    let words = opened.words;
    let say = |said: &str| {
        let _ = writeln!(std::io::stderr(), "{said}");
    };
    opened.may(Right::Doctors)?;
    let people = opened.frame()?.rota.people;
    let known = opened.ask(question::Collective)?;
    let bytes = crate::back::files::table(file).map_err(Failure::failed)?;
    let preview = availability_csv::read(&bytes, &people, &known, opened.now.day);
    refused(&preview.bad, opened)?;
    say(&words.say(&Msg::new("import-availability-new").with("count", preview.new.len())));
    if preview.same > 0 {
        say(&words.say(&Msg::new("import-availability-same").with("count", preview.same)));
    }
    if dry_run {
        for new in &preview.new {
            let days = words.span(new.from, new.to);
            say(&format!("{} · {days} · {}", people.short(new.person), words.t(new.answer.word())));
        }
    }
    if dry_run || preview.new.is_empty() {
        return Ok(());
    }
    let said = Msg::new("import-availability-said").with("count", preview.new.len());
    let act = |new: &Availability| Act::Record(RecordAct::Put(&AVAILABILITY, None, new.values()));
    save(Together::said(said, preview.new.iter().map(act)), opened)
}

/// Imports who waits for a médecin traitant: every refused line is named on standard error, and then nothing is written.
pub(super) fn waiting(file: &Path, dry_run: bool, opened: &mut Opened) -> Result<(), Failure> {
    let words = opened.words;
    let today = opened.now.day;
    let say = |said: &str| {
        let _ = writeln!(std::io::stderr(), "{said}");
    };
    opened.may(Right::Points)?;
    let preview = match opened.backend.answer(Request::PreviewWaiting(file.to_owned(), opened.now)) {
        Reply::Waiting(preview) => *preview,
        other => return Err(Failure::of(other)),
    };
    refused(&preview.bad, opened)?;
    preview.said().iter().for_each(|msg| say(&words.say(msg)));
    if dry_run {
        for new in &preview.new {
            let ald = if new.ald { words.t("waiting-ald-short") } else { String::new() };
            let parts = [words.patient(&new.patient, today), words.date(new.asked_on), ald, new.commune.clone()];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            say(&parts.join(" · "));
        }
    }
    if dry_run || !preview.can_import() {
        return Ok(());
    }
    save(preview.act(), opened)
}

/// Names every refused line of a table; where there is one, nothing is written.
fn refused(bad: &[BadLine], opened: &Opened) -> Result<(), Failure> {
    for bad in bad {
        let msg = if bad.column.is_empty() {
            Msg::new("import-agenda-bad-line")
        } else {
            Msg::new("import-bad-line").with("column", bad.column.clone()).with("value", bad.value.clone())
        };
        let said = opened.words.say(&msg.with("line", bad.line).with("reason", bad.reason.clone()));
        let _ = writeln!(std::io::stderr(), "{said}");
    }
    if bad.is_empty() { Ok(()) } else { Err(Failure::failed(Msg::new("import-bad").with("count", bad.len()))) }
}

/// Imports an agenda: every refused line is named on standard error, and then nothing is written.
pub(super) fn agenda(file: &Path, dry_run: bool, opened: &mut Opened) -> Result<(), Failure> {
    let words = opened.words;
    let say = |msg: Msg| {
        let _ = writeln!(std::io::stderr(), "{}", words.say(&msg));
    };
    // What is compared with the file is read, too.
    opened.may(Right::Agenda)?;
    let today = opened.now.day;
    let preview = match opened.backend.answer(Request::PreviewAgenda(file.to_owned(), opened.now)) {
        Reply::Agenda(preview) => *preview,
        other => return Err(Failure::of(other)),
    };
    for bad in &preview.bad {
        let msg = if bad.column.is_empty() {
            Msg::new("import-agenda-bad-line")
        } else {
            Msg::new("import-agenda-bad-cell").with("column", bad.column.clone())
        };
        say(msg.with("line", bad.line).with("reason", bad.reason.clone()));
    }
    if !preview.bad.is_empty() {
        return Err(Failure::failed(Msg::new("import-agenda-bad").with("count", preview.bad.len())));
    }
    say(Msg::new("import-agenda-added").with("count", preview.diff.added.len()));
    let further = [
        ("import-agenda-changed", preview.diff.changed.len()),
        ("import-agenda-cancelled", preview.diff.cancelled.len()),
        ("import-agenda-same", preview.diff.same),
        ("import-agenda-by-hand", preview.diff.by_hand),
        ("import-agenda-never-known", preview.diff.never_known),
        ("import-agenda-closed", preview.closed),
        ("import-agenda-missing", preview.missing.len()),
    ];
    for (id, count) in further.into_iter().filter(|(_, count)| *count > 0) {
        say(Msg::new(id).with("count", count));
    }
    for (id, entries) in preview.foreseen.kinds().into_iter().filter(|(_, entries)| !entries.is_empty()) {
        say(Msg::new(id).with("count", entries.len()));
    }
    preview.notes.iter().cloned().for_each(&say);
    if dry_run {
        let rota = opened.frame()?.rota;
        changes(&preview, |entry| words.entry(entry, &rota, today)).into_iter().for_each(say);
    }
    if dry_run || preview.diff.is_empty() {
        return Ok(());
    }
    save(Act::ImportAgenda(preview.lines), opened)
}

/// How many entries that clash with something are named.
const FIRST_FEW: usize = 3;

/// Every entry a trial is about, one a line: what clashes (the first few), then what would change.
fn changes(p: &AgendaPreview, said: impl Fn(&NewEntry) -> String) -> Vec<Msg> {
    let one = |id: &'static str, entry: &NewEntry| Msg::new(id).with("entry", said(entry));
    let heads = ["import-agenda-say-no-doctor", "import-agenda-say-shut", "import-agenda-say-over"];
    let mut out = Vec::new();
    for (id, (_, entries)) in heads.into_iter().zip(p.foreseen.kinds()) {
        out.extend(entries.iter().take(FIRST_FEW).map(|entry| one(id, entry)));
    }
    out.extend(
        p.diff.changed.iter().map(|c| {
            Msg::new("import-agenda-say-changed").with("before", said(&c.before)).with("after", said(&c.after))
        }),
    );
    out.extend(p.diff.cancelled.iter().map(|e| one("import-agenda-say-cancelled", &e.what)));
    out.extend(p.missing.iter().map(|e| one("import-agenda-say-missing", e)));
    let added = p.diff.added.iter().filter_map(|line| line.what.as_ref());
    out.extend(added.map(|e| one("import-agenda-say-added", e)));
    out
}

fn save(act: Act, opened: &mut Opened) -> Result<(), Failure> {
    match opened.backend.answer(Request::Write(Box::new(Write::of(act)), opened.who, opened.now)) {
        Reply::Saved { said, .. } => {
            let _ = writeln!(std::io::stderr(), "{}", opened.words.say(&said));
            Ok(())
        }
        other => Err(Failure::of(other)),
    }
}
