//! The SAED of a call to a colleague: Situation, Antécédents, Évaluation, Demande.
//!
//! Source: Haute Autorité de santé, « SAED : un guide pour faciliter la communication entre professionnels de santé »,
//! 2014. The four parts of one letter's text; they are kept as text.

use super::parts::{self, get};
use crate::domain::{Kind, Msg};
use crate::protocol::Raw;
use crate::ui::Cx;
use crate::ui::widget::form::{Field, FieldKind, Reading};

/// Each part: its field, its label, and whether a call without it makes no sense.
const PARTS: [(&str, &str, bool); 4] = [
    ("situation", "forms-field-situation", true),
    ("background", "forms-field-background", false),
    ("assessment", "forms-field-assessment", false),
    ("request", "forms-field-request", true),
];

pub fn fields() -> Vec<Field> {
    let parts = PARTS.iter().map(|(name, label, _)| Field::text(name, label, 2));
    [Field::new("saed", "forms-field-saed", FieldKind::Check)].into_iter().chain(parts).collect()
}

fn is_chosen(raw: &Raw, kind: Kind) -> bool {
    kind == Kind::Letter && get(raw, "saed") == "1"
}

/// Hides what this point has no use for: the four parts, or the free text they stand for.
pub fn hide(reading: &mut Reading, raw: &Raw, kind: Kind, cx: &Cx) {
    if kind == Kind::Letter {
        reading.advise("saed", cx.t("forms-saed-hint"));
    } else {
        reading.hidden.push("saed");
    }
    if is_chosen(raw, kind) {
        reading.hidden.push("text");
    } else {
        reading.hidden.extend(PARTS.iter().map(|(name, ..)| *name));
    }
}

/// The text the four parts make, once those that are needed are there; nothing where there is no SAED.
pub fn compose(reading: &mut Reading, raw: &Raw, kind: Kind, cx: &Cx) -> Option<String> {
    if !is_chosen(raw, kind) {
        return None;
    }
    let mut lines = Vec::new();
    for (name, label, needed) in PARTS {
        let said = parts::note(reading, raw, name).unwrap_or_default();
        if !said.is_empty() {
            let msg = Msg::new("forms-saed-line").with("part", cx.t(label)).with("text", said);
            lines.push(cx.words.say(&msg));
        } else if needed {
            reading.wrong(name, Msg::new("forms-missing"));
        }
    }
    // What was typed before the four parts were chosen is not lost.
    let before = get(raw, "text").trim();
    if !before.is_empty() {
        lines.insert(0, before.to_owned());
    }
    Some(lines.join("\n"))
}
