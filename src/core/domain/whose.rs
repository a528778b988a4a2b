//! In whose briefing a point stands, and why the coordination has it in hand.

use super::holder::{holder, keeper};
use super::{Addressee, Holder, Kind, Msg, Now, Role, Rota, Stay, StayId, Thread};

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
    if rota.has_let_go(stay, thread, now.day) {
        return thread.answer_in(stay.id).is_some();
    }
    // Kept by another doctor who is still here: it is theirs until they leave.
    if let Some(kept) = keeper(thread, rota, now) {
        if kept == stay.id {
            return true;
        }
        // A stay to come may read ahead what the one before is handing over; the doctor of the other
        // post finds at once what is addressed there, and has it in hand once taken.
        return addressed_to(thread, stay, rota, now)
            && rota.stay(kept).is_some_and(|k| k.to < stay.from || k.post != stay.post);
    }
    addressed_to(thread, stay, rota, now)
}

/// Whether a colleague asks about a point that the doctor of this stay spoke of.
pub(super) fn is_asked(thread: &Thread, stay: &Stay, rota: &Rota, now: Now) -> bool {
    !rota.has_left(stay, now.day)
        && thread.relays.iter().any(|r| r.stay == Some(stay.id))
        && thread.open_question().is_some_and(|q| q.stay != Some(stay.id))
}

/// The stay beside this one to which a point about the centre falls: both doctors read it, one answers.
pub(super) fn common_with(thread: &Thread, stay: &Stay, rota: &Rota, now: Now) -> Option<StayId> {
    if thread.item.kind != Kind::Centre || rota.has_left(stay, now.day) {
        return None;
    }
    // What this doctor wrote is in their handover.
    if thread.relays.iter().any(|r| r.stay == Some(stay.id)) {
        return None;
    }
    let beside = |s: &&Stay| s.post != stay.post && s.from <= stay.to && stay.from <= s.to;
    rota.confirmed().filter(beside).find(|s| falls_to(thread, s, rota, now)).map(|s| s.id)
}

/// Whether the point's addressee resolves to that stay, as seen today or, ahead of time, then.
fn addressed_to(thread: &Thread, stay: &Stay, rota: &Rota, now: Now) -> bool {
    match thread.head().to {
        Addressee::Person(id) => rota.awaited_with(thread, id, now.day).is_some_and(|s| s.id == stay.id),
        Addressee::Role(_) => false,
        Addressee::Post(post, week) => {
            let seen = now.day.max(stay.from);
            rota.receiver_of(thread, post, week, seen).is_some_and(|s| s.id == stay.id)
        }
    }
}

/// Why a point is with the coordination, to be said under it; nothing when it is there by address.
#[must_use]
pub fn why_held(thread: &Thread, rota: &Rota, now: Now) -> Option<Msg> {
    if holder(thread, rota, now) != Holder::COORDINATION {
        return None;
    }
    if thread.is_returned() {
        return Some(Msg::new("held-returned"));
    }
    match thread.head().to {
        Addressee::Post(post, week) => {
            let name = rota.post_name(post).to_owned();
            match rota.receiver_of(thread, post, week, now.day) {
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
