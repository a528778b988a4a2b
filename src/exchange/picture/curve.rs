//! Values over time: lines that differ by their dashes and their points, and what was published beside them.

use std::fmt::Write as _;

use maud::{Markup, html};

use super::axis::{Heights, Time};
use super::paint::{Key, LINES, Swatch, above, line, n, text};
use super::{Area, Drawn, PLOT};
use crate::domain::chart::{Curve, Dot, Line};
use crate::domain::{Day, Msg, Period};
use crate::words::Words;

/// Points up to which each is marked.
const MARKED: usize = 70;

/// Published figures up to which each has its number.
const NUMBERED: usize = 12;

const PUBLISHED: &str = "#8b0000";
const TARGET: (&str, &str) = ("#1a1a1a", "9 4");

/// The last value stands to the right of its point.
const SIDE: Area = Area { width: PLOT.width - 60.0, ..PLOT };

pub(super) fn draw(curve: &Curve, days: Period, words: &Words) -> Drawn {
    let points = || curve.lines.iter().flat_map(|l| l.points.iter().copied());
    // What was published before those days has its place in the table, not in the picture.
    let shown: Vec<&Dot> = curve.published.iter().filter(|d| days.contains(d.day)).collect();
    let values = points().map(|(_, v)| v).chain(shown.iter().map(|d| f64::from(d.value)));
    let scale = Heights::new(SIDE, values.chain(curve.target).fold(0.0, f64::max));
    let time = Time::new(SIDE, days);
    let at = |day: Day, value: f64| (time.x(day), scale.y(value));
    let unit = words.say(&Msg::new(curve.unit).with("count", 2_i64));
    let body = html! {
        (scale.draw("", words))
        (text(PLOT.left, PLOT.top - 9.0, 12.0, "start", &unit))
        (time.draw(words))
        @if let Some(target) = curve.target {
            (line((SIDE.left, scale.y(target)), (SIDE.right(), scale.y(target)), TARGET.0, 1.6, TARGET.1))
        }
        @for (of, (colour, dash)) in curve.lines.iter().zip(LINES) { (drawn(of, (colour, dash), &curve.never, &at)) }
        @for day in &curve.never { (above(time.x(*day), SIDE.top + 20.0, 18.0, "middle", "∞")) }
        @for dot in &shown {
            @let (x, y) = at(dot.day, f64::from(dot.value));
            path d=(format!("M{} {}l5 5l-5 5l-5 -5z", n(x), n(y - 5.0))) fill="#ffffff" stroke=(PUBLISHED) stroke-width="2" {}
        }
        (numbers(curve, &shown, &at, words))
    };
    Drawn { body, keys: keys(curve, words), notes: sources(curve, words) }
}

/// A line with its points. It stops where the value was beyond every number: nothing lies between.
fn drawn(of: &Line, (colour, dash): (&str, &str), never: &[Day], at: &impl Fn(Day, f64) -> (f64, f64)) -> Markup {
    let mut path = String::new();
    let mut last = None;
    for (day, value) in &of.points {
        let (x, y) = at(*day, *value);
        let goes_on = last.is_some_and(|last: Day| !never.iter().any(|n| last < *n && n < day));
        last = Some(*day);
        let sign = if goes_on { 'L' } else { 'M' };
        let _ = write!(path, "{sign}{} {}", n(x), n(y));
    }
    let marked = if of.points.len() <= MARKED { &of.points[..] } else { &[] };
    html! {
        path d=(path) fill="none" stroke=(colour) stroke-width="2.4" stroke-dasharray=(dash) stroke-linejoin="round" {}
        @for (day, value) in marked {
            @let (x, y) = at(*day, *value);
            @if dash == "none" { circle cx=(n(x)) cy=(n(y)) r="3.2" fill=(colour) {} }
            @else { rect x=(n(x - 3.0)) y=(n(y - 3.0)) width="6" height="6" fill=(colour) {} }
        }
    }
}

/// The last value of each line, and the published ones.
fn numbers(curve: &Curve, shown: &[&Dot], at: &impl Fn(Day, f64) -> (f64, f64), words: &Words) -> Markup {
    let few = if shown.len() <= NUMBERED { shown } else { &[] };
    html! {
        @for dot in few {
            @let (x, y) = at(dot.day, f64::from(dot.value));
            (above(x, y - 10.0, 12.0, "middle", &words.whole(i64::from(dot.value))))
        }
        @for (day, value) in curve.lines.iter().filter_map(|l| l.points.last()) {
            @let (x, y) = at(*day, *value);
            (above(x + 9.0, y + 4.0, 13.0, "start", &words.number(*value)))
        }
    }
}

fn keys(curve: &Curve, words: &Words) -> Vec<Key> {
    let lines = curve.lines.iter().zip(LINES).filter(|(l, _)| !l.points.is_empty());
    let mut keys: Vec<Key> =
        lines.map(|(l, (colour, dash))| Key::new(Swatch::Line(colour, dash), words.t(l.label))).collect();
    if let Some(target) = curve.target {
        let said = format!("{} {}", words.t("chart-target"), words.number(target));
        keys.push(Key::new(Swatch::Line(TARGET.0, TARGET.1), said));
    }
    if !curve.published.is_empty() {
        keys.push(Key::new(Swatch::Sign("◇"), words.t("chart-published")));
    }
    keys
}

/// Who published what is drawn.
fn sources(curve: &Curve, words: &Words) -> Vec<String> {
    let mut sources: Vec<&str> =
        curve.published.iter().map(|d| d.source.as_str()).filter(|source| !source.is_empty()).collect();
    sources.sort_unstable();
    sources.dedup();
    if sources.is_empty() {
        return Vec::new();
    }
    let msg = Msg::new("stats-definition").with("label", words.t("chart-published"));
    // The desc has them all, beside their values.
    let said = sources.join(", ");
    let short: String = said.chars().take(200).collect();
    vec![words.say(&msg.with("definition", if short.len() < said.len() { short + "…." } else { short + "." }))]
}
