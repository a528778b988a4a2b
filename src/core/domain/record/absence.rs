//! Absences of the team. They carry no reason.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg, PersonId};
use super::{Fault, Field, Heading, Holds, ListWords, Record, Value, Values, Words, Written, no_advice, none_hidden};

pub static ABSENCE: Record = Record {
    table: Table("absence"),
    fields: &[
        Field::new("person", "absence-person", Holds::Staff).needed_for("absence-missing-person").column(
            "absence-person",
            16,
            2,
        ),
        Field::new("from_day", "forms-field-from", Holds::Day).needed().column("backup-from", 10, 0),
        Field::new("to_day", "forms-field-to-day", Holds::Day).needed().column("backup-to", 10, 0),
        Field::new("replaced_by", "absence-replaced-by", Holds::Staff).column("absence-replaced-by", 16, 2),
    ],
    right: Right::Prepare,
    order: &["from_day"],
    signed: false,
    words: Words {
        new: "absence-new",
        edit: "absence-edit",
        intro: Some("absence-intro"),
        added: "store-said-absence",
        edited: "store-said-absence",
        removed: "store-said-absence-removed",
        named: &[("name", "person"), ("from", "from_day"), ("to", "to_day")],
    },
    list: Some(ListWords {
        title: "absence-list",
        heading: Heading::Centre,
        how: Some("absence-how"),
        empty: "absence-empty",
        remove: "absence-remove",
        also: "congés absence remplacement présence équipe leave",
    }),
    guide: "stay",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let mut faults = Vec::new();
    if let (Some(from), Some(to)) = (values.day("from_day"), values.day("to_day"))
        && to < from
    {
        faults.push(("to_day", Msg::new("forms-to-before-from")));
    }
    if values.number("person").is_some() && values.number("person") == values.number("replaced_by") {
        faults.push(("replaced_by", Msg::new("absence-replaced-by-self")));
    }
    faults
}

/// Somebody of the team who is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    pub person: PersonId,
    pub from: Day,
    pub to: Day,
    pub replaced_by: Option<PersonId>,
}

impl Absence {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        Some(Self {
            person: PersonId(values.number("person")?),
            from: values.day("from_day")?,
            to: values.day("to_day")?,
            replaced_by: values.number("replaced_by").map(PersonId),
        })
    }

    /// The same as the values of its row.
    #[must_use]
    pub fn values(&self) -> Values {
        [
            ("person", Value::from(self.person)),
            ("from_day", self.from.into()),
            ("to_day", self.to.into()),
            ("replaced_by", self.replaced_by.into()),
        ]
        .into_iter()
        .collect()
    }

    /// Whether the day lies in it.
    #[must_use]
    pub fn covers(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}
