//! Who may open the store: signing in, accounts, and the key of the centre.

use std::collections::BTreeSet;

use secrecy::SecretString;

use super::{Backend, Msg, Reply, frame};
use crate::domain::{AccountId, Now, PersonId, Role, Who};
use crate::protocol::Account;
use crate::store::{Store, StoreError};
use crate::vault::{DataKey, Held, Vault, VaultError, passphrase};

/// What a change of the key goes through, in its order. A power cut may come after each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// The account is not in the store any more.
    Ended,
    /// Only when an earlier change was cut off: the key that opens the store is the only one again.
    Kept,
    /// The new key lies beside the old one.
    Prepared,
    /// The store is encrypted with the new key.
    Rekeyed,
    /// The new key is the only one.
    Settled,
}

impl Backend {
    pub(super) fn unlock(&mut self, account: AccountId, passphrase: &SecretString) -> Reply {
        let (store, key) = match self.open_store(|vault| vault.open(account.0, passphrase)) {
            Ok(opened) => opened,
            Err(reply) => return reply,
        };
        let person = store.account_person(account);
        match person {
            Ok(Some(person)) => {
                self.opened(store, key, Some(account));
                Reply::Opened { who: Who::is(person), demo: false }
            }
            Ok(None) => Reply::Refused(Msg::new("backend-account-ended")),
            Err(error) => Reply::Failed(error.msg()),
        }
    }

    /// Opens the store with the recovery key, for nobody in particular.
    ///
    /// # Errors
    /// A reply that says why not; nothing was changed.
    pub fn unlock_by_recovery(&mut self, recovery: &SecretString) -> Result<(), Reply> {
        let (store, key) = self.open_store(|vault| vault.recover(recovery))?;
        self.opened(store, key, None);
        Ok(())
    }

    /// Opens the store by one of the keys the vault gives: there are two while the key is being changed.
    fn open_store(&self, keys: impl Fn(&Vault) -> Result<Vec<DataKey>, VaultError>) -> Result<(Store, DataKey), Reply> {
        let path = self.folder.store();
        let mut seen = None;
        loop {
            let now = self.vault.fingerprint();
            // Nothing has changed since the last try: another would not do better.
            if seen.as_ref() == Some(&now) {
                break;
            }
            seen = Some(now);
            let keys = keys(&self.vault).map_err(|error| match error {
                VaultError::WrongPassphrase => Reply::WrongPassphrase,
                error => Reply::Failed(error.msg()),
            })?;
            for key in keys {
                match Store::open(&path, key.expose()) {
                    Ok(mut store) => {
                        store.begin_session().map_err(|e| Reply::Failed(e.msg()))?;
                        return Ok((store, key));
                    }
                    Err(StoreError::WrongKey) => {}
                    Err(error) => return Err(Reply::Failed(error.msg())),
                }
            }
            // Another desk may be changing the key: it holds the folder until it has done so.
            drop(self.vault.hold().map_err(|e| Reply::Failed(e.msg()))?);
        }
        let why = if self.vault.is_changing() { VaultError::NotEntitled.msg() } else { StoreError::WrongKey.msg() };
        Err(Reply::Failed(why))
    }

    /// Somebody is in: what another desk left half done about accounts is finished.
    pub(super) fn opened(&mut self, store: Store, key: DataKey, account: Option<AccountId>) {
        let mut store = store;
        self.key = Some(key);
        self.account = account;
        if let Err(msg) = self.settle(&mut store) {
            tracing::warn!(id = %msg.id, "accounts could not be put in order");
        }
        self.keys_seen = self.vault.fingerprint();
        self.recovery = store.recovery().ok().flatten();
        self.store = Some(store);
    }

    pub(super) fn close(&mut self) {
        self.store = None;
        self.key = None;
        self.account = None;
        self.recovery = None;
        self.copies.close();
        self.copied = None;
    }

    /// Whether what failed did so because another desk has changed the key of the centre.
    pub(super) fn key_has_changed(&self, reply: &Reply) -> bool {
        let unreadable =
            matches!(reply, Reply::Failed(msg) if matches!(msg.id.as_ref(), "store-wrong-key" | "store-damaged"));
        let Some(key) = &self.key else { return false };
        unreadable
            && self.keys_seen != self.vault.fingerprint()
            && matches!(Store::fits(&self.folder.store(), key.expose()), Ok(false))
    }

    /// Finishes a change of accounts or of the key that was cut off: the store says who is entitled.
    fn settle(&mut self, store: &mut Store) -> Result<(), Msg> {
        self.settle_by_steps(store, &mut |_| Ok(()))
    }

    /// `after` as in [`Backend::end_account_by_steps`].
    fn settle_by_steps(
        &mut self,
        store: &mut Store,
        after: &mut dyn FnMut(Step) -> Result<(), Msg>,
    ) -> Result<(), Msg> {
        let known = |store: &Store| -> Result<BTreeSet<i64>, Msg> {
            Ok(store.accounts().map_err(|e| e.msg())?.iter().map(|a| a.id.0).collect())
        };
        let listed = |vault: &Vault| -> BTreeSet<i64> {
            vault.names().map(|names| names.into_iter().map(|(id, _)| id).collect()).unwrap_or_default()
        };
        let in_order = |vault: &Vault, known: &BTreeSet<i64>| !vault.is_changing() && listed(vault).is_subset(known);
        if in_order(&self.vault, &known(store)?) {
            return Ok(());
        }
        let vault = self.vault.clone();
        let held = vault.hold().map_err(|e| e.msg())?;
        let known = known(store)?;
        if known.is_empty() || in_order(&self.vault, &known) {
            return Ok(());
        }
        if listed(&self.vault).is_subset(&known) {
            held.rewrap(self.fitting_key()?, &recipients(store)?).map_err(|e| e.msg())?;
        } else {
            self.renew_key(&held, store, after)?;
        }
        relist(&held, store)
    }

    /// The key in hand, once it is sure that it still opens the store: no other may be given to anybody.
    fn fitting_key(&self) -> Result<&DataKey, Msg> {
        let key = self.key.as_ref().ok_or_else(|| Msg::new("backend-demo-account"))?;
        match Store::fits(&self.folder.store(), key.expose()) {
            Ok(true) => Ok(key),
            Ok(false) => Err(StoreError::WrongKey.msg()),
            Err(error) => Err(error.msg()),
        }
    }

    pub(super) fn add_account(
        &self,
        store: &mut Store,
        person: PersonId,
        passphrase: &SecretString,
    ) -> Result<Account, Msg> {
        if self.key.is_none() {
            return Err(Msg::new("backend-demo-account"));
        }
        let label = store.person_name(person).map_err(|e| e.msg())?.ok_or_else(|| Msg::new("store-gone"))?;
        let held = self.vault.hold().map_err(|e| e.msg())?;
        if store.accounts().map_err(|e| e.msg())?.iter().any(|a| a.person == person) {
            return Err(Msg::new("backend-account-exists").with("name", label));
        }
        let made = held.add(self.fitting_key()?, &label, passphrase, &recipients(store)?).map_err(|e| e.msg())?;
        let account = Account { id: AccountId(made.id), label, person, recipient: made.recipient };
        store.add_account(&account).map_err(|e| e.msg())?;
        Ok(account)
    }

    pub(super) fn rename_account(&self, store: &mut Store, account: AccountId, label: &str) -> Result<Msg, Msg> {
        let held = self.vault.hold().map_err(|e| e.msg())?;
        self.fitting_key()?;
        let accounts = store.accounts().map_err(|e| e.msg())?;
        let old = found(&accounts, account)?;
        if accounts.iter().any(|a| a.id != account && a.label.to_lowercase() == label.to_lowercase()) {
            return Err(Msg::new("backend-account-label").with("name", label));
        }
        let said = Msg::new("backend-account-renamed").with("old", old.label.as_str()).with("name", label);
        store.rename_account(account, label).map_err(|e| e.msg())?;
        relist(&held, store)?;
        Ok(said)
    }

    /// Gives an account a new passphrase, with a new secret key: nobody can open the forgotten one.
    pub(super) fn reset_passphrase(
        &mut self,
        store: &mut Store,
        account: AccountId,
        passphrase: &SecretString,
    ) -> Result<Msg, Msg> {
        let held = self.vault.hold().map_err(|e| e.msg())?;
        let key = self.fitting_key()?;
        let old = found(&store.accounts().map_err(|e| e.msg())?, account)?;
        let made = held.add(key, &old.label, passphrase, &recipients(store)?).map_err(|e| e.msg())?;
        let new = Account { id: AccountId(made.id), recipient: made.recipient, ..old };
        store.replace_account(account, &new).map_err(|e| e.msg())?;
        held.rewrap(key, &recipients(store)?).map_err(|e| e.msg())?;
        relist(&held, store)?;
        if self.account == Some(account) {
            self.account = Some(new.id);
        }
        self.keys_seen = self.vault.fingerprint();
        Ok(Msg::new("backend-passphrase-reset").with("name", new.label))
    }

    /// Seven words.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn new_passphrase() -> Result<SecretString, Msg> {
        passphrase::generate().map_err(|e| e.msg())
    }

    /// Gives a person a passphrase, in place of a forgotten one or for the first time.
    ///
    /// # Errors
    /// The sentence that says why not.
    pub fn give_passphrase(&mut self, person: PersonId, passphrase: &SecretString) -> Result<Msg, Msg> {
        let mut store = self.store.take().ok_or_else(|| Msg::new("backend-closed"))?;
        let accounts = store.accounts().map_err(|e| e.msg());
        let said = accounts.and_then(|all| {
            if let Some(account) = all.iter().find(|a| a.person == person) {
                return self.reset_passphrase(&mut store, account.id, passphrase);
            }
            let made = self.add_account(&mut store, person, passphrase)?;
            Ok(Msg::new("frame-account-added").with("name", made.label))
        });
        self.store = Some(store);
        said
    }

    pub(super) fn end_account(&mut self, store: &mut Store, account: AccountId, now: Now) -> Result<Msg, Msg> {
        self.end_account_by_steps(store, account, now, &mut |_| Ok(()))
    }

    /// `after` is told each step, and may stop there as a power cut would.
    fn end_account_by_steps(
        &mut self,
        store: &mut Store,
        account: AccountId,
        now: Now,
        after: &mut dyn FnMut(Step) -> Result<(), Msg>,
    ) -> Result<Msg, Msg> {
        let vault = self.vault.clone();
        let held = vault.hold().map_err(|e| e.msg())?;
        self.fitting_key()?;
        let accounts = store.accounts().map_err(|e| e.msg())?;
        let ended = found(&accounts, account)?;
        if self.account == Some(account) {
            return Err(Msg::new("backend-account-own"));
        }
        let people = frame(store, Who::is(ended.person), now)?.rota.people;
        let coordinates =
            |a: &Account| people.get(a.person).is_some_and(|p| p.role == Role::Coordination && p.in_team(now.day));
        if coordinates(&ended) && !accounts.iter().any(|a| a.id != account && coordinates(a)) {
            return Err(Msg::new("backend-account-last").with("name", ended.label));
        }
        store.remove_account(account).map_err(|e| e.msg())?;
        after(Step::Ended)?;
        self.renew_key(&held, store, after).map_err(|why| {
            Msg::new("backend-account-ended-only").with("name", ended.label.as_str()).with("why", why)
        })?;
        relist(&held, store)?;
        Ok(Msg::new("backend-account-ended-for").with("name", ended.label))
    }

    /// Changes the key of the centre: only those entitled now open what is written from here on.
    fn renew_key(
        &mut self,
        held: &Held<'_>,
        store: &mut Store,
        after: &mut dyn FnMut(Step) -> Result<(), Msg>,
    ) -> Result<(), Msg> {
        let path = self.folder.store();
        let old = self.fitting_key()?.clone();
        let recipients = recipients(store)?;
        if self.vault.is_changing() {
            // The key in hand may be in the file of the next key alone, which is written over below.
            held.rewrap(&old, &recipients).map_err(|e| e.msg())?;
            after(Step::Kept)?;
        }
        let new = DataKey::random().map_err(|e| e.msg())?;
        held.prepare(&new, &recipients).map_err(|e| e.msg())?;
        after(Step::Prepared)?;
        if let Err(error) = Store::rekey(&path, old.expose(), new.expose())
            && !Store::fits(&path, new.expose()).map_err(|e| e.msg())?
        {
            // The key is the old one still, for those who stay; the next sign-in tries again.
            held.rewrap(&old, &recipients).map_err(|e| e.msg())?;
            return Err(error.msg());
        }
        after(Step::Rekeyed)?;
        store.reopen(&path, new.expose()).map_err(|e| e.msg())?;
        // Under the old key, which a departed person may have kept; the schema it was kept for has proven itself.
        if let Err(error) = Store::forget_kept(&path) {
            tracing::warn!(%error, "the store of the schema before stays");
        }
        held.rewrap(&new, &recipients).map_err(|e| e.msg())?;
        self.key = Some(new);
        self.keys_seen = self.vault.fingerprint();
        after(Step::Settled)
    }
}

/// Everyone entitled: the accounts of the store, and the recovery key.
fn recipients(store: &Store) -> Result<Vec<String>, Msg> {
    let mut all: Vec<String> = store.accounts().map_err(|e| e.msg())?.into_iter().map(|a| a.recipient).collect();
    all.extend(store.recovery().map_err(|e| e.msg())?);
    Ok(all)
}

/// Makes the sign-in list that of the store.
fn relist(held: &Held<'_>, store: &Store) -> Result<(), Msg> {
    let accounts = store.accounts().map_err(|e| e.msg())?;
    let list: Vec<_> = accounts.into_iter().map(|a| (a.id.0, a.label)).collect();
    held.list(&list).map_err(|e| e.msg())
}

fn found(accounts: &[Account], account: AccountId) -> Result<Account, Msg> {
    accounts.iter().find(|a| a.id == account).cloned().ok_or_else(|| VaultError::NoAccount.msg())
}

#[cfg(test)]
mod tests;
