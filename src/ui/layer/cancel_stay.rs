//! Désistement: when it was announced and why; the stay keeps its history (rule 19).

use super::Spec;
use super::parts::{self, plain};
use crate::domain::StayId;
use crate::domain::act::{Act, StayAct};
use crate::domain::stay::Withdrawal;
use crate::domain::{Msg, Stay};
use crate::protocol::{Raw, Row};
use crate::ui::Cx;
use crate::ui::widget::form::{Field, Reading};

fn about(stay: &Stay, cx: &Cx) -> Msg {
    Msg::new("forms-cancel-stay-intro")
        .with("doctor", cx.frame.rota.people.short(stay.doctor))
        .with("from", stay.from)
        .with("to", stay.to)
}

pub fn spec(stay: StayId, cx: &Cx) -> Spec {
    let about = cx.frame.rota.stay(stay).map(|s| plain(cx.words.say(&about(s, cx))));
    Spec {
        title: cx.t("forms-cancel-stay-title"),
        intro: about.into_iter().chain([plain(cx.t("forms-cancel-stay-follows")), plain(String::new())]).collect(),
        fields: vec![Field::line("on", "forms-field-announced"), Field::line("reason", "forms-field-reason")],
        raw: parts::raw([("on", parts::typed_day(Some(cx.now.day), cx))]),
    }
}

pub fn read(stay: StayId, raw: &Raw, draft: Option<String>, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    let on = parts::needed_day(&mut reading, raw, "on", cx);
    let reason = parts::needed_line(&mut reading, raw, "reason");
    if let (Some(on), Some(stay)) = (on, cx.frame.rota.stay(stay)) {
        if on > cx.now.day {
            reading.wrong("on", Msg::new("forms-announced-later"));
        }
        let notice = stay.from.0 - on.0;
        let msg = if notice > 0 {
            Msg::new("forms-notice").with("count", i64::from(notice))
        } else {
            Msg::new("forms-notice-none")
        };
        reading.advise("on", cx.words.say(&msg));
    }
    if let (Some(on), Some(reason), true) = (on, reason, reading.errors.is_empty()) {
        let act = Act::Stay(StayAct::Cancel(stay, Withdrawal { on, reason }));
        reading.ask = Some(parts::save(act, &[Row::Stay(stay.0)], draft, cx));
    }
    reading
}
