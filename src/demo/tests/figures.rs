//! The figures of the fictional centres, computed as for a real one: through a store and its statistics.

use std::collections::BTreeSet;

use super::super::*;
use super::replay::Replay;
use super::{BOTH, on};
use crate::back::{Fiction, demo_store};
use crate::domain::draft::department;
use crate::domain::indicators::ChartCode;
use crate::domain::indicators::{Figure, Statistics};
use crate::domain::noted::{NewPanel, PublishedFigure, Third};
use crate::domain::{Period, PeriodKind};
use crate::protocol::{NotedPage, question};
use crate::store::Store;

const SEEDS: [u64; 3] = [1, 7, 2026];

fn today() -> Now {
    on(2026, 11, 27, 18, 0)
}

fn opened(town: Town, seed: u64) -> Store {
    demo_store(Fiction { centre: town, seed, now: today(), who: None }).unwrap().0
}

fn statistics(store: &Store, period: Period, now: Now) -> Statistics {
    store.ask(question::Statistics { period, before: None, post: None }, Who::is(COORDINATION), now).unwrap()
}

fn noted(store: &Store, now: Now) -> NotedPage {
    store.ask(question::Noted, Who::is(COORDINATION), now).unwrap()
}

#[test]
fn ajain_gives_exactly_what_was_published() {
    // Fact 1.3: day, MT patients, of whom in ALD, consultations since the opening.
    let dates = [
        (Day::ymd(2023, 3, 17), 600, None, 1950),
        (Day::ymd(2023, 5, 31), 900, Some(170), 3000),
        (Day::ymd(2023, 10, 31), 1200, None, 5000),
        (Day::ymd(2024, 4, 18), 1800, None, 8200),
    ];
    for seed in SEEDS {
        let store = opened(Town::Ajain, seed);
        for (day, patients, ald, consultations) in dates {
            let day = day.unwrap();
            // Asked on that very evening, or looked back on from today.
            for now in [Now::on(day, 20, 0), today()] {
                let whole = Period::of(PeriodKind::Whole, 0, day, Town::Ajain.site().opened());
                for period in [whole, Period { to: day, ..Period::of(PeriodKind::Month, 0, day, day) }] {
                    let found = statistics(&store, period, now);
                    let value = |code| found.indicator(code).unwrap().value;
                    assert_eq!(value("panel"), Figure::Count(patients), "{seed} {day:?}");
                    assert_eq!(value("consultations.since_opening"), Figure::Count(consultations), "{seed} {day:?}");
                    if let Some(ald) = ald {
                        assert_eq!(value("ald"), Figure::Count(ald));
                        assert_eq!(value("ald.rate"), Figure::Share(ald, patients));
                    }
                    let window = found.indicator("panel").unwrap().window;
                    assert_eq!(window, Period { from: day, to: day });
                }
            }
        }
        let page = noted(&store, today());
        assert_eq!(page.published.len(), 11);
        for beside in &page.published {
            assert_eq!(beside.computed, Some(beside.noted.value), "{seed} {:?}", beside.noted);
        }
        let value = |figure| page.published.iter().find(|b| b.noted.figure == figure).unwrap().computed;
        assert_eq!((value(PublishedFigure::Doctors), value(PublishedFigure::Withdrawals)), (Some(45), Some(0)));
    }
}

#[test]
fn every_chart_has_something_to_show() {
    for town in BOTH {
        let store = opened(town, 1);
        let quarter = Period::of(PeriodKind::Quarter, 0, today().day, town.site().opened());
        let found = statistics(&store, quarter, today());
        assert_eq!(found.charts.len(), ChartCode::ALL.len());
        for chart in &found.charts {
            assert!(!chart.body.is_empty(), "{town:?} {:?}", chart.code);
        }
        let missing: Vec<&str> =
            found.indicators.iter().filter(|i| i.value == Figure::Missing).map(|i| i.code).collect();
        assert!(missing.is_empty(), "{town:?} {missing:?}");
    }
}

#[test]
fn stock_and_flow_of_the_panel_reconcile_save_where_they_should_not() {
    for (town, seed) in [(Town::Ajain, 1), (Town::Ajain, 7), (Town::Bellegarde, 1), (Town::Bellegarde, 4)] {
        let panels = Replay::of(&super::super::steps(town, seed, today())).panels;
        let opened = town.site().opened();
        assert_eq!((panels[0].day, panels[0].patients), (opened, 0));
        let flows: Vec<_> = panels.windows(2).map(|pair| (pair[1].flow(&pair[0]), &pair[1])).collect();
        assert_eq!(flows.iter().filter(|(flow, _)| flow.is_none()).count(), 1);
        let gaps = flows.iter().filter(|(flow, _)| flow.is_some_and(|f| f.gap != 0)).count();
        assert!((1..=2).contains(&gaps), "{town:?} {seed} {gaps}");
        let few = |lost: Option<u32>| matches!(lost, Some(1..=4));
        assert!(panels.iter().filter(|p| few(p.departures) || few(p.deaths)).count() > panels.len() / 3);
        // It grows, slower and slower, and is never far from 18 or 19 % in ALD.
        let gain = |from: &NewPanel, to: &NewPanel| i64::from(to.patients) - i64::from(from.patients);
        for (flow, panel) in &flows {
            assert!(flow.is_none_or(|f| f.departures <= 16 && f.deaths <= 8), "{panel:?}");
            assert!(panel.patients < 100 || (183..=191).contains(&(panel.ald.unwrap() * 1000 / panel.patients)));
            assert!(panel.active_file.unwrap() < panel.patients * 2 + 100, "{panel:?}");
        }
        for pair in panels.windows(2) {
            let most = i64::from(pair[1].day.0 - pair[0].day.0) * 5 + 6;
            assert!((-8..=most).contains(&gain(&pair[0], &pair[1])), "{pair:?}");
        }
    }
    let panels = Replay::of(&super::super::steps(Town::Ajain, 1, on(2027, 1, 10, 12, 0))).panels;
    assert!((2380..=2420).contains(&panels.last().unwrap().patients), "{panels:?}");
}

#[test]
fn surveys_keep_their_weekday_and_a_few_are_missing_but_not_of_late() {
    for (town, seed) in [(Town::Ajain, 1), (Town::Ajain, 7), (Town::Bellegarde, 1)] {
        let replay = Replay::of(&super::super::steps(town, seed, today()));
        let calendar = &replay.rota.calendar;
        for survey in &replay.surveys {
            let tuesday = survey.week.monday().plus(1);
            assert_eq!(survey.day, calendar.first_working(tuesday, survey.week.sunday()).unwrap());
        }
        let surveyed: BTreeSet<_> = replay.surveys.iter().map(|s| s.week).collect();
        let mut open = town.site().opened().week();
        let mut missing = Vec::new();
        while open <= today().day.week() {
            let tuesday = open.monday().plus(1);
            if calendar.first_working(tuesday, open.sunday()).is_some() && !surveyed.contains(&open) {
                missing.push(open);
            }
            open = open.next();
        }
        assert!((2..=30).contains(&missing.len()), "{missing:?}");
        assert!(missing.iter().all(|w| w.sunday().plus(92) < today().day));
        let mut days: Vec<u32> = replay.surveys.iter().filter_map(crate::domain::noted::NewSurvey::days).collect();
        days.sort_unstable();
        assert!((6..=9).contains(&days[days.len() / 2]));
        assert!(days[0] >= 1 && *days.last().unwrap() <= 28, "{days:?}");
        let never = replay.surveys.iter().filter(|s| s.third == Third::Never).count();
        assert_eq!(never, if town == Town::Ajain { 4 } else { 0 });
        // Whoever was seen unplanned is in the closings.
        for survey in replay.surveys.iter().rev().take(12) {
            let closed = replay.closings.iter().filter(|c| c.day.week() == survey.week && c.day < today().day);
            let seen: u32 = closed.map(|c| u32::from(c.counts.unplanned)).sum();
            let requests = u32::from(survey.same_day.unwrap()) + u32::from(survey.next_day.unwrap());
            assert!(seen <= requests && requests <= seen + 40, "{survey:?} {seen}");
        }
    }
}

#[test]
fn doctors_come_from_everywhere_at_every_age() {
    for (town, seed) in [(Town::Ajain, 1), (Town::Ajain, 7), (Town::Bellegarde, 1)] {
        let replay = Replay::of(&super::super::steps(town, seed, today()));
        let (mut regions, mut departments, mut statuses) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let mut ages = BTreeSet::new();
        for stay in replay.rota.confirmed() {
            let facts = &replay.rota.people.get(stay.doctor).unwrap().doctor;
            let department = facts.department.clone().unwrap();
            regions.extend(department::region(&department));
            departments.insert(department);
            statuses.insert(facts.status.unwrap().word());
            let year = u16::try_from(stay.from.week().year()).unwrap();
            ages.insert(year - facts.birth_year.unwrap());
        }
        assert!(regions.len() >= 12 && departments.len() >= 25 && statuses.len() == 6);
        assert!(departments.iter().any(|d| d.starts_with("97")));
        assert!(*ages.first().unwrap() <= 31 && *ages.last().unwrap() >= 63 && *ages.last().unwrap() <= 74);
    }
}

#[test]
fn a_week_of_consultations_is_near_the_target() {
    for town in BOTH {
        let replay = Replay::of(&super::super::steps(town, 1, today()));
        let from = Day::ymd(2026, 1, 1).unwrap();
        let mut weeks = std::collections::BTreeMap::new();
        for close in replay.closings.iter().filter(|c| c.day >= from && c.day.week() < today().day.week()) {
            *weeks.entry(close.stay).or_insert(0) += u32::from(close.counts.done());
        }
        let mut sums: Vec<u32> = weeks.into_values().collect();
        sums.sort_unstable();
        let median = sums[sums.len() / 2];
        let target = u32::from(replay.targets.unwrap().week_consultations.unwrap());
        assert!(median.abs_diff(target) <= 5, "{town:?} {median}");
    }
}
