//! The floor: the least possible ratatui and rusqlite program that shows one week of the same store.

use std::fmt::Write as _;
use std::path::Path;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::widgets::Paragraph;
use rusqlite::{Connection, params};

use crate::centre::Centre;
use crate::desk::terminal;

pub struct Bare {
    conn: Connection,
    terminal: Terminal<TestBackend>,
    monday: i32,
    typed: String,
}

/// The store with its raw key, as any program that holds it would open it.
pub fn connect(path: &Path, key: &[u8; 32]) -> Connection {
    let conn = Connection::open(path).expect("the store");
    let hex = key.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    conn.pragma_update(None, "key", format!("x'{hex}'")).expect("its key");
    conn
}

impl Bare {
    /// Opens the store and draws a week.
    pub fn open(centre: &Centre, monday: i32) -> Self {
        let conn = connect(&centre.store(), &centre.key);
        let mut bare = Self { conn, terminal: terminal(), monday, typed: String::new() };
        bare.week(0);
        bare
    }

    /// Goes some weeks on: one read, one draw.
    pub fn week(&mut self, weeks: i32) {
        self.monday += 7 * weeks;
        let mut sql = self
            .conn
            .prepare_cached("SELECT day, start, coalesce(file, title) FROM entry WHERE centre = 1 AND day BETWEEN ?1 AND ?2 ORDER BY day, start")
            .expect("the week");
        let rows = sql
            .query_map(params![self.monday, self.monday + 6], |row| {
                Ok(format!(
                    "{} {} {}\n",
                    row.get::<_, i32>(0)?,
                    row.get::<_, Option<i32>>(1)?.unwrap_or(0),
                    row.get::<_, String>(2)?
                ))
            })
            .expect("its rows");
        let text: String = rows.map(|row| row.expect("a row")).collect();
        self.terminal.draw(|frame| frame.render_widget(Paragraph::new(text), frame.area())).expect("drawn in memory");
    }

    /// What any program must read to tell the figures of these days: one sum a fact, in SQL, and a draw.
    pub fn statistics(&mut self, from: i32, to: i32) {
        const SUMS: [&str; 6] = [
            "SELECT (day + 3) / 7, sum(programmed), sum(unplanned), sum(visits), sum(remote), sum(offered), sum(booked),
               sum(absent) FROM day_close WHERE centre = 1 AND day BETWEEN ?1 AND ?2 GROUP BY 1",
            "SELECT (day + 3) % 7, start / 60, minutes, count(*) FROM entry
             WHERE centre = 1 AND day BETWEEN ?1 AND ?2 AND kind <> 'Meeting' GROUP BY 1, 2, 3",
            "SELECT id, post, doctor, from_day, to_day, state FROM stay WHERE centre = 1 AND to_day >= ?1 AND from_day <= ?2",
            "SELECT relay.stay, count(DISTINCT relay.item) FROM relay JOIN stay ON stay.id = relay.stay
             WHERE stay.to_day BETWEEN ?1 AND ?2 GROUP BY 1",
            "SELECT day, patients, ald FROM panel_snapshot WHERE centre = 1 AND day BETWEEN ?1 AND ?2",
            "SELECT day, third, same_day, next_day, refused FROM week_survey WHERE centre = 1 AND day BETWEEN ?1 AND ?2",
        ];
        let mut text = String::new();
        for sum in SUMS {
            let mut sql = self.conn.prepare_cached(sum).expect("a sum");
            let columns = sql.column_count();
            let mut rows = sql.query(params![from, to]).expect("its rows");
            while let Some(row) = rows.next().expect("a row") {
                for column in 0..columns {
                    let value = row.get::<_, rusqlite::types::Value>(column).expect("a value");
                    write!(text, "{value:?} ").expect("a string takes all");
                }
                text.push('\n');
            }
        }
        self.terminal.draw(|frame| frame.render_widget(Paragraph::new(text), frame.area())).expect("drawn in memory");
    }

    /// One search of the full text, newest first.
    pub fn search(&mut self, words: &str) {
        let mut sql = self
            .conn
            .prepare_cached("SELECT rowid FROM find WHERE find MATCH ?1 ORDER BY rowid DESC LIMIT 50")
            .expect("the search");
        let rows = sql.query_map([format!("{words}*")], |row| row.get::<_, i64>(0)).expect("its rows");
        let text = rows.map(|row| row.expect("a row").to_string()).collect::<Vec<_>>().join("\n");
        self.terminal.draw(|frame| frame.render_widget(Paragraph::new(text), frame.area())).expect("drawn in memory");
    }

    /// One character more, drawn.
    pub fn type_char(&mut self, c: char) {
        self.typed.push(c);
        let text = self.typed.as_str();
        self.terminal.draw(|frame| frame.render_widget(Paragraph::new(text), frame.area())).expect("drawn in memory");
    }
}
