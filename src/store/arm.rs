//! Arms the store: triggers generated from the schema after each migration, so that they cannot drift.
//!
//! * What a record's description says is searched is found as its table says it.
//! * Every write to a logged table leaves an image of the row before and after it; a write outside a
//!   change aborts.
//! * What was signed, answered under a signature, or recorded as done can no longer be changed,
//!   deleted, replaced or moved, whatever the program asks (rule 5).

use std::fmt::Write as _;
use std::sync::OnceLock;

use rusqlite::Connection;

use super::{StoreError, journal};
use crate::domain::record::Record;
use crate::store::sql::Columns as _;

/// Tables that are not the centre's, that are the log itself or a journal beside it, or that are made of logged ones:
/// the search.
pub(super) const NOT_LOGGED: [&str; 15] = [
    "change",
    "change_row",
    "draft",
    "find",
    "find_config",
    "find_data",
    "find_doc",
    "find_idx",
    "identity",
    "journal",
    "journal_head",
    "key_due",
    "recovery",
    "recovery_file",
    "txn",
];

/// The tables whose every write is recorded, in alphabetical order.
pub(super) fn logged(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let mut tables = conn.prepare(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name",
    )?;
    let names: Vec<String> = tables.query_map([], |row| row.col(0))?.collect::<Result<_, _>>()?;
    let mut logged = Vec::new();
    for name in names {
        // Accounts are logged since they have a revision.
        let is_later = matches!(name.as_str(), "account" | "account_event") && !has_rev(conn, &name)?;
        if !NOT_LOGGED.contains(&name.as_str()) && !is_later {
            logged.push(name);
        }
    }
    Ok(logged)
}

fn has_rev(conn: &Connection, table: &str) -> Result<bool, StoreError> {
    let mut sql = conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM pragma_table_info(?1) WHERE name = 'rev')")?;
    Ok(sql.query_row([table], |row| row.col(0))?)
}

/// The columns of a table that belong to its content: all but `rev`.
pub(super) fn columns(conn: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let mut columns = conn.prepare_cached("SELECT name FROM pragma_table_info(?1) WHERE name <> 'rev' ORDER BY cid")?;
    Ok(columns.query_map([table], |row| row.col(0))?.collect::<Result<_, _>>()?)
}

/// The SQL that makes a row's image: a JSON object of its content.
pub(super) fn image(columns: &[String], row: &str) -> String {
    let fields: Vec<String> = columns.iter().map(|c| format!("'{c}', {row}{c}")).collect();
    format!("json_object({})", fields.join(", "))
}

/// Replaces every generated trigger by those of the schema and of the records as they are now.
pub(super) fn arm(conn: &Connection, records: &[&Record]) -> Result<(), StoreError> {
    let mut sql = String::new();
    let mut old = conn.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND (name LIKE 'log!_%' ESCAPE '!'
           OR name LIKE 'seal!_%' ESCAPE '!' OR name LIKE 'seek!_%' ESCAPE '!')",
    )?;
    for name in old.query_map([], |row| row.col::<String>(0))? {
        let _ = writeln!(sql, "DROP TRIGGER {};", name?);
    }
    let tables = logged(conn)?;
    // A step of the schema from before there were such rows must not ask for them.
    let signatures = tables.iter().any(|table| table == "signature");
    // Drawn by the trigger, so that no write can do without.
    let salted = columns(conn, "change_row")?.iter().any(|column| column == "salt");
    let salt = if salted { (", salt", ", lower(hex(randomblob(16)))") } else { ("", "") };
    for table in &tables {
        let columns = columns(conn, table)?;
        log(&mut sql, table, &columns, salt);
        identity(&mut sql, table);
        seals(&mut sql, table, &columns, signatures);
    }
    sql.push_str(LOG_SEALS);
    let keeps_journal = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'journal_head')";
    if conn.query_row(keeps_journal, [], |row| row.get(0))? {
        sql.push_str(&journal::seals());
    }
    // Before its step the search took no other texts than it knew.
    let takes_any = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'find_doc' AND sql NOT LIKE '%CHECK%')";
    if conn.query_row(takes_any, [], |row| row.get(0))? {
        let found = records.iter().filter(|record| tables.iter().any(|table| table == record.table.0));
        found.for_each(|record| search(&mut sql, record));
    }
    conn.execute_batch(&sql)?;
    Ok(())
}

/// The triggers of a store, with their SQL.
pub(super) fn triggers(conn: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let mut sql = conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")?;
    let triggers = sql.query_map([], |row| Ok((row.col(0)?, row.col(1)?)))?;
    Ok(triggers.collect::<Result<_, _>>()?)
}

/// The triggers of a store of this program, which are always the same: made once, since to make them takes every step of
/// the schema.
pub(super) fn wanted() -> Result<&'static [(String, String)], StoreError> {
    static WANTED: OnceLock<Vec<(String, String)>> = OnceLock::new();
    if let Some(wanted) = WANTED.get() {
        return Ok(wanted);
    }
    let made = triggers(&super::Store::memory()?.conn)?;
    Ok(WANTED.get_or_init(|| made))
}

/// Takes away triggers that are not the program's: what they write would be under the signature of whoever saves. They
/// are looked at again where the schema is no longer of the version that is given; says of which it is then.
pub(super) fn disarm_strange(conn: &Connection, looked: Option<i64>) -> Result<i64, StoreError> {
    let version = || conn.pragma_query_value(None, "schema_version", |row| row.get::<_, i64>(0));
    if looked == Some(version()?) {
        return Ok(version()?);
    }
    let wanted = wanted()?;
    for strange in triggers(conn)?.iter().filter(|trigger| !wanted.contains(trigger)) {
        tracing::warn!(name = strange.0, "a trigger that is not the program's is taken away");
        conn.execute_batch(&format!("DROP TRIGGER \"{}\"", strange.0.replace('"', "\"\"")))?;
        if let Some((_, sql)) = wanted.iter().find(|(name, _)| *name == strange.0) {
            conn.execute_batch(sql)?;
        }
    }
    Ok(version()?)
}

/// Keeps what is found of a record as its table says it: what is edited goes and comes anew, as the newest.
fn search(sql: &mut String, record: &Record) {
    let table = record.table.0;
    let searched: Vec<&str> = record.fields.iter().filter(|field| field.searched).map(|field| field.name).collect();
    if searched.is_empty() {
        return;
    }
    let (of, text) = (searched.join(", "), searched.join(" || char(10) || "));
    let changed = searched.iter().map(|name| format!("NEW.{name} IS NOT OLD.{name}")).collect::<Vec<_>>().join(" OR ");
    let (author, at) = if record.signed { ("author", "at") } else { ("NULL", "NULL") };
    let gone = format!("DELETE FROM find_doc WHERE kind = '{table}' AND row = OLD.id;");
    let new = format!(
        "INSERT INTO find_doc(kind, row, centre, author, at, text, about)
           SELECT '{table}', id, centre, {author}, {at}, {text}, '' FROM {table}"
    );
    let _ = writeln!(
        sql,
        "CREATE TRIGGER seek_{table}_new AFTER INSERT ON {table} BEGIN {new} WHERE id = NEW.id; END;
         CREATE TRIGGER seek_{table}_gone AFTER DELETE ON {table} BEGIN {gone} END;
         CREATE TRIGGER seek_{table}_edited AFTER UPDATE OF {of} ON {table} WHEN {changed}
           BEGIN {gone} {new} WHERE id = NEW.id; END;
         {new} WHERE NOT EXISTS (SELECT 1 FROM find_doc WHERE kind = '{table}' AND row = {table}.id);"
    );
}

/// One row of `change_row` for each row written, and its new revision.
fn log(sql: &mut String, table: &str, columns: &[String], (salt, drawn): (&str, &str)) {
    let (of, before, after) = (columns.join(", "), image(columns, "OLD."), image(columns, "NEW."));
    let rev = format!("UPDATE {table} SET rev = (SELECT change FROM txn) WHERE id = NEW.id;");
    for (name, event, id, before, after, then) in [
        ("insert", "INSERT".to_owned(), "NEW", "NULL", after.as_str(), rev.as_str()),
        ("update", format!("UPDATE OF {of}"), "NEW", &before, &after, &rev),
        ("delete", "DELETE".to_owned(), "OLD", &before, "NULL", ""),
    ] {
        let _ = writeln!(
            sql,
            "CREATE TRIGGER log_{table}_{name} AFTER {event} ON {table} BEGIN
               SELECT RAISE(ABORT, 'write outside a change') WHERE (SELECT change FROM txn) IS NULL;
               INSERT INTO change_row(change, tbl, row, before, after{salt})
                 VALUES ((SELECT change FROM txn), '{table}', {id}.id, {before}, {after}{drawn});
               {then}
             END;"
        );
    }
}

/// A row keeps its number, and a number its row: `OR REPLACE` would walk through the other seals.
fn identity(sql: &mut String, table: &str) {
    let _ = writeln!(
        sql,
        "CREATE TRIGGER seal_{table}_again BEFORE INSERT ON {table}
           WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)
           BEGIN SELECT RAISE(ABORT, 'identity'); END;
         CREATE TRIGGER seal_{table}_id BEFORE UPDATE OF id ON {table} WHEN NEW.id IS NOT OLD.id
           BEGIN SELECT RAISE(ABORT, 'identity'); END;"
    );
}

/// When a row of `table` is sealed, in terms of `{row}`; and whether a new row may not join it either.
pub(super) fn sealed_when(table: &str) -> &'static [(&'static str, bool)] {
    match table {
        "handover" => &[("{row}.signed_at IS NOT NULL", false)],
        // The words of a signed handover, the point an addendum added, and every word that was ever signed.
        "relay" => &[
            ("EXISTS (SELECT 1 FROM handover WHERE id = {row}.stay AND signed_at IS NOT NULL)", true),
            ("{row}.verdict = 'Opened' AND EXISTS (SELECT 1 FROM addendum WHERE item = {row}.item)", true),
            ("{row}.id <= (SELECT max(last_word) FROM signature WHERE signature.stay = {row}.stay)", true),
        ],
        // They may be followed by a later answer, which is not under the signature.
        "receipt" => &[("EXISTS (SELECT 1 FROM takeover WHERE id = {row}.stay AND at >= {row}.at)", false)],
        "addendum" | "takeover" | "signature" | "reopening" | "account_event" | "signing_key" | "recovery_key"
        | "adoption" => &[("TRUE", false)],
        _ => &[],
    }
}

/// What stands for "a word on this point, or that stay, was ever signed", reopened since or not.
pub(super) const POINT_SIGNED: &str = "SELECT 1 FROM relay JOIN signature s ON s.stay = relay.stay
    WHERE relay.item = {id} AND relay.id <= s.last_word";
pub(super) const STAY_SIGNED: &str = "SELECT 1 FROM signature WHERE stay = {id}
    UNION ALL SELECT 1 FROM takeover WHERE id = {id}";

/// A handover's signature is emptied by its reopening, and nothing else of the row changes with it.
const REOPENS: &str = "NEW.signed_at IS NULL AND NEW.entered_by IS NULL AND NEW.previous IS NULL
    AND NEW.nothing_to_report = 0 AND NEW.as_is = 0 AND NEW.undecided = '[]' AND NEW.centre IS OLD.centre
    AND NEW.note_week IS OLD.note_week AND NEW.note_next IS OLD.note_next
    AND NEW.note_centre IS OLD.note_centre AND NEW.note_oral IS OLD.note_oral
    AND EXISTS (SELECT 1 FROM reopening r JOIN signature s ON s.id = r.signature
      WHERE s.stay = OLD.id AND s.hash = OLD.hash)";

/// What a handover says of its signature is what a signature says that was not reopened.
const SIGNED_BY_NOTHING: &str = "NEW.signed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM signature s
    WHERE s.stay = NEW.id AND s.hash = NEW.hash AND s.at = NEW.signed_at AND s.author = NEW.author
      AND NOT EXISTS (SELECT 1 FROM reopening r WHERE r.signature = s.id))";

/// Refuses to update, delete, add or move rows into or out of what is signed.
fn seals(sql: &mut String, table: &str, columns: &[String], signatures: bool) {
    let of = columns.join(", ");
    let mut seal = |name: &str, event: &str, when: &str| {
        let _ = writeln!(
            sql,
            "CREATE TRIGGER seal_{table}_{name} BEFORE {event} ON {table} WHEN {when}
               BEGIN SELECT RAISE(ABORT, 'sealed'); END;"
        );
    };
    for (index, (when, closed)) in sealed_when(table).iter().enumerate() {
        if when.contains("signature") && !signatures {
            continue;
        }
        let (old, new) = (when.replace("{row}", "OLD"), when.replace("{row}", "NEW"));
        let reopens = table == "handover" && signatures;
        let update = if reopens { format!("{old} AND NOT ({REOPENS})") } else { old.clone() };
        seal(&format!("update{index}"), &format!("UPDATE OF {of}"), &update);
        seal(&format!("delete{index}"), "DELETE", &old);
        if *closed {
            seal(&format!("insert{index}"), "INSERT", &new);
        }
        if matches!(table, "relay" | "receipt") {
            seal(&format!("into{index}"), "UPDATE OF stay, item", &new);
        }
    }
    let (point, stay) = if signatures {
        (POINT_SIGNED, STAY_SIGNED)
    } else {
        (
            "SELECT 1 FROM relay JOIN handover ON handover.id = relay.stay
             WHERE relay.item = {id} AND signed_at IS NOT NULL",
            "SELECT 1 FROM handover WHERE id = {id} AND signed_at IS NOT NULL
             UNION ALL SELECT 1 FROM takeover WHERE id = {id}",
        )
    };
    match table {
        // Whom a signed point is about is part of what was signed.
        "item" => {
            let signed = point.replace("{id}", "OLD.id");
            // Undoing an answer writes every column back: only a column that changes counts.
            let subject =
                ["centre", "kind", "kind_beside", "file", "initials", "birth_year", "ald", "see_record", "source"];
            // A step of the schema knows the columns of its time alone.
            let subject: Vec<&str> = subject.into_iter().filter(|c| columns.iter().any(|known| known == c)).collect();
            let changes = subject.iter().map(|c| format!("NEW.{c} IS NOT OLD.{c}")).collect::<Vec<_>>().join(" OR ");
            let event = format!("UPDATE OF {}", subject.join(", "));
            seal("subject", &event, &format!("({changes}) AND EXISTS ({signed})"));
            seal("delete", "DELETE", &format!("EXISTS ({signed})"));
        }
        // So is whose stay it was.
        "stay" => {
            let signed = stay.replace("{id}", "OLD.id");
            let changes = ["centre", "post", "doctor"].map(|c| format!("NEW.{c} IS NOT OLD.{c}")).join(" OR ");
            seal("doctor", "UPDATE OF centre, post, doctor", &format!("({changes}) AND EXISTS ({signed})"));
        }
        "handover" if signatures => {
            seal("signs", &format!("UPDATE OF {of}"), SIGNED_BY_NOTHING);
            seal("signed", "INSERT", SIGNED_BY_NOTHING);
            seal("delete", "DELETE", "EXISTS (SELECT 1 FROM signature WHERE stay = OLD.id)");
        }
        // A reopening is of a signature in force, of that stay.
        "reopening" => seal(
            "of",
            "INSERT",
            "NOT EXISTS (SELECT 1 FROM signature s JOIN handover h ON h.id = s.stay AND h.hash = s.hash
               WHERE s.id = NEW.signature AND s.stay = NEW.stay)",
        ),
        // One signs what is not signed.
        "signature" => {
            seal("twice", "INSERT", "EXISTS (SELECT 1 FROM handover WHERE id = NEW.stay AND signed_at IS NOT NULL)");
        }
        _ => {}
    }
}

/// The log only grows, and only the change under way does.
const LOG_SEALS: &str = "
CREATE TRIGGER seal_change_again BEFORE INSERT ON change WHEN EXISTS (SELECT 1 FROM change WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'identity'); END;
CREATE TRIGGER seal_change_update BEFORE UPDATE ON change
  WHEN OLD.id IS NOT (SELECT change FROM txn) OR NEW.id IS NOT OLD.id
  BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER seal_change_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER seal_change_row_insert BEFORE INSERT ON change_row
  WHEN NEW.change IS NOT (SELECT change FROM txn) OR EXISTS (SELECT 1 FROM change_row WHERE seq = NEW.seq)
  BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER seal_change_row_update BEFORE UPDATE ON change_row BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER seal_change_row_delete BEFORE DELETE ON change_row BEGIN SELECT RAISE(ABORT, 'sealed'); END;
";

#[cfg(test)]
mod tests {
    use super::super::testing::{Desk, GARNIER, about, s, word};
    use crate::domain::act::HandoverAct;
    use crate::domain::{Answer, NoteKind, Stamp, Who};
    use crate::protocol::question;
    use crate::store::sql::{Columns as _, params};

    /// Vidal (S48) has signed two points and a note, Roche (S49) has taken the relay over; point 3 is
    /// the team's and unsigned; point 4 came with an addendum.
    fn signed() -> Desk {
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        let (s48, s49) = (desk.stay(vidal, s(48)), desk.stay(roche, s(49)));
        desk.open(vidal, about("1243"), word("INR à 4,8", s(49)));
        desk.open(vidal, about("0377"), word("TSH", s(49)));
        desk.open(GARNIER, about("0012"), word("appeler", s(49)));
        desk.act(vidal, HandoverAct::Note(s48, NoteKind::Week, "semaine calme".into()));
        desk.sign(vidal, s48);
        let item = Some((about("0500"), word("ordonnance", s(49))));
        desk.act(vidal, HandoverAct::Addendum { stay: s48, text: "oubli".into(), item });
        desk.now = crate::domain::Now::from(Stamp(desk.now.at.0 + 3 * 86_400_000));
        desk.answer(roche, crate::domain::ItemId(1), Answer::Taken, "contrôle demain");
        desk.act(roche, HandoverAct::TakeOver { stay: s49, name: "Roche".into() });
        desk
    }

    /// Runs SQL inside a change, as a fault of the program would.
    fn attack(desk: &mut Desk, sql: &str) -> Result<(), String> {
        let done = desk.store.change(Who::is(GARNIER), desk.now, |cx| {
            cx.conn.execute_batch(sql)?;
            Ok(super::super::door::Done::said(crate::domain::Msg::new("store-nothing")))
        });
        done.map(|_| ()).map_err(|stop| format!("{stop:?}"))
    }

    const WORD: &str = "(id, centre, item, author, at, stay, verdict, text, plan, gravity, to_role, salt, hash)";

    #[test]
    fn every_attack_on_what_is_signed_is_refused_by_the_database() {
        let mut desk = signed();
        let before = desk.dump();
        let history = |desk: &Desk| desk.ask(question::History).len();
        let changes = history(&desk);
        let insert = |verb: &str, id: &str, stay: &str| {
            format!(
                "{verb} INTO relay{WORD} VALUES ({id}, 1, 1, 1, 0, {stay}, 'Completed', 'HACK', '', 'Routine',
                 'Coordination', 's', 'h')"
            )
        };
        let attacks = [
            // Update, delete.
            "UPDATE relay SET text = 'HACK' WHERE id = 1".to_owned(),
            "UPDATE relay SET gravity = 'Routine', hash = 'x' WHERE stay = 1".to_owned(),
            "UPDATE OR IGNORE relay SET text = 'HACK' WHERE id = 1".to_owned(),
            "DELETE FROM relay WHERE id = 2".to_owned(),
            "UPDATE handover SET note_week = 'HACK'".to_owned(),
            "UPDATE handover SET signed_at = NULL, author = NULL, name = NULL, hash = NULL".to_owned(),
            "DELETE FROM handover".to_owned(),
            // Insert into what is signed.
            insert("INSERT", "90", "1"),
            // Replace: by number, with another's number, as an upsert.
            insert("INSERT OR REPLACE", "1", "NULL"),
            insert("REPLACE", "2", "NULL"),
            insert("INSERT", "1", "NULL") + " ON CONFLICT(id) DO UPDATE SET text = 'HACK'",
            "UPDATE OR REPLACE relay SET id = 1 WHERE id = 3".to_owned(),
            "INSERT OR REPLACE INTO handover(id, centre) VALUES (1, 1)".to_owned(),
            "INSERT OR REPLACE INTO item(id, centre, kind, head) VALUES (1, 1, 'Care', 1)".to_owned(),
            "INSERT OR REPLACE INTO stay(id, centre, post, doctor, from_day, to_day, state)
               VALUES (1, 1, 1, 2, 5, 6, 'Option')"
                .to_owned(),
            // Move out of what is signed, and into it.
            "UPDATE relay SET stay = NULL WHERE id = 1".to_owned(),
            "UPDATE relay SET item = 3 WHERE id = 1".to_owned(),
            "UPDATE relay SET id = 99 WHERE id = 1".to_owned(),
            "UPDATE relay SET stay = 1 WHERE id = 3".to_owned(),
            "UPDATE handover SET id = 2 WHERE id = 1".to_owned(),
            "UPDATE stay SET doctor = 3 WHERE id = 1".to_owned(),
            // Whom the point is about.
            "UPDATE item SET file = '9999' WHERE id = 1".to_owned(),
            "UPDATE item SET kind_beside = 'ToSign' WHERE id = 1".to_owned(),
            "UPDATE relay SET verdict_beside = 'Settled' WHERE id = 1".to_owned(),
            "DELETE FROM item WHERE id = 1".to_owned(),
            // The point that an addendum added, the addendum, the take-over and its answers.
            "UPDATE relay SET text = 'HACK' WHERE id = 4".to_owned(),
            "UPDATE addendum SET text = 'HACK'".to_owned(),
            "DELETE FROM addendum".to_owned(),
            "UPDATE takeover SET name = 'HACK'".to_owned(),
            "DELETE FROM takeover".to_owned(),
            "UPDATE receipt SET words = 'HACK'".to_owned(),
            "UPDATE receipt SET stay = NULL".to_owned(),
            "DELETE FROM receipt".to_owned(),
            // The log itself.
            "UPDATE change SET said = '' WHERE id = 1".to_owned(),
            "DELETE FROM change WHERE id = 1".to_owned(),
            "INSERT OR REPLACE INTO change(id, centre, at, person, said) VALUES (1, 1, 0, 1, '')".to_owned(),
            "UPDATE change_row SET before = NULL".to_owned(),
            "DELETE FROM change_row".to_owned(),
            "INSERT INTO change_row(change, tbl, row) VALUES (1, 'relay', 1)".to_owned(),
            "INSERT OR REPLACE INTO change_row(seq, change, tbl, row) VALUES (1, (SELECT change FROM txn), 'relay', 1)"
                .to_owned(),
        ];
        for sql in &attacks {
            let refused = attack(&mut desk, sql).expect_err(sql);
            assert!(refused == "Held(Sealed)", "{sql}: {refused}");
            assert_eq!(desk.dump(), before, "{sql}");
        }
        assert_eq!(history(&desk), changes);
        // The same hand may write where nothing is signed: the attacks above were not refused for nothing.
        attack(&mut desk, "UPDATE relay SET text = 'allowed' WHERE id = 3").unwrap();
        assert_ne!(desk.dump(), before);
    }

    #[test]
    fn what_reaches_signed_text_past_the_program_is_found_by_the_check() {
        let mut desk = signed();
        assert!(desk.store.check().unwrap().is_clean());
        // Somebody with the key and another program.
        desk.store.conn.execute_batch("DROP TRIGGER seal_relay_update0; DROP TRIGGER seal_relay_update2").unwrap();
        attack(&mut desk, "UPDATE relay SET text = 'INR à 2,8' WHERE id = 1").unwrap();
        let found = desk.store.check().unwrap();
        assert_eq!(found.words, [crate::domain::RelayId(1)]);
        assert_eq!(found.handovers, [crate::domain::StayId(1)]);
        let mut desk = signed();
        let guards = "DROP TRIGGER seal_relay_delete0; DROP TRIGGER seal_relay_delete2; DROP TRIGGER seal_item_delete";
        desk.store.conn.execute_batch(guards).unwrap();
        attack(
            &mut desk,
            "UPDATE item SET head = 1 WHERE id = 2; DELETE FROM relay WHERE id = 2; DELETE FROM item WHERE id = 2",
        )
        .unwrap();
        assert_eq!(desk.store.check().unwrap().handovers, [crate::domain::StayId(1)]);
    }

    /// Three weeks on two posts, all signed; the first two within the same instant.
    fn chain() -> (Desk, [crate::domain::StayId; 4]) {
        let mut desk = Desk::new();
        desk.act(GARNIER, crate::domain::act::CentreAct::AddPost("Poste 2".into(), crate::domain::Pattern::Programmed));
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        let mut other = super::super::testing::stay(roche, s(48), crate::domain::StayState::Confirmed);
        other.post = crate::domain::PostId(2);
        let first = desk.stay(vidal, s(48));
        desk.act(GARNIER, crate::domain::act::StayAct::Add(other));
        let second = crate::domain::StayId(first.0 + 1);
        let (third, fourth) = (desk.stay(roche, s(49)), desk.stay(vidal, s(50)));
        for (who, stay) in [(vidal, first), (roche, second), (roche, third), (vidal, fourth)] {
            let monday = crate::domain::Now::on(s(if stay == third { 49 } else { 50 }).monday(), 18, 0);
            desk.now = if stay == first || stay == second { super::super::testing::friday() } else { monday };
            desk.act(who, HandoverAct::Note(stay, NoteKind::Week, format!("semaine {stay}")));
            // What was not signed comes and goes without a trace in the chain.
            desk.act(who, HandoverAct::Note(stay, NoteKind::Next, "oubli".into()));
            assert!(matches!(desk.store.undo(Who::is(who), desk.now), crate::protocol::Reply::Saved { .. }));
            desk.sign(who, stay);
        }
        (desk, [first, second, third, fourth])
    }

    #[test]
    fn signatures_form_a_chain_and_what_is_taken_out_put_back_or_moved_breaks_it() {
        let (desk, [first, second, third, fourth]) = chain();
        let previous = |desk: &Desk, stay: crate::domain::StayId| -> (Option<String>, String) {
            let sql = "SELECT previous, hash FROM signature WHERE stay = ?1";
            desk.store.conn.query_row(sql, params![stay], |row| Ok((row.col(0)?, row.col(1)?))).unwrap()
        };
        assert_eq!(previous(&desk, first).0, None);
        for (before, after) in [(first, second), (second, third), (third, fourth)] {
            assert_eq!(previous(&desk, after).0, Some(previous(&desk, before).1));
        }
        assert!(desk.store.check().unwrap().is_clean());
        let unsealed = "DROP TRIGGER seal_signature_update0; DROP TRIGGER seal_signature_delete0;
                        DROP TRIGGER seal_signature_twice; DROP TRIGGER seal_signature_id";
        let columns =
            "centre, author, entered_by, name, at, hash, previous, follows, nothing_to_report, as_is, undecided,
                       note_week, note_next, note_centre, note_oral, words, figures, last_word, last_answer, last_step";
        let taken_out = |stay| format!("DELETE FROM signature WHERE stay = {stay}");
        let attacks = [
            // The one after it no longer follows; of the last one, the log knows.
            (taken_out(first), second),
            (taken_out(second), third),
            (taken_out(fourth), fourth),
            // An old one in the place of a newer one.
            (
                format!(
                    "{}; INSERT INTO signature(stay, {columns}) SELECT {fourth}, {columns} FROM signature
                       WHERE stay = {third}",
                    taken_out(fourth)
                ),
                fourth,
            ),
            // Two that change places.
            (
                format!(
                    "UPDATE signature SET previous = (SELECT previous FROM signature WHERE stay = {second})
                     WHERE stay = {third}"
                ),
                third,
            ),
            (format!("UPDATE signature SET previous = NULL WHERE stay = {third}"), third),
            // Their order is that of their rows.
            (format!("UPDATE signature SET id = 90 WHERE stay = {second}"), third),
        ];
        for (sql, broken) in attacks {
            let (mut desk, _) = chain();
            attack(&mut desk, &sql).expect_err("the database refuses");
            desk.store.conn.execute_batch(unsealed).unwrap();
            attack(&mut desk, &sql).unwrap();
            let found = desk.store.check().unwrap();
            assert_eq!(found.chain, Some(broken), "{sql}");
        }
        // A handover that says another thing of its signature than the signature does.
        let (mut desk, _) = chain();
        let moved = format!("UPDATE handover SET note_week = 'HACK' WHERE id = {third}");
        attack(&mut desk, &moved).expect_err("the database refuses");
        desk.store.conn.execute_batch("DROP TRIGGER seal_handover_update0").unwrap();
        attack(&mut desk, &moved).unwrap();
        assert_eq!(desk.store.check().unwrap().handovers, [third]);
    }

    /// Vidal signed a point and a note on Monday, opened it all again, and wrote another point.
    fn reopened() -> Desk {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(48));
        desk.act(vidal, HandoverAct::Note(stay, NoteKind::Week, "semaine calme".into()));
        desk.open(vidal, about("1243"), word("INR à 4,8", s(49)));
        desk.sign(vidal, stay);
        desk.act(vidal, HandoverAct::Reopen { stay, reason: "trop tôt".into() });
        desk.open(vidal, about("0377"), word("TSH", s(49)));
        desk
    }

    #[test]
    fn what_was_signed_once_stays_sealed_when_it_is_open_again() {
        let mut desk = reopened();
        assert!(desk.store.check().unwrap().is_clean());
        let before = desk.dump();
        let into = |id: i64| {
            format!(
                "INSERT INTO relay{WORD} VALUES ({id}, 1, 1, 1, 0, 1, 'Completed', 'HACK', '', 'Routine',
                 'Coordination', 's', 'h')"
            )
        };
        let attacks = [
            "UPDATE relay SET text = 'HACK' WHERE id = 1".to_owned(),
            "UPDATE relay SET stay = NULL WHERE id = 1".to_owned(),
            "DELETE FROM relay WHERE id = 1".to_owned(),
            // Before the words that were signed, there is no room for another.
            into(-1),
            "UPDATE item SET file = '9999' WHERE id = 1".to_owned(),
            "UPDATE item SET kind_beside = 'ToSign' WHERE id = 1".to_owned(),
            "UPDATE relay SET verdict_beside = 'Settled' WHERE id = 1".to_owned(),
            "DELETE FROM item WHERE id = 1".to_owned(),
            "UPDATE stay SET doctor = 1 WHERE id = 1".to_owned(),
            "UPDATE signature SET note_week = 'HACK'".to_owned(),
            "UPDATE signature SET figures = NULL".to_owned(),
            "DELETE FROM signature".to_owned(),
            "INSERT OR REPLACE INTO signature SELECT * FROM signature".to_owned(),
            "UPDATE reopening SET reason = 'HACK'".to_owned(),
            "DELETE FROM reopening".to_owned(),
            "DELETE FROM handover".to_owned(),
            // Signed without a signature, or by the one that was opened again; opened twice.
            "UPDATE handover SET signed_at = 1, author = 2, name = 'Vidal', hash = 'h'".to_owned(),
            "UPDATE handover SET (signed_at, author, name, hash) = (SELECT at, author, name, hash FROM signature)"
                .to_owned(),
            "INSERT INTO reopening(centre, stay, signature, author, at, reason, stays, last_word, last_answer)
               SELECT 1, 1, 1, 2, 0, 'HACK', '[]', 0, 0"
                .to_owned(),
        ];
        for sql in &attacks {
            let refused = attack(&mut desk, sql).expect_err(sql);
            assert!(refused == "Held(Sealed)", "{sql}: {refused}");
            assert_eq!(desk.dump(), before, "{sql}");
        }
        // What was written since, and the note, are the author's to change.
        attack(&mut desk, "UPDATE relay SET text = 'allowed' WHERE id = 2").unwrap();
        attack(&mut desk, "UPDATE handover SET note_week = 'allowed'").unwrap();
        assert_ne!(desk.dump(), before);
    }

    #[test]
    fn a_signature_in_force_is_emptied_by_its_reopening_alone() {
        let mut desk = signed();
        let empty = "UPDATE handover SET signed_at = NULL, author = NULL, name = NULL, hash = NULL";
        let open = "INSERT INTO reopening(centre, stay, signature, author, at, reason, stays, last_word, last_answer)
                      SELECT 1, 1, 1, 2, 0, 'tôt', '[]', 0, 0";
        for sql in [
            empty.to_owned(),
            format!("{open}; {empty}, note_week = 'HACK'"),
            format!("{open}; UPDATE handover SET note_week = 'HACK'"),
            format!("{open}; UPDATE handover SET as_is = 1"),
            // Of another stay, which nobody signed.
            open.replace("SELECT 1, 1, 1", "SELECT 1, 2, 1"),
        ] {
            let refused = attack(&mut desk, &sql).expect_err(&sql);
            assert!(refused == "Held(Sealed)", "{sql}: {refused}");
        }
        attack(&mut desk, &format!("{open}; {empty}")).unwrap();
        assert!(desk.store.check().unwrap().is_clean());
    }

    #[test]
    fn what_reaches_a_reopened_signature_past_the_program_is_found_by_the_check() {
        const FIGURES: &str = "UPDATE signature
            SET figures = '{\"coverage\":{\"seen\":99,\"closed\":1,\"days\":5,\"missing\":[],\"points\":1}}'";
        for (guard, sql) in [
            ("seal_relay_update2", "UPDATE relay SET text = 'HACK' WHERE id = 1"),
            (
                "seal_relay_delete2",
                "UPDATE item SET head = 2, answer = NULL WHERE id = 1; DELETE FROM relay WHERE id = 1",
            ),
            ("seal_signature_update0", "UPDATE signature SET note_week = 'HACK'"),
            ("seal_signature_update0", FIGURES),
            ("seal_signature_update0", "UPDATE signature SET figures = NULL"),
            // Signed again in secret.
            ("seal_reopening_delete0", "DELETE FROM reopening"),
        ] {
            let mut desk = reopened();
            desk.store.conn.execute_batch(&format!("DROP TRIGGER {guard}")).unwrap();
            attack(&mut desk, sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
            assert_eq!(desk.store.check().unwrap().handovers, [crate::domain::StayId(1)], "{sql}");
        }
    }

    #[test]
    fn a_clock_that_went_back_leaves_the_chain_whole() {
        let mut desk = Desk::new();
        let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
        let (s47, s48) = (desk.stay(vidal, s(47)), desk.stay(roche, s(48)));
        // On Tuesday, and then it is Monday.
        desk.now = crate::domain::Now::on(s(48).monday().plus(1), 8, 0);
        desk.act(vidal, HandoverAct::Note(s47, NoteKind::Week, "calme".into()));
        desk.sign(vidal, s47);
        desk.now = crate::domain::Now::on(s(48).monday(), 8, 0);
        desk.act(roche, HandoverAct::Note(s48, NoteKind::Week, "agitée".into()));
        desk.sign(roche, s48);
        assert!(desk.store.check().unwrap().is_clean());
    }

    #[test]
    fn a_word_without_an_addressee_or_with_two_is_impossible() {
        let mut desk = Desk::new();
        desk.open(GARNIER, about("1243"), word("INR", s(49)));
        for set in ["to_post = NULL, to_week = NULL", "to_week = NULL", "to_role = 'Nurse'", "to_person = 1"] {
            let refused = attack(&mut desk, &format!("UPDATE relay SET {set} WHERE id = 1")).unwrap_err();
            assert!(refused.contains("CHECK"), "{set}: {refused}");
        }
        attack(&mut desk, "UPDATE relay SET to_post = NULL, to_week = NULL, to_role = 'Nurse' WHERE id = 1").unwrap();
    }
}
