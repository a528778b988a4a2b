//! A stay that a form is about, as it was read, with what hangs on it once that is known.

use crate::domain::hanging::Hanging;
use crate::domain::{Day, Stay};
use crate::protocol::{Kept, Page, Query, Raw};
use crate::ui::Cx;

/// What swap, cut and withdrawal have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnStay {
    pub stay: Kept<Stay>,
    pub hanging: Option<Hanging>,
}

impl OnStay {
    /// A stay as it was read.
    pub const fn new(stay: Kept<Stay>) -> Self {
        Self { stay, hanging: None }
    }

    /// What hangs on it.
    pub const fn query(&self) -> Query {
        Query::Hanging(self.stay.what.id)
    }

    /// Takes what hangs on it.
    pub fn receive(&mut self, page: &Page) -> Raw {
        if let Page::Hanging(Some(hanging)) = page
            && hanging.stay == self.stay.what.id
        {
            self.hanging = Some((**hanging).clone());
        }
        Raw::new()
    }

    /// Where it is read anew: it may be long over.
    pub const fn theirs() -> Query {
        Query::FrameSince(Day(i32::MIN))
    }

    /// Takes it as it is now; whether it is still there.
    pub fn renew(&mut self, cx: &Cx) -> bool {
        cx.frame.kept_stay(self.stay.what.id).map(|stay| self.stay = stay).is_some()
    }
}
