//! Opens a signed handover again: what comes back and what stays elsewhere is shown first, and why is asked.

use super::parts::{self, get, plain};
use super::sign::list;
use super::{Form, Spec};
use crate::domain::act::HandoverAct;
use crate::domain::{Msg, StayId};
use crate::protocol::{DraftKey, Kept, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Ask, Cx, Glyph, Meaning};

/// A signed handover is opened again; points by what they are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReopenForm {
    pub on: Kept<StayId>,
    pub back: Vec<String>,
    pub stays: Vec<String>,
}

impl Form for ReopenForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let rota = &cx.frame.rota;
        let mut intro = Vec::new();
        if let Some(stay) = rota.stay(self.on.what) {
            let msg =
                Msg::new("forms-sign-intro").with("week", stay.week()).with("doctor", rota.people.short(stay.doctor));
            intro.push((Meaning::Strong, cx.words.say(&msg)));
        }
        for (points, id, glyph) in
            [(&self.back, "forms-reopen-back", Glyph::Back), (&self.stays, "forms-reopen-stays", Glyph::Dot)]
        {
            intro.push(plain(cx.words.say(&Msg::new(id).with("count", points.len()))));
            intro.extend(list(points, glyph, Meaning::Plain, cx));
        }
        intro.push((Meaning::Watch, cx.t("forms-reopen-sheets")));
        if let Some(stay) = rota.stay(self.on.what) {
            intro.push(plain(cx.words.say(&Msg::new("forms-reopen-until").with("day", stay.to))));
        }
        intro.push(plain(String::new()));
        Spec {
            title: cx.t("forms-reopen-title"),
            intro,
            fields: vec![Field::line("reason", "forms-field-reopen-reason")],
            raw: Raw::new(),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        if get(raw, "reason").trim().is_empty() {
            reading.advise("reason", cx.t("forms-reopen-how"));
        }
        reading.ask = parts::needed_line(&mut reading, raw, "reason").map(|reason| {
            // Signed anew or reopened on another desk meanwhile: that is seen first.
            Ask::on(&self.on, HandoverAct::Reopen { stay: self.on.what, reason })
        });
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }

    fn topic(&self) -> Topic {
        Topic::Sign
    }
}
