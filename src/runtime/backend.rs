//! What stands behind the desk: keys, store, files. Answers requests one at a time.
//!
//! The store's thread owns one; a command line or a test asks it directly.

use std::fs;
use std::path::{Path, PathBuf};

use secrecy::SecretString;

use crate::demo;
use crate::domain::act::{Act, CentreAct};
use crate::domain::{AccountId, Msg, Now, PersonId, Who};
use crate::exchange::rota_csv::{self, Known};
use crate::exchange::sheet::{self, Format, SheetCx};
use crate::folder::{self, Folder};
use crate::protocol::{Account, Document, FramePage, Page, Query, Reply, Request, SetUp, Shown, SignInName, Write};
use crate::store::{Place, Store, StoreError};
use crate::vault::{DataKey, RecoverySheet, Vault, VaultError, recovery_page};
use crate::words::{Lang, Words};

/// As whom the fictional centre opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum As {
    /// The doctor whose stay it is.
    Doctor,
    Coordination,
}

/// The fictional centre asked for.
#[derive(Debug, Clone, Copy)]
pub struct Fiction {
    pub seed: u64,
    /// The moment it opens at.
    pub now: Now,
    /// Otherwise as whoever has work at that hour.
    pub who: Option<As>,
}

/// Largest spreadsheet that is read, in bytes.
const LARGEST_IMPORT: u64 = 2 * 1024 * 1024;

/// Keys, store and files behind the desk.
pub struct Backend {
    folder: Folder,
    vault: Vault,
    lang: Lang,
    fiction: Fiction,
    store: Option<Store>,
    /// The open store's key: needed to entitle a further account.
    key: Option<DataKey>,
}

impl Backend {
    /// A backend with nothing open yet.
    #[must_use]
    pub fn new(folder: Folder, lang: Lang, fiction: Fiction) -> Self {
        let vault = Vault::new(folder.keys());
        Self { folder, vault, lang, fiction, store: None, key: None }
    }

    /// The same with another vault: tests derive keys with less work.
    #[must_use]
    pub fn with_vault(mut self, vault: Vault) -> Self {
        self.vault = vault;
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
    pub fn names(&self) -> Result<Vec<SignInName>, Msg> {
        if !self.folder.exists() {
            return Ok(Vec::new());
        }
        let names = self.vault.names().map_err(|e| e.msg())?;
        Ok(names.into_iter().map(|(id, label)| SignInName { id: AccountId(id), label }).collect())
    }

    /// Answers a request. What failed is also written into the log, by its identifier alone.
    pub fn answer(&mut self, request: Request) -> Reply {
        let reply = self.reply(request);
        match &reply {
            Reply::Failed(msg) => tracing::error!(id = %msg.id, "failed"),
            Reply::WrongPassphrase => tracing::warn!("wrong passphrase"),
            _ => {}
        }
        reply
    }

    fn reply(&mut self, request: Request) -> Reply {
        match request {
            Request::Unlock { account, passphrase } => self.unlock(account, &passphrase),
            Request::SetUp(set_up, now) => self.set_up(&set_up, now).unwrap_or_else(Reply::Failed),
            Request::Demo => self.demo(),
            Request::Close => {
                self.store = None;
                self.key = None;
                Reply::Closed
            }
            Request::ListFiles => Reply::Files(spreadsheets()),
            other => match self.store.take() {
                None => Reply::Failed(Msg::new("backend-closed")),
                Some(mut store) => {
                    let reply = self.with_store(&mut store, other);
                    self.store = Some(store);
                    reply
                }
            },
        }
    }

    fn with_store(&mut self, store: &mut Store, request: Request) -> Reply {
        match request {
            Request::Query(query, who, now) => page(store, &query, who, now),
            Request::Write(write, who, now) => store.write(&write, who, now),
            Request::Undo(who, now) => store.undo(who, now),
            Request::Redo(who, now) => store.redo(who, now),
            Request::Revert(change, who, now) => store.revert(change, who, now),
            Request::SaveDraft(draft, who) => store.save_draft(&draft, who),
            Request::DropDraft(key, who) => store.drop_draft(&key, who),
            Request::PreviewRota(path, now) => preview(store, &path, now).unwrap_or_else(Reply::Failed),
            Request::Print(document, who, now) => {
                self.print(store, &document, who, now).map_or_else(Reply::Failed, Reply::Printed)
            }
            Request::AddAccount { person, passphrase } => {
                self.add_account(store, person, &passphrase).map_or_else(Reply::Failed, Reply::AccountAdded)
            }
            Request::Poll => {
                if store.changed() {
                    Reply::Changed
                } else {
                    Reply::Unchanged
                }
            }
            Request::Unlock { .. } | Request::SetUp(..) | Request::Demo | Request::Close | Request::ListFiles => {
                Reply::Failed(Msg::new("backend-closed"))
            }
        }
    }

    fn unlock(&mut self, account: AccountId, passphrase: &SecretString) -> Reply {
        let key = match self.vault.open(account.0, passphrase) {
            Ok(key) => key,
            Err(VaultError::WrongPassphrase) => return Reply::WrongPassphrase,
            Err(error) => return Reply::Failed(error.msg()),
        };
        let opened = Store::open(&self.folder.store(), key.expose()).and_then(|mut store| {
            let person = store.account_person(account)?;
            store.begin_session()?;
            Ok((store, person))
        });
        match opened {
            Ok((store, Some(person))) => {
                self.store = Some(store);
                self.key = Some(key);
                Reply::Opened { who: Who::is(person), demo: false }
            }
            Ok((_, None)) => Reply::Refused(Msg::new("backend-account-ended")),
            Err(error) => Reply::Failed(error.msg()),
        }
    }

    /// Makes a new centre. Until the last step nothing bears the store's name, so that a power cut
    /// leaves either no centre or a whole one.
    fn set_up(&mut self, set_up: &SetUp, now: Now) -> Result<Reply, Msg> {
        if self.folder.exists() {
            return Err(Msg::new("backend-exists"));
        }
        self.folder.create().map_err(|e| io_msg(&e))?;
        if self.vault.exists() {
            // Of a set-up that was cut short: no store bears them.
            self.vault.set_aside().map_err(|e| e.msg())?;
        }
        let label = format!("{} {}", set_up.first.given, set_up.first.family).trim().to_owned();
        let (key, account, recovery) = self.vault.create(&label, &set_up.passphrase).map_err(|e| e.msg())?;
        let name = SignInName { id: AccountId(account.id), label: label.clone() };
        let unfinished = self.folder.store().with_extension("setup");
        remove_store(&unfinished);
        let first = PersonId(1);
        let store = || -> Result<Reply, StoreError> {
            let mut store = Store::create(Place::File(&unfinished), Some(key.expose()))?;
            let act = Act::Centre(CentreAct::Create {
                centre: set_up.centre.clone(),
                posts: set_up.posts.clone(),
                first: set_up.first.clone(),
            });
            let reply = store.write(&Write::of(act), Who::is(first), now);
            store.add_account(&Account {
                id: AccountId(account.id),
                label,
                person: first,
                recipient: account.recipient.clone(),
            })?;
            store.set_recovery(&recovery.recipient)?;
            store.close()?;
            Ok(reply)
        };
        match store().map_err(|e| e.msg())? {
            Reply::Saved { .. } => {}
            Reply::Refused(msg) | Reply::Failed(msg) => return Err(msg),
            _ => return Err(Msg::new("backend-closed")),
        }
        fs::rename(&unfinished, self.folder.store()).map_err(|e| io_msg(&e))?;
        folder::sync_dir(self.folder.root()).map_err(|e| io_msg(&e))?;

        let words = Words::new(self.lang);
        let sheet = RecoverySheet { centre: &set_up.centre.name, day: now.day, secret: &recovery.secret };
        let html = recovery_page(&words, &sheet);
        // The centre exists whether or not the page could be written: the key is on screen too.
        let page = self
            .export_path(&words.t("recovery-file-name"))
            .and_then(|path| folder::write_private_new(&path, html.as_bytes()).map_err(|e| io_msg(&e)))
            .ok();
        let mut opened = Store::open(&self.folder.store(), key.expose()).map_err(|e| e.msg())?;
        opened.begin_session().map_err(|e| e.msg())?;
        self.store = Some(opened);
        self.key = Some(key);
        Ok(Reply::Created { who: Who::is(first), name, recovery: Shown(recovery.secret), page })
    }

    fn demo(&mut self) -> Reply {
        match demo_store(self.fiction) {
            Ok((store, who)) => {
                self.store = Some(store);
                Reply::Opened { who, demo: true }
            }
            Err(msg) => Reply::Failed(msg),
        }
    }

    fn add_account(&self, store: &mut Store, person: PersonId, passphrase: &SecretString) -> Result<Account, Msg> {
        let key = self.key.as_ref().ok_or_else(|| Msg::new("backend-demo-account"))?;
        let label = store.person_name(person).map_err(|e| e.msg())?.ok_or_else(|| Msg::new("store-gone"))?;
        let accounts = store.accounts().map_err(|e| e.msg())?;
        if accounts.iter().any(|a| a.person == person) {
            return Err(Msg::new("backend-account-exists").with("name", label));
        }
        let mut recipients: Vec<String> = accounts.into_iter().map(|a| a.recipient).collect();
        recipients.extend(store.recovery().map_err(|e| e.msg())?);
        let made = self.vault.add(key, &label, passphrase, &recipients).map_err(|e| e.msg())?;
        let account = Account { id: AccountId(made.id), label, person, recipient: made.recipient };
        store.add_account(&account).map_err(|e| e.msg())?;
        Ok(account)
    }

    fn export_path(&self, name: &str) -> Result<PathBuf, Msg> {
        let dir = self.folder.exports();
        fs::create_dir_all(&dir).map_err(|e| io_msg(&e))?;
        Ok(dir.join(name))
    }

    fn print(&self, store: &Store, document: &Document, who: Who, now: Now) -> Result<PathBuf, Msg> {
        let frame = frame(store, who, now)?;
        let words = Words::new(Lang::of(&frame.centre.lang).unwrap_or(self.lang));
        let cx = SheetCx {
            words: &words,
            rota: &frame.rota,
            centre: &frame.centre,
            now,
            author: frame.rota.people.short(who.author()),
        };
        let (html, name) = match document {
            Document::Briefing(reader) => {
                let Page::Briefing(briefing) = store.page(&Query::Briefing(*reader), who, now).map_err(|e| e.msg())?
                else {
                    return Err(Msg::new("backend-closed"));
                };
                let week = briefing.stay.as_ref().map_or(now.day.week(), crate::domain::Stay::week);
                (sheet::briefing(&briefing, &cx, Format::Html), format!("briefing-{week}.html"))
            }
            Document::Handover(stay) => {
                let Page::Transmission(Some(transmission)) =
                    store.page(&Query::Transmission(*stay), who, now).map_err(|e| e.msg())?
                else {
                    return Err(Msg::new("backend-closed"));
                };
                let week = transmission.stay.week();
                (sheet::handover(&transmission, &cx, Format::Html), format!("transmission-{week}.html"))
            }
        };
        let path = self.export_path(&name)?;
        folder::write_private_new(&path, html.as_bytes()).map_err(|e| io_msg(&e))
    }
}

/// The fictional centre in memory, through the same door as a real one, and who opens it.
///
/// # Errors
/// The sentence of the step that a rule refused: the fictional history must be a lawful one.
pub fn demo_store(fiction: Fiction) -> Result<(Store, Who), Msg> {
    let mut store = Store::memory().map_err(|e| e.msg())?;
    let steps = demo::steps(fiction.seed, fiction.now);
    for step in &steps {
        match store.write(&step.write, step.who, step.now) {
            Reply::Saved { .. } => {}
            Reply::Refused(msg) | Reply::Failed(msg) => return Err(msg),
            _ => return Err(Msg::new("backend-closed")),
        }
    }
    store.begin_session().map_err(|e| e.msg())?;
    let coordination = Who::is(demo::COORDINATION);
    let rota = frame(&store, coordination, fiction.now)?.rota;
    let doctor = demo::doctor_at(&steps, fiction.now.day).map(Who::is);
    let stay = doctor.and_then(|d| rota.stay_of(d.person, fiction.now.day));
    let today = fiction.now.day;
    let at_work =
        stay.is_some_and(|s| rota.first_day(s) == today || (rota.due_day(s) == today && !rota.is_signed(s.id)));
    let who = match fiction.who {
        Some(As::Doctor) => doctor.unwrap_or(coordination),
        None if at_work => doctor.unwrap_or(coordination),
        Some(As::Coordination) | None => coordination,
    };
    Ok((store, who))
}

fn page(store: &Store, query: &Query, who: Who, now: Now) -> Reply {
    match store.page(query, who, now) {
        Ok(page) => Reply::Page(page),
        Err(error) => Reply::Failed(error.msg()),
    }
}

fn frame(store: &Store, who: Who, now: Now) -> Result<Box<FramePage>, Msg> {
    match store.page(&Query::Frame, who, now).map_err(|e| e.msg())? {
        Page::Frame(frame) => Ok(frame),
        _ => Err(Msg::new("backend-closed")),
    }
}

/// Reads a spreadsheet and says what importing it would do.
fn preview(store: &Store, path: &Path, now: Now) -> Result<Reply, Msg> {
    let path = &at_home(path);
    let size = match fs::metadata(path) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            return Err(Msg::new("backend-no-file").with("path", path.display().to_string()));
        }
        found => found.map_err(|e| io_msg(&e))?.len(),
    };
    if size > LARGEST_IMPORT {
        return Err(Msg::new("backend-file-too-large"));
    }
    let bytes = fs::read(path).map_err(|e| io_msg(&e))?;
    let frame = frame(store, Who::is(PersonId(1)), now)?;
    let known = Known { posts: &frame.rota.posts, people: &frame.rota.people, stays: &frame.rota.stays };
    Ok(Reply::Rota(rota_csv::read(&bytes, &known, now.day)))
}

/// A path as typed: `~/` is the folder of the person at the keyboard, as in a shell.
fn at_home(path: &Path) -> PathBuf {
    let user = directories::UserDirs::new();
    match (path.strip_prefix("~"), user) {
        (Ok(rest), Some(user)) => user.home_dir().join(rest),
        _ => path.to_owned(),
    }
}

/// Spreadsheets in the usual folders, newest first.
fn spreadsheets() -> Vec<PathBuf> {
    let Some(user) = directories::UserDirs::new() else { return Vec::new() };
    let folders = [user.download_dir(), user.document_dir(), user.desktop_dir(), Some(user.home_dir())];
    newest(folders.into_iter().flatten())
}

/// The spreadsheets of these folders, newest first.
fn newest<'a>(folders: impl Iterator<Item = &'a Path>) -> Vec<PathBuf> {
    let mut files: Vec<_> = folders
        .filter_map(|dir| fs::read_dir(dir).ok())
        .flat_map(Iterator::flatten)
        .filter(|e| {
            let name = e.file_name().to_string_lossy().to_lowercase();
            [".csv", ".tsv", ".txt"].iter().any(|ending| name.ends_with(ending))
        })
        .filter_map(|e| Some((e.metadata().ok().filter(fs::Metadata::is_file)?.modified().ok()?, e.path())))
        .collect();
    files.sort_by_key(|(modified, _)| std::cmp::Reverse(*modified));
    files.truncate(30);
    files.into_iter().map(|(_, path)| path).collect()
}

/// Removes what an interrupted set-up may have left.
fn remove_store(path: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        // Usually there is nothing to remove.
        let _ = fs::remove_file(name);
    }
}

fn io_msg(error: &std::io::Error) -> Msg {
    Msg::new("backend-io").with("reason", error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, SystemTime};

    #[test]
    fn spreadsheets_come_newest_first_and_nothing_else_comes() {
        let dir = tempfile::tempdir().unwrap();
        let other = dir.path().join("other");
        fs::create_dir_all(other.join("folder.csv")).unwrap();
        for (path, age) in [("old.csv", 300), ("other/new.CSV", 10), ("middle.tsv", 100), ("picture.png", 1)] {
            let file = fs::File::create(dir.path().join(path)).unwrap();
            file.set_modified(SystemTime::now() - Duration::from_secs(age)).unwrap();
        }
        let found = newest([dir.path(), &other, Path::new("/nowhere")].into_iter());
        let names: Vec<_> = found.iter().map(|p| p.file_name().unwrap().to_str().unwrap()).collect();
        assert_eq!(names, ["new.CSV", "middle.tsv", "old.csv"]);
    }
}
