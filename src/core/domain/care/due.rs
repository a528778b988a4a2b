//! What of the lists is due for whom: the lines of Aujourd'hui, and whom nobody has reached for too long.

use super::super::record::{FollowUp, FollowedBy};
use super::super::{Day, PersonId, Role, Rota};
use super::{Care, CareList};

/// One line for each list that has something due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub list: CareList,
    pub count: usize,
    /// The oldest day that has come.
    pub since: Day,
}

/// What is due by today on the lists, of somebody of the team: what their role follows; of who stands for the
/// coordination also what nobody else is there for.
#[must_use]
pub fn due(reader: PersonId, known: &Care, rota: &Rota, today: Day) -> Vec<Due> {
    let mine = |owner: FollowedBy| {
        let role = owner.role();
        let filled = rota.people.in_role(role, today).next().is_some();
        let theirs = rota.people.get(reader).is_some_and(|person| person.role == role);
        theirs || (!filled && rota.stands_for_coordination(reader, today))
    };
    let waiting = known.waiting.iter().map(|w| &w.what).filter(|w| w.is_open() && mine(w.owner));
    let follow_ups = known.follow_ups.iter().map(|f| &f.what).filter(|f| f.is_open() && mine(f.owner));
    let ald = known.ald.iter().map(|a| &a.what).filter(|a| a.is_open() && a.sent_on.is_none() && mine(a.owner));
    let to_plan = known.visits.iter().filter(|v| known.planned(v.row.id).is_none()).map(|v| &v.what);
    let visits = to_plan.filter(|v| v.is_open() && mine(v.owner));
    let lists = [
        (CareList::Waiting, waiting.filter_map(|w| w.call_on).collect::<Vec<_>>()),
        // Who was not reached, on the day of the next call; else from the first day of the month.
        (CareList::FollowUps, follow_ups.filter_map(|f| f.call_on.or(f.next_month)).collect()),
        (CareList::Ald, ald.filter_map(|a| a.renew).collect()),
        (CareList::Visits, visits.filter_map(|v| v.next).map(crate::domain::IsoWeek::monday).collect()),
    ];
    lists
        .into_iter()
        .filter_map(|(list, days)| {
            let come = days.into_iter().filter(|day| *day <= today);
            let (count, since) = come.fold((0, None), |(n, first): (usize, Option<Day>), day| {
                (n + 1, Some(first.map_or(day, |first| first.min(day))))
            });
            since.map(|since| Due { list, count, since })
        })
        .collect()
}

/// How many of those who are followed may be lost: two months without a contact beyond the due month.
#[must_use]
pub fn lost<'a>(all: impl Iterator<Item = &'a FollowUp>, today: Day) -> usize {
    all.filter(|follow_up| follow_up.is_lost(today)).count()
}

impl Rota {
    /// Whether somebody is the coordination, or stands in for it that day.
    fn stands_for_coordination(&self, who: PersonId, today: Day) -> bool {
        self.people.get(who).is_some_and(|person| self.stands_for(person, Role::Coordination, today))
    }
}
