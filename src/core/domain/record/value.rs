//! What a record holds: its values by the names of its fields.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::draft::patient;
use super::super::draft::text::fold;
use super::super::msg::Arg;
use super::super::table::Rev;
use super::super::{Day, IsoWeek, Msg, PatientRef, PersonId, PostId, Stamp};
use super::{Holds, Record, word};

/// What one field holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Value {
    #[default]
    Empty,
    Text(String),
    Day(Day),
    Count(u32),
    Flag(bool),
    /// The name by which the choice is kept.
    Choice(Cow<'static, str>),
    /// The number of a person, a post or a row elsewhere.
    Number(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<Day> for Value {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}
impl From<PersonId> for Value {
    fn from(id: PersonId) -> Self {
        Self::Number(id.0)
    }
}
impl From<PostId> for Value {
    fn from(id: PostId) -> Self {
        Self::Number(id.0)
    }
}
impl From<IsoWeek> for Value {
    fn from(week: IsoWeek) -> Self {
        Self::Day(week.monday())
    }
}
impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
impl From<u32> for Value {
    fn from(count: u32) -> Self {
        Self::Count(count)
    }
}
impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl Value {
    /// A choice, by the name it is kept by.
    #[must_use]
    pub const fn choice(name: &'static str) -> Self {
        Self::Choice(Cow::Borrowed(name))
    }

    /// Whether there is something in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Day(_) | Self::Count(_) | Self::Flag(_) | Self::Choice(_) | Self::Number(_) => false,
        }
    }

    /// As an argument of a sentence; nothing when it is empty.
    pub(super) fn argument(&self, holds: Holds) -> Option<Arg> {
        Some(match (self, holds) {
            // A number, and never a name.
            (Self::Text(text), Holds::Patient) => {
                let file = patient::of_line(text).map(|who| who.file).filter(|file| !file.is_empty());
                file.unwrap_or_else(|| "—".to_owned()).into()
            }
            (Self::Text(text), _) => text.as_str().into(),
            (Self::Day(day), Holds::Week) => day.week().into(),
            (Self::Day(day), _) => (*day).into(),
            (Self::Count(count), _) => i64::from(*count).into(),
            (Self::Choice(name), Holds::Choice(words)) => Msg::new(word(words, name)).into(),
            (Self::Empty, Holds::Patient) => "—".into(),
            _ => return None,
        })
    }

    /// Where it stands among others: texts in the order of the alphabet, in which accents and case do not count.
    fn rank(&self) -> (i64, String) {
        match self {
            Self::Empty => (i64::MIN, String::new()),
            Self::Text(text) => (0, fold(text)),
            Self::Day(day) => (i64::from(day.0), String::new()),
            Self::Count(count) => (i64::from(*count), String::new()),
            Self::Flag(flag) => (i64::from(*flag), String::new()),
            Self::Choice(name) => (0, name.to_string()),
            Self::Number(number) => (*number, String::new()),
        }
    }
}

/// What the fields of a record hold; what is not there is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Values(BTreeMap<Cow<'static, str>, Value>);

impl FromIterator<(&'static str, Value)> for Values {
    fn from_iter<I: IntoIterator<Item = (&'static str, Value)>>(values: I) -> Self {
        Self(values.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect())
    }
}

impl Values {
    /// What a field holds.
    #[must_use]
    pub fn get(&self, field: &str) -> &Value {
        self.0.get(field).unwrap_or(&Value::Empty)
    }

    /// The text of a field, empty where it holds none.
    #[must_use]
    pub fn text(&self, field: &str) -> &str {
        match self.get(field) {
            Value::Text(text) => text,
            _ => "",
        }
    }

    /// The patient of a field that holds one.
    #[must_use]
    pub fn patient(&self, field: &str) -> Option<PatientRef> {
        patient::of_line(self.text(field))
    }

    #[must_use]
    pub fn day(&self, field: &str) -> Option<Day> {
        if let Value::Day(day) = self.get(field) { Some(*day) } else { None }
    }

    #[must_use]
    pub fn count(&self, field: &str) -> Option<u32> {
        if let Value::Count(count) = self.get(field) { Some(*count) } else { None }
    }

    #[must_use]
    pub fn choice(&self, field: &str) -> Option<&str> {
        if let Value::Choice(name) = self.get(field) { Some(name) } else { None }
    }

    /// The number of a person, a post or a row elsewhere.
    #[must_use]
    pub fn number(&self, field: &str) -> Option<i64> {
        if let Value::Number(number) = self.get(field) { Some(*number) } else { None }
    }

    /// Days after something, before it where negative.
    #[must_use]
    pub fn offset(&self, field: &str) -> Option<i32> {
        self.number(field).and_then(|days| i32::try_from(days).ok())
    }

    /// The same values with one in the place of another.
    #[must_use]
    pub fn with(mut self, field: &'static str, value: Value) -> Self {
        self.0.insert(Cow::Borrowed(field), value);
        self
    }

    #[must_use]
    pub fn flag(&self, field: &str) -> bool {
        *self.get(field) == Value::Flag(true)
    }

    /// The same without spaces around its texts.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let trimmed = |value: &Value| match value {
            Value::Text(text) => text.trim().into(),
            other => other.clone(),
        };
        Self(self.0.iter().map(|(name, value)| (name.clone(), trimmed(value))).collect())
    }
}

/// A record as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub id: i64,
    pub rev: Rev,
    pub values: Values,
    /// Who wrote it and when, where its table says so.
    pub by: Option<(PersonId, Stamp)>,
}

impl Record {
    /// Puts records into the order of their list.
    #[must_use]
    pub fn sorted(&self, mut rows: Vec<Written>) -> Vec<Written> {
        rows.sort_by_cached_key(|row| {
            (self.order.iter().map(|field| row.values.get(field).rank()).collect::<Vec<_>>(), row.id)
        });
        rows
    }
}
