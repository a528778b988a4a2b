//! What is new to a reader: what was added since the signature they take over, and the replies to their questions.

use crate::domain::{Answer, PersonId, Receipt, Rota, Stamp, Stay, StayId, Thread, Verdict};

/// What is new on a point, from whom, and since when that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct News {
    pub what: What,
    pub author: PersonId,
    pub at: Stamp,
    /// The signature, or the question.
    pub since: Stamp,
}

/// In which way a point is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The point itself.
    Opened,
    /// A word on it.
    Added,
    /// What happened on the way: a call, a result that came.
    Step,
    /// The reply to the reader's question.
    Reply,
}

/// The span in which what others add is new to the doctor of a stay.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meanwhile {
    /// The stay that is taken over: its own words are no news.
    from: StayId,
    since: Stamp,
    /// The take-over, once there is one.
    until: Option<Stamp>,
}

impl Meanwhile {
    /// From the signature that is taken over, or else from the evening on which it was due, to the take-over.
    pub(super) fn of(stay: &Stay, before: Option<&Stay>, rota: &Rota) -> Option<Self> {
        let before = before?;
        let signed = rota.handovers.get(&before.id).and_then(|h| h.signature.as_ref());
        let since = signed.map_or_else(|| Stamp::at(rota.due_day(before).plus(1), 0), |s| s.at);
        Some(Self { from: before.id, since, until: rota.takeovers.get(&stay.id).map(|t| t.at) })
    }

    fn covers(self, at: Stamp) -> bool {
        at > self.since && self.until.is_none_or(|until| at <= until)
    }

    /// What others than the reader added to a point in that span.
    pub(super) fn added(self, thread: &Thread, stay: &Stay) -> Option<News> {
        let new = |r: &&crate::domain::Relay| {
            self.covers(r.at) && r.stay != Some(self.from) && r.stay != Some(stay.id) && r.author != stay.doctor
        };
        let news = |what, author, at| News { what, author, at, since: self.since };
        if let Some(first) = thread.relays.first().filter(new) {
            return Some(news(What::Opened, first.author, first.at));
        }
        let word = thread.relays.iter().rev().find(new).map(|r| news(What::Added, r.author, r.at));
        let step = thread.steps.iter().rev().find(|s| self.covers(s.at) && s.stay.is_none());
        let step = step.map(|s| news(What::Step, s.author, s.at));
        [word, step].into_iter().flatten().max_by_key(|n| n.at)
    }
}

/// The reply to the reader's own question, until the reader answers the point otherwise.
pub(super) fn reply(thread: &Thread, answer: Option<&Receipt>) -> Option<News> {
    let asked = answer.filter(|r| r.answer == Answer::Question)?;
    let word = thread.relays.iter().rev().find(|r| r.verdict == Verdict::Answered && r.at >= asked.at)?;
    Some(News { what: What::Reply, author: word.author, at: word.at, since: asked.at })
}
