//! Je prends, with one's own words; on an urgent point they are needed (rule 7).

use super::Spec;
use super::parts::{self, plain};
use crate::domain::{Answer, ItemId, Msg};
use crate::protocol::Raw;
use crate::ui::Cx;
use crate::ui::widget::form::{Field, Reading};

pub fn spec(urgent: bool, about: &str, cx: &Cx) -> Spec {
    Spec {
        title: format!("{} · {about}", cx.t("forms-take-title")),
        intro: vec![plain(cx.t(if urgent { "forms-take-intro-urgent" } else { "forms-take-intro" }))],
        fields: vec![Field::sentence("text", "forms-field-own-words", 3)],
        raw: Raw::new(),
    }
}

pub fn read(item: ItemId, urgent: bool, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    parts::read_answer(item, Answer::Taken, urgent.then(|| Msg::new("forms-take-missing")), raw, draft, cx)
}
