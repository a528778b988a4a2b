//! Numbers of the Répertoire partagé des professionnels de santé.

use super::super::Msg;

/// Reads eleven digits; the twelve of a national identifier (`8` + RPPS) lose their first.
///
/// # Errors
/// Anything that is not such a number. A wrong check digit is none: see [`luhn_ok`].
pub fn rpps(text: &str) -> Result<String, Msg> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-')).collect();
    let digits = match digits.strip_prefix('8') {
        Some(rest) if rest.len() == 11 => rest.to_owned(),
        _ => digits,
    };
    if digits.len() == 11 && digits.bytes().all(|b| b.is_ascii_digit()) {
        Ok(digits)
    } else {
        Err(Msg::new("draft-rpps"))
    }
}

/// Whether the check digit holds (Luhn); only a warning, because old numbers do without.
#[must_use]
pub fn luhn_ok(rpps: &str) -> bool {
    let sum: u32 = rpps
        .bytes()
        .rev()
        .zip([1, 2].into_iter().cycle())
        .map(|(b, factor)| {
            let value = u32::from(b.wrapping_sub(b'0') % 10) * factor;
            value / 10 + value % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("10003456781", Ok("10003456781"))]
    #[case("810003456781", Ok("10003456781"))]
    #[case("10 003 456 781", Ok("10003456781"))]
    #[case("80003456781", Ok("80003456781"))]
    #[case("1000345678", Err("draft-rpps"))]
    #[case("910003456781", Err("draft-rpps"))]
    #[case("1000345678a", Err("draft-rpps"))]
    #[case("é000345678", Err("draft-rpps"))]
    fn eleven_digits(#[case] typed: &str, #[case] expected: Result<&str, &str>) {
        assert_eq!(rpps(typed).map_err(|m| m.id.into_owned()), expected.map(str::to_owned).map_err(str::to_owned));
    }

    #[test]
    fn the_check_digit_only_warns() {
        // From the right, every second digit doubled: 7992739871 + 3 is the textbook example.
        assert!(luhn_ok("79927398713"));
        assert!(!luhn_ok("79927398710"));
        assert_eq!(rpps("79927398710").as_deref(), Ok("79927398710"));
    }
}
