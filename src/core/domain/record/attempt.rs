//! Appels et contacts: each time somebody of a waiting list or of a follow-up was called or seen.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg};
use super::choice::choice;
use super::typed::typed;
use super::{Fault, Field, Holds, Record, Values, Words, no_advice, none_hidden};

choice! {
    /// How it ended.
    AttemptOutcome {
        Seen => "attempt-seen",
        Reached => "step-reached",
        NoAnswer => "step-no-answer",
        CallAgain => "step-call-again",
        WrongNumber => "step-wrong-number",
    }
}

pub static ATTEMPT: Record = Record {
    table: Table("attempt"),
    fields: &[
        Field::new("waiting", "waiting-new", Holds::Link),
        Field::new("follow_up", "follow-up-new", Holds::Link),
        Field::new("outcome", "attempt-outcome", Holds::Choice(AttemptOutcome::WORDS)).needed(),
        Field::new("on_day", "attempt-on", Holds::PastDay).needed(),
        Field::new("next", "attempt-next", Holds::Day).how("attempt-next-how"),
        Field::new("words", "attempt-words", Holds::Line),
    ],
    right: Right::Points,
    order: &["on_day"],
    signed: true,
    words: Words {
        new: "attempt-new",
        edit: "attempt-edit",
        intro: None,
        added: "store-said-attempt",
        edited: "store-said-attempt",
        removed: "store-said-attempt-removed",
        named: &[("outcome", "outcome")],
    },
    list: None,
    guide: "care",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let mut faults = Vec::new();
    let outcome = values.choice("outcome").and_then(AttemptOutcome::kept);
    if outcome.is_some_and(AttemptOutcome::asks_next) && values.day("next").is_none() {
        faults.push(("next", Msg::new("care-missing-next")));
    }
    if values.day("next").zip(values.day("on_day")).is_some_and(|(next, on)| next < on) {
        faults.push(("next", Msg::new("attempt-next-before")));
    }
    if values.number("waiting").is_some() == values.number("follow_up").is_some() {
        faults.push(("outcome", Msg::new("attempt-of-nothing")));
    }
    faults
}

typed! {
    /// One call, or one contact.
    Attempt {
        /// Of whom: a request of the waiting list,
        waiting: Option<i64>,
        /// or a follow-up.
        follow_up: Option<i64>,
        outcome: AttemptOutcome,
        on_day: Day,
        /// The day of the next try.
        next: Option<Day>,
        words: String,
    }
}

impl AttemptOutcome {
    /// Whether somebody spoke with the patient.
    #[must_use]
    pub const fn is_contact(self) -> bool {
        matches!(self, Self::Seen | Self::Reached)
    }

    /// Whether the day of the next try has to be said with it.
    #[must_use]
    pub const fn asks_next(self) -> bool {
        matches!(self, Self::NoAnswer | Self::CallAgain | Self::WrongNumber)
    }
}
