//! The rota of a year: how each week of each post is filled, what is vacant, and how far it is complete.
//!
//! Only a confirmed stay covers a week (an option or a doctor who was only spoken of does not), and a
//! week without a working day is no vacancy.

mod list;

pub use list::{Filter, Line, lines};

use super::{Day, IsoWeek, PostId, Rota, Stay, StayState};

/// Weeks beyond which nobody plans.
const FAR: i32 = 3 * 53;

/// How a week on a post is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cover {
    /// Over before the centre opened.
    Before,
    /// No working day in it.
    Closed,
    /// A confirmed doctor on every working day.
    Full,
    /// A confirmed doctor on some working days.
    Partly,
    /// Somebody is hoped for, nobody confirmed.
    Hoped,
    Vacant,
}

impl Cover {
    /// What the week is on that post, for a centre that opened that day.
    #[must_use]
    pub fn in_rota(rota: &Rota, opened: Day, post: PostId, week: IsoWeek) -> Self {
        Self::since(rota, opened, post, week, week.monday())
    }

    /// The same, of what is left of the week from `since` on.
    fn since(rota: &Rota, opened: Day, post: PostId, week: IsoWeek, since: Day) -> Self {
        if week.sunday() < opened {
            return Self::Before;
        }
        let left = since.max(week.monday()).to(week.sunday());
        let mut working = left.filter(|d| rota.calendar.is_working(*d)).peekable();
        if working.peek().is_none() {
            return Self::Closed;
        }
        let (filled, empty): (Vec<_>, Vec<_>) = working.partition(|d| rota.on_duty(post, *d).is_some());
        match (filled.is_empty(), empty.is_empty()) {
            (false, true) => Self::Full,
            (false, false) => Self::Partly,
            (true, _) if stays(rota, post, week).next().is_some() => Self::Hoped,
            (true, _) => Self::Vacant,
        }
    }

    /// Whether no confirmed doctor comes though the centre is to be open.
    #[must_use]
    pub const fn is_vacant(self) -> bool {
        matches!(self, Self::Hoped | Self::Vacant)
    }
}

/// Stays of a week on a post that were not called off, confirmed ones first.
pub fn stays(rota: &Rota, post: PostId, week: IsoWeek) -> impl Iterator<Item = &Stay> {
    let hoped = move |s: &&Stay| s.post == post && !matches!(s.state, StayState::Confirmed | StayState::Cancelled);
    rota.in_week(post, week).chain(rota.stays.between(week.monday(), week.sunday()).filter(hoped))
}

/// The weeks of an ISO year: 52 of them, or 53.
pub fn weeks(year: i32) -> impl Iterator<Item = IsoWeek> {
    (1..=53).filter_map(move |n| IsoWeek::new(year, n))
}

/// The month a week counts in, 1 to 12: that of its Thursday, as ISO 8601 has it for years.
#[must_use]
pub fn month(week: IsoWeek) -> u32 {
    use chrono::Datelike;
    week.monday().plus(3).date().month()
}

/// The quarter a week counts in, 0 to 3.
#[must_use]
pub fn quarter(week: IsoWeek) -> u32 {
    (month(week) - 1) / 3
}

/// Vacant weeks of posts, from one week to another, both included; what is over by `today` does not count.
#[must_use]
pub fn vacancies(rota: &Rota, opened: Day, today: Day, (from, to): (IsoWeek, IsoWeek)) -> Vec<(IsoWeek, PostId)> {
    std::iter::successors(Some(from), |w| Some(w.next()))
        .take_while(|w| *w <= to)
        .flat_map(|week| rota.posts.iter().map(move |post| (week, post.id)))
        .filter(|(week, post)| Cover::since(rota, opened, *post, *week, today).is_vacant())
        .collect()
}

/// The vacancy after that week and post, within three years; around to the first one from today on.
#[must_use]
pub fn next_vacancy(rota: &Rota, opened: Day, today: Day, after: (IsoWeek, PostId)) -> Option<(IsoWeek, PostId)> {
    let this = today.week();
    let all = vacancies(rota, opened, today, (this, after.0.max(this).plus(FAR)));
    let place = |(week, post): (IsoWeek, PostId)| (week, rota.posts.iter().position(|p| p.id == post));
    all.iter().copied().find(|found| place(*found) > place(after)).or_else(|| all.first().copied())
}

/// How far the rota is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Horizon {
    /// The last open week up to which every post is covered on every working day from today on.
    Complete(IsoWeek),
    /// The first week with something left to work, where that one is not covered already.
    Incomplete(IsoWeek),
}

/// The next week after this one in which there is something to work on the post; within three years.
#[must_use]
pub fn next_open_week(rota: &Rota, opened: Day, post: PostId, today: Day) -> Option<IsoWeek> {
    let open = |week: &IsoWeek| !matches!(Cover::in_rota(rota, opened, post, *week), Cover::Closed | Cover::Before);
    (1..FAR).map(|n| today.week().plus(n)).find(open)
}

/// How far every post is covered on every working day from today on.
#[must_use]
pub fn horizon(rota: &Rota, opened: Day, today: Day) -> Horizon {
    let this = today.week();
    let mut last = None;
    for week in (0..FAR).map(|n| this.plus(n)) {
        let mut open = rota
            .posts
            .iter()
            .map(|p| Cover::since(rota, opened, p.id, week, today))
            .filter(|c| !matches!(c, Cover::Closed | Cover::Before))
            .peekable();
        if open.peek().is_none() {
            continue;
        }
        if !open.all(|c| c == Cover::Full) {
            return last.map_or(Horizon::Incomplete(week), Horizon::Complete);
        }
        last = Some(week);
    }
    last.map_or(Horizon::Incomplete(this), Horizon::Complete)
}

#[cfg(test)]
mod tests {
    use super::super::ClosureId;
    use super::super::centre::Closure;
    use super::super::fixture::*;
    use super::*;

    const OPENED: Day = Day(0);

    /// The weeks of 2026 (past 53, of 2027) found vacant, with their posts.
    fn vacant(rota: &Rota, today: Day, from: i32, to: i32) -> Vec<(i32, i64)> {
        let number = |w: IsoWeek| (w.monday().0 - monday(1).0) / 7 + 1;
        let found = vacancies(rota, OPENED, today, (week(from), week(to)));
        found.into_iter().map(|(week, post)| (number(week), post.0)).collect()
    }

    fn in_state(mut stay: Stay, state: StayState) -> Stay {
        stay.state = state;
        stay
    }

    #[test]
    fn only_confirmed_stays_cover_and_closed_weeks_are_no_vacancy() {
        let (option, considered) = (StayState::Option, StayState::Considered);
        let stays = vec![
            stay(1, 1, 1, 48),
            in_state(stay(2, 1, 2, 49), option),
            in_state(stay(3, 1, 3, 50), considered),
            cancelled(stay(4, 1, 4, 51), monday(47)),
        ];
        let mut rota = rota(1, stays);
        assert_eq!(vacant(&rota, monday(48), 48, 53), [(49, 1), (50, 1), (51, 1), (52, 1), (53, 1)]);
        // Closed from Monday to Sunday: no working day, no vacancy. A holiday alone does not close a week.
        let (from, to) = (monday(52), monday(52).plus(6));
        rota.calendar.closures.push(Closure { id: ClosureId(1), from, to, reason: "Noël".into() });
        assert_eq!(vacant(&rota, monday(48), 48, 53), [(49, 1), (50, 1), (51, 1), (53, 1)]);
        assert_eq!(horizon(&rota, OPENED, monday(48)), Horizon::Complete(week(48)));
        assert_eq!(horizon(&rota, OPENED, monday(49)), Horizon::Incomplete(week(49)));
        // Nothing of S51 is left on its Sunday, and S52 is closed.
        assert_eq!(horizon(&rota, OPENED, monday(51).plus(6)), Horizon::Incomplete(week(53)));
        assert_eq!(next_open_week(&rota, OPENED, POST, monday(51).plus(6)), Some(week(53)));
    }

    #[test]
    fn a_week_is_judged_by_what_is_left_of_it() {
        let rota = rota(1, vec![stay(1, 1, 1, 49)]);
        // Saturday morning is open here: on Sunday nothing of S48 is left to be vacant.
        assert_eq!(vacant(&rota, monday(48).plus(5), 48, 49), [(48, 1)]);
        assert_eq!(vacant(&rota, monday(48).plus(6), 48, 49), []);
        assert_eq!(horizon(&rota, OPENED, monday(48).plus(6)), Horizon::Complete(week(49)));
    }

    #[test]
    fn a_holiday_or_a_stay_of_some_days() {
        // 11 November 2026 is the Wednesday of S46; a stay around it covers the week.
        let mut around = stay(1, 1, 1, 46);
        around.to = monday(46).plus(1);
        let mut rest = stay(2, 1, 2, 46);
        rest.from = monday(46).plus(3);
        let full = rota(1, vec![around.clone(), rest]);
        assert_eq!(Cover::in_rota(&full, OPENED, POST, week(46)), Cover::Full);
        // Two days only are no vacancy, but the week is not complete.
        let partly = rota(1, vec![around]);
        assert_eq!(Cover::in_rota(&partly, OPENED, POST, week(46)), Cover::Partly);
        assert_eq!(vacant(&partly, monday(46), 46, 46), []);
        assert_eq!(horizon(&partly, OPENED, monday(46)), Horizon::Incomplete(week(46)));
    }

    #[test]
    fn two_posts_are_counted_each_and_complete_together() {
        let rota = rota(2, vec![stay(1, 1, 1, 48), stay(2, 2, 2, 48), stay(3, 1, 3, 49)]);
        assert_eq!(vacant(&rota, monday(48), 48, 50), [(49, 2), (50, 1), (50, 2)]);
        assert_eq!(horizon(&rota, OPENED, monday(48)), Horizon::Complete(week(48)));
        let next = |from: i32, post: i64| next_vacancy(&rota, OPENED, monday(48), (week(from), PostId(post))).unwrap();
        assert_eq!(next(48, 1), (week(49), PostId(2)));
        assert_eq!(next(49, 2), (week(50), PostId(1)));
        assert_eq!(next(50, 1), (week(50), PostId(2)));
    }

    #[test]
    fn the_next_vacancy_goes_round_and_may_be_nowhere() {
        let mut rota = rota(1, vec![stay(1, 1, 1, 48)]);
        // Closed for good after S49.
        let (from, to) = (monday(50), monday(50).plus(9_999));
        rota.calendar.closures.push(Closure { id: ClosureId(1), from, to, reason: "travaux".into() });
        let next = |rota: &Rota| next_vacancy(rota, OPENED, monday(48), (week(49), POST));
        assert_eq!(next(&rota), Some((week(49), POST)));
        rota.stays.edit(|stays| stays.push(stay(2, 1, 2, 49)));
        assert_eq!(next(&rota), None);
        // Weeks in which the centre is closed do not break what is complete, nor do they lengthen it.
        assert_eq!(horizon(&rota, OPENED, monday(48)), Horizon::Complete(week(49)));
    }

    #[test]
    fn a_year_of_53_weeks_has_its_quarters() {
        let quarters = |year| {
            let mut count = [0; 4];
            weeks(year).for_each(|w| count[quarter(w) as usize] += 1);
            count
        };
        assert_eq!(quarters(2026), [13, 13, 13, 14]);
        assert_eq!(quarters(2027), [12, 13, 14, 13]);
        assert_eq!(weeks(2026).last(), Some(week(53)));
        assert_eq!(month(week(53)), 12);
        // Every vacancy of the turn of the year, week 53 too.
        let rota = rota(1, vec![]);
        assert_eq!(vacant(&rota, monday(52), 52, 54).len(), 3);
    }

    #[test]
    fn what_lies_before_the_opening_is_no_vacancy() {
        let rota = rota(1, vec![]);
        assert_eq!(Cover::in_rota(&rota, monday(40), POST, week(39)), Cover::Before);
        assert_eq!(Cover::in_rota(&rota, monday(40), POST, week(40)), Cover::Vacant);
    }
}
