//! Voyage: when and how a doctor comes and goes, who fetches them, who comes along. Erased some days after the stay.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg, StayId};
use super::choice::choice;
use super::{Fault, Field, Holds, Record, Value, Values, Words, Written, no_advice, none_hidden};

choice! {
    /// By what one travels.
    Means {
        Train => "means-train",
        Car => "means-car",
        Bus => "means-bus",
        Other => "means-other",
    }
}

pub static TRAVEL: Record = Record {
    table: Table("travel"),
    fields: &[
        Field::new("stay", "task-stay", Holds::Link).needed(),
        Field::new("comes_by", "travel-comes-by", Holds::Choice(Means::WORDS)),
        Field::new("comes_on", "travel-comes-on", Holds::Day),
        Field::new("comes_at", "travel-comes-at", Holds::Hour),
        Field::new("comes_to", "travel-comes-to", Holds::Line),
        Field::new("fetched_by", "travel-fetched-by", Holds::Line),
        Field::new("leaves_by", "travel-leaves-by", Holds::Choice(Means::WORDS)),
        Field::new("leaves_on", "travel-leaves-on", Holds::Day),
        Field::new("leaves_at", "travel-leaves-at", Holds::Hour),
        Field::new("leaves_from", "travel-leaves-from", Holds::Line),
        Field::new("taken_by", "travel-taken-by", Holds::Line),
        Field::new("companions", "travel-companions", Holds::Count(20)),
        Field::new("who_comes", "travel-who-comes", Holds::Line),
        Field::new("diet", "travel-diet", Holds::Line),
        Field::new("note", "travel-note", Holds::Line),
    ],
    right: Right::Prepare,
    order: &["stay"],
    signed: false,
    words: Words {
        new: "travel-title",
        edit: "travel-title",
        intro: Some("travel-intro"),
        added: "store-said-travel",
        edited: "store-said-travel",
        removed: "store-said-travel-removed",
        named: &[],
    },
    list: None,
    guide: "stay",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

/// One leaves after one has come; an hour is of a day.
fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let (comes, leaves) = (values.day("comes_on"), values.day("leaves_on"));
    let mut faults = Vec::new();
    if comes.is_none() && values.count("comes_at").is_some() {
        faults.push(("comes_on", Msg::new("forms-missing-day")));
    }
    if leaves.is_none() && values.count("leaves_at").is_some() {
        faults.push(("leaves_on", Msg::new("forms-missing-day")));
    }
    if comes.zip(leaves).is_some_and(|(comes, leaves)| leaves < comes) {
        faults.push(("leaves_on", Msg::new("travel-reversed")));
    }
    faults
}

/// How a doctor comes and goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Travel {
    pub stay: StayId,
    pub comes_by: Option<Means>,
    pub comes_on: Option<Day>,
    /// Minutes since midnight, local time.
    pub comes_at: Option<u16>,
    pub comes_to: String,
    pub fetched_by: String,
    pub leaves_by: Option<Means>,
    pub leaves_on: Option<Day>,
    /// Minutes since midnight, local time.
    pub leaves_at: Option<u16>,
    pub leaves_from: String,
    pub taken_by: String,
    /// Who comes along, beside the doctor.
    pub companions: u32,
    pub who_comes: String,
    pub diet: String,
    pub note: String,
}

impl Travel {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        let text = |field| values.text(field).to_owned();
        let hour = |field| values.count(field).and_then(|minute| u16::try_from(minute).ok());
        Some(Self {
            stay: StayId(values.number("stay")?),
            comes_by: values.choice("comes_by").and_then(Means::kept),
            comes_on: values.day("comes_on"),
            comes_at: hour("comes_at"),
            comes_to: text("comes_to"),
            fetched_by: text("fetched_by"),
            leaves_by: values.choice("leaves_by").and_then(Means::kept),
            leaves_on: values.day("leaves_on"),
            leaves_at: hour("leaves_at"),
            leaves_from: text("leaves_from"),
            taken_by: text("taken_by"),
            companions: values.count("companions").unwrap_or(0),
            who_comes: text("who_comes"),
            diet: text("diet"),
            note: text("note"),
        })
    }

    /// The same as the values of its row.
    #[must_use]
    pub fn values(&self) -> Values {
        let hour = |minute: Option<u16>| minute.map(u32::from).into();
        [
            ("stay", Value::Number(self.stay.0)),
            ("comes_by", self.comes_by.map_or(Value::Empty, Means::value)),
            ("comes_on", self.comes_on.into()),
            ("comes_at", hour(self.comes_at)),
            ("comes_to", self.comes_to.as_str().into()),
            ("fetched_by", self.fetched_by.as_str().into()),
            ("leaves_by", self.leaves_by.map_or(Value::Empty, Means::value)),
            ("leaves_on", self.leaves_on.into()),
            ("leaves_at", hour(self.leaves_at)),
            ("leaves_from", self.leaves_from.as_str().into()),
            ("taken_by", self.taken_by.as_str().into()),
            ("companions", if self.companions > 0 { self.companions.into() } else { Value::Empty }),
            ("who_comes", self.who_comes.as_str().into()),
            ("diet", self.diet.as_str().into()),
            ("note", self.note.as_str().into()),
        ]
        .into_iter()
        .collect()
    }
}
