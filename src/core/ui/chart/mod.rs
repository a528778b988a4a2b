//! Draws a chart in a rectangle of the terminal, in braille, in blocks or in ASCII, and readable without colour.
//!
//! A chart has an axis in words or numbers, and below it a line that says what the cursor stands on and a legend.

mod bars;
mod curve;
mod grid;
mod map;
mod shares;

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::widget::text;
use super::{Cx, Glyph, Meaning};
use crate::domain::Day;
use crate::domain::chart::Body;
use crate::domain::indicators::Chart;

/// Least room in which a chart says something.
const LEAST: (u16, u16) = (40, 8);

/// Draws the chart; `at` is the day the cursor is on, where the chart goes by days.
pub fn draw(chart: &Chart, at: Option<Day>, area: Rect, buf: &mut Buffer, cx: &Cx) {
    if area.height < LEAST.1 || area.width < LEAST.0 {
        return;
    }
    match &chart.body {
        Body::Bars(body) => bars::draw(body, at, area, buf, cx),
        Body::Curve(body) => curve::draw(body, chart.window, at, area, buf, cx),
        Body::Grid(body) => grid::draw(body, chart.post, at, area, buf, cx),
        Body::Shares(body) => shares::draw(body, area, buf, cx),
        Body::Map(body) => map::draw(body, area, buf, cx),
    }
}

/// Writes a line, cut to the room there is.
fn write(x: u16, y: u16, said: &str, right: u16, meaning: Meaning, buf: &mut Buffer, cx: &Cx) {
    let room = usize::from(right.saturating_sub(x));
    let said = text::cut(said, room, cx.look.glyph(Glyph::Ellipsis));
    buf.set_stringn(x, y, said, room, cx.look.style(meaning));
}

/// Writes a line that ends at a column.
fn write_right(right: u16, y: u16, said: &str, meaning: Meaning, buf: &mut Buffer, cx: &Cx) {
    let width = u16::try_from(text::width(said)).unwrap_or(0);
    buf.set_stringn(right.saturating_sub(width), y, said, usize::from(width), cx.look.style(meaning));
}

/// Names under places along a line: the first, and every further one that leaves a gap to the one before.
fn names(places: &[(u16, String)], y: u16, (left, right): (u16, u16), buf: &mut Buffer, cx: &Cx) {
    let mut free = left;
    for (x, name) in places {
        let width = u16::try_from(text::width(name)).unwrap_or(0);
        let x = (*x).min(right.saturating_sub(width)).max(left);
        if x >= free && x + width <= right {
            buf.set_stringn(x, y, name, usize::from(width), cx.look.style(Meaning::Dim));
            free = x + width + 1;
        }
    }
}

/// Months that are named, by the columns each has: all, one in three, the half-years, the years.
const MONTHS: [(u16, u32); 3] = [(7, 1), (3, 3), (2, 6)];

/// The name under a month on an axis with so many columns for each; nothing where only others are named.
fn month_name(day: Day, columns: u16, first: bool, cx: &Cx) -> Option<String> {
    let date = day.date();
    let every = MONTHS.iter().find(|(room, _)| columns >= *room).map_or(12, |(_, every)| *every);
    let is_named = (date.month() - 1).is_multiple_of(every);
    match (every, date.month()) {
        (12, 1) => Some(date.year().to_string()),
        (12, _) => None,
        (_, 1) => Some(cx.words.month_year(day)),
        _ if first && every == 1 => Some(cx.words.month_year(day)),
        _ => is_named.then(|| cx.words.month(day)),
    }
}

#[cfg(test)]
mod tests;
