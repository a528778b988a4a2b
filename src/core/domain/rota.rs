//! The rota: who comes when, and which stay a point addressed to a post in a week belongs to.

use std::collections::BTreeMap;

use super::account::Around;
use super::holder::moved_since;
use super::record::{Absence, MedicalBackup, Opens};
use super::stay::NotedWithdrawal;
use super::{
    Calendar, Day, Handover, IsoWeek, Now, People, PersonId, Post, PostId, Stay, StayId, Stays, Takeover, Thread,
};

/// Everything the rules of the relay read beside the points themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rota {
    /// From this day on every stay is here, and of before those that something still hangs on; nothing where all are.
    pub since: Option<Day>,
    pub calendar: Calendar,
    pub posts: Vec<Post>,
    /// By first day, cancelled ones too.
    pub stays: Stays,
    pub people: People,
    pub handovers: BTreeMap<StayId, Handover>,
    pub takeovers: BTreeMap<StayId, Takeover>,
    /// Withdrawals that the coordination has still to confirm.
    pub withdrawals: BTreeMap<StayId, NotedWithdrawal>,
    /// Who can be called on days without a doctor.
    pub backups: Vec<MedicalBackup>,
    /// Of the team, those that end on the first day of this rota or later.
    pub absences: Vec<Absence>,
    /// Who opens the centre, in weeks in which it was noted.
    pub opens: Vec<Opens>,
    /// Days after the expected one when a result that has not come is late.
    pub result_days: u16,
    /// How long accounts are open around a stay.
    pub around: Around,
}

/// Weeks before the running one that are always at hand: whatever is older is read when somebody looks at it.
pub const WEEKS_BEHIND: i32 = 8;

impl Rota {
    /// The day from which on a rota that is read for today is whole.
    #[must_use]
    pub fn near(today: Day) -> Day {
        today.week().plus(-WEEKS_BEHIND).monday()
    }

    /// Whether every stay from that day on is here.
    #[must_use]
    pub fn reaches(&self, day: Day) -> bool {
        self.since.is_none_or(|since| since <= day)
    }

    /// The stay, if known.
    #[must_use]
    pub fn stay(&self, id: StayId) -> Option<&Stay> {
        self.stays.numbered(id)
    }

    /// The post's name, or a dash.
    #[must_use]
    pub fn post_name(&self, id: PostId) -> &str {
        self.posts.iter().find(|p| p.id == id).map_or("—", |p| &p.name)
    }

    /// Confirmed stays, by first day.
    #[must_use]
    pub fn confirmed(&self) -> impl DoubleEndedIterator<Item = &Stay> {
        self.stays.iter().filter(|s| s.is_confirmed())
    }

    /// The confirmed stays of a day, on whatever post.
    #[must_use]
    pub fn present(&self, day: Day) -> impl DoubleEndedIterator<Item = &Stay> {
        self.stays.between(day, day).filter(|s| s.is_confirmed())
    }

    /// A doctor's confirmed stays, by first day.
    #[must_use]
    pub fn confirmed_of(&self, doctor: PersonId) -> impl DoubleEndedIterator<Item = &Stay> {
        self.stays.of(doctor).filter(|s| s.is_confirmed())
    }

    /// Whether the stay's handover is signed.
    #[must_use]
    pub fn is_signed(&self, stay: StayId) -> bool {
        self.handovers.get(&stay).is_some_and(Handover::is_signed)
    }

    /// Whether the stay no longer carries anything: its last day is past, or its handover is signed.
    #[must_use]
    pub fn has_left(&self, stay: &Stay, today: Day) -> bool {
        stay.to < today || self.is_signed(stay.id)
    }

    /// Whether the stay no longer carries that point: it carries nothing any more, or it was reopened after others
    /// had had to do with the point, which then stays with them until it is moved again.
    #[must_use]
    pub fn has_let_go(&self, stay: &Stay, thread: &Thread, today: Day) -> bool {
        self.has_left(stay, today)
            || self
                .handovers
                .get(&stay.id)
                .and_then(Handover::reopened)
                .is_some_and(|r| r.stays.contains(&thread.item.id) && !moved_since(thread, r.last_word, r.last_answer))
    }

    /// The confirmed stay on a post on a day.
    #[must_use]
    pub fn on_duty(&self, post: PostId, day: Day) -> Option<&Stay> {
        self.present(day).find(|s| s.post == post)
    }

    /// The confirmed stays of a week on a post, short stays in their order.
    pub fn in_week(&self, post: PostId, week: IsoWeek) -> impl Iterator<Item = &Stay> {
        self.stays.between(week.monday(), week.sunday()).filter(move |s| s.is_confirmed() && s.post == post)
    }

    /// The stay to whom a point addressed to a post in a week falls, as seen today (rules 2 and 3).
    ///
    /// The first confirmed stay of that week or later whose doctor has not left: a cancellation, a
    /// replacement, a vacant week or an unsigned departure move the point by themselves.
    #[must_use]
    pub fn receiver(&self, post: PostId, week: IsoWeek, today: Day) -> Option<&Stay> {
        self.carrying(post, week).find(|s| !self.has_left(s, today))
    }

    /// The same for a point that one of them may have let go.
    #[must_use]
    pub fn receiver_of(&self, thread: &Thread, post: PostId, week: IsoWeek, today: Day) -> Option<&Stay> {
        self.carrying(post, week).find(|s| !self.has_let_go(s, thread, today))
    }

    /// The confirmed stays of a week on a post, and those after it.
    fn carrying(&self, post: PostId, week: IsoWeek) -> impl Iterator<Item = &Stay> {
        self.stays.ending_from(week.monday()).filter(move |s| s.is_confirmed() && s.post == post)
    }

    /// The confirmed stay that last ended before this one on its post.
    #[must_use]
    pub fn previous(&self, stay: &Stay) -> Option<&Stay> {
        self.stays.over_before(stay.from).rfind(|s| s.is_confirmed() && s.post == stay.post)
    }

    /// The confirmed stay that follows this one on its post.
    #[must_use]
    pub fn following(&self, stay: &Stay) -> Option<&Stay> {
        self.stays.beginning_after(stay.to).find(|s| s.is_confirmed() && s.post == stay.post)
    }

    /// The doctor's stay that matters now: the running one, else the next, else the last.
    #[must_use]
    pub fn stay_of(&self, doctor: PersonId, today: Day) -> Option<&Stay> {
        self.confirmed_of(doctor).find(|s| s.to >= today).or_else(|| self.confirmed_of(doctor).next_back())
    }

    /// The doctor's first confirmed stay that they have not left: where a point addressed to them is read.
    ///
    /// A signature ends it as the last day does (rule 4): who has signed follows nothing until they come back.
    #[must_use]
    pub fn awaited(&self, doctor: PersonId, today: Day) -> Option<&Stay> {
        self.confirmed_of(doctor).find(|s| !self.has_left(s, today))
    }

    /// The same for a point that was let go in one of those stays.
    #[must_use]
    pub fn awaited_with(&self, thread: &Thread, doctor: PersonId, today: Day) -> Option<&Stay> {
        self.confirmed_of(doctor).find(|s| !self.has_let_go(s, thread, today))
    }

    /// The stay's last working day, on which its handover is due (rule 18).
    #[must_use]
    pub fn due_day(&self, stay: &Stay) -> Day {
        self.calendar.last_working(stay.from, stay.to).unwrap_or(stay.to)
    }

    /// The stay's first working day, on which its receipt is due (rule 18).
    #[must_use]
    pub fn first_day(&self, stay: &Stay) -> Day {
        self.calendar.first_working(stay.from, stay.to).unwrap_or(stay.from)
    }

    /// Confirmed stays whose doctor left without a signature: every one still to be dealt with (rule 6).
    pub fn unsigned(&self, now: Now) -> impl Iterator<Item = &Stay> {
        self.stays.over_before(now.day).filter(|s| s.is_confirmed() && !self.is_signed(s.id))
    }
}
