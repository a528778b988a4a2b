//! Whatever is typed, pasted, clicked or resized: no panic, and the desk still answers.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use releve::app::Event;
use releve::back::As;

use crate::harness::Desk;

/// A small generator of its own: the same storm each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        // SplitMix64 (Steele, Lea and Flood, 2014).
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }

    fn small(&mut self, sides: u16) -> u16 {
        u16::try_from(self.roll(u64::from(sides))).unwrap()
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[usize::try_from(self.roll(choices.len() as u64)).unwrap()]
    }
}

const NAMED: [KeyCode; 20] = [
    KeyCode::Enter,
    KeyCode::Enter,
    KeyCode::Esc,
    KeyCode::Esc,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::Backspace,
    KeyCode::Delete,
    KeyCode::F(1),
    KeyCode::F(2),
    KeyCode::Null,
];

const PASTES: [&str; 5] =
    ["1243", "INR à 4,8\r\ncontrôle mar.", "\u{1b}[31m\u{202e}rouge", "e\u{301}\u{200b}👩\u{200d}⚕️", "31/02"];

fn event(dice: &mut Dice) -> Event {
    match dice.roll(100) {
        0..55 => {
            let letters: Vec<char> = "abcdefghijklmnopqrstuvwxyz0123456789&é\"'(-è_çà)=,;:!? UN/+.".chars().collect();
            Event::Key(KeyEvent::new(KeyCode::Char(dice.of(&letters)), KeyModifiers::NONE))
        }
        55..82 => Event::Key(KeyEvent::new(dice.of(&NAMED), KeyModifiers::NONE)),
        82..90 => {
            // Not Ctrl-L nor Ctrl-Q: they would end the storm.
            let letters: Vec<char> = "abcdefghijkmnoprstuvwxyz".chars().collect();
            Event::Key(KeyEvent::new(KeyCode::Char(dice.of(&letters)), KeyModifiers::CONTROL))
        }
        90..93 => Event::Paste(dice.of(&PASTES).to_owned()),
        93..97 => Event::Mouse(MouseEvent {
            kind: dice.of(&[
                MouseEventKind::Down(MouseButton::Left),
                MouseEventKind::ScrollDown,
                MouseEventKind::ScrollUp,
            ]),
            column: dice.small(520),
            row: dice.small(210),
            modifiers: KeyModifiers::NONE,
        }),
        97..99 => Event::Resize(1 + dice.small(200), 1 + dice.small(70)),
        _ => Event::Resize(80, 24),
    }
}

#[test]
fn a_storm_of_keys_breaks_nothing() {
    let events = if std::env::var("RELEVE_TRIALS").is_ok_and(|v| v == "full") { 100_000 } else { 500 };
    for (seed, now, who) in [
        (1, "2026-11-27T17:30", As::Doctor),
        (2, "2026-11-30T08:00", As::Doctor),
        (3, "2026-11-25T10:00", As::Coordination),
    ] {
        let mut dice = Dice(seed);
        let mut desk = Desk::fiction(now, who);
        for _ in 0..events {
            let event = event(&mut dice);
            if let Event::Resize(columns, rows) = event {
                desk.resize(columns, rows);
            } else {
                desk.event(event);
            }
            let area = desk.buffer().area;
            assert!(area.width > 0 && !desk.quit);
        }
        desk.resize(120, 40).keys("<esc><esc><esc><esc><esc>2").says("Briefing");
    }
}
