//! The centre as the rules of the relay describe it: a baton that passes from hand to hand.
//!
//! Written from the rules alone. It may use the domain's plain values (a day, a week, an addressee) and none of
//! its rules: whoever holds a point, whose briefing it is in and who is there is worked out here once more.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Addressee, Day, Holder, IsoWeek, ItemId, PersonId, PostId, Role, StayId};

/// What was decided about a doctor's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Booked {
    Option,
    Confirmed,
    Cancelled,
}

/// A doctor's place on a post.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Seat {
    pub post: PostId,
    pub doctor: PersonId,
    pub from: Day,
    pub to: Day,
    pub booked: Booked,
}

/// What somebody said of a point.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    pub author: PersonId,
    pub entered_by: Option<PersonId>,
    pub stay: Option<StayId>,
    pub text: String,
    /// Written under what was signed already: signed with it.
    pub added: bool,
    /// The step it was said in.
    pub when: usize,
}

/// A point to follow.
#[expect(clippy::struct_excessive_bools, reason = "the rules speak of each by itself")]
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Point {
    pub id: ItemId,
    pub open: bool,
    pub urgent: bool,
    /// Whether it was, before the last word.
    pub urgent_before: bool,
    /// About the centre and about no patient.
    pub common: bool,
    pub to: Addressee,
    /// The stay that has it in hand: said the last word on it, or took it.
    pub hand: Option<StayId>,
    /// The step in which it was last put into a hand, or out of every one.
    pub moved: usize,
    pub show: Option<IsoWeek>,
    pub due: Option<Day>,
    pub said: Vec<Word>,
    pub answers: Vec<Word>,
    /// A question waits for its answer; the stay that asked, if a doctor did.
    pub asked: bool,
    pub asker: Option<StayId>,
    pub returned: bool,
    /// Times in a row that it was handed on unchanged.
    pub unchanged: usize,
    /// Whether the last answer was a plain *read*, which changes nothing.
    pub only_read: bool,
    /// Whether anybody answered the last word, by *read* even.
    pub answered: bool,
}

impl Point {
    /// Rule 12: handed on unchanged for the third time and left to a post, it goes to the coordination.
    pub(super) fn undecided(&mut self) {
        if self.unchanged >= 3 && matches!(self.to, Addressee::Post(..)) {
            self.to = Addressee::Role(Role::Coordination);
        }
    }
}

/// A member of the permanent team.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Member {
    pub role: Role,
    /// Monday to Sunday.
    pub days: [bool; 7],
    pub here: bool,
}

/// One thing the model knows, by its number: what a change touches and undo puts back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Point(ItemId),
    Seat(StayId),
    Member(PersonId),
    Closure(i64),
}

/// How that thing was at one moment.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Picture {
    Nothing,
    Point(Point),
    Seat(Seat),
    Member(Member),
    Closure(Day, Day),
}

/// Everything the rules speak of.
#[derive(Debug)]
pub(super) struct Model {
    pub today: Day,
    pub points: BTreeMap<ItemId, Point>,
    pub seats: BTreeMap<StayId, Seat>,
    /// How many steps were played.
    pub clock: usize,
    /// What is signed now.
    pub signed: BTreeSet<StayId>,
    /// When each stay was signed last, whether that was reopened since or not.
    pub signed_in: BTreeMap<StayId, usize>,
    /// What each stay that is open again let go when it was reopened last, and when that was.
    pub let_go: BTreeMap<StayId, (BTreeSet<ItemId>, usize)>,
    pub taken_over: BTreeSet<StayId>,
    pub team: BTreeMap<PersonId, Member>,
    pub closures: BTreeMap<i64, (Day, Day)>,
}

/// Public holidays from October 2026 to the end of 2027, as the calendar on the wall has them.
const HOLIDAYS: [(i32, u32, u32); 15] = [
    (2026, 11, 1),
    (2026, 11, 11),
    (2026, 12, 25),
    (2027, 1, 1),
    (2027, 3, 29),
    (2027, 5, 1),
    (2027, 5, 6),
    (2027, 5, 8),
    (2027, 5, 17),
    (2027, 7, 14),
    (2027, 8, 15),
    (2027, 11, 1),
    (2027, 11, 11),
    (2027, 12, 25),
    (2028, 1, 1),
];

impl Model {
    pub(super) fn new(today: Day) -> Self {
        Self {
            today,
            points: BTreeMap::new(),
            seats: BTreeMap::new(),
            clock: 0,
            signed: BTreeSet::new(),
            signed_in: BTreeMap::new(),
            let_go: BTreeMap::new(),
            taken_over: BTreeSet::new(),
            team: BTreeMap::new(),
            closures: BTreeMap::new(),
        }
    }

    pub(super) fn picture(&self, key: Key) -> Picture {
        match key {
            Key::Point(id) => self.points.get(&id).cloned().map_or(Picture::Nothing, Picture::Point),
            Key::Seat(id) => self.seats.get(&id).cloned().map_or(Picture::Nothing, Picture::Seat),
            Key::Member(id) => self.team.get(&id).cloned().map_or(Picture::Nothing, Picture::Member),
            Key::Closure(id) => self.closures.get(&id).map_or(Picture::Nothing, |c| Picture::Closure(c.0, c.1)),
        }
    }

    pub(super) fn put(&mut self, key: Key, picture: Picture) {
        match (key, picture) {
            (Key::Point(id), Picture::Point(point)) => drop(self.points.insert(id, point)),
            (Key::Seat(id), Picture::Seat(seat)) => drop(self.seats.insert(id, seat)),
            (Key::Member(id), Picture::Member(member)) => drop(self.team.insert(id, member)),
            (Key::Closure(id), Picture::Closure(from, to)) => drop(self.closures.insert(id, (from, to))),
            (Key::Point(id), _) => drop(self.points.remove(&id)),
            (Key::Seat(id), _) => drop(self.seats.remove(&id)),
            (Key::Member(id), _) => drop(self.team.remove(&id)),
            (Key::Closure(id), _) => drop(self.closures.remove(&id)),
        }
    }

    pub(super) fn works(&self, day: Day) -> bool {
        let holiday = HOLIDAYS.iter().any(|(y, m, d)| Day::ymd(*y, *m, *d) == Some(day));
        let closed = self.closures.values().any(|(from, to)| *from <= day && day <= *to);
        day.weekday_index() < 5 && !holiday && !closed
    }

    /// Confirmed places whose last day is not past, by first day.
    pub(super) fn live(&self) -> Vec<(StayId, &Seat)> {
        let mut live: Vec<_> = self
            .seats
            .iter()
            .filter(|(_, s)| s.booked == Booked::Confirmed && s.to >= self.today)
            .map(|(id, s)| (*id, s))
            .collect();
        live.sort_by_key(|(id, s)| (s.from, *id));
        live
    }

    /// The place, as long as its doctor has points in hand: until the signature or the last day (rules 4 and 6).
    pub(super) fn here(&self, id: StayId) -> Option<&Seat> {
        let seat = self.seats.get(&id)?;
        let gone = seat.booked != Booked::Confirmed || seat.to < self.today || self.signed.contains(&id);
        (!gone).then_some(seat)
    }

    /// Rule 5: what others had had to do with stays with them, until somebody moves it.
    pub(super) fn lets_go(&self, point: &Point, stay: StayId) -> bool {
        !self.signed.contains(&stay)
            && self.let_go.get(&stay).is_some_and(|(points, when)| points.contains(&point.id) && point.moved <= *when)
    }

    /// The place, as long as its doctor may have that point in hand.
    pub(super) fn here_with(&self, point: &Point, id: StayId) -> Option<&Seat> {
        self.here(id).filter(|_| !self.lets_go(point, id))
    }

    /// Rule 5: a word that was ever signed never changes.
    pub(super) fn is_sealed(&self, word: &Word) -> bool {
        let covered = |stay: StayId| {
            self.signed.contains(&stay) || self.signed_in.get(&stay).is_some_and(|signed| word.when <= *signed)
        };
        word.added || word.stay.is_some_and(covered)
    }

    /// The stay is signed no more; says how many points others have had to do with, which stay with them.
    pub(super) fn reopen(&mut self, stay: StayId) -> usize {
        let (doctor, signed) = (self.seats[&stay].doctor, self.signed_in[&stay]);
        self.signed.remove(&stay);
        let since = |w: &Word| w.when > signed && w.author != doctor;
        let touched = |p: &Point| p.said[1..].iter().chain(&p.answers).any(since);
        let kept: BTreeSet<ItemId> = self
            .points
            .values()
            .filter(|p| {
                let spoken = p.said.iter().any(|w| w.stay == Some(stay));
                let carried = p.hand == Some(stay) || (p.open && self.is_read_by(p, stay));
                let back = carried && !self.lets_go(p, stay) && !touched(p);
                !back && (spoken || carried || self.lets_go(p, stay))
            })
            .map(|p| p.id)
            .collect();
        let count = self.points.values().filter(|p| kept.contains(&p.id) && p.open && touched(p)).count();
        self.let_go.insert(stay, (kept, self.clock));
        count
    }

    /// The doctor's next place that they have not left, nor let that point go in.
    fn next_of(&self, doctor: PersonId, point: &Point) -> Option<StayId> {
        let comes = |id: StayId, s: &Seat| s.doctor == doctor && self.here_with(point, id).is_some();
        self.live().into_iter().find(|(id, s)| comes(*id, s)).map(|(id, _)| id)
    }

    /// To whom a post in a week falls: the first place of that week or later whose doctor is not gone by `seen`.
    fn next_on(&self, post: PostId, week: IsoWeek, seen: Day, point: &Point) -> Option<StayId> {
        let comes = |id: StayId, s: &Seat| s.to >= week.monday() && s.to >= seen && self.here_with(point, id).is_some();
        self.live().into_iter().find(|(id, s)| s.post == post && comes(*id, s)).map(|(id, _)| id)
    }

    /// Whether somebody of that role is there on some working day until then; within a week when nothing is due.
    fn filled(&self, role: Role, due: Option<Day>) -> bool {
        let last = due.filter(|d| *d >= self.today).map_or(self.today.0 + 6, |d| d.0);
        let present = |day: Day| self.team.values().any(|m| m.role == role && m.here && m.days[day.weekday_index()]);
        (self.today.0..=last).map(Day).any(|day| self.works(day) && present(day))
    }

    pub(super) fn role(&self, person: PersonId) -> Option<Role> {
        self.team.get(&person).map(|m| m.role)
    }

    /// Rules 1, 3, 4 and 6.
    pub(super) fn holder(&self, point: &Point) -> Holder {
        if let Some(seat) = point.hand.and_then(|id| self.here_with(point, id)) {
            return Holder::Person(seat.doctor);
        }
        match point.to {
            Addressee::Person(id) => match self.team.get(&id) {
                Some(member) if member.here => Holder::Person(id),
                None if !point.returned && self.next_of(id, point).is_some() => Holder::Person(id),
                _ => Holder::COORDINATION,
            },
            Addressee::Role(role) if self.filled(role, point.due) => Holder::Role(role),
            Addressee::Role(_) | Addressee::Post(..) => Holder::COORDINATION,
        }
    }

    pub(super) fn open(&self) -> impl Iterator<Item = (ItemId, &Point)> {
        self.points.iter().filter(|(_, p)| p.open).map(|(id, p)| (*id, p))
    }

    fn addressed(&self, point: &Point, stay: StayId) -> bool {
        let found = match point.to {
            Addressee::Person(id) => self.next_of(id, point),
            Addressee::Post(post, week) => self.next_on(post, week, self.today.max(self.seats[&stay].from), point),
            Addressee::Role(_) => None,
        };
        found == Some(stay)
    }

    /// Whether a point waits for a week that has not come, as that stay sees it (rule 13).
    fn is_hidden(&self, point: &Point, stay: StayId) -> bool {
        let seat = &self.seats[&stay];
        let seen = self.today.week().clamp(seat.from.week(), seat.to.week());
        point.show.is_some_and(|from| from > seen)
    }

    /// Rules 2, 3, 13: what the doctor of a stay that is not over must find.
    pub(super) fn read_by_stay(&self, stay: StayId) -> BTreeSet<ItemId> {
        let seat = &self.seats[&stay];
        let is_for = |point: &Point| match point.hand.filter(|id| self.here_with(point, *id).is_some()) {
            Some(hand) if hand == stay => true,
            // What the doctor before is still handing over can be read ahead.
            Some(hand) => self.seats[&hand].to < seat.from && self.addressed(point, stay),
            None => self.addressed(point, stay),
        };
        let own = |point: &Point| point.said[0].stay == Some(stay);
        self.open().filter(|(_, p)| !own(p) && !self.is_hidden(p, stay) && is_for(p)).map(|(id, _)| id).collect()
    }

    /// The same with what is addressed to that stay while a colleague on the other post has it in hand.
    fn is_read_by(&self, point: &Point, stay: StayId) -> bool {
        let own = point.said[0].stay == Some(stay);
        self.read_by_stay(stay).contains(&point.id)
            || (!own && !self.is_hidden(point, stay) && self.is_beside(point, stay) && self.addressed(point, stay))
    }

    /// Whether a colleague on the other post has the point in hand.
    fn is_beside(&self, point: &Point, stay: StayId) -> bool {
        point.hand.and_then(|id| self.here_with(point, id)).is_some_and(|s| s.post != self.seats[&stay].post)
    }

    /// What a doctor may find besides: of the centre, of a colleague on the other post, asked of them, or answered
    /// by them before they let it go.
    pub(super) fn may_be_read_by_stay(&self, id: ItemId, stay: StayId) -> bool {
        let Some(point) = self.points.get(&id).filter(|p| p.open) else { return false };
        let spoke = point.said.iter().any(|w| w.stay == Some(stay));
        let asked = spoke && point.asked && point.asker != Some(stay);
        let beside = self.is_beside(point, stay);
        let answered = self.lets_go(point, stay) && point.answers.iter().any(|w| w.stay == Some(stay));
        let shown = !self.is_hidden(point, stay);
        asked || (shown && (point.common || answered || (beside && self.addressed(point, stay))))
    }

    /// What a member of the team must find.
    pub(super) fn read_by_team(&self, person: PersonId) -> BTreeSet<ItemId> {
        let role = self.team[&person].role;
        let is_for = |point: &Point| {
            let holder = self.holder(point);
            let theirs = holder == Holder::Person(person) || holder == Holder::Role(role);
            (role == Role::Coordination && (point.asked || point.returned))
                || (theirs && point.show.is_none_or(|from| from <= self.today.week()))
        };
        self.open().filter(|(_, p)| is_for(p)).map(|(id, _)| id).collect()
    }

    /// What the coordination may find besides: whatever escalates to her, once its week has come.
    pub(super) fn may_be_read_by_team(&self, id: ItemId, person: PersonId) -> bool {
        let shown = |p: &Point| p.show.is_none_or(|from| from <= self.today.week());
        self.role(person) == Some(Role::Coordination) && self.points.get(&id).is_some_and(|p| p.open && shown(p))
    }

    /// Rule 15: the stay before on the post, and the weeks since in which somebody could have been there.
    pub(super) fn takes_from(&self, stay: StayId) -> (Option<StayId>, Vec<IsoWeek>) {
        let seat = &self.seats[&stay];
        let before = self
            .seats
            .iter()
            .filter(|(_, s)| s.booked == Booked::Confirmed && s.post == seat.post && s.to < seat.from)
            .max_by_key(|(id, s)| (s.from, **id));
        let Some((before, last)) = before else { return (None, vec![]) };
        let mut vacant: Vec<IsoWeek> =
            (last.to.0..seat.from.0).map(Day).filter(|d| self.works(*d)).map(Day::week).collect();
        vacant.dedup();
        vacant.retain(|w| *w != last.to.week() && *w != seat.from.week());
        (Some(*before), vacant)
    }

    /// Confirmed stays that ended without a signature (rule 6).
    pub(super) fn unsigned(&self) -> BTreeSet<StayId> {
        let over = |s: &Seat| s.booked == Booked::Confirmed && s.to < self.today;
        self.seats.iter().filter(|(id, s)| over(s) && !self.signed.contains(id)).map(|(id, _)| *id).collect()
    }

    /// Whether the point's last word was said in a stay that ended without a signature.
    pub(super) fn is_unsigned(&self, point: &Point) -> bool {
        let stay = point.said.last().and_then(|w| w.stay);
        stay.is_some_and(|id| self.seats[&id].to < self.today && !self.signed.contains(&id))
    }

    /// Whether a stay has said nothing at all (rule 9).
    pub(super) fn is_silent(&self, stay: StayId) -> bool {
        self.points.values().all(|p| p.said.iter().all(|w| w.stay != Some(stay)))
    }

    /// The rule by which a stay finds a point: says why, when it does not.
    pub(super) fn why_read(&self, point: &Point, stay: StayId) -> u8 {
        let seat = &self.seats[&stay];
        if point.show.is_some_and(|from| from == self.today.week()) {
            return 13;
        }
        match point.to {
            _ if point.hand == Some(stay) => 7,
            Addressee::Post(post, week) => {
                let cancelled = |s: &Seat| s.post == post && s.from.week() == week && s.booked == Booked::Cancelled;
                if self.seats.values().any(cancelled) { 3 } else { 2 }
            }
            _ if seat.from > self.today => 2,
            _ => 1,
        }
    }

    /// The rule that says who holds the point.
    pub(super) fn why_held(&self, point: &Point) -> u8 {
        let last = point.hand.and_then(|id| Some((id, self.seats.get(&id)?)));
        match (last, point.to) {
            _ if point.unchanged >= 3 && point.to == Addressee::Role(Role::Coordination) => 12,
            _ if point.only_read => 7,
            (Some((id, _)), _) if self.lets_go(point, id) => 5,
            (Some((id, _)), _) if self.here(id).is_some() && self.let_go.contains_key(&id) => 5,
            (Some((id, _)), _) if self.signed.contains(&id) => 4,
            (Some((_, seat)), _) if seat.to < self.today => 6,
            (Some((_, seat)), _) if seat.booked != Booked::Confirmed => 3,
            (_, Addressee::Role(_)) => 3,
            _ => 1,
        }
    }
}
