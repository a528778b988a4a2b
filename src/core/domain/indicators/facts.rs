//! What the figures are computed from.

use std::collections::{BTreeMap, HashMap};

use super::super::agenda::ordinary;
use super::super::care::Activity;
use super::super::care::round::Travelled;
use super::super::noted::{PanelSnapshot, Published, Targets, WeekSurvey};
use super::super::{
    Day, DayClose, DecidedHalfDay, HalfDay, HalfDayKind, IsoWeek, Period, PostId, Rota, StayId, Thread,
};

/// What is known of a centre around a period. Whoever reads it from a store leaves out what cannot matter to it.
#[derive(Debug, Clone)]
pub struct Facts {
    pub opened: Day,
    /// The department of the centre.
    pub department: String,
    pub targets: Targets,
    /// Only this post's stays, closings and appointments are here.
    pub post: Option<PostId>,
    pub rota: Rota,
    /// The closings that count, of the days of the period: one a stay and day.
    pub closings: Vec<DayClose>,
    /// Consultations of each closed day from the opening to the day before the period, by day.
    pub earlier: Vec<(Day, u32)>,
    pub half_days: Vec<DecidedHalfDay>,
    /// Appointments of the period up to now.
    pub load: Vec<Load>,
    /// The day of the first appointment there is: before it the agenda tells nothing.
    pub agenda_since: Option<Day>,
    /// How far the home visits of the period up to now went, by the agenda.
    pub travelled: Travelled,
    /// How many meetings the agenda has in a week of the period up to now, and their minutes.
    pub meetings: BTreeMap<IsoWeek, (u32, u32)>,
    /// All of them, by day.
    pub panels: Vec<PanelSnapshot>,
    /// Those of the weeks of the period, by week.
    pub surveys: Vec<WeekSurvey>,
    /// All of them, by day.
    pub published: Vec<Published>,
    /// Points that were ever urgent and were not closed before the period.
    pub urgent: Vec<Thread>,
    /// Points that are open now.
    pub open: Vec<Thread>,
    /// On how many points each stay that ended in the period said a word.
    pub said: BTreeMap<StayId, u32>,
    pub recalls: Recalls,
    /// Half-days of the period up to now on which the rooms of the centre were used, and on which they could be.
    pub rooms: (u32, u32),
    /// What the lists of care around the relay did, up to now.
    pub care: Activity,
}

/// So many appointments of one length, at one hour of one weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// 0 is Monday.
    pub weekday: u8,
    pub hour: u8,
    pub minutes: u16,
    pub count: u32,
}

/// Recalls that were due in the period up to now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Recalls {
    pub due: u32,
    /// Of whom finished.
    pub done: u32,
}

/// A half-day on which the centre planned a post, and who held it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Half {
    pub post: PostId,
    pub day: Day,
    /// The confirmed stay that held it; nothing where it was vacant, or the doctor rested.
    pub stay: Option<StayId>,
}

impl Facts {
    /// Every half-day planned, by day: the centre opens then, and nobody decided that this post is closed; or it does
    /// not, and somebody decided that this post is open.
    pub(super) fn halves(&self, days: Period) -> Vec<Half> {
        let rota = &self.rota;
        let decided: HashMap<(PostId, Day, HalfDay), HalfDayKind> =
            self.half_days.iter().map(|d| ((d.post, d.day, d.half), d.kind)).collect();
        // By post, the confirmed stays in the order of their days: one looks at each of them once.
        let mut stays: Vec<_> = rota
            .posts
            .iter()
            .map(|p| {
                let mine = rota.confirmed().filter(move |s| s.post == p.id && s.to >= days.from);
                (p.id, mine.peekable())
            })
            .collect();
        let mut halves = Vec::new();
        for day in days.from.to(days.to) {
            if rota.calendar.holiday(day).is_some() || rota.calendar.closure(day).is_some() {
                continue;
            }
            for (post, stays) in &mut stays {
                while stays.next_if(|s| s.to < day).is_some() {}
                let here = stays.peek().filter(|s| s.covers(day)).map(|s| s.id);
                for half in [HalfDay::Morning, HalfDay::Afternoon] {
                    let ordinary = ordinary(rota, *post, day, half);
                    let kind = decided.get(&(*post, day, half)).copied().unwrap_or(ordinary);
                    if kind.is_open() || (kind == HalfDayKind::Rest && ordinary.is_open()) {
                        halves.push(Half { post: *post, day, stay: here.filter(|_| kind != HalfDayKind::Rest) });
                    }
                }
            }
        }
        halves
    }

    /// The surveys whose day lies in the period.
    pub(super) fn surveyed(&self, period: Period) -> impl Iterator<Item = &WeekSurvey> {
        self.surveys.iter().filter(move |s| period.contains(s.what.day))
    }
}
