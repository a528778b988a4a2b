//! One of many values: the list shrinks as one types, whatever the case and the accents.

use std::ops::Range;

use crossterm::event::{KeyCode, KeyEvent};

use super::choice::Options;
use super::edit::typed;
use super::line::LineEdit;
use super::list::window;
use crate::domain::draft::text::fold;

/// Rows of the list shown at once.
pub const ROWS: u16 = 6;

/// A choice among many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picker {
    options: Options,
    value: String,
    /// While the list is open: the text it is filtered by, and the row the cursor is on.
    open: Option<(LineEdit, usize)>,
    /// What was typed and is the name of nothing: it stays to be seen, and nothing is picked.
    unknown: String,
}

impl Picker {
    /// A picker that stands on `value`; empty means nothing is picked yet.
    #[must_use]
    pub fn new(options: Options, value: &str) -> Self {
        let known = options.iter().any(|(v, _)| v == value);
        Self {
            options,
            value: if known { value.to_owned() } else { String::new() },
            open: None,
            unknown: String::new(),
        }
    }

    /// The picked value; empty while nothing is picked.
    #[must_use]
    pub fn value(&self) -> &str {
        if self.unknown.is_empty() { &self.value } else { "" }
    }

    /// What was typed last, if nothing is called so.
    #[must_use]
    pub fn unknown(&self) -> Option<&str> {
        Some(self.unknown.as_str()).filter(|typed| !typed.is_empty())
    }

    /// The label of the picked value, or what was typed and is unknown.
    #[must_use]
    pub fn label(&self) -> &str {
        if let Some(typed) = self.unknown() {
            return typed;
        }
        self.options.iter().find(|(v, _)| *v == self.value).map_or("", |(_, l)| l)
    }

    /// What the open list is filtered by.
    #[must_use]
    pub fn filter(&self) -> Option<&LineEdit> {
        self.open.as_ref().map(|(line, _)| line)
    }

    fn found(&self) -> Vec<usize> {
        let words = self.open.as_ref().map(|(line, _)| fold(line.text())).unwrap_or_default();
        let matches =
            |label: &str| words.split_whitespace().all(|w| fold(label).split(' ').any(|part| part.contains(w)));
        (0..self.options.len()).filter(|i| matches(&self.options[*i].1)).collect()
    }

    /// The rows of the open list and which one the cursor is on; none while it is closed.
    #[must_use]
    pub fn rows(&self) -> Vec<(&str, bool)> {
        let Some((_, at)) = &self.open else { return Vec::new() };
        let found = self.found();
        let shown: Range<usize> = window(&vec![1; found.len()], (*at).min(found.len().saturating_sub(1)), ROWS);
        shown.map(|i| (self.options[found[i]].1.as_str(), i == *at)).collect()
    }

    /// How many rows of the open list are above and below those that are shown.
    #[must_use]
    pub fn beyond(&self) -> (usize, usize) {
        let Some((_, at)) = &self.open else { return (0, 0) };
        let found = self.found().len();
        let shown: Range<usize> = window(&vec![1; found], (*at).min(found.saturating_sub(1)), ROWS);
        (shown.start, found - shown.end)
    }

    /// Opens the list, on the picked value.
    pub fn open(&mut self) {
        let at = self.options.iter().position(|(v, _)| *v == self.value).unwrap_or(0);
        self.unknown.clear();
        self.open = Some((LineEdit::default(), at));
    }

    /// Takes what the cursor of the open list is on, and closes it.
    pub fn accept(&mut self) {
        if let Some((line, at)) = &self.open {
            if let Some(i) = self.found().get(*at) {
                self.value.clone_from(&self.options[*i].0);
            } else {
                line.text().trim().clone_into(&mut self.unknown);
            }
            self.open = None;
        }
    }

    /// Takes the row of the open list that was clicked on.
    pub fn accept_row(&mut self, row: usize) {
        let label = self.rows().get(row).map(|(label, _)| (*label).to_owned());
        if let Some((value, _)) = self.options.iter().find(|(_, l)| Some(l) == label.as_ref()) {
            self.value.clone_from(value);
            self.open = None;
        }
    }

    /// Closes the list and keeps what was picked; whether it was open.
    pub fn close(&mut self) -> bool {
        self.open.take().is_some()
    }

    /// Puts text into the filter.
    pub fn insert(&mut self, text: &str) {
        self.unknown.clear();
        let (line, at) = self.open.get_or_insert_with(|| (LineEdit::default(), 0));
        line.insert(text);
        *at = 0;
    }

    /// Opens the list filtered by what is unknown, to be corrected.
    fn correct(&mut self) {
        self.open = Some((LineEdit::new(&std::mem::take(&mut self.unknown)), 0));
    }

    fn step(&mut self, forward: bool) {
        self.unknown.clear();
        let n = self.options.len();
        if n > 0 {
            let at = self.options.iter().position(|(v, _)| *v == self.value);
            let to = match (at, forward) {
                (None, true) => 0,
                (None, false) => n - 1,
                (Some(at), true) => (at + 1) % n,
                (Some(at), false) => (at + n - 1) % n,
            };
            self.value.clone_from(&self.options[to].0);
        }
    }

    /// Answers a key; whether it was used. Enter is the owner's: see [`Self::accept`].
    pub fn key(&mut self, key: &KeyEvent) -> bool {
        if self.open.is_none() && self.unknown().is_some() && key.code == KeyCode::Backspace {
            self.correct();
        }
        let last = self.found().len().saturating_sub(1);
        match (&mut self.open, key.code) {
            (Some((_, at)), KeyCode::Up) => *at = at.saturating_sub(1),
            (Some((_, at)), KeyCode::Down) => *at = (*at + 1).min(last),
            (Some((line, at)), _) => {
                let used = line.key(key);
                *at = if used { 0 } else { *at };
                return used;
            }
            (None, KeyCode::Right) => self.step(true),
            (None, KeyCode::Left) => self.step(false),
            (None, KeyCode::Char(' ')) => self.open(),
            (None, _) => match typed(key) {
                Some(c) => self.insert(c.encode_utf8(&mut [0; 4])),
                None => return false,
            },
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyModifiers;

    fn picker() -> Picker {
        let options = [("1", "Hélène Vidal"), ("2", "Marc Aubert"), ("3", "Cœurjoly")];
        Picker::new(options.map(|(v, l)| (v.to_owned(), l.to_owned())).to_vec(), "1")
    }

    fn press(picker: &mut Picker, code: KeyCode) -> bool {
        picker.key(&KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn filters_whatever_the_case_and_the_accents() {
        for (typed, value) in [("HELENE", "1"), ("vid hel", "1"), ("coeur", "3"), ("aub", "2")] {
            let mut picker = picker();
            picker.insert(typed);
            assert_eq!(picker.rows().len(), 1, "{typed}");
            picker.accept();
            assert_eq!(picker.value(), value);
        }
    }

    #[test]
    fn what_is_the_name_of_nothing_stays_to_be_corrected() {
        let mut picker = picker();
        picker.insert("aubx");
        picker.accept();
        assert_eq!((picker.value(), picker.label(), picker.unknown()), ("", "aubx", Some("aubx")));
        assert_eq!(picker.filter(), None);
        press(&mut picker, KeyCode::Backspace);
        assert_eq!(picker.filter().map(LineEdit::text), Some("aub"));
        picker.accept();
        assert_eq!((picker.value(), picker.unknown()), ("2", None));
        // Given up, what was picked before is picked still.
        picker.insert("zz");
        assert!(picker.close());
        assert_eq!(picker.value(), "2");
    }

    #[test]
    fn a_long_list_says_how_much_is_above_and_below() {
        let options = (0..10).map(|n| (n.to_string(), format!("Dr {n}"))).collect();
        let mut picker = Picker::new(options, "0");
        assert_eq!(picker.beyond(), (0, 0));
        press(&mut picker, KeyCode::Char(' '));
        assert_eq!(picker.beyond(), (0, 4));
        for _ in 0..9 {
            press(&mut picker, KeyCode::Down);
        }
        assert_eq!(picker.beyond(), (4, 0));
        press(&mut picker, KeyCode::Char('7'));
        assert_eq!(picker.beyond(), (0, 0));
    }

    #[test]
    fn closed_it_steps_and_open_it_moves_in_the_list() {
        let mut picker = picker();
        press(&mut picker, KeyCode::Right);
        assert_eq!(picker.label(), "Marc Aubert");
        assert!(!press(&mut picker, KeyCode::Down));
        press(&mut picker, KeyCode::Char(' '));
        assert_eq!(picker.rows()[1], ("Marc Aubert", true));
        press(&mut picker, KeyCode::Down);
        press(&mut picker, KeyCode::Down);
        picker.accept();
        assert_eq!(picker.value(), "3");
    }
}
