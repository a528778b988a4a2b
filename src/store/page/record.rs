//! Reads records by their description: whichever columns it names, in the order of its list.

use rusqlite::{Connection, Row};

use super::super::StoreError;
use crate::domain::CentreId;
use crate::domain::record::{Holds, Record, Value, Written};
use crate::protocol::Rev;
use crate::store::sql::Columns as _;

/// Every record of a kind that the centre has.
pub(in crate::store) fn rows(conn: &Connection, centre: CentreId, record: &Record) -> Result<Vec<Written>, StoreError> {
    rows_where(conn, centre, record, "TRUE", &[])
}

/// Those of which something is so; its marks are `?2` and further ones.
pub(in crate::store) fn rows_where(
    conn: &Connection,
    centre: CentreId,
    record: &Record,
    which: &str,
    marks: &[i64],
) -> Result<Vec<Written>, StoreError> {
    let signed = if record.signed { &["author", "at"][..] } else { &[] };
    let columns = ["id", "rev"].into_iter().chain(record.fields.iter().map(|f| f.name)).chain(signed.iter().copied());
    let columns = columns.collect::<Vec<_>>().join(", ");
    let sql = format!("SELECT {columns} FROM {} WHERE centre = ?1 AND {which}", record.table.0);
    let mut sql = conn.prepare_cached(&sql)?;
    let marks = [centre.0].into_iter().chain(marks.iter().copied());
    let rows = sql.query_map(rusqlite::params_from_iter(marks), |row| written(record, row))?;
    Ok(record.sorted(rows.collect::<Result<_, _>>()?))
}

fn written(record: &Record, row: &Row<'_>) -> rusqlite::Result<Written> {
    let values = (2..).zip(record.fields).map(|(at, field)| Ok((field.name, value(field.holds, row, at)?)));
    let values = values.collect::<rusqlite::Result<_>>()?;
    let by = if record.signed { Some((row.col("author")?, row.col("at")?)) } else { None };
    Ok(Written { id: row.get(0)?, rev: Rev(row.get(1)?), values, by })
}

fn value(holds: Holds, row: &Row<'_>, at: usize) -> rusqlite::Result<Value> {
    let value = match holds {
        Holds::Line | Holds::Sentence(_) | Holds::Note(_) | Holds::Patient => {
            row.col::<Option<_>>(at)?.map(Value::Text)
        }
        Holds::Day | Holds::PastDay | Holds::Week | Holds::Month => row.col::<Option<_>>(at)?.map(Value::Day),
        Holds::Doctor | Holds::Staff | Holds::Post | Holds::Link | Holds::Offset => {
            row.col::<Option<_>>(at)?.map(Value::Number)
        }
        Holds::Count(_) | Holds::Hour | Holds::HalfDays => row.col::<Option<_>>(at)?.map(Value::Count),
        Holds::Flag => row.col::<Option<_>>(at)?.map(Value::Flag),
        Holds::Choice(_) => row.col::<Option<_>>(at)?.map(Value::Choice),
    };
    Ok(value.unwrap_or_default())
}
