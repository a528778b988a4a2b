//! What a leaving doctor says of coming again: read by who keeps the collective, beside what was noted of them.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{PersonId, Stamp};
use super::volunteer::WORDS;
use super::{Field, Holds, Intention, Record, Words, Written, no_rule, none_hidden};

pub static LEAVING_WORD: Record = Record {
    table: Table("leaving_word"),
    fields: &[
        Field::new("person", "forms-field-doctor", Holds::Doctor).needed(),
        Field::new("intention", "leaving-intention", Holds::Choice(&WORDS)),
        Field::new("wishes", "leaving-wishes", Holds::Sentence(2)).how("volunteer-wishes-how"),
        Field::new("may_call", "leaving-may-call", Holds::Flag),
    ],
    // A doctor says it, or the team writes it under dictation.
    right: Right::Points,
    order: &["person"],
    signed: true,
    words: Words {
        new: "leaving-title",
        edit: "leaving-title",
        intro: Some("leaving-intro"),
        added: "store-said-leaving",
        edited: "store-said-leaving",
        removed: "store-said-leaving-removed",
        named: &[("doctor", "person")],
    },
    list: None,
    guide: "volunteers",
    rule: no_rule,
    advice: super::volunteer::advice,
    hidden: none_hidden,
};

/// What a leaving doctor says of coming again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeavingWord {
    pub person: PersonId,
    pub intention: Option<Intention>,
    /// As typed.
    pub wishes: String,
    pub may_call: bool,
    pub by: Option<(PersonId, Stamp)>,
}

impl LeavingWord {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        let intention = values.choice("intention");
        Some(Self {
            person: PersonId(values.number("person")?),
            intention: Intention::ALL.into_iter().find(|i| Some(i.name()) == intention),
            wishes: values.text("wishes").to_owned(),
            may_call: values.flag("may_call"),
            by: row.by,
        })
    }
}
