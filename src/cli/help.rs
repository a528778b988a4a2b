//! `releve help`: the pages of the user guide, and what each command takes.

use std::fmt::Write as _;
use std::io::Write as _;

use super::{Failure, said};
use crate::domain::Msg;
use crate::ui::layer::help::Topic;
use crate::words::Words;

/// Prints a page of the guide, or what a command takes; without a name, what there is.
pub(super) fn run(asked: &[String], words: &Words) -> Result<(), Failure> {
    let text = match asked {
        [] => overview(words),
        [name] if Topic::find(name).is_some() => page(name, words),
        path => command(path, words)?,
    };
    let mut out = std::io::stdout().lock();
    // Whoever reads the first lines only, as `head` does, has what they asked for.
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    Ok(())
}

fn overview(words: &Words) -> String {
    let mut text = said::command(words).render_help().to_string();
    let _ = writeln!(text, "\n{}", words.t("help-pages"));
    let width = Topic::ALL.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    for (name, topic) in Topic::ALL {
        let title = topic.page(words.lang()).lines().next().unwrap_or_default().trim_start_matches(['#', ' ']);
        let _ = writeln!(text, "  {name:width$}  {title}");
    }
    text
}

fn page(name: &str, words: &Words) -> String {
    let mut text = Topic::find(name).map_or("", |topic| topic.page(words.lang())).to_owned();
    if said::command(words).find_subcommand(name).is_some() {
        let _ = writeln!(text, "\n{}", words.say(&Msg::new("help-command").with("command", name)));
    }
    text
}

/// The help of a command, or of a command's command.
fn command(path: &[String], words: &Words) -> Result<String, Failure> {
    let mut found = said::command(words);
    found.build();
    for name in path {
        let Some(next) = found.find_subcommand(name) else {
            return Err(Failure::new(2, Msg::new("help-unknown").with("name", path.join(" "))));
        };
        found = next.clone();
    }
    Ok(found.render_help().to_string())
}
