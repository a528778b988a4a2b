//! The booklet: its pages by chapter, the one that is read, and what each was before.
//!
//! Codes are masked until a key asks for them, on one page only: another page, another version or
//! the way out masks them again.

mod codes;
mod draw;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::codes::Codes;
use crate::domain::act::{NewPage, PlaceAct};
use crate::domain::draft::text::fold;
use crate::domain::journal::Trace;
use crate::domain::place::{GuidePage, Version, secret};
use crate::domain::rights::Right;
use crate::domain::{Msg, PageId, Role, VersionId};
use crate::protocol::{Kept, Page, Query, Request};
use crate::ui::form::page::PageForm;
use crate::ui::widget::list;
use crate::ui::widget::scroll::{Extent, Scroll};
use crate::ui::{Action, Ask, Cx, Pane, Scope};

/// Rows of a list that a page key moves by.
const PAGE: usize = 10;

/// The codes of a page are seen: that leaves a trace.
fn unmasked(page: PageId, cx: &Cx) -> Ask {
    Ask::Request(Request::Trace(Trace::unmasked(page), cx.session.who, cx.now))
}

/// Where one is in the booklet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum View {
    /// Among the pages; the one under the cursor is seen beside them.
    #[default]
    Pages,
    /// In the text of a page.
    Text,
    /// Among the versions of a page.
    Versions,
}

/// The register "Livret".
#[derive(Debug, Clone, Default)]
pub struct Booklet {
    pages: Vec<Kept<GuidePage>>,
    received: bool,
    selected: Option<PageId>,
    view: View,
    /// Of the selected page, newest first, once they were asked for.
    versions: Vec<Version>,
    version: Option<VersionId>,
    codes: Codes,
    filter: String,
    scroll: Scroll,
}

impl Booklet {
    /// The pages the filter keeps; a code is no word one could search for.
    fn shown(&self) -> Vec<&Kept<GuidePage>> {
        let wanted = fold(self.filter.trim());
        let found = |page: &GuidePage| {
            let what = &page.head.what;
            fold(&secret::masked(&format!("{}\n{}", what.title, what.text))).contains(&wanted)
        };
        self.pages.iter().filter(|kept| wanted.is_empty() || found(&kept.what)).collect()
    }

    fn ids(&self) -> Vec<PageId> {
        self.shown().iter().map(|kept| kept.what.id).collect()
    }

    /// The selected page; the first when it is gone.
    fn on(&self) -> Option<&Kept<GuidePage>> {
        let shown = self.shown();
        shown.get(list::position(&self.ids(), self.selected)).copied()
    }

    fn version_ids(&self) -> Vec<VersionId> {
        self.versions.iter().map(|v| v.id).collect()
    }

    /// The version that is on the screen.
    fn read_version(&self) -> Option<&Version> {
        if self.view == View::Versions {
            return self.versions.get(list::position(&self.version_ids(), self.version));
        }
        self.on().map(|kept| &kept.what.head)
    }

    /// Another text is on the screen: from its beginning, its codes masked.
    fn turn(&mut self) {
        (self.scroll, self.codes) = (Scroll::default(), Codes::Masked);
    }

    fn look_at(&mut self, view: View) {
        self.view = view;
        self.turn();
    }

    /// An act of one key on the selected page, which depends on it being as it stands on the screen (rule 14).
    fn save(&self, act: PlaceAct) -> Vec<Ask> {
        self.on().map(|kept| Ask::on(kept, act)).into_iter().collect()
    }

    /// The selected page is read; the next one that is not is on the screen.
    fn acknowledge(&mut self, cx: &Cx) -> Vec<Ask> {
        let Some(version) = self.on().map(|kept| kept.what.head.id) else { return Vec::new() };
        let asks = self.save(PlaceAct::Read(version));
        let shown = self.shown();
        let at = list::position(&self.ids(), self.selected);
        let (before, after) = shown.split_at(at);
        let next = after.iter().skip(1).chain(before).find(|kept| is_unread(&kept.what, cx)).map(|kept| kept.what.id);
        if next.is_some() {
            self.selected = next;
            self.turn();
        }
        asks
    }

    /// Asks before a page goes, or before an older version holds again.
    fn confirm(&self, id: &'static str, act: PlaceAct) -> Vec<Ask> {
        let title = self.read_version().map(|v| secret::masked(&v.what.title)).unwrap_or_default();
        vec![Ask::Confirm { question: Msg::new(id).with("title", title), yes: self.save(act), danger: false }]
    }

    /// Moves among what has the keys.
    fn step(&mut self, action: Action, cx: &Cx) -> bool {
        match self.view {
            View::Pages => {
                let (ids, mut selected) = (self.ids(), self.selected);
                let moved = list::step(&ids, &mut selected, action.movement(), PAGE);
                if selected != self.selected {
                    self.selected = selected;
                    self.turn();
                }
                moved
            }
            View::Versions => {
                let (ids, mut version) = (self.version_ids(), self.version);
                let moved = list::step(&ids, &mut version, action.movement(), PAGE);
                if version != self.version {
                    self.version = version;
                    self.turn();
                }
                moved
            }
            View::Text => {
                let Some(to) = action.movement() else { return false };
                let room = self.text_room(cx.area);
                self.scroll.step(to, Extent::of(&self.text(room.width, cx), room));
                true
            }
        }
    }
}

impl Pane for Booklet {
    fn scope(&self) -> Scope {
        Scope::Booklet
    }

    fn queries(&self, _cx: &Cx) -> Vec<Query> {
        let versions = self.on().filter(|_| self.view == View::Versions).map(|kept| Query::Versions(kept.what.id));
        [Query::Booklet].into_iter().chain(versions).collect()
    }

    fn receive(&mut self, page: &Page, cx: &Cx) {
        match page {
            Page::Booklet(pages) => {
                let before = self.on().map(|kept| kept.what.head.id);
                // The page one has just begun is the one to look at.
                let is_new = |page: &GuidePage| self.pages.iter().all(|known| known.what.id != page.id);
                let mine = |page: &GuidePage| cx.author().is_some_and(|author| author.id == page.head.author);
                let begun = pages.iter().map(|kept| &kept.what).find(|page| is_new(page) && mine(page)).map(|p| p.id);
                if self.received && begun.is_some() {
                    self.selected = begun;
                    self.turn();
                }
                self.pages.clone_from(pages);
                self.received = true;
                // Somebody wrote a new version: what is on the screen now was not asked to be revealed.
                if self.view != View::Versions && self.on().map(|kept| kept.what.head.id) != before {
                    self.codes = Codes::Masked;
                }
            }
            Page::Versions(page, versions) if self.on().is_some_and(|on| on.what.id == *page) => {
                self.versions.clone_from(versions);
            }
            _ => {}
        }
    }

    fn is_inside(&self) -> bool {
        self.view != View::Pages
    }

    fn can(&self, action: Action, cx: &Cx) -> bool {
        let Some(page) = self.on().map(|kept| &kept.what) else {
            return action == Action::Add && self.received && writes(cx);
        };
        let reads = self.view != View::Versions;
        let is_there = reads && !page.removed;
        match action {
            _ if action.movement().is_some() => true,
            Action::Enter | Action::Right => self.view == View::Pages,
            Action::Left | Action::Back => self.is_inside(),
            Action::Add => reads && writes(cx),
            Action::Edit | Action::Delete => is_there && writes(cx),
            Action::Verify => is_there && keeps(cx) && page.verified().day != cx.now.day,
            Action::Acknowledge => reads && is_unread(page, cx),
            Action::OtherPane | Action::Versions => reads,
            Action::Reveal => self.read_version().is_some_and(|v| has_code(&v.what)),
            Action::PutBack => {
                let holds = |v: &Version| v.what == page.head.what && !page.removed;
                !reads && writes(cx) && self.read_version().is_some_and(|v| !holds(v))
            }
            _ => false,
        }
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Vec<Ask> {
        if !self.can(action, cx) || self.step(action, cx) {
            return Vec::new();
        }
        let on = self.on().cloned();
        match (action, on) {
            (Action::Add, on) => {
                let chapter = on.map(|kept| kept.what.head.what.chapter).unwrap_or_default();
                let base = NewPage { chapter, ..NewPage::default() };
                vec![Ask::open(PageForm { known: None, base })]
            }
            (Action::Edit, Some(kept)) => {
                // Whoever edits a page sees its codes.
                let seen = has_code(&kept.what.head.what).then(|| unmasked(kept.what.id, cx));
                let form = PageForm { known: Some(kept.map(|page| page.id)), base: kept.what.head.what };
                [Ask::open(form)].into_iter().chain(seen).collect()
            }
            (Action::Delete, Some(kept)) => self.confirm("register-page-remove", PlaceAct::RemovePage(kept.what.id)),
            (Action::Verify, Some(kept)) => self.save(PlaceAct::CheckPage(kept.what.id)),
            (Action::Acknowledge, _) => self.acknowledge(cx),
            (Action::Reveal, _) if self.codes == Codes::Shown => {
                self.codes = Codes::Masked;
                Vec::new()
            }
            (Action::Reveal, Some(kept)) => {
                self.codes = Codes::Shown;
                vec![unmasked(kept.what.id, cx)]
            }
            (Action::Versions, Some(_)) => {
                (self.versions, self.version) = (Vec::new(), None);
                self.look_at(View::Versions);
                vec![Ask::Look]
            }
            (Action::PutBack, _) => match self.read_version().map(|v| v.id) {
                Some(version) => self.confirm("register-page-back", PlaceAct::PutBack(version)),
                None => Vec::new(),
            },
            (Action::Enter | Action::Right, _) => {
                self.view = View::Text;
                Vec::new()
            }
            (Action::OtherPane, _) => {
                self.view = if self.view == View::Pages { View::Text } else { View::Pages };
                Vec::new()
            }
            (Action::Left | Action::Back, _) => {
                self.look_at(View::Pages);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn click(&mut self, column: u16, row: u16, area: Rect, _cx: &Cx) -> Vec<Ask> {
        if let Some(page) = self.page_under(column, row, area) {
            self.view = View::Pages;
            if self.selected != Some(page) {
                self.selected = Some(page);
                self.turn();
            }
        }
        Vec::new()
    }

    fn set_filter(&mut self, text: &str, _cx: &Cx) -> Vec<Ask> {
        text.clone_into(&mut self.filter);
        self.look_at(View::Pages);
        Vec::new()
    }

    fn hints(&self, cx: &Cx) -> Vec<Action> {
        let hints = [
            Action::Acknowledge,
            Action::Reveal,
            Action::PutBack,
            Action::Enter,
            Action::Back,
            Action::Edit,
            Action::Verify,
            Action::Add,
            Action::Versions,
        ];
        hints.into_iter().filter(|a| *a == Action::Back || self.can(*a, cx)).collect()
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        self.draw_booklet(area, buf, cx)
    }
}

/// Whether the doctor who sits here, or dictates, has still to read the page.
fn is_unread(page: &GuidePage, cx: &Cx) -> bool {
    cx.author().is_some_and(|author| author.role == Role::Doctor && !page.removed && !page.is_read_by(author.id))
}

/// Whether whoever is signed in makes sure that the booklet is still right.
fn keeps(cx: &Cx) -> bool {
    cx.frame.rota.people.get(cx.session.who.person).is_some_and(|person| person.role != Role::Doctor)
}

/// Whether whoever is signed in writes the booklet.
fn writes(cx: &Cx) -> bool {
    cx.may(Right::Place)
}

fn has_code(page: &NewPage) -> bool {
    secret::has_secret(&page.title) || secret::has_secret(&page.text)
}

#[cfg(test)]
mod tests;
