//! The recovery key: the age secret key on paper that opens the data when every passphrase is forgotten.

use age::x25519;
use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

/// What every age secret key begins with.
pub(super) const PREFIX: &str = "AGE-SECRET-KEY-1";
/// The 58 characters after the prefix make ten groups of 5 and two of 4.
const GROUPS: usize = 12;

/// A new recovery key. The secret is shown and printed once, the recipient is kept by the store.
#[derive(Debug, Clone)]
pub struct RecoveryKey {
    /// `AGE-SECRET-KEY-1…`, as public tools take it.
    pub secret: SecretString,
    /// `age1…`, the public key to which the data key is encrypted.
    pub recipient: String,
}

impl RecoveryKey {
    /// A new one.
    #[must_use]
    pub fn random() -> Self {
        Self::by(&x25519::Identity::generate())
    }

    /// Reads one as public tools take it.
    pub(super) fn of(secret: &[u8]) -> Option<Self> {
        let identity: x25519::Identity = std::str::from_utf8(secret).ok()?.trim().parse().ok()?;
        Some(Self::by(&identity))
    }

    fn by(identity: &x25519::Identity) -> Self {
        Self { secret: identity.to_string(), recipient: identity.to_public().to_string() }
    }
}

/// The characters after `AGE-SECRET-KEY-1` in twelve groups of 4 or 5, numbered for reading aloud.
#[must_use]
pub fn groups(secret: &SecretString) -> Vec<String> {
    let text = secret.expose_secret().trim();
    let text = text.strip_prefix(PREFIX).unwrap_or(text);
    let letters: Vec<char> = text.chars().collect();
    let cut = |group: usize| (group * letters.len()).div_ceil(GROUPS);
    (0..GROUPS).map(|group| letters[cut(group)..cut(group + 1)].iter().collect()).collect()
}

/// Whether what was typed is the group asked for (counted from 0), whatever its case and spaces.
#[must_use]
pub fn confirms(groups: &[String], index: usize, typed: &str) -> bool {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    groups.get(index).is_some_and(|group| !group.is_empty() && *group == typed)
}

/// Reads a recovery key as somebody types it from the paper.
///
/// With or without the prefix, in any case, with spaces anywhere. After the prefix the key's alphabet (Bech32) has
/// neither B, I, O nor 1, so those are taken for the 8, L, 0 and L they were misread from.
pub(super) fn read(typed: &SecretString) -> Option<x25519::Identity> {
    let mut text = Zeroizing::new(String::with_capacity(typed.expose_secret().len() + PREFIX.len()));
    text.extend(typed.expose_secret().chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()));
    let letters = text.strip_prefix(PREFIX).unwrap_or(&text);
    let mut key = Zeroizing::new(String::with_capacity(PREFIX.len() + text.len()));
    key.push_str(PREFIX);
    key.extend(letters.chars().map(|c| match c {
        'B' => '8',
        'I' | '1' => 'L',
        'O' => '0',
        other => other,
    }));
    key.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(identity: &x25519::Identity) -> String {
        identity.to_string().expose_secret().to_owned()
    }

    #[test]
    fn groups_put_together_are_the_key() {
        for _ in 0..50 {
            let key = x25519::Identity::generate().to_string();
            let groups = groups(&key);
            assert_eq!(format!("{PREFIX}{}", groups.concat()), key.expose_secret());
            assert_eq!(groups.len(), 12);
            assert!(groups.iter().all(|g| (4..=6).contains(&g.len())), "{groups:?}");
        }
    }

    #[test]
    fn a_group_is_confirmed_whatever_its_case_and_spaces() {
        let groups = ["QPZRY".to_owned(), "9X8GF".to_owned()];
        assert!(confirms(&groups, 0, " qpz ry"));
        assert!(!confirms(&groups, 1, "qpzry"));
        assert!(!confirms(&groups, 0, "qpzr"));
        assert!(!confirms(&groups, 0, ""));
        assert!(!confirms(&groups, 2, ""));
    }

    #[test]
    fn a_key_read_from_paper_is_understood() {
        let key = x25519::Identity::generate();
        let whole = secret(&key);
        let spoken = groups(&key.to_string()).join(" ").to_lowercase().replace('0', "o").replace('8', "b");
        for typed in [whole.clone(), whole.to_lowercase(), spoken.replace('l', "1")] {
            assert_eq!(secret(&read(&SecretString::from(typed)).unwrap()), whole);
        }
    }

    #[test]
    fn one_wrong_character_is_noticed() {
        let mut whole = secret(&x25519::Identity::generate());
        let last = if whole.ends_with('Q') { "P" } else { "Q" };
        whole.replace_range(whole.len() - 1.., last);
        assert!(read(&SecretString::from(whole)).is_none());
        assert!(read(&SecretString::from("")).is_none());
    }
}
