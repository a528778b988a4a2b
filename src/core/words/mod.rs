//! The two languages of the screens, and dates, hours and numbers as each writes them.
//!
//! Code holds no sentence: it holds a [`Msg`], and `Words` says it. May not know the screen.

mod agenda;
mod charts;
mod dates;
mod figures;
mod half_days;
pub mod lent;
mod rota;
mod round;
mod stay_page;
mod team;

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, bundle::FluentBundle};

use crate::domain::{Arg, Day, Msg};

pub use charts::{Table, TableRow, Value};
pub use stay_page::StayWords;

/// A language of the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    #[default]
    Fr,
    En,
}

/// The text with a capital at its head: titles, labels and lines of a list begin so.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Lang {
    /// Reads `fr` or `en`.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        match code {
            "fr" => Some(Self::Fr),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// `fr` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language file.
    #[must_use]
    pub const fn source(self) -> &'static str {
        match self {
            Self::Fr => include_str!("../../../assets/lang/fr.ftl"),
            Self::En => include_str!("../../../assets/lang/en.ftl"),
        }
    }
}

/// Marks the end of what ends in a full stop itself while a sentence is put together: a word joiner, which has no width.
const ABBREVIATED: char = '\u{2060}';

/// A piece of a sentence, its own full stop marked.
fn ended(mut text: String) -> String {
    if text.ends_with('.') && !text.ends_with("..") {
        text.push(ABBREVIATED);
    }
    text
}

type Bundle = FluentBundle<FluentResource, intl_memoizer::concurrent::IntlLangMemoizer>;

/// A count inside a sentence, its thousands apart; years and numbers of files are text.
fn grouped(value: &FluentValue, lang: Lang) -> Option<String> {
    match value {
        #[expect(clippy::cast_possible_truncation, reason = "counts are whole")]
        FluentValue::Number(number) => Some(figures::whole(number.value as i64, lang)),
        _ => None,
    }
}

/// Says messages, dates and numbers in one language.
pub struct Words {
    lang: Lang,
    bundle: Bundle,
    names: dates::Names,
    /// The day of who reads: a date of another year says its year.
    today: Option<Day>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Words").field(&self.lang).finish()
    }
}

impl Words {
    /// Loads a language.
    ///
    /// # Panics
    /// When the embedded file does not parse, which a test excludes.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let id: unic_langid::LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks have a width in some terminals and shift columns.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::Fr => |value, _| grouped(value, Lang::Fr),
            Lang::En => |value, _| grouped(value, Lang::En),
        }));
        let resource = FluentResource::try_new(lang.source().to_owned())
            .map_err(|(_, e)| e)
            .expect("the embedded language file parses");
        bundle.add_resource(resource).expect("no identifier twice in the language file");
        let mut words = Self { lang, bundle, names: dates::Names::default(), today: None };
        words.names = dates::Names::of(|id| words.t(id));
        words
    }

    /// The same words, read on that day.
    #[must_use]
    pub const fn on(mut self, today: Day) -> Self {
        self.today = Some(today);
        self
    }

    /// The day has changed.
    pub const fn set_today(&mut self, today: Day) {
        self.today = Some(today);
    }

    /// The language spoken.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// A message without arguments.
    #[must_use]
    pub fn t(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// A message with its arguments.
    #[must_use]
    pub fn say(&self, msg: &Msg) -> String {
        let mut args = FluentArgs::new();
        for (name, arg) in &msg.args {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(ended(text.clone())),
                // A point's number is a name, not counted in thousands; what the log has said holds it as a count.
                Arg::Count(number) if name == "item" => FluentValue::from(number.to_string()),
                Arg::Count(count) => FluentValue::from(*count),
                Arg::Day(day) => FluentValue::from(ended(self.day(*day))),
                Arg::Week(week) => FluentValue::from(self.week_told(*week)),
                Arg::Stamp(stamp) => FluentValue::from(self.stamp(*stamp)),
                Arg::Msg(inner) => FluentValue::from(ended(self.say(inner))),
            };
            args.set(name.clone(), value);
        }
        self.format(&msg.id, Some(&args))
    }

    fn format(&self, id: &str, args: Option<&FluentArgs>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else {
            // A test keeps this from happening; on screen the bare identifier beats a blank.
            return id.to_owned();
        };
        let mut errors = Vec::new();
        let said: Cow<str> = self.bundle.format_pattern(pattern, args, &mut errors);
        debug_assert!(errors.is_empty(), "{id} in {:?} was said with {args:?}: {errors:?}", self.lang);
        if said.contains(ABBREVIATED) {
            // What ends in a full stop, as an abbreviated month does, does not double that of the sentence.
            return said.replace(&format!(".{ABBREVIATED}."), ".").replace(ABBREVIATED, "");
        }
        said.into_owned()
    }
}
