//! What an abbreviation means in this centre.

use super::Spec;
use super::parts;
use crate::domain::act::{Act, WritingAct};
use crate::domain::{AbbreviationId, Msg};
use crate::protocol::{Raw, Row, Table};
use crate::ui::Cx;
use crate::ui::widget::form::{Field, Reading};

pub fn spec(id: Option<AbbreviationId>, cx: &Cx) -> Spec {
    let known = id.and_then(|id| cx.frame.shelf.abbreviations.iter().find(|a| a.id == id));
    Spec {
        title: cx.t(if id.is_some() { "writing-abbreviation-edit" } else { "writing-abbreviation-new" }),
        intro: Vec::new(),
        fields: vec![
            Field::line("short", "writing-field-short"),
            Field::sentence("meaning", "writing-field-meaning", 2),
        ],
        raw: known.map_or_else(Raw::new, |a| parts::raw([("short", a.short.clone()), ("meaning", a.meaning.clone())])),
    }
}

pub fn read(id: Option<AbbreviationId>, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    let short = parts::needed_line(&mut reading, raw, "short");
    let meaning = parts::needed_line(&mut reading, raw, "meaning");
    if let Some(short) = short.as_ref().filter(|short| cx.frame.shelf.has_short(short, id)) {
        reading.wrong("short", Msg::new("store-short-taken").with("short", short.as_str()));
    }
    if let (Some(short), Some(meaning), true) = (short, meaning, reading.errors.is_empty()) {
        let rows: Vec<Row> = id.map(|id| Table::ABBREVIATION.row(id.0)).into_iter().collect();
        let act = Act::Writing(WritingAct::Abbreviation { id, short, meaning });
        reading.ask = Some(parts::save(act, &rows, draft, cx));
    }
    reading
}
