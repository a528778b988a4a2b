//! Verifies everything that was signed against what stands there now.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};

use super::{Store, StoreError, chain, page};
use crate::domain::signature::{Chained, first_unchained, handover_hash, word_hash};
use crate::domain::{CentreId, ChangeId, ItemId, Notes, RelayId, Signature, Stay, StayId};
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
    /// The first change that does not follow from the one before, or is not what was written.
    pub change: Option<ChangeId>,
}

impl Findings {
    /// Whether everything fits.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.handovers.is_empty() && self.words.is_empty() && self.chain.is_none() && self.change.is_none()
    }
}

impl Store {
    /// Verifies every word, every signature and every change.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn check(&self) -> Result<Findings, StoreError> {
        let words = broken(&self.conn)?;
        let mut handovers = unfit(&self.conn)?;
        handovers.extend(words.iter().filter_map(|(_, stay)| *stay));
        handovers.sort_unstable();
        handovers.dedup();
        let unchained = unchained(&self.conn)?;
        let change = chain::broken(&self.conn)?;
        Ok(Findings { handovers, words: words.into_iter().map(|(relay, _)| relay).collect(), chain: unchained, change })
    }
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
