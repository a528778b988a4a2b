use super::super::testing::{Desk, GARNIER, POST, friday, s, someone};
use super::*;
use crate::domain::act::{AgendaAct, PeopleAct, RecordAct};
use crate::domain::agenda::{EntryKind, NewEntry, OnClash};
use crate::domain::care::{Care, CareList};
use crate::domain::record::{FollowedBy, REGULAR_VISIT};
use crate::domain::{Day, EntryId, ItemId, PatientRef, PersonId};
use crate::protocol::question;

fn patient(file: &str) -> PatientRef {
    PatientRef { file: file.into(), initials: Some("M.D.".into()), birth_year: Some(1948) }
}

fn regular(file: &str, weeks: u32, next: IsoWeek) -> RegularVisit {
    RegularVisit {
        patient: Some(patient(file)),
        place: String::new(),
        commune: "Ladapeyre".into(),
        weeks,
        next: Some(next),
        minutes: 40,
        owner: FollowedBy::Nurse,
        last_on: None,
        point: None,
        missed: None,
        ended_on: None,
        note: String::new(),
    }
}

fn visit(file: &str, day: Day) -> NewEntry {
    NewEntry {
        kind: EntryKind::Visit,
        post: Some(POST),
        day,
        to: day,
        start: Some(870),
        minutes: 40,
        patient: Some(patient(file)),
        title: String::new(),
        place: "Ladapeyre".into(),
        item: None,
    }
}

fn follow(desk: &mut Desk, visit: &RegularVisit) -> i64 {
    desk.act(GARNIER, RecordAct::Put(&REGULAR_VISIT, None, visit.values()));
    desk.last("regular_visit")
}

fn list(desk: &Desk) -> Care {
    desk.ask(question::Care(CareList::Visits))
}

fn sign_in(desk: &mut Desk, who: PersonId) {
    let said = |visit: &RegularVisit, week: IsoWeek| format!("{} {}", visit.commune, week.number());
    desk.store.note_missed_visits(Who::is(who), desk.now, &said).unwrap();
}

fn points(desk: &Desk) -> i64 {
    desk.store.conn.query_row("SELECT count(*) FROM item", [], |row| row.get(0)).unwrap()
}

#[test]
fn an_appointment_plans_the_visit_and_who_removes_it_makes_it_due_again() {
    let mut desk = Desk::new();
    let id = follow(&mut desk, &regular("1243", 4, s(49)));
    let due = list(&desk);
    assert!(due.planned(id).is_none());
    let tuesday = s(49).monday().plus(1);
    desk.act(GARNIER, AgendaAct::Add(visit("1243", tuesday), OnClash::Keep));
    assert_eq!(list(&desk).planned(id).unwrap().what.day, tuesday);
    desk.store.undo(Who::is(GARNIER), desk.now);
    assert_eq!(list(&desk), due);
    // Done, the row that the form gets says so too.
    desk.act(GARNIER, AgendaAct::Add(visit("1243", tuesday), OnClash::Keep));
    desk.now = Now::on(s(50).monday(), 8, 0);
    let done = list(&desk).visits.remove(0);
    assert_eq!((done.what.last_on, done.what.next), (Some(tuesday), Some(s(53))));
    assert_eq!(done.row.values, done.what.values());
    sign_in(&mut desk, GARNIER);
    assert_eq!(points(&desk), 0);
}

#[test]
fn the_list_proposes_where_a_doctor_is_in_the_week_that_is_due() {
    let mut desk = Desk::new();
    let vidal = desk.doctor("Vidal");
    desk.stay(vidal, s(49));
    let id = follow(&mut desk, &regular("1243", 4, s(49)));
    let nobody = follow(&mut desk, &regular("1300", 4, s(50)));
    let found = list(&desk).proposed;
    assert_eq!(found[&id].day, s(49).monday());
    assert!(!found.contains_key(&nobody));
    desk.act(GARNIER, AgendaAct::Add(visit("1243", s(49).monday().plus(1)), OnClash::Keep));
    assert!(!list(&desk).proposed.contains_key(&id), "it is planned");
}

#[test]
fn a_week_that_went_by_without_it_is_a_point_once_for_whose_it_is() {
    let mut desk = Desk::new();
    desk.act(GARNIER, PeopleAct::Add(someone("Nadia", "Petit", Role::Nurse)));
    let nurse = PersonId(desk.last("person"));
    let vidal = desk.doctor("Vidal");
    let id = follow(&mut desk, &regular("1243", 4, s(48)));
    sign_in(&mut desk, nurse);
    assert_eq!(points(&desk), 0, "the week is not over");
    desk.now = Now::on(s(49).monday(), 8, 0);
    // A doctor's words are their own.
    sign_in(&mut desk, vidal);
    assert_eq!(points(&desk), 0);
    sign_in(&mut desk, nurse);
    sign_in(&mut desk, nurse);
    sign_in(&mut desk, GARNIER);
    assert_eq!(points(&desk), 1);
    let found = list(&desk).visits.remove(0);
    let thread = desk.thread(ItemId(found.what.point.unwrap()));
    let head = thread.head();
    assert_eq!((head.text.as_str(), head.to, head.author), ("Ladapeyre 48", Addressee::Role(Role::Nurse), nurse));
    assert_eq!((head.gravity, thread.item.patient.as_ref()), (Gravity::Watch, Some(&patient("1243"))));
    assert_eq!((found.row.id, found.what.next), (id, Some(s(48))), "it stays on the list");
    // Nobody undoes what they have not done.
    let undone = desk.store.undo(Who::is(nurse), desk.now);
    assert!(matches!(undone, crate::protocol::Reply::Refused(_)), "{undone:?}");
    // Planned late and removed again, it is no second point; missed four weeks after it was done, it is.
    desk.act(GARNIER, AgendaAct::Add(visit("1243", s(49).monday().plus(2)), OnClash::Keep));
    desk.now = Now::on(s(53).sunday(), 8, 0);
    sign_in(&mut desk, nurse);
    assert_eq!(points(&desk), 1);
    desk.now = Now::on(s(53).sunday().plus(1), 8, 0);
    sign_in(&mut desk, nurse);
    assert_eq!(points(&desk), 2);
}

/// Numbers that a seed gives one after the other.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

/// What is wrong with a visit: it is neither planned nor due nor a point, or its week is nobody's.
fn lost(desk: &Desk, id: i64, first: IsoWeek, live: &[(EntryId, Day)]) -> Option<String> {
    let care = list(desk);
    let Some(found) = care.visits.iter().find(|visit| visit.row.id == id) else { return Some("not listed".into()) };
    let (today, next) = (desk.now.day, found.what.next.unwrap());
    // What the list says comes of the agenda as it is: an appointment that is over, or the first week.
    let weeks = i32::try_from(found.what.weeks).unwrap();
    let done = live.iter().any(|(_, day)| *day < today && day.week().plus(weeks) == next);
    if next != first && !done {
        return Some(format!("{next} comes of nothing"));
    }
    let ahead = live.iter().any(|(_, day)| *day >= today);
    let is_point = found.what.missed == Some(next.monday().0.into()) && found.what.point.is_some();
    (!ahead && next.sunday() < today && !is_point).then(|| format!("{next} went by on {today:?}"))
}

/// A year of planning, moving, removing and forgetting; says what was lost, if anything.
fn played(seed: u64, signs_in: bool) -> Option<String> {
    let mut dice = Dice(seed);
    let mut desk = Desk::new();
    let first = desk.now.day.week().plus(i32::try_from(dice.below(4)).unwrap());
    let weeks = u32::try_from(dice.below(6)).unwrap() + 1;
    let id = follow(&mut desk, &regular("1243", weeks, first));
    let mut live: Vec<(EntryId, Day)> = Vec::new();
    for _ in 0..60 {
        let ahead = desk.now.day.plus(i32::try_from(dice.below(30)).unwrap());
        match dice.below(6) {
            0 | 1 => {
                desk.act(GARNIER, AgendaAct::Add(visit("1243", ahead), OnClash::Keep));
                live.push((EntryId(desk.last("entry")), ahead));
            }
            2 if !live.is_empty() => {
                let (entry, _) = live.swap_remove(dice.below(live.len()));
                desk.act(GARNIER, AgendaAct::Remove(entry));
            }
            3 if !live.is_empty() => {
                let at = dice.below(live.len());
                live[at].1 = ahead;
                desk.act(GARNIER, AgendaAct::Edit(live[at].0, visit("1243", ahead), OnClash::Keep));
            }
            _ => {
                let days = i32::try_from(dice.below(12)).unwrap();
                desk.now = Now::on(desk.now.day.plus(days), 8, 0);
            }
        }
        if signs_in {
            sign_in(&mut desk, GARNIER);
        }
        if let Some(why) = lost(&desk, id, first, &live) {
            return Some(format!("seed {seed}: {why}"));
        }
    }
    None
}

#[test]
fn a_visit_that_comes_back_never_disappears() {
    assert_eq!(friday().day.week(), s(48));
    for seed in 0..24 {
        assert_eq!(played(seed, true), None);
    }
    // The control: where nobody signs in, weeks go by.
    assert!((0..24).any(|seed| played(seed, false).is_some_and(|why| why.contains("went by"))));
}

/// What was made two months ago is written into the row: no list looks further back, and what it says is the same.
#[test]
fn what_was_made_long_ago_is_settled_in_its_row() {
    let mut desk = Desk::new();
    follow(&mut desk, &regular("1243", 4, s(20)));
    for week in [20, 24, 28, 32, 36, 40, 44] {
        desk.act(GARNIER, AgendaAct::Add(visit("1243", s(week).monday()), OnClash::Keep));
    }
    let row = |desk: &Desk| {
        let sql = "SELECT last_on, next FROM regular_visit";
        desk.store.conn.query_row(sql, [], |row| Ok((row.get::<_, Option<i32>>(0)?, row.get::<_, i32>(1)?))).unwrap()
    };
    let listed = |desk: &Desk| list(desk).visits.remove(0).what;
    let before = listed(&desk);
    assert_eq!((before.last_on, before.next), (Some(s(44).monday()), Some(s(48))));
    sign_in(&mut desk, GARNIER);
    // Friday of S48: what lies before Friday of S40 is a fact, that Monday's visit with it.
    assert_eq!(row(&desk), (Some(s(40).monday().0), s(44).monday().0));
    assert_eq!(listed(&desk), before);
    // Nothing more to write, nothing written.
    let changes = |desk: &Desk| desk.store.conn.query_row("SELECT count(*) FROM change", [], |r| r.get::<_, i64>(0));
    let count = changes(&desk).unwrap();
    sign_in(&mut desk, GARNIER);
    assert_eq!(changes(&desk).unwrap(), count);
}
