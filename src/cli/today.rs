//! `releve today`: what the team has to do, for a login shell or the wall.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{Failure, Opened, deliver};
use crate::domain::briefing::Reader;
use crate::domain::journal::{Trace, TraceKind};
use crate::domain::rights::Right;
use crate::exchange::today::{TodayOf, json, text};
use crate::protocol::question;

/// How, and for whom.
#[derive(Debug, clap::Args)]
pub(super) struct TodayArgs {
    #[arg(long, help = "cli-help-wall")]
    wall: bool,
    #[arg(long, default_value = "text", help = "cli-help-today-format")]
    format: TodayFormat,
    #[arg(short, long, value_name = "cli-value-file", help = "cli-help-output")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TodayFormat {
    Text,
    Json,
}

pub(super) fn run(args: &TodayArgs, opened: &mut Opened) -> Result<(), Failure> {
    opened.may(Right::Prepare)?;
    let frame = opened.frame()?;
    let briefing = opened.ask(question::Briefing(Reader::Team(opened.who.person)))?;
    let said = TodayOf {
        words: opened.words,
        rota: &frame.rota,
        centre: &frame.centre,
        now: opened.now,
        briefing: &briefing,
        wall: args.wall,
    };
    let document = match args.format {
        TodayFormat::Text => text(&said),
        TodayFormat::Json => json(&said),
    };
    deliver(document.as_bytes(), Trace::of(TraceKind::PrintedToday), args.output.as_ref(), opened)
}
