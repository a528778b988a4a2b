//! What is lent: a room let to another profession, a vehicle that comes back, and who had it.

use crate::harness::Desk;

/// Claire Garnier on Monday of S48, at a centre that lends a car and two rooms, of which the first is the post's.
fn claire() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal");
    desk.comes("S30", "Aubert").sits_down("Garnier", "2026-11-23T09:00");
    for (name, fields) in [
        ("Voiture 1", "<right><tab>GH-412-KL<C-s>"),
        ("Salle 1", "<right><right><tab><tab><tab> <C-s>"),
        ("Salle 2", "<right><right><C-s>"),
    ] {
        desk.keys("0logements<enter>a").keys(name).keys("<tab>").keys(fields).says(name);
    }
    desk
}

#[test]
fn a_room_let_on_tuesdays_is_on_the_grid_refused_to_a_second_and_free_again_when_it_ends_early() {
    let mut desk = claire();
    desk.keys("0occupation<enter>").says("Salles · ").says("Salle 2").says("libre");
    // Tuesday morning, room 2: an occupant for three months.
    desk.keys("<right><down><down>t").says("Nouvel occupant d'une salle").says("Salle 2");
    desk.keys("Mme Petit<tab>psychologue<tab><tab><tab>mardi<tab>24/11/2026<tab>23/2/2027<C-s>");
    desk.says("demi-journées réservées").says("Mme Petit · psychologue · mar.");
    desk.keys("<pgdn>").says("S49").says("Mme Petit");
    // A second one is refused with who, and nothing typed is lost.
    desk.keys("tM. Roy<tab>kinésithérapeute<tab><tab><tab>lun + mar matin<tab>7/12/2026<tab>29/1/2027<C-s>");
    desk.says("déjà pris par Mme Petit").says("M. Roy").keys("<C-x>o");
    // Ended early, the rest is free; undone, it is hers again.
    desk.keys("<enter>").says("Occupant d'une salle").keys("<tab><tab><tab><tab><tab><tab>24/11/2026<C-s>");
    desk.says("Libre : a réserve").silent("psychologue");
    desk.keys("u").says("Mme Petit · psychologue");
}

#[test]
fn a_tenant_and_a_post_that_need_one_room_are_asked_about_from_either_side() {
    let mut desk = claire();
    // Dr Vidal works in room 1 this week.
    desk.keys("0occupants<enter>a")
        .keys("Mme Petit<tab>psychologue<tab><tab><tab>mardi<tab>24/11/2026<tab>31/12/2026<C-s>");
    desk.says("est la salle du poste").says("Dr Vidal").keys("<C-s>").says("demi-journées réservées");
    // A stay that is confirmed later is asked about too, with who was first.
    desk.keys("1pniaubert<enter><C-s>").says("est à Mme Petit depuis le").keys("<C-s>").says("Dr Aubert");
}

#[test]
fn a_car_comes_back_with_kilometres_and_damage_and_who_had_it_is_known() {
    let mut desk = claire();
    desk.keys("0logements<enter><C-f>voiture<enter><enter>").says("Voiture 1 · véhicule").says("Personne ne l'a");
    desk.keys("a<tab>Mme Benali<C-s>").says("Réservation du lun. 23 nov. enregistrée").says("Mme Benali");
    // What is taken says who has it.
    desk.keys("a<tab>le maire<C-s>").says("Voiture 1 : déjà pris par Mme Benali").says("le maire").keys("<C-x>o");
    desk.keys("<down> ").says("retour").keys("<tab><tab>86<tab>40<tab>Rétroviseur cassé<C-s>");
    desk.says("86 km").says("Rétroviseur cassé");
    desk.sits_down("Garnier", "2027-01-04T09:00").keys("0logements<enter><C-f>voiture<enter><enter>");
    desk.says("Avant").says("Mme Benali").keys("q23/11/2026<tab>10h").says("Mme Benali · lun. 23 nov.");
    desk.keys("<C-s>").says("Mme Benali").keys("<esc>q24/11/2026").says("personne, d'après les réservations");
}
