//! The health centre, its posts and its opening half-days.

use serde::{Deserialize, Serialize};

use super::account::Around;
use super::candidate::Weights;
use super::noted::Targets;
use super::school::Zone;
use super::{CentreId, ClosureId, Day, PostId};

/// The health centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Centre {
    pub id: CentreId,
    pub name: String,
    pub commune: String,
    /// Department code: `23`, `2A`, `971`.
    pub department: String,
    /// First day with patients.
    pub opened: Day,
    pub opening: Opening,
    /// Whether patients' names may be typed instead of initials (rule 24).
    pub names_allowed: bool,
    /// Language of the screens: `fr` or `en`.
    pub lang: String,
    /// Minutes after which an idle desk locks, 3 to 30.
    pub lock_minutes: u16,
    /// Folder of the verified copies; empty until the centre has chosen.
    pub backup_folder: String,
    /// Length of an ordinary consultation, in minutes, 5 to 60.
    pub slot_minutes: u16,
    /// Days after the expected one when a result that has not come is late, 0 to 60.
    pub result_days: u16,
    /// The zone of its school holidays, where it is not that of the department.
    pub own_zone: Option<Zone>,
    /// Months after which a page of the booklet is to be made sure of again, 1 to 60.
    pub guide_months: u16,
    /// Whether whoever may read points reads what was said of the patient, too; else the front desk reads what is to be
    /// done, when, and for which file.
    pub words_for_all: bool,
    /// How long a doctor's account is open around a stay.
    pub around: Around,
    /// Months that the journal of accesses is kept, 6 to 12.
    pub journal_months: u16,
    /// What it aims at.
    pub targets: Targets,
    /// How much each thing counts for a volunteer.
    pub weights: Weights,
    /// Days in which who was asked to come is marked, 0 to 60.
    pub asked_days: u16,
}

impl Centre {
    /// The zone of its school holidays: its own, else the department's; none in Corsica and overseas.
    #[must_use]
    pub fn zone(&self) -> Option<Zone> {
        self.own_zone.or_else(|| Zone::of_department(&self.department))
    }
}
/// Days in which who was asked is marked, where the centre has not said otherwise.
pub const ASKED_DAYS: u16 = 10;

/// One doctor's place in a week, freely named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    pub id: PostId,
    pub name: String,
    pub pattern: Pattern,
}

/// What a post's half-days are in an ordinary week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Pattern {
    /// Booked ahead, morning and afternoon.
    #[default]
    Programmed,
    /// Booked ahead in the morning, the day's calls in the afternoon.
    ProgrammedFirst,
    /// The day's calls in the morning, booked ahead in the afternoon.
    UnplannedFirst,
}

impl Pattern {
    /// Every pattern, in the order of the choice.
    pub const ALL: [Self; 3] = [Self::Programmed, Self::ProgrammedFirst, Self::UnplannedFirst];

    /// Identifier of the pattern's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Programmed => "pattern-programmed",
            Self::ProgrammedFirst => "pattern-programmed-first",
            Self::UnplannedFirst => "pattern-unplanned-first",
        }
    }
}

/// Morning or afternoon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum HalfDay {
    Morning,
    Afternoon,
}

/// Opening hours, in minutes since midnight, and the half-days that are open each week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub morning: (u16, u16),
    pub afternoon: (u16, u16),
    /// Monday to Sunday: morning open, afternoon open.
    pub open: [(bool, bool); 7],
}

impl Default for Opening {
    /// Monday to Friday, Thursday afternoon closed, as the centres publish it.
    fn default() -> Self {
        let full = (true, true);
        let (half, shut) = ((true, false), (false, false));
        Self {
            morning: (8 * 60 + 30, 12 * 60 + 30),
            afternoon: (13 * 60 + 30, 18 * 60),
            open: [full, full, full, half, full, shut, shut],
        }
    }
}

impl Opening {
    /// Whether the centre opens at all on that day of the week.
    #[must_use]
    pub fn opens(&self, day: Day) -> bool {
        let (morning, afternoon) = self.open[day.weekday_index()];
        morning || afternoon
    }

    /// Whether that half-day is open in an ordinary week.
    #[must_use]
    pub fn opens_half(&self, day: Day, half: HalfDay) -> bool {
        let (morning, afternoon) = self.open[day.weekday_index()];
        match half {
            HalfDay::Morning => morning,
            HalfDay::Afternoon => afternoon,
        }
    }
}

/// Days in which the centre is closed, both included: the week of Christmas, a week in August.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    pub id: ClosureId,
    pub from: Day,
    pub to: Day,
    pub reason: String,
}
