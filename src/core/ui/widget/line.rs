//! Text of one line, edited by what a reader calls a character (grapheme), never by byte.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::edit::{Edit, typed, visible};

/// Bytes a line may hold; a longer paste is cut.
pub const MAX: usize = 2_000;

/// A line being edited, with its cursor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineEdit {
    edit: Edit,
}

impl LineEdit {
    /// A line with the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut line = Self { edit: Edit::secret() };
        line.insert(text);
        Self { edit: Edit::new(line.text()) }
    }

    /// An empty line for a passphrase: no step of it is kept.
    #[must_use]
    pub fn secret() -> Self {
        Self { edit: Edit::secret() }
    }

    /// Selects the whole text, with the cursor at its end, or lets go of the selection.
    pub const fn select(&mut self, whole: bool) {
        self.edit.select(whole);
    }

    /// The text as typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.edit.text()
    }

    /// The text left of the cursor.
    #[must_use]
    pub fn before_cursor(&self) -> &str {
        &self.text()[..self.edit.at()]
    }

    /// Byte of the cursor in the text.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.edit.at()
    }

    /// Puts text at the cursor; breaks of line and tabs become one space.
    pub fn insert(&mut self, text: &str) {
        let clean: String = text
            .replace("\r\n", " ")
            .chars()
            .map(|c| if matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}') { ' ' } else { c })
            .filter(|c| visible(*c))
            .collect();
        self.edit.insert(&clean, MAX);
    }

    /// Answers a key; whether it was used.
    pub fn key(&mut self, key: &KeyEvent) -> bool {
        match typed(key) {
            Some(c) => self.insert(c.encode_utf8(&mut [0; 4])),
            None => return self.edit.key(key),
        }
        true
    }

    /// Draws the line and says where the cursor is. One that has the keys is shifted so that the cursor is seen, any
    /// other shows its beginning.
    ///
    /// With a mask, each grapheme is drawn as that sign.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: Style, mask: Option<&str>, focused: bool) -> (u16, u16) {
        let shown = |text: &str| mask.map_or_else(|| text.to_owned(), |m| m.repeat(text.graphemes(true).count()));
        let (left, right) = self.text().split_at(if focused { self.edit.at() } else { 0 });
        let (left, right) = (shown(left), shown(right));
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
        let shown = if self.edit.is_selected() { style.add_modifier(Modifier::REVERSED) } else { style };
        buf.set_stringn(area.x, area.y, text, usize::from(area.width), shown);
        (area.x + u16::try_from(columns).unwrap_or(0).min(area.width.saturating_sub(1)), area.y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyCode, KeyModifiers};
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
            line.select(true);
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
        line.select(true);
        line.insert("14");
        assert_eq!(line.text(), "14", "a paste replaces it too");
        line.insert("7");
        assert_eq!(line.text(), "147");
    }

    #[test]
    fn ctrl_u_empties_the_line() {
        let mut line = LineEdit::new("20/11/2026");
        assert!(press(&mut line, KeyCode::Char('u'), KeyModifiers::CONTROL));
        assert_eq!((line.text(), line.at()), ("", 0));
    }

    #[test]
    fn a_line_without_the_keys_shows_its_beginning() {
        let line = LineEdit::new("Lavaveix-les-Mines");
        let area = Rect::new(0, 0, 8, 1);
        let drawn = |focused| {
            let mut buf = Buffer::empty(area);
            let cursor = line.draw(area, &mut buf, Style::new(), None, focused);
            ((0..8).map(|x| buf[(x, 0)].symbol()).collect::<String>(), cursor)
        };
        assert_eq!(drawn(false), ("Lavaveix".to_owned(), (0, 0)));
        assert_eq!(drawn(true), ("s-Mines ".to_owned(), (7, 0)));
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
                let (x, _) = line.draw(area, &mut Buffer::empty(area), Style::new(), None, true);
                prop_assert!(x < 8);
            }
        }
    }
}
