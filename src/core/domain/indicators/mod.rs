//! What the centre achieves in a period: figures, each with its unit, window and definition, and charts.
//!
//! Pure functions of [`Facts`]. A missing denominator is [`Figure::Missing`], never 0 (rule 20). One file a topic:
//! its figures, and the charts drawn from the same facts.

mod access;
mod activity;
mod care;
mod caveat;
mod charts;
mod cover;
mod doctors;
mod facts;
mod leaving;
mod names;
mod panel;
mod relay;
mod team;
#[cfg(test)]
mod tests;
mod weeks;

use std::collections::BTreeSet;

use super::{Day, IsoWeek, Now, Period, PostId, StayId};

pub use caveat::Caveat;
pub use charts::{Chart, ChartCode};
pub use facts::{Facts, Load, Recalls};
pub use leaving::{leaving, leaving_chart, withheld};
pub use names::CODES;
pub use weeks::{WeekCounts, WeekFigures, week_figures};

/// A figure with its window and its definition.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Code of the definitions; a part of an indicator has its own after a point: `fill`, `fill.honoured`.
    pub code: &'static str,
    /// Identifier of its name in the language files.
    pub label: &'static str,
    /// Identifier of its definition in the language files.
    pub definition: &'static str,
    /// Identifier of its unit, which takes `count`; none where the figure says it all.
    pub unit: Option<&'static str>,
    pub value: Figure,
    /// What the centre aims at, where it has said so.
    pub target: Option<Figure>,
    /// What one must know to read the figure right.
    pub caveat: Option<Caveat>,
    /// The first and last day it was computed over.
    pub window: Period,
    /// Whether the period is not over, so that the figure will still change.
    pub partial: bool,
}

/// The value of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// A missing denominator: shown as "—" (rule 20).
    Missing,
    Count(u32),
    /// A difference: shown with its sign.
    Gap(i64),
    /// Part of a whole: numerator and denominator, shown in per cent.
    Share(u32, u32),
    /// So many for each: numerator and denominator, shown with one decimal.
    Ratio(u32, u32),
    /// A median, in halves of the unit.
    Halves(u32),
    Day(Day),
    /// More than anything: "∞".
    Never,
    /// A count of one to four patients, or one that would tell it: `NS` (rule 22). Only in what leaves the centre.
    Withheld,
}

impl Figure {
    fn share(part: u32, whole: u32) -> Self {
        if whole == 0 { Self::Missing } else { Self::Share(part, whole) }
    }

    fn ratio(part: u32, whole: u32) -> Self {
        if whole == 0 { Self::Missing } else { Self::Ratio(part, whole) }
    }

    /// A count that is known only where something was looked at.
    fn known(count: u32, looked_at: bool) -> Self {
        if looked_at { Self::Count(count) } else { Self::Missing }
    }

    /// The median of whole values.
    fn median(values: &mut [u32]) -> Self {
        values.sort_unstable();
        let middle = values.len() / 2;
        match values.len() {
            0 => Self::Missing,
            n if n % 2 == 1 => Self::Halves(values[middle].saturating_mul(2)),
            _ => Self::Halves(values[middle - 1].saturating_add(values[middle])),
        }
    }

    /// The figure as a number, in its unit; shares in per cent.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        Some(match self {
            Self::Missing | Self::Day(_) | Self::Never | Self::Withheld | Self::Share(_, 0) | Self::Ratio(_, 0) => {
                return None;
            }
            Self::Count(count) => f64::from(count),
            #[expect(clippy::cast_precision_loss, reason = "differences of counts of patients")]
            Self::Gap(gap) => gap as f64,
            Self::Share(part, whole) => f64::from(part) * 100.0 / f64::from(whole),
            Self::Ratio(part, whole) => f64::from(part) / f64::from(whole),
            Self::Halves(halves) => f64::from(halves) / 2.0,
        })
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A figure before it has its names and its window.
struct Draft {
    code: &'static str,
    value: Figure,
    target: Option<Figure>,
    caveat: Option<Caveat>,
    /// Its own window, where it is not the period: such a figure is never partial.
    window: Option<Period>,
}

fn figure(code: &'static str, value: Figure) -> Draft {
    Draft { code, value, target: None, caveat: None, window: None }
}

impl Draft {
    fn aims(mut self, target: Option<Figure>) -> Self {
        self.target = target.filter(|_| self.value != Figure::Missing);
        self
    }

    fn but(mut self, caveat: Option<Caveat>) -> Self {
        self.caveat = caveat;
        self
    }

    fn over(mut self, from: Day, to: Day) -> Self {
        self.window = Some(Period { from, to });
        self
    }
}

/// Everything the statistics show of a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Statistics {
    pub period: Period,
    /// Only what one post did, where the centre has several.
    pub post: Option<PostId>,
    pub indicators: Vec<Indicator>,
    /// The period beside it with its figures, where it is complete.
    pub before: Option<(Period, Vec<Indicator>)>,
    pub charts: Vec<Chart>,
    pub weeks: Vec<WeekFigures>,
}

impl Statistics {
    /// The figure of a code.
    #[must_use]
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|i| i.code == code)
    }

    /// The same figure in the period beside.
    #[must_use]
    pub fn before(&self, code: &str) -> Option<&Indicator> {
        self.before.as_ref()?.1.iter().find(|i| i.code == code)
    }

    /// A chart.
    #[must_use]
    pub fn chart(&self, code: ChartCode) -> Option<&Chart> {
        self.charts.iter().find(|c| c.code == code)
    }
}

/// Whether figures can be compared with those of a period: it is over, and the centre was open all along.
#[must_use]
pub fn is_complete(period: Period, opened: Day, today: Day) -> bool {
    opened <= period.from && !period.is_partial(today)
}

/// Every indicator of the period; what has not happened by `now` does not count.
#[must_use]
pub fn indicators(facts: &Facts, period: Period, now: Now) -> Vec<Indicator> {
    let view = View::new(facts, period, now);
    let drafts = [
        activity::figures(&view),
        access::figures(&view),
        panel::figures(&view),
        cover::figures(&view),
        doctors::figures(&view),
        relay::figures(&view),
        team::figures(&view),
        care::figures(&view),
    ];
    let drafts = drafts.into_iter().flatten().filter(|d| facts.post.is_none() || names::is_of_a_post(d.code));
    drafts
        .map(|draft| {
            let (label, definition, unit) = names::of(draft.code);
            Indicator {
                code: draft.code,
                label,
                definition,
                unit,
                value: draft.value,
                target: draft.target,
                caveat: draft.caveat,
                partial: draft.window.is_none() && period.is_partial(now.day),
                window: draft.window.unwrap_or(period),
            }
        })
        .collect()
}

/// The indicators of a period that stands beside another: what is only known of now is no figure of then.
#[must_use]
pub fn indicators_beside(facts: &Facts, period: Period, now: Now) -> Vec<Indicator> {
    let mut all = indicators(facts, period, now);
    all.retain(|i| !names::is_of_now(i.code));
    all
}

/// Every chart of the period, in the order they are leafed through.
#[must_use]
pub fn charts(facts: &Facts, period: Period, now: Now) -> Vec<Chart> {
    charts::all(&View::new(facts, period, now))
}

/// The facts as one period sees them.
struct View<'a> {
    facts: &'a Facts,
    period: Period,
    /// The last day that counts: of the period, or today.
    upto: Day,
    now: Now,
    /// Every half-day the centre planned, in the whole weeks of the period.
    halves: Vec<facts::Half>,
}

impl<'a> View<'a> {
    fn new(facts: &'a Facts, period: Period, now: Now) -> Self {
        let upto = period.to.min(now.day);
        let weeks = Period { from: period.from.week().monday(), to: period.to.week().sunday() };
        Self { facts, period, upto, now, halves: facts.halves(weeks) }
    }

    /// From the opening to the last day that counts.
    fn since_opening(&self) -> Period {
        Period { from: self.facts.opened.min(self.period.to), to: self.upto }
    }

    /// Whether the day lies in the period and is not still to come.
    fn contains(&self, day: Day) -> bool {
        self.period.from <= day && day <= self.upto
    }

    /// Whether a week counts in the period: where its Thursday lies, as ISO 8601 has it for years. Each week counts
    /// in one month and in one year.
    fn counts(&self, week: IsoWeek) -> bool {
        self.period.contains(week.monday().plus(3))
    }

    /// The doctor-weeks that count in the period and in which a half-day was held so far.
    fn held_weeks(&self) -> BTreeSet<(PostId, IsoWeek)> {
        let held = self.halves.iter().filter(|h| h.stay.is_some() && h.day <= self.now.day);
        held.map(|h| (h.post, h.day.week())).filter(|(_, week)| self.counts(*week)).collect()
    }

    /// The closings that count, of the days of the period.
    fn closings(&self) -> impl Iterator<Item = &super::DayClose> {
        self.facts.closings.iter().filter(|c| self.contains(c.day))
    }

    /// The days of stays that are over, on which a half-day was held, and that nobody closed.
    fn unclosed(&self) -> BTreeSet<(StayId, Day)> {
        let closed: BTreeSet<(StayId, Day)> = self.closings().map(|c| (c.stay, c.day)).collect();
        let over = self.passed().filter(|h| h.day < self.now.day).filter_map(|h| Some((h.stay?, h.day)));
        over.filter(|day| !closed.contains(day)).collect()
    }

    /// The half-days of the period, so far.
    fn passed(&self) -> impl Iterator<Item = &facts::Half> {
        self.halves.iter().filter(|h| self.contains(h.day))
    }
}
