//! Prendre la relève: the receiver's signature; what was not answered stays with the coordination.

use super::Spec;
use super::parts::{self, plain};
use super::sign::list;
use crate::domain::StayId;
use crate::domain::act::{Act, HandoverAct};
use crate::protocol::Raw;
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Cx, Glyph, Meaning};

pub fn spec(unanswered: &[String], cx: &Cx) -> Spec {
    let mut intro = Vec::new();
    if unanswered.is_empty() {
        intro.push(plain(cx.t("forms-take-over-all")));
    } else {
        intro.push(plain(cx.t("forms-take-over-left")));
        intro.extend(list(unanswered, Glyph::Dot, Meaning::Plain, cx));
    }
    intro.push(plain(String::new()));
    Spec {
        title: cx.t("forms-take-over-title"),
        intro,
        fields: vec![Field::line("name", "forms-field-signature")],
        raw: Raw::new(),
    }
}

pub fn read(stay: StayId, raw: &Raw, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    reading.ask = parts::signing_name(&mut reading, raw, cx)
        .map(|name| parts::save_new(Act::Handover(HandoverAct::TakeOver { stay, name }), None));
    reading
}
