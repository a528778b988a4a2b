//! What can go wrong with keys, and how it is said.

use std::io;

use crate::domain::{Msg, Trouble, TroubleKind};

/// Why the vault did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The passphrase does not open this account. A damaged account file cannot be told from it once both copies are.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// Too many wrong passphrases: whole seconds left to wait.
    #[error("wait {0} s")]
    Wait(u64),
    /// The passphrase is right, but the data key is no longer encrypted to this account.
    #[error("the account is not entitled any more")]
    NotEntitled,
    /// Not a recovery key, or one of another centre.
    #[error("wrong recovery key")]
    WrongRecovery,
    /// Under [`ENOUGH_BITS`](crate::secret::passphrase::ENOUGH_BITS).
    #[error("passphrase too weak")]
    Weak,
    /// No account of this number.
    #[error("no such account")]
    NoAccount,
    /// A key to encrypt to is not one, or there is none.
    #[error("a recipient is not an age public key")]
    BadRecipient,
    /// There are keys here already, and they are never overwritten.
    #[error("there are keys here already")]
    Exists,
    /// Neither copy of this file can be read.
    #[error("both copies of {0} are damaged or missing")]
    Damaged(String),
    /// The system's generator of randomness failed.
    #[error("no randomness")]
    NoRandomness,
    /// The folder of keys cannot be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl VaultError {
    /// The sentence for the person at the desk.
    #[must_use]
    pub fn msg(&self) -> Msg {
        match self {
            Self::WrongPassphrase => Msg::new("vault-wrong-passphrase"),
            Self::Wait(seconds) => Msg::new("vault-wait").with("seconds", i64::try_from(*seconds).unwrap_or(i64::MAX)),
            Self::NotEntitled => Msg::new("vault-not-entitled"),
            Self::WrongRecovery => Msg::new("vault-wrong-recovery"),
            Self::Weak => Msg::new("vault-weak"),
            Self::NoAccount => Msg::new("vault-no-account"),
            Self::BadRecipient => Msg::new("vault-bad-recipient"),
            Self::Exists => Msg::new("vault-exists"),
            Self::Damaged(file) => Msg::new("vault-damaged").with("file", file.as_str()),
            Self::NoRandomness => Msg::new("vault-no-randomness"),
            Self::Io(e) => Msg::new("vault-io").with("reason", e.to_string()),
        }
    }
}

impl From<VaultError> for Trouble {
    fn from(error: VaultError) -> Self {
        let kind = match error {
            VaultError::WrongRecovery => TroubleKind::WrongRecovery,
            VaultError::Damaged(_) => TroubleKind::Lost,
            VaultError::WrongPassphrase
            | VaultError::Wait(_)
            | VaultError::NotEntitled
            | VaultError::Weak
            | VaultError::NoAccount
            | VaultError::BadRecipient
            | VaultError::Exists
            | VaultError::NoRandomness
            | VaultError::Io(_) => TroubleKind::Other,
        };
        kind.with(error.msg())
    }
}
