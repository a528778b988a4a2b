//! What the store's pages say, beside what the model says: after every step.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::{Fault, Glance};
use super::model::Point;
use super::world::{Broken, CLAIRE, World, broken};
use crate::domain::alert::Alert;
use crate::domain::briefing::{Aside, Briefing, Reader};
use crate::domain::{Addressee, Day, Gravity, Holder, IsoWeek, ItemId, PersonId, StayId, Thread, Who};
use crate::protocol::Kept;
use crate::protocol::question::{self, Question};
use crate::store::page::thread;

/// For whom a briefing is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Eye {
    Stay(StayId),
    Team(PersonId),
}

/// A point in a briefing.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    pub item: ItemId,
    pub urgent: bool,
    pub holder: Holder,
    pub unsigned: bool,
    pub due: Option<Day>,
}

impl World {
    fn asked<Q: Question>(&self, question: Q) -> Q::Answer {
        self.stores[0].ask(question, Who::is(CLAIRE), self.now).unwrap()
    }

    /// Compares what one finds; in the morning everybody looks, otherwise those to whom something happened.
    pub(super) fn check(&mut self, morning: bool) -> Result<(), Broken> {
        let held = self.check_frame()?;
        for id in self.touched.clone() {
            self.check_words(id)?;
        }
        self.check_holders(&held)?;
        if morning && let Some(id) = self.open_point() {
            self.check_words(id)?;
        }
        let mut read = BTreeSet::new();
        for (n, eye) in self.eyes().into_iter().enumerate() {
            let must = self.must(eye);
            let other = self.seen.get(&eye) != Some(&must);
            if morning || other || n == self.words % 11 || must.iter().any(|id| self.touched.contains(id)) {
                read.extend(self.check_briefing(eye, &must)?);
                self.seen.insert(eye, must);
                self.count("briefings");
            }
        }
        *self.tally.entry("open points, summed").or_default() += self.model.open().count();
        if morning { self.check_nothing_is_lost(read) } else { Ok(()) }
    }

    /// Every point that is open is there, with one holder each; who left unsigned is named.
    fn check_frame(&mut self) -> Result<BTreeMap<Holder, usize>, Broken> {
        let frame = self.asked(question::Frame);
        let threads = thread::open(&self.stores[0].conn, frame.centre.id).unwrap();
        let ids = threads.iter().map(|thread| thread.item.id);
        let unsigned = frame.alerts.iter().filter_map(|a| if let Alert::Unsigned(s) = a { Some(*s) } else { None });
        let mut seen = Glance { open: ids.collect(), held: frame.followed.clone(), unsigned: unsigned.collect() };
        self.fault.frame(&mut seen, &self.model);
        // What a desk has on its screens, each thing as it was read.
        self.revs = frame.revs;
        self.revs.extend(threads.iter().map(|thread| Kept::point(&thread.item)).map(|kept| (kept.row, kept.rev)));
        self.revs.extend(threads.iter().map(|thread| Kept::word(thread.head())).map(|kept| (kept.row, kept.rev)));
        self.revs.extend(frame.rota.handovers.values().map(Kept::handover).map(|kept| (kept.row, kept.rev)));
        let open: BTreeSet<ItemId> = self.model.open().map(|(id, _)| id).collect();
        if let Some(id) = open.difference(&seen.open).next() {
            return broken(2, format!("n° {id} is open and nowhere"));
        }
        if let Some(id) = seen.open.difference(&open).next() {
            return broken(2, format!("n° {id} is closed and still there"));
        }
        let sum: usize = seen.held.values().sum();
        if sum != open.len() {
            return broken(1, format!("{} open points and {sum} that somebody follows", open.len()));
        }
        let unsigned = self.model.unsigned();
        if unsigned != seen.unsigned {
            return broken(6, format!("left unsigned: {:?}, not {unsigned:?}", seen.unsigned));
        }
        Ok(seen.held)
    }

    fn check_holders(&self, held: &BTreeMap<Holder, usize>) -> Result<(), Broken> {
        let mut expected: BTreeMap<Holder, usize> = BTreeMap::new();
        for (_, point) in self.model.open() {
            *expected.entry(self.model.holder(point)).or_default() += 1;
        }
        if *held == expected {
            return Ok(());
        }
        // Whose it is not, though they have it: the first point that they may think theirs.
        let more = held.iter().find(|(h, n)| expected.get(h).is_none_or(|m| m < *n)).map(|(h, _)| *h);
        let claims = |p: &Point| match more {
            // Whoever read it last.
            _ if p.only_read => true,
            Some(Holder::Person(id)) => {
                let hand = p.hand.and_then(|id| self.model.seats.get(&id));
                p.to == Addressee::Person(id) || hand.is_some_and(|s| s.doctor == id)
            }
            Some(Holder::Role(role)) => p.to == Addressee::Role(role) || Holder::Role(role) == Holder::COORDINATION,
            None => true,
        };
        let fewer = |p: &Point| {
            let holder = self.model.holder(p);
            held.get(&holder).copied().unwrap_or(0) < expected[&holder]
        };
        let found = self.model.open().find(|(_, p)| fewer(p) && claims(p));
        let rule = match more {
            Some(Holder::Role(role)) if Holder::Role(role) != Holder::COORDINATION => 3,
            _ => found.map_or(1, |(_, p)| self.model.why_held(p)),
        };
        let which = found.map(|(id, p)| (id, p.to, p.hand));
        broken(rule, format!("followed {held:?}, not {expected:?}; {which:?}"))
    }

    /// Everybody's words on a point are as they were said, by whom they were said.
    fn check_words(&self, id: ItemId) -> Result<(), Broken> {
        let thread = self.asked(question::Thread(id));
        let (thread, point) = match (thread, self.model.points.get(&id)) {
            (None, None) => return Ok(()),
            (Some(thread), Some(point)) => (thread, point),
            (found, _) => return broken(2, format!("n° {id}: found {}", found.is_some())),
        };
        let Thread { relays, receipts, .. } = &thread;
        if relays.len() != point.said.len() || receipts.len() != point.answers.len() {
            return broken(14, format!("n° {id}: {} words and {} answers", relays.len(), receipts.len()));
        }
        for (found, said) in relays.iter().zip(&point.said) {
            if found.text != said.text {
                let rule = if self.model.is_sealed(said) { 5 } else { 14 };
                return broken(rule, format!("n° {id} says « {} », not « {} »", found.text, said.text));
            }
            if (found.author, found.entered_by, found.stay) != (said.author, said.entered_by, said.stay) {
                return broken(8, format!("n° {id}: {:?} typed by {:?}", found.author, found.entered_by));
            }
        }
        for (found, said) in receipts.iter().zip(&point.answers) {
            if (found.author, found.entered_by) != (said.author, said.entered_by) {
                return broken(8, format!("n° {id}: answer of {:?} typed by {:?}", found.author, found.entered_by));
            }
        }
        let head = relays.last().unwrap();
        if head.to != point.to {
            let rule = if point.unchanged >= 3 { 12 } else { 2 };
            return broken(rule, format!("n° {id} goes to {:?}, not {:?}", head.to, point.to));
        }
        Ok(())
    }

    /// One of the open points, another each day.
    fn open_point(&self) -> Option<ItemId> {
        let open: Vec<ItemId> = self.model.open().map(|(id, _)| id).collect();
        let day = usize::try_from(self.model.today.0).unwrap();
        (!open.is_empty()).then(|| open[day % open.len()])
    }

    /// Everyone who reads now: the doctors who are here, those who come next, and the team.
    fn eyes(&self) -> Vec<Eye> {
        let model = &self.model;
        let here = || model.live().into_iter().filter(|(id, _)| model.here(*id).is_some());
        let mut stays: BTreeSet<StayId> = here().filter(|(_, s)| s.from <= model.today).map(|(id, _)| id).collect();
        let mut posts = BTreeSet::new();
        let mut awaited: BTreeSet<PersonId> =
            model.open().filter_map(|(_, p)| if let Addressee::Person(id) = p.to { Some(id) } else { None }).collect();
        for (id, seat) in here() {
            let next = seat.from > model.today && posts.insert(seat.post);
            if next || awaited.remove(&seat.doctor) {
                stays.insert(id);
            }
        }
        let team = model.team.iter().filter(|(_, m)| m.here).map(|(id, _)| Eye::Team(*id));
        stays.into_iter().map(Eye::Stay).chain(team).collect()
    }

    fn must(&self, eye: Eye) -> BTreeSet<ItemId> {
        match eye {
            Eye::Stay(stay) => self.model.read_by_stay(stay),
            Eye::Team(person) => self.model.read_by_team(person),
        }
    }

    fn check_briefing(&mut self, eye: Eye, must: &BTreeSet<ItemId>) -> Result<BTreeSet<ItemId>, Broken> {
        let reader = match eye {
            Eye::Stay(stay) => Reader::Stay(stay),
            Eye::Team(person) => Reader::Team(person),
        };
        let briefing = self.asked(question::Briefing(reader));
        let mut shown: Vec<Shown> = briefing
            .entries
            .iter()
            // What is somebody else's to answer has examples of its own.
            .filter(|e| matches!(e.aside, None | Some(Aside::Common(_))))
            .map(|e| {
                let head = e.thread.head();
                let urgent = head.gravity == Gravity::Urgent;
                Shown { item: e.thread.item.id, urgent, holder: e.holder, unsigned: e.unsigned, due: head.due }
            })
            .collect();
        let model = &self.model;
        self.fault.briefing(eye, &mut shown, model);
        let found: BTreeSet<ItemId> = shown.iter().map(|s| s.item).collect();
        if let Some(id) = must.difference(&found).next() {
            let point = &model.points[id];
            let rule = match eye {
                Eye::Stay(stay) => model.why_read(point, stay),
                Eye::Team(_) if point.show == Some(model.today.week()) => 13,
                Eye::Team(_) => model.why_held(point),
            };
            return broken(rule, format!("n° {id} ({:?}) is missing for {eye:?}", point.to));
        }
        for id in found.difference(must) {
            let may = match eye {
                Eye::Stay(stay) => model.may_be_read_by_stay(*id, stay),
                Eye::Team(person) => model.may_be_read_by_team(*id, person),
            };
            if !may {
                let early = model.points.get(id).is_some_and(|p| p.show.is_some_and(|w| w > model.today.week()));
                return broken(if early { 13 } else { 1 }, format!("n° {id} is not for {eye:?}"));
            }
        }
        if shown.windows(2).any(|w| w[1].urgent && !w[0].urgent) {
            return broken(15, format!("urgent points are not first for {eye:?}"));
        }
        for s in &shown {
            let point = &model.points[&s.item];
            let holder = model.holder(point);
            if s.holder != holder {
                let said = format!("n° {} is followed by {:?}, not {holder:?}", s.item, s.holder);
                return broken(model.why_held(point), said);
            }
            if s.due != point.due {
                return broken(11, format!("n° {} is due on {:?}, not {:?}", s.item, s.due, point.due));
            }
            if s.unsigned != model.is_unsigned(point) {
                return broken(6, format!("n° {} unsigned: {}", s.item, s.unsigned));
            }
        }
        if let Eye::Stay(stay) = eye {
            self.check_from(stay, &briefing)?;
        }
        Ok(found)
    }

    /// Rule 15: after a vacant week the briefing says so.
    fn check_from(&self, stay: StayId, briefing: &Briefing) -> Result<(), Broken> {
        let mut vacant: Vec<IsoWeek> = briefing.from.vacant.clone();
        if self.fault == Fault::VacantWeeksAreNotSaid {
            vacant.clear();
        }
        let found = (briefing.from.stay.as_ref().map(|s| s.id), vacant);
        let expected = self.model.takes_from(stay);
        if found == expected { Ok(()) } else { broken(15, format!("takes over {found:?}, not {expected:?}")) }
    }

    /// Rule 2: every open point is before somebody, or waits for its week.
    fn check_nothing_is_lost(&mut self, mut read: BTreeSet<ItemId>) -> Result<(), Broken> {
        // In hand and said in this stay: in the list of what is handed over.
        for post in 0..2 {
            let Some((stay, _)) = self.on_duty(post) else { continue };
            let Some(list) = self.asked(question::Transmission(stay)) else { continue };
            read.extend(list.lines.iter().map(|line| line.thread.item.id));
        }
        let week = self.model.today.week();
        let lost = self.model.open().find(|(id, p)| !read.contains(id) && p.show.is_none_or(|from| from <= week));
        match lost {
            None => Ok(()),
            Some((id, point)) => broken(2, format!("n° {id} is before nobody: {point:?}")),
        }
    }
}
