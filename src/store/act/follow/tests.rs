use proptest::prelude::*;

use super::super::super::door::{Done, Stop};
use super::super::super::testing::{Desk, GARNIER, POST, s};
use super::super::record::insert;
use super::*;
use crate::domain::act::{Act, NewStay, StayAct};
use crate::domain::lent::{Times, in_the_way};
use crate::domain::prepared::StayFile;
use crate::domain::record::{Anchor, Means, TENANT, Task, Value, Values};
use crate::domain::stay::Withdrawal;
use crate::domain::{PersonId, Role, Who};
use crate::protocol::{Reply, question};

fn asset(kind: AssetKind, name: &str, places: u32) -> Asset {
    Asset {
        id: 0,
        kind,
        name: name.into(),
        address: String::new(),
        places,
        plate: String::new(),
        range_km: None,
        charge: String::new(),
        opens: String::new(),
        cleaning: 0,
        by_default: true,
        post: None,
        retired_on: None,
        note: String::new(),
    }
}

fn put(record: &'static crate::domain::record::Record, values: Values) -> Act {
    Act::Record(crate::domain::act::RecordAct::Put(record, None, values))
}

/// A centre with a house for one, a car, and two templates.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.act(GARNIER, put(&ASSET, asset(AssetKind::House, "Maison", 1).values()));
    desk.act(GARNIER, put(&ASSET, asset(AssetKind::Vehicle, "Voiture", 1).values()));
    for (what, anchor, days) in [("Contrat", Anchor::Arrival, -60), ("Merci", Anchor::Departure, 2)] {
        let template = TaskTemplate {
            what: what.into(),
            anchor,
            days,
            owner: Role::Coordination,
            person: None,
            before_arrival: days < 0,
            after: String::new(),
            length: None,
            statuses: Vec::new(),
        };
        desk.act(GARNIER, put(&TASK_TEMPLATE, template.values()));
    }
    desk
}

fn file(desk: &Desk, stay: StayId) -> StayFile {
    desk.ask(question::StayFile(stay)).unwrap()
}

/// What a stay has: the asset, and days from its first and its last one.
fn has(desk: &Desk, stay: StayId) -> Vec<(String, i32, i32)> {
    let file = file(desk, stay);
    let of = |b: &Booking| {
        let name = file.known.asset(b.asset).unwrap().name.clone();
        (name, b.times.from_day.0 - file.stay.from.0, b.times.to_day.unwrap().0 - file.stay.to.0)
    };
    let mut all: Vec<_> =
        file.known.bookings.iter().filter(|b| b.what.stay == Some(stay)).map(|b| of(&b.what)).collect();
    all.sort();
    all
}

fn states(desk: &Desk, stay: StayId) -> Vec<(String, &'static str)> {
    file(desk, stay).known.tasks.iter().map(|t| (t.what.what.clone(), t.what.state.name())).collect()
}

fn both() -> Vec<(String, i32, i32)> {
    vec![("Maison".into(), -1, 1), ("Voiture".into(), -1, 1)]
}

fn undo(desk: &mut Desk) {
    let now = desk.now;
    let reply = desk.store.undo(Who::is(GARNIER), now);
    assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
}

#[test]
fn a_stay_gets_its_list_its_house_and_its_car_and_gives_them_back() {
    let mut desk = desk();
    let vidal = desk.doctor("Vidal");
    let option = NewStay::plain(POST, vidal, s(50).monday(), s(50).monday().plus(5), StayState::Option);
    desk.act(GARNIER, StayAct::Add(option.clone()));
    let stay = desk.ask(question::Frame).rota.stays[0].id;
    // An option has its list; house and car are shown to be free, and taken by nobody.
    assert_eq!(states(&desk, stay), [("Contrat".to_owned(), "ToDo"), ("Merci".to_owned(), "ToDo")]);
    assert!(has(&desk, stay).is_empty());
    let confirmed = NewStay { state: StayState::Confirmed, ..option };
    desk.act(GARNIER, StayAct::Edit(stay, confirmed.clone()));
    assert_eq!(has(&desk, stay), both());
    assert_eq!(states(&desk, stay).len(), 2, "its list is made once");
    // It moves, and they go along.
    let moved = NewStay { from: s(51).monday(), to: s(51).monday().plus(3), ..confirmed };
    desk.act(GARNIER, StayAct::Edit(stay, moved));
    assert_eq!(has(&desk, stay), both());
    // By the voyage that is noted.
    let travel = Travel {
        stay,
        comes_by: Some(Means::Train),
        comes_on: Some(s(50).sunday()),
        comes_at: Some(19 * 60),
        comes_to: "Guéret".into(),
        fetched_by: String::new(),
        leaves_by: None,
        leaves_on: Some(s(51).monday().plus(3)),
        leaves_at: None,
        leaves_from: String::new(),
        taken_by: String::new(),
        companions: 0,
        who_comes: String::new(),
        diet: String::new(),
        note: String::new(),
    };
    desk.act(GARNIER, put(&TRAVEL, travel.values()));
    assert_eq!(has(&desk, stay), [("Maison".to_owned(), -1, 0), ("Voiture".to_owned(), -1, 0)]);
    let before = desk.dump();
    desk.act(GARNIER, StayAct::Cancel(stay, Withdrawal::told(desk.now.day, "grippe")));
    assert!(has(&desk, stay).is_empty());
    assert_eq!(states(&desk, stay), [("Contrat".to_owned(), "Dropped"), ("Merci".to_owned(), "Dropped")]);
    undo(&mut desk);
    assert_eq!(desk.dump(), before);
}

#[test]
fn two_stays_that_change_places_take_house_car_and_tasks_along() {
    let mut desk = desk();
    let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
    let (one, other) = (desk.stay(vidal, s(50)), desk.stay(roche, s(51)));
    assert_eq!((has(&desk, one), has(&desk, other)), (both(), both()));
    let before = desk.dump();
    desk.act(GARNIER, StayAct::Swap(one, other));
    assert_eq!((has(&desk, one), has(&desk, other)), (both(), both()));
    let contract = |stay| {
        let file = file(&desk, stay);
        file.known.tasks[0].what.due(&file.stay)
    };
    assert_eq!((contract(one), contract(other)), (s(51).monday().plus(-60), s(50).monday().plus(-60)));
    undo(&mut desk);
    assert_eq!(desk.dump(), before);
}

#[test]
fn what_somebody_else_has_is_said_and_does_not_keep_a_stay_away() {
    let mut desk = desk();
    let vidal = desk.doctor("Vidal");
    let mayor = Booking {
        asset: 2,
        stay: None,
        tenant: None,
        whom: "garage".into(),
        times: Times {
            from_day: s(50).monday().plus(1),
            from_minute: 480,
            to_day: Some(s(50).monday().plus(2)),
            to_minute: 720,
        },
        places: 1,
        follows: false,
        kilometres: None,
        charge: None,
        damage: String::new(),
        lost: String::new(),
        note: String::new(),
    };
    desk.act(GARNIER, put(&BOOKING, mayor.values()));
    let said = desk.act(GARNIER, StayAct::Add(super::super::super::testing::stay(vidal, s(50), StayState::Confirmed)));
    assert_eq!(said.id, "store-said-not-lent");
    let stay = desk.ask(question::Frame).rota.stays[0].id;
    assert_eq!(has(&desk, stay), [("Maison".to_owned(), -1, 1)]);
    // Nor is it taken by hand.
    let again = Booking { whom: "mairie".into(), ..mayor };
    assert_eq!(desk.refused(GARNIER, put(&BOOKING, again.values())), "store-lent");
}

#[test]
fn another_doctors_list_is_another_and_what_is_over_is_let_be() {
    let mut desk = desk();
    let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
    let stay = desk.stay(vidal, s(50));
    let roches = NewStay { doctor: roche, ..super::super::super::testing::stay(roche, s(50), StayState::Confirmed) };
    desk.act(GARNIER, StayAct::Edit(stay, roches));
    let mut tasks: Vec<(PersonId, &str)> =
        file(&desk, stay).known.tasks.iter().map(|t| (t.what.doctor, t.what.state.name())).collect();
    tasks.sort_unstable();
    assert_eq!(tasks, [(vidal, "Dropped"), (vidal, "Dropped"), (roche, "ToDo"), (roche, "ToDo")]);
    let old = desk.stay(vidal, s(40));
    assert!(states(&desk, old).is_empty() && has(&desk, old).is_empty());
}

#[test]
fn a_tenant_has_the_half_days_agreed_and_no_other_takes_them() {
    let mut desk = desk();
    let room = Asset { by_default: false, ..asset(AssetKind::Room, "Salle 2", 1) };
    desk.act(GARNIER, put(&ASSET, room.values()));
    let tenant = |name: &str, half_days: &str| {
        let values: Values = [
            ("name", name.into()),
            ("profession", "kiné".into()),
            ("asset", Value::Number(3)),
            ("half_days", crate::domain::half_days::read(half_days).unwrap().bits().into()),
            ("from_day", s(50).monday().into()),
            ("to_day", s(50).monday().plus(90).into()),
        ]
        .into_iter()
        .collect();
        values
    };
    desk.act(GARNIER, put(&TENANT, tenant("Mme Petit", "mar")));
    let booked = |desk: &Desk| desk.ask(question::Prepared).bookings.len();
    // Thirteen Tuesdays, both halves.
    assert_eq!(booked(&desk), 26);
    assert_eq!(desk.refused(GARNIER, put(&TENANT, tenant("M. Blanc", "mar matin"))), "store-lent-on");
    desk.act(GARNIER, put(&TENANT, tenant("M. Blanc", "mer matin")));
    assert_eq!(booked(&desk), 39);
    let before = desk.dump();
    desk.act(GARNIER, TENANT.remove(1));
    assert_eq!(booked(&desk), 13);
    undo(&mut desk);
    assert_eq!(desk.dump(), before);
}

/// A booking as the property draws it: asset, from and to in hours, guests, whether it is out.
type Drawn = (i64, i64, i64, u32, bool);

fn drawn((asset, from, hours, places, out): Drawn) -> Booking {
    let day = |hour: i64| s(50).monday().plus(i32::try_from(hour / 24).unwrap());
    let minute = |hour: i64| u16::try_from(hour % 24 * 60).unwrap();
    Booking {
        asset,
        stay: None,
        tenant: None,
        whom: "x".into(),
        times: Times {
            from_day: day(from),
            from_minute: minute(from),
            to_day: (!out).then(|| day(from + hours)),
            to_minute: minute(from + hours),
        },
        places: if asset == 1 { places } else { 1 },
        follows: false,
        kilometres: None,
        charge: None,
        damage: String::new(),
        lost: String::new(),
        note: String::new(),
    }
}

/// Random histories, many with `RELEVE_TRIALS=full`.
fn trials() -> u32 {
    if std::env::var("RELEVE_TRIALS").is_ok_and(|t| t == "full") { 1_000 } else { 24 }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(trials()))]

    /// The database refuses exactly what the rule refuses: a house for three with cleaning, a vehicle, a key that is out.
    #[test]
    fn the_database_and_the_rule_refuse_the_same(
        all in prop::collection::vec((1..=3i64, 0..96i64, 1..60i64, 0..=3u32, prop::bool::weighted(0.1)), 1..14)
    ) {
        let mut desk = Desk::new();
        let assets = [
            Asset { id: 1, cleaning: 120, ..asset(AssetKind::House, "Maison", 3) },
            Asset { id: 2, ..asset(AssetKind::Vehicle, "Voiture", 1) },
            Asset { id: 3, ..asset(AssetKind::Key, "Clé", 1) },
        ];
        for asset in &assets {
            desk.act(GARNIER, put(&ASSET, asset.values()));
        }
        let mut there: Vec<Booking> = Vec::new();
        for one in all {
            let booking = drawn(one);
            let now = desk.now;
            let made = desk.store.change(Who::is(GARNIER), now, |cx| {
                insert(&BOOKING, &booking.values(), cx)?;
                Ok(Done::said(Msg::new("store-nothing")))
            });
            let refused = matches!(&made, Err(Stop::Refused(msg)) if msg.id == "store-lent-now");
            prop_assert!(refused || made.is_ok(), "{made:?}");
            let asset = &assets[usize::try_from(booking.asset - 1).unwrap()];
            let theirs: Vec<Booking> = there.iter().filter(|b| b.asset == booking.asset).cloned().collect();
            prop_assert_eq!(refused, in_the_way(&booking, asset, &theirs).is_some(), "{:?} among {:?}", booking, theirs);
            if !refused {
                there.push(booking);
            }
        }
    }
}

#[test]
fn a_task_is_kept_done_when_its_stay_moves() {
    let mut desk = desk();
    let vidal = desk.doctor("Vidal");
    let stay = desk.stay(vidal, s(50));
    let row = file(&desk, stay).known.tasks.remove(0);
    let done = Task {
        state: crate::domain::record::TaskState::Done,
        settled_on: Some(desk.now.day),
        settled_by: Some(GARNIER),
        ..row.what
    };
    let edit = crate::domain::act::RecordAct::Put(&TASK, Some(row.row.id), done.values());
    desk.act(GARNIER, Act::Record(edit));
    let moved = super::super::super::testing::stay(vidal, s(52), StayState::Confirmed);
    desk.act(GARNIER, StayAct::Edit(stay, moved));
    assert_eq!(states(&desk, stay), [("Contrat".to_owned(), "Done"), ("Merci".to_owned(), "ToDo")]);
}

/// Nothing is lent to two at once, no house has more guests than places, and of a confirmed stay ahead, tasks are open or
/// done and never closed; of one that is called off none is open and nothing is lent.
fn is_sound(desk: &Desk, assets: &[Asset]) -> Result<(), TestCaseError> {
    let known = desk.ask(question::Prepared);
    for asset in assets {
        let theirs: Vec<Booking> =
            known.bookings.iter().map(|b| b.what.clone()).filter(|b| b.asset == asset.id).collect();
        for (at, booking) in theirs.iter().enumerate() {
            let others: Vec<Booking> =
                theirs.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, b)| b.clone()).collect();
            prop_assert_eq!(in_the_way(booking, asset, &others), None);
        }
    }
    for stay in &desk.ask(question::Frame).rota.stays {
        let tasks = known.tasks.iter().filter(|t| t.what.stay == stay.id && t.what.doctor == stay.doctor);
        let lent = known.bookings.iter().any(|b| b.what.stay == Some(stay.id) && b.what.places > 0);
        let states: Vec<TaskState> = tasks.map(|t| t.what.state).collect();
        if stay.state == StayState::Cancelled {
            prop_assert!(!lent && states.iter().all(|s| *s != TaskState::ToDo), "{stay:?}");
        } else if stay.to >= desk.now.day {
            prop_assert!(states.iter().all(|s| *s != TaskState::Dropped), "{stay:?}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(trials() / 2))]

    /// Over random histories of two people who enter, move, swap and call off stays, book by hand and undo, whatever is
    /// lent has one user at a time.
    #[test]
    fn whatever_happens_nothing_is_lent_to_two(moves in prop::collection::vec((any::<bool>(), 0..9u8, 0..8usize, 0..6i32), 1..24)) {
        let mut desk = desk();
        let nadia = super::super::super::testing::someone("Nadia", "Brun", Role::Coordination);
        desk.act(GARNIER, crate::domain::act::PeopleAct::Add(nadia));
        let other = PersonId(2);
        let doctors: Vec<PersonId> = ["Vidal", "Roche", "Aubert"].iter().map(|name| desk.doctor(name)).collect();
        let assets: Vec<Asset> = desk.ask(question::Prepared).assets.into_iter().map(|a| a.what).collect();
        let at = |week: i32| s(50).plus(week).monday();
        for (first, what, pick, week) in moves {
            let who = if first { GARNIER } else { other };
            let now = desk.now;
            let stays = desk.ask(question::Frame).rota.stays;
            let stay = stays.get(pick % stays.len().max(1)).cloned();
            let state = if pick % 3 == 0 { StayState::Option } else { StayState::Confirmed };
            let new = NewStay::plain(POST, doctors[pick % 3], at(week), at(week).plus(4 + week % 3), state);
            let act = match (what, stay) {
                (0..=2, _) | (_, None) => StayAct::Add(new).into(),
                (3, Some(stay)) => StayAct::Edit(stay.id, NewStay { doctor: stay.doctor, ..new }).into(),
                (4, Some(stay)) => StayAct::Cancel(stay.id, Withdrawal::told(now.day, "grippe")).into(),
                (5, Some(stay)) => StayAct::Swap(stay.id, stays[(pick + 1) % stays.len()].id).into(),
                (6, Some(_)) => put(&BOOKING, drawn((1 + i64::from(pick % 2 == 0), i64::from(week) * 24, 30, 1, false)).values()),
                (7, Some(_)) => {
                    desk.store.undo(Who::is(who), now);
                    is_sound(&desk, &assets)?;
                    continue;
                }
                (_, Some(_)) => {
                    desk.store.redo(Who::is(who), now);
                    is_sound(&desk, &assets)?;
                    continue;
                }
            };
            // What a rule refuses leaves everything as it was.
            let before = desk.dump();
            if !matches!(desk.try_act(who, act), Reply::Saved { .. }) {
                prop_assert_eq!(desk.dump(), before);
            }
            is_sound(&desk, &assets)?;
        }
    }
}

#[test]
fn a_paper_that_is_received_settles_its_task_and_undo_both() {
    use crate::domain::record::{Belongs, PAPER, PAPER_KIND, PaperWeight};
    let mut desk = desk();
    let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
    let (one, other) = (desk.stay(vidal, s(50)), desk.stay(roche, s(51)));
    desk.act(
        GARNIER,
        PAPER_KIND.put([
            ("name", "Contrat de travail".into()),
            ("belongs", Belongs::Stay.value()),
            ("weight", PaperWeight::Needed.value()),
            ("settles", "contrat".into()),
        ]),
    );
    let paper = |field: &'static str, day: Day| {
        PAPER.put([
            ("kind", Value::Number(1)),
            ("person", vidal.into()),
            ("stay", Value::Number(one.0)),
            (field, day.into()),
        ])
    };
    desk.act(GARNIER, paper("asked_on", desk.now.day));
    assert_eq!(states(&desk, one)[0].1, "ToDo");
    let before = desk.dump();
    desk.act(GARNIER, paper("received_on", desk.now.day));
    assert_eq!((states(&desk, one)[0].1, states(&desk, other)[0].1), ("Done", "ToDo"));
    undo(&mut desk);
    assert_eq!(desk.dump(), before);
}

#[test]
fn a_voyage_is_to_be_erased_a_month_after_the_stay() {
    let mut desk = desk();
    let vidal = desk.doctor("Vidal");
    let stay = desk.stay(vidal, s(49));
    desk.act(GARNIER, TRAVEL.put([("stay", Value::Number(stay.0)), ("diet", "végétarien".into())]));
    let old = |desk: &Desk| desk.ask(question::Collective).old_travels.len();
    desk.now = crate::domain::Now::on(s(49).monday().plus(5 + 30), 9, 0);
    assert_eq!(old(&desk), 0);
    desk.now = crate::domain::Now::on(s(49).monday().plus(5 + 31), 9, 0);
    assert_eq!(old(&desk), 1);
    let act = crate::domain::erasing::forget_travels(&desk.ask(question::Collective)).unwrap();
    assert_eq!(desk.act(GARNIER, act).id, "store-said-travels-forgotten");
    assert_eq!(old(&desk), 0);
}

#[test]
fn a_booking_changed_by_hand_has_days_of_its_own() {
    let mut desk = desk();
    let vidal = desk.doctor("Vidal");
    let stay = desk.stay(vidal, s(50));
    let row = file(&desk, stay).known.bookings.remove(0);
    let later = Booking { times: Times { from_minute: 20 * 60, ..row.what.times }, ..row.what };
    let edit = crate::domain::act::RecordAct::Put(&BOOKING, Some(row.row.id), later.values());
    desk.act(GARNIER, Act::Record(edit));
    let day = s(50).monday();
    let longer = NewStay { to: day.plus(6), ..super::super::super::testing::stay(vidal, s(50), StayState::Confirmed) };
    desk.act(GARNIER, StayAct::Edit(stay, longer));
    // The house keeps its hour and its end, the car goes along.
    assert_eq!(has(&desk, stay), [("Maison".to_owned(), -1, 0), ("Voiture".to_owned(), -1, 1)]);
    let house = file(&desk, stay).known.bookings.into_iter().find(|b| b.row.id == row.row.id).unwrap().what;
    assert_eq!((house.follows, house.times.from_minute), (false, 20 * 60));
}
