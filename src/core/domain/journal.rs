//! The journal of accesses: who signed in, opened, searched, printed, from which desk.
//!
//! It says what was done by numbers alone, never by a name or a word: whoever reads it has to be able to look up what a
//! number stands for. It is there for whoever asks who saw what; nobody is counted or compared by it.

use serde::{Deserialize, Serialize};

use super::account::AccountEventKind;
use super::briefing::Reader;
use super::leaflet::{CalendarOf, Leaflet};
use super::{AccountId, ChangeId, IsoWeek, ItemId, Msg, PageId, PersonId, Stamp, StayId, TraceId};

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $word:literal,)*) => {
        /// What leaves a trace.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum TraceKind {
            $($(#[$doc])* $kind,)*
        }

        impl TraceKind {
            /// Every kind.
            pub const ALL: [Self; [$($word),*].len()] = [$(Self::$kind),*];

            /// Identifier of its sentence in the language files.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$kind => $word,)*
                }
            }
        }
    };
}

kinds! {
    SignedIn = "journal-signed-in",
    /// A passphrase that was not that of the account.
    Failed = "journal-failed",
    /// The recovery key opened the store, for nobody in particular.
    RecoveredIn = "journal-recovered-in",
    Locked = "journal-locked",
    Left = "journal-left",
    /// A point, with its number.
    Point = "journal-point",
    Briefing = "journal-briefing",
    /// The transmission of a stay, with its number.
    Transmission = "journal-transmission",
    /// A week of the agenda: year and week in one number, 202649.
    Week = "journal-week",
    /// An entry of the agenda, with its number.
    Entry = "journal-entry",
    Statistics = "journal-statistics",
    /// The list of every point.
    Items = "journal-items",
    Sequels = "journal-sequels",
    /// What is known of the volunteers.
    Collective = "journal-collective",
    /// The patients whose appointments a withdrawal leaves.
    ToTell = "journal-to-tell",
    /// What the stays to come need.
    Prepared = "journal-prepared",
    /// A list of care around the relay.
    Care = "journal-care",
    /// The home visits of a day of a stay, with its number.
    Round = "journal-round",
    /// The page of a stay, with its number.
    StayFile = "journal-stay-file",
    LeftDrafts = "journal-left-drafts",
    Directory = "journal-directory",
    Booklet = "journal-booklet",
    /// The versions of a page of the booklet, with its number.
    Versions = "journal-versions",
    Noted = "journal-noted",
    Records = "journal-records",
    History = "journal-history",
    Accounts = "journal-accounts",
    Journal = "journal-journal",
    /// What hangs on a stay, with its number.
    Hanging = "journal-hanging",
    /// The codes of a page of the booklet were shown.
    Unmasked = "journal-unmasked",
    /// That something was searched, not what.
    Searched = "journal-searched",
    PrintedBriefing = "journal-printed-briefing",
    PrintedTransmission = "journal-printed-transmission",
    /// What the team has to do.
    PrintedToday = "journal-printed-today",
    PrintedBooklet = "journal-printed-booklet",
    PrintedSequels = "journal-printed-sequels",
    /// The home visits of a day of a stay, with its number.
    PrintedRound = "journal-printed-round",
    /// What left for those outside: of a week its year and number, of a planning its year.
    PrintedPoster = "journal-printed-poster",
    PrintedWeek = "journal-printed-week",
    PrintedPlanning = "journal-printed-planning",
    PrintedWelcome = "journal-printed-welcome",
    /// Regards croisés of a year, with that year.
    PrintedDifferences = "journal-printed-differences",
    /// Stays as a calendar: of a doctor, of a post, with its number.
    ExportedDoctorCalendar = "journal-exported-doctor-calendar",
    ExportedPostCalendar = "journal-exported-post-calendar",
    /// The bookings of something that is lent, with its number.
    ExportedAssetCalendar = "journal-exported-asset-calendar",
    ExportedRooms = "journal-exported-rooms",
    ExportedVolunteers = "journal-exported-volunteers",
    /// What is kept of a volunteer, with their number.
    PrintedVolunteer = "journal-printed-volunteer",
    /// The page of a stay, with its number.
    PrintedStay = "journal-printed-stay",
    ExportedFigures = "journal-exported-figures",
    ExportedWeek = "journal-exported-week",
    ExportedJournal = "journal-exported-journal",
    /// A file was read, and nothing of it written.
    PreviewedRota = "journal-previewed-rota",
    ImportedRota = "journal-imported-rota",
    PreviewedAgenda = "journal-previewed-agenda",
    PreviewedWaiting = "journal-previewed-waiting",
    ImportedAgenda = "journal-imported-agenda",
    /// A text was taken to the clipboard; not which.
    Clipboard = "journal-clipboard",
    /// A message was handed to the mail program; not to whom.
    Mail = "journal-mail",
    Copied = "journal-copied",
    /// The desk was locked or left while one was being made.
    CopyRunning = "journal-copy-running",
    /// Acts on an account, with its number.
    AccountAdded = "journal-account-added",
    AccountRenamed = "journal-account-renamed",
    AccountEnded = "journal-account-ended",
    AccountPassphrase = "journal-account-passphrase",
    AccountOwnPassphrase = "journal-account-own-passphrase",
    AccountRecovered = "journal-account-recovered",
    AccountOpened = "journal-account-opened",
    AccountConfirmed = "journal-account-confirmed",
    AccountKeyEntered = "journal-account-key-entered",
    /// After a restoration it was said who keeps an account.
    AccountsKept = "journal-accounts-kept",
    RecoveryShown = "journal-recovery-shown",
    RecoveryPrinted = "journal-recovery-printed",
    RecoveryWritten = "journal-recovery-written",
    /// It was said that it is noted, and from then on it holds.
    RecoveryNoted = "journal-recovery-noted",
    RecoveryGivenUp = "journal-recovery-given-up",
    RecoveryFileGone = "journal-recovery-file-gone",
}

impl TraceKind {
    /// Whether something was only looked at. Such a trace may wait a moment: it never keeps a reader waiting.
    #[must_use]
    pub const fn is_reading(self) -> bool {
        matches!(
            self,
            Self::Point
                | Self::Briefing
                | Self::Transmission
                | Self::Week
                | Self::Entry
                | Self::Statistics
                | Self::Items
                | Self::Sequels
                | Self::Collective
                | Self::ToTell
                | Self::Prepared
                | Self::Care
                | Self::Round
                | Self::StayFile
                | Self::LeftDrafts
                | Self::Directory
                | Self::Booklet
                | Self::Versions
                | Self::Noted
                | Self::Records
                | Self::History
                | Self::Accounts
                | Self::Journal
                | Self::Hanging
                | Self::Unmasked
                | Self::Searched
        )
    }

    /// What is done to an account.
    #[must_use]
    pub const fn of_account(kind: AccountEventKind) -> Self {
        match kind {
            AccountEventKind::Added => Self::AccountAdded,
            AccountEventKind::Renamed => Self::AccountRenamed,
            AccountEventKind::Ended => Self::AccountEnded,
            AccountEventKind::Passphrase => Self::AccountPassphrase,
            AccountEventKind::OwnPassphrase => Self::AccountOwnPassphrase,
            AccountEventKind::Recovered => Self::AccountRecovered,
            AccountEventKind::Opened => Self::AccountOpened,
            AccountEventKind::Confirmed => Self::AccountConfirmed,
            AccountEventKind::KeyEntered => Self::AccountKeyEntered,
        }
    }
}

/// What was done, and the number of what it was done with, where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Trace {
    pub kind: TraceKind,
    pub number: Option<i64>,
}

impl Trace {
    /// Something that has no number.
    #[must_use]
    pub const fn of(kind: TraceKind) -> Self {
        Self { kind, number: None }
    }

    /// Something that has a number.
    #[must_use]
    pub const fn on(kind: TraceKind, number: i64) -> Self {
        Self { kind, number: Some(number) }
    }

    /// A point.
    #[must_use]
    pub const fn point(item: ItemId) -> Self {
        Self::on(TraceKind::Point, item.0)
    }

    /// Something about the transmission of a stay.
    #[must_use]
    pub const fn stay(kind: TraceKind, stay: StayId) -> Self {
        Self::on(kind, stay.0)
    }

    /// A briefing, read or printed: that of a stay has its number.
    #[must_use]
    pub const fn briefing(kind: TraceKind, reader: Reader) -> Self {
        match reader {
            Reader::Stay(stay) => Self::stay(kind, stay),
            Reader::Team(_) => Self::of(kind),
        }
    }

    /// A week, read or written to a file.
    #[must_use]
    pub fn week(kind: TraceKind, week: IsoWeek) -> Self {
        Self::on(kind, i64::from(week.year()) * 100 + i64::from(week.number()))
    }

    /// Something that leaves for those outside.
    #[must_use]
    pub fn leaflet(leaflet: Leaflet) -> Self {
        match leaflet {
            Leaflet::Poster(week) => Self::week(TraceKind::PrintedPoster, week),
            Leaflet::Week(week) => Self::week(TraceKind::PrintedWeek, week),
            Leaflet::Welcome(week) => Self::week(TraceKind::PrintedWelcome, week),
            Leaflet::Calendar(CalendarOf::Doctor(doctor)) => Self::on(TraceKind::ExportedDoctorCalendar, doctor.0),
            Leaflet::Calendar(CalendarOf::Post(post)) => Self::on(TraceKind::ExportedPostCalendar, post.0),
            Leaflet::Calendar(CalendarOf::Asset(asset)) => Self::on(TraceKind::ExportedAssetCalendar, asset),
            Leaflet::Differences { year } => Self::on(TraceKind::PrintedDifferences, i64::from(year)),
            Leaflet::Planning { year, .. } => Self::on(TraceKind::PrintedPlanning, i64::from(year)),
        }
    }

    /// The codes of a page.
    #[must_use]
    pub const fn unmasked(page: PageId) -> Self {
        Self::on(TraceKind::Unmasked, page.0)
    }

    /// An act on an account.
    #[must_use]
    pub const fn account(kind: AccountEventKind, account: AccountId) -> Self {
        Self::on(TraceKind::of_account(kind), account.0)
    }

    /// The point it names, which can be opened.
    #[must_use]
    pub fn item(&self) -> Option<ItemId> {
        self.number.filter(|_| self.kind == TraceKind::Point).map(ItemId)
    }

    /// What was done, in words.
    #[must_use]
    pub fn msg(&self) -> Msg {
        let msg = Msg::new(self.kind.word());
        match (self.kind, self.number) {
            (
                TraceKind::Week
                | TraceKind::ExportedWeek
                | TraceKind::PrintedPoster
                | TraceKind::PrintedWeek
                | TraceKind::PrintedWelcome,
                Some(number),
            ) => match week_of(number) {
                Some(week) => msg.with("week", week.number().to_string()).with("year", week.year().to_string()),
                None => msg.with("week", number.to_string()).with("year", "?"),
            },
            (_, number) => msg.with("number", number.map_or_else(|| "?".to_owned(), |number| number.to_string())),
        }
    }
}

/// The week that stands in one number.
fn week_of(number: i64) -> Option<IsoWeek> {
    IsoWeek::new(i32::try_from(number / 100).ok()?, u32::try_from(number % 100).ok()?)
}

/// From where one is at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seat {
    /// The name of the machine.
    pub host: String,
    /// From another one, by the network.
    pub remote: bool,
}

impl Seat {
    /// The longest name that is kept; a machine's is no longer.
    const LONGEST: usize = 63;

    /// A machine by its name, of which what could not be drawn is left out.
    #[must_use]
    pub fn new(host: &str, remote: bool) -> Self {
        let host = host.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
        Self { host: host.take(Self::LONGEST).collect(), remote }
    }
}

/// A trace with who left it, when and from where: what is kept, before it has its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    pub at: Stamp,
    pub trace: Trace,
    pub person: Option<PersonId>,
    /// The account that was signed in; of a failure, the one it was tried on.
    pub account: Option<AccountId>,
    pub seat: Seat,
}

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    pub id: TraceId,
    pub left: Left,
}

/// What does not fit in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// The first entry that does not follow from the one before, or is not what was written.
    Broken(TraceId),
    /// The first entry that is known to have been there and is not.
    Missing(TraceId),
    /// It is not the one that a change knew: after that entry it was cut, or written anew.
    Unlike { change: ChangeId, after: TraceId },
}

impl Unfit {
    /// Said in the report of a check.
    #[must_use]
    pub fn msg(self) -> Msg {
        let of = |id: &'static str, entry: TraceId| Msg::new(id).with("entry", entry.0.to_string());
        match self {
            Self::Broken(entry) => of("check-journal", entry),
            Self::Missing(entry) => of("check-journal-missing", entry),
            Self::Unlike { change, after } => of("check-journal-unlike", after).with("change", change.0.to_string()),
        }
    }
}

/// Months that the journal is kept: what a centre can choose, and what it has at first.
pub const MONTHS: std::ops::RangeInclusive<u16> = 6..=12;
/// The longest, and the usual one.
pub const USUAL_MONTHS: u16 = 12;

/// The newest entries, as many as the screen shows.
pub const MOST_SHOWN: usize = 1000;

/// A page that is asked for again so soon, by the same person, is the one that is on the screen: a minute, in which
/// the desk has read it anew by itself, and what that takes.
const SAME_READING: i64 = 75_000;

/// What is being read: a page that stays on the screen is one reading, however often the desk asks for it anew.
#[derive(Debug, Clone, Default)]
pub struct Readings(Vec<(PersonId, Trace, Stamp)>);

impl Readings {
    /// Whether something is opened, and not only asked for again.
    pub fn opens(&mut self, person: PersonId, trace: Trace, at: Stamp) -> bool {
        self.0.retain(|(_, _, last)| (at.0 - last.0).abs() <= SAME_READING);
        if let Some((_, _, last)) = self.0.iter_mut().find(|(who, what, _)| (*who, *what) == (person, trace)) {
            *last = at;
            return false;
        }
        self.0.push((person, trace, at));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLAIRE: PersonId = PersonId(1);
    const POINT: Trace = Trace::point(ItemId(118));

    #[test]
    fn a_page_that_stays_on_the_screen_is_one_reading() {
        let mut readings = Readings::default();
        // Asked anew each minute, and after each change.
        let opened: Vec<i64> =
            (0..600).filter(|second| readings.opens(CLAIRE, POINT, Stamp(second * 10_000))).collect();
        assert_eq!(opened, [0]);
        let mut readings = Readings::default();
        let opened: Vec<i64> = (0..60).filter(|minute| readings.opens(CLAIRE, POINT, Stamp(minute * 61_000))).collect();
        assert_eq!(opened, [0]);
    }

    #[test]
    fn a_page_that_is_opened_again_later_or_by_another_is_another_reading() {
        let mut readings = Readings::default();
        assert!(readings.opens(CLAIRE, POINT, Stamp(0)));
        assert!(!readings.opens(CLAIRE, POINT, Stamp(60_000)));
        assert!(readings.opens(PersonId(2), POINT, Stamp(60_000)));
        assert!(readings.opens(CLAIRE, Trace::point(ItemId(119)), Stamp(60_000)));
        assert!(readings.opens(CLAIRE, Trace::of(TraceKind::Searched), Stamp(60_000)));
        assert!(readings.opens(CLAIRE, POINT, Stamp(60_000 + SAME_READING + 1)));
        // A clock that was set back by far is no reason to leave something out.
        assert!(readings.opens(CLAIRE, POINT, Stamp(-1_000_000)));
    }

    #[test]
    fn what_is_searched_and_who_is_looked_up_leave_no_number() {
        assert_eq!(Trace::of(TraceKind::Searched).number, None);
        let week = Trace::week(TraceKind::Week, IsoWeek::new(2026, 49).unwrap());
        assert_eq!(week.number, Some(202_649));
        assert!(format!("{:?}", week.msg()).contains("\"49\""), "{:?}", week.msg());
    }

    #[test]
    fn a_machine_is_named_by_what_can_be_drawn() {
        assert_eq!(Seat::new("poste-1.ajain", false).host, "poste-1.ajain");
        assert_eq!(Seat::new("a\u{1b}[2J\u{202e}b c", true).host, "a2Jbc");
        assert_eq!(Seat::new(&"x".repeat(400), false).host.len(), 63);
    }

    #[test]
    fn every_kind_has_a_sentence_of_its_own() {
        let words: std::collections::BTreeSet<_> = TraceKind::ALL.into_iter().map(TraceKind::word).collect();
        assert_eq!(words.len(), TraceKind::ALL.len());
    }
}
