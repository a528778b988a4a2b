//! Volontaires possibles: who could come in a vacant week, in an order that explains itself.
//!
//! The order is a pure function of facts and weights: the same facts give the same order, whatever the order they were
//! noted in, and each place is explained by its reasons. Nobody is asked, assigned or refused by it.

use super::{Day, IsoWeek, Msg, Person, PersonId, PostId, Role, Rota, Stay, StayState, geography};

/// A week on a post that nobody is confirmed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hole {
    pub post: PostId,
    pub week: IsoWeek,
}

/// One fact that counts for or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Spoken of, or with an option, for this very week.
    Hoped(StayState),
    /// So many stays before, the last so many weeks before this one.
    CameBefore {
        times: usize,
        weeks: i32,
    },
    Pioneer,
    /// From so near, in kilometres between the middles of the departments.
    Near(u16),
    /// From so far.
    Far(u16),
    /// Never here: needs a welcome.
    NeverCame,
    /// A stay ends or begins so few weeks from this one.
    JustHere(i32),
    /// So many stays in this year already, this week not counted.
    ThisYear(usize),
    /// Confirmed on another post in this week.
    Elsewhere(PostId),
}

/// Weeks around a stay in which one is not asked again lightly.
const JUST_HERE: i32 = 6;

/// Kilometres up to which somebody is near.
const NEAR: u16 = 200;

/// Stays in a year after which another one is much.
const OFTEN: usize = 2;

impl Reason {
    /// How much it counts, and on which side: positive for.
    #[must_use]
    pub fn weight(self) -> i32 {
        match self {
            Self::Hoped(_) => 60,
            // Whoever comes often knows the house; ten times is no more than three.
            Self::CameBefore { times, .. } => 20 + 5 * i32::try_from(times.min(3)).unwrap_or(3),
            Self::Pioneer => 15,
            Self::Near(_) => 10,
            Self::Far(_) => 0,
            Self::NeverCame => -5,
            // The nearer, the more.
            Self::JustHere(weeks) => -15 - 5 * (JUST_HERE - weeks).clamp(0, JUST_HERE),
            Self::ThisYear(times) => {
                if times >= OFTEN {
                    -20
                } else {
                    -5
                }
            }
            Self::Elsewhere(_) => -100,
        }
    }

    /// Its sentence.
    #[must_use]
    pub fn msg(self, rota: &Rota) -> Msg {
        match self {
            Self::Hoped(state) => Msg::new("reason-hoped").with("state", Msg::new(state.word())),
            Self::CameBefore { times, weeks } => {
                let id = if times == 1 { "reason-came-once" } else { "reason-came-often" };
                Msg::new(id).with("count", times).with("weeks", i64::from(weeks))
            }
            Self::Pioneer => Msg::new("reason-pioneer"),
            Self::Near(km) => Msg::new("reason-near").with("km", i64::from(km)),
            Self::Far(km) => Msg::new("reason-far").with("km", i64::from(km)),
            Self::NeverCame => Msg::new("reason-never"),
            Self::JustHere(weeks) => Msg::new("reason-just-here").with("weeks", i64::from(weeks)),
            Self::ThisYear(times) => Msg::new("reason-this-year").with("count", times),
            Self::Elsewhere(post) => Msg::new("reason-elsewhere").with("post", rota.post_name(post)),
        }
    }
}

/// A volunteer for a hole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub doctor: PersonId,
    /// What counts most first, whichever side it is on.
    pub reasons: Vec<Reason>,
}

impl Candidate {
    fn weight(&self) -> i32 {
        self.reasons.iter().map(|reason| reason.weight()).sum()
    }
}

/// Everybody who could come, in order. Who is confirmed on the post in that week, has left by then, or has withdrawn from
/// that week is not among them. `department` is the centre's.
#[must_use]
pub fn candidates(hole: Hole, rota: &Rota, department: &str) -> Vec<Candidate> {
    let doctors = rota.people.0.values().filter(|p| p.role == Role::Doctor);
    let mut all: Vec<Candidate> = doctors.filter_map(|doctor| candidate(doctor, hole, rota, department)).collect();
    let last = |c: &Candidate| rota.confirmed_of(c.doctor).map(|stay| stay.to).max();
    // Of two with the same weight, who was here longest ago; then by name and number, so that nothing is left to chance.
    all.sort_by_cached_key(|c| {
        let name = rota.people.get(c.doctor).map(|p| (p.family.clone(), p.given.clone()));
        (-c.weight(), last(c), name, c.doctor)
    });
    all
}

fn candidate(doctor: &Person, hole: Hole, rota: &Rota, department: &str) -> Option<Candidate> {
    let (from, to) = (hole.week.monday(), hole.week.sunday());
    let in_week = |stay: &&Stay| stay.from <= to && stay.to >= from;
    let here = |stay: &Stay| stay.post == hole.post;
    let stays: Vec<&Stay> = rota.stays.of(doctor.id).collect();
    let taken = stays.iter().filter(|s| in_week(s) && here(s));
    if doctor.ended.is_some_and(|last| last < from)
        || taken.clone().any(|s| matches!(s.state, StayState::Confirmed | StayState::Cancelled))
    {
        return None;
    }
    let mut reasons: Vec<Reason> = taken.map(|s| Reason::Hoped(s.state)).collect();
    let confirmed = || stays.iter().filter(|s| s.state == StayState::Confirmed);
    reasons.extend(confirmed().filter(|s| in_week(s)).map(|s| Reason::Elsewhere(s.post)));
    let before: Vec<Day> = confirmed().map(|s| s.to).filter(|day| *day < from).collect();
    match before.iter().max() {
        Some(last) => reasons.push(Reason::CameBefore { times: before.len(), weeks: weeks(*last, from) }),
        None => reasons.push(Reason::NeverCame),
    }
    let after = confirmed().map(|s| s.from).filter(|day| *day > to).min();
    let apart = before.iter().max().map(|last| weeks(*last, from)).into_iter().chain(after.map(|day| weeks(to, day)));
    reasons.extend(apart.min().filter(|weeks| *weeks < JUST_HERE).map(Reason::JustHere));
    let this_year = confirmed().filter(|s| s.week().year() == hole.week.year() && !in_week(s)).count();
    reasons.extend((this_year > 0).then_some(Reason::ThisYear(this_year)));
    reasons.extend(doctor.doctor.pioneer.then_some(Reason::Pioneer));
    let km = doctor.doctor.department.as_deref().and_then(|from| apart_km(from, department));
    reasons.extend(km.map(|km| if km <= NEAR { Reason::Near(km) } else { Reason::Far(km) }));
    reasons.sort_by_key(|reason| (-reason.weight().abs(), *reason));
    Some(Candidate { doctor: doctor.id, reasons })
}

/// Whole weeks from a day to a later one.
fn weeks(from: Day, to: Day) -> i32 {
    (to.0 - from.0) / 7
}

/// Kilometres between the middles of two departments, to the nearest ten.
fn apart_km(one: &str, other: &str) -> Option<u16> {
    let ((x1, y1), (x2, y2)) = (geography::place(one)?, geography::place(other)?);
    let km = ((x1 - x2).powi(2) + (y1 - y2).powi(2)).sqrt();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "France is a thousand kilometres long")]
    Some((km / 10.0).round() as u16 * 10)
}

/// Why one stands before another: the reasons of each that the other does not have.
#[must_use]
pub fn difference(before: &Candidate, after: &Candidate) -> (Vec<Reason>, Vec<Reason>) {
    let only = |of: &Candidate, other: &Candidate| {
        of.reasons.iter().copied().filter(|reason| !other.reasons.contains(reason)).collect()
    };
    (only(before, after), only(after, before))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fixture::{monday, person, rota, stay, week};
    use super::super::{DoctorFacts, StayId};
    use super::*;

    fn hole(number: i32) -> Hole {
        Hole { post: PostId(1), week: week(number) }
    }

    fn order(rota: &Rota, number: i32) -> Vec<i64> {
        candidates(hole(number), rota, "23").into_iter().map(|c| c.doctor.0).collect()
    }

    fn reasons(rota: &Rota, number: i32, doctor: i64) -> Option<Vec<Reason>> {
        let all = candidates(hole(number), rota, "23");
        all.into_iter().find(|c| c.doctor.0 == doctor).map(|c| c.reasons)
    }

    #[test]
    fn each_place_is_explained_by_its_reasons() {
        // 1 came twice, long ago; 2 was here last week; 3 is on the other post in that week; 4 has an option for it.
        let mut option = stay(5, 1, 4, 60);
        option.state = StayState::Option;
        let stays = vec![stay(1, 1, 1, 20), stay(2, 1, 1, 30), stay(3, 1, 2, 59), stay(4, 2, 3, 60), option];
        let rota = rota(2, stays);
        assert_eq!(order(&rota, 60)[..2], [4, 1]);
        let last = order(&rota, 60);
        assert_eq!(last[last.len() - 2..], [2, 3], "who was just here, and who is elsewhere, come last");
        assert_eq!(reasons(&rota, 60, 1).unwrap(), [Reason::CameBefore { times: 2, weeks: 29 }]);
        let second = reasons(&rota, 60, 2).unwrap();
        assert!(second.contains(&Reason::JustHere(0)) && second.contains(&Reason::CameBefore { times: 1, weeks: 0 }));
        assert_eq!(reasons(&rota, 60, 3).unwrap()[0], Reason::Elsewhere(PostId(2)), "what counts most comes first");
        assert_eq!(reasons(&rota, 60, 4).unwrap()[0], Reason::Hoped(StayState::Option));
        assert_eq!(reasons(&rota, 60, 9).unwrap(), [Reason::NeverCame]);
        let all = candidates(hole(60), &rota, "23");
        let (one, other) = (&all[1], all.last().unwrap());
        let (only, others) = difference(one, other);
        assert_eq!(only, [Reason::CameBefore { times: 2, weeks: 29 }]);
        assert!(others.contains(&Reason::Elsewhere(PostId(2))));
    }

    #[test]
    fn who_cannot_come_is_not_among_them() {
        let mut withdrawn = stay(2, 1, 2, 60);
        withdrawn.state = StayState::Cancelled;
        let mut rota = rota(1, vec![stay(1, 1, 1, 60), withdrawn]);
        rota.people.0.get_mut(&PersonId(3)).unwrap().ended = Some(monday(60).plus(-1));
        rota.people.0.get_mut(&PersonId(4)).unwrap().ended = Some(monday(60));
        let there = order(&rota, 60);
        assert!([1, 2, 3].iter().all(|gone| !there.contains(gone)), "{there:?}");
        // Of another week, of another post, or still here on its first day: they can.
        assert!(there.contains(&4));
        assert!([1, 2].iter().all(|back| order(&rota, 61).contains(back)));
    }

    #[test]
    fn near_and_far_are_told_in_kilometres_and_a_pioneer_goes_before() {
        let mut rota = rota(1, Vec::new());
        let facts =
            |code: &str, pioneer| DoctorFacts { department: Some(code.into()), pioneer, ..DoctorFacts::default() };
        for (id, code, pioneer) in [(1, "87", false), (2, "13", false), (3, "13", true), (4, "974", false)] {
            rota.people.0.get_mut(&PersonId(id)).unwrap().doctor = facts(code, pioneer);
        }
        // The middles of the Creuse and the Haute-Vienne, and of the Bouches-du-Rhône; the Réunion is on no map.
        assert!(matches!(reasons(&rota, 60, 1).unwrap()[..], [Reason::Near(50..=90), Reason::NeverCame]));
        assert!(matches!(reasons(&rota, 60, 2).unwrap()[..], [Reason::NeverCame, Reason::Far(350..=400)]));
        assert_eq!(reasons(&rota, 60, 4).unwrap(), [Reason::NeverCame]);
        assert_eq!(order(&rota, 60)[..2], [3, 1]);
    }

    #[test]
    fn of_two_alike_goes_first_who_was_here_longest_ago() {
        let rota = rota(1, vec![stay(1, 1, 1, 30), stay(2, 1, 2, 20), stay(3, 1, 3, 25)]);
        assert_eq!(order(&rota, 70)[..3], [2, 3, 1]);
    }

    proptest! {
        /// The order they were noted in never counts.
        #[test]
        fn the_same_facts_give_the_same_order(stays in stays(), turned in 0_usize..20) {
            let mut other = stays.clone();
            let by = turned % other.len().max(1);
            other.rotate_left(by);
            other.reverse();
            let (one, two) = (rota(2, stays), rota(2, other));
            let (one, two) = (candidates(hole(60), &one, "23"), candidates(hole(60), &two, "23"));
            prop_assert_eq!(&one, &two);
            // Nobody twice, and what counts more never comes after.
            let mut doctors: Vec<_> = one.iter().map(|c| c.doctor).collect();
            doctors.sort_unstable();
            doctors.dedup();
            prop_assert_eq!(doctors.len(), one.len());
            prop_assert!(one.windows(2).all(|pair| pair[0].weight() >= pair[1].weight()));
            prop_assert!(one.iter().all(|c| c.reasons.windows(2).all(|r| r[0].weight().abs() >= r[1].weight().abs())));
        }
    }

    fn stays() -> impl Strategy<Value = Vec<Stay>> {
        let one = (1..=2_i64, 1..=9_i64, 20..80_i32, prop::sample::select(StayState::ALL.to_vec()));
        prop::collection::vec(one, 0..12).prop_map(|stays| {
            let numbered = (1..).zip(stays);
            numbered
                .map(|(id, (post, doctor, week, state))| Stay { state, id: StayId(id), ..stay(id, post, doctor, week) })
                .collect()
        })
    }

    #[test]
    fn a_person_of_the_team_is_no_volunteer() {
        let mut rota = rota(1, Vec::new());
        rota.people = [person(PersonId(1), Role::Nurse)].into_iter().collect();
        assert_eq!(order(&rota, 60), [0; 0]);
    }
}
