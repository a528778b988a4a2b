//! The table behind each chart, a sheet each.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::super::Leaving;
use super::{Formats, date, head, heading};
use crate::domain::indicators::Chart;
use crate::words::{Table, Value};

pub(super) fn sheets(book: &mut Workbook, leaving: &Leaving<'_>, formats: &Formats) -> Result<(), XlsxError> {
    let words = leaving.words();
    for chart in leaving.charts().iter().filter(|c| !c.body.is_empty()) {
        let Some(id) = chart.code.plan().sheet else { continue };
        sheet(book.add_worksheet(), &words.t(id), chart, leaving, formats)?;
    }
    Ok(())
}

fn sheet(
    sheet: &mut Worksheet,
    name: &str,
    chart: &Chart,
    leaving: &Leaving<'_>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let words = leaving.words();
    let top = heading(sheet, leaving, name, formats)?;
    sheet.write_string(1, 0, format!("{} · {}", words.chart_title(chart), words.period(chart.window)))?;
    let table = words.table(chart);
    head(sheet, top, &names(&table), formats)?;
    for (row, cells) in (top + 1..).zip(&table.rows) {
        for (column, value) in (0..).zip(&cells.cells) {
            write(sheet, (row, column), value, formats)?;
        }
    }
    Ok(())
}

/// The names of the columns, each as wide as its widest text.
fn names(table: &Table) -> Vec<(String, f64)> {
    let widest = |column: usize, name: &String| {
        let cells = table.rows.iter().filter_map(|row| match row.cells.get(column) {
            Some(Value::Text(text)) => Some(text.chars().count()),
            _ => None,
        });
        let letters = cells.chain([name.chars().count(), 10]).max().unwrap_or(10).min(60);
        f64::from(u32::try_from(letters).unwrap_or(60)) + 2.0
    };
    table.head.iter().enumerate().map(|(column, name)| (name.clone(), widest(column, name))).collect()
}

fn write(sheet: &mut Worksheet, at: super::At, value: &Value, formats: &Formats) -> Result<(), XlsxError> {
    let (row, column) = at;
    match value {
        Value::Text(text) => sheet.write_string(row, column, text)?,
        Value::Number(number) if number.fract() == 0.0 => {
            sheet.write_number_with_format(row, column, *number, &formats.whole)?
        }
        Value::Number(number) => sheet.write_number_with_format(row, column, *number, &formats.decimal)?,
        Value::Part(part) => sheet.write_number_with_format(row, column, *part, &formats.percent)?,
        Value::Day(day) => sheet.write_with_format(row, column, &date(*day)?, &formats.day)?,
        Value::Empty => sheet,
    };
    Ok(())
}
