//! What holds for what is lent: never two users, never more guests than places; and an occupant has their half-days.

use super::super::door::{Cx, Stop, refuse};
use super::super::page::prepared::listed;
use super::record::insert;
use super::stay::short;
use crate::domain::lent::{Times, in_the_way, too_many};
use crate::domain::record::{ASSET, Asset, BOOKING, Booking, Record, TENANT, Tenant, Values, Written};
use crate::domain::rooms::booked;
use crate::domain::{Centre, Msg, Rev};
use crate::store::sql::{Columns as _, params};

/// Refuses a booking of what somebody else has, and says who; `but` is its own number, if it is known.
pub(super) fn check(record: &Record, values: &Values, but: Option<i64>, cx: &Cx<'_>) -> Result<(), Stop> {
    if *record != BOOKING {
        return Ok(());
    }
    let row = Written { id: but.unwrap_or(0), rev: Rev(0), values: values.clone(), by: None };
    let Some(booking) = Booking::of(&row) else { return Ok(()) };
    let centre = cx.whole_centre()?;
    match obstacle(cx, &centre, &booking, &asset(cx, &centre, booking.asset)?, but)? {
        None => Ok(()),
        Some(why) => refuse(why),
    }
}

/// An occupant has the half-days that were agreed: those ahead are booked anew where the agreement has changed.
pub(super) fn settle(record: &Record, id: i64, before: Option<&Tenant>, cx: &Cx<'_>) -> Result<(), Stop> {
    if *record != TENANT {
        return Ok(());
    }
    let centre = cx.whole_centre()?;
    let Some(tenant) = tenant(cx, &centre, id)? else { return Ok(()) };
    let agreed = |t: &Tenant| (t.asset, t.half_days, t.from, t.to);
    if before.is_some_and(|before| agreed(before) == agreed(&tenant)) {
        return Ok(());
    }
    // What was used is a fact.
    let first = if before.is_some() { tenant.from.max(cx.now.day) } else { tenant.from };
    cx.run("DELETE FROM booking WHERE tenant = ?1 AND from_day >= ?2", params![id, first.min(cx.now.day)])?;
    let asset = asset(cx, &centre, tenant.asset)?;
    for booking in booked(&tenant, first, &centre.opening) {
        let day = booking.times.from_day;
        if let Some(why) = obstacle(cx, &centre, &booking, &asset, None)? {
            return refuse(Msg::new("store-lent-on").with("day", day).with("why", why));
        }
        insert(&BOOKING, &booking.values(), cx)?;
    }
    Ok(())
}

/// What was agreed with an occupant before it is written anew.
pub(super) fn agreed(record: &Record, id: i64, cx: &Cx<'_>) -> Result<Option<Tenant>, Stop> {
    if *record == TENANT { tenant(cx, &cx.whole_centre()?, id) } else { Ok(None) }
}

/// What is written of a record that is known: a booking whose times are changed by hand has days of its own from then
/// on, and goes nowhere with its stay.
pub(super) fn by_hand(record: &Record, id: i64, values: &Values, cx: &Cx<'_>) -> Result<Values, Stop> {
    let values = values.clone();
    if *record != BOOKING || !values.flag("follows") {
        return Ok(values);
    }
    let before = listed(cx.conn, &cx.whole_centre()?, &BOOKING, "id = ?2", &[id], Booking::of)?;
    let changed = before.first().is_some_and(|before| Some(before.what.times) != Times::of(&values));
    Ok(if changed { values.with("follows", false.into()) } else { values })
}

/// Frees what an occupant was to have; who has used the room stays in its history.
pub(super) fn free(record: &Record, id: i64, cx: &Cx<'_>) -> Result<(), Stop> {
    if *record != TENANT {
        return Ok(());
    }
    cx.run("DELETE FROM booking WHERE tenant = ?1 AND from_day >= ?2", params![id, cx.now.day])?;
    let mut sql = cx.conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM booking WHERE tenant = ?1)")?;
    if sql.query_row([id], |row| row.col(0))? { refuse(Msg::new("store-tenant-used")) } else { Ok(()) }
}

fn asset(cx: &Cx<'_>, centre: &Centre, id: i64) -> Result<Asset, Stop> {
    let found = listed(cx.conn, centre, &ASSET, "id = ?2", &[id], Asset::of)?;
    found.into_iter().next().map(|asset| asset.what).ok_or_else(|| Stop::Refused(Msg::new("store-gone")))
}

/// An occupant, if known.
fn tenant(cx: &Cx<'_>, centre: &Centre, id: i64) -> Result<Option<Tenant>, Stop> {
    Ok(listed(cx.conn, centre, &TENANT, "id = ?2", &[id], Tenant::of)?.into_iter().next().map(|tenant| tenant.what))
}

/// Why a booking cannot be: there are not so many places, or somebody has the asset, and who.
pub(super) fn obstacle(
    cx: &Cx<'_>,
    centre: &Centre,
    booking: &Booking,
    asset: &Asset,
    but: Option<i64>,
) -> Result<Option<Msg>, Stop> {
    if too_many(booking.places, asset) {
        let why =
            Msg::new("store-too-many-guests").with("what", asset.name.as_str()).with("places", i64::from(asset.places));
        return Ok(Some(why));
    }
    // Cleaning takes two days at most.
    let last = booking.times.to_day.map_or(i32::MAX, |day| day.0.saturating_add(3));
    let marks = [asset.id, i64::from(booking.times.from_day.0.saturating_sub(3)), i64::from(last), but.unwrap_or(0)];
    let which = "asset = ?2 AND (to_day IS NULL OR to_day >= ?3) AND from_day <= ?4 AND id <> ?5";
    let others: Vec<Booking> =
        listed(cx.conn, centre, &BOOKING, which, &marks, Booking::of)?.into_iter().map(|other| other.what).collect();
    let Some(other) = in_the_way(booking, asset, &others) else { return Ok(None) };
    let who = whose(cx, centre, other)?;
    Ok(Some(Msg::new("store-lent").with("what", asset.name.as_str()).with("who", who)))
}

/// Whose a booking is: `Dr Vidal`, an occupant, or whoever was written.
fn whose(cx: &Cx<'_>, centre: &Centre, booking: &Booking) -> Result<String, Stop> {
    if let Some(stay) = booking.stay {
        let mut sql = cx.conn.prepare_cached("SELECT doctor FROM stay WHERE id = ?1")?;
        return short(cx, sql.query_row(params![stay], |row| row.col(0))?);
    }
    if let Some(id) = booking.tenant {
        return Ok(tenant(cx, centre, id)?.map_or_else(String::new, |tenant| tenant.name));
    }
    Ok(booking.whom.clone())
}
