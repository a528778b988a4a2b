//! A key acts on what one sees; one that cannot says why, and which key to press instead.

use releve::back::{As, Town};

use crate::harness::{Desk, Setting};

fn coordination() -> Desk {
    Desk::fiction("2026-11-27T15:00", As::Coordination)
}

#[test]
fn the_keys_of_a_point_act_in_the_pane_that_has_the_focus() {
    let mut desk = Desk::fiction("2026-11-30T08:00", As::Doctor);
    let progress = desk.keys("2").screen().lines().find(|line| line.contains("sur")).unwrap().to_owned();
    for key in [" ", "p", "q", "r"] {
        desk.keys("<tab><down>").keys(key).says("agissent dans le volet de droite : Tab y va.");
        assert!(desk.screen().contains(progress.trim()), "nothing was answered unseen");
        desk.keys("<tab><up>");
    }
    // On the right the same key acts: an urgent one is asked for in one's own words.
    Desk::fiction("2026-11-30T08:00", As::Doctor).keys("2 ").says("Avec mes mots");
}

#[test]
fn every_refusal_says_why_and_what_to_press() {
    let mut desk = coordination();
    desk.keys("1").keys("<pgdn><pgdn><pgdn><pgdn><pgdn>");
    while !desk.screen().contains("VACANT") {
        desk.keys("<pgdn>");
    }
    for (screen, key, said) in [
        ("1t", "z", "« agrandir » est une touche de Statistiques (4). Ici :"),
        ("1t", "ù", "« ù » n'est la touche de rien. Ici :"),
        ("3", "e", "C'est la transmission du Dr Passebois : m pour saisir sous sa dictée."),
        ("3", "d", "Pas encore signé"),
        ("4", "o", "Ce centre n'a qu'un poste."),
        ("2", "t", "C'est au médecin de le dire : m pour saisir sous sa dictée."),
        ("0abré<enter>", "i", "n'a rien à quoi s'appliquer ici. Ici :"),
    ] {
        desk.keys("<esc><esc>").keys(screen).keys(key).says(said).says("!");
    }
}

#[test]
fn tabs_and_commands_work_from_a_points_page_the_menu_and_help() {
    for (open, seen) in
        [("2<enter>", "Point n°"), ("0", "Semaine et séjours"), (":", "Toutes les commandes"), ("2<f1>", "Aide")]
    {
        let mut desk = coordination();
        desk.keys(open).says(seen).keys("4").says("Patientèle MT").silent(seen);
        desk.keys(open).says(seen).keys("<C-f>").silent(seen).says("Chercher");
        desk.keys("<esc><esc>").keys(open).keys("<C-n>").says("Nouveau point");
        // With something typed it says that it comes first.
        desk.keys("1243<tab>INR<C-p>").says("Un formulaire est ouvert : Ctrl-S l'enregistre, Échap le ferme");
    }
    coordination().keys("gs4").says("Aller à").keys("<C-n>").says("Fermez d'abord cette fenêtre : Échap.");
}

#[test]
fn only_a_screen_with_a_sheet_of_its_own_prints_one() {
    for screen in ["0équipe<enter>", "0annuaire<enter>"] {
        coordination().keys(screen).keys("<C-p>").says("Cet écran n'a pas de feuille à lui.").silent("feuille prête");
    }
    coordination().keys("4<C-p>").says("CSV");
    // The week and the year are also for those outside.
    for screen in ["1", "0planning<enter>"] {
        coordination().keys(screen).keys("<C-p>").says("Affiche de porte").says("Planning de l'année, A3");
    }
    coordination().keys("0médecins<enter><C-p>").says("Sortir");
    coordination().keys("2<C-p>").silent("Cet écran n'a pas de feuille");
}

#[test]
fn the_menu_stands_under_plain_headings_and_holds_what_one_may_do() {
    let mut desk =
        Desk::fiction_with("2026-11-27T15:00", As::Coordination, Setting { size: (120, 70), ..Setting::default() });
    desk.keys("10");
    let screen = desk.screen();
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}:\n{screen}"));
    let headings = ["La relève", "Semaine et séjours", "Le lieu", "Chiffres et partenaires", "Centre et comptes"];
    assert!(headings.windows(2).all(|pair| at(pair[0]) < at(pair[1])), "{screen}");
    assert!(at("Le lieu") < at("Annuaire") && at("Annuaire") < at("Chiffres et partenaires"));
    // Found by what one would say, without headings.
    desk.keys("chiffres").says("▸ Relevés et objectifs").silent("Le lieu");
    desk.keys("<esc>0<down><enter>").says("Suites à donner");
    let doctor = Desk::fiction_with("2026-11-27T15:00", As::Doctor, Setting { size: (120, 70), ..Setting::default() });
    let menu = { doctor }.keys("0").screen();
    assert!(!menu.contains("Brouillons") && !menu.contains("Importer un planning"), "{menu}");
}

#[test]
fn the_palette_offers_what_can_be_done_here_and_does_it() {
    let mut desk = coordination();
    // Nothing to lengthen where there is no entry, no closing of a day to come.
    desk.keys("1<pgdn>:clôturer").silent("▸ Clôturer").keys("<esc>");
    desk.keys("4:définition<enter>").says("Actes des jours clôturés");
    let mut two = Desk::fiction_in(Town::Bellegarde, "2026-11-27T15:00", As::Coordination, Setting::default());
    two.keys("4:poste").says("▸").keys("<esc>");
    coordination().keys("4:poste").silent("Un poste");
}
