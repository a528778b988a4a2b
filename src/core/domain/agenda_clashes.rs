//! Clashes, proved: random weeks against a model that looks at every minute, written from rule 16 alone.
//!
//! Found and planted are the same set: none is missed, none is a false alarm. A table with one clash
//! planted at a time keeps the random weeks honest.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use rstest::rstest;

use super::agenda::*;
use super::centre::Closure;
use super::fixture::{monday, rota, stay};
use super::*;

/// A clash, as the model and the rule are compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    With(i64),
    ClosedDay,
    ClosedHalf,
    OutsideHours,
    NoDoctor,
}

fn said(clashes: Vec<Clash>) -> BTreeSet<Found> {
    let one = |clash| match clash {
        Clash::Overlap(with) => with.into_iter().map(|e| Found::With(e.id.0)).collect(),
        Clash::ClosedDay(_) => vec![Found::ClosedDay],
        Clash::ClosedHalf(_) => vec![Found::ClosedHalf],
        Clash::OutsideHours => vec![Found::OutsideHours],
        Clash::NoDoctor => vec![Found::NoDoctor],
    };
    clashes.into_iter().flat_map(one).collect()
}

/// What one sees who goes through the day minute by minute with the calendar of 2026 in hand.
fn model(entry: &NewEntry, around: &[Entry], decided: &[DecidedHalfDay], rota: &Rota) -> BTreeSet<Found> {
    let mut found = BTreeSet::new();
    let (Some(post), Some(start)) = (entry.post, entry.start) else { return found };
    let there = |post: PostId, day: Day| {
        let here =
            |s: &&Stay| s.state == StayState::Confirmed && s.post == post && (s.from.0..=s.to.0).contains(&day.0);
        rota.stays.iter().find(here).map(|s| s.doctor)
    };
    // Who is busy at each minute of the day: the doctor where there is one, else the post.
    let busy = |e: &NewEntry| -> Vec<(Option<PersonId>, PostId, u16)> {
        let (Some(post), Some(start)) = (e.post, e.start) else { return Vec::new() };
        (start..start + e.minutes).map(|m| (there(post, e.day), post, m)).collect()
    };
    let mine = busy(entry);
    for other in around.iter().filter(|e| e.what.day == entry.day) {
        let meets = busy(&other.what).into_iter().any(|(who, at, minute)| {
            mine.iter().any(|(me, here, m)| *m == minute && (at == *here || (who.is_some() && who == *me)))
        });
        if meets {
            found.insert(Found::With(other.id.0));
        }
    }
    if matches!(
        entry.kind,
        EntryKind::Welcome | EntryKind::Handover | EntryKind::Meeting | EntryKind::Asalee | EntryKind::Other
    ) {
        return found;
    }
    let date = entry.day.date().to_string();
    // All Saints, the Armistice, Christmas: the holidays of the weeks that are drawn.
    let holiday = ["2026-11-01", "2026-11-11", "2026-12-25"].contains(&date.as_str());
    let shut = rota.calendar.closures.iter().any(|c| c.from <= entry.day && entry.day <= c.to);
    let weekday = chrono::Datelike::weekday(&entry.day.date()).number_from_monday();
    // Monday to Friday, Saturday in the morning, never on Thursday afternoon.
    let opens = |afternoon: bool| match weekday {
        4 | 6 => !afternoon,
        7 => false,
        _ => true,
    };
    if holiday || shut || weekday == 7 {
        found.insert(Found::ClosedDay);
    } else {
        let afternoon = start >= 13 * 60 + 30;
        let half = if afternoon { HalfDay::Afternoon } else { HalfDay::Morning };
        let decision = decided.iter().find(|d| (d.post, d.day, d.half) == (post, entry.day, half)).map(|d| d.kind);
        let seen = decision.map_or(opens(afternoon), |k| !matches!(k, HalfDayKind::Rest | HalfDayKind::Closed));
        let all_in = |open: u16, close: u16| mine.iter().all(|(_, _, m)| (open..close).contains(m));
        if !seen {
            found.insert(Found::ClosedHalf);
        } else if !all_in(510, 750) && !all_in(810, 1080) {
            found.insert(Found::OutsideHours);
        }
    }
    if there(post, entry.day).is_none() {
        found.insert(Found::NoDoctor);
    }
    found
}

/// Something of the drawn weeks: S44 (All Saints), S46 (the Armistice), S48 (an ordinary one), S52 (Christmas).
fn entry() -> impl Strategy<Value = NewEntry> {
    let week = prop_oneof![Just(44), Just(46), Just(48), Just(48), Just(52)];
    let kind = (0..EntryKind::ALL.len()).prop_map(|n| EntryKind::ALL[n]);
    // Mostly within the hours, on a raster that makes entries touch.
    let start = prop_oneof![6 => (102..216u16).prop_map(|n| n * 5), 1 => (0..270u16).prop_map(|n| n * 5)];
    let minutes = prop_oneof![Just(5u16), Just(20), Just(20), Just(40), Just(90)];
    (week, 0..7i32, kind, 1..3i64, start, minutes, 0..12u8).prop_map(|(week, day, kind, post, start, minutes, odd)| {
        let day = monday(week).plus(day);
        let event = !kind.is_appointment();
        NewEntry {
            kind,
            post: Some(PostId(post)).filter(|_| !(event && odd < 3)),
            day,
            to: day,
            start: Some(start).filter(|_| !(event && odd > 9)),
            minutes: if event && odd > 9 { 0 } else { minutes },
            patient: None,
            title: String::new(),
            place: String::new(),
            item: None,
        }
    })
}

#[derive(Debug)]
struct Week {
    rota: Rota,
    entries: Vec<Entry>,
    decided: Vec<DecidedHalfDay>,
    wanted: NewEntry,
}

fn weeks() -> impl Strategy<Value = Week> {
    // Each stay is there or not; doctor 1 may be on both posts of a week.
    let stays = prop::collection::vec(
        (1..3i64, 1..4i64, prop_oneof![Just(44), Just(46), Just(48), Just(52)], any::<bool>()),
        0..9,
    );
    let kinds = (0..5usize).prop_map(|n| HalfDayKind::ALL[n]);
    let decided = prop::collection::vec((1..3i64, entry(), any::<bool>(), kinds), 0..12);
    let closed = prop::option::of((0..7i32, 0..3i32));
    // Every other week something is planted in the way.
    let planted = prop::option::of((any::<prop::sample::Index>(), -60..60i32, 1..3i64));
    (stays, prop::collection::vec(entry(), 1..40), decided, closed, entry(), planted).prop_map(
        |(drawn, entries, drawn_halves, closed, mut wanted, planted)| {
            if let Some((at, shift, post)) = planted {
                wanted = NewEntry { post: Some(PostId(post)), ..at.get(&entries).clone() };
                let start = wanted.start.and_then(|s| s.checked_add_signed(i16::try_from(shift).unwrap()));
                wanted.start = start.filter(|s| s + wanted.minutes <= 1440).or(wanted.start);
            }
            let mut stays: Vec<Stay> = Vec::new();
            for (n, (post, doctor, week, sure)) in (1..).zip(drawn) {
                let mut new = stay(n, post, doctor, week);
                if !sure {
                    new.state = StayState::Option;
                }
                if stays.iter().all(|s| !s.clashes(&new)) {
                    stays.push(new);
                }
            }
            let mut rota = rota(2, stays);
            rota.calendar.closures.extend(closed.map(|(day, length)| {
                let from = monday(48).plus(day);
                Closure { id: ClosureId(1), from, to: from.plus(length), reason: "travaux".into() }
            }));
            let entries = (1..).zip(entries).map(|(id, what)| Entry { id: EntryId(id), what, uid: None }).collect();
            let mut decided = BTreeMap::new();
            for (post, e, morning, kind) in drawn_halves {
                let half = if morning { HalfDay::Morning } else { HalfDay::Afternoon };
                let (post, day) = (PostId(post), e.day);
                decided.insert((post, day, half), DecidedHalfDay { post, day, half, kind });
            }
            Week { rota, entries, decided: decided.into_values().collect(), wanted }
        },
    )
}

#[test]
fn every_planted_clash_is_found_and_no_other() {
    let seen = RefCell::new(BTreeMap::<String, u32>::new());
    let cases = if std::env::var("RELEVE_TRIALS").as_deref() == Ok("full") { 200_000 } else { 3_000 };
    let mut runner = TestRunner::new_with_rng(
        ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let run = runner.run(&weeks(), |week| {
        let Week { rota, entries, decided, wanted } = &week;
        let expected = model(wanted, entries, decided, rota);
        for found in &expected {
            let name = format!("{found:?}").split('(').next().unwrap_or_default().to_owned();
            *seen.borrow_mut().entry(name).or_default() += 1;
        }
        *seen.borrow_mut().entry(if expected.is_empty() { "free" } else { "any" }.into()).or_default() += 1;
        prop_assert_eq!(said(clashes(wanted, None, entries, decided, rota)), expected);
        // An entry does not clash with itself when it is edited.
        for edited in entries.iter().take(3) {
            let others: Vec<Entry> = entries.iter().filter(|e| e.id != edited.id).cloned().collect();
            let expected = model(&edited.what, &others, decided, rota);
            prop_assert_eq!(said(clashes(&edited.what, Some(edited.id), entries, decided, rota)), expected);
        }
        Ok(())
    });
    run.unwrap();
    // Every kind of clash was there many times, and so was the plain case.
    for name in ["With", "ClosedDay", "ClosedHalf", "OutsideHours", "NoDoctor", "free"] {
        assert!(seen.borrow().get(name).is_some_and(|n| *n > cases / 60), "{name}: {:?}", seen.borrow());
    }
}

/// Tuesday of S48 at ten, on the first post, with one of the doctors; nothing in the way.
fn plain() -> (NewEntry, Vec<Entry>, Vec<DecidedHalfDay>, Rota) {
    let day = monday(48).plus(1);
    let new = NewEntry {
        kind: EntryKind::Consultation,
        post: Some(PostId(1)),
        day,
        to: day,
        start: Some(600),
        minutes: 20,
        patient: None,
        title: String::new(),
        place: String::new(),
        item: None,
    };
    (new, Vec::new(), Vec::new(), rota(2, vec![stay(1, 1, 1, 48), stay(2, 2, 2, 48)]))
}

#[test]
fn the_plain_case_clashes_with_nothing() {
    let (new, around, decided, rota) = plain();
    assert_eq!(clashes(&new, None, &around, &decided, &rota), []);
}

#[rstest]
// A minute too long, a minute too early; side by side is no clash.
#[case(599, 2, 1, true)]
#[case(580, 20, 1, false)]
#[case(619, 20, 1, true)]
#[case(620, 20, 1, false)]
#[case(605, 5, 1, true)]
#[case(540, 180, 1, true)]
// Another doctor on the other post.
#[case(600, 20, 2, false)]
fn one_entry_in_the_way(#[case] start: u16, #[case] minutes: u16, #[case] post: i64, #[case] clash: bool) {
    let (new, mut around, decided, rota) = plain();
    around.push(Entry {
        id: EntryId(7),
        what: NewEntry { start: Some(start), minutes, post: Some(PostId(post)), ..new.clone() },
        uid: None,
    });
    let found = said(clashes(&new, None, &around, &decided, &rota));
    assert_eq!(found, clash.then_some(Found::With(7)).into_iter().collect());
}

#[test]
fn the_same_doctor_on_two_posts_is_one_doctor() {
    let (new, mut around, decided, mut rota) = plain();
    rota.stays.edit(|stays| stays[1].doctor = stays[0].doctor);
    around.push(Entry { id: EntryId(7), what: NewEntry { post: Some(PostId(2)), ..new.clone() }, uid: None });
    assert_eq!(said(clashes(&new, None, &around, &decided, &rota)), [Found::With(7)].into());
}
