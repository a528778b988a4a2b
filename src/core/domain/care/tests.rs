//! Nobody on a list without somebody who looks after them and a next day; a call moves what it is about; a request is
//! counted once.

use proptest::prelude::*;
use rstest::rstest;

use super::super::fixture::{CLAIRE, monday, person, rota, week};
use super::super::record::{
    ALD_PROTOCOL, ATTEMPT, Attempt, AttemptOutcome, CONCERTATION, FOLLOW_UP, FollowedBy, Lost, Offered, REGULAR_VISIT,
    Record, Value, Values, WAITING, Written,
};
use super::super::{Day, PatientRef, Period, PersonId, Rev, Role, Rota};
use super::*;

fn who() -> PatientRef {
    PatientRef { file: "1243".into(), initials: Some("M.D.".into()), birth_year: Some(1948) }
}

fn listed<T>(id: i64, what: T) -> Listed<T> {
    Listed { what, row: Written { id, rev: Rev(1), values: Values::default(), by: None } }
}

fn waiting(asked: Day) -> Waiting {
    Waiting {
        patient: who(),
        asked_on: asked,
        ald: false,
        commune: "Ajain".into(),
        phone: String::new(),
        call_on: Some(asked.plus(14)),
        owner: FollowedBy::Assistant,
        seen_on: None,
        declared_on: None,
        given_up_on: None,
        given_up_why: None,
        note: String::new(),
    }
}

fn follow_up(next: Day) -> FollowUp {
    FollowUp {
        patient: who(),
        protocol: 1,
        last_on: None,
        next_month: Some(next.month_start()),
        waits_for: String::new(),
        owner: FollowedBy::Nurse,
        call_on: None,
        ended_on: None,
        ended_why: None,
    }
}

fn attempt(outcome: AttemptOutcome, on_day: Day, next: Option<Day>) -> Attempt {
    Attempt { waiting: None, follow_up: Some(1), outcome, on_day, next, words: String::new() }
}

fn ymd(year: i32, month: u32, day: u32) -> Day {
    Day::ymd(year, month, day).unwrap()
}

#[test]
fn ald_first_then_the_oldest() {
    let day = monday(40);
    let mut all = [
        waiting(day.plus(3)),
        Waiting { declared_on: Some(day.plus(9)), ..waiting(day.plus(-40)) },
        waiting(day),
        Waiting { ald: true, ..waiting(day.plus(9)) },
    ];
    all.sort_by_key(Waiting::order);
    let asked: Vec<i32> = all.iter().map(|w| w.asked_on.0 - day.0).collect();
    assert_eq!(asked, [9, 0, 3, -40]);
}

#[rstest]
// Seen: the month lies on by the interval, or where it was agreed.
#[case(AttemptOutcome::Seen, None, Some((2027, 3)), None)]
#[case(AttemptOutcome::Reached, Some((2027, 1, 20)), Some((2027, 1)), None)]
// Not reached: the month stands, and the day of the next call.
#[case(AttemptOutcome::NoAnswer, Some((2026, 12, 8)), Some((2026, 11)), Some((2026, 12, 8)))]
fn a_contact_sets_the_next_month_and_a_call_in_vain_the_next_call(
    #[case] outcome: AttemptOutcome,
    #[case] next: Option<(i32, u32, u32)>,
    #[case] month: Option<(i32, u32)>,
    #[case] call: Option<(i32, u32, u32)>,
) {
    let on = ymd(2026, 12, 1);
    let before = follow_up(ymd(2026, 11, 1));
    let day = |(y, m, d)| ymd(y, m, d);
    let after = before.after(&attempt(outcome, on, next.map(day)), 3);
    assert_eq!(after.next_month, month.map(|(y, m)| ymd(y, m, 1)));
    assert_eq!(after.call_on, call.map(day));
    assert_eq!(after.last_on.is_some(), outcome.is_contact());
}

#[test]
fn an_older_contact_noted_late_changes_nothing_of_what_was_agreed_since() {
    let before = FollowUp { last_on: Some(ymd(2026, 4, 9)), ..follow_up(ymd(2026, 10, 1)) };
    assert_eq!(before.after(&attempt(AttemptOutcome::Seen, ymd(2024, 12, 31), None), 6), before);
}

#[test]
fn the_next_try_does_not_lie_before_the_call() {
    let faults = |next: Day| {
        let values = attempt(AttemptOutcome::NoAnswer, ymd(2026, 12, 1), Some(next)).values();
        ATTEMPT.faults(&values, &[], None, ymd(2026, 12, 1)).len()
    };
    assert_eq!((faults(ymd(2026, 11, 30)), faults(ymd(2026, 12, 1)), faults(ymd(2026, 12, 8))), (1, 0, 0));
}

#[test]
fn a_question_reaches_somebody_within_half_a_year() {
    let asked = |week: IsoWeek| {
        let values: Values = [
            ("patient", Value::from("1243")),
            ("question", "Adapter ?".into()),
            ("week", week.into()),
            ("asked_by", CLAIRE.into()),
            ("asked_on", monday(49).into()),
        ]
        .into_iter()
        .collect();
        CONCERTATION.faults(&values, &[], None, monday(49)).len()
    };
    assert_eq!((asked(week(49)), asked(week(60)), asked(week(49 + 43))), (0, 0, 1));
}

#[test]
fn two_months_beyond_the_due_month_somebody_may_be_lost() {
    let due = follow_up(ymd(2026, 9, 1));
    // September is due; October and November are the two months.
    assert!(!due.is_lost(ymd(2026, 11, 30)));
    assert!(due.is_lost(ymd(2026, 12, 1)));
    let ended = FollowUp { ended_on: Some(ymd(2026, 10, 1)), ended_why: Some(Lost::Moved), ..due };
    assert!(!ended.is_lost(ymd(2027, 12, 1)));
}

#[test]
fn a_question_goes_on_week_after_week_and_that_is_counted() {
    let asked = Concertation {
        patient: who(),
        question: "Adapter ?".into(),
        week: week(49),
        post: None,
        asked_by: CLAIRE,
        asked_on: monday(49),
        put_off: None,
        discussed_on: None,
        doctor: None,
        decision: String::new(),
        dropped_on: None,
    };
    assert_eq!((asked.waits_in(week(48)), asked.times_put_off(week(49))), (week(49), 0));
    // Two weeks went by, then it is put off by hand to the one after.
    assert_eq!((asked.waits_in(week(51)), asked.times_put_off(week(51))), (week(51), 2));
    let later = asked.put_off_to(week(52), week(51));
    assert_eq!((later.week, later.times_put_off(week(51))), (week(52), 3));
    let done = Concertation { discussed_on: Some(monday(52)), decision: "oui".into(), ..later };
    assert_eq!(done.times_put_off(week(60)), 3);
}

#[test]
fn calls_in_vain_count_since_somebody_was_reached() {
    let day = monday(40);
    let outcomes =
        [AttemptOutcome::NoAnswer, AttemptOutcome::Reached, AttemptOutcome::NoAnswer, AttemptOutcome::CallAgain];
    let attempts = outcomes.into_iter().map(|outcome| listed(1, attempt(outcome, day, Some(day)))).collect();
    let care = Care { attempts, ..Care::default() };
    assert_eq!(care.tries(|_| true).len(), 2);
    assert_eq!(care.tries(|a| a.waiting.is_some()).len(), 0);
}

#[test]
fn what_is_due_is_whose_it_is_and_the_coordinations_where_nobody_is_there_for_it() {
    let today = monday(48);
    let mut rota = rota(1, vec![]);
    rota.people.0.clear();
    rota.people.0.insert(CLAIRE, person(CLAIRE, Role::Coordination));
    let nurse = PersonId(91);
    let mut care = Care { waiting: vec![listed(1, waiting(today.plus(-20)))], ..Care::default() };
    care.follow_ups = vec![listed(1, follow_up(today.plus(-40))), listed(2, follow_up(today.plus(60)))];
    let said = |rota: &Rota, who| {
        let lines = due(who, &care, rota, today);
        lines.into_iter().map(|due| (due.list, due.count)).collect::<Vec<_>>()
    };
    // No nurse and no assistant: all of it is the coordination's.
    assert_eq!(said(&rota, CLAIRE), [(CareList::Waiting, 1), (CareList::FollowUps, 1)]);
    rota.people.0.insert(nurse, person(nurse, Role::Nurse));
    assert_eq!(said(&rota, CLAIRE), [(CareList::Waiting, 1)]);
    assert_eq!(said(&rota, nurse), [(CareList::FollowUps, 1)]);
}

/// What a form could hold in the fields that matter to a list's promise.
fn values() -> impl Strategy<Value = Values> {
    let day = || prop::option::of((20_000..21_000).prop_map(Day));
    let some = (day(), day(), day(), day(), day(), prop::bool::ANY, prop::bool::ANY);
    some.prop_map(|(first, second, third, fourth, fifth, ended, owned)| {
        let day = |day: Option<Day>| day.map_or(Value::Empty, Value::Day);
        let end = |value: Value| if ended { value } else { Value::Empty };
        [
            ("patient", Value::from("1243 M.D. 1948")),
            ("asked_on", Value::Day(Day(19_000))),
            ("commune", "Ajain".into()),
            ("protocol", Value::Number(1)),
            ("weeks", Value::Count(4)),
            ("minutes", Value::Count(30)),
            ("call_on", day(first)),
            ("next_month", day(second)),
            ("renew", day(third)),
            ("next", day(fourth)),
            ("declared_on", end(day(fifth))),
            ("ended_on", end(day(fifth))),
            ("ended_why", end(Lost::Moved.value())),
            ("owner", if owned { FollowedBy::Nurse.value() } else { Value::Empty }),
        ]
        .into_iter()
        .collect()
    })
}

/// Whether somebody on a list is looked after and has a next day, or has left it.
fn is_kept(record: &Record, values: &Values) -> bool {
    let next = if *record == WAITING {
        "call_on"
    } else if *record == FOLLOW_UP {
        "next_month"
    } else if *record == ALD_PROTOCOL {
        "renew"
    } else {
        "next"
    };
    let ended = ["declared_on", "ended_on", "given_up_on"];
    let over = record.fields.iter().any(|field| ended.contains(&field.name) && values.day(field.name).is_some());
    values.choice("owner").is_some() && (over || values.day(next).is_some())
}

proptest! {
    #[test]
    fn nobody_stays_on_a_list_without_an_owner_and_a_next_date(values in values()) {
        for record in [&WAITING, &FOLLOW_UP, &ALD_PROTOCOL, &REGULAR_VISIT] {
            if record.faults(&values, &[], None, Day(30_000)).is_empty() {
                prop_assert!(is_kept(record, &values), "{record:?} {values:?}");
            }
        }
    }

    #[test]
    fn a_request_is_counted_once_and_in_one_place(offered in prop::collection::vec((0..5usize, 0..20i32), 0..40)) {
        let start = monday(40);
        let all: Vec<Request> = offered
            .iter()
            .map(|(at, day)| Request {
                on_day: start.plus(*day),
                minute: 510,
                patient: None,
                offered: Offered::ALL[*at],
                why: "complet".into(),
            })
            .collect();
        let upto = |day: i32| counts(all.iter(), Period { from: start, to: start.plus(day) });
        prop_assert_eq!(upto(19).all() as usize, all.len());
        // Of two halves of the time, the sum is the whole.
        let later = counts(all.iter(), Period { from: start.plus(8), to: start.plus(19) });
        prop_assert_eq!(upto(7).all() + later.all(), upto(19).all());
    }
}

#[test]
fn the_property_can_fail() {
    let values: Values = [("owner", FollowedBy::Nurse.value())].into_iter().collect();
    assert!(!is_kept(&FOLLOW_UP, &values) && !is_kept(&WAITING, &values));
}

#[test]
fn who_called_in_the_morning_was_seen_by_whoever_sees_the_unplanned_then() {
    use super::super::agenda::DecidedHalfDay;
    use super::super::{HalfDay, HalfDayKind, PostId};
    let day = monday(40);
    let request = |minute, offered| Request { on_day: day, minute, patient: None, offered, why: String::new() };
    let all = [
        request(510, Offered::Today),
        request(600, Offered::Today),
        request(900, Offered::Today),
        request(520, Offered::Tomorrow),
    ];
    let alone = rota(1, vec![super::super::fixture::stay(40, 1, 1, 40)]);
    assert_eq!(seen_by(PostId(1), day, &all, &[], &alone), 3);
    let two = rota(2, vec![super::super::fixture::stay(40, 1, 1, 40), super::super::fixture::stay(41, 2, 2, 40)]);
    let decided = |post, half, kind| DecidedHalfDay { post: PostId(post), day, half, kind };
    let halves = [
        decided(1, HalfDay::Morning, HalfDayKind::Unplanned),
        decided(1, HalfDay::Afternoon, HalfDayKind::Programmed),
        decided(2, HalfDay::Morning, HalfDayKind::Programmed),
        decided(2, HalfDay::Afternoon, HalfDayKind::Unplanned),
    ];
    assert_eq!(seen_by(PostId(1), day, &all, &halves, &two), 2);
    assert_eq!(seen_by(PostId(2), day, &all, &halves, &two), 1);
}

#[test]
fn who_is_on_the_list_already_is_known_by_the_file_and_the_protocol() {
    let row = |id, values: Values| Written { id, rev: Rev(1), values, by: None };
    let month = monday(50);
    let of = |what: FollowUp, id| Listed { row: row(id, what.values()), what };
    let care = Care { follow_ups: vec![of(follow_up(month), 7)], ..Care::default() };
    let typed = |file: &str, protocol| {
        let patient = PatientRef { file: file.into(), initials: None, birth_year: None };
        FollowUp { patient, protocol, ..follow_up(month) }.values()
    };
    assert!(care.has_already(&typed("1243", 1), None));
    assert!(!care.has_already(&typed("1243", 2), None), "another protocol");
    assert!(!care.has_already(&typed("1244", 1), None));
    assert!(!care.has_already(&typed("1243", 1), Some(7)), "itself");
}
