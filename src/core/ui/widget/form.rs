//! The form: one column of fields, what was understood and what is wrong beside each.
//!
//! A form holds text as typed and nothing half valid: what it means is a [`Reading`], made anew from
//! the text at each key by a pure function of the dialog.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::area::{Area, Moved};
use super::choice::{Choice, Options};
use super::line::LineEdit;
use super::picker::Picker;
use super::several::Several;
use crate::domain::Msg;
use crate::domain::advice::{place_of, relative_near};
use crate::domain::draft::nir;
use crate::protocol::Raw;
use crate::ui::{Ask, Cx, Meaning};

mod draw;

pub use draw::Around;

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub name: &'static str,
    /// Identifier of its label in the language files.
    pub label: &'static str,
    pub kind: FieldKind,
}

/// How a field is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// A name, a title: one goes on writing at its end.
    Line,
    /// A date, an hour, a number: selected when the keys come, so that what is typed replaces it.
    Short,
    /// A text of several lines, that many shown.
    Text { rows: u16 },
    /// A sentence, wrapped over that many rows: Enter goes on, as in a line.
    Sentence { rows: u16 },
    /// One of a few: value and label.
    Choice(Options),
    /// One of many: value and label.
    Picker(Options),
    /// Any number out of a list; the values taken, one a line.
    Several(Options),
    /// A passphrase, shown as dots.
    Secret,
    /// Yes (`1`) or no (empty).
    Check,
}

impl Field {
    /// A field.
    #[must_use]
    pub const fn new(name: &'static str, label: &'static str, kind: FieldKind) -> Self {
        Self { name, label, kind }
    }

    /// A line.
    #[must_use]
    pub const fn line(name: &'static str, label: &'static str) -> Self {
        Self::new(name, label, FieldKind::Line)
    }

    /// A date, an hour, a length, a number.
    #[must_use]
    pub const fn short(name: &'static str, label: &'static str) -> Self {
        Self::new(name, label, FieldKind::Short)
    }

    /// A text of several lines.
    #[must_use]
    pub const fn text(name: &'static str, label: &'static str, rows: u16) -> Self {
        Self::new(name, label, FieldKind::Text { rows })
    }

    /// A sentence, wrapped.
    #[must_use]
    pub const fn sentence(name: &'static str, label: &'static str, rows: u16) -> Self {
        Self::new(name, label, FieldKind::Sentence { rows })
    }
}

/// Something said under or beside a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub field: &'static str,
    pub meaning: Meaning,
    pub text: String,
}

/// What the text of a form means.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    pub hints: Vec<Hint>,
    /// By field; a field without one is right.
    pub errors: Vec<(&'static str, Msg)>,
    /// Fields that have no meaning with what the others hold.
    pub hidden: Vec<&'static str>,
    /// What saving asks for, when nothing is wrong.
    pub ask: Option<Ask>,
}

impl Reading {
    /// Adds what was understood of a field.
    pub fn understood(&mut self, field: &'static str, text: String) {
        self.hints.push(Hint { field, meaning: Meaning::Hint, text });
    }

    /// Adds something to consider.
    pub fn advise(&mut self, field: &'static str, text: String) {
        self.hints.push(Hint { field, meaning: Meaning::Dim, text });
    }

    /// The value, or nothing and an error on the field.
    pub fn take<T>(&mut self, field: &'static str, value: Result<T, Msg>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(msg) => {
                self.wrong(field, msg);
                None
            }
        }
    }

    /// Adds an error to a field.
    pub fn wrong(&mut self, field: &'static str, msg: Msg) {
        self.errors.push((field, msg));
    }

    /// The first error of a field.
    #[must_use]
    pub fn error(&self, field: &str) -> Option<&Msg> {
        self.errors.iter().find(|(f, _)| *f == field).map(|(_, msg)| msg)
    }
}

/// What holds the text of a field.
#[derive(Debug, Clone)]
enum Control {
    Line(LineEdit),
    Text(Box<Area>, u16),
    Choice(Choice),
    Picker(Picker),
    Several(Several),
    Secret(LineEdit, bool),
    Check(bool),
}

impl Control {
    fn new(kind: &FieldKind, value: &str) -> Self {
        match kind {
            FieldKind::Line | FieldKind::Short => Self::Line(LineEdit::new(value)),
            FieldKind::Text { rows } | FieldKind::Sentence { rows } => Self::Text(Box::new(Area::new(value)), *rows),
            FieldKind::Choice(options) => Self::Choice(Choice::new(options.clone(), value)),
            FieldKind::Picker(options) => Self::Picker(Picker::new(options.clone(), value)),
            FieldKind::Several(options) => Self::Several(Several::new(options.clone(), value)),
            FieldKind::Secret => {
                let mut line = LineEdit::secret();
                line.insert(value);
                Self::Secret(line, false)
            }
            FieldKind::Check => Self::Check(value == "1"),
        }
    }

    fn value(&self) -> String {
        match self {
            Self::Line(line) | Self::Secret(line, _) => line.text().to_owned(),
            Self::Text(area, _) => area.text().to_owned(),
            Self::Choice(choice) => choice.value().to_owned(),
            Self::Picker(picker) => picker.value().to_owned(),
            Self::Several(several) => several.value(),
            Self::Check(on) => if *on { "1" } else { "" }.to_owned(),
        }
    }
}

struct Entry {
    field: Field,
    control: Control,
    /// The person has been here and went on: what is wrong may be said.
    left: bool,
    /// What the form proposes in a line: it goes where one types.
    default: Option<String>,
}

/// What a key did in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyed {
    Ignored,
    Used,
    /// Save was asked for.
    Save,
    /// Esc.
    Cancel,
}

/// A form being filled in.
pub struct Form {
    entries: Vec<Entry>,
    focus: usize,
    attempted: bool,
    /// The text the form was opened with, or was last restored to.
    base: Raw,
}

impl Form {
    /// A form of these fields, filled in with `raw`.
    #[must_use]
    pub fn new(fields: Vec<Field>, raw: &Raw) -> Self {
        let value = |name: &str| raw.get(name).map(String::as_str).unwrap_or_default();
        let entries = fields
            .into_iter()
            .map(|field| Entry {
                control: Control::new(&field.kind, value(field.name)),
                field,
                left: false,
                default: None,
            })
            .collect();
        let mut form = Self { entries, focus: 0, attempted: false, base: Raw::new() };
        form.base = form.text();
        form
    }

    /// Every field as typed.
    #[must_use]
    pub fn text(&self) -> Raw {
        self.entries.iter().map(|e| (e.field.name.to_owned(), e.control.value())).collect()
    }

    /// Every field as typed, for a draft: without secrets, and blank where there is a NIR (rule 23).
    #[must_use]
    pub fn raw(&self) -> Raw {
        let kept = |e: &&Entry| !matches!(e.control, Control::Secret(..));
        self.entries
            .iter()
            .filter(kept)
            .map(|e| {
                let value = e.control.value();
                (e.field.name.to_owned(), if nir::contains(&value) { String::new() } else { value })
            })
            .collect()
    }

    /// Whether a field holds what no draft keeps (rule 23).
    #[must_use]
    pub fn holds_nir(&self) -> bool {
        let typed = |e: &&Entry| !matches!(e.control, Control::Secret(..));
        self.entries.iter().filter(typed).any(|e| nir::contains(&e.control.value()))
    }

    /// Whether anything was typed since the form was opened or restored.
    #[must_use]
    pub fn changed(&self) -> bool {
        self.text() != self.base
    }

    /// Puts a kept draft back; fields it does not know keep what they hold.
    pub fn restore(&mut self, raw: &Raw) {
        for entry in &mut self.entries {
            if let Some(value) = raw.get(entry.field.name) {
                entry.control = Control::new(&entry.field.kind, value);
            }
        }
        self.base = self.text();
        // What came back into the field one is in is replaced by typing, as what stood there was.
        self.select(true);
    }

    /// Fills fields in, as if typed: the form counts as changed where they differ from what it was opened with.
    pub fn fill(&mut self, raw: &Raw) {
        for entry in &mut self.entries {
            if let Some(value) = raw.get(entry.field.name).filter(|value| **value != entry.control.value()) {
                entry.control = Control::new(&entry.field.kind, value);
            }
        }
    }

    /// From now on what its lines hold is proposed, and goes where one types, or is what one goes on writing at.
    pub fn defaults_go(&mut self, go: bool) {
        for entry in &mut self.entries {
            entry.default = Some(entry.control.value()).filter(|value| go && !value.is_empty());
        }
    }

    /// Whether nothing stands in any field that one writes in.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let written = |e: &&Entry| matches!(e.control, Control::Line(_) | Control::Text(..) | Control::Secret(..));
        self.entries.iter().filter(written).all(|e| e.control.value().trim().is_empty())
            && self.entries.iter().any(|e| written(&e))
    }

    /// Its fields, in their order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.entries.iter().map(|e| &e.field)
    }

    /// The field that has the keys.
    #[must_use]
    pub fn focused(&self) -> &'static str {
        self.entries.get(self.focus).map_or("", |e| e.field.name)
    }

    fn is_shown(&self, at: usize, reading: &Reading) -> bool {
        !reading.hidden.contains(&self.entries[at].field.name)
    }

    /// The error to be said beside a field now; a NIR is said at once.
    fn error<'a>(&self, entry: &Entry, reading: &'a Reading) -> Option<std::borrow::Cow<'a, Msg>> {
        if nir::contains(&entry.control.value()) {
            return Some(std::borrow::Cow::Owned(nir::refusal()));
        }
        if let Control::Picker(picker) = &entry.control
            && let Some(typed) = picker.unknown()
        {
            let id = if entry.field.name == "doctor" { "forms-unknown-doctor" } else { "forms-unknown-name" };
            return Some(std::borrow::Cow::Owned(Msg::new(id).with("typed", typed.to_owned())));
        }
        reading.error(entry.field.name).filter(|_| entry.left || self.attempted).map(std::borrow::Cow::Borrowed)
    }

    /// Puts the keys on the first field that is shown.
    pub fn start(&mut self, reading: &Reading) {
        self.focus = (0..self.entries.len()).find(|at| self.is_shown(*at, reading)).unwrap_or(0);
        self.select(true);
    }

    /// Selects what a short field holds, or what the form proposes in a line, as the keys come to it; lets go of it as
    /// they leave.
    fn select(&mut self, here: bool) {
        let Some(entry) = self.entries.get_mut(self.focus) else { return };
        let proposed = entry.default.as_ref() == Some(&entry.control.value());
        match (&entry.field.kind, &mut entry.control) {
            (FieldKind::Short, Control::Line(line)) => line.select(here),
            (FieldKind::Line, Control::Line(line)) | (_, Control::Secret(line, _)) => line.select(here && proposed),
            (FieldKind::Sentence { .. }, Control::Text(area, _)) => area.select(here && proposed),
            _ => {}
        }
    }

    /// Puts the keys on a field.
    pub fn go(&mut self, at: usize) {
        if let Some(entry) = self.entries.get_mut(self.focus) {
            entry.left |= at != self.focus;
            if let Control::Picker(picker) = &mut entry.control {
                picker.accept();
            }
        }
        self.select(false);
        let before = std::mem::replace(&mut self.focus, at.min(self.entries.len().saturating_sub(1)));
        self.select(self.focus != before);
    }

    /// Puts the keys on the field of that name, if there is one.
    pub fn go_to(&mut self, name: &str) {
        if let Some(at) = self.entries.iter().position(|e| e.field.name == name) {
            self.go(at);
        }
    }

    fn step(&mut self, forward: bool, wrap: bool, reading: &Reading) {
        let n = self.entries.len();
        let order: Vec<usize> = if forward {
            (self.focus + 1..n).chain(0..if wrap { self.focus } else { 0 }).collect()
        } else {
            (0..self.focus).rev().chain((if wrap { self.focus + 1 } else { n }..n).rev()).collect()
        };
        if let Some(to) = order.into_iter().find(|i| self.is_shown(*i, reading)) {
            self.go(to);
        }
    }

    fn is_last(&self, reading: &Reading) -> bool {
        (self.focus + 1..self.entries.len()).all(|i| !self.is_shown(i, reading))
    }

    fn on_sentence(&self) -> bool {
        self.entries.get(self.focus).is_some_and(|e| matches!(e.field.kind, FieldKind::Sentence { .. }))
    }

    /// The field of a form that has a single one.
    #[must_use]
    pub fn only_field(&self) -> Option<&Field> {
        match &self.entries[..] {
            [entry] => Some(&entry.field),
            _ => None,
        }
    }

    /// Tries to save: the first field with an error gets the keys; whether there is none.
    pub fn attempt(&mut self, reading: &Reading) -> bool {
        self.attempted = true;
        let bad = self
            .entries
            .iter()
            .enumerate()
            .position(|(i, e)| self.is_shown(i, reading) && self.error(e, reading).is_some());
        match bad {
            Some(at) => self.go(at),
            None if !reading.errors.is_empty() => {}
            None => return true,
        }
        false
    }

    /// Answers a key.
    ///
    /// `read` says what the text means: which fields there are depends on what the others hold.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx, read: impl Fn(&Raw) -> Reading) -> Keyed {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT);
        let accepted = matches!(key.code, KeyCode::Enter | KeyCode::Tab | KeyCode::BackTab) && self.accept();
        let reading = &read(&self.text());
        match key.code {
            KeyCode::Char('s') if ctrl => {
                self.accept();
                return Keyed::Save;
            }
            KeyCode::Esc => return if self.close_list() { Keyed::Used } else { Keyed::Cancel },
            // What was picked stays to be seen on the last field; a second Enter saves.
            KeyCode::Enter if accepted && self.is_last(reading) => {}
            KeyCode::Enter if accepted => self.step(true, false, reading),
            KeyCode::Tab => self.step(true, true, reading),
            KeyCode::BackTab => self.step(false, true, reading),
            KeyCode::Enter if self.on_sentence() && self.is_last(reading) => return Keyed::Save,
            KeyCode::Enter if self.on_sentence() => self.step(true, false, reading),
            _ if self.in_field(key, cx, reading) => {}
            KeyCode::Up => self.step(false, false, reading),
            KeyCode::Enter if self.is_last(reading) => return Keyed::Save,
            KeyCode::Down | KeyCode::Enter => self.step(true, false, reading),
            _ => return Keyed::Ignored,
        }
        Keyed::Used
    }

    /// Takes what the cursor of an open list is on; whether one was open.
    fn accept(&mut self) -> bool {
        match self.entries.get_mut(self.focus).map(|e| &mut e.control) {
            Some(Control::Picker(picker)) if picker.filter().is_some() => {
                picker.accept();
                true
            }
            _ => false,
        }
    }

    /// Closes the list of a picker; whether one was open.
    fn close_list(&mut self) -> bool {
        match self.entries.get_mut(self.focus).map(|e| &mut e.control) {
            Some(Control::Picker(picker)) => picker.close(),
            _ => false,
        }
    }

    /// Gives the key to the field; whether it was used there.
    fn in_field(&mut self, key: &KeyEvent, cx: &Cx, reading: &Reading) -> bool {
        let columns = self.columns(cx).1;
        let Some(entry) = self.entries.get_mut(self.focus) else { return false };
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT);
        match &mut entry.control {
            Control::Choice(choice) => choice.key(key),
            Control::Picker(picker) => picker.key(key),
            Control::Several(several) => several.key(key),
            Control::Secret(_, shown) if key.code == KeyCode::F(2) || (ctrl && key.code == KeyCode::Char('r')) => {
                *shown = !*shown;
                true
            }
            Control::Line(line) | Control::Secret(line, _) => line.key(key),
            Control::Check(on) if key.code == KeyCode::Char(' ') => {
                *on = !*on;
                true
            }
            Control::Check(_) => false,
            Control::Text(area, _) => match area.key(key, columns) {
                Moved::Inside => true,
                Moved::Above => {
                    self.step(false, false, reading);
                    true
                }
                Moved::Below => {
                    self.step(true, false, reading);
                    true
                }
                Moved::Ignored => false,
            },
        }
    }

    /// Whether the keys go into a text of several lines.
    #[must_use]
    pub fn in_text(&self) -> bool {
        self.entries.get(self.focus).is_some_and(|e| matches!(e.control, Control::Text(..)))
    }

    /// Puts a sentence at the cursor of a text, apart from what stands before it.
    pub fn insert_apart(&mut self, text: &str) {
        if let Some(Control::Text(area, _)) = self.entries.get_mut(self.focus).map(|e| &mut e.control) {
            area.insert_apart(text);
        }
    }

    /// Puts the date in the place of a word that means another day when it is read, under the cursor or before it.
    pub fn date(&mut self, cx: &Cx) {
        let Some(Control::Text(area, _)) = self.entries.get_mut(self.focus).map(|e| &mut e.control) else { return };
        let Some((place, day)) = relative_near(area.text(), area.offset(), cx.now.day) else { return };
        let said = cx.words.day(day);
        let place = place_of(area.text(), place, &said);
        area.replace(place, &said);
    }

    /// The text of the field that has the keys, and where in it the cursor stands, in bytes.
    #[must_use]
    pub fn under_cursor(&self) -> Option<(String, usize)> {
        match &self.entries.get(self.focus)?.control {
            Control::Line(line) => Some((line.text().to_owned(), line.before_cursor().len())),
            Control::Text(area, _) => Some((area.text().to_owned(), area.offset())),
            _ => None,
        }
    }

    /// Puts pasted text into the field that has the keys.
    pub fn paste(&mut self, text: &str) {
        match self.entries.get_mut(self.focus).map(|e| &mut e.control) {
            Some(Control::Line(line) | Control::Secret(line, _)) => line.insert(text),
            Some(Control::Text(area, _)) => area.insert(text),
            Some(Control::Picker(picker)) => picker.insert(text),
            Some(Control::Choice(_) | Control::Several(_) | Control::Check(_)) | None => {}
        }
    }
}
