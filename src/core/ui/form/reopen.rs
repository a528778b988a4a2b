//! Opens a signed handover again: what comes back and what stays elsewhere is shown first, and why is asked.

use super::Spec;
use super::parts::{self, get, plain};
use super::sign::list;
use crate::domain::act::{Act, HandoverAct};
use crate::domain::{Msg, StayId};
use crate::protocol::{Raw, Table};
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Cx, Glyph, Meaning};

/// The two lists, each point by what it is about, and what is out of date from then on.
pub fn spec(stay: StayId, back: &[String], stays: &[String], cx: &Cx) -> Spec {
    let rota = &cx.frame.rota;
    let mut intro = Vec::new();
    if let Some(stay) = rota.stay(stay) {
        let msg = Msg::new("forms-sign-intro").with("week", stay.week()).with("doctor", rota.people.short(stay.doctor));
        intro.push((Meaning::Strong, cx.words.say(&msg)));
    }
    for (points, id, glyph) in [(back, "forms-reopen-back", Glyph::Back), (stays, "forms-reopen-stays", Glyph::Dot)] {
        intro.push(plain(cx.words.say(&Msg::new(id).with("count", points.len()))));
        intro.extend(list(points, glyph, Meaning::Plain, cx));
    }
    intro.push((Meaning::Watch, cx.t("forms-reopen-sheets")));
    if let Some(stay) = rota.stay(stay) {
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

pub fn read(stay: StayId, raw: &Raw, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    if get(raw, "reason").trim().is_empty() {
        reading.advise("reason", cx.t("forms-reopen-how"));
    }
    reading.ask = parts::needed_line(&mut reading, raw, "reason").map(|reason| {
        // Signed anew or reopened on another desk meanwhile: that is seen first.
        parts::save(Act::Handover(HandoverAct::Reopen { stay, reason }), &[Table::HANDOVER.row(stay.0)], None, cx)
    });
    reading
}
