//! Mauvais patient ? A point goes to the file it belongs to, and its words with it.

use crate::harness::Desk;

#[test]
fn a_point_on_the_wrong_file_goes_to_the_right_one_with_its_words() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.later("2026-11-25T10:00").wrote("Vidal", ". 1243 M.D. 1948: INR à 4,8, contrôle jeudi");
    desk.resize(120, 40)
        .sits_down("Vidal", "2026-11-25T10:10")
        .keys("3<enter>")
        .says("w mauvais patient")
        .keys("<esc>");
    // Nothing is lost on Esc, the same file is no other.
    desk.keys("w").says("Mauvais patient ?").keys("1243<C-s>").says("C'est déjà le dossier 1243");
    desk.keys("<C-s><esc>w").says("1243").clear().keys("1234 AB 1950").says("dossier 1234");
    desk.keys("<C-s>").says("Point n° 1 repris au n° 2, dossier 1234.").says("u pour défaire");
    desk.says("repris au point n° 2").silent("INR à 4,8").keys("c").says("Ce point continue sur le bon dossier");
    desk.keys("<up>").says("1234 A.B.").says("INR à 4,8, contrôle jeudi").says("Repris du point n° 1");
    // The wrong file keeps the number and the dates, and leads on; nothing finds the words there.
    desk.keys("g1243<enter><enter>").says("repris au point n° 2").silent("INR à 4,8");
    desk.keys("<esc><esc><esc><C-f>INR").says("1234").silent("1243");
    desk.keys("<esc><esc><esc>3").keys("u").says("▸· 1243 M.D.").silent("1234 A.B.");
    desk.keys("g1243<enter><enter>").says("INR à 4,8").silent("repris au point");
}

#[test]
fn what_was_signed_stays_signed_and_the_arriving_doctor_moves_it() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.later("2026-11-27T16:00").wrote("Vidal", ". 1243 M.D. 1948: INR à 4,8, contrôle jeudi");
    desk.signed("Vidal");
    desk.wrote("Garnier", ". 1234 A.B. 1950: Pansement");
    desk.sits_down("Aubert", "2026-11-30T08:00").says("INR à 4,8");
    while !desk.text().contains("▸ · COURANT dossier 1243") {
        desk.keys("<down>");
    }
    // Who the right number is known to be is offered, and taken by one key.
    desk.keys("w1234").says("1234 · A.B. 1950").keys("<C-o><C-s>");
    desk.says("Point n° 1 repris au n° 3, dossier 1234.").says("1234 · A.B. 1950");
    // The page as it was signed no longer shows the words under the wrong patient.
    desk.keys("3<left>").says("Signée").silent("INR à 4,8");
}
