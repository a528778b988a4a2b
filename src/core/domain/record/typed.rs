//! The typed view of a record: its struct, and how its row is read and written, out of one list of fields.

use super::super::draft::patient;
use super::super::{Day, IsoWeek, PatientRef, PersonId, PostId};
use super::{Value, Values};

/// What one field of a record can be, where code asks for it by name.
pub trait Held: Sized {
    /// What a field holds; nothing where it holds none.
    fn read(values: &Values, field: &str) -> Option<Self>;
    /// The same as its row holds it.
    fn value(&self) -> Value;
}

macro_rules! held {
    ($($type:ty: $read:expr, $write:expr;)+) => {
        $(impl Held for $type {
            fn read(values: &Values, field: &str) -> Option<Self> {
                let read: fn(&Values, &str) -> Option<Self> = $read;
                read(values, field)
            }

            fn value(&self) -> Value {
                let write: fn(&Self) -> Value = $write;
                write(self)
            }
        })+
    };
}

held! {
    String: |values, field| Some(values.text(field).to_owned()), |text| text.as_str().into();
    Day: |values, field| values.day(field), |day| (*day).into();
    IsoWeek: |values, field| values.day(field).map(Day::week), |week| (*week).into();
    bool: |values, field| Some(values.flag(field)), |flag| (*flag).into();
    u32: |values, field| values.count(field), |count| (*count).into();
    i64: |values, field| values.number(field), |number| Value::Number(*number);
    PersonId: |values, field| values.number(field).map(Self), |id| (*id).into();
    PostId: |values, field| values.number(field).map(Self), |id| (*id).into();
    PatientRef: |values, field| patient::of_line(values.text(field)), |who| patient::to_line(who).into();
}

impl<T: Held> Held for Option<T> {
    fn read(values: &Values, field: &str) -> Option<Self> {
        Some(T::read(values, field))
    }

    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Empty, Held::value)
    }
}

/// Makes the typed view of a record: the struct, `of` (a row) and `values`.
macro_rules! typed {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $($(#[$of])* pub $field: $type),+
        }

        impl $name {
            /// What a row says.
            #[must_use]
            pub fn of(row: &$crate::domain::record::Written) -> Option<Self> {
                Self::held(&row.values)
            }

            /// What values say.
            #[must_use]
            pub fn held(values: &$crate::domain::record::Values) -> Option<Self> {
                Some(Self { $($field: $crate::domain::record::Held::read(values, stringify!($field))?),+ })
            }

            /// The same as the values of its row.
            #[must_use]
            pub fn values(&self) -> $crate::domain::record::Values {
                [$((stringify!($field), $crate::domain::record::Held::value(&self.$field))),+].into_iter().collect()
            }
        }
    };
}
pub(super) use typed;
