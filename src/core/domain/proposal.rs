//! Proposition: which volunteer for which of several holes, so that all holes together are filled best.
//!
//! Only numbers: what a volunteer is worth for a hole, and whether they could take it at all, is the candidates' business.
//! Nobody is assigned by it; what is taken of a proposal becomes a list to call.

mod weeks;

use pathfinding::kuhn_munkres::{Weights, kuhn_munkres};

pub use weeks::{Proposed, holes, propose};

/// What nobody's worth may pass, so that sums stay far from the end of the numbers.
const MOST: i64 = 1_000_000_000;

/// For each hole the volunteer proposed, or nobody.
///
/// `worth[hole][volunteer]` is what a volunteer is worth there, `None` where they cannot come; leaving a hole vacant is
/// worth 0, so that who is worth less is not proposed. `times[volunteer]` is how many holes they may take in all.
/// `clash(volunteer, hole, hole)` says that they may not take both: two posts in one week, or two weeks too near.
///
/// The worth of all together is the greatest possible where no two holes of the best assignment clash. Where some do, the
/// lesser of the two is given up for that volunteer and all is assigned anew, until none does: that is a good assignment,
/// not always the best, but never one worse than filling the holes one after the other. Of assignments worth the same,
/// the earlier volunteers are taken; so the order of holes and volunteers must be the caller's, not chance.
#[must_use]
pub fn assign(
    worth: &[Vec<Option<i64>>],
    times: &[usize],
    clash: impl Fn(usize, usize, usize) -> bool,
) -> Vec<Option<usize>> {
    let mut possible: Vec<Vec<Option<i64>>> =
        worth.iter().map(|row| row.iter().map(|w| w.map(|w| w.clamp(-MOST, MOST))).collect()).collect();
    let given = possible.clone();
    let mut found = best(&possible, times);
    while let Some((hole, volunteer)) = lesser_of_a_clash(&given, &found, &clash) {
        possible[hole][volunteer] = None;
        found = best(&possible, times);
    }
    let found = fill(found, &given, times, &clash);
    let in_order = fill(vec![None; worth.len()], &given, times, &clash);
    if total(&given, &found) >= total(&given, &in_order) { found } else { in_order }
}

/// What an assignment is worth.
#[must_use]
pub fn total(worth: &[Vec<Option<i64>>], assigned: &[Option<usize>]) -> i64 {
    let each = worth.iter().zip(assigned).filter_map(|(row, volunteer)| row.get((*volunteer)?).copied()?);
    each.sum()
}

/// The holes, and a column for each time that a volunteer may come, then one for each hole that stays vacant.
struct Table<'a> {
    worth: &'a [Vec<Option<i64>>],
    /// Whose column it is.
    columns: Vec<usize>,
    /// What one unit of worth counts, so that all that decides between equals counts less than one.
    unit: i64,
    impossible: i64,
}

impl Weights<i64> for Table<'_> {
    fn rows(&self) -> usize {
        self.worth.len()
    }

    fn columns(&self) -> usize {
        self.columns.len() + self.rows()
    }

    fn at(&self, row: usize, column: usize) -> i64 {
        let Some(volunteer) = self.columns.get(column) else { return 0 };
        let behind = i64::try_from(column).unwrap_or(0);
        self.worth[row][*volunteer].map_or(self.impossible, |worth| worth * self.unit - behind)
    }

    /// Only the greatest is looked for.
    fn neg(&self) -> Self {
        unreachable!("kuhn_munkres never asks for it")
    }
}

/// The assignment worth most, whether or not holes clash.
fn best(worth: &[Vec<Option<i64>>], times: &[usize]) -> Vec<Option<usize>> {
    let width = worth.first().map_or(0, Vec::len);
    let repeated = |volunteer: usize| {
        let count = times.get(volunteer).copied().unwrap_or(0).min(worth.len());
        std::iter::repeat_n(volunteer, count)
    };
    let columns: Vec<usize> = (0..width).flat_map(repeated).collect();
    let rows = i64::try_from(worth.len()).unwrap_or(0);
    let unit = rows * i64::try_from(columns.len()).unwrap_or(0) + 1;
    let most = worth.iter().flatten().flatten().map(|worth| worth.abs()).max().unwrap_or(0);
    let table = Table { worth, columns, unit, impossible: -(most + 1) * unit * (rows + 1) };
    let (_, found) = kuhn_munkres(&table);
    let volunteer = |row: usize, column: usize| table.columns.get(column).copied().filter(|v| worth[row][*v].is_some());
    found.into_iter().enumerate().map(|(row, column)| volunteer(row, column)).collect()
}

/// Of the first two holes of one volunteer that clash, the one worth less, with the volunteer; of two alike, the later.
fn lesser_of_a_clash(
    worth: &[Vec<Option<i64>>],
    found: &[Option<usize>],
    clash: &impl Fn(usize, usize, usize) -> bool,
) -> Option<(usize, usize)> {
    for (later, volunteer) in found.iter().enumerate() {
        let Some(volunteer) = *volunteer else { continue };
        let earlier = (0..later).find(|hole| found[*hole] == Some(volunteer) && clash(volunteer, *hole, later));
        if let Some(earlier) = earlier {
            let hole = if worth[earlier][volunteer] < worth[later][volunteer] { earlier } else { later };
            return Some((hole, volunteer));
        }
    }
    None
}

/// Fills what is vacant, one hole after the other, each with who is worth most there and still may come.
fn fill(
    mut found: Vec<Option<usize>>,
    worth: &[Vec<Option<i64>>],
    times: &[usize],
    clash: &impl Fn(usize, usize, usize) -> bool,
) -> Vec<Option<usize>> {
    for hole in 0..worth.len() {
        if found[hole].is_some() {
            continue;
        }
        let may = |volunteer: usize| {
            let mut theirs = (0..found.len()).filter(|other| found[*other] == Some(volunteer));
            theirs.clone().count() < times.get(volunteer).copied().unwrap_or(0)
                && !theirs.any(|other| clash(volunteer, other.min(hole), other.max(hole)))
        };
        let mut most: Option<(i64, usize)> = None;
        for (volunteer, worth) in worth[hole].iter().enumerate() {
            let Some(worth) = worth.filter(|worth| *worth > most.map_or(0, |(most, _)| most)) else { continue };
            if may(volunteer) {
                most = Some((worth, volunteer));
            }
        }
        found[hole] = most.map(|(_, volunteer)| volunteer);
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What one would do by hand: week after week, whoever is best for it, the first of equals.
    fn greedy(worth: &[Vec<Option<i64>>], times: &[usize], clash: impl Fn(usize, usize, usize) -> bool) -> i64 {
        let mut taken: Vec<(usize, usize)> = Vec::new();
        let mut sum = 0;
        for (hole, row) in worth.iter().enumerate() {
            let free = |v: &usize| {
                let holes = taken.iter().filter(|(_, of)| of == v);
                holes.clone().count() < times[*v] && holes.clone().all(|(other, _)| !clash(*v, *other, hole))
            };
            let best = (0..row.len()).filter(free).filter_map(|v| Some((row[v]?, std::cmp::Reverse(v)))).max();
            if let Some((worth, std::cmp::Reverse(volunteer))) = best.filter(|(worth, _)| *worth > 0) {
                taken.push((hole, volunteer));
                sum += worth;
            }
        }
        sum
    }

    /// The best of all assignments, by trying each.
    fn optimum(worth: &[Vec<Option<i64>>], left: &mut [usize]) -> i64 {
        let Some((row, rest)) = worth.split_first() else { return 0 };
        let mut most = optimum(rest, left);
        for (volunteer, worth) in row.iter().enumerate() {
            if let Some(worth) = worth.filter(|_| left[volunteer] > 0) {
                left[volunteer] -= 1;
                most = most.max(worth + optimum(rest, left));
                left[volunteer] += 1;
            }
        }
        most
    }

    #[test]
    fn one_after_the_other_is_worse() {
        // The first is good for both weeks, the second can come in the first week only.
        let worth = vec![vec![Some(50), Some(40)], vec![Some(45), None]];
        let found = assign(&worth, &[1, 1], |_, _, _| false);
        assert_eq!(found, [Some(1), Some(0)]);
        assert!(greedy(&worth, &[1, 1], |_, _, _| false) < total(&worth, &found));
    }

    #[test]
    fn nobody_is_proposed_where_nobody_can_come_or_is_worth_it() {
        let worth = vec![vec![None, Some(-5)], vec![Some(10), Some(20)]];
        assert_eq!(assign(&worth, &[1, 1], |_, _, _| false), [None, Some(1)]);
        assert_eq!(assign(&worth, &[1, 0], |_, _, _| false), [None, Some(0)]);
        assert_eq!(assign(&[], &[1], |_, _, _| false), [None; 0]);
        assert_eq!(assign(&[Vec::new()], &[], |_, _, _| false), [None]);
    }

    #[test]
    fn who_may_come_twice_does_but_not_in_two_places_at_once() {
        let worth = vec![vec![Some(10), Some(1)], vec![Some(10), Some(1)], vec![Some(10), None]];
        assert_eq!(assign(&worth, &[3, 3], |_, _, _| false), [Some(0); 3]);
        // The first two holes are one week on two posts.
        let found = assign(&worth, &[3, 3], |_, one, other| (one, other) == (0, 1));
        assert_eq!(found, [Some(0), Some(1), Some(0)]);
    }

    #[test]
    fn of_equals_the_first_is_taken() {
        let worth = vec![vec![Some(7); 4]; 2];
        let found = assign(&worth, &[1; 4], |_, _, _| false);
        let mut taken: Vec<_> = found.into_iter().flatten().collect();
        taken.sort_unstable();
        assert_eq!(taken, [0, 1]);
    }

    /// Up to six holes and five volunteers, each with how often and how many holes must lie between theirs.
    fn centre() -> impl Strategy<Value = (Vec<Vec<Option<i64>>>, Vec<usize>, Vec<usize>)> {
        (1..=6_usize, 1..=5_usize).prop_flat_map(|(holes, volunteers)| {
            let worth = prop::option::weighted(0.7, -20..100_i64);
            let rows = prop::collection::vec(prop::collection::vec(worth, volunteers), holes);
            (rows, prop::collection::vec(0..=3_usize, volunteers), prop::collection::vec(0..=4_usize, volunteers))
        })
    }

    proptest! {
        #[test]
        fn without_a_clash_nothing_is_better((worth, times, _) in centre()) {
            let found = assign(&worth, &times, |_, _, _| false);
            prop_assert_eq!(total(&worth, &found), optimum(&worth, &mut times.clone()));
        }

        #[test]
        fn what_is_proposed_is_possible_and_no_worse_than_by_hand((worth, times, gaps) in centre()) {
            let clash = |volunteer: usize, one: usize, other: usize| one.abs_diff(other) <= gaps[volunteer];
            let found = assign(&worth, &times, clash);
            prop_assert_eq!(found.len(), worth.len());
            for (hole, volunteer) in found.iter().enumerate() {
                let Some(volunteer) = *volunteer else { continue };
                prop_assert!(worth[hole][volunteer].is_some());
                prop_assert!((0..hole).all(|other| found[other] != Some(volunteer) || !clash(volunteer, other, hole)));
            }
            for (volunteer, times) in times.iter().enumerate() {
                prop_assert!(found.iter().filter(|v| **v == Some(volunteer)).count() <= *times);
            }
            prop_assert!(total(&worth, &found) >= greedy(&worth, &times, clash));
            prop_assert_eq!(&found, &assign(&worth, &times, clash));
        }

        /// The order in which volunteers stand changes nothing of what all is worth.
        #[test]
        fn the_order_of_volunteers_counts_for_nothing((worth, times, _) in centre(), by in 0..5_usize) {
            let turn = |row: &[Option<i64>]| { let mut row = row.to_vec(); let n = by % row.len(); row.rotate_left(n); row };
            let turned: Vec<_> = worth.iter().map(|row| turn(row)).collect();
            let mut turned_times = times.clone();
            turned_times.rotate_left(by % times.len());
            let (one, other) = (assign(&worth, &times, |_, _, _| false), assign(&turned, &turned_times, |_, _, _| false));
            prop_assert_eq!(total(&worth, &one), total(&turned, &other));
        }
    }
}
