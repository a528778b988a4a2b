//! A page of the booklet.

use super::Spec;
use super::parts::{self, get, plain};
use crate::domain::PageId;
use crate::domain::act::{Act, NewPage, PlaceAct};
use crate::domain::draft::text;
use crate::domain::place::{Chapter, secret};
use crate::protocol::{Raw, Rev, Table, Write};
use crate::ui::widget::form::{Field, FieldKind, Hint, Reading};
use crate::ui::{Ask, Cx, Meaning};

/// Longest page, in characters.
const MAX: usize = 15_000;

pub fn spec(known: bool, base: &NewPage, cx: &Cx) -> Spec {
    let chapters = parts::options(&Chapter::ALL, Chapter::word, cx);
    Spec {
        title: cx.t(if known { "forms-page-edit" } else { "forms-page-new" }),
        // A code is typed in the clear: whoever looks over the shoulder sees it.
        intro: vec![plain(cx.t("forms-page-how"))],
        fields: vec![
            Field::new("chapter", "forms-field-chapter", FieldKind::Choice(chapters)),
            Field::line("title", "forms-field-title"),
            Field::text("text", "forms-field-page", 10),
        ],
        raw: parts::raw([
            ("chapter", base.chapter.word().to_owned()),
            ("title", base.title.clone()),
            ("text", base.text.clone()),
        ]),
    }
}

pub fn read(id: Option<PageId>, rev: Option<Rev>, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    let chapter = parts::chosen(&Chapter::ALL, Chapter::word, get(raw, "chapter")).unwrap_or_default();
    let title = parts::needed_line(&mut reading, raw, "title");
    let text = reading.take("text", text::checked(get(raw, "text"), MAX));
    for field in ["title", "text"] {
        if secret::is_open(get(raw, field)) {
            reading.hints.push(Hint { field, meaning: Meaning::Watch, text: cx.t("forms-page-open-code") });
        }
    }
    let new = (|| Some(NewPage { chapter, title: title?, text: text? }))();
    if let (Some(new), true) = (new, reading.errors.is_empty()) {
        let (act, seen) = match id {
            Some(id) => (PlaceAct::EditPage(id, new), rev.map(|r| (Table::PAGE.row(id.0), r)).into_iter().collect()),
            None => (PlaceAct::AddPage(new), Vec::new()),
        };
        reading.ask = Some(Ask::Save(Write { act: Act::Place(act), seen, draft }));
    }
    reading
}
