//! Periods of figures: a set of days, both ends included.

use chrono::{Datelike, Months};
use serde::Serialize;

use super::{Day, IsoWeek};

/// How a period is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum PeriodKind {
    Week,
    #[default]
    Month,
    Quarter,
    Year,
    /// Since the centre opened.
    Whole,
}

impl PeriodKind {
    /// Every kind, in the order of the choice.
    pub const ALL: [Self; 5] = [Self::Week, Self::Month, Self::Quarter, Self::Year, Self::Whole];

    /// Identifier of its name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Week => "statistics-week",
            Self::Month => "statistics-month",
            Self::Quarter => "statistics-quarter",
            Self::Year => "statistics-year",
            Self::Whole => "statistics-whole",
        }
    }
}

/// The days of a period, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Period {
    pub from: Day,
    pub to: Day,
}

impl Period {
    /// The period of a kind, that many before the one that holds today.
    #[must_use]
    pub fn of(kind: PeriodKind, back: i32, today: Day, opened: Day) -> Self {
        let months = match kind {
            PeriodKind::Week => {
                let week = today.week().plus(-back);
                return Self { from: week.monday(), to: week.sunday() };
            }
            PeriodKind::Month => 1,
            PeriodKind::Quarter => 3,
            PeriodKind::Year => 12,
            PeriodKind::Whole => return Self { from: opened.min(today), to: today },
        };
        let month = month_of(today);
        let first = month - month.rem_euclid(months) - back * months;
        Self { from: month_start(first), to: month_start(first + months).plus(-1) }
    }

    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> u32 {
        u32::try_from(self.to.0 - self.from.0 + 1).unwrap_or(0)
    }

    /// Whether days of it are still to come, today included.
    #[must_use]
    pub fn is_partial(self, today: Day) -> bool {
        today <= self.to
    }

    /// The part of it that lies in another.
    #[must_use]
    pub fn within(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), to: self.to.min(other.to) }
    }

    /// The period of the same length just before: whole months before whole months, else days before days.
    #[must_use]
    pub fn previous(self) -> Self {
        let to = self.from.plus(-1);
        let is_whole = self.from.date().day() == 1 && self.to.plus(1).date().day() == 1;
        if is_whole {
            let months = month_of(self.to.plus(1)) - month_of(self.from);
            return Self { from: month_start(month_of(self.from) - months), to };
        }
        Self { from: self.from.plus(self.from.0 - self.to.0 - 1), to }
    }

    /// The same dates a year before; 29 February becomes 28 February, a month keeps its last day, and a week is the one
    /// of that number, so that its days are the same.
    #[must_use]
    pub fn year_before(self) -> Self {
        let week = self.from.week();
        if (self.from, self.to) == (week.monday(), week.sunday()) {
            let before = IsoWeek::new(week.year() - 1, week.number().min(52)).unwrap_or(week.plus(-52));
            return Self { from: before.monday(), to: before.sunday() };
        }
        let before = |day: Day| day.date().checked_sub_months(Months::new(12)).map_or(day, Day::from);
        // The end of February has no date of its own in another year.
        let ends_month = self.to.plus(1).date().day() == 1;
        let to = if ends_month { before(self.to.plus(1)).plus(-1) } else { before(self.to) };
        Self { from: before(self.from), to }
    }

    /// Every week with a day in it, the first and the last perhaps cut.
    pub fn weeks(self) -> impl Iterator<Item = (IsoWeek, Self)> {
        let weeks = std::iter::successors(Some(self.from.week()), |w| Some(w.next()));
        weeks
            .take_while(move |w| w.monday() <= self.to)
            .map(move |w| (w, Self { from: w.monday(), to: w.sunday() }.within(self)))
    }

    /// Every month with a day in it, the first and the last perhaps cut.
    pub fn months(self) -> impl Iterator<Item = Self> {
        (month_of(self.from)..=month_of(self.to))
            .map(move |m| Self { from: month_start(m), to: month_start(m + 1).plus(-1) }.within(self))
    }
}

/// The month of a day, counted from the year 0.
fn month_of(day: Day) -> i32 {
    let date = day.date();
    date.year() * 12 + i32::try_from(date.month0()).unwrap_or(0)
}

/// The first day of a month counted from the year 0.
fn month_start(month: i32) -> Day {
    let number = u32::try_from(month.rem_euclid(12)).unwrap_or(0) + 1;
    Day::ymd(month.div_euclid(12), number, 1).unwrap_or(Day(0))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn days(from: (i32, u32, u32), to: (i32, u32, u32)) -> Period {
        let day = |(y, m, d)| Day::ymd(y, m, d).unwrap();
        Period { from: day(from), to: day(to) }
    }

    #[test]
    fn periods_follow_each_other_without_a_gap() {
        let today = Day::ymd(2028, 2, 29).unwrap();
        for kind in [PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year] {
            for back in 0..60 {
                let (newer, older) = (Period::of(kind, back, today, today), Period::of(kind, back + 1, today, today));
                assert_eq!(older.to.plus(1), newer.from, "{kind:?} {back}");
                assert_eq!(newer.previous(), older, "{kind:?} {back}");
            }
            assert!(Period::of(kind, 0, today, today).contains(today));
        }
    }

    #[rstest]
    // Ten days before ten days; a quarter before a quarter; February before March.
    #[case(days((2026, 11, 11), (2026, 11, 20)), days((2026, 11, 1), (2026, 11, 10)))]
    #[case(days((2026, 1, 1), (2026, 3, 31)), days((2025, 10, 1), (2025, 12, 31)))]
    #[case(days((2028, 3, 1), (2028, 3, 31)), days((2028, 2, 1), (2028, 2, 29)))]
    fn the_period_before_has_its_length(#[case] period: Period, #[case] before: Period) {
        assert_eq!(period.previous(), before);
    }

    #[rstest]
    #[case(days((2026, 2, 1), (2026, 2, 28)), days((2025, 2, 1), (2025, 2, 28)))]
    // A month keeps its last day, to and from a leap year.
    #[case(days((2028, 2, 1), (2028, 2, 29)), days((2027, 2, 1), (2027, 2, 28)))]
    #[case(days((2029, 2, 1), (2029, 2, 28)), days((2028, 2, 1), (2028, 2, 29)))]
    // S48 of both years, Monday to Sunday; 2025 has no S53.
    #[case(days((2026, 11, 23), (2026, 11, 29)), days((2025, 11, 24), (2025, 11, 30)))]
    #[case(days((2026, 12, 28), (2027, 1, 3)), days((2025, 12, 22), (2025, 12, 28)))]
    fn the_year_before_has_the_same_dates(#[case] period: Period, #[case] before: Period) {
        assert_eq!(period.year_before(), before);
    }

    #[test]
    fn weeks_and_months_share_its_days_out() {
        // 2026 has 53 weeks, of which the first begins in 2025 and the last ends in 2027.
        let year = days((2026, 1, 1), (2026, 12, 31));
        let weeks: Vec<_> = year.weeks().collect();
        assert_eq!(weeks.len(), 53);
        assert_eq!(weeks.iter().map(|(_, p)| p.days()).sum::<u32>(), 365);
        assert_eq!((weeks[0].1.days(), weeks[52].1.days()), (4, 4));
        assert_eq!(year.months().map(Period::days).sum::<u32>(), 365);
        assert_eq!(days((2026, 11, 20), (2027, 1, 2)).months().map(Period::days).collect::<Vec<_>>(), [11, 31, 2]);
    }
}
