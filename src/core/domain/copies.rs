//! Which copies of the centre's data are kept: 7 days, 8 weeks, 12 months.

use super::Stamp;

/// Days, weeks and months of which the newest copy is kept.
const DAYS: usize = 7;
const WEEKS: usize = 8;
const MONTHS: usize = 12;

/// Which of these copies are kept, in their order.
///
/// What counts are days, weeks and months that have a copy: a desk that was closed for a month, or a
/// clock that jumped, loses none.
#[must_use]
pub fn kept(made: &[Stamp]) -> Vec<bool> {
    let mut newest_first: Vec<usize> = (0..made.len()).collect();
    newest_first.sort_by_key(|at| std::cmp::Reverse(made[*at]));
    let mut kept = vec![false; made.len()];
    let mut keep = |limit: usize, period: &dyn Fn(Stamp) -> i64| {
        let mut seen = Vec::new();
        for at in &newest_first {
            let period = period(made[*at]);
            if seen.len() < limit && !seen.contains(&period) {
                seen.push(period);
                kept[*at] = true;
            }
        }
    };
    keep(DAYS, &|at| i64::from(at.day().0));
    keep(WEEKS, &|at| i64::from(at.day().week().monday().0));
    keep(MONTHS, &|at| month(at));
    kept
}

fn month(at: Stamp) -> i64 {
    use chrono::Datelike as _;
    let day = at.day().date();
    i64::from(day.year()) * 12 + i64::from(day.month0())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;

    fn at(day: Day, hour: u16) -> Stamp {
        Stamp::at(day, hour * 60)
    }

    fn left(made: &[Stamp]) -> Vec<Stamp> {
        made.iter().zip(kept(made)).filter(|(_, kept)| *kept).map(|(at, _)| *at).collect()
    }

    #[test]
    fn a_year_of_daily_copies_leaves_seven_days_eight_weeks_and_twelve_months() {
        let first = Day::ymd(2026, 1, 1).unwrap();
        let all: Vec<Stamp> = (0..700).map(|n| at(first.plus(n), 18)).collect();
        // As it happens: each day one is made, and what is not kept is gone.
        let mut there: Vec<Stamp> = Vec::new();
        for made in &all {
            there.push(*made);
            there = left(&there);
        }
        let days: Vec<String> = there.iter().rev().map(|at| at.day().date().to_string()).collect();
        expect_test::expect![[r#"
            [
                "2027-12-01",
                "2027-11-30",
                "2027-11-29",
                "2027-11-28",
                "2027-11-27",
                "2027-11-26",
                "2027-11-25",
                "2027-11-21",
                "2027-11-14",
                "2027-11-07",
                "2027-10-31",
                "2027-10-24",
                "2027-10-17",
                "2027-09-30",
                "2027-08-31",
                "2027-07-31",
                "2027-06-30",
                "2027-05-31",
                "2027-04-30",
                "2027-03-31",
                "2027-02-28",
                "2027-01-31",
            ]
        "#]]
        .assert_debug_eq(&days);
    }

    #[test]
    fn of_a_day_the_newest_is_kept_and_the_newest_of_all_always() {
        let day = Day::ymd(2026, 11, 27).unwrap();
        let made = [at(day, 18), at(day, 9), at(day, 12), at(day.plus(-1), 18)];
        assert_eq!(kept(&made), [true, false, false, true]);
        assert!(kept(&[]).is_empty());
    }

    #[test]
    fn a_clock_that_jumps_by_years_and_back_pushes_nothing_out() {
        let day = Day::ymd(2026, 11, 27).unwrap();
        let good: Vec<Stamp> = (0..5).map(|n| at(day.plus(-n), 18)).collect();
        let mut made = good.clone();
        made.push(at(Day::ymd(2099, 1, 1).unwrap(), 18));
        assert_eq!(left(&made), made);
        // A pause of three years neither.
        let later: Vec<Stamp> = good.iter().copied().chain([at(day.plus(1_100), 18)]).collect();
        assert_eq!(left(&later), later);
    }
}
