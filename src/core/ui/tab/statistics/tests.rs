use expect_test::expect;
use ratatui::buffer::Buffer;

use super::*;
use crate::domain::indicators::{Facts, Recalls, charts, indicators, week_figures};
use crate::domain::noted::{NewPanel, PanelSnapshot, Targets};
use crate::domain::{Centre, DayClose, DayCloseId, DayCounts, PanelId, Pattern, Post, Stamp, StayId};
use crate::ui::testing::{Desk, GARNIER, POST, day, shown};

/// Ajain on Friday of S48: four days closed, the panel of the first of the month, a target.
fn desk() -> Desk {
    let mut desk = Desk::of(GARNIER);
    desk.frame.centre.targets = Targets { open_weeks: Some(50), week_consultations: Some(90), ..Targets::default() };
    desk
}

fn facts(desk: &Desk, post: Option<PostId>) -> Facts {
    let Centre { opened, department, targets, .. } = desk.frame.centre.clone();
    let closings = (0..4).map(|n: i32| DayClose {
        id: DayCloseId(i64::from(n)),
        stay: StayId(1),
        day: day(2026, 11, 23).plus(n),
        counts: DayCounts { offered: 25, booked: 20, programmed: 16, unplanned: 3, visits: 1, remote: 0, absent: 2 },
        author: GARNIER,
        at: Stamp(0),
    });
    let panel = NewPanel {
        day: day(2026, 11, 2),
        patients: 2_300,
        ald: Some(430),
        active_file: None,
        arrivals: None,
        departures: None,
        deaths: None,
        source: "Maiia".into(),
    };
    Facts {
        opened,
        department,
        targets,
        post,
        rota: desk.frame.rota.clone(),
        closings: closings.collect(),
        earlier: vec![(day(2026, 9, 30), 18_000)],
        half_days: Vec::new(),
        load: Vec::new(),
        agenda_since: None,
        travelled: crate::domain::care::round::Travelled::default(),
        meetings: std::collections::BTreeMap::new(),
        panels: vec![PanelSnapshot { id: PanelId(1), what: panel, author: GARNIER, at: Stamp(0) }],
        surveys: Vec::new(),
        published: Vec::new(),
        urgent: Vec::new(),
        open: Vec::new(),
        said: std::collections::BTreeMap::new(),
        recalls: Recalls::default(),
        rooms: (0, 0),
        care: crate::domain::care::Activity::default(),
    }
}

/// The tab with the answer to what it asks.
fn answered(tab: &mut StatisticsTab, desk: &Desk) {
    let cx = desk.cx();
    let [Query::Statistics { period, before, post }] = tab.queries(&cx)[..] else { panic!("one query") };
    let facts = facts(desk, post);
    let before = before.map(|before| (before, indicators(&facts, before, desk.now)));
    let page = Statistics {
        period,
        post,
        indicators: indicators(&facts, period, desk.now),
        before,
        charts: charts(&facts, period, desk.now),
        weeks: week_figures(&facts, period, desk.now),
    };
    tab.receive(&Page::Statistics(Box::new(page)), &cx);
}

fn tab(desk: &Desk) -> StatisticsTab {
    let mut tab = StatisticsTab::default();
    answered(&mut tab, desk);
    tab
}

fn acts(tab: &mut StatisticsTab, desk: &Desk, actions: &[Action]) -> Vec<Ask> {
    actions.iter().flat_map(|action| tab.act(*action, &desk.cx())).collect()
}

fn drawn(tab: &StatisticsTab, desk: &Desk, (width, height): (u16, u16)) -> String {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    tab.draw(buf.area, &mut buf, &desk.cx());
    shown(&buf)
}

/// The room of a tab at 80×24.
const SMALL: (u16, u16) = (80, 21);

fn period(tab: &StatisticsTab, desk: &Desk) -> (Day, Day) {
    let (period, _, _) = tab.shown(&desk.cx());
    (period.from, period.to)
}

#[test]
fn one_goes_back_to_the_opening_and_no_further() {
    let mut desk = desk();
    desk.frame.centre.opened = day(2026, 6, 15);
    let mut tab = tab(&desk);
    assert_eq!(period(&tab, &desk), (day(2026, 10, 1), day(2026, 12, 31)));
    assert!(!tab.can(Action::PageDown, &desk.cx()));
    let asks = acts(&mut tab, &desk, &[Action::PageUp, Action::PageUp]);
    assert_eq!(asks, [Ask::Look, Ask::Look]);
    // The second quarter holds the opening.
    assert_eq!(period(&tab, &desk), (day(2026, 4, 1), day(2026, 6, 30)));
    assert!(!tab.can(Action::PageUp, &desk.cx()) && tab.can(Action::PageDown, &desk.cx()));
    tab.choose(PeriodChoice::Kind(PeriodKind::Whole));
    assert_eq!(period(&tab, &desk), (day(2026, 6, 15), day(2026, 11, 27)));
    assert!(!tab.can(Action::PageUp, &desk.cx()));
}

#[test]
fn any_days_can_be_a_period_and_one_goes_back_by_as_many() {
    let desk = desk();
    let mut tab = tab(&desk);
    tab.choose(PeriodChoice::Between(Period { from: day(2026, 11, 11), to: day(2026, 11, 20) }));
    acts(&mut tab, &desk, &[Action::PageUp]);
    assert_eq!(period(&tab, &desk), (day(2026, 11, 1), day(2026, 11, 10)));
}

#[test]
fn the_period_beside_is_the_one_before_or_that_of_last_year() {
    let desk = desk();
    let mut tab = tab(&desk);
    let (_, before, _) = tab.shown(&desk.cx());
    assert_eq!((before.from, before.to), (day(2026, 7, 1), day(2026, 9, 30)));
    let asks = acts(&mut tab, &desk, &[Action::Compare]);
    assert!(matches!(asks[..], [Ask::Look, Ask::Say(_)]), "{asks:?}");
    let (_, before, _) = tab.shown(&desk.cx());
    assert_eq!((before.from, before.to), (day(2025, 10, 1), day(2025, 12, 31)));
}

#[test]
fn the_arrows_leaf_through_every_chart_and_round_again() {
    let desk = desk();
    let mut tab = tab(&desk);
    let mut seen = vec![tab.code()];
    for _ in 1..ChartCode::ALL.len() {
        acts(&mut tab, &desk, &[Action::Right]);
        seen.push(tab.code());
    }
    assert_eq!(seen, ChartCode::ALL);
    acts(&mut tab, &desk, &[Action::Right]);
    assert_eq!(tab.code(), ChartCode::ALL[0]);
    acts(&mut tab, &desk, &[Action::Left]);
    assert_eq!(tab.code(), *ChartCode::ALL.last().unwrap());
}

#[test]
fn enter_goes_to_the_week_the_cursor_is_on() {
    let desk = desk();
    let mut tab = tab(&desk);
    // The cursor begins on the running week.
    let asks = acts(&mut tab, &desk, &[Action::Enter]);
    assert!(matches!(asks[..], [Ask::Goto(Goto::Drill(at))] if at == day(2026, 11, 23)), "{asks:?}");
    // Three weeks back, in the table as in the chart.
    let asks = acts(&mut tab, &desk, &[Action::Up, Action::Up, Action::Table, Action::Up, Action::Enter]);
    assert!(matches!(asks[..], [Ask::Goto(Goto::Drill(at))] if at == day(2026, 11, 2)), "{asks:?}");
    // What does not go by days leads nowhere.
    acts(&mut tab, &desk, &[Action::Left]);
    assert_eq!(tab.code(), *ChartCode::ALL.last().unwrap());
    assert!(!tab.can(Action::Enter, &desk.cx()));
}

#[test]
fn from_the_bar_of_a_month_one_goes_to_its_first_day_of_work() {
    let desk = desk();
    let mut tab = tab(&desk);
    tab.choose(PeriodChoice::Kind(PeriodKind::Whole));
    answered(&mut tab, &desk);
    // 1 November 2026 is a Sunday, and a holiday.
    let asks = acts(&mut tab, &desk, &[Action::Enter]);
    assert!(matches!(asks[..], [Ask::Goto(Goto::Drill(at))] if at == day(2026, 11, 2)), "{asks:?}");
}

#[test]
fn figures_of_another_period_do_not_stand_under_this_ones_name() {
    let desk = desk();
    let mut tab = tab(&desk);
    let old = tab.page.clone().unwrap();
    acts(&mut tab, &desk, &[Action::PageUp]);
    assert!(drawn(&tab, &desk, SMALL).contains("Lecture"), "the answer is still on its way");
    tab.receive(&Page::Statistics(old), &desk.cx());
    assert!(drawn(&tab, &desk, SMALL).contains("Lecture"), "an answer to another question");
    answered(&mut tab, &desk);
    assert!(drawn(&tab, &desk, SMALL).contains("▸Consultations"));
}

#[test]
fn the_list_has_no_keys_of_the_charts() {
    let desk = desk();
    let mut tab = tab(&desk);
    acts(&mut tab, &desk, &[Action::Definition, Action::Figures]);
    for action in [Action::Left, Action::Right, Action::Definition, Action::Table, Action::Enlarge, Action::Enter] {
        assert!(!tab.can(action, &desk.cx()), "{action:?}");
    }
    // One step out, and the definition is not still there.
    acts(&mut tab, &desk, &[Action::Back]);
    assert!(!tab.can(Action::Back, &desk.cx()));
}

#[test]
fn esc_comes_out_one_step_at_a_time() {
    let desk = desk();
    let mut tab = tab(&desk);
    assert!(!tab.can(Action::Back, &desk.cx()));
    acts(&mut tab, &desk, &[Action::Enlarge, Action::Table, Action::Definition]);
    let mut steps = 0;
    while tab.can(Action::Back, &desk.cx()) {
        acts(&mut tab, &desk, &[Action::Back]);
        steps += 1;
    }
    assert_eq!(steps, 3);
    acts(&mut tab, &desk, &[Action::Figures, Action::Back]);
    assert!(!tab.can(Action::Back, &desk.cx()));
}

#[test]
fn one_post_among_several_can_be_looked_at_alone() {
    let mut desk = desk();
    let mut tab = tab(&desk);
    assert!(!tab.can(Action::OnePost, &desk.cx()), "a single post is the centre");
    desk.frame.rota.posts.push(Post { id: PostId(2), name: "Poste 2".into(), pattern: Pattern::Programmed });
    acts(&mut tab, &desk, &[Action::Right, Action::Right]);
    assert_eq!(tab.code(), ChartCode::Panel);
    let mut posts = Vec::new();
    for _ in 0..3 {
        acts(&mut tab, &desk, &[Action::OnePost]);
        posts.push(tab.shown(&desk.cx()).2);
    }
    assert_eq!(posts, [Some(POST), Some(PostId(2)), None]);
    // The panel is the whole centre's: another chart takes its place.
    assert_eq!(tab.code(), ChartCode::Consultations);
}

#[test]
fn a_quarter_on_a_small_screen() {
    let desk = desk();
    let mut tab = tab(&desk);
    expect![[r#"
        ┌ Trimestre · 1er oct. – 31 déc. 2026 · période en cours, incomplète ──────────┐
        │▸Consultations  Au total       Patientèle MT  Couverture     Patients/jour    │
        │ 80             18 080         2 300 patients 100,0 %        22,9             │
        │ Durée prévue   3e rdv libre   Transmissions  Médecins       Origine          │
        │ —              —              —              1 médecin      0 département    │
        │ Asalée                                                                       │
        │ —                                                                            │
        │                                                                              │
        │Consultations par semaine                                                     │
        │  100 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━obj. 90  │
        │                                      ▒▒▒                                     │
        │   50                                 ███                                     │
        │                                      ███                                     │
        │                                      ███                                     │
        │                                      ███                                     │
        │    0 ─────────────────────────────────▲──────────────────────                │
        │       ○   ○   ○   ○   ○   ○   ○   ○   …   …   ○   …   ○   ○                  │
        │      S40 S41 S42 S43 S44 S45 S46 S47 S48 S49 S50 S51 S52 S53                 │
        │S48 · 23–29 nov. 2026 : 80 · 64 prog. · 12 non prog. · 4 visites · incomplet  │
        │█ prog.  ▒ non prog.  ▓ visites  ○ vacant  … incomplet                        │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&drawn(&tab, &desk, SMALL));
    acts(&mut tab, &desk, &[Action::Definition]);
    expect![[r#"
        ┌ Trimestre · 1er oct. – 31 déc. 2026 · période en cours, incomplète ──────────┐
        │▸Consultations  Au total       Patientèle MT  Couverture     Patients/jour    │
        │ 80             18 080         2 300 patients 100,0 %        22,9             │
        │ Durée prévue   3e rdv libre   Transmissions  Médecins       Origine          │
        │ —              —              —              1 médecin      0 département    │
        │ Asalée                                                                       │
        │ —                                                                            │
        │                                                                              │
        │Consultations par semaine                                                     │
        │ Consultations : 80 consultations                                             │
        │   Actes des jours clôturés : programmés, non programmés, visites à domicile, │
        │   téléconsultations. Les absents n'y sont pas. Un jour qui n'est pas clôturé │
        │   n'y est pas.                                                               │
        │   1er oct. – 31 déc. 2026 · période en cours, incomplète                     │
        │   obj. 90 consultations                                                      │
        │   1er juil. – 30 sept. 2026 : —                                              │
        │                                                                              │
        │ Part non programmée : 15,0 % (12 sur 80)                                     │
        │   Consultations non programmées ÷ consultations.                             │
        │   1er oct. – 31 déc. 2026 · période en cours, incomplète                     │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&drawn(&tab, &desk, SMALL));
    acts(&mut tab, &desk, &[Action::Back, Action::Table]);
    expect![[r#"
        ┌ Trimestre · 1er oct. – 31 déc. 2026 · période en cours, incomplète ──────────┐
        │▸Consultations  Au total       Patientèle MT  Couverture     Patients/jour    │
        │ 80             18 080         2 300 patients 100,0 %        22,9             │
        │ Durée prévue   3e rdv libre   Transmissions  Médecins       Origine          │
        │ —              —              —              1 médecin      0 département    │
        │ Asalée                                                                       │
        │ —                                                                            │
        │                                                                              │
        │Consultations par semaine                                                     │
        │  Semaine   Total  Programmées  Non program…  Visites à d…  Téléconsult…      │
        │  S40 2026      —            —             —             —             —      │
        │  S41 2026      —            —             —             —             —      │
        │  S42 2026      —            —             —             —             —      │
        │  S43 2026      —            —             —             —             —      │
        │  S44 2026      —            —             —             —             —      │
        │  S45 2026      —            —             —             —             —      │
        │  S46 2026      —            —             —             —             —      │
        │  S47 2026      —            —             —             —             —      │
        │▸ S48 2026     80           64            12             4             0      │
        │  S49 2026      —            —             —             —             —      │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&drawn(&tab, &desk, SMALL));
}

#[test]
fn a_quarter_on_a_large_screen_shows_what_stands_beside() {
    let mut desk = desk();
    // The quarter is over: it can be compared.
    desk.now = crate::domain::Now::on(day(2027, 1, 8), 9, 0);
    let mut tab = tab(&desk);
    acts(&mut tab, &desk, &[Action::PageUp]);
    answered(&mut tab, &desk);
    let screen = drawn(&tab, &desk, (120, 37));
    let cards: String = screen.lines().take(9).map(|line| line.to_owned() + "\n").collect();
    expect![[r#"
        ┌ Trimestre · 1er oct. – 31 déc. 2026 ─────────────────────────────────────────────────────────────────────────────────┐
        │▸Consultations      Au total           Patientèle MT      Couverture         Patients/jour      Durée prévue          │
        │ 80 consultations   18 080             2 300 patients     50,0 %             22,9               —                     │
        │ non prog. 15,0 %                      ALD 18,7 %         semaines 3 · obj.… remplissage 80,0 % absents 10,0 %        │
        │ obj. 270           avant 18 000                                                                                      │
        │ 3e rdv libre       Transmissions      Médecins           Origine            Asalée                                   │
        │ —                  0,0 %              3 médecins ↑       0 département      —                                        │
        │ jour même —        urgents 10 h —     retour —           régions 0          perdus de vue —                          │
        │                                       avant 0                                                                        │
    "#]].assert_eq(&cards);
}

#[test]
fn the_list_has_every_figure_and_tells_all_of_the_one_it_is_on() {
    let desk = desk();
    let mut tab = tab(&desk);
    acts(&mut tab, &desk, &[Action::Figures, Action::Down, Action::Down]);
    expect![[r#"
        ┌ Trimestre · 1er oct. – 31 déc. 2026 · période en cours, incomplète ──────────┐
        │                                                                 à côté       │
        │  Consultations                 80 consultations                  —           │
        │    Programmées                 64 consultations                  —           │
        │▸   Non programmées             12 consultations                  —           │
        │     Consultations au centre, demandées moins de 24 h avant ou sans rendez-   │
        │     vous.                                                                    │
        │     1er oct. – 31 déc. 2026 · période en cours, incomplète                   │
        │     1er juil. – 30 sept. 2026 : —                                            │
        │    Visites à domicile          4 visites                         —           │
        │    Téléconsultations           0 consultation                    —           │
        │    Depuis l'ouverture          18 080 consultations              18 000      │
        │  Patients par jour             22,9 patients par jour            —           │
        │  Durée prévue                  —                                 —           │
        │  Part non programmée           15,0 % (12 sur 80)                —           │
        │  Remplissage                   80,0 % (80 sur 100)               —           │
        │    Créneaux honorés            72,0 % (72 sur 100)               —           │
        │  Rendez-vous non honorés       10,0 % (8 sur 80)                 —           │
        │    Communes visitées           —                                 —           │
        │    Kilomètres des visites      —                                 —           │
        └──────────────────────────────────────────────────────────────────────────────┘
    "#]]
    .assert_eq(&drawn(&tab, &desk, SMALL));
    let first = tab.page.as_ref().unwrap().indicators.len();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..first {
        let screen = drawn(&tab, &desk, SMALL);
        let selected = screen.lines().find(|l| l.starts_with("│▸")).unwrap();
        seen.insert(selected.chars().skip(2).take(30).collect::<String>());
        acts(&mut tab, &desk, &[Action::Down]);
    }
    // The two above were passed.
    assert_eq!(seen.len(), first - 2);
}

#[test]
fn what_is_empty_teaches() {
    let desk = desk();
    let mut tab = tab(&desk);
    for (code, taught) in [(ChartCode::Access, "a note celui de la semaine"), (ChartCode::Load, "Le Menu importe")] {
        while tab.code() != code {
            acts(&mut tab, &desk, &[Action::Right]);
        }
        let screen = drawn(&tab, &desk, SMALL);
        assert!(screen.contains(taught), "{screen}");
    }
}

#[test]
fn a_click_on_a_card_shows_its_chart() {
    let desk = desk();
    let mut tab = tab(&desk);
    let area = Rect::new(0, 2, SMALL.0, SMALL.1);
    // The third card of the second row.
    tab.click(34, 2 + 1 + 2, area, &desk.cx());
    assert_eq!(tab.code(), ChartCode::Relay);
    // Beside the cards nothing happens.
    tab.click(34, 20, area, &desk.cx());
    assert_eq!(tab.code(), ChartCode::Relay);
}
