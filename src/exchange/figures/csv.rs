//! The figures as CSV that a spreadsheet opens right with two clicks, where the language is that of the computer.
//!
//! In French `;` between cells and a decimal comma, in English `,` and a point: what Excel expects there. In both a
//! byte-order mark (without it Excel reads UTF-8 as Windows-1252), CRLF, no thousands separator, and days as
//! 2026-11-27, which spreadsheets take for dates in every language.

use super::{Leaving, Plain, iso};
use crate::domain::indicators::{Figure, Indicator};
use crate::words::Lang;

const MARK: &str = "\u{feff}";

/// Identifiers of the names of the columns.
const COLUMNS: [&str; 11] = [
    "stats-code",
    "stats-label",
    "stats-value",
    "stats-unit",
    "stats-from",
    "stats-to",
    "stats-partial",
    "stats-goal",
    "stats-previous",
    "stats-meaning",
    "stats-caveat",
];

/// The figures as CSV.
#[must_use]
pub fn csv(leaving: &Leaving<'_>) -> Vec<u8> {
    let words = leaving.words();
    let delimiter = if words.lang() == Lang::Fr { b';' } else { b',' };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.as_bytes().to_vec());
    // Nothing is refused on the way into memory.
    let _ = writer.write_record(COLUMNS.map(|id| words.t(id)));
    for indicator in leaving.indicators() {
        let _ = writer.write_record(row(leaving, indicator));
    }
    writer.into_inner().unwrap_or_default()
}

fn row(leaving: &Leaving<'_>, indicator: &Indicator) -> [String; 11] {
    let words = leaving.words();
    let number = |figure: Figure| plain(figure, words.lang());
    [
        text(indicator.code.to_owned()),
        text(words.t(indicator.label)),
        number(indicator.value),
        text(leaving.unit(indicator)),
        iso(indicator.window.from),
        iso(indicator.window.to),
        if indicator.partial { words.t("stats-yes") } else { String::new() },
        indicator.target.map(number).unwrap_or_default(),
        leaving.before(indicator.code).map(|before| number(before.value)).unwrap_or_default(),
        text(words.t(indicator.definition)),
        text(indicator.caveat.map(|caveat| words.say(&caveat.msg())).unwrap_or_default()),
    ]
}

/// A text that no spreadsheet takes for a formula (OWASP, *CSV Injection*).
pub(in crate::exchange) fn text(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text }
}

fn plain(figure: Figure, lang: Lang) -> String {
    match Plain::of(figure) {
        Plain::Missing => String::new(),
        Plain::Whole(whole) => whole.to_string(),
        Plain::Decimal(number) => {
            let said = format!("{number:.1}");
            if lang == Lang::Fr { said.replace('.', ",") } else { said }
        }
        Plain::Day(day) => iso(day),
        Plain::Never => "∞".to_owned(),
        Plain::Withheld => "NS".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    #[rstest]
    #[case("=1+1", "'=1+1")]
    #[case("+33 5", "'+33 5")]
    #[case("-1", "'-1")]
    #[case("@SUM(A1)", "'@SUM(A1)")]
    #[case("\t=1", "'\t=1")]
    #[case("\r=1", "'\r=1")]
    #[case("Consultations", "Consultations")]
    fn a_text_is_no_formula(#[case] typed: &str, #[case] cell: &str) {
        assert_eq!(super::text(typed.to_owned()), cell);
    }
}
