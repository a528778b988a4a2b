//! Two desks at one thing: what came second is never written unseen (rule 14).

use super::{App, Effect, Slot, State};
use crate::domain::{ItemId, Msg};
use crate::protocol::{Page, Past, Request, Row, Table};
use crate::ui::form::FormLayer;
use crate::ui::layer::Layer;
use crate::ui::layer::conflict::Settled;
use crate::ui::{Ask, Notice, Outcome};

impl App {
    /// Somebody was first, and nothing was written. An open form shows both versions once theirs is
    /// read; an act of one key says what was said meanwhile, and shows it.
    pub(super) fn conflict(&mut self, row: Row, last: Option<Past>) -> Vec<Effect> {
        let State::Desk(desk) = &mut self.state else { return Vec::new() };
        if self.leaving.is_some() {
            // What was typed is kept: its draft went ahead of it.
            return Vec::new();
        }
        let query = desk.form().filter(|form| form.saving()).map(|form| form.theirs());
        match query {
            Some(Some(query)) => {
                desk.conflict = Some((row, last));
                let mut effects = self.reload();
                let (Some(who), now) = (self.who(), self.now) else { return effects };
                effects.push(self.ask(Slot::Conflict, Request::Query(query, who, now)));
                effects
            }
            Some(None) => {
                let msg = self.meanwhile(last.as_ref());
                self.refused(msg)
            }
            None => {
                let msg = self.meanwhile(last.as_ref());
                self.notice = Some(Notice::wrong(msg));
                let mut effects = self.reload();
                if let Row { table: Table::ITEM, id: item } = row {
                    effects.extend(self.show_thread(ItemId(item)));
                }
                effects
            }
        }
    }

    fn show_thread(&mut self, item: ItemId) -> Vec<Effect> {
        let State::Desk(desk) = &self.state else { return Vec::new() };
        let shown = |layer: &Layer| matches!(layer, Layer::Thread(thread) if thread.item() == item);
        if desk.layers.iter().any(shown) { Vec::new() } else { self.perform(vec![Ask::OpenThread(item)]) }
    }

    /// Who said what meanwhile.
    fn meanwhile(&self, last: Option<&Past>) -> Msg {
        let State::Desk(desk) = &self.state else { return Msg::new("conflict-act-unknown") };
        match (last, &desk.frame) {
            (Some(past), Some(frame)) => Msg::new("conflict-act")
                .with("who", frame.rota.people.short(past.author))
                .with("when", past.at)
                .with("said", past.said.clone()),
            _ => Msg::new("conflict-act-unknown"),
        }
    }

    /// What the other desk saved has been read: the two versions stand over the form.
    pub(super) fn theirs(&mut self, page: &Page) -> Vec<Effect> {
        let gone = self.with_desk(|desk, frame, parts| {
            let (_, last) = desk.conflict.take()?;
            let frame = match page {
                Page::Frame(newest) => newest,
                _ => frame,
            };
            let cx = parts.cx(frame);
            let form = desk.form()?;
            form.set_saving(false);
            let Some(layer) = form.conflict(page, last.as_ref(), &cx) else { return Some(last) };
            desk.layers.push(Layer::Conflict(Box::new(layer)));
            None
        });
        match gone.flatten() {
            Some(last) => {
                let msg = match last {
                    Some(past) => Msg::new("conflict-gone").with("when", past.at).with("said", past.said),
                    None => Msg::new("conflict-act-unknown"),
                };
                if let State::Desk(desk) = &mut self.state
                    && let Some(form) = desk.form()
                {
                    form.refused(msg);
                }
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Somebody has chosen: the form saves what stays, or gives way to what the other desk saved.
    pub(super) fn settle(&mut self, settled: Option<Settled>) -> Vec<Effect> {
        let Some(settled) = settled else {
            let State::Desk(desk) = &mut self.state else { return Vec::new() };
            let key = desk.form().and_then(|form| form.draft_key());
            if desk.form().is_some() {
                desk.layers.pop();
            }
            desk.draft_sent = None;
            self.notice = Some(Notice::done(Msg::new("conflict-given-way")));
            let mut effects = self.perform(key.map(Ask::DropDraft).into_iter().collect());
            effects.extend(self.reload());
            return effects;
        };
        let ask = self.with_desk(|desk, page, parts| {
            let cx = parts.cx(page);
            desk.form().and_then(|form: &mut FormLayer| form.settle(settled, &cx))
        });
        match ask.flatten() {
            Some(ask) => {
                let none = crossterm::event::KeyEvent::new(
                    crossterm::event::KeyCode::Null,
                    crossterm::event::KeyModifiers::NONE,
                );
                self.layer_outcome(Outcome::Done(vec![ask]), &none)
            }
            // What they saved makes a field wrong by now: the form says which.
            None => self.keep_draft(),
        }
    }
}
