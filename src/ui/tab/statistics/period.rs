//! Periods of the calendar.

use chrono::Datelike;

use crate::domain::Day;

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    #[default]
    Month,
    Quarter,
    Year,
    /// Since the centre opened.
    Whole,
}

impl Kind {
    /// The one the key goes to.
    pub const fn next(self) -> Self {
        match self {
            Self::Month => Self::Quarter,
            Self::Quarter => Self::Year,
            Self::Year => Self::Whole,
            Self::Whole => Self::Month,
        }
    }

    /// Identifier of its name in the language files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Month => "statistics-month",
            Self::Quarter => "statistics-quarter",
            Self::Year => "statistics-year",
            Self::Whole => "statistics-whole",
        }
    }
}

/// The days of a period, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub from: Day,
    pub to: Day,
}

impl Period {
    /// The period `back` periods before the one that holds today.
    pub fn of(kind: Kind, back: i32, today: Day, opened: Day) -> Self {
        let date = today.date();
        let month = i32::try_from(date.month0()).unwrap_or(0) + date.year() * 12;
        let months = match kind {
            Kind::Month => 1,
            Kind::Quarter => 3,
            Kind::Year => 12,
            Kind::Whole => return Self { from: opened.min(today), to: today },
        };
        let first = month - month % months - back * months;
        Self { from: month_start(first), to: month_start(first + months).plus(-1) }
    }

    /// Whether days of it are still to come.
    pub fn partial(self, today: Day) -> bool {
        self.from <= today && today < self.to
    }
}

/// The first day of a month counted from the year 0.
fn month_start(month: i32) -> Day {
    let number = u32::try_from(month.rem_euclid(12)).unwrap_or(0) + 1;
    Day::ymd(month.div_euclid(12), number, 1).unwrap_or(Day(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_follow_each_other_without_a_gap() {
        let today = Day::ymd(2028, 2, 29).unwrap();
        for kind in [Kind::Month, Kind::Quarter, Kind::Year] {
            for back in 0..40 {
                let (newer, older) = (Period::of(kind, back, today, today), Period::of(kind, back + 1, today, today));
                assert_eq!(older.to.plus(1), newer.from, "{kind:?} {back}");
            }
            let present = Period::of(kind, 0, today, today);
            assert!(present.from <= today && today <= present.to);
        }
    }
}
