//! Je prends, with one's own words; on an urgent point they are needed (rule 7).

use super::parts::{self, plain};
use super::{Form, Spec};
use crate::domain::{Answer, Gravity, ItemId, Msg};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::Cx;
use crate::ui::widget::form::{Field, Reading};

/// A point is taken, with one's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeForm {
    pub on: Kept<ItemId>,
    /// Words are needed.
    pub urgent: bool,
    /// What the point is about.
    pub title: String,
}

impl Form for TakeForm {
    fn spec(&self, cx: &Cx) -> Spec {
        Spec {
            title: format!("{} · {}", cx.t("forms-take-title"), self.title),
            intro: vec![plain(cx.t(if self.urgent { "forms-take-intro-urgent" } else { "forms-take-intro" }))],
            fields: vec![Field::sentence("text", "forms-field-own-words", 3)],
            raw: Raw::new(),
        }
    }

    fn read(&self, raw: &Raw, _cx: &Cx) -> Reading {
        parts::read_answer(&self.on, Answer::Taken, self.urgent.then(|| Msg::new("forms-take-missing")), raw)
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(format!("take/{}", self.on.what))
    }

    fn hands_on(&self) -> bool {
        true
    }

    fn theirs(&self) -> Option<Query> {
        Some(Query::Thread(self.on.what))
    }

    fn renew(&mut self, page: &Page, _cx: &Cx) -> bool {
        let Page::Thread(Some(thread)) = page else { return false };
        self.on = Kept::point(&thread.item);
        self.urgent = thread.head().gravity == Gravity::Urgent;
        true
    }

    fn adds(&self) -> bool {
        true
    }
}
