//! A small centre with a figure of every kind and charts of every kind, for the tests of what leaves it.

use super::Leaving;
use crate::domain::chart::{
    Bar, Bars, Body, Cell, Curve, Dot, Grid, GridKind, Group, Head, Layer, Line, Map, Note, Origin, Share, Step,
};
use crate::domain::fixture::monday;
use crate::domain::indicators::{CODES, Caveat, Figure, Indicator, Statistics, WeekCounts, WeekFigures};
use crate::domain::indicators::{Chart, ChartCode};
use crate::domain::noted::PublishedFigure;
use crate::domain::{Centre, Day, Msg, Period};
use crate::words::{Lang, Words};

/// A centre whose name is hostile to every format.
pub const NAME: &str = "=cmd|'/C calc'!A1 <b>&\"Ajain\"";

pub fn centre(name: &str) -> Centre {
    Centre { name: name.into(), opened: monday(1), ..crate::domain::fixture::centre() }
}

/// Weeks 45 to 48 of 2026.
pub fn period() -> Period {
    Period { from: monday(45), to: monday(49).plus(-1) }
}

pub fn today() -> Day {
    monday(48).plus(4)
}

pub fn indicator(code: &'static str, value: Figure) -> Indicator {
    let (code, label, definition, unit) = *CODES.iter().find(|row| row.0 == code).unwrap();
    Indicator { code, label, definition, unit, value, target: None, caveat: None, window: period(), partial: true }
}

fn indicators() -> Vec<Indicator> {
    let stock = Period { from: today(), to: today() };
    vec![
        Indicator {
            target: Some(Figure::Count(1_500)),
            caveat: Some(Caveat::Unclosed(2)),
            ..indicator("consultations", Figure::Count(1_234))
        },
        indicator("per_day", Figure::Ratio(224, 10)),
        indicator("np_share", Figure::Share(170, 900)),
        indicator("fill", Figure::Missing),
        indicator("tna", Figure::Never),
        Indicator { window: stock, partial: false, ..indicator("panel", Figure::Count(900)) },
        indicator("panel.gap", Figure::Gap(-3)),
        indicator("ald", Figure::Count(3)),
        indicator("horizon", Figure::Day(Day::ymd(2027, 1, 31).unwrap())),
        indicator("profile", Figure::Halves(119)),
    ]
}

fn charts() -> Vec<Chart> {
    let chart = |code, body| Chart { code, window: period(), post: None, body };
    let week = |n: i32, parts: Option<Vec<u32>>, note| Bar {
        days: Period { from: monday(n), to: monday(n).plus(6) },
        parts,
        note,
    };
    let bars = Bars {
        step: Step::Week,
        layers: Layer::ALL.to_vec(),
        bars: vec![
            week(45, Some(vec![60, 20, 5, 1]), None),
            week(46, Some(vec![50, 10, 0, 0]), Some(Note::Holiday)),
            week(47, None, Some(Note::Vacant)),
            week(48, Some(vec![30, 9, 1, 2]), Some(Note::Partial)),
        ],
        mean: Some(73.0),
        target: Some(75.0),
    };
    let panel = Curve {
        lines: vec![
            Line::new("indicators-panel", vec![(monday(45), 880.0), (monday(47), 900.0)]),
            Line::new("indicators-ald", vec![(monday(45), 170.0), (monday(47), 3.0)]),
        ],
        published: vec![Dot {
            figure: PublishedFigure::Patients,
            day: monday(46),
            value: 890,
            source: "<script>La Montagne</script>".into(),
        }],
        target: None,
        never: vec![],
        unit: "indicators-unit-patients",
    };
    let third = Curve {
        lines: vec![Line::new("indicators-third", vec![(monday(45), 6.0), (monday(48), 9.0)])],
        published: vec![],
        target: Some(10.0),
        never: vec![monday(46)],
        unit: "indicators-unit-days",
    };
    let coverage = Grid {
        kind: GridKind::Coverage,
        rows: (0..5).map(Head::Weekday).collect(),
        columns: period().weeks().map(|(_, days)| Head::Week(days)).collect(),
        cells: vec![vec![Cell::Part(2, 2), Cell::Part(1, 2), Cell::Part(0, 2), Cell::Closed]; 5],
    };
    let share = |label, part, whole| Share { label: Msg::new(label), part, whole };
    let profile = Group {
        label: "chart-statuses",
        bars: vec![share("status-retired", 3, Some(9)), share("indicators-overdue", 4, None)],
    };
    let origin = |department: &str, stays| Origin { department: department.into(), stays, doctors: 1 };
    let map = Map {
        centre: "23".into(),
        departments: vec![origin("63", 9), origin("974", 4), origin("75", 2), origin("99", 1)],
        unknown: 2,
    };
    vec![
        chart(ChartCode::Consultations, Body::Bars(bars)),
        chart(ChartCode::Panel, Body::Curve(panel)),
        chart(ChartCode::Access, Body::Curve(third)),
        chart(ChartCode::Coverage, Body::Grid(coverage)),
        chart(ChartCode::Profile, Body::Shares(vec![profile])),
        chart(ChartCode::Origin, Body::Map(map)),
    ]
}

/// The statistics of those weeks, with a figure small enough to be withheld in either period.
pub fn statistics() -> Statistics {
    let before = period().previous();
    let beside = vec![
        Indicator { window: before, partial: false, ..indicator("consultations", Figure::Count(1_100)) },
        Indicator { window: before, partial: false, ..indicator("panel", Figure::Count(4)) },
    ];
    let counts = WeekCounts { programmed: 60, unplanned: 20, visits: 5, remote: 1, booked: 80, offered: 90, absent: 2 };
    let weeks = period().weeks().zip(0..).map(|((week, days), n)| WeekFigures {
        week,
        days,
        counts: if n == 0 { counts } else { WeekCounts::default() },
        closed: if n == 0 { 5 } else { 0 },
        planned: 10,
        held: 10,
        note: (n == 2).then_some(Note::Vacant),
    });
    Statistics {
        period: period(),
        post: None,
        indicators: indicators(),
        before: Some((before, beside)),
        charts: charts(),
        weeks: weeks.collect(),
    }
}

/// Hands those statistics over in a language, of a centre with a hostile name.
pub fn with<T>(lang: Lang, check: impl FnOnce(&Leaving<'_>) -> T) -> T {
    let (words, centre) = (Words::new(lang), centre(NAME));
    check(&Leaving::new(&statistics(), &centre, None, today(), &words))
}
