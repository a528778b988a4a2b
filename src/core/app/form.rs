//! Forms as the desk opens them, and what can be asked for while one writes.

use crossterm::event::KeyEvent;

use super::{App, Desk, Effect, Slot, State};
use crate::domain::{Msg, Who};
use crate::protocol::{Query, Request};
use crate::ui::form::FormLayer;
use crate::ui::layer::Layer;
use crate::ui::layer::help::HelpLayer;
use crate::ui::{Action, Ask, Cx, Dialog, Notice, Scope, keymap};

impl App {
    /// Opens a form, perhaps with the keys on one of its fields, and looks up what was kept of it.
    pub(super) fn open_form(&mut self, dialog: Dialog, field: Option<&'static str>, who: Who) -> Vec<Effect> {
        let now = self.now;
        let wanted = self.with_desk(|desk, page, parts| {
            let mut form = FormLayer::open(dialog, &parts.cx(page));
            if let Some(field) = field {
                form.focus(field);
            }
            let wanted = (form.draft_key().is_some(), form.query());
            desk.layers.push(Layer::Form(Box::new(form)));
            desk.draft_sent = None;
            wanted
        });
        let (keeps_draft, query) = wanted.unwrap_or_default();
        let drafts = keeps_draft.then_some((Slot::Drafts, Query::Drafts));
        let asked = drafts.into_iter().chain(query.map(|query| (Slot::Layer, query)));
        asked.map(|(slot, query)| self.ask(slot, Request::Query(query, who, now))).collect()
    }

    /// Throws the open form away, with what was kept of it.
    pub(super) fn discard(&mut self) -> Vec<Effect> {
        let State::Desk(desk) = &mut self.state else { return Vec::new() };
        let Some(key) = desk.form().and_then(|form| form.draft_key()) else { return Vec::new() };
        desk.layers.pop();
        desk.draft_sent = None;
        self.notice = Some(Notice::done(Msg::new("frame-draft-discarded")));
        let mut effects = self.perform(vec![Ask::DropDraft(key)]);
        effects.extend(self.reload());
        effects
    }

    /// Keys that work while a text of several lines is written.
    pub(super) fn text_key(&mut self, key: &KeyEvent) -> Vec<Effect> {
        match keymap::lookup(key, &[Scope::Text]).next() {
            Some(Action::Snippets) => self.perform(vec![Ask::PickSnippet]),
            Some(Action::DateInFull) => {
                self.with_desk(|desk, page, parts| {
                    if let Some(Layer::Form(form)) = desk.layers.last_mut() {
                        form.date(&parts.cx(page));
                    }
                });
                Vec::new()
            }
            _ => self.desks_key(key),
        }
    }
}

impl Desk {
    /// What is still to be looked at before signing, once something of it was put right.
    pub(super) fn refresh_review(&mut self, cx: &Cx) {
        for layer in &mut self.layers {
            if let (Layer::Review(layer), Some(review)) = (layer, self.transmission.review(cx)) {
                layer.refresh(review);
            }
        }
    }

    /// Help that begins with the abbreviations of what one writes, or of the point one is on.
    pub(super) fn explain(&self, help: HelpLayer, cx: &Cx) -> HelpLayer {
        let known = &cx.frame.shelf;
        help.explaining(match self.layers.last() {
            Some(Layer::Form(form)) => {
                form.under_cursor().map_or_else(Vec::new, |(text, at)| known.meanings_at(&text, at))
            }
            Some(Layer::Thread(thread)) => known.meanings(&thread.words().join("\n")),
            Some(_) => Vec::new(),
            None => known.meanings(&self.pane().selected_words().join("\n")),
        })
    }
}
