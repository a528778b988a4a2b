//! Why something was not done: a sentence for whoever asked, and its kind for whoever does something about it.

use super::Msg;

/// Something that was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    pub kind: TroubleKind,
    /// Why, and what to do next.
    pub msg: Msg,
}

/// What can be done about it beside saying it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TroubleKind {
    /// A rule forbids it, or the table of rights.
    Forbidden,
    /// The store is damaged, or no key at hand opens it: another desk may have changed the key.
    Unreadable,
    /// The store or a file of keys is damaged, empty or gone.
    Lost,
    /// The same, and the sentence says where the newest copy is.
    LostWithCopy,
    /// Less is there than is known to have been.
    Less,
    /// The recovery key opens nothing here.
    WrongRecovery,
    /// Nothing but to say it.
    Other,
}

impl TroubleKind {
    /// Trouble of this kind.
    #[must_use]
    pub const fn with(self, msg: Msg) -> Trouble {
        Trouble { kind: self, msg }
    }
}

impl From<Msg> for Trouble {
    fn from(msg: Msg) -> Self {
        TroubleKind::Other.with(msg)
    }
}
