//! Reads the agenda: entries, decided half-days, closings.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row};

use super::super::{Store, StoreError};
use crate::domain::agenda::NewEntry;
use crate::domain::agenda_import::KnownAgenda;
use crate::domain::transmission::Days;
use crate::domain::{
    CentreId, Day, DayClose, DayCounts, DecidedHalfDay, Entry, EntryId, ItemId, PatientRef, Stay, StayId,
};
use crate::protocol::{Kept, Rev};
use crate::store::sql::{Columns as _, params};

/// How many appointments of one patient are shown.
const OF_FILE: u32 = 50;

const ENTRY: &str = "SELECT id, rev, post, day, to_day, start, minutes, kind, file, initials, birth_year, title, place,
                       item, uid FROM entry";

fn entry_of(row: &Row<'_>) -> rusqlite::Result<Kept<Entry>> {
    let file: Option<String> = row.col(8)?;
    let (initials, birth_year) = (row.col(9)?, row.col(10)?);
    let what = NewEntry {
        post: row.col(2)?,
        day: row.col(3)?,
        to: row.col(4)?,
        start: row.col(5)?,
        minutes: row.col(6)?,
        kind: row.col(7)?,
        patient: file.map(|file| PatientRef { file, initials, birth_year }),
        title: row.col(11)?,
        place: row.col(12)?,
        item: row.col(13)?,
    };
    Ok(Kept::at(Entry { id: row.col(0)?, what, uid: row.col(14)? }, Rev(row.col(1)?)))
}

/// One entry, if it is there.
pub(in crate::store) fn entry(conn: &Connection, centre: CentreId, id: EntryId) -> Result<Option<Entry>, StoreError> {
    Ok(entry_now(conn, centre, id)?.map(|kept| kept.what))
}

/// One entry with its revision, wherever it has been moved to.
pub(in crate::store) fn entry_now(
    conn: &Connection,
    centre: CentreId,
    id: EntryId,
) -> Result<Option<Kept<Entry>>, StoreError> {
    let mut sql = conn.prepare_cached(&format!("{ENTRY} WHERE id = ?1 AND centre = ?2"))?;
    Ok(sql.query_row(params![id, centre], entry_of).optional()?)
}

/// Every entry of some days, both included, by day, hour and number; what began before comes first.
pub(in crate::store) fn entries(
    conn: &Connection,
    centre: CentreId,
    from: Day,
    to: Day,
) -> Result<Vec<Kept<Entry>>, StoreError> {
    let mut sql = conn.prepare_cached(&format!(
        "{ENTRY} WHERE centre = ?1 AND day BETWEEN ?2 AND ?3
         UNION ALL {ENTRY} WHERE centre = ?1 AND to_day > day AND to_day >= ?2 AND day < ?2
         ORDER BY day, start, id"
    ))?;
    Ok(sql.query_map(params![centre, from, to], entry_of)?.collect::<Result<_, _>>()?)
}

/// Home visits from a day on to patients of these file numbers, and those that are booked for no patient, in the order
/// of time.
pub(super) fn home_visits(
    conn: &Connection,
    centre: CentreId,
    from: Day,
    files: &[&str],
) -> Result<Vec<Entry>, StoreError> {
    let mut sql = conn.prepare_cached(&format!(
        "{ENTRY} WHERE centre = ?1 AND kind = 'Visit' AND file IS NULL AND day >= ?2
         UNION ALL {ENTRY} WHERE file COLLATE NOCASE IN (SELECT value FROM json_each(?3))
           AND centre = ?1 AND kind = 'Visit' AND day >= ?2
         ORDER BY day, start, id"
    ))?;
    let rows = sql.query_map(params![centre, from, serde_json::to_string(files)?], entry_of)?;
    Ok(rows.map(|row| row.map(|kept| kept.what)).collect::<Result<_, _>>()?)
}

/// What is booked under a file number, the latest first.
pub(super) fn of_file(conn: &Connection, centre: CentreId, file: &str) -> Result<Vec<Kept<Entry>>, StoreError> {
    let mut sql = conn.prepare_cached(&format!(
        "{ENTRY} WHERE centre = ?1 AND file = ?2 COLLATE NOCASE ORDER BY day DESC, start DESC, id DESC LIMIT ?3"
    ))?;
    Ok(sql.query_map(params![centre, file, OF_FILE], entry_of)?.collect::<Result<_, _>>()?)
}

/// Half-days of some days, both included, decided otherwise than the ordinary week says.
pub(in crate::store) fn half_days(
    conn: &Connection,
    centre: CentreId,
    from: Day,
    to: Day,
) -> Result<Vec<DecidedHalfDay>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT post, day, half, kind FROM half_day WHERE centre = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day, post, id",
    )?;
    let rows = sql.query_map(params![centre, from, to], |row| {
        Ok(DecidedHalfDay { post: row.col(0)?, day: row.col(1)?, half: row.col(2)?, kind: row.col(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every closing of some days, both included, oldest first.
pub(in crate::store) fn closings(
    conn: &Connection,
    centre: CentreId,
    from: Day,
    to: Day,
) -> Result<Vec<DayClose>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT id, stay, day, offered, booked, programmed, unplanned, visits, remote, absent, author, at
         FROM day_close WHERE centre = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY id",
    )?;
    let rows = sql.query_map(params![centre, from, to], |row| {
        Ok(DayClose {
            id: row.col(0)?,
            stay: row.col(1)?,
            day: row.col(2)?,
            counts: DayCounts {
                offered: row.col(3)?,
                booked: row.col(4)?,
                programmed: row.col(5)?,
                unplanned: row.col(6)?,
                visits: row.col(7)?,
                remote: row.col(8)?,
                absent: row.col(9)?,
            },
            author: row.col(10)?,
            at: row.col(11)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Which days of which stays are closed, from a day on.
pub(in crate::store) fn closed(
    conn: &Connection,
    centre: CentreId,
    since: Day,
) -> Result<Vec<(StayId, Day)>, StoreError> {
    let mut sql = conn.prepare_cached("SELECT DISTINCT stay, day FROM day_close WHERE centre = ?1 AND day >= ?2")?;
    let rows = sql.query_map(params![centre, since], |row| Ok((row.col(0)?, row.col(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The day from which the centre keeps an agenda: that of its first appointment or closing.
pub(in crate::store) fn since(conn: &Connection, centre: CentreId) -> Result<Option<Day>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT min(day) FROM (SELECT min(day) AS day FROM entry WHERE centre = ?1
                               UNION ALL SELECT min(day) FROM day_close WHERE centre = ?1)",
    )?;
    Ok(sql.query_row(params![centre], |row| row.col(0))?)
}

/// The points that came from a mark, each with the day at whose closing it was made.
pub(in crate::store) fn marks(conn: &Connection, centre: CentreId) -> Result<BTreeMap<ItemId, Day>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT m.id, c.day FROM mark m JOIN day_close c ON c.id = m.day_close JOIN item i ON i.id = m.id
         WHERE c.centre = ?1",
    )?;
    let rows = sql.query_map(params![centre], |row| Ok((row.col(0)?, row.col(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What the agenda knows of the days of a stay.
pub(in crate::store) fn days(conn: &Connection, centre: CentreId, stay: &Stay) -> Result<Days, StoreError> {
    let entries = entries(conn, centre, stay.from, stay.to)?.into_iter().map(|kept| kept.what).collect();
    let mut sql = conn.prepare_cached("SELECT file FROM dismissed WHERE stay = ?1 ORDER BY file")?;
    let dismissed = sql.query_map(params![stay.id], |row| row.col(0))?.collect::<Result<_, _>>()?;
    Ok(Days { entries, closings: closings(conn, centre, stay.from, stay.to)?, dismissed })
}

impl Store {
    /// Everything an import of the agenda is compared with.
    ///
    /// # Errors
    /// When there is no centre yet, or the store cannot be read.
    pub fn known_agenda(&self) -> Result<KnownAgenda, StoreError> {
        let centre = super::super::seat(&self.conn, self.centre)?.ok_or(StoreError::Missing)?;
        known(&self.conn, centre)
    }
}

/// The same, within a transaction.
pub(in crate::store) fn known(conn: &Connection, centre: CentreId) -> Result<KnownAgenda, StoreError> {
    let mut sql = conn.prepare_cached(&format!("{ENTRY} WHERE centre = ?1"))?;
    let entries = sql.query_map(params![centre], entry_of)?.map(|e| e.map(|kept| kept.what));
    let entries: Vec<Entry> = entries.collect::<Result<_, _>>()?;
    let mut sql = conn.prepare_cached(
        "SELECT DISTINCT stay.post, day_close.day FROM day_close JOIN stay ON stay.id = day_close.stay
         WHERE day_close.centre = ?1",
    )?;
    let closed = sql.query_map(params![centre], |row| Ok((row.col(0)?, row.col(1)?)))?;
    Ok(KnownAgenda::of(entries, closed.collect::<Result<_, _>>()?))
}
