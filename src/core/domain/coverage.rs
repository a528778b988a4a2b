//! What of a stay's patients is told in its handover, and what is not, so that silence is seen as silence.

use serde::{Deserialize, Serialize};

use super::agenda::{Entry, EntryKind};
use super::day_close::{last_over, newest};
use super::{Day, DayClose, EntryId, Now, PatientRef, Rota, Stay, Thread};

/// Patients seen in a stay beside the points that were written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Patients seen on the days that are closed.
    pub seen: usize,
    /// How many of the stay's working days are closed, of how many.
    pub closed: usize,
    pub days: usize,
    /// Working days that are over and not closed: nobody knows how many patients were seen on them.
    pub missing: Vec<Day>,
    /// Points the stay said a word on.
    pub points: usize,
}

/// What was seen and written in a stay; nothing where the centre keeps no agenda.
#[must_use]
pub fn coverage(
    stay: &Stay,
    points: usize,
    entries: &[Entry],
    closings: &[DayClose],
    rota: &Rota,
    now: Now,
) -> Option<Coverage> {
    let closed = newest(closings.iter().filter(|c| c.stay == stay.id).cloned().collect());
    let booked = entries.iter().any(|e| e.what.kind.is_appointment() && e.what.post == Some(stay.post));
    if closed.is_empty() && !booked {
        return None;
    }
    let is_closed = |day: &Day| closed.iter().any(|c| c.day == *day);
    // A day that was closed counts, even where the calendar has changed since.
    let days: Vec<Day> = stay.from.to(stay.to).filter(|day| rota.calendar.is_working(*day) || is_closed(day)).collect();
    let over = last_over(rota, now);
    Some(Coverage {
        seen: closed.iter().map(|c| usize::from(c.counts.done())).sum(),
        closed: closed.len(),
        days: days.len(),
        missing: days.into_iter().filter(|day| *day <= over && !is_closed(day)).collect(),
        points,
    })
}

/// A home visit of the stay about which nothing is written; never a point, never in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub visit: EntryId,
    pub patient: PatientRef,
    pub day: Day,
    /// Minutes since midnight.
    pub start: u16,
}

/// The visits made in a stay about whose patient nothing was said since, and nothing is to be decided.
///
/// `dismissed` are the files of those about whom there is nothing to write. Each patient is suggested once,
/// by the last visit.
#[must_use]
pub fn suggestions(
    stay: &Stay,
    entries: &[Entry],
    threads: &[Thread],
    listed: &[&Thread],
    dismissed: &[String],
    now: Now,
) -> Vec<Suggestion> {
    let mut found: Vec<Suggestion> = Vec::new();
    let visits = entries.iter().filter(|e| e.what.kind == EntryKind::Visit && e.what.post == Some(stay.post));
    for entry in visits {
        let (Some(patient), Some(start)) = (&entry.what.patient, entry.what.start) else { continue };
        let day = entry.what.day;
        let made = stay.covers(day) && (day, entry.what.end()) <= (now.day, now.minute);
        let about = |t: &Thread| t.item.patient.as_ref().is_some_and(|p| p.file == patient.file);
        let told = listed.iter().any(|t| about(t))
            || threads.iter().any(|t| about(t) && t.relays.iter().any(|r| r.at.day() >= day));
        if !made || told || dismissed.contains(&patient.file) {
            continue;
        }
        found.retain(|s| s.patient.file != patient.file || (s.day, s.start) > (day, start));
        if found.iter().all(|s| s.patient.file != patient.file) {
            found.push(Suggestion { visit: entry.id, patient: patient.clone(), day, start });
        }
    }
    found.sort_by_key(|s| (s.day, s.start, s.visit));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::NewEntry;
    use crate::domain::fixture::{POST, monday, rota, stay, thread, week, word};
    use crate::domain::{Addressee, DayCloseId, DayCounts, PersonId, PostId, Stamp, StayId, Verdict};

    fn close(id: i64, stay: i64, day: Day, programmed: u16) -> DayClose {
        let counts = DayCounts { programmed, ..DayCounts::default() };
        DayClose { id: DayCloseId(id), stay: StayId(stay), day, counts, author: PersonId(90), at: Stamp(0) }
    }

    fn visit(id: i64, file: &str, day: Day, start: u16) -> Entry {
        let what = NewEntry {
            kind: EntryKind::Visit,
            post: Some(POST),
            day,
            to: day,
            start: Some(start),
            minutes: 40,
            patient: Some(PatientRef { file: file.into(), initials: None, birth_year: None }),
            title: String::new(),
            place: String::new(),
            item: None,
        };
        Entry { id: EntryId(id), what, uid: None }
    }

    #[test]
    fn patients_of_closed_days_are_counted_and_days_not_closed_are_named() {
        let s48 = stay(1, 1, 1, 48);
        let rota = rota(2, vec![s48.clone(), stay(2, 2, 2, 48)]);
        let at = |n: i32| monday(48).plus(n);
        let closings = [close(1, 1, at(0), 20), close(2, 1, at(1), 18), close(3, 2, at(1), 99), close(4, 1, at(1), 19)];
        // Thursday at noon: Wednesday is over and not closed; Thursday, Friday and Saturday are still to come.
        let now = Now::on(at(3), 12, 0);
        let found = coverage(&s48, 14, &[], &closings, &rota, now).unwrap();
        assert_eq!((found.seen, found.closed, found.days, found.points), (39, 2, 6, 14), "the correction counts");
        assert_eq!(found.missing, [at(2)]);
        // A centre that keeps no agenda is told nothing; one that booked a visit is.
        assert_eq!(coverage(&s48, 14, &[], &[], &rota, now), None);
        assert_eq!(coverage(&s48, 0, &[visit(1, "1", at(0), 870)], &[], &rota, now).unwrap().missing.len(), 3);
    }

    #[test]
    fn a_visit_is_suggested_until_something_is_said_of_its_patient_or_nothing_is_to_be() {
        let s48 = stay(1, 1, 1, 48);
        let tuesday = monday(48).plus(1);
        let mut elsewhere = visit(9, "5", tuesday, 600);
        elsewhere.what.post = Some(PostId(2));
        let entries = [
            visit(1, "1243", tuesday, 870),
            visit(2, "0377", tuesday.plus(1), 600),
            visit(3, "1243", tuesday.plus(2), 600),
            visit(4, "9", monday(47), 600),
            visit(5, "8", tuesday.plus(3), 1000),
            elsewhere,
        ];
        let now = Now::on(tuesday.plus(3), 16, 42);
        let about = |file: &str, at: Stamp| {
            let said = word(1, None, PersonId(90), at, Verdict::Opened, Addressee::Post(POST, week(50)));
            let mut thread = thread(1, vec![said]);
            thread.item.patient = Some(PatientRef { file: file.into(), initials: None, birth_year: None });
            thread
        };
        let found = |threads: &[Thread], listed: &[&Thread], dismissed: &[String]| {
            let found = suggestions(&s48, &entries, threads, listed, dismissed, now);
            found.into_iter().map(|s| (s.visit.0, s.patient.file)).collect::<Vec<_>>()
        };
        let all = [(2, "0377".to_owned()), (3, "1243".to_owned())];
        // Once each, by the last visit; not those of another week or post, nor the one that is still to come.
        assert_eq!(found(&[], &[], &[]), all);
        // What the team said before the visit does not tell of it; what stands in the list, or was said since, does.
        let old = about("1243", Now::on(monday(47), 9, 0).at);
        assert_eq!(found(std::slice::from_ref(&old), &[], &[]), all);
        assert_eq!(found(std::slice::from_ref(&old), &[&old], &[]), all[..1]);
        assert_eq!(found(&[about("1243", now.at)], &[], &[]), all[..1]);
        assert_eq!(found(&[], &[], &["0377".into()]), all[1..]);
    }
}
