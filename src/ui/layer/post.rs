//! A post: one doctor's place in a week, freely named.

use super::Spec;
use super::parts;
use crate::domain::act::{Act, CentreAct};
use crate::domain::draft::text::fold;
use crate::domain::{Msg, PostId};
use crate::protocol::{Raw, Row};
use crate::ui::Cx;
use crate::ui::widget::form::{Field, Reading};

pub fn spec(id: Option<PostId>, cx: &Cx) -> Spec {
    let name = id.map(|id| cx.frame.rota.post_name(id).to_owned()).unwrap_or_default();
    Spec {
        title: cx.t(if id.is_some() { "forms-post-edit" } else { "forms-post-new" }),
        intro: Vec::new(),
        fields: vec![Field::line("name", "forms-field-post")],
        raw: parts::raw([("name", name)]),
    }
}

pub fn read(id: Option<PostId>, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    let Some(name) = parts::needed_line(&mut reading, raw, "name") else { return reading };
    if cx.frame.rota.posts.iter().any(|p| Some(p.id) != id && fold(&p.name) == fold(&name)) {
        reading.wrong("name", Msg::new("forms-post-twice"));
        return reading;
    }
    reading.ask = Some(match id {
        Some(id) => parts::save(Act::Centre(CentreAct::RenamePost(id, name)), &[Row::Post(id.0)], draft, cx),
        None => parts::save_new(Act::Centre(CentreAct::AddPost(name)), draft),
    });
    reading
}
