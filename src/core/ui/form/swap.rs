//! Échange: two stays change places in one act.

use super::parts::{self, get};
use super::{Form, Spec};
use crate::domain::act::StayAct;
use crate::domain::hanging::Hanging;
use crate::domain::rights::Right;
use crate::domain::{Day, Msg, Stay, StayId, StayState};
use crate::protocol::{DraftKey, Kept, Page, Query, Raw, Write};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx, Meaning};

/// The stay that changes places with another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SwapForm {
    on: Kept<Stay>,
    hanging: Option<Hanging>,
}

impl SwapForm {
    /// A stay as it was read.
    #[must_use]
    pub const fn new(on: Kept<Stay>) -> Self {
        Self { on, hanging: None }
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
        let own = &self.on.what;
        let others = cx.frame.rota.stays.ending_from(cx.now.day).filter(|s| s.id != own.id && may_move(s, cx));
        let others = others.map(|s| (s.id.to_string(), named(s, cx))).collect();
        let mut intro = vec![parts::plain(named(own, cx))];
        intro.extend(hangs(self.hanging.as_ref(), cx));
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
            .with("one", people.short(self.on.what.doctor))
            .with("to", other.what.week())
            .with("other", people.short(other.what.doctor))
            .with("from", self.on.what.week());
        reading.understood("other", cx.words.say(&msg));
        let mut write = Write::on(&self.on, StayAct::Swap(self.on.what.id, other.what.id));
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
        Some(Query::Hanging(self.on.what.id))
    }

    fn receive(&mut self, page: &Page) -> Raw {
        if let Page::Hanging(Some(hanging)) = page
            && hanging.stay == self.on.what.id
        {
            self.hanging = Some((**hanging).clone());
        }
        Raw::new()
    }

    fn theirs(&self) -> Option<Query> {
        Some(Query::FrameSince(Day(i32::MIN)))
    }

    fn renew(&mut self, _page: &Page, cx: &Cx) -> bool {
        cx.frame.kept_stay(self.on.what.id).map(|on| self.on = on).is_some()
    }
}
