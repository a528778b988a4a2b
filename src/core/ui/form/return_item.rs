//! A point sent back to the team, with the reason.

use super::Spec;
use super::parts::{self, plain};
use crate::domain::{Answer, ItemId, Msg};
use crate::protocol::Raw;
use crate::ui::Cx;
use crate::ui::widget::form::{Field, Reading};

pub fn spec(about: &str, cx: &Cx) -> Spec {
    Spec {
        title: format!("{} · {about}", cx.t("forms-return-title")),
        intro: vec![plain(cx.t("forms-return-intro"))],
        fields: vec![Field::sentence("text", "forms-field-reason", 3)],
        raw: Raw::new(),
    }
}

pub fn read(item: ItemId, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    parts::read_answer(item, Answer::Returned, Some(Msg::new("forms-return-missing")), raw, draft, cx)
}
