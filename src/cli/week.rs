//! `releve week`: the agenda of a week, for a screen reader, a script or another calendar.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{Failure, Opened, deliver};
use crate::domain::draft::when;
use crate::domain::journal::{Trace, TraceKind};
use crate::domain::rights::Right;
use crate::exchange::agenda::{Leaving, write};
use crate::exchange::week::{WeekOf, json, text};
use crate::protocol::question;

/// Which week, and how.
#[derive(Debug, clap::Args)]
pub(super) struct WeekArgs {
    #[arg(long, value_name = "cli-value-week", help = "cli-help-which-week")]
    week: Option<String>,
    #[arg(long, default_value = "text", help = "cli-help-week-format")]
    format: WeekFormat,
    #[arg(short, long, value_name = "cli-value-file", help = "cli-help-output")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum WeekFormat {
    Text,
    Json,
    Ics,
}

pub(super) fn run(args: &WeekArgs, opened: &mut Opened) -> Result<(), Failure> {
    let week = match &args.week {
        None => opened.now.day.week(),
        Some(text) => when::week(text, opened.now.day).map_err(|msg| Failure::new(2, msg))?,
    };
    opened.may_take(Right::Print, None)?;
    let frame = opened.frame()?;
    let page = opened.ask(question::Week(week))?;
    let entries: Vec<_> = page.entries.into_iter().map(|kept| kept.what).collect();
    let said = WeekOf {
        words: opened.words,
        rota: &frame.rota,
        centre: &frame.centre,
        now: opened.now,
        week,
        entries: &entries,
        half_days: &page.half_days,
        closings: &page.closings,
    };
    let leaving = Leaving { words: opened.words, rota: &frame.rota, centre: &frame.centre, now: opened.now };
    let document = match args.format {
        WeekFormat::Text => text(&said),
        WeekFormat::Json => json(&said),
        WeekFormat::Ics => write(&entries, &leaving),
    };
    deliver(document.as_bytes(), Trace::week(TraceKind::ExportedWeek, week), args.output.as_ref(), opened)
}
