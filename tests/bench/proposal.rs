//! Numbers alone: what each of three hundred is worth for each of 26 holes, and who is best for all of them.

use releve::domain::proposal::assign;

/// The same few are worth most everywhere, which makes most clashes.
pub fn worth() -> Vec<Vec<Option<i64>>> {
    let worth =
        |hole: i64, volunteer: i64| (hole + volunteer % 4 > 0).then_some(100 - volunteer / 3 + hole * volunteer % 3);
    (0..26).map(|hole| (0..300).map(|v| worth(hole, v)).collect()).collect()
}

/// Volunteers who may each come twice, not within six weeks.
pub fn assigned(worth: &[Vec<Option<i64>>]) -> Vec<Option<usize>> {
    let near = |_, one: usize, other: usize| one.abs_diff(other) < 6;
    assign(worth, &[2; 300], near)
}
