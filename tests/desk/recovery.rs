//! The recovery key: shown until it is noted, printed, written to a file, made anew.

use std::io::Read as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use releve::app::Event;
use releve::back::Printer;

use crate::harness::{Desk, PASSPHRASE, at_the_key, new_centre};

const FRIDAY: &str = "2026-11-27T09:00";
const OTHER: &str = "zeste zoologie zoom voyelle voyage volcan vitesse";

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// Whether a recovery key opens these keys, by the public tool.
fn opens(key: &str, data: &Path) -> bool {
    let identity: age::x25519::Identity = key.parse().unwrap();
    let sealed = std::fs::read(data.join("keys/data-key.age")).unwrap();
    let decryptor = age::Decryptor::new(sealed.as_slice()).unwrap();
    let Ok(mut reader) = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)) else { return false };
    let mut hex = String::new();
    reader.read_to_string(&mut hex).unwrap();
    let store = rusqlite::Connection::open(data.join("releve.db")).unwrap();
    store.execute_batch(&format!("PRAGMA key = \"x'{hex}'\"")).unwrap();
    store.query_row("SELECT count(*) FROM person", [], |row| row.get::<_, i64>(0)).is_ok()
}

#[test]
fn the_key_locks_like_every_screen_and_is_shown_again_until_it_is_noted() {
    let dir = folder();
    let mut desk = at_the_key(dir.path(), FRIDAY);
    let (key, group) = (desk.paper.clone(), desk.group(5));
    let locked = Desk::real(dir.path(), FRIDAY).screen();
    // Nothing of the desk below is reached from it.
    desk.keys("0<C-n><esc>").says("On ne peut pas encore quitter cette page");
    desk.keys("<f1>").says("Si toutes les phrases de passe étaient oubliées, elle seule").keys("<esc>");
    desk.keys("<C-l>");
    assert_eq!(desk.screen(), locked);
    desk.unlock(0, PASSPHRASE).says("La clé de secours");
    assert_eq!(desk.shown_key(), key);
    // Left alone.
    desk.event(Event::Idle);
    assert_eq!(desk.screen(), locked);
    // By Ctrl-Q, with half of it typed.
    desk.unlock(0, PASSPHRASE).keys(&group).keys("<C-q>");
    assert!(desk.quit);
    let mut desk = Desk::real(dir.path(), FRIDAY);
    desk.unlock(0, PASSPHRASE).says("La clé de secours");
    assert_eq!(desk.shown_key(), key);
    desk.note_key().says("Un seul compte de coordination.").keys("<C-l>");
    desk.unlock(0, PASSPHRASE).says("C. Garnier").silent("La clé de secours");
    assert!(opens(&key, dir.path()));
}

#[test]
fn it_is_printed_without_a_file_and_where_there_is_no_printer_a_file_is_offered() {
    let dir = folder();
    let data = dir.path().join("data");
    let mut desk = at_the_key(&data, FRIDAY);
    desk.keys("<C-p>").says("Aucune imprimante n'est installée sur ce poste. Recopiez la clé, ou Ctrl-E");
    let (lp, paper) = (dir.path().join("lp"), dir.path().join("paper"));
    std::fs::write(&lp, format!("#!/bin/sh\ncat > '{}'\n", paper.display())).unwrap();
    std::fs::set_permissions(&lp, std::fs::Permissions::from_mode(0o700)).unwrap();
    let backend = std::mem::replace(&mut desk.backend, Desk::real(&dir.path().join("none"), FRIDAY).backend);
    desk.backend = backend.with_printer(Printer::by([lp]));
    desk.keys("<C-p>").says("Page envoyée à l'imprimante").says("La clé de secours");
    assert!(std::fs::read(&paper).unwrap().starts_with(b"%PDF-"));
    assert!(!data.join("sheets").exists());
    desk.note_key().silent("alerte");
}

#[test]
fn a_file_of_it_is_an_alert_of_the_coordination_until_somebody_says_that_it_is_gone() {
    let dir = folder();
    let mut desk = at_the_key(dir.path(), FRIDAY);
    desk.keys("<C-e>").says("Page écrite :").says("videz la corbeille").note_key();
    let page = dir.path().join("sheets/cle-de-secours.html");
    let text = std::fs::read_to_string(&page).unwrap();
    assert!(text.contains(&desk.paper) && text.contains("Centre d'Ajain") && text.contains("Centre n°"), "{text}");
    desk.says("1 alerte").says("page de secours à supprimer");
    // Said too early it is not believed, and it is there after each sign-in.
    desk.keys("!").says("La page est-elle supprimée, et la corbeille vidée ?").keys("<enter>").says("1 alerte");
    desk.keys("!o").says("Le fichier est encore là").keys("<C-l>").unlock(0, PASSPHRASE).says("1 alerte");
    // Nobody else is told where it lies.
    desk.keys("0équipe<enter>aJulie<tab>Petit<tab>").keys("<down><C-s>").says("Petit");
    desk.keys("0comptes<enter>aJulie<enter>").clear().keys(OTHER).keys("<C-s>").says("Compte ouvert");
    std::fs::remove_file(&page).unwrap();
    desk.later("2026-11-27T09:01").says("page de secours supprimée ?");
    desk.keys("!o").says("n'est plus sur cette machine").silent("alerte");
    // One that a program of before has written is found where it wrote it.
    std::fs::write(&page, "").unwrap();
    desk.later("2026-11-27T09:02").says("page de secours à supprimer");
    std::fs::remove_file(&page).unwrap();
    desk.later("2026-11-27T09:03").silent("alerte");
}

#[test]
fn the_coordination_makes_a_new_key_and_the_old_one_then_opens_nothing() {
    let dir = folder();
    let (data, usb) = (dir.path().join("data"), dir.path().join("usb"));
    std::fs::create_dir(&usb).unwrap();
    let mut desk = new_centre(&data, FRIDAY);
    let old = desk.paper.clone();
    desk.keys("0copie<enter>").clear().keys(&usb.display().to_string()).keys("<C-s>").finish_copy();
    desk.says("Copie vérifiée :");
    let kept = dir.path().join("kept");
    copy_all(&data.join("keys"), &kept);
    // Given up, nothing has changed.
    desk.keys("0nouvelle clé<enter>").says("Faire une nouvelle clé de secours ?").keys("o");
    desk.says("Une fois notée, cette clé remplace l'ancienne");
    let given_up = desk.shown_key();
    desk.keys("<esc>").says("l'ancienne clé de secours reste la bonne").keys("<C-l>").unlock(0, PASSPHRASE);
    desk.silent("clé de secours");
    assert!(opens(&old, &data) && !opens(&given_up, &data));
    // Left by the lock it is shown again, and the old one holds meanwhile.
    desk.keys("0nouvelle clé<enter>o").says("Nouvelle clé de secours");
    let new = desk.shown_key();
    assert!(new != old && new != given_up);
    desk.keys("<C-l>").unlock(0, PASSPHRASE).says("Nouvelle clé de secours");
    assert_eq!(desk.shown_key(), new);
    assert!(opens(&old, &data) && !opens(&new, &data));
    // Beside another desk: closed here at once, and for an old copy of the keys once that desk is closed.
    let mut other = Desk::real(&data, FRIDAY);
    other.unlock(0, PASSPHRASE).keys("<C-l>").unlock(0, PASSPHRASE);
    desk.note_key().says("Nouvelle clé de secours notée : l'ancienne n'ouvre plus le poste.");
    assert!(opens(&new, &data) && !opens(&old, &data));
    let with_old_keys = |data: &Path| {
        let mix = folder();
        copy_all(&kept, &mix.path().join("keys"));
        for ending in ["db", "db-wal"] {
            let _ = std::fs::copy(data.join(format!("releve.{ending}")), mix.path().join(format!("releve.{ending}")));
        }
        opens(&old, mix.path())
    };
    assert!(with_old_keys(&data), "before the key changes an old copy of the keys leads to the store of today");
    other.keys("<C-q>");
    drop(other);
    desk.keys("<C-l>").unlock(0, PASSPHRASE).keys("0comptes<enter>").says("Comptes").silent("doit changer");
    assert!(opens(&new, &data) && !with_old_keys(&data));
    // The copies of before are still this centre's: they take their turn.
    desk.later("2026-11-28T09:00").finish_copy();
    desk.later("2027-12-05T09:00").finish_copy();
    let names: Vec<_> = std::fs::read_dir(&usb).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    for week in 1..=14 {
        let day = releve::domain::Day::ymd(2027, 12, 5).unwrap().plus(week * 31);
        desk.later(&format!("{}T09:00", day.date())).finish_copy();
    }
    let left = std::fs::read_dir(&usb)
        .unwrap()
        .filter(|e| e.as_ref().unwrap().file_name().to_string_lossy().starts_with("releve-2026-11-27"));
    assert_eq!(left.count(), 0, "a copy of before the new key has had its turn");
}

#[test]
fn a_doctor_makes_no_new_key() {
    let mut desk = Desk::fiction("2026-11-25T10:00", releve::back::As::Coordination);
    desk.keys("0nouvelle clé").silent("Nouvelle clé de secours");
    let dir = folder();
    let mut desk = new_centre(dir.path(), FRIDAY);
    desk.keys("0médecins<enter>aLuc<tab>Morel<C-s>").says("Luc Morel");
    desk.keys("0séjours<enter>aMorel<enter>").keys("<C-s>");
    desk.keys("0comptes<enter>aMorel<enter>").clear().keys(OTHER).keys("<C-s>").says("Compte ouvert pour Luc Morel.");
    desk.keys("<C-l>").unlock(1, OTHER).says("Dr Morel").keys("0").says("Menu").silent("Nouvelle clé de secours");
    desk.keys("<esc>:secours").silent("Nouvelle clé de secours");
}

fn copy_all(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_all(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}
