//! "Aller à…": a week, a date, a doctor, a file number or a search in a few keys.

use chrono::Datelike;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::domain::draft::text::fold;
use crate::domain::draft::when;
use crate::domain::{Day, Msg};
use crate::ui::widget::line::LineEdit;
use crate::ui::widget::scroll::Move;
use crate::ui::widget::{dialog, text};
use crate::ui::{Ask, Cx, Glyph, Goto, Meaning, Outcome, RegisterId, TabId};

/// Days after which a date without its year is another one.
const YEAR: i32 = 366;

/// The box with what was typed.
#[derive(Debug, Clone, Default)]
pub struct GotoLayer {
    typed: LineEdit,
    at: usize,
}

impl GotoLayer {
    /// What the typed text may mean, the likeliest first.
    fn targets(&self, cx: &Cx) -> Vec<(String, Ask)> {
        let typed = self.typed.text().trim();
        if typed.is_empty() {
            return Vec::new();
        }
        let words = cx.words;
        let today = cx.now.day;
        let mut found = Vec::new();
        // `f`, alone or before what is looked for.
        let looked_for = typed.strip_prefix(['f', 'F']).filter(|rest| rest.is_empty() || rest.starts_with(' '));
        if let Some(wanted) = looked_for.map(str::trim) {
            let label = match wanted {
                "" => cx.t("goto-find"),
                wanted => words.say(&Msg::new("goto-find-words").with("text", wanted)),
            };
            found.push((label, Ask::Find(RegisterId::Find, wanted.to_owned())));
        }
        // `j`, or as it is called.
        if ["j", "aujourd'hui", "aujourd’hui", "today"].contains(&fold(typed).as_str()) && !cx.is_doctor() {
            found.push((cx.t("goto-today"), Ask::Goto(Goto::Tab(TabId::Briefing))));
        }
        let week = |w: crate::domain::IsoWeek| {
            let label =
                format!("{} {} {}", words.week(w), cx.look.glyph(Glyph::Separator), words.span(w.monday(), w.sunday()));
            (label, Ask::Goto(Goto::Week(w)))
        };
        // `+7` is a day, as everywhere.
        let counted = when::counts_on(typed);
        let is_number = typed.chars().all(|c| c.is_ascii_digit());
        // Without its year, one also looks back.
        let last_year = today.plus(-YEAR);
        if !is_number
            && !counted
            && let Ok(w) = when::week(typed, today)
        {
            found.push(week(w));
            let before = when::week(typed, last_year).ok().filter(|b| *b < w && b.number() == w.number());
            found.extend(before.map(week));
        } else if !is_number && let Ok(day) = when::day(typed, today) {
            let target = |day: Day| {
                let separator = cx.look.glyph(Glyph::Separator);
                let label = format!("{} {separator} {}", words.day_long(day), words.week(day.week()));
                (label, Ask::Goto(Goto::Day(day)))
            };
            found.push(target(day));
            let same = |b: &Day| (b.date().month(), b.date().day()) == (day.date().month(), day.date().day());
            let dated = typed.starts_with(|c: char| c.is_ascii_digit());
            let before = when::day(typed, last_year).ok().filter(|b| dated && *b < day && same(b));
            found.extend(before.map(target));
        }
        if typed.chars().any(|c| c.is_ascii_digit()) && typed.chars().all(char::is_alphanumeric) {
            let label = words.say(&Msg::new("goto-file").with("file", typed));
            found.push((label, Ask::Find(RegisterId::Items, typed.to_owned())));
        }
        if is_number && let Ok(w) = when::week(typed, today) {
            found.push(week(w));
        }
        let wanted = fold(typed);
        if wanted.chars().any(char::is_alphabetic) {
            for stay in cx.frame.rota.confirmed().rev() {
                let Some(person) = cx.frame.rota.people.get(stay.doctor) else { continue };
                if fold(&person.full()).contains(&wanted) {
                    let label = format!(
                        "{} {} {} {}",
                        person.full(),
                        cx.look.glyph(Glyph::Separator),
                        words.week(stay.week()),
                        stay.week().year()
                    );
                    found.push((label, Ask::Goto(Goto::Week(stay.week()))));
                }
            }
        }
        found.retain(|(_, ask)| cx.allows(ask));
        found.truncate(8);
        found
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        match key.code {
            KeyCode::Esc => return Outcome::Cancelled,
            KeyCode::Enter => {
                let targets = self.targets(cx);
                return match targets.into_iter().nth(self.at) {
                    Some((_, ask)) => Outcome::Done(vec![ask]),
                    None => Outcome::Stayed,
                };
            }
            _ => match Move::of(key) {
                Some(to @ (Move::Up | Move::Down)) => {
                    self.at = to.from(self.at, self.targets(cx).len().saturating_sub(1), 1);
                }
                _ if self.typed.key(key) => self.at = 0,
                _ => return Outcome::Ignored,
            },
        }
        Outcome::Stayed
    }

    /// Takes pasted text.
    pub fn paste(&mut self, pasted: &str) {
        self.typed.insert(pasted);
        self.at = 0;
    }

    /// Draws it; returns where the cursor stands.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let inner = dialog::open(&cx.t("goto-title"), dialog::place(area, 60, 13), buf, cx.look);
        let row = |y: u16| Rect { y: inner.y + y, height: 1, ..inner };
        Line::raw(self.typed.text()).render(row(0), buf);
        let targets = self.targets(cx);
        if targets.is_empty() {
            let id = if self.typed.text().trim().is_empty() { "goto-examples" } else { "goto-none" };
            for (y, line) in (2..).zip(text::wrap(&cx.t(id), inner.width)) {
                Line::styled(line, cx.look.style(Meaning::Dim)).render(row(y), buf);
            }
        }
        let mut cursor = None;
        for (at, (label, _)) in targets.iter().enumerate() {
            let selected = at == self.at.min(targets.len() - 1);
            cursor = cursor.or(selected.then_some(row(2 + u16::try_from(at).unwrap_or(0))));
            let mark = if selected { cx.look.glyph(Glyph::Selected) } else { " " };
            let style = if selected { cx.look.style(Meaning::Selected) } else { cx.look.style(Meaning::Plain) };
            let label = text::fit(label, usize::from(inner.width).saturating_sub(2), cx.look.glyph(Glyph::Ellipsis));
            Line::from(Span::styled(format!("{mark} {label}"), style))
                .render(row(2 + u16::try_from(at).unwrap_or(0)), buf);
        }
        let foot = row(inner.height.saturating_sub(1));
        Line::styled(cx.t("goto-foot"), cx.look.style(Meaning::Dim)).render(foot, buf);
        let x = u16::try_from(text::width(self.typed.before_cursor())).unwrap_or(0).min(inner.width.saturating_sub(1));
        cursor.map(|row| (row.x, row.y)).or(Some((inner.x + x, inner.y)))
    }
}
