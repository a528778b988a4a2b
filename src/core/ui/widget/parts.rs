//! A page of parts: headings and rows of a few lines each, on some of which one stands; what they are is the page's.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{list, text};
use crate::ui::{Glyph, Look, Meaning};

/// A row of a page, or a heading, on which one does not stand.
#[derive(Debug, Clone)]
pub struct PartRow<P> {
    pub part: Option<P>,
    pub lines: Vec<(String, Meaning)>,
}

impl<P> PartRow<P> {
    /// A row of one line.
    #[must_use]
    pub fn new(part: P, said: String, meaning: Meaning) -> Self {
        Self { part: Some(part), lines: vec![(said, meaning)] }
    }

    /// A heading, with a blank line above.
    #[must_use]
    pub fn heading(said: String, meaning: Meaning) -> Self {
        Self { part: None, lines: vec![(String::new(), Meaning::Plain), (said, meaning)] }
    }

    /// Lines on which one does not stand.
    #[must_use]
    pub const fn said(lines: Vec<(String, Meaning)>) -> Self {
        Self { part: None, lines }
    }
}

/// Draws what the keys do at the foot, and the rows above it, the one that is stood on in sight; says where that is.
pub fn draw<P: Copy + PartialEq>(
    rows: Vec<PartRow<P>>,
    on: Option<P>,
    foot: &str,
    inner: Rect,
    buf: &mut Buffer,
    look: &Look,
) -> Option<(u16, u16)> {
    if inner.height < 3 {
        return None;
    }
    let keys = text::wrap(foot, inner.width);
    let bottom = inner.bottom().saturating_sub(u16::try_from(keys.len()).unwrap_or(1)).max(inner.y + 1);
    for (line, y) in keys.iter().zip(bottom..inner.bottom()) {
        buf.set_stringn(inner.x, y, line, usize::from(inner.width), look.style(Meaning::Dim));
    }
    let columns = inner.width.saturating_sub(2);
    let wrapped: Vec<(Option<P>, Vec<Line>)> = rows
        .into_iter()
        .map(|row| {
            let lines = row.lines.into_iter().flat_map(|(said, meaning)| {
                // A blank line stays one.
                let wrapped = if said.is_empty() { vec![said] } else { text::wrap(&said, columns) };
                wrapped.into_iter().map(move |line| Line::styled(line, look.style(meaning)))
            });
            (row.part, lines.collect())
        })
        .collect();
    let heights: Vec<u16> = wrapped.iter().map(|(_, lines)| u16::try_from(lines.len()).unwrap_or(u16::MAX)).collect();
    let selected = wrapped.iter().position(|(part, _)| part.is_some() && *part == on).unwrap_or(0);
    let mut y = inner.y;
    let mut cursor = None;
    for at in list::window(&heights, selected, bottom - inner.y) {
        let (_, lines) = &wrapped[at];
        if at == selected {
            buf.set_stringn(inner.x, y, look.glyph(Glyph::Selected), 1, look.style(Meaning::Strong));
            cursor = Some((inner.x, y));
        }
        for line in lines {
            if y < bottom {
                buf.set_line(inner.x + 2, y, line, columns);
                y += 1;
            }
        }
    }
    cursor
}
