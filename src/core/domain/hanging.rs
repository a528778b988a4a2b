//! What hangs on a stay: what has to be thought of before it is called off.

use super::holder::keeper;
use super::{Addressee, Entry, Gravity, ItemId, Now, PatientRef, Rota, Stay, StayId, StayState, Thread};

/// What hangs on a stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hanging {
    pub stay: StayId,
    /// Open points that its doctor follows or would receive, the most pressing first.
    pub points: Vec<HangingPoint>,
    /// Booked on its post on its days, from now on, by day and hour.
    pub entries: Vec<Entry>,
    /// Whether its handover was begun, and is not signed.
    pub begun: bool,
    /// Forms kept as typed: on its handover, or by its doctor while they are here.
    pub drafts: usize,
    /// How much else hangs on it that is not the reader's to know.
    pub unread: usize,
}

/// A point that hangs on a stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HangingPoint {
    pub item: ItemId,
    pub patient: Option<PatientRef>,
    pub gravity: Gravity,
    /// The stay it would fall to instead; nothing: the coordination follows it until somebody is found.
    pub instead: Option<StayId>,
}

impl Hanging {
    /// Whether nothing hangs on the stay.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.points.is_empty() && self.entries.is_empty() && !self.begun && self.drafts == 0 && self.unread == 0
    }

    /// The points by the stay they would fall to instead, in the order of those stays; the coordination's last.
    #[must_use]
    pub fn by_follower(&self, rota: &Rota) -> Vec<(Option<StayId>, Vec<&HangingPoint>)> {
        let mut stays: Vec<Option<StayId>> = self.points.iter().map(|p| p.instead).collect();
        stays.sort_by_key(|id| id.and_then(|id| rota.stay(id)).map_or((1, i32::MAX, 0), |s| (0, s.from.0, s.id.0)));
        stays.dedup();
        let of = |id: Option<StayId>| self.points.iter().filter(move |p| p.instead == id).collect();
        stays.into_iter().map(|id| (id, of(id))).collect()
    }
}

/// What hangs on a stay, of the open points and the entries of its days.
#[must_use]
pub fn hanging(stay: &Stay, threads: &[Thread], entries: &[Entry], drafts: usize, rota: &Rota, now: Now) -> Hanging {
    let mut without = rota.clone();
    without
        .stays
        .edit(|stays| stays.iter_mut().filter(|s| s.id == stay.id).for_each(|s| s.state = StayState::Cancelled));
    // To whom it goes as the rota stands today; what one only reads ahead does not hang on one's coming.
    let receiver = |thread: &Thread, rota: &Rota| match thread.head().to {
        Addressee::Person(id) => rota.awaited_with(thread, id, now.day).map(|s| s.id),
        Addressee::Post(post, week) => rota.receiver_of(thread, post, week, now.day).map(|s| s.id),
        Addressee::Role(_) => None,
    };
    let hangs =
        |t: &&Thread| t.is_open() && (receiver(t, rota) == Some(stay.id) || keeper(t, rota, now) == Some(stay.id));
    let mut points: Vec<HangingPoint> = threads
        .iter()
        .filter(hangs)
        .map(|t| HangingPoint {
            item: t.item.id,
            patient: t.item.patient.clone(),
            gravity: t.head().gravity,
            instead: receiver(t, &without),
        })
        .collect();
    points.sort_by_key(|p| (p.gravity, p.item));
    let ahead = |e: &&Entry| {
        let day = e.what.day;
        e.what.post == Some(stay.post)
            && stay.covers(day)
            && (day > now.day || (day == now.day && e.what.start.is_none_or(|start| start >= now.minute)))
    };
    let mut entries: Vec<Entry> = entries.iter().filter(ahead).cloned().collect();
    entries.sort_by_key(|e| (e.what.day, e.what.start, e.id));
    let begun = rota.handovers.get(&stay.id).is_some_and(|h| !h.is_signed() && !h.notes.is_empty());
    Hanging { stay: stay.id, points, entries, begun, drafts, unread: 0 }
}

#[cfg(test)]
mod tests {
    use super::super::agenda::NewEntry;
    use super::super::fixture::*;
    use super::super::{EntryId, EntryKind, Handover, PersonId, PostId, Verdict};
    use super::*;

    /// S48 doctor 1, S49 doctor 2, S50 vacant, S51 doctor 3; Tuesday of S48.
    fn centre() -> (Rota, Now) {
        (rota(1, vec![stay(1, 1, 1, 48), stay(2, 1, 2, 49), stay(3, 1, 3, 51)]), Now::on(monday(48).plus(1), 10, 0))
    }

    fn point(item: i64, to: Addressee) -> Thread {
        let at = Now::on(monday(48), 9, item.try_into().unwrap()).at;
        thread(item, vec![word(item, None, CLAIRE, at, Verdict::Opened, to)])
    }

    fn entry(id: i64, post: Option<i64>, week: i32, day: i32) -> Entry {
        let day = monday(week).plus(day);
        let what = NewEntry {
            kind: EntryKind::Consultation,
            post: post.map(PostId),
            day,
            to: day,
            start: Some(9 * 60),
            minutes: 20,
            patient: None,
            title: String::new(),
            place: String::new(),
            item: None,
        };
        Entry { id: EntryId(id), what, uid: None }
    }

    #[test]
    fn points_go_to_who_comes_next_or_to_the_coordination() {
        let (rota, now) = centre();
        let threads = [
            point(1, Addressee::Post(POST, week(49))),
            point(2, Addressee::Person(PersonId(2))),
            point(3, Addressee::Post(POST, week(48))),
            point(4, Addressee::Person(CLAIRE)),
        ];
        let found = hanging(&rota.stays[1], &threads, &[], 0, &rota, now);
        let said: Vec<_> = found.points.iter().map(|p| (p.item.0, p.instead.map(|s| s.0))).collect();
        // Addressed to the week: the next stay. To that doctor, who has no other stay: the coordination.
        assert_eq!(said, [(1, Some(3)), (2, None)]);
        let groups: Vec<_> = found.by_follower(&rota).iter().map(|(id, p)| (id.map(|s| s.0), p.len())).collect();
        assert_eq!(groups, [(Some(3), 1), (None, 1)]);
    }

    #[test]
    fn what_a_doctor_keeps_hangs_on_the_running_stay() {
        let (rota, now) = centre();
        let at = Now::on(monday(48), 9, 0).at;
        let own = thread(1, vec![word(1, Some(1), PersonId(1), at, Verdict::Opened, Addressee::Post(POST, week(49)))]);
        let found = hanging(&rota.stays[0], &[own], &[], 2, &rota, now);
        assert_eq!(found.points[0].instead, Some(StayId(2)));
        assert_eq!(found.drafts, 2);
        assert!(!found.is_empty());
    }

    #[test]
    fn what_the_doctor_before_still_follows_does_not_hang_on_the_next_stay() {
        let (rota, now) = centre();
        // S49 may read it ahead in S48, where it is followed.
        let threads = [point(1, Addressee::Post(POST, week(48)))];
        assert!(hanging(&rota.stays[1], &threads, &[], 0, &rota, now).is_empty());
        assert_eq!(hanging(&rota.stays[0], &threads, &[], 0, &rota, now).points[0].instead, Some(StayId(2)));
    }

    #[test]
    fn the_agenda_of_its_post_and_days_from_now_on_and_a_handover_begun() {
        let (mut rota, now) = centre();
        let entries = [
            entry(1, Some(1), 48, 0),
            // Tuesday, 9 h: over by 10 h.
            entry(2, Some(1), 48, 1),
            entry(4, Some(1), 48, 3),
            entry(3, Some(1), 48, 2),
            entry(5, Some(2), 48, 2),
            entry(6, None, 48, 2),
            entry(7, Some(1), 49, 2),
        ];
        let found = hanging(&rota.stays[0], &[], &entries, 0, &rota, now);
        assert_eq!(found.entries.iter().map(|e| e.id.0).collect::<Vec<_>>(), [3, 4]);
        assert!(!found.begun);
        let mut begun = Handover::empty(StayId(1));
        begun.notes.week = "Semaine calme.".into();
        rota.handovers.insert(StayId(1), begun);
        assert!(hanging(&rota.stays[0], &[], &[], 0, &rota, now).begun);
        // An option carries nothing yet.
        rota.stays.edit(|stays| stays[1].state = StayState::Option);
        let waiting = [point(1, Addressee::Post(POST, week(49)))];
        assert!(hanging(&rota.stays[1], &waiting, &[], 0, &rota, now).is_empty());
    }
}
