//! Any number out of a list, each taken or left with the space bar.

use crossterm::event::{KeyCode, KeyEvent};

use super::choice::Options;
use super::list;

/// Rows of the list that are seen at once.
pub const ROWS: u16 = 5;

/// A list of which any number may be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Several {
    options: Options,
    taken: Vec<bool>,
    at: usize,
}

impl Several {
    /// A list with those taken whose values stand in `value`, one a line.
    #[must_use]
    pub fn new(options: Options, value: &str) -> Self {
        let taken = options.iter().map(|(v, _)| value.lines().any(|line| line == v)).collect();
        Self { options, taken, at: 0 }
    }

    /// The values taken, one a line.
    #[must_use]
    pub fn value(&self) -> String {
        let taken = self.options.iter().zip(&self.taken).filter(|(_, taken)| **taken);
        taken.map(|((value, _), _)| value.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// Rows it takes on the screen.
    #[must_use]
    pub fn height(&self) -> u16 {
        u16::try_from(self.options.len()).unwrap_or(ROWS).clamp(1, ROWS)
    }

    /// The rows that are seen: label, whether it is taken, and whether the cursor is on it.
    #[must_use]
    pub fn rows(&self) -> Vec<(&str, bool, bool)> {
        let heights = vec![1; self.options.len()];
        list::window(&heights, self.at, self.height())
            .map(|n| (self.options[n].1.as_str(), self.taken[n], n == self.at))
            .collect()
    }

    /// How many there are in all, where not all of them are seen.
    #[must_use]
    pub fn more(&self) -> Option<usize> {
        Some(self.options.len()).filter(|n| *n > usize::from(ROWS))
    }

    /// Takes or leaves the row under the mouse, counted from the first that is seen.
    pub fn click(&mut self, row: usize) {
        let heights = vec![1; self.options.len()];
        if let Some(n) = list::window(&heights, self.at, self.height()).nth(row) {
            self.at = n;
            self.taken[n] = !self.taken[n];
        }
    }

    /// Answers a key; whether it was used. At either end the arrows are the form's.
    pub fn key(&mut self, key: &KeyEvent) -> bool {
        match key.code {
            KeyCode::Up if self.at > 0 => self.at -= 1,
            KeyCode::Down if self.at + 1 < self.options.len() => self.at += 1,
            KeyCode::Char(' ') => {
                if let Some(taken) = self.taken.get_mut(self.at) {
                    *taken = !*taken;
                }
            }
            // "Tous", "all": each of them, or none where all are taken already.
            KeyCode::Char('t' | 'a') if key.modifiers.is_empty() => {
                let all = self.taken.iter().all(|taken| *taken);
                self.taken.fill(!all);
            }
            _ => return false,
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyModifiers;

    fn seven(value: &str) -> Several {
        Several::new((1..=7).map(|n| (n.to_string(), format!("dossier {n}"))).collect(), value)
    }

    fn press(several: &mut Several, code: KeyCode) -> bool {
        several.key(&KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn space_takes_and_leaves_and_the_ends_are_the_forms() {
        let mut several = seven("2");
        assert!(!press(&mut several, KeyCode::Up));
        press(&mut several, KeyCode::Char(' '));
        press(&mut several, KeyCode::Down);
        press(&mut several, KeyCode::Char(' '));
        assert_eq!(several.value(), "1");
        (0..5).for_each(|_| assert!(press(&mut several, KeyCode::Down)));
        assert!(!press(&mut several, KeyCode::Down));
        press(&mut several, KeyCode::Char(' '));
        assert_eq!(several.value(), "1\n7");
    }

    #[test]
    fn one_key_takes_all_of_them_and_leaves_them_again() {
        let mut several = seven("2");
        assert!(press(&mut several, KeyCode::Char('t')));
        assert_eq!(several.value().lines().count(), 7);
        press(&mut several, KeyCode::Char('a'));
        assert_eq!(several.value(), "");
    }

    #[test]
    fn the_cursor_is_always_seen_and_a_click_takes_what_is_under_it() {
        let mut several = seven("");
        assert_eq!(several.more(), Some(7));
        (0..6).for_each(|_| assert!(press(&mut several, KeyCode::Down)));
        assert_eq!(several.rows().last(), Some(&("dossier 7", false, true)));
        several.click(0);
        assert_eq!(several.value(), "3");
        let mut none = Several::new(Vec::new(), "");
        assert!(press(&mut none, KeyCode::Char(' ')) && none.rows().is_empty());
    }
}
