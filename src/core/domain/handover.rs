//! What one stay hands over, its signature, and the next doctor's take-over.
//!
//! A handover is named by its stay. What is stored is a decision (signed, taken over); *en attente
//! de reprise* and *reprise* follow from those.

use serde::{Deserialize, Serialize};

use super::coverage::Coverage;
use super::{ItemId, PersonId, ReceiptId, RelayId, Rev, Stamp, Stay, StayId};

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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// The hash of the signature of the same stay that it follows, which was reopened.
    pub follows: Option<String>,
    /// What was counted when it was signed; of those signed before figures were kept nothing is known.
    pub figures: Option<Figures>,
    /// Rien à signaler, said explicitly (rule 9).
    pub nothing_to_report: bool,
    /// Transmitted by the coordination as it was found, the doctor having left (rule 6).
    pub as_is: bool,
    /// Points that were carried in and not decided on; they go on as they are.
    pub undecided: Vec<ItemId>,
}

impl Signature {
    /// Whether its doctor signed when the stay was over: by telephone, or the days their account stays open.
    #[must_use]
    pub fn is_late(&self, stay: &Stay) -> bool {
        !self.as_is && self.at.day() > stay.to
    }
}

/// What was counted under a signature: it stands as it was then, whatever is undone or closed later.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Figures {
    /// Patients seen and days closed; nothing where the centre keeps no agenda.
    pub coverage: Option<Coverage>,
}

/// The author opened a signed handover again, before their stay ended (rule 5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    pub author: PersonId,
    pub entered_by: Option<PersonId>,
    pub at: Stamp,
    pub reason: String,
    /// When what was reopened had been signed, and its hash: sheets that bear its words are out of date.
    pub signed_at: Stamp,
    pub hash: String,
    /// Points that others have had to do with since the signature: they stay with whoever has them.
    pub stays: Vec<ItemId>,
    /// The newest word and the newest answer there were: what moves such a point later moves it as ever.
    pub last_word: RelayId,
    pub last_answer: ReceiptId,
}

/// A dated correction of signed text (rule 5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addendum {
    pub author: PersonId,
    pub entered_by: Option<PersonId>,
    pub at: Stamp,
    pub text: String,
    /// The point it added, if any.
    pub item: Option<ItemId>,
}

/// What one stay hands over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    pub stay: StayId,
    pub rev: Rev,
    pub notes: Notes,
    /// The signature in force: the newest, unless it was reopened.
    pub signature: Option<Signature>,
    /// Oldest first.
    pub reopenings: Vec<Reopening>,
    pub addenda: Vec<Addendum>,
}

impl Handover {
    /// A handover in which nothing is written yet.
    #[must_use]
    pub fn empty(stay: StayId) -> Self {
        Self {
            stay,
            rev: Rev(0),
            notes: Notes::default(),
            signature: None,
            reopenings: Vec::new(),
            addenda: Vec::new(),
        }
    }

    /// Whether it is signed now: by a signature that was not reopened.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.signature.is_some()
    }

    /// Why it is open again; nothing where it is signed, or never was.
    #[must_use]
    pub fn reopened(&self) -> Option<&Reopening> {
        self.reopenings.last().filter(|_| self.signature.is_none())
    }

    /// Whether it was ever signed: what stood under the signature is corrected by new words and additions only.
    #[must_use]
    pub fn was_signed(&self) -> bool {
        self.signature.is_some() || !self.reopenings.is_empty()
    }

    /// Whether a word of its stay lies under a signature, in force or reopened.
    #[must_use]
    pub fn covers(&self, word: RelayId) -> bool {
        self.signature.is_some() || self.reopenings.last().is_some_and(|r| word <= r.last_word)
    }
}

/// The arriving doctor's signature under the briefing: *Prendre la relève*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Takeover {
    pub stay: StayId,
    pub author: PersonId,
    pub entered_by: Option<PersonId>,
    pub name: String,
    pub at: Stamp,
    /// Points that were not answered and stay with the coordination.
    pub unanswered: Vec<ItemId>,
}
