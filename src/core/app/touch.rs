//! The filter line, the mouse and what is pasted.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use unicode_segmentation::UnicodeSegmentation;

use super::desk::CxParts;
use super::{App, Effect, State, screen};
use crate::ui::{Action, Ask, Outcome, frame};

impl App {
    /// The filter line: typed text narrows the list at once.
    pub(super) fn filter_key(&mut self, key: &KeyEvent) -> Option<Vec<Effect>> {
        let State::Desk(desk) = &mut self.state else { return None };
        let typed = desk.filter.as_mut()?;
        let command = key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            KeyCode::Esc => {
                typed.clear();
                desk.filter = None;
                return Some(self.set_filter(""));
            }
            KeyCode::Enter | KeyCode::Down | KeyCode::Up | KeyCode::Tab => {
                desk.filter = None;
                return (key.code == KeyCode::Enter).then(Vec::new);
            }
            KeyCode::Backspace => {
                let end = typed.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
                typed.truncate(end);
            }
            KeyCode::Char(c) if !command => typed.push(c),
            _ => return None,
        }
        let text = typed.clone();
        Some(self.set_filter(&text))
    }

    /// A move that clashed was given up: the cursor goes back with the entry.
    pub(super) fn clash_given_up(&mut self) -> Vec<Effect> {
        let asks = self.with_desk(|desk, page, parts| {
            let cx = parts.cx(page);
            desk.pane_mut().given_up(&cx)
        });
        self.perform(asks.unwrap_or_default())
    }

    pub(super) fn set_filter(&mut self, text: &str) -> Vec<Effect> {
        let asks = self.with_desk(|desk, page, parts| {
            let cx = parts.cx(page);
            desk.pane_mut().set_filter(text, &cx)
        });
        self.perform(asks.unwrap_or_default())
    }

    pub(super) fn mouse(&mut self, mouse: MouseEvent) -> Vec<Effect> {
        let area = screen(self.size);
        let (head, body, _) = frame::parts(area);
        match mouse.kind {
            MouseEventKind::ScrollDown => self.key(&KeyEvent::new(KeyCode::Down, KeyModifiers::NONE)),
            MouseEventKind::ScrollUp => self.key(&KeyEvent::new(KeyCode::Up, KeyModifiers::NONE)),
            MouseEventKind::Down(MouseButton::Left) => {
                let (column, row) = (mouse.column, mouse.row);
                let clicked = self.with_desk(|desk, page, parts| {
                    let cx = parts.cx(page);
                    if let Some(layer) = desk.layers.last_mut() {
                        return Clicked::Layer(layer.click(column, row, body, &cx));
                    }
                    if row == head.y {
                        return Clicked::Header(frame::click(column, head, &cx, desk.shown_tab()));
                    }
                    Clicked::Pane(desk.pane_mut().click(column, row, body, &cx))
                });
                match clicked {
                    Some(Clicked::Layer(outcome)) => {
                        self.layer_outcome(outcome, &KeyEvent::new(KeyCode::Null, KeyModifiers::NONE))
                    }
                    Some(Clicked::Header(Some(action))) => self.act(action),
                    Some(Clicked::Pane(asks)) => self.perform(asks),
                    _ => Vec::new(),
                }
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        if let State::Start(start) = &mut self.state {
            start.paste(text, &CxParts::nobodys(&self.words, &self.look, self.now, self.size));
            return Vec::new();
        }
        if let State::Desk(desk) = &mut self.state
            && let Some(typed) = &mut desk.filter
        {
            typed.push_str(&crate::domain::draft::text::line(text));
            let typed = typed.clone();
            return self.set_filter(&typed);
        }
        self.with_desk(|desk, page, parts| {
            let cx = parts.cx(page);
            if let Some(layer) = desk.layers.last_mut() {
                layer.paste(text, &cx);
            }
        });
        self.keep_draft()
    }
}

/// What was under the mouse.
enum Clicked {
    Layer(Outcome<Vec<Ask>>),
    Header(Option<Action>),
    Pane(Vec<Ask>),
}
