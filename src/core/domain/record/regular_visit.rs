//! Visites régulières: who is visited every so many weeks, at home or where they live together.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, IsoWeek, Msg, PatientRef};
use super::typed::typed;
use super::{Fault, Field, FollowedBy, Holds, Record, Values, Words, no_advice, none_hidden};

pub static REGULAR_VISIT: Record = Record {
    table: Table("regular_visit"),
    fields: &[
        Field::new("patient", "care-patient", Holds::Patient).how("visit-patient-how"),
        Field::new("place", "visit-place", Holds::Line).how("visit-place-how"),
        Field::new("commune", "care-commune", Holds::Line).needed(),
        Field::new("weeks", "visit-weeks", Holds::Count(52)).needed(),
        Field::new("next", "visit-next", Holds::Week),
        Field::new("minutes", "visit-minutes", Holds::Count(480)).needed(),
        Field::new("owner", "care-owner", Holds::Choice(FollowedBy::WORDS)).needed(),
        Field::new("last_on", "visit-last-on", Holds::PastDay),
        Field::new("point", "visit-point", Holds::Link),
        Field::new("missed", "visit-missed-week", Holds::Link),
        Field::new("ended_on", "care-ended-on", Holds::PastDay),
        Field::new("note", "care-note", Holds::Line).how("care-note-how"),
    ],
    right: Right::Points,
    order: &["next"],
    signed: false,
    words: Words {
        new: "visit-new",
        edit: "visit-edit",
        intro: Some("visit-intro"),
        added: "store-said-visit",
        edited: "store-said-visit",
        removed: "store-said-visit-removed",
        named: &[("commune", "commune")],
    },
    list: None,
    guide: "care",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let mut faults = Vec::new();
    if values.get("patient").is_empty() && values.get("place").is_empty() {
        faults.push(("patient", Msg::new("visit-of-nobody")));
    }
    if values.count("weeks") == Some(0) {
        faults.push(("weeks", Msg::new("visit-no-weeks")));
    }
    // No visit that comes back without its week.
    if values.day("ended_on").is_none() && values.day("next").is_none() {
        faults.push(("next", Msg::new("visit-missing-next")));
    }
    faults
}

typed! {
    /// A visit that comes back.
    RegularVisit {
        patient: Option<PatientRef>,
        /// Where several live: an EHPAD, whose round it is.
        place: String,
        commune: String,
        /// Weeks from one visit to the next.
        weeks: u32,
        /// The week of the next one.
        next: Option<IsoWeek>,
        /// How long it takes.
        minutes: u32,
        owner: FollowedBy,
        last_on: Option<Day>,
        /// The point that was opened when one was missed, by its number.
        point: Option<i64>,
        /// Of which week it was: the number of its Monday as a day.
        missed: Option<i64>,
        ended_on: Option<Day>,
        note: String,
    }
}

impl RegularVisit {
    /// Whether it goes on.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.ended_on.is_none()
    }
}
