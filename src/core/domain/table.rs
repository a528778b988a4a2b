//! Tables by name, as far as the desk speaks of their rows.
//!
//! What a row of them says is the business of the type that is read from it; here it only has to be named: what a
//! write depends on, and where the store finds it.

use serde::{Deserialize, Serialize};

/// A table whose rows forms edit, by its name in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Table(pub &'static str);

impl Table {
    pub const CENTRE: Self = Self("centre");
    pub const POST: Self = Self("post");
    pub const PERSON: Self = Self("person");
    pub const STAY: Self = Self("stay");
    pub const ITEM: Self = Self("item");
    pub const RELAY: Self = Self("relay");
    pub const HANDOVER: Self = Self("handover");
    pub const CONTACT: Self = Self("contact");
    pub const PAGE: Self = Self("guide_page");
    pub const ENTRY: Self = Self("entry");
    pub const PANEL: Self = Self("panel_snapshot");
    pub const SURVEY: Self = Self("week_survey");

    /// One of its rows.
    #[must_use]
    pub const fn row(self, id: i64) -> Row {
        Row { table: self, id }
    }
}

/// The last change a row has seen; it never goes back. A row that was not there has revision 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Rev(pub i64);

/// A row whose revision a write depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Row {
    pub table: Table,
    pub id: i64,
}
