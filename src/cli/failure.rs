//! Why a command ends, and its exit code.

use crate::domain::Msg;
use crate::protocol::Reply;

/// Why a command ends, with its exit code and the sentence for standard error.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(super) code: u8,
    pub(super) msg: Msg,
}

impl Failure {
    pub(super) const fn new(code: u8, msg: Msg) -> Self {
        Self { code, msg }
    }

    /// The store lacks something that was known to be in it: whatever else was done.
    pub(super) const LOSS: u8 = 6;

    /// It could not be done: 5 when the store is damaged, which a script must be able to tell.
    pub(super) fn failed(msg: Msg) -> Self {
        // The vault's key is authenticated before the store sees it: what it does not open is damaged
        // or another centre's.
        let code = match msg.id.as_ref() {
            "store-damaged"
            | "store-wrong-key"
            | "store-empty"
            | "vault-damaged"
            | "backend-store-missing"
            | "backend-store-left"
            | "backend-store-empty" => 5,
            "copy-less" | "copy-less-none" | "restore-less" => Self::LOSS,
            _ => 1,
        };
        Self::new(code, msg)
    }

    /// What the backend answered instead of doing it.
    pub(super) fn of(reply: Reply) -> Self {
        match reply {
            Reply::WrongPassphrase => Self::new(4, Msg::new("start-wrong-passphrase")),
            Reply::Failed(msg) if msg.id == "vault-wrong-recovery" => Self::new(4, msg),
            Reply::Failed(msg) | Reply::Refused(msg) => Self::failed(msg),
            _ => Self::failed(Msg::new("cli-unexpected")),
        }
    }

    /// There is nothing of that kind.
    pub(super) const fn nothing(msg: Msg) -> Self {
        Self::new(3, msg)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_that_is_damaged_or_does_not_open_has_its_own_exit_code() {
        use crate::store::StoreError;
        let code = |error: StoreError| Failure::failed(error.msg()).code;
        assert_eq!([StoreError::Damaged, StoreError::WrongKey].map(code), [5, 5]);
        assert_eq!([StoreError::Busy, StoreError::Full].map(code), [1, 1]);
    }
}
