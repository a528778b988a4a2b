//! How long an option holds (rule 30): until a day, announced before it, and to be settled after it by somebody's act.

use super::{Calendar, Day, Stay, StayState};

/// Working days before the last one of an option from which on it is announced.
const SOON: usize = 3;

/// What becomes of an option that has a last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Held {
    /// It holds until that day.
    Until(Day),
    /// So it does, and three working days at most are left.
    Soon(Day),
    /// Échue, à trancher: that day is over. Nothing is freed by itself.
    Lapsed(Day),
}

impl Stay {
    /// How long it holds on that day; nothing of what is no option, has no last day, or is over.
    #[must_use]
    pub fn held(&self, calendar: &Calendar, today: Day) -> Option<Held> {
        let last = self.held_until.filter(|_| self.state == StayState::Option && today <= self.to)?;
        let left = || today.plus(1).to(last).filter(|d| calendar.is_working(*d)).take(SOON + 1).count();
        Some(match () {
            () if self.is_lapsed(today) => Held::Lapsed(last),
            () if left() <= SOON => Held::Soon(last),
            () => Held::Until(last),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fixture::{monday, stay};
    use super::*;

    /// An option on S52, held until that day, at a centre open from Monday to Friday.
    fn option(last: Day) -> (Stay, Calendar) {
        (Stay { state: StayState::Option, held_until: Some(last), ..stay(1, 1, 1, 52) }, Calendar::default())
    }

    #[test]
    fn an_option_whose_last_day_is_a_saturday_is_to_be_settled_on_monday() {
        let saturday = monday(48).plus(5);
        let (option, calendar) = option(saturday);
        let held = |day| option.held(&calendar, day).unwrap();
        // Wednesday, Thursday and Friday are left.
        assert_eq!(held(monday(48)), Held::Until(saturday));
        assert_eq!(held(monday(48).plus(1)), Held::Soon(saturday));
        assert_eq!(held(saturday), Held::Soon(saturday));
        assert_eq!(held(monday(49)), Held::Lapsed(saturday));
        assert_eq!(held(monday(52)), Held::Lapsed(saturday));
        // Once its week is over there is nothing left to settle; confirmed it is no option.
        assert_eq!(option.held(&calendar, monday(53)), None);
        let confirmed = Stay { state: StayState::Confirmed, ..option.clone() };
        assert_eq!(confirmed.held(&calendar, monday(48)), None);
        assert_eq!(Stay { held_until: None, ..option }.held(&calendar, monday(48)), None);
    }

    proptest! {
        /// It is announced on the third working day before its last one, not earlier, and is to be settled from the
        /// morning after it until somebody acts.
        #[test]
        fn it_is_announced_three_working_days_before(last in 0..40i32, today in 0..60i32, closed in proptest::collection::vec((0..60i32, 0..5i32), 0..3)) {
            let first = monday(44);
            let (last, today) = (first.plus(last), first.plus(today));
            let (option, mut calendar) = option(last);
            for (from, days) in closed {
                let (from, to) = (first.plus(from), first.plus(from + days));
                calendar.closures.push(super::super::centre::Closure { id: super::super::ClosureId(1), from, to, reason: String::new() });
            }
            let working = (today.0 + 1..=last.0).filter(|d| calendar.is_working(Day(*d))).count();
            let held = option.held(&calendar, today);
            let expected = if today > option.to {
                None
            } else if today > last {
                Some(Held::Lapsed(last))
            } else if working <= 3 {
                Some(Held::Soon(last))
            } else {
                Some(Held::Until(last))
            };
            prop_assert_eq!(held, expected);
        }
    }
}
