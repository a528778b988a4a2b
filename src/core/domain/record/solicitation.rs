//! Whom one asked for which week, when and how, what they answered, and when to ask again.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::{Day, IsoWeek, Msg, PersonId, PostId, Stamp};
use super::{Fault, Field, Holds, Record, Value, Values, Words, Written, no_advice, none_hidden};

/// How somebody was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    Phone,
    Mail,
    Text,
    /// De vive voix.
    InPerson,
}

const HOWS: [(&str, &str); 4] =
    [("Phone", "how-phone"), ("Mail", "how-mail"), ("Text", "how-text"), ("InPerson", "how-in-person")];

impl How {
    /// Every way, in the order of the forms.
    pub const ALL: [Self; 4] = [Self::Phone, Self::Mail, Self::Text, Self::InPerson];

    /// The name it is kept by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        HOWS[self as usize].0
    }

    /// Identifier of its word in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        HOWS[self as usize].1
    }
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SolicitationAnswer {
    /// À solliciter: nobody has called yet.
    ToAsk,
    /// Sans réponse.
    None,
    Yes,
    Perhaps,
    No,
    /// Rappeler le …
    CallBack,
}

const ANSWERS: [(&str, &str); 6] = [
    ("ToAsk", "solicitation-to-ask"),
    ("None", "solicitation-none"),
    ("Yes", "solicitation-yes"),
    ("Perhaps", "solicitation-perhaps"),
    ("No", "solicitation-no"),
    ("CallBack", "solicitation-call-back"),
];

impl SolicitationAnswer {
    /// Every answer, in the order of the forms; what is to be asked yet comes first.
    pub const ALL: [Self; 6] = [Self::ToAsk, Self::None, Self::Yes, Self::Perhaps, Self::No, Self::CallBack];

    /// The name it is kept by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        ANSWERS[self as usize].0
    }

    /// Identifier of its word in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        ANSWERS[self as usize].1
    }
}

pub static SOLICITATION: Record = Record {
    table: Table("solicitation"),
    fields: &[
        Field::new("person", "forms-field-doctor", Holds::Doctor).needed(),
        Field::new("post", "forms-field-post", Holds::Post).needed(),
        Field::new("week", "solicitation-week", Holds::Week).needed(),
        Field::new("asked_on", "solicitation-asked-on", Holds::PastDay),
        Field::new("how", "solicitation-how", Holds::Choice(&HOWS)),
        Field::new("answer", "solicitation-answer", Holds::Choice(&ANSWERS)).needed(),
        Field::new("again_on", "solicitation-again-on", Holds::Day),
        Field::new("note", "availability-note", Holds::Line),
    ],
    right: Right::Doctors,
    order: &["week"],
    signed: true,
    words: Words {
        new: "solicitation-title",
        edit: "solicitation-title",
        intro: None,
        added: "store-said-solicitation",
        edited: "store-said-solicitation",
        removed: "store-said-solicitation-removed",
        named: &[("doctor", "person"), ("week", "week"), ("answer", "answer")],
    },
    list: None,
    guide: "volunteers",
    rule,
    advice: no_advice,
    hidden: none_hidden,
};

fn rule(values: &Values, today: Day) -> Vec<Fault> {
    let answer = values.choice("answer");
    let (asked, again) = (values.day("asked_on"), values.day("again_on"));
    let to_ask = answer == Some(SolicitationAnswer::ToAsk.name());
    let mut faults = Vec::new();
    if !to_ask && asked.is_none() {
        faults.push(("asked_on", Msg::new("forms-missing-day")));
    }
    if answer == Some(SolicitationAnswer::CallBack.name()) && again.is_none() {
        faults.push(("again_on", Msg::new("solicitation-again-missing")));
    }
    if again.is_some_and(|again| again < asked.unwrap_or(today)) {
        faults.push(("again_on", Msg::new("solicitation-again-before")));
    }
    faults
}

/// Whom one asked for which hole, and what they answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solicitation {
    pub person: PersonId,
    pub post: PostId,
    pub week: IsoWeek,
    /// None where they are to be asked yet.
    pub asked_on: Option<Day>,
    pub how: Option<How>,
    pub answer: SolicitationAnswer,
    /// When to ask again.
    pub again_on: Option<Day>,
    pub note: String,
    /// By whom it was noted, and when; none of what is not kept yet.
    pub by: Option<(PersonId, Stamp)>,
}

impl Solicitation {
    /// Somebody who is to be asked.
    #[must_use]
    pub const fn to_ask(person: PersonId, post: PostId, week: IsoWeek) -> Self {
        let answer = SolicitationAnswer::ToAsk;
        Self { person, post, week, asked_on: None, how: None, answer, again_on: None, note: String::new(), by: None }
    }

    /// What a row says.
    #[must_use]
    pub fn of(row: &Written) -> Option<Self> {
        let values = &row.values;
        let (how, answer) = (values.choice("how"), values.choice("answer"));
        Some(Self {
            person: PersonId(values.number("person")?),
            post: PostId(values.number("post")?),
            week: values.day("week")?.week(),
            asked_on: values.day("asked_on"),
            how: How::ALL.into_iter().find(|h| Some(h.name()) == how),
            answer: SolicitationAnswer::ALL.into_iter().find(|a| Some(a.name()) == answer)?,
            again_on: values.day("again_on"),
            note: values.text("note").to_owned(),
            by: row.by,
        })
    }

    /// The same as the values of its row.
    #[must_use]
    pub fn values(&self) -> Values {
        [
            ("person", self.person.into()),
            ("post", self.post.into()),
            ("week", self.week.into()),
            ("asked_on", self.asked_on.into()),
            ("how", self.how.map_or(Value::Empty, |how| Value::choice(how.name()))),
            ("answer", Value::choice(self.answer.name())),
            ("again_on", self.again_on.into()),
            ("note", self.note.as_str().into()),
        ]
        .into_iter()
        .collect()
    }

    /// The day from which on somebody has to do something about it: call, call again, or ask after an answer that does
    /// not come; nothing where it is settled.
    #[must_use]
    pub fn due(&self, waits: i32) -> Option<Day> {
        match self.answer {
            SolicitationAnswer::Yes | SolicitationAnswer::No => None,
            SolicitationAnswer::CallBack => self.again_on,
            SolicitationAnswer::ToAsk => self.by.map(|(_, at)| at.day()),
            SolicitationAnswer::None | SolicitationAnswer::Perhaps => {
                self.again_on.or_else(|| self.asked_on.map(|day| day.plus(waits)))
            }
        }
    }
}
