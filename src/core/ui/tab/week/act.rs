//! What the keys do in the week: the cursor, and the acts on what lies under it.

use super::carry::{Mode, Moving};
use super::rows::Row;
use super::{Pick, Picked, Spot, WeekTab, cell, grid};
use crate::domain::act::AgendaAct;
use crate::domain::agenda::{EntryKind, HalfDayKind, NewEntry};
use crate::domain::candidate::Hole;
use crate::domain::rights::Right;
use crate::domain::{Day, EntryId, HalfDay, Msg, PostId};
use crate::protocol::Kept;
use crate::ui::form::cancel_stay::CancelStayForm;
use crate::ui::form::close_day::CloseDayForm;
use crate::ui::form::entry::EntryForm;
use crate::ui::form::stay::StayForm;
use crate::ui::{Action, Ask, Cx, Goto, RegisterId, Scope};

impl WeekTab {
    /// Goes to a day; its week is asked for when it is another one.
    pub(super) fn go(&mut self, day: Day, cx: &Cx) -> Vec<Ask> {
        let before = self.week(cx);
        self.day = Some(day);
        self.pick = None;
        if day.week() == before { Vec::new() } else { vec![Ask::Look] }
    }

    /// One cell to the side: the next post of the day, else the next day.
    pub(super) fn aside(&mut self, right: bool, cx: &Cx) -> Vec<Ask> {
        let day = self.day(cx);
        let posts: Vec<PostId> = cx.frame.rota.posts.iter().map(|p| p.id).collect();
        let lanes = |day| if grid::is_narrow(self, day, cx) { 1 } else { posts.len() };
        let at = posts.iter().position(|p| Some(*p) == self.post(cx)).unwrap_or(0);
        let (to, next) = if right {
            if at + 1 < lanes(day) { (day, at + 1) } else { (day.plus(1), 0) }
        } else if at > 0 && lanes(day) > 1 {
            (day, at - 1)
        } else {
            (day.plus(-1), lanes(day.plus(-1)).saturating_sub(1))
        };
        // A day that is closed each week has no lanes: the post is kept for the other side of it.
        if lanes(to) > 1 || posts.len() < 2 {
            self.post = posts.get(next).copied().or(self.post);
        }
        self.pick = None;
        self.go(to, cx)
    }

    /// Up or down by a row; past the last one, through the points due that day.
    fn step(&mut self, down: bool, cx: &Cx) {
        if let Some((spot, pick)) = self.next_spot(down, cx) {
            self.spot = Some(spot);
            self.pick = pick;
        }
    }

    /// Where a step up or down leads; nothing at the ends.
    fn next_spot(&self, down: bool, cx: &Cx) -> Option<(Spot, Option<Pick>)> {
        let rows = self.rows(cx);
        let spot_of = |row: &Row| match row {
            Row::Whole => Some(Spot::Whole),
            Row::Slot { from, .. } => Some(Spot::At(*from)),
            Row::Kind(_) => None,
        };
        let points: Vec<Pick> = self.due(self.day(cx)).map(|t| Pick::Point(t.item.id)).collect();
        match (self.row(&rows, cx), down) {
            (Some(at), true) => rows[at + 1..]
                .iter()
                .find_map(spot_of)
                .map(|spot| (spot, None))
                .or_else(|| points.first().map(|p| (Spot::Due, Some(*p)))),
            (Some(at), false) => rows[..at].iter().rev().find_map(spot_of).map(|spot| (spot, None)),
            (None, _) => {
                let picked = self.picked(cx).map(|p| p.pick());
                let at = points.iter().position(|p| Some(*p) == picked);
                match (at, down) {
                    (Some(n), true) => points.get(n + 1).map(|p| (Spot::Due, Some(*p))),
                    (None, true) => None,
                    (Some(n), false) if n > 0 => Some((Spot::Due, Some(points[n - 1]))),
                    (_, false) => rows.iter().rev().find_map(spot_of).map(|spot| (spot, None)),
                }
            }
        }
    }

    pub(super) fn can_browse(&self, action: Action, cx: &Cx) -> bool {
        let entry = || matches!(self.picked(cx), Some(Picked::Entry(..)));
        if !cx.allows_action(action, Scope::Week) || self.not_own(action, cx).is_some() {
            return false;
        }
        match action {
            Action::Left | Action::Right | Action::PageUp | Action::PageDown | Action::Planning => true,
            Action::First => self.day.is_some_and(|d| d != cx.now.day) || self.spot.is_some(),
            Action::Up | Action::Down => self.next_spot(action == Action::Down, cx).is_some(),
            Action::Enter => match self.picked(cx) {
                Some(Picked::Point(_)) => true,
                Some(Picked::Entry(..)) => cx.may(Right::Agenda),
                None => cx.may(Right::Agenda) && self.post(cx).is_some(),
            },
            Action::OtherPane => {
                let (ring, picked) = (self.ring(cx), self.picked(cx));
                ring.len() > usize::from(picked.is_some())
            }
            Action::Enroll | Action::Add => self.post(cx).is_some(),
            Action::Edit | Action::Delete | Action::Move | Action::Longer | Action::Shorter => entry(),
            Action::HalfDay | Action::Mark => !self.half_days(cx).is_empty(),
            Action::Swap => cx.frame.rota.posts.len() > 1 && !self.half_days(cx).is_empty(),
            Action::CancelStay => self.stay(cx).is_some_and(|s| s.to >= cx.now.day),
            Action::StayPage => self.stay(cx).is_some(),
            Action::Round => self.round(cx).is_some(),
            Action::Candidates => self.hole(cx).is_some(),
            Action::CloseDay => self.closing(cx).is_some(),
            _ => false,
        }
    }

    /// Who can do an action here, where it would write on a post that is not a doctor's own.
    pub(super) fn not_own(&self, action: Action, cx: &Cx) -> Option<Msg> {
        let on = match (action, self.picked(cx)) {
            (Action::Enter, Some(Picked::Point(_))) => return None,
            (
                Action::Edit | Action::Delete | Action::Move | Action::Longer | Action::Shorter | Action::Enter,
                Some(Picked::Entry(_, what)),
            ) => what.post,
            (Action::Add | Action::Enter | Action::HalfDay | Action::Mark | Action::CloseDay, _) => self.post(cx),
            // The other one's half-day changes too.
            (Action::Swap, _) => {
                cx.frame.rota.posts.iter().map(|post| post.id).find(|post| Some(*post) != self.post(cx))
            }
            _ => return None,
        };
        cx.not_own(on)
    }

    pub(super) fn browse(&mut self, action: Action, cx: &Cx) -> Vec<Ask> {
        let day = self.day(cx);
        match action {
            Action::Left | Action::Right => return self.aside(action == Action::Right, cx),
            Action::PageUp => return self.go(day.plus(-7), cx),
            Action::PageDown => return self.go(day.plus(7), cx),
            Action::First => {
                let asks = self.go(cx.now.day, cx);
                (self.day, self.spot) = (None, None);
                return asks;
            }
            Action::Up | Action::Down => self.step(action == Action::Down, cx),
            Action::OtherPane => self.next_pick(cx),
            Action::Enter => {
                return match self.picked(cx) {
                    Some(Picked::Point(thread)) => vec![Ask::OpenThread(thread.item.id)],
                    Some(Picked::Entry(id, what)) => self.edit(id, what).into_iter().collect(),
                    None => self.add(cx).into_iter().collect(),
                };
            }
            Action::Add => return self.add(cx).into_iter().collect(),
            Action::Enroll => {
                return vec![Ask::open(StayForm {
                    post: self.post(cx),
                    week: Some(day.week()),
                    ..StayForm::default()
                })];
            }
            Action::Edit => {
                if let Some(Picked::Entry(id, what)) = self.picked(cx) {
                    return self.edit(id, what).into_iter().collect();
                }
            }
            Action::Delete => {
                if let Some(Picked::Entry(id, _)) = self.picked(cx) {
                    return self.remove(id).into_iter().collect();
                }
            }
            Action::Move => self.lift(cx),
            Action::Longer | Action::Shorter => {
                self.lift(cx);
                return self.carry(action, cx);
            }
            Action::Mark => {
                if let Some((post, day, half)) = self.half_days(cx).into_iter().next() {
                    self.mode = Mode::Mark((post, day, half));
                }
            }
            Action::HalfDay => return self.ask_kind(cx),
            Action::Swap => return self.swap_halves(cx),
            Action::CancelStay => {
                let stay = self.stay(cx).and_then(|s| cx.frame.kept_stay(s.id));
                return stay.map(|stay| Ask::open(CancelStayForm::new(stay))).into_iter().collect();
            }
            Action::CloseDay => {
                return self.closing(cx).map(|c| Ask::open(CloseDayForm(c))).into_iter().collect();
            }
            Action::Round => return self.round(cx).into_iter().collect(),
            Action::StayPage => return self.stay(cx).map(|s| Ask::Stay(s.id)).into_iter().collect(),
            Action::Candidates => return self.hole(cx).map(Ask::Candidates).into_iter().collect(),
            Action::Planning => return vec![Ask::Goto(Goto::Register(RegisterId::Planning))],
            _ => {}
        }
        Vec::new()
    }

    /// The week on the post under the keys, where nobody is confirmed for it and it is not over.
    fn hole(&self, cx: &Cx) -> Option<Hole> {
        Hole::vacant(self.post(cx)?, self.day(cx).week(), &cx.frame.rota, cx.frame.centre.opened, cx.now.day)
    }

    /// The home visits of the day on the post under the keys, where there are some and a doctor is there.
    fn round(&self, cx: &Cx) -> Option<Ask> {
        let (post, day) = (self.post(cx)?, self.day(cx));
        let stay = cx.frame.rota.on_duty(post, day)?;
        let visits = self.entries().any(|(_, e)| e.kind == EntryKind::Visit && e.day == day && e.post == Some(post));
        visits.then_some(Ask::Round(stay.id, day))
    }

    /// To the next entry of the cell, or point of the day.
    fn next_pick(&mut self, cx: &Cx) {
        let ring: Vec<Pick> = self.ring(cx).iter().map(Picked::pick).collect();
        let picked = self.picked(cx).map(|p| p.pick());
        let at = ring.iter().position(|p| Some(*p) == picked);
        self.pick = ring.get(at.map_or(0, |n| (n + 1) % ring.len())).copied();
    }

    /// An entry as it was read.
    fn kept(&self, id: EntryId) -> Option<Kept<EntryId>> {
        let entries = self.page.iter().flat_map(|p| &p.entries);
        entries.into_iter().find(|kept| kept.what.id == id).map(|kept| kept.map(|e| e.id))
    }

    fn edit(&self, id: EntryId, what: &NewEntry) -> Option<Ask> {
        Some(Ask::open(EntryForm { known: Some(self.kept(id)?), base: what.clone() }))
    }

    fn remove(&self, id: EntryId) -> Option<Ask> {
        Some(Ask::on(&self.kept(id)?, AgendaAct::Remove(id)))
    }

    /// Takes up the selected entry, to be put down elsewhere.
    fn lift(&mut self, cx: &Cx) {
        let Some(Picked::Entry(id, what)) = self.picked(cx) else { return };
        let (what, Some(on)) = (what.clone(), self.kept(id)) else { return };
        self.spot = Some(what.start.map_or(Spot::Whole, Spot::At));
        self.day = Some(what.day.max(self.week(cx).monday()));
        self.pick = Some(Pick::Entry(id));
        self.mode = Mode::Move(Box::new(Moving { on, to: what.clone(), from: what }));
    }

    /// A new entry, as the cell under the cursor suggests it.
    fn add(&self, cx: &Cx) -> Option<Ask> {
        let (post, day) = (self.post(cx)?, self.day(cx));
        let start = match self.spot(cx) {
            Spot::Whole => None,
            _ => Some(self.free_start(post, day, cx)),
        };
        let noon = cx.frame.rota.calendar.opening.afternoon.0;
        let half = |start| if start < noon { HalfDay::Morning } else { HalfDay::Afternoon };
        let kind = match start.map(|s| cell::kind(self, post, day, half(s), cx)) {
            None => EntryKind::Other,
            Some(HalfDayKind::Unplanned) => EntryKind::Unplanned,
            Some(HalfDayKind::Visits) => EntryKind::Visit,
            Some(_) => EntryKind::Consultation,
        };
        let base = NewEntry {
            kind,
            post: Some(post),
            day,
            to: day,
            start,
            minutes: 0,
            patient: None,
            title: String::new(),
            place: String::new(),
            item: None,
        };
        Some(Ask::open(EntryForm { known: None, base }))
    }

    /// The first place of the cell that nothing takes, else its first minute; from the points due, of the day.
    fn free_start(&self, post: PostId, day: Day, cx: &Cx) -> u16 {
        let rows = self.rows(cx);
        let row = self.row(&rows, cx).map(|at| rows[at]);
        let taken: Vec<(u16, u16)> = self
            .entries()
            .filter(|(_, e)| e.day == day && e.post == Some(post))
            .filter_map(|(_, e)| Some((e.start?, e.end())))
            .collect();
        let slot = cx.frame.centre.slot_minutes;
        let free = |start: &u16| taken.iter().all(|(from, to)| *to <= *start || *start + slot <= *from);
        let places: Vec<u16> = match row {
            Some(Row::Slot { from, .. }) if taken.is_empty() => return from,
            Some(row) => cell::starts(row, cx).collect(),
            None => rows.iter().flat_map(|row| cell::starts(*row, cx)).collect(),
        };
        let first = match row {
            Some(Row::Slot { from, .. }) => from,
            _ => cx.frame.rota.calendar.opening.morning.0,
        };
        places.into_iter().find(free).unwrap_or(first)
    }
}
