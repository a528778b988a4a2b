//! The history is replayed with the rules a store enforces, on the domain's own types.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::domain::act::{NewItem, NewWord};
use crate::domain::alert::is_to_decide;
use crate::domain::briefing::{Briefing, Reader, briefing};
use crate::domain::centre::Closure;
use crate::domain::transmission::transmission;
use crate::domain::{
    Answer, ClosureId, Gravity, Handover, Item, Person, Post, Receipt, ReceiptId, Relay, RelayId, Role, Rota,
    Signature, Stamp, Stay, Takeover, Thread, Verdict,
};

/// A store in twenty lines an act, which refuses what the real one refuses.
#[derive(Default)]
struct Replay {
    rota: Rota,
    threads: Vec<Thread>,
    relays: i64,
    receipts: i64,
    contacts: i64,
    at: Option<Stamp>,
}

impl Replay {
    fn of(steps: &[Step]) -> Self {
        let mut replay = Self::default();
        replay.more(steps);
        replay
    }

    fn more(&mut self, steps: &[Step]) {
        for step in steps {
            self.run(step);
        }
        self.rota.stays.sort_by_key(|s| (s.from, s.id));
    }

    fn run(&mut self, step: &Step) {
        assert!(self.at <= Some(step.now.at), "{step:?}");
        self.at = Some(step.now.at);
        assert!(self.rota.people.0.is_empty() || self.rota.people.get(step.who.person).is_some(), "{step:?}");
        match &step.write.act {
            Act::Centre(act) => self.centre(act),
            Act::People(PeopleAct::Add(person)) => self.person(person),
            Act::People(PeopleAct::Edit(..)) | Act::ImportRota(_) => panic!("{step:?}"),
            Act::Stay(act) => self.stay(act),
            Act::Item(act) => self.item(act, step),
            Act::Handover(act) => self.handover(act, step),
            Act::Place(PlaceAct::AddContact(_)) => self.contacts += 1,
            Act::Place(PlaceAct::EditContact(id, _)) => assert!((1..=self.contacts).contains(&id.0)),
            Act::Place(_) => {}
        }
    }

    fn centre(&mut self, act: &CentreAct) {
        match act {
            CentreAct::Create { posts, first, centre } => {
                self.rota.calendar.opening = centre.opening.clone();
                self.rota.posts = posts.iter().map(|p| Post { id: PostId(1), name: p.clone() }).collect();
                self.person(first);
            }
            CentreAct::AddClosure { from, to, reason } => {
                let id = ClosureId(i64::try_from(self.rota.calendar.closures.len()).unwrap() + 1);
                self.rota.calendar.closures.push(Closure { id, from: *from, to: *to, reason: reason.clone() });
            }
            _ => panic!("{act:?}"),
        }
    }

    fn person(&mut self, new: &crate::domain::act::NewPerson) {
        let id = PersonId(i64::try_from(self.rota.people.0.len()).unwrap() + 1);
        let (given, family, role) = (new.given.clone(), new.family.clone(), new.role);
        let (presence, doctor) = (new.presence, new.doctor.clone());
        let person = Person { id, given, family, role, phone: None, email: None, presence, ended: None, doctor };
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
        };
        let changed = match act {
            StayAct::Add(new) => {
                let id = StayId(i64::try_from(self.rota.stays.len()).unwrap() + 1);
                self.rota.stays.push(row(&id, new));
                id
            }
            StayAct::Edit(id, new) => {
                let old = self.rota.stays.iter_mut().find(|s| s.id == *id).unwrap();
                assert_ne!(old.state, StayState::Cancelled);
                *old = row(id, new);
                *id
            }
            StayAct::Cancel(id, why) => {
                let old = self.rota.stays.iter_mut().find(|s| s.id == *id).unwrap();
                assert_ne!(old.state, StayState::Cancelled);
                old.state = StayState::Cancelled;
                old.withdrawal = Some(why.clone());
                assert!(old.notice_days().unwrap() > 0);
                *id
            }
        };
        let stay = self.rota.stay(changed).unwrap();
        assert_eq!(self.rota.people.get(stay.doctor).unwrap().role, Role::Doctor);
        assert!(self.rota.calendar.is_working(stay.from) && self.rota.calendar.is_working(stay.to), "{stay:?}");
        let from_last = self.rota.stays.iter().rev().take(60);
        assert!(from_last.filter(|s| s.clashes(stay)).count() == 0, "{stay:?}");
    }

    /// The stay in which somebody speaks: none for the team, and for a doctor it must allow it.
    fn speaks_in(&self, step: &Step) -> Option<StayId> {
        let author = step.who.author();
        if self.rota.people.get(author).unwrap().role != Role::Doctor {
            return None;
        }
        let stay =
            self.rota.stays.iter().rfind(|s| {
                s.is_confirmed() && s.doctor == author && s.covers(step.now.day) && !self.rota.is_signed(s.id)
            });
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
        assert!(word.due.is_none_or(|d| d >= step.now.day), "due in the past: {step:?}");
        assert!(word.due.is_none_or(|d| self.rota.calendar.is_working(d)), "{step:?}");
        Relay {
            id: RelayId(self.relays),
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
        }
    }

    fn open(&mut self, new: &NewItem, word: &NewWord, stay: Option<StayId>, step: &Step) {
        let id = ItemId(i64::try_from(self.threads.len()).unwrap() + 1);
        assert_eq!(new.patient.is_none(), new.kind == crate::domain::Kind::Centre);
        let item = Item { id, kind: new.kind, patient: new.patient.clone() };
        let first = self.word(id, Verdict::Opened, word, stay, step);
        self.threads.push(Thread { item, relays: vec![first], receipts: vec![] });
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
            ItemAct::Amend(..) => panic!("{step:?}"),
        }
    }

    fn handover(&mut self, act: &HandoverAct, step: &Step) {
        let (HandoverAct::Note(stay, ..)
        | HandoverAct::Sign { stay, .. }
        | HandoverAct::Addendum { stay, .. }
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

    fn stay_on(&self, day: Day) -> Option<StayId> {
        self.rota.on_duty(PostId(1), day).map(|s| s.id)
    }

    fn briefing(&self, stay: StayId, now: Now) -> Briefing {
        briefing(Reader::Stay(stay), &self.threads, &self.rota, now)
    }
}

fn on(year: i32, month: u32, day: u32, hour: u16, minute: u16) -> Now {
    Now::on(Day::ymd(year, month, day).unwrap(), hour, minute)
}

/// Every text that somebody reads.
fn texts(steps: &[Step]) -> Vec<&str> {
    let mut texts: Vec<&str> = Vec::new();
    for step in steps {
        match &step.write.act {
            Act::Item(ItemAct::Open(_, w) | ItemAct::Say(_, _, w)) => texts.extend([w.text.as_str(), w.plan.as_str()]),
            Act::Item(ItemAct::Answer(_, _, words)) => texts.push(words),
            Act::Handover(HandoverAct::Note(_, _, text)) => texts.push(text),
            Act::Handover(HandoverAct::Addendum { text, item, .. }) => {
                texts.push(text);
                texts.extend(item.iter().flat_map(|(_, w)| [w.text.as_str(), w.plan.as_str()]));
            }
            _ => {}
        }
    }
    texts
}

#[test]
fn every_act_of_eight_years_obeys_the_rules_of_a_store() {
    for seed in [0, 1, 2026] {
        let replay = Replay::of(&steps(seed, on(2030, 12, 31, 12, 0)));
        assert!(replay.threads.len() > 1700);
    }
}

#[test]
fn the_same_seed_tells_the_same_history_and_another_another() {
    let today = on(2024, 3, 6, 10, 0);
    assert_eq!(steps(3, today), steps(3, today));
    assert_ne!(steps(3, today), steps(4, today));
}

#[test]
fn a_later_day_only_adds_to_the_past() {
    // The one act that today decides is the withdrawal that leaves a week ahead without a doctor.
    let past = |today: Now, until: Now| -> Vec<Step> {
        let week = today.day.week().monday();
        let is_gap = |s: &Step| matches!(&s.write.act, Act::Stay(StayAct::Cancel(..))) && s.now.day.plus(7) >= week;
        let mut all = steps(5, today);
        all.retain(|s| s.now.at <= until.at && !is_gap(s));
        all
    };
    let far = on(2029, 2, 1, 9, 0);
    for until in [on(2022, 11, 7, 8, 0), on(2023, 8, 18, 18, 0), on(2024, 12, 24, 9, 30), on(2026, 11, 27, 16, 42)] {
        let mut later = past(far, until);
        let week = until.day.week().monday();
        later.retain(|s| !(matches!(&s.write.act, Act::Stay(StayAct::Cancel(..))) && s.now.day.plus(7) >= week));
        assert!(past(until, until) == later, "{until:?}");
    }
}

#[test]
fn any_monday_finds_a_handful_of_points_and_two_urgent_ones() {
    let (mut mondays, mut counted, mut done) = (0, 0, 0);
    let mut replay = Replay::default();
    let calendar = rota::calendar(2028);
    let all = steps(1, on(2027, 6, 30, 20, 0));
    let mut week = Day::ymd(2022, 11, 7).unwrap().week();
    while week.year() < 2027 {
        let first = calendar.first_working(week.monday(), week.sunday());
        week = week.next();
        let Some(first) = first else { continue };
        let now = Now::on(first, 8, 0);
        let until = all.partition_point(|s| s.now.at <= now.at);
        replay.more(&all[done..until]);
        done = until;
        let Some(stay) = replay.stay_on(first) else { continue };
        let briefing = replay.briefing(stay, now);
        let urgent = briefing.entries.iter().filter(|e| e.thread.head().gravity == Gravity::Urgent).count();
        // Before the week that had nothing to report, nothing urgent was left.
        assert_eq!(urgent, if (first.week().year(), first.week().number()) == (2024, 19) { 0 } else { 2 }, "{first:?}");
        assert_eq!(briefing.answered(), 0, "{first:?}");
        assert!((4..=10).contains(&briefing.entries.len()), "{first:?}: {}", briefing.entries.len());
        counted += briefing.entries.len();
        mondays += 1;
    }
    assert!(mondays > 190);
    let mean = counted / mondays;
    assert!((5..=8).contains(&mean), "{mean}");
}

#[test]
fn friday_at_six_leaves_some_points_to_decide_and_nothing_signed() {
    let now = on(2026, 11, 27, 18, 0);
    let steps = steps(1, now);
    let replay = Replay::of(&steps);
    let stay = replay.stay_on(now.day).unwrap();
    assert_eq!(doctor_at(&steps, now.day), replay.rota.stay(stay).map(|s| s.doctor));
    let list = transmission(stay, &replay.threads, &replay.rota, now).unwrap();
    assert!((3..=6).contains(&list.to_decide().count()), "{}", list.to_decide().count());
    assert!(list.progress().0 >= 4);
    assert!(!replay.rota.is_signed(stay));
    assert_eq!(replay.briefing(stay, now).waiting().count(), 0);
    // On Saturday it is signed, and waits.
    let saturday = on(2026, 11, 28, 15, 0);
    let replay = Replay::of(&super::steps(1, saturday));
    assert!(replay.rota.is_signed(stay));
    assert!(transmission(stay, &replay.threads, &replay.rota, saturday).unwrap().to_decide().count() == 0);
}

#[test]
fn one_week_ahead_has_no_doctor_and_it_is_the_second_or_third() {
    for day in [on(2022, 11, 7, 8, 0), on(2024, 4, 17, 12, 0), on(2026, 11, 22, 9, 0), on(2099, 10, 14, 8, 0)] {
        let replay = Replay::of(&steps(1, day));
        let today = day.day.week();
        let vacant: Vec<i32> = (1..=9)
            .filter(|weeks| {
                let week = today.plus(*weeks);
                let open = replay.rota.calendar.first_working(week.monday(), week.sunday()).is_some();
                open && replay.rota.in_week(PostId(1), week).next().is_none()
            })
            .collect();
        assert!(vacant == [2] || vacant == [3], "{day:?}: {vacant:?}");
    }
}

#[test]
fn the_rota_is_that_of_a_young_collective() {
    let replay = Replay::of(&steps(1, on(2026, 11, 22, 9, 0)));
    let until = |last: Day| -> BTreeMap<PersonId, usize> {
        let mut stays = BTreeMap::new();
        for stay in replay.rota.confirmed().filter(|s| s.to <= last) {
            *stays.entry(stay.doctor).or_default() += 1;
        }
        stays
    };
    let first = until(Day::ymd(2023, 12, 31).unwrap());
    assert_eq!(first.len(), 45);
    let four_years = until(Day::ymd(2026, 11, 22).unwrap());
    assert!((62..=78).contains(&four_years.len()), "{}", four_years.len());
    let back = four_years.values().filter(|n| **n > 1).count();
    assert!((four_years.len() / 5..=four_years.len() / 2).contains(&back), "{back}");
    let cancelled: Vec<&Stay> = replay.rota.stays.iter().filter(|s| s.state == StayState::Cancelled).collect();
    assert!((5..=10).contains(&cancelled.len()));
    assert!(cancelled.iter().all(|s| s.from > Day::ymd(2023, 5, 31).unwrap()));
    let names: BTreeSet<String> = replay.rota.people.0.values().map(Person::full).collect();
    assert_eq!(names.len(), replay.rota.people.0.len());
}

#[test]
fn the_present_or_the_next_doctor_has_been_here_before() {
    let mut day = Day::ymd(2024, 3, 4).unwrap();
    let all = Replay::of(&steps(2, on(2028, 1, 1, 8, 0)));
    while day < Day::ymd(2027, 12, 1).unwrap() {
        let two: Vec<&Stay> = all.rota.confirmed().filter(|s| s.to >= day).take(2).collect();
        let back = two.iter().any(|s| all.rota.confirmed().any(|o| o.doctor == s.doctor && o.to < s.from));
        assert!(back, "{day:?}");
        day = day.plus(7);
    }
}

#[test]
fn no_point_is_passed_on_unchanged_thrice_save_those_that_wait_for_a_decision() {
    let replay = Replay::of(&steps(1, on(2026, 11, 22, 9, 0)));
    let mut stuck = 0;
    for thread in &replay.threads {
        let mut streak = 0;
        for relay in &thread.relays {
            streak = if relay.verdict == Verdict::Unchanged { streak + 1 } else { 0 };
            assert!(streak <= 3);
            if streak == 3 {
                stuck += 1;
                assert_eq!(relay.to, crate::domain::Addressee::Role(Role::Coordination));
            }
        }
    }
    assert!(stuck > 10);
    assert!(replay.threads.iter().filter(|t| t.is_open() && is_to_decide(t)).count() <= 1);
    let one_month_later = Replay::of(&steps(1, on(2026, 12, 20, 9, 0)));
    let decided = |r: &Replay| r.threads.iter().filter(|t| t.relays.iter().any(|w| w.outcome.is_some())).count();
    assert!(decided(&one_month_later) > decided(&replay));
}

#[test]
fn no_text_is_too_long_holds_a_mark_or_says_a_day_that_only_its_author_knows() {
    const RELATIVE: [&str; 12] = [
        "hier",
        "demain",
        "aujourd'hui",
        "prochain",
        "dernier",
        "cette semaine-là",
        "ce matin",
        "ce soir",
        "tout à l'heure",
        "tantôt",
        "après-demain",
        "dans la nuit",
    ];
    let steps = steps(1, on(2026, 11, 22, 9, 0));
    for text in texts(&steps) {
        assert!(text.chars().count() <= 280, "{text}");
        assert!(!text.contains(['{', '}', '|']), "{text}");
        let words: Vec<String> = text.to_lowercase().split([' ', ',', '.', ';', '\u{a0}']).map(str::to_owned).collect();
        for relative in RELATIVE {
            let found = if relative.contains(' ') {
                text.to_lowercase().contains(relative)
            } else {
                words.iter().any(|w| w == relative)
            };
            assert!(!found, "{relative}: {text}");
        }
    }
}

#[test]
fn a_date_in_a_text_is_a_working_day_that_exists() {
    let steps = steps(1, on(2026, 11, 22, 9, 0));
    let calendar = rota::calendar(2028);
    for step in &steps {
        let Act::Item(ItemAct::Open(_, word) | ItemAct::Say(_, _, word)) = &step.write.act else { continue };
        let mut rest = word.text.as_str();
        while let Some(slash) = rest.find('/') {
            let (before, after) = rest.split_at(slash);
            let day: String = before.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
            let name: String = before.chars().rev().skip(4).take(4).collect::<Vec<_>>().into_iter().rev().collect();
            let month: String = after.chars().skip(1).take(2).collect();
            if let (Ok(day), Ok(month), true) = (
                day.parse(),
                month.parse(),
                before.ends_with(|c: char| c.is_ascii_digit()) && before.chars().rev().nth(3) == Some('.'),
            ) {
                use chrono::Datelike;
                let year = step.now.day.date().year();
                let near = [year - 1, year, year + 1].into_iter().filter_map(|y| Day::ymd(y, month, day));
                let near = near.min_by_key(|d| (d.0 - step.now.day.0).abs()).unwrap();
                assert!(calendar.is_working(near), "{near:?} {}", word.text);
                assert!(
                    scenario::date(near).starts_with(name.trim_start_matches([' ', '('])) || name.is_empty(),
                    "{name} {}",
                    word.text
                );
            }
            rest = &after[1..];
        }
    }
}

#[test]
fn the_story_lasts_a_century() {
    let all = steps(1, on(2099, 12, 31, 12, 0));
    assert!(all.last().unwrap().now.day > Day::ymd(2099, 12, 1).unwrap());
    assert!(doctor_at(&all, Day::ymd(2099, 12, 31).unwrap()).is_some());
}
