//! Each chart as it stands on a small and a large screen, in colour, without, and in ASCII.
//!
//! The files lie in `tests/data/charts`; `UPDATE_EXPECT=1` writes them anew, to be read before they are kept.

use expect_test::expect_file;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use rstest::rstest;

use super::draw;
use crate::domain::chart::{
    Bar, Bars, Body, Cell, Curve, Dot, Grid, GridKind, Group, Head, Layer, Line, Map, Note, Origin, Share, Step,
};
use crate::domain::indicators::{Chart, ChartCode};
use crate::domain::noted::PublishedFigure;
use crate::domain::{Day, Msg, Period};
use crate::ui::Look;
use crate::ui::testing::{Desk, GARNIER, day, shown};

fn period(from: (u32, u32), to: (u32, u32)) -> Period {
    Period { from: day(2026, from.0, from.1), to: day(2026, to.0, to.1) }
}

/// The last quarter of 2026: whole weeks from S41, one with a holiday, one vacant, one closed, two still to come.
fn bars() -> Body {
    let quarter = period((10, 1), (12, 31));
    let bars = quarter.weeks().enumerate().map(|(n, (_, days))| {
        let n32 = u32::try_from(n).unwrap();
        let parts = |all: u32| vec![all * 6 / 10, all * 3 / 10, all - all * 9 / 10 - 2, 2];
        match n {
            0 => Bar { days, parts: Some(vec![20, 9, 1, 0]), note: Some(Note::Partial) },
            6 => Bar { days, parts: Some(parts(70)), note: Some(Note::Holiday) },
            9 => Bar { days, parts: None, note: Some(Note::Vacant) },
            12 => Bar { days, parts: None, note: Some(Note::Closed) },
            10.. => Bar { days, parts: None, note: None },
            _ => Bar { days, parts: Some(parts(80 + n32 * 3)), note: None },
        }
    });
    Body::Bars(Bars {
        step: Step::Week,
        layers: Layer::ALL.to_vec(),
        bars: bars.collect(),
        mean: Some(91.5),
        target: Some(100.0),
    })
}

fn months() -> Body {
    let years = Period { from: day(2024, 1, 1), to: day(2026, 11, 27) };
    let bars = years.months().enumerate().map(|(n, days)| Bar {
        days,
        parts: Some(vec![200 + u32::try_from(n).unwrap() * 4, 90, 10, 5]),
        note: (n == 34).then_some(Note::Partial),
    });
    Body::Bars(Bars {
        step: Step::Month,
        layers: Layer::ALL.to_vec(),
        bars: bars.collect(),
        mean: Some(372.0),
        target: None,
    })
}

fn panel() -> Body {
    let points: Vec<(Day, u32)> = (0..11).map(|m| (day(2026, m + 1, 2), 2_050 + m * 27)).collect();
    let line = |part: fn(u32) -> u32| points.iter().map(|(d, n)| (*d, f64::from(part(*n)))).collect();
    let dot = |figure, month, value| Dot { figure, day: day(2026, month, 2), value, source: "communiqué".into() };
    Body::Curve(Curve {
        lines: vec![Line::new("indicators-panel", line(|n| n)), Line::new("indicators-ald", line(|n| n * 19 / 100))],
        published: vec![dot(PublishedFigure::Patients, 6, 2_100), dot(PublishedFigure::Ald, 6, 410)],
        target: None,
        never: Vec::new(),
        unit: "indicators-unit-patients",
    })
}

fn access() -> Body {
    let points = (0..12)
        .filter(|n| *n != 7)
        .map(|n| (day(2026, 9, 8).plus(n * 7), [5.0, 6.0, 9.0, 4.0][usize::try_from(n).unwrap() % 4]));
    Body::Curve(Curve {
        lines: vec![Line::new("indicators-third", points.collect())],
        published: Vec::new(),
        target: Some(7.0),
        never: vec![day(2026, 10, 27)],
        unit: "indicators-unit-days",
    })
}

fn coverage() -> Body {
    let quarter = period((10, 1), (12, 31));
    let weeks: Vec<_> = quarter.weeks().collect();
    let cell = |weekday: i32, n: usize| {
        let day = weeks[n].0.monday().plus(weekday);
        match (n, weekday) {
            _ if !quarter.contains(day) => Cell::Outside,
            (6, 2) | (12, _) => Cell::Closed,
            (9, _) => Cell::Part(0, if weekday == 3 { 1 } else { 2 }),
            (4, 4) => Cell::Part(1, 2),
            (_, 3) => Cell::Part(1, 1),
            _ => Cell::Part(2, 2),
        }
    };
    Body::Grid(Grid {
        kind: GridKind::Coverage,
        rows: (0..5).map(Head::Weekday).collect(),
        columns: weeks.iter().map(|(_, days)| Head::Week(*days)).collect(),
        cells: (0..5).map(|d| (0..weeks.len()).map(|n| cell(d, n)).collect()).collect(),
    })
}

fn years() -> Body {
    let cell = |year: i32, week: u32| match (year, week) {
        (2024, 1..40) | (2026, 49..) | (_, 53) => Cell::Outside,
        (_, 33 | 52) => Cell::Closed,
        (_, n) if n.is_multiple_of(17) => Cell::Part(0, 9),
        (_, n) if n.is_multiple_of(11) => Cell::Part(5, 9),
        _ => Cell::Part(9, 9),
    };
    Body::Grid(Grid {
        kind: GridKind::Coverage,
        rows: (2024..=2026).map(Head::Year).collect(),
        columns: (1..=53).map(Head::WeekNumber).collect(),
        cells: (2024..=2026).map(|y| (1..=53).map(|w| cell(y, w)).collect()).collect(),
    })
}

fn load() -> Body {
    let cell = |hour: u32, weekday: u32| match (hour, weekday) {
        (12, _) | (13.., 3) => Cell::Count(0),
        _ => Cell::Count((hour * 7 + weekday * 5) % 23 + 1),
    };
    Body::Grid(Grid {
        kind: GridKind::Load,
        rows: (8..18).map(Head::Hour).collect(),
        columns: (0..5).map(Head::Weekday).collect(),
        cells: (8..18).map(|h| (0..5).map(|d| cell(h, d)).collect()).collect(),
    })
}

fn share(label: &'static str, part: u32, whole: Option<u32>) -> Share {
    Share { label: Msg::new(label), part, whole }
}

fn relay() -> Body {
    Body::Shares(vec![
        Group {
            label: "chart-relay-in-time",
            bars: vec![
                share("indicators-handover", 44, Some(48)),
                share("indicators-urgent-answered", 61, Some(70)),
                share("chart-relay-taken", 0, Some(0)),
            ],
        },
        Group {
            label: "chart-relay-now",
            bars: vec![
                share("indicators-unchanged", 2, None),
                share("indicators-overdue", 5, None),
                share("indicators-results-late", 0, None),
            ],
        },
    ])
}

fn profile() -> Body {
    let whole = Some(45);
    let statuses = [("status-new-graduate", 6), ("status-locum", 14), ("status-retired", 25)];
    let ages = [("indicators-under-35", 9), ("indicators-35-49", 11), ("indicators-50-64", 5), ("indicators-65", 20)];
    let bars = |rows: &[(&'static str, u32)]| rows.iter().map(|(label, n)| share(label, *n, whole)).collect();
    Body::Shares(vec![
        Group { label: "chart-statuses", bars: bars(&statuses) },
        Group { label: "chart-ages", bars: bars(&ages) },
    ])
}

fn map() -> Body {
    let origin = |code: &str, stays, doctors| Origin { department: code.into(), stays, doctors };
    Body::Map(Map {
        centre: "23".into(),
        departments: vec![
            origin("44", 9, 4),
            origin("75", 6, 5),
            origin("33", 4, 2),
            origin("2A", 2, 1),
            origin("67", 1, 1),
            origin("974", 1, 1),
        ],
        unknown: 2,
    })
}

/// Room of a chart at 80×24, at 120×40.
const ROOMS: [(u16, u16); 2] = [(78, 13), (118, 25)];

fn drawn(code: ChartCode, body: &Body, (width, height): (u16, u16), look: Look) -> Buffer {
    let mut desk = Desk::of(GARNIER);
    desk.look = look;
    let window = match body {
        Body::Curve(_) => period((1, 1), (12, 31)),
        _ => period((10, 1), (12, 31)),
    };
    let chart = Chart { code, window, post: None, body: body.clone() };
    let at = body.days().into_iter().rfind(|d| *d <= day(2026, 11, 10));
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    draw(&chart, at, area, &mut buf, &desk.cx());
    desk.look.spare(&mut buf);
    buf
}

/// One letter a colour, in the place of each cell that has one.
fn colours(buf: &Buffer) -> String {
    let letter = |color: Color| match color {
        Color::Reset => ' ',
        Color::Cyan => 'c',
        Color::Yellow => 'y',
        Color::Green => 'g',
        Color::Magenta => 'm',
        Color::Red => 'r',
        Color::Blue => 'b',
        Color::DarkGray => '.',
        other => panic!("{other:?}"),
    };
    let area = buf.area;
    let line = |y| (0..area.width).map(|x| letter(buf[(x, y)].fg)).collect::<String>();
    (0..area.height).map(|y| line(y).trim_end().to_owned() + "\n").collect()
}

#[rstest]
#[case("consultations", ChartCode::Consultations, bars())]
#[case("months", ChartCode::Consultations, months())]
#[case("panel", ChartCode::Panel, panel())]
#[case("access", ChartCode::Access, access())]
#[case("coverage", ChartCode::Coverage, coverage())]
#[case("years", ChartCode::Coverage, years())]
#[case("load", ChartCode::Load, load())]
#[case("relay", ChartCode::Relay, relay())]
#[case("profile", ChartCode::Profile, profile())]
#[case("origin", ChartCode::Origin, map())]
fn each_chart_is_read_on_small_and_large_screens(#[case] name: &str, #[case] code: ChartCode, #[case] body: Body) {
    let plain = Look { theme: None, ascii: false, blocks: false };
    let colour = Look { theme: Some(crate::ui::Theme::Dark), ..plain };
    let small = drawn(code, &body, ROOMS[0], plain);
    assert_eq!(shown(&small), shown(&drawn(code, &body, ROOMS[0], colour)), "colour changes no sign");
    assert!(colours(&small).trim().is_empty(), "without colour there is none");
    let ascii = shown(&drawn(code, &body, ROOMS[0], Look { ascii: true, ..plain }));
    assert!(ascii.chars().all(|c| c.is_ascii() || c.is_alphabetic()), "{ascii}");
    let parts = [
        ("80x24", shown(&small)),
        ("80x24, ASCII", ascii),
        ("80x24, colours", colours(&drawn(code, &body, ROOMS[0], colour))),
        ("120x40", shown(&drawn(code, &body, ROOMS[1], plain))),
    ];
    let all = parts.map(|(title, screen)| format!("--- {title}\n{screen}")).concat();
    let file = format!("{}/../../tests/data/charts/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    expect_file![file].assert_eq(&all);
}

#[test]
fn blocks_take_the_place_of_braille() {
    let blocks = Look { theme: None, ascii: false, blocks: true };
    for (code, body) in [(ChartCode::Panel, panel()), (ChartCode::Origin, map())] {
        let drawn = shown(&drawn(code, &body, ROOMS[0], blocks));
        assert!(!drawn.chars().any(|c| ('\u{2801}'..='\u{28ff}').contains(&c)), "{drawn}");
        assert!(drawn.contains(['▘', '▝', '▚', '▞', '▄', '▀', '▖', '▗']), "{drawn}");
    }
}

/// Whatever the room, nothing is drawn outside of it, and nothing panics.
#[test]
fn any_room_will_do() {
    let all = [bars(), months(), panel(), access(), coverage(), years(), load(), relay(), profile(), map()];
    let empty = Body::Curve(Curve {
        lines: Vec::new(),
        published: Vec::new(),
        target: None,
        never: Vec::new(),
        unit: "indicators-unit-days",
    });
    let desk = Desk::of(GARNIER);
    for body in all.iter().chain([&empty]) {
        for (width, height) in [(0, 0), (10, 3), (40, 8), (41, 9), (60, 8), (200, 60)] {
            let window = period((1, 1), (12, 31));
            let chart = Chart { code: ChartCode::Panel, window, post: None, body: body.clone() };
            let mut buf = Buffer::empty(Rect::new(0, 0, width + 4, height + 4));
            draw(&chart, body.days().last().copied(), Rect::new(2, 2, width, height), &mut buf, &desk.cx());
            let outside = |x: u16, y: u16| x < 2 || y < 2 || x >= width + 2 || y >= height + 2;
            for (x, y) in (0..width + 4).flat_map(|x| (0..height + 4).map(move |y| (x, y))) {
                assert!(!outside(x, y) || buf[(x, y)].symbol() == " ", "{width}×{height}, {x},{y}: {:?}", buf[(x, y)]);
            }
        }
    }
}
