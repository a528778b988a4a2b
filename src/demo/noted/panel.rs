//! The patient panel, read from the medical software on the first working day of each month, and on every day of
//! which a figure of it was published.

use std::collections::BTreeSet;

use crate::demo::dice::Dice;
use crate::demo::site::{Growth, Known, Site, day};
use crate::domain::noted::{NewPanel, PublishedFigure};
use crate::domain::{Calendar, Day, Now};

const STOCK: u64 = 80;
const FLOW: u64 = 81;

/// The medical software, and the list of the CPAM, whose stock is not quite the same.
const SOFTWARE: &str = "Maiia";
const CPAM: &str = "amelipro";

/// Days after a snapshot in which a new month is no reason for another.
const NEAR: i32 = 5;

/// Patients in a thousand who leave, and who die, in a year.
const LEAVE: u32 = 24;
const DIE: u32 = 12;

/// Patients of one post who come and have their médecin traitant elsewhere, in twelve months.
const PASSING: i64 = 380;

/// The snapshots, by order of coming, whose flow is not as it should be.
mod slip {
    pub const NO_FLOW: usize = 4;
    pub const NO_DEATHS: usize = 11;
    pub const OTHER_SOURCE: usize = 21;
}

/// Every snapshot up to a day, oldest first.
pub fn panels(seed: u64, site: &Site, calendar: &Calendar, today: Day) -> Vec<(Now, NewPanel)> {
    let published: BTreeSet<Day> = site.published(PublishedFigure::Patients).map(|(day, _)| day).collect();
    let mut days: BTreeSet<Day> = published.iter().copied().chain([site.opened()]).collect();
    let begun = days.clone();
    let apart = |first: &Day| begun.range(first.plus(-NEAR)..*first).next().is_none();
    days.extend(first_of_months(site.opened(), today, calendar).into_iter().filter(apart));
    let mut all: Vec<(Now, NewPanel)> = Vec::new();
    for (number, on) in days.into_iter().take_while(|d| *d <= today).enumerate() {
        let in_the_evening = on == site.opened() || published.contains(&on);
        let at = if in_the_evening { Now::on(on, 18, 40) } else { Now::on(on, 11, 45) };
        let new = snapshot(seed, site, on, number, all.last().map(|(_, p)| p));
        all.push((at, new));
    }
    all
}

/// The first working day of each month after the one of the opening.
fn first_of_months(opened: Day, today: Day, calendar: &Calendar) -> Vec<Day> {
    use chrono::Datelike;
    let (first, last) = (opened.date(), today.date());
    let month = |date: chrono::NaiveDate| date.year() * 12 + date.month0().cast_signed();
    let begin = |month: i32| Day::ymd(month.div_euclid(12), month.rem_euclid(12).cast_unsigned() + 1, 1);
    let days = (month(first) + 1..=month(last)).filter_map(|month| {
        let (from, next) = (begin(month)?, begin(month + 1)?);
        calendar.first_working(from, next.plus(-1))
    });
    days.collect()
}

fn snapshot(seed: u64, site: &Site, on: Day, number: usize, before: Option<&NewPanel>) -> NewPanel {
    let mut dice = Dice::new(seed, STOCK, on.0.into());
    let growth = &site.growth;
    let (jitter, rate) = (dice.below(7), 1875 + dice.below(20));
    let patients = if growth.known.iter().any(|known| day(known.on) == on) {
        growth.at(on)
    } else {
        growth.at(on) + i64::try_from(jitter).unwrap_or(0) - 3
    };
    let patients = count(patients);
    let published = site.published(PublishedFigure::Ald).find(|(day, _)| *day == on);
    let ald = published.map_or(patients * u32::try_from(rate).unwrap_or(0) / 10_000, |(_, ald)| ald);
    let new = NewPanel {
        day: on,
        patients,
        ald: Some(ald),
        active_file: Some(active_file(site, on, patients)),
        arrivals: None,
        departures: None,
        deaths: None,
        source: SOFTWARE.to_owned(),
    };
    match before {
        None => new,
        Some(_) if number == slip::NO_FLOW => new,
        Some(before) => with_flow(seed, new, number, before),
    }
}

/// Whoever came in twelve months: nearly all new patients, most of the others, and those who only pass.
fn active_file(site: &Site, on: Day, patients: u32) -> u32 {
    let patients = i64::from(patients);
    let a_year_ago = site.growth.at(on.plus(-365)).min(patients);
    let days = i64::from((on.0 - site.opened().0).min(365));
    let passing = PASSING * i64::try_from(site.posts.len()).unwrap_or(1) * days / 365;
    count(a_year_ago * 72 / 100 + (patients - a_year_ago) * 97 / 100 + passing)
}

/// Departures and deaths by chance; the arrivals are what is left to explain the difference of the stocks.
fn with_flow(seed: u64, new: NewPanel, number: usize, before: &NewPanel) -> NewPanel {
    let mut dice = Dice::new(seed, FLOW, new.day.0.into());
    let days = u32::try_from(new.day.0 - before.day.0).unwrap_or(0);
    let mut lost = |rate: u32| {
        let thousandths = before.patients * rate * days / 365;
        // Two draws, so that most months are near the mean.
        let most = usize::try_from(thousandths + 500).unwrap_or(0);
        u32::try_from((dice.below(most) + dice.below(most)) / 1000).unwrap_or(0)
    };
    let (mut departures, mut deaths) = (lost(LEAVE), lost(DIE));
    if number == slip::NO_DEATHS {
        deaths = deaths.max(1);
    }
    // The panel shrank by more than that: so many more left.
    departures += before.patients.saturating_sub(new.patients + departures + deaths);
    let arrivals = (new.patients + departures + deaths).saturating_sub(before.patients);
    let flow = NewPanel { arrivals: Some(arrivals), departures: Some(departures), deaths: Some(deaths), ..new };
    match number {
        slip::NO_DEATHS => NewPanel { deaths: None, ..flow },
        slip::OTHER_SOURCE => NewPanel { arrivals: Some(arrivals.saturating_sub(3)), source: CPAM.to_owned(), ..flow },
        _ => flow,
    }
}

fn count(patients: i64) -> u32 {
    u32::try_from(patients).unwrap_or(0)
}

impl Growth {
    /// The patients of a day: smooth between the known stocks, slower and slower after them.
    fn at(&self, on: Day) -> i64 {
        let Some(last) = self.known.last() else { return 0 };
        match self.known.iter().position(|known| day(known.on) > on) {
            Some(0) => 0,
            Some(next) => between(&self.known[next - 1], &self.known[next], on),
            None => {
                let (room, half) = (i64::from(self.room.0), i64::from(self.room.1));
                let days = i64::from(on.0 - day(last.on).0);
                i64::from(last.patients) + room * days / (days + half)
            }
        }
    }
}

/// A cubic through two stocks with their gains (Hermite's).
fn between(from: &Known, to: &Known, on: Day) -> i64 {
    let length = i64::from(day(to.on).0 - day(from.on).0);
    let passed = i64::from(on.0 - day(from.on).0);
    let (square, cube) = (passed * passed, passed * passed * passed);
    let (begin, end) = (i64::from(from.patients), i64::from(to.patients));
    let stocks = (end - begin) * (3 * square * length - 2 * cube) / (length * length * length);
    let gains = i64::from(from.gain) * (cube - 2 * square * length + passed * length * length)
        + i64::from(to.gain) * (cube - square * length);
    begin + stocks + gains / (100 * length * length)
}
