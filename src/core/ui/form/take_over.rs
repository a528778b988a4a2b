//! Prendre la relève: the receiver's signature; what was not answered stays with the coordination.

use super::parts::{self, plain};
use super::{Form, Spec};
use crate::domain::StayId;
use crate::domain::act::{Act, HandoverAct};
use crate::protocol::{DraftKey, Raw};
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Ask, Cx, Glyph};

/// Points that have a line each.
const LINES: usize = 6;

/// The receiver's signature, and what was not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeOverForm {
    pub stay: StayId,
    pub unanswered: Vec<String>,
}

impl Form for TakeOverForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let unanswered = &self.unanswered;
        let mut intro = Vec::new();
        if unanswered.is_empty() {
            intro.push(plain(cx.t("forms-take-over-all")));
        } else {
            intro.push(plain(cx.t("forms-take-over-left")));
            // Each by name: a few have a line each, many run on.
            if unanswered.len() <= LINES {
                let dot = cx.look.glyph(Glyph::Dot);
                intro.extend(unanswered.iter().map(|name| plain(format!("{dot} {name}"))));
            } else {
                intro.push(plain(unanswered.join(", ")));
            }
        }
        intro.push(plain(String::new()));
        Spec {
            title: cx.t("forms-take-over-title"),
            intro,
            fields: vec![Field::line("name", "forms-field-signature")],
            raw: Raw::new(),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        reading.ask = parts::signing_name(&mut reading, raw, cx)
            .map(|name| Ask::act(Act::Handover(HandoverAct::TakeOver { stay: self.stay, name })));
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }
}
