//! One pane for every register that is a list: cursor, filter and table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::draft::text::fold;
use crate::domain::lookup::words;
use crate::domain::rights::Right;
use crate::domain::{Day, Msg};
use crate::protocol::{Page, Query};
use crate::ui::widget::table::{self, Column, Row};
use crate::ui::widget::{list, panel::panel, text};
use crate::ui::{Action, Ask, Cx, Glyph, Meaning, Pane, Scope, rights};

/// Rows that a page key moves by; the height of the screen is not known to an act.
const PAGE: usize = 10;

/// What one register lists and what can be done with a row.
pub trait List {
    /// Names a row, whatever the order and the filter.
    type Id: Copy + PartialEq;

    /// Acts for the footer, the likeliest first.
    const HINTS: &'static [Action];
    /// Whose keys hold.
    const SCOPE: Scope = Scope::Register;

    /// What it needs beside the frame.
    fn queries(&self, _filter: &str) -> Vec<Query> {
        Vec::new()
    }

    /// The same for whoever sits there: what is not theirs to read is not asked for.
    fn wants(&self, filter: &str, _cx: &Cx) -> Vec<Query> {
        self.queries(filter)
    }

    /// Whether a part of the filter, between commas, keeps a row, where it is more than text to be looked for.
    fn keeps(&self, _part: &str, _on: Self::Id, _cx: &Cx) -> Option<bool> {
        None
    }

    /// The right to take its rows out, where that can be done.
    const TAKEN_OUT: Option<Right> = None;

    /// What the rows that are left can be taken out as.
    fn takes_out(&self, _rows: Vec<Self::Id>, _cx: &Cx) -> Option<Ask> {
        None
    }

    /// The day from which on it needs the rota, where that is long ago.
    fn since(&self) -> Option<Day> {
        None
    }

    /// Takes an answer to one of its queries.
    fn receive(&mut self, _page: &Page) {}

    /// Whether the store filters, and the filter is asked for anew.
    fn searches(&self) -> bool {
        false
    }

    /// The register's name.
    fn title(&self, cx: &Cx) -> String;

    /// Whether the number of rows says something.
    fn counts(&self) -> bool {
        true
    }

    /// Lines above the table, always there.
    fn head(&self, _cx: &Cx) -> Vec<(String, Meaning)> {
        Vec::new()
    }

    fn columns(&self, cx: &Cx) -> Vec<Column>;

    /// Every row in its order, before the filter.
    fn rows(&self, cx: &Cx) -> Vec<(Self::Id, Row)>;

    /// What an empty list teaches.
    fn empty(&self, cx: &Cx) -> String;

    /// What is said of the selected row under the table, in so many rows, always kept.
    const DETAIL: u16 = 0;

    /// Those lines.
    fn detail(&self, _on: Option<Self::Id>, _cx: &Cx) -> Vec<Line<'static>> {
        Vec::new()
    }

    /// The row one starts on; nothing is the first.
    fn home(&self, _cx: &Cx) -> Option<Self::Id> {
        None
    }

    /// The right that what is asked for on that row needs.
    fn right(&self, _action: Action, _on: Option<Self::Id>, ask: &Ask, _cx: &Cx) -> Right {
        rights::of_ask(ask)
    }

    /// What the action asks for on that row, or nothing when it does not apply.
    fn act(&self, action: Action, on: Option<Self::Id>, cx: &Cx) -> Option<Ask>;
}

/// A [`List`] on the screen.
#[derive(Debug, Clone)]
pub struct ListPane<L: List> {
    list: L,
    selected: Option<L::Id>,
    filter: String,
    /// Its own page has come; before, an empty list means nothing.
    received: bool,
}

impl<L: List + Default> Default for ListPane<L> {
    fn default() -> Self {
        Self::of(L::default())
    }
}

impl<L: List> ListPane<L> {
    /// A list with its selection on the first row.
    pub const fn of(list: L) -> Self {
        Self { list, selected: None, filter: String::new(), received: false }
    }

    /// The rows the filter keeps; case and accents do not count.
    fn rows(&self, cx: &Cx) -> Vec<(L::Id, Row)> {
        let wanted = fold(self.filter.trim());
        let mut rows = self.list.rows(cx);
        if !wanted.is_empty() && !self.list.searches() {
            let parts = || self.filter.split(',').map(str::trim).filter(|part| !part.is_empty());
            let says = |part: &str, row: &Row| fold(&row.cells.join(" ")).contains(&fold(part));
            let met =
                |part: &str, id: &L::Id, row: &Row| self.list.keeps(part, *id, cx).unwrap_or_else(|| says(part, row));
            // A comma may be part of the text.
            rows.retain(|(id, row)| says(&wanted, row) || parts().all(|part| met(part, id, row)));
        }
        rows
    }

    fn loaded(&self, cx: &Cx) -> bool {
        (self.received || self.list.wants(&self.filter, cx).is_empty()) && cx.has_rota(self)
    }

    fn ids(&self, cx: &Cx) -> Vec<L::Id> {
        self.rows(cx).into_iter().map(|(id, _)| id).collect()
    }

    fn selected(&self, cx: &Cx) -> Option<L::Id> {
        self.selected.or_else(|| self.list.home(cx))
    }

    /// The identifier of the selected row; the first when it is gone.
    fn on(&self, cx: &Cx) -> Option<L::Id> {
        let ids = self.ids(cx);
        ids.get(list::position(&ids, self.selected(cx))).copied()
    }

    /// What the action asks for, and the right it needs.
    fn wanted(&self, action: Action, cx: &Cx) -> Option<(Ask, Right)> {
        let on = self.on(cx);
        let ask = self.list.act(action, on, cx)?;
        let right = self.list.right(action, on, &ask, cx);
        Some((ask, right))
    }

    /// Rows kept for what is said of the selected one: the table has at least as many.
    fn kept(height: u16) -> u16 {
        if height > 2 * L::DETAIL { L::DETAIL } else { 0 }
    }

    /// Where the table stands: inside the border, below the lines that are always there.
    fn table(&self, area: Rect, cx: &Cx) -> Rect {
        let head = u16::try_from(self.list.head(cx).len()).unwrap_or(0);
        let inner = area.inner(ratatui::layout::Margin::new(1, 1));
        Rect { y: inner.y + head, height: inner.height.saturating_sub(head + Self::kept(inner.height)), ..inner }
    }
}

/// Whether the action is one of moving in a list.
const fn moves(action: Action) -> bool {
    matches!(action, Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::First | Action::Last)
}

impl<L: List> Pane for ListPane<L> {
    fn scope(&self) -> Scope {
        L::SCOPE
    }

    fn queries(&self, cx: &Cx) -> Vec<Query> {
        self.list.wants(&self.filter, cx)
    }

    fn takes_out(&self, cx: &Cx) -> Option<Ask> {
        let right = L::TAKEN_OUT.filter(|right| cx.may(*right));
        right.and_then(|_| self.list.takes_out(self.ids(cx), cx))
    }

    fn since(&self, _cx: &Cx) -> Option<Day> {
        self.list.since()
    }

    fn receive(&mut self, page: &Page, _cx: &Cx) {
        self.received = true;
        self.list.receive(page);
    }

    fn can(&self, action: Action, cx: &Cx) -> bool {
        let takes_out = || action == Action::Print && L::TAKEN_OUT.is_some_and(|right| cx.may(right));
        moves(action) || takes_out() || self.wanted(action, cx).is_some_and(|(_, right)| cx.may(right))
    }

    fn why_not(&self, action: Action, cx: &Cx) -> Option<Msg> {
        self.wanted(action, cx).filter(|(_, right)| !cx.may(*right)).map(|(_, right)| cx.not_yours(right))
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Vec<Ask> {
        if moves(action) {
            let mut selected = self.selected(cx);
            list::step(&self.ids(cx), &mut selected, action.movement(), PAGE);
            self.selected = selected;
            return Vec::new();
        }
        self.wanted(action, cx).filter(|(_, right)| cx.may(*right)).map(|(ask, _)| ask).into_iter().collect()
    }

    fn click(&mut self, _column: u16, row: u16, area: Rect, cx: &Cx) -> Vec<Ask> {
        let ids = self.ids(cx);
        let at = list::position(&ids, self.selected(cx));
        if let Some((_, hit)) = table::window(ids.len(), at, self.table(area, cx)).find(|(y, _)| *y == row) {
            self.selected = ids.get(hit).copied();
        }
        Vec::new()
    }

    fn set_filter(&mut self, text: &str, _cx: &Cx) -> Vec<Ask> {
        text.clone_into(&mut self.filter);
        if self.list.searches() { vec![Ask::Look] } else { Vec::new() }
    }

    fn hints(&self, cx: &Cx) -> Vec<Action> {
        let mut hints: Vec<Action> = L::HINTS.iter().copied().filter(|a| self.can(*a, cx)).collect();
        // The way out stands among the first: who came by the Menu must see it.
        hints.insert(hints.len().min(3), Action::Back);
        hints.push(Action::Find);
        hints
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let (ids, rows): (Vec<_>, Vec<_>) = self.rows(cx).into_iter().unzip();
        let separator = cx.look.glyph(Glyph::Separator);
        let mut title = self.list.title(cx);
        if self.list.counts() && self.loaded(cx) {
            title = format!("{title} {separator} {}", rows.len());
        }
        if !self.filter.trim().is_empty() {
            let said = Msg::new("register-filter").with("text", self.filter.trim());
            title = format!("{title} {separator} {}", cx.words.say(&said));
        }
        let inner = panel(&title, true, area, buf, cx.look);
        for ((line, meaning), y) in self.list.head(cx).iter().zip(inner.y..inner.bottom()) {
            let said = text::cut(line, usize::from(inner.width), cx.look.glyph(Glyph::Ellipsis));
            buf.set_stringn(inner.x, y, said, usize::from(inner.width), cx.look.style(*meaning));
        }
        let place = self.table(area, cx);
        if !self.loaded(cx) {
            buf.set_stringn(
                place.x,
                place.y,
                cx.t("register-loading"),
                usize::from(place.width),
                cx.look.style(Meaning::Dim),
            );
        } else if rows.is_empty() {
            let said = match self.filter.trim() {
                // What to press to add the first is told to whoever may.
                "" if self.wanted(Action::Add, cx).is_some_and(|(_, right)| !cx.may(right)) => cx.t("register-empty"),
                "" => self.list.empty(cx),
                // Looked for as words: of an arrow or a percent sign nothing is left.
                signs if self.list.searches() && words(signs).is_empty() => cx.t("register-signs"),
                _ => cx.t("register-nothing"),
            };
            for (line, y) in text::wrap(&said, place.width.min(76)).iter().zip(place.y..place.bottom()) {
                buf.set_stringn(place.x, y, line, usize::from(place.width), cx.look.style(Meaning::Plain));
            }
        } else {
            let at = list::position(&ids, self.selected(cx));
            let cursor = table::draw(&self.list.columns(cx), &rows, at, place, buf, cx.look);
            if Self::kept(inner.height) > 0 {
                for (line, y) in self.list.detail(self.on(cx), cx).iter().zip(place.bottom()..inner.bottom()) {
                    buf.set_line(inner.x, y, line, inner.width);
                }
            }
            return cursor;
        }
        None
    }
}
