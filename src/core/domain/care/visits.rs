//! Visits that come back: which appointment of the agenda is the next one, when one was done, and when it was missed.
//!
//! Nothing of it is written down: an appointment is a visit's because it is a home visit to the same patient or place,
//! whoever put it into the agenda and however. One that is removed, moved or called off is therefore due again by itself,
//! and no visit is ever lost between two lists.

use super::super::agenda::{DecidedHalfDay, Entry, EntryKind, HalfDayKind, NewEntry, half_day_kind};
use super::super::draft::text::fold;
use super::super::record::RegularVisit;
use super::super::{Day, HalfDay, IsoWeek, PostId, Rota};

impl RegularVisit {
    /// The order of the list: what goes on before what has ended, then by the week that is due.
    #[must_use]
    pub fn order(&self) -> (bool, Option<IsoWeek>) {
        (!self.is_open(), self.next)
    }

    /// Where it goes, as an appointment says it: `EHPAD Les Tilleuls, Ajain`, or the commune alone.
    #[must_use]
    pub fn where_to(&self) -> String {
        if self.place.is_empty() { self.commune.clone() } else { format!("{}, {}", self.place, self.commune) }
    }

    /// Whether an entry of the agenda is a visit to the same patient, or of the same place to nobody in particular.
    #[must_use]
    pub fn is_to(&self, entry: &NewEntry) -> bool {
        if entry.kind != EntryKind::Visit {
            return false;
        }
        match (&self.patient, &entry.patient) {
            (Some(mine), Some(theirs)) => mine.file.eq_ignore_ascii_case(&theirs.file),
            (None, None) => {
                let (establishment, _) = entry.place.rsplit_once(',').unwrap_or((&entry.place, ""));
                let mine = fold(self.place.trim());
                [&entry.title, establishment].iter().any(|said| fold(said.trim()) == mine)
            }
            _ => false,
        }
    }

    /// The first day on which an appointment is the next visit, and not one beside it: half an interval before the week
    /// that is due, after the last one.
    #[must_use]
    pub fn counts_from(&self) -> Option<Day> {
        let half = i32::try_from(self.weeks.saturating_sub(1) / 2).unwrap_or(0);
        let near = self.next?.plus(-half).monday();
        Some(self.last_on.map_or(near, |last| near.max(last.plus(1))))
    }

    /// The same as it stands on a day by the agenda, and the appointment in which the next one is planned. `entries` are
    /// in the order of time.
    #[must_use]
    pub fn on<'a>(&self, entries: &'a [Entry], today: Day) -> (Self, Option<&'a Entry>) {
        let mut standing = self.clone();
        if !self.is_open() {
            return (standing, None);
        }
        for entry in entries.iter().filter(|entry| self.is_to(&entry.what)) {
            if standing.counts_from().is_none_or(|from| entry.what.day < from) {
                continue;
            }
            if entry.what.day >= today {
                return (standing, Some(entry));
            }
            standing.last_on = Some(entry.what.day);
            let weeks = i32::try_from(self.weeks.max(1)).unwrap_or(1);
            standing.next = Some(entry.what.day.week().plus(weeks));
        }
        (standing, None)
    }

    /// The week that went by without it, nothing being planned.
    #[must_use]
    pub fn missed_week(&self, is_planned: bool, today: Day) -> Option<IsoWeek> {
        self.next.filter(|week| self.is_open() && !is_planned && week.sunday() < today)
    }

    /// Whether that week has been made a point of.
    #[must_use]
    pub fn has_point_of(&self, week: IsoWeek) -> bool {
        self.missed == Some(week.monday().0.into())
    }
}

/// Where a visit could stand in the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposed {
    pub post: PostId,
    pub day: Day,
    /// In minutes since midnight.
    pub start: u16,
}

/// What of the agenda a proposal looks at.
#[derive(Debug, Clone, Copy)]
pub struct Agenda<'a> {
    pub rota: &'a Rota,
    pub half_days: &'a [DecidedHalfDay],
    pub entries: &'a [Entry],
    /// Minutes from one possible hour to the next.
    pub step: u16,
}

impl Agenda<'_> {
    /// The first free hour for a visit in the week in which it is due, from today on: on a half-day of visits, else on an
    /// afternoon of a doctor who is there. Where all is taken, the beginning of the first of those half-days.
    #[must_use]
    pub fn proposes(&self, visit: &RegularVisit, today: Day) -> Option<Proposed> {
        let week = visit.next?.max(today.week());
        let halves = self.halves(week, today);
        let minutes = u16::try_from(visit.minutes).unwrap_or(u16::MAX).max(1);
        let free = halves.iter().find_map(|(post, day, half)| {
            let (from, to) = self.hours(*half);
            let hours = (from..to).step_by(usize::from(self.step.max(5)));
            let mut starts = hours.filter(|start| start.saturating_add(minutes) <= to);
            let start = starts.find(|start| self.is_free(*post, *day, *start, minutes))?;
            Some(Proposed { post: *post, day: *day, start })
        });
        let first = || halves.first().map(|(post, day, half)| (*post, *day, self.hours(*half).0));
        free.or_else(|| first().map(|(post, day, start)| Proposed { post, day, start }))
    }

    /// The half-days on which visits are made, the likeliest first.
    fn halves(&self, week: IsoWeek, today: Day) -> Vec<(PostId, Day, HalfDay)> {
        let (mut visits, mut afternoons) = (Vec::new(), Vec::new());
        for day in week.days().filter(|day| *day >= today) {
            for half in [HalfDay::Morning, HalfDay::Afternoon] {
                for post in self.rota.posts.iter().filter(|post| self.rota.on_duty(post.id, day).is_some()) {
                    match half_day_kind(self.rota, self.half_days, post.id, day, half) {
                        HalfDayKind::Visits => visits.push((post.id, day, half)),
                        kind if kind.is_open() && half == HalfDay::Afternoon => afternoons.push((post.id, day, half)),
                        _ => {}
                    }
                }
            }
        }
        visits.extend(afternoons);
        visits
    }

    const fn hours(&self, half: HalfDay) -> (u16, u16) {
        let opening = &self.rota.calendar.opening;
        match half {
            HalfDay::Morning => opening.morning,
            HalfDay::Afternoon => opening.afternoon,
        }
    }

    fn is_free(&self, post: PostId, day: Day, start: u16, minutes: u16) -> bool {
        let there = self.entries.iter().map(|entry| &entry.what);
        there
            .filter(|entry| entry.post == Some(post) && entry.day == day)
            .all(|entry| entry.start.is_none_or(|taken| entry.end() <= start || start.saturating_add(minutes) <= taken))
    }
}

#[cfg(test)]
mod tests;
