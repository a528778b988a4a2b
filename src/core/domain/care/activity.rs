//! What the lists of care around the relay did in a period: what the figures count.

use super::super::Day;
use super::Counts;

/// What is known of a period, up to now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Activity {
    /// The unplanned requests of each day that has some, by day.
    pub requests: Vec<(Day, Counts)>,
    /// Patients of a protocol who were seen or reached on a day, each time counted: day, protocol, count; by day.
    pub contacts: Vec<(Day, String, u32)>,
    /// Who waited for a médecin traitant at the end of the period, and how many of them in ALD.
    pub waiting: (u32, u32),
    /// For each declaration of the period that was waited for: days from the request to it.
    pub waited: Vec<u32>,
    /// Whether a list is kept at all.
    pub keeps_list: bool,
    /// Follow-ups that go on now, and how many of them are lost from sight.
    pub followed: (u32, u32),
    /// Questions asked of the week's doctor in the period, and how many of them were discussed.
    pub concertations: (u32, u32),
}
