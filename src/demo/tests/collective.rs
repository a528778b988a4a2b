//! What is known of the collective: enough to look at, in words that are read, and nothing that presses for long.

use std::collections::BTreeSet;

use rstest::rstest;

use super::super::Town;
use super::{Replay, on};
use crate::domain::record::{
    AVAILABILITY, Availability, LEAVING_WORD, MEDICAL_BACKUP, Record, SOLICITATION, Solicitation, SolicitationAnswer,
    VOLUNTEER, Volunteer, Written,
};
use crate::domain::wish::Wish;
use crate::domain::{Now, PersonId, Role};

fn rows<'a>(replay: &'a Replay, of: &'a Record) -> impl Iterator<Item = &'a Written> {
    replay.records.iter().filter(move |(record, _)| *record == of).map(|(_, row)| row)
}

fn replay(town: Town, now: Now) -> Replay {
    Replay::of(&super::super::steps(town, 1, now))
}

#[rstest]
fn wishes_of_a_third_are_known_and_read(#[values(Town::Ajain, Town::Bellegarde)] town: Town) {
    let replay = replay(town, on(2026, 11, 27, 16, 42));
    let known: Vec<(PersonId, Volunteer)> = rows(&replay, &VOLUNTEER).filter_map(Volunteer::of).collect();
    let doctors = replay.rota.people.0.values().filter(|p| p.role == Role::Doctor).count();
    assert!((doctors / 4..=doctors / 2).contains(&known.len()), "{} of {doctors}", known.len());
    assert_eq!(known.iter().map(|(person, _)| person).collect::<BTreeSet<_>>().len(), known.len());
    for (_, volunteer) in &known {
        assert_eq!(Wish::read(&volunteer.wishes).1, [""; 0]);
    }
    let texts: BTreeSet<&str> = known.iter().map(|(_, v)| v.wishes.as_str()).collect();
    assert!(texts.len() > 5, "{texts:?}");
    // Whoever does not want to be asked is not.
    let spared: BTreeSet<PersonId> = known.iter().filter(|(_, v)| v.spared_on.is_some()).map(|(p, _)| *p).collect();
    assert!(!spared.is_empty());
    let asked = rows(&replay, &SOLICITATION).filter_map(Solicitation::of);
    assert!(asked.map(|s| s.person).all(|person| !spared.contains(&person)));
    for record in [&LEAVING_WORD, &MEDICAL_BACKUP] {
        assert!(rows(&replay, record).next().is_some());
    }
}

#[rstest]
fn some_say_when_they_could_come_ahead_and_nobody_refuses_their_own_stay(
    #[values(Town::Ajain, Town::Bellegarde)] town: Town,
) {
    let now = on(2026, 11, 27, 16, 42);
    let replay = replay(town, now);
    let said: Vec<Availability> = rows(&replay, &AVAILABILITY).filter_map(Availability::of).collect();
    let answers: BTreeSet<_> = said.iter().map(|a| a.answer).collect();
    assert_eq!(answers.len(), 3);
    assert!(said.iter().any(|a| a.from > now.day));
    for no in said.iter().filter(|a| a.answer == crate::domain::availability::Answer::No) {
        assert!(
            !replay.rota.confirmed().any(|s| s.doctor == no.person && s.from <= no.to && s.to >= no.from),
            "{no:?}"
        );
    }
}

/// On Tuesday morning one is still to be asked for the week without a doctor, others did not answer, said no or later.
#[rstest]
#[case(9, 30, &[SolicitationAnswer::None, SolicitationAnswer::ToAsk, SolicitationAnswer::No, SolicitationAnswer::CallBack])]
#[case(15, 0, &[SolicitationAnswer::None, SolicitationAnswer::Perhaps, SolicitationAnswer::No, SolicitationAnswer::CallBack])]
fn volunteers_are_asked_for_the_week_without_a_doctor(
    #[case] hour: u16,
    #[case] minute: u16,
    #[case] answers: &[SolicitationAnswer],
    #[values(Town::Ajain, Town::Bellegarde)] town: Town,
) {
    let now = on(2026, 11, 24, hour, minute);
    let replay = replay(town, now);
    let asked: Vec<Solicitation> = rows(&replay, &SOLICITATION).filter_map(Solicitation::of).collect();
    let near = now.day.week().plus(5);
    let mut found: Vec<&Solicitation> = Vec::new();
    for (at, one) in asked.iter().enumerate() {
        let newer = asked[at + 1..].iter().any(|s| (s.person, s.post, s.week) == (one.person, one.post, one.week));
        if !newer && one.week > now.day.week() && one.week <= near && one.asked_on.is_none_or(|on| on.plus(7) > now.day)
        {
            found.push(one);
        }
    }
    let mut weeks: Vec<_> = found.iter().map(|s| s.week).collect();
    weeks.dedup();
    let [week] = weeks[..] else { panic!("{weeks:?}") };
    let post = found[0].post;
    assert!(replay.rota.in_week(post, week).next().is_none());
    let mut expected = answers.to_vec();
    expected.sort();
    let mut found: Vec<_> = found.iter().map(|s| s.answer).collect();
    found.sort();
    assert_eq!(found, expected);
}

/// Of what was asked before, nothing is left open: only this week's asks wait for something.
#[test]
fn what_was_asked_a_week_ago_is_settled() {
    for day in [(2024, 3, 8), (2025, 10, 22), (2026, 11, 27)] {
        let now = on(day.0, day.1, day.2, 12, 0);
        let replay = replay(Town::Ajain, now);
        let asked: Vec<Solicitation> = rows(&replay, &SOLICITATION).filter_map(Solicitation::of).collect();
        for (at, one) in asked.iter().enumerate() {
            let newer = asked[at + 1..].iter().any(|s| (s.person, s.post, s.week) == (one.person, one.post, one.week));
            let open = !newer && one.due(10).is_some();
            assert!(!open || one.asked_on.is_some_and(|on| on.plus(10) > now.day), "{one:?}");
        }
        assert!(asked.len() > 5);
    }
}
