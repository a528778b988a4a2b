//! Why a command ends, and its exit code.

use crate::domain::{Msg, Trouble, TroubleKind};
use crate::protocol::Reply;

/// Why a command ends, with its exit code and the sentence for standard error.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(super) code: u8,
    pub(super) why: Trouble,
}

impl Failure {
    pub(super) fn new(code: u8, msg: Msg) -> Self {
        Self { code, why: msg.into() }
    }

    /// The store lacks something that was known to be in it: whatever else was done.
    pub(super) const LOSS: u8 = 6;

    /// It could not be done: 5 when the store is damaged, which a script must be able to tell.
    pub(super) fn failed(why: impl Into<Trouble>) -> Self {
        let why = why.into();
        let code = match why.kind {
            // The vault's key is authenticated before the store sees it: what it does not open is damaged
            // or another centre's.
            TroubleKind::Unreadable | TroubleKind::Lost | TroubleKind::LostWithCopy => 5,
            TroubleKind::Less => Self::LOSS,
            TroubleKind::WrongRecovery => 4,
            TroubleKind::Forbidden | TroubleKind::Other => 1,
        };
        Self { code, why }
    }

    /// What the backend answered instead of doing it.
    pub(super) fn of(reply: Reply) -> Self {
        match reply {
            Reply::WrongPassphrase => Self::new(4, Msg::new("start-wrong-passphrase")),
            Reply::Failed(why) => Self::failed(why),
            Reply::Refused(msg) => Self::failed(msg),
            _ => Self::failed(Msg::new("cli-unexpected")),
        }
    }

    /// There is nothing of that kind.
    pub(super) fn nothing(msg: Msg) -> Self {
        Self::new(3, msg)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_that_is_damaged_or_does_not_open_has_its_own_exit_code() {
        use crate::store::StoreError;
        let code = |error: StoreError| Failure::failed(error).code;
        assert_eq!([StoreError::Damaged, StoreError::WrongKey, StoreError::Empty].map(code), [5, 5, 5]);
        assert_eq!([StoreError::Busy, StoreError::Full].map(code), [1, 1]);
    }

    #[test]
    fn keys_that_are_damaged_and_a_key_that_opens_nothing_have_theirs() {
        use crate::vault::VaultError;
        let code = |error: VaultError| Failure::failed(error).code;
        assert_eq!(code(VaultError::Damaged("1.age".into())), 5);
        assert_eq!([VaultError::WrongRecovery, VaultError::Exists].map(code), [4, 1]);
    }
}
