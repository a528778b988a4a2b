//! What is seen: tabs, registers, dialogs and the widgets they are made of.
//!
//! A child reports by what it returns ([`Ask`], [`Outcome`]). Keys come in and cells go out as data; nothing here knows
//! the store, a thread or a terminal that is there, and drawing changes nothing.

pub mod ask;
mod chart;
pub mod form;
pub mod frame;
pub mod keymap;
pub mod layer;
pub mod look;
pub mod pane;
pub mod point;
pub mod register;
pub mod rights;
mod sign;
pub mod tab;
#[cfg(test)]
pub mod testing;
pub mod theme;
pub mod widget;

pub use ask::{Ask, Goto, Notice, Outcome, RegisterId, TabId, Tone};
pub use form::Dialog;
pub use keymap::{Action, Scope};
pub use look::{Glyph, Look, Meaning};
pub use pane::Pane;
pub use theme::Theme;

use ratatui::layout::Rect;

use crate::domain::briefing::Reader;
use crate::domain::{Now, Person, Role, Stay, Who};
use crate::protocol::FramePage;
use crate::words::Words;

/// Who sits at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// The signed-in person, and the doctor who dictates to them, if any.
    pub who: Who,
    /// The fictional centre.
    pub demo: bool,
}

/// What every pane and dialog may read while it draws or answers a key.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    pub words: &'a Words,
    pub look: &'a Look,
    pub frame: &'a FramePage,
    pub session: &'a Session,
    pub now: Now,
    /// Where tabs and dialogs are drawn: between the header and the footer.
    pub area: Rect,
}

impl Cx<'_> {
    /// The person whose word it would be: the doctor who dictates, else the one signed in.
    #[must_use]
    pub fn author(&self) -> Option<&Person> {
        self.frame.rota.people.get(self.session.who.author())
    }

    /// Whether the desk speaks as a doctor, signed in or dictating.
    #[must_use]
    pub fn is_doctor(&self) -> bool {
        self.author().is_some_and(|p| p.role == Role::Doctor)
    }

    /// Whether the signed-in person coordinates, in their own name.
    #[must_use]
    pub fn is_coordination(&self) -> bool {
        self.author().is_some_and(|p| p.role == Role::Coordination)
    }

    /// The stay that is "my week" for a doctor.
    #[must_use]
    pub fn my_stay(&self) -> Option<&Stay> {
        self.author().filter(|p| p.role == Role::Doctor).and_then(|p| self.frame.rota.stay_of(p.id, self.now.day))
    }

    /// For whom the briefing is made.
    #[must_use]
    pub fn reader(&self) -> Reader {
        self.my_stay().map_or(Reader::Team(self.session.who.person), |stay| Reader::Stay(stay.id))
    }

    /// Whether the frame's rota reaches back as far as a pane shows it.
    #[must_use]
    pub fn has_rota(&self, pane: &impl Pane) -> bool {
        pane.since(self).is_none_or(|day| self.frame.rota.reaches(day))
    }

    /// A message without arguments.
    #[must_use]
    pub fn t(&self, id: &str) -> String {
        self.words.t(id)
    }
}
