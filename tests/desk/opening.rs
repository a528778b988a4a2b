//! A centre opens its data without Relève, by the steps printed on the recovery page.

use std::io::Read as _;

use crate::harness::at_the_key;

/// The public `age` tool: `age -d -i key.txt keys/data-key.age`.
fn age(identity: &str, file: &std::path::Path) -> String {
    let identity: age::x25519::Identity = identity.parse().unwrap();
    let sealed = std::fs::read(file).unwrap();
    let decryptor = age::Decryptor::new(&sealed[..]).unwrap();
    let mut text = String::new();
    let key = std::iter::once(&identity as &dyn age::Identity);
    decryptor.decrypt(key).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_paper_age_and_sqlcipher_are_enough() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = at_the_key(dir.path(), "2026-11-27T09:00");
    desk.keys("<C-e>").says("Page écrite").note_key();
    desk.keys("0médecins<enter>aHélène<tab>Vidal<C-s>").says("Vidal Hélène").keys("<C-q>");
    drop(desk);

    // The whole key, as printed for public tools.
    let page = std::fs::read_to_string(dir.path().join("sheets/cle-de-secours.html")).unwrap();
    let (_, key) = page.split_once("<code>AGE-SECRET-KEY-1").unwrap();
    let key = format!("AGE-SECRET-KEY-1{}", key.split_once('<').unwrap().0);
    let hex = age(&key, &dir.path().join("keys/data-key.age"));
    assert_eq!(hex.trim().len(), 64);
    for step in ["age -d -i key.txt keys/data-key.age", "PRAGMA key = \"x'…'\";"] {
        assert!(page.contains(&step.replace('"', "&quot;")), "{step} in {page}");
    }

    // A plain connection: nothing of Relève's own store code.
    let copy = dir.path().join("copy.db");
    std::fs::copy(dir.path().join("releve.db"), &copy).unwrap();
    let db = rusqlite::Connection::open(&copy).unwrap();
    db.execute_batch(&format!("PRAGMA key = \"x'{}'\";", hex.trim())).unwrap();
    let name: String =
        db.query_row("SELECT given || ' ' || family FROM person WHERE role = 'Doctor'", [], |r| r.get(0)).unwrap();
    assert_eq!(name, "Hélène Vidal");

    // And without the key there is nothing to read.
    let db = rusqlite::Connection::open(&copy).unwrap();
    assert!(db.query_row("SELECT count(*) FROM person", [], |r| r.get::<_, i64>(0)).is_err());
    let bytes = std::fs::read(&copy).unwrap();
    assert!(!bytes.windows(5).any(|w| w == b"Vidal"));
}
