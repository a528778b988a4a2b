//! Figures of a period, each with its window and definition, and the year's coverage below.

mod period;
mod strip;

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

use crate::domain::Msg;
use crate::domain::indicators::{Figure, Indicator};
use crate::protocol::{Page, Query};
use crate::ui::widget::{list, panel::panel, text};
use crate::ui::{Action, Ask, Cx, Glyph, Meaning, Pane, Scope};
use crate::words::Lang;

use period::{Kind, Period};

/// Columns of a figure's value.
const VALUE: usize = 30;

/// Columns of a figure's name at most: beyond, the eye loses the line.
const LABEL: usize = 44;

/// The tab "Statistiques".
#[derive(Debug, Clone, Default)]
pub struct StatisticsTab {
    kind: Kind,
    /// Periods back from the present one.
    back: i32,
    figures: Vec<Indicator>,
    /// Code of the selected figure.
    selected: Option<&'static str>,
    /// Whether the definition of the selected figure is hidden: at first each shows its own (rule 20).
    bare: bool,
}

impl StatisticsTab {
    fn period(&self, cx: &Cx) -> Period {
        Period::of(self.kind, self.back, cx.now.day, cx.frame.centre.opened)
    }

    fn query(&self, cx: &Cx) -> Query {
        let period = self.period(cx);
        Query::Statistics(period.from, period.to)
    }

    fn codes(&self) -> Vec<&'static str> {
        self.figures.iter().map(|f| f.code).collect()
    }

    fn title(&self, cx: &Cx) -> String {
        let period = self.period(cx);
        let separator = cx.look.glyph(Glyph::Separator);
        let mut said = format!("{} {separator} {}", cx.t(self.kind.word()), cx.words.span(period.from, period.to));
        if period.partial(cx.now.day) {
            said = format!("{said} {separator} {}", cx.t("statistics-partial"));
        }
        said
    }
}

/// The value with its unit: `92,3 % (12 sur 13)`, `9 médecins`; a missing denominator is "—" (rule 20).
fn value(indicator: &Indicator, cx: &Cx) -> String {
    let unit = |count: u32| {
        let said = |id| cx.words.say(&Msg::new(id).with("count", i64::from(count)));
        indicator.unit.map(said).unwrap_or_default()
    };
    let of = |id, value: String, part: u32, whole: u32| {
        let msg = Msg::new(id).with("value", value);
        cx.words.say(&msg.with("part", i64::from(part)).with("whole", i64::from(whole)))
    };
    match indicator.value {
        Figure::Missing | Figure::Share(_, 0) | Figure::Ratio(_, 0) => "—".to_owned(),
        Figure::Share(part, whole) => of("statistics-share", cx.words.percent(part, whole), part, whole),
        Figure::Ratio(part, whole) => {
            let said = format!("{:.1}", f64::from(part) / f64::from(whole));
            let said = if cx.words.lang() == Lang::Fr { said.replace('.', ",") } else { said };
            of("statistics-ratio", said, part, whole)
        }
        Figure::Day(day) => cx.words.day_year(day),
        Figure::Hours(count) | Figure::Count(count) => format!("{count} {}", unit(count)).trim_end().to_owned(),
    }
}

/// The window the figure was computed over, and whether it is still open (rule 20).
fn span(indicator: &Indicator, cx: &Cx) -> String {
    let said = cx.words.span(indicator.from, indicator.to);
    if indicator.partial {
        format!("{said} {} {}", cx.look.glyph(Glyph::Separator), cx.t("statistics-partial"))
    } else {
        said
    }
}

impl Pane for StatisticsTab {
    fn scope(&self) -> Scope {
        Scope::Statistics
    }

    fn queries(&self, cx: &Cx) -> Vec<Query> {
        vec![self.query(cx)]
    }

    fn receive(&mut self, page: &Page, _cx: &Cx) {
        if let Page::Statistics(figures) = page {
            self.figures.clone_from(figures);
        }
    }

    fn can(&self, action: Action, cx: &Cx) -> bool {
        match action {
            Action::Period => true,
            Action::Left => self.kind != Kind::Whole && self.period(cx).from > cx.frame.centre.opened,
            Action::Right => self.back > 0,
            Action::Up | Action::Down | Action::First | Action::Last | Action::Definition | Action::Enter => {
                !self.figures.is_empty()
            }
            _ => false,
        }
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Vec<Ask> {
        if !self.can(action, cx) {
            return Vec::new();
        }
        match action {
            Action::Period => {
                self.kind = self.kind.next();
                self.back = 0;
            }
            Action::Left => self.back += 1,
            Action::Right => self.back -= 1,
            Action::Definition | Action::Enter => {
                self.bare = !self.bare;
                return Vec::new();
            }
            _ => {
                list::step(&self.codes(), &mut self.selected, action, 1);
                return Vec::new();
            }
        }
        vec![Ask::Load(self.query(cx))]
    }

    fn hints(&self, cx: &Cx) -> Vec<Action> {
        let likely = [Action::Period, Action::Definition, Action::Left, Action::Right];
        likely.into_iter().filter(|a| self.can(*a, cx)).collect()
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        let strip = strip::height(cx);
        let [cards, below] = Layout::vertical([Constraint::Min(0), Constraint::Length(strip)]).areas(area);
        let inner = panel(&self.title(cx), true, cards, buf, cx.look);
        self.draw_figures(inner, buf, cx);
        let year = self.period(cx).to.min(cx.now.day).week().year();
        strip::draw(year, below, buf, cx);
    }
}

impl StatisticsTab {
    /// One line a figure, and the selected one's definition below it.
    fn draw_figures(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        let width = usize::from(area.width);
        if self.figures.is_empty() {
            for (line, y) in text::wrap(&cx.t("statistics-none"), area.width).iter().zip(area.y..area.bottom()) {
                buf.set_stringn(area.x, y, line, width, cx.look.style(Meaning::Plain));
            }
            return;
        }
        let at = list::position(&self.codes(), self.selected);
        let ellipsis = cx.look.glyph(Glyph::Ellipsis);
        let definition = |figure: &Indicator| {
            text::wrap(&format!("{}\n{}", cx.t(figure.definition), span(figure, cx)), area.width.saturating_sub(4))
        };
        let lines: Vec<Vec<String>> = self
            .figures
            .iter()
            .enumerate()
            .map(|(n, figure)| {
                let mark = if n == at { cx.look.glyph(Glyph::Selected) } else { " " };
                let label = cx.t(figure.label);
                let label = text::fit(&label, width.saturating_sub(VALUE + 4).min(LABEL), ellipsis);
                let mut block = vec![format!("{mark} {label}  {}", value(figure, cx))];
                if n == at && !self.bare {
                    block.extend(definition(figure).into_iter().map(|line| format!("    {line}")));
                }
                block
            })
            .collect();
        let heights: Vec<u16> = lines.iter().map(|b| u16::try_from(b.len()).unwrap_or(u16::MAX)).collect();
        let mut y = area.y;
        for n in list::window(&heights, at, area.height) {
            for (k, line) in lines[n].iter().enumerate() {
                if y >= area.bottom() {
                    return;
                }
                let meaning = match (n == at, k) {
                    (true, 0) => Meaning::Selected,
                    (_, 0) => Meaning::Plain,
                    _ => Meaning::Hint,
                };
                buf.set_stringn(area.x, y, text::fit(line, width, ellipsis), width, cx.look.style(meaning));
                y += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::needless_raw_string_hashes, reason = "snapshots are written so by expect-test")]

    use expect_test::expect;

    use super::*;
    use crate::ui::tab::fixture_week::{Desk, day};

    fn shown(desk: &Desk) -> StatisticsTab {
        let mut tab = StatisticsTab::default();
        let figure = |code, label, definition, unit, value| Indicator {
            code,
            label,
            definition,
            unit,
            value,
            from: day(11, 1),
            to: day(11, 30),
            partial: true,
        };
        let weeks = Some("indicators-unit-weeks");
        let figures = vec![
            figure("coverage", "indicators-coverage", "indicators-coverage-definition", weeks, Figure::Share(12, 13)),
            figure(
                "doctors",
                "indicators-doctors",
                "indicators-doctors-definition",
                Some("indicators-unit-doctors"),
                Figure::Count(9),
            ),
            figure(
                "return",
                "indicators-return-rate",
                "indicators-return-rate-definition",
                Some("indicators-unit-doctors"),
                Figure::Missing,
            ),
        ];
        tab.receive(&Page::Statistics(figures), &desk.cx());
        tab
    }

    #[test]
    fn the_period_key_goes_round_and_asks_each_time() {
        let desk = Desk::new();
        let mut tab = shown(&desk);
        let mut asked = Vec::new();
        for _ in 0..4 {
            let asks = tab.act(Action::Period, &desk.cx());
            let [Ask::Load(Query::Statistics(from, to))] = asks.as_slice() else { panic!("{asks:?}") };
            asked.push((*from, *to));
        }
        let expected = [
            (day(10, 1), day(12, 31)),
            (day(1, 1), day(12, 31)),
            (day(10, 12), day(11, 10)),
            (day(11, 1), day(11, 30)),
        ];
        assert_eq!(asked, expected);
    }

    #[test]
    fn one_goes_back_to_the_opening_and_no_further() {
        let desk = Desk::new();
        let mut tab = shown(&desk);
        assert!(!tab.can(Action::Right, &desk.cx()));
        tab.act(Action::Left, &desk.cx());
        assert_eq!(tab.queries(&desk.cx()), [Query::Statistics(day(10, 1), day(10, 31))]);
        assert!(!tab.can(Action::Left, &desk.cx()));
        assert!(tab.can(Action::Right, &desk.cx()));
    }

    #[test]
    fn a_present_period_says_that_it_is_incomplete() {
        let desk = Desk::new();
        let mut tab = shown(&desk);
        tab.act(Action::Down, &desk.cx());
        expect![[r#"
            ┌ Mois · 1er–30 nov. 2026 · période en cours, incomplète ──────────────────────┐
            │  Couverture                                    92,3 % (12 sur 13)            │
            │▸ Médecins distincts                            9 médecins                    │
            │    Personnes avec au moins un jour assuré dans la période.                   │
            │    1er–30 nov. 2026 · période en cours, incomplète                           │
            │  Taux de retour                                —                             │
            │                                                                              │
            │                                                                              │
            │                                                                              │
            └──────────────────────────────────────────────────────────────────────────────┘
            ┌ Couverture 2026, par semaine ────────────────────────────────────────────────┐
            │semaine     1         11        21        31        41   ▾    51              │
            │Médecin                                              ○○○✓✓○✓✓□½○░             │
            │✓ médecin confirmé  ½ en partie  □ à confirmer  ○ vacante  ░ centre fermé     │
            │3 semaines vacantes passées, 3 à venir sur l'année.                           │
            └──────────────────────────────────────────────────────────────────────────────┘
        "#]]
        .assert_eq(&desk.drawn(&tab, 80, 16));
        tab.act(Action::Definition, &desk.cx());
        assert!(!desk.drawn(&tab, 80, 16).contains("Personnes avec"), "its key hides it");
    }
}
