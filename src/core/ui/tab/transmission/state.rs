//! Where a transmission stands, in sentences: draft, signed, waiting to be taken over, taken over.

use super::{TransmissionTab, is_team};
use crate::domain::Msg;
use crate::domain::transmission::{Line, Transmission};
use crate::ui::keymap::key_of;
use crate::ui::point;
use crate::ui::tab::briefing::coordinator;
use crate::ui::{Action, Cx, Meaning, Pane as _, Scope};

/// Characters of a signature's hash that are shown.
const HASH: usize = 8;

impl TransmissionTab {
    /// What may be done, where it is not simply writing: read only, as it is, to come.
    pub(super) fn advice(&self, page: &Transmission, cx: &Cx) -> Option<String> {
        let key = |action| key_of(action, &[Scope::Transmission]).map_or_else(String::new, |k| k.label(cx));
        let doctor = || cx.frame.rota.people.short(page.stay.doctor);
        let by_phone = |id| {
            let msg = Msg::new(id).with("key", key(Action::Voice)).with("doctor", doctor());
            point::sentence(&msg, cx)
        };
        if self.may_sign_as_is(cx) {
            let as_is = point::sentence(&Msg::new("transmission-as-is").with("key", key(Action::Sign)), cx);
            return Some(format!("{as_is} {}", by_phone("transmission-late-phone")));
        }
        if self.may_sign_late(cx) {
            let msg = Msg::new("transmission-late")
                .with("key", key(Action::Sign))
                .with("day", cx.frame.rota.around.closes(&page.stay));
            return Some(point::sentence(&msg, cx));
        }
        if page.handover.is_signed() && is_team(cx) && cx.session.who.dictated_by != Some(page.stay.doctor) {
            return Some(by_phone("transmission-add-phone"));
        }
        if self.can(Action::Reopen, cx) {
            let msg = Msg::new("transmission-reopens").with("key", key(Action::Reopen)).with("day", page.stay.to);
            let leaving = Msg::new("transmission-leaving").with("key", key(Action::Leaving));
            let leaving = self.can(Action::Leaving, cx).then(|| format!("{} ", point::sentence(&leaving, cx)));
            return Some(leaving.unwrap_or_default() + &point::sentence(&msg, cx));
        }
        let running = page.stay.covers(cx.now.day) && !page.handover.is_signed();
        if running && is_team(cx) && !cx.is_doctor() {
            let doctor = cx.frame.rota.people.short(page.stay.doctor);
            let msg = Msg::new("transmission-read-only").with("key", key(Action::Voice)).with("doctor", doctor);
            return Some(point::sentence(&msg, cx));
        }
        None
    }
}

/// Whether the point stayed with others when the handover was reopened, and nobody has moved it since.
pub(super) fn is_let_go(page: Option<&Transmission>, line: &Line, cx: &Cx) -> bool {
    page.is_some_and(|p| p.handover.reopened().is_some() && cx.frame.rota.has_let_go(&p.stay, &line.thread, cx.now.day))
}

/// The state of the handover, in one sentence.
pub(super) fn sentence(page: &Transmission, cx: &Cx) -> (String, Meaning) {
    let rota = &cx.frame.rota;
    let stay = &page.stay;
    if cx.now.day < stay.from {
        return (point::sentence(&Msg::new("transmission-to-come").with("day", stay.from), cx), Meaning::Dim);
    }
    let Some(signature) = &page.handover.signature else {
        let (msg, meaning) = if stay.to < cx.now.day {
            (Msg::new("transmission-unsigned").with("holder", coordinator(cx)), Meaning::Alert)
        } else {
            (Msg::new("transmission-draft").with("day", rota.due_day(stay)), Meaning::Watch)
        };
        let why = page.handover.reopened().map(|r| format!("{} ", point::reopened(r, cx)));
        return (why.unwrap_or_default() + &point::sentence(&msg, cx), meaning);
    };
    let hash: String = signature.hash.chars().take(HASH).collect();
    let id = if signature.as_is { "transmission-signed-as-is" } else { "transmission-signed" };
    let mut said = point::sentence(
        &Msg::new(id).with("at", signature.at).with("who", rota.people.short(signature.author)).with("hash", hash),
        cx,
    );
    let mut more = |msg: &Msg| {
        said.push(' ');
        said.push_str(&point::sentence(msg, cx));
    };
    if let Some(typist) = signature.entered_by {
        more(&Msg::new("transmission-typed").with("typist", rota.people.short(typist)));
    }
    if signature.is_late(stay) {
        more(&Msg::new("transmission-signed-late"));
    }
    if signature.nothing_to_report {
        more(&Msg::new("transmission-nothing"));
    }
    if let Some(reopening) = page.handover.reopenings.last() {
        more(
            &Msg::new("transmission-follows")
                .with("signed", reopening.signed_at)
                .with("reason", reopening.reason.as_str()),
        );
    }
    let taken = page.next.as_ref().and_then(|next| rota.takeovers.get(&next.id));
    if let Some(taken) = taken {
        more(&Msg::new("transmission-taken").with("at", taken.at).with("who", rota.people.short(taken.author)));
        return (said, Meaning::Good);
    }
    more(&Msg::new("transmission-waits").with("holder", coordinator(cx)));
    (said, Meaning::Watch)
}
