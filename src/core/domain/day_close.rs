//! The closing of a day: what a stay's day came to, prefilled from the agenda.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::agenda::{DecidedHalfDay, Entry, EntryKind, HalfDayKind, half_day_kind};
use super::{Day, DayCloseId, HalfDay, Now, PatientRef, PersonId, PostId, Rota, Stamp, Stay, StayId};

/// The counts of a day, in patients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DayCounts {
    /// Places there were.
    pub offered: u16,
    /// Appointments booked.
    pub booked: u16,
    /// Seen on an appointment (P).
    pub programmed: u16,
    /// Seen without one (NP).
    pub unplanned: u16,
    pub visits: u16,
    /// Téléconsultations.
    pub remote: u16,
    /// Booked and not come.
    pub absent: u16,
}

impl DayCounts {
    /// Patients seen, however.
    #[must_use]
    pub const fn done(&self) -> u16 {
        self.programmed.saturating_add(self.unplanned).saturating_add(self.visits).saturating_add(self.remote)
    }
}

/// A closed day of a stay. A correction is another one of the same day: the newest counts, both are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayClose {
    pub id: DayCloseId,
    pub stay: StayId,
    pub day: Day,
    pub counts: DayCounts,
    pub author: PersonId,
    pub at: Stamp,
}

/// A patient marked at the close, so that the leaving doctor thinks of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub patient: PatientRef,
    pub text: String,
}

/// The closing that counts for a day of a stay.
#[must_use]
pub fn closing(closings: &[DayClose], stay: StayId, day: Day) -> Option<&DayClose> {
    closings.iter().filter(|c| c.stay == stay && c.day == day).max_by_key(|c| c.id)
}

/// What the closing of a day starts from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    pub stay: StayId,
    pub day: Day,
    /// What the newest closing says, else the agenda.
    pub counts: DayCounts,
    /// Earlier closings of the day, oldest first: this one will be a correction.
    pub before: Vec<DayClose>,
    /// Whom the agenda has that day on the post, by hour, each once.
    pub patients: Vec<PatientRef>,
    /// Patients seen on an ordinary day here, when enough days are known.
    pub usual: Option<u16>,
}

/// The closing of a stay's day, from what the agenda and the closings around it say.
#[must_use]
pub fn start<'a>(
    stay: &Stay,
    day: Day,
    entries: impl IntoIterator<Item = &'a Entry> + Clone,
    decided: &[DecidedHalfDay],
    closings: &[DayClose],
    rota: &Rota,
    slot_minutes: u16,
) -> Closing {
    let before: Vec<DayClose> = closings.iter().filter(|c| c.stay == stay.id && c.day == day).cloned().collect();
    let newest = closing(closings, stay.id, day).map(|c| c.counts);
    let mut booked: Vec<&Entry> = entries
        .clone()
        .into_iter()
        .filter(|e| e.what.kind.is_appointment() && e.what.post == Some(stay.post) && e.what.day == day)
        .collect();
    booked.sort_by_key(|e| (e.what.start, e.id));
    let mut patients: Vec<PatientRef> = Vec::new();
    for patient in booked.into_iter().filter_map(|e| e.what.patient.as_ref()) {
        if patients.iter().all(|p| p.file != patient.file) {
            patients.push(patient.clone());
        }
    }
    Closing {
        stay: stay.id,
        day,
        counts: newest.unwrap_or_else(|| prefill(stay.post, day, entries, decided, rota, slot_minutes)),
        before,
        patients,
        usual: usual(closings, day),
    }
}

/// The closings that count: of each day of a stay the newest, in the order of days.
#[must_use]
pub fn newest(closings: Vec<DayClose>) -> Vec<DayClose> {
    let mut newest: BTreeMap<(Day, StayId), DayClose> = BTreeMap::new();
    for closing in closings {
        let held = newest.entry((closing.day, closing.stay)).or_insert_with(|| closing.clone());
        if closing.id > held.id {
            *held = closing;
        }
    }
    newest.into_values().collect()
}

/// Patients seen from one day to another, both included, each day of a stay by its newest closing; and those days.
#[must_use]
pub fn seen(closings: &[DayClose], from: Day, to: Day) -> (usize, usize) {
    let counted = closings.iter().filter(|c| from <= c.day && c.day <= to).cloned().collect();
    newest(counted).iter().fold((0, 0), |(seen, days), c| (seen + usize::from(c.counts.done()), days + 1))
}

/// Days that must be known before one speaks of what is usual.
const ENOUGH: usize = 5;

/// The median of the patients seen on closed days, each by its newest closing; that day itself left out.
#[must_use]
pub fn usual(closings: &[DayClose], except: Day) -> Option<u16> {
    let newest = |c: &&DayClose| closing(closings, c.stay, c.day).is_some_and(|n| n.id == c.id);
    let mut seen: Vec<u16> =
        closings.iter().filter(|c| c.day != except).filter(newest).map(|c| c.counts.done()).collect();
    seen.sort_unstable();
    (seen.len() >= ENOUGH).then(|| seen[seen.len() / 2])
}

/// Something about a day's counts that is asked, never refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Seen on an appointment and absent come to more, or to fewer, than were booked.
    Unaccounted,
    /// The day is not over: what is booked may still not come.
    NotOver,
    /// Nobody booked, seen or absent.
    Nothing,
    /// Less than half, or more than twice, what is usual here.
    Unusual(u16),
}

/// What is to be asked about a day's counts.
///
/// Each booked patient came or was absent. Who was seen unplanned may have been booked that morning or
/// have walked in: the others must come to what was booked, give or take those.
#[must_use]
pub fn doubts(counts: &DayCounts, usual: Option<u16>) -> Vec<Doubt> {
    if counts.booked == 0 && counts.done() == 0 && counts.absent == 0 {
        return vec![Doubt::Nothing];
    }
    let kept = counts.done().saturating_sub(counts.unplanned).saturating_add(counts.absent);
    let mut doubts = Vec::new();
    if !(counts.booked.saturating_sub(counts.unplanned)..=counts.booked).contains(&kept) {
        doubts.push(Doubt::Unaccounted);
    }
    let done = counts.done();
    doubts.extend(usual.filter(|u| done < u / 2 || done > u.saturating_mul(2)).map(Doubt::Unusual));
    doubts
}

/// What the agenda says a day of a post came to, had everything gone as booked.
///
/// Offered: the open minutes of programmed and unplanned half-days by the length of a consultation.
#[must_use]
pub fn prefill<'a>(
    post: PostId,
    day: Day,
    entries: impl IntoIterator<Item = &'a Entry>,
    decided: &[DecidedHalfDay],
    rota: &Rota,
    slot_minutes: u16,
) -> DayCounts {
    let here = |e: &&Entry| e.what.post == Some(post) && e.what.day == day;
    let here: Vec<&Entry> = entries.into_iter().filter(here).collect();
    let count = |kind| u16::try_from(here.iter().filter(|e| e.what.kind == kind).count()).unwrap_or(u16::MAX);
    let opening = &rota.calendar.opening;
    let offered = [(HalfDay::Morning, opening.morning), (HalfDay::Afternoon, opening.afternoon)]
        .into_iter()
        .filter(|(half, _)| {
            let kind = half_day_kind(rota, decided, post, day, *half);
            matches!(kind, HalfDayKind::Programmed | HalfDayKind::Unplanned)
        })
        .map(|(_, (from, to))| to.saturating_sub(from) / slot_minutes.max(1))
        .sum();
    let (programmed, unplanned, visits, remote) = (
        count(EntryKind::Consultation),
        count(EntryKind::Unplanned),
        count(EntryKind::Visit),
        count(EntryKind::Remote),
    );
    DayCounts {
        offered,
        booked: programmed.saturating_add(unplanned).saturating_add(visits).saturating_add(remote),
        programmed,
        unplanned,
        visits,
        remote,
        absent: 0,
    }
}

/// How far back a day without a closing is still asked for, in days.
pub const ASKED_FOR: i32 = 28;

/// The last day that is over: today once the centre has shut.
#[must_use]
pub fn last_over(rota: &Rota, now: Now) -> Day {
    if now.minute >= rota.calendar.opening.afternoon.1 { now.day } else { now.day.plus(-1) }
}

/// The days that wait for their closing: worked by a confirmed stay, over, and not older than four weeks.
///
/// A centre that keeps no agenda is not asked: `since` is the day its first entry or closing is of.
#[must_use]
pub fn to_close<'a>(rota: &'a Rota, closed: &[(StayId, Day)], since: Option<Day>, now: Now) -> Vec<(&'a Stay, Day)> {
    let Some(since) = since else { return Vec::new() };
    let from = since.max(now.day.plus(-ASKED_FOR));
    let last = last_over(rota, now);
    let mut days: Vec<(&Stay, Day)> = rota
        .stays
        .between(from, last)
        .filter(|s| s.is_confirmed())
        .flat_map(|stay| stay.from.max(from).to(stay.to.min(last)).map(move |day| (stay, day)))
        .filter(|(stay, day)| rota.calendar.is_working(*day) && !closed.contains(&(stay.id, *day)))
        .collect();
    days.sort_by_key(|(stay, day)| (*day, stay.post));
    days
}

/// Whether a day without a closing waits for it, when `oldest` is the first of those [`to_close`] found.
#[must_use]
pub fn is_awaited(day: Day, oldest: Option<Day>, rota: &Rota, now: Now) -> bool {
    oldest.is_some_and(|oldest| oldest <= day) && day <= last_over(rota, now) && rota.calendar.is_working(day)
}

#[cfg(test)]
mod tests {
    use super::super::agenda::NewEntry;
    use super::super::fixture::*;
    use super::super::{EntryId, ItemId};
    use super::*;

    fn entry(id: i64, kind: EntryKind, day: Day, start: u16, file: &str) -> Entry {
        let what = NewEntry {
            kind,
            post: Some(POST),
            day,
            to: day,
            start: Some(start),
            minutes: 20,
            patient: Some(PatientRef { file: file.into(), initials: None, birth_year: None }),
            title: String::new(),
            place: String::new(),
            item: None::<ItemId>,
        };
        Entry { id: EntryId(id), what, uid: None }
    }

    fn closed(id: i64, day: Day, programmed: u16) -> DayClose {
        let counts = DayCounts { programmed, ..DayCounts::default() };
        DayClose { id: DayCloseId(id), stay: StayId(1), day, counts, author: CLAIRE, at: Stamp(id) }
    }

    #[test]
    fn a_day_starts_from_its_agenda_and_a_correction_from_its_newest_closing() {
        let rota = rota(2, vec![stay(1, 1, 1, 48)]);
        let tuesday = monday(48).plus(1);
        let mut elsewhere = entry(4, EntryKind::Visit, tuesday, 600, "9");
        elsewhere.what.post = Some(PostId(2));
        let entries = [
            entry(3, EntryKind::Visit, tuesday, 900, "1243"),
            entry(1, EntryKind::Consultation, tuesday, 540, "0377"),
            entry(2, EntryKind::Unplanned, tuesday, 560, "1243"),
            elsewhere,
            entry(5, EntryKind::Consultation, tuesday.plus(1), 540, "0500"),
        ];
        let begin = |closings: &[DayClose]| start(&rota.stays[0], tuesday, &entries, &[], closings, &rota, 20);
        let first = begin(&[]);
        // 4 hours in the morning and 4 h 30 in the afternoon, by 20 minutes.
        let offered = 12 + 13;
        assert_eq!(
            first.counts,
            DayCounts { offered, booked: 3, programmed: 1, unplanned: 1, visits: 1, remote: 0, absent: 0 }
        );
        assert_eq!(first.patients.iter().map(|p| p.file.as_str()).collect::<Vec<_>>(), ["0377", "1243"]);
        let (old, new) = (closed(1, tuesday, 19), closed(2, tuesday, 18));
        let again = begin(&[old.clone(), new.clone(), closed(3, tuesday.plus(1), 7)]);
        assert_eq!(again.counts, new.counts);
        assert_eq!(again.before, [old, new]);
    }

    #[test]
    fn what_cannot_be_right_is_asked() {
        let counts = |booked, programmed, unplanned, absent| DayCounts {
            offered: 25,
            booked,
            programmed,
            unplanned,
            visits: 0,
            remote: 0,
            absent,
        };
        let unaccounted = [Doubt::Unaccounted];
        assert_eq!(doubts(&counts(20, 18, 0, 2), None), []);
        assert_eq!(doubts(&counts(20, 18, 0, 0), None), unaccounted);
        assert_eq!(doubts(&counts(20, 20, 0, 2), None), unaccounted);
        // Four seen unplanned: booked in the morning, or walked in.
        assert_eq!(doubts(&counts(20, 16, 4, 0), None), []);
        assert_eq!(doubts(&counts(20, 20, 4, 0), None), []);
        assert_eq!(doubts(&counts(20, 15, 4, 0), None), unaccounted);
        assert_eq!(doubts(&counts(20, 20, 0, 0), Some(20)), []);
        assert_eq!(doubts(&counts(10, 10, 0, 0), Some(20)), []);
        assert_eq!(doubts(&counts(0, 0, 0, 0), Some(20)), [Doubt::Nothing]);
        assert_eq!(doubts(&counts(0, 0, 1, 0), None), []);
        assert_eq!(doubts(&counts(9, 9, 0, 0), Some(20)), [Doubt::Unusual(20)]);
        assert_eq!(doubts(&counts(41, 41, 0, 0), Some(20)), [Doubt::Unusual(20)]);
    }

    #[test]
    fn each_day_found_to_be_closed_is_awaited_and_no_other() {
        let rota = rota(1, vec![stay(1, 1, 1, 48)]);
        let noon = Now::from(Stamp::at(monday(48).plus(2), 12 * 60));
        let evening = Now::from(Stamp::at(monday(48).plus(2), 20 * 60));
        for (now, count) in [(noon, 2), (evening, 3)] {
            let found: Vec<Day> = to_close(&rota, &[], Some(monday(47)), now).into_iter().map(|(_, day)| day).collect();
            assert_eq!(found.len(), count);
            let week = || (0..7).map(|n| monday(48).plus(n));
            assert_eq!(
                week().filter(|d| is_awaited(*d, found.first().copied(), &rota, now)).collect::<Vec<_>>(),
                found
            );
            assert!(week().all(|d| !is_awaited(d, None, &rota, now)));
        }
    }

    #[test]
    fn what_is_usual_is_the_median_of_the_newest_closings() {
        let day = |n: i32| monday(40).plus(n);
        let mut closings: Vec<DayClose> =
            (0..4).map(|n| closed(i64::from(n), day(n), 18 + u16::try_from(n).unwrap())).collect();
        assert_eq!(usual(&closings, day(9)), None);
        closings.push(closed(7, day(4), 90));
        assert_eq!(usual(&closings, day(9)), Some(20));
        // Corrected: only the newest counts, and the day itself says nothing of what is usual.
        closings.push(closed(8, day(4), 17));
        assert_eq!(usual(&closings, day(9)), Some(19));
        assert_eq!(usual(&closings, day(4)), None);
    }
}
