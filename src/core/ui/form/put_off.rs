//! An ordinary point, read on another day of the stay.

use super::parts::{self, get, plain};
use super::{Form, Spec};
use crate::domain::act::ItemAct;
use crate::domain::{Day, ItemId, Msg};
use crate::protocol::{DraftKey, Kept, Raw};
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// A day as the form holds it.
fn value(day: Day) -> String {
    day.date().to_string()
}

/// A point is read on another day of the stay: which days are left, and when it is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutOffForm {
    pub on: Kept<ItemId>,
    /// What the point is about.
    pub title: String,
    pub days: Vec<Day>,
    pub due: Option<Day>,
}

impl Form for PutOffForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let options = self.days.iter().map(|day| (value(*day), cx.words.day(*day))).collect();
        let first = self.days.first().map(|day| value(*day)).unwrap_or_default();
        Spec {
            title: format!("{} · {}", cx.t("forms-put-off-title"), self.title),
            intro: vec![plain(cx.t("forms-put-off-intro"))],
            fields: vec![Field::new("day", "forms-field-put-off", FieldKind::Choice(options))],
            raw: parts::raw([("day", first)]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        match self.days.iter().find(|day| value(**day) == get(raw, "day")) {
            Some(day) => {
                if let Some(due) = self.due.filter(|due| due < day) {
                    reading.advise("day", cx.words.say(&Msg::new("forms-put-off-late").with("day", due)));
                }
                reading.ask = Some(Ask::on(&self.on, ItemAct::PutOff(self.on.what, *day)));
            }
            None => reading.wrong("day", Msg::new("forms-missing-day")),
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }
}
