//! One of the free notes of a week.

use super::parts;
use super::{Form, Spec};
use crate::domain::act::HandoverAct;
use crate::domain::{NoteKind, StayId};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Ask, Cx};

/// One of the free notes of a handover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteForm {
    pub on: Kept<StayId>,
    pub kind: NoteKind,
    pub text: String,
}

impl Form for NoteForm {
    fn spec(&self, cx: &Cx) -> Spec {
        Spec {
            title: cx.t(self.kind.word()),
            intro: Vec::new(),
            fields: vec![Field::text("text", "forms-field-note", 10)],
            raw: parts::raw([("text", self.text.clone())]),
        }
    }

    fn read(&self, raw: &Raw, _cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let text = parts::note(&mut reading, raw, "text");
        reading.ask = text.map(|text| Ask::on(&self.on, HandoverAct::Note(self.on.what, self.kind, text)));
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(format!("note/{}/{}", self.on.what, self.kind.word()))
    }

    fn hands_on(&self) -> bool {
        true
    }

    fn theirs(&self) -> Option<Query> {
        Some(Query::Transmission(self.on.what))
    }

    fn renew(&mut self, page: &Page, _cx: &Cx) -> bool {
        let Page::Transmission(Some(transmission)) = page else { return false };
        self.on = Kept::handover(&transmission.handover);
        transmission.handover.notes.get(self.kind).clone_into(&mut self.text);
        true
    }
}
