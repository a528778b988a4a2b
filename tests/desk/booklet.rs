//! The booklet: written by the team, read by doctors, its codes masked, nothing of it lost.

use expect_test::expect;
use releve::back::As;
use releve::domain::Role;
use releve::folder::Folder;

use crate::harness::{Desk, Setting};

/// Claire at the desk of a small centre, with a page of codes.
fn with_codes() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Garnier", "2026-11-27T09:00").keys("0livret<enter>").says("Le livret est vide.");
    desk.keys("a").says("Un code se note entre doubles parenthèses");
    desk.keys("<tab>Codes<tab>Porte : ((4821))<enter>- Alarme : ((77#))<C-s>").says("page « Codes » ajoutée");
    desk
}

#[test]
fn a_page_is_written_read_changed_and_read_again() {
    let mut desk = with_codes();
    desk.says("Lue par 0 médecin sur 2, pas encore Dr Vidal, Dr Aubert.").silent("4821");
    // The doctor finds it in the briefing, reads it, and notes it read in one key.
    desk.sits_down("Vidal", "2026-11-27T10:00").keys("2").says("✎ Livret 1");
    desk.keys("s").says("Pas encore lue par vous").keys("l").says("« Codes » lue").silent("Pas encore lue");
    desk.keys("<esc>").says("Bonjour Dr Vidal").silent("✎ Livret 1");
    // The team knows; changed, it is to be read again.
    desk.sits_down("Garnier", "2026-11-27T11:00").keys("0livret<enter>");
    desk.says("Lue par 1 médecin sur 2, pas encore Dr Aubert.");
    desk.keys("e<tab><tab>Boîte aux lettres : bleue.<enter><C-s>").says("« Codes » modifiée").says("Lue par 0 médecin");
    desk.sits_down("Vidal", "2026-11-27T12:00").keys("2").says("✎ Livret 1").keys("s").says("Nouvelle version");
    // One's own tick is taken back like anything else.
    desk.keys("l").says("lue").keys("u").says("Nouvelle version");
}

#[test]
fn codes_are_shown_on_one_page_by_a_key_and_masked_on_the_way_out() {
    let mut desk = with_codes();
    desk.keys("a<tab>Maison<tab>Boîte à clés ((0417))<C-s>").says("Maison");
    desk.silent("0417").keys("m").says("0417").silent("4821");
    desk.keys("<up>").says("Alarme").silent("4821").keys("<down>").silent("0417");
    // Out of the booklet and in again; locked and unlocked again.
    desk.keys("m").says("0417").keys("<esc>0livret<enter>").silent("4821").silent("0417");
    desk.keys("m").says("4821").keys("<C-l>").sign_in("Garnier").keys("0livret<enter>").silent("4821");
    // Nor does the history tell them.
    desk.keys("<esc>0historique<enter>").says("Codes").silent("4821");
}

#[test]
fn an_older_version_is_read_and_put_back_and_a_page_taken_out_comes_back() {
    let mut desk = with_codes();
    desk.sits_down("Garnier", "2026-11-30T09:00").keys("0livret<enter>e<tab><tab>Badge : tiroir.<enter><C-s>");
    desk.says("Badge : tiroir.").keys("h").says("Versions").says("C'est la version actuelle.");
    desk.keys("<down>")
        .says("Version du 27/11/2026, 09:00, par C. Garnier.")
        .silent("Badge")
        .keys("r")
        .says("Remettre cette version")
        .keys("o");
    desk.says("« Codes » remise").keys("<esc>").silent("Badge");
    // The version put away is still there.
    desk.keys("h<down>").says("Badge : tiroir.").keys("<esc>");
    desk.keys("d").says("Retirer « Codes »").keys("o").says("Pages retirées").says("Retirée du livret");
    desk.keys("hr").says("Remettre").keys("o").keys("<esc>").silent("Pages retirées");
    desk.keys("u").says("Pages retirées").keys("u").silent("Pages retirées");
}

#[test]
fn a_page_that_nobody_checked_says_so_and_one_key_checks_it() {
    let mut desk = with_codes();
    desk.silent("À vérifier");
    desk.sits_down("Garnier", "2027-06-01T09:00").keys("0livret<enter>").says("▸ ! Codes");
    desk.says("À vérifier : plus de 6 mois ont passé.")
        .keys("<esc>2")
        .says("✎ Livret ! 1")
        .keys("s")
        .keys("v")
        .says("« Codes » vérifiée aujourd'hui");
    desk.says("Vérifiée le 01/06/2027 par C. Garnier.").silent("À vérifier").keys("u").says("À vérifier");
    // How long is the centre's to say.
    desk.keys("<esc>0centre, postes<enter>").says("à vérifier après 6 mois");
    desk.keys("e<s-tab>").clear().keys("12<C-s>").says("12 mois");
    desk.keys("<esc>0livret<enter>").silent("À vérifier");
}

#[test]
fn two_of_the_team_at_one_page_see_both_versions_and_a_doctor_changes_nothing() {
    let mut claire = with_codes();
    claire.joins("Marchand", Role::Nurse);
    let folder = claire.home.as_ref().unwrap().path().to_owned();
    let mut sylvie = Desk::real(&folder, "2026-11-27T09:00");
    sylvie.sits_down("Marchand", "2026-11-27T09:00").keys("0livret<enter>e<tab> et clés");
    claire.keys("e<tab> du centre<C-s>").says("« Codes du centre » modifiée");
    sylvie.keys("<C-s>").says("Deux versions").says("Codes du centre").says("Codes et clés");
    // A page read at one desk while it is changed at the other is not read.
    let mut vidal = Desk::real(&folder, "2026-11-27T09:00");
    vidal.sits_down("Vidal", "2026-11-27T09:00").keys("0livret<enter>").says("Codes du centre");
    claire.keys("e<tab> de santé<C-s>").says("modifiée");
    vidal
        .keys("l")
        .says("Rien n'a été écrit")
        .says("Codes du centre de santé")
        .says("Nouvelle version")
        .silent("« Codes du centre de santé » lue");
    vidal
        .keys("e")
        .says("Cela revient à la coordination et à l'infirmière : C. Garnier, C. Marchand peuvent le faire.")
        .keys("d")
        .says("Cela revient à la coordination et à l'infirmière")
        .keys("v")
        .says("n'a rien à quoi s'appliquer ici. Ici :");
}

#[test]
fn a_doctor_who_does_not_type_has_it_noted() {
    let mut desk = with_codes();
    desk.keys("<esc>2m").says("Dr Vidal").keys("s").says("Pas encore lue").keys("l").says("lue");
    desk.keys("<esc>m0livret<enter>").says("Lue par 1 médecin sur 2, pas encore Dr Aubert.");
}

#[test]
fn the_fictional_centre_has_a_booklet() {
    let mut desk = Desk::fiction("2026-11-30T08:00", As::Doctor);
    desk.keys("s").says("Livret · 10");
    expect![[r#"
         1 Semaine 2 Briefing 3 Transmission 4 Statistiques 0 Menu S49 lun. 30/11 08:00
         Dr Hénaff · ! 1 alerte : journée du mer. 25 nov. à…  centre fictif · Dr Hénaff
        ┌ Livret · 10 ───────────────┐┌ Codes et clés ─────────────────────────────────┐
        │Accès et codes              ││ Modifiée par C. Garnier le 09/11/2026.         │
        │▸●  Codes et clés           ││ Vérifiée le 09/11/2026 par C. Garnier.         │
        │Sécurité                    ││ ● Nouvelle version, pas encore lue par vous.   │
        │ ●  Trousse, défibrillateur…││ l : lu.                                        │
        │Informatique                ││                                                │
        │ ●  Ordinateur et logiciel  ││ - Porte du centre : ••••                       │
        │ ●! Imprimante et ordonnanc…││ - Alarme : ••••, dans les trente secondes. Le  │
        │Comment nous travaillons    ││   soir, le même code puis la touche ronde.     │
        │ ●  La journée              ││ - Armoire à pharmacie : clé dans la boîte du   │
        │ ●  Renouvellements, résult…││   bureau de Claire, code ••••.                 │
        │ ●  Visites et mineurs      ││                                                │
        │Sur place                   ││ Le trousseau du cabinet et celui de la maison  │
        │ ●  Maison et voiture       ││ vous attendent à l'accueil. Les rendre à       │
        │ ●  Boutiques, jeudi après-…││ Sylvie ou à Claire avant le départ.            │
        │Mot du village              ││                                                │
        │ ●  Mot du village          ││ Codes masqués. m les montre sur cette page.    │
        │                            ││                                                │
        │                            ││                                                │
        │                            ││                                                │
        └────────────────────────────┘└────────────────────────────────────────────────┘
         l lu · m montrer les codes · ⏎ lire · Échap revenir · h versions · F1 aide
    "#]]
    .assert_eq(&desk.screen());
    let mut desk =
        Desk::fiction_with("2026-11-27T10:00", As::Coordination, Setting { size: (120, 40), ..Setting::default() });
    desk.keys("0livret<enter><down><down><down>").says("Imprimante et ordonnances").says("À vérifier");
    desk.keys("<down><down><enter>");
    expect![[r#"
        ┌ Livret · 10 ─────────────────────┐┌ Renouvellements, résultats, certificats ─────────────────────────────────────────┐
        │Accès et codes                    ││ Écrite par C. Garnier le 17/10/2022.                                             │
        │    Codes et clés                 ││ Vérifiée le 07/09/2026 par C. Garnier.                                           │
        │Sécurité                          ││ Lue par 2 médecins sur 3, pas encore Dr Hénaff.                                  │
        │    Trousse, défibrillateur, sort…││                                                                                  │
        │Informatique                      ││ Renouvellements                                                                  │
        │    Ordinateur et logiciel        ││ Sur rendez-vous, sauf dépannage d'un mois. Jamais de psychotrope sans voir le    │
        │  ! Imprimante et ordonnances     ││ patient.                                                                         │
        │Comment nous travaillons          ││                                                                                  │
        │    La journée                    ││ Résultats                                                                        │
        │▸   Renouvellements, résultats, c…││ Ils arrivent dans le logiciel médical. On les lit deux fois par jour, à 9 h et à │
        │    Visites et mineurs            ││ 17 h. L'anormal se dit au patient le jour même.                                  │
        │Sur place                         ││                                                                                  │
        │    Maison et voiture             ││ Certificats                                                                      │
        │    Boutiques, jeudi après-midi   ││ Sport et école : en consultation. Coups et blessures : modèle dans le logiciel,  │
        │Mot du village                    ││ un double au dossier.                                                            │
        │    Mot du village                ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        │                                  ││                                                                                  │
        └──────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────┘
    "#]].assert_eq(&desk.body());
}

#[test]
fn on_paper_the_codes_are_masked_whatever_is_on_the_screen() {
    let mut desk = with_codes();
    desk.keys("m").says("4821").keys("<C-p>").says("livret");
    let sheets = Folder::at(desk.home.as_ref().unwrap().path()).exports();
    let html = std::fs::read_to_string(sheets.join("livret.html")).unwrap();
    assert!(
        html.contains("Codes") && html.contains("Alarme : ••••") && html.contains("Les codes sont masqués"),
        "{html}"
    );
    assert!(!html.contains("4821") && !html.contains("77#"), "{html}");
}

#[test]
fn help_is_that_of_the_booklet() {
    let mut desk = with_codes();
    desk.keys("<f1>").says("Ce qu'il faut savoir du centre, page par page").keys("<esc>e<f1>").says("page par page");
    desk.keys("<esc><esc><esc>0annuaire<enter><f1>").says("Les numéros d'urgence sont toujours en haut");
}
