//! Social security numbers are recognised in order to be refused (rule 23).
//!
//! NIR: sex, year, month, department, commune, order, then a key `97 − N mod 97` (decree 82-103 of
//! 22 January 1982; INSEE: 2A counts as 19, 2B as 18). Between two of its digits may stand any signs, in any
//! number, a break of line too: everything but a letter or a digit. Refused are:
//! * fifteen characters of that shape in one piece or in the usual groups, whose key holds;
//! * the same cut anywhere else, for an ordinary number only (sex 1 or 2, a month of the year, no empty
//!   commune nor order): of fifteen digits of other numbers in a row, one in four thousand looks like that;
//! * the thirteen without their key, in one piece, when the sex is 1 or 2 and the month a month;
//! * the same in its usual groups, whatever the key: a mistyped number still names a person.
//!
//! A number begins and ends where its digits do, so that parts of longer numbers pass. Dates, hours, phone numbers,
//! blood pressures and decimal values in a row pass too, and RPPS, medicine codes (CIP 13 begins with 3) and instants.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::super::Msg;
use super::visible::note;

/// Positions after which the number is usually separated: `2 55 08 14 168 025 38`.
const GROUPS: [usize; 6] = [1, 3, 5, 7, 10, 13];

/// Fewest of the five places inside the thirteen that are separated where nothing but groups tells a number.
const FEWEST_GROUPS: usize = 3;

/// What may stand between the thirteen and their key, besides signs.
const KEY_WORDS: [&str; 5] = ["cle", "clé", "clef", "key", "k"];

/// Whether a social security number stands somewhere in the text.
#[must_use]
pub fn contains(text: &str) -> bool {
    // Nearly every text ends here: in Corsica twelve of the thirteen are digits, elsewhere all.
    if text.chars().map(digits_at_most).sum::<usize>() < 12 {
        return false;
    }
    // Compatibility forms too: full-width digits and every kind of space read the same.
    let chars: Vec<char> = note(text).nfkc().filter(|c| !is_hidden(*c)).map(plain_digit).collect();
    (0..chars.len()).any(|start| {
        let begins = chars[start].is_ascii_digit() && (start == 0 || !chars[start - 1].is_ascii_digit());
        begins && Candidate::read(&chars, start).is_some_and(|c| c.is_nir())
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

/// Marks over, under or around a digit (as in `1️⃣`), and letters that show nothing.
fn is_hidden(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}')
}

/// The digits of other scripts, by the character that stands for their nought (Unicode 16, category Nd).
const NOUGHTS: [u32; 56] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450,
    0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50,
    0x1e950,
];

/// Digits in circles that have no compatibility form, by what would be their nought.
const CIRCLES: [u32; 4] = [0x24f4, 0x2775, 0x277f, 0x2789];

/// A digit of another script as the digit it stands for; any other character as it is.
fn plain_digit(c: char) -> char {
    let code = u32::from(c);
    if code < 0x660 {
        return c;
    }
    if code == 0x24ff {
        return '0';
    }
    let value = |nought: &u32| code.checked_sub(*nought).filter(|value| *value < 10);
    let circled = |nought: &u32| value(nought).filter(|value| *value > 0);
    let value = NOUGHTS.iter().find_map(value).or_else(|| CIRCLES.iter().find_map(circled));
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

/// What is said where a social security number was typed.
#[must_use]
pub const fn refusal() -> Msg {
    Msg::new("draft-nir")
}

/// Thirteen characters shaped like a NIR, and what follows them.
struct Candidate<'a> {
    chars: &'a [char],
    start: usize,
    digits: Vec<char>,
    /// After how many characters of the number it is separated.
    gaps: Vec<usize>,
    /// Behind the thirteenth.
    end: usize,
    /// The two digits after the thirteen and where they end, when nothing more of a number follows them.
    key: Option<(u64, usize)>,
}

impl<'a> Candidate<'a> {
    fn read(chars: &'a [char], start: usize) -> Option<Self> {
        let mut digits = Vec::with_capacity(13);
        let (mut at, mut gaps) = (start, Vec::new());
        while digits.len() < 13 {
            let next = if digits.is_empty() { at } else { behind_signs(chars, at) };
            if next > at {
                gaps.push(digits.len());
            }
            let c = chars.get(next)?.to_ascii_uppercase();
            let corsica = digits.len() == 6 && digits[5] == '2' && matches!(c, 'A' | 'B');
            if !c.is_ascii_digit() && !corsica {
                return None;
            }
            digits.push(c);
            at = next + 1;
        }
        let mut found = Self { chars, start, digits, gaps, end: at, key: None };
        found.read_key();
        Some(found)
    }

    fn read_key(&mut self) {
        let first = behind_key_word(self.chars, self.end);
        let second = behind_signs(self.chars, first + 1);
        let key: String = [first, second].into_iter().filter_map(|at| self.chars.get(at)).collect();
        let is_key = key.len() == 2 && key.bytes().all(|b| b.is_ascii_digit()) && !self.is_digit(second + 1);
        let Some(value) = key.parse().ok().filter(|_| is_key) else { return };
        self.key = Some((value, second + 1));
        if first > self.end {
            self.gaps.push(13);
        }
        if second > first + 1 {
            self.gaps.push(14);
        }
    }

    fn is_digit(&self, at: usize) -> bool {
        self.chars.get(at).is_some_and(char::is_ascii_digit)
    }

    fn number(&self, range: std::ops::Range<usize>) -> Option<u64> {
        number(&self.digits[range])
    }

    fn is_nir(&self) -> bool {
        let month = self.number(3..5).unwrap_or(0);
        if self.number(5..7) == Some(0) {
            return false;
        }
        // Months from 20 on stand for civil records that were incomplete.
        let recorded =
            matches!(month, 1..=12 | 20 | 30..=42 | 50..=99) && matches!(self.digits[0], '1'..='4' | '7' | '8');
        let ordinary = matches!(self.digits[0], '1' | '2') && matches!(month, 1..=12);
        let placed = self.number(7..10) != Some(0) && self.number(10..13) != Some(0);
        let usual = self.gaps.iter().all(|gap| GROUPS.contains(gap));
        if let Some((key, end)) = self.key
            && key == self.expected_key()
            && (if usual { recorded } else { ordinary && placed })
            && !self.is_explained(end)
        {
            return true;
        }
        let inside = self.gaps.iter().filter(|gap| **gap < 13).count();
        let ends = !self.is_digit(self.end);
        let grouped = usual && inside >= FEWEST_GROUPS && (inside == 5 || placed) && (ends || self.key.is_some());
        ordinary && ((ends && inside == 0) || (grouped && !self.is_explained(self.end)))
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

    /// Whether every word it lies in, up to `end`, is something else: dates or values in a row.
    fn is_explained(&self, end: usize) -> bool {
        let is_space = |c: &char| c.is_whitespace() || *c == ';';
        let from = self.chars[..self.start].iter().rposition(is_space).map_or(0, |at| at + 1);
        let to = self.chars[end..].iter().position(is_space).map_or(self.chars.len(), |at| end + at);
        let words: Vec<String> = self.chars[from..to]
            .split(is_space)
            .map(|word| {
                word.iter()
                    .collect::<String>()
                    .trim_matches([',', '.', ':', '(', ')', '+', '-', '·', '|', '/'])
                    .to_owned()
            })
            .filter(|word| !word.is_empty())
            .collect();
        let mut words = words.as_slice();
        while let Some((first, rest)) = words.split_first() {
            if let Some((phone, behind)) = words.split_at_checked(5)
                && first.starts_with('0')
                && phone.iter().all(|pair| pair.len() == 2 && pair.bytes().all(|b| b.is_ascii_digit()))
            {
                words = behind;
            } else if is_something_else(first) {
                words = rest;
            } else {
                return false;
            }
        }
        true
    }
}

/// Whether a word is a date, an hour, a phone number, two values with a slash, or a decimal value.
fn is_something_else(word: &str) -> bool {
    let mut marks: Vec<char> = word.chars().filter(|c| !c.is_ascii_digit()).collect();
    marks.dedup();
    let parts: Vec<&str> = word.split(|c: char| !c.is_ascii_digit()).collect();
    if parts.iter().any(|part| part.is_empty() || part.len() > 10) {
        return false;
    }
    let numbers: Vec<u64> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let phone = word.starts_with('0') && matches!(lengths[..], [10] | [2, 2, 2, 2, 2]);
    let day = |d: u64, m: u64, y: u64| (1..=31).contains(&d) && (1..=12).contains(&m) && (1900..2100).contains(&y);
    match (&marks[..], &numbers[..], &lengths[..]) {
        ([] | ['.' | '-' | '/'], ..) if phone => true,
        (['/' | '.' | '-'], [d, m, y], [1 | 2, 1 | 2, 4]) | (['-'], [y, m, d], [4, 2, 2]) => day(*d, *m, *y),
        ([':'], [hour, minute], [1 | 2, 2]) => *hour < 24 && *minute < 60,
        (['/'], [_, _], [1..=3, 1..=3]) => true,
        ([',' | '.'], [whole, _], [1..=3, 1 | 2]) => *whole == 0 && lengths[0] == 1 || !parts[0].starts_with('0'),
        _ => false,
    }
}

/// Where the signs that begin at `at` end.
fn behind_signs(chars: &[char], at: usize) -> usize {
    let signs = chars.iter().skip(at).take_while(|c| !c.is_alphanumeric()).count();
    at + signs
}

/// The same, past the word that announces a key.
fn behind_key_word(chars: &[char], at: usize) -> usize {
    let word = behind_signs(chars, at);
    let letters: String = chars.iter().skip(word).take(5).take_while(|c| c.is_alphabetic()).collect();
    if KEY_WORDS.contains(&letters.to_lowercase().as_str()) {
        return behind_signs(chars, word + letters.chars().count());
    }
    word
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
    #[case::odd_spaces("25 5081 416 80 2538")]
    #[case::in_threes("255 081 416 802 538")]
    #[case::one_by_one("2 5 5 0 8 1 4 1 6 8 0 2 5 3 8")]
    #[case::broken_line("2 55 08 14\n168 025 38")]
    #[case::broken_in_a_group("25508141\r\n6802538")]
    #[case::lines_apart("2550814\n\n\n16802538")]
    #[case::tabs("2\t55\t08\t14\t168\t025\t38")]
    #[case::thin_spaces("2\u{2009}5508\u{202f}141\u{a0}6802538")]
    #[case::colons("2:55:08:14:168:025:38")]
    #[case::bars("2|55|08|14|168|025|38")]
    #[case::table("| 2 | 55 | 08 | 14 | 168 | 025 | 38 |")]
    #[case::middle_dots("2·55·08·14·168·025·38")]
    #[case::plus("255+0814+168025+38")]
    #[case::brackets("(2) 55 [08] {14} 168-025 <38>")]
    #[case::semicolons("2;5508;14168;02538")]
    #[case::mixed("2 - 55 / 08, 14. 168_025 (38)")]
    #[case::quoted("«\u{a0}2 55 08 14 168 025\u{a0}» 38")]
    #[case::arabic_digits("٢٥٥٠٨١٤١٦٨٠٢٥٣٨")]
    #[case::bold_digits("𝟐𝟓𝟓𝟎𝟖𝟏𝟒𝟏𝟔𝟖𝟎𝟐𝟓𝟑𝟖")]
    #[case::circled_digits("❷❺❺⓿❽❶❹❶❻❽⓿❷❺❸❽")]
    #[case::keycaps("2\u{fe0f}\u{20e3}5\u{fe0f}\u{20e3}508141680253\u{fe0f}\u{20e3}8")]
    #[case::invisible_everywhere("2\u{200b}5\u{200d}5\u{2060}0\u{feff}8\u{ad}1\u{3164}41680\u{34f}2538")]
    #[case::key_named("2550814168025 clé 38")]
    #[case::key_named_and_odd("2550 814 168025, clé : 38")]
    #[case::key_in_two("25508141680253 8")]
    #[case::corsica_odd("185 052A0 04012 70")]
    #[case::corsica_letter_apart("1 85 05 2 a 004 012 70")]
    #[case::corsica_north("185052B00401297")]
    #[case::partly_grouped("255 08 14 168 025")]
    #[case::glued_to_a_word("n°255081416802538dossier")]
    #[case::beside_other_numbers("1243 le 12/03/2026 : 25508 14168 02538 / 06 46 52 58 13")]
    #[case::incomplete_records("2 55 31 14 168 025 18")]
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
    #[case::dates("12/03/1948 14/06/1952 5/1/2026 1.3.2026 2026-11-30")]
    #[case::dates_of_fifteen_digits("2/12/2026 14/11/2026 1/10/2026 13/12/2026")]
    #[case::files("1243 1244 0377 1301 1250")]
    #[case::hours("8:30 9:15 10:00 11:45 12:30 1:10 2:05")]
    #[case::pressures("TA 14/8 13/7 12/8 15/9 12/7 12/10 11/7")]
    #[case::sugars("1,12 0,98 1,05 1,20 1,31 1,12 1,08 2,10")]
    #[case::odd_with_a_wrong_key("25 5081 416 80 2539")]
    #[case::odd_without_key("25 5081 416 8025")]
    #[case::a_word_between("2550814 puis 16802538")]
    #[case::iban("FR76 3000 6000 0112 3456 7890 189")]
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
        fn whatever_stands_between_its_digits_it_is_found(
            sex in "[12]", year in "[0-9]{2}", month in 1..=12u32, department in "(0[1-9]|[13-8][0-9]|9[0-5]|2[AB])",
            commune in 1..=990u32, order in 1..=999u32,
            signs in proptest::collection::vec(
                "[ \t\n\u{a0}\u{2009}\u{202f}:|·+/.,;_()\\[\\]{}*#=~'\u{200b}\u{2060}\u{feff}-]{0,3}", 15),
            before in "([a-z]{1,9}|12/03/2026|1243)[ :]", after in "[ .]([a-z]{1,9}|le 12/03)",
        ) {
            let nir = keyed(&format!("{sex}{year}{month:02}{department}{commune:03}{order:03}"));
            let cut: String = nir.chars().zip(&signs).flat_map(|(c, signs)| std::iter::once(c).chain(signs.chars())).collect();
            let text = format!("{before}{cut}{after}");
            prop_assert!(contains(&text));
        }

        #[test]
        fn dates_beside_each_other_are_never_taken_for_one(
            dates in proptest::collection::vec((1..=31u32, 1..=12u32, 1900..2100u32), 1..6), wide in any::<bool>(),
        ) {
            for (between, sign) in [(" ", '/'), (", ", '.'), ("\n", '-'), (" ; ", '/')] {
                let said = |(d, m, y): &(u32, u32, u32)| {
                    if wide { format!("{d:02}{sign}{m:02}{sign}{y}") } else { format!("{d}{sign}{m}{sign}{y}") }
                };
                let text = dates.iter().map(said).collect::<Vec<_>>().join(between);
                prop_assert!(!contains(&text), "{text}");
            }
        }

        #[test]
        fn files_beside_each_other_are_never_taken_for_one(files in proptest::collection::vec("[0-9]{4}", 1..8)) {
            for between in [" ", ", ", "\n", "/", " - "] {
                prop_assert!(!contains(&files.join(between)));
            }
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
