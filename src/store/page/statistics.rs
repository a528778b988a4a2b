//! Reads what the figures of a period are computed from: sums and what can matter to it, never the whole history.

use std::collections::{BTreeMap, HashSet};

use rusqlite::Connection;

use super::super::StoreError;
use super::{agenda, care, noted, prepared, record, rota, thread, visits};
use crate::domain::indicators::{
    Facts, Load, Recalls, Statistics, charts, indicators, indicators_beside, is_complete, week_figures,
};
use crate::domain::noted::Published;
use crate::domain::record::PUBLISHED;
use crate::domain::rooms::Rooms;
use crate::domain::{Centre, CentreId, Day, IsoWeek, ItemId, Now, Period, PostId, Rota, Stamp, StayId, day_close};
use crate::store::sql::{Columns as _, params};

/// The statistics of a period, with the figures of another beside it where it is complete.
pub(super) fn statistics(
    conn: &Connection,
    centre: &Centre,
    period: Period,
    before: Option<Period>,
    post: Option<PostId>,
    now: Now,
) -> Result<Statistics, StoreError> {
    let before = before.filter(|before| is_complete(*before, centre.opened, now.day));
    let first = before.map_or(period.from, |before| before.from.min(period.from));
    let mut rota = rota::handed_over_since(conn, centre, first.week().monday())?;
    if let Some(post) = post {
        rota.posts.retain(|p| p.id == post);
        rota.stays.edit(|stays| stays.retain(|s| s.post == post));
    }
    // Read once for both: one period begins after the other.
    let latest = before.map_or(period.from, |before| before.from.max(period.from));
    let earlier = earlier(conn, centre.id, latest, post)?;
    let before = match before {
        None => None,
        Some(before) => {
            let facts = facts(conn, centre, rota.clone(), &earlier, before, post, now)?;
            Some((before, indicators_beside(&facts, before, now)))
        }
    };
    let facts = facts(conn, centre, rota, &earlier, period, post, now)?;
    Ok(Statistics {
        period,
        post,
        indicators: indicators(&facts, period, now),
        before,
        charts: charts(&facts, period, now),
        weeks: week_figures(&facts, period, now),
    })
}

/// What the figures of a period are computed from.
fn facts(
    conn: &Connection,
    centre: &Centre,
    rota: Rota,
    earlier: &[(Day, u32)],
    period: Period,
    post: Option<PostId>,
    now: Now,
) -> Result<Facts, StoreError> {
    let (id, from, upto) = (centre.id, period.from, period.to.min(now.day));
    let mut closings = day_close::newest(agenda::closings(conn, id, from, upto)?);
    if post.is_some() {
        let mine: HashSet<StayId> = rota.stays.iter().map(|s| s.id).collect();
        closings.retain(|c| mine.contains(&c.stay));
    }
    // A week is told whole in the coverage, wherever the period cuts it; so is a stay called off that was to begin in it.
    let gone = rota.stays.iter().filter(|s| s.withdrawal.is_some() && period.contains(s.from));
    let weeks = gone.fold((from.week().monday(), period.to.week().sunday()), |(first, last), stay| {
        (first.min(stay.from), last.max(stay.to))
    });
    let lent = prepared::lent(conn, centre, Period { from, to: upto })?;
    let (used, could) = Rooms { rota: &rota, known: &lent }.used(Period { from, to: upto });
    let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let surveys = noted::surveys(conn, id, from.week().monday(), upto.week().sunday())?;
    Ok(Facts {
        opened: centre.opened,
        department: centre.department.clone(),
        targets: centre.targets,
        post,
        closings,
        earlier: earlier.iter().copied().filter(|(day, _)| *day < from).collect(),
        half_days: agenda::half_days(conn, id, weeks.0, weeks.1)?,
        load: load(conn, id, (from, upto), post)?,
        agenda_since: agenda_since(conn, id)?,
        travelled: visits::travelled(conn, centre, (from, upto), post)?,
        meetings: meetings(conn, id, (from, upto))?,
        panels: noted::panels(conn, id)?.into_iter().map(|kept| kept.what).collect(),
        surveys: surveys.into_iter().map(|kept| kept.what).collect(),
        published: record::rows(conn, id, &PUBLISHED)?.iter().filter_map(Published::of).collect(),
        urgent: urgent(conn, id, from, upto)?,
        open: thread::open(conn, id)?,
        said: said(conn, id, (from, upto))?,
        recalls: recalls(conn, id, (from, upto))?,
        rooms: (small(used), small(could)),
        care: care::activity(conn, centre, (from, upto), now)?,
        rota,
    })
}

/// Consultations of each day before one, each day of a stay by its newest closing.
fn earlier(conn: &Connection, centre: CentreId, day: Day, post: Option<PostId>) -> Result<Vec<(Day, u32)>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT day, sum(programmed + unplanned + visits + remote) FROM day_close d
         WHERE centre = ?1 AND day < ?2
           AND NOT EXISTS (SELECT 1 FROM day_close n WHERE n.stay = d.stay AND n.day = d.day AND n.id > d.id)
           AND (?3 IS NULL OR (SELECT post FROM stay WHERE stay.id = d.stay) = ?3)
         GROUP BY day",
    )?;
    let rows = sql.query_map(params![centre, day, post], |row| Ok((row.col(0)?, row.col(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Consultations up to a day, that day included.
pub(super) fn seen_up_to(conn: &Connection, centre: CentreId, day: Day) -> Result<u32, StoreError> {
    Ok(earlier(conn, centre, day.plus(1), None)?.into_iter().map(|(_, seen)| seen).sum())
}

/// Appointments by weekday, hour and length.
fn load(
    conn: &Connection,
    centre: CentreId,
    (from, to): (Day, Day),
    post: Option<PostId>,
) -> Result<Vec<Load>, StoreError> {
    // Day 0 is Thursday 1 January 1970: three days later in the week than Monday.
    let mut sql = conn.prepare_cached(
        "SELECT (day + 3) % 7, start / 60, minutes, count(*) FROM entry
         WHERE centre = ?1 AND day BETWEEN ?2 AND ?3
           AND (kind = 'Consultation' OR kind = 'Unplanned' OR kind = 'Remote' OR kind = 'Visit')
           AND (?4 IS NULL OR post = ?4)
         GROUP BY 1, 2, 3",
    )?;
    let rows = sql.query_map(params![centre, from, to, post], |row| {
        Ok(Load { weekday: row.col(0)?, hour: row.col(1)?, minutes: row.col(2)?, count: row.col(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The day of the first entry of the agenda.
fn agenda_since(conn: &Connection, centre: CentreId) -> Result<Option<Day>, StoreError> {
    let mut sql = conn.prepare_cached("SELECT min(day) FROM entry WHERE centre = ?1")?;
    Ok(sql.query_row(params![centre], |row| row.col(0))?)
}

/// How many meetings each week has in the agenda, and their minutes.
pub(super) fn meetings(
    conn: &Connection,
    centre: CentreId,
    (from, to): (Day, Day),
) -> Result<BTreeMap<IsoWeek, (u32, u32)>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT day, minutes FROM entry WHERE centre = ?1 AND day BETWEEN ?2 AND ?3 AND kind = 'Meeting'",
    )?;
    let mut weeks: BTreeMap<IsoWeek, (u32, u32)> = BTreeMap::new();
    let mut rows = sql.query(params![centre, from, to])?;
    while let Some(row) = rows.next()? {
        let (count, minutes) = weeks.entry(row.col::<Day>(0)?.week()).or_default();
        *count += 1;
        *minutes += row.col::<u32>(1)?;
    }
    Ok(weeks)
}

/// Points that were ever urgent up to a day, and were not closed before another.
fn urgent(conn: &Connection, centre: CentreId, from: Day, upto: Day) -> Result<Vec<crate::domain::Thread>, StoreError> {
    // Open, or closed since: its newest word is one of the period or of later.
    let mut sql = conn.prepare_cached(
        "WITH candidate(item) AS (
           SELECT id FROM item WHERE centre = ?1 AND closed = 0
           UNION SELECT item FROM relay WHERE centre = ?1 AND at >= ?2)
         SELECT item FROM candidate WHERE EXISTS (
           SELECT 1 FROM relay WHERE relay.item = candidate.item AND gravity = 'Urgent' AND at < ?3)
         ORDER BY item",
    )?;
    let bounds = params![centre, Stamp::at(from, 0), Stamp::at(upto.plus(1), 0)];
    let ids: Vec<ItemId> = sql.query_map(bounds, |row| row.col(0))?.collect::<Result<_, _>>()?;
    thread::load(conn, &ids)
}

/// On how many points each stay that ended in those days said a word.
fn said(conn: &Connection, centre: CentreId, (from, to): (Day, Day)) -> Result<BTreeMap<StayId, u32>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT stay, count(DISTINCT item) FROM relay
         WHERE stay IN (SELECT id FROM stay WHERE centre = ?1 AND to_day BETWEEN ?2 AND ?3) GROUP BY stay",
    )?;
    let rows = sql.query_map(params![centre, from, to], |row| Ok((row.col(0)?, row.col(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Recalls due in those days, and how many of them are finished.
fn recalls(conn: &Connection, centre: CentreId, (from, to): (Day, Day)) -> Result<Recalls, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT count(*), coalesce(sum(item.closed), 0) FROM item JOIN relay ON relay.id = item.head
         WHERE item.centre = ?1 AND item.kind = 'Recall' AND relay.due BETWEEN ?2 AND ?3",
    )?;
    Ok(sql.query_row(params![centre, from, to], |row| Ok(Recalls { due: row.col(0)?, done: row.col(1)? }))?)
}

#[cfg(test)]
mod tests;
