//! `releve journal`: who saw what, of some days, as far as it is one's own to know.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{Failure, Opened, deliver};
use crate::domain::draft::when;
use crate::domain::journal::{Trace, TraceKind};
use crate::domain::{Day, Msg, Period};
use crate::exchange::journal::{csv, text};
use crate::protocol::question;
use crate::words::Words;

/// Days up to the last one, where no first one is said.
const MONTH: i32 = 30;

/// Of which days, and how.
#[derive(Debug, clap::Args)]
pub(super) struct JournalArgs {
    #[arg(long, value_name = "cli-value-date", help = "cli-help-journal-from")]
    from: Option<String>,
    #[arg(long, value_name = "cli-value-date", help = "cli-help-journal-until")]
    to: Option<String>,
    #[arg(long, default_value = "text", help = "cli-help-format")]
    format: JournalFormat,
    #[arg(short, long, value_name = "cli-value-file", help = "cli-help-output")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum JournalFormat {
    Text,
    Csv,
}

pub(super) fn run(args: &JournalArgs, opened: &mut Opened) -> Result<(), Failure> {
    let period = period(args.from.as_deref(), args.to.as_deref(), opened.now.day, opened.words)?;
    let people = opened.frame()?.rota.people;
    let mut entries = opened.ask(question::Journal(Some(period)))?;
    entries.reverse();
    let document = match args.format {
        JournalFormat::Text => text(&entries, &people, opened.words).into_bytes(),
        JournalFormat::Csv => csv(&entries, &people, opened.words),
    };
    deliver(&document, Trace::of(TraceKind::ExportedJournal), args.output.as_ref(), opened)
}

fn period(from: Option<&str>, to: Option<&str>, today: Day, words: &Words) -> Result<Period, Failure> {
    let day = |text: &str| when::past(text, today).map_err(|msg| Failure::new(2, msg));
    let last = to.map(day).transpose()?.unwrap_or(today);
    let first = from.map(day).transpose()?.unwrap_or(last.plus(1 - MONTH));
    if first > last {
        let msg = Msg::new("stats-backwards").with("from", words.date(first));
        return Err(Failure::new(2, msg.with("to", words.date(last))));
    }
    Ok(Period { from: first, to: last })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn the_days_are_those_asked_for_or_the_last_thirty() {
        let today = Day::ymd(2026, 11, 30).unwrap();
        let days = |from, to| {
            let period = period(from, to, today, &Words::new(Lang::Fr)).map_err(|why| why.code)?;
            Ok([period.from, period.to].map(|day| day.date().to_string()))
        };
        assert_eq!(days(None, None), Ok(["2026-11-01".into(), "2026-11-30".into()]));
        assert_eq!(days(Some("2026-10-05"), Some("06/10/2026")), Ok(["2026-10-05".into(), "2026-10-06".into()]));
        assert_eq!(days(Some("2026-10-05"), Some("2026-10-04")), Err(2));
        assert_eq!(days(Some("2026-13-05"), None), Err(2));
    }
}
