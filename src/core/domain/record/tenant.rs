//! Occupants: another profession in a room, on some half-days of the week, for days or months.

use super::super::half_days::HalfDays;
use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg};
use super::{Fault, Field, Heading, Holds, ListWords, Record, Value, Values, Words, Written, no_advice, none_hidden};

/// The longest agreement, in days: whoever stays for longer is asked again.
const LONGEST: i32 = 3 * 366;

pub static TENANT: Record = Record {
    table: Table("tenant"),
    fields: &[
        Field::new("name", "tenant-name", Holds::Line).needed().column("tenant-name", 16, 2).searched(),
        Field::new("profession", "tenant-profession", Holds::Line).needed().column("tenant-profession", 12, 1),
        Field::new("phone", "forms-field-phone", Holds::Line),
        Field::new("asset", "tenant-room", Holds::Link).needed_for("booking-missing-asset").column("tenant-room", 8, 1),
        Field::new("half_days", "tenant-half-days", Holds::HalfDays)
            .needed_for("tenant-missing-half-days")
            .column("tenant-half-days", 16, 2)
            .how("tenant-half-days-how"),
        Field::new("from_day", "forms-field-from", Holds::Day).needed().column("backup-from", 10, 0),
        Field::new("to_day", "forms-field-to-day", Holds::Day).needed().column("backup-to", 10, 0),
        Field::new("rent", "tenant-rent", Holds::Count(10_000)),
        Field::new("asked_on", "tenant-asked-on", Holds::PastDay),
        Field::new("agreed_on", "tenant-agreed-on", Holds::PastDay),
        Field::new("consent_on", "tenant-consent-on", Holds::PastDay),
        Field::new("insured_until", "tenant-insured-until", Holds::Day),
        Field::new("notice_months", "tenant-notice", Holds::Count(24)),
        Field::new("note", "tenant-note", Holds::Line),
    ],
    right: Right::Rota,
    order: &["from_day", "name"],
    signed: false,
    words: Words {
        new: "tenant-new",
        edit: "tenant-edit",
        intro: Some("tenant-intro"),
        added: "store-said-tenant",
        edited: "store-said-tenant",
        removed: "store-said-tenant-removed",
        named: &[("name", "name")],
    },
    list: Some(ListWords {
        title: "tenant-list",
        heading: Heading::Stays,
        how: Some("tenant-how"),
        empty: "tenant-empty",
        remove: "tenant-remove",
        also: "location salle kiné infirmière psychologue loyer redevance convention tenant rent",
    }),
    guide: "stay",
    rule,
    advice: no_advice,
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

/// Another profession in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenant {
    pub id: i64,
    pub name: String,
    pub profession: String,
    pub phone: String,
    /// The number of the room.
    pub asset: i64,
    pub half_days: HalfDays,
    pub from: Day,
    pub to: Day,
    /// Euros a month; nothing: lent.
    pub rent: Option<u32>,
    pub asked_on: Option<Day>,
    /// The convention, signed on.
    pub agreed_on: Option<Day>,
    /// The commune's consent.
    pub consent_on: Option<Day>,
    pub insured_until: Option<Day>,
    pub notice_months: Option<u32>,
    pub note: String,
}

impl Tenant {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        Some(Self {
            id: row.id,
            name: values.text("name").to_owned(),
            profession: values.text("profession").to_owned(),
            phone: values.text("phone").to_owned(),
            asset: values.number("asset")?,
            half_days: HalfDays::kept(values.count("half_days")?),
            from: values.day("from_day")?,
            to: values.day("to_day")?,
            rent: values.count("rent"),
            asked_on: values.day("asked_on"),
            agreed_on: values.day("agreed_on"),
            consent_on: values.day("consent_on"),
            insured_until: values.day("insured_until"),
            notice_months: values.count("notice_months"),
            note: values.text("note").to_owned(),
        })
    }

    /// The same as the values of its row.
    #[must_use]
    pub fn values(&self) -> Values {
        [
            ("name", self.name.as_str().into()),
            ("profession", self.profession.as_str().into()),
            ("phone", self.phone.as_str().into()),
            ("asset", Value::Number(self.asset)),
            ("half_days", self.half_days.bits().into()),
            ("from_day", self.from.into()),
            ("to_day", self.to.into()),
            ("rent", self.rent.into()),
            ("asked_on", self.asked_on.into()),
            ("agreed_on", self.agreed_on.into()),
            ("consent_on", self.consent_on.into()),
            ("insured_until", self.insured_until.into()),
            ("notice_months", self.notice_months.into()),
            ("note", self.note.as_str().into()),
        ]
        .into_iter()
        .collect()
    }
}
