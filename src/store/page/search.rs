//! Finds points by their words, number, file or patient; without case, accents or ligatures.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::super::StoreError;
use super::reader::Eyes;
use super::{find, thread};
use crate::domain::draft::text::letters;
use crate::domain::rights::Right;
use crate::domain::{CentreId, ItemId, Thread, lookup};
use crate::store::sql::{Columns as _, params};

/// How many points a search shows.
const LIMIT: u32 = 50;

/// Points that match, open ones first, the newest word first.
///
/// Whoever reads no points finds none; whoever reads them without what was said of the patient finds them by their
/// number and by whom they are about.
pub(super) fn search(
    conn: &Connection,
    centre: CentreId,
    text: &str,
    reader: &Eyes,
) -> Result<Vec<Thread>, StoreError> {
    if !reader.has(Right::ReadPoints) {
        return Ok(Vec::new());
    }
    let mut found = BTreeSet::new();
    by_reference(conn, centre, text, &mut found)?;
    if text.trim().is_empty() {
        // Nothing is looked for: every point, the register's first page.
        let mut sql = conn.prepare_cached(
            "SELECT item.id FROM item JOIN relay ON relay.id = item.head
             WHERE item.centre = ?1 ORDER BY relay.outcome IS NOT NULL, relay.id DESC LIMIT ?2",
        )?;
        for item in sql.query_map(params![centre, LIMIT], |row| row.col(0))? {
            found.insert(item?);
        }
    } else if let Some(words) = find::wanted(&lookup::words(text)).filter(|_| reader.words()) {
        let mut sql = conn.prepare_cached(
            "SELECT DISTINCT item FROM find JOIN find_doc ON find_doc.id = find.rowid
             WHERE find MATCH ?1 AND kind = 'Word' AND centre = ?2
               AND item NOT IN (SELECT id FROM item WHERE moved_to IS NOT NULL)",
        )?;
        for item in sql.query_map(params![format!("text : ({words})"), centre], |row| row.col(0))? {
            found.insert(item?);
        }
    }
    let mut sql = conn.prepare_cached(
        "SELECT item.id FROM item JOIN relay ON relay.id = item.head
         WHERE item.id IN (SELECT value FROM json_each(?1)) ORDER BY relay.outcome IS NOT NULL, relay.id DESC LIMIT ?2",
    )?;
    let ids = sql
        .query_map(params![serde_json::to_string(&found)?, LIMIT], |row| row.col(0))?
        .collect::<Result<Vec<_>, _>>()?;
    thread::load(conn, &ids)
}

/// Points of exactly that number, file number, initials or name.
fn by_reference(
    conn: &Connection,
    centre: CentreId,
    text: &str,
    found: &mut BTreeSet<ItemId>,
) -> Result<(), StoreError> {
    let wanted = letters(text);
    if wanted.is_empty() {
        return Ok(());
    }
    let number = text.trim().trim_start_matches(['#', 'n', 'N', '°', ' ', '\u{a0}']).parse::<i64>().unwrap_or(0);
    let mut sql =
        conn.prepare_cached("SELECT id FROM item WHERE centre = ?1 AND (id = ?2 OR file = ?3 COLLATE NOCASE)")?;
    for id in sql.query_map(params![centre, number, text.trim()], |row| row.col(0))? {
        found.insert(id?);
    }
    // Initials repeat: each is folded once, whatever the number of its points.
    let mut sql =
        conn.prepare_cached("SELECT DISTINCT initials FROM item WHERE centre = ?1 AND initials IS NOT NULL")?;
    let mut of_patient = conn.prepare_cached("SELECT id FROM item WHERE centre = ?1 AND initials = ?2")?;
    for name in sql.query_map(params![centre], |row| row.col::<String>(0))? {
        let name = name?;
        let is_part = || name.split_whitespace().any(|part| part.len() > 3 && letters(part) == wanted);
        if letters(&name) == wanted || is_part() {
            for id in of_patient.query_map(params![centre, name], |row| row.col(0))? {
                found.insert(id?);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, about, s, word};
    use crate::domain::act::NewWord;
    use crate::domain::{Outcome, Verdict};
    use crate::protocol::question;

    fn find(desk: &Desk, text: &str) -> Vec<i64> {
        desk.ask(question::Search(text.into())).iter().map(|t| t.item.id.0).collect()
    }

    #[test]
    fn words_are_found_without_accents_case_or_ligatures() {
        let mut desk = Desk::new();
        desk.open(GARNIER, about("1243"), word("INR à 4,8, Œdème régressé", s(49)));
        for text in ["oedeme", "œdème", "ŒDÈME", "oede", "inr regress", "Oedème, INR"] {
            assert_eq!(find(&desk, text), [1], "{text}");
        }
        for text in ["oedemes", "\"", "inr AND", "-"] {
            assert_eq!(find(&desk, text), Vec::<i64>::new(), "{text}");
        }
    }

    #[test]
    fn an_empty_text_lists_every_point_open_ones_first() {
        let mut desk = Desk::new();
        for file in ["1243", "0377", "7128"] {
            desk.open(GARNIER, about(file), word("contrôle", s(49)));
        }
        let close = NewWord { outcome: Some(Outcome::Done), ..word("", s(49)) };
        desk.say(GARNIER, crate::domain::ItemId(3), Verdict::Closed, close);
        assert_eq!(find(&desk, "  "), [2, 1, 3]);
    }

    #[test]
    fn numbers_files_and_initials_are_found_exactly_open_points_first() {
        let mut desk = Desk::new();
        for file in ["1243", "0377", "12430"] {
            desk.open(GARNIER, about(file), word("contrôle", s(49)));
        }
        assert_eq!(find(&desk, "1243"), [1]);
        assert_eq!(find(&desk, "n° 2"), [2]);
        assert_eq!(find(&desk, "MD"), [3, 2, 1]);
        assert_eq!(find(&desk, "controle"), [3, 2, 1]);
        let close = NewWord { outcome: Some(Outcome::Done), ..word("", s(49)) };
        desk.say(GARNIER, crate::domain::ItemId(3), Verdict::Closed, close);
        assert_eq!(find(&desk, "controle"), [2, 1, 3]);
    }
}
