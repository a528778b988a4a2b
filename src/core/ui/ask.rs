//! What a pane or dialog asks of the application: data, compared by tests.

use secrecy::SecretString;

use crate::domain::AccountId;
use crate::domain::act::{Act, NewCentre, NewPerson, NewWord};
use crate::domain::record::{Record, Written};
use crate::domain::{
    ChangeId, ContactId, Day, IsoWeek, ItemId, Kind, Msg, NoteKind, PageId, Period, PeriodKind, PersonId, PostId,
    RelayId, StayId, StepKind, Verdict,
};
use crate::protocol::{AgendaPreview, Document, Draft, NotedPage, Query, Raw, Request, RotaPreview, Write};

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
    /// Comptes.
    Accounts,
    /// Centre, posts and closures.
    Centre,
    /// Planning of the year.
    Planning,
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

impl Dialog {
    /// A new point of which nothing is known yet.
    #[must_use]
    pub const fn new_item() -> Self {
        Self::NewItem { start: Raw::new() }
    }
}

/// A form dialog, by what it is about. Its file in `ui/form/` has its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialog {
    /// `quick.rs`: a new point in one line, from anywhere.
    Quick,
    /// `item.rs`: a new point; by a doctor addressed to the next week's doctor, by the team to this week's.
    /// `start`: what some of its fields hold at first.
    NewItem { start: Raw },
    /// `step.rs`: a result came, a call was made.
    Step { item: ItemId, kind: Kind, done: Vec<StepKind>, base: Box<NewWord>, title: String },
    /// `word.rs`: a word on a point (compléter, je vois autrement, adresser, répondre, rouvrir).
    Word { item: ItemId, verdict: Verdict, base: Box<NewWord>, title: String },
    /// `word.rs`: correct one's own last word.
    Amend { relay: RelayId, item: ItemId, base: Box<NewWord>, title: String },
    /// `finish.rs`: fini, with its reason, or "à refaire le …".
    Finish { item: ItemId, base: Box<NewWord>, title: String },
    /// `decide.rs`: the third unchanged relay asks for a decision (rule 12).
    Decide { item: ItemId, base: Box<NewWord>, title: String },
    /// `take.rs`: je prends, avec mes mots. `urgent`: words are needed.
    Take { item: ItemId, urgent: bool, title: String },
    /// `question.rs`
    Question { item: ItemId, title: String },
    /// `return_item.rs`: renvoyer à l'équipe, with its reason.
    Return { item: ItemId, title: String },
    /// `put_off.rs`: reads it on one of the days that are left of the stay.
    PutOff { item: ItemId, title: String, days: Vec<Day>, due: Option<Day> },
    /// `note.rs`: one of the free notes.
    Note { stay: StayId, kind: NoteKind, text: String },
    /// `sign.rs`: names drafts, says what was seen and written, asks for the typed name; before its time for a word.
    Sign {
        stay: StayId,
        silent: bool,
        as_is: bool,
        undecided: usize,
        drafts: Vec<String>,
        coverage: Vec<String>,
        early: Option<super::form::sign::Early>,
    },
    /// `reopen.rs`: opens a signed handover again; points by what they are about.
    Reopen { stay: StayId, back: Vec<String>, stays: Vec<String> },
    /// `take_over.rs`: prendre la relève.
    TakeOver { stay: StayId, unanswered: Vec<String> },
    /// `addendum.rs`
    Addendum { stay: StayId },
    /// `stay.rs`: a new stay (post and week preset) or an existing one.
    Stay { stay: Option<StayId>, post: Option<PostId>, week: Option<IsoWeek> },
    /// `cancel_stay.rs`: désistement: announced on, reason.
    CancelStay { stay: StayId },
    /// `doctor.rs`
    Doctor(Option<PersonId>),
    /// `staff.rs`
    Staff(Option<PersonId>),
    /// `contact.rs`
    Contact(Option<ContactId>, Box<crate::domain::act::NewContact>, Option<crate::protocol::Rev>),
    /// `page.rs`: a page of the booklet.
    Page(Option<PageId>, Box<crate::domain::act::NewPage>, Option<crate::protocol::Rev>),
    /// `centre.rs`: the centre's own facts.
    Centre,
    /// `post.rs`: a new post, or its new name.
    Post(Option<PostId>),
    /// `close_day.rs`: what a day came to, or its correction.
    CloseDay(Box<crate::domain::day_close::Closing>),
    /// `account.rs`: a further account for a person.
    Account { person: Option<PersonId> },
    /// `keep_accounts.rs`: who keeps an account in a restored centre.
    KeepAccounts,
    /// `copies.rs`: where the verified copies go.
    Copies,
    /// `account.rs`: another name in the sign-in list.
    AccountName { account: AccountId, label: String },
    /// `account.rs`: a new passphrase for an account, forgotten or not.
    Passphrase { account: AccountId, label: String },
    /// `set_up_centre.rs`: a new centre, its posts and hours.
    SetUpCentre,
    /// `set_up_person.rs`: the first member of its team.
    SetUpPerson,
    /// `set_up_passphrase.rs`: the first account's passphrase.
    SetUpPassphrase,
    /// `entry.rs`: an appointment, a visit or an event; `base` is what it is, or what the cell suggests.
    Entry { known: Option<(crate::domain::EntryId, crate::protocol::Rev)>, base: Box<crate::domain::agenda::NewEntry> },
    /// `period.rs`: the statistics from a day to a day.
    Period,
    /// `panel.rs`: the état de la patientèle at a date.
    Panel(Option<(crate::domain::PanelId, crate::protocol::Rev)>, Box<NotedPage>),
    /// `survey.rs`: the relevé of a week.
    Survey(Option<(crate::domain::SurveyId, crate::protocol::Rev)>, Box<NotedPage>),
    /// `targets.rs`: what the centre aims at.
    Targets,
    /// `record.rs`: a record of which one description says everything; and the others of its kind, as far as they came.
    Record { record: &'static Record, known: Option<Box<Written>>, others: Vec<Written> },
    /// `set_aside.rs`: a draft of somebody who has left is dealt with on a doctor's word.
    SetAside { draft: crate::domain::DraftId, at: crate::domain::Stamp, author: PersonId },
    /// `half_days.rs`: the type of some half-days.
    HalfDays { which: Vec<(PostId, Day, crate::domain::HalfDay)>, kind: crate::domain::agenda::HalfDayKind },
}

/// What one form of a new centre gives.
#[derive(Debug, Clone)]
pub enum SetUpPart {
    Centre(NewCentre, Vec<String>),
    Person(NewPerson),
    Passphrase(SecretString),
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
#[derive(Debug, Clone)]
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
    /// Loads a screen; the newest asked of a kind wins.
    Load(Query),
    /// Opens a register, filtered by that text; without one, what is typed filters it.
    Find(RegisterId, String),
    /// Writes; never dropped.
    Save(Write),
    Undo,
    Redo,
    Revert(ChangeId),
    SaveDraft(Draft),
    DropDraft(String),
    Say(Notice),
    Print(Document),
    /// Speaks from now on for a doctor who dictates, or in one's own name again.
    Voice(Option<PersonId>),
    /// Opens what is to be looked at before the handover on the screen is signed.
    Review,
    /// Opens the sentences kept ready, over a text.
    PickSnippet,
    /// Puts a text at the cursor of the form.
    Insert(String),
    /// Opens the list of periods.
    PickPeriod,
    /// Opens the list of what can be noted beside the agenda.
    PickNoted,
    /// Opens the list of what the statistics can be written as.
    PickExport,
    /// Opens the file picker of the rota import.
    PickRota,
    /// Shows what an import would do, and asks.
    PreviewRota(Box<RotaPreview>),
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

impl Dialog {
    /// A record that is written: a new one, or one that is known.
    #[must_use]
    pub fn record(record: &'static Record, known: Option<Written>) -> Self {
        Self::Record { record, known: known.map(Box::new), others: Vec::new() }
    }
}

impl Ask {
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
