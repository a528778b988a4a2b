//! Figures that were published about the centre, kept with their date and source to stand beside the computed ones.

use serde::{Deserialize, Serialize};

use super::super::{Day, PersonId, PublishedId, Stamp};

/// Which figure was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PublishedFigure {
    /// MT patients.
    Patients,
    /// MT patients in ALD.
    Ald,
    /// Consultations since the opening.
    Consultations,
    /// Distinct doctors with a stay since the opening, those booked to the end of the year included.
    Doctors,
    /// Désistements since the opening.
    Withdrawals,
}

impl PublishedFigure {
    /// Every figure, in the order of the choice.
    pub const ALL: [Self; 5] = [Self::Patients, Self::Ald, Self::Consultations, Self::Doctors, Self::Withdrawals];

    /// Identifier of its name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Patients => "published-patients",
            Self::Ald => "published-ald",
            Self::Consultations => "published-consultations",
            Self::Doctors => "published-doctors",
            Self::Withdrawals => "published-withdrawals",
        }
    }
}

/// A published figure, as a form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPublished {
    pub figure: PublishedFigure,
    /// The day it speaks of.
    pub day: Day,
    pub value: u32,
    /// Where it stood.
    pub source: String,
}

/// A published figure, with who noted it and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    pub id: PublishedId,
    pub what: NewPublished,
    pub author: PersonId,
    pub at: Stamp,
}
