//! Aujourd'hui: what the team has to do beside its points, each thing once, the most pressing first (rule 42).
//!
//! A pure function of what is near. Points stand in the Briefing already, in their sections; what nobody can settle yet —
//! a task that waits for another, a stay weeks ahead — is not here.

mod said;
#[cfg(test)]
mod tests;

use super::candidate::Hole;
use super::care::{self, Care};
use super::collective::Listed;
use super::held::Held;
use super::light::reminders;
use super::preparation::order;
use super::prepared::Prepared;
use super::record::{
    AssetKind, BOOKING, Booking, Concertation, Record, TASK, Task, TaskState, Travel, Value, Values, Written,
};
use super::rights::Right;
use super::{Day, Now, PersonId, Role, Rota, Stay, StayId, StayState};

/// When something is due, as the list is grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// À discuter: what the team asks the week's doctor.
    Discuss,
    /// En retard.
    Late,
    Today,
    /// By the Sunday of this week; from its last working day on, of the next.
    Week,
}

impl When {
    /// In the order of the list.
    pub const ALL: [Self; 4] = [Self::Discuss, Self::Late, Self::Today, Self::Week];

    /// Identifier of its word in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Discuss => "today-discuss",
            Self::Late => "today-late",
            Self::Today => "today-today",
            Self::Week => "today-week",
        }
    }

    /// Where a day stands; nothing where it is further ahead.
    #[must_use]
    pub fn of(day: Day, rota: &Rota, today: Day) -> Option<Self> {
        Some(match day.cmp(&today) {
            std::cmp::Ordering::Less => Self::Late,
            std::cmp::Ordering::Equal => Self::Today,
            std::cmp::Ordering::Greater if day <= horizon(rota, today) => Self::Week,
            std::cmp::Ordering::Greater => return None,
        })
    }
}

/// The last day that the list looks ahead to.
#[must_use]
pub fn horizon(rota: &Rota, today: Day) -> Day {
    let week = today.week();
    let over = rota.calendar.last_working(week.monday(), week.sunday()).is_none_or(|last| last <= today);
    if over { week.next().sunday() } else { week.sunday() }
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Task(Listed<Task>),
    /// Rattrapage: what a stay that was confirmed late needs, in one line.
    CatchUp {
        stay: StayId,
        count: usize,
    },
    /// A key that is still out after the departure.
    KeyOut {
        booking: Listed<Booking>,
        key: String,
    },
    /// An option whose last day is near or over.
    Held {
        stay: StayId,
        lapsed: bool,
    },
    /// Somebody to call, or to call again, for a hole.
    Call {
        hole: Hole,
        person: PersonId,
    },
    Arrives {
        stay: StayId,
        place: String,
        by: String,
    },
    Leaves {
        stay: StayId,
        place: String,
        by: String,
    },
    /// Days of a stay that are over and not closed.
    ToClose {
        stay: StayId,
        count: usize,
    },
    /// The agreement with an occupant ends, or their insurance.
    TenantEnds {
        tenant: i64,
        name: String,
        insurance: bool,
    },
    PaperEnds {
        paper: i64,
        kind: String,
        person: PersonId,
    },
    /// What is due on a list of care around the relay.
    Care(care::Due),
    /// What the team wants to discuss with the doctor who reads it.
    Discuss(Listed<Concertation>),
}

/// What tells one thing to be done from another: a kind and a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DueId(u8, i64, i64);

/// Something to be done, and by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub what: What,
    pub day: Day,
    /// Minutes since midnight, where an hour is noted.
    pub minute: Option<u16>,
    pub when: When,
}

impl Due {
    /// What tells it from the others of the list.
    #[must_use]
    pub fn id(&self) -> DueId {
        match &self.what {
            What::Task(task) => DueId(0, task.row.id, 0),
            What::CatchUp { stay, .. } => DueId(1, stay.0, 0),
            What::KeyOut { booking, .. } => DueId(2, booking.row.id, 0),
            What::Held { stay, .. } => DueId(3, stay.0, 0),
            What::Call { hole, person } => DueId(4, person.0, i64::from(hole.week.monday().0) * 100 + hole.post.0),
            What::Arrives { stay, .. } => DueId(5, stay.0, 0),
            What::Leaves { stay, .. } => DueId(6, stay.0, 0),
            What::ToClose { stay, .. } => DueId(7, stay.0, 0),
            What::TenantEnds { tenant, insurance, .. } => DueId(8, *tenant, i64::from(*insurance)),
            What::PaperEnds { paper, .. } => DueId(9, *paper, 0),
            What::Care(due) => DueId(10, due.list as i64, 0),
            What::Discuss(listed) => DueId(11, listed.row.id, 0),
        }
    }

    /// The stay it is about, if any.
    #[must_use]
    pub const fn stay(&self) -> Option<StayId> {
        match &self.what {
            What::Task(task) => Some(task.what.stay),
            What::KeyOut { booking, .. } => booking.what.stay,
            What::CatchUp { stay, .. }
            | What::Held { stay, .. }
            | What::Arrives { stay, .. }
            | What::Leaves { stay, .. }
            | What::ToClose { stay, .. } => Some(*stay),
            What::Call { .. } | What::TenantEnds { .. } | What::PaperEnds { .. } | What::Care(_) | What::Discuss(_) => {
                None
            }
        }
    }

    /// The right to know of it: whose it is to do something about.
    #[must_use]
    pub const fn right(&self) -> Right {
        match self.what {
            What::Task(_) | What::CatchUp { .. } | What::KeyOut { .. } | What::Arrives { .. } | What::Leaves { .. } => {
                Right::Prepare
            }
            What::Held { .. } | What::TenantEnds { .. } => Right::Rota,
            What::Call { .. } | What::PaperEnds { .. } => Right::Doctors,
            What::ToClose { .. } => Right::Closing,
            What::Care(_) | What::Discuss(_) => Right::ReadPoints,
        }
    }

    /// Whether it says what was said of a patient.
    #[must_use]
    pub const fn tells_words(&self) -> bool {
        matches!(self.what, What::Discuss(_))
    }

    /// What one key writes to settle it: the record, its row, and what it is to hold; nothing where it takes more.
    #[must_use]
    pub fn settled(&self, by: PersonId, now: Now) -> Option<(&'static Record, &Written, Values)> {
        match &self.what {
            What::Task(task) => {
                let values = task.row.values.clone();
                let values = values.with("state", TaskState::Done.value()).with("settled_on", now.day.into());
                Some((&TASK, &task.row, values.with("settled_by", by.into())))
            }
            What::KeyOut { booking, .. } => {
                let values = booking.row.values.clone().with("to_day", now.day.into());
                Some((&BOOKING, &booking.row, values.with("to_minute", Value::Count(now.minute.into()))))
            }
            _ => None,
        }
    }

    /// How pressing it is beside others of the same group: what the first patient requires, then what somebody waits for.
    const fn rank(&self) -> u8 {
        match &self.what {
            What::Arrives { .. } | What::Leaves { .. } | What::Discuss(_) => 0,
            What::CatchUp { .. } => 1,
            What::Task(task) if task.what.before_arrival => 1,
            What::Held { .. } => 2,
            What::Task(_) => 3,
            What::KeyOut { .. } => 4,
            What::Call { .. } | What::Care(_) => 5,
            What::ToClose { .. } => 6,
            What::TenantEnds { .. } | What::PaperEnds { .. } => 7,
        }
    }
}

/// What the list is made of, beside the rota.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    pub known: &'a Prepared,
    /// Days that wait for their closing, oldest first.
    pub to_close: &'a [(&'a Stay, Day)],
    /// Whom to call for which hole, and since when.
    pub to_call: &'a [(Day, Hole, PersonId)],
    /// The lists of care around the relay.
    pub care: &'a Care,
}

/// What the team wants to discuss with the doctor of a stay: of its week, or put off from an earlier one.
#[must_use]
pub fn to_discuss(stay: &Stay, all: &[Listed<Concertation>], now: Now) -> Vec<Due> {
    let week = now.day.clamp(stay.from, stay.to).week();
    let theirs = all.iter().filter(|listed| {
        listed.what.is_open() && listed.what.week <= week && listed.what.post.is_none_or(|post| post == stay.post)
    });
    let mut found: Vec<Due> = theirs
        .map(|listed| Due {
            what: What::Discuss(listed.clone()),
            day: listed.what.asked_on,
            minute: None,
            when: When::Discuss,
        })
        .collect();
    found.sort_by_key(|due| (due.day, due.id()));
    found
}

/// Everything that is to be done, for a member of the team, the most pressing first.
#[must_use]
pub fn today(reader: PersonId, of: Sources<'_>, rota: &Rota, now: Now) -> Vec<Due> {
    let today = now.day;
    let mut list = List { rota, today, found: Vec::new() };
    tasks(reader, of.known, &mut list);
    for (booking, key, since) in keys_out(of.known, rota, today) {
        list.add(What::KeyOut { booking: booking.clone(), key: key.to_owned() }, since.plus(1), None);
    }
    for stay in rota.stays.ending_from(today) {
        match stay.held(&rota.calendar, today) {
            Some(Held::Soon(until)) => list.tell(What::Held { stay: stay.id, lapsed: false }, until),
            Some(Held::Lapsed(until)) => list.tell(What::Held { stay: stay.id, lapsed: true }, until),
            Some(Held::Until(_)) | None => {}
        }
    }
    for (day, hole, person) in of.to_call {
        list.add(What::Call { hole: *hole, person: *person }, *day, None);
    }
    for due in care::due(reader, of.care, rota, today) {
        list.add(What::Care(due), due.since, None);
    }
    journeys(of.known, &mut list);
    let mut closings: Vec<(&Stay, Day, usize)> = Vec::new();
    for (stay, day) in of.to_close {
        match closings.iter_mut().find(|(known, ..)| known.id == stay.id) {
            Some((_, _, count)) => *count += 1,
            None => closings.push((*stay, *day, 1)),
        }
    }
    for (stay, day, count) in closings {
        list.add(What::ToClose { stay: stay.id, count }, day, None);
    }
    ends(of.known, &mut list);
    let mut found = list.found;
    // Of what lies ahead the day comes first; of today and of what is late, how pressing it is.
    found.sort_by_cached_key(|due| {
        let ahead = (due.when == When::Week).then_some(due.day);
        (due.when, ahead, due.rank(), due.day, due.minute, due.id())
    });
    found
}

/// The list as it grows.
struct List<'a> {
    rota: &'a Rota,
    today: Day,
    found: Vec<Due>,
}

impl List<'_> {
    /// Adds what is due on a day, unless that is further ahead than one looks.
    fn add(&mut self, what: What, day: Day, minute: Option<u16>) {
        if let Some(when) = When::of(day, self.rota, self.today) {
            self.found.push(Due { what, day, minute, when });
        }
    }

    /// Adds what one is told ahead of its day, however far that is.
    fn tell(&mut self, what: What, day: Day) {
        let when = When::of(day, self.rota, self.today).unwrap_or(When::Week);
        self.found.push(Due { what, day, minute: None, when });
    }
}

/// The tasks that are the reader's and can be done, and one line for each stay that has to be caught up.
fn tasks(reader: PersonId, known: &Prepared, list: &mut List<'_>) {
    for (stay, tasks) in by_stay(reader, known, list.rota, list.today) {
        let late: Vec<_> = tasks.iter().filter(|task| task.what.is_caught_up(stay)).collect();
        if let Some(first) = late.iter().map(|task| task.what.due(stay)).min() {
            list.add(What::CatchUp { stay: stay.id, count: late.len() }, first, None);
        }
        for task in tasks.iter().filter(|task| !task.what.is_caught_up(stay)) {
            if task.what.waits_for(&known.tasks).is_none() {
                list.add(What::Task((*task).clone()), task.what.due(stay), None);
            }
        }
    }
}

/// The stays with open tasks that are somebody's, each with these in the order of doing; the coordination's are all.
pub(super) fn by_stay<'a>(
    reader: PersonId,
    known: &'a Prepared,
    rota: &'a Rota,
    today: Day,
) -> Vec<(&'a Stay, Vec<&'a Listed<Task>>)> {
    let all = rota.people.get(reader).is_some_and(|person| rota.stands_for(person, Role::Coordination, today));
    let mut found: Vec<(&Stay, Vec<&Listed<Task>>)> = Vec::new();
    for task in &known.tasks {
        let Some(stay) = rota.stay(task.what.stay).filter(|stay| stay.doctor == task.what.doctor) else { continue };
        let ahead = matches!(stay.state, StayState::Option | StayState::Confirmed);
        if !ahead || !task.what.is_open() || !(all || task.what.is_of(reader, stay, rota, today)) {
            continue;
        }
        match found.iter_mut().find(|(known, _)| known.id == stay.id) {
            Some((_, tasks)) => tasks.push(task),
            None => found.push((stay, vec![task])),
        }
    }
    for (stay, tasks) in &mut found {
        tasks.sort_by_cached_key(|task| order(task, stay, today));
    }
    found
}

/// The keys that are out although who had them has gone, each with its name and the day of the departure.
pub(super) fn keys_out<'a>(
    known: &'a Prepared,
    rota: &'a Rota,
    today: Day,
) -> impl Iterator<Item = (&'a Listed<Booking>, &'a str, Day)> {
    known.bookings.iter().filter(move |booking| booking.what.is_out(today)).filter_map(move |booking| {
        let key = known.asset(booking.what.asset).filter(|asset| asset.kind == AssetKind::Key)?;
        let stay = rota.stay(booking.what.stay?)?;
        let gone =
            if stay.state == StayState::Cancelled { booking.what.times.from_day } else { departure(known, stay) };
        (gone < today).then_some((booking, key.name.as_str(), gone))
    })
}

/// The day the doctor of a stay leaves: by the voyage that is noted, else the last one.
fn departure(known: &Prepared, stay: &Stay) -> Day {
    known.travel(stay.id).and_then(|travel| travel.what.leaves_on).unwrap_or(stay.to)
}

/// Who comes and who goes today and up to the next two working days, by the voyage where one is noted.
fn journeys(known: &Prepared, list: &mut List<'_>) {
    let (rota, today) = (list.rota, list.today);
    let ahead = rota.calendar.next_working(rota.calendar.next_working(today));
    // The day after the last one is the usual day to leave.
    for stay in rota.stays.ending_from(today.plus(-AFTER)).filter(|stay| stay.is_confirmed()) {
        let travel: Option<&Travel> = known.travel(stay.id).map(|travel| &travel.what);
        let text = |of: fn(&Travel) -> &String| travel.map(of).cloned().unwrap_or_default();
        let comes = travel.and_then(|travel| travel.comes_on).unwrap_or(stay.from);
        if (today..=ahead).contains(&comes) {
            let what = What::Arrives { stay: stay.id, place: text(|t| &t.comes_to), by: text(|t| &t.fetched_by) };
            list.add(what, comes, travel.and_then(|travel| travel.comes_at));
        }
        let leaves = departure(known, stay);
        if (today..=ahead).contains(&leaves) {
            let what = What::Leaves { stay: stay.id, place: text(|t| &t.leaves_from), by: text(|t| &t.taken_by) };
            list.add(what, leaves, travel.and_then(|travel| travel.leaves_at));
        }
    }
}

/// Days after a stay in which its doctor may still leave.
const AFTER: i32 = 7;

/// Days ahead in which one is told that an agreement or an insurance ends.
const ENDS: i32 = 30;

/// Agreements, insurances and papers that end soon.
fn ends(known: &Prepared, list: &mut List<'_>) {
    let today = list.today;
    for tenant in known.tenants.iter().map(|tenant| &tenant.what).filter(|tenant| tenant.to >= today) {
        let insured = tenant.insured_until.filter(|until| *until < tenant.to);
        for (until, insurance) in [(Some(tenant.to), false), (insured, true)] {
            if let Some(until) = until.filter(|until| *until <= today.plus(ENDS)) {
                list.tell(What::TenantEnds { tenant: tenant.id, name: tenant.name.clone(), insurance }, until);
            }
        }
    }
    for (kind, paper, until) in reminders(&known.kinds, &known.papers, today) {
        let (kind, person) = (kind.what.name.clone(), paper.what.person);
        list.tell(What::PaperEnds { paper: paper.row.id, kind, person }, until);
    }
}
