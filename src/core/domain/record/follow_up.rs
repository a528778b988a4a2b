//! Suivi Asalée: a patient, a protocol, and the month of the next contact.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg, PatientRef};
use super::choice::choice;
use super::typed::typed;
use super::{Fault, Field, FollowedBy, Holds, Record, Values, Words, no_advice, none_hidden};

choice! {
    /// Why a follow-up ends.
    Lost {
        /// The aim is reached.
        Reached => "lost-reached",
        /// Followed elsewhere.
        Elsewhere => "lost-elsewhere",
        /// Does not want it any more.
        Withdrawn => "lost-withdrawn",
        Unreached => "given-up-unreached",
        Moved => "given-up-moved",
        Died => "given-up-died",
    }
}

pub static FOLLOW_UP: Record = Record {
    table: Table("follow_up"),
    fields: &[
        Field::new("patient", "care-patient", Holds::Patient).needed().how("care-patient-how"),
        Field::new("protocol", "follow-up-protocol", Holds::Link).needed_for("follow-up-missing-protocol"),
        Field::new("last_on", "follow-up-last-on", Holds::PastDay),
        Field::new("next_month", "follow-up-next", Holds::Month).how("care-month-how"),
        Field::new("waits_for", "follow-up-waits-for", Holds::Line).how("follow-up-waits-for-how"),
        Field::new("owner", "care-owner", Holds::Choice(FollowedBy::WORDS)).needed(),
        Field::new("call_on", "care-call-on", Holds::Day),
        Field::new("ended_on", "care-ended-on", Holds::PastDay),
        Field::new("ended_why", "follow-up-ended-why", Holds::Choice(Lost::WORDS)),
    ],
    right: Right::Points,
    order: &["next_month"],
    signed: false,
    words: Words {
        new: "follow-up-new",
        edit: "follow-up-edit",
        intro: Some("follow-up-intro"),
        added: "store-said-follow-up",
        edited: "store-said-follow-up",
        removed: "store-said-follow-up-removed",
        named: &[("patient", "patient")],
    },
    list: None,
    guide: "care",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let mut faults = Vec::new();
    let ended = values.day("ended_on").is_some();
    // Nobody is followed without a month in which somebody looks again.
    if !ended && values.day("next_month").is_none() {
        faults.push(("next_month", Msg::new("care-missing-month")));
    }
    if ended && values.choice("ended_why").is_none() {
        faults.push(("ended_why", Msg::new("waiting-missing-why")));
    }
    faults
}

typed! {
    /// One patient followed for one protocol.
    FollowUp {
        patient: PatientRef,
        protocol: i64,
        /// The last contact: seen, or reached by telephone.
        last_on: Option<Day>,
        /// The month of the next contact, as its first day.
        next_month: Option<Day>,
        /// What is waited for, in words of coordination.
        waits_for: String,
        owner: FollowedBy,
        /// The day of the next call, where somebody was not reached.
        call_on: Option<Day>,
        ended_on: Option<Day>,
        ended_why: Option<Lost>,
    }
}

/// Months beyond the due month without a contact after which somebody may be lost.
pub const LOST_MONTHS: u32 = 2;

impl FollowUp {
    /// Whether it goes on.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.ended_on.is_none()
    }

    /// The day from which the patient is waited for.
    #[must_use]
    pub fn due(&self) -> Option<Day> {
        self.next_month.filter(|_| self.is_open())
    }

    /// Whether the due month is over for two months: *perdu de vue*.
    #[must_use]
    pub fn is_lost(&self, today: Day) -> bool {
        self.due().is_some_and(|month| month <= lost_before(today))
    }
}

/// The newest due month, as its first day, of whom nobody has reached for two months beyond it.
#[must_use]
pub fn lost_before(today: Day) -> Day {
    let month = today.month_start().date();
    month.checked_sub_months(chrono::Months::new(LOST_MONTHS + 1)).map_or(today, Day::from)
}
