//! The planning: a year on one screen, its quarters side by side, a line a week.
//!
//! What the title says comes first: the vacant weeks, the next of them, and how far all is complete.

mod below;
mod draw;
mod list;
mod ready;
mod school;

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::candidate::Hole;
use crate::domain::planning::Filter;
use crate::domain::rights::Right;
use crate::domain::{Day, IsoWeek, Msg, PostId, Stay, StayId, StayState, planning};
use crate::protocol::{Page, Query};
use crate::ui::form::cancel_stay::CancelStayForm;
use crate::ui::form::cut_stay::CutStayForm;
use crate::ui::form::several_stays::SeveralStaysForm;
use crate::ui::form::stay::StayForm;
use crate::ui::form::swap::{SwapForm, may_move};
use crate::ui::pane::unread;
use crate::ui::tab::cover::Cover;
use crate::ui::{Action, Ask, Cx, Pane, Scope, rights};
use ready::Ready;

/// Weeks of a quarter: a step to the side.
const QUARTER: i32 = 13;
/// Lines of the list that a page key moves by.
const PAGE: isize = 10;

/// The register "Planning".
#[derive(Debug, Clone, Default)]
pub struct Planning {
    /// The selected week; nothing is this one.
    week: Option<IsoWeek>,
    /// The post whose stays the keys act on; nothing is the first.
    post: Option<PostId>,
    /// Which of several stays of that week and post they act on; nothing is the first.
    stay: Option<StayId>,
    /// What is shown of it.
    filter: Filter,
    /// As a list, what is vacant first; else as a year of weeks.
    list: bool,
    /// How far the stays to come are prepared, and how their papers stand.
    ready: BTreeMap<StayId, Ready>,
}

impl Planning {
    /// The week and post that were last chosen.
    fn chosen(&self, cx: &Cx) -> (IsoWeek, Option<PostId>) {
        let posts = &cx.frame.rota.posts;
        let post = self.post.filter(|id| posts.iter().any(|p| p.id == *id)).or_else(|| posts.first().map(|p| p.id));
        (self.week.unwrap_or(cx.now.day.week()), post)
    }

    /// Those the keys act on: of a list the ones of the line that is marked, even when what was chosen is no longer in it.
    fn on(&self, cx: &Cx) -> (IsoWeek, Option<PostId>, Option<StayId>) {
        let (week, post) = self.chosen(cx);
        let line = if self.list { self.lines(cx).get(self.marked(cx)).copied() } else { None };
        line.map_or((week, post, self.stay), |line| (line.week, Some(line.post), line.stay))
    }

    fn week(&self, cx: &Cx) -> IsoWeek {
        self.on(cx).0
    }

    fn post(&self, cx: &Cx) -> Option<PostId> {
        self.on(cx).1
    }

    /// As it was left, to be opened again: what was read for it need not be read again.
    #[must_use]
    pub fn left(&self) -> Self {
        self.clone()
    }

    /// The stays of the week on the post that are shown, confirmed ones first; withdrawn ones where they have a line.
    fn there<'a>(&self, cx: &Cx<'a>) -> Vec<&'a Stay> {
        let Some(post) = self.post(cx) else { return Vec::new() };
        let mut there = self.filter.stays(&cx.frame.rota, post, self.week(cx));
        let lined = self.list || self.filter == Filter::Withdrawn;
        there.retain(|s| lined || s.state != StayState::Cancelled);
        there
    }

    /// The stay the keys act on: the confirmed one of the week, or one of those that are hoped for; of those that were
    /// withdrawn only one that was chosen.
    fn stay<'a>(&self, cx: &Cx<'a>) -> Option<&'a Stay> {
        let (there, on) = (self.there(cx), self.on(cx).2);
        let chosen = there.iter().find(|s| Some(s.id) == on);
        let first = || there.iter().find(|s| s.state != StayState::Cancelled || self.filter == Filter::Withdrawn);
        chosen.or_else(first).copied()
    }

    /// The next stay of the week, then the next post.
    fn other(&mut self, cx: &Cx) {
        let there = self.there(cx);
        let on = self.stay(cx).map(|s| s.id);
        let at = there.iter().position(|s| Some(s.id) == on).map_or(there.len(), |n| n + 1);
        if let Some(next) = there.get(at) {
            self.stay = Some(next.id);
            return;
        }
        let posts = &cx.frame.rota.posts;
        let at = posts.iter().position(|p| Some(p.id) == self.post(cx)).map_or(0, |n| (n + 1) % posts.len());
        self.post = posts.get(at).map(|p| p.id);
        self.stay = None;
    }

    /// The vacancy after the selection, and around to the first.
    fn next_gap(&self, cx: &Cx) -> Option<(IsoWeek, PostId)> {
        let (rota, opened) = (&cx.frame.rota, cx.frame.centre.opened);
        planning::next_vacancy(rota, opened, cx.now.day, (self.week(cx), self.post(cx)?))
    }

    /// The same week of another year; week 53 becomes the last there is.
    fn in_year(&self, years: i32, cx: &Cx) -> IsoWeek {
        let week = self.week(cx);
        let year = week.year() + years;
        IsoWeek::new(year, week.number()).or_else(|| IsoWeek::new(year, 52)).unwrap_or(week)
    }
}

impl Pane for Planning {
    fn scope(&self) -> Scope {
        Scope::Planning
    }

    fn queries(&self, cx: &Cx) -> Vec<Query> {
        if cx.may(Right::Prepare) { vec![Query::Prepared] } else { Vec::new() }
    }

    fn takes_out(&self, _cx: &Cx) -> Option<Ask> {
        Some(Ask::PickLeaflet)
    }

    fn since(&self, cx: &Cx) -> Option<Day> {
        planning::weeks(self.week(cx).year()).next().map(IsoWeek::monday)
    }

    fn receive(&mut self, page: &Page, cx: &Cx) {
        if let Page::Prepared(known) = page {
            let ahead = cx.frame.rota.stays.ending_from(cx.now.day);
            self.ready = ahead.filter_map(|stay| Some((stay.id, Ready::of(stay, known, cx)?))).collect();
        }
    }

    fn can(&self, action: Action, cx: &Cx) -> bool {
        if !cx.may(rights::of_action(action, Scope::Planning)) {
            return false;
        }
        match action {
            Action::Left | Action::Right => !self.list,
            Action::Up
            | Action::Down
            | Action::ByState
            | Action::AsList
            | Action::PageUp
            | Action::PageDown
            | Action::YearBefore
            | Action::YearAfter
            | Action::Proposal
            | Action::Several => true,
            Action::First => self.week(cx) != cx.now.day.week(),
            Action::OtherPane => cx.frame.rota.posts.len() > 1 || self.there(cx).len() > 1,
            Action::NextGap => self.next_gap(cx).is_some(),
            Action::Enroll => self.post(cx).is_some(),
            Action::Enter => self.stay(cx).is_some() || (self.post(cx).is_some() && cx.may(Right::Rota)),
            Action::Candidates => self.hole(cx).is_some(),
            Action::Swap | Action::Cut => self.stay(cx).is_some_and(|s| may_move(s, cx)),
            Action::Edit => self.stay(cx).is_some_and(|s| s.state != StayState::Cancelled),
            Action::CancelStay => self.stay(cx).is_some_and(|s| s.state != StayState::Cancelled && s.to >= cx.now.day),
            _ => false,
        }
    }

    fn why_not(&self, action: Action, cx: &Cx) -> Option<Msg> {
        let id = match action {
            _ if !cx.may(rights::of_action(action, Scope::Planning)) => {
                return rights::not_yours(action, Scope::Planning, cx);
            }
            Action::NextGap => "why-no-gap",
            Action::Edit | Action::CancelStay | Action::Swap | Action::Cut if self.stay(cx).is_none() => "why-vacant",
            Action::Swap | Action::Cut => "why-stay-moves-not",
            Action::Edit => "store-stay-is-cancelled",
            Action::CancelStay if self.stay(cx).is_some_and(|s| s.state == StayState::Cancelled) => {
                "store-stay-is-cancelled"
            }
            Action::CancelStay => "why-stay-past",
            Action::Candidates => "why-not-vacant",
            _ => return None,
        };
        Some(Msg::new(id))
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Vec<Ask> {
        if !self.can(action, cx) {
            return Vec::new();
        }
        let week = self.week(cx);
        if let Some(by) = self.list.then(|| lines_by(action)).flatten() {
            self.step(by, cx);
            return Vec::new();
        }
        let go = match action {
            Action::Up => week.plus(-1),
            Action::Down => week.plus(1),
            Action::Left | Action::PageUp => week.plus(-QUARTER),
            Action::Right | Action::PageDown => week.plus(QUARTER),
            Action::YearBefore => self.in_year(-1, cx),
            Action::YearAfter => self.in_year(1, cx),
            Action::First => cx.now.day.week(),
            Action::NextGap => {
                let found = self.next_gap(cx);
                self.post = found.map(|(_, post)| post).or(self.post);
                found.map_or(week, |(week, _)| week)
            }
            Action::OtherPane => {
                self.other(cx);
                week
            }
            Action::ByState => {
                self.filter = self.filter.next();
                week
            }
            Action::AsList => {
                self.list = !self.list;
                week
            }
            Action::Proposal => return vec![Ask::Proposal],
            Action::Candidates => {
                return self.hole(cx).map(Ask::Candidates).into_iter().collect();
            }
            _ => return self.ask(action, cx).into_iter().collect(),
        };
        if go != week {
            self.stay = None;
        }
        self.week = Some(go);
        if cx.has_rota(self) { Vec::new() } else { vec![Ask::Reload] }
    }

    fn click(&mut self, column: u16, row: u16, area: Rect, cx: &Cx) -> Vec<Ask> {
        if self.list {
            let line = list::at(self, row, draw::list_place(area), cx);
            self.select(line.as_ref());
            return Vec::new();
        }
        let at = Position { x: column, y: row };
        let hit = draw::weeks(area, self.week(cx), cx).into_iter().find(|(place, _)| place.contains(at));
        if let Some((place, week)) = hit {
            self.week = Some(week);
            self.stay = None;
            let posts = &cx.frame.rota.posts;
            let cells = draw::cells(place, posts.len());
            let post = cells.iter().position(|c| c.contains(at)).and_then(|n| posts.get(n));
            self.post = post.map(|p| p.id).or(self.post);
        }
        Vec::new()
    }

    fn hints(&self, cx: &Cx) -> Vec<Action> {
        use Action::{
            AsList, Back, ByState, CancelStay, Candidates, Edit, Enroll, NextGap, OtherPane, Proposal, Swap, YearAfter,
        };
        let likely = match self.there(cx).len() {
            0 => [Enroll, Candidates, Proposal, Back, NextGap, ByState, AsList, YearAfter],
            1 => [Edit, CancelStay, Swap, Back, NextGap, ByState, AsList, YearAfter],
            _ => [Edit, OtherPane, NextGap, Back, CancelStay, ByState, AsList, YearAfter],
        };
        likely.into_iter().filter(|a| *a == Action::Back || self.can(*a, cx)).collect()
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        if cx.has_rota(self) {
            draw::draw(self, area, buf, cx)
        } else {
            unread(area, buf, cx);
            None
        }
    }
}

/// Lines of the list that a key moves by.
const fn lines_by(action: Action) -> Option<isize> {
    match action {
        Action::Up => Some(-1),
        Action::Down => Some(1),
        Action::PageUp => Some(-PAGE),
        Action::PageDown => Some(PAGE),
        _ => None,
    }
}

impl Planning {
    /// The selected week on the selected post, where nobody is confirmed for it and it is not over.
    fn hole(&self, cx: &Cx) -> Option<Hole> {
        Hole::vacant(self.post(cx)?, self.week(cx), &cx.frame.rota, cx.frame.centre.opened, cx.now.day)
    }

    /// The dialog an action opens. Enter opens the stay there is, and enters one where there is none.
    fn ask(&self, action: Action, cx: &Cx) -> Option<Ask> {
        let (post, week) = (self.post(cx)?, self.week(cx));
        let stay = self.stay(cx).and_then(|s| cx.frame.kept_stay(s.id));
        Some(match (action, stay) {
            (Action::CancelStay, stay) => Ask::open(CancelStayForm::new(stay?)),
            (Action::Swap, stay) => Ask::open(SwapForm::new(stay?)),
            (Action::Cut, stay) => Ask::open(CutStayForm::new(stay?)),
            (Action::Several, _) => Ask::open(SeveralStaysForm { post: Some(post) }),
            (Action::Enter, Some(stay)) => Ask::Stay(stay.what.id),
            (Action::Edit, Some(stay)) if stay.what.state != StayState::Cancelled => Ask::open(StayForm::of(stay)),
            _ => Ask::open(StayForm { post: Some(post), week: Some(week), ..StayForm::default() }),
        })
    }

    /// What the selected week is on the selected post.
    fn cover(&self, cx: &Cx) -> Option<Cover> {
        self.post(cx).map(|post| Cover::of(cx, post, self.week(cx)))
    }
}

#[cfg(test)]
mod tests;
