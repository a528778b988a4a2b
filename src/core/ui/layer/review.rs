//! What is to be looked at before a handover is signed: each finding one key from its place, and none a wall.
//!
//! It stays open under the form of a finding, and shows what is left when one comes back.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::Msg;
use crate::ui::form::sign::{self, SignForm};
use crate::ui::widget::scroll::Move;
use crate::ui::widget::{dialog, list, text};
use crate::ui::{Ask, Cx, Glyph, Goto, Meaning, Outcome, TabId};

/// Findings that a page key moves by.
const PAGE: usize = 5;

/// One finding, with what puts it right.
#[derive(Debug, Clone)]
pub struct Found {
    /// What the point is about, and the sentence.
    pub text: String,
    /// Opens the point where it is put right.
    pub open: Ask,
    /// The date as it would be written, and the word corrected so.
    pub dated: Option<(String, Ask)>,
}

/// The findings, then the signature.
#[derive(Debug, Clone)]
pub struct Review {
    pub drafts: Vec<String>,
    pub found: Vec<Found>,
    /// Why the signature would come before its time, in sentences, and whether taking over may be what was meant.
    pub early: Option<(Vec<(Meaning, String)>, bool)>,
    pub sign: SignForm,
}

/// The list as a dialog.
#[derive(Debug, Clone)]
pub struct ReviewLayer {
    review: Review,
    at: usize,
    /// A date was written, and the words as they are now have not come back yet: a second one would be written over the
    /// words as they were.
    writing: bool,
}

impl ReviewLayer {
    /// Opens it on the first finding.
    #[must_use]
    pub const fn new(review: Review) -> Self {
        Self { review, at: 0, writing: false }
    }

    /// Shows what is left to look at; the selection keeps its place.
    pub fn refresh(&mut self, review: Review) {
        self.review = review;
        self.writing = false;
        self.at = self.at.min(self.review.found.len());
    }

    fn here(&self) -> Option<&Found> {
        self.review.found.get(self.at)
    }

    /// Answers a key: the last row goes on to the signature, as `s` does from everywhere.
    pub fn key(&mut self, key: &KeyEvent) -> Outcome<Vec<Ask>> {
        let sign = || Outcome::Done(vec![Ask::open(self.review.sign.clone())]);
        let last = self.review.found.len();
        match key.code {
            KeyCode::Esc | KeyCode::Left => return Outcome::Cancelled,
            KeyCode::Char('s') => return sign(),
            KeyCode::Char('t') if self.review.early.is_some() => {
                return Outcome::Done(vec![Ask::Goto(Goto::Tab(TabId::Briefing))]);
            }
            KeyCode::Enter | KeyCode::Right => {
                return self.here().map_or_else(sign, |found| Outcome::Asks(vec![found.open.clone()]));
            }
            KeyCode::Char('r') => {
                let dated = self.here().filter(|_| !self.writing).and_then(|found| found.dated.clone());
                self.writing |= dated.is_some();
                return dated.map_or(Outcome::Stayed, |(_, ask)| Outcome::Asks(vec![ask]));
            }
            KeyCode::Char('k') => self.at = Move::Up.from(self.at, last, 1),
            KeyCode::Char('j') => self.at = Move::Down.from(self.at, last, 1),
            _ => match Move::of(key) {
                Some(to) => self.at = to.from(self.at, last, PAGE),
                None => return Outcome::Ignored,
            },
        }
        Outcome::Stayed
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let look = cx.look;
        let width = 78.min(area.width.saturating_sub(2));
        let room = width.saturating_sub(6);
        let mut head: Vec<(Meaning, String)> = Vec::new();
        if let Some((said, arrives)) = &self.review.early {
            head.extend(said.iter().cloned());
            let id = if *arrives { "review-take-over" } else { "review-answer" };
            head.push((Meaning::Hint, cx.t(id)));
        }
        if !self.review.drafts.is_empty() {
            head.push((Meaning::Alert, cx.t("forms-sign-drafts")));
            head.extend(sign::list(&self.review.drafts, Glyph::Dot, Meaning::Plain, cx));
        }
        let intro = if self.review.found.is_empty() { "review-nothing" } else { "review-intro" };
        if self.review.early.is_none() || !self.review.found.is_empty() {
            head.push((Meaning::Strong, cx.t(intro)));
        }
        let head: Vec<Line> = head
            .into_iter()
            .flat_map(|(meaning, said)| {
                let lines = text::wrap(&said, width.saturating_sub(4));
                lines.into_iter().map(move |line| Line::styled(line, look.style(meaning)))
            })
            .collect();
        let mut rows: Vec<Vec<String>> = self.review.found.iter().map(|f| text::wrap(&f.text, room)).collect();
        rows.push(vec![format!("{} {}", look.glyph(Glyph::Arrow), cx.t("review-sign"))]);
        let heights: Vec<u16> = rows.iter().map(|r| u16::try_from(r.len()).unwrap_or(1)).collect();
        let all: u16 = heights.iter().sum();
        let tall = u16::try_from(head.len()).unwrap_or(1);
        // Two borders, the keys, and a line before them.
        let height = (tall + all + 4).min(area.height);
        let inner = dialog::open(&cx.t("review-title"), dialog::place(area, width, height), buf, look);
        for (y, line) in (inner.y..inner.bottom()).zip(&head) {
            buf.set_line(inner.x, y, line, inner.width);
        }
        if inner.height < 2 {
            return None;
        }
        let mut cursor = None;
        let foot = inner.bottom() - 1;
        let top = inner.y + tall;
        let shown = list::window(&heights, self.at, foot.saturating_sub(top));
        let lines = shown.flat_map(|at| rows[at].iter().enumerate().map(move |(nth, said)| (at, nth, said)));
        for (y, (at, nth, said)) in (top..foot).zip(lines) {
            let mark = if nth == 0 && at == self.at { look.glyph(Glyph::Selected) } else { " " };
            cursor = cursor.or((at == self.at).then_some((inner.x, y)));
            let style = look.style(if at == self.at { Meaning::Selected } else { Meaning::Plain });
            let line = text::fit(&format!("{mark} {said}"), usize::from(inner.width), "");
            buf.set_stringn(inner.x, y, line, usize::from(inner.width), style);
        }
        let keys = match self.here() {
            Some(Found { dated: Some((said, _)), .. }) => {
                cx.words.say(&Msg::new("review-foot-date").with("date", said.as_str()))
            }
            Some(_) => cx.t("review-foot"),
            None => cx.t("review-foot-sign"),
        };
        let keys = text::cut(&keys, usize::from(inner.width), look.glyph(Glyph::Ellipsis));
        buf.set_stringn(inner.x, foot, keys, usize::from(inner.width), look.style(Meaning::Dim));
        cursor
    }
}
