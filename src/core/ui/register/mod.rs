//! Lists that open full screen from the Menu.
//!
//! Most are a [`listing::List`] shown by one pane; the booklet and the planning have their own.

mod accounts;
mod booked;
mod booklet;
mod care;
mod centre;
mod directory;
mod doctors;
mod find;
mod history;
mod items;
mod journal;
mod left_drafts;
pub mod listing;
mod noted;
mod planning;
mod records;
mod rooms;
mod sequels;
mod stays;
mod team;

pub use care::{discuss, put_off};
pub use listing::ListPane;
pub use planning::Planning;
pub use records::remove;

use ratatui::text::Line;

use super::{Action, Ask, Cx, Meaning, Pane, RegisterId, Scope};
use crate::domain::PersonId;
use crate::domain::care::CareList;
use crate::domain::draft::phone;

/// How to reach somebody, for those who do not edit people.
fn card(person: PersonId, cx: &Cx) -> Option<Ask> {
    let person = cx.frame.rota.people.get(person)?;
    let line = |id, value: Option<String>| {
        let value = value.filter(|v| !v.is_empty()).unwrap_or_else(|| NOTHING.to_owned());
        format!("{}{}{value}", cx.t(id), cx.t("frame-colon"))
    };
    let text = [
        cx.t(person.role.word()),
        line("forms-field-phone", person.phone.as_deref().map(phone::show)),
        line("forms-field-email", person.email.clone()),
    ];
    Some(Ask::Read { title: person.full(), text: text.join("\n") })
}

/// An open register.
#[derive(Debug, Clone)]
pub enum Register {
    Doctors(ListPane<doctors::Doctors>),
    Team(ListPane<team::Team>),
    Stays(ListPane<stays::Stays>),
    Items(ListPane<items::Items>),
    Directory(ListPane<directory::Directory>),
    Booklet(Box<booklet::Booklet>),
    History(ListPane<history::History>),
    Journal(ListPane<journal::Journal>),
    Accounts(ListPane<accounts::Accounts>),
    Centre(ListPane<centre::CentreFacts>),
    Planning(Planning),
    Rooms(rooms::Rooms),
    Waiting(ListPane<care::WaitingList>),
    FollowUps(ListPane<care::FollowUps>),
    Concertations(ListPane<care::Concertations>),
    AldProtocols(ListPane<care::AldProtocols>),
    Requests(ListPane<care::Requests>),
    Visits(ListPane<care::Visits>),
    Noted(ListPane<noted::NotedList>),
    Sequels(ListPane<sequels::Sequels>),
    Records(ListPane<records::Records>),
    LeftDrafts(ListPane<left_drafts::LeftDrafts>),
    Find(ListPane<find::Find>),
}

impl Register {
    /// Opens a register, selection on its first row.
    #[must_use]
    pub fn open(id: RegisterId) -> Self {
        match id {
            RegisterId::Doctors => Self::Doctors(ListPane::default()),
            RegisterId::Team => Self::Team(ListPane::default()),
            RegisterId::Stays => Self::Stays(ListPane::default()),
            RegisterId::Items => Self::Items(ListPane::default()),
            RegisterId::Directory => Self::Directory(ListPane::default()),
            RegisterId::Booklet => Self::Booklet(Box::default()),
            RegisterId::History => Self::History(ListPane::default()),
            RegisterId::Journal => Self::Journal(ListPane::default()),
            RegisterId::Accounts => Self::Accounts(ListPane::default()),
            RegisterId::Centre => Self::Centre(ListPane::default()),
            RegisterId::Planning => Self::Planning(Planning::default()),
            RegisterId::Rooms => Self::Rooms(rooms::Rooms::default()),
            RegisterId::Care(CareList::Waiting) => Self::Waiting(ListPane::default()),
            RegisterId::Care(CareList::FollowUps) => Self::FollowUps(ListPane::default()),
            RegisterId::Care(CareList::Concertations) => Self::Concertations(ListPane::default()),
            RegisterId::Care(CareList::Ald) => Self::AldProtocols(ListPane::default()),
            RegisterId::Care(CareList::Requests) => Self::Requests(ListPane::default()),
            RegisterId::Care(CareList::Visits) => Self::Visits(ListPane::default()),
            RegisterId::Noted => Self::Noted(ListPane::default()),
            RegisterId::Sequels => Self::Sequels(ListPane::default()),
            RegisterId::Records(record) => Self::Records(ListPane::of(records::Records::of(record))),
            RegisterId::LeftDrafts => Self::LeftDrafts(ListPane::default()),
            RegisterId::Find => Self::Find(ListPane::default()),
        }
    }

    /// What fills the screen.
    #[must_use]
    pub fn pane(&self) -> &dyn Pane {
        match self {
            Self::Doctors(pane) => pane,
            Self::Team(pane) => pane,
            Self::Stays(pane) => pane,
            Self::Items(pane) => pane,
            Self::Directory(pane) => pane,
            Self::Booklet(pane) => &**pane,
            Self::History(pane) => pane,
            Self::Journal(pane) => pane,
            Self::Accounts(pane) => pane,
            Self::Centre(pane) => pane,
            Self::Planning(pane) => pane,
            Self::Rooms(pane) => pane,
            Self::Waiting(pane) => pane,
            Self::FollowUps(pane) => pane,
            Self::Concertations(pane) => pane,
            Self::AldProtocols(pane) => pane,
            Self::Requests(pane) => pane,
            Self::Visits(pane) => pane,
            Self::Noted(pane) => pane,
            Self::Sequels(pane) => pane,
            Self::Records(pane) => pane,
            Self::LeftDrafts(pane) => pane,
            Self::Find(pane) => pane,
        }
    }

    /// What fills the screen, to be acted on.
    pub fn pane_mut(&mut self) -> &mut dyn Pane {
        match self {
            Self::Doctors(pane) => pane,
            Self::Team(pane) => pane,
            Self::Stays(pane) => pane,
            Self::Items(pane) => pane,
            Self::Directory(pane) => pane,
            Self::Booklet(pane) => &mut **pane,
            Self::History(pane) => pane,
            Self::Journal(pane) => pane,
            Self::Accounts(pane) => pane,
            Self::Centre(pane) => pane,
            Self::Planning(pane) => pane,
            Self::Rooms(pane) => pane,
            Self::Waiting(pane) => pane,
            Self::FollowUps(pane) => pane,
            Self::Concertations(pane) => pane,
            Self::AldProtocols(pane) => pane,
            Self::Requests(pane) => pane,
            Self::Visits(pane) => pane,
            Self::Noted(pane) => pane,
            Self::Sequels(pane) => pane,
            Self::Records(pane) => pane,
            Self::LeftDrafts(pane) => pane,
            Self::Find(pane) => pane,
        }
    }
}

/// What stands where nothing is known.
const NOTHING: &str = "—";

/// The key of an action in a register, as shown.
fn key(action: Action, cx: &Cx) -> String {
    key_in(action, Scope::Register, cx)
}

/// The key of an action in a register that has its own keys.
fn key_in(action: Action, scope: Scope, cx: &Cx) -> String {
    super::keymap::key_of(action, &[scope]).map_or_else(String::new, |k| k.label(cx))
}

/// Text in wrapped lines of one meaning.
fn lines_of(said: &str, columns: u16, meaning: Meaning, cx: &Cx) -> Vec<Line<'static>> {
    let style = cx.look.style(meaning);
    super::widget::text::wrap(said, columns).into_iter().map(|line| Line::styled(line, style)).collect()
}

#[cfg(test)]
mod tests;
