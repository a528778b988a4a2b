//! A page of the booklet.

use super::parts::{self, get, plain};
use super::{Form, Spec, draft_of};
use crate::domain::PageId;
use crate::domain::act::{NewPage, PlaceAct};
use crate::domain::draft::text;
use crate::domain::place::{Chapter, secret};
use crate::domain::rights::Right;
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, FieldKind, Hint, Reading};
use crate::ui::{Ask, Cx, Meaning};

/// Longest page, in characters.
const MAX: usize = 15_000;

/// A page of the booklet, and what it says at first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageForm {
    pub known: Option<Kept<PageId>>,
    pub base: NewPage,
}

impl Form for PageForm {
    fn right(&self) -> Right {
        Right::Place
    }

    fn spec(&self, cx: &Cx) -> Spec {
        let chapters = parts::options(&Chapter::ALL, Chapter::word, cx);
        Spec {
            title: cx.t(if self.known.is_some() { "forms-page-edit" } else { "forms-page-new" }),
            // A code is typed in the clear: whoever looks over the shoulder sees it.
            intro: vec![plain(cx.t("forms-page-how"))],
            fields: vec![
                Field::new("chapter", "forms-field-chapter", FieldKind::Choice(chapters)),
                Field::line("title", "forms-field-title"),
                Field::text("text", "forms-field-page", 10),
            ],
            raw: parts::raw([
                ("chapter", self.base.chapter.word().to_owned()),
                ("title", self.base.title.clone()),
                ("text", self.base.text.clone()),
            ]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
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
            let act = match &self.known {
                Some(known) => PlaceAct::EditPage(known.what, new),
                None => PlaceAct::AddPage(new),
            };
            reading.ask = Some(Ask::over(self.known.as_ref(), act));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        let key = draft_of("page", self.known.as_ref().map(|known| known.what.0));
        // A new one belongs to the chapter it was begun in.
        Some(if self.known.is_some() { key } else { format!("{key}/{}", self.base.chapter.word()) })
    }

    fn topic(&self) -> Topic {
        Topic::Booklet
    }

    fn theirs(&self) -> Option<Query> {
        self.known.as_ref().map(|_| Query::Booklet)
    }

    fn renew(&mut self, page: &Page, _cx: &Cx) -> bool {
        let (Some(known), Page::Booklet(pages)) = (&mut self.known, page) else { return false };
        let found = pages.iter().find(|kept| kept.what.id == known.what && !kept.what.removed);
        let Some(found) = found else { return false };
        known.rev = found.rev;
        self.base.clone_from(&found.what.head.what);
        true
    }
}
