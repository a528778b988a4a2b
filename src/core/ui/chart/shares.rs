//! A few bars beside each other, each with its number in words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::write;
use crate::domain::chart::{Group, Share};
use crate::domain::indicators::Figure;
use crate::ui::widget::text;
use crate::ui::{Cx, Meaning};

/// Columns of the numbers at the right.
const NUMBERS: u16 = 22;

pub fn draw(groups: &[Group], area: Rect, buf: &mut Buffer, cx: &Cx) {
    let labels = groups.iter().flat_map(|g| &g.bars).map(|b| text::width(&cx.words.say(&b.label))).max().unwrap_or(0);
    let labels = u16::try_from(labels + 1).unwrap_or(20).min(area.width / 2);
    let room = area.width.saturating_sub(labels + NUMBERS);
    // A blank line between groups where there is room.
    let lines = groups.iter().map(|g| g.bars.len() + 1).sum::<usize>() + groups.len().saturating_sub(1);
    let apart = u16::from(usize::from(area.height) >= lines);
    let mut y = area.y;
    for group in groups {
        if y >= area.bottom() {
            return;
        }
        // A group alone has the title of its chart.
        if groups.len() > 1 {
            write(area.x, y, &cx.t(group.label), area.right(), Meaning::Strong, buf, cx);
            y += 1;
        }
        let most = group.bars.iter().map(|b| b.part).max().unwrap_or(0).max(1);
        for bar in &group.bars {
            if y >= area.bottom() {
                return;
            }
            one(bar, most, (labels, room), Rect { y, height: 1, ..area }, buf, cx);
            y += 1;
        }
        y += apart;
    }
}

fn one(bar: &Share, most: u32, (labels, room): (u16, u16), row: Rect, buf: &mut Buffer, cx: &Cx) {
    write(row.x, row.y, &cx.words.say(&bar.label), row.x + labels, Meaning::Plain, buf, cx);
    let whole = bar.whole.unwrap_or(most).max(1);
    let filled = u32::from(room) * bar.part / whole;
    let filled = u16::try_from(filled).unwrap_or(room).min(room).max(u16::from(bar.part > 0));
    let (sign, style) = cx.look.layer(0);
    let (rest, dim) = (if cx.look.ascii { "." } else { "·" }, cx.look.style(Meaning::Dim));
    for dx in 0..room {
        let (sign, style) = if dx < filled { (sign, style) } else { (rest, dim) };
        // What a count is of is not known: nothing is missing.
        if dx < filled || bar.whole.is_some() {
            buf.set_stringn(row.x + labels + dx, row.y, sign, 1, style);
        }
    }
    let said = match bar.whole {
        Some(0) => "—".to_owned(),
        Some(whole) => cx.words.figure(None, Figure::Share(bar.part, whole)),
        None => cx.words.whole(i64::from(bar.part)),
    };
    let x = if bar.whole.is_some() { row.x + labels + room + 1 } else { row.x + labels + filled + 1 };
    write(x, row.y, &said, row.right(), Meaning::Plain, buf, cx);
}
