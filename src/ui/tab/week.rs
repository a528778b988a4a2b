//! The week: the rota around it, its days side by side, and the points due on each.
//!
//! Reads the rota of the frame; asks only for the points of the week it shows.

mod detail;
mod grid;
mod ribbon;

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

use super::cover;
use crate::domain::{Day, IsoWeek, ItemId, PostId, Stay, Thread};
use crate::protocol::{Page, Query, WeekPage};
use crate::ui::widget::{panel::panel, text};
use crate::ui::{Action, Ask, Cx, Dialog, Meaning, Pane, Scope};

/// Width from which the details stand beside the week instead of below.
const WIDE: u16 = 120;

/// The tab "Semaine".
#[derive(Debug, Clone, Default)]
pub struct WeekTab {
    /// The selected day, which also chooses the week; nothing follows today.
    day: Option<Day>,
    /// The post whose stay the keys act on; nothing is the first.
    post: Option<PostId>,
    /// The selected point of the day, or the day itself.
    item: Option<ItemId>,
    page: Option<WeekPage>,
}

/// Where the parts of the tab are.
struct Places {
    ribbon: Rect,
    grid: Rect,
    detail: Option<Rect>,
}

impl WeekTab {
    /// Goes to a week; its points are asked for by [`Pane::queries`].
    pub fn show(&mut self, week: IsoWeek) {
        self.day = Some(week.monday());
        self.item = None;
    }

    fn day(&self, cx: &Cx) -> Day {
        self.day.unwrap_or(cx.now.day)
    }

    fn week(&self, cx: &Cx) -> IsoWeek {
        self.day(cx).week()
    }

    fn post(&self, cx: &Cx) -> Option<PostId> {
        let posts = &cx.frame.rota.posts;
        self.post.filter(|id| posts.iter().any(|p| p.id == *id)).or_else(|| posts.first().map(|p| p.id))
    }

    /// Points due on a day of the week shown.
    fn due(&self, day: Day) -> impl Iterator<Item = &Thread> {
        self.page.iter().flat_map(|p| &p.due).filter(move |(on, _)| *on == day).map(|(_, thread)| thread)
    }

    fn selected(&self, cx: &Cx) -> Option<&Thread> {
        self.due(self.day(cx)).find(|t| Some(t.item.id) == self.item)
    }

    /// The stay the keys act on: that of the selected day, else one of the week.
    fn stay<'a>(&self, cx: &Cx<'a>) -> Option<&'a Stay> {
        let (post, day) = (self.post(cx)?, self.day(cx));
        let week = || cover::stays(&cx.frame.rota, post, day.week());
        week().find(|s| s.covers(day)).or_else(|| week().next())
    }

    fn go(&mut self, day: Day, cx: &Cx) -> Vec<Ask> {
        let before = self.week(cx);
        self.day = Some(day);
        self.item = None;
        if day.week() == before { Vec::new() } else { vec![Ask::Load(Query::Week(day.week()))] }
    }

    /// Up and down between the day itself and its points.
    fn step(&mut self, down: bool, cx: &Cx) {
        let points: Vec<ItemId> = self.due(self.day(cx)).map(|t| t.item.id).collect();
        let at = self.item.and_then(|id| points.iter().position(|p| *p == id));
        self.item = match (at, down) {
            (None, true) => points.first().copied(),
            (Some(n), true) => points.get(n + 1).or(points.last()).copied(),
            (Some(n), false) => n.checked_sub(1).map(|n| points[n]),
            (None, false) => None,
        };
    }

    fn places(area: Rect, cx: &Cx) -> Places {
        let posts = u16::try_from(cx.frame.rota.posts.len()).unwrap_or(1);
        let ribbon = if posts > 1 { posts + 1 } else { 3 };
        let [ribbon, body] = Layout::vertical([Constraint::Length(ribbon), Constraint::Min(0)]).areas(area);
        if area.width >= WIDE {
            let side = (area.width / 4).clamp(30, 48);
            let [grid, detail] = Layout::horizontal([Constraint::Min(0), Constraint::Length(side)]).areas(body);
            Places { ribbon, grid, detail: Some(detail) }
        } else if body.height >= 14 {
            let [grid, detail] = Layout::vertical([Constraint::Min(0), Constraint::Length(4)]).areas(body);
            Places { ribbon, grid, detail: Some(detail) }
        } else {
            Places { ribbon, grid: body, detail: None }
        }
    }

    /// What a centre without any stay reads here.
    fn draw_new(area: Rect, buf: &mut Buffer, cx: &Cx) {
        let inner = panel(&cx.t("week-new-title"), true, area, buf, cx.look);
        let key = grid::add_key(cx);
        let said = cx.words.say(&crate::domain::Msg::new("week-new").with("key", key));
        for (line, y) in text::wrap(&said, inner.width.min(76)).iter().zip(inner.y..inner.bottom()) {
            buf.set_stringn(inner.x + 1, y, line, usize::from(inner.width), cx.look.style(Meaning::Plain));
        }
    }
}

impl Pane for WeekTab {
    fn scope(&self) -> Scope {
        Scope::Week
    }

    fn queries(&self, cx: &Cx) -> Vec<Query> {
        vec![Query::Week(self.week(cx))]
    }

    fn receive(&mut self, page: &Page, cx: &Cx) {
        if let Page::Week(page) = page
            && page.week == self.week(cx)
        {
            self.page = Some(page.clone());
            self.item = self.selected(cx).map(|t| t.item.id);
        }
    }

    fn can(&self, action: Action, cx: &Cx) -> bool {
        match action {
            Action::Left | Action::Right | Action::PageUp | Action::PageDown => true,
            Action::First => self.day(cx) != cx.now.day,
            Action::Up => self.item.is_some(),
            Action::Down => self.due(self.day(cx)).last().is_some_and(|t| Some(t.item.id) != self.item),
            Action::Enter => self.due(self.day(cx)).next().is_some(),
            Action::OtherPane => cx.frame.rota.posts.len() > 1,
            Action::Add => self.post(cx).is_some(),
            Action::Edit => self.stay(cx).is_some(),
            Action::CancelStay => self.stay(cx).is_some_and(|s| s.to >= cx.now.day),
            _ => false,
        }
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Vec<Ask> {
        if !self.can(action, cx) {
            return Vec::new();
        }
        let day = self.day(cx);
        match action {
            Action::Left => self.go(day.plus(-1), cx),
            Action::Right => self.go(day.plus(1), cx),
            Action::PageUp => self.go(day.plus(-7), cx),
            Action::PageDown => self.go(day.plus(7), cx),
            Action::First => {
                let asks = self.go(cx.now.day, cx);
                self.day = None;
                asks
            }
            Action::Up | Action::Down => {
                self.step(action == Action::Down, cx);
                Vec::new()
            }
            Action::Enter => {
                let point = self.selected(cx).or_else(|| self.due(day).next());
                point.map(|t| Ask::OpenThread(t.item.id)).into_iter().collect()
            }
            Action::OtherPane => {
                let posts = &cx.frame.rota.posts;
                let at = posts.iter().position(|p| Some(p.id) == self.post(cx)).map_or(0, |n| (n + 1) % posts.len());
                self.post = posts.get(at).map(|p| p.id);
                Vec::new()
            }
            Action::Add => {
                vec![Ask::Open(Dialog::Stay { stay: None, post: self.post(cx), week: Some(day.week()) })]
            }
            Action::Edit => {
                let edit = |s: &Stay| Dialog::Stay { stay: Some(s.id), post: Some(s.post), week: Some(s.week()) };
                self.stay(cx).map(|s| Ask::Open(edit(s))).into_iter().collect()
            }
            Action::CancelStay => {
                self.stay(cx).map(|s| Ask::Open(Dialog::CancelStay { stay: s.id })).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn click(&mut self, column: u16, row: u16, area: Rect, cx: &Cx) -> Vec<Ask> {
        let places = Self::places(area, cx);
        let at = ratatui::layout::Position { x: column, y: row };
        if places.ribbon.contains(at) {
            let weeks = ribbon::cells(places.ribbon, self.week(cx), cx);
            let hit = weeks.into_iter().find(|(cell, _)| cell.contains(at));
            hit.map_or_else(Vec::new, |(_, week)| {
                self.go(if week == cx.now.day.week() { cx.now.day } else { week.monday() }, cx)
            })
        } else if places.grid.contains(at) {
            let columns = grid::columns(places.grid, self.week(cx));
            let hit = columns.into_iter().find(|(column, _)| column.x <= at.x && at.x < column.right());
            hit.map_or_else(Vec::new, |(_, day)| self.go(day, cx))
        } else {
            Vec::new()
        }
    }

    fn select_item(&mut self, item: ItemId) -> bool {
        let found = self.page.iter().flat_map(|p| &p.due).find(|(_, t)| t.item.id == item).map(|(day, _)| *day);
        if let Some(day) = found {
            self.day = Some(day);
            self.item = Some(item);
        }
        found.is_some()
    }

    fn hints(&self, cx: &Cx) -> Vec<Action> {
        let likely = [
            Action::Enter,
            Action::Add,
            Action::Edit,
            Action::CancelStay,
            Action::PageDown,
            Action::OtherPane,
            Action::First,
        ];
        likely.into_iter().filter(|a| self.can(*a, cx)).collect()
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        if cx.frame.rota.stays.is_empty() {
            return Self::draw_new(area, buf, cx);
        }
        let places = Self::places(area, cx);
        ribbon::draw(places.ribbon, self.week(cx), self.post(cx), buf, cx);
        grid::draw(self, places.grid, buf, cx);
        if let Some(place) = places.detail {
            detail::draw(self, place, buf, cx);
        }
    }
}

#[cfg(test)]
mod tests;
