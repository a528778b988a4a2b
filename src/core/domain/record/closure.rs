//! Days in which the centre is closed. They stand in its register, and its calendar knows them.

use super::super::act::Act;
use super::super::centre::Closure;
use super::super::rights::Right;
use super::super::table::Table;
use super::super::{ClosureId, Day, Msg, Rota};
use super::{Fault, Field, Holds, Record, Values, Words, Written, none_hidden};

/// Longest closure, in days.
const LONGEST: i32 = 365;

pub static CLOSURE: Record = Record {
    table: Table("closure"),
    fields: &[
        Field::new("from_day", "forms-field-from", Holds::Day).needed(),
        Field::new("to_day", "forms-field-to-day", Holds::Day).needed(),
        Field::new("reason", "forms-field-reason", Holds::Line).needed(),
    ],
    right: Right::Centre,
    order: &["from_day"],
    signed: false,
    words: Words {
        new: "forms-closure-title",
        edit: "forms-closure-title",
        intro: None,
        added: "store-said-closure-added",
        edited: "store-said-closure-added",
        removed: "store-said-closure-removed",
        named: &[("from", "from_day"), ("to", "to_day")],
    },
    list: None,
    guide: "forms",
    rule,
    advice,
    hidden: none_hidden,
};

/// The act that closes the centre from a day to a day.
#[must_use]
pub fn close(from: Day, to: Day, reason: &str) -> Act {
    CLOSURE.put([("from_day", from.into()), ("to_day", to.into()), ("reason", reason.into())])
}

fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let (Some(from), Some(to)) = (values.day("from_day"), values.day("to_day")) else { return Vec::new() };
    let why = match to.0 - from.0 {
        ..0 => "forms-to-before-from",
        0..=LONGEST => return Vec::new(),
        _ => "forms-too-long",
    };
    vec![("to_day", Msg::new(why))]
}

/// Who is expected in those days.
fn advice(values: &Values, rota: &Rota) -> Vec<Fault> {
    let (Some(from), Some(to)) = (values.day("from_day"), values.day("to_day")) else { return Vec::new() };
    let expected = rota.stays.between(from, to).filter(|s| s.is_confirmed());
    expected
        .map(|stay| {
            let msg = Msg::new("forms-closure-stay").with("doctor", rota.people.short(stay.doctor));
            ("to_day", msg.with("from", stay.from).with("to", stay.to))
        })
        .collect()
}

impl Closure {
    /// The closed days that a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        Some(Self {
            id: ClosureId(row.id),
            from: row.values.day("from_day")?,
            to: row.values.day("to_day")?,
            reason: row.values.text("reason").to_owned(),
        })
    }
}
