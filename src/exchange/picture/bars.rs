//! Stacked bars over time.

use chrono::Datelike as _;
use maud::{Markup, html};

use super::axis::{self, Heights};
use super::paint::{GREY, Key, LAYERS, Swatch, above, f, line, n, text};
use super::{Drawn, PLOT};
use crate::domain::Msg;
use crate::domain::chart::{Bar, Bars, Note, Step};
use crate::words::Words;

/// Bars up to which each has its number.
const NUMBERED: usize = 16;

const MEAN: Swatch = Swatch::Line(GREY, "2 3");
const TARGET: Swatch = Swatch::Line("#1a1a1a", "9 4");

const fn sign(note: Note) -> &'static str {
    match note {
        Note::Holiday => "*",
        Note::Closed => "×",
        Note::Vacant => "○",
        Note::Partial => "…",
    }
}

pub(super) fn draw(bars: &Bars, words: &Words) -> Drawn {
    let totals = bars.bars.iter().filter_map(Bar::total).map(f64::from);
    let highest = totals.chain(bars.mean).chain(bars.target).fold(0.0, f64::max);
    let scale = Heights::new(PLOT, highest);
    let slot = PLOT.width / f(bars.bars.len().max(1));
    let middle = |at: usize| PLOT.left + slot * (f(at) + 0.5);
    let unit = words.say(&Msg::new("indicators-unit-consultations").with("count", 2_i64));
    let level = |value: Option<f64>, colour: &str, dash: &str| {
        let y = value.map(|v| scale.y(v));
        html! { @if let Some(y) = y { (line((PLOT.left, y), (PLOT.right(), y), colour, 1.6, dash)) } }
    };
    let body = html! {
        (scale.draw("", words))
        (text(PLOT.left, PLOT.top - 9.0, 12.0, "start", &unit))
        @for (at, bar) in bars.bars.iter().enumerate() {
            (stack(bar, middle(at), (slot * 0.76).min(64.0), &scale))
            (over(bar, middle(at), bars.bars.len() <= NUMBERED, &scale, words))
        }
        (level(bars.mean, GREY, "2 3"))
        (level(bars.target, "#1a1a1a", "9 4"))
        (foot(bars, middle, words))
    };
    Drawn { body, keys: keys(bars, words), notes: Vec::new() }
}

fn stack(bar: &Bar, middle: f64, width: f64, scale: &Heights) -> Markup {
    let mut below = 0;
    let parts = bar.parts.iter().flatten().zip(LAYERS).map(|(part, fill)| {
        let (low, high) = (scale.y(f64::from(below)), scale.y(f64::from(below + part)));
        below += part;
        (high, low - high, fill)
    });
    let parts: Vec<_> = parts.filter(|(_, height, _)| *height > 0.0).collect();
    html! {
        @for (y, height, fill) in parts {
            rect x=(n(middle - width / 2.0)) y=(n(y)) width=(n(width)) height=(n(height)) fill=(fill)
                stroke="#1a1a1a" stroke-width="0.6" {}
        }
    }
}

/// What stands over a bar: its number where there is room, and why it is low.
fn over(bar: &Bar, middle: f64, numbered: bool, scale: &Heights, words: &Words) -> Markup {
    let total = bar.total();
    let number = total.filter(|_| numbered).map(|total| words.whole(i64::from(total)));
    let said: Vec<String> = number.into_iter().chain(bar.note.map(|note| sign(note).to_owned())).collect();
    let y = scale.y(total.map_or(0.0, f64::from)) - 5.0;
    html! { @if !said.is_empty() { (above(middle, y, 12.0, "middle", &said.join(" "))) } }
}

fn foot(bars: &Bars, middle: impl Fn(usize) -> f64, words: &Words) -> Markup {
    let each = || bars.bars.iter().enumerate();
    let name = |bar: &Bar| match bars.step {
        Step::Week => words.week(bar.days.from.week()),
        Step::Month => words.month(bar.days.from),
    };
    let year = |bar: &Bar| match bars.step {
        Step::Week => bar.days.from.week().year(),
        Step::Month => bar.days.from.date().year(),
    };
    let names: Vec<(f64, String)> = each().map(|(at, bar)| (middle(at), name(bar))).collect();
    let years: Vec<(f64, i32)> = each().map(|(at, bar)| (middle(at), year(bar))).collect();
    html! {
        (axis::names(PLOT.bottom() + 18.0, &names, 12.0))
        (axis::years(PLOT.bottom() + 34.0, &years))
    }
}

fn keys(bars: &Bars, words: &Words) -> Vec<Key> {
    let layers =
        bars.layers.iter().zip(LAYERS).map(|(layer, fill)| Key::new(Swatch::Fill(fill), words.t(layer.word())));
    let level = |swatch, id: &'static str, value: Option<f64>| {
        value.map(|v| Key::new(swatch, format!("{} {}", words.t(id), words.number(v))))
    };
    let notes = Note::ALL.into_iter().filter(|note| bars.bars.iter().any(|b| b.note == Some(*note)));
    layers
        .chain(level(MEAN, "chart-mean", bars.mean))
        .chain(level(TARGET, "chart-target", bars.target))
        .chain(notes.map(|note| Key::new(Swatch::Sign(sign(note)), words.t(note.word()))))
        .collect()
}
