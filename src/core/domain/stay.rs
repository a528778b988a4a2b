//! A doctor on a post from a day to a day.

use serde::{Deserialize, Serialize};

use super::{Day, IsoWeek, PersonId, PostId, Stamp, StayId};

/// What was decided about a stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StayState {
    /// Pressenti: spoken of.
    Considered,
    /// Option: asked for, not yet sure.
    Option,
    Confirmed,
    /// Annulé (désistement).
    Cancelled,
}

impl StayState {
    /// Every state, in the order of the forms.
    pub const ALL: [Self; 4] = [Self::Considered, Self::Option, Self::Confirmed, Self::Cancelled];

    /// Identifier of the state's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Considered => "stay-considered",
            Self::Option => "stay-option",
            Self::Confirmed => "stay-confirmed",
            Self::Cancelled => "stay-cancelled",
        }
    }
}

/// What a stay is on a given day: the decision, refined by the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    Considered,
    Option,
    Confirmed,
    /// En cours.
    Running,
    /// Terminé.
    Over,
    Cancelled,
}

impl Phase {
    /// Identifier of the phase's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Considered => "stay-considered",
            Self::Option => "stay-option",
            Self::Confirmed => "stay-confirmed",
            Self::Running => "stay-running",
            Self::Over => "stay-over",
            Self::Cancelled => "stay-cancelled",
        }
    }
}

/// A cancelled stay keeps its history (rule 19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// The day it was announced.
    pub on: Day,
    pub reason: String,
}

/// A withdrawal that somebody of the team has noted, and that the coordination has still to confirm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotedWithdrawal {
    pub author: PersonId,
    pub at: Stamp,
    pub what: Withdrawal,
}

/// A doctor on a post from a day to a day, both included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    pub id: StayId,
    pub post: PostId,
    pub doctor: PersonId,
    pub from: Day,
    pub to: Day,
    pub state: StayState,
    /// Only of a cancelled stay.
    pub withdrawal: Option<Withdrawal>,
    /// Whether it was confirmed when it was called off: only then it is a désistement of the figures.
    pub was_confirmed: bool,
}

impl Stay {
    /// The week the stay begins in.
    #[must_use]
    pub fn week(&self) -> IsoWeek {
        self.from.week()
    }

    /// The week the stay ends in; usually the same.
    #[must_use]
    pub fn last_week(&self) -> IsoWeek {
        self.to.week()
    }

    /// Whether the stay is confirmed: only then it carries points.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.state == StayState::Confirmed
    }

    /// Whether the day lies in the stay.
    #[must_use]
    pub fn covers(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether both are confirmed on one post on one day (rule 16).
    #[must_use]
    pub fn clashes(&self, other: &Self) -> bool {
        self.id != other.id
            && self.post == other.post
            && self.is_confirmed()
            && other.is_confirmed()
            && self.from <= other.to
            && other.from <= self.to
    }

    /// What the stay is on that day.
    #[must_use]
    pub fn phase(&self, today: Day) -> Phase {
        match self.state {
            StayState::Considered => Phase::Considered,
            StayState::Option => Phase::Option,
            StayState::Cancelled => Phase::Cancelled,
            StayState::Confirmed if today < self.from => Phase::Confirmed,
            StayState::Confirmed if today <= self.to => Phase::Running,
            StayState::Confirmed => Phase::Over,
        }
    }

    /// Days between the announcement of the withdrawal and the stay's first day.
    #[must_use]
    pub fn notice_days(&self) -> Option<i32> {
        self.withdrawal.as_ref().map(|w| self.from.0 - w.on.0)
    }
}
