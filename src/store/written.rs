//! What a change has written, by the rights that writing it asks for.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use serde_json::{Map, Value};

use super::StoreError;
use crate::domain::rights::{self, Right};
use crate::domain::{ChangeId, PostId};
use crate::store::sql::{Columns as _, params};

/// What a change has written.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub tables: BTreeSet<String>,
    asked: BTreeSet<Right>,
    /// Those in whose agenda it wrote, or whose days it closed.
    pub posts: BTreeSet<PostId>,
}

impl Written {
    /// The rights it asks for.
    pub fn rights(&self) -> impl Iterator<Item = Right> {
        self.asked.iter().copied()
    }
}

/// Tables whose rows are written wholly by one right: their images need not be read.
fn is_plain(table: &str) -> bool {
    !matches!(table, "person" | "contact" | "entry" | "half_day" | "day_close")
}

/// The tables a change has written.
pub(super) fn tables(conn: &Connection, change: ChangeId) -> Result<BTreeSet<String>, StoreError> {
    let mut sql = conn.prepare_cached("SELECT DISTINCT tbl FROM change_row WHERE change = ?1")?;
    Ok(sql.query_map(params![change], |row| row.col(0))?.collect::<Result<_, _>>()?)
}

/// What a change has written, read from its images.
pub(super) fn of(conn: &Connection, change: ChangeId) -> Result<Written, StoreError> {
    let tables = tables(conn, change)?;
    let (plain, other): (Vec<&String>, Vec<_>) = tables.iter().partition(|table| is_plain(table));
    let mut written = Written::default();
    // A table that nobody has thought of is nobody's but the coordination's.
    written.asked.extend(plain.iter().map(|table| rights::of_table(table).unwrap_or(Right::Centre)));
    if other.is_empty() {
        return Ok(Written { tables, ..written });
    }
    let mut sql = conn.prepare_cached(
        "SELECT tbl, before, after FROM change_row WHERE change = ?1
           AND tbl IN ('person', 'contact', 'entry', 'half_day', 'day_close')",
    )?;
    let mut rows = sql.query(params![change])?;
    while let Some(row) = rows.next()? {
        let table: String = row.col(0)?;
        let image =
            |json: Option<String>| json.map(|json| serde_json::from_str::<Map<String, Value>>(&json)).transpose();
        let (before, after) = (image(row.col(1)?)?, image(row.col(2)?)?);
        let changed = changed(before.as_ref(), after.as_ref());
        for image in [&before, &after].into_iter().flatten() {
            let text = |column: &str| image.get(column).and_then(Value::as_str).map(ToOwned::to_owned);
            written.asked.insert(rights::of_row(&table, text, &changed).unwrap_or(Right::Centre));
            let number = |column: &str| image.get(column).and_then(Value::as_i64);
            written.posts.extend(match table.as_str() {
                "entry" | "half_day" => number("post").map(PostId),
                "day_close" => number("stay").map(|stay| post_of(conn, stay)).transpose()?.flatten(),
                _ => None,
            });
        }
    }
    Ok(Written { tables, ..written })
}

fn post_of(conn: &Connection, stay: i64) -> Result<Option<PostId>, StoreError> {
    let mut sql = conn.prepare_cached("SELECT post FROM stay WHERE id = ?1")?;
    Ok(sql.query_row([stay], |row| row.col(0)).optional()?)
}

/// The columns in which two images differ; none where a row came or went.
fn changed<'a>(before: Option<&'a Map<String, Value>>, after: Option<&'a Map<String, Value>>) -> Vec<&'a str> {
    let (Some(before), Some(after)) = (before, after) else { return Vec::new() };
    after.iter().filter(|(column, value)| before.get(*column) != Some(value)).map(|(c, _)| c.as_str()).collect()
}
