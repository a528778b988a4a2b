//! The recovery key, shown once, and two of its groups to type: so that it has been written down.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use secrecy::SecretString;

use crate::domain::Msg;
use crate::ui::widget::line::LineEdit;
use crate::ui::widget::{panel::panel, text};
use crate::ui::{Glyph, Look, Meaning, Outcome};
use crate::vault;
use crate::words::Words;

/// The groups asked for, counted from 0: not the first, which is the same for every key.
const ASKED: [usize; 2] = [4, 9];

/// The screen of the recovery key.
pub struct RecoveryCard {
    groups: Vec<String>,
    /// The printable page, when it could be written.
    page: Option<std::path::PathBuf>,
    lines: [LineEdit; 2],
    at: usize,
    wrong: bool,
    /// Somebody has tried to leave.
    leaving: bool,
}

/// The key is never printed into a log.
impl std::fmt::Debug for RecoveryCard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecoveryCard").finish_non_exhaustive()
    }
}

impl RecoveryCard {
    /// Shows a key in its groups.
    #[must_use]
    pub fn new(secret: SecretString, page: Option<std::path::PathBuf>) -> Self {
        let groups = vault::groups(&secret);
        drop(secret);
        Self { groups, page, lines: [LineEdit::default(), LineEdit::default()], at: 0, wrong: false, leaving: false }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, pasted: &str) {
        self.lines[self.at].insert(pasted);
    }

    /// Answers a key; done once both groups are right.
    pub fn key(&mut self, key: &KeyEvent) -> Outcome<()> {
        self.leaving = key.code == KeyCode::Esc;
        match key.code {
            KeyCode::Esc => {}
            KeyCode::Tab | KeyCode::Down | KeyCode::Up | KeyCode::BackTab => self.at = 1 - self.at,
            KeyCode::Enter if self.at == 0 => self.at = 1,
            KeyCode::Enter => {
                let right = (0..2).all(|n| vault::confirms(&self.groups, ASKED[n], self.lines[n].text()));
                if right {
                    return Outcome::Done(());
                }
                self.wrong = true;
                self.at = 0;
            }
            _ => {
                if !self.lines[self.at].key(key) {
                    return Outcome::Ignored;
                }
                self.wrong = false;
            }
        }
        Outcome::Stayed
    }

    /// Draws it; returns where the cursor stands.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, words: &Words, look: &Look) -> Option<(u16, u16)> {
        let width = 76.min(area.width);
        let area = Rect { x: area.x + (area.width - width) / 2, width, ..area };
        let inner = panel(&words.t("start-recovery-title"), true, area, buf, look);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let mut y = 0;
        let mut put = |line: Line, y: &mut u16| {
            if *y < inner.height {
                line.render(Rect { y: inner.y + *y, height: 1, ..inner }, buf);
            }
            *y += 1;
        };
        for line in text::wrap(&words.t("start-recovery-what"), inner.width) {
            put(Line::raw(line), &mut y);
        }
        y += 1;
        for (row, groups) in self.groups.chunks(4).enumerate() {
            let spans: Vec<Span> = groups
                .iter()
                .enumerate()
                .flat_map(|(column, group)| {
                    let number = row * 4 + column + 1;
                    // The group that is asked for now is found at a glance.
                    let (mark, meaning) = if number == ASKED[self.at] + 1 {
                        (look.glyph(Glyph::Selected), Meaning::Title)
                    } else {
                        (" ", Meaning::Dim)
                    };
                    [
                        Span::styled(format!("{mark}{number:>2} "), look.style(meaning)),
                        Span::styled(text::fit(group, 12, ""), look.style(Meaning::Strong)),
                    ]
                })
                .collect();
            put(Line::from(spans), &mut y);
        }
        y += 1;
        // The path on a line of its own, whole where it fits: it is to be found again.
        let path = self.page.as_ref().map(|path| path.display().to_string());
        let page = words.t(if path.is_some() { "start-recovery-page" } else { "start-recovery-no-page" });
        for line in [Some(page), path].iter().flatten().flat_map(|said| text::wrap(said, inner.width)) {
            put(Line::raw(line), &mut y);
        }
        y += 1;
        for line in text::wrap(&words.t("start-recovery-confirm"), inner.width) {
            put(Line::raw(line), &mut y);
        }
        let mut cursor = None;
        for (n, line) in self.lines.iter().enumerate() {
            let label = words.say(&Msg::new("start-recovery-group").with("number", ASKED[n] + 1));
            let label = text::fit(&label, 14, "");
            if y < inner.height {
                let place = Rect { y: inner.y + y, height: 1, ..inner };
                let style = if n == self.at { Meaning::Title } else { Meaning::Plain };
                Line::styled(label.clone(), look.style(style)).render(place, buf);
                let left = u16::try_from(text::width(&label)).unwrap_or(0);
                let field = Rect { x: place.x + left, width: place.width.saturating_sub(left).min(16), ..place };
                let at = line.draw(field, buf, look.style(Meaning::Strong), None);
                if n == self.at {
                    cursor = Some(at);
                }
            }
            y += 1;
        }
        let said = if self.leaving {
            Line::styled(
                format!("{} {}", look.glyph(Glyph::Alert), words.t("start-recovery-stay")),
                look.style(Meaning::Bad),
            )
        } else if self.wrong {
            Line::styled(
                format!("{} {}", look.glyph(Glyph::Alert), words.t("start-recovery-wrong")),
                look.style(Meaning::Bad),
            )
        } else {
            Line::styled(words.t("start-recovery-foot"), look.style(Meaning::Dim))
        };
        if y < inner.height {
            said.render(Rect { y: inner.y + y, height: 1, ..inner }, buf);
        }
        cursor
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::{Desk, GARNIER, keys, shown};

    fn draw(card: &RecoveryCard) -> String {
        let desk = Desk::of(GARNIER);
        let cx = desk.cx();
        let mut buf = Buffer::empty(Rect::new(0, 0, 80, 22));
        card.draw(buf.area, &mut buf, cx.words, cx.look);
        shown(&buf)
    }

    #[test]
    fn esc_says_why_one_cannot_leave_and_the_group_asked_for_is_marked() {
        let key = format!("AGE-SECRET-KEY-1{}", "QPZRY9X8GF2TVDW0".repeat(4));
        let mut card = RecoveryCard::new(SecretString::from(key), None);
        let first = draw(&card);
        assert!(first.contains("▸ 5 ") && !first.contains("▸10 "), "{first}");
        for key in keys("<esc>") {
            assert!(matches!(card.key(&key), Outcome::Stayed));
        }
        let said = draw(&card);
        assert!(said.contains("On ne peut pas encore quitter cette page"), "{said}");
        for key in keys("<tab>") {
            card.key(&key);
        }
        let second = draw(&card);
        assert!(second.contains("▸10 ") && !second.contains("pas encore quitter"), "{second}");
    }
}
