//! Rooms: who is in which on each half-day, what is free, and where an occupant and a post need the same (rule 40).
//!
//! A room is somebody's by a booking, an occupant's or another's; and by itself, without one, the room that a post works in
//! is its doctor's on the half-days of the stay. A booking counts for a half-day as soon as it lies in a part of it, noon
//! being where the centre's afternoon begins.

use super::centre::Opening;
use super::collective::Listed;
use super::lent::{Times, in_the_way};
use super::prepared::Prepared;
use super::record::{Asset, AssetKind, Booking, Tenant};
use super::{Calendar, Day, HalfDay, Period, PostId, Rota, Stay};

/// The half-days of a day.
pub const HALVES: [HalfDay; 2] = [HalfDay::Morning, HalfDay::Afternoon];

/// A half-day of a day.
pub type Half = (Day, HalfDay);

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Who has a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum User<'a> {
    /// By a booking: an occupant, a stay, or whoever it says.
    Booked(&'a Listed<Booking>),
    /// The doctor of the post whose own room it is.
    Post(&'a Stay),
}

/// What is known of the rooms.
#[derive(Debug, Clone, Copy)]
pub struct Rooms<'a> {
    pub rota: &'a Rota,
    pub known: &'a Prepared,
}

/// From when to when a half-day is, as bookings are counted.
#[must_use]
pub fn times((day, half): Half, opening: &Opening) -> Times {
    let noon = opening.afternoon.0;
    let (from_minute, to_minute) = match half {
        HalfDay::Morning => (0, noon),
        HalfDay::Afternoon => (noon, DAY),
    };
    Times { from_day: day, from_minute, to_day: Some(day), to_minute }
}

/// The hours of a half-day, as the centre opens.
#[must_use]
pub const fn hours(half: HalfDay, opening: &Opening) -> (u16, u16) {
    match half {
        HalfDay::Morning => opening.morning,
        HalfDay::Afternoon => opening.afternoon,
    }
}

/// What an occupant has from a day on: a booking for each half-day, at the hours of the centre.
pub fn booked(tenant: &Tenant, from: Day, opening: &Opening) -> impl Iterator<Item = Booking> {
    tenant.half_days.of(from.max(tenant.from), tenant.to).map(|(day, half)| {
        let (from_minute, to_minute) = hours(half, opening);
        let times = Times { from_day: day, from_minute, to_day: Some(day), to_minute };
        Booking { tenant: Some(tenant.id), follows: true, ..Booking::of_asset(tenant.asset, times) }
    })
}

/// The first booking that keeps an occupant from what is agreed, and the half-day on which it does.
#[must_use]
pub fn taken<'a>(
    tenant: &Tenant,
    from: Day,
    room: &Asset,
    others: &'a [Booking],
    opening: &Opening,
) -> Option<(Day, &'a Booking)> {
    booked(tenant, from, opening)
        .find_map(|booking| in_the_way(&booking, room, others).map(|other| (booking.times.from_day, other)))
}

/// The half-days of some days that an occupant has, and on which the centre is open, so that its own doctor works.
#[must_use]
pub fn shared(tenant: &Tenant, from: Day, to: Day, calendar: &Calendar) -> Vec<Half> {
    let halves = tenant.half_days.of(tenant.from.max(from), tenant.to.min(to));
    halves.filter(|(day, half)| is_open(*day, *half, calendar)).collect()
}

/// Whether the centre is open on a half-day: neither closed nor a holiday.
#[must_use]
pub fn is_open(day: Day, half: HalfDay, calendar: &Calendar) -> bool {
    calendar.is_working(day) && calendar.opening.opens_half(day, half)
}

/// Whether a booking lies in a part of some times.
fn meets(booking: &Booking, times: Times) -> bool {
    let before = |a: Times, b: Times| b.finish().is_none_or(|finish| a.start() < finish);
    booking.places > 0 && before(booking.times, times) && before(times, booking.times)
}

impl<'a> Rooms<'a> {
    /// The rooms that are lent on a day or later, by name.
    #[must_use]
    pub fn from(self, day: Day) -> Vec<&'a Asset> {
        let rooms = self.known.assets.iter().map(|asset| &asset.what);
        let mut rooms: Vec<&Asset> = rooms.filter(|a| a.kind == AssetKind::Room && is_lent(a, day)).collect();
        rooms.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        rooms
    }

    /// Who has a room on a half-day, by a booking first.
    #[must_use]
    pub fn users(self, room: &Asset, half: Half) -> Vec<User<'a>> {
        let calendar = &self.rota.calendar;
        let times = times(half, &calendar.opening);
        let bookings = self.known.bookings.iter().filter(|b| b.what.asset == room.id && meets(&b.what, times));
        let post = room.post.filter(|_| room.by_default && is_open(half.0, half.1, calendar));
        let stays = self.rota.stays.between(half.0, half.0);
        let stays = stays.filter(move |stay| stay.is_confirmed() && Some(stay.post) == post);
        bookings.map(User::Booked).chain(stays.map(User::Post)).collect()
    }

    /// The rooms that are free on each open half-day of a period: closures and holidays are left out, and so is what is
    /// not lent any more.
    #[must_use]
    pub fn free(self, period: Period) -> Vec<(Half, Vec<&'a Asset>)> {
        let rooms = self.from(period.from);
        let free = |half: Half| {
            rooms.iter().copied().filter(|a| is_lent(a, half.0) && self.users(a, half).is_empty()).collect()
        };
        self.open(period).map(|half| (half, free(half))).collect()
    }

    /// Half-days on which rooms were used, and on which they could be: open ones, of the rooms that there were.
    #[must_use]
    pub fn used(self, period: Period) -> (usize, usize) {
        let rooms = self.from(period.from);
        let mut counted = (0, 0);
        for half in self.open(period) {
            for room in rooms.iter().filter(|room| is_lent(room, half.0)) {
                counted.1 += 1;
                counted.0 += usize::from(!self.users(room, half).is_empty());
            }
        }
        counted
    }

    fn open(self, period: Period) -> impl Iterator<Item = Half> {
        let halves = period.from.to(period.to).flat_map(|day| HALVES.map(|half| (day, half)));
        halves.filter(|(day, half)| is_open(*day, *half, &self.rota.calendar))
    }

    /// The stays whose doctor works in the room that an occupant is to have, from a day on, each with the half-days that
    /// both need.
    #[must_use]
    pub fn stays_before(self, tenant: &Tenant, today: Day) -> Vec<(&'a Stay, Vec<Half>)> {
        let room = self.known.asset(tenant.asset);
        let Some(post) = room.filter(|room| room.by_default).and_then(|room| room.post) else { return Vec::new() };
        let from = tenant.from.max(today);
        let stays = self.rota.stays.between(from, tenant.to.max(from));
        let both = |stay: &'a Stay| (stay, shared(tenant, stay.from.max(from), stay.to, &self.rota.calendar));
        let theirs = stays.filter(|stay| stay.is_confirmed() && stay.post == post);
        theirs.map(both).filter(|(_, halves)| !halves.is_empty()).collect()
    }

    /// The occupants of the room that a post works in, in some days, each with the half-days that both need.
    #[must_use]
    pub fn tenants_before(self, post: PostId, from: Day, to: Day) -> Vec<(&'a Asset, &'a Tenant, Vec<Half>)> {
        let own = |id: i64| self.known.asset(id).filter(|room| room.by_default && room.post == Some(post));
        let tenants = self.known.tenants.iter().map(|tenant| &tenant.what);
        let both = tenants.filter_map(|t| Some((own(t.asset)?, t, shared(t, from, to, &self.rota.calendar))));
        both.filter(|(_, _, halves)| !halves.is_empty()).collect()
    }
}

/// Whether something is still lent on a day.
fn is_lent(asset: &Asset, day: Day) -> bool {
    asset.retired_on.is_none_or(|last| last >= day)
}

#[cfg(test)]
mod tests;
