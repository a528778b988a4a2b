//! The recovery key, shown until two of its groups have been typed: so that it has been written down.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::domain::{Msg, Now};
use crate::protocol::{Request, Standing, ToNote};
use crate::secret::recovery::{confirms, groups};
use crate::ui::widget::line::LineEdit;
use crate::ui::widget::{dialog, text};
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// The groups asked for, counted from 0: not the first, which is the same for every key.
const ASKED: [usize; 2] = [4, 9];

/// The screen of the recovery key.
pub struct RecoveryCard {
    groups: Vec<String>,
    standing: Standing,
    /// What the centre is known by.
    centre: String,
    /// What the key is known by: who copies it by hand notes these too.
    words: String,
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
    pub fn new(shown: ToNote) -> Self {
        Self {
            groups: groups(&shown.secret.0),
            standing: shown.standing,
            centre: shown.centre,
            words: shown.words,
            lines: [LineEdit::default(), LineEdit::default()],
            at: 0,
            wrong: false,
            leaving: false,
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, pasted: &str) {
        self.lines[self.at].insert(pasted);
    }

    /// Answers a key; done once both groups are right. Nothing but help, the lock and the end of the program goes on
    /// to the desk below.
    pub fn key(&mut self, key: &KeyEvent, now: Now) -> Outcome<Vec<Ask>> {
        let ask = |request| vec![Ask::Request(request)];
        self.leaving = key.code == KeyCode::Esc;
        let command = key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            KeyCode::Char('l' | 'q') if command => return Outcome::Ignored,
            KeyCode::F(1) => return Outcome::Ignored,
            KeyCode::Char('p') if command => return Outcome::Asks(ask(Request::PrintRecovery(now))),
            KeyCode::Char('e') if command => return Outcome::Asks(ask(Request::WriteRecovery(now))),
            // The one of before holds: nobody need take this one.
            KeyCode::Esc if self.standing == Standing::New => return Outcome::Done(ask(Request::GiveUpRecovery)),
            KeyCode::Esc => {}
            KeyCode::Tab | KeyCode::Down | KeyCode::Up | KeyCode::BackTab => self.at = 1 - self.at,
            KeyCode::Enter if self.at == 0 => self.at = 1,
            KeyCode::Enter => {
                let wrong: Vec<usize> =
                    (0..2).filter(|n| !confirms(&self.groups, ASKED[*n], self.lines[*n].text())).collect();
                let Some(first) = wrong.first() else { return Outcome::Done(ask(Request::RecoveryNoted(now))) };
                self.wrong = true;
                self.at = *first;
                // Typed again, in the place of what was wrong.
                for n in &wrong {
                    self.lines[*n].select(true);
                }
            }
            _ => {
                if self.lines[self.at].key(key) {
                    self.wrong = false;
                }
            }
        }
        Outcome::Stayed
    }

    /// Draws it; returns where the cursor stands.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let (words, look) = (cx.words, cx.look);
        let new = self.standing == Standing::New;
        let title = words.t(if new { "recovery-new-title" } else { "start-recovery-title" });
        let inner = dialog::open(&title, dialog::place(area, 76, area.height), buf, look);
        let mut y = 0;
        let mut put = |line: Line, y: &mut u16| {
            if *y < inner.height {
                line.render(Rect { y: inner.y + *y, height: 1, ..inner }, buf);
            }
            *y += 1;
        };
        let what = words.t(if new { "recovery-new-what" } else { "start-recovery-what" });
        for line in text::wrap(&what, inner.width) {
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
        let id: Vec<char> = self.centre.chars().collect();
        let id: Vec<String> = id.chunks(4).map(|four| four.iter().collect()).collect();
        let centre = words.say(&Msg::new("vault-page-centre").with("id", id.join(" ")));
        put(Line::styled(text::fit(&centre, usize::from(inner.width), "…"), look.style(Meaning::Dim)), &mut y);
        let known = words.say(&Msg::new("start-recovery-words").with("words", self.words.as_str()));
        for line in text::wrap(&known, inner.width) {
            put(Line::raw(line), &mut y);
        }
        for line in text::wrap(&words.t("start-recovery-page"), inner.width) {
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
                let at = line.draw(field, buf, look.style(Meaning::Strong), None, n == self.at);
                if n == self.at {
                    cursor = Some(at);
                }
            }
            y += 1;
        }
        let alert = |id| (format!("{} {}", look.glyph(Glyph::Alert), words.t(id)), Meaning::Bad);
        let (said, meaning) = if self.leaving {
            alert("start-recovery-stay")
        } else if self.wrong {
            alert("start-recovery-wrong")
        } else if new {
            (words.t("recovery-new-foot"), Meaning::Dim)
        } else {
            (words.t("start-recovery-foot"), Meaning::Dim)
        };
        for line in text::wrap(&said, inner.width) {
            if y < inner.height {
                Line::styled(line, look.style(meaning)).render(Rect { y: inner.y + y, height: 1, ..inner }, buf);
            }
            y += 1;
        }
        cursor
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Shown;
    use crate::ui::testing::{Desk, GARNIER, keys, shown};
    use secrecy::SecretString;

    fn draw(card: &RecoveryCard) -> String {
        let desk = Desk::of(GARNIER);
        let cx = desk.cx();
        let mut buf = Buffer::empty(Rect::new(0, 0, 80, 21));
        card.draw(buf.area, &mut buf, &cx);
        shown(&buf)
    }

    fn card(standing: Standing) -> RecoveryCard {
        let key = format!("AGE-SECRET-KEY-1{}", "QPZRY9X8GF2TVDW0".repeat(4));
        let centre = "0123456789abcdef".repeat(2);
        // As long as eight words get.
        let words = ["consonne"; 8].join(" ");
        RecoveryCard::new(ToNote { secret: Shown(SecretString::from(key)), standing, centre, words })
    }

    fn press(card: &mut RecoveryCard, typed: &str) -> Vec<Outcome<Vec<Ask>>> {
        let now = Desk::of(GARNIER).cx().now;
        keys(typed).iter().map(|key| card.key(key, now)).collect()
    }

    #[test]
    fn esc_says_why_one_cannot_leave_and_the_group_asked_for_is_marked() {
        let mut card = card(Standing::InForce);
        let first = draw(&card);
        assert!(first.contains("▸ 5 ") && !first.contains("▸10 "), "{first}");
        assert!(first.contains("0123 4567 89ab cdef 0123 4567 89ab cdef"), "{first}");
        assert!(first.contains("Empreinte, à noter aussi : consonne"), "{first}");
        assert!(matches!(press(&mut card, "<esc>")[..], [Outcome::Stayed]));
        let said = draw(&card);
        assert!(said.contains("On ne peut pas encore quitter cette page"), "{said}");
        press(&mut card, "<tab>");
        let second = draw(&card);
        assert!(second.contains("▸10 ") && !second.contains("pas encore quitter"), "{second}");
    }

    #[test]
    fn a_wrong_group_is_typed_again_in_its_place() {
        let mut card = card(Standing::InForce);
        let groups = [ASKED[0], ASKED[1]].map(|n| card.groups[n].clone());
        press(&mut card, &format!("{}<enter>FAUX<enter>", groups[0]));
        assert!(card.wrong && card.at == 1);
        let done = press(&mut card, &format!("{}<enter>", groups[1])).pop();
        assert!(matches!(done, Some(Outcome::Done(_))), "{done:?}");
    }

    #[test]
    fn a_new_key_may_be_given_up_and_only_the_lock_the_end_and_help_go_on_to_the_desk() {
        let mut card = card(Standing::New);
        for typed in ["<C-l>", "<C-q>"] {
            assert!(matches!(press(&mut card, typed)[..], [Outcome::Ignored]), "{typed}");
        }
        let help = KeyEvent::new(KeyCode::F(1), KeyModifiers::NONE);
        assert!(matches!(card.key(&help, Desk::of(GARNIER).cx().now), Outcome::Ignored));
        for typed in ["<C-n>", "<C-f>", "0", ":", "?"] {
            assert!(matches!(press(&mut card, typed)[..], [Outcome::Stayed]), "{typed}");
        }
        let [Outcome::Done(asks)] = &press(&mut card, "<esc>")[..] else { panic!("given up") };
        assert!(matches!(asks[..], [Ask::Request(Request::GiveUpRecovery)]));
        let [Outcome::Asks(asks)] = &press(&mut card, "<C-p>")[..] else { panic!("printed") };
        assert!(matches!(asks[..], [Ask::Request(Request::PrintRecovery(_))]));
    }
}
