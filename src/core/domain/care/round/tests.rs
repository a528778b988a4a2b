use super::super::super::fixture::monday;
use super::super::super::record::Distance;
use super::super::super::{EntryId, PostId};
use super::*;
use crate::domain::agenda::NewEntry;

fn km(from: &str, to: &str, km: u32) -> Distance {
    Distance { from_commune: from.into(), to_commune: to.into(), km }
}

fn visit(id: i64, start: u16, place: &str) -> Entry {
    let day = monday(49);
    Entry {
        id: EntryId(id),
        uid: None,
        what: NewEntry {
            kind: EntryKind::Visit,
            post: Some(PostId(1)),
            day,
            to: day,
            start: Some(start),
            minutes: 30,
            patient: Some(PatientRef {
                file: format!("12{id}"),
                initials: Some("M.D.".into()),
                birth_year: Some(1948),
            }),
            title: String::new(),
            place: place.into(),
            item: None,
        },
    }
}

fn rounds(lines: &[Distance], entries: &[Entry]) -> Vec<Round> {
    let distances = Distances::of(lines);
    Measure { centre: "Ajain", distances: &distances, noon: 13 * 60 }.rounds(entries)
}

#[test]
fn a_round_goes_from_the_centre_by_the_hours_and_back() {
    let lines = [km("Ajain", "Ladapeyre", 9), km("Ladapeyre", "Jarnages", 8), km("Jarnages", "Ajain", 12)];
    let mut meeting = visit(9, 15 * 60, "Ladapeyre");
    meeting.what.kind = EntryKind::Meeting;
    let entries = [
        visit(2, 16 * 60, "EHPAD Les Tilleuls, Jarnages"),
        visit(1, 14 * 60, "ladapeyre"),
        visit(3, 9 * 60, "Ajain"),
        meeting,
    ];
    let found = rounds(&lines, &entries);
    let told = |round: &Round| {
        let stops: Vec<_> = round.stops.iter().map(|s| (s.start, s.commune().to_owned(), s.kilometres)).collect();
        (round.half, stops, round.back, round.kilometres)
    };
    let morning = (HalfDay::Morning, vec![(540, "Ajain".to_owned(), Some(0))], Some(0), 0);
    let stops = vec![(840, "ladapeyre".to_owned(), Some(9)), (960, "Jarnages".to_owned(), Some(8))];
    assert_eq!(found.iter().map(told).collect::<Vec<_>>(), [morning, (HalfDay::Afternoon, stops, Some(12), 29)]);
    assert!(found.iter().all(|round| round.unknown.is_empty() && round.shorter.is_none()));
}

#[test]
fn a_way_nobody_typed_is_named_once_and_the_rest_is_a_lower_bound() {
    let lines = [km("Ajain", "Ladapeyre", 9)];
    let entries =
        [visit(1, 840, "Ladapeyre"), visit(2, 880, "Pionnat"), visit(3, 920, "Ladapeyre"), visit(4, 960, "Pionnat")];
    let round = rounds(&lines, &entries).remove(0);
    assert_eq!((round.kilometres, round.back, &round.shorter), (9, None, &None));
    let pairs = [("Ladapeyre", "Pionnat"), ("Ajain", "Pionnat")].map(|(a, b)| (a.to_owned(), b.to_owned()));
    assert_eq!(round.unknown, pairs);
}

#[test]
fn what_was_travelled_is_each_half_day_of_a_post_from_the_centre_and_back() {
    let lines = [km("Ajain", "Ladapeyre", 9), km("Ladapeyre", "Jarnages", 8), km("Jarnages", "Ajain", 12)];
    let ride = |day: i32, post: i64, start: u16, place: &str| Ride {
        day: monday(49).plus(day),
        post: Some(PostId(post)),
        start,
        place: place.into(),
    };
    let distances = Distances::of(&lines);
    let travelled = |rides: &[Ride]| {
        let found = Measure { centre: "Ajain", distances: &distances, noon: 13 * 60 }.travelled(rides);
        (found.visits, found.communes, found.kilometres, found.unknown)
    };
    // 9 + 8 + 12; the same morning on the other post, 18; the afternoon, 24; the next day at home, none.
    let rides = [
        ride(0, 1, 600, "EHPAD Les Tilleuls, Jarnages"),
        ride(0, 1, 540, "Ladapeyre"),
        ride(0, 2, 560, "ladapeyre"),
        ride(0, 1, 840, "Jarnages"),
        ride(1, 1, 540, "Ajain"),
    ];
    assert_eq!(travelled(&rides), (5, 3, 29 + 18 + 24, 0));
    // There and back, and a place that is not said.
    assert_eq!(travelled(&[ride(0, 1, 540, "Pionnat"), ride(0, 1, 600, "")]), (2, 1, 0, 3));
    assert_eq!(travelled(&[]), (0, 0, 0, 0));
}

#[test]
fn a_shorter_order_is_said_and_not_taken() {
    // On one road: Ajain, 5 km, A, 5 km, B, 5 km, C.
    let lines = [
        km("Ajain", "A", 5),
        km("Ajain", "B", 10),
        km("Ajain", "C", 15),
        km("A", "B", 5),
        km("B", "C", 5),
        km("A", "C", 10),
    ];
    let entries = [visit(1, 840, "B"), visit(2, 880, "A"), visit(3, 920, "C")];
    let round = rounds(&lines, &entries).remove(0);
    // 10 + 5 + 10 + 15; by the road, out to C and back.
    assert_eq!(round.kilometres, 40);
    assert_eq!(round.stops[0].commune(), "B");
    let shorter = round.shorter.unwrap();
    assert_eq!(shorter.kilometres, 30);
    // Beyond eight stops nothing is tried.
    let many: Vec<Entry> =
        (0u16..9).map(|n| visit(n.into(), 840 + 20 * n, if n % 2 == 0 { "C" } else { "A" })).collect();
    assert_eq!(rounds(&lines, &many)[0].shorter, None);
    assert!(rounds(&lines, &many[..8])[0].shorter.is_some());
}

#[test]
fn no_order_that_is_tried_by_hand_is_shorter_than_the_one_said() {
    // Every pair of six places, by a fixed mixture.
    let places = ["A", "B", "C", "D", "E"];
    let all: Vec<&str> = std::iter::once("Ajain").chain(places).collect();
    let mut lines = Vec::new();
    for (i, from) in all.iter().enumerate() {
        for (j, to) in all.iter().enumerate().skip(i + 1) {
            lines.push(km(from, to, u32::try_from((i * 7 + j * 13) % 17 + 3).unwrap()));
        }
    }
    let known = Distances::of(&lines);
    let entries: Vec<Entry> = (0u16..5).map(|n| visit(n.into(), 840 + 20 * n, places[usize::from(n)])).collect();
    let round = rounds(&lines, &entries).remove(0);
    let said = round.shorter.as_ref().map_or(round.kilometres, |shorter| shorter.kilometres);
    // Heap's orders, without the program's own search.
    let mut orders = vec![vec![]];
    for _ in 0..5 {
        orders = orders
            .into_iter()
            .flat_map(|o: Vec<usize>| {
                (0..5).filter(|n| !o.contains(n)).map(|n| [o.clone(), vec![n]].concat()).collect::<Vec<_>>()
            })
            .collect();
    }
    assert_eq!(orders.len(), 120);
    let long = |order: &Vec<usize>| {
        let stops: Vec<&str> =
            std::iter::once("Ajain").chain(order.iter().map(|n| places[*n])).chain(["Ajain"]).collect();
        stops.windows(2).map(|two| known.between(two[0], two[1]).unwrap()).sum::<u32>()
    };
    assert_eq!(Some(said), orders.iter().map(long).min());
}
