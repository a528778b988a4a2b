//! The stays of a rota, found by their number, their days or their doctor without going through ten years of them.

use std::ops::{Deref, Range};

use serde::{Deserialize, Serialize};

use super::{Day, PersonId, Stay, StayId};

/// Stays by first day, cancelled ones too; a slice of them, with its indexes beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Stay>", into = "Vec<Stay>")]
pub struct Stays {
    list: Vec<Stay>,
    /// Each number with its place in the list.
    numbers: Vec<(StayId, usize)>,
    /// Each doctor with the places of their stays, in order.
    doctors: Vec<(PersonId, usize)>,
    /// Days from the first to the last of the longest one: no stay reaches further beyond its first day.
    longest: i32,
}

impl From<Vec<Stay>> for Stays {
    fn from(mut list: Vec<Stay>) -> Self {
        list.sort_by_key(|s| (s.from, s.id));
        let mut numbers: Vec<_> = list.iter().enumerate().map(|(at, s)| (s.id, at)).collect();
        numbers.sort_unstable();
        let mut doctors: Vec<_> = list.iter().enumerate().map(|(at, s)| (s.doctor, at)).collect();
        doctors.sort_unstable();
        let longest = list.iter().map(|s| s.to.0 - s.from.0).max().unwrap_or(0);
        Self { list, numbers, doctors, longest }
    }
}

impl From<Stays> for Vec<Stay> {
    fn from(stays: Stays) -> Self {
        stays.list
    }
}

impl FromIterator<Stay> for Stays {
    fn from_iter<T: IntoIterator<Item = Stay>>(stays: T) -> Self {
        stays.into_iter().collect::<Vec<_>>().into()
    }
}

impl Deref for Stays {
    type Target = [Stay];

    fn deref(&self) -> &[Stay] {
        &self.list
    }
}

impl<'a> IntoIterator for &'a Stays {
    type Item = &'a Stay;
    type IntoIter = std::slice::Iter<'a, Stay>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl Stays {
    /// Changes the list, and makes its indexes anew.
    pub fn edit(&mut self, change: impl FnOnce(&mut Vec<Stay>)) {
        let mut list = std::mem::take(&mut self.list);
        change(&mut list);
        *self = list.into();
    }

    /// The stay of that number.
    #[must_use]
    pub fn numbered(&self, id: StayId) -> Option<&Stay> {
        let at = self.numbers.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        Some(&self.list[self.numbers[at].1])
    }

    /// The stays of a doctor.
    #[must_use]
    pub fn of(&self, doctor: PersonId) -> impl DoubleEndedIterator<Item = &Stay> {
        let from = self.doctors.partition_point(|(id, _)| *id < doctor);
        let to = from + self.doctors[from..].partition_point(|(id, _)| *id == doctor);
        self.doctors[from..to].iter().map(|(_, at)| &self.list[*at])
    }

    /// Those that have a day in common with these, both included.
    #[must_use]
    pub fn between(&self, from: Day, to: Day) -> impl DoubleEndedIterator<Item = &Stay> {
        let first = self.reach(from).start;
        // Days that were typed the wrong way round hold nobody.
        self.list[first..self.begun(to).max(first)].iter().filter(move |s| s.from <= to && from <= s.to)
    }

    /// Those that end on that day or later.
    #[must_use]
    pub fn ending_from(&self, day: Day) -> impl DoubleEndedIterator<Item = &Stay> {
        self.list[self.reach(day)].iter().filter(move |s| day <= s.to)
    }

    /// Those that are over before that day.
    #[must_use]
    pub fn over_before(&self, day: Day) -> impl DoubleEndedIterator<Item = &Stay> {
        self.list[..self.begun(day.plus(-1))].iter().filter(move |s| s.to < day)
    }

    /// Those that begin after that day.
    #[must_use]
    pub fn beginning_after(&self, day: Day) -> impl DoubleEndedIterator<Item = &Stay> {
        self.list[self.begun(day)..].iter()
    }

    /// How many have begun by that day.
    fn begun(&self, day: Day) -> usize {
        self.list.partition_point(|s| s.from <= day)
    }

    /// The places of those that may reach that day or begin later.
    fn reach(&self, day: Day) -> Range<usize> {
        self.list.partition_point(|s| s.from.0.saturating_add(self.longest) < day.0)..self.list.len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fixture::{monday, stay};
    use super::*;

    /// Stays of some days from some day on, of four doctors.
    fn some() -> impl Strategy<Value = Vec<Stay>> {
        let one = (0..80i32, 0..30i32, 1..5i64);
        proptest::collection::vec(one, 0..40).prop_map(|drawn| {
            let numbered = (1..).zip(drawn);
            numbered
                .map(|(id, (from, days, doctor))| {
                    let from = monday(1).plus(from);
                    Stay { from, to: from.plus(days), ..stay(id, 1, doctor, 1) }
                })
                .collect()
        })
    }

    fn ids<'a>(stays: impl Iterator<Item = &'a Stay>) -> Vec<StayId> {
        stays.map(|s| s.id).collect()
    }

    proptest! {
        /// What the indexes find is what going through all of them finds, in the same order.
        #[test]
        fn the_indexes_leave_nothing_out(list in some(), from in -5..120i32, days in -20..40i32) {
            let stays = Stays::from(list);
            let (from, to) = (monday(1).plus(from), monday(1).plus(from + days));
            let all = |test: &dyn Fn(&&Stay) -> bool| ids(stays.iter().filter(test));
            prop_assert_eq!(ids(stays.between(from, to)), all(&|s| s.from <= to && from <= s.to));
            prop_assert_eq!(ids(stays.ending_from(from)), all(&|s| from <= s.to));
            prop_assert_eq!(ids(stays.over_before(from)), all(&|s| s.to < from));
            prop_assert_eq!(ids(stays.beginning_after(from)), all(&|s| s.from > from));
            for doctor in (0..6).map(PersonId) {
                prop_assert_eq!(ids(stays.of(doctor)), all(&|s| s.doctor == doctor));
            }
            for id in (0..45).map(StayId) {
                prop_assert_eq!(stays.numbered(id), stays.iter().find(|s| s.id == id));
            }
        }
    }

    #[test]
    fn what_is_edited_is_found_where_it_is_now() {
        let mut stays: Stays = (1..4).map(|n| stay(n, 1, n, 40 + i32::try_from(n).unwrap())).collect();
        stays.edit(|list| {
            list[0].from = monday(50);
            list[0].to = monday(50).plus(5);
            list[0].doctor = PersonId(9);
        });
        assert_eq!(ids(stays.iter()), [StayId(2), StayId(3), StayId(1)]);
        assert_eq!(ids(stays.of(PersonId(9))), [StayId(1)]);
        assert_eq!(stays.numbered(StayId(1)).map(|s| s.from), Some(monday(50)));
    }
}
