//! The only language between the desk and what stands behind it.
//!
//! The desk sends a [`Request`] and receives a [`Reply`]; neither side knows how the other works.
//! There is one [`Query`] and one [`Page`] for each screen; [`question`] knows which answers which.

pub mod question;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use secrecy::{ExposeSecret as _, SecretString};

use crate::domain::act::{Act, NewCentre, NewPerson};
use crate::domain::agenda::Clash;
pub use crate::domain::agenda_import::AgendaPreview;
use crate::domain::alert::Alert;
use crate::domain::briefing::{Briefing, Reader};
use crate::domain::care::round::DayRounds;
use crate::domain::care::{Care, CareList, WaitingPreview};
use crate::domain::collective::Collective as Volunteers;
use crate::domain::hanging::Hanging;
use crate::domain::indicators::ChartCode;
use crate::domain::indicators::Statistics;
use crate::domain::journal::{JournalEntry, Trace};
use crate::domain::leaflet::Leaflet;
use crate::domain::left_draft::{DraftEnd, LeftDraft};
use crate::domain::lookup::Found;
use crate::domain::noted::{PanelSnapshot, Published, WeekSurvey};
use crate::domain::place::{Contact, ContactPast, GuidePage, Version};
use crate::domain::prepared::{AssetFile, Prepared as Stays, StayFile};
use crate::domain::record::{Moved, Request as CareRequest};
use crate::domain::record::{Record, Written};
use crate::domain::rights::Right;
pub use crate::domain::rota_import::{BadLine, RotaPreview};
use crate::domain::sequel::Sequel;
pub use crate::domain::table::{Rev, Row, Table};
use crate::domain::to_tell::PatientToTell;
use crate::domain::transmission::Transmission;
use crate::domain::writing::Shelf;
use crate::domain::{
    AccountEvent, AccountId, Centre, ChangeId, ContactId, Day, DayClose, DecidedHalfDay, Differences, Entry, EntryId,
    Gravity, Handover, Holder, IsoWeek, Item, ItemId, Known, Msg, Now, PageId, PatientRef, Period, Person, PersonId,
    Post, PostId, Relay, RelayId, Rota, Stamp, Stay, StayId, Thread, Trouble, TroubleKind, Who,
};

/// Something that can be edited, with its row and the revision at which it was read: a write is made on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<T> {
    pub what: T,
    pub row: Row,
    pub rev: Rev,
}

/// Something that has a row of its own.
pub trait InRow {
    /// Its row.
    fn row(&self) -> Row;
}

macro_rules! in_rows {
    ($($thing:ty: $table:ident),* $(,)?) => {
        $(impl InRow for $thing {
            fn row(&self) -> Row {
                Table::$table.row(self.id.0)
            }
        })*
    };
}

in_rows! {
    Centre: CENTRE, Post: POST, Person: PERSON, Stay: STAY, Entry: ENTRY, Contact: CONTACT, GuidePage: PAGE,
    PanelSnapshot: PANEL, WeekSurvey: SURVEY,
}

impl<T: InRow> Kept<T> {
    /// Something as it was read at a revision.
    pub fn at(what: T, rev: Rev) -> Self {
        Self { row: what.row(), what, rev }
    }
}

impl<T> Kept<T> {
    const fn new(what: T, row: Row, rev: Rev) -> Self {
        Self { what, row, rev }
    }

    /// The same row, by something of what is in it.
    pub fn map<U>(&self, of: impl FnOnce(&T) -> U) -> Kept<U> {
        Kept { what: of(&self.what), row: self.row, rev: self.rev }
    }
}

impl Kept<ItemId> {
    /// A point as it was read.
    #[must_use]
    pub const fn point(item: &Item) -> Self {
        Self::new(item.id, Table::ITEM.row(item.id.0), item.rev)
    }
}

impl Kept<RelayId> {
    /// One's own word as it was read.
    #[must_use]
    pub const fn word(relay: &Relay) -> Self {
        Self::new(relay.id, Table::RELAY.row(relay.id.0), relay.rev)
    }
}

impl Kept<i64> {
    /// A record as it was read, by its number.
    #[must_use]
    pub const fn record(record: &Record, written: &Written) -> Self {
        Self::new(written.id, record.table.row(written.id), written.rev)
    }
}

impl Kept<StayId> {
    /// What a stay hands over, as it was read.
    #[must_use]
    pub const fn handover(handover: &Handover) -> Self {
        Self::new(handover.stay, Table::HANDOVER.row(handover.stay.0), handover.rev)
    }
}

/// A form as typed: field name to text.
pub type Raw = BTreeMap<String, String>;

/// Which form a draft belongs to, e.g. `item/new`, `word/118`. One draft a form and author.
pub type DraftKey = String;

/// A form kept as typed, not yet handed on to anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub key: DraftKey,
    pub raw: Raw,
    pub at: Stamp,
}

/// An act with what its author had read, and the draft it settles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    pub act: Act,
    /// Rows the author saw, with the revision they saw; one of them changed since is a conflict.
    pub seen: Vec<(Row, Rev)>,
    /// Deleted by the transaction that saves the act, and by nothing else.
    pub draft: Option<DraftKey>,
}

impl FramePage {
    /// A frame of a centre of which nothing is known yet, for the forms that make one.
    #[must_use]
    pub fn empty(lang: &str, today: Day) -> Self {
        let centre = Centre {
            id: crate::domain::CentreId(0),
            name: String::new(),
            commune: String::new(),
            department: String::new(),
            opened: today,
            opening: crate::domain::centre::Opening::default(),
            names_allowed: false,
            lang: lang.to_owned(),
            lock_minutes: 10,
            backup_folder: String::new(),
            slot_minutes: 20,
            result_days: 3,
            guide_months: 6,
            own_zone: None,
            words_for_all: true,
            around: crate::domain::account::Around::default(),
            journal_months: crate::domain::journal::USUAL_MONTHS,
            targets: crate::domain::noted::Targets::default(),
            weights: crate::domain::candidate::Weights::default(),
            asked_days: crate::domain::centre::ASKED_DAYS,
        };
        Self {
            centre,
            rota: Rota::default(),
            half_days: Vec::new(),
            alerts: Vec::new(),
            undo: None,
            redo: None,
            revs: BTreeMap::new(),
            followed: BTreeMap::new(),
            open: Vec::new(),
            chronic: BTreeSet::new(),
            desk: DeskFacts::default(),
            shelf: Shelf::default(),
        }
    }
}

impl Write {
    /// An act that depends on no row and settles no draft.
    #[must_use]
    pub const fn of(act: Act) -> Self {
        Self { act, seen: Vec::new(), draft: None }
    }

    /// An act on something as it was read: changed since, it is a conflict (rule 14).
    #[must_use]
    pub fn on<T>(kept: &Kept<T>, act: impl Into<Act>) -> Self {
        Self { act: act.into(), seen: vec![(kept.row, kept.rev)], draft: None }
    }

    /// An act that edits what is kept, or adds what is not kept yet.
    #[must_use]
    pub fn over<T>(known: Option<&Kept<T>>, act: impl Into<Act>) -> Self {
        let act = act.into();
        match known {
            Some(kept) => Self::on(kept, act),
            None => Self::of(act),
        }
    }
}

/// What a screen asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// Header, alerts, who is on duty: asked for after each change and each minute.
    Frame,
    /// The same, with the rota from an earlier day on: for who looks at what is long over.
    FrameSince(Day),
    Week(IsoWeek),
    Briefing(Reader),
    /// The transmission of a stay.
    Transmission(StayId),
    /// The figures and charts of a period, those of another beside them where it is complete, perhaps of one post.
    Statistics {
        period: Period,
        before: Option<Period>,
        post: Option<PostId>,
    },
    /// How what was seen otherwise ended in a year.
    Differences(i32),
    /// The records of a kind, in the order of their list.
    Records(&'static Record),
    /// What is noted beside the agenda.
    Noted,
    /// One point, whatever its state.
    Thread(ItemId),
    /// One entry of the agenda, wherever it has been moved to.
    Entry(EntryId),
    /// Points whose words, number or patient match, open ones first, newest first.
    Search(String),
    /// Every text that holds some words: points, answers, notes, the directory, the booklet.
    Find(String),
    /// Who a file number was said to be, and what is booked for it.
    Patient(String),
    Directory,
    /// The pages of the booklet.
    Booklet,
    /// Every version of a page of the booklet.
    Versions(PageId),
    /// Everyone's changes, newest first.
    History,
    Drafts,
    /// What those who have left never transmitted, and how such drafts ended: for the coordination only.
    LeftDrafts,
    Accounts,
    /// What happened to accounts, newest first.
    AccountEvents,
    /// The journal of accesses, newest first: everybody's for the coordination, one's own for others. The newest
    /// entries, or all of some days.
    Journal(Option<Period>),
    /// What hangs on a stay, before it is called off.
    Hanging(StayId),
    /// How points ended for the doctors who want to know.
    Sequels,
    /// What is known of the volunteers, and who was asked.
    Collective,
    /// The patients whose appointments a withdrawal leaves.
    ToTell,
    /// What the stays that are near need, and what is lent around them.
    Prepared,
    /// The page of one stay, however long ago.
    StayFile(StayId),
    /// What is lent in some days, and to whom: nothing else of what stays need.
    Lent(Period),
    /// One list of care around the relay.
    Care(CareList),
    /// The home visits of a day of a stay, in order.
    Round {
        stay: StayId,
        day: Day,
    },
    /// The page of a house, a vehicle, a room or a key, with all that was ever booked of it.
    Asset(i64),
}

/// What the frame shows on every screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FramePage {
    pub centre: Centre,
    /// From [`Rota::near`] on, or from the day that was asked for.
    pub rota: Rota,
    /// Of today, the half-days that were decided otherwise than the ordinary week says.
    pub half_days: Vec<DecidedHalfDay>,
    pub alerts: Vec<Alert>,
    /// What `u` and `U` would do for this person.
    pub undo: Option<Msg>,
    pub redo: Option<Msg>,
    /// Revisions of what of it can be edited: posts, people, stays, the centre, what helps writing.
    pub revs: BTreeMap<Row, Rev>,
    /// How many open points each holder follows.
    pub followed: BTreeMap<Holder, usize>,
    /// The open points about a patient, so that none is made twice.
    pub open: Vec<OpenPoint>,
    /// The files that the nurse follows beside the points: what is said of them is hers by itself.
    pub chronic: BTreeSet<String>,
    /// What is the desk's own.
    pub desk: DeskFacts,
    /// What helps writing.
    pub shelf: Shelf,
}

/// An open point about a patient, in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPoint {
    pub item: ItemId,
    pub patient: PatientRef,
    pub gravity: Gravity,
    /// Its newest words.
    pub words: String,
}

/// What belongs to the desk and not to the centre: its accounts, its copies and what was typed and not transmitted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeskFacts {
    /// Who has an account, in the order of their numbers.
    pub accounts: Vec<PersonId>,
    /// The reader's own account.
    pub own: Option<(AccountId, String)>,
    /// When the newest verified copy was made.
    pub copy: Option<Stamp>,
    /// The key of the centre is to change at the next opening at which no other desk is open.
    pub key_due: bool,
    /// Restored from a copy, and the coordination has not confirmed yet who keeps an account.
    pub restored: bool,
    /// How many drafts of those who have left wait for the coordination; to anybody else, none.
    pub left: usize,
    /// Whether the person has begun something urgent and not transmitted it.
    pub urgent_draft: bool,
    /// The newest change of the store; none of the fictional centre, which is nowhere.
    pub head: Option<Known>,
    /// The eight words of the recovery key in force, for the coordination to compare with the page.
    pub recovery: Option<String>,
}

impl FramePage {
    fn kept<T: InRow + Clone>(&self, what: &T) -> Kept<T> {
        Kept::at(what.clone(), self.revs.get(&what.row()).copied().unwrap_or(Rev(0)))
    }

    /// The centre, to be edited.
    #[must_use]
    pub fn kept_centre(&self) -> Kept<Centre> {
        self.kept(&self.centre)
    }

    /// A person, to be edited.
    #[must_use]
    pub fn kept_person(&self, id: PersonId) -> Option<Kept<Person>> {
        self.rota.people.get(id).map(|person| self.kept(person))
    }

    /// A stay, to be edited.
    #[must_use]
    pub fn kept_stay(&self, id: StayId) -> Option<Kept<Stay>> {
        self.rota.stay(id).map(|stay| self.kept(stay))
    }

    /// A post, to be edited.
    #[must_use]
    pub fn kept_post(&self, id: PostId) -> Option<Kept<Post>> {
        self.rota.posts.iter().find(|post| post.id == id).map(|post| self.kept(post))
    }

    /// Whether a single account of the coordination is left: forgotten, it leaves but the recovery key.
    #[must_use]
    pub fn one_coordination_account(&self, today: Day) -> bool {
        let people = self.desk.accounts.iter().filter_map(|id| self.rota.people.get(*id));
        people.filter(|p| p.role == crate::domain::Role::Coordination && p.in_team(today)).count() == 1
    }
}

/// What a week holds beside the rota.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekPage {
    pub week: IsoWeek,
    /// Open points due in the week, by day.
    pub due: Vec<(Day, Thread)>,
    /// Appointments, visits and events of the week, by day, hour and number.
    pub entries: Vec<Kept<Entry>>,
    /// Half-days decided otherwise than the ordinary week says.
    pub half_days: Vec<DecidedHalfDay>,
    /// Every closing of the week's days and of the four weeks before, oldest first.
    pub closings: Vec<DayClose>,
    /// The unplanned requests of the week, by day and hour.
    pub requests: Vec<CareRequest>,
}

/// What is noted beside the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NotedPage {
    /// By day.
    pub panels: Vec<Kept<PanelSnapshot>>,
    /// By week.
    pub surveys: Vec<Kept<WeekSurvey>>,
    /// By day.
    pub published: Vec<Beside>,
    /// How many meetings the agenda has in each of the last weeks, and their minutes.
    pub meetings: BTreeMap<IsoWeek, (u32, u32)>,
    /// How many unplanned requests were noted as they came in each of the last weeks.
    pub requests: BTreeMap<IsoWeek, u32>,
    /// How many patients the nurse saw or reached in each of the last weeks.
    pub contacts: BTreeMap<IsoWeek, u32>,
    /// Who came, left or died since the newest panel, by day.
    pub movements: Vec<(Day, Moved)>,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FindPage {
    /// The words looked for, folded.
    pub words: Vec<String>,
    /// How many texts hold them; the first of these are shown.
    pub count: usize,
    pub found: Vec<Found>,
}

/// What is known of a file number.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct PatientPage {
    /// The number looked up; empty where the text is none.
    pub file: String,
    /// Who it was said to be, the fullest and newest first; several where it was mistyped once.
    pub known: Vec<PatientRef>,
    /// Latest first.
    pub appointments: Vec<Kept<Entry>>,
    /// The lists around the relay on which the file still is, each with its next day.
    pub lists: Vec<(CareList, Option<Day>)>,
}

/// Of patients nothing is printed into a log.
impl std::fmt::Debug for PatientPage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PatientPage(…)")
    }
}

impl PatientPage {
    /// Whether a text is long enough to be a file number, and shaped like one.
    #[must_use]
    pub fn is_file(typed: &str) -> bool {
        (3..=12).contains(&typed.len())
            && typed.bytes().all(|b| b.is_ascii_alphanumeric())
            && typed.bytes().any(|b| b.is_ascii_digit())
    }
}

/// A published figure, and what the program computes for its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    pub row: Written,
    pub noted: Published,
    pub computed: Option<u32>,
}

/// A change as the history tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    pub id: ChangeId,
    pub at: Stamp,
    pub author: PersonId,
    pub said: Msg,
    /// Undone since.
    pub undone: bool,
    /// Signed: never undone.
    pub fixed: bool,
    /// The right that undoing it asks for.
    pub right: Right,
}

/// An account of this desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub id: AccountId,
    /// The name in the sign-in list.
    pub label: String,
    pub person: PersonId,
    /// Public key to which the data key is encrypted.
    pub recipient: String,
}

/// What a screen shows; one variant a query.
#[derive(Debug, Clone, PartialEq)]
pub enum Page {
    Frame(Box<FramePage>),
    Week(Box<WeekPage>),
    Briefing(Box<Briefing>),
    Transmission(Option<Box<Transmission>>),
    Statistics(Box<Statistics>),
    Records(&'static Record, Vec<Written>),
    Noted(Box<NotedPage>),
    Thread(Option<Box<Thread>>),
    Entry(Option<Box<Kept<Entry>>>),
    Search(Vec<Thread>),
    /// The entries, and what each of them was, oldest first.
    Directory {
        contacts: Vec<Kept<Contact>>,
        past: BTreeMap<ContactId, Vec<ContactPast>>,
    },
    /// In the order of the booklet, those taken out last.
    Booklet(Vec<Kept<GuidePage>>),
    /// Newest first.
    Versions(PageId, Vec<Version>),
    Find(Box<FindPage>),
    Patient(Box<PatientPage>),
    History(Vec<Past>),
    Drafts(Vec<Draft>),
    /// The gravest first; then those that have ended, newest first.
    LeftDrafts(Vec<LeftDraft>, Vec<DraftEnd>),
    Accounts(Vec<Account>),
    /// Newest first; nothing for those who may not see it.
    AccountEvents(Vec<AccountEvent>),
    /// Newest first.
    Journal(Vec<JournalEntry>),
    Hanging(Option<Box<Hanging>>),
    /// Newest first, each with its point.
    Sequels(Vec<(Sequel, Thread)>),
    Differences(Box<Differences>),
    Collective(Box<Volunteers>),
    ToTell(Vec<PatientToTell>),
    Prepared(Box<Stays>),
    StayFile(Option<Box<StayFile>>),
    Lent(Period, Box<Stays>),
    Care(CareList, Box<Care>),
    Round(Option<Box<DayRounds>>),
    Asset(Option<Box<AssetFile>>),
}

/// A secret on its way to the back of the desk: compared as data, never printed into a log.
#[derive(Debug, Clone)]
pub struct Secret(SecretString);

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose_secret() == other.expose_secret()
    }
}

impl std::ops::Deref for Secret {
    type Target = SecretString;

    fn deref(&self) -> &SecretString {
        &self.0
    }
}

impl From<SecretString> for Secret {
    fn from(secret: SecretString) -> Self {
        Self(secret)
    }
}

/// What the set-up of a new centre gathers.
#[derive(Debug, Clone, PartialEq)]
pub struct SetUp {
    pub centre: NewCentre,
    pub posts: Vec<String>,
    /// The first member of the team, whose account is the first.
    pub first: NewPerson,
    pub passphrase: Secret,
}

/// An account somebody may sign in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInName {
    pub id: AccountId,
    pub label: String,
}

/// Which document to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Document {
    Briefing(Reader),
    Handover(StayId),
    /// The booklet, its codes masked.
    Booklet,
    /// How points ended, by number, for the doctors who are to be told.
    Sequels,
    /// The figures of a period, those of another beside them, perhaps of one post.
    Figures {
        period: Period,
        before: Option<Period>,
        post: Option<PostId>,
        format: FiguresFormat,
    },
    /// The volunteers, or some of them.
    Volunteers {
        only: Option<BTreeSet<PersonId>>,
        format: VolunteersFormat,
    },
    /// What is kept of one volunteer, for them.
    Volunteer(PersonId),
    /// The page of a stay, for the team.
    Stay(StayId),
    /// The home visits of a day of a stay.
    Round(StayId, Day),
    /// For those outside.
    Leaflet(Leaflet),
}

impl Document {
    /// The right to take it out.
    #[must_use]
    pub const fn right(&self) -> Right {
        match self {
            Self::Briefing(_) | Self::Handover(_) | Self::Booklet | Self::Sequels | Self::Round(..) => Right::Print,
            Self::Figures { .. } => Right::ExportFigures,
            Self::Volunteers { .. } | Self::Volunteer(_) => Right::Doctors,
            Self::Stay(_) => Right::Prepare,
            Self::Leaflet(leaflet) => leaflet.right(),
        }
    }

    /// Whose sheet it is, where it is one's.
    #[must_use]
    pub const fn whose(&self) -> Option<Reader> {
        match self {
            Self::Briefing(reader) => Some(*reader),
            Self::Handover(stay) | Self::Round(stay, _) => Some(Reader::Stay(*stay)),
            Self::Booklet
            | Self::Sequels
            | Self::Figures { .. }
            | Self::Volunteers { .. }
            | Self::Volunteer(_)
            | Self::Stay(_)
            | Self::Leaflet(_) => None,
        }
    }
}

/// What the list of volunteers is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VolunteersFormat {
    Csv,
    Xlsx,
    /// Their addresses, one a line.
    Emails,
}

/// What figures are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FiguresFormat {
    Csv,
    Xlsx,
    /// The picture of one chart.
    Svg(ChartCode),
}

/// Everything the desk can ask of what stands behind it.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Opens the store with an account's passphrase.
    Unlock {
        account: AccountId,
        passphrase: Secret,
        now: Now,
    },
    /// Makes a new centre and its first account.
    SetUp(Box<SetUp>, Now),
    /// Opens the fictional centre, in memory.
    Demo,
    /// The store closes; nothing of it stays in memory.
    Close(Now),
    /// The same, and waits a while for a copy that is being made: what follows ends every thread.
    Lock(Now),
    Query(Query, Who, Now),
    Write(Box<Write>, Who, Now),
    Undo(Who, Now),
    Redo(Who, Now),
    /// Undoes one change of the history, one's own or another's.
    Revert(ChangeId, Who, Now),
    SaveDraft(Draft, Who),
    DropDraft(DraftKey, Who),
    /// Keeps the colours of this desk by their name; `auto` asks the terminal.
    KeepTheme(&'static str),
    /// Spreadsheets in the usual folders, newest first.
    ListFiles,
    /// Reads a rota in a spreadsheet without writing anything.
    PreviewRota(PathBuf, Now),
    /// Spreadsheets, for a waiting list.
    ListWaiting,
    /// Reads a waiting list in a spreadsheet without writing anything.
    PreviewWaiting(PathBuf, Now),
    /// Agendas and spreadsheets in the usual folders, newest first.
    ListAgendas,
    /// Reads the agenda of the medical software without writing anything.
    PreviewAgenda(PathBuf, Now),
    /// Writes a sheet for printing and says where.
    Print(Document, Who, Now),
    /// Leaves a trace of what was done without the back of the desk: codes shown, a document written by a command.
    Trace(Trace, Who, Now),
    /// A further account, for a person who has none.
    AddAccount {
        person: PersonId,
        passphrase: Secret,
        now: Now,
    },
    /// Whether another desk has changed the store since the last answer.
    Poll,
    /// Who may sign in, as it stands now.
    Names,
    /// Another name in the sign-in list.
    RenameAccount {
        account: AccountId,
        label: String,
        now: Now,
    },
    /// The account of a doctor opens for some days more, outside those of a stay.
    OpenAccount(AccountId, Now),
    /// The coordination has seen what members of the team did to an account.
    ConfirmAccount(AccountId, Now),
    /// An account opens nothing more; the key of the centre is changed.
    EndAccount(AccountId, Now),
    /// Chooses the folder of the verified copies and makes one there; an empty folder ends them.
    CopyTo {
        folder: String,
        who: Who,
        now: Now,
    },
    /// Those who keep their account after a restoration; the accounts of all others end.
    KeepAccounts {
        kept: Vec<PersonId>,
        now: Now,
    },
    /// The recovery key that is still to be noted, if this account can be shown one.
    Recovery,
    /// A new recovery key, to be noted before it takes the place of the one of before.
    NewRecovery(Now),
    /// The recovery key that was shown has been noted.
    RecoveryNoted(Now),
    /// The new recovery key is not to be one.
    GiveUpRecovery,
    /// Prints the recovery page, without a file.
    PrintRecovery(Now),
    /// Writes the recovery page to a file.
    WriteRecovery(Now),
    /// Somebody says that this file of the recovery page is gone.
    RecoveryFileGone(String),
    /// A new passphrase for an account.
    ResetPassphrase {
        account: AccountId,
        passphrase: Secret,
        now: Now,
    },
}

/// A secret that is on its way to be shown once; never printed into a log.
#[derive(Debug, Clone)]
pub struct Shown(pub SecretString);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }
}

/// A recovery key that is to be noted.
#[derive(Debug, Clone, PartialEq)]
pub struct ToNote {
    pub secret: Shown,
    pub standing: Standing,
    /// What the centre is known by.
    pub centre: String,
    /// What this key is known by, to be noted with it.
    pub words: String,
}

/// Whether a recovery key opens anything yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The centre has no other.
    InForce,
    /// The one of before holds until this one is noted.
    New,
}

/// What made a change, which tells how it is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    Act,
    /// Signed: nothing undoes it.
    Signed,
    Undo,
    Redo,
}

/// What was not done comes back as forbidden, or as what failed.
impl From<Trouble> for Reply {
    fn from(trouble: Trouble) -> Self {
        match trouble.kind {
            TroubleKind::Forbidden => Self::Refused(trouble.msg),
            _ => Self::Failed(trouble),
        }
    }
}

/// Everything that may come back.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// The store is open for this person.
    Opened {
        who: Who,
        demo: bool,
    },
    /// A new centre is made; its recovery key is to be noted next.
    Created {
        who: Who,
        name: SignInName,
        recovery: Shown,
    },
    /// A recovery key to be noted.
    Recovery(ToNote),
    /// The recovery key that the centre has had from its first day is noted.
    RecoveryNoted(Msg),
    Page(Page),
    /// Committed. `said` is what was done.
    Saved {
        change: ChangeId,
        said: Msg,
        deed: Deed,
    },
    /// Somebody changed one of the rows seen, by the change named; nothing was written.
    Conflict(Row, Option<Box<Past>>),
    /// The write should be looked at again before it is saved; nothing was written.
    Clash(Vec<Clash>, Box<Write>),
    /// A rule forbids it; nothing was written.
    Refused(Msg),
    /// It could not be done; nothing was written.
    Failed(Trouble),
    /// No centre is open: it had been asked before the store was closed, or before one signed in.
    NotOpen,
    DraftSaved(DraftKey),
    Rota(RotaPreview),
    /// What the import of a waiting list would do.
    Waiting(Box<WaitingPreview>),
    /// Files that may hold a waiting list.
    WaitingFiles(Vec<PathBuf>),
    Files(Vec<PathBuf>),
    Agenda(Box<AgendaPreview>),
    Agendas(Vec<PathBuf>),
    Printed(PathBuf),
    /// The trace is kept.
    Traced,
    AccountAdded(Account),
    /// Done, of the desk and not of the centre: nothing to undo.
    Done(Msg),
    Names(Vec<SignInName>),
    /// A copy somebody asked for was made and proven, or was not.
    Copied {
        said: Msg,
        bad: bool,
    },
    /// Another desk has changed the key of the centre: the store is closed, one signs in again.
    KeyChanged,
    /// The account that is signed in was closed, or has a new passphrase: nothing but drafts is taken any more.
    AccountClosed,
    WrongPassphrase,
    /// Another desk changed something.
    Changed,
    Unchanged,
    Closed,
}
