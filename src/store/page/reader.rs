//! What of a page is its reader's to read: by their role it is passed, thinned or emptied, here and nowhere else.
//!
//! A search is restricted where it is made (`find`, `search`), so that not even how much was found tells anything.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::super::{StoreError, written};
use super::rota;
use crate::domain::briefing::{self, Briefing};
use crate::domain::collective::Collective;
use crate::domain::difference::Differences;
use crate::domain::hanging::Hanging;
use crate::domain::msg::Arg;
use crate::domain::place::PlaceNews;
use crate::domain::prepared::{Prepared, StayFile};
use crate::domain::record;
use crate::domain::rights::{self, Right};
use crate::domain::{Centre, ChangeId, Day, Handover, Msg, Notes, Now, Person, PersonId, Rota, Stay, Thread, Who};
use crate::protocol::{FindPage, FramePage, NotedPage, Page, PatientPage, WeekPage};

/// Who reads, and what is theirs.
#[derive(Debug, Clone)]
pub(in crate::store) struct Eyes {
    person: Option<Person>,
    today: Day,
    /// Whether they read what was said of a patient.
    words: bool,
    /// A control of the tests: everything is passed.
    #[cfg(test)]
    pub(in crate::store) everything: bool,
}

impl Eyes {
    /// Whoever is signed in; somebody unknown reads nothing but who coordinates.
    pub fn of(conn: &Connection, centre: &Centre, who: Who, now: Now) -> Result<Self, StoreError> {
        let person = rota::person(conn, who.person)?;
        Ok(Self {
            words: person.as_ref().is_some_and(|p| rights::reads_words(p.role, centre)),
            person,
            today: now.day,
            #[cfg(test)]
            everything: control::is_on(),
        })
    }

    /// Whether a right is theirs.
    pub fn has(&self, right: Right) -> bool {
        #[cfg(test)]
        if self.everything {
            return true;
        }
        self.person.as_ref().is_some_and(|person| rights::has(person, right, self.today))
    }

    /// Who they are, where they are known.
    pub fn person(&self) -> Option<PersonId> {
        self.person.as_ref().map(|person| person.id)
    }

    /// Whether what was said of a patient is theirs to read.
    pub fn words(&self) -> bool {
        #[cfg(test)]
        if self.everything {
            return true;
        }
        self.words
    }

    /// Whether somebody's own words are theirs: what one has typed oneself one reads.
    fn is_own(&self, author: PersonId, entered_by: Option<PersonId>) -> bool {
        self.person.as_ref().is_some_and(|p| p.id == author || Some(p.id) == entered_by)
    }

    /// Whether what was said of a change is theirs: that of every table it wrote.
    pub fn reads_tables<'t>(&self, tables: impl IntoIterator<Item = &'t str>) -> bool {
        tables.into_iter().all(|table| self.has(rights::reads_table(table)))
    }

    /// The same of a change in the store.
    pub fn reads_change(&self, conn: &Connection, change: ChangeId) -> Result<bool, StoreError> {
        Ok(self.reads_tables(written::tables(conn, change)?.iter().map(String::as_str)))
    }

    /// What was said of a change: why a handover was opened again is told with it, and is of the words.
    pub fn said(&self, said: Msg, tables: &str) -> Msg {
        let reopened = tables.split(',').any(|table| table == "reopening");
        if self.words() || !reopened { said } else { without_reason(said) }
    }

    /// A right that undoing a change asks for and that is not theirs; where they have every one, what is everybody's.
    pub fn lacks_to_undo<'t>(
        &self,
        conn: &Connection,
        change: ChangeId,
        mut tables: impl Iterator<Item = &'t str>,
    ) -> Result<Right, StoreError> {
        // The rows of a change are looked at only where its tables do not tell.
        if tables.all(|table| rights::of_table(table).is_some_and(|right| self.has(right))) {
            return Ok(Right::Own);
        }
        Ok(written::of(conn, change)?.rights().find(|right| !self.has(*right)).unwrap_or(Right::Own))
    }

    /// The page as it is theirs to read.
    pub fn pass(&self, page: Page) -> Page {
        match page {
            Page::Frame(frame) => Page::Frame(Box::new(self.frame(*frame))),
            Page::Week(page) => Page::Week(Box::new(self.week(*page))),
            Page::Briefing(page) => Page::Briefing(Box::new(self.briefing(*page))),
            Page::Transmission(page) => {
                let page = page.filter(|_| self.has(Right::ReadPoints));
                Page::Transmission(page.map(|mut page| {
                    self.handover(&mut page.handover);
                    page.lines.iter_mut().for_each(|line| self.thread(&mut line.thread));
                    page
                }))
            }
            Page::Statistics(mut page) => {
                if !self.has(Right::ReadFigures) {
                    page.indicators.clear();
                    page.charts.clear();
                    page.weeks.clear();
                    page.before = None;
                }
                Page::Statistics(page)
            }
            Page::Records(record, rows) => {
                let theirs =
                    self.has(rights::reads_table(record.table.0)) && (self.words() || !record::tells_words(record));
                Page::Records(record, if theirs { rows } else { Vec::new() })
            }
            Page::Noted(page) => {
                Page::Noted(if self.has(Right::ReadAgenda) { page } else { Box::new(NotedPage::default()) })
            }
            Page::Thread(thread) => {
                let thread = thread.filter(|_| self.has(Right::ReadPoints));
                Page::Thread(thread.map(|mut thread| {
                    self.thread(&mut thread);
                    thread
                }))
            }
            Page::Entry(entry) => Page::Entry(entry.filter(|_| self.has(Right::ReadAgenda))),
            Page::Search(threads) => Page::Search(self.threads(threads)),
            Page::Directory { contacts, past } if self.has(Right::ReadPlace) => Page::Directory { contacts, past },
            Page::Directory { .. } => Page::Directory { contacts: Vec::new(), past: BTreeMap::new() },
            Page::Booklet(pages) => Page::Booklet(self.or_none(Right::ReadPlace, pages)),
            Page::Versions(page, versions) => Page::Versions(page, self.or_none(Right::ReadPlace, versions)),
            Page::Find(page) => Page::Find(if self.has(Right::ReadPlace) || self.has(Right::ReadPoints) {
                page
            } else {
                Box::new(FindPage::default())
            }),
            Page::Patient(mut page) => Page::Patient(if self.has(Right::ReadPoints) && self.has(Right::ReadAgenda) {
                page.lists.retain(|(list, _)| self.words() || !list.tells_words());
                page
            } else {
                Box::new(PatientPage::default())
            }),
            Page::History(past) => Page::History(past),
            Page::Drafts(mut drafts) => {
                // What one began in another role.
                drafts.retain(|draft| self.has(Right::ReadPoints) || is_of_the_rota(&draft.key));
                Page::Drafts(drafts)
            }
            Page::LeftDrafts(left, ended) => {
                Page::LeftDrafts(self.or_none(Right::LeftDrafts, left), self.or_none(Right::LeftDrafts, ended))
            }
            Page::Accounts(accounts) => Page::Accounts(self.or_none(Right::SeeAccounts, accounts)),
            Page::AccountEvents(events) => Page::AccountEvents(self.or_none(Right::SeeAccounts, events)),
            // Read as far as it is theirs.
            Page::Journal(entries) => Page::Journal(entries),
            Page::Hanging(found) => Page::Hanging(found.map(|found| Box::new(self.hanging(*found)))),
            Page::Collective(page) => {
                Page::Collective(if self.has(Right::Doctors) { page } else { Box::new(Collective::default()) })
            }
            Page::ToTell(all) => Page::ToTell(if self.has(Right::ReadPoints) {
                self.or_none(Right::ReadAgenda, all)
            } else {
                Vec::new()
            }),
            Page::Prepared(page) => Page::Prepared(Box::new(self.prepared(*page))),
            Page::Lent(period, page) => Page::Lent(period, Box::new(self.prepared(*page))),
            Page::Care(list, page) => {
                let theirs = self.has(Right::ReadPoints) && (self.words() || !list.tells_words());
                Page::Care(list, if theirs { page } else { Box::default() })
            }
            Page::Round(page) => Page::Round(page.filter(|_| self.has(Right::ReadAgenda))),
            Page::Asset(page) => Page::Asset(page.filter(|_| self.has(Right::Prepare))),
            Page::StayFile(page) => {
                let page = page.filter(|_| self.has(Right::ReadRota));
                Page::StayFile(page.map(|page| Box::new(self.stay_file(*page))))
            }
            Page::Differences(found) => Page::Differences(Box::new(self.differences(*found))),
            Page::Sequels(all) => Page::Sequels(
                self.or_none(Right::ReadPoints, all)
                    .into_iter()
                    .map(|(sequel, mut thread)| {
                        self.thread(&mut thread);
                        (sequel, thread)
                    })
                    .collect(),
            ),
        }
    }

    /// How differences ended, and the words that settled them where they are the reader's.
    fn differences(&self, mut found: Differences) -> Differences {
        if !self.has(Right::ReadPoints) {
            return Differences::default();
        }
        if !self.words() {
            found.ended.iter_mut().filter_map(|ended| ended.settled.as_mut()).for_each(hide);
        }
        found
    }

    fn or_none<T>(&self, right: Right, all: Vec<T>) -> Vec<T> {
        if self.has(right) { all } else { Vec::new() }
    }

    fn threads(&self, threads: Vec<Thread>) -> Vec<Thread> {
        let mut threads = self.or_none(Right::ReadPoints, threads);
        for thread in &mut threads {
            self.thread(thread);
        }
        threads
    }

    /// A point without what was said of its patient: what is to be done, when, and for which file, stays. Of a point
    /// that is about no patient nothing goes.
    fn thread(&self, thread: &mut Thread) {
        if self.words() || thread.item.patient.is_none() {
            return;
        }
        thread.item.facts.ald = false;
        hide(&mut thread.item.facts.source);
        for relay in &mut thread.relays {
            if !self.is_own(relay.author, relay.entered_by) {
                hide(&mut relay.text);
            }
        }
        for receipt in &mut thread.receipts {
            if !self.is_own(receipt.author, receipt.entered_by) {
                hide(&mut receipt.words);
            }
        }
        for step in &mut thread.steps {
            if !self.is_own(step.author, step.entered_by) {
                hide(&mut step.words);
            }
        }
    }

    /// A handover: whether it is signed is of the rota; what is written in it, of the points.
    fn handover(&self, handover: &mut Handover) {
        let points = self.has(Right::ReadPoints);
        if points && self.words() {
            return;
        }
        let notes = &mut handover.notes;
        if points {
            for note in [&mut notes.week, &mut notes.next, &mut notes.oral] {
                hide(note);
            }
            for reopening in &mut handover.reopenings {
                hide(&mut reopening.reason);
            }
            for addendum in &mut handover.addenda {
                if !self.is_own(addendum.author, addendum.entered_by) {
                    hide(&mut addendum.text);
                }
            }
            return;
        }
        *notes = Notes::default();
        handover.addenda.clear();
        handover.reopenings.clear();
        if let Some(signature) = &mut handover.signature {
            signature.undecided.clear();
            signature.figures = None;
        }
    }

    fn rota(&self, rota: &mut Rota) {
        rota.handovers.values_mut().for_each(|handover| self.handover(handover));
        if !self.has(Right::ReadPoints) {
            rota.takeovers.values_mut().for_each(|takeover| takeover.unanswered.clear());
        }
        // Why somebody does not come is told to who may note it; that they do not, to all.
        let told = |stay: &Stay| stay.withdrawal.as_ref().is_some_and(|w| w.cause.is_some() || !w.reason.is_empty());
        if !self.has(Right::NoteWithdrawal) && rota.stays.iter().any(told) {
            rota.stays.edit(|stays| {
                for withdrawal in stays.iter_mut().filter_map(|stay| stay.withdrawal.as_mut()) {
                    (withdrawal.cause, withdrawal.reason) = (None, String::new());
                }
            });
        }
        if self.has(Right::ReadRota) {
            return;
        }
        rota.stays = Vec::new().into();
        rota.handovers.clear();
        rota.takeovers.clear();
        rota.withdrawals.clear();
        rota.absences.clear();
        rota.opens.clear();
        // Themselves, and whom to ask.
        let me = self.person.as_ref().map(|p| p.id);
        rota.people.0.retain(|id, person| Some(*id) == me || person.role.is_team());
        for person in rota.people.0.values_mut() {
            (person.phone, person.email) = (None, None);
        }
    }

    fn frame(&self, mut frame: FramePage) -> FramePage {
        self.rota(&mut frame.rota);
        frame.alerts.retain(|alert| self.has(rights::of_alert(alert)));
        if !self.has(Right::ReadPoints) {
            frame.followed.clear();
            frame.open.clear();
            frame.chronic.clear();
            frame.shelf = crate::domain::writing::Shelf::default();
            frame.desk.left = 0;
            frame.desk.urgent_draft = false;
        }
        if !self.words() {
            frame.open.iter_mut().for_each(|point| hide(&mut point.words));
        }
        frame
    }

    fn week(&self, page: WeekPage) -> WeekPage {
        let (points, agenda) = (self.has(Right::ReadPoints), self.has(Right::ReadAgenda));
        let mut due = if points { page.due } else { Vec::new() };
        for (_, thread) in &mut due {
            self.thread(thread);
        }
        if agenda {
            return WeekPage { due, ..page };
        }
        // What the half-days are for is told with who comes.
        let half_days = self.or_none(Right::ReadRota, page.half_days);
        WeekPage { week: page.week, due, entries: Vec::new(), half_days, closings: Vec::new(), requests: Vec::new() }
    }

    fn briefing(&self, mut page: Briefing) -> Briefing {
        page.due.retain(|due| self.has(due.right()) && (self.words() || !due.tells_words()));
        if !self.has(Right::ReadPoints) {
            return Briefing {
                stay: None,
                from: briefing::From::default(),
                handover: None,
                entries: Vec::new(),
                words: 0,
                place: PlaceNews::default(),
                since: None,
                to_tell: 0,
                left_drafts: 0,
                followed: 0,
                ..page
            };
        }
        page.handover.iter_mut().for_each(|handover| self.handover(handover));
        for entry in &mut page.entries {
            self.thread(&mut entry.thread);
            if let Some(answer) =
                entry.answer.as_mut().filter(|a| !self.words() && !self.is_own(a.author, a.entered_by))
            {
                hide(&mut answer.words);
            }
        }
        page.since.iter_mut().flat_map(|since| &mut since.points).for_each(|became| self.thread(&mut became.thread));
        page
    }

    /// What stays need is the team's; papers and what a stay costs, of who keeps the collective.
    fn prepared(&self, page: Prepared) -> Prepared {
        if !self.has(Right::Prepare) {
            return Prepared::default();
        }
        if self.has(Right::Doctors) {
            return page;
        }
        Prepared { papers: Vec::new(), kinds: Vec::new(), costs: Vec::new(), ..page }
    }

    /// The page of a stay: a doctor finds on their own where they live, what they drive, and how they come and go.
    fn stay_file(&self, mut page: StayFile) -> StayFile {
        let own = self.person.as_ref().is_some_and(|person| person.id == page.stay.doctor);
        let all = std::mem::take(&mut page.known);
        page.known = if own && !self.has(Right::Prepare) {
            let mut bookings = all.bookings;
            bookings.retain(|b| b.what.stay == Some(page.stay.id));
            let lent = |id: i64| bookings.iter().any(|b| b.what.asset == id && b.what.places > 0);
            let assets = all.assets.into_iter().filter(|asset| lent(asset.what.id)).collect();
            Prepared { assets, bookings, travels: all.travels, ..Prepared::default() }
        } else {
            self.prepared(all)
        };
        if !self.has(Right::NoteWithdrawal)
            && let Some(withdrawal) = &mut page.stay.withdrawal
        {
            (withdrawal.cause, withdrawal.reason) = (None, String::new());
        }
        page.hanging = page.hanging.map(|found| self.hanging(found));
        page
    }

    /// What hangs on a stay; of what is not theirs, that there is something.
    fn hanging(&self, mut found: Hanging) -> Hanging {
        if !self.has(Right::ReadPoints) {
            found.unread += found.points.len() + usize::from(found.begun) + found.drafts;
            found.points.clear();
            (found.begun, found.drafts) = (false, 0);
        }
        if !self.has(Right::ReadAgenda) {
            found.unread += found.entries.len();
            found.entries.clear();
        }
        found
    }
}

/// That something was said is told, and not what.
fn hide(text: &mut String) {
    if !text.is_empty() {
        "…".clone_into(text);
    }
}

fn without_reason(mut said: Msg) -> Msg {
    for (name, value) in &mut said.args {
        match value {
            Arg::Text(reason) if name == "reason" => hide(reason),
            Arg::Msg(what) => **what = without_reason((**what).clone()),
            _ => {}
        }
    }
    said
}

/// Whether a draft is of a form that asks nothing of patients.
fn is_of_the_rota(key: &str) -> bool {
    let form = key.split('/').next().unwrap_or_default();
    let rota = ["stay", "cancel-stay", "cut-stay", "several-stays", "option", "doctor", "staff", "period"];
    let collective = ["availability", "solicitation", "volunteer", "message_text", "medical_backup"];
    let prepared = [
        "task_template",
        "task",
        "paper_kind",
        "paper",
        "asset",
        "booking",
        "tenant",
        "travel",
        "stay_cost",
        "absence",
        "opens",
    ];
    rota.contains(&form) || collective.contains(&form) || prepared.contains(&form)
}

/// The control of the tests: nothing is kept from anybody.
#[cfg(test)]
pub(in crate::store) mod control {
    use std::cell::Cell;

    thread_local! {
        static OFF: Cell<bool> = const { Cell::new(false) };
    }

    /// Reads with nothing kept from anybody.
    pub fn without_filter<T>(read: impl FnOnce() -> T) -> T {
        OFF.set(true);
        let found = read();
        OFF.set(false);
        found
    }

    pub fn is_on() -> bool {
        OFF.get()
    }
}
