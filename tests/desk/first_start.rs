//! The first start of a centre, and who may sit down at its desk afterwards.

use releve::app::Event;

use crate::harness::{Desk, PASSPHRASE, new_centre};

const FRIDAY: &str = "2026-11-27T09:00";

/// Seven words for a further account.
const OTHER: &str = "zeste zoologie zoom voyelle voyage volcan vitesse";

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// The seven words the screen proposes.
fn proposed(desk: &Desk) -> String {
    let text = desk.text();
    let (_, after) = text.split_once("écrire la vôtre. ").unwrap();
    after.split_once(" ▸").unwrap().0.to_owned()
}

#[test]
fn a_centre_is_made_by_three_forms_and_a_key_on_paper() {
    let dir = folder();
    let mut desk = Desk::real(dir.path(), FRIDAY);
    desk.says("Il n'y a pas encore de centre sur cette machine");
    desk.keys("<f1>").says("Aide").silent("pas encore de centre").keys("<esc>").keys("<enter>");
    desk.says("Fermé jeu. après-midi, sam., dim.");
    // Both answers about names are explained, before one is given.
    desk.says("Coché : un point peut porter le nom du patient, que lisent tous ceux qui ont un compte ici.");
    desk.says("Vide : numéro de dossier, initiales, année de naissance ; le nom reste dans le logiciel médical.");
    desk.keys("Centre d'Ajain<tab>Ajain<tab>23<tab>31/10/2022<tab>");
    desk.says("→ Creuse").says("→ lun. 31 oct. 2022").says("un médecin à la fois").keys("<C-s>");
    desk.says("Son compte sera le premier").keys("Claire<tab>Garnier<C-s>");
    let words = proposed(&desk);
    assert_eq!(words.split(' ').count(), 7, "{words}");
    desk.says("assez solide").keys("<C-s>");

    desk.says("Elle n'est montrée qu'une fois").says("Ctrl-P l'imprime sans laisser de fichier");
    let (fifth, tenth) = (desk.group(5), desk.group(10));
    assert!(!dir.path().join("sheets").exists(), "nothing was written that nobody asked for");
    desk.keys("abcde<tab>").keys(&tenth).keys("<enter>").says("Ce ne sont pas ces groupes. Relisez votre copie.");
    desk.clear().keys(&fifth.to_lowercase()).keys("<enter><enter>");

    // The empty desk says what comes next.
    desk.says("C. Garnier · coordination").says("ajoutez un médecin par le Menu (0), « Médecins »");
    desk.says("« Importer un planning »");
    desk.keys("<C-q>");
    assert!(desk.quit);

    let mut desk = Desk::real(dir.path(), FRIDAY);
    desk.says("Qui êtes-vous ?").says("▸ Claire Garnier").silent("coordination");
    desk.keys("soleil<enter>").says("Ce n'est pas la phrase de passe de ce compte. Essayez encore.");
    desk.silent("••••••").keys("<f2>so").says("so").keys("<f2>").says("••");
    let short: Vec<String> = words.split(' ').map(|w| w.chars().take(4).collect()).collect();
    desk.clear().keys(&short.join(" ").to_uppercase()).keys("<enter>").says("C. Garnier · coordination");
}

#[test]
fn esc_steps_back_and_nothing_typed_is_lost() {
    let dir = folder();
    let mut desk = Desk::real(dir.path(), FRIDAY);
    desk.keys("<enter>Centre d'Ajain<tab>Ajain<tab>23<tab>31/10/2022<C-s>").paste("Claire").keys("<tab>Garnier<C-s>");
    let words = proposed(&desk);
    desk.keys("<esc>").says("Qui tient le bureau").says("Claire").says("Garnier");
    desk.keys("<esc>").says("Notre centre").says("Centre d'Ajain").says("31/10/2022");
    // Once more than there are steps: a centre half typed is not thrown away.
    desk.keys("<esc><esc><esc>").says("Bienvenue");
    assert!(!desk.quit);
    desk.keys("<enter>").says("Centre d'Ajain").keys("<C-s>").says("Garnier").keys("<C-s>");
    assert_eq!(proposed(&desk), words, "the words already copied on paper");
    desk.keys("<esc><esc><esc><down><down><enter>");
    assert!(desk.quit);
    assert!(!dir.path().join("releve.db").exists());
}

#[test]
fn the_forms_say_in_a_sentence_what_is_wrong() {
    let dir = folder();
    let mut desk = Desk::real(dir.path(), FRIDAY);
    desk.keys("<enter><C-s>").says("À remplir.");
    desk.keys("Centre<tab>Ajain<tab>20<tab>").says("« 20 » n'est pas un département.");
    desk.keys("32/10/2022<tab>").says("« 32/10/2022 » n'existe pas.").silent("Qui tient");
    desk.clear().keys("Poste 1, poste 1<tab>").says("Donnez un à huit noms différents");
    desk.clear().keys("midi<tab>").says("Deux heures, comme 8:30-12:30.");
    desk.keys("<C-s>").says("Notre centre").says("Centre").says("32/10/2022");
    desk.keys("<C-q>");

    let mut desk = Desk::real(dir.path(), FRIDAY);
    desk.keys("<enter>Centre<tab>Ajain<tab>2A<tab>1/10/2026<C-s>Claire<tab>Garnier<C-s>");
    desk.clear().keys("soleil<C-s>").says("trop facile à deviner");
    assert!(!dir.path().join("releve.db").exists());
    desk.clear().keys(PASSPHRASE).says("assez solide").keys("<C-s>").says("La clé de secours");
}

#[test]
fn a_disk_that_refuses_gives_the_form_back() {
    let dir = folder();
    std::fs::write(dir.path().join("file"), "").unwrap();
    let mut desk = Desk::real(&dir.path().join("file/centre"), FRIDAY);
    desk.keys("<enter>Centre<tab>Ajain<tab>23<tab>1/10/2026<C-s>Claire<tab>Garnier<C-s>");
    let words = proposed(&desk);
    desk.keys("<C-s>").says("Le disque a refusé");
    assert_eq!(proposed(&desk), words);
    desk.keys("<esc>").says("Garnier");
}

#[test]
fn the_desk_locks_from_everywhere_and_shows_nothing_then() {
    let dir = folder();
    let mut desk = new_centre(dir.path(), FRIDAY);
    desk.keys("0médecins<enter>aHélène<tab>Vidal<C-s>").says("Vidal Hélène");
    let locked = Desk::real(dir.path(), FRIDAY).screen();
    let screens = ["1", "2", "3", "4"].map(str::to_owned);
    let dialogs =
        ["0", ":", "g", "gvid", "<f1>", "<C-f>", "<C-f>vid", "<C-n>", "<C-n>1243", "i", "i<f1>", "0importer<enter>"];
    let registers =
        ["dossiers", "séjours", "médecins", "équipe", "annuaire", "livret", "centre,", "historique", "comptes"];
    let registers = registers.map(|name| format!("0{name}<enter>"));
    let forms: Vec<String> = registers.iter().map(|open| format!("{open}a")).collect();
    for keys in screens.into_iter().chain(dialogs.map(str::to_owned)).chain(registers.clone()).chain(forms) {
        desk.keys("<C-l>");
        desk.unlock(0, PASSPHRASE).says("C. Garnier · coordination");
        desk.keys(&keys).keys("<C-l>");
        assert_eq!(desk.screen(), locked, "after {keys}");
    }
    // Left alone, too, and right after something was said.
    desk.unlock(0, PASSPHRASE).keys("0médecins<enter>aLuc<tab>Morel<C-s>").says("Luc Morel");
    desk.event(Event::Idle);
    assert_eq!(desk.screen(), locked);
}

#[test]
fn a_draft_waits_for_its_author_behind_the_lock() {
    let dir = folder();
    let mut desk = new_centre(dir.path(), FRIDAY);
    add_julie(&mut desk);
    desk.keys("<C-n>1243<tab>M.D.<tab>1948<tab>INR à 4,8 sous AVK").keys("<C-l>").says("Qui êtes-vous ?").silent("INR");
    desk.unlock(1, OTHER).says("J. Petit").keys("<C-n><tab>").silent("INR").silent("brouillon est revenu");
    desk.keys("<C-l>").unlock(0, PASSPHRASE).keys("<C-n><tab>");
    desk.says("Votre brouillon est revenu").says("INR à 4,8 sous AVK").says("1243").says("1948");
    // Help stands over the form: the draft below is kept all the same.
    desk.keys("<tab><f1><C-l>").unlock(0, PASSPHRASE).keys("<C-n><tab>").says("INR à 4,8 sous AVK");
}

/// A further member of the team, with an account.
fn add_julie(desk: &mut Desk) {
    desk.keys("0équipe<enter>aJulie<tab>Petit<C-s>").says("Petit");
    desk.keys("0comptes<enter>a").says("Notez-la pour elle");
    desk.keys("Julie<enter>").clear().keys(OTHER).keys("<C-s>").says("Compte ouvert pour Julie Petit.");
}

#[test]
fn a_further_account_signs_in_by_its_own_passphrase() {
    let dir = folder();
    let mut desk = new_centre(dir.path(), FRIDAY);
    add_julie(&mut desk);
    desk.keys("<C-l>").says("Claire Garnier").says("Julie Petit");
    desk.unlock(1, PASSPHRASE).says("Ce n'est pas la phrase de passe de ce compte");
    desk.clear().keys(OTHER).keys("<enter>").says("J. Petit");
    desk.keys("<C-q>");
    let mut desk = Desk::real(dir.path(), FRIDAY);
    desk.says("▸ Claire Garnier").says("Julie Petit").unlock(1, OTHER).says("J. Petit");
    // One person, one account.
    desk.keys("0comptes<enter>a").says("Chacun a déjà son compte.");
}

#[test]
fn what_was_saved_on_a_slow_disk_does_not_come_back_as_a_draft() {
    let dir = folder();
    let mut desk = new_centre(dir.path(), FRIDAY);
    desk.busy(true)
        .keys("<C-n><tab><tab><tab><tab>Frigo à 9 °C, technicien prévenu.<C-s>")
        .says("Enregistrement en cours");
    desk.busy(false).says("ajouté").keys("<C-n><tab>").silent("Frigo à 9").silent("brouillon est revenu");
}
