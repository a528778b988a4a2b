//! Patients à prévenir: what became of each appointment that a withdrawal leaves.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{EntryId, PersonId, Stamp, StayId};
use super::{Field, Holds, Record, Value, Values, Words, Written, no_advice, no_rule, none_hidden};

/// What became of a patient who was to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ToldOutcome {
    /// Prévenu.
    Told,
    /// Déplacé: the appointment is another day's.
    Moved,
    /// Orienté: sent to somebody else.
    Referred,
    /// Injoignable: to be tried again.
    Unreachable,
}

const WORDS: [(&str, &str); 4] = [
    ("Told", "to-tell-told"),
    ("Moved", "to-tell-moved"),
    ("Referred", "to-tell-referred"),
    ("Unreachable", "to-tell-unreachable"),
];

impl ToldOutcome {
    /// Every outcome, in the order of the keys.
    pub const ALL: [Self; 4] = [Self::Told, Self::Moved, Self::Referred, Self::Unreachable];

    /// The name it is kept by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        WORDS[self as usize].0
    }

    /// Identifier of its word in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        WORDS[self as usize].1
    }
}

pub static TO_TELL: Record = Record {
    table: Table("to_tell"),
    fields: &[
        Field::new("stay", "to-tell-stay", Holds::Link).needed(),
        Field::new("entry", "to-tell-entry", Holds::Link).needed(),
        Field::new("outcome", "to-tell-outcome", Holds::Choice(&WORDS)).needed(),
    ],
    right: Right::Agenda,
    order: &["stay", "entry"],
    signed: true,
    words: Words {
        new: "to-tell-title",
        edit: "to-tell-title",
        intro: None,
        added: "store-said-to-tell",
        edited: "store-said-to-tell",
        removed: "store-said-to-tell-removed",
        named: &[("outcome", "outcome")],
    },
    list: None,
    guide: "planning",
    rule: no_rule,
    advice: no_advice,
    hidden: none_hidden,
};

/// What became of one appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToTell {
    pub stay: StayId,
    pub entry: EntryId,
    pub outcome: ToldOutcome,
    /// By whom it was noted, and when; none of what is not kept yet.
    pub by: Option<(PersonId, Stamp)>,
}

impl ToTell {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        let outcome = values.choice("outcome");
        Some(Self {
            stay: StayId(values.number("stay")?),
            entry: EntryId(values.number("entry")?),
            outcome: ToldOutcome::ALL.into_iter().find(|o| Some(o.name()) == outcome)?,
            by: row.by,
        })
    }

    /// The same as the values of its row.
    #[must_use]
    pub fn values(&self) -> Values {
        [
            ("stay", Value::Number(self.stay.0)),
            ("entry", Value::Number(self.entry.0)),
            ("outcome", Value::choice(self.outcome.name())),
        ]
        .into_iter()
        .collect()
    }
}
