//! What stands behind the desk: keys, store, files. Answers requests one at a time.
//!
//! The store's thread owns one; a command line or a test asks it directly.

mod accounts;
pub mod copies;
mod copying;
pub mod files;
mod leaflets;
mod lost;
pub mod moment;
mod presence;
mod printer;
mod recovery;
mod restored;
mod set_up;
mod traces;
mod verifying;
mod visits;

use std::path::PathBuf;
use std::sync::Arc;

pub use moment::Clock;
pub use printer::Printer;

use self::presence::Presence;
use crate::demo;
pub use crate::demo::Town;
use crate::domain::alert::Alert;
use crate::domain::briefing::Reader;
use crate::domain::journal::{Readings, Seat, TraceKind};
use crate::domain::leaflet::Leaflet;
use crate::domain::rights::{self, Right};
use crate::domain::{
    AccountEventKind, AccountId, Day, Msg, Now, PersonId, PostId, Stamp, StayId, Trouble, TroubleKind, Who, clock,
};
use crate::exchange::sheet::{self, Format, LeafletFormat, SheetCx};
use crate::exchange::{figures, picture, sequels, stay_page, volunteers};
use crate::folder::Folder;
use crate::protocol::question::{self, Question};
use crate::protocol::{Document, FiguresFormat, FramePage, Page, Query, Reply, Request, SignInName, VolunteersFormat};
use crate::store::{By, Store, StoreError};
use crate::vault::{DataKey, RecoveryKey, Vault};
use crate::words::{Lang, StayWords, Words};

/// As whom the fictional centre opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum As {
    /// The doctor whose stay it is, on the first post.
    Doctor,
    /// The doctor of the second post, where there is one.
    Doctor2,
    Coordination,
    Assistant,
    Nurse,
    HeadOffice,
    FiguresOnly,
}

/// The fictional centre asked for.
#[derive(Debug, Clone, Copy)]
pub struct Fiction {
    pub centre: Town,
    pub seed: u64,
    /// The moment it opens at.
    pub now: Now,
    /// Otherwise as whoever has work at that hour.
    pub who: Option<As>,
}

/// Keys, store and files behind the desk.
pub struct Backend {
    folder: Folder,
    vault: Vault,
    lang: Lang,
    fiction: Fiction,
    /// The fictional centre, where it was played already.
    played: Option<Arc<Played>>,
    store: Option<Store>,
    /// The open store's key: needed to entitle a further account.
    key: Option<DataKey>,
    /// The account that is signed in; none in the fictional centre.
    account: Option<AccountId>,
    /// The recovery key that is to be noted, as long as this desk can show it.
    recovery: Option<RecoveryKey>,
    printer: Printer,
    /// Tells other desks that the store is open here.
    presence: Option<Presence>,
    /// Whose account that is: who acts, whatever a request says.
    person: Option<PersonId>,
    /// The key files as they were when the store was opened.
    keys_seen: String,
    /// What its copies know the open centre by.
    centre: Option<String>,
    copies: copying::Copies,
    verifying: verifying::Verifying,
    /// What came of a copy somebody asked for, until it is told.
    copied: Option<Reply>,
    /// The machine this desk is at.
    seat: Seat,
    /// It shows another moment than the machine does.
    chosen: bool,
    /// What is being read.
    readings: Readings,
    /// The moment that was told last, and by whom: of what carries neither.
    last: Stamp,
    acts: Option<PersonId>,
}

impl Backend {
    /// A backend with nothing open yet.
    #[must_use]
    pub fn new(folder: Folder, lang: Lang, fiction: Fiction) -> Self {
        let vault = Vault::new(folder.keys());
        Self {
            folder,
            vault,
            lang,
            fiction,
            played: None,
            store: None,
            key: None,
            account: None,
            recovery: None,
            printer: Printer::default(),
            presence: None,
            person: None,
            keys_seen: String::new(),
            centre: None,
            copies: copying::Copies::default(),
            verifying: verifying::Verifying::default(),
            copied: None,
            seat: traces::here(),
            chosen: false,
            readings: Readings::default(),
            last: Stamp(0),
            acts: None,
        }
    }

    /// The same with another vault: tests derive keys with less work.
    #[must_use]
    pub fn with_vault(mut self, vault: Vault) -> Self {
        self.vault = vault;
        self
    }

    /// The same with a fictional centre that was played before, at the same moment.
    #[must_use]
    pub fn with_played(mut self, played: Arc<Played>) -> Self {
        self.played = Some(played);
        self
    }

    /// Where the data lie.
    #[must_use]
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Whether a store is open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.store.is_some()
    }

    /// Who may sign in; nobody when there is no store yet.
    ///
    /// # Errors
    /// When the list of accounts cannot be read.
    pub fn names(&self) -> Result<Vec<SignInName>, Trouble> {
        match Store::is_at(&self.folder.store()) {
            Ok(false) => {
                self.nothing_is_missing()?;
                return Ok(Vec::new());
            }
            Err(error @ StoreError::Empty) => return Err(self.why_closed(error)),
            // What else there is to say is said by who opens it.
            _ => {}
        }
        let names = self.vault.names()?;
        Ok(names.into_iter().map(|(id, label)| SignInName { id: AccountId(id), label }).collect())
    }

    /// Why the store does not open; of one that is empty, also where the newest copy of it is.
    fn why_closed(&self, error: StoreError) -> Trouble {
        let StoreError::Empty = error else { return error.into() };
        let copy = match copies::remembered(&self.folder) {
            Some(note) => note.msg(),
            None => Msg::new("check-no-copy"),
        };
        TroubleKind::LostWithCopy.with(Msg::new("backend-store-empty").with("copy", copy))
    }

    /// Answers a request. What failed is also written into the log, by its identifier alone.
    pub fn answer(&mut self, request: Request) -> Reply {
        let reply = self.reply(request);
        match &reply {
            Reply::Failed(trouble) => tracing::error!(id = %trouble.msg.id, "failed"),
            Reply::WrongPassphrase => tracing::warn!("wrong passphrase"),
            _ => {}
        }
        reply
    }

    /// Answers a question, as any other request.
    ///
    /// # Errors
    /// The sentence that says why not.
    pub fn ask<Q: Question>(&mut self, question: Q, who: Who, now: Now) -> Result<Q::Answer, Trouble> {
        match self.answer(Request::Query(question.query(), who, now)) {
            Reply::Page(page) => Q::answer(page).ok_or_else(|| Msg::new("cli-unexpected").into()),
            Reply::Failed(trouble) => Err(trouble),
            Reply::Refused(msg) => Err(TroubleKind::Forbidden.with(msg)),
            Reply::NotOpen => Err(Msg::new("backend-closed").into()),
            _ => Err(Msg::new("cli-unexpected").into()),
        }
    }

    fn reply(&mut self, request: Request) -> Reply {
        match request {
            Request::Unlock { account, passphrase, now } => self.unlock(account, &passphrase, now),
            Request::SetUp(set_up, now) => self.set_up(&set_up, now).unwrap_or_else(Reply::from),
            Request::Demo => self.demo(),
            Request::Close(now) => {
                self.leave_desk(TraceKind::Left, now);
                self.close();
                Reply::Closed
            }
            Request::Lock(now) => {
                self.leave_desk(TraceKind::Locked, now);
                self.close();
                self.copies.finish();
                Reply::Closed
            }
            Request::Names => self.names().map_or_else(Reply::from, Reply::Names),
            Request::ListFiles => Reply::Files(files::spreadsheets()),
            Request::ListWaiting => Reply::WaitingFiles(files::spreadsheets()),
            Request::ListAgendas => Reply::Agendas(files::agendas()),
            other => match self.store.take() {
                None => Reply::NotOpen,
                // Whoever was sent away keeps what they were writing, and nothing else.
                Some(store)
                    if self.is_sent_away(&store)
                        && !matches!(other, Request::SaveDraft(..) | Request::DropDraft(..)) =>
                {
                    self.store = Some(store);
                    Reply::AccountClosed
                }
                Some(mut store) => {
                    let reply = self.with_store(&mut store, other);
                    if self.key_has_changed(&reply) {
                        drop(store);
                        self.close();
                        return Reply::KeyChanged;
                    }
                    self.store = Some(store);
                    reply
                }
            },
        }
    }

    /// The request as it is carried out: by whoever is signed in.
    fn signed_in(&self, request: Request) -> Result<Request, Trouble> {
        Ok(match request {
            // Opened by the recovery key: the people of the centre, to choose from.
            Request::Query(Query::Frame, who, now) => {
                Request::Query(Query::Frame, self.acting(who).unwrap_or(who), now)
            }
            Request::Query(query, who, now) => Request::Query(query, self.acting(who)?, now),
            Request::CopyTo { folder, who, now } => Request::CopyTo { folder, who: self.acting(who)?, now },
            Request::Write(write, who, now) => Request::Write(write, self.acting(who)?, now),
            Request::Undo(who, now) => Request::Undo(self.acting(who)?, now),
            Request::Redo(who, now) => Request::Redo(self.acting(who)?, now),
            Request::Revert(change, who, now) => Request::Revert(change, self.acting(who)?, now),
            Request::SaveDraft(draft, who) => Request::SaveDraft(draft, self.acting(who)?),
            Request::DropDraft(key, who) => Request::DropDraft(key, self.acting(who)?),
            Request::Print(document, who, now) => Request::Print(document, self.acting(who)?, now),
            Request::Trace(trace, who, now) => Request::Trace(trace, self.acting(who)?, now),
            // They carry nobody: the accounts ask who is signed in, the others write nothing.
            other @ (Request::Unlock { .. }
            | Request::SetUp(..)
            | Request::Demo
            | Request::Close(_)
            | Request::KeepAccounts { .. }
            | Request::Recovery
            | Request::NewRecovery(_)
            | Request::RecoveryNoted(_)
            | Request::GiveUpRecovery
            | Request::PrintRecovery(_)
            | Request::WriteRecovery(_)
            | Request::RecoveryFileGone(_)
            | Request::Lock(_)
            | Request::KeepTheme(_)
            | Request::ListFiles
            | Request::PreviewRota(..)
            | Request::ListWaiting
            | Request::PreviewWaiting(..)
            | Request::ListAgendas
            | Request::PreviewAgenda(..)
            | Request::AddAccount { .. }
            | Request::Poll
            | Request::Names
            | Request::RenameAccount { .. }
            | Request::OpenAccount(..)
            | Request::ConfirmAccount(..)
            | Request::EndAccount(..)
            | Request::ResetPassphrase { .. }) => other,
        })
    }

    fn with_store(&mut self, store: &mut Store, request: Request) -> Reply {
        let request = match self.signed_in(request) {
            Ok(request) => request,
            Err(trouble) => return trouble.into(),
        };
        let marks = self.marks(store, &request);
        let reply = self.carry_out(store, request);
        self.leave_marks(store, marks, &reply);
        reply
    }

    fn carry_out(&mut self, store: &mut Store, request: Request) -> Reply {
        match request {
            Request::Query(query, who, now) => {
                let mut reply = page(store, &query, who, now);
                if let Reply::Page(Page::Frame(frame)) = &mut reply {
                    self.with_copies(frame, now);
                    self.with_keys(store, frame, who);
                    self.with_store_state(store, frame);
                    self.with_verified(frame);
                    if let Some(why) = self.doubts_clock(store, now) {
                        frame.alerts.insert(0, Alert::Clock(why));
                    }
                    theirs(frame, who, now);
                }
                reply
            }
            Request::CopyTo { folder, who, now } => self.copy_to(store, &folder, who, now).unwrap_or_else(Reply::from),
            Request::Write(write, who, now) => store.write(&write, who, now),
            Request::Undo(who, now) => store.undo(who, now),
            Request::Redo(who, now) => store.redo(who, now),
            Request::Revert(change, who, now) => store.revert(change, who, now),
            Request::SaveDraft(draft, who) => store.save_draft(&draft, who),
            Request::DropDraft(key, who) => store.drop_draft(&key, who),
            Request::PreviewRota(path, now) => {
                let may = self.may_import(store, Right::Rota, now);
                may.and_then(|()| files::rota(store, &path, now)).unwrap_or_else(Reply::from)
            }
            Request::PreviewWaiting(path, now) => {
                let may = self.may_import(store, Right::Points, now);
                may.and_then(|()| files::waiting(store, &path, now)).unwrap_or_else(Reply::from)
            }
            // The reader of that format ends the program then.
            Request::PreviewAgenda(_, now) if moment::is_before_all() => {
                Reply::Failed(clock::impossible(now.at).into())
            }
            Request::PreviewAgenda(path, now) => {
                let may = self.may_import(store, Right::Agenda, now);
                may.and_then(|()| files::agenda(store, &path, now)).unwrap_or_else(Reply::from)
            }
            Request::Print(document, who, now) => {
                self.print(store, &document, who, now).map_or_else(Reply::from, Reply::Printed)
            }
            Request::AddAccount { person, passphrase, now } => self
                .by(now)
                .and_then(|by| self.add_account(store, person, &passphrase, by))
                .map_or_else(Reply::from, Reply::AccountAdded),
            Request::Trace(..) => Reply::Traced,
            Request::Poll => {
                store.look_at_traces();
                if let Some(reply) = self.copied.take().or_else(|| self.copies.poll()) {
                    reply
                } else if self.verified(store) || store.changed() {
                    Reply::Changed
                } else {
                    Reply::Unchanged
                }
            }
            Request::RenameAccount { account, label, now } => self
                .by(now)
                .and_then(|by| self.rename_account(store, account, &label, by))
                .map_or_else(Reply::from, Reply::Done),
            Request::OpenAccount(account, now) => {
                self.by(now).and_then(|by| Self::open_account(store, account, by)).map_or_else(Reply::from, Reply::Done)
            }
            Request::ConfirmAccount(account, now) => self
                .by(now)
                .and_then(|by| Self::confirm_account(store, account, by))
                .map_or_else(Reply::from, Reply::Done),
            Request::EndAccount(account, now) => {
                self.end_account(store, account, now).map_or_else(Reply::from, Reply::Done)
            }
            Request::ResetPassphrase { account, passphrase, now } => {
                let own = self.account == Some(account);
                let how = if own { AccountEventKind::OwnPassphrase } else { AccountEventKind::Passphrase };
                self.by(now)
                    .and_then(|by| self.reset_passphrase(store, account, &passphrase, how, by))
                    .map_or_else(Reply::from, Reply::Done)
            }
            Request::KeepAccounts { kept, now } => {
                self.keep_accounts(store, &kept, now).map_or_else(Reply::from, Reply::Done)
            }
            Request::KeepTheme(name) => self.keep_theme(name).map_or_else(Reply::from, Reply::Done),
            Request::Recovery => self.recovery_card(store).unwrap_or_else(Reply::from),
            Request::NewRecovery(now) => self.new_recovery(store, now).unwrap_or_else(Reply::from),
            Request::RecoveryNoted(now) => self.recovery_noted(store, now).unwrap_or_else(Reply::from),
            Request::GiveUpRecovery => self.give_up_recovery(store).map_or_else(Reply::from, Reply::Done),
            Request::PrintRecovery(now) => self.print_recovery(store, now).map_or_else(Reply::from, Reply::Done),
            Request::WriteRecovery(now) => self.write_recovery(store, now).map_or_else(Reply::from, Reply::Done),
            Request::RecoveryFileGone(path) => {
                Self::recovery_file_gone(store, &path).map_or_else(Reply::from, Reply::Done)
            }
            Request::Unlock { .. }
            | Request::SetUp(..)
            | Request::Demo
            | Request::Close(_)
            | Request::Lock(_)
            | Request::Names
            | Request::ListFiles
            | Request::ListWaiting
            | Request::ListAgendas => Reply::NotOpen,
        }
    }

    /// Whether whoever is signed in may import: what is compared with the file is read, too. In the fictional centre a
    /// request carries nobody, and the act is asked.
    fn may_import(&self, store: &Store, right: Right, now: Now) -> Result<(), Trouble> {
        let Some(person) = self.person else { return Ok(()) };
        Ok(store.may(right, By { person, now })?)
    }

    /// Keeps the colours of this desk beside its store; those of the fictional centre go with it.
    fn keep_theme(&self, name: &str) -> Result<Msg, Trouble> {
        if self.key.is_none() {
            return Ok(Msg::new("theme-for-now"));
        }
        crate::folder::write_private(&self.folder.theme(), name.as_bytes())
            .map_err(|e| Msg::new("theme-not-kept").with("reason", e.to_string()))?;
        Ok(Msg::new("theme-kept"))
    }

    /// Whether the clock can be right, before anybody has signed in: by the files themselves.
    #[must_use]
    pub fn doubts_clock_of_files(&self, now: Now) -> Option<Msg> {
        let made = copies::remembered(&self.folder).map(|note| note.card.made);
        clock::doubt(now.at, moment::written(&self.folder.store()).max(made))
    }

    /// Whether the clock can be right, by what the open store says; in the fictional centre it always is.
    fn doubts_clock(&self, store: &Store, now: Now) -> Option<Msg> {
        self.key.as_ref()?;
        // A store that cannot be read is said elsewhere.
        clock::doubt(now.at, store.latest_of_newest().ok()?)
    }

    fn demo(&mut self) -> Reply {
        let opened = match &self.played {
            None => demo_store(self.fiction),
            Some(played) => Store::of_image(&played.image)
                .map_err(Trouble::from)
                .and_then(|store| opened_by(store, played.doctors, self.fiction)),
        };
        match opened {
            Ok((store, who)) => {
                self.store = Some(store);
                self.person = Some(who.person);
                self.leave_sign_in(TraceKind::SignedIn, self.fiction.now);
                self.note_missed_visits(who, self.fiction.now);
                self.person = None;
                Reply::Opened { who, demo: true }
            }
            Err(trouble) => trouble.into(),
        }
    }

    /// Whether somebody has a right in the open store.
    ///
    /// # Errors
    /// The sentence that says who has.
    pub fn may(&self, right: Right, who: Who, now: Now) -> Result<(), Trouble> {
        let store = self.store.as_ref().ok_or_else(|| Msg::new("backend-closed"))?;
        Ok(store.may(right, By { person: who.person, now })?)
    }

    /// Whether somebody may take something out of the open store, on paper or into a file: of a doctor their own sheets.
    ///
    /// # Errors
    /// The sentence that says who may.
    pub fn may_take(&self, right: Right, whose: Option<Reader>, who: Who, now: Now) -> Result<(), Trouble> {
        let store = self.store.as_ref().ok_or_else(|| Msg::new("backend-closed"))?;
        may_take(store, right, whose, who, now)
    }

    /// Something for those outside, as whoever asks may take it out.
    ///
    /// # Errors
    /// The sentence that says who may, or why it cannot be made.
    pub fn leaflet(
        &self,
        leaflet: Leaflet,
        format: LeafletFormat,
        words: &Words,
        who: Who,
        now: Now,
    ) -> Result<Vec<u8>, Trouble> {
        let store = self.store.as_ref().ok_or_else(|| Msg::new("backend-closed"))?;
        may_take(store, leaflet.right(), None, who, now)?;
        let frame = whole(store, who, now)?;
        leaflets::made(store, leaflet, &self.sheet_cx(store, &frame, words, who, now), who, format)
    }

    /// The home visits of a day of a stay, as whoever asks may take them out.
    ///
    /// # Errors
    /// The sentence that says who may, or why it cannot be made.
    pub fn round(
        &self,
        (stay, day): (StayId, Day),
        format: LeafletFormat,
        words: &Words,
        who: Who,
        now: Now,
    ) -> Result<Vec<u8>, Trouble> {
        let store = self.store.as_ref().ok_or_else(|| Msg::new("backend-closed"))?;
        may_take(store, Right::Print, Some(Reader::Stay(stay)), who, now)?;
        let frame = whole(store, who, now)?;
        visits::round(store, stay, day, &self.sheet_cx(store, &frame, words, who, now), who, format)
    }

    /// What a sheet needs beside its subject.
    fn sheet_cx<'a>(&self, store: &Store, frame: &'a FramePage, words: &'a Words, who: Who, now: Now) -> SheetCx<'a> {
        SheetCx {
            words,
            rota: &frame.rota,
            centre: &frame.centre,
            now,
            author: frame.rota.people.short(who.author()),
            head: self.key.as_ref().and_then(|_| store.newest().ok()),
        }
    }

    fn print(&self, store: &Store, document: &Document, who: Who, now: Now) -> Result<PathBuf, Trouble> {
        may_take(store, document.right(), document.whose(), who, now)?;
        let frame = whole(store, who, now)?;
        let words = Words::new(Lang::of(&frame.centre.lang).unwrap_or(self.lang)).on(now.day);
        let cx = self.sheet_cx(store, &frame, &words, who, now);
        let (bytes, name) = match document {
            Document::Briefing(reader) => {
                let briefing = store.ask(question::Briefing(*reader), who, now)?;
                let week = briefing.stay.as_ref().map_or(now.day.week(), crate::domain::Stay::week);
                (sheet::briefing(&briefing, &cx, Format::Pdf)?, format!("briefing-{week}.pdf"))
            }
            Document::Handover(stay) => {
                let transmission = store.ask(question::Transmission(*stay), who, now)?;
                let transmission = transmission.ok_or_else(|| Msg::new("store-gone"))?;
                let week = transmission.stay.week();
                (sheet::handover(&transmission, &cx, Format::Pdf)?, format!("transmission-{week}.pdf"))
            }
            Document::Booklet => {
                let pages = store.ask(question::Booklet, who, now)?;
                let pages: Vec<_> = pages.into_iter().map(|kept| kept.what).collect();
                (sheet::booklet(&pages, &cx).into_bytes(), "livret.html".to_owned())
            }
            Document::Sequels => {
                let all = store.ask(question::Sequels, who, now)?;
                let said = sequels::to_tell(&all, &frame.rota.people, &words);
                (said.into_bytes(), format!("suites-{}.txt", now.day.date()))
            }
            Document::Figures { period, before, post, format } => {
                let question = question::Statistics { period: *period, before: *before, post: *post };
                let statistics = store.ask(question, who, now)?;
                let name = post.map(|id| frame.rota.post_name(id));
                let leaving = figures::Leaving::new(&statistics, &frame.centre, name, now.day, &words);
                let days = match post {
                    Some(post) => format!("{}-{}-{post}", period.from.date(), period.to.date()),
                    None => format!("{}-{}", period.from.date(), period.to.date()),
                };
                match format {
                    FiguresFormat::Csv => (figures::csv(&leaving), format!("statistiques-{days}.csv")),
                    FiguresFormat::Xlsx if moment::is_before_all() => {
                        return Err(clock::impossible(now.at).into());
                    }
                    FiguresFormat::Xlsx => (figures::xlsx(&leaving)?, format!("statistiques-{days}.xlsx")),
                    FiguresFormat::Svg(code) => {
                        let svg = picture::svg(&leaving, *code).ok_or_else(|| Msg::new("stats-chart-of-centre"))?;
                        (svg.into_bytes(), format!("{}-{days}.svg", code.code()))
                    }
                }
            }
            Document::Volunteers { only, format } => {
                let known = store.ask(question::Collective, who, now)?;
                let people = &frame.rota.people;
                let list = volunteers::Volunteers { people, known: &known, only: only.as_ref(), today: now.day };
                match format {
                    VolunteersFormat::Csv => (list.csv(&words), format!("medecins-{}.csv", now.day.date())),
                    VolunteersFormat::Emails => {
                        (list.emails().into_bytes(), format!("medecins-adresses-{}.txt", now.day.date()))
                    }
                    VolunteersFormat::Xlsx if moment::is_before_all() => {
                        return Err(clock::impossible(now.at).into());
                    }
                    VolunteersFormat::Xlsx => (list.xlsx(&words)?, format!("medecins-{}.xlsx", now.day.date())),
                }
            }
            Document::Volunteer(id) => {
                let known = store.ask(question::Collective, who, now)?;
                let person = frame.rota.people.get(*id).ok_or_else(|| Msg::new("store-gone"))?;
                let parts = volunteers::sheet(person, &known, &frame.centre.name, now.day, &words);
                (sheet::notice(person.full(), parts, &words, now)?, format!("medecin-{id}.pdf"))
            }
            Document::Stay(stay) => {
                let file = store.ask(question::StayFile(*stay), who, now)?.ok_or_else(|| Msg::new("store-gone"))?;
                let parts = stay_page::sheet(&file, &frame.rota, &frame.centre.name, now.day, &words);
                let title = StayWords { words: &words, rota: &frame.rota, today: now.day }.title(&file.stay);
                (sheet::notice(title, parts, &words, now)?, format!("sejour-{}-{stay}.pdf", file.stay.week()))
            }
            Document::Round(stay, day) => {
                let bytes = visits::round(store, *stay, *day, &cx, who, LeafletFormat::Pdf)?;
                (bytes, format!("tournee-{}.pdf", day.date()))
            }
            Document::Leaflet(leaflet) => {
                (leaflets::made(store, *leaflet, &cx, who, LeafletFormat::Pdf)?, leaflets::name(*leaflet))
            }
        };
        self.folder.write_sheet(&name, &bytes).map_err(|e| io_msg(&e.into()).into())
    }
}

/// The fictional centre as it stands at one moment, to be opened any number of times.
///
/// Tests open one history many times; playing four years of it again for each takes most of their time.
#[derive(Debug)]
pub struct Played {
    image: Vec<u8>,
    doctors: [Option<Who>; 2],
}

impl Played {
    /// Plays the history up to the moment asked for; who opens it does not matter.
    ///
    /// # Errors
    /// The sentence of the step that a rule refused.
    pub fn new(fiction: Fiction) -> Result<Self, Trouble> {
        let (store, doctors) = play(fiction)?;
        Ok(Self { image: store.into_image()?, doctors })
    }
}

/// The fictional centre in memory, through the same door as a real one, and who opens it.
///
/// # Errors
/// The sentence of the step that a rule refused: the fictional history must be a lawful one.
pub fn demo_store(fiction: Fiction) -> Result<(Store, Who), Trouble> {
    let (store, doctors) = play(fiction)?;
    opened_by(store, doctors, fiction)
}

/// Plays the history, and says who are the doctors of the day on the first and the second post.
fn play(fiction: Fiction) -> Result<(Store, [Option<Who>; 2]), Trouble> {
    let days = demo::days(fiction.centre);
    let date = |day: &Day| day.date().format("%d/%m/%Y").to_string();
    if !days.contains(&fiction.now.day) {
        return Err(Msg::new("cli-today-fiction").with("from", date(days.start())).with("to", date(days.end())).into());
    }
    let mut store = Store::memory()?;
    let steps = demo::steps(fiction.centre, fiction.seed, fiction.now);
    store.play(steps.iter().map(|step| (&step.write, step.who, step.now)))?;
    let doctors = [1, 2].map(|post| demo::doctor_at(&steps, PostId(post), fiction.now.day).map(Who::is));
    Ok((store, doctors))
}

fn opened_by(mut store: Store, doctors: [Option<Who>; 2], fiction: Fiction) -> Result<(Store, Who), Trouble> {
    store.begin_session()?;
    let coordination = Who::is(demo::COORDINATION);
    let rota = frame(&store, coordination, fiction.now)?.rota;
    let today = fiction.now.day;
    let at_work = |doctor: &Who| {
        rota.stay_of(doctor.person, today)
            .is_some_and(|s| rota.first_day(s) == today || (rota.due_day(s) == today && !rota.is_signed(s.id)))
    };
    let who = match fiction.who {
        Some(As::Doctor) => doctors[0],
        Some(As::Doctor2) => doctors[1].or(doctors[0]),
        Some(As::Coordination) => None,
        Some(As::Assistant) => Some(Who::is(demo::ASSISTANT)),
        Some(As::Nurse) => Some(Who::is(demo::NURSE)),
        Some(As::HeadOffice) => Some(Who::is(demo::HEAD_OFFICE)),
        Some(As::FiguresOnly) => Some(Who::is(demo::FIGURES_ONLY)),
        None => doctors.into_iter().flatten().find(at_work),
    };
    Ok((store, who.unwrap_or(coordination)))
}

fn page(store: &Store, query: &Query, who: Who, now: Now) -> Reply {
    match store.page(query, who, now) {
        Ok(page) => Reply::Page(page),
        Err(error) => Trouble::from(error).into(),
    }
}

fn may_take(store: &Store, right: Right, whose: Option<Reader>, who: Who, now: Now) -> Result<(), Trouble> {
    store.may(right, By { person: who.person, now })?;
    let rota = whole(store, who, now)?.rota;
    let person = rota.people.get(who.person);
    if right == Right::Print && !person.is_some_and(|person| rights::own_sheet(person, whose, &rota)) {
        return Err(TroubleKind::Forbidden.with(rights::not_own_sheet(&rota.people, now.day)));
    }
    Ok(())
}

fn frame(store: &Store, who: Who, now: Now) -> Result<FramePage, Trouble> {
    Ok(store.ask(question::Frame, who, now)?)
}

/// A frame with the whole rota: sheets are of any week, and files are compared with every one.
fn whole(store: &Store, who: Who, now: Now) -> Result<FramePage, Trouble> {
    Ok(store.ask(question::FrameSince(Day(i32::MIN)), who, now)?)
}

fn io_msg(error: &std::io::Error) -> Msg {
    Msg::new("backend-io").with("reason", error.to_string())
}

/// Leaves in the frame the alerts that are its reader's to know, those of the desk too.
fn theirs(frame: &mut FramePage, who: Who, now: Now) {
    let me = frame.rota.people.get(who.person).cloned();
    let knows = |alert: &Alert| me.as_ref().is_some_and(|me| rights::has(me, rights::of_alert(alert), now.day));
    frame.alerts.retain(knows);
}
