//! A small centre for tests: Ajain, one post, C. Garnier who coordinates, and doctors by their names.

use std::sync::OnceLock;

use crate::domain::act::{
    Act, CentreAct, HandoverAct, ItemAct, NewCentre, NewItem, NewPerson, NewStay, NewWord, PeopleAct, StayAct,
};
use crate::domain::centre::Opening;
use crate::domain::record::Record;
use crate::domain::{
    Addressee, Answer, ChangeId, Day, DoctorFacts, Gravity, IsoWeek, ItemId, Kind, Msg, Now, PatientRef, PersonId,
    PostId, Role, StayId, StayState, Thread, Verdict, Who,
};
use crate::protocol::question::{self, Question};
use crate::protocol::{Page, Query, Reply, Write};
use crate::store::sql::Columns as _;

use super::Store;

impl Store {
    /// A record of a test: its table, where it is not there yet, and its description instead of all others.
    pub(crate) fn declare(&mut self, table: Option<&str>, records: &'static [&'static Record]) {
        self.conn.execute_batch(table.unwrap_or_default()).unwrap();
        super::arm::arm(&self.conn, records).unwrap();
        self.records = records;
    }
}

/// C. Garnier, coordination.
pub(crate) const GARNIER: PersonId = PersonId(1);
/// The only post.
pub(crate) const POST: PostId = PostId(1);

/// A store with a hand that acts in it; every act that should pass must.
pub(crate) struct Desk {
    pub store: Store,
    pub now: Now,
}

/// Friday 27 November 2026, 16:42.
pub(crate) fn friday() -> Now {
    Now::on(Day::ymd(2026, 11, 27).unwrap(), 16, 42)
}

/// A week of 2026.
pub(crate) fn s(week: u32) -> IsoWeek {
    IsoWeek::new(2026, week).unwrap()
}

pub(crate) fn ajain() -> NewCentre {
    NewCentre {
        name: "Centre de santé d'Ajain".into(),
        commune: "Ajain".into(),
        department: "23".into(),
        opened: Day::ymd(2022, 10, 31).unwrap(),
        opening: Opening::default(),
        names_allowed: false,
        lang: "fr".into(),
        lock_minutes: 10,
        backup_folder: String::new(),
        slot_minutes: 20,
        result_days: 3,
        guide_months: 6,
        own_zone: None,
        words_for_all: true,
        around: crate::domain::account::Around::default(),
        journal_months: crate::domain::journal::USUAL_MONTHS,
    }
}

pub(crate) fn someone(given: &str, family: &str, role: Role) -> NewPerson {
    NewPerson {
        given: given.into(),
        family: family.into(),
        role,
        phone: None,
        email: None,
        presence: [true, true, true, true, true, false, false],
        ended: None,
        doctor: DoctorFacts::default(),
    }
}

/// A routine word for the doctor of a week.
pub(crate) fn word(text: &str, to: IsoWeek) -> NewWord {
    NewWord {
        text: text.into(),
        plan: String::new(),
        gravity: Gravity::Routine,
        due: None,
        show_from: None,
        to: Addressee::Post(POST, to),
        outcome: None,
        detail: crate::domain::Detail::default(),
    }
}

/// A point about patient 1243.
pub(crate) fn about(file: &str) -> NewItem {
    NewItem {
        kind: Kind::Care,
        patient: Some(PatientRef { file: file.into(), initials: Some("M.D.".into()), birth_year: Some(1948) }),
        facts: crate::domain::ItemFacts::default(),
    }
}

impl Desk {
    /// Ajain in memory, on Friday of S48.
    pub(crate) fn new() -> Self {
        // Made once: hundreds of tests begin with it.
        static AJAIN: OnceLock<Vec<u8>> = OnceLock::new();
        let image = AJAIN.get_or_init(|| Self::on(Store::memory().unwrap()).store.into_image().unwrap());
        Self { store: Store::of_image(image).unwrap(), now: friday() }
    }

    /// A store in which nothing was done yet.
    pub(crate) fn on_nothing() -> Self {
        Self { store: Store::memory().unwrap(), now: friday() }
    }

    /// Ajain in a store that is empty.
    pub(crate) fn on(store: Store) -> Self {
        let mut desk = Self { store, now: friday() };
        desk.act(
            GARNIER,
            CentreAct::Create {
                centre: ajain(),
                posts: vec!["Médecin".into()],
                first: Box::new(someone("Claire", "Garnier", Role::Coordination)),
            },
        );
        desk.store.begin_session().unwrap();
        desk
    }

    /// Asks for an act.
    pub(crate) fn try_act(&mut self, who: PersonId, act: impl Into<Act>) -> Reply {
        self.store.write(&Write::of(act.into()), Who::is(who), self.now)
    }

    /// Does an act and says what was said.
    pub(crate) fn act(&mut self, who: PersonId, act: impl Into<Act>) -> Msg {
        match self.try_act(who, act) {
            Reply::Saved { said, .. } => said,
            other => panic!("{other:?}"),
        }
    }

    /// Asks for an act that a rule forbids, and says which sentence explains it.
    pub(crate) fn refused(&mut self, who: PersonId, act: impl Into<Act>) -> String {
        match self.try_act(who, act) {
            Reply::Refused(msg) => msg.id.into_owned(),
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn doctor(&mut self, family: &str) -> PersonId {
        self.act(GARNIER, PeopleAct::Add(someone("Hélène", family, Role::Doctor)));
        PersonId(self.last("person"))
    }

    /// A confirmed stay from Monday to Saturday.
    pub(crate) fn stay(&mut self, doctor: PersonId, week: IsoWeek) -> StayId {
        self.act(GARNIER, StayAct::Add(stay(doctor, week, StayState::Confirmed)));
        StayId(self.last("stay"))
    }

    pub(crate) fn open(&mut self, who: PersonId, item: NewItem, word: NewWord) -> ItemId {
        self.act(who, ItemAct::Open(item, word));
        ItemId(self.last("item"))
    }

    pub(crate) fn say(&mut self, who: PersonId, item: ItemId, verdict: Verdict, word: NewWord) -> Msg {
        self.act(who, ItemAct::Say(item, verdict, word))
    }

    pub(crate) fn answer(&mut self, who: PersonId, item: ItemId, answer: Answer, words: &str) -> Msg {
        self.act(who, ItemAct::Answer(item, answer, words.into()))
    }

    pub(crate) fn sign(&mut self, who: PersonId, stay: StayId) -> Msg {
        self.act(who, sign(stay))
    }

    pub(crate) fn thread(&self, item: ItemId) -> Thread {
        self.ask(question::Thread(item)).unwrap()
    }

    /// The page that C. Garnier's screens receive.
    pub(crate) fn page(&self, query: &Query) -> Page {
        self.store.page(query, Who::is(GARNIER), self.now).unwrap()
    }

    /// What C. Garnier is answered.
    pub(crate) fn ask<Q: Question>(&self, question: Q) -> Q::Answer {
        self.asks(GARNIER, question)
    }

    /// What somebody is answered.
    pub(crate) fn asks<Q: Question>(&self, who: PersonId, question: Q) -> Q::Answer {
        self.store.ask(question, Who::is(who), self.now).unwrap()
    }

    /// The newest row of a table.
    pub(crate) fn last(&self, table: &str) -> i64 {
        self.store.conn.query_row(&format!("SELECT max(id) FROM {table}"), [], |row| row.col(0)).unwrap()
    }

    /// Every logged row without its revision, to compare two moments.
    pub(crate) fn dump(&self) -> String {
        let conn = &self.store.conn;
        let mut dump = String::new();
        for table in super::arm::logged(conn).unwrap() {
            let image = super::arm::image(&super::arm::columns(conn, &table).unwrap(), "");
            let mut sql = conn.prepare(&format!("SELECT {image} FROM {table} ORDER BY id")).unwrap();
            for row in sql.query_map([], |row| row.col::<String>(0)).unwrap() {
                dump += &[&table, " ", &row.unwrap(), "\n"].concat();
            }
        }
        dump
    }
}

pub(crate) fn stay(doctor: PersonId, week: IsoWeek, state: StayState) -> NewStay {
    NewStay::plain(POST, doctor, week.monday(), week.monday().plus(5), state)
}

pub(crate) fn sign(stay: StayId) -> HandoverAct {
    HandoverAct::Sign { stay, name: "Vidal".into(), nothing_to_report: false, as_is: false }
}

/// The change that was saved.
#[track_caller]
pub(crate) fn saved(reply: Reply) -> ChangeId {
    match reply {
        Reply::Saved { change, .. } => change,
        other => panic!("{other:?}"),
    }
}

/// The sentence of the rule that forbade it.
#[track_caller]
pub(crate) fn refusal(reply: Reply) -> Msg {
    match reply {
        Reply::Refused(msg) => msg,
        other => panic!("{other:?}"),
    }
}

/// What somebody with the key of the centre writes with another program, which no seal stops.
pub(crate) fn attack(store: &std::path::Path, key: &[u8; 32], sql: &str) {
    let conn = super::open::connect(store, rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE, Some(key)).unwrap();
    past_the_seals(&conn, sql);
    // Whoever is careful leaves no trace of that.
    super::arm::arm(&conn, &crate::domain::record::ALL).unwrap();
}

/// Drops every trigger, then writes.
pub(crate) fn past_the_seals(conn: &rusqlite::Connection, sql: &str) {
    let mut seals = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let seals: Vec<String> = seals.query_map([], |row| row.col(0)).unwrap().map(Result::unwrap).collect();
    for seal in seals {
        conn.execute_batch(&format!("DROP TRIGGER {seal}")).unwrap();
    }
    conn.pragma_update(None, "foreign_keys", false).unwrap();
    conn.execute_batch(sql).unwrap();
}
