//! Where the parts of a form stand, for drawing and for clicks alike.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::{Control, Entry, Form, Reading};
use crate::domain::Msg;
use crate::ui::widget::dialog;
use crate::ui::widget::list::window;
use crate::ui::widget::panel::panel;
use crate::ui::widget::text::{cut, width, wrap};
use crate::ui::{Cx, Glyph, Meaning};

/// Columns of a dialog, its border included.
pub const WIDTH: u16 = 76;

/// Columns a line takes at least, so that an empty one is seen.
const LINE: usize = 16;

/// What stands around the fields.
#[derive(Debug, Clone, Default)]
pub struct Around {
    pub title: String,
    /// Above the fields, scrolled with them.
    pub intro: Vec<(Meaning, String)>,
    /// Under the fields, always seen.
    pub notices: Vec<(Meaning, String)>,
    pub footer: String,
}

/// A part of a form: a line above the fields, or a field with what is said of it.
struct Part {
    /// The field; none for a line above them.
    entry: Option<usize>,
    /// Rows of the field itself.
    rows: u16,
    /// Columns the value takes, where something may stand beside it.
    taken: Option<u16>,
    /// Said beside the field's first row.
    beside: Option<(Meaning, String)>,
    /// Said under the field.
    below: Vec<(Meaning, String)>,
}

impl Part {
    fn height(&self) -> u16 {
        self.rows + u16::try_from(self.below.len()).unwrap_or(u16::MAX)
    }
}

/// A form laid out in an area.
struct Layout {
    dialog: Rect,
    /// The room of the parts.
    body: Rect,
    label: u16,
    parts: Vec<Part>,
    shown: std::ops::Range<usize>,
    notices: Vec<(Meaning, String)>,
}

fn small(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

fn wrapped(lines: &[(Meaning, String)], columns: u16) -> Vec<(Meaning, String)> {
    lines
        .iter()
        .flat_map(|(meaning, text)| {
            let mut lines = wrap(text, columns);
            if lines.is_empty() {
                lines.push(String::new());
            }
            lines.into_iter().map(|l| (*meaning, l))
        })
        .collect()
}

/// `2 plus haut · 8 plus bas`: what of a list is not seen.
fn beyond((above, below): (usize, usize), cx: &Cx) -> String {
    let said = |id, count| (count > 0).then(|| cx.words.say(&Msg::new(id).with("count", count)));
    let parts = [said("forms-list-above", above), said("forms-list-below", below)];
    let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
    parts.into_iter().flatten().collect::<Vec<_>>().join(&separator)
}

impl Form {
    /// Columns of the labels, and of what stands beside them.
    pub(super) fn columns(&self, cx: &Cx) -> (u16, u16) {
        let columns = cx.area.width.min(WIDTH).saturating_sub(4);
        let labels = self.entries.iter().map(|e| width(&cx.t(e.field.label))).max().unwrap_or(0);
        let label = small(labels + 4).min(columns / 2);
        (label, columns.saturating_sub(label))
    }

    fn layout(&self, area: Rect, cx: &Cx, around: &Around, reading: &Reading) -> Layout {
        let dialog_width = area.width.min(WIDTH);
        let columns = dialog_width.saturating_sub(4);
        let (label, room) = self.columns(cx);
        let mut parts: Vec<Part> = wrapped(&around.intro, columns)
            .into_iter()
            .map(|line| Part { entry: None, rows: 0, taken: None, beside: None, below: vec![line] })
            .collect();
        let mut selected = 0;
        for at in (0..self.entries.len()).filter(|at| self.is_shown(*at, reading)) {
            if at == self.focus {
                selected = parts.len();
            }
            parts.push(self.part(at, room, cx, reading));
        }
        let notices = wrapped(&around.notices, columns);
        let heights: Vec<u16> = parts.iter().map(Part::height).collect();
        let content: u16 = heights.iter().fold(0, |sum, h| sum.saturating_add(*h));
        // Border above and below, a blank row, the notices and the footer.
        let fixed = small(notices.len() + 4);
        let height = content.saturating_add(fixed).min(area.height);
        let dialog = dialog::middle(area, dialog_width, height);
        let body = Rect { x: dialog.x + 2, y: dialog.y + 1, width: columns, height: height.saturating_sub(fixed) }
            .intersection(area);
        let shown = window(&heights, selected, body.height);
        Layout { dialog, body, label, parts, shown, notices }
    }

    fn part(&self, at: usize, room: u16, cx: &Cx, reading: &Reading) -> Part {
        let entry = &self.entries[at];
        let mut said: Vec<(Meaning, Glyph, String)> = self
            .error(entry, reading)
            .map(|msg| (Meaning::Bad, Glyph::Alert, cx.words.say(&msg)))
            .into_iter()
            .collect();
        said.extend(reading.hints.iter().filter(|h| h.field == entry.field.name).map(|h| {
            let glyph = if h.meaning == Meaning::Hint { Glyph::Arrow } else { Glyph::Dot };
            (h.meaning, glyph, h.text.clone())
        }));
        let (rows, taken) = match &entry.control {
            Control::Line(line) => (1, Some(width(line.text()).saturating_add(1).max(LINE))),
            Control::Picker(picker) if at == self.focus && picker.filter().is_some() => {
                (1 + small(picker.rows().len().max(1)) + u16::from(picker.beyond() != (0, 0)), None)
            }
            Control::Picker(picker) => (1, Some(width(picker.label()).max(LINE))),
            Control::Choice(choice) if at == self.focus => {
                (1, Some(choice_width(choice)).filter(|w| *w <= usize::from(room)))
            }
            Control::Choice(_) | Control::Secret(..) => (1, None),
            Control::Check(_) => (1, Some(3)),
            Control::Several(several) => (several.height(), None),
            Control::Text(_, rows) => (*rows, None),
        };
        // How the value is changed, where nothing more useful is said.
        let how = match &entry.control {
            Control::Picker(picker) if picker.filter().is_none() => "forms-how-picker",
            Control::Choice(_) => "forms-how-choice",
            _ => "",
        };
        if at == self.focus && said.is_empty() && !how.is_empty() {
            let text = cx.t(how);
            if taken.is_some_and(|taken| taken + 4 + width(&text) <= usize::from(room)) {
                said.push((Meaning::Dim, Glyph::Dot, text));
            }
        }
        // What was understood is one line and stands beside the value, where there is room for it.
        let beside = taken.and_then(|taken| {
            let fits = |text: &str| taken + 4 + width(text) <= usize::from(room);
            let at = said.iter().position(|(_, _, text)| fits(text))?;
            let (meaning, glyph, text) = said.remove(at);
            Some((meaning, format!("{} {text}", cx.look.glyph(glyph))))
        });
        let below = said.into_iter().flat_map(|(meaning, glyph, text)| {
            let lines = wrap(&text, room.saturating_sub(2)).into_iter().enumerate();
            lines.map(move |(i, line)| {
                let mark = if i == 0 { cx.look.glyph(glyph) } else { " " };
                (meaning, format!("{mark} {line}"))
            })
        });
        let taken = taken.filter(|_| beside.is_some()).map(small);
        Part { entry: Some(at), rows, taken, below: below.collect(), beside }
    }

    /// Draws the form as a dialog in the middle of the area, and says where the cursor is.
    pub fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        cx: &Cx,
        around: &Around,
        reading: &Reading,
    ) -> Option<(u16, u16)> {
        let layout = self.layout(area, cx, around, reading);
        let look = cx.look;
        // Smaller than a border with something in it: there is nothing to be read.
        if layout.dialog.width < 8 || layout.body.is_empty() {
            return None;
        }
        ratatui::widgets::Widget::render(ratatui::widgets::Clear, layout.dialog, buf);
        panel(&around.title, true, layout.dialog, buf, look);
        let mut cursor = None;
        let mut y = layout.body.y;
        for part in &layout.parts[layout.shown.clone()] {
            let left = layout.body.bottom().saturating_sub(y);
            let mut x = layout.body.x;
            if let Some(at) = part.entry {
                let at_cursor = self.draw_entry(
                    at,
                    part,
                    Rect { y, height: part.rows.min(left), ..layout.body },
                    layout.label,
                    buf,
                    cx,
                );
                cursor = cursor.or(at_cursor);
                x += layout.label;
            }
            for (row, (meaning, text)) in (y + part.rows..layout.body.bottom()).zip(&part.below) {
                buf.set_stringn(x, row, text, usize::from(layout.body.right().saturating_sub(x)), look.style(*meaning));
            }
            y = y.saturating_add(part.height());
        }
        // More above or below than is seen.
        let more = look.glyph(Glyph::Ellipsis);
        let edge = layout.dialog.right().saturating_sub(2);
        if layout.shown.start > 0 {
            buf.set_string(edge, layout.body.y, more, look.style(Meaning::Key));
        }
        if y > layout.body.bottom() || layout.shown.end < layout.parts.len() {
            buf.set_string(edge, layout.body.bottom().saturating_sub(1), more, look.style(Meaning::Key));
        }
        let columns = usize::from(layout.body.width);
        let foot = layout.dialog.bottom().saturating_sub(2);
        for (i, (meaning, text)) in layout.notices.iter().rev().enumerate() {
            let row = foot.saturating_sub(1 + small(i));
            if row > layout.dialog.y {
                buf.set_stringn(layout.body.x, row, text, columns, look.style(*meaning));
            }
        }
        if foot > layout.dialog.y {
            let text = cut(&around.footer, columns, more);
            buf.set_stringn(layout.body.x, foot, text, columns, look.style(Meaning::Dim));
        }
        cursor
    }

    /// Draws one field; the cursor, when it has the keys.
    fn draw_entry(
        &self,
        at: usize,
        part: &Part,
        row: Rect,
        label: u16,
        buf: &mut Buffer,
        cx: &Cx,
    ) -> Option<(u16, u16)> {
        if row.height == 0 {
            return None;
        }
        let Entry { field, control, .. } = &self.entries[at];
        let (look, focused) = (cx.look, at == self.focus);
        let name = cx.t(field.label);
        let (mark, meaning) =
            if focused { (look.glyph(Glyph::Selected), Meaning::Title) } else { (" ", Meaning::Plain) };
        buf.set_stringn(row.x, row.y, format!("{mark} {name}"), usize::from(label), look.style(meaning));
        let room = Rect { x: row.x + label, width: row.width.saturating_sub(label), ..row };
        let one = Rect { height: 1, ..room };
        let value = Rect { width: part.taken.unwrap_or(one.width).min(one.width), ..one };
        let input = look.style(Meaning::Plain).add_modifier(Modifier::UNDERLINED);
        let cursor = match control {
            Control::Line(line) => Some(line.draw(value, buf, input, None, focused)),
            Control::Secret(line, shown) => {
                let dot = if look.ascii { "*" } else { "•" };
                Some(line.draw(value, buf, input, (!shown).then_some(dot), focused))
            }
            Control::Text(area, _) => Some(area.draw(room, buf, input, focused)),
            Control::Choice(choice) => {
                draw_choice(choice, value, buf, cx);
                Some((value.x, value.y))
            }
            Control::Check(on) => {
                buf.set_stringn(
                    value.x,
                    value.y,
                    if *on { "[x]" } else { "[ ]" },
                    usize::from(value.width),
                    look.style(Meaning::Strong),
                );
                Some((value.x + 1, value.y))
            }
            Control::Several(several) => {
                let mut cursor = None;
                let more = several
                    .more()
                    .map(|n| cx.words.say(&crate::domain::Msg::new("forms-several-more").with("count", n)));
                for (y, (label, taken, here)) in (room.y..room.bottom()).zip(several.rows()) {
                    let here = focused && here;
                    let meaning = if here { Meaning::Selected } else { Meaning::Plain };
                    // How many there are stands at the end of the last row.
                    let aside = more.as_deref().filter(|_| y + 1 == room.bottom()).unwrap_or_default();
                    let free = room.width.saturating_sub(small(width(aside) + 1));
                    let line = format!("{} {label}", if taken { "[x]" } else { "[ ]" });
                    let line = cut(&line, usize::from(free), look.glyph(Glyph::Ellipsis));
                    buf.set_stringn(room.x, y, line, usize::from(free), look.style(meaning));
                    buf.set_stringn(room.x + free + 1, y, aside, usize::from(room.width), look.style(Meaning::Dim));
                    cursor = cursor.or(here.then_some((room.x + 1, y)));
                }
                cursor
            }
            Control::Picker(picker) => {
                if let Some(filter) = picker.filter().filter(|_| focused) {
                    let rows = picker.rows();
                    let mut on = None;
                    for (y, (label, chosen)) in (one.y + 1..room.bottom()).zip(&rows) {
                        let (mark, meaning) = if *chosen {
                            (look.glyph(Glyph::Selected), Meaning::Selected)
                        } else {
                            (" ", Meaning::Plain)
                        };
                        on = on.or(chosen.then_some((room.x, y)));
                        let text =
                            cut(&format!("{mark} {label}"), usize::from(room.width), look.glyph(Glyph::Ellipsis));
                        buf.set_stringn(room.x, y, text, usize::from(room.width), look.style(meaning));
                    }
                    let more = beyond(picker.beyond(), cx);
                    let under = one.y + 1 + small(rows.len());
                    if !more.is_empty() && under < room.bottom() {
                        buf.set_stringn(room.x + 2, under, more, usize::from(room.width), look.style(Meaning::Hint));
                    }
                    if rows.is_empty() && room.height > 1 {
                        buf.set_stringn(
                            room.x,
                            one.y + 1,
                            cx.t("forms-none-found"),
                            usize::from(room.width),
                            look.style(Meaning::Dim),
                        );
                    }
                    // On what is chosen, as in every list; where nothing is found, behind what is typed.
                    let typed = filter.draw(one, buf, input, None, true);
                    on.or(Some(typed))
                } else {
                    let text = cut(picker.label(), usize::from(value.width), look.glyph(Glyph::Ellipsis));
                    buf.set_style(Rect { width: value.width.min(small(width(&text).max(LINE))), ..value }, input);
                    buf.set_stringn(value.x, value.y, text, usize::from(value.width), input);
                    Some((value.x, value.y))
                }
            }
        };
        if let Some((meaning, text)) = &part.beside {
            let x = value.right() + 2;
            buf.set_stringn(x, one.y, text, usize::from(room.right().saturating_sub(x)), look.style(*meaning));
        }
        cursor.filter(|_| focused)
    }

    /// Takes a click: the keys go to that field; one that has them already is changed.
    pub fn click(&mut self, column: u16, row: u16, area: Rect, cx: &Cx, around: &Around, reading: &Reading) {
        let layout = self.layout(area, cx, around, reading);
        if !layout.body.contains((column, row).into()) {
            return;
        }
        let mut y = layout.body.y;
        for part in &layout.parts[layout.shown.clone()] {
            let next = y.saturating_add(part.height());
            if row >= y && row < next {
                let Some(at) = part.entry else { return };
                let again = at == self.focus;
                if !again {
                    self.go(at);
                    // The mouse puts the cursor, as anywhere.
                    self.select(false);
                }
                match &mut self.entries[at].control {
                    Control::Picker(picker) if row > y => picker.accept_row(usize::from(row - y - 1)),
                    Control::Picker(picker) => picker.open(),
                    Control::Check(on) => *on = !*on,
                    Control::Several(several) => several.click(usize::from(row - y)),
                    Control::Choice(choice) if again => choice.cycle(true),
                    _ => {}
                }
                return;
            }
            y = next;
        }
    }
}

/// Columns of the options side by side.
fn choice_width(choice: &super::Choice) -> usize {
    choice.shown().map(|(label, _)| width(label) + 4).sum()
}

/// Draws the options side by side where they fit, else the chosen one between arrows.
fn draw_choice(choice: &super::Choice, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let look = cx.look;
    let total = choice_width(choice);
    let mut x = area.x;
    if total <= usize::from(area.width) + 2 {
        for (label, chosen) in choice.shown() {
            let (mark, meaning) =
                if chosen { (look.glyph(Glyph::Selected), Meaning::Strong) } else { (" ", Meaning::Dim) };
            let room = usize::from(area.right().saturating_sub(x));
            (x, _) = buf.set_stringn(x, area.y, format!("{mark} {label}  "), room, look.style(meaning));
        }
    } else {
        let label = choice.shown().find(|(_, chosen)| *chosen).map_or("", |(label, _)| label);
        let text = format!("{} {label} {}", look.glyph(Glyph::Back), look.glyph(Glyph::Arrow));
        buf.set_stringn(x, area.y, text, usize::from(area.width), look.style(Meaning::Strong));
    }
}
