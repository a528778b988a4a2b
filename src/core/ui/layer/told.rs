//! A text that is only to be read, in a dialog.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use crate::ui::widget::{panel::panel, text};
use crate::ui::{Ask, Cx, Meaning, Outcome};

/// Widest dialog.
const WIDEST: u16 = 84;

/// The text under its title.
#[derive(Debug, Clone)]
pub struct ToldLayer {
    title: String,
    text: String,
    top: usize,
}

impl ToldLayer {
    /// Shows the text from its beginning.
    #[must_use]
    pub const fn new(title: String, text: String) -> Self {
        Self { title, text, top: 0 }
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent) -> Outcome<Vec<Ask>> {
        let last = self.text.lines().count();
        match key.code {
            KeyCode::Esc | KeyCode::Left | KeyCode::Enter => return Outcome::Cancelled,
            KeyCode::Up => self.top = self.top.saturating_sub(1),
            KeyCode::Down => self.top = (self.top + 1).min(last),
            KeyCode::PageUp => self.top = self.top.saturating_sub(10),
            KeyCode::PageDown | KeyCode::Char(' ') => self.top = (self.top + 10).min(last),
            KeyCode::Home => self.top = 0,
            _ => return Outcome::Ignored,
        }
        Outcome::Stayed
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        let width = WIDEST.min(area.width);
        let lines = text::wrap(&self.text, width.saturating_sub(4));
        let height = u16::try_from(lines.len() + 3).unwrap_or(u16::MAX).clamp(6.min(area.height), area.height);
        let (x, y) = (area.x + (area.width - width) / 2, area.y + (area.height - height) / 3);
        let area = Rect { x, y, width, height };
        Clear.render(area, buf);
        let inner = panel(&self.title, true, area, buf, cx.look);
        let (room, columns) = (usize::from(inner.height.saturating_sub(1)), usize::from(inner.width.saturating_sub(2)));
        let top = self.top.min(lines.len().saturating_sub(room));
        for (line, y) in lines.iter().skip(top).take(room).zip(inner.y..) {
            buf.set_stringn(inner.x + 1, y, line, columns, cx.look.style(Meaning::Plain));
        }
        let foot = cx.t(if top + room < lines.len() { "help-foot-more" } else { "help-foot" });
        let foot_y = inner.bottom().saturating_sub(1);
        buf.set_stringn(inner.x + 1, foot_y, foot, columns, cx.look.style(Meaning::Dim));
    }
}
