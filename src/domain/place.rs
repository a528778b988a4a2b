//! The place around: the directory and the page "Sur place", kept by the team.

use serde::{Deserialize, Serialize};

use super::{ContactId, Day, PersonId};

/// A person or service around the centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub id: ContactId,
    /// `Cardiologie, CH de Guéret`
    pub name: String,
    /// What they are for: `avis cardio`, `labo`.
    pub purpose: String,
    pub phone: String,
    pub note: String,
    /// When somebody last made sure that it is right.
    pub checked: Option<Day>,
}

/// The free page of the place: keys, house, car, how we work here.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PlacePage {
    pub text: String,
    /// Who last wrote it, and on which day.
    pub written: Option<(PersonId, Day)>,
}
