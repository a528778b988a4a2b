//! Verifies everything that was signed against what stands there now.

use rusqlite::{Connection, OptionalExtension};

use super::{Store, StoreError, page};
use crate::domain::signature::{Chained, first_unchained, handover_hash, word_hash};
use crate::domain::{CentreId, RelayId, StayId};

/// What no longer matches its hash; empty when all is well.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// Handovers whose signature, or a word in them, does not fit what was written; signed or not.
    pub handovers: Vec<StayId>,
    /// Words that differ from what their author saved.
    pub words: Vec<RelayId>,
    /// The first signature that does not follow from the one before: one was taken out, put back or moved.
    pub chain: Option<StayId>,
}

impl Findings {
    /// Whether everything fits.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.handovers.is_empty() && self.words.is_empty() && self.chain.is_none()
    }
}

impl Store {
    /// Verifies every word and every signature.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn check(&self) -> Result<Findings, StoreError> {
        let words = broken(&self.conn)?;
        let mut handovers = unfit(&self.conn)?;
        handovers.extend(words.iter().filter_map(|(_, stay)| *stay));
        handovers.sort_unstable();
        handovers.dedup();
        let chain = unchained(&self.conn)?;
        Ok(Findings { handovers, words: words.into_iter().map(|(relay, _)| relay).collect(), chain })
    }
}

/// The hashes of the words in a stay's handover, in the order of their rows.
pub(super) fn word_hashes(conn: &Connection, stay: StayId) -> Result<Vec<String>, StoreError> {
    let mut sql = conn.prepare_cached("SELECT hash FROM relay WHERE stay = ?1 ORDER BY id")?;
    let hashes = sql.query_map([stay], |row| row.get(0))?;
    Ok(hashes.collect::<Result<_, _>>()?)
}

/// Signed handovers whose own hash does not fit.
fn unfit(conn: &Connection) -> Result<Vec<StayId>, StoreError> {
    let mut sql = conn.prepare("SELECT id FROM handover WHERE signed_at IS NOT NULL ORDER BY id")?;
    let signed: Vec<StayId> = sql.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut bad = Vec::new();
    for stay in signed {
        let hashes = word_hashes(conn, stay)?;
        let fits = page::rota::handover(conn, stay)?.is_some_and(|h| {
            h.signature.is_some_and(|signature| handover_hash(stay, &h.notes, &hashes, &signature) == signature.hash)
        });
        if !fits {
            bad.push(stay);
        }
    }
    Ok(bad)
}

/// The hash of the newest signature of a centre, which the next one covers.
///
/// Newest by the change it was made in: two may be of the same instant, and a clock may go back.
pub(super) fn newest_signature(conn: &Connection, centre: CentreId) -> Result<Option<String>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT hash FROM handover WHERE centre = ?1 AND signed_at IS NOT NULL ORDER BY rev DESC LIMIT 1",
    )?;
    Ok(sql.query_row([centre], |row| row.get(0)).optional()?)
}

/// The first signature of any centre that does not follow from the one before.
fn unchained(conn: &Connection) -> Result<Option<StayId>, StoreError> {
    let mut sql = conn.prepare("SELECT id FROM centre ORDER BY id")?;
    let centres: Vec<CentreId> = sql.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut links = conn.prepare(
        "SELECT id, previous, hash FROM handover WHERE centre = ?1 AND signed_at IS NOT NULL ORDER BY rev, id",
    )?;
    // The log remembers every signature, also one whose row is gone.
    let mut made = conn.prepare(
        "SELECT row FROM change_row WHERE tbl = 'handover' AND json_extract(after, '$.centre') = ?1
           AND json_extract(after, '$.signed_at') IS NOT NULL ORDER BY seq",
    )?;
    for centre in centres {
        let chained = links
            .query_map([centre], |row| Ok(Chained { stay: row.get(0)?, previous: row.get(1)?, hash: row.get(2)? }))?
            .collect::<Result<Vec<_>, _>>()?;
        let made = made.query_map([centre], |row| row.get(0))?.collect::<Result<Vec<StayId>, _>>()?;
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
        let (salt, hash): (String, String) = (row.get(21)?, row.get(22)?);
        if word_hash(&salt, &relay) != hash {
            bad.push((relay.id, relay.stay));
        }
    }
    Ok(bad)
}
