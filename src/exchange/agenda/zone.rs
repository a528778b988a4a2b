//! Time zones as agendas name them, and civil time in metropolitan France.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Europe::Paris;
use chrono_tz::Tz;

/// The zone of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    Named(Tz),
    /// One offset all year round.
    Fixed(FixedOffset),
}

impl Zone {
    /// Metropolitan France: what a time without a zone means.
    pub const FRANCE: Self = Self::Named(Paris);

    /// The civil time in France of a civil time in this zone.
    ///
    /// In the hour that a change of clock repeats, the first; in the hour it skips, the hour after. A
    /// time that is French already stays as it is written.
    pub fn in_france(self, time: NaiveDateTime) -> NaiveDateTime {
        match self {
            Self::Named(zone) if zone == Paris => time,
            Self::Named(zone) => civil(&zone, time),
            Self::Fixed(zone) => civil(&zone, time),
        }
    }

    /// The civil time in this zone of an instant given in UTC.
    pub fn of_utc(self, time: NaiveDateTime) -> NaiveDateTime {
        match self {
            Self::Named(zone) => zone.from_utc_datetime(&time).naive_local(),
            Self::Fixed(zone) => zone.from_utc_datetime(&time).naive_local(),
        }
    }
}

fn civil<Z: TimeZone>(zone: &Z, time: NaiveDateTime) -> NaiveDateTime {
    let at = |time: NaiveDateTime| -> Option<DateTime<Z>> { zone.from_local_datetime(&time).earliest() };
    let found = at(time).or_else(|| at(time.checked_add_signed(TimeDelta::hours(1))?));
    found.map_or(time, |instant| instant.with_timezone(&Paris).naive_local())
}

/// What a file says of a zone of its own.
#[derive(Debug, Clone, Copy, Default)]
pub struct Described {
    /// `X-LIC-LOCATION`.
    pub named: Option<Tz>,
    /// Seconds east of Greenwich in winter and in summer.
    pub standard: Option<i32>,
    pub daylight: Option<i32>,
}

impl Described {
    fn zone(self) -> Option<Zone> {
        if let Some(zone) = self.named {
            return Some(Zone::Named(zone));
        }
        match (self.standard, self.daylight) {
            // The rules of the European Union have been one since 1996.
            (Some(0), Some(3_600)) => Some(Zone::Named(chrono_tz::Europe::London)),
            (Some(3_600), Some(7_200)) => Some(Zone::FRANCE),
            (Some(7_200), Some(10_800)) => Some(Zone::Named(chrono_tz::Europe::Helsinki)),
            (Some(all_year), None) => FixedOffset::east_opt(all_year).map(Zone::Fixed),
            _ => None,
        }
    }
}

/// The zone of a `TZID`; `described` are the zones the file defines.
pub fn zone(id: &str, described: &HashMap<String, Described>) -> Option<Zone> {
    named(id).map(Zone::Named).or_else(|| described.get(id)?.zone())
}

/// The zone of a name, whichever program wrote it.
pub fn named(id: &str) -> Option<Tz> {
    let id = id.trim().trim_matches('"').trim();
    // `/Europe/Paris`, `/mozilla.org/20050126_1/Europe/Paris`, `/freeassociation.sourceforge.net/Europe/Paris`.
    let parts: Vec<&str> = id.split('/').filter(|p| !p.is_empty()).collect();
    let last = |count: usize| parts.get(parts.len().checked_sub(count)?..).map(|p| p.join("/"));
    let found = [Some(id.to_owned()), last(3), last(2), (parts.len() == 1).then(|| id.to_owned())];
    if let Some(zone) = found.into_iter().flatten().find_map(|name| name.parse().ok()) {
        return Some(zone);
    }
    let folded = id.to_lowercase();
    // `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`, as Outlook shows it.
    if folded.contains("paris") {
        return Some(Paris);
    }
    WINDOWS.iter().find(|(name, _)| *name == folded).and_then(|(_, zone)| zone.parse().ok())
}

/// Names of Windows in small letters (CLDR, windowsZones), for the places a French agenda may be written in.
const WINDOWS: [(&str, &str); 27] = [
    ("romance standard time", "Europe/Paris"),
    ("w. europe standard time", "Europe/Berlin"),
    ("central europe standard time", "Europe/Budapest"),
    ("central european standard time", "Europe/Warsaw"),
    ("gmt standard time", "Europe/London"),
    ("greenwich standard time", "Atlantic/Reykjavik"),
    ("e. europe standard time", "Europe/Chisinau"),
    ("gtb standard time", "Europe/Bucharest"),
    ("fle standard time", "Europe/Kiev"),
    ("turkey standard time", "Europe/Istanbul"),
    ("russian standard time", "Europe/Moscow"),
    ("morocco standard time", "Africa/Casablanca"),
    ("w. central africa standard time", "Africa/Lagos"),
    ("south africa standard time", "Africa/Johannesburg"),
    ("egypt standard time", "Africa/Cairo"),
    ("mauritius standard time", "Indian/Mauritius"),
    ("arabian standard time", "Asia/Dubai"),
    ("sa western standard time", "America/La_Paz"),
    ("sa eastern standard time", "America/Cayenne"),
    ("saint pierre standard time", "America/Miquelon"),
    ("eastern standard time", "America/New_York"),
    ("central standard time", "America/Chicago"),
    ("pacific standard time", "America/Los_Angeles"),
    ("central pacific standard time", "Pacific/Guadalcanal"),
    ("utc", "UTC"),
    ("coordinated universal time", "UTC"),
    ("tzone://microsoft/utc", "UTC"),
];

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[rstest]
    #[case("Europe/Paris", "Europe/Paris")]
    #[case("\"Europe/Paris\"", "Europe/Paris")]
    #[case("/Europe/Paris", "Europe/Paris")]
    #[case("/mozilla.org/20050126_1/Europe/Paris", "Europe/Paris")]
    #[case("/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    #[case("Romance Standard Time", "Europe/Paris")]
    #[case("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "Europe/Paris")]
    #[case("UTC", "UTC")]
    #[case("Mauritius Standard Time", "Indian/Mauritius")]
    fn a_zone_is_found_by_any_of_its_names(#[case] id: &str, #[case] expected: &str) {
        assert_eq!(named(id).map(Tz::name), Some(expected));
    }

    #[test]
    fn every_name_of_windows_leads_somewhere() {
        for (name, _) in WINDOWS {
            assert!(named(name).is_some(), "{name}");
        }
        assert_eq!(named("Customized Time Zone"), None);
        assert_eq!(named(""), None);
    }

    #[test]
    fn a_zone_of_the_file_is_known_by_its_offsets() {
        let own = |standard, daylight| {
            let described = Described { named: None, standard, daylight };
            zone("Mine", &HashMap::from([("Mine".to_owned(), described)]))
        };
        assert_eq!(own(Some(3_600), Some(7_200)), Some(Zone::FRANCE));
        assert_eq!(own(Some(14_400), None), FixedOffset::east_opt(14_400).map(Zone::Fixed));
        assert_eq!(own(Some(-18_000), Some(-14_400)), None);
        assert_eq!(zone("Mine", &HashMap::new()), None);
    }

    #[test]
    fn hours_from_elsewhere_are_said_in_french_time() {
        let reunion = zone("Indian/Reunion", &HashMap::new()).unwrap();
        assert_eq!(reunion.in_france(at("2026-12-14T12:00:00")), at("2026-12-14T09:00:00"));
        assert_eq!(reunion.in_france(at("2026-07-14T12:00:00")), at("2026-07-14T10:00:00"));
        // French as it is written, even in the hour that does not exist.
        assert_eq!(Zone::FRANCE.in_france(at("2026-03-29T02:30:00")), at("2026-03-29T02:30:00"));
        assert_eq!(Zone::FRANCE.of_utc(at("2026-10-25T01:30:00")), at("2026-10-25T02:30:00"));
    }
}
