//! What one types to find volunteers: `libre mai`, `souhait s20-s24`, `venu`, `pionnier`, `à effacer`; all else is text.

use super::availability::Answer;
use super::collective::Collective;
use super::draft::span::spans;
use super::draft::text::key;
use super::wish::{Wish, WishFit};
use super::{Day, IsoWeek, Person, PersonId, erasing};

/// Days after which somebody was not asked for long.
const YEAR: i32 = 365;

/// One condition of a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clause {
    /// Said that they could come on one of these days, and nothing against it is known.
    Free(Vec<(Day, Day)>),
    /// Would like one of the weeks of these days.
    Wishes(Vec<(Day, Day)>),
    Came,
    NeverCame,
    Pioneer,
    /// Whom nobody has asked for a year, though they may be.
    Unasked,
    /// Silent for three years.
    ToErase,
    /// Days that cannot be read yet: nobody.
    Unread,
}

impl Clause {
    /// Reads a condition; nothing where it is text to be looked for.
    #[must_use]
    pub fn read(text: &str, today: Day) -> Option<Self> {
        let typed = key(text);
        let (word, _) = typed.split_once(' ').unwrap_or((&typed, ""));
        // The days as typed, with their signs.
        let days = || text.trim_start().split_once(char::is_whitespace).map_or("", |(_, days)| days);
        let of = |make: fn(Vec<(Day, Day)>) -> Self| spans(days(), today).map_or(Self::Unread, make);
        Some(match (word, typed.as_str()) {
            ("libre" | "libres" | "dispo" | "disponible" | "disponibles" | "free" | "available", _) => of(Self::Free),
            ("souhait" | "souhaite" | "souhaits" | "wish" | "wishes", _) => of(Self::Wishes),
            (_, "venu" | "venus" | "venue" | "deja venu" | "deja venus" | "came" | "came before") => Self::Came,
            (_, "jamais venu" | "jamais venus" | "nouveau" | "nouveaux" | "never came" | "new") => Self::NeverCame,
            (_, "pionnier" | "pionniers" | "pioneer" | "pioneers") => Self::Pioneer,
            (_, "pas sollicite" | "pas sollicites" | "oublies" | "not asked") => Self::Unasked,
            (_, "a effacer" | "silencieux" | "to erase" | "silent") => Self::ToErase,
            _ => return None,
        })
    }

    /// Whether a doctor meets it.
    #[must_use]
    pub fn keeps(&self, person: &Person, known: &Collective, today: Day) -> bool {
        match self {
            Self::Free(days) => days.iter().any(|(from, to)| from.to(*to).any(|day| is_free(person.id, day, known))),
            Self::Wishes(days) => {
                let Some(volunteer) = known.volunteer(person.id) else { return false };
                let (wish, _) = Wish::read(&volunteer.wishes);
                let likes = |week: IsoWeek| wish.of(week) == Some(WishFit::Likes);
                days.iter().any(|(from, to)| from.to(*to).step_by(7).chain([*to]).any(|day| likes(day.week())))
            }
            Self::Came => came(person.id, known, today),
            Self::NeverCame => !came(person.id, known, today),
            Self::Pioneer => person.doctor.pioneer,
            Self::Unasked => {
                let spared = known.volunteer(person.id).is_some_and(|volunteer| volunteer.spared_on.is_some());
                let lately = |asked: Day| today.0 - asked.0 <= YEAR;
                !spared && !known.solicitations_of(person.id).any(|s| s.what.asked_on.is_some_and(lately))
            }
            Self::ToErase => erasing::is_silent(person, known, today),
            Self::Unread => false,
        }
    }
}

fn came(person: PersonId, known: &Collective, today: Day) -> bool {
    known.stays.of(person).any(|stay| stay.is_confirmed() && stay.from <= today)
}

/// Whether somebody said that they could come on a day, nothing said against it, and they are nowhere else.
fn is_free(person: PersonId, day: Day, known: &Collective) -> bool {
    let said =
        || known.availability_of(person).filter(|a| a.what.from <= day && day <= a.what.to).map(|a| a.what.answer);
    // Who is somewhere in a week has no other day of it.
    let (from, to) = (day.week().monday(), day.week().sunday());
    let here = || known.stays.of(person).any(|stay| stay.is_confirmed() && stay.from <= to && from <= stay.to);
    let elsewhere = || known.elsewhere.iter().any(|stay| stay.doctor == person && stay.from <= to && from <= stay.to);
    let spared = || known.volunteer(person).is_some_and(|known| known.spared_on.is_some_and(|since| since <= day));
    said().any(|answer| answer != Answer::No)
        && said().all(|answer| answer != Answer::No)
        && !here()
        && !elsewhere()
        && !spared()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::fixture::{monday, person, row, stay};
    use super::super::record::{Availability, Solicitation, Volunteer};
    use super::super::{PostId, Role, StayState};
    use super::*;
    use crate::domain::collective::Listed;

    fn today() -> Day {
        monday(49)
    }

    /// Of five doctors: 1 is free in week 60, 2 said no to some of it, 3 is here then, 4 wishes May, 5 nothing.
    fn known() -> Collective {
        let said = |person, from: i32, to: i32, answer| Listed {
            what: Availability {
                person: PersonId(person),
                from: monday(from),
                to: monday(to).plus(6),
                answer,
                note: String::new(),
                by: None,
            },
            row: row(1),
        };
        let likes =
            |wishes: &str| Listed { what: Volunteer { wishes: wishes.into(), ..Volunteer::default() }, row: row(1) };
        let mut option = stay(2, 1, 2, 60);
        option.state = StayState::Option;
        let asked = |person, on: Day| Listed {
            what: Solicitation {
                asked_on: Some(on),
                ..Solicitation::to_ask(PersonId(person), PostId(1), today().week())
            },
            row: row(1),
        };
        Collective {
            solicitations: vec![asked(1, today().plus(-365)), asked(2, today().plus(-366))],
            stays: [stay(1, 1, 3, 60), option, stay(3, 1, 4, 20)].into_iter().collect(),
            availability: vec![
                said(1, 60, 62, Answer::Perhaps),
                said(2, 58, 62, Answer::Yes),
                said(2, 60, 60, Answer::No),
                said(3, 60, 60, Answer::Yes),
            ],
            volunteers: [(PersonId(4), likes("en mai, jamais en août"))].into(),
            ..Collective::default()
        }
    }

    fn kept(text: &str) -> Option<Vec<i64>> {
        let clause = Clause::read(text, today())?;
        let mut all: Vec<Person> = (1..=5).map(|id| person(PersonId(id), Role::Doctor)).collect();
        all[4].doctor.pioneer = true;
        Some(all.iter().filter(|doctor| clause.keeps(doctor, &known(), today())).map(|doctor| doctor.id.0).collect())
    }

    #[rstest]
    // Week 7 of 2027 is the sixtieth from the first of 2026 on.
    #[case("libre s7", Some(vec![1]))]
    #[case("Dispo s8", Some(vec![1, 2]))]
    #[case("libre s7-s8", Some(vec![1, 2]))]
    #[case("libre", Some(vec![]))]
    #[case("libre un jour", Some(vec![]))]
    #[case("souhait mai", Some(vec![4]))]
    #[case("souhait août", Some(vec![]))]
    #[case("venu", Some(vec![4]))]
    #[case("jamais venu", Some(vec![1, 2, 3, 5]))]
    #[case("pionniers", Some(vec![5]))]
    #[case("pas sollicité", Some(vec![2, 3, 4, 5]))]
    #[case("à effacer", Some(vec![]))]
    #[case("vidal", None)]
    #[case("libreville", None)]
    fn a_condition_keeps_whom_it_says(#[case] typed: &str, #[case] doctors: Option<Vec<i64>>) {
        assert_eq!(kept(typed), doctors, "{typed}");
    }
}
