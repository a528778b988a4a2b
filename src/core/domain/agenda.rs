//! The agenda: appointments and visits, events, and the types of half-days.
//!
//! Hours are minutes since midnight in metropolitan France; nothing here crosses midnight.

use serde::{Deserialize, Serialize};

use super::centre::{Pattern, Post};
use super::{Closed, Day, EntryId, HalfDay, ItemId, Now, PatientRef, PostId, Rota};

/// What a half-day of a post is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum HalfDayKind {
    /// Programmé (P): booked ahead.
    Programmed,
    /// Non programmé (NP): kept for the day's calls.
    Unplanned,
    Visits,
    Rest,
    Closed,
}

impl HalfDayKind {
    /// Every kind, in the order of the choice.
    pub const ALL: [Self; 5] = [Self::Programmed, Self::Unplanned, Self::Visits, Self::Rest, Self::Closed];

    /// Identifier of the kind's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Programmed => "half-programmed",
            Self::Unplanned => "half-unplanned",
            Self::Visits => "half-visits",
            Self::Rest => "half-rest",
            Self::Closed => "half-closed",
        }
    }

    /// Identifier of the name in a narrow cell: `P`, `NP`, `V`…
    #[must_use]
    pub const fn short_word(self) -> &'static str {
        match self {
            Self::Programmed => "half-programmed-short",
            Self::Unplanned => "half-unplanned-short",
            Self::Visits => "half-visits-short",
            Self::Rest => "half-rest-short",
            Self::Closed => "half-closed-short",
        }
    }

    /// Whether patients are seen.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Programmed | Self::Unplanned | Self::Visits)
    }
}

/// A half-day of a post, decided otherwise than the ordinary week says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DecidedHalfDay {
    pub post: PostId,
    pub day: Day,
    pub half: HalfDay,
    pub kind: HalfDayKind,
}

/// The kind of an entry of the agenda. The first four are booked for a patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntryKind {
    /// A consultation booked ahead.
    Consultation,
    /// A consultation of the day's calls.
    Unplanned,
    /// Téléconsultation.
    Remote,
    /// Visite à domicile.
    Visit,
    /// Accueil of the arriving doctor.
    Welcome,
    /// Passation.
    Handover,
    Meeting,
    Asalee,
    Other,
}

impl EntryKind {
    /// Every kind, in the order of the choice.
    pub const ALL: [Self; 9] = [
        Self::Consultation,
        Self::Unplanned,
        Self::Remote,
        Self::Visit,
        Self::Welcome,
        Self::Handover,
        Self::Meeting,
        Self::Asalee,
        Self::Other,
    ];

    /// Identifier of the kind's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Consultation => "entry-consultation",
            Self::Unplanned => "entry-unplanned",
            Self::Remote => "entry-remote",
            Self::Visit => "entry-visit",
            Self::Welcome => "entry-welcome",
            Self::Handover => "entry-handover",
            Self::Meeting => "entry-meeting",
            Self::Asalee => "entry-asalee",
            Self::Other => "entry-other",
        }
    }

    /// Whether it is booked for a patient, on a post and at an hour.
    #[must_use]
    pub const fn is_appointment(self) -> bool {
        matches!(self, Self::Consultation | Self::Unplanned | Self::Remote | Self::Visit)
    }
}

/// An appointment, a visit or an event, as a form or an import gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewEntry {
    pub kind: EntryKind,
    /// Nothing: the whole centre's. An appointment always has one.
    pub post: Option<PostId>,
    pub day: Day,
    /// The last day of an event of several whole days; else `day`.
    pub to: Day,
    /// Nothing: the whole day. An appointment always has an hour.
    pub start: Option<u16>,
    /// 0 for a whole day.
    pub minutes: u16,
    pub patient: Option<PatientRef>,
    pub title: String,
    /// Where a visit goes, or an event is held.
    pub place: String,
    /// The point it is about.
    pub item: Option<ItemId>,
}

impl NewEntry {
    /// The minute it ends, 1440 for a whole day.
    #[must_use]
    pub fn end(&self) -> u16 {
        self.start.map_or(1440, |start| start.saturating_add(self.minutes).min(1440))
    }

    /// Whether it covers that day.
    #[must_use]
    pub fn covers(&self, day: Day) -> bool {
        self.day <= day && day <= self.to
    }

    /// Whether both take some of the same hours of one day; a whole day takes none.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        match (self.start, other.start) {
            (Some(mine), Some(theirs)) => self.day == other.day && mine < other.end() && theirs < self.end(),
            _ => false,
        }
    }
}

/// An entry of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub id: EntryId,
    pub what: NewEntry,
    /// The name the medical software gives it, with the occurrence of a repetition.
    pub uid: Option<String>,
}

/// What the author of an entry wants where it clashes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OnClash {
    /// Nothing is written, and the clashes are named.
    Ask,
    /// Ajouter quand même.
    Keep,
    /// Remplacer: what it overlaps, on its post or on another of the same doctor, is deleted by the same
    /// act; these are the entries its author was shown, and were they others by now they are asked again.
    Replace(Vec<Entry>),
}

/// Why an entry should be looked at again before it is saved (rule 16: asked, not refused).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash {
    /// The same doctor at the same hour, on this post or on another.
    Overlap(Vec<Entry>),
    /// A public holiday, a closure, or a day on which the centre does not open.
    ClosedDay(Closed),
    /// The half-day is closed, or the doctor's rest.
    ClosedHalf(HalfDayKind),
    OutsideHours,
    /// No confirmed doctor holds the post that day.
    NoDoctor,
}

/// The kind of a post's half-day: what was decided, else what the ordinary week says.
#[must_use]
pub fn half_day_kind(rota: &Rota, decided: &[DecidedHalfDay], post: PostId, day: Day, half: HalfDay) -> HalfDayKind {
    if rota.calendar.holiday(day).is_some() || rota.calendar.closure(day).is_some() {
        return HalfDayKind::Closed;
    }
    let found = decided.iter().find(|d| d.post == post && d.day == day && d.half == half);
    found.map_or_else(|| ordinary(rota, post, day, half), |d| d.kind)
}

/// What the ordinary week says of a half-day.
#[must_use]
pub fn ordinary(rota: &Rota, post: PostId, day: Day, half: HalfDay) -> HalfDayKind {
    if !rota.calendar.opening.opens_half(day, half) {
        return HalfDayKind::Closed;
    }
    let pattern = rota.posts.iter().find(|p| p.id == post).map_or(Pattern::Programmed, |p: &Post| p.pattern);
    match (pattern, half) {
        (Pattern::ProgrammedFirst, HalfDay::Afternoon) | (Pattern::UnplannedFirst, HalfDay::Morning) => {
            HalfDayKind::Unplanned
        }
        _ => HalfDayKind::Programmed,
    }
}

/// Minutes before the opening in which one already asks who takes the calls.
const BEFORE_OPENING: u16 = 60;

/// Whether the doctor of a post takes the day's calls now: their half-day is NP, and not over.
#[must_use]
pub fn takes_calls(rota: &Rota, decided: &[DecidedHalfDay], post: PostId, now: Now) -> bool {
    let (noon, shuts) = rota.calendar.opening.afternoon;
    let half = if now.minute < noon { HalfDay::Morning } else { HalfDay::Afternoon };
    let opens = rota.calendar.opening.morning.0.saturating_sub(BEFORE_OPENING);
    (opens..shuts).contains(&now.minute)
        && rota.on_duty(post, now.day).is_some()
        && half_day_kind(rota, decided, post, now.day, half) == HalfDayKind::Unplanned
}

/// What an entry clashes with. `around` holds the entries of its days; `itself` is left out of them.
///
/// Only what is booked for a patient clashes with the calendar: a meeting may be held on a closed day.
#[must_use]
pub fn clashes(
    entry: &NewEntry,
    itself: Option<EntryId>,
    around: &[Entry],
    decided: &[DecidedHalfDay],
    rota: &Rota,
) -> Vec<Clash> {
    let (Some(post), Some(start)) = (entry.post, entry.start) else { return Vec::new() };
    let mut found = Vec::new();
    let doctor = |post| rota.on_duty(post, entry.day).map(|s| s.doctor);
    let same_doctor = |other: PostId| other == post || (doctor(post).is_some() && doctor(other) == doctor(post));
    let overlap: Vec<Entry> = around
        .iter()
        .filter(|e| Some(e.id) != itself && e.what.post.is_some_and(same_doctor) && e.what.overlaps(entry))
        .cloned()
        .collect();
    if !overlap.is_empty() {
        found.push(Clash::Overlap(overlap));
    }
    if !entry.kind.is_appointment() {
        return found;
    }
    if let Some(why) = rota.calendar.closed(entry.day) {
        found.push(Clash::ClosedDay(why));
    } else {
        let (morning, afternoon) = (rota.calendar.opening.morning, rota.calendar.opening.afternoon);
        let within = |(open, shut): (u16, u16)| open <= start && entry.end() <= shut;
        let half = if start < afternoon.0 { HalfDay::Morning } else { HalfDay::Afternoon };
        let kind = half_day_kind(rota, decided, post, entry.day, half);
        if !kind.is_open() {
            found.push(Clash::ClosedHalf(kind));
        } else if !within(morning) && !within(afternoon) {
            found.push(Clash::OutsideHours);
        }
    }
    if rota.on_duty(post, entry.day).is_none() {
        found.push(Clash::NoDoctor);
    }
    found
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::centre::Opening;
    use super::super::fixture::{monday, rota, stay};
    use super::*;

    #[rstest]
    #[case(7 * 60 + 29, [false, false])]
    #[case(7 * 60 + 30, [false, true])]
    #[case(13 * 60 + 29, [false, true])]
    #[case(13 * 60 + 30, [true, false])]
    #[case(18 * 60, [false, false])]
    fn who_takes_the_calls_goes_by_the_half_day_of_the_clock(#[case] minute: u16, #[case] expected: [bool; 2]) {
        let mut rota = rota(2, vec![stay(48, 1, 1, 48), stay(49, 2, 2, 48)]);
        rota.calendar.opening = Opening::default();
        rota.posts[0].pattern = Pattern::ProgrammedFirst;
        rota.posts[1].pattern = Pattern::UnplannedFirst;
        let now = Now::on(monday(48), minute / 60, minute % 60);
        assert_eq!([1, 2].map(|post| takes_calls(&rota, &[], PostId(post), now)), expected);
        // Nobody who is not there takes any.
        let gone = Now::on(monday(49), minute / 60, minute % 60);
        assert_eq!([1, 2].map(|post| takes_calls(&rota, &[], PostId(post), gone)), [false; 2]);
    }
}
