//! Writes records by their description.

use rusqlite::params_from_iter;
use rusqlite::types::Value as Sql;

use super::super::door::{Cx, Done, Stop, refuse};
use super::super::page::record::rows;
use super::{care, follow, lent};
use crate::domain::act::RecordAct;
use crate::domain::draft::patient;
use crate::domain::record::{self, Field, Holds, Record, Value, Values, Written};
use crate::domain::{Msg, PersonId};

pub(super) fn run(act: &RecordAct, cx: &Cx<'_>) -> Result<Done, Stop> {
    let (RecordAct::Put(record, ..) | RecordAct::Remove(record, _) | RecordAct::Forget(record, _)) = act;
    if record::tells_words(record) {
        cx.asks_to_read()?;
    }
    match act {
        RecordAct::Put(record, id, values) => put(record, *id, &values.trimmed(), cx),
        RecordAct::Remove(record, id) => remove(record, *id, cx),
        RecordAct::Forget(record, before) => care::forget(record, *before, cx),
    }
}

fn put(record: &Record, id: Option<i64>, values: &Values, cx: &Cx<'_>) -> Result<Done, Stop> {
    let others = if record.is_unique() { rows(cx.conn, cx.centre()?, record)? } else { Vec::new() };
    if let Some((_, why)) = record.faults(values, &others, id, cx.now.day).into_iter().next() {
        return refuse(why);
    }
    names(record, values, cx)?;
    lent::check(record, values, id, cx)?;
    let said = match id {
        None => {
            let id = insert(record, values, cx)?;
            lent::settle(record, id, None, cx)?;
            follow::paper(record, values, cx)?;
            care::added(record, id, values, cx)?;
            record.words.added
        }
        Some(id) => {
            let before = lent::agreed(record, id, cx)?;
            let (names, mut kept) = columns(record, &lent::by_hand(record, id, values, cx)?, cx)?;
            let places = vec!["?"; kept.len()].join(", ");
            kept.extend([Sql::from(id), cx.centre()?.0.into()]);
            let sql = format!(
                "UPDATE {} SET ({}) = ({places}) WHERE id = ? AND centre = ?",
                record.table.0,
                names.join(", ")
            );
            cx.run_one(&sql, params_from_iter(kept))?;
            lent::settle(record, id, before.as_ref(), cx)?;
            follow::paper(record, values, cx)?;
            care::declared(record, id, values, cx)?;
            record.words.edited
        }
    };
    Ok(Done::said(record.said(said, values, |holds, number| name(cx, holds, number))))
}

/// Who a patient is, is kept only where the centre keeps names (rule 24).
fn names(record: &Record, values: &Values, cx: &Cx<'_>) -> Result<(), Stop> {
    let says = |field: &&Field| field.names || matches!(field.holds, Holds::Patient);
    let mut told = record.fields.iter().filter(says).map(|field| (field, values.text(field.name))).peekable();
    if told.peek().is_none() {
        return Ok(());
    }
    let centre = cx.whole_centre()?;
    for (field, text) in told {
        if !field.names {
            patient::one_line(text, centre.names_allowed, chrono::Datelike::year(&cx.now.day.date()))
                .map_err(Stop::Refused)?;
        } else if !text.is_empty() && !centre.names_allowed {
            return refuse(Msg::new("store-names-not-kept"));
        }
    }
    Ok(())
}

/// Adds a record, of which somebody else has made sure that it may be; says its number.
pub(super) fn insert(record: &Record, values: &Values, cx: &Cx<'_>) -> Result<i64, Stop> {
    let (names, kept) = columns(record, values, cx)?;
    let places = vec!["?"; kept.len()].join(", ");
    let sql = format!("INSERT INTO {}({}) VALUES ({places})", record.table.0, names.join(", "));
    cx.insert(&sql, params_from_iter(kept))
}

/// The columns of a record, and what goes into them.
fn columns(record: &Record, values: &Values, cx: &Cx<'_>) -> Result<(Vec<&'static str>, Vec<Sql>), Stop> {
    let mut columns: Vec<(&str, Sql)> = vec![("centre", cx.centre()?.0.into())];
    columns.extend(record.fields.iter().map(|field| (field.name, kept(field, values.get(field.name)))));
    if record.signed {
        columns.extend([("author", cx.author()?.id.0.into()), ("at", cx.now.at.0.into())]);
    }
    Ok(columns.into_iter().unzip())
}

fn remove(record: &Record, id: i64, cx: &Cx<'_>) -> Result<Done, Stop> {
    let Some(Written { values, .. }) = rows(cx.conn, cx.centre()?, record)?.into_iter().find(|row| row.id == id) else {
        return refuse(Msg::new("store-gone"));
    };
    lent::free(record, id, cx)?;
    care::free(record, id, cx)?;
    cx.run_one(&format!("DELETE FROM {} WHERE id = ?1", record.table.0), [id])?;
    Ok(Done::said(record.said(record.words.removed, &values, |holds, number| name(cx, holds, number))))
}

/// What a person or a post is called in the history.
fn name(cx: &Cx<'_>, holds: Holds, number: i64) -> String {
    let found = match holds {
        Holds::Post => cx.conn.query_row("SELECT name FROM post WHERE id = ?1", [number], |row| row.get(0)).ok(),
        _ => super::stay::short(cx, PersonId(number)).ok(),
    };
    found.unwrap_or_else(|| "—".to_owned())
}

/// A value as its column holds it: no text is an empty text, nothing else is nothing.
fn kept(field: &Field, value: &Value) -> Sql {
    match value {
        Value::Text(text) => text.clone().into(),
        Value::Day(day) => i64::from(day.0).into(),
        Value::Count(count) => i64::from(*count).into(),
        Value::Flag(flag) => i64::from(*flag).into(),
        Value::Choice(name) => name.to_string().into(),
        Value::Number(number) => (*number).into(),
        Value::Empty => match field.holds {
            Holds::Line | Holds::Sentence(_) | Holds::Note(_) | Holds::Patient => String::new().into(),
            Holds::Flag => 0.into(),
            Holds::Day
            | Holds::PastDay
            | Holds::Week
            | Holds::Month
            | Holds::Doctor
            | Holds::Staff
            | Holds::Post
            | Holds::Link
            | Holds::Hour
            | Holds::Offset
            | Holds::HalfDays
            | Holds::Count(_)
            | Holds::Choice(_) => Sql::Null,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{Desk, GARNIER, friday};
    use crate::domain::Who;
    use crate::domain::act::Act;
    use crate::domain::noted::{Published, PublishedFigure};
    use crate::domain::record::{self, ABBREVIATION, CLOSURE, PUBLISHED, Record, SNIPPET, Written, close};
    use crate::domain::writing::Shelf;
    use crate::protocol::{Reply, Write, question};

    fn shelf(desk: &Desk) -> Shelf {
        desk.ask(question::Frame).shelf
    }

    fn rows(desk: &Desk, record: &'static Record) -> Vec<Written> {
        desk.ask(question::Records(record))
    }

    fn snippet(code: &str, text: &str) -> Act {
        SNIPPET.put([("code", code.into()), ("text", text.into())])
    }

    fn abbreviation(short: &str, meaning: &str) -> Act {
        ABBREVIATION.put([("short", short.into()), ("meaning", meaning.into())])
    }

    #[test]
    fn the_columns_are_those_of_the_tables() {
        let desk = Desk::new();
        for record in record::ALL {
            let described = record.fields.iter().map(|field| field.name).chain(["id", "rev", "centre"]);
            let described = described.chain(if record.signed { &["author", "at"][..] } else { &[] }.iter().copied());
            let mut described: Vec<&str> = described.collect();
            described.sort_unstable();
            let mut sql = desk.store.conn.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY name").unwrap();
            let there: Vec<String> =
                sql.query_map([record.table.0], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
            assert_eq!(there, described, "{record:?}");
        }
    }

    #[test]
    fn lists_are_kept_edited_removed_and_undone() {
        let mut desk = Desk::new();
        desk.act(GARNIER, snippet(" avk ", "Sous AVK, INR cible 2 à 3. "));
        desk.act(GARNIER, abbreviation("INR", "mesure de l'effet des AVK"));
        desk.act(GARNIER, abbreviation("HDJ", "hôpital de jour"));
        let kept = shelf(&desk);
        assert_eq!(
            (kept.snippets[0].code.as_str(), kept.snippets[0].text.as_str()),
            ("avk", "Sous AVK, INR cible 2 à 3.")
        );
        assert_eq!(kept.abbreviations.iter().map(|a| a.short.as_str()).collect::<Vec<_>>(), ["HDJ", "INR"]);
        assert_eq!(desk.refused(GARNIER, snippet("AVK", "x")), "store-code-taken");
        assert_eq!(desk.refused(GARNIER, snippet("labo", " ")), "writing-missing-sentence");
        assert_eq!(desk.refused(GARNIER, abbreviation("INR", "x")), "store-short-taken");
        let said = desk.act(GARNIER, SNIPPET.edit(1, [("code", "avk".into()), ("text", "INR cible 2 à 3.".into())]));
        assert_eq!((&*said.id, said.args.len()), ("store-said-snippet-edited", 1));
        let day_hospital = [("short", "HDJ".into()), ("meaning", "hospitalisation de jour".into())];
        desk.act(GARNIER, ABBREVIATION.edit(2, day_hospital));
        desk.act(GARNIER, SNIPPET.remove(1));
        assert_eq!(desk.refused(GARNIER, SNIPPET.remove(1)), "store-gone");
        assert!(shelf(&desk).snippets.is_empty());
        let now = desk.now;
        assert!(matches!(desk.store.undo(Who::is(GARNIER), now), Reply::Saved { .. }));
        assert_eq!(shelf(&desk).snippets[0].text, "INR cible 2 à 3.");
        assert_eq!(shelf(&desk).abbreviations[0].meaning, "hospitalisation de jour");
    }

    #[test]
    fn two_desks_that_edit_one_row_are_a_conflict() {
        let mut desk = Desk::new();
        desk.act(GARNIER, snippet("avk", "Sous AVK."));
        let seen = vec![(SNIPPET.table.row(1), rows(&desk, &SNIPPET)[0].rev)];
        let write = |text: &str| Write {
            act: SNIPPET.edit(1, [("code", "avk".into()), ("text", text.into())]),
            seen: seen.clone(),
            draft: None,
        };
        let (first, second) = (write("Sous AVK : INR."), write("Sous AVK, dose du soir."));
        assert!(matches!(desk.store.write(&first, Who::is(GARNIER), desk.now), Reply::Saved { .. }));
        let reply = desk.store.write(&second, Who::is(GARNIER), desk.now);
        assert!(matches!(reply, Reply::Conflict(row, Some(_)) if row == SNIPPET.table.row(1)), "{reply:?}");
    }

    #[test]
    fn a_published_figure_is_kept_with_who_noted_it_and_no_day_ahead() {
        let mut desk = Desk::new();
        let day = friday().day.plus(-30);
        let noted = Published { figure: PublishedFigure::Ald, day, value: 170, source: "presse".into() };
        desk.act(GARNIER, noted.note());
        let row = rows(&desk, &PUBLISHED).remove(0);
        assert_eq!((Published::of(&row), row.by), (Some(noted.clone()), Some((GARNIER, desk.now.at))));
        let ahead = Published { day: friday().day.plus(1), ..noted.clone() };
        assert_eq!(desk.refused(GARNIER, ahead.note()), "store-noted-future");
        let nowhere = Published { source: " ".into(), ..noted };
        assert_eq!(desk.refused(GARNIER, nowhere.note()), "forms-missing");
    }

    #[test]
    fn days_of_a_closure_are_in_order_and_the_description_says_who_may() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let day = friday().day;
        assert_eq!(desk.refused(GARNIER, close(day, day.plus(-1), "congés")), "forms-to-before-from");
        assert_eq!(desk.refused(vidal, close(day, day, "congés")), "rights-coordination");
        desk.act(GARNIER, close(day, day, "congés"));
        assert_eq!(rows(&desk, &CLOSURE).len(), 1);
    }
}
