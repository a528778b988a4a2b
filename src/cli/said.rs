//! What the command line says of itself, in the language of the desk: its help, and why a command was not understood.
//!
//! The description of a command holds the identifiers of sentences in the place of help; here they are said.

use std::ffi::OsString;
use std::io::Write as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory as _, FromArgMatches as _};

use super::Cli;
use crate::domain::Msg;
use crate::words::{Lang, Words};

/// Why a value could not be read.
#[derive(Debug)]
pub(super) struct Unread(pub Msg);

impl std::fmt::Display for Unread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.id)
    }
}

impl std::error::Error for Unread {}

/// The language asked for by `--lang`; French otherwise. What else is typed may not be understood yet.
pub(super) fn lang(args: impl Iterator<Item = OsString>) -> Lang {
    let args: Vec<OsString> = args.collect();
    let asked = args.iter().enumerate().find_map(|(at, arg)| {
        let arg = arg.to_str()?;
        if arg == "--lang" {
            args.get(at + 1)?.to_str().map(str::to_owned)
        } else {
            Some(arg.strip_prefix("--lang=")?.to_owned())
        }
    });
    asked.and_then(|code| Lang::of(&code)).unwrap_or_default()
}

/// What was typed; or, once help or a mistake is said, the code to end with.
pub(super) fn read(args: impl Iterator<Item = OsString>, words: &Words) -> Result<Cli, u8> {
    let read = command(words).try_get_matches_from(args).and_then(|found| Cli::from_arg_matches(&found));
    read.map_err(|error| {
        if error.use_stderr() && error.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
            let _ = writeln!(std::io::stderr(), "releve: {}", mistake(&error, words));
            return 2;
        }
        let _ = error.print();
        if error.use_stderr() { 2 } else { 0 }
    })
}

/// The commands with all they say.
pub(super) fn command(words: &Words) -> Command {
    told(Cli::command(), words)
}

fn told(command: Command, words: &Words) -> Command {
    let about = command.get_about().map(|id| words.t(&id.to_string())).unwrap_or_default();
    let usage = words.t("cli-usage");
    let flag = |id: &'static str, short, action, says| {
        Arg::new(id)
            .short(short)
            .long(id)
            .action(action)
            .help(words.t(says))
            .help_heading(words.t("cli-options"))
            .display_order(1000)
    };
    let mut last = 500;
    command
        .about(about)
        .help_template(format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}"))
        .subcommand_help_heading(words.t("cli-commands"))
        .subcommand_value_name(words.t("cli-value-command"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .mut_args(|arg| {
            // What every command understands stands behind what this one does.
            last += 1;
            let arg = explained(arg, words);
            if arg.is_global_set() { arg.display_order(last) } else { arg }
        })
        .arg(flag("help", 'h', ArgAction::Help, "cli-help-flag"))
        .arg(flag("version", 'V', ArgAction::Version, "cli-help-version"))
        .mut_subcommands(|command| told(command, words))
}

/// An argument with its help: what it takes, and what it is where nothing is said.
fn explained(arg: Arg, words: &Words) -> Arg {
    let mut said = arg.get_help().map(|id| words.t(&id.to_string())).unwrap_or_default();
    let names: Vec<String> = arg.get_value_names().unwrap_or_default().iter().map(|id| words.t(id)).collect();
    let takes = arg.get_action().takes_values();
    if takes {
        let possible: Vec<String> = arg.get_possible_values().iter().map(|v| v.get_name().to_owned()).collect();
        let default = arg.get_default_values().first().map(|v| v.to_string_lossy().into_owned());
        let possible = Some(possible.join(", ")).filter(|values| !values.is_empty());
        let notes = [
            possible.map(|values| words.say(&Msg::new("cli-possible").with("values", values))),
            default.map(|value| words.say(&Msg::new("cli-default").with("value", value))),
        ];
        for note in notes.into_iter().flatten() {
            said = format!("{said} [{note}]");
        }
    }
    let heading = if arg.is_positional() { "cli-arguments" } else { "cli-options" };
    let arg = arg.help(said).help_heading(words.t(heading));
    let arg = if takes { arg.hide_possible_values(true).hide_default_value(true) } else { arg };
    if names.is_empty() { arg } else { arg.value_names(names) }
}

/// Why what was typed is no command.
fn mistake(error: &clap::Error, words: &Words) -> String {
    let told = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(all)) => all.join(", "),
        _ => String::new(),
    };
    let arg = || told(ContextKind::InvalidArg);
    let value = || told(ContextKind::InvalidValue);
    let unknown = |arg: String, meant: String| {
        let id = if meant.is_empty() { "cli-error-unknown" } else { "cli-error-unknown-meant" };
        Msg::new(id).with("arg", arg).with("meant", meant)
    };
    let why = std::error::Error::source(error).and_then(|why| why.downcast_ref::<Unread>()).map(|why| why.0.clone());
    let msg = match error.kind() {
        ErrorKind::InvalidValue if value().is_empty() => Msg::new("cli-error-empty").with("arg", arg()),
        ErrorKind::InvalidValue => {
            let values = told(ContextKind::ValidValue);
            Msg::new("cli-error-values").with("arg", arg()).with("value", value()).with("values", values)
        }
        ErrorKind::ValueValidation => match why {
            Some(why) => Msg::new("cli-error-why").with("arg", arg()).with("value", value()).with("why", why),
            None => Msg::new("cli-error-value").with("arg", arg()).with("value", value()),
        },
        ErrorKind::UnknownArgument => unknown(arg(), told(ContextKind::SuggestedArg)),
        ErrorKind::InvalidSubcommand => {
            unknown(told(ContextKind::InvalidSubcommand), told(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::MissingRequiredArgument => Msg::new("cli-error-missing").with("arg", arg()),
        ErrorKind::ArgumentConflict => {
            Msg::new("cli-error-conflict").with("arg", arg()).with("other", told(ContextKind::PriorArg))
        }
        _ => Msg::new("cli-error-other"),
    };
    let see = words.say(&Msg::new("cli-error-see").with("command", "releve"));
    format!("{} {see}", words.say(&msg))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn every(command: &Command, look: &mut impl FnMut(&str, &str)) {
        let name = command.get_name();
        look(name, &command.get_about().map(ToString::to_string).unwrap_or_default());
        for arg in command.get_arguments() {
            look(arg.get_id().as_str(), &arg.get_help().map(ToString::to_string).unwrap_or_default());
            arg.get_value_names().unwrap_or_default().iter().for_each(|value| look(name, value));
        }
        command.get_subcommands().for_each(|command| every(command, look));
    }

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        let mut ids = BTreeSet::new();
        every(&Cli::command(), &mut |_, id| _ = ids.insert(id.to_owned()));
        for lang in [Lang::Fr, Lang::En] {
            every(&command(&Words::new(lang)), &mut |name, said| {
                // A name of a value without a sentence of its own stands in capitals.
                let is_id = ids.contains(said) && said.chars().any(char::is_lowercase);
                assert!(!said.is_empty() && !is_id, "{name}: {said}");
            });
        }
        let french = command(&Words::new(Lang::Fr)).render_help().to_string();
        for english in ["Usage:", "Commands:", "Print", "default:", "possible values", "COMMAND]"] {
            assert!(!french.contains(english), "{english} in:\n{french}");
        }
    }

    #[test]
    fn a_mistake_is_said_in_the_language_asked_for() {
        let words = Words::new(Lang::Fr);
        let said = |typed: &str| {
            let error = command(&words).try_get_matches_from(typed.split(' ')).unwrap_err();
            mistake(&error, &words).replace('\u{a0}', " ")
        };
        assert!(said("releve --colour").starts_with("« --colour » n'existe pas ici. Vouliez-vous dire --color ?"));
        assert!(said("releve brefing").contains("Vouliez-vous dire briefing ?"));
        assert!(said("releve --lang de").contains("« de » ne convient pas. Au choix : fr, en."));
        assert!(said("releve --lang").contains("attend une valeur"));
        assert!(said("releve --today hier").contains("une date comme 2026-12-14 est attendue"));
        assert!(said("releve --seed x").contains("--seed <N> : « x » ne convient pas."), "{}", said("releve --seed x"));
        assert!(said("releve restore").starts_with("Il manque <DOSSIER>."), "{}", said("releve restore"));
        let typed = |line: &str| lang(line.split(' ').map(OsString::from));
        assert_eq!((typed("releve --lang en"), typed("releve --lang=en x")), (Lang::En, Lang::En));
        assert_eq!((typed("releve"), typed("releve --lang de")), (Lang::Fr, Lang::Fr));
    }
}
