//! The weeks of a period side by side: what a spreadsheet gets, and what the weekly bars are drawn from.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::super::chart::Note;
use super::super::{DayCounts, IsoWeek, Now, Period};
use super::facts::Half;
use super::{Facts, View};

/// What a week came to, as far as it lies in the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WeekFigures {
    pub week: IsoWeek,
    /// Its days in the period.
    pub days: Period,
    /// The sums of its closed days.
    pub counts: WeekCounts,
    /// Days of stays that were closed.
    pub closed: u32,
    /// Half-days the centre planned, and those a doctor held; both counted to the end of the period.
    pub planned: u32,
    pub held: u32,
    #[serde(skip)]
    pub note: Option<Note>,
}

/// Sums of the counts of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct WeekCounts {
    pub offered: u32,
    pub booked: u32,
    pub programmed: u32,
    pub unplanned: u32,
    pub visits: u32,
    pub remote: u32,
    pub absent: u32,
}

impl WeekCounts {
    /// Consultations of every kind.
    #[must_use]
    pub const fn done(&self) -> u32 {
        self.programmed + self.unplanned + self.visits + self.remote
    }

    pub(super) fn add(&mut self, counts: &DayCounts) {
        self.offered += u32::from(counts.offered);
        self.booked += u32::from(counts.booked);
        self.programmed += u32::from(counts.programmed);
        self.unplanned += u32::from(counts.unplanned);
        self.visits += u32::from(counts.visits);
        self.remote += u32::from(counts.remote);
        self.absent += u32::from(counts.absent);
    }
}

/// Every week of the period. Their counts add up to those of the period.
#[must_use]
pub fn week_figures(facts: &Facts, period: Period, now: Now) -> Vec<WeekFigures> {
    of(&View::new(facts, period, now))
}

pub(super) fn of(view: &View<'_>) -> Vec<WeekFigures> {
    let mut counts: BTreeMap<IsoWeek, (WeekCounts, u32)> = BTreeMap::new();
    for closing in view.closings() {
        let (sums, closed) = counts.entry(closing.day.week()).or_default();
        sums.add(&closing.counts);
        *closed += 1;
    }
    let mut halves: BTreeMap<IsoWeek, (u32, u32)> = BTreeMap::new();
    // Nothing is planned before the opening, whoever came.
    let planned = |h: &&Half| view.period.contains(h.day) && (h.stay.is_some() || view.facts.opened <= h.day);
    for half in view.halves.iter().filter(planned) {
        let (planned, held) = halves.entry(half.day.week()).or_default();
        *planned += 1;
        *held += u32::from(half.stay.is_some());
    }
    let unclosed: BTreeSet<IsoWeek> = view.unclosed().into_iter().map(|(_, day)| day.week()).collect();
    let weeks = view.period.weeks().map(|(week, days)| {
        let (counts, closed) = counts.get(&week).copied().unwrap_or_default();
        let (planned, held) = halves.get(&week).copied().unwrap_or_default();
        let calendar = &view.facts.rota.calendar;
        let is_whole = days.from == week.monday() && days.to == week.sunday();
        let holiday = days.from.to(days.to).any(|d| calendar.opening.opens(d) && calendar.holiday(d).is_some());
        let note = match () {
            () if planned == 0 && days.from.to(days.to).any(|d| calendar.opening.opens(d)) => Some(Note::Closed),
            () if held == 0 && planned > 0 => Some(Note::Vacant),
            // What is not closed is missing in the sums, as what is still to come.
            () if !is_whole || days.to >= view.now.day || unclosed.contains(&week) => Some(Note::Partial),
            () => holiday.then_some(Note::Holiday),
        };
        WeekFigures { week, days, counts, closed, planned, held, note }
    });
    weeks.collect()
}
