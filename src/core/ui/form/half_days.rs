//! The type of some half-days: programmé, non programmé, visites, repos, fermé.

use super::Spec;
use super::parts::{self, get};
use crate::domain::act::{Act, AgendaAct};
use crate::domain::agenda::HalfDayKind;
use crate::domain::{Day, HalfDay, Msg, PostId};
use crate::protocol::Raw;
use crate::ui::Cx;
use crate::ui::widget::form::{Field, FieldKind, Reading};

/// Half-days that are named one by one; more are counted.
const NAMED: usize = 4;

pub fn spec(which: &[(PostId, Day, HalfDay)], kind: HalfDayKind, cx: &Cx) -> Spec {
    let half = |half: &HalfDay| match half {
        HalfDay::Morning => cx.t("forms-morning"),
        HalfDay::Afternoon => cx.t("forms-afternoon"),
    };
    let named: Vec<String> = which.iter().map(|(_, day, h)| format!("{} {}", cx.words.day(*day), half(h))).collect();
    let about = if named.len() <= NAMED {
        named.join(", ")
    } else {
        let (from, to) = (which.iter().map(|w| w.1).min(), which.iter().map(|w| w.1).max());
        let span = from.zip(to).map(|(from, to)| cx.words.span(from, to)).unwrap_or_default();
        cx.words.say(&Msg::new("forms-half-days-many").with("count", which.len()).with("span", span))
    };
    Spec {
        title: cx.t("forms-half-days-title"),
        intro: vec![parts::plain(about)],
        fields: vec![Field::new(
            "kind",
            "forms-field-half-day",
            FieldKind::Choice(parts::options(&HalfDayKind::ALL, HalfDayKind::word, cx)),
        )],
        raw: parts::raw([("kind", kind.word().to_owned())]),
    }
}

pub fn read(which: &[(PostId, Day, HalfDay)], raw: &Raw) -> Reading {
    let mut reading = Reading::default();
    if let Some(kind) = parts::chosen(&HalfDayKind::ALL, HalfDayKind::word, get(raw, "kind")) {
        reading.ask = Some(parts::save_new(Act::Agenda(AgendaAct::HalfDays(which.to_vec(), kind)), None));
    }
    reading
}
