//! How the domain's values are written in the store: identifiers and days as integers, choices by name.

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, Value, ValueRef};
use serde::Deserialize;
use serde::de::value::{Error as NameError, StrDeserializer};

use crate::domain::lookup::FoundKind;
use crate::domain::noted::PublishedFigure;
use crate::domain::place::{Chapter, ContactKind};
use crate::domain::{
    AbbreviationId, AccountEventId, AccountEventKind, AccountId, Answer, CentreId, ChangeId, ClosureId, ContactId, Day,
    DayCloseId, DoctorStatus, DraftEndId, DraftId, EntryId, EntryKind, Exam, Gravity, HalfDay, HalfDayKind, IsoWeek,
    ItemId, Kind, Outcome, PageId, PanelId, Pattern, PersonId, PostId, PublishedId, ReceiptId, RelayId, Role, SequelId,
    SnippetId, Stamp, StayId, StayState, StepId, StepKind, SurveyId, Verdict, VersionId,
};

macro_rules! numbers {
    ($($name:ident),* $(,)?) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }
        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                FromSql::column_result(value).map(Self)
            }
        }
    )*};
}

numbers!(
    AbbreviationId,
    AccountEventId,
    AccountId,
    CentreId,
    ChangeId,
    ClosureId,
    ContactId,
    Day,
    DayCloseId,
    DraftEndId,
    DraftId,
    EntryId,
    ItemId,
    PageId,
    PanelId,
    PersonId,
    PostId,
    PublishedId,
    ReceiptId,
    RelayId,
    SequelId,
    SnippetId,
    Stamp,
    StayId,
    StepId,
    SurveyId,
    VersionId,
);

macro_rules! names {
    ($($name:ident),* $(,)?) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                match serde_json::to_value(self) {
                    Ok(serde_json::Value::String(name)) => Ok(ToSqlOutput::Owned(Value::Text(name))),
                    Ok(other) => Err(rusqlite::Error::ToSqlConversionFailure(other.to_string().into())),
                    Err(error) => Err(rusqlite::Error::ToSqlConversionFailure(error.into())),
                }
            }
        }
        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let name = StrDeserializer::<NameError>::new(value.as_str()?);
                Self::deserialize(name).map_err(|error| FromSqlError::Other(error.into()))
            }
        }
    )*};
}

names!(
    AccountEventKind,
    Answer,
    Chapter,
    ContactKind,
    EntryKind,
    Exam,
    FoundKind,
    HalfDay,
    HalfDayKind,
    Pattern,
    DoctorStatus,
    Gravity,
    Kind,
    Outcome,
    PublishedFigure,
    Role,
    StayState,
    StepKind,
    Verdict
);

/// A week is kept as its Monday.
impl ToSql for IsoWeek {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Owned(Value::Integer(i64::from(self.monday().0))))
    }
}
impl FromSql for IsoWeek {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Day::column_result(value).map(Day::week)
    }
}
