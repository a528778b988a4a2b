//! A text that is only to be read, in a dialog.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::ui::widget::dialog::{self, Sheet};
use crate::ui::widget::scroll::{Move, Scroll};
use crate::ui::widget::text;
use crate::ui::{Ask, Cx, Meaning, Outcome};

/// Widest dialog.
const WIDEST: u16 = 84;

/// The text under its title.
#[derive(Debug, Clone)]
pub struct ToldLayer {
    title: String,
    text: String,
    scroll: Scroll,
}

impl ToldLayer {
    /// Shows the text from its beginning.
    #[must_use]
    pub fn new(title: String, text: String) -> Self {
        Self { title, text, scroll: Scroll::default() }
    }

    fn sheet(&self, area: Rect, cx: &Cx) -> Sheet {
        let lines = text::wrap(&self.text, dialog::columns(area, WIDEST));
        let keys = |id| Line::styled(cx.t(id), cx.look.style(Meaning::Dim));
        Sheet {
            title: self.title.clone(),
            width: WIDEST,
            lines: lines.into_iter().map(Line::raw).collect(),
            foot: vec![keys("help-foot")],
            foot_more: Some(keys("help-foot-more")),
        }
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        if matches!(key.code, KeyCode::Esc | KeyCode::Left | KeyCode::Enter) {
            return Outcome::Cancelled;
        }
        let Some(to) = Move::of(key) else { return Outcome::Ignored };
        self.sheet(cx.area, cx).step(&mut self.scroll, to, cx.area);
        Outcome::Stayed
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        self.sheet(area, cx).draw(self.scroll, area, buf, cx.look);
    }
}
