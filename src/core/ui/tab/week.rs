//! The week: the rota around it, its hours and days side by side, and the points due on each day.
//!
//! Reads the rota of the frame; asks only for the week it shows. The cursor is a cell: a day, a post
//! and a minute; what one does is done to what lies there.

mod act;
mod carry;
mod cell;
mod closing;
mod detail;
mod grid;
mod ribbon;
mod rows;
mod title;
mod why;

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

use self::carry::{Mode, Moving};
use self::rows::Row;
use super::cover;
use crate::domain::agenda::NewEntry;
use crate::domain::day_close::Closing;
use crate::domain::{Day, DecidedHalfDay, EntryId, IsoWeek, ItemId, Msg, PostId, Stay, Thread};
use crate::protocol::{Page, Query, WeekPage};
use crate::ui::pane::unread;
use crate::ui::widget::{panel::panel, text};
use crate::ui::{Action, Ask, Cx, Meaning, Pane, Scope};

/// Width from which the details stand beside the week instead of below.
const WIDE: u16 = 120;

/// Where the cursor stands in a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    /// Among what takes whole days.
    Whole,
    /// In the row of that minute.
    At(u16),
    /// On the points due.
    Due,
}

/// What is selected of the cell, or of the day's points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pick {
    Entry(EntryId),
    Point(ItemId),
}

/// What the keys act on.
#[derive(Debug, Clone, Copy)]
enum Picked<'a> {
    Entry(EntryId, &'a NewEntry),
    Point(&'a Thread),
}

impl Picked<'_> {
    const fn pick(&self) -> Pick {
        match self {
            Self::Entry(id, _) => Pick::Entry(*id),
            Self::Point(thread) => Pick::Point(thread.item.id),
        }
    }
}

/// The tab "Semaine".
#[derive(Debug, Clone, Default)]
pub struct WeekTab {
    /// The selected day, which also chooses the week; nothing follows today.
    day: Option<Day>,
    /// The post the keys act on; nothing is the first.
    post: Option<PostId>,
    /// Nothing follows the clock.
    spot: Option<Spot>,
    pick: Option<Pick>,
    mode: Mode,
    /// What was put down last: given up when it clashes, the cursor goes back to where it is.
    put: Option<Box<Moving>>,
    page: Option<WeekPage>,
    /// Columns and rows there are for the tab: the finer the rows, the shorter the steps.
    room: Option<(u16, u16)>,
}

/// Where the parts of the tab are.
struct Places {
    ribbon: Rect,
    grid: Rect,
    detail: Option<Rect>,
}

impl WeekTab {
    /// Goes to a week; it is asked for by [`Pane::queries`].
    pub fn show(&mut self, week: IsoWeek) {
        self.show_day(week.monday());
    }

    /// Goes to a day.
    pub fn show_day(&mut self, day: Day) {
        self.day = Some(day);
        self.pick = None;
        self.give_up();
    }

    /// Puts the keys on an entry of that day, at its hour.
    pub fn show_entry(&mut self, entry: EntryId, start: Option<u16>) {
        self.spot = start.map(Spot::At);
        self.pick = Some(Pick::Entry(entry));
    }

    /// Takes note of the room there is.
    pub const fn fit(&mut self, columns: u16, rows: u16) {
        self.room = Some((columns, rows));
    }

    /// Lets go of what is being moved or marked.
    pub fn give_up(&mut self) {
        self.mode = Mode::Browse;
    }

    /// Puts the keys on a post.
    pub fn show_post(&mut self, post: PostId) {
        self.post = Some(post);
    }

    /// What the closing of the selected day starts from, where it can be closed.
    fn closing(&self, cx: &Cx) -> Option<Closing> {
        closing::closing(self.page.as_ref()?, self.post(cx)?, self.day(cx), cx)
    }

    fn day(&self, cx: &Cx) -> Day {
        self.day.unwrap_or(cx.now.day)
    }

    fn week(&self, cx: &Cx) -> IsoWeek {
        self.day(cx).week()
    }

    fn post(&self, cx: &Cx) -> Option<PostId> {
        let posts = &cx.frame.rota.posts;
        let chosen = self.post.filter(|id| posts.iter().any(|p| p.id == *id));
        // Until one is chosen, a doctor's own.
        let own = cx.own_posts();
        let own = || posts.iter().find(|p| own.as_ref().is_none_or(|own| own.contains(&p.id)));
        chosen.or_else(|| own().or_else(|| posts.first()).map(|p| p.id))
    }

    fn spot(&self, cx: &Cx) -> Spot {
        self.spot.unwrap_or(Spot::At(cx.now.minute))
    }

    /// Points due on a day of the week shown.
    fn due(&self, day: Day) -> impl Iterator<Item = &Thread> {
        self.page.iter().flat_map(|p| &p.due).filter(move |(on, _)| *on == day).map(|(_, thread)| thread)
    }

    /// Every entry, what is being moved where it would be put.
    fn entries(&self) -> impl Iterator<Item = (EntryId, &NewEntry)> {
        let moving = self.mode.moving();
        let still = move |id: EntryId| moving.is_none_or(|m| m.on.what != id);
        let page = self.page.iter().flat_map(|p| &p.entries).map(|kept| &kept.what).filter(move |e| still(e.id));
        page.map(|e| (e.id, &e.what)).chain(moving.map(|m| (m.on.what, &m.to)))
    }

    fn decided(&self) -> &[DecidedHalfDay] {
        self.page.as_ref().map_or(&[], |p| &p.half_days)
    }

    /// The rows of the grid in the room there is.
    fn rows(&self, cx: &Cx) -> Vec<Row> {
        let (columns, rows) = self.room.unwrap_or((80, 21));
        let places = self.places(Rect::new(0, 0, columns, rows), cx);
        rows::rows(self, grid::body(places.grid, cx), cx)
    }

    /// The row the cursor stands in, of those that hold something; none for the points due.
    fn row(&self, rows: &[Row], cx: &Cx) -> Option<usize> {
        let spot = self.spot(cx);
        let slots = || rows.iter().enumerate().filter(|(_, r)| matches!(r, Row::Slot { .. }));
        match spot {
            Spot::Due => None,
            Spot::Whole => rows.iter().position(|r| *r == Row::Whole).or_else(|| slots().next().map(|(n, _)| n)),
            Spot::At(minute) => slots()
                .find(|(_, r)| matches!(r, Row::Slot { to, .. } if minute < *to))
                .or_else(|| slots().next_back())
                .map(|(n, _)| n),
        }
    }

    /// The entries of the cell under the cursor.
    fn here(&self, cx: &Cx) -> Vec<(EntryId, &NewEntry)> {
        let rows = self.rows(cx);
        match (self.row(&rows, cx), self.post(cx)) {
            (Some(row), Some(post)) => cell::entries(self, post, self.day(cx), rows[row]),
            _ => Vec::new(),
        }
    }

    /// What one may go through in the cell: its entries, then the points due that day.
    fn ring(&self, cx: &Cx) -> Vec<Picked<'_>> {
        let entries = self.here(cx).into_iter().map(|(id, what)| Picked::Entry(id, what));
        entries.chain(self.due(self.day(cx)).map(Picked::Point)).collect()
    }

    /// What the keys act on: what was chosen, else the first entry of the cell.
    fn picked(&self, cx: &Cx) -> Option<Picked<'_>> {
        let ring = self.ring(cx);
        let chosen = ring.iter().find(|p| Some(p.pick()) == self.pick).copied();
        let on_due = self.spot(cx) == Spot::Due;
        chosen.or_else(|| ring.first().copied().filter(|p| on_due || matches!(p, Picked::Entry(..))))
    }

    /// The stay the keys act on: that of the selected day, else one of the week.
    fn stay<'a>(&self, cx: &Cx<'a>) -> Option<&'a Stay> {
        let (post, day) = (self.post(cx)?, self.day(cx));
        let week = || cover::stays(&cx.frame.rota, post, day.week());
        week().find(|s| s.covers(day)).or_else(|| week().next())
    }

    fn places(&self, area: Rect, cx: &Cx) -> Places {
        let posts = u16::try_from(cx.frame.rota.posts.len()).unwrap_or(1);
        let ribbon = if posts > 1 { posts + 1 } else { 3 };
        let [ribbon, body] = Layout::vertical([Constraint::Length(ribbon), Constraint::Min(0)]).areas(area);
        if area.width >= WIDE {
            let side = (area.width / 4).clamp(30, 48);
            let [grid, detail] = Layout::horizontal([Constraint::Min(0), Constraint::Length(side)]).areas(body);
            Places { ribbon, grid, detail: Some(detail) }
        } else if body.height >= 10 {
            // Two lines of details at least; more, once a day's hours have their room.
            let hours = u16::try_from(rows::rows(self, 0, cx).len()).unwrap_or(0) + grid::around(cx);
            let detail = body.height.saturating_sub(hours).clamp(2, 4);
            let [grid, detail] = Layout::vertical([Constraint::Min(0), Constraint::Length(detail)]).areas(body);
            Places { ribbon, grid, detail: Some(detail) }
        } else {
            Places { ribbon, grid: body, detail: None }
        }
    }

    /// What a centre without any stay reads here.
    fn draw_new(area: Rect, buf: &mut Buffer, cx: &Cx) {
        let inner = panel(&cx.t("week-new-title"), true, area, buf, cx.look);
        let key = grid::enroll_key(cx);
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

    /// The ribbon shows weeks before the one shown.
    fn since(&self, cx: &Cx) -> Option<Day> {
        Some(self.week(cx).plus(-ribbon::BEFORE).monday())
    }

    fn receive(&mut self, page: &Page, cx: &Cx) {
        if let Page::Week(page) = page
            && page.week == self.week(cx)
        {
            // What was marked has its type now.
            if matches!(self.mode, Mode::Mark(_)) && self.decided() != page.half_days {
                self.give_up();
            }
            self.page = Some((**page).clone());
        }
    }

    fn can(&self, action: Action, cx: &Cx) -> bool {
        match self.mode {
            Mode::Browse => self.can_browse(action, cx),
            _ => self.can_carry(action, cx),
        }
    }

    fn why_not(&self, action: Action, cx: &Cx) -> Option<Msg> {
        self.why(action, cx)
    }

    fn holds(&self) -> bool {
        !matches!(self.mode, Mode::Browse)
    }

    fn given_up(&mut self, cx: &Cx) -> Vec<Ask> {
        let Some(moving) = self.put.take() else { return Vec::new() };
        self.mode = Mode::Move(moving);
        self.back_to_start(cx)
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Vec<Ask> {
        if !self.can(action, cx) {
            return Vec::new();
        }
        match self.mode {
            Mode::Browse => self.browse(action, cx),
            _ => self.carry(action, cx),
        }
    }

    fn click(&mut self, column: u16, row: u16, area: Rect, cx: &Cx) -> Vec<Ask> {
        let places = self.places(area, cx);
        let at = ratatui::layout::Position { x: column, y: row };
        if places.ribbon.contains(at) {
            let weeks = ribbon::cells(places.ribbon, self.week(cx), cx);
            let hit = weeks.into_iter().find(|(cell, _)| cell.contains(at));
            hit.map_or_else(Vec::new, |(_, week)| {
                self.go(if week == cx.now.day.week() { cx.now.day } else { week.monday() }, cx)
            })
        } else if let Some((day, post, spot)) = grid::hit(self, at, places.grid, cx) {
            self.post = Some(post);
            self.spot = spot.or(self.spot);
            self.go(day, cx)
        } else {
            Vec::new()
        }
    }

    fn select_item(&mut self, item: ItemId) -> bool {
        let found = self.page.iter().flat_map(|p| &p.due).find(|(_, t)| t.item.id == item).map(|(day, _)| *day);
        if let Some(day) = found {
            self.day = Some(day);
            self.spot = Some(Spot::Due);
            self.pick = Some(Pick::Point(item));
        }
        found.is_some()
    }

    fn hints(&self, cx: &Cx) -> Vec<Action> {
        let likely: &[Action] = match (&self.mode, self.picked(cx)) {
            // Enter puts down here: said under the grid, where its usual word would be wrong.
            (Mode::Move(_), _) => &[Action::Back, Action::Longer, Action::Shorter],
            (Mode::Mark(_), _) => &[Action::HalfDay, Action::Back],
            (_, Some(Picked::Entry(..))) => {
                &[Action::Enter, Action::Add, Action::Move, Action::Delete, Action::OtherPane, Action::CloseDay]
            }
            (_, Some(Picked::Point(_))) => &[Action::Enter, Action::OtherPane, Action::Add, Action::PageDown],
            (_, None) if self.stay(cx).is_none() => {
                &[Action::Enroll, Action::Add, Action::Planning, Action::CloseDay, Action::PageDown, Action::First]
            }
            (_, None) => {
                &[Action::Add, Action::HalfDay, Action::Mark, Action::CloseDay, Action::Planning, Action::OtherPane]
            }
        };
        let mut likely: Vec<Action> = likely.iter().copied().filter(|a| self.can(*a, cx)).collect();
        // A day that waits for its closing: before what one rather does elsewhere.
        if self.mode.moving().is_none() && self.closing(cx).is_some_and(|c| closing::awaited(&c, cx)) {
            likely.retain(|a| *a != Action::CloseDay);
            likely.insert(1.min(likely.len()), Action::CloseDay);
        }
        likely
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        if !cx.has_rota(self) {
            unread(area, buf, cx);
            return None;
        }
        if cx.frame.rota.stays.is_empty() {
            Self::draw_new(area, buf, cx);
            return None;
        }
        let places = self.places(area, cx);
        ribbon::draw(places.ribbon, self.week(cx), self.post(cx), buf, cx);
        let cursor = grid::draw(self, places.grid, buf, cx);
        if let Some(place) = places.detail {
            detail::draw(self, place, buf, cx);
        }
        cursor
    }
}

#[cfg(test)]
mod tests;
