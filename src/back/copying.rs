//! The verified copies: made once a day on a thread of their own, so that nobody waits for one.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use secrecy::SecretString;

use super::files::at_home;
use super::{Backend, Msg, Reply, frame};
use crate::back::copies::{self, Note, Source};
use crate::back::restored;
use crate::back::verifying::strange_key;
use crate::domain::act::{CentreAct, NewCentre};
use crate::domain::alert::Alert;
use crate::domain::journal::{Trace, TraceKind};
use crate::domain::rights::Right;
use crate::domain::{AccountId, Centre, ChangeId, Known, Loss, Now, Stamp, Trouble, TroubleKind, Who};
use crate::folder::Folder;
use crate::protocol::{FramePage, SignInName, Write};
use crate::store::{Examination, Store, StoreError};
use crate::vault::{DataKey, Opened, Vault, VaultError};

/// A copy that failed is tried again after this time, in milliseconds.
const AGAIN: i64 = 60 * 60 * 1000;

/// How long the end of the program waits for a copy that is being made; what is left is no copy yet.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// How long a lock waits for one: nothing of the store is on the screen meanwhile.
const LOCKING: Duration = Duration::from_secs(10);

/// What this desk knows of the copies.
#[derive(Default)]
pub(super) struct Copies {
    /// The newest verified one.
    newest: Option<Note>,
    /// Why the last one failed.
    failed: Option<Msg>,
    /// When one was last begun here, and where to.
    begun: Option<(Stamp, PathBuf)>,
    running: Option<Running>,
    /// One was made, which has not left its trace yet.
    made: bool,
}

struct Running {
    done: mpsc::Receiver<Result<Note, Trouble>>,
    /// Somebody asked for it, and is told.
    asked: bool,
}

impl Copies {
    /// Whether today's copy is still to be made.
    fn due(&self, folder: &Path, now: Now) -> bool {
        let made = self.newest.as_ref().is_some_and(|n| n.is_of(folder, now.at));
        let tried = self.begun.as_ref().is_some_and(|(at, to)| to == folder && (now.at.0 - at.0).abs() < AGAIN);
        self.running.is_none() && !made && !tried
    }

    fn take(&mut self, result: Result<Note, Trouble>) -> Reply {
        let asked = self.running.take().is_some_and(|running| running.asked);
        let (said, bad) = match result {
            Ok(note) => {
                let said = Msg::new("copy-made").with("path", note.path.display().to_string());
                self.newest = Some(note);
                self.failed = None;
                self.made = true;
                (said, false)
            }
            Err(Trouble { msg: why, .. }) => {
                tracing::warn!(id = %why.id, "no copy could be made");
                self.failed = Some(why.clone());
                (Msg::new("alert-copy").with("why", why), true)
            }
        };
        if asked { Reply::Copied { said, bad } } else { Reply::Changed }
    }

    /// Whether one was made since this was last asked.
    pub(super) const fn was_made(&mut self) -> bool {
        std::mem::replace(&mut self.made, false)
    }

    /// Whether one is being made.
    pub(super) const fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// What has come of a copy since the last look, if anything.
    pub(super) fn poll(&mut self) -> Option<Reply> {
        let result = self.running.as_ref()?.done.try_recv().ok()?;
        Some(self.take(result))
    }

    /// Waits for the copy that is being made, and not for ever: its disk may be a slow one.
    pub(super) fn finish(&mut self) {
        if let Some(running) = self.running.take()
            && matches!(running.done.recv_timeout(LOCKING), Err(RecvTimeoutError::Timeout))
        {
            tracing::warn!("the desk was locked before a copy was made");
        }
    }

    /// Forgets everything that belongs to the open store; a copy being made is finished.
    pub(super) fn close(&mut self) {
        self.failed = None;
        self.begun = None;
    }
}

impl Drop for Copies {
    fn drop(&mut self) {
        if let Some(running) = &self.running
            && matches!(running.done.recv_timeout(PATIENCE), Err(RecvTimeoutError::Timeout))
        {
            tracing::warn!("the program ended before a copy was made");
        }
    }
}

impl Backend {
    /// Adds to the frame what the desk knows of its copies, and begins today's when it is due.
    pub(super) fn with_copies(&mut self, page: &mut FramePage, now: Now) {
        if self.key.is_none() {
            return;
        }
        if let Some(reply) = self.copies.poll() {
            // Said by the next look, to whoever asked.
            self.copied = Some(reply);
        }
        let folder = page.centre.backup_folder.clone();
        // Another desk may have made one.
        self.copies.newest = copies::remembered(self.folder());
        if !folder.is_empty() && self.copies.due(Path::new(&folder), now) {
            self.begin_copy(PathBuf::from(&folder), now, false);
        }
        page.desk.copy = self.copies.newest.as_ref().map(|note| note.card.made);
        if let Some(why) = self.copies.failed.clone().filter(|_| !folder.is_empty()) {
            page.alerts.push(Alert::Copy(why));
        }
    }

    /// Chooses the folder of the copies and makes one; an empty folder ends them.
    pub(super) fn copy_to(&mut self, store: &mut Store, folder: &str, who: Who, now: Now) -> Result<Reply, Trouble> {
        if self.key.is_none() {
            return Err(Msg::new("backend-demo-account").into());
        }
        store.may(Right::Copies, self.by(now)?)?;
        let path = if folder.trim().is_empty() { PathBuf::new() } else { at_home(Path::new(folder.trim())) };
        let ended = path.as_os_str().is_empty();
        if !ended {
            copies::check_folder(&path, self.folder())?;
        }
        let page = frame(store, who, now)?;
        let kept = page.kept_centre();
        let centre = &kept.what;
        let chosen = path.to_str().ok_or_else(|| Msg::new("copy-not-absolute").with("path", folder.to_owned()))?;
        if centre.backup_folder != chosen {
            // The whole of the centre's facts is written: they must be those just read.
            let act = CentreAct::Edit(with_folder(centre.clone(), chosen));
            match store.write(&Write::on(&kept, act), who, now) {
                Reply::Saved { .. } => {}
                other => return Ok(other),
            }
        }
        self.copies.failed = None;
        if ended {
            return Ok(Reply::Done(Msg::new("copy-ended")));
        }
        let said = copies::advice(&path, self.folder());
        self.begin_copy(path, now, true);
        Ok(Reply::Done(said))
    }

    fn begin_copy(&mut self, to: PathBuf, now: Now, asked: bool) {
        if let Some(running) = &mut self.copies.running {
            running.asked |= asked;
            return;
        }
        let Some(source) = self.source() else { return };
        self.copies.begun = Some((now.at, to.clone()));
        let (send, done) = mpsc::channel();
        let work = move || {
            // Nobody listens any more when the program has ended.
            let make = if asked { copies::make } else { copies::make_of_day };
            let _ = send.send(make(&source, &to, now.at));
        };
        match std::thread::Builder::new().name("copy".into()).spawn(work) {
            Ok(_) => self.copies.running = Some(Running { done, asked }),
            Err(e) => self.copies.failed = Some(Msg::new("copy-io").with("reason", e.to_string())),
        }
    }

    fn source(&self) -> Option<Source> {
        let key = self.key.clone()?;
        Some(Source { folder: self.folder.clone(), vault: self.vault.clone(), key, centre: self.centre.clone()? })
    }

    /// Makes a copy now and waits for it: the command line.
    ///
    /// # Errors
    /// The sentence that says why there is none.
    pub fn copy_now(&mut self, to: &Path, now: Now) -> Result<Note, Trouble> {
        let store = self.store.as_ref().ok_or_else(|| Msg::new("backend-closed"))?;
        store.may(Right::Copies, self.by(now)?)?;
        let note = copies::make(&self.source().ok_or_else(|| Msg::new("backend-closed"))?, to, now.at)?;
        self.leave_now(Trace::of(TraceKind::Copied), now);
        Ok(note)
    }

    /// Waits for the copy that is being made: tests have no second to pass.
    pub fn finish_copy(&mut self) -> Option<Reply> {
        let result = self.copies.running.as_ref()?.done.recv().ok()?;
        Some(self.copies.take(result))
    }

    /// The folder of the copies the open centre has chosen.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn copy_folder(&self) -> Result<Option<PathBuf>, Trouble> {
        let Some(store) = &self.store else { return Ok(None) };
        let centre = store.centre()?;
        Ok(centre.map(|c| PathBuf::from(c.backup_folder)).filter(|p| !p.as_os_str().is_empty()))
    }
}

/// What `releve check` finds.
#[derive(Debug)]
pub struct Report {
    /// Key files of which one copy was missing or differed.
    pub keys: Vec<String>,
    /// The key of the centre is to change: an old copy of the keys, with a passphrase of then, opens it still.
    pub key_due: bool,
    /// Restored from a copy, and not confirmed since who keeps an account.
    pub restored: bool,
    pub found: Examination,
    /// What the store lacks of what is known.
    pub loss: Option<Loss>,
    /// What is said where the store knows another key of the account than the one its passphrase opens.
    pub strange: Option<Msg>,
    /// The hash of the change that was asked about; none when it is not there.
    pub hash: Option<String>,
}

/// The command line's, which has no desk open.
impl Backend {
    /// Looks at everything without opening a session; `change` is one whose words are to be compared.
    ///
    /// # Errors
    /// A reply that says why the store cannot be looked at.
    pub fn check(
        &self,
        account: AccountId,
        passphrase: &SecretString,
        change: Option<ChangeId>,
    ) -> Result<Report, Reply> {
        // Before the passphrase: opening heals one copy from the other.
        let keys = self.vault.unequal();
        let store = self.folder.store();
        let opened = opened_keys(&self.vault, account, passphrase)?;
        let key = fitting(&store, &opened.keys)?.expose();
        // Nothing is written, not even the log brought into the file, before it is known what there is.
        let loss = Store::loss_at(&store, key, &self.known()).map_err(Trouble::from)?;
        if loss.is_none() {
            match Store::checkpoint(&store, key) {
                // Another desk may be at work, or nobody may write here: then the log stays, and is read too.
                Err(error) if error.is_of_rights() || matches!(error, StoreError::Busy) => {}
                done => done.map_err(Trouble::from)?,
            }
        }
        let found = Store::examine(&store, key).map_err(Trouble::from)?;
        let due = |key: &DataKey| matches!(Store::is_key_due_at(&store, key.expose(), &key.mark()), Ok(true));
        let restored = restored::waits(&self.folder);
        let hash = change.and_then(|change| Store::hash_at(&store, key, change).ok().flatten());
        let strange = strange_key(&found.findings, Some(account), Some(&opened.signer.public()));
        Ok(Report { keys, key_due: opened.keys.iter().any(due), restored, found, loss, strange, hash })
    }

    /// The accounts of a copy; none when it is no copy.
    #[must_use]
    pub fn names_in(&self, copy: &Path) -> Vec<SignInName> {
        if !copy.join("releve.db").is_file() {
            return Vec::new();
        }
        let names = Vault::new(copy.join("keys")).names().unwrap_or_default();
        names.into_iter().map(|(id, label)| SignInName { id: AccountId(id), label }).collect()
    }

    /// Reads a whole copy, and says how many changes it holds.
    ///
    /// # Errors
    /// A reply that says why it is worth nothing.
    pub fn check_copy(&self, copy: &Path, account: AccountId, passphrase: &SecretString) -> Result<i64, Reply> {
        let vault = Vault::new(copy.join("keys"));
        let store = copy.join("releve.db");
        let keys = opened_keys(&vault, account, passphrase)?.keys;
        let key = fitting(&store, &keys)?.expose();
        let found = Store::examine(&store, key).map_err(Trouble::from)?;
        if !found.is_whole() {
            return Err(Trouble::from(Msg::new("restore-damaged")).into());
        }
        // It must hold what it says of itself.
        match Store::loss_at(&store, key, &known_in(copy)).map_err(Trouble::from)? {
            Some(loss) => Err(TroubleKind::Less.with(Msg::new("restore-less").with("loss", loss.msg())).into()),
            None => Ok(found.witness.newest.0),
        }
    }

    /// How many changes this folder knows of that a copy with so many has not.
    #[must_use]
    pub fn newer_than(&self, changes: i64) -> i64 {
        let known = self.known().into_iter().chain(Store::remembered(&self.folder.store()));
        known.map(|known| known.change.0 - changes).max().unwrap_or(0).max(0)
    }

    /// Changes that are known to have been in the store, beside what the store's own file remembers.
    fn known(&self) -> Vec<Known> {
        known_in(self.folder.root())
    }

    /// What the open store lacks of what is known.
    #[must_use]
    pub fn loss(&self) -> Option<Loss> {
        self.loss_of(self.store.as_ref()?)
    }

    fn loss_of(&self, store: &Store) -> Option<Loss> {
        // A store that cannot be read says so itself.
        self.key.as_ref().and_then(|_| store.loss(&self.known()).ok()).flatten()
    }

    /// Whether the open store is only read, since it cannot be written.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.store.as_ref().is_some_and(Store::is_read_only)
    }

    /// Adds to the frame what is to be known of the store itself.
    pub(super) fn with_store_state(&self, store: &Store, page: &mut FramePage) {
        if let Some(loss) = self.loss_of(store) {
            page.alerts.insert(0, Alert::Loss(loss));
        }
        page.desk.head = self.key.as_ref().and_then(|_| store.newest().ok());
        if store.is_read_only() {
            page.alerts.push(Alert::ReadOnly);
        }
    }

    /// Puts a copy in place of nothing.
    ///
    /// # Errors
    /// When there is something, or the disk refuses.
    pub fn restore(&self, copy: &Path) -> Result<(), Trouble> {
        self.stays_here()?;
        copies::restore(copy, &self.folder)
    }
}

fn opened_keys(vault: &Vault, account: AccountId, passphrase: &SecretString) -> Result<Opened, Reply> {
    vault.open_to_sign(account.0, passphrase).map_err(|error| match error {
        VaultError::WrongPassphrase => Reply::WrongPassphrase,
        error => Trouble::from(error).into(),
    })
}

/// The key that opens: there are two while it is being changed.
fn fitting<'a>(store: &Path, keys: &'a [DataKey]) -> Result<&'a DataKey, Reply> {
    let fits = |key: &&DataKey| matches!(Store::fits(store, key.expose()), Ok(true));
    keys.iter().find(fits).or(keys.first()).ok_or_else(|| Trouble::from(StoreError::WrongKey).into())
}

/// What the notes in a folder of data say was in its store: of its newest copy, and of a copy what it is itself.
fn known_in(root: &Path) -> Vec<Known> {
    let newest = copies::remembered(&Folder::at(root)).map(|note| note.card);
    newest.into_iter().chain(copies::card(root)).map(|card| card.known()).collect()
}

fn with_folder(centre: Centre, folder: &str) -> NewCentre {
    NewCentre {
        name: centre.name,
        commune: centre.commune,
        department: centre.department,
        opened: centre.opened,
        opening: centre.opening,
        names_allowed: centre.names_allowed,
        lang: centre.lang,
        lock_minutes: centre.lock_minutes,
        backup_folder: folder.to_owned(),
        slot_minutes: centre.slot_minutes,
        result_days: centre.result_days,
        guide_months: centre.guide_months,
        own_zone: centre.own_zone,
        words_for_all: centre.words_for_all,
        around: centre.around,
        journal_months: centre.journal_months,
    }
}
