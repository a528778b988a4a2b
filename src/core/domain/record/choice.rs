//! A choice of a record: its variants, the name each is kept by, and the identifier of its word.

/// Makes the type of a choice: `ALL`, `WORDS` (what the description of the field takes), `name`, `word` and `kept`.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident => $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$of])* $variant),+
        }

        impl $name {
            /// Each, in the order of the forms.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The names they are kept by, with the identifiers of their words.
            pub const WORDS: &'static [(&'static str, &'static str)] = &[$((stringify!($variant), $word)),+];

            /// The name it is kept by.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant)),+ }
            }

            /// Identifier of its word in the language files.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The one that is kept by a name.
            #[must_use]
            pub fn kept(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }

            /// What a field of a record holds of it.
            #[must_use]
            pub const fn value(self) -> $crate::domain::record::Value {
                $crate::domain::record::Value::choice(self.name())
            }
        }

        impl $crate::domain::record::Held for $name {
            fn read(values: &$crate::domain::record::Values, field: &str) -> Option<Self> {
                values.choice(field).and_then(Self::kept)
            }

            fn value(&self) -> $crate::domain::record::Value {
                (*self).value()
            }
        }
    };
}
pub(super) use choice;
