//! Takes over, as it stands, what was written before it could be signed.
//!
//! The first time somebody of the coordination does, signing begins. Again after a step of the schema: columns and rows
//! that the step has made are in no image yet, and from then on they are under a signature like all others.

use std::collections::HashMap;

use rusqlite::Connection;
use serde_json::{Map, Value as Json};

use super::account::keep_recovery;
use super::door::{Done, Stop};
use super::ledger::Ledger;
use super::{By, Store, StoreError, arm, keys, migrate};
use crate::domain::rights::Right;
use crate::domain::{Msg, Role, Who};
use crate::store::sql::{Columns as _, params};

impl Store {
    /// Takes over what is under no signature, where whoever is signed in coordinates and something is. In a new centre
    /// it brings the recovery key: its public key, and the half that verifies. Says whether there was anything.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub fn adopt(&mut self, by: By, recovery: Option<(&str, &str)>) -> Result<bool, StoreError> {
        let Some(signing) = self.signing.clone() else { return Ok(false) };
        let told: i64 = self.conn.query_row("SELECT coalesce(max(schema), 0) FROM adoption", [], |row| row.col(0))?;
        let coordinates = self.role(by.person)? == Some(Role::Coordination);
        if told >= migrate::KNOWN || !coordinates || self.is_read_only() {
            return Ok(false);
        }
        // By the changes: whoever takes its row away, or lowers it, has nothing taken over anew.
        let Ledger { begun, adopted, .. } = Ledger::of_keys(&self.conn)?;
        if adopted >= migrate::KNOWN {
            return Ok(false);
        }
        let first = !begun && !keys::begun(&self.conn)?;
        let done = self.change(Who::is(by.person), by.now, |cx| {
            cx.asks(Right::Accounts)?;
            let centre = cx.centre()?;
            if first {
                signing.enter(cx.conn, centre)?;
                if let Some((recipient, public)) = recovery {
                    keep_recovery(cx, recipient, public)?;
                }
            }
            let rows = take_over(cx.conn, first)?;
            cx.insert(
                "INSERT INTO adoption(centre, author, at, schema, adopted) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![centre, by.person, by.now.at, migrate::KNOWN, rows],
            )?;
            Ok(Done::signed(match recovery {
                Some(_) => Msg::new("store-said-signing"),
                None => Msg::new("store-said-adopted").with("day", by.now.day),
            }))
        });
        done.map(|_| true).map_err(StoreError::from)
    }
}

/// Writes an image of each row that has none, or in which a column is missing; of all that differ, where nothing was
/// under a signature yet.
fn take_over(conn: &Connection, all: bool) -> Result<usize, Stop> {
    let mut count = 0;
    let mut keep = conn.prepare(
        "INSERT INTO change_row(change, tbl, row, before, after, salt)
         VALUES ((SELECT change FROM txn), ?1, ?2, ?3, ?3, lower(hex(randomblob(16))))",
    )?;
    for table in arm::logged(conn)? {
        let mut last: HashMap<i64, Option<String>> = HashMap::new();
        let mut images = conn.prepare("SELECT row, after FROM change_row WHERE tbl = ?1 ORDER BY seq")?;
        let mut images = images.query([&table])?;
        while let Some(image) = images.next()? {
            last.insert(image.col(0)?, image.col(1)?);
        }
        let sql = format!("SELECT id, {} FROM {table} ORDER BY id", arm::image(&arm::columns(conn, &table)?, ""));
        let mut rows = conn.prepare(&sql)?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            let (id, now): (i64, String) = (row.col(0)?, row.col(1)?);
            let known = last.get(&id).and_then(Option::as_deref);
            // A table without any image was made, and filled, by a step.
            if known == Some(now.as_str()) || !(all || last.is_empty() || lacks(known, &now)?) {
                continue;
            }
            // The same before and after: it is taken over, not written.
            keep.execute(params![table, id, now])?;
            count += 1;
        }
    }
    Ok(count)
}

/// Whether an image lacks a column of the row as it is now, and says the same of all others.
fn lacks(known: Option<&str>, now: &str) -> Result<bool, StoreError> {
    let Some(known) = known else { return Ok(false) };
    let (known, now): (Map<String, Json>, Map<String, Json>) =
        (serde_json::from_str(known)?, serde_json::from_str(now)?);
    let same = known.iter().all(|(column, value)| now.get(column).is_none_or(|there| there == value));
    Ok(same && now.keys().any(|column| !known.contains_key(column)))
}
