//! `releve rooms`: which rooms are free in a month, to read or for a script.

use std::path::PathBuf;

use chrono::Datelike as _;
use clap::ValueEnum;

use super::{Failure, Opened, deliver};
use crate::domain::draft::when;
use crate::domain::journal::{Trace, TraceKind};
use crate::domain::rights::Right;
use crate::domain::rooms::Rooms;
use crate::domain::{Day, Msg, Period};
use crate::exchange::rooms::FreeOf;
use crate::protocol::question;

/// Which month, and how.
#[derive(Debug, clap::Args)]
pub(super) struct RoomsArgs {
    #[arg(long, value_name = "cli-value-month", help = "cli-help-month")]
    month: Option<String>,
    #[arg(long, default_value = "text", help = "cli-help-format")]
    format: RoomsFormat,
    #[arg(short, long, value_name = "cli-value-file", help = "cli-help-output")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum RoomsFormat {
    Text,
    Json,
}

pub(super) fn run(args: &RoomsArgs, opened: &mut Opened) -> Result<(), Failure> {
    let first = match &args.month {
        None => opened.now.day.plus(1 - i32::try_from(opened.now.day.date().day()).unwrap_or(1)),
        Some(text) => month(text, opened.now.day).ok_or_else(|| Failure::new(2, Msg::new("cli-no-month")))?,
    };
    let period = Period { from: first, to: first.month_end() };
    opened.may(Right::Prepare)?;
    let frame = opened.frame()?;
    let known = opened.ask(question::Lent(period))?;
    let rooms = Rooms { rota: &frame.rota, known: &known };
    let free = FreeOf { words: opened.words, rooms, centre: &frame.centre.name, period };
    let document = match args.format {
        RoomsFormat::Text => free.text(),
        RoomsFormat::Json => free.json(),
    };
    deliver(document.as_bytes(), Trace::of(TraceKind::ExportedRooms), args.output.as_ref(), opened)
}

/// `2027-03`, or a month as it is typed elsewhere.
fn month(text: &str, today: Day) -> Option<Day> {
    let iso = text.split_once('-').filter(|(year, _)| year.len() == 4);
    let iso = iso.and_then(|(year, month)| Day::ymd(year.parse().ok()?, month.parse().ok()?, 1));
    iso.or_else(|| when::month(text, today))
}
