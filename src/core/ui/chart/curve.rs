//! Values over time as lines, with the published figures beside the computed ones.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Line as Segment};

use super::{month_name, names, write, write_right};
use crate::domain::chart::{Curve, Dot, Scale};
use crate::domain::{Day, Msg, Period};
use crate::ui::{Cx, Glyph, Meaning};

const NUMBERS: u16 = 8;
/// Rows under the lines: the axis, the names, what the cursor is on, the legend.
const BELOW: u16 = 4;

/// Colours of the lines; their names stand at their ends too.
const COLOURS: [Color; 3] = [Color::Cyan, Color::Yellow, Color::Magenta];

pub fn draw(curve: &Curve, window: Period, at: Option<Day>, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let rows = area.height.saturating_sub(BELOW).max(1);
    // The names of the lines stand at their ends.
    let labels = curve.lines.iter().map(|l| crate::ui::widget::text::width(&cx.t(l.label))).max().unwrap_or(0);
    let labels = if curve.lines.len() > 1 { u16::try_from(labels + 1).unwrap_or(0) } else { 0 };
    let plot =
        Rect { x: area.x + NUMBERS, y: area.y, width: area.width.saturating_sub(NUMBERS + labels), height: rows };
    let points = curve.lines.iter().flat_map(|l| l.points.iter().map(|(_, v)| *v));
    let most = points.chain(curve.published.iter().map(|d| f64::from(d.value))).chain(curve.target).fold(0.0, f64::max);
    let scale = Scale::to(most, (rows / 2).clamp(1, 6));
    for value in scale.ticks().filter(|v| *v > 0.0) {
        write_right(
            plot.x - 1,
            plot.bottom() - 1 - scale.row(value, rows),
            &cx.words.number(value),
            Meaning::Dim,
            buf,
            cx,
        );
    }
    write_right(plot.x - 1, plot.bottom(), "0", Meaning::Dim, buf, cx);
    lines(curve, window, scale, plot, buf, cx);
    if let Some(target) = curve.target {
        let y = plot.bottom() - 1 - scale.row(target, rows);
        let sign = if cx.look.ascii { "=" } else { "━" };
        for x in plot.x..plot.right() {
            if buf[(x, y)].symbol() == " " || buf[(x, y)].symbol() == "\u{2800}" {
                buf.set_stringn(x, y, sign, 1, cx.look.style(Meaning::Dim));
            }
        }
    }
    ends(curve, scale, plot, buf, cx);
    dots(curve, window, scale, plot, buf, cx);
    axis(curve, window, at, plot, buf, cx);
    if let Some(day) = at {
        write(area.x, plot.bottom() + 2, &said(curve, day, cx), area.right(), Meaning::Strong, buf, cx);
    }
    legend(curve, Rect { y: plot.bottom() + 3, height: 1, ..area }, buf, cx);
}

fn x_of(day: Day, window: Period) -> f64 {
    f64::from(day.0 - window.from.0)
}

/// The column of a day.
fn column(day: Day, window: Period, plot: Rect) -> u16 {
    let span = f64::from(window.days().max(2) - 1);
    let at = x_of(day, window) / span * f64::from(plot.width.saturating_sub(1));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a column of the screen")]
    let column = at.round().max(0.0) as u16;
    plot.x + column.min(plot.width.saturating_sub(1))
}

fn lines(curve: &Curve, window: Period, scale: Scale, plot: Rect, buf: &mut Buffer, cx: &Cx) {
    let span = f64::from(window.days().max(2) - 1);
    for (n, (line, colour)) in curve.lines.iter().zip(COLOURS).enumerate() {
        let color = if cx.look.theme.is_some() { colour } else { Color::Reset };
        let canvas = Canvas::default().marker(cx.look.marker(n)).x_bounds([0.0, span]).y_bounds([0.0, scale.top]);
        let canvas = canvas.paint(|ctx| {
            // A single point is a line of no length.
            let pairs = line.points.iter().zip(line.points.iter().skip(1).chain(line.points.last()));
            for ((from, low), (to, high)) in pairs {
                ctx.draw(&Segment { x1: x_of(*from, window), y1: *low, x2: x_of(*to, window), y2: *high, color });
            }
        });
        canvas.render(plot, buf);
        // A line of one point is a dot that is hardly seen.
        if let [(day, value)] = line.points[..] {
            let y = plot.bottom() - 1 - scale.row(value, plot.height);
            let style = cx.look.style(Meaning::Plain).fg(color);
            buf.set_stringn(column(day, window, plot), y, cx.look.glyph(Glyph::Watch), 1, style);
        }
    }
}

/// The name of each line after its last point.
fn ends(curve: &Curve, scale: Scale, plot: Rect, buf: &mut Buffer, cx: &Cx) {
    if curve.lines.len() < 2 {
        return;
    }
    let mut taken = Vec::new();
    for (line, colour) in curve.lines.iter().zip(COLOURS) {
        let Some((_, value)) = line.points.last() else { continue };
        let mut y = plot.bottom() - 1 - scale.row(*value, plot.height);
        // Two that end on one row: the second name stands below.
        y += u16::from(taken.contains(&y) && y + 1 < plot.bottom());
        taken.push(y);
        let style = if cx.look.theme.is_some() {
            cx.look.style(Meaning::Plain).fg(colour)
        } else {
            cx.look.style(Meaning::Plain)
        };
        buf.set_stringn(plot.right() + 1, y, cx.t(line.label), usize::from(buf.area.right() - plot.right() - 1), style);
    }
}

/// The published figures, and the surveys that found nothing free, at the top.
fn dots(curve: &Curve, window: Period, scale: Scale, plot: Rect, buf: &mut Buffer, cx: &Cx) {
    let sign = cx.look.glyph(Glyph::Published);
    for dot in &curve.published {
        let y = plot.bottom() - 1 - scale.row(f64::from(dot.value), plot.height);
        buf.set_stringn(column(dot.day, window, plot), y, sign, 1, cx.look.style(Meaning::Watch));
    }
    for day in &curve.never {
        let sign = if cx.look.ascii { "^" } else { "∞" };
        buf.set_stringn(column(*day, window, plot), plot.y, sign, 1, cx.look.style(Meaning::Bad));
    }
}

/// The line with the cursor, and the months under it.
fn axis(curve: &Curve, window: Period, at: Option<Day>, plot: Rect, buf: &mut Buffer, cx: &Cx) {
    let line = if cx.look.ascii { "-" } else { "─" };
    for x in plot.x..plot.right() {
        buf.set_stringn(x, plot.bottom(), line, 1, cx.look.style(Meaning::Dim));
    }
    if let Some(day) = at.filter(|day| window.contains(*day) && !curve.lines.is_empty()) {
        let sign = cx.look.glyph(Glyph::Urgent);
        buf.set_stringn(column(day, window, plot), plot.bottom(), sign, 1, cx.look.style(Meaning::Title));
    }
    let months: Vec<Day> = window.months().map(|m| m.from).collect();
    let room = plot.width / u16::try_from(months.len().max(1)).unwrap_or(u16::MAX);
    let places: Vec<(u16, String)> = months
        .into_iter()
        .enumerate()
        .filter_map(|(n, day)| Some((column(day, window, plot), month_name(day, room, n == 0, cx)?)))
        .collect();
    names(&places, plot.bottom() + 1, (plot.x, buf.area.right()), buf, cx);
}

/// What the cursor is on: `31 mai 2023 : patientèle 900 · ALD 170 · publié 900 (communiqué)`.
fn said(curve: &Curve, day: Day, cx: &Cx) -> String {
    let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
    let mut parts = Vec::new();
    for line in &curve.lines {
        if let Some((_, value)) = line.points.iter().find(|(at, _)| *at == day) {
            parts.push(format!("{} {}", cx.t(line.label), cx.words.number(*value)));
        }
    }
    if curve.never.contains(&day) {
        parts.push(cx.t("chart-never"));
    }
    parts.extend(curve.published.iter().filter(|d| d.day == day).map(|d| published(d, cx)));
    format!("{}{}{}", cx.words.day_year(day), cx.t("frame-colon"), parts.join(&separator))
}

fn published(dot: &Dot, cx: &Cx) -> String {
    let value = cx.words.whole(i64::from(dot.value));
    cx.words.say(&Msg::new("chart-published-at").with("value", value).with("source", dot.source.clone()))
}

fn legend(curve: &Curve, row: Rect, buf: &mut Buffer, cx: &Cx) {
    let mut said = Vec::new();
    if curve.lines.len() == 1 {
        said.extend(curve.lines.iter().map(|l| cx.t(l.label)));
    }
    if let Some(target) = curve.target {
        let sign = if cx.look.ascii { "=" } else { "━" };
        said.push(format!("{sign} {} {}", cx.t("chart-target"), cx.words.number(target)));
    }
    if !curve.published.is_empty() {
        said.push(format!("{} {}", cx.look.glyph(Glyph::Published), cx.t("chart-published")));
    }
    if !curve.never.is_empty() {
        said.push(format!("{} {}", if cx.look.ascii { "^" } else { "∞" }, cx.t("chart-never")));
    }
    write(row.x, row.y, &said.join("   "), row.right(), Meaning::Dim, buf, cx);
}
