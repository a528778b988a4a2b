//! Reads one list of care around the relay: what is open, however old, and what ended lately.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::super::{Store, StoreError};
use super::prepared::listed;
use super::visits;
use crate::domain::care::{Activity, Care, CareList, Counts, ENDED_DAYS, REQUEST_DAYS, kept_since};
use crate::domain::draft::patient;
use crate::domain::record::{
    ALD_PROTOCOL, ATTEMPT, AldProtocol, Attempt, CAPACITY, CARE_PROTOCOL, CONCERTATION, Capacity, CareProtocol,
    Concertation, DISTANCE, Distance, FOLLOW_UP, FollowUp, FollowedBy, MOVEMENT, Moved, Movement, REGULAR_VISIT,
    REQUEST, Record, RegularVisit, Request, WAITING, Waiting, lost_before,
};
use crate::domain::{Centre, CentreId, Day, Now, Role};
use crate::store::sql::{Columns as _, params};

const OPEN_WAITING: &str = "declared_on IS NULL AND given_up_on IS NULL";
const OPEN_CONCERTATION: &str = "discussed_on IS NULL AND dropped_on IS NULL";

impl Store {
    /// Who is on the waiting list or ever was, to tell what comes in from a file for the first time.
    ///
    /// # Errors
    /// When there is no centre yet, or the store cannot be read.
    pub fn known_waiting(&self) -> Result<Vec<Waiting>, StoreError> {
        let seat = super::seat(&self.conn, self.centre)?.ok_or(StoreError::Missing)?;
        let centre = super::rota::centre(&self.conn, seat)?.ok_or(StoreError::Missing)?;
        let all = listed(&self.conn, &centre, &WAITING, "TRUE", &[], Waiting::of)?;
        Ok(all.into_iter().map(|listed| listed.what).collect())
    }
}

/// What one list holds.
pub(super) fn list(conn: &Connection, centre: &Centre, list: CareList, now: Now) -> Result<Care, StoreError> {
    let since = i64::from(now.day.0 - ENDED_DAYS);
    let mut care = open(conn, centre, list, now)?;
    care.old = old(conn, centre, list, now)?;
    match list {
        CareList::Waiting => {
            let ended = "coalesce(declared_on, given_up_on) >= ?2 AND patient <> ''";
            care.waiting.extend(listed(conn, centre, &WAITING, ended, &[since], Waiting::of)?);
            let of = "waiting IN (SELECT id FROM waiting WHERE declared_on IS NULL AND given_up_on IS NULL)";
            care.attempts = listed(conn, centre, &ATTEMPT, of, &[], Attempt::of)?;
            care.waiting.sort_by_key(|listed| listed.what.order());
        }
        CareList::FollowUps => {
            care.follow_ups.extend(listed(
                conn,
                centre,
                &FOLLOW_UP,
                "ended_on >= ?2 AND patient <> ''",
                &[since],
                FollowUp::of,
            )?);
            // The last contact and what was tried since: of years only these say something.
            let of = "id IN (SELECT a.id FROM follow_up f JOIN attempt a
                        ON a.follow_up = f.id AND a.on_day >= coalesce(f.last_on, 0)
                      WHERE f.centre = ?1 AND f.ended_on IS NULL)";
            care.attempts = listed(conn, centre, &ATTEMPT, of, &[], Attempt::of)?;
            care.follow_ups.sort_by_key(|listed| listed.what.order());
        }
        CareList::Concertations => {
            let ended = "coalesce(discussed_on, dropped_on) >= ?2 AND patient <> ''";
            care.concertations.extend(listed(conn, centre, &CONCERTATION, ended, &[since], Concertation::of)?);
        }
        CareList::Ald => {
            care.ald.extend(listed(
                conn,
                centre,
                &ALD_PROTOCOL,
                "ended_on >= ?2 AND patient <> ''",
                &[since],
                AldProtocol::of,
            )?);
            care.ald.sort_by_key(|listed| listed.what.order());
        }
        CareList::Visits => {
            care.visits.extend(listed(conn, centre, &REGULAR_VISIT, "ended_on >= ?2", &[since], RegularVisit::of)?);
            care.visits.sort_by_key(|listed| listed.what.order());
            visits::propose(conn, centre, &mut care, now)?;
            care.distances = listed(conn, centre, &DISTANCE, "TRUE", &[], Distance::of)?;
        }
        CareList::Requests => {
            let since = i64::from(now.day.0 - REQUEST_DAYS);
            care.requests = listed(conn, centre, &REQUEST, "on_day >= ?2", &[since], Request::of)?;
        }
    }
    Ok(care)
}

/// When a row has ended, as the database says it; nothing of a record that does not end.
pub(in crate::store) fn ended(record: &Record) -> Option<&'static str> {
    let known = [
        (&WAITING, "coalesce(declared_on, given_up_on)"),
        (&FOLLOW_UP, "ended_on"),
        (&CONCERTATION, "coalesce(discussed_on, dropped_on)"),
        (&ALD_PROTOCOL, "ended_on"),
        (&REGULAR_VISIT, "ended_on"),
        (&REQUEST, "on_day"),
        (&MOVEMENT, "on_day"),
        (&ATTEMPT, "on_day"),
    ];
    known.into_iter().find(|(of, _)| *of == record).map(|(_, ended)| ended)
}

/// Whether a row of a list ended so long ago that who it was is to go.
fn old(conn: &Connection, centre: &Centre, list: CareList, now: Now) -> Result<bool, StoreError> {
    for record in list.records() {
        let Some(ended) = ended(record) else { continue };
        let mut sql = conn.prepare_cached(&format!(
            "SELECT EXISTS (SELECT 1 FROM {} WHERE centre = ?1 AND {ended} < ?2 AND {} <> '')",
            record.table.0,
            if *record == ATTEMPT { "words" } else { "patient" }
        ))?;
        if sql.query_row(params![centre.id, kept_since(now.day)], |row| row.col(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What of one list goes on, with what it is read with.
pub(super) fn open(conn: &Connection, centre: &Centre, list: CareList, now: Now) -> Result<Care, StoreError> {
    let mut care = Care::default();
    match list {
        CareList::Waiting => {
            care.waiting = listed(conn, centre, &WAITING, OPEN_WAITING, &[], Waiting::of)?;
            care.capacity = listed(conn, centre, &CAPACITY, "TRUE", &[], Capacity::of)?;
        }
        CareList::FollowUps => {
            care.follow_ups = listed(conn, centre, &FOLLOW_UP, "ended_on IS NULL", &[], FollowUp::of)?;
            care.protocols = listed(conn, centre, &CARE_PROTOCOL, "TRUE", &[], CareProtocol::of)?;
        }
        CareList::Concertations => {
            care.concertations = listed(conn, centre, &CONCERTATION, OPEN_CONCERTATION, &[], Concertation::of)?;
        }
        CareList::Ald => care.ald = listed(conn, centre, &ALD_PROTOCOL, "ended_on IS NULL", &[], AldProtocol::of)?,
        CareList::Visits => care = visits::open(conn, centre, now.day)?,
        CareList::Requests => {}
    }
    Ok(care)
}

/// What the lists did in some days, both included.
pub(super) fn activity(
    conn: &Connection,
    centre: &Centre,
    (from, to): (Day, Day),
    now: Now,
) -> Result<Activity, StoreError> {
    let mut waiting = conn.prepare_cached(
        "SELECT count(*) FILTER (WHERE asked_on <= ?2 AND coalesce(declared_on, given_up_on, ?2 + 1) > ?2),
                count(*) FILTER (WHERE ald AND asked_on <= ?2 AND coalesce(declared_on, given_up_on, ?2 + 1) > ?2),
                count(*)
         FROM waiting WHERE centre = ?1",
    )?;
    let (waits, ald, all): (u32, u32, u32) =
        waiting.query_row(params![centre.id, to], |row| Ok((row.col(0)?, row.col(1)?, row.col(2)?)))?;
    let mut waited = conn.prepare_cached(
        "SELECT declared_on - asked_on FROM waiting WHERE centre = ?1 AND declared_on BETWEEN ?2 AND ?3",
    )?;
    let waited = waited.query_map(params![centre.id, from, to], |row| row.col(0))?.collect::<Result<_, _>>()?;
    let mut concertations = conn.prepare_cached(
        "SELECT count(*), count(discussed_on) FROM concertation WHERE centre = ?1 AND asked_on BETWEEN ?2 AND ?3",
    )?;
    let concertations = concertations.query_row(params![centre.id, from, to], |row| Ok((row.col(0)?, row.col(1)?)))?;
    Ok(Activity {
        requests: requests(conn, centre, (from, to))?,
        contacts: contacts(conn, centre, (from, to))?,
        waiting: (waits, ald),
        waited,
        keeps_list: all > 0,
        followed: followed(conn, centre, now)?,
        concertations,
    })
}

/// How many follow-ups go on, and how many of them are lost from sight.
fn followed(conn: &Connection, centre: &Centre, now: Now) -> Result<(u32, u32), StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT count(*), count(*) FILTER (WHERE next_month <= ?2) FROM follow_up WHERE centre = ?1 AND ended_on IS NULL",
    )?;
    Ok(sql.query_row(params![centre.id, lost_before(now.day)], |row| Ok((row.col(0)?, row.col(1)?)))?)
}

/// The files that are followed, and how many follow-ups are lost from sight.
pub(super) fn chronic(conn: &Connection, centre: &Centre, now: Now) -> Result<(BTreeSet<String>, usize), StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT patient, coalesce(next_month <= ?2, 0) FROM follow_up WHERE centre = ?1 AND ended_on IS NULL",
    )?;
    let rows = sql
        .query_map(params![centre.id, lost_before(now.day)], |row| Ok((row.col::<String>(0)?, row.col::<bool>(1)?)))?;
    let (mut files, mut lost) = (BTreeSet::new(), 0);
    for row in rows {
        let (who, is_lost) = row?;
        lost += usize::from(is_lost);
        files.extend(patient::of_line(&who).map(|who| who.file).filter(|file| !file.is_empty()));
    }
    Ok((files, lost))
}

/// How many patients a role follows.
pub(super) fn followed_by(conn: &Connection, centre: &Centre, role: Role) -> Result<usize, StoreError> {
    let Some(owner) = FollowedBy::ALL.iter().find(|owner| owner.role() == role) else { return Ok(0) };
    let mut sql =
        conn.prepare_cached("SELECT count(*) FROM follow_up WHERE centre = ?1 AND ended_on IS NULL AND owner = ?2")?;
    Ok(sql.query_row(params![centre.id, owner.name()], |row| row.col(0))?)
}

/// What is due by today on the lists that a role of the team reads: nothing else of them.
pub(super) fn come(conn: &Connection, centre: &Centre, words: bool, now: Now) -> Result<Care, StoreError> {
    let today = [i64::from(now.day.0)];
    let mut care = visits::open(conn, centre, now.day)?;
    let called = "declared_on IS NULL AND given_up_on IS NULL AND call_on <= ?2";
    care.waiting = listed(conn, centre, &WAITING, called, &today, Waiting::of)?;
    if words {
        let due = "ended_on IS NULL AND coalesce(call_on, next_month) <= ?2";
        care.follow_ups = listed(conn, centre, &FOLLOW_UP, due, &today, FollowUp::of)?;
        let due = "ended_on IS NULL AND sent_on IS NULL AND renew <= ?2";
        care.ald = listed(conn, centre, &ALD_PROTOCOL, due, &today, AldProtocol::of)?;
    }
    Ok(care)
}

/// The requests of each day that has some.
pub(super) fn requests(
    conn: &Connection,
    centre: &Centre,
    (from, to): (Day, Day),
) -> Result<Vec<(Day, Counts)>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT on_day, count(*) FILTER (WHERE offered = 'Today'), count(*) FILTER (WHERE offered = 'Tomorrow'),
                count(*) FILTER (WHERE offered = 'Other'), count(*) FILTER (WHERE offered = 'Sent'),
                count(*) FILTER (WHERE offered = 'Refused')
         FROM request WHERE centre = ?1 AND on_day BETWEEN ?2 AND ?3 GROUP BY 1 ORDER BY 1",
    )?;
    let rows = sql.query_map(params![centre.id, from, to], |row| {
        let counts = Counts {
            today: row.col(1)?,
            tomorrow: row.col(2)?,
            other: row.col(3)?,
            sent: row.col(4)?,
            refused: row.col(5)?,
        };
        Ok((row.col(0)?, counts))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The patients who were seen or reached on each day, by protocol.
pub(super) fn contacts(
    conn: &Connection,
    centre: &Centre,
    (from, to): (Day, Day),
) -> Result<Vec<(Day, String, u32)>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT a.on_day, p.name, count(*) FROM attempt a
           JOIN follow_up f ON f.id = a.follow_up JOIN care_protocol p ON p.id = f.protocol
         WHERE a.centre = ?1 AND a.on_day BETWEEN ?2 AND ?3 AND (a.outcome = 'Seen' OR a.outcome = 'Reached')
         GROUP BY 1, 2 ORDER BY 1, 2",
    )?;
    let rows = sql.query_map(params![centre.id, from, to], |row| Ok((row.col(0)?, row.col(1)?, row.col(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Who came, left or died after a day, by day.
pub(super) fn movements(conn: &Connection, centre: &Centre, after: Day) -> Result<Vec<(Day, Moved)>, StoreError> {
    let moved = listed(conn, centre, &MOVEMENT, "on_day > ?2", &[after.0.into()], Movement::of)?;
    Ok(moved.into_iter().map(|listed| (listed.what.on_day, listed.what.what)).collect())
}

/// The requests of some days, both included, by day and hour.
pub(super) fn requested(
    conn: &Connection,
    centre: &Centre,
    (from, to): (Day, Day),
) -> Result<Vec<Request>, StoreError> {
    let rows = listed(conn, centre, &REQUEST, "on_day BETWEEN ?2 AND ?3", &[from.0.into(), to.0.into()], Request::of)?;
    Ok(rows.into_iter().map(|listed| listed.what).collect())
}

/// The lists on which a file still is, each with its next day.
pub(super) fn of_file(
    conn: &Connection,
    centre: CentreId,
    file: &str,
) -> Result<Vec<(CareList, Option<Day>)>, StoreError> {
    const OPEN: [(CareList, &str, &str, &str); 5] = [
        (CareList::Waiting, "waiting", "call_on", OPEN_WAITING),
        (CareList::FollowUps, "follow_up", "coalesce(call_on, next_month)", "ended_on IS NULL"),
        (CareList::Concertations, "concertation", "week", OPEN_CONCERTATION),
        (CareList::Ald, "ald_protocol", "renew", "ended_on IS NULL"),
        (CareList::Visits, "regular_visit", "next", "ended_on IS NULL"),
    ];
    let mut found = Vec::new();
    for (list, table, day, open) in OPEN {
        let mut sql = conn.prepare_cached(&format!(
            "SELECT {day} FROM {table} WHERE centre = ?1 AND {open}
               AND (patient = ?2 OR substr(patient, 1, length(?2) + 1) = ?2 || ' ') ORDER BY 1"
        ))?;
        for next in sql.query_map(params![centre, file], |row| row.col(0))? {
            found.push((list, next?));
        }
    }
    Ok(found)
}
