//! Tâches: what one stay needs done.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, Msg, PersonId, Role, StayId};
use super::choice::choice;
use super::task_template::{Anchor, OWNERS, owner, owner_name};
use super::{Fault, Field, Holds, Record, Value, Values, Words, Written, no_advice, none_hidden};

choice! {
    /// What has become of a task.
    TaskState {
        ToDo => "task-to-do",
        Done => "task-done",
        /// Sans objet, with why.
        NotNeeded => "task-not-needed",
        /// Closed with the stay that was called off.
        Dropped => "task-dropped",
    }
}

pub static TASK: Record = Record {
    table: Table("task"),
    fields: &[
        Field::new("what", "task-what", Holds::Line).needed().searched(),
        Field::new("stay", "task-stay", Holds::Link).needed(),
        Field::new("doctor", "forms-field-doctor", Holds::Link).needed(),
        Field::new("anchor", "template-anchor", Holds::Choice(Anchor::WORDS)).needed(),
        Field::new("days", "template-days", Holds::Offset).needed_for("template-missing-days").how("template-days-how"),
        Field::new("on_day", "task-on-day", Holds::Day).how("task-on-day-how"),
        Field::new("owner", "task-owner", Holds::Choice(OWNERS)).needed(),
        Field::new("person", "task-person", Holds::Staff),
        Field::new("before_arrival", "task-before", Holds::Flag),
        Field::new("after", "task-after", Holds::Line).how("task-after-how"),
        Field::new("state", "task-state", Holds::Choice(TaskState::WORDS)).needed(),
        Field::new("settled_on", "task-settled-on", Holds::PastDay),
        Field::new("settled_by", "task-settled-by", Holds::Staff),
        Field::new("reason", "task-reason", Holds::Line),
        Field::new("made_on", "task-made-on", Holds::Day).needed(),
    ],
    right: Right::Prepare,
    order: &["stay", "days"],
    signed: false,
    words: Words {
        new: "task-new",
        edit: "task-edit",
        intro: None,
        added: "store-said-task",
        edited: "store-said-task",
        removed: "store-said-task-removed",
        named: &[("what", "what"), ("state", "state")],
    },
    list: None,
    guide: "stay",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

fn rule(values: &Values, _today: Day) -> Vec<Fault> {
    let state = values.choice("state").and_then(TaskState::kept);
    let mut faults = Vec::new();
    if state == Some(TaskState::NotNeeded) && values.get("reason").is_empty() {
        faults.push(("reason", Msg::new("task-missing-reason")));
    }
    if matches!(state, Some(TaskState::Done | TaskState::NotNeeded)) && values.day("settled_on").is_none() {
        faults.push(("settled_on", Msg::new("forms-missing-day")));
    }
    faults
}

/// One thing to do for a stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    pub stay: StayId,
    /// Whose stay it was when it was made.
    pub doctor: PersonId,
    pub what: String,
    pub anchor: Anchor,
    /// After the anchor, before it where negative.
    pub days: i32,
    /// A day of its own.
    pub on_day: Option<Day>,
    pub owner: Role,
    pub person: Option<PersonId>,
    /// The first patient cannot be seen without it.
    pub before_arrival: bool,
    /// What has to be done first, by its words.
    pub after: String,
    pub state: TaskState,
    pub settled_on: Option<Day>,
    pub settled_by: Option<PersonId>,
    /// Why it is not needed.
    pub reason: String,
    /// The day it came to the list.
    pub made_on: Day,
}

impl Task {
    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        Some(Self {
            stay: StayId(values.number("stay")?),
            doctor: PersonId(values.number("doctor")?),
            what: values.text("what").to_owned(),
            anchor: Anchor::kept(values.choice("anchor")?)?,
            days: values.offset("days")?,
            on_day: values.day("on_day"),
            owner: owner(values.choice("owner")?),
            person: values.number("person").map(PersonId),
            before_arrival: values.flag("before_arrival"),
            after: values.text("after").to_owned(),
            state: TaskState::kept(values.choice("state")?)?,
            settled_on: values.day("settled_on"),
            settled_by: values.number("settled_by").map(PersonId),
            reason: values.text("reason").to_owned(),
            made_on: values.day("made_on")?,
        })
    }

    /// The same as the values of its row.
    #[must_use]
    pub fn values(&self) -> Values {
        [
            ("stay", Value::Number(self.stay.0)),
            ("doctor", self.doctor.into()),
            ("what", self.what.as_str().into()),
            ("anchor", self.anchor.value()),
            ("days", Value::Number(self.days.into())),
            ("on_day", self.on_day.into()),
            ("owner", Value::choice(owner_name(self.owner))),
            ("person", self.person.into()),
            ("before_arrival", self.before_arrival.into()),
            ("after", self.after.as_str().into()),
            ("state", self.state.value()),
            ("settled_on", self.settled_on.into()),
            ("settled_by", self.settled_by.into()),
            ("reason", self.reason.as_str().into()),
            ("made_on", self.made_on.into()),
        ]
        .into_iter()
        .collect()
    }
}
