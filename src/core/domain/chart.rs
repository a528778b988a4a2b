//! Charts as data: the screen, a spreadsheet and a picture draw the same one.

mod scale;

pub use scale::Scale;

use super::noted::PublishedFigure;
use super::{Day, Msg, Period};

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    Bars(Bars),
    Curve(Curve),
    Grid(Grid),
    Shares(Vec<Group>),
    Map(Map),
}

/// How much time a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Week,
    Month,
}

/// Stacked bars over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    pub step: Step,
    /// From below.
    pub layers: Vec<Layer>,
    pub bars: Vec<Bar>,
    /// The mean of the complete bars with something known.
    pub mean: Option<f64>,
    pub target: Option<f64>,
}

/// A part of each bar: patients seen, by the kind of consultation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    Programmed,
    Unplanned,
    Visits,
    Remote,
}

impl Layer {
    /// In the order in which they stand on each other, from below.
    pub const ALL: [Self; 4] = [Self::Programmed, Self::Unplanned, Self::Visits, Self::Remote];

    /// The identifier of its name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Programmed => "indicators-programmed",
            Self::Unplanned => "indicators-unplanned",
            Self::Visits => "indicators-visits",
            Self::Remote => "indicators-remote",
        }
    }
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub days: Period,
    /// One value a layer; nothing where nothing is known.
    pub parts: Option<Vec<u32>>,
    pub note: Option<Note>,
}

impl Bar {
    /// The height of the whole bar.
    #[must_use]
    pub fn total(&self) -> Option<u32> {
        self.parts.as_ref().map(|parts| parts.iter().sum())
    }
}

/// Why a bar is lower than the others, or not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// A holiday on a day the centre would open.
    Holiday,
    /// The centre was closed all along.
    Closed,
    /// No doctor was there.
    Vacant,
    /// It is not over, or the period cuts it.
    Partial,
}

impl Note {
    /// Every note, in the order of a legend.
    pub const ALL: [Self; 4] = [Self::Holiday, Self::Closed, Self::Vacant, Self::Partial];

    /// Identifier of its meaning in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Holiday => "chart-note-holiday",
            Self::Closed => "chart-note-closed",
            Self::Vacant => "chart-note-vacant",
            Self::Partial => "chart-note-partial",
        }
    }
}

/// Values over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    pub lines: Vec<Line>,
    /// Figures that were published, beside the computed ones.
    pub published: Vec<Dot>,
    pub target: Option<f64>,
    /// Days at which the value was beyond every number: "∞".
    pub never: Vec<Day>,
    /// Identifier of the unit, which takes `count`.
    pub unit: &'static str,
}

/// One line of a curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Identifier of its name in the language files.
    pub label: &'static str,
    /// By day.
    pub points: Vec<(Day, f64)>,
    /// Days whose value does not leave the centre: `NS` (rule 22).
    pub withheld: Vec<Day>,
}

impl Line {
    /// A line of which everything is shown.
    #[must_use]
    pub const fn new(label: &'static str, points: Vec<(Day, f64)>) -> Self {
        Self { label, points, withheld: Vec::new() }
    }
}

/// A published figure on a curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    pub figure: PublishedFigure,
    pub day: Day,
    pub value: u32,
    pub source: String,
}

/// Cells in rows and columns, darker where there is more.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    pub kind: GridKind,
    pub rows: Vec<Head>,
    pub columns: Vec<Head>,
    /// By row.
    pub cells: Vec<Vec<Cell>>,
}

/// What the cells of a grid are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GridKind {
    /// Half-days held of those planned.
    Coverage,
    /// Appointments.
    Load,
}

/// What a row or column stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// A weekday, 0 being Monday.
    Weekday(u8),
    /// An hour of the day.
    Hour(u8),
    /// A week, by its days in the period.
    Week(Period),
    /// The number of a week in any year.
    WeekNumber(u8),
    Year(i32),
}

/// One cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// Outside the period.
    Outside,
    /// The centre is closed.
    Closed,
    /// So many of so many.
    Part(u32, u32),
    Count(u32),
}

/// A few bars that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Identifier of its name in the language files.
    pub label: &'static str,
    pub bars: Vec<Share>,
}

/// A bar of a group: a count, or a part of a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    pub label: Msg,
    pub part: u32,
    /// What the part is of; nothing for a plain count.
    pub whole: Option<u32>,
}

/// Where the doctors come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map {
    /// The department of the centre.
    pub centre: String,
    /// By stays, the most first, then by code.
    pub departments: Vec<Origin>,
    /// Doctors whose department is not known.
    pub unknown: u32,
}

/// A department of practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    pub department: String,
    pub stays: u32,
    pub doctors: u32,
}

impl Body {
    /// The days one can go to from the chart, in the order of time: each begins a bar, a point or a week.
    #[must_use]
    pub fn days(&self) -> Vec<Day> {
        let mut days: Vec<Day> = match self {
            Self::Bars(bars) => bars.bars.iter().map(|b| b.days.from).collect(),
            Self::Curve(curve) => {
                let points = curve.lines.iter().flat_map(|l| l.points.iter().map(|(day, _)| *day));
                points.chain(curve.never.iter().copied()).collect()
            }
            Self::Grid(grid) => {
                let weeks = grid.rows.iter().chain(&grid.columns).filter_map(|head| match head {
                    Head::Week(days) => Some(days.from),
                    _ => None,
                });
                weeks.collect()
            }
            Self::Shares(_) | Self::Map(_) => Vec::new(),
        };
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Whether nothing is known to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Bars(bars) => bars.bars.iter().all(|b| b.parts.is_none()),
            Self::Curve(curve) => {
                curve.lines.iter().all(|l| l.points.is_empty()) && curve.never.is_empty() && curve.published.is_empty()
            }
            Self::Grid(grid) => grid.cells.iter().flatten().all(|c| matches!(c, Cell::Outside | Cell::Count(0))),
            Self::Shares(groups) => {
                groups.iter().flat_map(|g| &g.bars).all(|b| b.part == 0 && b.whole.unwrap_or(0) == 0)
            }
            Self::Map(map) => map.departments.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(monday: i32) -> Period {
        Period { from: Day(monday), to: Day(monday + 6) }
    }

    fn bars(bars: Vec<Bar>) -> Body {
        Body::Bars(Bars { step: Step::Week, layers: vec![], bars, mean: None, target: None })
    }

    fn curve(points: Vec<(Day, f64)>, never: Vec<Day>) -> Body {
        let lines = vec![Line::new("indicators-third", points)];
        Body::Curve(Curve { lines, published: vec![], target: Some(5.0), never, unit: "indicators-unit-days" })
    }

    fn grid(rows: Vec<Head>, columns: Vec<Head>, cells: Vec<Vec<Cell>>) -> Body {
        Body::Grid(Grid { kind: GridKind::Coverage, rows, columns, cells })
    }

    #[test]
    fn one_goes_from_bar_to_bar_point_to_point_and_week_to_week() {
        let bar = |monday| Bar { days: week(monday), parts: None, note: None };
        assert_eq!(bars(vec![bar(4), bar(11)]).days(), [Day(4), Day(11)]);
        // A week without a number is a day of its own, and two lines share theirs.
        assert_eq!(curve(vec![(Day(4), 3.0), (Day(18), 2.0)], vec![Day(11), Day(18)]).days(), [4, 11, 18].map(Day));
        let weeks = vec![Head::Week(week(4)), Head::Week(week(11))];
        assert_eq!(grid(vec![Head::Weekday(0)], weeks, vec![]).days(), [Day(4), Day(11)]);
        assert_eq!(grid(vec![Head::Hour(8)], vec![Head::Weekday(0)], vec![]).days(), []);
        assert_eq!(Body::Shares(vec![]).days(), []);
    }

    #[test]
    fn a_chart_of_which_nothing_is_known_is_empty() {
        let bar = |parts| Bar { days: week(4), parts, note: Some(Note::Vacant) };
        assert!(bars(vec![bar(None)]).is_empty());
        // Nobody seen on a closed day is something that is known.
        assert!(!bars(vec![bar(Some(vec![0, 0]))]).is_empty());
        assert!(curve(vec![], vec![]).is_empty());
        assert!(!curve(vec![], vec![Day(4)]).is_empty());
        assert!(grid(vec![], vec![], vec![vec![Cell::Outside, Cell::Count(0)]]).is_empty());
        assert!(!grid(vec![], vec![], vec![vec![Cell::Outside, Cell::Part(0, 2)]]).is_empty());
        let share = |part, whole| {
            let bars = vec![Share { label: Msg::new("indicators-handover"), part, whole }];
            Body::Shares(vec![Group { label: "chart-relay-in-time", bars }])
        };
        assert!(share(0, Some(0)).is_empty() && share(0, None).is_empty());
        assert!(!share(0, Some(3)).is_empty());
        let map = |departments| Body::Map(Map { centre: "23".into(), departments, unknown: 2 });
        assert!(map(vec![]).is_empty());
        assert!(!map(vec![Origin { department: "75".into(), stays: 1, doctors: 1 }]).is_empty());
    }
}
