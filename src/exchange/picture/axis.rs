//! Axes: round numbers up the side, days along the foot, and as many names as there is room for.

use chrono::Datelike as _;
use maud::{Markup, html};

use super::Area;
use super::paint::{f, line, n, text, width};
use crate::domain::chart::Scale;
use crate::domain::{Day, Period};
use crate::words::Words;

/// Lines across a chart, at most.
const LINES: u16 = 5;

/// From values to heights.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heights {
    area: Area,
    scale: Scale,
}

impl Heights {
    /// Heights up to a round number not below the highest value.
    pub fn new(area: Area, highest: f64) -> Self {
        Self { area, scale: Scale::to(highest, LINES) }
    }

    pub fn y(&self, value: f64) -> f64 {
        self.area.bottom() - self.area.height * value / self.scale.top
    }

    /// The lines across with their numbers, and what they count.
    pub fn draw(&self, unit: &str, words: &Words) -> Markup {
        let (left, right) = (self.area.left, self.area.right());
        html! {
            (text(left - 8.0, self.area.top - 12.0, 12.0, "end", unit))
            @for value in self.scale.ticks() {
                @let y = self.y(value);
                (line((left, y), (right, y), if value == 0.0 { "#1a1a1a" } else { "#d9d9d9" }, 1.0, "none"))
                (text(left - 8.0, y + 4.0, 12.0, "end", &words.number(value)))
            }
        }
    }
}

/// Names along the foot at these places: each, or each second, third… so that none touches the next.
pub(super) fn names(y: f64, names: &[(f64, String)], size: f64) -> Markup {
    let widest = names.iter().map(|(_, name)| width(name, size)).fold(0.0, f64::max) + 8.0;
    let room = names.windows(2).map(|pair| pair[1].0 - pair[0].0).fold(f64::MAX, f64::min);
    let each = (1..=names.len().max(1)).find(|each| room * f(*each) >= widest).unwrap_or(names.len().max(1));
    html! { @for (x, name) in names.iter().step_by(each) { (text(*x, y, size, "middle", name)) } }
}

/// The years under those names: where each begins, unless it touches the next.
pub(super) fn years(y: f64, starts: &[(f64, i32)]) -> Markup {
    let mut firsts: Vec<(f64, i32)> = starts.to_vec();
    firsts.dedup_by_key(|(_, year)| *year);
    let room = |at: usize| firsts.get(at + 1).is_none_or(|next| next.0 - firsts[at].0 > 34.0);
    html! {
        @for (at, (x, year)) in firsts.iter().enumerate() {
            @if room(at) {
                text x=(n(*x)) y=(n(y)) font-size="12" font-weight="bold" text-anchor="middle" { (year) }
            }
        }
    }
}

/// Days along the foot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Time {
    area: Area,
    days: Period,
}

impl Time {
    pub const fn new(area: Area, days: Period) -> Self {
        Self { area, days }
    }

    pub fn x(&self, day: Day) -> f64 {
        let whole = f64::from((self.days.to.0 - self.days.from.0).max(1));
        self.area.left + self.area.width * f64::from(day.0 - self.days.from.0) / whole
    }

    /// Ticks at Mondays in a short period, at the first of the month in a longer one.
    pub fn draw(&self, words: &Words) -> Markup {
        let bottom = self.area.bottom();
        let months = self.days.months().filter(|m| m.from.date().day() == 1);
        let is_short = self.days.days() <= 70;
        let ticks: Vec<(Day, String)> = if is_short {
            let mondays = self.days.weeks().map(|(week, _)| week.monday()).filter(|d| self.days.contains(*d));
            mondays.map(|d| (d, format!("{} {}", d.date().day(), words.month(d)))).collect()
        } else if self.days.days() <= 1_000 {
            months.map(|m| (m.from, words.month(m.from))).collect()
        } else {
            let quarters = months.filter(|m| m.from.date().month0().is_multiple_of(3));
            quarters.map(|m| (m.from, words.month(m.from))).collect()
        };
        let named: Vec<(f64, String)> = ticks.iter().map(|(day, name)| (self.x(*day), name.clone())).collect();
        let starts: Vec<(f64, i32)> = ticks.iter().map(|(day, _)| (self.x(*day), day.date().year())).collect();
        html! {
            @for (x, _) in &named { (line((*x, bottom), (*x, bottom + 5.0), "#1a1a1a", 1.0, "none")) }
            (names(bottom + 18.0, &named, 12.0))
            (years(bottom + 34.0, &starts))
        }
    }
}
