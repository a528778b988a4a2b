//! The signature under a handover: what stays behind is named first, and nothing of it blocks (rule 6).
//!
//! Before the last working day, or while urgent points wait for the doctor, it says so and asks for a word typed.

use crossterm::event::{KeyCode, KeyEvent};

use super::parts::{self, get, plain};
use super::{Enter, Form, Spec};
use crate::domain::act::{Act, HandoverAct};
use crate::domain::draft::names::same;
use crate::domain::{Day, Msg, StayId};
use crate::protocol::{DraftKey, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx, Glyph, Goto, Meaning, TabId};

/// Lines of a list that are shown; the rest is counted.
const SHOWN: usize = 4;

/// The first lines of a list, and how many are not shown.
pub(in crate::ui) fn list(lines: &[String], glyph: Glyph, meaning: Meaning, cx: &Cx) -> Vec<(Meaning, String)> {
    let mut shown: Vec<_> =
        lines.iter().take(SHOWN).map(|l| (meaning, format!("{} {l}", cx.look.glyph(glyph)))).collect();
    if lines.len() > SHOWN {
        let more = Msg::new("forms-and-more").with("count", lines.len() - SHOWN);
        shown.push((Meaning::Dim, cx.words.say(&more)));
    }
    shown
}

/// Why a signature now would come before its time, as it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Early {
    /// The day on which the handover is due, when that is still to come.
    pub due: Option<Day>,
    /// Urgent points that wait for an answer, by what they are about.
    pub urgent: Vec<String>,
    /// The doctor has not taken over yet: that may be what was meant.
    pub arrives: bool,
}

impl Early {
    /// When the stay ends, what waits, and what a signature now would give away.
    #[must_use]
    pub fn said(&self, stay: StayId, cx: &Cx) -> Vec<(Meaning, String)> {
        let mut said = Vec::new();
        if let (Some(due), Some(stay)) = (self.due, cx.frame.rota.stay(stay)) {
            let msg = if due == stay.to {
                Msg::new("forms-sign-early-then").with("day", due)
            } else {
                Msg::new("forms-sign-early").with("day", stay.to).with("due", due)
            };
            said.push((Meaning::Alert, cx.words.say(&msg)));
        }
        if !self.urgent.is_empty() {
            let msg = Msg::new("forms-sign-urgent").with("count", self.urgent.len());
            said.push((Meaning::Alert, cx.words.say(&msg)));
            said.extend(list(&self.urgent, Glyph::Urgent, Meaning::Urgent, cx));
        }
        said.push(plain(cx.t("forms-sign-gives-away")));
        said
    }
}

/// The signature under a handover: names drafts, says what was seen and written, asks for the typed name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignForm {
    pub stay: StayId,
    /// Nothing was written: that has to be said.
    pub silent: bool,
    pub as_is: bool,
    pub undecided: usize,
    pub drafts: Vec<String>,
    pub coverage: Vec<String>,
    /// Before its time it asks for a word.
    pub early: Option<Early>,
}

impl Form for SignForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let Self { stay, silent, as_is, undecided, drafts, coverage, early } = self;
        let rota = &cx.frame.rota;
        let mut intro = Vec::new();
        if let Some(stay) = rota.stay(*stay) {
            let msg =
                Msg::new("forms-sign-intro").with("week", stay.week()).with("doctor", rota.people.short(stay.doctor));
            intro.push((Meaning::Strong, cx.words.say(&msg)));
        }
        if *as_is {
            intro.push(plain(cx.t("forms-sign-as-is")));
        }
        if let Some(early) = early {
            intro.extend(early.said(*stay, cx));
        }
        if !drafts.is_empty() {
            intro.push((Meaning::Alert, cx.t("forms-sign-drafts")));
            intro.extend(list(drafts, Glyph::Dot, Meaning::Plain, cx));
        }
        if *undecided > 0 {
            intro.push(plain(cx.words.say(&Msg::new("forms-sign-undecided").with("count", *undecided))));
        }
        // What a week came to is for its end.
        if early.as_ref().is_none_or(|early| early.due.is_none()) {
            intro.extend(coverage.iter().cloned().map(plain));
        }
        intro.push(plain(cx.t("forms-sign-for-good")));
        intro.push(plain(String::new()));
        let mut fields = vec![Field::line("name", "forms-field-signature")];
        if *silent {
            fields.insert(0, Field::new("nothing", "forms-field-nothing", FieldKind::Check));
        }
        if early.is_some() {
            fields.push(Field::line("word", "forms-field-sign-word"));
        }
        Spec { title: cx.t("forms-sign-title"), intro, fields, raw: Raw::new() }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let (silent, early) = (self.silent, self.early.is_some());
        let mut reading = Reading::default();
        let nothing_to_report = get(raw, "nothing") == "1";
        if silent && !nothing_to_report {
            reading.wrong("nothing", Msg::new("forms-sign-nothing-missing"));
        }
        let word = cx.t("forms-sign-word");
        let meant = !early || same(get(raw, "word"), &word);
        if early && get(raw, "word").trim().is_empty() {
            reading.advise("word", cx.words.say(&Msg::new("forms-sign-word-how").with("word", word.as_str())));
        }
        if !meant {
            reading.wrong("word", Msg::new("forms-sign-word-missing").with("word", word.as_str()));
        }
        let name = parts::signing_name(&mut reading, raw, cx);
        if let (Some(name), true, true) = (name, !silent || nothing_to_report, meant) {
            let act = HandoverAct::Sign { stay: self.stay, name, nothing_to_report, as_is: self.as_is };
            reading.ask = Some(Ask::act(Act::Handover(act)));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }

    fn topic(&self) -> Topic {
        Topic::Sign
    }

    /// Perhaps the other signature was meant: it stands under the briefing.
    fn key(&self, key: &KeyEvent, _raw: &Raw, _cx: &Cx) -> Option<Ask> {
        (self.early.is_some() && key.code == KeyCode::F(2)).then_some(Ask::Goto(Goto::Tab(TabId::Briefing)))
    }

    /// What cannot be meant by habit is not done by Enter.
    fn enter(&self) -> Enter {
        if self.early.is_some() { Enter::Waits } else { Enter::GoesOn }
    }

    fn footer(&self, _held: bool) -> Option<&'static str> {
        self.early.as_ref().map(
            |early| {
                if early.arrives { "forms-footer-sign-arrives" } else { "forms-footer-sign-early" }
            },
        )
    }
}
