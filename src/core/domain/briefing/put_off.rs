//! Points that a doctor reads on another day of the stay.
//!
//! Putting off changes neither who follows a point nor whether it waits for an answer: it stays counted
//! until it is read, and comes back on top on its day.

use super::{Briefing, Entry, Section};
use crate::domain::{Day, Gravity, ItemId, Msg, Now, PersonId, Rota, Stamp, Stay, StayId, Thread};

/// A point put off to a day of a stay; of several the newest counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutOff {
    pub item: ItemId,
    pub stay: StayId,
    pub author: PersonId,
    pub entered_by: Option<PersonId>,
    pub at: Stamp,
    pub day: Day,
}

/// The days a point may be put off to: the working days that are left of the stay after today.
#[must_use]
pub fn days_left(stay: &Stay, rota: &Rota, now: Now) -> Vec<Day> {
    let from = now.day.plus(1).max(stay.from);
    from.to(stay.to).filter(|day| rota.calendar.is_working(*day)).collect()
}

/// Refuses to put off what is urgent or closed, and a day outside of what is left of the stay.
///
/// # Errors
/// The sentence that says why.
pub fn may_put_off(thread: &Thread, stay: &Stay, day: Day, rota: &Rota, now: Now) -> Result<(), Msg> {
    let item = thread.item.id.0;
    if !thread.is_open() {
        return Err(Msg::new("store-closed").with("item", item));
    }
    if thread.head().gravity == Gravity::Urgent {
        return Err(Msg::new("store-put-off-urgent").with("item", item));
    }
    if !days_left(stay, rota, now).contains(&day) {
        return Err(Msg::new("store-put-off-day").with("day", stay.to));
    }
    Ok(())
}

impl Entry {
    /// The day the reader put it off to, if that still holds: a later word, an answer and urgency end it.
    fn put_off_to(&self, all: &[PutOff], stay: StayId) -> Option<Day> {
        let mine = |p: &&PutOff| p.item == self.thread.item.id && p.stay == stay;
        let newest = all.iter().filter(mine).max_by_key(|p| p.at)?;
        let head = self.thread.head();
        let holds = self.waits() && head.gravity != Gravity::Urgent && head.at <= newest.at;
        holds.then_some(newest.day)
    }
}

impl Briefing {
    /// The same with what its reader put off: under its day until then, on top from that day on.
    #[must_use]
    pub fn with_put_off(mut self, all: &[PutOff], now: Now) -> Self {
        let Some(stay) = self.stay.as_ref().map(|s| s.id) else { return self };
        for entry in &mut self.entries {
            entry.put_off = entry.put_off_to(all, stay);
            if let Some(day) = entry.put_off {
                entry.section = if day > now.day { Section::PutOff } else { Section::Back };
            }
        }
        self.entries.sort_by_key(super::order);
        self
    }
}
