//! The page "Sur place": keys, house, car, how we work here.

use super::Spec;
use super::parts::{self, get};
use crate::domain::act::{Act, PlaceAct};
use crate::domain::draft::text;
use crate::protocol::{Raw, Rev, Row, Write};
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Ask, Cx};

/// Longest page, in characters.
const MAX: usize = 15_000;

/// The one page a centre has.
const PAGE: Row = Row::Page(1);

pub fn spec(text: &str, cx: &Cx) -> Spec {
    Spec {
        title: cx.t("forms-place-title"),
        intro: Vec::new(),
        fields: vec![Field::text("text", "forms-field-page", 16)],
        raw: parts::raw([("text", text.to_owned())]),
    }
}

pub fn read(rev: Option<Rev>, raw: &Raw, draft: Option<String>) -> Reading {
    let mut reading = Reading::default();
    let text = reading.take("text", text::checked(get(raw, "text"), MAX));
    let seen = rev.map(|rev| (PAGE, rev)).into_iter().collect();
    reading.ask = text.map(|text| Ask::Save(Write { act: Act::Place(PlaceAct::Page(text)), seen, draft }));
    reading
}
