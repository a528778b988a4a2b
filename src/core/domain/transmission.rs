//! The leaving doctor's list: what was carried in, what is new, what is done.

use std::collections::{BTreeMap, BTreeSet};

use super::briefing::{Reader, briefing, falls_to};
use super::coverage::{Coverage, Suggestion, coverage, suggestions};
use super::holder::{holder, keeper};
use super::{
    Addressee, Day, DayClose, Entry, Gravity, Handover, Holder, ItemId, Kind, Msg, Now, Person, Role, Rota, Stay,
    StayId, Thread,
};

/// Where a point of the week stands in the leaving doctor's work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Carried in, and nothing said on it yet.
    ToDecide,
    /// First written in this stay.
    New,
    /// Carried in, and a word said on it.
    Relayed,
    Closed,
}

impl Standing {
    /// Identifier of the standing's name in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::ToDecide => "standing-to-decide",
            Self::New => "standing-new",
            Self::Relayed => "standing-relayed",
            Self::Closed => "standing-closed",
        }
    }
}

/// A point of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub thread: Thread,
    pub standing: Standing,
    pub holder: Holder,
    /// The day at whose closing the point's patient was marked, where it came from that.
    pub marked: Option<Day>,
}

/// What one stay hands over, signed or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transmission {
    pub stay: Stay,
    pub handover: Handover,
    /// The confirmed stay that follows on this post, if any.
    pub next: Option<Stay>,
    /// Points to decide first, urgent ones, then results and recalls due, then new, relayed and closed ones; the most
    /// pressing first.
    pub lines: Vec<Line>,
    /// Visits made about which nothing is written; beside the points, never among them.
    pub suggestions: Vec<Suggestion>,
    /// Patients seen beside points written, under a signature as it was then; nothing where the centre keeps no agenda.
    pub coverage: Option<Coverage>,
    /// Why a signature now would be sooner than is usual; nothing when it would not be.
    pub early: Option<Early>,
    /// What would come back if the handover was reopened now, as long as that is possible at all.
    pub reopens: Option<Reopens>,
}

/// A signature before its time: what one signs away is then most of a week, or waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Early {
    /// The day on which the handover is due, when that is still to come.
    pub due: Option<Day>,
    /// Urgent points in this doctor's briefing that wait for their answer, in reading order.
    pub urgent: Vec<ItemId>,
    /// Whether the doctor may have meant to take over: they have not yet, and it is not their last day.
    pub arrives: bool,
}

/// What reopening a handover does with its points.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reopens {
    /// Open points that come back to the doctor: nobody else has had to do with them since.
    pub back: Vec<ItemId>,
    /// Points that somebody has answered, called about or completed since: they stay with whoever has them.
    pub stays: Vec<ItemId>,
}

/// What the agenda knows of the days of a stay.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Days {
    pub entries: Vec<Entry>,
    pub closings: Vec<DayClose>,
    /// Files of the patients about whom the stay has nothing to write.
    pub dismissed: Vec<String>,
}

impl Transmission {
    /// How many points have been dealt with, of how many.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.lines.len() - self.to_decide().count(), self.lines.len())
    }

    /// The same, with the points that came from a mark at the closing of a day.
    #[must_use]
    pub fn with_marks(mut self, marks: &BTreeMap<ItemId, Day>) -> Self {
        for line in &mut self.lines {
            line.marked = marks.get(&line.thread.item.id).copied();
        }
        self
    }

    /// The same, with what the agenda says of the stay's days.
    #[must_use]
    pub fn with_days(mut self, days: &Days, threads: &[Thread], rota: &Rota, now: Now) -> Self {
        let listed: Vec<&Thread> = self.lines.iter().map(|l| &l.thread).collect();
        if !self.handover.is_signed() {
            self.suggestions = suggestions(&self.stay, &days.entries, threads, &listed, &days.dismissed, now);
        }
        let signed = self.handover.signature.as_ref().and_then(|s| s.figures.clone());
        self.coverage = match signed {
            // What was signed says what was known then: a closing undone since changes nothing of it.
            Some(figures) => figures.coverage,
            None => coverage(&self.stay, self.progress().0, &days.entries, &days.closings, rota, now),
        };
        self
    }

    /// The same, with what a reopening would do where `touched` are the points others have had to do with since.
    #[must_use]
    pub fn with_reopens(mut self, touched: &BTreeSet<ItemId>, threads: &[Thread], rota: &Rota, now: Now) -> Self {
        let possible = self.handover.is_signed() && reopening_is_over(&self.stay, rota, now).is_none();
        self.reopens = possible.then(|| reopens(&self.stay, touched, threads, rota, now));
        self
    }

    /// Points on which nothing has been said.
    pub fn to_decide(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|l| l.standing == Standing::ToDecide)
    }

    /// Whether nothing at all was said or written: a signature then says *rien à signaler* (rule 9).
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.handover.notes.is_empty() && self.lines.iter().all(|l| l.standing == Standing::ToDecide)
    }
}

/// To whom a point is handed on by default: the doctor of the next week on this post.
#[must_use]
pub fn default_addressee(stay: &Stay) -> Addressee {
    Addressee::Post(stay.post, stay.last_week().next())
}

/// Builds the list of a stay, marks aside, from every point that is open or in which the stay said a word.
#[must_use]
pub fn transmission(stay: StayId, threads: &[Thread], rota: &Rota, now: Now) -> Option<Transmission> {
    let stay = rota.stay(stay)?.clone();
    let mut lines: Vec<Line> = threads
        .iter()
        .filter_map(|thread| {
            Some(Line {
                standing: standing(thread, &stay, rota, now)?,
                holder: holder(thread, rota, now),
                thread: thread.clone(),
                marked: None,
            })
        })
        .collect();
    lines.sort_by_key(|l| {
        let head = l.thread.head();
        let comes_in = l.standing == Standing::ToDecide && comes_in(&l.thread, &stay);
        // What cannot wait stays first; among the rest, what was to come in this week.
        let urgent = head.gravity == Gravity::Urgent;
        (l.standing, !urgent, !comes_in, head.gravity, head.due.map_or(i32::MAX, |d| d.0), l.thread.item.id)
    });
    let handover = rota.handovers.get(&stay.id).cloned().unwrap_or_else(|| Handover::empty(stay.id));
    let next = rota.following(&stay).cloned();
    let early = early(&stay, threads, rota, now);
    Some(Transmission { stay, handover, next, lines, suggestions: Vec::new(), coverage: None, early, reopens: None })
}

/// Whether a signature now would come before the last working day, or before an answer that is waited for.
fn early(stay: &Stay, threads: &[Thread], rota: &Rota, now: Now) -> Option<Early> {
    if !stay.covers(now.day) || rota.is_signed(stay.id) {
        return None;
    }
    let briefing = briefing(Reader::Stay(stay.id), threads, rota, now);
    let urgent = briefing.waiting().filter(|e| e.thread.head().gravity == Gravity::Urgent);
    let urgent: Vec<ItemId> = urgent.map(|e| e.thread.item.id).collect();
    let due = Some(rota.due_day(stay)).filter(|due| now.day < *due);
    // On the last day nobody means to begin, but in a stay of one day.
    let arrives = !briefing.taken_over && (due.is_some() || now.day == rota.first_day(stay));
    (due.is_some() || !urgent.is_empty()).then_some(Early { due, urgent, arrives })
}

/// Why a signed handover can no longer be reopened by anybody; nothing while it can.
#[must_use]
pub fn reopening_is_over(stay: &Stay, rota: &Rota, now: Now) -> Option<Msg> {
    // On this post, from this stay on: a colleague beside takes nothing of it over.
    let after = |id: &StayId| {
        *id != stay.id && rota.stay(*id).is_some_and(|other| other.post == stay.post && other.from >= stay.from)
    };
    if let Some((_, taken)) = rota.takeovers.iter().find(|(id, _)| after(id)) {
        return Some(
            Msg::new("store-reopen-taken").with("doctor", rota.people.short(taken.author)).with("at", taken.at),
        );
    }
    (stay.to < now.day).then(|| Msg::new("store-reopen-over").with("day", stay.to))
}

/// Why this person may not reopen the handover now; nothing when they may (rule 5).
///
/// Its author may: the doctor, also one who dictates; what went *en l'état* is the coordination's.
#[must_use]
pub fn reopening_refused(stay: &Stay, author: &Person, rota: &Rota, now: Now) -> Option<Msg> {
    let said = |msg: Msg| Some(msg.with("doctor", rota.people.short(stay.doctor)).with("week", stay.week()));
    let Some(signature) = rota.handovers.get(&stay.id).and_then(|h| h.signature.as_ref()) else {
        return said(Msg::new("store-not-signed"));
    };
    if signature.as_is && author.role != Role::Coordination {
        return said(Msg::new("store-reopen-as-is").with("author", rota.people.short(signature.author)));
    }
    if !signature.as_is && author.id != stay.doctor {
        return said(Msg::new("store-reopen-other"));
    }
    reopening_is_over(stay, rota, now)
}

/// What reopening would do with the points of a signed handover.
#[must_use]
pub fn reopens(stay: &Stay, touched: &BTreeSet<ItemId>, threads: &[Thread], rota: &Rota, now: Now) -> Reopens {
    // As if it had not been signed; what an earlier reopening let go stays let go.
    let mut open = rota.clone();
    if let Some(handover) = open.handovers.get_mut(&stay.id) {
        handover.signature = None;
    }
    let mut found = Reopens::default();
    for thread in threads {
        let spoken = thread.relays.iter().any(|r| r.stay == Some(stay.id));
        let let_go = open.has_let_go(stay, thread, now.day);
        let carried =
            keeper(thread, &open, now) == Some(stay.id) || (thread.is_open() && falls_to(thread, stay, &open, now));
        if carried && !let_go && !touched.contains(&thread.item.id) {
            if thread.is_open() {
                found.back.push(thread.item.id);
            }
        } else if spoken || carried || let_go {
            found.stays.push(thread.item.id);
        }
    }
    found
}

/// Whether a result or a recall is due by the end of the stay's last week: it comes before what else is to decide.
fn comes_in(thread: &Thread, stay: &Stay) -> bool {
    let due = thread.head().due.is_some_and(|due| due <= stay.last_week().sunday());
    due && matches!(thread.item.kind, Kind::Result | Kind::Recall)
}

/// Where the point stands in that stay, if it is in its list at all.
fn standing(thread: &Thread, stay: &Stay, rota: &Rota, now: Now) -> Option<Standing> {
    if let Some(last) = thread.relays.iter().rfind(|r| r.stay == Some(stay.id)) {
        let closed = last.outcome.is_some();
        let new = thread.relays.first().is_some_and(|r| r.stay == Some(stay.id));
        return Some(if closed {
            Standing::Closed
        } else if new {
            Standing::New
        } else {
            Standing::Relayed
        });
    }
    let undecided = rota
        .handovers
        .get(&stay.id)
        .and_then(|h| h.signature.as_ref())
        .is_some_and(|s| s.undecided.contains(&thread.item.id));
    (undecided || (thread.is_open() && !rota.has_let_go(stay, thread, now.day) && falls_to(thread, stay, rota, now)))
        .then_some(Standing::ToDecide)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::{POST, monday, rota, stay, thread, week, word};
    use crate::domain::{PersonId, Verdict};

    #[test]
    fn results_and_recalls_due_this_week_are_decided_on_before_what_else_waits() {
        let rota = rota(1, vec![stay(47, 1, 1, 47), stay(48, 1, 2, 48)]);
        let point = |item: i64, kind, gravity, due: Option<i32>| {
            let at = Now::on(monday(47), 9, 0).at;
            let mut said = word(item, Some(47), PersonId(1), at, Verdict::Opened, Addressee::Post(POST, week(48)));
            (said.gravity, said.due) = (gravity, due.map(|n| monday(48).plus(n)));
            let mut thread = thread(item, vec![said]);
            thread.item.kind = kind;
            thread
        };
        let threads = [
            point(1, Kind::Care, Gravity::Watch, Some(1)),
            point(2, Kind::Result, Gravity::Routine, Some(6)),
            point(3, Kind::Recall, Gravity::Routine, Some(2)),
            point(4, Kind::Result, Gravity::Routine, Some(7)),
            point(5, Kind::Care, Gravity::Urgent, Some(3)),
            point(6, Kind::Recall, Gravity::Routine, None),
        ];
        let list = transmission(StayId(48), &threads, &rota, Now::on(monday(48).plus(4), 17, 0)).unwrap();
        let order: Vec<i64> = list.lines.iter().map(|l| l.thread.item.id.0).collect();
        assert_eq!(order, [5, 3, 2, 1, 4, 6], "urgent first, then what was to come in by Sunday");
    }
}
