//! What one stay hands over, its signature, and the next doctor's take-over.
//!
//! A handover is named by its stay. What is stored is a decision (signed, taken over); *en attente
//! de reprise* and *reprise* follow from those.

use serde::{Deserialize, Serialize};

use super::{ItemId, PersonId, Stamp, StayId};

/// The free notes of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NoteKind {
    /// Note libre de la semaine.
    Week,
    /// Mot pour la suite.
    Next,
    /// Remarques sur le centre.
    Centre,
    /// An oral handover: when and how.
    Oral,
}

impl NoteKind {
    /// Every kind, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::Week, Self::Next, Self::Centre, Self::Oral];

    /// Identifier of the note's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Week => "note-week",
            Self::Next => "note-next",
            Self::Centre => "note-centre",
            Self::Oral => "note-oral",
        }
    }
}

/// The four notes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Notes {
    pub week: String,
    pub next: String,
    pub centre: String,
    pub oral: String,
}

impl Notes {
    /// One of them.
    #[must_use]
    pub fn get(&self, kind: NoteKind) -> &str {
        match kind {
            NoteKind::Week => &self.week,
            NoteKind::Next => &self.next,
            NoteKind::Centre => &self.centre,
            NoteKind::Oral => &self.oral,
        }
    }

    /// Replaces one of them.
    pub fn set(&mut self, kind: NoteKind, text: String) {
        *match kind {
            NoteKind::Week => &mut self.week,
            NoteKind::Next => &mut self.next,
            NoteKind::Centre => &mut self.centre,
            NoteKind::Oral => &mut self.oral,
        } = text;
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        NoteKind::ALL.iter().all(|kind| self.get(*kind).trim().is_empty())
    }
}

/// Who signed, when, and the hash of what was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub author: PersonId,
    /// Who typed it, where the author dictated (rule 8).
    pub entered_by: Option<PersonId>,
    /// The name as the author typed it.
    pub name: String,
    pub at: Stamp,
    /// SHA-256 of the content, in hexadecimal; see [`super::signature`].
    pub hash: String,
    /// The hash of the signature before it in the centre; see [`super::signature::Chained`].
    pub previous: Option<String>,
    /// Rien à signaler, said explicitly (rule 9).
    pub nothing_to_report: bool,
    /// Transmitted by the coordination as it was found, the doctor having left (rule 6).
    pub as_is: bool,
    /// Points that were carried in and not decided on; they go on as they are.
    pub undecided: Vec<ItemId>,
}

/// A dated correction of signed text (rule 5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addendum {
    pub author: PersonId,
    pub entered_by: Option<PersonId>,
    pub at: Stamp,
    pub text: String,
    /// The point it added, if any.
    pub item: Option<ItemId>,
}

/// What one stay hands over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    pub stay: StayId,
    pub notes: Notes,
    pub signature: Option<Signature>,
    pub addenda: Vec<Addendum>,
}

impl Handover {
    /// A handover in which nothing is written yet.
    #[must_use]
    pub fn empty(stay: StayId) -> Self {
        Self { stay, notes: Notes::default(), signature: None, addenda: Vec::new() }
    }

    /// Whether it is signed.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.signature.is_some()
    }
}

/// The arriving doctor's signature under the briefing: *Prendre la relève*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Takeover {
    pub stay: StayId,
    pub author: PersonId,
    pub entered_by: Option<PersonId>,
    pub name: String,
    pub at: Stamp,
    /// Points that were not answered and stay with the coordination.
    pub unanswered: Vec<ItemId>,
}
