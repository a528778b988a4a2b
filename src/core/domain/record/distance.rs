//! Distances between communes, typed once: what a round of visits is measured with.

use super::super::draft::text::fold;
use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg};
use super::typed::typed;
use super::{Fault, Field, Heading, Holds, ListWords, Record, Values, Words, no_advice, none_hidden};

pub static DISTANCE: Record = Record {
    table: Table("distance"),
    fields: &[
        Field::new("from_commune", "distance-from", Holds::Line).needed().column("distance-from", 20, 2),
        Field::new("to_commune", "distance-to", Holds::Line).needed().column("distance-to", 20, 2),
        Field::new("km", "distance-km", Holds::Count(300)).needed().column("distance-km", 6, 0),
    ],
    right: Right::Noted,
    order: &["from_commune", "to_commune"],
    signed: false,
    words: Words {
        new: "distance-new",
        edit: "distance-edit",
        intro: None,
        added: "store-said-distance",
        edited: "store-said-distance",
        removed: "store-said-distance-removed",
        named: &[("from", "from_commune"), ("to", "to_commune"), ("km", "km")],
    },
    list: Some(ListWords {
        title: "distance-list",
        heading: Heading::Centre,
        how: Some("distance-how"),
        empty: "distance-empty",
        remove: "distance-remove",
        also: "kilomètres communes distances tournée visites kilometres round",
    }),
    guide: "care",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let same = fold(values.text("from_commune")) == fold(values.text("to_commune"));
    let typed = !values.get("to_commune").is_empty();
    if same && typed { vec![("to_commune", Msg::new("distance-same"))] } else { Vec::new() }
}

typed! {
    /// Kilometres by road between two communes, either way.
    Distance {
        from_commune: String,
        to_commune: String,
        /// In kilometres.
        km: u32,
    }
}
