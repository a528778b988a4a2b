//! Every figure of the period as a list, and the definition of those on a card.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{StatisticsTab, cards};
use crate::domain::Msg;
use crate::domain::indicators::{Indicator, Statistics};
use crate::ui::widget::{list, text};
use crate::ui::{Cx, Glyph, Meaning};

/// Columns of a figure's value.
const VALUE: usize = 32;
/// Columns of the value in the period beside.
const BEFORE: usize = 14;
/// Columns of a figure's name at most: beyond, the eye loses the line.
const LABEL: usize = 34;

/// The figure with everything one must know of it, one line a fact.
fn facts(figure: &Indicator, page: &Statistics, cx: &Cx) -> String {
    let value = |f: &Indicator| cx.words.figure(f.unit, f.value);
    let mut lines = vec![cx.t(figure.definition), cx.words.window(figure)];
    lines.extend(figure.caveat.map(|caveat| cx.words.say(&caveat.msg())));
    lines.extend(figure.target.map(|target| {
        let said = cx.words.figure(figure.unit, target);
        cx.words.say(&Msg::new("card-target").with("value", said))
    }));
    if let (Some((period, _)), Some(before)) = (&page.before, page.before(figure.code)) {
        let msg =
            Msg::new("statistics-before-was").with("period", cx.words.period(*period)).with("value", value(before));
        lines.push(cx.words.say(&msg));
    }
    lines.join("\n")
}

/// The definition of the figures on the card one is on, in the place of its chart.
pub(super) fn draw_definition(tab: &StatisticsTab, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let Some(page) = &tab.page else { return };
    let mut y = area.y;
    for figure in cards::figures(tab.chart).filter_map(|code| page.indicator(code)) {
        let name =
            format!("{}{}{}", cx.t(figure.label), cx.t("frame-colon"), cx.words.figure(figure.unit, figure.value));
        let lines = text::wrap(&facts(figure, page, cx), area.width.saturating_sub(4).min(90));
        let lines = std::iter::once((area.x + 1, name, Meaning::Title))
            .chain(lines.into_iter().map(|line| (area.x + 3, line, Meaning::Plain)));
        for (x, line, meaning) in lines {
            if y >= area.bottom() {
                return;
            }
            buf.set_stringn(x, y, line, usize::from(area.right().saturating_sub(x)), cx.look.style(meaning));
            y += 1;
        }
        y += 1;
    }
}

/// One line a figure, and what one must know of the selected one below it.
pub(super) fn draw(
    tab: &StatisticsTab,
    page: &Statistics,
    area: Rect,
    buf: &mut Buffer,
    cx: &Cx,
) -> Option<(u16, u16)> {
    let mut cursor = None;
    let width = usize::from(area.width);
    let ellipsis = cx.look.glyph(Glyph::Ellipsis);
    let codes: Vec<&'static str> = page.indicators.iter().map(|i| i.code).collect();
    let at = list::position(&codes, tab.figure);
    let beside = page.before.is_some();
    let names = width.saturating_sub(VALUE + 4 + if beside { BEFORE } else { 0 }).min(LABEL);
    let lines: Vec<Vec<String>> = page
        .indicators
        .iter()
        .enumerate()
        .map(|(n, figure)| {
            let mark = if n == at { cx.look.glyph(Glyph::Selected) } else { " " };
            // A part of an indicator stands under it.
            let indent = if figure.code.contains('.') || figure.code == "visits" { "  " } else { "" };
            let label = text::fit(&format!("{indent}{}", cx.t(figure.label)), names, ellipsis);
            let value = text::fit(&cx.words.figure(figure.unit, figure.value), VALUE, ellipsis);
            let before = page.before(figure.code).map(|b| cx.words.figure_number(b.value)).unwrap_or_default();
            let trend = cards::trend(figure, page.before(figure.code), cx).unwrap_or(" ");
            let mut block = vec![format!("{mark} {label}  {value}{trend} {before}").trim_end().to_owned()];
            if n == at {
                let known = text::wrap(&facts(figure, page, cx), area.width.saturating_sub(6).min(90));
                block.extend(known.into_iter().map(|line| format!("     {line}")));
            }
            block
        })
        .collect();
    let heights: Vec<u16> = lines.iter().map(|b| u16::try_from(b.len()).unwrap_or(u16::MAX)).collect();
    let mut y = area.y;
    if beside {
        let head =
            format!("  {}  {} {}", text::fit("", names, ""), text::fit("", VALUE, ""), cx.t("statistics-beside"));
        buf.set_stringn(area.x, y, head, width, cx.look.style(Meaning::Dim));
        y += 1;
    }
    for n in list::window(&heights, at, area.bottom().saturating_sub(y)) {
        for (k, line) in lines[n].iter().enumerate() {
            if y >= area.bottom() {
                return cursor;
            }
            cursor = cursor.or((n == at).then_some((area.x, y)));
            let meaning = match (n == at, k) {
                (true, 0) => Meaning::Selected,
                (_, 0) => Meaning::Plain,
                _ => Meaning::Hint,
            };
            buf.set_stringn(area.x, y, text::fit(line, width, ellipsis), width, cx.look.style(meaning));
            y += 1;
        }
    }
    cursor
}
