//! By when an urgent point has to be answered, and whether that is past.

use super::alert::URGENT_BY;
use super::item::Answer;
use super::whose::falls_to;
use super::{Calendar, Gravity, HalfDay, Now, Rota, Stamp, Stay, Thread};

/// Days among which the next half-day that is open is looked for: more than any closure.
const AHEAD: i32 = 60;

impl Thread {
    /// Since when the point has been urgent, without having been anything else; nothing where it is not.
    #[must_use]
    pub fn urgent_since(&self) -> Option<Stamp> {
        let urgent = self.relays.iter().rev().take_while(|word| word.gravity == Gravity::Urgent);
        urgent.last().map(|word| word.at)
    }
}

/// The end of the half-day that is open at a moment, or else of the next one: the opening of the afternoon for a morning,
/// the closing hour for an afternoon. Nothing where the centre does not open for a long time.
#[must_use]
pub fn end_of_half_day(calendar: &Calendar, at: Stamp) -> Option<Stamp> {
    let opening = &calendar.opening;
    let halves = [
        (HalfDay::Morning, opening.morning.1, opening.afternoon.0),
        (HalfDay::Afternoon, opening.afternoon.1, opening.afternoon.1),
    ];
    let day = at.day();
    day.to(day.plus(AHEAD)).filter(|day| calendar.closed(*day).is_none()).find_map(|day| {
        let open = halves.into_iter().filter(|(half, ..)| opening.opens_half(day, *half));
        let mut left = open.filter(|(_, shuts, _)| at < Stamp::at(day, *shuts));
        left.next().map(|(.., end)| Stamp::at(day, end))
    })
}

/// By when the doctor of a stay answers what has been urgent since then: on the first working day what they found there,
/// what came later by the end of the half-day in which it came.
fn answer_by(since: Stamp, stay: &Stay, rota: &Rota) -> Option<Stamp> {
    let first = rota.first_day(stay);
    if since < Stamp::at(first, 0) {
        return Some(Stamp::at(first, URGENT_BY));
    }
    end_of_half_day(&rota.calendar, since)
}

/// Whether an urgent point is late for its answer: to have read it is none, a word is one.
#[must_use]
pub fn is_late(thread: &Thread, rota: &Rota, now: Now) -> bool {
    let Some(since) = thread.urgent_since() else { return false };
    let answered = |stay: &Stay| {
        let answers =
            thread.receipts.iter().any(|r| r.stay == Some(stay.id) && r.at >= since && r.answer != Answer::Read);
        answers || thread.relays.iter().any(|word| word.stay == Some(stay.id) && word.at >= since)
    };
    let past = |stay: &Stay| answer_by(since, stay, rota).is_some_and(|by| Stamp::at(now.day, now.minute) >= by);
    rota.present(now.day).any(|stay| falls_to(thread, stay, rota, now) && past(stay) && !answered(stay))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::super::fixture::{CLAIRE, POST, monday, receipt, rota, stay, thread, week, word};
    use super::super::{Addressee, PersonId, Relay, Verdict};
    use super::*;

    const VIDAL: PersonId = PersonId(1);

    /// Monday to Friday, 8:30 to 12:30 and 13:30 to 18:00; Thursday afternoon and the weekend closed.
    fn calendar() -> Calendar {
        Calendar { opening: super::super::centre::Opening::default(), ..Calendar::default() }
    }

    fn on(day: i32, hour: u16, minute: u16) -> Stamp {
        Stamp::at(monday(48).plus(day), hour * 60 + minute)
    }

    #[rstest]
    // In the morning, and before it: the afternoon's opening.
    #[case((1, 9, 0), (1, 13, 30))]
    #[case((1, 7, 0), (1, 13, 30))]
    #[case((1, 12, 29), (1, 13, 30))]
    // At noon and in the afternoon: the closing hour.
    #[case((1, 12, 30), (1, 18, 0))]
    #[case((1, 13, 15), (1, 18, 0))]
    #[case((1, 17, 59), (1, 18, 0))]
    // In the evening: the next morning that is open.
    #[case((1, 18, 0), (2, 13, 30))]
    #[case((3, 9, 0), (3, 13, 30))]
    #[case((3, 14, 0), (4, 13, 30))]
    #[case((4, 19, 0), (7, 13, 30))]
    #[case((6, 10, 0), (7, 13, 30))]
    fn a_half_day_ends(#[case] at: (i32, u16, u16), #[case] end: (i32, u16, u16)) {
        let [at, end] = [at, end].map(|(day, hour, minute)| on(day, hour, minute));
        assert_eq!(end_of_half_day(&calendar(), at), Some(end));
    }

    proptest! {
        /// The end lies ahead, on an open day, and no earlier for what comes later.
        #[test]
        fn the_end_lies_ahead_and_never_goes_back(minute in 0..20_000u16, later in 0..2_000u16) {
            let at = |minute: u16| Stamp::at(monday(48).plus(i32::from(minute / 1440)), minute % 1440);
            let end = |minute: u16| end_of_half_day(&calendar(), at(minute)).unwrap();
            prop_assert!(end(minute) > at(minute));
            prop_assert!(calendar().closed(end(minute).day()).is_none());
            prop_assert!(end(minute) <= end(minute + later));
        }
    }

    /// Dr Vidal is here in S48; the team writes something urgent on Tuesday at 9.
    fn urgent(at: Stamp) -> (Rota, Thread) {
        let mut rota = rota(1, vec![stay(48, 1, VIDAL.0, 48)]);
        rota.calendar = calendar();
        let mut said = word(7, None, CLAIRE, at, Verdict::Opened, Addressee::Post(POST, week(48)));
        said.gravity = Gravity::Urgent;
        (rota, thread(7, vec![said]))
    }

    fn late(rota: &Rota, point: &Thread, day: i32, hour: u16, minute: u16) -> bool {
        is_late(point, rota, Now::on(monday(48).plus(day), hour, minute))
    }

    #[test]
    fn what_comes_during_the_week_is_answered_by_the_end_of_its_half_day() {
        let (rota, mut point) = urgent(on(1, 9, 0));
        assert!(!late(&rota, &point, 1, 13, 29));
        assert!(late(&rota, &point, 1, 13, 30));
        assert!(late(&rota, &point, 2, 9, 0), "until it is answered");
        point.receipts.push(receipt(7, Some(48), VIDAL, on(1, 10, 0), Answer::Read));
        assert!(late(&rota, &point, 1, 13, 30), "read is not answered");
        point.receipts.push(receipt(7, Some(48), VIDAL, on(1, 14, 0), Answer::Taken));
        assert!(!late(&rota, &point, 1, 15, 0));
        // For the doctor by name, the same.
        let (rota, mut named) = urgent(on(1, 9, 0));
        named.relays[0].to = Addressee::Person(VIDAL);
        assert!(late(&rota, &named, 1, 13, 30));
        named.relays[0].to = Addressee::Post(POST, week(49));
        assert!(!late(&rota, &named, 1, 13, 30), "it is for the week after");
    }

    #[test]
    fn what_was_there_on_arrival_is_answered_by_ten_and_what_becomes_urgent_once_more() {
        let (rota, mut point) = urgent(on(-3, 17, 0));
        assert!(!late(&rota, &point, 0, 9, 59));
        assert!(late(&rota, &point, 0, 10, 0));
        // A word of the team beside it puts nothing off.
        let added = Relay { gravity: Gravity::Urgent, at: on(0, 9, 0), ..point.relays[0].clone() };
        point.relays.push(added.clone());
        assert!(late(&rota, &point, 0, 10, 0));
        // Taken as routine, then urgent: it waits for another answer.
        let (rota, mut grown) = urgent(on(-3, 17, 0));
        grown.relays[0].gravity = Gravity::Routine;
        grown.receipts.push(receipt(7, Some(48), VIDAL, on(0, 9, 0), Answer::Taken));
        grown.relays.push(Relay { at: on(2, 14, 0), ..added });
        assert!(!late(&rota, &grown, 2, 17, 59));
        assert!(late(&rota, &grown, 2, 18, 0));
        // What the doctor wrote themselves waits for nobody.
        let (rota, mut own) = urgent(on(1, 9, 0));
        own.relays[0].stay = Some(super::super::StayId(48));
        assert!(!late(&rota, &own, 2, 9, 0));
    }
}
