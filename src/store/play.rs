//! Plays a whole history at once: that of the fictional centre.
//!
//! Each change goes through the door and is checked and logged as any other. What is spared is what the engine does
//! after each of them for readers that are not there: to settle its pages, and to index every text by itself.

use rusqlite::{Connection, TransactionBehavior};

use super::door::{self, Stop};
use super::sql::Columns as _;
use super::{Store, StoreError, last_change, write};
use crate::domain::{Msg, Now, Trouble, Who};
use crate::protocol::{Reply, Write};

impl Store {
    /// Does what was done one after the other, all of it or nothing.
    ///
    /// # Errors
    /// The sentence of the first rule that forbids it, or why the store cannot be written.
    pub fn play<'a>(&mut self, steps: impl IntoIterator<Item = (&'a Write, Who, Now)>) -> Result<(), Msg> {
        let played = self.play_all(steps);
        played.map_err(|stop| match door::reply(Err(stop)) {
            Reply::Refused(msg) | Reply::Failed(Trouble { msg, .. }) => msg,
            _ => Msg::new("backend-closed"),
        })
    }

    fn play_all<'a>(&mut self, steps: impl IntoIterator<Item = (&'a Write, Who, Now)>) -> Result<(), Stop> {
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let indexes = unindexed(&tx)?;
        for (step, who, now) in steps {
            write::written(&tx, self.centre, step, who, now)?;
        }
        index(&tx, &indexes)?;
        tx.commit()?;
        self.known = last_change(&self.conn)?;
        Ok(())
    }
}

/// Takes the triggers of the index away, and says how to make them again.
fn unindexed(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let mut sql =
        conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'find_doc'")?;
    let rows = sql.query_map([], |row| Ok((row.col::<String>(0)?, row.col(1)?)))?;
    let (names, made): (Vec<_>, Vec<_>) = rows.collect::<Result<Vec<_>, _>>()?.into_iter().unzip();
    for name in names {
        conn.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    Ok(made)
}

/// Indexes every text in one go, by the triggers that are there again.
fn index(conn: &Connection, triggers: &[String]) -> Result<(), StoreError> {
    conn.execute_batch("CREATE TEMP TABLE played AS SELECT * FROM find_doc; DELETE FROM find_doc")?;
    for trigger in triggers {
        conn.execute_batch(trigger)?;
    }
    conn.execute_batch("INSERT INTO find_doc SELECT * FROM played ORDER BY id; DROP TABLE played")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::page::find;
    use super::super::testing::{Desk, GARNIER, about, ajain, s, someone, word};
    use super::*;
    use crate::domain::Role;
    use crate::domain::act::{Act, CentreAct, ItemAct, PeopleAct};
    use crate::protocol::Query;

    fn history(texts: &[&str]) -> Vec<Write> {
        let first = Box::new(someone("Claire", "Garnier", Role::Coordination));
        let made = CentreAct::Create { centre: ajain(), posts: vec!["Médecin".into()], first };
        let points = texts.iter().map(|text| Act::Item(ItemAct::Open(about("1243"), word(text, s(49)))));
        let doctor = Act::People(PeopleAct::Add(someone("Hélène", "Vidal", Role::Doctor)));
        [Act::Centre(made), doctor].into_iter().chain(points).map(Write::of).collect()
    }

    #[test]
    fn what_is_played_is_what_was_done_one_by_one() {
        let history = history(&["INR à 4,8", "Œdème régressé", "TSH"]);
        let mut by_hand = Desk::on_nothing();
        for write in &history {
            let reply = by_hand.store.write(write, Who::is(GARNIER), by_hand.now);
            assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
        }
        let mut played = Desk::on_nothing();
        let now = played.now;
        played.store.play(history.iter().map(|write| (write, Who::is(GARNIER), now))).unwrap();
        for query in [Query::Frame, Query::History, Query::Search(String::new())] {
            assert_eq!(played.page(&query), by_hand.page(&query));
        }
        assert!(played.store.check().unwrap().is_clean());
        find::assert_sound(&played.store.conn, &["inr", "oed", "1243"]);
        // The index goes on with the next word.
        played.open(GARNIER, about("0377"), word("scanner", s(49)));
        find::assert_sound(&played.store.conn, &["inr", "scan"]);
    }

    #[test]
    fn a_history_that_breaks_a_rule_is_refused_whole() {
        let mut desk = Desk::on_nothing();
        let (history, now) = (history(&["INR", ""]), desk.now);
        let refused = desk.store.play(history.iter().map(|write| (write, Who::is(GARNIER), now))).unwrap_err();
        assert_eq!(refused.id, "store-no-words");
        assert!(desk.store.centre().unwrap().is_none());
        assert_eq!(desk.dump(), "");
        // Nor has the index lost its triggers.
        let desk = Desk::on(desk.store);
        find::assert_sound(&desk.store.conn, &["inr"]);
    }
}
