//! What the signature of a change costs, and the look at everything that was signed.

use std::time::Duration;

use releve::domain::act::{Act, ItemAct};
use releve::domain::{AccountId, Who};
use releve::protocol::{Account, Reply, Write};
use releve::signing::Signer;
use releve::store::{By, Place, Store};

use crate::bare::connect;
use crate::centre::{self, Centre, GARNIER, NOW};
use crate::ratios::{medians, time};

const KEY: [u8; 32] = [7; 32];

/// An encrypted store on the disk, in which changes are signed or not.
fn store(dir: &tempfile::TempDir, signs: bool) -> Store {
    let path = dir.path().join("releve.db");
    let mut store = Store::create(Place::File(&path), Some(&KEY)).expect("a store");
    save(&mut store, centre::created());
    if signs {
        let (key, by) = (Signer::of(b"bench"), By { person: GARNIER, now: *NOW });
        let account =
            Account { id: AccountId(1), label: "Claire".into(), person: GARNIER, recipient: "age1bench".into() };
        store.add_account(&account, Some(&key.public()), by).expect("an account");
        store.sign_with(key, account.recipient, Some(account.id));
        assert!(store.adopt(by, None).expect("signing begins"));
    }
    store
}

fn save(store: &mut Store, act: Act) {
    let reply = store.write(&Write::of(act), Who::is(GARNIER), *NOW);
    assert!(matches!(reply, Reply::Saved { .. }), "{reply:?}");
}

/// One point saved: signed, beside one that is not.
pub fn one() -> (Duration, Duration) {
    let (with, without) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let (mut with, mut without) = (store(&with, true), store(&without, false));
    let one = |store: &mut Store| {
        let (item, word) = centre::point();
        time(|| save(store, ItemAct::Open(item, word).into()))
    };
    medians(301, || one(&mut with), || one(&mut without))
}

/// Every change, signature and row of ten years proven, beside reading the log.
pub fn proof(large: &Centre) -> (Duration, Duration) {
    let ours = || time(|| Store::verify(&large.store(), &large.key).expect("a store"));
    let floor = || {
        time(|| {
            let sql = "SELECT sum(length(before)), sum(length(after)) FROM change_row";
            let conn = connect(&large.store(), &large.key);
            conn.query_row(sql, [], |row| row.get::<_, Option<i64>>(1)).expect("the log")
        })
    };
    medians(3, ours, floor)
}
