//! What the coordination knows of the collective: wishes, when doctors could come, whom it asked, who can be called.
//!
//! Each follows from the seed, its week and the rota as it is planned; today decides only who was asked for the week
//! that it leaves without a doctor.

use super::{Draft, History};
use crate::demo::dice::{Dice, topic};
use crate::demo::people;
use crate::demo::rota::{CONSIDERED, DoctorNo, Plan, planning_day};
use crate::demo::site::{COORDINATION, Site};
use crate::domain::act::{Act, RecordAct};
use crate::domain::availability::Answer;
use crate::domain::record::{
    AVAILABILITY, Availability, How, Intention, LEAVING_WORD, MEDICAL_BACKUP, Record, SOLICITATION, Solicitation,
    SolicitationAnswer, VOLUNTEER, Value, Values, Volunteer,
};
use crate::domain::{Day, IsoWeek, Now, PersonId, PostId, Who};

const WISHES: [&str; 12] = [
    "aux beaux jours, jamais en août",
    "deux fois par an",
    "au printemps",
    "une fois par an, en mai ou en juin",
    "toute l'année sauf décembre",
    "en automne, une fois par an",
    "trois fois par an, jamais l'été",
    "d'avril à juin",
    "de novembre à février",
    "en septembre",
    "1 à 2 fois par an, sauf juillet et août",
    "n'importe quand",
];

const SKILLS: [&str; 8] = [
    "échographie",
    "gynécologie, DIU",
    "petite traumatologie",
    "",
    "pédiatrie",
    "soins palliatifs",
    "",
    "infiltrations, petite chirurgie",
];

const NOTES: [&str; 6] = [
    "",
    "Vient en train : à chercher à la gare.",
    "",
    "Préfère être appelé le soir.",
    "Vient avec ses enfants pendant les vacances scolaires.",
    "",
];

const ON_AVAILABILITY: [&str; 5] =
    ["", "si le cabinet trouve un remplaçant", "", "confirmera par courriel", "à redemander"];

/// What was said on the telephone by who cannot come.
const REFUSALS: [&str; 5] =
    ["en congés", "déjà un remplacement", "", "trop loin pour une semaine", "garde à l'hôpital"];

const WISH: u64 = 91;
const COMES: u64 = 92;
const ASKS: u64 = 93;
const GAP: u64 = 94;

/// Weeks on both sides of a stay in which nobody is asked for another.
const APART: i32 = 5;

/// A volunteer of whom something is noted, and who may be asked.
#[derive(Debug, Clone, Copy)]
pub struct Willing {
    person: PersonId,
    number: DoctorNo,
}

/// What is kept of the collective from one week to the next.
#[derive(Debug, Default)]
pub struct Kept {
    /// By order of planning, those whom the coordination has thought about.
    seen: Vec<DoctorNo>,
    willing: Vec<Willing>,
    /// Who was asked for a week and has not answered yet.
    waiting: Vec<Solicitation>,
}

fn draft(at: Now, record: &'static Record, values: Values) -> Draft {
    let act = Act::Record(RecordAct::Put(record, None, values));
    Draft { at, who: Who::is(COORDINATION), act, chain: None }
}

fn asked(at: Now, what: &Solicitation) -> Draft {
    draft(at, &SOLICITATION, what.values())
}

fn subject(number: DoctorNo) -> i64 {
    i64::try_from(number).unwrap_or(0)
}

impl History {
    /// What is noted of the collective in a week.
    pub(super) fn collective(&mut self, week: IsoWeek) -> Vec<Draft> {
        let mut out: Vec<Draft> = self.on_call(week).into_iter().collect();
        let day = planning_day(week);
        self.answers(day, &mut out);
        self.wishes(week, day, &mut out);
        for lane in 0..self.booked.len() {
            self.asks(lane, week, day, &mut out);
        }
        self.asks_for_the_gap(week, &mut out);
        out
    }

    /// Who can be called in the weekends and closed weeks to come: a pioneer, for a month and as long as it takes to name
    /// the next.
    fn on_call(&self, week: IsoWeek) -> Option<Draft> {
        let due = week.number() % 4 == 1 || week == self.site.founded().week();
        let pioneers: Vec<_> = self.doctors.iter().take(people::PIONEERS).flatten().collect();
        let (doctor, _) = pioneers.get(week.number() as usize / 4 % pioneers.len().max(1)).filter(|_| due)?;
        let friday = week.monday().plus(4);
        let (from, to) = (friday.plus(1), friday.plus(34));
        let values = [("person", (*doctor).into()), ("from_day", from.into()), ("to_day", to.into())];
        Some(draft(Now::on(friday, 17, 30), &MEDICAL_BACKUP, values.into_iter().collect()))
    }

    /// Of those who left the week before: what they would like is noted of about a third, once; a few said it themselves
    /// as they left.
    fn wishes(&mut self, week: IsoWeek, day: Day, out: &mut Vec<Draft>) {
        let before = week.plus(-1);
        let row = |number: DoctorNo| Some(Willing { person: self.doctors.get(number)?.as_ref()?.0, number });
        let there: Vec<Willing> = self.planned_in(before, before).filter_map(|plan| row(plan.present()?)).collect();
        for (minute, who) in (20..).step_by(10).zip(there) {
            if !self.collective.seen.contains(&who.number) {
                self.collective.seen.push(who.number);
                self.first_words(who, Now::on(day, 9, minute), out);
            }
            if self.collective.willing.iter().any(|w| w.number == who.number) {
                let said = self.could_come(who, week);
                out.push(draft(Now::on(day, 9, minute + 5), &AVAILABILITY, said.values()));
            }
        }
    }

    /// What is noted of a doctor after their first stay, if anything.
    fn first_words(&mut self, who: Willing, at: Now, out: &mut Vec<Draft>) {
        let mut dice = Dice::new(self.seed, WISH, subject(who.number));
        match dice.below(8) {
            0..3 => {
                let known = volunteer(at.day, people::comes_back(self.seed, who.number), &mut dice);
                out.push(draft(at, &VOLUNTEER, known.values(who.person)));
                self.collective.willing.extend(known.spared_on.is_none().then_some(who));
            }
            3 => out.push(draft(at, &LEAVING_WORD, leaving(who.person, &mut dice))),
            _ => {}
        }
    }

    /// What a volunteer said of some weeks to come: yes where they are planned.
    fn could_come(&self, who: Willing, week: IsoWeek) -> Availability {
        let mut dice = Dice::new(self.seed, topic(COMES, who.number), i64::from(week.monday().0));
        let first = week.plus(i32::try_from(6 + dice.below(11)).unwrap_or(6));
        let last = first.plus(i32::try_from(dice.below(3)).unwrap_or(0));
        let answer = *dice.pick(&[Answer::Yes, Answer::Yes, Answer::Perhaps, Answer::No]);
        let answer = if self.comes(who.number, first, last) { Answer::Yes } else { answer };
        let note = if answer == Answer::No { "" } else { *dice.pick(&ON_AVAILABILITY) };
        let (from, to) = (first.monday(), last.sunday());
        Availability { person: who.person, from, to, answer, note: note.to_owned(), by: None }
    }

    /// Whether a doctor is planned in one of these weeks.
    fn comes(&self, number: DoctorNo, first: IsoWeek, last: IsoWeek) -> bool {
        let theirs = |plan: &Plan| plan.doctor == number || plan.present() == Some(number);
        self.planned_in(first, last).any(theirs)
    }

    /// What is planned in some weeks, post by post.
    fn planned_in(&self, first: IsoWeek, last: IsoWeek) -> impl Iterator<Item = &Plan> {
        self.booked.iter().flat_map(move |booked| {
            let from = booked.partition_point(|b| b.plan.week < first);
            booked[from..].iter().map(|b| &b.plan).take_while(move |plan| plan.week <= last)
        })
    }

    /// Volunteers who may be asked for a week, in some order.
    fn to_ask(&self, week: IsoWeek, dice: &mut Dice) -> Vec<PersonId> {
        let willing = &self.collective.willing;
        let order = dice.shuffled(willing.len()).into_iter().map(|at| willing[at]);
        order.filter(|who| !self.comes(who.number, week.plus(-APART), week.plus(APART))).map(|who| who.person).collect()
    }

    /// Now and then, for the week that is planned next: one cannot come, one is called in vain, and who comes says yes.
    fn asks(&mut self, lane: usize, week: IsoWeek, day: Day, out: &mut Vec<Draft>) {
        let ahead = week.plus(CONSIDERED + 1);
        let mut dice = Dice::new(self.seed, topic(ASKS, lane), i64::from(week.monday().0));
        let booked = &self.booked[lane];
        let Ok(at) = booked.binary_search_by_key(&ahead, |b| b.plan.week) else { return };
        let plan = &booked[at].plan;
        if dice.below(4) > 0 {
            return;
        }
        let comes = self.doctors.get(plan.doctor).and_then(Option::as_ref).map(|(doctor, _)| *doctor);
        let post = Site::post(lane);
        let mut free = self.to_ask(ahead, &mut dice).into_iter();
        let on = |person, answer| called(person, post, ahead, day, answer);
        if let Some(person) = free.next() {
            let no = Solicitation { note: refusal(&mut dice), ..on(person, SolicitationAnswer::No) };
            out.push(asked(Now::on(day, 11, 20), &no));
        }
        if let Some(person) = free.next() {
            let waits = Solicitation { note: "message laissé".to_owned(), ..on(person, SolicitationAnswer::None) };
            out.push(asked(Now::on(day, 11, 30), &waits));
            self.collective.waiting.push(waits);
        }
        out.extend(comes.map(|person| asked(Now::on(day, 11, 40), &on(person, SolicitationAnswer::Yes))));
    }

    /// Who was called in vain a week ago has called back, too late.
    fn answers(&mut self, day: Day, out: &mut Vec<Draft>) {
        for (minute, was) in (0..).step_by(5).zip(std::mem::take(&mut self.collective.waiting)) {
            let now = called(was.person, was.post, was.week, day, SolicitationAnswer::No);
            let now = Solicitation { note: "a rappelé : pas cette fois".to_owned(), ..now };
            out.push(asked(Now::on(day, 10, minute), &now));
        }
    }

    /// The day after a doctor withdrew from a week ahead, others are asked for it; on Monday one more is thought of, and
    /// called on Tuesday.
    fn asks_for_the_gap(&self, week: IsoWeek, out: &mut Vec<Draft>) {
        let (Some(gap), today) = (self.gap, self.today.day.week()) else { return };
        if week != today && week.next() != today {
            return;
        }
        let mut dice = Dice::new(self.seed, GAP, i64::from(gap.monday().0));
        let post = Site::post(self.booked.len() - 1);
        let free = self.to_ask(gap, &mut dice);
        let friday = today.monday().plus(-3);
        let on = |person, day, answer| called(person, post, gap, day, answer);
        let again = Some(today.next().monday());
        let all = free.first_chunk::<4>().map(|&[no, silent, later, fourth]| {
            let no = Solicitation { note: refusal(&mut dice), ..on(no, friday, SolicitationAnswer::No) };
            let how = Some(How::Text);
            let silent = Solicitation { how, ..on(silent, friday, SolicitationAnswer::None) };
            let note = "ne sait pas encore".to_owned();
            let later = Solicitation { again_on: again, note, ..on(later, friday, SolicitationAnswer::CallBack) };
            let (monday, tuesday) = (today.monday(), today.monday().plus(1));
            let fourth_again = Solicitation { again_on: again, ..on(fourth, tuesday, SolicitationAnswer::Perhaps) };
            [
                (Now::on(friday, 9, 20), no),
                (Now::on(friday, 9, 25), silent),
                (Now::on(friday, 9, 40), later),
                (Now::on(monday, 11, 0), Solicitation::to_ask(fourth, post, gap)),
                (Now::on(tuesday, 14, 0), fourth_again),
            ]
        });
        let here = all.into_iter().flatten().filter(|(at, _)| at.day.week() == week);
        out.extend(here.map(|(at, what)| asked(at, &what)));
    }
}

/// Somebody called on a day, and what came of it.
fn called(person: PersonId, post: PostId, week: IsoWeek, day: Day, answer: SolicitationAnswer) -> Solicitation {
    let to_ask = Solicitation::to_ask(person, post, week);
    Solicitation { asked_on: Some(day), how: Some(How::Phone), answer, ..to_ask }
}

/// Why somebody cannot come.
fn refusal(dice: &mut Dice) -> String {
    (*dice.pick(&REFUSALS)).to_owned()
}

/// What the coordination notes of a doctor; who never comes back may not want to be asked either.
fn volunteer(day: Day, back: bool, dice: &mut Dice) -> Volunteer {
    let spared = dice.below(8) == 0 && !back;
    let intention = match dice.below(6) {
        0 => None,
        1 if !back => Some(Intention::No),
        2 => Some(Intention::SettleDown),
        _ => Some(Intention::ComeBack),
    };
    let wishes = if spared { "" } else { *dice.pick(&WISHES) };
    Volunteer {
        wishes: wishes.to_owned(),
        intention: if spared { Some(Intention::No) } else { intention },
        skills: (*dice.pick(&SKILLS)).to_owned(),
        declared: dice.below(5) > 0,
        spared_on: spared.then_some(day),
        told_on: Some(day),
        notes: (*dice.pick(&NOTES)).to_owned(),
    }
}

/// What a doctor said as they left, taken down by the coordination.
fn leaving(person: PersonId, dice: &mut Dice) -> Values {
    let intention = *dice.pick(&[Intention::ComeBack, Intention::ComeBack, Intention::SettleDown]);
    let wishes: Value = (*dice.pick(&WISHES)).into();
    let intention = Value::choice(intention.name());
    [("person", person.into()), ("intention", intention), ("wishes", wishes), ("may_call", true.into())]
        .into_iter()
        .collect()
}
