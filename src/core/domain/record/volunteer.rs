//! What is known of a volunteer beside who they are: what they would like, what they intend, whether they may be asked.
//!
//! Written and read by who keeps the collective alone, and as if the volunteer read it: nothing of patients.

use super::super::rights::Right;
use super::super::table::Table;
use super::super::wish::Wish;
use super::super::{Day, Msg, PersonId, Rota};
use super::{Fault, Field, Holds, Record, Value, Values, Words, Written, no_rule, none_hidden};

/// What a doctor intends after a stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Intention {
    ComeBack,
    /// S'installer dans la région.
    SettleDown,
    /// Ne pas revenir.
    No,
}

impl Intention {
    /// Every intention, in the order of the forms.
    pub const ALL: [Self; 3] = [Self::ComeBack, Self::SettleDown, Self::No];

    /// The name it is kept by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        WORDS[self as usize].0
    }

    /// Identifier of its word in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        WORDS[self as usize].1
    }
}

pub(super) const WORDS: [(&str, &str); 3] =
    [("ComeBack", "intention-come-back"), ("SettleDown", "intention-settle-down"), ("No", "intention-no")];

pub static VOLUNTEER: Record = Record {
    table: Table("volunteer"),
    fields: &[
        Field::new("person", "forms-field-doctor", Holds::Doctor).needed(),
        Field::new("wishes", "volunteer-wishes", Holds::Sentence(2)).how("volunteer-wishes-how"),
        Field::new("intention", "volunteer-intention", Holds::Choice(&WORDS)),
        Field::new("skills", "volunteer-skills", Holds::Line).how("volunteer-skills-how"),
        Field::new("declared", "volunteer-declared", Holds::Flag),
        Field::new("spared_on", "volunteer-spared", Holds::PastDay).how("volunteer-spared-how"),
        Field::new("told_on", "volunteer-told", Holds::PastDay).how("volunteer-told-how"),
        Field::new("notes", "volunteer-notes", Holds::Note(3)).how("volunteer-notes-how"),
    ],
    right: Right::Doctors,
    order: &["person"],
    signed: false,
    words: Words {
        new: "volunteer-title",
        edit: "volunteer-title",
        intro: None,
        added: "store-said-volunteer",
        edited: "store-said-volunteer",
        removed: "store-said-volunteer-removed",
        named: &[("doctor", "person")],
    },
    list: None,
    guide: "volunteers",
    rule: no_rule,
    advice,
    hidden: none_hidden,
};

/// How the wishes are read.
pub(super) fn advice(values: &Values, _rota: &Rota) -> Vec<Fault> {
    let text = values.text("wishes");
    if text.trim().is_empty() {
        return Vec::new();
    }
    let (wish, unread) = Wish::read(text);
    let weeks = Msg::new("wish-weeks").with("likes", wish.likes.count()).with("never", wish.never.count());
    let times = wish.per_year.map(|times| Msg::new("wish-per-year").with("count", usize::from(times)));
    let unread = (!unread.is_empty()).then(|| Msg::new("wish-unread").with("words", unread.join(", ")));
    [Some(weeks), times, unread].into_iter().flatten().map(|msg| ("wishes", msg)).collect()
}

/// What is known of a volunteer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Volunteer {
    /// As typed.
    pub wishes: String,
    pub intention: Option<Intention>,
    /// Tags, separated by commas.
    pub skills: String,
    /// Declared for this centre at the Ordre.
    pub declared: bool,
    /// Plus à solliciter, by their own wish, from that day on.
    pub spared_on: Option<Day>,
    /// The day on which they were told what is kept of them.
    pub told_on: Option<Day>,
    pub notes: String,
}

impl Volunteer {
    /// Whose row it is, and what it says.
    #[must_use]
    pub fn of(row: &Written) -> Option<(PersonId, Self)> {
        let values = &row.values;
        let intention = values.choice("intention");
        Some((
            PersonId(values.number("person")?),
            Self {
                wishes: values.text("wishes").to_owned(),
                intention: Intention::ALL.into_iter().find(|i| Some(i.name()) == intention),
                skills: values.text("skills").to_owned(),
                declared: values.flag("declared"),
                spared_on: values.day("spared_on"),
                told_on: values.day("told_on"),
                notes: values.text("notes").to_owned(),
            },
        ))
    }

    /// The same as the values of its row.
    #[must_use]
    pub fn values(&self, person: PersonId) -> Values {
        let intention = self.intention.map_or(Value::Empty, |i| Value::choice(i.name()));
        [
            ("person", person.into()),
            ("wishes", self.wishes.as_str().into()),
            ("intention", intention),
            ("skills", self.skills.as_str().into()),
            ("declared", self.declared.into()),
            ("spared_on", self.spared_on.into()),
            ("told_on", self.told_on.into()),
            ("notes", self.notes.as_str().into()),
        ]
        .into_iter()
        .collect()
    }
}
