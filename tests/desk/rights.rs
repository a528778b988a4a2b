//! Who may do what, as each of them meets it: the coordination, the team on a Monday, a doctor at the desk or by telephone.

use releve::domain::Role;

use crate::ajain::PASSPHRASE;
use crate::harness::Desk;

/// Seven other words.
const OTHER: &str = "zeste zoologie zoom voyelle voyage volcan vitesse";

/// Types a name's passphrase at the sign-in, without minding whether it opens.
#[track_caller]
fn tries(desk: &mut Desk, family: &str, passphrase: &str) {
    if desk.app.is_unlocked() {
        desk.keys("<C-l>");
    }
    let names = desk.backend.names().unwrap();
    let place = names.iter().position(|n| n.label.ends_with(family)).unwrap();
    for _ in &names {
        desk.keys("<up>");
    }
    for _ in 0..place {
        desk.keys("<down>");
    }
    desk.clear().keys(passphrase).keys("<enter>");
}

#[test]
fn a_doctor_is_offered_nothing_of_the_coordination_and_is_told_who_can() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Vidal", "2026-11-25T09:00").keys("0comptes").says("Rien ne correspond.").keys("<esc>");
    desk.keys("0copie").says("Rien ne correspond.").keys("<esc>0importer").says("Importer l'agenda");
    desk.silent("Importer un planning").keys("<esc>:compte").silent("Comptes").keys("<esc>");
    // Reading stays; what would change is refused with a name.
    for register in ["centre", "séjours", "médecins", "équipe"] {
        desk.keys(&format!("0{register}<enter>")).silent("a ajouter").keys("a");
        desk.says("Cela revient à la coordination : C. Garnier peut le faire.").keys("<esc>");
    }
    desk.keys("0équipe<enter><enter>").says("Claire Garnier").says("coordination").keys("<esc><esc>");
    desk.keys("1i").says("C. Garnier peut le faire.").keys("x").says("Cela revient à l'équipe : C. Garnier");
    desk.keys("0planning<enter>e").says("C. Garnier peut le faire.").keys("<esc>");
    // What the coordination has done is not undone from the history either.
    desk.keys("0historique<enter><down><enter>").says("C. Garnier peut le faire.").silent("Confirmer").keys("<esc>");
    // One's own passphrase is one's own.
    desk.keys("0ma phrase<enter>").clear().keys(OTHER).keys("<C-s>").says("Nouvelle phrase de passe");
    tries(&mut desk, "Vidal", OTHER);
    desk.says("Dr Vidal");
}

#[test]
fn on_a_monday_the_assistant_lets_the_doctor_in_and_the_coordination_hears_of_it() {
    let mut desk = Desk::ajain("S49 Aubert, S50 Roche");
    desk.joins("Petit", Role::Assistant);
    desk.sits_down("Petit", "2026-11-30T08:00").keys("0copie").says("Rien ne correspond.").keys("<esc>");
    // The list begins with the coordination's account, which is not hers to open.
    desk.keys("0comptes<enter>p").says("Cela revient à la coordination : C. Garnier peut le faire.");
    desk.keys("d").says("C. Garnier peut le faire.").silent("Confirmer");
    // Dr Aubert, who is here this week, has forgotten theirs.
    while !desk.text().contains("▸ Jean Aubert") {
        desk.keys("<down>");
    }
    desk.keys("p").says("Pour Jean Aubert");
    desk.clear().keys(OTHER).keys("<C-s>").says("Nouvelle phrase de passe pour Jean Aubert");
    desk.says("à confirmer, par C. Petit").silent("v vu");
    tries(&mut desk, "Aubert", OTHER);
    desk.says("Dr Aubert").silent("à confirmer");
    desk.sits_down("Garnier", "2026-11-30T09:00").says("! 1 alerte").keys("!").says("Comptes");
    desk.says("Nouvelle phrase de passe donnée à Jean Aubert. Fait par C. Petit, à confirmer par v.");
    // What is to be confirmed is under her hand.
    desk.says("▸ Jean Aubert").keys("v").says("Vu par la coordination : compte de Jean Aubert.").silent("1 alerte");
    // It stands in the history, by whom and when, and is not undone.
    desk.keys("0historique<enter><down>").says("Nouvelle phrase de passe donnée à Jean Aubert.").says("C. Petit");
    desk.keys("<enter>").says("Ce qui arrive aux comptes ne se défait pas.");
}

#[test]
fn the_team_notes_a_withdrawal_and_the_coordination_answers_it() {
    let mut desk = Desk::ajain("S49 Aubert, S50 Roche");
    desk.joins("Petit", Role::Assistant);
    desk.sits_down("Petit", "2026-11-30T08:00").keys("1x").says("Vous notez le désistement");
    desk.keys("s<C-s>").says("à confirmer par la coordination");
    desk.says("Dr Aubert").sits_down("Garnier", "2026-11-30T08:30").says("désistement du Dr Aubert");
    desk.keys("!x").says("Noté par C. Petit").says("confirmer le désistement").keys("<right><C-s>");
    desk.says("Séjour du Dr Aubert maintenu").silent("1 alerte");
}

#[test]
fn a_doctors_account_follows_the_stay_and_the_sign_in_says_who_can_open_it() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    // Until Friday, and three days more.
    desk.sits_down("Vidal", "2026-11-30T08:00").keys("<C-l>").later("2026-12-01T08:00");
    tries(&mut desk, "Vidal", PASSPHRASE);
    assert!(!desk.app.is_unlocked());
    desk.says("Le compte du Dr Vidal s'est fermé").says("C. Garnier peut le rouvrir (Menu, Comptes).").clear();
    desk.sits_down("Garnier", "2026-12-01T08:10").keys("0comptes<enter>");
    while !desk.text().contains("▸ Hélène Vidal") {
        desk.keys("<down>");
    }
    desk.says("fermé depuis le").keys("o").says("Ouvrir le compte de Hélène Vidal jusqu'au").keys("<enter>");
    desk.says("Compte de Hélène Vidal rouvert").silent("à confirmer");
    desk.sits_down("Vidal", "2026-12-04T08:00").keys("<C-l>").later("2026-12-05T08:00");
    tries(&mut desk, "Vidal", PASSPHRASE);
    assert!(!desk.app.is_unlocked());
}

#[test]
fn a_doctor_who_calls_from_the_train_is_heard() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.now = crate::harness::at("2026-11-27T17:00");
    desk.noted("Vidal", "semaine calme").signed("Vidal");
    // Their account is closed long since; another doctor is here.
    desk.sits_down("Garnier", "2026-12-02T10:00").keys("3<left>").says("Vidal").says("m si le Dr Vidal téléphone");
    desk.keys("m").says("Dr Vidal").keys("penser au frigo à vaccins<C-s>").says("Ajout");
    desk.keys("<down><down><down><down>").says("frigo à vaccins").says("saisi par C. Garnier");
}

#[test]
fn what_was_left_unsigned_is_signed_by_telephone_after_the_stay() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.now = crate::harness::at("2026-11-27T17:00");
    desk.noted("Vidal", "semaine calme");
    desk.sits_down("Garnier", "2026-11-28T10:00").keys("3").says("m si le Dr Vidal téléphone pour signer");
    desk.keys("m").says("s pour la signer encore").keys("svidal<C-s>").says("Signée après le séjour.");
    desk.says("saisie par C. Garnier");
}
