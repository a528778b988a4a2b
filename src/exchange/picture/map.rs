//! Where the doctors come from: the outline of France, a circle a department, a line from each to the centre.

use std::fmt::Write as _;

use maud::{Markup, html};

use super::paint::{INK, Key, Swatch, above, f, line, n, text, width};
use super::{Area, Drawn};
use crate::domain::chart::{Map, Origin};
use crate::domain::draft::department;
use crate::domain::{Msg, geography};
use crate::words::Words;

const AREA: Area = Area { left: 150.0, top: 80.0, width: 430.0, height: 396.0 };

/// Places beyond the map, each in a box of its own.
const BOX: Area = Area { left: 32.0, top: 84.0, width: 112.0, height: 50.0 };

/// Departments in the list beside.
const LISTED: usize = 16;
const LIST: f64 = 610.0;

/// Radius of the largest circle; the others by their area.
const LARGEST: f64 = 20.0;

pub(super) fn draw(map: &Map, words: &Words) -> Drawn {
    let beyond = beyond(map);
    let at = |code: &str| match geography::place(code) {
        Some(km) => Some(pixels(km)),
        None => beyond.iter().position(|b| *b == code).map(|n| middle(n, beyond.len())),
    };
    let most = map.departments.iter().map(|o| o.stays).max().unwrap_or(1).max(1);
    let radius = |origin: &Origin| (LARGEST * (f64::from(origin.stays) / f64::from(most)).sqrt()).max(3.5);
    let places: Vec<((f64, f64), f64, &Origin)> =
        map.departments.iter().filter_map(|o| Some((at(&o.department)?, radius(o), o))).collect();
    let centre = at(&map.centre);
    let body = html! {
        @for ring in geography::rings() {
            path d=(path(&ring)) fill="#f4f1e8" stroke="#8a8a8a" stroke-width="1" stroke-linejoin="round" {}
        }
        @for (at, code) in beyond.iter().enumerate() { (frame(code, middle(at, beyond.len()), beyond.len(), words)) }
        @if let Some(centre) = centre {
            @for (place, ..) in &places { (line(*place, centre, "#8a8a8a", 0.8, "none")) }
        }
        @for ((x, y), radius, _) in &places {
            circle cx=(n(*x)) cy=(n(*y)) r=(n(*radius)) fill=(INK) fill-opacity="0.55" stroke="#12324f" stroke-width="1" {}
        }
        @if let Some((x, y)) = centre {
            path d=(format!("M{} {}l6 6l-6 6l-6 -6z", n(x), n(y - 6.0))) fill="#ffffff" stroke="#8b0000" stroke-width="2.5" {}
        }
        (names(&places, centre, words))
        (list(map, words))
    };
    Drawn {
        body,
        keys: vec![Key::new(Swatch::Sign("●"), words.t("chart-stays"))],
        notes: vec![words.t("picture-outline") + "."],
    }
}

/// From kilometres to pixels, the country in the middle of its area.
fn pixels((x, y): (f64, f64)) -> (f64, f64) {
    let b = geography::bounds();
    let scale = (AREA.width / (b.east - b.west)).min(AREA.height / (b.north - b.south));
    let left = AREA.left + (AREA.width - scale * (b.east - b.west)) / 2.0;
    (left + (x - b.west) * scale, AREA.top + (b.north - y) * scale)
}

fn path(ring: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for km in ring {
        let (x, y) = pixels(*km);
        let _ = write!(path, "{}{} {}", if path.is_empty() { 'M' } else { 'L' }, n(x), n(y));
    }
    path + "Z"
}

/// Codes of the places that are not on the map, the centre's among them.
fn beyond(map: &Map) -> Vec<&str> {
    let codes = map.departments.iter().map(|o| o.department.as_str()).chain([map.centre.as_str()]);
    let mut beyond: Vec<&str> =
        codes.filter(|code| geography::place(code).is_none() && department::name(code).is_some()).collect();
    beyond.sort_unstable();
    beyond.dedup();
    beyond
}

/// Height from one box to the next: they share the side of the map.
fn step(count: usize) -> f64 {
    ((AREA.height - 24.0) / f(count.max(1))).min(BOX.height + 6.0)
}

fn middle(at: usize, count: usize) -> (f64, f64) {
    let step = step(count);
    // The boxes end at the foot of the map: the west of the sea is there.
    let top = AREA.bottom() - step * f(count);
    (BOX.left + BOX.width - 22.0, top + step * f(at) + step / 2.0)
}

fn frame(code: &str, (x, y): (f64, f64), count: usize, words: &Words) -> Markup {
    let high = step(count) - 6.0;
    let name = department::name(code).unwrap_or_default();
    let name = if code == "99" { words.t("picture-abroad") } else { name.to_owned() };
    let size = if width(&name, 10.0) > BOX.width - 46.0 { 8.0 } else { 10.0 };
    let lines = textwrap::wrap(&name, 14);
    html! {
        rect x=(n(BOX.left)) y=(n(y - high / 2.0)) width=(n(BOX.width)) height=(n(high)) fill="#f4f1e8" stroke="#8a8a8a" {}
        @for (at, part) in lines.iter().enumerate() {
            (text(BOX.left + 4.0, y + 3.0 + (f(at) - (f(lines.len()) - 1.0) / 2.0) * size, size, "start", part))
        }
        // Where the circle of the place stands, between the name and the edge.
        circle cx=(n(x)) cy=(n(y)) r="1" fill="#8a8a8a" {}
    }
}

/// The codes beside the larger circles, and the name of the centre.
fn names(places: &[((f64, f64), f64, &Origin)], centre: Option<(f64, f64)>, words: &Words) -> Markup {
    html! {
        // The box of what is abroad has its name already.
        @for ((x, y), radius, origin) in places.iter().take(LISTED).filter(|(.., o)| o.department != "99") {
            @if *radius >= 9.0 { (above(*x, y + 4.0, 11.0, "middle", &origin.department)) }
            @else { (above(x + radius + 2.0, y + 4.0, 10.0, "start", &origin.department)) }
        }
        @if let Some((x, y)) = centre { (above(x, y - 11.0, 12.0, "middle", &words.t("chart-centre"))) }
    }
}

fn list(map: &Map, words: &Words) -> Markup {
    let count = |id: &'static str, n: u32| words.say(&Msg::new(id).with("count", i64::from(n)));
    let rows = map.departments.iter().take(LISTED).map(|o| {
        let name = department::name(&o.department).unwrap_or_default();
        (format!("{} {name}", o.department), count("picture-stays", o.stays))
    });
    let others = u32::try_from(map.departments.len().saturating_sub(LISTED)).unwrap_or(u32::MAX);
    let mut rows: Vec<(String, String)> = rows.collect();
    rows.extend((others > 0).then(|| (count("picture-others", others), String::new())));
    rows.extend((map.unknown > 0).then(|| (count("picture-unknown", map.unknown), String::new())));
    html! {
        @for (at, (name, stays)) in rows.iter().enumerate() {
            @let y = AREA.top + 22.0 + 21.0 * f(at);
            (text(LIST, y, 13.0, "start", name))
            (text(super::WIDTH - super::MARGIN, y, 13.0, "end", stays))
        }
    }
}
