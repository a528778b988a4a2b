//! Volontaires possibles: who could come in a vacant week, the first first, and why.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::candidate::{Candidate, Hole, Reason, candidates, difference};
use crate::domain::draft::{department, phone};
use crate::domain::{Day, Msg, Person};
use crate::ui::form::stay::StayForm;
use crate::ui::widget::scroll::Move;
use crate::ui::widget::{dialog, list, text};
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// Volunteers that a page key moves by.
const PAGE: usize = 10;

/// The list as a dialog.
#[derive(Debug, Clone, Copy)]
pub struct CandidatesLayer {
    hole: Hole,
    at: usize,
}

impl CandidatesLayer {
    /// Opens it on the first of them.
    #[must_use]
    pub const fn new(hole: Hole) -> Self {
        Self { hole, at: 0 }
    }

    /// In their order; nothing before every stay has been read.
    fn all(self, cx: &Cx) -> Vec<Candidate> {
        if !cx.frame.rota.reaches(Day(i32::MIN)) {
            return Vec::new();
        }
        candidates(self.hole, &cx.frame.rota, &cx.frame.centre.department)
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        let all = self.all(cx);
        let last = all.len().saturating_sub(1);
        match key.code {
            KeyCode::Esc | KeyCode::Left => return Outcome::Cancelled,
            KeyCode::Enter | KeyCode::Right | KeyCode::Char('i') => {
                let Some(candidate) = all.get(self.at) else { return Outcome::Stayed };
                let (post, week) = (Some(self.hole.post), Some(self.hole.week));
                return Outcome::Done(vec![Ask::open(StayForm {
                    known: None,
                    post,
                    week,
                    doctor: Some(candidate.doctor),
                })]);
            }
            KeyCode::Char('!') => return self.why(&all, cx).map_or(Outcome::Stayed, |ask| Outcome::Asks(vec![ask])),
            KeyCode::Char('k') => self.at = Move::Up.from(self.at, last, 1),
            KeyCode::Char('j') => self.at = Move::Down.from(self.at, last, 1),
            _ => match Move::of(key) {
                Some(to) => self.at = to.from(self.at, last, PAGE),
                None => return Outcome::Ignored,
            },
        }
        Outcome::Stayed
    }

    /// Why this one stands before the next, or after the one before where it is the last.
    fn why(self, all: &[Candidate], cx: &Cx) -> Option<Ask> {
        let first = if self.at + 1 < all.len() { self.at } else { self.at.checked_sub(1)? };
        let (before, after) = (all.get(first)?, all.get(first + 1)?);
        let name = |candidate: &Candidate| cx.frame.rota.people.short(candidate.doctor);
        let (theirs, others) = difference(before, after);
        let said = |candidate, reasons: &[Reason]| {
            let lines: Vec<String> = reasons.iter().map(|reason| format!("  {}", marked(*reason, cx))).collect();
            let nothing = vec![format!("  {}", cx.t("candidates-no-other"))];
            let lines = if lines.is_empty() { nothing } else { lines };
            format!("{}\n{}", name(candidate), lines.join("\n"))
        };
        let title = Msg::new("candidates-why").with("one", name(before)).with("other", name(after));
        let text = format!("{}\n\n{}\n\n{}", said(before, &theirs), said(after, &others), cx.t("candidates-how"));
        Some(Ask::Read { title: cx.words.say(&title), text })
    }

    /// Draws it, the volunteers at the left and what is known of the chosen one at the right.
    pub fn draw(self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let look = cx.look;
        let all = self.all(cx);
        let (width, height) = (110.min(area.width.saturating_sub(2)), area.height.saturating_sub(2).min(30));
        let title = Msg::new("candidates-title").with("week", self.hole.week);
        let inner = dialog::open(&cx.words.say(&title), dialog::place(area, width, height), buf, look);
        if inner.height < 3 {
            return None;
        }
        let foot = inner.bottom() - 1;
        if all.is_empty() {
            let read = cx.frame.rota.reaches(Day(i32::MIN));
            let lines = text::wrap(&cx.t(if read { "candidates-empty" } else { "register-loading" }), inner.width);
            for (y, line) in (inner.y..foot).zip(lines) {
                buf.set_stringn(inner.x, y, line, usize::from(inner.width), look.style(Meaning::Plain));
            }
        }
        let left = inner.width / 2 - 2;
        let at = self.at.min(all.len().saturating_sub(1));
        let shown = list::window(&vec![1; all.len()], at, foot - inner.y);
        let mut cursor = None;
        for (y, row) in (inner.y..foot).zip(shown) {
            let mark = if row == at { look.glyph(Glyph::Selected) } else { " " };
            cursor = cursor.or((row == at).then_some((inner.x, y)));
            let style = look.style(if row == at { Meaning::Selected } else { Meaning::Plain });
            let line = format!("{mark} {}", line(&all[row], usize::from(left.saturating_sub(2)), cx));
            buf.set_stringn(inner.x, y, line, usize::from(left), style);
        }
        let right = inner.x + left + 2;
        if let Some(candidate) = all.get(at) {
            for (y, line) in (inner.y..foot).zip(told(candidate, inner.right() - right, cx)) {
                buf.set_line(right, y, &line, inner.right() - right);
            }
        }
        let keys = text::cut(&cx.t("candidates-foot"), usize::from(inner.width), look.glyph(Glyph::Ellipsis));
        buf.set_stringn(inner.x, foot, keys, usize::from(inner.width), look.style(Meaning::Dim));
        cursor
    }
}

/// A volunteer in a line of so many columns: the name, how often they came, and from how far.
fn line(candidate: &Candidate, columns: usize, cx: &Cx) -> String {
    let name = cx.frame.rota.people.short(candidate.doctor);
    let of = |known: fn(&Reason) -> Option<String>| candidate.reasons.iter().find_map(known).unwrap_or_default();
    let times = of(|reason| match reason {
        Reason::CameBefore { times, .. } => Some(format!("{times} ×")),
        _ => None,
    });
    let km = of(|reason| match reason {
        Reason::Near(km) | Reason::Far(km) => Some(format!("{km} km")),
        _ => None,
    });
    let name = text::fit(&name, columns.saturating_sub(14), cx.look.glyph(Glyph::Ellipsis));
    format!("{name}{times:>5} {km:>7} ")
}

/// A reason with the side it is on.
fn marked(reason: Reason, cx: &Cx) -> String {
    let side = match reason.weight() {
        0 => '·',
        1.. => '+',
        _ => '-',
    };
    format!("{side} {}", cx.words.say(&reason.msg(&cx.frame.rota)))
}

/// What is known of a volunteer: how to reach them, and every reason.
fn told(candidate: &Candidate, width: u16, cx: &Cx) -> Vec<Line<'static>> {
    let look = cx.look;
    let Some(person) = cx.frame.rota.people.get(candidate.doctor) else { return Vec::new() };
    let mut lines = vec![Line::styled(person.full(), look.style(Meaning::Strong))];
    let wrapped = |said: String, meaning| {
        text::wrap(&said, width).into_iter().map(move |line| Line::styled(line, look.style(meaning)))
    };
    lines.extend(wrapped(who(person, cx), Meaning::Dim));
    let reach = [person.phone.as_deref().map(phone::show), person.email.clone()];
    let reach: Vec<String> = reach.into_iter().flatten().filter(|said| !said.is_empty()).collect();
    let reach = if reach.is_empty() { cx.t("candidates-unreached") } else { reach.join(" · ") };
    lines.extend(wrapped(reach, Meaning::Plain));
    lines.push(Line::default());
    lines.extend(candidate.reasons.iter().flat_map(|reason| {
        let meaning = if reason.weight() < 0 { Meaning::Watch } else { Meaning::Plain };
        wrapped(marked(*reason, cx), meaning)
    }));
    lines
}

/// Status and department.
fn who(person: &Person, cx: &Cx) -> String {
    let status = person.doctor.status.map(|status| cx.t(status.word()));
    let place = person.doctor.department.as_deref().map(|code| department::name(code).unwrap_or(code).to_owned());
    let known: Vec<String> = status.into_iter().chain(place).collect();
    if known.is_empty() { cx.t("candidates-unknown") } else { known.join(" · ") }
}
