//! The command line: data on standard output, sentences on standard error, exit codes that mean something.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::terminal::{PASSPHRASE, new_centre};

pub(crate) fn releve(args: &[&str]) -> Output {
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
fn help_prints_a_page_of_the_guide_or_what_a_command_takes() {
    let said = |args: &[&str]| String::from_utf8(releve(args).stdout).unwrap();
    let all = said(&["help"]);
    assert!(all.contains("import") && all.contains("formats       Fichiers lus et écrits"), "{all}");
    assert!(said(&["help", "keys"]).contains("- `Ctrl-L` : verrouiller"));
    assert!(said(&["help", "keys", "--lang", "en"]).contains("- `Ctrl-L`: lock"));
    assert!(said(&["help", "import", "rota"]).contains("--dry-run"));
    let both = said(&["help", "week"]);
    assert!(both.starts_with("# Semaine") && both.contains("releve week --help"), "{both}");
    let out = releve(&["help", "horoscope"]);
    assert_eq!((out.status.code(), out.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8_lossy(&out.stderr).contains("horoscope"));
}

#[test]
fn help_and_mistakes_are_said_in_french_unless_english_is_asked_for() {
    let out = |args: &[&str]| String::from_utf8(releve(args).stdout).unwrap().replace('\u{a0}', " ");
    let french = out(&["--help"]);
    assert!(french.contains("Utilisation : releve [OPTIONS] [COMMANDE]") && french.contains("Commandes :"), "{french}");
    assert!(!french.contains("Usage") && !french.contains("Print"), "{french}");
    assert!(out(&["--lang", "en", "week", "--help"]).contains("Usage: releve week [OPTIONS]"));
    assert!(out(&["help", "stats"]).contains("[par défaut : table]"));
    let said = |args: &[&str]| {
        let out = releve(args);
        assert_eq!((out.status.code(), out.stdout.len()), (Some(2), 0));
        String::from_utf8(out.stderr).unwrap().replace('\u{a0}', " ")
    };
    assert!(said(&["brefing"]).contains("« brefing » n'existe pas ici. Vouliez-vous dire briefing ?"));
    assert!(said(&["--lang=en", "brefing"]).contains("Did you mean briefing?"));
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

#[test]
fn a_pdf_is_written_whole_and_goes_through_no_link_and_into_no_missing_folder() {
    let dir = tempfile::tempdir().unwrap();
    let sheet = |what: &str, week: &str, file: &Path| {
        let file = file.to_str().unwrap();
        releve(&["--demo", "--today", "2026-11-30T08:00", what, "--week", week, "--format", "pdf", "-o", file])
    };
    for (what, week) in [("briefing", "2026-S49"), ("handover", "2026-S48")] {
        let file = dir.path().join(what).with_extension("pdf");
        let out = sheet(what, week, &file);
        assert!(out.status.success() && out.stdout.is_empty(), "{}", told(&out));
        let bytes = std::fs::read(&file).unwrap();
        assert!(bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF"));
        assert_eq!(sheet(what, week, &file).status.code(), Some(0));
        assert_eq!(std::fs::read(&file).unwrap(), bytes, "the same sheet is the same file");
    }
    let (link, target) = (dir.path().join("link.pdf"), dir.path().join("theirs"));
    std::fs::write(&target, "theirs").unwrap();
    std::os::unix::fs::symlink(&target, &link).unwrap();
    let out = sheet("briefing", "2026-S49", &link);
    assert!(out.status.code() == Some(1) && told(&out).contains("est un lien"), "{}", told(&out));
    assert_eq!(std::fs::read(&target).unwrap(), b"theirs");
    let out = sheet("briefing", "2026-S49", &dir.path().join("Documnets/s49.pdf"));
    assert!(out.status.code() == Some(1) && told(&out).contains("n'existe pas"), "{}", told(&out));
    assert!(!dir.path().join("Documnets").exists());
}

/// Runs in a store of one's own, the passphrase on descriptor 3, as a script would.
pub(crate) fn script(dir: &Path, args: &[&str], passphrase: &str) -> Output {
    Command::new("bash")
        .args(["-c", r#""$0" --data-dir "$1" --passphrase-fd 3 "${@:3}" 3<<<"$2""#, env!("CARGO_BIN_EXE_releve")])
        .arg(dir)
        .arg(passphrase)
        .args(args)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

pub(crate) fn told(out: &Output) -> String {
    String::from_utf8_lossy(&out.stderr).replace('\u{a0}', " ")
}

/// The figures of a fictional quarter.
fn stats(args: &[&str]) -> Output {
    releve(&[&["--demo", "--today", "2026-11-30T08:00", "stats"], args].concat())
}

#[test]
fn figures_leave_as_json_and_a_wrong_question_has_its_code_and_a_sentence() {
    let quarter = ["--from", "01/07/2026", "--to", "2026-09-30"];
    let out = stats(&[&quarter[..], &["--format", "json", "--compare", "previous"]].concat());
    let json: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    assert!(out.status.success() && out.stderr.is_empty(), "{}", told(&out));
    assert_eq!([&json["from"], &json["to"], &json["generated_on"]], ["2026-07-01", "2026-09-30", "2026-11-30"]);
    let first = &json["indicators"][0];
    assert_eq!((&first["code"], &first["unit"]), (&"consultations".into(), &"consultations".into()));
    assert!(first["value"].as_u64().unwrap() > 100 && first["previous"].as_u64().unwrap() > 100, "{first}");

    // Compared with days before the opening: said, and the figures come all the same.
    let first = stats(&["--from", "2022-11-01", "--to", "2022-12-31", "--compare", "year-before", "--format", "csv"]);
    assert!(first.status.success() && first.stdout.starts_with("\u{feff}Code;".as_bytes()));
    assert!(told(&first).contains("Période non comparée"), "{}", told(&first));

    for (args, sentence) in [
        (["--from", "31/02/2026"], "31/02/2026"),
        (["--from", "2026-12-01"], "La période finit le 30/11/2026"),
        (["--chart", "cost"], "Codes : consultations, "),
        (["--post", "Poste 9"], "Postes : "),
    ] {
        let out = stats(&args);
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        assert!(out.stdout.is_empty() && told(&out).contains(sentence), "{}", told(&out));
        assert_eq!(told(&out).trim_end().lines().count(), 1, "{}", told(&out));
    }
}

#[test]
fn a_workbook_and_a_picture_are_written_privately() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = tempfile::tempdir().unwrap();
    for (name, args, begins) in
        [("figures.xlsx", ["--format", "xlsx"], "PK"), ("visits.svg", ["--chart", "consultations"], "<?xml")]
    {
        let file = dir.path().join(name);
        let out = stats(&[&args[..], &["-o", file.to_str().unwrap()]].concat());
        assert!(out.status.success() && out.stdout.is_empty(), "{}", told(&out));
        assert!(told(&out).contains(name), "{}", told(&out));
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(std::fs::read(&file).unwrap().starts_with(begins.as_bytes()), "{name}");
    }
    // A link is somebody else's file: nothing is written through it.
    let link = dir.path().join("link.svg");
    std::os::unix::fs::symlink(dir.path().join("elsewhere"), &link).unwrap();
    let out = stats(&["--chart", "origin", "-o", link.to_str().unwrap()]);
    assert_eq!(out.status.code(), Some(1), "{}", told(&out));
    assert!(!dir.path().join("elsewhere").exists());
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

    // What the file says otherwise of a known stay is shown before and after, then done, line by line.
    std::fs::write(
        dir.path().join("rota.csv"),
        lines
            .replace("option", "confirmé")
            .replace("État", "État;Tél")
            .replace("confirmé\n7", "confirmé;0646525813\n7"),
    )
    .unwrap();
    let tried = rota(&["--dry-run"]);
    for said in [
        "1 séjour à changer.",
        "1 fiche de médecin à changer.",
        "Ligne 2 : Hélène Vidal, téléphone : — → 0646525813.",
        "Ligne 3 : Paul Roche, S50, état : option → confirmé.",
    ] {
        assert!(told(&tried).contains(said), "{said}: {}", told(&tried));
    }
    let done = rota(&[]);
    assert!(told(&done).contains("1 séjour changé. 1 fiche changée."), "{}", told(&done));
    assert!(told(&rota(&[])).contains("2 séjours déjà connus"));

    // The stays are there, for whoever reads the week.
    let read = |week| script(dir.path(), &["briefing", "--week", week, "--format", "json"], PASSPHRASE);
    let json: serde_json::Value = serde_json::from_slice(&read("2026-S48").stdout).unwrap();
    assert!(json.to_string().contains("Vidal"), "{json}");
    assert!(read("2026-S50").status.success(), "the option was confirmed");
    assert_eq!(read("2026-S51").status.code(), Some(3), "nobody in that week");
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
fn availability_comes_in_whole_or_not_at_all_and_the_list_of_doctors_leaves() {
    let dir = tempfile::tempdir().unwrap();
    new_centre(dir.path());
    let write = |name: &str, text: &str| {
        let file = dir.path().join(name);
        std::fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let rota = write("rota.csv", "Semaine;Médecin;E-mail\nS49;Hélène Vidal;h.vidal@exemple.fr\nS50;Paul Roche;\n");
    assert!(script(dir.path(), &["import", "rota", &rota], PASSPHRASE).status.success());
    let import = |file: &str, args: &[&str]| {
        script(dir.path(), &[&["import", "availabilities", file], args].concat(), PASSPHRASE)
    };
    let bad = write("bad.csv", "Nom;Prénom;Du;Au;Réponse\nVidal;;mai;;oui\nRoche;;fin mai;;oui\nDurand;;mai;;oui\n");
    let refused = import(&bad, &[]);
    assert_eq!(refused.status.code(), Some(1));
    for said in ["Ligne 3, Du « fin mai »", "Ligne 4, Nom « Durand »"] {
        assert!(told(&refused).contains(said), "{}", told(&refused));
    }
    let good = write("good.csv", "Nom;Prénom;Du;Au;Réponse\nVidal;;mai;;oui\nRoche;Paul;3/8;14/8;peut-être\n");
    let tried = import(&good, &["--dry-run"]);
    assert!(tried.status.success() && told(&tried).contains("2 disponibilités nouvelles."), "{}", told(&tried));
    assert!(told(&tried).contains("Dr Vidal · ") && told(&tried).contains("peut-être"), "{}", told(&tried));
    assert!(told(&import(&good, &[])).contains("2 disponibilités importées."), "nothing was written before");
    assert!(told(&import(&good, &[])).contains("2 lignes déjà connues."));

    let list = |args: &[&str]| script(dir.path(), &[&["volunteers"], args].concat(), PASSPHRASE);
    assert_eq!(String::from_utf8(list(&["--format", "emails"]).stdout).unwrap(), "h.vidal@exemple.fr\n");
    assert!(String::from_utf8(list(&[]).stdout).unwrap().contains("\nVidal;Hélène;"));
    let elsewhere = tempfile::tempdir().unwrap();
    let book = elsewhere.path().join("medecins.xlsx");
    let written = list(&["--format", "xlsx", "-o", book.to_str().unwrap()]);
    assert!(written.status.success() && std::fs::read(&book).unwrap().starts_with(b"PK"), "{}", told(&written));
    // Each leaves a trace; whoever may not read them gets nothing.
    let traces = String::from_utf8(script(dir.path(), &["journal"], PASSPHRASE).stdout).unwrap();
    assert_eq!(traces.matches("liste des médecins écrite").count(), 3, "{traces}");
    let nurse = releve(&["--demo", "--today", "2026-11-30", "--as", "nurse", "volunteers"]);
    assert_eq!((nurse.status.code(), nurse.stdout.len()), (Some(1), 0), "{}", told(&nurse));
}

#[test]
fn what_leaves_for_those_outside_is_written_and_leaves_a_trace() {
    let dir = tempfile::tempdir().unwrap();
    new_centre(dir.path());
    let elsewhere = tempfile::tempdir().unwrap();
    let export = |args: &[&str]| script(dir.path(), &[&["export"], args].concat(), PASSPHRASE);
    let file = elsewhere.path().join("porte.pdf");
    let out = export(&["poster", "-o", file.to_str().unwrap()]);
    assert!(out.status.success() && std::fs::read(&file).unwrap().starts_with(b"%PDF"), "{}", told(&out));
    let year = export(&["planning", "--year", "2027", "--paper", "a3", "--format", "text"]);
    let text = String::from_utf8(year.stdout).unwrap().replace('\u{a0}', " ");
    assert!(text.starts_with("Planning 2027") && text.contains("Année 2027\nSemaine : S01"), "{text}");
    let year = export(&["differences", "--year", "2026", "--format", "text"]);
    let text = String::from_utf8(year.stdout).unwrap().replace('\u{a0}', " ");
    assert!(text.starts_with("Regards croisés 2026") && text.contains("Aucun regard croisé tranché"), "{text}");
    let calendar = export(&["ics", "--post", "médecin"]);
    assert!(calendar.stdout.starts_with(b"BEGIN:VCALENDAR\r\n"), "{}", told(&calendar));
    let nobody = export(&["ics", "--doctor", "Personne"]);
    assert_eq!(nobody.status.code(), Some(3));
    assert!(told(&nobody).contains("Aucun médecin ne s'appelle"), "{}", told(&nobody));
    assert_eq!(releve(&["export", "ics"]).status.code(), Some(2), "whose is asked for");
    let traces = String::from_utf8(script(dir.path(), &["journal"], PASSPHRASE).stdout).unwrap();
    for trace in ["affiche de la semaine", "planning de 2027", "regards croisés de 2026", "séjours du poste"] {
        assert!(traces.contains(trace), "{trace}: {traces}");
    }
    let demo = |who: &str, of: &[&str]| {
        releve(&[&["--demo", "--today", "2026-11-30", "--as", who, "export", "round", "--format", "text"], of].concat())
    };
    let round = demo("doctor", &["--day", "2026-12-01"]);
    let said = String::from_utf8(round.stdout.clone()).unwrap();
    assert!(said.contains("Tournée du") && said.contains("éhicule"), "{said}{}", told(&round));
    // Of another stay the team alone takes it out; on a day without a doctor there is none.
    assert_eq!(demo("doctor", &["--day", "2026-11-25"]).status.code(), Some(1));
    assert_eq!(demo("coordination", &["--day", "2026-11-25"]).status.code(), Some(0));
    assert_eq!(demo("coordination", &["--day", "2026-11-29"]).status.code(), Some(3));
    let doctor = releve(&["--demo", "--today", "2026-11-30", "--as", "doctor", "export", "poster", "--format", "text"]);
    assert_eq!((doctor.status.code(), doctor.stdout.len()), (Some(1), 0), "{}", told(&doctor));
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

#[test]
fn who_saw_what_leaves_by_a_command_and_what_is_missing_of_it_ends_a_check_with_5() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    new_centre(&data);
    let asked = |args: &[&str]| {
        let done = script(&data, args, PASSPHRASE);
        assert!(done.status.success(), "{args:?}: {}", told(&done));
        String::from_utf8(done.stdout).unwrap().replace('\u{a0}', " ")
    };
    // Whatever day is looked at: when it was done, is the machine's to say.
    asked(&["week", "--week", "2026-S48", "--today", "2098-11-27T10:00"]);
    assert_eq!(script(&data, &["check"], "ce n'est pas la phrase").status.code(), Some(4));
    asked(&["journal"]);
    let lines = asked(&["journal", "--from", "2026-11-27"]);
    let host = String::from_utf8(std::process::Command::new("uname").arg("-n").output().unwrap().stdout).unwrap();
    let all = [
        "connexion",
        "clé de secours notée",
        "programme quitté",
        "semaine 48/2026 ouverte",
        "semaine 48/2026 exportée",
        "journal des accès ouvert",
        "journal des accès exporté",
    ];
    for said in all {
        let there = lines.lines().any(|l| l.contains("C. Garnier") && l.contains(said) && l.contains(host.trim()));
        assert!(there, "{said}\n{lines}");
    }
    assert!(!lines.contains("/2098"), "{lines}");
    let everything = asked(&["journal", "--from", "2020-01-01", "--format", "csv"]);
    let header = everything.lines().next().unwrap();
    assert!(header.ends_with("quand;qui;compte;quoi;poste;à distance"), "{header}");
    let backwards = script(&data, &["journal", "--from", "2026-11-27", "--to", "2026-11-26"], PASSPHRASE);
    assert_eq!(backwards.status.code(), Some(2));

    // Beside the store an entry is known that is not in it.
    assert_eq!(script(&data, &["check"], PASSPHRASE).status.code(), Some(0));
    let head = std::fs::read_to_string(data.join("releve.head")).unwrap();
    let words: Vec<&str> = head.split(' ').collect();
    let newest: i64 = words[4].parse().unwrap();
    let text = format!("{} {} {} {} {:020} {} ", words[0], words[1], words[2], words[3], newest + 3, words[5]);
    let sum = <sha2::Sha256 as sha2::Digest>::digest(&text);
    let sum = format!("{sum:x}");
    std::fs::write(data.join("releve.head"), format!("{text}{sum:.22}\n")).unwrap();
    let cut = script(&data, &["check"], PASSPHRASE);
    let said = String::from_utf8_lossy(&cut.stdout).replace('\u{a0}', " ");
    let named = format!("il manque l'entrée n° {}", newest + 1);
    assert!(cut.status.code() == Some(5) && said.contains(&named), "{said}{}", told(&cut));
}

#[test]
fn a_centre_is_checked_copied_restored_and_recovered() {
    let dir = tempfile::tempdir().unwrap();
    let (data, usb, new) = (dir.path().join("data"), dir.path().join("usb"), dir.path().join("new"));
    std::fs::create_dir(&usb).unwrap();
    new_centre(&data);
    let checked = script(&data, &["check"], PASSPHRASE);
    let lines = String::from_utf8_lossy(&checked.stdout).replace('\u{a0}', " ");
    assert!(checked.status.success() && lines.contains("Fichier : entier"), "{lines}{}", told(&checked));
    assert!(lines.contains("Signatures : chaque mot") && lines.contains("Protections : toutes en place"), "{lines}");

    assert_eq!(script(&data, &["backup"], PASSPHRASE).status.code(), Some(2), "no folder was chosen yet");
    let nowhere = script(&data, &["backup", "--to", "/nowhere"], PASSPHRASE);
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(told(&nowhere).contains("Le dossier /nowhere n'est pas là."), "{}", told(&nowhere));
    let copied = script(&data, &["backup", "--to", usb.to_str().unwrap()], PASSPHRASE);
    let copy = String::from_utf8(copied.stdout.clone()).unwrap().trim().to_owned();
    assert!(copied.status.success() && Path::new(&copy).join("releve.db").exists(), "{copy}{}", told(&copied));

    let restore = |to: &Path, passphrase| script(to, &["restore", &copy], passphrase);
    assert_eq!(restore(&new, "soleil").status.code(), Some(4));
    let over = restore(&data, PASSPHRASE);
    assert_eq!(over.status.code(), Some(1));
    assert!(told(&over).contains("Une copie ne se restaure que dans un dossier vide"), "{}", told(&over));
    assert_eq!(script(&new, &["restore", "/nowhere"], PASSPHRASE).status.code(), Some(3));
    assert!(!new.join("releve.db").exists());
    let restored = restore(&new, PASSPHRASE);
    assert!(restored.status.success() && told(&restored).contains("aujourd'hui"), "{}", told(&restored));
    assert_eq!(script(&new, &["check"], PASSPHRASE).status.code(), Some(0));

    // One byte of the copy: nothing is restored from it.
    let file = Path::new(&copy).join("releve.db");
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[6000] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let other = dir.path().join("other");
    assert_ne!(restore(&other, PASSPHRASE).status.code(), Some(0));
    assert!(!other.join("releve.db").exists());

    // Damage is told with where the newest good copy is, and nothing is erased.
    let store = data.join("releve.db");
    let mut bytes = std::fs::read(&store).unwrap();
    bytes[4096..].fill(7);
    std::fs::write(&store, &bytes).unwrap();
    let damaged = script(&data, &["check"], PASSPHRASE);
    assert_eq!(damaged.status.code(), Some(5), "{}", told(&damaged));
    assert!(
        told(&damaged).contains("Dernière copie vérifiée") && told(&damaged).contains("usb/releve-"),
        "{}",
        told(&damaged)
    );
    assert_eq!(std::fs::read(&store).unwrap(), bytes);
    std::fs::remove_file(&store).unwrap();
    let gone = script(&data, &["briefing"], PASSPHRASE);
    assert_eq!(gone.status.code(), Some(5));
    assert!(told(&gone).contains("n'est plus là, mais ses clés y sont"), "{}", told(&gone));
}

#[test]
fn with_the_recovery_key_somebody_gets_in_again() {
    let dir = tempfile::tempdir().unwrap();
    let recovery = new_centre(dir.path());
    let recover = |key: &str, args: &[&str]| {
        let fixed = ["recover", "--recovery-fd", "4"];
        Command::new("bash")
            .args(["-c", r#""$0" --data-dir "$1" "${@:3}" 4<<<"$2""#, env!("CARGO_BIN_EXE_releve")])
            .arg(dir.path())
            .arg(key)
            .args(fixed)
            .args(args)
            .stdin(Stdio::null())
            .output()
            .unwrap()
    };
    let keys = || std::fs::read(dir.path().join("keys/data-key.age")).unwrap();
    let before = keys();
    let wrong = recover("AGE-SECRET-KEY-1QQQ", &["--yes"]);
    assert_eq!(wrong.status.code(), Some(4), "{}", told(&wrong));
    assert_eq!(recover(&recovery, &[]).status.code(), Some(2), "it asks before");
    assert_eq!(keys(), before, "nothing was changed");
    let done = recover(&recovery, &["--yes"]);
    assert!(done.status.success() && told(&done).contains("Claire Garnier"), "{}", told(&done));
    let words = String::from_utf8(done.stdout).unwrap();
    assert_eq!(words.split_whitespace().count(), 7, "{words}");
    assert_eq!(script(dir.path(), &["check"], PASSPHRASE).status.code(), Some(4), "the old one");
    assert_eq!(script(dir.path(), &["check"], words.trim()).status.code(), Some(0));
    // Who came in by the key is nobody; whose account it gave back, somebody.
    let journal = script(dir.path(), &["journal"], words.trim());
    let lines = String::from_utf8_lossy(&journal.stdout).replace('\u{a0}', " ");
    let by_key = |line: &&str| line.contains("base ouverte avec la clé de secours") && !line.contains("Garnier");
    assert!(lines.lines().any(|line| by_key(&line)), "{lines}");
    assert!(lines.contains("rouvert par la clé de secours") && lines.contains("phrase de passe refusée"), "{lines}");
}

/// The same text in a year whose days are those of 2026, and which lies ahead of the machine's clock: what is past is
/// not told as what comes. So far ahead a series has only what was moved out of it.
fn ahead(text: &str) -> String {
    text.replace("2026", "2054").replace("2027", "2055")
}

#[test]
fn an_agenda_is_tried_then_imported_and_leaves_again_without_a_name() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = tempfile::tempdir().unwrap();
    new_centre(dir.path());
    let sample = dir.path().join("outlook.ics");
    std::fs::write(&sample, ahead(include_str!("../data/agenda/outlook.ics"))).unwrap();
    let agenda = |args: &[&str]| {
        script(dir.path(), &[&["import", "agenda", sample.to_str().unwrap()], args].concat(), PASSPHRASE)
    };
    let tried = agenda(&["--dry-run"]);
    assert!(tried.status.success() && tried.stdout.is_empty(), "{}", told(&tried));
    assert!(told(&tried).contains("4 rendez-vous ou événements à ajouter."), "{}", told(&tried));
    assert!(told(&tried).contains("À ajouter : lun. 30 nov. 2054"), "which ones, a line each: {}", told(&tried));
    assert!(
        told(&tried).contains("sans médecin confirmé") && told(&tried).contains("Sans médecin confirmé : lun."),
        "{}",
        told(&tried)
    );
    let done = agenda(&[]);
    assert!(done.status.success() && told(&done).contains("Agenda importé : 4 ajoutés"), "{}", told(&done));

    let outside = tempfile::tempdir().unwrap();
    let out = outside.path().join("s49.ics");
    let week = ["week", "--week", "2054-S49", "--format", "ics", "-o", out.to_str().unwrap()];
    let left = script(dir.path(), &week, PASSPHRASE);
    assert!(left.status.success() && left.stdout.is_empty(), "{}", told(&left));
    assert_eq!(std::fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600);
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(
        text.contains("dossier 1243")
            && !text.contains("ESSAI")
            && !text.contains("Marie")
            && !text.contains("Lavaveix"),
        "{text}"
    );
    // Read again where it comes from, it changes nothing; a file that is none has its sentence and its code.
    let again = script(dir.path(), &["import", "agenda", out.to_str().unwrap()], PASSPHRASE);
    assert!(again.status.success() && told(&again).contains("2 déjà là"), "{}", told(&again));
    std::fs::write(&out, "bonjour").unwrap();
    let refused = script(dir.path(), &["import", "agenda", out.to_str().unwrap()], PASSPHRASE);
    assert_eq!(refused.status.code(), Some(1));
    assert!(told(&refused).contains("Aucun agenda n'a été reconnu."), "{}", told(&refused));
}

#[test]
fn a_trial_says_what_changes_before_and_after_and_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    new_centre(dir.path());
    let file = dir.path().join("agenda.ics");
    let event = |uid: &str, start: &str, more: &str| {
        format!(
            "BEGIN:VEVENT\nUID:{uid}\nDTSTART:20541130T{start}00\nSUMMARY:Consultation (12{uid})\n{more}\nEND:VEVENT\n"
        )
    };
    let calendar = |events: &[String]| {
        std::fs::write(&file, format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", events.concat())).unwrap();
    };
    let agenda =
        |args: &[&str]| script(dir.path(), &[&["import", "agenda", file.to_str().unwrap()], args].concat(), PASSPHRASE);
    calendar(&[event("41", "0900", ""), event("42", "1000", ""), event("43", "1030", ""), event("44", "1100", "")]);
    assert!(agenda(&[]).status.success());
    let cancelled = "STATUS:CANCELLED";
    let events = [
        ("41", "0920", ""),
        ("42", "1000", cancelled),
        ("44", "1100", ""),
        ("45", "1110", ""),
        ("46", "1100", cancelled),
    ];
    calendar(&events.map(|(uid, start, more)| event(uid, start, more)));
    let tried = agenda(&["--dry-run"]);
    let said = told(&tried).replace('\u{a0}', " ");
    for line in [
        "1 annulé dans le fichier, rien à retirer.",
        "1 rendez-vous ou événement en chevauche un autre.",
        "Chevauche : lun. 30 nov. 2054, 11:10–11:30  consultation  1245",
        "À changer : lun. 30 nov. 2054, 09:00–09:20  consultation  1241 → lun. 30 nov. 2054, 09:20–09:40  consultation  1241",
        "À retirer : lun. 30 nov. 2054, 10:00–10:20  consultation  1242",
        "N'est plus dans le fichier, reste : lun. 30 nov. 2054, 10:30–10:50  consultation  1243",
        "À ajouter : lun. 30 nov. 2054, 11:10–11:30  consultation  1245",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    assert!(tried.status.success() && tried.stdout.is_empty());
    assert_eq!(told(&agenda(&["--dry-run"])).replace('\u{a0}', " "), said, "nothing was written");
}

#[test]
fn a_waiting_list_is_tried_then_imported_then_known() {
    let dir = tempfile::tempdir().unwrap();
    new_centre(dir.path());
    let file = dir.path().join("attente.csv");
    std::fs::write(&file, "Nom;Né le;Demandé le;ALD\nMartin Anne;12/03/1948;02/11/2026;oui\nDurand;1951;03/11/2026;\n")
        .unwrap();
    let list = |args: &[&str]| {
        script(dir.path(), &[&["import", "waiting", file.to_str().unwrap()], args].concat(), PASSPHRASE)
    };
    let tried = told(&list(&["--dry-run"]));
    assert!(tried.contains("2 personnes à ajouter") && tried.contains("M.A. 1948"), "{tried}");
    assert!(tried.contains("02/11/2026 · ALD") && !tried.contains("Martin"), "a name becomes initials: {tried}");
    assert!(told(&list(&[])).contains("2 personnes ajoutées à la liste d'attente."));
    assert!(told(&list(&[])).contains("2 lignes sont déjà là."));
    std::fs::write(&file, "Nom;Demandé le\nMartin;un jour\n").unwrap();
    let refused = list(&[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(told(&refused).contains("Ligne 2, Demandé le « un jour »"), "{}", told(&refused));
}

#[test]
fn commands_obey_the_table_of_roles() {
    let folder = tempfile::tempdir().unwrap();
    let agenda = folder.path().join("agenda.ics");
    std::fs::write(&agenda, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n").unwrap();
    let agenda = ["import", "agenda", "--dry-run", agenda.to_str().unwrap()];
    let run = |who: &str, args: &[&str]| {
        let out = releve(&[&["--demo", "--today", "2026-11-25T10:00", "--as", who], args].concat());
        (out.status.code(), out.stdout.len(), String::from_utf8(out.stderr).unwrap())
    };
    for (who, args) in [("doctor", &["week"][..]), ("head-office", &agenda), ("figures-only", &["briefing"])] {
        let (code, written, said) = run(who, args);
        assert_eq!((code, written), (Some(1), 0), "{who} {args:?}: {said}");
        assert!(said.contains("Garnier"), "{who} {args:?}: {said}");
    }
    let (code, written, said) = run("figures-only", &["stats"]);
    assert!(code == Some(0) && written > 100, "{said}");
}

#[test]
fn the_list_of_the_day_is_the_teams_and_on_the_wall_nothing_is_private() {
    let today = |who: &str, args: &[&str]| {
        releve(&[&["--demo", "--today", "2026-11-27T08:00", "--as", who, "today"], args].concat())
    };
    let plain = today("coordination", &[]);
    let said = String::from_utf8(plain.stdout.clone()).unwrap();
    assert!(plain.status.success() && said.contains("vendredi 27 novembre 2026") && said.contains("Équipe"), "{said}");
    assert!(said.contains("arrive"), "{said}");
    let wall = String::from_utf8(today("coordination", &["--wall"]).stdout).unwrap();
    assert!(wall.contains("arrive") && !wall.contains("dossier"), "{wall}");
    let json = today("assistant", &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["day"], "2026-11-27");
    assert!(json["due"].as_array().is_some_and(|due| due.iter().any(|due| due["when"] == "today")), "{json}");
    let doctor = today("doctor", &[]);
    assert_eq!((doctor.status.code(), doctor.stdout.len()), (Some(1), 0), "{}", told(&doctor));
}

#[test]
fn what_is_free_of_the_rooms_is_told_and_the_bookings_of_one_leave_as_a_calendar() {
    let demo = |args: &[&str]| releve(&[&["--demo", "--centre", "bellegarde", "--today", "2026-11-30"], args].concat());
    let out = demo(&["rooms", "--month", "2026-12", "--format", "json"]);
    let data: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{}", told(&out)));
    assert_eq!((&data["from"], &data["to"]), (&"2026-12-01".into(), &"2026-12-31".into()));
    let day = |day: &str| -> Vec<_> {
        let halves = data["half_days"].as_array().unwrap().iter().filter(|half| half["day"] == day);
        halves.map(|half| half["free"].to_string()).collect()
    };
    // The third room is let on Tuesdays, and Christmas is a holiday.
    assert_eq!(day("2026-12-02"), ["[\"Salle 3\"]", "[\"Salle 3\"]"]);
    assert!(day("2026-12-01").iter().all(|free| !free.contains("Salle 3")) && day("2026-12-25").is_empty());
    assert_eq!(demo(&["rooms", "--month", "jamais"]).status.code(), Some(2));
    let calendar = demo(&["export", "ics", "--resource", "salle 3"]);
    let text = String::from_utf8(calendar.stdout).unwrap();
    assert!(text.contains("DTSTART;TZID=Europe/Paris:") && text.contains("Salle 3 · Mme Petit"), "{text}");
    let nothing = demo(&["export", "ics", "--resource", "hangar"]);
    assert_eq!(nothing.status.code(), Some(3));
    assert!(told(&nothing).contains("Voiture 1"), "{}", told(&nothing));
    assert_eq!(demo(&["--as", "doctor", "rooms"]).status.code(), Some(1));
}
