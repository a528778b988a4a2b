//! Why a key of the week does nothing just now, and which does instead.

use super::{Mode, WeekTab};
use crate::domain::Msg;
use crate::ui::{Action, Cx, Scope, rights};

impl WeekTab {
    /// Asked only where [`crate::ui::Pane::can`] said no.
    pub(super) fn why(&self, action: Action, cx: &Cx) -> Option<Msg> {
        if let Some(not_yours) = rights::not_yours(action, Scope::Week, cx) {
            return Some(not_yours);
        }
        if let Some(not_own) = self.not_own(action, cx) {
            return Some(not_own);
        }
        let (rota, day) = (&cx.frame.rota, self.day(cx));
        let post = self.post(cx)?;
        let closed = rota.calendar.closed(day).is_some();
        let id = match action {
            _ if !matches!(self.mode, Mode::Browse) => return None,
            Action::Edit | Action::Delete | Action::Move | Action::Longer | Action::Shorter => "why-no-entry",
            Action::Swap if rota.posts.len() < 2 => "why-swap-one-post",
            Action::HalfDay | Action::Swap | Action::Mark if closed => "why-closed-day",
            Action::CloseDay | Action::CancelStay | Action::StayPage if self.stay(cx).is_none() => "why-vacant",
            Action::CancelStay => "why-stay-past",
            Action::Candidates => "why-not-vacant",
            Action::Round if rota.on_duty(post, day).is_none() => "why-vacant",
            Action::Round => "why-no-visit",
            Action::CloseDay if rota.on_duty(post, day).is_none() && closed => "why-closed-day",
            Action::CloseDay if rota.on_duty(post, day).is_none() => "why-nobody",
            Action::CloseDay => "why-day-to-come",
            _ => return None,
        };
        Some(Msg::new(id).with("day", day))
    }
}
