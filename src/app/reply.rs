//! Answers, put where they belong.

use super::{App, Desk, Effect, Leaving, Slot, Start, State, Ticket};
use crate::domain::{Msg, Who};
use crate::protocol::{Page, Reply};
use crate::ui::layer::Layer;
use crate::ui::{Ask, Notice, Session};
use crate::words::{Lang, Words};

impl App {
    /// Takes an answer; an older one of a slot that was asked again is dropped.
    pub(super) fn deliver(&mut self, ticket: Ticket, reply: Reply) -> Vec<Effect> {
        match ticket.slot {
            Slot::Write | Slot::Draft => self.pending = self.pending.saturating_sub(1),
            Slot::Frame | Slot::Pane(_) | Slot::Layer | Slot::Drafts
                if self.asked.get(&ticket.slot) != Some(&ticket.number) =>
            {
                return Vec::new();
            }
            _ => {}
        }
        match reply {
            Reply::Opened { who, demo } => self.opened(who, demo),
            Reply::Created { who, name, recovery, page } => {
                self.names.push(name);
                self.state = State::Start(Box::new(Start::recovery(who, recovery.0, page)));
                Vec::new()
            }
            Reply::Page(page) => self.page(ticket.slot, page),
            Reply::Saved { said, fixed, .. } => self.saved(said, fixed),
            Reply::Conflict(_) => self.refused(Msg::new("frame-conflict")),
            Reply::Refused(msg) | Reply::Failed(msg) => self.refused(msg),
            Reply::WrongPassphrase => {
                if let State::Start(start) = &mut self.state {
                    start.wrong();
                }
                Vec::new()
            }
            Reply::DraftSaved(_) => {
                if let State::Desk(desk) = &mut self.state {
                    desk.draft_waits = false;
                }
                self.keep_draft()
            }
            Reply::Rota(preview) => self.perform(vec![Ask::PreviewRota(Box::new(preview))]),
            Reply::Files(files) => {
                self.offer_files(files);
                Vec::new()
            }
            Reply::Printed(path) => {
                let msg = Msg::new("frame-printed").with("path", path.display().to_string());
                self.notice = Some(Notice { msg, bad: false });
                Vec::new()
            }
            Reply::AccountAdded(account) => {
                self.close_saving_form();
                let msg = Msg::new("frame-account-added").with("name", account.label.clone());
                self.notice = Some(Notice { msg, bad: false });
                self.names.push(crate::protocol::SignInName { id: account.id, label: account.label });
                self.reload()
            }
            Reply::Changed => self.reload(),
            Reply::Unchanged => Vec::new(),
            Reply::Closed => self.left(),
        }
    }

    /// Somebody sits down at the desk.
    pub(super) fn opened(&mut self, who: Who, demo: bool) -> Vec<Effect> {
        self.notice = None;
        self.state = State::Desk(Box::new(Desk::new(Session { who, demo })));
        self.reload()
    }

    /// The store is closed: nothing of it may stay in memory.
    fn left(&mut self) -> Vec<Effect> {
        let demo = matches!(&self.state, State::Desk(desk) if desk.session.demo);
        // The last sentence said may name a doctor or a point.
        self.notice = None;
        match self.leaving.take() {
            Some(Leaving::Quit) => vec![Effect::Quit],
            Some(Leaving::Lock) | None => {
                let start = if demo { Start::LockedDemo } else { Start::first(&self.names) };
                self.state = State::Start(Box::new(start));
                Vec::new()
            }
        }
    }

    fn page(&mut self, slot: Slot, page: Page) -> Vec<Effect> {
        let State::Desk(desk) = &mut self.state else { return Vec::new() };
        match (slot, page) {
            (Slot::Frame, Page::Frame(frame)) => {
                let first = desk.frame.is_none();
                if let (false, Some(lang)) = (self.lang_fixed, Lang::of(&frame.centre.lang))
                    && lang != self.words.lang()
                {
                    self.words = Words::new(lang);
                }
                desk.frame = Some(frame);
                self.tell_undo();
                if first {
                    self.landing();
                }
                if first { self.reload_pane() } else { Vec::new() }
            }
            (Slot::Pane(_), page) => {
                self.with_desk(|desk, frame, parts| {
                    let cx = parts.cx(frame);
                    desk.pane_mut().receive(&page, &cx);
                });
                Vec::new()
            }
            (Slot::Layer, page) => {
                for layer in &mut desk.layers {
                    if let Layer::Thread(thread) = layer {
                        thread.receive(&page);
                    }
                }
                Vec::new()
            }
            (Slot::Drafts, Page::Drafts(drafts)) => {
                self.with_desk(|desk, frame, parts| {
                    let cx = parts.cx(frame);
                    let Some(form) = desk.form() else { return };
                    let key = form.draft_key();
                    // What was typed since the form opened beats what was kept before.
                    if let (false, Some(draft)) =
                        (form.changed(), drafts.into_iter().find(|d| Some(&d.key) == key.as_ref()))
                    {
                        form.restore(draft.raw, &cx);
                    }
                });
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Adds to what was just said how to take it back, once the frame tells whether one can: what is
    /// signed cannot, and what was undone is done again by another key.
    fn tell_undo(&mut self) {
        let (Some(said), State::Desk(desk)) = (self.said.take(), &self.state) else { return };
        let (Some(frame), Some(notice)) = (&desk.frame, &mut self.notice) else { return };
        if notice.msg != said {
            return;
        }
        if frame.undo.as_ref() == Some(&said) || said.id == "store-said-redone" {
            notice.msg = Msg::new("frame-saved").with("said", said);
        } else if said.id == "store-said-undone" && frame.redo.is_some() {
            notice.msg = Msg::new("frame-undone").with("said", said);
        }
    }

    /// A write is committed: its form closes, what is on the screen is read again.
    fn saved(&mut self, said: Msg, fixed: bool) -> Vec<Effect> {
        self.close_saving_form();
        self.notice = Some(Notice { msg: said.clone(), bad: false });
        // What is signed is not undone: no key is offered that would undo something else.
        self.said = (!fixed).then_some(said);
        self.reload()
    }

    fn close_saving_form(&mut self) {
        let State::Desk(desk) = &mut self.state else { return };
        if desk.form().is_some_and(|form| form.saving()) {
            desk.layers.pop();
            desk.draft_sent = None;
        }
    }

    /// Nothing was written: said in the form, which keeps what was typed, or in the status line.
    fn refused(&mut self, msg: Msg) -> Vec<Effect> {
        match &mut self.state {
            State::Start(start) => {
                if start.refused(&msg) {
                    return Vec::new();
                }
            }
            State::Desk(desk) => {
                // A close that failed must not leave the desk deaf.
                self.leaving = None;
                if let Some(form) = desk.form().filter(|form| form.saving()) {
                    form.set_saving(false);
                    form.refused(msg);
                    return self.reload();
                }
            }
        }
        self.notice = Some(Notice { msg, bad: true });
        self.reload()
    }
}
