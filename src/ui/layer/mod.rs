//! The form dialogs: one file each, on one engine.
//!
//! A dialog says what it asks (`Spec`) and what an answer means ([`Reading`]), both as pure
//! functions; typing, errors, drafts and drawing are the engine's. It knows no store: it ends with
//! what is to be asked of the application.

mod abbreviation;
mod account;
mod addendum;
mod cancel_stay;
mod centre;
mod close_day;
mod closure;
mod contact;
mod copies;
mod decide;
mod doctor;
mod entry;
mod finish;
mod half_days;
mod item;
mod known;
mod note;
mod page;
mod panel;
mod parts;
mod post;
mod published;
mod put_off;
mod question;
mod quick;
mod return_item;
mod saed;
mod set_up_centre;
mod set_up_passphrase;
mod set_up_person;
mod sign;
mod snippet;
mod staff;
mod stay;
mod step;
mod survey;
mod take;
mod take_over;
mod targets;
mod theirs;
mod word;

pub mod choose;
pub mod clash;
pub mod confirm;
pub mod conflict;
pub mod export;
pub mod goto;
pub mod help;
pub mod import;
pub mod import_agenda;
pub mod menu;
pub mod noted;
pub mod period;
pub mod recovery;
pub mod review;
pub mod sign_in;
pub mod snippets;
mod stack;
pub mod thread;
pub mod told;

pub use close_day::said as closings_said;
pub use stack::Layer;
pub use word::field as word_field;

use std::collections::BTreeMap;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::widget::form::{Around, Field, FieldKind, Form, Keyed, Reading};
use super::{Ask, Cx, Dialog, Glyph, Meaning, Outcome};
use crate::domain::Msg;
use crate::protocol::{Draft, Page, Query, Raw, Rev, Row};

/// What a dialog asks.
#[derive(Debug, Clone, Default)]
struct Spec {
    title: String,
    /// What one has to know before filling it in.
    intro: Vec<(Meaning, String)>,
    fields: Vec<Field>,
    /// What the fields hold at first.
    raw: Raw,
}

/// What the dialog asks, and what its fields hold at first.
fn spec(dialog: &Dialog, cx: &Cx) -> Spec {
    match dialog {
        Dialog::Quick => quick::spec(cx),
        Dialog::NewItem { start } => item::spec(start, cx),
        Dialog::Step { kind, done, base, title, .. } => step::spec(*kind, done, base, title, cx),
        Dialog::Word { verdict, base, title, .. } => word::spec(*verdict, base, title, cx),
        Dialog::Amend { base, title, .. } => word::amend_spec(base, title, cx),
        Dialog::Finish { base, title, .. } => finish::spec(base, title, cx),
        Dialog::Decide { title, .. } => decide::spec(title, cx),
        Dialog::Take { urgent, title, .. } => take::spec(*urgent, title, cx),
        Dialog::Question { title, .. } => question::spec(title, cx),
        Dialog::Return { title, .. } => return_item::spec(title, cx),
        Dialog::PutOff { title, days, .. } => put_off::spec(title, days, cx),
        Dialog::Note { kind, text, .. } => note::spec(*kind, text, cx),
        Dialog::Sign { stay, silent, as_is, undecided, drafts, coverage } => {
            sign::spec(*stay, *silent, *as_is, *undecided, drafts, coverage, cx)
        }
        Dialog::TakeOver { unanswered, .. } => take_over::spec(unanswered, cx),
        Dialog::Addendum { .. } => addendum::spec(cx),
        Dialog::Stay { stay, post, week } => stay::spec(*stay, *post, *week, cx),
        Dialog::CancelStay { stay } => cancel_stay::spec(*stay, cx),
        Dialog::Doctor(id) => doctor::spec(*id, cx),
        Dialog::Staff(id) => staff::spec(*id, cx),
        Dialog::Contact(id, base, _) => contact::spec(id.is_some(), base, cx),
        Dialog::Page(id, base, _) => page::spec(id.is_some(), base, cx),
        Dialog::Centre => centre::spec(cx),
        Dialog::Post(id) => post::spec(*id, cx),
        Dialog::Closure => closure::spec(cx),
        Dialog::CloseDay(closing) => close_day::spec(closing, cx),
        Dialog::Account { person } => account::spec(*person, cx),
        Dialog::Copies => copies::spec(cx),
        Dialog::AccountName { label, .. } => account::name_spec(label, cx),
        Dialog::Passphrase { label, .. } => account::reset_spec(label, cx),
        Dialog::SetUpCentre => set_up_centre::spec(cx),
        Dialog::SetUpPerson => set_up_person::spec(cx),
        Dialog::SetUpPassphrase => set_up_passphrase::spec(cx),
        Dialog::Entry { known, base } => entry::spec(known.is_some(), base, cx),
        Dialog::HalfDays { which, kind } => half_days::spec(which, *kind, cx),
        Dialog::Period => period::spec(cx),
        Dialog::Panel(known, page) => panel::spec(known.map(|(id, _)| id), page, cx),
        Dialog::Survey(known, page) => survey::spec(known.map(|(id, _)| id), page, cx),
        Dialog::Published(known, page) => published::spec(known.map(|(id, _)| id), page, cx),
        Dialog::Targets => targets::spec(cx),
        Dialog::Snippet(id) => snippet::spec(*id, cx),
        Dialog::Abbreviation(id) => abbreviation::spec(*id, cx),
    }
}

/// What the text of the dialog means.
fn read(dialog: &Dialog, raw: &Raw, cx: &Cx) -> Reading {
    let key = draft_key(dialog);
    match dialog {
        Dialog::Quick => quick::read(raw, key, cx),
        Dialog::NewItem { .. } => item::read(raw, key, cx),
        Dialog::Step { item, kind, base, .. } => step::read(*item, *kind, base, raw, key, cx),
        Dialog::Word { item, verdict, base, .. } => word::read(*item, *verdict, base, raw, key, cx),
        Dialog::Amend { relay, base, .. } => word::read_amend(*relay, base, raw, key, cx),
        Dialog::Finish { item, base, .. } => finish::read(*item, base, raw, key, cx),
        Dialog::Decide { item, base, title } => decide::read(*item, base, title, raw, key, cx),
        Dialog::Take { item, urgent, .. } => take::read(*item, *urgent, raw, key, cx),
        Dialog::Question { item, .. } => question::read(*item, raw, key, cx),
        Dialog::Return { item, .. } => return_item::read(*item, raw, key, cx),
        Dialog::PutOff { item, days, due, .. } => put_off::read(*item, days, *due, raw, cx),
        Dialog::Note { stay, kind, .. } => note::read(*stay, *kind, raw, key, cx),
        Dialog::Sign { stay, silent, as_is, .. } => sign::read(*stay, *silent, *as_is, raw, cx),
        Dialog::TakeOver { stay, .. } => take_over::read(*stay, raw, cx),
        Dialog::Addendum { stay } => addendum::read(*stay, raw, key),
        Dialog::Stay { stay, .. } => stay::read(*stay, raw, key, cx),
        Dialog::CancelStay { stay } => cancel_stay::read(*stay, raw, key, cx),
        Dialog::Doctor(id) => doctor::read(*id, raw, key, cx),
        Dialog::Staff(id) => staff::read(*id, raw, key, cx),
        Dialog::Contact(id, _, rev) => contact::read(*id, *rev, raw, key, cx),
        Dialog::Page(id, _, rev) => page::read(*id, *rev, raw, key, cx),
        Dialog::Centre => centre::read(raw, key, cx),
        Dialog::Post(id) => post::read(*id, raw, key, cx),
        Dialog::Closure => closure::read(raw, key, cx),
        Dialog::CloseDay(closing) => close_day::read(closing, raw, key, cx),
        Dialog::Account { .. } => account::read(raw, cx),
        Dialog::Copies => copies::read(raw, cx),
        Dialog::AccountName { account, .. } => account::read_name(*account, raw),
        Dialog::Passphrase { account, .. } => account::read_reset(*account, raw, cx),
        Dialog::SetUpCentre => set_up_centre::read(raw, cx),
        Dialog::SetUpPerson => set_up_person::read(raw, cx),
        Dialog::SetUpPassphrase => set_up_passphrase::read(raw, cx),
        Dialog::Entry { known, .. } => entry::read(*known, raw, key, cx),
        Dialog::HalfDays { which, .. } => half_days::read(which, raw),
        Dialog::Period => period::read(raw, cx),
        Dialog::Panel(known, page) => panel::read(*known, page, raw, key, cx),
        Dialog::Survey(known, page) => survey::read(*known, page, raw, key, cx),
        Dialog::Published(known, _) => published::read(*known, raw, key, cx),
        Dialog::Targets => targets::read(raw, key, cx),
        Dialog::Snippet(id) => snippet::read(*id, raw, key, cx),
        Dialog::Abbreviation(id) => abbreviation::read(*id, raw, key, cx),
    }
}

/// The draft a dialog keeps; signatures and passphrases are never kept.
fn draft_key(dialog: &Dialog) -> Option<String> {
    let row =
        |form: &str, id: Option<i64>| format!("{form}/{}", id.map_or_else(|| "new".to_owned(), |i| i.to_string()));
    Some(match dialog {
        Dialog::Quick => "item/quick".to_owned(),
        // One begun for a patient belongs to that patient: for another one begins anew.
        Dialog::NewItem { start } => match start.get("file").filter(|file| !file.is_empty()) {
            Some(file) => format!("{}/{file}", item::DRAFT),
            None => item::DRAFT.to_owned(),
        },
        Dialog::Step { item, .. } => format!("step/{item}"),
        Dialog::Word { item, .. } => format!("word/{item}"),
        Dialog::Amend { relay, .. } => format!("amend/{relay}"),
        Dialog::Finish { item, .. } => format!("finish/{item}"),
        Dialog::Decide { item, .. } => format!("decide/{item}"),
        Dialog::Take { item, .. } => format!("take/{item}"),
        Dialog::Question { item, .. } => format!("question/{item}"),
        Dialog::Return { item, .. } => format!("return/{item}"),
        Dialog::Note { stay, kind, .. } => format!("note/{stay}/{}", kind.word()),
        Dialog::Addendum { stay } => format!("addendum/{stay}"),
        Dialog::Stay { stay, .. } => row("stay", stay.map(|s| s.0)),
        Dialog::CancelStay { stay } => format!("cancel-stay/{stay}"),
        Dialog::Doctor(id) => row("doctor", id.map(|p| p.0)),
        Dialog::Staff(id) => row("staff", id.map(|p| p.0)),
        Dialog::Contact(id, ..) => row("contact", id.map(|c| c.0)),
        Dialog::Page(id, ..) => row("page", id.map(|p| p.0)),
        Dialog::Centre => "centre".to_owned(),
        Dialog::Post(id) => row("post", id.map(|p| p.0)),
        Dialog::Closure => "closure".to_owned(),
        Dialog::CloseDay(closing) => format!("close/{}/{}", closing.stay, closing.day.0),
        // A new one belongs to its cell: elsewhere one begins anew.
        Dialog::Entry { known: None, base } => {
            format!("entry/new/{}/{}", base.day.date(), base.start.map_or_else(String::new, |s| s.to_string()))
        }
        Dialog::Entry { known: Some((id, _)), .. } => format!("entry/{id}"),
        Dialog::Panel(known, _) => row("panel", known.map(|(id, _)| id.0)),
        Dialog::Survey(known, _) => row("survey", known.map(|(id, _)| id.0)),
        Dialog::Published(known, _) => row("published", known.map(|(id, _)| id.0)),
        Dialog::Targets => "targets".to_owned(),
        Dialog::Snippet(id) => row("snippet", id.map(|s| s.0)),
        Dialog::Abbreviation(id) => row("abbreviation", id.map(|a| a.0)),
        Dialog::Sign { .. }
        | Dialog::PutOff { .. }
        | Dialog::TakeOver { .. }
        | Dialog::Account { .. }
        | Dialog::Copies
        | Dialog::AccountName { .. }
        | Dialog::Passphrase { .. }
        | Dialog::SetUpCentre
        | Dialog::SetUpPerson
        | Dialog::SetUpPassphrase
        | Dialog::Period
        | Dialog::HalfDays { .. } => return None,
    })
}

/// The field to begin with, where it is not the first: what one line of a point left open.
fn first_field(dialog: &Dialog, form: &Form, cx: &Cx) -> Option<&'static str> {
    let Dialog::NewItem { start } = dialog else { return None };
    match (parts::get(start, "text"), parts::get(start, "file")) {
        ("", "") => None,
        ("", _) if parts::get(start, "initials").is_empty() => Some("initials"),
        ("", _) => Some("text"),
        _ => Some(read(dialog, &form.text(), cx).errors.first().map_or("text", |(field, _)| *field)),
    }
}

/// A form dialog that is open.
pub struct FormLayer {
    dialog: Dialog,
    form: Form,
    title: String,
    intro: Vec<(Meaning, String)>,
    /// The revisions at the moment it opened: what other desks change while one types must not be
    /// overwritten in silence, even when the screen behind has followed (rule 14).
    revs: BTreeMap<Row, Rev>,
    /// What the fields held at that moment: what differs from it was typed here.
    opened: Raw,
    /// A kept draft was put back that was begun on something else than is there now.
    stale: bool,
    restored: bool,
    /// What was typed when a doubt about it was last shown: saved again, it is meant.
    doubted: Option<Raw>,
    refused: Option<Msg>,
    saving: bool,
    /// Points that were begun and kept: one line opens the newest of them again.
    begun: Vec<Draft>,
}

impl FormLayer {
    /// Opens the dialog with what its fields hold at first.
    #[must_use]
    pub fn open(dialog: Dialog, cx: &Cx) -> Self {
        let Spec { title, intro, fields, raw } = spec(&dialog, cx);
        let mut form = Form::new(fields, &raw);
        if let Dialog::NewItem { start } = &dialog {
            // Typed elsewhere already: a kept draft does not take its place.
            form.fill(start);
        }
        let first = first_field(&dialog, &form, cx);
        form.start(&read(&dialog, &form.text(), cx));
        if let Some(name) = first {
            form.go_to(name);
        }
        let revs = cx.frame.revs.clone();
        let opened = form.text();
        Self {
            dialog,
            form,
            title,
            intro,
            revs,
            opened,
            stale: false,
            restored: false,
            doubted: None,
            refused: None,
            saving: false,
            begun: Vec::new(),
        }
    }

    /// What it has to know beside the frame, asked for when it opens and after each change.
    #[must_use]
    pub const fn query(&self) -> Option<Query> {
        match self.dialog {
            Dialog::CancelStay { stay } => Some(Query::Hanging(stay)),
            // What is usual here, and what is there already.
            Dialog::Panel(..) | Dialog::Survey(..) => Some(Query::Noted),
            _ => None,
        }
    }

    /// Takes the answer; one to another question is ignored, and nothing typed is touched.
    pub fn receive(&mut self, page: &Page, cx: &Cx) {
        if let (Dialog::CancelStay { stay }, Page::Hanging(Some(hanging))) = (&self.dialog, page)
            && hanging.stay == *stay
        {
            self.intro = cancel_stay::intro(*stay, Some(hanging), cx);
        }
        if let (Dialog::Panel(_, known) | Dialog::Survey(_, known), Page::Noted(page)) = (&mut self.dialog, page) {
            known.clone_from(page);
        }
        if let Dialog::Panel(None, known) = &self.dialog
            && let Some(source) = panel::last_source(known).filter(|_| !self.form.changed())
        {
            // Nothing was typed yet: it is there as if the form had opened with it.
            self.form.restore(&parts::raw([("source", source)]));
            self.opened = self.form.text();
        }
    }

    /// Takes the drafts that are kept: its own comes back, unless something was typed meanwhile.
    pub fn receive_drafts(&mut self, drafts: Vec<Draft>, cx: &Cx) {
        let key = self.draft_key();
        if let (false, Some(own)) = (self.changed(), drafts.iter().find(|d| Some(&d.key) == key.as_ref())) {
            self.restore(own.raw.clone(), cx);
            // Gone on with where something is still wanting.
            let wanting = self.reading(cx).errors.first().map(|(field, _)| *field);
            if let (Dialog::NewItem { .. }, Some(field)) = (&self.dialog, wanting) {
                self.form.go_to(field);
            }
        }
        if matches!(self.dialog, Dialog::Quick) {
            self.begun = drafts;
            self.begun.retain(|draft| draft.key.starts_with(item::DRAFT));
        }
    }

    /// What the dialog is about.
    #[must_use]
    pub const fn dialog(&self) -> &Dialog {
        &self.dialog
    }

    fn reading(&self, cx: &Cx) -> Reading {
        read(&self.dialog, &self.form.text(), cx)
    }

    /// The same with the revisions of the moment the form opened.
    fn as_opened(&self, mut ask: Ask) -> Ask {
        if let Ask::Save(write) = &mut ask {
            for (row, rev) in &mut write.seen {
                match row {
                    // No revision that ever was: the two versions are shown before anything is written.
                    _ if self.stale => *rev = Rev(-1),
                    // The dialog itself carries those.
                    Row::Contact(_)
                    | Row::Page(_)
                    | Row::Entry(_)
                    | Row::Panel(_)
                    | Row::Survey(_)
                    | Row::Published(_) => {}
                    // A row that was not there has revision 0.
                    _ => *rev = self.revs.get(row).copied().unwrap_or(Rev(0)),
                }
            }
        }
        ask
    }

    /// Answers a key. While it saves, nothing may be typed that would then be lost.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        if self.saving {
            return Outcome::Stayed;
        }
        let dialog = &self.dialog;
        // On a free cell a patient and Enter is enough.
        let at_once = key.code == KeyCode::Enter && matches!(dialog, Dialog::Entry { .. });
        // The line opens into the whole form, with what was understood of it.
        if key.code == KeyCode::Tab && matches!(dialog, Dialog::Quick) {
            let start = quick::start(&self.form.text(), &self.begun, cx);
            let kept = self.draft_key().map(Ask::DropDraft);
            return Outcome::Done(kept.into_iter().chain([Ask::Open(Dialog::NewItem { start })]).collect());
        }
        let keyed = if at_once { Keyed::Save } else { self.form.key(key, |raw| read(dialog, raw, cx)) };
        match keyed {
            Keyed::Ignored => return Outcome::Ignored,
            Keyed::Cancel => return Outcome::Cancelled,
            Keyed::Used => {}
            Keyed::Save => {
                self.refused = None;
                let reading = self.reading(cx);
                if self.form.attempt(&reading)
                    && let Some(ask) = reading.ask.clone()
                {
                    if self.is_doubtful(&reading) {
                        self.doubted = Some(self.form.text());
                        return Outcome::Stayed;
                    }
                    return Outcome::Done(vec![self.as_opened(ask)]);
                }
            }
        }
        Outcome::Stayed
    }

    /// Whether something typed is to be looked at once more before it is saved.
    fn is_doubtful(&self, reading: &Reading) -> bool {
        let asks = matches!(self.dialog, Dialog::Panel(..) | Dialog::Survey(..));
        let doubted = reading.hints.iter().any(|hint| hint.meaning == Meaning::Watch);
        asks && doubted && self.doubted.as_ref() != Some(&self.form.text())
    }

    /// Puts the keys on a field.
    pub fn focus(&mut self, field: &str) {
        let at = self.form.fields().position(|f| f.name == field);
        if let Some(at) = at {
            self.form.go(at);
        }
    }

    /// Whether the keys go into a text of several lines.
    #[must_use]
    pub fn in_text(&self) -> bool {
        !self.saving && self.form.in_text()
    }

    /// Whether there is a sentence to put where the keys are.
    fn offers_snippets(&self, cx: &Cx) -> bool {
        self.in_text() && !cx.frame.shelf.snippets.is_empty()
    }

    /// Puts a sentence at the cursor, apart from what stands before it.
    pub fn insert(&mut self, text: &str) {
        if !self.saving {
            self.form.insert_apart(text);
        }
    }

    /// The text of the field that has the keys, and where in it the cursor stands, in bytes.
    #[must_use]
    pub fn under_cursor(&self) -> Option<(String, usize)> {
        self.form.under_cursor()
    }

    /// Puts pasted text into the field that has the keys.
    pub fn paste(&mut self, text: &str, _cx: &Cx) {
        if !self.saving {
            self.form.paste(text);
        }
    }

    /// Takes a click in the area it was drawn in.
    pub fn click(&mut self, column: u16, row: u16, area: Rect, cx: &Cx) {
        if !self.saving {
            let (around, reading) = (self.around(cx), self.reading(cx));
            self.form.click(column, row, area, cx, &around, &reading);
        }
    }

    /// The draft it keeps; none for signatures and passphrases.
    #[must_use]
    pub fn draft_key(&self) -> Option<String> {
        draft_key(&self.dialog)
    }

    /// What is said when it is left with something typed: only a point, a word and a note are handed on.
    #[must_use]
    pub const fn draft_said(&self) -> &'static str {
        match self.dialog {
            Dialog::NewItem { .. }
            | Dialog::Quick
            | Dialog::Step { .. }
            | Dialog::Word { .. }
            | Dialog::Amend { .. }
            | Dialog::Finish { .. }
            | Dialog::Decide { .. }
            | Dialog::Take { .. }
            | Dialog::Question { .. }
            | Dialog::Return { .. }
            | Dialog::Note { .. }
            | Dialog::Addendum { .. } => "frame-draft-kept",
            _ => "frame-draft-unsaved",
        }
    }

    /// Whether anything was typed since it was opened or restored.
    #[must_use]
    pub fn changed(&self) -> bool {
        self.form.changed()
    }

    /// Every field as typed, for a draft; blank where there is a NIR, and without secrets.
    #[must_use]
    pub fn raw(&self) -> Raw {
        let raw = self.form.raw();
        if theirs::query(&self.dialog).is_some() { theirs::with_origin(raw, &self.opened) } else { raw }
    }

    /// Puts a kept draft back, and says so.
    pub fn restore(&mut self, raw: Raw, _cx: &Cx) {
        let (typed, origin) = theirs::split(raw);
        let now = |name: &String| self.opened.get(name);
        // Somebody has changed since what was typed over, to something else than was typed.
        self.stale = origin.iter().any(|(name, was)| now(name) != Some(was) && now(name) != typed.get(name));
        self.opened.extend(origin);
        self.form.restore(&typed);
        self.restored = self.draft_key().is_some();
    }

    /// Shows what the store refused; the text stays.
    pub fn refused(&mut self, msg: Msg) {
        self.refused = Some(msg);
        self.saving = false;
    }

    /// Whether a save is under way.
    #[must_use]
    pub const fn saving(&self) -> bool {
        self.saving
    }

    /// Says that a save is under way, or is not any more.
    pub const fn set_saving(&mut self, saving: bool) {
        self.saving = saving;
    }

    fn around(&self, cx: &Cx) -> Around {
        let sign = |glyph, text: String| format!("{} {text}", cx.look.glyph(glyph));
        let mut notices = Vec::new();
        if self.restored {
            let handed_on = self.draft_said() == "frame-draft-kept";
            let said = if handed_on { "forms-draft-back" } else { "forms-draft-back-unsaved" };
            notices.push((Meaning::Hint, sign(Glyph::Back, cx.t(said))));
        }
        if let Some(begun) = self.begun.iter().max_by_key(|draft| draft.at) {
            notices.push((Meaning::Hint, sign(Glyph::Back, quick::begun(begun, cx))));
        }
        if self.doubted.as_ref() == Some(&self.form.text()) {
            notices.push((Meaning::Watch, sign(Glyph::Watch, cx.t("noted-sure"))));
        }
        if let Some(msg) = &self.refused {
            notices.push((Meaning::Bad, sign(Glyph::Alert, cx.words.say(msg))));
        }
        let footer = match self.footer() {
            _ if self.saving => "forms-saving",
            // While a text is written, what can be put into it is worth more than what closing keeps.
            "forms-footer" if self.offers_snippets(cx) => "forms-footer-snippets",
            "forms-footer-one-text" if self.offers_snippets(cx) => "forms-footer-one-snippets",
            other => other,
        };
        let footer = cx.t(footer);
        Around { title: self.title.clone(), intro: self.intro.clone(), notices, footer }
    }

    /// The keys of the form: with a single field there is no other to go to.
    fn footer(&self) -> &'static str {
        if matches!(self.dialog, Dialog::SetUpCentre | Dialog::SetUpPerson | Dialog::SetUpPassphrase) {
            return "forms-footer-set-up";
        }
        if matches!(self.dialog, Dialog::Entry { .. }) {
            return "forms-footer-entry";
        }
        if matches!(self.dialog, Dialog::Quick) {
            return "forms-footer-quick";
        }
        let only = self.form.only_field().map(|field| &field.kind);
        match (only, self.draft_key().is_some()) {
            (Some(FieldKind::Text { .. }), true) => "forms-footer-one-text",
            (Some(_), true) => "forms-footer-one",
            (Some(_), false) => "forms-footer-one-no-draft",
            (None, true) => "forms-footer",
            (None, false) => "forms-footer-no-draft",
        }
    }

    /// Draws the dialog in the middle of the area, and says where the cursor is.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        self.form.draw(area, buf, cx, &self.around(cx), &self.reading(cx))
    }
}

#[cfg(test)]
mod tests;
