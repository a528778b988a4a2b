//! What a reader finds on opening the desk: the arriving doctor on Monday, the team every day.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::alert::escalation;
use super::holder::{holder, keeper};
use super::item::Answer;
use super::place::PlaceNews;
use super::{
    Addressee, Day, Gravity, Handover, Holder, IsoWeek, Kind, Msg, Now, PersonId, Receipt, Role, Rota, Stay, StayId,
    Thread,
};

/// For whom a briefing is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reader {
    /// The doctor of a stay.
    Stay(StayId),
    /// A member of the permanent team.
    Team(PersonId),
}

/// The part of the briefing a point stands in. The order of the variants is that of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Section {
    Urgent,
    /// Questions and returned points, for the team.
    ToUnblock,
    /// Due by the end of this stay or week, and whatever is watched.
    ToDo,
    Results,
    Promises,
    /// Not due before later.
    Later,
}

impl Section {
    /// Every section, in reading order.
    pub const ALL: [Self; 6] = [Self::Urgent, Self::ToUnblock, Self::ToDo, Self::Results, Self::Promises, Self::Later];

    /// Identifier of the section's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Urgent => "section-urgent",
            Self::ToUnblock => "section-to-unblock",
            Self::ToDo => "section-to-do",
            Self::Results => "section-results",
            Self::Promises => "section-promises",
            Self::Later => "section-later",
        }
    }
}

/// One point as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub thread: Thread,
    pub section: Section,
    pub holder: Holder,
    /// The reader's own answer, if given.
    pub answer: Option<Receipt>,
    /// Whether the reader has already said a word on it in this stay.
    pub said: bool,
    /// Carried from a stay whose doctor left without signing (rule 6).
    pub unsigned: bool,
    /// Même motif: doctors who had to do with this patient's file within a year, the reader included where they
    /// are one; by their words on any point of it, closed ones too.
    pub doctors: usize,
}

impl Entry {
    /// Whether the point waits for the reader's answer.
    ///
    /// An urgent one waits until it is taken with one's own words, asked about or sent back; another
    /// until it is at least read (rule 7). A question that has its reply waits again: the reply is to be read.
    #[must_use]
    pub fn waits(&self) -> bool {
        match &self.answer {
            _ if self.said => false,
            None => true,
            Some(receipt) if receipt.answer == Answer::Question => self.thread.open_question().is_none(),
            Some(receipt) => self.thread.head().gravity == Gravity::Urgent && receipt.answer == Answer::Read,
        }
    }
}

/// From whom the reader takes over, in one sentence's worth (rule 15).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct From {
    /// The stay that ended last on this post.
    pub stay: Option<Stay>,
    /// The weeks since then in which nobody was there, oldest first.
    pub vacant: Vec<IsoWeek>,
}

/// A reader's briefing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Briefing {
    pub reader: Reader,
    /// Only of a doctor's briefing.
    pub stay: Option<Stay>,
    pub from: From,
    /// The handover taken over, with its notes and addenda.
    pub handover: Option<Handover>,
    /// In reading order.
    pub entries: Vec<Entry>,
    /// Whether the reader has signed *Prendre la relève*.
    pub taken_over: bool,
    /// Words to read, for the reading time at 200 words a minute.
    pub words: usize,
    /// What changed in the booklet and the directory, of a doctor's briefing; the store fills it in.
    pub place: PlaceNews,
}

/// Words a tired adult reads in a minute. The time is shown as "≈" and never hides anything.
pub const WORDS_PER_MINUTE: usize = 200;

impl Briefing {
    /// The same, with the doctors who had to do with each file: those in `seen`, and the reader.
    #[must_use]
    pub fn with_doctors(mut self, seen: &BTreeMap<String, BTreeSet<PersonId>>) -> Self {
        let reader = self.stay.as_ref().map(|s| s.doctor);
        for entry in &mut self.entries {
            let file = entry.thread.item.patient.as_ref().map(|p| &p.file);
            let Some(doctors) = file.and_then(|file| seen.get(file)) else { continue };
            let more = usize::from(reader.is_some_and(|id| !doctors.contains(&id)));
            entry.doctors = doctors.len() + more;
        }
        self
    }

    /// Reading time in minutes, at least one when there is something to read.
    #[must_use]
    pub const fn minutes(&self) -> usize {
        self.words.div_ceil(WORDS_PER_MINUTE)
    }

    /// Points that wait for the reader's answer.
    pub fn waiting(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|e| e.waits())
    }

    /// How many points the reader has answered.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.entries.len() - self.waiting().count()
    }
}

/// Builds a reader's briefing from the open points.
///
/// A doctor finds every point that falls to their stay and every one addressed to them in person;
/// the team, everything followed by them, by their role, or by the coordination where it is theirs.
#[must_use]
pub fn briefing(reader: Reader, threads: &[Thread], rota: &Rota, now: Now) -> Briefing {
    let stay = match reader {
        Reader::Stay(id) => rota.stay(id).cloned(),
        Reader::Team(_) => None,
    };
    let mut entries: Vec<Entry> = threads
        .iter()
        .filter(|t| t.is_open())
        .filter(|t| match (&stay, reader) {
            (Some(stay), _) => falls_to(t, stay, rota, now),
            (None, Reader::Team(person)) => is_teams(t, person, rota, now),
            (None, Reader::Stay(_)) => false,
        })
        .map(|thread| Entry {
            section: section(thread, stay.as_ref(), reader, rota, now),
            holder: holder(thread, rota, now),
            answer: match reader {
                Reader::Stay(id) => thread.answer_in(id).cloned(),
                Reader::Team(person) => thread
                    .receipts
                    .iter()
                    .rev()
                    .find(|r| r.stay.is_none() && r.author == person && r.at >= thread.head().at)
                    .cloned(),
            },
            said: stay.as_ref().is_some_and(|s| thread.relays.iter().any(|r| r.stay == Some(s.id))),
            unsigned: thread
                .head()
                .stay
                .and_then(|id| rota.stay(id))
                .is_some_and(|s| s.to < now.day && !rota.is_signed(s.id)),
            doctors: 0,
            thread: thread.clone(),
        })
        .collect();
    entries.sort_by_key(order);
    let from = stay.as_ref().map(|s| taken_from(s, rota)).unwrap_or_default();
    let handover = from.stay.as_ref().and_then(|s| rota.handovers.get(&s.id)).cloned();
    let words = entries.iter().map(|e| count_words(&e.thread)).sum::<usize>()
        + handover.as_ref().map_or(0, |h| {
            h.notes.week.split_whitespace().count()
                + h.notes.next.split_whitespace().count()
                + h.addenda.iter().map(|a| a.text.split_whitespace().count()).sum::<usize>()
        });
    let taken_over = stay.as_ref().is_some_and(|s| rota.takeovers.contains_key(&s.id));
    Briefing { reader, stay, from, handover, entries, taken_over, words, place: PlaceNews::default() }
}

/// Whether an open point belongs into the briefing of a stay.
#[must_use]
pub fn falls_to(thread: &Thread, stay: &Stay, rota: &Rota, now: Now) -> bool {
    if !thread.is_shown(now.day.week().clamp(stay.week(), stay.last_week())) {
        return false;
    }
    // What a doctor wrote is no news to them.
    if thread.relays.first().is_some_and(|r| r.stay == Some(stay.id)) {
        return false;
    }
    if rota.has_left(stay, now.day) {
        return thread.answer_in(stay.id).is_some();
    }
    // Kept by another doctor who is still here: it is theirs until they leave.
    if let Some(kept) = keeper(thread, rota, now) {
        if kept == stay.id {
            return true;
        }
        // A stay to come may read ahead what the one before is handing over.
        return addressed_to(thread, stay, rota, now) && rota.stay(kept).is_some_and(|k| k.to < stay.from);
    }
    addressed_to(thread, stay, rota, now)
}

/// Whether the point's addressee resolves to that stay, as seen today or, ahead of time, then.
fn addressed_to(thread: &Thread, stay: &Stay, rota: &Rota, now: Now) -> bool {
    match thread.head().to {
        Addressee::Person(id) => rota.awaited(id, now.day).is_some_and(|s| s.id == stay.id),
        Addressee::Role(_) => false,
        Addressee::Post(post, week) => {
            let seen = now.day.max(stay.from);
            rota.receiver(post, week, seen).is_some_and(|s| s.id == stay.id)
        }
    }
}

/// Whether an open point belongs into the briefing of a member of the team.
fn is_teams(thread: &Thread, person: PersonId, rota: &Rota, now: Now) -> bool {
    let Some(member) = rota.people.get(person) else { return false };
    let coordinates = member.role == Role::Coordination;
    if coordinates && escalation(thread, rota, now).is_some() {
        return true;
    }
    if !thread.is_shown(now.day.week()) {
        return false;
    }
    match holder(thread, rota, now) {
        Holder::Person(id) => id == person,
        Holder::Role(role) => role == member.role,
    }
}

/// Whether the last answer sent the point back to the team, and nobody has said a word since.
#[must_use]
pub fn is_returned(thread: &Thread) -> bool {
    thread
        .receipts
        .iter()
        .rev()
        .find(|r| r.answer != Answer::Read)
        .is_some_and(|r| r.answer == Answer::Returned && r.at >= thread.head().at)
}

/// The section a point stands in.
fn section(thread: &Thread, stay: Option<&Stay>, reader: Reader, rota: &Rota, now: Now) -> Section {
    let head = thread.head();
    let last_day: Day = stay.map_or_else(|| now.day.week().sunday(), |s| s.to);
    if head.gravity == Gravity::Urgent {
        return Section::Urgent;
    }
    if matches!(reader, Reader::Team(_)) && escalation(thread, rota, now).is_some() {
        return Section::ToUnblock;
    }
    match thread.item.kind {
        Kind::Result => Section::Results,
        Kind::Promise => Section::Promises,
        _ if head.gravity == Gravity::Watch || thread.due().is_some_and(|due| due <= last_day) => Section::ToDo,
        _ => Section::Later,
    }
}

/// Reading order: section, gravity, due day (none last), number.
fn order(entry: &Entry) -> (Section, Gravity, Day, super::ItemId) {
    let head = entry.thread.head();
    (entry.section, head.gravity, entry.thread.due().unwrap_or(Day(i32::MAX)), entry.thread.item.id)
}

/// From whom a stay takes over (rule 15).
#[must_use]
pub fn taken_from(stay: &Stay, rota: &Rota) -> From {
    let previous = rota.previous(stay).cloned();
    let vacant = previous.as_ref().map_or_else(Vec::new, |p| {
        let mut week = p.last_week().next();
        let mut vacant = Vec::new();
        while week < stay.week() {
            if week.days().any(|d| rota.calendar.is_working(d)) {
                vacant.push(week);
            }
            week = week.next();
        }
        vacant
    });
    From { stay: previous, vacant }
}

/// Words of a point that a reader has before them.
fn count_words(thread: &Thread) -> usize {
    let head = thread.head();
    thread.words().map(|r| r.text.split_whitespace().count()).sum::<usize>() + head.plan.split_whitespace().count()
}

/// Why a point is with the coordination, to be said under it; nothing when it is there by address.
#[must_use]
pub fn why_held(thread: &Thread, rota: &Rota, now: Now) -> Option<Msg> {
    if holder(thread, rota, now) != Holder::COORDINATION {
        return None;
    }
    if is_returned(thread) {
        return Some(Msg::new("held-returned"));
    }
    match thread.head().to {
        Addressee::Post(post, week) => {
            let name = rota.post_name(post).to_owned();
            match rota.receiver(post, week, now.day) {
                Some(stay) if stay.from > now.day => Some(
                    Msg::new("held-until-receipt")
                        .with("doctor", rota.people.short(stay.doctor))
                        .with("week", stay.week()),
                ),
                Some(stay) => Some(Msg::new("held-not-taken").with("doctor", rota.people.short(stay.doctor))),
                None => Some(Msg::new("held-no-doctor").with("post", name).with("week", week)),
            }
        }
        Addressee::Role(role) if role != Role::Coordination => {
            Some(Msg::new("held-role-empty").with("role", Msg::new(role.word())))
        }
        Addressee::Person(id) => Some(Msg::new("held-person-gone").with("person", rota.people.short(id))),
        Addressee::Role(_) => None,
    }
}
