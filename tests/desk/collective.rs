//! The collective: a withdrawal repaired, volunteers known, asked and entered, weeks swapped.

use releve::back::As;
use releve::domain::act::{Act, AgendaAct};
use releve::domain::agenda::{NewEntry, OnClash};
use releve::domain::{Day, EntryKind, PatientRef};

use crate::ajain::POST;
use crate::harness::Desk;
use crate::keys::keys;
use crate::together::beside;

/// An appointment of a patient at nine on a day.
fn booked(file: &str, day: Day) -> Act {
    let patient = PatientRef { file: file.into(), initials: None, birth_year: None };
    let what = NewEntry {
        kind: EntryKind::Consultation,
        post: Some(POST),
        day,
        to: day,
        start: Some(9 * 60),
        minutes: 20,
        patient: Some(patient),
        title: String::new(),
        place: String::new(),
        item: None,
    };
    Act::Agenda(AgendaAct::Add(what, OnClash::Keep))
}

/// Friday, five in the afternoon: the doctor of Monday calls and does not come. What hangs on it, who could come instead,
/// the one who says yes, and the patients of the week: one screen after the other.
#[test]
fn a_withdrawal_on_friday_evening_is_repaired_in_under_forty_keys() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.comes("S30", "Roche").sits_down("Garnier", "2026-11-27T17:00");
    let monday = Day::ymd(2026, 11, 30).unwrap();
    desk.act("Garnier", booked("1243", monday)).act("Garnier", booked("377", monday.plus(1)));
    let mut pressed = 0;
    let mut press = |desk: &mut Desk, typed: &str| {
        pressed += keys(typed).len();
        desk.keys(typed);
    };
    press(&mut desk, "1p<down>x");
    desk.says("Désistement").says("2 rendez-vous");
    press(&mut desk, "s<C-s>");
    desk.says("Volontaires possibles, S49").says("p : 2 patients à prévenir");
    // Dr Aubert, who has just said no, is not among them.
    desk.says("▸ Dr Roche").silent("Jean Aubert");
    press(&mut desk, "p");
    desk.says("Patients à prévenir · 2").says("377");
    press(&mut desk, "pi");
    desk.says("Patients à prévenir · 1").says("injoignable").says("prévenu");
    press(&mut desk, "<esc>");
    desk.says("Dr Roche");
    press(&mut desk, "i<C-s>");
    desk.says("Séjour du Dr Roche inscrit, S49.");
    assert!(pressed < 40, "{pressed} keys");
    // Somebody comes: the appointments hold again, and nobody is to be told any more.
    desk.keys("p").silent("Patients à prévenir").keys("<esc><esc>").says("S49");
}

/// What the coordinatrice hears on the telephone, or copies out of an e-mail, is one line; the week it names says so.
#[test]
fn a_pasted_line_of_an_e_mail_is_known_for_every_hole() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.comes("S30", "Roche").sits_down("Garnier", "2026-11-27T17:00");
    desk.keys("0médecins<enter>").says("Roche").keys("<down><enter>").says("Disponibilités (0)");
    desk.keys("d").says("Disponibilités du Dr Roche");
    desk.paste("Bonjour, je suis libre la semaine 50, peut-être du 14 au 18/12 mais pas en janvier. Bien à vous");
    desk.says("7–13 déc. 2026 disponible").says("14–18 déc. 2026 peut-être").says("pas disponible");
    desk.keys("<C-s>").says("Disponibilités (3)").says("noté le ven. 27 nov. par C. Garnier");
    desk.keys("u").says("Disponibilités (0)").keys("U").says("Disponibilités (3)").keys("<esc><esc>");
    desk.keys("1pn").says("S50").keys("v").says("▸ Dr Roche").says("+ disponible : l'a dit le ven. 27");
    desk.keys("<esc><down>").says("S51").keys("v").says("peut-être disponible");
}

/// One doctor entered twice: read as one from then on, and as two again after an undo.
#[test]
fn a_doctor_entered_twice_becomes_one() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Garnier", "2026-11-27T17:00");
    desk.keys("0médecins<enter>aHelene<tab>VIDAL<C-s>").says("fiche ajoutée").says("Médecins · 3");
    desk.keys("<home><down><down><enter>")
        .says("Helene VIDAL")
        .keys("f")
        .says("fiche en double")
        .says("Dr Hélène Vidal");
    desk.keys("<C-s>").says("une seule personne désormais").keys("<esc>").says("Médecins · 2");
    desk.keys("u").says("Médecins · 3");
    // Nothing hangs on the second entry: it may go for good, and comes back by undo.
    desk.keys("<home><down><down><enter>x")
        .says("Supprimer la fiche de Helene VIDAL")
        .keys("o")
        .says("fiche supprimée");
    desk.keys("<esc>").says("Médecins · 2").keys("u").says("Médecins · 3");
}

/// Two weeks change places at one desk; the other one sees it at its next look.
#[test]
fn a_swap_is_one_act_and_the_other_desk_sees_it() {
    let mut claire = Desk::ajain("S48 Vidal, S49 Aubert, S51 Roche");
    let mut vidal = beside(&claire, "Vidal");
    claire.sits_down("Garnier", "2026-11-27T09:00");
    claire.keys("1p<down>").says("S49 · ✓ Dr Jean Aubert").keys("m").says("Échanger deux séjours");
    claire.keys("<C-s>").says("Choisissez l'autre séjour").keys("roche<enter>");
    claire.says("Dr Aubert en S51, Dr Roche en S49").keys("<C-s>").says("Échange : Dr Aubert en S51, Dr Roche en S49.");
    claire.says("S49 · ✓ Dr Marie Roche");
    vidal.poll().keys("1p<down>").says("S49 · ✓ Dr Marie Roche");
    claire.keys("u").says("S49 · ✓ Dr Jean Aubert").keys("U").says("S49 · ✓ Dr Marie Roche");
    // Shared out, the second half may be somebody else's.
    claire
        .keys("c")
        .says("Partager un séjour")
        .keys("<C-s>")
        .says("À qui")
        .keys("vidal<enter><C-s>")
        .says("partagé")
        .says("S49");
    claire.keys("u").says("Défait");
}

/// The year ahead from a proposal: nobody is entered by it, and the list to call is one act.
#[test]
fn thirty_holes_are_proposed_for_and_called_one_by_one() {
    let mut desk = Desk::fiction("2026-11-30T09:00", As::Coordination);
    desk.keys("1pr").says("Proposition · 8 semaines à pourvoir, 8 retenues");
    desk.keys("++++++").says("32 semaines à pourvoir");
    // Another one for the first week; the second week is left alone; one was asked already.
    desk.keys("<right><down>x").says("31 retenues").keys("s").says("30 volontaires à solliciter. u pour défaire.");
    desk.keys("nv").says("à solliciter").keys("<esc>u").says("Défait").keys("v").silent("· à solliciter");
}

/// Several weeks of one doctor, and a week that is taken says whose it is.
#[test]
fn several_weeks_are_entered_at_once() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Garnier", "2026-11-27T09:00");
    desk.keys("1pd")
        .says("Inscrire plusieurs semaines")
        .keys("vidal<enter>s49-s51<tab>")
        .says("S49 est déjà à Dr Aubert");
    desk.keys("<up><end><bs><bs><bs><bs><bs><bs><bs>s50, s1<C-s>").says("2 séjours du Dr Vidal inscrits.");
    desk.keys("u").says("Défait");
}

/// Before leaving, a doctor is asked whether they would come back; what they say is read by the coordination, and counts.
#[test]
fn who_leaves_is_asked_whether_they_would_come_back() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Vidal", "2026-11-27T17:30");
    desk.keys("3").silent("Reviendriez-vous").keys("oSemaine calme.<C-s>s").keys("vidal<C-s>");
    desk.says("Reviendriez-vous ? t pour le dire").keys("t").says("Avant de partir").says("On peut m'appeler");
    desk.keys("<right><tab>au printemps")
        .says("semaines souhaitées")
        .keys("<C-s>")
        .says("Mot de départ du Dr Vidal noté, merci.");
    // A doctor reads nothing of the collective.
    desk.keys("<esc>0médecins<enter><enter>").silent("Sollicitations");
    desk.sits_down("Garnier", "2026-11-30T09:00");
    desk.keys("0médecins<enter><down><enter>").says("en partant, le ven. 27 nov. · revenir · au printemps");
}

/// A doctor who calls for the first time is made known with the stay, in one form and one act.
#[test]
fn a_new_doctor_is_made_known_with_their_first_stay() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Garnier", "2026-11-27T09:00");
    desk.keys("1pni").says("Inscrire un séjour").keys("pas dans<enter>").says("Prénom");
    desk.keys("Anne<tab>Nouvelle<tab>0639981234<C-s>").says("Séjour du Dr Nouvelle inscrit, S50.");
    desk.keys("u").says("Défait").keys("<esc>0médecins<enter>").silent("Nouvelle");
}

/// A third day of short stays in a month is asked about; what is said stays with the stay.
#[test]
fn a_third_short_day_asks_why() {
    let mut desk = Desk::ajain("S48 Vidal");
    desk.sits_down("Garnier", "2026-11-27T09:00");
    desk.keys("1pnividal<enter>7/12<tab>8/12<C-s>").says("inscrit, S50");
    desk.keys("<down>ividal<enter>16/12<tab>16/12<C-s>").says("plus de deux jours de séjours courts");
    desk.keys("remplace<C-s>").says("inscrit, S51");
}
