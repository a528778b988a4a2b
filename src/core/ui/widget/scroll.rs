//! Moving about what is longer than its room: from row to row, by pages, and never past either end.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// A movement up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
}

impl Move {
    /// The movement a key stands for by itself; a space reads on.
    #[must_use]
    pub const fn of(key: &KeyEvent) -> Option<Self> {
        Some(match key.code {
            KeyCode::Up => Self::Up,
            KeyCode::Down => Self::Down,
            KeyCode::PageUp => Self::PageUp,
            KeyCode::PageDown | KeyCode::Char(' ') => Self::PageDown,
            KeyCode::Home => Self::First,
            KeyCode::End => Self::Last,
            _ => return None,
        })
    }

    /// Where it leads to among places from 0 to `last`, `page` of them at a time.
    #[must_use]
    pub fn from(self, at: usize, last: usize, page: usize) -> usize {
        let page = page.max(1);
        match self {
            Self::Up => at.min(last).saturating_sub(1),
            Self::Down => at.saturating_add(1).min(last),
            Self::PageUp => at.min(last).saturating_sub(page),
            Self::PageDown => at.saturating_add(page).min(last),
            Self::First => 0,
            Self::Last => last,
        }
    }
}

/// How many lines there are, and how many of them are seen at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    pub lines: usize,
    pub room: usize,
}

impl Extent {
    /// Those lines in an area.
    #[must_use]
    pub fn of(lines: &[Line], area: Rect) -> Self {
        Self { lines: lines.len(), room: usize::from(area.height) }
    }

    /// The furthest line that can be the first one seen.
    const fn last(self) -> usize {
        self.lines.saturating_sub(self.room)
    }

    /// Whether not all is seen at once.
    #[must_use]
    pub const fn overflows(self) -> bool {
        self.last() > 0
    }
}

/// How far a text is scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scroll(usize);

impl Scroll {
    /// Moves, no further than the text goes. A page keeps one line of what was seen.
    pub fn step(&mut self, to: Move, extent: Extent) {
        self.0 = to.from(self.0, extent.last(), extent.room.saturating_sub(1));
    }

    /// The lines that are seen.
    #[must_use]
    pub fn seen(self, extent: Extent) -> std::ops::Range<usize> {
        let top = self.0.min(extent.last());
        top..(top + extent.room).min(extent.lines)
    }

    /// Draws the lines that are seen; whether more come after them.
    pub fn draw(self, lines: &[Line], area: Rect, buf: &mut Buffer) -> bool {
        let seen = self.seen(Extent::of(lines, area));
        for (line, y) in lines[seen.clone()].iter().zip(area.y..area.bottom()) {
            buf.set_line(area.x, y, line, area.width);
        }
        seen.end < lines.len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MOVES: [Move; 6] = [Move::Up, Move::Down, Move::PageUp, Move::PageDown, Move::First, Move::Last];

    #[test]
    fn one_step_back_from_the_end_is_seen_at_once() {
        let extent = Extent { lines: 30, room: 10 };
        let mut scroll = Scroll::default();
        for _ in 0..50 {
            scroll.step(Move::PageDown, extent);
            scroll.step(Move::Down, extent);
        }
        assert_eq!(scroll.seen(extent), 20..30);
        scroll.step(Move::Up, extent);
        assert_eq!(scroll.seen(extent), 19..29);
        // The window grew meanwhile: a step back counts from what is seen.
        let taller = Extent { lines: 30, room: 20 };
        assert_eq!(scroll.seen(taller), 10..30);
        scroll.step(Move::Up, taller);
        assert_eq!(scroll.seen(taller), 9..29);
    }

    proptest! {
        #[test]
        fn what_is_seen_is_there_and_the_room_is_filled(
            lines in 0usize..40,
            steps in proptest::collection::vec((0usize..6, 0usize..20), 0..40),
        ) {
            let mut scroll = Scroll::default();
            for (to, room) in steps {
                let extent = Extent { lines, room };
                scroll.step(MOVES[to], extent);
                prop_assert_eq!(scroll.seen(extent).len(), lines.min(room));
                prop_assert!(scroll.seen(extent).end <= lines);
            }
        }
    }
}
