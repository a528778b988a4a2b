//! A sentence kept ready, put into a text by its short code.

use super::super::rights::Right;
use super::super::table::Table;
use super::{Compared, Field, Heading, Holds, ListWords, Record, Words, Written, no_advice, no_rule, none_hidden};

pub static SNIPPET: Record = Record {
    table: Table("snippet"),
    fields: &[
        Field::new("code", "writing-field-code", Holds::Line)
            .needed()
            .how("writing-code-how")
            .unique(Compared::Folded, "store-code-taken")
            .column("writing-code", 10, 1),
        Field::new("text", "writing-field-sentence", Holds::Note(5)).needed_for("writing-missing-sentence").column(
            "writing-sentence",
            40,
            6,
        ),
    ],
    right: Right::Points,
    order: &["code"],
    signed: false,
    words: Words {
        new: "writing-snippet-new",
        edit: "writing-snippet-edit",
        intro: None,
        added: "store-said-snippet-added",
        edited: "store-said-snippet-edited",
        removed: "store-said-snippet-removed",
        named: &[("code", "code")],
    },
    list: Some(ListWords {
        title: "writing-snippets",
        heading: Heading::Relay,
        how: Some("writing-snippets-how"),
        empty: "writing-snippets-empty",
        remove: "writing-remove",
        also: "phrases modèles raccourcis écrire templates sentences",
    }),
    guide: "writing",
    rule: no_rule,
    advice: no_advice,
    hidden: none_hidden,
};

/// A sentence kept ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    pub code: String,
    pub text: String,
}

impl From<&Written> for Snippet {
    fn from(row: &Written) -> Self {
        Self { code: row.values.text("code").to_owned(), text: row.values.text("text").to_owned() }
    }
}
