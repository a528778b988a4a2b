//! Care around the relay: who waits for a médecin traitant, whom the nurse follows, what is to be discussed, the day's
//! requests, visits that come back.
//!
//! It stands beside the medical record and copies nothing of it. Each list has an owner and a next day for everybody on
//! it; what is due, late or lost is computed here, for the registers, the Briefing and the alerts alike.

mod activity;
pub mod distance;
mod due;
mod requests;
pub mod round;
#[cfg(test)]
mod tests;
pub mod visits;
mod waiting_import;

pub use activity::Activity;
pub use due::{Due, due, lost};
pub use requests::{Counts, counts, seen_by};
pub use waiting_import::{CALLS_A_WEEK, WaitingPreview};

use std::collections::BTreeMap;

use self::visits::Proposed;
use super::act::{Act, RecordAct, Together};
use super::agenda::Entry;
use super::collective::Listed;
use super::record::{
    ALD_PROTOCOL, ATTEMPT, AldProtocol, Attempt, AttemptOutcome, CONCERTATION, Capacity, CareProtocol, Concertation,
    Distance, FOLLOW_UP, FollowUp, MOVEMENT, REGULAR_VISIT, REQUEST, Record, RegularVisit, Request, Values, WAITING,
    Waiting, Written,
};
use super::{Day, IsoWeek, Msg};

/// A list of what goes on around the relay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CareList {
    /// Liste d'attente.
    Waiting,
    /// Suivis Asalée, à relancer.
    FollowUps,
    Concertations,
    /// Protocoles de soins of patients in ALD.
    Ald,
    /// Demandes non programmées.
    Requests,
    /// Visites régulières.
    Visits,
}

impl CareList {
    /// Every list, in the order of the Menu.
    pub const ALL: [Self; 6] =
        [Self::Requests, Self::Waiting, Self::FollowUps, Self::Concertations, Self::Ald, Self::Visits];

    /// Identifier of its title in the language files.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Waiting => "waiting-list",
            Self::FollowUps => "follow-up-list",
            Self::Concertations => "concertation-list",
            Self::Ald => "ald-list",
            Self::Requests => "request-list",
            Self::Visits => "visit-list",
        }
    }

    /// Identifier of the line of Aujourd'hui for what is due on it.
    #[must_use]
    pub const fn due_word(self) -> &'static str {
        match self {
            Self::Waiting => "today-waiting",
            Self::FollowUps => "today-follow-ups",
            Self::Concertations => "concertation-list",
            Self::Ald => "today-ald",
            Self::Requests => "request-list",
            Self::Visits => "today-visits",
        }
    }

    /// Whether its rows say what a patient is followed for: not told to whom the centre keeps words from.
    #[must_use]
    pub const fn tells_words(self) -> bool {
        matches!(self, Self::FollowUps | Self::Concertations | Self::Ald)
    }
}

impl CareList {
    /// The records whose rows it holds, which name a patient or say something of one.
    #[must_use]
    pub fn records(self) -> Vec<&'static Record> {
        match self {
            Self::Waiting => vec![&WAITING, &MOVEMENT],
            Self::FollowUps => vec![&FOLLOW_UP, &ATTEMPT],
            Self::Concertations => vec![&CONCERTATION],
            Self::Ald => vec![&ALD_PROTOCOL],
            Self::Requests => vec![&REQUEST],
            Self::Visits => vec![&REGULAR_VISIT],
        }
    }

    /// The list on which a new row of a record is; nothing of any other record.
    #[must_use]
    pub fn of(record: &Record) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.records().first().is_some_and(|first| *first == record))
    }

    /// The act that lets go who it was and what was said of what ended long ago.
    #[must_use]
    pub fn forget(self, today: Day) -> Act {
        let said = Msg::new("store-said-care-forgotten");
        let of = |record: &'static Record| Act::Record(RecordAct::Forget(record, kept_since(today)));
        Together::said(said, self.records().into_iter().map(of))
    }
}

/// Months after its end for which it is known who a row was about (rule 25).
const KEPT_MONTHS: u32 = 12;

/// The first day of what is still known whole.
#[must_use]
pub fn kept_since(today: Day) -> Day {
    today.date().checked_sub_months(chrono::Months::new(KEPT_MONTHS)).map_or(today, Day::from)
}

/// Days in which what has ended still stands under its list, to be seen or opened again.
pub const ENDED_DAYS: i32 = 60;

/// Days of requests that their list holds.
pub const REQUEST_DAYS: i32 = 28;

/// What one list holds; the parts of the other lists are empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Care {
    pub waiting: Vec<Listed<Waiting>>,
    pub follow_ups: Vec<Listed<FollowUp>>,
    pub protocols: Vec<Listed<CareProtocol>>,
    /// Oldest first.
    pub attempts: Vec<Listed<Attempt>>,
    pub concertations: Vec<Listed<Concertation>>,
    pub ald: Vec<Listed<AldProtocol>>,
    /// Oldest first.
    pub requests: Vec<Listed<Request>>,
    /// As they stand by the agenda.
    pub visits: Vec<Listed<RegularVisit>>,
    /// The appointment in which the next visit is planned, by the number of the visit.
    pub appointments: BTreeMap<i64, Entry>,
    /// Where the next one could be planned, by the number of the visit.
    pub proposed: BTreeMap<i64, Proposed>,
    pub distances: Vec<Listed<Distance>>,
    /// The newest first.
    pub capacity: Vec<Listed<Capacity>>,
    /// Whether something ended so long ago that who it was is to go.
    pub old: bool,
}

impl Care {
    /// The rows that go on of the list that was read, as they are kept.
    pub fn open(&self) -> impl Iterator<Item = &Written> {
        let waiting = self.waiting.iter().filter(|l| l.what.is_open()).map(|l| &l.row);
        let follow_ups = self.follow_ups.iter().filter(|l| l.what.is_open()).map(|l| &l.row);
        let concertations = self.concertations.iter().filter(|l| l.what.is_open()).map(|l| &l.row);
        let ald = self.ald.iter().filter(|l| l.what.is_open()).map(|l| &l.row);
        let visits = self.visits.iter().filter(|l| l.what.is_open()).map(|l| &l.row);
        waiting.chain(follow_ups).chain(concertations).chain(ald).chain(visits)
    }

    /// Whether somebody is on the list already: the same file, or without a number the same initials and year; of a
    /// follow-up, for the same protocol.
    #[must_use]
    pub fn has_already(&self, values: &Values, but: Option<i64>) -> bool {
        let Some(who) = values.patient("patient") else { return false };
        self.open().filter(|row| Some(row.id) != but).any(|row| {
            let same = row
                .values
                .patient("patient")
                .is_some_and(|other| if who.file.is_empty() { other == who } else { other.file == who.file });
            same && row.values.number("protocol") == values.number("protocol")
        })
    }

    /// Whom the centre accepts on a day, where that was said.
    #[must_use]
    pub fn accepts(&self, today: Day) -> Option<&Capacity> {
        self.capacity.iter().map(|listed| &listed.what).filter(|said| said.since <= today).max_by_key(|said| said.since)
    }

    /// The appointment in which a visit is planned.
    #[must_use]
    pub fn planned(&self, visit: i64) -> Option<&Entry> {
        self.appointments.get(&visit)
    }

    /// What a protocol is called.
    #[must_use]
    pub fn protocol(&self, id: i64) -> Option<&CareProtocol> {
        self.protocols.iter().find(|listed| listed.row.id == id).map(|listed| &listed.what)
    }

    /// Calls in vain since somebody was last reached, oldest first; `of` says whose an attempt is.
    #[must_use]
    pub fn tries(&self, of: impl Fn(&Attempt) -> bool) -> Vec<&Attempt> {
        let all: Vec<&Attempt> = self.attempts.iter().map(|listed| &listed.what).filter(|a| of(a)).collect();
        let since = all.iter().rposition(|attempt| attempt.outcome.is_contact()).map_or(0, |at| at + 1);
        all[since..].to_vec()
    }
}

impl Waiting {
    /// The order of the list: who waits before who has ended, ALD first, then the oldest request.
    #[must_use]
    pub fn order(&self) -> (bool, bool, Day) {
        (!self.is_open(), !self.ald, self.asked_on)
    }

    /// The same after a call: the day of the next one, and that they were seen.
    #[must_use]
    pub fn after(&self, attempt: &Attempt) -> Self {
        let seen = (attempt.outcome == AttemptOutcome::Seen).then_some(attempt.on_day);
        Self { call_on: attempt.next.or(self.call_on), seen_on: self.seen_on.or(seen), ..self.clone() }
    }
}

impl FollowUp {
    /// The order of *À relancer*: whose month is over or near first, and of one month who was never reached.
    #[must_use]
    pub fn order(&self) -> (bool, Option<Day>, Option<Day>) {
        (!self.is_open(), self.next_month, self.last_on)
    }

    /// The same after a call or a contact, of a protocol with an interval in months: a contact sets the next month, from
    /// the day that was agreed or by the interval; a call in vain, the day of the next one.
    #[must_use]
    pub fn after(&self, attempt: &Attempt, months: u32) -> Self {
        if !attempt.outcome.is_contact() {
            return Self { call_on: attempt.next, ..self.clone() };
        }
        // What is noted late of an earlier day changes nothing of what was agreed since.
        if self.last_on.is_some_and(|last| attempt.on_day < last) {
            return self.clone();
        }
        let next = attempt.next.unwrap_or_else(|| attempt.on_day.months_on(months.max(1)));
        Self {
            last_on: self.last_on.max(Some(attempt.on_day)),
            next_month: Some(next.month_start()),
            call_on: None,
            ..self.clone()
        }
    }
}

impl AldProtocol {
    /// The order of the list: by the month of the renewal.
    #[must_use]
    pub fn order(&self) -> (bool, Option<Day>) {
        (!self.is_open(), self.renew)
    }

    /// The same once it is renewed: the month lies on by its years, by five where none are said.
    #[must_use]
    pub fn renewed(&self) -> Self {
        let years = self.years.filter(|years| *years > 0).unwrap_or(USUAL_YEARS);
        Self { renew: self.renew.map(|month| month.months_on(12 * years)), sent_on: None, ..self.clone() }
    }
}

/// Years a protocol de soins is renewed for where nothing else is said.
const USUAL_YEARS: u32 = 5;

impl Concertation {
    /// The week whose doctor it waits for now: what was not discussed goes on by itself.
    #[must_use]
    pub fn waits_in(&self, now: IsoWeek) -> IsoWeek {
        self.week.max(now)
    }

    /// How often it went on, by hand or because its week was over.
    #[must_use]
    pub fn times_put_off(&self, now: IsoWeek) -> u32 {
        let passed = if self.is_open() { now.monday().0.saturating_sub(self.week.monday().0) / 7 } else { 0 };
        self.put_off.unwrap_or(0) + u32::try_from(passed).unwrap_or(0)
    }

    /// The same for a later week, counted.
    #[must_use]
    pub fn put_off_to(&self, week: IsoWeek, now: IsoWeek) -> Self {
        Self { week, put_off: Some(self.times_put_off(now) + 1), ..self.clone() }
    }
}
