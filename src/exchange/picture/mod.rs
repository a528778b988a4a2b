//! Charts as pictures, for a slide, a report or a newspaper: SVG that needs no other file and runs nothing.
//!
//! Drawn with `maud`, which escapes what comes from the centre, and not with `plotters`: its SVG has neither a title
//! nor a description for a screen reader, no patterns, so that layers printed in black and white are all alike, and no
//! heat map or map; what is left of it for us, ticks and rectangles, is the shorter part of these files. Takes only
//! what has been through rule 22; knows neither the store nor the screen.

mod axis;
mod bars;
mod curve;
mod grid;
mod map;
mod paint;
mod shares;

use maud::{Markup, html};

use crate::domain::chart::{Body, Curve};
use crate::domain::indicators::Indicator;
use crate::domain::indicators::{Chart, ChartCode};
use crate::domain::{Msg, Period};
use crate::exchange::figures::Leaving;
use crate::words::Words;
use paint::{Key, Swatch, n, text};

const WIDTH: f64 = 960.0;
const HEIGHT: f64 = 540.0;
const MARGIN: f64 = 32.0;

/// Letters in a line at the foot.
const FOOT: usize = 160;

/// Rows of the table that are told in the description; longer ones are what the workbook is for.
const ROWS_TOLD: usize = 120;

/// Where a chart is drawn, in pixels from the top left.
#[derive(Debug, Clone, Copy)]
struct Area {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Area {
    fn right(self) -> f64 {
        self.left + self.width
    }

    fn bottom(self) -> f64 {
        self.top + self.height
    }
}

const PLOT: Area = Area { left: 76.0, top: 130.0, width: 852.0, height: 302.0 };

/// A chart as it was drawn, what its signs mean, and what must be said under it.
struct Drawn {
    body: Markup,
    keys: Vec<Key>,
    notes: Vec<String>,
}

/// A chart of the period as SVG; none where a post has no such chart.
#[must_use]
pub fn svg(leaving: &Leaving<'_>, code: ChartCode) -> Option<String> {
    let (chart, indicator) = leaving.chart(code)?;
    let words = leaving.words();
    let drawn = if chart.body.is_empty() {
        let said = text(WIDTH / 2.0, HEIGHT / 2.0, 18.0, "middle", &words.t("picture-empty"));
        Drawn { body: said, keys: Vec::new(), notes: Vec::new() }
    } else {
        match &chart.body {
            Body::Bars(bars) => bars::draw(bars, words),
            Body::Curve(curve) => curve::draw(curve, days(chart, curve), words),
            Body::Grid(grid) => grid::draw(grid, words),
            Body::Shares(groups) => shares::draw(groups, chart.code, words),
            Body::Map(map) => map::draw(map, words),
        }
    };
    Some(page(leaving, chart, indicator, &drawn))
}

/// The days a curve is drawn over: its window, and for what adds up since the opening the days that are known.
fn days(chart: &Chart, curve: &Curve) -> Period {
    let known = || curve.lines.iter().flat_map(|l| l.points.iter().map(|(day, _)| *day));
    let (first, last) = (known().min(), known().max());
    let from = match first {
        Some(first) if chart.code.plan().adds_up => first,
        Some(first) => first.min(chart.window.from),
        None => chart.window.from,
    };
    Period { from, to: last.map_or(chart.window.to, |last| last.max(chart.window.to)) }
}

fn page(leaving: &Leaving<'_>, chart: &Chart, indicator: Option<&Indicator>, drawn: &Drawn) -> String {
    let words = leaving.words();
    let heading = words.chart_title(chart);
    let title = words.say(&Msg::new("picture-of").with("title", heading.as_str()).with("centre", leaving.whose()));
    let about = |i: &Indicator, said: String| {
        words.say(&Msg::new("stats-definition").with("label", words.t(i.label)).with("definition", said))
    };
    // A stock is that of its day, and not of the days drawn.
    let figure = indicator.map(|i| {
        let said = words.figure(i.unit, i.value);
        let own = (i.window != chart.window).then(|| format!(" ({})", words.period(i.window)));
        about(i, said + &own.unwrap_or_default())
    });
    let partial = chart.window.is_partial(leaving.today()).then(|| words.t("statistics-partial"));
    let window = words.period(chart.window);
    let lead: Vec<String> = figure.into_iter().chain([window.clone()]).chain(partial).collect();
    let lead = lead.join(" · ");
    let source = Msg::new("picture-source").with("centre", leaving.whose()).with("period", window);
    let source = words.say(&source.with("day", words.day_year(leaving.today())));
    let mut foot: Vec<String> = indicator.map(|i| about(i, words.t(i.definition))).into_iter().collect();
    foot.extend(drawn.notes.iter().cloned());
    if chart.code == ChartCode::Panel {
        foot.push(words.t("picture-withheld"));
    }
    let foot = [foot.join(" "), source];
    let lines: Vec<_> = foot.iter().flat_map(|line| textwrap::wrap(line, FOOT)).collect();
    let first = HEIGHT - 14.0 * (paint::f(lines.len()) - 1.0) - 10.0;
    let svg = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(WIDTH) height=(HEIGHT) viewBox=(format!("0 0 {WIDTH} {HEIGHT}"))
            role="img" aria-labelledby="title desc" lang=(words.lang().code())
            font-family="Arial, Helvetica, 'DejaVu Sans', sans-serif" fill="#1a1a1a" {
            title id="title" { (title) }
            desc id="desc" { (lead) ". " (told(chart, words)) (foot[0]) }
            (paint::patterns())
            rect width=(WIDTH) height=(HEIGHT) fill="#ffffff" {}
            text x=(n(MARGIN)) y="36" font-size="22" font-weight="bold" { (heading) }
            (text(MARGIN, 60.0, 14.0, "start", &lead))
            (legend(&drawn.keys))
            (drawn.body)
            @for (at, line) in lines.iter().enumerate() {
                text x=(n(MARGIN)) y=(n(first + 14.0 * paint::f(at))) font-size="11" fill="#444444" { (line) }
            }
        }
    };
    // Two code points that XML does not know, and that nothing removes from a text on its way in.
    let svg = svg.into_string().replace(['\u{fffe}', '\u{ffff}'], "");
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{svg}\n")
}

/// The chart in words: its table, row by row.
fn told(chart: &Chart, words: &Words) -> String {
    let table = words.table(chart);
    if chart.body.is_empty() {
        return words.t("picture-empty") + " ";
    }
    if table.rows.len() > ROWS_TOLD {
        return String::new();
    }
    let row = |cells: &[crate::words::Value]| {
        let cells: Vec<_> = table.head.iter().zip(cells).map(|(head, value)| (head, words.value(value))).collect();
        let known = cells.iter().filter(|(_, said)| !said.is_empty() && said != "—");
        known.map(|(head, said)| format!("{head} {said}")).collect::<Vec<_>>().join(", ")
    };
    table.rows.iter().map(|r| row(&r.cells) + ". ").collect()
}

/// What the signs mean, in one line or two above the chart.
fn legend(keys: &[Key]) -> Markup {
    let (mut x, mut y) = (MARGIN, 86.0);
    let placed: Vec<(f64, f64, &Key)> = keys
        .iter()
        .map(|key| {
            let width = 24.0 + paint::width(&key.text, 12.0) + 14.0;
            if x > MARGIN && x + width > WIDTH - MARGIN {
                (x, y) = (MARGIN, y + 17.0);
            }
            let at = (x, y, key);
            x += width;
            at
        })
        .collect();
    html! {
        @for (x, y, key) in placed {
            @match &key.swatch {
                Swatch::Fill(fill) => {
                    rect x=(n(x)) y=(n(y - 10.0)) width="18" height="12" fill=(fill) stroke="#1a1a1a" stroke-width="0.8" {}
                }
                Swatch::Line(colour, dash) => {
                    path d=(format!("M{} {}h20", n(x), n(y - 4.0))) stroke=(colour) stroke-width="2.5" fill="none" stroke-dasharray=(dash) {}
                }
                Swatch::Sign(sign) => { (text(x + 9.0, y, 13.0, "middle", sign)) }
            }
            (text(x + 24.0, y, 12.0, "start", &key.text))
        }
    }
}

#[cfg(test)]
mod tests;
