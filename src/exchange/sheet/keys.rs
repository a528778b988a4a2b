//! How a sheet's values are written in JSON.
//!
//! The language files' identifiers are stable names too: `gravity-urgent` is `urgent` here.

#![expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls these functions with a reference to the field, whatever its type"
)]

use serde::{Serialize, Serializer};

use super::data::{Follower, Heading};
use crate::domain::{Answer, Day, Exam, Gravity, IsoWeek, Kind, Msg, NoteKind, Outcome, Stamp, StepKind, Verdict};

macro_rules! keys {
    ($($name:ident($type:ty, $prefix:literal)),* $(,)?) => {$(
        pub fn $name<S: Serializer>(value: &$type, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_str(value.word().trim_start_matches($prefix))
        }
    )*};
}

keys! {
    note_key(NoteKind, "note-"),
    gravity_key(Gravity, "gravity-"),
    kind_key(Kind, "kind-"),
    verdict_key(Verdict, "verdict-"),
    answer_key(Answer, "answer-"),
    step_key(StepKind, "step-"),
}

pub fn heading_key<S: Serializer>(heading: &Heading, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(heading.word().trim_start_matches("section-").trim_start_matches("standing-"))
}

pub fn holder_key<S: Serializer>(follower: &Option<Follower>, to: S) -> Result<S::Ok, S::Error> {
    match follower {
        Some(Follower::Person(name)) => to.serialize_str(name),
        Some(Follower::Role(role)) => to.serialize_str(role.word().trim_start_matches("role-")),
        None => to.serialize_none(),
    }
}

pub fn outcome_key<S: Serializer>(outcome: &Option<Outcome>, to: S) -> Result<S::Ok, S::Error> {
    outcome.map(|o| o.word().trim_start_matches("outcome-")).serialize(to)
}

pub fn exam_key<S: Serializer>(exam: &Option<Exam>, to: S) -> Result<S::Ok, S::Error> {
    exam.map(|e| e.word().trim_start_matches("exam-")).serialize(to)
}

pub fn iso_day<S: Serializer>(day: &Day, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&day.date())
}

pub fn iso_day_maybe<S: Serializer>(day: &Option<Day>, to: S) -> Result<S::Ok, S::Error> {
    day.map(|d| d.date().to_string()).serialize(to)
}

pub fn iso_week<S: Serializer>(week: &IsoWeek, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(week)
}

pub fn iso_week_maybe<S: Serializer>(week: &Option<IsoWeek>, to: S) -> Result<S::Ok, S::Error> {
    week.map(|w| w.to_string()).serialize(to)
}

pub fn iso_weeks<S: Serializer>(weeks: &[IsoWeek], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(weeks.iter().map(IsoWeek::to_string))
}

/// Local time of metropolitan France, to the minute.
pub fn iso_stamp<S: Serializer>(stamp: &Stamp, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&stamp.local().format("%Y-%m-%dT%H:%M"))
}

pub fn closed_days<S: Serializer>(days: &[(Day, Msg)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(days.iter().map(|(day, _)| day.date().to_string()))
}
