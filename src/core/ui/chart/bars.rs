//! Stacked bars over time, with their mean, the target, and a sign under each that is not like the others.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{month_name, names, write, write_right};
use crate::domain::chart::{Bar, Bars, Layer, Note, Scale, Step};
use crate::domain::{Day, Msg};
use crate::ui::widget::text;
use crate::ui::{Cx, Glyph, Look, Meaning};

/// Columns of the numbers at the left.
const NUMBERS: u16 = 6;
/// Columns at the right for the mean and the target.
const MARKS: u16 = 9;
/// Width from which a legend has room for whole names.
const ROOMY: u16 = 110;
/// Widest bar.
const WIDEST: u16 = 9;
/// Rows under the bars: the line, the signs, the names, what the cursor is on, the legend.
const BELOW: u16 = 5;

/// The sign of a note, one column wide.
const fn sign(note: Note, look: &Look) -> &'static str {
    match note {
        Note::Holiday if look.ascii => "*",
        Note::Holiday => "★",
        Note::Closed => look.glyph(Glyph::Closed),
        Note::Vacant => look.glyph(Glyph::Vacant),
        Note::Partial => look.glyph(Glyph::Ellipsis),
    }
}

/// Where the bars stand.
struct Place {
    left: u16,
    top: u16,
    rows: u16,
    /// Columns from one bar to the next, and of a bar.
    pitch: u16,
    width: u16,
    /// The first bar that is shown: of many, those around the cursor.
    first: usize,
    shown: usize,
}

impl Place {
    fn of(bars: usize, at: usize, area: Rect) -> Self {
        let room = area.width.saturating_sub(NUMBERS + MARKS).max(1);
        let count = u16::try_from(bars.max(1)).unwrap_or(u16::MAX);
        let pitch = (room / count).clamp(1, WIDEST);
        let shown = usize::from(room / pitch).min(bars);
        let first = if at < shown { 0 } else { (at + 1 - shown).min(bars - shown) };
        // The cursor may stand far before the end: the bars after it follow.
        let first = if bars - first > shown && at + shown / 2 < bars {
            at.saturating_sub(shown / 2).min(bars - shown)
        } else {
            first
        };
        Self {
            left: area.x + NUMBERS,
            top: area.y,
            rows: area.height.saturating_sub(BELOW),
            pitch,
            width: if pitch > 2 { pitch - 1 } else { pitch },
            first,
            shown,
        }
    }

    fn x(&self, bar: usize) -> u16 {
        self.left + u16::try_from(bar - self.first).unwrap_or(0) * self.pitch
    }

    fn y(&self, row: u16) -> u16 {
        self.top + self.rows - 1 - row
    }
}

pub fn draw(bars: &Bars, at: Option<Day>, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let selected = at.and_then(|day| bars.bars.iter().position(|b| b.days.contains(day)));
    let cursor = selected.unwrap_or(bars.bars.len().saturating_sub(1));
    let place = Place::of(bars.bars.len(), cursor, area);
    let most = bars.bars.iter().filter_map(Bar::total).map(f64::from).fold(0.0, f64::max);
    let most = most.max(bars.mean.unwrap_or(0.0)).max(bars.target.unwrap_or(0.0));
    let scale = Scale::to(most, (place.rows / 2).clamp(1, 6));
    numbers(scale, &place, buf, cx);
    lines(bars, scale, &place, area, buf, cx);
    let shown = place.first..place.first + place.shown;
    for (n, bar) in bars.bars[shown.clone()].iter().enumerate().map(|(n, bar)| (n + place.first, bar)) {
        stack(bar, scale, place.x(n), &place, buf, cx);
        foot(bar, place.x(n), selected == Some(n), &place, buf, cx);
    }
    let y = place.top + place.rows;
    let labels: Vec<(u16, String)> = shown.filter_map(|n| Some((place.x(n), name(bars, n, &place, cx)?))).collect();
    names(&labels, y + 2, (area.x, area.right()), buf, cx);
    if let Some(bar) = selected.and_then(|n| bars.bars.get(n)) {
        write(area.x, y + 3, &said(bars, bar, cx), area.right(), Meaning::Strong, buf, cx);
    }
    legend(bars, Rect { y: y + 4, height: 1, ..area }, buf, cx);
}

/// Round numbers at the left, and a line of points at each.
fn numbers(scale: Scale, place: &Place, buf: &mut Buffer, cx: &Cx) {
    for value in scale.ticks() {
        let row = scale.row(value, place.rows);
        if value > 0.0 {
            write_right(
                place.left - 1,
                place.y(row.min(place.rows - 1)),
                &cx.words.number(value),
                Meaning::Dim,
                buf,
                cx,
            );
        }
    }
    write_right(place.left - 1, place.top + place.rows, "0", Meaning::Dim, buf, cx);
}

/// The mean and the target, behind the bars, said at the right.
#[expect(clippy::cast_possible_truncation, reason = "consultations of a month at most")]
fn lines(bars: &Bars, scale: Scale, place: &Place, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let (mean, goal) = if cx.look.ascii { ("-", "=") } else { ("┄", "━") };
    let row = |value: f64| scale.row(value, place.rows);
    let same = bars.mean.zip(bars.target).filter(|(mean, goal)| row(*mean) == row(*goal));
    // Both on one row: the lower one stands a row below, so that each has its line and its name.
    let below = same.map(|(mean, goal)| if mean < goal { mean } else { goal });
    let both = [(bars.mean, mean, "chart-mean-short"), (bars.target, goal, "chart-target-short")];
    for (value, line, id) in both.into_iter().filter_map(|(value, line, id)| Some((value?, line, id))) {
        let down = u16::from(below.is_some_and(|below| (below - value).abs() < f64::EPSILON));
        let y = place.y(row(value).saturating_sub(down));
        let right = area.right().saturating_sub(MARKS);
        for x in place.left..right {
            buf.set_stringn(x, y, line, 1, cx.look.style(Meaning::Dim));
        }
        let said = format!("{} {}", cx.t(id), cx.words.whole(value.round() as i64));
        write(right, y, &said, area.right(), Meaning::Hint, buf, cx);
    }
}

/// A bar: each cell has the sign of the layer that fills most of it.
fn stack(bar: &Bar, scale: Scale, x: u16, place: &Place, buf: &mut Buffer, cx: &Cx) {
    let Some(parts) = &bar.parts else { return };
    for row in 0..place.rows {
        let middle = (f64::from(row) + 0.5) / f64::from(place.rows) * scale.top;
        let mut below = 0.0;
        let layer = parts.iter().position(|part| {
            below += f64::from(*part);
            middle < below
        });
        // Something was done: it is seen, however little.
        let layer = layer.or_else(|| (row == 0 && below > 0.0).then(|| parts.iter().position(|p| *p > 0)).flatten());
        let Some(layer) = layer else { break };
        let (sign, style) = cx.look.layer(layer);
        for dx in 0..place.width {
            buf.set_stringn(x + dx, place.y(row), sign, 1, style);
        }
    }
}

/// Under a bar: the line with the cursor, and the sign of its note.
fn foot(bar: &Bar, x: u16, selected: bool, place: &Place, buf: &mut Buffer, cx: &Cx) {
    let y = place.top + place.rows;
    let line = if cx.look.ascii { "-" } else { "─" };
    let middle = x + (place.width.saturating_sub(1)) / 2;
    for dx in 0..place.pitch {
        buf.set_stringn(x + dx, y, line, 1, cx.look.style(Meaning::Dim));
    }
    if selected {
        buf.set_stringn(middle, y, cx.look.glyph(Glyph::Urgent), 1, cx.look.style(Meaning::Title));
    }
    if let Some(note) = bar.note {
        buf.set_stringn(middle, y + 1, sign(note, cx.look), 1, cx.look.style(Meaning::Watch));
    }
}

/// The name under a bar: the number of its week, with the year where it changes, or its month.
fn name(bars: &Bars, n: usize, place: &Place, cx: &Cx) -> Option<String> {
    let days = bars.bars[n].days;
    if bars.step == Step::Month {
        return month_name(days.from, place.pitch, n == place.first, cx);
    }
    let year = |n: usize| bars.bars[n].days.from.week().year();
    let week = cx.words.week(days.from.week());
    Some(if n > place.first && year(n) != year(n - 1) { format!("{week} {}", year(n)) } else { week })
}

/// What the cursor is on: `S48 · 23–29 nov. 2026 : 98 · 80 prog. · 12 non prog. · …`.
fn said(bars: &Bars, bar: &Bar, cx: &Cx) -> String {
    let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
    let days = match bars.step {
        Step::Week => format!("{}{separator}{}", cx.words.week(bar.days.from.week()), cx.words.period(bar.days)),
        Step::Month => cx.words.month_year(bar.days.from),
    };
    let total = bar.total().map_or_else(|| cx.t("chart-nothing"), |n| cx.words.whole(i64::from(n)));
    let mut parts = vec![format!("{days}{}{total}", cx.t("frame-colon"))];
    if let Some(found) = &bar.parts {
        let named = bars.layers.iter().zip(found).filter(|(_, n)| **n > 0);
        parts.extend(named.map(|(layer, n)| format!("{n} {}", short(*layer, *n, cx))));
    }
    parts.extend(bar.note.map(|note| cx.t(note.word())));
    parts.join(&separator)
}

/// The name of a layer after its number, in few letters.
fn short(layer: Layer, count: u32, cx: &Cx) -> String {
    let id = match layer {
        Layer::Programmed => "chart-short-programmed",
        Layer::Unplanned => "chart-short-unplanned",
        Layer::Visits => "chart-short-visits",
        Layer::Remote => "chart-short-remote",
    };
    cx.words.say(&Msg::new(id).with("count", i64::from(count)))
}

/// The meaning of a note in few letters.
const fn short_note(note: Note) -> &'static str {
    match note {
        Note::Holiday => "chart-short-holiday",
        Note::Closed => "chart-short-closed",
        Note::Vacant => "chart-short-vacant",
        Note::Partial => note.word(),
    }
}

/// The layers, and the signs that are there; closer together where there is little room.
fn legend(bars: &Bars, row: Rect, buf: &mut Buffer, cx: &Cx) {
    let roomy = row.width >= ROOMY;
    let mut parts: Vec<(&str, Style, String)> = Vec::new();
    for (n, layer) in bars.layers.iter().enumerate() {
        let used = bars.bars.iter().any(|b| b.parts.as_ref().is_some_and(|p| p.get(n).is_some_and(|v| *v > 0)));
        if used {
            let (sign, style) = cx.look.layer(n);
            parts.push((sign, style, if roomy { cx.t(layer.word()).to_lowercase() } else { short(*layer, 2, cx) }));
        }
    }
    for note in Note::ALL.into_iter().filter(|note| bars.bars.iter().any(|b| b.note == Some(*note))) {
        let word = if roomy { note.word() } else { short_note(note) };
        parts.push((sign(note, cx.look), cx.look.style(Meaning::Watch), cx.t(word)));
    }
    let width = |gap: usize| parts.iter().map(|(_, _, name)| text::width(name) + 2 + gap).sum::<usize>();
    let gap = if width(2) <= usize::from(row.width) { 2 } else { 1 };
    let mut x = row.x;
    for (sign, style, name) in parts {
        let taken = u16::try_from(text::width(&name) + 2).unwrap_or(0);
        if x + taken > row.right() {
            return;
        }
        buf.set_stringn(x, row.y, sign, 1, style);
        write(x + 2, row.y, &name, row.right(), Meaning::Dim, buf, cx);
        x += taken + gap;
    }
}
