//! A record is described once: its fields, its words, its rules.
//!
//! What the centre keeps a simple list of (sentences kept ready, abbreviations, closed days…) is a [`Record`]. The store
//! reads and writes it, the form asks for it, the register lists it, two desks that edit one row are shown both
//! versions, the search finds it and the history tells of it, all by walking its description: no code of theirs names
//! one record. What has a rule adds it ([`Record::rule`], [`Record::advice`]); what has a face of its own, as closed
//! days have in the register of the centre, takes the rows and draws them.
//!
//! To add one:
//!
//! 1. `domain/record/NAME.rs`: the description, and a typed view ([`Written`] → your type, made by
//!    `typed!` of one list of fields) where code asks for its values by name. One line in [`ALL`], below, which every room walks.
//! 2. `store/schema/0NN.sql`: its table, with `id`, `rev`, `centre`, one column a field of the same name, and `author`
//!    and `at` where it is [`Record::signed`]; one line in `store::migrate`. Columns are compared with the description
//!    by a test, and the rights of the table are the description's.
//! 3. `assets/lang/fr.ftl` and `en.ftl`: the words that the description names. A test says which are missing, and which
//!    are used by nothing.
//! 4. `demo/`: some rows in the fictional centre, by [`Record::put`].
//! 5. `README.md` and `CHANGELOG.md`.
//!
//! With a [`ListWords`] it stands in the Menu and the palette. A field that becomes [`Field::searched`] later needs a step of
//! the schema, be it empty: the triggers of the search are made by `store::arm` after each step.

mod abbreviation;
mod absence;
mod ald_protocol;
mod asset;
mod attempt;
mod availability;
mod booking;
mod capacity;
mod care_protocol;
mod choice;
mod closure;
mod concertation;
mod distance;
mod follow_up;
mod followed_by;
mod leaving_word;
mod medical_backup;
mod message_text;
mod movement;
mod opens;
mod paper;
mod paper_kind;
mod published;
mod regular_visit;
mod request;
mod rule;
mod snippet;
mod solicitation;
mod stay_cost;
mod task;
mod task_template;
mod tenant;
mod to_tell;
mod travel;
mod typed;
mod value;
mod volunteer;
mod waiting;

use std::hash::{Hash, Hasher};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use abbreviation::{ABBREVIATION, Abbreviation};
pub use absence::{ABSENCE, Absence};
pub use ald_protocol::{ALD_PROTOCOL, AldProtocol};
pub use asset::{ASSET, Asset, AssetKind};
pub use attempt::{ATTEMPT, Attempt, AttemptOutcome};
pub use availability::{AVAILABILITY, Availability};
pub use booking::{BOOKING, Booking};
pub use capacity::{Accepts, CAPACITY, Capacity};
pub use care_protocol::{CARE_PROTOCOL, CareProtocol};
pub use closure::{CLOSURE, close};
pub use concertation::{CONCERTATION, Concertation};
pub use distance::{DISTANCE, Distance};
pub use follow_up::{FOLLOW_UP, FollowUp, Lost, lost_before};
pub use followed_by::FollowedBy;
pub use leaving_word::{LEAVING_WORD, LeavingWord};
pub use medical_backup::{MEDICAL_BACKUP, MedicalBackup};
pub use message_text::{MESSAGE_TEXT, MessageText};
pub use movement::{MOVEMENT, Moved, Movement};
pub use opens::{OPENS, Opens};
pub use paper::{PAPER, Paper};
pub use paper_kind::{Belongs, PAPER_KIND, PaperKind, PaperWeight};
pub use published::PUBLISHED;
pub use regular_visit::{REGULAR_VISIT, RegularVisit};
pub use request::{Offered, REQUEST, Request};
pub use snippet::{SNIPPET, Snippet};
pub use solicitation::{How, SOLICITATION, Solicitation, SolicitationAnswer};
pub use stay_cost::{STAY_COST, StayCost};
pub use task::{TASK, Task, TaskState};
pub use task_template::{Anchor, Length, TASK_TEMPLATE, TaskTemplate};
pub use tenant::{TENANT, Tenant};
pub use to_tell::{TO_TELL, ToTell, ToldOutcome};
pub use travel::{Means, TRAVEL, Travel};
pub use typed::Held;
pub use value::{Value, Values, Written};
pub use volunteer::{Intention, VOLUNTEER, Volunteer};
pub use waiting::{GivenUp, WAITING, Waiting};

use super::act::{Act, RecordAct};
use super::rights::Right;
use super::{Day, Msg, Rota, Table};

/// Every record, in the order of the Menu.
pub const ALL: [&Record; 33] = [
    &SNIPPET,
    &ABBREVIATION,
    &CLOSURE,
    &PUBLISHED,
    &VOLUNTEER,
    &AVAILABILITY,
    &SOLICITATION,
    &MEDICAL_BACKUP,
    &TO_TELL,
    &MESSAGE_TEXT,
    &LEAVING_WORD,
    &TASK_TEMPLATE,
    &TASK,
    &PAPER_KIND,
    &PAPER,
    &ASSET,
    &BOOKING,
    &TENANT,
    &TRAVEL,
    &STAY_COST,
    &ABSENCE,
    &OPENS,
    &WAITING,
    &CAPACITY,
    &MOVEMENT,
    &ALD_PROTOCOL,
    &CARE_PROTOCOL,
    &FOLLOW_UP,
    &ATTEMPT,
    &CONCERTATION,
    &REQUEST,
    &REGULAR_VISIT,
    &DISTANCE,
];

/// What something that the centre keeps a list of is.
pub struct Record {
    pub table: Table,
    /// In the order of the form; the first names it.
    pub fields: &'static [Field],
    /// What it asks of who writes it.
    pub right: Right,
    /// The fields it is listed by, the first counting most, in the order of the alphabet or of time.
    pub order: &'static [&'static str],
    /// Its table says who wrote it and when.
    pub signed: bool,
    pub words: Words,
    /// Its list; none where it stands in the register of something else.
    pub list: Option<ListWords>,
    /// The page of the user guide on it.
    pub guide: &'static str,
    /// What must not be, beyond what each field asks for: the field, and why.
    pub rule: fn(&Values, Day) -> Vec<Fault>,
    /// What its author should consider.
    pub advice: fn(&Values, &Rota) -> Vec<Fault>,
    /// Fields that are not asked for, by what the others hold.
    pub hidden: fn(&Values) -> &'static [&'static str],
}

/// A field, and what is to be said of it.
pub type Fault = (&'static str, Msg);

/// Nothing but what its fields say.
pub(crate) fn no_rule(_values: &Values, _today: Day) -> Vec<Fault> {
    Vec::new()
}

/// Every field is asked for.
pub(crate) fn none_hidden(_values: &Values) -> &'static [&'static str] {
    &[]
}

/// Nothing to consider.
pub(crate) fn no_advice(_values: &Values, _rota: &Rota) -> Vec<Fault> {
    Vec::new()
}

/// One thing that is known of a record.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its column in the store, its field in the form.
    pub name: &'static str,
    /// Identifier of its label in the language files.
    pub label: &'static str,
    pub holds: Holds,
    /// What is said when it is missing; nothing where it may be.
    pub needed: Option<&'static str>,
    /// What is said under it while it is empty.
    pub how: Option<&'static str>,
    pub column: Option<Column>,
    pub unique: Option<Unique>,
    /// Its words are found by the search over everything written.
    pub searched: bool,
    /// It tells who a patient is: only where the centre keeps names.
    pub names: bool,
}

impl Field {
    /// A field that may be empty, in no column of the list.
    #[must_use]
    pub const fn new(name: &'static str, label: &'static str, holds: Holds) -> Self {
        Self { name, label, holds, needed: None, how: None, column: None, unique: None, searched: false, names: false }
    }

    /// It is needed.
    #[must_use]
    pub const fn needed(self) -> Self {
        let missing = match self.holds {
            Holds::Day | Holds::PastDay => "forms-missing-day",
            Holds::Doctor => "forms-missing-doctor",
            Holds::Post => "forms-missing-post",
            _ => "forms-missing",
        };
        self.needed_for(missing)
    }

    /// It is needed, and this is said when it is missing.
    #[must_use]
    pub const fn needed_for(self, missing: &'static str) -> Self {
        Self { needed: Some(missing), ..self }
    }

    /// It stands in a column of the list, so wide at least, with that part of the room that is left.
    #[must_use]
    pub const fn column(self, title: &'static str, least: u16, share: u16) -> Self {
        Self { column: Some(Column { title, least, share }), ..self }
    }

    /// Two records never share it.
    #[must_use]
    pub const fn unique(self, compared: Compared, taken: &'static str) -> Self {
        Self { unique: Some(Unique { compared, taken }), ..self }
    }

    /// It is found by the search.
    #[must_use]
    pub const fn searched(self) -> Self {
        Self { searched: true, ..self }
    }

    /// It is kept only where the centre keeps names.
    #[must_use]
    pub const fn names(self) -> Self {
        Self { names: true, ..self }
    }

    /// What is said under it while it is empty.
    #[must_use]
    pub const fn how(self, said: &'static str) -> Self {
        Self { how: Some(said), ..self }
    }
}

/// What a field holds, and how it is asked for.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    /// A name, a title.
    Line,
    /// A sentence, wrapped over that many rows.
    Sentence(u16),
    /// A text of several lines, that many shown.
    Note(u16),
    Day,
    /// A day of what has been: today at the latest; without a year the last such date.
    PastDay,
    /// A number up to that one.
    Count(u32),
    /// A week, kept as its Monday.
    Week,
    /// A month, kept as its first day.
    Month,
    /// A patient in one line: file number, initials, year of birth.
    Patient,
    /// Minutes since midnight, up to the whole day.
    Hour,
    /// Days after something, before it where negative: `J-60`.
    Offset,
    /// Half-days of the week.
    HalfDays,
    /// A doctor of the collective.
    Doctor,
    /// Somebody of the team or the head office.
    Staff,
    /// A post of the centre.
    Post,
    /// The number of a row elsewhere: it is given by what the record is made on, and asked of nobody.
    Link,
    /// One of a few: the name by which each is kept, and the identifier of its word.
    Choice(&'static [(&'static str, &'static str)]),
    Flag,
}

/// A column of the list.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Identifier of its title.
    pub title: &'static str,
    /// Narrowest width in which it still says something.
    pub least: u16,
    /// Part of the room that is left.
    pub share: u16,
}

/// That no two records have one text in a field.
#[derive(Debug, Clone, Copy)]
pub struct Unique {
    pub compared: Compared,
    /// Identifier of what is said when another has it; the text is its argument, under the field's name.
    pub taken: &'static str,
}

/// What makes two texts one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    Exactly,
    /// Case and accents do not count.
    Folded,
}

/// Identifiers of what is said of a record.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// Titles of the form.
    pub new: &'static str,
    pub edit: &'static str,
    /// What one has to know before filling it in.
    pub intro: Option<&'static str>,
    /// What the history says; they stand in stores, and are never renamed.
    pub added: &'static str,
    pub edited: &'static str,
    pub removed: &'static str,
    /// Arguments of these sentences, and the fields they are taken from.
    pub named: &'static [(&'static str, &'static str)],
}

/// A heading of the Menu, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    Relay,
    Care,
    Weeks,
    Stays,
    Place,
    Figures,
    Centre,
    Desk,
}

impl Heading {
    /// Identifier of its words in the language files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Relay => "menu-group-relay",
            Self::Care => "menu-group-care",
            Self::Weeks => "menu-group-weeks",
            Self::Stays => "menu-group-stays",
            Self::Place => "menu-group-place",
            Self::Figures => "menu-group-figures",
            Self::Centre => "menu-group-centre",
            Self::Desk => "menu-group-desk",
        }
    }
}

/// A list of records on the screen.
#[derive(Debug, Clone, Copy)]
pub struct ListWords {
    /// Its title, and its line in the Menu.
    pub title: &'static str,
    /// What it stands under in the Menu.
    pub heading: Heading,
    /// What is said above it.
    pub how: Option<&'static str>,
    /// What an empty list teaches; the key that adds is its argument `key`.
    pub empty: &'static str,
    /// Asks before one is removed; what names it is its argument `name`.
    pub remove: &'static str,
    /// Further words it is found by in the palette, typed and never shown.
    pub also: &'static str,
}

impl Record {
    /// The act that writes a new one.
    #[must_use]
    pub fn put<const N: usize>(&'static self, values: [(&'static str, Value); N]) -> Act {
        Act::Record(RecordAct::Put(self, None, values.into_iter().collect()))
    }

    /// The act that writes one anew.
    #[must_use]
    pub fn edit<const N: usize>(&'static self, id: i64, values: [(&'static str, Value); N]) -> Act {
        Act::Record(RecordAct::Put(self, Some(id), values.into_iter().collect()))
    }

    /// The act that removes one.
    #[must_use]
    pub const fn remove(&'static self, id: i64) -> Act {
        Act::Record(RecordAct::Remove(self, id))
    }

    /// What the history says, with what names the record; `name` is that of a person or a post by its number.
    #[must_use]
    pub fn said(&self, id: &'static str, values: &Values, name: impl Fn(Holds, i64) -> String) -> Msg {
        self.words.named.iter().fold(Msg::new(id), |msg, (argument, field)| {
            let holds = self.fields.iter().find(|f| f.name == *field).map(|f| f.holds);
            match holds.and_then(|holds| match (values.get(field), holds) {
                (Value::Number(number), Holds::Doctor | Holds::Staff | Holds::Post) => {
                    Some(name(holds, *number).into())
                }
                (value, holds) => value.argument(holds),
            }) {
                Some(value) => msg.with(argument, value),
                None => msg,
            }
        })
    }

    /// What names it: the text of its first field.
    #[must_use]
    pub fn name<'a>(&self, values: &'a Values) -> &'a str {
        self.fields.first().map_or("", |field| values.text(field.name))
    }

    /// Every identifier of the language files it needs.
    pub fn ids(&self) -> impl Iterator<Item = &'static str> {
        let Words { new, edit, intro, added, edited, removed, named: _ } = self.words;
        let own = [new, edit, added, edited, removed].into_iter().chain(intro);
        let list =
            self.list.into_iter().flat_map(|list| [list.title, list.empty, list.remove].into_iter().chain(list.how));
        let fields = self.fields.iter().flat_map(|field| {
            let words = match field.holds {
                Holds::Choice(words) => words,
                _ => &[],
            };
            let further = [field.needed, field.how, field.column.map(|c| c.title), field.unique.map(|u| u.taken)];
            words.iter().map(|(_, word)| *word).chain([field.label]).chain(further.into_iter().flatten())
        });
        own.chain(list).chain(fields)
    }
}

/// The identifier of the word for a choice, by the name it is kept by.
#[must_use]
pub fn word(words: &[(&'static str, &'static str)], name: &str) -> &'static str {
    words.iter().find(|(kept, _)| *kept == name).map_or("", |(_, word)| word)
}

/// Whether a record says what a patient is followed for: not told to whom the centre keeps words from.
#[must_use]
pub fn tells_words(record: &Record) -> bool {
    [&FOLLOW_UP, &ATTEMPT, &CONCERTATION, &ALD_PROTOCOL].contains(&record)
}

/// The record whose table has that name.
#[must_use]
pub fn of_table(table: &str) -> Option<&'static Record> {
    ALL.into_iter().find(|record| record.table.0 == table)
}

/// A record is its table: two descriptions of one table would be a fault.
impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        self.table == other.table
    }
}
impl Eq for Record {}
impl Hash for Record {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.table.hash(state);
    }
}
impl std::fmt::Debug for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.table.0)
    }
}
impl<'de> Deserialize<'de> for &'static Record {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        of_table(&name).ok_or_else(|| D::Error::custom(format!("no record {name}")))
    }
}
impl Serialize for Record {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.table.serialize(to)
    }
}

#[cfg(test)]
mod tests {
    use super::super::noted::PublishedFigure;
    use super::super::table::Rev;
    use super::*;

    fn written(id: i64, values: &Values) -> Written {
        Written { id, rev: Rev(id), values: values.clone(), by: None }
    }

    fn ids(faults: &[Fault]) -> Vec<(&str, &str)> {
        faults.iter().map(|(field, msg)| (*field, &*msg.id)).collect()
    }

    fn snippet(code: &str, text: &str) -> Values {
        [("code", code.into()), ("text", text.into())].into_iter().collect()
    }

    #[test]
    fn each_field_is_one_and_what_a_description_names_is_a_field() {
        for record in ALL {
            let fields: Vec<&str> = record.fields.iter().map(|field| field.name).collect();
            let named = record.words.named.iter().map(|(_, field)| field).chain(record.order);
            assert!(named.into_iter().all(|field| fields.contains(field)), "{record:?}");
            assert!(record.list.is_none() || record.fields.iter().any(|field| field.column.is_some()), "{record:?}");
            assert_eq!(of_table(record.table.0), Some(record));
        }
    }

    #[test]
    fn what_is_needed_unique_or_of_what_has_been_is_asked_for() {
        let today = Day::ymd(2026, 11, 27).unwrap();
        let others = [written(1, &snippet("inr", "INR demain."))];
        let faults = |values: &Values, but| SNIPPET.faults(values, &others, but, today);
        assert_eq!(
            ids(&faults(&Values::default(), None)),
            [("code", "forms-missing"), ("text", "writing-missing-sentence")]
        );
        assert_eq!(ids(&faults(&snippet(" INR", "x"), None)), [("code", "store-code-taken")]);
        assert_eq!(ids(&faults(&snippet("INR", "x"), Some(1))), []);
        let short = |short: &str| [("short", short.into()), ("meaning", "x".into())].into_iter().collect::<Values>();
        let others = [written(1, &short("AIT"))];
        assert_eq!(ids(&ABBREVIATION.faults(&short("ait"), &others, None, today)), []);
        assert_eq!(ids(&ABBREVIATION.faults(&short("AIT"), &others, None, today)), [("short", "store-short-taken")]);
        let on = |day: Day| {
            let values = [("figure", Value::choice("Ald")), ("day", day.into()), ("value", 0.into())];
            ids(&PUBLISHED.faults(&values.into_iter().chain([("source", "x".into())]).collect(), &[], None, today))
                .len()
        };
        assert_eq!((on(today), on(today.plus(1))), (0, 1));
    }

    #[test]
    fn a_list_is_in_the_order_of_the_alphabet_and_history_names_what_it_tells_of() {
        let rows = ["Être", "zut", "avk", "Étude"].map(|code| snippet(code, "x"));
        let sorted = SNIPPET.sorted((1..).zip(&rows).map(|(id, values)| written(id, values)).collect());
        assert_eq!(
            sorted.iter().map(|row| row.values.text("code")).collect::<Vec<_>>(),
            ["avk", "Être", "Étude", "zut"]
        );
        let said = SNIPPET.said(SNIPPET.words.added, &rows[2], |_, _| String::new());
        assert_eq!(said, Msg::new("store-said-snippet-added").with("code", "avk"));
    }

    #[test]
    fn a_published_figure_is_kept_by_the_name_it_had_before() {
        for figure in PublishedFigure::ALL {
            assert_eq!(serde_json::to_value(figure).unwrap(), figure.name());
            assert_eq!(PublishedFigure::kept(figure.name()), Some(figure));
        }
    }
}
