//! A question answered by yes or no; Esc is no, and Enter is never yes on danger.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use crate::domain::Msg;
use crate::ui::widget::{panel::panel, text};
use crate::ui::{Ask, Cx, Meaning, Outcome};

/// A question and what "yes" runs.
#[derive(Debug, Clone)]
pub struct ConfirmLayer {
    pub question: Msg,
    pub yes: Vec<Ask>,
    pub danger: bool,
}

impl ConfirmLayer {
    /// Answers a key: `o` (oui) or `y` is yes.
    #[must_use]
    pub fn key(&self, key: &KeyEvent) -> Outcome<Vec<Ask>> {
        match key.code {
            KeyCode::Char('o' | 'O' | 'y' | 'Y') => Outcome::Done(self.yes.clone()),
            KeyCode::Enter if !self.danger => Outcome::Done(self.yes.clone()),
            KeyCode::Enter | KeyCode::Esc | KeyCode::Left | KeyCode::Char('n' | 'N') => Outcome::Cancelled,
            _ => Outcome::Ignored,
        }
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        let width = 64.min(area.width);
        let lines = text::wrap(&cx.words.say(&self.question), width.saturating_sub(4));
        let height = (u16::try_from(lines.len()).unwrap_or(1) + 4).min(area.height);
        let area = Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 3, width, height };
        Clear.render(area, buf);
        let inner = panel(&cx.t("confirm-title"), true, area, buf, cx.look);
        for (row, line) in (0..).zip(lines.into_iter().take(usize::from(inner.height))) {
            Line::raw(format!(" {line}")).render(Rect { y: inner.y + row, height: 1, ..inner }, buf);
        }
        let foot = if self.danger { "confirm-foot-danger" } else { "confirm-foot" };
        Line::styled(format!(" {}", cx.t(foot)), cx.look.style(Meaning::Key))
            .render(Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner }, buf);
    }
}
