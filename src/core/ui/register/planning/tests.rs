use expect_test::expect;

use super::*;
use crate::domain::{Pattern, Post, StayId};
use crate::ui::Dialog;
use crate::ui::tab::fixture_week::{Desk, week};

fn opened(asks: &[Ask]) -> &Dialog {
    match asks {
        [Ask::Open(dialog)] => dialog,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_year_on_one_screen() {
    let desk = Desk::new();
    expect![[r#"
        ┌ Planning 2026 · 3 semaines vacantes, prochaine S47 · complet jusqu'à S46 ────┐
        │ janv.              avril              juil.              oct.                │
        │  S01•               S14                S27                S40                │
        │  S02                S15•               S28•               S41                │
        │  S03                S16•               S29•               S42  ○ VACANT      │
        │  S04                S17                S30•               S43• ○ VACANT      │
        │  S05                S18                S31•               S44• ○ VACANT      │
        │ févr.              mai                août               nov.                │
        │  S06                S19                S32•               S45  ✓ Dr Morel    │
        │  S07•               S20                S33•             ▸[S46] ✓ Dr Vidal    │
        │  S08•               S21                S34•               S47  ○ VACANT      │
        │  S09                S22                S35•               S48  ✓ Dr Aubert   │
        │ mars               juin               sept.              déc.                │
        │  S10                S23                S36°               S49  ✓ Dr Morel    │
        │  S11                S24                S37                S50  □ Dr Vidal ?  │
        │  S12                S25                S38                S51  ½ Dr Aubert   │
        │  S13                S26                S39                S52• ○ VACANT      │
        │                                                           S53• ░ fin d'ann…  │
        │ S46 · ✓ Dr Hélène Vidal · en cours · 9–14 nov. 2026                          │
        │ mer. 11 nov. : Armistice                                                     │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(&Planning::default(), 80, 21));
}

#[test]
fn a_wide_year_with_its_vacancies() {
    let desk = Desk::new();
    let mut planning = Planning::default();
    planning.act(Action::NextGap, &desk.cx());
    expect![[r#"
        ┌ Planning 2026 · 3 semaines vacantes, prochaine S47 · complet jusqu'à S46 ────────────────────────────────────────────┐
        │ janv.                        avril                        juil.                        oct.                          │
        │  S01•                         S14                          S27                          S40                          │
        │  S02                          S15•                         S28•                         S41                          │
        │  S03                          S16•                         S29•                         S42  ○ VACANT                │
        │  S04                          S17                          S30•                         S43• ○ VACANT · Toussaint    │
        │  S05                          S18                          S31•                         S44• ○ VACANT                │
        │ févr.                        mai                          août                         nov.                          │
        │  S06                          S19                          S32•                         S45  ✓ Dr Morel              │
        │  S07•                         S20                          S33•                        [S46] ✓ Dr Vidal en cours     │
        │  S08•                         S21                          S34•                       ▸ S47  ○ VACANT                │
        │  S09                          S22                          S35•                         S48  ✓ Dr Aubert             │
        │ mars                         juin                         sept.                        déc.                          │
        │  S10                          S23                          S36°                         S49  ✓ Dr Morel              │
        │  S11                          S24                          S37                          S50  □ Dr Vidal ? option     │
        │  S12                          S25                          S38                          S51  ½ Dr Aubert             │
        │  S13                          S26                          S39                          S52• ○ VACANT · Noël         │
        │                                                                                         S53• ░ fin d'année           │
        │                                                                                                                      │
        │ S47 · 16–22 nov. 2026 · ○ VACANT · i inscrire             Semaines vacantes                                          │
        │ Dr Aubert s'est désisté le mer. 4 nov., 12 jours avant :  S47  16–22 nov. 2026  ○ VACANT                             │
        │ enfant malade.                                            S50  7–13 déc. 2026  □ Dr Vidal ? option                   │
        │                                                           S52  21–27 déc. 2026  ○ VACANT · Noël                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │ ✓ médecin confirmé  ½ en partie  □ à confirmer  ○ vacante  ░ centre fermé  • vacances scolaires, zone A  ° en partie │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
    "#]].assert_eq(&desk.drawn(&planning, 120, 37));
}

#[test]
fn two_long_names_keep_a_space_between_them() {
    let mut desk = Desk::new();
    desk.frame.rota.posts.push(Post { id: PostId(2), name: "Poste 2".into(), pattern: Pattern::Programmed });
    for person in desk.frame.rota.people.0.values_mut() {
        person.family = "Nguyen-Lac".into();
    }
    let other: Vec<_> = desk.frame.rota.stays.iter().map(|s| Stay { post: PostId(2), ..s.clone() }).collect();
    desk.frame.rota.stays.edit(|stays| stays.extend(other));
    let drawn = desk.drawn(&Planning::default(), 80, 21);
    assert!(drawn.contains("✓ Dr Nguyen-Lac ✓ Dr Nguyen-Lac") && !drawn.contains("Lac✓"), "{drawn}");
}

#[test]
fn two_posts_side_by_side() {
    let mut desk = Desk::new();
    desk.frame.rota.posts.push(Post { id: PostId(2), name: "Poste 2".into(), pattern: Pattern::Programmed });
    let mut planning = Planning::default();
    planning.act(Action::NextGap, &desk.cx());
    assert_eq!((planning.week, planning.post), (Some(week(46)), Some(PostId(2))));
    expect![[r#"
        ┌ 2026 · 10 vacantes, dont celle-ci (Poste 2) · incomplet dès cette semaine ───┐
        │ juil. Médecin         Poste 2          oct.  Médecin         Poste 2         │
        │  S27                                    S40                                  │
        │  S28•                                   S41                                  │
        │  S29•                                   S42  ○ VACANT        ○ VACANT        │
        │  S30•                                   S43• ○ VACANT        ○ VACANT        │
        │  S31•                                   S44• ○ VACANT        ○ VACANT        │
        │ août  Médecin         Poste 2          nov.  Médecin         Poste 2         │
        │  S32•                                   S45  ✓ Dr Morel      ○ VACANT        │
        │  S33•                                 ▸[S46] ✓ Dr Vidal      ○ VACANT        │
        │  S34•                                   S47  ○ VACANT        ○ VACANT        │
        │  S35•                                   S48  ✓ Dr Aubert     ○ VACANT        │
        │ sept. Médecin         Poste 2          déc.  Médecin         Poste 2         │
        │  S36°                                   S49  ✓ Dr Morel      ○ VACANT        │
        │  S37                                    S50  □ Dr Vidal ?    ○ VACANT        │
        │  S38                                    S51  ½ Dr Aubert     ○ VACANT        │
        │  S39                                    S52• ○ VACANT        ○ VACANT        │
        │                                         S53• ░ fin d'année   ░ fin d'année   │
        │ S46 · 9–15 nov. 2026 · Poste 2 · ○ VACANT · i inscrire                       │
        │ mer. 11 nov. : Armistice                                                     │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(&planning, 80, 21));
}

#[test]
fn one_key_jumps_to_the_next_vacancy_and_enters_a_stay_there() {
    let desk = Desk::new();
    let cx = desk.cx();
    let mut planning = Planning::default();
    planning.act(Action::NextGap, &cx);
    assert_eq!(planning.week, Some(week(47)));
    let new = Dialog::from(StayForm { post: Some(PostId(1)), week: Some(week(47)), ..StayForm::default() });
    assert_eq!(*opened(&planning.act(Action::Enroll, &cx)), new);
    assert_eq!(*opened(&planning.act(Action::Enter, &cx)), new);
    assert!(!planning.can(Action::CancelStay, &cx) && !planning.can(Action::Edit, &cx));
    // An option is no cover: its week is the next vacancy, and Enter opens its page.
    planning.act(Action::NextGap, &cx);
    let option = desk.frame.kept_stay(StayId(6)).unwrap();
    let edit = Dialog::from(StayForm::of(option.clone()));
    assert_eq!(*opened(&planning.act(Action::Edit, &cx)), edit);
    assert!(matches!(*planning.act(Action::Enter, &cx), [Ask::Stay(StayId(6))]));
    assert_eq!(*opened(&planning.act(Action::CancelStay, &cx)), CancelStayForm::new(option).into());
    // S51 has a doctor on two days, S53 is closed.
    planning.act(Action::NextGap, &cx);
    assert_eq!(planning.week, Some(week(52)));
    planning.act(Action::NextGap, &cx);
    assert_eq!(planning.week, IsoWeek::new(2027, 1));
}

#[test]
fn quarters_and_years_are_gone_through() {
    let desk = Desk::new();
    let cx = desk.cx();
    let mut planning = Planning::default();
    let mut after = |action| {
        planning.act(action, &cx);
        planning.week(&cx)
    };
    assert_eq!(after(Action::PageUp), week(33));
    assert_eq!(after(Action::PageDown), week(46));
    assert_eq!(after(Action::Right).to_string(), "2027-S06");
    assert_eq!(after(Action::YearBefore), week(6));
    assert_eq!(after(Action::First), week(46));
    for _ in 0..7 {
        after(Action::Down);
    }
    // The year after has no week 53.
    assert_eq!(after(Action::YearAfter).to_string(), "2027-S52");
}

#[test]
fn a_past_stay_is_not_cancelled_and_clicks_select_where_it_is_drawn() {
    let desk = Desk::new();
    let cx = desk.cx();
    let mut planning = Planning { week: Some(week(45)), ..Planning::default() };
    assert!(planning.can(Action::Edit, &cx) && !planning.can(Action::CancelStay, &cx));
    let area = Rect::new(0, 2, 80, 21);
    for (place, week) in draw::weeks(area, week(45), &cx) {
        planning.click(place.x + 8, place.y, area, &cx);
        assert_eq!(planning.week, Some(week));
    }
    assert_eq!(draw::weeks(area, week(45), &cx).len(), 53);
}

#[test]
fn each_of_two_options_of_a_week_is_reached() {
    let mut desk = Desk::new();
    let mut planning = Planning { week: Some(week(50)), ..Planning::default() };
    let first = planning.stay(&desk.cx()).unwrap().clone();
    assert!(!planning.can(Action::OtherPane, &desk.cx()));
    let doctor = desk.frame.rota.stays.iter().map(|s| s.doctor).find(|d| *d != first.doctor).unwrap();
    let second = crate::domain::Stay { id: StayId(99), doctor, ..first.clone() };
    desk.frame.rota.stays = desk.frame.rota.stays.iter().cloned().chain([second]).collect();
    let seen = desk.drawn(&planning, 80, 21);
    assert!(seen.contains("S50] □ 2 options") || seen.contains("S50  □ 2 options"), "{seen}");
    let on = |planning: &Planning, desk: &Desk| {
        let stay = planning.stay(&desk.cx()).unwrap().id;
        let asks = planning.clone().act(Action::Edit, &desk.cx());
        let crate::ui::Dialog::Stay(form) = opened(&asks) else { panic!("{asks:?}") };
        assert_eq!(form.known.as_ref().unwrap().what.id, stay);
        stay
    };
    assert_eq!(on(&planning, &desk), first.id);
    planning.act(Action::OtherPane, &desk.cx());
    assert_eq!(on(&planning, &desk), StayId(99));
    planning.act(Action::OtherPane, &desk.cx());
    assert_eq!(on(&planning, &desk), first.id);
    // Elsewhere one begins with the first again.
    planning.act(Action::OtherPane, &desk.cx());
    planning.act(Action::Up, &desk.cx());
    planning.act(Action::Down, &desk.cx());
    assert_eq!(on(&planning, &desk), first.id);
}

#[test]
fn a_week_says_whose_school_holidays_it_is_in() {
    let mut desk = Desk::new();
    let said = |desk: &Desk, year, number| {
        let planning = Planning { week: IsoWeek::new(year, number), ..Planning::default() };
        super::school::said(planning.week.unwrap(), &desk.cx())
    };
    assert_eq!(desk.frame.centre.zone(), Some(crate::domain::school::Zone::A));
    assert_eq!(said(&desk, 2026, 43), ["• vacances de la Toussaint, zone A (et B, C), 17 oct. – 1er nov. 2026"]);
    assert_eq!(said(&desk, 2026, 36), ["° vacances d'été, zone A (et B, C), 4 juil. – 31 août 2026"]);
    assert_eq!(said(&desk, 2027, 9), ["vacances d'hiver, zone B"]);
    assert_eq!(said(&desk, 2027, 6), ["vacances d'hiver, zone C"]);
    assert_eq!(said(&desk, 2026, 46), [""; 0]);
    // What was not decreed yet is not guessed.
    assert_eq!(said(&desk, 2028, 43), ["vacances scolaires connues jusqu'au jeudi 31 août 2028"]);
    assert_eq!(said(&desk, 2021, 1), ["vacances scolaires connues à partir du samedi 6 février 2021"]);
    // In Corsica no zone is one's own, and no week is marked.
    desk.frame.centre.department = "2A".into();
    assert_eq!(said(&desk, 2026, 43), ["vacances de la Toussaint, zones A, B, C"]);
    let seen = desk.drawn(&Planning::default(), 120, 37);
    assert!(!seen.contains('•') && !seen.contains('°'), "{seen}");
    // A zone of one's own goes before that of the department.
    desk.frame.centre.own_zone = Some(crate::domain::school::Zone::C);
    assert_eq!(said(&desk, 2027, 6), ["• vacances d'hiver, zone C, 6–21 févr. 2027"]);
}

#[test]
fn the_mark_of_this_week_stays_within_its_brackets() {
    let mut desk = Desk::new();
    desk.now = crate::domain::Now::on(Day::ymd(2026, 10, 20).unwrap(), 9, 0);
    let seen = desk.drawn(&Planning::default(), 80, 21);
    assert!(seen.contains("▸[S43•]○ VACANT"), "{seen}");
    desk.look.ascii = true;
    assert!(desk.drawn(&Planning::default(), 80, 21).contains(">[S43*]o VACANT"));
}

#[test]
fn a_filter_shows_one_state_and_the_title_says_so() {
    let desk = Desk::new();
    let cx = desk.cx();
    let mut planning = Planning::default();
    let mut after = |action| {
        planning.act(action, &cx);
        desk.drawn(&planning, 80, 21)
    };
    let vacant = after(Action::ByState);
    assert!(vacant.contains("(vacantes seules)") && vacant.contains("S47  ○ VACANT"), "{vacant}");
    assert!(!vacant.contains("S48  ✓") && vacant.contains("S50  □ Dr Vidal ?"), "{vacant}");
    let hoped = after(Action::ByState);
    assert!(hoped.contains("S50  □ Dr Vidal ?") && !hoped.contains("VACANT") && !hoped.contains("Aubert"), "{hoped}");
    let confirmed = after(Action::ByState);
    assert!(confirmed.contains("S48  ✓ Dr Aubert") && !confirmed.contains("S50  □"), "{confirmed}");
    let gone = after(Action::ByState);
    assert!(gone.contains("(désistés)") && gone.contains("S47  × Dr Aubert") && !gone.contains("S48  ✓"), "{gone}");
    let all = after(Action::ByState);
    assert!(all.contains("Planning 2026 · 3 semaines"), "{all}");
}

#[test]
fn the_list_has_what_is_vacant_first() {
    let mut desk = Desk::new();
    let cx = desk.cx();
    let mut planning = Planning::default();
    planning.act(Action::AsList, &cx);
    expect![[r#"
        ┌ Planning 2026 · 3 semaines vacantes, prochaine S47 · complet jusqu'à S46 ────┐
        │  semaine  dates                    médecin              état          prêt   │
        │  S47      16–22 nov. 2026          ○ VACANT                                  │
        │  S47      16–22 nov. 2026          Dr Paul Aubert       × désisté            │
        │  S50      7–13 déc. 2026           Dr Hélène Vidal      □ option             │
        │  S52•     21–27 déc. 2026          ○ VACANT                                  │
        │  S51      14–15 déc. 2026          Dr Paul Aubert       ½ confirmé           │
        │  S42      12–18 oct. 2026          ○ VACANT                                  │
        │  S43•     19–25 oct. 2026          ○ VACANT                                  │
        │  S44•     26 oct. – 1er nov. 2026  ○ VACANT                                  │
        │  S45      2–8 nov. 2026            Dr Luc Morel         terminé              │
        │▸ S46      9–15 nov. 2026           Dr Hélène Vidal      ✓ en cours           │
        │  S48      23–29 nov. 2026          Dr Paul Aubert       ✓ confirmé           │
        │  S49      30 nov. – 6 déc. 2026    Dr Luc Morel         ✓ confirmé           │
        │  S53•     28 déc. – 3 janv. 2027   fin d'année          fermé                │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ S46 · ✓ Dr Hélène Vidal · en cours · 9–14 nov. 2026                          │
        │ mer. 11 nov. : Armistice                                                     │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&desk.drawn(&planning, 80, 21));
    // It goes by lines: from this week, the first that has a doctor, to the vacant ones above.
    assert_eq!(planning.stay(&cx).map(|s| s.id), Some(StayId(2)));
    planning.act(Action::PageUp, &cx);
    assert_eq!((planning.week, planning.stay), (Some(week(47)), None));
    assert!(planning.can(Action::Candidates, &cx) && !planning.can(Action::Edit, &cx));
    // The stay that was withdrawn has its line; it is not changed any more.
    planning.act(Action::Down, &cx);
    assert_eq!(planning.stay(&cx).map(|s| s.id), Some(StayId(3)));
    assert!(!planning.can(Action::Edit, &cx) && !planning.can(Action::CancelStay, &cx));
    assert_eq!(planning.why_not(Action::Edit, &cx), Some(Msg::new("store-stay-is-cancelled")));
    planning.act(Action::Down, &cx);
    assert_eq!((planning.week, planning.stay(&cx).map(|s| s.id)), (Some(week(50)), Some(StayId(6))));
    // A click chooses the line it is on, and in the year one is where one was in the list.
    planning.click(10, 2, Rect::new(0, 0, 80, 21), &cx);
    assert_eq!((planning.week, planning.stay), (Some(week(47)), None));
    planning.act(Action::AsList, &cx);
    assert!(desk.drawn(&planning, 80, 21).contains("▸ S47  ○ VACANT"));
    desk.frame.rota.posts.push(Post { id: PostId(2), name: "Poste 2".into(), pattern: Pattern::Programmed });
    let list = Planning { list: true, filter: Filter::Vacant, ..Planning::default() };
    expect![[r#"
        ┌ 2026 (vacantes seules) · 10 semaines vacantes sur 2 postes, dont celle-ci (Poste 2) · incomplet dès cette semaine ───┐
        │  semaine  dates                    poste                 médecin                                état          prêt   │
        │▸ S46      9–15 nov. 2026           Poste 2               ○ VACANT                                                    │
        │  S47      16–22 nov. 2026          Médecin               ○ VACANT                                                    │
        │  S47      16–22 nov. 2026          Poste 2               ○ VACANT                                                    │
        │  S48      23–29 nov. 2026          Poste 2               ○ VACANT                                                    │
        │  S49      30 nov. – 6 déc. 2026    Poste 2               ○ VACANT                                                    │
        │  S50      7–13 déc. 2026           Médecin               Dr Hélène Vidal                        □ option             │
        │  S50      7–13 déc. 2026           Poste 2               ○ VACANT                                                    │
        │  S51      14–20 déc. 2026          Poste 2               ○ VACANT                                                    │
        │  S52•     21–27 déc. 2026          Médecin               ○ VACANT                                                    │
        │  S52•     21–27 déc. 2026          Poste 2               ○ VACANT                                                    │
        │  S42      12–18 oct. 2026          Médecin               ○ VACANT                                                    │
        │  S42      12–18 oct. 2026          Poste 2               ○ VACANT                                                    │
        │  S43•     19–25 oct. 2026          Médecin               ○ VACANT                                                    │
        │  S43•     19–25 oct. 2026          Poste 2               ○ VACANT                                                    │
        │  S44•     26 oct. – 1er nov. 2026  Médecin               ○ VACANT                                                    │
        │  S44•     26 oct. – 1er nov. 2026  Poste 2               ○ VACANT                                                    │
        │                                                                                                                      │
        │ S46 · 9–15 nov. 2026 · Poste 2 · ○ VACANT · i inscrire    Semaines vacantes                                          │
        │ mer. 11 nov. : Armistice                                  S46  9–15 nov. 2026  Poste 2  ○ VACANT · Armistice         │
        │                                                           S47  16–22 nov. 2026  Médecin  ○ VACANT                    │
        │                                                           S47  16–22 nov. 2026  Poste 2  ○ VACANT                    │
        │                                                           S48  23–29 nov. 2026  Poste 2  ○ VACANT                    │
        │                                                           S49  30 nov. – 6 déc. 2026  Poste 2  ○ VACANT              │
        │                                                           S50  7–13 déc. 2026  Médecin  □ Dr Vidal ? option          │
        │                                                           S50  7–13 déc. 2026  Poste 2  ○ VACANT                     │
        │                                                           S51  14–20 déc. 2026  Poste 2  ○ VACANT                    │
        │                                                           S52  21–27 déc. 2026  Médecin  ○ VACANT · Noël             │
        │                                                           S52  21–27 déc. 2026  Poste 2  ○ VACANT · Noël             │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │ ✓ médecin confirmé  ½ en partie  □ à confirmer  ○ vacante  ░ centre fermé  • vacances scolaires, zone A  ° en partie │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
    "#]].assert_eq(&desk.drawn(&list, 120, 37));
    // What the keys act on is what is marked.
    assert_eq!((list.week(&desk.cx()), list.post(&desk.cx())), (week(46), Some(PostId(2))));
    // Another year says which, and may hold nothing of the kind.
    let none = Planning { list: true, filter: Filter::Withdrawn, week: IsoWeek::new(2028, 3), ..Planning::default() };
    let seen = desk.drawn(&none, 80, 21);
    assert!(seen.contains("2028") && seen.contains("Rien de tel cette année"), "{seen}");
}
