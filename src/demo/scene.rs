//! One week in the making: who is there, which days it has, and what has been said so far.

use super::dice::Dice;
use super::history::Draft;
use super::rota::Plan;
use super::scenario::{Beat, By, Dates, Scenario, To};
use super::site::{ASSISTANT, COORDINATION, NURSE, Site};
use crate::domain::act::{Act, HandoverAct, NewWord};
use crate::domain::day_close::Mark;
use crate::domain::{
    Addressee, Calendar, Day, Detail, Gravity, IsoWeek, Now, PatientRef, PersonId, PostId, Role, StayId, Verdict, Who,
};

/// A point on its way.
pub struct Chain {
    /// The post whose doctor speaks of it.
    pub lane: usize,
    /// Begun by a mark at the close of a day.
    pub marked: bool,
    pub scenario: &'static Scenario,
    pub patient: Option<PatientRef>,
    pub variant: usize,
    /// The word that comes next; the point is closed when there is none.
    pub next: usize,
    /// The week from which that word is said.
    pub resume: IsoWeek,
    /// Where the last word left the point.
    pub head: NewWord,
    pub to: To,
    /// Monday to Saturday of the week in which that was said.
    pub said: [Day; 6],
}

impl Chain {
    pub fn beat(&self) -> Option<&'static Beat> {
        self.scenario.beats.get(self.next)
    }
}

/// The doctor of the other post in the same week.
#[derive(Clone, Copy)]
pub struct Beside {
    pub lane: usize,
    pub doctor: PersonId,
    pub from: Day,
    pub to: Day,
}

/// Who is there in a week, and what lies around it.
pub struct Present<'a> {
    pub site: &'static Site,
    pub lane: usize,
    /// The other post, when its doctor is there next week and says something.
    pub other: Option<usize>,
    /// The other post's doctor of this week, when they say something.
    pub beside: Option<Beside>,
    pub plan: &'a Plan,
    pub stay: StayId,
    pub doctor: PersonId,
    pub doctor_name: &'a str,
    /// The next week in which a doctor says something.
    pub next: IsoWeek,
    /// The week before had a doctor who handed over.
    pub follows: bool,
    /// The stay before, when nobody signed it.
    pub unsigned: Option<StayId>,
}

impl Present<'_> {
    /// The day of the handover.
    pub fn last(&self, calendar: &Calendar) -> Day {
        last_day(self.plan, calendar)
    }

    /// Whether the next doctor comes at once; if not, nothing urgent is left.
    pub fn is_followed(&self) -> bool {
        self.next == self.plan.week.next()
    }
}

/// The last working day before Saturday: the day of the handover.
pub fn last_day(plan: &Plan, calendar: &Calendar) -> Day {
    let monday = plan.week.monday();
    calendar.last_working(monday, monday.plus(4)).unwrap_or(plan.to)
}

/// One week in the making.
pub struct Scene<'a> {
    pub present: &'a Present<'a>,
    pub calendar: &'a Calendar,
    pub here: [Day; 6],
    pub next: [Day; 6],
    pub last: Day,
    pub dice: Dice,
    pub out: Vec<Draft>,
    /// Patients whose point is due on a day of this week.
    pub links: Vec<Link>,
    /// A patient marked at the close of a day.
    pub mark: Option<(usize, Day, Mark)>,
}

/// A patient of a point who is expected on a day.
pub struct Link {
    pub chain: usize,
    pub day: Day,
    pub patient: PatientRef,
    /// At home.
    pub visit: bool,
}

impl Scene<'_> {
    pub fn week(&self) -> IsoWeek {
        self.present.plan.week
    }

    fn post(&self) -> PostId {
        Site::post(self.present.lane)
    }

    pub fn doctor(&self) -> Who {
        Who::is(self.present.doctor)
    }

    /// A working day of the week, before the doctor leaves.
    pub fn day(&self, index: usize) -> Day {
        self.here[index].clamp(self.present.plan.from, self.last)
    }

    pub fn push(&mut self, at: Now, who: Who, act: Act, chain: Option<usize>) {
        self.out.push(Draft { at, who, act, chain });
    }

    pub fn handover(&mut self, at: Now, who: Who, act: HandoverAct) {
        self.push(at, who, Act::Handover(act), None);
    }

    pub fn dates(&self, chain: &Chain, today: Day, back: IsoWeek) -> Dates {
        Dates { previous: chain.said, variant: chain.variant, ..self.days_of(today, back) }
    }

    /// A text that belongs to no story, with its marks replaced.
    pub fn plain(&self, text: &str) -> String {
        self.days_of(self.last, self.week()).fill(text)
    }

    fn days_of(&self, today: Day, back: IsoWeek) -> Dates {
        Dates {
            today,
            here: self.here,
            next: self.next,
            previous: self.here,
            back,
            variant: 0,
            site: self.present.site,
            other: self
                .present
                .other
                .or(self.present.beside.map(|b| b.lane))
                .map_or("", |lane| self.present.site.posts[lane].0),
        }
    }

    /// Who says a word of a story.
    pub fn speaker(&self, by: By) -> Who {
        match by {
            By::Doctor => self.doctor(),
            By::Coordination => Who::is(COORDINATION),
            By::Assistant => Who::is(ASSISTANT),
            By::Nurse => Who::is(NURSE),
        }
    }

    pub fn addressee(&self, to: To) -> Addressee {
        match to {
            To::Next => Addressee::Post(self.post(), self.week().next()),
            To::Here => Addressee::Post(self.post(), self.week()),
            To::Other => {
                Addressee::Post(Site::post(self.present.other.unwrap_or(self.present.lane)), self.week().next())
            }
            To::Beside => {
                Addressee::Post(Site::post(self.present.beside.map_or(self.present.lane, |b| b.lane)), self.week())
            }
            To::Nurse => Addressee::Role(Role::Nurse),
            To::Assistant => Addressee::Role(Role::Assistant),
            To::Coordination => Addressee::Role(Role::Coordination),
            To::Coordinator => Addressee::Person(COORDINATION),
        }
    }

    /// A word of a story on a day, as it will be said.
    pub fn word(&self, chain: &Chain, beat: &Beat, today: Day) -> NewWord {
        let back = self.week().plus(beat.away);
        let dates = self.dates(chain, today, back);
        let unchanged = beat.verdict == Verdict::Unchanged;
        NewWord {
            text: dates.fill(beat.text),
            plan: if unchanged { chain.head.plan.clone() } else { dates.fill(beat.plan) },
            gravity: if unchanged { chain.head.gravity } else { beat.gravity },
            due: dates
                .due(beat.due)
                .map(|d| if self.calendar.is_working(d) { d } else { self.calendar.next_working(d) })
                // A point that is closed keeps the day it was due, as the desk's form has it.
                .or_else(|| chain.head.due.filter(|_| beat.outcome.is_some())),
            show_from: (beat.away > 0).then_some(back),
            to: self.addressee(beat.to),
            outcome: beat.outcome,
            detail: chain.head.detail,
        }
    }
}

/// The state of a point before its first word.
pub fn nothing_yet() -> NewWord {
    NewWord {
        text: String::new(),
        plan: String::new(),
        gravity: Gravity::Routine,
        due: None,
        show_from: None,
        to: Addressee::Role(Role::Coordination),
        outcome: None,
        detail: Detail::default(),
    }
}
