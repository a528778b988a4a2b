//! Who signs in, and their passphrase.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use secrecy::SecretString;

use crate::domain::{AccountId, Msg};
use crate::protocol::{Secret, SignInName};
use crate::secret::passphrase;
use crate::ui::widget::line::LineEdit;
use crate::ui::widget::{dialog, list, text};
use crate::ui::{Glyph, Look, Meaning, Outcome};
use crate::words::Words;

/// The sign-in screen.
pub struct SignInCard {
    names: Vec<SignInName>,
    at: usize,
    line: LineEdit,
    shown: bool,
    /// The passphrase is being tried.
    waiting: bool,
    wrong: Option<Msg>,
}

/// What was typed is never printed into a log.
impl std::fmt::Debug for SignInCard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignInCard").field("names", &self.names.len()).finish_non_exhaustive()
    }
}

impl SignInCard {
    /// The names one may choose from.
    #[must_use]
    pub fn new(names: Vec<SignInName>) -> Self {
        Self { names, at: 0, line: LineEdit::secret(), shown: false, waiting: false, wrong: None }
    }

    /// The names as they stand now; the one chosen stays chosen.
    pub fn set_names(&mut self, names: Vec<SignInName>) {
        let chosen = self.names.get(self.at).map(|name| name.id);
        self.at = names.iter().position(|name| Some(name.id) == chosen).unwrap_or(0);
        self.names = names;
    }

    /// The passphrase was wrong: the line is empty, for another try from its beginning.
    pub fn wrong(&mut self) {
        self.line = LineEdit::secret();
        self.refused(Msg::new("start-wrong-passphrase"));
    }

    /// It could not be tried: what was typed stays.
    pub fn refused(&mut self, msg: Msg) {
        self.waiting = false;
        self.wrong = Some(msg);
    }

    /// Takes pasted text.
    pub fn paste(&mut self, pasted: &str) {
        self.line.insert(pasted);
    }

    /// The list's word for what is being typed, once its letters are enough.
    fn completion(&self) -> Option<&'static str> {
        let typed = self.line.text();
        if self.line.at() != typed.len() {
            return None;
        }
        let word = typed.rsplit(' ').next().filter(|w| !w.is_empty())?;
        passphrase::complete(word).filter(|full| *full != word)
    }

    /// Answers a key; the result is the account and the passphrase to try.
    pub fn key(&mut self, key: &KeyEvent) -> Outcome<(AccountId, Secret)> {
        if self.waiting {
            return Outcome::Stayed;
        }
        match key.code {
            KeyCode::Up => self.at = self.at.saturating_sub(1),
            KeyCode::Down => self.at = (self.at + 1).min(self.names.len().saturating_sub(1)),
            KeyCode::F(2) => self.shown = !self.shown,
            KeyCode::Esc => {
                self.line = LineEdit::secret();
                self.wrong = None;
            }
            KeyCode::Tab => {
                if let Some(full) = self.completion() {
                    let start = self.line.text().rfind(' ').map_or(0, |at| at + 1);
                    let kept = self.line.text()[..start].to_owned();
                    self.line = LineEdit::secret();
                    self.line.insert(&format!("{kept}{full} "));
                }
            }
            KeyCode::Enter => {
                let Some(name) = self.names.get(self.at) else { return Outcome::Stayed };
                if self.line.text().trim().is_empty() {
                    self.wrong = Some(Msg::new("start-no-passphrase"));
                    return Outcome::Stayed;
                }
                self.waiting = true;
                self.wrong = None;
                return Outcome::Done((name.id, SecretString::from(self.line.text().to_owned()).into()));
            }
            _ => {
                if !self.line.key(key) {
                    return Outcome::Ignored;
                }
                self.wrong = None;
            }
        }
        Outcome::Stayed
    }

    /// Whether every letter typed is a capital: Caps Lock is likely on.
    fn capitals(&self) -> bool {
        let mut letters = self.line.text().chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(char::is_uppercase)
    }

    /// Draws it; returns where the cursor stands.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, words: &Words, look: &Look) -> Option<(u16, u16)> {
        let rows = u16::try_from(self.names.len()).unwrap_or(u16::MAX).min(area.height.saturating_sub(12));
        let inner = dialog::open("Relève", dialog::place(area, 64, rows + 12), buf, look);
        let row = |y: u16| Rect { y: inner.y + y, height: 1, ..inner };
        Line::styled(words.t("start-who"), look.style(Meaning::Strong)).render(row(0), buf);
        let shown = list::window(&vec![1; self.names.len()], self.at, rows);
        for (y, index) in (1..).zip(shown) {
            let selected = index == self.at;
            let mark = if selected { look.glyph(Glyph::Selected) } else { " " };
            let style = if selected { look.style(Meaning::Selected) } else { look.style(Meaning::Plain) };
            let label = text::fit(&self.names[index].label, usize::from(inner.width).saturating_sub(3), "…");
            Line::styled(format!("{mark} {label}"), style).render(row(y), buf);
        }
        let y = rows + 2;
        Line::styled(words.t("start-passphrase"), look.style(Meaning::Strong)).render(row(y), buf);
        let mask = if look.ascii { "*" } else { "•" };
        let cursor = self.line.draw(row(y + 1), buf, look.style(Meaning::Plain), (!self.shown).then_some(mask), true);
        let (under, meaning) = if self.waiting {
            (words.t("start-trying"), Meaning::Plain)
        } else if let Some(msg) = &self.wrong {
            (format!("{} {}", look.glyph(Glyph::Alert), words.say(msg)), Meaning::Bad)
        } else if let (true, Some(full)) = (self.shown, self.completion()) {
            (format!("{} {full}  (Tab)", look.glyph(Glyph::Arrow)), Meaning::Hint)
        } else if self.capitals() {
            (words.t("start-capitals"), Meaning::Watch)
        } else {
            (String::new(), Meaning::Plain)
        };
        for (at, line) in (0..3).zip(text::wrap(&under, inner.width)) {
            Line::styled(line, look.style(meaning)).render(row(y + 2 + at), buf);
        }
        for (at, line) in (0..3).zip(text::wrap(&words.t("start-sign-in-foot"), inner.width)) {
            Line::styled(line, look.style(Meaning::Dim)).render(row(y + 5 + at), buf);
        }
        (!self.waiting).then_some(cursor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyModifiers;
    use secrecy::ExposeSecret as _;

    fn card() -> SignInCard {
        SignInCard::new(vec![
            SignInName { id: AccountId(1), label: "Claire Garnier".into() },
            SignInName { id: AccountId(2), label: "Hélène Vidal".into() },
        ])
    }

    fn press(card: &mut SignInCard, code: KeyCode) -> Outcome<(AccountId, Secret)> {
        card.key(&KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn the_chosen_name_and_what_was_typed_are_tried() {
        let mut card = card();
        press(&mut card, KeyCode::Down);
        for c in "été".chars() {
            press(&mut card, KeyCode::Char(c));
        }
        let Outcome::Done((account, passphrase)) = press(&mut card, KeyCode::Enter) else { panic!("tried") };
        assert_eq!((account, passphrase.expose_secret()), (AccountId(2), "été"));
        assert!(!format!("{card:?}").contains("été"));
    }

    #[test]
    fn nothing_typed_is_said_and_not_tried() {
        let mut card = card();
        assert!(matches!(press(&mut card, KeyCode::Enter), Outcome::Stayed));
        assert_eq!(card.wrong, Some(Msg::new("start-no-passphrase")));
    }

    #[test]
    fn a_wrong_passphrase_is_cleared_and_one_that_was_not_tried_stays() {
        let mut card = card();
        press(&mut card, KeyCode::Char('x'));
        card.refused(Msg::new("start-no-passphrase"));
        assert_eq!(card.line.text(), "x");
        card.wrong();
        assert_eq!(card.line.text(), "");
    }

    #[test]
    fn the_chosen_name_stays_chosen_when_the_list_changes() {
        let mut card = card();
        press(&mut card, KeyCode::Down);
        let mut names = card.names.clone();
        names.insert(0, SignInName { id: AccountId(3), label: "Julie Petit".into() });
        card.set_names(names.clone());
        assert_eq!(card.at, 2);
        names.truncate(1);
        card.set_names(names);
        assert_eq!(card.at, 0, "the chosen one is gone");
    }

    #[test]
    fn four_letters_are_enough_for_a_word() {
        let mut card = card();
        for c in "abai".chars() {
            press(&mut card, KeyCode::Char(c));
        }
        press(&mut card, KeyCode::Tab);
        assert_eq!(card.line.text(), "abaisser ");
    }
}
