//! What a reader finds on opening the desk: the arriving doctor on Monday, the team every day.

mod aside;
mod last_stay;
mod news;
mod put_off;
#[cfg(test)]
mod tests;

pub use super::whose::{falls_to, why_held};
pub use aside::{Aside, relayed};
pub use last_stay::{Became, LastStay, last_stay, since_last_stay};
pub use news::{News, What};
pub use put_off::{PutOff, days_left, may_put_off};

use std::collections::{BTreeMap, BTreeSet};

use super::alert::{Alert, escalation};
use super::holder::holder;
use super::item::Answer;
use super::place::PlaceNews;
use super::whose::is_asked;
use super::{
    Day, Gravity, Handover, Holder, IsoWeek, ItemId, Kind, Now, PersonId, Receipt, Role, Rota, Stay, StayId, Thread,
};
use news::Meanwhile;

/// For whom a briefing is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The doctor of a stay.
    Stay(StayId),
    /// A member of the permanent team.
    Team(PersonId),
}

/// The part of the briefing a point stands in. The order of the variants is that of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    Urgent,
    /// Added since the signature that is taken over, or the reply to one's own question.
    New,
    /// Put off to today, or to a day that is past.
    Back,
    /// Questions and returned points, for the team; a colleague's question, for a doctor.
    ToUnblock,
    /// Regards croisés: seen otherwise by somebody, and not settled.
    Differences,
    /// Relais de la semaine: between two doctors of one week, each to the other.
    Relays,
    /// Due by the end of this stay or week, and whatever is watched.
    ToDo,
    Results,
    Promises,
    /// Not due before later.
    Later,
    /// Put off to another day of the stay.
    PutOff,
}

impl Section {
    /// Every section, in reading order.
    pub const ALL: [Self; 11] = [
        Self::Urgent,
        Self::New,
        Self::Back,
        Self::ToUnblock,
        Self::Differences,
        Self::Relays,
        Self::ToDo,
        Self::Results,
        Self::Promises,
        Self::Later,
        Self::PutOff,
    ];

    /// Identifier of the section's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Urgent => "section-urgent",
            Self::New => "section-new",
            Self::Back => "section-back",
            Self::ToUnblock => "section-to-unblock",
            Self::Differences => "section-differences",
            Self::Relays => "section-relays",
            Self::ToDo => "section-to-do",
            Self::Results => "section-results",
            Self::Promises => "section-promises",
            Self::Later => "section-later",
            Self::PutOff => "section-put-off",
        }
    }
}

/// One point as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// What is new on it to the reader.
    pub news: Option<News>,
    /// The day the reader put it off to.
    pub put_off: Option<Day>,
    /// Why it stands here though the answer is somebody else's.
    pub aside: Option<Aside>,
    /// The reader wants to know how it ends.
    pub wanted: bool,
}

impl Entry {
    /// Whether the point waits for the reader's answer.
    ///
    /// An urgent one waits until it is taken with one's own words, asked about or sent back; another
    /// until it is at least read (rule 7). A question that has its reply waits again: the reply is to be read.
    #[must_use]
    pub fn waits(&self) -> bool {
        match &self.answer {
            _ if self.aside.is_some() => false,
            // Who has spoken of it waits for nothing, unless a colleague asks.
            _ if self.said => self.is_asked(),
            None => true,
            Some(receipt) if receipt.answer == Answer::Question => self.thread.open_question().is_none(),
            Some(receipt) => self.thread.head().gravity == Gravity::Urgent && receipt.answer == Answer::Read,
        }
    }

    /// Whether somebody else asks a question about it that nobody has answered.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        let own = self.answer.as_ref().map(|r| r.id);
        self.thread.open_question().is_some_and(|question| Some(question.id) != own)
    }
}

/// From whom the reader takes over, in one sentence's worth (rule 15).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct From {
    /// The stay that ended last on this post.
    pub stay: Option<Stay>,
    /// The weeks since then in which nobody was there, oldest first.
    pub vacant: Vec<IsoWeek>,
}

/// A reader's briefing.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// What became of a returning doctor's points; read by the store, which has the closed ones too.
    pub since: Option<LastStay>,
    /// How many doctors who have left are to be told how a point ended; only of the team's briefing.
    pub to_tell: usize,
    /// How many drafts of those who have left wait for the coordination.
    pub left_drafts: usize,
    /// What a member of the team has to do beside the points, the most pressing first.
    pub due: Vec<super::today::Due>,
    /// Patients that the reader's role follows beside the points (suivis Asalée).
    pub followed: usize,
}

/// Points that a stay of one or two days shows in full; urgent ones are never folded away.
const IN_FULL: usize = 3;

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

    /// How many points are the reader's to answer.
    #[must_use]
    pub fn expected(&self) -> usize {
        self.entries.iter().filter(|e| e.aside.is_none()).count()
    }

    /// How many points the reader has answered.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.expected() - self.waiting().count()
    }

    /// How many points a stay of one or two days shows in full: the urgent ones, and of what is due as
    /// many as make three; nothing when the stay is longer or there is no more than that.
    #[must_use]
    pub fn on_one_screen(&self) -> Option<usize> {
        self.stay.as_ref().filter(|s| s.to.0 - s.from.0 <= 1)?;
        let urgent = self.entries.iter().filter(|e| e.section == Section::Urgent).count();
        let due = self.entries.iter().filter(|e| e.section <= Section::ToDo).count();
        let kept = urgent.max(due.min(IN_FULL));
        (kept < self.entries.len()).then_some(kept)
    }

    /// The same with the points whose end the reader wants to know.
    #[must_use]
    pub fn with_wanted(mut self, wanted: &[ItemId]) -> Self {
        for entry in &mut self.entries {
            entry.wanted = wanted.contains(&entry.thread.item.id);
        }
        self
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
    let from = stay.as_ref().map(|s| taken_from(s, rota)).unwrap_or_default();
    let meanwhile = stay.as_ref().and_then(|s| Meanwhile::of(s, from.stay.as_ref(), rota));
    let taken_over = stay.as_ref().is_some_and(|s| rota.takeovers.contains_key(&s.id));
    let entry = |thread: &Thread, aside: Option<Aside>| {
        let answer = match reader {
            Reader::Stay(id) => thread.answer_in(id).cloned(),
            Reader::Team(person) => thread
                .receipts
                .iter()
                .rev()
                .find(|r| r.stay.is_none() && r.author == person && r.at >= thread.head().at)
                .cloned(),
        };
        let added = || meanwhile.zip(stay.as_ref()).and_then(|(meanwhile, stay)| meanwhile.added(thread, stay));
        let mut entry = Entry {
            section: section(thread, stay.as_ref(), (reader, aside), rota, now),
            holder: holder(thread, rota, now),
            news: news::reply(thread, answer.as_ref()).or_else(added),
            answer,
            said: stay.as_ref().is_some_and(|s| thread.relays.iter().any(|r| r.stay == Some(s.id))),
            unsigned: thread
                .head()
                .stay
                .and_then(|id| rota.stay(id))
                .is_some_and(|s| s.to < now.day && !rota.is_signed(s.id)),
            doctors: 0,
            put_off: None,
            aside,
            wanted: false,
            thread: thread.clone(),
        };
        // What the reader has answered is no news any more.
        if !entry.waits() {
            entry.news = None;
        }
        if entry.news.is_some() && !matches!(entry.section, Section::Urgent | Section::Relays) {
            entry.section = Section::New;
        }
        entry
    };
    let mut entries: Vec<Entry> = threads
        .iter()
        .filter(|t| t.is_open())
        .filter_map(|t| match (&stay, reader) {
            (Some(stay), _) if falls_to(t, stay, rota, now) || is_asked(t, stay, rota, now) => Some(entry(t, None)),
            (None, Reader::Team(person)) if is_teams(t, person, rota, now) => Some(entry(t, None)),
            (None, Reader::Stay(_)) => None,
            (stay, _) => aside::aside(t, stay.as_ref(), reader, rota, now).map(|aside| entry(t, Some(aside))),
        })
        .collect();
    entries.sort_by_key(order);
    let handover = from.stay.as_ref().and_then(|s| rota.handovers.get(&s.id)).cloned();
    let words = entries.iter().map(|e| count_words(&e.thread)).sum::<usize>()
        + handover.as_ref().map_or(0, |h| {
            h.notes.week.split_whitespace().count()
                + h.notes.next.split_whitespace().count()
                + h.addenda.iter().map(|a| a.text.split_whitespace().count()).sum::<usize>()
        });
    Briefing {
        reader,
        stay,
        from,
        handover,
        entries,
        taken_over,
        words,
        place: PlaceNews::default(),
        since: None,
        to_tell: 0,
        left_drafts: 0,
        due: Vec::new(),
        followed: 0,
    }
}

/// The section a point stands in.
fn section(
    thread: &Thread,
    stay: Option<&Stay>,
    (reader, aside): (Reader, Option<Aside>),
    rota: &Rota,
    now: Now,
) -> Section {
    let head = thread.head();
    let last_day: Day = stay.map_or_else(|| now.day.week().sunday(), |s| s.to);
    let pressing = match reader {
        Reader::Team(_) => escalation(thread, rota, now).is_some_and(|alert| !matches!(alert, Alert::Difference(_))),
        Reader::Stay(id) => {
            thread.open_question().is_some_and(|q| q.stay != Some(id))
                && thread.relays.iter().any(|r| r.stay == Some(id))
        }
    };
    match aside {
        Some(Aside::Relayed(_)) => return Section::Relays,
        Some(Aside::Difference) => return Section::Differences,
        _ if head.gravity == Gravity::Urgent => return Section::Urgent,
        _ if pressing => return Section::ToUnblock,
        _ if thread.open_difference().is_some() && aside::sees_differences(reader, rota) => {
            return Section::Differences;
        }
        _ if stay.is_some_and(|s| relayed(thread, rota).is_some_and(|(_, to)| to == s.id)) => return Section::Relays,
        _ => {}
    }
    match thread.item.kind {
        Kind::Result => Section::Results,
        Kind::Promise => Section::Promises,
        _ if head.gravity == Gravity::Watch || thread.due().is_some_and(|due| due <= last_day) => Section::ToDo,
        _ => Section::Later,
    }
}

/// Reading order: section, what is another's last, the day it was put off to, what is new first, gravity,
/// due day (none last), number.
fn order(entry: &Entry) -> impl Ord + use<> {
    let head = entry.thread.head();
    (
        (entry.section, entry.aside.is_some(), entry.put_off, entry.news.is_none()),
        (head.gravity, entry.thread.due().unwrap_or(Day(i32::MAX)), entry.thread.item.id),
    )
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
        Holder::Role(role) => rota.stands_for(member, role, now.day),
    }
}
