//! What is said to a person, without a language: an identifier of the language files with arguments.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Day, IsoWeek, Stamp};

/// A sentence to be said in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Msg {
    /// Identifier in `assets/lang/*.ftl`.
    pub id: Cow<'static, str>,
    /// Values the sentence names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

/// A value inside a sentence, formatted by `words` when it is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Arg {
    /// Text said as it is.
    Text(String),
    /// A count, which also chooses singular or plural.
    Count(i64),
    /// A day, said as `ven. 27 nov.`.
    Day(Day),
    /// A week, said as `S48`.
    Week(IsoWeek),
    /// An instant, said as a day and an hour.
    Stamp(Stamp),
    /// Another sentence.
    Msg(Box<Msg>),
}

impl Msg {
    /// A sentence without arguments.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self { id: Cow::Borrowed(id), args: Vec::new() }
    }

    /// The same sentence with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((Cow::Borrowed(name), value.into()));
        self
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<i64> for Arg {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}
impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}
impl From<Day> for Arg {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}
impl From<IsoWeek> for Arg {
    fn from(week: IsoWeek) -> Self {
        Self::Week(week)
    }
}
impl From<Stamp> for Arg {
    fn from(stamp: Stamp) -> Self {
        Self::Stamp(stamp)
    }
}
impl From<Msg> for Arg {
    fn from(msg: Msg) -> Self {
        Self::Msg(Box::new(msg))
    }
}
