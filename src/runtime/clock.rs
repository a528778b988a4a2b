//! The present moment, real or, in the fictional centre, as asked for.

use std::time::Instant;

use crate::domain::{Now, Stamp};

/// Where the present moment comes from.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The machine's clock.
    Real,
    /// A moment of one's choice, from which time goes on as usual.
    From(Stamp, Instant),
}

impl Clock {
    /// A clock that shows `start` now.
    #[must_use]
    pub fn starting(start: Stamp) -> Self {
        Self::From(start, Instant::now())
    }

    /// The present moment.
    #[must_use]
    pub fn now(self) -> Now {
        match self {
            Self::Real => Stamp(chrono::Utc::now().timestamp_millis()).into(),
            Self::From(start, since) => Stamp(start.0 + i64::try_from(since.elapsed().as_millis()).unwrap_or(0)).into(),
        }
    }
}
