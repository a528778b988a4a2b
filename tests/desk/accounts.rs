//! Who may sit down: accounts added, renamed, ended, a passphrase forgotten, two desks meanwhile.

use releve::app::Event;

use crate::harness::{Desk, PASSPHRASE, new_centre};

const FRIDAY: &str = "2026-11-27T09:00";

/// Seven words for a further account.
const OTHER: &str = "zeste zoologie zoom voyelle voyage volcan vitesse";

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// A further member of the coordination, with an account.
fn add_julie(desk: &mut Desk) {
    desk.keys("0équipe<enter>aJulie<tab>Petit<C-s>").says("Petit");
    desk.keys("0comptes<enter>aJulie<enter>").clear().keys(OTHER).keys("<C-s>");
    desk.says("Compte ouvert pour Julie Petit.");
}

/// Dr Morel, here until Saturday, with an account.
fn add_morel(desk: &mut Desk) {
    desk.keys("0médecins<enter>aLuc<tab>Morel<C-s>").says("Luc Morel");
    desk.keys("0séjours<enter>aMorel<enter>").keys("<C-s>");
    desk.keys("0comptes<enter>aMorel<enter>").clear().keys(OTHER).keys("<C-s>").says("Compte ouvert pour Luc Morel.");
}

#[test]
fn a_second_account_of_the_coordination_is_asked_for_once_and_where_it_is_made() {
    let dir = folder();
    let mut desk = new_centre(dir.path(), FRIDAY);
    desk.says("· Un seul compte de coordination.").silent("✓ Un seul").keys("<down>").silent("Un seul compte");
    desk.keys("0comptes<enter>").says("La coordination n'a qu'un compte").says("a en ajoute un second");
    desk.says("p phrase").says("d fermer le compte").silent("d supprimer");
    add_julie(&mut desk);
    desk.silent("n'a qu'un compte").keys("<C-l>").unlock(0, PASSPHRASE).says("C. Garnier").silent("Un seul compte");
    // The other way round the reminder is back.
    desk.keys("0comptes<enter><down>d").says("Fermer le compte de Julie Petit ?").keys("<enter>").says("Julie Petit");
    desk.keys("do").says("Compte de Julie Petit fermé, clé du centre changée.").says("n'a qu'un compte");
    desk.keys("<C-l>").silent("Julie").unlock(0, PASSPHRASE).says("Un seul compte de coordination.");
    desk.keys("0comptes<enter>d").says("C'est votre compte").silent("Confirmer");
}

#[test]
fn everybody_who_has_an_account_is_not_offered_a_second_one() {
    let dir = folder();
    let mut desk = new_centre(dir.path(), FRIDAY);
    desk.keys("0comptes<enter>a").says("Chacun a déjà son compte.").keys("<C-s><esc>").says("Comptes");
}

#[test]
fn an_account_is_renamed_for_the_sign_in_list() {
    let dir = folder();
    let mut desk = new_centre(dir.path(), FRIDAY);
    desk.keys("0comptes<enter>e").clear().keys("Claire (bureau)<C-s>");
    desk.says("Compte renommé : Claire Garnier devient Claire (bureau).");
    desk.keys("<C-l>").says("▸ Claire (bureau)").unlock(0, PASSPHRASE).says("C. Garnier · coordination");
}

#[test]
fn a_forgotten_passphrase_is_reset_by_a_colleague_in_a_few_keys() {
    let dir = folder();
    let mut desk = new_centre(dir.path(), FRIDAY);
    add_julie(&mut desk);
    desk.keys("0comptes<enter><down>p").says("Pour Julie Petit. L'ancienne phrase n'ouvrira plus rien.");
    let text = desk.text();
    let (_, after) = text.split_once("écrire la vôtre. ").unwrap();
    let words: Vec<&str> = after.split(' ').take(7).collect();
    desk.keys("<C-s>").says("Nouvelle phrase de passe pour Julie Petit : l'ancienne n'ouvre plus rien.");
    desk.keys("<C-l>").unlock(1, OTHER).says("Ce n'est pas la phrase de passe de ce compte");
    desk.clear().keys(&words.join(" ")).keys("<enter>").says("J. Petit · coordination");
    // One's own, too.
    desk.keys("0comptes<enter><down>p").clear().keys(OTHER).keys("<C-s>").says("Nouvelle phrase de passe");
    desk.keys("<C-l>").unlock(1, OTHER).says("J. Petit · coordination");
}

#[test]
fn the_sign_in_list_is_read_again_where_one_signs_in() {
    let dir = folder();
    let mut one = new_centre(dir.path(), FRIDAY);
    let mut other = Desk::real(dir.path(), FRIDAY);
    other.says("Claire Garnier").silent("Julie");
    add_julie(&mut one);
    other.later("2026-11-27T09:01").says("Julie Petit").unlock(1, OTHER).says("J. Petit");
    add_morel(&mut one);
    other.keys("<C-l>").says("Luc Morel");
}

#[test]
fn the_key_never_changes_under_another_desk_and_comptes_says_until_when() {
    let dir = folder();
    let mut one = new_centre(dir.path(), FRIDAY);
    add_julie(&mut one);
    add_morel(&mut one);
    let mut other = Desk::real(dir.path(), FRIDAY);
    other.unlock(1, OTHER).keys("<C-n>1243<tab>M.D.<tab>1948<tab>INR à 4,8 sous AVK");
    one.keys("0comptes<enter>").silent("doit changer").keys("<down><down>d");
    one.says("Fermer le compte de Luc Morel ?").says("sinon à la prochaine ouverture où aucun ne l'est").keys("o");
    one.says("Compte de Luc Morel fermé. Une ancienne copie s'en sert encore jusqu'au changement de clé");
    one.says(
        "La clé du centre doit changer : ce sera fait à la prochaine ouverture où aucun autre poste n'est ouvert.",
    );
    // The form of the other desk is as it was, and is saved.
    other.poll().says("INR à 4,8 sous AVK").silent("La clé du centre a changé");
    other.keys("<C-s>").says("ajouté");
    // One signs in beside the other: still not. Alone: done.
    one.keys("<C-l>").unlock(0, PASSPHRASE).keys("0comptes<enter>").says("doit changer").keys("<C-l>");
    other.keys("<C-l>");
    one.unlock(0, PASSPHRASE).keys("0comptes<enter>").says("Julie Petit").silent("doit changer").silent("Luc Morel");
    other.unlock(1, OTHER).says("J. Petit").keys("<C-q>");
    one.keys("<down>p").says("tout de suite si aucun autre poste n'est ouvert").keys("<C-s>");
    one.says("Nouvelle phrase de passe pour Julie Petit : l'ancienne n'ouvre plus rien.").silent("doit changer");
}

#[test]
fn whoever_was_sent_away_is_out_at_once_and_what_they_were_writing_is_kept() {
    let dir = folder();
    let mut one = new_centre(dir.path(), FRIDAY);
    add_morel(&mut one);
    let mut doctor = Desk::real(dir.path(), FRIDAY);
    doctor.unlock(1, OTHER).says("Dr Morel").keys("<C-n>1243<tab>M.D.<tab>1948<tab>INR à 4,8 sous AVK");
    // A new phrase: whoever is in by the old one is out, and finds the draft by the new one.
    one.keys("0comptes<enter><down>p").clear().keys(PASSPHRASE).keys("<C-s>");
    one.says("l'ancienne n'ouvre plus le poste. Une ancienne copie l'ouvre encore jusqu'au changement de clé");
    doctor.poll().says("Ce compte vient d'être fermé, ou a reçu une nouvelle phrase").silent("INR");
    doctor.unlock(1, PASSPHRASE).says("Dr Morel").keys("<C-n><tab>").says("INR à 4,8 sous AVK").keys("<C-s>");
    // The account ends.
    doctor.keys("<C-n>0377<tab>P.L.<tab>1955<tab>TSH à contrôler");
    one.keys("<down>do").says("Compte de Luc Morel fermé");
    doctor.event(Event::StoreChanged).says("Ce compte vient d'être fermé").says("Claire Garnier");
    doctor.silent("TSH").silent("Luc Morel");
}

#[test]
fn the_help_of_the_accounts_is_about_accounts() {
    let dir = folder();
    let mut desk = new_centre(dir.path(), FRIDAY);
    desk.keys("0comptes<enter><f1>").says("Qui peut ouvrir Relève. Chacun a son compte").keys("<esc>");
    desk.keys("p<f1>").says("Qui peut ouvrir Relève. Chacun a son compte").keys("<esc><esc>");
}

#[test]
fn a_restored_copy_asks_the_coordination_who_keeps_an_account_before_anybody_else_opens_it() {
    let dir = folder();
    let (data, usb, new) = (dir.path().join("data"), dir.path().join("usb"), dir.path().join("new"));
    std::fs::create_dir(&usb).unwrap();
    let mut desk = new_centre(&data, FRIDAY);
    add_julie(&mut desk);
    add_morel(&mut desk);
    desk.keys("0copie<enter>").clear().keys(&usb.display().to_string()).keys("<C-s>").finish_copy();
    // His account ends after the copy, which is what is restored.
    desk.keys("0comptes<enter><down><down>do").says("Compte de Luc Morel fermé").keys("<C-q>");
    let copy = std::fs::read_dir(&usb).unwrap().next().unwrap().unwrap().path();
    Desk::real(&new, FRIDAY).backend.restore(&copy).unwrap();

    let mut desk = Desk::real(&new, FRIDAY);
    desk.unlock(2, OTHER).says("Ce centre vient d'une copie restaurée. Claire Garnier, Julie Petit doit d'abord");
    // After another start too.
    let mut desk = Desk::real(&new, FRIDAY);
    desk.unlock(2, OTHER).says("copie restaurée").silent("Dr Morel");
    desk.clear().keys("<up><up>").keys(PASSPHRASE).keys("<enter>").says("Qui a encore un compte ?");
    desk.says("Julie Petit · coordination").says("Luc Morel · médecin").silent("Claire Garnier · coordination │");
    desk.says("Ctrl-S ferme : Julie Petit, Luc Morel.");
    // Put off, it is an alert that leads back to it, and nobody else is in yet.
    desk.keys("<esc>").says("copie restaurée, qui garde un compte ?");
    Desk::real(&new, FRIDAY).unlock(2, OTHER).says("copie restaurée. Claire");
    desk.keys("!").says("Qui a encore un compte ?").keys("t").says("chacun garde son compte");
    desk.keys("t <C-s>").says("Comptes fermés : Luc Morel. Clé du centre changée.").silent("qui garde un compte");
    desk.keys("<C-q>");
    let mut desk = Desk::real(&new, FRIDAY);
    desk.says("Julie Petit").silent("Luc Morel").unlock(1, OTHER).says("J. Petit").silent("encore un compte");
}
