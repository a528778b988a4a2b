//! Désistement: when it was announced and why; the stay keeps its history (rule 19).

use super::on_stay::OnStay;
use super::parts::{self, plain};
use super::{Form, Spec};
use crate::domain::act::StayAct;
use crate::domain::hanging::{Hanging, HangingPoint};
use crate::domain::rights::Right;
use crate::domain::stay::{Cause, Withdrawal, WithdrawnBy};
use crate::domain::{Arg, Day, Gravity, Msg, Stamp, Stay};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx, Glyph, Meaning};

/// The field in which the coordination answers what the team has noted, and its answers.
const ANSWER: &str = "answer";
const CONFIRM: &str = "confirm";
const KEEP: &str = "keep";

/// The field of the last day that was worked.
const LAST: &str = "last";

/// Points named one by one, before the rest is only counted.
const NAMED: usize = 6;

fn about(stay: &Stay, cx: &Cx) -> Msg {
    Msg::new("forms-cancel-stay-intro")
        .with("doctor", cx.frame.rota.people.short(stay.doctor))
        .with("from", stay.from)
        .with("to", stay.to)
}

/// What one has to know: whose stay it is, and once it is known what hangs on it.
fn intro(stay: &Stay, hanging: Option<&Hanging>, cx: &Cx) -> Vec<(Meaning, String)> {
    let rota = &cx.frame.rota;
    let mut lines = vec![plain(cx.words.say(&about(stay, cx)))];
    if let Some(noted) = rota.withdrawals.get(&stay.id) {
        let msg = Msg::new("cancel-noted")
            .with("who", rota.people.short(noted.author))
            .with("when", noted.at)
            .with("reason", noted.what.why());
        lines.push((Meaning::Watch, cx.words.say(&msg)));
    }
    if !cx.may(Right::Rota) {
        lines.push(plain(cx.t("cancel-to-confirm")));
    }
    lines.extend(hanging.into_iter().flat_map(|hanging| said(hanging, stay, cx)));
    lines.push(plain(String::new()));
    lines
}

/// What hangs on the stay, a sentence each.
fn said(hanging: &Hanging, stay: &Stay, cx: &Cx) -> Vec<(Meaning, String)> {
    if hanging.is_empty() {
        return vec![plain(cx.t("cancel-nothing"))];
    }
    let rota = &cx.frame.rota;
    let mut said = Vec::new();
    for (instead, points) in hanging.by_follower(rota) {
        let urgent = points.iter().any(|p| p.gravity == Gravity::Urgent);
        let to = instead.and_then(|id| rota.stay(id)).map_or_else(
            || Msg::new("cancel-to-team"),
            |s| Msg::new("cancel-to-doctor").with("doctor", rota.people.short(s.doctor)).with("week", s.week()),
        );
        let msg =
            Msg::new("cancel-points").with("count", points.len()).with("to", to).with("items", named(&points, cx));
        said.push((if urgent { Meaning::Watch } else { Meaning::Plain }, msg));
    }
    if hanging.points.iter().any(|p| p.instead.is_some()) {
        said.push((Meaning::Plain, Msg::new("cancel-meanwhile")));
    }
    // Meetings of the house go on without; patients are to be told.
    let patients: Vec<_> = hanging.entries.iter().filter(|entry| entry.what.patient.is_some()).collect();
    if let Some(first) = patients.first() {
        let when = first
            .what
            .start
            .map_or_else(|| Arg::Day(first.what.day), |start| Arg::Stamp(Stamp::at(first.what.day, start)));
        let msg = Msg::new("cancel-entries").with("count", patients.len()).with("when", when);
        said.push((Meaning::Watch, msg));
    }
    if hanging.begun {
        let msg = Msg::new("cancel-begun").with("doctor", rota.people.short(stay.doctor));
        said.push((Meaning::Watch, msg));
    }
    if hanging.drafts > 0 {
        said.push((Meaning::Plain, Msg::new("cancel-drafts").with("count", hanging.drafts)));
    }
    if hanging.unread > 0 {
        said.push((Meaning::Plain, Msg::new("cancel-unread").with("count", hanging.unread)));
    }
    let dot = cx.look.glyph(Glyph::Dot);
    said.into_iter().map(|(meaning, msg)| (meaning, format!("{dot} {}", cx.words.say(&msg)))).collect()
}

/// `▲ 1243, 0377, n° 12 …`
fn named(points: &[&HangingPoint], cx: &Cx) -> String {
    let name = |p: &&HangingPoint| {
        let about = p.patient.as_ref().map_or_else(
            || cx.words.say(&Msg::new("cancel-number").with("item", p.item.0)),
            |patient| patient.file.clone(),
        );
        if p.gravity == Gravity::Urgent { format!("{} {about}", cx.look.gravity(p.gravity)) } else { about }
    };
    let mut names = points.iter().take(NAMED).map(name).collect::<Vec<_>>().join(", ");
    if points.len() > NAMED {
        names = format!("{names} {}", cx.look.glyph(Glyph::Ellipsis));
    }
    names
}

/// The withdrawal of a stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CancelStayForm {
    on: OnStay,
}

impl CancelStayForm {
    /// The withdrawal of a stay as it was read.
    #[must_use]
    pub const fn new(on: Kept<Stay>) -> Self {
        Self { on: OnStay::new(on) }
    }

    /// Whether days of it may have been worked.
    fn has_begun(&self, cx: &Cx) -> bool {
        self.on.stay.what.is_confirmed() && self.on.stay.what.from <= cx.now.day && cx.may(Right::Rota)
    }

    /// The last day that was worked, where the stay is broken off and not called off whole.
    fn last_worked(&self, reading: &mut Reading, raw: &Raw, cx: &Cx) -> Option<Day> {
        if !self.has_begun(cx) {
            return None;
        }
        let last = parts::day(reading, raw, LAST, cx)?;
        let stay = &self.on.stay.what;
        match last {
            None => reading.advise(LAST, cx.t("cancel-last-how")),
            Some(last) if last < stay.from || last >= stay.to => {
                let msg = Msg::new("cancel-last-outside").with("from", stay.from).with("to", stay.to.plus(-1));
                reading.wrong(LAST, msg);
            }
            Some(_) => {}
        }
        last
    }
}

impl Form for CancelStayForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let noted = cx.frame.rota.withdrawals.get(&self.on.stay.what.id).map(|noted| &noted.what);
        let on = noted.map_or(cx.now.day, |what| what.on);
        let by = parts::options(&WithdrawnBy::ALL, WithdrawnBy::word, cx);
        // Nothing is chosen for whoever only presses Enter.
        let mut causes = vec![(String::new(), cx.t("cause-choose"))];
        causes.extend(parts::options(&Cause::ALL, Cause::word, cx));
        let mut fields = vec![
            Field::new("cause", "forms-field-reason", FieldKind::Choice(causes)),
            Field::new("by", "forms-field-withdrawn-by", FieldKind::Choice(by)),
            Field::short("on", "forms-field-announced"),
        ];
        // What was noted in words is some other reason.
        let cause = noted.map(|what| what.cause.unwrap_or(Cause::Other));
        let mut raw = parts::raw([
            ("on", parts::typed_day(Some(on), cx)),
            ("by", noted.map(|what| what.by).unwrap_or_default().word().to_owned()),
            ("cause", cause.map_or_else(String::new, |cause| cause.word().to_owned())),
        ]);
        if self.has_begun(cx) {
            fields.push(Field::short(LAST, "forms-field-last-worked"));
        }
        if noted.is_some() && cx.may(Right::Rota) {
            // What the team has noted is confirmed, or the stay holds.
            let choices = [(CONFIRM, "cancel-confirm"), (KEEP, "cancel-keep")];
            let choices = choices.map(|(value, id)| (value.to_owned(), cx.t(id))).to_vec();
            fields.insert(0, Field::new(ANSWER, "forms-field-withdrawal", FieldKind::Choice(choices)));
            raw.insert(ANSWER.to_owned(), CONFIRM.to_owned());
        }
        Spec {
            title: cx.t("forms-cancel-stay-title"),
            intro: intro(&self.on.stay.what, self.on.hanging.as_ref(), cx),
            fields,
            raw,
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        if parts::get(raw, ANSWER) == KEEP {
            reading.ask = Some(Ask::on(&self.on.stay, StayAct::Keep(self.on.stay.what.id)));
            return reading;
        }
        let on = parts::needed_day(&mut reading, raw, "on", cx);
        let by = parts::chosen(&WithdrawnBy::ALL, WithdrawnBy::word, parts::get(raw, "by")).unwrap_or_default();
        let cause = parts::chosen(&Cause::ALL, Cause::word, parts::get(raw, "cause"));
        if by == WithdrawnBy::Centre {
            reading.hidden.push("cause");
            reading.advise("by", cx.t("cancel-by-centre"));
        } else if cause.is_none() {
            reading.wrong("cause", Msg::new("cause-missing"));
        }
        let last = self.last_worked(&mut reading, raw, cx);
        if let Some(on) = on {
            if on > cx.now.day {
                reading.wrong("on", Msg::new("forms-announced-later"));
            }
            let notice = self.on.stay.what.from.0 - on.0;
            let msg = if notice > 0 {
                Msg::new("forms-notice").with("count", i64::from(notice))
            } else {
                Msg::new("forms-notice-none")
            };
            reading.advise("on", cx.words.say(&msg));
        }
        if let (Some(on), true) = (on, reading.errors.is_empty()) {
            let noted = cx.frame.rota.withdrawals.get(&self.on.stay.what.id);
            let reason = noted.map_or_else(String::new, |noted| noted.what.reason.clone());
            let cause = cause.filter(|_| by == WithdrawnBy::Doctor);
            let withdrawal = Withdrawal { on, by, cause, reason };
            let stay = self.on.stay.what.id;
            let act = if cx.may(Right::Rota) {
                match last {
                    Some(last) => StayAct::Interrupt { stay, last, withdrawal },
                    None => StayAct::Cancel(stay, withdrawal),
                }
            } else {
                StayAct::NoteWithdrawal(stay, withdrawal)
            };
            reading.ask = Some(Ask::on(&self.on.stay, act));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some(format!("cancel-stay/{}", self.on.stay.what.id))
    }

    /// The team notes what the coordination then confirms.
    fn right(&self) -> Right {
        Right::NoteWithdrawal
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

    fn adds(&self) -> bool {
        true
    }
}
