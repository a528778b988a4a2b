//! Text of one line, edited by what a reader calls a character (grapheme), never by byte.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Bytes a line may hold; a longer paste is cut.
pub const MAX: usize = 2_000;

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

/// A line being edited, with its cursor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineEdit {
    text: String,
    /// Byte of the cursor, always between two graphemes.
    at: usize,
    /// The whole text is selected: what is typed replaces it.
    selected: bool,
}

impl LineEdit {
    /// A line with the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut line = Self::default();
        line.insert(text);
        line
    }

    /// Selects the whole text, with the cursor at its end.
    pub const fn select(&mut self) {
        self.at = self.text.len();
        self.selected = !self.text.is_empty();
    }

    /// Keeps the text and lets go of the selection.
    pub const fn deselect(&mut self) {
        self.selected = false;
    }

    /// Empties what is selected; whether anything was.
    fn empty_selected(&mut self) -> bool {
        let selected = std::mem::take(&mut self.selected);
        if selected {
            self.remove(0, self.text.len());
        }
        selected
    }

    /// The text as typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text left of the cursor.
    #[must_use]
    pub fn before_cursor(&self) -> &str {
        &self.text[..self.at]
    }

    /// Byte of the cursor in the text.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// Puts text at the cursor; breaks of line and tabs become one space.
    pub fn insert(&mut self, text: &str) {
        let text = text.replace("\r\n", " ");
        let mut new: String = text
            .chars()
            .map(|c| if matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}') { ' ' } else { c })
            .filter(|c| visible(*c))
            .collect();
        if !new.is_empty() {
            self.empty_selected();
        }
        while self.text.len() + new.len() > MAX {
            let keep = new.grapheme_indices(true).next_back().map_or(0, |(i, _)| i);
            new.truncate(keep);
        }
        self.text.insert_str(self.at, &new);
        // What was typed may join with what follows: the cursor goes behind the whole sign.
        self.at = self.boundary_from(self.at + new.len());
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

    fn remove(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        // What stood on both sides may join now.
        self.at = self.boundary_from(from);
    }

    /// Answers a key; whether it was used.
    pub fn key(&mut self, key: &KeyEvent) -> bool {
        if let Some(c) = typed(key) {
            self.insert(c.encode_utf8(&mut [0; 4]));
            return true;
        }
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Backspace | KeyCode::Delete if self.empty_selected() => {}
            KeyCode::Char('u') if ctrl => self.remove(0, self.text.len()),
            // The cursor goes to the end of the selection that the arrow points to.
            KeyCode::Left if self.selected && !ctrl => self.at = 0,
            KeyCode::Left if ctrl => self.at = self.word_before(),
            KeyCode::Right if ctrl => self.at = self.word_after(),
            KeyCode::Left => self.at = self.before(),
            KeyCode::Right => self.at = self.after(),
            KeyCode::Home => self.at = 0,
            KeyCode::End => self.at = self.text.len(),
            KeyCode::Backspace if ctrl => self.remove(self.word_before(), self.at),
            KeyCode::Delete if ctrl => self.remove(self.at, self.word_after()),
            KeyCode::Backspace => self.remove(self.before(), self.at),
            KeyCode::Delete => self.remove(self.at, self.after()),
            _ => return false,
        }
        self.selected = false;
        true
    }

    /// Draws the line, shifted so that the cursor is seen, and says where the cursor is.
    ///
    /// With a mask, each grapheme is drawn as that sign.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: Style, mask: Option<&str>) -> (u16, u16) {
        let shown = |text: &str| mask.map_or_else(|| text.to_owned(), |m| m.repeat(text.graphemes(true).count()));
        let (left, right) = (shown(&self.text[..self.at]), shown(&self.text[self.at..]));
        let room = usize::from(area.width.saturating_sub(1));
        let mut from = 0;
        let mut columns = left.width();
        for g in left.graphemes(true) {
            if columns <= room {
                break;
            }
            columns -= g.width();
            from += g.len();
        }
        let text = format!("{}{right}", &left[from..]);
        buf.set_style(area, style);
        let shown = if self.selected { style.add_modifier(Modifier::REVERSED) } else { style };
        buf.set_stringn(area.x, area.y, text, usize::from(area.width), shown);
        (area.x + u16::try_from(columns).unwrap_or(0).min(area.width.saturating_sub(1)), area.y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn press(line: &mut LineEdit, code: KeyCode, modifiers: KeyModifiers) -> bool {
        line.key(&KeyEvent::new(code, modifiers))
    }

    #[test]
    fn edits_by_what_is_seen_as_one_character() {
        let mut line = LineEdit::new("He\u{301}le\u{300}ne");
        press(&mut line, KeyCode::Left, KeyModifiers::NONE);
        press(&mut line, KeyCode::Left, KeyModifiers::NONE);
        press(&mut line, KeyCode::Backspace, KeyModifiers::NONE);
        assert_eq!(line.text(), "He\u{301}lne");
        press(&mut line, KeyCode::Home, KeyModifiers::NONE);
        press(&mut line, KeyCode::Delete, KeyModifiers::NONE);
        assert_eq!(line.text(), "e\u{301}lne");
    }

    #[test]
    fn altgr_is_text_and_ctrl_is_not() {
        let mut line = LineEdit::default();
        assert!(press(&mut line, KeyCode::Char('@'), KeyModifiers::CONTROL | KeyModifiers::ALT));
        assert!(!press(&mut line, KeyCode::Char('s'), KeyModifiers::CONTROL));
        assert!(press(&mut line, KeyCode::Char('É'), KeyModifiers::SHIFT));
        assert_eq!(line.text(), "@É");
    }

    #[test]
    fn a_paste_becomes_one_line_without_commands() {
        let mut line = LineEdit::new("a");
        line.insert("\u{1b}[31mun\r\ndeux\n\u{202e}trois\t!");
        assert_eq!(line.text(), "a[31mun deux trois !");
        line.insert(&"é".repeat(MAX));
        assert!(line.text().len() <= MAX);
        assert!(line.text().ends_with('é'));
    }

    #[test]
    fn moves_and_deletes_by_word() {
        let mut line = LineEdit::new("INR mardi  matin");
        press(&mut line, KeyCode::Left, KeyModifiers::CONTROL);
        assert_eq!(line.at(), 11);
        press(&mut line, KeyCode::Backspace, KeyModifiers::CONTROL);
        assert_eq!(line.text(), "INR matin");
        press(&mut line, KeyCode::Home, KeyModifiers::NONE);
        press(&mut line, KeyCode::Right, KeyModifiers::CONTROL);
        assert_eq!(line.at(), 3);
    }

    #[test]
    fn what_is_selected_is_replaced_emptied_or_kept() {
        let pressed = |code| {
            let mut line = LineEdit::new("20/11/2026");
            line.select();
            assert!(press(&mut line, code, KeyModifiers::NONE));
            line
        };
        assert_eq!(pressed(KeyCode::Char('2')).text(), "2");
        assert_eq!(pressed(KeyCode::Backspace).text(), "");
        assert_eq!(pressed(KeyCode::Delete).text(), "");
        for (code, at) in [(KeyCode::Left, 0), (KeyCode::Home, 0), (KeyCode::Right, 10), (KeyCode::End, 10)] {
            let mut line = pressed(code);
            assert_eq!((line.text(), line.at()), ("20/11/2026", at), "{code}");
            press(&mut line, KeyCode::Char('9'), KeyModifiers::NONE);
            assert_eq!(line.text().len(), 11, "{code}: the selection is gone");
        }
        let mut line = LineEdit::new("15");
        line.select();
        line.insert("14");
        assert_eq!(line.text(), "14", "a paste replaces it too");
        line.insert("7");
        assert_eq!(line.text(), "147");
    }

    #[test]
    fn ctrl_u_empties_the_line() {
        let mut line = LineEdit::new("20/11/2026");
        press(&mut line, KeyCode::Left, KeyModifiers::NONE);
        assert!(press(&mut line, KeyCode::Char('u'), KeyModifiers::CONTROL));
        assert_eq!((line.text(), line.at()), ("", 0));
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_between_two_graphemes(keys in proptest::collection::vec((0..12_u8, any::<char>()), 0..60)) {
            let mut line = LineEdit::default();
            for (n, c) in keys {
                let (code, modifiers) = match n {
                    0 => (KeyCode::Left, KeyModifiers::NONE),
                    1 => (KeyCode::Right, KeyModifiers::NONE),
                    2 => (KeyCode::Left, KeyModifiers::CONTROL),
                    3 => (KeyCode::Right, KeyModifiers::CONTROL),
                    4 => (KeyCode::Backspace, KeyModifiers::NONE),
                    5 => (KeyCode::Delete, KeyModifiers::NONE),
                    6 => (KeyCode::Home, KeyModifiers::NONE),
                    7 => (KeyCode::Char('\u{301}'), KeyModifiers::NONE),
                    8 => (KeyCode::Char('🇫'), KeyModifiers::NONE),
                    9 => (KeyCode::Char('\u{200d}'), KeyModifiers::NONE),
                    10 => (KeyCode::Char('👩'), KeyModifiers::NONE),
                    _ => (KeyCode::Char(c), KeyModifiers::NONE),
                };
                press(&mut line, code, modifiers);
                let at = line.at();
                prop_assert!(at == line.text().len() || line.text().grapheme_indices(true).any(|(i, _)| i == at));
                let area = Rect::new(0, 0, 8, 1);
                let (x, _) = line.draw(area, &mut Buffer::empty(area), Style::new(), None);
                prop_assert!(x < 8);
            }
        }
    }
}
