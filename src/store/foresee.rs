//! Looks before anybody leaps: who changed a row last, and whether an undo would pass.
//!
//! Reads only. The footer offers `u` only where it would do something, and asks at each change.

use std::collections::{HashMap, HashSet};

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::door::Stop;
use super::undo::{Image, Reads, images, is_now, value};
use super::{StoreError, arm, page, written};
use crate::domain::rights::{self, Right};
use crate::domain::{ChangeId, Msg, Now, Who};
use crate::protocol::{Past, Row};
use crate::store::sql::{Columns as _, params};

/// Most rows of a change that are looked at: of a larger one, an import, `u` is offered and itself looks.
const LOOKED_AT: i64 = 300;

/// The newest change of a row, a deletion too; a store that cannot be read tells nothing.
pub(super) fn last_change_of(conn: &Connection, row: Row) -> Option<Past> {
    let mut sql = conn
        .prepare_cached(
            "SELECT c.id, c.at, coalesce(c.dictated_by, c.person), c.said, c.fixed FROM change_row r
             JOIN change c ON c.id = r.change WHERE r.tbl = ?1 AND r.row = ?2 ORDER BY r.seq DESC LIMIT 1",
        )
        .ok()?;
    let found = sql.query_row(params![row.table.0, row.id], |row| {
        let said: String = row.col(3)?;
        Ok(Past {
            id: row.col(0)?,
            at: row.col(1)?,
            author: row.col(2)?,
            said: serde_json::from_str(&said).unwrap_or_else(|_| Msg::new("store-nothing")),
            undone: false,
            fixed: row.col(4)?,
            right: Right::Own,
        })
    });
    found.ok()
}

/// Whether the tables a change has written are somebody's to write.
pub(super) fn may_revert(conn: &Connection, change: ChangeId, who: Who, now: Now) -> Result<bool, StoreError> {
    let Some(person) = page::rota::person(conn, who.person)? else { return Ok(false) };
    // The rows of a change are looked at only where its tables do not tell.
    let has = |right| rights::has(&person, right, now.day);
    if written::tables(conn, change)?.iter().all(|table| rights::of_table(table).is_some_and(has)) {
        return Ok(true);
    }
    Ok(written::of(conn, change)?.rights().all(has))
}

/// Whether undoing a change would pass: nothing touched since, nothing sealed, nothing in the way.
pub(super) fn would_revert(conn: &Connection, change: ChangeId) -> Result<bool, StoreError> {
    match passes(conn, change) {
        Ok(passes) => Ok(passes),
        Err(Stop::Failed(error)) => Err(error),
        Err(_) => Ok(false),
    }
}

fn passes(conn: &Connection, change: ChangeId) -> Result<bool, Stop> {
    if exists(conn, "SELECT 1 FROM change_row WHERE change = ?1 LIMIT 1 OFFSET ?2", params![change, LOOKED_AT])? {
        return Ok(true);
    }
    let images = images(conn, change)?;
    let going: HashSet<(&str, i64)> = images.iter().map(|image| (image.table.as_str(), image.row)).collect();
    let mut seen = HashSet::new();
    let mut reads = Reads::default();
    let mut uses = HashMap::new();
    for image in &images {
        let newest = seen.insert((image.table.as_str(), image.row));
        if newest && !is_now(conn, &mut reads, image)? {
            return Ok(false);
        }
        if is_sealed(conn, image)? || is_used(conn, image, &mut uses, &going)? || overlaps(conn, image)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn exists(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<bool, Stop> {
    Ok(conn.prepare_cached(&format!("SELECT EXISTS ({sql})"))?.query_row(params, |row| row.col(0))?)
}

/// Whether the row lies under a signature, as the triggers of `arm` would find.
fn is_sealed(conn: &Connection, image: &Image) -> Result<bool, Stop> {
    let (table, row) = (&image.table, image.row);
    for (when, _) in arm::sealed_when(table) {
        let when = when.replace("{row}", table);
        if exists(conn, &format!("SELECT 1 FROM {table} WHERE id = ?1 AND ({when})"), [row])? {
            return Ok(true);
        }
    }
    let touches = |columns: &[&str]| {
        columns.iter().any(|column| match (&image.before, &image.after) {
            (Some(before), Some(after)) => before.get(*column) != after.get(*column),
            _ => true,
        })
    };
    // Whom a signed point is about, and whose stay was signed.
    Ok(match table.as_str() {
        "item" => {
            touches(&["centre", "kind", "file", "initials", "birth_year"])
                && exists(conn, &arm::POINT_SIGNED.replace("{id}", "?1"), [row])?
        }
        "stay" => {
            touches(&["centre", "post", "doctor"]) && exists(conn, &arm::STAY_SIGNED.replace("{id}", "?1"), [row])?
        }
        // Made before a signature that was reopened since, it is what the signature was under.
        "handover" => image.before.is_none() && exists(conn, "SELECT 1 FROM signature WHERE stay = ?1", [row])?,
        _ => false,
    })
}

/// The tables and columns that point at each table, read once.
type Uses<'i> = HashMap<&'i str, Vec<(String, String)>>;

fn uses_of(conn: &Connection, table: &str) -> Result<Vec<(String, String)>, Stop> {
    let mut uses = conn.prepare_cached(
        "SELECT m.name, f.\"from\" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
         WHERE m.type = 'table' AND f.\"table\" = ?1",
    )?;
    Ok(uses.query_map([table], |row| Ok((row.col(0)?, row.col(1)?)))?.collect::<Result<_, _>>()?)
}

/// Whether another row has come to need one that would go; rows that go with it do not count.
fn is_used<'i>(
    conn: &Connection,
    image: &'i Image,
    uses: &mut Uses<'i>,
    going: &HashSet<(&str, i64)>,
) -> Result<bool, Stop> {
    if image.before.is_some() {
        return Ok(false);
    }
    if !uses.contains_key(image.table.as_str()) {
        uses.insert(&image.table, uses_of(conn, &image.table)?);
    }
    for (table, column) in &uses[image.table.as_str()] {
        let mut rows = conn.prepare_cached(&format!("SELECT id FROM {table} WHERE {column} = ?1"))?;
        let mut rows = rows.query([image.row])?;
        while let Some(row) = rows.next()? {
            // Its row goes as well, or is put back to what did not point here.
            if !going.contains(&(table.as_str(), row.col(0)?)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Whether a stay that would be confirmed again meets another one by now (rule 16).
fn overlaps(conn: &Connection, image: &Image) -> Result<bool, Stop> {
    let Some(before) = image.before.as_ref().filter(|_| image.table == "stay") else { return Ok(false) };
    if before.get("state").and_then(|state| state.as_str()) != Some("Confirmed") {
        return Ok(false);
    }
    let field = |name: &str| before.get(name).map_or(Ok(Value::Null), value);
    let params = [field("centre")?, field("post")?, field("from_day")?, field("to_day")?, Value::Integer(image.row)];
    let sql = "SELECT 1 FROM stay WHERE centre = ?1 AND post = ?2 AND state = 'Confirmed' AND from_day <= ?4
               AND ?3 <= to_day AND id <> ?5";
    exists(conn, sql, params_from_iter(params))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Desk, GARNIER, about, s, sign, someone, stay, word};
    use crate::domain::act::{PeopleAct, StayAct};
    use crate::domain::stay::Withdrawal;
    use crate::domain::{Answer, PersonId, Role, StayState, Who};
    use crate::protocol::{Reply, question};

    /// What the frame says of `u`, and what `u` then does.
    #[track_caller]
    fn agrees(desk: &mut Desk, who: PersonId, expected: bool) {
        let who = Who::is(who);
        let frame = desk.store.ask(question::Frame, who, desk.now).unwrap();
        assert_eq!(frame.undo.is_some(), expected, "the footer");
        let reply = desk.store.undo(who, desk.now);
        assert_eq!(matches!(reply, Reply::Saved { .. }), expected, "the key: {reply:?}");
    }

    #[test]
    fn u_is_offered_exactly_where_it_does_something() {
        // Nothing done.
        agrees(&mut Desk::new(), GARNIER, false);
        // Done, and alone.
        let mut desk = Desk::new();
        desk.doctor("Vidal");
        agrees(&mut desk, GARNIER, true);
        // Another row hangs on it.
        let mut desk = Desk::new();
        desk.act(GARNIER, PeopleAct::Add(someone("Léa", "Petit", Role::Coordination)));
        desk.doctor("Vidal");
        desk.act(PersonId(2), StayAct::Add(stay(PersonId(3), s(49), StayState::Option)));
        agrees(&mut desk, GARNIER, false);
        // Touched since.
        let mut desk = Desk::new();
        desk.act(GARNIER, PeopleAct::Add(someone("Léa", "Petit", Role::Coordination)));
        let vidal = desk.doctor("Vidal");
        desk.act(PersonId(2), PeopleAct::Edit(vidal, someone("Hélène", "Vidal-Roche", Role::Doctor)));
        agrees(&mut desk, GARNIER, false);
        // Signed since, answered since, then the answer taken back.
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let id = desk.stay(vidal, s(48));
        let item = desk.open(vidal, about("1243"), word("INR à 4,8", s(49)));
        desk.answer(GARNIER, item, Answer::Question, "Quand ?");
        agrees(&mut desk, vidal, false);
        agrees(&mut desk, GARNIER, true);
        desk.sign(vidal, id);
        agrees(&mut desk, vidal, false);
        assert_eq!(desk.refused(vidal, sign(id)), "store-already-signed");
        // The place is taken by now.
        let mut desk = Desk::new();
        desk.act(GARNIER, PeopleAct::Add(someone("Léa", "Petit", Role::Coordination)));
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        let id = desk.stay(vidal, s(50));
        desk.act(GARNIER, StayAct::Cancel(id, Withdrawal::told(desk.now.day, "malade")));
        desk.act(PersonId(2), StayAct::Add(stay(roche, s(50), StayState::Confirmed)));
        agrees(&mut desk, GARNIER, false);
        // A point of one's own with its word: the two hold each other and go together.
        let mut desk = Desk::new();
        desk.open(GARNIER, about("1243"), word("INR", s(49)));
        agrees(&mut desk, GARNIER, true);
    }
}
