//! The collective: what is known of its volunteers beside who they are, and who was asked.
//!
//! Several centres of one store see the same person, each its own stays (rule 26); of a stay elsewhere, its days and
//! the centre's name are all that is read.

use std::collections::BTreeMap;

use super::record::{Availability, LeavingWord, Paper, PaperKind, Solicitation, Travel, Volunteer, Written};
use super::{Day, IsoWeek, PersonId, PostId, Stays};

/// Something with the row it was read from, to be edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed<T> {
    pub what: T,
    pub row: Written,
}

/// A confirmed stay at another centre of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StayElsewhere {
    pub doctor: PersonId,
    pub centre: String,
    pub from: Day,
    pub to: Day,
}

/// Everything that is known of the volunteers, for who keeps the collective.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Collective {
    /// Every stay of the centre since it opened.
    pub stays: Stays,
    pub elsewhere: Vec<StayElsewhere>,
    pub volunteers: BTreeMap<PersonId, Listed<Volunteer>>,
    /// What was said of coming again by those who left, oldest first.
    pub leaving: Vec<Listed<LeavingWord>>,
    /// By first day.
    pub availability: Vec<Listed<Availability>>,
    /// By week, as they were noted.
    pub solicitations: Vec<Listed<Solicitation>>,
    /// The papers that are asked for, of doctors and of doctors at this centre.
    pub kinds: Vec<Listed<PaperKind>>,
    /// What has come of them, by doctor.
    pub papers: Vec<Listed<Paper>>,
    /// Voyages of stays that are over for longer than they are kept.
    pub old_travels: Vec<Listed<Travel>>,
}

impl Collective {
    /// What a volunteer said of when they could come, by first day.
    #[must_use]
    pub fn availability_of(&self, doctor: PersonId) -> impl DoubleEndedIterator<Item = &Listed<Availability>> {
        self.availability.iter().filter(move |a| a.what.person == doctor)
    }

    /// Each time a volunteer was asked, by week.
    #[must_use]
    pub fn solicitations_of(&self, doctor: PersonId) -> impl DoubleEndedIterator<Item = &Listed<Solicitation>> {
        self.solicitations.iter().filter(move |s| s.what.person == doctor)
    }

    /// Who was asked, or is to be, for a week on a post, in the order in which it was noted.
    #[must_use]
    pub fn asked_for(&self, post: PostId, week: IsoWeek) -> impl DoubleEndedIterator<Item = &Listed<Solicitation>> {
        self.solicitations.iter().filter(move |s| s.what.post == post && s.what.week == week)
    }

    /// The newest of what was noted of a volunteer for a week on a post.
    #[must_use]
    pub fn newest(&self, doctor: PersonId, post: PostId, week: IsoWeek) -> Option<&Listed<Solicitation>> {
        self.asked_for(post, week).filter(|s| s.what.person == doctor).max_by_key(|s| s.row.id)
    }

    /// The papers of a volunteer.
    #[must_use]
    pub fn papers_of(&self, doctor: PersonId) -> &[Listed<Paper>] {
        let from = self.papers.partition_point(|paper| paper.what.person < doctor);
        let to = from + self.papers[from..].partition_point(|paper| paper.what.person == doctor);
        &self.papers[from..to]
    }

    /// What a volunteer said last of coming again, as they left.
    #[must_use]
    pub fn left_by(&self, doctor: PersonId) -> Option<&LeavingWord> {
        self.leaving.iter().rev().map(|said| &said.what).find(|said| said.person == doctor)
    }

    /// What is known of a volunteer.
    #[must_use]
    pub fn volunteer(&self, doctor: PersonId) -> Option<&Volunteer> {
        self.volunteers.get(&doctor).map(|listed| &listed.what)
    }
}
