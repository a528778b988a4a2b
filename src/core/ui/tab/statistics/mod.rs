//! What the centre achieves: figures on cards, and the chart behind each.
//!
//! One period, one chart at a time. What is drawn is data of the domain; this file holds what is chosen and what the
//! keys do, `cards` and `list` show the figures, `table` what stands behind a chart.

mod cards;
mod list;
mod table;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::chart::Body;
use crate::domain::indicators::Statistics;
use crate::domain::indicators::{Chart, ChartCode};
use crate::domain::{Day, Msg, Period, PeriodKind, PostId};
use crate::protocol::{Page, Query};
use crate::ui::ask::PeriodChoice;
use crate::ui::widget::panel::panel;
use crate::ui::widget::{list as steps, text};
use crate::ui::{Action, Ask, Cx, Glyph, Goto, Meaning, Pane, RegisterId, Scope, chart, rights};

/// What fills the room below the cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum View {
    #[default]
    Chart,
    /// The table behind the chart.
    Table,
    /// Every figure.
    Figures,
}

/// Beside which period the figures stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Beside {
    /// The one before.
    #[default]
    Previous,
    /// The same dates a year before.
    YearBefore,
}

/// The tab "Statistiques".
#[derive(Debug, Clone, Default)]
pub struct StatisticsTab {
    period: PeriodChoice,
    /// Periods back from the one chosen.
    back: i32,
    beside: Beside,
    post: Option<PostId>,
    chart: ChartCode,
    view: View,
    /// The chart alone, without the cards.
    large: bool,
    /// The definition stands in the place of the chart.
    defined: bool,
    /// The day the cursor is on, in what goes by days.
    day: Option<Day>,
    /// The row it is on, in a table that does not.
    row: usize,
    /// Code of the selected figure of the list.
    figure: Option<&'static str>,
    page: Option<Box<Statistics>>,
}

impl StatisticsTab {
    /// Takes another period.
    pub fn choose(&mut self, period: PeriodChoice) {
        self.period = period;
        self.back = 0;
    }

    /// What the export is about: the period, the one beside it, and the post.
    #[must_use]
    pub fn shown(&self, cx: &Cx) -> (Period, Period, Option<PostId>) {
        let period = self.period(cx);
        (period, self.beside(period), self.post)
    }

    /// The chart one is on.
    #[must_use]
    pub const fn code(&self) -> ChartCode {
        self.chart
    }

    fn period(&self, cx: &Cx) -> Period {
        match self.period {
            PeriodChoice::Kind(kind) => Period::of(kind, self.back, cx.now.day, cx.frame.centre.opened),
            PeriodChoice::Between(period) => (0..self.back).fold(period, |period, _| period.previous()),
        }
    }

    fn beside(&self, period: Period) -> Period {
        match self.beside {
            Beside::Previous => period.previous(),
            Beside::YearBefore => period.year_before(),
        }
    }

    fn query(&self, cx: &Cx) -> Query {
        let (period, before, post) = self.shown(cx);
        Query::Statistics { period, before: Some(before), post }
    }

    /// The charts there are: some have no meaning for one post.
    fn charts(&self) -> Vec<ChartCode> {
        ChartCode::ALL.into_iter().filter(|code| self.post.is_none() || code.plan().of_a_post).collect()
    }

    fn current(&self) -> Option<&Chart> {
        self.page.as_ref()?.chart(self.chart)
    }

    /// The day the cursor is on: the last one begun by the day it was put on, or by today.
    fn cursor(&self, cx: &Cx) -> Option<Day> {
        let days = self.current()?.body.days();
        let wanted = self.day.unwrap_or(cx.now.day);
        days.iter().copied().rfind(|day| *day <= wanted).or_else(|| days.first().copied())
    }

    /// The name of the period; days from and to are name enough.
    fn name(&self, cx: &Cx) -> Option<String> {
        match self.period {
            PeriodChoice::Kind(kind) => Some(cx.t(kind.word())),
            PeriodChoice::Between(_) => None,
        }
    }

    fn title(&self, cx: &Cx) -> String {
        let period = self.period(cx);
        let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
        let post = self.post.map(|post| cx.frame.rota.post_name(post).to_owned());
        let running = period.is_partial(cx.now.day) && !matches!(self.period, PeriodChoice::Kind(PeriodKind::Whole));
        let ahead = period.from > cx.now.day;
        let partial = running.then(|| cx.t(if ahead { "statistics-ahead" } else { "statistics-partial" }));
        let parts = [self.name(cx), Some(cx.words.period(period)), post, partial];
        parts.into_iter().flatten().collect::<Vec<_>>().join(&separator)
    }

    /// Whether one may go to an older period: the centre was open then.
    fn goes_back(&self, cx: &Cx) -> bool {
        self.period != PeriodChoice::Kind(PeriodKind::Whole) && self.period(cx).from > cx.frame.centre.opened
    }

    fn step_chart(&mut self, forward: bool) {
        let charts = self.charts();
        let at = charts.iter().position(|code| *code == self.chart).unwrap_or(0);
        let to = if forward { at + 1 } else { at + charts.len() - 1 } % charts.len();
        self.chart = charts[to];
        self.row = 0;
    }

    /// Moves the cursor of what is shown.
    fn step(&mut self, action: Action, cx: &Cx) {
        if let (View::Figures, Some(page)) = (self.view, &self.page) {
            let codes: Vec<&'static str> = page.indicators.iter().map(|i| i.code).collect();
            steps::step(&codes, &mut self.figure, action.movement(), 10);
            return;
        }
        let days = self.current().map(|c| c.body.days()).unwrap_or_default();
        if days.is_empty() {
            let rows = self.current().map_or(0, |c| cx.words.table(c).rows.len());
            let all: Vec<usize> = (0..rows).collect();
            let mut at = Some(self.row);
            steps::step(&all, &mut at, action.movement(), 10);
            self.row = at.unwrap_or(0);
        } else {
            let mut at = self.cursor(cx);
            steps::step(&days, &mut at, action.movement(), 10);
            self.day = at;
        }
    }

    /// The day one goes to from the cursor: in a bar of a month its first day of work.
    fn leads_to(&self, day: Day, cx: &Cx) -> Day {
        let Some(Body::Bars(bars)) = self.current().map(|c| &c.body) else { return day };
        let Some(bar) = bars.bars.iter().find(|b| b.days.contains(day)) else { return day };
        cx.frame.rota.calendar.first_working(bar.days.from, bar.days.to).unwrap_or(day)
    }

    /// Whether the cursor can move in what is shown.
    fn moves(&self) -> bool {
        let Some(chart) = self.current().filter(|_| !self.defined) else { return false };
        self.view != View::Chart || !chart.body.days().is_empty()
    }

    fn next_post(&mut self, cx: &Cx) {
        let posts = &cx.frame.rota.posts;
        self.post = match self.post.and_then(|post| posts.iter().position(|p| p.id == post)) {
            None => posts.first().map(|p| p.id),
            Some(at) => posts.get(at + 1).map(|p| p.id),
        };
        if !self.charts().contains(&self.chart) {
            self.chart = ChartCode::default();
        }
    }

    fn draw_chart(&self, area: Rect, buf: &mut Buffer, cx: &Cx) {
        let Some(found) = self.current() else { return };
        let title = cx.words.chart_title(found);
        buf.set_stringn(area.x, area.y, title, usize::from(area.width), cx.look.style(Meaning::Strong));
        let place = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if self.defined {
            list::draw_definition(self, place, buf, cx);
        } else if found.body.is_empty() {
            let said = cx.t(self.chart.plan().empty);
            for (line, y) in text::wrap(&said, place.width.min(76)).iter().zip(place.y + 1..place.bottom()) {
                buf.set_stringn(place.x, y, line, usize::from(place.width), cx.look.style(Meaning::Plain));
            }
        } else if self.view == View::Table {
            table::draw(self, place, buf, cx);
        } else {
            chart::draw(found, self.cursor(cx), place, buf, cx);
        }
    }
}

impl Pane for StatisticsTab {
    fn scope(&self) -> Scope {
        Scope::Statistics
    }

    fn queries(&self, cx: &Cx) -> Vec<Query> {
        vec![self.query(cx)]
    }

    fn since(&self, cx: &Cx) -> Option<Day> {
        Some(self.period(cx).from.week().monday())
    }

    fn receive(&mut self, page: &Page, cx: &Cx) {
        if let Page::Statistics(page) = page
            && (page.period, page.post) == (self.period(cx), self.post)
        {
            self.page = Some(page.clone());
        }
    }

    fn can(&self, action: Action, cx: &Cx) -> bool {
        if !cx.allows_action(action, Scope::Statistics) {
            return false;
        }
        match action {
            Action::Period | Action::Figures | Action::Add | Action::Noted | Action::Export => true,
            // Since the opening nothing came before.
            Action::Compare => self.period != PeriodChoice::Kind(PeriodKind::Whole),
            Action::Left | Action::Right | Action::Definition | Action::Table | Action::Enlarge => {
                self.page.is_some() && self.view != View::Figures
            }
            Action::PageUp => self.goes_back(cx),
            Action::PageDown => self.back > 0,
            Action::OnePost => cx.frame.rota.posts.len() > 1,
            Action::Up | Action::Down | Action::First | Action::Last => self.moves(),
            Action::Enter => self.view != View::Figures && !self.defined && self.cursor(cx).is_some(),
            Action::Back => self.view != View::Chart || self.large || self.defined,
            _ => false,
        }
    }

    fn why_not(&self, action: Action, cx: &Cx) -> Option<Msg> {
        if let Some(not_yours) = rights::not_yours(action, Scope::Statistics, cx) {
            return Some(not_yours);
        }
        match action {
            Action::OnePost => Some(Msg::new("why-one-post")),
            Action::Compare => Some(Msg::new("why-nothing-before")),
            _ if self.view == View::Figures => Some(Msg::new("why-figures")),
            _ => None,
        }
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Vec<Ask> {
        if !self.can(action, cx) {
            return Vec::new();
        }
        match action {
            Action::Period => return vec![Ask::PickPeriod],
            Action::Add => return vec![Ask::PickNoted],
            Action::Export => return vec![Ask::PickExport],
            Action::Noted => return vec![Ask::Goto(Goto::Register(RegisterId::Noted))],
            Action::Enter => {
                let Some(day) = self.cursor(cx) else { return Vec::new() };
                return vec![Ask::Goto(Goto::Drill(self.leads_to(day, cx)))];
            }
            Action::Left | Action::Right => self.step_chart(action == Action::Right),
            Action::Table => {
                self.view = if self.view == View::Table { View::Chart } else { View::Table };
                self.defined = false;
            }
            Action::Figures => {
                self.view = if self.view == View::Figures { View::Chart } else { View::Figures };
                self.defined = false;
            }
            Action::Definition => self.defined = !self.defined,
            Action::Enlarge => self.large = !self.large,
            Action::Back => {
                // One step out at a time, the last first.
                if self.defined {
                    self.defined = false;
                } else if self.view == View::Chart {
                    self.large = false;
                } else {
                    self.view = View::Chart;
                }
            }
            Action::PageUp => self.back += 1,
            Action::PageDown => self.back -= 1,
            Action::Compare => {
                self.beside = if self.beside == Beside::Previous { Beside::YearBefore } else { Beside::Previous };
            }
            Action::OnePost => self.next_post(cx),
            _ => self.step(action, cx),
        }
        let asks = matches!(action, Action::PageUp | Action::PageDown | Action::Compare | Action::OnePost);
        match (asks, action) {
            (true, Action::Compare) => {
                let said = match self.beside {
                    Beside::Previous => "statistics-beside-previous",
                    Beside::YearBefore => "statistics-beside-year",
                };
                vec![Ask::Look, Ask::tell(Msg::new(said))]
            }
            (true, _) => vec![Ask::Look],
            (false, _) => Vec::new(),
        }
    }

    fn click(&mut self, column: u16, row: u16, area: Rect, _cx: &Cx) -> Vec<Ask> {
        let inner = area.inner(ratatui::layout::Margin::new(1, 1));
        if !self.large
            && self.view != View::Figures
            && let Some(code) = cards::at(self, column, row, inner)
        {
            self.chart = code;
            self.row = 0;
        }
        Vec::new()
    }

    fn hints(&self, cx: &Cx) -> Vec<Action> {
        let likely: &[Action] = match self.view {
            View::Figures => &[Action::Period, Action::PageUp, Action::Compare, Action::Export, Action::Back],
            View::Table => &[Action::Table, Action::Enter, Action::Right, Action::Period, Action::Export],
            _ if self.defined || self.large => &[Action::Right, Action::Table, Action::Definition, Action::Back],
            View::Chart => {
                &[Action::Right, Action::Period, Action::Table, Action::Enter, Action::Figures, Action::Definition]
            }
        };
        likely.iter().copied().filter(|a| self.can(*a, cx)).collect()
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Cx) -> Option<(u16, u16)> {
        let inner = panel(&self.title(cx), true, area, buf, cx.look);
        // What has been read of another period or post does not stand under this one's name.
        let shown = self.page.as_ref().filter(|page| (page.period, page.post) == (self.period(cx), self.post));
        let Some(page) = shown else {
            buf.set_stringn(
                inner.x,
                inner.y,
                cx.t("register-loading"),
                usize::from(inner.width),
                cx.look.style(Meaning::Dim),
            );
            return None;
        };
        if self.view == View::Figures {
            return list::draw(self, page, inner, buf, cx);
        }
        let cards = if self.large { 0 } else { cards::height(self.charts().len(), inner) };
        let cursor = if self.large { None } else { cards::draw(self, page, inner, buf, cx) };
        let below = Rect { y: inner.y + cards, height: inner.height.saturating_sub(cards), ..inner };
        self.draw_chart(below, buf, cx);
        cursor
    }
}

#[cfg(test)]
mod tests;
