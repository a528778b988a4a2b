//! Doctors of the collective and members of the permanent team.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Day, PersonId};

/// What a person does at the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// A volunteer, present for a stay.
    Doctor,
    Coordination,
    /// Assistante médicale, accueil.
    Assistant,
    /// Infirmière Asalée.
    Nurse,
    /// Siège: who keeps the collective of doctors and its rota, away from the patients.
    HeadOffice,
    /// Chiffres seulement: who reads the statistics and nothing else.
    FiguresOnly,
}

impl Role {
    /// The roles of the permanent team, to whom a point can be addressed.
    pub const TEAM: [Self; 3] = [Self::Coordination, Self::Assistant, Self::Nurse];

    /// Every role but the doctors', in the order of the forms.
    pub const STAFF: [Self; 5] =
        [Self::Coordination, Self::Assistant, Self::Nurse, Self::HeadOffice, Self::FiguresOnly];

    /// Every role, in the order of the table of rights.
    pub const ALL: [Self; 6] =
        [Self::Coordination, Self::Assistant, Self::Nurse, Self::Doctor, Self::HeadOffice, Self::FiguresOnly];

    /// Whether it is one of the permanent team, who are there with the patients.
    #[must_use]
    pub const fn is_team(self) -> bool {
        matches!(self, Self::Coordination | Self::Assistant | Self::Nurse)
    }

    /// Identifier of the role's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Doctor => "role-doctor",
            Self::Coordination => "role-coordination",
            Self::Assistant => "role-assistant",
            Self::Nurse => "role-nurse",
            Self::HeadOffice => "role-head-office",
            Self::FiguresOnly => "role-figures-only",
        }
    }
}

/// A doctor's way of practising.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DoctorStatus {
    /// Jeune diplômé.
    NewGraduate,
    /// Remplaçant.
    Locum,
    /// Installé libéral.
    SelfEmployed,
    /// Salarié.
    Salaried,
    /// Hospitalier.
    Hospital,
    /// Retraité actif.
    Retired,
}

impl DoctorStatus {
    /// Every status, in the order of the forms.
    pub const ALL: [Self; 6] =
        [Self::NewGraduate, Self::Locum, Self::SelfEmployed, Self::Salaried, Self::Hospital, Self::Retired];

    /// Identifier of the status's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NewGraduate => "status-new-graduate",
            Self::Locum => "status-locum",
            Self::SelfEmployed => "status-self-employed",
            Self::Salaried => "status-salaried",
            Self::Hospital => "status-hospital",
            Self::Retired => "status-retired",
        }
    }
}

/// What is known of a doctor only.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DoctorFacts {
    pub status: Option<DoctorStatus>,
    /// Department of practice.
    pub department: Option<String>,
    pub birth_year: Option<u16>,
    /// Eleven digits of the Répertoire partagé des professionnels de santé.
    pub rpps: Option<String>,
    /// One of the first of the collective, whose opinion is asked for between two stays.
    pub pioneer: bool,
}

/// A doctor or a member of the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub given: String,
    pub family: String,
    pub role: Role,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// Days of presence, Monday to Sunday; of the team only.
    pub presence: [bool; 7],
    /// Last day with the centre.
    pub ended: Option<Day>,
    /// Only of a doctor.
    pub doctor: DoctorFacts,
    /// Entered twice: who this person is. What was signed names them still, everything else is that person's.
    pub same_as: Option<PersonId>,
}

impl Person {
    /// The short name used everywhere: `Dr Vidal`, `C. Garnier`.
    #[must_use]
    pub fn short(&self) -> String {
        match (self.role, self.given.chars().next()) {
            (Role::Doctor, _) => format!("Dr {}", self.family),
            (_, Some(initial)) => format!("{initial}. {}", self.family),
            (_, None) => self.family.clone(),
        }
    }

    /// Given and family name: `Hélène Vidal`.
    #[must_use]
    pub fn full(&self) -> String {
        format!("{} {}", self.given, self.family).trim().to_owned()
    }

    /// Whether the person is of the permanent team and has not left before `day`.
    #[must_use]
    pub fn in_team(&self, day: Day) -> bool {
        self.role.is_team() && self.is_staff(day)
    }

    /// Whether the person works for the centre in whatever role but a doctor's, and has not left before `day`.
    #[must_use]
    pub fn is_staff(&self, day: Day) -> bool {
        self.role != Role::Doctor && self.ended.is_none_or(|last| day <= last)
    }
}

/// Everyone the centre knows, by identifier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People(pub BTreeMap<PersonId, Person>);

impl People {
    /// The person, if known.
    #[must_use]
    pub fn get(&self, id: PersonId) -> Option<&Person> {
        self.0.get(&id)
    }

    /// The short name, or a dash.
    #[must_use]
    pub fn short(&self, id: PersonId) -> String {
        self.get(id).map_or_else(|| "—".to_owned(), Person::short)
    }

    /// Who a person is: themselves, or whom they were entered twice of.
    #[must_use]
    pub fn root(&self, id: PersonId) -> PersonId {
        // As many steps as there are people: a ring, which the store refuses, would end too.
        let step = |id: &PersonId| self.get(*id).and_then(|person| person.same_as);
        std::iter::successors(Some(id), step).take(self.0.len() + 1).last().unwrap_or(id)
    }

    /// The doctors of the collective, each once.
    pub fn doctors(&self) -> impl Iterator<Item = &Person> {
        self.0.values().filter(|person| person.role == Role::Doctor && person.same_as.is_none())
    }

    /// Members of the permanent team with that role on that day.
    pub fn in_role(&self, role: Role, day: Day) -> impl Iterator<Item = &Person> {
        self.0.values().filter(move |p| p.role == role && p.is_staff(day))
    }
}

impl FromIterator<Person> for People {
    fn from_iter<I: IntoIterator<Item = Person>>(people: I) -> Self {
        Self(people.into_iter().map(|p| (p.id, p)).collect())
    }
}

/// A doctor or member of the team, as a form or an import gives them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPerson {
    pub given: String,
    pub family: String,
    pub role: Role,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// Monday to Sunday.
    pub presence: [bool; 7],
    pub ended: Option<Day>,
    pub doctor: DoctorFacts,
}

impl NewPerson {
    /// Somebody as they are known.
    #[must_use]
    pub fn of(person: &Person) -> Self {
        Self {
            given: person.given.clone(),
            family: person.family.clone(),
            role: person.role,
            phone: person.phone.clone(),
            email: person.email.clone(),
            presence: person.presence,
            ended: person.ended,
            doctor: person.doctor.clone(),
        }
    }
}
