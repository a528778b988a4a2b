//! The age format: the only place that calls the crate.

use std::io::{Read as _, Write as _};
use std::iter;

use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt, x25519};
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::VaultError;

/// The most a file may ask for (16 times the usual): a slow desk opens what a fast one made, and a forged file
/// cannot hold the desk for hours.
const MAX_WORK_FACTOR: u8 = 20;

/// Why a file was not opened.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Closed {
    /// The file looks right, but this key or passphrase does not open it.
    NotYours,
    /// The file is not whole.
    Damaged,
}

/// Encrypts to each of these public keys.
pub(super) fn to_recipients(recipients: &[String], secret: &[u8]) -> Result<Vec<u8>, VaultError> {
    let mut keys: Vec<&str> = recipients.iter().map(|r| r.trim()).collect();
    keys.sort_unstable();
    keys.dedup();
    let keys: Vec<x25519::Recipient> =
        keys.into_iter().map(str::parse).collect::<Result<_, _>>().map_err(|_| VaultError::BadRecipient)?;
    encrypt(keys.iter().map(|k| k as &dyn Recipient), secret)
}

/// Whether something is the public key of anybody.
pub(super) fn is_recipient(key: &str) -> bool {
    key.trim().parse::<x25519::Recipient>().is_ok()
}

/// Encrypts with a passphrase, stretched by 2^`work_factor` rounds of scrypt.
pub(super) fn with_passphrase(passphrase: SecretString, work_factor: u8, secret: &[u8]) -> Result<Vec<u8>, VaultError> {
    let mut recipient = scrypt::Recipient::new(passphrase);
    recipient.set_work_factor(work_factor);
    encrypt(iter::once(&recipient as &dyn Recipient), secret)
}

fn encrypt<'a>(recipients: impl Iterator<Item = &'a dyn Recipient>, secret: &[u8]) -> Result<Vec<u8>, VaultError> {
    let mut sealed = Vec::new();
    let encryptor = Encryptor::with_recipients(recipients).map_err(|_| VaultError::BadRecipient)?;
    let mut writer = encryptor.wrap_output(&mut sealed)?;
    writer.write_all(secret)?;
    writer.finish()?;
    Ok(sealed)
}

/// Decrypts with a secret key.
pub(super) fn open(identity: &x25519::Identity, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Closed> {
    decrypt(identity, sealed)
}

/// Decrypts with a passphrase.
pub(super) fn open_with_passphrase(passphrase: SecretString, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Closed> {
    let mut identity = scrypt::Identity::new(passphrase);
    identity.set_max_work_factor(MAX_WORK_FACTOR);
    decrypt(&identity, sealed)
}

fn decrypt(identity: &dyn Identity, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Closed> {
    let decryptor = Decryptor::new_buffered(sealed).map_err(|_| Closed::Damaged)?;
    let mut reader = decryptor.decrypt(iter::once(identity)).map_err(|e| match e {
        DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            Closed::NotYours
        }
        _ => Closed::Damaged,
    })?;
    // What is sealed here is never longer, and a buffer that grows leaves pieces of the secret behind.
    let mut secret = Zeroizing::new(Vec::with_capacity(4096));
    reader.read_to_end(&mut secret).map_err(|_| Closed::Damaged)?;
    Ok(secret)
}
