//! The centre week after week: its rota moves on, its points are spoken of, its days are booked and closed.

mod collective;
mod stays;

use std::collections::{BTreeMap, VecDeque};

use super::Step;
use super::agenda::{Diary, Planned, What, window};
use super::figures;
use super::noted::{Surveys, TARGETS, noted};
use super::place::Kept;
use super::rota::{self, Fate, Plan, Planner};
use super::scene::{Beside, Link, Present};
use super::shelf::{ABBREVIATIONS, SNIPPETS};
use super::site::{COORDINATION, Site};
use super::week::Points;
use crate::domain::act::{Act, AgendaAct, CentreAct, HandoverAct, ItemAct, NewCentre, PeopleAct, SequelAct};
use crate::domain::agenda::{EntryKind, OnClash};
use crate::domain::centre::{Opening, Pattern};
use crate::domain::day_close::Mark;
use crate::domain::record::{self, ABBREVIATION, SNIPPET};
use crate::domain::{Calendar, Day, IsoWeek, ItemId, Now, PersonId, SequelId, StayId, StayState, Who};
use crate::protocol::Write;

/// A step whose point may have no number yet.
pub struct Draft {
    pub at: Now,
    pub who: Who,
    pub act: Act,
    /// The story whose point the act is about.
    pub chain: Option<usize>,
}

/// A planned week with the rows it has so far.
struct Booked {
    plan: Plan,
    stay: Option<StayId>,
    doctor: Option<PersonId>,
    state: StayState,
}

pub struct History {
    site: &'static Site,
    seed: u64,
    today: Now,
    calendar: Calendar,
    planner: Planner,
    /// By post, in the order of weeks.
    booked: Vec<Vec<Booked>>,
    /// What is to be done on the agenda, in the order of time.
    agenda: VecDeque<Planned>,
    /// What is to be noted beside it, in the order of time.
    noted: VecDeque<(Now, Act)>,
    /// Rows and names of the doctors, by order of planning.
    doctors: Vec<Option<(PersonId, String)>>,
    people: i64,
    stays: i64,
    items: Vec<Option<ItemId>>,
    items_made: i64,
    /// The points whose end somebody wants to know, in the order of the wishes.
    sequels: Vec<usize>,
    points: Points,
    kept: Kept,
    collective: collective::Kept,
    steps: Vec<Step>,
    /// The week that stands vacant ahead of today, if one could be found.
    gap: Option<IsoWeek>,
}

impl History {
    /// Everything that was done from the founding to `today`, oldest first.
    pub fn tell(site: &'static Site, seed: u64, today: Now) -> Vec<Step> {
        let mut history = Self::new(site, seed ^ site.salt, today);
        history.found();
        let last = today.day.week();
        let mut week = site.founded().week();
        while week <= last {
            history.week(week);
            week = week.next();
        }
        history.steps.retain(|s| s.now.at <= today.at);
        history.steps
    }

    fn new(site: &'static Site, seed: u64, today: Now) -> Self {
        let last = today.day.week().plus(rota::CONSIDERED + 6);
        let calendar = rota::calendar(last.year() + 1);
        let mut planner = Planner::new(seed, site);
        let mut booked: Vec<Vec<Booked>> = site.posts.iter().map(|_| Vec::new()).collect();
        let mut week = site.opened().week();
        while week <= last {
            for (lane, booked) in booked.iter_mut().enumerate() {
                let plan = planner.plan(lane, week, &calendar);
                booked.extend(plan.map(|plan| Booked { plan, stay: None, doctor: None, state: StayState::Cancelled }));
            }
            week = week.next();
        }
        // The last post is the one that is harder to fill.
        let gap = booked.last().and_then(|booked| stays::gap(seed, today.day.week(), booked));
        // It is announced on the Thursday before.
        let announced = today.day.week().monday().plus(-4);
        let gap = gap.filter(|_| site.nobody_withdrew_until().is_none_or(|day| announced > day));
        let mut history = Self {
            site,
            seed,
            today,
            calendar,
            planner,
            booked,
            agenda: VecDeque::new(),
            noted: VecDeque::new(),
            doctors: Vec::new(),
            people: i64::try_from(site.team.len() + site.away.len()).unwrap_or(0),
            stays: 0,
            items: Vec::new(),
            items_made: 0,
            sequels: Vec::new(),
            points: Points::new(seed, site),
            kept: Kept::new(seed, site),
            collective: collective::Kept::default(),
            steps: Vec::new(),
            gap,
        };
        let mut to_do = history.planned();
        history.noted = history.to_note(&to_do).into();
        to_do.retain(|p| p.at.at <= today.at);
        to_do.sort_by_key(|p| p.at.at);
        history.agenda = to_do.into();
        history
    }

    /// What the team notes up to today, beside what is done on the agenda.
    fn to_note(&self, planned: &[Planned]) -> Vec<(Now, Act)> {
        let (mut doctors, mut unplanned) = (BTreeMap::new(), BTreeMap::new());
        for plan in self.booked.iter().flatten().map(|b| &b.plan).filter(|p| p.fate != Fate::Vacant) {
            *doctors.entry(plan.week).or_default() += 1;
        }
        for planned in planned {
            if let What::Close { day, counts, .. } = &planned.what {
                *unplanned.entry(day.week()).or_default() += u32::from(counts.unplanned);
            }
        }
        let (seed, site, calendar) = (self.seed, self.site, &self.calendar);
        noted(&Surveys { seed, site, calendar, doctors, unplanned }, self.today.day)
    }

    /// Everything that is done on the agenda around today, and the closings before.
    fn planned(&self) -> Vec<Planned> {
        let worked = |lane: usize| {
            let plans = self.booked[lane].iter().map(|b| &b.plan).filter(|p| p.fate != Fate::Vacant);
            plans.flat_map(|p| p.from.to(p.to)).filter(|d| self.calendar.is_working(*d)).collect::<Vec<Day>>()
        };
        let wanted = figures::wanted(self.seed, self.site, &worked(0), &self.calendar);
        let diary = Diary { seed: self.seed, site: self.site, calendar: &self.calendar, wanted };
        let (first, last) = window(self.site, self.today.day.week());
        let mut out = Vec::new();
        for (lane, booked) in self.booked.iter().enumerate() {
            for (number, Booked { plan, .. }) in booked.iter().enumerate() {
                let is_gap = lane + 1 == self.booked.len() && Some(plan.week) == self.gap;
                if plan.week <= last && plan.fate != Fate::Vacant && !is_gap {
                    diary.week(lane, number, plan, first <= plan.week, &mut out);
                }
            }
        }
        let mut week = first;
        while week <= last {
            diary.house(week, &mut out);
            week = week.next();
        }
        out
    }

    fn step(&mut self, at: Now, who: Who, act: Act) {
        self.steps.push(Step { write: Write::of(act), who, now: at });
    }

    /// The founding: centre, team, directory, page.
    fn found(&mut self) {
        let (claire, day) = (Who::is(COORDINATION), self.site.founded());
        let site = self.site;
        let centre = NewCentre {
            name: site.name.to_owned(),
            commune: site.commune.to_owned(),
            department: "23".to_owned(),
            opened: site.opened(),
            opening: Opening::default(),
            names_allowed: false,
            lang: "fr".to_owned(),
            lock_minutes: 10,
            backup_folder: String::new(),
            slot_minutes: super::day::SLOT,
            result_days: 3,
            guide_months: 6,
            own_zone: None,
            words_for_all: true,
            around: crate::domain::account::Around::default(),
            journal_months: crate::domain::journal::USUAL_MONTHS,
        };
        let posts = site.posts.iter().map(|(name, _)| (*name).to_owned()).collect();
        let create = CentreAct::Create { centre, posts, first: Box::new(site.team[0].person()) };
        self.step(Now::on(day, 8, 0), claire, Act::Centre(create));
        for member in site.team[1..].iter().chain(&site.away) {
            self.step(Now::on(day, 8, 10), claire, Act::People(PeopleAct::Add(member.person())));
        }
        for (lane, (name, pattern)) in site.posts.iter().enumerate() {
            if *pattern != Pattern::default() {
                let act = CentreAct::EditPost(Site::post(lane), (*name).to_owned(), *pattern);
                self.step(Now::on(day, 8, 15), claire, Act::Centre(act));
            }
        }
        let year = site.opened().week().year();
        self.close_weeks(year, Now::on(day, 8, 20));
        self.close_weeks(year + 1, Now::on(day, 8, 20));
        self.step(Now::on(day, 8, 30), claire, Act::Centre(CentreAct::Targets(TARGETS)));
        for act in self.kept.found(day) {
            self.step(Now::on(day, 8, 40), claire, Act::Place(act));
        }
        for (code, text) in SNIPPETS {
            self.step(Now::on(day, 8, 45), claire, SNIPPET.put([("code", code.into()), ("text", text.into())]));
        }
        for (short, meaning) in ABBREVIATIONS {
            let act = ABBREVIATION.put([("short", short.into()), ("meaning", meaning.into())]);
            self.step(Now::on(day, 8, 45), claire, act);
        }
    }

    /// Announces the two closed weeks of a year.
    fn close_weeks(&mut self, year: i32, at: Now) {
        for (week, reason) in rota::closed_weeks(year) {
            if week > self.site.founded().week() {
                self.step(at, Who::is(COORDINATION), record::close(week.monday(), week.sunday(), reason));
            }
        }
    }

    /// Everything of one week, in the order of time.
    fn week(&mut self, week: IsoWeek) {
        let begin = self.steps.len();
        self.plan_ahead(week);
        self.withdrawals(week);
        // Rows of doctors and stays are numbered above; they happen in this order in the week too.
        let planned = self.steps.split_off(begin).into_iter();
        let mut drafts: Vec<Draft> =
            planned.map(|s| Draft { at: s.now, who: s.who, act: s.write.act, chain: None }).collect();
        let mut agenda: Vec<Planned> = Vec::new();
        while let Some(planned) = self.agenda.pop_front_if(|p| p.at.day.week() <= week) {
            agenda.push(planned);
        }
        let mut marks = Vec::new();
        let mut links = Vec::new();
        for lane in 0..self.booked.len() {
            self.points_of(lane, week, &mut drafts, &mut links, &mut marks);
        }
        drafts.extend(agenda.into_iter().map(|planned| self.done(planned, &mut links, &mut marks)));
        while let Some((at, act)) = self.noted.pop_front_if(|(at, _)| at.day.week() <= week) {
            drafts.push(Draft { at, who: Who::is(COORDINATION), act, chain: None });
        }
        drafts.extend(self.kept.week(
            week,
            self.calendar.first_working(week.monday(), week.sunday()),
            &self.present(week),
        ));
        drafts.extend(self.collective(week));
        drafts.sort_by_key(|d| d.at.at);
        for draft in drafts {
            let Draft { at, who, mut act, chain } = draft;
            self.number(&mut act, chain);
            self.step(at, who, act);
        }
    }

    /// The doctors who are there in a week, each with the first day.
    fn present(&self, week: IsoWeek) -> Vec<(PersonId, Day)> {
        let of = |booked: &Vec<Booked>| {
            let there = booked.iter().find(|b| b.plan.week == week && b.state == StayState::Confirmed)?;
            Some((there.doctor?, there.plan.from))
        };
        self.booked.iter().filter_map(of).collect()
    }

    /// An act on the agenda, with the patient of a point who is expected that day or was marked.
    fn done(
        &self,
        planned: Planned,
        links: &mut Vec<(usize, Link)>,
        marks: &mut Vec<(usize, usize, Day, Mark)>,
    ) -> Draft {
        let mut chain = None;
        let act = match planned.what {
            What::HalfDays(which, kind) => AgendaAct::HalfDays(which, kind),
            What::Entry { mut entry, late } => {
                let fits = |(lane, link): &(usize, Link)| {
                    late && entry.post == Some(Site::post(*lane))
                        && entry.day == link.day
                        && (entry.kind == EntryKind::Visit) == link.visit
                };
                if let Some(found) = links.iter().position(fits) {
                    let (_, link) = links.swap_remove(found);
                    chain = Some(link.chain);
                    entry.patient = Some(link.patient);
                    if link.visit {
                        self.site.village.clone_into(&mut entry.place);
                    }
                }
                AgendaAct::Add(entry, OnClash::Keep)
            }
            What::Close { lane, plan, day, counts } => {
                let found = marks.iter().position(|(on, _, of, _)| *on == lane && *of == day);
                let marked = found.map(|found| marks.swap_remove(found));
                chain = marked.as_ref().map(|(_, chain, ..)| *chain);
                let stay = self.booked[lane][plan].stay.unwrap_or(StayId(0));
                let marks = marked.into_iter().map(|(_, _, _, mark)| mark).collect();
                AgendaAct::Close { stay, day, counts, marks, corrects: None }
            }
        };
        Draft { at: planned.at, who: Who::is(planned.who), act: Act::Agenda(act), chain }
    }

    /// Gives a point its number when it is made, and puts it where the point is spoken of.
    fn number(&mut self, act: &mut Act, chain: Option<usize>) {
        let Some(chain) = chain else { return };
        match act {
            Act::Item(ItemAct::Say(item, ..) | ItemAct::Answer(item, ..) | ItemAct::PutOff(item, _)) => {
                *item = self.items.get(chain).copied().flatten().unwrap_or(ItemId(0));
            }
            Act::Sequel(SequelAct::Want(item)) => {
                *item = self.items.get(chain).copied().flatten().unwrap_or(ItemId(0));
                self.sequels.push(chain);
            }
            Act::Sequel(SequelAct::Told(sequel)) => {
                let row = self.sequels.iter().position(|c| *c == chain).map_or(0, |at| at + 1);
                *sequel = SequelId(i64::try_from(row).unwrap_or(0));
            }
            Act::Agenda(AgendaAct::Add(entry, _)) => entry.item = self.items.get(chain).copied().flatten(),
            // A marked patient is a point.
            Act::Item(ItemAct::Open(..))
            | Act::Agenda(AgendaAct::Close { .. })
            | Act::Handover(HandoverAct::Addendum { item: Some(_), .. }) => {
                self.items_made += 1;
                if self.items.len() <= chain {
                    self.items.resize(chain + 1, None);
                }
                self.items[chain] = Some(ItemId(self.items_made));
            }
            _ => {}
        }
    }

    /// What the doctor of a post's week and the team say of the points.
    fn points_of(
        &mut self,
        lane: usize,
        week: IsoWeek,
        drafts: &mut Vec<Draft>,
        links: &mut Vec<(usize, Link)>,
        marks: &mut Vec<(usize, usize, Day, Mark)>,
    ) {
        let speaks = |lane: usize, week| self.booked[lane].iter().any(|b| b.plan.week == week && b.plan.speaks());
        let other = (0..self.booked.len()).find(|other| *other != lane && speaks(*other, week.next()));
        let there = |lane: usize| self.booked[lane].iter().find(|b| b.plan.week == week && b.plan.speaks());
        let mut others = (0..self.booked.len()).filter(|other| *other != lane);
        let beside = others.find_map(|lane| {
            let booked = there(lane)?;
            Some(Beside { lane, doctor: booked.doctor?, from: booked.plan.from, to: booked.plan.to })
        });
        let booked = &self.booked[lane];
        let Some(index) = booked.iter().position(|b| b.plan.week == week) else { return };
        let (before, from) = booked.split_at(index);
        let booked = &from[0];
        let (Some(stay), Some(doctor), Some(number)) = (booked.stay, booked.doctor, booked.plan.present()) else {
            return;
        };
        let Some((_, name)) = self.doctors.get(number).cloned().flatten() else { return };
        let previous = before.last().filter(|b| b.plan.week.next() == week);
        let present = Present {
            site: self.site,
            lane,
            other,
            beside,
            plan: &booked.plan,
            stay,
            doctor,
            doctor_name: &name,
            next: from[1..].iter().find(|b| b.plan.speaks()).map_or(week.next(), |b| b.plan.week),
            follows: previous.is_some_and(|b| b.plan.speaks()),
            unsigned: before.last().filter(|b| b.plan.fate == Fate::Unsigned).and_then(|b| b.stay),
        };
        let scene = self.points.week(&present, &self.calendar);
        drafts.extend(scene.out);
        links.extend(scene.links.into_iter().map(|link| (lane, link)));
        marks.extend(scene.mark.map(|(chain, day, mark)| (lane, chain, day, mark)));
    }
}
