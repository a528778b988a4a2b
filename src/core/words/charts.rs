//! The table behind a chart: the same words on the screen, in a spreadsheet and beside a picture.

use super::Words;
use crate::domain::chart::{Bars, Body, Cell, Curve, Grid, GridKind, Group, Head, Map, Step};
use crate::domain::draft::department;
use crate::domain::indicators::Chart;
use crate::domain::{Day, Period};

/// A value of a table: spreadsheets keep numbers and days as such.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    Number(f64),
    /// A part of a whole, from 0 to 1.
    Part(f64),
    Day(Day),
    Empty,
}

/// A chart as a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<TableRow>,
}

/// A row, and the day it leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    pub day: Option<Day>,
    pub cells: Vec<Value>,
}

fn row(day: Option<Day>, cells: Vec<Value>) -> TableRow {
    TableRow { day, cells }
}

impl Words {
    /// A value as it is read.
    #[must_use]
    pub fn value(&self, value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Number(number) => self.number(*number),
            Value::Part(part) => {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of one")]
                let thousandths = (part * 1_000.0).round() as u32;
                self.percent(thousandths, 1_000)
            }
            Value::Day(day) => self.date(*day),
            Value::Empty => "—".to_owned(),
        }
    }

    /// The title of a chart.
    #[must_use]
    pub fn chart_title(&self, chart: &Chart) -> String {
        match &chart.body {
            Body::Bars(Bars { step: Step::Month, .. }) => self.t("chart-consultations-month"),
            _ => self.t(chart.code.plan().title),
        }
    }

    /// What a row or column of a grid stands for, in few letters.
    #[must_use]
    pub fn head(&self, head: Head) -> String {
        match head {
            // 5 January 1970 was a Monday.
            Head::Weekday(weekday) => self.weekday(Day(4 + i32::from(weekday))),
            Head::Hour(hour) => self.hour(hour),
            Head::Week(days) => self.week(days.from.week()),
            Head::WeekNumber(number) => number.to_string(),
            Head::Year(year) => year.to_string(),
        }
    }

    /// The name of a bar's time: `S48`, `nov. 2026`.
    #[must_use]
    pub fn bar(&self, step: Step, days: Period) -> String {
        match step {
            Step::Week => format!("{} {}", self.week(days.from.week()), days.from.week().year()),
            Step::Month => self.month_year(days.from),
        }
    }

    /// The table behind a chart.
    #[must_use]
    pub fn table(&self, chart: &Chart) -> Table {
        match &chart.body {
            Body::Bars(bars) => self.bars(bars),
            Body::Curve(curve) => self.curve(curve),
            Body::Grid(grid) => self.grid(grid),
            Body::Shares(groups) => self.shares(groups),
            Body::Map(map) => self.map(map),
        }
    }

    fn bars(&self, bars: &Bars) -> Table {
        let step = self.t(if bars.step == Step::Week { "chart-week" } else { "chart-month" });
        let mut head = vec![step, self.t("chart-days"), self.t("chart-total")];
        head.extend(bars.layers.iter().map(|l| self.t(l.word())));
        head.push(self.t("chart-note"));
        let rows = bars.bars.iter().map(|bar| {
            let mut cells = vec![Value::Text(self.bar(bars.step, bar.days)), Value::Text(self.period(bar.days))];
            cells.push(bar.total().map_or(Value::Empty, |n| Value::Number(f64::from(n))));
            match &bar.parts {
                Some(parts) => cells.extend(parts.iter().map(|p| Value::Number(f64::from(*p)))),
                None => cells.extend(bars.layers.iter().map(|_| Value::Empty)),
            }
            cells.push(Value::Text(bar.note.map(|note| self.t(note.word())).unwrap_or_default()));
            row(Some(bar.days.from), cells)
        });
        Table { rows: rows.collect(), head }
    }

    fn curve(&self, curve: &Curve) -> Table {
        let mut head = vec![self.t("chart-day")];
        head.extend(curve.lines.iter().map(|l| self.t(l.label)));
        if !curve.published.is_empty() {
            head.extend([self.t("chart-published"), self.t("chart-source")]);
        }
        let mut days: Vec<Day> = curve.lines.iter().flat_map(|l| l.points.iter().map(|(day, _)| *day)).collect();
        days.extend(curve.never.iter().copied().chain(curve.published.iter().map(|d| d.day)));
        days.extend(curve.lines.iter().flat_map(|l| l.withheld.iter().copied()));
        days.sort_unstable();
        days.dedup();
        let rows = days.into_iter().map(|day| {
            let mut cells = vec![Value::Day(day)];
            for line in &curve.lines {
                let found = line.points.iter().find(|(at, _)| *at == day);
                cells.push(match found {
                    Some((_, value)) => Value::Number(*value),
                    None if line.withheld.contains(&day) => Value::Text("NS".to_owned()),
                    None if curve.never.contains(&day) => Value::Text("∞".to_owned()),
                    None => Value::Empty,
                });
            }
            if !curve.published.is_empty() {
                let here: Vec<_> = curve.published.iter().filter(|d| d.day == day).collect();
                let said =
                    here.iter().map(|d| format!("{} {}", self.whole(i64::from(d.value)), self.t(d.figure.word())));
                let mut sources: Vec<&str> = here.iter().map(|d| d.source.as_str()).collect();
                sources.dedup();
                cells.push(Value::Text(said.collect::<Vec<_>>().join(", ")));
                cells.push(Value::Text(sources.join(", ")));
            }
            row(Some(day), cells)
        });
        Table { rows: rows.collect(), head }
    }

    /// Weeks go down, whichever way they go in the picture: a table is read by lines.
    fn grid(&self, grid: &Grid) -> Table {
        let turned = matches!(grid.columns.first(), Some(Head::Week(_)));
        let (down, across) = if turned { (&grid.columns, &grid.rows) } else { (&grid.rows, &grid.columns) };
        let first = match down.first() {
            Some(Head::Hour(_)) => "chart-hour",
            Some(Head::Year(_)) => "chart-year",
            _ => "chart-week",
        };
        let mut head = vec![self.t(first)];
        head.extend(across.iter().map(|h| self.head(*h)));
        let at = |d: usize, a: usize| {
            let (r, c) = if turned { (a, d) } else { (d, a) };
            grid.cells.get(r).and_then(|cells| cells.get(c)).copied().unwrap_or(Cell::Outside)
        };
        let rows = down.iter().enumerate().map(|(d, name)| {
            let (day, name) = match name {
                Head::Week(days) => (Some(days.from), self.bar(Step::Week, *days)),
                other => (None, self.head(*other)),
            };
            let cells = (0..across.len()).map(|a| match at(d, a) {
                Cell::Outside => Value::Empty,
                Cell::Closed => Value::Text(self.t("chart-short-closed")),
                Cell::Part(part, whole) if grid.kind == GridKind::Coverage => Value::Text(format!("{part}/{whole}")),
                Cell::Part(count, _) | Cell::Count(count) => Value::Number(f64::from(count)),
            });
            row(day, std::iter::once(Value::Text(name)).chain(cells).collect())
        });
        Table { rows: rows.collect(), head }
    }

    fn shares(&self, groups: &[Group]) -> Table {
        // A group alone has the name of its chart.
        let grouped = groups.len() > 1;
        let mut head = ["chart-what", "chart-count", "chart-of", "chart-share"].map(|id| self.t(id)).to_vec();
        if grouped {
            head.insert(0, self.t("chart-group"));
        }
        let rows = groups.iter().flat_map(|group| {
            group.bars.iter().map(|bar| {
                let (whole, share) = match bar.whole {
                    Some(whole) if whole > 0 => {
                        (Value::Number(f64::from(whole)), Value::Part(f64::from(bar.part) / f64::from(whole)))
                    }
                    Some(_) => (Value::Number(0.0), Value::Empty),
                    None => (Value::Empty, Value::Empty),
                };
                let name = grouped.then(|| Value::Text(self.t(group.label)));
                let cells = [Value::Text(self.say(&bar.label)), Value::Number(f64::from(bar.part)), whole, share];
                row(None, name.into_iter().chain(cells).collect())
            })
        });
        Table { rows: rows.collect(), head }
    }

    fn map(&self, map: &Map) -> Table {
        let head = ["chart-department", "chart-region", "chart-stays", "chart-doctors"].map(|id| self.t(id)).to_vec();
        let mut rows: Vec<TableRow> = map
            .departments
            .iter()
            .map(|origin| {
                let code = origin.department.as_str();
                let region = department::region(code).map_or(Value::Empty, |r| Value::Text(r.to_owned()));
                let counts = [origin.stays, origin.doctors].map(|n| Value::Number(f64::from(n)));
                let name = Value::Text(format!("{code} {}", department::name(code).unwrap_or_default()));
                row(None, [vec![name, region], counts.to_vec()].concat())
            })
            .collect();
        if map.unknown > 0 {
            let name = Value::Text(self.t("chart-unknown"));
            rows.push(row(None, vec![name, Value::Empty, Value::Empty, Value::Number(f64::from(map.unknown))]));
        }
        Table { head, rows }
    }
}
