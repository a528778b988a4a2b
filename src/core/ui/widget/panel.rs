//! A bordered box with a title.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, Widget};

use super::text::cut;
use crate::ui::{Glyph, Look, Meaning};

/// Draws a box and returns the room inside it; the border of the one that has the keys stands out.
pub fn panel(title: &str, focused: bool, area: Rect, buf: &mut Buffer, look: &Look) -> Rect {
    let (border, heading) = if focused { (Meaning::Focus, Meaning::Title) } else { (Meaning::Border, Meaning::Strong) };
    let mut block = Block::bordered().border_set(look.border()).border_style(look.style(border));
    if !title.is_empty() {
        let room = usize::from(area.width.saturating_sub(4));
        let title = cut(title, room, look.glyph(Glyph::Ellipsis));
        block = block.title(Line::styled(format!(" {title} "), look.style(heading)));
    }
    let inner = block.inner(area);
    block.render(area, buf);
    inner
}
