//! A collective of some size, as plain facts: who could come in a week, and a proposal for half a year.

use std::time::Duration;

use releve::domain::availability::Answer;
use releve::domain::candidate::{Facts, Hole, Volunteers, Weights};
use releve::domain::collective::{Collective, Listed};
use releve::domain::fixture::{monday, person, rota, stay, week};
use releve::domain::proposal::{holes, propose};
use releve::domain::record::{Availability, Intention, Solicitation, SolicitationAnswer, Values, Volunteer, Written};
use releve::domain::{Day, DoctorFacts, People, Person, PersonId, PostId, Rev, Role, Rota};

use crate::proposal;
use crate::ratios::{medians, time};

const WISHES: [&str; 5] =
    ["aux beaux jours, jamais en août", "deux fois par an", "", "au printemps", "une fois par an, en mai ou juin"];

const DEPARTMENTS: [&str; 4] = ["23", "59", "974", "33"];

/// The week from which on the centre has nobody, of 2026 and after; the stays fill the ten years before it.
const FIRST: i32 = 60;
const WEEKS: i32 = 520;

/// Volunteers who came over ten years, with what they said and were asked.
pub struct Volunteering {
    rota: Rota,
    collective: Collective,
    weights: Weights,
}

fn listed<T>(id: i64, what: T) -> Listed<T> {
    Listed { what, row: Written { id, rev: Rev(0), values: Values::default(), by: None } }
}

impl Volunteering {
    /// That many volunteers: each with a wish, three times at which they could come or not, and one at which they were
    /// asked.
    pub fn of(count: i64) -> Self {
        let stays = (1..).zip(FIRST - WEEKS..FIRST).map(|(id, number)| stay(id, 1, id % count + 1, number)).collect();
        let mut rota = rota(1, stays);
        rota.people = (1..=count).map(doctor).collect::<People>();
        let mut collective = Collective { stays: rota.stays.clone(), ..Collective::default() };
        for (n, doctor) in (0_i32..).zip(1..=count) {
            let id = PersonId(doctor);
            let wishes = WISHES[n.unsigned_abs() as usize % WISHES.len()].to_owned();
            let intention = (n % 3 > 0).then_some(Intention::ComeBack);
            let volunteer = Volunteer { wishes, intention, ..Volunteer::default() };
            collective.volunteers.insert(id, listed(doctor, volunteer));
            for time in 0..3 {
                let from = monday(FIRST + (n * 7 + time * 9) % 52);
                let answer = Answer::ALL[(n + time).unsigned_abs() as usize % 3];
                let said = Availability { person: id, from, to: from.plus(13), answer, note: String::new(), by: None };
                collective.availability.push(listed(doctor, said));
            }
            let asked = Solicitation {
                asked_on: Some(today().plus(-n % 90)),
                answer: SolicitationAnswer::None,
                ..Solicitation::to_ask(id, PostId(1), week(FIRST + n % 26))
            };
            collective.solicitations.push(listed(doctor, asked));
        }
        Self { rota, collective, weights: Weights::default() }
    }

    fn facts(&self) -> Facts<'_> {
        let Self { rota, collective, weights } = self;
        Facts { rota, collective, department: "23", weights, asked_days: 10, today: today() }
    }

    /// How many could come in the first week that is vacant, all found anew.
    pub fn candidates(&self) -> usize {
        let volunteers = Volunteers::of(self.facts());
        volunteers.candidates(Hole { post: PostId(1), week: week(FIRST) }).len()
    }

    /// How many of the first 26 weeks that are vacant get somebody.
    pub fn proposed(&self) -> usize {
        let holes = holes(&self.rota, monday(1), today(), 26);
        let proposed = propose(&holes, &Volunteers::of(self.facts()));
        proposed.iter().filter(|p| p.candidate().is_some()).count()
    }

    /// The least that puts people in order: by name.
    fn by_name(&self) -> Vec<&Person> {
        let mut all: Vec<&Person> = self.rota.people.doctors().collect();
        all.sort_by(|a, b| (&a.family, &a.given).cmp(&(&b.family, &b.given)));
        all
    }
}

fn today() -> Day {
    monday(FIRST)
}

fn doctor(number: i64) -> Person {
    let at = usize::try_from(number).expect("a place") % DEPARTMENTS.len();
    let facts = DoctorFacts { department: Some(DEPARTMENTS[at].to_owned()), ..DoctorFacts::default() };
    Person { doctor: facts, ..person(PersonId(number), Role::Doctor) }
}

/// Who could come in a week, of a thousand, beside their names in order.
pub fn one_hole() -> (Duration, Duration) {
    let collective = Volunteering::of(1_000);
    assert!(collective.candidates() > 900, "most of them could come");
    medians(31, || time(|| collective.candidates()), || time(|| collective.by_name()))
}

/// A proposal for half a year among three hundred, beside the numbers alone.
pub fn half_a_year() -> (Duration, Duration) {
    let collective = Volunteering::of(300);
    assert_eq!(collective.proposed(), 26, "every week gets somebody");
    let worth = proposal::worth();
    medians(11, || time(|| collective.proposed()), || time(|| proposal::assigned(&worth)))
}
