//! What the centre aims at: its own settings, no law.

use serde::{Deserialize, Serialize};

/// The targets of a centre, and the one rate its figures need; nothing is known before it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Targets {
    /// Weeks a year with a doctor.
    pub open_weeks: Option<u16>,
    /// Consultations of one doctor in a week.
    pub week_consultations: Option<u16>,
    /// Days to the third free appointment, at most.
    pub third_days: Option<u16>,
    /// What a doctor receives for a week, in euros net.
    pub week_fee: Option<u16>,
}
