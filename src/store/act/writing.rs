//! Acts on what helps writing: sentences kept ready, abbreviations.

use super::super::door::{Cx, Done, Stop, refuse};
use super::centre::named;
use crate::domain::act::WritingAct;
use crate::domain::{Msg, SnippetId};
use crate::store::sql::{Columns as _, params};

pub(super) fn run(act: &WritingAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    match act {
        WritingAct::Snippet { id, code, text } => snippet(cx, *id, code.trim(), text.trim()),
        WritingAct::RemoveSnippet(id) => {
            cx.run_one("DELETE FROM snippet WHERE id = ?1 AND centre = ?2", params![id, cx.centre()?])?;
            Ok(Done::said(Msg::new("store-said-snippet-removed")))
        }
        WritingAct::Abbreviation { id, short, meaning } => {
            let (short, meaning) = (short.trim(), meaning.trim());
            named(short)?;
            named(meaning)?;
            let mut sql = cx.conn.prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM abbreviation WHERE centre = ?1 AND short = ?2 AND id IS NOT ?3)",
            )?;
            if sql.query_row(params![cx.centre()?, short, id], |row| row.col(0))? {
                return refuse(Msg::new("store-short-taken").with("short", short));
            }
            let said = match id {
                None => {
                    cx.run_one(
                        "INSERT INTO abbreviation(centre, short, meaning) VALUES (?1, ?2, ?3)",
                        params![cx.centre()?, short, meaning],
                    )?;
                    Msg::new("store-said-abbreviation-added")
                }
                Some(id) => {
                    cx.run_one(
                        "UPDATE abbreviation SET short = ?1, meaning = ?2 WHERE id = ?3 AND centre = ?4",
                        params![short, meaning, id, cx.centre()?],
                    )?;
                    Msg::new("store-said-abbreviation-edited")
                }
            };
            Ok(Done::said(said.with("short", short)))
        }
        WritingAct::RemoveAbbreviation(id) => {
            cx.run_one("DELETE FROM abbreviation WHERE id = ?1 AND centre = ?2", params![id, cx.centre()?])?;
            Ok(Done::said(Msg::new("store-said-abbreviation-removed")))
        }
    }
}

/// Writes a sentence kept ready; its code is used once.
fn snippet(cx: &Cx<'_>, id: Option<SnippetId>, code: &str, text: &str) -> Result<Done, Stop> {
    named(code)?;
    named(text)?;
    let shelf = super::super::page::writing::shelf(cx.conn, cx.centre()?)?;
    if shelf.has_code(code, id) {
        return refuse(Msg::new("store-code-taken").with("code", code));
    }
    let said = match id {
        None => {
            cx.run_one(
                "INSERT INTO snippet(centre, code, text) VALUES (?1, ?2, ?3)",
                params![cx.centre()?, code, text],
            )?;
            Msg::new("store-said-snippet-added")
        }
        Some(id) => {
            cx.run_one(
                "UPDATE snippet SET code = ?1, text = ?2 WHERE id = ?3 AND centre = ?4",
                params![code, text, id, cx.centre()?],
            )?;
            Msg::new("store-said-snippet-edited")
        }
    };
    Ok(Done::said(said.with("code", code)))
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER};
    use super::*;
    use crate::domain::act::Act;
    use crate::domain::writing::Shelf;
    use crate::domain::{AbbreviationId, Who};
    use crate::protocol::{Page, Query, Reply, Rev, Table, Write};

    fn shelf(desk: &Desk) -> Shelf {
        match desk.page(&Query::Frame) {
            Page::Frame(frame) => frame.shelf,
            other => panic!("{other:?}"),
        }
    }

    fn snippet(id: Option<i64>, code: &str, text: &str) -> WritingAct {
        WritingAct::Snippet { id: id.map(SnippetId), code: code.into(), text: text.into() }
    }

    fn abbreviation(id: Option<i64>, short: &str, meaning: &str) -> WritingAct {
        WritingAct::Abbreviation { id: id.map(AbbreviationId), short: short.into(), meaning: meaning.into() }
    }

    #[test]
    fn both_lists_are_kept_edited_removed_and_undone() {
        let mut desk = Desk::new();
        desk.act(GARNIER, snippet(None, " avk ", "Sous AVK, INR cible 2 à 3. "));
        desk.act(GARNIER, abbreviation(None, "INR", "mesure de l'effet des AVK"));
        desk.act(GARNIER, abbreviation(None, "HDJ", "hôpital de jour"));
        let kept = shelf(&desk);
        assert_eq!(
            (kept.snippets[0].code.as_str(), kept.snippets[0].text.as_str()),
            ("avk", "Sous AVK, INR cible 2 à 3.")
        );
        assert_eq!(kept.abbreviations.iter().map(|a| a.short.as_str()).collect::<Vec<_>>(), ["HDJ", "INR"]);
        assert_eq!(desk.refused(GARNIER, snippet(None, "AVK", "x")), "store-code-taken");
        assert_eq!(desk.refused(GARNIER, abbreviation(None, "INR", "x")), "store-short-taken");
        desk.act(GARNIER, snippet(Some(1), "avk", "INR cible 2 à 3."));
        desk.act(GARNIER, abbreviation(Some(2), "HDJ", "hospitalisation de jour"));
        desk.act(GARNIER, WritingAct::RemoveSnippet(SnippetId(1)));
        assert!(shelf(&desk).snippets.is_empty());
        let now = desk.now;
        assert!(matches!(desk.store.undo(Who::is(GARNIER), now), Reply::Saved { .. }));
        assert_eq!(shelf(&desk).snippets[0].text, "INR cible 2 à 3.");
        assert_eq!(shelf(&desk).abbreviations[0].meaning, "hospitalisation de jour");
    }

    #[test]
    fn two_desks_that_edit_one_sentence_are_a_conflict() {
        let mut desk = Desk::new();
        desk.act(GARNIER, snippet(None, "avk", "Sous AVK."));
        let Page::Frame(frame) = desk.page(&Query::Frame) else { panic!() };
        let seen = vec![(Table::SNIPPET.row(1), frame.revs[&Table::SNIPPET.row(1)])];
        let write =
            |text: &str| Write { act: Act::Writing(snippet(Some(1), "avk", text)), seen: seen.clone(), draft: None };
        let (first, second) = (write("Sous AVK : INR."), write("Sous AVK, dose du soir."));
        assert!(matches!(desk.store.write(&first, Who::is(GARNIER), desk.now), Reply::Saved { .. }));
        let reply = desk.store.write(&second, Who::is(GARNIER), desk.now);
        assert!(matches!(reply, Reply::Conflict(row, Some(_)) if row == Table::SNIPPET.row(1)), "{reply:?}");
        assert_ne!(frame.revs[&Table::SNIPPET.row(1)], Rev(0));
    }
}
