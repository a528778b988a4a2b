//! A tab or a register: something that fills the screen between header and footer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Action, Ask, Cx, Meaning, Scope, rights};
use crate::domain::{Day, Msg};
use crate::protocol::{Page, Query};

/// What stands in a pane whose rota is still being read: never that nobody was there.
pub fn unread(area: Rect, buf: &mut Buffer, cx: &Cx) {
    let said = cx.t("register-loading");
    buf.set_stringn(area.x, area.y, said, usize::from(area.width), cx.look.style(Meaning::Dim));
}

/// A tab or a register.
///
/// Selection is by identifier, never by index; focus is state, never a by-product of drawing.
pub trait Pane {
    /// The scope of its own keys in the binding table.
    fn scope(&self) -> Scope;

    /// What it needs to be shown, asked for when it is entered and after each change.
    fn queries(&self, cx: &Cx) -> Vec<Query>;

    /// The day from which on it needs the rota, where that may be long ago; the frame then reaches back as far.
    fn since(&self, _cx: &Cx) -> Option<Day> {
        None
    }

    /// Takes an answer to one of its queries; others are ignored. The selection is kept.
    fn receive(&mut self, page: &Page, cx: &Cx);

    /// Whether the action would do something now: asked for the footer and for the dispatch alike.
    fn can(&self, action: Action, cx: &Cx) -> bool;

    /// Whether the palette offers it here: what the desk itself does, and what would do something now.
    fn offers(&self, action: Action, cx: &Cx) -> bool {
        action.is_desks() || self.can(action, cx)
    }

    /// Why the action is not to be had now, and what to press instead; without a reason of its own the keys of the
    /// place are told.
    fn why_not(&self, action: Action, cx: &Cx) -> Option<Msg> {
        rights::not_yours(action, self.scope(), cx)
    }

    /// Whether something is held that is to be put down or given up first: only its own keys act, not the desk's.
    fn holds(&self) -> bool {
        false
    }

    /// Whether Esc first comes out of something within it.
    fn is_inside(&self) -> bool {
        false
    }

    /// What was put down did not go through, and was given up.
    fn given_up(&mut self, _cx: &Cx) -> Vec<Ask> {
        Vec::new()
    }

    /// Does the action.
    fn act(&mut self, action: Action, cx: &Cx) -> Vec<Ask>;

    /// What is asked for to take it out, on paper or into a file; without one of its own the desk knows, or says that
    /// there is none.
    fn takes_out(&self, _cx: &Cx) -> Option<Ask> {
        None
    }

    /// A click at that place of its area; nothing by default.
    fn click(&mut self, _column: u16, _row: u16, _area: Rect, _cx: &Cx) -> Vec<Ask> {
        Vec::new()
    }

    /// The text its list is filtered by, if it has a filter; typed in the frame (`Ctrl-F`).
    fn set_filter(&mut self, _text: &str, _cx: &Cx) -> Vec<Ask> {
        Vec::new()
    }

    /// The point that its acts are about, if one is selected.
    fn selected_item(&self) -> Option<crate::domain::ItemId> {
        None
    }

    /// Everything written on the selected point, for whoever asks what its abbreviations mean.
    fn selected_words(&self) -> Vec<&str> {
        Vec::new()
    }

    /// What can be done with that point now; also from the view of the whole point.
    fn item_acts(&self, _cx: &Cx) -> Vec<Action> {
        Vec::new()
    }

    /// Puts the selection on a point, if it stands here.
    fn select_item(&mut self, _item: crate::domain::ItemId) -> bool {
        false
    }

    /// Its acts for the footer, by likelihood; those that cannot be done now are left out.
    fn hints(&self, cx: &Cx) -> Vec<Action>;

    /// Draws it; returns where the selection stands, for the real cursor: who listens to the screen or feels it in
    /// braille follows that.
    fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)>;
}
