//! What is begun and not handed on: whose it is, where it comes back, how it is thrown away.

use releve::back::As;

use crate::harness::Desk;

fn vidal() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Vidal", "2026-11-27T16:00");
    desk
}

#[test]
fn a_wrong_draft_is_thrown_away_by_a_key_that_is_said() {
    let mut desk = vidal();
    desk.keys("<C-n>1243 INR à refaire").says("Ctrl-X jeter").keys("<esc>").says("Gardé en brouillon");
    desk.keys("<C-n>")
        .says("1243 INR à refaire")
        .says("Ctrl-X le jette")
        .keys("<C-x>")
        .says("Jeter ce qui est tapé ici");
    // Enter throws nothing away.
    desk.keys("<enter>").says("1243 INR à refaire").keys("<C-x>o").says("Brouillon jeté.");
    desk.keys("<C-n>").silent("INR à refaire").silent("Ctrl-X");
    // What was kept before one thought better of it, in the same form.
    desk.keys("0377 TSH<C-x>o").says("Brouillon jeté.").keys("<C-n>").silent("TSH");
}

#[test]
fn a_draft_that_was_emptied_is_gone() {
    let mut desk = vidal();
    desk.keys("3n1243 md 1948<tab>INR à refaire<esc>").says("Gardé en brouillon");
    desk.keys("n").says("INR à refaire").keys("<C-u><tab><tab><tab><C-u><esc>").says("il ne reste pas de brouillon");
    desk.keys("n").silent("Votre brouillon est revenu").keys("<esc>");
    // Typed and taken back at once, nothing is there to come back.
    desk.keys("n1<bs><esc>n").silent("Votre brouillon est revenu");
    // Nor is it there after the lock.
    desk.keys("1243<esc>n").says("Votre brouillon est revenu").keys("<s-tab><s-tab><s-tab><C-u><C-l>");
    desk.sits_down("Vidal", "2026-11-27T16:30").keys("3n").silent("Votre brouillon est revenu");
}

#[test]
fn what_came_back_is_not_undone_into_nothing() {
    let mut desk = Desk::fiction("2026-11-27T17:30", As::Doctor);
    desk.keys("3c").keys("Revu ce matin.<esc>").says("Gardé en brouillon");
    desk.keys("c").says("Revu ce matin.").keys("<C-z><C-z>").says("Revu ce matin.").keys("<esc>");
    desk.keys("c").says("Revu ce matin.");
}

#[test]
fn a_point_begun_in_one_line_is_found_in_the_form_and_the_other_way_round() {
    let mut desk = vidal();
    desk.keys("<C-n>1243 md 1948 INR à refaire<esc>").says("Gardé en brouillon");
    desk.keys("3n").says("Votre brouillon est revenu").says("INR à refaire").keys("<esc>");
    // There is one: it went into the form, and the line says where it is.
    desk.keys("<C-n>").says("Un point commencé attend").silent("Votre brouillon est revenu").keys("<tab>");
    desk.says("INR à refaire").keys("<C-s>").says("ajouté");
    desk.keys("n").silent("brouillon est revenu").keys("<esc><C-n>").silent("Un point commencé attend");
}

#[test]
fn a_line_about_nobody_does_not_take_the_place_of_a_form_that_was_begun() {
    let mut desk = vidal();
    desk.keys("3n1243 md 1948<tab>INR à refaire<esc>").says("Gardé en brouillon");
    desk.keys("<C-n>imprimante en panne<tab>")
        .says("imprimante en panne")
        .silent("brouillon est revenu")
        .keys(" !<esc>");
    desk.says("Gardé en brouillon").keys("n").says("INR à refaire").keys("<C-x>o").says("Brouillon jeté.");
    desk.keys("n").says("imprimante en panne");
}

#[test]
fn a_stay_begun_for_one_week_does_not_open_on_another() {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Garnier", "2026-11-27T09:00");
    desk.keys("1gS08 2027<enter>i").says("22/02/2027");
    desk.keys("vid<tab><tab>26/02<esc>").says("Gardé en brouillon");
    desk.keys("gS14 2027<enter>i").says("05/04/2027").silent("22/02").silent("brouillon est revenu");
    desk.keys("<esc>gS08 2027<enter>i").says("Votre brouillon est revenu");
}

#[test]
fn before_signing_a_draft_is_reached_and_opened() {
    let mut desk = vidal();
    desk.keys("3n1243 md 1948<tab>INR à refaire<esc>o").keys("Semaine calme.<esc>").says("Gardé en brouillon");
    desk.keys("s").says("Avant de signer").says("Entrée reprendre le brouillon").says("INR à refaire");
    // Both are rows: the newest first, and Esc comes back to what is left.
    desk.keys("<down><enter>").says("INR à refaire").says("Votre brouillon est revenu").keys("<C-s>");
    desk.says("Avant de signer").says("Semaine calme.").silent("nouveau point (INR");
    desk.keys("<home><enter>").says("Semaine calme.").keys("<esc>").says("Avant de signer").says("Semaine calme.");
    desk.keys("<enter><C-x>o").says("Avant de signer").silent("Semaine calme.");
}
