//! The planning as a list: what is vacant first, a line for each stay of a week and for each week without one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Planning, school};
use crate::domain::planning::{Cover, Line, lines};
use crate::domain::{Phase, Stay};
use crate::ui::widget::table::{self, Column, Row};
use crate::ui::widget::text;
use crate::ui::{Cx, Glyph, Meaning};

impl Planning {
    /// The lines of the year that is shown.
    pub(super) fn lines(&self, cx: &Cx) -> Vec<Line> {
        lines(&cx.frame.rota, cx.frame.centre.opened, cx.now.day, self.chosen(cx).0.year(), self.filter)
    }

    /// The line that is marked: that of the chosen stay, else the first of the week and post, else of a later week.
    pub(super) fn marked(&self, cx: &Cx) -> usize {
        let (lines, (week, post)) = (self.lines(cx), self.chosen(cx));
        let here = |line: &Line| line.week == week && Some(line.post) == post;
        let chosen = lines.iter().position(|l| here(l) && l.stay.is_some() && l.stay == self.stay);
        let first = || lines.iter().position(here);
        chosen.or_else(first).or_else(|| lines.iter().position(|l| l.week >= week)).unwrap_or(0)
    }

    /// Puts the selection so many lines further, as far as there are.
    pub(super) fn step(&mut self, by: isize, cx: &Cx) {
        let lines = self.lines(cx);
        let at = self.marked(cx).saturating_add_signed(by).min(lines.len().saturating_sub(1));
        self.select(lines.get(at));
    }

    /// Puts the selection on a line.
    pub(super) fn select(&mut self, line: Option<&Line>) {
        if let Some(line) = line {
            (self.week, self.post, self.stay) = (Some(line.week), Some(line.post), line.stay);
        }
    }
}

/// The line drawn in a row of the screen.
pub(super) fn at(planning: &Planning, row: u16, area: Rect, cx: &Cx) -> Option<Line> {
    let lines = planning.lines(cx);
    let hit = table::window(lines.len(), planning.marked(cx), area).find(|(y, _)| *y == row);
    hit.and_then(|(_, n)| lines.get(n).copied())
}

pub(super) fn draw(planning: &Planning, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
    let lines = planning.lines(cx);
    if lines.is_empty() {
        for (line, y) in text::wrap(&cx.t("planning-filter-none"), area.width.min(76)).iter().zip(area.y..area.bottom())
        {
            buf.set_stringn(area.x + 1, y, line, usize::from(area.width), cx.look.style(Meaning::Plain));
        }
        return None;
    }
    let mut columns = vec![
        Column::new(cx.t("register-week"), 7, 0),
        Column::new(cx.t("register-dates"), 23, 0).rank(2),
        Column::new(cx.t("register-doctor"), 16, 2),
        Column::new(cx.t("register-state"), 12, 0),
        Column::new(cx.t("planning-ready"), 7, 0).rank(1),
    ];
    if cx.frame.rota.posts.len() > 1 {
        columns.insert(2, Column::new(cx.t("register-post"), 10, 1));
    }
    let rows: Vec<Row> = lines.iter().map(|line| row(line, planning, cx)).collect();
    table::draw(&columns, &rows, planning.marked(cx), area, buf, cx.look)
}

/// `S50•  7–13 déc. 2026  Dr Hélène Vidal  option`
fn row(line: &Line, planning: &Planning, cx: &Cx) -> Row {
    let rota = &cx.frame.rota;
    let week = format!("{}{}", cx.words.week(line.week), school::mark(line.week, cx));
    let stay = line.stay.and_then(|id| rota.stay(id));
    let over = line.week.sunday() < cx.now.day;
    let (who, state, meaning) = match stay {
        Some(stay) => {
            let (state, meaning) = state(stay, line.cover, over, cx);
            (super::below::full(stay, cx), state, meaning)
        }
        None if line.cover == Cover::Closed => {
            (super::draw::closed_name(line.week, cx), cx.t("week-closed"), Meaning::Dim)
        }
        None => {
            let meaning = if over { Meaning::Dim } else { Meaning::Urgent };
            (format!("{} {}", line.cover.sign(cx.look), cx.t("week-vacant")), String::new(), meaning)
        }
    };
    // The days that are those of the stay where it is not the whole week.
    let part = stay.filter(|s| line.week.monday() < s.from || s.to < line.week.monday().plus(4));
    let (from, to) = part.map_or((line.week.monday(), line.week.sunday()), |s| {
        (s.from.max(line.week.monday()), s.to.min(line.week.sunday()))
    });
    let ready = line.stay.and_then(|id| planning.ready.get(&id)).map_or_else(String::new, |ready| ready.brief(cx));
    let mut cells = vec![week, cx.words.span(from, to), who, state, ready];
    if rota.posts.len() > 1 {
        cells.insert(2, rota.post_name(line.post).to_owned());
    }
    Row::new(cells).meaning(meaning)
}

/// What a stay is, and where it does not fill its week that it fills a part of it.
fn state(stay: &Stay, cover: Cover, over: bool, cx: &Cx) -> (String, Meaning) {
    let phase = stay.phase(cx.now.day);
    let said = cx.words.state(stay, cx.now.day);
    match phase {
        Phase::Cancelled => (format!("{} {said}", cx.look.glyph(Glyph::Withdrawn)), Meaning::Dim),
        _ if over => (said, Meaning::Dim),
        Phase::Option | Phase::Considered => (format!("{} {said}", Cover::Hoped.sign(cx.look)), Meaning::Watch),
        _ if cover == Cover::Partly => (format!("{} {said}", cover.sign(cx.look)), Meaning::Watch),
        _ => (format!("{} {said}", Cover::Full.sign(cx.look)), Meaning::Plain),
    }
}
