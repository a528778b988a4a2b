//! What is to be looked at before a handover is signed: each finding one key from its place, and none a wall.
//!
//! It stays open under the form of a finding, and shows what is left when one comes back.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::Msg;
use crate::ui::form::sign::SignForm;
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

/// Something that was begun and kept, with the form it is gone on with in.
#[derive(Debug, Clone)]
pub struct Begun {
    pub said: String,
    pub open: Ask,
}

/// What was begun, the findings, then the signature.
#[derive(Debug, Clone)]
pub struct Review {
    pub drafts: Vec<Begun>,
    pub found: Vec<Found>,
    /// Why the signature would come before its time, in sentences, and whether taking over may be what was meant.
    pub early: Option<(Vec<(Meaning, String)>, bool)>,
    pub sign: SignForm,
}

impl Review {
    /// How much there is to look at before the signature.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.drafts.len() + self.found.len()
    }
}

/// The list as a dialog.
#[derive(Debug, Clone)]
pub struct ReviewLayer {
    review: Review,
    at: usize,
}

impl ReviewLayer {
    /// Opens it on the first row.
    #[must_use]
    pub const fn new(review: Review) -> Self {
        Self { review, at: 0 }
    }

    /// Shows what is left to look at; the selection keeps its place.
    pub fn refresh(&mut self, review: Review) {
        self.review = review;
        self.at = self.at.min(self.review.rows());
    }

    /// What Enter opens; on the last row, nothing but the signature.
    fn opens(&self) -> Option<&Ask> {
        let draft = self.review.drafts.get(self.at).map(|begun| &begun.open);
        draft.or_else(|| self.here().map(|found| &found.open))
    }

    fn here(&self) -> Option<&Found> {
        self.review.found.get(self.at.checked_sub(self.review.drafts.len())?)
    }

    /// Answers a key: the last row goes on to the signature, as `s` does from everywhere.
    pub fn key(&mut self, key: &KeyEvent) -> Outcome<Vec<Ask>> {
        let sign = || Outcome::Done(vec![Ask::open(self.review.sign.clone())]);
        let last = self.review.rows();
        match key.code {
            KeyCode::Esc | KeyCode::Left => return Outcome::Cancelled,
            KeyCode::Char('s') => return sign(),
            KeyCode::Char('t') if self.review.early.is_some() => {
                return Outcome::Done(vec![Ask::Goto(Goto::Tab(TabId::Briefing))]);
            }
            KeyCode::Enter | KeyCode::Right => {
                return self.opens().map_or_else(sign, |open| Outcome::Asks(vec![open.clone()]));
            }
            KeyCode::Char('r') => {
                let dated = self.here().and_then(|found| found.dated.clone());
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

    /// What stands in the list: what can be chosen, by its number, and the words before it.
    fn list(&self, room: u16, cx: &Cx) -> Vec<(Option<usize>, Meaning, Vec<String>)> {
        let Review { drafts, found, early, .. } = &self.review;
        let words = |meaning, id| (None, meaning, text::wrap(&cx.t(id), room));
        let row = |at: usize, said: &str| (Some(at), Meaning::Plain, text::wrap(said, room));
        let mut list = Vec::new();
        if !drafts.is_empty() {
            list.push(words(Meaning::Alert, "forms-sign-drafts"));
        }
        list.extend(drafts.iter().enumerate().map(|(at, begun)| row(at, &begun.said)));
        if !found.is_empty() {
            list.push(words(Meaning::Strong, "review-intro"));
        } else if early.is_none() && drafts.is_empty() {
            list.push(words(Meaning::Strong, "review-nothing"));
        }
        list.extend(found.iter().enumerate().map(|(at, found)| row(drafts.len() + at, &found.text)));
        list.push(row(self.review.rows(), &format!("{} {}", cx.look.glyph(Glyph::Arrow), cx.t("review-sign"))));
        list
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let look = cx.look;
        let width = 78.min(area.width.saturating_sub(2));
        let mut head: Vec<(Meaning, String)> = Vec::new();
        if let Some((said, arrives)) = &self.review.early {
            head.extend(said.iter().cloned());
            let id = if *arrives { "review-take-over" } else { "review-answer" };
            head.push((Meaning::Hint, cx.t(id)));
        }
        let head: Vec<Line> = head
            .into_iter()
            .flat_map(|(meaning, said)| {
                let lines = text::wrap(&said, width.saturating_sub(4));
                lines.into_iter().map(move |line| Line::styled(line, look.style(meaning)))
            })
            .collect();
        let rows = self.list(width.saturating_sub(6), cx);
        let heights: Vec<u16> = rows.iter().map(|(.., r)| u16::try_from(r.len()).unwrap_or(1)).collect();
        let chosen = rows.iter().position(|(at, ..)| *at == Some(self.at)).unwrap_or(0);
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
        let shown = list::window(&heights, chosen, foot.saturating_sub(top));
        let lines = shown.flat_map(|row| rows[row].2.iter().enumerate().map(move |(nth, said)| (row, nth, said)));
        for (y, (row, nth, said)) in (top..foot).zip(lines) {
            let (at, meaning, _) = &rows[row];
            let mark = if nth == 0 && row == chosen { look.glyph(Glyph::Selected) } else { " " };
            cursor = cursor.or((row == chosen).then_some((inner.x, y)));
            let style = look.style(if row == chosen { Meaning::Selected } else { *meaning });
            let line = if at.is_some() { format!("{mark} {said}") } else { said.clone() };
            let line = text::fit(&line, usize::from(inner.width), "");
            buf.set_stringn(inner.x, y, line, usize::from(inner.width), style);
        }
        let keys = match self.here() {
            Some(Found { dated: Some((said, _)), .. }) => {
                cx.words.say(&Msg::new("review-foot-date").with("date", said.as_str()))
            }
            Some(_) => cx.t("review-foot"),
            None if self.at < self.review.drafts.len() => cx.t("review-foot-draft"),
            None => cx.t("review-foot-sign"),
        };
        let keys = text::cut(&keys, usize::from(inner.width), look.glyph(Glyph::Ellipsis));
        buf.set_stringn(inner.x, foot, keys, usize::from(inner.width), look.style(Meaning::Dim));
        cursor
    }
}
