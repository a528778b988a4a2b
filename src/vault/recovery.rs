//! The recovery key: the age secret key on paper that opens the data when every passphrase is forgotten.

use age::x25519;
use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

use super::signer;
use crate::secret::recovery::PREFIX;
use crate::signing::Signer;

/// A new recovery key. The secret is shown and printed once, the recipient is kept by the store.
#[derive(Debug, Clone)]
pub struct RecoveryKey {
    /// `AGE-SECRET-KEY-1…`, as public tools take it.
    pub secret: SecretString,
    /// `age1…`, the public key to which the data key is encrypted.
    pub recipient: String,
    /// The key it signs with.
    pub signer: Signer,
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
        Self { secret: identity.to_string(), recipient: identity.to_public().to_string(), signer: signer(identity) }
    }
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
    use crate::secret::recovery::groups;

    fn secret(identity: &x25519::Identity) -> String {
        identity.to_string().expose_secret().to_owned()
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
