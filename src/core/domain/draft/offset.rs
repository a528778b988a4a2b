//! Days after something, before it where negative: `J-60`, `J+7`, `J`.

use super::super::Msg;
use super::text::{fold, line};

/// The most that can be said, either way.
const MOST: i32 = 366;

/// Reads `J-60`, `J−60`, `D-60`, `-60`, `60 avant`, `+7`, `7 après`, `J`, `0`.
///
/// # Errors
/// Text that says no number of days, or more than a year of them.
pub fn days(text: &str) -> Result<i32, Msg> {
    let typed: String = fold(&line(text)).replace('\u{2212}', "-").chars().filter(|c| !c.is_whitespace()).collect();
    let typed = typed.replace("jours", "").replace("jour", "").replace("days", "").replace("day", "");
    let rest = typed.strip_prefix(['j', 'd']).unwrap_or(&typed);
    let number = |digits: &str| {
        let digits = digits.trim_end_matches(['j', 'd']);
        (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse::<i32>().ok()).flatten()
    };
    let before = rest.strip_prefix('-').or_else(|| rest.strip_suffix("avant")).or_else(|| rest.strip_suffix("before"));
    let after = rest.strip_prefix('+').or_else(|| rest.strip_suffix("apres")).or_else(|| rest.strip_suffix("after"));
    let found = match (before, after) {
        _ if rest.is_empty() && !typed.is_empty() => Some(0),
        (Some(digits), _) => number(digits).map(|n| -n),
        (_, Some(digits)) => number(digits),
        // Bare, only what cannot be meant either way.
        _ => number(rest).filter(|n| *n == 0 || typed.len() > rest.len()),
    };
    found.filter(|n| n.abs() <= MOST).ok_or_else(|| Msg::new("offset-unread").with("text", line(text)))
}

/// As it is typed: `J-60`.
#[must_use]
pub fn typed(days: i32) -> String {
    match days {
        0 => "J".to_owned(),
        days => format!("J{days:+}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("J-60", Some(-60))]
    #[case("j − 60", Some(-60))]
    #[case("D-60", Some(-60))]
    #[case("-8", Some(-8))]
    #[case("8 jours avant", Some(-8))]
    #[case("J+7", Some(7))]
    #[case("+7", Some(7))]
    #[case("7 j après", Some(7))]
    #[case("J", Some(0))]
    #[case("0", Some(0))]
    // Before or after?
    #[case("60", None)]
    #[case("", None)]
    #[case("J-400", None)]
    #[case("demain", None)]
    fn days_around_a_stay_are_read(#[case] text: &str, #[case] expected: Option<i32>) {
        assert_eq!(days(text).ok(), expected);
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_again(n in -366..=366i32) {
            prop_assert_eq!(days(&typed(n)), Ok(n));
        }
    }
}
