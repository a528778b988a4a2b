//! What is true of both fictional centres, whatever the seed and the day.

mod agenda;
mod collective;
mod figures;
mod replay;

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::domain::act::{AgendaAct, HandoverAct, ItemAct, NotedAct, RecordAct};
use crate::domain::alert::is_to_decide;
use crate::domain::noted::Noted;
use crate::domain::record::{AVAILABILITY, PAPER, PUBLISHED, REQUEST, SOLICITATION, TASK, TRAVEL, VOLUNTEER};
use crate::domain::transmission::transmission;
use crate::domain::{Gravity, IsoWeek, Person, PostId, Role, Stay, Verdict};
use replay::Replay;

const BOTH: [Town; 2] = [Town::Ajain, Town::Bellegarde];

/// Ajain, with the ordinary seed.
fn steps(seed: u64, today: Now) -> Vec<Step> {
    super::steps(Town::Ajain, seed, today)
}

fn on(year: i32, month: u32, day: u32, hour: u16, minute: u16) -> Now {
    Now::on(Day::ymd(year, month, day).unwrap(), hour, minute)
}

/// Every text that somebody reads.
fn texts(steps: &[Step]) -> Vec<&str> {
    let mut texts: Vec<&str> = Vec::new();
    for step in steps {
        match &step.write.act {
            Act::Item(ItemAct::Open(_, w) | ItemAct::Say(_, _, w)) => texts.extend([w.text.as_str(), w.plan.as_str()]),
            Act::Item(ItemAct::Answer(_, _, words)) => texts.push(words),
            Act::Agenda(AgendaAct::Close { marks, .. }) => texts.extend(marks.iter().map(|m| m.text.as_str())),
            Act::Agenda(AgendaAct::Add(entry, _)) => texts.extend([entry.title.as_str(), &entry.place]),
            Act::Handover(HandoverAct::Note(_, _, text)) => texts.push(text),
            Act::Noted(NotedAct::Add(Noted::Panel(panel))) => texts.push(&panel.source),
            Act::Record(RecordAct::Put(record, _, values)) if **record == PUBLISHED => {
                texts.push(values.text("source"));
            }
            Act::Record(RecordAct::Put(record, _, values)) if **record == VOLUNTEER => {
                texts.extend([values.text("wishes"), values.text("notes")]);
            }
            Act::Record(RecordAct::Put(record, _, values)) if [&SOLICITATION, &AVAILABILITY].contains(record) => {
                texts.push(values.text("note"));
            }
            Act::Handover(HandoverAct::Addendum { text, item, .. }) => {
                texts.push(text);
                texts.extend(item.iter().flat_map(|(_, w)| [w.text.as_str(), w.plan.as_str()]));
            }
            _ => {}
        }
    }
    texts
}

#[test]
fn every_act_of_eight_years_obeys_the_rules_of_a_store() {
    for (town, seed) in [(Town::Ajain, 0), (Town::Ajain, 2026), (Town::Bellegarde, 0), (Town::Bellegarde, 1)] {
        let replay = Replay::of(&super::steps(town, seed, on(2030, 12, 31, 12, 0)));
        assert!(replay.threads.len() > 1700);
    }
}

#[test]
fn the_same_seed_tells_the_same_history_and_another_another() {
    let today = on(2025, 3, 6, 10, 0);
    for town in BOTH {
        assert_eq!(super::steps(town, 3, today), super::steps(town, 3, today));
        assert_ne!(super::steps(town, 3, today), super::steps(town, 4, today));
    }
}

#[test]
fn a_later_day_only_adds_to_the_past() {
    // What today decides is the withdrawal that leaves a week ahead without a doctor, and who was asked for it;
    // appointments and requests are there for the weeks around today only.
    let past = |town, today: Now, until: Now| -> Vec<Step> {
        let week = until.day.week().monday();
        // Who was asked, and what was still prepared for a stay that is called off in the other telling.
        let of = |act: &Act| match act {
            Act::Record(RecordAct::Put(r, ..)) => [&SOLICITATION, &TASK, &PAPER, &TRAVEL].contains(r),
            _ => false,
        };
        let is_ask = |s: &Step| match &s.write.act {
            Act::Together(together) => together.acts.iter().all(of),
            act => of(act),
        };
        let is_gap = |s: &Step| {
            (matches!(&s.write.act, Act::Stay(StayAct::Cancel(..))) || is_ask(s)) && s.now.day.plus(7) >= week
        };
        let near = |s: &Step| match &s.write.act {
            Act::Agenda(act) => matches!(act, AgendaAct::Add(..) | AgendaAct::HalfDays(..)),
            Act::Record(RecordAct::Put(record, ..)) => **record == REQUEST,
            _ => false,
        };
        let mut all = super::steps(town, 5, today);
        all.retain(|s| s.now.at <= until.at && !is_gap(s) && !near(s));
        all
    };
    let far = on(2029, 2, 1, 9, 0);
    for until in [on(2022, 11, 7, 8, 0), on(2023, 8, 18, 18, 0), on(2024, 12, 24, 9, 30), on(2026, 11, 27, 16, 42)] {
        for town in BOTH {
            assert!(past(town, far, until) == past(town, until, until), "{town:?} {until:?}");
        }
    }
}

#[test]
fn any_monday_finds_a_handful_of_points_and_two_urgent_ones() {
    for town in BOTH {
        for lane in 0..town.posts() {
            mondays(town, lane);
        }
    }
}

fn mondays(town: Town, lane: usize) {
    let post = i64::try_from(lane).unwrap() + 1;
    let (mut mondays, mut counted, mut done) = (0, 0, 0);
    let mut replay = Replay::default();
    let calendar = rota::calendar(2028);
    let all = super::steps(town, 1, on(2027, 6, 30, 20, 0));
    let mut week = town.site().opened().week().next();
    while week.year() < 2027 {
        let first = calendar.first_working(week.monday(), week.sunday());
        week = week.next();
        let Some(first) = first else { continue };
        let now = Now::on(first, 8, 0);
        let until = all.partition_point(|s| s.now.at <= now.at);
        replay.more(&all[done..until]);
        done = until;
        let Some(stay) = replay.stay_on(post, first) else { continue };
        let briefing = replay.briefing(stay, now);
        let urgent = briefing.entries.iter().filter(|e| e.thread.head().gravity == Gravity::Urgent).count();
        // Before the week that had nothing to report, nothing urgent was left.
        let quiet = town == Town::Ajain && (first.week().year(), first.week().number()) == (2024, 19);
        assert_eq!(urgent, if quiet { 0 } else { 2 }, "{town:?} {first:?}");
        assert_eq!(briefing.answered(), 0, "{first:?}");
        assert!((4..=12).contains(&briefing.expected()), "{town:?} {first:?}: {}", briefing.expected());
        counted += briefing.expected();
        mondays += 1;
    }
    assert!(mondays > 95);
    let mean = counted / mondays;
    assert!((5..=8).contains(&mean), "{mean}");
}

#[test]
fn friday_at_six_leaves_some_points_to_decide_and_nothing_signed() {
    let now = on(2026, 11, 27, 18, 0);
    let all = steps(1, now);
    let replay = Replay::of(&all);
    let stay = replay.stay_on(1, now.day).unwrap();
    assert_eq!(doctor_at(&all, PostId(1), now.day), replay.rota.stay(stay).map(|s| s.doctor));
    let list = transmission(stay, &replay.threads, &replay.rota, now).unwrap();
    assert!((3..=6).contains(&list.to_decide().count()), "{}", list.to_decide().count());
    assert!(list.progress().0 >= 4);
    assert!(!replay.rota.is_signed(stay));
    assert_eq!(replay.briefing(stay, now).waiting().count(), 0);
    // On Saturday it is signed, and waits.
    let saturday = on(2026, 11, 28, 15, 0);
    let replay = Replay::of(&steps(1, saturday));
    assert!(replay.rota.is_signed(stay));
    assert!(transmission(stay, &replay.threads, &replay.rota, saturday).unwrap().to_decide().count() == 0);
}

#[test]
fn one_week_ahead_has_no_doctor_and_it_is_the_second_or_third() {
    for (town, day) in [
        (Town::Ajain, on(2023, 9, 18, 8, 0)),
        (Town::Ajain, on(2024, 4, 17, 12, 0)),
        (Town::Ajain, on(2026, 11, 22, 9, 0)),
        (Town::Ajain, on(2042, 10, 15, 8, 0)),
        (Town::Bellegarde, on(2026, 11, 22, 9, 0)),
        (Town::Bellegarde, on(2027, 3, 17, 12, 0)),
    ] {
        let replay = Replay::of(&super::steps(town, 1, day));
        let today = day.day.week();
        let vacant = |post: i64| -> Vec<i32> {
            let open = |week: IsoWeek| replay.rota.calendar.first_working(week.monday(), week.sunday()).is_some();
            (1..=9)
                .filter(|weeks| {
                    open(today.plus(*weeks)) && replay.rota.in_week(PostId(post), today.plus(*weeks)).next().is_none()
                })
                .collect()
        };
        let last = vacant(i64::try_from(town.posts()).unwrap());
        assert!(last == [2] || last == [3], "{town:?} {day:?}: {last:?}");
        // The other post of two is filled.
        assert!(town.posts() == 1 || vacant(1).is_empty(), "{day:?}");
    }
}

#[test]
fn most_weeks_of_bellegarde_have_two_doctors_and_never_the_same() {
    let replay = Replay::of(&super::steps(Town::Bellegarde, 1, on(2026, 11, 22, 9, 0)));
    let mut week = Town::Bellegarde.site().opened().week();
    let (mut both, mut one) = (0, 0);
    while week < Day::ymd(2026, 11, 22).unwrap().week() {
        let there: Vec<&Stay> = [1, 2].iter().flat_map(|p| replay.rota.in_week(PostId(*p), week)).collect();
        match there[..] {
            [first, second] => {
                assert_ne!(first.doctor, second.doctor);
                both += 1;
            }
            [_] => one += 1,
            _ => {}
        }
        week = week.next();
    }
    assert!(both > 90 && (3..=12).contains(&one), "{both} {one}");
}

#[test]
fn the_rota_is_that_of_a_young_collective() {
    let replay = Replay::of(&steps(1, on(2026, 11, 22, 9, 0)));
    let until = |last: Day| -> BTreeMap<PersonId, usize> {
        let mut stays = BTreeMap::new();
        for stay in replay.rota.confirmed().filter(|s| s.to <= last) {
            *stays.entry(stay.doctor).or_default() += 1;
        }
        stays
    };
    let first = until(Day::ymd(2023, 12, 31).unwrap());
    assert_eq!(first.len(), 45);
    let four_years = until(Day::ymd(2026, 11, 22).unwrap());
    assert!((62..=78).contains(&four_years.len()), "{}", four_years.len());
    let back = four_years.values().filter(|n| **n > 1).count();
    assert!((four_years.len() / 5..=four_years.len() / 2).contains(&back), "{back}");
    let cancelled: Vec<&Stay> = replay.rota.stays.iter().filter(|s| s.state == StayState::Cancelled).collect();
    assert!((5..=10).contains(&cancelled.len()));
    // By then nobody had, as was published.
    let published = Day::ymd(2023, 5, 31).unwrap();
    assert!(cancelled.iter().all(|s| s.from > published && s.withdrawal.as_ref().is_none_or(|w| w.on > published)));
    let names: BTreeSet<String> = replay.rota.people.0.values().map(Person::full).collect();
    assert_eq!(names.len(), replay.rota.people.0.len());
}

#[test]
fn whenever_one_looks_nobody_had_withdrawn_by_the_day_it_was_published() {
    let published = Day::ymd(2023, 5, 31).unwrap();
    for today in [on(2023, 3, 17, 9, 0), on(2023, 5, 31, 18, 0), on(2023, 6, 7, 9, 0)] {
        let replay = Replay::of(&steps(1, today));
        let early = |s: &&Stay| s.withdrawal.as_ref().is_some_and(|w| w.on <= published);
        assert_eq!(replay.rota.stays.iter().find(early), None, "{today:?}");
    }
}

#[test]
fn the_present_or_the_next_doctor_has_been_here_before() {
    let mut day = Day::ymd(2024, 3, 4).unwrap();
    let all = Replay::of(&steps(2, on(2028, 1, 1, 8, 0)));
    while day < Day::ymd(2027, 12, 1).unwrap() {
        let two: Vec<&Stay> = all.rota.confirmed().filter(|s| s.to >= day).take(2).collect();
        let back = two.iter().any(|s| all.rota.confirmed().any(|o| o.doctor == s.doctor && o.to < s.from));
        assert!(back, "{day:?}");
        day = day.plus(7);
    }
}

#[test]
fn no_point_is_passed_on_unchanged_thrice_save_those_that_wait_for_a_decision() {
    let replay = Replay::of(&steps(1, on(2026, 11, 22, 9, 0)));
    let mut stuck = 0;
    for thread in &replay.threads {
        let mut streak = 0;
        for relay in &thread.relays {
            streak = if relay.verdict == Verdict::Unchanged { streak + 1 } else { 0 };
            assert!(streak <= 3);
            if streak == 3 {
                stuck += 1;
                assert_eq!(relay.to, crate::domain::Addressee::Role(Role::Coordination));
            }
        }
    }
    assert!(stuck > 10);
    assert!(replay.threads.iter().filter(|t| t.is_open() && is_to_decide(t)).count() <= 1);
    let one_month_later = Replay::of(&steps(1, on(2026, 12, 20, 9, 0)));
    let decided = |r: &Replay| r.threads.iter().filter(|t| t.relays.iter().any(|w| w.outcome.is_some())).count();
    assert!(decided(&one_month_later) > decided(&replay));
}

#[test]
fn no_text_is_too_long_holds_a_mark_or_says_a_day_that_only_its_author_knows() {
    const RELATIVE: [&str; 12] = [
        "hier",
        "demain",
        "aujourd'hui",
        "prochain",
        "dernier",
        "cette semaine-là",
        "ce matin",
        "ce soir",
        "tout à l'heure",
        "tantôt",
        "après-demain",
        "dans la nuit",
    ];
    let today = on(2026, 11, 22, 9, 0);
    let steps = BOTH.map(|town| super::steps(town, 1, today)).concat();
    // A few doctors write as they speak, so that the advice before signing has something to find.
    let spoken = ["lundi prochain", "mardi prochain", "jeudi prochain"];
    assert!(texts(&steps).iter().any(|text| text.contains(spoken[1])));
    for text in texts(&steps) {
        assert!(text.chars().count() <= 280, "{text}");
        assert!(!text.contains(['{', '}', '|']), "{text}");
        let text = spoken.iter().fold(text.to_owned(), |text, day| text.replace(day, ""));
        let words: Vec<String> = text.to_lowercase().split([' ', ',', '.', ';', '\u{a0}']).map(str::to_owned).collect();
        for relative in RELATIVE {
            let found = if relative.contains(' ') {
                text.to_lowercase().contains(relative)
            } else {
                words.iter().any(|w| w == relative)
            };
            assert!(!found, "{relative}: {text}");
        }
    }
}

#[test]
fn a_date_in_a_text_is_a_working_day_that_exists() {
    let today = on(2026, 11, 22, 9, 0);
    let steps = BOTH.map(|town| super::steps(town, 1, today)).concat();
    let calendar = rota::calendar(2028);
    for step in &steps {
        let Act::Item(ItemAct::Open(_, word) | ItemAct::Say(_, _, word)) = &step.write.act else { continue };
        let mut rest = word.text.as_str();
        while let Some(slash) = rest.find('/') {
            let (before, after) = rest.split_at(slash);
            let day: String = before.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
            let name: String = before.chars().rev().skip(4).take(4).collect::<Vec<_>>().into_iter().rev().collect();
            let month: String = after.chars().skip(1).take(2).collect();
            if let (Ok(day), Ok(month), true) = (
                day.parse(),
                month.parse(),
                before.ends_with(|c: char| c.is_ascii_digit()) && before.chars().rev().nth(3) == Some('.'),
            ) {
                use chrono::Datelike;
                let year = step.now.day.date().year();
                let near = [year - 1, year, year + 1].into_iter().filter_map(|y| Day::ymd(y, month, day));
                let near = near.min_by_key(|d| (d.0 - step.now.day.0).abs()).unwrap();
                assert!(calendar.is_working(near), "{near:?} {}", word.text);
                assert!(
                    scenario::date(near).starts_with(name.trim_start_matches([' ', '('])) || name.is_empty(),
                    "{name} {}",
                    word.text
                );
            }
            rest = &after[1..];
        }
    }
}

#[test]
fn the_story_lasts_a_century() {
    for town in BOTH {
        let all = super::steps(town, 1, on(2099, 12, 31, 12, 0));
        assert!(all.last().unwrap().now.day > Day::ymd(2099, 12, 1).unwrap());
        assert!(doctor_at(&all, PostId(1), Day::ymd(2099, 12, 31).unwrap()).is_some());
    }
}
