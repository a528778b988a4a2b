//! A dated correction of a signed handover (rule 5).

use super::Spec;
use super::parts::{self, plain};
use crate::domain::act::{Act, HandoverAct};
use crate::domain::{Msg, StayId};
use crate::protocol::Raw;
use crate::ui::Cx;
use crate::ui::widget::form::{Field, Reading};

pub fn spec(cx: &Cx) -> Spec {
    Spec {
        title: cx.t("forms-addendum-title"),
        intro: vec![plain(cx.t("forms-addendum-intro")), plain(String::new())],
        fields: vec![Field::text("text", "forms-field-addendum", 6)],
        raw: Raw::new(),
    }
}

pub fn read(stay: StayId, raw: &Raw, draft: Option<String>) -> Reading {
    let mut reading = Reading::default();
    let text = parts::needed_note(&mut reading, raw, "text", Msg::new("forms-missing-text"));
    reading.ask =
        text.map(|text| parts::save_new(Act::Handover(HandoverAct::Addendum { stay, text, item: None }), draft));
    reading
}
