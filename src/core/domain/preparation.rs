//! Préparation: what a stay needs done, from the centre's templates, each thing with a day and an owner (rules 35, 36).
//!
//! The day of a task is computed from the stay each time it is read, so that it follows when the stay moves. What is done
//! stays done.

mod ready_made;

pub use ready_made::{ready_made, ready_papers, ready_protocols, ready_tasks};

use super::collective::Listed;
use super::draft::text::fold;
use super::record::{Anchor, Length, Task, TaskState, TaskTemplate};
use super::{Day, DoctorStatus, PersonId, Role, Rota, Stay, StayState, short_stay};

impl TaskTemplate {
    /// Whether a stay of a doctor of that status needs it; of an unknown status, what everybody needs.
    #[must_use]
    pub fn is_for(&self, stay: &Stay, status: Option<DoctorStatus>) -> bool {
        let short = short_stay::is_short(stay.from, stay.to);
        let length = match self.length {
            None => true,
            Some(Length::Short) => short,
            Some(Length::Week) => !short,
        };
        length && (self.statuses.is_empty() || status.is_some_and(|status| self.statuses.contains(&status)))
    }

    /// The task that it makes of a stay.
    #[must_use]
    pub fn task(&self, stay: &Stay, today: Day) -> Task {
        Task {
            stay: stay.id,
            doctor: stay.doctor,
            what: self.what.clone(),
            anchor: self.anchor,
            days: self.days,
            on_day: None,
            owner: self.owner,
            person: self.person,
            before_arrival: self.before_arrival,
            after: self.after.clone(),
            state: TaskState::ToDo,
            settled_on: None,
            settled_by: None,
            reason: String::new(),
            made_on: today,
        }
    }
}

/// Whether a stay of that state, which ends that day, is to be prepared.
#[must_use]
pub fn is_prepared(state: StayState, to: Day, today: Day) -> bool {
    matches!(state, StayState::Option | StayState::Confirmed) && to >= today
}

impl Task {
    /// The day it is to be done by.
    #[must_use]
    pub fn due(&self, stay: &Stay) -> Day {
        self.on_day.unwrap_or_else(|| match self.anchor {
            Anchor::Arrival => stay.from.plus(self.days),
            Anchor::Departure => stay.to.plus(self.days),
        })
    }

    /// Whether it is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == TaskState::ToDo
    }

    /// Whether its day is over and it is not done.
    #[must_use]
    pub fn is_late(&self, stay: &Stay, today: Day) -> bool {
        self.is_open() && self.due(stay) < today
    }

    /// Whether its day was over when it came to the list: it is to be caught up, and nobody has let it lie.
    #[must_use]
    pub fn is_caught_up(&self, stay: &Stay) -> bool {
        self.is_open() && self.due(stay) < self.made_on
    }

    /// The task of the same stay that has to be done first, while it is not.
    #[must_use]
    pub fn waits_for<'a>(&self, tasks: &'a [Listed<Task>]) -> Option<&'a Task> {
        let first = fold(self.after.trim());
        let same = |task: &&Task| task.stay == self.stay && task.is_open() && fold(task.what.trim()) == first;
        (!first.is_empty()).then(|| tasks.iter().map(|t| &t.what).find(same)).flatten()
    }

    /// Who is to do it: its role, or the coordination where nobody fills that before its day (rules 3 and 41).
    #[must_use]
    pub fn owner_now(&self, stay: &Stay, rota: &Rota, today: Day) -> Role {
        if rota.is_filled(self.owner, today, Some(self.due(stay))) { self.owner } else { Role::Coordination }
    }

    /// Whether it is that person's to do.
    #[must_use]
    pub fn is_of(&self, person: PersonId, stay: &Stay, rota: &Rota, today: Day) -> bool {
        match self.person.filter(|id| rota.people.get(*id).is_some_and(|p| p.is_staff(today))) {
            Some(id) => id == person,
            None => {
                rota.people.get(person).is_some_and(|p| rota.stands_for(p, self.owner_now(stay, rota, today), today))
            }
        }
    }
}

/// How far the preparation of a stay has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    pub done: usize,
    /// Done or to be done; what is not needed does not count.
    pub all: usize,
    /// To be done, its day over.
    pub late: usize,
}

/// How far the preparation of a stay has come, by its tasks; those of another doctor, who was to come before, do not
/// count.
#[must_use]
pub fn progress<'a>(stay: &Stay, tasks: impl IntoIterator<Item = &'a Task>, today: Day) -> Progress {
    let mut progress = Progress::default();
    for task in tasks.into_iter().filter(|task| task.stay == stay.id && task.doctor == stay.doctor) {
        match task.state {
            TaskState::Done => {
                progress.done += 1;
                progress.all += 1;
            }
            TaskState::ToDo => {
                progress.all += 1;
                progress.late += usize::from(task.is_late(stay, today));
            }
            TaskState::NotNeeded | TaskState::Dropped => {}
        }
    }
    progress
}

/// Where a task stands in the order of doing: what is open first, of what is behind what the first patient requires
/// first, then by day; what is settled last.
#[must_use]
pub fn order(listed: &Listed<Task>, stay: &Stay, today: Day) -> impl Ord + use<> {
    let task = &listed.what;
    let behind = task.is_late(stay, today);
    (!task.is_open(), !behind, behind && !task.before_arrival, task.due(stay), listed.row.id)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fixture::{monday, stay};
    use super::*;

    fn template(anchor: Anchor, days: i32) -> TaskTemplate {
        TaskTemplate {
            what: "Contrat".into(),
            anchor,
            days,
            owner: Role::Coordination,
            person: None,
            before_arrival: true,
            after: String::new(),
            length: None,
            statuses: Vec::new(),
        }
    }

    #[test]
    fn a_template_is_for_its_statuses_and_lengths() {
        let week = stay(1, 1, 1, 48);
        let short = Stay { to: week.from.plus(1), ..week.clone() };
        let locum = TaskTemplate { statuses: vec![DoctorStatus::Locum], ..template(Anchor::Arrival, -60) };
        assert!(locum.is_for(&week, Some(DoctorStatus::Locum)));
        assert!(!locum.is_for(&week, Some(DoctorStatus::Retired)) && !locum.is_for(&week, None));
        let all = template(Anchor::Arrival, -60);
        assert!(all.is_for(&week, None));
        let only = |length| TaskTemplate { length: Some(length), ..all.clone() };
        assert!(only(Length::Short).is_for(&short, None) && !only(Length::Short).is_for(&week, None));
        assert!(only(Length::Week).is_for(&week, None) && !only(Length::Week).is_for(&short, None));
    }

    proptest! {
        /// The day of a task follows its stay, and what is done stays done.
        #[test]
        fn the_day_of_a_task_follows_its_stay(days in -100..30i32, moved in -50..50i32, longer in 0..5i32, done: bool) {
            let here = stay(1, 1, 1, 48);
            let there = Stay { from: here.from.plus(moved), to: here.to.plus(moved + longer), ..here.clone() };
            for (anchor, by) in [(Anchor::Arrival, moved), (Anchor::Departure, moved + longer)] {
                let mut task = template(anchor, days).task(&here, monday(40));
                if done {
                    task.state = TaskState::Done;
                }
                prop_assert_eq!(task.due(&there), task.due(&here).plus(by));
                let fixed = Task { on_day: Some(monday(47)), ..task.clone() };
                prop_assert_eq!(fixed.due(&there), monday(47));
                let counted = progress(&there, [&task], monday(48));
                prop_assert_eq!(counted.all, 1);
                prop_assert_eq!(counted.done, usize::from(done));
                prop_assert_eq!(counted.late, usize::from(!done && task.due(&there) < monday(48)));
            }
        }
    }

    #[test]
    fn what_came_late_is_caught_up_and_not_let_lie() {
        let stay = stay(1, 1, 1, 48);
        // Entered a week before: what was due two months before is to be caught up.
        let entered = stay.from.plus(-7);
        let contract = template(Anchor::Arrival, -60).task(&stay, entered);
        let booklet = template(Anchor::Arrival, -5).task(&stay, entered);
        assert!(contract.is_caught_up(&stay) && !booklet.is_caught_up(&stay));
        assert!(booklet.is_late(&stay, stay.from.plus(-4)) && !booklet.is_late(&stay, stay.from.plus(-5)));
    }
}
