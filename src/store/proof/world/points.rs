//! Points: opened, spoken of, corrected, answered.

use super::*;
use crate::store::sql::{Columns as _, params};

impl World {
    pub(super) fn text(&mut self) -> String {
        self.words += 1;
        format!("mot {}", self.words)
    }

    pub(super) fn spoken(&self, says: Says, text: String) -> NewWord {
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

    pub(super) fn first_word(&mut self, says: Says, actor: Actor) -> (NewItem, NewWord, Point) {
        let text = self.text();
        let word = self.spoken(says, text);
        let common = self.words.is_multiple_of(7);
        let file = (1000 + self.words).to_string();
        let patient = (!common).then_some(PatientRef { file, initials: None, birth_year: Some(1948) });
        let kind = if common { Kind::Centre } else { [Kind::Care, Kind::Letter, Kind::Promise][self.words % 3] };
        let item = NewItem { kind, patient, facts: ItemFacts::default() };
        let point = Point {
            // Its number is known once it is written.
            id: ItemId(0),
            moved: actor.when,
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

    pub(super) fn open(&mut self, go: &Move, hand: Hand, says: Says) -> Result<(), Broken> {
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
            let id = ItemId(self.last("item"));
            self.keep(actor.who, Key::Point(id), Picture::Point(Point { id, ..point }), false);
        }
        Ok(())
    }

    pub(super) fn say(&mut self, go: &Move, hand: Hand, n: usize, said: Said, says: Says) -> Result<(), Broken> {
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
        let let_go = verdict != Verdict::Answered && actor.stay.is_some_and(|stay| self.model.lets_go(&point, stay));
        let expect = match () {
            () if actor.signed || let_go => Expect::Refused(5),
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
            (point.hand, point.moved) = (actor.stay, actor.when);
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

    pub(super) fn amend(&mut self, go: &Move, hand: Hand, n: usize, says: Says) -> Result<(), Broken> {
        let Some(actor) = self.actor(hand) else { return Ok(()) };
        let mine = |p: &Point| p.open && p.said.last().unwrap().author == actor.author;
        let found: Vec<ItemId> = self.model.points.iter().filter(|(_, p)| mine(p)).map(|(id, _)| *id).collect();
        let Some(id) = found.get(n % found.len().max(1)).copied() else { return Ok(()) };
        let mut point = self.model.points[&id].clone();
        let text = self.text();
        let word = self.spoken(says, text);
        let last = point.said.last().unwrap();
        let sealed = self.model.is_sealed(last);
        let lacking = says.urgent && !point.urgent_before && (word.due.is_none() || word.plan.is_empty());
        let expect = match () {
            () if point.answered || sealed => Expect::Refused(5),
            () if lacking => Expect::Refused(10),
            () => Expect::Saved(5),
        };
        let relay = self.stores[0]
            .conn
            .query_row("SELECT head FROM item WHERE id = ?1", params![id], |row| row.col(0))
            .unwrap();
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

    pub(super) fn answer(&mut self, go: &Move, hand: Hand, n: usize, kind: usize, words: bool) -> Result<(), Broken> {
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
            Answer::Taken => (point.hand, point.moved) = (actor.stay, actor.when),
            Answer::Question => (point.asked, point.asker) = (true, actor.stay),
            Answer::Returned => (point.hand, point.moved) = (None, actor.when),
        }
        point.only_read = answer == Answer::Read;
        point.answered = true;
        if answer != Answer::Read {
            point.returned = answer == Answer::Returned;
        }
        self.keep(actor.who, key, Picture::Point(point), false);
        Ok(())
    }
}

/// A word in a history that is told.
pub(super) fn tell_word(word: &NewWord) -> String {
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
pub(super) fn is_lacking(says: Says) -> bool {
    says.urgent && (says.due.is_none() || !says.plan)
}

pub(super) fn said_by(actor: Actor, text: &str) -> Word {
    let entered_by = actor.who.entered_by();
    Word { author: actor.author, entered_by, stay: actor.stay, text: text.to_owned(), added: false, when: actor.when }
}

pub(super) fn verdict(said: Said) -> Verdict {
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
