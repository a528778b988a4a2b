//! Keys as tests write them: characters as they are, named keys between angle brackets (`<tab>`, `<C-s>`).
//!
//! One notation for the journeys and for the tests of the screen; both take this file in.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The keys of a script; what stands between brackets and names no key is text.
#[must_use]
pub fn keys(script: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let name = rest.strip_prefix('<').and_then(|r| r.split_once('>')).map(|(name, _)| name);
        let (key, length) = match name.and_then(|name| Some((named(name)?, name.len() + 2))) {
            Some(found) => found,
            None => (KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE), c.len_utf8()),
        };
        keys.push(key);
        rest = &rest[length..];
    }
    keys
}

fn named(name: &str) -> Option<KeyEvent> {
    let code = match name {
        "enter" => KeyCode::Enter,
        "tab" => KeyCode::Tab,
        "s-tab" => return Some(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT)),
        "esc" => KeyCode::Esc,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "bs" => KeyCode::Backspace,
        "f1" => KeyCode::F(1),
        "f2" => KeyCode::F(2),
        "f5" => KeyCode::F(5),
        "f9" => KeyCode::F(9),
        _ => {
            let c = name.strip_prefix("C-")?.chars().next()?;
            return Some(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL));
        }
    };
    Some(KeyEvent::new(code, KeyModifiers::NONE))
}
