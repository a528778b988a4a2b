//! An agenda for another program (iCalendar). What leaves the centre names nobody: a kind, a file
//! number, initials, a year of birth.

use std::fmt::Write as _;

use icalendar::Property;

use super::{digest, leaving};
use crate::domain::agenda::Entry;
use crate::domain::{Centre, Day, Now, Rota};
use crate::words::{Words, capital};

/// What an agenda is written with.
#[derive(Debug, Clone, Copy)]
pub struct Leaving<'a> {
    pub words: &'a Words,
    pub rota: &'a Rota,
    pub centre: &'a Centre,
    pub now: Now,
}

/// Writes entries as a calendar; read again here, they change nothing.
///
/// Titles, places and linked points stay at home: they were typed for the people of the centre.
#[must_use]
pub fn write(entries: &[Entry], cx: &Leaving) -> String {
    let mut out = String::from(HEAD);
    line(&mut out, text("X-WR-CALNAME", &cx.centre.name));
    out.push_str(FRANCE);
    for entry in entries {
        event(&mut out, entry, cx);
    }
    out.push_str("END:VCALENDAR\r\n");
    out
}

fn event(out: &mut String, entry: &Entry, cx: &Leaving) {
    let what = &entry.what;
    let own = || digest(&["ours", &cx.centre.name, &cx.centre.opened.0.to_string(), &entry.id.0.to_string()]);
    let patient = what.patient.as_ref().map(leaving);
    let mut summary = capital(&cx.words.t(what.kind.word()));
    let mut reference = String::new();
    if let Some(patient) = &patient {
        let said = crate::domain::Msg::new("thread-file").with("file", patient.file.as_str());
        let _ = write!(summary, " · {}", cx.words.say(&said));
        let initials = patient.initials.clone().unwrap_or_default();
        let born = patient.birth_year.map_or_else(String::new, |year| year.to_string());
        for part in [&initials, &born].into_iter().filter(|p| !p.is_empty()) {
            let _ = write!(summary, " {part}");
        }
        reference = format!("{}|{initials}|{born}", patient.file);
    }
    let utc = chrono::DateTime::from_timestamp_millis(cx.now.at.0).unwrap_or_default();
    out.push_str("BEGIN:VEVENT\r\n");
    line(out, Property::new("UID", entry.uid.clone().unwrap_or_else(own)));
    line(out, Property::new("DTSTAMP", utc.format("%Y%m%dT%H%M%SZ").to_string()));
    match what.start {
        None => {
            line(out, Property::new("DTSTART", date(what.day)).add_parameter("VALUE", "DATE").done());
            line(out, Property::new("DTEND", date(what.to.plus(1))).add_parameter("VALUE", "DATE").done());
        }
        Some(start) => {
            let at = format!("{}T{:02}{:02}00", date(what.day), start / 60, start % 60);
            line(out, Property::new("DTSTART", at).add_parameter("TZID", "Europe/Paris").done());
            line(out, Property::new("DURATION", format!("PT{}M", what.minutes)));
        }
    }
    line(out, text("SUMMARY", &summary));
    line(out, text("CATEGORIES", &capital(&cx.words.t(what.kind.word()))));
    line(out, Property::new("X-RELEVE-KIND", what.kind.word().trim_start_matches("entry-")));
    if let Some(post) = what.post {
        line(out, Property::new("X-RELEVE-POST", cx.rota.post_name(post)));
    }
    if !reference.is_empty() {
        line(out, Property::new("X-RELEVE-PATIENT", reference));
    }
    out.push_str("END:VEVENT\r\n");
}

/// A day as iCalendar writes it.
pub(super) fn date(day: Day) -> String {
    day.date().format("%Y%m%d").to_string()
}

pub(super) fn text(name: &str, value: &str) -> Property {
    Property::new(name, value)
}

/// One property, escaped and folded.
pub(super) fn line(out: &mut String, property: Property) {
    let written: Result<String, _> = property.try_into();
    // Writing into a string does not fail.
    out.push_str(&written.unwrap_or_default());
}

/// How every calendar of ours begins.
pub(super) const HEAD: &str =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Releve//Releve//FR\r\nCALSCALE:GREGORIAN\r\n";

/// The rules of French time since 1996.
pub(super) const FRANCE: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n\
BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19810329T020000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19961027T030000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
