//! Finds every text that holds some words: points, answers, notes, the directory, the booklet.

use std::collections::HashSet;

use rusqlite::{Connection, Row};

use super::super::StoreError;
use super::reader::Eyes;
use crate::domain::lookup::{self, Found, FoundKind, FoundPoint};
use crate::domain::place::secret;
use crate::domain::record::Record;
use crate::domain::rights::{self, Right};
use crate::domain::{CentreId, Day};
use crate::protocol::FindPage;
use crate::store::sql::{Columns as _, params};

/// How many texts a search shows.
const LIMIT: usize = 200;

/// The texts that hold every word: of exactly that number first, then of open points, then the newest.
pub(super) fn find(
    conn: &Connection,
    centre: CentreId,
    text: &str,
    records: &[&'static Record],
    reader: &Eyes,
) -> Result<FindPage, StoreError> {
    let words = lookup::words(text);
    let Some(wanted) = wanted(&words) else { return Ok(FindPage::default()) };
    let theirs = theirs(reader, records);
    let about = format!("about : ({wanted})");
    // Where there is but one centre, no text is looked up to see whose it is. CROSS: of the few points that went to
    // another file their texts, not of every text its point.
    let mut sql = conn.prepare_cached(&format!(
        "SELECT rowid FROM find WHERE find MATCH ?1 AND (NOT EXISTS (SELECT 1 FROM centre WHERE id <> ?2)
           OR (SELECT centre FROM find_doc WHERE id = find.rowid) = ?2)
           AND (?3 OR (SELECT {theirs} AND ?4 <> '' FROM find_doc d WHERE d.id = find.rowid))
           AND rowid NOT IN (SELECT find_doc.id FROM item CROSS JOIN find_doc ON find_doc.item = item.id
             WHERE item.moved_to IS NOT NULL)
         ORDER BY rowid DESC",
        theirs = theirs.as_deref().unwrap_or("1"),
    ))?;
    let mut hits: Vec<i64> =
        sql.query_map(params![wanted, centre, theirs.is_none(), about], |row| row.col(0))?.collect::<Result<_, _>>()?;
    let open = numbers(
        conn,
        "SELECT find_doc.id FROM item JOIN find_doc ON find_doc.item = item.id WHERE item.centre = ?1 AND item.closed = 0
         AND ?2 IS NOT NULL",
        centre,
        "",
    )?;
    let exact = match words.as_slice() {
        [number] if number.starts_with(|c: char| c.is_ascii_digit()) => numbers(
            conn,
            "SELECT find_doc.id FROM item JOIN find_doc ON find_doc.item = item.id
             WHERE item.centre = ?1 AND (item.id = CAST(?2 AS INTEGER) OR item.file = ?2 COLLATE NOCASE)",
            centre,
            number,
        )?,
        _ => HashSet::new(),
    };
    // The sort is stable: the newest stay first.
    hits.sort_by_key(|hit| (!exact.contains(hit), !open.contains(hit)));
    let count = hits.len();
    hits.truncate(LIMIT);
    let mut sql = conn.prepare_cached(
        "SELECT find_doc.kind, find_doc.row, find_doc.stay, find_doc.author, find_doc.at,
           iif(?3 OR find_doc.kind <> 'Word' OR item.file IS NULL, find_doc.text,
             (SELECT plan FROM relay WHERE relay.id = find_doc.row)),
           item.id, item.file, item.initials, item.closed, relay.gravity,
           (SELECT from_day FROM stay WHERE stay.id = find_doc.stay)
         FROM json_each(?1) hit JOIN find_doc ON find_doc.id = hit.value
         LEFT JOIN item ON item.id = find_doc.item LEFT JOIN relay ON relay.id = item.head
         WHERE find_doc.centre = ?2 ORDER BY hit.key",
    )?;
    let found =
        sql.query_map(params![serde_json::to_string(&hits)?, centre, reader.words()], |row| found(row, records))?;
    let mut found: Vec<Found> = found.collect::<Result<_, _>>()?;
    let read = found.len();
    found.retain_mut(|found| found.kind != FoundKind::Page || keeps_secrets(found, &words));
    Ok(FindPage { count: count - (read - found.len()), words, found })
}

/// What of the texts is the reader's to find, as a condition on one of them; nothing where every one is.
///
/// What was said of a patient is found, by whoever does not read it, by whom it is about alone.
fn theirs(reader: &Eyes, records: &[&'static Record]) -> Option<String> {
    let (points, place) = (reader.has(Right::ReadPoints), reader.has(Right::ReadPlace));
    let unread = |record: &&&Record| !reader.has(rights::reads_table(record.table.0));
    if points && place && reader.words() && !records.iter().any(|record| unread(&record)) {
        return None;
    }
    let mut found = vec!["0"];
    if points && reader.words() {
        found.push("d.kind IN ('Word', 'Answer', 'Week', 'Next', 'Centre', 'Oral', 'Addendum')");
    } else if points {
        found.push("d.kind = 'Centre'");
        found.push("d.kind IN ('Word', 'Answer') AND (SELECT file IS NULL FROM item WHERE item.id = d.item)");
        found.push("d.kind = 'Word' AND d.id IN (SELECT rowid FROM find WHERE find MATCH ?4)");
    }
    if place {
        found.push("d.kind IN ('Contact', 'Page')");
    }
    let of_records = records.iter().filter(|record| !unread(record)).map(|r| format!("d.kind = '{}'", r.table.0));
    let all: Vec<String> = found.into_iter().map(ToOwned::to_owned).chain(of_records).collect();
    Some(format!("({})", all.join(" OR ")))
}

/// Masks the secrets of a page; whether it is found without them: nobody guesses a code letter by letter.
fn keeps_secrets(page: &mut Found, words: &[String]) -> bool {
    page.text = secret::masked(&page.text);
    words.iter().all(|word| !lookup::places(&page.text, std::slice::from_ref(word)).is_empty())
}

/// The query of the index: every word, the last letters of each left open.
pub(super) fn wanted(words: &[String]) -> Option<String> {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
    (!quoted.is_empty()).then(|| quoted.join(" "))
}

fn numbers(conn: &Connection, sql: &str, centre: CentreId, about: &str) -> Result<HashSet<i64>, StoreError> {
    let mut sql = conn.prepare_cached(sql)?;
    let rows = sql.query_map(params![centre, about], |row| row.col(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn found(row: &Row<'_>, records: &[&'static Record]) -> rusqlite::Result<Found> {
    let kind: String = row.col(0)?;
    let record = records.iter().find(|record| record.table.0 == kind);
    let item: Option<_> = row.col(6)?;
    let point = match item {
        Some(item) => Some(FoundPoint {
            item,
            file: row.col(7)?,
            initials: row.col(8)?,
            closed: row.col(9)?,
            gravity: row.col(10)?,
        }),
        None => None,
    };
    Ok(Found {
        kind: record.map_or_else(|| row.col(0), |record| Ok(FoundKind::Record(record)))?,
        row: row.col(1)?,
        stay: row.col(2)?,
        week: row.col::<Option<Day>>(11)?.map(Day::week),
        author: row.col(3)?,
        at: row.col(4)?,
        text: row.col(5)?,
        point,
    })
}

/// The index says what the tables say: each text once, found by the beginning of each of its words.
#[cfg(test)]
pub(in crate::store) fn assert_sound(conn: &Connection, words: &[&str]) {
    use crate::domain::draft::text::fold;
    let texts = |from: &str| -> Vec<(String, i64, String, String)> {
        let mut sql = conn.prepare(&format!("SELECT kind, row, text, about FROM {from} ORDER BY kind, row")).unwrap();
        let rows = sql.query_map([], |r| Ok((r.col(0)?, r.col(1)?, r.col(2)?, r.col(3)?))).unwrap();
        rows.map(Result::unwrap).collect()
    };
    let written = texts("find_source");
    assert_eq!(texts("find_doc"), written);
    for word in words {
        let naive = written.iter().filter(|(.., text, about)| {
            let whole = fold(&format!("{text} {about}"));
            whole.split(|c: char| !c.is_alphanumeric()).any(|held| held.starts_with(word))
        });
        let naive: Vec<(String, i64)> = naive.map(|(kind, row, ..)| (kind.clone(), *row)).collect();
        let mut sql = conn
            .prepare(
                "SELECT kind, row FROM find JOIN find_doc ON find_doc.id = find.rowid WHERE find MATCH ?1 ORDER BY kind, row",
            )
            .unwrap();
        let found = sql.query_map([format!("\"{word}\"*")], |r| Ok((r.col(0)?, r.col(1)?))).unwrap();
        assert_eq!(found.map(Result::unwrap).collect::<Vec<(String, i64)>>(), naive, "{word}");
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::migrate;
    use super::super::super::open;
    use super::super::super::testing::{Desk, GARNIER, about, s, word};
    use super::*;
    use crate::domain::act::{HandoverAct, NewContact, NewPage, NewWord, PlaceAct};
    use crate::domain::place::Chapter;
    use crate::domain::{Answer, NoteKind, Outcome, Verdict, Who};
    use crate::protocol::{Reply, question};

    fn find(desk: &Desk, text: &str) -> Vec<(FoundKind, i64)> {
        let page = desk.ask(question::Find(text.into()));
        assert_eq!(page.count, page.found.len());
        page.found.iter().map(|f| (f.kind, f.row)).collect()
    }

    fn contact(name: &str) -> NewContact {
        NewContact {
            name: name.into(),
            purpose: "avis".into(),
            phone: "05 55 51 52 53".into(),
            note: "demander l'interne".into(),
            ..NewContact::default()
        }
    }

    #[test]
    fn a_note_is_its_signer_s_from_the_signature_on() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(48));
        desk.act(vidal, HandoverAct::Note(stay, NoteKind::Week, "Semaine calme".into()));
        let seen = |desk: &Desk| {
            desk.ask(question::Find("calme".into())).found.iter().map(|f| (f.author, f.at)).collect::<Vec<_>>()
        };
        let to_come = seen(&desk);
        desk.sign(vidal, stay);
        assert_eq!(seen(&desk), [(Some(vidal), Some(desk.now.at))]);
        assert_ne!(seen(&desk), to_come);
    }

    #[test]
    fn every_kind_is_found_edited_and_undone() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let stay = desk.stay(vidal, s(48));
        let item = desk.open(GARNIER, about("1243"), word("INR à 4,8, Œdème régressé", s(48)));
        desk.answer(GARNIER, item, Answer::Question, "Quel cœur ?");
        desk.act(vidal, HandoverAct::Note(stay, NoteKind::Week, "Semaine calme, nœud papillon".into()));
        desk.act(GARNIER, PlaceAct::AddContact(contact("Cardiologie, Guéret")));
        let text = "La clé est chez la sœur du maire. Alarme : ((4821))".into();
        desk.act(GARNIER, PlaceAct::AddPage(NewPage { chapter: Chapter::Life, title: "Clés".into(), text }));
        let (point, answer) = ((FoundKind::Word, 1), (FoundKind::Answer, 1));
        for (text, expected) in [
            ("oedeme", vec![point]),
            ("ŒDÈ inr", vec![point]),
            ("n° 1", vec![point]),
            ("1243", vec![point]),
            ("M.D.", vec![point]),
            ("coeur", vec![answer]),
            ("noeud", vec![(FoundKind::Week, stay.0)]),
            ("GUERET", vec![(FoundKind::Contact, 1)]),
            ("l'interne", vec![(FoundKind::Contact, 1)]),
            ("0555515253", vec![(FoundKind::Contact, 1)]),
            ("soeur", vec![(FoundKind::Page, 1)]),
            ("soeur cles", vec![(FoundKind::Page, 1)]),
            ("48", vec![]),
            ("soeur inr", vec![]),
            ("oedemes", vec![]),
            ("\"", vec![]),
            ("inr AND", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(find(&desk, text), expected, "{text}");
        }
        let edited = NewContact { name: "Cardiologie, Limoges".into(), ..contact("") };
        desk.act(GARNIER, PlaceAct::EditContact(crate::domain::ContactId(1), edited));
        assert_eq!((find(&desk, "gueret").len(), find(&desk, "limoges").len()), (0, 1));
        let undone = desk.store.undo(Who::is(GARNIER), desk.now);
        assert!(matches!(undone, Reply::Saved { .. }), "{undone:?}");
        assert_eq!((find(&desk, "gueret").len(), find(&desk, "limoges").len()), (1, 0));
        assert_sound(&desk.store.conn, &["o", "card", "m", "12"]);
    }

    #[test]
    fn exact_numbers_come_first_then_open_points_then_the_newest() {
        let mut desk = Desk::new();
        for file in ["1243", "0377", "12430", "0003"] {
            desk.open(GARNIER, about(file), word("contrôle", s(49)));
        }
        let words = |found: Vec<(FoundKind, i64)>| found.into_iter().map(|(_, row)| row).collect::<Vec<_>>();
        assert_eq!(words(find(&desk, "controle")), [4, 3, 2, 1]);
        assert_eq!(words(find(&desk, "1243")), [1, 3]);
        // Point 3 and not the file that begins with it.
        assert_eq!(words(find(&desk, "3")), [3]);
        assert_eq!(words(find(&desk, "0377")), [2]);
        let close = NewWord { outcome: Some(Outcome::Done), ..word("", s(49)) };
        desk.say(GARNIER, crate::domain::ItemId(4), Verdict::Closed, close);
        assert_eq!(words(find(&desk, "controle")), [3, 2, 1, 4]);
    }

    #[test]
    fn what_was_written_before_the_index_is_found() {
        let mut conn = Connection::open_in_memory().unwrap();
        open::settle(&conn).unwrap();
        migrate::run_to(&mut conn, 5).unwrap();
        conn.execute_batch(
            "BEGIN; INSERT INTO change(id, centre, at, person, said) VALUES (1, 1, 0, 1, '{}');
             UPDATE txn SET change = 1;
             INSERT INTO centre(name, commune, department, opened, opening, names_allowed, lang)
               VALUES ('Ajain', 'Ajain', '23', 19296, '{}', 0, 'fr');
             INSERT INTO person(centre, given, family, role, presence)
               VALUES (1, 'Claire', 'Garnier', 'Coordination', '1111100');
             INSERT INTO item(centre, kind, file, initials, head) VALUES (1, 'Care', '1243', 'M.D.', 1);
             INSERT INTO relay(centre, item, author, at, verdict, text, plan, gravity, to_role, salt, hash)
               VALUES (1, 1, 1, 0, 'Opened', 'Œdème', 'si fièvre', 'Routine', 'Nurse', '', '');
             INSERT INTO contact(centre, name, purpose, phone, note) VALUES (1, 'Cœur de Guéret', '', '15', '');
             UPDATE txn SET change = NULL; COMMIT;",
        )
        .unwrap();
        migrate::run(&mut conn).unwrap();
        assert_sound(&conn, &["oed", "oedeme", "fievre", "1243", "md", "coeur", "15"]);
        let rows: i64 = conn.query_row("SELECT count(*) FROM find_doc", [], |row| row.col(0)).unwrap();
        assert!(rows >= 2);
    }

    /// The index knows the texts by their numbers: they keep them while their table is made anew.
    #[test]
    fn the_step_to_texts_of_any_kind_leaves_the_index_as_it_is() {
        let mut conn = Connection::open_in_memory().unwrap();
        open::settle(&conn).unwrap();
        migrate::run_to(&mut conn, 13).unwrap();
        conn.execute_batch(
            "BEGIN; INSERT INTO change(id, centre, at, person, said) VALUES (1, 1, 0, 1, '{}');
             UPDATE txn SET change = 1;
             INSERT INTO centre(name, commune, department, opened, opening, names_allowed, lang)
               VALUES ('Ajain', 'Ajain', '23', 19296, '{}', 0, 'fr');
             INSERT INTO contact(centre, name, purpose, phone, note)
               VALUES (1, 'SAMU', '', '15', ''), (1, 'Cœur de Guéret', '', '', ''), (1, 'Labo', '', '', 'Guéret');
             DELETE FROM contact WHERE id = 1;
             UPDATE txn SET change = NULL; COMMIT;
             INSERT INTO draft(centre, author, key, raw, at)
               VALUES (1, 1, 'closure', '{\"from\":\"24/12\",\"reason\":\"du \\\"from\\\":\"}', 0);",
        )
        .unwrap();
        let all = "SELECT group_concat(id || kind || row) FROM find_doc";
        let texts = |conn: &Connection| conn.query_row(all, [], |row| row.get::<_, String>(0)).unwrap();
        let before = texts(&conn);
        migrate::run(&mut conn).unwrap();
        assert_eq!((texts(&conn), before.as_str()), (before.clone(), "2Contact2,3Contact3"));
        assert_sound(&conn, &["coeur", "gueret", "15"]);
        conn.execute("INSERT INTO find_doc(kind, row, centre, text, about) VALUES ('any', 1, 1, 'Œuf', '')", [])
            .unwrap();
        let found = "SELECT count(*) FROM find WHERE find MATCH 'oeuf'";
        assert_eq!(conn.query_row(found, [], |row| row.get::<_, i64>(0)), Ok(1));
        // What was begun of a closure comes back into its form.
        let draft = conn.query_row("SELECT key, raw FROM draft", [], |row| Ok((row.get(0)?, row.get(1)?)));
        let raw = r#"{"from_day":"24/12","reason":"du \"from\":"}"#;
        assert_eq!(draft, Ok(("closure/new".to_owned(), raw.to_owned())));
    }

    #[test]
    fn a_search_sorts_nothing_and_scans_no_table() {
        let desk = Desk::new();
        let plan = |sql: &str| -> String {
            let mut sql = desk.store.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let rows = sql.query_map([], |row| row.col::<String>(3)).unwrap();
            rows.map(Result::unwrap).collect::<Vec<_>>().join("; ")
        };
        let index = plan("SELECT rowid FROM find WHERE find MATCH 'inr*' ORDER BY rowid DESC");
        assert!(!index.contains("TEMP B-TREE"), "{index}");
        let open = plan(
            "SELECT find_doc.id FROM item JOIN find_doc ON find_doc.item = item.id WHERE item.centre = 1 AND item.closed = 0",
        );
        assert!(open.contains("item_open") && open.contains("find_doc_item"), "{open}");
        let moved = plan(
            "SELECT find_doc.id FROM item CROSS JOIN find_doc ON find_doc.item = item.id WHERE item.moved_to IS NOT NULL",
        );
        assert!(moved.contains("item_moved") && moved.contains("find_doc_item"), "{moved}");
    }
}
