//! A text being edited by what a reader calls a character (grapheme), never by byte, and what takes a step back.
//!
//! One line and several share it: they differ in what Enter and the vertical arrows mean, and in how they are drawn.

use std::ops::Range;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_segmentation::UnicodeSegmentation;

/// Steps that can be taken back.
const STEPS: usize = 200;

/// The character of a key that means text: Ctrl with Alt is `AltGr` on some systems, hence text.
#[must_use]
pub fn typed(key: &KeyEvent) -> Option<char> {
    let KeyCode::Char(c) = key.code else { return None };
    let (ctrl, alt) = (key.modifiers.contains(KeyModifiers::CONTROL), key.modifiers.contains(KeyModifiers::ALT));
    (ctrl == alt && visible(c)).then_some(c)
}

/// Whether a character may stand in a text: no control, no change of direction, nothing without width
/// but what joins letters and signs.
#[must_use]
pub fn visible(c: char) -> bool {
    !(c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
        || matches!(c, '\u{e0000}'..='\u{e007f}'))
}

/// A text, its cursor, and the steps that led to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Edit {
    text: String,
    /// Byte of the cursor, always between two graphemes.
    at: usize,
    /// The whole text is selected: what is typed replaces it.
    selected: bool,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// No step is kept, so that none holds a passphrase.
    secret: bool,
}

/// What stood at a place and what was put there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    at: usize,
    out: String,
    into: String,
    /// Of one key: those of a word are one step.
    key: bool,
}

impl Step {
    /// Makes a step that goes on with this one part of it; whether it does. A word is one step, with the blanks behind.
    fn join(&mut self, next: &Self) -> bool {
        let blank = |text: &str| text.ends_with(char::is_whitespace);
        let goes_on = self.key && next.key;
        if goes_on && next.out.is_empty() && !self.into.is_empty() && next.at == self.at + self.into.len() {
            let same = !blank(&self.into) || blank(&next.into);
            if same {
                self.into.push_str(&next.into);
            }
            return same;
        }
        if !goes_on || !next.into.is_empty() || !self.into.is_empty() {
            return false;
        }
        let first_blank = self.out.starts_with(char::is_whitespace);
        if next.at + next.out.len() == self.at && (!first_blank || blank(&next.out)) {
            self.at = next.at;
            self.out.insert_str(0, &next.out);
            return true;
        }
        let same = next.at == self.at && (!blank(&self.out) || blank(&next.out));
        if same {
            self.out.push_str(&next.out);
        }
        same
    }
}

impl Edit {
    /// A text with the cursor at its end, and nothing to take back.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), at: text.len(), ..Self::default() }
    }

    /// An empty text of which no step is kept.
    pub fn secret() -> Self {
        Self { secret: true, ..Self::default() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub const fn at(&self) -> usize {
        self.at
    }

    /// Puts the cursor at a byte, or where the grapheme around it ends.
    pub fn jump(&mut self, byte: usize) {
        self.at = self.boundary_from(byte);
        self.selected = false;
    }

    pub const fn is_selected(&self) -> bool {
        self.selected
    }

    /// Selects the whole text, the cursor at its end, or lets go of it.
    pub const fn select(&mut self, whole: bool) {
        if whole {
            self.at = self.text.len();
        }
        self.selected = whole && !self.text.is_empty();
    }

    /// Puts text at the cursor, or in place of what is selected; no more than fits into `max` bytes.
    pub fn insert(&mut self, text: &str, max: usize) {
        let (from, to) = if self.selected { (0, self.text.len()) } else { (self.at, self.at) };
        let room = (max + to - from).saturating_sub(self.text.len());
        let end = text.grapheme_indices(true).map(|(i, g)| i + g.len()).take_while(|end| *end <= room).last();
        if let Some(end) = end {
            self.replace(from..to, &text[..end]);
        }
    }

    /// Puts text in place of a piece of it; the cursor goes behind it.
    pub fn replace(&mut self, range: Range<usize>, with: &str) {
        if range.is_empty() && with.is_empty() {
            return;
        }
        let from = range.start;
        let out = &self.text[range.clone()];
        let key = out.graphemes(true).count() + with.graphemes(true).count() == 1;
        let step = Step { at: from, out: out.to_owned(), into: with.to_owned(), key };
        self.text.replace_range(range, with);
        // What stands on both sides may join with what was put between: the cursor goes behind the whole sign.
        self.jump(from + with.len());
        self.undone.clear();
        if !self.secret && !self.done.last_mut().is_some_and(|last| last.join(&step)) {
            if self.done.len() == STEPS {
                self.done.remove(0);
            }
            self.done.push(step);
        }
    }

    /// Takes the last step back, or takes again the one that was taken back.
    fn turn(&mut self, back: bool) {
        let step = if back { self.done.pop() } else { self.undone.pop() };
        let Some(Step { at, out, into, .. }) = step else { return };
        self.text.replace_range(at..at + into.len(), &out);
        self.jump(at + out.len());
        // Turned round, and never joined with what is typed next.
        let step = Step { at, out: into, into: out, key: false };
        if back { self.undone.push(step) } else { self.done.push(step) }
    }

    /// The first boundary at or behind a byte.
    fn boundary_from(&self, byte: usize) -> usize {
        self.text.grapheme_indices(true).map(|(i, _)| i).find(|i| *i >= byte).unwrap_or(self.text.len())
    }

    fn before(&self) -> usize {
        self.text[..self.at].grapheme_indices(true).next_back().map_or(0, |(i, _)| i)
    }

    fn after(&self) -> usize {
        self.text[self.at..].graphemes(true).next().map_or(self.text.len(), |g| self.at + g.len())
    }

    fn word_before(&self) -> usize {
        self.text[..self.at]
            .split_word_bound_indices()
            .rev()
            .find(|(_, w)| !w.trim().is_empty())
            .map_or(0, |(i, _)| self.boundary_from(i).min(self.before()))
    }

    fn word_after(&self) -> usize {
        let rest = &self.text[self.at..];
        let mut words = rest.split_word_bound_indices().skip_while(|(_, w)| w.trim().is_empty());
        words.next().map_or(self.text.len(), |(i, w)| self.boundary_from(self.at + i + w.len()))
    }

    /// Where the line the cursor is in begins.
    fn line_start(&self) -> usize {
        self.text[..self.at].rfind('\n').map_or(0, |i| i + 1)
    }

    /// Where the line the cursor is in ends.
    fn line_end(&self) -> usize {
        self.text[self.at..].find('\n').map_or(self.text.len(), |i| self.at + i)
    }

    /// Answers a key that moves or removes along the text; whether it was used.
    ///
    /// The keys of words and of whole lines are those of a shell as well as of an office; a terminal that sends `^H`
    /// for Ctrl with Backspace is understood.
    pub fn key(&mut self, key: &KeyEvent) -> bool {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let word = ctrl || key.modifiers.contains(KeyModifiers::ALT);
        let at = self.at;
        match key.code {
            KeyCode::Backspace | KeyCode::Delete if self.selected => self.replace(0..self.text.len(), ""),
            KeyCode::Backspace if word => self.replace(self.word_before()..at, ""),
            KeyCode::Char('w' | 'h') if ctrl => self.replace(self.word_before()..at, ""),
            KeyCode::Delete if word => self.replace(at..self.word_after(), ""),
            KeyCode::Backspace => self.replace(self.before()..at, ""),
            KeyCode::Delete => self.replace(at..self.after(), ""),
            // At an end of the line the break goes.
            KeyCode::Char('u') if ctrl => self.replace(self.line_start().min(self.before())..at, ""),
            KeyCode::Char('k') if ctrl => self.replace(at..self.line_end().max(self.after()), ""),
            KeyCode::Char('z') if ctrl => self.turn(true),
            KeyCode::Char('y') if ctrl => self.turn(false),
            // The cursor goes to the end of the selection that the arrow points to.
            KeyCode::Left if self.selected && !word => self.at = 0,
            KeyCode::Left if word => self.at = self.word_before(),
            KeyCode::Right if word => self.at = self.word_after(),
            KeyCode::Left => self.at = self.before(),
            KeyCode::Right => self.at = self.after(),
            KeyCode::Home if ctrl => self.at = 0,
            KeyCode::End if ctrl => self.at = self.text.len(),
            KeyCode::Home => self.at = self.line_start(),
            KeyCode::End => self.at = self.line_end(),
            _ => return false,
        }
        self.selected = false;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Types a script: `^x` is Ctrl-x, `<` Backspace, anything else itself.
    fn typing(edit: &mut Edit, script: &str) {
        let mut chars = script.chars();
        while let Some(c) = chars.next() {
            let (code, modifiers) = match c {
                '^' => (KeyCode::Char(chars.next().expect("a key behind ^")), KeyModifiers::CONTROL),
                '<' => (KeyCode::Backspace, KeyModifiers::NONE),
                c => {
                    edit.insert(c.encode_utf8(&mut [0; 4]), 2_000);
                    continue;
                }
            };
            assert!(edit.key(&KeyEvent::new(code, modifiers)), "{c}");
        }
    }

    fn typed_out(script: &str) -> String {
        let mut edit = Edit::default();
        typing(&mut edit, script);
        edit.text().to_owned()
    }

    #[test]
    fn a_step_back_is_a_word() {
        for (script, left) in [
            ("INR à contrôler mardi^z", "INR à contrôler "),
            ("INR à contrôler mardi^z^z", "INR à "),
            ("INR à contrôler mardi^z^z^y", "INR à contrôler "),
            ("INR mardi^z^z^z^z", ""),
            // What was taken away comes back by words too.
            ("INR mardi<<<<<<<<^z", "INR"),
            ("INR mardi<<<<<<<<^z^z", "INR mardi"),
            ("INR mardi^w^z", "INR mardi"),
            // Something new: what was taken back is gone.
            ("un deux^ztrois^y", "un trois"),
            // A step back and what is typed next are two.
            ("un deux^zt^z", "un "),
        ] {
            assert_eq!(typed_out(script), left, "{script}");
        }
    }

    #[test]
    fn what_it_was_opened_with_cannot_be_taken_back() {
        let mut edit = Edit::new("Ce qui était là.");
        typing(&mut edit, "^z");
        assert_eq!(edit.text(), "Ce qui était là.");
        typing(&mut edit, " Plus^z^z^z");
        assert_eq!(edit.text(), "Ce qui était là.");
    }

    #[test]
    fn words_and_lines_go_by_one_key() {
        let alt = |edit: &mut Edit, code| edit.key(&KeyEvent::new(code, KeyModifiers::ALT));
        for (script, left) in [
            ("un deux^w", "un "),
            ("un deux^h", "un "),
            ("un deux^u", ""),
            ("un\ndeux^u", "un\n"),
            ("un\ndeux^u^u", "un"),
        ] {
            assert_eq!(typed_out(script), left, "{script}");
        }
        let mut edit = Edit::new("un deux\ntrois");
        edit.jump(3);
        typing(&mut edit, "^k");
        assert_eq!(edit.text(), "un \ntrois");
        typing(&mut edit, "^k");
        assert_eq!(edit.text(), "un trois");
        assert!(alt(&mut edit, KeyCode::Right) && alt(&mut edit, KeyCode::Backspace));
        assert_eq!(edit.text(), "un ");
    }

    #[test]
    fn no_step_of_a_secret_is_kept() {
        let mut edit = Edit::secret();
        typing(&mut edit, "mot de passe^u^z");
        assert_eq!(edit.text(), "");
        assert_eq!(edit, Edit::secret());
    }

    proptest! {
        #[test]
        fn every_step_can_be_taken_back_and_again(keys in proptest::collection::vec((0..10_u8, any::<char>()), 0..60)) {
            let mut edit = Edit::new("déjà là");
            for (n, c) in keys {
                match n {
                    0 => _ = edit.key(&KeyCode::Left.into()),
                    1 => _ = edit.key(&KeyCode::Backspace.into()),
                    2 => _ = edit.key(&KeyCode::Delete.into()),
                    3 => _ = edit.key(&KeyEvent::new(KeyCode::Char('w'), KeyModifiers::CONTROL)),
                    4 => _ = edit.key(&KeyEvent::new(KeyCode::Char('z'), KeyModifiers::CONTROL)),
                    5 => edit.insert("🇫", 2_000),
                    6 => edit.insert("\u{301}", 2_000),
                    7 => edit.insert(" ", 2_000),
                    8 => edit.select(true),
                    _ => edit.insert(&c.to_string(), 2_000),
                }
            }
            let end = edit.text().to_owned();
            let steps = edit.done.len();
            (0..steps).for_each(|_| edit.turn(true));
            prop_assert_eq!(edit.text(), "déjà là");
            (0..steps).for_each(|_| edit.turn(false));
            prop_assert_eq!(edit.text(), &end);
        }
    }
}
