//! What a doctor typed and never transmitted, once they have left; and leaving when a text cannot be kept.

use releve::app::Event;

use crate::harness::{Desk, Disk};

/// Dr Vidal has begun something urgent on the Friday of S48 and closed it; Dr Aubert comes in S49.
fn begun() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Vidal", "2026-11-27T16:00");
    desk.keys("<C-n>1243 INR à 6, rappeler !!").says("INR à 6").keys("<esc>").says("Gardé en brouillon");
    desk
}

#[test]
fn a_draft_is_found_by_the_coordination_once_its_author_has_left() {
    let mut desk = begun();
    // While the stay lasts nobody else sees that there is one.
    desk.sits_down("Garnier", "2026-11-27T17:00");
    desk.silent("brouillon").keys("0brouillons<enter>").says("Aucun brouillon non transmis").silent("INR à 6");
    // After it, it is an alert, and one key away.
    desk.sits_down("Garnier", "2026-11-30T07:00");
    desk.says("alertes : ").says("brouillon urgent du Dr Vidal");
    desk.keys("2").says("Non transmis 1").keys("3").says("n'a jamais été transmis : Menu (0)");
    desk.keys("!").says("Tapé par quelqu'un qui est parti").says("INR à 6, rappeler").says("urgent, à traiter");
    desk.keys("<enter>").says("Brouillon non transmis du Dr Vidal, jamais relu (").keys("<esc>");
    // Addressed as it is, it is marked so wherever it stands.
    desk.keys("a").says("L'adresser tel quel").says("Dr Aubert").keys("<enter>");
    desk.says("Brouillon adressé tel quel : point n° 1.").says("adressé : point n° 1").silent("brouillon urgent");
    desk.sits_down("Aubert", "2026-11-30T08:00");
    desk.keys("2").says("Brouillon non transmis du Dr Vidal, jamais relu.").says("INR à 6, rappeler");
}

#[test]
fn addressed_by_mistake_it_is_a_draft_again() {
    let mut desk = begun();
    desk.sits_down("Garnier", "2026-11-30T07:00");
    desk.keys("0brouillons<enter>a<enter>").says("adressé : point n° 1").keys("u").says("urgent, à traiter");
    desk.silent("adressé : point");
    desk.keys("<C-y>").says("adressé : point n° 1");
}

#[test]
fn a_draft_is_set_aside_on_a_doctors_word_only_and_can_still_be_read() {
    let mut desk = begun();
    desk.sits_down("Garnier", "2026-11-30T07:00");
    desk.keys("0brouillons<enter>x").says("Écarter un brouillon").keys("<C-s>").says("Dites sur la parole de qui");
    desk.keys("vidal<enter><C-s>").says("Brouillon du Dr Vidal écarté, sur la parole du Dr Vidal.");
    desk.says("écarté, Dr Vidal").keys("<enter>").says("1243 INR à 6, rappeler !!");
}

#[test]
fn nobody_else_is_shown_them() {
    let mut desk = begun();
    desk.sits_down("Aubert", "2026-11-30T08:00");
    desk.silent("brouillon urgent")
        .keys("0brouillons")
        .says("Menu")
        .silent("Brouillons non transmis")
        .keys("<enter>")
        .silent("INR à 6");
}

#[test]
fn quitting_with_something_urgent_begun_takes_a_second_key() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Vidal", "2026-11-27T16:00");
    desk.keys("<C-n>1243 INR à 6, rappeler !!<C-q>").says("Vous laissez un texte urgent en brouillon");
    assert!(!desk.quit);
    // Another key in between, and it is asked again; so it is of what was kept before.
    desk.keys("<esc><C-q>").says("Vous laissez un texte urgent en brouillon");
    assert!(!desk.quit);
    desk.keys("<C-q>");
    assert!(desk.quit);
    // Nothing urgent: at once.
    let mut desk = Desk::ajain("S48 Vidal");
    desk.sits_down("Vidal", "2026-11-27T16:00");
    desk.keys("<C-n>1243 INR à refaire<C-q>");
    assert!(desk.quit);
}

#[test]
fn on_a_full_disk_the_form_stays_open_and_says_why() {
    let mut desk = Desk::ajain("S48 Vidal");
    desk.sits_down("Vidal", "2026-11-27T16:00");
    desk.keys("<C-n>1243 INR");
    desk.disk = Disk::Full;
    desk.keys(" à refaire").says("Rien n'est gardé de ce formulaire : il reste ouvert.");
    desk.keys("<esc>").says("1243 INR à refaire").says("il reste ouvert");
    // Locking would lose it: it is said, and the same key again locks all the same.
    desk.keys("<C-l>").says("1243 INR à refaire").says("Ctrl-L encore une fois");
    assert!(desk.app.is_unlocked());
    desk.keys("<C-l>").says("Qui êtes-vous ?").says("n'a pas pu être gardé avant la fermeture").silent("1243");
    assert!(!desk.backend.is_open());
}

#[test]
fn room_again_on_the_disk_and_the_same_form_is_kept() {
    let mut desk = Desk::ajain("S48 Vidal");
    desk.sits_down("Vidal", "2026-11-27T16:00");
    desk.disk = Disk::Full;
    desk.keys("<C-n>1243 INR à refaire<esc>").says("1243 INR à refaire").says("il reste ouvert");
    desk.disk = Disk::Room;
    desk.keys("<esc>").says("Gardé en brouillon").silent("il reste ouvert").keys("<C-n>").says("1243 INR à refaire");
}

#[test]
fn where_nobody_is_a_text_that_cannot_be_kept_does_not_keep_the_desk_open() {
    let mut desk = Desk::ajain("S48 Vidal");
    desk.sits_down("Vidal", "2026-11-27T16:00");
    desk.disk = Disk::Full;
    desk.keys("<C-n>1243 INR à refaire").event(Event::Idle);
    desk.says("Qui êtes-vous ?").says("n'a pas pu être gardé").silent("1243");
    assert!(!desk.backend.is_open());
}
