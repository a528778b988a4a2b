//! The relevé de la semaine: what no agenda tells, noted once a week.

use serde::{Deserialize, Serialize};

use super::super::{Day, IsoWeek, PersonId, Stamp, SurveyId};

/// The third routine appointment that was free when the week was surveyed.
///
/// The third, because the first is often a cancellation (Murray and Tantau, *Same-day appointments*, 2000).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Third {
    /// It was not looked for.
    Unknown,
    On(Day),
    /// No confirmed doctor had one: "∞".
    Never,
}

/// What one week is surveyed for. A part that was not counted is nothing, and not 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewSurvey {
    pub week: IsoWeek,
    /// The day the third free appointment was looked for: the same weekday and hour each week.
    pub day: Day,
    pub third: Third,
    /// Unplanned requests that were seen the same day, the next working day, or refused.
    pub same_day: Option<u16>,
    pub next_day: Option<u16>,
    pub refused: Option<u16>,
    /// Meetings of coordination, and their minutes.
    pub meetings: Option<u16>,
    pub meeting_minutes: Option<u16>,
    /// Patients seen by the infirmière Asalée, each time counted.
    pub asalee: Option<u16>,
}

/// A week's survey, with who noted it and when. There is one a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekSurvey {
    pub id: SurveyId,
    pub what: NewSurvey,
    pub author: PersonId,
    pub at: Stamp,
}

impl NewSurvey {
    /// Calendar days from the survey to the third free appointment.
    #[must_use]
    pub fn days(&self) -> Option<u32> {
        match self.third {
            Third::On(day) => u32::try_from(day.0 - self.day.0).ok(),
            Third::Unknown | Third::Never => None,
        }
    }

    /// Whether anything was noted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let counts = [self.same_day, self.next_day, self.refused, self.meetings, self.meeting_minutes, self.asalee];
        self.third == Third::Unknown && counts.iter().all(Option::is_none)
    }
}
