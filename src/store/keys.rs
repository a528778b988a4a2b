//! The keys that sign: which the centre knows, and how a change is signed with one.
//!
//! A change's signature is over the centre, the number of the change and its hash, and its hash covers the number of the
//! key. Nothing is signed until somebody of the coordination has taken over what was written before (adopt.rs); from
//! then on nothing is written that is not signed.

use rusqlite::{Connection, OptionalExtension};

use super::door::{Done, Stop};
use super::{By, Store, StoreError};
use crate::domain::{AccountEventKind, AccountId, CentreId, ChangeId, Msg, Now, PersonId, Who};
use crate::signing::Signer;
use crate::store::sql::{Columns as _, params};

/// The key of whoever is signed in.
#[derive(Debug, Clone)]
pub(super) struct Signing {
    signer: Signer,
    /// The public key of the same secret.
    recipient: String,
    /// None for a recovery key, which is nobody's.
    account: Option<AccountId>,
}

impl Signing {
    pub(super) const fn new(signer: Signer, recipient: String, account: Option<AccountId>) -> Self {
        Self { signer, recipient, account }
    }

    /// The number of this key; nothing where it is not known yet.
    fn known(&self, conn: &Connection) -> Result<Option<i64>, StoreError> {
        let mut sql = conn.prepare_cached("SELECT id FROM signing_key WHERE public = ?1")?;
        Ok(sql.query_row([self.signer.public()], |row| row.col(0)).optional()?)
    }

    /// Enters this key with the change under way, where it is not known yet.
    pub(super) fn enter(&self, conn: &Connection, centre: CentreId) -> Result<i64, StoreError> {
        if let Some(known) = self.known(conn)? {
            return Ok(known);
        }
        let owner = match self.account {
            None => None,
            Some(account) => {
                let mut sql = conn.prepare_cached("SELECT person FROM account WHERE id = ?1")?;
                let person = sql.query_row(params![account], |row| row.col(0)).optional()?;
                Some((account, person.ok_or(StoreError::Missing)?))
            }
        };
        entered(conn, centre, owner, &self.recipient, &self.signer.public())
    }

    /// Says that a key has come by itself: the coordination has to confirm that it is whose it says.
    fn tell(&self, conn: &Connection, centre: CentreId, by: PersonId, now: Now) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO account_event(centre, at, kind, account, person, label, author)
             VALUES (?1, ?2, ?3, ?4, coalesce((SELECT person FROM account WHERE id = ?4), ?5),
               coalesce((SELECT label FROM account WHERE id IS ?4), (SELECT label FROM account WHERE person = ?5), ''), ?5)",
        )?
        .execute(params![centre, now.at, AccountEventKind::KeyEntered, self.account, by])?;
        Ok(())
    }

    /// The half that verifies.
    pub(super) fn public(&self) -> String {
        self.signer.public()
    }

    /// The signature of a change.
    pub(super) fn of_change(&self, conn: &Connection, change: ChangeId, hash: &str) -> Result<Vec<u8>, StoreError> {
        Ok(self.signer.sign(&message(&identity(conn)?, change, hash)))
    }
}

impl Store {
    /// Enters the key of whoever has signed in, where changes are signed and it is not known yet. Says whether it was.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub fn enter_key(&mut self, by: By) -> Result<bool, StoreError> {
        let Some(signing) = self.signing.clone() else { return Ok(false) };
        if self.is_read_only() || !begun(&self.conn)? || signing.known(&self.conn)?.is_some() {
            return Ok(false);
        }
        self.change(Who::is(by.person), by.now, |cx| {
            let centre = cx.centre()?;
            signing.enter(cx.conn, centre)?;
            signing.tell(cx.conn, centre, by.person, by.now)?;
            let label = self::label(cx.conn, by.person)?;
            Ok(Done::signed(Msg::new(AccountEventKind::KeyEntered.word()).with("name", label)))
        })?;
        Ok(true)
    }
}

/// The name of a person's account in the sign-in list.
fn label(conn: &Connection, person: PersonId) -> Result<String, StoreError> {
    let mut sql = conn.prepare_cached("SELECT label FROM account WHERE person = ?1")?;
    Ok(sql.query_row(params![person], |row| row.col(0)).optional()?.unwrap_or_default())
}

/// Keeps the public half of a key; whose it is, unless it is a recovery key.
pub(super) fn entered(
    conn: &Connection,
    centre: CentreId,
    owner: Option<(AccountId, PersonId)>,
    recipient: &str,
    public: &str,
) -> Result<i64, StoreError> {
    let (account, person) = owner.unzip();
    conn.prepare_cached(
        "INSERT INTO signing_key(centre, account, person, recipient, public) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![centre, account, person, recipient, public])?;
    Ok(conn.last_insert_rowid())
}

/// Asked with each change: by the index alone where there are thousands and none is signed.
pub(super) const BEGUN: &str =
    "SELECT EXISTS (SELECT 1 FROM adoption) OR EXISTS (SELECT 1 FROM change WHERE key IS NOT NULL)";

/// Whether changes are signed here: what has begun it is asked of the changes, since a row may be taken away.
pub(super) fn begun(conn: &Connection) -> Result<bool, StoreError> {
    let mut sql = conn.prepare_cached(BEGUN)?;
    Ok(sql.query_row([], |row| row.col(0))?)
}

/// The key by which the change under way is signed; nothing as long as nothing is.
pub(super) fn of_change(
    conn: &Connection,
    centre: Option<CentreId>,
    signing: Option<&Signing>,
    by: PersonId,
    now: Now,
) -> Result<Option<i64>, Stop> {
    if !begun(conn)? {
        return Ok(None);
    }
    let (Some(signing), Some(centre)) = (signing, centre) else { return Err(StoreError::Unsigned.into()) };
    if let Some(known) = signing.known(conn)? {
        return Ok(Some(known));
    }
    let key = signing.enter(conn, centre)?;
    signing.tell(conn, centre, by, now)?;
    Ok(Some(key))
}

/// What the store is known by, whatever becomes of its keys.
pub(super) fn identity(conn: &Connection) -> Result<String, StoreError> {
    Ok(conn.prepare_cached("SELECT id FROM identity")?.query_row([], |row| row.col(0))?)
}

/// What is signed of a change: no other store's, and no other change's, is the same.
pub(super) fn message(identity: &str, change: ChangeId, hash: &str) -> Vec<u8> {
    format!("releve signature 1\n{identity}\n{change}\n{hash}").into_bytes()
}
