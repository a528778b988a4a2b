//! The proposal in the words of the centre: holes, volunteers, and why.

use super::super::candidate::{Candidate, Hole, JUST_HERE, Reason, Volunteers};
use super::super::{Day, PersonId, PostId, Rota};
use super::assign;

/// How many times somebody is proposed where they have not said how often a year they come.
const TIMES: usize = 1;

/// Who is proposed for a hole, with every candidate it was chosen from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    pub hole: Hole,
    pub candidates: Vec<Candidate>,
    /// Its place among them; nothing where nobody is left.
    pub chosen: Option<usize>,
}

impl Proposed {
    /// Who is proposed.
    #[must_use]
    pub fn candidate(&self) -> Option<&Candidate> {
        self.candidates.get(self.chosen?)
    }
}

/// The holes ahead, by week and post: the first so many.
#[must_use]
pub fn holes(rota: &Rota, opened: Day, today: Day, count: usize) -> Vec<Hole> {
    let weeks = (0..FAR).map(|n| today.week().plus(n));
    let posts: Vec<PostId> = rota.posts.iter().map(|post| post.id).collect();
    let all = weeks.flat_map(|week| posts.iter().map(move |post| (*post, week)));
    all.filter_map(|(post, week)| Hole::vacant(post, week, rota, opened, today)).take(count).collect()
}

/// Weeks looked ahead: two years.
const FAR: i32 = 104;

/// A proposal for several holes at once: worth most together, nobody twice in weeks that are too near, nor more often
/// than they wish in a year.
#[must_use]
pub fn propose(holes: &[Hole], volunteers: &Volunteers) -> Vec<Proposed> {
    let each: Vec<Vec<Candidate>> = holes.iter().map(|hole| volunteers.candidates(*hole)).collect();
    let mut doctors: Vec<PersonId> = each.iter().flatten().map(|candidate| candidate.doctor).collect();
    doctors.sort_unstable();
    doctors.dedup();
    let place = |doctor: PersonId| doctors.binary_search(&doctor).unwrap_or(0);
    let mut worth = vec![vec![None; doctors.len()]; holes.len()];
    for (row, candidates) in each.iter().enumerate() {
        for candidate in candidates.iter().filter(|candidate| may_be_proposed(candidate)) {
            // A hole that is filled is always better than one that is not.
            worth[row][place(candidate.doctor)] = Some(i64::from(candidate.worth) + FILLED);
        }
    }
    let times: Vec<usize> = doctors.iter().map(|doctor| volunteers.per_year(*doctor).unwrap_or(TIMES)).collect();
    let apart = |_: usize, one: usize, other: usize| {
        let weeks = (holes[one].week.monday().0 - holes[other].week.monday().0).abs() / 7;
        weeks <= JUST_HERE
    };
    let chosen = assign(&worth, &times, apart);
    let all = holes.iter().zip(each).zip(chosen);
    all.map(|((hole, candidates), doctor)| {
        let doctor = doctor.map(|column| doctors[column]);
        let chosen = doctor.and_then(|doctor| candidates.iter().position(|c| c.doctor == doctor));
        Proposed { hole: *hole, candidates, chosen }
    })
    .collect()
}

/// More than everything that counts against somebody who may be proposed.
const FILLED: i64 = 500;

/// Whom nobody would call for that week: who said no to it, is elsewhere, or never comes then, is left out of a
/// proposal, though not out of the list of candidates.
fn may_be_proposed(candidate: &Candidate) -> bool {
    use super::super::availability::Answer;
    !candidate.reasons.iter().any(|reason| {
        matches!(
            reason,
            Reason::Said { answer: Answer::No, .. }
                | Reason::Elsewhere(_)
                | Reason::OtherCentre(_)
                | Reason::Never
                | Reason::NotBack
                | Reason::AsWished(_)
        )
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::super::super::candidate::{Facts, Weights};
    use super::super::super::collective::{Collective, Listed};
    use super::super::super::fixture::{monday, rota, stay, week};
    use super::super::super::record::{Availability, Values, Volunteer, Written};
    use super::super::super::{Rev, availability::Answer};
    use super::*;

    fn row(id: i64) -> Written {
        Written { id, rev: Rev(0), values: Values::default(), by: None }
    }

    fn said(doctor: i64, number: i32, answer: Answer) -> Listed<Availability> {
        let (from, to) = (monday(number), monday(number).plus(6));
        let what = Availability { person: PersonId(doctor), from, to, answer, note: String::new(), by: None };
        Listed { what, row: row(doctor) }
    }

    fn proposed(rota: &Rota, collective: &Collective, count: usize) -> Vec<(i32, Option<i64>)> {
        let (weights, today) = (Weights::default(), monday(58));
        let facts = Facts { rota, collective, department: "23", weights: &weights, asked_days: 10, today };
        let holes = holes(rota, monday(1), today, count);
        let proposal = propose(&holes, &Volunteers::of(facts));
        let first = monday(1).0;
        proposal.iter().map(|p| ((p.hole.week.monday().0 - first) / 7 + 1, p.candidate().map(|c| c.doctor.0))).collect()
    }

    #[test]
    fn who_can_only_come_in_one_week_is_proposed_there() {
        let rota = rota(1, vec![stay(1, 1, 9, 58), stay(2, 1, 9, 60)]);
        // Everybody could come in 59; 2 in 61 alone.
        let mut collective = Collective { stays: rota.stays.clone(), ..Collective::default() };
        collective.availability =
            vec![said(1, 59, Answer::Yes), said(1, 61, Answer::No), said(2, 59, Answer::Yes), said(2, 61, Answer::Yes)];
        for doctor in 3..=9 {
            collective.availability.extend([said(doctor, 59, Answer::No), said(doctor, 61, Answer::No)]);
        }
        assert_eq!(proposed(&rota, &collective, 2), [(59, Some(1)), (61, Some(2))]);
    }

    #[test]
    fn a_hole_for_which_nobody_is_left_stays_one() {
        let mut rota = rota(1, Vec::new());
        rota.people.0.retain(|id, _| id.0 == 1 || id.0 >= 90);
        let collective = Collective::default();
        let found = proposed(&rota, &collective, 3);
        assert_eq!(found.iter().filter(|(_, doctor)| doctor.is_some()).count(), 1, "{found:?}");
        // Twice a year, but not within six weeks.
        let twice = Volunteer { wishes: "deux fois par an".into(), ..Volunteer::default() };
        let mut collective = collective;
        collective.volunteers.insert(PersonId(1), Listed { what: twice, row: row(1) });
        let found = proposed(&rota, &collective, 9);
        let weeks: Vec<i32> = found.iter().filter(|(_, doctor)| doctor.is_some()).map(|(week, _)| *week).collect();
        assert!(weeks.len() == 2 && weeks[1] - weeks[0] > JUST_HERE, "{found:?}");
    }

    proptest! {
        /// Nobody too often, too near, or where they said no; and every hole has its candidates.
        #[test]
        fn a_proposal_asks_nothing_impossible(refusals in prop::collection::vec((1..=9_i64, 58..70_i32), 0..20)) {
            let rota = rota(2, Vec::new());
            let availability: Vec<_> = refusals.iter().map(|(doctor, number)| said(*doctor, *number, Answer::No)).collect();
            let collective = Collective { availability, ..Collective::default() };
            let found = proposed(&rota, &collective, 10);
            let mut by_doctor: BTreeMap<i64, Vec<i32>> = BTreeMap::new();
            for (number, doctor) in found {
                if let Some(doctor) = doctor {
                    prop_assert!(!refusals.contains(&(doctor, number)));
                    by_doctor.entry(doctor).or_default().push(number);
                }
            }
            prop_assert!(by_doctor.values().all(|weeks| weeks.len() <= TIMES), "{:?}", by_doctor);
        }
    }

    #[test]
    fn the_holes_are_those_ahead() {
        let rota = rota(1, vec![stay(1, 1, 9, 59)]);
        let found = holes(&rota, monday(1), monday(58), 3);
        assert_eq!(found.iter().map(|hole| hole.week).collect::<Vec<_>>(), [week(58), week(60), week(61)]);
    }
}
