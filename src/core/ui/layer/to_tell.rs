//! Patients à prévenir: one list of the appointments that withdrawals leave, one key for what became of each.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::Msg;
use crate::domain::act::{Act, RecordAct};
use crate::domain::record::{TO_TELL, ToTell, ToldOutcome};
use crate::domain::to_tell::PatientToTell;
use crate::protocol::{Kept, Page};
use crate::ui::widget::scroll::Move;
use crate::ui::widget::{dialog, list, text};
use crate::ui::{Ask, Cx, Glyph, Meaning, Outcome};

/// Patients that a page key moves by.
const PAGE: usize = 10;

/// The keys, each with what became of the patient.
const KEYS: [(char, ToldOutcome); 4] = [
    ('p', ToldOutcome::Told),
    ('d', ToldOutcome::Moved),
    ('o', ToldOutcome::Referred),
    ('i', ToldOutcome::Unreachable),
];

/// The list as a dialog.
#[derive(Default)]
pub struct ToTellLayer {
    /// Nothing before it has come.
    all: Option<Vec<PatientToTell>>,
    at: usize,
}

/// Of patients nothing is printed into a log.
impl std::fmt::Debug for ToTellLayer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ToTellLayer(…)")
    }
}

impl ToTellLayer {
    /// Takes the patients.
    pub fn receive(&mut self, page: &Page) {
        if let Page::ToTell(all) = page {
            self.all = Some(all.clone());
        }
    }

    fn patients(&self) -> &[PatientToTell] {
        self.all.as_deref().unwrap_or_default()
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent) -> Outcome<Vec<Ask>> {
        let last = self.patients().len().saturating_sub(1);
        let at = self.at.min(last);
        let to = match key.code {
            KeyCode::Esc | KeyCode::Left => return Outcome::Cancelled,
            KeyCode::Char('k') => Some(Move::Up),
            KeyCode::Char('j') => Some(Move::Down),
            KeyCode::Char(typed) => {
                let outcome = KEYS.iter().find(|(key, _)| *key == typed).map(|(_, outcome)| *outcome);
                return match (outcome, self.patients().get(at)) {
                    // The next one comes by itself: who is told goes to the end.
                    (Some(outcome), Some(patient)) => Outcome::Asks(vec![note(patient, outcome)]),
                    (Some(_), None) => Outcome::Stayed,
                    (None, _) => Outcome::Ignored,
                };
            }
            _ => Move::of(key),
        };
        let Some(to) = to else { return Outcome::Ignored };
        self.at = to.from(at, last, PAGE);
        Outcome::Stayed
    }

    /// Draws it over the screen.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let look = cx.look;
        let waiting = self.patients().iter().filter(|p| p.waits()).count();
        let title = cx.words.say(&Msg::new("to-tell-list").with("count", waiting));
        let inner = dialog::open(&title, dialog::place(area, 100.min(area.width), area.height.min(30)), buf, look);
        if inner.height < 3 {
            return None;
        }
        let (foot, columns) = (inner.bottom() - 1, usize::from(inner.width));
        let keys = text::cut(&cx.t("to-tell-foot"), columns, look.glyph(Glyph::Ellipsis));
        buf.set_stringn(inner.x, foot, keys, columns, look.style(Meaning::Dim));
        if self.patients().is_empty() {
            let said = cx.t(if self.all.is_some() { "to-tell-empty" } else { "register-loading" });
            for (y, line) in (inner.y..foot).zip(text::wrap(&said, inner.width)) {
                buf.set_stringn(inner.x, y, line, columns, look.style(Meaning::Plain));
            }
            return None;
        }
        let at = self.at.min(self.patients().len() - 1);
        let mut cursor = None;
        let shown = list::window(&vec![1; self.patients().len()], at, foot - inner.y);
        for (y, row) in (inner.y..foot).zip(shown) {
            let patient = &self.patients()[row];
            let meaning = match (row == at, patient.waits()) {
                (true, _) => Meaning::Selected,
                (false, true) => Meaning::Plain,
                (false, false) => Meaning::Dim,
            };
            if row == at {
                cursor = Some((inner.x, y));
            }
            let mark = if row == at { look.glyph(Glyph::Selected) } else { " " };
            let said = text::fit(&line(patient, cx), columns.saturating_sub(2), look.glyph(Glyph::Ellipsis));
            buf.set_stringn(inner.x, y, format!("{mark} {said}"), columns, look.style(meaning));
        }
        cursor
    }
}

/// Notes what became of an appointment, over what was noted before.
fn note(patient: &PatientToTell, outcome: ToldOutcome) -> Ask {
    let what = ToTell { stay: patient.stay, entry: patient.entry.id, outcome, by: None };
    let known = patient.told.as_ref().map(|told| Kept::record(&TO_TELL, &told.row));
    let id = patient.told.as_ref().map(|told| told.row.id);
    Ask::over(known.as_ref(), Act::Record(RecordAct::Put(&TO_TELL, id, what.values())))
}

/// `▲ lun. 30 nov. 09:00 · 1243 M.D. 1948 · injoignable`
fn line(patient: &PatientToTell, cx: &Cx) -> String {
    let what = &patient.entry.what;
    let mark = if patient.first { cx.look.gravity(crate::domain::Gravity::Urgent) } else { " " };
    let hour = what.start.map_or_else(String::new, |start| format!(" {}", cx.words.time(start)));
    let who = what.patient.as_ref().map(|patient| cx.words.patient(patient, cx.now.day));
    let outcome = patient.told.as_ref().map(|told| cx.t(told.what.outcome.word()));
    let parts = [Some(format!("{mark} {}{hour}", cx.words.day(what.day))), who, outcome];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(&format!(" {} ", cx.look.glyph(Glyph::Separator)))
}
