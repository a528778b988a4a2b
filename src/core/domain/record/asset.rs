//! Logements, véhicules, salles, clés: what is lent, one kind of thing with its properties.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg, PostId};
use super::choice::choice;
use super::{Compared, Fault, Field, Heading, Holds, ListWords, Record, Value, Values, Words, Written, no_advice};

choice! {
    /// What an asset is.
    AssetKind {
        House => "asset-house",
        Vehicle => "asset-vehicle",
        Room => "asset-room",
        Key => "asset-key",
    }
}

pub static ASSET: Record = Record {
    table: Table("asset"),
    fields: &[
        Field::new("name", "asset-name", Holds::Line)
            .needed()
            .column("asset-name", 18, 2)
            .unique(Compared::Folded, "store-asset-taken")
            .searched(),
        Field::new("kind", "asset-kind", Holds::Choice(AssetKind::WORDS)).needed().column("asset-kind", 10, 0),
        Field::new("address", "asset-address", Holds::Line).column("asset-address", 16, 2),
        Field::new("places", "asset-places", Holds::Count(50)),
        Field::new("plate", "asset-plate", Holds::Line),
        Field::new("range_km", "asset-range", Holds::Count(2_000)),
        Field::new("charge", "asset-charge", Holds::Line),
        Field::new("opens", "asset-opens", Holds::Line),
        Field::new("cleaning", "asset-cleaning", Holds::Count(2_880)),
        Field::new("by_default", "asset-default", Holds::Flag),
        Field::new("post", "asset-post", Holds::Post),
        Field::new("retired_on", "asset-retired", Holds::Day),
        Field::new("note", "asset-note", Holds::Line),
    ],
    right: Right::Rota,
    order: &["kind", "name"],
    signed: false,
    words: Words {
        new: "asset-new",
        edit: "asset-edit",
        intro: None,
        added: "store-said-asset",
        edited: "store-said-asset",
        removed: "store-said-asset-removed",
        named: &[("name", "name")],
    },
    list: Some(ListWords {
        title: "asset-list",
        heading: Heading::Stays,
        how: Some("asset-how"),
        empty: "asset-empty",
        remove: "asset-remove",
        also: "maison logement gîte voiture véhicule salle cabinet clé house car room key",
    }),
    guide: "stay",
    rule,
    advice: no_advice,
    hidden,
};

/// Each kind has properties of its own.
fn hidden(values: &Values) -> &'static [&'static str] {
    match values.choice("kind").and_then(AssetKind::kept) {
        None => &["address", "places", "plate", "range_km", "charge", "opens", "cleaning", "by_default", "post"],
        Some(AssetKind::House) => &["plate", "range_km", "charge", "opens"],
        Some(AssetKind::Vehicle) => &["address", "places", "opens"],
        Some(AssetKind::Room) => &["places", "plate", "range_km", "charge", "opens"],
        Some(AssetKind::Key) => &["address", "places", "plate", "range_km", "charge", "cleaning", "by_default", "post"],
    }
}

/// A house has at least one place.
fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let house = values.choice("kind") == Some(AssetKind::House.name());
    match values.count("places") {
        None | Some(0) if house => vec![("places", Msg::new("asset-missing-places"))],
        _ => Vec::new(),
    }
}

/// A house, a vehicle, a room or a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    pub id: i64,
    pub kind: AssetKind,
    pub name: String,
    pub address: String,
    /// Guests of a house; of anything else one.
    pub places: u32,
    pub plate: String,
    /// Kilometres with a full battery or tank.
    pub range_km: Option<u32>,
    /// Where and how it is charged.
    pub charge: String,
    /// Which door it opens.
    pub opens: String,
    /// Minutes after each use in which it is made ready.
    pub cleaning: u32,
    /// Booked with each stay; of a room, the one that its post works in.
    pub by_default: bool,
    /// Of that post alone.
    pub post: Option<PostId>,
    /// The last day it is lent.
    pub retired_on: Option<Day>,
    pub note: String,
}

impl Asset {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        let kind = AssetKind::kept(values.choice("kind")?)?;
        let places = if kind == AssetKind::House { values.count("places").unwrap_or(1) } else { 1 };
        Some(Self {
            id: row.id,
            kind,
            name: values.text("name").to_owned(),
            address: values.text("address").to_owned(),
            places,
            plate: values.text("plate").to_owned(),
            range_km: values.count("range_km"),
            charge: values.text("charge").to_owned(),
            opens: values.text("opens").to_owned(),
            cleaning: values.count("cleaning").unwrap_or(0),
            by_default: values.flag("by_default"),
            post: values.number("post").map(PostId),
            retired_on: values.day("retired_on"),
            note: values.text("note").to_owned(),
        })
    }

    /// The same as the values of its row.
    #[must_use]
    pub fn values(&self) -> Values {
        [
            ("name", self.name.as_str().into()),
            ("kind", self.kind.value()),
            ("address", self.address.as_str().into()),
            ("places", if self.kind == AssetKind::House { self.places.into() } else { Value::Empty }),
            ("plate", self.plate.as_str().into()),
            ("range_km", self.range_km.into()),
            ("charge", self.charge.as_str().into()),
            ("opens", self.opens.as_str().into()),
            ("cleaning", if self.cleaning > 0 { self.cleaning.into() } else { Value::Empty }),
            ("by_default", self.by_default.into()),
            ("post", self.post.into()),
            ("retired_on", self.retired_on.into()),
            ("note", self.note.as_str().into()),
        ]
        .into_iter()
        .collect()
    }
}
