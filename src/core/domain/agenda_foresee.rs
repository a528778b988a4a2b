//! What an import of the agenda would put where it should be looked at again: named, never refused.
//!
//! Rule 16 for a whole file at once. Entry by entry against all others would be quadratic; here each
//! entry is looked at once, and those of one holder and day are swept in the order of their hours.

use std::collections::{HashMap, HashSet};

use super::agenda::NewEntry;
use super::agenda_import::{AgendaDiff, KnownAgenda};
use super::{Day, PersonId, PostId, Rota};

/// Entries to come, of those an import adds or changes, that clash with something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Foreseen {
    /// Appointments on a day on which the centre is closed.
    pub shut: Vec<NewEntry>,
    /// Appointments on an open day on which no confirmed doctor holds the post.
    pub no_doctor: Vec<NewEntry>,
    /// Over another entry of the same doctor or post, of the file or known already.
    pub over: Vec<NewEntry>,
}

impl Foreseen {
    /// Each kind with the message that counts it.
    #[must_use]
    pub fn kinds(&self) -> [(&'static str, &[NewEntry]); 3] {
        [
            ("import-agenda-no-doctor", &self.no_doctor),
            ("import-agenda-shut", &self.shut),
            ("import-agenda-over", &self.over),
        ]
    }
}

/// Whose hours an entry takes on its day: the doctor's where there is one, else the post's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Taker {
    Doctor(PersonId),
    Post(PostId),
}

/// Looks at everything an import would write, from today on: what is over cannot be moved.
#[must_use]
pub fn foresee(diff: &AgendaDiff, known: &KnownAgenda, rota: &Rota, today: Day) -> Foreseen {
    let added = diff.added.iter().filter_map(|line| line.what.as_ref());
    let written: Vec<&NewEntry> =
        added.chain(diff.changed.iter().map(|c| &c.after)).filter(|e| e.day >= today).collect();
    let mut doctors: HashMap<(PostId, Day), Option<PersonId>> = HashMap::new();
    let mut doctor =
        |post, day| *doctors.entry((post, day)).or_insert_with(|| rota.on_duty(post, day).map(|s| s.doctor));
    let mut found = Foreseen::default();
    for entry in &written {
        let Some(post) = entry.post.filter(|_| entry.kind.is_appointment()) else { continue };
        if rota.calendar.closed(entry.day).is_some() {
            found.shut.push((*entry).clone());
        } else if doctor(post, entry.day).is_none() {
            found.no_doctor.push((*entry).clone());
        }
    }
    let gone: HashSet<_> = diff.changed.iter().map(|c| c.id).chain(diff.cancelled.iter().map(|e| e.id)).collect();
    let stays = known.imported.values().chain(&known.typed).filter(|e| !gone.contains(&e.id)).map(|e| &e.what);
    let mut days: HashMap<(Taker, Day), Vec<Span>> = HashMap::new();
    let all = written.iter().enumerate().map(|(n, e)| (Some(n), *e)).chain(stays.map(|e| (None, e)));
    for (at, entry) in all {
        let (Some(post), Some(start)) = (entry.post, entry.start) else { continue };
        let taker = doctor(post, entry.day).map_or(Taker::Post(post), Taker::Doctor);
        days.entry((taker, entry.day)).or_default().push((start, entry.end(), at));
    }
    let mut over: Vec<usize> = days.into_values().flat_map(overlapping).collect();
    over.sort_unstable();
    found.over = over.into_iter().map(|n| written[n].clone()).collect();
    for list in [&mut found.shut, &mut found.no_doctor, &mut found.over] {
        list.sort_by_key(|e| (e.day, e.start));
    }
    found
}

/// When something begins and ends, and its place among what would be written.
type Span = (u16, u16, Option<usize>);

/// Which of the written entries of one day share a minute with another.
fn overlapping(mut day: Vec<Span>) -> Vec<usize> {
    day.sort_unstable();
    let mut found = Vec::new();
    let mut until = 0;
    for (n, &(start, end, at)) in day.iter().enumerate() {
        let next = day.get(n + 1).is_some_and(|(next, ..)| *next < end);
        if start < until || next {
            found.extend(at);
        }
        until = until.max(end);
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::agenda::{Clash, clashes};
    use super::super::agenda_import::{AgendaLine, diff};
    use super::super::fixture::{monday, rota, stay};
    use super::super::{Entry, EntryId, EntryKind};
    use super::*;

    fn entry() -> impl Strategy<Value = NewEntry> {
        let week = prop_oneof![Just(44), Just(46), Just(48), Just(52)];
        (week, 0..7i32, 1..3i64, 96..110u16, 1..9u16, any::<bool>()).prop_map(
            |(week, day, post, start, long, event)| {
                let day = monday(week).plus(day);
                NewEntry {
                    kind: if event { EntryKind::Meeting } else { EntryKind::Consultation },
                    post: Some(PostId(post)),
                    day,
                    to: day,
                    start: Some(start * 5),
                    minutes: long * 5,
                    patient: None,
                    title: String::new(),
                    place: String::new(),
                    item: None,
                }
            },
        )
    }

    proptest! {
        #[test]
        fn it_finds_what_asking_of_each_entry_finds(
            news in proptest::collection::vec(entry(), 0..14),
            there in proptest::collection::vec(entry(), 0..6),
        ) {
            let rota = rota(2, vec![stay(1, 1, 1, 46), stay(2, 1, 1, 48), stay(3, 2, 1, 48), stay(4, 2, 3, 52)]);
            let there: Vec<Entry> =
                (100..).zip(there).map(|(id, what)| Entry { id: EntryId(id), what, uid: Some(format!("k{id}")) }).collect();
            let known = KnownAgenda::of(there.clone(), std::collections::BTreeSet::new());
            let lines: Vec<AgendaLine> =
                news.iter().enumerate().map(|(n, e)| AgendaLine { uid: format!("u{n}"), what: Some(e.clone()) }).collect();
            let today = monday(46);
            let found = foresee(&diff(&lines, &known), &known, &rota, today);
            let all = || (0..).zip(&news).map(|(n, e)| Entry { id: EntryId(n), what: e.clone(), uid: None });
            let around: Vec<Entry> = all().chain(there).collect();
            let (mut shut, mut none, mut over) = (0, 0, 0);
            for mine in all().filter(|e| e.what.day >= today) {
                let clashes = clashes(&mine.what, Some(mine.id), &around, &[], &rota);
                let closed = clashes.iter().any(|c| matches!(c, Clash::ClosedDay(_)));
                shut += usize::from(closed);
                none += usize::from(!closed && clashes.iter().any(|c| matches!(c, Clash::NoDoctor)));
                over += usize::from(clashes.iter().any(|c| matches!(c, Clash::Overlap(_))));
            }
            prop_assert_eq!((found.shut.len(), found.no_doctor.len(), found.over.len()), (shut, none, over));
        }
    }
}
