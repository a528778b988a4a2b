//! Reads what helps writing.

use rusqlite::Connection;

use super::super::StoreError;
use crate::domain::CentreId;
use crate::domain::writing::{Abbreviation, Shelf, Snippet};

/// The sentences kept ready and the abbreviations of a centre.
pub(in crate::store) fn shelf(conn: &Connection, centre: CentreId) -> Result<Shelf, StoreError> {
    let mut sql = conn.prepare_cached("SELECT id, code, text FROM snippet WHERE centre = ?1")?;
    let snippets =
        sql.query_map([centre], |row| Ok(Snippet { id: row.get(0)?, code: row.get(1)?, text: row.get(2)? }))?;
    let snippets = snippets.collect::<Result<_, _>>()?;
    let mut sql = conn.prepare_cached("SELECT id, short, meaning FROM abbreviation WHERE centre = ?1")?;
    let abbreviations =
        sql.query_map([centre], |row| Ok(Abbreviation { id: row.get(0)?, short: row.get(1)?, meaning: row.get(2)? }))?;
    Ok(Shelf { snippets, abbreviations: abbreviations.collect::<Result<_, _>>()? }.sorted())
}
