//! A figure that was published about the centre. It stands among what is noted beside the agenda, the computed one
//! beside it.

use super::super::act::Act;
use super::super::noted::{Published, PublishedFigure};
use super::super::rights::Right;
use super::super::table::Table;
use super::{Field, Holds, Record, Value, Words, Written, no_advice, no_rule, none_hidden};

pub static PUBLISHED: Record = Record {
    table: Table("published"),
    fields: &[
        Field::new("figure", "published-field-figure", Holds::Choice(&PublishedFigure::WORDS)).needed(),
        Field::new("day", "published-field-day", Holds::PastDay).needed(),
        Field::new("value", "published-field-value", Holds::Count(9_999_999)).needed(),
        Field::new("source", "published-field-source", Holds::Line).needed(),
    ],
    right: Right::Noted,
    order: &["day"],
    signed: true,
    words: Words {
        new: "published-new",
        edit: "published-edit",
        intro: Some("published-intro"),
        added: "store-said-published",
        edited: "store-said-published",
        removed: "store-said-noted-removed",
        named: &[("day", "day")],
    },
    list: None,
    guide: "noted",
    rule: no_rule,
    advice: no_advice,
    hidden: none_hidden,
};

impl Published {
    /// The act that notes it.
    #[must_use]
    pub fn note(&self) -> Act {
        PUBLISHED.put([
            ("figure", Value::choice(self.figure.name())),
            ("day", self.day.into()),
            ("value", self.value.into()),
            ("source", self.source.as_str().into()),
        ])
    }

    /// The figure that a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        Some(Self {
            figure: PublishedFigure::kept(values.choice("figure")?)?,
            day: values.day("day")?,
            value: values.count("value")?,
            source: values.text("source").to_owned(),
        })
    }
}
