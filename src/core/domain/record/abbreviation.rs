//! What an abbreviation means in this centre.

use super::super::rights::Right;
use super::super::table::Table;
use super::{Compared, Field, Heading, Holds, ListWords, Record, Words, Written, no_advice, no_rule, none_hidden};

pub static ABBREVIATION: Record = Record {
    table: Table("abbreviation"),
    fields: &[
        // `ait` is a verb, `AIT` is not: each is explained as it is written.
        Field::new("short", "writing-field-short", Holds::Line)
            .needed()
            .unique(Compared::Exactly, "store-short-taken")
            .column("writing-short", 10, 1),
        Field::new("meaning", "writing-field-meaning", Holds::Sentence(2)).needed().column("writing-meaning", 40, 6),
    ],
    right: Right::Points,
    order: &["short"],
    signed: false,
    words: Words {
        new: "writing-abbreviation-new",
        edit: "writing-abbreviation-edit",
        intro: None,
        added: "store-said-abbreviation-added",
        edited: "store-said-abbreviation-edited",
        removed: "store-said-abbreviation-removed",
        named: &[("short", "short")],
    },
    list: Some(ListWords {
        title: "writing-abbreviations",
        heading: Heading::Relay,
        how: Some("writing-abbreviations-how"),
        empty: "writing-abbreviations-empty",
        remove: "writing-remove",
        also: "glossaire sigles lexique acronymes glossary acronyms",
    }),
    guide: "writing",
    rule: no_rule,
    advice: no_advice,
    hidden: none_hidden,
};

/// What an abbreviation means here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Abbreviation {
    pub short: String,
    pub meaning: String,
}

impl From<&Written> for Abbreviation {
    fn from(row: &Written) -> Self {
        Self { short: row.values.text("short").to_owned(), meaning: row.values.text("meaning").to_owned() }
    }
}
