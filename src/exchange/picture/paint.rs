//! What every picture is painted with: layers told apart by pattern as well as by colour, text, numbers of pixels.

use maud::{Markup, html};
use unicode_width::UnicodeWidthStr as _;

/// A sign and what it means.
pub(super) struct Key {
    pub swatch: Swatch,
    pub text: String,
}

pub(super) enum Swatch {
    /// How a surface is filled.
    Fill(&'static str),
    /// Colour and dashes of a line.
    Line(&'static str, &'static str),
    Sign(&'static str),
}

impl Key {
    pub fn new(swatch: Swatch, text: String) -> Self {
        Self { swatch, text }
    }
}

/// The layers of a stack, from below: dark, hatched, dotted, ruled. Their shades of grey differ too.
pub(super) const LAYERS: [&str; 4] = ["#1f4e79", "url(#hatched)", "url(#dotted)", "url(#ruled)"];

/// Colour and dashes of the lines of a curve.
pub(super) const LINES: [(&str, &str); 2] = [("#1f4e79", "none"), ("#b3470f", "7 4")];

pub(super) const INK: &str = "#1f4e79";
pub(super) const PART: &str = "url(#part)";
pub(super) const EMPTY: &str = "#ffffff";
pub(super) const SHUT: &str = "#dddddd";
pub(super) const GREY: &str = "#666666";

/// The patterns the fills above name.
pub(super) fn patterns() -> Markup {
    let tile = |id: &str, side: u8, turn: &str, marks: &Markup| {
        html! {
            pattern id=(id) width=(side) height=(side) patternUnits="userSpaceOnUse" patternTransform=(turn) {
                rect width=(side) height=(side) fill="#ffffff" {}
                (marks)
            }
        }
    };
    html! {
        defs {
            (tile("hatched", 7, "rotate(45)", &html! { rect width="4" height="7" fill="#c55a11" {} }))
            (tile("dotted", 6, "rotate(30)", &html! { circle cx="3" cy="3" r="1.7" fill="#2c6b35" {} }))
            (tile("ruled", 5, "rotate(0)", &html! { rect width="5" height="2" fill="#6f3f9b" {} }))
            (tile("part", 6, "rotate(45)", &html! { rect width="3" height="6" fill="#1f4e79" {} }))
        }
    }
}

pub(super) fn text(x: f64, y: f64, size: f64, anchor: &str, said: &str) -> Markup {
    html! { text x=(n(x)) y=(n(y)) font-size=(size) text-anchor=(anchor) { (said) } }
}

/// A straight line.
pub(super) fn line(from: (f64, f64), to: (f64, f64), colour: &str, width: f64, dash: &str) -> Markup {
    html! {
        line x1=(n(from.0)) y1=(n(from.1)) x2=(n(to.0)) y2=(n(to.1)) stroke=(colour) stroke-width=(width)
            stroke-dasharray=(dash) {}
    }
}

/// Text that stands on lines: with a white edge, so that it is read over them.
pub(super) fn above(x: f64, y: f64, size: f64, anchor: &str, said: &str) -> Markup {
    html! {
        text x=(n(x)) y=(n(y)) font-size=(size) text-anchor=(anchor) stroke="#ffffff" stroke-width="3"
            paint-order="stroke" { (said) }
    }
}

/// Pixels, to a tenth.
pub(super) fn n(pixels: f64) -> String {
    let said = format!("{pixels:.1}");
    said.strip_suffix(".0").map_or(said.clone(), str::to_owned)
}

/// About how many pixels a text takes: a letter of Arial is a little more than half its size.
pub(super) fn width(text: &str, size: f64) -> f64 {
    f(text.width()) * size * 0.55
}

/// A small count.
pub(super) fn f(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
