//! Reads what helps writing.

use rusqlite::Connection;

use super::super::StoreError;
use crate::domain::CentreId;
use crate::domain::writing::{Abbreviation, Shelf, Snippet};
use crate::store::sql::{Columns as _, params};

/// The sentences kept ready and the abbreviations of a centre.
pub(in crate::store) fn shelf(conn: &Connection, centre: CentreId) -> Result<Shelf, StoreError> {
    let mut sql = conn.prepare_cached("SELECT id, code, text FROM snippet WHERE centre = ?1")?;
    let snippets =
        sql.query_map(params![centre], |row| Ok(Snippet { id: row.col(0)?, code: row.col(1)?, text: row.col(2)? }))?;
    let snippets = snippets.collect::<Result<_, _>>()?;
    let mut sql = conn.prepare_cached("SELECT id, short, meaning FROM abbreviation WHERE centre = ?1")?;
    let abbreviations = sql.query_map(params![centre], |row| {
        Ok(Abbreviation { id: row.col(0)?, short: row.col(1)?, meaning: row.col(2)? })
    })?;
    Ok(Shelf { snippets, abbreviations: abbreviations.collect::<Result<_, _>>()? }.sorted())
}
