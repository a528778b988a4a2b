//! The coverage of a year: one sign a week, on one line a post.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::{IsoWeek, Msg};
use crate::ui::tab::cover::Cover;
use crate::ui::widget::{panel::panel, text};
use crate::ui::{Cx, Glyph, Meaning};

/// Columns of a post's name.
const NAME: u16 = 12;

/// Lines the strip takes: border, months, posts, legend, count.
pub fn height(cx: &Cx) -> u16 {
    u16::try_from(cx.frame.rota.posts.len()).unwrap_or(1) + 5
}

/// Draws the weeks of an ISO year.
pub fn draw(year: i32, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let title = cx.words.say(&Msg::new("statistics-coverage").with("year", year.to_string()));
    let inner = panel(&title, false, area, buf, cx.look);
    let weeks: Vec<IsoWeek> = (1..=53).filter_map(|n| IsoWeek::new(year, n)).collect();
    let dim = cx.look.style(Meaning::Dim);
    let room = usize::from(inner.width);
    let marked = weeks.iter().position(|w| *w == cx.now.day.week());
    for (n, (week, x)) in weeks.iter().zip(inner.x + NAME..inner.right()).enumerate() {
        // A number of two digits gives way to the mark of this week.
        let covered = marked.is_some_and(|m| (n..n + 2).contains(&m));
        if week.number() % 10 == 1 && x + 2 < inner.right() && !covered {
            buf.set_stringn(x, inner.y, week.number().to_string(), 2, dim);
        }
        if marked == Some(n) {
            buf.set_stringn(x, inner.y, if cx.look.ascii { "v" } else { "▾" }, 1, cx.look.style(Meaning::Strong));
        }
    }
    buf.set_stringn(inner.x, inner.y, cx.t("statistics-weeks"), usize::from(NAME) - 1, dim);
    let mut y = inner.y + 1;
    let mut covers = Vec::new();
    for post in &cx.frame.rota.posts {
        let name = text::cut(&post.name, usize::from(NAME) - 1, cx.look.glyph(Glyph::Ellipsis));
        buf.set_stringn(inner.x, y, name, room, cx.look.style(Meaning::Strong));
        for (week, x) in weeks.iter().zip(inner.x + NAME..inner.right()) {
            let cover = Cover::of(cx, post.id, *week);
            covers.push((*week, cover));
            buf.set_stringn(x, y, cover.sign(cx.look), 1, cx.look.style(cover.meaning()));
        }
        y += 1;
    }
    let legend: Vec<String> = Cover::LEGEND.iter().map(|c| format!("{} {}", c.sign(cx.look), cx.t(c.word()))).collect();
    buf.set_stringn(inner.x, y, legend.join("  "), room, dim);
    let this = cx.now.day.week();
    let vacant = |ahead: bool| covers.iter().filter(|(w, c)| c.is_vacant() && (*w >= this) == ahead).count();
    let said = Msg::new("statistics-vacant").with("past", vacant(false)).with("ahead", vacant(true));
    buf.set_stringn(inner.x, y + 1, cx.words.say(&said), room, cx.look.style(Meaning::Plain));
}
