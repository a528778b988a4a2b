//! `releve stats`: the figures of a period, to read, for a script or for a spreadsheet, and any chart as a picture.
//!
//! What leaves here has been through rule 22 (`exchange::figures::Leaving`).

use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;

use chrono::Datelike as _;
use clap::ValueEnum;

use super::{Failure, Opened, deliver};
use crate::domain::draft::text::key;
use crate::domain::draft::when;
use crate::domain::indicators::ChartCode;
use crate::domain::journal::{Trace, TraceKind};
use crate::domain::rights::Right;
use crate::domain::{Day, Msg, Period, PostId, Rota};
use crate::exchange::figures::{Leaving, csv, json, table, xlsx};
use crate::exchange::picture::svg;
use crate::protocol::question;
use crate::words::Words;

/// Of which days, and how.
#[derive(Debug, clap::Args)]
pub(super) struct StatsArgs {
    #[arg(long, value_name = "cli-value-date", help = "cli-help-from")]
    from: Option<String>,
    #[arg(long, value_name = "cli-value-date", help = "cli-help-until")]
    to: Option<String>,
    #[arg(long, value_name = "cli-value-which", help = "cli-help-compare")]
    compare: Option<Compare>,
    #[arg(long, value_name = "cli-value-name", help = "cli-help-one-post")]
    post: Option<String>,
    #[arg(long, default_value = "table", help = "cli-help-format")]
    format: StatsFormat,
    #[arg(long, value_name = "cli-value-code", conflicts_with_all = ["format", "compare"], help = "cli-help-chart")]
    chart: Option<String>,
    #[arg(short, long, value_name = "cli-value-file", help = "cli-help-output")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Compare {
    Previous,
    YearBefore,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum StatsFormat {
    Table,
    Json,
    Csv,
    Xlsx,
}

pub(super) fn run(args: &StatsArgs, opened: &mut Opened) -> Result<(), Failure> {
    let words = opened.words;
    if args.format == StatsFormat::Xlsx && args.output.is_none() && std::io::stdout().is_terminal() {
        return Err(Failure::new(2, Msg::new("stats-file-needed")));
    }
    if args.format == StatsFormat::Xlsx && crate::back::moment::is_before_all() {
        // What writes a workbook ends the program then.
        return Err(Failure::failed(crate::domain::clock::impossible(opened.now.at)));
    }
    let chart = args.chart.as_deref().map(chart).transpose()?;
    opened.may(Right::ExportFigures)?;
    let frame = opened.frame()?;
    let today = opened.now.day;
    let period = period(args, today, frame.centre.opened, words)?;
    let post = args.post.as_deref().map(|name| post(name, &frame.rota)).transpose()?.flatten();
    if post.is_some() && chart.is_some_and(|code| !code.plan().of_a_post) {
        return Err(Failure::new(2, Msg::new("stats-chart-of-centre")));
    }
    let before = args.compare.map(|compare| match compare {
        Compare::Previous => period.previous(),
        Compare::YearBefore => period.year_before(),
    });
    let statistics = opened.ask(question::Statistics { period, before, post })?;
    if let Some(before) = before.filter(|_| statistics.before.is_none()) {
        let said = Msg::new("stats-not-compared").with("period", words.period(before));
        let _ = writeln!(std::io::stderr(), "{}", words.say(&said));
    }
    let name = post.map(|id| frame.rota.post_name(id));
    let leaving = Leaving::new(&statistics, &frame.centre, name, today, words);
    let document = match (chart, args.format) {
        (Some(code), _) => svg(&leaving, code).ok_or_else(|| Failure::failed(Msg::new("cli-unexpected")))?.into_bytes(),
        (None, StatsFormat::Table) => table(&leaving).into_bytes(),
        (None, StatsFormat::Json) => json(&leaving).into_bytes(),
        (None, StatsFormat::Csv) => csv(&leaving),
        (None, StatsFormat::Xlsx) => xlsx(&leaving).map_err(Failure::failed)?,
    };
    deliver(&document, Trace::of(TraceKind::ExportedFigures), args.output.as_ref(), opened)
}

/// The days asked for: this year so far, up to today, or everything up to a day.
fn period(args: &StatsArgs, today: Day, opened: Day, words: &Words) -> Result<Period, Failure> {
    let day = |text: &str| when::past(text, today).map_err(|msg| Failure::new(2, msg));
    let (from, to) = (args.from.as_deref().map(day).transpose()?, args.to.as_deref().map(day).transpose()?);
    let this_year = Day::ymd(today.date().year(), 1, 1).unwrap_or(today);
    let last = to.unwrap_or(today);
    let first = from.unwrap_or(if to.is_some() { opened.min(last) } else { this_year });
    if first > last {
        let msg = Msg::new("stats-backwards").with("from", words.date(first));
        return Err(Failure::new(2, msg.with("to", words.date(last))));
    }
    Ok(Period { from: first, to: last })
}

/// The post of that name; none where it is the only one, whose figures are those of the centre.
fn post(name: &str, rota: &Rota) -> Result<Option<PostId>, Failure> {
    let found = rota.posts.iter().find(|p| key(&p.name) == key(name)).ok_or_else(|| {
        let names: Vec<&str> = rota.posts.iter().map(|p| p.name.as_str()).collect();
        Failure::new(2, Msg::new("stats-no-post").with("name", name).with("names", names.join(", ")))
    })?;
    Ok(Some(found.id).filter(|_| rota.posts.len() > 1))
}

fn chart(code: &str) -> Result<ChartCode, Failure> {
    ChartCode::ALL.into_iter().find(|c| c.code() == code).ok_or_else(|| {
        let codes = ChartCode::ALL.map(ChartCode::code).join(", ");
        Failure::new(2, Msg::new("stats-no-chart").with("code", code).with("codes", codes))
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::words::Lang;

    fn args(from: Option<&str>, to: Option<&str>) -> StatsArgs {
        StatsArgs {
            from: from.map(Into::into),
            to: to.map(Into::into),
            compare: None,
            post: None,
            format: StatsFormat::Table,
            chart: None,
            output: None,
        }
    }

    #[rstest]
    #[case(None, None, "2026-01-01", "2026-11-27")]
    #[case(Some("2026-07-01"), None, "2026-07-01", "2026-11-27")]
    #[case(None, Some("31/12/2023"), "2022-08-29", "2023-12-31")]
    #[case(Some("1er mars 2026"), Some("31/03/2026"), "2026-03-01", "2026-03-31")]
    // Without a year, the last such day.
    #[case(Some("15/6"), Some("14/7"), "2026-06-15", "2026-07-14")]
    // Before the opening there was one day at least.
    #[case(None, Some("2020-05-05"), "2020-05-05", "2020-05-05")]
    fn a_period_is_what_was_asked_or_what_is_usual(
        #[case] from: Option<&str>,
        #[case] to: Option<&str>,
        #[case] first: &str,
        #[case] last: &str,
    ) {
        let day = |y, m, d| Day::ymd(y, m, d).unwrap();
        let period = period(&args(from, to), day(2026, 11, 27), day(2022, 8, 29), &Words::new(Lang::Fr)).unwrap();
        assert_eq!([period.from, period.to].map(|d| d.date().to_string()), [first, last]);
    }

    #[rstest]
    #[case(Some("2026-13-01"), None)]
    #[case(Some("2026-11-28"), Some("2026-11-27"))]
    fn a_period_that_is_none_is_an_error_of_the_command(#[case] from: Option<&str>, #[case] to: Option<&str>) {
        let today = Day::ymd(2026, 11, 27).unwrap();
        assert_eq!(period(&args(from, to), today, today, &Words::new(Lang::Fr)).unwrap_err().code, 2);
    }

    #[test]
    fn the_help_names_every_chart() {
        for lang in [Lang::Fr, Lang::En] {
            let help = Words::new(lang).t("cli-help-chart");
            for code in ChartCode::ALL {
                assert!(help.contains(code.code()), "{code:?}: {help}");
            }
        }
        assert_eq!(chart("cost").unwrap_err().code, 2);
    }
}
