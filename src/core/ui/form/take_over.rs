//! Prendre la relève: the receiver's signature; what was not answered stays with the coordination.

use super::parts::{self, plain};
use super::{Form, Spec};
use crate::domain::act::{Act, HandoverAct};
use crate::domain::{Gravity, StayId};
use crate::protocol::{DraftKey, Raw};
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Ask, Cx, Look, point};

/// Points that have a line each.
const LINES: usize = 6;

/// The receiver's signature, and what was not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeOverForm {
    pub stay: StayId,
    /// By how grave they are, the gravest first, and by name.
    pub unanswered: Vec<(Gravity, String)>,
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
                let line = |(gravity, name): &(Gravity, String)| {
                    (Look::meaning_of(*gravity), format!("{} {name}", cx.look.gravity(*gravity)))
                };
                intro.extend(unanswered.iter().map(line));
            } else {
                let names: Vec<String> =
                    unanswered.iter().map(|(gravity, name)| point::marked(*gravity, name, cx)).collect();
                intro.push(plain(names.join(", ")));
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
