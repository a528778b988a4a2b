//! The recovery key: shown until it is noted, printed, written to a page, and made anew.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::accounts::{Change, Step};
use super::{Backend, Msg, Reply, Trouble, io_msg};
use crate::back::printer::{Printer, Unprinted};
use crate::back::restored;
use crate::domain::alert::Alert;
use crate::domain::rights::Right;
use crate::domain::signature::fingerprint;
use crate::domain::{Now, Role, Who};
use crate::exchange::sheet;
use crate::folder;
use crate::protocol::{FramePage, Shown, Standing, ToNote};
use crate::store::Store;
use crate::vault::{RecoveryKey, RecoverySheet, recovery_page, recovery_text};
use crate::words::{Lang, Words};

impl Backend {
    /// The same with another print command: tests print nothing.
    #[must_use]
    pub fn with_printer(mut self, printer: Printer) -> Self {
        self.printer = printer;
        self
    }

    /// Adds to the frame what is the desk's own: whether its key is to change, and what became of its recovery key.
    pub(super) fn with_keys(&self, store: &Store, page: &mut FramePage, who: Who) {
        if self.key.is_none() {
            return;
        }
        page.desk.key_due = self.is_key_due(store).unwrap_or(false);
        let coordinates = page.rota.people.get(who.person).is_some_and(|p| p.role == Role::Coordination);
        if !coordinates {
            return;
        }
        page.desk.recovery = store.recovery().ok().flatten().map(|recovery| fingerprint(&recovery));
        // Restored with one account, which is in: there is nobody to ask about.
        page.desk.restored = restored::waits(&self.folder) && page.desk.accounts.len() > 1;
        let mut alerts = Vec::new();
        if page.desk.restored {
            alerts.push(Alert::Restored);
        }
        if self.recovery.is_none() && self.vault.recovery_waits() {
            alerts.push(Alert::RecoveryUnnoted);
        }
        alerts.extend(self.recovery_files(store).into_iter().map(|path| Alert::RecoveryFile {
            there: path.symlink_metadata().is_ok(),
            path: path.display().to_string(),
        }));
        page.alerts.splice(0..0, alerts);
    }

    /// Where a recovery page was written and is not known to be gone: those noted, and those of a program of before,
    /// which wrote one without noting it.
    fn recovery_files(&self, store: &Store) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> =
            store.recovery_files().unwrap_or_default().into_iter().map(PathBuf::from).collect();
        let name = |lang| self.folder.exports().join(Words::new(lang).t("recovery-file-name"));
        for usual in [Lang::Fr, Lang::En].map(name) {
            let numbered = (1..10).map(|n| folder::numbered(&usual, n));
            files.extend(numbered.take_while(|path| path.symlink_metadata().is_ok()));
        }
        files.sort();
        files.dedup();
        files
    }

    /// Somebody says that a page is gone.
    pub(super) fn recovery_file_gone(store: &mut Store, path: &str) -> Result<Msg, Trouble> {
        if Path::new(path).symlink_metadata().is_ok() {
            return Err(Msg::new("recovery-file-there").with("path", path).into());
        }
        store.forget_recovery_file(path)?;
        Ok(Msg::new("recovery-file-gone"))
    }

    /// The key that is to be noted, if this account can be shown one.
    pub(super) fn recovery_card(&self, store: &Store) -> Result<Reply, Trouble> {
        let Some(recovery) = &self.recovery else { return Ok(Reply::Unchanged) };
        let in_force = store.recovery()?.as_ref() == Some(&recovery.recipient);
        let centre = store.identity()?;
        let standing = if in_force { Standing::InForce } else { Standing::New };
        let words = fingerprint(&recovery.recipient);
        Ok(Reply::Recovery(ToNote { secret: Shown(recovery.secret.clone()), standing, centre, words }))
    }

    /// Draws a new recovery key. The one of before holds until this one has been noted.
    pub(super) fn new_recovery(&mut self, store: &Store, now: Now) -> Result<Reply, Trouble> {
        store.may(Right::Recovery, self.by(now)?)?;
        self.fitting_key()?;
        let held = self.vault.hold()?;
        let recovery = RecoveryKey::random();
        let shown_to: Vec<String> = store.accounts_of(Role::Coordination)?.into_iter().map(|a| a.recipient).collect();
        held.keep_recovery(&recovery, &shown_to)?;
        drop(held);
        self.recovery = Some(recovery);
        self.recovery_card(store)
    }

    /// The key that was shown is noted: from here on it is the one that holds.
    pub(super) fn recovery_noted(&mut self, store: &mut Store, now: Now) -> Result<Reply, Trouble> {
        self.recovery_noted_by_steps(store, now, &mut |_| Ok(()))
    }

    /// `after` as in [`Backend::end_account_by_steps`].
    pub(super) fn recovery_noted_by_steps(
        &mut self,
        store: &mut Store,
        now: Now,
        after: &mut dyn FnMut(Step) -> Result<(), Trouble>,
    ) -> Result<Reply, Trouble> {
        let Some(recovery) = self.recovery.clone() else { return Err(Msg::new("recovery-none-shown").into()) };
        let vault = self.vault.clone();
        let held = vault.hold()?;
        let in_force = store.recovery()?.as_ref() == Some(&recovery.recipient);
        if !in_force {
            self.key_is_due(store, after)?;
            store.replace_recovery(&recovery.recipient, &recovery.signer.public(), self.by(now)?)?;
            after(Step::Ended)?;
        }
        // Whatever was cut off before: what is noted opens these keys before it counts as noted.
        self.entitle(&held, store, after)?;
        held.forget_recovery()?;
        self.recovery = None;
        let changed = self.change_key(&held, store, after);
        if in_force {
            return Ok(Reply::RecoveryNoted(Msg::new("recovery-noted")));
        }
        Ok(Reply::Done(match changed {
            Ok(Change::Done) => Msg::new("recovery-renewed"),
            Ok(Change::Waits) => Msg::new("recovery-renewed-waits"),
            Err(why) => Msg::new("recovery-renewed-only").with("why", why.msg),
        }))
    }

    /// A new key that was shown is not to be: the one of before stays. The first of a centre has none before it.
    pub(super) fn give_up_recovery(&mut self, store: &Store) -> Result<Msg, Trouble> {
        let Some(recovery) = &self.recovery else { return Err(Msg::new("recovery-none-shown").into()) };
        if store.recovery()?.as_ref() == Some(&recovery.recipient) {
            return Err(Msg::new("start-recovery-stay").into());
        }
        self.vault.hold().and_then(|held| held.forget_recovery())?;
        self.recovery = None;
        Ok(Msg::new("recovery-given-up"))
    }

    /// Prints the page of the key that is shown, without a file.
    pub(super) fn print_recovery(&self, store: &Store, now: Now) -> Result<Msg, Trouble> {
        let page = self.on_page(store, now, |page, words| {
            let text = recovery_text(words, page);
            sheet::notice(text.title, text.parts, words, now).map(Zeroizing::new)
        })??;
        self.printer.print(&page).map_err(|why| match why {
            Unprinted::NoCommand => Msg::new("recovery-no-printer"),
            Unprinted::Refused(reason) => Msg::new("recovery-unprinted").with("reason", reason),
        })?;
        Ok(Msg::new("recovery-printed"))
    }

    /// Writes the page of the key that is shown to a file, which is an alert until it is gone.
    pub(super) fn write_recovery(&self, store: &mut Store, now: Now) -> Result<Msg, Trouble> {
        let (page, name) =
            self.on_page(store, now, |page, words| (recovery_page(words, page), words.t("recovery-file-name")))?;
        let path = self.folder.write_sheet(&name, page.as_bytes()).map_err(|e| io_msg(&e.into()))?;
        let path = path.display().to_string();
        store.add_recovery_file(&path)?;
        Ok(Msg::new("recovery-written").with("path", path))
    }

    fn on_page<T>(
        &self,
        store: &Store,
        now: Now,
        make: impl FnOnce(&RecoverySheet<'_>, &Words) -> T,
    ) -> Result<T, Trouble> {
        let Some(recovery) = &self.recovery else { return Err(Msg::new("recovery-none-shown").into()) };
        let centre = store.centre()?.ok_or_else(|| Msg::new("store-no-centre"))?;
        let id = store.identity()?;
        let words = Words::new(Lang::of(&centre.lang).unwrap_or(self.lang)).on(now.day);
        Ok(make(
            &RecoverySheet {
                centre: &centre.name,
                id: &id,
                day: now.day,
                recipient: &recovery.recipient,
                secret: &recovery.secret,
            },
            &words,
        ))
    }
}
