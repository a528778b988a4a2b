//! The table of rights at the door: acts, tables written, undo, dictation, accounts.

use super::door::{Done, Stop};
use super::testing::{Desk, GARNIER, POST, about, ajain, s, someone, stay, word};
use super::{By, StoreError, arm};
use crate::domain::AccountEventKind::{OwnPassphrase, Passphrase};
use crate::domain::act::{Act, AgendaAct, CentreAct, HandoverAct, ItemAct, PeopleAct, PlaceAct, RotaImport, StayAct};
use crate::domain::noted::Targets;
use crate::domain::record;
use crate::domain::rights::{self, Right};
use crate::domain::stay::Withdrawal;
use crate::domain::{AccountId, Day, HalfDay, HalfDayKind, Msg, Now, Pattern, PersonId, Role, StayId, StayState, Who};
use crate::protocol::{Account, Reply, Write, question};

pub(super) const ASSISTANT: PersonId = PersonId(2);
pub(super) const NURSE: PersonId = PersonId(3);
pub(super) const VIDAL: PersonId = PersonId(4);
pub(super) const HEAD_OFFICE: PersonId = PersonId(5);
const FIGURES_ONLY: PersonId = PersonId(6);

/// Ajain with somebody of each role; Dr Vidal is here in S48 and an option in S50.
pub(super) fn ajain_of_all() -> Desk {
    let mut desk = Desk::new();
    desk.act(GARNIER, PeopleAct::Add(someone("Léa", "Petit", Role::Assistant)));
    desk.act(GARNIER, PeopleAct::Add(someone("Rose", "Nio", Role::Nurse)));
    assert_eq!(desk.doctor("Vidal"), VIDAL);
    desk.act(GARNIER, PeopleAct::Add(someone("Agnès", "Delmas", Role::HeadOffice)));
    desk.act(GARNIER, PeopleAct::Add(someone("Bruno", "Chazal", Role::FiguresOnly)));
    desk.stay(VIDAL, s(48));
    desk.act(GARNIER, StayAct::Add(stay(VIDAL, s(50), StayState::Option)));
    desk
}

const EVERYBODY: [(PersonId, Role); 6] = [
    (GARNIER, Role::Coordination),
    (ASSISTANT, Role::Assistant),
    (NURSE, Role::Nurse),
    (VIDAL, Role::Doctor),
    (HEAD_OFFICE, Role::HeadOffice),
    (FIGURES_ONLY, Role::FiguresOnly),
];

fn withdrawal() -> Withdrawal {
    Withdrawal::told(Day::ymd(2026, 11, 27).unwrap(), "santé")
}

fn option(id: i64) -> StayAct {
    StayAct::Edit(StayId(id), stay(VIDAL, s(51), StayState::Confirmed))
}

fn line() -> crate::domain::act::RotaLine {
    crate::domain::act::RotaLine {
        post: String::new(),
        doctor: someone("Marc", "Roche", Role::Doctor),
        from: s(52).monday(),
        to: s(52).monday().plus(4),
        state: StayState::Confirmed,
        line: 2,
        unwritten: Vec::new(),
    }
}

#[test]
fn each_act_is_refused_to_whoever_has_no_right_to_it_and_done_for_whoever_has() {
    let acts: Vec<Act> = vec![
        CentreAct::Edit(ajain()).into(),
        CentreAct::AddPost("Poste 2".into(), Pattern::Programmed).into(),
        CentreAct::EditPost(POST, "Poste 1".into(), Pattern::Programmed).into(),
        record::close(s(53).monday(), s(53).monday(), "fête"),
        CentreAct::Targets(Targets { open_weeks: Some(49), ..Targets::default() }).into(),
        PeopleAct::Add(someone("Paul", "Blanc", Role::Doctor)).into(),
        PeopleAct::Edit(VIDAL, someone("Hélène", "Vidal-Roche", Role::Doctor)).into(),
        StayAct::Add(stay(VIDAL, s(52), StayState::Option)).into(),
        option(2).into(),
        StayAct::Cancel(StayId(2), withdrawal()).into(),
        StayAct::NoteWithdrawal(StayId(2), withdrawal()).into(),
        Act::ImportRota(RotaImport { lines: vec![line()], promised: None }),
        ItemAct::Open(about("1243"), word("INR à 4,8", s(49))).into(),
        AgendaAct::HalfDays(vec![(POST, s(48).monday(), HalfDay::Morning)], HalfDayKind::Rest).into(),
        record::ABBREVIATION.put([("short", "INR".into()), ("meaning", "index".into())]),
    ];
    for act in acts {
        for (who, role) in EVERYBODY {
            let mut desk = ajain_of_all();
            let before = desk.dump();
            let reply = desk.try_act(who, act.clone());
            if rights::may(role, rights::of_act(&act)) {
                assert!(matches!(reply, Reply::Saved { .. }), "{role:?}, {act:?}: {reply:?}");
            } else {
                let Reply::Refused(msg) = reply else { panic!("{role:?}, {act:?}: {reply:?}") };
                assert!(msg.id.starts_with("rights-"), "{role:?}, {act:?}: {msg:?}");
                assert!(format!("{msg:?}").contains("C. Garnier"), "{msg:?}");
                assert_eq!(desk.dump(), before);
            }
        }
    }
}

#[test]
fn every_logged_table_is_somebodys() {
    let desk = Desk::new();
    for table in arm::logged(&desk.store.conn).unwrap() {
        assert!(rights::of_table(&table).is_some(), "{table} is not named in domain::rights");
    }
    assert_eq!(rights::of_table("tomorrow"), None);
}

/// Writes a row of a table inside a change, as a fault of the program, an undo or an import would.
fn touch(desk: &mut Desk, who: PersonId, sql: &str) -> Result<(), Stop> {
    let done = desk.store.change(Who::is(who), desk.now, |cx| {
        cx.conn.execute_batch(sql)?;
        Ok(Done::said(Msg::new("store-nothing")))
    });
    done.map(|_| ())
}

#[test]
fn whatever_writes_a_table_it_is_asked_again_before_the_commit() {
    let attacks = [
        ("centre", "UPDATE centre SET name = 'HACK'"),
        ("post", "INSERT INTO post(centre, name) VALUES (1, 'HACK')"),
        ("closure", "INSERT INTO closure(centre, from_day, to_day, reason) VALUES (1, 1, 1, '')"),
        ("person", "UPDATE person SET role = 'Coordination' WHERE id = 2"),
        ("stay", "UPDATE stay SET to_day = to_day + 1 WHERE id = 2"),
        (
            "withdrawal",
            "INSERT INTO withdrawal(centre, stay, author, at, announced, reason) VALUES (1, 2, 1, 0, 1, '')",
        ),
        (
            "draft_end",
            "INSERT INTO draft_end(centre, author, key, raw, kept, at, by_person, said_by, said_on)
               VALUES (1, 2, 'k', '{}', 0, 0, 1, 2, 20000)",
        ),
        // The control: what is everybody's work passes by the same way.
        ("snippet", "INSERT INTO snippet(centre, code, text) VALUES (1, 'a', 'b')"),
    ];
    for (table, sql) in attacks {
        let right = rights::of_table(table).unwrap();
        for (who, role) in EVERYBODY {
            let mut desk = ajain_of_all();
            let before = desk.dump();
            let done = touch(&mut desk, who, sql);
            if rights::may(role, right) {
                assert!(done.is_ok(), "{role:?}, {table}: {done:?}");
                assert_ne!(desk.dump(), before, "{table}");
            } else {
                assert!(
                    matches!(&done, Err(Stop::Refused(msg)) if msg.id.starts_with("rights-")),
                    "{role:?}, {table}: {done:?}"
                );
                assert_eq!(desk.dump(), before, "{table}");
            }
        }
    }
}

#[test]
fn nobody_undoes_what_they_could_not_have_done() {
    let mut desk = ajain_of_all();
    desk.act(GARNIER, option(2));
    let past = desk.ask(question::History);
    let (moved, before) = (past[0].id, desk.dump());
    let refused = |reply: Reply| matches!(&reply, Reply::Refused(msg) if msg.id == "rights-coordination");
    for who in [ASSISTANT, NURSE, VIDAL] {
        assert!(refused(desk.store.revert(moved, Who::is(who), desk.now)), "{who:?}");
        // Nor for the coordination by speaking for somebody, nor for a doctor by being spoken for.
        let dictated = Who { person: ASSISTANT, dictated_by: Some(VIDAL) };
        assert!(refused(desk.store.revert(moved, dictated, desk.now)));
        assert_eq!(desk.dump(), before);
    }
    // The control, and a redo by the history is no other way in.
    assert!(matches!(desk.store.revert(moved, Who::is(GARNIER), desk.now), Reply::Saved { .. }));
    let past = desk.ask(question::History);
    assert!(refused(desk.store.revert(past[0].id, Who::is(VIDAL), desk.now)));
    assert!(matches!(desk.store.revert(past[0].id, Who::is(GARNIER), desk.now), Reply::Saved { .. }));
    assert_eq!(desk.dump(), before);
}

#[test]
fn who_coordinates_no_more_undoes_nothing_of_the_coordination() {
    let mut desk = ajain_of_all();
    desk.act(GARNIER, PeopleAct::Edit(ASSISTANT, someone("Léa", "Petit", Role::Coordination)));
    desk.act(ASSISTANT, option(2));
    let offered = |desk: &Desk| desk.store.ask(question::Frame, Who::is(ASSISTANT), desk.now).unwrap().undo.is_some();
    assert!(offered(&desk));
    desk.act(GARNIER, PeopleAct::Edit(ASSISTANT, someone("Léa", "Petit", Role::Assistant)));
    assert!(!offered(&desk), "a key that would be refused is not offered");
    let reply = desk.store.undo(Who::is(ASSISTANT), desk.now);
    assert!(matches!(&reply, Reply::Refused(msg) if msg.id == "rights-coordination"), "{reply:?}");
}

#[test]
fn one_types_for_a_doctor_alone_and_it_is_the_team_who_types() {
    let mut desk = ajain_of_all();
    let mut open = |person, doctor| {
        let write = Write::of(ItemAct::Open(about("1243"), word("INR", s(49))).into());
        match desk.store.write(&write, Who { person, dictated_by: Some(doctor) }, desk.now) {
            Reply::Saved { .. } => "saved".to_owned(),
            Reply::Refused(msg) => msg.id.into_owned(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(open(ASSISTANT, VIDAL), "saved");
    assert_eq!(open(GARNIER, VIDAL), "saved");
    for (person, doctor) in [(ASSISTANT, GARNIER), (VIDAL, GARNIER), (GARNIER, ASSISTANT), (VIDAL, VIDAL)] {
        assert_eq!(open(person, doctor), "rights-dictation", "{person:?} for {doctor:?}");
    }
}

#[test]
fn the_rights_are_of_whoever_is_signed_in_and_never_of_whom_they_type_for() {
    let mut desk = ajain_of_all();
    let write = Write::of(option(2).into());
    let reply = desk.store.write(&write, Who { person: ASSISTANT, dictated_by: Some(VIDAL) }, desk.now);
    assert!(matches!(&reply, Reply::Refused(msg) if msg.id == "rights-coordination"), "{reply:?}");
    let reply = desk.store.write(&write, Who { person: GARNIER, dictated_by: Some(VIDAL) }, desk.now);
    assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
}

#[test]
fn somebody_of_the_coordination_always_stays() {
    let mut desk = ajain_of_all();
    let gone = crate::domain::act::NewPerson {
        ended: Some(desk.now.day.plus(30)),
        ..someone("Claire", "Garnier", Role::Coordination)
    };
    let nurse = someone("Claire", "Garnier", Role::Nurse);
    assert_eq!(desk.refused(GARNIER, PeopleAct::Edit(GARNIER, gone.clone())), "rights-last-coordination");
    assert_eq!(desk.refused(GARNIER, PeopleAct::Edit(GARNIER, nurse)), "rights-last-coordination");
    desk.act(GARNIER, PeopleAct::Edit(ASSISTANT, someone("Léa", "Petit", Role::Coordination)));
    // With accounts, who has none cannot coordinate.
    let by = By { person: GARNIER, now: desk.now };
    desk.store.add_account(&account(1, GARNIER), None, by).unwrap();
    assert_eq!(desk.refused(GARNIER, PeopleAct::Edit(GARNIER, gone.clone())), "rights-last-coordination");
    desk.store.add_account(&account(2, ASSISTANT), None, by).unwrap();
    desk.act(GARNIER, PeopleAct::Edit(GARNIER, gone));
}

fn account(id: i64, person: PersonId) -> Account {
    Account { id: AccountId(id), label: format!("compte {id}"), person, recipient: "age1".into() }
}

fn why<T: std::fmt::Debug>(done: Result<T, StoreError>) -> String {
    match done {
        Err(StoreError::Refused(msg)) => msg.id.into_owned(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn accounts_are_the_coordinations_and_the_weeks_doctor_everybodys_of_the_team() {
    let mut desk = ajain_of_all();
    let by = |person, desk: &Desk| By { person, now: desk.now };
    // A doctor, whoever's account it is.
    for (id, person) in [(1, GARNIER), (2, ASSISTANT)] {
        assert_eq!(why(desk.store.add_account(&account(id, person), None, by(VIDAL, &desk))), "rights-coordination");
    }
    assert_eq!(why(desk.store.add_account(&account(4, VIDAL), None, by(VIDAL, &desk))), "rights-team");
    assert_eq!(why(desk.store.add_account(&account(1, GARNIER), None, by(ASSISTANT, &desk))), "rights-coordination");
    desk.store.add_account(&account(1, GARNIER), None, by(GARNIER, &desk)).unwrap();
    desk.store.add_account(&account(4, VIDAL), None, by(ASSISTANT, &desk)).unwrap();
    let take = |desk: &mut Desk, old: i64, new: &Account, how, who| {
        let by = by(who, desk);
        desk.store.replace_account(AccountId(old), new, None, how, by)
    };
    for who in [VIDAL, ASSISTANT, NURSE] {
        assert_eq!(why(take(&mut desk, 1, &account(9, GARNIER), Passphrase, who)), "rights-coordination");
        assert_eq!(why(take(&mut desk, 1, &account(9, GARNIER), OwnPassphrase, who)), "rights-coordination");
        let by = by(who, &desk);
        assert_eq!(why(desk.store.remove_account(&account(1, GARNIER), by)), "rights-coordination");
        assert_eq!(why(desk.store.remove_account(&account(4, VIDAL), by)), "rights-coordination");
        assert_eq!(why(desk.store.rename_account(&account(4, VIDAL), "x", by)), "rights-coordination");
    }
    assert_eq!(desk.store.accounts().unwrap(), [account(1, GARNIER), account(4, VIDAL)]);
    // One's own passphrase is one's own; this week's doctor is let in by the team.
    take(&mut desk, 4, &account(5, VIDAL), OwnPassphrase, VIDAL).unwrap();
    take(&mut desk, 5, &account(6, VIDAL), Passphrase, NURSE).unwrap();
    // Weeks later it is the coordination's again.
    desk.now = Now::on(s(3 + 50).monday(), 9, 0);
    assert_eq!(why(take(&mut desk, 6, &account(7, VIDAL), Passphrase, NURSE)), "rights-coordination");
    take(&mut desk, 6, &account(7, VIDAL), Passphrase, GARNIER).unwrap();
}

#[test]
fn what_the_team_did_alerts_the_coordination_until_she_has_seen_it() {
    let mut desk = ajain_of_all();
    let now = desk.now;
    let by = |person| By { person, now };
    let alerts = |desk: &Desk, who| desk.store.ask(question::Frame, Who::is(who), desk.now).unwrap().alerts.len();
    let quiet = alerts(&desk, GARNIER);
    // What the rota asks for is hers alone.
    let team = alerts(&desk, ASSISTANT);
    desk.store.add_account(&account(1, GARNIER), None, by(GARNIER)).unwrap();
    assert_eq!(alerts(&desk, GARNIER), quiet, "her own acts are no alert");
    desk.store.add_account(&account(4, VIDAL), None, by(ASSISTANT)).unwrap();
    desk.store.open_account(&account(4, VIDAL), by(NURSE)).unwrap();
    desk.act(ASSISTANT, StayAct::NoteWithdrawal(StayId(2), withdrawal()));
    assert_eq!((alerts(&desk, GARNIER), alerts(&desk, ASSISTANT), alerts(&desk, VIDAL)), (quiet + 3, team, team));
    assert_eq!(why(desk.store.confirm_account(&account(4, VIDAL), by(ASSISTANT))), "rights-coordination");
    assert_eq!(desk.store.confirm_account(&account(4, VIDAL), by(GARNIER)).unwrap(), 2);
    assert_eq!(alerts(&desk, GARNIER), quiet + 1);
    // The withdrawal is answered: the stay holds.
    assert_eq!(desk.refused(ASSISTANT, StayAct::Keep(StayId(2))), "rights-coordination");
    desk.act(GARNIER, StayAct::Keep(StayId(2)));
    assert_eq!(alerts(&desk, GARNIER), quiet);
    assert_eq!(desk.refused(GARNIER, StayAct::Keep(StayId(2))), "store-gone");
    // Noted again and called off, it is answered too.
    desk.act(NURSE, StayAct::NoteWithdrawal(StayId(2), withdrawal()));
    assert_eq!(alerts(&desk, GARNIER), quiet + 1);
    desk.act(GARNIER, StayAct::Cancel(StayId(2), withdrawal()));
    assert_eq!(alerts(&desk, GARNIER), quiet);
}

#[test]
fn who_has_no_right_to_accounts_reads_nothing_of_them() {
    let mut desk = ajain_of_all();
    let by = By { person: GARNIER, now: desk.now };
    desk.store.add_account(&account(1, GARNIER), None, by).unwrap();
    let read = |who| (desk.asks(who, question::Accounts).len(), desk.asks(who, question::AccountEvents).len());
    assert_eq!((read(GARNIER), read(ASSISTANT), read(VIDAL)), ((1, 1), (1, 1), (0, 0)));
}

#[test]
fn transmitting_as_it_is_and_the_last_word_stay_with_whom_they_belong() {
    let sign = |as_is| {
        let act = HandoverAct::Sign { stay: StayId(1), name: "x".into(), nothing_to_report: false, as_is };
        rights::of_act(&act.into())
    };
    assert_eq!((sign(true), sign(false)), (Right::AsIs, Right::Points));
    assert_eq!(rights::of_act(&PlaceAct::CheckContact(crate::domain::ContactId(1)).into()), Right::ReadPlace);
}
