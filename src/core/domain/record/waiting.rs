//! Liste d'attente: who asks for a médecin traitant, until they are declared or the request is given up.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg, PatientRef};
use super::choice::choice;
use super::typed::typed;
use super::{Fault, Field, FollowedBy, Holds, Record, Values, Words, no_advice, none_hidden};

choice! {
    /// Why a request was given up.
    GivenUp {
        /// Has found a doctor elsewhere.
        Elsewhere => "given-up-elsewhere",
        Unreached => "given-up-unreached",
        Moved => "given-up-moved",
        /// Does not want it any more.
        Withdrawn => "given-up-withdrawn",
        Died => "given-up-died",
    }
}

pub static WAITING: Record = Record {
    table: Table("waiting"),
    fields: &[
        Field::new("patient", "care-patient", Holds::Patient).needed().how("care-patient-how"),
        Field::new("asked_on", "waiting-asked-on", Holds::PastDay).needed(),
        Field::new("ald", "waiting-ald", Holds::Flag),
        Field::new("commune", "care-commune", Holds::Line),
        Field::new("phone", "forms-field-phone", Holds::Line).names(),
        Field::new("call_on", "care-call-on", Holds::Day),
        Field::new("owner", "care-owner", Holds::Choice(FollowedBy::WORDS)).needed(),
        Field::new("seen_on", "waiting-seen-on", Holds::PastDay),
        Field::new("declared_on", "waiting-declared-on", Holds::PastDay),
        Field::new("given_up_on", "waiting-given-up-on", Holds::PastDay),
        Field::new("given_up_why", "waiting-given-up-why", Holds::Choice(GivenUp::WORDS)),
        Field::new("note", "care-note", Holds::Sentence(2)).how("care-note-how"),
    ],
    right: Right::Points,
    order: &["asked_on"],
    signed: false,
    words: Words {
        new: "waiting-new",
        edit: "waiting-edit",
        intro: Some("waiting-intro"),
        added: "store-said-waiting",
        edited: "store-said-waiting",
        removed: "store-said-waiting-removed",
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
    let day = |field| values.day(field);
    let (declared, given_up) = (day("declared_on"), day("given_up_on"));
    // Nobody waits without a day on which somebody looks again.
    if declared.or(given_up).or(day("call_on")).is_none() {
        faults.push(("call_on", Msg::new("care-missing-next")));
    }
    if declared.is_some() && given_up.is_some() {
        faults.push(("given_up_on", Msg::new("waiting-both-ends")));
    }
    if given_up.is_some() && values.choice("given_up_why").is_none() {
        faults.push(("given_up_why", Msg::new("waiting-missing-why")));
    }
    let early = |field: &'static str| day(field).zip(day("asked_on")).is_some_and(|(then, asked)| then < asked);
    faults.extend(
        ["seen_on", "declared_on", "given_up_on"]
            .into_iter()
            .filter(|f| early(f))
            .map(|field| (field, Msg::new("waiting-before-asked"))),
    );
    faults
}

typed! {
    /// Somebody who asks for a médecin traitant.
    Waiting {
        patient: PatientRef,
        asked_on: Day,
        /// Has an affection de longue durée.
        ald: bool,
        commune: String,
        /// Only where the centre keeps names.
        phone: String,
        /// The day of the next call.
        call_on: Option<Day>,
        owner: FollowedBy,
        seen_on: Option<Day>,
        declared_on: Option<Day>,
        given_up_on: Option<Day>,
        given_up_why: Option<GivenUp>,
        note: String,
    }
}

impl Waiting {
    /// Whether the request still waits.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.declared_on.is_none() && self.given_up_on.is_none()
    }
}
