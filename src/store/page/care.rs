//! Reads one list of care around the relay: what is open, however old, and what ended lately.

use rusqlite::Connection;

use super::super::StoreError;
use super::prepared::listed;
use crate::domain::care::{Care, CareList, ENDED_DAYS, REQUEST_DAYS};
use crate::domain::record::{
    ALD_PROTOCOL, ATTEMPT, AldProtocol, Attempt, CAPACITY, CARE_PROTOCOL, CONCERTATION, Capacity, CareProtocol,
    Concertation, DISTANCE, Distance, FOLLOW_UP, FollowUp, REGULAR_VISIT, REQUEST, RegularVisit, Request, WAITING,
    Waiting,
};
use crate::domain::{Centre, Now};

const OPEN_WAITING: &str = "declared_on IS NULL AND given_up_on IS NULL";
const OPEN_CONCERTATION: &str = "discussed_on IS NULL AND dropped_on IS NULL";

/// What one list holds.
pub(super) fn list(conn: &Connection, centre: &Centre, list: CareList, now: Now) -> Result<Care, StoreError> {
    let since = i64::from(now.day.0 - ENDED_DAYS);
    let mut care = open(conn, centre, list)?;
    match list {
        CareList::Waiting => {
            let ended = "coalesce(declared_on, given_up_on) >= ?2";
            care.waiting.extend(listed(conn, centre, &WAITING, ended, &[since], Waiting::of)?);
            let of = "waiting IN (SELECT id FROM waiting WHERE declared_on IS NULL AND given_up_on IS NULL)";
            care.attempts = listed(conn, centre, &ATTEMPT, of, &[], Attempt::of)?;
            care.waiting.sort_by_key(|listed| listed.what.order());
        }
        CareList::FollowUps => {
            care.follow_ups.extend(listed(conn, centre, &FOLLOW_UP, "ended_on >= ?2", &[since], FollowUp::of)?);
            let of = "follow_up IN (SELECT id FROM follow_up WHERE ended_on IS NULL)";
            care.attempts = listed(conn, centre, &ATTEMPT, of, &[], Attempt::of)?;
            care.follow_ups.sort_by_key(|listed| listed.what.order());
        }
        CareList::Concertations => {
            let ended = "coalesce(discussed_on, dropped_on) >= ?2";
            care.concertations.extend(listed(conn, centre, &CONCERTATION, ended, &[since], Concertation::of)?);
        }
        CareList::Ald => {
            care.ald.extend(listed(conn, centre, &ALD_PROTOCOL, "ended_on >= ?2", &[since], AldProtocol::of)?);
            care.ald.sort_by_key(|listed| listed.what.order());
        }
        CareList::Visits => {
            care.visits.extend(listed(conn, centre, &REGULAR_VISIT, "ended_on >= ?2", &[since], RegularVisit::of)?);
        }
        CareList::Requests => {
            let since = i64::from(now.day.0 - REQUEST_DAYS);
            care.requests = listed(conn, centre, &REQUEST, "on_day >= ?2", &[since], Request::of)?;
        }
    }
    Ok(care)
}

/// What of one list goes on, with what it is read with.
pub(super) fn open(conn: &Connection, centre: &Centre, list: CareList) -> Result<Care, StoreError> {
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
        CareList::Visits => {
            care.visits = listed(conn, centre, &REGULAR_VISIT, "ended_on IS NULL", &[], RegularVisit::of)?;
            care.distances = listed(conn, centre, &DISTANCE, "TRUE", &[], Distance::of)?;
        }
        CareList::Requests => {}
    }
    Ok(care)
}
