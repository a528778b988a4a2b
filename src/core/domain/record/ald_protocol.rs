//! Protocoles de soins of patients in ALD: in which month each is to be renewed. What for stands in the record alone.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg, PatientRef};
use super::typed::typed;
use super::{Fault, Field, FollowedBy, Holds, Record, Values, Words, no_advice, none_hidden};

pub static ALD_PROTOCOL: Record = Record {
    table: Table("ald_protocol"),
    fields: &[
        Field::new("patient", "care-patient", Holds::Patient).needed().how("care-patient-how"),
        Field::new("renew", "ald-renew", Holds::Month).how("care-month-how"),
        Field::new("years", "ald-years", Holds::Count(10)).how("ald-years-how"),
        Field::new("owner", "care-owner", Holds::Choice(FollowedBy::WORDS)).needed(),
        Field::new("sent_on", "ald-sent-on", Holds::PastDay),
        Field::new("ended_on", "care-ended-on", Holds::PastDay),
        Field::new("note", "care-note", Holds::Line).how("care-note-how"),
    ],
    right: Right::Points,
    order: &["renew"],
    signed: false,
    words: Words {
        new: "ald-new",
        edit: "ald-edit",
        intro: Some("ald-intro"),
        added: "store-said-ald",
        edited: "store-said-ald",
        removed: "store-said-ald-removed",
        named: &[("patient", "patient")],
    },
    list: None,
    guide: "care",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    // No protocol without its month.
    let open = values.day("ended_on").is_none();
    if open && values.day("renew").is_none() { vec![("renew", Msg::new("care-missing-month"))] } else { Vec::new() }
}

typed! {
    /// The protocole de soins of one patient.
    AldProtocol {
        patient: PatientRef,
        /// The month in which it is to be renewed, as its first day.
        renew: Option<Day>,
        /// Years for which it is renewed.
        years: Option<u32>,
        owner: FollowedBy,
        /// The day the request for the renewal was sent.
        sent_on: Option<Day>,
        ended_on: Option<Day>,
        note: String,
    }
}

impl AldProtocol {
    /// Whether it is still to be renewed one day.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.ended_on.is_none()
    }
}
