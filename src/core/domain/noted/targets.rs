//! What the centre aims at: its own settings, no law.

use serde::{Deserialize, Serialize};

/// The targets of a centre, and the one rate its figures need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Targets {
    /// Weeks a year with a doctor.
    pub open_weeks: u16,
    /// Consultations of one doctor in a week.
    pub week_consultations: Option<u16>,
    /// Days to the third free appointment, at most.
    pub third_days: Option<u16>,
    /// What a doctor receives for a week, in euros net.
    pub week_fee: u16,
}

impl Default for Targets {
    /// Fifty open weeks and 1 000 € net a week, as the centres published them.
    fn default() -> Self {
        Self { open_weeks: 50, week_consultations: None, third_days: None, week_fee: 1_000 }
    }
}
