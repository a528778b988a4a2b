//! Pièces demandées: which papers are needed, of whom, and how long they hold. A table of settings, with their source.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, DoctorStatus, Msg};
use super::choice::choice;
use super::task_template::{status_field, statuses};
use super::{
    Compared, Fault, Field, Heading, Holds, ListWords, Record, Value, Values, Words, Written, no_advice, none_hidden,
};

choice! {
    /// What a paper belongs to.
    Belongs {
        /// The doctor, wherever they go.
        Doctor => "belongs-doctor",
        /// The doctor at this centre: green at one is not green at another.
        Centre => "belongs-centre",
        /// One stay.
        Stay => "belongs-stay",
    }
}

choice! {
    /// What its absence means.
    PaperWeight {
        /// Needed: without it the file is incomplete.
        Needed => "weight-needed",
        /// A condition of the association, never of the law: said as theirs, and never red.
        Association => "weight-association",
        /// To be made sure of with somebody else: never red.
        ToCheck => "weight-to-check",
    }
}

pub static PAPER_KIND: Record = Record {
    table: Table("paper_kind"),
    fields: &[
        Field::new("name", "paper-name", Holds::Line)
            .needed()
            .column("paper-name", 24, 3)
            .unique(Compared::Folded, "store-paper-kind-taken"),
        Field::new("belongs", "paper-belongs", Holds::Choice(Belongs::WORDS)).needed().column("paper-belongs", 12, 1),
        Field::new("weight", "paper-weight", Holds::Choice(PaperWeight::WORDS)).needed().column("paper-weight", 12, 1),
        Field::new("for_new_graduate", "for-new-graduate", Holds::Flag),
        Field::new("for_locum", "for-locum", Holds::Flag),
        Field::new("for_self_employed", "for-self-employed", Holds::Flag),
        Field::new("for_salaried", "for-salaried", Holds::Flag),
        Field::new("for_hospital", "for-hospital", Holds::Flag),
        Field::new("for_retired", "for-retired", Holds::Flag),
        Field::new("months", "paper-months", Holds::Count(600)),
        Field::new("ask_days", "paper-ask-days", Holds::Count(366)),
        Field::new("days_before", "paper-days-before", Holds::Count(366)),
        Field::new("remind_days", "paper-remind-days", Holds::Count(366)),
        Field::new("settles", "paper-settles", Holds::Line).how("paper-settles-how"),
        Field::new("from_day", "paper-from-day", Holds::Day),
        Field::new("to_day", "paper-to-day", Holds::Day),
        Field::new("source", "paper-source", Holds::Line).column("paper-source", 14, 2),
    ],
    right: Right::Rota,
    order: &["belongs", "name"],
    signed: false,
    words: Words {
        new: "paper-kind-new",
        edit: "paper-kind-edit",
        intro: Some("paper-kind-intro"),
        added: "store-said-paper-kind",
        edited: "store-said-paper-kind",
        removed: "store-said-paper-kind-removed",
        named: &[("name", "name")],
    },
    list: Some(ListWords {
        title: "paper-kind-list",
        heading: Heading::Stays,
        how: Some("paper-kind-how"),
        empty: "paper-kind-empty",
        remove: "paper-kind-remove",
        also: "pièces papiers dossier statut diplôme RCP Ordre CPS documents papers",
    }),
    guide: "stay",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

/// Its days are in order; what is said as somebody's condition says whose.
fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let mut faults = Vec::new();
    if let (Some(from), Some(to)) = (values.day("from_day"), values.day("to_day"))
        && to < from
    {
        faults.push(("to_day", Msg::new("forms-to-before-from")));
    }
    if values.choice("weight") == Some(PaperWeight::Association.name()) && values.get("source").is_empty() {
        faults.push(("source", Msg::new("paper-missing-source")));
    }
    faults
}

/// A paper that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperKind {
    pub id: i64,
    pub name: String,
    pub belongs: Belongs,
    pub weight: PaperWeight,
    /// None is all.
    pub statuses: Vec<DoctorStatus>,
    /// How long it holds from its date; nothing: as long as it says itself, or for ever.
    pub months: Option<u32>,
    /// Days before the arrival from which it is asked for, and cannot be there earlier; nothing: always.
    pub ask_days: Option<u32>,
    /// Days before the arrival by which it is received.
    pub days_before: Option<u32>,
    /// Days before its end from which one is reminded.
    pub remind_days: Option<u32>,
    /// The task that is done once it is received, by its words.
    pub settles: String,
    /// The days from which and up to which it is asked for.
    pub from_day: Option<Day>,
    pub to_day: Option<Day>,
    pub source: String,
}

impl PaperKind {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        Some(Self {
            id: row.id,
            name: values.text("name").to_owned(),
            belongs: Belongs::kept(values.choice("belongs")?)?,
            weight: PaperWeight::kept(values.choice("weight")?)?,
            statuses: statuses(values),
            months: values.count("months"),
            ask_days: values.count("ask_days"),
            days_before: values.count("days_before"),
            remind_days: values.count("remind_days"),
            settles: values.text("settles").to_owned(),
            from_day: values.day("from_day"),
            to_day: values.day("to_day"),
            source: values.text("source").to_owned(),
        })
    }

    /// The same as the values of its row.
    #[must_use]
    pub fn values(&self) -> Values {
        let all = [
            ("name", self.name.as_str().into()),
            ("belongs", self.belongs.value()),
            ("weight", self.weight.value()),
            ("months", self.months.into()),
            ("ask_days", self.ask_days.into()),
            ("days_before", self.days_before.into()),
            ("remind_days", self.remind_days.into()),
            ("settles", self.settles.as_str().into()),
            ("from_day", self.from_day.into()),
            ("to_day", self.to_day.into()),
            ("source", Value::from(self.source.as_str())),
        ];
        let for_them = DoctorStatus::ALL.into_iter().map(|s| (status_field(s), self.statuses.contains(&s).into()));
        all.into_iter().chain(for_them).collect()
    }
}
