//! A point to follow, everyone's word on it, and the receivers' answers.
//!
//! An item holds no text: each [`Relay`] carries its author's own words and the whole structured
//! state of the point as its author left it, so the newest relay *is* the point's state and nothing
//! said before is ever overwritten.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Day, IsoWeek, ItemId, PersonId, PostId, ReceiptId, RelayId, Rev, Role, Stamp, StayId, Step};

/// How a point presses (I-PASS: unstable, watcher, stable).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Gravity {
    Urgent,
    /// À surveiller.
    Watch,
    /// Courant.
    Routine,
}

impl Gravity {
    /// Every gravity, the most pressing first.
    pub const ALL: [Self; 3] = [Self::Urgent, Self::Watch, Self::Routine];

    /// Identifier of the gravity's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Urgent => "gravity-urgent",
            Self::Watch => "gravity-watch",
            Self::Routine => "gravity-routine",
        }
    }
}

/// What a point is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Suivi clinique.
    Care,
    /// Résultat attendu.
    Result,
    /// Rappel.
    Recall,
    /// Promesse faite au patient.
    Promise,
    /// Courrier, orientation.
    Letter,
    /// Organisation du centre.
    Centre,
    /// À signer: a letter or a certificate that waits for a doctor's signature.
    ToSign,
}

impl Kind {
    /// Every kind, in the order of the forms.
    pub const ALL: [Self; 7] =
        [Self::Care, Self::Result, Self::Recall, Self::Promise, Self::Letter, Self::ToSign, Self::Centre];

    /// Identifier of the kind's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Care => "kind-care",
            Self::Result => "kind-result",
            Self::Recall => "kind-recall",
            Self::Promise => "kind-promise",
            Self::Letter => "kind-letter",
            Self::Centre => "kind-centre",
            Self::ToSign => "kind-to-sign",
        }
    }
}

/// A patient as the centre's record numbers them (rule 24); never more than this.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PatientRef {
    /// File number in the medical software.
    pub file: String,
    /// Initials, or the name where the centre allows it.
    pub initials: Option<String>,
    pub birth_year: Option<u16>,
}

/// A patient reference is never printed into a log.
impl std::fmt::Debug for PatientRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PatientRef(…)")
    }
}

/// To whom a point is addressed. Who follows it now is [`super::holder()`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Addressee {
    Person(PersonId),
    /// A role of the permanent team.
    Role(Role),
    /// The doctor of a post in a week, whoever that will be.
    Post(PostId, IsoWeek),
}

/// What a person said of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// The first word.
    Opened,
    /// Inchangé.
    Unchanged,
    /// Complété.
    Completed,
    /// Je confirme.
    Confirmed,
    /// Je vois autrement.
    Differs,
    /// Sent to someone, or put off to another day.
    Addressed,
    /// A question's answer.
    Answered,
    /// Fini, with an [`Outcome`].
    Closed,
    /// Opened again after having been closed.
    Reopened,
    /// Tranché: which of two ways of seeing it holds (`Thread::open_difference`).
    Settled,
    /// Who saw it otherwise does so no more.
    TakenBack,
}

impl Verdict {
    /// Identifier of the verdict's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Opened => "verdict-opened",
            Self::Unchanged => "verdict-unchanged",
            Self::Completed => "verdict-completed",
            Self::Confirmed => "verdict-confirmed",
            Self::Differs => "verdict-differs",
            Self::Addressed => "verdict-addressed",
            Self::Answered => "verdict-answered",
            Self::Closed => "verdict-closed",
            Self::Reopened => "verdict-reopened",
            Self::Settled => "verdict-settled",
            Self::TakenBack => "verdict-taken-back",
        }
    }
}

/// Why a point is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// Fait.
    Done,
    /// Évolution favorable.
    Improved,
    /// Orienté ailleurs.
    Referred,
    /// N'a plus lieu d'être.
    NoLongerNeeded,
    /// Patient perdu de vue, parti ou décédé.
    PatientGone,
}

impl Outcome {
    /// Every outcome, in the order of the forms.
    pub const ALL: [Self; 5] = [Self::Done, Self::Improved, Self::Referred, Self::NoLongerNeeded, Self::PatientGone];

    /// Identifier of the outcome's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "outcome-done",
            Self::Improved => "outcome-improved",
            Self::Referred => "outcome-referred",
            Self::NoLongerNeeded => "outcome-no-longer-needed",
            Self::PatientGone => "outcome-patient-gone",
        }
    }
}

/// What a point says of its patient and of where it came from, once for all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ItemFacts {
    /// The patient has an affection de longue durée.
    pub ald: bool,
    /// Voir dossier: the record holds what has to be read before anything is done.
    pub see_record: bool,
    /// Who or what it came from: `appel du fils`, `courrier du CH`; may be empty.
    pub source: String,
}

/// One thing to follow, about a patient or about the centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub id: ItemId,
    pub rev: Rev,
    pub kind: Kind,
    /// `None` when the point is about the centre.
    pub patient: Option<PatientRef>,
    pub facts: ItemFacts,
    pub elsewhere: Elsewhere,
}

/// Where a point that was written on the wrong file went, or came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Elsewhere {
    /// The point on the right file: nothing of this one's words is shown any more.
    pub to: Option<ItemId>,
    /// The point on the wrong file.
    pub from: Option<ItemId>,
}

/// Where an awaited result is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Exam {
    Laboratory,
    Imaging,
    Other,
}

impl Exam {
    /// Every one, in the order of the forms.
    pub const ALL: [Self; 3] = [Self::Laboratory, Self::Imaging, Self::Other];

    /// Identifier of its name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Laboratory => "exam-laboratory",
            Self::Imaging => "exam-imaging",
            Self::Other => "exam-other",
        }
    }
}

/// What a word says beside its text, plan and day, where the kind of the point asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Detail {
    /// Of a result: the day it was asked for. The day it is expected is the word's `due`.
    pub asked: Option<Day>,
    /// Of a result.
    pub exam: Option<Exam>,
    /// Of a recall: some day of the month of `due`, not that day.
    pub whole_month: bool,
    /// Which occurrence of the point it speaks of: "à refaire le …" begins the next.
    pub round: u16,
}

/// One person's word on a point, with the state the point was left in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relay {
    pub id: RelayId,
    pub rev: Rev,
    pub item: ItemId,
    pub author: PersonId,
    /// Who typed it, where the author dictated (rule 8).
    pub entered_by: Option<PersonId>,
    pub at: Stamp,
    /// The stay in whose handover it stands; a word of the team stands in none.
    pub stay: Option<StayId>,
    pub verdict: Verdict,
    /// The author's own words; may be empty when the verdict says it all.
    pub text: String,
    /// `si … alors …`
    pub plan: String,
    pub gravity: Gravity,
    pub due: Option<Day>,
    /// À ressortir: hidden before that week (rule 13).
    pub show_from: Option<IsoWeek>,
    pub to: Addressee,
    /// Set when this word closed the point.
    pub outcome: Option<Outcome>,
    pub detail: Detail,
}

impl Relay {
    /// Whether the point still waits for something after this word.
    #[must_use]
    pub const fn leaves_open(&self) -> bool {
        self.outcome.is_none()
    }
}

/// A receiver's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// Lu.
    Read,
    /// Pris; on an urgent point with one's own words (rule 7).
    Taken,
    Question,
    /// Renvoyé à l'équipe.
    Returned,
}

impl Answer {
    /// Identifier of the answer's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Read => "answer-read",
            Self::Taken => "answer-taken",
            Self::Question => "answer-question",
            Self::Returned => "answer-returned",
        }
    }
}

/// One answer of a receiver to a point as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    pub id: ReceiptId,
    pub item: ItemId,
    /// The stay that received; the team's answers have none.
    pub stay: Option<StayId>,
    pub author: PersonId,
    pub entered_by: Option<PersonId>,
    pub at: Stamp,
    pub answer: Answer,
    pub words: String,
}

/// A point with everyone's word on it, oldest first, and the answers to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    pub item: Item,
    /// Never empty.
    pub relays: Vec<Relay>,
    pub receipts: Vec<Receipt>,
    /// What happened on the way, oldest first.
    pub steps: Vec<Step>,
    /// The week of each stay in which a word was said, however long ago.
    pub weeks: BTreeMap<StayId, IsoWeek>,
}

impl Thread {
    /// The newest word, which holds the point's state.
    ///
    /// # Panics
    /// When there is no word at all, which the schema makes impossible.
    #[must_use]
    pub fn head(&self) -> &Relay {
        self.relays.last().expect("a point has at least its first word")
    }

    /// Whether the point still waits for something.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.head().leaves_open()
    }

    /// Whether the point may be shown in that week (rule 13).
    #[must_use]
    pub fn is_shown(&self, week: IsoWeek) -> bool {
        self.head().show_from.is_none_or(|from| from <= week)
    }

    /// Consecutive *unchanged* relays up to now (rule 12).
    #[must_use]
    pub fn unchanged_streak(&self) -> usize {
        self.relays.iter().rev().take_while(|r| r.verdict == Verdict::Unchanged).count()
    }

    /// The words themselves, oldest first.
    pub fn words(&self) -> impl Iterator<Item = &Relay> {
        self.relays.iter().filter(|r| !r.text.is_empty())
    }

    /// Everything written on the point: words, plans, answers.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        let said = self.relays.iter().flat_map(|r| [r.text.as_str(), &r.plan]);
        said.chain(self.receipts.iter().map(|r| r.words.as_str())).filter(|t| !t.is_empty()).collect()
    }

    /// The newest answer given in a stay, a plain *read* giving way to anything else.
    #[must_use]
    pub fn answer_in(&self, stay: StayId) -> Option<&Receipt> {
        let mine = || self.receipts.iter().rev().filter(move |r| r.stay == Some(stay));
        mine().find(|r| r.answer != Answer::Read).or_else(|| mine().next())
    }

    /// Whether the last answer sent the point back to the team, and nobody has said a word since.
    #[must_use]
    pub fn is_returned(&self) -> bool {
        let last = self.receipts.iter().rev().find(|r| r.answer != Answer::Read);
        last.is_some_and(|r| r.answer == Answer::Returned && r.at >= self.head().at)
    }

    /// The newest question that nobody has answered.
    #[must_use]
    pub fn open_question(&self) -> Option<&Receipt> {
        let question = self.receipts.iter().rev().find(|r| r.answer == Answer::Question)?;
        let answered =
            self.relays.iter().any(|r| r.at >= question.at && matches!(r.verdict, Verdict::Answered | Verdict::Closed));
        (!answered && self.is_open()).then_some(question)
    }
}
