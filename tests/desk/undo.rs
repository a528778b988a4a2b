//! What can be undone, by whom, and what says no in a sentence.

use releve::domain::Role;

use crate::ajain::PASSPHRASE;
use crate::harness::Desk;

/// Ajain on Friday of S48 with its nurse, Claire Garnier at the desk.
fn claire() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.joins("Benali", Role::Nurse);
    desk.sits_down("Garnier", "2026-11-27T09:00");
    desk
}

fn contact(desk: &mut Desk, name: &str) {
    desk.keys("0annuaire<enter>a").keys(name).keys("<C-s>").says(name);
}

#[test]
fn u_takes_back_ones_own_changes_newest_first_and_does_them_again() {
    let mut desk = claire();
    contact(&mut desk, "Laboratoire");
    contact(&mut desk, "Pharmacie");
    desk.says("Annuaire : Pharmacie ajouté. u pour défaire.");
    desk.keys("u")
        .says("Défait : Annuaire : Pharmacie ajouté. Ctrl-Y pour refaire.")
        .says("Laboratoire")
        .says("Annuaire · 1");
    desk.keys("u")
        .says("Annuaire · 0")
        .keys("u")
        .says("Rien à défaire depuis votre connexion. L'historique va plus loin.");
    desk.keys("<C-y><C-y>")
        .says("Laboratoire")
        .says("Pharmacie")
        .says("Refait : Annuaire : Pharmacie ajouté. u pour défaire.");
    desk.keys("U").says("Rien à refaire.");
}

#[test]
fn u_leaves_the_changes_of_others_alone() {
    let mut desk = claire();
    contact(&mut desk, "Laboratoire");
    desk.sits_down("Benali", "2026-11-27T09:10");
    desk.keys("u").says("Rien à défaire depuis votre connexion.");
    contact(&mut desk, "Pharmacie");
    desk.keys("u").says("Laboratoire").says("Annuaire · 1");
}

#[test]
fn after_a_restart_older_changes_are_undone_from_the_history() {
    let mut desk = claire();
    contact(&mut desk, "Laboratoire");
    contact(&mut desk, "Pharmacie");
    desk.keys("<C-q>").restart().sits_down("Garnier", "2026-11-27T10:00");
    desk.keys("u").says("Rien à défaire depuis votre connexion. L'historique va plus loin.");
    desk.keys("0historique<enter>").says("ven. 27 nov., 09:00").keys("<down><enter>");
    desk.says("Défaire ce changement ? Annuaire : Laboratoire ajouté.");
    // No is no.
    desk.keys("n")
        .silent("défait")
        .keys("<enter>o")
        .says("Défait : Annuaire : Laboratoire ajouté. Ctrl-Y pour refaire.");
    desk.keys("<up><enter>").says("Défaire ce changement ? Annuaire : Pharmacie");
    desk.keys("n<down><enter>").says("Ce changement est déjà défait.");
    desk.keys("0annuaire<enter>").says("Annuaire · 1").says("Pharmacie");
    desk.keys("<C-y>").says("Annuaire · 2").says("Laboratoire");
}

#[test]
fn what_somebody_touched_since_stays_and_says_who() {
    let mut desk = claire();
    contact(&mut desk, "Laboratoire");
    desk.sits_down("Benali", "2026-11-27T09:30");
    desk.keys("0annuaire<enter>e<end> Guéret<C-s>").says("Laboratoire Guéret");
    desk.sits_down("Garnier", "2026-11-27T09:40");
    desk.keys("0historique<enter><down><enter>o");
    desk.says("C. Benali y a touché depuis (ven. 27 nov., 09:30)").says("Corrigez à la main.");
    desk.keys("0annuaire<enter>").says("Laboratoire Guéret");
}

#[test]
fn what_is_signed_is_never_undone() {
    let mut desk = claire();
    desk.wrote("Vidal", "! 1243 M.D. 1948: INR à 4,8; si saignement, alors 15; pour 1/12");
    desk.sits_down("Vidal", "2026-11-27T17:30");
    desk.keys("3s").says("Signer la transmission").keys("Vidal<C-s>").says("Transmission du Dr Vidal signée, S48.");
    // The sentence promises nothing that the key would not hold.
    desk.silent("u pour défaire").keys("u").says("Rien à défaire depuis votre connexion.");
    desk.sits_down("Garnier", "2026-11-27T17:40");
    desk.keys("0historique<enter><enter>")
        .says("C'est signé : cela ne se défait pas. Une transmission se corrige par un ajout daté.");
    desk.keys("<down><enter>").says("Défaire ce changement ? Point n° 1 ajouté.").keys("o");
    desk.says("C'est signé : cela ne se défait pas.");
}

#[test]
fn two_desks_keep_apart_what_each_may_undo() {
    let mut one = claire();
    let folder = one.home.as_ref().unwrap().path().to_owned();
    let mut other = Desk::real(&folder, "2026-11-27T09:05");
    other.says("Qui êtes-vous ?").keys("<down><down><down>").keys(PASSPHRASE).keys("<enter>").says("Benali");
    contact(&mut one, "Laboratoire");
    other.keys("0annuaire<enter>");
    contact(&mut other, "Pharmacie");
    one.poll().says("Annuaire · 2").keys("u").says("Défait : Annuaire : Laboratoire").says("Annuaire · 1");
    other.poll().says("Annuaire · 1").keys("u").says("Annuaire · 0");
    one.poll().says("Annuaire · 0");
}
