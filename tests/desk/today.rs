//! The team's day from Aujourd'hui alone: what a stay needs, found, opened and settled with a few keys.

use crate::stay::claire;

#[test]
fn a_stay_confirmed_late_is_found_and_caught_up_from_the_list_of_the_day() {
    let mut desk = claire();
    desk.keys("1pniaubert<enter><C-s><esc>").says("2 alertes");
    // The second of the header leads to the stay.
    desk.keys("!!").says("rattrapage").says("Dr Jean Aubert · S49").keys("<esc>");
    // From wherever one is.
    desk.keys("0équipe<enter>gj<enter>").says("En retard").says("Rattrapage, ");
    // Enter opens the stay, and what is done there is gone from the list.
    desk.keys("<home><enter>")
        .says("Dr Jean Aubert · S49")
        .keys("r r r <esc>")
        .silent("Rattrapage")
        .says("Aujourd'hui");
    // A week later the list of the day holds the arrival, and one key settles a task.
    desk.sits_down("Garnier", "2026-11-30T08:00").keys("gj<enter>").says("Dr Aubert arrive").says("Accueil du médecin");
    desk.keys("<home> ").silent("e-CPS et compte du logiciel : ").says("▸ ! Voiture chargée").says("u pour défaire");
    desk.keys("u").says("! e-CPS et compte du logiciel essayés");
}
