//! Regards croisés: who sees a point otherwise is heard until it is settled, or takes it back.

use crate::harness::Desk;

/// Dr Aubert sees otherwise what Dr Vidal left: a point that is open, and the week is S49.
fn seen_otherwise() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.later("2026-11-27T16:00").wrote("Vidal", ". 1243 M.D. 1948: INR à 4,8, on garde l'AVK");
    desk.signed("Vidal");
    desk.sits_down("Aubert", "2026-11-30T08:00").keys("2").says("INR à 4,8");
    desk.keys(" ").keys("vPlutôt arrêter<C-s>").says("Plutôt arrêter").says("Dr Aubert voit autrement, à trancher");
    desk
}

#[test]
fn the_coordination_settles_it_in_words_that_name_nobody() {
    let mut desk = seen_otherwise();
    // Who saw it otherwise does not judge it.
    desk.says("y retirer mon regard");
    desk.sits_down("Garnier", "2026-11-30T10:00").keys("2").says("À trancher     1").says("y trancher");
    // A word beside it changes nothing.
    desk.keys("y").says("Sans nom ni initiale").keys("Arrêt de l'AVK du 1243<C-s>");
    desk.says("Ces mots partent au collectif");
    desk.clear().keys("Arrêt, avis du cardiologue<C-s>").says("Point n° 1");
    desk.silent("À trancher");
    desk.keys("g1243<enter><enter>").says("tranché").says("Arrêt, avis du cardiologue").keys("<esc><esc><esc>");
    desk.sits_down("Aubert", "2026-11-30T11:00").keys("2").says("tranché par C. Garnier, le lun. 30/11");
    desk.silent("voit autrement").keys("y").says("Personne ne voit ce point autrement");
}

#[test]
fn its_author_takes_it_back_and_another_cannot() {
    let mut desk = seen_otherwise();
    desk.keys("y").says("Retirer mon regard").keys("<C-s>").says("retiré par Dr Aubert, le lun. 30/11");
    desk.silent("voit autrement");
    desk.keys("u").says("Dr Aubert voit autrement, à trancher");
}
