//! The figures: looked at, gone into, noted beside the agenda, corrected by two at once.
use expect_test::expect;
use releve::back::As;
use releve::domain::act::{Act, NotedAct};
use releve::domain::noted::{NewPanel, Noted, NotedId};
use releve::domain::{Day, PanelId};

use crate::harness::Desk;

/// Ajain on Friday of S48, Claire Garnier at the desk.
fn friday() -> Desk {
    let mut desk = Desk::ajain("S47 Morel, S48 Vidal, S49 Aubert");
    desk.sits_down("Garnier", "2026-11-27T16:42");
    desk.keys("4");
    desk
}

#[test]
fn one_goes_into_a_figure_and_comes_out_again() {
    let mut desk = Desk::fiction("2026-11-27T16:42", As::Coordination);
    desk.keys("4").says("Consultations par semaine");
    // Two weeks back.
    desk.keys("<up><up>").says("S46 · 9–15 nov. 2026");
    desk.keys("<enter>").says("S46 · 9–13 nov. 2026").says("Échap : retour aux statistiques");
    desk.keys("<esc>").says("Consultations par semaine").says("S46 · 9–15 nov. 2026");
    // Who goes elsewhere from the week does not come back here by Esc.
    desk.keys("<enter>2").says("Bonjour").keys("1<esc>");
    assert!(!desk.screen().contains("Consultations par semaine"), "{}", desk.screen());
}

#[test]
fn a_period_is_chosen_from_a_list_or_typed() {
    let mut desk = friday();
    desk.says("Trimestre · 1er oct. – 31 déc. 2026 · période en cours, incomplète");
    desk.keys("p").says("Depuis l'ouverture").keys("<down><enter>").says("Mois · 1er–30 nov. 2026");
    desk.keys("<pgup>").says("Mois · 1er–31 oct. 2026");
    desk.keys("p<end><enter>").says("Période").keys("15/6<tab>14/7<enter>").says("┌ 15 juin – 14 juil. 2026");
    // What cannot be is said beside its field, and nothing is lost.
    desk.keys("p<end><enter>15/6<tab>14/5<enter>")
        .says("15/6")
        .says("14/5")
        .says("Le dernier jour vient avant le premier");
}

#[test]
fn the_panel_is_noted_drawn_corrected_and_undone() {
    let mut desk = friday();
    desk.keys("<right><right>").says("Pas d'état de la patientèle");
    desk.keys("a<down><enter>").says("État de la patientèle");
    desk.keys("2/11<tab>2300<tab>430<tab><tab><tab><tab><tab>Maiia<C-s>");
    desk.says("État de la patientèle noté au lun. 2 nov. : 2 300 patients MT.").says("2 300");
    // The next one knows the one before and where it came from, and questions a number that is unlike it.
    desk.keys("a<down><enter>").says("Source Maiia").keys("<esc>").silent("brouillon");
    desk.keys("a<down><enter><tab>230<tab>410<tab>");
    desk.says("au 02/11/2026 : 2 300").says("plus de patients en ALD");
    desk.keys("<esc>").says("brouillon");
    desk.keys("r").says("Relevés").says("2 300 MT · 430 ALD (18,7 %)");
    desk.keys("e<tab><tab>460<C-s>").says("460 ALD (20,0 %)");
    desk.keys("u").says("430 ALD (18,7 %)");
    desk.keys("d").says("Supprimer cette ligne").keys("o");
    desk.says("Rien de noté");
    desk.keys("u").says("2 300 MT");
}

#[test]
fn numbers_that_do_not_explain_each_other_are_asked_about_once() {
    let mut desk = friday();
    desk.keys("a<down><enter>2/11<tab>2300<C-s>").says("noté");
    // Ten more patients, forty arrivals, and nobody left.
    desk.keys("a<down><enter>16/11<tab>2310<tab><tab><tab>40<tab>0<tab>0<C-s>").says("Est-ce juste ?").says("écart");
    // Typed anew it is looked at anew; meant, it is saved.
    desk.keys("<bs>1<C-s>").says("Est-ce juste ?");
    desk.keys("<C-s>").says("État de la patientèle noté au lun. 16 nov. : 2 310 patients MT.");
}

#[test]
fn a_figure_published_tomorrow_is_not_known_today() {
    let mut desk = friday();
    desk.keys("a<down><down><enter><tab>28/11/2026<tab>2300<tab>communiqué<C-s>").says("encore à venir");
    desk.keys("<esc>r").says("Rien de noté");
}

#[test]
fn a_week_is_surveyed_in_a_few_keys() {
    let mut desk = friday();
    let typed = "a<enter><tab>+9<tab>7<tab>2<tab>0<tab>1<tab>45<tab>6";
    desk.keys(typed).says("dans 9 jours");
    desk.keys("<C-s>").says("Relevé de S48 noté.");
    while !desk.screen().contains("Jours avant le 3e rendez-vous libre") {
        desk.keys("<right>");
    }
    desk.says("ven. 27 nov. 2026 : 3e rendez-vous libre 9");
    desk.keys("r").says("Relevé S48").says("demandes 7/2/0 · 1 réunion · Asalée 6");
    // A second one of the same week is not lost: it is said where the first is.
    desk.keys("a<enter><tab>aucun<C-s>").says("déjà noté");
    // A day before the survey is no free appointment.
    desk.keys("<esc>a<enter>20/11<tab>19/11<C-s>").says("ne peut pas précéder");
}

#[test]
fn a_published_figure_stands_beside_the_computed_one() {
    let mut desk = friday();
    desk.keys("a<down><enter>2/11<tab>2300<tab>430<C-s>");
    desk.keys("a<down><down><enter><tab>10/11<tab>2300<tab>communiqué<C-s>").says("Chiffre publié noté");
    desk.keys("a<down><down><enter><right><tab>10/11<tab>400<tab>La Montagne<C-s>");
    desk.keys("r").says("2 300 patients MT · calculé 2 300").says("400 patients en ALD · calculé 430");
    desk.keys("<esc>4<right><right>").says("◆ publié");
}

#[test]
fn the_targets_are_the_centres_own() {
    let mut desk = friday();
    // Nothing is aimed at that nobody said.
    desk.keys("0centre<enter>")
        .says("Centre")
        .silent("semaines ouvertes par an")
        .silent("€ par semaine")
        .keys("<esc>4");
    desk.keys("a<end><enter>").says("Objectifs du centre").keys("50<tab>100<tab>7<tab>1000<C-s>");
    desk.says("Objectifs du centre enregistrés.");
    desk.keys("0centre<enter>");
    desk.says("50 semaines ouvertes par an").says("100 consultations par médecin et par semaine");
    desk.says("3e rendez-vous en 7 jours").says("1 000 € par semaine");
}

#[test]
fn what_is_typed_of_a_target_is_kept() {
    let mut desk = friday();
    desk.keys("a<end><enter><tab>95<esc>").says("brouillon");
    desk.keys("a<end><enter>").says("médecin/semaine 95");
}

#[test]
fn an_export_says_what_it_is_of() {
    let mut desk = friday();
    desk.keys("x").says("Exporter · 1er oct. – 31 déc. 2026").says("Image");
    desk.keys("<esc>1").keys("0exporter<enter>").says("Exporter · 1er oct. – 31 déc. 2026");
}

#[test]
fn two_who_correct_one_panel_see_both_versions() {
    let mut desk = friday();
    desk.keys("a<down><enter>2/11<tab>2300<C-s>");
    desk.keys("re<tab><tab>430");
    // Another desk was first.
    let theirs = NewPanel {
        day: Day::ymd(2026, 11, 2).unwrap(),
        patients: 2_310,
        ald: None,
        active_file: None,
        arrivals: None,
        departures: None,
        deaths: None,
        source: "Maiia".into(),
    };
    desk.act("Garnier", Act::Noted(NotedAct::Edit(NotedId::Panel(PanelId(1)), Noted::Panel(theirs))));
    desk.keys("<C-s>").says("2310").says("430");
    expect![[r#"
         1 Semaine 2 Briefing 3 Transmission 4 Statistiques 0 Menu S48 ven. 27/11 16:42
         Dr Vidal · ! 1 alerte : transmission S47 (Dr Morel) non signée      C. Garnier
        ┌ Deux versions ───────────────────────────────────────────────────────────────┐
        │ Vous avez enregistré autre chose sur un autre écran (ven. 27 nov., 16:42) :  │
        │ État de la patientèle noté au lun. 2 nov. : 2 310 patients MT. Rien n'est    │
        │ encore écrit ici : choisissez ce qui doit rester.                            │
        │                                                                              │
        │ Patients MT                                                                  │
        │ ✓ vous, autre écran  2310                                                    │
        │   vous, ici          2300                                                    │
        │ dont ALD                                                                     │
        │   vous, autre écran  (rien)                                                  │
        │ ✓ vous, ici          430                                                     │
        │ Source                                                                       │
        │ ✓ vous, autre écran  Maiia                                                   │
        │   vous, ici          (rien)                                                  │
        │                                                                              │
        │ ▸ Garder les deux                                                            │
        │   Garder la sienne                                                           │
        │   Revenir au formulaire, sans rien écrire                                    │
        │                                                                              │
        │ ↑ ↓ choisir · ⏎ faire ainsi · Échap revenir au formulaire                    │
        └──────────────────────────────────────────────────────────────────────────────┘
         F1 aide
    "#]]
    .assert_eq(&desk.screen());
}
