//! The stories of the fictional centre; invented, plausible for a general practitioner, in French in both languages.

mod beside;
mod care;
mod centre;
mod letters;
mod marked;
mod other_post;
mod results;
mod stuck;
mod urgent;

use super::scenario::Scenario;

pub use beside::BESIDE;
pub use centre::DURING_THE_WEEK;
pub use marked::MARKED;
pub use other_post::OTHER_POST;
pub use stuck::STUCK;
pub use urgent::{FOUND_BY_TEAM, URGENT};

/// Points that bear waiting for a week without a doctor.
pub fn calm() -> impl Iterator<Item = &'static Scenario> {
    care::CARE.iter().chain(results::RESULTS).chain(letters::LETTERS).chain(centre::CENTRE)
}
