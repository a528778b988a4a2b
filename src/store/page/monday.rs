//! What a briefing shows beside the open points: what was put off, a last stay, how points end for those who left.

use rusqlite::Connection;

use super::super::{StoreError, draft};
use super::thread;
use crate::domain::briefing::{Briefing, PutOff, Reader, last_stay, since_last_stay};
use crate::domain::sequel::Sequel;
use crate::domain::{CentreId, ItemId, Now, PersonId, Role, Rota, StayId, Thread};
use crate::store::sql::{Columns as _, params};

/// The briefing with what its reader put off, wants to know, and left behind on their last stay.
pub(super) fn complete(
    briefing: Briefing,
    conn: &Connection,
    centre: CentreId,
    rota: &Rota,
    now: Now,
) -> Result<Briefing, StoreError> {
    let Some(stay) = briefing.stay.clone() else {
        let (to_tell, left_drafts) = match briefing.reader {
            Reader::Team(person) if rota.people.get(person).is_some_and(|p| p.role == Role::Coordination) => {
                (to_tell(conn, centre)?, draft::left(conn, centre, rota, now)?.len())
            }
            Reader::Team(_) => (to_tell(conn, centre)?, 0),
            Reader::Stay(_) => (0, 0),
        };
        return Ok(Briefing { to_tell, left_drafts, ..briefing });
    };
    let since = match last_stay(&stay, rota) {
        Some(last) => since_last_stay(&stay, &thread::of_stay(conn, centre, last.id)?, rota, now),
        None => None,
    };
    let briefing =
        briefing.with_put_off(&put_off(conn, centre, stay.id)?, now).with_wanted(&wanted(conn, centre, stay.doctor)?);
    Ok(Briefing { since, ..briefing })
}

/// What was put off in a stay, oldest first.
fn put_off(conn: &Connection, centre: CentreId, stay: StayId) -> Result<Vec<PutOff>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT item, stay, author, entered_by, at, day FROM put_off WHERE stay = ?1 AND centre = ?2 ORDER BY id",
    )?;
    let rows = sql.query_map(params![stay, centre], |row| {
        Ok(PutOff {
            item: row.col(0)?,
            stay: row.col(1)?,
            author: row.col(2)?,
            entered_by: row.col(3)?,
            at: row.col(4)?,
            day: row.col(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The points whose end a doctor wants to know.
fn wanted(conn: &Connection, centre: CentreId, doctor: PersonId) -> Result<Vec<ItemId>, StoreError> {
    let mut sql = conn.prepare_cached("SELECT item FROM sequel WHERE doctor = ?1 AND centre = ?2")?;
    let items = sql.query_map(params![doctor, centre], |row| row.col(0))?;
    Ok(items.collect::<Result<_, _>>()?)
}

/// How many doctors are to be told how a point ended, as [`Sequel::is_to_tell`] finds one by one.
fn to_tell(conn: &Connection, centre: CentreId) -> Result<usize, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT count(*) FROM sequel s JOIN item i ON i.id = s.item JOIN relay r ON r.id = i.head
         WHERE s.centre = ?1 AND i.closed = 1 AND (s.told IS NULL OR s.told < r.at)",
    )?;
    let count: i64 = sql.query_row(params![centre], |row| row.col(0))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// Every wish to know how a point ends, newest first, each with its point.
pub(super) fn sequels(conn: &Connection, centre: CentreId) -> Result<Vec<(Sequel, Thread)>, StoreError> {
    let mut sql = conn
        .prepare_cached("SELECT id, item, doctor, at, told, told_by FROM sequel WHERE centre = ?1 ORDER BY id DESC")?;
    let rows = sql.query_map(params![centre], |row| {
        let (told, by) = (row.col(4)?, row.col(5)?);
        Ok(Sequel {
            id: row.col(0)?,
            item: row.col(1)?,
            doctor: row.col(2)?,
            at: row.col(3)?,
            told: Option::zip(told, by),
        })
    })?;
    let wishes: Vec<Sequel> = rows.collect::<Result<_, _>>()?;
    let mut items: Vec<ItemId> = wishes.iter().map(|s| s.item).collect();
    items.sort_unstable();
    items.dedup();
    let threads = thread::load(conn, &items)?;
    let of = |id: ItemId| threads.iter().find(|t| t.item.id == id).cloned();
    Ok(wishes.into_iter().filter_map(|s| Some((s.clone(), of(s.item)?))).collect())
}
