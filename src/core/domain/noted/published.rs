//! Figures that were published about the centre, kept with their date and source to stand beside the computed ones.

use serde::Serialize;

use super::super::Day;

/// Which figure was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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

    /// How each is kept, and the identifier of its name in the language files; in the same order.
    pub const WORDS: [(&'static str, &'static str); 5] = [
        ("Patients", "published-patients"),
        ("Ald", "published-ald"),
        ("Consultations", "published-consultations"),
        ("Doctors", "published-doctors"),
        ("Withdrawals", "published-withdrawals"),
    ];

    /// The figure that is kept by a name.
    #[must_use]
    pub fn kept(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.name() == name)
    }

    /// The name by which it is kept.
    #[must_use]
    pub const fn name(self) -> &'static str {
        Self::WORDS[self as usize].0
    }

    /// Identifier of its name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        Self::WORDS[self as usize].1
    }
}

/// A published figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    pub figure: PublishedFigure,
    /// The day it speaks of.
    pub day: Day,
    pub value: u32,
    /// Where it stood.
    pub source: String,
}
