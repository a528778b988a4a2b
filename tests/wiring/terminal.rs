//! Starts, saves, quits clean; gives the terminal back whatever happens; loses nothing when killed.

use std::path::Path;

use releve::back::{Backend, Clock, Fiction, Town};
use releve::domain::act::{NewCentre, NewPerson};
use releve::domain::centre::Opening;
use releve::domain::{Day, DoctorFacts, Now, Role};
use releve::folder::Folder;
use releve::protocol::{Reply, Request, SetUp, question};
use releve::vault::Vault;
use releve::words::Lang;
use rustix::process::Signal;
use secrecy::{ExposeSecret as _, SecretString};

use crate::Pty;

const MONDAY: &[&str] = &["demo", "--today", "2026-11-30T08:00", "--as", "doctor"];

#[test]
fn opens_the_fictional_centre_and_quits_clean() {
    let mut pty = Pty::releve(MONDAY);
    pty.wait_for("Bonjour");
    pty.keys("\x11");
    assert_eq!(pty.end(), 0);
    pty.is_restored();
}

#[test]
fn gives_the_terminal_back_on_signals() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let mut pty = Pty::releve(MONDAY);
        pty.wait_for("Bonjour");
        pty.signal(signal);
        pty.end();
        pty.is_restored();
    }
}

#[test]
fn ctrl_c_says_how_to_quit_and_quits_nothing() {
    let mut pty = Pty::releve(MONDAY);
    pty.wait_for("Bonjour");
    pty.keys("\x03");
    pty.wait_for("Ctrl-Q quitte");
    pty.keys("\x11");
    assert_eq!(pty.end(), 0);
}

/// Run by [`gives_the_terminal_back_on_a_panic`] in a terminal of its own; alone it does nothing.
#[test]
fn panics_when_told_to() {
    if std::env::var_os("RELEVE_TEST_PANIC").is_none() {
        return;
    }
    releve::runtime::install_panic_hook().unwrap();
    let _screen = releve::runtime::Screen::enter().unwrap();
    panic!("told to");
}

#[test]
fn gives_the_terminal_back_on_a_panic() {
    let me = std::env::current_exe().unwrap();
    let args = ["--exact", "terminal::panics_when_told_to", "--nocapture"];
    let mut pty = Pty::start(me.to_str().unwrap(), &args, &[("RELEVE_TEST_PANIC", "1")]);
    assert_ne!(pty.end(), 0);
    let said = String::from_utf8_lossy(&pty.bytes).into_owned();
    assert!(said.contains("?1049h"), "it never took the terminal: {said}");
    assert!(said.contains("told to"), "the panic is told after the terminal is back: {said}");
    pty.is_restored();
}

pub const PASSPHRASE: &str = "abaisser abandon abdiquer abeille abolir aborder aboutir";

pub fn backend(dir: &Path) -> Backend {
    let folder = Folder::at(dir);
    let vault = Vault::with_work_factor(folder.keys(), 2);
    let now = Clock::Real.now();
    Backend::new(folder, Lang::Fr, Fiction { centre: Town::Ajain, seed: 1, now, who: None }).with_vault(vault)
}

/// What the first start asks, answered.
pub fn set_up() -> SetUp {
    let centre = NewCentre {
        name: "Centre d'essai".into(),
        commune: "Ajain".into(),
        department: "23".into(),
        opened: Day::ymd(2022, 10, 31).unwrap(),
        opening: Opening::default(),
        names_allowed: false,
        lang: "fr".into(),
        lock_minutes: 10,
        backup_folder: String::new(),
        slot_minutes: 20,
        result_days: 3,
        guide_months: 6,
        own_zone: None,
        words_for_all: true,
        around: releve::domain::account::Around::default(),
        journal_months: releve::domain::journal::USUAL_MONTHS,
    };
    let first = NewPerson {
        given: "Claire".into(),
        family: "Garnier".into(),
        role: Role::Coordination,
        phone: None,
        email: None,
        presence: [true, true, true, true, true, false, false],
        ended: None,
        doctor: DoctorFacts::default(),
    };
    SetUp {
        centre, posts: vec!["Médecin".into()], first, passphrase: SecretString::from(PASSPHRASE.to_owned()).into()
    }
}

/// A centre with one account, made as the first start makes it; its recovery key.
pub fn new_centre(dir: &Path) -> String {
    new_centre_at(dir, Clock::Real.now())
}

/// The same, made at another moment.
pub fn new_centre_at(dir: &Path, now: Now) -> String {
    let mut backend = backend(dir);
    let reply = backend.answer(Request::SetUp(Box::new(set_up()), now));
    let Reply::Created { recovery, .. } = reply else { panic!("{reply:?}") };
    backend.answer(Request::RecoveryNoted(now));
    backend.answer(Request::Close(now));
    recovery.0.expose_secret().to_owned()
}

fn open_items(dir: &Path) -> usize {
    let mut backend = backend(dir);
    let (account, now) = (backend.names().unwrap()[0].id, Clock::Real.now());
    let passphrase = SecretString::from(PASSPHRASE.to_owned());
    let Reply::Opened { who, .. } = backend.answer(Request::Unlock { account, passphrase: passphrase.into(), now })
    else {
        panic!("opens")
    };
    backend.ask(question::Frame, who, now).unwrap().followed.values().sum()
}

#[test]
fn what_was_said_to_be_saved_survives_a_kill() {
    let dir = tempfile::tempdir().unwrap();
    new_centre(dir.path());
    let mut pty = Pty::releve(&["--data-dir", dir.path().to_str().unwrap()]);
    pty.wait_for("Qui êtes-vous");
    pty.keys(PASSPHRASE);
    pty.keys("\r");
    pty.wait_for("Garnier · coordination");
    // Ctrl-N: a new point about the centre, in one line.
    pty.keys("\x0e");
    pty.wait_for("Tab la fiche");
    pty.keys("Frigo à vaccins à 9 °C, technicien prévenu.\r");
    pty.wait_for("u pour défaire");
    pty.signal(Signal::KILL);
    pty.end();
    assert_eq!(open_items(dir.path()), 1);
}

#[test]
fn two_desks_see_each_other() {
    let dir = tempfile::tempdir().unwrap();
    new_centre(dir.path());
    let open = || {
        let mut pty = Pty::releve(&["--data-dir", dir.path().to_str().unwrap()]);
        pty.wait_for("Qui êtes-vous");
        pty.keys(PASSPHRASE);
        pty.keys("\r");
        pty.wait_for("Garnier · coordination");
        pty.keys("2");
        pty
    };
    let (mut one, mut other) = (open(), open());
    one.keys("\x0e");
    one.wait_for("Tab la fiche");
    one.keys("Commande de vaccins à confirmer.\r");
    one.wait_for("u pour défaire");
    other.wait_for("Commande de vaccins");
    for mut pty in [one, other] {
        pty.keys("\x11");
        assert_eq!(pty.end(), 0);
        pty.is_restored();
    }
}

/// Presses and the wheel (1000), in numbers of any size (1006); movement (1003) is too much for a slow line. GNU screen
/// as it comes lets what a shell wrote stand inside the desk.
#[test]
fn a_key_leaves_the_mouse_and_another_clears_what_others_wrote() {
    let mut pty = Pty::releve(MONDAY);
    pty.wait_for("Bonjour");
    pty.another_program_writes("\x1b[10;20Hshutdown at 18:00");
    assert!(pty.screen().contains("shutdown at 18:00"));
    pty.keys("\x1b[15~");
    pty.wait_until(|screen| !screen.contents().contains("shutdown"));
    pty.wait_for("Bonjour");
    let asked = |pty: &Pty| String::from_utf8_lossy(&pty.bytes).into_owned();
    assert!(asked(&pty).contains("\x1b[?1000h\x1b[?1006h"));
    assert!(!asked(&pty).contains("\x1b[?1003h") && !asked(&pty).contains("\x1b[?1002h"));
    pty.keys("\x1b[20~");
    pty.wait_until(|screen| screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None);
    pty.wait_for("F9 la reprend");
    pty.keys("\x1b[20~");
    pty.wait_until(|screen| screen.mouse_protocol_mode() == vt100::MouseProtocolMode::PressRelease);
    pty.keys("\x11");
    assert_eq!(pty.end(), 0);
    pty.is_restored();
}

/// <https://no-color.org>: a user's own option beats the variable, and weight and reverse video are no colours.
#[test]
fn no_color_leaves_weight_and_reverse_video_and_an_option_beats_it() {
    for (args, coloured) in [(&[][..], false), (&["--color", "always"][..], true)] {
        let args: Vec<&str> = MONDAY.iter().chain(args).copied().collect();
        let mut pty = Pty::start(env!("CARGO_BIN_EXE_releve"), &args, &[("NO_COLOR", "1")]);
        pty.wait_for("Bonjour");
        pty.wait_until(|screen| {
            let cells = || (0..24).flat_map(|row| (0..80).filter_map(move |column| screen.cell(row, column)));
            cells().any(vt100::Cell::bold)
                && cells().any(vt100::Cell::inverse)
                && cells().any(|cell| cell.fgcolor() != vt100::Color::Default) == coloured
        });
        pty.keys("\x11");
        assert_eq!(pty.end(), 0);
    }
}

#[test]
fn a_terminal_without_a_screen_is_told_the_commands_that_print() {
    let mut pty = Pty::start(env!("CARGO_BIN_EXE_releve"), MONDAY, &[("TERM", "dumb")]);
    assert_eq!(pty.end(), 1);
    let said = String::from_utf8_lossy(&pty.bytes).into_owned();
    assert!(said.contains("releve briefing"), "{said}");
    assert!(!said.contains('\x1b'), "{said:?}");
}

/// OSC 11 asks for the background, DA1 ends the waiting; an answer that comes late is never typed.
#[test]
fn the_theme_goes_with_the_background_that_the_terminal_tells() {
    const WHITE: &str = "\x1b]11;rgb:ffff/ffff/ffff\x07";
    for (said, ground) in [(WHITE, 231), ("\x1b]11;rgb:0000/0000/0000\x07", 234)] {
        let mut pty = Pty::releve(MONDAY);
        pty.background = said;
        pty.wait_for("Bonjour");
        pty.wait_until(|screen| screen.cell(2, 1).is_some_and(|cell| cell.bgcolor() == vt100::Color::Idx(ground)));
        pty.keys(WHITE);
        pty.keys("4");
        pty.wait_for("Consultations");
        assert!(!pty.screen().contains("ffff"), "{}", pty.screen());
        pty.keys("\x11");
        assert_eq!(pty.end(), 0);
    }
}
