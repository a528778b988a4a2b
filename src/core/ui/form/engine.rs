//! A form dialog that is open: typing, drafts, revisions and drawing, whatever it asks.

use std::collections::BTreeMap;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Spec, cancel_stay, draft_key, item, panel, parts, quick, read, spec, theirs};
use crate::domain::Msg;
use crate::protocol::{Draft, Page, Query, Raw, Rev, Row, Table};
use crate::ui::widget::form::{Around, FieldKind, Form, Keyed, Reading};
use crate::ui::{Ask, Cx, Dialog, Glyph, Goto, Meaning, Outcome, TabId};

/// A form dialog that is open.
pub struct FormLayer {
    pub(in crate::ui) dialog: Dialog,
    pub(in crate::ui) form: Form,
    pub(in crate::ui) title: String,
    pub(in crate::ui) intro: Vec<(Meaning, String)>,
    /// The revisions at the moment it opened: what other desks change while one types must not be
    /// overwritten in silence, even when the screen behind has followed (rule 14).
    pub(in crate::ui) revs: BTreeMap<Row, Rev>,
    /// What the fields held at that moment: what differs from it was typed here.
    pub(in crate::ui) opened: Raw,
    /// A kept draft was put back that was begun on something else than is there now.
    pub(in crate::ui) stale: bool,
    pub(in crate::ui) restored: bool,
    /// What was typed when a doubt about it was last shown: saved again, it is meant.
    pub(in crate::ui) doubted: Option<Raw>,
    pub(in crate::ui) refused: Option<Msg>,
    pub(in crate::ui) saving: bool,
    /// Points that were begun and kept: one line opens the newest of them again.
    pub(in crate::ui) begun: Vec<Draft>,
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
        form.start(&read(&dialog, &form.text(), cx));
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
    pub fn query(&self) -> Option<Query> {
        match self.dialog {
            Dialog::CancelStay { stay } => Some(Query::Hanging(stay)),
            Dialog::Record { record, .. } if record.is_unique() => Some(Query::Records(record)),
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
        if let (Dialog::Record { record, others, .. }, Page::Records(of, rows)) = (&mut self.dialog, page)
            && record == of
        {
            others.clone_from(rows);
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

    pub(in crate::ui) fn reading(&self, cx: &Cx) -> Reading {
        read(&self.dialog, &self.form.text(), cx)
    }

    /// The same with the revisions of the moment the form opened.
    pub(in crate::ui) fn as_opened(&self, mut ask: Ask) -> Ask {
        if let Ask::Save(write) = &mut ask {
            for (row, rev) in &mut write.seen {
                match row {
                    // No revision that ever was: the two versions are shown before anything is written.
                    _ if self.stale => *rev = Rev(-1),
                    // The dialog itself carries those.
                    _ if matches!(self.dialog, Dialog::Record { .. }) => {}
                    Row {
                        table: Table::CONTACT | Table::PAGE | Table::ENTRY | Table::PANEL | Table::SURVEY, ..
                    } => {}
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
            // Cut into fields, it might not be recognised any more.
            if self.form.holds_nir() {
                return Outcome::Stayed;
            }
            let kept = self.draft_key().map(Ask::DropDraft);
            return Outcome::Done(kept.into_iter().chain([quick::open(&self.form.text(), &self.begun, cx)]).collect());
        }
        let early = matches!(dialog, Dialog::Sign { early: Some(_), .. });
        // Perhaps the other signature was meant: it stands under the briefing.
        if early && key.code == KeyCode::F(2) {
            return Outcome::Done(vec![Ask::Goto(Goto::Tab(TabId::Briefing))]);
        }
        let keyed = if at_once { Keyed::Save } else { self.form.key(key, |raw| read(dialog, raw, cx)) };
        // What cannot be meant by habit is not done by Enter.
        let keyed = if early && key.code == KeyCode::Enter && keyed == Keyed::Save { Keyed::Used } else { keyed };
        match keyed {
            Keyed::Ignored => return Outcome::Ignored,
            // Closed now, a part of what was typed would be gone without a word.
            Keyed::Cancel if self.holds_unkept() => {
                self.refused = Some(Msg::new("forms-nir-open"));
            }
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
        if let Dialog::Sign { early: Some(early), .. } = &self.dialog {
            return if early.arrives { "forms-footer-sign-arrives" } else { "forms-footer-sign-early" };
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
