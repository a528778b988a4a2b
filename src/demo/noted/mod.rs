//! What the fictional team notes beside its agenda: the patient panel, the weekly surveys, what was published.
//!
//! Each follows from the seed, its day and what was noted before it: a later day only adds to them.

mod panel;
mod survey;

use super::site::{Site, day};
use crate::domain::act::{Act, NotedAct};
use crate::domain::noted::{Noted, Published, Targets};
use crate::domain::{Calendar, Day, Now};

pub use survey::Surveys;

/// Days after which the coordination comes across what was published.
const READ_AFTER: i32 = 5;

/// What the centres aim at: a week of consultations is what they come to when no holiday cuts it.
pub const TARGETS: Targets =
    Targets { open_weeks: Some(50), week_consultations: Some(85), third_days: Some(7), week_fee: Some(1_000) };

/// Everything noted up to a day, in the order of time.
pub fn noted(surveys: &Surveys<'_>, today: Day) -> Vec<(Now, Act)> {
    let add = |(at, noted)| (at, Act::Noted(NotedAct::Add(noted)));
    let Surveys { seed, site, calendar, .. } = *surveys;
    let mut all: Vec<(Now, Act)> = published(site, calendar);
    let panels = panel::panels(seed, site, calendar, today).into_iter();
    all.extend(panels.map(|(at, new)| add((at, Noted::Panel(new)))));
    let weeks = std::iter::successors(Some(site.opened().week()), |w| Some(w.next()));
    let weeks = weeks.take_while(|w| *w <= today.week());
    all.extend(weeks.filter_map(|week| surveys.of(week)).map(|(at, new)| add((at, Noted::Survey(new)))));
    all.sort_by_key(|(at, _)| at.at);
    all
}

fn published(site: &Site, calendar: &Calendar) -> Vec<(Now, Act)> {
    let mut all = Vec::new();
    for publication in site.published {
        let day = day(publication.day);
        let read = calendar.next_working(day.plus(READ_AFTER));
        for (minute, (figure, value)) in (40..).zip(publication.figures) {
            let noted = Published { figure: *figure, day, value: *value, source: publication.source.to_owned() };
            all.push((Now::on(read, 10, minute), noted.note()));
        }
    }
    all
}
