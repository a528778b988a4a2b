//! What is held while the arrows move: an entry to be put down elsewhere, or the start of a range.

use super::rows::Row;
use super::{Pick, Spot, WeekTab, cell};
use crate::domain::act::AgendaAct;
use crate::domain::agenda::{HalfDayKind, NewEntry, OnClash};
use crate::domain::{Day, EntryId, HalfDay, PostId};
use crate::protocol::Kept;
use crate::ui::form::half_days::HalfDaysForm;
use crate::ui::form::swap_halves::SwapHalvesForm;
use crate::ui::{Action, Ask, Cx};

/// Minutes by which an entry is made longer or shorter.
const STEP: u16 = 5;

/// A half-day of a post.
pub type Half = (PostId, Day, HalfDay);

/// What the arrows do.
#[derive(Debug, Clone, Default)]
pub enum Mode {
    /// Move the cursor.
    #[default]
    Browse,
    /// Move an entry.
    Move(Box<Moving>),
    /// Stretch a range of half-days.
    Mark(Half),
}

/// An entry on its way.
#[derive(Debug, Clone)]
pub struct Moving {
    /// As it was read: what another desk changes meanwhile is not overwritten (rule 14).
    pub on: Kept<EntryId>,
    pub from: NewEntry,
    pub to: NewEntry,
}

impl Mode {
    pub fn moving(&self) -> Option<&Moving> {
        if let Self::Move(moving) = self { Some(moving) } else { None }
    }
}

impl WeekTab {
    pub(super) fn can_carry(&self, action: Action, cx: &Cx) -> bool {
        let arrows = matches!(action, Action::Left | Action::Right | Action::Up | Action::Down | Action::Back);
        match &self.mode {
            Mode::Browse => false,
            Mode::Move(moving) => match action {
                Action::PageUp | Action::PageDown | Action::Enter | Action::Longer => true,
                Action::Shorter => moving.to.minutes > STEP || moving.to.to > moving.to.day,
                _ => arrows,
            },
            Mode::Mark(_) => match action {
                Action::Up | Action::Down => self.can_browse(action, cx),
                Action::HalfDay | Action::Enter => !self.half_days(cx).is_empty(),
                Action::Mark => true,
                _ => arrows,
            },
        }
    }

    pub(super) fn carry(&mut self, action: Action, cx: &Cx) -> Vec<Ask> {
        match (&self.mode, action) {
            (_, Action::Back) | (Mode::Mark(_), Action::Mark) => self.back_to_start(cx),
            (Mode::Mark(_), Action::HalfDay | Action::Enter) => self.ask_kind(cx),
            (Mode::Mark(_), _) => self.browse(action, cx),
            (Mode::Move(_), Action::Enter) => self.put_down(cx),
            (Mode::Move(_), Action::Left | Action::Right) => {
                let asks = self.aside(action == Action::Right, cx);
                self.follow(cx);
                asks
            }
            (Mode::Move(_), Action::PageUp | Action::PageDown) => {
                let asks = self.go(self.day(cx).plus(if action == Action::PageUp { -7 } else { 7 }), cx);
                self.follow(cx);
                asks
            }
            (Mode::Move(_), Action::Up | Action::Down) => {
                self.shift(action == Action::Down, cx);
                Vec::new()
            }
            (Mode::Move(_), _) => {
                self.stretch(action == Action::Longer);
                Vec::new()
            }
            (Mode::Browse, _) => Vec::new(),
        }
    }

    /// Gives up; what was moved is where it was, and so is the cursor.
    pub(super) fn back_to_start(&mut self, cx: &Cx) -> Vec<Ask> {
        let Mode::Move(moving) = std::mem::take(&mut self.mode) else { return Vec::new() };
        let asks = self.go(moving.from.day, cx);
        self.spot = Some(moving.from.start.map_or(Spot::Whole, Spot::At));
        self.post = moving.from.post.or(self.post);
        self.pick = Some(Pick::Entry(moving.on.what));
        asks
    }

    /// Puts what is moved where the cursor went.
    fn follow(&mut self, cx: &Cx) {
        let (day, post) = (self.day(cx), self.post(cx));
        let Mode::Move(moving) = &mut self.mode else { return };
        let length = moving.to.to.0 - moving.to.day.0;
        (moving.to.day, moving.to.to) = (day, day.plus(length));
        // What is the whole centre's stays so.
        moving.to.post = moving.to.post.and(post);
        self.pick = Some(Pick::Entry(moving.on.what));
    }

    /// Up or down by the length of a consultation, or by a row where rows are shorter.
    fn shift(&mut self, down: bool, cx: &Cx) {
        let rows = self.rows(cx);
        let lengths =
            rows.iter().filter_map(|r| if let Row::Slot { from, to, .. } = r { Some(to - from) } else { None });
        let step = lengths.max().unwrap_or(60).min(cx.frame.centre.slot_minutes).max(STEP);
        let Mode::Move(moving) = &mut self.mode else { return };
        let Some(start) = moving.to.start else { return };
        let last = 1440 - moving.to.minutes.min(1440);
        let to = if down { (start + step).min(last) } else { start.saturating_sub(step) };
        moving.to.start = Some(to);
        self.spot = Some(Spot::At(to));
    }

    /// Longer or shorter by five minutes, what takes whole days by a day.
    fn stretch(&mut self, longer: bool) {
        let Mode::Move(moving) = &mut self.mode else { return };
        let to = &mut moving.to;
        match (to.start, longer) {
            (Some(start), true) => to.minutes = (to.minutes + STEP).min(1440 - start),
            (Some(_), false) => to.minutes = to.minutes.saturating_sub(STEP).max(STEP),
            (None, true) => to.to = to.to.plus(1),
            (None, false) => to.to = to.to.plus(-1).max(to.day),
        }
    }

    /// One act for the whole way; nothing when it is where it was.
    fn put_down(&mut self, cx: &Cx) -> Vec<Ask> {
        if self.mode.moving().is_none_or(|m| m.to == m.from) {
            return self.back_to_start(cx);
        }
        let Mode::Move(moving) = std::mem::take(&mut self.mode) else { return Vec::new() };
        let ask = Ask::on(&moving.on, AgendaAct::Edit(moving.on.what, moving.to.clone(), OnClash::Ask));
        self.put = Some(moving);
        vec![ask]
    }

    /// The half-day under the cursor; both of the day from what has no hour.
    fn half(&self, cx: &Cx) -> Vec<HalfDay> {
        let rows = self.rows(cx);
        match self.row(&rows, cx).map(|at| rows[at]) {
            Some(Row::Slot { half: Some(half), .. }) => vec![half],
            Some(Row::Slot { from, .. }) if from < cx.frame.rota.calendar.opening.afternoon.0 => vec![HalfDay::Morning],
            Some(Row::Slot { .. }) => vec![HalfDay::Afternoon],
            _ => vec![HalfDay::Morning, HalfDay::Afternoon],
        }
    }

    /// The half-days the keys act on: those of the range, else of the cell.
    ///
    /// A holiday or a closure is no half-day one decides of.
    pub(super) fn half_days(&self, cx: &Cx) -> Vec<Half> {
        let Some(post) = self.post(cx) else { return Vec::new() };
        let (day, halves) = (self.day(cx), self.half(cx));
        let posts: Vec<PostId> = cx.frame.rota.posts.iter().map(|p| p.id).collect();
        let at = |post: PostId| posts.iter().position(|p| *p == post).unwrap_or(0);
        let (first, last, lanes, halves) = match self.mode {
            Mode::Mark((from, since, half)) => {
                let mut all = halves;
                all.push(half);
                let span = at(from).min(at(post))..=at(from).max(at(post));
                (since.min(day), since.max(day), span, all)
            }
            _ => (day, day, at(post)..=at(post), halves),
        };
        let calendar = &cx.frame.rota.calendar;
        let open = |day: &Day| calendar.holiday(*day).is_none() && calendar.closure(*day).is_none();
        let mut found = Vec::new();
        for day in first.to(last).filter(open) {
            for half in [HalfDay::Morning, HalfDay::Afternoon].into_iter().filter(|h| halves.contains(h)) {
                found.extend(posts.get(lanes.clone()).into_iter().flatten().map(|post| (*post, day, half)));
            }
        }
        found
    }

    pub(super) fn ask_kind(&self, cx: &Cx) -> Vec<Ask> {
        let which = self.half_days(cx);
        let kind = which.first().map_or(HalfDayKind::Programmed, |(p, d, h)| cell::kind(self, *p, *d, *h, cx));
        vec![Ask::open(HalfDaysForm { which, kind })]
    }

    /// P and NP of the cell, or of its week, change places with another post's.
    pub(super) fn swap_halves(&self, cx: &Cx) -> Vec<Ask> {
        let Some(post) = self.post(cx) else { return Vec::new() };
        let halves = self.half_days(cx).into_iter().map(|(_, day, half)| (day, half)).collect();
        let entries = self.page.iter().flat_map(|page| &page.entries).map(|kept| kept.what.clone()).collect();
        vec![Ask::open(SwapHalvesForm { post, halves, decided: self.decided().to_vec(), entries })]
    }
}
