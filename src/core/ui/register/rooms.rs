//! Salles : who is in which room on each half-day of a week.

mod draw;

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Position, Rect};

use crate::domain::prepared::Prepared;
use crate::domain::record::{Asset, Written};
use crate::domain::rights::Right;
use crate::domain::rooms::{HALVES, Half, Rooms as Known, User};
use crate::domain::{Day, HalfDay, IsoWeek, Msg, Period};
use crate::protocol::{Page, Query};
use crate::ui::form::booking::BookingForm;
use crate::ui::form::tenant::TenantForm;
use crate::ui::pane::unread;
use crate::ui::{Action, Ask, Cx, Pane, Scope, rights};

/// Half-days of a week.
const ROWS: i32 = 14;

/// The register "Salles : occupation".
#[derive(Debug, Clone, Default)]
pub struct Rooms {
    /// The selected half-day; nothing is this morning.
    half: Option<Half>,
    /// The selected room; nothing is the first.
    room: Option<i64>,
    /// What is lent in the week that was asked for last.
    lent: Option<(Period, Box<Prepared>)>,
}

impl Rooms {
    fn half(&self, cx: &Cx) -> Half {
        self.half.unwrap_or((cx.now.day, HalfDay::Morning))
    }

    fn week(&self, cx: &Cx) -> IsoWeek {
        self.half(cx).0.week()
    }

    fn period(&self, cx: &Cx) -> Period {
        let week = self.week(cx);
        Period { from: week.monday(), to: week.sunday() }
    }

    /// What is lent in the week on the screen, once it has come.
    fn lent(&self, cx: &Cx) -> Option<&Prepared> {
        self.lent.as_ref().filter(|(period, _)| *period == self.period(cx)).map(|(_, lent)| &**lent)
    }

    fn known<'a>(&'a self, cx: &Cx<'a>) -> Option<Known<'a>> {
        self.lent(cx).map(|known| Known { rota: &cx.frame.rota, known })
    }

    /// The rooms that there are in the week, by name.
    fn rooms<'a>(&'a self, cx: &Cx<'a>) -> Vec<&'a Asset> {
        self.known(cx).map(|known| known.from(self.week(cx).monday())).unwrap_or_default()
    }

    fn at(&self, cx: &Cx) -> usize {
        self.rooms(cx).iter().position(|room| Some(room.id) == self.room).unwrap_or(0)
    }

    fn room<'a>(&'a self, cx: &Cx<'a>) -> Option<&'a Asset> {
        self.rooms(cx).get(self.at(cx)).copied()
    }

    /// Who has the selected room on the selected half-day.
    fn users<'a>(&'a self, cx: &Cx<'a>) -> Vec<User<'a>> {
        let both = self.known(cx).zip(self.room(cx));
        both.map(|(known, room)| known.users(room, self.half(cx))).unwrap_or_default()
    }

    /// Goes some half-days on, by whole weeks perhaps.
    fn step(&self, by: i32, cx: &Cx) -> Half {
        let (day, half) = self.half(cx);
        let at = day.0 * 2 + i32::from(half == HalfDay::Afternoon) + by;
        (Day(at.div_euclid(2)), HALVES[usize::from(at.rem_euclid(2) == 1)])
    }

    fn change_room(&mut self, right: bool, cx: &Cx) {
        let rooms = self.rooms(cx);
        let at = if right { self.at(cx) + 1 } else { self.at(cx).saturating_sub(1) };
        self.room = rooms.get(at).or(rooms.last()).map(|room| room.id);
    }

    /// Opens who is there: the stay, the occupant, the booking; where nobody is, books it.
    fn open(&self, cx: &Cx) -> Option<Ask> {
        match self.users(cx).first() {
            None => self.book(cx),
            Some(User::Post(stay)) => Some(Ask::Stay(stay.id)),
            Some(User::Booked(booking)) => {
                if let Some(stay) = booking.what.stay {
                    return Some(Ask::Stay(stay));
                }
                let tenants = &self.lent(cx)?.tenants;
                let tenant = tenants.iter().find(|tenant| Some(tenant.what.id) == booking.what.tenant);
                Some(match tenant {
                    Some(tenant) => self.tenant(Some(tenant.row.clone()), cx)?,
                    None => Ask::open(BookingForm::of(self.room(cx)?, booking.row.clone(), cx)),
                })
            }
        }
    }

    fn book(&self, cx: &Cx) -> Option<Ask> {
        let (day, half) = self.half(cx);
        Some(Ask::open(BookingForm::new(self.room(cx)?, (day, Some(half)), cx)))
    }

    fn tenant(&self, known: Option<Written>, cx: &Cx) -> Option<Ask> {
        let assets: Vec<Written> = self.lent(cx)?.assets.iter().map(|asset| asset.row.clone()).collect();
        Some(TenantForm::open(known, self.room(cx).map(|room| room.id), &assets, cx))
    }
}

impl Pane for Rooms {
    fn scope(&self) -> Scope {
        Scope::Rooms
    }

    fn queries(&self, cx: &Cx) -> Vec<Query> {
        vec![Query::Lent(self.period(cx))]
    }

    fn since(&self, cx: &Cx) -> Option<Day> {
        Some(self.week(cx).monday())
    }

    fn receive(&mut self, page: &Page, _cx: &Cx) {
        if let Page::Lent(period, lent) = page {
            self.lent = Some((*period, lent.clone()));
        }
    }

    fn can(&self, action: Action, cx: &Cx) -> bool {
        if !cx.may(rights::of_action(action, Scope::Rooms)) {
            return false;
        }
        match action {
            Action::Up | Action::Down | Action::PageUp | Action::PageDown => true,
            Action::Left | Action::Right => self.rooms(cx).len() > 1,
            Action::First => self.half.is_some(),
            Action::Add | Action::Tenant => self.room(cx).is_some(),
            Action::Enter => {
                let ask = self.open(cx);
                ask.is_some_and(|ask| cx.may(rights::of_ask(&ask)))
            }
            _ => false,
        }
    }

    fn why_not(&self, action: Action, cx: &Cx) -> Option<Msg> {
        match action {
            _ if !cx.may(rights::of_action(action, Scope::Rooms)) => rights::not_yours(action, Scope::Rooms, cx),
            Action::Add | Action::Tenant | Action::Enter if self.room(cx).is_none() => Some(Msg::new("tenant-no-room")),
            Action::Enter => Some(cx.not_yours(Right::Rota)),
            _ => None,
        }
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Vec<Ask> {
        if !self.can(action, cx) {
            return Vec::new();
        }
        let before = self.week(cx);
        let to = match action {
            Action::Up => self.step(-1, cx),
            Action::Down => self.step(1, cx),
            Action::PageUp => self.step(-ROWS, cx),
            Action::PageDown => self.step(ROWS, cx),
            Action::First => (cx.now.day, HalfDay::Morning),
            Action::Left | Action::Right => {
                self.change_room(action == Action::Right, cx);
                return Vec::new();
            }
            Action::Add => return self.book(cx).into_iter().collect(),
            Action::Tenant => return self.tenant(None, cx).into_iter().collect(),
            _ => return self.open(cx).into_iter().collect(),
        };
        self.half = Some(to);
        if self.week(cx) == before { Vec::new() } else { vec![Ask::Look] }
    }

    fn click(&mut self, column: u16, row: u16, area: Rect, cx: &Cx) -> Vec<Ask> {
        let (rooms, at) = (self.rooms(cx), Position { x: column, y: row });
        let inner = area.inner(Margin::new(1, 1));
        let line = (0..ROWS).zip(draw::lines(inner)).find(|(_, line)| line.contains(at));
        if let Some((nth, line)) = line {
            let day = self.week(cx).monday().plus(nth / 2);
            let hit = draw::cells(line, rooms.len(), self.at(cx)).into_iter().find(|(_, cell)| cell.contains(at));
            let room = hit.and_then(|(nth, _)| rooms.get(nth)).map(|room| room.id);
            self.room = room.or(self.room);
            self.half = Some((day, HALVES[usize::from(nth % 2 == 1)]));
        }
        Vec::new()
    }

    fn hints(&self, cx: &Cx) -> Vec<Action> {
        let likely = [Action::Enter, Action::Add, Action::Tenant, Action::Back, Action::PageDown, Action::First];
        likely.into_iter().filter(|action| *action == Action::Back || self.can(*action, cx)).collect()
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        if self.lent(cx).is_none() || !cx.has_rota(self) {
            unread(area, buf, cx);
            return None;
        }
        draw::draw(self, area, buf, cx)
    }
}

#[cfg(test)]
mod tests;
