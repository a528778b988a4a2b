//! The words and the rules of the centre: types and pure functions.
//!
//! Nothing here does I/O, reads a clock (`now` is an argument), speaks SQL or knows a screen or a
//! language: what is said to a person is a [`Msg`], an identifier with arguments.

pub mod account;
pub mod act;
pub mod advice;
pub mod agenda;
#[cfg(test)]
mod agenda_clashes;
pub mod agenda_foresee;
pub mod agenda_import;
pub mod alert;
pub mod availability;
pub mod backup;
pub mod briefing;
pub mod calendar;
pub mod candidate;
pub mod care;
pub mod centre;
pub mod chart;
pub mod clock;
pub mod collective;
pub mod copies;
pub mod coverage;
pub mod day;
pub mod day_close;
pub mod difference;
pub mod draft;
pub mod erasing;
#[cfg(any(test, feature = "testing"))]
pub mod fixture;
pub mod geography;
pub mod half_days;
pub mod handover;
pub mod hanging;
pub mod held;
pub mod holder;
pub mod holiday;
pub mod id;
pub mod indicators;
pub mod item;
pub mod journal;
pub mod leaflet;
pub mod left_draft;
pub mod lent;
pub mod light;
pub mod lookup;
pub mod loss;
pub mod message;
pub mod msg;
pub mod noted;
pub mod period;
pub mod person;
pub mod place;
pub mod planning;
pub mod preparation;
pub mod prepared;
pub mod presence;
pub mod proposal;
pub mod record;
#[cfg(test)]
mod relay_examples;
#[cfg(test)]
mod relay_properties;
pub mod rights;
pub mod rooms;
pub mod rota;
pub mod rota_import;
pub mod school;
pub mod sequel;
pub mod short_stay;
pub mod signature;
pub mod stay;
pub mod stays;
pub mod step;
pub mod swap_halves;
pub mod table;
pub mod to_tell;
pub mod today;
pub mod transmission;
pub mod trouble;
pub mod urgent;
pub mod volunteer_filter;
pub mod week;
pub mod whose;
pub mod wish;
pub mod writing;

pub use account::{AccountEvent, AccountEventKind};
pub use agenda::{DecidedHalfDay, Entry, EntryKind, HalfDayKind};
pub use calendar::{Calendar, Closed};
pub use centre::{Centre, HalfDay, Pattern, Post};
pub use day::{Day, Now, Stamp};
pub use day_close::{DayClose, DayCounts};
pub use difference::Differences;
pub use handover::{Addendum, Figures, Handover, NoteKind, Notes, Reopening, Signature, Takeover};
pub use holder::{Holder, holder};
pub use id::{
    AccountEventId, AccountId, CentreId, ChangeId, ClosureId, ContactId, DayCloseId, DraftEndId, DraftId, EntryId,
    ItemId, PageId, PanelId, PersonId, PostId, ReceiptId, RelayId, SequelId, StayId, StepId, SurveyId, TraceId,
    VersionId,
};
pub use item::{
    Addressee, Answer, Detail, Elsewhere, Exam, Gravity, Item, ItemFacts, Kind, Outcome, PatientRef, Receipt, Relay,
    Thread, Verdict,
};
pub use loss::{Known, Loss};
pub use msg::{Arg, Msg};
pub use period::{Period, PeriodKind};
pub use person::{DoctorFacts, DoctorStatus, People, Person, Role};
pub use rota::Rota;
pub use stay::{Phase, Stay, StayState};
pub use stays::Stays;
pub use step::{Step, StepKind};
pub use table::{Rev, Table};
pub use trouble::{Trouble, TroubleKind};
pub use week::IsoWeek;

/// Who acts: the account's person, and the doctor who dictates to them, if any (rule 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Who {
    /// The person signed in at the desk.
    pub person: PersonId,
    /// The doctor whose words are typed by `person`.
    pub dictated_by: Option<PersonId>,
}

impl Who {
    /// A person who acts in their own name.
    #[must_use]
    pub const fn is(person: PersonId) -> Self {
        Self { person, dictated_by: None }
    }

    /// The person whose word it is.
    #[must_use]
    pub fn author(self) -> PersonId {
        self.dictated_by.unwrap_or(self.person)
    }

    /// The person who typed for the author, where that is someone else.
    #[must_use]
    pub fn entered_by(self) -> Option<PersonId> {
        self.dictated_by.map(|_| self.person)
    }
}
