//! Paie et frais of a stay: dates and amounts in whole euros, no payroll.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, StayId};
use super::{Field, Holds, Record, Value, Values, Words, Written, no_advice, no_rule, none_hidden};

pub static STAY_COST: Record = Record {
    table: Table("stay_cost"),
    fields: &[
        Field::new("stay", "task-stay", Holds::Link).needed(),
        Field::new("pay", "cost-pay", Holds::Count(100_000)),
        Field::new("paid_on", "cost-paid-on", Holds::PastDay),
        Field::new("kilometres", "cost-kilometres", Holds::Count(20_000)),
        Field::new("refund", "cost-refund", Holds::Count(100_000)),
        Field::new("refunded_on", "cost-refunded-on", Holds::PastDay),
        Field::new("note", "cost-note", Holds::Line),
    ],
    right: Right::Doctors,
    order: &["stay"],
    signed: false,
    words: Words {
        new: "cost-title",
        edit: "cost-title",
        intro: None,
        added: "store-said-cost",
        edited: "store-said-cost",
        removed: "store-said-cost-removed",
        named: &[],
    },
    list: None,
    guide: "stay",
    rule: no_rule,
    advice: no_advice,
    hidden: none_hidden,
};

/// What a stay costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StayCost {
    pub stay: StayId,
    /// Euros.
    pub pay: Option<u32>,
    pub paid_on: Option<Day>,
    /// Travelled, to be refunded.
    pub kilometres: Option<u32>,
    /// Euros.
    pub refund: Option<u32>,
    pub refunded_on: Option<Day>,
    pub note: String,
}

impl StayCost {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        Some(Self {
            stay: StayId(values.number("stay")?),
            pay: values.count("pay"),
            paid_on: values.day("paid_on"),
            kilometres: values.count("kilometres"),
            refund: values.count("refund"),
            refunded_on: values.day("refunded_on"),
            note: values.text("note").to_owned(),
        })
    }

    /// The same as the values of its row.
    #[must_use]
    pub fn values(&self) -> Values {
        [
            ("stay", Value::Number(self.stay.0)),
            ("pay", self.pay.into()),
            ("paid_on", self.paid_on.into()),
            ("kilometres", self.kilometres.into()),
            ("refund", self.refund.into()),
            ("refunded_on", self.refunded_on.into()),
            ("note", self.note.as_str().into()),
        ]
        .into_iter()
        .collect()
    }
}
