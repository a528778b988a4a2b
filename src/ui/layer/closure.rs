//! Days in which the centre is closed.

use super::Spec;
use super::parts;
use crate::domain::Msg;
use crate::domain::act::{Act, CentreAct};
use crate::protocol::Raw;
use crate::ui::Cx;
use crate::ui::widget::form::{Field, Reading};

pub fn spec(cx: &Cx) -> Spec {
    Spec {
        title: cx.t("forms-closure-title"),
        intro: Vec::new(),
        fields: vec![
            Field::short("from", "forms-field-from"),
            Field::short("to", "forms-field-to-day"),
            Field::line("reason", "forms-field-reason"),
        ],
        raw: Raw::new(),
    }
}

pub fn read(raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    let from = parts::needed_day(&mut reading, raw, "from", cx);
    let to = parts::needed_day(&mut reading, raw, "to", cx);
    let reason = parts::needed_line(&mut reading, raw, "reason");
    let (Some(from), Some(to)) = (from, to) else { return reading };
    if to < from {
        reading.wrong("to", Msg::new("forms-to-before-from"));
    } else if to.0 - from.0 > 365 {
        reading.wrong("to", Msg::new("forms-too-long"));
    }
    let rota = &cx.frame.rota;
    for stay in rota.confirmed().filter(|s| s.from <= to && from <= s.to) {
        let msg = Msg::new("forms-closure-stay")
            .with("doctor", rota.people.short(stay.doctor))
            .with("from", stay.from)
            .with("to", stay.to);
        reading.advise("to", cx.words.say(&msg));
    }
    if let (Some(reason), true) = (reason, reading.errors.is_empty()) {
        reading.ask = Some(parts::save_new(Act::Centre(CentreAct::AddClosure { from, to, reason }), draft));
    }
    reading
}
