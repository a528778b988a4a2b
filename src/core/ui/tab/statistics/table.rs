//! The table behind a chart.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::StatisticsTab;
use crate::ui::Cx;
use crate::ui::widget::table::{self, Column, Row};
use crate::ui::widget::text;
use crate::words::Value;

/// Widest column of words.
const WORDS: usize = 26;

pub(super) fn draw(tab: &StatisticsTab, area: Rect, buf: &mut Buffer, cx: &Cx) {
    let Some(chart) = tab.current() else { return };
    let found = cx.words.table(chart);
    let said: Vec<Vec<String>> =
        found.rows.iter().map(|row| row.cells.iter().map(|value| cx.words.value(value)).collect()).collect();
    let is_number = |column: usize| {
        found.rows.iter().any(|row| matches!(row.cells.get(column), Some(Value::Number(_) | Value::Part(_))))
    };
    let cells =
        |column: usize| said.iter().map(|row| row.get(column).map_or(0, |cell| text::width(cell))).max().unwrap_or(0);
    let heads: Vec<usize> = found.head.iter().map(|head| text::width(head)).collect();
    let whole: Vec<usize> = (0..heads.len()).map(|column| cells(column).max(heads[column])).collect();
    // Whole where there is room; else names are cut before numbers.
    let needed = whole.iter().sum::<usize>() + 2 * whole.len();
    let widths: Vec<usize> = if needed <= usize::from(area.width) {
        whole
    } else {
        let narrow = |column: usize| {
            if is_number(column) { cells(column).max(heads[column].min(12)) } else { whole[column].min(WORDS) }
        };
        (0..heads.len()).map(narrow).collect()
    };
    // Numbers stand under each other by their last digit.
    let aligned = |column: usize, cell: &str| {
        let width = widths[column];
        if is_number(column) {
            format!("{:>1$}", cell, width + cell.chars().count() - text::width(cell))
        } else {
            cell.to_owned()
        }
    };
    let columns: Vec<Column> = found
        .head
        .iter()
        .enumerate()
        .map(|(n, head)| {
            let head = text::cut(head, widths[n].max(4), "…");
            let least = u16::try_from(widths[n]).unwrap_or(u16::MAX);
            // Where there is no room the days of a named week go first, then from the right.
            let rank = match n {
                0 => 0,
                1 if !is_number(1) && (2..heads.len()).any(is_number) => u8::MAX,
                n => u8::try_from(n).unwrap_or(u8::MAX),
            };
            Column::new(aligned(n, &head), least, 0).rank(rank)
        })
        .collect();
    let rows: Vec<Row> = said
        .iter()
        .map(|cells| Row::new(cells.iter().enumerate().map(|(n, cell)| aligned(n, cell)).collect()))
        .collect();
    let day = tab.cursor(cx);
    let at = found.rows.iter().position(|row| row.day.is_some() && row.day == day).unwrap_or(tab.row);
    table::draw(&columns, &rows, at, area, buf, cx.look);
}
