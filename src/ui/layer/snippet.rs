//! A sentence the centre keeps ready.

use super::Spec;
use super::parts::{self, get};
use crate::domain::act::{Act, WritingAct};
use crate::domain::{Msg, SnippetId};
use crate::protocol::{Raw, Row, Table};
use crate::ui::Cx;
use crate::ui::widget::form::{Field, Reading};

pub fn spec(id: Option<SnippetId>, cx: &Cx) -> Spec {
    let known = id.and_then(|id| cx.frame.shelf.snippets.iter().find(|s| s.id == id));
    Spec {
        title: cx.t(if id.is_some() { "writing-snippet-edit" } else { "writing-snippet-new" }),
        intro: Vec::new(),
        fields: vec![Field::line("code", "writing-field-code"), Field::text("text", "writing-field-sentence", 5)],
        raw: known.map_or_else(Raw::new, |s| parts::raw([("code", s.code.clone()), ("text", s.text.clone())])),
    }
}

pub fn read(id: Option<SnippetId>, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    let code = parts::needed_line(&mut reading, raw, "code");
    let text = parts::needed_note(&mut reading, raw, "text", Msg::new("writing-missing-sentence"));
    if get(raw, "code").trim().is_empty() {
        reading.advise("code", cx.t("writing-code-how"));
    }
    if let Some(code) = code.as_ref().filter(|code| cx.frame.shelf.has_code(code, id)) {
        reading.wrong("code", Msg::new("store-code-taken").with("code", code.as_str()));
    }
    if let (Some(code), Some(text), true) = (code, text, reading.errors.is_empty()) {
        let rows: Vec<Row> = id.map(|id| Table::SNIPPET.row(id.0)).into_iter().collect();
        reading.ask = Some(parts::save(Act::Writing(WritingAct::Snippet { id, code, text }), &rows, draft, cx));
    }
    reading
}
