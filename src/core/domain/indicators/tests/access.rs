//! How soon one is seen, and what the team did beside the consultations: the surveys of the weeks.

use rstest::rstest;

use super::super::super::chart::Curve;
use super::super::super::noted::{NewSurvey, Third, WeekSurvey};
use super::super::super::{PersonId, SurveyId};
use super::*;

/// Nothing but the third free appointment, so many days after the Tuesday of the week; `-1` is never.
pub(super) fn survey(number: i32, third: Option<i32>) -> WeekSurvey {
    let on = monday(number).plus(1);
    let third = match third {
        None => Third::Unknown,
        Some(-1) => Third::Never,
        Some(days) => Third::On(on.plus(days)),
    };
    let what = NewSurvey {
        week: week(number),
        day: on,
        third,
        same_day: None,
        next_day: None,
        refused: None,
        meetings: None,
        meeting_minutes: None,
        asalee: None,
    };
    WeekSurvey { id: SurveyId(i64::from(number)), what, author: PersonId(90), at: Stamp(0) }
}

fn surveyed(thirds: &[Option<i32>]) -> Facts {
    let mut facts = facts(1, vec![]);
    facts.surveys = (40..).zip(thirds).map(|(number, third)| survey(number, *third)).collect();
    facts
}

#[rstest]
#[case(&[], Figure::Missing)]
#[case(&[None, None], Figure::Missing)]
#[case(&[Some(0)], Figure::Halves(0))]
// 3, 6, 9: six days. 6 and 9: seven and a half.
#[case(&[Some(9), None, Some(3), Some(6)], Figure::Halves(12))]
#[case(&[Some(9), Some(6)], Figure::Halves(15))]
// "∞" is longer than any: 6, 9, ∞ is nine; of 6 and ∞, and of ∞ alone, the middle is beyond every number.
#[case(&[Some(-1), Some(9), Some(6)], Figure::Halves(18))]
#[case(&[Some(6), Some(-1)], Figure::Never)]
#[case(&[Some(-1)], Figure::Never)]
#[case(&[Some(1), Some(-1), Some(2), Some(-1)], Figure::Never)]
#[case(&[Some(1), Some(-1), Some(2), Some(4)], Figure::Halves(6))]
fn the_wait_is_the_median_of_the_weeks(#[case] thirds: &[Option<i32>], #[case] expected: Figure) {
    assert_eq!(value("tna", &surveyed(thirds), weeks(40, 44)), expected);
}

#[test]
fn a_survey_counts_on_its_day_and_has_its_target() {
    let mut facts = surveyed(&[Some(4), Some(20)]);
    facts.targets.third_days = Some(5);
    // S41 was surveyed on its Tuesday: the day before, only S40 counts.
    let period = Period { from: monday(40), to: monday(41) };
    let found = indicator("tna", &facts, period, after(period));
    assert_eq!((found.value, found.target), (Figure::Halves(8), Some(Figure::Halves(10))));
    assert_eq!(indicator("tna", &facts, weeks(43, 44), after(weeks(43, 44))).target, None);
}

fn requests(facts: &mut Facts, counts: &[[Option<u16>; 3]]) {
    for (survey, [same_day, next_day, refused]) in facts.surveys.iter_mut().zip(counts) {
        survey.what = NewSurvey { same_day: *same_day, next_day: *next_day, refused: *refused, ..survey.what.clone() };
    }
}

#[test]
fn unplanned_requests_are_shared_out_and_a_part_nobody_counted_is_not_none() {
    const CODES: [&str; 3] = ["np_delay", "np_delay.next_day", "np_delay.refused"];
    let mut facts = surveyed(&[None, None]);
    requests(&mut facts, &[[Some(7), Some(2), Some(0)], [Some(3), None, Some(1)]]);
    // 7 + 3, 2 and 0 + 1, of 13.
    let shares = [Figure::Share(10, 13), Figure::Share(2, 13), Figure::Share(1, 13)];
    assert_eq!(values(CODES, &facts, weeks(40, 41)), shares);
    requests(&mut facts, &[[Some(7), Some(2), None], [Some(3), None, None]]);
    assert_eq!(values(CODES, &facts, weeks(40, 41)), [Figure::Share(10, 12), Figure::Share(2, 12), Figure::Missing]);
    // A week without any request is known, and has nothing to share out.
    requests(&mut facts, &[[Some(0), Some(0), Some(0)], [None, None, None]]);
    assert_eq!(values(CODES, &facts, weeks(40, 41)), [Figure::Missing; 3]);
}

#[test]
fn the_wait_is_drawn_week_after_week_with_those_beyond_every_number() {
    let mut facts = surveyed(&[Some(4), None, Some(-1), Some(9), Some(2)]);
    facts.targets.third_days = Some(5);
    let Body::Curve(Curve { lines, never, target, published, .. }) =
        body(ChartCode::Access, &facts, weeks(40, 43), after(weeks(40, 43)))
    else {
        panic!()
    };
    assert_eq!(lines[0].points, [(monday(40).plus(1), 4.0), (monday(43).plus(1), 9.0)]);
    assert_eq!((never, target, published.len()), (vec![monday(42).plus(1)], Some(5.0), 0));
}

#[test]
fn meetings_are_those_of_the_survey_or_else_of_the_agenda() {
    const CODES: [&str; 3] = ["coordination", "coordination.minutes", "coordination.asalee"];
    let mut facts = surveyed(&[None, None, None, None]);
    assert_eq!(values(CODES, &facts, weeks(40, 43)), [Figure::Missing; 3]);
    facts.meetings = BTreeMap::from([(week(40), (2, 90)), (week(41), (1, 30)), (week(42), (1, 60))]);
    assert_eq!(values(CODES, &facts, weeks(40, 43))[..2], [Figure::Count(4), Figure::Count(180)]);
    let mut said = |at: usize, meetings, meeting_minutes, asalee| {
        let what = &mut facts.surveys[at].what;
        (what.meetings, what.meeting_minutes, what.asalee) = (meetings, meeting_minutes, asalee);
    };
    // S40: three, as long as the agenda says. S41: as the agenda says. S42: none. S43: one that nobody timed.
    said(0, Some(3), None, Some(12));
    said(1, None, None, None);
    said(2, Some(0), Some(0), Some(5));
    said(3, Some(1), None, Some(0));
    // 3 + 1 + 0 + 1; 90 + 30 + 0; 12 + 5 + 0.
    assert_eq!(values(CODES, &facts, weeks(40, 43)), [Figure::Count(5), Figure::Count(120), Figure::Count(17)]);
    // One meeting of which only the number is known has no known minutes.
    let mut untimed = surveyed(&[None]);
    untimed.surveys[0].what.meetings = Some(1);
    assert_eq!(values(CODES, &untimed, weeks(40, 40)), [Figure::Count(1), Figure::Missing, Figure::Missing]);
}

#[test]
fn meetings_of_a_week_that_two_months_share_count_where_it_was_surveyed() {
    // S49 is 30 November to 6 December; its agenda has a meeting in each month.
    let mut facts = surveyed(&[]);
    facts.surveys = vec![survey(49, None)];
    let told = |facts: &Facts, period| value_at("coordination", facts, period, Now::on(day(2027, 1, 4), 9, 0));
    let (november, december) = (days((2026, 11, 1), (2026, 11, 30)), days((2026, 12, 1), (2026, 12, 31)));
    facts.meetings = BTreeMap::from([(week(49), (1, 30))]);
    assert_eq!([told(&facts, november), told(&facts, december)], [Figure::Count(1), Figure::Count(1)]);
    // On Tuesday 1 December the survey counts both.
    facts.surveys[0].what.meetings = Some(2);
    assert_eq!([told(&facts, november), told(&facts, december)], [Figure::Missing, Figure::Count(2)]);
}

#[test]
fn rooms_are_used_on_a_share_of_their_half_days() {
    let mut facts = facts(1, vec![]);
    // Three rooms in a week of nine half-days, of which ten were used.
    facts.rooms = (10, 27);
    assert_eq!(values(["rooms"], &facts, weeks(40, 40)), [Figure::Share(10, 27)]);
    facts.rooms = (0, 0);
    assert_eq!(values(["rooms"], &facts, weeks(40, 40)), [Figure::Missing]);
}

#[test]
fn recalls_done_are_a_share_of_those_due() {
    let mut facts = facts(1, vec![]);
    facts.recalls = Recalls { due: 20, done: 15 };
    let found = values(["coordination.recalls", "coordination.recalls_done"], &facts, weeks(40, 40));
    assert_eq!(found, [Figure::Count(20), Figure::Share(15, 20)]);
}
