//! Text as it is compared: without case, accents or ligatures.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a name or a word: `Œdème` becomes `oedeme`.
#[must_use]
pub(super) fn fold(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).fold(
        String::with_capacity(text.len()),
        |mut folded, c| {
            match c {
                'œ' => folded.push_str("oe"),
                'æ' => folded.push_str("ae"),
                c => folded.push(c),
            }
            folded
        },
    )
}

/// Folds a name for comparison: hyphens, apostrophes and runs of spaces count as one space.
#[must_use]
pub(super) fn fold_name(name: &str) -> String {
    let folded = fold(name);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_ligatures_do_not_count() {
        assert_eq!(fold("Œdème À Nîmes, Æsop"), "oedeme a nimes, aesop");
        assert_eq!(fold_name("Jean-François  LE GALL"), fold_name("jean francois le gall"));
        assert_ne!(fold_name("Roche"), fold_name("Rocher"));
    }
}
