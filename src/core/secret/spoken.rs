//! Says a hash or a public key in words that two people can compare, one reading them aloud.

use bip39::Language;
use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

/// How many words: 88 bits, more than anybody finds a second text for.
const WORDS: usize = 8;

/// Bits of one word of the list of 2,048.
const BITS: usize = 11;

/// Eight words of the French BIP-39 list for a text: the first 88 bits of its SHA-256, eleven bits a word.
#[must_use]
pub fn eight_words(text: &str) -> String {
    let hash = Sha256::digest(text);
    let bit = |at: usize| usize::from(hash[at / 8] >> (7 - at % 8) & 1);
    let index = |word: usize| (0..BITS).fold(0, |index, at| index << 1 | bit(word * BITS + at));
    let list = Language::French.word_list();
    // The list has its accents decomposed.
    (0..WORDS).map(|word| list[index(word)].nfc().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_text_are_always_the_same_and_those_of_another_differ() {
        // The SHA-256 of no text begins with e3b0c442: 11100011101 is 1,821, 10000110001 is 1,073.
        let words = eight_words("");
        let list = Language::French.word_list();
        let first: Vec<String> = [1821, 1073].map(|at: usize| list[at].nfc().collect()).into();
        assert_eq!(words.split(' ').take(2).collect::<Vec<_>>(), first);
        assert_eq!(words.split(' ').count(), WORDS);
        assert_eq!(words, eight_words(""));
        assert_ne!(words, eight_words(" "));
    }
}
