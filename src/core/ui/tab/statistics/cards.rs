//! The cards: one for each chart, with its figure, how it moves, and what the centre aims at.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::StatisticsTab;
use crate::domain::Msg;
use crate::domain::indicators::{Caveat, ChartCode, Indicator, Statistics};
use crate::ui::widget::text;
use crate::ui::{Cx, Glyph, Meaning};

/// Least columns of a card.
const LEAST: u16 = 16;
/// Cards side by side at least: fewer of them keep their width.
const ACROSS: u16 = 5;
/// Width from which a card has room for more than its figure, and height that leaves enough for the chart.
const ROOMY: (u16, u16) = (100, 30);

/// Rows of a card: its name and figure, in a large window also a second figure and the period beside.
const fn rows(area: Rect) -> u16 {
    if area.width >= ROOMY.0 && area.height >= ROOMY.1 { 4 } else { 2 }
}

/// How many cards stand side by side, and on how many lines.
fn shape(cards: usize, area: Rect) -> (u16, u16) {
    let cards = u16::try_from(cards).unwrap_or(u16::MAX);
    let lines = cards.div_ceil((area.width / LEAST).max(ACROSS)).max(1);
    (cards.div_ceil(lines).max(ACROSS), lines)
}

/// Rows of all cards and the blank one below them.
pub(super) fn height(cards: usize, area: Rect) -> u16 {
    shape(cards, area).1 * rows(area) + 1
}

/// The figures of a card: the one it is about, and the second.
pub(super) fn figures(code: ChartCode) -> impl Iterator<Item = &'static str> {
    std::iter::once(code.code()).chain(code.plan().second.map(|(code, _)| code))
}

/// Where each of some cards stands at the top of the tab's room.
fn places(cards: usize, area: Rect) -> impl Iterator<Item = Rect> {
    let ((across, _), height) = (shape(cards, area), rows(area));
    let width = area.width / across;
    let place = move |n: u16| Rect { x: area.x + n % across * width, y: area.y + n / across * height, width, height };
    (0..).take(cards).map(place)
}

/// The card at a place of the screen.
pub(super) fn at(tab: &StatisticsTab, column: u16, row: u16, area: Rect) -> Option<ChartCode> {
    let hit = |place: &Rect| place.contains(ratatui::layout::Position { x: column, y: row });
    let charts = tab.charts();
    places(charts.len(), area).position(|place| hit(&place)).map(|n| charts[n])
}

pub(super) fn draw(
    tab: &StatisticsTab,
    page: &Statistics,
    area: Rect,
    buf: &mut Buffer,
    cx: &Cx,
) -> Option<(u16, u16)> {
    let mut cursor = None;
    let charts = tab.charts();
    for (place, code) in places(charts.len(), area).zip(charts) {
        cursor = cursor.or((code == tab.chart).then_some((place.x, place.y)));
        card(code, code == tab.chart, page, place, buf, cx);
    }
    cursor
}

fn card(code: ChartCode, here: bool, page: &Statistics, place: Rect, buf: &mut Buffer, cx: &Cx) {
    let width = usize::from(place.width);
    let ellipsis = cx.look.glyph(Glyph::Ellipsis);
    let mark = if here { cx.look.glyph(Glyph::Selected) } else { " " };
    // The column of the next card's mark keeps them apart.
    let name = text::fit(&format!("{mark}{}", cx.t(code.plan().card)), width.saturating_sub(1), ellipsis);
    let style = cx.look.style(if here { Meaning::Selected } else { Meaning::Dim });
    buf.set_stringn(place.x, place.y, name, width, style);
    let Some(figure) = page.indicator(code.code()) else { return };
    let before = page.before(code.code());
    let trend = trend(figure, before, cx).map(|sign| format!(" {sign}")).unwrap_or_default();
    let number = cx.words.figure_number(figure.value);
    let unit = cx.words.figure_unit(figure.unit, figure.value);
    // The unit goes first where there is no room for all: the name of the card tells it too.
    let whole = format!("{number} {unit}").trim_end().to_owned() + &trend;
    let said = if text::width(&whole) < width { whole } else { number + &trend };
    buf.set_stringn(
        place.x + 1,
        place.y + 1,
        text::cut(&said, width - 1, ellipsis),
        width - 1,
        cx.look.style(Meaning::Strong),
    );
    if place.height < 4 {
        return;
    }
    let lines = [
        code.plan().second.and_then(|(code, name)| Some(aside(page.indicator(code)?, name, cx))),
        comparison(figure, before, width - 1, cx),
    ];
    for (line, y) in lines.into_iter().zip(place.y + 2..) {
        if let Some(line) = line {
            buf.set_stringn(
                place.x + 1,
                y,
                text::cut(&line, width - 1, ellipsis),
                width - 1,
                cx.look.style(Meaning::Dim),
            );
        }
    }
}

fn aside(indicator: &Indicator, name: &str, cx: &Cx) -> String {
    let said = format!("{} {}", cx.t(name), cx.words.figure_number(indicator.value));
    let target = indicator.target.map(|target| Msg::new("card-target").with("value", cx.words.figure_number(target)));
    match target {
        Some(target) => format!("{said} {} {}", cx.look.glyph(Glyph::Separator), cx.words.say(&target)),
        None => said,
    }
}

/// More or less than in the period beside; nothing while the period is not over.
pub(super) fn trend(figure: &Indicator, before: Option<&Indicator>, cx: &Cx) -> Option<&'static str> {
    // A sum since the opening only grows, and one in which days are missing says nothing yet.
    let is_short = matches!(figure.caveat, Some(Caveat::Unclosed(_)));
    let only_grows = ChartCode::ALL.into_iter().any(|chart| chart.plan().adds_up && chart.code() == figure.code);
    if figure.partial || is_short || only_grows {
        return None;
    }
    let (now, then) = (figure.value.number()?, before?.value.number()?);
    let (up, down) = if cx.look.ascii { ("^", "v") } else { ("↑", "↓") };
    // As it is written, with one decimal: less is no movement.
    let moved = ((now - then) * 10.0).round();
    Some(match moved {
        m if m > 0.0 => up,
        m if m < 0.0 => down,
        _ => "=",
    })
}

/// `avant 1 102 · obj. 1 200`; the target, which the chart has too, only where it is not cut.
fn comparison(figure: &Indicator, before: Option<&Indicator>, width: usize, cx: &Cx) -> Option<String> {
    let said = |id, value| cx.words.say(&Msg::new(id).with("value", cx.words.figure_number(value)));
    let before = before.filter(|b| b.value.number().is_some()).map(|b| said("card-before", b.value));
    let target = figure.target.map(|target| said("card-target", target));
    let both = |before: &str, target: &str| format!("{before} {} {target}", cx.look.glyph(Glyph::Separator));
    match (before, target) {
        (Some(before), Some(target)) => {
            Some(both(&before, &target)).filter(|both| text::width(both) <= width).or(Some(before))
        }
        (before, target) => before.or(target),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_cards_there_are_each_has_its_place_above_the_chart() {
        for (width, height_of) in [(80, 22), (120, 38)] {
            let area = Rect::new(0, 1, width, height_of);
            for cards in 1..=14 {
                let all: Vec<Rect> = places(cards, area).collect();
                assert_eq!(all.len(), cards);
                let below = area.y + height(cards, area) - 1;
                for (n, place) in all.iter().enumerate() {
                    assert!(place.right() <= area.right() && place.bottom() <= below, "{cards} on {width}: {place:?}");
                    assert!(all[..n].iter().all(|other| !other.intersects(*place)), "{cards} on {width}: {place:?}");
                }
            }
            assert_eq!(shape(10, area), (5, 2));
        }
    }
}
