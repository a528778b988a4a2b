//! How the Transmission looks.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Position, Rect};
use ratatui::text::{Line, Span};

use super::{Row, TransmissionTab, state, suggest};
use crate::domain::coverage::Coverage;
use crate::domain::transmission::{self, Standing, Transmission};
use crate::domain::{Addressee, Gravity, Msg, NoteKind};
use crate::ui::keymap::key_of;
use crate::ui::point;
use crate::ui::point::thread;
use crate::ui::point::{act_lines, addendum, draw_lines, fit, handed_to as handed_on, para, sentence, span_start};
use crate::ui::widget::panel::panel;
use crate::ui::widget::{list, text};
use crate::ui::{Action, Cx, Glyph, Meaning, Pane, Scope};

/// Columns of the left-hand list, and below that screen width.
const LEFT: (u16, u16, u16) = (40, 35, 100);

/// The acts on a point, as they are written under it.
pub(super) const ACTS: [(Action, &str); 10] = [
    (Action::Unchanged, "transmission-act-unchanged"),
    (Action::Complete, "transmission-act-complete"),
    (Action::Confirm, "transmission-act-confirm"),
    (Action::Differ, "transmission-act-differ"),
    (Action::Settle, "act-settle"),
    (Action::Step, "transmission-act-step"),
    (Action::Finish, "transmission-act-finish"),
    (Action::Address, "transmission-act-address"),
    (Action::Edit, "transmission-act-edit"),
    (Action::WrongPatient, "act-wrong-patient"),
];

/// The parts of the tab.
struct Parts {
    head: Vec<Line<'static>>,
    foot: Vec<Line<'static>>,
    left: Rect,
    right: Rect,
}

impl TransmissionTab {
    pub(super) fn draw_tab(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let text_area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let Some(page) = self.page(cx) else {
            draw_lines(&self.nothing(text_area.width, cx), text_area, buf);
            return None;
        };
        let Parts { head, foot, left, right } = self.parts(page, area, cx);
        draw_lines(&head, text_area, buf);
        let below = area.bottom().saturating_sub(left.bottom());
        draw_lines(&foot, Rect { y: left.bottom(), height: below, ..text_area }, buf);
        let cursor = self.draw_rows(page, left, buf, cx);
        self.draw_detail(page, right, buf, cx);
        cursor
    }

    /// Where the parts of the tab stand, for drawing and for clicks alike.
    fn parts(&self, page: &Transmission, area: Rect, cx: &Cx) -> Parts {
        let columns = area.width.saturating_sub(2);
        let head = self.head(page, columns, cx);
        let top = u16::try_from(head.len()).unwrap_or(area.height).min(area.height);
        let drafts: Vec<String> = self.begun(page, cx).into_iter().map(|begun| begun.said).collect();
        let foot = if drafts.is_empty() {
            Vec::new()
        } else {
            let msg = Msg::new("transmission-drafts").with("names", drafts.join(" ; "));
            let mut lines = para(&cx.words.say(&msg), Meaning::Watch, columns, cx);
            lines.truncate(2);
            lines
        };
        let mut foot = foot;
        if cx.frame.desk.left > 0 {
            let msg = Msg::new("transmission-left-drafts").with("count", cx.frame.desk.left);
            let mut left = para(&cx.words.say(&msg), Meaning::Alert, columns, cx);
            left.truncate(2);
            foot.extend(left);
        }
        let below = u16::try_from(foot.len()).unwrap_or(0).min(area.height - top);
        let body = Rect { y: area.y + top, height: area.height - top - below, ..area };
        let width = if area.width < LEFT.2 { LEFT.1 } else { LEFT.0 };
        let left = Rect { width: width.min(body.width), ..body };
        let right = Rect { x: body.x + left.width, width: body.width - left.width, ..body };
        Parts { head, foot, left, right }
    }

    /// The row under the mouse; the selected one on the right, where it is told.
    pub(super) fn row_under(&self, at: Position, area: Rect, cx: &Cx) -> Option<Row> {
        let page = self.page(cx)?;
        let Parts { left, right, .. } = self.parts(page, area, cx);
        if right.contains(at) {
            return self.row();
        }
        let inner = left.inner(Margin::new(1, 1));
        if !inner.contains(at) {
            return None;
        }
        let rows = self.rows();
        let shown = list::window(&vec![1; rows.len()], list::position(&rows, self.row()), inner.height);
        rows.get(shown.start + usize::from(at.y - inner.y)).copied()
    }

    /// What is said where there is no transmission to show.
    fn nothing(&self, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
        match self.stay(cx) {
            None => para(&cx.t("transmission-none"), Meaning::Plain, columns, cx),
            Some(stay) if cx.now.day < stay.from => {
                let msg = Msg::new("transmission-to-come").with("day", stay.from);
                para(&sentence(&msg, cx), Meaning::Plain, columns, cx)
            }
            Some(_) => para(&cx.t("transmission-loading"), Meaning::Dim, columns, cx),
        }
    }

    /// Which stay, in what state, and the first words of its note.
    fn head(&self, page: &Transmission, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
        let stay = &page.stay;
        let who = Msg::new("transmission-head")
            .with("week", stay.week())
            .with("doctor", cx.frame.rota.people.short(stay.doctor))
            .with("from", span_start(stay.from, stay.to, cx))
            .with("to", stay.to);
        let (said, meaning) = state::sentence(page, cx);
        let who = sentence(&who, cx);
        let style = cx.look.style(meaning);
        let room = columns.saturating_sub(u16::try_from(text::width(&who) + 1).unwrap_or(columns));
        let mut lines = if text::width(&said) <= usize::from(room) {
            let name = Span::styled(format!("{who} "), cx.look.style(Meaning::Strong));
            vec![Line::from(vec![name, Span::styled(said, style)])]
        } else {
            let mut lines = para(&who, Meaning::Strong, columns, cx);
            lines.extend(para(&said, meaning, columns, cx));
            lines
        };
        if let Some(advice) = self.advice(page, cx) {
            lines.extend(para(&advice, Meaning::Hint, columns, cx));
        }
        if let Some(found) = &page.coverage {
            lines.extend(coverage(found, columns, cx));
        }
        if self.can(Action::Notes, cx) || !page.handover.notes.week.trim().is_empty() {
            lines.push(self.note_line(page, usize::from(columns), cx));
        }
        lines
    }

    /// The week's note in one line, with the key that edits it.
    fn note_line(&self, page: &Transmission, columns: usize, cx: &Cx) -> Line<'static> {
        let note = page.handover.notes.week.trim();
        let said = if note.is_empty() { cx.t("transmission-note-empty") } else { note.replace('\n', " ") };
        let label = cx.words.say(&Msg::new("transmission-note").with("note", Msg::new(NoteKind::Week.word())));
        let edit = key_of(Action::Notes, &[Scope::Transmission])
            .filter(|_| self.can(Action::Notes, cx))
            .map(|k| (k.label(cx), cx.t("transmission-act-note")));
        let edit_width = edit.as_ref().map_or(0, |(k, w)| text::width(k) + text::width(w) + 3);
        let room = columns.saturating_sub(text::width(&label) + 1 + edit_width);
        let dim = cx.look.style(Meaning::Dim);
        let mut line = Line::from(vec![
            Span::styled(format!("{label} "), dim),
            Span::raw(text::cut(&said, room, cx.look.glyph(Glyph::Ellipsis))),
        ]);
        if let Some((key, word)) = edit {
            line.push_span("  ");
            line.push_span(Span::styled(key, cx.look.style(Meaning::Key)));
            line.push_span(format!(" {word}"));
        }
        line
    }

    fn draw_rows(&self, page: &Transmission, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let mut cursor = None;
        let (done, all) = page.progress();
        // Once it is signed there is nothing left to decide: what was not goes on as it is.
        let id = if page.handover.is_signed() { "transmission-progress-signed" } else { "transmission-progress" };
        let msg = Msg::new(id).with("done", done).with("all", all).with("left", all - done);
        let inner = panel(&cx.words.say(&msg), true, area, buf, cx.look);
        let rows = self.rows();
        let here = self.row();
        let selected = list::position(&rows, here);
        let heights = vec![1; rows.len()];
        for (y, i) in (inner.y..inner.bottom()).zip(list::window(&heights, selected, inner.height)) {
            let line = row_line(page, rows[i], usize::from(inner.width), cx);
            buf.set_line(inner.x, y, &line, inner.width);
            if i == selected {
                buf.set_string(inner.x, y, cx.look.glyph(Glyph::Selected), cx.look.style(Meaning::Title));
                buf.set_style(Rect { y, height: 1, ..inner }, cx.look.style(Meaning::Selected));
                cursor = Some((inner.x, y));
            }
        }
        if page.lines.is_empty() {
            let y = inner.y.saturating_add(u16::try_from(rows.len() + 1).unwrap_or(0));
            if y < inner.bottom() {
                let room = Rect { x: inner.x + 1, y, width: inner.width.saturating_sub(2), height: inner.bottom() - y };
                let id = if self.may_write(cx) { "transmission-empty" } else { "transmission-empty-read" };
                draw_lines(&para(&cx.t(id), Meaning::Dim, room.width, cx), room, buf);
            }
        }
        cursor
    }

    fn draw_detail(&self, page: &Transmission, area: Rect, buf: &mut Buffer, cx: &Cx) {
        let row = self.row();
        let title = match row {
            Some(Row::Note(kind)) => cx.t(kind.word()),
            Some(Row::Addenda) => cx.t("transmission-addenda"),
            Some(Row::Item(id)) => cx.words.say(&Msg::new("thread-title").with("item", id.to_string())),
            Some(Row::Suggestion(_)) => cx.t("transmission-suggestion-title"),
            None => String::new(),
        };
        let inner = panel(&title, false, area, buf, cx.look);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let (body, foot) = match row {
            Some(Row::Note(kind)) => {
                let note = page.handover.notes.get(kind).trim();
                let body = if note.is_empty() {
                    para(&cx.t("transmission-note-empty"), Meaning::Dim, inner.width, cx)
                } else {
                    para(note, Meaning::Plain, inner.width, cx)
                };
                let edit = [(Action::Notes, "transmission-act-note")].into_iter().filter(|(a, _)| self.can(*a, cx));
                (body, act_lines(&edit.collect::<Vec<_>>(), Scope::Transmission, inner.width, cx))
            }
            Some(Row::Addenda) => (addenda(page, inner.width, cx), Vec::new()),
            Some(Row::Suggestion(_)) => {
                let Some(suggestion) = self.suggestion() else { return };
                let acts: Vec<_> = suggest::ACTS.into_iter().filter(|(a, _)| self.can(*a, cx)).collect();
                let foot = act_lines(&acts, Scope::Transmission, inner.width, cx);
                (suggest::told(suggestion, inner.width, cx), foot)
            }
            Some(Row::Item(_)) => {
                let Some(line) = self.line() else { return };
                let mut body = thread::card(&line.thread, thread::Seen::default(), inner.width, cx);
                body.extend(marked(line, inner.width, cx));
                if state::is_let_go(Some(page), line, cx) {
                    body.extend(para(&cx.t("transmission-let-go"), Meaning::Hint, inner.width, cx));
                }
                let acts: Vec<_> = ACTS
                    .into_iter()
                    .filter(|(a, _)| self.can(*a, cx))
                    .map(|(a, word)| match (a, line.standing) {
                        (Action::Complete, Standing::Closed) => (a, "transmission-act-reopen"),
                        (Action::Settle, _) => (a, point::settle_word(&line.thread, cx)),
                        _ => (a, word),
                    })
                    .collect();
                let mut foot = act_lines(&acts, Scope::Transmission, inner.width, cx);
                if !foot.is_empty() && line.standing != Standing::Closed {
                    foot.splice(..0, handed_to(line, page, inner.width, cx));
                }
                (body, foot)
            }
            None => return,
        };
        draw_lines(&fit(body, foot, inner.height, cx), inner, buf);
    }
}

/// Patients seen beside points written, and the days of which nobody knows how many were seen.
fn coverage(found: &Coverage, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let (said, missing) = (cx.words.coverage(found), cx.words.not_closed(found));
    let Some(missing) = missing else { return para(&said, Meaning::Dim, columns, cx) };
    let both = format!("{said} {} ", cx.look.glyph(Glyph::Separator));
    if text::width(&both) + text::width(&missing) <= usize::from(columns) {
        let (dim, watch) = (cx.look.style(Meaning::Dim), cx.look.style(Meaning::Watch));
        return vec![Line::from(vec![Span::styled(both, dim), Span::styled(missing, watch)])];
    }
    [para(&said, Meaning::Dim, columns, cx), para(&missing, Meaning::Watch, columns, cx)].concat()
}

/// Where a point comes from that was marked at the closing of a day, and by whom.
fn marked(point: &transmission::Line, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let (Some(day), Some(word)) = (point.marked, point.thread.relays.first()) else { return Vec::new() };
    let author = cx.frame.rota.people.short(word.author);
    let said = cx.words.say(&Msg::new("transmission-marked").with("author", author).with("day", day));
    let said = text::wrap(&said, columns.saturating_sub(2));
    said.into_iter().map(|l| Line::styled(format!("  {l}"), cx.look.style(Meaning::Hint))).collect()
}

/// To whom the point goes unless one says otherwise.
fn handed_to(point: &transmission::Line, page: &Transmission, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let addressee = handed_on(point.thread.head(), &page.stay);
    let to = point::addressee::short(addressee, cx);
    let named = page.next.as_ref().filter(|n| addressee == Addressee::Post(n.post, n.week()));
    let msg = match named {
        Some(next) => {
            let doctor = cx.frame.rota.people.short(next.doctor);
            Msg::new("transmission-goes-to-doctor").with("to", to).with("doctor", doctor)
        }
        None => Msg::new("transmission-goes-to").with("to", to),
    };
    let said = text::wrap(&cx.words.say(&msg), columns.saturating_sub(2));
    said.into_iter().map(|l| Line::styled(format!("  {l}"), cx.look.style(Meaning::Dim))).collect()
}

/// One row of the list: what, and where it stands.
fn row_line(page: &Transmission, row: Row, columns: usize, cx: &Cx) -> Line<'static> {
    let ellipsis = cx.look.glyph(Glyph::Ellipsis);
    let (glyph, glyph_style, name, standing, style) = match row {
        Row::Note(kind) => {
            let written = !page.handover.notes.get(kind).trim().is_empty();
            let sign = if written { cx.look.glyph(Glyph::Done) } else { " " };
            let dim = cx.look.style(if written { Meaning::Plain } else { Meaning::Dim });
            (" ", dim, without_aside(cx.t(kind.word()), columns.saturating_sub(6)), sign.to_owned(), dim)
        }
        Row::Addenda => {
            let plain = cx.look.style(Meaning::Plain);
            (" ", plain, cx.t("transmission-addenda"), page.handover.addenda.len().to_string(), plain)
        }
        Row::Suggestion(visit) => {
            let Some(found) = page.suggestions.iter().find(|s| s.visit == visit) else { return Line::default() };
            let initials = found.patient.initials.as_deref().unwrap_or_default();
            // Within one stay the day of the week tells which.
            let name = [found.patient.file.as_str(), initials, &cx.words.weekday(found.day)].join(" ");
            let (plain, dim) = (cx.look.style(Meaning::Plain), cx.look.style(Meaning::Dim));
            (cx.look.glyph(Glyph::Place), plain, name, cx.t("transmission-suggested"), dim)
        }
        Row::Item(id) => {
            let Some(line) = page.lines.iter().find(|l| l.thread.item.id == id) else { return Line::default() };
            let gravity = line.thread.head().gravity;
            let as_it_is = line.standing == Standing::ToDecide && page.handover.is_signed();
            let (sign, meaning) = match line.standing {
                Standing::ToDecide if as_it_is => (Glyph::Dot, Meaning::Dim),
                Standing::ToDecide => (Glyph::ToDecide, Meaning::Strong),
                Standing::Closed => (Glyph::Done, Meaning::Dim),
                Standing::New | Standing::Relayed => (Glyph::Done, Meaning::Good),
            };
            let standing = format!(
                "{} {}",
                cx.look.glyph(sign),
                cx.t(if as_it_is { "transmission-as-it-is" } else { line.standing.word() })
            );
            let glyph_style = if line.standing == Standing::Closed && gravity != Gravity::Urgent {
                cx.look.style(Meaning::Dim)
            } else {
                cx.look.gravity_style(gravity)
            };
            let name = point::subject_short(&line.thread, cx);
            (cx.look.gravity(gravity), glyph_style, name, standing, cx.look.style(meaning))
        }
    };
    let room = columns.saturating_sub(5 + text::width(&standing));
    Line::from(vec![
        Span::styled(format!(" {glyph} "), glyph_style),
        Span::raw(text::fit(&name, room, ellipsis)),
        Span::styled(format!(" {standing} "), style),
    ])
}

fn addenda(page: &Transmission, columns: u16, cx: &Cx) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for added in &page.handover.addenda {
        lines.extend(para(&addendum(added, cx), Meaning::Plain, columns, cx));
        lines.push(Line::default());
    }
    lines
}

/// A name that is too long loses what stands in brackets after it.
fn without_aside(name: String, room: usize) -> String {
    match name.split_once(" (") {
        Some((short, _)) if text::width(&name) > room => short.to_owned(),
        _ => name,
    }
}
