//! What goes along with care around the relay: a call moves who was called on, a declaration is a movement of the
//! patientèle, and what is removed takes its calls along.

use super::super::door::{Cx, Done, Stop, refuse};
use super::super::page::care::ended;
use super::super::page::prepared::listed;
use super::record::insert;
use crate::domain::collective::Listed;
use crate::domain::record::{
    ATTEMPT, Attempt, CARE_PROTOCOL, CareProtocol, FOLLOW_UP, FollowUp, Holds, MOVEMENT, Moved, Movement, Record,
    Values, WAITING, Waiting,
};
use crate::domain::{Day, Msg};
use crate::store::sql::params;

/// After a record was added.
pub(super) fn added(record: &Record, id: i64, values: &Values, cx: &Cx<'_>) -> Result<(), Stop> {
    if *record == ATTEMPT
        && let Some(attempt) = Attempt::held(values)
    {
        return called(&attempt, cx);
    }
    declared(record, id, values, cx)
}

/// After a call: the next one, or the next month.
fn called(attempt: &Attempt, cx: &Cx<'_>) -> Result<(), Stop> {
    let centre = cx.whole_centre()?;
    if let Some(id) = attempt.waiting {
        for Listed { what, .. } in listed(cx.conn, &centre, &WAITING, "id = ?2", &[id], Waiting::of)? {
            let after = what.after(attempt);
            cx.run_one(
                "UPDATE waiting SET call_on = ?1, seen_on = ?2 WHERE id = ?3",
                params![after.call_on, after.seen_on, id],
            )?;
        }
    }
    if let Some(id) = attempt.follow_up {
        for Listed { what, .. } in listed(cx.conn, &centre, &FOLLOW_UP, "id = ?2", &[id], FollowUp::of)? {
            let protocols = listed(cx.conn, &centre, &CARE_PROTOCOL, "id = ?2", &[what.protocol], CareProtocol::of)?;
            let after = what.after(attempt, protocols.first().map_or(1, |protocol| protocol.what.months));
            cx.run_one(
                "UPDATE follow_up SET last_on = ?1, next_month = ?2, call_on = ?3 WHERE id = ?4",
                params![after.last_on, after.next_month, after.call_on, id],
            )?;
        }
    }
    Ok(())
}

/// A request that ends with a declaration is a movement of the patientèle, noted once; one that is opened again is none.
pub(super) fn declared(record: &Record, id: i64, values: &Values, cx: &Cx<'_>) -> Result<(), Stop> {
    if *record != WAITING {
        return Ok(());
    }
    let Some(waiting) = Waiting::held(values) else { return Ok(()) };
    cx.run("DELETE FROM movement WHERE waiting = ?1 AND on_day IS NOT ?2", params![id, waiting.declared_on])?;
    let centre = cx.whole_centre()?;
    let known = listed(cx.conn, &centre, &MOVEMENT, "waiting = ?2", &[id], Movement::of)?;
    if let (Some(on_day), true) = (waiting.declared_on, known.is_empty()) {
        let movement = Movement {
            on_day,
            what: Moved::Declared,
            patient: Some(waiting.patient),
            ald: waiting.ald,
            note: String::new(),
            waiting: Some(id),
        };
        insert(&MOVEMENT, &movement.values(), cx)?;
    }
    Ok(())
}

/// Who it was and what was said goes from every row that ended before a day; the row stays and is counted.
pub(super) fn forget(record: &Record, before: Day, cx: &Cx<'_>) -> Result<Done, Stop> {
    let Some(ended) = ended(record) else { return refuse(Msg::new("store-gone")) };
    let texts = record
        .fields
        .iter()
        .filter(|field| matches!(field.holds, Holds::Patient | Holds::Line | Holds::Sentence(_) | Holds::Note(_)));
    let names: Vec<&str> = texts.map(|field| field.name).collect();
    let (blank, told): (Vec<_>, Vec<_>) = names.iter().map(|n| (format!("{n} = ''"), format!("{n} <> ''"))).unzip();
    let sql = format!(
        "UPDATE {} SET {} WHERE centre = ?1 AND {ended} < ?2 AND ({})",
        record.table.0,
        blank.join(", "),
        told.join(" OR ")
    );
    cx.run(&sql, params![cx.centre()?, before])?;
    Ok(Done::said(Msg::new("store-said-care-forgotten")))
}

/// Before a record is removed: its calls go with it; a declaration is a fact and stays.
pub(super) fn free(record: &Record, id: i64, cx: &Cx<'_>) -> Result<(), Stop> {
    if *record == WAITING {
        cx.run("DELETE FROM attempt WHERE waiting = ?1", [id])?;
        cx.run("UPDATE movement SET waiting = NULL WHERE waiting = ?1", [id])?;
    } else if *record == FOLLOW_UP {
        cx.run("DELETE FROM attempt WHERE follow_up = ?1", [id])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
