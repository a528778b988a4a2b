//! Accounts and the key of the centre on a real store, cut off after each step.

use std::path::Path;

use super::*;
use crate::back::Fiction;
use crate::domain::Day;
use crate::domain::act::{Act, NewStay, PeopleAct, StayAct};
use crate::domain::act::{NewCentre, NewPerson};
use crate::domain::centre::Opening;
use crate::domain::{DoctorFacts, Now, StayId};
use crate::folder::Folder;
use crate::protocol::{Document, Query, Request, SetUp, Write, question};
use crate::store::testing::attack;
use crate::words::Lang;

const CLAIRE: &str = "abaisser abandon abdiquer abeille abolir aborder aboutir";
const JULIE: &str = "zeste zoologie zoom voyelle voyage volcan vitesse";
const LUC: &str = "quatorze moutons jaunes traversent Guéret la nuit";

fn now() -> Now {
    Now::on(Day::ymd(2026, 11, 27).unwrap(), 9, 0)
}

fn by() -> By {
    By { person: PersonId(1), now: now() }
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
    ajain_and_its_paper(dir).0
}

/// The same with its recovery key.
fn ajain_and_its_paper(dir: &Path) -> (Backend, SecretString) {
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
        own_zone: frame.centre.own_zone,
        words_for_all: frame.centre.words_for_all,
        around: frame.centre.around,
        journal_months: frame.centre.journal_months,
    };
    let first = someone("Claire", "Garnier", Role::Coordination);
    let set_up = SetUp { centre, posts: vec!["Médecin".into()], first, passphrase: secret(CLAIRE).into() };
    let reply = backend.answer(Request::SetUp(Box::new(set_up), now()));
    let Reply::Created { recovery, .. } = reply else { panic!("{reply:?}") };
    for (given, family, role, passphrase) in
        [("Julie", "Petit", Role::Coordination, JULIE), ("Luc", "Morel", Role::Doctor, LUC)]
    {
        let write = Write::of(Act::People(PeopleAct::Add(someone(given, family, role))));
        let saved = backend.answer(Request::Write(Box::new(write), Who::is(PersonId(1)), now()));
        assert!(matches!(saved, Reply::Saved { .. }), "{saved:?}");
        let person = PersonId(if role == Role::Doctor { 3 } else { 2 });
        let added = backend.answer(Request::AddAccount { person, passphrase: secret(passphrase).into(), now: now() });
        assert!(matches!(added, Reply::AccountAdded(_)), "{added:?}");
    }
    let stay = NewStay {
        post: crate::domain::PostId(1),
        doctor: PersonId(3),
        from: now().day.week().monday(),
        to: now().day.plus(1),
        state: crate::domain::StayState::Confirmed,
        held_until: None,
        note: String::new(),
    };
    let write = Write::of(Act::Stay(StayAct::Add(stay)));
    let saved = backend.answer(Request::Write(Box::new(write), Who::is(PersonId(1)), now()));
    assert!(matches!(saved, Reply::Saved { .. }), "{saved:?}");
    (backend, recovery.0)
}

fn unlock_on(dir: &Path, account: i64, passphrase: &str, day: Day) -> Reply {
    let (account, passphrase) = (AccountId(account), secret(passphrase));
    backend(dir).answer(Request::Unlock { account, passphrase: passphrase.into(), now: Now::on(day, 9, 0) })
}

fn unlock(backend: &mut Backend, account: i64, passphrase: &str) -> Reply {
    backend.answer(Request::Unlock { account: AccountId(account), passphrase: secret(passphrase).into(), now: now() })
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
        Reply::Done(msg) | Reply::RecoveryNoted(msg) | Reply::Failed(Trouble { msg, .. }) | Reply::Refused(msg) => {
            &msg.id
        }
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
    let accounts = desk.ask(question::Accounts, Who::is(PersonId(1)), now()).unwrap();
    assert_eq!(accounts.len(), 2);
    drop(desk);
    opens(dir.path(), 1, CLAIRE);
    opens(dir.path(), 2, JULIE);
}

/// Every step at which the end of an account can be cut off.
const STEPS: [Step; 6] = [Step::Due, Step::Ended, Step::Closed, Step::Prepared, Step::Rekeyed, Step::Settled];

fn cut_at(step: Step) -> impl FnMut(Step) -> Result<(), Trouble> {
    move |at| if at == step { Err(Msg::new("store-failed").into()) } else { Ok(()) }
}

/// Claire ends Luc's account in a centre like this one, and the power goes after a step: nothing in memory is left.
fn cut_off_ending(made: &Path, dir: &Path, step: Step) -> DataKey {
    copy_all(made, dir);
    let mut desk = opens(dir, 1, CLAIRE);
    let old = desk.key.clone().unwrap();
    let mut store = desk.store.take().unwrap();
    assert!(desk.end_account_by_steps(&mut store, AccountId(3), by(), &mut cut_at(step)).is_err());
    std::mem::forget(store);
    old
}

/// The account is gone, or, where the power went before that, whole; the key is another whatever happened.
#[track_caller]
fn is_whole(dir: &Path, step: Step, old: &DataKey) {
    let desk = opens(dir, 1, CLAIRE);
    let ended = step != Step::Due;
    let names: &[&str] =
        if ended { &["Claire Garnier", "Julie Petit"] } else { &["Claire Garnier", "Julie Petit", "Luc Morel"] };
    assert_eq!(labels(&desk), names, "after {step:?}");
    assert!(!desk.vault.is_changing(), "after {step:?}");
    assert!(!desk.is_key_due(desk.store.as_ref().unwrap()).unwrap(), "after {step:?}");
    assert!(!Store::fits(&dir.join("releve.db"), old.expose()).unwrap(), "after {step:?}");
    drop(desk);
    opens(dir, 2, JULIE);
    if ended {
        assert_eq!(said(&unlock(&mut backend(dir), 3, LUC)), "vault-no-account", "after {step:?}");
    } else {
        opens(dir, 3, LUC);
    }
}

#[test]
fn cut_off_after_any_step_the_store_opens_and_the_next_sign_in_finishes() {
    let made = tempfile::tempdir().unwrap();
    drop(ajain(made.path()));
    for step in STEPS {
        let dir = tempfile::tempdir().unwrap();
        let old = cut_off_ending(made.path(), dir.path(), step);
        if step != Step::Due {
            let closed = ["vault-not-entitled", "backend-account-ended", "vault-no-account"];
            assert!(closed.contains(&said(&unlock(&mut backend(dir.path()), 3, LUC))), "after {step:?}");
        }
        is_whole(dir.path(), step, &old);
    }
}

#[test]
fn cut_off_a_second_time_while_the_first_cut_is_mended_the_store_opens_still() {
    let made = tempfile::tempdir().unwrap();
    drop(ajain(made.path()));
    let again = [Step::Kept, Step::Prepared, Step::Rekeyed, Step::Settled];
    for (one, two) in STEPS.into_iter().flat_map(|one| again.map(|two| (one, two))) {
        let dir = tempfile::tempdir().unwrap();
        let old = cut_off_ending(made.path(), dir.path(), one);
        // Julie signs in, and the power goes again.
        let mut desk = backend(dir.path());
        let opened = desk.open_store(Some(AccountId(2)), |vault| vault.open_to_sign(2, &secret(JULIE)));
        let (mut store, key, _) = opened.unwrap_or_else(|reply| panic!("{one:?}: {reply:?}"));
        desk.key = Some(key);
        let cut = desk.settle_by_steps(&mut store, &mut cut_at(two));
        // Where nothing was left half changed there is no key to keep, and one that has changed does so once.
        let reached = match one {
            Step::Ended | Step::Prepared => true,
            Step::Rekeyed => two == Step::Kept,
            Step::Settled => false,
            _ => two != Step::Kept,
        };
        assert_eq!(cut.is_err(), reached, "{one:?}, {two:?}");
        std::mem::forget(store);
        drop(desk);
        is_whole(dir.path(), one, &old);
    }
}

#[test]
fn a_new_passphrase_that_is_cut_off_leaves_the_old_one_or_the_new_one_and_another_key() {
    const NEW: &str = "douze pigeons gris dorment sous la halle de Bonnat";
    let made = tempfile::tempdir().unwrap();
    drop(ajain(made.path()));
    for step in STEPS {
        let dir = tempfile::tempdir().unwrap();
        copy_all(made.path(), dir.path());
        let mut desk = opens(dir.path(), 1, CLAIRE);
        let old = desk.key.clone().unwrap();
        let mut store = desk.store.take().unwrap();
        let cut = {
            let (how, after) = (AccountEventKind::Passphrase, &mut cut_at(step));
            desk.reset_passphrase_by_steps(&mut store, AccountId(2), &secret(NEW), how, by(), after)
        };
        // Once the new phrase holds it is not taken back: only the key is still to change.
        let done = !matches!(step, Step::Due | Step::Ended);
        assert_eq!(cut.is_ok(), done, "{step:?}");
        std::mem::forget(store);
        drop(desk);
        opens(dir.path(), 1, CLAIRE);
        if step == Step::Due {
            opens(dir.path(), 2, JULIE);
        } else {
            opens(dir.path(), 4, NEW);
            assert_eq!(said(&unlock(&mut backend(dir.path()), 2, JULIE)), "vault-no-account", "{step:?}");
        }
        assert!(!Store::fits(&dir.path().join("releve.db"), old.expose()).unwrap(), "{step:?}");
    }
}

/// What is done to a way in, by Claire at one desk while Julie is open at another; Luc's phrase, or Claire's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Reset,
    Own,
    End,
    Recover,
}

#[test]
fn what_was_kept_opens_the_store_of_today_until_the_key_has_changed_and_never_under_an_open_desk() {
    const NEW: &str = "douze pigeons gris dorment sous la halle de Bonnat";
    for deed in [Deed::Reset, Deed::Own, Deed::End, Deed::Recover] {
        let dir = tempfile::tempdir().unwrap();
        let (mut desk, recovery) = ajain_and_its_paper(dir.path());
        let kept = tempfile::tempdir().unwrap();
        copy_all(&dir.path().join("keys"), kept.path());
        let (account, phrase) = if matches!(deed, Deed::Own | Deed::Recover) { (1, CLAIRE) } else { (3, LUC) };
        let opens_today = || {
            let keys = Vault::with_work_factor(kept.path(), 2).open(account, &secret(phrase)).unwrap();
            keys.iter().any(|key| Store::fits(&dir.path().join("releve.db"), key.expose()).unwrap())
        };
        let mut julie = opens(dir.path(), 2, JULIE);
        let reset = |account: i64| Request::ResetPassphrase {
            account: AccountId(account),
            passphrase: secret(NEW).into(),
            now: now(),
        };
        let id = match deed {
            Deed::Reset => said(&desk.answer(reset(3))).to_owned(),
            Deed::Own => said(&desk.answer(reset(1))).to_owned(),
            Deed::End => said(&end(&mut desk, 3)).to_owned(),
            Deed::Recover => {
                drop(std::mem::replace(&mut desk, backend(dir.path())));
                desk.unlock_by_recovery(&recovery, now()).unwrap();
                desk.give_passphrase(PersonId(1), &secret(NEW), now()).unwrap().id.into_owned()
            }
        };
        let waits = if deed == Deed::End { "backend-account-ended-waits" } else { "backend-passphrase-reset-waits" };
        assert_eq!(id, waits, "{deed:?}");
        // Here the old way in is closed at once; with the files of before it still leads to the store of today.
        let closed = said(&unlock(&mut backend(dir.path()), account, phrase)).to_owned();
        assert_eq!(closed, "vault-no-account", "{deed:?}");
        assert!(opens_today(), "{deed:?}");
        drop(desk);
        // Somebody signs in and out beside Julie, who is writing: nothing changes under her.
        let new = match deed {
            Deed::Own | Deed::Recover => 4,
            _ => 1,
        };
        let desk = opens(dir.path(), new, if new == 1 { CLAIRE } else { NEW });
        assert!(desk.is_key_due(desk.store.as_ref().unwrap()).unwrap(), "{deed:?}");
        let report = desk.check(AccountId(2), &secret(JULIE), None).unwrap();
        assert!(report.key_due && report.found.is_clean(), "{deed:?}");
        drop(desk);
        assert!(opens_today(), "{deed:?}");
        let write = Write::of(Act::People(PeopleAct::Add(someone("Paul", "Roche", Role::Doctor))));
        let saved = julie.answer(Request::Write(Box::new(write), Who::is(PersonId(2)), now()));
        assert!(matches!(saved, Reply::Saved { .. }), "{deed:?}: {saved:?}");
        julie.answer(Request::Close(now()));
        // The next one is alone.
        let desk = opens(dir.path(), 2, JULIE);
        assert!(!desk.is_key_due(desk.store.as_ref().unwrap()).unwrap(), "{deed:?}");
        assert!(!opens_today(), "{deed:?}");
        let frame = crate::protocol::Query::Frame;
        assert!(matches!(julie.answer(Request::Query(frame, Who::is(PersonId(2)), now())), Reply::NotOpen));
        drop(desk);
        // Everybody else opens as before, and the paper too.
        for (account, phrase) in [(1, CLAIRE), (2, JULIE), (3, LUC), (4, NEW)] {
            let gone = match deed {
                Deed::Reset => account == 3,
                Deed::Own | Deed::Recover => account == 1,
                Deed::End => account >= 3,
            };
            assert_eq!(matches!(unlock(&mut backend(dir.path()), account, phrase), Reply::Opened { .. }), !gone);
        }
        backend(dir.path()).unlock_by_recovery(&recovery, now()).unwrap();
        assert!(!backend(dir.path()).check(AccountId(2), &secret(JULIE), None).unwrap().key_due, "{deed:?}");
    }
}

#[test]
fn where_no_other_desk_is_open_the_key_changes_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = ajain(dir.path());
    let old = desk.key.clone().unwrap();
    let reset = Request::ResetPassphrase { account: AccountId(3), passphrase: secret(JULIE).into(), now: now() };
    assert_eq!(said(&desk.answer(reset)), "backend-passphrase-reset");
    assert!(!Store::fits(&dir.path().join("releve.db"), old.expose()).unwrap());
    // This desk goes on, and is still seen by others.
    assert!(matches!(desk.answer(Request::Poll), Reply::Changed | Reply::Unchanged));
    let mut other = opens(dir.path(), 3 + 1, JULIE);
    let key = other.key.clone().unwrap();
    assert_eq!(said(&end(&mut desk, 4)), "backend-account-ended-waits");
    assert!(Store::fits(&dir.path().join("releve.db"), key.expose()).unwrap());
    // Whoever was sent away keeps what they were writing, and is told.
    let draft = crate::protocol::Draft { key: "item/new".into(), raw: crate::protocol::Raw::new(), at: now().at };
    let who = Who::is(PersonId(3));
    assert!(matches!(other.answer(Request::Poll), Reply::AccountClosed));
    assert!(matches!(other.answer(Request::Query(Query::History, who, now())), Reply::AccountClosed));
    let write = Write::of(Act::People(PeopleAct::Add(someone("Paul", "Roche", Role::Doctor))));
    assert!(matches!(other.answer(Request::Write(Box::new(write), who, now())), Reply::AccountClosed));
    assert!(matches!(other.answer(Request::SaveDraft(draft, who)), Reply::DraftSaved(_)));
    assert!(matches!(other.answer(Request::Close(now())), Reply::Closed));
}

#[test]
fn without_the_second_key_file_a_cut_would_lock_everybody_out() {
    // The negative control of the test above.
    let dir = tempfile::tempdir().unwrap();
    let mut desk = ajain(dir.path());
    let mut store = desk.store.take().unwrap();
    let _ = desk.end_account_by_steps(&mut store, AccountId(3), by(), &mut |at| {
        if at == Step::Rekeyed { Err(Msg::new("store-failed").into()) } else { Ok(()) }
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
    let one = ajain(dir.path());
    let mut other = opens(dir.path(), 2, JULIE);
    // No desk that tells of itself is in its way: as one of an older program would.
    drop(one);
    other.presence = None;
    let mut one = opens(dir.path(), 1, CLAIRE);
    assert_eq!(said(&end(&mut one, 3)), "backend-account-ended-for");
    assert!(matches!(other.answer(Request::Poll), Reply::Changed));
    let add = Request::AddAccount { person: PersonId(3), passphrase: secret(LUC).into(), now: now() };
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
    assert_eq!(said(&end(&mut doctor, 1)), "rights-coordination");
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
    let reset = Request::ResetPassphrase { account: AccountId(2), passphrase: secret(NEW).into(), now: now() };
    assert_eq!(said(&desk.answer(reset)), "backend-passphrase-reset");
    assert_eq!(labels(&desk), ["Claire Garnier", "Luc Morel", "Julie Petit"]);
    drop(desk);
    assert_eq!(said(&unlock(&mut backend(dir.path()), 2, JULIE)), "vault-no-account");
    opens(dir.path(), 4, NEW);
    std::fs::write(dir.path().join("keys/account-2.age"), kept).unwrap();
    assert_eq!(said(&unlock(&mut backend(dir.path()), 2, JULIE)), "vault-not-entitled");
    let weak = Request::ResetPassphrase { account: AccountId(1), passphrase: secret("soleil").into(), now: now() };
    assert_eq!(said(&opens(dir.path(), 1, CLAIRE).answer(weak)), "vault-weak");
}

#[test]
fn an_account_whose_key_is_none_keeps_nobody_from_ending_it() {
    let dir = tempfile::tempdir().unwrap();
    let mut backend = ajain(dir.path());
    let store = backend.store.as_mut().unwrap();
    let made = store.accounts().unwrap().into_iter().find(|account| account.id != AccountId(1)).unwrap();
    store
        .replace_account(
            made.id,
            &Account { id: AccountId(9), recipient: "no key".into(), ..made },
            None,
            AccountEventKind::Passphrase,
            by(),
        )
        .unwrap();
    assert!(store.entitled().unwrap().contains(&"no key".to_owned()), "the control");
    let reply = end(&mut backend, 9);
    assert!(matches!(reply, Reply::Done(_)), "{reply:?}");
}

#[test]
fn a_name_is_changed_for_the_list_and_is_given_once() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = ajain(dir.path());
    let rename = |label: &str| Request::RenameAccount { account: AccountId(3), label: label.into(), now: now() };
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
                    let add =
                        Request::AddAccount { person: PersonId(person), passphrase: secret(LUC).into(), now: now() };
                    let reply = desk.answer(add);
                    assert!(matches!(reply, Reply::AccountAdded(_)), "{reply:?}");
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    opens(dir.path(), 3, LUC);
    for account in 4..=7 {
        // The key opens the store, which then says that they have no stay.
        assert_eq!(said(&unlock(&mut backend(dir.path()), account, LUC)), "account-shut-no-stay");
    }
}

/// A copy of a centre with Luc, restored; his account ended after the copy was made.
fn restored(dir: &Path) -> std::path::PathBuf {
    let (data, usb, new) = (dir.join("data"), dir.join("usb"), dir.join("new"));
    std::fs::create_dir(&usb).unwrap();
    let mut desk = ajain(&data);
    let copy = desk.copy_now(&usb, now()).unwrap().path;
    assert_eq!(said(&end(&mut desk, 3)), "backend-account-ended-for");
    backend(&new).restore(&copy).unwrap();
    new
}

fn keep(kept: &[i64]) -> Request {
    Request::KeepAccounts { kept: kept.iter().copied().map(PersonId).collect(), now: now() }
}

#[test]
fn a_copy_older_than_the_end_of_an_account_does_not_reopen_it() {
    let dir = tempfile::tempdir().unwrap();
    let new = restored(dir.path());
    let store = new.join("releve.db");
    let luc = Vault::with_work_factor(new.join("keys"), 2).open(3, &secret(LUC)).unwrap().remove(0);
    assert!(Store::fits(&store, luc.expose()).unwrap(), "his key is that of the copy");
    let kept = std::fs::read(new.join("keys/account-3.age")).unwrap();
    assert_eq!(said(&unlock(&mut backend(&new), 3, LUC)), "backend-restored-first");
    // The control: without the mark the copy lets him in.
    let by_hand = dir.path().join("by-hand");
    copy_all(&new, &by_hand);
    std::fs::remove_file(by_hand.join("restored.json")).unwrap();
    opens(&by_hand, 3, LUC);
    // A copy put in place by hand says of itself that it is one.
    std::fs::write(by_hand.join("copy.json"), "{}").unwrap();
    assert_eq!(said(&unlock(&mut backend(&by_hand), 3, LUC)), "backend-restored-first");

    let mut desk = opens(&new, 1, CLAIRE);
    assert!(desk.check(AccountId(1), &secret(CLAIRE), None).unwrap().restored);
    assert_eq!(said(&unlock(&mut backend(&new), 3, LUC)), "backend-restored-first", "she is in, and has not said");
    assert_eq!(said(&desk.answer(keep(&[2]))), "backend-kept");
    assert_eq!(said(&desk.answer(keep(&[2]))), "backend-not-restored");
    assert_eq!(said(&unlock(&mut backend(&new), 3, LUC)), "vault-no-account");
    std::fs::write(new.join("keys/account-3.age"), kept).unwrap();
    assert_eq!(said(&unlock(&mut backend(&new), 3, LUC)), "vault-not-entitled");
    assert!(!Store::fits(&store, luc.expose()).unwrap());
    drop(desk);
    opens(&new, 1, CLAIRE);
    opens(&new, 2, JULIE);
    assert!(!backend(&new).check(AccountId(2), &secret(JULIE), None).unwrap().restored);
}

#[test]
fn the_confirmation_of_accounts_is_cut_off_anywhere_and_asked_again_or_done() {
    let dir = tempfile::tempdir().unwrap();
    let made = restored(dir.path());
    for step in STEPS {
        let new = dir.path().join(format!("{step:?}"));
        copy_all(&made, &new);
        let mut desk = opens(&new, 1, CLAIRE);
        let old = desk.key.clone().unwrap();
        let mut store = desk.store.take().unwrap();
        assert!(
            desk.keep_accounts_by_steps(&mut store, &[PersonId(2)], Some(by()), &mut cut_at(step)).is_err(),
            "{step:?}"
        );
        std::mem::forget(store);
        drop(desk);
        assert!(!matches!(unlock(&mut backend(&new), 3, LUC), Reply::Opened { .. }), "{step:?}");
        let mut desk = opens(&new, 1, CLAIRE);
        if restored::waits(&desk.folder) {
            let said = desk.answer(keep(&[2]));
            assert!(matches!(said, Reply::Done(_)), "{step:?}: {said:?}");
        }
        assert!(!Store::fits(&new.join("releve.db"), old.expose()).unwrap(), "{step:?}");
        drop(desk);
        opens(&new, 2, JULIE);
        assert_eq!(said(&unlock(&mut backend(&new), 3, LUC)), "vault-no-account", "{step:?}");
    }
}

#[test]
fn the_recovery_key_opens_a_restored_centre_for_a_coordination_without_a_phrase() {
    let dir = tempfile::tempdir().unwrap();
    let (data, usb, new) = (dir.path().join("data"), dir.path().join("usb"), dir.path().join("new"));
    std::fs::create_dir(&usb).unwrap();
    let (mut desk, recovery) = ajain_and_its_paper(&data);
    let copy = desk.copy_now(&usb, now()).unwrap().path;
    backend(&new).restore(&copy).unwrap();
    let mut paper = backend(&new);
    paper.unlock_by_recovery(&recovery, now()).unwrap();
    paper.give_passphrase(PersonId(1), &secret(LUC), now()).unwrap();
    drop(paper);
    assert_eq!(said(&unlock(&mut backend(&new), 3, LUC)), "backend-restored-first", "that is no confirmation");
    let mut desk = opens(&new, 4, LUC);
    assert_eq!(said(&desk.answer(keep(&[2, 3]))), "backend-kept-all");
    drop(desk);
    opens(&new, 3, LUC);
}

#[test]
fn a_new_recovery_key_that_is_cut_off_leaves_one_that_opens() {
    let dir = tempfile::tempdir().unwrap();
    let made = dir.path().join("made");
    let (desk, old_paper) = ajain_and_its_paper(&made);
    drop(desk);
    for step in STEPS {
        let new = dir.path().join(format!("{step:?}"));
        copy_all(&made, &new);
        let mut desk = opens(&new, 1, CLAIRE);
        // The first one was never noted: it is shown first, and is not the new one.
        assert_eq!(said(&desk.answer(Request::RecoveryNoted(now()))), "recovery-noted");
        let Reply::Recovery(shown) = desk.answer(Request::NewRecovery(now())) else { panic!("shown") };
        let old = desk.key.clone().unwrap();
        let mut store = desk.store.take().unwrap();
        let cut = desk.recovery_noted_by_steps(&mut store, now(), &mut cut_at(step));
        assert_eq!(cut.is_err(), matches!(step, Step::Due | Step::Ended | Step::Closed), "{step:?}");
        std::mem::forget(store);
        drop(desk);
        let open = |paper: &SecretString| backend(&new).unlock_by_recovery(paper, now()).is_ok();
        assert!(open(&old_paper) || open(&shown.secret.0), "{step:?}");
        // Shown again where it does not count as noted yet.
        let mut desk = opens(&new, 1, CLAIRE);
        let again = desk.answer(Request::Recovery);
        assert_eq!(matches!(again, Reply::Recovery(_)), cut.is_err(), "{step:?}");
        if cut.is_err() {
            let noted = desk.answer(Request::RecoveryNoted(now()));
            assert!(matches!(noted, Reply::Done(_) | Reply::RecoveryNoted(_)), "{step:?}: {noted:?}");
        }
        drop(desk);
        opens(&new, 3, LUC);
        assert!(open(&shown.secret.0) && !open(&old_paper), "{step:?}");
        assert!(!Store::fits(&new.join("releve.db"), old.expose()).unwrap(), "{step:?}");
        assert!(matches!(opens(&new, 1, CLAIRE).answer(Request::Recovery), Reply::Unchanged), "{step:?}");
    }
}

#[test]
fn a_recovery_key_to_be_noted_is_shown_to_the_coordination_alone_and_goes_into_no_copy() {
    let dir = tempfile::tempdir().unwrap();
    let usb = tempfile::tempdir().unwrap();
    let mut desk = ajain(dir.path());
    assert!(matches!(desk.answer(Request::Recovery), Reply::Recovery(_)));
    desk.answer(Request::RecoveryNoted(now()));
    assert!(matches!(desk.answer(Request::NewRecovery(now())), Reply::Recovery(_)));
    let copy = desk.copy_now(usb.path(), now()).unwrap().path;
    assert!(
        dir.path().join("keys/recovery.pending").exists() && dir.path().join("keys/copy/recovery.pending").exists()
    );
    assert!(!copy.join("keys/recovery.pending").exists() && !copy.join("keys/copy/recovery.pending").exists());
    drop(desk);
    assert!(matches!(opens(dir.path(), 3, LUC).answer(Request::Recovery), Reply::Unchanged));
    let mut julie = opens(dir.path(), 2, JULIE);
    assert!(matches!(julie.answer(Request::Recovery), Reply::Recovery(_)));
    assert_eq!(said(&julie.answer(Request::GiveUpRecovery)), "recovery-given-up");
    assert!(!dir.path().join("keys/recovery.pending").exists());
}

#[test]
fn whatever_a_request_says_it_is_by_whoever_is_signed_in() {
    let dir = tempfile::tempdir().unwrap();
    drop(ajain(dir.path()));
    let mut doctor = opens(dir.path(), 3, LUC);
    let claire = Who::is(PersonId(1));
    let write = Write::of(crate::domain::record::SNIPPET.put([("code", "inr".into()), ("text", "INR demain".into())]));
    assert!(matches!(doctor.answer(Request::Write(Box::new(write), claire, now())), Reply::Saved { .. }));
    let past = doctor.ask(question::History, claire, now()).unwrap();
    assert_eq!(past[0].author, PersonId(3));
    // Nor may a draft be kept in another's name, or another's change undone as one's own.
    let draft = crate::protocol::Draft { key: "item/new".into(), raw: crate::protocol::Raw::new(), at: now().at };
    doctor.answer(Request::SaveDraft(draft, claire));
    drop(doctor);
    let mut desk = opens(dir.path(), 1, CLAIRE);
    assert_eq!(desk.ask(question::Drafts, claire, now()).unwrap(), []);
    assert_eq!(said(&desk.answer(Request::Undo(Who::is(PersonId(3)), now()))), "store-undo-none");
}

#[test]
fn a_doctors_account_opens_the_eve_of_the_stay_and_closes_three_days_after_it() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = ajain(dir.path());
    let (monday, saturday) = (now().day.week().monday(), now().day.plus(1));
    let at = |day| match unlock_on(dir.path(), 3, LUC, day) {
        Reply::Opened { .. } => "open".to_owned(),
        other => said(&other).to_owned(),
    };
    for (day, wanted) in [
        (monday.plus(-2), "account-shut-before"),
        (monday.plus(-1), "open"),
        (saturday, "open"),
        (saturday.plus(3), "open"),
        (saturday.plus(4), "account-shut-after"),
    ] {
        assert_eq!(at(day), wanted, "{}", day.date());
    }
    let msg = crate::store::testing::refusal(unlock_on(dir.path(), 3, LUC, saturday.plus(4)));
    assert!(format!("{msg:?}").contains("C. Garnier"), "{msg:?}");
    // The wrong passphrase is told nothing of the dates.
    assert_eq!(unlock_on(dir.path(), 3, JULIE, saturday.plus(4)), Reply::WrongPassphrase);
    // Two settings of the centre.
    let frame = desk.ask(question::Frame, Who::is(PersonId(1)), now()).unwrap();
    let centre = frame.centre;
    let edit = crate::domain::act::CentreAct::Edit(NewCentre {
        name: centre.name,
        commune: centre.commune,
        department: centre.department,
        opened: centre.opened,
        opening: centre.opening,
        names_allowed: centre.names_allowed,
        lang: centre.lang,
        lock_minutes: centre.lock_minutes,
        backup_folder: centre.backup_folder,
        slot_minutes: centre.slot_minutes,
        result_days: centre.result_days,
        guide_months: centre.guide_months,
        own_zone: centre.own_zone,
        words_for_all: centre.words_for_all,
        around: crate::domain::account::Around { before: 0, after: 5 },
        journal_months: centre.journal_months,
    });
    let write = Write::of(Act::Centre(edit));
    assert!(matches!(desk.answer(Request::Write(Box::new(write), Who::is(PersonId(1)), now())), Reply::Saved { .. }));
    assert_eq!(at(monday.plus(-1)), "account-shut-before");
    assert_eq!(at(saturday.plus(5)), "open");
    assert_eq!(at(saturday.plus(6)), "account-shut-after");
    // Opened by hand, it is open for as many days again.
    let later = Now::on(saturday.plus(6), 9, 0);
    assert_eq!(said(&desk.answer(Request::OpenAccount(AccountId(3), later))), "account-event-opened");
    assert_eq!(at(saturday.plus(6 + 5)), "open");
    assert_eq!(at(saturday.plus(6 + 6)), "account-shut-after");
}

#[test]
fn who_has_left_the_team_does_not_sign_in_and_the_last_of_the_coordination_always_does() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = ajain(dir.path());
    let gone = NewPerson { ended: Some(now().day), ..someone("Julie", "Petit", Role::Coordination) };
    let write = Write::of(Act::People(PeopleAct::Edit(PersonId(2), gone)));
    assert!(matches!(desk.answer(Request::Write(Box::new(write), Who::is(PersonId(1)), now())), Reply::Saved { .. }));
    assert!(matches!(unlock_on(dir.path(), 2, JULIE, now().day), Reply::Opened { .. }));
    let refused = unlock_on(dir.path(), 2, JULIE, now().day.plus(1));
    assert_eq!(said(&refused), "account-shut-left");
    // A store in which the last of the coordination was noted as gone, before that was refused.
    drop(desk);
    let key = Vault::with_work_factor(dir.path().join("keys"), 2).open(1, &secret(CLAIRE)).unwrap().remove(0);
    let mut store = Store::open(&dir.path().join("releve.db"), key.expose()).unwrap();
    store.note_gone(PersonId(1), now());
    drop(store);
    assert!(matches!(unlock_on(dir.path(), 1, CLAIRE, now().day.plus(1)), Reply::Opened { .. }));
}

#[test]
fn accounts_and_copies_are_the_coordinations() {
    let dir = tempfile::tempdir().unwrap();
    drop(ajain(dir.path()));
    let mut doctor = opens(dir.path(), 3, LUC);
    let reset = |account| Request::ResetPassphrase {
        account: AccountId(account),
        passphrase: secret("douze pigeons gris dorment sous la halle de Bonnat").into(),
        now: now(),
    };
    let before = std::fs::read_dir(dir.path().join("keys")).unwrap().count();
    let copies = tempfile::tempdir().unwrap();
    let claire = Who::is(PersonId(1));
    for (request, what) in [
        (reset(1), "the coordination's passphrase"),
        (reset(2), "another's passphrase"),
        (Request::AddAccount { person: PersonId(3), passphrase: secret(LUC).into(), now: now() }, "an account"),
        (Request::RenameAccount { account: AccountId(1), label: "x".into(), now: now() }, "a name"),
        (Request::EndAccount(AccountId(2), now()), "an end"),
        (Request::OpenAccount(AccountId(3), now()), "a reopening"),
        (Request::ConfirmAccount(AccountId(3), now()), "a confirmation"),
        (
            Request::CopyTo { folder: copies.path().display().to_string(), who: claire, now: now() },
            "a folder of copies",
        ),
        (Request::NewRecovery(now()), "a recovery key"),
    ] {
        let reply = doctor.answer(request);
        let Reply::Refused(msg) = &reply else {
            assert_eq!(said(&reply), "accounts-nothing-to-confirm", "{what}");
            continue;
        };
        assert!(matches!(msg.id.as_ref(), "rights-coordination" | "rights-team"), "{what}: {msg:?}");
    }
    assert_eq!(doctor.copy_now(copies.path(), now()).unwrap_err().msg.id, "rights-coordination");
    assert_eq!(std::fs::read_dir(dir.path().join("keys")).unwrap().count(), before, "no key was made");
    // One's own is one's own.
    assert_eq!(said(&doctor.answer(reset(3))), "backend-passphrase-reset");
    drop(doctor);
    opens(dir.path(), 1, CLAIRE);
    let mut desk = opens(dir.path(), 2, JULIE);
    let events = desk.ask(question::AccountEvents, Who::is(PersonId(2)), now()).unwrap();
    let told: Vec<_> = events.iter().map(|e| (e.kind, e.person.0, e.author.0)).collect();
    let (own, added) = (AccountEventKind::OwnPassphrase, AccountEventKind::Added);
    assert_eq!(told, [(own, 3, 3), (added, 3, 1), (added, 2, 1), (added, 1, 1)]);
}

#[test]
fn opened_by_the_recovery_key_nobody_acts_and_who_receives_the_passphrase_answers_for_it() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = ajain(dir.path());
    let key = desk.key.clone().unwrap();
    let store = desk.store.take().unwrap();
    // As `recover` leaves it: a key, a store, and nobody.
    desk.opened(store, key, None);
    let who = Who::is(PersonId(1));
    let write = Write::of(Act::People(PeopleAct::Add(someone("Paul", "Roche", Role::Doctor))));
    for request in [
        Request::Write(Box::new(write), who, now()),
        Request::Undo(who, now()),
        Request::Query(Query::Drafts, who, now()),
        Request::Query(Query::History, who, now()),
        Request::AddAccount { person: PersonId(3), passphrase: secret(LUC).into(), now: now() },
    ] {
        assert_eq!(said(&desk.answer(request)), "backend-nobody");
    }
    assert!(matches!(desk.answer(Request::Query(Query::Frame, who, now())), Reply::Page(_)));
    desk.give_passphrase(PersonId(2), &secret("douze pigeons gris dorment sous la halle"), now()).unwrap();
    drop(desk);
    let mut desk = opens(dir.path(), 1, CLAIRE);
    let events = desk.ask(question::AccountEvents, who, now()).unwrap();
    assert_eq!((events[0].kind, events[0].person.0, events[0].author.0), (AccountEventKind::Recovered, 2, 2));
}

#[test]
fn a_handover_that_is_not_there_is_not_a_centre_that_is_not_open() {
    let dir = tempfile::tempdir().unwrap();
    let (mut backend, _) = ajain_and_its_paper(dir.path());
    let gone = Document::Handover(StayId(99));
    let printed = backend.answer(Request::Print(gone, Who::is(PersonId(1)), now()));
    assert_eq!(printed, Reply::Failed(Msg::new("store-gone").into()));
}

#[test]
fn colours_are_kept_beside_the_store_and_those_of_the_fictional_centre_are_not() {
    let dir = tempfile::tempdir().unwrap();
    let kept = || std::fs::read_to_string(Folder::at(dir.path()).theme()).ok();
    let mut backend = ajain(dir.path());
    let reply = backend.answer(Request::KeepTheme("clair"));
    assert_eq!(reply, Reply::Done(Msg::new("theme-kept")));
    assert_eq!(kept().as_deref(), Some("clair"));
    let mut demo = self::backend(dir.path());
    assert!(matches!(demo.answer(Request::Demo), Reply::Opened { .. }));
    assert_eq!(demo.answer(Request::KeepTheme("sombre")), Reply::Done(Msg::new("theme-for-now")));
    assert_eq!(kept().as_deref(), Some("clair"));
}

/// The key that opens the store now.
fn key_of(backend: &Backend) -> DataKey {
    backend.key.clone().unwrap()
}

#[test]
fn who_plants_a_recipient_opens_nothing_and_the_desk_says_so_at_the_next_sign_in() {
    let dir = tempfile::tempdir().unwrap();
    let mut claire = ajain(dir.path());
    claire.answer(Request::RecoveryNoted(now()));
    let mine = crate::vault::RecoveryKey::random();
    let plant = format!("INSERT INTO recovery_key(centre, recipient) VALUES (1, '{}')", mine.recipient);
    attack(&dir.path().join("releve.db"), key_of(&claire).expose(), &plant);
    // What the key is encrypted to next is what the coordination has entitled: the paper is, the planted key is not.
    assert!(matches!(end(&mut claire, 3), Reply::Done(_)));
    claire.answer(Request::Close(now()));
    let vault = Vault::with_work_factor(Folder::at(dir.path()).keys(), 2);
    assert!(matches!(vault.recover(&mine.secret), Err(VaultError::WrongRecovery)));

    let mut claire = opens(dir.path(), 1, CLAIRE);
    let alerts = |desk: &mut Backend| {
        desk.answer(Request::Poll);
        desk.finish_verifying();
        let alerts = frame_of(desk).alerts;
        alerts.into_iter().filter(|alert| matches!(alert, crate::domain::alert::Alert::Tampered(_))).collect::<Vec<_>>()
    };
    let said = alerts(&mut claire);
    assert!(
        matches!(&said[..], [crate::domain::alert::Alert::Tampered(msg)] if msg.id == "check-row-added"),
        "{said:?}"
    );
    claire.answer(Request::Close(now()));
    let report = backend(dir.path()).check(AccountId(1), &secret(CLAIRE), None).unwrap();
    assert!(!report.found.is_clean());
    // The control: with the row gone again nothing is said.
    let mut claire = opens(dir.path(), 1, CLAIRE);
    let key = key_of(&claire);
    claire.answer(Request::Close(now()));
    attack(&dir.path().join("releve.db"), key.expose(), "DELETE FROM recovery_key WHERE id = 2");
    assert_eq!(alerts(&mut opens(dir.path(), 1, CLAIRE)), []);
}

fn frame_of(desk: &mut Backend) -> crate::protocol::FramePage {
    desk.ask(question::Frame, Who::is(PersonId(1)), now()).unwrap()
}

#[test]
fn another_key_in_the_place_of_ones_own_is_said_to_whoever_signs_in() {
    let dir = tempfile::tempdir().unwrap();
    let mut claire = ajain(dir.path());
    let key = key_of(&claire);
    claire.answer(Request::Close(now()));
    let strange = |account, phrase: &str| {
        let report = backend(dir.path()).check(AccountId(account), &secret(phrase), None).unwrap();
        report.strange.map(|msg| msg.id)
    };
    assert_eq!((strange(1, CLAIRE), strange(2, JULIE)), (None, None));
    // Julie's key is replaced everywhere, and the chain computed anew: she is told, whoever else may not see it.
    let other = crate::signing::Signer::of(b"mine").public();
    let replace = format!(
        "UPDATE change_row SET after = replace(after, (SELECT public FROM signing_key WHERE account = 2), '{other}')
           WHERE tbl = 'signing_key';
         UPDATE signing_key SET public = '{other}' WHERE account = 2"
    );
    attack(&dir.path().join("releve.db"), key.expose(), &replace);
    assert_eq!(strange(2, JULIE).as_deref(), Some("check-own-key"));
    assert_eq!(strange(1, CLAIRE), None, "hers is as it was");
}

#[test]
fn whatever_the_recovery_key_opens_the_key_of_the_centre_is_another_afterwards() {
    let dir = tempfile::tempdir().unwrap();
    let (mut claire, paper) = ajain_and_its_paper(dir.path());
    claire.answer(Request::RecoveryNoted(now()));
    let write = Write::of(Act::People(PeopleAct::Add(someone("Anne", "Mercier", Role::Coordination))));
    assert!(matches!(claire.answer(Request::Write(Box::new(write), Who::is(PersonId(1)), now())), Reply::Saved { .. }));
    claire.answer(Request::Close(now()));
    // A forgotten phrase, and somebody who never had an account.
    for person in [1, 4] {
        let mut desk = backend(dir.path());
        desk.unlock_by_recovery(&paper, now()).unwrap();
        let before = key_of(&desk);
        let phrase = secret("cheval agrafe correct pile citerne bleue");
        desk.give_passphrase(PersonId(person), &phrase, now()).unwrap();
        assert_ne!(key_of(&desk).expose(), before.expose(), "{person}");
        desk.answer(Request::Close(now()));
        let account = if person == 1 { 4 } else { 5 };
        let report = backend(dir.path()).check(AccountId(account), &phrase, None).unwrap();
        assert!(report.found.is_clean() && report.strange.is_none(), "{:?}", report.found.findings.msgs());
        assert_eq!(report.found.findings.unsure, [], "the recovery key answers for it");
    }
}

#[test]
fn what_was_kept_of_a_store_that_lacked_something_is_the_coordinations_alone_once_the_key_has_changed() {
    let dir = tempfile::tempdir().unwrap();
    let (mut claire, paper) = ajain_and_its_paper(dir.path());
    claire.answer(Request::RecoveryNoted(now()));
    let old = key_of(&claire);
    let at = |name: &str| dir.path().join(name);
    for (name, bytes) in [("releve.lost-32.db", b"the store".as_slice()), ("releve.lost-32.db-wal", b"its log")] {
        std::fs::write(at(name), bytes).unwrap();
    }
    assert!(matches!(end(&mut claire, 3), Reply::Done(_)));
    assert_ne!(key_of(&claire).expose(), old.expose());
    for (name, bytes) in [
        ("releve.lost-32.db", b"the store".to_vec()),
        ("releve.lost-32.db-wal", b"its log".to_vec()),
        ("releve.lost-32.key", old.hex().as_bytes().to_vec()),
    ] {
        assert!(!at(name).exists(), "{name}");
        let sealed = std::fs::read(at(&format!("{name}.age"))).unwrap();
        assert_eq!(crate::vault::opened_by(&paper, &sealed), Some(bytes), "{name}");
        // The control: another's paper opens nothing of it.
        assert_eq!(crate::vault::opened_by(&crate::vault::RecoveryKey::random().secret, &sealed), None);
    }
    // Cut off after the key was written: the next change of the key leaves that one, which is what opens the rest.
    std::fs::write(at("releve.lost-32.db"), b"under the old key").unwrap();
    assert!(matches!(end(&mut claire, 2), Reply::Done(_)));
    assert!(!at("releve.lost-32.db").exists());
    let sealed = std::fs::read(at("releve.lost-32.key.age")).unwrap();
    assert_eq!(crate::vault::opened_by(&paper, &sealed), Some(old.hex().as_bytes().to_vec()));
}
