//! What a sheet says, without a language: people and points are named, what is said differently is still a message.
//!
//! This is the JSON document. Its keys are stable and English.

use serde::Serialize;

use super::keys;
use crate::domain::briefing::Section;
use crate::domain::transmission::Standing;
use crate::domain::{
    Answer, Day, Exam, Gravity, IsoWeek, Kind, Msg, NoteKind, Outcome, Role, Stamp, StepKind, Verdict,
};

/// A sheet.
#[derive(Debug, Serialize)]
pub struct Sheet {
    pub kind: SheetKind,
    pub lang: &'static str,
    pub centre: String,
    #[serde(serialize_with = "keys::iso_stamp")]
    pub made_at: Stamp,
    pub made_by: String,
    /// Noon of that Monday is the last moment at which the sheet may be believed.
    #[serde(serialize_with = "keys::iso_day")]
    pub valid_until_noon: Day,
    /// The member of the team it is for, by given name.
    pub member: Option<String>,
    pub stay: Option<StayData>,
    pub takes_over: Option<From>,
    /// To whom a handover goes.
    pub next: Option<StayData>,
    /// Closed days of the stay or of the week; the reason is said, not kept in JSON.
    #[serde(serialize_with = "keys::closed_days")]
    pub closed: Vec<(Day, Msg)>,
    pub points: usize,
    pub urgent: usize,
    /// Points that wait for the reader's answer, or for the leaving doctor's decision.
    pub waiting: usize,
    /// Patients seen beside points written, in a handover.
    pub seen: Option<CoverageData>,
    /// Reading time of a briefing.
    pub minutes: Option<usize>,
    pub taken_over: Option<Signed>,
    /// The notes of the stay that is or was handed over.
    pub notes: Option<NotesData>,
    pub sections: Vec<SectionData>,
    /// The newest change of the store the sheet was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<HeadData>,
}

/// A change, by what it can be compared with the store.
#[derive(Debug, Clone, Serialize)]
pub struct HeadData {
    pub change: i64,
    /// Eight words of its hash, as `releve check --change` says them.
    pub words: String,
}

impl HeadData {
    /// What the sheet says of it.
    pub fn msg(&self) -> Msg {
        Msg::new("sheet-head").with("change", self.change).with("words", self.words.as_str())
    }
}

/// Which sheet it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SheetKind {
    Briefing,
    Handover,
}

/// A stay with its doctor.
#[derive(Debug, Serialize)]
pub struct StayData {
    pub doctor: String,
    pub post: String,
    #[serde(serialize_with = "keys::iso_week")]
    pub week: IsoWeek,
    #[serde(serialize_with = "keys::iso_day")]
    pub from: Day,
    #[serde(serialize_with = "keys::iso_day")]
    pub to: Day,
}

/// Patients seen beside points written.
#[derive(Debug, Serialize)]
pub struct CoverageData {
    pub patients: usize,
    pub closed_days: usize,
    pub days: usize,
    pub points: usize,
    /// The same in a sentence, with the days not closed.
    pub said: String,
}

/// From whom a doctor takes over.
#[derive(Debug, Serialize)]
pub struct From {
    pub stay: Option<StayData>,
    #[serde(serialize_with = "keys::iso_weeks")]
    pub vacant: Vec<IsoWeek>,
}

/// Notes, signature and corrections of a handover.
#[derive(Debug, Serialize)]
pub struct NotesData {
    pub doctor: String,
    #[serde(serialize_with = "keys::iso_week")]
    pub week: IsoWeek,
    pub notes: Vec<Note>,
    pub signature: Option<Signed>,
    /// Oldest first.
    pub reopenings: Vec<ReopenedData>,
    pub addenda: Vec<AddendumData>,
}

/// A signed handover was opened again: sheets that bear the words of that signature are out of date.
#[derive(Debug, Serialize)]
pub struct ReopenedData {
    pub author: Author,
    #[serde(serialize_with = "keys::iso_stamp")]
    pub at: Stamp,
    pub reason: String,
    #[serde(serialize_with = "keys::iso_stamp")]
    pub signed_at: Stamp,
    /// The first eight words of the hash of what had been signed.
    pub words: Option<String>,
}

/// One note.
#[derive(Debug, Serialize)]
pub struct Note {
    #[serde(serialize_with = "keys::note_key")]
    pub kind: NoteKind,
    pub text: String,
}

/// Who said it, and who typed it.
#[derive(Debug, Serialize)]
pub struct Author {
    pub name: String,
    pub entered_by: Option<String>,
}

/// A signature.
#[derive(Debug, Serialize)]
pub struct Signed {
    pub author: Author,
    pub name: String,
    #[serde(serialize_with = "keys::iso_stamp")]
    pub at: Stamp,
    /// The first eight characters of the hash; empty for a take-over, which has none.
    pub hash: String,
    /// The first eight words of the hash; none for a take-over.
    pub words: Option<String>,
    pub nothing_to_report: bool,
    pub as_is: bool,
    /// Signed by its doctor when the stay was over.
    pub late: bool,
}

/// A dated correction.
#[derive(Debug, Serialize)]
pub struct AddendumData {
    pub author: Author,
    #[serde(serialize_with = "keys::iso_stamp")]
    pub at: Stamp,
    pub text: String,
    /// Number of the point it adds.
    pub point: Option<i64>,
}

/// A section in reading order.
#[derive(Debug, Serialize)]
pub struct SectionData {
    #[serde(serialize_with = "keys::heading_key")]
    pub section: Heading,
    pub points: Vec<Point>,
}

/// What a section holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    Part(Section),
    Standing(Standing),
}

impl Heading {
    /// Identifier of the section's name in the language files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Part(section) => section.word(),
            Self::Standing(standing) => standing.word(),
        }
    }
}

/// A point.
#[derive(Debug, Serialize)]
pub struct Point {
    pub number: i64,
    #[serde(serialize_with = "keys::gravity_key")]
    pub gravity: Gravity,
    #[serde(serialize_with = "keys::kind_key")]
    pub kind: Kind,
    pub patient: Option<Patient>,
    /// Authors, the newest first, none twice in a row.
    pub chain: Vec<String>,
    #[serde(serialize_with = "keys::iso_day_maybe")]
    pub due: Option<Day>,
    #[serde(serialize_with = "keys::iso_week_maybe")]
    pub show_from: Option<IsoWeek>,
    /// The record holds what has to be read first.
    pub see_record: bool,
    /// Who or what it came from; may be empty.
    pub source: String,
    /// Of a result: the day it was asked for, and where it is made.
    #[serde(serialize_with = "keys::iso_day_maybe")]
    pub asked: Option<Day>,
    #[serde(serialize_with = "keys::exam_key")]
    pub exam: Option<Exam>,
    /// What happened on the way, oldest first.
    pub steps: Vec<StepData>,
    /// Oldest first.
    pub words: Vec<Word>,
    pub plan: String,
    #[serde(serialize_with = "keys::outcome_key")]
    pub outcome: Option<Outcome>,
    /// Who follows it now; nobody once it is closed.
    #[serde(serialize_with = "keys::holder_key")]
    pub followed_by: Option<Follower>,
    /// Why the coordination holds it.
    #[serde(skip)]
    pub why: Option<Msg>,
    /// Carried from a stay whose doctor left without signing.
    pub unsigned: bool,
    /// Whether the sheet's reader still has to answer it.
    pub waits: bool,
    pub answer: Option<AnswerData>,
}

/// What happened to a point on its way: a result came, a call was made.
#[derive(Debug, Serialize)]
pub struct StepData {
    #[serde(serialize_with = "keys::step_key")]
    pub step: StepKind,
    pub author: Author,
    #[serde(serialize_with = "keys::iso_stamp")]
    pub at: Stamp,
    pub words: String,
    /// The day of the next try.
    #[serde(serialize_with = "keys::iso_day_maybe")]
    pub next: Option<Day>,
}

/// Who follows a point.
#[derive(Debug)]
pub enum Follower {
    Person(String),
    Role(Role),
}

/// A patient's reference.
#[derive(Debug, Serialize)]
pub struct Patient {
    pub file: String,
    pub initials: Option<String>,
    pub birth_year: Option<u16>,
    pub age: Option<u16>,
    /// In affection de longue durée.
    pub ald: bool,
}

/// One person's word.
#[derive(Debug, Serialize)]
pub struct Word {
    pub author: Author,
    #[serde(serialize_with = "keys::iso_week")]
    pub week: IsoWeek,
    #[serde(serialize_with = "keys::iso_stamp")]
    pub at: Stamp,
    #[serde(serialize_with = "keys::verdict_key")]
    pub verdict: Verdict,
    pub text: String,
}

/// The reader's answer.
#[derive(Debug, Serialize)]
pub struct AnswerData {
    pub author: Author,
    #[serde(serialize_with = "keys::iso_stamp")]
    pub at: Stamp,
    #[serde(serialize_with = "keys::answer_key")]
    pub answer: Answer,
    pub words: String,
}

/// The JSON document.
pub fn json(sheet: &Sheet) -> String {
    // Nothing in a sheet can fail to be written: no map with odd keys, no float.
    let mut text = serde_json::to_string_pretty(sheet).unwrap_or_default();
    text.push('\n');
    text
}
