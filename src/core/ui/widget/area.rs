//! Text of several lines, wrapped at its words.

use std::ops::Range;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::edit::{Edit, typed, visible};

/// Bytes a text may hold; a longer paste is cut.
pub const MAX: usize = 20_000;

/// What a key did in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// The key was used.
    Inside,
    /// Up from the first row.
    Above,
    /// Down from the last row.
    Below,
    /// The key means nothing in a text.
    Ignored,
}

/// A text being edited, with its cursor.
#[derive(Debug, Clone)]
pub struct Area {
    edit: Edit,
    /// The column that going up and down keeps to, where rows are shorter.
    column: Option<usize>,
}

impl Area {
    /// A text with the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut area = Self { edit: Edit::default(), column: None };
        area.insert(text);
        Self { edit: Edit::new(area.text()), column: None }
    }

    /// The text as typed, lines separated by `\n`.
    #[must_use]
    pub fn text(&self) -> &str {
        self.edit.text()
    }

    /// Where the cursor stands in the text, in bytes.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.edit.at()
    }

    /// Selects the whole text, with the cursor at its end, or lets go of the selection.
    pub const fn select(&mut self, whole: bool) {
        self.edit.select(whole);
    }

    /// Puts text at the cursor.
    pub fn insert(&mut self, text: &str) {
        let unix = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
        let clean: String = unix.chars().filter(|c| *c == '\n' || visible(*c)).collect();
        self.edit.insert(&clean, MAX);
        self.column = None;
    }

    /// Puts a sentence at the cursor, a space before it where a word ends there.
    pub fn insert_apart(&mut self, text: &str) {
        let before = self.text()[..self.offset()].chars().next_back();
        let joined = before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '«' | '\'' | '’'));
        self.insert(&if joined { format!(" {text}") } else { text.to_owned() });
    }

    /// Puts text in place of a piece of it, in one step that can be taken back; the cursor goes behind it.
    pub fn replace(&mut self, range: Range<usize>, with: &str) {
        self.edit.replace(range, with);
        self.column = None;
    }

    /// The row the cursor is in: the last that begins before it or at it.
    fn row(&self, rows: &[Range<usize>]) -> usize {
        rows.iter().rposition(|row| row.start <= self.offset()).unwrap_or(0)
    }

    /// Columns left of the cursor in its row.
    fn column(&self, rows: &[Range<usize>]) -> usize {
        self.text()[rows[self.row(rows)].start..self.offset()].width()
    }

    /// Puts the cursor into a row, at the column it keeps to or as near as can be.
    fn go_to_row(&mut self, rows: &[Range<usize>], row: usize, column: usize) {
        let text = &self.text()[rows[row].clone()];
        let mut taken = 0;
        let mut at = text.len();
        for (i, g) in text.grapheme_indices(true) {
            if taken >= column {
                at = i;
                break;
            }
            taken += g.width();
        }
        // The end of a row that is only wrapped is the beginning of the next: the cursor stays before it.
        if at == text.len() && rows.get(row + 1).is_some_and(|next| next.start == rows[row].end) {
            at = text.grapheme_indices(true).next_back().map_or(0, |(i, _)| i);
        }
        self.edit.jump(rows[row].start + at);
        self.column = Some(column);
    }

    /// Answers a key. Rows are those of a text drawn in so many columns.
    pub fn key(&mut self, key: &KeyEvent, columns: u16) -> Moved {
        let step = match key.code {
            KeyCode::Up => Some((-1, Moved::Above)),
            KeyCode::Down => Some((1, Moved::Below)),
            _ => None,
        };
        if let Some((step, edge)) = step {
            let rows = rows(self.text(), columns);
            let Some(to) = self.row(&rows).checked_add_signed(step).filter(|to| *to < rows.len()) else { return edge };
            let column = self.column.unwrap_or_else(|| self.column(&rows));
            self.go_to_row(&rows, to, column);
            return Moved::Inside;
        }
        self.column = None;
        if let Some(c) = typed(key) {
            self.insert(c.encode_utf8(&mut [0; 4]));
        } else if key.code == KeyCode::Enter {
            self.insert("\n");
        } else if !self.edit.key(key) {
            return Moved::Ignored;
        }
        Moved::Inside
    }

    /// Draws the text and says where the cursor is. One that has the keys is scrolled so that the cursor is seen with
    /// what stands around it, any other shows its beginning.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: Style, focused: bool) -> (u16, u16) {
        buf.set_style(area, style);
        let rows = rows(self.text(), area.width);
        let height = usize::from(area.height);
        let at = self.row(&rows);
        let top = if focused { at.saturating_sub(height / 2).min(rows.len().saturating_sub(height)) } else { 0 };
        let shown = if self.edit.is_selected() { style.add_modifier(Modifier::REVERSED) } else { style };
        for (y, row) in (area.y..area.bottom()).zip(&rows[top..]) {
            buf.set_stringn(area.x, y, &self.text()[row.clone()], usize::from(area.width), shown);
        }
        let small = |n: usize, room: u16| u16::try_from(n).unwrap_or(u16::MAX).min(room.saturating_sub(1));
        let column = self.column(&rows);
        (area.x + small(column, area.width), area.y + small(at.saturating_sub(top), area.height))
    }
}

/// The rows of a text in so many columns, as bytes of it. A row ends behind a blank, or inside a word that is longer
/// than a row; blanks that do not fit any more stay where they are, unseen.
fn rows(text: &str, columns: u16) -> Vec<Range<usize>> {
    let columns = usize::from(columns.max(2));
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        // Columns taken so far, and where the last word began.
        let (mut taken, mut word) = (0, None);
        for (i, g) in line.grapheme_indices(true) {
            let at = end - line.len() + i;
            taken += g.width();
            if g == " " {
                word = Some(at + 1);
                continue;
            }
            // Behind the last blank; what stands there may still be too long.
            while taken > columns && start < at {
                let cut = word.take().unwrap_or(at);
                rows.push(start..cut);
                start = cut;
                taken = text[cut..at + g.len()].width();
            }
        }
        rows.push(start..end);
        start = end + 1;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyModifiers;
    use proptest::prelude::*;

    fn press(area: &mut Area, code: KeyCode) -> Moved {
        area.key(&KeyEvent::new(code, KeyModifiers::NONE), 7)
    }

    /// What is seen in a room of that size, and where the cursor is.
    fn drawn(area: &Area, width: u16, height: u16, focused: bool) -> (Vec<String>, (u16, u16)) {
        let room = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(room);
        let cursor = area.draw(room, &mut buf, Style::new(), focused);
        ((0..height).map(|y| (0..width).map(|x| buf[(x, y)].symbol()).collect()).collect(), cursor)
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
        assert_eq!((area.text(), area.offset()), ("é\nfin. Revoir.", 15));
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
        assert_eq!(
            drawn(&area, 8, 4, true),
            (["un deux ", "troisqua", "trecinq ", "        "].map(str::to_owned).to_vec(), (7, 2))
        );
    }

    #[test]
    fn up_and_down_go_by_the_rows_one_sees_and_keep_their_column() {
        let mut area = Area::new("un deux trois\n\nquatre cinq");
        let mut column_and_row = |code| {
            area.key(&KeyEvent::new(code, KeyModifiers::NONE), 8);
            drawn(&area, 8, 6, true).1
        };
        assert_eq!(column_and_row(KeyCode::End), (4, 4), "cinq");
        assert_eq!(column_and_row(KeyCode::Up), (4, 3), "quat|re");
        assert_eq!(column_and_row(KeyCode::Up), (0, 2), "the empty line");
        assert_eq!(column_and_row(KeyCode::Up), (4, 1), "troi|s");
        assert_eq!(column_and_row(KeyCode::Up), (4, 0), "un d|eux");
    }

    #[test]
    fn a_long_text_shows_its_beginning_until_it_has_the_keys() {
        let area = Area::new("un\ndeux\ntrois\nquatre\ncinq");
        assert_eq!(drawn(&area, 8, 2, false).0, ["un      ", "deux    "]);
        assert_eq!(drawn(&area, 8, 2, true), (["quatre  ", "cinq    "].map(str::to_owned).to_vec(), (4, 1)));
    }

    #[test]
    fn what_stands_around_the_cursor_is_seen() {
        let mut area = Area::new("un\ndeux\ntrois\nquatre\ncinq");
        press(&mut area, KeyCode::Up);
        press(&mut area, KeyCode::Up);
        assert_eq!(
            drawn(&area, 8, 3, true),
            (["deux    ", "trois   ", "quatre  "].map(str::to_owned).to_vec(), (4, 1))
        );
    }

    proptest! {
        #[test]
        fn rows_hold_the_whole_text_and_fit(text in "[a-z é\n日]{0,60}", columns in 2_u16..12) {
            let rows = rows(&text, columns);
            let mut at = 0;
            for row in &rows {
                prop_assert!(text[at..row.start].chars().all(|c| c == '\n') && row.start - at <= 1);
                prop_assert!(text[row.clone()].trim_end_matches(' ').width() <= usize::from(columns), "{rows:?}");
                at = row.end;
            }
            prop_assert_eq!(at, text.len());
        }

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
                let (text, at) = (area.text(), area.offset());
                prop_assert!(at == text.len() || text.grapheme_indices(true).any(|(i, _)| i == at), "{text:?} {at}");
                let (x, y) = area.draw(room, &mut Buffer::empty(room), Style::new(), true);
                prop_assert!(x < 7 && y < 3);
            }
        }
    }
}
