use super::super::fixture::{monday, rota, stay};
use super::super::half_days;
use super::super::record::{Value, Values, Written};
use super::super::{Rev, StayState};
use super::*;

/// Rooms 1 (of post 1) and 2 (of nobody).
fn assets() -> Vec<Listed<Asset>> {
    let room = |id: i64, name: &str, post: Option<i64>| {
        let values: Values = [
            ("name", name.into()),
            ("kind", AssetKind::Room.value()),
            ("by_default", post.is_some().into()),
            ("post", post.map_or(Value::Empty, Value::Number)),
        ]
        .into_iter()
        .collect();
        let row = Written { id, rev: Rev(0), values, by: None };
        Listed { what: Asset::of(&row).unwrap(), row }
    };
    vec![room(2, "Salle 2", None), room(1, "Salle 1", Some(1))]
}

fn tenant(asset: i64, halves: &str, from: Day, to: Day) -> Listed<Tenant> {
    let values: Values = [
        ("name", "Mme Petit".into()),
        ("profession", "psychologue".into()),
        ("asset", Value::Number(asset)),
        ("half_days", half_days::read(halves).unwrap().bits().into()),
        ("from_day", from.into()),
        ("to_day", to.into()),
    ]
    .into_iter()
    .collect();
    let row = Written { id: 7, rev: Rev(0), values, by: None };
    Listed { what: Tenant::of(&row).unwrap(), row }
}

fn booked_at(asset: i64, day: Day, from: u16, to: u16) -> Listed<Booking> {
    let times = Times { from_day: day, from_minute: from * 60, to_day: Some(day), to_minute: to * 60 };
    let what = Booking { whom: "vaccins".into(), ..Booking::of_asset(asset, times) };
    Listed { row: Written { id: 1, rev: Rev(0), values: what.values(), by: None }, what }
}

/// Dr 1 on post 1 in S48, an option in S49; what else is lent.
fn with<T>(bookings: Vec<Listed<Booking>>, tenants: Vec<Listed<Tenant>>, look: impl FnOnce(Rooms) -> T) -> T {
    let option = Stay { state: StayState::Option, ..stay(2, 1, 2, 49) };
    let rota = rota(2, vec![stay(1, 1, 1, 48), option]);
    let known = Prepared { assets: assets(), bookings, tenants, ..Prepared::default() };
    look(Rooms { rota: &rota, known: &known })
}

fn s48() -> Period {
    Period { from: monday(48), to: monday(48).plus(6) }
}

#[test]
fn a_post_has_its_room_on_the_open_half_days_of_its_stay() {
    with(Vec::new(), Vec::new(), |rooms| {
        let room = rooms.from(monday(48))[0];
        let users = |day: i32, half| rooms.users(room, (monday(48).plus(day), half)).len();
        assert_eq!((users(0, HalfDay::Morning), users(1, HalfDay::Afternoon)), (1, 1));
        // Thursday afternoon and Sunday are closed; of an option nobody is sure.
        assert_eq!((users(3, HalfDay::Afternoon), users(6, HalfDay::Morning), users(7, HalfDay::Morning)), (0, 0, 0));
    });
}

#[test]
fn a_booking_counts_for_the_half_days_it_lies_in() {
    let tuesday = monday(48).plus(1);
    let halves = |from, to| {
        with(vec![booked_at(2, tuesday, from, to)], Vec::new(), |rooms| {
            let room = rooms.from(tuesday)[1];
            HALVES.map(|half| rooms.users(room, (tuesday, half)).len())
        })
    };
    assert_eq!(halves(8, 13), [1, 0]);
    assert_eq!(halves(14, 18), [0, 1]);
    assert_eq!(halves(12, 14), [1, 1]);
    // In the evening it is the afternoon's.
    assert_eq!(halves(19, 21), [0, 1]);
}

#[test]
fn what_is_free_leaves_out_closed_half_days_and_counts_what_is_used() {
    let bookings = vec![booked_at(2, monday(48).plus(1), 8, 12), booked_at(2, monday(48).plus(6), 8, 12)];
    with(bookings, Vec::new(), |rooms| {
        // Ten half-days are open, Saturday morning too: the doctor is in room 1 on all of them, room 2 is booked on one.
        let free: Vec<usize> = rooms.free(s48()).iter().map(|(_, rooms)| rooms.len()).collect();
        assert_eq!(free, [1, 1, 0, 1, 1, 1, 1, 1, 1, 1]);
        assert_eq!(rooms.used(s48()), (11, 20));
    });
}

#[test]
fn a_room_that_is_not_lent_any_more_is_neither_free_nor_counted() {
    let rota = rota(1, Vec::new());
    let mut assets = assets();
    assets[0].what.retired_on = Some(monday(48));
    let known = Prepared { assets, ..Prepared::default() };
    let rooms = Rooms { rota: &rota, known: &known };
    // Ten of the one, and two of the other's last day.
    assert_eq!(rooms.used(s48()), (0, 12));
    assert_eq!(rooms.free(s48()).iter().map(|(_, free)| free.len()).sum::<usize>(), 12);
}

#[test]
fn a_tenant_and_a_post_that_need_one_room_are_found_from_either_side() {
    let (from, to) = (monday(40), monday(60));
    let own = tenant(1, "mar. matin, jeu", from, to);
    with(Vec::new(), vec![own.clone(), tenant(2, "mar", from, to)], |rooms| {
        // Tuesday and Thursday morning of S48; Thursday afternoon is closed.
        let stays = rooms.stays_before(&own.what, monday(47));
        let days: Vec<i32> = stays[0].1.iter().map(|(day, _)| day.0 - monday(48).0).collect();
        assert_eq!((stays.len(), days), (1, vec![1, 3]));
        assert!(rooms.stays_before(&own.what, monday(49)).is_empty(), "what is over is not in the way");
        let tenants = rooms.tenants_before(PostId(1), monday(49), monday(49).plus(1));
        assert_eq!(tenants.len(), 1);
        assert_eq!((&*tenants[0].0.name, tenants[0].2.len()), ("Salle 1", 1));
        assert!(rooms.tenants_before(PostId(2), from, to).is_empty());
    });
}

#[test]
fn who_has_a_room_keeps_a_tenant_from_it_on_the_first_such_day() {
    let asset = &assets()[0].what;
    let own = tenant(2, "mar", monday(48), monday(52)).what;
    let there = [booked_at(2, monday(50).plus(1), 10, 11).what, booked_at(2, monday(50), 10, 11).what];
    let opening = Opening::default();
    let found = taken(&own, monday(48), asset, &there, &opening);
    assert_eq!(found, Some((monday(50).plus(1), &there[0])));
    assert_eq!(taken(&own, monday(51), asset, &there, &opening), None);
    assert_eq!(booked(&own, monday(49), &opening).count(), 6);
}
