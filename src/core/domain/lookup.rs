//! What is looked for: the words of a search, and where a text holds them.

use std::ops::Range;

use serde::Deserialize;

use super::draft::text::fold;
use super::record::Record;
use super::{Gravity, IsoWeek, ItemId, PersonId, Stamp, StayId};

/// What a text that was found is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum FoundKind {
    /// Somebody's word on a point.
    Word,
    /// An answer to a point, or a question about it.
    Answer,
    /// The notes of a handover.
    Week,
    Next,
    Centre,
    Oral,
    Addendum,
    /// Of the directory.
    Contact,
    /// Of the booklet.
    Page,
    /// Of a list of the centre, whose table names it in the index.
    #[serde(skip)]
    Record(&'static Record),
}

/// A text that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub kind: FoundKind,
    /// Its number among those of its kind.
    pub row: i64,
    pub point: Option<FoundPoint>,
    pub stay: Option<StayId>,
    /// The week that stay begins in.
    pub week: Option<IsoWeek>,
    pub author: Option<PersonId>,
    pub at: Option<Stamp>,
    pub text: String,
}

impl Found {
    /// Its first line, which names an entry of the directory or a page.
    #[must_use]
    pub fn title(&self) -> &str {
        self.text.lines().next().unwrap_or_default()
    }

    /// The week it was written for, or in.
    #[must_use]
    pub fn week(&self) -> Option<IsoWeek> {
        self.week.or_else(|| self.at.map(|at| at.day().week()))
    }
}

/// The point a text belongs to, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPoint {
    pub item: ItemId,
    pub file: Option<String>,
    pub initials: Option<String>,
    pub gravity: Gravity,
    pub closed: bool,
}

/// The folded words of what is looked for, all needed; the last letters of each may be missing.
///
/// `n° 118` is the number alone, and `M. D.` the initials `md`.
#[must_use]
pub fn words(typed: &str) -> Vec<String> {
    let folded = fold(typed.trim());
    let number = folded.trim_start_matches(['#', 'n', '°', ' ']);
    if !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()) {
        return vec![number.to_owned()];
    }
    let mut words: Vec<String> = Vec::new();
    // Letters with points between them are one word: initials.
    let mut initials = false;
    let mut rest = folded.as_str();
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let between = &rest[..start];
        let word = &rest[start..];
        let end = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        let one = word[..end].chars().count() == 1 && word.starts_with(char::is_alphabetic);
        match words.last_mut() {
            Some(last) if initials && one && matches!(between, "." | ". ") => last.push_str(&word[..end]),
            _ => words.push(word[..end].to_owned()),
        }
        initials = one;
        rest = &word[end..];
    }
    words
}

/// Where a text holds the beginning of one of these folded words, in bytes.
#[must_use]
pub fn places(text: &str, words: &[String]) -> Vec<Range<usize>> {
    // Each folded letter with the bytes it came from: `œ` is two letters of one place.
    let mut letters: Vec<(char, Range<usize>)> = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let place = at..at + c.len_utf8();
        let folded = fold(c.encode_utf8(&mut [0; 4]));
        match letters.last_mut() {
            // An accent of its own belongs to its letter.
            Some(last) if folded.is_empty() => last.1.end = place.end,
            _ => letters.extend(folded.chars().map(|c| (c, place.clone()))),
        }
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let begins = at == 0 || !letters[at - 1].0.is_alphanumeric();
        let held = |word: &&String| word.chars().zip(&letters[at..]).filter(|(w, (l, _))| w == l).count();
        let holds = |word: &&String| !word.is_empty() && held(word) == word.chars().count();
        let longest = words.iter().filter(|word| begins && holds(word)).map(|word| word.chars().count()).max();
        match longest {
            Some(length) => {
                found.push(letters[at].1.start..letters[at + length - 1].1.end);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_numbers_and_initials_are_one_word() {
        for (typed, expected) in [
            ("Œdème, INR", vec!["oedeme", "inr"]),
            ("n° 118", vec!["118"]),
            ("#7", vec!["7"]),
            ("M. D.", vec!["md"]),
            ("m.d. inr", vec!["md", "inr"]),
            ("l'interne", vec!["l", "interne"]),
            (" - ", vec![]),
        ] {
            assert_eq!(words(typed), expected, "{typed}");
        }
    }

    #[test]
    fn the_places_of_words_are_those_of_the_text_as_written() {
        let lit = |text: &str, typed: &str| -> Vec<String> {
            places(text, &words(typed)).into_iter().map(|place| text[place].to_owned()).collect()
        };
        assert_eq!(lit("Œdème des chevilles, œdemes", "oedem"), ["Œdèm", "œdem"]);
        assert_eq!(lit("INR à 4,8 ; l'INR, pas winr", "inr 4"), ["INR", "4", "INR"]);
        assert_eq!(lit("He\u{301}matome", "hem"), ["He\u{301}m"]);
        assert_eq!(lit("Œuf", "o"), ["Œ"]);
        assert_eq!(lit("rien", "inr"), Vec::<String>::new());
        assert_eq!(lit("", "inr"), Vec::<String>::new());
    }
}
