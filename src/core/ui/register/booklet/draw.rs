//! How the booklet looks.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::text::Line;

use super::super::{key_in, lines_of};
use super::codes::Codes;
use super::{Booklet, View, has_code, is_unread, writes};
use crate::domain::place::{Chapter, GuidePage, Version, booklet, secret};
use crate::domain::{Msg, PageId, Role};
use crate::ui::widget::{list, markdown, panel::panel, text};
use crate::ui::{Action, Cx, Glyph, Meaning, Scope};

/// Widest line of text that is easy to read.
const MEASURE: u16 = 96;
/// Columns of the list, on a narrow and on a wide screen, and where wide begins.
const LIST: (u16, u16, u16) = (30, 36, 100);

/// A line of the list.
enum Entry<'a> {
    Chapter(Option<Chapter>),
    Page(&'a GuidePage),
}

impl Booklet {
    /// Where the list and the text stand; while one reads on a narrow screen there is no list.
    fn places(&self, area: Rect) -> (Option<Rect>, Rect) {
        let wide = area.width >= LIST.2;
        if self.view == View::Text && !wide {
            return (None, area);
        }
        let width = if wide { LIST.1 } else { LIST.0 }.min(area.width);
        let left = Rect { width, ..area };
        (Some(left), Rect { x: area.x + width, width: area.width - width, ..area })
    }

    pub(super) fn draw_booklet(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let cursor = match (self.places(area).0, self.view) {
            (Some(left), View::Versions) => self.draw_versions(left, buf, cx),
            (Some(left), _) => self.draw_pages(left, buf, cx),
            (None, _) => None,
        };
        self.draw_text(area, buf, cx);
        cursor
    }

    /// The list with a heading for each chapter, and one for what was taken out.
    fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        let mut under = None;
        for page in self.shown().into_iter().map(|kept| &kept.what) {
            let chapter = (!page.removed).then_some(page.head.what.chapter);
            if under != Some(chapter) {
                under = Some(chapter);
                entries.push(Entry::Chapter(chapter));
            }
            entries.push(Entry::Page(page));
        }
        entries
    }

    /// The entries that fit, the selected page among them.
    fn window(&self, room: u16) -> (Vec<Entry<'_>>, std::ops::Range<usize>) {
        let entries = self.entries();
        let on = self.on().map(|kept| kept.what.id);
        let at = entries.iter().position(|e| matches!(e, Entry::Page(page) if Some(page.id) == on)).unwrap_or(0);
        let shown = list::window(&vec![1; entries.len()], at, room);
        (entries, shown)
    }

    /// The page under the mouse.
    pub(super) fn page_under(&self, column: u16, row: u16, area: Rect) -> Option<PageId> {
        let inner = self.places(area).0.filter(|_| self.view != View::Versions)?.inner(Margin::new(1, 1));
        if !inner.contains((column, row).into()) {
            return None;
        }
        let (entries, shown) = self.window(inner.height);
        match entries.get(shown.start + usize::from(row - inner.y)) {
            Some(Entry::Page(page)) => Some(page.id),
            _ => None,
        }
    }

    fn draw_pages(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let mut cursor = None;
        let mut title = cx.t("register-booklet");
        if !self.filter.trim().is_empty() {
            let said = Msg::new("register-filter").with("text", self.filter.trim());
            title = format!("{title} {} {}", cx.look.glyph(Glyph::Separator), cx.words.say(&said));
        } else if self.received {
            let count = self.pages.iter().filter(|kept| !kept.what.removed).count();
            title = format!("{title} {} {count}", cx.look.glyph(Glyph::Separator));
        }
        let inner = panel(&title, self.view == View::Pages, area, buf, cx.look);
        let (entries, shown) = self.window(inner.height);
        let on = self.on().map(|kept| kept.what.id);
        let columns = usize::from(inner.width);
        for (entry, y) in entries[shown].iter().zip(inner.y..inner.bottom()) {
            let (said, style) = match entry {
                Entry::Chapter(chapter) => {
                    let name = chapter.map_or("register-removed", Chapter::word);
                    (cx.t(name), cx.look.style(Meaning::Dim))
                }
                Entry::Page(page) => {
                    cursor = cursor.or((Some(page.id) == on).then_some((inner.x, y)));
                    self.entry(page, Some(page.id) == on, cx)
                }
            };
            buf.set_stringn(inner.x, y, text::fit(&said, columns, cx.look.glyph(Glyph::Ellipsis)), columns, style);
        }
        cursor
    }

    /// A page in the list: whether it is to be read, whether it is to be made sure of, its title.
    fn entry(&self, page: &GuidePage, here: bool, cx: &Cx) -> (String, ratatui::style::Style) {
        let (to_read, to_check) = (is_unread(page, cx), is_stale(page, cx));
        let mark = if here { cx.look.glyph(Glyph::Selected) } else { " " };
        let unread = if to_read { cx.look.glyph(Glyph::Watch) } else { " " };
        let stale = if to_check { cx.look.glyph(Glyph::Alert) } else { " " };
        let look = cx.look.style(match (page.removed, to_read, to_check) {
            (true, ..) => Meaning::Dim,
            (_, true, _) => Meaning::Strong,
            (_, _, true) => Meaning::Watch,
            _ => Meaning::Plain,
        });
        let look = if here && self.view == View::Pages { look.patch(cx.look.style(Meaning::Selected)) } else { look };
        (format!("{mark}{unread}{stale} {}", secret::masked(&page.head.what.title)), look)
    }

    fn draw_versions(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let mut cursor = None;
        let inner = panel(&cx.t("register-versions"), true, area, buf, cx.look);
        let at = list::position(&self.version_ids(), self.version);
        let shown = list::window(&vec![1; self.versions.len()], at, inner.height);
        for (index, y) in shown.zip(inner.y..inner.bottom()) {
            let version = &self.versions[index];
            let mark = if index == at { cx.look.glyph(Glyph::Selected) } else { " " };
            let name = cx.frame.rota.people.short(version.author);
            // Where a day has several, their hour tells them apart.
            let day = version.at.day();
            let several = self.versions.iter().filter(|v| v.at.day() == day).count() > 1;
            let when = if several { cx.words.moment(version.at) } else { cx.words.date(day) };
            let said = format!("{mark} {when} {name}");
            let style = cx.look.style(if index == at { Meaning::Selected } else { Meaning::Plain });
            let said = text::fit(&said, usize::from(inner.width), cx.look.glyph(Glyph::Ellipsis));
            cursor = cursor.or((index == at).then_some((inner.x, y)));
            buf.set_stringn(inner.x, y, said, usize::from(inner.width), style);
        }
        cursor
    }

    /// Where the lines of a text are drawn.
    pub(super) fn text_room(&self, area: Rect) -> Rect {
        let inner = self.places(area).1.inner(Margin::new(1, 1));
        Rect { x: inner.x + 1, width: inner.width.saturating_sub(1), ..inner }
    }

    /// What is known of the page or the version that is read, then its text.
    pub(super) fn text(&self, room: u16, cx: &Cx) -> Vec<Line<'static>> {
        let version = self.read_version();
        let columns = room.saturating_sub(1).min(MEASURE);
        let mut lines = match (self.on().map(|kept| &kept.what), version) {
            (Some(page), Some(version)) if self.view == View::Versions => about_version(page, version, columns, cx),
            (Some(page), _) => about_page(page, columns, cx),
            (None, _) => {
                let said = match (self.received, self.filter.trim().is_empty()) {
                    (false, _) => cx.t("register-loading"),
                    (true, false) => cx.t("register-nothing"),
                    (true, true) if writes(cx) => {
                        let key = key_in(Action::Add, Scope::Booklet, cx);
                        cx.words.say(&Msg::new("register-booklet-empty").with("key", key))
                    }
                    (true, true) => cx.t("register-booklet-empty-doctor"),
                };
                lines_of(&said, columns, Meaning::Plain, cx)
            }
        };
        if let Some(version) = version {
            lines.push(Line::default());
            lines.extend(markdown::lines(&self.codes.pieces(&version.what.text), columns, cx.look));
            if has_code(&version.what) && self.codes == Codes::Masked {
                lines.push(Line::default());
                let key = key_in(Action::Reveal, Scope::Booklet, cx);
                let said = cx.words.say(&Msg::new("register-codes").with("key", key));
                lines.extend(lines_of(&said, columns, Meaning::Dim, cx));
            }
        }
        lines
    }

    fn draw_text(&self, places: Rect, buf: &mut Buffer, cx: &Cx) {
        let area = self.places(places).1;
        let title = self.read_version().map(|v| self.codes.line(&v.what.title)).unwrap_or_default();
        panel(&title, self.view == View::Text, area, buf, cx.look);
        let room = self.text_room(places);
        if self.scroll.draw(&self.text(room.width, cx), room, buf) {
            let more = format!(" {} ", cx.t("register-more"));
            let width = u16::try_from(text::width(&more)).unwrap_or(0);
            let at = area.right().saturating_sub(width + 2).max(area.x);
            buf.set_stringn(at, area.bottom().saturating_sub(1), more, usize::from(width), cx.look.style(Meaning::Dim));
        }
    }
}

/// Which version this is, and how it holds again.
fn about_version(page: &GuidePage, version: &Version, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let who = cx.frame.rota.people.short(version.author);
    let msg = Msg::new("register-version").with("when", cx.words.moment(version.at)).with("who", who);
    let mut lines = lines_of(&cx.words.say(&msg), columns, Meaning::Dim, cx);
    let said = if version.id == page.head.id && !page.removed {
        cx.t("register-version-holds")
    } else if writes(cx) {
        cx.words.say(&Msg::new("register-version-back").with("key", key_in(Action::PutBack, Scope::Booklet, cx)))
    } else {
        cx.t("register-version-old")
    };
    lines.extend(lines_of(&said, columns, Meaning::Hint, cx));
    lines
}

fn is_stale(page: &GuidePage, cx: &Cx) -> bool {
    !page.removed && page.is_stale(cx.frame.centre.guide_months, cx.now.day)
}

/// Who wrote the page, who made sure of it, and who has read it.
fn about_page(page: &GuidePage, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let people = &cx.frame.rota.people;
    let by = |id: &'static str, person, day| {
        cx.words.say(&Msg::new(id).with("who", people.short(person)).with("day", cx.words.date(day)))
    };
    let written = if page.versions > 1 { "register-page-changed" } else { "register-page-written" };
    let mut lines = lines_of(&by(written, page.head.author, page.head.at.day()), columns, Meaning::Dim, cx);
    let verified = page.verified();
    let said = by("register-page-verified", verified.person, verified.day);
    lines.extend(match (page.removed, is_stale(page, cx)) {
        (true, _) => lines_of(&cx.t("register-page-removed"), columns, Meaning::Watch, cx),
        (_, true) => {
            let months = usize::from(cx.frame.centre.guide_months);
            let stale = cx.words.say(&Msg::new("register-page-stale").with("months", months));
            let said = format!("{} {said} {stale}", cx.look.glyph(Glyph::Alert));
            lines_of(&said, columns, Meaning::Watch, cx)
        }
        _ => lines_of(&said, columns, Meaning::Dim, cx),
    });
    if page.removed {
        return lines;
    }
    if is_unread(page, cx) {
        let id = if page.versions > 1 { "register-page-unread-changed" } else { "register-page-unread" };
        let said = cx.words.say(&Msg::new(id).with("key", key_in(Action::Acknowledge, Scope::Booklet, cx)));
        let said = format!("{} {said}", cx.look.glyph(Glyph::Watch));
        lines.extend(lines_of(&said, columns, Meaning::Strong, cx));
    } else if let Some(seen) = cx.author().and_then(|a| page.read.iter().find(|seen| seen.person == a.id)) {
        let said = Msg::new("register-page-read-by-you").with("day", cx.words.date(seen.at.day()));
        lines.extend(lines_of(&cx.words.say(&said), columns, Meaning::Dim, cx));
    }
    if cx.author().is_some_and(|author| author.role != Role::Doctor) {
        lines.extend(lines_of(&read_by(page, cx), columns, Meaning::Dim, cx));
    }
    lines
}

/// `Lue par 2 médecins sur 3, pas encore Dr Roche.`
fn read_by(page: &GuidePage, cx: &Cx) -> String {
    let people = &cx.frame.rota.people;
    let readers = booklet::readers(&cx.frame.rota, cx.now.day);
    if readers.is_empty() {
        return cx.t("register-page-no-reader");
    }
    let (read, not_yet) = booklet::reading(page, &readers);
    let msg = Msg::new("register-page-read").with("all", readers.len());
    let names: Vec<String> = not_yet.iter().map(|id| people.short(*id)).collect();
    if names.is_empty() {
        cx.words.say(&msg)
    } else {
        let msg = Msg::new("register-page-not-yet").with("read", read.len()).with("all", readers.len());
        cx.words.say(&msg.with("names", names.join(", ")))
    }
}
