//! Which days are worked: opening days, less holidays and closures.

use super::centre::{Closure, Opening};
use super::holiday::{Holiday, holiday};
use super::{Day, Msg};

/// Why the centre is closed all day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closed {
    Holiday(Holiday),
    /// A closure, with its reason.
    Because(String),
    /// It never opens on that day of the week.
    EachWeek,
}

impl Closed {
    #[must_use]
    pub fn msg(&self) -> Msg {
        match self {
            Self::Holiday(holiday) => Msg::new(holiday.word()),
            Self::Because(reason) => Msg::new("closed-because").with("reason", reason.clone()),
            Self::EachWeek => Msg::new("closed-day"),
        }
    }
}

/// What the centre's working days follow from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    pub opening: Opening,
    pub closures: Vec<Closure>,
    /// Two more public holidays in Bas-Rhin, Haut-Rhin and Moselle.
    pub alsace_moselle: bool,
}

impl Calendar {
    /// The public holiday on that day.
    #[must_use]
    pub fn holiday(&self, day: Day) -> Option<Holiday> {
        holiday(day, self.alsace_moselle)
    }

    /// The closure that day lies in.
    #[must_use]
    pub fn closure(&self, day: Day) -> Option<&Closure> {
        self.closures.iter().find(|c| c.from <= day && day <= c.to)
    }

    /// Why the centre is closed all that day, or nothing when it opens.
    #[must_use]
    pub fn closed(&self, day: Day) -> Option<Closed> {
        if let Some(holiday) = self.holiday(day) {
            return Some(Closed::Holiday(holiday));
        }
        if let Some(closure) = self.closure(day) {
            return Some(Closed::Because(closure.reason.clone()));
        }
        (!self.opening.opens(day)).then_some(Closed::EachWeek)
    }

    /// Whether patients are seen that day.
    #[must_use]
    pub fn is_working(&self, day: Day) -> bool {
        self.closed(day).is_none()
    }

    /// The next working day after `day`, within a year.
    #[must_use]
    pub fn next_working(&self, day: Day) -> Day {
        day.plus(1).to(day.plus(366)).find(|d| self.is_working(*d)).unwrap_or(day.plus(1))
    }

    /// Whether more than that many working days have begun since `day`.
    #[must_use]
    pub fn is_past_by(&self, day: Day, count: usize, today: Day) -> bool {
        day.plus(1).to(today).filter(|d| self.is_working(*d)).take(count + 1).count() > count
    }

    /// The first working day in a span, both ends included.
    #[must_use]
    pub fn first_working(&self, from: Day, to: Day) -> Option<Day> {
        from.to(to).find(|d| self.is_working(*d))
    }

    /// The last working day in a span, both ends included.
    #[must_use]
    pub fn last_working(&self, from: Day, to: Day) -> Option<Day> {
        from.to(to).rev().find(|d| self.is_working(*d))
    }
}
