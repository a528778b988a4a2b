//! Modèles de préparation: what each stay needs done, dated from its arrival or its departure.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{DoctorStatus, Msg, PersonId, Role, Rota};
use super::choice::choice;
use super::{Fault, Field, Heading, Holds, ListWords, Record, Value, Values, Words, Written, no_rule, none_hidden};

choice! {
    /// What the day of a task is counted from.
    Anchor {
        Arrival => "anchor-arrival",
        Departure => "anchor-departure",
    }
}

choice! {
    /// For which stays, by their length.
    Length {
        /// Longer than a short one.
        Week => "length-week",
        /// One or two days.
        Short => "length-short",
    }
}

/// Whose a task can be: the roles of the team and the head office.
pub const OWNERS: &[(&str, &str)] = &[
    ("Coordination", "role-coordination"),
    ("Assistant", "role-assistant"),
    ("Nurse", "role-nurse"),
    ("HeadOffice", "role-head-office"),
];

/// The role that a name stands for.
#[must_use]
pub fn owner(name: &str) -> Role {
    match name {
        "Assistant" => Role::Assistant,
        "Nurse" => Role::Nurse,
        "HeadOffice" => Role::HeadOffice,
        _ => Role::Coordination,
    }
}

/// The name that a role is kept by.
#[must_use]
pub const fn owner_name(role: Role) -> &'static str {
    match role {
        Role::Assistant => "Assistant",
        Role::Nurse => "Nurse",
        Role::HeadOffice => "HeadOffice",
        Role::Coordination | Role::Doctor | Role::FiguresOnly => "Coordination",
    }
}

/// The field that says that something is for a status.
#[must_use]
pub const fn status_field(status: DoctorStatus) -> &'static str {
    match status {
        DoctorStatus::NewGraduate => "for_new_graduate",
        DoctorStatus::Locum => "for_locum",
        DoctorStatus::SelfEmployed => "for_self_employed",
        DoctorStatus::Salaried => "for_salaried",
        DoctorStatus::Hospital => "for_hospital",
        DoctorStatus::Retired => "for_retired",
    }
}

/// The statuses that the flags of a record name; none is all.
#[must_use]
pub fn statuses(values: &Values) -> Vec<DoctorStatus> {
    DoctorStatus::ALL.into_iter().filter(|status| values.flag(status_field(*status))).collect()
}

pub static TASK_TEMPLATE: Record = Record {
    table: Table("task_template"),
    fields: &[
        Field::new("what", "task-what", Holds::Line).needed().column("task-what", 24, 4).searched(),
        Field::new("anchor", "template-anchor", Holds::Choice(Anchor::WORDS)).needed().column("template-anchor", 8, 0),
        Field::new("days", "template-days", Holds::Offset)
            .needed_for("template-missing-days")
            .column("template-days", 6, 0)
            .how("template-days-how"),
        Field::new("owner", "task-owner", Holds::Choice(OWNERS)).needed().column("task-owner", 12, 1),
        Field::new("person", "task-person", Holds::Staff),
        Field::new("before_arrival", "task-before", Holds::Flag),
        Field::new("after", "task-after", Holds::Line).how("task-after-how"),
        Field::new("length", "template-length", Holds::Choice(Length::WORDS)),
        Field::new("for_new_graduate", "for-new-graduate", Holds::Flag),
        Field::new("for_locum", "for-locum", Holds::Flag),
        Field::new("for_self_employed", "for-self-employed", Holds::Flag),
        Field::new("for_salaried", "for-salaried", Holds::Flag),
        Field::new("for_hospital", "for-hospital", Holds::Flag),
        Field::new("for_retired", "for-retired", Holds::Flag),
    ],
    right: Right::Rota,
    order: &["anchor", "days", "what"],
    signed: false,
    words: Words {
        new: "template-new",
        edit: "template-edit",
        intro: Some("template-intro"),
        added: "store-said-template",
        edited: "store-said-template",
        removed: "store-said-template-removed",
        named: &[("what", "what")],
    },
    list: Some(ListWords {
        title: "template-list",
        heading: Heading::Stays,
        how: Some("template-how"),
        empty: "template-empty",
        remove: "template-remove",
        also: "modèle préparation tâches séjour contrat check-list template",
    }),
    guide: "stay",
    rule: no_rule,
    advice,
    hidden: none_hidden,
};

/// Whoever does it is of the role that answers for it.
fn advice(values: &Values, rota: &Rota) -> Vec<Fault> {
    let (Some(role), Some(person)) = (values.choice("owner").map(owner), values.number("person")) else {
        return Vec::new();
    };
    let other = rota.people.get(PersonId(person)).filter(|p| p.role != role);
    other.map(|p| ("person", Msg::new("task-other-role").with("name", p.short()))).into_iter().collect()
}

/// A line of the templates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskTemplate {
    pub what: String,
    pub anchor: Anchor,
    /// After the anchor, before it where negative.
    pub days: i32,
    pub owner: Role,
    pub person: Option<PersonId>,
    pub before_arrival: bool,
    /// What has to be done first, by its words.
    pub after: String,
    pub length: Option<Length>,
    /// None is all.
    pub statuses: Vec<DoctorStatus>,
}

impl TaskTemplate {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        Some(Self {
            what: values.text("what").to_owned(),
            anchor: Anchor::kept(values.choice("anchor")?)?,
            days: values.offset("days")?,
            owner: owner(values.choice("owner")?),
            person: values.number("person").map(PersonId),
            before_arrival: values.flag("before_arrival"),
            after: values.text("after").to_owned(),
            length: values.choice("length").and_then(Length::kept),
            statuses: statuses(values),
        })
    }

    /// The same as the values of its row.
    #[must_use]
    pub fn values(&self) -> Values {
        let all = [
            ("what", self.what.as_str().into()),
            ("anchor", self.anchor.value()),
            ("days", Value::Number(self.days.into())),
            ("owner", Value::choice(owner_name(self.owner))),
            ("person", self.person.into()),
            ("before_arrival", self.before_arrival.into()),
            ("after", self.after.as_str().into()),
            ("length", self.length.map_or(Value::Empty, Length::value)),
        ];
        let for_them = DoctorStatus::ALL.into_iter().map(|s| (status_field(s), self.statuses.contains(&s).into()));
        all.into_iter().chain(for_them).collect()
    }
}
