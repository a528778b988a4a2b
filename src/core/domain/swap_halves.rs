//! P and NP change places between two doctors of a week: who sees booked patients, and who takes the day's calls.
//!
//! Appointments stay with their doctor. What is booked ahead and falls into a half-day of calls, or the other way round,
//! is said before and kept: somebody has told a patient an hour.

use super::act::{Act, AgendaAct, Together};
use super::agenda::{DecidedHalfDay, Entry, HalfDayKind, half_day_kind};
use super::{Day, EntryKind, HalfDay, Msg, PostId, Rota};

/// A half-day of a post, and what it is for from then on.
pub type Change = (PostId, Day, HalfDay, HalfDayKind);

/// What changes where two posts swap some half-days: those of which one is P and the other NP.
#[must_use]
pub fn swapped(
    halves: &[(Day, HalfDay)],
    (one, other): (PostId, PostId),
    decided: &[DecidedHalfDay],
    rota: &Rota,
) -> Vec<Change> {
    let pair = |(day, half): &(Day, HalfDay)| {
        let kinds = [one, other].map(|post| half_day_kind(rota, decided, post, *day, *half));
        let crossed =
            [[HalfDayKind::Programmed, HalfDayKind::Unplanned], [HalfDayKind::Unplanned, HalfDayKind::Programmed]];
        crossed.contains(&kinds).then_some([(one, *day, *half, kinds[1]), (other, *day, *half, kinds[0])])
    };
    halves.iter().filter_map(pair).flatten().collect()
}

/// The appointments to come that no longer go with what their half-day is for.
pub fn clashing<'a>(
    changes: &'a [Change],
    entries: impl Iterator<Item = &'a Entry> + 'a,
    rota: &'a Rota,
    today: Day,
) -> impl Iterator<Item = &'a Entry> + 'a {
    let noon = rota.calendar.opening.afternoon.0;
    entries.filter(move |entry| {
        let what = &entry.what;
        let Some((post, start)) = what.post.zip(what.start) else { return false };
        let half = if start < noon { HalfDay::Morning } else { HalfDay::Afternoon };
        let at = |change: &&Change| (change.0, change.1, change.2) == (post, what.day, half);
        let clashes = |kind| match kind {
            HalfDayKind::Unplanned => what.kind == EntryKind::Consultation,
            HalfDayKind::Programmed => what.kind == EntryKind::Unplanned,
            _ => false,
        };
        what.day >= today && changes.iter().find(at).is_some_and(|change| clashes(change.3))
    })
}

/// The swap as one act, undone as one.
#[must_use]
pub fn act(changes: &[Change], said: Msg) -> Act {
    let of = |kind: HalfDayKind| {
        let which = changes.iter().filter(|change| change.3 == kind).map(|(post, day, half, _)| (*post, *day, *half));
        Act::Agenda(AgendaAct::HalfDays(which.collect(), kind))
    };
    Together::said(said, [of(HalfDayKind::Programmed), of(HalfDayKind::Unplanned)])
}

/// The half-days of a week, in their order.
#[must_use]
pub fn of_week(monday: Day) -> Vec<(Day, HalfDay)> {
    let halves = |day: Day| [(day, HalfDay::Morning), (day, HalfDay::Afternoon)];
    monday.to(monday.plus(6)).flat_map(halves).collect()
}

#[cfg(test)]
mod tests {
    use super::super::agenda::NewEntry;
    use super::super::fixture::{monday, rota, stay};
    use super::super::{EntryId, Pattern};
    use super::*;

    const ONE: PostId = PostId(1);
    const TWO: PostId = PostId(2);

    /// Two posts in S48, the second with calls in the afternoon, and Thursday afternoon closed.
    fn two() -> Rota {
        let mut rota = rota(2, vec![stay(48, 1, 1, 48), stay(49, 2, 2, 48)]);
        rota.calendar.opening = super::super::centre::Opening::default();
        rota.posts[1].pattern = Pattern::ProgrammedFirst;
        rota
    }

    fn booked(id: i64, post: PostId, day: Day, hour: u16, kind: EntryKind) -> Entry {
        let what = NewEntry {
            kind,
            post: Some(post),
            day,
            to: day,
            start: Some(hour * 60),
            minutes: 20,
            patient: None,
            title: String::new(),
            place: String::new(),
            item: None,
        };
        Entry { id: EntryId(id), what, uid: None }
    }

    #[test]
    fn only_a_half_day_that_is_p_here_and_np_there_changes_places() {
        let (rota, tuesday) = (two(), monday(48).plus(1));
        let day = [(tuesday, HalfDay::Morning), (tuesday, HalfDay::Afternoon)];
        let changes = swapped(&day, (ONE, TWO), &[], &rota);
        let (p, np) = (HalfDayKind::Programmed, HalfDayKind::Unplanned);
        assert_eq!(changes, [(ONE, tuesday, HalfDay::Afternoon, np), (TWO, tuesday, HalfDay::Afternoon, p)]);
        // The same from the other side.
        let mut back = swapped(&day, (TWO, ONE), &[], &rota);
        back.reverse();
        assert_eq!(back, changes);
        // Visits and rest are nobody's to swap; swapped once more it is as it was.
        let rest = DecidedHalfDay { post: ONE, day: tuesday, half: HalfDay::Afternoon, kind: HalfDayKind::Rest };
        assert_eq!(swapped(&day, (ONE, TWO), &[rest], &rota), []);
        let decided: Vec<DecidedHalfDay> = changes
            .iter()
            .map(|(post, day, half, kind)| DecidedHalfDay { post: *post, day: *day, half: *half, kind: *kind })
            .collect();
        let again = swapped(&day, (ONE, TWO), &decided, &rota);
        assert_eq!(again, [(ONE, tuesday, HalfDay::Afternoon, p), (TWO, tuesday, HalfDay::Afternoon, np)]);
        // A whole week: four afternoons, both posts.
        assert_eq!(swapped(&of_week(monday(48)), (ONE, TWO), &[], &rota).len(), 8);
        let Act::Together(Together { acts, .. }) = act(&changes, Msg::new("x")) else { panic!() };
        assert_eq!(acts.len(), 2);
    }

    #[test]
    fn appointments_stay_and_those_that_no_longer_go_with_their_half_day_are_named() {
        let (rota, tuesday) = (two(), monday(48).plus(1));
        let changes = swapped(&[(tuesday, HalfDay::Afternoon)], (ONE, TWO), &[], &rota);
        let entries = [
            booked(1, ONE, tuesday, 14, EntryKind::Consultation),
            booked(2, ONE, tuesday, 9, EntryKind::Consultation),
            booked(3, TWO, tuesday, 15, EntryKind::Unplanned),
            booked(4, TWO, tuesday, 16, EntryKind::Consultation),
            booked(5, ONE, tuesday, 16, EntryKind::Visit),
        ];
        let found = |today| clashing(&changes, entries.iter(), &rota, today).map(|e| e.id.0).collect::<Vec<_>>();
        assert_eq!(found(tuesday), [1, 3]);
        assert_eq!(found(tuesday.plus(1)), [] as [i64; 0]);
    }
}
