//! Text of several lines: a text area whose cursor moves by grapheme and whose text stays small and clean.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation;

use super::line::{typed, visible};

/// Bytes a text may hold; a longer paste is cut.
pub const MAX: usize = 20_000;

/// What a key did in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// The key was used.
    Inside,
    /// Up from the first line.
    Above,
    /// Down from the last line.
    Below,
    /// The key means nothing in a text.
    Ignored,
}

/// A text being edited, with its cursor.
#[derive(Debug, Clone)]
pub struct Area {
    inner: TextArea<'static>,
}

impl Area {
    /// A text with the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut inner = TextArea::default();
        inner.set_wrap_mode(WrapMode::WordOrGlyph);
        // The terminal's own cursor is used, and no line is marked.
        inner.set_cursor_style(Style::new());
        inner.set_cursor_line_style(Style::new());
        let mut area = Self { inner };
        area.insert(text);
        area
    }

    /// The text as typed, lines separated by `\n`.
    #[must_use]
    pub fn text(&self) -> String {
        self.inner.lines().join("\n")
    }

    /// Line of the text and character in it at which the cursor stands.
    #[must_use]
    pub fn at(&self) -> (usize, usize) {
        let cursor = self.inner.cursor();
        (cursor.0, cursor.1)
    }

    /// Puts text at the cursor.
    pub fn insert(&mut self, text: &str) {
        let unix = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
        let clean: String = unix.chars().filter(|c| *c == '\n' || visible(*c)).collect();
        let room = MAX.saturating_sub(self.text().len());
        let mut end = 0;
        for (i, g) in clean.grapheme_indices(true) {
            if i + g.len() > room {
                break;
            }
            end = i + g.len();
        }
        if end > 0 {
            self.inner.insert_str(&clean[..end]);
        }
        self.settle(true);
    }

    /// Puts a sentence at the cursor, a space before it where a word ends there.
    pub fn insert_apart(&mut self, text: &str) {
        let before = self.text()[..self.offset()].chars().next_back();
        let joined = before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '«' | '\'' | '’'));
        self.insert(&if joined { format!(" {text}") } else { text.to_owned() });
    }

    /// Where the cursor stands in the text, in bytes.
    #[must_use]
    pub fn offset(&self) -> usize {
        let (row, column) = self.at();
        let lines = self.inner.lines();
        let before: usize = lines.iter().take(row).map(|line| line.len() + 1).sum();
        before + lines.get(row).map_or(0, |line| line.chars().take(column).map(char::len_utf8).sum())
    }

    /// Characters at which graphemes of a line begin, and its end.
    fn stops(&self, row: usize) -> Vec<usize> {
        let mut at = 0;
        let mut stops = vec![0];
        for g in self.inner.lines()[row].graphemes(true) {
            at += g.chars().count();
            stops.push(at);
        }
        stops
    }

    fn jump(&mut self, row: usize, column: usize) {
        let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        self.inner.move_cursor(CursorMove::Jump(small(row), small(column)));
    }

    /// Puts a cursor that stands inside a grapheme to its end or its beginning.
    fn settle(&mut self, forward: bool) {
        let (row, column) = self.at();
        let stops = self.stops(row);
        let stop = if forward {
            stops.iter().copied().find(|s| *s >= column)
        } else {
            stops.iter().copied().rfind(|s| *s <= column)
        };
        if let Some(stop) = stop.filter(|s| *s != column) {
            self.jump(row, stop);
        }
    }

    fn back(&mut self) -> bool {
        let (row, column) = self.at();
        if let Some(stop) = self.stops(row).into_iter().rfind(|s| *s < column) {
            self.jump(row, stop);
        } else if row > 0 {
            self.jump(row - 1, usize::MAX);
        } else {
            return false;
        }
        true
    }

    fn forward(&mut self) {
        let (row, column) = self.at();
        if let Some(stop) = self.stops(row).into_iter().find(|s| *s > column) {
            self.jump(row, stop);
        } else if row + 1 < self.inner.lines().len() {
            self.jump(row + 1, 0);
        }
    }

    fn delete(&mut self) {
        let (row, column) = self.at();
        let next = self.stops(row).into_iter().find(|s| *s > column);
        self.inner.delete_str(next.map_or(1, |n| n - column));
        self.settle(true);
    }

    fn vertical(&mut self, to: CursorMove, edge: Moved) -> Moved {
        let before = self.at();
        self.inner.move_cursor(to);
        self.settle(false);
        if self.at() == before { edge } else { Moved::Inside }
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent) -> Moved {
        if let Some(c) = typed(key) {
            self.insert(c.encode_utf8(&mut [0; 4]));
            return Moved::Inside;
        }
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Enter => self.insert("\n"),
            KeyCode::Backspace => {
                if self.back() {
                    self.delete();
                }
            }
            KeyCode::Delete => self.delete(),
            KeyCode::Left if ctrl => {
                self.inner.move_cursor(CursorMove::WordBack);
                self.settle(false);
            }
            KeyCode::Right if ctrl => {
                self.inner.move_cursor(CursorMove::WordForward);
                self.settle(true);
            }
            KeyCode::Left => {
                self.back();
            }
            KeyCode::Right => self.forward(),
            KeyCode::Home if ctrl => self.jump(0, 0),
            KeyCode::End if ctrl => self.jump(usize::MAX, usize::MAX),
            KeyCode::Home => self.inner.move_cursor(CursorMove::Head),
            KeyCode::End => self.inner.move_cursor(CursorMove::End),
            KeyCode::Up => return self.vertical(CursorMove::Up, Moved::Above),
            KeyCode::Down => return self.vertical(CursorMove::Down, Moved::Below),
            KeyCode::Char('z') if ctrl => {
                self.inner.undo();
                self.settle(true);
            }
            KeyCode::Char('y') if ctrl => {
                self.inner.redo();
                self.settle(true);
            }
            _ => return Moved::Ignored,
        }
        Moved::Inside
    }

    /// Draws the text, scrolled so that the cursor is seen, and says where the cursor is.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: Style) -> (u16, u16) {
        buf.set_style(area, style);
        (&self.inner).render(area, buf);
        let cursor = self.inner.screen_cursor();
        let (top, left) = self.inner.scroll_offset();
        let place = |at: usize, from: u16, room: u16| {
            u16::try_from(at.saturating_sub(usize::from(from))).unwrap_or(0).min(room.saturating_sub(1))
        };
        (area.x + place(cursor.col, left, area.width), area.y + place(cursor.row, top, area.height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn press(area: &mut Area, code: KeyCode) -> Moved {
        area.key(&KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn enter_breaks_the_line_and_arrows_leave_at_the_ends() {
        let mut area = Area::new("un");
        press(&mut area, KeyCode::Enter);
        press(&mut area, KeyCode::Char('d'));
        assert_eq!(area.text(), "un\nd");
        assert_eq!(press(&mut area, KeyCode::Down), Moved::Below);
        assert_eq!(press(&mut area, KeyCode::Up), Moved::Inside);
        assert_eq!(press(&mut area, KeyCode::Up), Moved::Above);
        assert_eq!(press(&mut area, KeyCode::Tab), Moved::Ignored);
    }

    #[test]
    fn deletes_whole_graphemes_and_joins_lines() {
        let mut area = Area::new("He\u{301}\nne");
        press(&mut area, KeyCode::Home);
        press(&mut area, KeyCode::Backspace);
        assert_eq!(area.text(), "He\u{301}ne");
        press(&mut area, KeyCode::Backspace);
        assert_eq!(area.text(), "Hne");
        press(&mut area, KeyCode::Delete);
        assert_eq!(area.text(), "He");
    }

    #[test]
    fn a_paste_keeps_its_lines_and_nothing_a_terminal_obeys() {
        let mut area = Area::new("");
        area.insert("a\r\nb\rc\u{1b}[2J\u{202e}");
        assert_eq!(area.text(), "a\nb\nc[2J");
        area.insert(&"é".repeat(MAX));
        assert!(area.text().len() <= MAX);
    }

    #[test]
    fn a_sentence_is_put_at_the_cursor_apart_from_the_word_before() {
        let mut area = Area::new("é\nfin.");
        area.insert_apart("Revoir.");
        assert_eq!((area.text().as_str(), area.offset()), ("é\nfin. Revoir.", 15));
        press(&mut area, KeyCode::Enter);
        area.insert_apart("Au début");
        assert_eq!(area.text(), "é\nfin. Revoir.\nAu début");
        let mut area = Area::new("(");
        area.insert_apart("sans espace");
        assert_eq!(area.text(), "(sans espace");
    }

    #[test]
    fn long_words_wrap_and_the_cursor_follows() {
        let area = Area::new("un deux troisquatrecinq");
        let room = Rect::new(0, 0, 8, 4);
        let mut buf = Buffer::empty(room);
        let cursor = area.draw(room, &mut buf, Style::new());
        let rows: Vec<String> = (0..4).map(|y| (0..8).map(|x| buf[(x, y)].symbol()).collect()).collect();
        assert_eq!(rows.concat().replace(' ', ""), "undeuxtroisquatrecinq");
        assert!(cursor.1 > 1, "{cursor:?} {rows:?}");
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_between_two_graphemes(keys in proptest::collection::vec((0..14_u8, any::<char>()), 0..60)) {
            let mut area = Area::new("");
            let room = Rect::new(0, 0, 7, 3);
            for (n, c) in keys {
                let code = match n {
                    0 => KeyCode::Left,
                    1 => KeyCode::Right,
                    2 => KeyCode::Up,
                    3 => KeyCode::Down,
                    4 => KeyCode::Backspace,
                    5 => KeyCode::Delete,
                    6 => KeyCode::Home,
                    7 => KeyCode::End,
                    8 => KeyCode::Enter,
                    9 => KeyCode::Char('\u{301}'),
                    10 => KeyCode::Char('🇫'),
                    11 => KeyCode::Char('\u{200d}'),
                    12 => KeyCode::Char('👩'),
                    _ => KeyCode::Char(c),
                };
                press(&mut area, code);
                let (row, column) = area.at();
                prop_assert!(row < area.inner.lines().len());
                prop_assert!(area.stops(row).contains(&column), "{:?} {row} {column}", area.text());
                let (x, y) = area.draw(room, &mut Buffer::empty(room), Style::new());
                prop_assert!(x < 7 && y < 3);
            }
        }
    }
}
