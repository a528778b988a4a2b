//! Patients à prévenir: the appointments that a withdrawal leaves, until each has been told.
//!
//! An appointment is to be told of while nobody is on its post that day: once somebody comes instead, it holds again.

use super::collective::Listed;
use super::item::Thread;
use super::record::{ToTell, ToldOutcome};
use super::{Entry, Gravity, Now, Rota, Stay, StayId, StayState};

/// A patient to tell, or who has been told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatientToTell {
    /// The stay that was called off.
    pub stay: StayId,
    pub entry: Entry,
    /// What became of it, with its row.
    pub told: Option<Listed<ToTell>>,
    /// Something urgent is open about the patient, or a long illness is known: they come first.
    pub first: bool,
}

impl PatientToTell {
    /// Whether somebody has still to call: nobody has, or nobody answered.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.told.as_ref().is_none_or(|told| told.what.outcome == ToldOutcome::Unreachable)
    }
}

/// The stays ahead that were called off and whose days nobody has taken wholly.
pub fn called_off(rota: &Rota, now: Now) -> impl Iterator<Item = &Stay> {
    let off = rota.stays.ending_from(now.day).filter(|s| s.state == StayState::Cancelled && s.was_confirmed);
    off.filter(move |s| s.from.max(now.day).to(s.to).any(|day| rota.on_duty(s.post, day).is_none()))
}

/// Every appointment that a withdrawal leaves: those that wait first, of them who presses, then by day and hour.
#[must_use]
pub fn to_tell(
    rota: &Rota,
    entries: &[Entry],
    told: &[Listed<ToTell>],
    open: &[Thread],
    now: Now,
) -> Vec<PatientToTell> {
    let presses = |entry: &Entry| {
        let Some(patient) = &entry.what.patient else { return false };
        open.iter()
            .filter(|t| t.item.patient.as_ref().is_some_and(|p| p.file == patient.file))
            .any(|thread| thread.item.facts.ald || (thread.is_open() && thread.head().gravity == Gravity::Urgent))
    };
    let mut found: Vec<PatientToTell> = Vec::new();
    for stay in called_off(rota, now) {
        let theirs = entries.iter().filter(|e| {
            let day = e.what.day;
            let ahead = day > now.day || (day == now.day && e.what.start.is_none_or(|start| start >= now.minute));
            ahead
                && e.what.patient.is_some()
                && e.what.post == Some(stay.post)
                && stay.covers(day)
                && rota.on_duty(stay.post, day).is_none()
        });
        for entry in theirs {
            // Two doctors may have withdrawn from one week: the patient is told once.
            if found.iter().any(|other| other.entry.id == entry.id) {
                continue;
            }
            let told = told.iter().filter(|t| t.what.entry == entry.id).max_by_key(|t| t.row.id).cloned();
            found.push(PatientToTell { stay: stay.id, entry: entry.clone(), told, first: presses(entry) });
        }
    }
    found.sort_by_key(|p| (!p.waits(), !p.first, p.entry.what.day, p.entry.what.start, p.entry.id));
    found
}

#[cfg(test)]
mod tests {
    use super::super::agenda::NewEntry;
    use super::super::fixture::*;
    use super::super::record::{Values, Written};
    use super::super::{Addressee, EntryId, EntryKind, PatientRef, PostId, Rev, Role, Verdict};
    use super::*;

    fn patient(file: &str) -> PatientRef {
        PatientRef { file: file.into(), initials: None, birth_year: None }
    }

    fn entry(id: i64, day: i32, file: Option<&str>) -> Entry {
        let day = monday(49).plus(day);
        let what = NewEntry {
            kind: EntryKind::Consultation,
            post: Some(POST),
            day,
            to: day,
            start: Some(9 * 60),
            minutes: 20,
            patient: file.map(patient),
            title: String::new(),
            place: String::new(),
            item: None,
        };
        Entry { id: EntryId(id), what, uid: None }
    }

    fn told(id: i64, entry: i64, outcome: ToldOutcome) -> Listed<ToTell> {
        let what = ToTell { stay: StayId(1), entry: EntryId(entry), outcome, by: None };
        Listed { what, row: Written { id, rev: Rev(0), values: Values::default(), by: None } }
    }

    /// Doctor 1 has withdrawn from S49; looked at on Thursday of S48.
    fn off() -> (Rota, Now) {
        let mut gone = cancelled(stay(1, 1, 1, 49), monday(48).plus(3));
        gone.was_confirmed = true;
        (rota(2, vec![gone]), Now::on(monday(48).plus(3), 10, 0))
    }

    fn ids(found: &[PatientToTell]) -> Vec<i64> {
        found.iter().map(|p| p.entry.id.0).collect()
    }

    #[test]
    fn who_presses_comes_first_and_who_was_told_last() {
        let (rota, now) = off();
        let entries = [entry(1, 0, Some("1")), entry(2, 1, Some("2")), entry(3, 2, Some("3")), entry(4, 3, None)];
        let at = now.at;
        let mut urgent =
            thread(1, vec![word(1, None, CLAIRE, at, Verdict::Opened, Addressee::Role(Role::Coordination))]);
        urgent.relays[0].gravity = Gravity::Urgent;
        urgent.item.patient = Some(patient("3"));
        let open = [urgent];
        assert_eq!(ids(&to_tell(&rota, &entries, &[], &open, now)), [3, 1, 2]);
        let done = [told(1, 1, ToldOutcome::Unreachable), told(2, 3, ToldOutcome::Told)];
        let found = to_tell(&rota, &entries, &done, &open, now);
        let waits: Vec<(i64, bool)> = found.iter().map(|p| (p.entry.id.0, p.waits())).collect();
        assert_eq!(waits, [(1, true), (2, true), (3, false)]);
        // Not reached, then told: the newest counts.
        let then = [told(1, 1, ToldOutcome::Unreachable), told(2, 1, ToldOutcome::Moved)];
        assert_eq!(ids(&to_tell(&rota, &entries, &then, &[], now)), [2, 3, 1]);
    }

    #[test]
    fn whoever_comes_instead_sees_them_and_nobody_is_told() {
        let (mut rota, now) = off();
        let entries = [entry(1, 0, Some("1")), entry(2, 4, Some("2"))];
        let mut instead = stay(2, 1, 2, 49);
        instead.to = monday(49).plus(2);
        rota.stays.edit(|stays| stays.push(instead));
        assert_eq!(ids(&to_tell(&rota, &entries, &[], &[], now)), [2], "half of the week is taken");
        rota.stays.edit(|stays| stays[1].to = monday(49).plus(5));
        assert!(to_tell(&rota, &entries, &[], &[], now).is_empty());
        assert_eq!(called_off(&rota, now).count(), 0);
    }

    #[test]
    fn what_is_over_another_posts_or_of_an_option_is_not_among_them() {
        let (mut rota, now) = off();
        let mut other = entry(2, 1, Some("2"));
        other.what.post = Some(PostId(2));
        let entries = [entry(1, 0, Some("1")), other];
        let later = Now::on(monday(49), 9, 30);
        assert!(to_tell(&rota, &entries, &[], &[], later).is_empty(), "it is half past nine");
        assert_eq!(ids(&to_tell(&rota, &entries, &[], &[], now)), [1]);
        rota.stays.edit(|stays| stays[0].was_confirmed = false);
        assert!(to_tell(&rota, &entries, &[], &[], now).is_empty());
    }
}
