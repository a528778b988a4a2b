//! Who comes: how many, from where, how old, and whether they come back.

use super::super::super::chart::{Map, Origin};
use super::super::super::{DoctorFacts, DoctorStatus, PersonId};
use super::*;

/// What is known of the doctors from number 1 on: status, department, year of birth.
fn known(facts: &mut Facts, doctors: &[(Option<DoctorStatus>, Option<&str>, Option<u16>)]) {
    for (id, (status, department, birth_year)) in (1..).zip(doctors) {
        let person = facts.rota.people.0.get_mut(&PersonId(id)).unwrap();
        let department = department.map(str::to_owned);
        person.doctor =
            DoctorFacts { status: *status, department, birth_year: *birth_year, rpps: None, pioneer: false };
    }
}

/// Doctor 1 came in S40 and S44, doctor 2 in S41, doctor 3 of whom nothing is known in S42; 4 withdrew, 5 is to come.
fn autumn() -> Facts {
    let stays = vec![
        stay(40, 1, 1, 40),
        stay(41, 1, 2, 41),
        stay(42, 1, 3, 42),
        cancelled(stay(43, 1, 4, 43), monday(42)),
        stay(44, 1, 1, 44),
        stay(45, 1, 5, 45),
    ];
    let mut facts = facts(1, stays);
    known(
        &mut facts,
        &[
            (Some(DoctorStatus::NewGraduate), Some("75"), Some(1990)),
            (Some(DoctorStatus::Retired), Some("69"), Some(1960)),
            (None, None, None),
            (Some(DoctorStatus::Locum), Some("33"), Some(1980)),
            (Some(DoctorStatus::Hospital), Some("87"), Some(1985)),
        ],
    );
    facts
}

#[test]
fn doctors_are_counted_once_and_only_if_they_came() {
    let codes = ["doctors", "doctors.stays", "cost", "cost.nights"];
    // Three persons, four stays, four weeks, four times five nights.
    let expected = [Figure::Count(3), Figure::Ratio(4, 3), Figure::Count(4_000), Figure::Count(20)];
    assert_eq!(values(codes, &autumn(), weeks(40, 44)), expected);
    let mut facts = autumn();
    facts.targets.week_fee = Some(1_200);
    assert_eq!(value("cost", &facts, weeks(40, 44)), Figure::Count(4_800));
    // Nobody came in S43: the counts are none, what they would cost is not known.
    let none = [Figure::Count(0), Figure::Missing, Figure::Missing, Figure::Missing];
    assert_eq!(values(codes, &facts, weeks(43, 43)), none);
}

#[test]
fn two_doctors_who_share_a_week_are_one_doctor_week() {
    let (mut first, mut second) = (stay(1, 1, 1, 40), stay(2, 1, 2, 40));
    first.to = monday(40).plus(2);
    second.from = monday(40).plus(3);
    let found = values(["doctors", "cost", "cost.nights"], &facts(1, vec![first, second]), weeks(40, 40));
    // Two nights each.
    assert_eq!(found, [Figure::Count(2), Figure::Count(1_000), Figure::Count(4)]);
}

#[test]
fn who_rested_all_along_or_came_on_closed_days_only_held_nothing() {
    let mut sunday = stay(1, 1, 1, 40);
    (sunday.from, sunday.to) = (monday(40).plus(6), monday(40).plus(6));
    let mut facts = facts(1, vec![sunday, stay(2, 1, 2, 41)]);
    for at in 0..6 {
        for half in [HalfDay::Morning, HalfDay::Afternoon] {
            facts.half_days.push(decided(1, monday(41).plus(at), half, HalfDayKind::Rest));
        }
    }
    assert_eq!(value("doctors", &facts, weeks(40, 41)), Figure::Count(0));
}

#[test]
fn a_night_is_that_of_its_evening_and_counts_when_it_is_over() {
    // Monday 30 November to Saturday 5 December: one night in November, four in December.
    let facts = facts(1, vec![stay(1, 1, 1, 49)]);
    assert_eq!(value("cost.nights", &facts, days((2026, 11, 1), (2026, 11, 30))), Figure::Count(1));
    let december = days((2026, 12, 1), (2026, 12, 31));
    assert_eq!(value("cost.nights", &facts, december), Figure::Count(4));
    // On Thursday morning the nights of Tuesday and Wednesday are over.
    assert_eq!(value_at("cost.nights", &facts, december, Now::on(day(2026, 12, 3), 9, 0)), Figure::Count(2));
}

#[test]
fn departments_and_regions_are_those_of_who_came() {
    let facts = autumn();
    let found = indicator("origin", &facts, weeks(40, 44), after(weeks(40, 44)));
    assert_eq!(found.value, Figure::Count(2));
    assert_eq!(found.caveat, Some(Caveat::Origin(1)));
    assert_eq!(value("origin.regions", &facts, weeks(40, 44)), Figure::Count(2));
    // Paris and the Hauts-de-Seine are one region, and abroad is none.
    let mut facts = autumn();
    known(&mut facts, &[(None, Some("75"), None), (None, Some("92"), None), (None, Some("99"), None)]);
    let found = indicator("origin", &facts, weeks(40, 44), after(weeks(40, 44)));
    assert_eq!((found.value, found.caveat), (Figure::Count(3), None));
    assert_eq!(value("origin.regions", &facts, weeks(40, 44)), Figure::Count(1));
}

#[test]
fn the_map_has_the_departments_by_stays() {
    let mut facts = autumn();
    known(&mut facts, &[(None, Some("75"), None), (None, Some("69"), None), (None, None, None)]);
    let map = |facts: &Facts| match body(ChartCode::Origin, facts, weeks(40, 44), after(weeks(40, 44))) {
        Body::Map(map) => map,
        other => panic!("{other:?}"),
    };
    let origin = |department: &str, stays, doctors| Origin { department: department.into(), stays, doctors };
    let expected = vec![origin("75", 2, 1), origin("69", 1, 1)];
    assert_eq!(map(&facts), Map { centre: "23".into(), departments: expected, unknown: 1 });
    // As many stays each: by code.
    known(&mut facts, &[(None, None, None), (None, Some("69"), None), (None, Some("2A"), None)]);
    assert_eq!(map(&facts).departments, [origin("2A", 1, 1), origin("69", 1, 1)]);
}

#[test]
fn statuses_and_ages_are_those_of_who_came() {
    let count = |code| value(code, &autumn(), weeks(40, 44));
    // Born in 1990 and in 1960: 36 and 66 in 2026, in the middle 51.
    assert_eq!(count("profile"), Figure::Halves(102));
    for (code, expected) in [
        ("profile.new_graduate", 1),
        ("profile.locum", 0),
        ("profile.self_employed", 0),
        ("profile.salaried", 0),
        ("profile.hospital", 0),
        ("profile.retired", 1),
        ("profile.under_35", 0),
        ("profile.35_49", 1),
        ("profile.50_64", 0),
        ("profile.65", 1),
    ] {
        assert_eq!(count(code), Figure::Count(expected), "{code}");
    }
    let Body::Shares(groups) = body(ChartCode::Profile, &autumn(), weeks(40, 44), after(weeks(40, 44))) else {
        panic!()
    };
    let parts: Vec<Vec<u32>> = groups.iter().map(|g| g.bars.iter().map(|b| b.part).collect()).collect();
    assert_eq!(parts, [vec![1, 0, 0, 0, 0, 1], vec![0, 1, 0, 1]]);
    assert!(groups.iter().flat_map(|g| &g.bars).all(|b| b.whole == Some(3)), "one is not known");
}

#[test]
fn an_age_is_that_of_the_year_of_the_first_stay_in_the_period() {
    // S53 goes into January, where Saturday morning is worked. Born in 1991: 35 in 2026, 36 in 2027.
    let mut facts = facts(1, vec![stay(1, 1, 1, 53), stay(2, 1, 1, 54)]);
    known(&mut facts, &[(None, None, Some(1991))]);
    let now = Now::on(day(2027, 2, 1), 9, 0);
    let age = |period| value_at("profile", &facts, period, now);
    assert_eq!(age(days((2026, 12, 1), (2026, 12, 31))), Figure::Halves(70));
    assert_eq!(age(days((2027, 1, 1), (2027, 1, 31))), Figure::Halves(72));
    assert_eq!(age(days((2026, 12, 1), (2027, 1, 31))), Figure::Halves(70));
}

#[test]
fn the_ages_of_the_bands_are_their_first_and_last() {
    let mut facts = facts(1, (40..=46).map(|n| stay(i64::from(n), 1, i64::from(n) - 39, n)).collect());
    // 34, 35, 49, 50, 64, 65 and 72 in 2026.
    let ages = [1992, 1991, 1977, 1976, 1962, 1961, 1954].map(|born| (None, None, Some(born)));
    known(&mut facts, &ages);
    let bands = ["profile.under_35", "profile.35_49", "profile.50_64", "profile.65"];
    assert_eq!(values(bands, &facts, weeks(40, 46)), [1, 2, 2, 2].map(Figure::Count));
}

#[test]
fn who_has_come_for_less_than_a_year_is_not_lost() {
    // At the end of S96 (October 2027): doctor 1 came twice, 2 once long ago, 3 once last month.
    let facts = facts(1, vec![stay(1, 1, 1, 40), stay(2, 1, 2, 41), stay(3, 1, 1, 60), stay(4, 1, 3, 92)]);
    assert_eq!(value("return_rate", &facts, weeks(44, 96)), Figure::Share(1, 2));
    // Asked in 2026 nobody has been gone for a year.
    assert_eq!(value("return_rate", &facts, weeks(40, 44)), Figure::Missing);
    // A year to the day after Saturday 3 October 2026, and the day before.
    let until = |last: Day| value("return_rate", &facts, Period { from: monday(44), to: last });
    assert_eq!(until(day(2027, 10, 3)), Figure::Share(1, 1));
    assert_eq!(until(day(2027, 10, 2)), Figure::Missing);
}

#[test]
fn a_stay_to_come_is_no_return() {
    let facts = facts(1, vec![stay(1, 1, 1, 1), stay(2, 1, 1, 60)]);
    let now = Now::on(monday(58), 9, 0);
    assert_eq!(value_at("return_rate", &facts, weeks(1, 70), now), Figure::Share(0, 1));
}
