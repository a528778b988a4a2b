//! What became of a returning doctor's own points since their last stay.

use crate::domain::holder::holder;
use crate::domain::{Holder, Now, Relay, Rota, Stamp, Stay, Thread};

/// A returning doctor's last stay, and what became of the points they spoke of in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastStay {
    pub stay: Stay,
    /// When they left: the signature, or else the end of the last day.
    pub left: Stamp,
    /// Open ones first, the most pressing first; then the closed ones, the last closed first.
    pub points: Vec<Became>,
}

/// What became of one point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Became {
    pub thread: Thread,
    /// Who follows it, while it is open.
    pub holder: Option<Holder>,
}

impl LastStay {
    /// What others said of a point since the doctor left.
    #[must_use]
    pub fn said_since<'a>(&self, became: &'a Became) -> impl DoubleEndedIterator<Item = &'a Relay> {
        let left = self.left;
        became.thread.relays.iter().filter(move |r| r.at > left)
    }
}

/// The confirmed stay that this stay's doctor made last before it.
#[must_use]
pub fn last_stay<'a>(stay: &Stay, rota: &'a Rota) -> Option<&'a Stay> {
    rota.confirmed_of(stay.doctor).rfind(|s| s.to < stay.from)
}

/// What became of the points that a returning doctor spoke of in their last stay; nothing on a first one.
///
/// A point they closed themselves, and nobody opened again, has no story to tell.
#[must_use]
pub fn since_last_stay(stay: &Stay, threads: &[Thread], rota: &Rota, now: Now) -> Option<LastStay> {
    let last = last_stay(stay, rota)?.clone();
    let signed = rota.handovers.get(&last.id).and_then(|h| h.signature.as_ref());
    let left = signed.map_or_else(|| Stamp::at(last.to.plus(1), 0), |s| s.at);
    let mine = |t: &&Thread| t.relays.iter().any(|r| r.stay == Some(last.id));
    let mut points: Vec<Became> = threads
        .iter()
        .filter(mine)
        .filter(|t| t.is_open() || t.head().at > left)
        .map(|t| Became { holder: t.is_open().then(|| holder(t, rota, now)), thread: t.clone() })
        .collect();
    points.sort_by_key(|b| {
        let head = b.thread.head();
        let closed = (!b.thread.is_open()).then_some(std::cmp::Reverse(head.at));
        (closed, head.gravity, b.thread.item.id)
    });
    Some(LastStay { stay: last, left, points })
}
