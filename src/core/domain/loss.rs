//! A store that lacks what was known to be in it.
//!
//! Changes are numbered and each carries a hash over the one before it, so that one number and its hash stand for
//! all that was ever written up to there. Whoever remembers them beside the store can tell an older store, or another
//! one, from the store that was there.

use serde::{Deserialize, Serialize};

use super::{ChangeId, Msg, Stamp};

/// A change that is known to have been in the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    pub change: ChangeId,
    /// Nothing where only its number was kept.
    pub hash: Option<String>,
}

/// What a store lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// The known changes that are not in the store, the newest first.
    pub known: Vec<Known>,
    /// The newest change that is, and its instant; nothing in a store without any.
    pub newest: ChangeId,
    pub since: Option<Stamp>,
}

impl Loss {
    /// How many changes are missing; 0 when others stand in their place.
    #[must_use]
    pub fn missing(&self) -> i64 {
        let known = self.known.first().map_or(0, |known| known.change.0);
        (known - self.newest.0).max(0)
    }

    /// `il manque 28 changements, depuis le 24 novembre à 10:02`
    #[must_use]
    pub fn msg(&self) -> Msg {
        let number = self.known.first().map_or(0, |known| known.change.0);
        match (self.missing(), self.since) {
            (0, _) => Msg::new("loss-other").with("change", number),
            (count, Some(since)) => Msg::new("loss-since").with("count", count).with("since", since),
            (count, None) => Msg::new("loss-all").with("count", count),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_counted_from_the_newest_that_is_known() {
        let known = |change, hash: &str| Known { change: ChangeId(change), hash: Some(hash.to_owned()) };
        let loss = Loss {
            known: vec![known(32, "b"), known(30, "a")],
            newest: ChangeId(4),
            since: Some(Stamp(1_764_000_000_000)),
        };
        assert_eq!((loss.missing(), loss.msg().id.as_ref()), (28, "loss-since"));
        assert_eq!(Loss { since: None, ..loss.clone() }.msg().id, "loss-all");
        // As many changes or more, and not the same: which of them are others is not known.
        assert_eq!(Loss { newest: ChangeId(40), ..loss }.msg().id, "loss-other");
    }
}
