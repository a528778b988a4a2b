//! The unplanned requests of some days, counted once each: what the survey of a week and the figures take of them.

use super::super::Period;
use super::super::record::{Offered, Request};

/// What was offered to those who called, each counted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub today: u32,
    pub tomorrow: u32,
    pub other: u32,
    /// To the 15 or the 116 117.
    pub sent: u32,
    pub refused: u32,
}

impl Counts {
    /// All of them.
    #[must_use]
    pub const fn all(&self) -> u32 {
        self.today + self.tomorrow + self.other + self.sent + self.refused
    }
}

/// The requests of a period.
#[must_use]
pub fn counts<'a>(requests: impl Iterator<Item = &'a Request>, period: Period) -> Counts {
    let mut found = Counts::default();
    for request in requests.filter(|request| period.contains(request.on_day)) {
        *match request.offered {
            Offered::Today => &mut found.today,
            Offered::Tomorrow => &mut found.tomorrow,
            Offered::Other => &mut found.other,
            Offered::Sent => &mut found.sent,
            Offered::Refused => &mut found.refused,
        } += 1;
    }
    found
}
