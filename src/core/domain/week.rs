//! ISO 8601 weeks: Monday first, week 1 holds the year's first Thursday.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::Day;

/// An ISO week, kept as its Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Day", into = "Day")]
pub struct IsoWeek(Day);

impl From<Day> for IsoWeek {
    fn from(day: Day) -> Self {
        Self::of(day)
    }
}

impl From<IsoWeek> for Day {
    fn from(week: IsoWeek) -> Self {
        week.0
    }
}

impl IsoWeek {
    /// The week a day lies in.
    #[must_use]
    pub fn of(day: Day) -> Self {
        Self(day.plus(-i32::try_from(day.weekday_index()).unwrap_or(0)))
    }

    /// Week `week` of ISO year `year`, if that year has it (a 53rd in 2026, not in 2027).
    #[must_use]
    pub fn new(year: i32, week: u32) -> Option<Self> {
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).map(|date| Self(date.into()))
    }

    /// The Monday.
    #[must_use]
    pub const fn monday(self) -> Day {
        self.0
    }

    /// The Sunday.
    #[must_use]
    pub const fn sunday(self) -> Day {
        self.0.plus(6)
    }

    /// Monday to Sunday.
    #[must_use]
    pub fn days(self) -> impl DoubleEndedIterator<Item = Day> {
        self.0.to(self.sunday())
    }

    /// The ISO year, which at the turn of a year may differ from the calendar's.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.date().iso_week().year()
    }

    /// The week's number, 1 to 53.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0.date().iso_week().week()
    }

    /// The week `weeks` later, or earlier when negative.
    #[must_use]
    pub const fn plus(self, weeks: i32) -> Self {
        Self(self.0.plus(weeks.saturating_mul(7)))
    }

    /// The following week.
    #[must_use]
    pub const fn next(self) -> Self {
        self.plus(1)
    }
}

/// The key: `2026-S48`. On screen a week is `S48`, see `words`.
impl fmt::Display for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-S{:02}", self.year(), self.number())
    }
}

/// Text that names no ISO week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an ISO week")]
pub struct NotAWeek;

/// Reads `2026-S48`, `2026-W48` or `2026-48`; the year may not be left out here.
impl FromStr for IsoWeek {
    type Err = NotAWeek;

    fn from_str(text: &str) -> Result<Self, NotAWeek> {
        let (year, week) = text.trim().split_once('-').ok_or(NotAWeek)?;
        let week = week.trim_start_matches(['S', 's', 'W', 'w']);
        let year = year.parse().map_err(|_| NotAWeek)?;
        Self::new(year, week.parse().map_err(|_| NotAWeek)?).ok_or(NotAWeek)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_and_days_convert_both_ways_for_a_century() {
        let (first, last) = (Day::ymd(2000, 1, 1).unwrap(), Day::ymd(2100, 12, 31).unwrap());
        let mut long_years = 0;
        for day in first.to(last) {
            let week = day.week();
            assert!(week.monday() <= day && day <= week.sunday());
            assert_eq!(IsoWeek::new(week.year(), week.number()), Some(week));
            assert_eq!(week.to_string().parse(), Ok(week));
            long_years += i32::from(week.number() == 53 && day == week.monday());
        }
        assert_eq!(long_years, 18);
    }

    #[test]
    fn the_year_2026_has_a_53rd_week_that_holds_new_year() {
        let week = IsoWeek::new(2026, 53).unwrap();
        assert_eq!(Day::ymd(2027, 1, 1).unwrap().week(), week);
        assert_eq!(week.next(), IsoWeek::new(2027, 1).unwrap());
        assert_eq!(IsoWeek::new(2027, 53), None);
        assert_eq!("2027-S53".parse::<IsoWeek>(), Err(NotAWeek));
        assert_eq!("2026-W53".parse(), Ok(week));
    }
}
