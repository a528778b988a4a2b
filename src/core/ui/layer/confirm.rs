//! A question answered by yes or no; Esc is no, and Enter is never yes on danger.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::Msg;
use crate::ui::widget::dialog::{self, Sheet};
use crate::ui::widget::scroll::Scroll;
use crate::ui::widget::text;
use crate::ui::{Ask, Cx, Meaning, Outcome};

/// Widest dialog.
const WIDEST: u16 = 64;

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
        let said = text::wrap(&cx.words.say(&self.question), dialog::columns(area, WIDEST));
        let sheet = Sheet {
            title: cx.t("confirm-title"),
            width: WIDEST,
            // A blank line between the question and its keys.
            lines: said.into_iter().chain([String::new()]).map(Line::raw).collect(),
            foot: vec![Line::styled(
                cx.t(if self.danger { "confirm-foot-danger" } else { "confirm-foot" }),
                cx.look.style(Meaning::Key),
            )],
            foot_more: None,
        };
        sheet.draw(Scroll::default(), area, buf, cx.look);
    }
}
