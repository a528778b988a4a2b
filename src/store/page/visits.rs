//! Reads the visits that come back as they stand by the agenda, and where the next ones could be planned.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::super::StoreError;
use super::prepared::{self, listed};
use super::{agenda, rota};
use crate::domain::care::Care;
use crate::domain::care::distance::Distances;
use crate::domain::care::round::{DayRounds, Measure, Ride, Travelled};
use crate::domain::care::visits::Agenda;
use crate::domain::record::{AssetKind, DISTANCE, Distance, REGULAR_VISIT, RegularVisit};
use crate::domain::{Centre, Day, Entry, IsoWeek, Now, Period, PostId, StayId};
use crate::store::sql::{Columns as _, params};

/// What goes on, as it stands today, with the appointments in which the next ones are planned.
pub(in crate::store) fn open(conn: &Connection, centre: &Centre, today: Day) -> Result<Care, StoreError> {
    let visits = listed(conn, centre, &REGULAR_VISIT, "ended_on IS NULL", &[], RegularVisit::of)?;
    let mut care = Care { visits, ..Care::default() };
    let from = care.visits.iter().filter_map(|visit| visit.what.counts_from()).min();
    let Some(from) = from else { return Ok(care) };
    let files: Vec<&str> = care.visits.iter().filter_map(|v| Some(v.what.patient.as_ref()?.file.as_str())).collect();
    let entries = agenda::home_visits(conn, centre.id, from, &files)?;
    for visit in &mut care.visits {
        let (standing, planned) = visit.what.on(&entries, today);
        if let Some(entry) = planned {
            care.appointments.insert(visit.row.id, entry.clone());
        }
        if standing != visit.what {
            visit.row.values = standing.values();
            visit.what = standing;
        }
    }
    Ok(care)
}

/// The visits that stood otherwise on a day than their rows say, as they stood.
pub(in crate::store) fn stood(
    conn: &Connection,
    centre: &Centre,
    day: Day,
) -> Result<Vec<(i64, RegularVisit)>, StoreError> {
    let visits = listed(conn, centre, &REGULAR_VISIT, "ended_on IS NULL", &[], RegularVisit::of)?;
    let Some(from) = visits.iter().filter_map(|visit| visit.what.counts_from()).min() else { return Ok(Vec::new()) };
    let files: Vec<&str> = visits.iter().filter_map(|v| Some(v.what.patient.as_ref()?.file.as_str())).collect();
    let entries = agenda::home_visits(conn, centre.id, from, &files)?;
    let then = visits.iter().filter_map(|visit| {
        let (standing, _) = visit.what.on(&entries, day);
        (standing != visit.what).then_some((visit.row.id, standing))
    });
    Ok(then.collect())
}

/// The home visits of a day of a stay, by the table of distances, with the vehicle that the stay has then.
pub(super) fn rounds(
    conn: &Connection,
    centre: &Centre,
    stay: StayId,
    day: Day,
) -> Result<Option<DayRounds>, StoreError> {
    let found = rota::stays(conn, centre.id, Day(i32::MAX), &[stay], false)?;
    let Some(stay) = found.iter().next() else { return Ok(None) };
    let distances = distances(conn, centre)?;
    let entries = agenda::entries(conn, centre.id, day, day)?.into_iter().map(|kept| kept.what);
    let entries: Vec<Entry> = entries.filter(|e| e.what.day == day && e.what.post == Some(stay.post)).collect();
    let lent = prepared::lent(conn, centre, Period { from: day, to: day })?;
    let vehicle = lent.lent_to(stay.id, AssetKind::Vehicle).next().map(|(asset, _)| asset.name.clone());
    Ok(Some(DayRounds { stay: stay.id, day, rounds: measure(centre, &distances).rounds(&entries), vehicle }))
}

/// How far the home visits of some days went.
pub(super) fn travelled(
    conn: &Connection,
    centre: &Centre,
    (from, to): (Day, Day),
    post: Option<PostId>,
) -> Result<Travelled, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT day, post, start, CASE WHEN place = '' AND file IS NULL THEN title ELSE place END FROM entry
         WHERE centre = ?1 AND day BETWEEN ?2 AND ?3 AND kind = 'Visit' AND start IS NOT NULL
           AND (?4 IS NULL OR post = ?4)",
    )?;
    let rides = sql.query_map(params![centre.id, from, to, post], |row| {
        Ok(Ride { day: row.col(0)?, post: row.col(1)?, start: row.col(2)?, place: row.col(3)? })
    })?;
    let rides: Vec<Ride> = rides.collect::<Result<_, _>>()?;
    let distances = distances(conn, centre)?;
    Ok(measure(centre, &distances).travelled(&rides))
}

fn distances(conn: &Connection, centre: &Centre) -> Result<Distances, StoreError> {
    let lines = listed(conn, centre, &DISTANCE, "TRUE", &[], Distance::of)?;
    Ok(Distances::of(lines.iter().map(|line| &line.what)))
}

fn measure<'a>(centre: &'a Centre, distances: &'a Distances) -> Measure<'a> {
    Measure { centre: &centre.commune, distances, noon: centre.opening.afternoon.0 }
}

/// Finds for each one that is not planned where it could be.
pub(super) fn propose(conn: &Connection, centre: &Centre, care: &mut Care, now: Now) -> Result<(), StoreError> {
    let rota = rota::confirmed(conn, centre, now.day)?;
    let mut weeks: BTreeMap<IsoWeek, (Vec<_>, Vec<Entry>)> = BTreeMap::new();
    for visit in &care.visits {
        let to_plan = visit.what.is_open() && !care.appointments.contains_key(&visit.row.id);
        let Some(week) = visit.what.next.filter(|_| to_plan).map(|week| week.max(now.day.week())) else { continue };
        let (half_days, entries) = match weeks.entry(week) {
            std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::btree_map::Entry::Vacant(unknown) => {
                let (from, to) = (week.monday(), week.sunday());
                let entries = agenda::entries(conn, centre.id, from, to)?.into_iter().map(|kept| kept.what).collect();
                unknown.insert((agenda::half_days(conn, centre.id, from, to)?, entries))
            }
        };
        let agenda = Agenda { rota: &rota, half_days, entries, step: centre.slot_minutes };
        if let Some(found) = agenda.proposes(&visit.what, now.day) {
            care.proposed.insert(visit.row.id, found);
        }
    }
    Ok(())
}
