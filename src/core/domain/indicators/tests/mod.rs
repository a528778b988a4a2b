//! The figures, worked out by hand: one file a topic, and the properties that hold for any centre.

mod access;
mod activity;
mod bars;
mod care;
mod cover;
mod doctors;
mod leaving;
mod panel;
mod properties;
mod relay;
mod withheld;

use std::collections::BTreeMap;

use super::super::chart::Body;
use super::super::fixture::*;
use super::super::noted::Targets;
use super::super::{Day, DayClose, DayCloseId, DayCounts, DecidedHalfDay, HalfDay, HalfDayKind, Now, PostId, Stamp};
use super::super::{Stay, StayId};
use super::ChartCode;
use super::*;

/// A centre open since 2022 with these posts and stays, of which nothing else is known.
///
/// Its week has ten half-days: Monday to Friday less Thursday afternoon, and Saturday morning.
fn facts(posts: i64, stays: Vec<Stay>) -> Facts {
    Facts {
        opened: day(2022, 10, 31),
        department: "23".into(),
        targets: Targets { open_weeks: Some(50), week_fee: Some(1_000), ..Targets::default() },
        post: None,
        rota: rota(posts, stays),
        closings: vec![],
        earlier: Vec::new(),
        half_days: vec![],
        load: vec![],
        agenda_since: None,
        travelled: crate::domain::care::round::Travelled::default(),
        meetings: BTreeMap::new(),
        panels: vec![],
        surveys: vec![],
        published: vec![],
        urgent: vec![],
        open: vec![],
        said: BTreeMap::new(),
        recalls: Recalls::default(),
        rooms: (0, 0),
        care: crate::domain::care::Activity::default(),
    }
}

/// What a store leaves of the facts when asked for one post.
fn of_post(facts: &Facts, post: PostId) -> Facts {
    let mut facts = Facts { post: Some(post), ..facts.clone() };
    facts.rota.posts.retain(|p| p.id == post);
    facts.rota.stays.edit(|stays| stays.retain(|s| s.post == post));
    let mine: Vec<StayId> = facts.rota.stays.iter().map(|s| s.id).collect();
    facts.closings.retain(|c| mine.contains(&c.stay));
    facts
}

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::ymd(year, month, day).unwrap()
}

/// From the Monday of a week of 2026 to the Sunday of another.
fn weeks(from: i32, to: i32) -> Period {
    Period { from: monday(from), to: monday(to).plus(6) }
}

fn days(from: (i32, u32, u32), to: (i32, u32, u32)) -> Period {
    Period { from: day(from.0, from.1, from.2), to: day(to.0, to.1, to.2) }
}

/// The morning after a period.
fn after(period: Period) -> Now {
    Now::on(period.to.plus(1), 9, 0)
}

/// A closing: offered, booked, then seen on an appointment, unplanned, at home, from afar, and absent.
fn close(stay: i64, day: Day, counts: [u16; 7]) -> DayClose {
    let [offered, booked, programmed, unplanned, visits, remote, absent] = counts;
    let counts = DayCounts { offered, booked, programmed, unplanned, visits, remote, absent };
    DayClose { id: DayCloseId(i64::from(day.0)), stay: StayId(stay), day, counts, author: CLAIRE, at: Stamp(0) }
}

/// A closing on which only that many patients were seen.
fn saw(stay: i64, day: Day, seen: u16) -> DayClose {
    close(stay, day, [0, 0, seen, 0, 0, 0, 0])
}

fn decided(post: i64, day: Day, half: HalfDay, kind: HalfDayKind) -> DecidedHalfDay {
    DecidedHalfDay { post: PostId(post), day, half, kind }
}

/// The figure of a code, asked on the morning after the period.
fn value(code: &str, facts: &Facts, period: Period) -> Figure {
    value_at(code, facts, period, after(period))
}

fn value_at(code: &str, facts: &Facts, period: Period, now: Now) -> Figure {
    indicator(code, facts, period, now).value
}

fn indicator(code: &str, facts: &Facts, period: Period, now: Now) -> Indicator {
    indicators(facts, period, now).into_iter().find(|i| i.code == code).unwrap()
}

/// The figures of some codes, asked on the morning after the period.
fn values<const N: usize>(codes: [&str; N], facts: &Facts, period: Period) -> [Figure; N] {
    codes.map(|code| value(code, facts, period))
}

fn body(code: ChartCode, facts: &Facts, period: Period, now: Now) -> Body {
    charts(facts, period, now).into_iter().find(|c| c.code == code).unwrap().body
}

#[test]
fn every_indicator_is_computed_once_in_the_order_of_the_list() {
    let period = weeks(40, 44);
    let computed: Vec<&str> = indicators(&facts(1, vec![]), period, after(period)).iter().map(|i| i.code).collect();
    let listed: Vec<&str> = CODES.iter().map(|row| row.0).collect();
    assert_eq!(computed, listed);
    let once: std::collections::BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(once.len(), listed.len());
}

#[test]
fn every_chart_stands_under_one_of_the_indicators() {
    for chart in ChartCode::ALL {
        assert!(CODES.iter().any(|row| row.0 == chart.code()), "{chart:?}");
    }
}

/// What is counted is none; what has nothing to be divided by, and what nobody noted, is not known (rule 20).
#[test]
fn a_centre_of_which_nothing_is_known_says_so_and_never_nought() {
    let counted = [
        "horizon.holes",
        "withdrawals",
        "withdrawals.half_days",
        "doctors",
        "handover.unchanged",
        "handover.overdue",
        "handover.results_late",
        "coordination.recalls",
    ];
    let period = weeks(40, 44);
    for found in indicators(&facts(0, vec![]), period, after(period)) {
        let none = if counted.contains(&found.code) { Figure::Count(0) } else { Figure::Missing };
        assert_eq!((found.value, found.target), (none, None), "{}", found.code);
    }
}

#[test]
fn what_is_only_known_of_now_does_not_stand_beside_another_period() {
    let facts = facts(1, vec![stay(40, 1, 1, 40)]);
    let (then, now) = (weeks(40, 44), Now::on(monday(60), 9, 0));
    let beside: Vec<_> = indicators_beside(&facts, then, now).into_iter().map(|i| i.code).collect();
    let gone: Vec<_> =
        indicators(&facts, then, now).into_iter().map(|i| i.code).filter(|c| !beside.contains(c)).collect();
    let relay = ["handover.unchanged", "handover.overdue", "handover.results_late"];
    assert_eq!(gone, [&["horizon", "horizon.holes"][..], &relay, &["followed", "followed.lost"]].concat());
}

#[test]
fn a_period_that_runs_is_partial_and_figures_of_a_moment_never_are() {
    // Those of today, those of a dated snapshot, and the count since the opening have their own days.
    let moments = [
        "consultations.since_opening",
        "panel",
        "ald",
        "ald.rate",
        "active_file",
        "return_rate",
        "horizon",
        "horizon.holes",
        "handover.unchanged",
        "handover.overdue",
        "handover.results_late",
        "followed",
        "followed.lost",
    ];
    let facts = facts(1, (40..=44).map(|n| stay(i64::from(n), 1, 1, n)).collect());
    let period = weeks(40, 44);
    for found in indicators(&facts, period, Now::on(period.to, 9, 0)) {
        assert_eq!(found.partial, !moments.contains(&found.code), "{}", found.code);
        assert_eq!(found.window == period, found.partial, "{}", found.code);
    }
    assert!(indicators(&facts, period, after(period)).iter().all(|found| !found.partial));
}

#[test]
fn one_post_has_no_panel_no_survey_and_no_points_of_the_team() {
    let facts = of_post(&facts(2, vec![stay(1, 1, 1, 40)]), POST);
    let period = weeks(40, 44);
    let told: Vec<&str> = indicators(&facts, period, after(period)).iter().map(|i| i.code).collect();
    let around = ["waiting", "followed", "concertation", "requests"];
    let families = [&["tna", "np_delay", "panel", "ald", "active_file", "coordination", "rooms"][..], &around].concat();
    let of_team = ["handover.unchanged", "handover.overdue", "handover.results_late"];
    for (code, ..) in CODES {
        let family = code.split('.').next().unwrap();
        let whole = families.contains(&family) || of_team.contains(code);
        assert_eq!(told.contains(code), !whole, "{code}");
    }
    let drawn: Vec<ChartCode> = charts(&facts, period, after(period)).iter().map(|c| c.code).collect();
    let whole = [ChartCode::Panel, ChartCode::Access, ChartCode::Asalee];
    assert!(whole.iter().all(|chart| !drawn.contains(chart)));
    assert_eq!(drawn.len(), ChartCode::ALL.len() - whole.len());
}

#[test]
fn a_figure_is_a_number_where_it_has_one() {
    // 170 ÷ 900 = 18.88… %, as published on 31 May 2023.
    assert!((Figure::Share(170, 900).number().unwrap() - 18.889).abs() < 0.001);
    assert_eq!(Figure::Ratio(62, 4).number(), Some(15.5));
    assert_eq!(Figure::Halves(9).number(), Some(4.5));
    assert_eq!(Figure::Gap(-2).number(), Some(-2.0));
    for none in [Figure::Missing, Figure::Never, Figure::Withheld, Figure::Day(Day(0)), Figure::Share(0, 0)] {
        assert_eq!(none.number(), None, "{none:?}");
    }
}

#[test]
fn only_a_period_that_is_over_and_was_open_all_along_is_compared() {
    let (opened, today) = (day(2026, 10, 1), day(2026, 11, 1));
    let october = days((2026, 10, 1), (2026, 10, 31));
    assert!(is_complete(october, opened, today));
    assert!(!is_complete(october, opened.plus(1), today));
    assert!(!is_complete(october, opened, today.plus(-1)));
}
