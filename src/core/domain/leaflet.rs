//! What leaves for those outside: no patient is on it and no code, whoever makes it (rule 44).

use super::rights::Right;
use super::{IsoWeek, PersonId, PostId};

/// Something for those outside: patients at the door, the town, a doctor who is to come, somebody's own calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Leaflet {
    /// For the door: who is here that week, when the centre opens, whom to call when it is closed.
    Poster(IsoWeek),
    /// The same week day by day, half-days and team beside it.
    Week(IsoWeek),
    /// A year of weeks and posts.
    Planning { year: i32, paper: Paper },
    /// For a doctor who comes in that week: the week, the numbers, the booklet without its codes.
    Welcome(IsoWeek),
    /// For the collective: how what was seen otherwise ended in a year.
    Differences { year: i32 },
    /// Stays as a calendar.
    Calendar(CalendarOf),
}

impl Leaflet {
    /// The right to take it out: whoever reads on the screen who comes has it on paper too, the rest is the team's.
    #[must_use]
    pub const fn right(self) -> Right {
        match self {
            Self::Poster(_) | Self::Week(_) | Self::Welcome(_) | Self::Differences { .. } => Right::Print,
            Self::Calendar(CalendarOf::Asset(_)) => Right::Prepare,
            Self::Planning { .. } | Self::Calendar(_) => Right::ReadRota,
        }
    }
}

/// The size of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Paper {
    #[default]
    A4,
    A3,
}

/// Whose stays a calendar holds, or the bookings of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CalendarOf {
    Doctor(PersonId),
    Post(PostId),
    /// A house, a vehicle, a room or a key, by its number.
    Asset(i64),
}
