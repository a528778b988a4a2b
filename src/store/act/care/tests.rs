//! What goes along: a call, a declaration, what is removed; and what a centre without names does not keep.

use super::super::super::testing::{Desk, GARNIER, ajain, s, someone};
use crate::domain::act::{Act, CentreAct, NewCentre, PeopleAct, RecordAct};
use crate::domain::alert::Alert;
use crate::domain::briefing::Reader;
use crate::domain::care::{Care, CareList};
use crate::domain::record::{
    ATTEMPT, Accepts, Attempt, AttemptOutcome, CARE_PROTOCOL, CONCERTATION, Capacity, CareProtocol, Concertation,
    FOLLOW_UP, FollowUp, FollowedBy, MOVEMENT, Moved, Movement, Record, Values, WAITING, Waiting,
};
use crate::domain::today::{What, When};
use crate::domain::{Day, PatientRef, PersonId, Role, Who};
use crate::protocol::{Reply, question};

fn put(desk: &mut Desk, record: &'static Record, values: Values) -> i64 {
    desk.act(GARNIER, Act::Record(RecordAct::Put(record, None, values)));
    desk.last(record.table.0)
}

fn edit(desk: &mut Desk, record: &'static Record, id: i64, values: Values) {
    desk.act(GARNIER, Act::Record(RecordAct::Put(record, Some(id), values)));
}

fn list(desk: &Desk, list: CareList) -> Care {
    desk.ask(question::Care(list))
}

fn patient() -> PatientRef {
    PatientRef { file: "1243".into(), initials: Some("M.D.".into()), birth_year: Some(1948) }
}

fn waiting(today: Day) -> Waiting {
    Waiting {
        patient: patient(),
        asked_on: today.plus(-30),
        ald: true,
        commune: "Ajain".into(),
        phone: String::new(),
        call_on: Some(today),
        owner: FollowedBy::Coordination,
        seen_on: None,
        declared_on: None,
        given_up_on: None,
        given_up_why: None,
        note: String::new(),
    }
}

fn follow_up(next: Day, protocol: i64) -> FollowUp {
    FollowUp {
        patient: patient(),
        protocol,
        last_on: None,
        next_month: Some(next.month_start()),
        waits_for: "rendez-vous".into(),
        owner: FollowedBy::Nurse,
        call_on: None,
        ended_on: None,
        ended_why: None,
    }
}

fn call(waiting: Option<i64>, follow_up: Option<i64>, outcome: AttemptOutcome, day: Day, next: Option<Day>) -> Values {
    Attempt { waiting, follow_up, outcome, on_day: day, next, words: String::new() }.values()
}

fn protocol(desk: &mut Desk) -> i64 {
    put(desk, &CARE_PROTOCOL, CareProtocol { name: "Diabète".into(), months: 3, retired_on: None }.values())
}

fn movements(desk: &Desk) -> Vec<Movement> {
    desk.ask(question::Records(&MOVEMENT)).iter().filter_map(Movement::of).collect()
}

#[test]
fn a_call_moves_who_was_called_and_undo_takes_both_back() {
    let mut desk = Desk::new();
    let today = desk.now.day;
    let id = put(&mut desk, &WAITING, waiting(today).values());
    put(&mut desk, &ATTEMPT, call(Some(id), None, AttemptOutcome::Seen, today, Some(today.plus(7))));
    let found = list(&desk, CareList::Waiting);
    assert_eq!((found.waiting[0].what.call_on, found.waiting[0].what.seen_on), (Some(today.plus(7)), Some(today)));
    assert_eq!(found.attempts.len(), 1);
    let now = desk.now;
    assert!(matches!(desk.store.undo(Who::is(GARNIER), now), Reply::Saved { .. }));
    let found = list(&desk, CareList::Waiting);
    assert_eq!((found.waiting[0].what.clone(), found.attempts.len()), (waiting(today), 0));
}

#[test]
fn a_contact_lies_on_by_the_interval_of_its_protocol() {
    let mut desk = Desk::new();
    let today = desk.now.day;
    let protocol = protocol(&mut desk);
    let id = put(&mut desk, &FOLLOW_UP, follow_up(today, protocol).values());
    put(&mut desk, &ATTEMPT, call(None, Some(id), AttemptOutcome::Reached, today, None));
    let found = list(&desk, CareList::FollowUps).follow_ups.remove(0).what;
    assert_eq!((found.last_on, found.next_month), (Some(today), Some(today.months_on(3).month_start())));
    // A protocol that somebody is followed for cannot go.
    assert_eq!(desk.refused(GARNIER, CARE_PROTOCOL.remove(protocol)), "store-used");
    desk.act(GARNIER, FOLLOW_UP.remove(id));
    assert!(list(&desk, CareList::FollowUps).attempts.is_empty());
    let now = desk.now;
    assert!(matches!(desk.store.undo(Who::is(GARNIER), now), Reply::Saved { .. }));
    assert_eq!(list(&desk, CareList::FollowUps).attempts.len(), 1);
}

#[test]
fn a_declaration_is_one_movement_of_the_patientele_and_none_when_it_was_a_mistake() {
    let mut desk = Desk::new();
    let today = desk.now.day;
    let id = put(&mut desk, &WAITING, waiting(today).values());
    assert!(movements(&desk).is_empty());
    let declared = |on| Waiting { declared_on: Some(on), ..waiting(today) }.values();
    edit(&mut desk, &WAITING, id, declared(today));
    let found = movements(&desk);
    assert_eq!((found.len(), found[0].what, found[0].on_day, found[0].ald), (1, Moved::Declared, today, true));
    // Of another day it is another; said again it is the same.
    edit(&mut desk, &WAITING, id, declared(today.plus(-2)));
    edit(&mut desk, &WAITING, id, declared(today.plus(-2)));
    assert_eq!(movements(&desk).iter().map(|m| m.on_day).collect::<Vec<_>>(), [today.plus(-2)]);
    edit(&mut desk, &WAITING, id, waiting(today).values());
    assert!(movements(&desk).is_empty());
    // Who is taken off the list was declared all the same.
    edit(&mut desk, &WAITING, id, declared(today));
    desk.act(GARNIER, WAITING.remove(id));
    assert_eq!(movements(&desk).len(), 1);
}

#[test]
fn a_centre_without_names_keeps_neither_a_name_nor_a_telephone() {
    let mut desk = Desk::new();
    let today = desk.now.day;
    assert!(!desk.ask(question::Frame).centre.names_allowed);
    let named = waiting(today).values().with("patient", "Marie Durand 1948".into());
    let refused = desk.refused(GARNIER, Act::Record(RecordAct::Put(&WAITING, None, named)));
    assert_eq!(refused, "draft-initials-name");
    let reached = Waiting { phone: "0555000001".into(), ..waiting(today) }.values();
    let refused = desk.refused(GARNIER, Act::Record(RecordAct::Put(&WAITING, None, reached)));
    assert_eq!(refused, "store-names-not-kept");
    assert!(list(&desk, CareList::Waiting).waiting.is_empty());
}

#[test]
fn two_months_beyond_the_due_month_is_an_alert_of_the_team_until_somebody_is_reached() {
    let mut desk = Desk::new();
    let today = desk.now.day;
    let protocol = protocol(&mut desk);
    let late = Day::ymd(2026, 8, 1).unwrap();
    let id = put(&mut desk, &FOLLOW_UP, follow_up(late, protocol).values());
    put(&mut desk, &FOLLOW_UP, follow_up(today, protocol).values());
    let lost = |desk: &Desk, who| {
        let alerts = desk.asks(who, question::Frame).alerts;
        alerts.into_iter().find_map(|alert| if let Alert::FollowUpsLost(count) = alert { Some(count) } else { None })
    };
    let vidal = desk.doctor("Vidal");
    assert_eq!((lost(&desk, GARNIER), lost(&desk, vidal)), (Some(1), None));
    put(&mut desk, &ATTEMPT, call(None, Some(id), AttemptOutcome::Seen, today, None));
    assert_eq!(lost(&desk, GARNIER), None);
}

#[test]
fn a_question_stands_first_in_the_weeks_doctors_briefing_until_it_is_discussed() {
    let mut desk = Desk::new();
    let (vidal, roche) = (desk.doctor("Vidal"), desk.doctor("Roche"));
    let (first, second) = (desk.stay(vidal, s(48)), desk.stay(roche, s(49)));
    let asked = Concertation {
        patient: patient(),
        question: "On espace ?".into(),
        week: s(48),
        post: None,
        asked_by: GARNIER,
        asked_on: desk.now.day,
        put_off: None,
        discussed_on: None,
        doctor: None,
        decision: String::new(),
        dropped_on: None,
    };
    let id = put(&mut desk, &CONCERTATION, asked.values());
    let shown = |desk: &Desk, who, stay| {
        let due = desk.asks(who, question::Briefing(Reader::Stay(stay))).due;
        due.iter().filter(|due| matches!(due.what, What::Discuss(_)) && due.when == When::Discuss).count()
    };
    assert_eq!((shown(&desk, vidal, first), shown(&desk, roche, second)), (1, 1), "what waits goes on");
    let later = asked.put_off_to(s(49), s(48));
    edit(&mut desk, &CONCERTATION, id, later.values());
    assert_eq!((shown(&desk, vidal, first), shown(&desk, roche, second)), (0, 1));
    let done = Concertation { discussed_on: Some(desk.now.day), decision: "oui".into(), ..later };
    edit(&mut desk, &CONCERTATION, id, done.values());
    assert_eq!(shown(&desk, roche, second), 0);
    // Discussed without a decision is not discussed.
    let silent = Concertation { decision: String::new(), ..done }.values();
    let refused = desk.refused(GARNIER, Act::Record(RecordAct::Put(&CONCERTATION, Some(id), silent)));
    assert_eq!(refused, "concertation-missing-decision");
}

#[test]
fn who_is_kept_from_what_is_said_of_patients_reads_and_writes_none_of_it() {
    let mut desk = Desk::new();
    desk.act(GARNIER, PeopleAct::Add(someone("Alix", "Petit", Role::Assistant)));
    let assistant = PersonId(desk.last("person"));
    let protocol = protocol(&mut desk);
    let today = desk.now.day;
    put(&mut desk, &FOLLOW_UP, follow_up(today, protocol).values());
    put(&mut desk, &WAITING, waiting(today).values());
    let seen = |desk: &Desk| {
        let of = |list| desk.asks(assistant, question::Care(list));
        (of(CareList::FollowUps).follow_ups.len(), of(CareList::Waiting).waiting.len())
    };
    assert_eq!(seen(&desk), (1, 1));
    let settings = NewCentre { words_for_all: false, ..ajain() };
    desk.act(GARNIER, CentreAct::Edit(settings));
    assert_eq!(seen(&desk), (0, 1));
    assert!(desk.asks(assistant, question::Records(&FOLLOW_UP)).is_empty());
    let values = follow_up(today, protocol).values();
    assert_eq!(desk.refused(assistant, Act::Record(RecordAct::Put(&FOLLOW_UP, None, values))), "rights-words");
}

#[test]
fn whom_the_centre_accepts_is_said_from_its_day_on() {
    let mut desk = Desk::new();
    let today = desk.now.day;
    let noted = |accepts: Accepts, since: Day| Capacity { accepts, since, note: String::new() }.values();
    let values = noted(Accepts::Yes, today.plus(-60));
    put(&mut desk, &crate::domain::record::CAPACITY, values);
    let values = noted(Accepts::AldOnly, today.plus(-2));
    put(&mut desk, &crate::domain::record::CAPACITY, values);
    let care = list(&desk, CareList::Waiting);
    assert_eq!(care.accepts(today).map(|said| said.accepts), Some(Accepts::AldOnly));
    assert_eq!(care.accepts(today.plus(-10)).map(|said| said.accepts), Some(Accepts::Yes));
    assert!(care.accepts(today.plus(-90)).is_none());
}

#[test]
fn a_file_says_on_which_lists_it_still_is() {
    let mut desk = Desk::new();
    let today = desk.now.day;
    let protocol = protocol(&mut desk);
    put(&mut desk, &WAITING, waiting(today).values());
    put(&mut desk, &FOLLOW_UP, follow_up(today, protocol).values());
    let other = PatientRef { file: "12430".into(), initials: None, birth_year: None };
    put(&mut desk, &FOLLOW_UP, FollowUp { patient: other, ..follow_up(today, protocol) }.values());
    let found = desk.ask(question::Patient("1243".into())).lists;
    assert_eq!(found, [(CareList::Waiting, Some(today)), (CareList::FollowUps, Some(today.month_start()))]);
}

#[test]
fn what_ended_long_ago_is_not_on_the_list() {
    let mut desk = Desk::new();
    let today = desk.now.day;
    let ended = |days: i32| Waiting {
        asked_on: today.plus(-400),
        declared_on: Some(today.plus(-days)),
        call_on: None,
        ..waiting(today)
    };
    put(&mut desk, &WAITING, ended(200).values());
    put(&mut desk, &WAITING, ended(20).values());
    let shown = list(&desk, CareList::Waiting).waiting;
    assert_eq!(shown.iter().map(|w| w.what.declared_on).collect::<Vec<_>>(), [Some(today.plus(-20))]);
}

#[test]
fn a_year_after_its_end_who_it_was_goes_and_the_count_stays() {
    let mut desk = Desk::new();
    let today = desk.now.day;
    let ended = |days: i32| Waiting {
        asked_on: today.plus(-days - 60),
        declared_on: Some(today.plus(-days)),
        call_on: None,
        note: "par téléphone".into(),
        ..waiting(today)
    };
    for days in [400, 300] {
        put(&mut desk, &WAITING, ended(days).values());
    }
    put(&mut desk, &WAITING, waiting(today).values());
    let found = list(&desk, CareList::Waiting);
    assert!(found.old);
    desk.act(GARNIER, CareList::Waiting.forget(today));
    let rows = desk.ask(question::Records(&WAITING));
    let told: Vec<_> = rows.iter().map(|row| (row.values.text("patient"), row.values.text("note"))).collect();
    assert_eq!(told.iter().filter(|(patient, note)| patient.is_empty() && note.is_empty()).count(), 1, "{told:?}");
    assert_eq!((rows.len(), list(&desk, CareList::Waiting).old), (3, false));
    let now = desk.now;
    assert!(matches!(desk.store.undo(Who::is(GARNIER), now), Reply::Saved { .. }));
    assert!(list(&desk, CareList::Waiting).old);
}
