//! The table of ratios: each thing the program does beside the floor, measured turn by turn.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crossterm::event::KeyCode;
use releve::domain::act::Act;
use releve::domain::briefing::Reader;
use releve::domain::care::CareList;
use releve::domain::{Period, PeriodKind, StayId};
use releve::protocol::Query;
use rusqlite::params;

use crate::LARGE;
use crate::bare::{Bare, connect};
use crate::centre::{Centre, GARNIER, NOW, agenda, write};
use crate::collective;
use crate::desk::Desk;
use crate::saving;

/// A desk in the search with two letters typed.
pub fn searching(centre: &Centre) -> Desk {
    let mut desk = Desk::at_the_week(centre);
    desk.ctrl('f');
    desk.key(KeyCode::Char('i'));
    desk.key(KeyCode::Char('n'));
    desk.draw();
    assert!(desk.screen().contains("INR"), "the search does not show:\n{}", desk.screen());
    desk
}

/// A desk with a new point open, whose store answers nothing any more.
pub fn writing(centre: &Centre) -> Desk {
    let mut desk = Desk::at_the_week(centre).slow();
    desk.ctrl('n');
    desk.draw();
    desk
}

/// The medians of what the program and the floor take, their runs taken in turn.
pub fn medians(
    runs: usize,
    mut releve: impl FnMut() -> Duration,
    mut bare: impl FnMut() -> Duration,
) -> (Duration, Duration) {
    let (mut ours, mut floor): (Vec<_>, Vec<_>) = (0..runs).map(|_| (releve(), bare())).unzip();
    ours.sort_unstable();
    floor.sort_unstable();
    (ours[runs / 2], floor[runs / 2])
}

/// How long something takes; what it made is dropped after the clock has stopped.
pub fn time<T>(run: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let made = black_box(run());
    let took = start.elapsed();
    drop(made);
    took
}

fn row(name: &str, (ours, floor): (Duration, Duration)) {
    let ms = |d: Duration| d.as_secs_f64() * 1e3;
    println!("{name:<44} {:>10.2} ms {:>10.2} ms {:>8.2}", ms(ours), ms(floor), ms(ours) / ms(floor));
}

/// Measures everything and prints the table.
pub fn print() {
    let large = &*LARGE;
    let small = Centre::with(5_000);
    println!(
        "{:<44} {:>13} {:>13} {:>8}",
        format!("{} appointments, ten years", large.entries),
        "releve",
        "floor",
        "ratio"
    );
    let monday = NOW.day.week().monday().0;

    let first = |centre: &Centre| {
        let mut desk = Desk::before_enter(centre);
        time(|| {
            desk.key(KeyCode::Enter);
            desk.draw();
            desk
        })
    };
    row(
        "first complete screen after the passphrase",
        medians(31, || first(large), || time(|| Bare::open(large, monday))),
    );
    row("the same, beside 5,000 appointments", medians(31, || first(large), || first(&small)));

    weeks(large, monday);
    letters(large, monday);
    figures(large, monday);
    stays(large, monday);
    row("a point saved, signed beside unsigned", saving::one());
    row("ten years proven, beside reading the log", saving::proof(large));
    row("candidates of 1,000, beside their names", collective::one_hole());
    row("26 weeks among 300, beside numbers alone", collective::half_a_year());
    row("import of 50,000 appointments", import());
}

/// The page of a stay, and what the team finds in the morning, beside a week read by hand.
fn stays(large: &Centre, monday: i32) {
    let (mut desk, mut bare) = (Desk::at_the_week(large), Bare::open(large, monday));
    let mut floor = || {
        let back = if bare_turn() { 1 } else { -1 };
        time(|| bare.week(back))
    };
    let stay = StayId(500);
    row("the page of a stay read", medians(101, || time(|| desk.read(Query::StayFile(stay))), &mut floor));
    let team = Query::Briefing(Reader::Team(GARNIER));
    row("the team's day read", medians(101, || time(|| desk.read(team.clone())), &mut floor));
    let lists = [
        (CareList::Waiting, "a waiting list of 400 read"),
        (CareList::FollowUps, "300 follow-ups of ten years read"),
        (CareList::Concertations, "questions of ten years read"),
        (CareList::Ald, "300 protocols read"),
        (CareList::Requests, "requests of four weeks read"),
        (CareList::Visits, "regular visits of ten years read"),
    ];
    for (list, name) in lists {
        row(name, medians(101, || time(|| desk.read(Query::Care(list))), &mut floor));
    }
    row("what stays need read, for the planning", medians(101, || time(|| desk.read(Query::Prepared)), &mut floor));
}

/// From week to week.
fn weeks(large: &Centre, monday: i32) {
    let (mut desk, mut bare) = (Desk::at_the_week(large), Bare::open(large, monday));
    let mut weeks = 0;
    let next = medians(
        201,
        || {
            // Back and forth around the running week, where there is something to draw.
            weeks += 1;
            let key = if weeks % 40 < 20 { KeyCode::PageUp } else { KeyCode::PageDown };
            time(|| {
                desk.key(key);
                desk.draw();
            })
        },
        || {
            let back = if bare_turn() { 1 } else { -1 };
            time(|| bare.week(back))
        },
    );
    row("next week", next);
    let read = medians(
        101,
        || {
            weeks += 1;
            let day = NOW.day.plus(-7 * (weeks % 40));
            time(|| desk.read_week(day))
        },
        || {
            let back = if bare_turn() { 1 } else { -1 };
            time(|| bare.week(back))
        },
    );
    row("… of it the read", read);
    let draw = medians(
        101,
        || {
            desk.key(KeyCode::Right);
            time(|| desk.draw())
        },
        || {
            let back = if bare_turn() { 1 } else { -1 };
            time(|| bare.week(back))
        },
    );
    row("… of it the drawing", draw);
    let held = medians(
        21,
        || {
            time(|| {
                desk.held(KeyCode::PageUp, 30);
                desk.draw();
            })
        },
        || time(|| (0..30).for_each(|_| bare.week(-1))),
    );
    row("30 keys held, one draw", held);
}

/// Figures: of a quarter, of ten years, and the first chart after its key.
fn figures(large: &Centre, monday: i32) {
    let today = NOW.day;
    let quarter = Period::of(PeriodKind::Quarter, 0, today, today);
    let whole = Period { from: today.plus(-3_650), to: today };
    for (name, period, runs) in [("statistics of a quarter", quarter, 101), ("statistics of ten years", whole, 31)] {
        let (mut desk, mut bare) = (Desk::at_the_week(large), Bare::open(large, monday));
        let read = medians(
            runs,
            || time(|| desk.read_statistics(period)),
            || time(|| bare.statistics(period.from.0, period.to.0)),
        );
        row(name, read);
    }
    let first = medians(
        31,
        || {
            let mut desk = Desk::at_the_week(large);
            time(|| {
                desk.key(KeyCode::Char('4'));
                desk.draw();
                desk
            })
        },
        || {
            let mut bare = Bare::open(large, monday);
            time(|| {
                bare.statistics(quarter.from.0, quarter.to.0);
                bare
            })
        },
    );
    row("the first chart after its key", first);
}

/// Letters: of a search, and in a form.
fn letters(large: &Centre, monday: i32) {
    let search = medians(
        31,
        || {
            let mut desk = searching(large);
            time(|| {
                desk.key(KeyCode::Char('r'));
                desk.draw();
                desk
            })
        },
        || {
            let mut bare = Bare::open(large, monday);
            time(|| {
                bare.search("inr");
                bare
            })
        },
    );
    row("a letter of a search over 50,000 texts", search);

    let (mut form, mut bare) = (writing(large), Bare::open(large, monday));
    let typing = medians(
        201,
        || {
            time(|| {
                form.key(KeyCode::Char('a'));
                form.draw();
            })
        },
        || time(|| bare.type_char('a')),
    );
    row("a letter while a save is slow", typing);
}

/// Alternates.
fn bare_turn() -> bool {
    use std::sync::atomic::{AtomicBool, Ordering};
    static TURN: AtomicBool = AtomicBool::new(false);
    TURN.fetch_xor(true, Ordering::Relaxed)
}

/// The import, checked, logged for undo and committed, beside bare inserts in one transaction.
fn import() -> (Duration, Duration) {
    let empty = || Centre::with(0);
    let lines = agenda(50_000);
    let ours = || {
        let centre = empty();
        let mut backend = centre.unlocked();
        let act = Act::ImportAgenda(lines.clone());
        time(|| write(&mut backend, act))
    };
    let floor = || {
        let centre = empty();
        let mut conn = connect(&centre.store(), &centre.key);
        conn.execute_batch(
            "CREATE TABLE bare(id INTEGER PRIMARY KEY, day INTEGER, start INTEGER, file TEXT, uid TEXT)",
        )
        .expect("a table");
        time(|| {
            let tx = conn.transaction().expect("a transaction");
            {
                let mut sql =
                    tx.prepare("INSERT INTO bare(day, start, file, uid) VALUES (?1, ?2, ?3, ?4)").expect("an insert");
                for line in &lines {
                    let what = line.what.as_ref().expect("an entry");
                    let file = what.patient.as_ref().map(|p| p.file.as_str());
                    sql.execute(params![what.day.0, what.start, file, line.uid]).expect("a row");
                }
            }
            tx.commit().expect("committed");
        })
    };
    medians(3, ours, floor)
}
