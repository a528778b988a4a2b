//! The one way to write.
//!
//! `BEGIN IMMEDIATE` → who is signed in may do it → the rows seen are as they were → a change → the act → its draft
//! is settled → they may write the tables it wrote → `COMMIT`. Whatever fails, nothing of it was written.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use rusqlite::{Connection, TransactionBehavior, ffi, params_from_iter};

use super::{Store, StoreError, arm, chain, journal, keys, page, seat, written};
use crate::domain::agenda::Clash;
use crate::domain::rights::{self, Replaced, Right};
use crate::domain::{Centre, CentreId, ChangeId, Msg, Now, Person, PostId, Role, Rota, Who};
use crate::protocol::{Deed, Reply, Row};
use crate::store::sql::{Columns as _, Fields, params};

/// Why nothing was written.
#[derive(Debug)]
pub(super) enum Stop {
    /// A rule forbids it.
    Refused(Msg),
    /// The store itself keeps a row as it is.
    Held(Held),
    /// Somebody changed a row the author had read.
    Conflict(Row),
    /// Its author should look at it again.
    Clash(Vec<Clash>),
    Failed(StoreError),
}

/// Why a row cannot change or go.
#[derive(Debug, Clone, Copy)]
pub(super) enum Held {
    /// It is signed, or says who did it.
    Sealed,
    /// Another row hangs on it.
    Used,
}

impl Held {
    pub fn msg(self) -> Msg {
        Msg::new(match self {
            Self::Sealed => "store-sealed",
            Self::Used => "store-used",
        })
    }
}

impl From<rusqlite::Error> for Stop {
    fn from(error: rusqlite::Error) -> Self {
        if let rusqlite::Error::SqliteFailure(code, message) = &error {
            match (code.extended_code, message.as_deref()) {
                (ffi::SQLITE_CONSTRAINT_TRIGGER, Some("sealed" | "identity")) => {
                    return Self::Held(Held::Sealed);
                }
                (ffi::SQLITE_CONSTRAINT_TRIGGER, Some("overlap")) => {
                    return Self::Refused(Msg::new("store-overlap-now"));
                }
                (ffi::SQLITE_CONSTRAINT_TRIGGER, Some("lent")) => {
                    return Self::Refused(Msg::new("store-lent-now"));
                }
                // What comes back by undo finds its day taken meanwhile.
                (ffi::SQLITE_CONSTRAINT_UNIQUE, Some(m))
                    if ["panel_snapshot", "week_survey", "travel", "stay_cost", "opens"]
                        .iter()
                        .any(|t| m.contains(t)) =>
                {
                    return Self::Refused(Msg::new("store-noted-again"));
                }
                (ffi::SQLITE_CONSTRAINT_FOREIGNKEY, _) => return Self::Held(Held::Used),
                _ => {}
            }
        }
        Self::Failed(error.into())
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Sql(error) => error.into(),
            error => Self::Failed(error),
        }
    }
}

impl From<serde_json::Error> for Stop {
    fn from(error: serde_json::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// Why nothing was written, where no desk is asked.
impl From<Stop> for StoreError {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Refused(msg) => Self::Refused(msg),
            Stop::Held(held) => Self::Refused(held.msg()),
            Stop::Failed(error) => error,
            Stop::Conflict(_) | Stop::Clash(_) => Self::Busy,
        }
    }
}

/// Stops with a sentence.
pub(super) fn refuse<T>(msg: Msg) -> Result<T, Stop> {
    Err(Stop::Refused(msg))
}

/// What an act did.
#[derive(Debug)]
pub(super) struct Done {
    pub said: Msg,
    pub deed: Deed,
}

impl Done {
    pub(super) const fn said(said: Msg) -> Self {
        Self { said, deed: Deed::Act }
    }

    pub(super) const fn signed(said: Msg) -> Self {
        Self { said, deed: Deed::Signed }
    }
}

/// Where an act runs: inside the transaction of one change.
#[derive(Debug)]
pub(super) struct Cx<'a> {
    pub conn: &'a Connection,
    centre: Option<CentreId>,
    /// Who is signed in, as they were before the change: nobody gives themselves a right by it.
    signed_in: Option<Person>,
    /// Read once, when a rule first asks.
    author: OnceCell<Person>,
    pub who: Who,
    pub now: Now,
}

impl Cx<'_> {
    /// The centre, without which nothing but making one is possible.
    pub(super) fn centre(&self) -> Result<CentreId, Stop> {
        self.centre.ok_or_else(|| Stop::Refused(Msg::new("store-no-centre")))
    }

    /// The same with what is known of it.
    pub(super) fn whole_centre(&self) -> Result<Centre, Stop> {
        page::rota::centre(self.conn, self.centre()?)?.ok_or_else(|| Stop::Refused(Msg::new("store-no-centre")))
    }

    /// Whether the store has a centre already.
    pub(super) const fn has_centre(&self) -> bool {
        self.centre.is_some()
    }

    /// Stops when whoever is signed in has no right to it; who is to make the centre is nobody yet.
    pub(super) fn asks(&self, right: Right) -> Result<(), Stop> {
        if !self.has_centre() {
            return Ok(());
        }
        has(self.conn, self.centre, self.signed_in.as_ref(), right, self.now)
    }

    /// Stops when whoever is signed in is a doctor and one of the posts is not their own.
    pub(super) fn asks_posts(&self, posts: &BTreeSet<PostId>) -> Result<(), Stop> {
        let Some(doctor) = self.signed_in.as_ref().filter(|p| p.role == Role::Doctor && !posts.is_empty()) else {
            return Ok(());
        };
        let rota = page::rota::near(self.conn, &self.whole_centre()?, Rota::near(self.now.day), &[doctor.id])?;
        let own = rights::own_posts(doctor, &rota, self.now.day);
        if posts.iter().all(|post| rights::is_own(own.as_ref(), Some(*post))) {
            return Ok(());
        }
        refuse(rights::not_own(&page::rota::team(self.conn, self.centre)?, self.now.day))
    }

    /// Stops when a text that would be written over is kept from whoever is signed in: they would not see what goes.
    pub(super) fn asks_words(&self, replaced: Option<Replaced>) -> Result<(), Stop> {
        let Some((replaced, person)) = replaced.zip(self.signed_in.as_ref()) else { return Ok(()) };
        if rights::reads_words(person.role, &self.whole_centre()?) {
            return Ok(());
        }
        if let Replaced::Word(word) = replaced {
            let mut own = self.conn.prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM relay WHERE id = ?1 AND (author = ?2 OR entered_by = ?2))",
            )?;
            if own.query_row(params![word, person.id], |row| row.col(0))? {
                return Ok(());
            }
        }
        refuse(rights::not_read(&page::rota::team(self.conn, self.centre)?, self.now.day))
    }

    /// Stops who does not read what is said of patients: they would write what they do not see.
    pub(super) fn asks_to_read(&self) -> Result<(), Stop> {
        let Some(person) = self.signed_in.as_ref() else { return Ok(()) };
        if rights::reads_words(person.role, &self.whole_centre()?) {
            return Ok(());
        }
        refuse(rights::not_read(&page::rota::team(self.conn, self.centre)?, self.now.day))
    }

    /// The person whose word it is.
    pub(super) fn author(&self) -> Result<&Person, Stop> {
        if let Some(author) = self.author.get() {
            return Ok(author);
        }
        // Who is signed in has been read.
        let author = match (self.who.dictated_by, &self.signed_in) {
            (None, Some(person)) => Some(person.clone()),
            _ => page::rota::person(self.conn, self.who.author())?,
        };
        match author {
            Some(author) => Ok(self.author.get_or_init(|| author)),
            None => refuse(Msg::new("store-who")),
        }
    }

    /// Runs one statement and says how many rows it wrote.
    pub(super) fn run(&self, sql: &str, params: impl rusqlite::Params) -> Result<usize, Stop> {
        Ok(self.conn.prepare_cached(sql)?.execute(params)?)
    }

    /// Adds one row and says its number.
    pub(super) fn insert(&self, sql: &str, params: impl rusqlite::Params) -> Result<i64, Stop> {
        self.run_one(sql, params)?;
        // What the triggers insert does not count once they have run.
        Ok(self.conn.last_insert_rowid())
    }

    /// Adds one row of a table and says its number.
    pub(super) fn add(&self, table: &str, row: Fields) -> Result<i64, Stop> {
        let sql = row.insert(table);
        self.insert(&sql, params_from_iter(row.into_values()))
    }

    /// Writes columns of the one row of which something is so; its marks are identifiers.
    pub(super) fn set(&self, table: &str, row: Fields, which: &str, ids: &[i64]) -> Result<(), Stop> {
        let sql = row.update(table, which);
        self.run_one(&sql, params_from_iter(row.into_values().chain(ids.iter().map(|id| (*id).into()))))
    }

    /// Runs one statement that must write exactly one row.
    pub(super) fn run_one(&self, sql: &str, params: impl rusqlite::Params) -> Result<(), Stop> {
        match self.run(sql, params)? {
            1 => Ok(()),
            _ => refuse(Msg::new("store-gone")),
        }
    }
}

/// Stops when whoever is signed in has no right to it, and says who has.
pub(super) fn may(conn: &Connection, centre: Option<CentreId>, who: Who, right: Right, now: Now) -> Result<(), Stop> {
    has(conn, centre, page::rota::person(conn, who.person)?.as_ref(), right, now)
}

fn has(
    conn: &Connection,
    centre: Option<CentreId>,
    person: Option<&Person>,
    right: Right,
    now: Now,
) -> Result<(), Stop> {
    match person {
        None => refuse(Msg::new("store-who")),
        Some(person) if rights::has(person, right, now.day) => Ok(()),
        Some(_) => refuse(rights::refusal(right, &page::rota::team(conn, centre)?, now.day)),
    }
}

/// Stops when somebody speaks for another than a doctor, or a doctor for anybody: a member of the team types for a
/// doctor who dictates (rule 8).
fn may_speak(cx: &Cx<'_>) -> Result<(), Stop> {
    let Some(doctor) = cx.who.dictated_by else { return Ok(()) };
    let doctor = page::rota::person(cx.conn, doctor)?.map(|p| p.role);
    match (cx.signed_in.as_ref().map(|p| p.role), doctor) {
        (Some(Role::Coordination | Role::Assistant | Role::Nurse), Some(Role::Doctor)) => Ok(()),
        _ => refuse(Msg::new("rights-dictation")),
    }
}

/// Stops when the change has written a row that is not its author's to write, and says of how many tables it wrote.
fn may_write(cx: &Cx<'_>, change: ChangeId) -> Result<usize, Stop> {
    let written = written::of(cx.conn, change)?;
    for right in written.rights() {
        cx.asks(right)?;
    }
    cx.asks_posts(&written.posts)?;
    if written.tables.contains("person") {
        somebody_coordinates(cx)?;
    }
    Ok(written.tables.len())
}

/// Stops when nobody of the coordination would be left for good: no one could put it right again.
fn somebody_coordinates(cx: &Cx<'_>) -> Result<(), Stop> {
    let mut sql = cx.conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM person WHERE role = 'Coordination' AND ended IS NULL AND (?1 IS NULL OR centre = ?1)
           AND (NOT EXISTS (SELECT 1 FROM account) OR id IN (SELECT person FROM account)))",
    )?;
    if sql.query_row(params![cx.centre], |row| row.col(0))? {
        Ok(())
    } else {
        refuse(Msg::new("rights-last-coordination"))
    }
}

impl Store {
    /// One change: the frame of every write, undo included.
    pub(super) fn change(
        &mut self,
        who: Who,
        now: Now,
        act: impl FnOnce(&Cx<'_>) -> Result<Done, Stop>,
    ) -> Result<(ChangeId, Done), Stop> {
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if self.signing.is_some() {
            self.armed = Some(arm::disarm_strange(&tx, self.armed)?);
        }
        let joined = self.traces.join(&tx, self.centre)?;
        let (change, done) = changed(&tx, self.centre, self.signing.as_ref(), who, now, act)?;
        tx.commit()?;
        self.traces.written(joined);
        if let Some(head) = &self.head {
            head.follow(&self.conn);
            if done.deed == Deed::Signed {
                head.sync();
            }
        }
        // Numbers have no gaps: a higher one means that another desk wrote in between.
        if change.0 == self.known.0 + 1 {
            self.known = change;
        }
        Ok((change, done))
    }
}

/// One change from its beginning to its link in the chain, within a transaction.
pub(super) fn changed(
    conn: &Connection,
    settled: Option<CentreId>,
    signing: Option<&keys::Signing>,
    who: Who,
    now: Now,
    act: impl FnOnce(&Cx<'_>) -> Result<Done, Stop>,
) -> Result<(ChangeId, Done), Stop> {
    let centre = seat(conn, settled)?;
    // Past rows that another program has laid under a number to come: they would be under the signature of this change.
    conn.prepare_cached(
        "INSERT INTO change(id, centre, at, person, dictated_by, said) VALUES (
           (SELECT max(change) + 1 FROM change_row WHERE change > (SELECT coalesce(max(id), 0) FROM change)),
           ?1, ?2, ?3, ?4, '')",
    )?
    .execute(params![centre.unwrap_or(CentreId(1)), now.at, who.person, who.dictated_by])?;
    let change = ChangeId(conn.last_insert_rowid());
    conn.prepare_cached("UPDATE txn SET change = ?1")?.execute(params![change])?;
    let signed_in = page::rota::person(conn, who.person)?;
    let cx = Cx { conn, centre, signed_in, author: OnceCell::new(), who, now };
    may_speak(&cx)?;
    let done = act(&cx)?;
    if may_write(&cx, change)? == 0 {
        return refuse(Msg::new("store-nothing"));
    }
    let key = keys::of_change(conn, centre, signing, who.person, now)?;
    let mut keep =
        conn.prepare_cached("UPDATE change SET said = ?1, fixed = ?2, key = ?3, journal = ?4 WHERE id = ?5")?;
    let (said, fixed) = (serde_json::to_string(&done.said)?, done.deed == Deed::Signed);
    keep.execute(params![said, fixed, key, journal::newest_hash(conn)?, change])?;
    chain::close(conn, change, signing.filter(|_| key.is_some()))?;
    conn.prepare_cached("UPDATE txn SET change = NULL")?.execute([])?;
    Ok((change, done))
}

/// The answer to the desk.
pub(super) fn reply(done: Result<(ChangeId, Done), Stop>) -> Reply {
    match done {
        Ok((change, Done { said, deed })) => Reply::Saved { change, said, deed },
        Err(Stop::Refused(msg)) => Reply::Refused(msg),
        Err(Stop::Held(held)) => Reply::Refused(held.msg()),
        Err(Stop::Conflict(row)) => Reply::Conflict(row, None),
        // Only an entry that is written can be asked about.
        Err(Stop::Clash(_)) => Reply::Refused(Msg::new("frame-clash")),
        Err(Stop::Failed(error)) => Reply::Failed(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Place;
    use super::super::testing::{Desk, GARNIER, about, s, someone, word};
    use super::*;
    use crate::domain::act::{Act, ItemAct, PeopleAct};
    use crate::domain::{ItemId, Role, Verdict};
    use crate::protocol::{Draft, Raw, Table, Write, question};

    #[test]
    fn a_write_outside_a_change_aborts() {
        let desk = Desk::new();
        let insert =
            "INSERT INTO person(centre, given, family, role, presence) VALUES (1, 'A', 'B', 'Doctor', '0000000')";
        for sql in [insert, "UPDATE person SET family = 'X'", "DELETE FROM post"] {
            let error = desk.store.conn.execute(sql, []).unwrap_err().to_string();
            assert_eq!(error, "write outside a change", "{sql}");
        }
    }

    #[test]
    fn the_second_to_save_an_old_version_gets_a_conflict_and_writes_nothing() {
        let mut desk = Desk::new();
        let vidal = desk.doctor("Vidal");
        let frame = desk.ask(question::Frame);
        let seen = vec![(Table::PERSON.row(vidal.0), frame.revs[&Table::PERSON.row(vidal.0)])];
        let edit = |family: &str| Write {
            act: Act::People(PeopleAct::Edit(vidal, someone("Hélène", family, Role::Doctor))),
            seen: seen.clone(),
            draft: None,
        };
        let first = desk.store.write(&edit("Vidal-Roche"), Who::is(GARNIER), desk.now);
        assert!(matches!(first, Reply::Saved { .. }), "{first:?}");
        let before = desk.dump();
        let second = desk.store.write(&edit("Roche"), Who::is(GARNIER), desk.now);
        let Reply::Conflict(row, Some(first)) = second else { panic!("{second:?}") };
        assert_eq!((row, first.author, first.at), (Table::PERSON.row(vidal.0), GARNIER, desk.now.at));
        assert_eq!(first.said.id, "store-said-person-edited");
        assert_eq!(desk.dump(), before);
    }

    #[test]
    fn a_draft_goes_with_the_act_that_saves_it_and_with_nothing_else() {
        let mut desk = Desk::new();
        let draft =
            Draft { key: "item/new".into(), raw: Raw::from([("text".to_owned(), "INR".to_owned())]), at: desk.now.at };
        let garnier = Who::is(GARNIER);
        assert_eq!(desk.store.save_draft(&draft, garnier), Reply::DraftSaved("item/new".into()));
        let drafts = |desk: &Desk, who| desk.store.ask(question::Drafts, who, desk.now).unwrap();
        assert_eq!(drafts(&desk, garnier), std::slice::from_ref(&draft));
        assert_eq!(drafts(&desk, Who::is(crate::domain::PersonId(2))), []);
        let open = |text: &str| Write {
            act: Act::Item(ItemAct::Open(about("1243"), word(text, s(49)))),
            seen: vec![],
            draft: Some("item/new".into()),
        };
        assert!(matches!(desk.store.write(&open(""), garnier, desk.now), Reply::Refused(_)));
        assert_eq!(drafts(&desk, garnier).len(), 1);
        assert!(matches!(desk.store.write(&open("INR"), garnier, desk.now), Reply::Saved { .. }));
        assert_eq!(drafts(&desk, garnier), []);
    }

    #[test]
    fn two_desks_see_each_others_changes_and_not_their_own() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("centre.db");
        let mut one = Desk::on(Store::create(Place::File(&path), Some(&[3; 32])).unwrap());
        let mut two = Desk { store: Store::open(&path, &[3; 32]).unwrap(), now: one.now };
        assert!(!two.store.changed());
        one.doctor("Vidal");
        assert!(!one.store.changed());
        assert!(two.store.changed());
        assert!(!two.store.changed());
        // A draft of another desk is no change.
        let draft = Draft { key: "k".into(), raw: Raw::new(), at: one.now.at };
        one.store.save_draft(&draft, Who::is(GARNIER));
        assert!(!two.store.changed());
        // Written after another's change that was not yet seen: it is still announced.
        one.doctor("Roche");
        two.doctor("Aubert");
        assert!(two.store.changed());
    }

    #[test]
    fn nothing_changed_is_no_change() {
        let mut desk = Desk::new();
        assert_eq!(desk.refused(GARNIER, Act::ImportRota(crate::domain::act::RotaImport::default())), "store-nothing");
        assert_eq!(desk.refused(GARNIER, ItemAct::Say(ItemId(9), Verdict::Unchanged, word("", s(49)))), "store-gone");
        assert_eq!(desk.ask(question::History).len(), 1);
    }
}
