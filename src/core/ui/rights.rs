//! What may not be done is not offered: the right that each thing asked for needs, by the same table as the store's.

use super::{Action, Ask, Cx, Goto, RegisterId, Scope};
use crate::domain::Msg;
use crate::domain::rights::{self, Right};
use crate::protocol::Request;

impl Cx<'_> {
    /// Whether whoever is signed in has a right, for whomever they type.
    #[must_use]
    pub fn may(&self, right: Right) -> bool {
        let person = self.frame.rota.people.get(self.session.who.person);
        // Before there is a centre nobody is known.
        person.is_none_or(|person| rights::has(person, right, self.now.day))
    }

    /// Says who can do what this person may not.
    #[must_use]
    pub fn not_yours(&self, right: Right) -> Msg {
        rights::refusal(right, &self.frame.rota.people, self.now.day)
    }

    /// Whether something may be asked for.
    #[must_use]
    pub fn allows(&self, ask: &Ask) -> bool {
        self.may(of_ask(ask))
    }
}

/// Who can do an action of a screen, where whoever sits there may not.
#[must_use]
pub fn not_yours(action: Action, scope: Scope, cx: &Cx) -> Option<Msg> {
    let right = of_action(action, scope);
    (!cx.may(right)).then(|| cx.not_yours(right))
}

/// The right that something asked for needs; what is asked of an account, the account itself says.
#[must_use]
pub fn of_ask(ask: &Ask) -> Right {
    match ask {
        Ask::Open(dialog) | Ask::OpenAt(dialog, _) => dialog.form().right(),
        Ask::Save(write) => rights::of_act(&write.act),
        Ask::Confirm { yes, .. } => yes.iter().map(of_ask).find(|right| *right != Right::Work).unwrap_or(Right::Work),
        Ask::PickRota | Ask::PreviewRota(_) | Ask::Request(Request::PreviewRota(..)) => Right::Rota,
        Ask::Goto(Goto::Register(RegisterId::Accounts)) => Right::SeeAccounts,
        Ask::Goto(Goto::Register(RegisterId::LeftDrafts)) => Right::LeftDrafts,
        Ask::Request(Request::CopyTo { .. }) => Right::Copies,
        Ask::Request(Request::NewRecovery(_)) => Right::Recovery,
        _ => Right::Work,
    }
}

/// The right that an action of a screen needs, whatever it is done on.
#[must_use]
pub const fn of_action(action: Action, scope: Scope) -> Right {
    match (scope, action) {
        (Scope::Week, Action::Enroll) | (Scope::Planning, Action::Enroll | Action::Edit | Action::Enter) => Right::Rota,
        (Scope::Week | Scope::Planning, Action::CancelStay) => Right::NoteWithdrawal,
        _ => Right::Work,
    }
}
