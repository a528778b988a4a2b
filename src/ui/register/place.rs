//! The free page of the place: keys, house, car, how we work here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::key;
use crate::domain::Msg;
use crate::domain::place::PlacePage;
use crate::protocol::{Page, Query, Rev};
use crate::ui::widget::{panel::panel, text};
use crate::ui::{Action, Ask, Cx, Dialog, Meaning, Pane, Scope};

/// Lines that a page key moves by.
const PAGE: usize = 10;
/// Widest line of text that is easy to read.
const MEASURE: u16 = 96;

/// The register "Sur place".
#[derive(Debug, Clone, Default)]
pub struct Place {
    page: PlacePage,
    rev: Option<Rev>,
    /// The first line seen; drawing stops it at the end of the text.
    top: usize,
}

impl Pane for Place {
    fn scope(&self) -> Scope {
        Scope::Register
    }

    fn queries(&self, _cx: &Cx) -> Vec<Query> {
        vec![Query::Directory]
    }

    fn receive(&mut self, page: &Page, _cx: &Cx) {
        if let Page::Directory { page, page_rev, .. } = page {
            self.page.clone_from(page);
            self.rev = *page_rev;
        }
    }

    fn can(&self, action: Action, _cx: &Cx) -> bool {
        match action {
            Action::Up | Action::PageUp | Action::First => self.top > 0,
            // How far the text goes down is known once it is wrapped; at least its own lines count.
            Action::Down | Action::PageDown => !self.page.text.is_empty(),
            Action::Edit | Action::Enter => true,
            _ => false,
        }
    }

    fn act(&mut self, action: Action, _cx: &Cx) -> Vec<Ask> {
        let most = text::wrap(&self.page.text, MEASURE / 2).len().saturating_sub(1);
        match action {
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top = (self.top + 1).min(most),
            Action::PageUp => self.top = self.top.saturating_sub(PAGE),
            Action::PageDown => self.top = (self.top + PAGE).min(most),
            Action::First => self.top = 0,
            Action::Edit | Action::Enter => {
                return vec![Ask::Open(Dialog::Place { text: self.page.text.clone(), rev: self.rev })];
            }
            _ => {}
        }
        Vec::new()
    }

    fn hints(&self, cx: &Cx) -> Vec<Action> {
        [Action::Edit, Action::PageDown, Action::Back]
            .into_iter()
            .filter(|a| *a == Action::Back || self.can(*a, cx))
            .collect()
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        let inner = panel(&cx.t("register-place"), true, area, buf, cx.look);
        let said = match self.page.written {
            _ if self.page.text.trim().is_empty() => {
                cx.words.say(&Msg::new("register-place-empty").with("key", key(Action::Edit, cx)))
            }
            Some((who, day)) => {
                let name = cx.frame.rota.people.short(who);
                let by = Msg::new("register-place-written").with("name", name).with("day", cx.words.date(day));
                format!("{}\n\n{}", cx.words.say(&by), self.page.text)
            }
            None => self.page.text.clone(),
        };
        let lines = text::wrap(&said, inner.width.saturating_sub(2).min(MEASURE));
        let top = self.top.min(lines.len().saturating_sub(usize::from(inner.height)));
        for (line, y) in lines.iter().skip(top).zip(inner.y..inner.bottom()) {
            buf.set_stringn(inner.x + 1, y, line, usize::from(inner.width), cx.look.style(Meaning::Plain));
        }
    }
}
