//! What a day of a post comes to: its appointments, and the counts of its closing.
//!
//! Both follow from the seed, the post and the day alone.

use super::dice::{Dice, topic};
use super::site::{Site, day};
use crate::domain::agenda::{EntryKind, HalfDayKind};
use crate::domain::centre::Pattern;
use crate::domain::day_close::DayCounts;
use crate::domain::{Calendar, Day, HalfDay};

const DAY: u64 = 60;
const LATE: u64 = 61;

/// Length of an ordinary consultation, in minutes.
pub const SLOT: u16 = 20;

/// When home visits begin; nobody is seen at the centre from then to noon.
const VISITS: u16 = 11 * 60 + 30;

/// When the handover begins, on an afternoon or on a last day that ends at noon.
pub const HANDOVER: [u16; 2] = [17 * 60 + 10, 11 * 60 + 50];

/// An appointment of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub start: u16,
    pub minutes: u16,
    pub kind: EntryKind,
    /// Booked on the week's first morning: for the patient of a point, if there is one.
    pub late: bool,
}

/// A post's day, as far as it decides what happens in it.
pub struct DayOf<'a> {
    pub seed: u64,
    pub site: &'a Site,
    pub lane: usize,
    pub day: Day,
    /// The day of the handover.
    pub is_last: bool,
    pub calendar: &'a Calendar,
    /// How many patients must be seen, where it is known.
    pub wanted: Option<u16>,
}

impl DayOf<'_> {
    fn opens(&self, half: HalfDay) -> bool {
        self.calendar.opening.opens_half(self.day, half)
    }

    fn kind(&self, half: HalfDay) -> HalfDayKind {
        let morning = half == HalfDay::Morning;
        let unplanned = match self.site.posts[self.lane].1 {
            Pattern::Programmed => self.site.unplanned.contains(&(self.day.weekday_index(), morning)),
            Pattern::ProgrammedFirst => !morning,
            Pattern::UnplannedFirst => morning,
        };
        if unplanned { HalfDayKind::Unplanned } else { HalfDayKind::Programmed }
    }

    /// When the handover begins, on the day it is due.
    pub fn handover(&self) -> Option<u16> {
        let [afternoon, noon] = HANDOVER;
        self.is_last.then_some(if self.opens(HalfDay::Afternoon) { afternoon } else { noon })
    }

    /// Thursday has a home visit, Tuesday one week in two.
    fn has_visit(&self) -> bool {
        let visits = match self.day.weekday_index() {
            3 => true,
            1 => (self.day.0.div_euclid(7) + i32::try_from(self.lane).unwrap_or(0)) % 2 == 0,
            _ => false,
        };
        visits && !self.is_last && self.opens(HalfDay::Morning)
    }

    /// The day's appointments in their order, and its counts.
    pub fn plan(&self) -> (Vec<Slot>, DayCounts) {
        let mut dice = Dice::new(self.seed, topic(DAY, self.lane), i64::from(self.day.0));
        let (mut slots, mut offered) = (Vec::new(), 0);
        for half in [HalfDay::Morning, HalfDay::Afternoon] {
            if self.opens(half) {
                offered += self.half_day(half, &mut dice, &mut slots);
            }
        }
        if let Some(wanted) = self.wanted {
            let goes = |s: &Slot| !s.late && s.kind != EntryKind::Visit;
            while slots.len() > usize::from(wanted) && slots.iter().any(goes) {
                let going: Vec<usize> = (0..slots.len()).filter(|s| goes(&slots[*s])).collect();
                slots.remove(*dice.pick(&going));
            }
        }
        slots.sort_by_key(|s| s.start);
        let counts = self.counts(&slots, offered, &mut dice);
        (slots, counts)
    }

    /// The appointments of a half-day; says how many places it has.
    fn half_day(&self, half: HalfDay, dice: &mut Dice, slots: &mut Vec<Slot>) -> u16 {
        let opening = &self.calendar.opening;
        let (from, shut) = if half == HalfDay::Morning { opening.morning } else { opening.afternoon };
        let places = (shut - from) / SLOT;
        let visit = half == HalfDay::Morning && self.has_visit();
        let end = if visit { VISITS } else { shut }.min(self.handover().filter(|h| *h > from).unwrap_or(shut));
        let free: Vec<u16> = (0..places).map(|place| from + SLOT * place).filter(|s| s + SLOT <= end).collect();
        let kind = self.kind(half);
        let (low, high) = if kind == HalfDayKind::Programmed { (80, 95) } else { (50, 75) };
        let (low, high) = ((free.len() * low).div_ceil(100), free.len() * high / 100);
        let mut taken: Vec<u16> = dice.shuffled(free.len()).into_iter().map(|place| free[place]).collect();
        taken.truncate(low + dice.below(high.saturating_sub(low) + 1));
        taken.sort_unstable();
        let first = slots.len();
        let mut skip = false;
        for (n, start) in taken.iter().enumerate() {
            if std::mem::take(&mut skip) {
                continue;
            }
            let programmed = kind == HalfDayKind::Programmed;
            // A first contact or an announcement has two places.
            skip = programmed && taken.get(n + 1) == Some(&(start + SLOT)) && dice.below(9) == 0;
            slots.push(Slot {
                start: *start,
                minutes: if skip { 2 * SLOT } else { SLOT },
                kind: if programmed { EntryKind::Consultation } else { EntryKind::Unplanned },
                late: false,
            });
        }
        if kind == HalfDayKind::Programmed {
            let remote = dice.below(3) == 0;
            let mut single = slots[first..].iter_mut().filter(|s| s.minutes == SLOT && s.start >= 10 * 60);
            if let Some(slot) = single.next() {
                slot.late = true;
            }
            if let (true, Some(slot)) = (remote, single.next()) {
                slot.kind = EntryKind::Remote;
            }
        }
        if visit {
            let late = self.day.weekday_index() == 3;
            slots.push(Slot { start: VISITS, minutes: 2 * SLOT, kind: EntryKind::Visit, late });
        }
        places
    }

    /// What the closing says: a few booked patients do not come, a few come without being booked.
    fn counts(&self, slots: &[Slot], offered: u16, dice: &mut Dice) -> DayCounts {
        let count = |kind| u16::try_from(slots.iter().filter(|s| s.kind == kind).count()).unwrap_or(0);
        let booked = u16::try_from(slots.len()).unwrap_or(0);
        let absent = (*dice.pick(&[0, 0, 0, 1, 1, 2])).min(count(EntryKind::Consultation));
        let more = *dice.pick(&[0, 1, 1, 2, 2, 3]);
        let more = self.wanted.map_or(more, |wanted| (wanted + absent).saturating_sub(booked));
        DayCounts {
            offered,
            booked,
            programmed: count(EntryKind::Consultation) - absent,
            unplanned: count(EntryKind::Unplanned) + more,
            visits: count(EntryKind::Visit),
            remote: count(EntryKind::Remote),
            absent,
        }
    }
}

/// The day on which a day is closed: itself, save one of the week that is only closed on Monday.
///
/// A week in which a figure was published is closed in time.
pub fn closed_on(seed: u64, site: &Site, on: Day, calendar: &Calendar) -> Day {
    let week = on.week();
    let published = site.published.iter().any(|p| day(p.day).week() == week);
    let late = [2, 3, 1][Dice::new(seed, LATE, i64::from(week.monday().0)).below(3)];
    let is_late = on.weekday_index() == late && calendar.is_working(on.plus(1));
    if !is_late || published {
        return on;
    }
    calendar.next_working(week.sunday())
}
