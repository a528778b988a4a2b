//! What may not be done is not offered: the right that each thing asked for needs, by the same table as the store's.

use std::collections::BTreeSet;

use super::{Action, Ask, Cx, Goto, RegisterId, Scope, TabId};
use crate::domain::rights::{self, Right};
use crate::domain::{Msg, PostId};
use crate::protocol::Request;

impl Cx<'_> {
    /// Whether whoever is signed in reads what is said of patients.
    #[must_use]
    pub fn reads_words(&self) -> bool {
        let person = self.frame.rota.people.get(self.session.who.person);
        person.is_some_and(|person| rights::reads_words(person.role, &self.frame.centre))
    }

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

    /// Whether an action may be done, on whatever it is done.
    #[must_use]
    pub fn allows_action(&self, action: Action, scope: Scope) -> bool {
        self.may(of_action(action, scope))
    }

    /// The tabs that whoever is signed in has something in, in their order.
    pub fn tabs(&self) -> impl Iterator<Item = TabId> {
        TabId::ALL.into_iter().filter(|tab| self.may(of_tab(*tab)))
    }

    /// The posts whose agenda is theirs to write, where it is not every one.
    #[must_use]
    pub fn own_posts(&self) -> Option<BTreeSet<PostId>> {
        let rota = &self.frame.rota;
        rota.people.get(self.session.who.person).and_then(|person| rights::own_posts(person, rota, self.now.day))
    }

    /// Who can write on a post, where whoever is signed in may not.
    #[must_use]
    pub fn not_own(&self, post: Option<PostId>) -> Option<Msg> {
        let own = rights::is_own(self.own_posts().as_ref(), post);
        (!own).then(|| rights::not_own(&self.frame.rota.people, self.now.day))
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
        Ask::Confirm { yes, .. } => yes.iter().map(of_ask).find(|right| *right != Right::Own).unwrap_or(Right::Own),
        Ask::PickRota | Ask::PreviewRota(_) | Ask::Candidates(_) => Right::Rota,
        Ask::Volunteer(_) | Ask::PickVolunteers(_) | Ask::Proposal => Right::Doctors,
        Ask::PickAgenda | Ask::PreviewAgenda(_) | Ask::ToTell => Right::Agenda,
        Ask::Asset(_) => Right::Prepare,
        Ask::Round(..) => Right::ReadAgenda,
        Ask::PickExport => Right::ExportFigures,
        Ask::PickNoted => Right::Noted,
        Ask::Print(document) => document.right(),
        Ask::Goto(place) => of_place(place),
        Ask::Find(register, _) => of_register(*register),
        Ask::OpenThread(_) | Ask::LookUp(_) => Right::ReadPoints,
        Ask::Voice(_) | Ask::PickVoice | Ask::Review | Ask::PickWaiting | Ask::PreviewWaiting(_) => Right::Points,
        Ask::GoToBox | Ask::PickLeaflet | Ask::Stay(_) => Right::ReadRota,
        Ask::Do(action) => of_action(*action, Scope::Desk),
        Ask::Request(request) => of_request(request),
        _ => Right::Own,
    }
}

const fn of_request(request: &Request) -> Right {
    match request {
        Request::PreviewRota(..) => Right::Rota,
        Request::PreviewAgenda(..) => Right::Agenda,
        Request::PreviewWaiting(..) => Right::Points,
        Request::CopyTo { .. } => Right::Copies,
        Request::NewRecovery(_) => Right::Recovery,
        _ => Right::Own,
    }
}

fn of_place(place: &Goto) -> Right {
    match place {
        Goto::Tab(tab) => of_tab(*tab),
        Goto::Week(_) | Goto::Day(_) | Goto::PostDay(..) | Goto::Entry(..) | Goto::Drill(_) => of_tab(TabId::Week),
        Goto::Item(_) | Goto::Transmission(_) => Right::ReadPoints,
        Goto::Period(_) => of_tab(TabId::Statistics),
        Goto::Register(register) => of_register(*register),
    }
}

/// The right without which there is nothing in a tab.
const fn of_tab(tab: TabId) -> Right {
    match tab {
        // What is to be done for stays is the head office's too, who reads no point.
        TabId::Week | TabId::Briefing => Right::ReadRota,
        TabId::Transmission => Right::ReadPoints,
        TabId::Statistics => Right::ReadFigures,
    }
}

fn of_register(register: RegisterId) -> Right {
    match register {
        RegisterId::Doctors
        | RegisterId::Team
        | RegisterId::Stays
        | RegisterId::Centre
        | RegisterId::Planning
        | RegisterId::History => Right::ReadRota,
        RegisterId::Items | RegisterId::Sequels | RegisterId::Care(_) => Right::ReadPoints,
        RegisterId::Directory | RegisterId::Booklet | RegisterId::Find => Right::ReadPlace,
        RegisterId::Rooms => Right::Prepare,
        RegisterId::Noted => Right::ReadAgenda,
        // Read as far as it is theirs.
        RegisterId::Journal => Right::Own,
        RegisterId::Accounts => Right::SeeAccounts,
        RegisterId::LeftDrafts => Right::LeftDrafts,
        RegisterId::Records(record) => rights::reads_table(record.table.0),
    }
}

/// The right that an action of a screen needs, whatever it is done on.
#[must_use]
pub const fn of_action(action: Action, scope: Scope) -> Right {
    match (scope, action) {
        (_, Action::Tab(tab)) => of_tab(tab),
        (_, Action::NewItem) => Right::Points,
        (_, Action::GoTo | Action::NextAlert) => Right::ReadRota,
        (Scope::Statistics, Action::Print | Action::Export) => Right::ExportFigures,
        (_, Action::Print) => Right::Print,
        // Over everything written; in a register it filters what stands there.
        (Scope::Desk | Scope::Week | Scope::Briefing | Scope::Transmission | Scope::Statistics, Action::Find) => {
            Right::ReadPlace
        }
        (Scope::Week, Action::Enroll | Action::Candidates)
        | (Scope::Rooms, Action::Tenant)
        | (
            Scope::Planning,
            Action::Enroll
            | Action::Candidates
            | Action::Proposal
            | Action::Swap
            | Action::Cut
            | Action::Several
            | Action::Edit,
        ) => Right::Rota,
        (Scope::Rooms, Action::Add) => Right::Prepare,
        (Scope::Week | Scope::Planning, Action::CancelStay) => Right::NoteWithdrawal,
        (
            Scope::Week,
            Action::Add
            | Action::Edit
            | Action::Delete
            | Action::Move
            | Action::Longer
            | Action::Shorter
            | Action::HalfDay
            | Action::Swap
            | Action::Mark,
        ) => Right::Agenda,
        (Scope::Week, Action::CloseDay) => Right::Closing,
        (Scope::Statistics, Action::Add) => Right::Noted,
        (Scope::Statistics, Action::Noted) => Right::ReadAgenda,
        (Scope::Statistics, Action::Enter) => of_tab(TabId::Week),
        (Scope::Booklet | Scope::Directory, Action::Add | Action::Edit | Action::Delete | Action::PutBack) => {
            Right::Place
        }
        _ => Right::Own,
    }
}
