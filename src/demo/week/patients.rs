//! The patients of the points.

use super::{Chain, MARK, Points};
use crate::demo::dice::Dice;
use crate::demo::scenario::Scenario;
use crate::domain::{IsoWeek, Kind, PatientRef};

const PATIENT: u64 = 32;

/// Where the file numbers of marked patients begin, far from those of the others.
const MARKED_FROM: i64 = 8200;

impl Points {
    /// The patient of a new story: for a letter sometimes one who is known from another point.
    pub(super) fn patient(&mut self, scenario: &Scenario, week: IsoWeek, marked: bool) -> Option<PatientRef> {
        let (youngest, oldest) = scenario.age?;
        let count = if marked { &mut self.marks } else { &mut self.patients };
        let mut dice = Dice::new(self.seed, if marked { MARK } else { PATIENT }, *count);
        *count += 1;
        let number = *count + if marked { MARKED_FROM } else { 0 };
        let year = u16::try_from(week.year()).unwrap_or(2022);
        if scenario.kind == Kind::Letter && dice.below(2) == 0 {
            let fits = |p: &&PatientRef| p.birth_year.is_some_and(|b| b + youngest <= year && year <= b + oldest);
            let open = |c: &&Chain| c.beat().is_some() && c.scenario.kind != Kind::Letter;
            let known = self
                .chains
                .iter()
                .rev()
                .filter(|c| !c.marked)
                .take(40)
                .filter(open)
                .filter_map(|c| c.patient.as_ref())
                .find(fits);
            if let Some(patient) = known {
                return Some(patient.clone());
            }
        }
        let age = youngest + u16::try_from(dice.below(usize::from(oldest - youngest) + 1)).unwrap_or(0);
        let letters: Vec<char> = "ABCDEFGHJLMNPRSTV".chars().collect();
        Some(PatientRef {
            file: file(number),
            initials: Some(format!("{}.{}.", dice.pick(&letters), dice.pick(&letters))),
            birth_year: Some(year - age),
        })
    }
}

/// The file number of a patient, by order of coming.
pub fn file(number: i64) -> String {
    // 5861 has no common factor with 9000: each number once before one comes again.
    format!("{:04}", 101 + (number * 5861).rem_euclid(9000))
}
