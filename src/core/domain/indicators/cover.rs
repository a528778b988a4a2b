//! Whether a doctor was there: weeks held, the horizon, désistements. The facts are the rota and the calendar.

use std::collections::{BTreeMap, BTreeSet};

use super::super::chart::{Body, Cell, Grid, GridKind, Head};
use super::super::{Day, IsoWeek, Period, PostId, Stay};
use super::facts::Half;
use super::{Draft, Figure, View, figure, small};

/// Weeks ahead in which vacant posts are counted.
const WEEKS_AHEAD: i32 = 12;

/// Weeks beyond which nobody plans.
const FAR: i32 = 3 * 53;

/// Weeks beyond which a line of the heat map stands for a year.
const WEEKS_SHOWN: usize = 54;

pub(super) fn figures(view: &View<'_>) -> Vec<Draft> {
    let today = view.now.day;
    let ahead = (today.week().next(), today.week().plus(WEEKS_AHEAD));
    let begun = begun(view);
    // The count, the share and the rest speak of the same stays.
    let gone: Vec<&Stay> = begun.iter().copied().filter(|s| !s.is_confirmed()).collect();
    let mut notices: Vec<u32> =
        gone.iter().filter_map(|s| s.notice_days()).map(|days| u32::try_from(days).unwrap_or(0)).collect();
    let refilled = gone.iter().filter(|s| view.facts.rota.confirmed().any(|other| replaces(other, s))).count();
    vec![
        figure("coverage", coverage(view)),
        open_weeks(view),
        figure("horizon", horizon(view)).over(today, today),
        figure("horizon.holes", holes(view)).over(ahead.0.monday(), ahead.1.sunday()),
        figure("withdrawals", Figure::Count(small(gone.len()))),
        figure("withdrawals.rate", Figure::share(small(gone.len()), small(begun.len()))),
        figure("withdrawals.notice", Figure::median(&mut notices)),
        figure("withdrawals.refilled", Figure::share(small(refilled), small(gone.len()))),
        figure("withdrawals.half_days", Figure::Count(empty_halves(view, &gone))),
    ]
}

/// Posts and weeks in which the centre is to be open.
fn planned(view: &View<'_>, from: IsoWeek, to: IsoWeek) -> impl Iterator<Item = (PostId, IsoWeek)> {
    let rota = &view.facts.rota;
    let weeks = std::iter::successors(Some(from), |w| Some(w.next())).take_while(move |w| *w <= to);
    let open = weeks.filter(|w| w.days().any(|d| rota.calendar.is_working(d)));
    open.flat_map(|w| rota.posts.iter().map(move |p| (p.id, w)))
}

/// The posts and weeks that a confirmed stay holds on some half-day.
fn held(view: &View<'_>) -> BTreeSet<(PostId, IsoWeek)> {
    view.halves.iter().filter(|h| h.stay.is_some()).map(|h| (h.post, h.day.week())).collect()
}

/// Doctor-weeks held of posts planned. A post is planned from the first week somebody came to it.
fn coverage(view: &View<'_>) -> Figure {
    let mut first: BTreeMap<PostId, IsoWeek> = BTreeMap::new();
    for stay in view.facts.rota.confirmed() {
        first.entry(stay.post).or_insert(stay.week());
    }
    let began = |post, week| first.get(&post).is_some_and(|first| *first <= week);
    let (mut whole, mut part) = (0, 0);
    let held = held(view);
    let planned = planned(view, view.period.from.week(), view.upto.week());
    for place in planned.filter(|(post, week)| view.counts(*week) && began(*post, *week)) {
        whole += 1;
        part += u32::from(held.contains(&place));
    }
    Figure::share(part, whole)
}

/// Weeks with at least one half-day held, beside the target of a year for so many days since the opening.
fn open_weeks(view: &View<'_>) -> Draft {
    let held: BTreeSet<IsoWeek> = view.held_weeks().into_iter().map(|(_, week)| week).collect();
    let known = view.facts.rota.confirmed().next().is_some();
    let passed = Period { from: view.period.from.max(view.facts.opened), to: view.upto }.days();
    let target = view.facts.targets.open_weeks.map(|weeks| (u32::from(weeks) * passed + 182) / 365);
    figure("coverage.weeks", Figure::known(small(held.len()), known)).aims(target.map(Figure::Count))
}

/// Whether a confirmed stay works on that post on some day of the week.
fn is_held(view: &View<'_>, post: PostId, week: IsoWeek) -> bool {
    view.facts.rota.in_week(post, week).any(|s| {
        let (from, to) = (s.from.max(week.monday()), s.to.min(week.sunday()));
        view.facts.rota.calendar.first_working(from, to).is_some()
    })
}

/// The last working day of the last week up to which every post is confirmed.
fn horizon(view: &View<'_>) -> Figure {
    let this = view.now.day.week();
    let vacant = planned(view, this, this.plus(FAR)).find(|(post, week)| !is_held(view, *post, *week));
    let last_week = vacant.map_or(this.plus(FAR), |(_, week)| week.plus(-1));
    let last = view.facts.rota.calendar.last_working(this.monday(), last_week.sunday());
    last.filter(|_| !view.facts.rota.posts.is_empty()).map_or(Figure::Missing, Figure::Day)
}

fn holes(view: &View<'_>) -> Figure {
    let this = view.now.day.week();
    let ahead = planned(view, this.next(), this.plus(WEEKS_AHEAD));
    Figure::Count(small(ahead.filter(|(post, week)| !is_held(view, *post, *week)).count()))
}

/// Stays that begin in the period or were to, and were confirmed at some time: only those can be withdrawn from.
fn begun<'a>(view: &View<'a>) -> Vec<&'a Stay> {
    let stays = view.facts.rota.stays.iter().filter(|s| s.is_confirmed() || s.is_withdrawal());
    stays.filter(|s| view.period.contains(s.from)).collect()
}

fn replaces(other: &Stay, gone: &Stay) -> bool {
    other.post == gone.post && other.from <= gone.to && gone.from <= other.to
}

/// Half-days of called-off stays on which nobody came instead.
fn empty_halves(view: &View<'_>, gone: &[&Stay]) -> u32 {
    let days = gone.iter().flat_map(|s| s.from.to(s.to).map(|d| (s.post, d))).collect::<BTreeSet<(PostId, Day)>>();
    let Some((first, last)) = days.iter().map(|(_, d)| *d).min().zip(days.iter().map(|(_, d)| *d).max()) else {
        return 0;
    };
    let halves = view.facts.halves(Period { from: first, to: last });
    // Who came instead and rested is there.
    let empty = |h: &&Half| days.contains(&(h.post, h.day)) && view.facts.rota.on_duty(h.post, h.day).is_none();
    small(halves.iter().filter(empty).count())
}

/// The heat map: the days of each week, or in a long period the weeks of each year.
pub(super) fn grid(view: &View<'_>) -> Body {
    let weeks: Vec<(IsoWeek, Period)> = view.period.weeks().collect();
    let opened = view.facts.opened;
    let cell = |halves: &[(u32, u32)], outside: bool| {
        let (planned, held) = halves.iter().fold((0, 0), |(p, h), (planned, held)| (p + planned, h + held));
        match planned {
            _ if outside => Cell::Outside,
            0 => Cell::Closed,
            _ => Cell::Part(held, planned),
        }
    };
    let mut by_day = BTreeMap::<Day, (u32, u32)>::new();
    for half in &view.halves {
        let (planned, held) = by_day.entry(half.day).or_default();
        *planned += 1;
        *held += u32::from(half.stay.is_some());
    }
    let of = |day: Day| by_day.get(&day).copied().unwrap_or_default();
    if weeks.len() <= WEEKS_SHOWN {
        let opening = &view.facts.rota.calendar.opening;
        let weekdays: Vec<u8> = (0..7u8)
            .filter(|d| {
                let (morning, afternoon) = opening.open[usize::from(*d)];
                morning || afternoon
            })
            .collect();
        let row = |weekday: u8| {
            let day = |week: IsoWeek| week.monday().plus(i32::from(weekday));
            let cells = weeks.iter().map(|(week, _)| {
                let day = day(*week);
                cell(&[of(day)], !view.period.contains(day) || day < opened)
            });
            cells.collect()
        };
        return Body::Grid(Grid {
            kind: GridKind::Coverage,
            cells: weekdays.iter().map(|d| row(*d)).collect(),
            rows: weekdays.into_iter().map(Head::Weekday).collect(),
            columns: weeks.into_iter().map(|(_, days)| Head::Week(days)).collect(),
        });
    }
    let years: BTreeSet<i32> = weeks.iter().map(|(week, _)| week.year()).collect();
    let row = |year: i32| {
        let cells = (1..=53).map(|number| {
            let Some(week) = IsoWeek::new(year, number) else { return Cell::Outside };
            let days: Vec<(u32, u32)> = week.days().map(of).collect();
            cell(&days, !view.period.contains(week.monday().plus(3)) || week.sunday() < opened)
        });
        cells.collect()
    };
    Body::Grid(Grid {
        kind: GridKind::Coverage,
        cells: years.iter().map(|y| row(*y)).collect(),
        rows: years.into_iter().map(Head::Year).collect(),
        columns: (1..=53u8).map(Head::WeekNumber).collect(),
    })
}
