//! Brouillons non transmis: what those who have left typed and never handed on, and what became of it.
//!
//! For the coordination; to anybody else the list is empty.

use ratatui::text::Line;

use super::listing::List;
use super::{NOTHING, lines_of};
use crate::domain::act::{Act, DraftAct};
use crate::domain::left_draft::{DraftEnd, Ended, LeftDraft, addressee, text};
use crate::domain::{Gravity, Msg};
use crate::protocol::{Page, Query};
use crate::ui::form::set_aside::SetAsideForm;
use crate::ui::point;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Look, Meaning, Scope};

/// The register of drafts that were never transmitted.
#[derive(Debug, Clone, Default)]
pub struct LeftDrafts {
    pending: Vec<LeftDraft>,
    ended: Vec<DraftEnd>,
}

/// A row: a draft that waits, or one that has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    Pending(crate::domain::DraftId),
    Ended(crate::domain::DraftEndId),
}

impl LeftDrafts {
    fn pending(&self, on: Option<Which>) -> Option<&LeftDraft> {
        self.pending.iter().find(|draft| Some(Which::Pending(draft.id)) == on)
    }

    /// The title and the whole text of a row.
    fn whole(&self, on: Option<Which>, cx: &Cx) -> Option<(String, String)> {
        let ended = self.ended.iter().find(|end| Some(Which::Ended(end.id)) == on);
        let (author, raw, at) = match (self.pending(on), ended) {
            (Some(draft), _) => (draft.author, &draft.raw, draft.at),
            (None, Some(end)) => (end.author, &end.raw, end.kept),
            _ => return None,
        };
        let title = Msg::new("left-draft-title").with("doctor", cx.frame.rota.people.short(author)).with("at", at);
        let file = raw.get("file").map(|file| file.trim()).filter(|file| !file.is_empty());
        let file = file.map(|file| cx.words.say(&Msg::new("thread-file").with("file", file)));
        let typed = Some(text(raw)).filter(|typed| !typed.is_empty());
        let end = ended.map(|end| said(end, cx));
        Some((cx.words.say(&title), file.into_iter().chain(typed).chain(end).collect::<Vec<_>>().join("\n")))
    }
}

impl List for LeftDrafts {
    type Id = Which;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Address, Action::Dismiss];
    const SCOPE: Scope = Scope::LeftDrafts;
    const DETAIL: u16 = 4;

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::LeftDrafts]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::LeftDrafts(pending, ended) = page {
            pending.clone_into(&mut self.pending);
            ended.clone_into(&mut self.ended);
        }
    }

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-left-drafts")
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        vec![(cx.t("register-left-drafts-head"), Meaning::Dim)]
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("register-doctor"), 13, 0),
            Column::new(cx.t("left-draft-typed"), 12, 0),
            Column::new(cx.t("left-draft-words"), 20, 1),
            Column::new(cx.t("left-draft-became"), 24, 0),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(Which, Row)> {
        let people = &cx.frame.rota.people;
        let first = |raw| text(raw).lines().next().unwrap_or(NOTHING).to_owned();
        let pending = self.pending.iter().map(|draft| {
            let state = if draft.gravity == Gravity::Urgent { "left-draft-urgent" } else { "left-draft-waits" };
            let cells =
                vec![people.short(draft.author), cx.words.day_short(draft.at.day()), first(&draft.raw), cx.t(state)];
            (Which::Pending(draft.id), Row::new(cells).meaning(Look::meaning_of(draft.gravity)))
        });
        let ended = self.ended.iter().map(|end| {
            let cells =
                vec![people.short(end.author), cx.words.day_short(end.kept.day()), first(&end.raw), said(end, cx)];
            (Which::Ended(end.id), Row::new(cells).meaning(Meaning::Dim))
        });
        pending.chain(ended).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.t("register-left-drafts-empty")
    }

    fn detail(&self, on: Option<Which>, cx: &Cx) -> Vec<Line<'static>> {
        let Some((title, text)) = self.whole(on, cx) else { return Vec::new() };
        let mut lines = lines_of(&title, 76, Meaning::Strong, cx);
        lines.extend(lines_of(&text, 76, Meaning::Plain, cx));
        lines
    }

    fn act(&self, action: Action, on: Option<Which>, cx: &Cx) -> Option<Ask> {
        let rota = &cx.frame.rota;
        match action {
            Action::Enter => self.whole(on, cx).map(|(title, text)| Ask::Read { title, text }),
            Action::Address => {
                let draft = self.pending(on)?;
                let mark = Msg::new("left-draft-mark").with("doctor", rota.people.short(draft.author));
                let act = DraftAct::Address { draft: draft.id, at: draft.at, mark: cx.words.say(&mark) };
                Some(Ask::Confirm {
                    question: Msg::new("left-draft-address")
                        .with("to", point::addressee::in_full(addressee(rota, draft, cx.now), cx))
                        .with("mark", mark),
                    yes: vec![Ask::act(Act::Draft(act))],
                    danger: false,
                })
            }
            Action::Dismiss => self
                .pending(on)
                .map(|draft| Ask::open(SetAsideForm { draft: draft.id, at: draft.at, author: draft.author })),
            _ => None,
        }
    }
}

/// What became of a draft.
fn said(end: &DraftEnd, cx: &Cx) -> String {
    let msg = match end.how {
        Ended::Addressed(item) => Msg::new("left-draft-addressed").with("item", item.0),
        Ended::SetAside(who, day) => Msg::new("left-draft-set-aside")
            .with("who", cx.frame.rota.people.short(who))
            .with("day", cx.words.day_short(day)),
    };
    cx.words.say(&msg)
}
