//! The relay, proved: random histories of a centre against a small model written from the rules alone.
//!
//! The rules under test are arguments, so that each property has its negative control: a rule broken on
//! purpose, for which the same property must find a counterexample.
//! `RELEVE_TRIALS=full` runs many more histories.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestCaseError, TestRng, TestRunner};

use super::briefing::{Aside, Reader, briefing};
use super::fixture::{CLAIRE, NADIA, cancelled, monday, receipt, rota, sign, stay, thread, week, word};
use super::transmission::transmission;
use super::*;

// ---- The model: rules 1 to 6, 12, 13 and 15 of the relay, as a baton that passes from hand to hand. ----

/// A doctor's place in a week; a cancelled stay leaves it empty.
#[derive(Clone, Copy)]
struct Seat {
    stay: StayId,
    doctor: PersonId,
    saturday: Day,
    signed: bool,
}

impl Seat {
    /// Rules 4 and 6: a signature or the end of the stay, whichever comes first, empties the hands.
    fn gone(&self, today: Day) -> bool {
        self.signed || self.saturday < today
    }
}

/// A point as the model knows it.
struct Baton {
    open: bool,
    to: Addressee,
    /// The stay that has it in hand: said the last word, or took it.
    hand: Option<StayId>,
    show: Option<IsoWeek>,
    born_in: Option<StayId>,
    /// A question or a point sent back waits for the coordination.
    asked: bool,
    returned: bool,
    /// Whose question was the last, and which stays said a word: a colleague's question is theirs to read.
    asker: Option<StayId>,
    spoke: BTreeSet<StayId>,
    unchanged: usize,
}

#[derive(Default)]
struct Model {
    seats: BTreeMap<(PostId, IsoWeek), Seat>,
    batons: BTreeMap<ItemId, Baton>,
    nurse_left: bool,
}

impl Model {
    fn in_hand(&self, baton: &Baton, today: Day) -> Option<&Seat> {
        self.seats.values().find(|seat| Some(seat.stay) == baton.hand && !seat.gone(today))
    }

    /// The doctor's nearest place.
    fn place_of(&self, doctor: PersonId, today: Day) -> Option<&Seat> {
        self.seats.values().filter(|s| s.doctor == doctor && !s.gone(today)).min_by_key(|s| s.saturday)
    }

    /// Rules 2 and 3: the first place from that week on whose doctor is not gone, over however many empty weeks.
    fn next_on(&self, post: PostId, week: IsoWeek, today: Day) -> Option<&Seat> {
        self.seats.range((post, week)..).take_while(|((p, _), _)| *p == post).map(|(_, s)| s).find(|s| !s.gone(today))
    }

    /// Rules 1, 3 and 4.
    fn holder(&self, item: ItemId, today: Day) -> Holder {
        let baton = &self.batons[&item];
        if let Some(seat) = self.in_hand(baton, today) {
            return Holder::Person(seat.doctor);
        }
        match baton.to {
            Addressee::Person(CLAIRE) => Holder::Person(CLAIRE),
            Addressee::Person(NADIA) if !self.nurse_left => Holder::Person(NADIA),
            Addressee::Person(id) if !baton.returned && self.place_of(id, today).is_some() => Holder::Person(id),
            Addressee::Role(Role::Nurse) if !self.nurse_left => Holder::Role(Role::Nurse),
            _ => Holder::COORDINATION,
        }
    }

    /// Rules 2, 13 and 15: what the doctor of a running stay must find.
    fn read_by_stay(&self, stay: StayId, today: Day) -> BTreeSet<ItemId> {
        let addressed = |to| match to {
            Addressee::Post(post, week) => self.next_on(post, week, today).is_some_and(|s| s.stay == stay),
            Addressee::Person(id) => self.place_of(id, today).is_some_and(|s| s.stay == stay),
            Addressee::Role(_) => false,
        };
        let post_of = |id| self.seats.iter().find(|(_, s)| s.stay == id).map(|((post, _), _)| *post);
        // What one of the two doctors of a week has in hand and addresses to the other is read there at once.
        let is_for = |baton: &Baton| match self.in_hand(baton, today) {
            Some(seat) if seat.stay == stay => true,
            Some(seat) => addressed(baton.to) && post_of(seat.stay) != post_of(stay),
            None => addressed(baton.to),
        };
        let is_asked = |b: &Baton| b.open && b.asked && b.asker != Some(stay) && b.spoke.contains(&stay);
        let shown = |b: &&Baton| b.open && b.show.is_none_or(|from| from <= today.week()) && b.born_in != Some(stay);
        self.batons.iter().filter(|(_, b)| shown(b) && is_for(b) || is_asked(b)).map(|(id, _)| *id).collect()
    }

    /// What a member of the team must find.
    fn read_by_team(&self, person: PersonId, role: Role, today: Day) -> BTreeSet<ItemId> {
        let is_for = |id: ItemId, baton: &Baton| {
            let holder = self.holder(id, today);
            let theirs = holder == Holder::Person(person) || holder == Holder::Role(role);
            let shown = baton.show.is_none_or(|from| from <= today.week());
            // Whoever has it in hand: nobody will be there to whom it is addressed.
            let empty = shown && self.nurse_left && baton.to == Addressee::Role(Role::Nurse);
            (role == Role::Coordination && (baton.asked || baton.returned || empty)) || (theirs && shown)
        };
        self.batons.iter().filter(|(id, b)| b.open && is_for(**id, b)).map(|(id, _)| *id).collect()
    }
}

// ---- Histories: what may happen at a centre, applied to the real types and to the model. ----

/// Something that happens. Small numbers choose among what there is at that moment.
#[derive(Debug, Clone)]
enum Step {
    Days(i32),
    /// A doctor is booked or replaced on a post some weeks ahead.
    Book(i64, i32, i64),
    /// A désistement.
    Cancel(i64, i32),
    Sign(i64),
    Open(Hand, To, Option<i32>),
    Say(usize, Hand, usize, To, Option<i32>),
    Answer(usize, i64, usize),
    NurseLeaves,
}

/// Who acts: the doctor present on a post, or else the team.
#[derive(Debug, Clone, Copy)]
enum Hand {
    Post(i64),
    Team,
}

/// Where it goes, weeks counted from this one.
#[derive(Debug, Clone, Copy)]
enum To {
    Post(i64, i32),
    Doctor(i64),
    Claire,
    Nadia,
    Nurse,
    Coordination,
}

fn step() -> impl Strategy<Value = Step> {
    let post = || 1..=2i64;
    let hand = prop_oneof![3 => post().prop_map(Hand::Post), 1 => Just(Hand::Team)];
    let to = prop_oneof![
        6 => (post(), 0..4i32).prop_map(|(post, weeks)| To::Post(post, weeks)),
        2 => (1..=8i64).prop_map(To::Doctor),
        1 => Just(To::Claire),
        1 => Just(To::Nadia),
        1 => Just(To::Nurse),
        1 => Just(To::Coordination),
    ];
    let show = || proptest::option::weighted(0.2, 0..5i32);
    prop_oneof![
        6 => (1..4i32).prop_map(Step::Days),
        2 => (post(), 0..5i32, 1..=4i64).prop_map(|(post, weeks, doctor)| Step::Book(post, weeks, doctor)),
        1 => (post(), 0..4i32).prop_map(|(post, weeks)| Step::Cancel(post, weeks)),
        2 => post().prop_map(Step::Sign),
        5 => (hand.clone(), to.clone(), show()).prop_map(|(hand, to, show)| Step::Open(hand, to, show)),
        6 => (0..20usize, hand, 0..8usize, to, show()).prop_map(|(n, hand, v, to, show)| Step::Say(n, hand, v, to, show)),
        5 => (0..20usize, post(), 0..4usize).prop_map(|(n, post, answer)| Step::Answer(n, post, answer)),
        1 => Just(Step::NurseLeaves),
    ]
}

/// Who is booked at first on the two posts, and what happens then.
type History = (Vec<Option<i64>>, Vec<Step>);

fn history() -> impl Strategy<Value = History> {
    let seats = proptest::collection::vec(proptest::option::weighted(0.7, 1..=4i64), 12);
    (seats, proptest::collection::vec(step(), 10..60))
}

/// The centre at one moment, and the model beside it.
struct World {
    rota: Rota,
    threads: Vec<Thread>,
    model: Model,
    now: Now,
    /// Counts instants, stays and points, so that none is twice the same.
    clock: i64,
}

impl World {
    fn new(seats: &[Option<i64>]) -> Self {
        let now = Now::on(monday(40), 8, 0);
        let mut world = Self { rota: rota(2, vec![]), threads: vec![], model: Model::default(), now, clock: 0 };
        for (n, doctor) in seats.iter().enumerate() {
            if let Some(doctor) = doctor {
                world.book(1 + i64::try_from(n % 2).unwrap(), i32::try_from(n / 2).unwrap(), *doctor);
            }
        }
        world
    }

    fn tick(&mut self) -> i64 {
        self.clock += 1;
        self.now = Stamp(self.now.at.0 + 1).into();
        self.clock
    }

    /// Doctors 1 to 4 come to the first post, 5 to 8 to the second: nobody is in two places.
    fn book(&mut self, post: i64, weeks: i32, doctor: i64) {
        let week = self.now.day.week().plus(weeks);
        if self.model.seats.contains_key(&(PostId(post), week)) {
            return;
        }
        let number = 40 + (week.monday().0 - monday(40).0) / 7;
        let id = self.tick();
        let booked = stay(id, post, doctor + 4 * (post - 1), number);
        let seat = Seat { stay: booked.id, doctor: booked.doctor, saturday: booked.to, signed: false };
        self.model.seats.insert((booked.post, week), seat);
        self.rota.stays.edit(|stays| stays.push(booked));
    }

    /// The stay that runs on a post and is not signed.
    fn present(&self, post: i64) -> Option<Seat> {
        let seat = self.model.seats.get(&(PostId(post), self.now.day.week())).copied();
        seat.filter(|s| !s.gone(self.now.day))
    }

    fn actor(&self, hand: Hand) -> (Option<i64>, PersonId) {
        match hand {
            Hand::Post(post) => self.present(post).map_or((None, CLAIRE), |s| (Some(s.stay.0), s.doctor)),
            Hand::Team => (None, CLAIRE),
        }
    }

    fn addressee(&self, to: To) -> Addressee {
        match to {
            To::Post(post, weeks) => Addressee::Post(PostId(post), self.now.day.week().plus(weeks)),
            To::Doctor(id) => Addressee::Person(PersonId(id)),
            To::Claire => Addressee::Person(CLAIRE),
            To::Nadia => Addressee::Person(NADIA),
            To::Nurse => Addressee::Role(Role::Nurse),
            To::Coordination => Addressee::Role(Role::Coordination),
        }
    }

    fn happen(&mut self, step: &Step) {
        self.tick();
        match *step {
            Step::Days(days) => self.now = Now::on(self.now.day.plus(days), 8, 0),
            Step::Book(post, weeks, doctor) => self.book(post, weeks, doctor),
            Step::Cancel(post, weeks) => self.cancel(post, weeks),
            Step::Sign(post) => {
                if let Some(seat) = self.present(post) {
                    sign(&mut self.rota, seat.stay.0, self.now.at);
                    self.model.seats.values_mut().filter(|s| s.stay == seat.stay).for_each(|s| s.signed = true);
                }
            }
            Step::Open(hand, to, show) => self.open(hand, to, show),
            Step::Say(n, hand, verdict, to, show) => self.say(n, hand, verdict, to, show),
            Step::Answer(n, post, answer) => self.answer(n, post, answer),
            Step::NurseLeaves => {
                self.rota.people.0.get_mut(&NADIA).unwrap().ended = Some(self.now.day.plus(-1));
                self.model.nurse_left = true;
            }
        }
    }

    fn cancel(&mut self, post: i64, weeks: i32) {
        let key = (PostId(post), self.now.day.week().plus(weeks));
        if let Some(seat) = self.model.seats.get(&key).copied().filter(|s| !s.gone(self.now.day)) {
            self.rota.stays.edit(|stays| {
                let gone = stays.iter_mut().find(|s| s.id == seat.stay).unwrap();
                *gone = cancelled(gone.clone(), self.now.day);
            });
            self.model.seats.remove(&key);
        }
    }

    fn open(&mut self, hand: Hand, to: To, show: Option<i32>) {
        let id = self.clock;
        let ((stay, author), to) = (self.actor(hand), self.addressee(to));
        let show = show.map(|weeks| self.now.day.week().plus(weeks));
        let mut first = word(id, stay, author, self.now.at, Verdict::Opened, to);
        first.show_from = show;
        self.threads.push(thread(id, vec![first]));
        let hand = stay.map(StayId);
        let baton = Baton {
            open: true,
            to,
            hand,
            show,
            born_in: hand,
            asked: false,
            returned: false,
            asker: None,
            spoke: hand.into_iter().collect(),
            unchanged: 0,
        };
        self.model.batons.insert(ItemId(id), baton);
    }

    fn say(&mut self, n: usize, hand: Hand, verdict: usize, to: To, show: Option<i32>) {
        if self.threads.is_empty() {
            return;
        }
        let ((stay, author), to) = (self.actor(hand), self.addressee(to));
        let at = n % self.threads.len();
        let thread = &mut self.threads[at];
        let (before, is_open) = (thread.head().clone(), thread.is_open());
        let verdict = match (is_open, stay, verdict) {
            (false, _, _) => Verdict::Reopened,
            (true, _, 0 | 1) => Verdict::Closed,
            (true, Some(_), 2 | 3) => Verdict::Unchanged,
            (true, None, 2..=4) => Verdict::Answered,
            (true, _, 4 | 5) => Verdict::Completed,
            (true, _, _) => Verdict::Addressed,
        };
        // The team's words move a point only when they address it.
        let moves = stay.is_some() || matches!(verdict, Verdict::Addressed | Verdict::Reopened);
        let to = if moves { to } else { before.to };
        let show = if moves { show.map(|weeks| self.now.day.week().plus(weeks)) } else { before.show_from };
        let mut said = word(thread.item.id.0, stay, author, self.now.at, verdict, to);
        said.show_from = show;
        said.outcome = (verdict == Verdict::Closed).then_some(Outcome::Done);
        thread.relays.push(said);
        let baton = self.model.batons.get_mut(&thread.item.id).unwrap();
        baton.open = verdict != Verdict::Closed;
        (baton.to, baton.show) = (to, show);
        if moves {
            baton.hand = stay.map(StayId);
        }
        baton.spoke.extend(stay.map(StayId));
        baton.returned = false;
        baton.asked &= !matches!(verdict, Verdict::Answered | Verdict::Closed);
        baton.unchanged = if verdict == Verdict::Unchanged { baton.unchanged + 1 } else { 0 };
    }

    fn answer(&mut self, n: usize, post: i64, answer: usize) {
        let Some(seat) = self.present(post) else { return };
        let mine: Vec<ItemId> = self.model.read_by_stay(seat.stay, self.now.day).into_iter().collect();
        if mine.is_empty() {
            return;
        }
        let id = mine[n % mine.len()];
        let answer = [Answer::Read, Answer::Taken, Answer::Question, Answer::Returned][answer];
        let thread = self.threads.iter_mut().find(|t| t.item.id == id).unwrap();
        thread.receipts.push(receipt(id.0, Some(seat.stay.0), seat.doctor, self.now.at, answer));
        let baton = self.model.batons.get_mut(&id).unwrap();
        match answer {
            Answer::Read => return,
            Answer::Taken => baton.hand = Some(seat.stay),
            Answer::Question => (baton.asked, baton.asker) = (true, Some(seat.stay)),
            Answer::Returned => baton.hand = None,
        }
        baton.returned = answer == Answer::Returned;
    }
}

// ---- The rules under test, and the properties. ----

/// The two questions the desk asks of the relay.
struct Rules {
    holder: fn(&Thread, &Rota, Now) -> Holder,
    briefing: fn(Reader, &[Thread], &Rota, Now) -> BTreeSet<ItemId>,
    streak: fn(&Thread) -> usize,
}

const REAL: Rules = Rules { holder, briefing: read, streak: Thread::unchanged_streak };

fn read(reader: Reader, threads: &[Thread], rota: &Rota, now: Now) -> BTreeSet<ItemId> {
    let found = briefing(reader, threads, rota, now).entries.into_iter();
    // What is somebody else's to answer has examples of its own.
    found.filter(|e| matches!(e.aside, None | Some(Aside::Common(_)))).map(|e| e.thread.item.id).collect()
}

/// A property of one moment: nothing, or what is wrong.
type Property = fn(&World, &Rules) -> Result<(), String>;

fn expect(holds: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what()) }
}

impl World {
    fn running(&self) -> impl Iterator<Item = Seat> {
        (1..=2).filter_map(|post| self.present(post))
    }

    fn open_threads(&self) -> impl Iterator<Item = &Thread> {
        self.threads.iter().filter(|t| t.is_open())
    }

    /// Everyone's briefing at this moment.
    fn all_read(&self, rules: &Rules) -> BTreeSet<ItemId> {
        let stays = self.running().map(|seat| Reader::Stay(seat.stay));
        let readers = stays.chain([Reader::Team(CLAIRE), Reader::Team(NADIA)]);
        readers.flat_map(|reader| (rules.briefing)(reader, &self.threads, &self.rota, self.now)).collect()
    }
}

/// Rule 1: the one holder is somebody of the team, a role that is filled, or a doctor who has not left.
fn the_holder_is_here(world: &World, rules: &Rules) -> Result<(), String> {
    let today = world.now.day;
    world.open_threads().try_for_each(|t| {
        let here = match (rules.holder)(t, &world.rota, world.now) {
            Holder::Person(CLAIRE) | Holder::COORDINATION => true,
            Holder::Person(NADIA) | Holder::Role(Role::Nurse) => !world.model.nurse_left,
            Holder::Person(id) => world.model.place_of(id, today).is_some(),
            Holder::Role(_) => false,
        };
        expect(here, || format!("{} is held by somebody who is not here", t.item.id))
    })
}

/// Rules 1, 3 and 4: the holder is whom the model says; after a signature, the coordination.
fn the_holder_is_the_model_s(world: &World, rules: &Rules) -> Result<(), String> {
    world.open_threads().try_for_each(|t| {
        let (held, expected) =
            ((rules.holder)(t, &world.rota, world.now), world.model.holder(t.item.id, world.now.day));
        expect(held == expected, || format!("{}: {held:?}, not {expected:?}", t.item.id))
    })
}

/// Rule 2: every open point is before somebody: in a briefing, in the list of who has it in hand, or kept
/// for a doctor who is still to come, or until its week.
fn nothing_is_lost(world: &World, rules: &Rules) -> Result<(), String> {
    let mut seen = world.all_read(rules);
    for seat in world.running() {
        let list = transmission(seat.stay, &world.threads, &world.rota, world.now).unwrap();
        seen.extend(list.lines.iter().map(|l| l.thread.item.id));
    }
    world.open_threads().filter(|t| !seen.contains(&t.item.id)).try_for_each(|t| {
        let later = !t.is_shown(world.now.day.week());
        let to_come = matches!(t.head().to, Addressee::Person(id) if world.model.place_of(id, world.now.day).is_some());
        expect(later || to_come, || format!("{} is before nobody", t.item.id))
    })
}

/// Rules 2, 3 and 15: whoever runs a stay finds what the model gives them, over vacant weeks and replacements.
fn the_doctor_finds_all(world: &World, rules: &Rules) -> Result<(), String> {
    world.running().try_for_each(|seat| {
        let found = (rules.briefing)(Reader::Stay(seat.stay), &world.threads, &world.rota, world.now);
        let expected = world.model.read_by_stay(seat.stay, world.now.day);
        expect(found.is_superset(&expected), || format!("stay {}: {found:?}, not {expected:?}", seat.stay))
    })
}

/// And nothing that is somebody else's.
fn the_doctor_finds_no_more(world: &World, rules: &Rules) -> Result<(), String> {
    world.running().try_for_each(|seat| {
        let found = (rules.briefing)(Reader::Stay(seat.stay), &world.threads, &world.rota, world.now);
        let expected = world.model.read_by_stay(seat.stay, world.now.day);
        expect(found.is_subset(&expected), || format!("stay {}: {found:?}, not {expected:?}", seat.stay))
    })
}

/// The team finds what it holds, what is asked and what was sent back.
fn the_team_finds_its_own(world: &World, rules: &Rules) -> Result<(), String> {
    let nurse = (!world.model.nurse_left).then_some((NADIA, Role::Nurse));
    [(CLAIRE, Role::Coordination)].into_iter().chain(nurse).try_for_each(|(id, role)| {
        let found = (rules.briefing)(Reader::Team(id), &world.threads, &world.rota, world.now);
        let expected = world.model.read_by_team(id, role, world.now.day);
        expect(found == expected, || format!("{id}: {found:?}, not {expected:?}"))
    })
}

/// Rule 2: a closed point leaves.
fn the_closed_leaves(world: &World, rules: &Rules) -> Result<(), String> {
    let read = world.all_read(rules);
    let left = |id: &ItemId| world.model.batons[id].open;
    expect(read.iter().all(left), || "a closed point is still shown".to_owned())
}

/// Rule 13: hidden before its week, except where it is asked about or was sent back.
fn the_hidden_waits(world: &World, rules: &Rules) -> Result<(), String> {
    let hidden = |b: &Baton| b.show.is_some_and(|from| from > world.now.day.week()) && !b.asked && !b.returned;
    let read = world.all_read(rules);
    expect(read.iter().all(|id| !hidden(&world.model.batons[id])), || "a point shows before its week".to_owned())
}

/// Rule 12: the count of unchanged words, whoever reads it.
fn the_unchanged_are_counted(world: &World, rules: &Rules) -> Result<(), String> {
    world.threads.iter().try_for_each(|t| {
        let expected = world.model.batons[&t.item.id].unchanged;
        expect((rules.streak)(t) == expected, || format!("{}: {expected} unchanged", t.item.id))
    })
}

/// Plays a history, asking at every step and then on every day of the weeks that follow.
fn play((seats, steps): &History, rules: &Rules, property: Property) -> Result<(), String> {
    let mut world = World::new(seats);
    for step in steps {
        world.happen(step);
        property(&world, rules)?;
    }
    for _ in 0..50 {
        world.happen(&Step::Days(1));
        property(&world, rules)?;
    }
    Ok(())
}

fn runner() -> TestRunner {
    let cases = if std::env::var("RELEVE_TRIALS").is_ok_and(|t| t == "full") { 3000 } else { 80 };
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

fn holds(rules: &Rules, property: Property) -> Result<(), String> {
    let outcome = runner().run(&history(), |h| play(&h, rules, property).map_err(TestCaseError::fail));
    outcome.map_err(|e| e.to_string())
}

macro_rules! properties {
    ($($property:ident),* $(,)?) => {$(
        mod $property {
            #[test]
            fn in_every_history() {
                super::holds(&super::REAL, super::$property).unwrap();
            }
        }
    )*};
}

properties! {
    the_holder_is_here,
    the_holder_is_the_model_s,
    nothing_is_lost,
    the_doctor_finds_all,
    the_doctor_finds_no_more,
    the_team_finds_its_own,
    the_closed_leaves,
    the_hidden_waits,
    the_unchanged_are_counted,
}

// ---- Negative controls: each property, with one rule broken on purpose. ----

/// Nobody ever signs: the leaving doctor keeps everything to the end of the stay.
fn unsigned(rota: &Rota) -> Rota {
    Rota { handovers: BTreeMap::new(), ..rota.clone() }
}

/// Désistements are not seen: those stays still receive.
fn nobody_withdraws(rota: &Rota) -> Rota {
    let mut rota = rota.clone();
    rota.stays.edit(|stays| stays.iter_mut().for_each(|s| s.state = StayState::Confirmed));
    rota
}

/// A post in a week means that very week: a vacant week swallows its points.
fn only_that_week(reader: Reader, threads: &[Thread], rota: &Rota, now: Now) -> BTreeSet<ItemId> {
    let on_time = |t: &Thread| !matches!(t.head().to, Addressee::Post(_, week) if week < now.day.week());
    let threads: Vec<Thread> = threads.iter().filter(|t| on_time(t)).cloned().collect();
    read(reader, &threads, rota, now)
}

fn map_heads(threads: &[Thread], change: impl Fn(&mut Relay)) -> Vec<Thread> {
    let mut threads = threads.to_vec();
    threads.iter_mut().filter_map(|t| t.relays.last_mut()).for_each(change);
    threads
}

#[rstest::rstest]
#[case::doctors_keep_what_they_took_for_ever(
    the_holder_is_here,
    Rules { holder: |t, rota, now| t.head().stay.and_then(|s| rota.stay(s)).map_or_else(|| holder(t, rota, now), |s| Holder::Person(s.doctor)), ..REAL }
)]
#[case::the_leaving_doctor_holds_after_the_signature(
    the_holder_is_the_model_s,
    Rules { holder: |t, rota, now| holder(t, &unsigned(rota), now), ..REAL }
)]
#[case::a_vacant_week_swallows_for_everybody(nothing_is_lost, Rules { briefing: only_that_week, ..REAL })]
#[case::a_vacant_week_swallows(the_doctor_finds_all, Rules { briefing: only_that_week, ..REAL })]
#[case::a_cancelled_stay_still_receives(
    the_doctor_finds_all,
    Rules { briefing: |r, t, rota, now| read(r, t, &nobody_withdraws(rota), now), ..REAL }
)]
#[case::a_point_comes_a_week_late(
    the_doctor_finds_all,
    Rules { briefing: |r, t, rota, now| read(r, &map_heads(t, |h| h.show_from = h.show_from.map(IsoWeek::next)), rota, now), ..REAL }
)]
#[case::the_next_doctor_reads_what_another_has_in_hand(
    the_doctor_finds_no_more,
    Rules { briefing: |r, t, rota, now| read(r, &map_heads(t, |h| h.stay = None), rota, now), ..REAL }
)]
#[case::the_team_does_not_hold_between_two_doctors(
    the_team_finds_its_own,
    Rules { briefing: |r, t, rota, now| read(r, t, &unsigned(rota), now), ..REAL }
)]
#[case::closing_does_nothing(
    the_closed_leaves,
    Rules { briefing: |r, t, rota, now| read(r, &map_heads(t, |h| h.outcome = None), rota, now), ..REAL }
)]
#[case::the_week_to_show_is_ignored(
    the_hidden_waits,
    Rules { briefing: |r, t, rota, now| read(r, &map_heads(t, |h| h.show_from = None), rota, now), ..REAL }
)]
#[case::a_completed_word_does_not_start_the_count_anew(
    the_unchanged_are_counted,
    Rules { streak: |t| t.relays.iter().filter(|r| r.verdict == Verdict::Unchanged).count(), ..REAL }
)]
fn a_broken_rule_is_found(#[case] property: Property, #[case] broken: Rules) {
    let mut runner = runner();
    let found = runner.run(&history(), |h| play(&h, &broken, property).map_err(TestCaseError::fail));
    assert!(matches!(found, Err(proptest::test_runner::TestError::Fail(..))), "no counterexample was found");
}

#[test]
fn the_histories_are_not_empty() {
    // Guards the generator: in most histories somebody comes, signs, and the next one finds something.
    let found = std::cell::Cell::new(0);
    let outcome = runner().run(&history(), |h| {
        let mut world = World::new(&h.0);
        h.1.iter().for_each(|step| world.happen(step));
        let read = world.running().any(|s| !world.model.read_by_stay(s.stay, world.now.day).is_empty());
        assert!(world.now.day >= monday(40) && world.rota.confirmed().all(|s| s.week() >= week(40)));
        found.set(found.get() + i32::from(read));
        Ok(())
    });
    outcome.unwrap();
    assert!(found.get() > 15, "{}", found.get());
}
