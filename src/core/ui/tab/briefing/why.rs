//! Why a key of the Briefing does nothing just now, and which does instead.

use super::act::may_take;
use super::{BriefingTab, Side, draw, due};
use crate::domain::briefing::Aside;
use crate::domain::{Answer, Gravity, Msg};
use crate::ui::{Action, Cx, Scope, rights};

impl BriefingTab {
    /// Asked only where [`crate::ui::Pane::can`] said no.
    pub(super) fn why(&self, action: Action, cx: &Cx) -> Option<Msg> {
        if let Some(not_yours) = rights::not_yours(action, Scope::Briefing, cx) {
            return Some(not_yours);
        }
        let page = self.page(cx)?;
        let on_point = draw::ACTS.iter().any(|(act, _)| *act == action);
        if on_point && self.side == Side::Sections {
            return Some(Msg::new("why-other-pane"));
        }
        match &page.stay {
            _ if action == Action::TakeOver && page.taken_over => return Some(Msg::new("why-took-over")),
            None if matches!(action, Action::TakeOver | Action::Sequel | Action::Return | Action::Differ) => {
                return Some(Msg::new("why-doctor-only"));
            }
            Some(stay) if !self.may_answer(cx) => {
                let early = cx.now.day < stay.from;
                return Some(Msg::new(if early { "why-not-yet" } else { "why-stay-over" }).with("day", stay.from));
            }
            _ => {}
        }
        if self.due().is_some() && (on_point || action == Action::ReadNext) {
            return Some(due::why_not(action));
        }
        if action == Action::ReadNext {
            return Some(Msg::new("why-nothing-waits"));
        }
        on_point.then(|| Msg::new(self.why_not_on_point(action, cx)))
    }

    fn why_not_on_point(&self, action: Action, cx: &Cx) -> &'static str {
        let Some(entry) = self.entry() else { return "why-no-point" };
        let answer = entry.answer.as_ref().map(|receipt| receipt.answer);
        match action {
            Action::Settle if entry.thread.open_difference().is_none() => "why-no-difference",
            Action::Settle => "why-settle-who",
            _ if matches!(entry.aside, Some(Aside::Common(_))) => "why-common",
            _ if matches!(entry.aside, Some(Aside::Relayed(_))) => "why-relayed",
            _ if entry.aside.is_some() => "why-not-followed",
            Action::Take if answer == Some(Answer::Taken) => "why-taken",
            Action::Take if !may_take(entry, cx) => "why-doctor-keeps",
            Action::Take | Action::PutOff if !entry.waits() => "why-answered",
            Action::Question if entry.thread.open_question().is_some() => "why-asked",
            Action::Question => "why-doctor-only",
            Action::Return => "why-returned",
            Action::PutOff if entry.thread.head().gravity == Gravity::Urgent => "why-urgent-now",
            Action::PutOff => "why-last-day",
            Action::Step | Action::WrongPatient => "why-no-patient",
            _ => "why-answer-first",
        }
    }
}
