//! Phone numbers, kept without separators and shown in pairs.

use super::super::Msg;

/// Reads a French, foreign or short number and gives it as it is kept: `0646525813`, `+3222345678`, `15`.
///
/// # Errors
/// A number that cannot be called.
pub fn phone(text: &str) -> Result<String, Msg> {
    let unknown = || Msg::new("draft-phone").with("text", super::text::line(text));
    let typed = super::text::line(text).replace("(0)", "");
    let separator = |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '/' | '(' | ')' | '\u{2010}'..='\u{2015}');
    let bare: String = typed.chars().filter(|c| !separator(*c)).collect();
    let bare = bare.strip_prefix("00").map_or_else(|| bare.clone(), |abroad| format!("+{abroad}"));
    let digits = bare.strip_prefix('+').unwrap_or(&bare);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(unknown());
    }
    if bare.starts_with('+') {
        return match digits.strip_prefix("33") {
            Some(rest) if rest.len() == 9 && !rest.starts_with('0') => Ok(format!("0{rest}")),
            // "+33 06…" is how many people write it.
            Some(rest) if rest.len() == 10 && is_french(rest) => Ok(rest.to_owned()),
            // E.164: fifteen digits at most.
            None if (7..=15).contains(&digits.len()) && !digits.starts_with('0') => Ok(bare),
            _ => Err(unknown()),
        };
    }
    if is_french(digits) || is_short(digits) { Ok(bare) } else { Err(unknown()) }
}

/// A kept number as people read it: `06 46 52 58 13`, `116 117`.
#[must_use]
pub fn show(kept: &str) -> String {
    let size = match kept.len() {
        10 if kept.starts_with('0') => 2,
        6 if kept.starts_with("116") => 3,
        _ => return kept.to_owned(),
    };
    let groups: Vec<&str> = kept.as_bytes().chunks(size).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(" ")
}

fn is_french(digits: &str) -> bool {
    digits.len() == 10 && digits.starts_with('0') && !digits.starts_with("00")
}

/// Emergency and service numbers (ARCEP's numbering plan).
fn is_short(digits: &str) -> bool {
    matches!(digits, "15" | "17" | "18" | "112" | "114" | "115" | "119" | "191" | "196" | "197")
        || (digits.len() == 6 && digits.starts_with("116"))
        || (digits.len() == 4 && (digits.starts_with('3') || digits.starts_with("10")))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("0646525813", "0646525813", "06 46 52 58 13")]
    #[case("06.46.52.58.13", "0646525813", "06 46 52 58 13")]
    #[case("06\u{a0}46-52/58 13", "0646525813", "06 46 52 58 13")]
    #[case("+33 6 46 52 58 13", "0646525813", "06 46 52 58 13")]
    #[case("+33 (0)6 46 52 58 13", "0646525813", "06 46 52 58 13")]
    #[case("0033646525813", "0646525813", "06 46 52 58 13")]
    #[case("+32 2 234 56 78", "+3222345678", "+3222345678")]
    #[case("15", "15", "15")]
    #[case("116 117", "116117", "116 117")]
    #[case("3639", "3639", "3639")]
    fn a_number_is_kept_bare_and_shown_in_groups(#[case] typed: &str, #[case] kept: &str, #[case] shown: &str) {
        assert_eq!(phone(typed).as_deref(), Ok(kept));
        assert_eq!(show(kept), shown);
        assert_eq!(phone(shown).as_deref(), Ok(kept));
    }

    #[rstest]
    #[case("")]
    #[case("064652581")]
    #[case("06465258134")]
    #[case("0046525813x")]
    #[case("+33 6 46 52 58")]
    #[case("16")]
    #[case("６４６")]
    fn another_number_is_refused(#[case] typed: &str) {
        assert_eq!(phone(typed).unwrap_err().id, "draft-phone");
    }

    #[test]
    fn showing_survives_any_text() {
        assert_eq!(show("0é45678é9"), show("0é45678é9"));
        assert_eq!(show(""), "");
    }
}
