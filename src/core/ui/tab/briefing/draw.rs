//! How the Briefing looks.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Position, Rect};
use ratatui::text::{Line, Span};

use super::act::answers_question;
use super::{BriefingTab, Card, Row, Side, Under, due, greet, marks, since};
use crate::domain::briefing::{Briefing, Section};
use crate::domain::rights::Right;
use crate::domain::today::When;
use crate::domain::{Gravity, Msg, NoteKind};
use crate::ui::point::thread;
use crate::ui::point::{act_lines, addendum, draw_lines, fit, para, reopened, settle_word};
use crate::ui::widget::panel::panel;
use crate::ui::widget::{list, text};
use crate::ui::{Action, Cx, Glyph, Meaning, Pane, Scope};

/// Columns of the left-hand pane, and below that screen width.
const LEFT: (u16, u16, u16) = (25, 22, 90);

/// The acts on a point, as they are written under it; "lu et pris" only where one key is enough.
pub(super) const ACTS: [(Action, &str); 13] = [
    (Action::ReadNext, "briefing-act-read-next"),
    (Action::Take, "briefing-act-take"),
    (Action::Question, "briefing-act-question"),
    (Action::Return, "briefing-act-return"),
    (Action::PutOff, "briefing-act-put-off"),
    (Action::Complete, "briefing-act-complete"),
    (Action::Differ, "briefing-act-differ"),
    (Action::Settle, "act-settle"),
    (Action::Step, "briefing-act-step"),
    (Action::Finish, "briefing-act-finish"),
    (Action::Address, "briefing-act-address"),
    (Action::Sequel, "briefing-act-sequel"),
    (Action::WrongPatient, "act-wrong-patient"),
];

impl BriefingTab {
    pub(super) fn draw_tab(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let text_area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let Some(page) = self.page(cx) else {
            draw_lines(&[Line::styled(cx.t("briefing-loading"), cx.look.style(Meaning::Dim))], text_area, buf);
            return None;
        };
        let (head, left, right) = Self::parts(page, area, cx);
        draw_lines(&head, text_area, buf);
        let row = self.draw_rows(page, left, buf, cx);
        let card = self.draw_cards(page, right, buf, cx);
        if self.side == Side::Points { card } else { row }
    }

    /// The lines above, and where the two panes stand.
    fn parts(page: &Briefing, area: Rect, cx: &Cx) -> (Vec<Line<'static>>, Rect, Rect) {
        let columns = area.width.saturating_sub(2);
        let mut head = para(&greet::greeting(page, columns, cx), Meaning::Strong, columns, cx);
        if let Some((state, meaning)) = greet::state(page, cx) {
            head.extend(para(&state, meaning, columns, cx));
        }
        let top = u16::try_from(head.len()).unwrap_or(area.height).min(area.height);
        let body = Rect { y: area.y + top, height: area.height - top, ..area };
        let width = if area.width < LEFT.2 { LEFT.1 } else { LEFT.0 };
        let left = Rect { width: width.min(body.width), ..body };
        let right = Rect { x: body.x + left.width, width: body.width - left.width, ..body };
        (head, left, right)
    }

    /// The row or the card under the mouse.
    pub(super) fn under(&self, at: Position, area: Rect, cx: &Cx) -> Option<Under> {
        let page = self.page(cx)?;
        let (_, left, right) = Self::parts(page, area, cx);
        let rows = left.inner(Margin::new(1, 1));
        if rows.contains(at) {
            return self.rows().get(usize::from(at.y - rows.y)).copied().map(Under::Row);
        }
        let cards = cards_area(page, right.inner(Margin::new(1, 1)));
        if !cards.contains(at) {
            return None;
        }
        let under = |(_, y, lines): &(Card, u16, Vec<Line>)| (*y..*y + height(lines)).contains(&at.y);
        self.shown_cards(page, cards, cx).into_iter().find(under).map(|(card, ..)| Under::Card(card))
    }

    /// The cards that fit, each with its first row and its lines.
    fn shown_cards(&self, page: &Briefing, room: Rect, cx: &Cx) -> Vec<(Card, u16, Vec<Line<'static>>)> {
        let mut cards = self.cards();
        let columns = room.width.saturating_sub(3);
        let selected = list::position(&cards, self.selected);
        let mut drawn: Vec<Vec<Line>> = cards
            .iter()
            .enumerate()
            .map(|(i, card)| self.card_lines(page, *card, i == selected, (columns, room.height), cx))
            .collect();
        let mut shown = Vec::new();
        let mut room = room;
        if cards.last() == Some(&Card::Rest) {
            // One screen: what is folded is named at its foot, and what is not selected gives way.
            let rest = drawn.pop().unwrap_or_default();
            cards.pop();
            room.height = room.height.saturating_sub(height(&rest));
            shown.push((Card::Rest, room.bottom(), rest));
            if drawn.iter().map(|l| height(l)).sum::<u16>() > room.height {
                for (i, (lines, entry)) in drawn.iter_mut().zip(&page.entries).enumerate() {
                    if i != selected {
                        *lines = since::brief(entry, columns, cx);
                    } else if lines.last().is_some_and(|l| l.width() == 0) {
                        lines.pop();
                    }
                }
            }
        }
        let selected = selected.min(cards.len().saturating_sub(1));
        let heights: Vec<u16> = drawn.iter().map(|l| height(l)).collect();
        let mut y = room.y;
        for i in list::window(&heights, selected, room.height) {
            let mut lines = std::mem::take(&mut drawn[i]);
            lines.truncate(usize::from(room.bottom().saturating_sub(y)));
            shown.push((cards[i], y, lines));
            y = y.saturating_add(heights[i]).min(room.bottom());
        }
        shown
    }

    fn draw_rows(&self, page: &Briefing, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let mut cursor = None;
        let counts = Msg::new("briefing-progress").with("done", page.answered()).with("all", page.expected());
        let focused = self.side == Side::Sections;
        let counts = if self.no_points { cx.t("today-today") } else { cx.words.say(&counts) };
        let inner = panel(&counts, focused, area, buf, cx.look);
        let rows = self.rows();
        let here = self.row_at();
        for (y, row) in (inner.y..inner.bottom()).zip(&rows) {
            let (glyph, name, count) = match row {
                Row::Section(section) => {
                    let count = page.entries.iter().filter(|e| e.section == *section).count();
                    (section_glyph(*section, cx), cx.t(section.word()), Some(count))
                }
                Row::Due(when) => {
                    let count = page.due.iter().filter(|due| due.when == *when).count();
                    (due::glyph(*when, cx), cx.t(when.word()), Some(count))
                }
                Row::Notes => {
                    let doctor = page.from.stay.as_ref().map(|s| cx.frame.rota.people.short(s.doctor));
                    let msg = Msg::new("briefing-notes").with("doctor", doctor.unwrap_or_default());
                    (" ", cx.words.say(&msg), None)
                }
                Row::Since => {
                    let since = page.since.as_ref();
                    let week = since.map(|s| cx.words.week_told(s.stay.week())).unwrap_or_default();
                    let msg = Msg::new("briefing-since-stay").with("week", week);
                    (cx.look.glyph(Glyph::Since), cx.words.say(&msg), since.map(|s| s.points.len()))
                }
                Row::Drafts => (cx.look.glyph(Glyph::Alert), cx.t("briefing-left-drafts"), Some(page.left_drafts)),
                Row::Sequels => (cx.look.glyph(Glyph::Arrow), cx.t("briefing-sequels"), Some(page.to_tell)),
                Row::Booklet => {
                    // What a doctor has not read, and what the team should make sure of.
                    let unread = Some(page.place.unread).filter(|unread| *unread > 0);
                    let (name, to_check) = aged(cx.t("briefing-booklet"), page.place.to_check.pages, cx);
                    (cx.look.glyph(Glyph::Page), name, unread.or(to_check))
                }
                Row::Directory => {
                    let (name, to_check) = aged(cx.t("briefing-directory"), page.place.to_check.contacts, cx);
                    (cx.look.glyph(Glyph::Phone), name, to_check)
                }
            };
            let count = count.map_or_else(String::new, |c| format!("{c:>2}"));
            // A space, the glyph, a space; then the count in two columns and a space.
            let room = usize::from(inner.width).saturating_sub(if count.is_empty() { 4 } else { 6 });
            let name =
                if *row == Row::Notes && text::width(&name) > room { cx.t("briefing-notes-short") } else { name };
            let name = text::fit(&name, room, cx.look.glyph(Glyph::Ellipsis));
            let style = match row {
                _ if focused && Some(*row) == here => cx.look.style(Meaning::Selected),
                Row::Section(Section::Urgent) if count != " 0" => cx.look.style(Meaning::Urgent),
                Row::Due(When::Late) => cx.look.style(Meaning::Watch),
                Row::Section(_) if count == " 0" => cx.look.style(Meaning::Dim),
                _ => cx.look.style(Meaning::Plain),
            };
            let mark = if Some(*row) == here { cx.look.glyph(Glyph::Selected) } else { " " };
            cursor = cursor.or((Some(*row) == here).then_some((inner.x, y)));
            buf.set_stringn(inner.x, y, format!("{mark}{glyph} {name}{count} "), usize::from(inner.width), style);
        }
        cursor
    }

    fn draw_cards(&self, page: &Briefing, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let mut cursor = None;
        let inner = panel(&self.title(page, cx), self.side == Side::Points, area, buf, cx.look);
        if is_empty(page) {
            let id = match page.stay {
                Some(_) => "briefing-empty-doctor",
                None if cx.may(Right::Points) => "briefing-empty-team",
                None => "briefing-empty-office",
            };
            let room = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
            draw_lines(&para(&cx.t(id), Meaning::Plain, room.width, cx), room, buf);
        }
        let area = cards_area(page, inner);
        let here = self.cards().get(list::position(&self.cards(), self.selected)).copied();
        for (card, y, lines) in self.shown_cards(page, area, cx) {
            let columns = area.width.saturating_sub(3);
            let room = Rect { x: area.x + 2, y, width: columns, height: area.bottom().saturating_sub(y) };
            draw_lines(&lines, room, buf);
            if Some(card) == here && room.height > 0 {
                let mark = if self.side == Side::Points { Meaning::Focus } else { Meaning::Dim };
                buf.set_string(area.x, y, cx.look.glyph(Glyph::Selected), cx.look.style(mark));
                if self.side == Side::Points {
                    buf.set_style(Rect { height: 1, ..room }, cx.look.style(Meaning::Selected));
                }
                cursor = Some((area.x, y));
            }
        }
        cursor
    }

    /// Where one reads, and how long reading takes.
    fn title(&self, page: &Briefing, cx: &Cx) -> String {
        let id = match page.stay {
            Some(_) if page.taken_over => "briefing-title-after",
            Some(_) => "briefing-title",
            None => "briefing-title-team",
        };
        if page.words == 0 || self.cards().is_empty() {
            return cx.t(id);
        }
        let minutes = cx.words.say(&Msg::new("briefing-minutes").with("minutes", page.minutes()));
        format!("{} — {minutes}", cx.t(id))
    }

    /// The lines of a card, a blank one last; the selected one has its acts under it.
    fn card_lines(
        &self,
        page: &Briefing,
        card: Card,
        selected: bool,
        (columns, room): (u16, u16),
        cx: &Cx,
    ) -> Vec<Line<'static>> {
        let mut lines = match card {
            Card::Notes => {
                let lines = notes(page, columns, cx);
                // Half the room at most: urgent points stay in sight.
                let room = if selected { room } else { (room / 2).max(4) };
                fit(lines, Vec::new(), room.saturating_sub(1), cx)
            }
            Card::Point(id) => {
                let Some(entry) = page.entries.iter().find(|e| e.thread.item.id == id) else { return Vec::new() };
                let seen = thread::Seen {
                    answer: entry.answer.as_ref(),
                    said: entry.said,
                    unsigned: entry.unsigned,
                    doctors: entry.doctors,
                    // To an arriving doctor every point is "not yet taken": said once, where they stand.
                    bare: !selected && page.stay.is_some(),
                };
                let mut body = thread::card(&entry.thread, seen, columns, cx);
                let under = thread::heading(&entry.thread, columns, cx).len().min(body.len());
                body.splice(under..under, marks::lines(entry, columns, cx));
                if selected {
                    let one_key = entry.waits() && entry.thread.head().gravity != Gravity::Urgent;
                    // An answer first: whoever has given it may want to know the rest.
                    let answered = !entry.waits();
                    let asked = answers_question(entry, cx);
                    let mut acts: Vec<_> = ACTS
                        .into_iter()
                        .filter(|(a, _)| self.can(*a, cx))
                        .filter(|(a, _)| (*a != Action::ReadNext || one_key) && (*a != Action::Sequel || answered))
                        .map(|(a, word)| match a {
                            Action::Settle => (a, settle_word(&entry.thread, cx)),
                            _ => (a, word),
                        })
                        .collect();
                    if asked {
                        // To answer is what is waited for: it is not read and taken.
                        acts.retain(|(a, _)| !matches!(a, Action::Complete | Action::ReadNext));
                        acts.insert(0, (Action::Complete, "briefing-act-answer"));
                    }
                    fit(body, act_lines(&acts, Scope::Briefing, columns, cx), room, cx)
                } else {
                    body
                }
            }
            Card::Due(id) => {
                let found = page.due.iter().find(|due| due.id() == id);
                let acts = if selected { self.due_acts(columns, cx) } else { Vec::new() };
                found.map_or_else(Vec::new, |found| fit(due::lines(found, columns, cx), acts, room, cx))
            }
            Card::Rest => since::folded(page, columns, cx),
            Card::Since => since::head(page, columns, cx),
            Card::Became(id) => since::became(page, id, columns, cx),
        };
        if lines.len() < usize::from(room) && card != Card::Rest {
            lines.push(Line::default());
        }
        lines
    }
}

/// The name of a row, marked and counted where something in it is to be made sure of.
fn aged(name: String, to_check: usize, cx: &Cx) -> (String, Option<usize>) {
    if to_check == 0 { (name, None) } else { (format!("{name} {}", cx.look.glyph(Glyph::Alert)), Some(to_check)) }
}

/// Whether nothing waits for the reader, which is then said.
fn is_empty(page: &Briefing) -> bool {
    page.entries.is_empty() && page.due.is_empty()
}

/// The room of the cards: below the sentence that says there is no point.
fn cards_area(page: &Briefing, inner: Rect) -> Rect {
    let skipped = if is_empty(page) { 2 } else { 0 };
    Rect { y: inner.y + skipped, height: inner.height.saturating_sub(skipped), ..inner }
}

fn height(lines: &[Line]) -> u16 {
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}

/// The notes of the handover that is taken over, and what was added to it later.
fn notes(page: &Briefing, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let Some(handover) = &page.handover else { return Vec::new() };
    let people = &cx.frame.rota.people;
    let doctor = page.from.stay.as_ref().map(|s| people.short(s.doctor)).unwrap_or_default();
    let title = cx.words.say(&Msg::new("briefing-notes").with("doctor", doctor));
    let mut lines = vec![Line::styled(title, cx.look.style(Meaning::Strong))];
    let mut push = |said: &str| {
        let room = columns.saturating_sub(2);
        lines.extend(text::wrap(said, room).into_iter().map(|l| Line::from(vec![Span::raw("  "), Span::raw(l)])));
    };
    push(handover.notes.get(NoteKind::Week));
    push(handover.notes.get(NoteKind::Next));
    // Who prepared themselves with what was signed at first is told that it was opened again.
    for reopening in &handover.reopenings {
        push(&reopened(reopening, cx));
    }
    for added in &handover.addenda {
        push(&addendum(added, cx));
    }
    lines
}

fn section_glyph(section: Section, cx: &Cx) -> &'static str {
    cx.look.glyph(match section {
        Section::Urgent => Glyph::Urgent,
        Section::New => Glyph::New,
        Section::Back | Section::PutOff => Glyph::PutOff,
        Section::ToUnblock => Glyph::Alert,
        Section::Differences => Glyph::Watch,
        Section::Relays => Glyph::Arrow,
        Section::ToDo => Glyph::ToDecide,
        Section::Results => Glyph::Result,
        Section::Promises => Glyph::Promise,
        Section::Later => Glyph::Dot,
    })
}
