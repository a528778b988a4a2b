//! The command line: for scripts and for setting up; everything daily is inside the program.
//!
//! Standard output carries data only, messages go to standard error. May not know the screen.

mod briefing;
mod handover;
mod import;
mod log;
mod passphrase;

use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::domain::draft::when;
use crate::domain::{Msg, Now, Stamp, Who};
use crate::folder::{self, Folder};
use crate::protocol::{FramePage, Page, Query, Reply, Request, SignInName};
use crate::runtime::backend::{As, Backend, Fiction};
use crate::runtime::{self, Clock};
use crate::ui::Look;
use crate::words::{Lang, Words};

/// The desk of a health centre whose doctor changes every week.
#[derive(Debug, Parser)]
#[command(name = "releve", version, about, propagate_version = true)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What every command understands.
#[derive(Debug, clap::Args)]
struct Global {
    /// Folder of the centre's data, instead of the user's own
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// The fictional centre, in memory; same as the command `demo`
    #[arg(long, global = true)]
    demo: bool,
    /// Moment to show, e.g. 2026-12-14T08:00; only for the fictional centre and for reading commands
    #[arg(long, global = true, value_name = "DATE[THH:MM]", value_parser = parse_moment)]
    today: Option<Now>,
    /// Language, instead of the centre's own
    #[arg(long, global = true)]
    lang: Option<LangArg>,
    /// Colours
    #[arg(long, global = true, default_value = "auto", value_name = "WHEN")]
    color: ColorArg,
    /// Draw with ASCII only
    #[arg(long, global = true)]
    ascii: bool,
    /// Read the passphrase from this file descriptor
    #[arg(long, global = true, value_name = "N")]
    passphrase_fd: Option<u32>,
    /// Account to sign in with, where there are several
    #[arg(long, global = true, value_name = "NAME")]
    account: Option<String>,
    /// Seed of the fictional centre
    #[arg(long, global = true, default_value_t = 1, value_name = "N")]
    seed: u64,
    /// As whom the fictional centre opens; otherwise as whoever it is the hour of
    #[arg(long = "as", global = true, value_name = "WHO")]
    act_as: Option<AsArg>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Opens the fictional centre: nothing is kept, no passphrase
    Demo,
    /// Prints the briefing of a week's doctor
    Briefing(Sheet),
    /// Prints what a week's doctor hands over
    Handover(Sheet),
    /// Reads what a centre already has
    Import {
        #[command(subcommand)]
        what: Import,
    },
}

#[derive(Debug, Subcommand)]
enum Import {
    /// A rota from a spreadsheet saved as CSV: previewed, all lines or none, undone as one act
    Rota {
        /// The file
        file: PathBuf,
        /// Say what would be done, and write nothing
        #[arg(long)]
        dry_run: bool,
    },
}

/// Which week's sheet, and how.
#[derive(Debug, clap::Args)]
struct Sheet {
    /// Week, e.g. 2026-S51 or S51; this week otherwise
    #[arg(long)]
    week: Option<String>,
    /// Post, where there are several
    #[arg(long)]
    post: Option<String>,
    /// Format
    #[arg(long, default_value = "text")]
    format: FormatArg,
    /// File to write instead of standard output
    #[arg(short, long, value_name = "FILE")]
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

#[derive(Debug, Clone, Copy, ValueEnum)]
enum AsArg {
    Doctor,
    Coordination,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatArg {
    Text,
    Md,
    Html,
    Json,
}

/// Why a command ends, with its exit code and the sentence for standard error.
#[derive(Debug)]
pub(crate) struct Failure {
    code: u8,
    msg: Msg,
}

impl Failure {
    const fn new(code: u8, msg: Msg) -> Self {
        Self { code, msg }
    }

    /// It could not be done: 5 when the store is damaged, which a script must be able to tell.
    fn failed(msg: Msg) -> Self {
        // The vault's key is authenticated before the store sees it: what it does not open is damaged
        // or another centre's.
        let damaged = matches!(msg.id.as_ref(), "store-damaged" | "store-wrong-key" | "vault-damaged");
        Self::new(if damaged { 5 } else { 1 }, msg)
    }

    /// There is nothing of that kind.
    const fn nothing(msg: Msg) -> Self {
        Self::new(3, msg)
    }
}

/// Runs the program with this process's arguments.
#[must_use]
pub fn main() -> ExitCode {
    folder::harden();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let lang = match cli.global.lang {
        Some(LangArg::En) => Lang::En,
        Some(LangArg::Fr) | None => Lang::Fr,
    };
    let words = Words::new(lang);
    match run(cli, &words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let _ = writeln!(std::io::stderr(), "releve: {}", words.say(&failure.msg));
            ExitCode::from(failure.code)
        }
    }
}

fn run(cli: Cli, words: &Words) -> Result<(), Failure> {
    let demo = cli.global.demo || matches!(cli.command, Some(Command::Demo));
    let reading = matches!(cli.command, Some(Command::Briefing(_) | Command::Handover(_)));
    if cli.global.today.is_some() && !demo && !reading {
        // Stamps are never false.
        return Err(Failure::new(2, Msg::new("cli-today-real")));
    }
    let clock = cli.global.today.map_or(Clock::Real, |now| Clock::starting(now.at));
    let fiction = Fiction {
        seed: cli.global.seed,
        now: clock.now(),
        who: cli.global.act_as.map(|a| match a {
            AsArg::Doctor => As::Doctor,
            AsArg::Coordination => As::Coordination,
        }),
    };
    let folder = match &cli.global.data_dir {
        Some(dir) => Folder::at(dir.clone()),
        None => Folder::default_for_user().ok_or_else(|| Failure::failed(Msg::new("cli-no-home")))?,
    };
    let backend = Backend::new(folder, words.lang(), fiction);
    match cli.command {
        None | Some(Command::Demo) => open_desk(&cli.global, backend, clock, demo, words),
        Some(Command::Briefing(sheet)) => briefing::run(&sheet, &mut Opened::new(backend, &cli.global, clock, words)?),
        Some(Command::Handover(sheet)) => handover::run(&sheet, &mut Opened::new(backend, &cli.global, clock, words)?),
        Some(Command::Import { what: Import::Rota { file, dry_run } }) => {
            import::rota(&file, dry_run, &mut Opened::new(backend, &cli.global, clock, words)?)
        }
    }
}

fn open_desk(global: &Global, backend: Backend, clock: Clock, demo: bool, words: &Words) -> Result<(), Failure> {
    if !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
        return Err(Failure::failed(Msg::new("cli-no-terminal")));
    }
    let names = backend.names().map_err(Failure::failed)?;
    // The fictional centre leaves nothing on the disk, and a desk without a log is still a desk.
    if !demo && backend.folder().exists() {
        let _ = log::begin(backend.folder());
    }
    let options =
        crate::app::Options { lang: words.lang(), lang_fixed: global.lang.is_some(), look: look(global), names, demo };
    runtime::run(options, backend, clock)
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
    Look { color, ascii: global.ascii || var("TERM") == "linux" || !utf8 }
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
            backend.answer(Request::Unlock { account, passphrase })
        };
        match reply {
            Reply::Opened { who, .. } => Ok(Self { backend, who, now: clock.now(), words }),
            Reply::WrongPassphrase => Err(Failure::new(4, Msg::new("start-wrong-passphrase"))),
            Reply::Failed(msg) | Reply::Refused(msg) => Err(Failure::failed(msg)),
            _ => Err(Failure::failed(Msg::new("cli-unexpected"))),
        }
    }

    fn page(&mut self, query: Query) -> Result<Page, Failure> {
        match self.backend.answer(Request::Query(query, self.who, self.now)) {
            Reply::Page(page) => Ok(page),
            Reply::Failed(msg) | Reply::Refused(msg) => Err(Failure::failed(msg)),
            _ => Err(Failure::failed(Msg::new("cli-unexpected"))),
        }
    }

    fn frame(&mut self) -> Result<Box<FramePage>, Failure> {
        match self.page(Query::Frame)? {
            Page::Frame(frame) => Ok(frame),
            _ => Err(Failure::failed(Msg::new("cli-unexpected"))),
        }
    }

    /// The confirmed stay a sheet is asked for.
    fn stay(&self, sheet: &Sheet, frame: &FramePage) -> Result<crate::domain::StayId, Failure> {
        let week = match &sheet.week {
            None => self.now.day.week(),
            Some(text) => when::week(text, self.now.day).map_err(|msg| Failure::new(2, msg))?,
        };
        let wanted = sheet.post.as_deref().map(crate::domain::draft::text::fold);
        let posts = frame
            .rota
            .posts
            .iter()
            .filter(|p| wanted.as_ref().is_none_or(|wanted| crate::domain::draft::text::fold(&p.name) == *wanted));
        posts
            .flat_map(|p| frame.rota.in_week(p.id, week))
            .map(|s| s.id)
            .next()
            .ok_or_else(|| Failure::nothing(Msg::new("cli-no-stay").with("week", week.to_string())))
    }
}

/// The account to sign in with.
fn choose(names: &[SignInName], wanted: Option<&str>) -> Result<crate::domain::AccountId, Failure> {
    use crate::domain::draft::text::fold;
    let found: Vec<_> = names.iter().filter(|n| wanted.is_none_or(|w| fold(&n.label).contains(&fold(w)))).collect();
    match found[..] {
        [one] => Ok(one.id),
        [] if names.is_empty() => Err(Failure::nothing(Msg::new("cli-no-store"))),
        _ => {
            let list: Vec<_> = names.iter().map(|n| n.label.as_str()).collect();
            Err(Failure::new(2, Msg::new("cli-which-account").with("names", list.join(", "))))
        }
    }
}

/// Writes a document to a file or to standard output.
fn deliver(document: &str, output: Option<&PathBuf>, words: &Words) -> Result<(), Failure> {
    let failed = |e: std::io::Error| Failure::failed(Msg::new("cli-write-failed").with("reason", e.to_string()));
    match output {
        Some(path) => {
            folder::write_private(path, document.as_bytes()).map_err(failed)?;
            let said = words.say(&Msg::new("cli-written").with("path", path.display().to_string()));
            let _ = writeln!(std::io::stderr(), "{said}");
            Ok(())
        }
        None => std::io::stdout().write_all(document.as_bytes()).map_err(failed),
    }
}

/// Reads `2026-12-14` (8:00 then) or `2026-12-14T08:00`.
fn parse_moment(text: &str) -> Result<Now, String> {
    let (day, time) = text.split_once('T').unwrap_or((text, "08:00"));
    let day: chrono::NaiveDate = day.parse().map_err(|_| "not a date like 2026-12-14".to_owned())?;
    let time = chrono::NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| "not an hour like 08:00".to_owned())?;
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
    fn a_store_that_is_damaged_or_does_not_open_has_its_own_exit_code() {
        use crate::store::StoreError;
        let code = |error: StoreError| Failure::failed(error.msg()).code;
        assert_eq!([StoreError::Damaged, StoreError::WrongKey].map(code), [5, 5]);
        assert_eq!([StoreError::Busy, StoreError::Full].map(code), [1, 1]);
    }

    #[test]
    fn a_moment_is_a_day_and_an_hour() {
        let now = parse_moment("2026-12-14T08:05").unwrap();
        assert_eq!((now.day.date().to_string().as_str(), now.minute), ("2026-12-14", 485));
        assert_eq!(parse_moment("2026-12-14").unwrap().minute, 480);
        assert!(parse_moment("14/12").is_err());
        assert!(parse_moment("2026-12-14T25:00").is_err());
    }
}
