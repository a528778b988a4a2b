//! Concertation: what the team wants to discuss with the week's doctor, until it is discussed or not needed any more.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, IsoWeek, Msg, PatientRef, PersonId, PostId};
use super::typed::typed;
use super::{Fault, Field, Holds, Record, Values, Words, no_advice, none_hidden};

pub static CONCERTATION: Record = Record {
    table: Table("concertation"),
    fields: &[
        Field::new("patient", "care-patient", Holds::Patient).needed().how("care-patient-how"),
        Field::new("question", "concertation-question", Holds::Sentence(3)).needed().how("concertation-question-how"),
        Field::new("week", "concertation-week", Holds::Week).needed(),
        Field::new("post", "forms-field-post", Holds::Post),
        Field::new("asked_by", "concertation-asked-by", Holds::Staff).needed(),
        Field::new("asked_on", "concertation-asked-on", Holds::PastDay).needed(),
        Field::new("put_off", "concertation-put-off", Holds::Count(99)),
        Field::new("decision", "concertation-decision", Holds::Sentence(3)),
        Field::new("discussed_on", "concertation-discussed-on", Holds::PastDay),
        Field::new("doctor", "forms-field-doctor", Holds::Doctor),
        Field::new("dropped_on", "concertation-dropped-on", Holds::PastDay),
    ],
    right: Right::Points,
    order: &["week", "asked_on"],
    signed: false,
    words: Words {
        new: "concertation-new",
        edit: "concertation-edit",
        intro: Some("concertation-intro"),
        added: "store-said-concertation",
        edited: "store-said-concertation",
        removed: "store-said-concertation-removed",
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
    // A week without its year that is past would be next year's, and reach nobody.
    let far = |(week, asked): (Day, Day)| week.0 - asked.0 > FAR;
    if values.day("week").zip(values.day("asked_on")).is_some_and(far) {
        faults.push(("week", Msg::new("concertation-far")));
    }
    if values.day("discussed_on").is_some() && values.get("decision").is_empty() {
        faults.push(("decision", Msg::new("concertation-missing-decision")));
    }
    if values.day("discussed_on").is_some() && values.day("dropped_on").is_some() {
        faults.push(("dropped_on", Msg::new("concertation-both-ends")));
    }
    faults
}

/// Days ahead to which a question can be put.
const FAR: i32 = 182;

typed! {
    /// One question to the doctor of a week.
    Concertation {
        patient: PatientRef,
        question: String,
        /// The week whose doctor it waits for.
        week: IsoWeek,
        /// Whose doctor; nothing: any of that week.
        post: Option<PostId>,
        asked_by: PersonId,
        asked_on: Day,
        /// How often it went on to another week.
        put_off: Option<u32>,
        discussed_on: Option<Day>,
        /// With whom.
        doctor: Option<PersonId>,
        decision: String,
        dropped_on: Option<Day>,
    }
}

impl Concertation {
    /// Whether it still waits.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.discussed_on.is_none() && self.dropped_on.is_none()
    }
}
