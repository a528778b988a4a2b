//! The form of any record: what it asks and what an answer means, both out of the record's description.

use super::parts::{self, LINE_MAX, WORD_MAX, get};
use super::{Form, Spec, draft_of};
use crate::domain::act::{Act, RecordAct};
use crate::domain::advice::{self, Finding};
use crate::domain::care::{Care, CareList};
use crate::domain::draft::{offset, patient, text, when};
use crate::domain::half_days::{self, HalfDays};
use crate::domain::record::{self, Holds, Record, Value, Values, Written};
use crate::domain::rights::Right;
use crate::domain::{IsoWeek, Msg};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::choice::Options;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// A record of which one description says everything: a new one, or one that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordForm {
    record: &'static Record,
    known: Option<Written>,
    /// The others of its kind, as far as they came.
    others: Vec<Written>,
    /// What it holds at first: a new one by what it is made on, a known one in the place of what it held.
    preset: Values,
    /// Fields that what it is made on says, and that are not asked for.
    fixed: &'static [&'static str],
    /// Where a field is the number of a row elsewhere: the rows that can be chosen.
    offered: Vec<(&'static str, Options)>,
    /// What it is about, beside its title.
    about: String,
    /// Of a list around the relay, who is on it already.
    on_list: Option<Box<Care>>,
    /// What is told above it, in the place of the record's own words.
    told: Option<String>,
}

impl RecordForm {
    /// The form of a record, as it was read where it is known.
    #[must_use]
    pub fn new(record: &'static Record, known: Option<Written>) -> Self {
        Self {
            record,
            known,
            others: Vec::new(),
            preset: Values::default(),
            fixed: &[],
            offered: Vec::new(),
            about: String::new(),
            on_list: None,
            told: None,
        }
    }

    /// The same of a record that is made on something: some values are there at first, some are not asked for.
    #[must_use]
    pub fn on(self, preset: Values, fixed: &'static [&'static str]) -> Self {
        Self { preset, fixed, ..self }
    }

    /// The same with what it holds at first.
    #[must_use]
    pub fn presetting(self, preset: Values) -> Self {
        Self { preset, ..self }
    }

    /// The same with other fields that are not asked for.
    #[must_use]
    pub fn fixing(self, fixed: &'static [&'static str]) -> Self {
        Self { fixed, ..self }
    }

    /// The same with the rows that a field can name.
    #[must_use]
    pub fn offering(mut self, field: &'static str, rows: Options) -> Self {
        self.offered.push((field, rows));
        self
    }

    /// The same with what it is about in its title.
    #[must_use]
    pub fn about(self, about: String) -> Self {
        Self { about, ..self }
    }

    /// The same with something told above it.
    #[must_use]
    pub fn telling(self, told: String) -> Self {
        Self { told: Some(told), ..self }
    }

    /// What the text of its fields holds, as far as it can be read.
    pub(in crate::ui) fn values(&self, reading: &mut Reading, raw: &Raw, cx: &Cx) -> Values {
        let fields = self.record.fields.iter();
        fields.filter_map(|field| Some((field.name, value(reading, raw, field, cx)?))).collect()
    }

    fn offers(&self, field: &str) -> Option<&Options> {
        self.offered.iter().find(|(name, _)| *name == field).map(|(_, rows)| rows)
    }
}

impl Form for RecordForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let words = self.record.words;
        let kind = |field: &record::Field| match self.offers(field.name) {
            Some(rows) => FieldKind::Choice(rows.clone()),
            None => kind(field, cx),
        };
        let fields = self.record.fields.iter().map(|field| Field::new(field.name, field.label, kind(field)));
        let raw = self.record.fields.iter().map(|field| {
            let known = self.known.as_ref().map(|known| known.values.get(field.name));
            let proposed = self.preset.get(field.name);
            let value = if proposed.is_empty() { known.unwrap_or(proposed) } else { proposed };
            (field.name.to_owned(), typed(field.holds, value, cx))
        });
        Spec {
            title: {
                let title = cx.t(if self.known.is_some() { words.edit } else { words.new });
                if self.about.is_empty() { title } else { format!("{title} · {}", self.about) }
            },
            intro: self
                .told
                .clone()
                .or_else(|| words.intro.map(|intro| cx.t(intro)))
                .map(parts::plain)
                .into_iter()
                .collect(),
            fields: fields.collect(),
            raw: raw.collect(),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let record = self.record;
        let is_link = |field: &&record::Field| matches!(field.holds, Holds::Link) && self.offers(field.name).is_none();
        let links = record.fields.iter().filter(is_link).map(|field| field.name);
        let mut reading = Reading { hidden: self.fixed.iter().copied().chain(links).collect(), ..Reading::default() };
        let values = self.values(&mut reading, raw, cx);
        for (field, how) in record.fields.iter().filter_map(|field| Some((field.name, field.how?))) {
            if get(raw, field).trim().is_empty() {
                reading.advise(field, cx.t(how));
            }
        }
        reading.hidden.extend((record.hidden)(&values).iter().copied());
        if !cx.frame.centre.names_allowed {
            reading.hidden.extend(record.fields.iter().filter(|field| field.names).map(|field| field.name));
        }
        let but = self.known.as_ref().map(|known| known.id);
        for (field, why) in record.faults(&values, &self.others, but, cx.now.day) {
            // What could not be read is not missing.
            if reading.error(field).is_none() {
                reading.wrong(field, why);
            }
        }
        let place = |name: &str| record.fields.iter().position(|field| field.name == name);
        reading.errors.sort_by_key(|(field, _)| place(field));
        if self.on_list.as_ref().is_some_and(|list| list.has_already(&values, but)) {
            reading.advise("patient", cx.t("care-already"));
        }
        // A patient's number stands in the record, not among words about them.
        if record.fields.iter().any(|field| matches!(field.holds, Holds::Patient)) {
            let words =
                record.fields.iter().filter(|f| matches!(f.holds, Holds::Line | Holds::Sentence(_)) && !f.names);
            for field in words.filter(|field| advice::has_phone(values.text(field.name))) {
                reading.advise(field.name, cx.words.say(&Finding::LooksLikePhone.msg()));
            }
        }
        for (field, what) in (record.advice)(&values, &cx.frame.rota) {
            reading.advise(field, cx.words.say(&what));
        }
        if reading.errors.is_empty() {
            let known = self.known.as_ref().map(|known| Kept::record(record, known));
            reading.ask = Some(Ask::over(known.as_ref(), Act::Record(RecordAct::Put(record, but, values))));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        let key = draft_of(self.record.table.0, self.known.as_ref().map(|known| known.id));
        // One that is made on something belongs to it.
        let on = self.fixed.iter().filter_map(|field| self.preset.number(field)).map(|id| format!("/{id}"));
        Some(on.fold(key, |key, on| key + &on))
    }

    fn topic(&self) -> Topic {
        Topic::named(self.record.guide)
    }

    fn right(&self) -> Right {
        self.record.right
    }

    fn query(&self) -> Option<Query> {
        let unique = || self.record.is_unique().then_some(Query::Records(self.record));
        // Who is asked about twice, is asked about a new row alone.
        CareList::of(self.record).filter(|_| self.known.is_none()).map(Query::Care).or_else(unique)
    }

    fn receive(&mut self, page: &Page) -> Raw {
        if let Page::Records(of, rows) = page
            && self.record == *of
        {
            self.others.clone_from(rows);
        }
        if let Page::Care(list, care) = page
            && CareList::of(self.record) == Some(*list)
        {
            self.on_list = Some(care.clone());
        }
        Raw::new()
    }

    fn theirs(&self) -> Option<Query> {
        self.known.as_ref().map(|_| Query::Records(self.record))
    }

    fn renew(&mut self, page: &Page, _cx: &Cx) -> bool {
        let (Some(known), Page::Records(of, rows)) = (&mut self.known, page) else { return false };
        let Some(now) = rows.iter().find(|row| row.id == known.id && self.record == *of) else { return false };
        known.clone_from(now);
        self.others.clone_from(rows);
        true
    }
}

fn kind(field: &record::Field, cx: &Cx) -> FieldKind {
    match field.holds {
        Holds::Line | Holds::HalfDays | Holds::Patient => FieldKind::Line,
        Holds::Sentence(rows) => FieldKind::Sentence { rows },
        Holds::Note(rows) => FieldKind::Text { rows },
        Holds::Day
        | Holds::PastDay
        | Holds::Week
        | Holds::Month
        | Holds::Count(_)
        | Holds::Hour
        | Holds::Offset
        | Holds::Link => FieldKind::Short,
        Holds::Staff => {
            let nobody = field.needed.is_none().then(|| (String::new(), cx.t("forms-nobody")));
            FieldKind::Choice(nobody.into_iter().chain(parts::staff(cx)).collect())
        }
        Holds::Doctor => FieldKind::Picker(parts::doctors(None, cx)),
        Holds::Post => FieldKind::Choice(parts::posts(cx)),
        Holds::Choice(words) => {
            let nothing = field.needed.is_none().then(|| (String::new(), cx.t("forms-unknown")));
            let words = words.iter().map(|(_, word)| ((*word).to_owned(), cx.t(word)));
            FieldKind::Choice(nothing.into_iter().chain(words).collect())
        }
        Holds::Flag => FieldKind::Check,
    }
}

/// A value as a form holds it.
fn typed(holds: Holds, value: &Value, cx: &Cx) -> String {
    match (value, holds) {
        (Value::Text(text), _) => text.clone(),
        (Value::Day(day), Holds::Week) => typed_week(day.week(), cx),
        (Value::Day(day), Holds::Month) => cx.words.month_year(*day),
        (Value::Day(day), _) => parts::typed_day(Some(*day), cx),
        (Value::Number(number), Holds::Offset) => i32::try_from(*number).map_or_else(|_| String::new(), offset::typed),
        (Value::Number(number), _) => number.to_string(),
        (Value::Count(minute), Holds::Hour) => {
            u16::try_from(*minute).map_or_else(|_| String::new(), |m| cx.words.time(m))
        }
        (Value::Count(bits), Holds::HalfDays) => cx.words.half_days(HalfDays::kept(*bits)),
        (Value::Count(count), _) => count.to_string(),
        (Value::Flag(true), _) => "1".to_owned(),
        (Value::Choice(name), Holds::Choice(words)) => record::word(words, name).to_owned(),
        _ => String::new(),
    }
}

/// A week as it is read back: with its year, where the number alone would be of another one.
fn typed_week(week: IsoWeek, cx: &Cx) -> String {
    let alone = cx.words.week(week);
    if when::week(&alone, cx.now.day) == Ok(week) { alone } else { format!("{alone}/{}", week.year()) }
}

/// What a field holds; nothing and an error where it cannot be read.
fn value(reading: &mut Reading, raw: &Raw, field: &record::Field, cx: &Cx) -> Option<Value> {
    let name = field.name;
    let text = |value: String| Value::from(value);
    Some(match field.holds {
        Holds::Line | Holds::Sentence(_) => {
            text(reading.take(name, text::checked(&text::line(get(raw, name)), LINE_MAX))?)
        }
        Holds::Note(_) => text(reading.take(name, text::checked(get(raw, name), WORD_MAX))?),
        Holds::Day => parts::read_day(reading, raw, name, when::day, cx)?.map_or(Value::Empty, Value::Day),
        Holds::PastDay => parts::read_day(reading, raw, name, when::past, cx)?.map_or(Value::Empty, Value::Day),
        Holds::Month => {
            let month = |typed: &str, today| when::month(typed, today).ok_or_else(|| Msg::new("care-month-unread"));
            let typed = get(raw, name);
            if typed.trim().is_empty() {
                Value::Empty
            } else {
                reading.take(name, month(typed, cx.now.day)).map(Value::Day)?
            }
        }
        Holds::Patient => {
            let names = cx.frame.centre.names_allowed;
            let read = reading
                .take(name, patient::one_line(get(raw, name), names, chrono::Datelike::year(&cx.now.day.date())))?;
            read.map_or(Value::Empty, |who| text(patient::to_line(&who)))
        }
        Holds::Week => parts::read_week(reading, raw, name, cx)?.map_or(Value::Empty, Value::from),
        Holds::Hour => {
            let minute = parts::maybe(reading, raw, name, when::minute_or_midnight)?;
            minute.map_or(Value::Empty, |minute| Value::Count(minute.into()))
        }
        Holds::Offset => {
            parts::maybe(reading, raw, name, offset::days)?.map_or(Value::Empty, |days| Value::Number(days.into()))
        }
        Holds::HalfDays => {
            let found = parts::maybe(reading, raw, name, half_days::read)?.filter(|halves| !halves.is_empty());
            found.map_or(Value::Empty, |halves| Value::Count(halves.bits()))
        }
        Holds::Doctor | Holds::Staff | Holds::Post | Holds::Link => {
            get(raw, name).parse().map_or(Value::Empty, Value::Number)
        }
        Holds::Count(most) => parts::count(reading, raw, name, most)?.map_or(Value::Empty, Value::Count),
        Holds::Choice(words) => {
            let chosen = words.iter().find(|(_, word)| *word == get(raw, name));
            chosen.map_or(Value::Empty, |(kept, _)| Value::choice(kept))
        }
        Holds::Flag => Value::Flag(get(raw, name) == "1"),
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::record::ALL;
    use crate::ui::layer::help::Topic;
    use crate::ui::testing::Desk;

    /// A week of September, opened in December and saved as it is, stays what it was.
    #[test]
    fn a_week_that_is_past_is_typed_so_that_it_reads_back() {
        let desk = Desk::of(crate::ui::testing::GARNIER);
        let cx = desk.cx();
        for ahead in -60..60 {
            let week = cx.now.day.week().plus(ahead);
            let typed = super::typed_week(week, &cx);
            assert_eq!(crate::domain::draft::when::week(&typed, cx.now.day), Ok(week), "{typed}");
        }
    }

    #[test]
    fn the_guide_has_the_page_that_each_record_names() {
        let pages: Vec<&str> = Topic::ALL.iter().map(|(name, _)| *name).collect();
        for record in ALL {
            assert!(pages.contains(&record.guide), "{record:?}");
        }
    }
}
