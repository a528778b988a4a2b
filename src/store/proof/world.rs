//! A history played on the real store and on the model: each act, and what must become of it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::super::Store;
use super::super::testing::{ajain, someone};
use super::fault::Fault;
use super::history::{Hand, Move, Said, Says, Step, To};
use super::look::Eye;
use super::model::{Booked, Key, Member, Model, Picture, Point, Seat, Word};
use crate::domain::act::{
    Act, CentreAct, HandoverAct, ItemAct, NewCentre, NewItem, NewPerson, NewStay, NewWord, PeopleAct, StayAct,
};
use crate::domain::stay::Withdrawal;
use crate::domain::{
    Addressee, Answer, Day, Detail, Gravity, IsoWeek, ItemFacts, ItemId, Kind, Now, Outcome, PatientRef, PersonId,
    PostId, Role, Stamp, StayId, StayState, Verdict, Who,
};
use crate::protocol::{Reply, Rev, Row, Write};

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

    pub(super) fn count(&mut self, what: &'static str) {
        *self.tally.entry(what).or_default() += 1;
    }

    fn last(&self, table: &str) -> i64 {
        let sql = format!("SELECT max(id) FROM {table}");
        self.stores[0].conn.query_row(&sql, [], |row| row.get(0)).unwrap()
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
                Some(Actor { who, author: doctor, stay: Some(stay), signed: self.model.signed.contains(&stay) })
            }
            Hand::Team(n) => {
                let author = PersonId(1 + i64::try_from(n).unwrap());
                let who = Who::is(author);
                self.model.team[&author].here.then_some(Actor { who, author, stay: None, signed: false })
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
        let store = go.desk % self.stores.len();
        let reply = self.stores[store].write(&write, who, self.now);
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
                let act = CentreAct::AddClosure { from, to, reason: "congés".into() };
                self.tell(go, || format!("fermé du {} au {}", from.date(), to.date()));
                if self.ask(go, Who::is(CLAIRE), act.into(), None, &Expect::Saved(17))? {
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

    // ---- The calendar. ----

    /// A doctor is in one place at a time: the program would ask; here it does not happen.
    fn is_free(&self, doctor: PersonId, seat: &Seat, except: Option<StayId>) -> bool {
        let taken =
            |s: &Seat| s.doctor == doctor && s.booked != Booked::Cancelled && s.from <= seat.to && seat.from <= s.to;
        self.model.seats.iter().all(|(id, s)| Some(*id) == except || !taken(s))
    }

    /// A new place, or one that changes.
    fn seat(&mut self, go: &Move, id: Option<StayId>, seat: Seat) -> Result<(), Broken> {
        if seat.to < self.model.today || !self.is_free(seat.doctor, &seat, id) {
            return Ok(());
        }
        let overlaps =
            |s: &Seat| s.booked == Booked::Confirmed && s.post == seat.post && s.from <= seat.to && seat.from <= s.to;
        let taken = seat.booked == Booked::Confirmed
            && self.model.seats.iter().any(|(other, s)| Some(*other) != id && overlaps(s));
        let state = if seat.booked == Booked::Option { StayState::Option } else { StayState::Confirmed };
        let new = NewStay { post: seat.post, doctor: seat.doctor, from: seat.from, to: seat.to, state };
        let act = id.map_or(StayAct::Add(new.clone()), |id| StayAct::Edit(id, new));
        self.tell(go, || {
            let who = name(seat.doctor);
            format!("{who} {} – {}, poste {} ({state:?})", seat.from.date(), seat.to.date(), seat.post)
        });
        let expect = if taken { Expect::Refused(16) } else { Expect::Saved(16) };
        if self.ask(go, Who::is(CLAIRE), act.into(), id.map(Key::Seat), &expect)? {
            let id = id.unwrap_or_else(|| StayId(self.last("stay")));
            self.keep(Who::is(CLAIRE), Key::Seat(id), Picture::Seat(seat), false);
        }
        Ok(())
    }

    fn change_seat(
        &mut self,
        go: &Move,
        n: usize,
        which: impl Fn(Day, &Seat) -> bool,
        change: impl Fn(&mut Seat),
    ) -> Result<(), Broken> {
        let today = self.model.today;
        let found: Vec<StayId> =
            self.model.seats.iter().filter(|(_, s)| s.to >= today && which(today, s)).map(|(id, _)| *id).collect();
        if found.is_empty() {
            return Ok(());
        }
        let id = found[n % found.len()];
        let mut seat = self.model.seats[&id].clone();
        change(&mut seat);
        if seat == self.model.seats[&id] { Ok(()) } else { self.seat(go, Some(id), seat) }
    }

    fn cancel(&mut self, go: &Move, n: usize) -> Result<(), Broken> {
        let today = self.model.today;
        let ahead = |s: &Seat| s.booked != Booked::Cancelled && s.to >= today;
        let found: Vec<StayId> = self.model.seats.iter().filter(|(_, s)| ahead(s)).map(|(id, _)| *id).collect();
        if found.is_empty() {
            return Ok(());
        }
        let id = found[n % found.len()];
        let was_there = self.model.signed.contains(&id) || self.model.taken_over.contains(&id);
        let seat = Seat { booked: Booked::Cancelled, ..self.model.seats[&id].clone() };
        self.tell(go, || format!("{} se désiste, séjour {id} du {}", name(seat.doctor), seat.from.date()));
        let act = StayAct::Cancel(id, Withdrawal { on: today, reason: "malade".into() });
        let expect = if was_there { Expect::Refused(19) } else { Expect::Saved(19) };
        if self.ask(go, Who::is(CLAIRE), act.into(), Some(Key::Seat(id)), &expect)? {
            self.count("withdrawals");
            self.keep(Who::is(CLAIRE), Key::Seat(id), Picture::Seat(seat), false);
        }
        Ok(())
    }

    // ---- The handover. ----

    fn sign(&mut self, go: &Move, hand: Hand, nothing: bool) -> Result<(), Broken> {
        let Some(actor) = self.actor(hand) else { return Ok(()) };
        let Some(stay) = actor.stay else { return Ok(()) };
        let silent = self.model.is_silent(stay);
        let expect = match () {
            () if actor.signed => Expect::Refused(5),
            () if silent != nothing => Expect::Refused(9),
            () => Expect::Saved(6),
        };
        self.tell(go, || {
            let nothing = if nothing { ", rien à signaler" } else { "" };
            format!("{} signe le séjour {stay}{nothing}", name(actor.author))
        });
        let act = HandoverAct::Sign { stay, name: "Nom".into(), nothing_to_report: nothing, as_is: false };
        if self.ask(go, actor.who, act.into(), None, &expect)? {
            self.signs(actor.who, stay);
            self.count("signatures");
        }
        Ok(())
    }

    fn signs(&mut self, who: Who, stay: StayId) {
        self.model.signed.insert(stay);
        self.undone.entry(who.person).or_default().clear();
        self.fault.after_signature(&self.stores[0], stay);
    }

    fn addendum(&mut self, go: &Move, hand: Hand, says: Option<Says>) -> Result<(), Broken> {
        let Some(actor) = self.actor(hand) else { return Ok(()) };
        // The team adds to what was signed last.
        let confirmed = |id: &&StayId| self.model.seats[*id].booked == Booked::Confirmed;
        let Some(stay) = actor.stay.or(self.model.signed.iter().rfind(confirmed).copied()) else {
            return Ok(());
        };
        let point = says.map(|says| self.first_word(says, Actor { stay: None, ..actor }));
        let lacking = says.is_some_and(is_lacking);
        let expect = match () {
            () if !self.model.signed.contains(&stay) => Expect::Refused(5),
            () if lacking => Expect::Refused(10),
            () => Expect::Saved(5),
        };
        self.tell(go, || {
            let point = point.as_ref().map(|(_, w, _)| tell_word(w)).unwrap_or_default();
            format!("{} ajoute au séjour {stay} {point}", name(actor.author))
        });
        let item = point.as_ref().map(|(item, word, _)| (item.clone(), word.clone()));
        let act = HandoverAct::Addendum { stay, text: "Un ajout.".into(), item };
        if self.ask(go, actor.who, act.into(), None, &expect)? {
            self.count("addenda");
            self.undone.entry(actor.who.person).or_default().clear();
            if let Some((_, _, mut point)) = point {
                point.said[0].added = true;
                let key = Key::Point(ItemId(self.last("item")));
                self.keep(actor.who, key, Picture::Point(point), true);
            }
        }
        Ok(())
    }

    // ---- Points. ----

    fn text(&mut self) -> String {
        self.words += 1;
        format!("mot {}", self.words)
    }

    fn spoken(&self, says: Says, text: String) -> NewWord {
        let today = self.model.today;
        NewWord {
            text,
            plan: if says.plan { "si fièvre, alors 15".into() } else { String::new() },
            gravity: if says.urgent { Gravity::Urgent } else { Gravity::Routine },
            due: says.due.map(|days| today.plus(days)),
            show_from: says.show.map(|weeks| today.week().plus(weeks)),
            to: self.addressee(says.to),
            outcome: None,
            detail: Detail::default(),
        }
    }

    fn first_word(&mut self, says: Says, actor: Actor) -> (NewItem, NewWord, Point) {
        let text = self.text();
        let word = self.spoken(says, text);
        let common = self.words.is_multiple_of(7);
        let file = (1000 + self.words).to_string();
        let patient = (!common).then_some(PatientRef { file, initials: None, birth_year: Some(1948) });
        let kind = if common { Kind::Centre } else { [Kind::Care, Kind::Letter, Kind::Promise][self.words % 3] };
        let item = NewItem { kind, patient, facts: ItemFacts::default() };
        let point = Point {
            open: true,
            urgent: says.urgent,
            urgent_before: false,
            common,
            to: word.to,
            hand: actor.stay,
            show: word.show_from,
            due: word.due,
            said: vec![said_by(actor, &word.text)],
            answers: vec![],
            asked: false,
            asker: None,
            returned: false,
            unchanged: 0,
            only_read: false,
            answered: false,
        };
        (item, word, point)
    }

    fn open(&mut self, go: &Move, hand: Hand, says: Says) -> Result<(), Broken> {
        let Some(actor) = self.actor(hand) else { return Ok(()) };
        let (item, word, point) = self.first_word(says, actor);
        let expect = match () {
            () if actor.signed => Expect::Refused(5),
            () if is_lacking(says) => Expect::Refused(10),
            () => Expect::Saved(2),
        };
        self.tell(go, || format!("{} ouvre {}", name(actor.author), tell_word(&word)));
        if self.ask(go, actor.who, ItemAct::Open(item, word).into(), None, &expect)? {
            self.count("points");
            let key = Key::Point(ItemId(self.last("item")));
            self.keep(actor.who, key, Picture::Point(point), false);
        }
        Ok(())
    }

    fn say(&mut self, go: &Move, hand: Hand, n: usize, said: Said, says: Says) -> Result<(), Broken> {
        let Some(actor) = self.actor(hand) else { return Ok(()) };
        let reopens = said == Said::Reopened;
        let mut found: Vec<ItemId> =
            self.model.points.iter().filter(|(_, p)| p.open != reopens).map(|(id, _)| *id).collect();
        // What was closed long ago is let be.
        found.drain(..if reopens { found.len().saturating_sub(8) } else { 0 });
        if found.is_empty() {
            return Ok(());
        }
        let id = found[n % found.len()];
        let mut point = self.model.points[&id].clone();
        let verdict = verdict(said);
        let text = match verdict {
            Verdict::Unchanged | Verdict::Confirmed | Verdict::Closed | Verdict::Addressed => String::new(),
            _ => self.text(),
        };
        let mut word = self.spoken(says, text);
        word.outcome = (verdict == Verdict::Closed).then_some(Outcome::Done);
        // The team's words leave a point where it is, unless they send it elsewhere.
        let sends = matches!(verdict, Verdict::Addressed | Verdict::Reopened);
        if !(sends || (actor.stay.is_some() && verdict != Verdict::Answered)) {
            (word.to, word.show_from) = (point.to, point.show);
        }
        word.due = word.due.or(point.due);
        if point.urgent || matches!(verdict, Verdict::Unchanged | Verdict::Closed) {
            word.gravity = if point.urgent { Gravity::Urgent } else { Gravity::Routine };
        }
        let urgent = word.gravity == Gravity::Urgent;
        let lacking = urgent && !point.urgent && (word.due.is_none() || word.plan.is_empty());
        let expect = match () {
            () if actor.signed => Expect::Refused(5),
            () if lacking => Expect::Refused(10),
            () => Expect::Saved(2),
        };
        self.tell(go, || format!("{} : n° {id} {said:?} {}", name(actor.author), tell_word(&word)));
        let act = ItemAct::Say(id, verdict, word.clone());
        let key = Key::Point(id);
        if !self.ask(go, actor.who, act.into(), Some(key), &expect)? {
            return Ok(());
        }
        self.count(if verdict == Verdict::Unchanged { "unchanged" } else { "words" });
        point.open = verdict != Verdict::Closed;
        (point.urgent_before, point.urgent) = (point.urgent, urgent);
        (point.to, point.show, point.due) = (word.to, word.show_from, word.due);
        // Who answers a question does not take the point; the team's words free it only by sending it elsewhere.
        if sends || actor.stay.is_some() && verdict != Verdict::Answered {
            point.hand = actor.stay;
        }
        point.asked &= !matches!(verdict, Verdict::Answered | Verdict::Closed);
        point.unchanged = if verdict == Verdict::Unchanged { point.unchanged + 1 } else { 0 };
        point.undecided();
        (point.returned, point.only_read, point.answered) = (false, false, false);
        point.said.push(said_by(actor, &word.text));
        if point.unchanged >= 3 {
            self.count("third unchanged");
        }
        self.keep(actor.who, key, Picture::Point(point), false);
        Ok(())
    }

    fn amend(&mut self, go: &Move, hand: Hand, n: usize, says: Says) -> Result<(), Broken> {
        let Some(actor) = self.actor(hand) else { return Ok(()) };
        let mine = |p: &Point| p.open && p.said.last().unwrap().author == actor.author;
        let found: Vec<ItemId> = self.model.points.iter().filter(|(_, p)| mine(p)).map(|(id, _)| *id).collect();
        let Some(id) = found.get(n % found.len().max(1)).copied() else { return Ok(()) };
        let mut point = self.model.points[&id].clone();
        let text = self.text();
        let word = self.spoken(says, text);
        let last = point.said.last().unwrap();
        let sealed = last.added || last.stay.is_some_and(|s| self.model.signed.contains(&s));
        let lacking = says.urgent && !point.urgent_before && (word.due.is_none() || word.plan.is_empty());
        let expect = match () {
            () if point.answered || sealed => Expect::Refused(5),
            () if lacking => Expect::Refused(10),
            () => Expect::Saved(5),
        };
        let relay =
            self.stores[0].conn.query_row("SELECT head FROM item WHERE id = ?1", [id], |row| row.get(0)).unwrap();
        self.tell(go, || format!("{} corrige n° {id} {}", name(actor.author), tell_word(&word)));
        let (act, key) = (ItemAct::Amend(relay, word.clone()), Key::Point(id));
        if self.ask(go, actor.who, act.into(), Some(key), &expect)? {
            self.count("amended");
            (point.to, point.show, point.due, point.urgent) = (word.to, word.show_from, word.due, says.urgent);
            point.undecided();
            let last = point.said.last_mut().unwrap();
            (last.text, last.entered_by) = (word.text, actor.who.entered_by());
            self.keep(actor.who, key, Picture::Point(point), false);
        }
        Ok(())
    }

    fn answer(&mut self, go: &Move, hand: Hand, n: usize, kind: usize, words: bool) -> Result<(), Broken> {
        let Some(actor) = self.actor(hand).filter(|a| !a.signed) else { return Ok(()) };
        let found = match actor.stay {
            Some(stay) => self.model.read_by_stay(stay),
            None => self.model.read_by_team(actor.author),
        };
        let Some(id) = found.iter().nth(n % found.len().max(1)).copied() else { return Ok(()) };
        let answer = [Answer::Read, Answer::Taken, Answer::Question, Answer::Returned, Answer::Taken][kind];
        // Why a point is sent back is always said.
        let text = if words || answer == Answer::Returned { self.text() } else { String::new() };
        let mut point = self.model.points[&id].clone();
        let wordless = text.is_empty() && (answer == Answer::Question || (answer == Answer::Taken && point.urgent));
        let expect = if wordless { Expect::Refused(7) } else { Expect::Saved(7) };
        self.tell(go, || format!("{} répond n° {id} {answer:?} « {text} »", name(actor.author)));
        point.answers.push(said_by(actor, &text));
        let (act, key) = (ItemAct::Answer(id, answer, text), Key::Point(id));
        if !self.ask(go, actor.who, act.into(), Some(key), &expect)? {
            return Ok(());
        }
        self.count(match answer {
            Answer::Read => "read",
            Answer::Taken => "taken",
            Answer::Question => "questions",
            Answer::Returned => "returned",
        });
        match answer {
            Answer::Read => {}
            Answer::Taken => point.hand = actor.stay,
            Answer::Question => (point.asked, point.asker) = (true, actor.stay),
            Answer::Returned => point.hand = None,
        }
        point.only_read = answer == Answer::Read;
        point.answered = true;
        if answer != Answer::Read {
            point.returned = answer == Answer::Returned;
        }
        self.keep(actor.who, key, Picture::Point(point), false);
        Ok(())
    }

    fn undo(&mut self, go: &Move, hand: Hand, back: bool) -> Result<(), Broken> {
        let Some(actor) = self.actor(hand) else { return Ok(()) };
        let (who, store) = (actor.who, go.desk % self.stores.len());
        self.tell(go, || format!("{} {}", name(who.person), if back { "défait" } else { "refait" }));
        let store = &mut self.stores[store];
        let reply = if back { store.undo(who, self.now) } else { store.redo(who, self.now) };
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
fn row_of(key: Key) -> Option<Row> {
    match key {
        Key::Point(id) => Some(Row::Item(id.0)),
        Key::Seat(id) => Some(Row::Stay(id.0)),
        Key::Member(id) => Some(Row::Person(id.0)),
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

/// A word in a history that is told.
fn tell_word(word: &NewWord) -> String {
    let to = match word.to {
        Addressee::Person(id) => name(id).to_owned(),
        Addressee::Role(role) => format!("{role:?}"),
        Addressee::Post(post, week) => format!("poste {post} S{:02}", week.number()),
    };
    let red = if word.gravity == Gravity::Urgent { ", rouge" } else { "" };
    let due = word.due.map(|d| format!(", pour {}", d.date())).unwrap_or_default();
    let show = word.show_from.map(|w| format!(", dès S{:02}", w.number())).unwrap_or_default();
    format!("« {} » → {to}{red}{due}{show}", word.text)
}

/// Rule 10: what a new urgent point may not be without.
fn is_lacking(says: Says) -> bool {
    says.urgent && (says.due.is_none() || !says.plan)
}

fn said_by(actor: Actor, text: &str) -> Word {
    let entered_by = actor.who.entered_by();
    Word { author: actor.author, entered_by, stay: actor.stay, text: text.to_owned(), added: false }
}

fn verdict(said: Said) -> Verdict {
    match said {
        Said::Unchanged => Verdict::Unchanged,
        Said::Completed => Verdict::Completed,
        Said::Confirmed => Verdict::Confirmed,
        Said::Differs => Verdict::Differs,
        Said::Addressed => Verdict::Addressed,
        Said::Answered => Verdict::Answered,
        Said::Closed => Verdict::Closed,
        Said::Reopened => Verdict::Reopened,
    }
}
