//! A point sent back to the team, with the reason.

use super::parts::{self, plain};
use super::{Form, Spec};
use crate::domain::{Answer, ItemId, Msg};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::Cx;
use crate::ui::widget::form::{Field, Reading};

/// A point is sent back to the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnForm {
    pub on: Kept<ItemId>,
    /// What the point is about.
    pub title: String,
}

impl Form for ReturnForm {
    fn spec(&self, cx: &Cx) -> Spec {
        Spec {
            title: format!("{} · {}", cx.t("forms-return-title"), self.title),
            intro: vec![plain(cx.t("forms-return-intro"))],
            fields: vec![Field::sentence("text", "forms-field-reason", 3)],
            raw: Raw::new(),
        }
    }

    fn read(&self, raw: &Raw, _cx: &Cx) -> Reading {
        parts::read_answer(&self.on, Answer::Returned, Some(Msg::new("forms-return-missing")), raw)
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(format!("return/{}", self.on.what))
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
        true
    }

    fn adds(&self) -> bool {
        true
    }
}
