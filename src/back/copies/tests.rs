//! Copies on real folders, with every way of not being worth one.

use super::*;
use crate::domain::Day;
use crate::store::Place;
use crate::store::testing::Desk;
use secrecy::SecretString;

const CLAIRE: &str = "abaisser abandon abdiquer abeille abolir aborder aboutir";

struct Made {
    _dir: tempfile::TempDir,
    to: PathBuf,
    source: Source,
    desk: Desk,
}

fn made() -> Made {
    let dir = tempfile::tempdir().unwrap();
    let folder = Folder::at(dir.path().join("data"));
    folder.create().unwrap();
    let vault = Vault::with_work_factor(folder.keys(), 2);
    let (key, _, _) = vault.create("Claire", &SecretString::from(CLAIRE)).unwrap();
    let desk = Desk::on(Store::create(Place::File(&folder.store()), Some(key.expose())).unwrap());
    let to = dir.path().join("usb");
    fs::create_dir(&to).unwrap();
    let source = Source { folder, vault, key, centre: desk.store.identity().unwrap() };
    let mut made = Made { _dir: dir, to, source, desk };
    made.work();
    made
}

impl Made {
    /// Somebody works: the store has one change more.
    fn work(&mut self) {
        self.desk.doctor("Vidal");
    }

    fn copy(&self, day: u32) -> Result<Note, Trouble> {
        make(&self.source, &self.to, at(day))
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(&self.to).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn at(day: u32) -> Stamp {
    Stamp::at(Day::ymd(2026, 11, day).unwrap(), 18 * 60 + 2)
}

#[track_caller]
fn why(result: Result<Note, Trouble>) -> String {
    result.unwrap_err().msg.id.into_owned()
}

#[test]
fn a_copy_is_whole_private_and_opens_by_the_same_passphrase() {
    let made = made();
    let note = made.copy(27).unwrap();
    assert_eq!(made.names(), ["releve-2026-11-27-1802"]);
    assert_eq!(remembered(&made.source.folder).as_ref(), Some(&note));
    assert_eq!(card(&note.path).unwrap(), note.card);
    // Someone else's machine, with the copy alone.
    let keys = Vault::with_work_factor(note.path.join("keys"), 2);
    let key = keys.open(1, &SecretString::from(CLAIRE)).unwrap().remove(0);
    let found = Store::examine(&note.path.join(STORE), key.expose()).unwrap();
    assert!(found.is_clean() && found.witness.newest.0 == note.card.changes);
    let mut seen = 0;
    for dir in [note.path.clone(), note.path.join("keys"), note.path.join("keys/copy")] {
        assert_eq!(fs::metadata(&dir).unwrap().permissions().mode() & 0o777, 0o700);
        for file in fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_file()) {
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "{}", file.display());
            seen += 1;
        }
    }
    // Two of the store, three keys and list twice; the attempts and what trying left aside.
    assert!(seen >= 8, "{seen}");
}

#[test]
fn a_copy_with_one_flipped_byte_does_not_count_and_pushes_nothing_out() {
    let mut made = made();
    for day in 1..=9 {
        made.work();
        made.copy(day).unwrap();
    }
    let good = made.names();
    let newest = remembered(&made.source.folder);
    for (file, byte) in [("releve.db", 5000), ("releve.db", 20), ("keys/data-key.age", 60)] {
        let spoiled = make_with(&made.source, &made.to, at(10), false, |copy| {
            let mut bytes = fs::read(copy.join(file)).unwrap();
            bytes[byte] ^= 1;
            fs::write(copy.join(file), bytes).unwrap();
        });
        assert_eq!(why(spoiled), "copy-unproven", "{file}");
        assert_eq!(made.names(), good, "{file}");
        assert_eq!(remembered(&made.source.folder), newest);
    }
    // Whole, it counts, and the one whose turn it is goes.
    made.copy(10).unwrap();
    assert_ne!(made.names(), good);
    assert_eq!(made.names().len(), good.len());
}

#[test]
fn a_damaged_store_and_one_that_holds_less_push_no_good_copy_out() {
    let mut made = made();
    made.copy(26).unwrap();
    let early = made.to.join("releve-2026-11-26-1802/releve.db");
    made.work();
    made.copy(27).unwrap();
    let good = made.names();
    let store = made.source.folder.store();
    // The copy of yesterday in the place of the store: whole, and less.
    drop(std::mem::replace(&mut made.desk, Desk::new()));
    for suffix in ["-wal", "-shm"] {
        let _ = fs::remove_file(store.with_extension(format!("db{suffix}")));
    }
    fs::copy(&early, &store).unwrap();
    assert_eq!(why(made.copy(28)), "copy-less");
    assert_eq!(made.names(), good);
    let mut bytes = fs::read(&store).unwrap();
    for page in bytes.chunks_mut(4096).skip(1) {
        page[1000] ^= 1;
    }
    fs::write(&store, bytes).unwrap();
    assert_eq!(why(made.copy(28)), "copy-unproven");
    assert_eq!(made.names(), good);
}

#[test]
fn a_copy_that_was_cut_off_does_not_count_and_is_taken_away_a_day_later() {
    let made = made();
    let (old, new) = (made.to.join(".releve-copie-old"), made.to.join(".releve-copie-new"));
    for (dir, days) in [(&old, 2), (&new, 0)] {
        fs::create_dir(dir).unwrap();
        fs::copy(made.source.folder.store(), dir.join(STORE)).unwrap();
        let seconds = u64::try_from(at(27).0 / 1000 - days * 24 * 60 * 60).unwrap();
        let when = std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
        fs::File::open(dir).unwrap().set_modified(when).unwrap();
    }
    assert!(list(&made.to, &made.source.centre).is_empty());
    made.copy(27).unwrap();
    // Another desk may be at the newer one.
    assert_eq!(made.names(), [".releve-copie-new", "releve-2026-11-27-1802"]);
}

#[test]
fn a_folder_that_is_not_there_is_never_made() {
    let made = made();
    fs::remove_dir(&made.to).unwrap();
    assert_eq!(why(made.copy(27)), "copy-folder-missing");
    assert!(!made.to.exists(), "it would be on the wrong disk");
}

#[test]
fn two_copies_in_a_minute_and_another_centres_stay_apart() {
    let (made, other) = (made(), made());
    made.copy(27).unwrap();
    made.copy(27).unwrap();
    assert_eq!(made.names(), ["releve-2026-11-27-1802 (2)"], "the newest of the day");
    make(&other.source, &made.to, at(20)).unwrap();
    for day in 1..=8 {
        make(&other.source, &made.to, at(day)).unwrap();
    }
    assert!(made.names().contains(&"releve-2026-11-27-1802 (2)".to_owned()));
    assert_eq!(list(&made.to, &made.source.centre).len(), 1);
}

#[test]
fn a_copy_is_restored_into_nothing_and_never_over_anything() {
    let made = made();
    let note = made.copy(27).unwrap();
    let empty = tempfile::tempdir().unwrap();
    let folder = Folder::at(empty.path().join("new"));
    restore(&note.path, &folder).unwrap();
    let vault = Vault::with_work_factor(folder.keys(), 2);
    let key = vault.open(1, &SecretString::from(CLAIRE)).unwrap().remove(0);
    let restored = Desk { store: Store::open(&folder.store(), key.expose()).unwrap(), now: made.desk.now };
    assert_eq!(restored.dump(), made.desk.dump());
    drop(restored);
    let before = fs::read(folder.store()).unwrap();
    assert_eq!(restore(&note.path, &folder).unwrap_err().msg.id, "restore-taken");
    assert_eq!(fs::read(folder.store()).unwrap(), before);
    // Cut off before the store had its name: the same copy goes on, another does not.
    fs::remove_file(folder.store()).unwrap();
    restore(&note.path, &folder).unwrap();
    fs::remove_file(folder.store()).unwrap();
    // The log of a lost store would be laid over the restored one.
    for ending in ["db-wal", "db-shm", "db-journal"] {
        let log = folder.store().with_extension(ending);
        fs::write(&log, "log").unwrap();
        assert_eq!(restore(&note.path, &folder).unwrap_err().msg.id, "restore-taken", "{ending}");
        fs::remove_file(log).unwrap();
    }
    fs::write(folder.keys().join("data-key.age"), "age").unwrap();
    assert_eq!(restore(&note.path, &folder).unwrap_err().msg.id, "restore-taken");
}

#[test]
fn after_an_older_copy_was_restored_copies_are_made_again() {
    let mut made = made();
    let early = made.copy(26).unwrap();
    made.work();
    made.copy(27).unwrap();
    drop(std::mem::replace(&mut made.desk, Desk::new()));
    let folder = &made.source.folder;
    // Moved aside by hand; what the desk remembers stays.
    for ending in ["db", "db-wal", "db-shm"] {
        let _ = fs::remove_file(folder.store().with_extension(ending));
    }
    fs::remove_dir_all(folder.keys()).unwrap();
    restore(&early.path, folder).unwrap();
    assert_eq!(remembered(folder), Some(early));
    let again = made.copy(28).unwrap();
    assert_eq!(remembered(&made.source.folder), Some(again));
}

#[test]
fn a_folder_for_copies_is_looked_at_before_it_is_taken() {
    let made = made();
    let folder = &made.source.folder;
    let refused = |path: &Path| check_folder(path, folder).unwrap_err().msg.id.into_owned();
    assert_eq!(refused(Path::new("usb")), "copy-not-absolute");
    assert_eq!(refused(&made.to.join("nowhere")), "copy-folder-missing");
    assert_eq!(refused(&folder.keys()), "copy-folder-inside");
    check_folder(&made.to, folder).unwrap();
    assert_eq!(advice(&made.to, folder).id, "copy-begun-same-disk");
    let synced = made.to.join("Dropbox");
    fs::create_dir(&synced).unwrap();
    assert_eq!(advice(&synced, folder).id, "copy-begun-synced");
}

#[test]
fn copies_known_by_the_recovery_key_go_on_counting_and_take_their_turn() {
    const RECOVERY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kdzgtclqcpeghw5d";
    let mut made = made();
    made.source.centre = Store::identity_by(RECOVERY);
    assert_eq!(made.source.centre.len(), 32);
    let mut before = Vec::new();
    for day in 1..=8 {
        let note = made.copy(day).unwrap();
        // As a program of before wrote it.
        let card = Card { centre: RECOVERY.into(), ..note.card.clone() };
        fs::write(note.path.join(CARD), serde_json::to_vec(&card).unwrap()).unwrap();
        remember(&made.source.folder, &Note { card, ..note.clone() });
        before.push(note.path);
    }
    assert_eq!(list(&made.to, &made.source.centre).len(), before.iter().filter(|p| p.exists()).count());
    made.work();
    for day in 9..=20 {
        made.copy(day).unwrap();
    }
    // Seven days, and the newest of the weeks before: what was made before is neither orphaned nor kept for ever.
    let left: Vec<_> = before.iter().filter(|p| p.exists()).map(|p| p.file_name().unwrap()).collect();
    assert_eq!(left, ["releve-2026-11-01-1802", "releve-2026-11-08-1802"]);
    // One that holds less is no copy of the same centre, whichever name the last one goes by.
    let remembered = remembered(&made.source.folder).unwrap();
    let more = Card { centre: RECOVERY.into(), changes: remembered.card.changes + 1, ..remembered.card.clone() };
    remember(&made.source.folder, &Note { card: more, ..remembered });
    assert_eq!(why(made.copy(21)), "copy-less");
    assert!(!Card { made: at(1), centre: "age1other".into(), changes: 0, hash: None }.is_of(&made.source.centre));
}
