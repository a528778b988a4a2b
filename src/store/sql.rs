//! How the domain's values stand in the store: as serde says them.
//!
//! Identifiers, days and weeks are whole numbers, choices their names, what is not known `NULL`. So a new kind of value
//! is written and read without a line here. What serde says as a list or a map is no column.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, Value, ValueRef};
use rusqlite::{Row, RowIndex, ToSql};
use serde::de::value::Error;
use serde::de::{DeserializeOwned, Deserializer, IntoDeserializer as _, Visitor};
use serde::{Serialize, forward_to_deserialize_any};

/// A value of the domain as one column.
pub(super) struct Column<T>(pub T);

impl<T: Serialize> Column<T> {
    /// What stands in the column.
    pub(super) fn value(&self) -> rusqlite::Result<Value> {
        let failed = |why: Box<dyn std::error::Error + Send + Sync>| rusqlite::Error::ToSqlConversionFailure(why);
        Ok(match serde_json::to_value(&self.0).map_err(|e| failed(e.into()))? {
            serde_json::Value::Null => Value::Null,
            serde_json::Value::Bool(yes) => Value::Integer(yes.into()),
            serde_json::Value::String(text) => Value::Text(text),
            serde_json::Value::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(whole), _) => Value::Integer(whole),
                (None, Some(real)) if number.is_f64() => Value::Real(real),
                _ => return Err(failed(format!("{number} is too large").into())),
            },
            other => return Err(failed(format!("{other} is no column").into())),
        })
    }
}

impl<T: Serialize> ToSql for Column<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.value().map(ToSqlOutput::Owned)
    }
}

impl<T: DeserializeOwned> FromSql for Column<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        T::deserialize(Stored(value)).map(Self).map_err(|error| FromSqlError::Other(error.into()))
    }
}

/// Columns of a row, each with what is written in it: named once for adding the row and for changing it.
pub(super) struct Fields(pub Vec<(&'static str, Value)>);

impl Fields {
    /// The statement that adds a row of them.
    pub fn insert(&self, table: &str) -> String {
        let names: Vec<&str> = self.0.iter().map(|(name, _)| *name).collect();
        let marks = vec!["?"; names.len()].join(", ");
        format!("INSERT INTO {table}({}) VALUES ({marks})", names.join(", "))
    }

    /// The statement that changes the rows of which something is so.
    pub fn update(&self, table: &str, which: &str) -> String {
        let set: Vec<String> = self.0.iter().map(|(name, _)| format!("{name} = ?")).collect();
        format!("UPDATE {table} SET {} WHERE {which}", set.join(", "))
    }

    /// The same and further ones.
    pub fn and(mut self, further: Self) -> Self {
        self.0.extend(further.0);
        self
    }

    /// What goes for the marks of both.
    pub fn into_values(self) -> impl Iterator<Item = Value> {
        self.0.into_iter().map(|(_, value)| value)
    }
}

/// Columns with the values of the domain that go into them.
macro_rules! fields {
    ($($column:ident: $value:expr),* $(,)?) => {
        $crate::store::sql::Fields(vec![$((stringify!($column), $crate::store::sql::Column(&$value).value()?)),*])
    };
}
pub(super) use fields;

/// What stands in a column, to be read as serde likes.
struct Stored<'a>(ValueRef<'a>);

impl<'de> Deserializer<'de> for Stored<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            ValueRef::Null => visitor.visit_unit(),
            ValueRef::Integer(whole) => visitor.visit_i64(whole),
            ValueRef::Real(real) => visitor.visit_f64(real),
            ValueRef::Text(text) => {
                visitor.visit_borrowed_str(std::str::from_utf8(text).map_err(serde::de::Error::custom)?)
            }
            ValueRef::Blob(bytes) => visitor.visit_borrowed_bytes(bytes),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            ValueRef::Integer(whole) => visitor.visit_bool(whole != 0),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            ValueRef::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            ValueRef::Text(name) => {
                let name = std::str::from_utf8(name).map_err(serde::de::Error::custom)?;
                visitor.visit_enum(name.into_deserializer())
            }
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

/// Columns of a row as values of the domain.
pub(super) trait Columns {
    /// The column of that number or name.
    fn col<T: DeserializeOwned>(&self, column: impl RowIndex) -> rusqlite::Result<T>;
}

impl Columns for Row<'_> {
    fn col<T: DeserializeOwned>(&self, column: impl RowIndex) -> rusqlite::Result<T> {
        self.get::<_, Column<T>>(column).map(|found| found.0)
    }
}

/// Values of the domain for the marks of a statement, in their order.
macro_rules! params {
    ($($value:expr),* $(,)?) => {
        ::rusqlite::params![$($crate::store::sql::Column(&$value)),*]
    };
}
pub(super) use params;

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;
    use crate::domain::{Day, DoctorStatus, Gravity, IsoWeek, Kind, PersonId};

    /// What the store makes of a value, and the value again.
    fn kept<T: Serialize + DeserializeOwned>(value: &T) -> (Value, rusqlite::Result<T>) {
        let conn = Connection::open_in_memory().unwrap();
        conn.query_row("SELECT ?1", params![value], |row| Ok((row.get(0)?, row.col(0)))).unwrap()
    }

    #[test]
    fn values_are_numbers_names_or_nothing_and_come_back() {
        let week = IsoWeek::new(2026, 49).unwrap();
        let monday = Value::Integer(week.monday().0.into());
        assert_eq!(kept(&PersonId(7)), (Value::Integer(7), Ok(PersonId(7))));
        assert_eq!(kept(&week), (monday.clone(), Ok(week)));
        assert_eq!(kept(&Some(week.monday())), (monday, Ok(Some(week.monday()))));
        assert_eq!(kept(&None::<Day>), (Value::Null, Ok(None)));
        assert_eq!(kept(&Gravity::Urgent), (Value::Text("Urgent".into()), Ok(Gravity::Urgent)));
        assert_eq!(
            kept(&Some(DoctorStatus::Retired)),
            (Value::Text("Retired".into()), Ok(Some(DoctorStatus::Retired)))
        );
        assert_eq!(kept(&true), (Value::Integer(1), Ok(true)));
        assert_eq!(kept(&2.5), (Value::Real(2.5), Ok(2.5)));
        assert_eq!(kept(&"INR à 4,8".to_owned()), (Value::Text("INR à 4,8".into()), Ok("INR à 4,8".into())));
    }

    #[test]
    fn a_row_is_added_and_changed_by_one_list_of_its_columns() {
        let row = |kind, file: Option<&str>| Ok::<_, rusqlite::Error>(fields! { kind: kind, file: file });
        let added = row(Kind::Care, Some("1243")).unwrap();
        assert_eq!(added.insert("item"), "INSERT INTO item(kind, file) VALUES (?, ?)");
        assert_eq!(added.update("item", "id = ?"), "UPDATE item SET kind = ?, file = ? WHERE id = ?");
        let values: Vec<Value> = added.into_values().collect();
        assert_eq!(values, [Value::Text("Care".into()), Value::Text("1243".into())]);
    }

    #[test]
    fn a_week_is_read_from_any_of_its_days() {
        let week = IsoWeek::new(2026, 49).unwrap();
        let conn = Connection::open_in_memory().unwrap();
        let read = conn.query_row("SELECT ?1", params![week.monday().plus(3)], |row| row.col::<IsoWeek>(0));
        assert_eq!(read, Ok(week));
    }

    #[test]
    fn what_is_no_such_value_is_named_and_never_guessed() {
        let conn = Connection::open_in_memory().unwrap();
        let why = |sql: &str| conn.query_row(sql, [], |row| row.col::<Kind>(0)).unwrap_err().to_string();
        assert!(why("SELECT 'Horoscope'").contains("Horoscope"), "{}", why("SELECT 'Horoscope'"));
        assert!(!why("SELECT 3").is_empty() && !why("SELECT NULL").is_empty());
        assert!(conn.query_row("SELECT 99999999999", [], |row| row.col::<Day>(0)).is_err());
        assert!(conn.query_row("SELECT ?1", params![vec![1, 2]], |_| Ok(())).is_err());
        assert!(conn.query_row("SELECT ?1", params![u64::MAX], |_| Ok(())).is_err());
    }
}
