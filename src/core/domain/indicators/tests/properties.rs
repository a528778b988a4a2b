//! What holds of the figures of any centre: the parts of a period, its kinds, its weeks and its posts add up.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestCaseError, TestRng, TestRunner};

use super::super::super::centre::Closure;
use super::super::super::chart::{Bar, Bars, Curve, Step};
use super::super::super::day_close::newest;
use super::super::super::{ClosureId, DoctorFacts, DoctorStatus, PersonId};
use super::*;

/// The weeks in which somebody may come: S40 of 2026 to S03 of 2027.
const WEEKS: std::ops::RangeInclusive<i32> = 40..=56;

/// A doctor's place in a week of a post: doctor, first and last weekday, and whether they withdrew.
type Seat = (i64, i32, i32, bool);

fn seat() -> impl Strategy<Value = Option<Seat>> {
    prop::option::weighted(0.7, (1_i64..=9, 0_i32..3, 3_i32..7, prop::bool::weighted(0.15)))
}

fn counts() -> impl Strategy<Value = [u16; 7]> {
    (0_u16..30, 0_u16..30, 0_u16..20, 0_u16..9, 0_u16..4, 0_u16..4, 0_u16..5)
        .prop_map(|(a, b, c, d, e, f, g)| [a, b, c, d, e, f, g])
}

fn half_day() -> impl Strategy<Value = DecidedHalfDay> {
    let half = prop::bool::ANY.prop_map(|m| if m { HalfDay::Morning } else { HalfDay::Afternoon });
    let kinds = prop::sample::select(HalfDayKind::ALL.to_vec());
    (1_i64..=2, 0_i32..119, half, kinds)
        .prop_map(|(post, at, half, kind)| decided(post, monday(40).plus(at), half, kind))
}

/// Two posts, a few of the days closed and some of those corrected, a closed week, half-days decided otherwise.
fn centre() -> impl Strategy<Value = Facts> {
    let seats = prop::collection::vec((seat(), seat()), WEEKS.count());
    let closings = prop::collection::vec((0_usize..34, 0_i32..7, counts()), 0..60);
    let doctors = prop::collection::vec((prop::option::of(0_usize..6), prop::option::of(1950_u16..2002)), 9);
    (seats, closings, doctors, prop::collection::vec(half_day(), 0..40), prop::option::of(WEEKS), 0_u32..5_000)
        .prop_map(|(seats, closings, doctors, half_days, closed, seen_before)| {
            let mut stays = Vec::new();
            for (number, (first, second)) in WEEKS.zip(seats) {
                for (post, seat) in [(1, first), (2, second)] {
                    let Some((doctor, from, to, withdrew)) = seat else { continue };
                    let mut stay = stay(i64::from(number) * 10 + post, post, doctor, number);
                    (stay.from, stay.to) = (monday(number).plus(from), monday(number).plus(to));
                    stays.push(if withdrew { cancelled(stay, monday(number)) } else { stay });
                }
            }
            let closings = closings.into_iter().zip(1..).filter_map(|((at, day, counts), id)| {
                let stay: &Stay = stays.get(at)?;
                let day = stay.from.plus(day);
                (day <= stay.to).then(|| DayClose { id: DayCloseId(id), ..close(stay.id.0, day, counts) })
            });
            let closings = newest(closings.collect());
            let mut facts = facts(2, stays);
            for (id, (status, birth_year)) in (1..).zip(doctors) {
                let doctor = &mut facts.rota.people.0.get_mut(&PersonId(id)).unwrap().doctor;
                (doctor.status, doctor.birth_year) = (status.map(|at| DoctorStatus::ALL[at]), birth_year);
            }
            if let Some(number) = closed {
                let (from, to) = (monday(number), monday(number).plus(6));
                facts.rota.calendar.closures.push(Closure { id: ClosureId(1), from, to, reason: "congés".into() });
            }
            // The last decision of a half-day is the one a store keeps.
            let decided: BTreeMap<_, _> = half_days.into_iter().map(|d| ((d.day, d.post, d.half), d)).collect();
            Facts {
                closings,
                half_days: decided.into_values().collect(),
                earlier: vec![(monday(40).plus(-600), seen_before)],
                ..facts
            }
        })
}

/// A period around those weeks: a few days, or more than the weeks a chart has bars for.
fn period() -> impl Strategy<Value = Period> {
    let from = prop_oneof![4 => -20_i32..120, 1 => -500_i32..-400];
    let length = prop_oneof![3 => 0_i32..70, 1 => 70_i32..700];
    (from, length).prop_map(|(from, length)| {
        let from = monday(40).plus(from);
        Period { from, to: from.plus(length) }
    })
}

/// The morning on which the figures are asked.
fn now() -> impl Strategy<Value = Now> {
    (-10_i32..400).prop_map(|at| Now::on(monday(40).plus(at), 9, 0))
}

fn holds(property: impl Fn(&Facts, Period, Now)) {
    let cases = if std::env::var("RELEVE_TRIALS").as_deref() == Ok("full") { 5_000 } else { 150 };
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let outcome = runner.run(&(centre(), period(), now()), |(facts, period, now)| {
        property(&facts, period, now);
        Ok::<(), TestCaseError>(())
    });
    outcome.unwrap();
}

/// A count, which nothing known leaves at none; of a share or a ratio, both its numbers.
fn numbers(figure: Figure) -> (u32, u32) {
    match figure {
        Figure::Missing => (0, 0),
        Figure::Count(count) => (count, 0),
        Figure::Share(part, whole) | Figure::Ratio(part, whole) => (part, whole),
        other => panic!("{other:?}"),
    }
}

fn told(code: &str, facts: &Facts, period: Period, now: Now) -> (u32, u32) {
    numbers(value_at(code, facts, period, now))
}

fn plus((a, b): (u32, u32), (c, d): (u32, u32)) -> (u32, u32) {
    (a + c, b + d)
}

/// Consultations before the period.
fn before(facts: &Facts) -> u32 {
    facts.earlier.iter().map(|(_, seen)| seen).sum()
}

#[test]
fn the_kinds_of_consultations_share_them_out() {
    holds(|facts, period, now| {
        let all = indicators(facts, period, now);
        let count = |code| numbers(all.iter().find(|i| i.code == code).unwrap().value).0;
        let kinds = ["consultations.programmed", "consultations.unplanned", "visits", "consultations.remote"];
        assert_eq!(kinds.map(count).iter().sum::<u32>(), count("consultations"));
        assert_eq!(numbers(value_at("np_share", facts, period, now)).0, count("consultations.unplanned"));
        assert_eq!(count("consultations.since_opening"), before(facts) + count("consultations"));
    });
}

#[test]
fn the_weeks_add_up_to_the_period() {
    holds(|facts, period, now| {
        let weeks = week_figures(facts, period, now);
        assert_eq!(weeks.iter().map(|w| w.days.days()).sum::<u32>(), period.days());
        let sum = |part: fn(&WeekFigures) -> u32| weeks.iter().map(part).sum::<u32>();
        let told = |code| told(code, facts, period, now);
        assert_eq!(sum(|w| w.counts.done()), told("consultations").0);
        let (offered, booked, absent) = (sum(|w| w.counts.offered), sum(|w| w.counts.booked), sum(|w| w.counts.absent));
        // A share of nothing is not known: then its whole is none.
        assert_eq!(told("fill"), if offered == 0 { (0, 0) } else { (booked, offered) });
        assert_eq!(told("no_show"), if booked == 0 { (0, 0) } else { (absent, booked) });
        assert!(weeks.iter().all(|w| w.held <= w.planned));
    });
}

#[test]
fn the_bars_and_the_curve_come_to_what_the_figures_say() {
    let (weeks, months) = (Cell::new(0), Cell::new(0));
    holds(|facts, period, now| {
        let done = told("consultations", facts, period, now).0;
        let Body::Bars(Bars { bars, step, .. }) = body(ChartCode::Consultations, facts, period, now) else { panic!() };
        assert_eq!(bars.iter().filter_map(Bar::total).sum::<u32>(), done);
        assert_eq!(bars.iter().map(|b| b.days.days()).sum::<u32>(), period.days());
        let drawn = if step == Step::Week { &weeks } else { &months };
        drawn.set(drawn.get() + 1);
        let Body::Curve(Curve { lines, .. }) = body(ChartCode::SinceOpening, facts, period, now) else { panic!() };
        let points = &lines[0].points;
        assert!(points.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1), "{points:?}");
        if let Some((_, last)) = points.last() {
            assert!((last - f64::from(before(facts) + done)).abs() < f64::EPSILON);
        }
    });
    assert!(weeks.get() > 9 && months.get() > 9, "both were drawn: {} and {} times", weeks.get(), months.get());
}

#[test]
fn the_posts_add_up_to_the_centre() {
    const CODES: [&str; 6] = ["consultations", "per_day", "coverage", "cost", "cost.nights", "withdrawals.half_days"];
    holds(|facts, period, now| {
        let (one, two) = (of_post(facts, PostId(1)), of_post(facts, PostId(2)));
        for code in CODES {
            let parts = plus(told(code, &one, period, now), told(code, &two, period, now));
            assert_eq!(parts, told(code, facts, period, now), "{code}");
        }
        let halves = |facts: &Facts| {
            week_figures(facts, period, now).iter().fold((0, 0), |sum, w| plus(sum, (w.planned, w.held)))
        };
        assert_eq!(plus(halves(&one), halves(&two)), halves(facts));
    });
}

#[test]
fn two_periods_in_a_row_add_up_to_both() {
    const CODES: [&str; 7] =
        ["consultations", "per_day", "coverage", "coverage.weeks", "cost", "cost.nights", "withdrawals"];
    holds(|facts, period, now| {
        let cut = period.from.plus((period.to.0 - period.from.0) / 3);
        let (first, second) = (Period { to: cut, ..period }, Period { from: cut.plus(1), ..period });
        if second.days() == 0 {
            return;
        }
        for code in CODES {
            let parts = plus(told(code, facts, first, now), told(code, facts, second, now));
            assert_eq!(parts, told(code, facts, period, now), "{code}");
        }
    });
}

#[test]
fn statuses_and_ages_share_the_doctors_out() {
    holds(|facts, period, now| {
        let all = indicators(facts, period, now);
        let sum =
            |codes: &[&str]| all.iter().filter(|i| codes.contains(&i.code)).map(|i| numbers(i.value).0).sum::<u32>();
        let ages = ["profile.under_35", "profile.35_49", "profile.50_64", "profile.65"];
        let statuses = [
            "profile.new_graduate",
            "profile.locum",
            "profile.self_employed",
            "profile.salaried",
            "profile.hospital",
            "profile.retired",
        ];
        // Who came, from the rota alone: a day of the stay so far, in the period, on which a half-day was theirs.
        let came: std::collections::BTreeSet<PersonId> = facts
            .halves(period)
            .into_iter()
            .filter(|h| h.day <= now.day)
            .filter_map(|h| facts.rota.stay(h.stay?).map(|s| s.doctor))
            .collect();
        let doctor = |id: &PersonId| &facts.rota.people.get(*id).unwrap().doctor;
        let without = |known: fn(&DoctorFacts) -> bool| small(came.iter().filter(|id| !known(doctor(id))).count());
        assert_eq!(sum(&["doctors"]), small(came.len()));
        assert_eq!(sum(&statuses) + without(|d| d.status.is_some()), small(came.len()));
        assert_eq!(sum(&ages) + without(|d| d.birth_year.is_some()), small(came.len()));
    });
}
