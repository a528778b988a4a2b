//! Consultations, how full the days were and how long they are planned.

use rstest::rstest;

use super::super::super::day_close::newest;
use super::*;

/// Two days of S48: 16 + 2 + 1 + 1 = 20 and 14 + 6 = 20 patients; and one of the week before, which does not count.
fn two_days() -> Facts {
    let mut facts = facts(1, vec![stay(1, 1, 1, 47), stay(2, 1, 2, 48)]);
    facts.closings = vec![
        close(2, monday(48), [25, 20, 16, 2, 1, 1, 3]),
        close(2, monday(48).plus(1), [24, 22, 14, 6, 0, 0, 2]),
        saw(1, monday(47), 90),
    ];
    facts.earlier = vec![(monday(46), 1_950)];
    facts
}

#[rstest]
// 20 + 20.
#[case("consultations", Figure::Count(40))]
// 16 + 14; 2 + 6; 1 + 0; 1 + 0.
#[case("consultations.programmed", Figure::Count(30))]
#[case("consultations.unplanned", Figure::Count(8))]
#[case("visits", Figure::Count(1))]
#[case("consultations.remote", Figure::Count(1))]
// 1 950 + 40.
#[case("consultations.since_opening", Figure::Count(1_990))]
// 40 patients on two days of two half-days: 80 half-patients for 4 half-days, 20 a day.
#[case("per_day", Figure::Ratio(80, 4))]
#[case("np_share", Figure::Share(8, 40))]
// 20 + 22 booked of 25 + 24; 42 − 3 − 2 came.
#[case("fill", Figure::Share(42, 49))]
#[case("fill.honoured", Figure::Share(37, 49))]
#[case("no_show", Figure::Share(5, 42))]
fn the_closed_days_add_up(#[case] code: &str, #[case] expected: Figure) {
    assert_eq!(value(code, &two_days(), weeks(48, 48)), expected);
}

#[test]
fn a_correction_counts_and_what_it_corrects_does_not() {
    let mut facts = two_days();
    let first = close(2, monday(48), [25, 20, 16, 2, 1, 1, 3]);
    let corrected = DayClose { id: DayCloseId(first.id.0 + 1), ..close(2, monday(48), [25, 20, 14, 2, 1, 1, 5]) };
    facts.closings = newest(vec![corrected, first]);
    // 14 + 2 + 1 + 1, and 5 absent of 20.
    let found = values(["consultations", "no_show"], &facts, weeks(48, 48));
    assert_eq!(found, [Figure::Count(18), Figure::Share(5, 20)]);
}

#[test]
fn a_day_that_has_not_come_does_not_count() {
    let facts = two_days();
    let monday_noon = Now::on(monday(48), 12, 0);
    assert_eq!(value_at("consultations", &facts, weeks(48, 48), monday_noon), Figure::Count(20));
    // Before the week nothing is known of it, but what was seen since the opening is.
    let before = Now::on(monday(48).plus(-1), 12, 0);
    assert_eq!(value_at("consultations", &facts, weeks(48, 48), before), Figure::Missing);
    let since = indicator("consultations.since_opening", &facts, weeks(48, 48), before);
    assert_eq!((since.value, since.window.from, since.window.to), (Figure::Count(1_950), facts.opened, before.day));
}

#[test]
fn days_without_a_closing_are_said() {
    let caveat = |facts: &Facts, now| indicator("consultations", facts, weeks(48, 48), now).caveat;
    let missing = |count| Some(Caveat::Unclosed(count));
    // Wednesday to Saturday.
    assert_eq!(caveat(&two_days(), Now::on(monday(49), 9, 0)), missing(4));
    // On Thursday only Wednesday is missing: a day may be closed until its evening.
    assert_eq!(caveat(&two_days(), Now::on(monday(48).plus(3), 9, 0)), missing(1));
    assert_eq!(caveat(&two_days(), Now::on(monday(48).plus(2), 9, 0)), None);
    // A centre that closes no days is not reminded.
    assert_eq!(caveat(&facts(1, vec![stay(2, 1, 2, 48)]), Now::on(monday(49), 9, 0)), None);
}

#[test]
fn a_day_of_a_doctor_is_two_half_days_that_were_worked() {
    // S46: Wednesday 11 November is a holiday, Thursday afternoon is closed, Tuesday afternoon is the doctor's rest.
    let mut facts = facts(1, vec![stay(1, 1, 1, 46)]);
    let at = |n: i32| monday(46).plus(n);
    facts.half_days = vec![decided(1, at(1), HalfDay::Afternoon, HalfDayKind::Rest)];
    facts.closings = vec![saw(1, at(1), 12), saw(1, at(2), 4), saw(1, at(3), 11), saw(1, at(4), 21)];
    // All of them were seen: 12 + 4 + 11 + 21.
    assert_eq!(value("consultations", &facts, weeks(46, 46)), Figure::Count(48));
    // The four of the holiday have no half-day: 12 + 11 + 21 = 44 on 1 + 1 + 2 half-days, 22 a day.
    assert_eq!(value("per_day", &facts, weeks(46, 46)), Figure::Ratio(88, 4));
    // A Sunday somebody decided to open has one: 6 more on 1 more.
    facts.half_days.push(decided(1, at(6), HalfDay::Morning, HalfDayKind::Unplanned));
    facts.rota.stays.edit(|stays| stays[0].to = at(6));
    facts.closings.push(saw(1, at(6), 6));
    assert_eq!(value("per_day", &facts, weeks(46, 46)), Figure::Ratio(100, 5));
}

#[test]
fn the_target_is_that_of_the_half_days_held_so_far() {
    let mut facts = facts(2, vec![stay(1, 1, 1, 48), stay(2, 1, 2, 49), stay(3, 2, 3, 48)]);
    facts.targets.week_consultations = Some(101);
    facts.closings = vec![saw(1, monday(48), 20)];
    let target = |period, now| indicator("consultations", &facts, period, now).target;
    // S48 on two posts, and Monday 30 November, two of ten half-days of S49: 101 + 101 + 20.2.
    let november = days((2026, 11, 1), (2026, 11, 30));
    assert_eq!(target(november, after(november)), Some(Figure::Count(222)));
    // On Wednesday evening six of ten half-days have passed, on two posts: 2 × 60.6 = 121.2.
    assert_eq!(target(november, Now::on(monday(48).plus(2), 19, 0)), Some(Figure::Count(121)));
    assert_eq!(indicator("consultations", &of_post(&facts, POST), weeks(48, 48), after(weeks(48, 48))).target, {
        Some(Figure::Count(101))
    });
}

#[test]
fn without_a_target_or_a_figure_nothing_is_aimed_at() {
    let period = weeks(48, 48);
    assert_eq!(indicator("consultations", &two_days(), period, after(period)).target, None);
    let mut unknown = facts(1, vec![stay(1, 1, 1, 48)]);
    unknown.targets.week_consultations = Some(100);
    assert_eq!(indicator("consultations", &unknown, period, after(period)).target, None);
}

fn load(weekday: u8, hour: u8, minutes: u16, count: u32) -> Load {
    Load { weekday, hour, minutes, count }
}

#[test]
fn the_length_is_that_of_the_agenda_and_says_so() {
    let mut facts = facts(1, vec![]);
    facts.load = vec![load(0, 8, 20, 10), load(1, 9, 30, 2)];
    let found = indicator("duration", &facts, weeks(48, 48), after(weeks(48, 48)));
    // 10 × 20 + 2 × 30 = 260 minutes.
    assert_eq!(found.value, Figure::Ratio(260, 12));
    assert_eq!(found.caveat, Some(Caveat::Planned));
    // Where the agenda begins after the period, that says more than how a duration is measured.
    let begins = |day| Some(Caveat::Agenda(day));
    facts.agenda_since = Some(monday(48).plus(2));
    assert_eq!(indicator("duration", &facts, weeks(48, 48), after(weeks(48, 48))).caveat, begins(monday(48).plus(2)));
    assert_eq!(
        indicator("visits.communes", &facts, weeks(48, 48), after(weeks(48, 48))).caveat,
        begins(monday(48).plus(2))
    );
    facts.agenda_since = Some(monday(48));
    assert_eq!(indicator("visits.communes", &facts, weeks(48, 48), after(weeks(48, 48))).caveat, None);
    facts.travelled.communes = 3;
    assert_eq!(value("visits.communes", &facts, weeks(48, 48)), Figure::Count(3));
}

#[test]
fn the_load_has_the_opening_hours_and_every_hour_that_was_booked() {
    use super::super::super::chart::{Cell, Grid, GridKind, Head};
    let mut facts = facts(1, vec![]);
    facts.load = vec![load(0, 8, 20, 5), load(0, 8, 30, 1), load(6, 20, 15, 2)];
    let period = weeks(48, 48);
    let Body::Grid(Grid { kind, rows, columns, cells }) = body(ChartCode::Load, &facts, period, after(period)) else {
        panic!()
    };
    assert_eq!(kind, GridKind::Load);
    // 8 h 30 to 18 h, and 20 h; Monday to Saturday, and Sunday.
    assert_eq!(rows, (8..=17).chain([20]).map(Head::Hour).collect::<Vec<_>>());
    assert_eq!(columns, (0..=6).map(Head::Weekday).collect::<Vec<_>>());
    assert_eq!((cells[0][0], cells[10][6], cells[0][6]), (Cell::Count(6), Cell::Count(2), Cell::Count(0)));
    assert_eq!(cells.iter().flatten().filter(|c| **c != Cell::Count(0)).count(), 2);
}

#[test]
fn each_length_falls_into_one_band() {
    let mut facts = facts(1, vec![]);
    // Up to 15: 1 + 2; to 20: 4 + 8; to 30: 16; to 40: 32; above: 64.
    facts.load = [(5, 1), (15, 2), (16, 4), (20, 8), (30, 16), (40, 32), (41, 64)]
        .map(|(minutes, count)| load(0, 9, minutes, count))
        .to_vec();
    let period = weeks(48, 48);
    let Body::Shares(groups) = body(ChartCode::Duration, &facts, period, after(period)) else { panic!() };
    let parts: Vec<_> = groups[0].bars.iter().map(|b| (b.part, b.whole)).collect();
    assert_eq!(parts, [3, 12, 16, 32, 64].map(|part| (part, Some(127))));
}

#[test]
fn kilometres_of_visits_are_a_lower_bound_where_a_way_is_unknown() {
    let mut facts = facts(1, vec![]);
    let of = |facts: &Facts| {
        let found = indicator("visits.kilometres", facts, weeks(48, 48), after(weeks(48, 48)));
        (found.value, found.caveat)
    };
    assert_eq!(of(&facts), (Figure::Missing, None));
    facts.travelled.visits = 2;
    assert_eq!(of(&facts), (Figure::Count(0), None), "both in the commune of the centre");
    facts.travelled.kilometres = 71;
    assert_eq!(of(&facts), (Figure::Count(71), None));
    facts.travelled.unknown = 3;
    assert_eq!(of(&facts), (Figure::Count(71), Some(Caveat::Distances(3))));
}
