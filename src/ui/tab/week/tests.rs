#![expect(clippy::needless_raw_string_hashes, reason = "snapshots are written so by expect-test")]

use expect_test::expect;

use super::*;
use crate::domain::{ItemId, StayId};
use crate::ui::tab::fixture_week::{Desk, day, page, point, week};

fn shown(desk: &Desk) -> WeekTab {
    let mut tab = WeekTab::default();
    tab.receive(&Page::Week(page()), &desk.cx());
    tab
}

#[test]
fn days_and_weeks_are_gone_through_and_only_a_new_week_is_asked_for() {
    let desk = Desk::new();
    let cx = desk.cx();
    let mut tab = shown(&desk);
    assert!(tab.act(Action::Left, &cx).is_empty());
    let asks = tab.act(Action::Left, &cx);
    assert!(matches!(asks.as_slice(), [Ask::Load(Query::Week(w))] if *w == week(45)), "{asks:?}");
    assert_eq!(tab.day(&cx), day(11, 8));
    tab.act(Action::PageDown, &cx);
    tab.act(Action::PageDown, &cx);
    assert_eq!(tab.queries(&cx), [Query::Week(week(47))]);
    let asks = tab.act(Action::First, &cx);
    assert!(matches!(asks.as_slice(), [Ask::Load(Query::Week(w))] if *w == week(46)), "{asks:?}");
    assert_eq!(tab.day(&cx), cx.now.day);
}

#[test]
fn an_answer_for_another_week_is_not_shown() {
    let desk = Desk::new();
    let mut tab = WeekTab::default();
    tab.show(week(47));
    tab.receive(&Page::Week(page()), &desk.cx());
    assert!(tab.page.is_none());
}

#[test]
fn the_selection_goes_through_the_points_of_a_day_and_stays_on_reload() {
    let desk = Desk::new();
    let cx = desk.cx();
    let mut tab = shown(&desk);
    assert!(!tab.can(Action::Up, &cx));
    tab.act(Action::Down, &cx);
    tab.act(Action::Down, &cx);
    assert_eq!(tab.item, Some(ItemId(119)));
    assert!(!tab.can(Action::Down, &cx));
    let mut fewer = page();
    fewer.due.remove(0);
    tab.receive(&Page::Week(fewer), &cx);
    assert!(matches!(tab.act(Action::Enter, &cx).as_slice(), [Ask::OpenThread(ItemId(119))]));
    tab.act(Action::Up, &cx);
    assert_eq!(tab.item, None);
    assert!(tab.select_item(ItemId(121)));
    assert_eq!(tab.day(&cx), day(11, 13));
}

#[test]
fn keys_act_on_the_stay_under_the_selected_day() {
    let desk = Desk::new();
    let cx = desk.cx();
    let mut tab = shown(&desk);
    let asks = tab.act(Action::CancelStay, &cx);
    assert!(matches!(asks.as_slice(), [Ask::Open(Dialog::CancelStay { stay: StayId(2) })]), "{asks:?}");
    tab.show(week(45));
    assert!(tab.can(Action::Edit, &cx) && !tab.can(Action::CancelStay, &cx));
    tab.show(week(47));
    assert!(!tab.can(Action::Edit, &cx));
    let asks = tab.act(Action::Add, &cx);
    let expected = Dialog::Stay { stay: None, post: Some(PostId(1)), week: Some(week(47)) };
    assert!(matches!(asks.as_slice(), [Ask::Open(dialog)] if *dialog == expected), "{asks:?}");
}

#[test]
fn clicks_select_weeks_and_days_where_they_are_drawn() {
    let desk = Desk::new();
    let cx = desk.cx();
    let area = Rect::new(0, 2, 80, 20);
    let mut tab = shown(&desk);
    tab.click(40, 2, area, &cx);
    assert_eq!(tab.queries(&cx), [Query::Week(week(47))]);
    tab.click(1 + 11 * 4 + 3, 9, area, &cx);
    assert_eq!(tab.day(&cx), day(11, 20));
}

#[test]
fn a_week_with_a_holiday() {
    let desk = Desk::new();
    expect![[r#"
         S44          S45         ▸[S46]        S47          S48          S49
         ○ VACANT     Dr Morel     Dr Vidal     ○ VACANT     Dr Aubert    Dr Morel
                      terminé      en cours                  confirmé     confirmé
        ┌ S46 · 9–14 nov. 2026 · Dr Hélène Vidal (Loire-Atlantique) ───────────────────┐
        │ lun. 9    ▸[mar. 10]  mer. 11    jeu. 12    ven. 13    sam. 14    dim. 15    │
        │8h30–12h30 8h30–12h30 ░░░░░░░░░░ 8h30–12h30 8h30–12h30 ░░░░░░░░░░ ░░░░░░░░░░  │
        │13h30–18h  13h30–18h  Armistice  fermé      13h30–18h  fermé      fermé       │
        │Dr Vidal   Dr Vidal   ░░░░░░░░░░ Dr Vidal   Dr Vidal   ░░░░░░░░░░ ░░░░░░░░░░  │
        │accueil                                     passation                         │
        │                                                                              │
        │           ▲ 1243                           ● 0377                            │
        │           INR 4,8                          TSH à                             │
        │           sous AVK,…                       relire,                           │
        │           + 1 autre                        adapter l…                        │
        └──────────────────────────────────────────────────────────────────────────────┘
        mardi 10 novembre 2026 · aujourd'hui
        matin 8h30–12h30 · après-midi 13h30–18h
        Dr Hélène Vidal (Loire-Atlantique) · en cours · 9–14 nov. 2026
        2 points pour ce jour.
    "#]]
    .assert_eq(&desk.drawn(&shown(&desk), 80, 19));
}

#[test]
fn a_wide_week_with_a_selected_point() {
    let desk = Desk::new();
    let mut tab = shown(&desk);
    tab.act(Action::Down, &desk.cx());
    expect![[r#"
         S44          S45         ▸[S46]        S47          S48          S49          S50          S51          S52
         ○ VACANT     Dr Morel     Dr Vidal     ○ VACANT     Dr Aubert    Dr Morel     Dr Vidal     Dr Aubert    ○ VACANT
                      terminé      en cours                  confirmé     confirmé     option       ½ confirmé
        ┌ S46 · 9–14 nov. 2026 · Dr Hélène Vidal (Loire-Atlantique) ─────────────────────────────┐┌ Ce point ──────────────────┐
        │            lun. 9    ▸[mar. 10]  mer. 11    jeu. 12    ven. 13    sam. 14    dim. 15   ││▲ urgent · suivi clinique   │
        │matin      8h30–12h30 8h30–12h30 ░░░░░░░░░░ 8h30–12h30 8h30–12h30 ░░░░░░░░░░ ░░░░░░░░░░ ││· dossier 1243 · M.D. 1948  │
        │après-midi 13h30–18h  13h30–18h  Armistice  fermé      13h30–18h  fermé      fermé      ││(78 ans)                    │
        │médecin    Dr Vidal   Dr Vidal   ░░░░░░░░░░ Dr Vidal   Dr Vidal   ░░░░░░░░░░ ░░░░░░░░░░ ││                            │
        │à noter    accueil                                     passation                        ││pour mar. 10 nov. · suivi   │
        │                                                                                        ││par coordination            │
        │échéances             ▲ 1243                           ● 0377                           ││                            │
        │                      INR 4,8                          TSH à                            ││Dr Morel : INR 4,8 sous AVK,│
        │                      sous AVK,                        relire,                          ││contrôle au labo mardi.     │
        │                      contrôle                         adapter la                       ││                            │
        │                      au labo                          dose.                            ││                            │
        │                      mardi.                                                            ││                            │
        │                      · ⌂ n° 119                                                        ││                            │
        │                      Vaccins                                                           ││                            │
        │                      livrés :                                                          ││                            │
        │                      vérifier                                                          ││                            │
        │                      le frigo.                                                         ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        └────────────────────────────────────────────────────────────────────────────────────────┘└────────────────────────────┘
    "#]].assert_eq(&desk.drawn(&tab, 120, 30));
}

#[test]
fn a_vacant_week_teaches_what_to_do() {
    let desk = Desk::new();
    let mut tab = WeekTab::default();
    tab.show(week(47));
    expect![[r#"
         S45          [S46]       ▸S47          S48          S49          S50
         Dr Morel     Dr Vidal     ○ VACANT     Dr Aubert    Dr Morel     Dr Vidal
         terminé      en cours                  confirmé     confirmé     option
        ┌ S47 · 16–22 nov. 2026 · ○ VACANT ────────────────────────────────────────────┐
        │▸lun. 16    mar. 17    mer. 18    jeu. 19    ven. 20    sam. 21    dim. 22    │
        │8h30–12h30 8h30–12h30 8h30–12h30 8h30–12h30 8h30–12h30 ░░░░░░░░░░ ░░░░░░░░░░  │
        │13h30–18h  13h30–18h  13h30–18h  fermé      13h30–18h  fermé      fermé       │
        │○ VACANT   ○ VACANT   ○ VACANT   ○ VACANT   ○ VACANT   ░░░░░░░░░░ ░░░░░░░░░░  │
        │                                                                              │
        │S47 : pas encore de médecin. i inscrire.                                      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        lundi 16 novembre 2026
        matin 8h30–12h30 · après-midi 13h30–18h
        Pas encore de médecin ce jour. i inscrire.
        Dr Aubert s'est désisté le mer. 4 nov., 12 jours avant : enfant malade.
    "#]]
    .assert_eq(&desk.drawn(&tab, 80, 19));
}

#[test]
fn two_posts_have_a_line_each() {
    let mut desk = Desk::new();
    desk.frame.rota.posts.push(crate::domain::Post { id: PostId(2), name: "Poste 2".into() });
    let mut tab = shown(&desk);
    tab.act(Action::OtherPane, &desk.cx());
    expect![[r#"
                    S45               ▸[S46]              S47
         Médecin    Dr Morel terminé   Dr Vidal en cours  ○ VACANT
        ▸Poste 2    ○ VACANT           ○ VACANT           ○ VACANT
        ┌ S46 · Poste 2 · 9–15 nov. 2026 · ○ VACANT ───────────────────────────────────┐
        │ lun. 9    ▸[mar. 10]  mer. 11    jeu. 12    ven. 13    sam. 14    dim. 15    │
        │8h30–12h30 8h30–12h30 ░░░░░░░░░░ 8h30–12h30 8h30–12h30 ░░░░░░░░░░ ░░░░░░░░░░  │
        │13h30–18h  13h30–18h  Armistice  fermé      13h30–18h  fermé      fermé       │
        │Dr Vidal   Dr Vidal   ░░░░░░░░░░ Dr Vidal   Dr Vidal   ░░░░░░░░░░ ░░░░░░░░░░  │
        │○ VACANT   ○ VACANT   ░░░░░░░░░░ ○ VACANT   ○ VACANT   ░░░░░░░░░░ ░░░░░░░░░░  │
        │accueil                                     passation                         │
        │S46 : pas encore de médecin. i inscrire.                                      │
        │           ▲ 1243                           ● 0377                            │
        │           INR 4,8                          TSH à                             │
        │           + 1 autre                        relire, …                         │
        └──────────────────────────────────────────────────────────────────────────────┘
        mardi 10 novembre 2026 · aujourd'hui
        matin 8h30–12h30 · après-midi 13h30–18h
        Médecin : Dr Hélène Vidal (Loire-Atlantique) · en cours · 9–14 nov. 2026
        Poste 2 : Pas encore de médecin ce jour. i inscrire. …
    "#]]
    .assert_eq(&desk.drawn(&tab, 80, 19));
}

#[test]
fn a_new_centre_is_told_what_comes_next() {
    let mut desk = Desk::new();
    desk.frame.rota.stays.clear();
    expect![[r#"
        ┌ Bienvenue ───────────────────────────────────────────────────────────────────┐
        │ Aucun séjour n'est encore inscrit. Pour commencer : ajoutez un médecin par   │
        │ le Menu (0), « Médecins » ; i l'inscrit ensuite dans une semaine. Si le      │
        │ planning est déjà dans un tableur, le Menu l'importe avec ses médecins :     │
        │ « Importer un planning ». L'équipe, l'annuaire et les comptes se complètent  │
        │ aussi par le Menu.                                                           │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(&WeekTab::default(), 80, 8));
}

#[test]
fn a_day_with_more_than_fits_says_how_many_are_out_of_sight() {
    let desk = Desk::new();
    let mut full = page();
    for n in 0..5 {
        let text = format!("Rappeler, essai {n}.");
        let thread = point(200 + n, Some("0500"), crate::domain::Gravity::Routine, day(11, 10), &text);
        full.due.push((day(11, 10), thread));
    }
    let mut tab = WeekTab::default();
    tab.receive(&Page::Week(full), &desk.cx());
    assert!(desk.drawn(&tab, 80, 19).contains("+ 6 autres"));
    for _ in 0..7 {
        tab.act(Action::Down, &desk.cx());
    }
    assert!(desk.drawn(&tab, 80, 19).contains("essai 4"));
}
