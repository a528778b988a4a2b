//! A stay shared out: two stays of one, the second perhaps another doctor's.

use super::on_stay::OnStay;
use super::parts::{self, get};
use super::swap::hangs;
use super::{Form, Spec};
use crate::domain::act::StayAct;
use crate::domain::rights::Right;
use crate::domain::{Day, Msg, PersonId, Stay};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// The stay that is shared out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CutStayForm {
    on: OnStay,
}

impl CutStayForm {
    /// A stay as it was read.
    #[must_use]
    pub const fn new(on: Kept<Stay>) -> Self {
        Self { on: OnStay::new(on) }
    }

    /// The middle of its working days.
    fn middle(&self, cx: &Cx) -> Option<Day> {
        let stay = &self.on.stay.what;
        let worked: Vec<Day> = stay.from.to(stay.to).filter(|day| cx.frame.rota.calendar.is_working(*day)).collect();
        worked.get(worked.len().div_ceil(2)).copied()
    }
}

impl Form for CutStayForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let stay = &self.on.stay.what;
        let about = Msg::new("forms-cancel-stay-intro")
            .with("doctor", cx.frame.rota.people.short(stay.doctor))
            .with("from", stay.from)
            .with("to", stay.to);
        let mut intro = vec![parts::plain(cx.words.say(&about))];
        intro.extend(hangs(self.on.hanging.as_ref(), cx));
        Spec {
            title: cx.t("cut-title"),
            intro,
            fields: vec![
                Field::short("from", "cut-from"),
                Field::new("doctor", "cut-doctor", FieldKind::Picker(parts::doctors(Some(stay.doctor), cx))),
            ],
            raw: parts::raw([("from", parts::typed_day(self.middle(cx), cx))]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let stay = &self.on.stay.what;
        let from = parts::needed_day(&mut reading, raw, "from", cx);
        if from.is_some_and(|from| from <= stay.from || from > stay.to) {
            let msg = Msg::new("cut-outside").with("from", stay.from.plus(1)).with("to", stay.to);
            reading.wrong("from", msg);
        }
        let doctor = get(raw, "doctor").parse().ok().map(PersonId);
        if doctor.is_none() {
            reading.wrong("doctor", Msg::new("cut-missing-doctor"));
        }
        if doctor == Some(stay.doctor) {
            reading.advise("doctor", cx.t("cut-same-doctor"));
        }
        if let (Some(from), Some(_), true) = (from, doctor, reading.errors.is_empty()) {
            reading.ask = Some(Ask::on(&self.on.stay, StayAct::Cut { stay: stay.id, from, doctor }));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(format!("cut-stay/{}", self.on.stay.what.id))
    }

    fn right(&self) -> Right {
        Right::Rota
    }

    fn topic(&self) -> Topic {
        Topic::Planning
    }

    fn query(&self) -> Option<Query> {
        Some(self.on.query())
    }

    fn receive(&mut self, page: &Page) -> Raw {
        self.on.receive(page)
    }

    fn theirs(&self) -> Option<Query> {
        Some(OnStay::theirs())
    }

    fn renew(&mut self, _page: &Page, cx: &Cx) -> bool {
        self.on.renew(cx)
    }
}
