//! School holidays of mainland France by zone: when volunteers with children come, and when they do not.
//!
//! The table is "Vacances scolaires par zones" of the Ministère de l'Éducation nationale (data.gouv.fr, Licence Ouverte 2.0),
//! read on 30 November 2026. The calendar is decreed for three years at most: what lies beyond is not guessed.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::{Day, IsoWeek};

/// Zone, name, first and last day off.
const TABLE: &str = include_str!("../../../assets/data/school-holidays.csv");

/// A third of the country, whose schools have their winter and spring holidays in the same weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Zone {
    A,
    B,
    C,
}

/// The departments of each zone since 2016, by its academies in the order of the alphabet (Code de l'éducation, art.
/// D521-2); neither Corsica nor what lies overseas belongs to one.
const DEPARTMENTS: [(Zone, &[&[&str]]); 3] = [
    (
        Zone::A,
        &[
            &["25", "39", "70", "90"],
            &["24", "33", "40", "47", "64"],
            &["03", "15", "43", "63"],
            &["21", "58", "71", "89"],
            &["07", "26", "38", "73", "74"],
            &["19", "23", "87"],
            &["01", "42", "69"],
            &["16", "17", "79", "86"],
        ],
    ),
    (
        Zone::B,
        &[
            &["04", "05", "13", "84"],
            &["02", "60", "80"],
            &["59", "62"],
            &["54", "55", "57", "88"],
            &["44", "49", "53", "72", "85"],
            &["06", "83"],
            &["14", "27", "50", "61", "76"],
            &["18", "28", "36", "37", "41", "45"],
            &["08", "10", "51", "52"],
            &["22", "29", "35", "56"],
            &["67", "68"],
        ],
    ),
    (
        Zone::C,
        &[
            &["77", "93", "94"],
            &["11", "30", "34", "48", "66"],
            &["75"],
            &["09", "12", "31", "32", "46", "65", "81", "82"],
            &["78", "91", "92", "95"],
        ],
    ),
];

impl Zone {
    /// The three, in the order of the choice.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// Its letter, the same in every language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }

    /// The zone a department lies in; none in Corsica, overseas and abroad, which have calendars of their own.
    #[must_use]
    pub fn of_department(code: &str) -> Option<Self> {
        let has = |academies: &[&[&str]]| academies.iter().any(|departments| departments.contains(&code));
        DEPARTMENTS.iter().find(|(_, academies)| has(academies)).map(|(zone, _)| *zone)
    }
}

/// Which holidays they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Break {
    AllSaints,
    Christmas,
    Winter,
    Spring,
    Ascension,
    Summer,
}

impl Break {
    const NAMES: [(&'static str, Self); 6] = [
        ("Vacances de la Toussaint", Self::AllSaints),
        ("Vacances de Noël", Self::Christmas),
        ("Vacances d'hiver", Self::Winter),
        ("Vacances de printemps", Self::Spring),
        ("Pont de l'Ascension", Self::Ascension),
        ("Vacances d'été", Self::Summer),
    ];

    /// Identifier of its name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AllSaints => "school-all-saints",
            Self::Christmas => "school-christmas",
            Self::Winter => "school-winter",
            Self::Spring => "school-spring",
            Self::Ascension => "school-ascension",
            Self::Summer => "school-summer",
        }
    }

    /// Identifier of the same in a word, where there is little room.
    #[must_use]
    pub const fn brief(self) -> &'static str {
        match self {
            Self::AllSaints => "school-all-saints-brief",
            Self::Christmas => "school-christmas-brief",
            Self::Winter => "school-winter-brief",
            Self::Spring => "school-spring-brief",
            Self::Ascension => "school-ascension-brief",
            Self::Summer => "school-summer-brief",
        }
    }
}

/// Days without school in a zone, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolHoliday {
    pub zone: Zone,
    pub name: Break,
    pub from: Day,
    pub to: Day,
}

impl SchoolHoliday {
    /// Reads a line of the table.
    fn parse(line: &str) -> Option<Self> {
        let mut cells = line.split(',');
        let zone = cells.next()?;
        let name = cells.next()?;
        let mut day = || cells.next()?.parse().ok().map(|date: chrono::NaiveDate| Day::from(date));
        let (from, to) = (day()?, day()?);
        Some(Self {
            zone: Zone::ALL.into_iter().find(|z| z.word() == zone)?,
            name: Break::NAMES.iter().find(|(known, _)| *known == name)?.1,
            from,
            to,
        })
    }

    /// Whether there is no school that day.
    #[must_use]
    pub fn covers(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}

/// The lines of the table, without its head.
fn lines() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter(|line| !line.starts_with('#'))
}

/// Every holiday that is known, in the order of its first day.
#[must_use]
pub fn table() -> &'static [SchoolHoliday] {
    static READ: LazyLock<Vec<SchoolHoliday>> = LazyLock::new(|| {
        let mut read: Vec<SchoolHoliday> = lines().filter_map(SchoolHoliday::parse).collect();
        read.sort_by_key(|h| (h.from, h.zone));
        read
    });
    &READ
}

/// The first and the last day of which it is known whether there is school.
#[must_use]
pub fn known() -> (Day, Day) {
    let from = table().first().map_or(Day(0), |h| h.from);
    (from, table().iter().map(|h| h.to).max().unwrap_or(from))
}

/// Whether something is known of every day of a week.
#[must_use]
pub fn is_known(week: IsoWeek) -> bool {
    let (from, to) = known();
    from <= week.monday() && friday(week) <= to
}

/// The holidays in which a school day of that week falls, of every zone, in the order of the zones.
///
/// Schools are closed at weekends anyway: holidays that begin on Saturday do not make a holiday of the week before.
#[must_use]
pub fn in_week(week: IsoWeek) -> Vec<SchoolHoliday> {
    let mut found: Vec<_> =
        table().iter().copied().filter(|h| h.from <= friday(week) && week.monday() <= h.to).collect();
    found.sort_by_key(|h| (h.zone, h.from));
    found
}

const fn friday(week: IsoWeek) -> Day {
    week.monday().plus(4)
}

/// How much of a week's school days, Monday to Friday, is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    Part,
    Whole,
}

/// The holidays of a zone in a week, and how much of it they take.
#[must_use]
pub fn school_holiday(week: IsoWeek, zone: Zone) -> Option<(Break, Share)> {
    let there: Vec<_> = in_week(week).into_iter().filter(|h| h.zone == zone).collect();
    let whole = week.monday().to(friday(week)).all(|day| there.iter().any(|h| h.covers(day)));
    Some((there.first()?.name, if whole { Share::Whole } else { Share::Part }))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::draft::department;
    use super::*;

    fn week(year: i32, number: u32) -> IsoWeek {
        IsoWeek::new(year, number).unwrap()
    }

    #[test]
    fn every_line_is_read_and_no_zone_is_off_twice() {
        let read: Vec<_> = lines().map(|line| SchoolHoliday::parse(line).unwrap_or_else(|| panic!("{line}"))).collect();
        assert_eq!(read.len(), table().len());
        assert!(read.len() > 120);
        for zone in Zone::ALL {
            let mut theirs: Vec<_> = table().iter().filter(|h| h.zone == zone).collect();
            theirs.sort_by_key(|h| h.from);
            assert!(theirs.iter().all(|h| h.from <= h.to));
            assert!(theirs.windows(2).all(|two| two[0].to < two[1].from), "{zone:?}");
        }
    }

    #[test]
    fn every_department_of_the_mainland_is_in_one_zone() {
        let mut seen = BTreeSet::new();
        for (zone, academies) in DEPARTMENTS {
            for code in academies.iter().copied().flatten() {
                assert!(department::name(code).is_some() && seen.insert(*code), "{code}");
                assert_eq!(Zone::of_department(code), Some(zone));
            }
        }
        let without: Vec<_> = department::all().map(|(code, _)| code).filter(|code| !seen.contains(code)).collect();
        assert!(without.iter().all(|code| *code == "2A" || *code == "2B" || code.starts_with('9')), "{without:?}");
        assert_eq!(seen.len(), 94);
        let of = |code| Zone::of_department(code);
        assert_eq!(
            (of("23"), of("44"), of("75"), of("2A"), of("974")),
            (Some(Zone::A), Some(Zone::B), Some(Zone::C), None, None)
        );
    }

    #[test]
    fn a_week_is_off_in_whole_or_in_part() {
        // From Saturday 17 October to Sunday 1 November 2026: the week before has all its school days.
        assert_eq!(school_holiday(week(2026, 42), Zone::A), None);
        assert_eq!(school_holiday(week(2026, 43), Zone::A), Some((Break::AllSaints, Share::Whole)));
        assert_eq!(school_holiday(week(2026, 44), Zone::A), Some((Break::AllSaints, Share::Whole)));
        assert_eq!(school_holiday(week(2026, 45), Zone::A), None);
        // Until Monday 31 August.
        assert_eq!(school_holiday(week(2026, 36), Zone::B), Some((Break::Summer, Share::Part)));
        // Zone C alone in the first week of February 2027; B and C in that of the 15th; all three never.
        let zones = |number| in_week(week(2027, number)).iter().map(|h| h.zone).collect::<Vec<_>>();
        assert_eq!(zones(6), [Zone::C]);
        assert_eq!(zones(7), [Zone::A, Zone::C]);
        assert_eq!(zones(8), [Zone::A, Zone::B]);
        assert_eq!((zones(9), zones(10)), (vec![Zone::B], vec![]));
    }

    #[test]
    fn what_lies_outside_the_table_is_unknown() {
        let (from, to) = known();
        assert_eq!((from.date().to_string(), to.date().to_string()), ("2021-02-06".into(), "2028-08-31".into()));
        assert!(is_known(week(2026, 43)) && is_known(week(2028, 34)));
        assert!(!is_known(week(2028, 35)) && !is_known(week(2028, 43)) && !is_known(week(2021, 1)));
    }
}
