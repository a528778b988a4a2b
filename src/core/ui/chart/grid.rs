//! Cells in rows and columns: the weeks a doctor was there, and the hours that are full.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{names, write, write_right};
use crate::domain::chart::{Cell, Grid, GridKind, Head};
use crate::domain::{Day, PostId};
use crate::ui::{Cx, Glyph, Meaning};

/// Columns of the names at the left.
const NAMES: u16 = 6;

pub fn draw(grid: &Grid, post: Option<PostId>, at: Option<Day>, area: Rect, buf: &mut Buffer, cx: &Cx) {
    match grid.kind {
        GridKind::Coverage => coverage(grid, post, at, area, buf, cx),
        GridKind::Load => load(grid, area, buf, cx),
    }
}

/// What a cell of the coverage is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    Whole,
    Partly,
    Nobody,
    Closed,
}

impl Held {
    const ALL: [Self; 4] = [Self::Whole, Self::Partly, Self::Nobody, Self::Closed];

    const fn of(cell: Cell) -> Option<Self> {
        match cell {
            Cell::Outside | Cell::Count(_) => None,
            Cell::Closed => Some(Self::Closed),
            Cell::Part(0, _) => Some(Self::Nobody),
            Cell::Part(held, planned) if held >= planned => Some(Self::Whole),
            Cell::Part(..) => Some(Self::Partly),
        }
    }

    /// The sign, the word and the meaning.
    const fn shown(self, cx: &Cx) -> (&'static str, &'static str, Meaning) {
        match self {
            Self::Whole => (if cx.look.ascii { "X" } else { "█" }, "chart-held", Meaning::Good),
            Self::Partly => (if cx.look.ascii { "+" } else { "▄" }, "statistics-partly", Meaning::Watch),
            Self::Nobody => (cx.look.glyph(Glyph::Vacant), "chart-note-vacant", Meaning::Urgent),
            Self::Closed => (cx.look.glyph(Glyph::Closed), "statistics-closed", Meaning::Dim),
        }
    }
}

fn coverage(grid: &Grid, post: Option<PostId>, at: Option<Day>, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let room = area.width.saturating_sub(NAMES).max(1);
    let count = u16::try_from(grid.columns.len().max(1)).unwrap_or(1);
    let pitch = (room / count).clamp(1, 8);
    let shown = usize::from(room / pitch).min(grid.columns.len());
    let first = grid.columns.len() - shown;
    let width = if pitch > 2 { pitch - 1 } else { pitch };
    let x = |column: usize| area.x + NAMES + u16::try_from(column - first).unwrap_or(0) * pitch;
    // Rows apart where there is room, so that the eye keeps to its line.
    let rows = u16::try_from(grid.rows.len()).unwrap_or(1);
    let below = 4;
    let apart = if area.height >= rows * 2 + below { 2 } else { 1 };
    let cells = grid.cells.iter().zip(&grid.rows);
    let mut y = area.y;
    for (cells, head) in cells.take(usize::from(area.height.saturating_sub(below))) {
        write_right(area.x + NAMES - 1, y, &cx.words.head(*head), Meaning::Dim, buf, cx);
        for (column, cell) in cells.iter().enumerate().skip(first) {
            let Some(held) = Held::of(*cell) else { continue };
            let (sign, _, meaning) = held.shown(cx);
            for dx in 0..width {
                buf.set_stringn(x(column) + dx, y, sign, 1, cx.look.style(meaning));
            }
        }
        y += apart;
    }
    let selected =
        at.and_then(|day| grid.columns.iter().position(|head| matches!(head, Head::Week(days) if days.contains(day))));
    if let Some(column) = selected.filter(|c| *c >= first) {
        buf.set_stringn(x(column), y, cx.look.glyph(Glyph::Urgent), 1, cx.look.style(Meaning::Title));
    }
    let places: Vec<(u16, String)> = grid
        .columns
        .iter()
        .enumerate()
        .skip(first)
        .filter(|(_, head)| !matches!(head, Head::WeekNumber(n) if *n % 5 != 0 && *n != 1))
        .map(|(n, head)| (x(n), cx.words.head(*head)))
        .collect();
    names(&places, y + 1, (area.x + NAMES, area.right()), buf, cx);
    if let Some(column) = selected {
        let said = week_said(grid, post, column, cx);
        write(area.x, y + 2, &said, area.right(), Meaning::Strong, buf, cx);
    }
    let there = |held: &Held| grid.cells.iter().flatten().any(|c| Held::of(*c) == Some(*held));
    let legend: Vec<String> = Held::ALL
        .into_iter()
        .filter(there)
        .map(|held| {
            let (sign, word, _) = held.shown(cx);
            format!("{sign} {}", cx.t(word))
        })
        .collect();
    write(area.x, y + 3, &legend.join("   "), area.right(), Meaning::Dim, buf, cx);
}

/// `S48 2026 · 23–29 nov. 2026 : 9 demi-journées tenues sur 9 · Dr Vidal`.
fn week_said(grid: &Grid, post: Option<PostId>, column: usize, cx: &Cx) -> String {
    let Some(Head::Week(days)) = grid.columns.get(column) else { return String::new() };
    let (held, planned) = grid.cells.iter().filter_map(|row| row.get(column)).fold((0, 0), |(h, p), cell| match cell {
        Cell::Part(held, planned) => (h + held, p + planned),
        _ => (h, p),
    });
    let rota = &cx.frame.rota;
    let mut doctors: Vec<String> = rota
        .stays
        .between(days.from, days.to)
        .filter(|s| s.is_confirmed() && post.is_none_or(|post| s.post == post))
        .map(|s| rota.people.short(s.doctor))
        .collect();
    doctors.dedup();
    let msg =
        crate::domain::Msg::new("chart-halves-held").with("held", i64::from(held)).with("planned", i64::from(planned));
    let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
    let week = cx.words.bar(crate::domain::chart::Step::Week, *days);
    let said = format!("{week}{separator}{}{}{}", cx.words.period(*days), cx.t("frame-colon"), cx.words.say(&msg));
    [vec![said], doctors].concat().join(&separator)
}

/// Signs from few to many.
const SHADES: [&str; 5] = [" ", "░", "▒", "▓", "█"];
const ASCII_SHADES: [&str; 5] = [" ", ".", ":", "+", "#"];

fn load(grid: &Grid, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let columns = u16::try_from(grid.columns.len().max(1)).unwrap_or(1);
    let pitch = (area.width.saturating_sub(NAMES) / columns).clamp(6, 14);
    let count = |cell: &Cell| match cell {
        Cell::Count(n) => *n,
        _ => 0,
    };
    let most = grid.cells.iter().flatten().map(count).max().unwrap_or(0).max(1);
    for (n, head) in (0..).zip(&grid.columns) {
        write(area.x + NAMES + n * pitch, area.y, &cx.words.head(*head), area.right(), Meaning::Dim, buf, cx);
    }
    let room = usize::from(area.height.saturating_sub(2));
    for (y, (cells, head)) in (area.y + 1..).zip(grid.cells.iter().zip(&grid.rows)).take(room) {
        write_right(area.x + NAMES - 1, y, &cx.words.head(*head), Meaning::Dim, buf, cx);
        for (n, cell) in (0..).zip(cells) {
            let value = count(cell);
            // Of nothing nothing is shown; of something at least the lightest.
            let shade = usize::try_from((value * 4).div_ceil(most)).unwrap_or(4).min(4);
            let sign = if cx.look.ascii { ASCII_SHADES[shade] } else { SHADES[shade] };
            let x = area.x + NAMES + n * pitch;
            let number = cx.words.whole(i64::from(value));
            let meaning = if shade > 2 { Meaning::Good } else { Meaning::Plain };
            for dx in 0..pitch.saturating_sub(6).clamp(2, 6) {
                buf.set_stringn(x + dx, y, sign, 1, cx.look.style(meaning));
            }
            if value > 0 {
                write(x + pitch.saturating_sub(6).clamp(2, 6) + 1, y, &number, area.right(), Meaning::Plain, buf, cx);
            }
        }
    }
    let y = (area.y + 1 + u16::try_from(grid.rows.len()).unwrap_or(0)).min(area.bottom() - 1);
    write(area.x, y, &cx.t("chart-load-legend"), area.right(), Meaning::Dim, buf, cx);
}
