//! A figure that was published about the centre, kept to stand beside the computed one.

use super::Spec;
use super::parts::{self, get};
use crate::domain::act::{Act, NotedAct};
use crate::domain::noted::{NewPublished, Noted, NotedId, PublishedFigure};
use crate::domain::{Msg, PublishedId};
use crate::protocol::{NotedPage, Raw, Rev, Table, Write};
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

const MOST: u32 = 9_999_999;

pub fn spec(known: Option<PublishedId>, page: &NotedPage, cx: &Cx) -> Spec {
    let what = known.and_then(|id| page.published.iter().find(|b| b.noted.id == id)).map(|b| &b.noted.what);
    let options = parts::options(&PublishedFigure::ALL, PublishedFigure::word, cx);
    Spec {
        title: cx.t(if known.is_some() { "published-edit" } else { "published-new" }),
        intro: vec![parts::plain(cx.t("published-intro"))],
        fields: vec![
            Field::new("figure", "published-field-figure", FieldKind::Choice(options)),
            Field::short("day", "published-field-day"),
            Field::short("value", "published-field-value"),
            Field::line("source", "published-field-source"),
        ],
        raw: parts::raw([
            ("figure", what.map_or(PublishedFigure::Patients, |w| w.figure).word().to_owned()),
            ("day", parts::typed_day(what.map(|w| w.day), cx)),
            ("value", what.map(|w| w.value.to_string()).unwrap_or_default()),
            ("source", what.map(|w| w.source.clone()).unwrap_or_default()),
        ]),
    }
}

pub fn read(known: Option<(PublishedId, Rev)>, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    let figure = parts::chosen(&PublishedFigure::ALL, PublishedFigure::word, get(raw, "figure"));
    let day = parts::past_day(&mut reading, raw, "day", cx);
    if day.is_some_and(|day| day > cx.now.day) {
        reading.wrong("day", Msg::new("store-noted-future"));
    }
    let value = parts::count(&mut reading, raw, "value", MOST);
    if get(raw, "value").trim().is_empty() {
        reading.wrong("value", Msg::new("forms-missing"));
    }
    let source = parts::needed_line(&mut reading, raw, "source");
    let new = (|| Some(NewPublished { figure: figure?, day: day?, value: value??, source: source? }))();
    if let (Some(new), true) = (new, reading.errors.is_empty()) {
        let noted = Noted::Published(new);
        let (act, seen) = match known {
            Some((id, rev)) => (NotedAct::Edit(NotedId::Published(id), noted), vec![(Table::PUBLISHED.row(id.0), rev)]),
            None => (NotedAct::Add(noted), Vec::new()),
        };
        reading.ask = Some(Ask::Save(Write { act: Act::Noted(act), seen, draft }));
    }
    reading
}
