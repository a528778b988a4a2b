//! One read for each screen: the rows from the store, the rules from the domain.

pub(super) mod agenda;
pub(super) mod care;
mod collective;
pub(super) mod find;
mod monday;
mod noted;
mod patient;
mod place;
pub(super) mod prepared;
pub(super) mod reader;
pub(super) mod record;
pub(super) mod rota;
mod search;
mod statistics;
pub(super) mod thread;
mod today;
pub mod visits;

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, ToSql};

use self::reader::Eyes;
use super::check::touched_since;
use super::{Store, StoreError, account, draft, foresee, journal, seat, undo};
use crate::domain::alert::{Alert, alerts, of_rota, of_stays, with_left_drafts};
use crate::domain::briefing::{Briefing, Reader, briefing};
use crate::domain::candidate::Hole;
use crate::domain::collective::Listed;
use crate::domain::day_close::{ASKED_FOR, to_close};
use crate::domain::difference::Differences;
use crate::domain::hanging::{Hanging, hanging};
use crate::domain::holder::holder;
use crate::domain::record::{ABBREVIATION, SNIPPET, SOLICITATION, Solicitation, TO_TELL, ToTell};
use crate::domain::rights::Right;
use crate::domain::to_tell::{PatientToTell, called_off, to_tell};
use crate::domain::transmission::transmission;
use crate::domain::writing::Shelf;
use crate::domain::{
    Centre, CentreId, ChangeId, Day, Entry, Holder, IsoWeek, Msg, Now, PersonId, Rota, Stamp, Stay, StayId, Thread, Who,
};
use crate::protocol::question::Question;
use crate::protocol::{DeskFacts, FramePage, OpenPoint, Page, Past, Query, Rev, Row, Table, WeekPage};
use crate::store::sql::{Column, Columns as _, params};

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
        centre: &Centre,
        open: &[Thread],
        rota: &Rota,
        closings: &[(&Stay, Day)],
        (reader, lost): (&Eyes, usize),
        now: Now,
    ) -> Result<Vec<Alert>, StoreError> {
        let mut found = alerts(open, rota, closings, now);
        found.extend(of_rota(rota, centre.opened, now.day));
        if reader.has(Right::ReadAgenda) {
            let waiting: Vec<_> =
                patients_to_tell(conn, centre, rota, now)?.into_iter().filter(PatientToTell::waits).collect();
            found.extend(waiting.first().map(|first| Alert::ToTell { stay: first.stay, count: waiting.len() }));
        }
        if reader.has(Right::Doctors) {
            let calls = calls(conn, centre, rota, now)?;
            let count = calls.len();
            found.extend(calls.first().map(|(_, hole, _)| Alert::ToCall { hole: *hole, count }));
        }
        if let Some(person) = reader.person().filter(|_| reader.has(Right::Prepare)) {
            found.extend(of_stays(person, &today::late(conn, centre, now.day)?, rota, now.day));
        }
        if reader.has(Right::Noted) {
            found.extend((lost > 0).then_some(Alert::FollowUpsLost(lost)));
        }
        // What the team did that is the coordination's.
        if reader.has(Right::Accounts) {
            found.extend(account::unseen(conn, centre.id)?.into_iter().map(Alert::Account));
        }
        found.sort_by_key(Alert::rank);
        Ok(found)
    }

    /// Reads the answer to a question.
    ///
    /// # Errors
    /// When there is no centre yet, or the store cannot be read.
    pub fn ask<Q: Question>(&self, question: Q, who: Who, now: Now) -> Result<Q::Answer, StoreError> {
        Q::answer(self.page(&question.query(), who, now)?).ok_or(StoreError::OtherPage)
    }

    /// Reads what a screen shows.
    ///
    /// # Errors
    /// When there is no centre yet, or the store cannot be read.
    pub fn page(&self, query: &Query, who: Who, now: Now) -> Result<Page, StoreError> {
        // One picture, whatever other desks write meanwhile.
        let tx = self.conn.unchecked_transaction()?;
        let conn: &Connection = &tx;
        let seat = seat(conn, self.centre)?.ok_or(StoreError::Missing)?;
        let centre = rota::centre(conn, seat)?.ok_or(StoreError::Missing)?;
        let reader = Eyes::of(conn, &centre, who, now)?;
        let page = self.whole_page(query, conn, &centre, &reader, who, now)?;
        Ok(reader.pass(page))
    }

    /// Everything that is read for a page; a search, and what was done, as far as it is the reader's to find.
    fn whole_page(
        &self,
        query: &Query,
        conn: &Connection,
        centre: &Centre,
        reader: &Eyes,
        who: Who,
        now: Now,
    ) -> Result<Page, StoreError> {
        Ok(match query {
            Query::Frame => Page::Frame(Box::new(self.frame(conn, centre, Rota::near(now.day), reader, who, now)?)),
            Query::FrameSince(day) => {
                let since = Rota::near(now.day).min(*day);
                Page::Frame(Box::new(self.frame(conn, centre, since, reader, who, now)?))
            }
            Query::Week(week) => Page::Week(Box::new(week_page(conn, centre, *week)?)),
            Query::Briefing(of) => Page::Briefing(Box::new(brief(conn, centre, *of, now)?)),
            Query::Transmission(stay) => {
                let rota = around(conn, centre, Some(*stay), now)?;
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
                let statistics = statistics::statistics(conn, centre, *period, *before, *post, now)?;
                Page::Statistics(Box::new(statistics))
            }
            Query::Records(record) => Page::Records(record, record::rows(conn, centre.id, record)?),
            Query::Noted => Page::Noted(Box::new(noted::page(conn, centre, now)?)),
            Query::Collective => Page::Collective(Box::new(collective::collective(conn, centre, now)?)),
            Query::Prepared => Page::Prepared(Box::new(prepared::near(conn, centre, now)?)),
            Query::StayFile(stay) => Page::StayFile(prepared::file(conn, centre, *stay, reader, now)?.map(Box::new)),
            Query::Lent(period) => Page::Lent(*period, Box::new(prepared::lent(conn, centre, *period)?)),
            Query::Care(list) => Page::Care(*list, Box::new(care::list(conn, centre, *list, now)?)),
            Query::Round { stay, day } => Page::Round(visits::rounds(conn, centre, *stay, *day)?.map(Box::new)),
            Query::Asset(id) => Page::Asset(prepared::asset(conn, centre, *id)?.map(Box::new)),
            Query::ToTell => Page::ToTell(patients_to_tell(conn, centre, &around(conn, centre, None, now)?, now)?),
            Query::Differences(year) => {
                Page::Differences(Box::new(Differences::of(&thread::seen_otherwise(conn, centre.id)?, *year)))
            }
            Query::Sequels => Page::Sequels(monday::sequels(conn, centre.id)?),
            Query::Thread(item) => Page::Thread(thread::one(conn, centre.id, *item)?.map(Box::new)),
            Query::Entry(id) => Page::Entry(agenda::entry_now(conn, centre.id, *id)?.map(Box::new)),
            Query::Search(text) => Page::Search(search::search(conn, centre.id, text, reader)?),
            Query::Patient(file) => Page::Patient(Box::new(patient::patient(conn, centre.id, file)?)),
            Query::Directory => place::directory(conn, centre.id, now)?,
            Query::Booklet => place::booklet(conn, centre.id)?,
            Query::Versions(page) => place::versions(conn, centre.id, *page)?,
            Query::Find(text) => Page::Find(Box::new(find::find(conn, centre.id, text, self.records, reader)?)),
            Query::History => Page::History(history(conn, centre.id, reader)?),
            Query::Drafts => Page::Drafts(self.drafts(who)?),
            Query::LeftDrafts => {
                let rota = around(conn, centre, None, now)?;
                Page::LeftDrafts(draft::left(conn, centre.id, &rota, now)?, draft::ended(conn, centre.id)?)
            }
            Query::Accounts => Page::Accounts(account::at(conn, centre.id)?),
            Query::AccountEvents => Page::AccountEvents(account::events(conn, centre.id, HISTORY)?),
            Query::Journal(days) => {
                let between = days.map(|days| (Stamp::at(days.from, 0), Stamp(Stamp::at(days.to.plus(1), 0).0 - 1)));
                Page::Journal(journal::entries(conn, centre.id, who.person, reader.has(Right::SeeJournal), between)?)
            }
            Query::Hanging(stay) => Page::Hanging(hanging_on(conn, centre, *stay, now)?.map(Box::new)),
        })
    }

    /// The frame, with the rota from a day on: whatever the years before hold, they are not read.
    fn frame(
        &self,
        conn: &Connection,
        centre: &Centre,
        since: Day,
        reader: &Eyes,
        who: Who,
        now: Now,
    ) -> Result<FramePage, StoreError> {
        let rota = rota::near(conn, centre, since, &[who.person, who.author()])?;
        let open = thread::open(conn, centre.id)?;
        let since = agenda::since(conn, centre.id)?;
        let closed = agenda::closed(conn, centre.id, now.day.plus(-ASKED_FOR))?;
        let mut followed: BTreeMap<Holder, usize> = BTreeMap::new();
        for thread in &open {
            *followed.entry(holder(thread, &rota, now)).or_default() += 1;
        }
        let left = if reader.has(Right::LeftDrafts) { draft::left(conn, centre.id, &rota, now)? } else { Vec::new() };
        let (chronic, lost) = if reader.words() && reader.has(Right::ReadPoints) {
            care::chronic(conn, centre, now)?
        } else {
            (BTreeSet::new(), 0)
        };
        let to_close = to_close(&rota, &closed, since, now);
        let alerts = Self::alerts(conn, centre, &open, &rota, &to_close, (reader, lost), now)?;
        Ok(FramePage {
            alerts: with_left_drafts(alerts, &left),
            undo: would_pass(conn, reader, who, now, undo::undoable(conn, centre.id, who.person, self.session_start)?)?,
            redo: would_pass(conn, reader, who, now, undo::redoable(conn, centre.id, who.person, self.session_start)?)?,
            revs: revs(conn, centre.id, &rota)?,
            followed,
            open: open.iter().filter_map(open_point).collect(),
            chronic,
            desk: DeskFacts { left: left.len(), urgent_draft: self.has_urgent_draft(who)?, ..self.desk(who)? },
            shelf: Shelf::of(&record::rows(conn, centre.id, &SNIPPET)?, &record::rows(conn, centre.id, &ABBREVIATION)?),
            half_days: agenda::half_days(conn, centre.id, now.day, now.day)?,
            rota,
            centre: centre.clone(),
        })
    }
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
    reader: &Eyes,
    who: Who,
    now: Now,
    found: Option<(ChangeId, Msg)>,
) -> Result<Option<Msg>, StoreError> {
    Ok(match found {
        Some((change, said))
            if reader.reads_change(conn, change)?
                && foresee::may_revert(conn, change, who, now)?
                && foresee::would_revert(conn, change)? =>
        {
            Some(said)
        }
        _ => None,
    })
}

/// The rota near enough to a stay, and to today, for every rule about them.
fn around(conn: &Connection, centre: &Centre, stay: Option<StayId>, now: Now) -> Result<Rota, StoreError> {
    let mut sql = conn.prepare_cached("SELECT from_day, doctor FROM stay WHERE id = ?1")?;
    let found = sql.query_row(params![stay], |row| Ok((row.col::<Day>(0)?, row.col(1)?))).optional()?;
    let near = Rota::near(now.day);
    let since = found.map_or(near, |(from, _)| near.min(from));
    let doctor = found.map(|(_, doctor)| doctor);
    rota::near(conn, centre, since, doctor.as_slice())
}

/// The briefing of a reader.
fn brief(conn: &Connection, centre: &Centre, reader: Reader, now: Now) -> Result<Briefing, StoreError> {
    let stay = if let Reader::Stay(stay) = reader { Some(stay) } else { None };
    let rota = around(conn, centre, stay, now)?;
    let found = briefing(reader, &thread::open(conn, centre.id)?, &rota, now);
    let files = found.entries.iter().filter_map(|e| e.thread.item.patient.as_ref()).map(|p| p.file.as_str());
    let seen = thread::doctors_on(conn, centre.id, files, now.day.plus(-YEAR))?;
    let mut briefing = monday::complete(found.with_doctors(&seen), conn, centre.id, &rota, now)?;
    briefing.due = today::due(conn, centre, reader, &rota, now)?;
    briefing.followed = today::followed(conn, centre, reader, &rota)?;
    briefing.place = place::news(conn, centre, briefing.stay.as_ref(), &rota, now)?;
    Ok(briefing)
}

/// What hangs on a stay.
fn hanging_on(conn: &Connection, centre: &Centre, stay: StayId, now: Now) -> Result<Option<Hanging>, StoreError> {
    let rota = around(conn, centre, Some(stay), now)?;
    let Some(found) = rota.stay(stay) else { return Ok(None) };
    let entries = agenda::entries(conn, centre.id, found.from.max(now.day), found.to)?;
    let entries: Vec<Entry> = entries.into_iter().map(|kept| kept.what).collect();
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

/// Whom to call, or to call again, for weeks that are still vacant: who has waited longest first.
fn calls(conn: &Connection, centre: &Centre, rota: &Rota, now: Now) -> Result<Vec<(Day, Hole, PersonId)>, StoreError> {
    let rows = record::rows(conn, centre.id, &SOLICITATION)?;
    let asked: Vec<Solicitation> = rows.iter().filter_map(Solicitation::of).collect();
    let mut due: Vec<(Day, Hole, PersonId)> = Vec::new();
    for (at, one) in asked.iter().enumerate() {
        let hole = Hole { post: one.post, week: one.week };
        let answered = asked[at + 1..].iter().any(|s| (s.person, s.post, s.week) == (one.person, one.post, one.week));
        let ahead = one.week.sunday() >= now.day && rota.in_week(one.post, one.week).next().is_none();
        if let (true, false, Some(day)) = (ahead, answered, one.due(i32::from(centre.asked_days))) {
            due.extend((day <= now.day).then_some((day, hole, one.person)));
        }
    }
    due.sort_unstable();
    Ok(due)
}

/// The patients whose appointments a withdrawal leaves.
fn patients_to_tell(
    conn: &Connection,
    centre: &Centre,
    rota: &Rota,
    now: Now,
) -> Result<Vec<PatientToTell>, StoreError> {
    // On most days nothing more is read.
    let Some(last) = called_off(rota, now).map(|stay| stay.to).max() else { return Ok(Vec::new()) };
    let entries = agenda::entries(conn, centre.id, now.day, last)?;
    let entries: Vec<Entry> = entries.into_iter().map(|kept| kept.what).collect();
    let told = record::rows(conn, centre.id, &TO_TELL)?.into_iter();
    let told: Vec<_> = told.filter_map(|row| Some(Listed { what: ToTell::of(&row)?, row })).collect();
    Ok(to_tell(rota, &entries, &told, &thread::open(conn, centre.id)?, now))
}

/// What a week holds beside the rota.
fn week_page(conn: &Connection, of: &Centre, week: IsoWeek) -> Result<WeekPage, StoreError> {
    let (centre, from, to) = (of.id, week.monday(), week.monday().plus(6));
    Ok(WeekPage {
        week,
        due: by_day(thread::due(conn, centre, from, to)?),
        entries: agenda::entries(conn, centre, from, to)?,
        half_days: agenda::half_days(conn, centre, from, to)?,
        // What is usual here is said from the weeks before.
        closings: agenda::closings(conn, centre, from.plus(-ASKED_FOR), to)?,
        requests: care::requested(conn, of, (from, to))?,
    })
}

/// Points with the day they are due, by day, gravity and number.
fn by_day(points: Vec<Thread>) -> Vec<(Day, Thread)> {
    let with_day = points.into_iter().filter_map(|thread| thread.head().due.map(|day| (day, thread)));
    let mut due: Vec<(Day, Thread)> = with_day.collect();
    due.sort_by_key(|(day, thread)| (*day, thread.head().gravity, thread.item.id));
    due
}

/// Revisions of what can be edited of a frame; of stays, those at hand.
fn revs(conn: &Connection, centre: CentreId, rota: &Rota) -> Result<BTreeMap<Row, Rev>, StoreError> {
    let stays = serde_json::to_string(&rota.stays.iter().map(|s| s.id).collect::<Vec<_>>())?;
    let mut revs = BTreeMap::new();
    let mut read = |table: Table, from: &str, of: &dyn ToSql| -> Result<(), StoreError> {
        let mut sql = conn.prepare_cached(&format!("SELECT {0}.id, {0}.rev FROM {from}", table.0))?;
        let rows = sql.query_map([of], |row| Ok((table.row(row.col(0)?), Rev(row.col(1)?))))?;
        for row in rows {
            let (row, rev) = row?;
            revs.insert(row, rev);
        }
        Ok(())
    };
    let centre = Column(centre);
    read(Table::CENTRE, "centre WHERE id = ?1", &centre)?;
    read(Table::POST, "post WHERE centre = ?1", &centre)?;
    read(Table::PERSON, "person WHERE centre = ?1 OR role = 'Doctor'", &centre)?;
    read(Table::STAY, "stay WHERE id IN (SELECT value FROM json_each(?1))", &stays)?;
    Ok(revs)
}

/// Everyone's changes, newest first, as far as they are the reader's to know of; what happened to accounts is told apart.
fn history(conn: &Connection, centre: CentreId, reader: &Eyes) -> Result<Vec<Past>, StoreError> {
    let mut sql = conn.prepare_cached(&format!(
        "SELECT a.id, a.at, coalesce(a.dictated_by, a.person), a.said, a.fixed, {},
           (SELECT group_concat(DISTINCT tbl) FROM change_row WHERE change = a.id) FROM change a
         WHERE a.centre = ?1 AND a.id NOT IN (SELECT rev FROM account_event WHERE kind <> 'KeyEntered')
           AND a.said NOT LIKE '%account-event-key%'
         ORDER BY a.id DESC LIMIT ?2",
        undo::UNDONE
    ))?;
    let mut rows = sql.query(params![centre, HISTORY])?;
    let mut history = Vec::new();
    while let Some(row) = rows.next()? {
        let tables: String = row.col::<Option<String>>(6)?.unwrap_or_default();
        if !reader.reads_tables(tables.split(',').filter(|table| !table.is_empty())) {
            continue;
        }
        let id = row.col(0)?;
        history.push(Past {
            id,
            at: row.col(1)?,
            author: row.col(2)?,
            said: reader.said(serde_json::from_str(&row.col::<String>(3)?)?, &tables),
            fixed: row.col(4)?,
            undone: row.col(5)?,
            right: reader.lacks_to_undo(conn, id, tables.split(',').filter(|table| !table.is_empty()))?,
        });
    }
    Ok(history)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::testing::{Desk, GARNIER, POST, about, s, word};
    use super::*;
    use crate::domain::Verdict;
    use crate::domain::act::{HandoverAct, StayAct};
    use crate::domain::stay::Withdrawal;
    use crate::protocol::{Draft, Raw, question};

    fn whole(desk: &Desk, who: PersonId) -> FramePage {
        desk.asks(who, question::FrameSince(Day(i32::MIN)))
    }

    /// A stay every four weeks for some years up to S48, each signed, of doctors who take turns.
    fn signed_for(years: i32) -> Desk {
        let mut desk = Desk::new();
        let doctors = ["Vidal", "Roche", "Morel"].map(|name| desk.doctor(name));
        for (n, doctor) in (0..13 * years).rev().zip(doctors.into_iter().cycle()) {
            let stay = desk.stay(doctor, s(48).plus(-4 * n));
            if n > 0 {
                desk.act(
                    GARNIER,
                    HandoverAct::Sign { stay, name: "Garnier".into(), nothing_to_report: false, as_is: true },
                );
            }
        }
        desk
    }

    #[test]
    fn every_question_is_answered_by_its_own_page() {
        let desk = Desk::new();
        let stay = StayId(1);
        let period = crate::domain::Period { from: desk.now.day.plus(-6), to: desk.now.day };
        desk.ask(question::Frame);
        desk.ask(question::FrameSince(desk.now.day));
        desk.ask(question::Week(s(48)));
        desk.ask(question::Briefing(Reader::Team(GARNIER)));
        desk.ask(question::Transmission(stay));
        desk.ask(question::Statistics { period, before: None, post: None });
        desk.ask(question::Records(&crate::domain::record::SNIPPET));
        desk.ask(question::Noted);
        desk.ask(question::Thread(crate::domain::ItemId(1)));
        desk.ask(question::Entry(crate::domain::EntryId(1)));
        desk.ask(question::Search("inr".into()));
        desk.ask(question::Find("inr".into()));
        desk.ask(question::Directory);
        desk.ask(question::Booklet);
        desk.ask(question::Versions(crate::domain::PageId(1)));
        desk.ask(question::History);
        desk.ask(question::Drafts);
        desk.ask(question::LeftDrafts);
        desk.ask(question::Accounts);
        desk.ask(question::AccountEvents);
        desk.ask(question::Hanging(stay));
        desk.ask(question::Sequels);
        desk.ask(question::Collective);
        desk.ask(question::ToTell);
        assert_eq!(question::Drafts::answer(Page::History(Vec::new())), None);
    }

    #[test]
    fn a_frame_does_not_grow_with_the_years() {
        let size = |desk: &Desk| {
            let frame = desk.ask(question::Frame);
            (frame.rota.stays.len(), frame.rota.handovers.len(), frame.revs.len())
        };
        let (one, ten) = (signed_for(1), signed_for(10));
        assert_eq!(size(&ten), size(&one));
        // S40, S44 and S48, and the last one before.
        assert_eq!(size(&one).0, 4);
        // Who asks is told of all of them.
        let frame = whole(&ten, GARNIER);
        assert_eq!((frame.rota.stays.len(), frame.rota.handovers.len()), (130, 129));
        let back = ten.ask(question::FrameSince(s(30).monday())).rota;
        assert_eq!(back.since, Some(s(30).monday()));
        assert_eq!(
            back.stays.iter().map(releve_core::domain::Stay::week).collect::<Vec<_>>(),
            [28, 32, 36, 40, 44, 48].map(s)
        );
        assert!(back.stays.iter().all(|stay| frame.revs.contains_key(&Table::STAY.row(stay.id.0))));
    }

    /// Long before S48: Vidal never signed S10; Roche signed S12, the last on the post until S50; Morel's S14 was
    /// called off; Petit's stay of S16 has a withdrawal that nobody answered. Faure (S18) left a draft and comes again
    /// in S52, Blanc (S20) has come back as a reader.
    fn long_before() -> (Desk, [PersonId; 6]) {
        let mut desk = Desk::new();
        let names = ["Vidal", "Roche", "Morel", "Petit", "Faure", "Blanc"];
        let doctors = names.map(|name| desk.doctor(name));
        let [vidal, _, morel, petit, faure, blanc] = doctors;
        let stays: Vec<StayId> =
            (10..).step_by(2).zip(doctors).map(|(week, doctor)| desk.stay(doctor, s(week))).collect();
        desk.now = Now::on(s(10).monday().plus(1), 9, 0);
        desk.open(vidal, about("1243"), word("INR à 4,8", s(50)));
        desk.now = Now::on(s(14).monday().plus(-9), 9, 0);
        let why = Withdrawal::told(desk.now.day, "malade");
        desk.act(GARNIER, StayAct::Cancel(stays[2], why.clone()));
        let assistant = super::super::testing::someone("Luc", "Petitjean", crate::domain::Role::Assistant);
        desk.act(GARNIER, crate::domain::act::PeopleAct::Add(assistant));
        let luc = PersonId(8);
        desk.act(luc, StayAct::NoteWithdrawal(stays[3], why));
        desk.now = Now::on(s(18).monday().plus(1), 9, 0);
        let raw = Raw::from([("text".to_owned(), "oublié".to_owned())]);
        let draft = Draft { key: "item/new".into(), raw, at: desk.now.at };
        desk.store.save_draft(&draft, Who::is(faure));
        desk.now = super::super::testing::friday();
        for n in [1, 3, 4, 5] {
            desk.act(
                GARNIER,
                HandoverAct::Sign { stay: stays[n], name: "Garnier".into(), nothing_to_report: false, as_is: true },
            );
        }
        desk.stay(morel, s(50));
        desk.stay(faure, s(52));
        let _ = (petit, blanc);
        (desk, doctors)
    }

    #[test]
    fn what_still_hangs_on_the_years_before_is_said_as_if_they_were_read() {
        let (desk, [vidal, _, _, _, faure, blanc]) = long_before();
        let near = desk.ask(question::Frame);
        let all = whole(&desk, GARNIER);
        assert_eq!((&near.alerts, &near.followed, near.desk.left), (&all.alerts, &all.followed, all.desk.left));
        let named = |frame: &FramePage| frame.alerts.iter().map(|a| a.msg(&frame.rota)).collect::<Vec<_>>();
        assert_eq!(named(&near), named(&all));
        assert!(near.alerts.iter().any(|a| matches!(a, Alert::Unsigned(_))), "{:?}", near.alerts);
        assert!(near.alerts.iter().any(|a| matches!(a, Alert::Withdrawal(_))), "{:?}", near.alerts);
        assert_eq!(near.desk.left, 1);
        let weeks = |rota: &Rota| rota.stays.iter().map(releve_core::domain::Stay::week).collect::<BTreeSet<_>>();
        assert_eq!(weeks(&near.rota), [10, 16, 18, 20, 50, 52].map(s).into());
        // A doctor who comes to read finds their own stays.
        let mine =
            |who| desk.asks(who, question::Frame).rota.stay_of(who, desk.now.day).map(releve_core::domain::Stay::week);
        assert_eq!((mine(blanc), mine(vidal), mine(faure)), (Some(s(20)), Some(s(10)), Some(s(52))));
        assert!(near.rota.stays.of(PersonId(3)).all(|stay| stay.post == POST));
    }

    #[test]
    fn a_briefing_and_a_transmission_know_the_stays_they_are_about_however_old() {
        let (mut desk, [vidal, _, morel, ..]) = long_before();
        let stay_of = |desk: &Desk, doctor, week: u32| {
            let frame = whole(desk, GARNIER);
            frame.rota.stays.of(doctor).find(|stay| stay.week() == s(week)).unwrap().id
        };
        let next = stay_of(&desk, morel, 50);
        let brief = |desk: &Desk, stay| desk.ask(question::Briefing(Reader::Stay(stay)));
        assert_eq!(brief(&desk, next).from.stay.map(|s| s.week()), Some(s(20)));
        assert_eq!(brief(&desk, stay_of(&desk, vidal, 10)).from.stay, None);
        let old = desk.ask(question::Transmission(stay_of(&desk, vidal, 10))).unwrap();
        assert_eq!((old.next.map(|s| s.week()), old.lines.len()), (Some(s(12)), 1));
        // The week of a word is told with it.
        let item = crate::domain::ItemId(1);
        desk.say(GARNIER, item, Verdict::Addressed, word("toujours là", s(50)));
        assert_eq!(desk.thread(item).weeks.into_values().collect::<Vec<_>>(), [s(10)]);
    }
}
