//! What is lent has one user at a time, and a house never more guests than places (rule 34).
//!
//! Times are civil and local: a day, and minutes since its midnight. The store refuses the same in its own words (the
//! triggers `lent_*`), and a property keeps the two alike.

use super::collective::Listed;
use super::record::{Asset, AssetKind, Booking, Travel, Value, Values};
use super::{Day, Stay};

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// The hour of the eve at which a stay's house and vehicle are its doctor's, in minutes since midnight.
pub const FROM: u16 = 17 * 60;

/// The hour of the morrow up to which they are.
pub const UNTIL: u16 = 12 * 60;

/// From when to when something is somebody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Times {
    pub from_day: Day,
    /// Minutes since midnight.
    pub from_minute: u16,
    /// Nothing: until it is back.
    pub to_day: Option<Day>,
    /// Minutes since midnight, up to the whole day.
    pub to_minute: u16,
}

impl Times {
    /// What the values of a booking say.
    #[must_use]
    pub fn of(values: &Values) -> Option<Self> {
        let minute = |field| values.count(field).and_then(|minute| u16::try_from(minute).ok());
        Some(Self {
            from_day: values.day("from_day")?,
            from_minute: minute("from_minute")?,
            to_day: values.day("to_day"),
            to_minute: minute("to_minute")?,
        })
    }

    /// The same as values.
    pub fn values(self) -> impl Iterator<Item = (&'static str, Value)> {
        [
            ("from_day", self.from_day.into()),
            ("from_minute", u32::from(self.from_minute).into()),
            ("to_day", self.to_day.into()),
            ("to_minute", u32::from(self.to_minute).into()),
        ]
        .into_iter()
    }

    /// When it begins, in minutes.
    #[must_use]
    pub const fn start(self) -> i64 {
        self.from_day.0 as i64 * DAY + self.from_minute as i64
    }

    /// When it ends, in minutes; nothing while it is out.
    #[must_use]
    pub fn finish(self) -> Option<i64> {
        self.to_day.map(|day| i64::from(day.0) * DAY + i64::from(self.to_minute))
    }

    /// Those of a stay's house and vehicle: by the voyage that is noted, else from the eve to the morrow.
    #[must_use]
    pub fn of_stay(stay: &Stay, travel: Option<&Travel>) -> Self {
        let comes = travel.and_then(|t| t.comes_on.map(|day| (day, t.comes_at)));
        let leaves = travel.and_then(|t| t.leaves_on.map(|day| (day, t.leaves_at)));
        let (from_day, from_minute) = match comes {
            Some((day, Some(minute))) => (day, minute),
            Some((day, None)) => (day, if day < stay.from { FROM } else { 0 }),
            None => (stay.from.plus(-1), FROM),
        };
        let (to_day, to_minute) = match leaves {
            Some((day, Some(minute))) => (day, minute),
            Some((day, None)) => (day, if day > stay.to { UNTIL } else { 24 * 60 }),
            None => (stay.to.plus(1), UNTIL),
        };
        Self { from_day, from_minute, to_day: Some(to_day), to_minute }
    }
}

/// When a booking ends and its asset is ready again.
fn ready(booking: &Booking, asset: &Asset) -> i64 {
    booking.times.finish().map_or(i64::MAX, |finish| finish + i64::from(asset.cleaning))
}

/// The booking that stands in the way of another: the first to begin of those that leave it no room. `others` are the
/// bookings of that asset, the one itself left out.
#[must_use]
pub fn in_the_way<'a>(booking: &Booking, asset: &Asset, others: &'a [Booking]) -> Option<&'a Booking> {
    if booking.places == 0 {
        return None;
    }
    let room = if asset.kind == AssetKind::House { asset.places } else { 1 };
    let (start, finish) = (booking.times.start(), ready(booking, asset));
    let there = |at: i64| {
        others
            .iter()
            .filter(move |o| o.asset == asset.id && o.places > 0 && o.times.start() <= at && at < ready(o, asset))
    };
    // How many there are changes for the worse only where one begins.
    let begins = others.iter().map(|o| o.times.start()).filter(|at| start <= *at && *at < finish);
    let mut moments: Vec<i64> = begins.chain([start]).collect();
    moments.sort_unstable();
    let full = |at: &i64| there(*at).map(|o| o.places).sum::<u32>().saturating_add(booking.places) > room;
    let at = moments.into_iter().find(full)?;
    // In a house that is too small for them, they are in their own way.
    there(at).min_by_key(|o| o.times.start())
}

/// Who had something on a day, or at a minute of it, by the moment each began: what was of no use is left out.
#[must_use]
pub fn had(bookings: &[Listed<Booking>], day: Day, minute: Option<u16>) -> Vec<&Listed<Booking>> {
    let (first, last) = minute.map_or((0, DAY - 1), |minute| (i64::from(minute), i64::from(minute)));
    let (first, last) = (i64::from(day.0) * DAY + first, i64::from(day.0) * DAY + last);
    let there = |times: Times| times.start() <= last && times.finish().is_none_or(|finish| first < finish);
    let mut found: Vec<_> = bookings.iter().filter(|b| b.what.places > 0 && there(b.what.times)).collect();
    found.sort_by_key(|booking| (booking.what.times.start(), booking.row.id));
    found
}

/// Whether a booking of that many could never be: more guests than places.
#[must_use]
pub fn too_many(places: u32, asset: &Asset) -> bool {
    places > asset.places
}

/// Which house and vehicle a stay is given, the first that is its post's own, then any that is booked with each stay:
/// of each kind the ones to be tried, in their order.
#[must_use]
pub fn usual<'a>(assets: &'a [Asset], stay: &Stay) -> [Vec<&'a Asset>; 2] {
    [AssetKind::House, AssetKind::Vehicle].map(|kind| {
        let lent = |a: &&Asset| {
            a.kind == kind
                && a.by_default
                && a.post.is_none_or(|post| post == stay.post)
                && a.retired_on.is_none_or(|last| last >= stay.to)
        };
        let mut found: Vec<&Asset> = assets.iter().filter(lent).collect();
        found.sort_by_key(|a| (a.post.is_none(), a.id));
        found
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::fixture::{monday, stay};
    use super::super::record::Means;
    use super::super::{PostId, StayId};
    use super::*;

    fn asset(kind: AssetKind, places: u32, cleaning: u32) -> Asset {
        Asset {
            id: 1,
            kind,
            name: "Maison".into(),
            address: String::new(),
            places,
            plate: String::new(),
            range_km: None,
            charge: String::new(),
            opens: String::new(),
            cleaning,
            by_default: true,
            post: None,
            retired_on: None,
            note: String::new(),
        }
    }

    /// From a day of S48 at an hour to a day at an hour.
    fn booking((from, hour): (i32, u16), to: Option<(i32, u16)>, places: u32) -> Booking {
        let day = |n: i32| monday(48).plus(n);
        Booking {
            asset: 1,
            stay: Some(StayId(1)),
            tenant: None,
            whom: String::new(),
            times: Times {
                from_day: day(from),
                from_minute: hour * 60,
                to_day: to.map(|(to, _)| day(to)),
                to_minute: to.map_or(0, |(_, hour)| hour * 60),
            },
            places,
            follows: false,
            kilometres: None,
            charge: None,
            damage: String::new(),
            lost: String::new(),
            note: String::new(),
        }
    }

    #[rstest]
    // One ends as the other begins.
    #[case(AssetKind::Vehicle, 1, 0, booking((0, 12), Some((1, 12)), 1), false)]
    #[case(AssetKind::Vehicle, 1, 0, booking((0, 11), Some((1, 12)), 1), true)]
    // Three hours to clean.
    #[case(AssetKind::House, 1, 180, booking((0, 12), Some((1, 12)), 1), true)]
    #[case(AssetKind::House, 1, 180, booking((0, 15), Some((1, 12)), 1), false)]
    #[case(AssetKind::House, 2, 180, booking((0, 12), Some((1, 12)), 1), false)]
    #[case(AssetKind::House, 2, 180, booking((0, 12), Some((1, 12)), 2), true)]
    // Not needed: nobody's.
    #[case(AssetKind::Vehicle, 1, 0, booking((-2, 12), Some((1, 12)), 0), false)]
    fn an_asset_serves_one_and_a_house_as_many_as_it_has_places(
        #[case] kind: AssetKind,
        #[case] places: u32,
        #[case] cleaning: u32,
        #[case] new: Booking,
        #[case] refused: bool,
    ) {
        let there = [booking((-6, 17), Some((0, 12)), 1)];
        let found = in_the_way(&new, &asset(kind, places, cleaning), &there);
        assert_eq!(found.is_some(), refused);
    }

    #[test]
    fn who_had_the_car_on_a_day_or_at_an_hour_is_found() {
        let listed = |what: Booking| {
            let row = super::super::record::Written {
                id: i64::from(what.times.from_day.0),
                rev: super::super::Rev(0),
                values: what.values(),
                by: None,
            };
            Listed { what, row }
        };
        let unused = Booking { places: 0, ..booking((0, 12), Some((2, 12)), 1) };
        let all = [booking((1, 12), Some((8, 12)), 1), booking((-6, 17), Some((1, 12)), 1), unused].map(listed);
        let days = |day, minute| {
            had(&all, monday(48).plus(day), minute)
                .iter()
                .map(|b| b.what.times.from_day.0 - monday(48).0)
                .collect::<Vec<_>>()
        };
        assert_eq!(days(0, None), [-6]);
        // On the day on which it changed hands both, at an hour one.
        assert_eq!(days(1, None), [-6, 1]);
        assert_eq!((days(1, Some(719)), days(1, Some(720))), (vec![-6], vec![1]));
        assert_eq!(days(-7, None), Vec::<i32>::new());
    }

    #[test]
    fn a_key_that_is_out_is_nobody_elses() {
        let key = asset(AssetKind::Key, 1, 0);
        let out = [booking((-6, 8), None, 1)];
        assert!(in_the_way(&booking((30, 8), None, 1), &key, &out).is_some());
        assert!(out[0].is_out(monday(60)));
        let back = [booking((-6, 8), Some((0, 8)), 1)];
        assert!(in_the_way(&booking((30, 8), None, 1), &key, &back).is_none());
    }

    #[test]
    fn guests_who_come_one_after_the_other_are_counted_when_they_are_there() {
        let house = asset(AssetKind::House, 3, 0);
        let there = [booking((0, 0), Some((2, 0)), 2), booking((3, 0), Some((5, 0)), 2)];
        assert_eq!(in_the_way(&booking((0, 0), Some((6, 0)), 1), &house, &there), None);
        assert_eq!(in_the_way(&booking((1, 0), Some((4, 0)), 2), &house, &there), Some(&there[0]));
        assert_eq!(in_the_way(&booking((2, 0), Some((4, 0)), 2), &house, &there), Some(&there[1]));
    }

    #[test]
    fn a_house_is_from_the_eve_to_the_morrow_or_by_the_voyage() {
        let stay = stay(1, 1, 1, 48);
        let times = |travel: Option<&Travel>| {
            let t = Times::of_stay(&stay, travel);
            (t.from_day.0 - stay.from.0, t.from_minute, t.to_day.unwrap().0 - stay.to.0, t.to_minute)
        };
        assert_eq!(times(None), (-1, 17 * 60, 1, 12 * 60));
        let mut travel = Travel::of(&super::super::record::Written {
            id: 1,
            rev: super::super::Rev(0),
            values: [("stay", Value::Number(1))].into_iter().collect(),
            by: None,
        })
        .unwrap();
        assert_eq!(times(Some(&travel)), (-1, 17 * 60, 1, 12 * 60));
        travel = Travel {
            comes_by: Some(Means::Train),
            comes_on: Some(stay.from),
            comes_at: Some(7 * 60 + 30),
            leaves_on: Some(stay.to),
            leaves_at: None,
            ..travel
        };
        assert_eq!(times(Some(&travel)), (0, 7 * 60 + 30, 0, 24 * 60));
    }

    #[test]
    fn a_posts_own_house_goes_before_one_of_all() {
        let all = asset(AssetKind::House, 2, 0);
        let own = Asset { id: 2, post: Some(PostId(2)), ..all.clone() };
        let none = Asset { id: 3, by_default: false, ..all.clone() };
        let car = Asset { id: 4, kind: AssetKind::Vehicle, retired_on: Some(monday(47)), ..all.clone() };
        let assets = [all, own, none, car];
        let ids = |post| {
            let stay = Stay { post: PostId(post), ..stay(1, 1, 1, 48) };
            usual(&assets, &stay).map(|found| found.into_iter().map(|a| a.id).collect::<Vec<_>>())
        };
        assert_eq!(ids(2), [vec![2, 1], vec![]]);
        assert_eq!(ids(1), [vec![1], vec![]]);
    }
}
