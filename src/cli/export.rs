//! `releve export`: what leaves for those outside, without a patient and without a code.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

use super::{Failure, Opened, deliver};
use crate::domain::draft::when;
use crate::domain::journal::Trace;
use crate::domain::leaflet::{Leaflet, Paper};
use crate::domain::{IsoWeek, Msg};
use crate::exchange::sheet::LeafletFormat;

#[derive(Debug, Subcommand)]
pub(super) enum Export {
    #[command(about = "cli-help-export-poster")]
    Poster(OfWeek),
    #[command(about = "cli-help-export-week")]
    Week(OfWeek),
    #[command(about = "cli-help-export-planning")]
    Planning {
        #[arg(long, value_name = "cli-value-year", help = "cli-help-year")]
        year: Option<i32>,
        #[arg(long, default_value = "a4", help = "cli-help-paper")]
        paper: PaperArg,
        #[command(flatten)]
        out: Out,
    },
    #[command(about = "cli-help-export-welcome")]
    Welcome(OfWeek),
}

/// Which week.
#[derive(Debug, clap::Args)]
pub(super) struct OfWeek {
    #[arg(long, value_name = "cli-value-week", help = "cli-help-which-week")]
    week: Option<String>,
    #[command(flatten)]
    out: Out,
}

/// As what, and where to.
#[derive(Debug, clap::Args)]
pub(super) struct Out {
    #[arg(long, default_value = "pdf", help = "cli-help-leaflet-format")]
    format: FormatArg,
    #[arg(short, long, value_name = "cli-value-file", help = "cli-help-output")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum PaperArg {
    A4,
    A3,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatArg {
    Pdf,
    Text,
    Md,
    Html,
}

impl From<FormatArg> for LeafletFormat {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Pdf => Self::Pdf,
            FormatArg::Text => Self::Text,
            FormatArg::Md => Self::Md,
            FormatArg::Html => Self::Html,
        }
    }
}

pub(super) fn run(what: &Export, opened: &mut Opened) -> Result<(), Failure> {
    match what {
        Export::Poster(of) => of_week(of, Leaflet::Poster, opened),
        Export::Week(of) => of_week(of, Leaflet::Week, opened),
        Export::Welcome(of) => of_week(of, Leaflet::Welcome, opened),
        Export::Planning { year, paper, out } => {
            let year = year.unwrap_or_else(|| opened.now.day.week().year());
            if IsoWeek::new(year, 1).is_none() || !crate::back::moment::YEARS.contains(&year) {
                return Err(Failure::new(2, Msg::new("cli-moment-year")));
            }
            let paper = match paper {
                PaperArg::A4 => Paper::A4,
                PaperArg::A3 => Paper::A3,
            };
            leaflet(Leaflet::Planning { year, paper }, out, opened)
        }
    }
}

fn of_week(of: &OfWeek, what: fn(IsoWeek) -> Leaflet, opened: &mut Opened) -> Result<(), Failure> {
    let today = opened.now.day;
    let week = of.week.as_deref().map_or(Ok(today.week()), |text| when::week(text, today));
    leaflet(what(week.map_err(|msg| Failure::new(2, msg))?), &of.out, opened)
}

fn leaflet(what: Leaflet, out: &Out, opened: &mut Opened) -> Result<(), Failure> {
    if matches!(out.format, FormatArg::Pdf) && out.output.is_none() && std::io::stdout().is_terminal() {
        // A terminal would take a PDF for commands.
        return Err(Failure::new(2, Msg::new("sheet-file-needed")));
    }
    let made = opened.backend.leaflet(what, out.format.into(), opened.words, opened.who, opened.now);
    deliver(&made.map_err(Failure::failed)?, Trace::leaflet(what), out.output.as_ref(), opened)
}
