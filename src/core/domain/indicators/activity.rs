//! What was done: consultations, how full and how long they were. The facts are the closed days, and the agenda.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Msg;
use super::super::chart::{
    Bar, Bars, Body, Cell, Curve, Dot, Grid, GridKind, Group, Head, Layer, Line, Note, Share, Step,
};
use super::super::noted::PublishedFigure;
use super::super::{Day, IsoWeek, Period, PostId, StayId};
use super::weeks::{self, WeekCounts};
use super::{Caveat, Draft, Figure, View, figure, small};

/// Weeks beyond which a bar stands for a month: the eye compares no more.
const WEEKS_SHOWN: usize = 60;

pub(super) fn figures(view: &View<'_>) -> Vec<Draft> {
    let mut sums = WeekCounts::default();
    let mut closed: BTreeSet<(StayId, Day)> = BTreeSet::new();
    for closing in view.closings() {
        sums.add(&closing.counts);
        closed.insert((closing.stay, closing.day));
    }
    let known = !closed.is_empty();
    let count = |n| Figure::known(n, known);
    let (on_worked, worked) = worked(view, &closed);
    let (minutes, appointments) = view
        .facts
        .load
        .iter()
        .fold((0, 0), |(minutes, n), load| (minutes + u32::from(load.minutes) * load.count, n + load.count));
    let travelled = view.facts.travelled;
    let unknown = (travelled.unknown > 0).then_some(Caveat::Distances(travelled.unknown));
    let measured = travelled.visits > 0 && (travelled.kilometres > 0 || travelled.unknown == 0);
    let honoured = sums.booked.saturating_sub(sums.absent);
    let since = view.facts.earlier.iter().map(|(_, seen)| seen).sum::<u32>() + sums.done();
    vec![
        figure("consultations", count(sums.done())).aims(target(view)).but(unclosed(view)),
        figure("consultations.programmed", count(sums.programmed)),
        figure("consultations.unplanned", count(sums.unplanned)),
        figure("visits", count(sums.visits)),
        figure("consultations.remote", count(sums.remote)),
        figure("consultations.since_opening", Figure::known(since, since > 0 || known))
            .over(view.facts.opened.min(view.upto), view.upto),
        figure("per_day", Figure::ratio(on_worked.saturating_mul(2), worked)),
        figure("duration", Figure::ratio(minutes, appointments))
            .but(Some(agenda_caveat(view).unwrap_or(Caveat::Planned))),
        figure("np_share", Figure::share(sums.unplanned, sums.done())),
        figure("fill", Figure::share(sums.booked, sums.offered)),
        figure("fill.honoured", Figure::share(honoured, sums.offered)),
        figure("no_show", Figure::share(sums.absent, sums.booked)),
        figure("visits.communes", Figure::known(travelled.communes, travelled.communes > 0)).but(agenda_caveat(view)),
        figure("visits.kilometres", Figure::known(travelled.kilometres, measured)).but(unknown.or(agenda_caveat(view))),
    ]
}

/// Consultations of the closed days on which a half-day was held, and those half-days.
///
/// Who came on a day the centre does not plan has no half-days to share the patients out over.
fn worked(view: &View<'_>, closed: &BTreeSet<(StayId, Day)>) -> (u32, u32) {
    let held = view.passed().filter_map(|h| Some((h.stay?, h.day)));
    let halves: Vec<(StayId, Day)> = held.filter(|day| closed.contains(day)).collect();
    let days: BTreeSet<&(StayId, Day)> = halves.iter().collect();
    let seen = view.closings().filter(|c| days.contains(&(c.stay, c.day))).map(|c| u32::from(c.counts.done())).sum();
    (seen, small(halves.len()))
}

/// Each number of half-days that a week can have divides it.
const WEEK_PARTS: u64 = 360_360;

/// The consultations the centre aims at: of each week of a post, for the half-days that a doctor held so far.
fn target(view: &View<'_>) -> Option<Figure> {
    let week = u64::from(view.facts.targets.week_consultations?);
    let mut weeks: BTreeMap<(PostId, IsoWeek), (u64, u64)> = BTreeMap::new();
    for half in &view.halves {
        let (planned, held) = weeks.entry((half.post, half.day.week())).or_default();
        *planned += 1;
        *held += u64::from(half.stay.is_some() && view.contains(half.day));
    }
    let parts: u64 = weeks.values().map(|(planned, held)| week * held * WEEK_PARTS / planned).sum();
    u32::try_from((parts + WEEK_PARTS / 2) / WEEK_PARTS).ok().map(Figure::Count)
}

/// Days with a doctor that are over and not closed: their patients are missing.
fn unclosed(view: &View<'_>) -> Option<Caveat> {
    let missing = view.unclosed().len();
    let known = view.closings().next().is_some();
    (missing > 0 && known).then_some(Caveat::Unclosed(missing))
}

/// The day from which the agenda tells, where the period begins before it.
fn agenda_began(view: &View<'_>) -> Option<Day> {
    view.facts.agenda_since.filter(|since| *since > view.period.from.max(view.facts.opened))
}

/// What the agenda does not tell of the first days of the period.
fn agenda_caveat(view: &View<'_>) -> Option<Caveat> {
    agenda_began(view).map(Caveat::Agenda)
}

/// Consultations by kind, one bar a week, or a month in a long period.
pub(super) fn weekly(view: &View<'_>) -> Body {
    let weeks = weeks::of(view);
    let parts = |counts: &WeekCounts| vec![counts.programmed, counts.unplanned, counts.visits, counts.remote];
    let layers = Layer::ALL.to_vec();
    let goal = view
        .facts
        .targets
        .week_consultations
        .map(|week| f64::from(week) * f64::from(small(view.facts.rota.posts.len())));
    let (step, bars): (Step, Vec<Bar>) = if weeks.len() <= WEEKS_SHOWN {
        let bar = |w: &weeks::WeekFigures| Bar {
            days: w.days,
            parts: (w.closed > 0).then(|| parts(&w.counts)),
            note: w.note,
        };
        (Step::Week, weeks.iter().map(bar).collect())
    } else {
        (Step::Month, view.period.months().map(|days| month(view, days, parts)).collect())
    };
    // A cut or running bar, and one of a week without a doctor, would pull the mean down.
    let full: Vec<u32> = bars
        .iter()
        .filter(|b| !matches!(b.note, Some(Note::Partial | Note::Closed | Note::Vacant)))
        .filter_map(Bar::total)
        .collect();
    let mean = (!full.is_empty()).then(|| f64::from(full.iter().sum::<u32>()) / f64::from(small(full.len())));
    // A year has its open weeks, a month a twelfth of them.
    let target = goal.and_then(|week| match step {
        Step::Week => Some(week),
        Step::Month => Some(week * f64::from(view.facts.targets.open_weeks?) / 12.0),
    });
    Body::Bars(Bars { step, layers, bars, mean, target })
}

fn month(view: &View<'_>, days: Period, parts: impl Fn(&WeekCounts) -> Vec<u32>) -> Bar {
    let mut counts = WeekCounts::default();
    let mut known = false;
    for closing in view.closings().filter(|c| days.contains(c.day)) {
        counts.add(&closing.counts);
        known = true;
    }
    let whole = days.from.plus(-1).date().format("%m").to_string() != days.from.date().format("%m").to_string()
        && days.to.plus(1).date().format("%m").to_string() != days.to.date().format("%m").to_string();
    let note = (!whole || days.to >= view.now.day).then_some(Note::Partial);
    Bar { days, parts: known.then(|| parts(&counts)), note }
}

/// Consultations since the opening, added up week after week, beside what was published.
pub(super) fn since_opening(view: &View<'_>) -> Body {
    let mut days: BTreeMap<Day, u32> = view.facts.earlier.iter().copied().collect();
    for closing in view.closings() {
        *days.entry(closing.day).or_default() += u32::from(closing.counts.done());
    }
    let published = |day: Day| view.facts.published.iter().any(|p| p.day == day);
    let (mut sum, mut points) = (0, Vec::new());
    let mut rest = days.into_iter().peekable();
    while let Some((day, seen)) = rest.next() {
        sum += seen;
        // The last closed day of each week, and each day of which something was published.
        if published(day) || rest.peek().is_none_or(|(next, _)| next.week() != day.week()) {
            points.push((day, f64::from(sum)));
        }
    }
    Body::Curve(Curve {
        lines: vec![Line::new("indicators-since-opening", points)],
        published: dots(view, view.facts.opened, &[PublishedFigure::Consultations]),
        target: None,
        never: Vec::new(),
        unit: "indicators-unit-consultations",
    })
}

/// The published figures of some kinds, from a day to the end of the period.
pub(super) fn dots(view: &View<'_>, from: Day, kinds: &[PublishedFigure]) -> Vec<Dot> {
    let found = view.facts.published.iter().filter(|p| kinds.contains(&p.figure));
    let inside = found.filter(|p| from <= p.day && p.day <= view.period.to);
    inside.map(|p| Dot { figure: p.figure, day: p.day, value: p.value, source: p.source.clone() }).collect()
}

/// The days of the period of which the agenda tells.
pub(super) fn agenda_window(view: &View<'_>) -> Period {
    Period { from: agenda_began(view).unwrap_or(view.period.from).min(view.period.to), ..view.period }
}

/// Appointments by weekday and hour.
pub(super) fn load(view: &View<'_>) -> Body {
    let load = &view.facts.load;
    let opening = &view.facts.rota.calendar.opening;
    let open_hours = (opening.morning.0 / 60)..(opening.afternoon.1.div_ceil(60));
    let hours: BTreeSet<u8> =
        open_hours.filter_map(|h| u8::try_from(h).ok()).chain(load.iter().map(|l| l.hour)).collect();
    let days: BTreeSet<u8> = (0..7u8)
        .filter(|d| {
            let (morning, afternoon) = opening.open[usize::from(*d)];
            morning || afternoon
        })
        .chain(load.iter().map(|l| l.weekday))
        .collect();
    let count = |weekday, hour| {
        let here = load.iter().filter(|l| l.weekday == weekday && l.hour == hour);
        Cell::Count(here.map(|l| l.count).sum())
    };
    let cells = hours.iter().map(|hour| days.iter().map(|day| count(*day, *hour)).collect()).collect();
    Body::Grid(Grid {
        kind: GridKind::Load,
        rows: hours.into_iter().map(Head::Hour).collect(),
        columns: days.into_iter().map(Head::Weekday).collect(),
        cells,
    })
}

/// How long the appointments are planned: up to each of these minutes.
const LENGTHS: [(u16, &str); 5] = [
    (15, "chart-length-15"),
    (20, "chart-length-20"),
    (30, "chart-length-30"),
    (40, "chart-length-40"),
    (u16::MAX, "chart-length-more"),
];

/// Appointments by their planned length.
pub(super) fn lengths(view: &View<'_>) -> Body {
    let whole: u32 = view.facts.load.iter().map(|l| l.count).sum();
    let mut above = 0;
    let bars = LENGTHS.iter().map(|(most, label)| {
        let here = view.facts.load.iter().filter(|l| above < l.minutes && l.minutes <= *most);
        let part = here.map(|l| l.count).sum();
        above = *most;
        Share { label: Msg::new(label), part, whole: Some(whole) }
    });
    Body::Shares(vec![Group { label: "chart-duration", bars: bars.collect() }])
}
