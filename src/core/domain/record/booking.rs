//! Réservations: an asset, for whom or what, from an instant to an instant.

use super::super::lent::Times;
use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg, Stay, StayId};
use super::{
    Asset, AssetKind, Fault, Field, Holds, Record, Travel, Value, Values, Words, Written, no_advice, none_hidden,
};

pub static BOOKING: Record = Record {
    table: Table("booking"),
    fields: &[
        Field::new("asset", "booking-asset", Holds::Link).needed_for("booking-missing-asset"),
        Field::new("stay", "booking-stay", Holds::Link),
        Field::new("tenant", "booking-tenant", Holds::Link),
        Field::new("whom", "booking-whom", Holds::Line).how("booking-whom-how"),
        Field::new("from_day", "forms-field-from", Holds::Day).needed(),
        Field::new("from_minute", "booking-from-hour", Holds::Hour).needed_for("forms-missing"),
        Field::new("to_day", "forms-field-to-day", Holds::Day),
        Field::new("to_minute", "booking-to-hour", Holds::Hour).needed_for("forms-missing"),
        Field::new("places", "booking-places", Holds::Count(50)).needed(),
        Field::new("follows", "booking-follows", Holds::Flag),
        Field::new("kilometres", "booking-kilometres", Holds::Count(20_000)),
        Field::new("charge", "booking-charge", Holds::Count(100)),
        Field::new("damage", "booking-damage", Holds::Sentence(3)),
        Field::new("lost", "booking-lost", Holds::Sentence(3)),
        Field::new("note", "booking-note", Holds::Line),
    ],
    right: Right::Prepare,
    order: &["from_day", "from_minute"],
    signed: true,
    words: Words {
        new: "booking-new",
        edit: "booking-edit",
        intro: None,
        added: "store-said-booking",
        edited: "store-said-booking",
        removed: "store-said-booking-removed",
        named: &[("from", "from_day")],
    },
    list: None,
    guide: "stay",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

/// It ends after it begins, and is somebody's.
fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let mut faults = Vec::new();
    if Times::of(values).is_some_and(|times| times.finish().is_some_and(|finish| finish <= times.start())) {
        faults.push(("to_day", Msg::new("booking-reversed")));
    }
    let somebody = ["stay", "tenant"].iter().any(|field| values.number(field).is_some());
    if !somebody && values.get("whom").is_empty() {
        faults.push(("whom", Msg::new("booking-missing-whom")));
    }
    faults
}

/// An asset in somebody's hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    pub asset: i64,
    pub stay: Option<StayId>,
    /// The number of an occupant.
    pub tenant: Option<i64>,
    /// Whoever else, in words.
    pub whom: String,
    pub times: Times,
    /// Guests of a house, one of anything else; 0: not needed by the stay.
    pub places: u32,
    /// Made with its stay, and goes where it goes.
    pub follows: bool,
    /// At the return.
    pub kilometres: Option<u32>,
    /// Per cent of the battery or tank, at the return.
    pub charge: Option<u32>,
    pub damage: String,
    /// How a key was lost.
    pub lost: String,
    pub note: String,
}

impl Booking {
    /// One of an asset, nobody's yet.
    #[must_use]
    pub const fn of_asset(asset: i64, times: Times) -> Self {
        Self {
            asset,
            stay: None,
            tenant: None,
            whom: String::new(),
            times,
            places: 1,
            follows: false,
            kilometres: None,
            charge: None,
            damage: String::new(),
            lost: String::new(),
            note: String::new(),
        }
    }

    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        Some(Self {
            asset: values.number("asset")?,
            stay: values.number("stay").map(StayId),
            tenant: values.number("tenant"),
            whom: values.text("whom").to_owned(),
            times: Times::of(values)?,
            places: values.count("places")?,
            follows: values.flag("follows"),
            kilometres: values.count("kilometres"),
            charge: values.count("charge"),
            damage: values.text("damage").to_owned(),
            lost: values.text("lost").to_owned(),
            note: values.text("note").to_owned(),
        })
    }

    /// What a stay has of an asset: from the eve to the morrow, or by the voyage that is noted, with whoever comes along.
    #[must_use]
    pub fn wanted(asset: &Asset, stay: &Stay, travel: Option<&Travel>) -> Self {
        let companions = travel.map_or(0, |travel| travel.companions);
        Self {
            stay: Some(stay.id),
            places: if asset.kind == AssetKind::House { companions.saturating_add(1) } else { 1 },
            follows: true,
            ..Self::of_asset(asset.id, Times::of_stay(stay, travel))
        }
    }

    /// The same as the values of its row.
    #[must_use]
    pub fn values(&self) -> Values {
        let own = [
            ("asset", Value::Number(self.asset)),
            ("stay", self.stay.map_or(Value::Empty, |stay| Value::Number(stay.0))),
            ("tenant", self.tenant.map_or(Value::Empty, Value::Number)),
            ("whom", self.whom.as_str().into()),
            ("places", self.places.into()),
            ("follows", self.follows.into()),
            ("kilometres", self.kilometres.into()),
            ("charge", self.charge.into()),
            ("damage", self.damage.as_str().into()),
            ("lost", self.lost.as_str().into()),
            ("note", self.note.as_str().into()),
        ];
        own.into_iter().chain(self.times.values()).collect()
    }

    /// Whether it is still out on a day: nobody has brought it back, and it is not lost.
    #[must_use]
    pub fn is_out(&self, today: Day) -> bool {
        self.times.to_day.is_none() && self.times.from_day <= today && self.lost.is_empty() && self.places > 0
    }
}
