//! However the desk ends or stops: a dead terminal, a deaf loop, a pause.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use releve::protocol::{Reply, Request, question};
use releve::runtime::watchdog::{Deadline, watch};
use rustix::process::Signal;
use secrecy::SecretString;

use crate::terminal::{PASSPHRASE, backend, new_centre};
use crate::{PATIENCE, Pty};

/// The drafts that wait for whoever signs in.
fn drafts(dir: &Path) -> String {
    let mut backend = backend(dir);
    let (account, now) = (backend.names().unwrap()[0].id, releve::back::Clock::Real.now());
    let passphrase = SecretString::from(PASSPHRASE.to_owned());
    let Reply::Opened { who, .. } = backend.answer(Request::Unlock { account, passphrase: passphrase.into(), now })
    else {
        panic!("opens")
    };
    let drafts = backend.ask(question::Drafts, who, now).unwrap();
    format!("{drafts:?}")
}

/// The window is closed, the connection drops: no signal reaches the program, its terminal is just gone.
#[test]
fn a_dead_terminal_ends_the_process_within_two_seconds() {
    let dir = tempfile::tempdir().unwrap();
    new_centre(dir.path());
    let code = dir.path().join("code");
    let pair = native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
    // In a session of its own the program has no controlling terminal: nobody sends it SIGHUP.
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", r#"trap "" HUP; setsid -w "$0" --data-dir "$1"; echo $? > "$2""#]);
    command.args([Path::new(env!("CARGO_BIN_EXE_releve")), dir.path(), &code]);
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "C.UTF-8");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let (mut reader, mut keys) = (pair.master.try_clone_reader().unwrap(), pair.master.take_writer().unwrap());
    let mut screen = vt100::Parser::new(24, 80, 0);
    // Read here, not on a thread: every hold on the terminal must go.
    let mut wait_for = |text: &str| {
        let mut buffer = [0; 8192];
        while !screen.screen().contents().replace('\u{a0}', " ").contains(text) {
            let read = reader.read(&mut buffer).unwrap();
            assert!(read > 0, "{text:?} never came:\n{}", screen.screen().contents());
            screen.process(&buffer[..read]);
        }
    };
    wait_for("Qui êtes-vous");
    keys.write_all(PASSPHRASE.as_bytes()).unwrap();
    keys.write_all(b"\r").unwrap();
    wait_for("C. Garnier");
    keys.write_all(b"\x0e").unwrap();
    wait_for("Tab la fiche");
    keys.write_all("Frigo à vaccins à 9 °C".as_bytes()).unwrap();
    wait_for("à 9 °C");

    drop((reader, keys, pair.master));
    let gone = Instant::now();
    let (ended, end) = mpsc::channel();
    std::thread::spawn(move || ended.send(child.wait().map(|_| gone.elapsed())));
    let took = end.recv_timeout(PATIENCE).expect("the process outlives its terminal").unwrap();
    assert!(took < Duration::from_secs(2), "{took:?}");
    // It ended in order, with what was typed kept.
    assert_eq!(std::fs::read_to_string(&code).unwrap().trim(), "0");
    assert!(drafts(dir.path()).contains("Frigo à vaccins à 9 °C"));
}

/// Run by [`a_loop_that_lets_the_lock_pass_is_ended`] in a terminal of its own; alone it does nothing.
#[test]
fn is_deaf_when_told_to() {
    if std::env::var_os("RELEVE_TEST_DEAF").is_none() {
        return;
    }
    let _screen = releve::runtime::Screen::enter().unwrap();
    let deadline = Deadline::default();
    deadline.set(Some(Instant::now()));
    watch(rustix::stdio::stdin(), deadline, || panic!("the terminal is there")).unwrap();
    // The loop is stuck: nothing that is asked of it will be done.
    loop {
        std::thread::park();
    }
}

#[test]
fn a_loop_that_lets_the_lock_pass_is_ended() {
    let me = std::env::current_exe().unwrap();
    let args = ["--exact", "ending::is_deaf_when_told_to", "--nocapture"];
    let begun = Instant::now();
    let mut pty = Pty::start(me.to_str().unwrap(), &args, &[("RELEVE_TEST_DEAF", "1")]);
    assert_eq!(pty.end(), 1);
    // Two seconds, and the time it takes to start.
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    assert!(String::from_utf8_lossy(&pty.bytes).contains("?1049h"), "it never took the terminal");
    pty.is_restored();
}

#[test]
fn a_pause_gives_the_terminal_back_and_takes_it_again() {
    let mut pty = Pty::releve(&["demo", "--today", "2026-11-30T08:00", "--as", "doctor"]);
    pty.wait_for("Bonjour");
    pty.signal(Signal::TSTP);
    pty.stops();
    pty.wait_until(|screen| !screen.alternate_screen() && !screen.hide_cursor());
    pty.is_restored();
    pty.signal(Signal::CONT);
    pty.wait_until(vt100::Screen::alternate_screen);
    pty.wait_for("Bonjour");
    pty.keys("3");
    pty.wait_for("Transmission");
    pty.keys("\x11");
    assert_eq!(pty.end(), 0);
    pty.is_restored();
}
