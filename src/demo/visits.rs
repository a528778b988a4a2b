//! The visits of the fictional centres that come back, the round of the EHPAD, and the table of distances.
//!
//! Woven into a history that is told already. What was done is noted with each visit, as appointments are there for the
//! weeks around today only.

use super::Step;
use super::prepared::ADOPTED;
use super::site::{COORDINATION, NURSE, Site, day};
use crate::domain::act::{Act, RecordAct};
use crate::domain::record::{DISTANCE, Distance, FollowedBy, REGULAR_VISIT, Record, RegularVisit, Values};
use crate::domain::{Day, Now, PatientRef, PersonId, Who};
use crate::protocol::Write;

/// Where the communes lie, east and north of their centre, in kilometres: of the order of what the map says.
const PLACES: [(&str, i32, i32); 14] = [
    ("Glénic", -5, 2),
    ("Ladapeyre", 7, 3),
    ("Pionnat", 4, -6),
    ("Jouillat", -3, 7),
    ("Saint-Laurent", -4, -3),
    ("Saint-Fiel", -8, 0),
    ("Lavaveix", 9, -14),
    ("Champagnat", 5, 4),
    ("Saint-Silvain", -5, -2),
    ("Mainsat", 6, 5),
    ("Bosroger", -3, -3),
    ("Saint-Domet", -2, 5),
    ("Mautes", 5, -4),
    ("Lupersac", 3, -7),
];

/// Weeks from one visit to the next, of each patient; the last is made a week late each time.
const RHYTHMS: [u32; 6] = [4, 6, 8, 4, 12, 8];

/// Weeks from the first day to the first visit of each.
const AHEAD: [i32; 6] = [1, 2, 3, 4, 1, 2];

/// Weeks from one round of the EHPAD to the next.
const ROUND: u32 = 4;

/// The history with these visits in it, up to the same moment.
pub fn woven(site: &'static Site, steps: Vec<Step>, today: Now) -> Vec<Step> {
    let first = site.founded().max(day(ADOPTED));
    let mut all = steps;
    let mut own = Vec::new();
    distances(site, first, &mut own);
    for (number, visit) in visits(site, first).into_iter().enumerate() {
        let late = number == RHYTHMS.len() - 1;
        lives(i64::try_from(number + 1).unwrap_or(0), visit, late, (first, today.day), &mut own);
    }
    own.sort_by_key(|step| step.now.at);
    all.extend(own.into_iter().filter(|step| step.now.at <= today.at));
    all.sort_by_key(|step| step.now.at);
    all
}

fn puts(at: (Day, u16), who: PersonId, record: &'static Record, id: Option<i64>, values: Values) -> Step {
    let write = Write::of(Act::Record(RecordAct::Put(record, id, values)));
    Step { write, who: Who::is(who), now: Now::on(at.0, at.1 / 60, at.1 % 60) }
}

/// The table, typed on one morning.
fn distances(site: &Site, on: Day, own: &mut Vec<Step>) {
    let here = |name: &str| site.villages.contains(&name) || site.village == name;
    let known: Vec<_> = std::iter::once((site.commune, 0, 0)).chain(PLACES.into_iter().filter(|p| here(p.0))).collect();
    let pairs = known.iter().enumerate().flat_map(|(n, from)| known[n + 1..].iter().map(move |to| (from, to)));
    for (minute, (from, to)) in (11 * 60..).zip(pairs) {
        let (east, north) = (from.1.abs_diff(to.1), from.2.abs_diff(to.2));
        // A road is a third longer than a line.
        let km = ((east * east + north * north).isqrt() * 4).div_ceil(3).max(1);
        let line = Distance { from_commune: from.0.to_owned(), to_commune: to.0.to_owned(), km };
        own.push(puts((on, minute), COORDINATION, &DISTANCE, None, line.values()));
    }
}

/// Whom the centre visits, as it was written down on the first day; the round of the EHPAD is the last.
fn visits(site: &Site, first: Day) -> Vec<RegularVisit> {
    let visit = |patient, place: &str, commune: &str, weeks, ahead: i32, minutes| RegularVisit {
        patient,
        place: place.to_owned(),
        commune: commune.to_owned(),
        weeks,
        next: Some(first.week().plus(ahead)),
        minutes,
        owner: FollowedBy::Nurse,
        last_on: None,
        point: None,
        missed: None,
        ended_on: None,
        note: String::new(),
    };
    let patient = |n: usize| PatientRef {
        file: (72_000 + n).to_string(),
        initials: Some(["J.B.", "S.R.", "A.M.", "L.G.", "R.P.", "T.F."][n].to_owned()),
        birth_year: u16::try_from(1930 + 3 * n).ok(),
    };
    let homes = RHYTHMS
        .iter()
        .zip(site.villages)
        .enumerate()
        .map(|(n, (weeks, commune))| visit(Some(patient(n)), "", commune, *weeks, AHEAD[n], 40));
    homes.chain([visit(None, "EHPAD Les Tilleuls", site.commune, ROUND, 2, 120)]).collect()
}

/// A visit from the first day on: each is noted on its Thursday, the late one's on the Thursday of the week after.
fn lives(number: i64, mut visit: RegularVisit, late: bool, (first, today): (Day, Day), own: &mut Vec<Step>) {
    let minute = 14 * 60 + u16::try_from(number).unwrap_or(0);
    own.push(puts((first, minute), NURSE, &REGULAR_VISIT, None, visit.values()));
    let weeks = i32::try_from(visit.weeks).unwrap_or(1);
    while let Some(due) = visit.next {
        let week = due.plus(i32::from(late));
        let on = week.monday().plus(3);
        if on > today {
            return;
        }
        (visit.last_on, visit.next) = (Some(on), Some(week.plus(weeks)));
        own.push(puts((on, 17 * 60 + minute % 60), NURSE, &REGULAR_VISIT, Some(number), visit.values()));
    }
}
