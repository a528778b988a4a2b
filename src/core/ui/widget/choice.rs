//! One of a few values, changed with the arrows, the space bar or a first letter.

use crossterm::event::{KeyCode, KeyEvent};

use super::edit::typed;

/// Values with their labels.
pub type Options = Vec<(String, String)>;

/// A choice among a few.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    options: Options,
    at: usize,
}

impl Choice {
    /// A choice that stands on `value`, or on the first option.
    #[must_use]
    pub fn new(options: Options, value: &str) -> Self {
        let at = options.iter().position(|(v, _)| v == value).unwrap_or(0);
        Self { options, at }
    }

    /// The chosen value; empty when there is nothing to choose from.
    #[must_use]
    pub fn value(&self) -> &str {
        self.options.get(self.at).map_or("", |(v, _)| v)
    }

    /// The options with their labels, and which one is chosen.
    pub fn shown(&self) -> impl Iterator<Item = (&str, bool)> {
        self.options.iter().enumerate().map(|(i, (_, label))| (label.as_str(), i == self.at))
    }

    /// Moves to the next option, or the one before, around the ends.
    pub fn cycle(&mut self, forward: bool) {
        let n = self.options.len().max(1);
        self.at = if forward { self.at + 1 } else { self.at + n - 1 } % n;
    }

    /// Answers a key; whether it was used.
    pub fn key(&mut self, key: &KeyEvent) -> bool {
        match key.code {
            KeyCode::Right | KeyCode::Char(' ') => self.cycle(true),
            KeyCode::Left => self.cycle(false),
            _ => {
                let Some(c) = typed(key) else { return false };
                let letter = crate::domain::draft::text::fold(&c.to_string());
                let n = self.options.len();
                let found = (1..=n).map(|i| (self.at + i) % n).find(|i| {
                    !letter.is_empty() && crate::domain::draft::text::fold(&self.options[*i].1).starts_with(&letter)
                });
                self.at = found.unwrap_or(self.at);
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyModifiers;

    #[test]
    fn arrows_go_round_and_a_letter_jumps() {
        let options = ["urgent", "à surveiller", "courant"].map(|l| (l.to_owned(), l.to_owned())).to_vec();
        let mut choice = Choice::new(options, "courant");
        let mut press = |code| {
            assert!(choice.key(&KeyEvent::new(code, KeyModifiers::NONE)));
            choice.value().to_owned()
        };
        assert_eq!(press(KeyCode::Right), "urgent");
        assert_eq!(press(KeyCode::Left), "courant");
        assert_eq!(press(KeyCode::Char('a')), "à surveiller");
        assert_eq!(press(KeyCode::Char('x')), "à surveiller");
        assert_eq!(press(KeyCode::Char(' ')), "courant");
    }

    #[test]
    fn nothing_to_choose_from_is_no_fault() {
        let mut none = Choice::new(Vec::new(), "a");
        none.cycle(false);
        none.key(&KeyEvent::new(KeyCode::Char('b'), KeyModifiers::NONE));
        assert_eq!(none.value(), "");
    }
}
