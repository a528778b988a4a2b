//! How fast the program is, beside the least that ratatui and rusqlite can do, in one run.
//!
//! `cargo bench` prints a table of ratios, then each measure in detail. A centre with ten years behind
//! it is made first: 50,000 appointments, 530 stays, 2,600 closed days, 2,000 points. Nothing here is a test: a busy
//! machine makes every figure worse, but hardly the ratios.

mod bare;
mod centre;
mod desk;
mod ratios;
mod saving;

use std::sync::LazyLock;

use crossterm::event::KeyCode;
use divan::Bencher;

use crate::bare::Bare;
use crate::centre::Centre;
use crate::desk::Desk;

/// Ten years, 50,000 appointments.
static LARGE: LazyLock<Centre> = LazyLock::new(|| Centre::with(50_000));

fn main() {
    // `cargo test --benches` only asks whether this builds and runs.
    if std::env::args().any(|arg| arg == "--bench") {
        ratios::print();
    }
    divan::main();
}

/// From Enter on the passphrase to the complete week. The passphrase itself is derived with little work.
#[divan::bench(sample_count = 30)]
fn first_week(bencher: Bencher) {
    bencher.with_inputs(|| Desk::before_enter(&LARGE)).bench_local_values(|mut desk| {
        desk.key(KeyCode::Enter);
        desk.draw();
        desk
    });
}

/// To the next week and drawn.
#[divan::bench(sample_count = 100)]
fn next_week(bencher: Bencher) {
    let mut desk = Desk::at_the_week(&LARGE);
    bencher.bench_local(|| {
        desk.key(KeyCode::PageDown);
        desk.draw();
    });
}

/// One letter more in the list of points, over ten years.
#[divan::bench(sample_count = 50)]
fn search(bencher: Bencher) {
    bencher.with_inputs(|| ratios::searching(&LARGE)).bench_local_values(|mut desk| {
        desk.key(KeyCode::Char('r'));
        desk.draw();
        desk
    });
}

/// A letter in a form while the store answers nothing.
#[divan::bench(sample_count = 100)]
fn typing_while_a_save_is_slow(bencher: Bencher) {
    let mut desk = ratios::writing(&LARGE);
    bencher.bench_local(|| {
        desk.key(KeyCode::Char('a'));
        desk.draw();
    });
}

/// The floor of `next_week`.
#[divan::bench(sample_count = 100)]
fn bare_next_week(bencher: Bencher) {
    let mut bare = Bare::open(&LARGE, centre::NOW.day.week().monday().0);
    bencher.bench_local(|| bare.week(1));
}

/// Half a year of holes, and three hundred volunteers who may each come twice, not within six weeks.
#[divan::bench(sample_count = 20)]
fn proposal(bencher: Bencher) {
    // The same few are worth most everywhere, which makes most clashes.
    let worth =
        |hole: i64, volunteer: i64| (hole + volunteer % 4 > 0).then_some(100 - volunteer / 3 + hole * volunteer % 3);
    let worth: Vec<Vec<Option<i64>>> = (0..26).map(|hole| (0..300).map(|v| worth(hole, v)).collect()).collect();
    let near = |_, one: usize, other: usize| one.abs_diff(other) < 6;
    bencher.bench_local(|| releve::domain::proposal::assign(&worth, &[2; 300], near));
}
