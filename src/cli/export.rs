//! `releve export`: what leaves for those outside, without a patient and without a code.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

use super::{Failure, Opened, deliver};
use crate::domain::draft::{text, when};
use crate::domain::journal::{Trace, TraceKind};
use crate::domain::leaflet::{CalendarOf, Leaflet, Paper};
use crate::domain::record::{ASSET, Written};
use crate::domain::rights::Right;
use crate::domain::{IsoWeek, Msg, Person, PersonId, PostId, Role, Rota};
use crate::exchange::sheet::LeafletFormat;
use crate::protocol::question;

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
    #[command(about = "cli-help-export-differences")]
    Differences {
        #[arg(long, value_name = "cli-value-year", help = "cli-help-year")]
        year: Option<i32>,
        #[command(flatten)]
        out: Out,
    },
    #[command(about = "cli-help-export-welcome")]
    Welcome(OfWeek),
    #[command(about = "cli-help-export-round")]
    Round {
        #[arg(long, value_name = "cli-value-day", help = "cli-help-round-day")]
        day: Option<String>,
        #[arg(long, value_name = "cli-value-name", help = "cli-help-round-post")]
        post: Option<String>,
        #[command(flatten)]
        out: Out,
    },
    #[command(about = "cli-help-export-ics")]
    Ics {
        #[command(flatten)]
        whose: Whose,
        #[arg(short, long, value_name = "cli-value-file", help = "cli-help-output")]
        output: Option<PathBuf>,
    },
}

/// Whose calendar: one of them.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub(super) struct Whose {
    #[arg(long, value_name = "cli-value-name", help = "cli-help-of-doctor")]
    doctor: Option<String>,
    #[arg(long, value_name = "cli-value-name", help = "cli-help-of-post")]
    post: Option<String>,
    #[arg(long, value_name = "cli-value-name", help = "cli-help-of-resource")]
    resource: Option<String>,
}

impl Whose {
    /// Whom or what that name means; nothing where none was typed, which the command line does not let pass.
    fn found(&self, opened: &mut Opened) -> Result<Option<CalendarOf>, Failure> {
        Ok(Some(match (&self.doctor, &self.post, &self.resource) {
            (Some(name), ..) => CalendarOf::Doctor(doctor(name, &opened.frame()?.rota)?),
            (_, Some(name), _) => CalendarOf::Post(post(name, &opened.frame()?.rota)?),
            (.., Some(name)) => CalendarOf::Asset(resource(name, opened)?),
            (None, None, None) => return Ok(None),
        }))
    }
}

/// The doctor of that name: the family name alone, or both, in any order.
fn doctor(typed: &str, rota: &Rota) -> Result<PersonId, Failure> {
    let wanted = text::key(typed.trim_start_matches("Dr "));
    let is_wanted = |person: &&Person| {
        let names = [&person.family, &person.full(), &format!("{} {}", person.family, person.given)];
        names.iter().any(|name| text::key(name) == wanted)
    };
    let doctors = rota.people.0.values().filter(|person| person.role == Role::Doctor && person.same_as.is_none());
    match doctors.filter(is_wanted).collect::<Vec<_>>()[..] {
        [one] => Ok(one.id),
        [] => Err(Failure::nothing(Msg::new("cli-no-doctor").with("name", typed))),
        ref several => {
            let names: Vec<String> = several.iter().map(|person| person.full()).collect();
            Err(Failure::new(2, Msg::new("cli-which-doctor").with("names", names.join(", "))))
        }
    }
}

fn post(typed: &str, rota: &Rota) -> Result<PostId, Failure> {
    let found = rota.posts.iter().find(|post| text::key(&post.name) == text::key(typed));
    found.map(|post| post.id).ok_or_else(|| {
        let names: Vec<&str> = rota.posts.iter().map(|post| post.name.as_str()).collect();
        Failure::nothing(Msg::new("cli-no-post").with("name", typed).with("names", names.join(", ")))
    })
}

/// The house, vehicle, room or key of that name.
fn resource(typed: &str, opened: &mut Opened) -> Result<i64, Failure> {
    opened.may(Right::Prepare)?;
    let assets = opened.ask(question::Records(&ASSET))?;
    let name = |row: &Written| row.values.text("name").to_owned();
    let found = assets.iter().find(|row| text::key(&name(row)) == text::key(typed));
    found.map(|row| row.id).ok_or_else(|| {
        let names: Vec<String> = assets.iter().map(name).collect();
        Failure::nothing(Msg::new("cli-no-resource").with("name", typed).with("names", names.join(", ")))
    })
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
        Export::Round { day, post, out } => round(day.as_deref(), post.as_deref(), out, opened),
        Export::Ics { whose, output } => {
            opened.may(Right::ReadRota)?;
            let Some(of) = whose.found(opened)? else { return Ok(()) };
            written(Leaflet::Calendar(of), LeafletFormat::Text, output.as_ref(), opened)
        }
        Export::Differences { year, out } => {
            leaflet(Leaflet::Differences { year: of_year(*year, opened)? }, out, opened)
        }
        Export::Planning { year, paper, out } => {
            let year = of_year(*year, opened)?;
            let paper = match paper {
                PaperArg::A4 => Paper::A4,
                PaperArg::A3 => Paper::A3,
            };
            leaflet(Leaflet::Planning { year, paper }, out, opened)
        }
    }
}

/// The year that is meant: this one where none was said.
fn of_year(year: Option<i32>, opened: &Opened) -> Result<i32, Failure> {
    let year = year.unwrap_or_else(|| opened.now.day.week().year());
    let known = IsoWeek::new(year, 1).is_some() && crate::back::moment::YEARS.contains(&year);
    if known { Ok(year) } else { Err(Failure::new(2, Msg::new("cli-moment-year"))) }
}

/// The home visits of a day of the stay on a post, the first one where none is named.
fn round(typed: Option<&str>, name: Option<&str>, out: &Out, opened: &mut Opened) -> Result<(), Failure> {
    opened.may(Right::Print)?;
    on_paper(out)?;
    let today = opened.now.day;
    let day = typed.map_or(Ok(today), |typed| when::day(typed, today)).map_err(|msg| Failure::new(2, msg))?;
    let rota = opened.ask(question::FrameSince(day))?.rota;
    let post = name.map(|name| post(name, &rota)).transpose()?;
    let mut posts = rota.posts.iter().filter(|of| post.is_none_or(|post| post == of.id));
    let stay = posts.find_map(|of| rota.on_duty(of.id, day)).map(|stay| stay.id);
    let Some(stay) = stay else { return Err(Failure::nothing(Msg::new("cli-nobody-that-day").with("day", day))) };
    let made = opened.backend.round((stay, day), out.format.into(), opened.words, opened.who, opened.now);
    let trace = Trace::stay(TraceKind::PrintedRound, stay);
    deliver(&made.map_err(Failure::failed)?, trace, out.output.as_ref(), opened)
}

fn of_week(of: &OfWeek, what: fn(IsoWeek) -> Leaflet, opened: &mut Opened) -> Result<(), Failure> {
    let today = opened.now.day;
    let week = of.week.as_deref().map_or(Ok(today.week()), |text| when::week(text, today));
    leaflet(what(week.map_err(|msg| Failure::new(2, msg))?), &of.out, opened)
}

fn leaflet(what: Leaflet, out: &Out, opened: &mut Opened) -> Result<(), Failure> {
    on_paper(out)?;
    written(what, out.format.into(), out.output.as_ref(), opened)
}

/// Stops where a PDF would go to the screen.
fn on_paper(out: &Out) -> Result<(), Failure> {
    if matches!(out.format, FormatArg::Pdf) && out.output.is_none() && std::io::stdout().is_terminal() {
        // A terminal would take a PDF for commands.
        return Err(Failure::new(2, Msg::new("sheet-file-needed")));
    }
    Ok(())
}

fn written(what: Leaflet, format: LeafletFormat, output: Option<&PathBuf>, opened: &mut Opened) -> Result<(), Failure> {
    let made = opened.backend.leaflet(what, format, opened.words, opened.who, opened.now);
    deliver(&made.map_err(Failure::failed)?, Trace::leaflet(what), output, opened)
}
