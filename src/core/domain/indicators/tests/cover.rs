//! Whether a doctor was there: weeks held, the horizon, désistements, the heat map.

use super::super::super::centre::Closure;
use super::super::super::chart::{Cell, Grid, GridKind, Head};
use super::super::super::{ClosureId, StayState};
use super::*;

/// Closes the centre for a week.
fn closed_week(facts: &mut Facts, number: i32) {
    let (from, to) = (monday(number), monday(number).plus(6));
    facts.rota.calendar.closures.push(Closure { id: ClosureId(1), from, to, reason: "travaux".into() });
}

#[test]
fn coverage_counts_posts_in_the_weeks_the_centre_opens() {
    // Two posts, five weeks, one of them closed: 8 planned. Post 1 has S40, S41, S44; post 2 has S40; S42 is cancelled.
    let stays = vec![
        stay(1, 1, 1, 40),
        stay(2, 1, 2, 41),
        cancelled(stay(3, 1, 3, 42), monday(41)),
        stay(4, 1, 4, 44),
        stay(5, 2, 5, 40),
    ];
    let mut facts = facts(2, stays);
    closed_week(&mut facts, 43);
    assert_eq!(value("coverage", &facts, weeks(40, 44)), Figure::Share(4, 8));
    assert_eq!(value("coverage.weeks", &facts, weeks(40, 44)), Figure::Count(3));
    let post = of_post(&facts, PostId(2));
    assert_eq!(value("coverage", &post, weeks(40, 44)), Figure::Share(1, 4));
    assert_eq!(value("coverage.weeks", &post, weeks(40, 44)), Figure::Count(1));
}

#[test]
fn a_post_is_planned_from_the_first_week_somebody_came_to_it() {
    // Post 1 since S40, post 2 since S43, post 3 never: 5 + 2 planned, of which S40, S43 and S43 are held.
    let facts = facts(3, vec![stay(1, 1, 1, 40), stay(2, 1, 1, 43), stay(3, 2, 2, 43)]);
    assert_eq!(value("coverage", &facts, weeks(40, 44)), Figure::Share(3, 7));
    assert_eq!(value("coverage", &facts, weeks(38, 39)), Figure::Missing);
}

#[test]
fn one_half_day_of_a_week_holds_it_and_a_week_of_rest_does_not() {
    let mut short = stay(1, 1, 1, 40);
    (short.from, short.to) = (monday(40).plus(5), monday(40).plus(5));
    let mut facts = facts(1, vec![short, stay(2, 1, 2, 41), stay(3, 1, 3, 42)]);
    for at in 0..6 {
        for half in [HalfDay::Morning, HalfDay::Afternoon] {
            facts.half_days.push(decided(1, monday(41).plus(at), half, HalfDayKind::Rest));
            facts.half_days.push(decided(1, monday(42).plus(at), half, HalfDayKind::Closed));
        }
    }
    // S40 by its Saturday morning; S41 at rest and S42 closed for the post are not held.
    assert_eq!(value("coverage", &facts, weeks(40, 42)), Figure::Share(1, 3));
    assert_eq!(value("coverage.weeks", &facts, weeks(40, 42)), Figure::Count(1));
}

#[test]
fn the_53_weeks_of_2026_are_its_own_and_none_of_another_year() {
    let facts = facts(1, (1..=53).map(|n| stay(i64::from(n), 1, 1, n)).collect());
    let found = |year| {
        let period = days((year, 1, 1), (year, 12, 31));
        let now = Now::on(day(2028, 1, 1), 9, 0);
        ["coverage", "coverage.weeks", "cost"].map(|code| value_at(code, &facts, period, now))
    };
    assert_eq!(found(2026), [Figure::Share(53, 53), Figure::Count(53), Figure::Count(53_000)]);
    // 2027 has 52 weeks. Saturday 2 January is of S53, which is of 2026.
    assert_eq!(found(2027), [Figure::Share(0, 52), Figure::Count(0), Figure::Count(0)]);
    assert_eq!(found(2025)[0], Figure::Missing);
}

#[test]
fn a_week_counts_in_one_month_only() {
    // S44 is 26 October to 1 November, S49 30 November to 5 December, S53 ends in January.
    let facts = facts(1, (40..=53).map(|n| stay(i64::from(n), 1, 1, n)).collect());
    let month = |month, last| {
        let period = days((2026, month, 1), (2026, month, last));
        ["coverage", "coverage.weeks", "cost"].map(|code| value_at(code, &facts, period, Now::on(monday(60), 9, 0)))
    };
    // Thursdays: 1, 8, 15, 22, 29 October; 5, 12, 19, 26 November; 3, 10, 17, 24, 31 December.
    assert_eq!(month(10, 31), [Figure::Share(5, 5), Figure::Count(5), Figure::Count(5_000)]);
    assert_eq!(month(11, 30), [Figure::Share(4, 4), Figure::Count(4), Figure::Count(4_000)]);
    assert_eq!(month(12, 31), [Figure::Share(5, 5), Figure::Count(5), Figure::Count(5_000)]);
}

#[test]
fn the_future_does_not_count() {
    let facts = facts(1, (40..=44).map(|n| stay(i64::from(n), 1, 1, n)).collect());
    let now = Now::on(monday(42), 9, 0);
    let found = ["coverage", "coverage.weeks", "horizon", "horizon.holes"]
        .map(|code| value_at(code, &facts, weeks(40, 44), now));
    // Three weeks have begun. Weeks 45 to 54 of the twelve after 42 are vacant.
    let saturday = Figure::Day(monday(44).plus(5));
    assert_eq!(found, [Figure::Share(3, 3), Figure::Count(3), saturday, Figure::Count(10)]);
    let ahead = indicator("horizon.holes", &facts, weeks(40, 44), now).window;
    assert_eq!(ahead, weeks(43, 54));
}

#[test]
fn fifty_weeks_a_year_are_the_target_of_the_days_since_the_opening() {
    let target = |facts: &Facts, period, now| indicator("coverage.weeks", facts, period, now).target;
    let mut facts = facts(1, vec![stay(1, 1, 1, 1)]);
    let year = days((2026, 1, 1), (2026, 12, 31));
    assert_eq!(target(&facts, year, after(year)), Some(Figure::Count(50)));
    // 30 June: 181 of 365 days, 24.8 weeks.
    assert_eq!(target(&facts, year, Now::on(day(2026, 6, 30), 9, 0)), Some(Figure::Count(25)));
    // Opened on 1 July: 184 days, 25.2 weeks.
    facts.opened = day(2026, 7, 1);
    assert_eq!(target(&facts, year, after(year)), Some(Figure::Count(25)));
}

#[test]
fn the_horizon_is_that_of_the_post_with_the_first_hole() {
    let two = facts(2, vec![stay(1, 1, 1, 45), stay(2, 2, 2, 45), stay(3, 1, 1, 46)]);
    assert_eq!(value("horizon", &two, weeks(40, 44)), Figure::Day(monday(45).plus(5)));
    assert_eq!(value("horizon", &of_post(&two, POST), weeks(40, 44)), Figure::Day(monday(46).plus(5)));
    let none_now = facts(1, vec![stay(1, 1, 1, 46)]);
    assert_eq!(value("horizon", &none_now, weeks(40, 44)), Figure::Missing);
    // Of S46 to S57; this week, S45, is vacant and is not ahead.
    assert_eq!(value("horizon.holes", &none_now, weeks(40, 44)), Figure::Count(11));
}

#[test]
fn a_closed_week_is_no_hole_and_an_option_holds_nothing() {
    let option = Stay { state: StayState::Option, ..stay(2, 1, 2, 47) };
    let mut facts = facts(1, vec![stay(1, 1, 1, 45), option, stay(3, 1, 3, 48)]);
    closed_week(&mut facts, 46);
    // Asked in S45 of S46 to S57: S46 is closed, S48 held; S47 is an option and vacant, as are S49 to S57.
    assert_eq!(value("horizon", &facts, weeks(40, 44)), Figure::Day(monday(45).plus(5)));
    assert_eq!(value("horizon.holes", &facts, weeks(40, 44)), Figure::Count(10));
}

/// S40 held; S41 withdrawn two weeks before and replaced; S42 withdrawn on the Saturday before; S43 an option only.
fn withdrawn() -> Facts {
    let gone = |stay, on| Stay { was_confirmed: true, ..cancelled(stay, on) };
    facts(
        1,
        vec![
            stay(40, 1, 1, 40),
            gone(stay(41, 1, 2, 41), monday(39)),
            stay(9, 1, 3, 41),
            gone(stay(42, 1, 4, 42), monday(41).plus(5)),
            cancelled(stay(43, 1, 5, 43), monday(42)),
            stay(44, 1, 6, 44),
        ],
    )
}

const WITHDRAWALS: [&str; 5] =
    ["withdrawals", "withdrawals.rate", "withdrawals.notice", "withdrawals.refilled", "withdrawals.half_days"];

#[test]
fn only_a_confirmed_stay_can_be_withdrawn_from() {
    let expected = [
        Figure::Count(2),
        // Of S40, S41, its replacement, S42 and S44.
        Figure::Share(2, 5),
        // 14 days and 2 days: 8.
        Figure::Halves(16),
        Figure::Share(1, 2),
        // S42.
        Figure::Count(10),
    ];
    assert_eq!(values(WITHDRAWALS, &withdrawn(), weeks(39, 44)), expected);
}

#[test]
fn the_count_and_the_share_speak_of_the_stays_that_were_to_begin() {
    // In S41 that of S42 was announced; S41 itself was to begin, and its replacement did.
    let found = values(WITHDRAWALS, &withdrawn(), weeks(41, 41));
    assert_eq!(found[..4], [Figure::Count(1), Figure::Share(1, 2), Figure::Halves(28), Figure::Share(1, 1)]);
    // In S43 nobody withdrew, and the option that was to begin was never confirmed.
    let none = [Figure::Count(0), Figure::Missing, Figure::Missing, Figure::Missing, Figure::Count(0)];
    assert_eq!(values(WITHDRAWALS, &withdrawn(), weeks(43, 43)), none);
    // What is called off for a week to come is known, and so are the stays that are to begin.
    let sunday = Now::on(monday(41).plus(6), 9, 0);
    assert_eq!(value_at("withdrawals", &withdrawn(), weeks(39, 44), sunday), Figure::Count(2));
    assert_eq!(value_at("withdrawals.rate", &withdrawn(), weeks(39, 44), sunday), Figure::Share(2, 5));
}

#[test]
fn who_leaves_after_the_beginning_gave_no_notice() {
    let gone = Stay { was_confirmed: true, ..cancelled(stay(1, 1, 1, 40), monday(40).plus(2)) };
    assert_eq!(value("withdrawals.notice", &facts(1, vec![gone]), weeks(40, 40)), Figure::Halves(0));
}

#[test]
fn a_half_day_is_lost_when_nobody_took_it_over() {
    let gone = Stay { was_confirmed: true, ..cancelled(stay(1, 1, 1, 42), monday(40)) };
    // Monday to Wednesday somebody came, and rested on Tuesday: Thursday to Saturday are 1 + 2 + 1 half-days.
    let mut instead = stay(2, 1, 2, 42);
    instead.to = monday(42).plus(2);
    let mut facts = facts(2, vec![gone, instead, stay(3, 2, 3, 42)]);
    facts.half_days = vec![decided(1, monday(42).plus(1), HalfDay::Morning, HalfDayKind::Rest)];
    assert_eq!(value("withdrawals.half_days", &facts, weeks(42, 42)), Figure::Count(4));
    // Friday was decided closed: nothing is lost then.
    for half in [HalfDay::Morning, HalfDay::Afternoon] {
        facts.half_days.push(decided(1, monday(42).plus(4), half, HalfDayKind::Closed));
    }
    assert_eq!(value("withdrawals.half_days", &facts, weeks(42, 42)), Figure::Count(2));
}

fn grid(facts: &Facts, period: Period) -> Grid {
    match body(ChartCode::Coverage, facts, period, after(period)) {
        Body::Grid(grid) => grid,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_heat_map_has_the_days_of_each_week() {
    // S45 on both posts; S46 with a holiday on its Wednesday and one post vacant; from Tuesday S45 to Friday S46.
    let mut facts = facts(2, vec![stay(1, 1, 1, 45), stay(2, 2, 2, 45), stay(3, 1, 3, 46)]);
    facts.half_days = vec![decided(2, monday(45).plus(2), HalfDay::Afternoon, HalfDayKind::Rest)];
    let period = Period { from: monday(45).plus(1), to: monday(46).plus(4) };
    let found = grid(&facts, period);
    assert_eq!(found.kind, GridKind::Coverage);
    assert_eq!(found.rows, (0..=5).map(Head::Weekday).collect::<Vec<_>>());
    let columns = [(monday(45).plus(1), monday(45).plus(6)), (monday(46), monday(46).plus(4))];
    assert_eq!(found.columns, columns.map(|(from, to)| Head::Week(Period { from, to })));
    let expected = [
        [Cell::Outside, Cell::Part(2, 4)],
        [Cell::Part(4, 4), Cell::Part(2, 4)],
        [Cell::Part(3, 4), Cell::Closed],
        [Cell::Part(2, 2), Cell::Part(1, 2)],
        [Cell::Part(4, 4), Cell::Part(2, 4)],
        [Cell::Part(2, 2), Cell::Outside],
    ];
    assert_eq!(found.cells, expected);
}

#[test]
fn over_more_than_a_year_the_heat_map_has_the_weeks_of_each_year() {
    let mut facts = facts(1, vec![stay(1, 1, 1, 1), stay(2, 1, 2, 53), stay(3, 1, 3, 54)]);
    facts.opened = monday(1);
    closed_week(&mut facts, 52);
    let found = grid(&facts, days((2025, 12, 1), (2027, 3, 31)));
    assert_eq!(found.rows, [2025, 2026, 2027].map(Head::Year));
    assert_eq!(found.columns, (1..=53).map(Head::WeekNumber).collect::<Vec<_>>());
    let at = |year: i32, number: usize| found.cells[usize::try_from(year - 2025).unwrap()][number - 1];
    // Before the opening; a week that 2025 has not; 1 January 2026 is a Thursday.
    assert_eq!([at(2025, 50), at(2025, 53), at(2026, 1)], [Cell::Outside, Cell::Outside, Cell::Part(9, 9)]);
    assert_eq!([at(2026, 2), at(2026, 52)], [Cell::Part(0, 10), Cell::Closed]);
    // S53 less Friday 1 January; S01; S12 is the last week with its Thursday in the period; 2027 has no S53.
    assert_eq!([at(2026, 53), at(2027, 1)], [Cell::Part(8, 8), Cell::Part(10, 10)]);
    assert_eq!([at(2027, 12), at(2027, 13), at(2027, 53)], [Cell::Part(0, 10), Cell::Outside, Cell::Outside]);
}
