//! What goes along with a stay: its tasks, and the house and the vehicle that it is given (rules 33 to 35).
//!
//! After each act, whatever it was, the stays that it wrote are looked at again. Everything that gives way is taken away
//! before anything is added, so that of two stays that change places neither keeps the other out. A house or a vehicle
//! that somebody else has is not taken from them, and does not keep the stay from being confirmed: it is said.

use super::super::door::{Cx, Done, Stop};
use super::super::page::{prepared::listed, rota::person};
use super::record::insert;
use crate::domain::collective::Listed;
use crate::domain::draft::text::fold;
use crate::domain::lent::usual;
use crate::domain::preparation::is_prepared;
use crate::domain::record::{
    ASSET, Asset, AssetKind, BOOKING, Booking, PAPER, PAPER_KIND, PaperKind, Record, TASK, TASK_TEMPLATE, TRAVEL, Task,
    TaskState, TaskTemplate, Travel, Values,
};
use crate::domain::{Centre, Day, Msg, Stay, StayId, StayState};
use crate::store::sql::{Columns as _, params};

/// What an act did, and what went along with the stays it wrote.
pub(super) fn stays(cx: &Cx<'_>, done: Done) -> Result<Done, Stop> {
    let touched = touched(cx)?;
    if touched.is_empty() {
        return Ok(done);
    }
    let (centre, today) = (cx.whole_centre()?, cx.now.day);
    let stays = super::super::page::rota::stays(cx.conn, centre.id, Day(i32::MAX), &touched, false)?;
    let near: Vec<&Stay> = stays.iter().filter(|stay| stay.to >= today).collect();
    if near.is_empty() {
        return Ok(done);
    }
    let assets: Vec<Asset> =
        listed(cx.conn, &centre, &ASSET, "TRUE", &[], Asset::of)?.into_iter().map(|asset| asset.what).collect();
    let mut had = Vec::new();
    for stay in &near {
        had.push(give_way(cx, &centre, stay, &assets)?);
    }
    let mut taken = Vec::new();
    for (stay, had) in near.iter().zip(had) {
        if stay.is_confirmed() {
            taken.extend(lend(cx, &centre, stay, &assets, &had)?);
        }
        tasks(cx, &centre, stay)?;
    }
    Ok(match taken.into_iter().next() {
        Some(why) => Done { said: Msg::new("store-said-not-lent").with("said", done.said).with("why", why), ..done },
        None => done,
    })
}

/// The stays that the change has written, or whose voyage.
fn touched(cx: &Cx<'_>) -> Result<Vec<StayId>, Stop> {
    let mut sql = cx.conn.prepare_cached(
        "SELECT DISTINCT CASE tbl WHEN 'stay' THEN row ELSE coalesce(after, before) ->> 'stay' END
         FROM change_row WHERE change = (SELECT change FROM txn) AND tbl IN ('stay', 'travel') ORDER BY 1",
    )?;
    Ok(sql.query_map([], |row| row.col(0))?.collect::<Result<_, _>>()?)
}

/// Takes away what a stay has and is not to have any more; says which assets those were, to be tried first.
fn give_way(cx: &Cx<'_>, centre: &Centre, stay: &Stay, assets: &[Asset]) -> Result<Vec<i64>, Stop> {
    let asset = |id: i64| assets.iter().find(|a| a.id == id);
    let now = i64::from(cx.now.day.0) * 24 * 60 + i64::from(cx.now.minute);
    let travel = travel(cx, centre, stay)?;
    let mut had = Vec::new();
    for (booking, id) in bookings(cx, centre, stay)? {
        // What was brought back, or is out, is a fact.
        let settled = booking.kilometres.is_some() || !booking.damage.is_empty() || booking.times.to_day.is_none();
        let over = booking.times.finish().is_some_and(|finish| finish <= now);
        let keeps = match stay.state {
            StayState::Cancelled | StayState::Considered | StayState::Option => false,
            StayState::Confirmed => {
                let wanted = asset(booking.asset).map(|a| (a, Booking::wanted(a, stay, travel.as_ref())));
                let as_it_is = |(a, wanted): (&Asset, Booking)| {
                    a.post.is_none_or(|post| post == stay.post)
                        && (booking.times, booking.places) == (wanted.times, wanted.places)
                };
                !booking.follows || booking.places == 0 || wanted.is_none_or(as_it_is)
            }
        };
        if settled || over || keeps {
            continue;
        }
        cx.run_one("DELETE FROM booking WHERE id = ?1", [id])?;
        had.push(booking.asset);
    }
    Ok(had)
}

/// Gives a stay its house and its vehicle, where it has none; says what it does not get, and who has it.
fn lend(cx: &Cx<'_>, centre: &Centre, stay: &Stay, assets: &[Asset], had: &[i64]) -> Result<Vec<Msg>, Stop> {
    let there = bookings(cx, centre, stay)?;
    let travel = travel(cx, centre, stay)?;
    let mut missing = Vec::new();
    for (kind, mut tried) in [AssetKind::House, AssetKind::Vehicle].into_iter().zip(usual(assets, stay)) {
        let has = |asset: i64| assets.iter().any(|a| a.id == asset && a.kind == kind);
        if there.iter().any(|(booking, _)| has(booking.asset)) {
            continue;
        }
        // What it had before it moved stays its own where it can.
        tried.sort_by_key(|asset| !had.contains(&asset.id));
        let mut first = None;
        let mut found = false;
        for asset in tried {
            let booking = Booking::wanted(asset, stay, travel.as_ref());
            match super::lent::obstacle(cx, centre, &booking, asset, None)? {
                None => {
                    insert(&BOOKING, &booking.values(), cx)?;
                    found = true;
                    break;
                }
                Some(why) => first = first.or(Some(why)),
            }
        }
        missing.extend(first.filter(|_| !found));
    }
    Ok(missing)
}

/// The voyage of a stay, where it is noted.
fn travel(cx: &Cx<'_>, centre: &Centre, stay: &Stay) -> Result<Option<Travel>, Stop> {
    let found = listed(cx.conn, centre, &TRAVEL, "stay = ?2", &[stay.id.0], Travel::of)?;
    Ok(found.into_iter().next().map(|travel| travel.what))
}

fn bookings(cx: &Cx<'_>, centre: &Centre, stay: &Stay) -> Result<Vec<(Booking, i64)>, Stop> {
    let rows = listed(cx.conn, centre, &BOOKING, "stay = ?2", &[stay.id.0], Booking::of)?;
    Ok(rows.into_iter().map(|Listed { what, row }| (what, row.id)).collect())
}

/// The tasks of a stay: made once of the templates, closed when it is called off or becomes another doctor's.
fn tasks(cx: &Cx<'_>, centre: &Centre, stay: &Stay) -> Result<(), Stop> {
    let dropped = [TaskState::Dropped.name(), TaskState::ToDo.name()];
    if stay.state == StayState::Cancelled {
        cx.run(
            "UPDATE task SET state = ?1, settled_on = ?2 WHERE stay = ?3 AND state = ?4",
            params![dropped[0], cx.now.day, stay.id, dropped[1]],
        )?;
        return Ok(());
    }
    cx.run(
        "UPDATE task SET state = ?1, settled_on = ?2 WHERE stay = ?3 AND state = ?4 AND doctor <> ?5",
        params![dropped[0], cx.now.day, stay.id, dropped[1], stay.doctor],
    )?;
    if !is_prepared(stay.state, stay.to, cx.now.day) || has_list(cx, stay)? {
        return Ok(());
    }
    let status = person(cx.conn, stay.doctor)?.and_then(|p| p.doctor.status);
    for template in listed(cx.conn, centre, &TASK_TEMPLATE, "TRUE", &[], TaskTemplate::of)? {
        if template.what.is_for(stay, status) {
            insert(&TASK, &template.what.task(stay, cx.now.day).values(), cx)?;
        }
    }
    Ok(())
}

/// A paper that is received settles the task that its kind names, of that stay or of those of its doctor: nobody notes
/// one thing twice.
pub(super) fn paper(record: &Record, values: &Values, cx: &Cx<'_>) -> Result<(), Stop> {
    let (Some(kind), Some(person), Some(received)) =
        (values.number("kind"), values.number("person"), values.day("received_on"))
    else {
        return Ok(());
    };
    if *record != PAPER || values.flag("refused") {
        return Ok(());
    }
    let centre = cx.whole_centre()?;
    let kinds = listed(cx.conn, &centre, &PAPER_KIND, "id = ?2", &[kind], PaperKind::of)?;
    let Some(settles) = kinds.into_iter().next().map(|kind| fold(kind.what.settles.trim())) else { return Ok(()) };
    if settles.is_empty() {
        return Ok(());
    }
    let open = listed(cx.conn, &centre, &TASK, "state = 'ToDo' AND doctor = ?2", &[person], Task::of)?;
    for Listed { what, row } in open {
        let here = values.number("stay").is_none_or(|stay| stay == what.stay.0);
        if here && fold(what.what.trim()) == settles {
            cx.run_one(
                "UPDATE task SET state = ?1, settled_on = ?2, settled_by = ?3 WHERE id = ?4",
                params![TaskState::Done.name(), received, cx.who.person, row.id],
            )?;
        }
    }
    Ok(())
}

/// Whether its list was made, or it goes on from a stay of the same doctor that was cut.
fn has_list(cx: &Cx<'_>, stay: &Stay) -> Result<bool, Stop> {
    let mut sql = cx.conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM task WHERE stay = ?1 AND doctor = ?2)
           OR EXISTS (SELECT 1 FROM stay WHERE doctor = ?2 AND post = ?3 AND to_day = ?4 AND state = ?5 AND id <> ?1)",
    )?;
    Ok(sql.query_row(params![stay.id, stay.doctor, stay.post, stay.from.plus(-1), stay.state], |row| row.col(0))?)
}

#[cfg(test)]
mod tests;
