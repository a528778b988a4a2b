//! A post: one doctor's place in a week, freely named.

use super::parts;
use super::{Form, Spec, draft_of};
use crate::domain::act::CentreAct;
use crate::domain::draft::text::key;
use crate::domain::rights::Right;
use crate::domain::{Msg, Pattern, Post};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// A post, or its new name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PostForm {
    pub known: Option<Kept<Post>>,
}

impl Form for PostForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let known = self.known.as_ref().map(|known| &known.what);
        let name = known.map(|post| post.name.clone()).unwrap_or_default();
        let pattern = known.map(|post| post.pattern).unwrap_or_default();
        let patterns = Pattern::ALL.map(|p| (p.word().to_owned(), cx.t(p.word()))).to_vec();
        Spec {
            title: cx.t(if known.is_some() { "forms-post-edit" } else { "forms-post-new" }),
            intro: Vec::new(),
            fields: vec![
                Field::line("name", "forms-field-post"),
                Field::new("pattern", "forms-field-pattern", FieldKind::Choice(patterns)),
            ],
            raw: parts::raw([("name", name), ("pattern", pattern.word().to_owned())]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let id = self.known.as_ref().map(|known| known.what.id);
        let Some(name) = parts::needed_line(&mut reading, raw, "name") else { return reading };
        if cx.frame.rota.posts.iter().any(|p| Some(p.id) != id && key(&p.name) == key(&name)) {
            reading.wrong("name", Msg::new("forms-post-twice"));
            return reading;
        }
        let pattern = Pattern::ALL.into_iter().find(|p| p.word() == parts::get(raw, "pattern")).unwrap_or_default();
        reading.ask = Some(Ask::over(
            self.known.as_ref(),
            match id {
                Some(id) => CentreAct::EditPost(id, name, pattern),
                None => CentreAct::AddPost(name, pattern),
            },
        ));
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(draft_of("post", self.known.as_ref().map(|known| known.what.id.0)))
    }

    fn right(&self) -> Right {
        Right::Centre
    }

    fn theirs(&self) -> Option<Query> {
        self.known.as_ref().map(|_| Query::Frame)
    }

    fn renew(&mut self, _page: &Page, cx: &Cx) -> bool {
        self.known = self.known.as_ref().and_then(|known| cx.frame.kept_post(known.what.id));
        self.known.is_some()
    }
}
