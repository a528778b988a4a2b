//! When a volunteer could come: from a day to a day, yes, perhaps or no.

use super::super::availability::Answer;
use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg, PersonId, Stamp};
use super::{Fault, Field, Holds, Record, Value, Values, Words, Written, no_advice, none_hidden};

const ANSWERS: [(&str, &str); 3] =
    [("Yes", Answer::Yes.word()), ("Perhaps", Answer::Perhaps.word()), ("No", Answer::No.word())];

pub static AVAILABILITY: Record = Record {
    table: Table("availability"),
    fields: &[
        Field::new("person", "forms-field-doctor", Holds::Doctor).needed(),
        Field::new("from_day", "forms-field-from", Holds::Day).needed(),
        Field::new("to_day", "forms-field-to-day", Holds::Day).needed(),
        Field::new("answer", "availability-answer", Holds::Choice(&ANSWERS)).needed(),
        Field::new("note", "availability-note", Holds::Line),
    ],
    right: Right::Doctors,
    order: &["from_day"],
    signed: true,
    words: Words {
        new: "availability-title",
        edit: "availability-title",
        intro: None,
        added: "store-said-availability",
        edited: "store-said-availability",
        removed: "store-said-availability-removed",
        named: &[("doctor", "person"), ("from", "from_day"), ("to", "to_day"), ("answer", "answer")],
    },
    list: None,
    guide: "volunteers",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    match (values.day("from_day"), values.day("to_day")) {
        (Some(from), Some(to)) if to < from => vec![("to_day", Msg::new("forms-to-before-from"))],
        _ => Vec::new(),
    }
}

/// When a volunteer could come, or not, and when they said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Availability {
    pub person: PersonId,
    pub from: Day,
    pub to: Day,
    pub answer: Answer,
    pub note: String,
    /// By whom it was noted, and when; none of what is not kept yet.
    pub by: Option<(PersonId, Stamp)>,
}

impl Availability {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        let answer = values.choice("answer");
        let at = ANSWERS.iter().position(|(name, _)| Some(*name) == answer)?;
        Some(Self {
            person: PersonId(values.number("person")?),
            from: values.day("from_day")?,
            to: values.day("to_day")?,
            answer: Answer::ALL[at],
            note: values.text("note").to_owned(),
            by: row.by,
        })
    }

    /// The same as the values of its row.
    #[must_use]
    pub fn values(&self) -> Values {
        let (name, _) = ANSWERS[self.answer as usize];
        [
            ("person", self.person.into()),
            ("from_day", self.from.into()),
            ("to_day", self.to.into()),
            ("answer", Value::choice(name)),
            ("note", self.note.as_str().into()),
        ]
        .into_iter()
        .collect()
    }
}
