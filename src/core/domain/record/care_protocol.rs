//! What the infirmière Asalée follows: the protocols of this centre, each with its usual interval.

use super::super::Day;
use super::super::rights::Right;
use super::super::table::Table;
use super::typed::typed;
use super::{Compared, Field, Heading, Holds, ListWords, Record, Words, no_advice, no_rule, none_hidden};

pub static CARE_PROTOCOL: Record = Record {
    table: Table("care_protocol"),
    fields: &[
        Field::new("name", "protocol-name", Holds::Line).needed().unique(Compared::Folded, "protocol-taken").column(
            "protocol-name",
            24,
            3,
        ),
        Field::new("months", "protocol-months", Holds::Count(60)).needed().column("protocol-months", 8, 0),
        Field::new("retired_on", "protocol-retired-on", Holds::PastDay).column("protocol-retired-on", 12, 0),
    ],
    right: Right::Noted,
    order: &["name"],
    signed: false,
    words: Words {
        new: "protocol-new",
        edit: "protocol-edit",
        intro: None,
        added: "store-said-protocol",
        edited: "store-said-protocol",
        removed: "store-said-protocol-removed",
        named: &[("name", "name")],
    },
    list: Some(ListWords {
        title: "protocol-list",
        heading: Heading::Centre,
        how: Some("protocol-how"),
        empty: "protocol-empty",
        remove: "protocol-remove",
        also: "asalée protocole diabète bpco cognitif risque cardiovasculaire nurse protocols",
    }),
    guide: "care",
    rule: no_rule,
    advice: no_advice,
    hidden: none_hidden,
};

typed! {
    /// One protocol.
    CareProtocol {
        name: String,
        /// Months from one contact to the next, as a rule.
        months: u32,
        /// No new follow-up from that day on.
        retired_on: Option<Day>,
    }
}
