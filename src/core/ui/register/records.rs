//! The list of any record: its columns and its words out of the record's description.

use super::key;
use super::listing::List;
use crate::domain::draft::{offset, patient};
use crate::domain::half_days::HalfDays;
use crate::domain::record::{self, ASSET, Holds, Record, TENANT, Value, Written};
use crate::domain::{Msg, PersonId, PostId};
use crate::protocol::{Kept, Page, Query};
use crate::ui::form::record::RecordForm;
use crate::ui::form::tenant::TenantForm;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Glyph, Meaning};

/// A register of records of one kind.
#[derive(Debug, Clone)]
pub struct Records {
    record: &'static Record,
    list: Option<record::ListWords>,
    rows: Vec<Written>,
    /// What is lent, where a field names one of it.
    assets: Vec<Written>,
}

impl Records {
    /// The list of a record, before its rows have come.
    pub const fn of(record: &'static Record) -> Self {
        Self { record, list: record.list, rows: Vec::new(), assets: Vec::new() }
    }
}

impl List for Records {
    type Id = i64;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Add, Action::Delete];

    fn queries(&self, _filter: &str) -> Vec<Query> {
        let names_assets = *self.record == TENANT;
        [Some(Query::Records(self.record)), names_assets.then_some(Query::Records(&ASSET))]
            .into_iter()
            .flatten()
            .collect()
    }

    fn receive(&mut self, page: &Page) {
        match page {
            Page::Records(record, rows) if *record == self.record => self.rows.clone_from(rows),
            Page::Records(record, rows) if **record == ASSET => self.assets.clone_from(rows),
            _ => {}
        }
    }

    fn title(&self, cx: &Cx) -> String {
        self.list.map_or_else(String::new, |list| cx.t(list.title))
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        self.list.and_then(|list| list.how).map(|how| (cx.t(how), Meaning::Hint)).into_iter().collect()
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        let columns = self.record.fields.iter().filter_map(|field| field.column);
        columns.map(|column| Column::new(cx.t(column.title), column.least, column.share)).collect()
    }

    fn rows(&self, cx: &Cx) -> Vec<(i64, Row)> {
        let shown = || self.record.fields.iter().filter(|field| field.column.is_some());
        let row = |row: &Written| shown().map(|f| self.cell(f.holds, row.values.get(f.name), cx)).collect();
        self.rows.iter().map(|written| (written.id, Row::new(row(written)))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        let said = |list: record::ListWords| cx.words.say(&Msg::new(list.empty).with("key", key(Action::Add, cx)));
        self.list.map_or_else(String::new, said)
    }

    fn act(&self, action: Action, on: Option<i64>, cx: &Cx) -> Option<Ask> {
        let on = || self.rows.iter().find(|row| Some(row.id) == on);
        match action {
            Action::Add => Some(self.form(None, cx)),
            Action::Enter if *self.record == ASSET => Some(Ask::Asset(on()?.id)),
            Action::Edit | Action::Enter => Some(self.form(Some(on()?.clone()), cx)),
            Action::Delete => {
                let row = on()?;
                let question = Msg::new(self.list?.remove).with("name", self.record.name(&row.values));
                Some(Ask::Confirm { question, yes: vec![remove(self.record, row)], danger: false })
            }
            _ => None,
        }
    }
}

impl Records {
    /// The form of a record: its own, where it has one.
    fn form(&self, known: Option<Written>, cx: &Cx) -> Ask {
        if *self.record == TENANT {
            return TenantForm::open(known, None, &self.assets, cx);
        }
        Ask::open(RecordForm::new(self.record, known))
    }

    /// A value in a line of the list; what is lent is said by its name.
    fn cell(&self, holds: Holds, value: &Value, cx: &Cx) -> String {
        match (value, holds) {
            (Value::Number(id), Holds::Link) => {
                let asset = self.assets.iter().find(|asset| asset.id == *id);
                asset.map_or_else(String::new, |asset| asset.values.text("name").to_owned())
            }
            _ => cell(holds, value, cx),
        }
    }
}

/// Removes a record as it was seen.
#[must_use]
pub fn remove(record: &'static Record, row: &Written) -> Ask {
    Ask::on(&Kept::record(record, row), record.remove(row.id))
}

/// A value in a line of a list.
fn cell(holds: Holds, value: &Value, cx: &Cx) -> String {
    match (value, holds) {
        (Value::Text(line), Holds::Patient) => {
            patient::of_line(line).map_or_else(String::new, |who| cx.words.patient(&who, cx.now.day))
        }
        (Value::Text(text), _) => text.replace('\n', " "),
        (Value::Day(day), Holds::Week) => cx.words.week(day.week()),
        (Value::Day(day), Holds::Month) => cx.words.month_year(*day),
        (Value::Day(day), _) => cx.words.date(*day),
        (Value::Number(number), Holds::Doctor | Holds::Staff) => cx.frame.rota.people.short(PersonId(*number)),
        (Value::Number(number), Holds::Post) => cx.frame.rota.post_name(PostId(*number)).to_owned(),
        (Value::Number(days), Holds::Offset) => i32::try_from(*days).map_or_else(|_| String::new(), offset::typed),
        (Value::Count(bits), Holds::HalfDays) => cx.words.half_days(HalfDays::kept(*bits)),
        (Value::Count(minute), Holds::Hour) => {
            u16::try_from(*minute).map_or_else(|_| String::new(), |m| cx.words.time(m))
        }
        (Value::Count(count), _) => cx.words.whole(i64::from(*count)),
        (Value::Choice(name), Holds::Choice(words)) => cx.t(record::word(words, name)),
        (Value::Flag(true), _) => cx.look.glyph(Glyph::Done).to_owned(),
        _ => String::new(),
    }
}
