//! Pièces: what was asked of a doctor, received, and checked. No scan is kept.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg, PersonId, StayId};
use super::{Fault, Field, Holds, Record, Value, Values, Words, Written, no_advice, none_hidden};

pub static PAPER: Record = Record {
    table: Table("paper"),
    fields: &[
        Field::new("kind", "paper-kind", Holds::Link).needed(),
        Field::new("person", "forms-field-doctor", Holds::Doctor).needed(),
        Field::new("stay", "task-stay", Holds::Link),
        Field::new("asked_on", "paper-asked-on", Holds::PastDay),
        Field::new("received_on", "paper-received-on", Holds::PastDay),
        Field::new("dated", "paper-dated", Holds::PastDay),
        Field::new("valid_until", "paper-valid-until", Holds::Day),
        Field::new("checked_on", "paper-checked-on", Holds::PastDay),
        Field::new("checked_by", "paper-checked-by", Holds::Staff),
        Field::new("refused", "paper-refused", Holds::Flag),
        Field::new("note", "paper-note", Holds::Line),
    ],
    right: Right::Doctors,
    order: &["person", "kind"],
    signed: true,
    words: Words {
        new: "paper-title",
        edit: "paper-title",
        intro: None,
        added: "store-said-paper",
        edited: "store-said-paper",
        removed: "store-said-paper-removed",
        named: &[("doctor", "person")],
    },
    list: None,
    guide: "stay",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let day = |field| values.day(field);
    let mut faults = Vec::new();
    if day("received_on").is_none() && (day("checked_on").is_some() || day("dated").is_some()) {
        faults.push(("received_on", Msg::new("paper-missing-received")));
    }
    if day("asked_on").is_none() && day("received_on").is_none() && !values.flag("refused") {
        faults.push(("asked_on", Msg::new("paper-missing-asked")));
    }
    if let (Some(dated), Some(until)) = (day("dated"), day("valid_until"))
        && until < dated
    {
        faults.push(("valid_until", Msg::new("forms-to-before-from")));
    }
    faults
}

/// A paper of a doctor, as far as it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The number of its kind.
    pub kind: i64,
    pub person: PersonId,
    /// Of what belongs to a stay alone.
    pub stay: Option<StayId>,
    pub asked_on: Option<Day>,
    pub received_on: Option<Day>,
    /// The date it bears.
    pub dated: Option<Day>,
    pub valid_until: Option<Day>,
    pub checked_on: Option<Day>,
    pub checked_by: Option<PersonId>,
    pub refused: bool,
    pub note: String,
}

impl Paper {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        Some(Self {
            kind: values.number("kind")?,
            person: PersonId(values.number("person")?),
            stay: values.number("stay").map(StayId),
            asked_on: values.day("asked_on"),
            received_on: values.day("received_on"),
            dated: values.day("dated"),
            valid_until: values.day("valid_until"),
            checked_on: values.day("checked_on"),
            checked_by: values.number("checked_by").map(PersonId),
            refused: values.flag("refused"),
            note: values.text("note").to_owned(),
        })
    }

    /// The same as the values of its row.
    #[must_use]
    pub fn values(&self) -> Values {
        [
            ("kind", Value::Number(self.kind)),
            ("person", self.person.into()),
            ("stay", self.stay.map_or(Value::Empty, |stay| Value::Number(stay.0))),
            ("asked_on", self.asked_on.into()),
            ("received_on", self.received_on.into()),
            ("dated", self.dated.into()),
            ("valid_until", self.valid_until.into()),
            ("checked_on", self.checked_on.into()),
            ("checked_by", self.checked_by.into()),
            ("refused", self.refused.into()),
            ("note", self.note.as_str().into()),
        ]
        .into_iter()
        .collect()
    }
}
