//! Which role of the team looks after something that goes on for long.

use super::super::Role;
use super::choice::choice;

choice! {
    /// Whose a follow-up can be: one role of the team, whoever fills it.
    FollowedBy {
        Coordination => "role-coordination",
        Assistant => "role-assistant",
        Nurse => "role-nurse",
    }
}

impl FollowedBy {
    /// The role.
    #[must_use]
    pub const fn role(self) -> Role {
        match self {
            Self::Coordination => Role::Coordination,
            Self::Assistant => Role::Assistant,
            Self::Nurse => Role::Nurse,
        }
    }
}
