//! What happened to a point on its way: a result came, was read, was told; a call was made.

use super::parts::{self, get};
use super::{Form, Spec};
use crate::domain::act::{ItemAct, NewStep, NewWord};
use crate::domain::{ItemId, Kind, Msg, Outcome, StepKind};
use crate::protocol::{DraftKey, Kept, Raw};
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// The step that most likely comes next.
fn likely(kind: Kind, done: &[StepKind]) -> StepKind {
    match kind {
        Kind::Result => StepKind::RESULT.into_iter().find(|step| !done.contains(step)).unwrap_or(StepKind::Told),
        _ => StepKind::Reached,
    }
}

/// What happened to a point on its way, beside what is done already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepForm {
    pub on: Kept<ItemId>,
    pub kind: Kind,
    pub done: Vec<StepKind>,
    pub base: NewWord,
    /// What the point is about.
    pub title: String,
}

impl Form for StepForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let Self { kind, done, base, .. } = self;
        let tomorrow = cx.frame.rota.calendar.next_working(cx.now.day);
        Spec {
            title: format!("{} · {}", cx.t("forms-step-title"), self.title),
            intro: Vec::new(),
            fields: vec![
                Field::new(
                    "step",
                    "forms-field-step",
                    FieldKind::Picker(parts::options(&StepKind::of(*kind), StepKind::word, cx)),
                ),
                Field::short("next", "forms-field-next-try"),
                Field::new("close", "forms-field-close", FieldKind::Check),
                Field::new(
                    "outcome",
                    "forms-field-outcome",
                    FieldKind::Picker(parts::options(&Outcome::ALL, Outcome::word, cx)),
                ),
                Field::sentence("text", "forms-field-step-words", 2),
            ],
            raw: parts::raw([
                ("step", likely(*kind, done).word().to_owned()),
                ("next", parts::typed_day(Some(tomorrow), cx)),
                ("close", String::new()),
                ("outcome", base.outcome.unwrap_or(Outcome::Done).word().to_owned()),
            ]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let Some(step) = parts::chosen(&StepKind::of(self.kind), StepKind::word, get(raw, "step")) else {
            reading.wrong("step", Msg::new("forms-step-missing"));
            return reading;
        };
        let words = parts::note(&mut reading, raw, "text");
        let close = step.may_close() && get(raw, "close") == "1";
        if !step.may_close() {
            reading.hidden.push("close");
        }
        if !close {
            reading.hidden.push("outcome");
        }
        let next = if step.asks_next() {
            let next = parts::needed_day(&mut reading, raw, "next", cx);
            if next.is_some_and(|day| day < cx.now.day) {
                reading.wrong("next", Msg::new("forms-again-past"));
            }
            next
        } else {
            reading.hidden.push("next");
            None
        };
        if step == StepKind::WrongNumber {
            reading.advise("step", cx.t("forms-step-wrong-number"));
        }
        let outcome = parts::outcome(raw);
        if let (Some(words), true) = (words, reading.errors.is_empty()) {
            let word = close.then(|| NewWord { text: String::new(), show_from: None, outcome, ..self.base.clone() });
            let act = ItemAct::Step(self.on.what, NewStep { kind: step, next, words }, word);
            reading.ask = Some(Ask::on(&self.on, act));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(format!("step/{}", self.on.what))
    }

    fn hands_on(&self) -> bool {
        true
    }
}
