//! Who may open the store: signing in, accounts, and the key of the centre.

use std::collections::BTreeSet;

use secrecy::SecretString;

use super::{Backend, Msg, Presence, Reply, Trouble, TroubleKind, frame};
use crate::back::verifying::Verifying;
use crate::back::{lost, restored};
use crate::domain::draft::text::fold;
use crate::domain::journal::TraceKind;
use crate::domain::{AccountEventKind, AccountId, Now, PersonId, Role, Who};
use crate::protocol::Account;
use crate::secret::passphrase;
use crate::store::{By, Store, StoreError};
use crate::vault::{DataKey, Held, Opened, RecoveryKey, Vault, VaultError};

/// What a change of the key goes through, in its order. A power cut may come after each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The store knows that its key is to change.
    Due,
    /// The account is not in the store any more, or another is in its place.
    Ended,
    /// The key is no longer encrypted to it: what it opened by, opens nothing in this folder.
    Closed,
    /// Only when an earlier change was cut off: the key that opens the store is the only one again.
    Kept,
    /// The new key lies beside the old one.
    Prepared,
    /// The store is encrypted with the new key.
    Rekeyed,
    /// The new key is the only one.
    Settled,
}

/// What became of a change of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    Done,
    /// Another desk is open: it changes at the next opening at which none is.
    Waits,
}

impl Backend {
    pub(super) fn unlock(&mut self, account: AccountId, passphrase: &SecretString, now: Now) -> Reply {
        let opened = self.open_store(Some(account), |vault| vault.open_to_sign(account.0, passphrase));
        let (mut store, key, recovery) = match opened {
            Ok(opened) => opened,
            Err(reply) => return reply,
        };
        let person = store.sit_at(account).and_then(|()| store.account_person(account));
        match person {
            Ok(Some(_)) if self.waits_for_the_coordination(&store, account) => {
                self.presence = None;
                Reply::Refused(first_of_all(&store))
            }
            Ok(Some(person)) => {
                // Dates are policy: the key is in hand, and dropped again.
                match store.admits(person, now.day) {
                    Ok(()) => {}
                    Err(refused) => {
                        self.presence = None;
                        return Trouble::from(refused).into();
                    }
                }
                sign_from_here_on(&mut store, By { person, now });
                self.opened(store, key, Some(account));
                self.verifying.ask();
                self.recovery = recovery;
                self.leave_sign_in(TraceKind::SignedIn, now);
                // A moment that was chosen is not the one at which a week is over.
                if !self.chosen {
                    self.note_missed_visits(Who::is(person), now);
                }
                Reply::Opened { who: Who::is(person), demo: false }
            }
            refused => {
                self.presence = None;
                match refused {
                    Err(error) => Trouble::from(error).into(),
                    Ok(_) => Reply::Refused(Msg::new("backend-account-ended")),
                }
            }
        }
    }

    /// Opens the store with the recovery key, for nobody in particular.
    ///
    /// # Errors
    /// A reply that says why not; nothing was changed.
    pub fn unlock_by_recovery(&mut self, recovery: &SecretString, now: Now) -> Result<(), Reply> {
        let (store, key, _) = self.open_store(None, |vault| vault.recover_to_sign(recovery))?;
        self.opened(store, key, None);
        self.leave_sign_in(TraceKind::RecoveredIn, now);
        Ok(())
    }

    /// Opens the store by one of the keys the vault gives: there are two while the key is being changed.
    ///
    /// A desk that is alone may be changing the key: it is waited for before the keys are read.
    fn open_store(
        &mut self,
        account: Option<AccountId>,
        keys: impl Fn(&Vault) -> Result<Opened, VaultError>,
    ) -> Result<(Store, DataKey, Option<RecoveryKey>), Reply> {
        self.enter();
        let opened = self.open_by(account, keys);
        if opened.is_err() {
            self.presence = None;
        }
        opened
    }

    /// Tells other desks that this one opens the store. One that cannot is never alone, and opens all the same.
    pub(super) fn enter(&mut self) {
        self.presence = Presence::enter(self.folder.root())
            .inspect_err(|error| tracing::warn!(%error, "other desks cannot be told of this one"))
            .ok();
    }

    fn open_by(
        &self,
        account: Option<AccountId>,
        keys: impl Fn(&Vault) -> Result<Opened, VaultError>,
    ) -> Result<(Store, DataKey, Option<RecoveryKey>), Reply> {
        let path = self.folder.store();
        let mut seen = None;
        loop {
            let now = self.vault.fingerprint();
            // Nothing has changed since the last try: another would not do better.
            if seen.as_ref() == Some(&now) {
                break;
            }
            seen = Some(now);
            let opened = keys(&self.vault).map_err(|error| match error {
                VaultError::WrongPassphrase => Reply::WrongPassphrase,
                error => Trouble::from(error).into(),
            })?;
            for key in opened.keys {
                match Store::open(&path, key.expose()) {
                    Ok(mut store) => {
                        store.sign_with(opened.signer, opened.recipient, account);
                        store.begin_session().map_err(Trouble::from)?;
                        return Ok((store, key, opened.recovery));
                    }
                    Err(StoreError::WrongKey) => {}
                    Err(error) => return Err(self.why_closed(error).into()),
                }
            }
            // Another desk may be changing the key: it holds the folder until it has done so.
            drop(self.vault.hold().map_err(Trouble::from)?);
        }
        let changing = self.vault.is_changing();
        Err(if changing { Trouble::from(VaultError::NotEntitled) } else { StoreError::WrongKey.into() }.into())
    }

    /// Somebody is in: what another desk left half done about accounts is finished.
    pub(super) fn opened(&mut self, store: Store, key: DataKey, account: Option<AccountId>) {
        let mut store = store;
        self.key = Some(key);
        self.account = account;
        self.person = account.and_then(|id| store.account_person(id).ok().flatten());
        let settled = match store.accounts() {
            // Restored, and nobody but whoever opens it has an account: there is nobody to ask about.
            Ok(all) if account.is_some() && all.len() == 1 && restored::was_restored(&self.folder) => {
                self.keep_accounts_by_steps(&mut store, &[], None, &mut |_| Ok(())).map(|_| ())
            }
            _ => self.settle(&mut store),
        };
        if let Err(trouble) = settled {
            tracing::warn!(id = %trouble.msg.id, "accounts could not be put in order");
        }
        self.keys_seen = self.vault.fingerprint();
        self.centre = store.identity().ok();
        self.store = Some(store);
    }

    pub(super) fn close(&mut self) {
        self.store = None;
        self.key = None;
        self.account = None;
        self.recovery = None;
        self.person = None;
        self.centre = None;
        self.presence = None;
        self.copies.close();
        self.verifying.finish();
        self.verifying = Verifying::default();
        self.copied = None;
    }

    /// Who acts: in a centre the person of the account that opened it, whatever a request says, and whoever
    /// dictates to them; in the fictional centre one may sit down as anybody.
    ///
    /// # Errors
    /// When the centre was opened for nobody, by the recovery key.
    pub(super) fn acting(&self, who: Who) -> Result<Who, Trouble> {
        match (&self.key, self.person) {
            (None, _) => Ok(who),
            (Some(_), Some(person)) => Ok(Who { person, ..who }),
            (Some(_), None) => Err(TroubleKind::Forbidden.with(Msg::new("backend-nobody"))),
        }
    }

    /// Who does something to an account.
    pub(super) fn by(&self, now: Now) -> Result<By, Trouble> {
        if self.key.is_none() {
            return Err(Msg::new("backend-demo-account").into());
        }
        let person = self.person.ok_or_else(|| Msg::new("backend-nobody"))?;
        Ok(By { person, now })
    }

    /// Whether what failed did so because another desk has changed the key of the centre.
    pub(super) fn key_has_changed(&self, reply: &Reply) -> bool {
        let Some(key) = &self.key else { return false };
        matches!(reply, Reply::Failed(trouble) if trouble.kind == TroubleKind::Unreadable)
            && self.keys_seen != self.vault.fingerprint()
            && matches!(Store::fits(&self.folder.store(), key.expose()), Ok(false))
    }

    /// Whether the account that is signed in was closed meanwhile, or has another passphrase.
    pub(super) fn is_sent_away(&self, store: &Store) -> bool {
        self.account.is_some_and(|account| matches!(store.account_person(account), Ok(None)))
    }

    /// Whether the key of the centre is to change.
    pub(super) fn is_key_due(&self, store: &Store) -> Result<bool, Trouble> {
        match &self.key {
            Some(key) => Ok(store.is_key_due(&key.mark())?),
            None => Ok(false),
        }
    }

    /// Finishes what another desk left half done about accounts, and changes the key when that is due and this desk
    /// is the only one.
    fn settle(&mut self, store: &mut Store) -> Result<(), Trouble> {
        self.settle_by_steps(store, &mut |_| Ok(()))
    }

    /// `after` as in [`Backend::end_account_by_steps`].
    fn settle_by_steps(
        &mut self,
        store: &mut Store,
        after: &mut dyn FnMut(Step) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let known = |store: &Store| -> Result<BTreeSet<i64>, Trouble> {
            Ok(store.accounts()?.iter().map(|a| a.id.0).collect())
        };
        let listed = |vault: &Vault| -> BTreeSet<i64> {
            vault.names().map(|names| names.into_iter().map(|(id, _)| id).collect()).unwrap_or_default()
        };
        let in_order = |vault: &Vault, known: &BTreeSet<i64>| !vault.is_changing() && listed(vault).is_subset(known);
        if in_order(&self.vault, &known(store)?) && !self.is_key_due(store)? {
            return Ok(());
        }
        let vault = self.vault.clone();
        let held = vault.hold()?;
        let known = known(store)?;
        if known.is_empty() {
            return Ok(());
        }
        if !in_order(&self.vault, &known) {
            let key = self.fitting_key()?;
            if !listed(&self.vault).is_subset(&known) {
                // Of an account that was cut off as it was made or ended, somebody may have kept a way in.
                store.set_key_due(&key.mark())?;
            }
            held.rewrap(key, &recipients(store)?)?;
            after(Step::Kept)?;
            relist(&held, store)?;
        }
        self.change_key(&held, store, after).map(|_| ())
    }

    /// The key in hand, once it is sure that it still opens the store: no other may be given to anybody.
    pub(super) fn fitting_key(&self) -> Result<&DataKey, Trouble> {
        let key = self.key.as_ref().ok_or_else(|| Msg::new("backend-demo-account"))?;
        match Store::fits(&self.folder.store(), key.expose()) {
            Ok(true) => Ok(key),
            Ok(false) => Err(StoreError::WrongKey.into()),
            Err(error) => Err(error.into()),
        }
    }

    pub(super) fn add_account(
        &self,
        store: &mut Store,
        person: PersonId,
        passphrase: &SecretString,
        by: By,
    ) -> Result<Account, Trouble> {
        store.may_account(AccountEventKind::Added, person, by)?;
        let label = store.person_name(person)?.ok_or_else(|| Msg::new("store-gone"))?;
        let held = self.vault.hold()?;
        if store.accounts()?.iter().any(|a| a.person == person) {
            return Err(Msg::new("backend-account-exists").with("name", label).into());
        }
        let made = held.add(self.fitting_key()?, &label, passphrase, &recipients(store)?)?;
        let account = Account { id: AccountId(made.id), label, person, recipient: made.recipient };
        store.add_account(&account, Some(&made.signer.public()), by)?;
        Ok(account)
    }

    pub(super) fn rename_account(
        &self,
        store: &mut Store,
        account: AccountId,
        label: &str,
        by: By,
    ) -> Result<Msg, Trouble> {
        let held = self.vault.hold()?;
        self.fitting_key()?;
        let accounts = store.accounts()?;
        let old = found(&accounts, account)?;
        store.may_account(AccountEventKind::Renamed, old.person, by)?;
        if accounts.iter().any(|a| a.id != account && fold(&a.label) == fold(label)) {
            return Err(Msg::new("backend-account-label").with("name", label).into());
        }
        let said = Msg::new("backend-account-renamed").with("old", old.label.as_str()).with("name", label);
        store.rename_account(&old, label, by)?;
        relist(&held, store)?;
        Ok(said)
    }

    /// Gives an account a new passphrase, with a new secret key: nobody can open the forgotten one.
    pub(super) fn reset_passphrase(
        &mut self,
        store: &mut Store,
        account: AccountId,
        passphrase: &SecretString,
        how: AccountEventKind,
        by: By,
    ) -> Result<Msg, Trouble> {
        self.reset_passphrase_by_steps(store, account, passphrase, how, by, &mut |_| Ok(()))
    }

    /// `after` as in [`Backend::end_account_by_steps`].
    fn reset_passphrase_by_steps(
        &mut self,
        store: &mut Store,
        account: AccountId,
        passphrase: &SecretString,
        how: AccountEventKind,
        by: By,
        after: &mut dyn FnMut(Step) -> Result<(), Trouble>,
    ) -> Result<Msg, Trouble> {
        let vault = self.vault.clone();
        let held = vault.hold()?;
        let old = found(&store.accounts()?, account)?;
        store.may_account(how, old.person, by)?;
        let made = held.add(self.fitting_key()?, &old.label, passphrase, &recipients(store)?)?;
        let new = Account { id: AccountId(made.id), recipient: made.recipient, ..old };
        self.key_is_due(store, after)?;
        store.replace_account(account, &new, Some(&made.signer.public()), how, by)?;
        if self.account == Some(account) {
            self.account = Some(new.id);
            store.sign_with(made.signer, new.recipient.clone(), Some(new.id));
        }
        after(Step::Ended)?;
        let said = match self.close_way_in(&held, store, after) {
            Ok(Change::Done) => Msg::new("backend-passphrase-reset"),
            Ok(Change::Waits) => Msg::new("backend-passphrase-reset-waits"),
            Err(why) => Msg::new("backend-passphrase-reset-only").with("why", why.msg),
        };
        Ok(said.with("name", new.label))
    }

    /// A way in is about to be closed, and old copies of the key files keep it: the key has to change. Noted first,
    /// since a key that changes once too often harms nobody.
    pub(super) fn key_is_due(
        &self,
        store: &mut Store,
        after: &mut dyn FnMut(Step) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        store.set_key_due(&self.fitting_key()?.mark())?;
        after(Step::Due)
    }

    /// Closes the way in of whoever is no longer in the store, at once in this folder, and for old copies of its keys
    /// once the key of the centre has changed.
    fn close_way_in(
        &mut self,
        held: &Held<'_>,
        store: &mut Store,
        after: &mut dyn FnMut(Step) -> Result<(), Trouble>,
    ) -> Result<Change, Trouble> {
        self.entitle(held, store, after)?;
        self.change_key(held, store, after)
    }

    /// Encrypts the key to those in the store and nobody else, and lists them.
    pub(super) fn entitle(
        &mut self,
        held: &Held<'_>,
        store: &mut Store,
        after: &mut dyn FnMut(Step) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        held.rewrap(self.fitting_key()?, &recipients(store)?)?;
        relist(held, store)?;
        self.keys_seen = self.vault.fingerprint();
        after(Step::Closed)
    }

    /// Whether a restored store is still to be opened by the coordination, and this account is not one of hers.
    fn waits_for_the_coordination(&self, store: &Store, account: AccountId) -> bool {
        let hers = |all: Vec<Account>| all.iter().any(|a| a.id == account);
        restored::waits(&self.folder) && !store.accounts_of(Role::Coordination).is_ok_and(hers)
    }

    /// After a restoration: these keep their account, and so does whoever says it; the others' end.
    pub(super) fn keep_accounts(&mut self, store: &mut Store, kept: &[PersonId], now: Now) -> Result<Msg, Trouble> {
        let by = self.by(now)?;
        self.keep_accounts_by_steps(store, kept, Some(by), &mut |_| Ok(()))
    }

    /// `after` as in [`Backend::end_account_by_steps`].
    fn keep_accounts_by_steps(
        &mut self,
        store: &mut Store,
        kept: &[PersonId],
        by: Option<By>,
        after: &mut dyn FnMut(Step) -> Result<(), Trouble>,
    ) -> Result<Msg, Trouble> {
        let own = self.account.ok_or_else(|| Msg::new("backend-closed"))?;
        if !restored::waits(&self.folder) || self.waits_for_the_coordination(store, own) {
            return Err(Msg::new("backend-not-restored").into());
        }
        let vault = self.vault.clone();
        let held = vault.hold()?;
        // The key is that of the copy: an account that ended after it still holds it.
        self.key_is_due(store, after)?;
        let accounts = store.accounts()?;
        let ended: Vec<Account> = accounts.into_iter().filter(|a| a.id != own && !kept.contains(&a.person)).collect();
        for account in &ended {
            let by = by.ok_or_else(|| Msg::new("backend-nobody"))?;
            store.remove_account(account, by)?;
        }
        after(Step::Ended)?;
        self.entitle(&held, store, after)?;
        restored::confirm(&self.folder).map_err(|e| super::io_msg(&e))?;
        let names = ended.into_iter().map(|a| a.label).collect::<Vec<_>>().join(", ");
        let said = match (self.change_key(&held, store, after)?, names.is_empty()) {
            (Change::Done, true) => Msg::new("backend-kept-all"),
            (Change::Done, false) => Msg::new("backend-kept"),
            (Change::Waits, true) => Msg::new("backend-kept-all-waits"),
            (Change::Waits, false) => Msg::new("backend-kept-waits"),
        };
        Ok(if names.is_empty() { said } else { said.with("names", names) })
    }

    /// Opens the account of a doctor by hand, outside the days of a stay.
    pub(super) fn open_account(store: &mut Store, account: AccountId, by: By) -> Result<Msg, Trouble> {
        let account = found(&store.accounts()?, account)?;
        let until = store.open_account(&account, by)?;
        Ok(Msg::new("account-event-opened").with("name", account.label).with("until", until))
    }

    /// The coordination has seen what members of the team did to an account.
    pub(super) fn confirm_account(store: &mut Store, account: AccountId, by: By) -> Result<Msg, Trouble> {
        let account = found(&store.accounts()?, account)?;
        match store.confirm_account(&account, by)? {
            0 => Err(Msg::new("accounts-nothing-to-confirm").with("name", account.label).into()),
            _ => Ok(Msg::new("account-event-confirmed").with("name", account.label)),
        }
    }

    /// Seven words.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn new_passphrase() -> Result<SecretString, Trouble> {
        Ok(passphrase::generate().map_err(passphrase::NoRandomness::msg)?)
    }

    /// Gives a person a passphrase, in place of a forgotten one or for the first time.
    ///
    /// # Errors
    /// The sentence that says why not.
    pub fn give_passphrase(&mut self, person: PersonId, passphrase: &SecretString, now: Now) -> Result<Msg, Trouble> {
        // The recovery key is nobody's: who receives the passphrase answers for it.
        let by = By { person, now };
        let mut store = self.store.take().ok_or_else(|| Msg::new("backend-closed"))?;
        let before = store.newest_account_event();
        let accounts = store.accounts().map_err(Trouble::from);
        let said = accounts.and_then(|all| {
            if let Some(account) = all.iter().find(|a| a.person == person) {
                return self.reset_passphrase(&mut store, account.id, passphrase, AccountEventKind::Recovered, by);
            }
            // Whoever has read the page has had the key of the centre in hand.
            self.key_is_due(&mut store, &mut |_| Ok(()))?;
            let made = self.add_account(&mut store, person, passphrase, by)?;
            let vault = self.vault.clone();
            let held = vault.hold()?;
            self.change_key(&held, &mut store, &mut |_| Ok(()))?;
            Ok(Msg::new("frame-account-added").with("name", made.label))
        });
        if before.is_ok_and(|before| self.leave_account_marks(&mut store, before, by)) {
            let _ = store.write_traces();
        }
        self.store = Some(store);
        said
    }

    pub(super) fn end_account(&mut self, store: &mut Store, account: AccountId, now: Now) -> Result<Msg, Trouble> {
        let by = self.by(now)?;
        self.end_account_by_steps(store, account, by, &mut |_| Ok(()))
    }

    /// `after` is told each step, and may stop there as a power cut would.
    fn end_account_by_steps(
        &mut self,
        store: &mut Store,
        account: AccountId,
        by: By,
        after: &mut dyn FnMut(Step) -> Result<(), Trouble>,
    ) -> Result<Msg, Trouble> {
        let vault = self.vault.clone();
        let held = vault.hold()?;
        self.fitting_key()?;
        let accounts = store.accounts()?;
        let ended = found(&accounts, account)?;
        store.may_account(AccountEventKind::Ended, ended.person, by)?;
        if self.account == Some(account) {
            return Err(Msg::new("backend-account-own").into());
        }
        let people = frame(store, Who::is(ended.person), by.now)?.rota.people;
        let coordinates =
            |a: &Account| people.get(a.person).is_some_and(|p| p.role == Role::Coordination && p.in_team(by.now.day));
        if coordinates(&ended) && !accounts.iter().any(|a| a.id != account && coordinates(a)) {
            return Err(Msg::new("backend-account-last").with("name", ended.label).into());
        }
        self.key_is_due(store, after)?;
        store.remove_account(&ended, by)?;
        after(Step::Ended)?;
        match self.close_way_in(&held, store, after) {
            Ok(Change::Done) => Ok(Msg::new("backend-account-ended-for").with("name", ended.label)),
            Ok(Change::Waits) => Ok(Msg::new("backend-account-ended-waits").with("name", ended.label)),
            Err(why) => {
                Err(Msg::new("backend-account-ended-only").with("name", ended.label).with("why", why.msg).into())
            }
        }
    }

    /// Changes the key of the centre when that is due and no other desk is open: under somebody's open form the store
    /// would become unreadable.
    pub(super) fn change_key(
        &mut self,
        held: &Held<'_>,
        store: &mut Store,
        after: &mut dyn FnMut(Step) -> Result<(), Trouble>,
    ) -> Result<Change, Trouble> {
        if !self.is_key_due(store)? {
            return Ok(Change::Done);
        }
        let io = |error: std::io::Error| Trouble::from(VaultError::Io(error));
        let Some(presence) = self.presence.take() else { return Ok(Change::Waits) };
        let changed = match presence.is_alone() {
            Ok(true) => {
                let changed = self.renew_key(held, store, after).map(|()| Change::Done);
                presence.share().map_err(io).and(changed)
            }
            Ok(false) => Ok(Change::Waits),
            Err(error) => Err(io(error)),
        };
        // Whatever came of it this desk is open, and no other may think itself alone.
        self.presence = Some(presence);
        changed
    }

    /// Changes the key of the centre: only those entitled now open what is written from here on.
    fn renew_key(
        &mut self,
        held: &Held<'_>,
        store: &mut Store,
        after: &mut dyn FnMut(Step) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        self.verifying.finish();
        let path = self.folder.store();
        let old = self.fitting_key()?.clone();
        let recipients = recipients(store)?;
        if self.vault.is_changing() {
            // The key in hand may be in the file of the next key alone, which is written over below.
            held.rewrap(&old, &recipients)?;
            after(Step::Kept)?;
        }
        let new = DataKey::random()?;
        held.prepare(&new, &recipients)?;
        after(Step::Prepared)?;
        if let Err(error) = Store::rekey(&path, old.expose(), new.expose())
            && !Store::fits(&path, new.expose())?
        {
            // The key is the old one still, for those who stay; the next sign-in tries again.
            held.rewrap(&old, &recipients)?;
            return Err(error.into());
        }
        after(Step::Rekeyed)?;
        store.reopen(&path, new.expose())?;
        // Under the old key, which a departed person may have kept; the schema it was kept for has proven itself.
        if let Err(error) = Store::forget_kept(&path) {
            tracing::warn!(%error, "the store of the schema before stays");
        }
        lost::seal(held, store, &path, &old);
        held.rewrap(&new, &recipients)?;
        self.key = Some(new);
        self.keys_seen = self.vault.fingerprint();
        after(Step::Settled)
    }
}

/// Everyone entitled: the accounts of the store, and the recovery key, but for what somebody has planted among them. What
/// is nobody's public key keeps no others from theirs: it opens nothing.
fn recipients(store: &Store) -> Result<Vec<String>, Trouble> {
    let mut entitled = store.entitled()?;
    entitled.retain(|recipient| Vault::is_recipient(recipient));
    Ok(entitled)
}

/// What is under no signature yet is taken over, where the coordination signs in; whoever's key is not known yet brings it.
/// What cannot be written now is the next time.
fn sign_from_here_on(store: &mut Store, by: By) {
    let begin = |store: &mut Store| {
        if store.adopt(by, None)? | store.enter_key(by)? {
            store.begin_session()?;
        }
        Ok::<_, StoreError>(())
    };
    if let Err(error) = begin(store) {
        tracing::warn!(%error, "what is not signed yet could not be taken over");
    }
}

/// Makes the sign-in list that of the store.
fn relist(held: &Held<'_>, store: &Store) -> Result<(), Trouble> {
    let accounts = store.accounts()?;
    let list: Vec<_> = accounts.into_iter().map(|a| (a.id.0, a.label)).collect();
    Ok(held.list(&list)?)
}

/// Who has to open a restored store first.
fn first_of_all(store: &Store) -> Msg {
    let hers = store.accounts_of(Role::Coordination).unwrap_or_default();
    if hers.is_empty() {
        return Msg::new("backend-restored-recovery");
    }
    let names = hers.into_iter().map(|a| a.label).collect::<Vec<_>>().join(", ");
    Msg::new("backend-restored-first").with("names", names)
}

fn found(accounts: &[Account], account: AccountId) -> Result<Account, Trouble> {
    accounts.iter().find(|a| a.id == account).cloned().ok_or_else(|| VaultError::NoAccount.into())
}

#[cfg(test)]
mod tests;
