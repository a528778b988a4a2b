//! Séjours courts: one or two days (*mission de solidarité territoriale*), counted by month.
//!
//! At most two days in a calendar month for a doctor, as far as it is known here; beyond, it is asked and the reason kept
//! (rule 32).

use chrono::Datelike as _;

use super::{Day, PersonId, StayId, StayState, Stays};

/// Days of a short stay, at most.
pub const LONGEST: i32 = 2;

/// Days of short stays in a calendar month, beyond which it is asked.
pub const IN_A_MONTH: i32 = 2;

/// Whether a stay of these days is a short one.
#[must_use]
pub const fn is_short(from: Day, to: Day) -> bool {
    to.0 - from.0 < LONGEST
}

/// The days of short stays of a doctor in the fullest of the months that these days touch, these included; `but` is the
/// stay whose days they are, if it is known.
#[must_use]
pub fn days_in_month(stays: &Stays, doctor: PersonId, (from, to): (Day, Day), but: Option<StayId>) -> i32 {
    let month = |day: Day| (day.date().year(), day.date().month());
    let others = || {
        let theirs = stays.of(doctor).filter(|s| s.state == StayState::Confirmed && Some(s.id) != but);
        theirs.filter(|s| is_short(s.from, s.to)).flat_map(|s| s.from.to(s.to))
    };
    let in_month = |of: Day| others().chain(from.to(to)).filter(|day| month(*day) == month(of)).count();
    let fullest = in_month(from).max(in_month(to));
    i32::try_from(fullest).unwrap_or(i32::MAX)
}

/// Whether these days go beyond what a month allows.
#[must_use]
pub fn is_beyond(stays: &Stays, doctor: PersonId, days: (Day, Day), but: Option<StayId>) -> bool {
    is_short(days.0, days.1) && days_in_month(stays, doctor, days, but) > IN_A_MONTH
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Stay;
    use super::super::fixture::{monday, stay};
    use super::*;

    fn short(id: i64, doctor: i64, from: Day, days: i32) -> Stay {
        Stay { from, to: from.plus(days - 1), ..stay(id, 1, doctor, 1) }
    }

    #[test]
    fn two_days_a_month_are_counted_by_month_and_by_doctor() {
        let first = Day::ymd(2026, 11, 30).unwrap();
        let stays: Stays = [short(1, 1, first.plus(-20), 2), short(2, 2, first.plus(-6), 1)].into_iter().collect();
        let beyond =
            |doctor, from: Day, days: i32| is_beyond(&stays, PersonId(doctor), (from, from.plus(days - 1)), None);
        assert!(beyond(1, first, 1) && !beyond(2, first, 1));
        // Over the end of a month, each has its own two days.
        assert!(!beyond(2, first, 2) && beyond(1, first, 2));
        assert!(!beyond(1, first.plus(1), 2), "December");
        assert!(!beyond(1, first.plus(-8), 5), "a week is no short stay");
        // A stay is not counted beside itself.
        assert!(!is_beyond(&stays, PersonId(1), (first.plus(-20), first.plus(-19)), Some(StayId(1))));
    }

    proptest! {
        /// What is said to be within holds, whichever way one counts.
        #[test]
        fn within_means_at_most_two_days(others in prop::collection::vec((0..60_i32, 1..4_i32), 0..6), at in 0..60_i32, days in 1..3_i32) {
            let stays: Stays = (1..).zip(&others).map(|(id, (from, days))| short(id, 1, monday(1).plus(*from), *days)).collect();
            let (from, to) = (monday(1).plus(at), monday(1).plus(at + days - 1));
            let month = |day: Day| (day.date().year(), day.date().month());
            let mut count = std::collections::BTreeMap::new();
            let shorts = others.iter().filter(|(_, days)| *days <= 2).flat_map(|(from, days)| (*from..from + days).map(|n| monday(1).plus(n)));
            for day in shorts.chain(from.to(to)) {
                *count.entry(month(day)).or_insert(0) += 1;
            }
            let most = count[&month(from)].max(count[&month(to)]);
            prop_assert_eq!(is_beyond(&stays, PersonId(1), (from, to), None), most > IN_A_MONTH);
        }
    }
}
