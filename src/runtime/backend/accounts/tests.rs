//! Accounts and the key of the centre on a real store, cut off after each step.

use std::path::Path;

use super::*;
use crate::domain::Day;
use crate::domain::act::{Act, PeopleAct};
use crate::domain::act::{NewCentre, NewPerson};
use crate::domain::centre::Opening;
use crate::domain::{DoctorFacts, Now};
use crate::folder::Folder;
use crate::protocol::{Query, Request, SetUp, Write};
use crate::runtime::backend::Fiction;
use crate::words::Lang;

const CLAIRE: &str = "abaisser abandon abdiquer abeille abolir aborder aboutir";
const JULIE: &str = "zeste zoologie zoom voyelle voyage volcan vitesse";
const LUC: &str = "quatorze moutons jaunes traversent Guéret la nuit";

fn now() -> Now {
    Now::on(Day::ymd(2026, 11, 27).unwrap(), 9, 0)
}

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

fn backend(dir: &Path) -> Backend {
    let folder = Folder::at(dir);
    let vault = Vault::with_work_factor(folder.keys(), 2);
    Backend::new(folder, Lang::Fr, Fiction { centre: crate::demo::Town::Ajain, seed: 1, now: now(), who: None })
        .with_vault(vault)
}

fn someone(given: &str, family: &str, role: Role) -> NewPerson {
    NewPerson {
        given: given.into(),
        family: family.into(),
        role,
        phone: None,
        email: None,
        presence: [true, true, true, true, true, false, false],
        ended: None,
        doctor: DoctorFacts::default(),
    }
}

/// Ajain with Claire and Julie of the coordination, and Dr Morel, each with an account: 1, 2 and 3.
fn ajain(dir: &Path) -> Backend {
    let mut backend = backend(dir);
    let frame = crate::protocol::FramePage::empty("fr", now().day);
    let centre = NewCentre {
        name: "Centre d'Ajain".into(),
        commune: "Ajain".into(),
        department: "23".into(),
        opened: now().day,
        opening: Opening::default(),
        names_allowed: false,
        lang: "fr".into(),
        lock_minutes: frame.centre.lock_minutes,
        backup_folder: String::new(),
        slot_minutes: frame.centre.slot_minutes,
        result_days: 3,
        guide_months: frame.centre.guide_months,
    };
    let first = someone("Claire", "Garnier", Role::Coordination);
    let set_up = SetUp { centre, posts: vec!["Médecin".into()], first, passphrase: secret(CLAIRE) };
    let reply = backend.answer(Request::SetUp(Box::new(set_up), now()));
    assert!(matches!(reply, Reply::Created { .. }), "{reply:?}");
    for (given, family, role, passphrase) in
        [("Julie", "Petit", Role::Coordination, JULIE), ("Luc", "Morel", Role::Doctor, LUC)]
    {
        let write = Write::of(Act::People(PeopleAct::Add(someone(given, family, role))));
        let saved = backend.answer(Request::Write(Box::new(write), Who::is(PersonId(1)), now()));
        assert!(matches!(saved, Reply::Saved { .. }), "{saved:?}");
        let person = PersonId(if role == Role::Doctor { 3 } else { 2 });
        let added = backend.answer(Request::AddAccount { person, passphrase: secret(passphrase) });
        assert!(matches!(added, Reply::AccountAdded(_)), "{added:?}");
    }
    backend
}

fn unlock(backend: &mut Backend, account: i64, passphrase: &str) -> Reply {
    backend.answer(Request::Unlock { account: AccountId(account), passphrase: secret(passphrase) })
}

#[track_caller]
fn opens(dir: &Path, account: i64, passphrase: &str) -> Backend {
    let mut backend = backend(dir);
    let reply = unlock(&mut backend, account, passphrase);
    assert!(matches!(reply, Reply::Opened { .. }), "{reply:?}");
    backend
}

fn labels(backend: &Backend) -> Vec<String> {
    backend.names().unwrap().into_iter().map(|n| n.label).collect()
}

fn said(reply: &Reply) -> &str {
    match reply {
        Reply::Done(msg) | Reply::Failed(msg) | Reply::Refused(msg) => &msg.id,
        other => panic!("{other:?}"),
    }
}

fn end(backend: &mut Backend, account: i64) -> Reply {
    backend.answer(Request::EndAccount(AccountId(account), now()))
}

/// Every file of a folder, to be put elsewhere: a departed person's own copy.
fn copy_all(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_all(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[test]
fn what_a_departed_doctor_kept_opens_nothing_current() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = ajain(dir.path());
    let kept = tempfile::tempdir().unwrap();
    copy_all(&dir.path().join("keys"), &kept.path().join("keys"));
    let old_key = desk.key.clone().unwrap();
    let before = dir.path().join("releve.schema-1.db");
    std::fs::write(&before, "under the old key").unwrap();
    assert_eq!(said(&end(&mut desk, 3)), "backend-account-ended-for");
    assert!(!before.exists());
    assert_eq!(labels(&desk), ["Claire Garnier", "Julie Petit"]);
    // The account, its key file put back, even the data key itself: all of the past.
    assert_eq!(said(&unlock(&mut backend(dir.path()), 3, LUC)), "vault-no-account");
    let store = dir.path().join("releve.db");
    let theirs = Vault::with_work_factor(kept.path().join("keys"), 2);
    let key = theirs.open(3, &secret(LUC)).unwrap().remove(0);
    assert_eq!(key.expose(), old_key.expose());
    assert!(!Store::fits(&store, key.expose()).unwrap());
    std::fs::copy(kept.path().join("keys/account-3.age"), dir.path().join("keys/account-3.age")).unwrap();
    assert_eq!(said(&unlock(&mut backend(dir.path()), 3, LUC)), "vault-not-entitled");
    // Those who stay notice nothing, and the one at the desk goes on.
    let frame = desk.answer(Request::Query(Query::Accounts, Who::is(PersonId(1)), now()));
    let Reply::Page(crate::protocol::Page::Accounts(accounts)) = frame else { panic!("{frame:?}") };
    assert_eq!(accounts.len(), 2);
    drop(desk);
    opens(dir.path(), 1, CLAIRE);
    opens(dir.path(), 2, JULIE);
}

#[test]
fn cut_off_after_any_step_the_store_opens_and_the_next_sign_in_finishes() {
    for step in [Step::Ended, Step::Prepared, Step::Rekeyed, Step::Settled] {
        let dir = tempfile::tempdir().unwrap();
        let mut desk = ajain(dir.path());
        let old = desk.key.clone().unwrap();
        let mut store = desk.store.take().unwrap();
        let cut = desk.end_account_by_steps(&mut store, AccountId(3), now(), &mut |at| {
            if at == step { Err(Msg::new("store-failed")) } else { Ok(()) }
        });
        assert!(cut.is_err());
        // As after a power cut: nothing in memory is left.
        std::mem::forget(store);
        drop(desk);
        assert!(matches!(
            said(&unlock(&mut backend(dir.path()), 3, LUC)),
            "vault-not-entitled" | "backend-account-ended"
        ));
        let desk = opens(dir.path(), 2, JULIE);
        assert_eq!(labels(&desk), ["Claire Garnier", "Julie Petit"], "after {step:?}");
        assert!(!desk.vault.is_changing(), "after {step:?}");
        assert!(!Store::fits(&dir.path().join("releve.db"), old.expose()).unwrap(), "after {step:?}");
        drop(desk);
        opens(dir.path(), 1, CLAIRE);
        assert_eq!(said(&unlock(&mut backend(dir.path()), 3, LUC)), "vault-no-account", "after {step:?}");
    }
}

#[test]
fn cut_off_a_second_time_while_the_first_cut_is_mended_the_store_opens_still() {
    let pairs = [Step::Ended, Step::Prepared, Step::Rekeyed, Step::Settled]
        .into_iter()
        .flat_map(|one| [Step::Kept, Step::Prepared, Step::Rekeyed, Step::Settled].map(|two| (one, two)));
    for (one, two) in pairs {
        let dir = tempfile::tempdir().unwrap();
        let mut desk = ajain(dir.path());
        let mut store = desk.store.take().unwrap();
        let cut_at = |step: Step| move |at| if at == step { Err(Msg::new("store-failed")) } else { Ok(()) };
        assert!(desk.end_account_by_steps(&mut store, AccountId(3), now(), &mut cut_at(one)).is_err());
        std::mem::forget(store);
        drop(desk);
        // Julie signs in, and the power goes again.
        let mut desk = backend(dir.path());
        let opened = desk.open_store(|vault| vault.open(2, &secret(JULIE)));
        let (mut store, key) = opened.unwrap_or_else(|reply| panic!("{one:?}: {reply:?}"));
        desk.key = Some(key);
        let cut = desk.settle_by_steps(&mut store, &mut cut_at(two));
        // Where nothing was left half changed there is no key to keep, and so no such cut.
        let reached = two != Step::Kept || matches!(one, Step::Prepared | Step::Rekeyed);
        assert_eq!(cut.is_err(), reached, "{one:?}, {two:?}");
        std::mem::forget(store);
        drop(desk);
        let desk = opens(dir.path(), 1, CLAIRE);
        assert_eq!(labels(&desk), ["Claire Garnier", "Julie Petit"], "{one:?}, {two:?}");
        assert!(!desk.vault.is_changing(), "{one:?}, {two:?}");
        drop(desk);
        opens(dir.path(), 2, JULIE);
        assert_eq!(said(&unlock(&mut backend(dir.path()), 3, LUC)), "vault-no-account", "{one:?}, {two:?}");
    }
}

#[test]
fn without_the_second_key_file_a_cut_would_lock_everybody_out() {
    // The negative control of the test above.
    let dir = tempfile::tempdir().unwrap();
    let mut desk = ajain(dir.path());
    let mut store = desk.store.take().unwrap();
    let _ = desk.end_account_by_steps(&mut store, AccountId(3), now(), &mut |at| {
        if at == Step::Rekeyed { Err(Msg::new("store-failed")) } else { Ok(()) }
    });
    drop((store, desk));
    for name in ["keys/data-key.next.age", "keys/copy/data-key.next.age"] {
        std::fs::remove_file(dir.path().join(name)).unwrap();
    }
    assert_eq!(said(&unlock(&mut backend(dir.path()), 1, CLAIRE)), "store-wrong-key");
}

#[test]
fn another_desk_is_told_that_the_key_changed_and_never_that_the_store_is_damaged() {
    let dir = tempfile::tempdir().unwrap();
    let mut one = ajain(dir.path());
    let mut other = opens(dir.path(), 2, JULIE);
    assert_eq!(said(&end(&mut one, 3)), "backend-account-ended-for");
    assert!(matches!(other.answer(Request::Poll), Reply::Changed));
    let add = Request::AddAccount { person: PersonId(3), passphrase: secret(LUC) };
    assert!(matches!(other.answer(add), Reply::KeyChanged), "nobody may be given the old key");
    assert!(!other.is_open());
    assert!(matches!(unlock(&mut other, 2, JULIE), Reply::Opened { .. }));
    // A store that is damaged while no key has changed is called damaged.
    let mut bytes = std::fs::read(dir.path().join("releve.db")).unwrap();
    drop(one);
    bytes.fill(7);
    other.answer(Request::Poll);
    std::fs::write(dir.path().join("releve.db"), &bytes).unwrap();
    std::fs::write(dir.path().join("releve.db-wal"), "").unwrap();
    let reply = unlock(&mut backend(dir.path()), 2, JULIE);
    assert_eq!(said(&reply), "store-wrong-key");
}

#[test]
fn the_last_of_the_coordination_and_ones_own_stay() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = ajain(dir.path());
    assert_eq!(said(&end(&mut desk, 1)), "backend-account-own");
    assert_eq!(said(&end(&mut desk, 2)), "backend-account-ended-for");
    drop(desk);
    let mut doctor = opens(dir.path(), 3, LUC);
    assert_eq!(said(&end(&mut doctor, 1)), "backend-account-last");
    assert_eq!(said(&end(&mut doctor, 9)), "vault-no-account");
    drop(doctor);
    opens(dir.path(), 1, CLAIRE);
}

#[test]
fn a_forgotten_passphrase_is_replaced_and_the_old_one_opens_nothing() {
    const NEW: &str = "douze pigeons gris dorment sous la halle de Bonnat";
    let dir = tempfile::tempdir().unwrap();
    let mut desk = ajain(dir.path());
    let kept = std::fs::read(dir.path().join("keys/account-2.age")).unwrap();
    let reset = Request::ResetPassphrase { account: AccountId(2), passphrase: secret(NEW) };
    assert_eq!(said(&desk.answer(reset)), "backend-passphrase-reset");
    assert_eq!(labels(&desk), ["Claire Garnier", "Luc Morel", "Julie Petit"]);
    drop(desk);
    assert_eq!(said(&unlock(&mut backend(dir.path()), 2, JULIE)), "vault-no-account");
    opens(dir.path(), 4, NEW);
    std::fs::write(dir.path().join("keys/account-2.age"), kept).unwrap();
    assert_eq!(said(&unlock(&mut backend(dir.path()), 2, JULIE)), "vault-not-entitled");
    let weak = Request::ResetPassphrase { account: AccountId(1), passphrase: secret("soleil") };
    assert_eq!(said(&opens(dir.path(), 1, CLAIRE).answer(weak)), "vault-weak");
}

#[test]
fn a_name_is_changed_for_the_list_and_is_given_once() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = ajain(dir.path());
    let rename = |label: &str| Request::RenameAccount { account: AccountId(3), label: label.into() };
    assert_eq!(said(&desk.answer(rename("julie petit"))), "backend-account-label");
    assert_eq!(said(&desk.answer(rename("Dr Morel"))), "backend-account-renamed");
    assert_eq!(labels(&desk), ["Claire Garnier", "Julie Petit", "Dr Morel"]);
}

#[test]
fn two_desks_that_add_accounts_at_once_forget_nobody() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = ajain(dir.path());
    for family in ["Roche", "Vidal", "Aubert", "Blanc"] {
        let write = Write::of(Act::People(PeopleAct::Add(someone("Paul", family, Role::Doctor))));
        desk.answer(Request::Write(Box::new(write), Who::is(PersonId(1)), now()));
    }
    let threads: Vec<_> = [(1, CLAIRE, [4, 5]), (2, JULIE, [6, 7])]
        .into_iter()
        .map(|(account, passphrase, people)| {
            let dir = dir.path().to_owned();
            std::thread::spawn(move || {
                let mut desk = opens(&dir, account, passphrase);
                for person in people {
                    let add = Request::AddAccount { person: PersonId(person), passphrase: secret(LUC) };
                    let reply = desk.answer(add);
                    assert!(matches!(reply, Reply::AccountAdded(_)), "{reply:?}");
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    for account in 3..=7 {
        opens(dir.path(), account, LUC);
    }
}
