//! Points by their kinds: in one line, with calls and results noted, and what of it becomes the coordination's matter.

use super::harness::Desk;

#[test]
fn a_point_in_one_line_from_anywhere() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Vidal", "2026-11-27T11:00").keys("4<C-n>").says("Nouveau point en une ligne");
    desk.keys("1243 M.D. 1948 INR à 4,8 contrôle mar si saignement alors 15 !!");
    desk.says("dossier 1243 · M.D. 1948").says("INR à 4,8 contrôle mar. 1er déc.").says("pour mar. 01/12");
    desk.keys("<enter>").says("Point n° 1 ajouté");
    // A second point on the same patient is made knowingly.
    desk.keys("<C-n>1243 MD 1948 tension").says("même patient").says("n° 1, urgent").keys("<esc>");
    desk.keys("3<end>").says("INR à 4,8 contrôle mar. 1er déc.").says("si saignement alors 15");
}

#[test]
fn what_has_been_is_no_due_date_and_stays_as_typed() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Vidal", "2026-11-27T11:00").keys("<C-n>2101 G.E. 1950 fièvre depuis jeu. 26/11, reste à 39");
    desk.says("fièvre depuis jeu. 26/11, reste à 39").says("pour lun. 30/11").silent("pour jeu. 26/11");
    desk.keys("<enter>").says("Point n° 1 ajouté").silent("retard").keys("3<end>");
    desk.says("fièvre depuis jeu. 26/11, reste à 39").says("pour lun. 30/11");
    // Counted days are counted in days there too.
    desk.keys("g+7").says("vendredi 4 décembre 2026").keys("<esc>");
}

#[test]
fn a_line_that_lacks_something_opens_as_a_form_and_is_kept_by_esc() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Vidal", "2026-11-27T11:00").keys("<C-n>1243 INR à 4,8 mar !!<enter>");
    desk.says("Un point urgent a besoin d'un « si … alors … »");
    desk.keys("<tab>").says("Nouveau point").says("INR à 4,8 mar. 1er déc.").keys("<esc>");
    // It waits, and is named where one would begin another.
    desk.keys("<C-n>").says("Un point commencé attend").keys("<tab>").says("INR à 4,8 mar. 1er déc.");
    desk.keys("si saignement alors 15<C-s>").says("Point n° 1 ajouté").keys("<C-n>").silent("Un point commencé");
}

#[test]
fn a_result_is_awaited_received_read_told_and_closed() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Vidal", "2026-11-27T11:00").keys("<C-n>1243 M.D. 1948 résultat : TSH +3<enter>").says("ajouté");
    desk.keys("3svidal<C-s>").says("signée");
    // Expected on Monday, three days of grace: on Friday it is late, for the coordination too.
    desk.sits_down("Garnier", "2026-12-04T08:30").says("résultat en retard, point n° 1");
    desk.keys("2").says("À débloquer").says("laboratoire").keys("b").says("Appel, résultat").keys("<C-s>");
    desk.says("Point n° 1 : reçu").silent("résultat en retard").says("reçu · ven. 04/12, C. Garnier");
    desk.keys("b<C-s>").says("Point n° 1 : lu").keys("b").says("patient prévenu");
    desk.keys("<tab> <C-s>").says("Point n° 1 : patient prévenu, et fini");
    // One act: undone as a whole.
    desk.keys("u").says("lu · ven. 04/12");
}

#[test]
fn three_calls_in_vain_ask_for_a_decision() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Garnier", "2026-11-26T09:00").keys("<C-n>0377 J.P. 1958 coordination : rappel : vaccin grippe");
    desk.keys("<enter>").says("ajouté").keys("2");
    for time in ["2026-11-26T10:00", "2026-11-26T14:00", "2026-11-27T10:00"] {
        desk.silent("patient non joint").later(time).keys("bpas<enter><C-s>").says("pas de réponse");
    }
    desk.says("patient non joint, à décider").says("3 appels sans joindre le patient").says("nouvel essai lun. 30/11");
    desk.keys("bjoint<enter><tab>vient mardi<C-s>").says("Point n° 1 : joint").silent("non joint");
}

#[test]
fn a_point_past_its_day_by_more_than_two_working_days_is_to_unblock() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Vidal", "2026-11-26T11:00").keys("<C-n>1243 pansement demain<enter>").says("ajouté");
    desk.keys("3ssvidal<tab>partir<C-s>").says("signée");
    // Monday and Tuesday have begun: not yet more than two working days.
    desk.sits_down("Garnier", "2026-12-01T09:00").silent("à débloquer");
    desk.sits_down("Garnier", "2026-12-02T09:00").says("point n° 1 en retard, à débloquer");
    // The header names it, `!` goes there, and one key puts it off to another day.
    desk.keys("!").says("À débloquer").keys("ffaire<enter>+2<C-s>").silent("en retard, à débloquer");
}

#[test]
fn what_is_about_nobody_goes_to_the_team_and_the_card_says_to_whom_it_went_then() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Garnier", "2026-11-27T11:00").keys("<C-n>commander des draps").says("coordination");
    desk.keys("<enter>").says("Point n° 1 ajouté");
    // Today's people come first, and the list says that more follows.
    desk.keys("2a ").says("médecin de cette semaine, S48 — Dr Vidal").says("plus bas");
    desk.keys("aubert<enter><C-s>")
        .says("Point n° 1 adressé : médecin S49")
        .says("C. Garnier ven. 27/11 · adressé : médecin S49.");
}

#[test]
fn who_a_number_is_known_to_be_is_taken_by_one_key_and_what_is_booked_is_found() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Garnier", "2026-11-27T11:00")
        .keys("1a4406 EG 1956<tab><tab>1/12<tab>10h<enter>")
        .says("pour défaire");
    // Never in silence: the number alone stays a number.
    desk.keys("<C-n>4406 INR à 4,8").says("connu : 4406 · E.G. 1956").says("Ctrl-O pour le prendre");
    desk.keys("<C-o>").says("4406 E.G. 1956 INR à 4,8").silent("Ctrl-O").keys("<enter>").says("Point n° 1 ajouté");
    desk.keys("<C-n>4405 INR").silent("Ctrl-O").keys("<esc>");
    // In the form and in the agenda too.
    desk.keys("2n").clear().keys("4406").says("Ctrl-O").keys("<C-o>").says("E.G.").silent("Ctrl-O").keys("<C-x>o");
    desk.keys("1a4406").says("Ctrl-O").keys("<C-o>").says("4406 E.G. 1956").silent("Ctrl-O").keys("<C-x>o");
    // What is booked stands beside the points, by file and by any search.
    desk.keys("g4406").keys("<down><enter>");
    desk.keys("<esc>0dossiers suivis<enter>/4406<enter>")
        .says("INR à 4,8")
        .says("10:00 · Dr Aubert")
        .says("mar. 01/12");
    desk.keys("<esc><esc><C-f>4406<enter>").says("INR à 4,8").says("mar. 1er déc. · 10:00").says("Dr Aubert");
    desk.keys("<end><enter>").says("S49").says("4406");
}
