//! Changes of keys and accounts, made by one desk at a time.

use std::fs::File;

use age::x25519;
use secrecy::{ExposeSecret as _, SecretString};

use super::names::{Name, Names};
use super::{
    DATA_KEY, DataKey, NAMES, NEXT_KEY, NewAccount, PENDING, RecoveryKey, Vault, VaultError, account_file, passphrase,
    seal, signer, strong,
};

/// The folder of keys, held by this desk alone until it is dropped.
///
/// Who is entitled stands in the store: it is to be read while this is held, or two desks that change
/// accounts at the same time would each forget the other's.
#[derive(Debug)]
pub struct Held<'a> {
    pub(super) vault: &'a Vault,
    pub(super) _lock: File,
}

impl Held<'_> {
    /// Adds an account and encrypts the data key to it and to `recipients`: all who are still entitled, with the
    /// recovery key's. A lost sign-in list starts anew, so that a recovered centre can always make accounts.
    ///
    /// # Errors
    /// [`VaultError::Weak`], [`VaultError::BadRecipient`] or a failing disk; then nobody's access has changed.
    pub fn add(
        &self,
        key: &DataKey,
        label: &str,
        passphrase: &SecretString,
        recipients: &[String],
    ) -> Result<NewAccount, VaultError> {
        strong(passphrase)?;
        self.new_account(self.names()?, key, label, passphrase, recipients)
    }

    /// Encrypts the data key to these recipients and no others, the recovery key's among them.
    ///
    /// The key must be the one that opens the store now: it becomes the only one.
    ///
    /// # Errors
    /// [`VaultError::BadRecipient`] when one is no public key or there is none; then nobody's access has changed.
    pub fn rewrap(&self, key: &DataKey, recipients: &[String]) -> Result<(), VaultError> {
        self.vault.files.write(DATA_KEY, &seal::to_recipients(recipients, key.hex().as_bytes())?)?;
        // Last: until both copies of the key are there, this one opens the store.
        if self.vault.is_changing() { self.vault.files.remove(NEXT_KEY) } else { Ok(()) }
    }

    /// Writes a new data key beside the one in use, encrypted to these recipients: the first step of its change.
    ///
    /// # Errors
    /// As [`Held::rewrap`].
    pub fn prepare(&self, new: &DataKey, recipients: &[String]) -> Result<(), VaultError> {
        self.vault.files.write(NEXT_KEY, &seal::to_recipients(recipients, new.hex().as_bytes())?)
    }

    /// Encrypts something else to these public keys, in the same format.
    ///
    /// # Errors
    /// As [`Held::rewrap`].
    pub fn seal(&self, recipients: &[String], bytes: &[u8]) -> Result<Vec<u8>, VaultError> {
        seal::to_recipients(recipients, bytes)
    }

    /// Keeps a recovery key until it has been noted, for these accounts to be shown.
    ///
    /// # Errors
    /// As [`Held::rewrap`].
    pub fn keep_recovery(&self, recovery: &RecoveryKey, accounts: &[String]) -> Result<(), VaultError> {
        let secret = recovery.secret.expose_secret().as_bytes();
        self.vault.files.write(PENDING, &seal::to_recipients(accounts, secret)?)
    }

    /// The recovery key has been noted, or is not to be one.
    ///
    /// # Errors
    /// A failing disk.
    pub fn forget_recovery(&self) -> Result<(), VaultError> {
        self.vault.files.remove(PENDING)
    }

    /// Makes the sign-in list what it should be, and removes the secret keys of accounts that are not in it.
    ///
    /// # Errors
    /// A failing disk.
    pub fn list(&self, accounts: &[(i64, String)]) -> Result<(), VaultError> {
        let mut names = self.names()?;
        names.last = self.vault.account_files().into_iter().fold(names.last, i64::max);
        names.accounts = accounts.iter().map(|(id, label)| Name { id: *id, label: label.clone() }).collect();
        self.vault.files.write(NAMES, &names.write())?;
        for id in self.vault.account_files() {
            if accounts.iter().all(|(listed, _)| *listed != id) {
                self.vault.files.remove(&account_file(id))?;
            }
        }
        Ok(())
    }

    fn names(&self) -> Result<Names, VaultError> {
        match self.vault.read_names() {
            Err(VaultError::Damaged(_)) => Ok(Names::default()),
            other => other,
        }
    }

    /// Writes an account. The sign-in list comes last: until then nobody can choose the account.
    pub(super) fn new_account(
        &self,
        mut names: Names,
        key: &DataKey,
        label: &str,
        passphrase: &SecretString,
        recipients: &[String],
    ) -> Result<NewAccount, VaultError> {
        let vault = self.vault;
        let id = vault.account_files().into_iter().fold(names.last, i64::max) + 1;
        let identity = x25519::Identity::generate();
        let recipient = identity.to_public().to_string();
        let secret = identity.to_string();
        let passphrase = SecretString::from(passphrase::canonical(passphrase.expose_secret()).as_str());
        let sealed = seal::with_passphrase(passphrase, vault.work_factor, secret.expose_secret().as_bytes())?;
        vault.files.write(&account_file(id), &sealed)?;
        let all: Vec<String> = recipients.iter().cloned().chain([recipient.clone()]).collect();
        self.rewrap(key, &all)?;
        names.last = id;
        names.accounts.push(Name { id, label: label.to_owned() });
        vault.files.write(NAMES, &names.write())?;
        Ok(NewAccount { id, recipient, signer: signer(&identity) })
    }
}
