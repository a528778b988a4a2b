//! The directory: emergency numbers first, who answers, and what ages.

use expect_test::expect;
use releve::back::{As, Town};
use releve::domain::Role;

use crate::harness::{Desk, Setting};

/// Claire at the directory of a small centre, with a cardiologist.
fn with_cardio() -> Desk {
    let mut desk = Desk::ajain("S48 Vidal, S49 Aubert");
    desk.sits_down("Garnier", "2026-11-24T09:00").keys("0annuaire<enter>");
    desk.says("15 SAMU").says("17").says("18 pompiers").says("112").says("116 117");
    desk.keys("aCardiologie<tab><right><right><right><tab>avis cardio<tab>0536490240<tab>0536490241<tab>9 h–17 h<C-s>");
    desk.says("Cardiologie ajouté").says("05 36 49 02 40").says("ligne directe 05 36 49 02 41").says("9 h–17 h");
    desk
}

#[test]
fn whoever_called_ticks_in_one_key_and_takes_it_back() {
    let mut desk = with_cardio();
    desk.keys("r").says("Cardiologie a répondu").says("A répondu 1 fois sur 1, mar. 24/11, 09:00 (C. Garnier).");
    // A doctor ticks too.
    desk.sits_down("Vidal", "2026-11-25T09:00").keys("2d").says("Annuaire").keys("rrs");
    desk.says("A répondu 3 fois sur 4, mer. 25/11, 09:00 (Dr Vidal).").keys("u").says("A répondu 3 fois sur 3");
}

#[test]
fn two_calls_in_vain_and_a_year_gone_by_are_seen() {
    let mut desk = with_cardio();
    desk.silent("À vérifier")
        .keys("s")
        .silent("À vérifier")
        .keys("s")
        .says("les deux derniers appels sont restés sans réponse");
    desk.keys("r").silent("À vérifier");
    desk.sits_down("Garnier", "2027-11-30T09:00")
        .keys("0annuaire<enter>")
        .says("plus d'un an a passé")
        .says("24/11/2026 !");
    desk.keys("v").says("Cardiologie vérifié aujourd'hui").silent("plus d'un an a passé");
}

#[test]
fn what_an_entry_was_and_who_changed_it_stays_readable() {
    let mut desk = with_cardio();
    desk.joins("Marchand", Role::Nurse);
    desk.sits_down("Marchand", "2026-11-26T09:00")
        .keys("0annuaire<enter>e<tab><tab><tab>0536490299<C-s>")
        .says("modifié");
    desk.keys("h").says("26/11/2026, 09:00 · C. Marchand").says("Téléphone : 05 36 49 02 40 → 05 36 49 02 99");
    desk.says("24/11/2026, 09:00 · C. Garnier").says("Pour quoi : avis cardio").keys("<esc>").silent("→ 05 36");
}

#[test]
fn kinds_stand_in_their_order_and_the_filter_finds_what_is_not_on_the_screen() {
    let mut desk = Desk::fiction("2026-11-27T10:00", As::Coordination);
    desk.keys("0annuaire<enter>").says("Annuaire · 16");
    expect![[r#"
         1 Semaine 2 Briefing 3 Transmission 4 Statistiques 0 Menu S48 ven. 27/11 10:00
         Dr Passebois · ! 1 alerte : journée du mer. 25 no…  centre fictif · C. Garnier
        ┌ Annuaire · 16 ───────────────────────────────────────────────────────────────┐
        │15 SAMU · 17 gendarmerie · 18 pompiers · 112 Europe · 116 117 médecin de garde│
        │Signe ! : à vérifier. Appelez : r a répondu, s sans réponse, v tout est juste.│
        │  nom                      téléphone       rubrique      répond   à jour au   │
        │▸ Permanence des soins     116 117         urgences               23/03/2026  │
        │  SAMU de la Creuse        15              urgences               23/03/2026  │
        │  CH de Guéret, standard   05 36 49 02 00  hôpital       3 sur 3  02/11/2026  │
        │  Équipe mobile de soins…  05 36 49 02 77  hôpital       2 sur 3  01/06/2026  │
        │  Cardiologie, CH de Gué…  05 36 49 02 40  spécialistes  2 sur 4  07/09/2026  │
        │  Dr Fontanier, psychiat…  05 36 49 03 61  spécialistes  2 sur 2  14/09/2026  │
        │  Gériatrie, hôpital de …  05 36 49 02 52  spécialistes  4 sur 5  16/11/2026  │
        │  Imagerie du Plateau, G…  05 36 49 02 63  labo, images  6 sur 7  09/11/2026  │
        │  Laboratoire des Trois …  05 36 49 01 27  labo, images  2 sur 3  23/03/2026  │
        │                                                                              │
        │Permanence des soins · centre fermé                                           │
        │116 117 · soir et week-end                                                    │
        │À donner aux patients le soir et le week-end.                                 │
        │Vérifié le 23/03/2026.                                                        │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         r a répondu · s sans réponse · ⏎ ouvrir · Échap revenir · F1 aide
    "#]]
    .assert_eq(&desk.screen());
    desk.keys("<C-f>droits<enter>").says("Annuaire · 1").says("Assistance du logiciel médical");
}

#[test]
fn the_briefing_leads_to_the_booklet_and_the_directory_and_esc_comes_back() {
    let mut desk = Desk::fiction("2026-11-30T08:00", As::Doctor);
    let before = desk.keys("2<tab><end>").screen();
    desk.keys("<enter>").says("Annuaire · 16").keys("<esc>");
    assert_eq!(desk.screen(), before);
    desk.keys("<up><enter>").says("Livret · 10").keys("<enter><esc><esc>").says("Bonjour");
    // The other centre has its own.
    let mut desk = Desk::fiction_in(Town::Bellegarde, "2026-11-30T08:00", As::Coordination, Setting::default());
    desk.keys("0livret<enter>").says("Livret · 9").keys("<esc>0annuaire<enter>").says("Annuaire · 15");
}
