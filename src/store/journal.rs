//! The journal of accesses: a chain of its own, apart from the changes, that only grows.
//!
//! What is only looked at waits in memory and goes with the next change, or within two seconds by itself
//! ([`Store::write_traces`]): reading costs no commit. What cannot be written, on a full disk or in a store that is only
//! read, stays there and is tried again: it keeps nobody from reading.
//!
//! Entries are folded away after the months that the centre chose; what they were is no longer known, and the chain goes
//! on from the hash of the last of them. Its newest entry is known outside of it: by the changes and beside the store.

use std::time::{Duration, Instant};

use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior};

use super::chain::Content;
use super::head::Line;
use super::{Store, StoreError, seat};
use crate::domain::journal::{JournalEntry, Left, MOST_SHOWN, Seat, Trace, TraceKind, Unfit};
use crate::domain::{AccountId, CentreId, ChangeId, PersonId, Stamp, TraceId};
use crate::store::sql::{Columns as _, params};

/// How long a trace may wait to be written.
const LONGEST: Duration = Duration::from_secs(2);

/// Traces that are not yet in the journal.
#[derive(Debug, Default)]
pub(super) struct Traces {
    waiting: Vec<Left>,
    /// When the oldest of them came.
    since: Option<Instant>,
    /// Whether the desk has looked around since then.
    looked: bool,
    /// Whether it was said that they cannot be written.
    said: bool,
}

impl Traces {
    fn add(&mut self, left: Left) {
        self.waiting.push(left);
        self.since.get_or_insert_with(Instant::now);
    }

    /// Those that were written go.
    pub(super) fn written(&mut self, count: usize) {
        self.waiting.drain(..count);
        if self.waiting.is_empty() {
            (self.since, self.looked, self.said) = (None, false, false);
        }
    }

    fn failed(&mut self, error: &StoreError) {
        if !std::mem::replace(&mut self.said, true) {
            tracing::warn!(%error, count = self.waiting.len(), "the journal cannot be written, and waits");
        }
    }

    /// Writes what waits within the transaction of somebody's change, which does not fail for it.
    ///
    /// # Errors
    /// When there is no transaction any more: on a full disk the engine gives it up.
    pub(super) fn join(&mut self, conn: &Connection, settled: Option<CentreId>) -> Result<usize, StoreError> {
        for (written, left) in self.waiting.iter().enumerate() {
            if let Err(error) = append(conn, settled, left) {
                self.failed(&error);
                return if conn.is_autocommit() { Err(error) } else { Ok(written) };
            }
        }
        Ok(self.waiting.len())
    }
}

/// The place of an entry in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub number: TraceId,
    pub hash: String,
}

const ENTRY: &str = "id, centre, at, kind, number, person, account, host, remote, hash";

/// The hash of an entry after another, of its columns in the order of [`ENTRY`].
fn hash(previous: &str, id: TraceId, centre: CentreId, left: &Left, kind: &str) -> String {
    Content::new("releve journal 1")
        .text(Some(previous))
        .number(Some(id.0))
        .number(Some(centre.0))
        .number(Some(left.at.0))
        .text(Some(kind))
        .number(left.trace.number)
        .number(left.person.map(|person| person.0))
        .number(left.account.map(|account| account.0))
        .text(Some(&left.seat.host))
        .number(Some(left.seat.remote.into()))
        .hex()
}

/// What was folded away: the last of it, and that there were so many.
fn folded(conn: &Connection) -> Result<Link, StoreError> {
    let mut sql = conn.prepare_cached("SELECT number, hash FROM journal_head")?;
    Ok(sql.query_row([], |row| Ok(Link { number: row.col(0)?, hash: row.col(1)? }))?)
}

/// The newest entry; what was folded away last, where there is none.
pub(super) fn newest(conn: &Connection) -> Result<Link, StoreError> {
    let mut sql = conn.prepare_cached("SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1")?;
    let newest = sql.query_row([], |row| Ok(Link { number: row.col(0)?, hash: row.col(1)? })).optional()?;
    newest.map_or_else(|| folded(conn), Ok)
}

/// The hash of the newest entry, for the change that is made now; nothing while there is no entry.
pub(super) fn newest_hash(conn: &Connection) -> Result<Option<String>, StoreError> {
    Ok(Some(newest(conn)?).filter(|newest| newest.number.0 > 0).map(|newest| newest.hash))
}

/// Whether the journal holds an entry as it is known; of what was folded away nothing else can be said.
pub(super) fn holds(conn: &Connection, known: &Link) -> Result<bool, StoreError> {
    if known.number <= folded(conn)?.number {
        return Ok(true);
    }
    let mut sql = conn.prepare_cached("SELECT hash FROM journal WHERE id = ?1")?;
    let found: Option<String> = sql.query_row(params![known.number], |row| row.col(0)).optional()?;
    Ok(found.as_ref() == Some(&known.hash))
}

/// Adds an entry to the chain.
fn append(conn: &Connection, settled: Option<CentreId>, left: &Left) -> Result<Link, StoreError> {
    // Of a failure, the centre of the account that was tried.
    let of_account: Option<CentreId> = match left.account {
        Some(account) => conn
            .prepare_cached("SELECT centre FROM account WHERE id = ?1")?
            .query_row(params![account], |row| row.col(0))
            .optional()?,
        None => None,
    };
    let centre = of_account.or(seat(conn, settled)?).unwrap_or(CentreId(1));
    let before = newest(conn)?;
    let id = TraceId(before.number.0 + 1);
    let kind = kind_word(left.trace.kind)?;
    let hash = hash(&before.hash, id, centre, left, &kind);
    conn.prepare_cached(&format!("INSERT INTO journal({ENTRY}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"))?
        .execute(params![
            id,
            centre,
            left.at,
            kind,
            left.trace.number,
            left.person,
            left.account,
            left.seat.host,
            left.seat.remote,
            hash
        ])?;
    Ok(Link { number: id, hash })
}

/// A kind as it stands in its column, and under the hash.
fn kind_word(kind: TraceKind) -> Result<String, StoreError> {
    match serde_json::to_value(kind)? {
        serde_json::Value::String(word) => Ok(word),
        _ => Err(StoreError::OtherPage),
    }
}

/// An entry of a kind that this program knows.
fn entry_of(row: &Row<'_>) -> rusqlite::Result<JournalEntry> {
    Ok(JournalEntry {
        id: row.col(0)?,
        left: Left {
            at: row.col(2)?,
            trace: Trace { kind: row.col(3)?, number: row.col(4)? },
            person: row.col(5)?,
            account: row.col(6)?,
            seat: Seat { host: row.col(7)?, remote: row.col(8)? },
        },
    })
}

/// The newest entries that somebody may see, newest first: everybody's, or one's own; between two instants.
pub(super) fn entries(
    conn: &Connection,
    centre: CentreId,
    person: PersonId,
    sees_all: bool,
    between: Option<(Stamp, Stamp)>,
) -> Result<Vec<JournalEntry>, StoreError> {
    let mut sql = conn.prepare_cached(&format!(
        "SELECT {ENTRY} FROM journal WHERE centre = ?1 AND (?2 OR person = ?3)
           AND (?4 IS NULL OR at BETWEEN ?4 AND ?5) ORDER BY id DESC LIMIT ?6"
    ))?;
    let (from, to) = (between.map(|b| b.0), between.map(|b| b.1));
    // Asked for by its days, it is all of them.
    let most = if between.is_some() { -1 } else { i64::try_from(MOST_SHOWN).unwrap_or(-1) };
    let found = sql.query_map(params![centre, sees_all, person, from, to, most], entry_of)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The first entry that does not follow from the one before, or is not what was written, or is not there.
fn broken(conn: &Connection) -> Result<Option<Unfit>, StoreError> {
    let mut before = folded(conn)?;
    let mut sql = conn.prepare(&format!("SELECT {ENTRY} FROM journal ORDER BY id"))?;
    let mut rows = sql.query([])?;
    while let Some(row) = rows.next()? {
        let (id, expected): (TraceId, _) = (row.col(0)?, TraceId(before.number.0 + 1));
        if id > expected {
            return Ok(Some(Unfit::Missing(expected)));
        }
        let kept: String = row.col(9)?;
        let kind: String = row.col(3)?;
        // What is no value of this program was not written by it.
        let fits = id == expected
            && entry_of(row).is_ok_and(|entry| {
                row.col(1).is_ok_and(|centre| hash(&before.hash, id, centre, &entry.left, &kind) == kept)
            });
        if !fits {
            return Ok(Some(Unfit::Broken(id)));
        }
        before = Link { number: id, hash: kept };
    }
    Ok(None)
}

/// The first change that knew a newest entry which is not there, and the last entry that a change before it knew: what
/// came after was taken away, or all of it written anew.
fn unlike_changes(conn: &Connection) -> Result<Option<Unfit>, StoreError> {
    let before = folded(conn)?;
    let mut sql = conn.prepare(
        "SELECT change.id, change.journal, journal.id FROM change LEFT JOIN journal ON journal.hash = change.journal
         WHERE change.journal IS NOT NULL ORDER BY change.id",
    )?;
    let mut rows = sql.query([])?;
    let mut last = None;
    while let Some(row) = rows.next()? {
        let (change, hash, found): (ChangeId, String, Option<TraceId>) = (row.col(0)?, row.col(1)?, row.col(2)?);
        let found = found.or((hash == before.hash).then_some(before.number));
        match found {
            Some(entry) if last.is_none_or(|last| entry >= last) => last = Some(entry),
            // Of what was folded away nobody can say which it was.
            None if last.is_none() && before.number.0 > 0 => {}
            _ => return Ok(Some(Unfit::Unlike { change, after: last.unwrap_or(before.number) })),
        }
    }
    Ok(None)
}

/// What does not fit in the journal, by itself and by what is known of it elsewhere.
pub(super) fn unfit(conn: &Connection, known: Option<&Line>) -> Result<Option<Unfit>, StoreError> {
    let mut found = match broken(conn)? {
        None => unlike_changes(conn)?,
        found => found,
    };
    if found.is_none()
        && let Some(line) = known
        && let Some(known) = line.entry(conn)?
        && !holds(conn, known)?
    {
        let last = newest(conn)?.number;
        let missing = known.number > last;
        found = Some(if missing { Unfit::Missing(TraceId(last.0 + 1)) } else { Unfit::Broken(known.number) });
    }
    Ok(found)
}

/// Whether an entry is older than it is kept, by the moment of the newest: the longest that a centre has chosen, since
/// the chain is of all of them.
const IS_OLD: &str = "unixepoch(at / 1000, 'unixepoch', '+' || (SELECT max(journal_months) FROM centre) || ' months')
    * 1000 <= (SELECT at FROM journal ORDER BY id DESC LIMIT 1)";

/// The journal only grows, and is folded only by what is old: each entry has the number after the one before.
pub(super) fn seals() -> String {
    format!(
        "CREATE TRIGGER seal_journal_insert BEFORE INSERT ON journal
           WHEN NEW.id IS NOT coalesce((SELECT max(id) FROM journal), (SELECT number FROM journal_head)) + 1
           BEGIN SELECT RAISE(ABORT, 'sealed'); END;
         CREATE TRIGGER seal_journal_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'sealed'); END;
         CREATE TRIGGER seal_journal_delete BEFORE DELETE ON journal
           WHEN OLD.id > (SELECT number FROM journal_head) BEGIN SELECT RAISE(ABORT, 'sealed'); END;
         CREATE TRIGGER seal_journal_head_insert BEFORE INSERT ON journal_head
           BEGIN SELECT RAISE(ABORT, 'sealed'); END;
         CREATE TRIGGER seal_journal_head_delete BEFORE DELETE ON journal_head
           BEGIN SELECT RAISE(ABORT, 'sealed'); END;
         CREATE TRIGGER seal_journal_head_update BEFORE UPDATE ON journal_head
           WHEN NEW.id IS NOT 1 OR NEW.number <= OLD.number
             OR NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.number AND hash = NEW.hash)
             OR EXISTS (SELECT 1 FROM journal WHERE id <= NEW.number AND NOT ({IS_OLD}))
           BEGIN SELECT RAISE(ABORT, 'sealed'); END;
        "
    )
}

impl Store {
    /// Keeps in mind what somebody did, until it is written.
    pub fn trace(&mut self, left: Left) {
        self.traces.add(left);
    }

    /// Writes every trace that waits.
    ///
    /// # Errors
    /// When the store cannot be written: they wait on.
    pub fn write_traces(&mut self) -> Result<(), StoreError> {
        // What cannot be written at all is not tried each second.
        if self.traces.waiting.is_empty() || self.is_read_only() {
            return Ok(());
        }
        let written = self.append_all();
        match &written {
            Ok(count) => self.traces.written(*count),
            Err(error) => self.traces.failed(error),
        }
        written.map(|_| ())
    }

    fn append_all(&mut self) -> Result<usize, StoreError> {
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for left in &self.traces.waiting {
            append(&tx, self.centre, left)?;
        }
        tx.commit()?;
        if let Some(head) = &self.head {
            head.follow(&self.conn);
        }
        Ok(self.traces.waiting.len())
    }

    /// The desk looks around, as it does each second: what has waited since the last look is written.
    pub fn look_at_traces(&mut self) {
        if std::mem::replace(&mut self.traces.looked, !self.traces.waiting.is_empty()) {
            // Said where it failed.
            let _ = self.write_traces();
        }
    }

    /// The same where a desk is too busy to look around.
    pub fn hurry_traces(&mut self) {
        if self.traces.since.is_some_and(|since| since.elapsed() >= LONGEST) {
            let _ = self.write_traces();
        }
    }

    /// Brings into the journal the failed sign-ins that were noted while the store was closed: account and instant. One
    /// that is there already is not brought in twice.
    ///
    /// # Errors
    /// When the store cannot be written: they are to be brought in later.
    pub fn bring_in_failures(&mut self, failures: &[(AccountId, Stamp)], seat: &Seat) -> Result<(), StoreError> {
        if failures.is_empty() {
            return Ok(());
        }
        if self.is_read_only() {
            return Err(StoreError::ReadOnly);
        }
        for (account, at) in failures {
            let sql = "SELECT EXISTS (SELECT 1 FROM journal WHERE kind = 'Failed' AND account = ?1 AND at = ?2)";
            if self.conn.prepare_cached(sql)?.query_row(params![account, at], |row| row.col(0))? {
                continue;
            }
            let person: Option<PersonId> = self.account_person(*account)?;
            let trace = Trace::on(TraceKind::Failed, account.0);
            self.trace(Left { at: *at, trace, person, account: Some(*account), seat: seat.clone() });
        }
        self.write_traces()
    }

    /// Folds away the entries that are older than the centre keeps them, and says how many.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn fold_journal(&mut self) -> Result<i64, StoreError> {
        if self.is_read_only() {
            return Ok(0);
        }
        let before = folded(&self.conn)?.number;
        let sql = format!("SELECT min(id) - 1 FROM journal WHERE NOT ({IS_OLD})");
        let last: Option<TraceId> = self.conn.prepare_cached(&sql)?.query_row([], |row| row.col(0))?;
        let Some(last) = last.filter(|last| *last > before) else { return Ok(0) };
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute(
            "UPDATE journal_head SET (number, hash) = (SELECT id, hash FROM journal WHERE id = ?1)",
            params![last],
        )?;
        tx.execute("DELETE FROM journal WHERE id <= ?1", params![last])?;
        tx.commit()?;
        Ok(last.0 - before.0)
    }
}

#[cfg(test)]
mod tests;
