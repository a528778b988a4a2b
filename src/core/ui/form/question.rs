//! A question about a point, to the team and to whoever wrote it.

use super::Spec;
use super::parts::{self, plain};
use crate::domain::{Answer, ItemId, Msg};
use crate::protocol::Raw;
use crate::ui::Cx;
use crate::ui::widget::form::{Field, Reading};

pub fn spec(about: &str, cx: &Cx) -> Spec {
    Spec {
        title: format!("{} · {about}", cx.t("forms-question-title")),
        intro: vec![plain(cx.t("forms-question-intro"))],
        fields: vec![Field::sentence("text", "forms-field-question", 3)],
        raw: Raw::new(),
    }
}

pub fn read(item: ItemId, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    parts::read_answer(item, Answer::Question, Some(Msg::new("forms-question-missing")), raw, draft, cx)
}
