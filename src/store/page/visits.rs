//! Reads the visits that come back as they stand by the agenda, and where the next ones could be planned.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::super::StoreError;
use super::prepared::listed;
use super::{agenda, rota};
use crate::domain::care::Care;
use crate::domain::care::visits::Agenda;
use crate::domain::record::{REGULAR_VISIT, RegularVisit};
use crate::domain::{Centre, Day, Entry, IsoWeek, Now};

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
