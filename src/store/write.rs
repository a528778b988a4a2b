//! Does what somebody asks for: an act, through the door.

use rusqlite::{Connection, OptionalExtension};

use super::door::{self, Cx, Done, Stop, reply};
use super::{Store, act, foresee};
use crate::domain::{CentreId, Now, Who, rights};
use crate::protocol::{Reply, Rev, Row, Write};
use crate::store::sql::{Columns as _, params};

impl Store {
    /// Does what somebody asks for, wholly or not at all.
    pub fn write(&mut self, write: &Write, who: Who, now: Now) -> Reply {
        if let Err(msg) = act::check_texts(&write.act) {
            return Reply::Refused(msg);
        }
        match self.change(who, now, |cx| run(cx, write)) {
            // Who was first, and what they did, is what the author needs to know now.
            Err(Stop::Conflict(row)) => Reply::Conflict(row, foresee::last_change_of(&self.conn, row).map(Box::new)),
            // It comes back with its clashes, to be asked about.
            Err(Stop::Clash(found)) => Reply::Clash(found, Box::new(write.clone())),
            done => reply(done),
        }
    }
}

/// One act inside a transaction that holds others too.
pub(super) fn written(
    conn: &Connection,
    settled: Option<CentreId>,
    write: &Write,
    who: Who,
    now: Now,
) -> Result<(), Stop> {
    act::check_texts(&write.act).map_err(Stop::Refused)?;
    door::changed(conn, settled, None, who, now, |cx| run(cx, write)).map(|_| ())
}

fn run(cx: &Cx<'_>, write: &Write) -> Result<Done, Stop> {
    cx.asks(rights::of_act(&write.act))?;
    cx.asks_words(rights::replaces(&write.act))?;
    cx.asks_posts(&act::posts(&write.act, cx))?;
    unchanged_since(cx.conn, &write.seen)?;
    let done = act::run(&write.act, cx)?;
    if let Some(key) = &write.draft {
        cx.run("DELETE FROM draft WHERE author = ?1 AND key = ?2", params![cx.who.person, key])?;
    }
    Ok(done)
}

/// Stops when a row is no longer as its author read it; a row that was not there had revision 0.
fn unchanged_since(conn: &Connection, seen: &[(Row, Rev)]) -> Result<(), Stop> {
    for (row, rev) in seen {
        let sql = format!("SELECT rev FROM {} WHERE id = ?1", row.table.0);
        let found: Option<i64> = conn.prepare_cached(&sql)?.query_row([row.id], |r| r.col(0)).optional()?;
        if found.unwrap_or(0) != rev.0 {
            return Err(Stop::Conflict(*row));
        }
    }
    Ok(())
}
