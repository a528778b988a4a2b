//! What happens to the points in one week: answers in the morning, words in the week, the handover on its last day.

mod monday;
mod patients;

pub use patients::file;

use super::day;
use super::deck::Deck;
use super::dice::{Dice, topic};
use super::notes;
use super::rota::Fate;
use super::scenario::{Beat, By, Reply, Scenario, To, days};
use super::scenarios::{BESIDE, DURING_THE_WEEK, FOUND_BY_TEAM, MARKED, OTHER_POST, STUCK, URGENT, calm};
use super::scene::{Chain, Link, Present, Scene, nothing_yet};
use super::site::{COORDINATION, Site};
use crate::domain::act::{Act, HandoverAct, ItemAct, NewItem, NewWord, SequelAct};
use crate::domain::day_close::Mark;
use crate::domain::{
    Answer, Calendar, Day, Detail, Exam, Gravity, IsoWeek, ItemFacts, ItemId, Kind, Now, Verdict, Who,
};

const WEEK: u64 = 31;
const MARK: u64 = 33;

/// The points of the centre, week after week.
pub struct Points {
    seed: u64,
    chains: Vec<Chain>,
    /// Those with a word to come, in order.
    open: Vec<usize>,
    patients: i64,
    /// Patients marked at a close so far.
    marks: i64,
    /// Weeks with a doctor so far, by post.
    weeks: Vec<usize>,
    /// Those whose end a doctor wants to know.
    wanted: Vec<usize>,
    /// Of those the ones that are closed, and when: the doctor is to be told.
    to_tell: Vec<(usize, IsoWeek)>,
    urgent: Deck,
    calm: Deck,
    found: Deck,
    during: Deck,
    stuck: Deck,
    other: Deck,
    marked: Deck,
    beside: Deck,
}

impl Points {
    pub fn new(seed: u64, site: &Site) -> Self {
        Self {
            seed,
            chains: Vec::new(),
            open: Vec::new(),
            patients: 0,
            marks: 0,
            weeks: vec![0; site.posts.len()],
            wanted: Vec::new(),
            to_tell: Vec::new(),
            urgent: Deck::new(URGENT.iter().collect(), 0),
            calm: Deck::new(calm().collect(), 1),
            found: Deck::new(FOUND_BY_TEAM.iter().collect(), 2),
            during: Deck::new(DURING_THE_WEEK.iter().collect(), 3),
            stuck: Deck::new(STUCK.iter().collect(), 4),
            other: Deck::new(OTHER_POST.iter().collect(), 5),
            marked: Deck::new(MARKED.iter().collect(), 6),
            beside: Deck::new(BESIDE.iter().collect(), 7),
        }
    }

    /// Everything that is said in the week, in no order.
    pub fn week<'a>(&mut self, present: &'a Present, calendar: &'a Calendar) -> Scene<'a> {
        let week = present.plan.week;
        let mut scene = Scene {
            present,
            calendar,
            here: days(week, calendar),
            next: days(present.next, calendar),
            last: present.last(calendar),
            dice: Dice::new(self.seed, topic(WEEK, present.lane), i64::from(week.monday().0)),
            out: Vec::new(),
            links: Vec::new(),
            mark: None,
        };
        let weeks = self.weeks[present.lane];
        if let Some(stay) = present.unsigned {
            let name = present.site.team[0].full();
            let act = HandoverAct::Sign { stay, name, nothing_to_report: false, as_is: true };
            scene.handover(Now::on(present.plan.from, 7, 50), Who::is(COORDINATION), act);
        }
        self.tell(&mut scene);
        if present.plan.fate == Fate::Quiet {
            self.quiet(&mut scene);
            return scene;
        }
        if !present.follows && weeks > 0 {
            for minute in [35, 42] {
                let card = self.found.draw(self.seed);
                self.open(&mut scene, card, Now::on(present.plan.from, 7, minute));
            }
        }
        scene.links = self.links(present.lane, week, calendar);
        self.answer(&mut scene);
        self.during_the_week(&mut scene);
        self.hand_beside(&mut scene);
        self.speak(&mut scene);
        self.write_new(&mut scene);
        notes::leave(weeks, &mut scene);
        self.weeks[present.lane] += 1;
        self.addendum(&mut scene);
        scene
    }

    /// The patients of points that are due in the week, for whom there is an appointment.
    fn links(&self, lane: usize, week: IsoWeek, calendar: &Calendar) -> Vec<Link> {
        let due = |chain: usize| {
            let Chain { scenario, patient, head, .. } = &self.chains[chain];
            let seen = matches!(scenario.kind, Kind::Care | Kind::Recall | Kind::Promise);
            let day = head.due.filter(|d| d.week() == week && calendar.is_working(*d) && seen)?;
            let patient = patient.clone().filter(|_| head.gravity != Gravity::Urgent)?;
            Some(Link { chain, day, patient, visit: head.text.starts_with("Visite") })
        };
        self.carried(lane, week, false).into_iter().filter_map(due).collect()
    }

    /// A week in which the doctor reads everything and has nothing to add.
    fn quiet(&mut self, scene: &mut Scene) {
        let chains = self.carried(scene.present.lane, scene.week(), false);
        let mut minute = 5;
        for chain in chains {
            let act = Act::Item(ItemAct::Answer(ItemId(0), Answer::Read, String::new()));
            scene.push(Now::on(scene.present.plan.from, 8, minute), scene.doctor(), act, Some(chain));
            minute += 3;
        }
        let (stay, name) = (scene.present.stay, scene.present.doctor_name.to_owned());
        let took = HandoverAct::TakeOver { stay, name: name.clone() };
        scene.handover(Now::on(scene.present.plan.from, 8, 50), scene.doctor(), took);
        let sign = HandoverAct::Sign { stay, name, nothing_to_report: true, as_is: false };
        scene.handover(Now::on(scene.last, 18, 27), scene.doctor(), sign);
    }

    /// Points whose turn it is, urgent ones first; those a doctor answers, or all.
    fn carried(&self, lane: usize, week: IsoWeek, all: bool) -> Vec<usize> {
        let mut turn: Vec<usize> = self
            .open
            .iter()
            .copied()
            .filter(|c| self.chains[*c].lane == lane && self.chains[*c].resume <= week)
            .filter(|c| all || matches!(self.chains[*c].to, To::Next | To::Here | To::Other))
            .collect();
        turn.sort_by_key(|c| (self.chains[*c].head.gravity, *c));
        turn
    }

    /// The morning of the first day.
    fn answer(&mut self, scene: &mut Scene) {
        let day = scene.present.plan.from;
        let dictated = scene.dice.below(9) == 0;
        let who = if dictated {
            Who { person: COORDINATION, dictated_by: Some(scene.present.doctor) }
        } else {
            scene.doctor()
        };
        let mut minute = 8 * 60 + 5;
        let carried = self.carried(scene.present.lane, scene.week(), false);
        let later = self.put_off(scene, &carried);
        for chain in carried {
            let at = Now::on(day, 0, minute);
            match later.filter(|(put_off, _)| *put_off == chain) {
                Some((_, other)) => {
                    scene.push(at, who, Act::Item(ItemAct::PutOff(ItemId(0), other)), Some(chain));
                    self.reply(scene, chain, Now::on(other, 8, 25), who);
                }
                None => self.reply(scene, chain, at, who),
            }
            minute += 4;
        }
        let act = HandoverAct::TakeOver { stay: scene.present.stay, name: scene.present.doctor_name.to_owned() };
        scene.handover(Now::on(day, 0, minute + 5), who, act);
    }

    /// The doctor's answer to one point, and the coordination's to a question.
    fn reply(&mut self, scene: &mut Scene, index: usize, at: Now, who: Who) {
        let chain = &self.chains[index];
        let Some(beat) = chain.beat() else { return };
        let dates = scene.dates(chain, at.day, scene.week());
        let answer = |answer, words: &str| Act::Item(ItemAct::Answer(ItemId(0), answer, dates.fill(words)));
        let takes = |dice: &mut Dice| beat.reply == Reply::Read && dice.below(3) == 0;
        // A marked patient's story shifts no other one.
        let takes =
            if chain.marked { takes(&mut Dice::new(self.seed, MARK, at.day.0.into())) } else { takes(&mut scene.dice) };
        let act = match beat.reply {
            Reply::Read if takes => answer(Answer::Taken, ""),
            Reply::Read => answer(Answer::Read, ""),
            Reply::Taken(words) => answer(Answer::Taken, words),
            Reply::Returned(words) => answer(Answer::Returned, words),
            Reply::Question(words, reply) => {
                let word = NewWord {
                    text: dates.fill(reply),
                    to: scene.addressee(To::Here),
                    show_from: None,
                    ..chain.head.clone()
                };
                let answered = Act::Item(ItemAct::Say(ItemId(0), Verdict::Answered, word));
                scene.push(Now::on(at.day, 11, 20), Who::is(COORDINATION), answered, Some(index));
                answer(Answer::Question, words)
            }
        };
        scene.push(at, who, act, Some(index));
    }

    /// What the team leaves for the doctor who is here.
    fn during_the_week(&mut self, scene: &mut Scene) {
        for n in 0..=u16::from(scene.dice.below(3) == 0) {
            let card = self.during.draw(self.seed);
            let day = scene.day(card.on);
            let index = self.open(scene, card, Now::on(day, 11, 20 + 15 * n));
            self.reply(scene, index, Now::on(day, 12, 36 + 4 * n), scene.doctor());
        }
        // Now and then somebody is marked at the close of a day.
        let days = [1, 0, 2].map(|index| scene.day(index));
        let Present { site, lane, .. } = *scene.present;
        let in_time = |d: &Day| *d < scene.last && day::closed_on(self.seed, site, *d, scene.calendar) == *d;
        let mut marked = days.into_iter().find(in_time).into_iter();
        if let Some(day) = marked.find(|d| Dice::new(self.seed, topic(MARK, lane), i64::from(d.0)).below(3) == 0) {
            let card = self.marked.draw(self.seed);
            // Apart from all others, so that a mark shifts no other story.
            let dice = scene.dice.clone();
            let (index, item, word) = self.begin(scene, card, Now::on(day, 18, 35));
            scene.mark = item.patient.map(|patient| (index, day, Mark { patient, text: word.text }));
            self.reply(scene, index, Now::on(scene.calendar.next_working(day), 8, 12), scene.doctor());
            scene.dice = dice;
        }
    }

    /// The words on what was carried in.
    fn speak(&mut self, scene: &mut Scene) {
        let turn = self.carried(scene.present.lane, scene.week(), true);
        let is_doctors = |points: &Self, c: usize| points.chains[c].beat().is_some_and(|b| b.by == By::Doctor);
        let second = scene.calendar.next_working(scene.present.plan.from).min(scene.last);
        let mut at_the_end = Vec::new();
        let mut evening = 18 * 60 + 5;
        for chain in turn {
            if !is_doctors(self, chain) {
                let at = self.hour_of_team(scene, chain);
                self.say(scene, chain, at);
            } else if self.chains[chain].head.gravity == Gravity::Urgent {
                self.say(scene, chain, Now::on(second, 0, evening));
                evening += 4;
            } else {
                at_the_end.push(chain);
            }
        }
        // The last five are written after six, so that a visitor at six finds a handover to finish.
        let early = at_the_end.len().saturating_sub(5);
        for (n, chain) in at_the_end.into_iter().enumerate() {
            let n16 = u16::try_from(n).unwrap_or(0);
            let early16 = u16::try_from(early).unwrap_or(0);
            let minute = if n < early { 17 * 60 + 10 + 5 * n16 } else { 18 * 60 + 4 + 3 * (n16 - early16) };
            self.say(scene, chain, Now::on(scene.last, 0, minute));
        }
    }

    /// When a member of the team gets to a point: on a day of presence, that of the due date if it is one.
    fn hour_of_team(&self, scene: &Scene, index: usize) -> Now {
        let chain = &self.chains[index];
        let due = chain.head.due.map_or(7, Day::weekday_index);
        match chain.beat().map(|b| b.by) {
            Some(By::Nurse) => Now::on(scene.day(if due == 3 { 3 } else { 1 }), 11, 40),
            Some(By::Assistant) => Now::on(scene.day(1), 15, 10),
            _ => Now::on(scene.day(2), 10, 15),
        }
    }

    /// The next word of a story.
    fn say(&mut self, scene: &mut Scene, index: usize, at: Now) {
        let Some(beat) = self.chains[index].beat() else { return };
        let word = scene.word(&self.chains[index], beat, at.day);
        let act = Act::Item(ItemAct::Say(ItemId(0), beat.verdict, word.clone()));
        scene.push(at, scene.speaker(beat.by), act, Some(index));
        self.advance(index, beat, word, scene);
    }

    fn advance(&mut self, index: usize, beat: &Beat, word: NewWord, scene: &Scene) {
        let week = scene.week();
        let chain = &mut self.chains[index];
        chain.next += 1;
        chain.resume = match beat.to {
            To::Here => week,
            _ => week.plus(beat.away.max(1) + beat.lull),
        };
        if let (To::Other, Some(other)) = (beat.to, scene.present.other) {
            chain.lane = other;
        }
        chain.head = word;
        chain.to = beat.to;
        chain.said = scene.here;
        if chain.beat().is_none() {
            self.open.retain(|c| *c != index);
            if self.wanted.contains(&index) {
                self.to_tell.push((index, week));
            }
        }
    }

    /// The first word of a story; gives its place among the chains.
    fn open(&mut self, scene: &mut Scene, scenario: &'static Scenario, at: Now) -> usize {
        let (index, item, word) = self.begin(scene, scenario, at);
        let act = Act::Item(ItemAct::Open(item, word));
        scene.push(at, scene.speaker(scenario.beats[0].by), act, Some(index));
        index
    }

    fn begin(&mut self, scene: &mut Scene, scenario: &'static Scenario, at: Now) -> (usize, NewItem, NewWord) {
        let index = self.chains.len();
        // Their patients are numbered apart, so that they shift no other story.
        let marked = MARKED.iter().chain(BESIDE).any(|s| std::ptr::eq(s, scenario));
        let patient = self.patient(scenario, scene.week(), marked);
        let mut chain = Chain {
            lane: scene.present.lane,
            marked,
            scenario,
            patient: patient.clone(),
            variant: scene.dice.below(6),
            next: 0,
            resume: scene.week(),
            head: nothing_yet(),
            to: To::Next,
            said: scene.here,
        };
        let beat = &scenario.beats[0];
        let mut word = scene.word(&chain, beat, at.day);
        if scenario.kind == Kind::Result {
            word.detail = Detail { asked: Some(at.day), exam: Some(Exam::Laboratory), ..Detail::default() };
        }
        chain.head = word.clone();
        self.chains.push(chain);
        self.open.push(index);
        self.advance(index, beat, word.clone(), scene);
        // One in four of the older ones is in ALD; no dice, so that no other story is shifted.
        let ald = patient.as_ref().and_then(|p| p.birth_year).is_some_and(|born| born < 1965 && born % 4 == 0);
        (index, NewItem { kind: scenario.kind, patient, facts: ItemFacts { ald, ..ItemFacts::default() } }, word)
    }

    /// The doctor's new points, as many as keep the list at a usual length.
    fn write_new(&mut self, scene: &mut Scene) {
        let next = scene.present.next;
        let goes_on = |c: &Chain| c.lane == scene.present.lane && !c.marked && c.resume <= next;
        let going_on = self.open.iter().filter(|c| goes_on(&self.chains[**c])).count();
        // Two more are found on the morning after a week without a doctor.
        let target = *scene.dice.pick(&[7, 7, 8, 9]) - if scene.present.is_followed() { 0 } else { 2 };
        let urgent = if scene.present.is_followed() { 2 } else { 0 };
        let others = target_count(target, going_on + urgent);
        let mut cards: Vec<&'static Scenario> = (0..urgent).map(|_| self.urgent.draw(self.seed)).collect();
        let weeks = self.weeks[scene.present.lane];
        if scene.present.other.is_some() && weeks % 2 == scene.present.lane {
            cards.push(self.other.draw(self.seed));
        }
        if weeks % 6 == 1 && going_on < target {
            cards.push(self.stuck.draw(self.seed));
        }
        for _ in 0..others {
            cards.push(self.calm.draw(self.seed));
        }
        let mut first_urgent = scene.present.plan.fate != Fate::Unsigned;
        for (n, card) in cards.into_iter().enumerate() {
            let day = scene.day(card.on);
            // Thursday afternoon is free: what was seen that day is written at the end of the morning.
            let hour = if day.weekday_index() == 3 { 12 } else { 16 };
            let minute = 5 + 6 * u16::try_from(n).unwrap_or(0);
            let index = self.open(scene, card, Now::on(day, hour, minute));
            let beat = &card.beats[0];
            if first_urgent && !beat.weekend.is_empty() {
                first_urgent = false;
                self.weekend(scene, index, beat);
                // Who has left wants to know how it ended.
                if weeks.is_multiple_of(2) {
                    self.wanted.push(index);
                    let act = Act::Sequel(SequelAct::Want(ItemId(0)));
                    scene.push(Now::on(scene.last, 18, 40), scene.doctor(), act, Some(index));
                }
            }
        }
    }
}

/// How many more points bring the list to its usual length.
fn target_count(target: usize, there: usize) -> usize {
    target.saturating_sub(there).min(7)
}
