//! The lines of an iCalendar file (RFC 5545), as far as an agenda needs them.
//!
//! Lines are unfolded and nested here, so that each refusal names its line and nothing too long is ever
//! held; what a line says — its name, its parameters, its escapes — is the crate's to read.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use icalendar::parser::Property;

use super::zone::{Described, Zone, named, zone};
use super::{MAX_EVENTS, Refused, refused};
use crate::domain::Msg;

/// Longest unfolded line that is read, in bytes.
const MAX_LINE: usize = 8_000;
/// A calendar, an event, an alarm: nothing real goes deeper.
const MAX_DEPTH: usize = 8;

/// When something is, as the file says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Date(NaiveDate),
    Time(NaiveDateTime, Zone),
}

impl When {
    /// The civil time in France; midnight of a day.
    pub fn in_france(self) -> NaiveDateTime {
        match self {
            Self::Date(day) => day.and_time(NaiveTime::MIN),
            Self::Time(time, zone) => zone.in_france(time),
        }
    }

    /// The time on its own clock.
    pub fn own(self) -> (NaiveDateTime, Option<Zone>) {
        match self {
            Self::Date(day) => (day.and_time(NaiveTime::MIN), None),
            Self::Time(time, zone) => (time, Some(zone)),
        }
    }
}

/// One `VEVENT`.
#[derive(Debug, Clone, Default)]
pub struct Event {
    /// Where it begins in the file.
    pub line: usize,
    pub uid: String,
    pub sequence: u32,
    pub summary: String,
    pub categories: String,
    pub location: String,
    pub organiser: String,
    pub start: Option<When>,
    pub end: Option<When>,
    /// In minutes.
    pub duration: Option<i64>,
    pub rule: Option<String>,
    pub except: Vec<When>,
    pub also: Vec<When>,
    /// Which occurrence of its series it replaces.
    pub replaces: Option<When>,
    pub cancelled: bool,
    /// Whether there was a description: it is never read.
    pub described: bool,
    /// What a file of our own says beside.
    pub kind: String,
    pub post: String,
    pub patient: String,
    /// What is wrong with it.
    pub bad: Vec<Refused>,
}

/// What a file holds.
#[derive(Debug, Default)]
pub struct Calendar {
    pub name: String,
    pub events: Vec<Event>,
    pub bad: Vec<Refused>,
}

/// Reads the events of a file.
///
/// # Errors
/// A file that is no agenda, is cut off, or goes on beyond reason.
pub fn read(text: &str) -> Result<Calendar, Msg> {
    let zones = zones(text)?;
    let mut calendar = Calendar::default();
    let mut open: Option<Event> = None;
    let (mut cancels, mut ended) = (false, false);
    each_line(text, |line, within, content| {
        match (content, within) {
            (Content::Begin("VEVENT"), _) => {
                if let Some(event) = open.take() {
                    calendar.bad.push(refused(event.line, "VEVENT", Msg::new("import-agenda-cut")));
                }
                if calendar.events.len() >= MAX_EVENTS {
                    return Err(Msg::new("import-agenda-too-many").with("max", MAX_EVENTS));
                }
                open = Some(Event { line, ..Event::default() });
            }
            (Content::End("VEVENT"), _) => calendar.events.extend(open.take()),
            (Content::End("VCALENDAR"), _) => ended = true,
            (Content::Line(Some(property)), "VEVENT") => {
                if let Some(event) = &mut open {
                    event.take(&property, line, &zones);
                }
            }
            (Content::Line(None), "VEVENT") => {
                if let Some(event) = &mut open {
                    event.bad.push(refused(line, "", Msg::new("import-agenda-line")));
                }
            }
            (Content::Line(Some(property)), "VCALENDAR") => match upper(property.name.as_str()).as_str() {
                "X-WR-CALNAME" | "NAME" => property.val.as_str().clone_into(&mut calendar.name),
                "METHOD" => cancels = upper(property.val.as_str()) == "CANCEL",
                _ => {}
            },
            _ => {}
        }
        Ok(())
    })?;
    if open.is_some() || !ended {
        return Err(Msg::new("import-agenda-truncated"));
    }
    for event in &mut calendar.events {
        event.cancelled |= cancels;
    }
    Ok(calendar)
}

impl Event {
    fn take(&mut self, property: &Property, line: usize, zones: &HashMap<String, Described>) {
        let name = upper(property.name.as_str());
        let value = property.val.as_str();
        let mut problem = |reason: Msg| self.bad.push(refused(line, &name, reason));
        match name.as_str() {
            "UID" => value.trim().clone_into(&mut self.uid),
            "SEQUENCE" => self.sequence = value.trim().parse().unwrap_or(0),
            "SUMMARY" => value.clone_into(&mut self.summary),
            "CATEGORIES" => {
                self.categories.push(' ');
                self.categories.push_str(value);
            }
            "LOCATION" => value.clone_into(&mut self.location),
            "DESCRIPTION" | "X-ALT-DESC" => self.described = true,
            "ORGANIZER" => param(property, "CN").unwrap_or_default().clone_into(&mut self.organiser),
            "STATUS" => self.cancelled = upper(value) == "CANCELLED",
            "RRULE" if self.rule.is_some() => problem(Msg::new("import-agenda-repeat")),
            "RRULE" => self.rule = Some(upper(value)),
            "EXRULE" => problem(Msg::new("import-agenda-repeat")),
            "DTSTART" | "DTEND" | "RECURRENCE-ID" => match when(property, value, zones) {
                Ok(_) if name == "RECURRENCE-ID" && param(property, "RANGE").is_some() => {
                    problem(Msg::new("import-agenda-range"));
                }
                Ok(found) => {
                    let place = match name.as_str() {
                        "DTSTART" => &mut self.start,
                        "DTEND" => &mut self.end,
                        _ => &mut self.replaces,
                    };
                    *place = Some(found);
                }
                Err(reason) => problem(reason),
            },
            "EXDATE" | "RDATE" => {
                // Of a period the beginning counts: its length is the event's.
                let values = value.split(',').filter(|v| !v.trim().is_empty());
                let found: Result<Vec<When>, Msg> =
                    values.map(|v| when(property, v.split('/').next().unwrap_or(v), zones)).collect();
                match found {
                    Ok(found) if name == "EXDATE" => self.except.extend(found),
                    Ok(found) => self.also.extend(found),
                    Err(reason) => problem(reason),
                }
            }
            "DURATION" => match duration(value) {
                Some(minutes) => self.duration = Some(minutes),
                None => problem(Msg::new("import-agenda-length")),
            },
            "X-RELEVE-KIND" => value.clone_into(&mut self.kind),
            "X-RELEVE-POST" => value.clone_into(&mut self.post),
            "X-RELEVE-PATIENT" => value.clone_into(&mut self.patient),
            _ => {}
        }
    }
}

/// What one line is.
enum Content<'a> {
    Begin(&'a str),
    End(&'a str),
    /// A property of those we read; nothing when it cannot be read.
    Line(Option<Property<'a>>),
}

/// Goes through the lines with the component each lies in.
fn each_line(text: &str, mut each: impl FnMut(usize, &str, Content) -> Result<(), Msg>) -> Result<(), Msg> {
    let mut within: Vec<String> = Vec::new();
    let mut lines = text.lines().enumerate().peekable();
    let mut unfolded = String::new();
    while let Some((at, first)) = lines.next() {
        let line = at + 1;
        let name = upper(first.split([':', ';']).next().unwrap_or_default());
        // Of a description only that there is one.
        let is_described = DESCRIPTIONS.contains(&name.as_str());
        let wanted = WANTED.contains(&name.as_str());
        unfolded.clear();
        unfolded.push_str(if wanted { first } else { &name });
        let mut too_long = first.len() > MAX_LINE && wanted;
        while let Some((_, more)) = lines.next_if(|(_, next)| next.starts_with([' ', '\t'])) {
            too_long |= wanted && unfolded.len() + more.len() > MAX_LINE;
            if wanted && !too_long {
                unfolded.push_str(&more[1..]);
            }
        }
        if !wanted && !is_described {
            continue;
        }
        if too_long {
            each(line, within.last().map_or("", String::as_str), Content::Line(None))?;
            continue;
        }
        let value = || upper(unfolded.split_once(':').map_or("", |(_, value)| value));
        match name.as_str() {
            "BEGIN" => {
                if within.len() >= MAX_DEPTH {
                    return Err(Msg::new("import-agenda-nested"));
                }
                let component = value();
                each(line, within.last().map_or("", String::as_str), Content::Begin(&component))?;
                within.push(component);
            }
            "END" => {
                let component = value();
                // What was left open inside ends with it.
                if let Some(depth) = within.iter().rposition(|c| *c == component) {
                    within.truncate(depth);
                    each(line, within.last().map_or("", String::as_str), Content::End(&component))?;
                }
            }
            _ => {
                let property = Property::try_from(unfolded.as_str()).ok();
                each(line, within.last().map_or("", String::as_str), Content::Line(property))?;
            }
        }
    }
    Ok(())
}

/// The lines that are read at all: the rest, descriptions and attachments among it, is passed over.
const WANTED: [&str; 26] = [
    "BEGIN",
    "END",
    "UID",
    "SEQUENCE",
    "SUMMARY",
    "CATEGORIES",
    "LOCATION",
    "ORGANIZER",
    "STATUS",
    "RRULE",
    "EXRULE",
    "DTSTART",
    "DTEND",
    "RECURRENCE-ID",
    "EXDATE",
    "RDATE",
    "DURATION",
    "METHOD",
    "NAME",
    "X-WR-CALNAME",
    "X-RELEVE-KIND",
    "X-RELEVE-POST",
    "X-RELEVE-PATIENT",
    "TZID",
    "TZOFFSETTO",
    "X-LIC-LOCATION",
];

const DESCRIPTIONS: [&str; 2] = ["DESCRIPTION", "X-ALT-DESC"];

/// The zones a file defines itself.
fn zones(text: &str) -> Result<HashMap<String, Described>, Msg> {
    let mut zones = HashMap::new();
    if !text.contains("VTIMEZONE") {
        return Ok(zones);
    }
    let (mut id, mut described) = (String::new(), Described::default());
    each_line(text, |_, within, content| {
        match content {
            Content::Begin("VTIMEZONE") => (id, described) = (String::new(), Described::default()),
            Content::End("VTIMEZONE") => {
                zones.insert(std::mem::take(&mut id), described);
            }
            Content::Line(Some(property)) => {
                let value = property.val.as_str();
                match (upper(property.name.as_str()).as_str(), within) {
                    ("TZID", "VTIMEZONE") => value.clone_into(&mut id),
                    ("X-LIC-LOCATION", "VTIMEZONE") => described.named = named(value),
                    ("TZOFFSETTO", "STANDARD") => described.standard = offset(value),
                    ("TZOFFSETTO", "DAYLIGHT") => described.daylight = offset(value),
                    _ => {}
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(zones)
}

fn upper(text: &str) -> String {
    text.trim().to_ascii_uppercase()
}

fn param<'a>(property: &'a Property, name: &str) -> Option<&'a str> {
    let found = property.params.iter().find(|p| p.key.as_str().eq_ignore_ascii_case(name));
    found.and_then(|p| p.val.as_ref()).map(icalendar::parser::ParseString::as_str)
}

/// `+0100` in seconds.
fn offset(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let two = |at: usize| digits.get(at..at + 2)?.parse::<i32>().ok();
    Some(sign * (two(0)? * 3_600 + two(2)? * 60)).filter(|s| s.abs() < 86_400)
}

/// A day, or an hour with its zone.
fn when(property: &Property, value: &str, zones: &HashMap<String, Described>) -> Result<When, Msg> {
    let value = upper(value);
    let unreadable = || Msg::new("import-agenda-when");
    if value.len() == 8 {
        return NaiveDate::parse_from_str(&value, "%Y%m%d").map(When::Date).map_err(|_| unreadable());
    }
    let (digits, utc) = value.strip_suffix('Z').map_or((value.as_str(), false), |digits| (digits, true));
    let time = NaiveDateTime::parse_from_str(digits, "%Y%m%dT%H%M%S")
        .or_else(|_| NaiveDateTime::parse_from_str(digits, "%Y%m%dT%H%M"))
        .map_err(|_| unreadable())?;
    let zone = match param(property, "TZID") {
        _ if utc => Zone::Named(chrono_tz::UTC),
        None => Zone::FRANCE,
        Some(id) => zone(id, zones).ok_or_else(|| Msg::new("import-agenda-zone"))?,
    };
    Ok(When::Time(time, zone))
}

/// `PT30M`, `P1DT2H`, `P1W`, in minutes; at most a year.
fn duration(text: &str) -> Option<i64> {
    let text = upper(text);
    let (mut minutes, mut number) = (0_i64, String::new());
    for c in text.strip_prefix('+').unwrap_or(&text).strip_prefix('P')?.chars() {
        if c.is_ascii_digit() && number.len() < 7 {
            number.push(c);
            continue;
        }
        if c == 'T' && number.is_empty() {
            continue;
        }
        let unit = match c {
            'W' => 7 * 1440 * 60,
            'D' => 1440 * 60,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        minutes += number.parse::<i64>().ok()? * unit;
        number.clear();
    }
    Some(minutes / 60).filter(|m| number.is_empty() && (0..=366 * 1440).contains(m))
}
