//! Reads the collective: every stay there was, and what is known of the volunteers.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::super::StoreError;
use super::{prepared, record, rota};
use crate::domain::collective::{Collective, Listed, StayElsewhere};
use crate::domain::erasing::TRAVEL_DAYS;
use crate::domain::record::{
    AVAILABILITY, Availability, LEAVING_WORD, LeavingWord, Record, SOLICITATION, Solicitation, TRAVEL, Travel,
    VOLUNTEER, Volunteer, Written,
};
use crate::domain::{Centre, Day, Now, People};
use crate::store::sql::{Columns as _, params};

pub(super) fn collective(conn: &Connection, centre: &Centre, now: Now) -> Result<Collective, StoreError> {
    let people = rota::people(conn, centre.id)?;
    let stays = rota::stays(conn, centre.id, Day(i32::MIN), &[], false)?;
    let mut volunteers = BTreeMap::new();
    for row in record::rows(conn, centre.id, &VOLUNTEER)? {
        // Of one entered twice, what stands with whom they are goes before.
        if let Some((person, what)) = Volunteer::of(&row) {
            let root = people.root(person);
            if person == root || !volunteers.contains_key(&root) {
                volunteers.insert(root, Listed { what, row });
            }
        }
    }
    let mut leaving = listed(conn, centre, &LEAVING_WORD, LeavingWord::of)?;
    for said in &mut leaving {
        said.what.person = people.root(said.what.person);
    }
    leaving.sort_by_key(|said| (said.what.by.map(|(_, at)| at), said.row.id));
    let mut availability = listed(conn, centre, &AVAILABILITY, Availability::of)?;
    for noted in &mut availability {
        noted.what.person = people.root(noted.what.person);
    }
    let mut solicitations = listed(conn, centre, &SOLICITATION, Solicitation::of)?;
    for asked in &mut solicitations {
        asked.what.person = people.root(asked.what.person);
    }
    let (kinds, papers) = prepared::lasting(conn, centre)?;
    let over = "stay IN (SELECT id FROM stay WHERE to_day < ?2)";
    let before = i64::from(now.day.0) - i64::from(TRAVEL_DAYS);
    let old_travels = prepared::listed(conn, centre, &TRAVEL, over, &[before], Travel::of)?;
    Ok(Collective {
        stays: rota::resolved(stays, &people),
        elsewhere: elsewhere(conn, centre, &people)?,
        volunteers,
        leaving,
        availability,
        solicitations,
        kinds,
        papers,
        old_travels,
    })
}

fn listed<T>(
    conn: &Connection,
    centre: &Centre,
    record: &Record,
    of: fn(&Written) -> Option<T>,
) -> Result<Vec<Listed<T>>, StoreError> {
    let rows = record::rows(conn, centre.id, record)?.into_iter();
    Ok(rows.filter_map(|row| Some(Listed { what: of(&row)?, row })).collect())
}

/// The confirmed stays at the other centres of the store.
fn elsewhere(conn: &Connection, centre: &Centre, people: &People) -> Result<Vec<StayElsewhere>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT s.doctor, c.name, s.from_day, s.to_day FROM stay s JOIN centre c ON c.id = s.centre
         WHERE s.centre <> ?1 AND s.state = 'Confirmed' ORDER BY s.from_day, s.id",
    )?;
    let rows = sql.query_map(params![centre.id], |row| {
        Ok(StayElsewhere { doctor: people.root(row.col(0)?), centre: row.col(1)?, from: row.col(2)?, to: row.col(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
