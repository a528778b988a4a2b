//! The booklet: pages the team keeps, each version of them kept, and which doctor has read which.

use std::collections::BTreeSet;

use chrono::Months;
use serde::{Deserialize, Serialize};

use crate::domain::{Day, PageId, PersonId, Rota, Stamp, VersionId};

/// The part of the booklet a page stands in. The order of the variants is that of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Chapter {
    /// Access and codes.
    Access,
    /// Bag, defibrillator, exits.
    Safety,
    /// Computers and printer.
    Computing,
    /// How we work here.
    Work,
    /// Life on the spot: house, car, shops.
    #[default]
    Life,
    /// The week's free word of the village.
    Village,
}

impl Chapter {
    /// Every chapter, in reading order.
    pub const ALL: [Self; 6] = [Self::Access, Self::Safety, Self::Computing, Self::Work, Self::Life, Self::Village];

    /// Identifier of the chapter's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Access => "chapter-access",
            Self::Safety => "chapter-safety",
            Self::Computing => "chapter-computing",
            Self::Work => "chapter-work",
            Self::Life => "chapter-life",
            Self::Village => "chapter-village",
        }
    }
}

/// A page, as a form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NewPage {
    pub chapter: Chapter,
    pub title: String,
    /// Markdown, with secrets as [`super::secret`] has them.
    pub text: String,
}

/// A page as it was saved once; it never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub id: VersionId,
    pub what: NewPage,
    pub author: PersonId,
    pub at: Stamp,
}

/// Somebody made sure, on a day, that a page is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    pub person: PersonId,
    pub day: Day,
}

/// Somebody has read a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub person: PersonId,
    pub at: Stamp,
}

/// A page of the booklet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuidePage {
    pub id: PageId,
    /// The version that holds.
    pub head: Version,
    /// When its first version was saved.
    pub begun: Stamp,
    /// How many versions there are.
    pub versions: u32,
    /// The last time somebody made sure of it, later than the version that holds or not.
    pub check: Option<Check>,
    /// Who has read the version that holds, in the order of reading.
    pub read: Vec<Seen>,
    /// Taken out of the booklet; its versions stay.
    pub removed: bool,
}

/// Days ahead in which a doctor who comes is expected to read the booklet.
const AHEAD: i32 = 28;

impl GuidePage {
    /// Whether this person has read the version that holds.
    #[must_use]
    pub fn is_read_by(&self, person: PersonId) -> bool {
        self.head.author == person || self.read.iter().any(|seen| seen.person == person)
    }

    /// Who made sure of it last, and when: who writes a page makes sure of it.
    #[must_use]
    pub fn verified(&self) -> Check {
        let written = Check { person: self.head.author, day: self.head.at.day() };
        self.check.filter(|check| check.day >= written.day).unwrap_or(written)
    }

    /// Whether nobody has made sure of it for more than so many months.
    #[must_use]
    pub fn is_stale(&self, months: u16, today: Day) -> bool {
        let due = self.verified().day.date().checked_add_months(Months::new(u32::from(months)));
        due.is_some_and(|due| Day::from(due) < today)
    }
}

/// The doctors who are expected to know the booklet: those here, and those who come within four weeks.
#[must_use]
pub fn readers(rota: &Rota, today: Day) -> BTreeSet<PersonId> {
    rota.stays.between(today, today.plus(AHEAD)).filter(|s| s.is_confirmed()).map(|s| s.doctor).collect()
}

/// Of the doctors who should know a page, those who have read it and those who have not yet.
#[must_use]
pub fn reading(page: &GuidePage, readers: &BTreeSet<PersonId>) -> (Vec<PersonId>, Vec<PersonId>) {
    readers.iter().partition(|reader| page.is_read_by(**reader))
}

/// Pages in the order of the booklet: chapter, then as they were begun; those taken out come last.
pub fn sort(pages: &mut [GuidePage]) {
    pages.sort_by_key(|page| (page.removed, page.head.what.chapter, page.id));
}

#[cfg(test)]
pub(crate) mod tests {
    use rstest::rstest;

    use super::*;
    use crate::domain::fixture::{CLAIRE, monday, rota, stay};

    /// A page that the coordination wrote on a day.
    pub fn page(id: i64, title: &str, written: Day) -> GuidePage {
        let at = Stamp::at(written, 9 * 60);
        GuidePage {
            id: PageId(id),
            head: Version {
                id: VersionId(id),
                what: NewPage { chapter: Chapter::Access, title: title.into(), text: "Clés".into() },
                author: CLAIRE,
                at,
            },
            begun: at,
            versions: 1,
            check: None,
            read: Vec::new(),
            removed: false,
        }
    }

    fn day(month: u32, day: u32) -> Day {
        Day::ymd(2026, month, day).unwrap()
    }

    #[rstest]
    #[case(None, day(9, 1), false)]
    #[case(None, day(9, 2), true)]
    #[case(Some(day(5, 31)), day(11, 30), false)]
    #[case(Some(day(5, 31)), day(12, 1), true)]
    // Made sure of before it was written anew: the writing counts.
    #[case(Some(day(2, 1)), day(9, 1), false)]
    fn a_page_is_stale_once_nobody_made_sure_of_it_for_six_months(
        #[case] checked: Option<Day>,
        #[case] today: Day,
        #[case] stale: bool,
    ) {
        let check = checked.map(|day| Check { person: PersonId(91), day });
        let page = GuidePage { check, ..page(1, "Codes", day(3, 1)) };
        assert_eq!(page.is_stale(6, today), stale);
        assert!(!page.is_stale(60, today));
    }

    #[test]
    fn who_writes_a_page_makes_sure_of_it_and_has_read_it() {
        let checked = Check { person: PersonId(91), day: day(2, 1) };
        let page = GuidePage { check: Some(checked), ..page(1, "Codes", day(3, 1)) };
        assert_eq!(page.verified(), Check { person: CLAIRE, day: day(3, 1) });
        assert!(page.is_read_by(CLAIRE) && !page.is_read_by(PersonId(91)));
        let later = GuidePage { check: Some(Check { day: day(3, 1), ..checked }), ..page };
        assert_eq!(later.verified().person, PersonId(91));
    }

    #[test]
    fn the_doctors_here_and_those_of_the_next_four_weeks_are_expected_to_read() {
        let rota = rota(1, (47..=54).map(|week| stay(week.into(), 1, i64::from(week) - 46, week)).collect());
        // Week 48: who left in week 47 is not asked any more, who comes in week 53 is not yet.
        let readers = readers(&rota, monday(48).plus(2));
        assert_eq!(readers.iter().map(|p| p.0).collect::<Vec<_>>(), [2, 3, 4, 5, 6]);
        let seen = |person| Seen { person: PersonId(person), at: Stamp(0) };
        let page = GuidePage { read: vec![seen(1), seen(3), seen(4)], ..page(1, "Codes", day(3, 1)) };
        let (read, not_yet) = reading(&page, &readers);
        assert_eq!((read.len(), not_yet), (2, vec![PersonId(2), PersonId(5), PersonId(6)]));
    }
}
