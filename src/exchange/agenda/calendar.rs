//! The events of an iCalendar file, one after the other: single, repeated, moved, called off.

use std::collections::HashSet;

use chrono::{NaiveDateTime, TimeDelta};

use super::hours::{Span, minute_of};
use super::ics::{self, Event, When};
use super::repeat::{self, REACH, Repeats, Unrepeated};
use super::{Reader, Said, digest, is_digest, refused, subject};
use crate::domain::agenda::NewEntry;
use crate::domain::draft::patient;
use crate::domain::{Day, EntryKind, Msg};

impl Reader<'_> {
    /// Reads a whole calendar.
    pub(super) fn calendar(&mut self, text: &str) -> Result<(), Msg> {
        let calendar = ics::read(text)?;
        self.bad.extend(calendar.bad);
        let mut repeats = Repeats::around(self.today);
        let replaced: HashSet<String> =
            calendar.events.iter().filter_map(|e| Some(occurrence(&base(e), e.replaces?))).collect();
        if calendar.events.iter().filter(|e| e.rule.is_some()).count() > repeat::MAX_SERIES {
            return Err(bomb());
        }
        let mut events: Vec<&Event> = calendar.events.iter().collect();
        // Of two versions of one event the newer counts.
        events.sort_by_key(|e| std::cmp::Reverse(e.sequence));
        for event in events {
            self.event(event, &calendar.name, &replaced, &mut repeats)?;
        }
        self.cancel_what_is_no_longer_told();
        self.bad.sort_by_key(|b| b.line);
        Ok(())
    }

    fn event(
        &mut self,
        event: &Event,
        calendar: &str,
        replaced: &HashSet<String>,
        repeats: &mut Repeats,
    ) -> Result<(), Msg> {
        let base = base(event);
        self.described += usize::from(event.described);
        if event.cancelled {
            if let Some(when) = event.replaces {
                self.cancel(occurrence(&base, when));
            } else {
                self.cancel(base.clone());
                self.told.push(base);
            }
            return Ok(());
        }
        let Some(start) = event.start.filter(|_| event.bad.is_empty()) else {
            self.bad.extend(event.bad.iter().cloned());
            if event.bad.is_empty() {
                self.bad.push(refused(event.line, "DTSTART", Msg::new("import-agenda-no-start")));
            }
            return Ok(());
        };
        let said = self.said(event, calendar);
        let Some(length) = self.length(event, start) else {
            self.bad.push(refused(event.line, "DTEND", Msg::new("import-agenda-ends-first")));
            return Ok(());
        };
        let span = |from: NaiveDateTime| match start {
            When::Date(_) => {
                let day = Day::from(from.date());
                Span::Days(day, day.plus(i32::try_from(length / 1440).unwrap_or(1).max(1) - 1))
            }
            When::Time(_, zone) => {
                let from = zone.in_france(from);
                Span::Hours(from, from + TimeDelta::minutes(length))
            }
        };
        if let Some(when) = event.replaces {
            return self.add(&said, &occurrence(&base, when), span(start.own().0));
        }
        let is_ours = is_digest(&event.uid);
        if event.rule.is_none() && event.also.is_empty() {
            let mut uid = base.clone();
            if let Some(first) = self.taken.get(&uid) {
                // Some programs give two events one name.
                uid = digest(&[&base, &start.in_france().to_string()]);
                if self.lines[*first].what.as_ref().is_some_and(|w| begins(w, start)) {
                    return Ok(());
                }
            }
            if !is_ours {
                self.told.push(base);
            }
            return self.add(&said, &uid, span(start.own().0));
        }
        match repeats.of(event, start) {
            Ok(_) if repeats.is_bomb() => return Err(bomb()),
            Err(Unrepeated::Bomb) => return Err(bomb()),
            Err(Unrepeated::Rule(reason)) => self.bad.push(refused(event.line, "RRULE", reason)),
            Ok(days) => {
                for at in days {
                    let when = match start {
                        When::Date(_) => When::Date(at.date()),
                        When::Time(_, zone) => When::Time(at, zone),
                    };
                    let uid = occurrence(&base, when);
                    // An exception may name the whole day of an occurrence.
                    let by_day = occurrence(&base, When::Date(when.in_france().date()));
                    if !replaced.contains(&uid) && !replaced.contains(&by_day) {
                        self.add(&said, &uid, span(at))?;
                    }
                }
                self.told.push(base);
            }
        }
        Ok(())
    }

    /// The length of an event in minutes, if it does not end before it begins.
    fn length(&self, event: &Event, start: When) -> Option<i64> {
        let slot = i64::from(self.known.centre.slot_minutes);
        let length = match (event.end, event.duration) {
            (Some(end), _) => (end.in_france() - start.in_france()).num_minutes(),
            (None, Some(minutes)) => minutes,
            (None, None) => 0,
        };
        match start {
            When::Date(_) => Some(length.max(1440)),
            When::Time(..) if length == 0 => Some(slot),
            When::Time(..) => (length > 0).then_some(length),
        }
    }

    fn said<'e>(&mut self, event: &'e Event, calendar: &'e str) -> Said<'e> {
        let mut subject = subject::reduce(&event.summary, false, self.names_allowed(), self.this_year());
        if let [file, initials, born] = event.patient.split('|').collect::<Vec<_>>()[..] {
            // Of our own making.
            let read = patient::patient(file, initials, born, self.names_allowed(), self.this_year());
            subject.patient = read.ok().or(subject.patient);
        }
        if !event.kind.is_empty() {
            // Our own files bear no title, only the word for the kind.
            subject.title.clear();
        }
        self.remember(event.line, &subject);
        let kind = EntryKind::ALL.into_iter().find(|k| k.word().trim_start_matches("entry-") == event.kind);
        Said {
            line: event.line,
            words: format!("{} {} {}", event.categories, event.summary, event.organiser),
            kind,
            subject,
            place: subject::place(&event.location, self.names_allowed()),
            who: [&event.post, &event.organiser, calendar],
            who_column: "ORGANIZER",
        }
    }

    /// An occurrence that its series no longer has, on a day that was read, is cancelled.
    fn cancel_what_is_no_longer_told(&mut self) {
        let reach = self.today.plus(-REACH)..=self.today.plus(REACH);
        let imported = &self.known.agenda.imported;
        for base in std::mem::take(&mut self.told) {
            let of_it = imported.range(base.clone()..).take_while(|(uid, _)| uid.starts_with(&base));
            let gone = of_it.filter(|(_, e)| reach.contains(&e.what.day)).map(|(uid, _)| uid.clone());
            gone.collect::<Vec<_>>().into_iter().for_each(|uid| self.cancel(uid));
        }
    }
}

fn begins(entry: &NewEntry, start: When) -> bool {
    let at = start.in_france();
    entry.day == at.date().into() && entry.start.is_none_or(|minute| minute == minute_of(at))
}

/// Why a file is refused as a whole that asks for more than any agenda holds.
fn bomb() -> Msg {
    Msg::new("import-agenda-bomb")
}

/// The name of an event: a digest, for some programs write a patient's name there.
fn base(event: &Event) -> String {
    if is_digest(&event.uid) {
        return event.uid.clone();
    }
    if event.uid.is_empty() {
        let start = event.start.map_or_else(String::new, |s| s.in_france().to_string());
        return digest(&["without", &start, &event.organiser]);
    }
    digest(&["uid", &event.uid])
}

/// The name of one occurrence of a series.
pub(super) fn occurrence(base: &str, when: When) -> String {
    match when {
        When::Date(day) => format!("{base}/{}", day.format("%Y%m%d")),
        When::Time(..) => format!("{base}/{}", when.in_france().format("%Y%m%dT%H%M")),
    }
}
