//! Brings a store to the schema of this program, one transaction for each step.
//!
//! A store is kept for years and its past with it, so every step keeps to these rules (`migrate::rules` holds them):
//!
//! * A step that was released is never edited; what follows is a step of its own.
//! * A logged table or column is never renamed nor dropped: undo would refuse all that was done to it, and rebuilding
//!   a parent table fails with `foreign_keys` on. What is no longer used stays, unread.
//! * The words of a choice that may grow stand in no CHECK, which `SQLite` changes in no table that stands; the
//!   program's own type is the list.
//! * A new table is logged unless `arm::NOT_LOGGED` lists it; it is STRICT, has `id`, `rev` and `centre`, and nothing
//!   in it cascades: undoing one person's change must never delete another's rows.
//! * A step runs with the triggers of before: what is logged is not changed past the log. Only columns and tables
//!   that the step itself adds are filled, from the rows or from the log. Afterwards the triggers are made anew.
//! * A real store of each released schema lies in `tests/data` and is opened by every version from then on.

use rusqlite::{Connection, TransactionBehavior};

use super::{StoreError, arm, chain};
use crate::domain::record::ALL;
use crate::store::sql::Columns as _;

/// Every step of the schema, oldest first; a store's `user_version` counts those it has seen.
const STEPS: [&str; 24] = [
    include_str!("schema/001.sql"),
    include_str!("schema/002.sql"),
    include_str!("schema/003.sql"),
    include_str!("schema/004.sql"),
    include_str!("schema/005.sql"),
    include_str!("schema/006.sql"),
    include_str!("schema/007.sql"),
    include_str!("schema/008.sql"),
    include_str!("schema/009.sql"),
    include_str!("schema/010.sql"),
    include_str!("schema/011.sql"),
    include_str!("schema/012.sql"),
    include_str!("schema/013.sql"),
    include_str!("schema/014.sql"),
    include_str!("schema/015.sql"),
    include_str!("schema/016.sql"),
    include_str!("schema/017.sql"),
    include_str!("schema/018.sql"),
    include_str!("schema/019.sql"),
    include_str!("schema/020.sql"),
    include_str!("schema/021.sql"),
    include_str!("schema/022.sql"),
    include_str!("schema/023.sql"),
    include_str!("schema/024.sql"),
];

/// The step from which changes form a chain.
pub(super) const CHAINED: i64 = 9;

/// The step from which changes can be signed.
pub(super) const SIGNED: i64 = 18;

/// The schema this program knows.
#[expect(clippy::cast_possible_wrap, reason = "a handful of steps")]
pub(super) const KNOWN: i64 = STEPS.len() as i64;

/// The schema of an open store.
pub(super) fn version(conn: &Connection) -> Result<i64, StoreError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.col(0))?)
}

/// Refuses a store that a newer program wrote.
pub(super) fn check(conn: &Connection) -> Result<i64, StoreError> {
    let found = version(conn)?;
    if found > KNOWN { Err(StoreError::Newer { found, known: KNOWN }) } else { Ok(found) }
}

/// Runs the steps that are missing; killed anywhere, the store is as before or after one of them.
pub(super) fn run(conn: &mut Connection) -> Result<(), StoreError> {
    steps(conn, &STEPS)
}

/// The steps up to one of them: tests make an older store by it.
#[cfg(test)]
pub(super) fn run_to(conn: &mut Connection, last: usize) -> Result<(), StoreError> {
    steps(conn, &STEPS[..last])
}

fn steps(conn: &mut Connection, steps: &[&str]) -> Result<(), StoreError> {
    if version(conn)? == 0 {
        begin(conn, steps)?;
    }
    for (step, sql) in (1i64..).zip(steps) {
        if version(conn)? >= step {
            continue;
        }
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another desk may have been first.
        if check(&tx)? < step {
            tx.execute_batch(sql)?;
            if step == CHAINED {
                chain::begin(&tx)?;
            }
            arm::arm(&tx, &ALL)?;
            tx.pragma_update(None, "user_version", step)?;
            tx.commit()?;
        }
    }
    Ok(())
}

/// Makes an empty store. It holds no row that a step could change past the log: the triggers are made once, after the
/// last step, and before the one that takes some of them away.
fn begin(conn: &mut Connection, steps: &[&str]) -> Result<(), StoreError> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another desk may have been first.
    if check(&tx)? > 0 {
        return Ok(());
    }
    let mut last = 0;
    for (step, sql) in (1i64..).zip(steps) {
        if step == CHAINED {
            arm::arm(&tx, &ALL)?;
        }
        tx.execute_batch(sql)?;
        last = step;
    }
    arm::arm(&tx, &ALL)?;
    tx.pragma_update(None, "user_version", last)?;
    Ok(tx.commit()?)
}

#[cfg(test)]
mod rules;

#[cfg(test)]
mod tests {
    use super::super::testing::{friday, saved};
    use super::super::{Store, open};
    use super::*;
    use crate::domain::act::{NewPage, PlaceAct};
    use crate::domain::place::ContactKind::{Emergency, Other};
    use crate::domain::{ChangeId, ContactId, Day, Pattern, PersonId, Who};
    use crate::protocol::{Reply, Write, question};

    /// One change as the first version of the program wrote it.
    fn change(conn: &Connection, id: i64, sql: &str) {
        let begin = format!(
            "INSERT INTO change(id, centre, at, person, said) VALUES ({id}, 1, 0, 1, '{{\"id\":\"store-said-centre\",\"args\":[]}}');
             UPDATE txn SET change = {id};"
        );
        conn.execute_batch(&format!("BEGIN; {begin} {sql}; UPDATE txn SET change = NULL; COMMIT;")).unwrap();
    }

    /// A store of the first version: Ajain, renamed once, with a second post.
    fn first_version() -> Connection {
        let mut conn = Connection::open_in_memory().unwrap();
        open::settle(&conn).unwrap();
        steps(&mut conn, &STEPS[..1]).unwrap();
        assert_eq!(version(&conn).unwrap(), 1);
        let opening = serde_json::to_string(&crate::domain::centre::Opening::default()).unwrap();
        change(
            &conn,
            1,
            &format!(
                "INSERT INTO centre(name, commune, department, opened, opening, names_allowed, lang)
                   VALUES ('Ajan', 'Ajain', '23', 19296, '{opening}', 0, 'fr');
                 INSERT INTO person(centre, given, family, role, presence)
                   VALUES (1, 'Claire', 'Garnier', 'Coordination', '1111100');
                 INSERT INTO post(centre, name) VALUES (1, 'Médecin')"
            ),
        );
        change(&conn, 2, "UPDATE centre SET name = 'Ajain' WHERE id = 1");
        change(&conn, 3, "INSERT INTO post(centre, name) VALUES (1, 'Poste 2')");
        conn
    }

    fn posts(store: &Store) -> Vec<(String, Pattern)> {
        store
            .ask(question::Frame, Who::is(PersonId(1)), friday())
            .unwrap()
            .rota
            .posts
            .into_iter()
            .map(|p| (p.name, p.pattern))
            .collect()
    }

    #[test]
    fn a_store_of_the_first_version_opens_with_its_data_and_its_past() {
        let mut conn = first_version();
        run(&mut conn).unwrap();
        assert_eq!(version(&conn).unwrap(), KNOWN);
        let mut store = Store::of(conn).unwrap();
        let centre = store.centre().unwrap().unwrap();
        assert_eq!((centre.name.as_str(), centre.slot_minutes, centre.lock_minutes), ("Ajain", 20, 10));
        let before = posts(&store);
        assert_eq!(before, [("Médecin".into(), Pattern::Programmed), ("Poste 2".into(), Pattern::Programmed)]);
        // What was done before the step is undone after it, and done again.
        let mut revert = |change| match store.revert(ChangeId(change), Who::is(PersonId(1)), friday()) {
            Reply::Saved { change, .. } => change.0,
            other => panic!("{other:?}"),
        };
        revert(2);
        let undone = revert(3);
        let centre = store.centre().unwrap().unwrap();
        assert_eq!((centre.name.as_str(), centre.slot_minutes), ("Ajan", 20));
        assert_eq!(posts(&store), before[..1]);
        let again = store.revert(ChangeId(undone), Who::is(PersonId(1)), friday());
        assert!(matches!(again, Reply::Saved { .. }), "{again:?}");
        assert_eq!(posts(&store), before);
    }

    /// A store of the second version: stays of a doctor in weeks of their own, called off in every way there was.
    fn second_version() -> Connection {
        let mut conn = first_version();
        steps(&mut conn, &STEPS[..2]).unwrap();
        let mut id = 3;
        let mut then = |sql: &str| {
            id += 1;
            change(&conn, id, sql);
        };
        then(
            "INSERT INTO person(centre, given, family, role, presence) VALUES (1, 'Luc', 'Roche', 'Doctor', '0000000')",
        );
        let off = "state = 'Cancelled', withdrawn_on = 20700, withdrawn_reason = 'malade'";
        let add = |stay: i64, state: &str| {
            let from = 20_000 + stay * 7;
            format!(
                "INSERT INTO stay(centre, post, doctor, from_day, to_day, state, withdrawn_on, withdrawn_reason)
                   SELECT 1, 1, 2, {from}, {from} + 5, '{state}', iif('{state}' = 'Cancelled', 20700, NULL),
                     iif('{state}' = 'Cancelled', '', NULL)"
            )
        };
        let call_off = |stay: i64| format!("UPDATE stay SET {off} WHERE id = {stay}");
        let set = |stay: i64, state: &str| {
            format!("UPDATE stay SET state = '{state}', withdrawn_on = NULL, withdrawn_reason = NULL WHERE id = {stay}")
        };
        // 1 confirmed and called off by change 6; 2 an option called off; 3 noted as called off from the start.
        then(&add(1, "Confirmed"));
        then(&call_off(1));
        then(&add(2, "Option"));
        then(&call_off(2));
        then(&add(3, "Cancelled"));
        // 4 an option, confirmed, called off, its reason corrected.
        then(&add(4, "Option"));
        then(&set(4, "Confirmed"));
        then(&call_off(4));
        then("UPDATE stay SET withdrawn_reason = 'grippe' WHERE id = 4");
        // 5 called off, taken up again as an option, and called off again.
        then(&add(5, "Confirmed"));
        then(&call_off(5));
        then(&set(5, "Option"));
        then(&call_off(5));
        // 6 signed and confirmed; 7 signed and called off, which a program with a fault may have done.
        for stay in [6, 7] {
            then(&add(stay, "Confirmed"));
            then(&format!(
                "INSERT INTO handover(id, centre, signed_at, author, name, hash) VALUES ({stay}, 1, 1, 2, 'Roche', 'h')"
            ));
        }
        then(&call_off(7));
        assert_eq!(version(&conn).unwrap(), 2);
        conn
    }

    /// Each stay's state, whether it was confirmed, and why it was called off.
    fn stays(conn: &Connection) -> Vec<(String, bool, Option<String>)> {
        let mut sql = conn.prepare("SELECT state, was_confirmed, withdrawn_reason FROM stay ORDER BY id").unwrap();
        let rows = sql.query_map([], |row| Ok((row.col(0)?, row.col(1)?, row.col(2)?))).unwrap();
        rows.map(Result::unwrap).collect()
    }

    #[test]
    fn of_stays_called_off_before_the_log_knows_which_were_confirmed() {
        let mut conn = second_version();
        run(&mut conn).unwrap();
        assert_eq!(version(&conn).unwrap(), KNOWN);
        let off = |was_confirmed, reason: &str| ("Cancelled".to_owned(), was_confirmed, Some(reason.to_owned()));
        let confirmed = ("Confirmed".to_owned(), false, None);
        let expected = [
            off(true, "malade"),
            off(false, "malade"),
            off(false, ""),
            off(true, "grippe"),
            off(false, "malade"),
            confirmed.clone(),
            off(true, "malade"),
        ];
        assert_eq!(stays(&conn), expected);
        // What was done before the step is undone after it, and done again: it is a désistement as before.
        let mut store = Store::of(conn).unwrap();
        let change = saved(store.revert(ChangeId(6), Who::is(PersonId(1)), friday()));
        let undone = stays(&store.conn).swap_remove(0);
        assert_eq!((undone.0.as_str(), undone.2), ("Confirmed", None));
        let again = store.revert(change, Who::is(PersonId(1)), friday());
        assert!(matches!(again, Reply::Saved { .. }), "{again:?}");
        assert_eq!(stays(&store.conn), expected);
    }

    /// A store of the fourth version: a page "Sur place" written twice, a draft on it, and two contacts.
    fn fourth_version() -> Connection {
        let mut conn = first_version();
        steps(&mut conn, &STEPS[..4]).unwrap();
        change(&conn, 4, "INSERT INTO place_page(centre, text, author, written) VALUES (1, 'Clés', 1, 20700)");
        change(&conn, 5, "UPDATE place_page SET text = 'Clés à l''accueil.\nVoiture blanche.', written = 20701");
        let add = |name: &str, phone: &str| {
            format!(
                "INSERT INTO contact(centre, name, purpose, phone, note, checked)
                   VALUES (1, '{name}', '', '{phone}', '', 20000)"
            )
        };
        change(&conn, 6, &add("SAMU", "15"));
        change(&conn, 7, &add("Labo", "0536490127"));
        change(&conn, 8, "UPDATE contact SET checked = 20700 WHERE id = 1");
        change(&conn, 9, "UPDATE contact SET phone = '0536490128' WHERE id = 2");
        conn.execute("INSERT INTO draft(centre, author, key, raw, at) VALUES (1, 1, 'place', '{}', 0)", []).unwrap();
        conn
    }

    #[test]
    fn the_page_of_the_place_becomes_the_first_of_the_booklet_and_loses_nothing() {
        let mut conn = fourth_version();
        run(&mut conn).unwrap();
        let mut store = Store::of(conn).unwrap();
        let pages = store.ask(question::Booklet, Who::is(PersonId(1)), friday()).unwrap();
        let page = &pages[0].what;
        assert_eq!((pages.len(), page.head.what.title.as_str()), (1, "Sur place"));
        assert_eq!(page.head.what.text, "Clés à l'accueil.\nVoiture blanche.");
        assert_eq!((page.head.author, page.head.at.day()), (PersonId(1), Day(20701)));
        let drafts = store.ask(question::Drafts, Who::is(PersonId(1)), friday()).unwrap();
        assert_eq!(drafts[0].key, "page/1");
        // It is edited as any page is; what an older program wrote is not undone any more, and says so.
        let new = NewPage { text: "Neuf".into(), ..page.head.what.clone() };
        let act = PlaceAct::EditPage(page.id, new);
        let write = Write::on(&pages[0], act);
        let saved = store.write(&write, Who::is(PersonId(1)), friday());
        assert!(matches!(saved, Reply::Saved { .. }), "{saved:?}");
        let old = store.revert(ChangeId(5), Who::is(PersonId(1)), friday());
        assert!(matches!(&old, Reply::Refused(msg) if msg.id == "store-undo-older"), "{old:?}");
        assert!(store.check().unwrap().is_clean());
    }

    #[test]
    fn of_contacts_the_log_knows_when_they_were_begun_and_last_changed() {
        let mut conn = fourth_version();
        run(&mut conn).unwrap();
        let mut store = Store::of(conn).unwrap();
        let read = |store: &Store| store.ask(question::Directory, Who::is(PersonId(1)), friday()).unwrap();
        let (contacts, past) = read(&store);
        let facts: Vec<_> = contacts
            .iter()
            .map(|kept| &kept.what)
            .map(|c| (c.what.name.as_str(), c.what.kind, c.written.map(|(who, _)| who)))
            .collect();
        // Made sure of is not changed.
        assert_eq!(facts, [("Labo", Other, Some(PersonId(1))), ("SAMU", Emergency, None)]);
        let phones: Vec<_> = past[&ContactId(2)].iter().map(|p| p.what.phone.as_str()).collect();
        assert_eq!(phones, ["0536490127", "0536490128"]);
        // A change of before is undone after.
        let undone = store.revert(ChangeId(9), Who::is(PersonId(1)), friday());
        assert!(matches!(undone, Reply::Saved { .. }), "{undone:?}");
        assert_eq!(read(&store).0[0].what.what.phone, "0536490127");
    }

    #[test]
    fn a_store_that_is_up_to_date_is_left_alone() {
        let mut conn = first_version();
        run(&mut conn).unwrap();
        let count =
            |conn: &Connection| -> i64 { conn.query_row("SELECT count(*) FROM change", [], |r| r.col(0)).unwrap() };
        let before = count(&conn);
        run(&mut conn).unwrap();
        assert_eq!((version(&conn).unwrap(), count(&conn)), (KNOWN, before));
    }

    #[test]
    fn a_store_of_before_gets_an_identity_that_its_copies_get_too_and_a_new_one_draws_its_own() {
        const RECOVERY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kdzgtclqcpeghw5d";
        let of_before = || {
            let mut conn = first_version();
            conn.execute("INSERT INTO recovery(one, recipient) VALUES (1, ?1)", [RECOVERY]).unwrap();
            run(&mut conn).unwrap();
            Store::of(conn).unwrap().identity().unwrap()
        };
        assert_eq!(of_before(), Store::identity_by(RECOVERY));
        assert_eq!(of_before(), of_before());
        let new = || Store::memory().unwrap().identity().unwrap();
        assert_eq!(new().len(), 32);
        assert_ne!(new(), new());
        // It is given once.
        let store = Store::memory().unwrap();
        for sql in [
            "UPDATE identity SET id = 'x'",
            "DELETE FROM identity",
            "INSERT INTO identity VALUES (1, 'x')",
            "INSERT OR REPLACE INTO identity VALUES (1, 'x')",
        ] {
            assert!(store.conn.execute_batch(sql).is_err(), "{sql}");
        }
    }
}
