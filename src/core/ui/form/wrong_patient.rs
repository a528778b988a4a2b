//! Mauvais patient ? A point written on the wrong file goes to the right one.

use super::entry::typed_patient;
use super::parts::{self, plain};
use super::{Form, Spec};
use crate::domain::act::ItemAct;
use crate::domain::draft::patient;
use crate::domain::{ItemId, Msg, PatientRef};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Ask, Cx, point};

/// The patient that a point is about in truth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongPatientForm {
    pub on: Kept<ItemId>,
    /// The file it stands on.
    pub file: String,
    /// What the point is about.
    pub title: String,
}

impl Form for WrongPatientForm {
    fn spec(&self, cx: &Cx) -> Spec {
        Spec {
            title: format!("{} · {}", cx.t("forms-move-title"), self.title),
            intro: vec![plain(cx.t("forms-move-intro"))],
            fields: vec![Field::line("who", "forms-field-right-patient")],
            raw: Raw::new(),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let Some(typed) = parts::line(&mut reading, raw, "who") else { return reading };
        let [file, initials, year] = patient::split(&typed).unwrap_or([typed, String::new(), String::new()]);
        let (names, this_year) = (cx.frame.centre.names_allowed, chrono::Datelike::year(&cx.now.day.date()));
        match patient::patient(&file, &initials, &year, names, this_year) {
            Ok(patient) if patient.file == self.file => {
                reading.wrong("who", Msg::new("store-move-same").with("file", patient.file));
            }
            Ok(patient) => {
                let about = point::about(&patient, cx);
                reading.understood("who", cx.words.say(&Msg::new("week-file").with("file", about)));
                reading.ask = Some(Ask::on(&self.on, ItemAct::Move(self.on.what, patient)));
            }
            Err((_, msg)) => reading.wrong("who", msg),
        }
        reading
    }

    fn unnamed(&self, raw: &Raw, _cx: &Cx) -> Option<(&'static str, String)> {
        let typed = parts::get(raw, "who").trim();
        Some(("who", typed.to_owned())).filter(|_| !typed.is_empty() && !typed.contains(' '))
    }

    fn named(&self, _raw: &Raw, who: &PatientRef) -> Raw {
        parts::raw([("who", typed_patient(who))])
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(format!("move/{}", self.on.what))
    }

    fn theirs(&self) -> Option<Query> {
        Some(Query::Thread(self.on.what))
    }

    fn renew(&mut self, page: &Page, _cx: &Cx) -> bool {
        let Page::Thread(Some(thread)) = page else { return false };
        self.on = Kept::point(&thread.item);
        true
    }

    fn adds(&self) -> bool {
        true
    }
}
