//! The command line: data on standard output, sentences on standard error, exit codes that mean something.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::terminal::{PASSPHRASE, new_centre};

fn releve(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_releve")).args(args).stdin(Stdio::null()).output().unwrap()
}

const MONDAY: [&str; 4] = ["--demo", "--today", "2026-11-30T08:00", "briefing"];

#[test]
fn the_briefing_is_plain_text_one_fact_a_line() {
    let out = releve(&MONDAY);
    let text = String::from_utf8(out.stdout).unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    assert!(text.contains("Bonjour Dr"), "{text}");
    assert!(!text.contains('\u{1b}') && !text.contains('│'), "{text}");
    assert!(out.stderr.is_empty());
}

#[test]
fn json_says_the_week_and_parses() {
    let out = releve(&["--demo", "--today", "2026-11-30T08:00", "briefing", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    assert!(json.to_string().contains("2026-S49"), "{json}");
}

#[test]
fn the_fictional_history_is_the_same_each_time() {
    let handover = ["--demo", "--today", "2026-11-30T08:00", "handover", "--week", "2026-S48", "--format", "md"];
    let text = || String::from_utf8(releve(&handover).stdout).unwrap();
    assert_eq!(text(), text());
}

#[test]
fn exit_codes_tell_apart_what_went_wrong() {
    let empty = tempfile::tempdir().unwrap();
    let dir = empty.path().to_str().unwrap();
    let code = |args: &[&str]| releve(args).status.code();
    assert_eq!(code(&["--no-such-option"]), Some(2));
    assert_eq!(code(&["--data-dir", dir, "briefing"]), Some(3), "no store yet");
    assert_eq!(code(&["--data-dir", dir, "--today", "2026-11-30"]), Some(2), "stamps are never false");
    assert_eq!(code(&["--demo", "--today", "2026-11-30", "briefing", "--week", "2027-S53"]), Some(2));
    assert_eq!(code(&["--demo", "--today", "2026-11-30", "briefing", "--week", "2029-S10"]), Some(3), "nobody yet");
    assert_eq!(code(&["--data-dir", dir]), Some(1), "the desk needs a terminal");
    assert_eq!(code(&["--version"]), Some(0));
}

#[test]
fn a_sheet_is_written_privately_and_said_on_standard_error() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("s49.html");
    let out = releve(&[
        "--demo",
        "--today",
        "2026-11-30T08:00",
        "briefing",
        "--format",
        "html",
        "-o",
        file.to_str().unwrap(),
    ]);
    assert!(out.status.success() && out.stdout.is_empty());
    assert!(String::from_utf8_lossy(&out.stderr).contains("s49.html"));
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("<!DOCTYPE html>"));
}

/// Runs in a store of one's own, the passphrase on descriptor 3, as a script would.
fn script(dir: &Path, args: &[&str], passphrase: &str) -> Output {
    Command::new("bash")
        .args(["-c", r#""$0" --data-dir "$1" --passphrase-fd 3 "${@:3}" 3<<<"$2""#, env!("CARGO_BIN_EXE_releve")])
        .arg(dir)
        .arg(passphrase)
        .args(args)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn told(out: &Output) -> String {
    String::from_utf8_lossy(&out.stderr).replace('\u{a0}', " ")
}

#[test]
fn a_rota_is_tried_then_imported_then_known() {
    let dir = tempfile::tempdir().unwrap();
    new_centre(dir.path());
    let file = dir.path().join("rota.csv");
    let lines =
        "Du;Au;Médecin;État\n23/11/2026;27/11/2026;Hélène Vidal;confirmé\n7/12/2026;11/12/2026;Paul Roche;option\n";
    std::fs::write(&file, lines).unwrap();
    let file = file.to_str().unwrap();
    let rota = |args: &[&str]| script(dir.path(), &[&["import", "rota", file], args].concat(), PASSPHRASE);

    let tried = rota(&["--dry-run"]);
    assert!(tried.status.success() && tried.stdout.is_empty(), "{}", told(&tried));
    assert!(told(&tried).contains("2 séjours à ajouter.") && told(&tried).contains("2 nouveaux médecins."));
    let again = rota(&["--dry-run"]);
    assert_eq!(told(&tried), told(&again), "trying writes nothing");
    let done = rota(&[]);
    assert!(done.status.success() && told(&done).contains("2 séjours importés"), "{}", told(&done));
    let known = rota(&[]);
    assert!(known.status.success() && told(&known).contains("Aucun séjour à ajouter."), "{}", told(&known));

    // The stays are there, for whoever reads the week.
    let read = |week| script(dir.path(), &["briefing", "--week", week, "--format", "json"], PASSPHRASE);
    let json: serde_json::Value = serde_json::from_slice(&read("2026-S48").stdout).unwrap();
    assert!(json.to_string().contains("Vidal"), "{json}");
    assert_eq!(read("2026-S50").status.code(), Some(3), "nobody in that week");
}

#[test]
fn a_refused_line_is_named_and_the_code_says_so() {
    let dir = tempfile::tempdir().unwrap();
    new_centre(dir.path());
    let file = dir.path().join("rota.csv");
    std::fs::write(&file, "Semaine;Médecin\nS49;Hélène Vidal\nS60;Paul Roche\n").unwrap();
    let rota = |file: &str| script(dir.path(), &["import", "rota", file], PASSPHRASE);
    let refused = rota(file.to_str().unwrap());
    assert_eq!(refused.status.code(), Some(1));
    assert!(told(&refused).contains("Ligne 3, Semaine « S60 »"), "{}", told(&refused));
    let briefing = script(dir.path(), &["briefing", "--week", "2026-S49"], PASSPHRASE);
    assert_eq!(briefing.status.code(), Some(3), "nothing was written: {}", told(&briefing));
    let missing = rota("/nowhere.csv");
    assert_eq!(missing.status.code(), Some(1));
    assert!(told(&missing).contains("Aucun fichier de ce nom : /nowhere.csv."), "{}", told(&missing));
}

#[test]
fn a_wrong_passphrase_and_a_damaged_store_have_their_codes() {
    let dir = tempfile::tempdir().unwrap();
    new_centre(dir.path());
    let wrong = script(dir.path(), &["briefing"], "soleil");
    assert_eq!(wrong.status.code(), Some(4));
    assert!(told(&wrong).contains("Ce n'est pas la phrase de passe de ce compte."), "{}", told(&wrong));
    let none = releve(&["--data-dir", dir.path().to_str().unwrap(), "briefing"]);
    assert_eq!(none.status.code(), Some(2), "no terminal to ask at: {}", told(&none));

    let store = dir.path().join("releve.db");
    let mut bytes = std::fs::read(&store).unwrap();
    bytes[4096..].fill(7);
    std::fs::write(&store, &bytes).unwrap();
    let damaged = script(dir.path(), &["briefing"], PASSPHRASE);
    assert_eq!(damaged.status.code(), Some(5), "{}", told(&damaged));
    assert_eq!(std::fs::read(&store).unwrap(), bytes, "it stays as it is");

    for copy in ["keys/data-key.age", "keys/copy/data-key.age"] {
        std::fs::write(dir.path().join(copy), "age").unwrap();
    }
    let keys = script(dir.path(), &["briefing"], PASSPHRASE);
    assert_eq!(keys.status.code(), Some(5), "{}", told(&keys));
    assert!(told(&keys).contains("data-key.age est absent ou abîmé, et sa copie aussi"), "{}", told(&keys));
}
