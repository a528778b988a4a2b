//! The year as a list: a line for each stay of a week on a post, and for each week without one.

use super::super::{Day, IsoWeek, PostId, Rota, Stay, StayId, StayState};
use super::{Cover, stays, weeks};

/// Which weeks of the planning are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Filter {
    #[default]
    All,
    /// Weeks without a confirmed doctor.
    Vacant,
    /// Options, and doctors who were spoken of.
    Hoped,
    Confirmed,
    Withdrawn,
}

impl Filter {
    /// In the order in which a key goes through them.
    pub const ALL: [Self; 5] = [Self::All, Self::Vacant, Self::Hoped, Self::Confirmed, Self::Withdrawn];

    /// The one after, and round to the first.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|f| *f == self).map_or(0, |n| n + 1);
        Self::ALL[at % Self::ALL.len()]
    }

    /// Identifier of its name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "planning-filter-all",
            Self::Vacant => "planning-filter-vacant",
            Self::Hoped => "planning-filter-hoped",
            Self::Confirmed => "planning-filter-confirmed",
            Self::Withdrawn => "planning-filter-withdrawn",
        }
    }

    /// The stays of a week on a post that it shows: confirmed ones first, withdrawn ones last.
    #[must_use]
    pub fn stays(self, rota: &Rota, post: PostId, week: IsoWeek) -> Vec<&Stay> {
        let gone = |s: &&Stay| s.post == post && s.state == StayState::Cancelled;
        let gone = rota.stays.between(week.monday(), week.sunday()).filter(gone);
        let wanted = |s: &&Stay| match self {
            Self::All => true,
            Self::Vacant => s.state != StayState::Cancelled,
            Self::Hoped => matches!(s.state, StayState::Option | StayState::Considered),
            Self::Confirmed => s.state == StayState::Confirmed,
            Self::Withdrawn => s.state == StayState::Cancelled,
        };
        stays(rota, post, week).chain(gone).filter(wanted).collect()
    }

    /// Whether it shows a week on a post that is filled like that.
    #[must_use]
    pub fn keeps(self, rota: &Rota, cover: Cover, post: PostId, week: IsoWeek) -> bool {
        match self {
            Self::All => true,
            Self::Vacant => cover.is_vacant(),
            _ => !self.stays(rota, post, week).is_empty(),
        }
    }
}

/// A line of the list: a stay in a week of a post, or that nobody is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub week: IsoWeek,
    pub post: PostId,
    pub stay: Option<StayId>,
    pub cover: Cover,
}

/// The lines of a year that a filter shows: what is vacant first, then what has a gap, each by weeks; what is over by
/// `today` waits for nobody.
#[must_use]
pub fn lines(rota: &Rota, opened: Day, today: Day, year: i32, filter: Filter) -> Vec<Line> {
    let mut lines = Vec::new();
    for week in weeks(year) {
        for post in rota.posts.iter().map(|p| p.id) {
            let cover = Cover::in_rota(rota, opened, post, week);
            if cover == Cover::Before || !filter.keeps(rota, cover, post, week) {
                continue;
            }
            let line = |stay| Line { week, post, stay, cover };
            let there = filter.stays(rota, post, week);
            // A week that only a withdrawn stay is left of is vacant all the same.
            if filter != Filter::Withdrawn && there.iter().all(|s| s.state == StayState::Cancelled) {
                lines.push(line(None));
            }
            lines.extend(there.iter().map(|s| line(Some(s.id))));
        }
    }
    lines.sort_by_key(|line| match line.cover {
        _ if line.week.sunday() < today => 2,
        cover if cover.is_vacant() => 0,
        Cover::Partly => 1,
        _ => 2,
    });
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::fixture::*;
    use super::*;

    const OPENED: Day = Day(0);

    fn in_state(mut stay: Stay, state: StayState) -> Stay {
        stay.state = state;
        stay
    }

    fn drawn(rota: &Rota, today: Day, filter: Filter) -> Vec<(u32, i64, Option<i64>)> {
        let lines = lines(rota, OPENED, today, 2026, filter);
        let shown = lines.iter().filter(|l| l.week >= week(48) && l.week <= week(52));
        shown.map(|l| (l.week.number(), l.post.0, l.stay.map(|s| s.0))).collect()
    }

    #[test]
    fn what_is_vacant_stands_first_and_each_filter_shows_its_own() {
        let mut part = stay(6, 1, 1, 51);
        part.to = part.from;
        let stays = vec![
            stay(1, 1, 1, 48),
            cancelled(stay(2, 1, 2, 49), monday(47)),
            in_state(stay(3, 1, 3, 50), StayState::Option),
            in_state(stay(4, 1, 4, 50), StayState::Considered),
            stay(5, 1, 1, 52),
            part,
        ];
        let rota = rota(1, stays);
        let vacant = [(49, 1, None), (49, 1, Some(2)), (50, 1, Some(3)), (50, 1, Some(4))];
        let rest = [(51, 1, Some(6)), (48, 1, Some(1)), (52, 1, Some(5))];
        assert_eq!(drawn(&rota, monday(48), Filter::All), [&vacant[..], &rest[..]].concat());
        assert_eq!(drawn(&rota, monday(48), Filter::Vacant), [vacant[0], vacant[2], vacant[3]]);
        assert_eq!(drawn(&rota, monday(48), Filter::Hoped), vacant[2..]);
        assert_eq!(drawn(&rota, monday(48), Filter::Confirmed), rest);
        assert_eq!(drawn(&rota, monday(48), Filter::Withdrawn), [vacant[1]]);
        // Once it is over a week waits for nobody: it stands where it was.
        let weeks: Vec<_> = drawn(&rota, monday(51), Filter::All).into_iter().map(|l| l.0).collect();
        assert_eq!(weeks, [51, 48, 49, 49, 50, 50, 52]);
    }

    #[test]
    fn a_key_goes_through_all_filters_and_round() {
        let all = std::iter::successors(Some(Filter::All), |f| Some(f.next())).take(6).collect::<Vec<_>>();
        assert_eq!(all[..5], Filter::ALL);
        assert_eq!(all[5], Filter::All);
    }

    proptest! {
        /// Every week of every post stands in the list once at least, and no stay twice in a week.
        #[test]
        fn nothing_is_left_out(drawn in proptest::collection::vec((1..3i64, 44..54i32, 0..4usize), 0..20), from in 40..60i32) {
            let stays = (1..).zip(drawn).map(|(id, (post, week, state))| in_state(stay(id, post, id, week), StayState::ALL[state]));
            let rota = rota(2, stays.collect());
            let all = lines(&rota, OPENED, monday(from), 2026, Filter::All);
            for week in weeks(2026) {
                for post in [1, 2].map(PostId) {
                    prop_assert!(all.iter().any(|l| (l.week, l.post) == (week, post)));
                }
            }
            let filtered: usize = [Filter::Hoped, Filter::Confirmed, Filter::Withdrawn]
                .map(|f| lines(&rota, OPENED, monday(from), 2026, f).len()).iter().sum();
            prop_assert_eq!(filtered, all.iter().filter(|l| l.stay.is_some()).count());
            for (n, line) in all.iter().enumerate() {
                prop_assert!(!all[..n].contains(line));
            }
        }
    }
}
