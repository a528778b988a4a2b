//! A heat map: cells in rows and columns, told apart in black and white too.

use maud::{Markup, html};

use super::axis;
use super::paint::{EMPTY, INK, Key, PART, SHUT, Swatch, f, n, text};
use super::{Area, Drawn, PLOT};
use crate::domain::Msg;
use crate::domain::chart::{Cell, Grid, GridKind, Head};
use crate::words::Words;

/// Room for the names on the left, and as high as cells get.
const AREA: Area = Area { left: PLOT.left, top: 104.0, width: PLOT.width, height: 320.0 };
const HIGHEST: f64 = 56.0;

pub(super) fn draw(grid: &Grid, words: &Words) -> Drawn {
    let (rows, columns) = (f(grid.rows.len().max(1)), f(grid.columns.len().max(1)));
    let (width, height) = ((AREA.width / columns).min(110.0), (AREA.height / rows).min(HIGHEST));
    let most =
        grid.cells.iter().flatten().map(|cell| if let Cell::Count(n) = cell { *n } else { 0 }).max().unwrap_or(0);
    let names: Vec<(f64, String)> =
        grid.columns.iter().enumerate().map(|(c, h)| (AREA.left + width * (f(c) + 0.5), words.head(*h))).collect();
    let bottom = AREA.top + height * rows;
    let body = html! {
        @for (r, (head, cells)) in grid.rows.iter().zip(&grid.cells).enumerate() {
            @let y = AREA.top + height * f(r);
            (text(AREA.left - 8.0, y + height / 2.0 + 4.0, 12.0, "end", &words.head(*head)))
            @for (c, cell) in cells.iter().enumerate() {
                (square(*cell, (AREA.left + width * f(c), y), (width, height), most, words))
            }
        }
        (axis::names(bottom + 16.0, &names, 12.0))
        (years(grid, bottom + 32.0, &names))
    };
    Drawn { body, keys: keys(grid, words), notes: Vec::new() }
}

/// The years of weeks in columns.
fn years(grid: &Grid, y: f64, names: &[(f64, String)]) -> Markup {
    let starts = grid.columns.iter().zip(names).filter_map(|(head, (x, _))| match head {
        Head::Week(days) => Some((*x, days.from.week().year())),
        _ => None,
    });
    axis::years(y, &starts.collect::<Vec<_>>())
}

fn square(cell: Cell, (x, y): (f64, f64), (width, height): (f64, f64), most: u32, words: &Words) -> Markup {
    let (fill, shade, said) = match cell {
        Cell::Outside => return html! {},
        Cell::Closed => (SHUT, 1.0, (width > 14.0 && height > 14.0).then(|| "×".to_owned())),
        Cell::Part(0, _) => (EMPTY, 1.0, None),
        Cell::Part(part, whole) if part >= whole => (INK, 1.0, None),
        Cell::Part(..) => (PART, 1.0, None),
        // Never so dark that its number is not read: the darkest is 0,9, the lightest is white.
        Cell::Count(count) => (
            INK,
            f64::from(count) / f64::from(most.max(1)) * 0.9,
            (width > 26.0 && height > 12.0 && count > 0).then(|| words.whole(i64::from(count))),
        ),
    };
    let ink = if matches!(cell, Cell::Count(_)) && shade > 0.5 { "#ffffff" } else { "#1a1a1a" };
    html! {
        rect x=(n(x + 0.5)) y=(n(y + 0.5)) width=(n(width - 1.5)) height=(n(height - 1.5)) fill=(fill)
            fill-opacity=(format!("{shade:.2}")) stroke="#777777" stroke-width="0.8" {}
        @if let Some(said) = said {
            text x=(n(x + width / 2.0)) y=(n(y + height / 2.0 + 4.0)) font-size="12" text-anchor="middle" fill=(ink) { (said) }
        }
    }
}

fn keys(grid: &Grid, words: &Words) -> Vec<Key> {
    if grid.kind == GridKind::Load {
        return vec![Key::new(Swatch::Fill(INK), words.say(&Msg::new("indicators-unit-booked").with("count", 2_i64)))];
    }
    let has = |wanted: fn(&Cell) -> bool| grid.cells.iter().flatten().any(wanted);
    let keys = [
        (INK, "picture-full", has(|c| matches!(c, Cell::Part(p, w) if p >= w))),
        (PART, "picture-partly", has(|c| matches!(c, Cell::Part(p, w) if 0 < *p && p < w))),
        (EMPTY, "picture-vacant", has(|c| matches!(c, Cell::Part(0, _)))),
        (SHUT, "chart-note-closed", has(|c| matches!(c, Cell::Closed))),
    ];
    keys.into_iter().filter(|(.., has)| *has).map(|(fill, id, _)| Key::new(Swatch::Fill(fill), words.t(id))).collect()
}
