//! The weeks around the one shown, each with its doctor and state in words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::title;
use crate::domain::{IsoWeek, PostId};
use crate::ui::tab::cover::{self, Cover};
use crate::ui::widget::text;
use crate::ui::{Cx, Glyph, Meaning};

/// Columns of a week when there is one post: doctor and state below each other.
const CELL: u16 = 13;
/// Columns of a week when there are several: doctor and state on one line.
const LINE: u16 = 19;
/// Columns of a post's name.
const NAME: u16 = 11;

/// Weeks before the one shown, at most.
pub const BEFORE: i32 = 2;

/// The weeks that fit, each with its place; two before the one shown, if there is room for five.
pub fn cells(area: Rect, shown: IsoWeek, cx: &Cx) -> Vec<(Rect, IsoWeek)> {
    let (left, width) = if cx.frame.rota.posts.len() > 1 { (NAME, LINE) } else { (0, CELL) };
    let count = (area.width.saturating_sub(left) / width).max(1);
    let before = match count {
        0..3 => 0,
        3..5 => 1,
        _ => BEFORE,
    };
    (0..count)
        .map(|n| {
            let cell = Rect::new(area.x + left + n * width, area.y, width.min(area.width), area.height);
            (cell, shown.plus(i32::from(n) - before))
        })
        .collect()
}

/// Draws the ribbon; `post` is the one the keys act on.
pub fn draw(area: Rect, shown: IsoWeek, post: Option<PostId>, buf: &mut Buffer, cx: &Cx) {
    let posts = &cx.frame.rota.posts;
    let ellipsis = cx.look.glyph(Glyph::Ellipsis);
    for (cell, week) in cells(area, shown, cx) {
        let room = usize::from(cell.width.saturating_sub(1));
        let mut name = cx.words.week(week);
        if week == cx.now.day.week() {
            name = format!("[{name}]");
        }
        let (mark, style) =
            if week == shown { (cx.look.glyph(Glyph::Selected), Meaning::Selected) } else { (" ", Meaning::Strong) };
        let heading = text::fit(&format!("{mark}{name}"), room, ellipsis);
        buf.set_stringn(cell.x, cell.y, heading, room, cx.look.style(style));
        for (post, y) in posts.iter().zip(cell.y + 1..cell.bottom()) {
            let (who, state, meaning) = said(post.id, week, room - 1, cx);
            let style = cx.look.style(meaning);
            if posts.len() > 1 {
                let line = text::cut(&format!(" {who} {state}"), room, ellipsis);
                buf.set_stringn(cell.x, y, line, room, style);
            } else {
                buf.set_stringn(cell.x + 1, y, text::cut(&who, room - 1, ellipsis), room, style);
                buf.set_stringn(cell.x + 1, y + 1, text::cut(&state, room - 1, ellipsis), room, style);
            }
        }
    }
    if posts.len() > 1 {
        for (row, y) in posts.iter().zip(area.y + 1..area.bottom()) {
            let mark = if Some(row.id) == post { cx.look.glyph(Glyph::Selected) } else { " " };
            let name = text::cut(&format!("{mark}{}", row.name), usize::from(NAME) - 1, ellipsis);
            buf.set_stringn(area.x, y, name, usize::from(NAME), cx.look.style(Meaning::Strong));
        }
    }
}

/// Who is there in a week, in which state, and how it stands out.
fn said(post: PostId, week: IsoWeek, room: usize, cx: &Cx) -> (String, String, Meaning) {
    let rota = &cx.frame.rota;
    let cover = Cover::of(cx, post, week);
    let stays: Vec<_> = cover::stays(rota, post, week).collect();
    let Some(stay) = stays.first() else {
        return match cover {
            Cover::Closed => {
                (format!("{} {}", cx.look.glyph(Glyph::Closed), cx.t("week-closed")), closure(week, cx), Meaning::Dim)
            }
            Cover::Before => (cx.look.glyph(Glyph::Separator).to_owned(), String::new(), Meaning::Dim),
            _ => (format!("{} {}", cx.look.glyph(Glyph::Vacant), cx.t("week-vacant")), String::new(), Meaning::Urgent),
        };
    };
    let who: Vec<String> = stays.iter().map(|s| title::name_in(s, room / stays.len(), cx)).collect();
    let phase = stay.phase(cx.now.day);
    let state = cx.words.state(stay, cx.now.day);
    let state = if cover == Cover::Partly { format!("{} {state}", cover.sign(cx.look)) } else { state };
    let meaning = match phase {
        crate::domain::Phase::Over => Meaning::Dim,
        crate::domain::Phase::Considered | crate::domain::Phase::Option => Meaning::Watch,
        _ => Meaning::Plain,
    };
    (who.join(" + "), state, meaning)
}

/// The reason of the closure that takes up the week.
fn closure(week: IsoWeek, cx: &Cx) -> String {
    let closures = &cx.frame.rota.calendar.closures;
    let there = closures.iter().find(|c| c.from <= week.sunday() && week.monday() <= c.to);
    there.map(|c| c.reason.clone()).unwrap_or_default()
}
