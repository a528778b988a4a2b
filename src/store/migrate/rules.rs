//! The rules for every step of the schema, kept; and a store of each released schema, opened.

use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::super::testing::{GARNIER, friday, past_the_seals};
use super::super::{By, Store, StoreError, arm, open};
use super::*;
use crate::domain::{AccountId, ChangeId, ContactId, PersonId, StayId, Who};
use crate::protocol::Reply;
use crate::protocol::question::{self, Question};
use crate::signing::Signer;

/// The key of `tests/data/schema-8`.
const KEY: &str = "6cb129b2f8ae4416bb221b12784a36dabdef7e76a54fc961a43e072d6c2f48dd";

/// The key of `tests/data/schema-17`.
const KEY_17: &str = "84f181be8e6da96d1d76823ce15baa20ec74c7af0e0433784c72bef441bf26b5";

/// The steps of version 0.7.0, which stores in use have taken.
const RELEASED: usize = 17;

fn key() -> [u8; 32] {
    key_of(KEY)
}

fn key_of(hex: &str) -> [u8; 32] {
    let mut key = [0; 32];
    for (byte, hex) in key.iter_mut().zip(hex.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(hex).unwrap(), 16).unwrap();
    }
    key
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/schema-8")
}

/// A copy of the store of schema 8, in a folder of its own.
fn schema_8() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("releve.db");
    std::fs::copy(data().join("releve.db"), &path).unwrap();
    (dir, path)
}

/// The real stores there are, by the schema that their program had.
fn kept() -> [(usize, &'static str); 2] {
    [(8, KEY), (17, KEY_17)]
}

/// A copy of the newest of them that is not newer than a schema, brought to it.
fn of_schema(schema: usize) -> (tempfile::TempDir, PathBuf, [u8; 32]) {
    let (of, key) = kept().into_iter().rev().find(|(of, _)| *of <= schema).unwrap();
    let (dir, key) = (tempfile::tempdir().unwrap(), key_of(key));
    let path = dir.path().join("releve.db");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/schema-{of}"));
    std::fs::copy(data.join("releve.db"), &path).unwrap();
    let mut conn = open::connect(&path, rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE, Some(&key)).unwrap();
    run_to(&mut conn, schema).unwrap();
    assert_eq!(version(&conn).unwrap(), i64::try_from(schema).unwrap());
    (dir, path, key)
}

/// Of every schema with `RELEVE_TRIALS=full`; by default the real ones, one between them and the last before ours.
#[test]
fn a_store_of_every_schema_opens_is_taken_over_and_verifies() {
    let all = std::env::var("RELEVE_TRIALS").is_ok_and(|trials| trials == "full");
    for schema in (8..STEPS.len()).filter(|schema| all || [8, 12, 17, STEPS.len() - 1].contains(schema)) {
        let (_dir, path, key) = of_schema(schema);
        let mut store = Store::open(&path, &key).unwrap();
        let found = store.check().unwrap();
        assert!(found.is_clean() && found.signed.is_none(), "{schema}: {:?}", found.msgs());
        // The coordination signs in.
        store.sign_with(Signer::of(b"Claire"), "age1claire".into(), Some(AccountId(1)));
        let by = By { person: GARNIER, now: friday() };
        assert!(store.adopt(by, None).unwrap(), "{schema}");
        assert!(!store.adopt(by, None).unwrap(), "{schema}: once");
        let found = store.check().unwrap();
        assert!(found.is_clean(), "{schema}: {:?}", found.msgs());
        assert_eq!(found.signed.map(|(_, count)| count), Some(1), "{schema}");
        assert_eq!(found.unsure, [], "{schema}");
        // What is under that one signature is not changed unseen, columns that came with a later schema included.
        past_the_seals(&store.conn, "UPDATE centre SET lock_minutes = 29, guide_months = 7");
        assert_eq!(store.check().unwrap().msgs()[0].id, "check-row-changed", "{schema}");
    }
}

/// A store of this program's schema.
fn newest() -> Connection {
    let mut conn = Connection::open_in_memory().unwrap();
    open::settle(&conn).unwrap();
    run(&mut conn).unwrap();
    conn
}

fn lines(conn: &Connection, sql: &str) -> Vec<String> {
    conn.prepare(sql).unwrap().query_map([], |row| row.col(0)).unwrap().map(Result::unwrap).collect()
}

fn ask<Q: Question>(store: &Store, question: Q) -> Q::Answer {
    store.ask(question, Who::is(GARNIER), friday()).unwrap()
}

#[test]
fn a_real_store_of_schema_8_opens_with_all_it_holds() {
    let (dir, path) = schema_8();
    let mut store = Store::open(&path, &key()).unwrap();
    assert_eq!(version(&store.conn).unwrap(), KNOWN);
    assert!(store.check().unwrap().is_clean());
    // The store as it was is kept beside it.
    let kept =
        open::connect(&dir.path().join("releve.schema-8.db"), rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY, Some(&key()));
    assert_eq!(version(&kept.unwrap()).unwrap(), 8);

    let signed = ask(&store, question::Transmission(StayId(1))).unwrap();
    let signature = signed.handover.signature.as_ref().unwrap();
    assert_eq!((signed.handover.notes.week.as_str(), signature.name.as_str()), ("Semaine calme.", "Morel"));
    let addenda = lines(&store.conn, "SELECT text FROM addendum");
    assert_eq!(addenda, ["Oubli : ordonnance à renouveler."]);
    assert_eq!(lines(&store.conn, "SELECT name FROM takeover WHERE id = 2"), ["Roche"]);
    let texts = lines(&store.conn, "SELECT text FROM relay ORDER BY id");
    assert_eq!(texts, ["INR à 4,8 sous AVK.", "TSH demandée.", "Frigo à 9 °C, technicien prévenu.", "Ordonnance."]);
    let drafts = ask(&store, question::Drafts);
    assert_eq!((drafts.len(), drafts[0].raw["text"].as_str()), (1, "Rappeler le labo"));
    let people: Vec<_> = store.accounts().unwrap().into_iter().map(|a| a.label).collect();
    assert_eq!(people, ["Claire Garnier", "Luc Morel"]);
    // Nobody had noted who saw what; it begins now, kept as long as it can be.
    assert_eq!(ask(&store, question::Journal(None)), []);
    assert_eq!(lines(&store.conn, "SELECT concat(number, hash) FROM journal_head"), ["0"]);
    assert_eq!(lines(&store.conn, "SELECT journal_months || '' FROM centre"), ["12"]);

    // Nobody had said what the centre aims at: its columns held the defaults of their time.
    let aims = || lines(&store.conn, "SELECT concat(open_weeks, '/', aim_weeks, '/', aim_fee) FROM centre");
    assert_eq!(lines(&store.conn, "SELECT id || '' FROM change WHERE said LIKE '%store-said-targets%'").len(), 0);
    assert_eq!(aims(), ["50//"]);

    // What was done before is undone after it, and what was undone is done again.
    let phone = |store: &Store| {
        let (contacts, _) = ask(store, question::Directory);
        contacts.into_iter().find(|kept| kept.what.id == ContactId(1)).map(|kept| kept.what.what.phone).unwrap()
    };
    assert_eq!(phone(&store), "05 55 51 52 53");
    let mut revert = |change| {
        let reply = store.revert(ChangeId(change), Who::is(GARNIER), friday());
        assert!(matches!(reply, Reply::Saved { .. }), "{change}: {reply:?}");
    };
    let (undo_of_the_number, page_added) = (14, 10);
    revert(undo_of_the_number);
    revert(page_added);
    assert_eq!(phone(&store), "05 55 00 00 00");
    let pages = ask(&store, question::Booklet);
    assert!(pages.is_empty());
    // What was signed stays signed.
    let signing = ChangeId(23);
    let refused = store.revert(signing, Who::is(PersonId(3)), friday());
    assert!(matches!(&refused, Reply::Refused(msg) if msg.id == "store-undo-signed"), "{refused:?}");
    assert!(store.check().unwrap().is_clean());
}

#[test]
fn released_steps_are_never_edited() {
    let mut hash = Sha256::new();
    for step in &STEPS[..RELEASED] {
        hash.update(step.as_bytes());
    }
    assert_eq!(format!("{:x}", hash.finalize()), "f7fe2a7be4a94904bbb1ed2d7dae2c0cc0d2b56ccf8c75445bf1972513e8f334");
}

#[test]
fn logged_tables_and_columns_are_never_renamed_nor_dropped() {
    let conn = newest();
    let logged = arm::logged(&conn).unwrap();
    let list = std::fs::read_to_string(data().join("logged.txt")).unwrap();
    assert!(list.lines().count() > 25, "{list}");
    for line in list.lines() {
        let (table, columns) = line.split_once(": ").unwrap();
        assert!(logged.iter().any(|t| t == table), "{table} is no longer there, or no longer logged");
        let now = lines(&conn, &format!("SELECT name FROM pragma_table_info('{table}')"));
        for column in columns.split(' ') {
            assert!(now.iter().any(|c| c == column), "{table}.{column} is no longer there");
        }
    }
}

#[test]
fn every_table_is_logged_unless_it_is_listed() {
    let conn = newest();
    let tables = lines(
        &conn,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name",
    );
    let triggers = lines(&conn, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
    for table in tables {
        if arm::NOT_LOGGED.contains(&table.as_str()) {
            continue;
        }
        for event in ["insert", "update", "delete"] {
            let wanted = format!("log_{table}_{event}");
            assert!(triggers.contains(&wanted), "no {wanted}");
        }
        let columns = lines(&conn, &format!("SELECT name FROM pragma_table_info('{table}')"));
        // A mark has its point's centre: it is older than the rule.
        let has_none = matches!(table.as_str(), "centre" | "mark");
        for column in ["id", "rev", "centre"].into_iter().filter(|c| *c != "centre" || !has_none) {
            assert!(columns.iter().any(|c| c == column), "{table} has no column {column}");
        }
    }
}

#[test]
fn nothing_cascades_and_every_table_is_strict() {
    let conn = newest();
    let cascades = lines(
        &conn,
        "SELECT m.name || '.' || f.\"from\" FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
         WHERE m.type = 'table' AND (f.on_delete <> 'NO ACTION' OR f.on_update <> 'NO ACTION')",
    );
    assert!(cascades.is_empty(), "{cascades:?}");
    let loose = lines(
        &conn,
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0
           AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
    );
    assert!(loose.is_empty(), "{loose:?}");
}

/// What a step may not contain, from the first that follows the released ones.
fn broken_rules(sql: &str) -> Vec<String> {
    let code: String =
        sql.lines().map(|line| line.split("--").next().unwrap_or_default()).collect::<Vec<_>>().join(" ");
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let upper = code.to_uppercase();
    let mut broken = Vec::new();
    // What is not logged, the index of the search, may be made anew; so may what the step itself makes.
    let dropped = code.split("DROP TABLE ").skip(1).map(|rest| rest.split(';').next().unwrap_or_default());
    let of_the_step = |table: &str| code.contains(&format!("CREATE TABLE {table} "));
    broken
        .extend(dropped.filter(|t| !arm::NOT_LOGGED.contains(t) && !of_the_step(t)).map(|t| format!("DROP TABLE {t}")));
    for never in ["RENAME ", "DROP COLUMN", "ON DELETE", "ON UPDATE", "OR REPLACE", "DROP TRIGGER LOG_"] {
        if upper.contains(never) {
            broken.push(never.trim().to_owned());
        }
    }
    // The words of a choice in a CHECK could never be added to: SQLite changes no CHECK of a table that stands.
    for check in upper.split("CHECK").skip(1) {
        let mut depth = 0;
        let end = check.find(|c| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth == 0 && c == ')'
        });
        let inside = &check[..end.unwrap_or(check.len())];
        if inside.contains('\'') {
            broken.push(format!("CHECK{inside})"));
        }
    }
    broken
}

#[test]
fn steps_not_yet_released_keep_to_the_rules() {
    for (number, step) in STEPS.iter().enumerate().skip(RELEASED) {
        assert_eq!(broken_rules(step), [""; 0], "step {}", number + 1);
    }
    // Each rule finds what it forbids.
    for sql in [
        "ALTER TABLE stay RENAME COLUMN state TO status;",
        "ALTER TABLE stay RENAME TO visit;",
        "ALTER TABLE stay DROP COLUMN state;",
        "DROP TABLE put_off;",
        "CREATE TABLE y(id INTEGER PRIMARY KEY) STRICT; DROP TABLE stay;",
        "CREATE TABLE x(id INTEGER PRIMARY KEY, stay INTEGER REFERENCES stay(id) ON DELETE CASCADE) STRICT;",
        "CREATE TABLE x(kind TEXT NOT NULL CHECK (kind = 'A' OR kind = 'B')) STRICT;",
        "CREATE TABLE x(n INTEGER CHECK (n > 0), kind TEXT CHECK (kind IN ('A', 'B'))) STRICT;",
        "INSERT OR REPLACE INTO stay(id) VALUES (1);",
    ] {
        assert_eq!(broken_rules(sql).len(), 1, "{sql}");
    }
    let lawful = "CREATE TABLE find_kept AS SELECT * FROM find_doc; DROP TABLE find_doc; DROP TABLE find_kept; CREATE TABLE x(kind TEXT NOT NULL DEFAULT 'A', n INTEGER CHECK (n IN (0, 1))) STRICT; -- CHECK ('A')";
    assert_eq!(broken_rules(lawful), [""; 0]);
}

#[test]
fn a_new_store_is_as_one_that_took_every_step() {
    let mut conn = Connection::open_in_memory().unwrap();
    open::settle(&conn).unwrap();
    for step in 1..=STEPS.len() {
        run_to(&mut conn, step).unwrap();
    }
    let schema = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1";
    assert_eq!(lines(&newest(), schema), lines(&conn, schema));
    // Triggers of one event run in the order in which they were made.
    let order = "SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid";
    assert_eq!(lines(&newest(), order), lines(&conn, order));
    assert_eq!(version(&newest()).unwrap(), KNOWN);
}

#[test]
fn a_step_runs_with_the_triggers_of_before() {
    let mut conn = newest();
    let next = |sql: &'static str| [&STEPS[..], &[sql]].concat();
    // What is logged is not changed past the log: the step is refused whole, and the store stays as it was.
    conn.execute_batch(
        "UPDATE txn SET change = 1; INSERT INTO change(id, centre, at, person, said) VALUES (1, 1, 0, 1, '');
         INSERT INTO centre(name, commune, department, opened, opening, names_allowed, lang)
           VALUES ('Ajain', 'Ajain', '23', 0, '', 0, 'fr'); UPDATE txn SET change = NULL",
    )
    .unwrap();
    let refused = steps(&mut conn, &next("UPDATE centre SET name = 'X'")).unwrap_err();
    assert!(refused.to_string().contains("write outside a change"), "{refused}");
    assert_eq!(version(&conn).unwrap(), KNOWN);
    // A column that the step itself adds is filled.
    let added = "ALTER TABLE centre ADD COLUMN motto TEXT NOT NULL DEFAULT ''; UPDATE centre SET motto = name";
    steps(&mut conn, &next(added)).unwrap();
    assert_eq!(lines(&conn, "SELECT motto FROM centre"), ["Ajain"]);
    assert!(matches!(check(&conn), Err(StoreError::Newer { .. })));
}

#[test]
fn what_a_centre_aims_at_is_kept_where_it_was_said() {
    for (said, known) in [("store-said-targets", "48"), ("store-said-centre", "")] {
        let mut conn = Connection::open_in_memory().unwrap();
        open::settle(&conn).unwrap();
        steps(&mut conn, &STEPS[..14]).unwrap();
        conn.execute_batch(&format!(
            "INSERT INTO change(centre, at, person, said) VALUES (1, 0, 1, '{{\"id\":\"{said}\"}}');
             UPDATE txn SET change = 1;
             INSERT INTO centre(name, commune, department, opened, opening, names_allowed, lang, open_weeks)
               VALUES ('Ajain', 'Ajain', '23', 0, '[]', 0, 'fr', 48);
             UPDATE txn SET change = NULL;"
        ))
        .unwrap();
        run(&mut conn).unwrap();
        assert_eq!(lines(&conn, "SELECT concat(aim_weeks) FROM centre"), [known], "{said}");
    }
}
