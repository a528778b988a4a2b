//! Points that a reader has before them though the answer is somebody else's.

use super::super::whose::common_with;
use super::Reader;
use crate::domain::{Addressee, Now, PersonId, Relay, Role, Rota, Stay, StayId, Thread};

/// Why a point stands in a briefing that is not its reader's to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// About the centre, and the other post's: both doctors read it.
    Common(StayId),
    /// Handed to the doctor beside the reader in their common week.
    Relayed(StayId),
    /// Seen otherwise by somebody: the coordination's and the pioneers' to know of, until it is settled.
    Difference,
}

/// Why the reader has a point before them that does not fall to them; nothing where they have not.
pub(super) fn aside(thread: &Thread, stay: Option<&Stay>, reader: Reader, rota: &Rota, now: Now) -> Option<Aside> {
    let beside = stay.and_then(|stay| {
        let shown = thread.is_shown(now.day.week()) && !rota.has_left(stay, now.day);
        let relayed =
            relayed(thread, rota).filter(|(from, _)| shown && *from == stay.id).map(|(_, to)| Aside::Relayed(to));
        relayed.or_else(|| common_with(thread, stay, rota, now).map(Aside::Common))
    });
    let differs =
        || (thread.open_difference().is_some() && sees_differences(reader, rota)).then_some(Aside::Difference);
    beside.or_else(differs)
}

/// Whether the differences that are open are a reader's to know of, whosever point it is: the coordination settles them,
/// the pioneers do so when they come round.
pub(super) fn sees_differences(reader: Reader, rota: &Rota) -> bool {
    let of = |id: PersonId| rota.people.get(id);
    match reader {
        Reader::Team(id) => of(id).is_some_and(|person| person.role == Role::Coordination),
        Reader::Stay(stay) => {
            rota.stay(stay).and_then(|stay| of(stay.doctor)).is_some_and(|doctor| doctor.doctor.pioneer)
        }
    }
}

/// Relais de la semaine: whose point it is that one doctor opened and handed to the one beside them in the same week, and
/// whom it is for. Whatever became of it since, it stays on the list of both.
#[must_use]
pub fn relayed(thread: &Thread, rota: &Rota) -> Option<(StayId, StayId)> {
    let first = thread.relays.first()?;
    let from = rota.stay(first.stay?)?;
    let beside = |s: &&Stay| s.is_confirmed() && s.post != from.post && s.from <= from.to && from.from <= s.to;
    let to = |word: &Relay| match word.to {
        Addressee::Post(post, week) if week == word.at.day().week() => rota.in_week(post, week).find(beside),
        Addressee::Person(doctor) => rota.confirmed_of(doctor).filter(|s| s.covers(word.at.day())).find(beside),
        Addressee::Post(..) | Addressee::Role(_) => None,
    };
    let own = thread.relays.iter().filter(|word| word.stay == first.stay);
    own.rev().find_map(to).map(|to| (from.id, to.id))
}
