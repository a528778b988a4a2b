//! `releve volunteers`: the collective as a list, a workbook, or the addresses of one message to all.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use clap::ValueEnum;

use super::{Failure, Opened, deliver};
use crate::domain::Msg;
use crate::domain::journal::{Trace, TraceKind};
use crate::domain::rights::Right;
use crate::exchange::volunteers::Volunteers;
use crate::protocol::question;

/// As what.
#[derive(Debug, clap::Args)]
pub(super) struct VolunteersArgs {
    #[arg(long, default_value = "csv", help = "cli-help-format")]
    format: VolunteersFormat,
    #[arg(short, long, value_name = "cli-value-file", help = "cli-help-output")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum VolunteersFormat {
    Csv,
    Xlsx,
    Emails,
}

pub(super) fn run(args: &VolunteersArgs, opened: &mut Opened) -> Result<(), Failure> {
    if args.format == VolunteersFormat::Xlsx {
        if args.output.is_none() && std::io::stdout().is_terminal() {
            return Err(Failure::new(2, Msg::new("stats-file-needed")));
        }
        if crate::back::moment::is_before_all() {
            // What writes a workbook ends the program then.
            return Err(Failure::failed(crate::domain::clock::impossible(opened.now.at)));
        }
    }
    opened.may(Right::Doctors)?;
    let people = opened.frame()?.rota.people;
    let known = opened.ask(question::Collective)?;
    let list = Volunteers { people: &people, known: &known, only: None, today: opened.now.day };
    let document = match args.format {
        VolunteersFormat::Csv => list.csv(opened.words),
        VolunteersFormat::Xlsx => list.xlsx(opened.words).map_err(Failure::failed)?,
        VolunteersFormat::Emails => list.emails().into_bytes(),
    };
    deliver(&document, Trace::of(TraceKind::ExportedVolunteers), args.output.as_ref(), opened)
}
