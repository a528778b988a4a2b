//! The journal of accesses, newest first: what was opened, searched, printed, and from which desk.
//!
//! How many entries there are is nowhere said: filtered by a name, it would count a person.

use ratatui::text::Line;

use super::NOTHING;
use super::listing::List;
use crate::domain::TraceId;
use crate::domain::journal::{JournalEntry, MOST_SHOWN, Seat};
use crate::domain::rights::Right;
use crate::protocol::{Page, Query};
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Glyph, Meaning};

/// The register "Journal des accès".
#[derive(Debug, Clone, Default)]
pub struct Journal {
    entries: Vec<JournalEntry>,
}

impl List for Journal {
    type Id = TraceId;
    const HINTS: &'static [Action] = &[Action::Enter];

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::Journal(None)]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Journal(entries) = page {
            self.entries.clone_from(entries);
        }
    }

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-journal")
    }

    fn counts(&self) -> bool {
        false
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        let whose = if cx.may(Right::SeeJournal) { "register-journal-all" } else { "register-journal-own" };
        let mut said = vec!["register-journal-why", whose];
        if self.entries.len() >= MOST_SHOWN {
            said.push("register-journal-newest");
        }
        said.into_iter().map(|id| (cx.t(id), Meaning::Dim)).collect()
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("register-when"), 20, 0),
            Column::new(cx.t("register-who"), 14, 0),
            Column::new(cx.t("register-what"), 20, 1),
            Column::new(cx.t("register-desk"), 12, 0).rank(1),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(TraceId, Row)> {
        let row = |entry: &JournalEntry| {
            let left = &entry.left;
            Row::new(vec![
                cx.words.stamp(left.at),
                who(entry, cx),
                cx.words.say(&left.trace.msg()),
                desk(&left.seat, cx),
            ])
        };
        self.entries.iter().map(|entry| (entry.id, row(entry))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.t("register-journal-empty")
    }

    const DETAIL: u16 = 1;

    /// The line whole, where the table has no room for it.
    fn detail(&self, on: Option<TraceId>, cx: &Cx) -> Vec<Line<'static>> {
        let Some(entry) = self.entries.iter().find(|entry| Some(entry.id) == on) else { return Vec::new() };
        let left = &entry.left;
        let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
        let said = [cx.words.moment(left.at), who(entry, cx), cx.words.say(&left.trace.msg()), desk(&left.seat, cx)];
        vec![Line::styled(said.join(&separator), cx.look.style(Meaning::Dim))]
    }

    fn act(&self, action: Action, on: Option<TraceId>, _cx: &Cx) -> Option<Ask> {
        let entry = self.entries.iter().find(|entry| Some(entry.id) == on)?;
        let item = entry.left.trace.item().filter(|_| action == Action::Enter)?;
        Some(Ask::OpenThread(item))
    }
}

/// Who did it; nobody is named where nobody had signed in.
fn who(entry: &JournalEntry, cx: &Cx) -> String {
    entry.left.person.map_or_else(|| NOTHING.to_owned(), |person| cx.frame.rota.people.short(person))
}

/// The machine somebody was at, and whether from another one.
fn desk(seat: &Seat, cx: &Cx) -> String {
    if seat.remote { format!("{} {} ssh", seat.host, cx.look.glyph(Glyph::Separator)) } else { seat.host.clone() }
}
