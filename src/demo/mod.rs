//! The fictional centres of Ajain and Bellegarde, each as the list of everything that was ever done there.
//!
//! It knows the words of the domain and the form of a write, nothing of a store, a screen or a clock.
//! The same seed always tells the same history, and a later day only adds to it: what was done in a past
//! week does not change, save for the one withdrawal that leaves a week to come without a doctor, and for
//! appointments and requests, which are there for the weeks around today only.
//!
//! Rows are numbered as a store does: from 1, in the order in which they are made.

mod agenda;
mod care;
mod day;
mod deck;
mod dice;
mod figures;
mod history;
mod noted;
mod notes;
mod people;
mod place;
mod prepared;
mod rota;
mod scenario;
mod scenarios;
mod scene;
mod shelf;
mod site;
mod visits;
mod week;

use crate::domain::act::{Act, NewStay, StayAct};
use crate::domain::{Day, Now, PersonId, PostId, StayId, StayState, Who};
use crate::protocol::Write;
use history::History;

pub use site::{ASSISTANT, COORDINATION, FIGURES_ONLY, HEAD_OFFICE, NURSE, Town};

/// One thing that somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub write: Write,
    pub who: Who,
    pub now: Now,
}

/// Everything that was done from the founding of a centre to `today`, oldest first.
///
/// `today` is meant to lie between the centre's second week and the year 2100; before the founding
/// nothing was done.
#[must_use]
pub fn steps(town: Town, seed: u64, today: Now) -> Vec<Step> {
    let site = town.site();
    let seed_here = seed ^ site.salt;
    let told = prepared::woven(site, seed_here, History::tell(site, seed, today), today);
    visits::woven(site, care::woven(site, seed_here, told, today), today)
}

/// The days the fictional centre exists on: from its opening, as long as its history is told in a moment.
#[must_use]
pub fn days(town: Town) -> std::ops::RangeInclusive<Day> {
    let opened = town.site().opened();
    opened..=opened.plus(20 * 365)
}

/// The doctor whose confirmed stay on a post covers the day, or else the next one to come there.
#[must_use]
pub fn doctor_at(steps: &[Step], post: PostId, today: Day) -> Option<PersonId> {
    let mut stays: Vec<NewStay> = Vec::new();
    for step in steps {
        let Act::Stay(act) = &step.write.act else { continue };
        let row = |id: &StayId| usize::try_from(id.0 - 1).ok();
        match act {
            StayAct::Add(stay) => stays.push(stay.clone()),
            StayAct::Edit(id, stay) => {
                if let Some(old) = row(id).and_then(|r| stays.get_mut(r)) {
                    *old = stay.clone();
                }
            }
            StayAct::Cancel(id, _) => {
                if let Some(old) = row(id).and_then(|r| stays.get_mut(r)) {
                    old.state = StayState::Cancelled;
                }
            }
            // The fictional centres have no other.
            StayAct::NoteWithdrawal(..)
            | StayAct::Keep(_)
            | StayAct::Enroll(..)
            | StayAct::Interrupt { .. }
            | StayAct::Cut { .. }
            | StayAct::Swap(..) => {}
        }
    }
    let confirmed = stays.iter().filter(|s| s.post == post && s.state == StayState::Confirmed && s.to >= today);
    confirmed.min_by_key(|s| s.from).map(|s| s.doctor)
}

#[cfg(test)]
mod tests;
