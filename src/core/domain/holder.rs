//! Who follows a point now.
//!
//! What is stored is an addressee; the holder is computed from the thread, the rota and the answers
//! each time it is read, so that it can neither be missing nor out of date (rules 1 to 4).

use super::{Addressee, Answer, Now, PersonId, ReceiptId, RelayId, Role, Rota, StayId, Thread, Verdict};

/// Who follows a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    Person(PersonId),
    Role(Role),
}

impl Holder {
    /// The permanent team, who holds whatever nobody else does.
    pub const COORDINATION: Self = Self::Role(Role::Coordination);
}

/// Says who follows an open point at `now`: always exactly one (rule 1).
///
/// * A doctor who took the point, or said the last word on it in their own stay, keeps it until
///   their signature or their stay's end.
/// * Otherwise a person or a role it is addressed to follows it, as long as they are there.
/// * In every other case the coordination does: from the signature to the receipt (rule 4), in a
///   vacant week, after a cancellation, after an unsigned departure.
#[must_use]
pub fn holder(thread: &Thread, rota: &Rota, now: Now) -> Holder {
    if let Some(stay) = keeper(thread, rota, now).and_then(|id| rota.stay(id)) {
        return Holder::Person(stay.doctor);
    }
    match thread.head().to {
        Addressee::Person(id) => match rota.people.get(id) {
            // A doctor who sent it back has it no more, though it bears their name.
            Some(p) if p.role == Role::Doctor && thread.is_returned() => Holder::COORDINATION,
            Some(p) if p.role == Role::Doctor && rota.awaited_with(thread, id, now.day).is_some() => Holder::Person(id),
            Some(p) if p.in_team(now.day) => Holder::Person(id),
            _ => Holder::COORDINATION,
        },
        // A role that nobody fills before the due day is nobody (rule 3).
        Addressee::Role(role) if rota.is_filled(role, now.day, thread.due()) => Holder::Role(role),
        Addressee::Role(_) | Addressee::Post(..) => Holder::COORDINATION,
    }
}

/// The stay whose doctor keeps the point: took it, or wrote the last word on it, and is still there.
#[must_use]
pub fn keeper(thread: &Thread, rota: &Rota, now: Now) -> Option<StayId> {
    // Words come before answers given at the same instant: one answers what one has read.
    let words = thread.relays.iter().map(|r| (r.at, 0, kept_after_word(r.verdict, r.stay)));
    let answers = thread.receipts.iter().map(|r| (r.at, 1, kept_after_answer(r.answer, r.stay)));
    let mut events: Vec<_> = words.chain(answers).collect();
    events.sort_by_key(|(at, rank, _)| (*at, *rank));
    let last = events.into_iter().rev().find_map(|(_, _, kept)| kept)??;
    let stay = rota.stay(last)?;
    (stay.is_confirmed() && !rota.has_let_go(stay, thread, now.day)).then_some(last)
}

/// Whether a word or an answer newer than these has put the point into somebody's hands.
#[must_use]
pub fn moved_since(thread: &Thread, word: RelayId, answer: ReceiptId) -> bool {
    thread.relays.iter().any(|r| r.id > word && kept_after_word(r.verdict, r.stay).is_some())
        || thread.receipts.iter().any(|r| r.id > answer && kept_after_answer(r.answer, r.stay).is_some())
}

/// What a word changes of who keeps the point: nothing, or a stay, or back to the addressee.
#[expect(clippy::option_option, reason = "three answers: no change, kept by nobody, kept by a stay")]
fn kept_after_word(verdict: Verdict, stay: Option<StayId>) -> Option<Option<StayId>> {
    match (verdict, stay) {
        // Who answers a colleague's question, or ends a difference, does not take the point out of anybody's hands.
        (Verdict::Answered | Verdict::Settled | Verdict::TakenBack, _) => None,
        (_, Some(stay)) => Some(Some(stay)),
        // The team sends it elsewhere: whoever had taken it is free of it.
        (Verdict::Opened | Verdict::Addressed | Verdict::Reopened, None) => Some(None),
        (_, None) => None,
    }
}

/// What an answer changes of who keeps the point.
#[expect(clippy::option_option, reason = "three answers: no change, kept by nobody, kept by a stay")]
const fn kept_after_answer(answer: Answer, stay: Option<StayId>) -> Option<Option<StayId>> {
    match answer {
        Answer::Taken => Some(stay),
        Answer::Returned => Some(None),
        Answer::Read | Answer::Question => None,
    }
}
