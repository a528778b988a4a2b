//! Tournée: the home visits of a day of a stay in order, with their kilometres.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::domain::care::round::DayRounds;
use crate::domain::record::DISTANCE;
use crate::domain::{Day, StayId};
use crate::protocol::{Document, Page, Query};
use crate::ui::form::record::RecordForm;
use crate::ui::widget::dialog::{self, Sheet};
use crate::ui::widget::scroll::{Move, Scroll};
use crate::ui::widget::text;
use crate::ui::{Ask, Cx, Meaning, Outcome};

/// Widest dialog.
const WIDEST: u16 = 84;

/// The rounds as a dialog.
pub struct RoundLayer {
    stay: StayId,
    day: Day,
    /// Nothing before it has come.
    known: Option<DayRounds>,
    scroll: Scroll,
}

impl RoundLayer {
    /// Opens those of a day of a stay.
    #[must_use]
    pub fn new(stay: StayId, day: Day) -> Self {
        Self { stay, day, known: None, scroll: Scroll::default() }
    }

    /// What it needs.
    #[must_use]
    pub const fn query(&self) -> Query {
        Query::Round { stay: self.stay, day: self.day }
    }

    /// Takes the rounds.
    pub fn receive(&mut self, page: &Page) {
        if let Page::Round(Some(rounds)) = page
            && (rounds.stay, rounds.day) == (self.stay, self.day)
        {
            self.known = Some((**rounds).clone());
        }
    }

    /// Answers a key.
    pub fn key(&mut self, key: &KeyEvent, cx: &Cx) -> Outcome<Vec<Ask>> {
        match key.code {
            KeyCode::Esc | KeyCode::Left | KeyCode::Enter => return Outcome::Cancelled,
            KeyCode::Char('p') if key.modifiers.contains(KeyModifiers::CONTROL) => {
                return Outcome::Asks(vec![Ask::Print(Document::Round(self.stay, self.day))]);
            }
            KeyCode::Char('d') if key.modifiers.is_empty() => {
                return self.distance().map_or(Outcome::Stayed, |ask| Outcome::Asks(vec![ask]));
            }
            _ => {}
        }
        let Some(to) = Move::of(key) else { return Outcome::Ignored };
        self.sheet(cx.area, cx).step(&mut self.scroll, to, cx.area);
        Outcome::Stayed
    }

    /// The form of the first way that nobody typed.
    fn distance(&self) -> Option<Ask> {
        let ways = self.known.iter().flat_map(|day| &day.rounds).flat_map(|round| &round.unknown);
        let (from, to) = ways.into_iter().find(|(from, to)| !from.is_empty() && !to.is_empty())?;
        let preset = [("from_commune", from.as_str().into()), ("to_commune", to.as_str().into())];
        Some(Ask::open(RecordForm::new(&DISTANCE, None).on(preset.into_iter().collect(), &[])))
    }

    fn sheet(&self, area: Rect, cx: &Cx) -> Sheet {
        let dim = |text: String| Line::styled(text, cx.look.style(Meaning::Dim));
        let columns = dialog::columns(area, WIDEST);
        let mut lines = Vec::new();
        let title = match &self.known {
            None => cx.t("register-loading"),
            Some(day) => {
                for (title, said) in cx.words.rounds(day, &cx.frame.rota, &cx.frame.centre.commune) {
                    if !title.is_empty() {
                        lines.push(Line::raw(String::new()));
                        lines.push(Line::styled(title, cx.look.style(Meaning::Title)));
                    }
                    lines.extend(said.iter().flat_map(|line| text::wrap(line, columns)).map(Line::raw));
                }
                cx.words.round_title(day)
            }
        };
        let keys = cx.t(if self.distance().is_some() { "round-foot-unknown" } else { "round-foot" });
        Sheet { title, width: WIDEST, lines, foot: vec![dim(keys)], foot_more: None }
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        self.sheet(area, cx).draw(self.scroll, area, buf, cx.look);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::HalfDay;
    use crate::domain::care::round::Round;
    use crate::ui::testing::{Desk, GARNIER, day, keys};

    #[test]
    fn it_is_printed_and_a_way_that_is_missing_is_typed_from_it() {
        let desk = Desk::of(GARNIER);
        let cx = desk.cx();
        let mut layer = RoundLayer::new(StayId(1), day(2026, 11, 27));
        let press = |layer: &mut RoundLayer, key: &str| layer.key(&keys(key)[0], &cx);
        let printed = Ask::Print(Document::Round(StayId(1), day(2026, 11, 27)));
        assert!(matches!(press(&mut layer, "<C-p>"), Outcome::Asks(asks) if asks == [printed]));
        assert!(matches!(press(&mut layer, "d"), Outcome::Stayed));
        let round = Round {
            half: HalfDay::Morning,
            stops: Vec::new(),
            back: None,
            kilometres: 0,
            unknown: vec![("Ajain".into(), "Pionnat".into())],
            shorter: None,
        };
        let rounds = DayRounds { stay: StayId(1), day: day(2026, 11, 27), rounds: vec![round], vehicle: None };
        // Another day's is not taken.
        layer.receive(&Page::Round(Some(Box::new(DayRounds { day: day(2026, 11, 26), ..rounds.clone() }))));
        assert!(layer.known.is_none());
        layer.receive(&Page::Round(Some(Box::new(rounds))));
        assert!(matches!(press(&mut layer, "d"), Outcome::Asks(asks) if matches!(asks[..], [Ask::Open(_)])));
        assert!(matches!(press(&mut layer, "<esc>"), Outcome::Cancelled));
    }
}
