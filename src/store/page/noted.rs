//! Reads what is noted beside the agenda: patient panel, weekly surveys, published figures.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::super::StoreError;
use super::{care, record, rota, statistics};
use crate::domain::noted::{NewPanel, NewSurvey, PanelSnapshot, Published, PublishedFigure, Third, WeekSurvey};
use crate::domain::record::PUBLISHED;
use crate::domain::{Centre, CentreId, Day, IsoWeek, Now, Rota};
use crate::protocol::{Beside, Kept, NotedPage, Rev};
use crate::store::sql::{Columns as _, params};

/// Weeks back in which the agenda's meetings are counted, so that the form of a survey can name them.
const WEEKS: i32 = 26;

/// Everything noted, with the computed figure beside each published one.
pub(super) fn page(conn: &Connection, centre: &Centre, now: Now) -> Result<NotedPage, StoreError> {
    let rota = rota::rota(conn, centre)?;
    let panels = panels(conn, centre.id)?;
    let published = record::rows(conn, centre.id, &PUBLISHED)?;
    let published = published
        .into_iter()
        .filter_map(|row| Published::of(&row).map(|noted| (row, noted)))
        .map(|(row, noted)| {
            let computed = match noted.figure {
                PublishedFigure::Consultations => Some(statistics::seen_up_to(conn, centre.id, noted.day)?),
                figure => computed(figure, noted.day, &panels, &rota),
            };
            Ok(Beside { row, noted, computed })
        })
        .collect::<Result<_, StoreError>>()?;
    let weeks = (now.day.week().plus(-WEEKS).monday(), now.day.week().sunday());
    let last = panels.last().map_or(Day(i32::MIN), |kept| kept.what.what.day);
    let mut requests: BTreeMap<IsoWeek, u32> = BTreeMap::new();
    for (day, counts) in care::requests(conn, centre, weeks)? {
        *requests.entry(day.week()).or_default() += counts.all();
    }
    let mut contacts: BTreeMap<IsoWeek, u32> = BTreeMap::new();
    for (day, _, count) in care::contacts(conn, centre, weeks)? {
        *contacts.entry(day.week()).or_default() += count;
    }
    Ok(NotedPage {
        requests,
        contacts,
        movements: care::movements(conn, centre, last)?,
        panels,
        surveys: surveys(conn, centre.id, Day(i32::MIN), Day(i32::MAX))?,
        published,
        meetings: statistics::meetings(conn, centre.id, weeks)?,
    })
}

/// What the program says of a day for which something else was published.
fn computed(figure: PublishedFigure, day: Day, panels: &[Kept<PanelSnapshot>], rota: &Rota) -> Option<u32> {
    let small = |count: usize| u32::try_from(count).ok();
    let panel = || panels.iter().map(|kept| &kept.what.what).rfind(|p| p.day <= day);
    match figure {
        PublishedFigure::Patients => panel().map(|p| p.patients),
        PublishedFigure::Ald => panel().and_then(|p| p.ald),
        PublishedFigure::Doctors => {
            // Those booked to the end of the year count: so the figure is published.
            let end = Day::ymd(chrono::Datelike::year(&day.date()), 12, 31)?;
            let doctors: std::collections::BTreeSet<_> =
                rota.confirmed().filter(|s| s.from <= end).map(|s| s.doctor).collect();
            small(doctors.len())
        }
        PublishedFigure::Withdrawals => {
            let gone = rota.stays.iter().filter(|s| s.is_withdrawal());
            small(gone.filter(|s| s.withdrawal.as_ref().is_some_and(|w| w.on <= day)).count())
        }
        PublishedFigure::Consultations => None,
    }
}

/// Every panel, by day.
pub(super) fn panels(conn: &Connection, centre: CentreId) -> Result<Vec<Kept<PanelSnapshot>>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT id, rev, day, patients, ald, active_file, arrivals, departures, deaths, source, author, at
         FROM panel_snapshot WHERE centre = ?1 ORDER BY day",
    )?;
    let rows = sql.query_map(params![centre], |row| {
        let what = NewPanel {
            day: row.col(2)?,
            patients: row.col(3)?,
            ald: row.col(4)?,
            active_file: row.col(5)?,
            arrivals: row.col(6)?,
            departures: row.col(7)?,
            deaths: row.col(8)?,
            source: row.col(9)?,
        };
        Ok(Kept::at(PanelSnapshot { id: row.col(0)?, what, author: row.col(10)?, at: row.col(11)? }, Rev(row.col(1)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The surveys made in some days, both included, by week.
pub(super) fn surveys(
    conn: &Connection,
    centre: CentreId,
    from: Day,
    to: Day,
) -> Result<Vec<Kept<WeekSurvey>>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT id, rev, week, day, third, never, same_day, next_day, refused, meetings, meeting_minutes, asalee,
           author, at FROM week_survey WHERE centre = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY week",
    )?;
    let rows = sql.query_map(params![centre, from, to], |row| {
        let third = match (row.col(4)?, row.col(5)?) {
            (Some(day), _) => Third::On(day),
            (None, true) => Third::Never,
            (None, false) => Third::Unknown,
        };
        let what = NewSurvey {
            week: row.col(2)?,
            day: row.col(3)?,
            third,
            same_day: row.col(6)?,
            next_day: row.col(7)?,
            refused: row.col(8)?,
            meetings: row.col(9)?,
            meeting_minutes: row.col(10)?,
            asalee: row.col(11)?,
        };
        Ok(Kept::at(WeekSurvey { id: row.col(0)?, what, author: row.col(12)?, at: row.col(13)? }, Rev(row.col(1)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
