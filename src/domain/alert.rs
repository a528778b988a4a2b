//! What the header warns of, each with the place where it can be resolved.

use serde::{Deserialize, Serialize};

use super::briefing::{falls_to, is_returned};
use super::item::Answer;
use super::{Addressee, Day, Gravity, ItemId, Msg, Now, Role, Rota, Stay, StayId, Thread};

/// Something that somebody has to deal with. The most pressing first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alert {
    /// An urgent point nobody answered by 10 h on the first working day of the stay it falls to.
    UrgentUnanswered(ItemId),
    /// The doctor left, and the handover is not signed (rule 6).
    Unsigned(StayId),
    /// A question that nobody has answered.
    Question(ItemId),
    /// Sent back to the team.
    Returned(ItemId),
    /// Addressed to a role that nobody fills before the due date (rule 3).
    RoleEmpty(ItemId, Role),
    /// Handed on unchanged three times, and left to the coordination (rule 12).
    ToDecide(ItemId),
    /// Days that are over and not closed; the oldest, whose it is, and how many there are.
    ToClose { stay: StayId, day: Day, count: usize },
    /// No verified copy could be made, and why.
    Copy(Msg),
}

/// Minutes since midnight by which an urgent point must be answered on the first working day.
pub const URGENT_BY: u16 = 10 * 60;

impl Alert {
    /// The sentence of the alert.
    #[must_use]
    pub fn msg(&self, rota: &Rota) -> Msg {
        match self {
            Self::UrgentUnanswered(item) => Msg::new("alert-urgent-unanswered").with("item", item.0),
            Self::Unsigned(stay) => {
                let msg = Msg::new("alert-unsigned");
                match rota.stay(*stay) {
                    Some(s) => msg.with("week", s.week()).with("doctor", rota.people.short(s.doctor)),
                    None => msg.with("week", "").with("doctor", ""),
                }
            }
            Self::Question(item) => Msg::new("alert-question").with("item", item.0),
            Self::Returned(item) => Msg::new("alert-returned").with("item", item.0),
            Self::RoleEmpty(item, role) => {
                Msg::new("alert-role-empty").with("item", item.0).with("role", Msg::new(role.word()))
            }
            Self::ToDecide(item) => Msg::new("alert-to-decide").with("item", item.0),
            Self::Copy(why) => Msg::new("alert-copy").with("why", why.clone()),
            Self::ToClose { day, count, .. } => Msg::new("alert-to-close").with("day", *day).with("count", *count),
        }
    }
}

/// Every alert at `now`, the most pressing first.
#[must_use]
pub fn alerts(threads: &[Thread], rota: &Rota, to_close: &[(&Stay, Day)], now: Now) -> Vec<Alert> {
    let open = || threads.iter().filter(|t| t.is_open());
    let mut alerts: Vec<Alert> =
        open().filter(|t| is_late(t, rota, now)).map(|t| Alert::UrgentUnanswered(t.item.id)).collect();
    alerts.extend(rota.unsigned(now).map(|s| Alert::Unsigned(s.id)));
    alerts.extend(open().filter(|t| t.open_question().is_some()).map(|t| Alert::Question(t.item.id)));
    alerts.extend(open().filter(|t| is_returned(t)).map(|t| Alert::Returned(t.item.id)));
    alerts.extend(open().filter_map(|t| match t.head().to {
        Addressee::Role(role) if t.is_shown(now.day.week()) && !rota.is_filled(role, now.day, t.head().due) => {
            Some(Alert::RoleEmpty(t.item.id, role))
        }
        _ => None,
    }));
    alerts.extend(open().filter(|t| is_to_decide(t)).map(|t| Alert::ToDecide(t.item.id)));
    alerts.extend(to_close.first().map(|(stay, day)| Alert::ToClose {
        stay: stay.id,
        day: *day,
        count: to_close.len(),
    }));
    alerts
}

/// Whether the point was handed on unchanged three times and waits for the coordination's decision.
#[must_use]
pub fn is_to_decide(thread: &Thread) -> bool {
    thread.unchanged_streak() >= UNCHANGED_LIMIT && thread.head().to == Addressee::Role(Role::Coordination)
}

/// The *unchanged* relay at which a decision is asked for (rule 12).
pub const UNCHANGED_LIMIT: usize = 3;

/// Whether an urgent point is late for its answer.
fn is_late(thread: &Thread, rota: &Rota, now: Now) -> bool {
    if thread.head().gravity != Gravity::Urgent {
        return false;
    }
    let late_in = |stay: &&Stay| {
        let first = rota.first_day(stay);
        (now.day, now.minute) >= (first, URGENT_BY)
            && thread.head().at < super::Stamp::at(first, 0)
            && falls_to(thread, stay, rota, now)
            && thread.answer_in(stay.id).is_none_or(|r| r.answer == Answer::Read)
            && thread.relays.iter().all(|r| r.stay != Some(stay.id))
    };
    rota.confirmed().filter(|s| s.covers(now.day)).any(|s| late_in(&s))
}
