//! One of the free notes of a week.

use super::Spec;
use super::parts;
use crate::domain::act::{Act, HandoverAct};
use crate::domain::{NoteKind, StayId};
use crate::protocol::{Raw, Table};
use crate::ui::Cx;
use crate::ui::widget::form::{Field, Reading};

pub fn spec(kind: NoteKind, text: &str, cx: &Cx) -> Spec {
    Spec {
        title: cx.t(kind.word()),
        intro: Vec::new(),
        fields: vec![Field::text("text", "forms-field-note", 10)],
        raw: parts::raw([("text", text.to_owned())]),
    }
}

pub fn read(stay: StayId, kind: NoteKind, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    let text = parts::note(&mut reading, raw, "text");
    reading.ask = text.map(|text| {
        parts::save(Act::Handover(HandoverAct::Note(stay, kind, text)), &[Table::HANDOVER.row(stay.0)], draft, cx)
    });
    reading
}
