//! Whether a volunteer could come.

use serde::{Deserialize, Serialize};

/// What a volunteer says of some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Answer {
    Yes,
    Perhaps,
    No,
}

impl Answer {
    /// Every answer, in the order of the forms.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Perhaps, Self::No];

    /// Identifier of its word in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "availability-yes",
            Self::Perhaps => "availability-perhaps",
            Self::No => "availability-no",
        }
    }
}
