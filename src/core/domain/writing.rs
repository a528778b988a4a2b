//! What helps writing: sentences the centre keeps ready, and what its abbreviations mean.
//!
//! Fifty doctors have fifty dialects: both lists are the centre's own, kept by its team.

use super::draft::text::fold;
use super::record::Written;
pub use super::record::{Abbreviation, Snippet};

/// Both lists of a centre, each in the order of the alphabet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shelf {
    pub snippets: Vec<Snippet>,
    pub abbreviations: Vec<Abbreviation>,
}

impl Shelf {
    /// Both lists, of the rows that say them.
    #[must_use]
    pub fn of(snippets: &[Written], abbreviations: &[Written]) -> Self {
        Self {
            snippets: snippets.iter().map(Snippet::from).collect(),
            abbreviations: abbreviations.iter().map(Abbreviation::from).collect(),
        }
    }

    /// The abbreviations in a text, each once, in the order in which they stand in it.
    ///
    /// Written as in the list: `ait` is a verb, `AIT` is not.
    #[must_use]
    pub fn meanings(&self, text: &str) -> Vec<&Abbreviation> {
        let mut found: Vec<&Abbreviation> = Vec::new();
        for word in text.split_whitespace().map(bare) {
            let whole: Vec<&Abbreviation> = self.abbreviations.iter().filter(|a| a.short == word).collect();
            let parts = word.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty());
            // `l'IDE` and `INR/TP` hold abbreviations; `c/o` is one.
            let of_parts = parts.flat_map(|part| self.abbreviations.iter().filter(move |a| a.short == part));
            let here = if whole.is_empty() { of_parts.collect() } else { whole };
            found.extend(here);
        }
        let mut seen = std::collections::BTreeSet::new();
        found.retain(|a| seen.insert(&a.short));
        found
    }

    /// The same, what the word under the cursor means coming first; that one may be written in any case.
    ///
    /// `at` is a place in the text, in bytes, on the word or just after it.
    #[must_use]
    pub fn meanings_at(&self, text: &str, at: usize) -> Vec<&Abbreviation> {
        let asked = word_at(text, at);
        let mut found: Vec<&Abbreviation> =
            self.abbreviations.iter().filter(|a| !asked.is_empty() && fold(&a.short) == fold(asked)).collect();
        for other in self.meanings(text) {
            if found.iter().all(|a| a.short != other.short) {
                found.push(other);
            }
        }
        found
    }
}

/// The word at a place of a text, in bytes: the letters and digits around it.
fn word_at(text: &str, at: usize) -> &str {
    let at = (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    let (before, after) = text.split_at(at);
    let start = before.rfind(|c: char| !c.is_alphanumeric());
    let start = start.map_or(0, |i| i + before[i..].chars().next().map_or(0, char::len_utf8));
    let end = after.find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |i| at + i);
    &text[start..end]
}

/// A word without the punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf() -> Shelf {
        let known =
            [("INR", "international normalized ratio"), ("IDE", "infirmière"), ("AIT", "accident"), ("c/o", "chez")];
        let known = known.map(|(short, meaning)| Abbreviation { short: short.into(), meaning: meaning.into() });
        Shelf { snippets: Vec::new(), abbreviations: known.into() }
    }

    fn names(found: &[&Abbreviation]) -> String {
        found.iter().map(|a| a.short.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn abbreviations_are_found_in_a_text_each_once_and_in_its_order() {
        let found = |text: &str| names(&shelf().meanings(text));
        assert_eq!(found("INR à 4,8 (INR cible 2-3) : l'IDE passe mardi"), "INR IDE");
        assert_eq!(found("IDE/INR, c/o Mme R."), "IDE INR c/o");
        // Other words that are written alike but for their case are not meant.
        assert_eq!(found("qu'il ait ses résultats"), "");
        assert_eq!(found(""), "");
    }

    #[test]
    fn the_word_under_the_cursor_comes_first_in_whatever_case() {
        let text = "INR demandé à l'ide mardi";
        let at = |needle: &str| text.find(needle).unwrap();
        let found = |at: usize| names(&shelf().meanings_at(text, at));
        assert_eq!(found(at("ide")), "IDE INR");
        assert_eq!(found(at(" mardi")), "IDE INR", "just after it");
        assert_eq!(found(at("demandé")), "INR");
        assert_eq!(found(0), "INR");
        assert_eq!(found(text.len() + 9), "INR");
        // Inside a letter of two bytes.
        assert_eq!(found(at("à") + 1), "INR");
    }
}
