//! A form dialog that is open: typing, drafts, revisions and drawing, whatever it asks.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Dialog, Enter, Spec, theirs};
use crate::domain::{Msg, PatientRef};
use crate::protocol::{Draft, DraftKey, Page, PatientPage, Query, Raw, Rev};
use crate::ui::point;
use crate::ui::widget::form::{Around, FieldKind, Form, Hint, Keyed, Reading};
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// A form dialog that is open.
pub struct FormLayer {
    pub(in crate::ui) dialog: Dialog,
    pub(in crate::ui) form: Form,
    pub(in crate::ui) title: String,
    pub(in crate::ui) intro: Vec<(Meaning, String)>,
    /// What the fields held when it was opened: what differs from it was typed here.
    pub(in crate::ui) opened: Raw,
    /// What the fields held before anything was typed, here or elsewhere: with no more than that it holds nothing.
    blank: Raw,
    /// What is known of the file number that stands in it.
    patient: PatientPage,
    /// The number that was asked for.
    unnamed: Option<String>,
    /// What fields held by themselves when it was last looked at.
    followed: Raw,
    /// A kept draft was put back that was begun on something else than is there now.
    pub(in crate::ui) stale: bool,
    pub(in crate::ui) restored: bool,
    /// What was typed when a doubt about it was last shown: saved again, it is meant.
    pub(in crate::ui) doubted: Option<Raw>,
    pub(in crate::ui) refused: Option<Msg>,
    pub(in crate::ui) saving: bool,
}

impl FormLayer {
    /// Opens the dialog with what its fields hold at first.
    #[must_use]
    pub fn open(dialog: impl Into<Dialog>, cx: &Cx) -> Self {
        let dialog = dialog.into();
        let Spec { title, intro, fields, raw } = dialog.form().spec(cx);
        let mut form = Form::new(fields, &raw);
        let blank = form.text();
        form.defaults_go(dialog.form().theirs().is_none());
        form.fill(&dialog.form().typed());
        form.start(&dialog.form().read(&form.text(), cx));
        let opened = form.text();
        let unnamed = dialog.form().unnamed(&opened, cx).map(|(_, file)| file);
        let followed = dialog.form().follows(&opened, cx);
        Self {
            patient: PatientPage::default(),
            unnamed,
            followed,
            dialog,
            form,
            title,
            intro,
            opened,
            blank,
            stale: false,
            restored: false,
            doubted: None,
            refused: None,
            saving: false,
        }
    }

    /// What it has to know beside the frame, asked for when it opens and after each change.
    #[must_use]
    pub fn query(&self) -> Option<Query> {
        self.dialog.form().query().or_else(|| self.unnamed.clone().map(Query::Patient))
    }

    /// Takes the answer; one to another question is ignored, and nothing typed is touched.
    pub fn receive(&mut self, page: &Page, cx: &Cx) {
        if let Page::Patient(page) = page {
            self.patient.clone_from(page);
            return;
        }
        if self.dialog.form().query().is_none() {
            return;
        }
        let known = self.dialog.form_mut().receive(page);
        self.intro = self.dialog.form().spec(cx).intro;
        if !known.is_empty() && !self.form.changed() {
            // Nothing was typed yet: it is there as if the form had opened with it.
            self.form.restore(&known);
            self.opened = self.form.text();
            self.blank = self.opened.clone();
        }
    }

    /// Takes the drafts that are kept: its own comes back, unless something was typed meanwhile. What was begun of the
    /// same thing in another form is gone on with here, and its draft with it: there is one.
    pub fn receive_drafts(&mut self, drafts: Vec<Draft>, cx: &Cx) -> Vec<Ask> {
        let mut asks = Vec::new();
        if let (false, Some(key)) = (self.changed(), self.draft_key()) {
            let own = drafts.iter().find(|draft| draft.key == key).map(|draft| draft.raw.clone());
            let adopted = if own.is_none() { self.dialog.form().adopts(&drafts, cx) } else { None };
            let (raw, moved) = match adopted {
                Some((from, raw)) => (Some(raw), Some(from)),
                None => (own, None),
            };
            if let Some(raw) = raw {
                self.restore(raw, cx);
                let wanting = self.reading(cx).errors.first().map(|(field, _)| *field);
                if let Some(field) = wanting.filter(|_| self.dialog.form().resumes()) {
                    self.form.go_to(field);
                }
            }
            if let Some(from) = moved {
                // Kept here before it goes there.
                let draft = Draft { key, raw: self.raw(), at: cx.now.at };
                asks.extend([Ask::SaveDraft(draft), Ask::DropDraft(from)]);
            }
        }
        self.dialog.form_mut().drafts(drafts);
        asks
    }

    /// What the dialog is about.
    #[must_use]
    pub const fn dialog(&self) -> &Dialog {
        &self.dialog
    }

    pub(in crate::ui) fn reading(&self, cx: &Cx) -> Reading {
        let mut reading = self.dialog.form().read(&self.form.text(), cx);
        if let Some((field, who)) = self.offered(cx) {
            let text = cx.words.say(&Msg::new("known-offer").with("patient", point::about(&who, cx)));
            reading.hints.insert(0, Hint { field, meaning: Meaning::Strong, text });
        }
        if let Some(Ask::Save(write)) = &mut reading.ask {
            write.draft = self.draft_key();
            if self.stale {
                // No revision that ever was: the two versions are shown before anything is written.
                write.seen.iter_mut().for_each(|(_, rev)| *rev = Rev(-1));
            }
        }
        reading
    }

    /// Answers a key. While it saves, nothing may be typed that would then be lost.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        if self.saving {
            return Outcome::Stayed;
        }
        let command = key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT);
        if command && key.code == KeyCode::Char('x') && self.draft_key().is_some() {
            return if self.is_held() {
                let question = Msg::new("forms-discard-sure");
                Outcome::Asks(vec![Ask::Confirm { question, yes: vec![Ask::Discard], danger: true }])
            } else {
                Outcome::Stayed
            };
        }
        if command && key.code == KeyCode::Char('o') && self.take(cx) {
            return Outcome::Stayed;
        }
        let form = self.dialog.form();
        if let Some(ask) = form.key(key, &self.form.text(), cx) {
            // Taken apart, it might not be recognised any more.
            if self.holds_unkept() {
                return Outcome::Stayed;
            }
            return Outcome::Done(self.draft_key().map(Ask::DropDraft).into_iter().chain([ask]).collect());
        }
        let keyed = match (key.code, form.enter()) {
            (KeyCode::Enter, Enter::Saves) => Keyed::Save,
            (KeyCode::Enter, Enter::Waits) => match self.form.key(key, cx, |raw| form.read(raw, cx)) {
                Keyed::Save => Keyed::Used,
                keyed => keyed,
            },
            _ => self.form.key(key, cx, |raw| form.read(raw, cx)),
        };
        match keyed {
            Keyed::Ignored => return Outcome::Ignored,
            // Closed now, a part of what was typed would be gone without a word.
            Keyed::Cancel if self.holds_unkept() => {
                self.refused = Some(Msg::new("forms-nir-open"));
            }
            Keyed::Cancel => return Outcome::Cancelled,
            Keyed::Used => {
                self.follow(cx);
                return self.look_up(cx);
            }
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
                    return Outcome::Done(vec![ask]);
                }
            }
        }
        Outcome::Stayed
    }

    /// Who the number that stands alone in a field is known to be.
    fn offered(&self, cx: &Cx) -> Option<(&'static str, PatientRef)> {
        let (field, file) = self.dialog.form().unnamed(&self.form.text(), cx)?;
        let who = self.patient.known.first().filter(|_| self.patient.file.eq_ignore_ascii_case(&file))?;
        Some((field, who.clone()))
    }

    /// Takes the patient that is offered: never by itself, for a number may be mistyped.
    fn take(&mut self, cx: &Cx) -> bool {
        let Some((_, who)) = self.offered(cx) else { return false };
        let named = self.dialog.form().named(&self.form.text(), &who);
        self.form.fill(&named);
        self.unnamed = None;
        self.follow(cx);
        true
    }

    /// Asks who a number is as soon as it stands there.
    fn look_up(&mut self, cx: &Cx) -> Outcome<Vec<Ask>> {
        let unnamed = self.dialog.form().unnamed(&self.form.text(), cx).map(|(_, file)| file);
        let unnamed = unnamed.filter(|file| PatientPage::is_file(file));
        let before = std::mem::replace(&mut self.unnamed, unnamed);
        match &self.unnamed {
            Some(file) if before.as_ref() != Some(file) => Outcome::Asks(vec![Ask::LookUp(file.clone())]),
            _ => Outcome::Stayed,
        }
    }

    /// Lets the fields that nobody changed go with the others.
    fn follow(&mut self, cx: &Cx) {
        let text = self.form.text();
        let now = self.dialog.form().follows(&text, cx);
        let untouched = |name: &String| self.followed.get(name) == text.get(name);
        self.form.fill(&now.iter().filter(|(name, _)| untouched(name)).map(|(n, v)| (n.clone(), v.clone())).collect());
        self.followed = now;
    }

    /// Whether something typed is to be looked at once more before it is saved.
    fn is_doubtful(&self, reading: &Reading) -> bool {
        let doubted = reading.hints.iter().any(|hint| hint.meaning == Meaning::Watch);
        self.dialog.form().asks_twice() && doubted && self.doubted.as_ref() != Some(&self.form.text())
    }

    /// Puts the keys on a field.
    pub fn focus(&mut self, field: &str) {
        self.form.go_to(field);
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

    /// Puts the date in the place of a word that means another day when it is read.
    pub fn date(&mut self, cx: &Cx) {
        if !self.saving {
            self.form.date(cx);
        }
    }

    /// The text of the field that has the keys, and where in it the cursor stands, in bytes.
    #[must_use]
    pub fn under_cursor(&self) -> Option<(String, usize)> {
        self.form.under_cursor()
    }

    /// Puts pasted text into the field that has the keys.
    pub fn paste(&mut self, text: &str, cx: &Cx) {
        if !self.saving {
            self.form.paste(text);
            self.follow(cx);
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
    pub fn draft_key(&self) -> Option<DraftKey> {
        self.dialog.form().draft()
    }

    /// What is said when it is left with something typed: only a point, a word and a note are handed on.
    #[must_use]
    pub fn draft_said(&self) -> &'static str {
        if self.dialog.form().hands_on() { "frame-draft-kept" } else { "frame-draft-unsaved" }
    }

    /// Whether it holds something typed that no draft may keep (rule 23).
    #[must_use]
    pub fn holds_unkept(&self) -> bool {
        self.draft_key().is_some() && self.changed() && self.form.holds_nir()
    }

    /// Whether anything was typed since it was opened or restored.
    #[must_use]
    pub fn changed(&self) -> bool {
        self.form.changed()
    }

    /// Whether it holds nothing that could be missed: it is as nobody had typed in it, or everything was emptied.
    ///
    /// Emptying one field of what is there already is a change like another; emptying all of them is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let form = self.dialog.form();
        let text = self.form.text();
        let as_found = |name: &String, value: &String| self.blank.get(name) == Some(value);
        if form.theirs().is_some() && !form.adds() {
            return text.iter().all(|(name, value)| as_found(name, value)) || self.form.is_blank();
        }
        text.iter().all(|(name, value)| value.trim().is_empty() || as_found(name, value))
    }

    /// Whether there is something of one's own in it: typed here, or come back.
    fn is_held(&self) -> bool {
        self.draft_key().is_some() && (self.changed() || self.restored)
    }

    /// Whether a kept draft stands in it.
    #[must_use]
    pub const fn is_restored(&self) -> bool {
        self.restored
    }

    /// Every field as typed, for a draft; blank where there is a NIR, and without secrets.
    #[must_use]
    pub fn raw(&self) -> Raw {
        let raw = self.form.raw();
        if self.dialog.form().theirs().is_some() { theirs::with_origin(raw, &self.opened) } else { raw }
    }

    /// Puts a kept draft back, and says so.
    pub fn restore(&mut self, raw: Raw, cx: &Cx) {
        let (typed, origin) = theirs::split(raw);
        let now = |name: &String| self.opened.get(name);
        // Somebody has changed since what was typed over, to something else than was typed.
        self.stale = origin.iter().any(|(name, was)| now(name) != Some(was) && now(name) != typed.get(name));
        self.opened.extend(origin);
        self.form.restore(&typed);
        self.followed = self.dialog.form().follows(&self.form.text(), cx);
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
            let said = if self.dialog.form().hands_on() { "forms-draft-back" } else { "forms-draft-back-unsaved" };
            notices.push((Meaning::Hint, sign(Glyph::Back, cx.t(said))));
        }
        if let Some(said) = self.dialog.form().notice(cx) {
            notices.push((Meaning::Hint, sign(Glyph::Back, said)));
        }
        if self.doubted.as_ref() == Some(&self.form.text()) {
            notices.push((Meaning::Watch, sign(Glyph::Watch, cx.t("noted-sure"))));
        }
        if let Some(msg) = &self.refused {
            notices.push((Meaning::Bad, sign(Glyph::Alert, cx.words.say(msg))));
        }
        let footer = cx.t(if self.saving { "forms-saving" } else { self.footer(cx) });
        Around { title: self.title.clone(), intro: self.intro.clone(), notices, footer }
    }

    /// The keys of the form: with a single field there is no other to go to.
    fn footer(&self, cx: &Cx) -> &'static str {
        let held = self.is_held();
        if let Some(own) = self.dialog.form().footer(held) {
            return own;
        }
        let only = self.form.only_field().map(|field| &field.kind);
        match (only, self.draft_key().is_some()) {
            // While a text is written, what can be put into it is worth more than what closing keeps.
            (Some(FieldKind::Text { .. }), true) if self.offers_snippets(cx) => "forms-footer-one-snippets",
            (None, true) if self.offers_snippets(cx) => "forms-footer-snippets",
            (Some(FieldKind::Text { .. }), true) if held => "forms-footer-one-text-held",
            (Some(_), true) if held => "forms-footer-one-held",
            (None, true) if held => "forms-footer-held",
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
