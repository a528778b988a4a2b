//! The leaving doctor's list: what was carried in, what is new, what is done.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::briefing::falls_to;
use super::coverage::{Coverage, Suggestion, coverage, suggestions};
use super::holder::holder;
use super::{
    Addressee, Day, DayClose, Entry, Gravity, Handover, Holder, ItemId, Kind, Now, Rota, Stay, StayId, Thread,
};

/// Where a point of the week stands in the leaving doctor's work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub thread: Thread,
    pub standing: Standing,
    pub holder: Holder,
    /// The day at whose closing the point's patient was marked, where it came from that.
    pub marked: Option<Day>,
}

/// What one stay hands over, signed or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Patients seen beside points written; nothing where the centre keeps no agenda.
    pub coverage: Option<Coverage>,
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
        let said = self.progress().0;
        self.coverage = coverage(&self.stay, said, &days.entries, &days.closings, rota, now);
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
    Some(Transmission { stay, handover, next, lines, suggestions: Vec::new(), coverage: None })
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
    (undecided || (thread.is_open() && !rota.has_left(stay, now.day) && falls_to(thread, stay, rota, now)))
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
