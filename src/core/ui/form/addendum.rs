//! A dated correction of a signed handover (rule 5).

use super::parts::{self, plain};
use super::{Form, Spec};
use crate::domain::act::{Act, HandoverAct};
use crate::domain::{Msg, StayId};
use crate::protocol::{DraftKey, Raw};
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Ask, Cx};

/// A dated correction of the handover of a stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddendumForm {
    pub stay: StayId,
}

impl Form for AddendumForm {
    fn spec(&self, cx: &Cx) -> Spec {
        Spec {
            title: cx.t("forms-addendum-title"),
            intro: vec![plain(cx.t("forms-addendum-intro")), plain(String::new())],
            fields: vec![Field::text("text", "forms-field-addendum", 6)],
            raw: Raw::new(),
        }
    }

    fn read(&self, raw: &Raw, _cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let text = parts::needed_note(&mut reading, raw, "text", Msg::new("forms-missing-text"));
        reading.ask =
            text.map(|text| Ask::act(Act::Handover(HandoverAct::Addendum { stay: self.stay, text, item: None })));
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(format!("addendum/{}", self.stay))
    }

    fn hands_on(&self) -> bool {
        true
    }
}
