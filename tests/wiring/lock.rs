//! What the lock leaves behind: nothing on the terminal, nothing in memory.

use std::fs::{self, File};
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::time::{Duration, SystemTime};

use releve::domain::{Day, Now};
use releve::folder::Folder;
use releve::vault::Vault;
use secrecy::SecretString;

use crate::Pty;
use crate::command::{releve, script, told};
use crate::terminal::{PASSPHRASE, new_centre, new_centre_at};

/// Words that only the store holds.
const CANARY: &str = "canari bleu au frigo";

/// A shutdown notice, and whatever else a machine says to every terminal.
const NOTICE: &str = "\r\nThe system is going down.\r\nPlease log off.\r\n\r\n\r\n";

fn sign_in(pty: &mut Pty) {
    pty.wait_for("Qui êtes-vous");
    pty.keys(PASSPHRASE);
    pty.keys("\r");
    pty.wait_for("C. Garnier");
}

/// A desk that shows a point with the words.
fn desk(dir: &Path) -> Pty {
    let mut pty = Pty::releve(&["--data-dir", dir.to_str().unwrap()]);
    sign_in(&mut pty);
    pty.keys("\x0e");
    pty.wait_for("Tab la fiche");
    pty.keys(CANARY);
    pty.keys("\r");
    pty.wait_for("u pour défaire");
    pty.keys("2");
    pty.wait_for(CANARY);
    pty
}

#[test]
fn what_others_wrote_on_the_terminal_takes_no_word_past_the_lock_or_the_end() {
    let dir = tempfile::tempdir().unwrap();
    new_centre(dir.path());
    let mut pty = desk(dir.path());
    // Everything moves up by some lines, which the program cannot know.
    pty.another_program_writes("\x1b[40;1H");
    pty.another_program_writes(NOTICE);
    assert!(pty.screen().contains(CANARY), "the words are on the screen, elsewhere");
    pty.keys("\x0c");
    pty.wait_for("Qui êtes-vous");
    assert!(!pty.screen().contains("canari"), "{}", pty.screen());
    assert!(!pty.screen().contains("log off"), "{}", pty.screen());

    // One that has left the other screen, as a pager does: the desk goes on, on the shell's own.
    sign_in(&mut pty);
    pty.another_program_writes("\x1b[?1049l");
    // Keys that come together are drawn once: each is waited for.
    pty.keys("1");
    pty.wait_for("Bienvenue");
    pty.keys("2");
    pty.wait_for(CANARY);
    pty.keys("\x0c");
    pty.wait_for("Qui êtes-vous");
    sign_in(&mut pty);
    pty.keys("2");
    pty.wait_for(CANARY);
    pty.another_program_writes("\x1b[40;1H");
    pty.another_program_writes(NOTICE);
    pty.keys("\x11");
    assert_eq!(pty.end(), 0);
    pty.is_restored();
    assert!(!pty.screen().contains("canari"), "{}", pty.screen());
    pty.another_program_writes("\x1b[?47h");
    assert!(!pty.screen().contains("canari"), "{}", pty.screen());
}

/// Which of these are in the memory of a process; nothing when it may not be read.
fn in_memory<'a>(pid: u32, wanted: &[(&'a str, Vec<u8>)]) -> Option<Vec<&'a str>> {
    let maps = fs::read_to_string(format!("/proc/{pid}/maps")).ok()?;
    let memory = File::open(format!("/proc/{pid}/mem")).ok()?;
    let mut found = Vec::new();
    // What can be written: stacks, heaps, buffers.
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let (from, rest) = line.split_once('-')?;
        let number = |text| u64::from_str_radix(text, 16).ok();
        let (from, to) = (number(from)?, number(rest.split(' ').next()?)?);
        let mut bytes = vec![0; usize::try_from(to - from).ok()?];
        let mut read = 0;
        while let Ok(more @ 1..) = memory.read_at(&mut bytes[read..], from + read as u64) {
            read += more;
        }
        for (name, word) in wanted {
            let (first, length) = (word[0], word.len());
            let is_there = |at: usize| bytes[at] == first && bytes[at..].starts_with(word);
            if !found.contains(name) && (0..bytes.len().saturating_sub(length)).any(is_there) {
                found.push(*name);
            }
        }
    }
    Some(found)
}

#[test]
#[cfg(target_os = "linux")]
fn neither_key_nor_word_nor_passphrase_stays_in_memory_after_the_lock() {
    let dir = tempfile::tempdir().unwrap();
    new_centre(dir.path());
    let vault = Vault::with_work_factor(Folder::at(dir.path()).keys(), 2);
    let account = vault.names().unwrap()[0].0;
    let key = *vault.open(account, &SecretString::from(PASSPHRASE.to_owned())).unwrap()[0].expose();
    let hex: Vec<String> = key.iter().map(|byte| format!("{byte:02x}")).collect();
    let hex = hex.concat();
    let wanted = [
        ("key", key.to_vec()),
        ("key in hex", hex.as_bytes().to_vec()),
        ("key in HEX", hex.to_uppercase().into_bytes()),
        ("words", CANARY.as_bytes().to_vec()),
        ("passphrase", PASSPHRASE.as_bytes().to_vec()),
    ];
    let mut pty = desk(dir.path());
    let pid = pty.id();
    let Some(before) = in_memory(pid, &wanted) else {
        eprintln!("the memory of another process may not be read here");
        return;
    };
    // The look into the memory finds what is there.
    assert!(before.contains(&"key") && before.contains(&"words"), "{before:?}");
    let open_before = fs::read_dir(format!("/proc/{pid}/fd")).unwrap().count();
    pty.keys("\x0c");
    pty.wait_for("Qui êtes-vous");
    assert_eq!(in_memory(pid, &wanted), Some(Vec::new()));
    assert!(!dir.path().join("releve.db-wal").exists(), "the store is closed");
    // The same process, on the same terminal, with nothing else open; and it gives the terminal back as it found it.
    sign_in(&mut pty);
    assert_eq!(pty.id(), pid);
    pty.keys("2");
    pty.wait_for(CANARY);
    let open = fs::read_dir(format!("/proc/{pid}/fd")).unwrap().count();
    assert!(open <= open_before, "{open} files open instead of {open_before}");
    pty.keys("\x11");
    assert_eq!(pty.end(), 0);
    pty.is_restored();
    let shown = String::from_utf8_lossy(&pty.bytes).into_owned();
    assert_eq!(shown.matches("\x1b[?1049l").count(), 1, "no shell shows in between");
}

#[test]
fn a_clock_that_cannot_be_right_is_said_and_ends_nothing() {
    let dir = tempfile::tempdir().unwrap();
    // Made decades from now, as this machine sees it.
    new_centre_at(dir.path(), Now::on(Day::ymd(2090, 11, 27).unwrap(), 9, 0));
    let out = script(dir.path(), &["week"], PASSPHRASE);
    assert!(out.status.success() && told(&out).contains("un changement a été fait le 27/11/2090"), "{}", told(&out));
    let far = SystemTime::now() + Duration::from_hours(24 * 365 * 60);
    File::options().append(true).open(dir.path().join("releve.db")).unwrap().set_modified(far).unwrap();
    let mut pty = Pty::releve(&["--data-dir", dir.path().to_str().unwrap()]);
    pty.wait_for("remettez-la à l'heure");
    sign_in(&mut pty);
    pty.wait_for("fait le 27/11/2090");
    pty.keys("\x11");
    assert_eq!(pty.end(), 0);

    // A moment asked for is no clock, and far ones are shown like any other.
    for day in ["1900-01-01", "1969-12-31T23:59", "2999-12-31"] {
        let out = script(dir.path(), &["week", "--today", day], PASSPHRASE);
        assert!(out.status.success() && out.stderr.is_empty(), "{day} {}", told(&out));
    }
    assert_eq!(script(dir.path(), &["week", "--today", "3000-01-01"], PASSPHRASE).status.code(), Some(2));
    for day in ["1969-12-31", "2999-12-31"] {
        let out = releve(&["--demo", "--today", day, "week"]);
        assert!(out.status.code() == Some(1) && told(&out).contains("existe du 31/10/2022 au"), "{}", told(&out));
    }
}
