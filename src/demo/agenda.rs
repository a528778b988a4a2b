//! The agenda of the fictional centre: what is booked when and by whom, and the closing of each day.
//!
//! Closings reach back to the opening; entries are there for the weeks around today only, each the same
//! whichever day asks for it.

use std::collections::BTreeMap;

use super::day::{DayOf, SLOT, Slot, closed_on};
use super::dice::{Dice, topic};
use super::rota::Plan;
use super::site::{ASSISTANT, COORDINATION, Site};
use crate::domain::agenda::{EntryKind, HalfDayKind, NewEntry};
use crate::domain::day_close::DayCounts;
use crate::domain::{Calendar, Day, HalfDay, IsoWeek, Now, PatientRef, PersonId, PostId};

const BOOKED: u64 = 62;
const PATIENT: u64 = 63;

/// Weeks before today, shared between the posts, and after it, whose appointments are there.
const BACK: i32 = 8;
const AHEAD: i32 = 3;

/// Patients who come to one post.
const PANEL: usize = 1600;

/// What will be done on the agenda at a moment.
pub struct Planned {
    pub at: Now,
    pub who: PersonId,
    pub what: What,
}

pub enum What {
    /// `late`: for the patient of a point that is due that day, if there is one.
    Entry {
        entry: NewEntry,
        late: bool,
    },
    HalfDays(Vec<(PostId, Day, HalfDay)>, HalfDayKind),
    /// Of the stay that was planned there.
    Close {
        lane: usize,
        plan: usize,
        day: Day,
        counts: DayCounts,
    },
}

/// The weeks whose appointments are there on a day.
pub fn window(site: &Site, today: IsoWeek) -> (IsoWeek, IsoWeek) {
    let back = BACK / i32::try_from(site.posts.len()).unwrap_or(1);
    (today.plus(-back).max(site.opened().week()), today.plus(AHEAD))
}

/// Makes the agenda of the posts, each with its plans in order.
pub struct Diary<'a> {
    pub seed: u64,
    pub site: &'static Site,
    pub calendar: &'a Calendar,
    /// Patients seen on a day, where that was published.
    pub wanted: BTreeMap<Day, u16>,
}

impl Diary<'_> {
    /// Everything that is done on the agenda of a post's week, closings alone when it is long ago.
    pub fn week(&self, lane: usize, number: usize, plan: &Plan, entries: bool, out: &mut Vec<Planned>) {
        let last = super::scene::last_day(plan, self.calendar);
        let days = plan.from.to(plan.to).filter(|d| self.calendar.is_working(*d));
        for day in days {
            let of = DayOf {
                seed: self.seed,
                site: self.site,
                lane,
                day,
                is_last: day == last,
                calendar: self.calendar,
                wanted: self.wanted.get(&day).copied().filter(|_| lane == 0),
            };
            let (slots, counts) = of.plan();
            out.push(self.closing(lane, number, day, counts));
            if entries {
                out.extend(slots.iter().enumerate().map(|(n, slot)| self.appointment(&of, plan, n, slot)));
                if let Some(start) = of.handover() {
                    let shut = if start > 12 * 60 {
                        self.calendar.opening.afternoon.1
                    } else {
                        self.calendar.opening.morning.1
                    };
                    let event =
                        event(EntryKind::Handover, day, Some((start, shut - start)), "points à relire, signature");
                    out.push(self.ahead(plan.week, 32, NewEntry { post: Some(Site::post(lane)), ..event }));
                }
            }
        }
        if entries {
            let (from, _) = self.calendar.opening.morning;
            let welcome = event(EntryKind::Welcome, plan.from, Some((from - 30, 30)), "relève, clés, voiture");
            out.push(self.ahead(plan.week, 30, NewEntry { post: Some(Site::post(lane)), ..welcome }));
            self.half_days(lane, plan, out);
        }
    }

    /// What the whole centre has in a week.
    pub fn house(&self, week: IsoWeek, out: &mut Vec<Planned>) {
        let tuesday = week.monday().plus(1);
        if !self.calendar.is_working(tuesday) {
            return;
        }
        let nurse = self.site.team[2].full();
        out.push(self.ahead(week, 34, event(EntryKind::Asalee, tuesday, None, &nurse)));
        let meeting = event(EntryKind::Meeting, tuesday, Some((13 * 60, 30)), "équipe et IDE libérales");
        out.push(self.ahead(week, 36, meeting));
    }

    /// Written two weeks ahead, in the first hours of that week.
    fn ahead(&self, week: IsoWeek, minute: u16, entry: NewEntry) -> Planned {
        let monday = week.plus(-2).monday();
        let day = self.working(monday);
        Planned { at: Now::on(day, 9, minute), who: COORDINATION, what: What::Entry { entry, late: false } }
    }

    fn half_days(&self, lane: usize, plan: &Plan, out: &mut Vec<Planned>) {
        let monday = plan.week.monday();
        let which: Vec<_> = self
            .site
            .unplanned
            .iter()
            .map(|(day, morning)| (monday.plus(i32::try_from(*day).unwrap_or(0)), *morning))
            .filter(|(day, _)| self.calendar.is_working(*day))
            .map(|(day, morning)| (Site::post(lane), day, if morning { HalfDay::Morning } else { HalfDay::Afternoon }))
            .collect();
        if !which.is_empty() {
            let at = Now::on(self.working(plan.week.plus(-2).monday()), 9, 38);
            out.push(Planned { at, who: COORDINATION, what: What::HalfDays(which, HalfDayKind::Unplanned) });
        }
    }

    /// A working day on or before that day, or the day on which the program was set up.
    fn working(&self, on: Day) -> Day {
        let found = on.plus(-21).to(on).rev().find(|d| self.calendar.is_working(*d)).unwrap_or(on);
        found.max(self.site.founded())
    }

    fn closing(&self, lane: usize, plan: usize, day: Day, counts: DayCounts) -> Planned {
        let on = closed_on(self.seed, self.site, day, self.calendar);
        let minute = 2 * u16::try_from(lane).unwrap_or(0);
        let (hour, minute) = if on == day { (18, 35 + minute) } else { (8, 50 + minute) };
        // A day without an afternoon is closed after its morning.
        let hour = if on == day && !self.calendar.opening.opens_half(day, HalfDay::Afternoon) { 12 } else { hour };
        Planned { at: Now::on(on, hour, minute), who: COORDINATION, what: What::Close { lane, plan, day, counts } }
    }

    fn appointment(&self, of: &DayOf, plan: &Plan, number: usize, slot: &Slot) -> Planned {
        let mut dice =
            Dice::new(self.seed, topic(BOOKED, of.lane), i64::from(of.day.0) * 10_000 + i64::from(slot.start));
        let number = u16::try_from(number).unwrap_or(0);
        let (day, minute) = match slot.kind {
            // Booked on the day itself, an hour or so before.
            EntryKind::Unplanned => {
                (of.day, slot.start.saturating_sub(75).max(8 * 60 + 2) + u16::try_from(dice.below(12)).unwrap_or(0))
            }
            _ if slot.late => (plan.from, 9 * 60 + 5 + number % 20),
            _ => {
                let lead = *dice.pick(&[18, 17, 16, 15, 14, 11, 10, 9, 8, 8, 7, 7, 6, 5, 4, 4, 3, 2]);
                let day = self.working(of.day.plus(-lead));
                let afternoon = self.calendar.opening.opens_half(day, HalfDay::Afternoon) && dice.below(2) == 0;
                let begin = if afternoon { 13 * 60 + 40 } else { 9 * 60 + 40 };
                (day, begin + u16::try_from(dice.below(150)).unwrap_or(0))
            }
        };
        let visit = slot.kind == EntryKind::Visit;
        let entry = NewEntry {
            kind: slot.kind,
            post: Some(Site::post(of.lane)),
            day: of.day,
            to: of.day,
            start: Some(slot.start),
            minutes: slot.minutes,
            patient: Some(self.patient(of, dice.below(PANEL))),
            title: if slot.minutes > SLOT && !visit { "temps long".to_owned() } else { String::new() },
            place: if visit { (*dice.pick(self.site.villages)).to_owned() } else { String::new() },
            item: None,
        };
        let who = if self.site.books(day) == ASSISTANT { ASSISTANT } else { COORDINATION };
        Planned { at: Now::on(day, 0, minute), who, what: What::Entry { entry, late: slot.late } }
    }

    /// One of the post's patients, whose file number is that of no point for many years.
    fn patient(&self, of: &DayOf, number: usize) -> PatientRef {
        // A generation later there are others.
        let decade = (of.day.week().year() / 10) * 10;
        let number = i64::try_from(number + PANEL * of.lane).unwrap_or(0) + i64::from(decade - 2020) * 320;
        let mut dice = Dice::new(self.seed, PATIENT, number);
        let letters: Vec<char> = "ABCDEFGHJLMNPRSTV".chars().collect();
        let age = *dice.pick(&[2, 8, 15, 26, 34, 41, 47, 53, 58, 62, 66, 69, 72, 75, 78, 82, 86]);
        let year = decade - age - i32::try_from(dice.below(4)).unwrap_or(0);
        PatientRef {
            file: super::week::file(4500 + number),
            initials: Some(format!("{}.{}.", dice.pick(&letters), dice.pick(&letters))),
            birth_year: u16::try_from(year).ok(),
        }
    }
}

/// An event of the whole centre; without an hour, of the whole day.
fn event(kind: EntryKind, day: Day, hours: Option<(u16, u16)>, title: &str) -> NewEntry {
    NewEntry {
        kind,
        post: None,
        day,
        to: day,
        start: hours.map(|h| h.0),
        minutes: hours.map_or(0, |h| h.1),
        patient: None,
        title: title.to_owned(),
        place: String::new(),
        item: None,
    }
}
