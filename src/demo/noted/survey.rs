//! The survey of each week: looked for on Tuesday, noted at the week's end.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::demo::dice::Dice;
use crate::demo::site::{Civil, Site, day};
use crate::domain::noted::{NewSurvey, Third};
use crate::domain::{Calendar, Day, HalfDay, IsoWeek, Now};

const SURVEY: u64 = 82;
const DRIFT: u64 = 83;

/// Up to here a tired team forgot a week now and then; since then it is a habit.
const HABIT: Civil = (2026, 7, 1);

/// In how many weeks patients have found a new centre, and its Asalée nurse is counted.
const KNOWN_AFTER: i32 = 16;
const NURSE_AFTER: i32 = 4;

/// Days beyond which nobody looks.
const FAR: i32 = 42;

/// What the surveys are made from.
pub struct Surveys<'a> {
    pub seed: u64,
    pub site: &'static Site,
    pub calendar: &'a Calendar,
    /// How many doctors are there in each open week.
    pub doctors: BTreeMap<IsoWeek, usize>,
    /// Unplanned consultations of each week.
    pub unplanned: BTreeMap<IsoWeek, u32>,
}

impl Surveys<'_> {
    /// The survey of a week and when it was noted, unless the centre was closed or nobody thought of it.
    pub fn of(&self, week: IsoWeek) -> Option<(Now, NewSurvey)> {
        let mut dice = Dice::new(self.seed, SURVEY, i64::from(week.monday().0));
        let day_of = self.calendar.first_working(week.monday().plus(1), week.sunday())?;
        let friday = self.calendar.last_working(week.monday(), week.sunday())?;
        let doctors = self.doctors(week);
        let tired = week.monday() < day(HABIT);
        if dice.below(13) == 0 && tired && doctors > 0 {
            return None;
        }
        let third = self.third(day_of, doctors, &mut dice);
        let (mut same, mut next, mut refused) = self.requests(week, doctors, &mut dice);
        if dice.below(11) == 0 && tired && doctors > 0 {
            (same, next, refused) = (None, None, None);
        }
        let (meetings, minutes) = self.meetings(week, &mut dice);
        let new = NewSurvey {
            week,
            day: day_of,
            third,
            same_day: same,
            next_day: next,
            refused,
            meetings: Some(meetings),
            meeting_minutes: Some(minutes),
            asalee: self.asalee(week, &mut dice),
        };
        let whole = self.calendar.opening.opens_half(friday, HalfDay::Afternoon);
        Some((if whole { Now::on(friday, 17, 20) } else { Now::on(friday, 12, 10) }, new))
    }

    fn doctors(&self, week: IsoWeek) -> usize {
        self.doctors.get(&week).copied().unwrap_or(0)
    }

    fn age(&self, week: IsoWeek) -> i32 {
        (week.monday().0 - self.site.opened().0) / 7
    }

    /// The third free appointment: sooner in a new centre, later in winter and before a week without a doctor.
    fn third(&self, on: Day, doctors: usize, dice: &mut Dice) -> Third {
        let (roll, drift) = (dice.below(5), Dice::new(self.seed, DRIFT, i64::from(on.0.div_euclid(42))).below(3));
        if doctors == 0 {
            // Whoever was put off has taken what the next doctor had.
            return Third::Never;
        }
        let winter = usize::from(matches!(on.date().month(), 12 | 1 | 2)) * 2;
        let missing = 2 * self.site.posts.len().saturating_sub(doctors);
        let known = 1 + 2 * self.age(on.week()).clamp(0, KNOWN_AFTER) / KNOWN_AFTER;
        let wait = known + i32::try_from(winter + missing + drift + roll).unwrap_or(0);
        let free = |d: &Day| self.calendar.is_working(*d) && self.doctors(d.week()) > 0;
        on.plus(wait).to(on.plus(FAR)).find(free).map_or(Third::Never, Third::On)
    }

    /// Unplanned requests: those seen are the week's unplanned consultations.
    fn requests(&self, week: IsoWeek, doctors: usize, dice: &mut Dice) -> (Option<u16>, Option<u16>, Option<u16>) {
        let some = |count: usize| u16::try_from(count).ok();
        let seen = self.unplanned.get(&week).and_then(|n| usize::try_from(*n).ok()).unwrap_or(0);
        let next = seen * (8 + dice.below(10)) / 100;
        let refused = dice.below(2 + 2 * self.site.posts.len());
        let refused = if doctors == 0 { 5 + refused } else { refused };
        (some(seen - next), some(next), some(refused))
    }

    /// How many meetings, and their minutes: the one of Tuesday, and now and then another.
    fn meetings(&self, week: IsoWeek, dice: &mut Dice) -> (u16, u16) {
        let kind = dice.below(8);
        match kind {
            _ if !self.calendar.is_working(week.monday().plus(1)) => (0, 0),
            0 => (2, 75),
            1 => (0, 0),
            2 => (1, 45),
            _ => (1, 30),
        }
    }

    /// Patients of the nurse, on the days on which she is there.
    fn asalee(&self, week: IsoWeek, dice: &mut Dice) -> Option<u16> {
        let days =
            week.days().filter(|d| self.site.team[2].presence[d.weekday_index()] && self.calendar.is_working(*d));
        let seen: usize = days.map(|_| 3 + dice.below(5)).sum();
        u16::try_from(seen).ok().filter(|_| self.age(week) >= NURSE_AFTER)
    }
}
