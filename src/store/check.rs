//! Verifies everything that was signed against what stands there now.

use rusqlite::Connection;

use super::{Store, StoreError, page};
use crate::domain::signature::{handover_hash, word_hash};
use crate::domain::{RelayId, StayId};

/// What no longer matches its hash; empty when all is well.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// Handovers whose signature, or a word in them, does not fit what was written; signed or not.
    pub handovers: Vec<StayId>,
    /// Words that differ from what their author saved.
    pub words: Vec<RelayId>,
}

impl Findings {
    /// Whether everything fits.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.handovers.is_empty() && self.words.is_empty()
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
        Ok(Findings { handovers, words: words.into_iter().map(|(relay, _)| relay).collect() })
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
            h.signature.is_some_and(|signature| handover_hash(&h.notes, &hashes, &signature) == signature.hash)
        });
        if !fits {
            bad.push(stay);
        }
    }
    Ok(bad)
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
