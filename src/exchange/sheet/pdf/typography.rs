//! How printed French is set, whoever typed it and however: spaces that hold, dashes and apostrophes.
//!
//! Only spaces and signs change: no word is touched.

use crate::words::Lang;

/// Before these a space never begins a line; narrow, as the Imprimerie nationale sets it.
const NARROW: [char; 3] = [';', '!', '?'];
/// Before these a full one.
const FULL: [char; 4] = [':', '»', '%', '€'];
/// After a number, these stay on its line.
const UNITS: [&str; 22] = [
    "h", "min", "s", "j", "an", "ans", "mois", "mg", "g", "kg", "µg", "ml", "mL", "l", "L", "cm", "mm", "mmol", "UI",
    "UI/l", "°C", "°",
];
/// After these the name or the number follows on the same line.
const LEADS: [&str; 8] = ["Dr", "Dre", "M.", "Mme", "n°", "no.", "p.", "←"];

/// The text as it is set in a language.
pub fn typeset(text: &str, lang: &str) -> String {
    let text = signs(text);
    if lang == Lang::Fr.code() { spaces(&text) } else { text }
}

/// An apostrophe between letters, a dash between spaces, an ellipsis.
fn signs(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or(' ');
    let mut out = String::with_capacity(text.len());
    for (i, &c) in chars.iter().enumerate() {
        let before = if i == 0 { ' ' } else { at(i - 1) };
        out.push(match c {
            '\'' if before.is_alphabetic() && at(i + 1).is_alphabetic() => '’',
            // Not at the head of a line, where it opens a list.
            '-' if i > 0 && before == ' ' && at(i + 1) == ' ' => '–',
            c => c,
        });
    }
    out.replace("...", "…")
}

/// Spaces that may not end a line become no-break ones. None is added, none goes.
fn spaces(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (i, &c) in chars.iter().enumerate() {
        if !matches!(c, ' ' | '\u{a0}') {
            if matches!(c, '\n') {
                from = i + 1;
            }
            out.push(c);
            continue;
        }
        let next = chars.get(i + 1).copied().unwrap_or(' ');
        let before: String = chars[from..i].iter().collect();
        let after: String = chars[i + 1..].iter().take_while(|c| !c.is_whitespace()).collect();
        let number = before.ends_with(|c: char| c.is_ascii_digit());
        out.push(match c {
            _ if NARROW.contains(&next) => '\u{202f}',
            _ if FULL.contains(&next) || before.ends_with('«') => '\u{a0}',
            _ if number && UNITS.contains(&after.trim_end_matches(['.', ',', ';', ')'])) => '\u{a0}',
            _ if number && thousands(&after) => '\u{202f}',
            _ if LEADS.contains(&before.as_str()) => '\u{a0}',
            c => c,
        });
        from = i + 1;
    }
    out
}

/// Three digits and no more: the rest of a number.
fn thousands(text: &str) -> bool {
    text.len() >= 3 && text.bytes().take_while(u8::is_ascii_digit).count() == 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("Si saignement : 15 ; sinon rien !", "Si saignement\u{a0}: 15\u{202f}; sinon rien\u{202f}!")]
    #[case("dit « bien » hier", "dit «\u{a0}bien\u{a0}» hier")]
    #[case("21/12, 12 h.", "21/12, 12\u{a0}h.")]
    #[case("HbA1c 7,2 % et 500 mg, 2 fois", "HbA1c 7,2\u{a0}% et 500\u{a0}mg, 2 fois")]
    #[case("1 000 patients, 06 12 34", "1\u{202f}000 patients, 06 12 34")]
    #[case("le Dr Roche et Mme Ferrand, n° 12", "le Dr\u{a0}Roche et Mme\u{a0}Ferrand, n°\u{a0}12")]
    #[case("l'œdème d'Émile - stable...", "l’œdème d’Émile – stable…")]
    #[case("- d'abord\n- ensuite", "- d’abord\n- ensuite")]
    #[case("5' de marche, M.-A. D.", "5' de marche, M.-A. D.")]
    fn french_is_set_as_in_a_book(#[case] typed: &str, #[case] set: &str) {
        assert_eq!(typeset(typed, "fr"), set);
    }

    #[test]
    fn english_keeps_its_spaces() {
        assert_eq!(typeset("don't: 12 h ; x", "en"), "don’t: 12 h ; x");
    }

    proptest! {
        #[test]
        fn no_word_is_touched_and_a_second_time_changes_nothing(text in "[a-zé0-9 '.:;!?«»%\n-]{0,60}") {
            let set = typeset(&text, "fr");
            let letters = |t: &str| t.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&set), letters(&text));
            prop_assert_eq!(typeset(&set, "fr"), set);
        }
    }
}
