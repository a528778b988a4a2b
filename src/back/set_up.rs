//! A new centre: its keys, its store, its recovery page. Cut off anywhere, there is none or a whole one.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Backend, Msg, Reply, Trouble, TroubleKind, io_msg};
use crate::back::copies;
use crate::domain::act::{Act, CentreAct};
use crate::domain::journal::{Trace, TraceKind};
use crate::domain::{AccountEventKind, AccountId, Now, PersonId, Who, preparation};
use crate::folder;
use crate::protocol::{Account, SetUp, Shown, SignInName, Write};
use crate::store::{By, Place, Store, StoreError};
use crate::words::{Lang, Words};

impl Backend {
    /// Makes a new centre. Until the last step nothing bears the store's name, so that a power cut
    /// leaves either no centre or a whole one.
    pub(super) fn set_up(&mut self, set_up: &SetUp, now: Now) -> Result<Reply, Trouble> {
        if self.folder.exists() {
            return Err(Msg::new("backend-exists").into());
        }
        let act = Act::Centre(CentreAct::Create {
            centre: set_up.centre.clone(),
            posts: set_up.posts.clone(),
            first: Box::new(set_up.first.clone()),
        });
        // The sign-in list bears the name of the first person, outside the store.
        Store::may_keep(&act)?;
        self.nothing_is_missing()?;
        self.stays_here()?;
        self.folder.create().map_err(|e| io_msg(&e))?;
        folder::write_private(&self.set_up_mark(), b"").map_err(|e| io_msg(&e.into()))?;
        if self.vault.exists() {
            // Of a set-up that was cut short: no store bears them.
            self.vault.set_aside()?;
        }
        let label = format!("{} {}", set_up.first.given, set_up.first.family).trim().to_owned();
        let (key, made, recovery) = self.vault.create(&label, &set_up.passphrase)?;
        let name = SignInName { id: AccountId(made.id), label: label.clone() };
        let unfinished = self.folder.store().with_extension("setup");
        remove_store(&unfinished);
        let first = PersonId(1);
        let store = || -> Result<Reply, StoreError> {
            let mut store = Store::create(Place::File(&unfinished), Some(key.expose()))?;
            let reply = store.write(&Write::of(act.clone()), Who::is(first), now);
            if !matches!(reply, Reply::Saved { .. }) {
                return Ok(reply);
            }
            // What every stay needs: a centre begins with it, in its own language.
            let words = Words::new(Lang::of(&set_up.centre.lang).unwrap_or_default());
            let reply = match store.write(&Write::of(preparation::ready_made(|id| words.t(id))), Who::is(first), now) {
                Reply::Saved { .. } => reply,
                refused => return Ok(refused),
            };
            let account = Account { id: AccountId(made.id), label, person: first, recipient: made.recipient.clone() };
            let by = By { person: first, now };
            store.add_account(&account, Some(&made.signer.public()), by)?;
            // From here on everything is signed, and what was written until here is under the first signature.
            store.sign_with(made.signer.clone(), made.recipient.clone(), Some(account.id));
            store.adopt(by, Some((&recovery.recipient, &recovery.signer.public())))?;
            store.close()?;
            Ok(reply)
        };
        match store()? {
            Reply::Saved { .. } => {}
            Reply::Refused(msg) => return Err(msg.into()),
            Reply::Failed(trouble) => return Err(trouble),
            _ => return Err(Msg::new("backend-closed").into()),
        }
        fs::rename(&unfinished, self.folder.store()).map_err(|e| io_msg(&e))?;
        folder::sync_dir(self.folder.root()).map_err(|e| io_msg(&e))?;
        // With the store in place it means nothing any more.
        let _ = fs::remove_file(self.set_up_mark());

        let mut opened = Store::open(&self.folder.store(), key.expose())?;
        opened.sign_with(made.signer, made.recipient, Some(name.id));
        opened.sit_at(name.id)?;
        opened.begin_session()?;
        self.enter();
        self.opened(opened, key, Some(name.id));
        let shown = Shown(recovery.secret.clone());
        self.recovery = Some(recovery);
        self.leave_sign_in(TraceKind::SignedIn, now);
        self.leave_now(Trace::account(AccountEventKind::Added, name.id), now);
        Ok(Reply::Created { who: Who::is(first), name, recovery: shown })
    }

    /// Keys without a store are a set-up that was cut short, or a store that somebody took away.
    pub(super) fn nothing_is_missing(&self) -> Result<(), Trouble> {
        let path = self.folder.store().display().to_string();
        // Its log, or what was noted of it: a set-up that was cut short has none of them.
        let left = Store::was_at(&self.folder.store()) || copies::remembered(&self.folder).is_some();
        let missing = |id| Err(TroubleKind::Lost.with(Msg::new(id).with("path", path)));
        match (self.vault.exists(), left) {
            (true, true) => missing("backend-store-missing"),
            (true, false) if !self.set_up_mark().exists() => missing("backend-store-missing"),
            (false, true) => missing("backend-store-left"),
            _ => Ok(()),
        }
    }

    /// A live store in a folder that is copied to other machines would be copied torn, and leave the centre.
    pub(super) fn stays_here(&self) -> Result<(), Trouble> {
        match folder::synchronised(self.folder.root()) {
            Some(part) => Err(Msg::new("backend-synchronised").with("folder", part).into()),
            None => Ok(()),
        }
    }

    /// There as long as a new centre is being made.
    fn set_up_mark(&self) -> PathBuf {
        self.folder.root().join("setup.unfinished")
    }
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
