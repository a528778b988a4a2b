//! Volontaires possibles: who could come in a vacant week, in an order that explains itself.
//!
//! The order is a pure function of facts and weights: the same facts give the same order, whatever the order they were
//! noted in, and each place is explained by its reasons (rule 27). Nobody is asked, assigned or refused by it.

mod reason;
mod weights;

use std::collections::BTreeMap;

use chrono::Datelike as _;

pub use reason::Reason;
pub use weights::{Factor, MOST, Weights};

use super::act::NewStay;
use super::availability::Answer;
use super::collective::{Collective, StayElsewhere};
use super::light::{self, Light};
use super::record::{Availability, Intention, LeavingWord, Solicitation, SolicitationAnswer, Volunteer};
use super::wish::{Wish, WishFit};
use super::{Day, IsoWeek, Person, PersonId, PostId, Rota, Stay, StayState, geography};

/// A week on a post that nobody is confirmed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hole {
    pub post: PostId,
    pub week: IsoWeek,
}

impl Hole {
    /// That week on that post, where nobody is confirmed for some of its working days that are not over.
    #[must_use]
    pub fn vacant(post: PostId, week: IsoWeek, rota: &Rota, opened: Day, today: Day) -> Option<Self> {
        let works = week.sunday() >= opened.max(today) && rota.posts.iter().any(|p| p.id == post);
        let hole = Self { post, week };
        (works && hole.free(rota, today).is_some()).then_some(hole)
    }

    /// Its first days on end that nobody is confirmed for, from today on, the first and the last of them worked.
    #[must_use]
    pub fn free(self, rota: &Rota, today: Day) -> Option<(Day, Day)> {
        let days = self.week.monday().max(today).to(self.week.sunday());
        let mut worked =
            days.filter(|day| rota.calendar.is_working(*day)).skip_while(|day| rota.on_duty(self.post, *day).is_some());
        let first = worked.next()?;
        let last = worked.take_while(|day| rota.on_duty(self.post, *day).is_none()).last();
        Some((first, last.unwrap_or(first)))
    }
}

/// Weeks around a stay in which one is not asked again lightly.
pub const JUST_HERE: i32 = 6;

/// Kilometres up to which somebody is near.
const NEAR: u16 = 200;

/// Days that the declaration at the Ordre takes: two months.
const DECLARATION: i32 = 61;

/// Days after which somebody was neither here nor asked for long.
const YEAR: i32 = 365;

/// Everything that the order is made of.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub rota: &'a Rota,
    pub collective: &'a Collective,
    /// The centre's.
    pub department: &'a str,
    pub weights: &'a Weights,
    /// Days in which who was asked is marked.
    pub asked_days: u16,
    pub today: Day,
}

/// A volunteer for a hole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub doctor: PersonId,
    /// What counts most first, whichever side it is on.
    pub reasons: Vec<Reason>,
    /// All that counts together.
    pub worth: i32,
}

/// What is known of one volunteer, found once for all holes.
#[derive(Debug, Clone)]
struct Known<'a> {
    person: &'a Person,
    volunteer: Option<&'a Volunteer>,
    wish: Wish,
    intention: Option<Intention>,
    availability: Vec<&'a Availability>,
    solicitations: Vec<&'a Solicitation>,
    stays: Vec<&'a Stay>,
    elsewhere: Vec<&'a StayElsewhere>,
    /// How far the centre is, in kilometres.
    km: Option<u16>,
}

/// The volunteers of the collective, to be put in order for one hole after the other.
#[derive(Debug, Clone)]
pub struct Volunteers<'a> {
    facts: Facts<'a>,
    /// By number.
    known: Vec<Known<'a>>,
}

impl<'a> Volunteers<'a> {
    /// Everybody who may be asked at all: not who is *plus à solliciter*, nor who was entered twice.
    #[must_use]
    pub fn of(facts: Facts<'a>) -> Self {
        let mut availability: BTreeMap<PersonId, Vec<&Availability>> = BTreeMap::new();
        for noted in &facts.collective.availability {
            availability.entry(noted.what.person).or_default().push(&noted.what);
        }
        let mut solicitations: BTreeMap<PersonId, Vec<&Solicitation>> = BTreeMap::new();
        for asked in &facts.collective.solicitations {
            solicitations.entry(asked.what.person).or_default().push(&asked.what);
        }
        let mut elsewhere: BTreeMap<PersonId, Vec<&StayElsewhere>> = BTreeMap::new();
        for stay in &facts.collective.elsewhere {
            elsewhere.entry(stay.doctor).or_default().push(stay);
        }
        // The last of what somebody said stands.
        let left: BTreeMap<PersonId, &LeavingWord> =
            facts.collective.leaving.iter().map(|said| (said.what.person, &said.what)).collect();
        let known = facts.rota.people.doctors().filter_map(|person| {
            let volunteer = facts.collective.volunteer(person.id);
            let leaving = left.get(&person.id).copied();
            if volunteer.is_some_and(|v| v.spared_on.is_some_and(|since| since <= facts.today))
                || leaving.is_some_and(|said| !said.may_call)
            {
                return None;
            }
            // What was noted of them goes before what they typed as they left.
            let wishes = volunteer.map(|v| v.wishes.as_str()).filter(|wishes| !wishes.trim().is_empty());
            let wishes = wishes.or(leaving.map(|said| said.wishes.as_str())).unwrap_or_default();
            Some(Known {
                person,
                volunteer,
                wish: Wish::read(wishes).0,
                intention: volunteer.and_then(|v| v.intention).or(leaving.and_then(|said| said.intention)),
                availability: availability.remove(&person.id).unwrap_or_default(),
                solicitations: solicitations.remove(&person.id).unwrap_or_default(),
                stays: facts.collective.stays.of(person.id).collect(),
                elsewhere: elsewhere.remove(&person.id).unwrap_or_default(),
                km: person.doctor.department.as_deref().and_then(|from| apart_km(from, facts.department)),
            })
        });
        Self { facts, known: known.collect() }
    }

    /// How often a year somebody would come, where they have said so.
    #[must_use]
    pub fn per_year(&self, doctor: PersonId) -> Option<usize> {
        let at = self.known.binary_search_by_key(&doctor, |known| known.person.id).ok()?;
        self.known[at].wish.per_year.map(usize::from)
    }

    /// Everybody who could come, in order. Who is confirmed on the post in that week, has left by then, has withdrawn
    /// from that week or has said no to it is not among them.
    #[must_use]
    pub fn candidates(&self, hole: Hole) -> Vec<Candidate> {
        let mut all: Vec<(Candidate, &Known)> =
            self.known.iter().filter_map(|known| Some((self.candidate(known, hole)?, known))).collect();
        let last = |known: &Known| known.stays.iter().filter(|s| s.is_confirmed()).map(|s| s.to).max();
        // Of two alike, who was here longest ago; then by name and number, so that nothing is left to chance.
        all.sort_by_cached_key(|(c, known)| {
            let name = (known.person.family.clone(), known.person.given.clone());
            (-c.worth, last(known), name, c.doctor)
        });
        all.into_iter().map(|(candidate, _)| candidate).collect()
    }

    fn candidate(&self, known: &Known, hole: Hole) -> Option<Candidate> {
        let facts = &self.facts;
        let (from, to) = (hole.week.monday(), hole.week.sunday());
        let in_week = |stay: &&&Stay| stay.from <= to && stay.to >= from;
        let taken = known.stays.iter().filter(|s| in_week(s) && s.post == hole.post);
        if known.person.ended.is_some_and(|last| last < from)
            || taken.clone().any(|s| matches!(s.state, StayState::Confirmed | StayState::Cancelled))
        {
            return None;
        }
        let mut reasons: Vec<Reason> = taken.map(|s| Reason::Hoped(s.state)).collect();
        let confirmed = known.stays.iter().filter(|s| s.is_confirmed());
        reasons.extend(confirmed.filter(in_week).map(|s| Reason::Elsewhere(s.post)));
        let elsewhere = known.elsewhere.iter().filter(|s| s.from <= to && s.to >= from);
        reasons.extend(elsewhere.map(|s| Reason::OtherCentre(s.centre.clone())));
        reasons.extend(asked(known, hole, facts)?);
        reasons.extend(availability(known, hole.week));
        reasons.extend(came(known, hole, facts));
        reasons.extend(match known.wish.of(hole.week) {
            Some(WishFit::Likes) => Some(Reason::Wishes),
            Some(WishFit::Never) => Some(Reason::Never),
            None => None,
        });
        reasons.extend(known.intention.map(|intention| match intention {
            Intention::ComeBack => Reason::ComesBack,
            Intention::SettleDown => Reason::SettlesDown,
            Intention::No => Reason::NotBack,
        }));
        if known.volunteer.is_some_and(|v| v.declared) {
            reasons.push(Reason::Declared);
        } else if from.0 - facts.today.0 < DECLARATION {
            reasons.push(Reason::Undeclared);
        }
        reasons.extend(papers(known, hole, facts));
        reasons.extend(known.person.doctor.pioneer.then_some(Reason::Pioneer));
        reasons.extend(known.km.map(|km| if km <= NEAR { Reason::Near(km) } else { Reason::Far(km) }));
        reasons.sort_by_cached_key(|reason| (-reason.worth(facts.weights).abs(), reason.clone()));
        let worth = reasons.iter().map(|reason| reason.worth(facts.weights)).sum();
        Some(Candidate { doctor: known.person.id, reasons, worth })
    }
}

/// Whether and when they were asked: for this week, or lately for another one; nothing at all where they said no.
#[expect(clippy::option_option, reason = "outside: whether they may be proposed; inside: whether it counts")]
fn asked(known: &Known, hole: Hole, facts: &Facts) -> Option<Option<Reason>> {
    // The newest of what was noted stands last.
    let here = |s: &&&Solicitation| s.post == hole.post && s.week == hole.week;
    if let Some(newest) = known.solicitations.iter().filter(here).max_by_key(|s| s.by.map(|(_, at)| at)) {
        let Solicitation { asked_on: on, answer, .. } = **newest;
        return (answer != SolicitationAnswer::No).then_some(Some(Reason::Asked { on, answer, here: true }));
    }
    let since = facts.today.plus(-i32::from(facts.asked_days));
    let lately = known.solicitations.iter().filter(|s| s.asked_on.is_some_and(|on| on >= since));
    let newest = lately.max_by_key(|s| (s.asked_on, s.by.map(|(_, at)| at)));
    Some(newest.map(|s| Reason::Asked { on: s.asked_on, answer: s.answer, here: false }))
}

/// What they said of that week: the newest that touches its days from Monday to Friday.
fn availability(known: &Known, week: IsoWeek) -> Option<Reason> {
    let (monday, friday) = (week.monday(), week.monday().plus(4));
    let touching = known.availability.iter().filter(|a| a.from <= friday && a.to >= monday);
    let newest = touching.max_by_key(|a| (a.by.map(|(_, at)| at), a.from, a.to))?;
    let whole = newest.from <= monday && newest.to >= friday;
    let on = newest.by.map(|(_, at)| at.day());
    match newest.answer {
        Answer::Yes | Answer::Perhaps if !whole => {
            Some(Reason::Partly { from: newest.from.max(monday), to: newest.to.min(friday) })
        }
        answer => Some(Reason::Said { answer, on }),
    }
}

/// How the papers that outlast a stay would stand on the last day of that week; of whom none was noted nothing is said.
fn papers(known: &Known, hole: Hole, facts: &Facts) -> Option<Reason> {
    let papers = facts.collective.papers_of(known.person.id);
    if papers.is_empty() || facts.collective.kinds.is_empty() {
        return None;
    }
    let (from, to) = (hole.week.monday(), hole.week.monday().plus(5));
    let new = NewStay::plain(hole.post, known.person.id, from, to, StayState::Option);
    let stay = new.stay(super::StayId(0));
    let status = known.person.doctor.status;
    let needed = light::needed(&stay, status, &facts.collective.kinds, papers, facts.today);
    let missing = needed.iter().filter(|needed| needed.light() == Light::Incomplete).count();
    Some(if missing > 0 {
        Reason::PapersMissing(missing)
    } else if status.is_some() && needed.iter().all(|needed| needed.light() == Light::Complete) {
        Reason::Papers
    } else {
        return None;
    })
}

/// How often they came, how long ago, and how much it would be.
fn came(known: &Known, hole: Hole, facts: &Facts) -> Vec<Reason> {
    let (from, to) = (hole.week.monday(), hole.week.sunday());
    let confirmed = || known.stays.iter().filter(|s| s.is_confirmed());
    let outside = || confirmed().filter(|s| s.to < from || s.from > to);
    let mut reasons = Vec::new();
    let over: Vec<Day> = confirmed().map(|s| s.to).filter(|day| *day < facts.today).collect();
    match over.iter().max() {
        Some(last) => reasons.push(Reason::CameBefore { times: over.len(), weeks: weeks(*last, facts.today) }),
        // Who is here today knows the house by then.
        None if confirmed().all(|s| s.from > facts.today) => reasons.push(Reason::NeverCame),
        None => {}
    }
    let before = outside().filter(|s| s.to < from).map(|s| weeks(s.to, from));
    let apart = before.chain(outside().filter(|s| s.from > to).map(|s| weeks(to, s.from)));
    reasons.extend(apart.min().filter(|weeks| *weeks < JUST_HERE).map(Reason::JustHere));
    let this_year = outside().filter(|s| s.week().year() == hole.week.year()).count();
    let wished = known.wish.per_year.map(usize::from);
    if wished.is_some_and(|wished| this_year >= wished) {
        reasons.push(Reason::AsWished(this_year));
    } else if this_year > 0 {
        reasons.push(Reason::ThisYear(this_year));
    }
    let year = facts.today.plus(-YEAR);
    if is_holiday_week(hole.week) && outside().any(|s| s.to >= year && is_holiday_week(s.week())) {
        reasons.push(Reason::HolidayWeek);
    }
    let lately = known.solicitations.iter().any(|s| s.asked_on.is_some_and(|on| on >= year));
    if !lately && !over.is_empty() && over.iter().all(|day| *day < year) && this_year == 0 {
        reasons.push(Reason::LongAgo);
    }
    reasons
}

/// Weeks that are hard to fill: August, and those of Christmas and the new year.
#[must_use]
pub fn is_holiday_week(week: IsoWeek) -> bool {
    week.days().any(|day| {
        let (month, day) = (day.date().month(), day.date().day());
        matches!((month, day), (12, 25) | (1, 1))
    }) || week.monday().plus(3).date().month() == 8
}

/// Whole weeks from a day to a later one.
fn weeks(from: Day, to: Day) -> i32 {
    (to.0 - from.0) / 7
}

/// Kilometres between the middles of two departments, to the nearest ten.
fn apart_km(one: &str, other: &str) -> Option<u16> {
    let ((x1, y1), (x2, y2)) = (geography::place(one)?, geography::place(other)?);
    let km = ((x1 - x2).powi(2) + (y1 - y2).powi(2)).sqrt();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "France is a thousand kilometres long")]
    Some((km / 10.0).round() as u16 * 10)
}

/// Why one stands before another: the reasons of each that the other does not have.
#[must_use]
pub fn difference(before: &Candidate, after: &Candidate) -> (Vec<Reason>, Vec<Reason>) {
    let only = |of: &Candidate, other: &Candidate| {
        of.reasons.iter().filter(|reason| !other.reasons.contains(reason)).cloned().collect()
    };
    (only(before, after), only(after, before))
}

#[cfg(test)]
mod tests;
