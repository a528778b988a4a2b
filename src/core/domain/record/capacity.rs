//! Capacity: whether the centre accepts new patients as their médecin traitant, since when.

use super::super::Day;
use super::super::rights::Right;
use super::super::table::Table;
use super::choice::choice;
use super::typed::typed;
use super::{Field, Heading, Holds, ListWords, Record, Words, no_advice, no_rule, none_hidden};

choice! {
    /// Whom the centre accepts as new patients.
    Accepts {
        Yes => "accepts-yes",
        AldOnly => "accepts-ald-only",
        No => "accepts-no",
    }
}

pub static CAPACITY: Record = Record {
    table: Table("capacity"),
    fields: &[
        Field::new("accepts", "capacity-accepts", Holds::Choice(Accepts::WORDS)).needed().column(
            "capacity-accepts",
            24,
            2,
        ),
        Field::new("since", "capacity-since", Holds::PastDay).needed().column("capacity-since", 12, 0),
        Field::new("note", "care-note", Holds::Line).column("care-note", 20, 3),
    ],
    right: Right::Noted,
    order: &["since"],
    signed: true,
    words: Words {
        new: "capacity-new",
        edit: "capacity-edit",
        intro: None,
        added: "store-said-capacity",
        edited: "store-said-capacity",
        removed: "store-said-capacity-removed",
        named: &[("accepts", "accepts"), ("since", "since")],
    },
    list: Some(ListWords {
        title: "capacity-list",
        heading: Heading::Care,
        how: Some("capacity-how"),
        empty: "capacity-empty",
        remove: "capacity-remove",
        also: "accepte nouveaux patients capacité médecin traitant ald accepts new",
    }),
    guide: "care",
    rule: no_rule,
    advice: no_advice,
    hidden: none_hidden,
};

typed! {
    /// Whether new patients are accepted, from a day on.
    Capacity {
        accepts: Accepts,
        since: Day,
        note: String,
    }
}
