//! The key that opens the store.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::VaultError;

/// The 32 bytes that open the store; wiped from memory when dropped, never on disk in clear.
#[derive(Clone)]
pub struct DataKey(Zeroizing<[u8; 32]>);

impl DataKey {
    /// A new key from the system's generator.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn random() -> Result<Self, VaultError> {
        let mut bytes = Zeroizing::new([0; 32]);
        getrandom::fill(bytes.as_mut_slice()).map_err(|_| VaultError::NoRandomness)?;
        Ok(Self(bytes))
    }

    /// The bytes themselves.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// The 64 hexadecimal characters that `SQLCipher` takes as `PRAGMA key = "x'…'"`.
    #[must_use]
    pub fn hex(&self) -> Zeroizing<String> {
        // Room for all of it at once: growing would leave pieces of the key behind in freed memory.
        let mut hex = Zeroizing::new(String::with_capacity(64));
        for byte in self.0.iter() {
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }

    /// Tells this key from another, and nothing else about it.
    #[must_use]
    pub fn mark(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(b"mark of a data key");
        hash.update(self.expose());
        format!("{:x}", hash.finalize())
    }

    /// Reads the 64 characters, with or without a line end.
    pub(super) fn from_hex(text: &[u8]) -> Option<Self> {
        let text = text.trim_ascii();
        if text.len() != 64 {
            return None;
        }
        let mut bytes = Zeroizing::new([0; 32]);
        for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
            let digit = |c: u8| char::from(c).to_digit(16).and_then(|d| u8::try_from(d).ok());
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(Self(bytes))
    }
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_reads_back_and_nothing_else_does() {
        let key = DataKey::random().unwrap();
        let hex = key.hex();
        assert_eq!(DataKey::from_hex(format!("{}\n", *hex).as_bytes()).unwrap().expose(), key.expose());
        assert!(DataKey::from_hex(&hex.as_bytes()[1..]).is_none());
        assert!(DataKey::from_hex("g".repeat(64).as_bytes()).is_none());
    }

    #[test]
    fn two_keys_differ_and_neither_shows_in_debug() {
        let (a, b) = (DataKey::random().unwrap(), DataKey::random().unwrap());
        assert_ne!(a.expose(), b.expose());
        assert_eq!(format!("{a:?}"), "DataKey");
    }
}
