//! Recours médical (rule 39): while no doctor is at the centre a named one can be called, so that the coordination is
//! never alone with something urgent.

use super::record::MedicalBackup;
use super::{Day, Rota};

/// Days ahead from which a closed or vacant week without a doctor to call is a matter.
const AHEAD: i32 = 7;
/// Thursday, from which on the weekend is one: days after Monday.
const THURSDAY: i32 = 3;
/// Saturday.
const SATURDAY: usize = 5;

/// Days of one week, both included, on which nobody could be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uncovered {
    pub from: Day,
    pub to: Day,
}

/// Whether the centre is without a doctor that day: a weekend, a closed day, or nobody confirmed on any post.
///
/// Before it opened, and before its first doctor, nobody is missed.
#[must_use]
pub fn is_needed(rota: &Rota, opened: Day, day: Day) -> bool {
    let calendar = &rota.calendar;
    let weekend = day.weekday_index() >= SATURDAY && !calendar.is_working(day);
    let begun = day >= opened && rota.confirmed().next().is_some_and(|first| first.from <= day);
    begun && (weekend || calendar.closure(day).is_some() || rota.present(day).next().is_none())
}

impl Rota {
    /// Who can be called that day: somebody with a telephone.
    #[must_use]
    pub fn backup(&self, day: Day) -> Option<&MedicalBackup> {
        let answers = |b: &&MedicalBackup| {
            let person = self.people.get(b.person);
            person.is_some_and(|p| p.phone.as_deref().is_some_and(|phone| !phone.trim().is_empty()))
        };
        self.backups.iter().filter(|b| b.covers(day)).find(answers)
    }
}

/// The days to come without a doctor and without one to call: those of a weekend from its Thursday on, others from seven
/// days before.
#[must_use]
pub fn uncovered(rota: &Rota, opened: Day, today: Day) -> Vec<Uncovered> {
    let last = today.plus(AHEAD);
    let missing = |day: &Day| is_needed(rota, opened, *day) && rota.backup(*day).is_none();
    let mut found: Vec<Uncovered> = Vec::new();
    for day in today.to(last.week().sunday()).filter(missing) {
        match found.last_mut() {
            Some(run) if run.to.plus(1) == day && run.to.week() == day.week() => run.to = day,
            _ => found.push(Uncovered { from: day, to: day }),
        }
    }
    found.retain(|run| {
        let weekend = run.from.weekday_index() >= SATURDAY;
        run.from <= last && (!weekend || today >= run.from.week().monday().plus(THURSDAY))
    });
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::centre::Closure;
    use super::super::fixture::*;
    use super::super::{ClosureId, PersonId, Stay};
    use super::*;

    const OPENED: Day = Day(0);

    /// Open from Monday to Friday; doctor 9 has a telephone.
    fn weekdays(stays: Vec<Stay>) -> Rota {
        let mut rota = rota(1, stays);
        rota.calendar.opening.open[5] = (false, false);
        rota.people.0.get_mut(&PersonId(9)).unwrap().phone = Some("0612345678".into());
        rota
    }

    fn named(rota: &mut Rota, person: i64, from: Day, to: Day) {
        rota.backups.push(MedicalBackup { person: PersonId(person), from, to, note: String::new() });
    }

    fn days(rota: &Rota, today: Day) -> Vec<(Day, Day)> {
        uncovered(rota, OPENED, today).into_iter().map(|run| (run.from, run.to)).collect()
    }

    #[test]
    fn a_weekend_is_asked_about_from_its_thursday_and_a_vacant_week_seven_days_before() {
        let mut rota = weekdays(vec![stay(1, 1, 1, 48), stay(2, 1, 2, 49), stay(3, 1, 3, 51)]);
        let weekend = |n| (monday(n).plus(5), monday(n).plus(6));
        assert_eq!(days(&rota, monday(48).plus(2)), []);
        assert_eq!(days(&rota, monday(48).plus(3)), [weekend(48)]);
        assert_eq!(days(&rota, monday(48).plus(6)), [(monday(48).plus(6), monday(48).plus(6))]);
        // S50 is vacant: from the Monday before on, its own weekend with it.
        assert_eq!(days(&rota, monday(49)), [(monday(50), monday(50).plus(6))]);
        assert_eq!(days(&rota, monday(49).plus(3)), [weekend(49), (monday(50), monday(50).plus(6))]);
        named(&mut rota, 9, monday(49).plus(5), monday(50).plus(3));
        assert_eq!(days(&rota, monday(49).plus(3)), []);
        assert_eq!(days(&rota, monday(49).plus(4)), [(monday(50).plus(4), monday(50).plus(6))]);
        // Who has no telephone cannot be called.
        named(&mut rota, 8, monday(50), monday(50).plus(6));
        assert_eq!(days(&rota, monday(50)), [(monday(50).plus(4), monday(50).plus(6))]);
        assert_eq!(rota.backup(monday(50)).map(|b| b.person), Some(PersonId(9)));
        assert_eq!(rota.backup(monday(50).plus(5)), None);
    }

    #[test]
    fn a_closed_week_needs_somebody_even_where_a_stay_is_written() {
        let mut rota = weekdays(vec![stay(1, 1, 1, 52)]);
        let (from, to) = (monday(52), monday(52).plus(6));
        assert!(!is_needed(&rota, OPENED, from));
        rota.calendar.closures.push(Closure { id: ClosureId(1), from, to, reason: "Noël".into() });
        assert!(is_needed(&rota, OPENED, from));
        // Before the centre opened nobody was awaited.
        assert!(!is_needed(&rota, monday(53), from));
        // Nor before the first doctor came.
        assert!(!is_needed(&rota, OPENED, from.plus(-1)));
        assert!(!is_needed(&weekdays(Vec::new()), OPENED, from));
    }

    proptest! {
        /// Every day to come without a doctor is covered, or among those that are asked about, when it is their time;
        /// and no other day is.
        #[test]
        fn each_day_without_a_doctor_is_covered_or_asked_about(
            stays in proptest::collection::vec((1..3i64, 0..60i32, 0..9i32), 0..12),
            backups in proptest::collection::vec((8..10i64, 0..60i32, 0..12i32), 0..8),
            closed in proptest::collection::vec((0..60i32, 0..9i32), 0..3),
            today in 0..50i32,
        ) {
            let first = monday(44);
            let stays = (1..).zip(stays).map(|(id, (post, from, days))| {
                let from = first.plus(from);
                Stay { from, to: from.plus(days), ..stay(id, post, id % 7 + 1, 44) }
            });
            let mut rota = weekdays(stays.collect());
            for (person, from, days) in backups {
                named(&mut rota, person, first.plus(from), first.plus(from + days));
            }
            for (from, days) in closed {
                let (from, to) = (first.plus(from), first.plus(from + days));
                rota.calendar.closures.push(Closure { id: ClosureId(1), from, to, reason: String::new() });
            }
            let today = first.plus(today);
            let asked = uncovered(&rota, OPENED, today);
            let inside = |day: Day| asked.iter().filter(|run| run.from <= day && day <= run.to).count();
            for day in today.plus(-7).to(today.plus(20)) {
                let by_phone = rota.backups.iter().any(|b| b.person == PersonId(9) && b.from <= day && day <= b.to);
                let doctor = rota.stays.iter().any(|s| s.from <= day && day <= s.to);
                let shut = rota.calendar.closures.iter().any(|c| c.from <= day && day <= c.to);
                let weekend = day.weekday_index() > 4;
                let begun = rota.stays.iter().any(|s| s.from <= day);
                let open = day < today || !begun || (doctor && !shut && !weekend) || by_phone;
                let (near, late) = (day.0 - today.0 <= 7, day.week() == today.week() && today.weekday_index() >= 3);
                if open {
                    prop_assert_eq!(inside(day), 0, "{:?}", day);
                } else if (weekend && late) || (!weekend && near) {
                    prop_assert_eq!(inside(day), 1, "{:?}", day);
                } else {
                    prop_assert!(inside(day) <= 1);
                }
            }
        }
    }
}
