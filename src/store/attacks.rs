//! Attacks by somebody who holds the key of the centre and another program: each is named by the check.
//!
//! What is proven by a signature has its control: with the author's own key in hand the same is not found.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::keys::{self, Signing};
use super::ledger::Ledger;
use super::testing::{Desk, GARNIER, POST, about, past_the_seals, s, sign, word};
use super::{By, Store, chain};
use crate::domain::act::{Act, AgendaAct, CentreAct, HandoverAct, ItemAct, NewContact, PeopleAct, PlaceAct};
use crate::domain::agenda::{NewEntry, OnClash};
use crate::domain::place::ContactKind;
use crate::domain::{
    AccountEventKind, AccountId, Addressee, Answer, ChangeId, EntryKind, ItemId, NoteKind, Now, Pattern, PersonId,
    Role, Stamp, Who,
};
use crate::protocol::{Account, Reply};
use crate::signing::Signer;
use crate::store::sql::{Columns as _, params};

const VIDAL: PersonId = PersonId(2);
const ROCHE: PersonId = PersonId(3);
const NURSE: PersonId = PersonId(4);

/// A centre in which everybody signs with a key of their own.
struct Centre {
    desk: Desk,
    own: BTreeMap<PersonId, Signing>,
}

fn account(id: i64, person: PersonId) -> Account {
    Account { id: AccountId(id), label: format!("compte {id}"), person, recipient: format!("age1-{id}") }
}

fn signing(account: Option<i64>) -> (Signer, String) {
    let name = account.map_or("recovery".to_owned(), |id| id.to_string());
    (Signer::of(name.as_bytes()), format!("age1-{name}"))
}

impl Centre {
    /// Ajain, with an account for C. Garnier; nothing is signed before `begin`.
    fn unsigned() -> Self {
        let mut centre = Self { desk: Desk::new(), own: BTreeMap::new() };
        centre.adds(1, GARNIER);
        centre
    }

    fn new() -> Self {
        let mut centre = Self::unsigned();
        centre.begins(Some("recovery"));
        for (id, family, role) in [(2, "Vidal", Role::Doctor), (3, "Roche", Role::Doctor), (4, "Nio", Role::Nurse)] {
            centre.acts(GARNIER, PeopleAct::Add(super::testing::someone("Hélène", family, role)));
            centre.adds(id, PersonId(id));
        }
        centre
    }

    /// The coordination's first sign-in.
    fn begins(&mut self, recovery: Option<&str>) {
        let by = By { person: GARNIER, now: self.desk.now };
        let (signer, recipient) = signing(None);
        let keys = recovery.map(|_| (recipient, signer.public()));
        self.sits(GARNIER);
        let keys = keys.as_ref().map(|(recipient, public)| (recipient.as_str(), public.as_str()));
        assert!(self.desk.store.adopt(by, keys).unwrap());
    }

    fn sits(&mut self, person: PersonId) {
        self.desk.store.signing = self.own.get(&person).cloned();
    }

    /// C. Garnier adds an account.
    fn adds(&mut self, id: i64, person: PersonId) {
        let (signer, recipient) = signing(Some(id));
        self.sits(GARNIER);
        let by = By { person: GARNIER, now: self.desk.now };
        self.desk.store.add_account(&account(id, person), Some(&signer.public()), by).unwrap();
        self.own.insert(person, Signing::new(signer, recipient, Some(AccountId(id))));
    }

    fn acts(&mut self, who: PersonId, act: impl Into<Act>) {
        self.sits(who);
        self.desk.act(who, act);
    }

    /// Vidal has signed two points and a note and added to them; Roche has answered and taken over; the nurse has noted
    /// an appointment and somebody to call.
    fn at_work() -> Self {
        let mut centre = Self::new();
        centre.sits(GARNIER);
        let (s48, s49) = (centre.desk.stay(VIDAL, s(48)), centre.desk.stay(ROCHE, s(49)));
        centre.sits(VIDAL);
        centre.desk.open(VIDAL, about("1243"), word("INR à 4,8", s(49)));
        centre.desk.open(VIDAL, about("0377"), word("TSH", s(49)));
        centre.acts(VIDAL, HandoverAct::Note(s48, NoteKind::Week, "semaine calme".into()));
        centre.acts(VIDAL, sign(s48));
        centre.acts(VIDAL, HandoverAct::Addendum { stay: s48, text: "oubli".into(), item: None });
        centre.desk.now = Now::from(Stamp(centre.desk.now.at.0 + 3 * 86_400_000));
        centre.sits(ROCHE);
        centre.desk.answer(ROCHE, ItemId(1), Answer::Taken, "contrôle demain");
        centre.acts(ROCHE, HandoverAct::TakeOver { stay: s49, name: "Roche".into() });
        centre.acts(NURSE, AgendaAct::Add(appointment(&centre.desk), OnClash::Ask));
        centre.acts(NURSE, PlaceAct::AddContact(cardiology("Cardiologie")));
        centre.acts(NURSE, PlaceAct::EditContact(crate::domain::ContactId(1), cardiology("Cardiologie, Guéret")));
        centre.acts(GARNIER, CentreAct::EditPost(POST, "Poste 1".into(), Pattern::Programmed));
        centre
    }

    /// What the check says first; nothing when all is well.
    #[track_caller]
    fn found(&self) -> Option<String> {
        let found = self.desk.store.check().unwrap();
        assert_eq!(found.is_clean(), found.msgs().is_empty(), "{found:?}");
        found.msgs().first().map(|msg| msg.id.clone().into_owned())
    }

    fn conn(&self) -> &Connection {
        &self.desk.store.conn
    }

    /// The attacker's program, which no trigger stops.
    fn attack(&self, sql: &str) {
        past_the_seals(self.conn(), sql);
    }

    /// A change as the program would write it, by whoever has this key, in whoever's name, without asking for any right.
    fn forges(&self, by: PersonId, key: Option<&Signing>, sql: &str) {
        let conn = self.conn();
        conn.execute(
            "INSERT INTO change(centre, at, person, said) VALUES (1, 0, ?1, '{\"id\":\"x\",\"args\":[]}')",
            [by.0],
        )
        .unwrap();
        let change = ChangeId(conn.last_insert_rowid());
        conn.execute("UPDATE txn SET change = ?1", params![change]).unwrap();
        conn.execute_batch(sql).unwrap();
        let id = key.map(|key| key.enter(conn, crate::domain::CentreId(1)).unwrap());
        conn.execute("UPDATE change SET key = ?1 WHERE id = ?2", params![id, change]).unwrap();
        chain::close(conn, change, key).unwrap();
        conn.execute("UPDATE txn SET change = NULL", []).unwrap();
    }

    /// Computes the chain anew from the first change that does not follow, as anybody with the key can; signed with the
    /// true keys where they are in hand.
    fn rehash(&self, keys: bool) {
        let conn = self.conn();
        loop {
            let mut next = None;
            chain::walk(conn, &[], false, |seen| {
                next =
                    (seen.carried.as_ref() != Some(&seen.hash)).then_some((seen.id, seen.hash, seen.person, seen.key));
                next.is_none()
            })
            .unwrap();
            let Some((id, hash, person, key)) = next else { return };
            conn.execute("UPDATE change SET hash = ?1 WHERE id = ?2", params![hash, id]).unwrap();
            if keys && key.is_some() {
                let signature = self.own[&person].of_change(conn, id, &hash).unwrap();
                conn.execute("UPDATE change SET signature = ?1 WHERE id = ?2", rusqlite::params![signature, id.0])
                    .unwrap();
            }
        }
    }
}

fn appointment(desk: &Desk) -> NewEntry {
    NewEntry {
        kind: EntryKind::Consultation,
        post: Some(POST),
        day: desk.now.day,
        to: desk.now.day,
        start: Some(9 * 60),
        minutes: 20,
        patient: Some(about("1243").patient.unwrap()),
        title: String::new(),
        place: String::new(),
        item: None,
    }
}

fn cardiology(name: &str) -> NewContact {
    NewContact {
        kind: ContactKind::Emergency,
        name: name.into(),
        purpose: "avis".into(),
        phone: "05 55 00 00 00".into(),
        direct: String::new(),
        hours: String::new(),
        note: String::new(),
        checked: None,
    }
}

#[test]
fn whatever_is_changed_in_a_row_is_named_and_where() {
    let centre = Centre::at_work();
    assert_eq!(centre.found(), None);
    let (now, image, own) = (centre.desk.now, centre.desk.store.into_image().unwrap(), centre.own);
    for (sql, says) in [
        ("UPDATE item SET file = '9999' WHERE id = 1", "check-row-changed"),
        ("UPDATE relay SET text = 'INR à 2,8' WHERE id = 1", "check-row-changed"),
        ("UPDATE relay SET gravity = 'Urgent', due = 1 WHERE id = 1", "check-row-changed"),
        ("UPDATE addendum SET text = 'rien'", "check-row-changed"),
        ("UPDATE receipt SET words = 'vu'", "check-row-changed"),
        ("UPDATE takeover SET name = 'Aubert'", "check-row-changed"),
        ("UPDATE handover SET note_week = 'agitée'", "check-row-changed"),
        ("DELETE FROM handover; DELETE FROM signature", "check-row-missing"),
        ("UPDATE entry SET start = 600", "check-row-changed"),
        ("UPDATE stay SET to_day = to_day + 1 WHERE id = 2", "check-row-changed"),
        ("UPDATE contact SET phone = '06' WHERE id = 1", "check-row-changed"),
        ("DELETE FROM contact", "check-row-missing"),
        ("UPDATE person SET role = 'Coordination' WHERE id = 4", "check-row-changed"),
        ("UPDATE centre SET lock_minutes = 30", "check-row-changed"),
        ("UPDATE account SET recipient = 'age1-mine' WHERE id = 1", "check-row-changed"),
        ("UPDATE signing_key SET public = '00' WHERE id = 1", "check-row-changed"),
        ("UPDATE account_event SET author = 4", "check-row-changed"),
        (
            "INSERT INTO contact(centre, kind, name, purpose, phone, direct, hours, note)
               SELECT centre, kind, 'x', purpose, phone, direct, hours, note FROM contact",
            "check-row-added",
        ),
        // An old state put back.
        ("UPDATE post SET name = 'Médecin'", "check-row-replayed"),
        // With what the log says of it, and with the hashes too.
        (
            "UPDATE item SET file = '9999' WHERE id = 1;
             UPDATE change_row SET after = replace(after, '1243', '9999'), before = replace(before, '1243', '9999')
               WHERE tbl = 'item'",
            "check-change",
        ),
    ] {
        let desk = Desk { store: Store::of_image(&image).unwrap(), now };
        let centre = Centre { desk, own: own.clone() };
        centre.attack(sql);
        assert_eq!(centre.found().as_deref(), Some(says), "{sql}");
    }
    // The control: the seals alone are no content.
    let centre = Centre { desk: Desk { store: Store::of_image(&image).unwrap(), now }, own };
    centre.attack("REINDEX");
    assert_eq!(centre.found(), None);
}

#[test]
fn a_past_that_is_rewritten_and_hashed_anew_is_not_what_its_authors_signed() {
    for (sql, says) in [
        (
            "UPDATE item SET file = '9999' WHERE id = 1;
             UPDATE change_row SET after = replace(after, '1243', '9999'), before = replace(before, '1243', '9999')
               WHERE tbl = 'item'",
            "check-change-forged",
        ),
        ("UPDATE change SET at = at + 60000 WHERE id > 3", "check-change-forged"),
        ("UPDATE change SET dictated_by = 2 WHERE id = (SELECT max(id) FROM change)", "check-change-forged"),
        ("UPDATE change SET key = NULL, signature = NULL WHERE id = 7", "check-change-unsigned"),
        // In somebody else's name, with one's own key.
        ("UPDATE change SET key = 1 WHERE person = 2", "check-change-forged"),
        ("UPDATE change SET person = 1 WHERE person = 2", "check-change-forged"),
        // What began it is taken away.
        ("DELETE FROM adoption; DELETE FROM change_row WHERE tbl = 'adoption'", "check-change-key"),
    ] {
        let centre = Centre::at_work();
        centre.attack(sql);
        centre.rehash(false);
        assert_eq!(centre.found().as_deref(), Some(says), "{sql}");
    }
    // The control: with each author's key in hand, it is what they signed.
    let centre = Centre::at_work();
    centre.attack(
        "UPDATE change_row SET after = replace(after, 'Guéret', 'Limoges') WHERE tbl = 'contact';
         UPDATE contact SET name = replace(name, 'Guéret', 'Limoges')",
    );
    centre.rehash(false);
    assert_eq!(centre.found().as_deref(), Some("check-change-forged"));
    let centre = Centre::at_work();
    centre.attack(
        "UPDATE change_row SET after = replace(after, 'Guéret', 'Limoges') WHERE tbl = 'contact';
         UPDATE contact SET name = replace(name, 'Guéret', 'Limoges')",
    );
    centre.rehash(true);
    assert_eq!(centre.found(), None);
}

#[test]
fn what_is_taken_from_the_end_is_named_by_the_numbers_that_were_given() {
    // The newest handover goes, with its rows in the log and the change itself.
    let mut centre = Centre::new();
    centre.sits(GARNIER);
    let stay = centre.desk.stay(VIDAL, s(48));
    centre.acts(VIDAL, HandoverAct::Note(stay, NoteKind::Week, "calme".into()));
    let last = centre.conn().query_row("SELECT max(id) FROM change", [], |row| row.col::<i64>(0)).unwrap();
    centre.acts(VIDAL, sign(stay));
    let image = centre.desk.store.into_image().unwrap();
    let centre = Centre { desk: Desk { store: Store::of_image(&image).unwrap(), now: centre.desk.now }, ..centre };
    let before = centre
        .conn()
        .query_row("SELECT before FROM change_row WHERE tbl = 'handover' ORDER BY seq DESC LIMIT 1", [], |row| {
            row.col::<String>(0)
        })
        .unwrap();
    assert!(before.contains("calme"));
    let cut = format!(
        "DELETE FROM signature;
         UPDATE handover SET signed_at = NULL, author = NULL, entered_by = NULL, name = NULL, hash = NULL,
           nothing_to_report = 0, previous = NULL;
         DELETE FROM change_row WHERE change > {last}; DELETE FROM change WHERE id > {last}"
    );
    centre.attack(&cut);
    assert_eq!(centre.found().as_deref(), Some("check-cut"));
    // The control: with the engine's own count set back, too, the store alone is whole. The file beside it, the copies
    // and every printed sheet name a change that it lacks (head.rs).
    centre.attack(&format!("UPDATE sqlite_sequence SET seq = {last} WHERE name = 'change'"));
    assert_eq!(centre.found(), None);
}

#[test]
fn a_change_in_somebody_elses_name_or_beyond_ones_rights_is_named() {
    let rename = "UPDATE contact SET name = 'x'";
    let role = "UPDATE person SET role = 'Coordination' WHERE id = 4";
    let settings = "UPDATE centre SET lock_minutes = 30";
    let stay = "UPDATE stay SET to_day = to_day - 1 WHERE id = 2";
    let plant = "INSERT INTO recovery_key(centre, recipient) VALUES (1, 'age1-mine')";
    let mine = "INSERT INTO account(id, centre, label, person, recipient) VALUES (9, 1, 'x', 1, 'age1-mine')";
    let replaces = "DELETE FROM account WHERE id = 2;
        INSERT INTO account(id, centre, label, person, recipient) VALUES (9, 1, 'x', 2, 'age1-mine')";
    let colleague = &told(replaces, 4, "Passphrase", "NULL");
    let key = "INSERT INTO signing_key(centre, account, person, recipient, public) VALUES (1, 1, 1, 'age1-mine', 'ff')";
    for (by, with, sql, says) in [
        // Who may, with their own key.
        (NURSE, Some(NURSE), rename, None),
        (GARNIER, Some(GARNIER), role, None),
        (GARNIER, Some(GARNIER), plant, None),
        (VIDAL, Some(VIDAL), "UPDATE contact SET checked = 1", None),
        (NURSE, Some(NURSE), colleague, None),
        // In another's name; without any key.
        (GARNIER, Some(NURSE), role, Some("check-change-key")),
        (VIDAL, Some(ROCHE), rename, Some("check-change-key")),
        (NURSE, None, rename, Some("check-change-unsigned")),
        // Beyond one's rights.
        (NURSE, Some(NURSE), role, Some("check-change-right")),
        (VIDAL, Some(VIDAL), settings, Some("check-change-right")),
        (VIDAL, Some(VIDAL), stay, Some("check-change-right")),
        (NURSE, Some(NURSE), plant, Some("check-change-right")),
        (NURSE, Some(NURSE), mine, Some("check-change-right")),
        (VIDAL, Some(VIDAL), replaces, None),
        (ROCHE, Some(ROCHE), colleague, Some("check-change-right")),
        (NURSE, Some(NURSE), key, Some("check-change-right")),
        // A doctor's account without saying so, in another's name, beside the one there is, or to end it.
        (NURSE, Some(NURSE), replaces, Some("check-change-right")),
        (NURSE, Some(NURSE), &told(replaces, 1, "Passphrase", "NULL"), Some("check-change-right")),
        (NURSE, Some(NURSE), &told(replaces, 4, "Renamed", "NULL"), Some("check-change-right")),
        (NURSE, Some(NURSE), "DELETE FROM account WHERE id = 2", Some("check-change-right")),
        (
            VIDAL,
            Some(VIDAL),
            "INSERT INTO account(id, centre, label, person, recipient) VALUES (9, 1, 'x', 2, 'age1-mine')",
            Some("check-change-right"),
        ),
        // Another key for somebody else's account, and what the coordination is told of, said to have been seen.
        (
            NURSE,
            Some(NURSE),
            "INSERT INTO signing_key(centre, account, person, recipient, public) VALUES (1, 2, 2, 'age1-2', 'ff')",
            Some("check-change-right"),
        ),
        (
            NURSE,
            Some(NURSE),
            "INSERT INTO signing_key(centre, account, person, recipient, public) VALUES (1, 1, 4, 'age1-1', 'ff')",
            Some("check-change-right"),
        ),
        (NURSE, Some(NURSE), &told("", 4, "Renamed", "1"), Some("check-change-right")),
        (GARNIER, Some(GARNIER), &told("", 1, "Renamed", "1"), None),
    ] {
        let centre = Centre::at_work();
        let entitled = centre.desk.store.entitled().unwrap();
        centre.forges(by, with.map(|with| &centre.own[&with]), sql);
        assert_eq!(centre.found().as_deref(), says, "{by:?}, {with:?}: {sql}");
        if says.is_some() {
            assert_eq!(centre.desk.store.entitled().unwrap(), entitled, "{sql}");
        }
    }
}

/// What is done to account 9 of Dr Vidal, with what is told of it, by somebody.
fn told(sql: &str, by: i64, kind: &str, confirms: &str) -> String {
    format!(
        "{sql}; INSERT INTO account_event(centre, at, kind, account, person, label, author, confirms)
           VALUES (1, 0, '{kind}', 9, 2, 'x', {by}, {confirms})"
    )
}

#[test]
fn who_plants_a_recipient_is_found_and_never_encrypted_to() {
    let centre = Centre::at_work();
    let entitled = centre.desk.store.entitled().unwrap();
    assert_eq!(entitled, ["age1-1", "age1-2", "age1-3", "age1-4", "age1-recovery"]);
    let image = centre.desk.store.into_image().unwrap();
    for sql in [
        "INSERT INTO recovery_key(centre, recipient) VALUES (1, 'age1-mine')",
        "UPDATE recovery_key SET recipient = 'age1-mine'",
        "UPDATE account SET recipient = 'age1-mine' WHERE id = 2",
        "INSERT INTO account(id, centre, label, person, recipient) VALUES (9, 1, 'x', 4, 'age1-mine')",
        "DELETE FROM account WHERE id = 1",
    ] {
        let store = Store::of_image(&image).unwrap();
        past_the_seals(&store.conn, sql);
        assert_eq!(store.entitled().unwrap(), entitled, "{sql}");
        assert!(!store.check().unwrap().is_clean(), "{sql}");
        // The control: before anybody signed, the rows are all there is to go by.
        store.conn.execute_batch("DELETE FROM adoption; DELETE FROM change_row WHERE tbl = 'adoption'").unwrap();
        assert_ne!(store.entitled().unwrap(), entitled, "{sql}");
    }
}

#[test]
fn an_ended_account_signs_nothing_more_and_opens_nothing() {
    let mut centre = Centre::at_work();
    let by = By { person: GARNIER, now: centre.desk.now };
    centre.sits(GARNIER);
    centre.desk.store.remove_account(&account(2, VIDAL), by).unwrap();
    assert_eq!(centre.found(), None);
    assert!(!centre.desk.store.entitled().unwrap().contains(&"age1-2".to_owned()));
    centre.forges(VIDAL, Some(&centre.own[&VIDAL]), "UPDATE contact SET name = 'x'");
    assert_eq!(centre.found().as_deref(), Some("check-change-key"));
    // A new phrase is a new key: the one of before signs nothing more, and the new one does.
    let mut centre = Centre::at_work();
    centre.sits(GARNIER);
    let (signer, recipient) = signing(Some(7));
    let new = account(7, VIDAL);
    centre
        .desk
        .store
        .replace_account(AccountId(2), &new, Some(&signer.public()), AccountEventKind::Passphrase, by)
        .unwrap();
    let old = centre.own.insert(VIDAL, Signing::new(signer, recipient, Some(AccountId(7)))).unwrap();
    centre.acts(VIDAL, PlaceAct::CheckContact(crate::domain::ContactId(1)));
    assert_eq!(centre.found(), None);
    centre.forges(VIDAL, Some(&old), "UPDATE contact SET name = 'x'");
    assert_eq!(centre.found().as_deref(), Some("check-change-key"));
}

#[test]
fn the_recovery_key_answers_for_a_lost_coordination_and_for_nothing_else() {
    let by = |centre: &Centre| By { person: GARNIER, now: centre.desk.now };
    let (signer, recipient) = signing(None);
    let recovery = Signing::new(signer, recipient, None);
    let lost = |recovery: &Signing| {
        let mut centre = Centre::at_work();
        centre.desk.store.signing = Some(recovery.clone());
        let (signer, recipient) = signing(Some(8));
        let now = by(&centre);
        centre
            .desk
            .store
            .replace_account(
                AccountId(1),
                &account(8, GARNIER),
                Some(&signer.public()),
                AccountEventKind::Recovered,
                now,
            )
            .unwrap();
        centre.own.insert(GARNIER, Signing::new(signer, recipient, Some(AccountId(8))));
        centre
    };
    let mut centre = lost(&recovery);
    centre.acts(GARNIER, PeopleAct::Add(super::testing::someone("Paul", "Blanc", Role::Doctor)));
    assert_eq!(centre.found(), None);
    assert_eq!(centre.desk.store.check().unwrap().unsure, []);
    // It does nothing else in anybody's name.
    centre.forges(GARNIER, Some(&recovery), "UPDATE contact SET name = 'x'");
    assert_eq!(centre.found().as_deref(), Some("check-change-right"));
    // Another's is none, wherever it says it comes from.
    let forged = Signing::new(Signer::of(b"mine"), "age1-recovery".into(), None);
    assert_eq!(lost(&forged).found().as_deref(), Some("check-change-key"));
}

#[test]
fn what_was_there_before_is_taken_over_once_and_a_key_of_before_waits_to_be_confirmed() {
    let mut centre = Centre::unsigned();
    // Dr Vidal's account is of before: its key is not known.
    centre.desk.doctor("Vidal");
    let (signer, recipient) = signing(Some(2));
    centre.desk.store.add_account(&account(2, VIDAL), None, By { person: GARNIER, now: centre.desk.now }).unwrap();
    centre.own.insert(VIDAL, Signing::new(signer, recipient, Some(AccountId(2))));
    // A column that came later is in no image.
    centre.attack("UPDATE change_row SET after = json_remove(after, '$.lock_minutes') WHERE tbl = 'centre'");
    centre.rehash(false);
    past_log(&centre, "");
    assert_eq!(centre.desk.store.check().unwrap().signed, None);
    centre.begins(None);
    let by = By { person: GARNIER, now: centre.desk.now };
    assert!(!centre.desk.store.adopt(by, None).unwrap(), "once");
    assert_eq!(centre.found(), None);
    past_log(&centre, "UPDATE centre SET lock_minutes = 29");
    assert_eq!(centre.found().as_deref(), Some("check-row-changed"), "it is under the signature since");
    past_log(&centre, "UPDATE centre SET lock_minutes = 10");

    // His first change brings his key with it.
    let point = crate::domain::act::NewWord { to: Addressee::Role(Role::Coordination), ..word("INR", s(49)) };
    centre.sits(GARNIER);
    centre.desk.stay(VIDAL, s(48));
    centre.acts(VIDAL, ItemAct::Open(about("1243"), point));
    assert_eq!(centre.found(), None);
    let unsure = centre.desk.store.check().unwrap().unsure;
    assert_eq!(unsure.iter().map(|(person, _)| *person).collect::<Vec<_>>(), [Some(VIDAL)]);
    let unseen = super::account::unseen(centre.conn(), crate::domain::CentreId(1)).unwrap();
    assert_eq!(unseen.iter().map(|e| (e.kind, e.person)).collect::<Vec<_>>(), [(AccountEventKind::KeyEntered, VIDAL)]);
    centre.sits(GARNIER);
    assert_eq!(centre.desk.store.confirm_account(&account(2, VIDAL), by).unwrap(), 1);
    assert_eq!(centre.desk.store.check().unwrap().unsure, []);
    assert_eq!(centre.found(), None);
    // Nobody comes with a second one.
    let second = Signing::new(Signer::of(b"mine"), "age1-2".into(), Some(AccountId(2)));
    centre.forges(VIDAL, Some(&second), "UPDATE item SET ald = 1");
    assert_eq!(centre.found().as_deref(), Some("check-change-key"));
}

#[test]
fn who_is_not_answered_for_answers_for_nobody_until_somebody_answers_for_them() {
    let mut centre = Centre::unsigned();
    let by = |person, centre: &Centre| By { person, now: centre.desk.now };
    // Two more of the coordination, with accounts of before.
    let [julie, anne] = [PersonId(2), PersonId(3)];
    for (id, person) in [(2, julie), (3, anne)] {
        centre.acts(GARNIER, PeopleAct::Add(super::testing::someone("Julie", "Petit", Role::Coordination)));
        let garnier = by(GARNIER, &centre);
        centre.desk.store.add_account(&account(id, person), None, garnier).unwrap();
        let (signer, recipient) = signing(Some(id));
        centre.own.insert(person, Signing::new(signer, recipient, Some(AccountId(id))));
    }
    centre.begins(None);
    let unsure = |centre: &Centre| {
        assert_eq!(centre.found(), None);
        let unsure = centre.desk.store.check().unwrap().unsure;
        unsure.into_iter().filter_map(|(person, _)| person).collect::<Vec<_>>()
    };
    for person in [julie, anne] {
        centre.sits(person);
        let person = by(person, &centre);
        assert!(centre.desk.store.enter_key(person).unwrap());
        assert!(!centre.desk.store.enter_key(person).unwrap(), "once");
    }
    let confirms = |centre: &mut Centre, id, whose, person| {
        centre.sits(person);
        let person = by(person, centre);
        centre.desk.store.confirm_account(&account(id, whose), person)
    };
    // Nobody for themselves, nor who is not confirmed yet.
    let refused = |done| matches!(done, Err(super::StoreError::Refused(msg)) if msg.id.ends_with("-key"));
    assert!(refused(confirms(&mut centre, 2, julie, julie)));
    assert!(refused(confirms(&mut centre, 3, anne, julie)));
    // Past the program each answers for the other; Julie answers for whom she makes an account.
    for (author, id, whose) in [(julie, 3, anne), (anne, 2, julie)] {
        let event = format!(
            "INSERT INTO account_event(centre, at, kind, account, person, label, author)
               VALUES (1, 0, 'Confirmed', {id}, {whose}, 'x', {author})"
        );
        centre.forges(author, Some(&centre.own[&author]), &event);
    }
    centre.acts(julie, PeopleAct::Add(super::testing::someone("Paul", "Blanc", Role::Doctor)));
    let (signer, _) = signing(Some(4));
    let julies = by(julie, &centre);
    centre.desk.store.add_account(&account(4, PersonId(4)), Some(&signer.public()), julies).unwrap();
    assert_eq!(unsure(&centre), [julie, anne, PersonId(4)]);
    // C. Garnier answers for Julie, and so for all of them.
    confirms(&mut centre, 2, julie, GARNIER).unwrap();
    assert_eq!(unsure(&centre), []);
}

/// Writes past every trigger, which are there again afterwards.
fn past_log(centre: &Centre, sql: &str) {
    centre.attack(sql);
    super::arm::arm(centre.conn(), &crate::domain::record::ALL).unwrap();
    centre.conn().pragma_update(None, "foreign_keys", true).unwrap();
}

/// With each change, in a fictional centre of thousands, too.
#[test]
fn whether_changes_are_signed_is_asked_without_reading_them() {
    let desk = Desk::new();
    let sql = format!("EXPLAIN QUERY PLAN {}", keys::BEGUN);
    let mut plan = desk.store.conn.prepare(&sql).unwrap();
    let plan: Vec<String> = plan.query_map([], |row| row.get(3)).unwrap().map(Result::unwrap).collect();
    assert!(plan.iter().any(|step| step.contains("change_signed")), "{plan:?}");
    assert!(!plan.iter().any(|step| step == "SCAN change"), "{plan:?}");
}

#[test]
fn nothing_is_written_that_nobody_signs_once_changes_are_signed() {
    let mut centre = Centre::at_work();
    centre.desk.store.signing = None;
    let before = centre.desk.dump();
    let reply = centre.desk.try_act(GARNIER, PeopleAct::Add(super::testing::someone("Paul", "Blanc", Role::Doctor)));
    assert!(matches!(&reply, Reply::Failed(trouble) if trouble.msg.id == "store-unsigned"), "{reply:?}");
    assert_eq!(centre.desk.dump(), before);
    // What somebody types for a doctor who dictates is signed by who typed, and names who spoke.
    centre.sits(NURSE);
    let write = crate::protocol::Write::of(ItemAct::Open(about("1243"), word("INR", s(49))).into());
    let who = Who { person: NURSE, dictated_by: Some(ROCHE) };
    let change = super::testing::saved(centre.desk.store.write(&write, who, centre.desk.now));
    let sql = "SELECT k.person, c.dictated_by FROM change c JOIN signing_key k ON k.id = c.key WHERE c.id = ?1";
    let signed: (PersonId, PersonId) =
        centre.conn().query_row(sql, params![change], |row| Ok((row.col(0)?, row.col(1)?))).unwrap();
    assert_eq!(signed, (NURSE, ROCHE));
    // Undo is a change like any other.
    assert!(matches!(centre.desk.store.undo(Who::is(NURSE), centre.desk.now), Reply::Saved { .. }));
    assert_eq!(centre.found(), None);
    assert!(keys::begun(centre.conn()).unwrap() && Ledger::whole(centre.conn()).unwrap().begun);
}

/// Copies of the same centre at work, each to be attacked anew.
fn copies() -> impl Fn() -> Centre {
    let centre = Centre::at_work();
    let (now, image, own) = (centre.desk.now, centre.desk.store.into_image().unwrap(), centre.own);
    move || Centre { desk: Desk { store: Store::of_image(&image).unwrap(), now }, own: own.clone() }
}

/// An image in the log as another program writes it, of a row that no trigger has seen.
fn image(table: &str, row: i64, before: &str, after: &str) -> String {
    format!(
        "INSERT INTO change_row(change, tbl, row, before, after, salt)
           VALUES ((SELECT change FROM txn), '{table}', {row}, {before}, {after}, 'salt')"
    )
}

#[test]
fn what_was_taken_over_once_is_not_taken_over_again_with_what_was_changed_since() {
    let copy = copies();
    for sql in
        ["DELETE FROM adoption; DELETE FROM sqlite_sequence WHERE name = 'adoption'", "UPDATE adoption SET schema = 0"]
    {
        let mut centre = copy();
        past_log(&centre, &format!("{sql}; UPDATE relay SET text = 'INR à 2,8' WHERE id = 1"));
        let by = By { person: GARNIER, now: centre.desk.now };
        centre.sits(GARNIER);
        assert!(!centre.desk.store.adopt(by, None).unwrap(), "{sql}");
        let found = centre.desk.store.check().unwrap().rows;
        assert_eq!(found.iter().map(|row| row.table.as_str()).collect::<Vec<_>>(), ["adoption", "relay"], "{sql}");
    }
    // The control: before anybody signed, it is.
    let mut centre = Centre::unsigned();
    past_log(&centre, "UPDATE centre SET lock_minutes = 29");
    centre.begins(None);
    assert_eq!(centre.found(), None);
}

#[test]
fn rows_laid_under_a_number_to_come_are_under_nobodys_signature() {
    let plants = "INSERT INTO change_row(change, tbl, row, before, after, salt)
        SELECT (SELECT max(id) + 1 FROM change), 'person', id, NULL,
          json_object('id', id, 'role', 'Coordination'), 'salt' FROM person WHERE id = 4";
    let copy = copies();
    let mut centre = copy();
    past_log(&centre, plants);
    assert_eq!(centre.found().as_deref(), Some("check-change"));
    // The coordination saves, ends an account, and neither is lost nor signs for it.
    centre.acts(GARNIER, CentreAct::EditPost(POST, "Poste 2".into(), Pattern::Programmed));
    let signed: i64 = centre
        .conn()
        .query_row(
            "SELECT count(*) FROM change_row WHERE tbl = 'person' AND change IN (SELECT max(id) FROM change)",
            [],
            |r| r.col(0),
        )
        .unwrap();
    assert_eq!(signed, 0);
    let by = By { person: GARNIER, now: centre.desk.now };
    centre.desk.store.remove_account(&account(2, VIDAL), by).unwrap();
    assert!(!centre.desk.store.entitled().unwrap().contains(&"age1-2".to_owned()));
    assert_eq!(centre.found().as_deref(), Some("check-change"));
    // The control: nothing was laid.
    let mut centre = copy();
    centre.acts(GARNIER, CentreAct::EditPost(POST, "Poste 2".into(), Pattern::Programmed));
    assert_eq!(centre.found(), None);
}

#[test]
fn what_was_taken_away_with_its_images_is_missed() {
    let copy = copies();
    let centre = copy();
    let gone = || {
        let sql = "SELECT seq, before, after, salt, row FROM change_row WHERE tbl = 'contact'";
        let mut rows = centre.conn().prepare(sql).unwrap();
        let hashes = rows.query_map([], |row| {
            let (seq, salt): (i64, String) = (row.col(0)?, row.col(3)?);
            let (before, after): (Option<String>, Option<String>) = (row.col(1)?, row.col(2)?);
            let hash = chain::Content::new("releve row 1").text(Some(&salt)).number(Some(seq)).text(Some("contact"));
            Ok((seq, hash.number(Some(row.col(4)?)).text(before.as_deref()).text(after.as_deref()).hex()))
        });
        hashes.unwrap().map(Result::unwrap).collect::<Vec<_>>()
    };
    let hashes = gone();
    assert!(!hashes.is_empty());
    for (seq, hash) in hashes {
        centre.attack(&format!(
            "UPDATE change_row SET before = NULL, after = NULL, salt = NULL, hash = '{hash}' WHERE seq = {seq}"
        ));
    }
    centre.attack("DELETE FROM contact");
    let found = centre.desk.store.check().unwrap();
    assert_eq!(found.change, None, "the chain holds");
    assert_eq!(centre.found().as_deref(), Some("check-row-missing"));
}

#[test]
fn a_signed_change_says_nothing_in_another_s_name_and_takes_back_nothing_that_stands() {
    let copy = copies();
    let word = |author: i64, by: &str| {
        format!(
            "INSERT INTO receipt(centre, item, stay, author, entered_by, at, answer, words)
               SELECT centre, item, stay, {author}, {by}, at, answer, 'vu' FROM receipt LIMIT 1"
        )
    };
    for (sql, says) in [
        (word(4, "NULL"), None),
        (word(3, "NULL"), Some("check-change-right")),
        (word(3, "4"), Some("check-change-right")),
        ("UPDATE item SET source = 'x' WHERE id = 2".into(), None),
        ("UPDATE step SET author = 3".into(), None),
        ("DELETE FROM addendum".into(), Some("check-change-right")),
        ("DELETE FROM takeover".into(), Some("check-change-right")),
        ("DELETE FROM account_event".into(), Some("check-change-right")),
        ("UPDATE addendum SET text = 'x'".into(), Some("check-change-right")),
        ("UPDATE receipt SET author = 2".into(), Some("check-change-right")),
        // Their own key, made another's.
        ("UPDATE signing_key SET account = 1, person = 1 WHERE account = 4".into(), Some("check-change-right")),
    ] {
        let centre = copy();
        let mut names = centre.conn().prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'seal_%'").unwrap();
        let names: Vec<String> = names.query_map([], |row| row.col(0)).unwrap().map(Result::unwrap).collect();
        for name in names {
            centre.conn().execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
        }
        let sql = sql.as_str();
        centre.forges(NURSE, Some(&centre.own[&NURSE]), sql);
        assert_eq!(centre.found().as_deref(), says, "{sql}");
    }
}

#[test]
fn images_that_lie_or_say_nothing_give_nobody_anything_and_leave_the_check_standing() {
    let copy = copies();
    let mine = "json_object('id', 1, 'centre', 1, 'label', 'compte 1', 'person', 2, 'recipient', 'age1-mine')";
    let vidals = "json_object('person', 2)";
    for (sql, says) in [
        // The coordination's account, said to have been Dr Vidal's.
        (told(&image("account", 1, vidals, mine), 4, "Passphrase", "NULL"), "check-change-right"),
        (image("account", 1, "NULL", "NULL"), "check-change-right"),
        (image("account", 1, vidals, "NULL"), "check-change-right"),
        // What is no image.
        (image("person", 4, "NULL", "'x'"), "check-change"),
        (image("person", 4, "NULL", "'[1]'"), "check-change"),
        (image("account", 4, "NULL", "CAST(x'ff' AS TEXT)"), "check-change"),
        (image("relay", 1, "NULL", "CAST(x'ff' AS TEXT)"), "check-change-right"),
        (image("contact", 1, "NULL", "'x'"), "check-row-replayed"),
        // Less than the row holds.
        (image("contact", 1, "NULL", "'{}'"), "check-row-replayed"),
        // A role beside one that nothing stands beside.
        (image("person", 2, "NULL", r#"'{"role":"Coordination","role_beside":"Doctor"}'"#), "check-change-right"),
        (image("person", 2, "NULL", r#"'{"role":"Emperor"}'"#), "check-change-right"),
    ] {
        let centre = copy();
        let entitled = centre.desk.store.entitled().unwrap();
        centre.forges(NURSE, Some(&centre.own[&NURSE]), &sql);
        assert_eq!(centre.found().as_deref(), Some(says), "{sql}");
        assert_eq!(centre.desk.store.entitled().unwrap(), entitled, "{sql}");
    }
    // What cannot be read at all.
    for sql in
        ["CREATE TABLE x(y)", "DELETE FROM identity", "UPDATE change_row SET after = CAST(x'ff' AS TEXT) WHERE seq = 9"]
    {
        let centre = copy();
        centre.attack(sql);
        assert!(centre.found().is_some(), "{sql}");
    }
}

#[test]
fn what_another_program_has_the_store_do_at_the_next_save_is_not_done() {
    let evil = "BEGIN UPDATE person SET role = 'Coordination' WHERE id = 4; END";
    let copy = copies();
    for sql in [
        format!("CREATE TRIGGER mine AFTER UPDATE ON post {evil}"),
        format!("CREATE TRIGGER \"log_m\"\"ine\" AFTER UPDATE ON post {evil}"),
        format!("DROP TRIGGER seal_post_id; CREATE TRIGGER seal_post_id AFTER UPDATE ON post {evil}"),
    ] {
        let mut centre = copy();
        // Before the first save of a desk, and between two of them.
        for name in ["Poste 2", "Poste 3"] {
            centre.conn().execute_batch(&sql).unwrap();
            centre.acts(GARNIER, CentreAct::EditPost(POST, name.into(), Pattern::Programmed));
            let role = centre.desk.store.role(NURSE).unwrap();
            assert_eq!((role, centre.found()), (Some(Role::Nurse), None), "{sql}");
        }
        // The control: a program that does not look does it.
        centre.conn().execute_batch(&sql).unwrap();
        centre.forges(GARNIER, Some(&centre.own[&GARNIER]), "UPDATE post SET name = 'x'");
        assert_eq!(centre.desk.store.role(NURSE).unwrap(), Some(Role::Coordination), "{sql}");
    }
}

#[test]
fn a_change_that_says_it_undoes_itself_is_named_and_stops_nobody() {
    let mut centre = Centre::at_work();
    let last: i64 = centre.conn().query_row("SELECT max(id) FROM change", [], |row| row.col(0)).unwrap();
    centre.attack(&format!("UPDATE change SET undoes = id WHERE id = {last}"));
    centre.sits(GARNIER);
    let reply = centre.desk.store.revert(ChangeId(last), Who::is(GARNIER), centre.desk.now);
    assert!(matches!(reply, Reply::Saved { .. } | Reply::Refused(_)), "{reply:?}");
    assert_eq!(centre.found().as_deref(), Some("check-change"));
}

/// What was somebody's word is theirs again when somebody else takes back that it was undone.
#[test]
fn who_brings_back_what_another_had_undone_signs_no_word_in_their_name() {
    let mut centre = Centre::at_work();
    centre.sits(ROCHE);
    centre.desk.open(ROCHE, about("0500"), word("ordonnance", s(49)));
    let undone = super::testing::saved(centre.desk.store.undo(Who::is(ROCHE), centre.desk.now));
    assert_eq!(centre.found(), None);
    centre.sits(GARNIER);
    super::testing::saved(centre.desk.store.revert(undone, Who::is(GARNIER), centre.desk.now));
    assert_eq!(centre.found(), None);
    // And away again, by the coordination.
    let last = super::last_change(centre.conn()).unwrap();
    super::testing::saved(centre.desk.store.revert(last, Who::is(GARNIER), centre.desk.now));
    assert_eq!(centre.found(), None);
}
