//! What is done at the desk leaves its trace in the journal of accesses: by numbers, never a name or a word.
//!
//! Whoever signs in, prints, exports, imports or copies finds it written before they are answered. What is only read
//! goes along later (`store::journal`), and a page that stays on the screen is one reading (`domain::journal`).

use super::{Backend, Clock};
use crate::domain::act::Act;
use crate::domain::journal::{Left, Seat, Trace, TraceKind};
use crate::domain::rights::Right;
use crate::domain::{AccountEventId, AccountId, Now, PersonId, Stamp, Who};
use crate::protocol::{Document, Page, PatientPage, Query, Reply, Request};
use crate::store::{By, Store};

/// What a request leaves in the journal once it is carried out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks {
    trace: Option<Trace>,
    /// Where it may be something done to an account, the newest that was done before.
    accounts: Option<AccountEventId>,
    person: Option<PersonId>,
    at: Stamp,
}

impl Backend {
    /// The same at a machine of that name: tests are at none.
    #[must_use]
    pub fn with_seat(mut self, seat: Seat) -> Self {
        self.seat = seat;
        self
    }

    /// The same with a moment of one's choice at the desk: when something was done is the machine's to say.
    #[must_use]
    pub const fn at_a_chosen_moment(mut self) -> Self {
        self.chosen = true;
        self
    }

    /// What a request will leave, asked before it is carried out.
    pub(super) fn marks(&mut self, store: &Store, request: &Request) -> Marks {
        let (who, now) = told(request);
        let person = who.map(|who| who.person).or(self.person);
        if let Some(now) = now {
            self.last = self.truly(now).at;
        }
        if person.is_some() {
            self.acts = person;
        }
        let accounts =
            is_of_accounts(request).then(|| store.newest_account_event().unwrap_or(AccountEventId(i64::MAX)));
        Marks { trace: trace_of(request), accounts, person: person.or(self.acts), at: self.last }
    }

    /// Leaves it, where it was carried out.
    pub(super) fn leave_marks(&mut self, store: &mut Store, marks: Marks, reply: &Reply) {
        let mut waits = true;
        for trace in marks.trace.filter(|_| is_done(reply)).into_iter().chain(self.copied_trace()) {
            if trace.kind.is_reading() {
                let opens = marks.person.is_none_or(|person| self.readings.opens(person, trace, marks.at));
                if !opens {
                    continue;
                }
            } else {
                waits = false;
            }
            store.trace(self.left(trace, marks.person, self.account, marks.at));
        }
        if let (Some(before), Some(person)) = (marks.accounts, marks.person) {
            waits &= !self.leave_account_marks(store, before, By { person, now: marks.at.into() });
        }
        if waits {
            store.hurry_traces();
        } else {
            // What cannot be written is said in the log, and waits.
            let _ = store.write_traces();
        }
    }

    /// What somebody has done to accounts since an event; whether there was anything.
    pub(super) fn leave_account_marks(&self, store: &mut Store, since: AccountEventId, by: By) -> bool {
        // What cannot be read is in the journal of the accounts all the same.
        let done = store.account_events_by(by.person, since).unwrap_or_default();
        for event in &done {
            let number = event.account.map(|account| account.0);
            let trace = Trace { kind: TraceKind::of_account(event.kind), number };
            store.trace(self.left(trace, Some(by.person), self.account, by.now.at));
        }
        !done.is_empty()
    }

    /// Somebody has signed in: what failed while the store was closed is brought in before, and what is older than the
    /// centre keeps it is folded away where it is the coordination.
    pub(super) fn leave_sign_in(&mut self, kind: TraceKind, now: Now) {
        let now = self.truly(now);
        self.readings = crate::domain::journal::Readings::default();
        (self.last, self.acts) = (now.at, self.person);
        let Some(mut store) = self.store.take() else { return };
        let failures = self.vault.failures();
        let tried: Vec<_> = failures.iter().map(|(account, at)| (AccountId(*account), Stamp(*at))).collect();
        if !tried.is_empty() && store.bring_in_failures(&tried, &self.seat).is_ok() {
            self.vault.forget_failures(&failures);
        }
        store.trace(self.left(Trace::of(kind), self.person, self.account, now.at));
        let written = store.write_traces();
        let keeps = |person| store.may(Right::SeeJournal, By { person, now }).is_ok();
        // By a wrong clock nothing is old.
        if written.is_ok() && self.person.is_some_and(keeps) && self.doubts_clock(&store, now).is_none() {
            match store.fold_journal() {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "entries of the journal were folded away"),
                Err(error) => tracing::warn!(%error, "the journal could not be folded"),
            }
        }
        self.store = Some(store);
    }

    /// The desk is locked, or left: nothing more waits.
    pub(super) fn leave_desk(&mut self, kind: TraceKind, now: Now) {
        let now = self.truly(now);
        let running = self.copies.is_running().then(|| Trace::of(TraceKind::CopyRunning));
        let traces = self.copied_trace().into_iter().chain(running).chain([Trace::of(kind)]);
        let traces: Vec<Left> = traces.map(|t| self.left(t, self.person.or(self.acts), self.account, now.at)).collect();
        let Some(store) = &mut self.store else { return };
        for left in traces {
            store.trace(left);
        }
        let _ = store.write_traces();
    }

    /// Leaves a trace and writes it.
    pub(super) fn leave_now(&mut self, trace: Trace, now: Now) {
        let left = self.left(trace, self.person, self.account, self.truly(now).at);
        if let Some(store) = &mut self.store {
            store.trace(left);
            let _ = store.write_traces();
        }
    }

    /// The moment at which something is done, whatever moment is looked at.
    fn truly(&self, now: Now) -> Now {
        if self.chosen { Clock::Real.now() } else { now }
    }

    fn copied_trace(&mut self) -> Option<Trace> {
        self.copies.was_made().then(|| Trace::of(TraceKind::Copied))
    }

    fn left(&self, trace: Trace, person: Option<PersonId>, account: Option<AccountId>, at: Stamp) -> Left {
        Left { at, trace, person, account, seat: self.seat.clone() }
    }
}

/// A command that ends, or a desk that is given up, leaves what it has read.
impl Drop for Backend {
    fn drop(&mut self) {
        if let Some(store) = &mut self.store {
            let _ = store.write_traces();
        }
    }
}

/// The machine this runs on, and whether it is used from another one.
pub(super) fn here() -> Seat {
    let host = rustix::system::uname();
    Seat::new(&host.nodename().to_string_lossy(), std::env::var_os("SSH_CONNECTION").is_some())
}

/// Who and when, as far as a request says it.
fn told(request: &Request) -> (Option<Who>, Option<Now>) {
    match request {
        Request::Query(_, who, now)
        | Request::Write(_, who, now)
        | Request::CopyTo { who, now, .. }
        | Request::Undo(who, now)
        | Request::Redo(who, now)
        | Request::Revert(_, who, now)
        | Request::Print(_, who, now)
        | Request::Trace(_, who, now) => (Some(*who), Some(*now)),
        Request::SaveDraft(_, who) | Request::DropDraft(_, who) => (Some(*who), None),
        Request::Unlock { now, .. }
        | Request::SetUp(_, now)
        | Request::Close(now)
        | Request::Lock(now)
        | Request::KeepAccounts { now, .. }
        | Request::NewRecovery(now)
        | Request::RecoveryNoted(now)
        | Request::PrintRecovery(now)
        | Request::WriteRecovery(now)
        | Request::PreviewRota(_, now)
        | Request::PreviewAgenda(_, now)
        | Request::PreviewWaiting(_, now)
        | Request::AddAccount { now, .. }
        | Request::RenameAccount { now, .. }
        | Request::OpenAccount(_, now)
        | Request::ConfirmAccount(_, now)
        | Request::EndAccount(_, now)
        | Request::ResetPassphrase { now, .. } => (None, Some(*now)),
        Request::Demo
        | Request::Recovery
        | Request::GiveUpRecovery
        | Request::RecoveryFileGone(_)
        | Request::KeepTheme(_)
        | Request::ListFiles
        | Request::ListWaiting
        | Request::ListAgendas
        | Request::Poll
        | Request::Names => (None, None),
    }
}

/// Whether it may be something done to an account: what it was, the store says afterwards.
const fn is_of_accounts(request: &Request) -> bool {
    matches!(
        request,
        Request::AddAccount { .. }
            | Request::RenameAccount { .. }
            | Request::OpenAccount(..)
            | Request::ConfirmAccount(..)
            | Request::EndAccount(..)
            | Request::ResetPassphrase { .. }
            | Request::KeepAccounts { .. }
    )
}

/// What a request leaves, should it be carried out.
fn trace_of(request: &Request) -> Option<Trace> {
    let kind = match request {
        Request::Query(query, ..) => return reading(query),
        Request::Print(document, ..) => return Some(printed(document)),
        Request::Trace(trace, ..) => return Some(*trace),
        Request::PreviewRota(..) => TraceKind::PreviewedRota,
        Request::PreviewAgenda(..) => TraceKind::PreviewedAgenda,
        Request::PreviewWaiting(..) => TraceKind::PreviewedWaiting,
        Request::Write(write, ..) => match &write.act {
            Act::ImportRota(_) => TraceKind::ImportedRota,
            Act::ImportAgenda(_) => TraceKind::ImportedAgenda,
            // What was changed is in the log of changes, with its author.
            _ => return None,
        },
        Request::KeepAccounts { .. } => TraceKind::AccountsKept,
        Request::Recovery | Request::NewRecovery(_) => TraceKind::RecoveryShown,
        Request::RecoveryNoted(_) => TraceKind::RecoveryNoted,
        Request::GiveUpRecovery => TraceKind::RecoveryGivenUp,
        Request::PrintRecovery(_) => TraceKind::RecoveryPrinted,
        Request::WriteRecovery(_) => TraceKind::RecoveryWritten,
        Request::RecoveryFileGone(_) => TraceKind::RecoveryFileGone,
        // Signing in, locking and leaving have their own place; a copy leaves its trace once it is made, an account
        // what was done to it.
        Request::Unlock { .. }
        | Request::SetUp(..)
        | Request::Demo
        | Request::Close(_)
        | Request::Lock(_)
        | Request::CopyTo { .. }
        | Request::AddAccount { .. }
        | Request::RenameAccount { .. }
        | Request::OpenAccount(..)
        | Request::ConfirmAccount(..)
        | Request::EndAccount(..)
        | Request::ResetPassphrase { .. }
        // In the log of changes, or nothing that anybody sees.
        | Request::Undo(..)
        | Request::Redo(..)
        | Request::Revert(..)
        | Request::SaveDraft(..)
        | Request::DropDraft(..)
        | Request::KeepTheme(_)
        | Request::ListFiles
        | Request::ListWaiting
        | Request::ListAgendas
        | Request::Poll
        | Request::Names => return None,
    };
    Some(Trace::of(kind))
}

/// What is opened; nothing where it is around every screen, or comes with another page.
fn reading(query: &Query) -> Option<Trace> {
    let kind = match query {
        Query::Frame | Query::FrameSince(_) | Query::Drafts | Query::AccountEvents => return None,
        Query::Week(week) => return Some(Trace::week(TraceKind::Week, *week)),
        Query::Briefing(reader) => return Some(Trace::briefing(TraceKind::Briefing, *reader)),
        Query::Transmission(stay) => return Some(Trace::stay(TraceKind::Transmission, *stay)),
        Query::StayFile(stay) => return Some(Trace::stay(TraceKind::StayFile, *stay)),
        Query::Hanging(stay) => return Some(Trace::stay(TraceKind::Hanging, *stay)),
        Query::Thread(item) => return Some(Trace::point(*item)),
        Query::Entry(entry) => return Some(Trace::on(TraceKind::Entry, entry.0)),
        Query::Versions(page) => return Some(Trace::on(TraceKind::Versions, page.0)),
        Query::Search(text) if text.is_empty() => TraceKind::Items,
        Query::Find(text) if text.is_empty() => return None,
        // Beside every search it is asked whether what is typed is the number of a file.
        Query::Patient(text) if !PatientPage::is_file(text) => return None,
        Query::Search(_) | Query::Find(_) | Query::Patient(_) => TraceKind::Searched,
        Query::Differences(year) => return Some(Trace::on(TraceKind::PrintedDifferences, i64::from(*year))),
        Query::Statistics { .. } => TraceKind::Statistics,
        Query::Records(_) => TraceKind::Records,
        Query::Noted => TraceKind::Noted,
        Query::Directory => TraceKind::Directory,
        Query::Booklet => TraceKind::Booklet,
        Query::History => TraceKind::History,
        Query::LeftDrafts => TraceKind::LeftDrafts,
        Query::Accounts => TraceKind::Accounts,
        Query::Sequels => TraceKind::Sequels,
        Query::Collective => TraceKind::Collective,
        Query::ToTell => TraceKind::ToTell,
        Query::Round { stay, .. } => return Some(Trace::stay(TraceKind::Round, *stay)),
        Query::Care(_) => TraceKind::Care,
        Query::Prepared | Query::Lent(_) | Query::Asset(_) => TraceKind::Prepared,
        Query::Journal(_) => TraceKind::Journal,
    };
    Some(Trace::of(kind))
}

fn printed(document: &Document) -> Trace {
    match document {
        Document::Briefing(reader) => Trace::briefing(TraceKind::PrintedBriefing, *reader),
        Document::Handover(stay) => Trace::stay(TraceKind::PrintedTransmission, *stay),
        Document::Booklet => Trace::of(TraceKind::PrintedBooklet),
        Document::Sequels => Trace::of(TraceKind::PrintedSequels),
        Document::Figures { .. } => Trace::of(TraceKind::ExportedFigures),
        Document::Volunteers { .. } => Trace::of(TraceKind::ExportedVolunteers),
        Document::Stay(stay) => Trace::stay(TraceKind::PrintedStay, *stay),
        Document::Round(stay, _) => Trace::stay(TraceKind::PrintedRound, *stay),
        Document::Leaflet(leaflet) => Trace::leaflet(*leaflet),
        Document::Volunteer(person) => Trace::on(TraceKind::PrintedVolunteer, person.0),
    }
}

/// Whether something came of it.
const fn is_done(reply: &Reply) -> bool {
    match reply {
        Reply::Page(
            Page::Thread(None)
            | Page::Entry(None)
            | Page::Transmission(None)
            | Page::Hanging(None)
            | Page::StayFile(None)
            | Page::Asset(None)
            | Page::Round(None),
        ) => false,
        Reply::Page(_)
        | Reply::Saved { .. }
        | Reply::Printed(_)
        | Reply::Rota(_)
        | Reply::Waiting(_)
        | Reply::Agenda(_)
        | Reply::Done(_)
        | Reply::Recovery(_)
        | Reply::RecoveryNoted(_)
        | Reply::Traced => true,
        _ => false,
    }
}
