//! Social security numbers are recognised in order to be refused (rule 23).
//!
//! NIR: sex, year, month, department, commune, order, then a key `97 − N mod 97` (decree 82-103 of
//! 22 January 1982; INSEE: 2A counts as 19, 2B as 18). Refused are:
//! * fifteen characters of that shape, however grouped, whose key holds;
//! * the thirteen without their key, in one piece, when the sex is 1 or 2 and the month a month;
//! * the same written in its usual groups, whatever the key: a mistyped number still names a person.
//!
//! Phone numbers, RPPS, medicine codes (CIP 13 begins with 3) and instants pass.

use unicode_normalization::UnicodeNormalization;

use super::super::Msg;
use super::text::note;

/// Positions after which the number is usually separated: `2 55 08 14 168 025 38`.
const GROUPS: [usize; 6] = [1, 3, 5, 7, 10, 13];

/// At most that many separators between two groups.
const MAX_GAP: usize = 3;

/// Whether a social security number stands somewhere in the text.
#[must_use]
pub fn contains(text: &str) -> bool {
    // Nearly every text ends here: in Corsica twelve of the thirteen are digits, elsewhere all.
    if text.chars().map(digits_at_most).sum::<usize>() < 12 {
        return false;
    }
    // Compatibility forms too: full-width digits and every kind of space read the same.
    let chars: Vec<char> = note(text).nfkc().collect();
    (0..chars.len()).any(|start| {
        let begins = chars[start].is_ascii_digit() && (start == 0 || !chars[start - 1].is_ascii_digit());
        begins && Candidate::read(&chars[start..]).is_some_and(|c| c.is_nir())
    })
}

/// How many digits one character can stand for once its compatibility form is taken: `½` stands for two.
fn digits_at_most(c: char) -> usize {
    match c {
        '0'..='9' => 1,
        '\0'..='\u{b1}' => 0,
        // Squared days, months, hours and units.
        '\u{3200}'..='\u{33ff}' => 3,
        c if c.is_numeric() => 3,
        _ => 0,
    }
}

/// What is said where a social security number was typed.
#[must_use]
pub const fn refusal() -> Msg {
    Msg::new("draft-nir")
}

/// Thirteen characters shaped like a NIR, and what follows them.
struct Candidate {
    digits: Vec<char>,
    /// How many of the five places inside the thirteen are separated.
    gaps: usize,
    /// Nothing more of a number right after the thirteen.
    ends: bool,
    /// The two digits after the thirteen, when nothing more of a number follows them.
    key: Option<u64>,
}

impl Candidate {
    fn read(chars: &[char]) -> Option<Self> {
        let mut digits = Vec::with_capacity(13);
        let (mut at, mut gaps) = (0, 0);
        while digits.len() < 13 {
            if GROUPS.contains(&digits.len()) {
                let gap = gap(&chars[at..]);
                gaps += usize::from(gap > 0);
                at += gap;
            }
            let c = chars.get(at)?.to_ascii_uppercase();
            let corsica = digits.len() == 6 && digits[5] == '2' && matches!(c, 'A' | 'B');
            if !c.is_ascii_digit() && !corsica {
                return None;
            }
            digits.push(c);
            at += 1;
        }
        let is_digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
        let ends = !is_digit(at);
        let after = at + gap(&chars[at..]);
        let key = (is_digit(after) && is_digit(after + 1) && !is_digit(after + 2))
            .then(|| number(&chars[after..after + 2]))
            .flatten();
        Some(Self { digits, gaps, ends, key })
    }

    fn is_nir(&self) -> bool {
        let month = number(&self.digits[3..5]).unwrap_or(0);
        let department = number(&self.digits[5..7]);
        if department == Some(0) {
            return false;
        }
        // Months from 20 on stand for civil records that were incomplete.
        let recorded = matches!(month, 1..=12 | 20 | 30..=42 | 50..=99);
        if matches!(self.digits[0], '1'..='4' | '7' | '8') && recorded && self.key == Some(self.expected_key()) {
            return true;
        }
        let ordinary = matches!(self.digits[0], '1' | '2') && matches!(month, 1..=12);
        let standing_alone = self.ends && self.gaps == 0;
        let usual_groups = self.gaps == 5 && (self.ends || self.key.is_some());
        ordinary && (standing_alone || usual_groups)
    }

    fn expected_key(&self) -> u64 {
        let mut digits = self.digits.clone();
        match digits[6] {
            'A' => digits[5..7].copy_from_slice(&['1', '9']),
            'B' => digits[5..7].copy_from_slice(&['1', '8']),
            _ => {}
        }
        97 - number(&digits).unwrap_or(0) % 97
    }
}

/// How many separators stand at the beginning, or none when there are too many for one number.
fn gap(chars: &[char]) -> usize {
    let gap = chars
        .iter()
        .take_while(|c| matches!(c, ' ' | '.' | '-' | '/' | '_' | ',' | '\u{2010}'..='\u{2015}' | '\u{2212}'))
        .count();
    if gap > MAX_GAP { 0 } else { gap }
}

fn number(digits: &[char]) -> Option<u64> {
    digits.iter().collect::<String>().parse().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    // 2550814168025: 2550814168025 mod 97 = 59, so the key is 38.
    #[rstest]
    #[case::in_one_piece("255081416802538")]
    #[case::in_words("NIR:255081416802538.")]
    #[case::spaced("n° 2 55 08 14 168 025 38, appeler")]
    #[case::no_break_spaced("2\u{a0}55\u{a0}08\u{202f}14 168 025 38")]
    #[case::dotted("2.55.08.14.168.025.38")]
    #[case::dashed("2-55-08-14-168-025 - 38")]
    #[case::key_apart("2550814168025 38")]
    #[case::full_width("２５５０８１４１６８０２５３８")]
    #[case::hidden_marks("2550814\u{200b}16802538")]
    #[case::after_a_phone("06 46 52 58 13 2 55 08 14 168 025 38")]
    #[case::corsica_south("1 85 05 2A 004 012 70")]
    #[case::corsica_in_one_piece("185052a00401270")]
    #[case::without_key("2550814168025")]
    #[case::grouped_without_key("2 55 08 14 168 025")]
    #[case::grouped_with_a_wrong_key("2 55 08 14 168 025 39")]
    fn a_nir_is_refused(#[case] text: &str) {
        assert!(contains(text), "{text}");
    }

    #[rstest]
    #[case::wrong_key_in_one_piece("255081416802539")]
    #[case::phones("06 46 52 58 13 / 05 55 41 00 00 / 01 23 45 67 89")]
    #[case::phone_abroad("+33 6 46 52 58 13")]
    #[case::rpps("10003456789 10101234567")]
    #[case::finess("230000804")]
    #[case::cip13("3400930000001")]
    #[case::instant("1732233600000")]
    #[case::impossible_month("2551814168025")]
    #[case::longer("25508141680253812")]
    #[case::values("INR 4,8 le 10/12, TA 14/8, créat 1 22 03 2026")]
    #[case::empty("")]
    fn another_number_passes(#[case] text: &str) {
        assert!(!contains(text), "{text}");
    }

    #[test]
    fn no_character_stands_for_more_digits_than_it_is_counted_for() {
        for c in (0..0x3_0000).filter_map(char::from_u32) {
            let digits = std::iter::once(c).nfkc().filter(char::is_ascii_digit).count();
            assert!(digits <= digits_at_most(c), "{c:?} stands for {digits}");
        }
        assert_eq!("Œdème à 4,8 … « é »".chars().map(digits_at_most).sum::<usize>(), 2);
    }

    fn keyed(digits: &str) -> String {
        let n: u64 = digits.replace("2A", "19").replace("2B", "18").parse().unwrap();
        format!("{digits}{:02}", 97 - n % 97)
    }

    proptest! {
        #[test]
        fn every_valid_number_is_found_wherever_it_stands(
            sex in "[12]", year in "[0-9]{2}", month in 1..=12u32, department in "(0[1-9]|[13-8][0-9]|9[0-5])",
            rest in "[0-9]{6}", before in "[a-z ]{0,9}", after in "[a-z ]{0,9}"
        ) {
            let nir = keyed(&format!("{sex}{year}{month:02}{department}{rest}"));
            let text = format!("{before}{nir}{after}");
            prop_assert!(contains(&text));
        }

        #[test]
        fn phones_in_pairs_are_never_taken_for_one(phones in proptest::collection::vec("0[1-79]( [0-9]{2}){4}", 1..5)) {
            prop_assert!(!contains(&phones.join(" ")));
            prop_assert!(!contains(&phones.join("\n")));
        }

        #[test]
        fn eleven_digit_lists_are_never_taken_for_one(rpps in proptest::collection::vec("10[0-9]{9}", 1..5)) {
            prop_assert!(!contains(&rpps.join(" ")));
        }
    }
}
