//! What the centre notes beside its agenda and its closings: the état de la patientèle, the relevé de la semaine,
//! and figures that were published about it (`record::PUBLISHED`).

mod panel;
mod published;
mod survey;
mod targets;

use serde::{Deserialize, Serialize};

use super::{PanelId, SurveyId};

pub use panel::{Flow, NewPanel, PanelSnapshot};
pub use published::{Published, PublishedFigure};
pub use survey::{NewSurvey, Third, WeekSurvey};
pub use targets::Targets;

/// One thing noted, as a form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Noted {
    Panel(NewPanel),
    Survey(NewSurvey),
}

/// The row of one thing noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NotedId {
    Panel(PanelId),
    Survey(SurveyId),
}

/// Values that must be known before one speaks of what is usual.
const ENOUGH: usize = 4;

/// Whether a value is far from what is usual here: less than half, or more than twice, the median of the others.
///
/// Nothing is usual before a few values are known. A difference of one or two is never far.
#[must_use]
pub fn far_from(value: u32, others: &[u32]) -> Option<u32> {
    let usual = usual(others)?;
    (value.abs_diff(usual) > 2 && (value < usual / 2 || value > usual.saturating_mul(2))).then_some(usual)
}

/// The median of the values, once enough are known; of an even number the upper one.
fn usual(values: &[u32]) -> Option<u32> {
    let mut values = values.to_vec();
    values.sort_unstable();
    (values.len() >= ENOUGH).then(|| values[values.len() / 2])
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    // The median of 8, 10, 12, 14 is 12.
    #[case(5, Some(12))]
    #[case(6, None)]
    #[case(24, None)]
    #[case(25, Some(12))]
    fn half_and_twice_the_median_are_far(#[case] value: u32, #[case] far: Option<u32>) {
        assert_eq!(far_from(value, &[14, 8, 12, 10]), far);
    }

    #[test]
    fn a_few_values_or_small_numbers_question_nothing() {
        assert_eq!(far_from(90, &[10, 10, 10]), None);
        assert_eq!(far_from(2, &[0, 0, 0, 0]), None);
        assert_eq!(far_from(3, &[0, 0, 0, 0]), Some(0));
    }
}
