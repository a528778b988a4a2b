//! The weeks side by side, and what is drawn over time.

use super::super::super::ClosureId;
use super::super::super::centre::Closure;
use super::super::super::chart::{Bars, Curve, Note, Step};
use super::super::super::noted::{Published, PublishedFigure};
use super::*;

fn bars(facts: &Facts, period: Period, now: Now) -> Bars {
    match body(ChartCode::Consultations, facts, period, now) {
        Body::Bars(bars) => bars,
        other => panic!("{other:?}"),
    }
}

/// S45 vacant, S46 with Armistice Day, S47 closed, S48 whole, S49 under way.
fn five_weeks() -> Facts {
    let mut facts = facts(1, vec![stay(46, 1, 1, 46), stay(48, 1, 2, 48), stay(49, 1, 3, 49)]);
    let closed = Closure { id: ClosureId(1), from: monday(47), to: monday(48).plus(-1), reason: "travaux".into() };
    facts.rota.calendar.closures.push(closed);
    facts.closings = vec![
        saw(46, monday(46), 20),
        saw(46, monday(46).plus(1), 10),
        close(48, monday(48), [25, 22, 16, 3, 2, 1, 0]),
        saw(48, monday(48).plus(4), 18),
        saw(49, monday(49), 7),
    ];
    // The other days were closed on nobody: the agenda of a quiet week is known too.
    let quiet = [(46, 3), (46, 4), (46, 5), (48, 1), (48, 2), (48, 3), (48, 5)];
    facts.closings.extend(quiet.map(|(week, day)| saw(i64::from(week), monday(week).plus(day), 0)));
    facts
}

/// Tuesday of S49, at 9 h.
fn tuesday() -> Now {
    Now::on(monday(49).plus(1), 9, 0)
}

#[test]
fn a_bar_is_a_week_by_kind_and_says_why_it_is_low() {
    let mut facts = five_weeks();
    facts.targets.week_consultations = Some(100);
    let found = bars(&facts, weeks(45, 49), tuesday());
    assert_eq!(found.step, Step::Week);
    assert_eq!(
        found.bars.iter().map(|b| b.note).collect::<Vec<_>>(),
        [Some(Note::Vacant), Some(Note::Holiday), Some(Note::Closed), None, Some(Note::Partial)]
    );
    // S48: 16 + 18 on an appointment, 3 unplanned, 2 visits, 1 from afar.
    let parts: Vec<_> = found.bars.iter().map(|b| b.parts.clone()).collect();
    assert_eq!(parts, [None, Some(vec![30, 0, 0, 0]), None, Some(vec![34, 3, 2, 1]), Some(vec![7, 0, 0, 0])]);
    // (30 + 40) ÷ 2: S49 is not over.
    assert_eq!((found.mean, found.target), (Some(35.0), Some(100.0)));
}

#[test]
fn a_week_has_its_half_days_planned_and_held() {
    let mut facts = five_weeks();
    // Thursday morning of S48 is closed for the post, Friday afternoon its doctor rests.
    facts.half_days = vec![
        decided(1, monday(48).plus(3), HalfDay::Morning, HalfDayKind::Closed),
        decided(1, monday(48).plus(4), HalfDay::Afternoon, HalfDayKind::Rest),
    ];
    let found: Vec<_> =
        week_figures(&facts, weeks(45, 49), tuesday()).iter().map(|w| (w.planned, w.held, w.closed)).collect();
    // Ten a week; two less on Armistice Day; none in the closed week; nine, of which eight held.
    assert_eq!(found, [(10, 0, 0), (8, 8, 5), (0, 0, 0), (9, 8, 6), (10, 10, 1)]);
}

#[test]
fn a_week_with_a_day_nobody_closed_is_incomplete_and_in_no_mean() {
    let mut facts = five_weeks();
    facts.closings.retain(|c| c.day != monday(48).plus(2));
    let found = bars(&facts, weeks(45, 49), tuesday());
    assert_eq!((found.bars[3].note, found.bars[1].note), (Some(Note::Partial), Some(Note::Holiday)));
    assert_eq!(found.mean, Some(30.0));
}

#[test]
fn a_week_that_the_period_cuts_has_only_its_days_in_it() {
    let facts = five_weeks();
    let period = Period { from: monday(48).plus(1), to: monday(48).plus(4) };
    let found = week_figures(&facts, period, after(period));
    // Tuesday to Friday: 2 + 2 + 1 + 2 half-days; Monday's closing is outside.
    assert_eq!((found.len(), found[0].planned, found[0].held), (1, 7, 7));
    assert_eq!((found[0].counts.done(), found[0].note, found[0].days), (18, Some(Note::Partial), period));
}

#[test]
fn before_the_opening_nothing_is_planned_and_no_doctor_is_missing() {
    let mut facts = facts(1, vec![stay(48, 1, 1, 48)]);
    facts.opened = monday(47);
    facts.closings = (0..6).map(|d| saw(48, monday(48).plus(d), 5)).collect();
    let found = week_figures(&facts, weeks(46, 48), after(weeks(46, 48)));
    let told: Vec<_> = found.iter().map(|w| (w.planned, w.note)).collect();
    assert_eq!(told, [(0, Some(Note::Closed)), (10, Some(Note::Vacant)), (10, None)]);
}

#[test]
fn the_53rd_week_is_shared_by_two_years() {
    // S53 is 28 December 2026 to 3 January 2027: Friday 1 January is a holiday.
    let facts = facts(1, vec![stay(53, 1, 1, 53)]);
    let now = Now::on(day(2027, 2, 1), 9, 0);
    let last = week_figures(&facts, days((2026, 12, 1), (2026, 12, 31)), now).pop().unwrap();
    let first = week_figures(&facts, days((2027, 1, 1), (2027, 1, 31)), now).swap_remove(0);
    assert_eq!((last.week, first.week), (week(53), week(53)));
    // Monday to Thursday: 2 + 2 + 2 + 1; Saturday morning.
    assert_eq!((last.held, first.held), (7, 1));
}

#[test]
fn beyond_a_year_a_bar_is_a_month() {
    let mut facts = facts(1, vec![stay(46, 1, 1, 46), stay(48, 1, 2, 48), stay(49, 1, 3, 49)]);
    facts.targets.week_consultations = Some(96);
    facts.closings = vec![
        close(46, monday(46), [0, 0, 10, 4, 0, 0, 0]),
        saw(48, monday(48), 26),
        // 30 November and 1 December lie in one week and in two months.
        saw(49, monday(49), 5),
        saw(49, monday(49).plus(1), 9),
    ];
    let period = days((2025, 1, 15), (2026, 12, 31));
    let found = bars(&facts, period, Now::on(day(2026, 12, 20), 9, 0));
    assert_eq!((found.step, found.bars.len()), (Step::Month, 24));
    // A month cut by the period, and the running one.
    let notes: Vec<_> = found.bars.iter().filter(|b| b.note.is_some()).map(|b| (b.days.from, b.note)).collect();
    assert_eq!(notes, [(day(2025, 1, 15), Some(Note::Partial)), (day(2026, 12, 1), Some(Note::Partial))]);
    let seen: Vec<_> = found.bars.iter().filter_map(|b| Some((b.days.from, b.parts.clone()?))).collect();
    // 10 + 26 + 5 in November.
    assert_eq!(seen, [(day(2026, 11, 1), vec![41, 4, 0, 0]), (day(2026, 12, 1), vec![9, 0, 0, 0])]);
    // December runs; a month aims at 96 × 50 ÷ 12 = 400.
    assert_eq!((found.mean, found.target), (Some(45.0), Some(400.0)));
}

#[test]
fn what_was_seen_since_the_opening_is_added_up_beside_what_was_published() {
    let mut facts = facts(1, vec![stay(48, 1, 1, 48), stay(49, 1, 2, 49)]);
    facts.earlier = vec![(monday(47).plus(-3), 60), (monday(47), 15), (monday(47).plus(3), 25)];
    facts.closings = vec![
        saw(49, monday(49).plus(1), 5),
        saw(48, monday(48), 20),
        saw(48, monday(48).plus(1), 3),
        saw(48, monday(48).plus(4), 10),
    ];
    let published = |figure, day| Published { figure, day, value: 125, source: "La Montagne".into() };
    facts.published = vec![
        published(PublishedFigure::Consultations, monday(47)),
        published(PublishedFigure::Consultations, monday(48)),
        published(PublishedFigure::Patients, monday(48)),
    ];
    let period = weeks(48, 49);
    let Body::Curve(Curve { lines, published, never, .. }) =
        body(ChartCode::SinceOpening, &facts, period, after(period))
    else {
        panic!()
    };
    // 60 in S46; 75 and 120 on days of which something was published; 100, 133 and 138 at the end of the weeks.
    let expected = [
        (monday(47).plus(-3), 60.0),
        (monday(47), 75.0),
        (monday(47).plus(3), 100.0),
        (monday(48), 120.0),
        (monday(48).plus(4), 133.0),
        (monday(49).plus(1), 138.0),
    ];
    assert_eq!(lines[0].points, expected);
    assert_eq!(published.iter().map(|d| d.day).collect::<Vec<_>>(), [monday(47), monday(48)]);
    assert_eq!((lines.len(), never.len()), (1, 0));
}
