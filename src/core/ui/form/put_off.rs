//! An ordinary point, read on another day of the stay.

use super::Spec;
use super::parts::{self, get, plain};
use crate::domain::act::{Act, ItemAct};
use crate::domain::{Day, ItemId, Msg};
use crate::protocol::{Raw, Table};
use crate::ui::Cx;
use crate::ui::widget::form::{Field, FieldKind, Reading};

/// A day as the form holds it.
fn value(day: Day) -> String {
    day.date().to_string()
}

pub fn spec(about: &str, days: &[Day], cx: &Cx) -> Spec {
    let options = days.iter().map(|day| (value(*day), cx.words.day(*day))).collect();
    let first = days.first().map(|day| value(*day)).unwrap_or_default();
    Spec {
        title: format!("{} · {about}", cx.t("forms-put-off-title")),
        intro: vec![plain(cx.t("forms-put-off-intro"))],
        fields: vec![Field::new("day", "forms-field-put-off", FieldKind::Choice(options))],
        raw: parts::raw([("day", first)]),
    }
}

pub fn read(item: ItemId, days: &[Day], due: Option<Day>, raw: &Raw, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    match days.iter().find(|day| value(**day) == get(raw, "day")) {
        Some(day) => {
            if let Some(due) = due.filter(|due| due < day) {
                reading.advise("day", cx.words.say(&Msg::new("forms-put-off-late").with("day", due)));
            }
            let act = Act::Item(ItemAct::PutOff(item, *day));
            reading.ask = Some(parts::save(act, &[Table::ITEM.row(item.0)], None, cx));
        }
        None => reading.wrong("day", Msg::new("forms-missing-day")),
    }
    reading
}
