//! The weeks of the period, one a row, and their consultations as a chart that the spreadsheet draws.

use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartPatternFill, ChartPatternFillType, ChartType, Color, Worksheet,
    XlsxError,
};

use super::super::Leaving;
use super::{Formats, date, head, heading};
use crate::domain::Msg;
use crate::domain::chart::Step;
use crate::domain::indicators::WeekFigures;

/// Names of the columns, and the first of the four kinds of consultations among them.
const COLUMNS: [(&str, f64); 14] = [
    ("xlsx-monday", 12.0),
    ("chart-week", 11.0),
    ("chart-total", 9.0),
    ("indicators-programmed", 14.0),
    ("indicators-unplanned", 18.0),
    ("indicators-visits", 18.0),
    ("indicators-remote", 18.0),
    ("xlsx-absent", 10.0),
    ("xlsx-booked", 12.0),
    ("xlsx-offered", 12.0),
    ("xlsx-closed", 12.0),
    ("xlsx-held", 14.0),
    ("xlsx-planned", 14.0),
    ("chart-note", 16.0),
];
const KINDS: std::ops::Range<u16> = 3..7;

/// The layers of the chart, told apart without colour too.
const FILLS: [(u32, Option<ChartPatternFillType>); 4] = [
    (0x001F_4E79, None),
    (0x00C5_5A11, Some(ChartPatternFillType::DiagonalStripesWideUpwards)),
    (0x0037_8641, Some(ChartPatternFillType::Dotted30Percent)),
    (0x006F_3F9B, Some(ChartPatternFillType::HorizontalStripesNarrow)),
];

pub(super) fn sheet(sheet: &mut Worksheet, leaving: &Leaving<'_>, formats: &Formats) -> Result<(), XlsxError> {
    let words = leaving.words();
    let name = words.t("xlsx-weeks");
    let top = heading(sheet, leaving, &name, formats)?;
    head(sheet, top, &COLUMNS.map(|(id, width)| (words.t(id), width)), formats)?;
    let mut last = top;
    for week in leaving.weeks() {
        last += 1;
        row(sheet, last, week, leaving, formats)?;
    }
    if leaving.weeks().iter().any(|w| w.closed > 0) {
        sheet.insert_chart(top, 15, &chart(&name, (top, last), leaving))?;
    }
    Ok(())
}

fn row(
    sheet: &mut Worksheet,
    row: u32,
    week: &WeekFigures,
    leaving: &Leaving<'_>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let words = leaving.words();
    sheet.write_with_format(row, 0, &date(week.week.monday())?, &formats.day)?;
    sheet.write_string(row, 1, words.bar(Step::Week, week.days))?;
    // Where no day was closed nothing is known, which is not 0 (rule 20).
    if week.closed > 0 {
        let c = &week.counts;
        let counts = [c.done(), c.programmed, c.unplanned, c.visits, c.remote, c.absent, c.booked, c.offered];
        for (column, count) in (2..).zip(counts) {
            sheet.write_number_with_format(row, column, count, &formats.whole)?;
        }
    }
    for (column, count) in (10..).zip([week.closed, week.held, week.planned]) {
        sheet.write_number_with_format(row, column, count, &formats.whole)?;
    }
    if let Some(note) = week.note {
        sheet.write_string(row, 13, words.t(note.word()))?;
    }
    Ok(())
}

/// Stacked columns, one a week.
fn chart(sheet: &str, (top, last): (u32, u32), leaving: &Leaving<'_>) -> Chart {
    let words = leaving.words();
    let mut chart = Chart::new(ChartType::ColumnStacked);
    chart.title().set_name(words.t("chart-consultations").as_str());
    for (column, (color, pattern)) in KINDS.zip(FILLS) {
        let color = Color::RGB(color);
        let mut format = ChartFormat::new();
        match pattern {
            None => format.set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(color)),
            Some(pattern) => format.set_pattern_fill(
                ChartPatternFill::new()
                    .set_pattern(pattern)
                    .set_foreground_color(color)
                    .set_background_color(Color::White),
            ),
        };
        chart
            .add_series()
            .set_name((sheet, top, column))
            .set_categories((sheet, top + 1, 1, last, 1))
            .set_values((sheet, top + 1, column, last, column))
            .set_gap(40)
            .set_format(&mut format);
    }
    chart.legend().set_position(ChartLegendPosition::Bottom);
    let alt = Msg::new("xlsx-alt").with("period", words.period(leaving.period())).with("centre", leaving.whose());
    chart.set_alt_text(words.say(&alt)).set_width(960).set_height(420);
    chart
}
