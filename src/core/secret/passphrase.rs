//! Passphrases: seven French words drawn by the program, or one's own if it is strong enough.
//!
//! The words are those of the French BIP-39 list: 2,048 words that differ in their first four letters once accents
//! are set aside, so that 28 keys give 77 bits.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use secrecy::SecretString;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::domain::Msg;
use crate::domain::draft::text::fold;

/// Words of a generated passphrase.
pub const WORDS: usize = 7;
/// What a passphrase must be worth, in bits, before scrypt stretches it further.
pub const ENOUGH_BITS: f64 = 60.0;
/// Bits of one word drawn among 2,048.
const BITS_PER_WORD: f64 = 11.0;
/// Different words that make seven list words strong enough: 66 bits.
const DIFFERENT_WORDS: usize = 6;

/// The system's generator of randomness failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no randomness")]
pub struct NoRandomness;

impl NoRandomness {
    /// The sentence for the person at the desk.
    #[must_use]
    pub fn msg(self) -> Msg {
        Msg::new("vault-no-randomness")
    }
}

struct Word {
    /// As shown: composed accents (the list itself has them decomposed).
    shown: String,
    /// As compared: without accents.
    plain: String,
}

static LIST: LazyLock<Vec<Word>> = LazyLock::new(|| {
    let word = |w: &&str| Word { shown: w.nfc().collect(), plain: fold(w) };
    bip39::Language::French.word_list().iter().map(word).collect()
});

/// Draws seven words, each of 2,048 as likely as any other.
///
/// # Errors
/// When the system has no randomness to give.
pub fn generate() -> Result<SecretString, NoRandomness> {
    let list: &[Word] = &LIST;
    loop {
        let mut random = Zeroizing::new([0_u8; 2 * WORDS]);
        getrandom::fill(random.as_mut_slice()).map_err(|_| NoRandomness)?;
        // 2,048 divides 65,536: the remainder favours no word.
        let drawn: Vec<usize> =
            random.chunks_exact(2).map(|two| usize::from(u16::from_le_bytes([two[0], two[1]])) % list.len()).collect();
        // A draw with so many repeats (1 in 20,000) looks like a choice; drawing again costs 0.0001 bit.
        if drawn.iter().collect::<BTreeSet<_>>().len() < DIFFERENT_WORDS {
            continue;
        }
        let mut phrase = Zeroizing::new(String::with_capacity(128));
        for (place, word) in drawn.into_iter().enumerate() {
            if place > 0 {
                phrase.push(' ');
            }
            phrase.push_str(&list[word].shown);
        }
        return Ok(SecretString::from(phrase.as_str()));
    }
}

/// The only word that begins so, accents and case aside; `None` when there is none or several.
#[must_use]
pub fn complete(prefix: &str) -> Option<&'static str> {
    let prefix = fold(prefix.trim());
    let mut found = LIST.iter().filter(|word| word.plain.starts_with(&prefix));
    match (found.next(), found.next()) {
        (Some(word), None) => Some(&word.shown),
        _ => None,
    }
}

/// The words of a phrase, if it is seven list words, each whole or cut after its fourth letter or later.
fn list_words(text: &str) -> Option<[&'static str; WORDS]> {
    let words: Vec<&'static str> = text
        .split_whitespace()
        .map(|typed| if fold(typed).chars().count() >= 4 { complete(typed) } else { None })
        .collect::<Option<_>>()?;
    words.try_into().ok()
}

/// The one form of a passphrase, whichever way it was typed; applied when it is chosen and each time it is used.
///
/// Composed accents, single spaces, none at the ends. Seven list words, abbreviated or without accents, become those
/// words; anything else keeps its letters and case.
#[must_use]
pub fn canonical(typed: &str) -> Zeroizing<String> {
    if let Some(words) = list_words(typed) {
        return Zeroizing::new(words.join(" "));
    }
    let text = Zeroizing::new(typed.nfc().collect::<String>());
    let mut phrase = Zeroizing::new(String::with_capacity(text.len()));
    for word in text.split_whitespace() {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(word);
    }
    phrase
}

/// What a passphrase is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strength {
    /// Logarithm, base 2, of the guesses that find it.
    pub bits: f64,
    /// At least [`ENOUGH_BITS`].
    pub enough: bool,
}

/// Judges a passphrase: by its draw if it is seven list words, by zxcvbn's estimate if it is one's own.
///
/// zxcvbn knows English; it is given the French list besides, and each word counts once. A French sentence of other
/// words is judged by its length, so that the bound is a floor for care, not a proof.
#[must_use]
pub fn judge(typed: &str) -> Strength {
    let bits = if let Some(words) = list_words(typed) {
        // Small whole numbers: exact.
        words.iter().collect::<BTreeSet<_>>().iter().map(|_| BITS_PER_WORD).sum()
    } else {
        let french: Vec<&str> = LIST.iter().map(|word| word.plain.as_str()).collect();
        zxcvbn::zxcvbn(&each_word_once(&canonical(typed)), &french).guesses_log10().max(0.0) * std::f64::consts::LOG2_10
    };
    Strength { bits, enough: bits >= ENOUGH_BITS }
}

fn each_word_once(phrase: &str) -> Zeroizing<String> {
    let mut seen = BTreeSet::new();
    let mut once = Zeroizing::new(String::with_capacity(phrase.len()));
    for word in phrase.split(' ').filter(|word| seen.insert(*word)) {
        if !once.is_empty() {
            once.push(' ');
        }
        once.push_str(word);
    }
    once
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use secrecy::ExposeSecret as _;

    fn drawn() -> String {
        generate().unwrap().expose_secret().to_owned()
    }

    #[test]
    fn each_word_is_given_by_its_first_four_letters_with_or_without_accents() {
        for word in LIST.iter() {
            let four = |text: &str| text.chars().take(4).collect::<String>();
            assert_eq!(complete(&four(&word.plain)), Some(word.shown.as_str()));
            assert_eq!(complete(&four(&word.shown).to_uppercase()), Some(word.shown.as_str()));
            assert_eq!(complete(&word.shown), Some(word.shown.as_str()));
        }
    }

    #[test]
    fn fewer_letters_give_a_word_only_when_they_leave_one() {
        assert_eq!(complete("aba"), None);
        assert_eq!(complete(""), None);
        assert_eq!(complete("abaz"), None);
        let by_three = LIST.iter().find(|w| {
            let three = &w.plain[..3];
            LIST.iter().filter(|other| other.plain.starts_with(three)).count() == 1
        });
        let word = by_three.expect("some word is alone with its three letters");
        assert_eq!(complete(&word.plain[..3]), Some(word.shown.as_str()));
    }

    #[test]
    fn a_drawn_phrase_is_seven_composed_list_words_that_stand_as_they_are() {
        for _ in 0..200 {
            let phrase = drawn();
            assert_eq!(phrase.split(' ').count(), WORDS);
            assert!(phrase.split(' ').all(|word| LIST.iter().any(|w| w.shown == word)), "{phrase}");
            assert_eq!(phrase, phrase.nfc().collect::<String>());
            assert_eq!(*canonical(&phrase), phrase);
            assert!(judge(&phrase).enough, "{phrase}");
        }
    }

    #[test]
    fn draws_reach_the_whole_list_evenly() {
        // 21,000 words into 8 parts of 256: about 2,625 each, standard deviation 48; six of them is never by chance.
        let mut parts = [0_u32; 8];
        for _ in 0..3000 {
            for word in drawn().split(' ') {
                let at = LIST.iter().position(|w| w.shown == word).unwrap();
                parts[at / 256] += 1;
            }
        }
        assert!(parts.iter().all(|n| (2337..=2913).contains(n)), "{parts:?}");
    }

    #[test]
    fn abbreviated_and_unaccented_words_become_the_words_of_the_list() {
        let phrase = drawn();
        let typed: Vec<String> = phrase.split(' ').map(|w| fold(w)[..4].to_uppercase()).collect();
        assert_eq!(*canonical(&format!("  {} ", typed.join("\u{a0} "))), phrase);
        assert_eq!(*canonical(&phrase.nfd().collect::<String>()), phrase);
        assert_eq!(judge(&typed.join(" ")), judge(&phrase));
    }

    #[test]
    fn what_is_not_seven_list_words_keeps_its_letters() {
        assert_eq!(*canonical(" Le  Docteur E\u{301}lise "), "Le Docteur \u{c9}lise");
        assert_eq!(*canonical("abai aban abdi"), "abai aban abdi");
        let eight = "abai aban abdi abei abol abor abou aboy";
        assert_eq!(*canonical(eight), eight);
    }

    #[test]
    fn poor_phrases_are_not_enough() {
        for poor in ["", "azerty", "Relève2026!", "motdepasse motdepasse motdepasse", "12345678901234567890"] {
            assert!(!judge(poor).enough, "{poor}: {:?}", judge(poor));
        }
        let repeated = [LIST[0].shown.as_str(); WORDS].join(" ");
        assert!(!judge(&repeated).enough, "{:?}", judge(&repeated));
        assert!(judge("huit tortues violettes gravissent Belledonne en pantoufles").enough);
    }

    proptest! {
        #[test]
        fn canonical_is_settled_after_once(typed in "\\PC{0,60}") {
            let once = canonical(&typed);
            prop_assert_eq!(canonical(&once), once);
        }

        #[test]
        fn nothing_typed_makes_judging_panic(typed in "\\PC{0,80}") {
            let strength = judge(&typed);
            prop_assert!(strength.bits >= 0.0 && strength.enough == (strength.bits >= ENOUGH_BITS));
        }
    }
}
