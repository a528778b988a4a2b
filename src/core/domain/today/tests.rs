use proptest::prelude::*;

use super::super::fixture::{CLAIRE, NADIA, monday, person, rota, row, stay, week};
use super::super::lent::Times;
use super::super::record::{Absence, Anchor, Asset, Belongs, Paper, PaperKind, PaperWeight, Tenant};
use super::super::{PostId, StayState};
use super::*;

fn task(id: i64, stay: &Stay, what: &str, on: Day) -> Listed<Task> {
    let task = Task {
        stay: stay.id,
        doctor: stay.doctor,
        what: what.into(),
        anchor: Anchor::Arrival,
        days: 0,
        on_day: Some(on),
        owner: Role::Coordination,
        person: None,
        before_arrival: true,
        after: String::new(),
        state: TaskState::ToDo,
        settled_on: None,
        settled_by: None,
        reason: String::new(),
        made_on: monday(40),
    };
    Listed { what: task, row: row(id) }
}

fn key(id: i64) -> Listed<Asset> {
    let what = Asset {
        id,
        kind: AssetKind::Key,
        name: format!("Clé {id}"),
        address: String::new(),
        places: 1,
        plate: String::new(),
        range_km: None,
        charge: String::new(),
        opens: String::new(),
        cleaning: 0,
        by_default: false,
        post: None,
        retired_on: None,
        note: String::new(),
    };
    Listed { what, row: row(id) }
}

fn out(id: i64, stay: &Stay) -> Listed<Booking> {
    let what = Booking {
        asset: 1,
        stay: Some(stay.id),
        tenant: None,
        whom: String::new(),
        times: Times { from_day: stay.from, from_minute: 480, to_day: None, to_minute: 0 },
        places: 1,
        follows: false,
        kilometres: None,
        charge: None,
        damage: String::new(),
        lost: String::new(),
        note: String::new(),
    };
    Listed { what, row: row(id) }
}

fn travel(stay: &Stay, comes: (Day, u16), leaves: Day) -> Listed<Travel> {
    let what = Travel {
        stay: stay.id,
        comes_by: None,
        comes_on: Some(comes.0),
        comes_at: Some(comes.1),
        comes_to: "gare de Guéret".into(),
        fetched_by: "Luc".into(),
        leaves_by: None,
        leaves_on: Some(leaves),
        leaves_at: None,
        leaves_from: String::new(),
        taken_by: String::new(),
        companions: 0,
        who_comes: String::new(),
        diet: String::new(),
        note: String::new(),
    };
    Listed { what, row: row(1) }
}

/// What there is for somebody on a day, as sentences' identifiers.
fn said(reader: PersonId, known: &Prepared, rota: &Rota, day: Day) -> Vec<(When, String)> {
    let care = crate::domain::care::Care::default();
    let of = Sources { known, to_close: &[], to_call: &[], care: &care };
    let said = |due: &Due| match &due.what {
        What::Task(task) => task.what.what.clone(),
        _ => due.msg(rota).id.into_owned(),
    };
    today(reader, of, rota, Now::on(day, 9, 0)).iter().map(|due| (due.when, said(due))).collect()
}

fn known(tasks: Vec<Listed<Task>>) -> Prepared {
    Prepared { tasks, ..Prepared::default() }
}

#[test]
fn a_task_is_of_its_owner_and_the_coordination_sees_all() {
    let stay = stay(1, 1, 1, 60);
    let mut rota = rota(1, vec![stay.clone()]);
    let day = monday(49).plus(1);
    let mut theirs = task(1, &stay, "Dossiers", day);
    theirs.what.owner = Role::Nurse;
    let mut hers = task(2, &stay, "Accueil", day.plus(-1));
    hers.what.person = Some(NADIA);
    let mut known = known(vec![theirs, hers, task(3, &stay, "Contrat", day.plus(7)), task(4, &stay, "Ordre", day)]);
    let (late, now) = ((When::Late, "Accueil".to_owned()), (When::Today, "Dossiers".to_owned()));
    assert_eq!(said(NADIA, &known, &rota, day), [late.clone(), now.clone()]);
    let all = said(CLAIRE, &known, &rota, day);
    assert_eq!(all, [late, now, (When::Today, "Ordre".to_owned())], "next week's is not here");
    // Absent before the day: the task is the coordination's; what is asked of her in person stays hers.
    rota.absences = vec![Absence { person: NADIA, from: day, to: day.plus(9), replaced_by: None }];
    assert_eq!(said(NADIA, &known, &rota, day).len(), 1);
    // Done, not needed, of another doctor, of a stay that is called off: nobody's.
    known.tasks[0].what.state = TaskState::Done;
    known.tasks[1].what.state = TaskState::NotNeeded;
    known.tasks[3].what.doctor = PersonId(2);
    assert!(said(CLAIRE, &known, &rota, day).is_empty());
    known.tasks[3].what.doctor = PersonId(1);
    rota.stays.edit(|stays| stays[0].state = StayState::Cancelled);
    assert!(said(CLAIRE, &known, &rota, day).is_empty());
}

#[test]
fn what_waits_for_another_comes_when_that_is_done() {
    let stay = stay(1, 1, 1, 60);
    let rota = rota(1, vec![stay.clone()]);
    let day = monday(49);
    let mut second = task(2, &stay, "Ordre", day);
    second.what.after = "contrat ".into();
    let mut known = known(vec![task(1, &stay, "Contrat", day.plus(20)), second]);
    assert!(said(CLAIRE, &known, &rota, day).is_empty());
    known.tasks[0].what.state = TaskState::Done;
    assert_eq!(said(CLAIRE, &known, &rota, day), [(When::Today, "Ordre".to_owned())]);
}

#[test]
fn a_stay_confirmed_late_is_one_line() {
    let stay = stay(1, 1, 1, 50);
    let rota = rota(1, vec![stay.clone()]);
    let day = monday(49);
    let mut known = known((0..4).map(|n| task(n, &stay, "Tâche", day.plus(i32::try_from(n).unwrap() - 3))).collect());
    for task in &mut known.tasks {
        task.what.made_on = day;
    }
    let catch_up = (When::Late, "today-catch-up".to_owned());
    assert_eq!(said(CLAIRE, &known, &rota, day), [catch_up, (When::Today, "Tâche".to_owned())]);
    let care = crate::domain::care::Care::default();
    let of = Sources { known: &known, to_close: &[], to_call: &[], care: &care };
    let found = today(CLAIRE, of, &rota, Now::on(day, 9, 0));
    assert!(matches!(found[0].what, What::CatchUp { count: 3, .. }), "{:?}", found[0]);
}

#[test]
fn who_comes_and_goes_is_told_by_the_voyage() {
    let (one, two) = (stay(1, 1, 1, 49), stay(2, 1, 2, 50));
    let rota = rota(1, vec![one.clone(), two.clone()]);
    let sunday = two.from.plus(-1);
    let known = Prepared { travels: vec![travel(&two, (sunday, 18 * 60 + 42), two.to)], ..Prepared::default() };
    let saturday = one.to;
    // One leaves today; the next comes on Sunday, which on the last working day is near, and leaves in a week.
    let ahead: Vec<_> = said(CLAIRE, &known, &rota, saturday);
    assert_eq!(ahead[0], (When::Today, "today-leaves".to_owned()));
    assert_eq!(ahead[1], (When::Week, "today-arrives".to_owned()));
    let care = crate::domain::care::Care::default();
    let of = Sources { known: &known, to_close: &[], to_call: &[], care: &care };
    let found = today(CLAIRE, of, &rota, Now::on(saturday, 9, 0));
    assert_eq!((found[1].day, found[1].minute), (sunday, Some(18 * 60 + 42)));
    let notes: Vec<_> = found[1].notes(&rota, saturday).iter().map(|msg| msg.id.to_string()).collect();
    assert_eq!(notes, ["today-place", "today-fetched"]);
    // Two working days ahead, and no further.
    let near = |day| said(CLAIRE, &Prepared::default(), &rota, day);
    assert!(near(one.to.plus(-3)).is_empty());
    assert_eq!(near(one.to.plus(-2)), [(When::Week, "today-leaves".to_owned())]);
}

#[test]
fn a_key_is_late_once_the_doctor_has_gone() {
    let stay = stay(1, 1, 1, 49);
    let rota = rota(1, vec![stay.clone()]);
    let mut known = Prepared { assets: vec![key(1)], bookings: vec![out(7, &stay)], ..Prepared::default() };
    let late = |known: &Prepared, day| {
        said(CLAIRE, known, &rota, day).iter().filter(|(_, what)| what == "today-key-out").count()
    };
    assert_eq!((late(&known, stay.to), late(&known, stay.to.plus(1))), (0, 1));
    // Who leaves on Sunday has it until then.
    known.travels = vec![travel(&stay, (stay.from, 0), stay.to.plus(1))];
    assert_eq!((late(&known, stay.to.plus(1)), late(&known, stay.to.plus(2))), (0, 1));
    known.bookings[0].what.lost = "tombée dans la Creuse".into();
    assert_eq!(late(&known, stay.to.plus(2)), 0);
}

#[test]
fn options_calls_closings_and_what_ends_are_each_one_line() {
    let mut option = stay(1, 1, 1, 52);
    (option.state, option.held_until) = (StayState::Option, Some(monday(48).plus(4)));
    let here = stay(2, 2, 2, 48);
    let rota = rota(2, vec![option, here.clone()]);
    let day = monday(49);
    let tenant = Tenant {
        id: 1,
        name: "Mme Roux".into(),
        profession: "psychologue".into(),
        phone: String::new(),
        asset: 1,
        half_days: crate::domain::half_days::HalfDays::default(),
        from: monday(10),
        to: day.plus(25),
        rent: None,
        asked_on: None,
        agreed_on: None,
        consent_on: None,
        insured_until: Some(day.plus(-3)),
        notice_months: None,
        note: String::new(),
    };
    let kind = PaperKind {
        id: 1,
        name: "RCP".into(),
        belongs: Belongs::Doctor,
        weight: PaperWeight::Needed,
        statuses: Vec::new(),
        months: None,
        ask_days: None,
        days_before: None,
        remind_days: Some(60),
        settles: String::new(),
        from_day: None,
        to_day: None,
        source: String::new(),
    };
    let paper = Paper {
        kind: 1,
        person: PersonId(1),
        stay: None,
        asked_on: None,
        received_on: Some(monday(1)),
        dated: None,
        valid_until: Some(day.plus(40)),
        checked_on: None,
        checked_by: None,
        refused: false,
        note: String::new(),
    };
    let known = Prepared {
        tenants: vec![Listed { what: tenant, row: row(1) }],
        kinds: vec![Listed { what: kind, row: row(1) }],
        papers: vec![Listed { what: paper, row: row(1) }],
        ..Prepared::default()
    };
    let hole = Hole { post: PostId(1), week: week(51) };
    let to_close = [(&here, monday(48).plus(3)), (&here, monday(48).plus(4))];
    let care = crate::domain::care::Care::default();
    let of = Sources { known: &known, to_close: &to_close, to_call: &[(day, hole, PersonId(3))], care: &care };
    let found = today(CLAIRE, of, &rota, Now::on(day, 9, 0));
    let found: Vec<_> = found.iter().map(|due| (due.when, due.msg(&rota).id.into_owned())).collect();
    let line = |when, id: &str| (when, id.to_owned());
    assert_eq!(
        found,
        [
            line(When::Late, "today-option-lapsed"),
            line(When::Late, "today-to-close"),
            line(When::Late, "today-insurance"),
            line(When::Today, "today-call"),
            line(When::Week, "today-tenant"),
            line(When::Week, "today-paper"),
        ]
    );
}

proptest! {
    /// Rule 42: each thing once, in groups, and nothing further ahead than one looks.
    #[test]
    fn each_thing_stands_once_and_in_its_group(
        tasks in proptest::collection::vec((0usize..4, 0i32..40, 0usize..3, any::<bool>(), 0i64..4), 0..20),
        today_is in 0i32..30,
        keys in proptest::collection::vec(0usize..4, 0..4),
    ) {
        let stays: Vec<Stay> = (0..4).map(|n| stay(n + 1, 1, n + 1, 49 + i32::try_from(n).unwrap())).collect();
        let mut rota = rota(1, stays.clone());
        rota.people.0.insert(PersonId(92), person(PersonId(92), Role::Assistant));
        let tasks = tasks.iter().enumerate().map(|(n, (of, on, owner, late, after))| {
            let mut made = task(i64::try_from(n).unwrap(), &stays[*of], &format!("T{n}"), monday(47).plus(*on));
            made.what.owner = Role::TEAM[*owner];
            made.what.after = format!("T{after}");
            if *late {
                made.what.made_on = monday(52);
            }
            made
        });
        let known = Prepared {
            tasks: tasks.collect(),
            assets: vec![key(1)],
            bookings: keys.iter().enumerate().map(|(n, of)| out(i64::try_from(n).unwrap(), &stays[*of])).collect(),
            ..Prepared::default()
        };
        let day = monday(47).plus(today_is);
        let care = crate::domain::care::Care::default();
        let of = Sources { known: &known, to_close: &[], to_call: &[], care: &care };
        let all = today(CLAIRE, of, &rota, Now::on(day, 9, 0));
        let mut ids: Vec<_> = all.iter().map(Due::id).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), all.len());
        prop_assert!(all.is_sorted_by_key(|due| due.when));
        let near = |due: &Due| Some(due.when) == When::of(due.day, &rota, day);
        prop_assert!(all.iter().all(near));
        // What is a member's is the coordination's to see, a stay to be caught up with no more tasks than hers.
        for reader in [NADIA, PersonId(92)] {
            for due in today(reader, of, &rota, Now::on(day, 9, 0)) {
                prop_assert!(all.iter().any(|other| other.id() == due.id()), "{:?}", due);
            }
        }
        // Every open task that is due is there, waits, or is counted in the line of its stay.
        for task in &known.tasks {
            let stay = rota.stay(task.what.stay).unwrap();
            let there = all.iter().any(|due| matches!(&due.what, What::Task(t) if t.row.id == task.row.id));
            let counted = task.what.is_caught_up(stay);
            let ahead = When::of(task.what.due(stay), &rota, day).is_none();
            let waits = task.what.waits_for(&known.tasks).is_some();
            prop_assert_eq!(there, !counted && !ahead && !waits);
        }
    }
}
