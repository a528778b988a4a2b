//! Searching: one word typed, and everything that was written about it.

use expect_test::expect;

use releve::back::As;

use crate::harness::Desk;

#[test]
fn what_was_written_in_another_year_says_so() {
    let mut desk = Desk::fiction("2026-11-27T17:30", As::Doctor);
    desk.keys("<C-f>INR<enter><end>").says("2022").keys("<enter>").says("nov. 2022");
}

/// A centre where something of each kind was written.
fn written() -> Desk {
    let mut desk = Desk::ajain("S47 Morel, S48 Vidal, S49 Aubert, S51 Roche");
    desk.later("2026-11-20T16:00").wrote(
        "Morel",
        "! 1243 M.D. 1948: INR à 4,8 sous AVK, œdème des chevilles sans saignement; si saignement, alors 15; pour 1/12
         . 0901 A.B. 1955: Courrier du cardiologue à classer; pour 27/11",
    );
    desk.noted("Morel", "Semaine calme, nœud papillon au vestiaire").signed("Morel");
    desk
}

#[test]
fn a_word_is_found_whatever_its_accents_and_enter_goes_to_the_point() {
    let mut desk = written();
    desk.sits_down("Vidal", "2026-11-27T17:30");
    desk.keys("1<C-f>").says("Tapez un ou plusieurs mots").keys("OEDEME inr").says("Recherche · 1 ·").says("▲ point 1");
    expect![[r#"
         1 Semaine 2 Briefing 3 Transmission 4 Statistiques 0 Menu S48 ven. 27/11 17:30
         Dr Vidal · ! 1 alerte : point urgent n° 1 sans réponse                Dr Vidal
        ┌ Recherche · 1 · filtre « OEDEME inr » ───────────────────────────────────────┐
        │  quoi           texte                                   semaine  auteur      │
        │▸ ▲ point 1      1243 M.D. · INR à 4,8 sous AVK, œdème…  S47      Dr Morel    │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         Chercher : OEDEME inr                             Entrée garder · Échap effacer
    "#]]
    .assert_eq(&desk.screen());
    desk.keys("<enter><enter>")
        .says("sous AVK")
        .keys("<esc>")
        .says("Recherche · 1 ·")
        .keys("<esc>")
        .silent("Recherche");
    // By number of the file, of the point, and by initials.
    desk.keys("<C-f>0901").says("Recherche · 1 ·").says("cardiologue").keys("<esc><esc>");
    desk.keys("<C-f>n° 2").says("Recherche · 1 ·").says("cardiologue").keys("<esc><esc>");
    desk.keys("<C-f>m.d.").says("Recherche · 1 ·").says("INR").keys("<esc><esc>");
    desk.keys("<C-f>zzz")
        .says("Recherche · 0 ·")
        .says("Rien ne correspond")
        .keys("<esc>")
        .says("Tapez un ou plusieurs");
}

#[test]
fn a_note_an_answer_a_contact_and_the_place_are_found_where_they_stand() {
    let mut desk = written();
    desk.sits_down("Vidal", "2026-11-27T17:30");
    desk.sits_down("Garnier", "2026-11-27T17:35")
        .keys("0annuaire<enter>aRadiologie, sœurs de Guéret<tab><tab>imagerie<tab>0555515253<C-s>")
        .says("ajouté")
        .keys("<esc>");
    desk.keys("0livret<enter>a<tab>Chauffage<tab>La clé du cœur de chauffe est au crochet. Alarme : ((4821))<C-s>");
    desk.keys("<esc>");
    // Enter goes there, and Esc comes back to what was found.
    desk.keys("1<C-f>NOEUD").says("· note").says("S47").says("Dr Morel").keys("<enter><enter>");
    desk.says("Semaine calme")
        .silent("Recherche")
        .keys("<esc>")
        .says("Recherche · 1 ·")
        .keys("<esc>")
        .silent("Recherche");
    desk.keys("1<C-f>soeurs")
        .says("◆ annuaire")
        .keys("<enter><enter>")
        .says("Annuaire")
        .says("Radiologie")
        .silent("Recherche")
        .keys("<esc>");
    desk.says("Recherche · 1 ·").keys("<esc>").silent("Recherche");
    desk.keys("<C-f>coeur").says("⌂ livret").keys("<enter><enter>").says("au crochet").silent("Recherche");
    desk.keys("<esc>").says("Recherche · 1 ·").keys("<esc>");
    desk.keys("<C-f>alarme").says("⌂ livret").silent("4821").keys("<esc><C-f>482").says("Recherche · 0 ·");
}

#[test]
fn from_go_to_an_f_and_a_word_search() {
    let mut desk = written();
    desk.sits_down("Vidal", "2026-11-27T17:30");
    desk.keys("gf avk").says("rechercher « avk » partout").keys("<enter>").says("Recherche · 1 ·").says("sous AVK");
    desk.keys("<enter>").says("saignement").keys("<esc><esc>");
    desk.keys("gf").says("rechercher dans tout").keys("<enter>classer").says("Recherche · 1 ·").says("Courrier");
}

#[test]
fn of_signs_alone_it_is_said_that_they_are_not_searched() {
    let mut desk = written();
    desk.sits_down("Vidal", "2026-11-27T17:30").keys("<C-f>→").says("Les signes seuls").keys("<esc><esc>");
    desk.keys("<C-f>%").says("Les signes seuls").keys("<bs>saignement").silent("Les signes seuls").says("point 1");
    desk.keys("<esc><esc>0dossiers suivis<enter>/%").says("Les signes seuls");
}
