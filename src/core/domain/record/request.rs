//! Demandes non programmées: who called, when, and what was offered.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg, PatientRef};
use super::choice::choice;
use super::typed::typed;
use super::{Fault, Field, Holds, Record, Values, Words, no_advice, none_hidden};

choice! {
    /// What was offered.
    Offered {
        Today => "offered-today",
        /// The next working day.
        Tomorrow => "offered-tomorrow",
        Other => "offered-other",
        /// Sent to the 15 or the 116 117.
        Sent => "offered-sent",
        Refused => "offered-refused",
    }
}

pub static REQUEST: Record = Record {
    table: Table("request"),
    fields: &[
        Field::new("patient", "care-patient", Holds::Patient).how("request-patient-how"),
        Field::new("offered", "request-offered", Holds::Choice(Offered::WORDS)).needed(),
        Field::new("why", "request-why", Holds::Line),
        Field::new("on_day", "request-on", Holds::PastDay).needed(),
        Field::new("minute", "request-minute", Holds::Hour).needed(),
    ],
    right: Right::Points,
    order: &["on_day", "minute"],
    signed: true,
    words: Words {
        new: "request-new",
        edit: "request-edit",
        intro: None,
        added: "store-said-request",
        edited: "store-said-request",
        removed: "store-said-request-removed",
        named: &[("offered", "offered")],
    },
    list: None,
    guide: "care",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let refused = values.choice("offered") == Some(Offered::Refused.name());
    if refused && values.get("why").is_empty() { vec![("why", Msg::new("request-missing-why"))] } else { Vec::new() }
}

typed! {
    /// One request, counted once, by whoever took the call.
    Request {
        on_day: Day,
        /// Minutes since midnight.
        minute: u32,
        patient: Option<PatientRef>,
        offered: Offered,
        /// Why it was refused.
        why: String,
    }
}
