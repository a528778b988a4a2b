//! The keys keep their promises: what is shown works, and works on a French keyboard.

use std::collections::BTreeSet;

use crossterm::event::KeyCode;
use releve::back::As;
use releve::ui::Scope;
use releve::ui::keymap::{BINDINGS, Key};

use crate::harness::{Desk, Setting};

/// Characters an AZERTY keyboard gives without Shift or `AltGr`.
const UNSHIFTED: &str = "abcdefghijklmnopqrstuvwxyz&é\"'(-è_çà)=$*ù,;:!²< ";

const SCOPES: [Scope; 10] = [
    Scope::Week,
    Scope::Briefing,
    Scope::Transmission,
    Scope::Statistics,
    Scope::Register,
    Scope::Accounts,
    Scope::LeftDrafts,
    Scope::Planning,
    Scope::Booklet,
    Scope::Directory,
];

fn needs_shift(key: Key) -> bool {
    matches!(key.code, KeyCode::Char(c) if !key.ctrl && !UNSHIFTED.contains(c))
}

#[test]
fn no_key_means_two_things_on_one_screen() {
    for scope in SCOPES {
        let mut seen = BTreeSet::new();
        for binding in
            BINDINGS.iter().filter(|b| b.scope == scope || matches!(b.scope, Scope::Desk | Scope::Everywhere))
        {
            for key in binding.keys {
                assert!(seen.insert(format!("{key:?}")), "{key:?} twice in {scope:?}");
            }
        }
    }
}

#[test]
fn every_action_has_a_key_without_shift_or_altgr() {
    for binding in BINDINGS {
        let twins = BINDINGS.iter().filter(|b| b.action == binding.action).flat_map(|b| b.keys);
        assert!(twins.clone().any(|k| !needs_shift(*k)), "{:?} needs Shift", binding.action);
        for key in twins {
            assert!(!matches!(
                key.code,
                KeyCode::Char('~' | '#' | '{' | '[' | '|' | '`' | '\\' | '^' | '@' | ']' | '}' | '€')
            ));
        }
    }
}

#[test]
fn no_key_that_a_terminal_cannot_tell_from_another() {
    for key in BINDINGS.iter().flat_map(|b| b.keys) {
        assert!(!(key.ctrl && matches!(key.code, KeyCode::Char('m' | 'i' | 'h' | '[' | 'c'))), "{key:?}");
        assert_ne!(key.code, KeyCode::F(10));
    }
}

/// Keys to press for a label of the footer.
fn pressed(label: &str) -> String {
    match label {
        "⏎" => "<enter>".to_owned(),
        "Espace" => " ".to_owned(),
        "Échap" => "<esc>".to_owned(),
        "Tab" => "<tab>".to_owned(),
        "F1" => "<f1>".to_owned(),
        "Début" => "<home>".to_owned(),
        "Fin" => "<end>".to_owned(),
        "PgPréc" => "<pgup>".to_owned(),
        "PgSuiv" => "<pgdn>".to_owned(),
        "↑" => "<up>".to_owned(),
        "↓" => "<down>".to_owned(),
        "←" => "<left>".to_owned(),
        "→" => "<right>".to_owned(),
        other => match other.strip_prefix("Ctrl-") {
            Some(letter) => format!("<C-{}>", letter.to_lowercase()),
            None => other.to_owned(),
        },
    }
}

#[test]
fn every_key_the_footer_shows_does_something_and_fits() {
    for (now, who) in [
        ("2026-11-27T17:30", As::Doctor),
        ("2026-11-30T08:00", As::Doctor),
        ("2026-11-28T11:00", As::Coordination),
        ("2026-11-25T10:00", As::Coordination),
    ] {
        let mut desk = Desk::fiction_with(now, who, Setting::default());
        let screens = [
            "1",
            "2",
            "2<left>",
            "3",
            "4",
            "4l",
            "0planning<enter>",
            "0séjours<enter>",
            "0médecins<enter>",
            "0équipe<enter>",
            "0dossiers<enter>",
            "0annuaire<enter>",
            "0livret<enter>",
            "0abré<enter>",
            "0centre, postes<enter>",
            "0historique<enter>",
        ];
        for tab in screens {
            desk.keys("2");
            let footer = desk.keys(tab).screen().trim_end().lines().last().unwrap().to_owned();
            assert!(!footer.contains('…'), "{footer}");
            for hint in footer.split(" · ") {
                let label = hint.split_whitespace().next().unwrap();
                let after = desk.keys(&pressed(label)).screen();
                // A refusal stands at the foot, in one row or two.
                let refused = after.trim_end().lines().rev().take(2).any(|line| line.starts_with("! "));
                assert!(!refused, "{tab}: {label} of {footer}\n{after}");
                // What was done is undone, so that the next key is pressed on the screen that showed it.
                let undo = match label {
                    // Esc has given the move of an entry up already.
                    "m" if tab != "1" => "m",
                    _ if desk.screen().contains("u pour défaire") => "u",
                    _ => "",
                };
                desk.keys("<esc><esc><esc>").keys(undo).keys("2").keys(tab);
            }
        }
    }
}

#[test]
fn a_window_too_small_says_so_and_lives() {
    let mut desk = Desk::fiction("2026-11-30T08:00", As::Doctor);
    desk.resize(40, 10).says("Fenêtre trop petite").keys("2<down>").resize(1, 1).resize(80, 24).says("Bonjour");
}

#[test]
fn ascii_draws_ascii_signs_only() {
    let look = releve::ui::Look { theme: None, ascii: true, blocks: false };
    let setting = || Setting { size: (120, 40), look, ..Setting::default() };
    for tab in ["1", "2", "3", "4", "0", "<f1>", "<C-n>", "0annuaire<enter>"] {
        let screen = Desk::fiction_with("2026-11-27T17:30", As::Doctor, setting()).keys(tab).screen();
        // Letters stay as they are written, in French too; every sign has a spare.
        let odd: BTreeSet<char> = screen.chars().filter(|c| !c.is_ascii() && !c.is_alphabetic()).collect();
        assert!(odd.is_empty(), "{tab}: {odd:?}\n{screen}");
    }
}

/// Screen readers and braille displays follow the cursor, and eyes the mark: both stand on what the keys act on.
#[test]
fn the_real_cursor_stands_on_the_marked_row_of_every_list() {
    for size in [(80, 24), (120, 40)] {
        let mut desk = Desk::fiction_with("2026-11-27T15:00", As::Coordination, Setting { size, ..Setting::default() });
        let places = [
            "1",
            "1<down><down>",
            "2",
            "2<left>",
            "3",
            "3<down>",
            "4",
            "4l",
            "0",
            ":mé",
            "gs4",
            "0planning<enter>",
            "0médecins<enter>",
            "0équipe<enter>",
            "0dossiers<enter>",
            "0annuaire<enter>",
            "0livret<enter>",
            "0abré<enter>",
            "0historique<enter>",
            "0couleurs<enter>",
        ];
        let mut seen = 0;
        for script in places {
            desk.keys("<esc><esc><esc>").keys(script);
            let (buffer, cursor) = desk.drawn();
            let screen = desk.screen();
            // What has nothing to choose from has no cursor; a form has it in a field.
            let is_list = screen.contains('▸') && !screen.contains("Ctrl-S") && !screen.contains("Aucun fichier");
            let Some(at) = cursor.filter(|_| is_list) else { continue };
            assert_eq!(buffer[at].symbol(), "▸", "{script} at {at:?}:\n{screen}");
            seen += 1;
        }
        assert!(seen >= 17, "only {seen} lists were looked at");
        for script in
            ["1", "2", "2<tab>", "3", "4", "4l", "0", "0annuaire<enter>", "0planning<enter>", "0livret<enter>"]
        {
            desk.keys("<esc><esc><esc>").keys(script);
            assert!(desk.drawn().1.is_some(), "{script} has no cursor:\n{}", desk.screen());
        }
    }
}
