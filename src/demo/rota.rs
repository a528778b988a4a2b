//! Who comes in which week: decided week by week, so that no later day changes an earlier week.

use super::dice::{Dice, topic};
use super::people;
use super::site::Site;
use crate::domain::centre::{Closure, Opening};
use crate::domain::{Calendar, ClosureId, Day, IsoWeek, holiday};

/// Weeks ahead at which a doctor is spoken of, has an option, and is confirmed.
pub const CONSIDERED: i32 = 15;
pub const OPTION: i32 = 14;
pub const CONFIRMED: i32 = 10;

/// What becomes of an open week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// As planned.
    Kept,
    /// The option fell through and nobody was found.
    Vacant,
    /// The doctor withdrew three weeks before, and another came.
    Replaced,
    /// Nothing to report.
    Quiet,
    /// The doctor left without signing.
    Unsigned,
}

/// The two weeks in which the centre closes in a year.
pub fn closed_weeks(year: i32) -> [(IsoWeek, &'static str); 2] {
    let week = |month, day| {
        let day = Day::ymd(year, month, day).unwrap_or(Day(0));
        // A holiday on a weekend closes the week after, which is the quieter one.
        if day.weekday_index() >= 5 { day.week().next() } else { day.week() }
    };
    [(week(8, 15), "mi-août"), (week(12, 25), "Noël")]
}

/// Opening days, holidays and closures up to a year.
pub fn calendar(last_year: i32) -> Calendar {
    let closures = (2022..=last_year)
        .flat_map(closed_weeks)
        .map(|(week, reason)| Closure {
            id: ClosureId(0),
            from: week.monday(),
            to: week.sunday(),
            reason: reason.to_owned(),
        })
        .collect();
    Calendar { opening: Opening::default(), closures, alsace_moselle: false }
}

/// A doctor by order of first planning; not yet a row.
pub type DoctorNo = usize;

/// One open week of the rota.
#[derive(Debug, Clone)]
pub struct Plan {
    pub week: IsoWeek,
    pub fate: Fate,
    pub doctor: DoctorNo,
    /// Who comes instead, in a replaced week.
    pub substitute: Option<DoctorNo>,
    /// First and last working day.
    pub from: Day,
    pub to: Day,
}

impl Plan {
    /// The doctor who is really there.
    pub fn present(&self) -> Option<DoctorNo> {
        (self.fate != Fate::Vacant).then(|| self.substitute.unwrap_or(self.doctor))
    }

    /// Whether the doctor of the week says something on the points.
    pub fn speaks(&self) -> bool {
        !matches!(self.fate, Fate::Vacant | Fate::Quiet)
    }
}

/// Weeks between two stays of one doctor, at least.
const PAUSE: i32 = 9;

/// After how many weeks a doctor who came back is no longer asked.
const YEARS_KEPT: i32 = 52 * 6;

const PICK: u64 = 21;

/// A doctor of the collective.
struct Known {
    first: IsoWeek,
    last: IsoWeek,
    /// Was really there in one of them.
    came: bool,
}

/// Chooses doctors, one week after another.
pub struct Planner {
    seed: u64,
    site: &'static Site,
    known: Vec<Known>,
    open_weeks: usize,
}

impl Planner {
    pub fn new(seed: u64, site: &'static Site) -> Self {
        Self { seed, site, known: Vec::new(), open_weeks: 0 }
    }

    /// The year in which a doctor first comes.
    pub fn first_year(&self, doctor: DoctorNo) -> u16 {
        u16::try_from(self.known[doctor].first.year()).unwrap_or(2022)
    }

    /// The plan of a post's next week in order, or nothing when the centre is closed.
    pub fn plan(&mut self, lane: usize, week: IsoWeek, calendar: &Calendar) -> Option<Plan> {
        let (from, to) = (
            calendar.first_working(week.monday(), week.sunday())?,
            calendar.last_working(week.monday(), week.sunday())?,
        );
        let mut dice = Dice::new(self.seed, topic(PICK, lane), i64::from(week.monday().0));
        let fate = (self.site.fate)(lane, week);
        let doctor = self.choose(week, &mut dice);
        let substitute = (fate == Fate::Replaced).then(|| self.returning(week, &mut dice).unwrap_or(doctor));
        let substitute =
            substitute.filter(|s| *s != doctor).or_else(|| (fate == Fate::Replaced).then(|| self.newcomer(week)));
        if fate != Fate::Vacant {
            let known = &mut self.known[substitute.unwrap_or(doctor)];
            known.last = week;
            known.came = true;
        }
        self.open_weeks += 1;
        Some(Plan { week, fate, doctor, substitute, from, to })
    }

    /// New doctors while the collective grows, then more and more of those who come back.
    fn choose(&mut self, week: IsoWeek, dice: &mut Dice) -> DoctorNo {
        let n = self.open_weeks;
        let is_new = match n {
            0..20 => true,
            20..57 => !n.is_multiple_of(4),
            _ => n % 6 == 1,
        };
        let back = if is_new { None } else { self.returning(week, dice) };
        back.unwrap_or_else(|| self.newcomer(week))
    }

    fn newcomer(&mut self, week: IsoWeek) -> DoctorNo {
        self.known.push(Known { first: week, last: week, came: false });
        self.known.len() - 1
    }

    /// Somebody who comes back and has not been here for a while.
    fn returning(&self, week: IsoWeek, dice: &mut Dice) -> Option<DoctorNo> {
        let among: Vec<DoctorNo> = (0..self.known.len())
            .filter(|d| people::comes_back(self.seed, *d))
            .filter(|d| {
                let Known { first, last, came } = &self.known[*d];
                *came && last.plus(PAUSE) <= week && week <= first.plus(YEARS_KEPT)
            })
            .collect();
        (!among.is_empty()).then(|| *dice.pick(&among))
    }
}

/// The day of a week on which the team does its planning: the first that is no holiday.
pub fn planning_day(week: IsoWeek) -> Day {
    week.days().find(|d| holiday::holiday(*d, false).is_none()).unwrap_or(week.monday())
}
