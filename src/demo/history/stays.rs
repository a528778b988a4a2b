//! The rota moves on: stays are planned, confirmed and called off, and whoever comes is made known.

use super::{Booked, History};
use crate::demo::dice::Dice;
use crate::demo::people;
use crate::demo::rota::{self, Fate};
use crate::demo::site::{self, COORDINATION, Site};
use crate::domain::act::{Act, NewStay, PeopleAct, StayAct};
use crate::domain::stay::Withdrawal;
use crate::domain::{IsoWeek, Now, PersonId, StayId, StayState, Who};

impl History {
    /// The first thing of a week: the rota moves one week on.
    pub(super) fn plan_ahead(&mut self, week: IsoWeek) {
        let day = rota::planning_day(week);
        let at = Now::on(day, 9, 0);
        let claire = Who::is(COORDINATION);
        for (member, begins) in self.site.joined {
            if site::day(*begins).week() == week {
                self.people += 1;
                self.step(at, claire, Act::People(PeopleAct::Add(member.person())));
            }
        }
        // The first whole week of January: the closures of next year are known.
        if week.number() == 2 && week.year() > self.site.opened().week().year() {
            self.close_weeks(week.year() + 1, at);
        }
        for (lane, index) in self.coming(week, rota::CONSIDERED) {
            let plan = &self.booked[lane][index].plan;
            let state = match plan.week {
                w if w <= week.plus(rota::CONFIRMED) && plan.fate != Fate::Vacant => StayState::Confirmed,
                w if w <= week.plus(rota::OPTION) => StayState::Option,
                _ => StayState::Considered,
            };
            self.book(lane, index, state, at);
        }
    }

    /// The plans of a week and of so many after it, week by week.
    fn coming(&self, week: IsoWeek, ahead: i32) -> Vec<(usize, usize)> {
        let last = week.plus(ahead);
        let mut found: Vec<(IsoWeek, usize, usize)> = Vec::new();
        for (lane, booked) in self.booked.iter().enumerate() {
            let first = booked.partition_point(|b| b.plan.week < week);
            let those = booked[first..].iter().take_while(|b| b.plan.week <= last).enumerate();
            found.extend(those.map(|(index, b)| (b.plan.week, lane, first + index)));
        }
        found.sort_unstable();
        found.into_iter().map(|(_, lane, index)| (lane, index)).collect()
    }

    /// Adds a stay, or brings it on to its next state.
    fn book(&mut self, lane: usize, index: usize, state: StayState, at: Now) {
        let plan = self.booked[lane][index].plan.clone();
        let known = self.booked[lane][index].stay;
        // What was given up stays so.
        if known.is_some()
            && (self.booked[lane][index].state == state || self.booked[lane][index].state == StayState::Cancelled)
        {
            return;
        }
        let doctor = self.doctor(plan.doctor, at);
        let stay = NewStay::plain(Site::post(lane), doctor, plan.from, plan.to, state);
        let act = if let Some(id) = known {
            StayAct::Edit(id, stay)
        } else {
            self.stays += 1;
            self.booked[lane][index].stay = Some(StayId(self.stays));
            StayAct::Add(stay)
        };
        self.booked[lane][index].doctor = Some(doctor);
        self.booked[lane][index].state = state;
        self.step(at, Who::is(COORDINATION), Act::Stay(act));
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
        self.step(at, Who::is(COORDINATION), Act::People(PeopleAct::Add(person)));
        id
    }

    /// Doctors who cannot come, in the past and ahead of today.
    pub(super) fn withdrawals(&mut self, week: IsoWeek) {
        let day = rota::planning_day(week).max(week.monday().plus(1));
        for (lane, index) in self.coming(week.next(), 3) {
            let plan = self.booked[lane][index].plan.clone();
            if plan.fate == Fate::Replaced && plan.week == week.plus(3) {
                self.cancel(lane, index, Now::on(day, 10, 0), "Remplacement urgent dans son propre cabinet.");
                let at = Now::on(day, 16, 0);
                let doctor = self.doctor(plan.substitute.unwrap_or(plan.doctor), at);
                self.stays += 1;
                self.booked[lane][index].stay = Some(StayId(self.stays));
                self.booked[lane][index].doctor = Some(doctor);
                let state = StayState::Confirmed;
                let stay = NewStay::plain(Site::post(lane), doctor, plan.from, plan.to, state);
                self.step(at, Who::is(COORDINATION), Act::Stay(StayAct::Add(stay)));
                // Booked for good: `book` must not touch it again.
                self.booked[lane][index].state = state;
            }
        }
        // In the order of time: Thursday, then Friday.
        if self.gap.is_some() && week == self.today.day.week().plus(-1) {
            let thursday = Now::on(week.monday().plus(3), 11, 0);
            let lane = self.booked.len() - 1;
            if let Some(index) = self.booked[lane].iter().position(|b| Some(b.plan.week) == self.gap) {
                self.cancel(lane, index, thursday, "Problème de santé dans la famille.");
            }
        }
        let falls_through = |b: &Booked| b.plan.week == week.next() && b.plan.fate == Fate::Vacant;
        let friday = Now::on(week.monday().plus(4), 9, 0);
        for lane in 0..self.booked.len() {
            if let Some(index) = self.booked[lane].iter().position(falls_through) {
                self.cancel(lane, index, friday, "L'option n'a pas pu être confirmée.");
            }
        }
    }

    fn cancel(&mut self, lane: usize, index: usize, at: Now, reason: &str) {
        let Some(id) = self.booked[lane][index].stay else { return };
        let withdrawal = Withdrawal::told(at.day, reason);
        self.booked[lane][index].state = StayState::Cancelled;
        self.step(at, Who::is(COORDINATION), Act::Stay(StayAct::Cancel(id, withdrawal)));
    }
}

/// The week ahead that a withdrawal leaves without a doctor: the second after today's, or the third.
pub(super) fn gap(seed: u64, today: IsoWeek, booked: &[Booked]) -> Option<IsoWeek> {
    const GAP: u64 = 22;
    let first = 2 + i32::from(Dice::new(seed, GAP, i64::from(today.monday().0)).below(2) == 1);
    [first, 5 - first, 4, 5].into_iter().map(|weeks| today.plus(weeks)).find(|week| {
        booked.iter().any(|b| b.plan.week == *week && !matches!(b.plan.fate, Fate::Vacant | Fate::Replaced))
    })
}
