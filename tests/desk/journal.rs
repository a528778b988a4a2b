//! Who saw what: a day at the desk, and exactly the entries it leaves in the journal of accesses.

use std::path::PathBuf;

use expect_test::expect;
use releve::back::As;
use releve::domain::journal::JournalEntry;
use releve::domain::{PersonId, Who};
use releve::protocol::question;
use releve::store::Store;
use releve::vault::Vault;
use secrecy::SecretString;

use crate::ajain::PASSPHRASE;
use crate::harness::{Desk, at, at_the_key};

/// Words that stand in points, names, searches and notes, and nowhere in the journal.
const CANARY: &str = "Zanzibar";

fn entries(desk: &Desk) -> Vec<JournalEntry> {
    let mut all = desk.store().ask(question::Journal(None), Who::is(PersonId(1)), desk.now).unwrap();
    all.reverse();
    all
}

/// What was left since so many entries: kind, number, person.
fn since(desk: &Desk, before: usize) -> Vec<String> {
    let said = |entry: &JournalEntry| {
        let left = &entry.left;
        let number = left.trace.number.map_or_else(String::new, |n| format!(" {n}"));
        let person = left.person.map_or_else(String::new, |p| format!(" by {p}"));
        format!("{:?}{number}{person}", left.trace.kind)
    };
    entries(desk)[before..].iter().map(said).collect()
}

/// Everything the table holds, as text.
fn raw(desk: &Desk) -> String {
    format!("{:?}", entries(desk))
}

/// Ajain with Dr Vidal on Friday, a point of 1243, and nobody at the desk.
fn ajain() -> (Desk, usize) {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.now = at("2026-11-27T08:00");
    desk.wrote("Vidal", &format!("! 1243 M.D. 1948: INR {CANARY}; si AVK, alors 15; pour 30/11"));
    let before = entries(&desk).len();
    (desk, before)
}

/// A file of the keys.
fn key_file(desk: &Desk, name: &str) -> PathBuf {
    desk.home.as_ref().unwrap().path().join("keys").join(name)
}

#[test]
fn a_day_at_the_desk_leaves_exactly_its_entries_and_no_word() {
    let (mut desk, before) = ajain();
    desk.keys(CANARY).keys("<enter>").says("Ce n'est pas la phrase de passe de ce compte");
    desk.sits_down("Vidal", "2026-11-27T08:30");
    let first = since(&desk, before);
    assert_eq!(first, ["Failed 1 by 1", "SignedIn by 2"], "written before it is answered");
    // The transmission one lands on, the week, the briefing: minutes pass, and the desk reads it anew by itself.
    desk.keys("1").keys("2").later("2026-11-27T08:31").later("2026-11-27T08:32");
    desk.keys("<C-p>").says("Fiche à imprimer");
    // A point, its word and its thread, a search, a note that is typed.
    desk.keys("0dossiers<enter><enter>").says(CANARY).later("2026-11-27T08:33").keys("<esc>");
    desk.keys("<C-f>").keys(CANARY).keys("<esc><esc>");
    desk.keys("<C-n>1243 ").keys(CANARY).keys(" demain<C-s>");
    // Codes are written, read and shown by the coordination.
    desk.sits_down("Garnier", "2026-11-27T09:00").keys("0livret<enter>");
    desk.keys("a<tab>Codes<tab>").keys(CANARY).keys(" ((4821))<C-s>").says("ajoutée");
    desk.keys("m").says("4821").keys("m").silent("4821").later("2026-11-27T09:05").keys("m").says("4821");
    desk.keys("<esc>0annuaire<enter><esc>4").keys("0historique<enter>").keys("<esc>0journal<enter>");
    desk.keys("<C-l>");
    expect![[r#"
        Transmission 1 by 2
        Week 202648 by 2
        Briefing 1 by 2
        PrintedBriefing 1 by 2
        Items by 2
        Point 1 by 2
        Searched by 2
        Locked by 2
        SignedIn by 1
        Week 202648 by 1
        Booklet by 1
        Unmasked 1 by 1
        Booklet by 1
        Unmasked 1 by 1
        Week 202648 by 1
        Directory by 1
        Statistics by 1
        History by 1
        Journal by 1
        Locked by 1"#]]
    .assert_eq(&since(&desk, before)[2..].join("\n"));
    let raw = raw(&desk);
    for word in [CANARY, "1243", "4821", "Vidal", "Garnier", "M.D."] {
        assert!(!raw.contains(word), "{word}: {raw}");
    }
    assert!(raw.contains("accueil") && desk.store().check().unwrap().is_clean());
}

#[test]
fn each_reads_their_own_lines_and_the_coordination_all() {
    let (mut desk, _) = ajain();
    desk.sits_down("Vidal", "2026-11-27T08:30").keys("0dossiers<enter><enter><esc>");
    desk.sits_down("Garnier", "2026-11-27T08:40").keys("1").keys("0journal des<enter>").says("Journal des accès");
    desk.says("Jamais à comparer ni à classer.").says("la coordination tout");
    desk.says("point 1 ouvert").says("Dr Vidal").says("poste verrouillé").says("accueil").silent("Journal des accès ·");
    // Filtered by a word; Enter opens what is named.
    desk.keys("/point 1").keys("<enter>").silent("connexion").keys("<enter>").says(CANARY).keys("<esc>");
    desk.sits_down("Vidal", "2026-11-27T08:50").keys("0journal des<enter>").says("Voici les vôtres");
    desk.says("point 1 ouvert").says("Dr Vidal").silent("C. Garnier");
    // Of what cannot be opened nothing is promised.
    desk.keys("/connexion").keys("<enter>").silent("⏎");
}

#[test]
fn what_was_read_is_written_with_the_next_change_at_the_second_look_or_at_the_lock() {
    let (mut desk, before) = ajain();
    desk.sits_down("Vidal", "2026-11-27T08:30").keys("0dossiers<enter><enter>").says(CANARY);
    assert_eq!(since(&desk, before), ["SignedIn by 2"], "reading writes nothing");
    desk.poll();
    assert_eq!(since(&desk, before).len(), 1, "it came a moment ago");
    desk.poll();
    let read = ["SignedIn by 2", "Transmission 1 by 2", "Items by 2", "Point 1 by 2"];
    assert_eq!(since(&desk, before), read);
    desk.keys("<esc>0annuaire<enter>");
    assert_eq!(since(&desk, before), read);
    desk.keys("<esc><C-n>1243 TSH<C-s>");
    assert_eq!(since(&desk, before)[4..5], ["Directory by 2"]);
    let known = since(&desk, before).len();
    desk.later("2026-11-27T08:40").keys("1");
    desk.keys("<C-l>");
    let after = since(&desk, before);
    assert!(
        after[known..].contains(&"Week 202648 by 2".to_owned()) && after.last().unwrap() == "Locked by 2",
        "{after:?}"
    );
}

/// The store as it lies on the disk: what a program that is killed now leaves.
fn killed(desk: &Desk) -> (tempfile::TempDir, Store) {
    let home = desk.home.as_ref().unwrap().path();
    let dir = tempfile::tempdir().unwrap();
    for name in ["releve.db", "releve.db-wal"] {
        std::fs::copy(home.join(name), dir.path().join(name)).unwrap();
    }
    let keys = Vault::with_work_factor(home.join("keys"), 2).open(1, &SecretString::from(PASSPHRASE)).unwrap();
    let store = Store::open(&dir.path().join("releve.db"), keys[0].expose()).unwrap();
    (dir, store)
}

#[test]
fn a_program_that_is_killed_loses_what_was_read_since_the_last_looks_and_nothing_more() {
    let (mut desk, before) = ajain();
    desk.sits_down("Vidal", "2026-11-27T08:30").poll().poll();
    desk.keys("0dossiers<enter>").poll().poll();
    desk.keys("<enter>").says(CANARY);
    let left = |desk: &Desk| {
        let (_dir, store) = killed(desk);
        let entries = store.ask(question::Journal(None), Who::is(PersonId(1)), desk.now).unwrap();
        assert!(store.check().unwrap().is_clean());
        entries.len() - before
    };
    assert_eq!(left(&desk), 3, "signed in, the transmission, the list");
    desk.poll().poll();
    assert_eq!(left(&desk), 4);
}

#[test]
fn failed_sign_ins_wait_for_the_next_who_signs_in() {
    let (mut desk, before) = ajain();
    let file = key_file(&desk, "failures.json");
    desk.keys("<down>").keys("faux<enter>").says("Ce n'est pas la phrase de passe de ce compte");
    desk.clear().keys("faux<enter>").says("Ce n'est pas la phrase de passe de ce compte");
    assert!(file.exists());
    assert_eq!(
        std::fs::metadata(&file).map(|m| std::os::unix::fs::PermissionsExt::mode(&m.permissions()) & 0o777).unwrap(),
        0o600
    );
    assert_eq!(since(&desk, before), [""; 0]);
    desk.sits_down("Garnier", "2026-11-27T09:00");
    assert_eq!(since(&desk, before), ["Failed 2 by 2", "Failed 2 by 2", "SignedIn by 1"]);
    assert!(!file.exists());
    // Whoever deletes the file loses what was not brought in yet, and nothing more.
    desk.keys("<C-l>").keys("<down>").keys("faux<enter>");
    std::fs::remove_file(&file).unwrap();
    desk.sits_down("Garnier", "2026-11-27T09:10");
    let failed = since(&desk, before).iter().filter(|line| line.starts_with("Failed")).count();
    assert_eq!((failed, desk.store().check().unwrap().is_clean()), (2, true));
}

#[test]
fn the_fictional_centre_has_a_journal_of_the_day() {
    let mut desk = Desk::fiction("2026-11-30T08:00", As::Coordination);
    desk.keys("0journal des<enter>").says("Journal des accès").says("connexion").says("accueil");
}

#[test]
fn what_leaves_comes_in_or_is_done_to_accounts_is_written_before_it_is_answered() {
    let (mut desk, before) = ajain();
    let usb = tempfile::tempdir().unwrap();
    desk.sits_down("Garnier", "2026-11-27T09:00");
    // Nobody looks around meanwhile.
    let mut known = since(&desk, before).len();
    let mut done = |desk: &Desk, wanted: &[&str]| {
        let all = since(desk, before);
        let new: Vec<&str> = all[known..].iter().map(String::as_str).collect();
        let reading = |line: &&str| ["Week", "Accounts", "Statistics"].iter().any(|kind| line.starts_with(kind));
        let new: Vec<&str> = new.into_iter().filter(|line| !reading(line)).collect();
        assert_eq!(new, wanted);
        known = all.len();
    };
    let sample = usb.path().join("planning.csv");
    std::fs::write(&sample, format!("du;au;médecin;état\n14/12/2026;18/12/2026;{CANARY};confirmé\n")).unwrap();
    desk.keys("0importer<enter>").says("Quel fichier ?").paste(&sample.display().to_string()).keys("<enter>");
    done(&desk, &["PreviewedRota by 1"]);
    desk.keys("<enter>").says("importé");
    done(&desk, &["ImportedRota by 1"]);
    desk.keys("<esc>4").keys("0exporter<enter><enter>").says("Fichier écrit");
    done(&desk, &["ExportedFigures by 1"]);
    let folder = usb.path().join("copies");
    std::fs::create_dir(&folder).unwrap();
    desk.keys("<esc>0copie<enter>").clear().keys(&folder.display().to_string()).keys("<C-s>").says("Copie en cours.");
    desk.finish_copy().poll();
    done(&desk, &["Copied by 1"]);
    desk.keys("0comptes<enter><down>p").says("phrase");
    desk.clear().keys("zeste zoologie zoom voyelle voyage volcan vitesse<C-s>");
    done(&desk, &["AccountPassphrase 4 by 1"]);
    // A copy that is not made, and a preview that is not read, leave nothing.
    desk.keys("<esc>0importer<enter>").paste("/nowhere.csv").keys("<enter>").keys("<esc>");
    done(&desk, &[]);
    assert!(![CANARY, "planning", "copies"].iter().any(|word| raw(&desk).contains(word)), "{}", raw(&desk));
}

#[test]
fn what_is_old_is_folded_when_the_coordination_signs_in_and_by_no_wrong_clock() {
    let (mut desk, before) = ajain();
    desk.sits_down("Vidal", "2026-11-27T08:30").keys("<C-l>");
    let all = before + since(&desk, before).len();
    // A year and more later the doctor signs in, then the coordination by a clock that runs far ahead.
    desk.lets_in("Vidal", "2027-11-20T08:00").sits_down("Vidal", "2027-11-20T08:00").keys("<C-l>");
    desk.sits_down("Garnier", "2031-01-01T08:00").keys("<C-l>");
    assert!(entries(&desk).len() > all, "nothing was folded");
    desk.sits_down("Garnier", "2027-11-20T09:00");
    // What is older than a year went, at the sign-in of who keeps the journal; the rest still follows.
    let left = entries(&desk);
    assert_eq!(left[0].left.at, at("2026-11-27T08:30").at);
    assert!(left[0].id.0 > 1 && desk.store().check().unwrap().is_clean());
    desk.keys("0journal des<enter>").says("27 nov.").silent("2 nov.");
}

#[test]
fn the_recovery_key_leaves_a_line_each_time_it_is_shown_written_or_noted() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = at_the_key(dir.path(), "2026-11-27T09:00");
    desk.keys("<C-e>").says("Page écrite :").note_key();
    desk.keys("<C-l>");
    let keys = Vault::with_work_factor(dir.path().join("keys"), 2);
    let keys = keys.open(1, &SecretString::from(crate::harness::PASSPHRASE)).unwrap();
    let store = Store::open(&dir.path().join("releve.db"), keys[0].expose()).unwrap();
    let mut all = store.ask(question::Journal(None), Who::is(PersonId(1)), desk.now).unwrap();
    all.reverse();
    let kinds: Vec<String> = all.iter().map(|entry| format!("{:?}", entry.left.trace.kind)).collect();
    assert_eq!(kinds[..2], ["SignedIn", "AccountAdded"]);
    let key: Vec<&String> = kinds.iter().filter(|kind| kind.starts_with("Recovery")).collect();
    assert_eq!(key, ["RecoveryShown", "RecoveryWritten", "RecoveryNoted"]);
}
