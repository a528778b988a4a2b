//! Several processes at one store: what was said to be saved survives `kill -9`, and nobody is told
//! that the store is busy.
//!
//! The processes are this test binary itself, told by its environment to write.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use releve::back::Clock;
use releve::domain::act::{Act, CentreAct, NewContact, PlaceAct};
use releve::domain::{Now, PersonId, Who};
use releve::protocol::{Draft, Raw, Reply, SetUp, Write, question};
use releve::store::{Place, Store};

const KEY: [u8; 32] = [7; 32];

/// How a writer works, in its environment: store, name, how many, and when it acknowledges.
const STORE: &str = "RELEVE_TEST_STORE";
const NAME: &str = "RELEVE_TEST_NAME";
const COUNT: &str = "RELEVE_TEST_COUNT";
const EARLY: &str = "RELEVE_TEST_EARLY";

fn full() -> bool {
    std::env::var("RELEVE_TRIALS").is_ok_and(|v| v == "full")
}

fn now() -> Now {
    Clock::Real.now()
}

fn contact(name: &str) -> Write {
    let contact = NewContact {
        name: name.to_owned(),
        purpose: "laboratoire".into(),
        note: "œdème".repeat(20),
        ..NewContact::default()
    };
    Write { act: Act::Place(PlaceAct::AddContact(contact)), seen: Vec::new(), draft: Some("contact/new".into()) }
}

/// Run by the tests below in a process of its own; alone it does nothing.
#[test]
fn writes_when_told_to() {
    let Some(path) = std::env::var_os(STORE) else { return };
    let name = std::env::var(NAME).unwrap();
    let count: u32 = std::env::var(COUNT).unwrap().parse().unwrap();
    let early = std::env::var_os(EARLY).is_some();
    let mut out = std::io::stdout();
    let mut say = |line: &str| {
        out.write_all(line.as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush()).unwrap();
    };
    let mut store = Store::open(Path::new(&path), &KEY).unwrap();
    let who = Who::is(PersonId(1));
    say("\nready");
    std::io::stdin().read_exact(&mut [0]).unwrap();
    for at in 0..count {
        let what = format!("{name}-{at}");
        let raw = Raw::from([("name".to_owned(), what.clone())]);
        let draft = Draft { key: "contact/new".into(), raw, at: now().at };
        match store.save_draft(&draft, who) {
            Reply::DraftSaved(_) => {}
            other => say(&format!("refused {other:?}")),
        }
        if early {
            say(&format!("saved {what}"));
        }
        match store.write(&contact(&what), who, now()) {
            Reply::Saved { .. } if early => {}
            Reply::Saved { .. } => say(&format!("saved {what}")),
            other => say(&format!("refused {other:?}")),
        }
    }
    say("done");
}

/// A process that writes.
struct Writer {
    child: Child,
    go: ChildStdin,
    said: std::io::Lines<BufReader<ChildStdout>>,
}

impl Writer {
    /// Starts one, which opens the store.
    fn start(store: &Path, name: &str, count: u32, early: bool) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "killed::writes_when_told_to", "--nocapture"]);
        command.env(STORE, store).env(NAME, name).env(COUNT, count.to_string());
        if early {
            command.env(EARLY, "1");
        }
        // The programs start side by side; each is waited for in `go`.
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let (go, out) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        Self { child, go, said: BufReader::new(out).lines() }
    }

    /// Lets it write once it has the store open.
    fn go(&mut self) {
        assert!(self.said.any(|line| line.unwrap() == "ready"), "a writer never opened the store");
        self.go.write_all(b"\n").unwrap();
    }

    /// Reads that many acknowledgements, then kills.
    fn kill_after(mut self, lines: usize) -> BTreeSet<String> {
        let mut acknowledged: BTreeSet<String> = self.said.by_ref().take(lines).filter_map(saved).collect();
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        // What was said before the kill came is said.
        acknowledged.extend(self.said.filter_map(saved));
        acknowledged
    }
}

fn saved(line: std::io::Result<String>) -> Option<String> {
    line.ok()?.strip_prefix("saved ").map(str::to_owned)
}

/// A store with a centre.
fn new_store(dir: &Path) -> std::path::PathBuf {
    let path = dir.join("centre.db");
    let mut store = Store::create(Place::File(&path), Some(&KEY)).unwrap();
    let SetUp { centre, posts, first, .. } = crate::terminal::set_up();
    let act = Act::Centre(CentreAct::Create { centre, posts, first: Box::new(first) });
    let made = store.write(&Write::of(act), Who::is(PersonId(1)), now());
    assert!(matches!(made, Reply::Saved { .. }), "{made:?}");
    path
}

/// What the store holds, opened as a desk opens it.
fn names(path: &Path) -> BTreeSet<String> {
    let store = Store::open(path, &KEY).unwrap();
    let found = store.check().unwrap();
    assert!(found.is_clean(), "{found:?}");
    let (contacts, _) = store.ask(question::Directory, Who::is(PersonId(1)), now()).unwrap();
    contacts.into_iter().map(|kept| kept.what.what.name).collect()
}

/// Kills two writers again and again; how many writes were acknowledged, and which of them are gone.
fn kill(rounds: u32, early: bool) -> (usize, BTreeSet<String>) {
    let dir = tempfile::tempdir().unwrap();
    let mut path = new_store(dir.path());
    let (mut acknowledged, mut lost, mut count) = (BTreeSet::new(), BTreeSet::new(), 0);
    for round in 0..rounds {
        // A store of reasonable size: the question is the kill, not the length of the directory.
        if round > 0 && round % 50 == 0 {
            let dir = dir.path().join(round.to_string());
            std::fs::create_dir(&dir).unwrap();
            path = new_store(&dir);
            count += acknowledged.len();
            acknowledged.clear();
        }
        let mut writers = ["a", "b"].map(|writer| Writer::start(&path, &format!("{writer}{round}"), u32::MAX, early));
        writers.iter_mut().for_each(Writer::go);
        let [one, other] = writers;
        // Another moment each round, and the second goes on while the first dies.
        acknowledged.extend(one.kill_after(1 + usize::try_from(round % 5).unwrap()));
        acknowledged.extend(other.kill_after(1));
        lost.extend(acknowledged.difference(&names(&path)).cloned());
    }
    (count + acknowledged.len(), lost)
}

#[test]
fn no_kill_loses_what_was_acknowledged() {
    let rounds = if full() { 1000 } else { 12 };
    let (acknowledged, lost) = kill(rounds, false);
    assert_eq!(lost, BTreeSet::new());
    // Fewer than that, and nothing was put to the test.
    assert!(acknowledged >= 12, "{acknowledged}");
}

/// The negative control: writers that acknowledge before they commit are found out.
#[test]
fn a_writer_that_acknowledges_too_early_is_found_out() {
    let (_, lost) = kill(12, true);
    assert!(!lost.is_empty(), "nothing was lost: the test above would see nothing either");
}

#[test]
fn eight_processes_saving_at_once_are_all_served() {
    let saves = if full() { 200 } else { 20 };
    let dir = tempfile::tempdir().unwrap();
    let path = new_store(dir.path());
    let mut writers: Vec<Writer> =
        (0..8).map(|writer| Writer::start(&path, &format!("w{writer}"), saves, false)).collect();
    writers.iter_mut().for_each(Writer::go);
    let mut acknowledged = 0;
    for writer in writers {
        let said: Vec<String> = writer.said.map(Result::unwrap).collect();
        let refused: Vec<_> = said.iter().filter(|line| line.starts_with("refused")).collect();
        assert!(refused.is_empty(), "{refused:?}");
        assert!(said.iter().any(|line| line == "done"), "{said:?}");
        acknowledged += said.iter().filter(|line| line.starts_with("saved ")).count();
        let mut child = writer.child;
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(acknowledged, 8 * usize::try_from(saves).unwrap());
    assert_eq!(names(&path).len(), acknowledged);
}
