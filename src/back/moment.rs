//! The present moment, real or, in the fictional centre, as asked for.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use crate::domain::{Day, Now, Stamp};

/// Where the present moment comes from.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The machine's clock.
    Real,
    /// A moment of one's choice, from which time goes on as usual.
    From(Stamp, Instant),
}

/// Years a clock is believed to show: what lies beyond is shown as the nearest of them, and said to be impossible.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;

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
            Self::Real => stamp(SystemTime::now()).into(),
            Self::From(start, since) => Stamp(start.0 + i64::try_from(since.elapsed().as_millis()).unwrap_or(0)).into(),
        }
    }
}

/// The instant of a machine's time, which may lie before 1970, where many a program ends.
fn stamp(time: SystemTime) -> Stamp {
    let millis = |duration: std::time::Duration| i64::try_from(duration.as_millis()).unwrap_or(i64::MAX);
    let at = match time.duration_since(UNIX_EPOCH) {
        Ok(after) => millis(after),
        Err(before) => -millis(before.duration()),
    };
    let ends = [(*YEARS.start(), 1, 1), (*YEARS.end(), 12, 31)];
    let [first, last] = ends.map(|(year, month, day)| Stamp::at(Day::ymd(year, month, day).unwrap_or(Day(0)), 0).0);
    Stamp(at.clamp(first, last))
}

/// The instant a file was last written at.
pub(super) fn written(path: &std::path::Path) -> Option<Stamp> {
    std::fs::metadata(path).and_then(|meta| meta.modified()).ok().map(stamp)
}

/// Whether the machine's clock shows a time before 1970: some of what we are built on ends the program then.
#[must_use]
pub fn is_before_all() -> bool {
    SystemTime::now() < UNIX_EPOCH
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_clock_before_1970_or_beyond_all_reason_shows_a_day() {
        let day = |time: SystemTime| Now::from(stamp(time)).day.date().to_string();
        let years = |n: u64| Duration::from_secs(n * 31_557_600);
        assert_eq!(day(UNIX_EPOCH - Duration::from_hours(24)), "1969-12-31");
        assert_eq!(day(UNIX_EPOCH - years(1000)), "1900-01-01");
        assert_eq!(day(UNIX_EPOCH + years(1_000_000)), "2999-12-31");
        assert_eq!(stamp(UNIX_EPOCH + Duration::from_millis(1500)), Stamp(1500));
    }
}
