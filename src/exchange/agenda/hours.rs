//! From when to when an entry goes, and its days when it goes over midnight.

use chrono::{NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use crate::domain::agenda::NewEntry;
use crate::domain::{Day, Msg};

/// Days that one event is split into.
const MAX_SPLIT: i64 = 31;

/// From when to when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// Whole days, both included.
    Days(Day, Day),
    /// Civil time in France, to the minute.
    Hours(NaiveDateTime, NaiveDateTime),
}

/// Minutes since midnight.
pub fn minute_of(time: NaiveDateTime) -> u16 {
    u16::try_from(time.hour() * 60 + time.minute()).unwrap_or(0)
}

/// Whether it is whole days, written with hours.
pub fn is_midnight_to_midnight(span: Span) -> bool {
    matches!(span, Span::Hours(from, to) if from.time() == NaiveTime::MIN && to.time() == NaiveTime::MIN)
}

/// The entry with its hours, one for each day it goes over.
pub fn hours(entry: &NewEntry, span: Span) -> Result<Vec<NewEntry>, Msg> {
    let years = Day::ymd(2000, 1, 1).zip(Day::ymd(2100, 12, 31));
    let within = |day: Day| years.is_some_and(|(first, last)| first <= day && day <= last);
    let (from, to) = match span {
        Span::Hours(from, to) if is_midnight_to_midnight(span) => {
            return hours(entry, Span::Days(from.date().into(), Day::from(to.date()).plus(-1)));
        }
        Span::Days(day, to) if within(day) && within(to) => {
            return Ok(vec![NewEntry { day, to, start: None, minutes: 0, ..entry.clone() }]);
        }
        Span::Hours(from, to) if within(from.date().into()) && within(to.date().into()) => (from, to),
        _ => return Err(Msg::new("import-agenda-year")),
    };
    let last = (to - TimeDelta::minutes(1)).date();
    let nights = (last - from.date()).num_days();
    if nights > 0 && entry.kind.is_appointment() {
        return Err(Msg::new("import-agenda-midnight"));
    }
    if nights >= MAX_SPLIT {
        return Err(Msg::new("import-agenda-too-long").with("max", MAX_SPLIT));
    }
    let part = |n: i64| {
        let day = Day::from(from.date()).plus(i32::try_from(n).unwrap_or(0));
        let start = if n == 0 { minute_of(from) } else { 0 };
        let end = if n < nights || to.time() == NaiveTime::MIN { 1440 } else { minute_of(to) };
        NewEntry { day, to: day, start: Some(start), minutes: end.saturating_sub(start).max(1), ..entry.clone() }
    };
    Ok((0..=nights).map(part).collect())
}
