//! Dates, hours and numbers as they are said on screen.

use chrono::{Datelike, Locale};

use super::{Lang, Words};
use crate::domain::{Day, IsoWeek, Stamp};

impl Words {
    const fn locale(&self) -> Locale {
        match self.lang {
            Lang::Fr => Locale::fr_FR,
            Lang::En => Locale::en_GB,
        }
    }

    fn formatted(&self, day: Day, format: &str) -> String {
        day.date().format_localized(format, self.locale()).to_string()
    }

    /// The day of the month, the first as French says it.
    fn ordinal(&self, day: Day) -> String {
        match (self.lang, day.date().day()) {
            (Lang::Fr, 1) => "1er".to_owned(),
            (_, n) => n.to_string(),
        }
    }

    /// `ven. 27 nov.`
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        format!("{} {} {}", self.weekday(day), self.ordinal(day), self.formatted(day, "%b"))
    }

    /// `ven. 27 nov. 2026`
    #[must_use]
    pub fn day_year(&self, day: Day) -> String {
        format!("{} {}", self.day(day), day.date().year())
    }

    /// `vendredi 27 novembre 2026`
    #[must_use]
    pub fn day_long(&self, day: Day) -> String {
        format!("{} {} {}", self.formatted(day, "%A"), self.ordinal(day), self.formatted(day, "%B %Y"))
    }

    /// `ven. 27/11`
    #[must_use]
    pub fn day_short(&self, day: Day) -> String {
        format!("{} {}", self.weekday(day), self.formatted(day, "%d/%m"))
    }

    /// `27/11/2026`
    #[must_use]
    pub fn date(&self, day: Day) -> String {
        self.formatted(day, "%d/%m/%Y")
    }

    /// `nov.`
    #[must_use]
    pub fn month(&self, day: Day) -> String {
        self.formatted(day, "%b")
    }

    /// `nov. 2026`
    #[must_use]
    pub fn month_year(&self, day: Day) -> String {
        self.formatted(day, "%b %Y")
    }

    /// `8 h`
    #[must_use]
    pub fn hour(&self, hour: u8) -> String {
        match self.lang {
            Lang::Fr => format!("{hour} h"),
            Lang::En => format!("{hour:02}:00"),
        }
    }

    /// `ven.`
    #[must_use]
    pub fn weekday(&self, day: Day) -> String {
        self.formatted(day, "%a")
    }

    /// `S48`
    #[must_use]
    pub fn week(&self, week: IsoWeek) -> String {
        match self.lang {
            Lang::Fr => format!("S{:02}", week.number()),
            Lang::En => format!("W{:02}", week.number()),
        }
    }

    /// `16:42`
    #[must_use]
    pub fn time(&self, minute: u16) -> String {
        format!("{:02}:{:02}", minute / 60, minute % 60)
    }

    /// `ven. 27 nov., 16:42`
    #[must_use]
    pub fn stamp(&self, stamp: Stamp) -> String {
        format!("{}, {}", self.day(stamp.day()), self.time(stamp.minute()))
    }

    /// A span of days: `du lun. 14 au sam. 19 déc.`, without the words around.
    #[must_use]
    pub fn span(&self, from: Day, to: Day) -> String {
        let (a, b) = (from.date(), to.date());
        if (a.year(), a.month()) == (b.year(), b.month()) {
            format!("{}–{} {}", self.ordinal(from), self.ordinal(to), self.formatted(to, "%b %Y"))
        } else {
            // The year of the first day too, save for a week or two around New Year.
            let is_long = to.0 - from.0 > 31 && a.year() != b.year();
            let first = if is_long { "%b %Y" } else { "%b" };
            let (first, last) = (self.formatted(from, first), self.formatted(to, "%b %Y"));
            format!("{} {first} – {} {last}", self.ordinal(from), self.ordinal(to))
        }
    }

    /// Part of a whole in per cent with one decimal: `18,9 %`.
    #[must_use]
    pub fn percent(&self, part: u32, whole: u32) -> String {
        let value = format!("{:.1}", f64::from(part) * 100.0 / f64::from(whole.max(1)));
        match self.lang {
            Lang::Fr => format!("{} %", value.replace('.', ",")),
            Lang::En => format!("{value}%"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_said_as_in_french() {
        let words = Words::new(Lang::Fr);
        let day = Day::ymd(2026, 11, 27).unwrap();
        assert_eq!(words.day(day), "ven. 27 nov.");
        assert_eq!(words.day_long(Day::ymd(2026, 5, 1).unwrap()), "vendredi 1er mai 2026");
        assert_eq!(words.day_short(day), "ven. 27/11");
        assert_eq!(words.week(day.week()), "S48");
        assert_eq!(words.span(Day::ymd(2026, 11, 23).unwrap(), Day::ymd(2026, 11, 28).unwrap()), "23–28 nov. 2026");
        let (opened, today) = (Day::ymd(2022, 10, 31).unwrap(), day);
        assert_eq!(words.span(opened, today), "31 oct. 2022 – 27 nov. 2026");
        assert_eq!(words.percent(170, 900), "18,9 %");
    }
}
