//! Verifies everything that was signed against what stands there now.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value as Json};

use super::head::{Head, Line};
use super::journal;
use super::ledger::{Fault, Ledger};
use super::{Store, StoreError, arm, chain, last_change, migrate, page};
use crate::domain::journal::Unfit;
use crate::domain::signature::{Chained, first_unchained, handover_hash, word_hash};
use crate::domain::{AccountId, CentreId, ChangeId, ItemId, Msg, Notes, PersonId, RelayId, Signature, Stay, StayId};
use crate::store::sql::{Columns as _, params};

/// What no longer matches its hash; empty when all is well.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// Handovers whose signature, or a word in them, does not fit what was written; signed or not.
    pub handovers: Vec<StayId>,
    /// Words that differ from what their author saved.
    pub words: Vec<RelayId>,
    /// The first signature that does not follow from the one before: one was taken out, put back or moved.
    pub chain: Option<StayId>,
    /// The first change that is not what was written, not after the one before, or not signed by whoever could.
    pub change: Option<(ChangeId, Fault)>,
    /// The newest change that was made here, where the store ends before it.
    pub cut: Option<ChangeId>,
    /// Rows that are not what their last change left, the oldest change first.
    pub rows: Vec<Unlike>,
    /// Whose keys came by themselves, and in which change; nobody of the coordination has confirmed them. No fault.
    pub unsure: Vec<(Option<PersonId>, ChangeId)>,
    /// The public half of the key that each account signs with.
    pub keys: BTreeMap<AccountId, String>,
    /// The public half of the recovery key in force.
    pub recovery: Option<String>,
    /// How many changes are signed, and since which.
    pub signed: Option<(ChangeId, usize)>,
    /// The first entry of the journal of accesses that does not follow from the one before, or is not there.
    pub journal: Option<Unfit>,
    /// Something in it is not what the program writes, so that not all of it could be verified.
    pub unreadable: bool,
}

/// A row that is not what its last change left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlike {
    pub table: String,
    pub row: i64,
    /// The last change that wrote it; none did when it was put there past all of them.
    pub change: Option<ChangeId>,
    pub how: UnlikeHow,
}

impl Unlike {
    fn msg(&self) -> Msg {
        let what = Msg::new("check-row-what").with("table", self.table.as_str()).with("row", self.row);
        let msg = Msg::new(self.how.word()).with("what", what);
        let msg = msg.with("change", self.change.map_or(0, |change| change.0));
        match self.how {
            UnlikeHow::Replayed(from) => msg.with("from", from.0),
            _ => msg,
        }
    }
}

/// In which way a row is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnlikeHow {
    /// It says something else.
    Changed,
    /// It is not there.
    Missing,
    /// It is there, and should not be.
    Added,
    /// It is what an earlier change left: an old state was put back.
    Replayed(ChangeId),
}

impl UnlikeHow {
    /// Identifier of its sentence in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Changed => "check-row-changed",
            Self::Missing => "check-row-missing",
            Self::Added => "check-row-added",
            Self::Replayed(_) => "check-row-replayed",
        }
    }
}

impl Findings {
    /// Whether everything fits.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.handovers.is_empty()
            && self.words.is_empty()
            && self.chain.is_none()
            && self.change.is_none()
            && self.cut.is_none()
            && self.rows.is_empty()
            && self.journal.is_none()
            && !self.unreadable
    }

    /// What is to be said of each thing that does not fit; nothing where all is well.
    #[must_use]
    pub fn msgs(&self) -> Vec<Msg> {
        let stay = |id: &'static str, stay: &StayId| Msg::new(id).with("stay", stay.0);
        let mut msgs: Vec<Msg> = Vec::new();
        msgs.extend(self.unreadable.then(|| Msg::new("check-unreadable")));
        msgs.extend(self.change.map(|(change, fault)| Msg::new(fault.word()).with("change", change.0)));
        msgs.extend(self.cut.map(|change| Msg::new("check-cut").with("change", change.0)));
        msgs.extend(self.rows.iter().map(Unlike::msg));
        msgs.extend(self.handovers.iter().map(|id| stay("check-handover", id)));
        msgs.extend(self.chain.iter().map(|id| stay("check-chain", id)));
        msgs.extend(self.journal.map(Unfit::msg));
        msgs.extend(self.words.iter().map(|word| Msg::new("check-word").with("word", word.0)));
        msgs
    }
}

impl Store {
    /// Verifies every word, every signature, every change and every entry of the journal.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn check(&self) -> Result<Findings, StoreError> {
        // First: while it is read, another desk may add what is then remembered.
        self.check_against(self.head.as_ref().and_then(Head::line).as_ref())
    }

    /// The same by what is remembered of the journal outside of it.
    pub(super) fn check_against(&self, known: Option<&Line>) -> Result<Findings, StoreError> {
        match self.verified(known) {
            // It is read by the key and page by page whole: what is not to be understood, another program has put there.
            Err(StoreError::Unreadable(_) | StoreError::Sql(_) | StoreError::Missing) => {
                Ok(Findings { unreadable: true, ..Findings::default() })
            }
            found => found,
        }
    }

    fn verified(&self, known: Option<&Line>) -> Result<Findings, StoreError> {
        let words = broken(&self.conn)?;
        let mut handovers = unfit(&self.conn)?;
        handovers.extend(words.iter().filter_map(|(_, stay)| *stay));
        handovers.sort_unstable();
        handovers.dedup();
        let unchained = unchained(&self.conn)?;
        let ledger = Ledger::whole(&self.conn)?;
        let journal = journal::unfit(&self.conn, known)?;
        Ok(Findings {
            handovers,
            words: words.into_iter().map(|(relay, _)| relay).collect(),
            chain: unchained,
            change: ledger.first,
            cut: cut(&self.conn)?,
            rows: unlike(&self.conn, &ledger)?,
            unsure: ledger.unsure(),
            keys: keys(&self.conn)?,
            recovery: ledger.recovery,
            signed: ledger.signed,
            journal,
            unreadable: false,
        })
    }
}

/// The key that each account signs with, as the store says it: whether it is theirs, only who has it knows.
fn keys(conn: &Connection) -> Result<BTreeMap<AccountId, String>, StoreError> {
    let mut sql = conn.prepare("SELECT account, public FROM signing_key WHERE account IS NOT NULL ORDER BY id")?;
    let keys = sql.query_map([], |row| Ok((row.col(0)?, row.col(1)?)))?;
    Ok(keys.collect::<Result<_, _>>()?)
}

/// The newest change that got a number, where it is not there: the engine never gives one twice.
fn cut(conn: &Connection) -> Result<Option<ChangeId>, StoreError> {
    let given: i64 =
        conn.query_row("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0)", [], |row| {
            row.col(0)
        })?;
    Ok((given > last_change(conn)?.0).then_some(ChangeId(given)))
}

/// Rows of the logged tables that are not what their last change left; columns that came later do not count.
fn unlike(conn: &Connection, ledger: &Ledger) -> Result<Vec<Unlike>, StoreError> {
    let mut found = Vec::new();
    let nothing = HashMap::new();
    // Where every column was taken over, an image that lacks one leaves it to anybody.
    let whole = ledger.adopted >= migrate::version(conn)?;
    let mut image = conn.prepare("SELECT after FROM change_row WHERE seq = ?1")?;
    for table in arm::logged(conn)? {
        let last = ledger.last.get(&table).unwrap_or(&nothing);
        let mut there = HashSet::new();
        let sql = format!("SELECT id, {} FROM {table}", arm::image(&arm::columns(conn, &table)?, ""));
        let mut rows = conn.prepare(&sql)?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            let (id, now): (i64, String) = (row.col(0)?, row.col(1)?);
            there.insert(id);
            let how = match last.get(&id) {
                // Of before they were logged, until somebody takes them over.
                None if !ledger.begun => continue,
                None => UnlikeHow::Added,
                Some(last) => {
                    let after = image.query_row([last.seq], |row| chain::readable(row, 0))?;
                    match after {
                        Some(after) if same(&after, &now) && (!whole || same(&now, &after)) => continue,
                        Some(_) => changed(conn, &table, id, &now)?,
                        None => UnlikeHow::Added,
                    }
                }
            };
            found.push(Unlike { table: table.clone(), row: id, change: last.get(&id).map(|last| last.change), how });
        }
        for (id, last) in last {
            if last.stays && !there.contains(id) {
                let how = UnlikeHow::Missing;
                found.push(Unlike { table: table.clone(), row: *id, change: Some(last.change), how });
            }
        }
    }
    found.sort_by(|a, b| (a.change, &a.table, a.row).cmp(&(b.change, &b.table, b.row)));
    Ok(found)
}

/// Whether a row says what an image of it says.
fn same(image: &str, now: &str) -> bool {
    let parse = |text: &str| serde_json::from_str::<Map<String, Json>>(text).ok();
    image == now
        || parse(image)
            .zip(parse(now))
            .is_some_and(|(image, now)| image.iter().all(|(column, value)| now.get(column) == Some(value)))
}

/// Whether a row that is not what it should be is what it once was.
fn changed(conn: &Connection, table: &str, row: i64, now: &str) -> Result<UnlikeHow, StoreError> {
    let mut sql =
        conn.prepare_cached("SELECT change, after FROM change_row WHERE tbl = ?1 AND row = ?2 ORDER BY seq DESC")?;
    let mut images = sql.query(params![table, row])?;
    while let Some(image) = images.next()? {
        let after = chain::readable(image, 1)?;
        // Both ways: an image that lacks a column says nothing of it.
        if let Some(after) = after
            && same(&after, now)
            && same(now, &after)
        {
            return Ok(UnlikeHow::Replayed(image.col(0)?));
        }
    }
    Ok(UnlikeHow::Changed)
}

/// The hashes of the words in a stay's handover, in the order of their rows.
pub(super) fn word_hashes(conn: &Connection, stay: StayId) -> Result<Vec<String>, StoreError> {
    word_hashes_to(conn, stay, RelayId(i64::MAX))
}

/// The same up to a word.
fn word_hashes_to(conn: &Connection, stay: StayId, last: RelayId) -> Result<Vec<String>, StoreError> {
    let mut sql = conn.prepare_cached("SELECT hash FROM relay WHERE stay = ?1 AND id <= ?2 ORDER BY id")?;
    let hashes = sql.query_map(params![stay, last], |row| row.col(0))?;
    Ok(hashes.collect::<Result<_, _>>()?)
}

/// Stays of which a signature, in force or reopened, does not fit what stands there.
fn unfit(conn: &Connection) -> Result<Vec<StayId>, StoreError> {
    let mut sql = conn.prepare(&format!("{SIGNATURE} ORDER BY s.id"))?;
    let mut signed = sql.query([])?;
    let mut bad = Vec::new();
    while let Some(row) = signed.next()? {
        let (stay, in_force): (StayId, bool) = (row.col(0)?, row.col(1)?);
        let (words, last): (String, RelayId) = (row.col(2)?, row.col(3)?);
        let words: Vec<String> = serde_json::from_str(&words)?;
        let notes = Notes { week: row.col(4)?, next: row.col(5)?, centre: row.col(6)?, oral: row.col(7)? };
        let signature = page::rota::signature_of(row, 8)?;
        // The words that are there now are those that were signed; none has joined those of one in force.
        let last = if in_force { RelayId(i64::MAX) } else { last };
        let fits = words == word_hashes_to(conn, stay, last)?
            && handover_hash(stay, &notes, &words, &signature) == signature.hash
            && (!in_force || mirrors(conn, stay, &notes, &signature)?);
        if !fits {
            bad.push(stay);
        }
    }
    // Signed by nothing: what looks signed without a signature in force, and the other way round.
    let mut sql = conn.prepare(
        "SELECT id FROM handover WHERE (signed_at IS NOT NULL) IS NOT EXISTS (SELECT 1 FROM signature s
           WHERE s.stay = handover.id AND NOT EXISTS (SELECT 1 FROM reopening r WHERE r.signature = s.id))
         UNION SELECT stay FROM signature WHERE stay NOT IN (SELECT id FROM handover)
         -- Only the newest of a stay may be in force; one that is followed was reopened.
         UNION SELECT s.stay FROM signature s JOIN signature t ON t.stay = s.stay AND t.id > s.id
           WHERE NOT EXISTS (SELECT 1 FROM reopening r WHERE r.signature = s.id)",
    )?;
    bad.extend(sql.query_map([], |row| row.col(0))?.collect::<Result<Vec<StayId>, _>>()?);
    Ok(bad)
}

/// A signature with its stay, whether it is in force, and what it covers.
const SIGNATURE: &str = "SELECT s.stay, NOT EXISTS (SELECT 1 FROM reopening r WHERE r.signature = s.id), s.words, s.last_word,
    s.note_week, s.note_next, s.note_centre, s.note_oral,
    s.at, s.author, s.entered_by, s.name, s.hash, s.nothing_to_report, s.as_is, s.undecided, s.previous, s.follows, s.figures
  FROM signature s";

/// Whether the handover says of its signature and its notes what the signature in force says.
fn mirrors(conn: &Connection, stay: StayId, notes: &Notes, signature: &Signature) -> Result<bool, StoreError> {
    let Some(handover) = page::rota::handover(conn, stay)? else { return Ok(false) };
    Ok(handover.notes == *notes && handover.signature.as_ref() == Some(signature))
}

/// The hash of the newest signature of a centre, which the next one covers.
///
/// Newest by the row it was written in: two may be of the same instant, and a clock may go back.
pub(super) fn newest_signature(conn: &Connection, centre: CentreId) -> Result<Option<String>, StoreError> {
    let mut sql = conn.prepare_cached("SELECT hash FROM signature WHERE centre = ?1 ORDER BY id DESC LIMIT 1")?;
    Ok(sql.query_row(params![centre], |row| row.col(0)).optional()?)
}

/// Points that anybody but the stay's doctor has said a word on, answered or noted a step of since it was signed last.
///
/// A point that was opened since, and nothing more, waits for whom it is addressed to.
pub(super) fn touched_since(conn: &Connection, stay: &Stay) -> Result<BTreeSet<ItemId>, StoreError> {
    let mut sql = conn.prepare_cached(
        "WITH s AS (SELECT last_word, last_answer, last_step FROM signature WHERE stay = ?1 ORDER BY id DESC LIMIT 1)
         SELECT item FROM relay, s WHERE id > last_word AND author <> ?2 AND verdict <> 'Opened'
         UNION SELECT item FROM receipt, s WHERE id > last_answer AND author <> ?2
         UNION SELECT item FROM step, s WHERE id > last_step AND author <> ?2",
    )?;
    let touched = sql.query_map(params![stay.id, stay.doctor], |row| row.col(0))?;
    Ok(touched.collect::<Result<_, _>>()?)
}

/// The first signature of any centre that does not follow from the one before.
fn unchained(conn: &Connection) -> Result<Option<StayId>, StoreError> {
    let mut sql = conn.prepare("SELECT id FROM centre ORDER BY id")?;
    let centres: Vec<CentreId> = sql.query_map([], |row| row.col(0))?.collect::<Result<_, _>>()?;
    let mut links = conn.prepare("SELECT stay, previous, hash FROM signature WHERE centre = ?1 ORDER BY id")?;
    // The log remembers every signature by what it wrote into its handover, also one whose rows are gone.
    let mut made = conn.prepare(
        "SELECT row, json_extract(after, '$.hash') FROM change_row
         WHERE tbl = 'handover' AND json_extract(after, '$.centre') = ?1
           AND json_extract(after, '$.signed_at') IS NOT NULL ORDER BY seq",
    )?;
    for centre in centres {
        let chained = links
            .query_map(params![centre], |row| {
                Ok(Chained { stay: row.col(0)?, previous: row.col(1)?, hash: row.col(2)? })
            })?
            .collect::<Result<Vec<_>, _>>()?;
        let made = made
            .query_map(params![centre], |row| Ok((row.col(0)?, row.col(1)?)))?
            .collect::<Result<Vec<(StayId, String)>, _>>()?;
        if let Some(stay) = first_unchained(&chained, &made) {
            return Ok(Some(stay));
        }
    }
    Ok(None)
}

/// Words that differ from their hash, with the handover they stand in.
fn broken(conn: &Connection) -> Result<Vec<(RelayId, Option<StayId>)>, StoreError> {
    let mut sql = conn.prepare(&format!("SELECT {}, salt, hash FROM relay ORDER BY id", page::thread::RELAY))?;
    let mut rows = sql.query([])?;
    let mut bad = Vec::new();
    while let Some(row) = rows.next()? {
        let relay = page::thread::relay_of(row)?;
        let (salt, hash): (String, String) = (row.col(22)?, row.col(23)?);
        if word_hash(&salt, &relay) != hash {
            bad.push((relay.id, relay.stay));
        }
    }
    Ok(bad)
}
