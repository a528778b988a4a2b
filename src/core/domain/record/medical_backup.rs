//! Recours médical: a named doctor with a telephone for a weekend, a closed or a vacant week.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg, PersonId, Rota};
use super::{Fault, Field, Heading, Holds, ListWords, Record, Values, Words, Written, none_hidden};

/// The longest one, in days: whoever agreed for longer is asked again.
const LONGEST: i32 = 62;

pub static MEDICAL_BACKUP: Record = Record {
    table: Table("medical_backup"),
    fields: &[
        Field::new("from_day", "forms-field-from", Holds::Day).needed().column("backup-from", 10, 0),
        Field::new("to_day", "forms-field-to-day", Holds::Day).needed().column("backup-to", 10, 0),
        Field::new("person", "forms-field-doctor", Holds::Doctor).needed().column("backup-doctor", 16, 2),
        Field::new("note", "availability-note", Holds::Line).column("availability-note", 16, 3),
    ],
    right: Right::Rota,
    order: &["from_day"],
    signed: true,
    words: Words {
        new: "backup-new",
        edit: "backup-edit",
        intro: Some("backup-intro"),
        added: "store-said-backup",
        edited: "store-said-backup",
        removed: "store-said-backup-removed",
        named: &[("doctor", "person"), ("from", "from_day"), ("to", "to_day")],
    },
    list: Some(ListWords {
        title: "backup-list",
        heading: Heading::Weeks,
        how: Some("backup-how"),
        empty: "backup-empty",
        remove: "backup-remove",
        also: "astreinte week-end fermé vacance pionnier backup on call",
    }),
    guide: "planning",
    rule,
    advice,
    hidden: none_hidden,
};

fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let (Some(from), Some(to)) = (values.day("from_day"), values.day("to_day")) else { return Vec::new() };
    let why = match to.0 - from.0 {
        ..0 => "forms-to-before-from",
        0..=LONGEST => return Vec::new(),
        _ => "forms-too-long",
    };
    vec![("to_day", Msg::new(why))]
}

/// Whoever has no telephone cannot be called.
fn advice(values: &Values, rota: &Rota) -> Vec<Fault> {
    let person = values.number("person").and_then(|id| rota.people.get(PersonId(id)));
    let silent = person.filter(|p| p.phone.as_deref().is_none_or(str::is_empty));
    silent.map(|p| ("person", Msg::new("backup-no-phone").with("doctor", p.short()))).into_iter().collect()
}

/// A named doctor for days on which there is none at the centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MedicalBackup {
    pub from: Day,
    pub to: Day,
    pub person: PersonId,
    pub note: String,
}

impl MedicalBackup {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        Some(Self {
            from: values.day("from_day")?,
            to: values.day("to_day")?,
            person: PersonId(values.number("person")?),
            note: values.text("note").to_owned(),
        })
    }

    /// Whether the day lies in it.
    #[must_use]
    pub fn covers(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}
