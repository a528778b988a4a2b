//! Texts as they are kept and compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::super::Msg;
use super::nir;
pub use super::visible::{line, note};

/// Text of several lines that may be kept: no NIR in it (rule 23), and `max` characters at most.
///
/// For a field of one line, give it `&line(text)`.
///
/// # Errors
/// The refusal of a NIR, or by how much the text is too long.
pub fn checked(text: &str, max: usize) -> Result<String, Msg> {
    let text = note(text);
    if nir::contains(&text) {
        return Err(nir::refusal());
    }
    let length = text.chars().count();
    if length > max {
        return Err(Msg::new("draft-too-long").with("length", length).with("max", max));
    }
    Ok(text)
}

/// What two texts are compared by: lower case, no accents, `œ` as `oe`, every apostrophe straight.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '\u{2019}' | '\u{2018}' | '\u{2bc}' => folded.push('\''),
            '\u{a0}' | '\u{202f}' | '\u{2009}' => folded.push(' '),
            // Lower-casing `İ` leaves a dot above.
            c if is_combining_mark(c) => {}
            c => folded.push(c),
        }
    }
    folded
}

/// What two names of a thing are compared by: the folded words, with one space between them.
#[must_use]
pub fn key(text: &str) -> String {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Letters and digits only, folded: `M. D.` and `md` are the same initials.
#[must_use]
pub fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::escape("\u{1b}[31mrouge\u{9b}0m", "[31mrouge0m")]
    #[case::direction("abc\u{202e}cba\u{2066}", "abccba")]
    #[case::zero_width("in\u{200b}vi\u{feff}si\u{200d}ble", "invisible")]
    #[case::composed("e\u{301}te\u{301}", "été")]
    #[case::composed_across_a_hidden_mark("e\u{200b}\u{301}", "é")]
    #[case::lines("  un\r\ndeux\rtrois\tquatre  \n", "un\ndeux\ntrois quatre")]
    #[case::no_break_space_stays("9\u{a0}h", "9\u{a0}h")]
    fn a_note_keeps_what_can_be_seen(#[case] typed: &str, #[case] kept: &str) {
        assert_eq!(note(typed), kept);
    }

    #[test]
    fn a_line_has_no_break() {
        assert_eq!(line(" Rue\r\n\r\n  de la Paix\u{2028}Ajain "), "Rue de la Paix Ajain");
    }

    #[test]
    fn a_text_is_refused_when_too_long_or_with_a_nir() {
        assert_eq!(checked(" été ", 3), Ok("été".into()));
        assert_eq!(checked("été !", 3).unwrap_err().id, "draft-too-long");
        assert_eq!(checked("voir 2 55 08 14 168 025 38", 500).unwrap_err(), nir::refusal());
    }

    #[rstest]
    #[case("Œdème", "oedeme")]
    #[case("Auboïs", "aubois")]
    #[case("L’État", "l'etat")]
    #[case("ÇA", "ca")]
    #[case("İ", "i")]
    fn folding_forgets_case_and_accents(#[case] text: &str, #[case] folded: &str) {
        assert_eq!(fold(text), folded);
    }

    #[test]
    fn a_key_forgets_what_stands_between_words_and_letters_that_anything_does() {
        assert_eq!(key("Jean-François  LE GALL"), "jean francois le gall");
        assert_eq!(key(" Poste n°1 "), "poste n 1");
        assert_ne!(key("Salle 1 2"), key("Salle 12"));
        assert_eq!(letters("M. D."), letters("md"));
    }

    proptest! {
        #[test]
        fn making_safe_twice_changes_nothing_more(text in any::<String>()) {
            let once = note(&text);
            prop_assert_eq!(note(&once), once.clone());
            prop_assert!(once.chars().all(|c| c == '\n' || !c.is_control()));
            let flat = line(&text);
            prop_assert_eq!(line(&flat), flat.clone());
            prop_assert!(!flat.contains('\n'));
        }
    }
}
