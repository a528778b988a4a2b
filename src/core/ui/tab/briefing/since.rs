//! What a returning doctor finds of their last stay, and what a short stay folds away.

use ratatui::text::Line;

use crate::domain::briefing::{Became, Briefing, Entry};
use crate::domain::{Holder, ItemId, Msg};
use crate::ui::point;
use crate::ui::point::thread;
use crate::ui::point::{para, sentence};
use crate::ui::widget::text;
use crate::ui::{Cx, Glyph, Meaning};

/// Above what became of the points: since when, and how many of them are closed.
pub(super) fn head(page: &Briefing, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let Some(since) = &page.since else { return Vec::new() };
    let closed = since.points.iter().filter(|b| !b.thread.is_open()).count();
    let title = Msg::new("briefing-since-title")
        .with("week", since.stay.week())
        .with("from", since.stay.from)
        .with("to", cx.words.day_year(since.stay.to));
    let counts = Msg::new("briefing-since-counts").with("closed", closed).with("open", since.points.len() - closed);
    let mut lines = para(&sentence(&title, cx), Meaning::Strong, columns, cx);
    lines.extend(indented(&cx.words.say(&counts), Meaning::Plain, columns, cx));
    // The pages and the numbers that changed since, and nothing else of the place.
    let pages: Vec<String> = page.place.pages.iter().map(|p| p.title.clone()).collect();
    let contacts: Vec<String> =
        page.place.contacts.iter().map(|c| [c.name.as_str(), c.phone.as_str()].join(" ").trim().to_owned()).collect();
    for (id, names) in [("briefing-since-pages", pages), ("briefing-since-contacts", contacts)] {
        if !names.is_empty() {
            let msg = Msg::new(id).with("names", names.join(" · "));
            lines.extend(indented(&cx.words.say(&msg), Meaning::Plain, columns, cx));
        }
    }
    lines
}

/// What became of one point: how it ended or who follows it, and the last that was said.
pub(super) fn became(page: &Briefing, id: ItemId, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let Some(since) = &page.since else { return Vec::new() };
    let Some(became) = since.points.iter().find(|b| b.thread.item.id == id) else { return Vec::new() };
    let people = &cx.frame.rota.people;
    let glyph = cx.look.glyph(if became.thread.is_open() { Glyph::Vacant } else { Glyph::Done });
    let number = cx.words.say(&Msg::new("thread-number").with("item", id.to_string()));
    let mut title = format!("{glyph} {number}");
    if became.thread.item.patient.is_some() {
        title = format!("{title} {} {}", cx.look.glyph(Glyph::Separator), point::subject(&became.thread.item, cx));
    }
    let title = text::fit(&title, usize::from(columns), cx.look.glyph(Glyph::Ellipsis));
    let mut lines = para(title.trim_end(), Meaning::Strong, columns, cx);
    let (state, meaning) = state(page, became, cx);
    lines.extend(indented(&state, meaning, columns, cx));
    if let Some(last) = since.said_since(became).rfind(|r| !r.text.is_empty()) {
        // Who closed it is named already.
        let said = if last.outcome.is_some() {
            last.text.clone()
        } else {
            let msg = Msg::new("briefing-since-said").with("who", people.short(last.author)).with("at", last.at.day());
            cx.words.say(&msg.with("text", last.text.clone()))
        };
        lines.extend(indented(&said, Meaning::Plain, columns, cx));
    }
    lines
}

/// How it ended, or who follows it now.
fn state(page: &Briefing, became: &Became, cx: &Cx) -> (String, Meaning) {
    let people = &cx.frame.rota.people;
    let head = became.thread.head();
    if let Some(outcome) = head.outcome {
        let msg = Msg::new("briefing-since-closed").with("who", people.short(head.author)).with("at", head.at.day());
        return (sentence(&msg.with("outcome", Msg::new(outcome.word())), cx), Meaning::Good);
    }
    let follows = match became.holder {
        Some(Holder::Person(id)) => people.short(id),
        Some(Holder::Role(role)) => cx.t(role.word()),
        None => String::new(),
    };
    let here = page.entries.iter().any(|e| e.thread.item.id == became.thread.item.id);
    let id = if here { "briefing-since-above" } else { "briefing-since-open" };
    (sentence(&Msg::new(id).with("who", follows), cx), Meaning::Watch)
}

/// What a short stay leaves folded: how many, and until when the team holds them.
pub(super) fn folded(page: &Briefing, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let (Some(kept), Some(stay)) = (page.on_one_screen(), &page.stay) else { return Vec::new() };
    let rota = &cx.frame.rota;
    let count = page.entries.len() - kept;
    let said = match rota.following(stay) {
        Some(next) => Msg::new("briefing-rest-until")
            .with("count", count)
            .with("doctor", rota.people.short(next.doctor))
            .with("day", next.from),
        None => Msg::new("briefing-rest").with("count", count),
    };
    para(&sentence(&said, cx), Meaning::Strong, columns, cx)
}

/// A point in as few rows as tell it from another: its heading and the first row of its words.
pub(super) fn brief(entry: &Entry, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let seen = thread::Seen { bare: true, ..thread::Seen::default() };
    let mut lines = thread::heading(&entry.thread, columns, cx);
    let words = thread::card(&entry.thread, seen, columns.saturating_sub(2), cx);
    let mut words = words.into_iter().skip(lines.len());
    if let Some(mut first) = words.next() {
        if words.next().is_some() {
            first.push_span(format!(" {}", cx.look.glyph(Glyph::Ellipsis)));
        }
        lines.push(first);
    }
    lines
}

fn indented(said: &str, meaning: Meaning, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let mut lines = para(said, meaning, columns.saturating_sub(2), cx);
    for line in &mut lines {
        line.spans.insert(0, "  ".into());
    }
    lines
}
