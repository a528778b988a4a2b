//! How fast the program is, beside the least that ratatui and rusqlite can do, in one run.
//!
//! `cargo bench` prints a table of ratios, then each measure in detail. A centre with ten years behind
//! it is made first: 50,000 appointments, 530 stays, 2,600 closed days, 2,000 points. Nothing here is a test: a busy
//! machine makes every figure worse, but hardly the ratios.

mod bare;
mod centre;
mod collective;
mod desk;
mod proposal;
mod ratios;
mod saving;

use std::sync::LazyLock;

use crossterm::event::KeyCode;
use divan::Bencher;

use crate::bare::Bare;
use crate::centre::Centre;
use crate::collective::Volunteering;
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

/// Half a year of holes, and three hundred volunteers who may each come twice, not within six weeks: numbers alone.
#[divan::bench(sample_count = 20)]
fn proposal_of_numbers(bencher: Bencher) {
    let worth = proposal::worth();
    bencher.bench_local(|| proposal::assigned(&worth));
}

/// Who could come in a week, of a thousand volunteers: at most 20 ms.
#[divan::bench(sample_count = 50)]
fn candidates(bencher: Bencher) {
    let collective = Volunteering::of(1_000);
    bencher.bench_local(|| collective.candidates());
}

/// The proposal for half a year of holes among three hundred volunteers: at most 200 ms.
#[divan::bench(sample_count = 20)]
fn proposal_of_half_a_year(bencher: Bencher) {
    let collective = Volunteering::of(300);
    bencher.bench_local(|| collective.proposed());
}
