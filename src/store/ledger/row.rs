//! What a row of a change says of who may do what.

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::super::chain::SeenRow;
use super::{TABLES, Word};
use crate::domain::{AccountEventKind, AccountId, PersonId, Role};

/// A row that says who may do what.
#[derive(Debug)]
pub(super) enum Written {
    /// No role: gone.
    Person {
        id: PersonId,
        role: Option<Role>,
    },
    /// No person: gone. `was` is whose it was before.
    Account {
        id: AccountId,
        person: Option<PersonId>,
        was: Option<PersonId>,
        recipient: String,
    },
    Recovery {
        recipient: String,
    },
    Key {
        id: i64,
        account: Option<AccountId>,
        person: Option<PersonId>,
        public: String,
    },
    Event {
        kind: Option<AccountEventKind>,
        account: Option<AccountId>,
        author: Option<PersonId>,
        /// Whether it says that another was seen.
        confirms: bool,
    },
    Adoption {
        schema: i64,
    },
}

impl Written {
    /// What a row says; nothing where it says nothing of that kind, and an error where it is no image.
    pub(super) fn of(row: &SeenRow) -> serde_json::Result<Option<Self>> {
        if !TABLES.contains(&row.table.as_str()) {
            return Ok(None);
        }
        let image = |text: &Option<String>| text.as_deref().map(serde_json::from_str::<Map<String, Json>>).transpose();
        let (before, after) = (image(&row.before)?, image(&row.after)?);
        let after = after.as_ref();
        Ok(match row.table.as_str() {
            "person" => Some(Self::Person { id: PersonId(row.row), role: after.and_then(role_of) }),
            "account" => Some(Self::Account {
                id: AccountId(row.row),
                person: after.and_then(|image| field(image, "person")),
                was: before.as_ref().and_then(|image| field(image, "person")),
                recipient: after.and_then(|image| field(image, "recipient")).unwrap_or_default(),
            }),
            "recovery_key" => {
                after.and_then(|image| field(image, "recipient")).map(|recipient| Self::Recovery { recipient })
            }
            "signing_key" => after.map(|image| Self::Key {
                id: row.row,
                account: field(image, "account"),
                person: field(image, "person"),
                public: field(image, "public").unwrap_or_default(),
            }),
            "account_event" => after.map(|image| {
                let kind = field(image, "kind");
                Self::Event {
                    kind,
                    account: field(image, "account"),
                    author: field(image, "author"),
                    confirms: kind == Some(AccountEventKind::Confirmed)
                        || image.get("confirms").is_some_and(|confirms| !confirms.is_null()),
                }
            }),
            _ => after.map(|image| Self::Adoption { schema: field(image, "schema").unwrap_or_default() }),
        })
    }
}

/// The role of a person: one that came later stands beside one of the first, and none of the first does.
fn role_of(image: &Map<String, Json>) -> Option<Role> {
    match image.get("role_beside") {
        None | Some(Json::Null) => field(image, "role"),
        Some(_) => field(image, "role_beside").filter(|role| matches!(role, Role::HeadOffice | Role::FiguresOnly)),
    }
}

/// Who said what a row holds, and who typed it.
pub(super) fn word_of(row: &SeenRow) -> Word {
    let image: Map<String, Json> =
        row.after.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    (field(&image, "author"), field(&image, "entered_by"))
}

/// Whether the rows tell the coordination of an account that somebody of the team has made for a doctor.
pub(super) fn tells(rows: &[Written], account: AccountId) -> bool {
    rows.iter().any(|row| match row {
        Written::Event { kind: Some(AccountEventKind::Added | AccountEventKind::Passphrase), account: of, .. } => {
            *of == Some(account)
        }
        _ => false,
    })
}

/// A field of an image; nothing where it says nothing that is understood.
fn field<T: for<'de> Deserialize<'de>>(image: &Map<String, Json>, name: &str) -> Option<T> {
    image.get(name).and_then(|value| T::deserialize(value).ok())
}
