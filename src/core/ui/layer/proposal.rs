//! A proposal for the next holes: week by week who could be called, each taken, dropped or changed.
//!
//! What is taken becomes *à solliciter* in one act; it is an option only once somebody has noted a yes (rule 28).

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::candidates::{facts, marked};
use crate::domain::Msg;
use crate::domain::act::{Act, RecordAct, Together};
use crate::domain::candidate::Volunteers;
use crate::domain::collective::Collective;
use crate::domain::draft::phone;
use crate::domain::proposal::{Proposed, holes, propose};
use crate::domain::record::{SOLICITATION, Solicitation};
use crate::protocol::Page;
use crate::ui::widget::scroll::Move;
use crate::ui::widget::{dialog, list, text};
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// Holes proposed for at first, and the most.
const FIRST: usize = 8;
const MOST: usize = 52;

/// Holes that a page key moves by.
const PAGE: usize = 10;

/// One hole with what was decided of it here.
#[derive(Debug, Clone)]
struct Row {
    proposed: Proposed,
    /// Whether it goes on the list to call.
    taken: bool,
}

/// The proposal as a dialog.
#[derive(Debug)]
pub struct ProposalLayer {
    count: usize,
    known: Option<Collective>,
    rows: Vec<Row>,
    at: usize,
}

impl Default for ProposalLayer {
    fn default() -> Self {
        Self { count: FIRST, known: None, rows: Vec::new(), at: 0 }
    }
}

impl ProposalLayer {
    /// Takes what is known of the collective, and proposes; what was decided already stays where nothing has changed.
    pub fn receive(&mut self, page: &Page, cx: &Cx) {
        if let Page::Collective(known) = page {
            if self.known.as_ref() == Some(&**known) {
                return;
            }
            self.known = Some((**known).clone());
            self.propose(cx);
        }
    }

    fn propose(&mut self, cx: &Cx) {
        let Some(known) = &self.known else { return };
        let holes = holes(&cx.frame.rota, cx.frame.centre.opened, cx.now.day, self.count);
        let proposed = propose(&holes, &Volunteers::of(facts(known, cx)));
        let taken = |proposed: &Proposed| {
            let before = self.rows.iter().find(|row| row.proposed == *proposed);
            before.map_or(proposed.chosen.is_some(), |row| row.taken)
        };
        self.rows = proposed.into_iter().map(|proposed| Row { taken: taken(&proposed), proposed }).collect();
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        let last = self.rows.len().saturating_sub(1);
        let at = self.at.min(last);
        match key.code {
            KeyCode::Esc => return Outcome::Cancelled,
            KeyCode::Char('s') if key.modifiers.is_empty() || key.modifiers == KeyModifiers::CONTROL => {
                return match self.save() {
                    Some(ask @ Ask::Save(_)) => Outcome::Done(vec![ask]),
                    Some(ask) => Outcome::Asks(vec![ask]),
                    None => Outcome::Stayed,
                };
            }
            KeyCode::Char(' ' | 'x') => {
                if let Some(row) = self.rows.get_mut(at) {
                    row.taken = !row.taken && row.proposed.candidate().is_some();
                }
            }
            KeyCode::Right => self.change(at, true),
            KeyCode::Left => self.change(at, false),
            KeyCode::Char('+') => self.more(4, cx),
            KeyCode::Char('-') => self.more(-4, cx),
            KeyCode::Enter => {
                let on = self.rows.get(at).and_then(|row| row.proposed.candidate());
                return on.map_or(Outcome::Stayed, |c| Outcome::Asks(vec![Ask::Volunteer(c.doctor)]));
            }
            KeyCode::Char('v') => {
                let hole = self.rows.get(at).map(|row| row.proposed.hole);
                return hole.map_or(Outcome::Stayed, |hole| Outcome::Asks(vec![Ask::Candidates(hole)]));
            }
            KeyCode::Char('k') => self.at = Move::Up.from(at, last, PAGE),
            KeyCode::Char('j') => self.at = Move::Down.from(at, last, PAGE),
            _ => match Move::of(key) {
                Some(to) => self.at = to.from(at, last, PAGE),
                None => return Outcome::Ignored,
            },
        }
        Outcome::Stayed
    }

    /// The next candidate of a hole, or the one before.
    fn change(&mut self, at: usize, forward: bool) {
        let Some(row) = self.rows.get_mut(at) else { return };
        let count = row.proposed.candidates.len();
        if count == 0 {
            return;
        }
        let next = match (row.proposed.chosen, forward) {
            (None, _) => 0,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        row.proposed.chosen = Some(next);
        row.taken = true;
    }

    fn more(&mut self, by: isize, cx: &Cx) {
        self.count = self.count.saturating_add_signed(by).clamp(4, MOST);
        self.propose(cx);
    }

    /// What is taken and not noted already, as one act.
    fn save(&self) -> Option<Ask> {
        let known = self.known.as_ref()?;
        let taken = self.rows.iter().filter(|row| row.taken);
        let to_ask = taken.filter_map(|row| {
            let (hole, doctor) = (row.proposed.hole, row.proposed.candidate()?.doctor);
            known.newest(doctor, hole.post, hole.week).is_none().then_some((hole, doctor))
        });
        let acts: Vec<Act> = to_ask
            .map(|(hole, doctor)| {
                let what = Solicitation::to_ask(doctor, hole.post, hole.week);
                Act::Record(RecordAct::Put(&SOLICITATION, None, what.values()))
            })
            .collect();
        if acts.is_empty() {
            return Some(Ask::tell(Msg::new("proposal-nothing")));
        }
        let said = Msg::new("store-said-proposal").with("count", acts.len());
        Some(Ask::act(Together::said(said, acts)))
    }

    /// Draws it, the weeks at the left and the reasons of the chosen one at the right.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let look = cx.look;
        let taken = self.rows.iter().filter(|row| row.taken).count();
        let title = Msg::new("proposal-title").with("count", self.rows.len()).with("taken", taken);
        let width = 118.min(area.width);
        let inner = dialog::open(&cx.words.say(&title), dialog::place(area, width, area.height), buf, look);
        if inner.height < 3 {
            return None;
        }
        let (foot, columns) = (inner.bottom() - 1, usize::from(inner.width));
        let keys = text::cut(&cx.t("proposal-foot"), columns, look.glyph(Glyph::Ellipsis));
        buf.set_stringn(inner.x, foot, keys, columns, look.style(Meaning::Dim));
        if self.rows.is_empty() {
            let said = cx.t(if self.known.is_some() { "proposal-empty" } else { "register-loading" });
            for (y, line) in (inner.y..foot).zip(text::wrap(&said, inner.width)) {
                buf.set_stringn(inner.x, y, line, columns, look.style(Meaning::Plain));
            }
            return None;
        }
        let left = inner.width * 11 / 20;
        let at = self.at.min(self.rows.len() - 1);
        let mut cursor = None;
        for (y, row) in (inner.y..foot).zip(list::window(&vec![1; self.rows.len()], at, foot - inner.y)) {
            if row == at {
                cursor = Some((inner.x, y));
            }
            let (said, meaning) = line(&self.rows[row], cx);
            let mark = if row == at { look.glyph(Glyph::Selected) } else { " " };
            let said = text::fit(&said, usize::from(left.saturating_sub(3)), look.glyph(Glyph::Ellipsis));
            let meaning = if row == at { Meaning::Selected } else { meaning };
            buf.set_stringn(inner.x, y, format!("{mark} {said}"), usize::from(left), look.style(meaning));
        }
        let right = inner.x + left + 1;
        for (y, line) in (inner.y..foot).zip(told(&self.rows[at], inner.right() - right, cx)) {
            buf.set_line(right, y, &line, inner.right() - right);
        }
        cursor
    }
}

/// `✓ S50 7 – 13 déc. Dr Roche`
fn line(row: &Row, cx: &Cx) -> (String, Meaning) {
    let (rota, hole) = (&cx.frame.rota, row.proposed.hole);
    let mark = if row.taken { cx.look.glyph(Glyph::Done) } else { " " };
    let week = format!("{:<4} {:<22}", cx.words.week(hole.week), cx.words.span(hole.week.monday(), hole.week.sunday()));
    let post = if rota.posts.len() > 1 { format!("{}  ", rota.post_name(hole.post)) } else { String::new() };
    match row.proposed.candidate() {
        Some(candidate) => {
            let name = rota.people.short(candidate.doctor);
            (format!("{mark} {week} {post}{name}"), if row.taken { Meaning::Plain } else { Meaning::Dim })
        }
        None => (format!("{mark} {week} {post}{}", cx.t("proposal-nobody")), Meaning::Watch),
    }
}

/// Why, and how to reach them.
fn told(row: &Row, width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let look = cx.look;
    let wrapped = |said: String, meaning| {
        text::wrap(&said, width).into_iter().map(move |line| Line::styled(line, look.style(meaning)))
    };
    let Some(candidate) = row.proposed.candidate() else {
        let nobody = row.proposed.candidates.is_empty();
        let why = if nobody { "candidates-empty" } else { "proposal-nobody-why" };
        return wrapped(cx.t(why), Meaning::Dim).collect();
    };
    let mut lines: Vec<Line> = Vec::new();
    if let Some(person) = cx.frame.rota.people.get(candidate.doctor) {
        lines.extend(wrapped(person.full(), Meaning::Strong));
        lines.extend(person.phone.as_deref().into_iter().flat_map(|p| wrapped(phone::show(p), Meaning::Plain)));
    }
    let place = Msg::new("proposal-place")
        .with("at", row.proposed.chosen.map_or(0, |at| at + 1))
        .with("count", row.proposed.candidates.len());
    lines.extend(wrapped(cx.words.say(&place), Meaning::Dim));
    lines.push(Line::default());
    lines.extend(candidate.reasons.iter().flat_map(|reason| {
        let against = reason.worth(&cx.frame.centre.weights) < 0;
        wrapped(marked(reason, cx), if against { Meaning::Watch } else { Meaning::Plain })
    }));
    lines
}
