//! What one must know to read a figure right.

use super::super::{Day, Msg};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caveat {
    /// So many days with a doctor are over and not closed: their patients are missing.
    Unclosed(usize),
    /// So many doctors have no department in their file.
    Origin(u32),
    /// Minutes as they were booked, not as they passed.
    Planned,
    /// So many ways are of unknown length: it is that much at least.
    Distances(u32),
    /// The agenda tells from that day on, and the period begins before it.
    Agenda(Day),
}

impl Caveat {
    #[must_use]
    pub fn msg(self) -> Msg {
        match self {
            Self::Unclosed(count) => Msg::new("indicators-caveat-unclosed").with("count", count),
            Self::Origin(count) => Msg::new("indicators-caveat-origin").with("count", i64::from(count)),
            Self::Distances(count) => Msg::new("indicators-caveat-distances").with("count", i64::from(count)),
            Self::Planned => Msg::new("indicators-caveat-planned"),
            Self::Agenda(since) => Msg::new("indicators-caveat-agenda").with("day", since),
        }
    }
}
