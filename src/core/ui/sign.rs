//! Signs on whose width terminals do not agree.
//!
//! A flag is two letters of a kind that some terminals draw as two columns, some as four; a family is one sign here and
//! three there. Where the program and the terminal count differently, the rest of the row is torn. What was typed stays
//! as it is; on the screen it is shown by what all of them count alike.

use ratatui::buffer::Buffer;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Shows every sign that may be counted in two ways by one that cannot.
pub fn settle(buf: &mut Buffer) {
    let area = buf.area;
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let Some(shown) = settled(buf[(x, y)].symbol()) else { continue };
            let mut columns = shown.chars();
            for (x, _) in (x..area.right()).zip(0..buf[(x, y)].symbol().width().max(1)) {
                buf[(x, y)].set_char(columns.next().unwrap_or(' '));
            }
        }
    }
}

/// One sign, in signs of one column each or in one of its own width; none where it is counted alike everywhere.
fn settled(symbol: &str) -> Option<String> {
    let joins = |c| matches!(c, '\u{200d}' | '\u{fe0f}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}');
    if symbol.is_ascii() {
        return None;
    }
    let letters: String = symbol.chars().filter_map(letter).collect();
    if !letters.is_empty() {
        return Some(letters);
    }
    if !symbol.chars().any(joins) {
        return None;
    }
    let first = symbol.chars().next().filter(|c| c.width() == Some(symbol.width().min(2)) || c.width() == Some(1));
    Some(first.unwrap_or('?').to_string())
}

/// The letter that a part of a flag stands for.
fn letter(c: char) -> Option<char> {
    let n = u32::from(c).checked_sub(0x1f1e6).filter(|n| *n < 26)?;
    char::from_u32(u32::from('A') + n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;
    use rstest::rstest;

    #[rstest]
    #[case::a_flag("a🇫🇷b", "aFRb")]
    #[case::half_a_flag("a🇫b", "aFb")]
    #[case::two_flags("🇫🇷🇧🇪.", "FRBE.")]
    #[case::a_heart("a❤\u{fe0f}b", "a❤ b")]
    #[case::a_key_cap("1\u{fe0f}\u{20e3}.", "1 .")]
    #[case::letters_as_they_are("He\u{301}lène 日", "He\u{301}lène 日 ")]
    fn every_terminal_counts_what_is_shown_alike(#[case] typed: &str, #[case] shown: &str) {
        let mut buf = Buffer::empty(Rect::new(0, 0, u16::try_from(typed.width()).unwrap(), 1));
        buf.set_string(0, 0, typed, Style::new());
        settle(&mut buf);
        let row: String = buf.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(row, shown);
    }

    #[test]
    fn a_doctor_is_a_woman_and_nothing_is_moved() {
        let typed = "👩\u{200d}⚕\u{fe0f}x";
        let mut buf = Buffer::empty(Rect::new(0, 0, 4, 1));
        buf.set_string(0, 0, typed, Style::new());
        let x = buf.content.iter().position(|cell| cell.symbol() == "x").unwrap();
        settle(&mut buf);
        assert_eq!((buf[(0, 0)].symbol(), x), ("👩", 2));
        assert_eq!(buf[(2, 0)].symbol(), "x");
    }
}
