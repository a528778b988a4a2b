//! What the fictional team does around the relay: the waiting list, the nurse's follow-ups, what is discussed, the
//! requests of the last weeks, protocols to renew.
//!
//! It is woven into a history that is told already. Each day follows from the seed and the days before it; the store
//! numbers its rows in the order in which they are made, and so does this.

use super::Step;
use super::dice::Dice;
use super::prepared::ADOPTED;
use super::site::{COORDINATION, NURSE, Site, day};
use crate::domain::act::{Act, RecordAct};
use crate::domain::preparation::ready_protocols;
use crate::domain::record::{
    ALD_PROTOCOL, ATTEMPT, Accepts, AldProtocol, Attempt, AttemptOutcome, CAPACITY, CONCERTATION, Capacity,
    Concertation, FOLLOW_UP, FollowUp, FollowedBy, GivenUp, Offered, REQUEST, Record, Request, Values, WAITING,
    Waiting,
};
use crate::domain::{Day, IsoWeek, Now, PatientRef, PersonId, Who};
use crate::protocol::Write;

const LIST: u64 = 301;
const NURSES: u64 = 302;
const CALLS: u64 = 303;

/// Communes around the two centres.
const COMMUNES: [&str; 6] = ["Ajain", "Ladapeyre", "Glénic", "Pionnat", "Jarnages", "Saint-Fiel"];

/// What the nurse asks of a doctor she will not see twice.
const QUESTIONS: [&str; 6] = [
    "Bilan à revoir ensemble avant de changer le rythme des rendez-vous ?",
    "Ne vient plus aux rendez-vous : qui l'appelle, vous ou moi ?",
    "Demande à arrêter le suivi, votre avis ?",
    "Courrier du spécialiste arrivé, à lire ensemble.",
    "Souhaite être vue à domicile désormais : possible ?",
    "Orientation à discuter, le dossier est prêt.",
];

/// What was decided.
const DECISIONS: [&str; 4] = [
    "Suivi rapproché, revu dans un mois.",
    "On continue ainsi.",
    "Appel par l'infirmière cette semaine.",
    "À revoir avec le courrier.",
];

/// Days before today in which requests were noted one by one.
const REQUEST_DAYS: i32 = 28;

/// The history with what the team did around the relay in it, up to the same moment.
pub fn woven(site: &'static Site, seed: u64, steps: Vec<Step>, today: Now) -> Vec<Step> {
    let adopted = day(ADOPTED);
    let first = site.founded().max(adopted);
    let mut team =
        Team { site, seed, first, steps: Vec::new(), waiting: Vec::new(), follow_ups: Vec::new(), asked: Vec::new() };
    team.takes_up();
    for on in first.plus(1).to(today.day).filter(|on| on.weekday_index() < 5) {
        team.lives(on);
        if today.day.0 - on.0 < REQUEST_DAYS {
            team.takes_calls(on, site.books(on));
        }
    }
    let mut all = steps;
    all.extend(team.steps.into_iter().filter(|step| step.now.at <= today.at));
    all.sort_by_key(|step| step.now.at);
    all
}

/// The team, with the rows it has made by their numbers.
struct Team {
    site: &'static Site,
    seed: u64,
    first: Day,
    steps: Vec<Step>,
    waiting: Vec<Waiting>,
    follow_ups: Vec<FollowUp>,
    asked: Vec<Concertation>,
}

/// A patient of these lists: their files are those of no other story.
fn patient(dice: &mut Dice, file: usize) -> PatientRef {
    let letter = |dice: &mut Dice| *dice.pick(&['A', 'B', 'C', 'D', 'F', 'G', 'L', 'M', 'P', 'R']);
    PatientRef {
        file: (70_000 + file).to_string(),
        initials: Some(format!("{}.{}.", letter(dice), letter(dice))),
        birth_year: u16::try_from(1934 + dice.below(50)).ok(),
    }
}

fn number(at: usize) -> i64 {
    i64::try_from(at + 1).unwrap_or(i64::MAX)
}

impl Team {
    fn does(&mut self, on: Day, minute: u16, who: PersonId, act: Act) {
        self.steps.push(Step { write: Write::of(act), who: Who::is(who), now: Now::on(on, minute / 60, minute % 60) });
    }

    fn puts(&mut self, at: (Day, u16), who: PersonId, record: &'static Record, id: Option<i64>, values: Values) {
        self.does(at.0, at.1, who, Act::Record(RecordAct::Put(record, id, values)));
    }

    /// The day on which the lists begin: whom the nurse follows already, whose protocol is to be renewed.
    fn takes_up(&mut self) {
        let first = self.first;
        let mut dice = Dice::new(self.seed, NURSES, 0);
        let accepts = Capacity { accepts: Accepts::AldOnly, since: first.plus(-30), note: String::new() };
        self.puts((first, 9 * 60), COORDINATION, &CAPACITY, None, accepts.values());
        let protocols = ready_protocols(ToOwned::to_owned).len();
        for n in 0..26 {
            let last = first.plus(-(20 + 4 * i32::try_from(n).unwrap_or(0)));
            let follow_up = FollowUp {
                patient: patient(&mut dice, 100 + n),
                protocol: number(n % protocols),
                last_on: Some(last),
                next_month: Some(last.months_on(3).month_start()),
                waits_for: ["rendez-vous", "bilan", "courrier", ""][n % 4].to_owned(),
                owner: FollowedBy::Nurse,
                call_on: None,
                ended_on: None,
                ended_why: None,
            };
            self.puts((first, 9 * 60 + 1 + u16::try_from(n).unwrap_or(0)), NURSE, &FOLLOW_UP, None, follow_up.values());
            self.follow_ups.push(follow_up);
        }
        for n in 0..8 {
            let protocol = AldProtocol {
                patient: patient(&mut dice, 200 + n),
                renew: Some(first.months_on(2 + 2 * u32::try_from(n).unwrap_or(0)).month_start()),
                years: Some([3, 5, 10][n % 3]),
                owner: FollowedBy::Assistant,
                sent_on: None,
                ended_on: None,
                note: String::new(),
            };
            let minute = 9 * 60 + 30 + u16::try_from(n).unwrap_or(0);
            self.puts((first, minute), COORDINATION, &ALD_PROTOCOL, None, protocol.values());
        }
    }

    /// A working day.
    fn lives(&mut self, on: Day) {
        let books = self.site.books(on);
        match on.weekday_index() {
            0 => self.asks(on, books),
            2 => self.calls_the_list(on, books),
            3 => self.follows(on),
            4 => self.discusses(on),
            _ => {}
        }
    }

    /// Somebody asks for a médecin traitant, most weeks.
    fn asks(&mut self, on: Day, who: PersonId) {
        let mut dice = Dice::new(self.seed, LIST, i64::from(on.0));
        for n in 0..dice.below(3) {
            let waiting = Waiting {
                patient: patient(&mut dice, 300 + self.waiting.len()),
                asked_on: on,
                ald: dice.below(3) == 0,
                commune: (*dice.pick(&COMMUNES)).to_owned(),
                phone: String::new(),
                call_on: Some(on.plus(14)),
                owner: FollowedBy::Assistant,
                seen_on: None,
                declared_on: None,
                given_up_on: None,
                given_up_why: None,
                note: String::new(),
            };
            let minute = 10 * 60 + u16::try_from(n).unwrap_or(0);
            self.puts((on, minute), who, &WAITING, None, waiting.values());
            self.waiting.push(waiting);
        }
    }

    /// Those whose day has come are called; of those who were reached most are declared the week after.
    fn calls_the_list(&mut self, on: Day, who: PersonId) {
        let mut dice = Dice::new(self.seed, LIST, i64::from(on.0));
        for at in 0..self.waiting.len() {
            let waiting = self.waiting[at].clone();
            let minute = 11 * 60 + u16::try_from(at % 50).unwrap_or(0);
            if !waiting.is_open() || waiting.call_on.is_none_or(|day| day > on) {
                continue;
            }
            if waiting.seen_on.is_some() {
                let declared = Waiting { declared_on: Some(on), call_on: None, ..waiting };
                self.puts((on, minute), who, &WAITING, Some(number(at)), declared.values());
                self.waiting[at] = declared;
                continue;
            }
            let outcome = *dice.pick(&[
                AttemptOutcome::Seen,
                AttemptOutcome::Seen,
                AttemptOutcome::NoAnswer,
                AttemptOutcome::CallAgain,
            ]);
            // After two months in vain somebody else is called.
            if outcome == AttemptOutcome::NoAnswer && on.0 - waiting.asked_on.0 > 60 {
                let over =
                    Waiting { given_up_on: Some(on), given_up_why: Some(GivenUp::Unreached), call_on: None, ..waiting };
                self.puts((on, minute), who, &WAITING, Some(number(at)), over.values());
                self.waiting[at] = over;
                continue;
            }
            let call = Attempt {
                waiting: Some(number(at)),
                follow_up: None,
                outcome,
                on_day: on,
                next: Some(on.plus(7)),
                words: String::new(),
            };
            self.puts((on, minute), who, &ATTEMPT, None, call.values());
            self.waiting[at] = waiting.after(&call);
        }
    }

    /// The nurse's Thursday: the one whose month is oldest; one in five is not reached.
    fn follows(&mut self, on: Day) {
        let mut dice = Dice::new(self.seed, NURSES, i64::from(on.0));
        let months = ready_protocols(ToOwned::to_owned);
        let mut due: Vec<usize> = (0..self.follow_ups.len()).collect();
        due.retain(|at| self.follow_ups[*at].next_month.is_some_and(|month| month <= on));
        due.sort_by_key(|at| (self.follow_ups[*at].order(), *at));
        for (n, at) in due.into_iter().take(1).enumerate() {
            let outcome = *dice.pick(&[
                AttemptOutcome::Seen,
                AttemptOutcome::Seen,
                AttemptOutcome::Seen,
                AttemptOutcome::Reached,
                AttemptOutcome::NoAnswer,
            ]);
            let call = Attempt {
                waiting: None,
                follow_up: Some(number(at)),
                outcome,
                on_day: on,
                next: outcome.asks_next().then(|| on.plus(7)),
                words: String::new(),
            };
            let minute = 9 * 60 + 10 * u16::try_from(n).unwrap_or(0);
            self.puts((on, minute), NURSE, &ATTEMPT, None, call.values());
            let protocol = usize::try_from(self.follow_ups[at].protocol - 1).unwrap_or(0);
            self.follow_ups[at] = self.follow_ups[at].after(&call, months.get(protocol).map_or(3, |p| p.months));
        }
        // One of them is to be discussed, every other week.
        if dice.below(2) == 0 {
            let at = dice.below(self.follow_ups.len());
            let asked = Concertation {
                patient: self.follow_ups[at].patient.clone(),
                question: (*dice.pick(&QUESTIONS)).to_owned(),
                week: IsoWeek::of(on),
                post: None,
                asked_by: NURSE,
                asked_on: on,
                put_off: None,
                discussed_on: None,
                doctor: None,
                decision: String::new(),
                dropped_on: None,
            };
            self.puts((on, 11 * 60 + 30), NURSE, &CONCERTATION, None, asked.values());
            self.asked.push(asked);
        }
    }

    /// On Friday most of what was asked has been discussed.
    fn discusses(&mut self, on: Day) {
        let mut dice = Dice::new(self.seed, NURSES, i64::from(on.0));
        for at in 0..self.asked.len() {
            if self.asked[at].is_open() && dice.below(3) > 0 {
                let done = Concertation {
                    discussed_on: Some(on),
                    decision: (*dice.pick(&DECISIONS)).to_owned(),
                    ..self.asked[at].clone()
                };
                let minute = 12 * 60 + u16::try_from(at % 20).unwrap_or(0);
                self.puts((on, minute), NURSE, &CONCERTATION, Some(number(at)), done.values());
                self.asked[at] = done;
            }
        }
    }

    /// The telephone hour, at half past eight: noted one by one in the last weeks.
    fn takes_calls(&mut self, on: Day, who: PersonId) {
        let mut dice = Dice::new(self.seed, CALLS, i64::from(on.0));
        for n in 0..3 + dice.below(4) {
            let offered = *dice.pick(&[
                Offered::Today,
                Offered::Today,
                Offered::Today,
                Offered::Tomorrow,
                Offered::Other,
                Offered::Sent,
                Offered::Refused,
            ]);
            let minute = 8 * 60 + 30 + 5 * u16::try_from(n).unwrap_or(0);
            let request = Request {
                on_day: on,
                minute: minute.into(),
                patient: (dice.below(2) == 0).then(|| patient(&mut dice, 600 + n)),
                offered,
                why: if offered == Offered::Refused { "semaine complète".to_owned() } else { String::new() },
            };
            self.puts((on, minute), who, &REQUEST, None, request.values());
        }
    }
}
