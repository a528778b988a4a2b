//! The directory: people and services around, and whether they answer.

use serde::{Deserialize, Serialize};

use crate::domain::{ContactId, Day, PersonId, Stamp};

/// What a contact is. The order of the variants is that of the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum ContactKind {
    Emergency,
    Hospital,
    Specialist,
    /// Laboratory and imaging.
    Tests,
    Pharmacy,
    /// Nurses and paramedics.
    Care,
    Social,
    Town,
    /// Suppliers and technicians.
    Supplier,
    #[default]
    Other,
}

impl ContactKind {
    /// Every kind, in the order of the directory.
    pub const ALL: [Self; 10] = [
        Self::Emergency,
        Self::Hospital,
        Self::Specialist,
        Self::Tests,
        Self::Pharmacy,
        Self::Care,
        Self::Social,
        Self::Town,
        Self::Supplier,
        Self::Other,
    ];

    /// Identifier of the kind's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Emergency => "contact-emergency",
            Self::Hospital => "contact-hospital",
            Self::Specialist => "contact-specialist",
            Self::Tests => "contact-tests",
            Self::Pharmacy => "contact-pharmacy",
            Self::Care => "contact-care",
            Self::Social => "contact-social",
            Self::Town => "contact-town",
            Self::Supplier => "contact-supplier",
            Self::Other => "contact-other",
        }
    }
}

/// An entry of the directory, as a form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NewContact {
    pub kind: ContactKind,
    /// `Cardiologie, CH de Guéret`
    pub name: String,
    /// What they are for: `avis cardio`, `labo`.
    pub purpose: String,
    /// The number everybody has.
    pub phone: String,
    /// The line of those who work there, not for patients.
    pub direct: String,
    pub hours: String,
    pub note: String,
    /// When somebody last made sure that it is right.
    pub checked: Option<Day>,
}

/// Somebody called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    pub person: PersonId,
    pub at: Stamp,
    pub answered: bool,
}

/// A person or service around the centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub id: ContactId,
    pub what: NewContact,
    /// When it was put into the directory, and who changed what it says last, and when.
    pub begun: Stamp,
    pub written: Option<(PersonId, Stamp)>,
    /// The calls of the last twelve months, oldest first.
    pub calls: Vec<Call>,
}

/// An entry as it was saved once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactPast {
    pub what: NewContact,
    pub author: PersonId,
    pub at: Stamp,
}

/// Why an entry is to be made sure of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aging {
    /// The last two calls found nobody.
    Unanswered,
    /// Nobody has made sure of it for a year.
    Unchecked,
}

/// Days after which a number should be made sure of again; also how long a call is remembered.
pub const YEAR: i32 = 365;

impl Contact {
    /// The last day on which the number was known to be right: checked, or answered to.
    #[must_use]
    pub fn sure(&self) -> Option<Day> {
        let answered = self.calls.iter().rev().find(|call| call.answered).map(|call| call.at.day());
        self.what.checked.max(answered)
    }

    /// Why it is to be made sure of, if it is.
    #[must_use]
    pub fn aging(&self, today: Day) -> Option<Aging> {
        // Who has made sure of it since then has found out.
        let since = self.what.checked.unwrap_or(Day(i32::MIN));
        let mut last = self.calls.iter().rev().take(2);
        let missed = |call: Option<&Call>| call.is_some_and(|c| !c.answered && c.at.day() >= since);
        if missed(last.next()) && missed(last.next()) {
            return Some(Aging::Unanswered);
        }
        let fresh = self.sure().is_some_and(|day| day.plus(YEAR) >= today);
        (!fresh).then_some(Aging::Unchecked)
    }

    /// How many calls were answered, of how many, and the last one; nothing when nobody called.
    #[must_use]
    pub fn answered(&self) -> Option<(usize, usize, &Call)> {
        let answered = self.calls.iter().filter(|call| call.answered).count();
        Some((answered, self.calls.len(), self.calls.last()?))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use rstest::rstest;

    use super::*;

    /// A contact of that name, checked on a day or never.
    pub fn contact(id: i64, name: &str, checked: Option<Day>) -> Contact {
        Contact {
            id: ContactId(id),
            what: NewContact { name: name.into(), phone: "0536490241".into(), checked, ..NewContact::default() },
            begun: Stamp(0),
            written: None,
            calls: Vec::new(),
        }
    }

    fn day(n: i32) -> Day {
        Day(20_000 + n)
    }

    /// `x` unanswered, `o` answered, one a day from day 0 on.
    fn calls(script: &str) -> Vec<Call> {
        let call =
            |(n, sign): (i32, char)| Call { person: PersonId(1), at: Stamp::at(day(n), 600), answered: sign == 'o' };
        (0..).zip(script.chars()).map(call).collect()
    }

    #[rstest]
    #[case("", Some(-300), None)]
    #[case("", Some(-366), Some(Aging::Unchecked))]
    #[case("", None, Some(Aging::Unchecked))]
    // Who answered was there.
    #[case("o", None, None)]
    #[case("x", Some(-10), None)]
    #[case("oxx", Some(-10), Some(Aging::Unanswered))]
    #[case("xxo", Some(-10), None)]
    #[case("xox", Some(-10), None)]
    // Made sure of after the two calls.
    #[case("xx", Some(2), None)]
    fn a_contact_ages_by_time_and_by_two_calls_in_vain(
        #[case] script: &str,
        #[case] checked: Option<i32>,
        #[case] aging: Option<Aging>,
    ) {
        let contact = Contact { calls: calls(script), ..contact(1, "Cardiologie", checked.map(day)) };
        assert_eq!(contact.aging(day(0)), aging);
    }

    #[test]
    fn the_calls_are_counted_with_the_last_one() {
        assert_eq!(contact(1, "Cardiologie", None).answered(), None);
        let contact = Contact { calls: calls("ooxo"), ..contact(1, "Cardiologie", None) };
        let (answered, all, last) = contact.answered().unwrap();
        assert_eq!((answered, all, last.at.day()), (3, 4, day(3)));
    }
}
