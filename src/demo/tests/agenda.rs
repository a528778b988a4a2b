//! The agenda and the closings.

use std::collections::BTreeSet;

use super::super::*;
use super::replay::Replay;
use super::{BOTH, on};
use crate::domain::HalfDay;
use crate::domain::IsoWeek;
use crate::domain::act::AgendaAct;
use crate::domain::agenda::{EntryKind, HalfDayKind, NewEntry, clashes, half_day_kind};
use crate::domain::day_close::{closing, prefill, to_close};
use crate::domain::noted::PublishedFigure;

/// What is in the agenda of a week, as far as it was booked at a moment.
fn booked(town: Town, today: Now, week: IsoWeek, until: Now) -> Vec<(Now, Who, NewEntry)> {
    let entries = super::super::steps(town, 1, today).into_iter().filter_map(|step| match step.write.act {
        Act::Agenda(AgendaAct::Add(entry, _)) if entry.day.week() == week && step.now.at <= until.at => {
            Some((step.now, step.who, entry))
        }
        _ => None,
    });
    entries.collect()
}

#[test]
fn the_published_figures_are_the_sums_of_the_closings() {
    for seed in [1, 7] {
        let replay = Replay::of(&super::super::steps(Town::Ajain, seed, on(2024, 6, 3, 20, 0)));
        for (until, total) in Town::Ajain.site().published(PublishedFigure::Consultations) {
            let closed = replay.closings.iter().filter(|c| c.day <= until);
            assert_eq!(closed.map(|c| u32::from(c.counts.done())).sum::<u32>(), total, "{until:?}");
            // They are known on that very evening.
            let evening = Replay::of(&super::super::steps(Town::Ajain, seed, Now::on(until, 20, 0)));
            assert_eq!(evening.closings.iter().map(|c| u32::from(c.counts.done())).sum::<u32>(), total, "{until:?}");
        }
    }
}

#[test]
fn a_centre_grows_and_then_sees_about_twenty_patients_a_day() {
    for town in BOTH {
        let replay = Replay::of(&super::super::steps(town, 1, on(2026, 11, 22, 9, 0)));
        let whole = |day: Day| replay.rota.calendar.opening.opens_half(day, HalfDay::Afternoon);
        let steady: Vec<u16> = replay
            .closings
            .iter()
            .filter(|c| c.day > Day::ymd(2025, 1, 1).unwrap() && whole(c.day))
            .map(|c| c.counts.done())
            .collect();
        let mean = steady.iter().map(|d| usize::from(*d)).sum::<usize>() / steady.len();
        assert!((18..=23).contains(&mean), "{town:?} {mean}");
        assert!(steady.iter().all(|d| (11..=30).contains(d)), "{town:?} {steady:?}");
        for close in &replay.closings {
            let c = close.counts;
            assert!(c.booked <= c.offered && c.absent <= c.booked, "{close:?}");
            assert!((6..=38).contains(&c.done()), "{close:?}");
        }
    }
    let ajain = Replay::of(&super::super::steps(Town::Ajain, 1, on(2023, 3, 1, 9, 0)));
    let week = |week: IsoWeek| -> u16 {
        ajain.closings.iter().filter(|c| c.day.week() == week).map(|c| c.counts.done()).sum()
    };
    let first = Town::Ajain.site().opened().week();
    assert!(week(first.plus(1)) + 30 < week(first.plus(12)), "{} {}", week(first.plus(1)), week(first.plus(12)));
}

#[test]
fn every_past_day_is_closed_save_one_and_today() {
    for town in BOTH {
        for (now, least) in [(on(2026, 11, 27, 18, 0), 2), (on(2026, 11, 30, 8, 0), 1), (on(2025, 6, 6, 18, 0), 2)] {
            let replay = Replay::of(&super::super::steps(town, 1, now));
            let closed: Vec<_> = replay.closings.iter().map(|c| (c.stay, c.day)).collect();
            let since = replay.closings.first().map(|c| c.day);
            let waiting = to_close(&replay.rota, &closed, since, now);
            let days: BTreeSet<Day> = waiting.iter().map(|(_, day)| *day).collect();
            assert_eq!(days.len(), least, "{town:?} {now:?} {days:?}");
            assert!(days.iter().all(|d| d.plus(7) > now.day));
        }
        // No day is forgotten for good.
        let replay = Replay::of(&super::super::steps(town, 1, on(2027, 1, 31, 9, 0)));
        let worked: usize = replay
            .rota
            .confirmed()
            .flat_map(|s| s.from.to(s.to))
            .filter(|d| replay.rota.calendar.is_working(*d) && *d < Day::ymd(2027, 1, 25).unwrap())
            .count();
        let until = |d: Day| d < Day::ymd(2027, 1, 25).unwrap();
        assert_eq!(replay.closings.iter().filter(|c| until(c.day)).count(), worked, "{town:?}");
    }
}

#[test]
fn nothing_in_the_agenda_clashes() {
    for town in BOTH {
        for now in [on(2025, 5, 7, 11, 0), on(2026, 11, 25, 10, 0)] {
            let replay = Replay::of(&super::super::steps(town, 1, now));
            for entry in &replay.entries {
                let around: Vec<_> = replay.entries.iter().filter(|e| e.what.covers(entry.what.day)).cloned().collect();
                let found = clashes(&entry.what, Some(entry.id), &around, &replay.half_days, &replay.rota);
                assert!(found.is_empty(), "{town:?} {now:?} {entry:?}: {found:?}");
            }
        }
    }
}

#[test]
fn a_week_is_the_same_whichever_day_asks_for_it() {
    for town in BOTH {
        let week = Day::ymd(2026, 11, 9).unwrap().week();
        let until = on(2026, 11, 13, 23, 0);
        let there = booked(town, until, week, until);
        assert!(there.len() > 60);
        for later in [on(2026, 11, 16, 8, 0), on(2026, 11, 26, 10, 0), on(2026, 12, 11, 18, 0)] {
            assert_eq!(booked(town, later, week, until), there, "{town:?} {later:?}");
        }
        // As it was a week before, so far as it was booked then.
        let before = on(2026, 11, 4, 10, 0);
        let ahead = booked(town, before, week, before);
        assert!(ahead.len() > 15);
        assert_eq!(booked(town, until, week, before), ahead, "{town:?}");
    }
}

#[test]
fn an_ordinary_week_has_what_such_a_week_has() {
    for town in BOTH {
        let now = on(2026, 11, 29, 9, 0);
        let replay = Replay::of(&super::super::steps(town, 1, now));
        let monday = Day::ymd(2026, 11, 23).unwrap();
        let week: Vec<&NewEntry> =
            replay.entries.iter().map(|e| &e.what).filter(|e| e.day.week() == monday.week()).collect();
        let of = |kind| week.iter().filter(|e| e.kind == kind).collect::<Vec<_>>();
        let posts = town.posts();
        assert_eq!(of(EntryKind::Welcome).len(), posts);
        assert!(of(EntryKind::Welcome).iter().all(|e| e.day == monday && e.end() == 510));
        assert_eq!(of(EntryKind::Handover).len(), posts);
        assert!(of(EntryKind::Handover).iter().all(|e| e.day == monday.plus(4) && e.end() == 1080));
        assert_eq!((of(EntryKind::Asalee).len(), of(EntryKind::Meeting).len()), (1, 1));
        assert!((posts..=2 * posts).contains(&of(EntryKind::Visit).len()));
        assert!(of(EntryKind::Visit).iter().all(|e| !e.place.is_empty()));
        assert!(!of(EntryKind::Remote).is_empty());
        assert!((1..=4 * posts).contains(&week.iter().filter(|e| e.item.is_some()).count()));
        let afternoon = monday.plus(3);
        assert!(week.iter().all(|e| e.day != afternoon || e.start.is_none_or(|s| s < 12 * 60 + 30)));
        for entry in week.iter().filter(|e| e.kind.is_appointment()) {
            let patient = entry.patient.as_ref().unwrap();
            assert!(patient.initials.is_some() && patient.birth_year.is_some() && patient.file.len() == 4);
        }
        // Half-days booked ahead are nearly full, those of the day's calls are not.
        for post in 1..=i64::try_from(posts).unwrap() {
            for day in monday.to(monday.plus(4)) {
                for (half, (from, shut)) in [(HalfDay::Morning, (510, 750)), (HalfDay::Afternoon, (810, 1080))] {
                    let kind = half_day_kind(&replay.rota, &replay.half_days, PostId(post), day, half);
                    let there = week.iter().filter(|e| {
                        e.post == Some(PostId(post)) && e.day == day && e.start.is_some_and(|s| from <= s && s < shut)
                    });
                    let minutes: u16 = there.map(|e| if e.kind == EntryKind::Visit { 60 } else { e.minutes }).sum();
                    let share = u32::from(minutes) * 100 / (u32::from(shut - from) / 20 * 20);
                    match kind {
                        HalfDayKind::Programmed => assert!((80..=97).contains(&share), "{day:?} {half:?} {share}"),
                        HalfDayKind::Unplanned => assert!((40..=82).contains(&share), "{day:?} {half:?} {share}"),
                        _ => assert_eq!(minutes, 0, "{day:?} {half:?}"),
                    }
                }
            }
        }
    }
}

#[test]
fn a_closing_is_what_the_agenda_said_save_who_did_not_come_and_who_came_unannounced() {
    for town in BOTH {
        let replay = Replay::of(&super::super::steps(town, 1, on(2026, 11, 22, 9, 0)));
        let week = Day::ymd(2026, 11, 16).unwrap().week();
        let mut compared = 0;
        for stay in replay.rota.confirmed().filter(|s| s.week() == week) {
            let entries: Vec<_> = replay.entries.iter().filter(|e| e.what.day.week() == week).cloned().collect();
            for day in stay.from.to(stay.to) {
                let Some(close) = closing(&replay.closings, stay.id, day) else { continue };
                let said = prefill(stay.post, day, &entries, &replay.half_days, &replay.rota, 20);
                let counts = close.counts;
                assert_eq!((counts.offered, counts.booked), (said.offered, said.booked), "{day:?}");
                assert_eq!((counts.visits, counts.remote), (said.visits, said.remote), "{day:?}");
                assert_eq!(counts.programmed + counts.absent, said.programmed, "{day:?}");
                assert!((said.unplanned..=said.unplanned + 3).contains(&counts.unplanned), "{day:?}");
                compared += 1;
            }
        }
        assert!(compared >= 4 * town.posts());
    }
}

#[test]
fn now_and_then_a_patient_is_marked_and_their_doctor_speaks_of_them() {
    for town in BOTH {
        let all = super::super::steps(town, 1, on(2026, 11, 22, 9, 0));
        let replay = Replay::of(&all);
        let texts: BTreeSet<String> = all
            .iter()
            .filter_map(|s| match &s.write.act {
                Act::Agenda(AgendaAct::Close { marks, .. }) => marks.first().map(|m| m.text.clone()),
                _ => None,
            })
            .collect();
        let marked: Vec<_> =
            replay.threads.iter().filter(|t| texts.contains(&t.relays[0].text) && t.relays[0].stay.is_none()).collect();
        assert!((25..=150).contains(&marked.len()), "{}", marked.len());
        assert!(marked.iter().all(|t| t.relays.len() > 1 && t.relays[1].stay.is_some()));
    }
}
