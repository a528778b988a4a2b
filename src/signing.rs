//! Signatures: made with a key that only their author has, verified with what everybody may know.
//!
//! The key of an account is derived from its age secret key, so that nothing new has to be kept or wrapped: Ed25519 (RFC
//! 8032) from 32 bytes of HKDF-SHA256 (RFC 5869), without salt, over the secret as age writes it, `AGE-SECRET-KEY-1…`.
//! May know no key file and no store.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

/// What the derivation is for: no other key of the same secret is this one.
const PURPOSE: &[u8] = b"releve signing key 1";

/// Bytes of a signature.
const LENGTH: usize = 64;

/// A key that signs; wiped from memory when dropped.
#[derive(Clone)]
pub struct Signer(SigningKey);

impl Signer {
    /// The key that belongs to a secret: always the same.
    #[must_use]
    pub fn of(secret: &[u8]) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        // It fails for more than 8,160 bytes alone.
        let derived = Hkdf::<Sha256>::new(None, secret).expand(PURPOSE, seed.as_mut_slice());
        debug_assert!(derived.is_ok());
        Self(SigningKey::from_bytes(&seed))
    }

    /// The half that verifies, in 64 hexadecimal characters.
    #[must_use]
    pub fn public(&self) -> String {
        self.0
            .verifying_key()
            .as_bytes()
            .iter()
            .fold(String::with_capacity(64), |hex, byte| hex + &format!("{byte:02x}"))
    }

    /// Signs some bytes: 64 of them.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.0.sign(message).to_bytes().to_vec()
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer")
    }
}

/// Whether a signature was made over these bytes with the key whose other half this is.
#[must_use]
pub fn verifies(public: &str, message: &[u8], signature: &[u8]) -> bool {
    let key = bytes(public).and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok());
    let signature = <[u8; LENGTH]>::try_from(signature).map(|bytes| Signature::from_bytes(&bytes));
    match (key, signature) {
        (Some(key), Ok(signature)) => key.verify_strict(message, &signature).is_ok(),
        _ => false,
    }
}

fn bytes(hex: &str) -> Option<[u8; 32]> {
    let digits = hex.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_key_that_signed_verifies_and_only_what_it_signed() {
        let (one, other) = (Signer::of(b"AGE-SECRET-KEY-1A"), Signer::of(b"AGE-SECRET-KEY-1B"));
        let signature = one.sign(b"change 1");
        assert!(verifies(&one.public(), b"change 1", &signature));
        assert!(!verifies(&one.public(), b"change 2", &signature));
        assert!(!verifies(&other.public(), b"change 1", &signature));
        let mut flipped = signature.clone();
        flipped[0] ^= 1;
        for bad in [flipped.as_slice(), &signature[..63], &[]] {
            assert!(!verifies(&one.public(), b"change 1", bad));
        }
        for bad in ["", "00", &"zz".repeat(32), &"00".repeat(32), &one.public()[1..]] {
            assert!(!verifies(bad, b"change 1", &signature));
        }
    }

    #[test]
    fn a_secret_has_one_key_for_ever() {
        // Another derivation would leave every signature of before without its key. Computed by another implementation of
        // both standards.
        let signer = Signer::of(b"AGE-SECRET-KEY-1A");
        expect_test::expect!["3454d501dfc6799f3092836deabcb2d10851bfbe17f82b58f898db0e0ecf0162"]
            .assert_eq(&signer.public());
        assert_eq!(format!("{signer:?}"), "Signer");
    }
}
