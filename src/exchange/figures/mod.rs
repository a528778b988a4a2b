//! Figures that leave the centre: a text to read, JSON for a script, CSV and a workbook for a spreadsheet.
//!
//! [`Leaving`] is the one door: what it holds has been through rule 22, and every format takes nothing else. Knows
//! neither where the statistics came from nor where the file goes.

mod csv;
mod json;
mod table;
mod xlsx;

use crate::domain::indicators::{Chart, ChartCode};
use crate::domain::indicators::{Figure, Indicator, Statistics, WeekFigures};
use crate::domain::{Centre, Day, Period};
use crate::words::Words;

pub use csv::csv;
pub(super) use csv::text as no_formula;
pub use json::json;
pub use table::table;
pub use xlsx::xlsx;

/// The statistics of a period as they may leave the centre, and in which words they are said.
#[derive(Debug)]
pub struct Leaving<'a> {
    words: &'a Words,
    centre: &'a Centre,
    /// The post, where the figures are those of one among several.
    post: Option<&'a str>,
    today: Day,
    statistics: Statistics,
}

impl<'a> Leaving<'a> {
    /// Applies rule 22: there is no other way from the statistics to a file.
    #[must_use]
    pub fn new(
        statistics: &Statistics,
        centre: &'a Centre,
        post: Option<&'a str>,
        today: Day,
        words: &'a Words,
    ) -> Self {
        Self { words, centre, post, today, statistics: statistics.leaving() }
    }

    pub(in crate::exchange) const fn words(&self) -> &'a Words {
        self.words
    }

    pub(in crate::exchange) const fn today(&self) -> Day {
        self.today
    }

    pub(in crate::exchange) const fn period(&self) -> Period {
        self.statistics.period
    }

    /// Whose figures they are: the centre, and the post among several.
    pub(in crate::exchange) fn whose(&self) -> String {
        match self.post {
            Some(post) => format!("{} · {post}", self.centre.name),
            None => self.centre.name.clone(),
        }
    }

    pub(in crate::exchange) fn indicators(&self) -> &[Indicator] {
        &self.statistics.indicators
    }

    pub(in crate::exchange) fn charts(&self) -> &[Chart] {
        &self.statistics.charts
    }

    /// A chart, and the figure it is about.
    pub(in crate::exchange) fn chart(&self, code: ChartCode) -> Option<(&Chart, Option<&Indicator>)> {
        Some((self.statistics.chart(code)?, self.statistics.indicator(code.code())))
    }

    fn weeks(&self) -> &[WeekFigures] {
        &self.statistics.weeks
    }

    /// The period the figures are compared with.
    fn compared(&self) -> Option<Period> {
        self.statistics.before.as_ref().map(|(period, _)| *period)
    }

    fn before(&self, code: &str) -> Option<&Indicator> {
        self.statistics.before(code)
    }

    /// What a column of numbers is in: shares in per cent, others in the plural of their unit.
    fn unit(&self, indicator: &Indicator) -> String {
        match indicator.value {
            Figure::Missing | Figure::Withheld | Figure::Day(_) => String::new(),
            Figure::Share(..) => "%".to_owned(),
            _ => self.words.figure_unit(indicator.unit, Figure::Count(2)),
        }
    }

    /// The window of an indicator, where it is another than the period.
    fn own_window(&self, indicator: &Indicator) -> Option<Period> {
        Some(indicator.window).filter(|window| *window != self.statistics.period)
    }
}

/// A figure as a file for other programs has it: how many decimals is part of what is known.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Plain {
    Missing,
    Whole(i64),
    /// To one decimal.
    Decimal(f64),
    Day(Day),
    Never,
    Withheld,
}

impl Plain {
    fn of(figure: Figure) -> Self {
        match figure {
            Figure::Count(count) => Self::Whole(i64::from(count)),
            Figure::Gap(gap) => Self::Whole(gap),
            Figure::Day(day) => Self::Day(day),
            Figure::Never => Self::Never,
            Figure::Withheld => Self::Withheld,
            Figure::Halves(halves) if halves % 2 == 0 => Self::Whole(i64::from(halves / 2)),
            Figure::Missing | Figure::Share(..) | Figure::Ratio(..) | Figure::Halves(_) => {
                figure.number().map_or(Self::Missing, |number| Self::Decimal((number * 10.0).round() / 10.0))
            }
        }
    }
}

fn iso(day: Day) -> String {
    day.date().to_string()
}

#[cfg(test)]
pub(in crate::exchange) mod testing;
#[cfg(test)]
mod tests;
