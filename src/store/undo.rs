//! Undo and redo: a new change that swaps the images of an old one.
//!
//! Refused when a row was touched since, when another row has come to need it, or when it is signed.

use std::collections::{HashMap, HashSet};

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde_json::{Map, Value as Json};

use super::door::{Cx, Done, Held, Stop, refuse, reply};
use super::{Store, StoreError, arm, page};
use crate::domain::{CentreId, ChangeId, Msg, Now, PersonId, Stamp, Who};
use crate::protocol::{Deed, Reply};
use crate::store::sql::{Columns as _, params};

/// What stands for "`a` has been undone": an undo of it that was not itself undone.
pub(super) const UNDONE: &str = "EXISTS (SELECT 1 FROM change u WHERE u.undoes = a.id
    AND NOT EXISTS (SELECT 1 FROM change r WHERE r.undoes = u.id))";

/// One row of a change, newest first.
pub(super) struct Image {
    pub table: String,
    pub row: i64,
    pub before: Option<Map<String, Json>>,
    pub after: Option<Map<String, Json>>,
}

impl Store {
    /// Undoes the person's own newest change since they signed in.
    pub fn undo(&mut self, who: Who, now: Now) -> Reply {
        let since = self.session_start;
        self.swap_change(who, now, |cx| {
            let mine = undoable(cx.conn, cx.centre()?, who.person, since)?;
            mine.map_or_else(|| refuse(Msg::new("store-undo-none")), |(change, _)| Ok(change))
        })
    }

    /// Does again what the person has just undone.
    pub fn redo(&mut self, who: Who, now: Now) -> Reply {
        let since = self.session_start;
        self.swap_change(who, now, |cx| {
            let mine = redoable(cx.conn, cx.centre()?, who.person, since)?;
            mine.map_or_else(|| refuse(Msg::new("store-redo-none")), |(change, _)| Ok(change))
        })
    }

    /// Undoes any one change of the history; undoing an undo does its change again.
    pub fn revert(&mut self, change: ChangeId, who: Who, now: Now) -> Reply {
        self.swap_change(who, now, |_| Ok(change))
    }

    fn swap_change(&mut self, who: Who, now: Now, which: impl Fn(&Cx<'_>) -> Result<ChangeId, Stop>) -> Reply {
        let done = self.change(who, now, |cx| {
            let target = target(cx, which(cx)?)?;
            cx.run("UPDATE change SET undoes = ?1 WHERE id = (SELECT change FROM txn)", params![target.id])?;
            swap(cx, target.id)?;
            let (deed, said) =
                if target.redo { (Deed::Redo, "store-said-redone") } else { (Deed::Undo, "store-said-undone") };
            Ok(Done { said: Msg::new(said).with("what", target.said), deed })
        });
        match done {
            // Found when the transaction ends: somebody's row hangs on one that would go.
            Err(Stop::Held(Held::Used)) => Reply::Refused(Msg::new("store-undo-used")),
            Err(Stop::Held(Held::Sealed)) => Reply::Refused(Msg::new("store-undo-signed")),
            done => reply(done),
        }
    }
}

/// The change whose images are to be swapped.
struct Target {
    id: ChangeId,
    /// What the change at the root had said.
    said: Msg,
    redo: bool,
}

/// Follows a change of the history to the one to revert: an undo or a redo leads to its root.
fn target(cx: &Cx<'_>, change: ChangeId) -> Result<Target, Stop> {
    let (conn, centre) = (cx.conn, cx.centre()?);
    let find = format!("SELECT a.undoes, a.said, a.fixed, {UNDONE} FROM change a WHERE a.id = ?1 AND a.centre = ?2");
    let mut find = conn.prepare_cached(&find)?;
    let (mut root, mut redo) = (change, false);
    loop {
        let found = find.query_row(params![root, centre], |row| {
            Ok((row.col::<Option<ChangeId>>(0)?, row.col::<String>(1)?, row.col::<bool>(2)?, row.col::<bool>(3)?))
        });
        let Some((undoes, said, fixed, undone)) = found.optional()? else {
            return refuse(Msg::new("store-gone"));
        };
        // An older one, as the program writes it: no ring of them leads back here.
        if let Some(undoes) = undoes.filter(|undoes| *undoes < root) {
            (root, redo) = (undoes, !redo);
            continue;
        }
        if fixed {
            return refuse(Msg::new("store-undo-signed"));
        }
        if redo != undone {
            return refuse(Msg::new("store-undo-already"));
        }
        let said = serde_json::from_str(&said)?;
        if !redo {
            return Ok(Target { id: root, said, redo });
        }
        let mut undo = conn.prepare_cached(
            "SELECT u.id FROM change u WHERE u.undoes = ?1
             AND NOT EXISTS (SELECT 1 FROM change r WHERE r.undoes = u.id) ORDER BY u.id DESC LIMIT 1",
        )?;
        return Ok(Target { id: undo.query_row(params![root], |row| row.col(0))?, said, redo });
    }
}

/// What `u` would undo for a person: the change and what it had said.
pub(super) fn undoable(
    conn: &Connection,
    centre: CentreId,
    person: PersonId,
    since: ChangeId,
) -> Result<Option<(ChangeId, Msg)>, StoreError> {
    let sql = format!(
        "SELECT a.id, a.said FROM change a WHERE a.centre = ?3 AND a.person = ?1 AND a.id > ?2 AND a.fixed = 0 AND a.undoes IS NULL
         AND a.id IS NOT (SELECT change FROM txn) AND NOT {UNDONE} ORDER BY a.id DESC LIMIT 1"
    );
    first(conn, &sql, centre, person, since)
}

/// What `U` would do again for a person: their newest undo, as long as they did nothing else since.
pub(super) fn redoable(
    conn: &Connection,
    centre: CentreId,
    person: PersonId,
    since: ChangeId,
) -> Result<Option<(ChangeId, Msg)>, StoreError> {
    first(conn, REDOABLE, centre, person, since)
}

/// CROSS: what was done since the sign-in is looked at first. Left to choose, the engine begins with every change there
/// ever was, at each reading of the frame.
const REDOABLE: &str = "SELECT u.id, a.said FROM change u CROSS JOIN change a ON a.id = u.undoes AND a.undoes IS NULL
 WHERE u.centre = ?3 AND u.person = ?1 AND u.id > ?2 AND NOT EXISTS (SELECT 1 FROM change r WHERE r.undoes = u.id)
   AND NOT EXISTS (SELECT 1 FROM change n WHERE n.centre = ?3 AND n.person = ?1 AND n.id > u.id AND n.undoes IS NULL
     AND n.id IS NOT (SELECT change FROM txn))
 ORDER BY u.id DESC LIMIT 1";

fn first(
    conn: &Connection,
    sql: &str,
    centre: CentreId,
    person: PersonId,
    since: ChangeId,
) -> Result<Option<(ChangeId, Msg)>, StoreError> {
    let found: Option<(ChangeId, String)> = conn
        .prepare_cached(sql)?
        .query_row(params![person, since, centre], |row| Ok((row.col(0)?, row.col(1)?)))
        .optional()?;
    found.map(|(id, said)| Ok((id, serde_json::from_str(&said)?))).transpose()
}

/// Puts every row of a change back to what it was, the last written first.
fn swap(cx: &Cx<'_>, change: ChangeId) -> Result<(), Stop> {
    // Rows that point at each other come back one after the other.
    cx.conn.pragma_update(None, "defer_foreign_keys", true)?;
    let mut seen = HashSet::new();
    let mut reads = Reads::default();
    for image in images(cx.conn, change)? {
        if reads.of(cx.conn, &image.table)?.is_none() {
            return refuse(Msg::new("store-undo-older"));
        }
        // The newest image of a row must still be how the row is.
        if seen.insert((image.table.clone(), image.row)) && !is_now(cx.conn, &mut reads, &image)? {
            return refuse(touched(cx.conn, &image)?);
        }
        put(cx, &image)?;
    }
    Ok(())
}

pub(super) fn images(conn: &Connection, change: ChangeId) -> Result<Vec<Image>, Stop> {
    let mut rows =
        conn.prepare_cached("SELECT tbl, row, before, after FROM change_row WHERE change = ?1 ORDER BY seq DESC")?;
    let mut images = Vec::new();
    let mut rows = rows.query(params![change])?;
    while let Some(row) = rows.next()? {
        let parse = |json: Option<String>| json.map(|json| serde_json::from_str(&json)).transpose();
        images.push(Image {
            table: row.col(0)?,
            row: row.col(1)?,
            before: parse(row.col(2)?)?,
            after: parse(row.col(3)?)?,
        });
    }
    Ok(images)
}

/// The SQL that reads a row's image, made once for each table: a change may hold thousands of rows.
#[derive(Debug, Default)]
pub(super) struct Reads(HashMap<String, Option<String>>);

impl Reads {
    /// Nothing when a later schema has no such table any more.
    fn of(&mut self, conn: &Connection, table: &str) -> Result<Option<&str>, StoreError> {
        if !self.0.contains_key(table) {
            let columns = arm::columns(conn, table)?;
            let json = arm::image(&columns, "");
            let sql = (!columns.is_empty()).then(|| format!("SELECT {json} FROM {table} WHERE id = ?1"));
            self.0.insert(table.to_owned(), sql);
        }
        Ok(self.0[table].as_deref())
    }
}

/// Whether a row is as the change left it; a column that a later schema added does not count.
pub(super) fn is_now(conn: &Connection, reads: &mut Reads, image: &Image) -> Result<bool, Stop> {
    let Some(sql) = reads.of(conn, &image.table)? else { return Ok(false) };
    let now: Option<String> = conn.prepare_cached(sql)?.query_row([image.row], |row| row.col(0)).optional()?;
    match (&image.after, now) {
        (None, None) => Ok(true),
        (Some(after), Some(now)) => {
            let now: Map<String, Json> = serde_json::from_str(&now)?;
            Ok(after.iter().all(|(column, value)| now.get(column) == Some(value)))
        }
        _ => Ok(false),
    }
}

/// Writes one row's earlier image.
fn put(cx: &Cx<'_>, image: &Image) -> Result<(), Stop> {
    let table = &image.table;
    let Some(before) = &image.before else {
        return cx.run_one(&format!("DELETE FROM {table} WHERE id = ?1"), [image.row]);
    };
    // Only what the change had changed: a column that is sealed by now may not even be named.
    let changed = |column: &String| image.after.as_ref().is_none_or(|after| after.get(column) != before.get(column));
    let (columns, values): (Vec<&str>, Vec<&Json>) =
        before.iter().filter(|(column, _)| changed(column)).map(|(c, v)| (c.as_str(), v)).unzip();
    if columns.is_empty() {
        // A form saved as it was: its undo is a change too, or `u` would meet it again for ever.
        return cx.run_one(&format!("UPDATE {table} SET id = id WHERE id = ?1"), [image.row]);
    }
    let mut values = values.into_iter().map(value).collect::<Result<Vec<_>, _>>()?;
    let sql = if image.after.is_some() {
        let set: Vec<String> = columns.iter().zip(1..).map(|(c, n)| format!("{c} = ?{n}")).collect();
        values.push(Value::Integer(image.row));
        format!("UPDATE {table} SET {} WHERE id = ?{}", set.join(", "), values.len())
    } else {
        let marks: Vec<String> = (1..=columns.len()).map(|n| format!("?{n}")).collect();
        format!("INSERT INTO {table}({}) VALUES ({})", columns.join(", "), marks.join(", "))
    };
    cx.run_one(&sql, params_from_iter(values))
}

/// A column's value from its image.
pub(super) fn value(json: &Json) -> Result<Value, Stop> {
    match json {
        Json::Null => Ok(Value::Null),
        Json::String(text) => Ok(Value::Text(text.clone())),
        Json::Number(number) if number.is_i64() => Ok(Value::Integer(number.as_i64().unwrap_or_default())),
        other => Err(StoreError::Unreadable(format!("an image of type {other:?}")).into()),
    }
}

/// Says who touched a row since.
fn touched(conn: &Connection, image: &Image) -> Result<Msg, Stop> {
    let mut last = conn.prepare_cached(
        "SELECT c.person, c.at FROM change_row r JOIN change c ON c.id = r.change
         WHERE r.tbl = ?1 AND r.row = ?2 AND c.id <> (SELECT change FROM txn) ORDER BY r.seq DESC LIMIT 1",
    )?;
    let (person, at): (PersonId, Stamp) =
        last.query_row(params![image.table, image.row], |row| Ok((row.col(0)?, row.col(1)?)))?;
    let name = page::rota::person(conn, person)?.map_or_else(|| "—".to_owned(), |p| p.short());
    Ok(Msg::new("store-undo-touched").with("who", name).with("when", at))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Place;
    use super::super::testing::{Desk, GARNIER, POST, about, s, sign, someone, stay, word};
    use super::*;
    use crate::domain::act::{CentreAct, HandoverAct, ItemAct, NewWord, PeopleAct, StayAct};
    use crate::domain::stay::Withdrawal;
    use crate::domain::{Answer, ItemId, Outcome, Pattern, PostId, Role, StayId, StayState, Verdict};
    use crate::protocol::question;

    const KEY: [u8; 32] = [5; 32];

    impl Desk {
        fn undo(&mut self, who: PersonId) -> Result<String, String> {
            let reply = self.store.undo(Who::is(who), self.now);
            said(reply)
        }
        fn redo(&mut self, who: PersonId) -> Result<String, String> {
            let reply = self.store.redo(Who::is(who), self.now);
            said(reply)
        }
    }

    /// Read with every frame: as fast after ten years as on the first day.
    #[test]
    fn what_can_be_done_again_is_looked_for_since_the_sign_in_alone() {
        let desk = Desk::new();
        let mut sql = desk.store.conn.prepare(&format!("EXPLAIN QUERY PLAN {REDOABLE}")).unwrap();
        let plan: Vec<String> =
            sql.query_map(params![GARNIER, 0, 1], |row| row.get(3)).unwrap().map(Result::unwrap).collect();
        assert!(plan[0].starts_with("SEARCH u") && plan[0].contains("rowid>?"), "{plan:?}");
    }

    fn said(reply: Reply) -> Result<String, String> {
        match reply {
            Reply::Saved { said, .. } => Ok(said.id.into_owned()),
            Reply::Refused(msg) => Err(msg.id.into_owned()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn another_persons_edit_is_never_undone_with_ones_own() {
        let mut desk = Desk::new();
        let (vidal, petit) = (desk.doctor("Vidal"), PersonId(3));
        desk.act(GARNIER, PeopleAct::Add(someone("Léa", "Petit", Role::Coordination)));
        desk.act(GARNIER, StayAct::Add(stay(vidal, s(49), StayState::Option)));
        desk.act(petit, StayAct::Edit(StayId(1), stay(vidal, s(49), StayState::Confirmed)));
        let before = desk.dump();
        assert_eq!(desk.undo(GARNIER), Err("store-undo-touched".into()));
        assert_eq!(desk.dump(), before);
        assert_eq!(desk.undo(petit), Ok("store-said-undone".into()));
        assert_eq!(desk.undo(GARNIER), Ok("store-said-undone".into()));
    }

    #[test]
    fn a_row_that_another_has_come_to_need_stays() {
        let mut desk = Desk::new();
        desk.act(GARNIER, PeopleAct::Add(someone("Léa", "Petit", Role::Coordination)));
        let vidal = desk.doctor("Vidal");
        desk.act(PersonId(2), StayAct::Add(stay(vidal, s(49), StayState::Option)));
        assert_eq!(desk.undo(GARNIER), Err("store-undo-used".into()));
    }

    #[test]
    fn what_is_signed_or_answered_is_not_undone() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let id = desk.stay(vidal, s(48));
        let item = desk.open(vidal, about("1243"), word("INR à 4,8", s(49)));
        desk.answer(GARNIER, item, Answer::Question, "Quand ?");
        assert_eq!(desk.undo(vidal), Err("store-undo-touched".into()));
        assert_eq!(desk.undo(GARNIER), Ok("store-said-undone".into()));
        desk.sign(vidal, id);
        assert_eq!(desk.undo(vidal), Err("store-undo-signed".into()));
        let past = desk.ask(question::History);
        assert!(past[0].fixed);
        assert_eq!(said(desk.store.revert(past[0].id, Who::is(GARNIER), desk.now)), Err("store-undo-signed".into()));
        assert_eq!(desk.refused(vidal, sign(id)), "store-already-signed");
    }

    #[test]
    fn an_answer_to_a_signed_point_is_undone_until_the_relay_is_taken_over() {
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        let (s48, s49) = (desk.stay(vidal, s(48)), desk.stay(roche, s(49)));
        let item = desk.open(vidal, about("1243"), word("INR à 4,8", s(49)));
        desk.sign(vidal, s48);
        desk.now = Now::from(Stamp(desk.now.at.0 + 3 * 86_400_000));
        desk.answer(roche, item, Answer::Taken, "je rappelle le labo");
        assert_eq!(desk.undo(roche), Ok("store-said-undone".into()));
        assert!(desk.thread(item).receipts.is_empty());
        assert_eq!(desk.redo(roche), Ok("store-said-redone".into()));
        desk.act(roche, HandoverAct::TakeOver { stay: s49, name: "Roche".into() });
        assert_eq!(desk.undo(roche), Err("store-undo-signed".into()));
        assert!(desk.store.check().unwrap().is_clean());
    }

    #[test]
    fn undoing_a_cancellation_never_puts_two_doctors_on_one_post() {
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        let id = desk.stay(vidal, s(50));
        desk.act(GARNIER, StayAct::Cancel(id, Withdrawal::told(desk.now.day, "malade")));
        let past = desk.ask(question::History);
        desk.stay(roche, s(50));
        assert_eq!(said(desk.store.revert(past[0].id, Who::is(GARNIER), desk.now)), Err("store-overlap-now".into()));
    }

    #[test]
    fn the_history_undoes_any_change_once_and_does_it_again() {
        let mut desk = Desk::new();
        let before = desk.dump();
        desk.doctor("Vidal");
        let after = desk.dump();
        let past = |desk: &Desk| desk.ask(question::History);
        let added = past(&desk)[0].id;
        desk.store.begin_session().unwrap();
        assert_eq!(desk.undo(GARNIER), Err("store-undo-none".into()), "before the sign-in");
        assert!(said(desk.store.revert(added, Who::is(GARNIER), desk.now)).is_ok());
        assert_eq!(desk.dump(), before);
        assert_eq!(said(desk.store.revert(added, Who::is(GARNIER), desk.now)), Err("store-undo-already".into()));
        let undo = past(&desk)[0].id;
        assert!(past(&desk).iter().any(|p| p.id == added && p.undone));
        assert!(said(desk.store.revert(undo, Who::is(GARNIER), desk.now)).is_ok());
        assert_eq!(desk.dump(), after);
    }

    #[test]
    fn what_was_saved_as_it_was_does_not_stand_in_the_way_of_undo() {
        let mut desk = Desk::new();
        desk.store.begin_session().unwrap();
        let before = desk.dump();
        for _ in 0..2 {
            desk.act(GARNIER, CentreAct::EditPost(PostId(POST.0), "Poste du lundi".into(), Pattern::Programmed));
        }
        assert!(desk.undo(GARNIER).is_ok());
        assert!(desk.undo(GARNIER).is_ok());
        assert_eq!(desk.dump(), before);
    }

    /// Things a coordination does in a week, some of which a rule refuses.
    fn random_act(desk: &mut Desk, pick: u32) -> bool {
        let vidal = PersonId(2);
        let item = ItemId(i64::from(pick / 16 % 4) + 1);
        let week = s(49 + pick / 16 % 4);
        let reply = match pick % 8 {
            0 => desk.try_act(GARNIER, PeopleAct::Edit(vidal, someone("Hélène", &format!("V{pick}"), Role::Doctor))),
            1 => desk.try_act(GARNIER, StayAct::Add(stay(vidal, week, StayState::Confirmed))),
            2 => desk.try_act(GARNIER, StayAct::Cancel(StayId(item.0), Withdrawal::told(desk.now.day, "é\"'"))),
            3 | 4 => desk.try_act(GARNIER, ItemAct::Open(about("1243"), word("œdème", week))),
            5 => match pick / 8 % 3 {
                0 => {
                    let done = NewWord { outcome: Some(Outcome::Done), ..word("fini", week) };
                    desk.try_act(GARNIER, ItemAct::Say(item, Verdict::Closed, done))
                }
                1 => desk.try_act(GARNIER, ItemAct::Say(item, Verdict::Reopened, word("revenu", week))),
                _ => desk.try_act(GARNIER, ItemAct::Say(item, Verdict::Completed, word("régressé", week))),
            },
            6 => desk.try_act(GARNIER, ItemAct::Answer(item, Answer::Taken, "vu".into())),
            _ => {
                desk.try_act(GARNIER, CentreAct::EditPost(PostId(POST.0), format!("Poste {pick}"), Pattern::Programmed))
            }
        };
        matches!(reply, Reply::Saved { .. })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

        /// After any acts, undos and redos the centre is what a list of its states says, restart included.
        #[test]
        fn undo_and_redo_walk_the_states_one_by_one(steps in prop::collection::vec((0_u8..10, 0_u32..1000), 1..40)) {
            let dir = tempfile::tempdir().unwrap();
            let path = dir.path().join("centre.db");
            let mut desk = Desk::on(Store::create(Place::File(&path), Some(&KEY)).unwrap());
            let start = desk.store.session_start;
            desk.doctor("Vidal");
            let (mut states, mut at) = (vec![desk.dump()], 0_usize);
            desk.store.begin_session().unwrap();
            let begun = desk.store.session_start;
            prop_assert!(begun > start);
            for (kind, pick) in steps {
                match kind {
                    0..=2 => {
                        prop_assert_eq!(desk.undo(GARNIER).is_ok(), at > 0);
                        at = at.saturating_sub(1);
                    }
                    3 => {
                        let more = at + 1 < states.len();
                        prop_assert_eq!(desk.redo(GARNIER).is_ok(), more);
                        at += usize::from(more);
                    }
                    4 => {
                        desk = Desk { store: Store::open(&path, &KEY).unwrap(), now: desk.now };
                        desk.store.session_start = begun;
                    }
                    _ => if random_act(&mut desk, pick) {
                        states.truncate(at + 1);
                        states.push(desk.dump());
                        at += 1;
                    }
                }
                prop_assert_eq!(&desk.dump(), &states[at]);
            }
            let found = desk.store.check().unwrap();
            prop_assert!(found.is_clean());
            let amiss: i64 = desk.store.conn.query_row(
                "SELECT count(*) FROM item JOIN relay ON relay.id = item.head WHERE closed <> (outcome IS NOT NULL)",
                [], |row| row.col(0)).unwrap();
            prop_assert_eq!(amiss, 0, "a point is open or closed as its newest word left it");
            desk.store.conn.execute("INSERT INTO find(find) VALUES ('integrity-check')", []).unwrap();
            crate::store::page::find::assert_sound(&desk.store.conn, &["oe", "oedeme", "regr", "fini", "vu", "1243", "m", "1"]);
        }
    }
}
