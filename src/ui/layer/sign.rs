//! The signature under a handover: what stays behind is named first, and nothing of it blocks (rule 6).

use super::Spec;
use super::parts::{self, get, plain};
use crate::domain::act::{Act, HandoverAct};
use crate::domain::{Msg, StayId};
use crate::protocol::Raw;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Cx, Glyph, Meaning};

/// Lines of a list that are shown; the rest is counted.
const SHOWN: usize = 4;

/// The first lines of a list, and how many are not shown.
pub fn list(lines: &[String], glyph: Glyph, meaning: Meaning, cx: &Cx) -> Vec<(Meaning, String)> {
    let mut shown: Vec<_> =
        lines.iter().take(SHOWN).map(|l| (meaning, format!("{} {l}", cx.look.glyph(glyph)))).collect();
    if lines.len() > SHOWN {
        let more = Msg::new("forms-and-more").with("count", lines.len() - SHOWN);
        shown.push((Meaning::Dim, cx.words.say(&more)));
    }
    shown
}

/// What is signed, by whom, and what is left behind.
pub fn spec(
    stay: StayId,
    silent: bool,
    as_is: bool,
    undecided: usize,
    drafts: &[String],
    coverage: &[String],
    cx: &Cx,
) -> Spec {
    let rota = &cx.frame.rota;
    let mut intro = Vec::new();
    if let Some(stay) = rota.stay(stay) {
        let msg = Msg::new("forms-sign-intro").with("week", stay.week()).with("doctor", rota.people.short(stay.doctor));
        intro.push((Meaning::Strong, cx.words.say(&msg)));
    }
    if as_is {
        intro.push(plain(cx.t("forms-sign-as-is")));
    }
    if !drafts.is_empty() {
        intro.push((Meaning::Alert, cx.t("forms-sign-drafts")));
        intro.extend(list(drafts, Glyph::Dot, Meaning::Plain, cx));
    }
    if undecided > 0 {
        intro.push(plain(cx.words.say(&Msg::new("forms-sign-undecided").with("count", undecided))));
    }
    intro.extend(coverage.iter().cloned().map(plain));
    intro.push(plain(cx.t("forms-sign-for-good")));
    intro.push(plain(String::new()));
    let mut fields = vec![Field::line("name", "forms-field-signature")];
    if silent {
        fields.insert(0, Field::new("nothing", "forms-field-nothing", FieldKind::Check));
    }
    Spec { title: cx.t("forms-sign-title"), intro, fields, raw: Raw::new() }
}

pub fn read(stay: StayId, silent: bool, as_is: bool, raw: &Raw, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    let nothing_to_report = get(raw, "nothing") == "1";
    if silent && !nothing_to_report {
        reading.wrong("nothing", Msg::new("forms-sign-nothing-missing"));
    }
    if let (Some(name), true) = (parts::signing_name(&mut reading, raw, cx), !silent || nothing_to_report) {
        let act = HandoverAct::Sign { stay, name, nothing_to_report, as_is };
        reading.ask = Some(parts::save_new(Act::Handover(act), None));
    }
    reading
}
