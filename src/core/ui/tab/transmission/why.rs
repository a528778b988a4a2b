//! Why a key of the Transmission does nothing just now, and which does instead.

use super::{TransmissionTab, state};
use crate::domain::Msg;
use crate::domain::transmission::{Standing, reopening_refused};
use crate::ui::{Action, Cx, Pane as _, Scope, rights};

impl TransmissionTab {
    /// Asked only where [`crate::ui::Pane::can`] said no.
    pub(super) fn why(&self, action: Action, cx: &Cx) -> Option<Msg> {
        if let Some(not_yours) = rights::not_yours(action, Scope::Transmission, cx) {
            return Some(not_yours);
        }
        let page = self.page(cx)?;
        let doctor = cx.frame.rota.people.short(page.stay.doctor);
        let said = |id: &'static str| Some(Msg::new(id).with("doctor", doctor.as_str()).with("day", page.stay.from));
        let mine = cx.is_doctor() && page.stay.doctor == cx.session.who.author();
        let writes = matches!(
            action,
            Action::Unchanged
                | Action::Complete
                | Action::Confirm
                | Action::Differ
                | Action::Settle
                | Action::Step
                | Action::WrongPatient
                | Action::Finish
                | Action::Address
                | Action::Edit
                | Action::Add
                | Action::Notes
                | Action::Sign
                | Action::NextToDecide
        );
        match action {
            Action::Reopen => {
                return cx.author().and_then(|author| reopening_refused(&page.stay, author, &cx.frame.rota, cx.now));
            }
            Action::Addendum if !page.handover.was_signed() => return said("why-not-signed"),
            Action::Addendum => return said("why-not-your-handover"),
            Action::Sequel if !cx.is_doctor() => return said("why-doctor-only"),
            Action::Sequel => return said("why-no-point"),
            _ if !writes => return None,
            _ if page.handover.is_signed() && !mine => return said("why-signed-by"),
            _ if page.handover.is_signed() && self.can(Action::Reopen, cx) => return said("why-signed-reopen"),
            _ if page.handover.is_signed() => return said("why-signed"),
            _ if !mine => return said("why-not-your-handover"),
            _ if cx.now.day < page.stay.from => return said("why-not-yet"),
            _ if !page.stay.covers(cx.now.day) => return said("why-sign-late"),
            _ => {}
        }
        let Some(line) = self.line() else { return said("why-no-point") };
        said(match action {
            Action::Settle if line.thread.open_difference().is_none() => "why-no-difference",
            Action::Settle => "why-settle-who",
            _ if state::is_let_go(self.page.as_ref(), line, cx) => "why-let-go",
            _ if line.thread.item.elsewhere.to.is_some() => "why-moved",
            Action::Edit => "why-not-amendable",
            _ if line.standing == Standing::Closed || !line.thread.is_open() => "why-closed",
            Action::Unchanged => "why-decided",
            Action::Confirm | Action::Differ => "why-own-word",
            Action::Step | Action::WrongPatient => "why-no-patient",
            _ => return None,
        })
    }
}
