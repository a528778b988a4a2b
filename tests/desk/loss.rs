//! A store that lacks what was known to be in it: said at the desk until the coordination has taken note.

use std::path::Path;

use crate::harness::{Desk, PASSPHRASE, new_centre};

const FRIDAY: &str = "2026-11-27T09:00";

/// A folder whose store is older than what lies beside it.
fn older(data: &Path) {
    let note = |desk: &mut Desk, text: &str| {
        desk.keys("<C-n><tab><tab><tab><tab>").keys(text).keys("<C-s>").says("ajouté");
    };
    let mut desk = new_centre(data, FRIDAY);
    note(&mut desk, "Frigo à 9 °C.");
    desk.keys("<C-q>");
    drop(desk);
    let old = std::fs::read(data.join("releve.db")).unwrap();
    let mut desk = open(data, "2026-11-27T10:00");
    for text in ["Volet cassé.", "Clé perdue.", "Rappeler la mairie."] {
        note(&mut desk, text);
    }
    desk.keys("<C-q>");
    drop(desk);
    assert!(!data.join("releve.db-wal").exists());
    std::fs::write(data.join("releve.db"), old).unwrap();
}

fn open(data: &Path, now: &str) -> Desk {
    let mut desk = Desk::real(data, now);
    desk.unlock(0, PASSPHRASE);
    desk
}

#[test]
fn an_older_store_opens_with_an_alert_until_the_coordination_takes_note() {
    let dir = tempfile::tempdir().unwrap();
    older(dir.path());
    let mut desk = open(dir.path(), "2026-11-28T08:00");
    desk.says("C. Garnier").says("! 1 alerte : il manque");
    // Work goes on, and so does the alert.
    desk.keys("<C-n><tab><tab><tab><tab>Autre chose.<C-s>").says("ajouté").says("! 1 alerte : il manque");
    desk.keys("<C-q>");
    drop(desk);
    let mut desk = open(dir.path(), "2026-11-28T09:00");
    desk.says("! 1 alerte : il manque");
    desk.keys("!").says("il manque 2 changements, depuis le").says("Gardez d'abord le dossier des données");
    desk.keys("<esc>").says("! 1 alerte").keys("!o").says("Perte constatée").silent("! 1 alerte");
    desk.keys("<C-n><tab><tab><tab><tab>Et encore.<C-s>").says("ajouté").keys("<C-q>");
    drop(desk);
    let mut desk = open(dir.path(), "2026-11-28T10:00");
    desk.says("C. Garnier").silent("! 1 alerte").keys("0historique<enter>").says("Perte constatée");
}

#[test]
fn without_what_lies_beside_the_store_nobody_would_know() {
    let dir = tempfile::tempdir().unwrap();
    older(dir.path());
    std::fs::remove_file(dir.path().join("releve.head")).unwrap();
    open(dir.path(), "2026-11-28T08:00").says("C. Garnier").silent("! 1 alerte");
    // The note of the newest copy is enough.
    let dir = tempfile::tempdir().unwrap();
    older(dir.path());
    std::fs::remove_file(dir.path().join("releve.head")).unwrap();
    let card = r#"{"path":"/media/usb/releve-2026-11-27-1802","card":{"made":1795798920000,"centre":"","changes":32}}"#;
    std::fs::write(dir.path().join("copies.json"), card).unwrap();
    open(dir.path(), "2026-11-28T08:00").says("! 1 alerte : il manque");
}

#[test]
fn an_empty_file_and_a_log_without_its_store_are_no_new_centre() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = new_centre(dir.path(), FRIDAY);
    desk.keys("<C-l>");
    let (store, log) = (dir.path().join("releve.db"), dir.path().join("releve.db-wal"));
    std::fs::write(&store, "").unwrap();
    std::fs::write(&log, "a log").unwrap();
    desk.unlock(0, PASSPHRASE).says("Le fichier de la base est vide").says("Aucune copie vérifiée");
    assert_eq!(std::fs::read(&log).unwrap(), b"a log");
    assert_eq!(std::fs::metadata(&store).unwrap().len(), 0);
    assert_eq!(desk.backend.names().unwrap_err().msg.id, "backend-store-empty");
    // All but the log is gone: it would be laid over a new store.
    std::fs::remove_file(&store).unwrap();
    std::fs::remove_dir_all(dir.path().join("keys")).unwrap();
    std::fs::remove_file(dir.path().join("releve.head")).unwrap();
    assert_eq!(desk.backend.names().unwrap_err().msg.id, "backend-store-left");
    std::fs::remove_file(&log).unwrap();
    assert!(desk.backend.names().unwrap().is_empty(), "an empty folder is where a centre is made");
}
