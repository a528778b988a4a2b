//! French public holidays (art. L3133-1 of the Code du travail; Alsace-Moselle: art. L3134-13).

use chrono::Datelike;

use super::Day;

/// A public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holiday {
    NewYear,
    GoodFriday,
    EasterMonday,
    LabourDay,
    Victory,
    Ascension,
    WhitMonday,
    National,
    Assumption,
    AllSaints,
    Armistice,
    Christmas,
    SaintStephen,
}

impl Holiday {
    /// Identifier of the holiday's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NewYear => "holiday-new-year",
            Self::GoodFriday => "holiday-good-friday",
            Self::EasterMonday => "holiday-easter-monday",
            Self::LabourDay => "holiday-labour-day",
            Self::Victory => "holiday-victory",
            Self::Ascension => "holiday-ascension",
            Self::WhitMonday => "holiday-whit-monday",
            Self::National => "holiday-national",
            Self::Assumption => "holiday-assumption",
            Self::AllSaints => "holiday-all-saints",
            Self::Armistice => "holiday-armistice",
            Self::Christmas => "holiday-christmas",
            Self::SaintStephen => "holiday-saint-stephen",
        }
    }
}

/// Easter Sunday by the anonymous Gregorian computus (Meeus, *Astronomical Algorithms*, ch. 8).
#[must_use]
#[expect(clippy::many_single_char_names, reason = "the letters are those of the published algorithm")]
pub fn easter(year: i32) -> Day {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    let (month, day) = (n / 31, n % 31 + 1);
    Day::ymd(year, month.unsigned_abs(), day.unsigned_abs()).unwrap_or(Day(0))
}

/// The public holiday on a day, if any; of two on one day (Ascension on 1 May 2008) the one with a fixed date.
#[must_use]
pub fn holiday(day: Day, alsace_moselle: bool) -> Option<Holiday> {
    let date = day.date();
    Some(match (date.month(), date.day()) {
        (1, 1) => Holiday::NewYear,
        (5, 1) => Holiday::LabourDay,
        (5, 8) => Holiday::Victory,
        (7, 14) => Holiday::National,
        (8, 15) => Holiday::Assumption,
        (11, 1) => Holiday::AllSaints,
        (11, 11) => Holiday::Armistice,
        (12, 25) => Holiday::Christmas,
        (12, 26) if alsace_moselle => Holiday::SaintStephen,
        // Easter falls between 22 March and 25 April, the last of what follows from it 50 days later.
        (3..=6, _) => match day.0 - easter(date.year()).0 {
            -2 if alsace_moselle => Holiday::GoodFriday,
            1 => Holiday::EasterMonday,
            39 => Holiday::Ascension,
            50 => Holiday::WhitMonday,
            _ => return None,
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holidays(year: i32, alsace_moselle: bool) -> impl Iterator<Item = (Day, Holiday)> {
        let days = Day::ymd(year, 1, 1).unwrap().to(Day::ymd(year, 12, 31).unwrap());
        days.filter_map(move |day| Some((day, holiday(day, alsace_moselle)?)))
    }

    #[test]
    fn agrees_with_an_independent_table_to_2100() {
        let table = include_str!("../../../tests/data/holidays-fr.csv");
        for year in 2020..=2100 {
            for (zone, alsace_moselle) in [("metropole", false), ("alsace-moselle", true)] {
                let prefix = format!("{year}-");
                let expected: std::collections::BTreeSet<String> = table
                    .lines()
                    .filter(|line| line.starts_with(&prefix))
                    .filter_map(|line| {
                        let mut cells = line.split(',');
                        let day = cells.next()?;
                        let row = cells.next()?;
                        (row == "metropole" || row == zone).then(|| day.to_owned())
                    })
                    .collect();
                let ours = holidays(year, alsace_moselle).map(|(day, _)| day.date().to_string()).collect();
                assert_eq!(expected, ours, "{year} {zone}");
            }
        }
    }

    #[test]
    fn two_holidays_on_one_day_count_once() {
        assert_eq!(holidays(2008, false).count(), 10);
        assert_eq!(holidays(2059, false).count(), 10);
        assert_eq!(holidays(2026, false).count(), 11);
        assert_eq!(holiday(Day::ymd(2008, 5, 1).unwrap(), false), Some(Holiday::LabourDay));
    }
}
