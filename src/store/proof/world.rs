//! A history played on the real store and on the model: each act, and what must become of it.

mod handover;
mod points;
mod rota;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::super::testing::{ajain, someone};
use super::super::{By, Store};
use super::fault::Fault;
use super::history::{Hand, Move, Said, Says, Step, To};
use super::look::Eye;
use super::model::{Booked, Key, Member, Model, Picture, Point, Seat, Word};
use crate::domain::act::{
    Act, CentreAct, HandoverAct, ItemAct, NewCentre, NewItem, NewPerson, NewStay, NewWord, PeopleAct, StayAct,
};
use crate::domain::stay::Withdrawal;
use crate::domain::{
    AccountId, Addressee, Answer, Day, Detail, Gravity, IsoWeek, ItemFacts, ItemId, Kind, Now, Outcome, PatientRef,
    PersonId, PostId, Role, Stamp, StayId, StayState, Verdict, Who,
};
use crate::protocol::{Account, Reply, Rev, Row, Table, Write};
use crate::signing::Signer;
use crate::store::sql::Columns as _;

/// C. Garnier, who coordinates and is always there.
pub(super) const CLAIRE: PersonId = PersonId(1);
/// The doctors follow the three of the team.
pub(super) const DOCTORS: [&str; 8] = ["Morel", "Vidal", "Aubert", "Roche", "Petit", "Blanc", "Leroy", "Faure"];
const TEAM: [(&str, Role, [bool; 7]); 3] = [
    ("Garnier", Role::Coordination, [true, true, true, true, true, false, false]),
    ("Diallo", Role::Nurse, [false, true, false, true, false, false, false]),
    ("Martin", Role::Assistant, [true, true, true, true, true, false, false]),
];

/// A rule that does not hold, and how that shows.
#[derive(Debug, Clone)]
pub(super) struct Broken {
    pub rule: u8,
    pub said: String,
}

pub(super) fn broken<T>(rule: u8, said: impl Into<String>) -> Result<T, Broken> {
    Err(Broken { rule, said: said.into() })
}

/// What must become of an act.
enum Expect {
    /// Or else that rule is broken.
    Saved(u8),
    /// That rule forbids it.
    Refused(u8),
}

/// Who acts.
#[derive(Clone, Copy)]
struct Actor {
    who: Who,
    author: PersonId,
    stay: Option<StayId>,
    signed: bool,
    when: usize,
}

/// What one change did to the model.
type Effect = Vec<(Key, Picture, Picture)>;

/// What a desk last looked at.
#[derive(Default, Clone)]
struct View {
    revs: BTreeMap<Row, Rev>,
    version: BTreeMap<Key, usize>,
}

/// The centre at one moment, twice.
pub(super) struct World {
    /// One store in memory, or two on one file.
    pub stores: Vec<Store>,
    pub model: Model,
    pub now: Now,
    pub fault: Fault,
    views: [View; 2],
    pub revs: BTreeMap<Row, Rev>,
    version: BTreeMap<Key, usize>,
    done: BTreeMap<PersonId, Vec<Effect>>,
    undone: BTreeMap<PersonId, Vec<Effect>>,
    /// Points that the last step wrote to.
    pub touched: BTreeSet<ItemId>,
    /// What each reader was last seen to have.
    pub seen: BTreeMap<Eye, BTreeSet<ItemId>>,
    /// Counts words, so that no text is twice the same, and what was put to the test.
    pub words: usize,
    pub tally: BTreeMap<&'static str, usize>,
    /// The history in a line each, where it is to be read.
    pub told: Option<RefCell<Vec<String>>>,
}

impl World {
    pub(super) fn new(mut stores: Vec<Store>, fault: Fault, tell: bool) -> Self {
        let first = IsoWeek::new(2026, 40).unwrap().monday();
        let now = Now::on(first, 8, 0);
        let mut model = Model::new(first);
        let person =
            |(family, role, presence): (&str, Role, [bool; 7])| NewPerson { presence, ..someone("Anne", family, role) };
        let centre = NewCentre { department: "23".into(), ..ajain() };
        let posts = vec!["Poste 1".into(), "Poste 2".into()];
        let mut acts: Vec<Act> = vec![CentreAct::Create { centre, posts, first: Box::new(person(TEAM[0])) }.into()];
        acts.extend(TEAM[1..].iter().map(|m| PeopleAct::Add(person(*m)).into()));
        acts.extend(DOCTORS.iter().map(|d| PeopleAct::Add(someone("Paul", d, Role::Doctor)).into()));
        for act in acts {
            let reply = stores[0].write(&Write::of(act), Who::is(CLAIRE), now);
            assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
        }
        // Everybody signs; of a history with a fault only the fault is to be seen.
        if fault == Fault::Nothing {
            sign(&mut stores[0], now);
        }
        for store in &mut stores {
            store.begin_session().unwrap();
        }
        for (id, (_, role, days)) in (1..).zip(TEAM) {
            model.team.insert(PersonId(id), Member { role, days, here: true });
        }
        Self {
            stores,
            model,
            now,
            fault,
            views: [View::default(), View::default()],
            revs: BTreeMap::new(),
            version: BTreeMap::new(),
            done: BTreeMap::new(),
            undone: BTreeMap::new(),
            touched: BTreeSet::new(),
            seen: BTreeMap::new(),
            words: 0,
            tally: BTreeMap::new(),
            told: tell.then(RefCell::default),
        }
    }

    /// The desk of a step, at which somebody sits.
    fn desk(&mut self, go: &Move, person: PersonId) -> &mut Store {
        let at = go.desk % self.stores.len();
        let store = &mut self.stores[at];
        if self.fault == Fault::Nothing {
            sits(store, person);
        }
        store
    }

    /// Whether all that was written is proven in the end: signed by who could, and there as it was left.
    pub(super) fn is_proven(&self) -> Result<(), Broken> {
        if self.fault != Fault::Nothing {
            return Ok(());
        }
        let found = self.stores[0].check().unwrap();
        let changes = found.signed.map_or(0, |(_, count)| count);
        if found.is_clean() && found.unsure.is_empty() && changes > 0 {
            return Ok(());
        }
        broken(5, format!("{changes} signed changes: {:?}", found.msgs()))
    }

    pub(super) fn count(&mut self, what: &'static str) {
        *self.tally.entry(what).or_default() += 1;
    }

    fn last(&self, table: &str) -> i64 {
        let sql = format!("SELECT max(id) FROM {table}");
        self.stores[0].conn.query_row(&sql, [], |row| row.col(0)).unwrap()
    }

    /// The doctor on a post today.
    pub(super) fn on_duty(&self, post: usize) -> Option<(StayId, PersonId)> {
        let post = post_id(post);
        let today = self.model.today;
        let here = |s: &Seat| s.post == post && s.from <= today;
        self.model.live().into_iter().find(|(_, s)| here(s)).map(|(id, s)| (id, s.doctor))
    }

    fn actor(&self, hand: Hand) -> Option<Actor> {
        match hand {
            Hand::Doctor(post) | Hand::Dictates(post) => {
                // On a vacant post, the doctor of the other; where there is none, the coordination.
                let Some((stay, doctor)) = self.on_duty(post).or_else(|| self.on_duty(1 - post)) else {
                    return self.actor(Hand::Team(0));
                };
                let dictates = matches!(hand, Hand::Dictates(_));
                let who = if dictates { Who { person: CLAIRE, dictated_by: Some(doctor) } } else { Who::is(doctor) };
                let signed = self.model.signed.contains(&stay);
                Some(Actor { who, author: doctor, stay: Some(stay), signed, when: self.model.clock })
            }
            Hand::Team(n) => {
                let author = PersonId(1 + i64::try_from(n).unwrap());
                let who = Who::is(author);
                self.model.team[&author].here.then_some(Actor {
                    who,
                    author,
                    stay: None,
                    signed: false,
                    when: self.model.clock,
                })
            }
        }
    }

    fn addressee(&self, to: To) -> Addressee {
        match to {
            To::Post(post, weeks) => Addressee::Post(post_id(post), self.model.today.week().plus(weeks)),
            To::Doctor(n) => Addressee::Person(doctor_id(n)),
            To::Member(n) => Addressee::Person(PersonId(1 + i64::try_from(n).unwrap())),
            To::Role(n) => Addressee::Role(TEAM[n].1),
        }
    }

    /// Asks the store, as that desk sees things, and says whether it was done.
    fn ask(&mut self, go: &Move, who: Who, act: Act, on: Option<Key>, expect: &Expect) -> Result<bool, Broken> {
        let row = on.and_then(row_of);
        // What a desk has never had on the screen, nobody changes there.
        let stale = go.stale && row.is_some_and(|row| self.views[go.desk].revs.contains_key(&row));
        if !stale {
            self.looks(go.desk);
        }
        let view = &self.views[go.desk];
        let seen = row.and_then(|row| Some((row, *view.revs.get(&row)?))).into_iter().collect();
        let is_old = stale && on.is_some_and(|key| view.version.get(&key) != self.version.get(&key));
        let (write, who) = self.fault.hand(Write { act, seen, draft: None }, who, &self.model);
        let now = self.now;
        let reply = self.desk(go, who.person).write(&write, who, now);
        match (reply, expect) {
            (Reply::Conflict(..), _) if is_old => {
                self.count("conflicts");
                Ok(false)
            }
            (reply, _) if is_old => broken(14, format!("written on what another had changed: {reply:?}")),
            (Reply::Conflict(row, _), _) => broken(14, format!("nobody had changed {row:?}")),
            (Reply::Saved { .. }, Expect::Saved(_)) => Ok(true),
            (Reply::Refused(_), Expect::Refused(rule)) => {
                self.count(if *rule == 16 { "overlaps" } else { "refusals" });
                Ok(false)
            }
            (Reply::Saved { said, .. }, Expect::Refused(rule)) => broken(*rule, format!("not refused: {}", said.id)),
            (reply, Expect::Saved(rule) | Expect::Refused(rule)) => broken(*rule, format!("not saved: {reply:?}")),
        }
    }

    fn looks(&mut self, desk: usize) {
        self.views[desk] = View { revs: self.revs.clone(), version: self.version.clone() };
    }

    /// Notes what a change did.
    fn keep(&mut self, who: Who, key: Key, after: Picture, signed: bool) {
        let before = self.model.picture(key);
        self.model.put(key, after.clone());
        self.touch(key);
        self.undone.entry(who.person).or_default().clear();
        if !signed {
            self.done.entry(who.person).or_default().push(vec![(key, before, after)]);
        }
    }

    fn touch(&mut self, key: Key) {
        *self.version.entry(key).or_default() += 1;
        if let Key::Point(id) = key {
            self.touched.insert(id);
        }
    }

    /// One move; nothing when there is nobody or nothing for it.
    pub(super) fn go(&mut self, go: &Move) -> Result<(), Broken> {
        self.touched.clear();
        self.model.clock += 1;
        self.now = Stamp(self.now.at.0 + 60_000).into();
        match go.step {
            Step::Day => {
                self.now = Now::on(self.model.today.plus(1), 8, 0);
                self.model.today = self.now.day;
                Ok(())
            }
            Step::Look => {
                self.looks(go.desk);
                Ok(())
            }
            Step::Book { post, weeks, first, days, doctor, option } => {
                let from = self.model.today.week().plus(weeks).monday().plus(first);
                let booked = if option { Booked::Option } else { Booked::Confirmed };
                let seat =
                    Seat { post: post_id(post), doctor: doctor_id(doctor), from, to: from.plus(days - 1), booked };
                self.seat(go, None, seat)
            }
            Step::Confirm(n) => {
                self.change_seat(go, n, |_, s| s.booked == Booked::Option, |s| s.booked = Booked::Confirmed)
            }
            Step::Replace(n, doctor) => {
                let ahead = |today: Day, s: &Seat| s.booked == Booked::Confirmed && s.from > today;
                self.change_seat(go, n, ahead, |s| s.doctor = doctor_id(doctor))
            }
            Step::Shorten(post) => {
                let today = self.model.today;
                let Some((stay, _)) = self.on_duty(post).filter(|(id, _)| self.model.here(*id).is_some()) else {
                    return Ok(());
                };
                let seat = Seat { to: today, ..self.model.seats[&stay].clone() };
                if seat == self.model.seats[&stay] { Ok(()) } else { self.seat(go, Some(stay), seat) }
            }
            Step::Cancel(n) => self.cancel(go, n),
            Step::Closure(weeks, days) => {
                let from = self.model.today.week().plus(weeks).monday();
                let to = from.plus(days - 1);
                let act = crate::domain::record::close(from, to, "congés");
                self.tell(go, || format!("fermé du {} au {}", from.date(), to.date()));
                if self.ask(go, Who::is(CLAIRE), act, None, &Expect::Saved(17))? {
                    let key = Key::Closure(self.last("closure"));
                    self.keep(Who::is(CLAIRE), key, Picture::Closure(from, to), false);
                }
                Ok(())
            }
            Step::Leaves(n) => {
                let id = PersonId(1 + i64::try_from(n).unwrap());
                let mut member = self.model.team[&id].clone();
                member.here = !member.here;
                let (family, role, presence) = TEAM[n];
                let ended = (!member.here).then(|| self.model.today.plus(-1));
                let act = PeopleAct::Edit(id, NewPerson { presence, ended, ..someone("Anne", family, role) });
                self.tell(go, || format!("{family} {}", if ended.is_some() { "s'en va" } else { "revient" }));
                let key = Key::Member(id);
                if self.ask(go, Who::is(CLAIRE), act.into(), Some(key), &Expect::Saved(3))? {
                    self.keep(Who::is(CLAIRE), key, Picture::Member(member), false);
                }
                Ok(())
            }
            Step::Sign { hand, nothing } => self.sign(go, hand, nothing),
            Step::Reopen(hand) => self.reopen(go, hand),
            Step::AsIs(n) => {
                let unsigned = self.model.unsigned();
                let Some(stay) = unsigned.iter().nth(n % unsigned.len().max(1)).copied() else { return Ok(()) };
                let act = HandoverAct::Sign { stay, name: "Garnier".into(), nothing_to_report: false, as_is: true };
                self.tell(go, || format!("Garnier signe en l'état le séjour {stay}"));
                if self.ask(go, Who::is(CLAIRE), act.into(), None, &Expect::Saved(6))? {
                    self.signs(Who::is(CLAIRE), stay);
                    self.count("as-is");
                }
                Ok(())
            }
            Step::TakeOver(hand) => {
                let Some(actor) = self.actor(hand) else { return Ok(()) };
                let Some(stay) = actor.stay else { return Ok(()) };
                let twice = self.model.taken_over.contains(&stay);
                let expect = if twice { Expect::Refused(5) } else { Expect::Saved(7) };
                self.tell(go, || format!("{} prend la relève, séjour {stay}", name(actor.author)));
                let act = HandoverAct::TakeOver { stay, name: "Nom".into() };
                if self.ask(go, actor.who, act.into(), None, &expect)? {
                    self.model.taken_over.insert(stay);
                    self.undone.entry(actor.who.person).or_default().clear();
                    self.count("take-overs");
                }
                Ok(())
            }
            Step::Open(hand, says) => self.open(go, hand, says),
            Step::Say(hand, n, said, says) => self.say(go, hand, n, said, says),
            Step::Amend(hand, n, says) => self.amend(go, hand, n, says),
            Step::Answer(hand, n, kind, words) => self.answer(go, hand, n, kind, words),
            Step::Addendum(hand, says) => self.addendum(go, hand, says),
            Step::Undo(hand) => self.undo(go, hand, true),
            Step::Redo(hand) => self.undo(go, hand, false),
        }
    }

    fn undo(&mut self, go: &Move, hand: Hand, back: bool) -> Result<(), Broken> {
        let Some(actor) = self.actor(hand) else { return Ok(()) };
        let who = actor.who;
        self.tell(go, || format!("{} {}", name(who.person), if back { "défait" } else { "refait" }));
        let now = self.now;
        let store = self.desk(go, who.person);
        let reply = if back { store.undo(who, now) } else { store.redo(who, now) };
        match reply {
            Reply::Saved { .. } => {}
            Reply::Refused(_) => return Ok(()),
            other => return broken(14, format!("undo: {other:?}")),
        }
        let (from, to) = if back { (&mut self.done, &mut self.undone) } else { (&mut self.undone, &mut self.done) };
        let Some(effect) = from.entry(who.person).or_default().pop() else {
            return broken(14, "undone, though there was nothing to undo");
        };
        to.entry(who.person).or_default().push(effect.clone());
        for (key, before, after) in effect {
            let (now, then) = if back { (after, before) } else { (before, after) };
            if self.model.picture(key) != now {
                return broken(14, format!("undo went over what another did to {key:?}"));
            }
            self.model.put(key, then);
            self.touch(key);
        }
        self.count("undone");
        Ok(())
    }

    // ---- The history to read. ----

    fn tell(&self, go: &Move, what: impl FnOnce() -> String) {
        if let Some(told) = &self.told {
            let desk = if go.stale { "ancien" } else { "" };
            let day = ["lu", "ma", "me", "je", "ve", "sa", "di"][self.model.today.weekday_index()];
            let week = self.model.today.week().number();
            let line = format!("S{week:02} {day} poste de travail {} {desk}: {}", go.desk + 1, what());
            told.borrow_mut().push(line);
        }
    }
}

/// The row that a form of the desk changes.
/// Everybody has an account and a key, and signing begins.
fn sign(store: &mut Store, now: Now) {
    let by = By { person: CLAIRE, now };
    let people = i64::try_from(TEAM.len() + DOCTORS.len()).unwrap();
    for person in (1..=people).map(PersonId) {
        let account =
            Account { id: AccountId(person.0), label: format!("compte {person}"), person, recipient: String::new() };
        store.add_account(&account, Some(&signer(person).public()), by).unwrap();
    }
    sits(store, CLAIRE);
    assert!(store.adopt(by, None).unwrap());
}

fn sits(store: &mut Store, person: PersonId) {
    store.sign_with(signer(person), String::new(), Some(AccountId(person.0)));
}

fn signer(person: PersonId) -> Signer {
    Signer::of(format!("person {person}").as_bytes())
}

fn row_of(key: Key) -> Option<Row> {
    match key {
        Key::Point(id) => Some(Table::ITEM.row(id.0)),
        Key::Seat(id) => Some(Table::STAY.row(id.0)),
        Key::Member(id) => Some(Table::PERSON.row(id.0)),
        Key::Closure(_) => None,
    }
}

fn post_id(n: usize) -> PostId {
    PostId(1 + i64::try_from(n).unwrap())
}

fn doctor_id(n: usize) -> PersonId {
    PersonId(i64::try_from(1 + TEAM.len() + n).unwrap())
}

/// How somebody is called in a history that is told.
fn name(id: PersonId) -> &'static str {
    let n = usize::try_from(id.0).unwrap() - 1;
    if n < TEAM.len() { TEAM[n].0 } else { DOCTORS[n - TEAM.len()] }
}
