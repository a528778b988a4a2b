//! What of the volunteers is not kept for ever (rule 43): refusals go after a year; of who has been silent for three
//! years everything but the name goes, unless they are asked and want it otherwise; how they came, with whom and what they
//! eat goes a month after the stay.
//!
//! Somebody does it, after having seen what goes; nothing goes by itself.

use super::act::{Act, NewPerson, PeopleAct, Together};
use super::collective::{Collective, Listed};
use super::record::{AVAILABILITY, LEAVING_WORD, SOLICITATION, Solicitation, SolicitationAnswer, TRAVEL, VOLUNTEER};
use super::{Day, DoctorFacts, Msg, People, Person, PersonId};

/// Days after which a refusal is not kept.
const REFUSAL_DAYS: i32 = 365;

/// Days after a stay in which it is still known how its doctor came, with whom, and what they eat.
pub const TRAVEL_DAYS: i32 = 30;

/// Days of silence after which somebody is asked, or erased: three years, one of them perhaps of 366 days.
const SILENT_DAYS: i32 = 1096;

/// The last day on which a volunteer was here or said something, as far as it is known; a stay to come counts.
#[must_use]
pub fn last_sign(person: PersonId, known: &Collective) -> Option<Day> {
    let stays = known.stays.of(person).filter(|stay| stay.is_confirmed()).map(|stay| stay.to);
    let elsewhere = known.elsewhere.iter().filter(|stay| stay.doctor == person).map(|stay| stay.to);
    let said = known.availability_of(person).filter_map(|a| a.what.by.map(|(_, at)| at.day()));
    // Who was asked and did not answer has given no sign.
    let answers = known
        .solicitations_of(person)
        .filter(|s| !matches!(s.what.answer, SolicitationAnswer::ToAsk | SolicitationAnswer::None));
    let answered = answers.filter_map(|s| s.what.by.map(|(_, at)| at.day()).or(s.what.asked_on));
    let told = known.volunteer(person).and_then(|known| known.told_on);
    stays.chain(elsewhere).chain(said).chain(answered).chain(told).max()
}

/// Whether a doctor of whom something is kept has given no sign for three years.
#[must_use]
pub fn is_silent(person: &Person, known: &Collective, today: Day) -> bool {
    last_sign(person.id, known).is_some_and(|last| today.0 - last.0 > SILENT_DAYS) && holds_anything(person, known)
}

fn holds_anything(person: &Person, known: &Collective) -> bool {
    person.phone.is_some()
        || person.email.is_some()
        || person.doctor != DoctorFacts { status: person.doctor.status, ..DoctorFacts::default() }
        || known.volunteers.contains_key(&person.id)
        || known.availability_of(person.id).next().is_some()
        || known.solicitations_of(person.id).next().is_some()
}

/// Erases all that is kept of a doctor but their name, their way of practising and their stays, which bear their signature.
#[must_use]
pub fn forget(person: &Person, people: &People, known: &Collective) -> Act {
    let same = people.0.values().filter(|other| people.root(other.id) == person.id);
    let bare = same.map(|other| {
        let facts = DoctorFacts { status: other.doctor.status, ..DoctorFacts::default() };
        let bare = NewPerson { phone: None, email: None, doctor: facts, ..NewPerson::of(other) };
        Act::People(PeopleAct::Edit(other.id, bare))
    });
    let wishes = known.volunteers.get(&person.id).map(|listed| VOLUNTEER.remove(listed.row.id));
    let available = known.availability_of(person.id).map(|listed| AVAILABILITY.remove(listed.row.id));
    let asked = known.solicitations_of(person.id).map(|listed| SOLICITATION.remove(listed.row.id));
    let said = Msg::new("store-said-forgotten").with("name", person.full());
    let left = known.leaving.iter().filter(|said| said.what.person == person.id);
    let left = left.map(|listed| LEAVING_WORD.remove(listed.row.id));
    Together::said(said, bare.chain(wishes).chain(available).chain(asked).chain(left))
}

/// The refusals that are older than a year, by week.
pub fn old_refusals(known: &Collective, today: Day) -> impl Iterator<Item = &Listed<Solicitation>> {
    known.solicitations.iter().filter(move |listed| {
        let what = &listed.what;
        let said = what.asked_on.or_else(|| what.by.map(|(_, at)| at.day()));
        what.answer == SolicitationAnswer::No && said.is_some_and(|day| today.0 - day.0 > REFUSAL_DAYS)
    })
}

/// Erases them; nothing where there is none.
#[must_use]
pub fn forget_refusals(known: &Collective, today: Day) -> Option<Act> {
    let acts: Vec<Act> = old_refusals(known, today).map(|listed| SOLICITATION.remove(listed.row.id)).collect();
    let said = Msg::new("store-said-refusals-forgotten").with("count", acts.len());
    (!acts.is_empty()).then(|| Together::said(said, acts))
}

/// Erases the voyages of stays that are over for more than a month; nothing where there is none.
#[must_use]
pub fn forget_travels(known: &Collective) -> Option<Act> {
    let acts: Vec<Act> = known.old_travels.iter().map(|listed| TRAVEL.remove(listed.row.id)).collect();
    let said = Msg::new("store-said-travels-forgotten").with("count", acts.len());
    (!acts.is_empty()).then(|| Together::said(said, acts))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{monday, person, row, stay, week};
    use super::super::record::{Availability, Volunteer};
    use super::super::{PostId, Role, Stamp, Stay, StayState};
    use super::*;
    use crate::domain::availability::Answer;

    const DOCTOR: PersonId = PersonId(1);

    fn reachable() -> Person {
        Person { phone: Some("0612345678".into()), ..person(DOCTOR, Role::Doctor) }
    }

    fn asked(id: i64, on: Day, answer: SolicitationAnswer) -> Listed<Solicitation> {
        let what = Solicitation { asked_on: Some(on), answer, ..Solicitation::to_ask(DOCTOR, PostId(1), week(60)) };
        Listed { what, row: row(id) }
    }

    fn said(id: i64, on: Day) -> Listed<Availability> {
        let by = Some((PersonId(90), Stamp::at(on, 600)));
        let (from, to) = (on, on.plus(6));
        Listed {
            what: Availability { person: DOCTOR, from, to, answer: Answer::Yes, note: String::new(), by },
            row: row(id),
        }
    }

    #[test]
    fn three_years_without_a_sign_are_silence() {
        let today = monday(48);
        let silent = |known: &Collective| is_silent(&reachable(), known, today);
        let long_ago = stay(1, 1, 1, 48 - 160);
        let known = |stays: Vec<Stay>| Collective { stays: stays.into_iter().collect(), ..Collective::default() };
        assert!(silent(&known(vec![long_ago.clone()])));
        assert!(!silent(&known(vec![long_ago.clone(), stay(2, 1, 1, 48 - 100)])), "was here since");
        assert!(!silent(&known(vec![long_ago.clone(), stay(2, 1, 1, 60)])), "comes");
        let mut called_off = stay(2, 1, 1, 40);
        called_off.state = StayState::Cancelled;
        assert!(silent(&known(vec![long_ago.clone(), called_off])));
        assert!(!silent(&Collective::default()), "of whom nobody knows since when");
        let nothing_kept = person(DOCTOR, Role::Doctor);
        assert!(!is_silent(&nothing_kept, &known(vec![long_ago.clone()]), today), "nothing is left to erase");
        // What they said is a sign; that they were asked is none.
        let with =
            |availability, solicitations| Collective { availability, solicitations, ..known(vec![long_ago.clone()]) };
        assert!(!silent(&with(vec![said(1, today.plus(-30))], Vec::new())));
        assert!(!silent(&with(Vec::new(), vec![asked(1, today.plus(-30), SolicitationAnswer::No)])));
        assert!(silent(&with(Vec::new(), vec![asked(1, today.plus(-30), SolicitationAnswer::None)])));
        let told = Listed { what: Volunteer { told_on: Some(today.plus(-9)), ..Volunteer::default() }, row: row(1) };
        assert!(!silent(&Collective { volunteers: [(DOCTOR, told)].into(), ..known(vec![long_ago.clone()]) }));
        // On the day after three years, and not before.
        let last = |day: i32| silent(&with(vec![said(1, today.plus(day))], Vec::new()));
        assert_eq!((last(-SILENT_DAYS), last(-SILENT_DAYS - 1)), (false, true));
    }

    #[test]
    fn a_refusal_goes_after_a_year_and_nothing_else_does() {
        let today = monday(48);
        let all = [
            asked(1, today.plus(-REFUSAL_DAYS - 1), SolicitationAnswer::No),
            asked(2, today.plus(-REFUSAL_DAYS), SolicitationAnswer::No),
            asked(3, today.plus(-REFUSAL_DAYS - 1), SolicitationAnswer::Perhaps),
        ];
        let known = Collective { solicitations: all.to_vec(), ..Collective::default() };
        assert_eq!(old_refusals(&known, today).map(|listed| listed.row.id).collect::<Vec<_>>(), [1]);
        let Some(Act::Together(Together { acts, said: Some(said) })) = forget_refusals(&known, today) else { panic!() };
        assert_eq!((acts, &*said.id), (vec![SOLICITATION.remove(1)], "store-said-refusals-forgotten"));
        assert_eq!(forget_refusals(&Collective::default(), today), None);
    }

    #[test]
    fn everything_but_the_name_and_the_stays_goes_of_both_entries_of_one_person() {
        let mut twin = Person { id: PersonId(2), same_as: Some(DOCTOR), email: Some("a@b.fr".into()), ..reachable() };
        twin.doctor.rpps = Some("10001234567".into());
        let people: People = [reachable(), twin, person(PersonId(3), Role::Doctor)].into_iter().collect();
        let wishes = Listed { what: Volunteer::default(), row: row(7) };
        let known = Collective {
            volunteers: [(DOCTOR, wishes)].into(),
            availability: vec![said(8, monday(20))],
            solicitations: vec![asked(9, monday(20), SolicitationAnswer::No)],
            ..Collective::default()
        };
        let Act::Together(Together { acts, .. }) = forget(&reachable(), &people, &known) else { panic!() };
        let bare = |act: &Act| match act {
            Act::People(PeopleAct::Edit(id, to)) => {
                let gone = to.phone.is_none() && to.email.is_none() && to.doctor == DoctorFacts::default();
                Some((id.0, gone && to.family == "P1"))
            }
            _ => None,
        };
        assert_eq!(acts.iter().filter_map(bare).collect::<Vec<_>>(), [(1, true), (2, true)]);
        assert_eq!(acts[2..], [VOLUNTEER.remove(7), AVAILABILITY.remove(8), SOLICITATION.remove(9)]);
    }
}
