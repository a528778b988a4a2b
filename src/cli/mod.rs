//! The command line: for scripts and for setting up; everything daily is inside the program.
//!
//! Standard output carries data only, messages go to standard error. May not know the screen.

mod backup;
mod briefing;
mod check;
mod export;
mod failure;
mod handover;
mod help;
mod import;
mod journal;
mod log;
mod passphrase;
mod recover;
mod restore;
mod rooms;
mod said;
mod stats;
mod today;
mod volunteers;
mod week;

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

pub(crate) use failure::Failure;

use crate::back::{As, Backend, Clock, Fiction, Town, copies, moment};
use crate::domain::alert::Alert;
use crate::domain::briefing::Reader;
use crate::domain::draft::{nir, text, when};
use crate::domain::journal::Trace;
use crate::domain::rights::Right;
use crate::domain::{Day, Msg, Now, Stamp, TroubleKind, Who};
use crate::folder::{self, Folder, Unwritten};
use crate::protocol::question::{self, Question};
use crate::protocol::{FramePage, Reply, Request, SignInName};
use crate::runtime;
use crate::ui::{Look, Theme};
use crate::words::Words;

#[derive(Debug, Parser)]
#[command(name = "releve", version, about = "cli-help-about", propagate_version = true, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What every command understands.
#[derive(Debug, clap::Args)]
struct Global {
    #[arg(long, global = true, value_name = "cli-value-dir", help = "cli-help-data-dir")]
    data_dir: Option<PathBuf>,
    #[arg(long, global = true, help = "cli-help-in-memory")]
    demo: bool,
    #[arg(long, global = true, value_name = "cli-value-moment", value_parser = parse_moment, help = "cli-help-today")]
    today: Option<Now>,
    #[arg(long, global = true, help = "cli-help-lang")]
    lang: Option<LangArg>,
    #[arg(long, global = true, default_value = "auto", value_name = "cli-value-when", help = "cli-help-color")]
    color: ColorArg,
    #[arg(long, global = true, value_name = "cli-value-name", help = "cli-help-theme")]
    theme: Option<ThemeArg>,
    #[arg(long, global = true, help = "cli-help-ascii")]
    ascii: bool,
    #[arg(long, global = true, help = "cli-help-blocks")]
    blocks: bool,
    #[arg(long, global = true, value_name = "cli-value-number", help = "cli-help-passphrase-fd")]
    passphrase_fd: Option<u32>,
    #[arg(long, global = true, value_name = "cli-value-name", help = "cli-help-account")]
    account: Option<String>,
    #[arg(long, global = true, default_value_t = 1, value_name = "cli-value-number", help = "cli-help-seed")]
    seed: u64,
    #[arg(long, global = true, default_value = "ajain", value_name = "cli-value-town", help = "cli-help-centre")]
    centre: CentreArg,
    #[arg(long = "as", global = true, value_name = "cli-value-who", help = "cli-help-as")]
    act_as: Option<AsArg>,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(about = "cli-help-demo")]
    Demo,
    #[command(about = "cli-help-briefing")]
    Briefing(Sheet),
    #[command(about = "cli-help-handover")]
    Handover(Sheet),
    #[command(about = "cli-help-week")]
    Week(week::WeekArgs),
    #[command(about = "cli-help-today-list")]
    Today(today::TodayArgs),
    #[command(about = "cli-help-stats")]
    Stats(stats::StatsArgs),
    #[command(about = "cli-help-journal")]
    Journal(journal::JournalArgs),
    #[command(about = "cli-help-volunteers")]
    Volunteers(volunteers::VolunteersArgs),
    #[command(about = "cli-help-rooms")]
    Rooms(rooms::RoomsArgs),
    #[command(about = "cli-help-export")]
    Export {
        #[command(subcommand)]
        what: export::Export,
    },
    #[command(about = "cli-help-import")]
    Import {
        #[command(subcommand)]
        what: Import,
    },
    #[command(about = "cli-help-backup")]
    Backup {
        #[arg(long, value_name = "cli-value-dir", help = "cli-help-to")]
        to: Option<PathBuf>,
    },
    #[command(about = "cli-help-restore")]
    Restore {
        #[arg(value_name = "cli-value-dir", help = "cli-help-copy")]
        copy: PathBuf,
    },
    #[command(about = "cli-help-check")]
    Check {
        #[arg(long, value_name = "cli-value-number", help = "cli-help-change")]
        change: Option<i64>,
    },
    #[command(about = "cli-help-recover")]
    Recover {
        #[arg(long, value_name = "cli-value-number", help = "cli-help-recovery-fd")]
        recovery_fd: Option<u32>,
        #[arg(long, help = "cli-help-yes")]
        yes: bool,
    },
    #[command(about = "cli-help-help")]
    Help {
        #[arg(value_name = "cli-value-page", help = "cli-help-page")]
        about: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
enum Import {
    #[command(about = "cli-help-import-rota")]
    Rota {
        #[arg(value_name = "cli-value-file", help = "cli-help-file")]
        file: PathBuf,
        #[arg(long, help = "cli-help-dry-run")]
        dry_run: bool,
    },
    #[command(about = "cli-help-import-availabilities")]
    Availabilities {
        #[arg(value_name = "cli-value-file", help = "cli-help-file")]
        file: PathBuf,
        #[arg(long, help = "cli-help-dry-run")]
        dry_run: bool,
    },
    #[command(about = "cli-help-import-waiting")]
    Waiting {
        #[arg(value_name = "cli-value-file", help = "cli-help-file")]
        file: PathBuf,
        #[arg(long, help = "cli-help-dry-run")]
        dry_run: bool,
    },
    #[command(about = "cli-help-import-agenda")]
    Agenda {
        #[arg(value_name = "cli-value-file", help = "cli-help-file")]
        file: PathBuf,
        #[arg(long, help = "cli-help-dry-run")]
        dry_run: bool,
    },
}

/// Which week's sheet, and how.
#[derive(Debug, clap::Args)]
struct Sheet {
    #[arg(long, value_name = "cli-value-week", help = "cli-help-which-week")]
    week: Option<String>,
    #[arg(long, value_name = "cli-value-post", help = "cli-help-post")]
    post: Option<String>,
    #[arg(long, default_value = "text", help = "cli-help-sheet-format")]
    format: FormatArg,
    #[arg(short, long, value_name = "cli-value-file", help = "cli-help-output")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LangArg {
    Fr,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ColorArg {
    Auto,
    Always,
    Never,
}

/// The names of [`Theme`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ThemeArg {
    Clair,
    Sombre,
    Contraste,
    Daltonien,
}

impl From<ThemeArg> for Theme {
    fn from(arg: ThemeArg) -> Self {
        match arg {
            ThemeArg::Clair => Self::Light,
            ThemeArg::Sombre => Self::Dark,
            ThemeArg::Contraste => Self::Contrast,
            ThemeArg::Daltonien => Self::ColourBlind,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum AsArg {
    Doctor,
    Doctor2,
    Coordination,
    Assistant,
    Nurse,
    HeadOffice,
    FiguresOnly,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum CentreArg {
    Ajain,
    Bellegarde,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatArg {
    Text,
    Md,
    Html,
    Json,
    Pdf,
}

impl Sheet {
    /// A terminal would take a PDF for commands.
    fn fits_the_terminal(&self) -> Result<(), Failure> {
        match (self.format, &self.output) {
            (FormatArg::Pdf, None) if std::io::stdout().is_terminal() => {
                Err(Failure::new(2, Msg::new("sheet-file-needed")))
            }
            _ => Ok(()),
        }
    }
}

/// Runs the program with this process's arguments.
#[must_use]
pub fn main() -> ExitCode {
    folder::harden();
    // Help and mistakes are said before anything is known but what was typed.
    let lang = said::lang(std::env::args_os());
    let cli = match said::read(std::env::args_os(), &Words::new(lang)) {
        Ok(cli) => cli,
        Err(code) => return ExitCode::from(code),
    };
    let today = cli.global.today.unwrap_or_else(|| Clock::Real.now()).day;
    let words = Words::new(lang).on(today);
    let legacy = runtime::Legacy::found();
    match run(cli, &words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(legacy) = legacy {
                legacy.give_back();
            }
            let _ = writeln!(std::io::stderr(), "releve: {}", words.say(&failure.why.msg));
            ExitCode::from(failure.code)
        }
    }
}

fn run(cli: Cli, words: &Words) -> Result<(), Failure> {
    if let Some(Command::Help { about }) = &cli.command {
        return help::run(about, words);
    }
    let demo = cli.global.demo || matches!(cli.command, Some(Command::Demo));
    let reading = matches!(
        cli.command,
        Some(
            Command::Briefing(_)
                | Command::Handover(_)
                | Command::Week(_)
                | Command::Today(_)
                | Command::Stats(_)
                | Command::Rooms(_)
                | Command::Export { .. }
        )
    );
    if cli.global.today.is_some() && !demo && !reading {
        // Stamps are never false.
        return Err(Failure::new(2, Msg::new("cli-today-real")));
    }
    let clock = cli.global.today.map_or(Clock::Real, |now| Clock::starting(now.at));
    let centre = match cli.global.centre {
        CentreArg::Ajain => Town::Ajain,
        CentreArg::Bellegarde => Town::Bellegarde,
    };
    if matches!(cli.global.act_as, Some(AsArg::Doctor2)) && centre.posts() < 2 {
        return Err(Failure::new(2, Msg::new("cli-one-post")));
    }
    let act_as = cli.global.act_as.map(|a| match a {
        AsArg::Doctor => As::Doctor,
        AsArg::Doctor2 => As::Doctor2,
        AsArg::Coordination => As::Coordination,
        AsArg::Assistant => As::Assistant,
        AsArg::Nurse => As::Nurse,
        AsArg::HeadOffice => As::HeadOffice,
        AsArg::FiguresOnly => As::FiguresOnly,
    });
    let opens_desk = matches!(cli.command, None | Some(Command::Demo | Command::Help { .. }));
    let fiction = Fiction {
        centre,
        seed: cli.global.seed,
        now: clock.now(),
        // A command that reads or writes is the coordination's, where nobody else is named.
        who: act_as.or_else(|| (!opens_desk).then_some(As::Coordination)),
    };
    let folder = match &cli.global.data_dir {
        Some(dir) => Folder::at(dir.clone()),
        None => Folder::default_for_user().ok_or_else(|| Failure::failed(Msg::new("cli-no-home")))?,
    };
    // A shell has opened it for us already, and what is said would be added to the store.
    if folder.owns(std::io::stdout()) {
        return Err(Failure::failed(Msg::new("cli-stdout-data")));
    }
    let newest = copies::remembered(&folder);
    let mut backend = Backend::new(folder, words.lang(), fiction);
    if cli.global.today.is_some() && !demo {
        backend = backend.at_a_chosen_moment();
    }
    let done = carry_out(cli, backend, clock, demo, words);
    // What is damaged is not all: where the newest good copy is, and how old.
    if let (Err(Failure { code: 5, why }), Some(note)) = (&done, newest)
        && why.kind != TroubleKind::LostWithCopy
    {
        let _ = writeln!(std::io::stderr(), "{}", words.say(&note.msg()));
    }
    done
}

fn carry_out(cli: Cli, backend: Backend, clock: Clock, demo: bool, words: &Words) -> Result<(), Failure> {
    let of_a_real_centre = matches!(
        cli.command,
        Some(Command::Backup { .. } | Command::Restore { .. } | Command::Check { .. } | Command::Recover { .. })
    );
    if demo && of_a_real_centre {
        return Err(Failure::new(2, Msg::new("cli-not-fictional")));
    }
    // Whatever was asked for is done; then it is said that it was done on less than there was.
    let opened = |backend: Backend, run: &mut dyn FnMut(&mut Opened<'_>) -> Result<(), Failure>| {
        let mut opened = Opened::new(backend, &cli.global, clock, words)?;
        run(&mut opened)?;
        match opened.backend.loss() {
            Some(loss) => Err(Failure::new(Failure::LOSS, Msg::new("cli-loss").with("loss", loss.msg()))),
            None => Ok(()),
        }
    };
    match cli.command {
        None | Some(Command::Demo | Command::Help { .. }) => open_desk(&cli.global, backend, clock, demo, words),
        Some(Command::Briefing(sheet)) => opened(backend, &mut |o| briefing::run(&sheet, o)),
        Some(Command::Handover(sheet)) => opened(backend, &mut |o| handover::run(&sheet, o)),
        Some(Command::Week(args)) => opened(backend, &mut |o| week::run(&args, o)),
        Some(Command::Journal(args)) => opened(backend, &mut |o| journal::run(&args, o)),
        Some(Command::Volunteers(args)) => opened(backend, &mut |o| volunteers::run(&args, o)),
        Some(Command::Today(args)) => opened(backend, &mut |o| today::run(&args, o)),
        Some(Command::Stats(args)) => opened(backend, &mut |o| stats::run(&args, o)),
        Some(Command::Rooms(args)) => opened(backend, &mut |o| rooms::run(&args, o)),
        Some(Command::Export { what }) => opened(backend, &mut |o| export::run(&what, o)),
        Some(Command::Import { what: Import::Agenda { file, dry_run } }) => {
            opened(backend, &mut |o| import::agenda(&file, dry_run, o))
        }
        Some(Command::Import { what: Import::Availabilities { file, dry_run } }) => {
            opened(backend, &mut |o| import::availabilities(&file, dry_run, o))
        }
        Some(Command::Import { what: Import::Waiting { file, dry_run } }) => {
            opened(backend, &mut |o| import::waiting(&file, dry_run, o))
        }
        Some(Command::Import { what: Import::Rota { file, dry_run } }) => {
            opened(backend, &mut |o| import::rota(&file, dry_run, o))
        }
        Some(Command::Backup { to }) => opened(backend, &mut |o| backup::run(to.clone(), o)),
        Some(Command::Restore { copy }) => restore::run(&copy, &backend, &cli.global, clock.now(), words),
        Some(Command::Check { change }) => check::run(&backend, change, &cli.global, words),
        Some(Command::Recover { recovery_fd, yes }) => {
            recover::run(backend, recovery_fd, yes, &cli.global, clock.now(), words)
        }
    }
}

fn open_desk(global: &Global, backend: Backend, clock: Clock, demo: bool, words: &Words) -> Result<(), Failure> {
    if !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
        return Err(Failure::failed(Msg::new("cli-no-terminal")));
    }
    if std::env::var("TERM").is_ok_and(|term| term == "dumb") {
        return Err(Failure::failed(Msg::new("cli-dumb-terminal")));
    }
    let names = backend.names().map_err(Failure::failed)?;
    // The fictional centre leaves nothing on the disk, and a desk without a log is still a desk.
    if !demo && backend.folder().exists() {
        let _ = log::begin(backend.folder());
    }
    let legacy = runtime::Legacy::found();
    let lang = legacy.as_ref().filter(|_| global.lang.is_none()).map_or(words.lang(), |legacy| legacy.lang);
    let kept = std::fs::read_to_string(backend.folder().theme()).ok().filter(|_| !demo);
    let chosen = global.theme.map(Theme::from).or_else(|| kept.and_then(|name| Theme::named(name.trim())));
    let mut look = look(global);
    // Asked also where another theme was chosen, for who goes back to it; never where nothing is coloured.
    let terminals = if look.theme.is_some() { runtime::background() } else { Theme::default() };
    look.theme = look.theme.map(|_| chosen.unwrap_or(terminals));
    let options = crate::app::Options {
        lang,
        lang_fixed: global.lang.is_some(),
        look,
        terminals,
        desktop: runtime::desktop(),
        names,
        demo,
    };
    runtime::run(options, backend, clock, legacy)
        .map_err(|report| Failure::failed(Msg::new("cli-terminal-lost").with("reason", report.to_string())))
}

/// Colours and glyphs: as asked, else as the terminal and its locale allow.
fn look(global: &Global) -> Look {
    let var = |name| std::env::var(name).unwrap_or_default();
    let color = match global.color {
        ColorArg::Always => true,
        ColorArg::Never => false,
        // https://no-color.org: any value that is not empty.
        ColorArg::Auto => var("NO_COLOR").is_empty() && var("TERM") != "dumb",
    };
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(var).into_iter().find(|v| !v.is_empty()).unwrap_or_default();
    let utf8 = locale.to_lowercase().replace('-', "").contains("utf8");
    let theme = color.then(Theme::default);
    Look { theme, ascii: global.ascii || var("TERM") == "linux" || !utf8, blocks: global.blocks }
}

/// A store that a command has opened.
pub(crate) struct Opened<'a> {
    backend: Backend,
    who: Who,
    now: Now,
    words: &'a Words,
}

impl<'a> Opened<'a> {
    fn new(mut backend: Backend, global: &Global, clock: Clock, words: &'a Words) -> Result<Self, Failure> {
        let reply = if global.demo {
            backend.answer(Request::Demo)
        } else {
            let names = backend.names().map_err(Failure::failed)?;
            let account = choose(&names, global.account.as_deref())?;
            let passphrase = passphrase::read(global.passphrase_fd, words)?;
            backend.answer(Request::Unlock { account, passphrase: passphrase.into(), now: clock.now() })
        };
        match reply {
            Reply::Opened { who, .. } => {
                if backend.is_read_only() {
                    let _ = writeln!(std::io::stderr(), "{}", words.say(&Msg::new("cli-read-only")));
                }
                let mut opened = Self { backend, who, now: clock.now(), words };
                if global.today.is_none() && !global.demo {
                    opened.doubts_the_clock()?;
                }
                Ok(opened)
            }
            other => Err(Failure::of(other)),
        }
    }

    /// Says what is wrong with the clock, where something is, and goes on.
    fn doubts_the_clock(&mut self) -> Result<(), Failure> {
        for alert in self.frame()?.alerts {
            if let Alert::Clock(why) = alert {
                let _ = writeln!(std::io::stderr(), "{}", self.words.say(&why));
            }
        }
        Ok(())
    }

    fn ask<Q: Question>(&mut self, question: Q) -> Result<Q::Answer, Failure> {
        self.backend.ask(question, self.who, self.now).map_err(Failure::failed)
    }

    /// Stops when whoever has signed in has no right to it.
    fn may(&self, right: Right) -> Result<(), Failure> {
        self.backend.may(right, self.who, self.now).map_err(Failure::failed)
    }

    /// Stops when whoever has signed in may not do that; of a doctor, take out what is not their own sheet.
    fn may_take(&self, right: Right, whose: Option<Reader>) -> Result<(), Failure> {
        self.backend.may_take(right, whose, self.who, self.now).map_err(Failure::failed)
    }

    /// Something leaves: that is in the journal before anybody is told.
    fn leaves(&mut self, trace: Trace) -> Result<(), Failure> {
        match self.backend.answer(Request::Trace(trace, self.who, self.now)) {
            Reply::Traced => Ok(()),
            other => Err(Failure::of(other)),
        }
    }

    /// The frame with the whole rota: a sheet may be of any week.
    fn frame(&mut self) -> Result<FramePage, Failure> {
        self.ask(question::FrameSince(Day(i32::MIN)))
    }

    /// The confirmed stay a sheet is asked for.
    fn stay(&self, sheet: &Sheet, frame: &FramePage) -> Result<crate::domain::StayId, Failure> {
        let week = match &sheet.week {
            None => self.now.day.week(),
            Some(text) => when::week(text, self.now.day).map_err(|msg| Failure::new(2, msg))?,
        };
        let wanted = sheet.post.as_deref().map(text::key);
        let is_wanted = |name: &str| wanted.as_ref().is_none_or(|wanted| text::key(name) == *wanted);
        let posts = frame.rota.posts.iter().filter(|p| is_wanted(&p.name));
        posts
            .flat_map(|p| frame.rota.in_week(p.id, week))
            .map(|s| s.id)
            .next()
            .ok_or_else(|| Failure::nothing(Msg::new("cli-no-stay").with("week", week.to_string())))
    }
}

/// The account to sign in with.
fn choose(names: &[SignInName], wanted: Option<&str>) -> Result<crate::domain::AccountId, Failure> {
    let is_wanted = |n: &&SignInName| wanted.is_none_or(|w| text::fold(&n.label).contains(&text::fold(w)));
    let found: Vec<_> = names.iter().filter(is_wanted).collect();
    match found[..] {
        [one] => Ok(one.id),
        [] if names.is_empty() => Err(Failure::nothing(Msg::new("cli-no-store"))),
        _ => {
            let list: Vec<_> = names.iter().map(|n| n.label.as_str()).collect();
            Err(Failure::new(2, Msg::new("cli-which-account").with("names", list.join(", "))))
        }
    }
}

/// Writes a document to a file or to standard output, never over the centre's own data, and leaves its trace.
fn deliver(document: &[u8], trace: Trace, output: Option<&PathBuf>, opened: &mut Opened) -> Result<(), Failure> {
    let failed = |e: std::io::Error| Failure::failed(Msg::new("cli-write-failed").with("reason", e.to_string()));
    let Some(path) = output else {
        opened.leaves(trace)?;
        return match std::io::stdout().write_all(document) {
            // Whoever read has read enough.
            Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            written => written.map_err(failed),
        };
    };
    nameable(path)?;
    opened.backend.folder().write_outside(path, document).map_err(|why| match why {
        Unwritten::Io(error) => failed(error),
        Unwritten::Link => Failure::failed(about(path, "cli-write-link")),
        Unwritten::NotAFile => Failure::failed(about(path, "cli-write-no-file")),
        Unwritten::Data => Failure::failed(about(path, "cli-write-data")),
        Unwritten::Copy => Failure::failed(about(path, "cli-write-copy")),
        Unwritten::NoFolder => Failure::failed(about(path, "cli-write-no-folder")),
    })?;
    opened.leaves(trace)?;
    let said = opened.words.say(&Msg::new("cli-written").with("path", path.display().to_string()));
    let _ = writeln!(std::io::stderr(), "{said}");
    Ok(())
}

/// Refuses a path that bears a social security number: a name is a text as any other (rule 23).
fn nameable(path: &Path) -> Result<(), Failure> {
    if nir::contains(&path.to_string_lossy()) { Err(Failure::new(2, nir::refusal())) } else { Ok(()) }
}

fn about(path: &Path, sentence: &'static str) -> Msg {
    Msg::new(sentence).with("path", path.display().to_string())
}

/// Reads `2026-12-14` (8:00 then) or `2026-12-14T08:00`.
fn parse_moment(text: &str) -> Result<Now, said::Unread> {
    let (day, time) = text.split_once('T').unwrap_or((text, "08:00"));
    let day: chrono::NaiveDate = day.parse().map_err(|_| said::Unread(Msg::new("cli-moment-date")))?;
    if !moment::YEARS.contains(&chrono::Datelike::year(&day)) {
        return Err(said::Unread(Msg::new("cli-moment-year")));
    }
    let time =
        chrono::NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| said::Unread(Msg::new("cli-moment-hour")))?;
    let minute = chrono::Timelike::num_seconds_from_midnight(&time) / 60;
    Ok(Stamp::at(day.into(), u16::try_from(minute).unwrap_or(0)).into())
}

impl From<FormatArg> for crate::exchange::sheet::Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Text => Self::Text,
            FormatArg::Md => Self::Md,
            FormatArg::Html => Self::Html,
            FormatArg::Json => Self::Json,
            FormatArg::Pdf => Self::Pdf,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_definitions_hold_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_moment_is_a_day_and_an_hour() {
        let now = parse_moment("2026-12-14T08:05").unwrap();
        assert_eq!((now.day.date().to_string().as_str(), now.minute), ("2026-12-14", 485));
        assert_eq!(parse_moment("2026-12-14").unwrap().minute, 480);
        assert!(parse_moment("14/12").is_err());
        assert!(["-0044-03-15", "+262142-12-31", "3000-01-01"].into_iter().all(|text| parse_moment(text).is_err()));
        assert!(parse_moment("2026-12-14T25:00").is_err());
    }
}
