//! The verified copies as the coordination sees them, and a restore drill.

use std::path::Path;

use releve::back::As;
use releve::domain::Role;

use crate::harness::{Desk, PASSPHRASE, new_centre};

const FRIDAY: &str = "2026-11-27T09:00";

struct Ajain {
    _dir: tempfile::TempDir,
    data: std::path::PathBuf,
    usb: std::path::PathBuf,
    desk: Desk,
}

fn ajain() -> Ajain {
    let dir = tempfile::tempdir().unwrap();
    let (data, usb) = (dir.path().join("data"), dir.path().join("usb"));
    std::fs::create_dir(&usb).unwrap();
    let desk = new_centre(&data, FRIDAY);
    Ajain { _dir: dir, data, usb, desk }
}

impl Ajain {
    fn choose(&mut self) -> &mut Desk {
        let usb = self.usb.display().to_string();
        self.desk.keys("0copie<enter>").clear().keys(&usb).keys("<C-s>").says("Copie en cours.")
    }

    fn copies(&self) -> Vec<String> {
        let mut names: Vec<_> =
            std::fs::read_dir(&self.usb).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

#[test]
fn a_folder_is_chosen_a_copy_is_made_and_the_menu_tells_its_age() {
    let mut ajain = ajain();
    ajain.desk.keys("0copie de").says("Copie de sauvegarde : aucune, choisissez un dossier").keys("<esc>");
    ajain
        .desk
        .keys("0copie<enter>")
        .says("La copie est chiffrée comme la base.")
        .keys("<C-s>")
        .says("Écrivez le chemin");
    ajain.desk.keys("<esc>");
    // Nobody waits: a point is typed while the copy is made.
    ajain.choose().keys("<C-n><tab><tab><tab><tab>Frigo à 9 °C, technicien prévenu.");
    ajain.desk.finish_copy().says("Frigo à 9 °C").keys("<C-s>").says("ajouté");
    assert_eq!(ajain.copies(), ["releve-2026-11-27-0900"]);
    ajain.desk.keys("0copie de").says("Copie de sauvegarde : vérifiée aujourd'hui à 09:00").keys("<esc>");
    // Once a day, without being asked, and not twice.
    ajain.desk.later("2026-11-27T18:00").finish_copy();
    assert_eq!(ajain.copies().len(), 1);
    ajain.desk.later("2026-11-28T08:00").keys("0copie de").says("vérifiée hier à 09:00").keys("<esc>").finish_copy();
    assert_eq!(ajain.copies(), ["releve-2026-11-27-0900", "releve-2026-11-28-0800"]);
    ajain.desk.keys("0copie de").says("vérifiée aujourd'hui à 08:00").keys("<esc>");
    // Emptied, there are no more; those made stay.
    ajain
        .desk
        .keys("0copie<enter>")
        .clear()
        .says("il n'y aura plus de copie")
        .keys("<C-s>")
        .says("Il n'y aura plus de copie");
    ajain.desk.later("2026-11-30T08:00").finish_copy();
    assert_eq!(ajain.copies().len(), 2);
}

#[test]
fn a_stick_that_is_not_there_is_an_alert_that_leads_to_its_remedy() {
    let mut ajain = ajain();
    ajain.choose();
    ajain.desk.finish_copy().says("Copie vérifiée :");
    let away = ajain.usb.with_extension("away");
    std::fs::rename(&ajain.usb, &away).unwrap();
    ajain.desk.later("2026-11-30T08:00").finish_copy().says("1 alerte").says("pas de copie de sauvegarde");
    assert!(!ajain.usb.exists(), "it is not made on the wrong disk");
    ajain.desk.keys("!").says("n'est pas là. Branchez son disque").says("Dernière copie : vérifiée il y a 3 jours");
    ajain.desk.keys("<C-s>").says("n'est pas là");
    std::fs::rename(&away, &ajain.usb).unwrap();
    ajain.desk.keys("<C-s>").says("Copie en cours").finish_copy().silent("alerte");
    // Every hour it is tried again by itself.
    std::fs::rename(&ajain.usb, &away).unwrap();
    ajain.desk.later("2026-12-01T08:00").finish_copy().says("1 alerte");
    std::fs::rename(&away, &ajain.usb).unwrap();
    ajain.desk.later("2026-12-01T08:30").finish_copy().says("1 alerte");
    ajain.desk.later("2026-12-01T09:00").finish_copy().silent("alerte");
}

#[test]
fn who_does_not_work_at_the_desk_hears_nothing_of_its_copies() {
    let usb = tempfile::tempdir().unwrap();
    let mut desk = Desk::ajain("S49 Aubert");
    desk.joins("Delmas", Role::HeadOffice).joins("Petit", Role::Nurse);
    desk.sits_down("Garnier", FRIDAY).keys("0copie<enter>").clear().keys(&usb.path().display().to_string());
    desk.keys("<C-s>").finish_copy().says("Copie vérifiée :");
    usb.close().unwrap();
    desk.sits_down("Petit", "2026-11-30T08:00").finish_copy().says("pas de copie de sauvegarde");
    desk.sits_down("Delmas", "2026-11-30T08:10").finish_copy().says("siège").silent("copie de sauvegarde");
}

#[test]
fn a_drill_the_machine_is_lost_and_the_copy_is_all_there_is() {
    let mut ajain = ajain();
    ajain.desk.keys("<C-n><tab><tab><tab><tab>Frigo à 9 °C, technicien prévenu.<C-s>").says("ajouté");
    ajain.choose();
    ajain.desk.finish_copy().says("Copie vérifiée :").keys("<C-q>");
    std::fs::remove_dir_all(&ajain.data).unwrap();
    // A copy is a folder of data like any other.
    let copy = ajain.usb.join(&ajain.copies()[0]);
    let mut desk = Desk::real(&copy, "2026-11-28T09:00");
    desk.unlock(0, PASSPHRASE).says("C. Garnier").keys("<C-f>frigo").says("Frigo à 9 °C");
}

#[test]
fn after_an_account_has_ended_the_copy_opens_for_those_who_stay() {
    let mut ajain = ajain();
    ajain.desk.keys("0équipe<enter>aJulie<tab>Petit<C-s>").says("Petit");
    ajain.desk.keys("0comptes<enter>aJulie<enter><C-s>").says("Compte ouvert");
    ajain.choose();
    ajain.desk.finish_copy().says("Copie vérifiée :");
    ajain.desk.keys("0comptes<enter><down>do").says("clé du centre changée");
    ajain.desk.later("2026-11-28T09:00").finish_copy().keys("<C-q>");
    let copy = ajain.usb.join("releve-2026-11-28-0900");
    let mut desk = Desk::real(&copy, "2026-11-28T10:00");
    desk.silent("Julie").unlock(0, PASSPHRASE).says("C. Garnier");
}

#[test]
fn a_centre_is_not_made_in_a_synchronised_folder_but_its_copies_may_go_there() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = Desk::real(&dir.path().join("Dropbox/data"), FRIDAY);
    desk.keys("<enter>Centre<tab>Ajain<tab>23<tab>1/10/2026<C-s>Claire<tab>Garnier<C-s><C-s>");
    desk.says("« Dropbox », qui part sur d'autres machines");
    assert!(!dir.path().join("Dropbox").exists());
    let mut ajain = ajain();
    let synced = ajain.usb.join("Nextcloud");
    std::fs::create_dir(&synced).unwrap();
    ajain.desk.keys("0copie<enter>").keys(&synced.display().to_string()).keys("<C-s>");
    ajain.desk.says("la copie est chiffrée, et seuls vos comptes ou la clé de secours l'ouvrent").finish_copy();
    ajain.desk.says("Copie vérifiée :");
}

#[test]
fn a_store_that_was_taken_away_is_missed_and_none_is_made_in_its_place() {
    let ajain = ajain();
    let mut desk = ajain.desk;
    desk.keys("<C-q>");
    std::fs::remove_file(ajain.data.join("releve.db")).unwrap();
    let missing = desk.backend.names().unwrap_err();
    assert_eq!(missing.msg.id, "backend-store-missing");
    // A set-up that was cut short is no such thing: it leaves its mark, and nothing that was noted of a store.
    std::fs::write(ajain.data.join("setup.unfinished"), "").unwrap();
    assert_eq!(desk.backend.names().unwrap_err().msg.id, "backend-store-missing");
    std::fs::remove_file(ajain.data.join("releve.head")).unwrap();
    assert_eq!(desk.backend.names().unwrap(), []);
    new_centre(&ajain.data, FRIDAY).says("C. Garnier");
    assert!(ajain.data.join("keys-old").exists() && !ajain.data.join("setup.unfinished").exists());
}

#[test]
fn of_two_desks_one_makes_the_copy_of_the_day_and_both_tell_it() {
    let mut ajain = ajain();
    ajain.choose();
    ajain.desk.finish_copy().says("Copie vérifiée :");
    let mut other = Desk::real(&ajain.data, "2026-11-28T08:00");
    ajain.desk.later("2026-11-28T08:00");
    other.unlock(0, PASSPHRASE).says("C. Garnier");
    ajain.desk.finish_copy();
    other.finish_copy().keys("0copie de").says("vérifiée aujourd'hui à 08:00");
    assert_eq!(ajain.copies(), ["releve-2026-11-27-0900", "releve-2026-11-28-0800"]);
    ajain.desk.later("2026-11-28T08:05").finish_copy();
    assert_eq!(ajain.copies().len(), 2);
}

/// Opens a centre as the README tells, with the crates of the two formats and nothing of ours.
fn opened_by_public_tools(data: &Path, key: &str) -> Vec<String> {
    use std::io::Read as _;
    let identity: age::x25519::Identity = key.parse().unwrap();
    let sealed = std::fs::read(data.join("keys/data-key.age")).unwrap();
    let mut hex = String::new();
    let decryptor = age::Decryptor::new(sealed.as_slice()).unwrap();
    decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).unwrap().read_to_string(&mut hex).unwrap();
    let store = rusqlite::Connection::open(data.join("releve.db")).unwrap();
    store.execute_batch(&format!("PRAGMA key = \"x'{hex}'\"")).unwrap();
    let mut sql = store.prepare("SELECT text FROM relay").unwrap();
    sql.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn public_tools_open_the_centre_its_copy_and_what_was_written_after_a_new_key() {
    let mut ajain = ajain();
    ajain.desk.keys("<C-n><tab><tab><tab><tab>Frigo à 9 °C, technicien prévenu.<C-s>").says("ajouté");
    let key = ajain.desk.paper.clone();
    assert_eq!(opened_by_public_tools(&ajain.data, &key), ["Frigo à 9 °C, technicien prévenu."]);
    ajain.choose();
    ajain.desk.finish_copy().says("Copie vérifiée :");
    let copy = ajain.usb.join(&ajain.copies()[0]);
    assert_eq!(opened_by_public_tools(&copy, &key), ["Frigo à 9 °C, technicien prévenu."]);
    ajain.desk.keys("0équipe<enter>aJulie<tab>Petit<C-s>").says("Petit");
    ajain.desk.keys("0comptes<enter>aJulie<enter><C-s>").says("Compte ouvert");
    ajain.desk.keys("<down>do").says("clé du centre changée");
    ajain.desk.keys("<C-n><tab><tab><tab><tab>Clé du garage rendue.<C-s>").says("ajouté").keys("<C-q>");
    assert_eq!(opened_by_public_tools(&ajain.data, &key).len(), 2);
}

#[test]
fn the_fictional_centre_has_no_copies() {
    let mut desk = Desk::fiction("2026-11-25T10:00", As::Coordination);
    desk.keys("0copie").says("Menu").silent("sauvegarde").keys("<esc>").finish_copy();
    desk.keys(":sauvegarde").silent("Copie de sauvegarde");
}

#[test]
fn nothing_that_was_typed_can_be_read_in_any_file() {
    const WORDS: [&str; 4] = ["Zyxomma", "Quillebœuf", "xérophile", "Wapiti"];
    let mut ajain = ajain();
    ajain.desk.keys(&format!("<C-n>7731<tab>W.Z.<tab>1948<tab>{} sous AVK<C-s>", WORDS[0])).says("ajouté");
    ajain.desk.keys(&format!("0médecins<enter>aHélène<tab>{}<C-s>", WORDS[1])).says("Hélène");
    // A draft that is never saved, and what a form was left with.
    ajain.desk.keys(&format!("<C-n>12<tab>A.B.<tab>1950<tab>{}<esc>", WORDS[2]));
    ajain.desk.keys("<C-f>").keys(WORDS[3]).keys("<esc>");
    ajain.choose();
    ajain.desk.finish_copy().says("Copie vérifiée :");
    // While the desk is open, with its log, and once it is closed.
    for closed in [false, true] {
        if closed {
            ajain.desk.keys("<C-q>");
        }
        let files = [files(&ajain.data), files(&ajain.usb)].concat();
        assert!(files.len() > 12, "{files:?}");
        for (path, bytes) in files {
            for word in WORDS {
                assert!(!bytes.windows(word.len()).any(|w| w == word.as_bytes()), "{word} in {path}");
            }
        }
    }
}

fn files(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.push((path.display().to_string(), std::fs::read(&path).unwrap()));
        }
    }
    all
}
