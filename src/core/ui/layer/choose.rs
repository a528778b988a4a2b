//! A list one chooses from by arrows or by typing: the Menu, the palette, people, files.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use crate::domain::draft::text::fold;
use crate::ui::widget::line::LineEdit;
use crate::ui::widget::scroll::Move;
use crate::ui::widget::{dialog, list, panel::panel, text};
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// Rows that a page key moves by.
const PAGE: usize = 10;

/// One row of the list.
#[derive(Debug, Clone)]
pub struct Choice {
    pub label: String,
    /// The key that does the same from outside, or any short remark, at the right.
    pub aside: String,
    /// Further words it is found by.
    pub synonyms: String,
    pub asks: Vec<Ask>,
}

impl Choice {
    /// How well it is found by folded text, the best first: its label begins so, words of it do, it is in it or in
    /// what else one says, or it takes the remark in brackets. Nothing when it is not found.
    fn rank(&self, wanted: &str) -> Option<u8> {
        let parts = || wanted.split_whitespace();
        let (before, _) = self.label.split_once('(').unwrap_or((&self.label, ""));
        let name = fold(before);
        let begins = |part: &str| name.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(part));
        let also = format!("{name} {}", fold(&self.synonyms));
        if name.starts_with(wanted) {
            Some(0)
        } else if parts().all(begins) {
            Some(1)
        } else if parts().all(|part| also.contains(part)) {
            Some(2)
        } else {
            let whole = format!("{} {also}", fold(&self.label));
            parts().all(|part| whole.contains(part)).then_some(3)
        }
    }
}

/// The list as a dialog.
#[derive(Debug, Clone)]
pub struct ChooseLayer {
    title: String,
    /// What to say when nothing matches.
    none: String,
    choices: Vec<Choice>,
    typed: LineEdit,
    /// Position among the choices that match.
    at: usize,
    /// Headings, each before the choice of that number; gone while a part of the choices is looked for.
    headings: Vec<(usize, String)>,
    /// A digit typed first is the key of a tab, not a part of a name.
    beside_tabs: bool,
    /// The typed text may be a further choice, e.g. a file's path.
    free: Option<fn(&str) -> Vec<Ask>>,
}

impl ChooseLayer {
    /// A list with its title and the sentence for "nothing matches".
    #[must_use]
    pub fn new(title: String, none: String, choices: Vec<Choice>) -> Self {
        Self {
            title,
            none,
            choices,
            typed: LineEdit::default(),
            at: 0,
            headings: Vec::new(),
            beside_tabs: false,
            free: None,
        }
    }

    /// Lets the typed text itself be chosen when nothing matches it.
    #[must_use]
    pub fn or_typed(mut self, free: fn(&str) -> Vec<Ask>) -> Self {
        self.free = Some(free);
        self
    }

    /// Puts headings over the choices of those numbers.
    #[must_use]
    pub fn under(mut self, headings: Vec<(usize, String)>) -> Self {
        self.headings = headings;
        self
    }

    /// Leaves the keys of the tabs to the desk, as long as nothing is typed.
    #[must_use]
    pub const fn beside_tabs(mut self) -> Self {
        self.beside_tabs = true;
        self
    }

    /// Whether the desk is still there behind it: its tabs and commands are to be had from here.
    #[must_use]
    pub const fn is_beside_tabs(&self) -> bool {
        self.beside_tabs
    }

    /// The heading over the choice of that number among those that match, if all are shown.
    fn heading(&self, at: usize) -> Option<&str> {
        let all = self.typed.text().trim().is_empty();
        self.headings.iter().find(|(first, _)| all && *first == at).map(|(_, said)| said.as_str())
    }

    /// Rows of each choice that matches, its heading included.
    fn heights(&self) -> Vec<u16> {
        (0..self.matching().len()).map(|at| 1 + u16::from(self.heading(at).is_some())).collect()
    }

    fn matching(&self) -> Vec<&Choice> {
        let wanted = fold(self.typed.text());
        let mut found: Vec<(u8, &Choice)> =
            self.choices.iter().filter_map(|c| Some((c.rank(wanted.trim())?, c))).collect();
        // A stable sort: what is found as well keeps its order.
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, choice)| choice).collect()
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent) -> Outcome<Vec<Ask>> {
        let count = self.matching().len();
        let command = key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            KeyCode::Char(c) if self.beside_tabs && self.typed.text().is_empty() && (command || c.is_ascii_digit()) => {
                return Outcome::Ignored;
            }
            KeyCode::Esc => return Outcome::Cancelled,
            KeyCode::Left if self.typed.text().is_empty() => return Outcome::Cancelled,
            KeyCode::Enter | KeyCode::Right => {
                let chosen = self.matching().get(self.at).map(|c| c.asks.clone());
                return match (chosen, self.free) {
                    (Some(asks), _) => Outcome::Done(asks),
                    (None, Some(free)) if !self.typed.text().is_empty() => Outcome::Done(free(self.typed.text())),
                    _ => Outcome::Stayed,
                };
            }
            // What is typed is a part of a name, spaces too.
            KeyCode::Char(_) if self.typed.key(key) => self.at = 0,
            _ => match Move::of(key) {
                Some(to) => self.at = to.from(self.at, count.saturating_sub(1), PAGE),
                None if self.typed.key(key) => self.at = 0,
                None => return Outcome::Ignored,
            },
        }
        Outcome::Stayed
    }

    /// Takes pasted text into the filter.
    pub fn paste(&mut self, pasted: &str) {
        self.typed.insert(pasted);
        self.at = 0;
    }

    fn area(&self, area: Rect) -> Rect {
        let wanted = self.choices.iter().map(|c| text::width(&c.label) + text::width(&c.aside) + 8).max().unwrap_or(0);
        let width = u16::try_from(wanted.clamp(56, 76)).unwrap_or(76).min(area.width);
        let rows =
            (self.choices.len() + self.headings.len()).max(text::wrap(&self.none, width.saturating_sub(4)).len());
        let height = u16::try_from(rows + 4).unwrap_or(u16::MAX).clamp(6, area.height.max(6)).min(area.height);
        dialog::place(area, width, height)
    }

    /// Chooses the row under the mouse.
    pub fn click(&mut self, row: u16, area: Rect) -> Outcome<Vec<Ask>> {
        let mut y = self.area(area).y + 2;
        for at in self.window(self.area(area).height.saturating_sub(4)) {
            y += u16::from(self.heading(at).is_some());
            if y == row {
                return self.matching().get(at).map_or(Outcome::Stayed, |choice| Outcome::Done(choice.asks.clone()));
            }
            y += 1;
        }
        Outcome::Stayed
    }

    fn window(&self, room: u16) -> std::ops::Range<usize> {
        list::window(&self.heights(), self.at, room)
    }

    /// Draws it; returns where the cursor stands.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let area = self.area(area);
        Clear.render(area, buf);
        let inner = panel(&self.title, true, area, buf, cx.look);
        let look = cx.look;
        let prompt = format!("{} {}", cx.t("choose-filter"), self.typed.text());
        Line::styled(
            text::cut(&prompt, usize::from(inner.width), look.glyph(Glyph::Ellipsis)),
            look.style(Meaning::Dim),
        )
        .render(inner, buf);
        let matching = self.matching();
        let columns = usize::from(inner.width);
        let rows = self.window(inner.height.saturating_sub(2));
        let more = rows.end < matching.len();
        if matching.is_empty() {
            let lines = text::wrap(&self.none, inner.width.saturating_sub(2));
            for (line, y) in lines.into_iter().zip(inner.y + 1..inner.bottom().saturating_sub(1)) {
                Line::raw(format!("  {line}")).render(Rect { y, height: 1, ..inner }, buf);
            }
        }
        let mut cursor = None;
        let mut y = inner.y + 1;
        let bottom = inner.bottom().saturating_sub(1);
        for at in rows {
            let choice = matching[at];
            if let Some(heading) = self.heading(at).filter(|_| y < bottom) {
                Line::styled(heading, look.style(Meaning::Title)).render(Rect { y, height: 1, ..inner }, buf);
                y += 1;
            }
            if y >= bottom {
                break;
            }
            let mark = if at == self.at { look.glyph(Glyph::Selected) } else { " " };
            let room = columns.saturating_sub(text::width(&choice.aside) + 3);
            let label = text::fit(&choice.label, room, look.glyph(Glyph::Ellipsis));
            let mut line = Line::from(vec![
                Span::raw(format!("{mark} {label} ")),
                Span::styled(choice.aside.clone(), look.style(Meaning::Key)),
            ]);
            if at == self.at {
                line = line.style(look.style(Meaning::Selected));
            }
            cursor = cursor.or((at == self.at).then_some((inner.x, y)));
            line.render(Rect { y, height: 1, ..inner }, buf);
            y += 1;
        }
        let foot = Rect { y: inner.bottom().saturating_sub(1), height: 1, ..inner };
        let keys = if more { "choose-foot-more" } else { "choose-foot" };
        Line::styled(cx.t(keys), look.style(Meaning::Dim)).render(foot, buf);
        let left = text::width(&cx.t("choose-filter")) + 1 + text::width(self.typed.before_cursor());
        let x = inner.x + u16::try_from(left).unwrap_or(0).min(inner.width.saturating_sub(1));
        // On what is chosen, as in every list; where nothing is found, behind what is typed.
        cursor.or(Some((x, inner.y)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_as_typed_comes_before_what_only_holds_it() {
        let choice = |label: &str, synonyms: &str| Choice {
            label: label.to_owned(),
            aside: String::new(),
            synonyms: synonyms.to_owned(),
            asks: Vec::new(),
        };
        let choices = vec![
            choice("Aller à… (semaine, date, médecin, dossier)", ""),
            choice("Intermédiaire", ""),
            choice("Les médecins", ""),
            choice("Médecins", ""),
            choice("Annuaire", "remèdes"),
        ];
        let found = |typed: &str| {
            let mut layer = ChooseLayer::new(String::new(), String::new(), choices.clone());
            layer.paste(typed);
            layer.matching().into_iter().map(|c| c.label.clone()).collect::<Vec<_>>()
        };
        let bracket = "Aller à… (semaine, date, médecin, dossier)";
        assert_eq!(found("méd"), ["Médecins", "Les médecins", "Intermédiaire", "Annuaire", bracket]);
        assert_eq!(found("date all"), [bracket]);
        assert_eq!(found("")[0], bracket);
    }
}
