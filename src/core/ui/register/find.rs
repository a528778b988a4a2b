//! One search over everything that was written: points, answers, notes, the directory, the booklet.

use super::booked;
use super::listing::List;
use crate::domain::lookup::{Found, FoundKind};
use crate::domain::{Entry, EntryId, Msg};
use crate::protocol::{FindPage, Kept, Page, Query};
use crate::ui::widget::table::{Column, Row};
use crate::ui::widget::text;
use crate::ui::{Action, Ask, Cx, Glyph, Goto, Meaning, RegisterId};

/// The register "Recherche".
#[derive(Debug, Clone, Default)]
pub struct Find {
    page: FindPage,
    booked: Vec<Kept<Entry>>,
}

/// A row: a text of a kind, or what is booked for the patient looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Text(FoundKind, i64),
    Booked(EntryId),
}

impl List for Find {
    type Id = Line;
    const HINTS: &'static [Action] = &[Action::Enter];

    fn queries(&self, filter: &str) -> Vec<Query> {
        vec![Query::Find(filter.trim().to_owned()), Query::Patient(filter.trim().to_owned())]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Find(page) = page {
            self.page.clone_from(page);
        } else if let Page::Patient(page) = page {
            self.booked.clone_from(&page.appointments);
        }
    }

    fn searches(&self) -> bool {
        true
    }

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-find")
    }

    fn counts(&self) -> bool {
        !self.page.words.is_empty()
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        let (shown, count) = (self.page.found.len(), self.page.count);
        let more = (shown < count).then(|| Msg::new("find-more").with("shown", shown).with("count", count));
        more.map(|msg| (cx.words.say(&msg), Meaning::Dim)).into_iter().collect()
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        // Wider where a year is said.
        let weeks = self.page.found.iter().filter_map(Found::week).map(|week| text::width(&cx.words.week_told(week)));
        let people = &cx.frame.rota.people;
        let authors = self.page.found.iter().filter_map(|found| Some(text::width(&people.short(found.author?))));
        let author = authors.max().and_then(|most| u16::try_from(most).ok()).unwrap_or(0).clamp(12, 16);
        let week = weeks.max().and_then(|most| u16::try_from(most).ok()).unwrap_or(0).max(7);
        vec![
            Column::new(cx.t("register-what"), 13, 0),
            Column::new(cx.t("find-text"), 24, 1),
            Column::new(cx.t("register-week"), week, 0).rank(1),
            Column::new(cx.t("find-author"), author, 0).rank(2),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(Self::Id, Row)> {
        let texts = self.page.found.iter().map(|f| (Line::Text(f.kind, f.row), row(f, &self.page.words, cx)));
        let booked = booked::in_order(&self.booked, cx.now.day).into_iter();
        texts.chain(booked.map(|entry| (Line::Booked(entry.id), appointment(entry, &self.page.words, cx)))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.t("find-empty")
    }

    fn act(&self, action: Action, on: Option<Self::Id>, _cx: &Cx) -> Option<Ask> {
        let on = on.filter(|_| action == Action::Enter)?;
        let found = match on {
            Line::Booked(id) => return booked::go(&self.booked, id),
            Line::Text(kind, row) => self.page.found.iter().find(|f| (f.kind, f.row) == (kind, row))?,
        };
        match found.kind {
            FoundKind::Word | FoundKind::Answer => Some(Ask::OpenThread(found.point.as_ref()?.item)),
            FoundKind::Week | FoundKind::Next | FoundKind::Centre | FoundKind::Oral | FoundKind::Addendum => {
                Some(Ask::Goto(Goto::Transmission(found.stay?)))
            }
            FoundKind::Contact => Some(Ask::Find(RegisterId::Directory, found.title().to_owned())),
            FoundKind::Page => Some(Ask::Find(RegisterId::Booklet, found.title().to_owned())),
            FoundKind::Record(record) => Some(Ask::Find(RegisterId::Records(record), found.title().to_owned())),
        }
    }
}

fn appointment(entry: &Entry, words: &[String], cx: &Cx) -> Row {
    let what = &entry.what;
    let who = what.patient.as_ref().map(|who| [Some(who.file.clone()), who.initials.clone()]);
    let who: Vec<String> = who.into_iter().flatten().flatten().collect();
    let hour = what.start.map(|start| cx.words.time(start)).unwrap_or_default();
    let cells = vec![
        format!("{} {}", cx.look.glyph(Glyph::Dot), cx.t("find-booked")),
        [who.join(" "), cx.words.day(what.day), hour].join(&format!(" {} ", cx.look.glyph(Glyph::Separator))),
        cx.words.week_told(what.day.week()),
        booked::doctor(entry, cx).unwrap_or_default(),
    ];
    Row::new(cells).meaning(booked::meaning(entry, cx)).lit(words)
}

fn row(found: &Found, words: &[String], cx: &Cx) -> Row {
    let (glyph, word) = match (found.kind, &found.point) {
        (FoundKind::Word, Some(point)) if point.closed => (cx.look.glyph(Glyph::Done), "find-point"),
        (FoundKind::Word, Some(point)) => (cx.look.gravity(point.gravity), "find-point"),
        (FoundKind::Word, None) => (cx.look.glyph(Glyph::Dot), "find-point"),
        (FoundKind::Answer, _) => (cx.look.glyph(Glyph::Back), "find-answer"),
        (FoundKind::Week | FoundKind::Next | FoundKind::Centre | FoundKind::Oral, _) => {
            (cx.look.glyph(Glyph::Dot), "find-note")
        }
        (FoundKind::Addendum, _) => ("+", "find-addendum"),
        (FoundKind::Contact, _) => (cx.look.glyph(Glyph::Published), "find-contact"),
        (FoundKind::Page, _) => (cx.look.glyph(Glyph::Place), "find-page"),
        (FoundKind::Record(record), _) => (cx.look.glyph(Glyph::Dot), record.words.edit),
    };
    let number = found.point.as_ref().filter(|_| found.kind != FoundKind::Addendum).map(|p| p.item.to_string());
    let what: Vec<String> = [glyph.to_owned(), cx.t(word)].into_iter().chain(number).collect();
    let rota = &cx.frame.rota;
    let about = found.point.as_ref().map(|p| p.file.clone().into_iter().chain(p.initials.clone()));
    let about: Vec<String> = about.into_iter().flatten().collect();
    let lines = found.text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned);
    let parts: Vec<String> = (!about.is_empty()).then(|| about.join(" ")).into_iter().chain(lines).collect();
    let cells = vec![
        what.join(" "),
        parts.join(&format!(" {} ", cx.look.glyph(Glyph::Separator))),
        found.week().map_or_else(String::new, |week| cx.words.week_told(week)),
        found.author.map_or_else(String::new, |who| rota.people.short(who)),
    ];
    let meaning = match &found.point {
        Some(point) if point.closed => Meaning::Dim,
        _ => Meaning::Plain,
    };
    Row::new(cells).meaning(meaning).lit(words)
}
