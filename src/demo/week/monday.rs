//! The weekend and Monday: what the team adds after the signature, what is put off, who is told how a point ended.

use super::super::dice::{Dice, topic};
use super::super::notes;
use super::super::rota::Fate;
use super::super::scenario::{Beat, By, Reply, Scenario, To};
use super::super::scene::{Present, Scene};
use super::super::site::COORDINATION;
use super::Points;
use crate::domain::act::{Act, HandoverAct, ItemAct, NewWord, SequelAct};
use crate::domain::{Day, Gravity, IsoWeek, ItemId, Now, SequelId, Verdict, Who};

const PUT_OFF: u64 = 34;
/// Weeks that a doctor who has left waits for the end of a point, at most.
const TOLD_AFTER: i32 = 2;

impl Points {
    /// Every other week an ordinary point is read on Wednesday: which, and when.
    pub(super) fn put_off(&self, scene: &Scene, carried: &[usize]) -> Option<(usize, Day)> {
        let Present { lane, plan, .. } = *scene.present;
        let other = scene.here[2];
        let in_time = plan.from < other && other < scene.last && scene.calendar.is_working(other);
        if !in_time || Dice::new(self.seed, topic(PUT_OFF, lane), i64::from(plan.from.0)).below(2) == 1 {
            return None;
        }
        let ordinary = |c: &&usize| {
            let chain = &self.chains[**c];
            let read = chain.beat().is_some_and(|b| b.by == By::Doctor && b.reply == Reply::Read);
            let in_time = chain.head.due.is_none_or(|due| other <= due);
            read && in_time && !chain.marked && chain.head.gravity == Gravity::Routine
        };
        carried.iter().rfind(ordinary).map(|c| (*c, other))
    }

    /// Every third week one doctor hands a point on to the other, who takes it and finishes it on Thursday.
    pub(super) fn hand_beside(&mut self, scene: &mut Scene) {
        let (first, last) = (scene.day(1), scene.day(3));
        let Present { lane: 0, beside: Some(beside), .. } = *scene.present else { return };
        let in_time = first < last && beside.from <= first && last < beside.to && last < scene.last;
        if !in_time || !self.weeks[0].is_multiple_of(3) {
            return;
        }
        let (other, dice) = (Who::is(beside.doctor), scene.dice.clone());
        let card = self.beside.draw(self.seed);
        let index = self.open(scene, card, Now::on(first, 12, 10));
        self.reply(scene, index, Now::on(first, 14, 5), other);
        if let Some(beat) = self.chains[index].beat() {
            let word = scene.word(&self.chains[index], beat, last);
            let act = Act::Item(ItemAct::Say(ItemId(0), beat.verdict, word.clone()));
            scene.push(Now::on(last, 12, 5), other, act, Some(index));
            self.advance(index, beat, word, scene);
        }
        scene.dice = dice;
    }

    /// The coordination tells doctors who have left how their points ended.
    pub(super) fn tell(&mut self, scene: &mut Scene) {
        let week = scene.week();
        let (due, later) = self.to_tell.iter().partition(|(_, closed)| closed.plus(TOLD_AFTER) <= week);
        self.to_tell = later;
        let due: Vec<(usize, IsoWeek)> = due;
        for (chain, _) in due {
            let act = Act::Sequel(SequelAct::Told(SequelId(0)));
            scene.push(Now::on(scene.here[2], 16, 40), Who::is(COORDINATION), act, Some(chain));
        }
    }

    /// What the weekend brings to an urgent point that was handed over.
    pub(super) fn weekend(&self, scene: &mut Scene, index: usize, beat: &Beat) {
        let saturday = scene.week().monday().plus(5);
        let chain = &self.chains[index];
        let text = scene.dates(chain, saturday, scene.week()).fill(beat.weekend);
        let word = NewWord { text, ..chain.head.clone() };
        let act = Act::Item(ItemAct::Say(ItemId(0), Verdict::Completed, word));
        scene.push(Now::on(saturday, 10, 20), Who::is(COORDINATION), act, Some(index));
    }

    /// Now and then something comes to mind on Saturday, after the signature.
    pub(super) fn addendum(&mut self, scene: &mut Scene) {
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
}
