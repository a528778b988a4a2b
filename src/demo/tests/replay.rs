//! The history is replayed with the rules a store enforces, on the domain's own types.

use std::collections::{BTreeMap, BTreeSet};

use crate::demo::Step;
use crate::domain::act::{
    Act, AgendaAct, CentreAct, HandoverAct, ItemAct, NewItem, NewPage, NewStay, NewWord, NotedAct, PeopleAct, PlaceAct,
    RecordAct, SequelAct, StayAct,
};
use crate::domain::agenda::{DecidedHalfDay, Entry, OnClash};
use crate::domain::briefing::{Briefing, Reader, briefing, may_put_off};
use crate::domain::centre::Closure;
use crate::domain::noted::{NewPanel, NewSurvey, Noted, Targets, Third};
use crate::domain::record::{CLOSURE, CONCERTATION, REGULAR_VISIT, Record, TASK, WAITING, Written};
use crate::domain::{
    Addressee, Answer, Day, DayClose, DayCloseId, EntryId, Gravity, Handover, Item, ItemId, Kind, Now, PageId, Person,
    PersonId, Post, PostId, Receipt, ReceiptId, Relay, RelayId, Rev, Role, Rota, Signature, Stamp, Stay, StayId,
    StayState, StepId, Takeover, Thread, Verdict, VersionId,
};

/// A store in twenty lines an act, which refuses what the real one refuses.
#[derive(Default)]
pub struct Replay {
    pub rota: Rota,
    pub threads: Vec<Thread>,
    pub entries: Vec<Entry>,
    pub half_days: Vec<DecidedHalfDay>,
    pub closings: Vec<DayClose>,
    pub panels: Vec<NewPanel>,
    pub surveys: Vec<NewSurvey>,
    pub records: Vec<(&'static Record, Written)>,
    pub targets: Option<Targets>,
    relays: i64,
    receipts: i64,
    contacts: i64,
    pages: Vec<(VersionId, NewPage)>,
    versions: i64,
    read: BTreeSet<(PersonId, VersionId)>,
    /// The points whose end a doctor wants to know, in the order of their wishes.
    sequels: Vec<ItemId>,
    at: Option<Stamp>,
}

impl Replay {
    pub fn of(steps: &[Step]) -> Self {
        let mut replay = Self::default();
        replay.more(steps);
        replay
    }

    pub fn more(&mut self, steps: &[Step]) {
        for step in steps {
            self.run(step);
        }
    }

    fn run(&mut self, step: &Step) {
        assert!(self.at <= Some(step.now.at), "{step:?}");
        self.at = Some(step.now.at);
        assert!(self.rota.people.0.is_empty() || self.rota.people.get(step.who.person).is_some(), "{step:?}");
        match &step.write.act {
            Act::Centre(act) => self.centre(act),
            Act::People(PeopleAct::Add(person)) => self.person(person),
            Act::People(_) | Act::Draft(_) | Act::ImportRota(_) | Act::ImportAgenda(_) => panic!("{step:?}"),
            Act::Together(together) => {
                for act in &together.acts {
                    let write = crate::protocol::Write::of(act.clone());
                    self.run(&Step { write, ..step.clone() });
                }
            }
            Act::Stay(act) => self.stay(act),
            Act::Item(act) => self.item(act, step),
            Act::Handover(act) => self.handover(act, step),
            Act::Place(act) => self.place(act, step),
            Act::Agenda(act) => self.agenda(act, step),
            Act::Noted(act) => self.noted(act, step),
            Act::Sequel(act) => self.sequel(act, step),
            Act::Record(act) => self.record(act, step),
        }
    }

    /// Kept by the team, as the description asks.
    fn record(&mut self, act: &RecordAct, step: &Step) {
        assert_ne!(self.rota.people.get(step.who.author()).unwrap().role, Role::Doctor);
        // A task is one that the store has made of its template.
        let RecordAct::Put(record, id, values) = act else { panic!("{step:?}") };
        if id.is_some() {
            assert!([&TASK, &WAITING, &CONCERTATION, &REGULAR_VISIT].contains(record), "{step:?}");
            assert_eq!(record.faults(values, &[], *id, step.now.day), [], "{step:?}");
            return;
        }
        let id = i64::try_from(self.records.len()).unwrap() + 1;
        let others: Vec<Written> = self.records.iter().filter(|(r, _)| r == record).map(|(_, w)| w.clone()).collect();
        assert_eq!(record.faults(values, &others, None, step.now.day), [], "{step:?}");
        let row = Written { id, rev: Rev(0), values: values.clone(), by: None };
        self.rota.calendar.closures.extend(Closure::of(&row).filter(|_| **record == CLOSURE));
        self.records.push((record, row));
    }

    /// Wanted by a doctor of a point there is; told by the team once it is closed.
    fn sequel(&mut self, act: &SequelAct, step: &Step) {
        let role = self.rota.people.get(step.who.author()).unwrap().role;
        match act {
            SequelAct::Want(item) => {
                assert_eq!(role, Role::Doctor, "{step:?}");
                assert!(self.threads.len() >= usize::try_from(item.0).unwrap(), "{step:?}");
                self.sequels.push(*item);
            }
            SequelAct::Told(id) => {
                assert_ne!(role, Role::Doctor, "{step:?}");
                let item = self.sequels[usize::try_from(id.0 - 1).unwrap()];
                assert!(!self.threads[usize::try_from(item.0 - 1).unwrap()].is_open(), "{step:?}");
            }
            SequelAct::Forget(_) => panic!("{step:?}"),
        }
    }

    fn place(&mut self, act: &PlaceAct, step: &Step) {
        let team = self.rota.people.get(step.who.author()).unwrap().role != Role::Doctor;
        let head = |page: &PageId| usize::try_from(page.0 - 1).unwrap();
        match act {
            PlaceAct::AddContact(_) => self.contacts += 1,
            PlaceAct::EditContact(id, _) | PlaceAct::CheckContact(id) | PlaceAct::Call { contact: id, .. } => {
                assert!((1..=self.contacts).contains(&id.0), "{step:?}");
            }
            PlaceAct::AddPage(page) => {
                let version = self.next_version();
                self.pages.push((version, page.clone()));
            }
            PlaceAct::EditPage(id, page) => {
                assert!(team && self.pages[head(id)].1 != *page, "{step:?}");
                self.pages[head(id)] = (self.next_version(), page.clone());
            }
            PlaceAct::CheckPage(id) => assert!(team && head(id) < self.pages.len(), "{step:?}"),
            PlaceAct::Read(version) => {
                assert!(!team && self.pages.iter().any(|(head, _)| head == version), "{step:?}");
                assert!(self.read.insert((step.who.author(), *version)), "{step:?}");
            }
            PlaceAct::RemoveContact(_) | PlaceAct::RemovePage(_) | PlaceAct::PutBack(_) => panic!("{step:?}"),
        }
    }

    fn next_version(&mut self) -> VersionId {
        self.versions += 1;
        VersionId(self.versions)
    }

    fn noted(&mut self, act: &NotedAct, step: &Step) {
        assert_ne!(self.rota.people.get(step.who.author()).unwrap().role, Role::Doctor);
        match act {
            NotedAct::Add(Noted::Panel(new)) => {
                assert!(new.day <= step.now.day && new.ald.is_none_or(|ald| ald <= new.patients), "{step:?}");
                assert!(self.panels.last().is_none_or(|p| p.day < new.day), "{step:?}");
                self.panels.push(new.clone());
            }
            NotedAct::Add(Noted::Survey(new)) => {
                assert!(new.day <= step.now.day && new.day.week() == new.week && !new.is_empty(), "{step:?}");
                assert!(!matches!(new.third, Third::On(day) if day < new.day), "{step:?}");
                assert!(self.surveys.last().is_none_or(|s| s.week < new.week), "{step:?}");
                self.surveys.push(new.clone());
            }
            NotedAct::Edit(..) | NotedAct::Remove(_) => panic!("{step:?}"),
        }
    }

    fn centre(&mut self, act: &CentreAct) {
        match act {
            CentreAct::Create { posts, first, centre } => {
                self.rota.calendar.opening = centre.opening.clone();
                self.rota.posts = posts
                    .iter()
                    .zip(1..)
                    .map(|(p, id)| Post {
                        id: PostId(id),
                        name: p.clone(),
                        pattern: crate::domain::Pattern::Programmed,
                    })
                    .collect();
                self.person(first);
            }
            CentreAct::EditPost(id, name, pattern) => {
                let post = self.rota.posts.iter_mut().find(|p| p.id == *id).unwrap();
                assert_eq!(post.name, *name);
                post.pattern = *pattern;
            }
            CentreAct::Targets(targets) => self.targets = Some(*targets),
            // Numbered by the store alone.
            CentreAct::ReadyMade(_) => {}
            _ => panic!("{act:?}"),
        }
    }

    fn agenda(&mut self, act: &AgendaAct, step: &Step) {
        assert_ne!(self.rota.people.get(step.who.author()).unwrap().role, Role::Doctor);
        match act {
            AgendaAct::Add(entry, OnClash::Keep) => {
                assert!(entry.to >= entry.day && entry.day >= step.now.day, "{step:?}");
                assert!(entry.day > step.now.day || entry.start.is_none_or(|s| s > step.now.minute), "{step:?}");
                if let Some(item) = entry.item {
                    let thread = &self.threads[usize::try_from(item.0 - 1).unwrap()];
                    assert_eq!(thread.item.patient, entry.patient);
                }
                let id = EntryId(i64::try_from(self.entries.len()).unwrap() + 1);
                self.entries.push(Entry { id, what: entry.clone(), uid: None });
            }
            AgendaAct::HalfDays(which, kind) => {
                let decided = |(post, day, half)| DecidedHalfDay { post, day, half, kind: *kind };
                self.half_days.extend(which.iter().copied().map(decided));
            }
            AgendaAct::Close { stay, day, counts, marks, corrects: None } => {
                let row = self.rota.stay(*stay).unwrap().clone();
                assert!(row.is_confirmed() && row.covers(*day) && *day <= step.now.day, "{step:?}");
                assert!(self.rota.calendar.is_working(*day), "{step:?}");
                assert!(self.closings.iter().rev().take(30).all(|c| (c.stay, c.day) != (*stay, *day)), "{step:?}");
                let id = DayCloseId(i64::try_from(self.closings.len()).unwrap() + 1);
                let (author, at) = (step.who.author(), step.now.at);
                self.closings.push(DayClose { id, stay: *stay, day: *day, counts: *counts, author, at });
                for mark in marks {
                    assert!(!self.rota.is_signed(*stay));
                    let item = NewItem {
                        kind: Kind::Care,
                        patient: Some(mark.patient.clone()),
                        facts: crate::domain::ItemFacts::default(),
                    };
                    let word = NewWord {
                        text: mark.text.clone(),
                        plan: String::new(),
                        gravity: Gravity::Routine,
                        due: None,
                        show_from: None,
                        to: Addressee::Post(row.post, day.week()),
                        outcome: None,
                        detail: crate::domain::Detail::default(),
                    };
                    self.open(&item, &word, None, step);
                }
            }
            _ => panic!("{step:?}"),
        }
    }

    fn person(&mut self, new: &crate::domain::act::NewPerson) {
        let id = PersonId(i64::try_from(self.rota.people.0.len()).unwrap() + 1);
        let (given, family, role) = (new.given.clone(), new.family.clone(), new.role);
        let (presence, doctor) = (new.presence, new.doctor.clone());
        let person =
            Person { id, given, family, role, phone: None, email: None, presence, ended: None, doctor, same_as: None };
        self.rota.people.0.insert(id, person);
    }

    fn stay(&mut self, act: &StayAct) {
        let row = |id: &StayId, s: &NewStay| Stay {
            id: *id,
            post: s.post,
            doctor: s.doctor,
            from: s.from,
            to: s.to,
            state: s.state,
            withdrawal: None,
            was_confirmed: false,
            held_until: None,
            said_on: None,
            note: String::new(),
        };
        let changed = match act {
            StayAct::Add(new) => {
                let id = StayId(i64::try_from(self.rota.stays.len()).unwrap() + 1);
                self.rota.stays.edit(|stays| stays.push(row(&id, new)));
                id
            }
            StayAct::Edit(id, new) => {
                self.rota.stays.edit(|stays| {
                    let old = stays.iter_mut().find(|s| s.id == *id).unwrap();
                    assert_ne!(old.state, StayState::Cancelled);
                    *old = row(id, new);
                });
                *id
            }
            StayAct::Cancel(id, why) => {
                self.rota.stays.edit(|stays| {
                    let old = stays.iter_mut().find(|s| s.id == *id).unwrap();
                    assert_ne!(old.state, StayState::Cancelled);
                    old.was_confirmed = old.state == StayState::Confirmed;
                    old.state = StayState::Cancelled;
                    old.withdrawal = Some(why.clone());
                    assert!(old.notice_days().unwrap() > 0);
                });
                *id
            }
            StayAct::NoteWithdrawal(id, _) | StayAct::Keep(id) => *id,
            StayAct::Enroll(..) | StayAct::Interrupt { .. } | StayAct::Cut { .. } | StayAct::Swap(..) => {
                panic!("{act:?}")
            }
        };
        let stay = self.rota.stay(changed).unwrap();
        assert_eq!(self.rota.people.get(stay.doctor).unwrap().role, Role::Doctor);
        assert!(self.rota.calendar.is_working(stay.from) && self.rota.calendar.is_working(stay.to), "{stay:?}");
        assert!(!self.rota.stays.between(stay.from, stay.to).any(|s| s.clashes(stay)), "{stay:?}");
    }

    /// The stay in which somebody speaks: none for the team, and for a doctor it must allow it.
    fn speaks_in(&self, step: &Step) -> Option<StayId> {
        let author = step.who.author();
        if self.rota.people.get(author).unwrap().role != Role::Doctor {
            return None;
        }
        let mine = |s: &&Stay| s.doctor == author && !self.rota.is_signed(s.id);
        let stay = self.rota.present(step.now.day).rfind(mine);
        Some(stay.unwrap_or_else(|| panic!("outside of a stay: {step:?}")).id)
    }

    fn word(&mut self, item: ItemId, verdict: Verdict, word: &NewWord, stay: Option<StayId>, step: &Step) -> Relay {
        self.relays += 1;
        if word.gravity == Gravity::Urgent && word.outcome.is_none() {
            assert!(word.due.is_some() && !word.plan.is_empty(), "{step:?}");
        }
        assert!(word.text.chars().count() <= 280, "{}", word.text);
        assert!(verdict == Verdict::Unchanged || !word.text.is_empty());
        assert_eq!(verdict == Verdict::Closed, word.outcome.is_some());
        let late = word.due.is_some_and(|d| d < step.now.day);
        assert!(!late || word.outcome.is_some(), "due in the past: {step:?}");
        assert!(word.due.is_none_or(|d| self.rota.calendar.is_working(d)), "{step:?}");
        Relay {
            id: RelayId(self.relays),
            rev: Rev(0),
            item,
            author: step.who.author(),
            entered_by: step.who.entered_by(),
            at: step.now.at,
            stay,
            verdict,
            text: word.text.clone(),
            plan: word.plan.clone(),
            gravity: word.gravity,
            due: word.due,
            show_from: word.show_from,
            to: word.to,
            outcome: word.outcome,
            detail: word.detail,
        }
    }

    fn open(&mut self, new: &NewItem, word: &NewWord, stay: Option<StayId>, step: &Step) {
        let id = ItemId(i64::try_from(self.threads.len()).unwrap() + 1);
        assert_eq!(new.patient.is_none(), new.kind == Kind::Centre);
        let item = Item {
            id,
            rev: Rev(0),
            kind: new.kind,
            patient: new.patient.clone(),
            facts: new.facts.clone(),
            elsewhere: crate::domain::Elsewhere::default(),
        };
        let first = self.word(id, Verdict::Opened, word, stay, step);
        self.threads.push(Thread {
            item,
            relays: vec![first],
            receipts: vec![],
            steps: vec![],
            weeks: BTreeMap::new(),
        });
    }

    fn thread(&mut self, id: ItemId) -> &mut Thread {
        let thread = &mut self.threads[usize::try_from(id.0 - 1).unwrap()];
        assert!(thread.is_open(), "point {id} is closed");
        thread
    }

    fn item(&mut self, act: &ItemAct, step: &Step) {
        let stay = self.speaks_in(step);
        match act {
            ItemAct::Open(item, word) => self.open(item, word, stay, step),
            ItemAct::Step(id, new, close) => {
                let relay = close.as_ref().map(|word| self.word(*id, Verdict::Closed, word, stay, step));
                let thread = self.thread(*id);
                let happened = crate::domain::Step {
                    id: StepId(step.now.at.0),
                    item: *id,
                    round: thread.head().detail.round,
                    stay,
                    author: step.who.author(),
                    entered_by: step.who.entered_by(),
                    at: step.now.at,
                    kind: new.kind,
                    next: new.next,
                    words: new.words.clone(),
                };
                thread.steps.push(happened);
                thread.relays.extend(relay);
            }
            ItemAct::Say(id, verdict, word) => {
                let relay = self.word(*id, *verdict, word, stay, step);
                self.thread(*id).relays.push(relay);
            }
            ItemAct::Answer(id, answer, words) => {
                self.receipts += 1;
                let receipt = Receipt {
                    id: ReceiptId(self.receipts),
                    item: *id,
                    stay,
                    author: step.who.author(),
                    entered_by: step.who.entered_by(),
                    at: step.now.at,
                    answer: *answer,
                    words: words.clone(),
                };
                let thread = self.thread(*id);
                if thread.head().gravity == Gravity::Urgent && *answer == Answer::Taken {
                    assert!(!words.is_empty(), "{step:?}");
                }
                assert!(matches!(answer, Answer::Read | Answer::Taken) || !words.is_empty());
                thread.receipts.push(receipt);
            }
            ItemAct::PutOff(id, day) => {
                let stay = self.rota.stay(stay.unwrap()).unwrap().clone();
                let point = self.thread(*id).clone();
                assert_eq!(may_put_off(&point, &stay, *day, &self.rota, step.now), Ok(()), "{step:?}");
            }
            ItemAct::Amend(..) | ItemAct::Move(..) => panic!("{step:?}"),
        }
    }

    fn handover(&mut self, act: &HandoverAct, step: &Step) {
        let (HandoverAct::Note(stay, ..)
        | HandoverAct::Sign { stay, .. }
        | HandoverAct::Reopen { stay, .. }
        | HandoverAct::Addendum { stay, .. }
        | HandoverAct::Dismiss(stay, _)
        | HandoverAct::TakeOver { stay, .. }) = act;
        let row = self.rota.stay(*stay).unwrap().clone();
        let said = |r: &Self| r.threads.iter().rev().take(80).any(|t| t.relays.iter().any(|w| w.stay == Some(*stay)));
        let silent = !said(self) && self.rota.handovers.get(stay).is_none_or(|h| h.notes.is_empty());
        match act {
            HandoverAct::Note(_, kind, text) => {
                assert_eq!(self.speaks_in(step), Some(*stay));
                let handover = self.rota.handovers.entry(*stay).or_insert_with(|| Handover::empty(*stay));
                handover.notes.set(*kind, text.clone());
            }
            HandoverAct::Sign { name, nothing_to_report, as_is, .. } => {
                assert!(!self.rota.is_signed(*stay));
                if *as_is {
                    assert!(row.to < step.now.day);
                    assert_eq!(self.rota.people.get(step.who.person).unwrap().role, Role::Coordination);
                } else {
                    assert_eq!(self.speaks_in(step), Some(*stay));
                }
                assert_eq!(*nothing_to_report, silent, "{step:?}");
                let handover = self.rota.handovers.entry(*stay).or_insert_with(|| Handover::empty(*stay));
                handover.signature = Some(Signature {
                    author: step.who.author(),
                    entered_by: None,
                    name: name.clone(),
                    at: step.now.at,
                    hash: String::new(),
                    previous: None,
                    follows: None,
                    figures: None,
                    nothing_to_report: *nothing_to_report,
                    as_is: *as_is,
                    undecided: vec![],
                });
            }
            HandoverAct::Addendum { item, .. } => {
                assert!(self.rota.is_signed(*stay));
                assert_eq!(step.who.author(), row.doctor);
                if let Some((item, word)) = item {
                    self.open(item, word, Some(*stay), step);
                }
            }
            HandoverAct::Reopen { .. } => panic!("nobody of the fictional centre takes a signature back"),
            HandoverAct::Dismiss(..) => assert_eq!(self.speaks_in(step), Some(*stay)),
            HandoverAct::TakeOver { name, .. } => {
                assert_eq!(self.speaks_in(step), Some(*stay));
                let author = step.who.author();
                let taken = Takeover {
                    stay: *stay,
                    author,
                    entered_by: step.who.entered_by(),
                    name: name.clone(),
                    at: step.now.at,
                    unanswered: vec![],
                };
                assert!(self.rota.takeovers.insert(*stay, taken).is_none());
            }
        }
    }

    pub fn stay_on(&self, post: i64, day: Day) -> Option<StayId> {
        self.rota.on_duty(PostId(post), day).map(|s| s.id)
    }

    pub fn briefing(&self, stay: StayId, now: Now) -> Briefing {
        briefing(Reader::Stay(stay), &self.threads, &self.rota, now)
    }
}
