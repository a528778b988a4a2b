//! The fictional centre of Ajain, as the list of everything that was ever done there.
//!
//! It knows the words of the domain and the form of a write, nothing of a store, a screen or a clock.
//! The same seed always tells the same history, and a later day only adds to it: what was done in a past
//! week does not change, save for the one withdrawal that leaves a week to come without a doctor.
//!
//! Rows are numbered as a store does: from 1, in the order in which they are made.

mod deck;
mod dice;
mod notes;
mod people;
mod place;
mod rota;
mod scenario;
mod scenarios;
mod scene;
mod week;

use crate::domain::act::{Act, CentreAct, HandoverAct, ItemAct, NewCentre, NewStay, PeopleAct, PlaceAct, StayAct};
use crate::domain::centre::Opening;
use crate::domain::stay::Withdrawal;
use crate::domain::{Calendar, ContactId, Day, IsoWeek, ItemId, Now, PersonId, PostId, StayId, StayState, Who};
use crate::protocol::Write;
use dice::Dice;
use rota::{Fate, Plan, Planner};
use scene::Present;
use week::Points;

/// Claire Garnier, whose desk the fictional centre opens on.
pub const COORDINATION: PersonId = PersonId(1);

const CLAIRE: PersonId = COORDINATION;
const SYLVIE: PersonId = PersonId(2);
const NADIA: PersonId = PersonId(3);
const POST: PostId = PostId(1);

/// One thing that somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub write: Write,
    pub who: Who,
    pub now: Now,
}

/// A step whose point may have no number yet.
struct Draft {
    at: Now,
    who: Who,
    act: Act,
    /// The story whose point the act is about.
    chain: Option<usize>,
}

/// Everything that was done from the founding of the centre to `today`, oldest first.
///
/// `today` is meant to lie between 7 November 2022 and the year 2100; before the founding nothing was done.
#[must_use]
pub fn steps(seed: u64, today: Now) -> Vec<Step> {
    let mut history = History::new(seed, today);
    history.found();
    let last = today.day.week();
    let mut week = founded().week();
    while week <= last {
        history.week(week);
        week = week.next();
    }
    history.steps.retain(|s| s.now.at <= today.at);
    history.steps
}

/// The doctor whose confirmed stay covers the day, or else the next one to come.
#[must_use]
pub fn doctor_at(steps: &[Step], today: Day) -> Option<PersonId> {
    let mut stays: Vec<NewStay> = Vec::new();
    for step in steps {
        let Act::Stay(act) = &step.write.act else { continue };
        let row = |id: &StayId| usize::try_from(id.0 - 1).ok();
        match act {
            StayAct::Add(stay) => stays.push(stay.clone()),
            StayAct::Edit(id, stay) => {
                if let Some(old) = row(id).and_then(|r| stays.get_mut(r)) {
                    *old = stay.clone();
                }
            }
            StayAct::Cancel(id, _) => {
                if let Some(old) = row(id).and_then(|r| stays.get_mut(r)) {
                    old.state = StayState::Cancelled;
                }
            }
        }
    }
    let confirmed = stays.iter().filter(|s| s.state == StayState::Confirmed && s.to >= today);
    confirmed.min_by_key(|s| s.from).map(|s| s.doctor)
}

/// The day on which the centre was put into the program, two weeks before its first patient.
fn founded() -> Day {
    rota::opening().plus(-14)
}

/// A planned week with the rows it has so far.
struct Booked {
    plan: Plan,
    stay: Option<StayId>,
    doctor: Option<PersonId>,
    state: StayState,
}

struct History {
    seed: u64,
    today: Now,
    calendar: Calendar,
    planner: Planner,
    booked: Vec<Booked>,
    /// Rows and names of the doctors, by order of planning.
    doctors: Vec<Option<(PersonId, String)>>,
    people: i64,
    stays: i64,
    items: Vec<Option<ItemId>>,
    items_made: i64,
    points: Points,
    steps: Vec<Step>,
    /// The week that stands vacant ahead of today, if one could be found.
    gap: Option<IsoWeek>,
}

impl History {
    fn new(seed: u64, today: Now) -> Self {
        let last = today.day.week().plus(rota::CONSIDERED + 6);
        let calendar = rota::calendar(last.year() + 1);
        let mut planner = Planner::new(seed);
        let mut booked = Vec::new();
        let mut week = rota::opening().week();
        while week <= last {
            let plan = planner.plan(week, &calendar);
            booked.extend(plan.map(|plan| Booked { plan, stay: None, doctor: None, state: StayState::Cancelled }));
            week = week.next();
        }
        let gap = gap(seed, today.day.week(), &booked);
        Self {
            seed,
            today,
            calendar,
            planner,
            booked,
            doctors: Vec::new(),
            people: 3,
            stays: 0,
            items: Vec::new(),
            items_made: 0,
            points: Points::new(seed),
            steps: Vec::new(),
            gap,
        }
    }

    fn step(&mut self, at: Now, who: Who, act: Act) {
        self.steps.push(Step { write: Write::of(act), who, now: at });
    }

    /// The founding: centre, team, directory, page.
    fn found(&mut self) {
        let (claire, day) = (Who::is(CLAIRE), founded());
        let centre = NewCentre {
            name: "Centre de santé d'Ajain".to_owned(),
            commune: "Ajain".to_owned(),
            department: "23".to_owned(),
            opened: rota::opening(),
            opening: Opening::default(),
            names_allowed: false,
            lang: "fr".to_owned(),
        };
        let create = CentreAct::Create { centre, posts: vec!["Médecin".to_owned()], first: people::claire() };
        self.step(Now::on(day, 8, 0), claire, Act::Centre(create));
        for member in [people::sylvie(), people::nadia()] {
            self.step(Now::on(day, 8, 10), claire, Act::People(PeopleAct::Add(member)));
        }
        self.close_weeks(2022, Now::on(day, 8, 20));
        self.close_weeks(2023, Now::on(day, 8, 20));
        for contact in place::contacts(day) {
            self.step(Now::on(day, 8, 40), claire, Act::Place(PlaceAct::AddContact(contact)));
        }
        self.step(Now::on(day, 8, 50), claire, Act::Place(PlaceAct::Page(place::PAGE.to_owned())));
    }

    /// Announces the two closed weeks of a year.
    fn close_weeks(&mut self, year: i32, at: Now) {
        for (week, reason) in rota::closed_weeks(year) {
            if week > founded().week() {
                let act = CentreAct::AddClosure { from: week.monday(), to: week.sunday(), reason: reason.to_owned() };
                self.step(at, Who::is(CLAIRE), Act::Centre(act));
            }
        }
    }

    /// Everything of one week, in the order of time.
    fn week(&mut self, week: IsoWeek) {
        let begin = self.steps.len();
        self.plan_ahead(week);
        self.withdrawals(week);
        // Rows of doctors and stays are numbered above; they happen in this order in the week too.
        let planned = self.steps.split_off(begin).into_iter();
        let mut drafts: Vec<Draft> =
            planned.map(|s| Draft { at: s.now, who: s.who, act: s.write.act, chain: None }).collect();
        drafts.extend(self.points_of(week));
        drafts.sort_by_key(|d| d.at.at);
        for draft in drafts {
            let Draft { at, who, mut act, chain } = draft;
            self.number(&mut act, chain);
            self.step(at, who, act);
        }
    }

    /// Gives a point its number when it is made, and puts it where the point is spoken of.
    fn number(&mut self, act: &mut Act, chain: Option<usize>) {
        let Some(chain) = chain else { return };
        match act {
            Act::Item(ItemAct::Say(item, ..) | ItemAct::Answer(item, ..)) => {
                *item = self.items.get(chain).copied().flatten().unwrap_or(ItemId(0));
            }
            Act::Item(ItemAct::Open(..)) | Act::Handover(HandoverAct::Addendum { item: Some(_), .. }) => {
                self.items_made += 1;
                if self.items.len() <= chain {
                    self.items.resize(chain + 1, None);
                }
                self.items[chain] = Some(ItemId(self.items_made));
            }
            _ => {}
        }
    }

    /// The first thing of a week: the rota moves one week on.
    fn plan_ahead(&mut self, week: IsoWeek) {
        let day = rota::planning_day(week);
        let at = Now::on(day, 9, 0);
        let claire = Who::is(CLAIRE);
        let (elodie, begins) = people::elodie();
        if begins.is_some_and(|b| b.week() == week) {
            self.people += 1;
            self.step(at, claire, Act::People(PeopleAct::Add(elodie)));
        }
        // The first whole week of January: the closures of next year are known.
        if week.number() == 2 && week.year() > 2022 {
            self.close_weeks(week.year() + 1, at);
        }
        if week.number() == 13 {
            for (index, contact) in place::contacts(day).enumerate() {
                if place::CHECKED_EACH_YEAR.contains(&index) {
                    let id = ContactId(i64::try_from(index + 1).unwrap_or(0));
                    self.step(Now::on(day, 9, 20), claire, Act::Place(PlaceAct::EditContact(id, contact)));
                }
            }
        }
        for index in 0..self.booked.len() {
            let plan = &self.booked[index].plan;
            if plan.week > week.plus(rota::CONSIDERED) {
                break;
            }
            if plan.week < week {
                continue;
            }
            let state = match plan.week {
                w if w <= week.plus(rota::CONFIRMED) && plan.fate != Fate::Vacant => StayState::Confirmed,
                w if w <= week.plus(rota::OPTION) => StayState::Option,
                _ => StayState::Considered,
            };
            self.book(index, state, at);
        }
    }

    /// Adds a stay, or brings it on to its next state.
    fn book(&mut self, index: usize, state: StayState, at: Now) {
        let plan = self.booked[index].plan.clone();
        let known = self.booked[index].stay;
        // What was given up stays so.
        if known.is_some() && (self.booked[index].state == state || self.booked[index].state == StayState::Cancelled) {
            return;
        }
        let doctor = self.doctor(plan.doctor, at);
        let stay = NewStay { post: POST, doctor, from: plan.from, to: plan.to, state };
        let act = if let Some(id) = known {
            StayAct::Edit(id, stay)
        } else {
            self.stays += 1;
            self.booked[index].stay = Some(StayId(self.stays));
            StayAct::Add(stay)
        };
        self.booked[index].doctor = Some(doctor);
        self.booked[index].state = state;
        self.step(at, Who::is(CLAIRE), Act::Stay(act));
    }

    /// The row of a doctor, made when first needed.
    fn doctor(&mut self, number: rota::DoctorNo, at: Now) -> PersonId {
        if self.doctors.len() <= number {
            self.doctors.resize(number + 1, None);
        }
        if let Some((id, _)) = &self.doctors[number] {
            return *id;
        }
        self.people += 1;
        let id = PersonId(self.people);
        let person = people::doctor(self.seed, number, self.planner.first_year(number));
        self.doctors[number] = Some((id, format!("{} {}", person.given, person.family)));
        self.step(at, Who::is(CLAIRE), Act::People(PeopleAct::Add(person)));
        id
    }

    /// Doctors who cannot come, in the past and ahead of today.
    fn withdrawals(&mut self, week: IsoWeek) {
        let day = rota::planning_day(week).max(week.monday().plus(1));
        for index in 0..self.booked.len() {
            let plan = self.booked[index].plan.clone();
            if plan.week <= week || plan.week > week.plus(4) {
                continue;
            }
            if plan.fate == Fate::Replaced && plan.week == week.plus(3) {
                self.cancel(index, Now::on(day, 10, 0), "Remplacement urgent dans son propre cabinet.");
                let at = Now::on(day, 16, 0);
                let doctor = self.doctor(plan.substitute.unwrap_or(plan.doctor), at);
                self.stays += 1;
                self.booked[index].stay = Some(StayId(self.stays));
                self.booked[index].doctor = Some(doctor);
                let state = StayState::Confirmed;
                let stay = NewStay { post: POST, doctor, from: plan.from, to: plan.to, state };
                self.step(at, Who::is(CLAIRE), Act::Stay(StayAct::Add(stay)));
                // Booked for good: `book` must not touch it again.
                self.booked[index].state = state;
            }
        }
        // In the order of time: Thursday, then Friday.
        if self.gap.is_some() && week == self.today.day.week().plus(-1) {
            let thursday = Now::on(week.monday().plus(3), 11, 0);
            if let Some(index) = self.booked.iter().position(|b| Some(b.plan.week) == self.gap) {
                self.cancel(index, thursday, "Problème de santé dans la famille.");
            }
        }
        let falls_through = |b: &Booked| b.plan.week == week.next() && b.plan.fate == Fate::Vacant;
        if let Some(index) = self.booked.iter().position(falls_through) {
            let friday = Now::on(week.monday().plus(4), 9, 0);
            self.cancel(index, friday, "L'option n'a pas pu être confirmée.");
        }
    }

    fn cancel(&mut self, index: usize, at: Now, reason: &str) {
        let Some(id) = self.booked[index].stay else { return };
        let withdrawal = Withdrawal { on: at.day, reason: reason.to_owned() };
        self.booked[index].state = StayState::Cancelled;
        self.step(at, Who::is(CLAIRE), Act::Stay(StayAct::Cancel(id, withdrawal)));
    }

    /// What the doctor of the week and the team say of the points.
    fn points_of(&mut self, week: IsoWeek) -> Vec<Draft> {
        let Some(index) = self.booked.iter().position(|b| b.plan.week == week) else { return Vec::new() };
        let (before, from) = self.booked.split_at(index);
        let booked = &from[0];
        let (Some(stay), Some(doctor), Some(number)) = (booked.stay, booked.doctor, booked.plan.present()) else {
            return Vec::new();
        };
        let Some((_, name)) = self.doctors.get(number).cloned().flatten() else { return Vec::new() };
        let previous = before.last().filter(|b| b.plan.week.next() == week);
        let present = Present {
            plan: &booked.plan,
            stay,
            doctor,
            doctor_name: &name,
            next: from[1..].iter().find(|b| b.plan.speaks()).map_or(week.next(), |b| b.plan.week),
            follows: previous.is_some_and(|b| b.plan.speaks()),
            unsigned: before.last().filter(|b| b.plan.fate == Fate::Unsigned).and_then(|b| b.stay),
        };
        self.points.week(&present, &self.calendar)
    }
}

/// The week ahead that a withdrawal leaves without a doctor: the second after today's, or the third.
fn gap(seed: u64, today: IsoWeek, booked: &[Booked]) -> Option<IsoWeek> {
    const GAP: u64 = 22;
    let first = 2 + i32::from(Dice::new(seed, GAP, i64::from(today.monday().0)).below(2) == 1);
    [first, 5 - first, 4, 5].into_iter().map(|weeks| today.plus(weeks)).find(|week| {
        booked.iter().any(|b| b.plan.week == *week && !matches!(b.plan.fate, Fate::Vacant | Fate::Replaced))
    })
}

#[cfg(test)]
mod tests;
