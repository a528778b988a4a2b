//! Keys, accounts, passphrases and the recovery key.
//!
//! Knows who may open the store, and nothing of what is in it: neither its SQL nor the screen. Everything is in the
//! standard [age](https://age-encryption.org/v1) format, so that a centre never depends on this program.
//!
//! ```text
//! releve.db                 the store, encrypted by SQLCipher with the data key
//! keys/data-key.age         the data key, encrypted to each account entitled and to the recovery key
//! keys/data-key.next.age    the key to come, while the data key is being changed; usually not there
//! keys/account-<id>.age     an account's secret key, encrypted by its passphrase (scrypt)
//! keys/accounts.json        the sign-in list: numbers and names
//! keys/attempts.json        wrong passphrases in a row
//! keys/failures.json        wrong passphrases that are not yet in the journal of accesses; usually not there
//! keys/recovery.pending     a recovery key that nobody has noted yet, encrypted to the coordination; usually not there
//! keys/copy/                a second copy of all but the attempts and the failures
//! ```
//!
//! # How a centre opens its data without Relève
//!
//! Needed: the folder above, [age](https://github.com/FiloSottile/age) (packaged by most systems) and `SQLCipher` 4.12
//! or later, e.g. `pip install sqlcipher3-binary` (Debian's own `sqlcipher` 3.4.1 cannot open the store).
//!
//! 1. Write the line `AGE-SECRET-KEY-1…` of the printed recovery page, without spaces, to `key.txt`.
//! 2. Get the data key, 64 hexadecimal characters:
//!    `age -d -i key.txt keys/data-key.age`
//! 3. Give it to `SQLCipher` as a raw key, before anything else:
//!    ```sql
//!    PRAGMA key = "x'the 64 characters'";
//!    ```
//!    or, in Python: `db = sqlcipher3.connect("releve.db")`, then `db.execute("PRAGMA key = \"x'…'\"")`.
//! 4. Burn `key.txt` afterwards, and work on a copy of the store.
//!
//! Without the paper, an account's passphrase does as well: `age -d -i keys/account-1.age keys/data-key.age` asks for
//! it. The seven words are then typed whole, in small letters, with their accents and one space between them.
//!
//! # What an account signs with
//!
//! Its secret key gives a second one, Ed25519 by HKDF ([`crate::signing`]): nothing more is kept. The store knows its
//! public half, and that of the recovery key, and each change in it is signed by its author.
//!
//! # What this protects
//!
//! A stolen disk, and later data from a departed doctor once the data key has been renewed. It does not take back what
//! was seen, nor the data key itself from someone who copied it while entitled: [`Held::rewrap`] alone ends an
//! account's access to the key, not to a copy of it.
//!
//! # How the data key is changed
//!
//! 1. [`Held::prepare`] writes the new key, encrypted to those who stay entitled, beside the old one.
//! 2. The store is encrypted anew, in one transaction (`store::rekey`).
//! 3. [`Held::rewrap`] puts the new key in the place of the old one.
//!
//! Cut anywhere, one of the two opens the store: [`Vault::open`] gives both, and whoever signs in next finishes.

mod attempts;
mod copies;
mod error;
mod failures;
mod held;
mod key;
mod names;
mod page;
mod recovery;
mod seal;

use std::fs::{self, File};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use age::x25519;
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};

use attempts::Attempts;
use copies::{Copies, Kind, LARGEST};
use failures::Failures;
use names::Names;
use seal::Closed;

use crate::folder::read_file;
use crate::secret::passphrase;
use crate::signing::Signer;

pub use error::VaultError;
pub use held::Held;
pub use key::DataKey;
pub use page::{RecoverySheet, RecoveryText, recovery_page, recovery_text};
pub use recovery::RecoveryKey;

/// 2^16 rounds of scrypt: 0.15 to 0.3 s and 64 MiB for each try.
const WORK_FACTOR: u8 = 16;
const DATA_KEY: &str = "data-key.age";
const NEXT_KEY: &str = "data-key.next.age";
const NAMES: &str = "accounts.json";
/// No copy takes it along: its ending is not that of the keys.
const PENDING: &str = "recovery.pending";
const ATTEMPTS: &str = "attempts.json";
const FAILURES: &str = "failures.json";

/// An account just made.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// Its number, never given before nor again.
    pub id: i64,
    /// `age1…`, the public key to which the data key is encrypted.
    pub recipient: String,
    /// The key it signs with.
    pub signer: Signer,
}

/// What a passphrase opens.
#[derive(Debug)]
pub struct Opened {
    /// The data key, or two while it is being changed: then the store tells which it has.
    pub keys: Vec<DataKey>,
    /// The public key of whoever opened it.
    pub recipient: String,
    /// The key they sign with.
    pub signer: Signer,
    /// The recovery key that is still to be noted, if there is one and it is for this account.
    pub recovery: Option<RecoveryKey>,
}

/// The key that signs for a secret key.
fn signer(identity: &x25519::Identity) -> Signer {
    Signer::of(identity.to_string().expose_secret().as_bytes())
}

/// The folder of keys.
#[derive(Debug, Clone)]
pub struct Vault {
    files: Copies,
    work_factor: u8,
}

impl Vault {
    /// The keys in this folder, whether there are any or not.
    #[must_use]
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self::with_work_factor(dir, WORK_FACTOR)
    }

    /// Whether something is a public key, to which another may be encrypted.
    #[must_use]
    pub fn is_recipient(key: &str) -> bool {
        seal::is_recipient(key)
    }

    /// The same, with passphrases stretched by 2^`work_factor` rounds (1 to 20): for tests that must be fast.
    #[must_use]
    pub fn with_work_factor(dir: impl Into<PathBuf>, work_factor: u8) -> Self {
        Self { files: Copies { dir: dir.into() }, work_factor: work_factor.clamp(1, 20) }
    }

    /// Whether there is any key here, even of a set-up that was cut short.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.files.exists(DATA_KEY) || !self.account_files().is_empty()
    }

    /// Makes the data key, the first account and the recovery key.
    ///
    /// # Errors
    /// [`VaultError::Exists`] when there is any key here: it may be the last that opens a store or a backup.
    /// [`VaultError::Weak`] for a poor passphrase.
    pub fn create(
        &self,
        label: &str,
        passphrase: &SecretString,
    ) -> Result<(DataKey, NewAccount, RecoveryKey), VaultError> {
        strong(passphrase)?;
        let held = self.hold()?;
        if self.exists() {
            return Err(VaultError::Exists);
        }
        let key = DataKey::random()?;
        let recovery = RecoveryKey::random();
        let recipients = [recovery.recipient.clone()];
        let account = held.new_account(Names::default(), &key, label, passphrase, &recipients)?;
        // Shown again at each sign-in until somebody has noted it.
        held.keep_recovery(&recovery, std::slice::from_ref(&account.recipient))?;
        Ok((key, account, recovery))
    }

    /// Moves the keys of a set-up that was cut short out of the way, and says where to.
    ///
    /// Nothing is erased: should they open a store after all, they are still there.
    ///
    /// # Errors
    /// When the folder cannot be renamed.
    pub fn set_aside(&self) -> Result<PathBuf, VaultError> {
        let dir = &self.files.dir;
        let old = dir.with_file_name("keys-old");
        // A name taken by then makes the renaming fail, since it is a folder with keys in it.
        let mut names = (1..1000).map(|n| crate::folder::numbered(&old, n));
        let free = names.find(|p| fs::symlink_metadata(p).is_err()).unwrap_or(old);
        fs::rename(dir, &free)?;
        crate::folder::sync_dir(dir.parent().unwrap_or(Path::new(".")))?;
        Ok(free)
    }

    /// The sign-in list: number and name of each account, oldest first.
    ///
    /// # Errors
    /// [`VaultError::Damaged`] when neither copy of the list can be read.
    pub fn names(&self) -> Result<Vec<(i64, String)>, VaultError> {
        Ok(self.read_names()?.accounts.into_iter().map(|name| (name.id, name.label)).collect())
    }

    /// Opens the data key with an account's passphrase; takes 0.15 to 0.3 s, so never in the loop of the screen.
    ///
    /// It is one key, or two while it is being changed: then the store tells which it has.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`], noted across restarts; [`VaultError::Wait`] after several of them;
    /// [`VaultError::NotEntitled`] when the passphrase is right but access has ended.
    pub fn open(&self, id: i64, passphrase: &SecretString) -> Result<Vec<DataKey>, VaultError> {
        Ok(self.open_to_sign(id, passphrase)?.keys)
    }

    /// The same, with what the person signs with.
    ///
    /// # Errors
    /// As [`Vault::open`].
    pub fn open_to_sign(&self, id: i64, passphrase: &SecretString) -> Result<Opened, VaultError> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let identity = self.identity_at(id, passphrase, i64::try_from(now.as_millis()).unwrap_or(i64::MAX))?;
        Ok(Opened { recovery: self.pending(&identity), ..self.opened(&identity, VaultError::NotEntitled)? })
    }

    fn opened(&self, identity: &x25519::Identity, not_yours: VaultError) -> Result<Opened, VaultError> {
        Ok(Opened {
            keys: self.data_keys(identity, not_yours)?,
            recipient: identity.to_public().to_string(),
            signer: signer(identity),
            recovery: None,
        })
    }

    /// The same, at a given time in milliseconds since 1970.
    ///
    /// # Errors
    /// As [`Vault::open`].
    pub fn open_at(&self, id: i64, passphrase: &SecretString, now_ms: i64) -> Result<Vec<DataKey>, VaultError> {
        let identity = self.identity_at(id, passphrase, now_ms)?;
        self.data_keys(&identity, VaultError::NotEntitled)
    }

    /// An account's secret key, at a given time; what was tried is noted.
    fn identity_at(&self, id: i64, passphrase: &SecretString, now_ms: i64) -> Result<x25519::Identity, VaultError> {
        let mut attempts = self.attempts();
        match attempts.wait(id, now_ms) {
            0 => {}
            seconds => return Err(VaultError::Wait(seconds)),
        }
        let opened = self.identity(id, passphrase);
        let changed = match &opened {
            Err(VaultError::WrongPassphrase) => {
                attempts.wrong(id, now_ms);
                self.note_failure(id, now_ms);
                true
            }
            Ok(_) => attempts.forget(id),
            Err(_) => false,
        };
        if changed {
            self.keep(&attempts);
        }
        opened
    }

    /// Whether a recovery key is still to be noted, by whichever account it can be shown to.
    #[must_use]
    pub fn recovery_waits(&self) -> bool {
        self.files.exists(PENDING)
    }

    /// The recovery key that is still to be noted. One that cannot be read is not shown: another can be made.
    fn pending(&self, identity: &x25519::Identity) -> Option<RecoveryKey> {
        if !self.recovery_waits() {
            return None;
        }
        let read = self.files.read(PENDING, Kind::Renewed, |sealed| {
            RecoveryKey::of(&seal::open(identity, sealed)?).ok_or(Closed::Damaged)
        });
        read.ok()?.ok()
    }

    /// Seconds to wait before the next try on this account, at a time in milliseconds since 1970.
    #[must_use]
    pub fn wait(&self, id: i64, now_ms: i64) -> u64 {
        self.attempts().wait(id, now_ms)
    }

    /// Opens the data key with the recovery key, as typed from the paper or as it is; one or two as in [`Vault::open`].
    ///
    /// # Errors
    /// [`VaultError::WrongRecovery`] when it is misread or another centre's.
    pub fn recover(&self, recovery: &SecretString) -> Result<Vec<DataKey>, VaultError> {
        Ok(self.recover_to_sign(recovery)?.keys)
    }

    /// The same, with what the recovery key signs with.
    ///
    /// # Errors
    /// As [`Vault::recover`].
    pub fn recover_to_sign(&self, recovery: &SecretString) -> Result<Opened, VaultError> {
        let identity = recovery::read(recovery).ok_or(VaultError::WrongRecovery)?;
        self.opened(&identity, VaultError::WrongRecovery)
    }

    /// Keeps every other desk from changing keys and accounts until the answer is dropped.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn hold(&self) -> Result<Held<'_>, VaultError> {
        Ok(Held { vault: self, _lock: self.lock()? })
    }

    /// Whether a change of the data key was begun and has not ended.
    #[must_use]
    pub fn is_changing(&self) -> bool {
        self.files.exists(NEXT_KEY)
    }

    /// The key files of which one copy is missing or is not what the other is.
    #[must_use]
    pub fn unequal(&self) -> Vec<String> {
        let mut names: Vec<String> = self.account_files().into_iter().map(account_file).collect();
        names.extend([DATA_KEY.to_owned(), NAMES.to_owned()]);
        names.sort_unstable();
        names.dedup();
        let read = |path: PathBuf| read_file(&path, LARGEST).ok();
        names.retain(|name| read(self.files.dir.join(name)) != read(self.files.dir.join("copy").join(name)));
        names
    }

    /// Tells one state of the key files from another, and nothing else about them.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for name in [DATA_KEY, NEXT_KEY] {
            hash.update(read_file(&self.files.dir.join(name), LARGEST).unwrap_or_default());
            hash.update([0]);
        }
        format!("{:x}", hash.finalize())
    }

    fn data_keys(&self, identity: &x25519::Identity, not_yours: VaultError) -> Result<Vec<DataKey>, VaultError> {
        let open = |name: &str| {
            self.files.read(name, Kind::Renewed, |sealed| {
                DataKey::from_hex(&seal::open(identity, sealed)?).ok_or(Closed::Damaged)
            })
        };
        let next = if self.is_changing() { open(NEXT_KEY)?.ok() } else { None };
        match open(DATA_KEY)? {
            Ok(key) => Ok(std::iter::once(key).chain(next).collect()),
            Err(closed) => match (next, closed) {
                (Some(next), _) => Ok(vec![next]),
                (None, Closed::NotYours) => Err(not_yours),
                (None, Closed::Damaged) => Err(VaultError::Damaged(DATA_KEY.to_owned())),
            },
        }
    }

    fn identity(&self, id: i64, passphrase: &SecretString) -> Result<x25519::Identity, VaultError> {
        let file = account_file(id);
        if !self.files.exists(&file) {
            return Err(VaultError::NoAccount);
        }
        let canonical = passphrase::canonical(passphrase.expose_secret());
        let opened = self.files.read(&file, Kind::Fixed, |sealed| {
            let secret = seal::open_with_passphrase(SecretString::from(canonical.as_str()), sealed)?;
            let text = std::str::from_utf8(&secret).map_err(|_| Closed::Damaged)?;
            text.trim().parse().map_err(|_| Closed::Damaged)
        })?;
        opened.map_err(|closed| match closed {
            Closed::NotYours => VaultError::WrongPassphrase,
            Closed::Damaged => VaultError::Damaged(file),
        })
    }

    fn read_names(&self) -> Result<Names, VaultError> {
        self.files
            .read(NAMES, Kind::Fixed, |bytes| Names::read(bytes).ok_or(Closed::Damaged))?
            .map_err(|_| VaultError::Damaged(NAMES.to_owned()))
    }

    fn attempts(&self) -> Attempts {
        read_file(&self.files.dir.join(ATTEMPTS), LARGEST).map(|bytes| Attempts::read(&bytes)).unwrap_or_default()
    }

    /// Keeps the attempts. A full disk must not keep the doctor on duty out, so a failure is only logged.
    fn keep(&self, attempts: &Attempts) {
        if let Err(e) = crate::folder::write_private(&self.files.dir.join(ATTEMPTS), &attempts.write()) {
            tracing::warn!(error = %e, "wrong passphrases could not be noted");
        }
    }

    /// Wrong passphrases that are not yet in the journal of accesses: account, and milliseconds since 1970.
    #[must_use]
    pub fn failures(&self) -> Vec<(i64, i64)> {
        self.read_failures().0
    }

    /// Those that were brought into the journal go from here.
    pub fn forget_failures(&self, brought: &[(i64, i64)]) {
        let mut failures = self.read_failures();
        failures.forget(brought);
        let path = self.files.dir.join(FAILURES);
        let gone = if failures.0.is_empty() { fs::remove_file(path) } else { self.keep_failures(&failures) };
        if let Err(e) = gone {
            tracing::warn!(error = %e, "failed sign-ins in the journal could not be forgotten here");
        }
    }

    /// As with the attempts, nobody is kept out for it.
    fn note_failure(&self, account: i64, at: i64) {
        let mut failures = self.read_failures();
        failures.add(account, at);
        if let Err(e) = self.keep_failures(&failures) {
            tracing::warn!(error = %e, "a failed sign-in could not be noted");
        }
    }

    fn read_failures(&self) -> Failures {
        read_file(&self.files.dir.join(FAILURES), LARGEST).map(|bytes| Failures::read(&bytes)).unwrap_or_default()
    }

    fn keep_failures(&self, failures: &Failures) -> std::io::Result<()> {
        crate::folder::write_private(&self.files.dir.join(FAILURES), &failures.write()).map_err(Into::into)
    }

    /// Keeps other desks from changing accounts until it is dropped.
    fn lock(&self) -> Result<File, VaultError> {
        self.files.create()?;
        // A pipe in its place would be waited for: in a copy from somewhere else anything may lie.
        let wait_for_nobody = i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).unwrap_or(0);
        let mut options = File::options();
        options.create(true).append(true).mode(0o600).custom_flags(wait_for_nobody);
        let file = options.open(self.files.dir.join(".lock"))?;
        file.lock()?;
        Ok(file)
    }

    /// Numbers of the accounts that have a file, in either copy.
    fn account_files(&self) -> Vec<i64> {
        [self.files.dir.clone(), self.files.dir.join("copy")]
            .iter()
            .filter_map(|dir| fs::read_dir(dir).ok())
            .flat_map(|entries| entries.filter_map(Result::ok))
            .filter_map(|entry| {
                let name = entry.file_name();
                name.to_str()?.strip_prefix("account-")?.strip_suffix(".age")?.parse().ok()
            })
            .collect()
    }
}

/// What is in something sealed, by a recovery key: as a centre opens it with public tools.
#[cfg(test)]
pub(crate) fn opened_by(recovery: &SecretString, sealed: &[u8]) -> Option<Vec<u8>> {
    Some(seal::open(&recovery::read(recovery)?, sealed).ok()?.to_vec())
}

fn account_file(id: i64) -> String {
    format!("account-{id}.age")
}

fn strong(passphrase: &SecretString) -> Result<(), VaultError> {
    if passphrase::judge(passphrase.expose_secret()).enough { Ok(()) } else { Err(VaultError::Weak) }
}

#[cfg(test)]
mod tests;
