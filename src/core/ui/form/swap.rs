//! Échange: two stays change places in one act.

use super::on_stay::OnStay;
use super::parts::{self, get};
use super::{Form, Spec};
use crate::domain::act::StayAct;
use crate::domain::hanging::Hanging;
use crate::domain::rights::Right;
use crate::domain::{Msg, Stay, StayId, StayState};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw, Write};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx, Meaning};

/// The stay that changes places with another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SwapForm {
    on: OnStay,
}

impl SwapForm {
    /// A stay as it was read.
    #[must_use]
    pub const fn new(on: Kept<Stay>) -> Self {
        Self { on: OnStay::new(on) }
    }
}

/// Whether a stay may still change places: it takes place, and nothing of it is signed.
#[must_use]
pub fn may_move(stay: &Stay, cx: &Cx) -> bool {
    stay.state != StayState::Cancelled && stay.to >= cx.now.day && !cx.frame.rota.is_signed(stay.id)
}

/// `S51 · 14 – 18 déc. · Dr Roche · Poste 2`
fn named(stay: &Stay, cx: &Cx) -> String {
    let rota = &cx.frame.rota;
    let post = (rota.posts.len() > 1).then(|| rota.post_name(stay.post).to_owned());
    let doubt = (!stay.is_confirmed()).then(|| cx.t(stay.state.word()));
    let parts = [
        Some(cx.words.week(stay.week())),
        Some(cx.words.span(stay.from, stay.to)),
        Some(rota.people.short(stay.doctor)),
        post,
        doubt,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What hangs on a stay that moves: points follow by themselves, appointments stay on their days.
pub(super) fn hangs(hanging: Option<&Hanging>, cx: &Cx) -> Vec<(Meaning, String)> {
    let Some(hanging) = hanging.filter(|hanging| !hanging.is_empty()) else { return Vec::new() };
    let msg = Msg::new("swap-hangs").with("points", hanging.points.len()).with("entries", hanging.entries.len());
    vec![(Meaning::Watch, cx.words.say(&msg))]
}

impl Form for SwapForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let own = &self.on.stay.what;
        let others = cx.frame.rota.stays.ending_from(cx.now.day).filter(|s| s.id != own.id && may_move(s, cx));
        let others = others.map(|s| (s.id.to_string(), named(s, cx))).collect();
        let mut intro = vec![parts::plain(named(own, cx))];
        intro.extend(hangs(self.on.hanging.as_ref(), cx));
        Spec {
            title: cx.t("swap-title"),
            intro,
            fields: vec![Field::new("other", "swap-with", FieldKind::Picker(others))],
            raw: parts::raw([("other", String::new())]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let other = get(raw, "other").parse().ok().map(StayId).and_then(|id| cx.frame.kept_stay(id));
        let Some(other) = other else {
            reading.wrong("other", Msg::new("swap-missing"));
            return reading;
        };
        let people = &cx.frame.rota.people;
        let msg = Msg::new("swap-how")
            .with("one", people.short(self.on.stay.what.doctor))
            .with("to", other.what.week())
            .with("other", people.short(other.what.doctor))
            .with("from", self.on.stay.what.week());
        reading.understood("other", cx.words.say(&msg));
        let mut write = Write::on(&self.on.stay, StayAct::Swap(self.on.stay.what.id, other.what.id));
        write.seen.push((other.row, other.rev));
        reading.ask = Some(Ask::Save(write));
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
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
