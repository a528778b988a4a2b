//! The drafts that belong to a handover: each by what it is about, with the form in which it is gone on with.
//!
//! A draft's key is the form's name and, after a slash, the row it is about.

use super::TransmissionTab;
use super::signing::subject;
use crate::domain::transmission::{Line, Standing, Transmission};
use crate::domain::{ItemId, NoteKind, RelayId, StayId, Verdict};
use crate::protocol::{Draft, Kept};
use crate::ui::form::addendum::AddendumForm;
use crate::ui::form::decide::DecideForm;
use crate::ui::form::finish::FinishForm;
use crate::ui::form::item::{self, ItemForm};
use crate::ui::form::note::NoteForm;
use crate::ui::form::quick::{self, QuickForm};
use crate::ui::form::word::{AmendForm, WordForm};
use crate::ui::layer::review::Begun;
use crate::ui::point;
use crate::ui::widget::text;
use crate::ui::{Ask, Cx, Glyph};

/// Columns of what was typed, beside what it is about.
const TYPED: usize = 30;

impl TransmissionTab {
    /// What was begun of the handover on the screen and not handed on.
    pub(super) fn begun(&self, page: &Transmission, cx: &Cx) -> Vec<Begun> {
        self.drafts.iter().filter_map(|draft| self.begun_one(draft, page, cx)).collect()
    }

    fn begun_one(&self, draft: &Draft, page: &Transmission, cx: &Cx) -> Option<Begun> {
        let (form, row) = draft.key.split_once('/').unwrap_or((&draft.key, ""));
        let number = || row.split('/').next()?.parse::<i64>().ok();
        let own = || number().map(StayId) == Some(page.stay.id);
        let (about, open) = match form {
            "item" => (cx.t("transmission-draft-item"), new_point(&draft.key)),
            "note" => {
                let kind = NoteKind::ALL.into_iter().find(|kind| row.ends_with(kind.word())).filter(|_| own())?;
                let text = page.handover.notes.get(kind).to_owned();
                let open = Ask::open(NoteForm { on: Kept::handover(&page.handover), kind, text });
                (cx.t("transmission-draft-note"), open)
            }
            "addendum" => {
                let open = own().then(|| Ask::open(AddendumForm { stay: page.stay.id }))?;
                (cx.t("transmission-draft-addendum"), open)
            }
            "amend" => {
                let said = number().map(RelayId)?;
                let line = page.lines.iter().find(|l| l.thread.relays.iter().any(|relay| relay.id == said))?;
                let (item, head) = (&line.thread.item, line.thread.head());
                let amends = head.id == said && self.may_amend(line, cx);
                let open = if amends {
                    Ask::open(AmendForm::of(head, point::title(&line.thread, cx)))
                } else {
                    Ask::OpenThread(item.id)
                };
                (point::subject(item, cx), open)
            }
            "word" | "finish" | "decide" | "step" => {
                let item = number().map(ItemId)?;
                let line = page.lines.iter().find(|l| l.thread.item.id == item);
                let open = line.map_or(Ask::OpenThread(item), |line| self.on_point(&draft.key, line, cx));
                (subject(item, page, cx), open)
            }
            _ => return None,
        };
        // The first words of the text tell drafts apart; without any, the file.
        let field = |name| draft.raw.get(name).and_then(|v| v.trim().lines().next()).filter(|v| !v.is_empty());
        let typed = field("text").or_else(|| field("line")).or_else(|| field("file")).unwrap_or("");
        let typed = text::cut(typed, TYPED, cx.look.glyph(Glyph::Ellipsis));
        let said = if typed.is_empty() { about } else { format!("{about} ({typed})") };
        Some(Begun { said, open })
    }

    /// The form of something begun on a point of the page; the point itself where it cannot be said any more.
    fn on_point(&self, key: &str, line: &Line, cx: &Cx) -> Ask {
        let thread = &line.thread;
        if !self.may_write(cx) {
            return Ask::OpenThread(thread.item.id);
        }
        let (on, title, base) = (Kept::point(&thread.item), point::title(thread, cx), self.base(line, cx));
        match (key.split('/').next(), key.split('/').nth(2)) {
            (Some("finish"), _) => Ask::open(FinishForm { on, base, title }),
            (Some("decide"), _) => Ask::open(DecideForm { on, base, title }),
            (Some("step"), _) => Ask::open(point::step(thread, base, cx)),
            (_, Some("settle")) if point::may_settle(thread, cx) => {
                point::settle(thread, cx).map_or(Ask::OpenThread(thread.item.id), Ask::Open)
            }
            (_, aim) => {
                let verdict = match aim {
                    Some("address") => Verdict::Addressed,
                    Some("differs") => Verdict::Differs,
                    _ if line.standing == Standing::Closed => Verdict::Reopened,
                    _ => Verdict::Completed,
                };
                Ask::open(WordForm { on, verdict, base, title })
            }
        }
    }
}

/// The form of a new point that was begun: the line, the form, or the form about a patient.
fn new_point(key: &str) -> Ask {
    if key == quick::DRAFT {
        return Ask::open(QuickForm::default());
    }
    let file = key.strip_prefix(item::DRAFT).and_then(|rest| rest.strip_prefix('/'));
    Ask::open(ItemForm { start: file.map(|file| ("file".to_owned(), file.to_owned())).into_iter().collect() })
}
