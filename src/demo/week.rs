//! What happens to the points in one week: answers in the morning, words in the week, the handover on its last day.

use super::deck::Deck;
use super::dice::Dice;
use super::notes;
use super::rota::Fate;
use super::scenario::{Beat, By, Reply, Scenario, To, days};
use super::scenarios::{DURING_THE_WEEK, FOUND_BY_TEAM, STUCK, URGENT, calm};
use super::scene::{Chain, Present, Scene, nothing_yet};
use super::{CLAIRE, Draft};
use crate::domain::act::{Act, HandoverAct, ItemAct, NewItem, NewWord};
use crate::domain::{Answer, Calendar, Day, Gravity, IsoWeek, ItemId, Kind, Now, PatientRef, Verdict, Who};

const WEEK: u64 = 31;
const PATIENT: u64 = 32;

/// The points of the centre, week after week.
pub struct Points {
    seed: u64,
    chains: Vec<Chain>,
    /// Those with a word to come, in order.
    open: Vec<usize>,
    patients: i64,
    weeks: usize,
    urgent: Deck,
    calm: Deck,
    found: Deck,
    during: Deck,
    stuck: Deck,
}

impl Points {
    pub fn new(seed: u64) -> Self {
        Self {
            seed,
            chains: Vec::new(),
            open: Vec::new(),
            patients: 0,
            weeks: 0,
            urgent: Deck::new(URGENT.iter().collect(), 0),
            calm: Deck::new(calm().collect(), 1),
            found: Deck::new(FOUND_BY_TEAM.iter().collect(), 2),
            during: Deck::new(DURING_THE_WEEK.iter().collect(), 3),
            stuck: Deck::new(STUCK.iter().collect(), 4),
        }
    }

    /// Everything that is said in the week, in no order.
    pub fn week(&mut self, present: &Present, calendar: &Calendar) -> Vec<Draft> {
        let week = present.plan.week;
        let mut scene = Scene {
            present,
            calendar,
            here: days(week, calendar),
            next: days(present.next, calendar),
            last: present.last(calendar),
            dice: Dice::new(self.seed, WEEK, i64::from(week.monday().0)),
            out: Vec::new(),
        };
        if let Some(stay) = present.unsigned {
            let name = "Claire Garnier".to_owned();
            let act = HandoverAct::Sign { stay, name, nothing_to_report: false, as_is: true };
            scene.handover(Now::on(present.plan.from, 7, 50), Who::is(CLAIRE), act);
        }
        if present.plan.fate == Fate::Quiet {
            self.quiet(&mut scene);
            return scene.out;
        }
        if !present.follows && self.weeks > 0 {
            for minute in [35, 42] {
                let card = self.found.draw(self.seed);
                self.open(&mut scene, card, Now::on(present.plan.from, 7, minute));
            }
        }
        self.answer(&mut scene);
        self.during_the_week(&mut scene);
        self.speak(&mut scene);
        self.write_new(&mut scene);
        notes::leave(self.weeks, scene.last, present, &mut scene.dice, &mut scene.out);
        self.weeks += 1;
        self.addendum(&mut scene);
        scene.out
    }

    /// A week in which the doctor reads everything and has nothing to add.
    fn quiet(&mut self, scene: &mut Scene) {
        let chains = self.carried(scene.week(), false);
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
    fn carried(&self, week: IsoWeek, all: bool) -> Vec<usize> {
        let mut turn: Vec<usize> = self
            .open
            .iter()
            .copied()
            .filter(|c| self.chains[*c].resume <= week)
            .filter(|c| all || matches!(self.chains[*c].to, To::Next | To::Here))
            .collect();
        turn.sort_by_key(|c| (self.chains[*c].head.gravity, *c));
        turn
    }

    /// The morning of the first day.
    fn answer(&mut self, scene: &mut Scene) {
        let day = scene.present.plan.from;
        let dictated = scene.dice.below(9) == 0;
        let who =
            if dictated { Who { person: CLAIRE, dictated_by: Some(scene.present.doctor) } } else { scene.doctor() };
        let mut minute = 8 * 60 + 5;
        for chain in self.carried(scene.week(), false) {
            let at = Now::on(day, 0, minute);
            self.reply(scene, chain, at, who);
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
        let act = match beat.reply {
            Reply::Read if scene.dice.below(3) == 0 => answer(Answer::Taken, ""),
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
                scene.push(Now::on(at.day, 11, 20), Who::is(CLAIRE), answered, Some(index));
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
    }

    /// The words on what was carried in.
    fn speak(&mut self, scene: &mut Scene) {
        let turn = self.carried(scene.week(), true);
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
        chain.head = word;
        chain.to = beat.to;
        chain.said = scene.here;
        if chain.beat().is_none() {
            self.open.retain(|c| *c != index);
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
        let patient = self.patient(scenario, scene.week());
        let mut chain = Chain {
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
        let word = scene.word(&chain, beat, at.day);
        chain.head = word.clone();
        self.chains.push(chain);
        self.open.push(index);
        self.advance(index, beat, word.clone(), scene);
        (index, NewItem { kind: scenario.kind, patient }, word)
    }

    /// The doctor's new points, as many as keep the list at a usual length.
    fn write_new(&mut self, scene: &mut Scene) {
        let next = scene.present.next;
        let going_on = self.open.iter().filter(|c| self.chains[**c].resume <= next).count();
        // Two more are found on the morning after a week without a doctor.
        let target = *scene.dice.pick(&[7, 7, 8, 9]) - if scene.present.is_followed() { 0 } else { 2 };
        let urgent = if scene.present.is_followed() { 2 } else { 0 };
        let others = target_count(target, going_on + urgent);
        let mut cards: Vec<&'static Scenario> = (0..urgent).map(|_| self.urgent.draw(self.seed)).collect();
        if self.weeks % 6 == 1 && going_on < target {
            cards.push(self.stuck.draw(self.seed));
        }
        for _ in 0..others {
            cards.push(self.calm.draw(self.seed));
        }
        for (n, card) in cards.into_iter().enumerate() {
            let day = scene.day(card.on);
            // Thursday afternoon is free: what was seen that day is written at the end of the morning.
            let hour = if day.weekday_index() == 3 { 12 } else { 16 };
            let minute = 5 + 6 * u16::try_from(n).unwrap_or(0);
            self.open(scene, card, Now::on(day, hour, minute));
        }
    }

    /// Now and then something comes to mind on Saturday, after the signature.
    fn addendum(&mut self, scene: &mut Scene) {
        let saturday = scene.week().monday().plus(5);
        let kind = scene.dice.below(12);
        if kind > 1 || scene.present.plan.fate == Fate::Unsigned || scene.present.plan.to != saturday {
            return;
        }
        let at = Now::on(saturday, 9, 40);
        let (text, item, chain) = if kind == 0 {
            let card = self.calm_of_patient();
            let (index, item, word) = self.begin(scene, card, at);
            ("Un point oublié, ajouté ici.".to_owned(), Some((item, word)), Some(index))
        } else {
            let text = scene.dice.pick(&notes::ADDENDA);
            ((*text).to_owned(), None, None)
        };
        let act = HandoverAct::Addendum { stay: scene.present.stay, text, item };
        scene.push(at, scene.doctor(), Act::Handover(act), chain);
    }

    /// A calm story that any day may begin: addressed to the next doctor.
    fn calm_of_patient(&mut self) -> &'static Scenario {
        for _ in 0..60 {
            let card = self.calm.draw(self.seed);
            if card.age.is_some() && card.beats[0].to == To::Next && !card.beats[0].text.contains("{j}") {
                return card;
            }
        }
        self.calm.draw(self.seed)
    }

    /// The patient of a new story: for a letter sometimes one who is known from another point.
    fn patient(&mut self, scenario: &Scenario, week: IsoWeek) -> Option<PatientRef> {
        let (youngest, oldest) = scenario.age?;
        let mut dice = Dice::new(self.seed, PATIENT, self.patients);
        self.patients += 1;
        let year = u16::try_from(week.year()).unwrap_or(2022);
        if scenario.kind == Kind::Letter && dice.below(2) == 0 {
            let fits = |p: &&PatientRef| p.birth_year.is_some_and(|b| b + youngest <= year && year <= b + oldest);
            let open = |c: &&Chain| c.beat().is_some() && c.scenario.kind != Kind::Letter;
            let known = self.chains.iter().rev().take(40).filter(open).filter_map(|c| c.patient.as_ref()).find(fits);
            if let Some(patient) = known {
                return Some(patient.clone());
            }
        }
        let age = youngest + u16::try_from(dice.below(usize::from(oldest - youngest) + 1)).unwrap_or(0);
        let letters: Vec<char> = "ABCDEFGHJLMNPRSTV".chars().collect();
        Some(PatientRef {
            // 5861 has no common factor with 9000: each number once before one comes again.
            file: format!("{:04}", 101 + (self.patients * 5861) % 9000),
            initials: Some(format!("{}.{}.", dice.pick(&letters), dice.pick(&letters))),
            birth_year: Some(year - age),
        })
    }
}

/// How many more points bring the list to its usual length.
fn target_count(target: usize, there: usize) -> usize {
    target.saturating_sub(there).min(7)
}
