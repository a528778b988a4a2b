//! Reads what stays need beside the rota: tasks, papers, what is lent, the voyage, the cost.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::super::StoreError;
use super::reader::Eyes;
use super::{hanging_on, record, rota};
use crate::domain::collective::Listed;
use crate::domain::draft::text::fold;
use crate::domain::prepared::{AssetFile, Prepared, StayFile};
use crate::domain::record::{
    ASSET, Asset, BOOKING, Belongs, Booking, PAPER, PAPER_KIND, Paper, PaperKind, Record, STAY_COST, StayCost, TASK,
    TENANT, TRAVEL, Task, Tenant, Travel, Written,
};
use crate::domain::{Centre, Day, Msg, Now, Period, PersonId, Stamp, Stay, StayId};
use crate::store::sql::{Columns as _, params};

/// Days behind which what is over is no longer near: a fine for what was done with a vehicle comes within 45 days.
const BEHIND: i32 = 46;

/// What is known of the stays that are near, and what is lent around them.
pub(super) fn near(conn: &Connection, centre: &Centre, now: Now) -> Result<Prepared, StoreError> {
    let (since, twins) = (i64::from(now.day.0 - BEHIND), Twins::of(conn)?);
    let stays = "stay IN (SELECT id FROM stay WHERE centre = ?1 AND to_day >= ?2)";
    let ends = "(to_day IS NULL OR to_day >= ?2)";
    Ok(Prepared {
        tasks: tasks(conn, centre, &format!("(state = 'ToDo' OR {stays})"), since, &twins)?,
        kinds: listed(conn, centre, &PAPER_KIND, "TRUE", &[], PaperKind::of)?,
        papers: papers(conn, centre, &format!("(stay IS NULL OR {stays})"), since, &twins)?,
        assets: listed(conn, centre, &ASSET, "TRUE", &[], Asset::of)?,
        bookings: listed(conn, centre, &BOOKING, ends, &[since], Booking::of)?,
        tenants: listed(conn, centre, &TENANT, "to_day >= ?2", &[since], Tenant::of)?,
        travels: listed(conn, centre, &TRAVEL, stays, &[since], Travel::of)?,
        costs: listed(conn, centre, &STAY_COST, stays, &[since], StayCost::of)?,
    })
}

/// Papers that are asked for, and what has come of them.
type Papers = (Vec<Listed<PaperKind>>, Vec<Listed<Paper>>);

/// The bookings of a stay, and those around its days: an option is shown what is free.
const AROUND: &str = "(stay = ?2 OR (from_day <= ?4 + 4 AND (to_day IS NULL OR to_day >= ?3 - 4)))";

/// The papers that outlast a stay, by doctor.
pub(super) fn lasting(conn: &Connection, centre: &Centre) -> Result<Papers, StoreError> {
    let kinds = listed(conn, centre, &PAPER_KIND, "belongs <> 'Stay'", &[], PaperKind::of)?;
    let mut papers = papers(conn, centre, "stay IS NULL AND ?2 = 0", 0, &Twins::of(conn)?)?;
    papers.sort_by_key(|paper| (paper.what.person, paper.row.id));
    Ok((kinds, papers))
}

/// What is lent in some days: rooms are let, and vehicles out, for some of them.
pub(super) fn lent(conn: &Connection, centre: &Centre, period: Period) -> Result<Prepared, StoreError> {
    let days = [i64::from(period.from.0), i64::from(period.to.0)];
    let meets = "from_day <= ?3 AND (to_day IS NULL OR to_day >= ?2)";
    Ok(Prepared {
        assets: listed(conn, centre, &ASSET, "TRUE", &[], Asset::of)?,
        bookings: listed(conn, centre, &BOOKING, meets, &days, Booking::of)?,
        tenants: listed(conn, centre, &TENANT, meets, &days, Tenant::of)?,
        ..Prepared::default()
    })
}

/// The page of what is lent.
pub(super) fn asset(conn: &Connection, centre: &Centre, id: i64) -> Result<Option<AssetFile>, StoreError> {
    let Some(asset) = listed(conn, centre, &ASSET, "id = ?2", &[id], Asset::of)?.into_iter().next() else {
        return Ok(None);
    };
    let bookings = listed(conn, centre, &BOOKING, "asset = ?2", &[id], Booking::of)?;
    let tenants = listed(
        conn,
        centre,
        &TENANT,
        "(asset = ?2 OR id IN (SELECT tenant FROM booking WHERE asset = ?2))",
        &[id],
        Tenant::of,
    )?;
    let theirs: BTreeSet<StayId> = bookings.iter().filter_map(|booking| booking.what.stay).collect();
    let stays = rota::stays(conn, centre.id, Day(i32::MAX), &theirs.into_iter().collect::<Vec<_>>(), false)?;
    let twins = Twins::of(conn)?;
    // Why one was called off is said on its own page.
    let whose =
        |stay: &Stay| Stay { doctor: twins.root(stay.doctor), withdrawal: None, note: String::new(), ..stay.clone() };
    let stays = stays.iter().map(whose).collect();
    Ok(Some(AssetFile { asset, bookings, tenants, stays }))
}

/// The page of a stay.
pub(super) fn file(
    conn: &Connection,
    centre: &Centre,
    id: StayId,
    reader: &Eyes,
    now: Now,
) -> Result<Option<StayFile>, StoreError> {
    let twins = Twins::of(conn)?;
    let found = rota::stays(conn, centre.id, Day(i32::MAX), &[id], false)?;
    let Some(mut stay) = found.first().cloned() else { return Ok(None) };
    stay.doctor = twins.root(stay.doctor);
    let of = &[id.0];
    let known = Prepared {
        tasks: tasks(conn, centre, "stay = ?2", id.0, &twins)?,
        kinds: listed(conn, centre, &PAPER_KIND, "TRUE", &[], PaperKind::of)?,
        papers: papers(conn, centre, "(stay IS NULL OR stay = ?2)", id.0, &twins)?
            .into_iter()
            .filter(|paper| paper.what.person == stay.doctor)
            .collect(),
        assets: listed(conn, centre, &ASSET, "TRUE", &[], Asset::of)?,
        bookings: listed(
            conn,
            centre,
            &BOOKING,
            AROUND,
            &[id.0, i64::from(stay.from.0), i64::from(stay.to.0)],
            Booking::of,
        )?,
        tenants: Vec::new(),
        travels: listed(conn, centre, &TRAVEL, "stay = ?2", of, Travel::of)?,
        costs: listed(conn, centre, &STAY_COST, "stay = ?2", of, StayCost::of)?,
    };
    // On what is over nothing hangs any more.
    let hanging = if stay.to < now.day { None } else { hanging_on(conn, centre, id, now)? };
    Ok(Some(StayFile { stay, known, hanging, past: past(conn, id, reader)? }))
}

/// Papers of which something is so. One that belongs to the doctor is theirs at whichever centre of the store it was
/// noted: it is of the kind that has the same name here.
pub(super) fn papers(
    conn: &Connection,
    centre: &Centre,
    which: &str,
    mark: i64,
    twins: &Twins,
) -> Result<Vec<Listed<Paper>>, StoreError> {
    let mut found = listed(conn, centre, &PAPER, which, &[mark], Paper::of)?;
    let kinds = listed(conn, centre, &PAPER_KIND, "TRUE", &[], PaperKind::of)?;
    let mut others = conn.prepare_cached("SELECT id FROM centre WHERE id <> ?1")?;
    let others: Vec<_> = others.query_map(params![centre.id], |row| row.col(0))?.collect::<Result<_, _>>()?;
    for other in others {
        let theirs = record::rows(conn, other, &PAPER_KIND)?;
        for row in record::rows(conn, other, &PAPER)? {
            let Some(mut paper) = Paper::of(&row) else { continue };
            let name = theirs.iter().find(|kind| kind.id == paper.kind).and_then(PaperKind::of);
            let own = name.filter(|kind| kind.belongs == Belongs::Doctor).and_then(|kind| {
                kinds.iter().find(|own| own.what.belongs == Belongs::Doctor && fold(&own.what.name) == fold(&kind.name))
            });
            if let Some(own) = own {
                paper.kind = own.what.id;
                found.push(Listed { what: paper, row });
            }
        }
    }
    for paper in &mut found {
        paper.what.person = twins.root(paper.what.person);
    }
    Ok(found)
}

/// Tasks of which something is so.
pub(super) fn tasks(
    conn: &Connection,
    centre: &Centre,
    which: &str,
    mark: i64,
    twins: &Twins,
) -> Result<Vec<Listed<Task>>, StoreError> {
    let mut found = listed(conn, centre, &TASK, which, &[mark], Task::of)?;
    for task in &mut found {
        task.what.doctor = twins.root(task.what.doctor);
    }
    Ok(found)
}

/// Who was entered twice, and as whom they are read.
pub(super) struct Twins(BTreeMap<PersonId, PersonId>);

impl Twins {
    pub(super) fn of(conn: &Connection) -> Result<Self, StoreError> {
        let mut sql = conn.prepare_cached("SELECT id, same_as FROM person WHERE same_as IS NOT NULL")?;
        let pairs = sql.query_map([], |row| Ok((row.col(0)?, row.col(1)?)))?;
        Ok(Self(pairs.collect::<Result<_, _>>()?))
    }

    fn root(&self, id: PersonId) -> PersonId {
        std::iter::successors(Some(id), |id| self.0.get(id).copied()).take(self.0.len() + 1).last().unwrap_or(id)
    }
}

/// What was done to a stay, newest first, as far as it is the reader's.
fn past(conn: &Connection, stay: StayId, reader: &Eyes) -> Result<Vec<(Stamp, PersonId, Msg)>, StoreError> {
    let mut sql = conn.prepare_cached(
        "SELECT a.id, a.at, coalesce(a.dictated_by, a.person), a.said FROM change a
         WHERE a.id IN (SELECT change FROM change_row WHERE tbl = 'stay' AND row = ?1) ORDER BY a.id DESC",
    )?;
    let mut rows = sql.query(params![stay])?;
    let mut past = Vec::new();
    while let Some(row) = rows.next()? {
        if reader.reads_change(conn, row.col(0)?)? {
            let said = serde_json::from_str(&row.col::<String>(3)?)?;
            past.push((row.col(1)?, row.col(2)?, reader.said(said, "stay")));
        }
    }
    Ok(past)
}

/// The records of which something is so, each with its row.
pub(in crate::store) fn listed<T>(
    conn: &Connection,
    centre: &Centre,
    record: &Record,
    which: &str,
    marks: &[i64],
    of: fn(&Written) -> Option<T>,
) -> Result<Vec<Listed<T>>, StoreError> {
    let rows = record::rows_where(conn, centre.id, record, which, marks)?.into_iter();
    Ok(rows.filter_map(|row| Some(Listed { what: of(&row)?, row })).collect())
}
