//! Where dialogs stand over a screen, and those that are a text to read with its keys under it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use super::panel::panel;
use super::scroll::{Extent, Move, Scroll};
use crate::ui::{Look, Meaning};

/// Rows and columns around the text of a dialog: its border, and a column of air at either side.
const AROUND: (u16, u16) = (4, 2);

/// Columns for the text of a dialog that would be that wide.
#[must_use]
pub fn columns(area: Rect, width: u16) -> u16 {
    width.min(area.width).saturating_sub(AROUND.0)
}

/// Where a dialog stands: in the middle across, a third down, and no larger than its area.
#[must_use]
pub fn place(area: Rect, width: u16, height: u16) -> Rect {
    down(area, width, height, 3)
}

/// Where a dialog stands that grows and shrinks as it is filled in: in the middle.
#[must_use]
pub fn middle(area: Rect, width: u16, height: u16) -> Rect {
    down(area, width, height, 2)
}

/// In the middle across, and such a part of what is left above it.
fn down(area: Rect, width: u16, height: u16, part: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / part, width, height }
}

/// The room of a dialog inside its border.
#[must_use]
pub fn inside(dialog: Rect) -> Rect {
    let (columns, rows) = AROUND;
    Rect {
        x: dialog.x + (columns / 2).min(dialog.width),
        y: dialog.y + (rows / 2).min(dialog.height),
        width: dialog.width.saturating_sub(columns),
        height: dialog.height.saturating_sub(rows),
    }
}

/// Draws an empty dialog over whatever was there, and returns the room inside.
pub fn open(title: &str, dialog: Rect, buf: &mut Buffer, look: &Look) -> Rect {
    Clear.render(dialog, buf);
    panel(title, true, dialog, buf, look);
    inside(dialog)
}

/// A text to read, its keys under it: as high as it needs, scrolled where the screen is lower.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    pub title: String,
    /// Columns of the whole dialog, where the screen has them.
    pub width: u16,
    pub lines: Vec<Line<'static>>,
    /// What never scrolls away, its keys last.
    pub foot: Vec<Line<'static>>,
    /// What is said instead of the last of it while more text follows.
    pub foot_more: Option<Line<'static>>,
}

/// Rows of the least dialog, its border included.
const LEAST: u16 = 5;

impl Sheet {
    fn dialog(&self, area: Rect) -> Rect {
        let rows = u16::try_from(self.lines.len() + self.foot.len()).unwrap_or(u16::MAX).saturating_add(AROUND.1);
        place(area, self.width, rows.max(LEAST))
    }

    /// The room of the text, and that of what stands under it.
    fn parts(&self, area: Rect) -> (Rect, Rect) {
        let inside = inside(self.dialog(area));
        let foot = u16::try_from(self.foot.len()).unwrap_or(u16::MAX).min(inside.height);
        let text = Rect { height: inside.height - foot, ..inside };
        (text, Rect { y: text.bottom(), height: foot, ..inside })
    }

    fn extent(&self, area: Rect) -> Extent {
        Extent::of(&self.lines, self.parts(area).0)
    }

    /// Whether not all of it is seen at once.
    #[must_use]
    pub fn overflows(&self, area: Rect) -> bool {
        self.extent(area).overflows()
    }

    /// Scrolls in the area it is drawn in.
    pub fn step(&self, scroll: &mut Scroll, to: Move, area: Rect) {
        scroll.step(to, self.extent(area));
    }

    /// Draws it; returns where the choice stands, if one of what never scrolls away is chosen.
    pub fn draw(&self, scroll: Scroll, area: Rect, buf: &mut Buffer, look: &Look) -> Option<(u16, u16)> {
        let chosen = |line: &Line| line.style == look.style(Meaning::Selected);
        let mut cursor = None;
        open(&self.title, self.dialog(area), buf, look);
        let (text, under) = self.parts(area);
        let more = scroll.draw(&self.lines, text, buf);
        let last = self.foot_more.as_ref().filter(|_| more).or(self.foot.last());
        let before = self.foot.iter().rev().skip(1).rev();
        for (line, y) in before.chain(last).zip(under.y..under.bottom()) {
            cursor = cursor.or(chosen(line).then_some((under.x, y)));
            buf.set_line(under.x, y, line, under.width);
        }
        cursor
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(lines: usize) -> Sheet {
        let lines = (0..lines).map(|n| Line::raw(format!("ligne {n}."))).collect();
        Sheet { title: "Aide".into(), width: 40, lines, foot: vec!["fin".into()], foot_more: Some("suite".into()) }
    }

    fn shown(sheet: &Sheet, scroll: Scroll, area: Rect) -> String {
        let mut buf = Buffer::empty(area);
        sheet.draw(scroll, area, &mut buf, &Look::default());
        crate::ui::testing::shown(&buf)
    }

    #[test]
    fn a_sheet_is_as_high_as_its_text_and_scrolls_where_the_screen_is_lower() {
        let area = Rect::new(0, 0, 80, 21);
        let short = shown(&sheet(3), Scroll::default(), area);
        assert_eq!(short.lines().filter(|line| line.contains('│')).count(), 4, "{short}");
        assert!(short.contains("fin"), "{short}");
        let long = sheet(60);
        let mut scroll = Scroll::default();
        let first = shown(&long, scroll, area);
        assert!(first.contains("ligne 0.") && first.contains("suite") && !first.contains("ligne 59."), "{first}");
        for _ in 0..100 {
            long.step(&mut scroll, Move::Down, area);
        }
        let end = shown(&long, scroll, area);
        assert!(end.contains("ligne 59.") && end.contains("fin"), "{end}");
        long.step(&mut scroll, Move::Up, area);
        assert!(shown(&long, scroll, area).contains("ligne 58.") && !shown(&long, scroll, area).contains("ligne 59."));
    }

    #[test]
    fn any_window_holds_a_dialog() {
        for (width, height) in [(80, 21), (12, 5), (4, 3), (3, 2), (1, 1), (0, 0)] {
            let area = Rect::new(0, 0, width, height);
            assert_eq!(place(area, 60, 12).intersection(area), place(area, 60, 12));
            shown(&sheet(9), Scroll::default(), area);
        }
    }
}
