//! A text to volunteers, with what is filled in between braces.

use super::super::Day;
use super::super::message::{Facts, fill};
use super::super::rights::Right;
use super::super::table::Table;
use super::{
    Compared, Fault, Field, Heading, Holds, ListWords, Record, Values, Words, Written, no_advice, none_hidden,
};

pub static MESSAGE_TEXT: Record = Record {
    table: Table("message_text"),
    fields: &[
        Field::new("title", "message-title", Holds::Line)
            .needed()
            .unique(Compared::Folded, "message-title-taken")
            .column("message-title", 16, 1),
        Field::new("subject", "message-subject-field", Holds::Line).needed().column("message-subject-field", 20, 2),
        Field::new("body", "message-body-field", Holds::Note(8)).needed().how("message-body-how"),
    ],
    right: Right::Doctors,
    order: &["title"],
    signed: false,
    words: Words {
        new: "message-text-new",
        edit: "message-text-edit",
        intro: None,
        added: "store-said-message-text",
        edited: "store-said-message-text",
        removed: "store-said-message-text-removed",
        named: &[("title", "title")],
    },
    list: Some(ListWords {
        title: "message-texts",
        heading: Heading::Weeks,
        how: Some("message-texts-how"),
        empty: "message-texts-empty",
        remove: "message-text-remove",
        also: "e-mail courriel modèle message template mail",
    }),
    guide: "volunteers",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

/// What stands between braces is known.
fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let wrong = |field: &'static str| fill(values.text(field), &Facts::default()).err().map(|why| (field, why));
    ["subject", "body"].into_iter().filter_map(wrong).collect()
}

/// A text to volunteers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageText {
    pub title: String,
    pub subject: String,
    pub body: String,
}

impl From<&Written> for MessageText {
    fn from(row: &Written) -> Self {
        let text = |field| row.values.text(field).to_owned();
        Self { title: text("title"), subject: text("subject"), body: text("body") }
    }
}
