//! Whether the machine's clock can be right, judged by what it has said before.
//!
//! A battery that died puts a machine back to 1970, a slip puts it decades ahead; what is then written and signed bears
//! that date. The desk goes on, for nobody may be locked out on a Monday, and says so until it is put right.

use super::{Msg, Stamp};

/// Milliseconds of a day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Nothing was ever written before: 1 January 2020.
const FIRST: Stamp = Stamp(1_577_836_800_000);

/// So long nothing is ever written in a centre that is open.
const SILENCE: i64 = 400 * DAY;

/// What is wrong with a clock that shows `now`, where the latest of the newest changes was written at `newest`.
#[must_use]
pub fn doubt(now: Stamp, newest: Option<Stamp>) -> Option<Msg> {
    let said = |id: &'static str, newest| Some(Msg::new(id).with("now", date(now)).with("newest", date(newest)));
    match newest {
        // An hour or two may be the clock of another desk.
        Some(newest) if now.0.saturating_add(DAY) < newest.0 => said("alert-clock-behind", newest),
        _ if now < FIRST => Some(impossible(now)),
        Some(newest) if newest >= FIRST && now.0.saturating_sub(SILENCE) > newest.0 => {
            said("alert-clock-ahead", newest)
        }
        _ => None,
    }
}

/// With the year, which is what is wrong.
fn date(at: Stamp) -> String {
    at.day().date().format("%d/%m/%Y").to_string()
}

/// The sentence of a clock that shows what nobody has lived.
#[must_use]
pub fn impossible(now: Stamp) -> Msg {
    Msg::new("alert-clock-impossible").with("now", date(now))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::domain::Day;

    #[rstest]
    // As it should be, and another desk's clock an hour ahead.
    #[case(Some((2026, 11, 27)), (2026, 11, 27), None)]
    #[case(Some((2026, 11, 28)), (2026, 11, 27), None)]
    #[case(None, (2026, 11, 27), None)]
    // Shut for a year.
    #[case(Some((2025, 11, 27)), (2026, 11, 27), None)]
    #[case(Some((2026, 11, 29)), (2026, 11, 27), Some("alert-clock-behind"))]
    #[case(Some((2026, 11, 27)), (1969, 12, 31), Some("alert-clock-behind"))]
    #[case(None, (1969, 12, 31), Some("alert-clock-impossible"))]
    // A first week under the wrong clock is not taken for the truth.
    #[case(Some((1970, 1, 2)), (1970, 1, 3), Some("alert-clock-impossible"))]
    #[case(Some((2026, 11, 27)), (2096, 1, 1), Some("alert-clock-ahead"))]
    // Put right again.
    #[case(Some((1970, 1, 2)), (2026, 11, 27), None)]
    fn a_clock_is_doubted(
        #[case] newest: Option<(i32, u32, u32)>,
        #[case] now: (i32, u32, u32),
        #[case] said: Option<&str>,
    ) {
        let at = |(year, month, day)| Stamp::at(Day::ymd(year, month, day).unwrap(), 540);
        let found = doubt(at(now), newest.map(at));
        assert_eq!(found.as_ref().map(|msg| msg.id.as_ref()), said);
    }

    #[test]
    fn the_ends_of_time_overflow_nothing() {
        for now in [i64::MIN, 0, i64::MAX] {
            for newest in [i64::MIN, 0, i64::MAX] {
                let _ = doubt(Stamp(now), Some(Stamp(newest)));
            }
        }
    }
}
