//! Qui ouvre: who opens the centre on the first day of a week, where it is not whoever usually does.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{IsoWeek, PersonId};
use super::{Field, Heading, Holds, ListWords, Record, Words, Written, no_advice, no_rule, none_hidden};

pub static OPENS: Record = Record {
    table: Table("opens"),
    fields: &[
        Field::new("week", "solicitation-week", Holds::Week).needed().column("solicitation-week", 8, 0),
        Field::new("person", "opens-person", Holds::Staff).needed_for("absence-missing-person").column(
            "opens-person",
            16,
            2,
        ),
    ],
    right: Right::Prepare,
    order: &["week"],
    signed: false,
    words: Words {
        new: "opens-new",
        edit: "opens-new",
        intro: Some("opens-intro"),
        added: "store-said-opens",
        edited: "store-said-opens",
        removed: "store-said-opens-removed",
        named: &[("name", "person"), ("week", "week")],
    },
    list: Some(ListWords {
        title: "opens-list",
        heading: Heading::Centre,
        how: Some("opens-how"),
        empty: "opens-empty",
        remove: "opens-remove",
        also: "ouverture lundi accueil clés opening monday",
    }),
    guide: "stay",
    rule: no_rule,
    advice: no_advice,
    hidden: none_hidden,
};

/// Who opens, in a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opens {
    pub week: IsoWeek,
    pub person: PersonId,
}

impl Opens {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        Some(Self { week: row.values.day("week")?.week(), person: PersonId(row.values.number("person")?) })
    }
}
