//! What a signature covers.
//!
//! Each word carries a salted hash of its content; the handover's signature hashes those hashes, so
//! that a word whose text has been replaced by a tombstone (rule 25) leaves the signature verifiable.
//! Every field is preceded by its length: no two contents share one byte string.
//!
//! A signature also covers the one before it in the centre, so that they form a chain: whoever takes one
//! out, puts an old one back or changes their order breaks it there.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use super::{Detail, NoteKind, Notes, Relay, Signature, StayId};

/// A hash under construction, fields separated by their lengths.
struct Content(Sha256);

impl Content {
    fn new(purpose: &str) -> Self {
        Self(Sha256::new()).field(purpose.as_bytes())
    }

    fn field(mut self, bytes: &[u8]) -> Self {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    fn hex(self) -> String {
        format!("{:x}", self.0.finalize())
    }
}

/// The salted hash of one word: everything but its row number, in hexadecimal.
///
/// # Panics
/// Never: every part has a form in JSON.
#[must_use]
pub fn word_hash(salt: &str, relay: &Relay) -> String {
    // JSON is the canonical form: field order is that of the type, and no float is in it.
    let content = serde_json::to_string(&(
        relay.item,
        relay.author,
        relay.entered_by,
        relay.at,
        relay.stay,
        relay.verdict,
        &relay.text,
        &relay.plan,
        relay.gravity,
        relay.due,
        relay.show_from,
        relay.to,
        relay.outcome,
    ))
    .expect("texts, numbers and names have a form in JSON");
    let hash = Content::new("releve word 1").field(salt.as_bytes()).field(content.as_bytes());
    if relay.detail == Detail::default() {
        return hash.hex();
    }
    // Words without a detail keep the hash they had before there were any.
    hash.field(serde_json::to_string(&relay.detail).expect("days, names and numbers have a form in JSON").as_bytes())
        .hex()
}

/// The hash a handover's signature carries: notes, words in the order of their rows, the signer, the stay that is
/// signed, the figures under it, the signature before it and, where there is one, the one it follows.
///
/// `signature.hash` itself is not part of it. Those signed before signatures formed a chain, or before figures were
/// kept, keep the content they were signed with.
#[must_use]
pub fn handover_hash(stay: StayId, notes: &Notes, word_hashes: &[String], signature: &Signature) -> String {
    let mut content = match (&signature.figures, &signature.previous) {
        (None, None) => Content::new("releve handover 1"),
        (None, Some(previous)) => {
            Content::new("releve handover 2").field(previous.as_bytes()).field(&stay.0.to_le_bytes())
        }
        // What is not there and what is empty are not one.
        (Some(figures), previous) => {
            let found = serde_json::json!([previous, signature.follows, figures]).to_string();
            Content::new("releve handover 3").field(found.as_bytes()).field(&stay.0.to_le_bytes())
        }
    };
    for kind in NoteKind::ALL {
        content = content.field(notes.get(kind).as_bytes());
    }
    content = content.field(&(word_hashes.len() as u64).to_le_bytes());
    for hash in word_hashes {
        content = content.field(hash.as_bytes());
    }
    let signer = serde_json::json!([
        signature.author,
        signature.entered_by,
        signature.name,
        signature.at,
        signature.nothing_to_report,
        signature.as_is,
        signature.undecided,
    ]);
    content.field(signer.to_string().as_bytes()).hex()
}

/// Words of a hash that are printed: 88 bits, which nobody can bring a second handover to have.
pub const SPOKEN: usize = 8;

/// The first eight words of a hash, as they stand on paper: easier to read aloud and to compare than hexadecimal.
///
/// Eleven bits choose each word of the French BIP-39 list, the highest first. `None` when the text is no such hash.
#[must_use]
pub fn spoken(hash: &str) -> Option<String> {
    const BITS: usize = 11;
    let digits: Option<Vec<u32>> = hash.chars().take((SPOKEN * BITS).div_ceil(4)).map(|c| c.to_digit(16)).collect();
    let digits = digits.filter(|digits| digits.len() * 4 >= SPOKEN * BITS)?;
    let bit = |at: usize| (digits[at / 4] >> (3 - at % 4)) & 1 == 1;
    let list = bip39::Language::French.word_list();
    let words = (0..SPOKEN).map(|word| {
        let index = (word * BITS..(word + 1) * BITS).fold(0, |index, at| index * 2 + usize::from(bit(at)));
        // The list has its accents decomposed.
        list[index].nfc().collect::<String>()
    });
    Some(words.collect::<Vec<_>>().join(" "))
}

/// Eight words of a public key, to be compared: those of its SHA-256.
#[must_use]
pub fn fingerprint(public: &str) -> String {
    spoken(&format!("{:x}", Sha256::digest(public))).unwrap_or_default()
}

/// A signature as a link of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chained {
    pub stay: StayId,
    pub previous: Option<String>,
    pub hash: String,
}

/// The first of a centre's signatures, in the order they were made, that does not follow from the one before.
///
/// `made` names the stays that were signed and the hash of each signature, in that order, by another trace than the
/// signatures themselves: one that is missing at the end is missed by no other.
#[must_use]
pub fn first_unchained(links: &[Chained], made: &[(StayId, String)]) -> Option<StayId> {
    let mut before: Option<&Chained> = None;
    for link in links {
        let follows = match (&link.previous, before) {
            (Some(previous), Some(before)) => *previous == before.hash,
            (Some(_), None) => false,
            // Signed before there was a chain, or its beginning.
            (None, before) => before.is_none_or(|b| b.previous.is_none()),
        };
        if !follows {
            return Some(link.stay);
        }
        before = Some(link);
    }
    made.iter().find(|(stay, hash)| links.iter().all(|l| (l.stay, &l.hash) != (*stay, hash))).map(|(stay, _)| *stay)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::coverage::Coverage;
    use crate::domain::{Figures, PersonId, Stamp};

    fn signature() -> Signature {
        Signature {
            author: PersonId(1),
            entered_by: None,
            name: "Vidal".into(),
            at: Stamp(7),
            hash: String::new(),
            previous: None,
            follows: None,
            figures: None,
            nothing_to_report: false,
            as_is: false,
            undecided: vec![],
        }
    }

    /// Another form of the content would make every word ever written look forged.
    #[test]
    fn the_hash_of_a_word_stays_what_it_was() {
        let word = Relay {
            id: crate::domain::RelayId(9),
            rev: crate::domain::Rev(0),
            item: crate::domain::ItemId(7),
            author: PersonId(2),
            entered_by: Some(PersonId(1)),
            at: Stamp(1_795_000_000_000),
            stay: None,
            verdict: crate::domain::Verdict::Opened,
            text: "INR à 4,8, « Œdème »".into(),
            plan: "si saignement\nalors 15".into(),
            gravity: crate::domain::Gravity::Urgent,
            due: Some(crate::domain::Day(20_800)),
            show_from: Some(crate::domain::Day(20_787).week()),
            to: crate::domain::Addressee::Post(crate::domain::PostId(1), crate::domain::Day(20_787).week()),
            outcome: None,
            detail: crate::domain::Detail::default(),
        };
        assert_eq!(word_hash("salt", &word), "03b2c35e66502845feb9f1052142652a905d2a858bc7af34483b009c02d5e199");
    }

    #[test]
    fn what_a_kind_adds_to_a_word_is_under_its_hash() {
        let at = Stamp(7);
        let to = crate::domain::Addressee::Role(crate::domain::Role::Coordination);
        let plain = crate::domain::fixture::word(7, None, PersonId(1), at, crate::domain::Verdict::Opened, to);
        let mut hashes = vec![word_hash("salt", &plain)];
        for detail in [
            Detail { asked: Some(crate::domain::Day(20_800)), ..Detail::default() },
            Detail { exam: Some(crate::domain::Exam::Imaging), ..Detail::default() },
            Detail { whole_month: true, ..Detail::default() },
            Detail { round: 1, ..Detail::default() },
        ] {
            hashes.push(word_hash("salt", &Relay { detail, ..plain.clone() }));
        }
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), 5);
    }

    #[test]
    fn moving_a_letter_between_two_notes_changes_the_hash() {
        let hash = |week: &str, next: &str| {
            let notes = Notes { week: week.into(), next: next.into(), ..Notes::default() };
            handover_hash(StayId(1), &notes, &[], &signature())
        };
        assert_ne!(hash("ab", "c"), hash("a", "bc"));
        assert_eq!(hash("ab", "c"), hash("ab", "c"));
    }

    #[test]
    fn every_part_of_the_signature_counts() {
        let hash = |s: &Signature, words: &[String]| handover_hash(StayId(1), &Notes::default(), words, s);
        let base = hash(&signature(), &["a".into(), "b".into()]);
        assert_ne!(base, hash(&signature(), &["b".into(), "a".into()]));
        assert_ne!(base, hash(&signature(), &["ab".into()]));
        assert_ne!(base, hash(&Signature { as_is: true, ..signature() }, &["a".into(), "b".into()]));
        assert_ne!(base, hash(&Signature { name: "Roche".into(), ..signature() }, &["a".into(), "b".into()]));
        assert_ne!(base, hash(&Signature { previous: Some("0".into()), ..signature() }, &["a".into(), "b".into()]));
    }

    /// Another form of the content would make every handover ever signed look forged.
    #[test]
    fn the_hash_of_what_was_signed_before_the_chain_stays_what_it_was() {
        let notes = Notes { week: "semaine calme".into(), ..Notes::default() };
        let hash = |stay, s: &Signature| handover_hash(StayId(stay), &notes, &["a".into()], s);
        assert_eq!(hash(1, &signature()), "c58d3f7206d70fb70df349b8a3fdcce231a8d82c8a5babe3849007bec14a18ae");
        assert_eq!(hash(1, &signature()), hash(2, &signature()));
        let chained = Signature { previous: Some("ab".into()), ..signature() };
        assert_eq!(hash(1, &chained), "1c81e6161c578059b343f4afb00825652a7c1b0992fdfa2d8d8d839e55bf0a5d");
        assert_ne!(hash(1, &chained), hash(2, &chained), "signed for one stay, it is not another's");
    }

    #[test]
    fn figures_and_what_it_follows_are_under_the_hash_which_stays_what_it_was() {
        let coverage = Coverage { seen: 78, closed: 4, days: 5, missing: vec![crate::domain::Day(20_787)], points: 14 };
        let counted = Signature {
            previous: Some("ab".into()),
            figures: Some(Figures { coverage: Some(coverage.clone()) }),
            ..signature()
        };
        let hash = |stay, s: &Signature| handover_hash(StayId(stay), &Notes::default(), &["a".into()], s);
        let mut hashes = vec![hash(1, &counted), hash(2, &counted)];
        let other = |figures, previous: Option<&str>, follows: Option<&str>| Signature {
            figures: Some(figures),
            previous: previous.map(Into::into),
            follows: follows.map(Into::into),
            ..signature()
        };
        let figures = |seen| Figures { coverage: Some(Coverage { seen, ..coverage.clone() }) };
        for s in [
            other(figures(79), Some("ab"), None),
            other(Figures::default(), Some("ab"), None),
            other(figures(78), None, None),
            other(figures(78), Some("ab"), Some("ab")),
            other(figures(78), None, Some("ab")),
        ] {
            hashes.push(hash(1, &s));
        }
        assert_eq!(hashes[0], "685178530c986de0bd94e9a35c63acd4ae02cb44301e4b47d58a75a5582c8cb8");
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), 7);
    }

    fn link(stay: i64, previous: &str, hash: &str) -> Chained {
        let previous = (!previous.is_empty()).then(|| previous.to_owned());
        Chained { stay: StayId(stay), previous, hash: hash.to_owned() }
    }

    #[test]
    fn a_chain_holds_after_what_was_signed_without_one_and_breaks_where_it_was_touched() {
        let whole = [link(1, "", "a"), link(2, "", "b"), link(3, "b", "c"), link(4, "c", "d"), link(5, "d", "e")];
        let made = [(1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, "e")].map(|(id, hash)| (StayId(id), hash.to_owned()));
        assert_eq!(first_unchained(&whole, &made), None);
        assert_eq!(first_unchained(&[], &[]), None);
        let without = |at: usize| [&whole[..at], &whole[at + 1..]].concat();
        // One of those without a chain is missed by the log, or by the one that follows from it.
        assert_eq!(first_unchained(&without(0), &made), Some(StayId(1)));
        assert_eq!(first_unchained(&without(1), &made), Some(StayId(3)));
        assert_eq!(first_unchained(&without(2), &made), Some(StayId(4)));
        assert_eq!(first_unchained(&without(4), &made), Some(StayId(5)), "the last one");
        // The same stay signed anew does not hide that its first signature is gone.
        let mut signed_anew = whole.to_vec();
        signed_anew[4] = link(5, "d", "f");
        assert_eq!(first_unchained(&signed_anew, &made), Some(StayId(5)));
        let mut swapped = whole.clone();
        swapped.swap(2, 3);
        assert_eq!(first_unchained(&swapped, &made), Some(StayId(4)));
        let mut replayed = whole.to_vec();
        replayed.push(link(6, "d", "e"));
        assert_eq!(first_unchained(&replayed, &made), Some(StayId(6)));
        let mut unchained = whole.to_vec();
        unchained[3].previous = None;
        assert_eq!(first_unchained(&unchained, &made), Some(StayId(4)));
        // The first of a chain has lost all that came before.
        assert_eq!(first_unchained(&whole[2..], &[]), Some(StayId(3)));
    }

    #[test]
    fn a_hash_is_spoken_as_the_words_that_its_first_88_bits_choose() {
        let zeros = "0".repeat(64);
        assert_eq!(spoken(&zeros).unwrap(), ["abaisser"; SPOKEN].join(" "));
        let ones = "f".repeat(64);
        assert_eq!(spoken(&ones).unwrap(), ["zoologie"; SPOKEN].join(" "));
        // The last of the 88 bits counts, the next one does not; nor does the case of a digit.
        let last = |digits: &str| spoken(&format!("{}{digits}", "0".repeat(21))).unwrap();
        assert_ne!(last("0"), last("1"));
        assert_eq!(last("1").rsplit(' ').next(), Some("abandon"));
        assert_eq!(last("10"), last("1f"));
        assert_eq!(spoken(&ones.to_uppercase()), spoken(&ones));
    }

    #[test]
    fn the_words_of_a_hash_do_not_depend_on_the_library_of_words() {
        // The same printed sheet must be checked by a later program.
        let hash = "3f9a17c05be2884d01ac3399ffee00112233445566778899aabbccddeeff0011";
        expect_test::expect!["déchirer risque tricoter pétrir caneton cadeau aéronef jauger"]
            .assert_eq(&spoken(hash).unwrap());
    }

    #[test]
    fn what_is_no_hash_has_no_words() {
        for text in ["", "0123", "0123456789abcdef01234", "zz23456789abcdef0123456789abcdef"] {
            assert_eq!(spoken(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn eight_composed_words_whatever_the_hash(hash in "[0-9a-f]{64}") {
            let words = spoken(&hash).unwrap();
            proptest::prop_assert_eq!(words.split(' ').count(), SPOKEN);
            proptest::prop_assert_eq!(words.nfc().collect::<String>(), words);
        }
    }
}
