//! Everything one can do, as data.
//!
//! A form makes an act, the store runs it inside one transaction with the rules of this module's
//! neighbours, and a test compares it.

use serde::{Deserialize, Serialize};

use super::account::Around;
use super::agenda::{HalfDayKind, NewEntry, OnClash};
use super::agenda_import::AgendaLine;
use super::candidate::Weights;
use super::centre::{HalfDay, Opening, Pattern};
use super::day_close::{DayCounts, Mark};
use super::item::Answer;
use super::noted::{Noted, NotedId, Targets};
pub use super::person::NewPerson;
pub use super::place::{NewContact, NewPage};
use super::record::{Record, Values};
use super::rota_import::Decision;
pub use super::rota_import::RotaLine;
use super::school::Zone;
use super::stay::Withdrawal;
use super::{
    Addressee, ContactId, Day, DayCloseId, Detail, DraftId, EntryId, Gravity, IsoWeek, ItemFacts, ItemId, Kind, Known,
    Msg, NoteKind, Outcome, PageId, PatientRef, PersonId, PostId, RelayId, SequelId, Stamp, Stay, StayId, StayState,
    StepKind, Verdict, VersionId,
};

/// One thing that somebody does; one change of the store, undone as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    Centre(CentreAct),
    People(PeopleAct),
    Stay(StayAct),
    Item(ItemAct),
    Handover(HandoverAct),
    Place(PlaceAct),
    Agenda(AgendaAct),
    Noted(NotedAct),
    Sequel(SequelAct),
    Record(RecordAct),
    Draft(DraftAct),
    /// The rota a centre had in a spreadsheet, all lines or none.
    ImportRota(RotaImport),
    /// The agenda of the medical software, all lines or none.
    ImportAgenda(Vec<AgendaLine>),
    /// Several acts in their order, as one change: all or none, and undone together.
    Together(Together),
}

/// Several acts that are one thing for whoever does them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Together {
    pub acts: Vec<Act>,
    /// What the history says of it; nothing is what it says of the last of them.
    pub said: Option<Msg>,
}

impl Together {
    /// Some acts of which the history says what it says of the last.
    #[must_use]
    pub fn of(acts: impl IntoIterator<Item = Act>) -> Act {
        Act::Together(Self { acts: acts.into_iter().collect(), said: None })
    }

    /// Some acts with what the history says of them.
    #[must_use]
    pub fn said(said: Msg, acts: impl IntoIterator<Item = Act>) -> Act {
        Act::Together(Self { acts: acts.into_iter().collect(), said: Some(said) })
    }
}

macro_rules! families {
    ($($family:ident($act:ty)),* $(,)?) => {$(
        impl From<$act> for Act {
            fn from(act: $act) -> Self {
                Self::$family(act)
            }
        }
    )*};
}
families!(
    Centre(CentreAct),
    People(PeopleAct),
    Stay(StayAct),
    Item(ItemAct),
    Handover(HandoverAct),
    Place(PlaceAct),
    Agenda(AgendaAct),
    Noted(NotedAct),
    Sequel(SequelAct),
    Record(RecordAct),
    Draft(DraftAct),
);

/// What is known of a centre before it has a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCentre {
    pub name: String,
    pub commune: String,
    pub department: String,
    pub opened: Day,
    pub opening: Opening,
    pub names_allowed: bool,
    pub lang: String,
    /// Minutes after which an idle desk locks, 3 to 30.
    pub lock_minutes: u16,
    pub backup_folder: String,
    /// Length of an ordinary consultation, in minutes, 5 to 60.
    pub slot_minutes: u16,
    /// Days after the expected one when a result that has not come is late, 0 to 60.
    pub result_days: u16,
    /// Months after which a page of the booklet is to be made sure of again, 1 to 60.
    pub guide_months: u16,
    /// The zone of its school holidays, where it is not that of the department.
    pub own_zone: Option<Zone>,
    pub words_for_all: bool,
    /// How long a doctor's account is open around a stay, 0 to 30 days before and after.
    pub around: Around,
    /// Months that the journal of accesses is kept, 6 to 12.
    pub journal_months: u16,
}

/// Acts on the centre itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CentreAct {
    /// The centre, its posts by name, and the first member of its team.
    Create {
        centre: NewCentre,
        posts: Vec<String>,
        first: Box<NewPerson>,
    },
    Edit(NewCentre),
    AddPost(String, Pattern),
    EditPost(PostId, String, Pattern),
    Targets(Targets),
    /// How much each thing counts for a volunteer, and days in which who was asked is marked.
    Weights(Weights, u16),
    /// The ready-made templates and papers, of which those that are there by name are left out.
    ReadyMade(Vec<RecordAct>),
    /// The coordination takes note that the store lacks these changes.
    Loss(Vec<Known>),
}

/// Acts on doctors and the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PeopleAct {
    Add(NewPerson),
    Edit(PersonId, NewPerson),
    /// The first is the second, entered twice: read as that one from now on.
    Merge(PersonId, PersonId),
    /// A doctor on whom nothing hangs.
    Remove(PersonId),
}

/// A stay, as a form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewStay {
    pub post: PostId,
    pub doctor: PersonId,
    pub from: Day,
    pub to: Day,
    pub state: StayState,
    /// Of an option, its last day.
    #[serde(default)]
    pub held_until: Option<Day>,
    /// Why it goes beyond what a rule asks about.
    #[serde(default)]
    pub note: String,
}

impl NewStay {
    /// A stay that nothing more is said of.
    #[must_use]
    pub const fn plain(post: PostId, doctor: PersonId, from: Day, to: Day, state: StayState) -> Self {
        Self { post, doctor, from, to, state, held_until: None, note: String::new() }
    }

    /// The stay that it would be, under a number.
    #[must_use]
    pub fn stay(&self, id: StayId) -> Stay {
        let Self { post, doctor, from, to, state, held_until, .. } = *self;
        Stay {
            id,
            post,
            doctor,
            from,
            to,
            state,
            withdrawal: None,
            was_confirmed: false,
            held_until,
            said_on: None,
            note: self.note.clone(),
        }
    }

    /// A stay as it is.
    #[must_use]
    pub fn of(stay: &Stay) -> Self {
        let Stay { post, doctor, from, to, state, held_until, .. } = *stay;
        Self { post, doctor, from, to, state, held_until, note: stay.note.clone() }
    }
}

/// Acts on the rota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StayAct {
    Add(NewStay),
    /// A stay of a doctor who is made known with it; whose the stay says it is does not count.
    Enroll(NewPerson, NewStay),
    Edit(StayId, NewStay),
    Cancel(StayId, Withdrawal),
    /// A doctor has said that they will not come, or not go on: for the coordination to confirm.
    NoteWithdrawal(StayId, Withdrawal),
    /// The stay holds, whatever was noted.
    Keep(StayId),
    /// A doctor goes before the end: the days up to the last one worked stay, the others are withdrawn from.
    Interrupt {
        stay: StayId,
        last: Day,
        withdrawal: Withdrawal,
    },
    /// Makes two stays of one, the second from that day on, perhaps another doctor's.
    Cut {
        stay: StayId,
        from: Day,
        doctor: Option<PersonId>,
    },
    /// Two stays change places: posts and days, not doctors.
    Swap(StayId, StayId),
}

/// The subject of a new point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewItem {
    pub kind: Kind,
    pub patient: Option<PatientRef>,
    pub facts: ItemFacts,
}

/// What somebody says of a point: their words and the state they leave it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewWord {
    pub text: String,
    pub plan: String,
    pub gravity: Gravity,
    pub due: Option<Day>,
    pub show_from: Option<IsoWeek>,
    pub to: Addressee,
    pub outcome: Option<Outcome>,
    pub detail: Detail,
}

/// Something that happened to a point, as a form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewStep {
    pub kind: StepKind,
    /// The day of the next try, where nobody was reached.
    pub next: Option<Day>,
    pub words: String,
}

/// Acts on points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ItemAct {
    Open(NewItem, NewWord),
    Say(ItemId, Verdict, NewWord),
    /// Corrects one's own word while nothing is signed on it and nobody has answered it.
    Amend(RelayId, NewWord),
    Answer(ItemId, Answer, String),
    /// Something happened; with the word that closes the point where nothing remains to be done.
    Step(ItemId, NewStep, Option<NewWord>),
    /// Reads it on another day of the stay; who follows it stays the same.
    PutOff(ItemId, Day),
    /// It was written on the wrong file: closed there, opened anew on that patient's.
    Move(ItemId, PatientRef),
}

/// Acts on how points end for those who have left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SequelAct {
    /// The doctor wants to know how it ends.
    Want(ItemId),
    /// The doctor does not want to know any more.
    Forget(ItemId),
    /// The doctor was told.
    Told(SequelId),
}

/// Acts on handovers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum HandoverAct {
    Note(StayId, NoteKind, String),
    /// Signs, with the name as typed. `as_is`: by the coordination, for a doctor who left (rule 6).
    Sign {
        stay: StayId,
        name: String,
        nothing_to_report: bool,
        as_is: bool,
    },
    /// Opens again what is signed, until the stay ends (rule 5).
    Reopen {
        stay: StayId,
        reason: String,
    },
    /// A dated correction, which may add a point (rule 5).
    Addendum {
        stay: StayId,
        text: String,
        item: Option<(NewItem, NewWord)>,
    },
    /// Nothing is to be written about a patient who was seen: not suggested again in that stay.
    Dismiss(StayId, PatientRef),
    /// *Prendre la relève*.
    TakeOver {
        stay: StayId,
        name: String,
    },
}

/// Acts on the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AgendaAct {
    Add(NewEntry, OnClash),
    Edit(EntryId, NewEntry, OnClash),
    Remove(EntryId),
    /// The type of some half-days.
    HalfDays(Vec<(PostId, Day, HalfDay)>, HalfDayKind),
    /// Closes a day of a stay, or corrects its closing; each mark opens a point for the stay's doctor.
    Close {
        stay: StayId,
        day: Day,
        counts: DayCounts,
        marks: Vec<Mark>,
        /// The newest closing of that day its author was shown: this one corrects it.
        corrects: Option<DayCloseId>,
    },
}

/// Acts on what is noted beside the agenda: patient panel, weekly surveys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotedAct {
    /// There is one panel a day and one survey a week: a second is refused.
    Add(Noted),
    Edit(NotedId, Noted),
    Remove(NotedId),
}

/// Acts on what the centre keeps a simple list of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RecordAct {
    /// Without a number it is a new one.
    Put(&'static Record, Option<i64>, Values),
    Remove(&'static Record, i64),
    /// Who it was and what was said goes from every row that ended before a day (rule 25); that it was stays.
    Forget(&'static Record, Day),
}

/// Acts on what somebody typed and never transmitted before they left, as it was when it was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DraftAct {
    /// It becomes a point for the next doctor, `mark` before its words.
    Address { draft: DraftId, at: Stamp, mark: String },
    /// On the word of a doctor, perhaps its author by telephone, and on which day.
    SetAside { draft: DraftId, at: Stamp, said_by: PersonId, said_on: Day },
}

/// Acts on the directory and the booklet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlaceAct {
    AddContact(NewContact),
    EditContact(ContactId, NewContact),
    RemoveContact(ContactId),
    /// Somebody made sure today that the entry is right.
    CheckContact(ContactId),
    /// Somebody called: `answered` or not.
    Call {
        contact: ContactId,
        answered: bool,
    },
    AddPage(NewPage),
    /// A further version of a page.
    EditPage(PageId, NewPage),
    /// Takes a page out of the booklet; its versions stay.
    RemovePage(PageId),
    /// An older version holds again, as a new one; a page taken out comes back with it.
    PutBack(VersionId),
    /// Somebody made sure today that the page is right.
    CheckPage(PageId),
    /// A doctor has read this version.
    Read(VersionId),
}

/// A rota of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RotaImport {
    pub lines: Vec<RotaLine>,
    /// What its author was shown that each line does; done exactly, or not at all.
    pub promised: Option<Vec<Decision>>,
}
