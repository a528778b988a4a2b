//! La suite de l'histoire: a doctor who has left learns how a point ended, by its number only.

use super::{ItemId, Msg, PersonId, SequelId, Stamp, Thread};

/// A doctor's wish to know how a point ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sequel {
    pub id: SequelId,
    pub item: ItemId,
    pub doctor: PersonId,
    pub at: Stamp,
    /// When the doctor was told, and who did so.
    pub told: Option<(Stamp, PersonId)>,
}

impl Sequel {
    /// Whether the point is closed and the doctor has not been told since.
    #[must_use]
    pub fn is_to_tell(&self, thread: &Thread) -> bool {
        !thread.is_open() && self.told.is_none_or(|(at, _)| at < thread.head().at)
    }
}

/// What leaves the centre of a closed point: its number and its outcome, nothing of the patient.
#[must_use]
pub fn line(thread: &Thread) -> Option<Msg> {
    let outcome = thread.head().outcome?;
    Some(Msg::new("sequel-line").with("item", thread.item.id.to_string()).with("outcome", Msg::new(outcome.word())))
}
