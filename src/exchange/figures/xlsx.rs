//! The figures as a workbook: numbers are numbers, days are days, and the weekly bars are a chart of the workbook's own.
//!
//! Text is written as text: a spreadsheet never takes it for a formula.

mod charts;
mod weeks;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{Leaving, iso};
use crate::domain::indicators::{Figure, Indicator};
use crate::domain::{Day, Msg};

/// A row and a column of a sheet, from 0.
type At = (u32, u16);

/// The figures as a workbook.
///
/// # Errors
/// What the maker of the file refuses, which the tests exclude: more rows than a sheet has, a name it does not take.
pub fn xlsx(leaving: &Leaving<'_>) -> Result<Vec<u8>, Msg> {
    book(leaving).map_err(|e| Msg::new("xlsx-failed").with("reason", e.to_string()))
}

fn book(leaving: &Leaving<'_>) -> Result<Vec<u8>, XlsxError> {
    let words = leaving.words();
    let mut book = Workbook::new();
    let title = words.say(&Msg::new("stats-title").with("centre", leaving.whose()));
    // Its own hour would make two files of the same figures differ, and tell when somebody worked.
    let made = ExcelDateTime::from_timestamp(i64::from(leaving.today().0) * 86_400)?;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    let formats = Formats::new();
    figures(book.add_worksheet(), leaving, &formats)?;
    weeks::sheet(book.add_worksheet(), leaving, &formats)?;
    charts::sheets(&mut book, leaving, &formats)?;
    definitions(book.add_worksheet(), leaving, &formats)?;
    book.save_to_buffer()
}

/// How cells look.
struct Formats {
    title: Format,
    head: Format,
    wrapped: Format,
    whole: Format,
    decimal: Format,
    percent: Format,
    gap: Format,
    day: Format,
    right: Format,
}

impl Formats {
    fn new() -> Self {
        let number = |code: &str| Format::new().set_num_format(code);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            head: Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin),
            wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            // Codes as the file has them; a spreadsheet shows the separators of its own language.
            whole: number("#,##0"),
            decimal: number("#,##0.0"),
            percent: number("0.0%"),
            gap: number("+#,##0;-#,##0;0"),
            day: number("dd/mm/yyyy"),
            right: Format::new().set_align(FormatAlign::Right),
        }
    }
}

fn date(day: Day) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::parse_from_str(&iso(day))
}

fn write_figure(sheet: &mut Worksheet, at: At, figure: Figure, formats: &Formats) -> Result<(), XlsxError> {
    let (row, column) = at;
    let (number, format) = match figure {
        Figure::Missing | Figure::Share(_, 0) | Figure::Ratio(_, 0) => return Ok(()),
        Figure::Day(day) => return sheet.write_with_format(row, column, &date(day)?, &formats.day).map(|_| ()),
        Figure::Never => return sheet.write_string_with_format(row, column, "∞", &formats.right).map(|_| ()),
        Figure::Withheld => return sheet.write_string_with_format(row, column, "NS", &formats.right).map(|_| ()),
        Figure::Share(part, whole) => (f64::from(part) / f64::from(whole), &formats.percent),
        Figure::Ratio(..) => (figure.number().unwrap_or_default(), &formats.decimal),
        Figure::Halves(halves) if halves % 2 == 1 => (f64::from(halves) / 2.0, &formats.decimal),
        Figure::Gap(_) => (figure.number().unwrap_or_default(), &formats.gap),
        Figure::Count(_) | Figure::Halves(_) => (figure.number().unwrap_or_default(), &formats.whole),
    };
    sheet.write_number_with_format(row, column, number, format).map(|_| ())
}

/// The title, the period and the day it was made, above every table: it says on what row the table begins.
fn heading(sheet: &mut Worksheet, leaving: &Leaving<'_>, name: &str, formats: &Formats) -> Result<u32, XlsxError> {
    let words = leaving.words();
    sheet.set_name(name)?;
    let title = words.say(&Msg::new("stats-title").with("centre", leaving.whose()));
    sheet.write_string_with_format(0, 0, title, &formats.title)?;
    sheet.write_string(1, 0, words.period(leaving.period()))?;
    sheet.write_string(2, 0, words.say(&Msg::new("stats-made").with("day", words.day_year(leaving.today()))))?;
    Ok(4)
}

fn head(sheet: &mut Worksheet, row: u32, names: &[(String, f64)], formats: &Formats) -> Result<(), XlsxError> {
    for (column, (name, width)) in (0..).zip(names) {
        sheet.write_string_with_format(row, column, name, &formats.head)?;
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_freeze_panes(row + 1, 1)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(row, row)?;
    Ok(())
}

fn figures(sheet: &mut Worksheet, leaving: &Leaving<'_>, formats: &Formats) -> Result<(), XlsxError> {
    let words = leaving.words();
    let top = heading(sheet, leaving, &words.t("xlsx-figures"), formats)?;
    let mut names: Vec<(String, f64)> = [
        ("stats-label", 32.0),
        ("stats-value", 13.0),
        ("stats-unit", 24.0),
        ("stats-goal", 13.0),
        ("stats-from", 12.0),
        ("stats-to", 12.0),
        ("stats-partial", 11.0),
        ("stats-caveat", 36.0),
        ("stats-code", 26.0),
    ]
    .map(|(id, width)| (words.t(id), width))
    .to_vec();
    if let Some(before) = leaving.compared() {
        names.push((format!("{} ({})", words.t("stats-previous"), words.period(before)), 26.0));
    }
    head(sheet, top, &names, formats)?;
    for (row, indicator) in (top + 1..).zip(leaving.indicators()) {
        figure_row(sheet, row, indicator, leaving, formats)?;
    }
    Ok(())
}

fn figure_row(
    sheet: &mut Worksheet,
    row: u32,
    indicator: &Indicator,
    leaving: &Leaving<'_>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let words = leaving.words();
    sheet.write_string(row, 0, words.t(indicator.label))?;
    write_figure(sheet, (row, 1), indicator.value, formats)?;
    // The number of a share has its sign already.
    if !matches!(indicator.value, Figure::Share(..)) {
        sheet.write_string(row, 2, leaving.unit(indicator))?;
    }
    if let Some(target) = indicator.target {
        write_figure(sheet, (row, 3), target, formats)?;
    }
    sheet.write_with_format(row, 4, &date(indicator.window.from)?, &formats.day)?;
    sheet.write_with_format(row, 5, &date(indicator.window.to)?, &formats.day)?;
    if indicator.partial {
        sheet.write_string(row, 6, words.t("stats-yes"))?;
    }
    if let Some(caveat) = indicator.caveat {
        sheet.write_string(row, 7, words.say(&caveat.msg()))?;
    }
    sheet.write_string(row, 8, indicator.code)?;
    if let Some(before) = leaving.before(indicator.code) {
        write_figure(sheet, (row, 9), before.value, formats)?;
    }
    Ok(())
}

fn definitions(sheet: &mut Worksheet, leaving: &Leaving<'_>, formats: &Formats) -> Result<(), XlsxError> {
    let words = leaving.words();
    let top = heading(sheet, leaving, &words.t("xlsx-definitions"), formats)?;
    let names = [("stats-label", 32.0), ("stats-meaning", 110.0), ("stats-code", 26.0)];
    head(sheet, top, &names.map(|(id, width)| (words.t(id), width)), formats)?;
    let mut row = top + 1;
    for indicator in leaving.indicators() {
        sheet.write_string_with_format(row, 0, words.t(indicator.label), &formats.wrapped)?;
        sheet.write_string_with_format(row, 1, words.t(indicator.definition), &formats.wrapped)?;
        sheet.write_string_with_format(row, 2, indicator.code, &formats.wrapped)?;
        row += 1;
    }
    sheet.write_string_with_format(row + 1, 1, words.t("stats-withheld"), &formats.wrapped)?;
    Ok(())
}
