//! What a pane or dialog asks of the application: data, compared by tests.

use std::collections::BTreeSet;

use super::form::Dialog;
use crate::domain::act::{Act, NewCentre, NewPerson};
use crate::domain::candidate::Hole;
use crate::domain::care::{CareList, WaitingPreview};
use crate::domain::collective::Collective;
use crate::domain::message::Mail;
use crate::domain::record::Record;
use crate::domain::{ChangeId, Day, EntryId, IsoWeek, ItemId, Msg, Period, PeriodKind, PersonId, PostId, StayId};
use crate::protocol::{AgendaPreview, Document, Draft, Kept, Request, RotaPreview, Secret, Write};

/// The answer of a dialog or widget to its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<T> {
    /// The key means nothing here; the owner may use it.
    Ignored,
    /// The key was used; the dialog stays.
    Stayed,
    /// The dialog stays, and asks for something meanwhile.
    Asks(T),
    /// The dialog ends with a result.
    Done(T),
    /// The dialog ends without one.
    Cancelled,
}

/// One of the four tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TabId {
    Week,
    Briefing,
    Transmission,
    Statistics,
}

impl TabId {
    /// The four tabs in their order.
    pub const ALL: [Self; 4] = [Self::Week, Self::Briefing, Self::Transmission, Self::Statistics];
}

/// A list that opens full screen from the Menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegisterId {
    /// Médecins.
    Doctors,
    /// Équipe.
    Team,
    /// Séjours: the rota as a list.
    Stays,
    /// Dossiers suivis: every point, searched.
    Items,
    /// Annuaire.
    Directory,
    /// Livret.
    Booklet,
    /// Historique.
    History,
    /// Journal des accès.
    Journal,
    /// Comptes.
    Accounts,
    /// Centre, posts and closures.
    Centre,
    /// Planning of the year.
    Planning,
    /// Who is in which room.
    Rooms,
    /// A list of care around the relay.
    Care(CareList),
    /// Relevés: what is noted beside the agenda.
    Noted,
    /// Suites à donner: how points ended, for the doctors who want to know.
    Sequels,
    /// Brouillons non transmis of those who have left.
    LeftDrafts,
    /// The list of a record.
    Records(&'static Record),
    /// Recherche: over everything that was written.
    Find,
}

/// Where to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goto {
    Tab(TabId),
    /// The week tab on that week.
    Week(IsoWeek),
    /// The week tab on that day.
    Day(Day),
    /// The week tab on that day, the keys on that post.
    PostDay(PostId, Day),
    /// The week tab on an entry, at its hour.
    Entry(EntryId, Option<PostId>, Day, Option<u16>),
    /// The briefing or transmission, selection on that point where it stands in it; else its thread.
    Item(ItemId),
    /// The transmission of a stay.
    Transmission(StayId),
    Register(RegisterId),
    /// The week tab on a day, from the statistics: Esc comes back to them.
    Drill(Day),
    /// The statistics of a period.
    Period(PeriodChoice),
}

/// How the period of the statistics is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodChoice {
    Kind(PeriodKind),
    /// From a day to a day.
    Between(Period),
}

impl Default for PeriodChoice {
    /// A quarter: its weeks fit side by side.
    fn default() -> Self {
        Self::Kind(PeriodKind::Quarter)
    }
}

/// What one form of a new centre gives.
#[derive(Debug, Clone, PartialEq)]
pub enum SetUpPart {
    Centre(NewCentre, Vec<String>),
    Person(NewPerson),
    Passphrase(Secret),
}

/// What a line in the status bar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Neither done nor wrong: to be known.
    Told,
    /// Something went wrong or was refused.
    Wrong,
}

/// A line in the status bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub msg: Msg,
    pub tone: Tone,
}

impl Notice {
    /// Something was done.
    #[must_use]
    pub const fn done(msg: Msg) -> Self {
        Self { msg, tone: Tone::Done }
    }

    /// Neither done nor wrong.
    #[must_use]
    pub const fn told(msg: Msg) -> Self {
        Self { msg, tone: Tone::Told }
    }

    /// Something went wrong or was refused.
    #[must_use]
    pub const fn wrong(msg: Msg) -> Self {
        Self { msg, tone: Tone::Wrong }
    }
}

/// What a pane or dialog asks of the application.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// Opens a form dialog.
    Open(Dialog),
    /// Opens a form dialog with the keys on a field.
    OpenAt(Dialog, &'static str),
    /// Opens a point's whole thread, full height.
    OpenThread(ItemId),
    /// Shows a text that is only to be read.
    Read {
        title: String,
        text: String,
    },
    /// Asks a yes-or-no question; "yes" runs what it carries. Enter is never "yes" when `danger`.
    Confirm {
        question: Msg,
        yes: Vec<Ask>,
        danger: bool,
    },
    Goto(Goto),
    /// Reads again what is on the screen, with the frame.
    Reload,
    /// Reads what the pane shows now, and of the years before what the frame does not know yet.
    Look,
    /// Who a file number is known to be, for the form in which it is typed.
    LookUp(String),
    /// Opens a register, filtered by that text; without one, what is typed filters it.
    Find(RegisterId, String),
    /// Writes; never dropped.
    Save(Write),
    Undo,
    Redo,
    Revert(ChangeId),
    SaveDraft(Draft),
    DropDraft(String),
    /// Throws away the open form, with the draft that was kept of it.
    Discard,
    Say(Notice),
    Print(Document),
    /// Takes a text to the clipboard.
    Copy(String),
    /// Hands a message to the desktop's mail program; where there is no desktop it is copied.
    Mail(Mail),
    /// Speaks from now on for a doctor who dictates, or in one's own name again.
    Voice(Option<PersonId>),
    /// Opens the list of the doctors who are here and may dictate.
    PickVoice,
    /// Who could come in a vacant week.
    Candidates(Hole),
    /// Whom one could call for the next holes.
    Proposal,
    /// The patients whose appointments a withdrawal leaves.
    ToTell,
    /// The page of a volunteer.
    Volunteer(PersonId),
    /// The page of a stay.
    Stay(StayId),
    /// The page of a house, a vehicle, a room or a key.
    Asset(i64),
    /// The home visits of a day of a stay.
    Round(StayId, Day),
    /// Opens what is to be looked at before the handover on the screen is signed.
    Review,
    /// Opens the sentences kept ready, over a text.
    PickSnippet,
    /// Puts a text at the cursor of the form.
    Insert(String),
    /// Opens the list of colours.
    PickTheme,
    /// Takes those colours, or those that go with the terminal's own.
    Theme(Option<super::Theme>),
    /// Opens the list of periods.
    PickPeriod,
    /// Opens the list of what the volunteers on the screen can be taken out as.
    PickVolunteers(Box<(BTreeSet<PersonId>, Collective)>),
    /// Opens the list of what can be noted beside the agenda.
    PickNoted,
    /// Opens the list of what the statistics can be written as.
    PickExport,
    /// Opens the list of what can be printed for those outside.
    PickLeaflet,
    /// Opens the file picker of the rota import.
    PickRota,
    /// Shows what an import would do, and asks.
    PreviewRota(Box<RotaPreview>),
    /// Opens the file picker of the waiting list.
    PickWaiting,
    /// Shows what the import of a waiting list would do, and asks.
    PreviewWaiting(Box<WaitingPreview>),
    /// Opens the file picker of the agenda import.
    PickAgenda,
    /// Shows what an import of the agenda would do, and asks.
    PreviewAgenda(Box<AgendaPreview>),
    /// One form of a new centre is filled in.
    SetUp(SetUpPart),
    /// Something for the back of the desk that is none of the above.
    Request(Request),
    /// What stays of two versions: what the form now saves, or, without it, the other desk's.
    Settle(Option<Box<super::layer::conflict::Settled>>),
    /// Chooses another person of the fictional centre.
    SwitchPerson,
    /// Sits down as that person; in the fictional centre only.
    Become(PersonId),
    /// Does an action as if its key had been pressed.
    Do(super::Action),
    Menu,
    Palette,
    Help,
    GoToBox,
    Lock,
    Quit,
}

impl Ask {
    /// Opens a form.
    #[must_use]
    pub fn open(form: impl Into<Dialog>) -> Self {
        Self::Open(form.into())
    }

    /// Opens a form with the keys on a field.
    #[must_use]
    pub fn open_at(form: impl Into<Dialog>, field: &'static str) -> Self {
        Self::OpenAt(form.into(), field)
    }

    /// Saves an act on something as it was read.
    #[must_use]
    pub fn on<T>(kept: &Kept<T>, act: impl Into<Act>) -> Self {
        Self::Save(Write::on(kept, act))
    }

    /// Saves an act that edits what is kept, or adds what is not kept yet.
    #[must_use]
    pub fn over<T>(known: Option<&Kept<T>>, act: impl Into<Act>) -> Self {
        Self::Save(Write::over(known, act))
    }

    /// Saves an act that depends on no row.
    #[must_use]
    pub const fn act(act: Act) -> Self {
        Self::Save(Write::of(act))
    }

    /// Says in the status bar what was done.
    #[must_use]
    pub const fn say(msg: Msg) -> Self {
        Self::Say(Notice::done(msg))
    }

    /// Says in the status bar what is neither done nor wrong.
    #[must_use]
    pub const fn tell(msg: Msg) -> Self {
        Self::Say(Notice::told(msg))
    }

    /// Says what went wrong, in the status bar.
    #[must_use]
    pub const fn warn(msg: Msg) -> Self {
        Self::Say(Notice::wrong(msg))
    }
}
