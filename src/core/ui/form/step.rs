//! What happened to a point on its way: a result came, was read, was told; a call was made.

use super::Spec;
use super::parts::{self, get};
use crate::domain::act::{Act, ItemAct, NewStep, NewWord};
use crate::domain::{ItemId, Kind, Msg, Outcome, StepKind};
use crate::protocol::{Raw, Table};
use crate::ui::Cx;
use crate::ui::widget::form::{Field, FieldKind, Reading};

/// The step that most likely comes next.
fn likely(kind: Kind, done: &[StepKind]) -> StepKind {
    match kind {
        Kind::Result => StepKind::RESULT.into_iter().find(|step| !done.contains(step)).unwrap_or(StepKind::Told),
        _ => StepKind::Reached,
    }
}

pub fn spec(kind: Kind, done: &[StepKind], base: &NewWord, about: &str, cx: &Cx) -> Spec {
    let tomorrow = cx.frame.rota.calendar.next_working(cx.now.day);
    Spec {
        title: format!("{} · {about}", cx.t("forms-step-title")),
        intro: Vec::new(),
        fields: vec![
            Field::new(
                "step",
                "forms-field-step",
                FieldKind::Picker(parts::options(&StepKind::of(kind), StepKind::word, cx)),
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
            ("step", likely(kind, done).word().to_owned()),
            ("next", parts::typed_day(Some(tomorrow), cx)),
            ("close", String::new()),
            ("outcome", base.outcome.unwrap_or(Outcome::Done).word().to_owned()),
        ]),
    }
}

pub fn read(item: ItemId, kind: Kind, base: &NewWord, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    let Some(step) = parts::chosen(&StepKind::of(kind), StepKind::word, get(raw, "step")) else {
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
        let word = close.then(|| NewWord { text: String::new(), show_from: None, outcome, ..base.clone() });
        let act = ItemAct::Step(item, NewStep { kind: step, next, words }, word);
        reading.ask = Some(parts::save(Act::Item(act), &[Table::ITEM.row(item.0)], draft, cx));
    }
    reading
}
