//! A post: one doctor's place in a week, freely named.

use super::Spec;
use super::parts;
use crate::domain::act::{Act, CentreAct};
use crate::domain::draft::text::key;
use crate::domain::{Msg, Pattern, PostId};
use crate::protocol::{Raw, Table};
use crate::ui::Cx;
use crate::ui::widget::form::{Field, FieldKind, Reading};

pub fn spec(id: Option<PostId>, cx: &Cx) -> Spec {
    let name = id.map(|id| cx.frame.rota.post_name(id).to_owned()).unwrap_or_default();
    let posts = &cx.frame.rota.posts;
    let pattern = posts.iter().find(|p| Some(p.id) == id).map(|p| p.pattern).unwrap_or_default();
    let patterns = Pattern::ALL.map(|p| (p.word().to_owned(), cx.t(p.word()))).to_vec();
    Spec {
        title: cx.t(if id.is_some() { "forms-post-edit" } else { "forms-post-new" }),
        intro: Vec::new(),
        fields: vec![
            Field::line("name", "forms-field-post"),
            Field::new("pattern", "forms-field-pattern", FieldKind::Choice(patterns)),
        ],
        raw: parts::raw([("name", name), ("pattern", pattern.word().to_owned())]),
    }
}

pub fn read(id: Option<PostId>, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    let Some(name) = parts::needed_line(&mut reading, raw, "name") else { return reading };
    if cx.frame.rota.posts.iter().any(|p| Some(p.id) != id && key(&p.name) == key(&name)) {
        reading.wrong("name", Msg::new("forms-post-twice"));
        return reading;
    }
    let pattern = Pattern::ALL.into_iter().find(|p| p.word() == parts::get(raw, "pattern")).unwrap_or_default();
    reading.ask = Some(match id {
        Some(id) => {
            parts::save(Act::Centre(CentreAct::EditPost(id, name, pattern)), &[Table::POST.row(id.0)], draft, cx)
        }
        None => parts::save_new(Act::Centre(CentreAct::AddPost(name, pattern)), draft),
    });
    reading
}
