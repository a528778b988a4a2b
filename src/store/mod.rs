//! What is kept: one encrypted `SQLite` file, and everything SQL.
//!
//! There is one way to write, [`Store::write`], which runs an act with the domain's rules inside one
//! transaction and records what each row was before and after; undo and redo swap those images. There
//! is one read for each screen, [`Store::page`]. Changes form a chain (`chain`), whose end is remembered in a file beside
//! the store (`head`): an older store in its place, or a log that was lost, is named. Who saw what is kept apart from it
//! (`journal`), in a chain of its own. May not know the screen, nor how
//! keys are made.

mod account;
mod act;
mod adopt;
mod arm;
#[cfg(test)]
mod attacks;
mod backup;
#[cfg(test)]
mod centres;
mod chain;
mod check;
mod door;
mod draft;
mod error;
mod folder;
mod foresee;
mod head;
mod journal;
mod keys;
mod ledger;
mod migrate;
mod missed;
mod open;
mod page;
mod play;
#[cfg(test)]
mod proof;
mod rekey;
#[cfg(test)]
mod rights;
#[cfg(test)]
mod roles;
mod sql;
#[cfg(test)]
pub(crate) mod testing;
mod undo;
mod write;
mod written;

use rusqlite::{Connection, OptionalExtension};

pub use account::By;
pub use backup::{Examination, Witness};
pub use check::{Findings, Unlike, UnlikeHow};
pub use error::StoreError;
pub use folder::network_fs;
pub use ledger::Fault;
pub use open::Place;

use crate::domain::record::{ALL, Record};
use crate::domain::{AccountId, Centre, CentreId, ChangeId, Stamp};
use crate::signing::Signer;
use crate::store::sql::{Columns as _, params};

/// An open store.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    /// The centre at which whoever is signed in works.
    centre: Option<CentreId>,
    /// Changes up to this one were there when the person signed in: `u` leaves them alone.
    session_start: ChangeId,
    /// The newest change this desk knows of.
    known: ChangeId,
    /// `PRAGMA data_version` when `known` was read.
    data_version: i64,
    /// What is remembered of the newest change beside the file, where there is one.
    head: Option<head::Head>,
    /// Traces that are not yet in the journal.
    traces: journal::Traces,
    /// The copy that is read where the store itself cannot be written.
    reading: Option<tempfile::TempDir>,
    /// The key of whoever is signed in: each change is signed with it, once changes are.
    signing: Option<keys::Signing>,
    /// `PRAGMA schema_version` when its triggers were last known to be the program's.
    armed: Option<i64>,
    /// The records it knows: every one, but for a test that declares one of its own.
    records: &'static [&'static Record],
}

impl Store {
    /// A store on a connection whose schema is up to date.
    fn of(conn: Connection) -> Result<Self, StoreError> {
        let last = last_change(&conn)?;
        let data_version = data_version(&conn)?;
        Ok(Self {
            conn,
            centre: None,
            session_start: last,
            known: last,
            data_version,
            head: None,
            traces: journal::Traces::default(),
            reading: None,
            signing: None,
            armed: None,
            records: &ALL,
        })
    }

    /// A person signs in: undo and redo reach back to here.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn begin_session(&mut self) -> Result<(), StoreError> {
        self.session_start = last_change(&self.conn)?;
        Ok(())
    }

    /// Signs what is written from here on with the key of an account, or with the recovery key; `recipient` is the
    /// public key of the same secret.
    pub fn sign_with(&mut self, signer: Signer, recipient: String, account: Option<AccountId>) {
        self.signing = Some(keys::Signing::new(signer, recipient, account));
    }

    /// The public half of the key that changes are signed with.
    #[must_use]
    pub fn signs_with(&self) -> Option<String> {
        self.signing.as_ref().map(keys::Signing::public)
    }

    /// Sits down at the centre of an account: what is asked and written from now on is that centre's.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn sit_at(&mut self, account: AccountId) -> Result<(), StoreError> {
        let mut sql = self.conn.prepare_cached("SELECT centre FROM account WHERE id = ?1")?;
        self.centre = sql.query_row(params![account], |row| row.col(0)).optional()?;
        Ok(())
    }

    /// Goes on with a connection by another key; what may be undone stays the same.
    ///
    /// # Errors
    /// When the key does not open the store.
    pub fn reopen(&mut self, path: &std::path::Path, key: &[u8; 32]) -> Result<(), StoreError> {
        let opened = Self::open(path, key)?;
        let (centre, session_start) = (self.centre, self.session_start);
        let (signing, traces) = (self.signing.clone(), std::mem::take(&mut self.traces));
        *self = Self { centre, session_start, traces, signing, ..opened };
        Ok(())
    }

    /// Closes the store with everything in its one file, so that it can be renamed or copied.
    ///
    /// # Errors
    /// When the journal cannot be emptied into the file.
    pub fn close(self) -> Result<(), StoreError> {
        if self.is_read_only() {
            return Ok(());
        }
        self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        self.conn.close().map_err(|(_, error)| error.into())
    }

    /// Whether the store is only read, since it cannot be written.
    #[must_use]
    pub const fn is_read_only(&self) -> bool {
        self.reading.is_some()
    }

    /// Whether another desk has changed the centre since the last time this was asked.
    ///
    /// Asking costs microseconds. What another desk drafts is no change. A store that cannot be read
    /// counts as changed: whoever then asks for a page is told why.
    pub fn changed(&mut self) -> bool {
        self.poll().unwrap_or(true)
    }

    fn poll(&mut self) -> Result<bool, StoreError> {
        let version = data_version(&self.conn)?;
        if version == self.data_version {
            return Ok(false);
        }
        let last = last_change(&self.conn)?;
        self.data_version = version;
        let changed = last != self.known;
        self.known = last;
        Ok(changed)
    }

    /// Whether every text of an act may be kept: asked before anything of it is written outside the store.
    ///
    /// # Errors
    /// The sentence that says why not.
    pub fn may_keep(act: &crate::domain::act::Act) -> Result<(), crate::domain::Msg> {
        act::check_texts(act)
    }

    /// The latest moment at which one of the newest changes was made. Of several, for the first one made under a
    /// wrong clock must not make that clock the right one.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn latest_of_newest(&self) -> Result<Option<Stamp>, StoreError> {
        let newest = "SELECT max(at) FROM (SELECT at FROM change ORDER BY id DESC LIMIT 30)";
        let at: Option<i64> = self.conn.prepare_cached(newest)?.query_row([], |row| row.col(0))?;
        Ok(at.map(Stamp))
    }

    /// The centre this desk is at, once it has been made.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn centre(&self) -> Result<Option<Centre>, StoreError> {
        match seat(&self.conn, self.centre)? {
            Some(id) => page::rota::centre(&self.conn, id),
            None => Ok(None),
        }
    }
}

/// The centre a desk is at: the one somebody has signed in at; before, the only one there is.
fn seat(conn: &Connection, settled: Option<CentreId>) -> Result<Option<CentreId>, StoreError> {
    if settled.is_some() {
        return Ok(settled);
    }
    let mut sql = conn.prepare_cached("SELECT id FROM centre")?;
    let centres: Vec<CentreId> = sql.query_map([], |row| row.col(0))?.collect::<Result<_, _>>()?;
    Ok(match centres[..] {
        [only] => Some(only),
        _ => None,
    })
}

fn last_change(conn: &Connection) -> Result<ChangeId, StoreError> {
    let mut last = conn.prepare_cached("SELECT coalesce(max(id), 0) FROM change")?;
    Ok(last.query_row([], |row| row.col(0))?)
}

fn data_version(conn: &Connection) -> Result<i64, StoreError> {
    Ok(conn.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.col(0))?)
}
