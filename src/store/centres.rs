//! Two centres in one store: each desk sees and writes what is its centre's, and the doctors are everybody's.

use super::door::Done;
use super::testing::{Desk, GARNIER, about, ajain, friday, s, someone, stay, word};
use super::{Place, Store, StoreError};
use crate::domain::act::{CentreAct, NewCentre, PeopleAct, StayAct};
use crate::domain::school::Zone;
use crate::domain::{AccountId, Addressee, Msg, PersonId, PostId, Role, StayState, Who};
use crate::protocol::{FindPage, FramePage, Past, Reply, Table, question};
use crate::store::sql::params;

const AJAIN: AccountId = AccountId(1);
const BELLEGARDE: AccountId = AccountId(2);
/// Who coordinates Bellegarde, and its only post.
const MERCIER: PersonId = PersonId(2);
const CABINET: PostId = PostId(2);

/// Bellegarde beside Ajain: no screen makes a second centre yet.
fn second(desk: &mut Desk) {
    let made = desk.store.change(Who::is(GARNIER), desk.now, |cx| {
        let facts = "commune, department, opened, opening, names_allowed, lang, lock_minutes, backup_folder,
            slot_minutes, result_days, guide_months, account_before, account_after";
        let copy = format!("INSERT INTO centre(name, {facts}) SELECT 'Bellegarde', {facts} FROM centre");
        let centre = cx.insert(&copy, [])?;
        cx.insert("INSERT INTO post(centre, name, pattern) SELECT ?1, 'Cabinet', pattern FROM post", [centre])?;
        let mercier = "INSERT INTO person(centre, given, family, role, presence)
            VALUES (?1, 'Anne', 'Mercier', 'Coordination', '1111100')";
        cx.insert(mercier, [centre])?;
        for (account, centre, person) in [(AJAIN, 1, GARNIER), (BELLEGARDE, 2, MERCIER)] {
            let sql = "INSERT INTO account(id, centre, label, person, recipient) VALUES (?1, ?2, 'C', ?3, '')";
            cx.insert(sql, params![account, centre, person])?;
        }
        Ok(Done::signed(Msg::new("store-said-centre")))
    });
    made.unwrap();
}

/// A desk of each centre at one store.
fn desks(path: &std::path::Path) -> (Desk, Desk) {
    second(&mut Desk::on(Store::create(Place::File(path), Some(&[3; 32])).unwrap()));
    let [ajain, bellegarde] = [AJAIN, BELLEGARDE].map(|account| {
        let mut store = Store::open(path, &[3; 32]).unwrap();
        store.sit_at(account).unwrap();
        store.begin_session().unwrap();
        Desk { store, now: friday() }
    });
    (ajain, bellegarde)
}

fn frame(desk: &Desk, who: PersonId) -> FramePage {
    desk.store.ask(question::Frame, Who::is(who), desk.now).unwrap()
}

fn found(desk: &Desk, text: &str) -> FindPage {
    desk.ask(question::Find(text.into()))
}

fn history(desk: &Desk) -> Vec<Past> {
    desk.ask(question::History)
}

#[test]
fn each_desk_sees_the_rota_the_points_and_the_settings_of_its_centre() {
    let dir = tempfile::tempdir().unwrap();
    let (mut one, mut two) = desks(&dir.path().join("centre.db"));
    let vidal = one.doctor("Vidal");
    one.stay(vidal, s(48));
    let here = one.open(GARNIER, about("1243"), word("INR à Ajain", s(49)));
    let to = Addressee::Post(CABINET, s(49));
    let there = two.open(MERCIER, about("1243"), crate::domain::act::NewWord { to, ..word("INR à Bellegarde", s(49)) });
    two.act(
        MERCIER,
        CentreAct::Edit(NewCentre {
            name: "Bellegarde-en-Marche".into(),
            lock_minutes: 5,
            own_zone: Some(Zone::B),
            ..ajain()
        }),
    );

    let (ajain, bellegarde) = (frame(&one, GARNIER), frame(&two, MERCIER));
    assert_eq!((ajain.centre.name.as_str(), ajain.centre.lock_minutes), ("Centre de santé d'Ajain", 10));
    assert_eq!((bellegarde.centre.name.as_str(), bellegarde.centre.lock_minutes), ("Bellegarde-en-Marche", 5));
    assert_eq!((ajain.centre.zone(), bellegarde.centre.zone()), (Some(Zone::A), Some(Zone::B)));
    assert_eq!((ajain.rota.posts.len(), ajain.rota.stays.len(), ajain.open.len()), (1, 1, 1));
    assert_eq!((bellegarde.rota.posts[0].id, bellegarde.rota.stays.len(), bellegarde.open.len()), (CABINET, 0, 1));
    assert_eq!(one.ask(question::Thread(there)), None);
    assert_eq!(two.ask(question::Thread(here)), None);
    assert_eq!((found(&one, "INR").count, found(&one, "Bellegarde").count), (1, 0));
    assert_eq!((found(&two, "INR").count, found(&two, "Ajain").count), (1, 0));
}

#[test]
fn doctors_are_the_collectives_and_the_team_is_the_centres() {
    let dir = tempfile::tempdir().unwrap();
    let (mut one, mut two) = desks(&dir.path().join("centre.db"));
    let vidal = one.doctor("Vidal");
    let people = |frame: FramePage| frame.rota.people.0.into_keys().collect::<Vec<_>>();
    assert_eq!(people(frame(&one, GARNIER)), [GARNIER, vidal]);
    assert_eq!(people(frame(&two, MERCIER)), [MERCIER, vidal]);
    let known = |frame: &FramePage, person: PersonId| frame.revs.contains_key(&Table::PERSON.row(person.0));
    let bellegarde = frame(&two, MERCIER);
    assert!(known(&bellegarde, vidal) && known(&bellegarde, MERCIER) && !known(&bellegarde, GARNIER));
    // Either centre enrols her, and corrects what is known of her; not each other's team.
    let week = crate::domain::act::NewStay { post: CABINET, ..stay(vidal, s(49), StayState::Confirmed) };
    two.act(MERCIER, StayAct::Add(week));
    two.act(MERCIER, PeopleAct::Edit(vidal, someone("Hélène", "Vidal-Roche", Role::Doctor)));
    assert_eq!(frame(&one, GARNIER).rota.people.short(vidal), "Dr Vidal-Roche");
    let garnier = PeopleAct::Edit(GARNIER, someone("Claire", "Autre", Role::Coordination));
    assert_eq!(two.refused(MERCIER, garnier), "store-gone");
    assert!(frame(&one, GARNIER).rota.stays.is_empty());
}

#[test]
fn history_and_undo_stay_within_the_centre() {
    let dir = tempfile::tempdir().unwrap();
    let (mut one, mut two) = desks(&dir.path().join("centre.db"));
    let vidal = one.doctor("Vidal");
    let at_ajain = history(&one)[0].id;
    // She works at Ajain this week, and sits down at Bellegarde before it is over.
    one.stay(vidal, s(48));
    one.open(vidal, about("1243"), word("INR", s(49)));
    assert!(frame(&one, vidal).undo.is_some() && frame(&two, vidal).undo.is_none());
    assert_eq!(history(&two).len(), 0);
    let refused = |reply| matches!(reply, Reply::Refused(msg) if msg.id == "store-undo-none");
    assert!(refused(two.store.undo(Who::is(vidal), two.now)));
    let gone = |reply| matches!(reply, Reply::Refused(msg) if msg.id == "store-gone");
    assert!(gone(two.store.revert(at_ajain, Who::is(MERCIER), two.now)));
}

#[test]
fn where_there_are_two_a_desk_shows_neither_before_somebody_signs_in() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("centre.db");
    drop(desks(&path));
    let store = Store::open(&path, &[3; 32]).unwrap();
    assert_eq!(store.centre().unwrap(), None);
    let asked = store.ask(question::Frame, Who::is(GARNIER), friday());
    assert!(matches!(asked, Err(StoreError::Missing)));
}
