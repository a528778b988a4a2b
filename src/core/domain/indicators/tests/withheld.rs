//! Secondary suppression, proved on random breakdowns: what is withheld cannot be worked out from the total.

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestCaseError, TestRng, TestRunner};

use super::super::withheld;

type Rule = fn(&[u32]) -> Vec<bool>;

/// Whether somebody who knows the total and what is shown can tell a withheld cell.
///
/// They know that the withheld cells come to what is missing, and that at least one is 1 to 4. A cell is safe when
/// it could have another value.
fn leaks(cells: &[u32], hidden: &[bool]) -> bool {
    let missing: u32 = cells.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(cell, _)| cell).sum();
    let others = hidden.iter().filter(|hidden| **hidden).count().saturating_sub(1);
    let may_be = |value: u32| {
        let rest = missing - value;
        match others {
            0 => rest == 0,
            // One other cell has all the rest; several can share it out, a one among them.
            1 => (1..5).contains(&value) || (1..5).contains(&rest),
            _ => (1..5).contains(&value) || rest > 0,
        }
    };
    cells
        .iter()
        .zip(hidden)
        .any(|(cell, hidden)| *hidden && !(0..=missing).any(|value| value != *cell && may_be(value)))
}

fn breakdown() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(prop_oneof![2 => Just(0_u32), 3 => 1_u32..5, 3 => 5_u32..12, 2 => 12_u32..200], 2..8)
}

fn nothing_can_be_worked_out(rule: Rule, cells: &[u32]) -> bool {
    !leaks(cells, &rule(cells))
}

fn every_small_cell_is_withheld(rule: Rule, cells: &[u32]) -> bool {
    cells.iter().zip(rule(cells)).all(|(cell, hidden)| hidden || !(1..5).contains(cell))
}

fn without_a_small_cell_all_is_shown(rule: Rule, cells: &[u32]) -> bool {
    cells.iter().any(|cell| (1..5).contains(cell)) || !rule(cells).contains(&true)
}

fn a_nought_is_shown_as_long_as_anything_else_is(rule: Rule, cells: &[u32]) -> bool {
    let hidden = rule(cells);
    let a_nought = cells.iter().zip(&hidden).any(|(cell, hidden)| *cell == 0 && *hidden);
    !a_nought || cells.iter().zip(&hidden).all(|(cell, hidden)| *cell == 0 || *hidden)
}

fn holds(property: fn(Rule, &[u32]) -> bool, rule: Rule) -> Result<(), String> {
    let cases = if std::env::var("RELEVE_TRIALS").as_deref() == Ok("full") { 200_000 } else { 2_000 };
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let outcome = runner.run(&breakdown(), |cells| {
        if property(rule, &cells) { Ok(()) } else { Err(TestCaseError::fail(format!("{cells:?}"))) }
    });
    outcome.map_err(|error| error.to_string())
}

#[rstest::rstest]
#[case(nothing_can_be_worked_out)]
#[case(every_small_cell_is_withheld)]
#[case(without_a_small_cell_all_is_shown)]
#[case(a_nought_is_shown_as_long_as_anything_else_is)]
fn in_every_breakdown(#[case] property: fn(Rule, &[u32]) -> bool) {
    holds(property, withheld).unwrap();
}

/// The small cells alone: one of them is the total less the others.
fn only_the_small(cells: &[u32]) -> Vec<bool> {
    cells.iter().map(|cell| (1..5).contains(cell)).collect()
}

/// The smallest of the others goes too, be it a nought: more is withheld than need be.
fn with_the_smallest(cells: &[u32]) -> Vec<bool> {
    let mut hidden = only_the_small(cells);
    if hidden.contains(&true)
        && let Some(next) = (0..cells.len()).filter(|at| !hidden[*at]).min_by_key(|at| cells[*at])
    {
        hidden[next] = true;
    }
    hidden
}

fn nothing(cells: &[u32]) -> Vec<bool> {
    vec![false; cells.len()]
}

fn all(cells: &[u32]) -> Vec<bool> {
    vec![true; cells.len()]
}

/// Negative controls: each property finds what is wrong with a simpler rule.
#[rstest::rstest]
#[case::the_total_tells_a_cell_alone(nothing_can_be_worked_out, only_the_small)]
#[case::nothing_withheld(every_small_cell_is_withheld, nothing)]
#[case::all_withheld(without_a_small_cell_all_is_shown, all)]
#[case::a_nought_first(a_nought_is_shown_as_long_as_anything_else_is, with_the_smallest)]
fn a_simpler_rule_is_found_out(#[case] property: fn(Rule, &[u32]) -> bool, #[case] rule: Rule) {
    assert!(holds(property, rule).is_err());
}

#[rstest::rstest]
// Nothing small, nothing withheld.
#[case(&[0, 5, 170], &[false, false, false])]
// 3 goes, and the smallest of the others with it.
#[case(&[120, 3, 40, 0], &[false, true, true, false])]
// 1 and 2 would come to 3, each fewer than five: 40 goes too.
#[case(&[120, 1, 40, 2], &[false, true, true, true])]
// 3 and 2 come to 5: enough.
#[case(&[120, 3, 40, 2], &[false, true, false, true])]
// Nothing else is left than noughts.
#[case(&[0, 3, 0], &[true, true, true])]
#[case(&[3], &[true])]
fn by_hand(#[case] cells: &[u32], #[case] expected: &[bool]) {
    assert_eq!(withheld(cells), expected);
}
