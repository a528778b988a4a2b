//! A difference is settled: the words leave for the collective once a year, and so name nobody.

use super::parts::{get, plain};
use super::word::WordForm;
use super::{Form, Spec};
use crate::domain::difference::names;
use crate::domain::{Msg, PatientRef};
use crate::protocol::{DraftKey, Page, Query, Raw};
use crate::ui::Cx;
use crate::ui::widget::form::Reading;

/// The word that settles, on a point about a patient or about the centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettleForm {
    pub word: WordForm,
    pub patient: Option<PatientRef>,
}

impl Form for SettleForm {
    fn spec(&self, cx: &Cx) -> Spec {
        Spec { intro: vec![plain(cx.t("forms-settle-printed"))], ..self.word.spec(cx) }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = self.word.read(raw, cx);
        if self.patient.as_ref().is_some_and(|patient| names(get(raw, "text"), patient)) {
            reading.wrong("text", Msg::new("settle-names-patient"));
            reading.ask = None;
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        self.word.draft()
    }

    fn hands_on(&self) -> bool {
        self.word.hands_on()
    }

    fn theirs(&self) -> Option<Query> {
        self.word.theirs()
    }

    fn renew(&mut self, page: &Page, cx: &Cx) -> bool {
        self.word.renew(page, cx)
    }

    fn adds(&self) -> bool {
        self.word.adds()
    }
}
