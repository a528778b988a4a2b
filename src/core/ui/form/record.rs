//! The form of any record: what it asks and what an answer means, both out of the record's description.

use super::Spec;
use super::parts::{self, LINE_MAX, WORD_MAX, get};
use crate::domain::act::{Act, RecordAct};
use crate::domain::draft::{text, when};
use crate::domain::record::{self, Kind, Record, Value, Values, Written};
use crate::protocol::{Page, Raw, Write};
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx, Dialog};

/// A record that is written: a new one, or one that is known.
pub fn spec(record: &Record, known: Option<&Written>, cx: &Cx) -> Spec {
    let words = record.words;
    let fields = record.fields.iter().map(|field| Field::new(field.name, field.label, kind(field.kind, cx)));
    let raw = record.fields.iter().map(|field| {
        let value = known.map_or(&Value::Empty, |known| known.values.get(field.name));
        (field.name.to_owned(), typed(field.kind, value, cx))
    });
    Spec {
        title: cx.t(if known.is_some() { words.edit } else { words.new }),
        intro: words.intro.map(|intro| parts::plain(cx.t(intro))).into_iter().collect(),
        fields: fields.collect(),
        raw: raw.collect(),
    }
}

fn kind(kind: Kind, cx: &Cx) -> FieldKind {
    match kind {
        Kind::Line => FieldKind::Line,
        Kind::Sentence(rows) => FieldKind::Sentence { rows },
        Kind::Note(rows) => FieldKind::Text { rows },
        Kind::Day | Kind::PastDay | Kind::Count(_) => FieldKind::Short,
        Kind::Choice(words) => {
            FieldKind::Choice(words.iter().map(|(_, word)| ((*word).to_owned(), cx.t(word))).collect())
        }
        Kind::Flag => FieldKind::Check,
    }
}

/// A value as a form holds it.
fn typed(kind: Kind, value: &Value, cx: &Cx) -> String {
    match (value, kind) {
        (Value::Text(text), _) => text.clone(),
        (Value::Day(day), _) => parts::typed_day(Some(*day), cx),
        (Value::Count(count), _) => count.to_string(),
        (Value::Flag(true), _) => "1".to_owned(),
        (Value::Choice(name), Kind::Choice(words)) => record::word(words, name).to_owned(),
        _ => String::new(),
    }
}

pub fn read(
    record: &'static Record,
    known: Option<&Written>,
    others: &[Written],
    raw: &Raw,
    draft: Option<String>,
    cx: &Cx,
) -> Reading {
    let mut reading = Reading::default();
    let values = record.fields.iter().filter_map(|field| Some((field.name, value(&mut reading, raw, field, cx)?)));
    let values: Values = values.collect();
    for (field, how) in record.fields.iter().filter_map(|field| Some((field.name, field.how?))) {
        if get(raw, field).trim().is_empty() {
            reading.advise(field, cx.t(how));
        }
    }
    let but = known.map(|known| known.id);
    for (field, why) in record.faults(&values, others, but, cx.now.day) {
        // What could not be read is not missing.
        if reading.error(field).is_none() {
            reading.wrong(field, why);
        }
    }
    let place = |name: &str| record.fields.iter().position(|field| field.name == name);
    reading.errors.sort_by_key(|(field, _)| place(field));
    for (field, what) in (record.advice)(&values, &cx.frame.rota) {
        reading.advise(field, cx.words.say(&what));
    }
    if reading.errors.is_empty() {
        let seen = known.map(|known| (record.table.row(known.id), known.rev)).into_iter().collect();
        reading.ask = Some(Ask::Save(Write { act: Act::Record(RecordAct::Put(record, but, values)), seen, draft }));
    }
    reading
}

/// What a field holds; nothing and an error where it cannot be read.
fn value(reading: &mut Reading, raw: &Raw, field: &record::Field, cx: &Cx) -> Option<Value> {
    let name = field.name;
    let text = |value: String| Value::from(value);
    Some(match field.kind {
        Kind::Line | Kind::Sentence(_) => {
            text(reading.take(name, text::checked(&text::line(get(raw, name)), LINE_MAX))?)
        }
        Kind::Note(_) => text(reading.take(name, text::checked(get(raw, name), WORD_MAX))?),
        Kind::Day => parts::read_day(reading, raw, name, when::day, cx)?.map_or(Value::Empty, Value::Day),
        Kind::PastDay => parts::read_day(reading, raw, name, when::past, cx)?.map_or(Value::Empty, Value::Day),
        Kind::Count(most) => parts::count(reading, raw, name, most)?.map_or(Value::Empty, Value::Count),
        Kind::Choice(words) => {
            let chosen = words.iter().find(|(_, word)| *word == get(raw, name));
            chosen.map_or(Value::Empty, |(kept, _)| Value::choice(kept))
        }
        Kind::Flag => Value::Flag(get(raw, name) == "1"),
    })
}

/// Its draft: one for each record, and one for a new one.
pub fn draft_key(record: &Record, known: Option<&Written>) -> String {
    format!("{}/{}", record.table.0, known.map_or_else(|| "new".to_owned(), |known| known.id.to_string()))
}

/// The dialog as it would open on what is kept now; nothing when it is gone.
pub fn anew(dialog: &Dialog, page: &Page) -> Option<Dialog> {
    let (Dialog::Record { record, known: Some(known), .. }, Page::Records(of, rows)) = (dialog, page) else {
        return None;
    };
    let now = rows.iter().find(|row| row.id == known.id && record == of)?;
    Some(Dialog::Record { record, known: Some(Box::new(now.clone())), others: rows.clone() })
}

#[cfg(test)]
mod tests {
    use crate::domain::record::ALL;
    use crate::ui::layer::help::Topic;

    #[test]
    fn the_guide_has_the_page_that_each_record_names() {
        let pages: Vec<&str> = Topic::ALL.iter().map(|(name, _)| *name).collect();
        for record in ALL {
            assert!(pages.contains(&record.guide), "{record:?}");
        }
    }
}
