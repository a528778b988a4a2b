//! A doctor on a post from a day to a day.

use serde::{Deserialize, Serialize};

use super::{Arg, Day, IsoWeek, Msg, PersonId, PostId, Stamp, StayId};

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

/// Who called a stay off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum WithdrawnBy {
    /// A désistement.
    #[default]
    Doctor,
    /// The centre gave the week up; no désistement.
    Centre,
}

impl WithdrawnBy {
    /// Everybody who may, in the order of the forms.
    pub const ALL: [Self; 2] = [Self::Doctor, Self::Centre];

    /// Identifier of its word in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Doctor => "withdrawn-by-doctor",
            Self::Centre => "withdrawn-by-centre",
        }
    }
}

/// Why a stay was called off: a kind, and no detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Cause {
    Health,
    Family,
    Work,
    Transport,
    Other,
}

impl Cause {
    /// Every cause, in the order of the forms.
    pub const ALL: [Self; 5] = [Self::Health, Self::Family, Self::Work, Self::Transport, Self::Other];

    /// Identifier of its word in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Health => "cause-health",
            Self::Family => "cause-family",
            Self::Work => "cause-work",
            Self::Transport => "cause-transport",
            Self::Other => "cause-other",
        }
    }
}

/// A cancelled stay keeps its history (rule 19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// The day it was announced.
    pub on: Day,
    #[serde(default)]
    pub by: WithdrawnBy,
    /// None of what was noted in words, before there was a list.
    #[serde(default)]
    pub cause: Option<Cause>,
    /// In words, of what was noted before there was a list, or in a spreadsheet.
    pub reason: String,
}

impl Withdrawal {
    /// By the doctor, with its reason in words.
    #[must_use]
    pub fn told(on: Day, reason: impl Into<String>) -> Self {
        Self { on, by: WithdrawnBy::Doctor, cause: None, reason: reason.into() }
    }

    /// Why, as it is said.
    #[must_use]
    pub fn why(&self) -> Arg {
        self.cause.map_or_else(|| self.reason.as_str().into(), |cause| Msg::new(cause.word()).into())
    }
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
    /// Of an option, its last day: after it the option is *échue, à trancher*.
    #[serde(default)]
    pub held_until: Option<Day>,
    /// The day on which its state was said.
    #[serde(default)]
    pub said_on: Option<Day>,
    /// Why it goes beyond what a rule asks about.
    #[serde(default)]
    pub note: String,
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

    /// Whether the doctor withdrew from what was confirmed: a désistement of the figures.
    #[must_use]
    pub fn is_withdrawal(&self) -> bool {
        self.was_confirmed && self.withdrawal.as_ref().is_some_and(|w| w.by == WithdrawnBy::Doctor)
    }

    /// Whether its last day as an option is over, and nobody has settled it.
    #[must_use]
    pub fn is_lapsed(&self, today: Day) -> bool {
        self.state == StayState::Option && self.held_until.is_some_and(|last| last < today)
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
