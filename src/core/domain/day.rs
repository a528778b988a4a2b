//! Civil days and instants.
//!
//! Days are kept as integers so that a text date can never be compared as a date in SQL.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Timelike, Utc, Weekday};
use chrono_tz::Europe::Paris;
use serde::{Deserialize, Serialize};

use super::IsoWeek;

/// A civil date, as days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

impl Day {
    /// The day of a calendar date, if there is such a date.
    #[must_use]
    pub fn ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from)
    }

    /// The calendar date.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        NaiveDate::default().checked_add_signed(TimeDelta::days(i64::from(self.0))).unwrap_or(if self.0 < 0 {
            NaiveDate::MIN
        } else {
            NaiveDate::MAX
        })
    }

    /// Days from Monday: 0 is Monday, 6 is Sunday.
    #[must_use]
    pub fn weekday_index(self) -> usize {
        self.weekday().num_days_from_monday() as usize
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.date().weekday()
    }

    /// The day `days` later, or earlier when negative.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The last day of its month.
    #[must_use]
    pub fn month_end(self) -> Self {
        let date = self.date();
        let first = date.with_day(1).and_then(|d| d.checked_add_months(chrono::Months::new(1)));
        first.map_or(self, |next| Self::from(next).plus(-1))
    }

    /// The first day of its month.
    #[must_use]
    pub fn month_start(self) -> Self {
        self.date().with_day(1).map_or(self, Self::from)
    }

    /// The same day so many months later, or the last of a month that has none.
    #[must_use]
    pub fn months_on(self, months: u32) -> Self {
        self.date().checked_add_months(chrono::Months::new(months)).map_or(self, Self::from)
    }

    /// The days from this one to `last`, both included.
    pub fn to(self, last: Self) -> impl DoubleEndedIterator<Item = Self> {
        (self.0..=last.0).map(Self)
    }

    /// The ISO week this day lies in.
    #[must_use]
    pub fn week(self) -> IsoWeek {
        IsoWeek::of(self)
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date.num_days_from_ce() - NaiveDate::default().num_days_from_ce())
    }
}

/// An instant, in milliseconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stamp(pub i64);

impl Stamp {
    /// The instant of a civil time in metropolitan France.
    ///
    /// In the hour that a change of clock repeats, the first; in the hour it skips, the hour after.
    #[must_use]
    pub fn at(day: Day, minute: u16) -> Self {
        let naive = day.date().and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute));
        let local = Paris
            .from_local_datetime(&naive)
            .earliest()
            .or_else(|| Paris.from_local_datetime(&(naive + TimeDelta::hours(1))).earliest());
        Self(local.map_or_else(|| naive.and_utc().timestamp_millis(), |l| l.timestamp_millis()))
    }

    /// The civil date and time in metropolitan France.
    #[must_use]
    pub fn local(self) -> NaiveDateTime {
        DateTime::<Utc>::from_timestamp_millis(self.0).unwrap_or_default().with_timezone(&Paris).naive_local()
    }

    /// The civil day in metropolitan France.
    #[must_use]
    pub fn day(self) -> Day {
        self.local().date().into()
    }

    /// Minutes since local midnight.
    #[must_use]
    pub fn minute(self) -> u16 {
        let local = self.local();
        u16::try_from(local.hour() * 60 + local.minute()).unwrap_or(0)
    }
}

/// The moment a question is asked at, with its civil day at the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Now {
    /// The instant.
    pub at: Stamp,
    /// Its civil day in metropolitan France.
    pub day: Day,
    /// Minutes since local midnight.
    pub minute: u16,
}

impl From<Stamp> for Now {
    fn from(at: Stamp) -> Self {
        Self { at, day: at.day(), minute: at.minute() }
    }
}

impl Now {
    /// A civil day and time in metropolitan France.
    #[must_use]
    pub fn on(day: Day, hour: u16, minute: u16) -> Self {
        Stamp::at(day, hour * 60 + minute).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_its_date_and_back() {
        let day = Day::ymd(2026, 11, 27).unwrap();
        assert_eq!(day.date().to_string(), "2026-11-27");
        assert_eq!(day.weekday(), Weekday::Fri);
        assert_eq!(Day::ymd(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::ymd(2026, 2, 29), None);
    }

    #[test]
    fn both_clock_changes_keep_order() {
        // Spring 2026: 29 March, 2:30 does not exist. Autumn 2026: 25 October, 2:30 comes twice.
        let spring = Day::ymd(2026, 3, 29).unwrap();
        let autumn = Day::ymd(2026, 10, 25).unwrap();
        assert!(Stamp::at(spring, 119) < Stamp::at(spring, 150));
        assert_eq!(Stamp::at(spring, 150).minute(), 210);
        assert_eq!(Stamp::at(autumn, 180).0 - Stamp::at(autumn, 60).0, 3 * 3_600_000);
        for minute in (0..1440).step_by(7) {
            assert_eq!(Stamp::at(autumn, minute).minute(), minute);
            assert_eq!(Stamp::at(autumn, minute).day(), autumn);
        }
    }
}
