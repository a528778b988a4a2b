//! Visits that were missed become points by themselves, for the role that follows them.
//!
//! Asked at each sign-in of somebody of the team: the week is over, nothing is planned, and no point was opened for that
//! week. What was made long ago is written into the rows at the same time, so that a list need not look back over years.
//! It is a change of its own, made before the session begins: nobody undoes it without having seen it.

use rusqlite::Connection;

use super::door::{Cx, Done, Stop};
use super::{Store, StoreError, act, page};
use crate::domain::act::{NewItem, NewWord};
use crate::domain::record::RegularVisit;
use crate::domain::rights::{Right, has};
use crate::domain::{Addressee, Centre, Detail, Gravity, IsoWeek, ItemFacts, Kind, Msg, Now, Role, Who};
use crate::store::sql::params;

/// Days after which a visit that was made is a fact: nobody corrects an agenda of two months ago.
const SETTLED: i32 = 56;

/// A visit of a week that went by, with its number.
type Missed = (i64, RegularVisit, IsoWeek);

/// The visits whose week is over without one, of which there is no point yet.
fn missed(conn: &Connection, centre: &Centre, now: Now) -> Result<Vec<Missed>, StoreError> {
    let care = page::visits::open(conn, centre, now.day)?;
    let found = care.visits.iter().filter_map(|listed| {
        let week = listed.what.missed_week(care.planned(listed.row.id).is_some(), now.day)?;
        (!listed.what.has_point_of(week)).then(|| (listed.row.id, listed.what.clone(), week))
    });
    Ok(found.collect())
}

impl Store {
    /// Opens a point for each visit that was missed, once; `said` is its text. Does nothing where the store is only read,
    /// and where whoever signs in is not of the team.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub fn note_missed_visits(
        &mut self,
        who: Who,
        now: Now,
        said: &dyn Fn(&RegularVisit, IsoWeek) -> String,
    ) -> Result<(), StoreError> {
        let person = page::rota::person(&self.conn, who.person)?;
        let writes = person.is_some_and(|p| p.role != Role::Doctor && has(&p, Right::Points, now.day));
        let Some(centre) = self.centre()?.filter(|_| writes && !self.is_read_only()) else { return Ok(()) };
        let settled = now.day.plus(-SETTLED);
        if missed(&self.conn, &centre, now)?.is_empty() && page::visits::stood(&self.conn, &centre, settled)?.is_empty()
        {
            return Ok(());
        }
        let done = self.change(who, now, |cx| {
            // Another desk may have been first.
            for (id, stood) in page::visits::stood(cx.conn, &centre, settled)? {
                cx.run_one(
                    "UPDATE regular_visit SET last_on = ?1, next = ?2 WHERE id = ?3",
                    params![stood.last_on, stood.next.map(IsoWeek::monday), id],
                )?;
            }
            let found = missed(cx.conn, &centre, now)?;
            for missed in &found {
                open(missed, said, cx)?;
            }
            Ok(Done::said(Msg::new("store-said-visits-missed").with("count", found.len())))
        });
        match done {
            Ok(_) => self.begin_session(),
            Err(Stop::Refused(_)) => Ok(()),
            Err(stop) => Err(stop.into()),
        }
    }
}

/// Opens the point of one, and notes it with the visit.
fn open((id, visit, week): &Missed, said: &dyn Fn(&RegularVisit, IsoWeek) -> String, cx: &Cx<'_>) -> Result<(), Stop> {
    let item = NewItem { kind: Kind::Care, patient: visit.patient.clone(), facts: ItemFacts::default() };
    let word = NewWord {
        text: said(visit, *week),
        plan: String::new(),
        gravity: Gravity::Watch,
        due: None,
        show_from: None,
        to: Addressee::Role(visit.owner.role()),
        outcome: None,
        detail: Detail::default(),
    };
    let point = act::open_by_itself(cx, &item, &word)?;
    cx.run_one("UPDATE regular_visit SET point = ?1, missed = ?2 WHERE id = ?3", params![point, week.monday(), id])
}

#[cfg(test)]
mod tests;
