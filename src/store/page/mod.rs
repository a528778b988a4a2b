//! One read for each screen: the rows from the store, the rules from the domain.

pub(super) mod agenda;
pub(super) mod find;
mod monday;
mod noted;
mod place;
pub(super) mod record;
pub(super) mod rota;
mod search;
mod statistics;
pub(super) mod thread;

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::check::touched_since;
use super::{Store, StoreError, account, draft, foresee, undo};
use crate::domain::alert::{Alert, alerts, with_left_drafts};
use crate::domain::briefing::{Briefing, Reader, briefing};
use crate::domain::day_close::{ASKED_FOR, to_close};
use crate::domain::hanging::{Hanging, hanging};
use crate::domain::holder::holder;
use crate::domain::record::{ABBREVIATION, SNIPPET};
use crate::domain::rights::{self, Right};
use crate::domain::transmission::transmission;
use crate::domain::writing::Shelf;
use crate::domain::{
    Centre, CentreId, ChangeId, Day, Entry, Holder, IsoWeek, Msg, Now, Rota, Stay, StayId, Thread, Who,
};
use crate::protocol::{DeskFacts, FramePage, OpenPoint, Page, Past, Query, Rev, Row, Table, WeekPage};
use crate::store::sql::{Columns as _, params};

/// Days in which several doctors on one file are told (même motif).
const YEAR: i32 = 365;

/// How many changes the history shows.
const HISTORY: i64 = 500;

impl Store {
    /// What is the desk's own, as far as it is the reader's to know.
    fn desk(&self, who: Who) -> Result<DeskFacts, StoreError> {
        let accounts = self.accounts()?;
        let own = accounts.iter().find(|a| a.person == who.person).map(|a| (a.id, a.label.clone()));
        Ok(DeskFacts { accounts: accounts.into_iter().map(|a| a.person).collect(), own, ..DeskFacts::default() })
    }

    /// Every alert; what the team did that is the coordination's, for the coordination alone.
    fn alerts(
        conn: &Connection,
        open: &[Thread],
        rota: &Rota,
        closings: &[(&Stay, Day)],
        who: Who,
        now: Now,
    ) -> Result<Vec<Alert>, StoreError> {
        let mut found = alerts(open, rota, closings, now);
        let sees = |right| rota.people.get(who.person).is_some_and(|p| rights::has(p, right, now.day));
        if sees(Right::Rota) {
            found.extend(rota.withdrawals.keys().map(|stay| Alert::Withdrawal(*stay)));
        }
        if sees(Right::Accounts) {
            found.extend(account::unseen(conn)?.into_iter().map(Alert::Account));
        }
        found.sort_by_key(Alert::rank);
        Ok(found)
    }

    /// Reads what a screen shows.
    ///
    /// # Errors
    /// When there is no centre yet, or the store cannot be read.
    pub fn page(&self, query: &Query, who: Who, now: Now) -> Result<Page, StoreError> {
        // One picture, whatever other desks write meanwhile.
        let tx = self.conn.unchecked_transaction()?;
        let conn: &Connection = &tx;
        let centre = rota::centre(conn)?.ok_or(StoreError::Missing)?;
        Ok(match query {
            Query::Frame => Page::Frame(Box::new(self.frame(conn, centre, who, now)?)),
            Query::Week(week) => Page::Week(week_page(conn, centre.id, *week)?),
            Query::Briefing(reader) => Page::Briefing(Box::new(brief(conn, &centre, *reader, now)?)),
            Query::Transmission(stay) => {
                let rota = rota::rota(conn, &centre)?;
                let threads = thread::of_stay(conn, centre.id, *stay)?;
                let marks = agenda::marks(conn, centre.id)?;
                Page::Transmission(match transmission(*stay, &threads, &rota, now) {
                    None => None,
                    Some(found) => {
                        let days = agenda::days(conn, centre.id, &found.stay)?;
                        let touched = touched_since(conn, &found.stay)?;
                        let found = found.with_marks(&marks).with_days(&days, &threads, &rota, now);
                        Some(Box::new(found.with_reopens(&touched, &threads, &rota, now)))
                    }
                })
            }
            Query::Statistics { period, before, post } => {
                let statistics = statistics::statistics(conn, &centre, *period, *before, *post, now)?;
                Page::Statistics(Box::new(statistics))
            }
            Query::Records(record) => Page::Records(record, record::rows(conn, centre.id, record)?),
            Query::Noted => Page::Noted(Box::new(noted::page(conn, &centre, now)?)),
            Query::Sequels => Page::Sequels(monday::sequels(conn, centre.id)?),
            Query::Thread(item) => Page::Thread(thread::one(conn, centre.id, *item)?.map(Box::new)),
            Query::Entry(id) => Page::Entry(agenda::entry_now(conn, centre.id, *id)?.map(Box::new)),
            Query::Search(text) => Page::Search(search::search(conn, centre.id, text)?),
            Query::Directory => place::directory(conn, centre.id, now)?,
            Query::Booklet => place::booklet(conn, centre.id)?,
            Query::Versions(page) => place::versions(conn, centre.id, *page)?,
            Query::Find(text) => Page::Find(Box::new(find::find(conn, centre.id, text)?)),
            Query::History => Page::History(history(conn, centre.id)?),
            Query::Drafts => Page::Drafts(self.drafts(who)?),
            Query::LeftDrafts if reads_left_drafts(&rota::rota(conn, &centre)?, who, now) => {
                let rota = rota::rota(conn, &centre)?;
                Page::LeftDrafts(draft::left(conn, centre.id, &rota, now)?, draft::ended(conn, centre.id)?)
            }
            Query::LeftDrafts => Page::LeftDrafts(Vec::new(), Vec::new()),
            Query::Accounts => {
                Page::Accounts(if sees_accounts(conn, who, now)? { self.accounts()? } else { Vec::new() })
            }
            Query::AccountEvents => {
                let sees = sees_accounts(conn, who, now)?;
                Page::AccountEvents(if sees { account::events(conn, HISTORY)? } else { Vec::new() })
            }
            Query::Hanging(stay) => Page::Hanging(hanging_on(conn, &centre, *stay, now)?.map(Box::new)),
        })
    }

    fn frame(&self, conn: &Connection, centre: Centre, who: Who, now: Now) -> Result<FramePage, StoreError> {
        let rota = rota::rota(conn, &centre)?;
        let open = thread::open(conn, centre.id)?;
        let since = agenda::since(conn, centre.id)?;
        let closed = agenda::closed(conn, centre.id, now.day.plus(-ASKED_FOR))?;
        let mut followed: BTreeMap<Holder, usize> = BTreeMap::new();
        for thread in &open {
            *followed.entry(holder(thread, &rota, now)).or_default() += 1;
        }
        let left =
            if reads_left_drafts(&rota, who, now) { draft::left(conn, centre.id, &rota, now)? } else { Vec::new() };
        Ok(FramePage {
            alerts: with_left_drafts(
                Self::alerts(conn, &open, &rota, &to_close(&rota, &closed, since, now), who, now)?,
                &left,
            ),
            undo: would_pass(conn, who, now, undo::undoable(conn, who.person, self.session_start)?)?,
            redo: would_pass(conn, who, now, undo::redoable(conn, who.person, self.session_start)?)?,
            revs: revs(conn, centre.id)?,
            followed,
            open: open.iter().filter_map(open_point).collect(),
            desk: DeskFacts { left: left.len(), urgent_draft: self.has_urgent_draft(who)?, ..self.desk(who)? },
            shelf: Shelf::of(&record::rows(conn, centre.id, &SNIPPET)?, &record::rows(conn, centre.id, &ABBREVIATION)?),
            rota,
            centre,
        })
    }
}

/// Whether somebody may see who has an account.
fn sees_accounts(conn: &Connection, who: Who, now: Now) -> Result<bool, StoreError> {
    let person = rota::person(conn, who.person)?;
    Ok(person.is_some_and(|p| rights::has(&p, Right::SeeAccounts, now.day)))
}

/// Whether somebody may read what those who have left never transmitted.
fn reads_left_drafts(rota: &Rota, who: Who, now: Now) -> bool {
    rota.people.get(who.person).is_some_and(|p| rights::has(p, Right::LeftDrafts, now.day))
}

/// A point in a line, where it is about a patient.
fn open_point(thread: &Thread) -> Option<OpenPoint> {
    Some(OpenPoint {
        item: thread.item.id,
        patient: thread.item.patient.clone()?,
        gravity: thread.head().gravity,
        words: thread.words().last().map(|r| r.text.clone()).unwrap_or_default(),
    })
}

/// What an undo or redo would say, if it would not be refused: a key that does nothing is not shown.
fn would_pass(
    conn: &Connection,
    who: Who,
    now: Now,
    found: Option<(ChangeId, Msg)>,
) -> Result<Option<Msg>, StoreError> {
    Ok(match found {
        Some((change, said))
            if foresee::may_revert(conn, change, who, now)? && foresee::would_revert(conn, change)? =>
        {
            Some(said)
        }
        _ => None,
    })
}

/// The briefing of a reader.
fn brief(conn: &Connection, centre: &Centre, reader: Reader, now: Now) -> Result<Briefing, StoreError> {
    let rota = rota::rota(conn, centre)?;
    let found = briefing(reader, &thread::open(conn, centre.id)?, &rota, now);
    let files = found.entries.iter().filter_map(|e| e.thread.item.patient.as_ref()).map(|p| p.file.as_str());
    let seen = thread::doctors_on(conn, centre.id, files, now.day.plus(-YEAR))?;
    let mut briefing = monday::complete(found.with_doctors(&seen), conn, centre.id, &rota, now)?;
    briefing.place = place::news(conn, centre, briefing.stay.as_ref(), &rota, now)?;
    Ok(briefing)
}

/// What hangs on a stay.
fn hanging_on(conn: &Connection, centre: &Centre, stay: StayId, now: Now) -> Result<Option<Hanging>, StoreError> {
    let rota = rota::rota(conn, centre)?;
    let Some(found) = rota.stay(stay) else { return Ok(None) };
    let entries = agenda::entries(conn, centre.id, found.from.max(now.day), found.to)?;
    let entries: Vec<Entry> = entries.into_iter().map(|(entry, _)| entry).collect();
    // On its handover, whoever typed them; while it runs, whatever its doctor typed.
    let mut sql = conn.prepare_cached(
        "SELECT count(*) FROM draft
         WHERE centre = ?1 AND (key LIKE 'note/' || ?2 || '/%' OR key = 'addendum/' || ?2 OR (?3 AND author = ?4))",
    )?;
    let running = found.covers(now.day);
    let drafts: i64 = sql.query_row(params![centre.id, stay, running, found.doctor], |row| row.col(0))?;
    let threads = thread::open(conn, centre.id)?;
    Ok(Some(hanging(found, &threads, &entries, usize::try_from(drafts).unwrap_or(0), &rota, now)))
}

/// What a week holds beside the rota.
fn week_page(conn: &Connection, centre: CentreId, week: IsoWeek) -> Result<WeekPage, StoreError> {
    let (from, to) = (week.monday(), week.monday().plus(6));
    Ok(WeekPage {
        week,
        due: by_day(thread::due(conn, centre, from, to)?),
        entries: agenda::entries(conn, centre, from, to)?,
        half_days: agenda::half_days(conn, centre, from, to)?,
        // What is usual here is said from the weeks before.
        closings: agenda::closings(conn, centre, from.plus(-ASKED_FOR), to)?,
    })
}

/// Points with the day they are due, by day, gravity and number.
fn by_day(points: Vec<Thread>) -> Vec<(Day, Thread)> {
    let with_day = points.into_iter().filter_map(|thread| thread.head().due.map(|day| (day, thread)));
    let mut due: Vec<(Day, Thread)> = with_day.collect();
    due.sort_by_key(|(day, thread)| (*day, thread.head().gravity, thread.item.id));
    due
}

/// Revisions of the rows that forms edit; of points, the open ones and their newest words.
fn revs(conn: &Connection, centre: CentreId) -> Result<BTreeMap<Row, Rev>, StoreError> {
    let whole = [Table::CENTRE, Table::POST, Table::PERSON, Table::STAY, Table::HANDOVER];
    let mut revs = BTreeMap::new();
    let mut read = |table: Table, from: &str| -> Result<(), StoreError> {
        let mut sql = conn.prepare_cached(&format!("SELECT {0}.id, {0}.rev FROM {from}", table.0))?;
        let rows = sql.query_map(params![centre], |row| Ok((table.row(row.col(0)?), Rev(row.col(1)?))))?;
        for row in rows {
            let (row, rev) = row?;
            revs.insert(row, rev);
        }
        Ok(())
    };
    for table in whole {
        let own = if table == Table::CENTRE { "id" } else { "centre" };
        read(table, &format!("{} WHERE {own} = ?1", table.0))?;
    }
    let open = "WHERE item.centre = ?1 AND item.closed = 0";
    read(Table::ITEM, &format!("item {open}"))?;
    read(Table::RELAY, &format!("item JOIN relay ON relay.id = item.head {open}"))?;
    Ok(revs)
}

/// The right that undoing a change asks for: the strictest of the tables it wrote.
fn undone_by(tables: &str) -> Right {
    let right = |table| rights::of_table(table).unwrap_or(Right::Centre);
    tables.split(',').map(right).max().unwrap_or(Right::Work)
}

/// Everyone's changes, newest first.
fn history(conn: &Connection, centre: CentreId) -> Result<Vec<Past>, StoreError> {
    let mut sql = conn.prepare_cached(&format!(
        "SELECT a.id, a.at, coalesce(a.dictated_by, a.person), a.said, a.fixed, {},
           (SELECT group_concat(DISTINCT tbl) FROM change_row WHERE change = a.id) FROM change a
         WHERE a.centre = ?1 ORDER BY a.id DESC LIMIT ?2",
        undo::UNDONE
    ))?;
    let mut rows = sql.query(params![centre, HISTORY])?;
    let mut history = Vec::new();
    while let Some(row) = rows.next()? {
        history.push(Past {
            id: row.col(0)?,
            at: row.col(1)?,
            author: row.col(2)?,
            said: serde_json::from_str(&row.col::<String>(3)?)?,
            fixed: row.col(4)?,
            undone: row.col(5)?,
            right: row.col::<Option<String>>(6)?.map_or(Right::Work, |tables| undone_by(&tables)),
        });
    }
    Ok(history)
}
