//! Visits that come back: planned from their list, seen in the week, missed, and the round of a day on paper.

use crate::harness::Desk;

#[test]
fn a_regular_visit_is_planned_made_and_once_missed_a_point_and_the_round_is_printed() {
    let mut desk = Desk::ajain("S48 Vidal");
    desk.comes("S49", "Aubert").sits_down("Garnier", "2026-11-23T09:00");
    // Every week at Ladapeyre, from this week on.
    desk.keys("0visites régulières<enter>").says("Aucune visite régulière").keys("a");
    desk.keys("1243 MD 1948<tab><tab>Ladapeyre<tab>1<tab>S48<C-s>").says("Ladapeyre").says("Distance inconnue");
    desk.keys("p").says("1243").says("Ladapeyre").keys("<C-s>").says("Planifiée");
    // There on the day it was put; the round names the way that nobody typed, until it is typed from it.
    desk.keys("p")
        .says("S48")
        .says("Ladapeyre")
        .keys("r")
        .says("Tournée du")
        .says("au moins 0 km")
        .says("d écrire la distance");
    desk.keys("d").says("Ladapeyre").keys("<tab><tab>9<C-s>").says("18 km").silent("inconnue");
    desk.keys("<C-p>").says("tournee-2026-11-");
    // The next week it was made; the week after nobody planned it, and on Monday it is a point.
    desk.sits_down("Garnier", "2026-11-30T09:00").keys("0visites régulières<enter>").says("S49").silent("point n°");
    desk.sits_down("Garnier", "2026-12-07T09:00").keys("0visites régulières<enter>").says("point n°");
    desk.keys("2").says("Visite régulière non faite en S49");
}
