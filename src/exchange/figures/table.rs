//! The figures as text: one a line, aligned, no boxes; then their definitions. Read from top to bottom it makes sense.

use unicode_width::UnicodeWidthStr as _;

use super::Leaving;
use crate::domain::Msg;
use crate::domain::indicators::{Figure, Indicator};

/// Columns between a name and its value.
const GAP: usize = 2;

/// The figures as a text to read.
#[must_use]
pub fn table(leaving: &Leaving<'_>) -> String {
    let words = leaving.words();
    let period = words.period(leaving.period());
    let mut out = vec![
        words.say(&Msg::new("stats-title").with("centre", leaving.whose())),
        if leaving.period().is_partial(leaving.today()) {
            format!("{period} · {}", words.t("statistics-partial"))
        } else {
            period
        },
    ];
    if let Some(before) = leaving.compared() {
        out.push(words.say(&Msg::new("stats-compared").with("period", words.period(before))));
    }
    out.push(words.say(&Msg::new("stats-made").with("day", words.day_year(leaving.today()))));
    out.push(String::new());

    let rows: Vec<[String; 3]> = leaving
        .indicators()
        .iter()
        .map(|i| [words.t(i.label), words.figure(i.unit, i.value), beside(leaving, i)])
        .collect();
    let widest = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0) + GAP;
    let widths = [widest(0), widest(1)];
    out.extend(rows.iter().map(|[label, value, beside]| {
        let pad = |text: &str, width: usize| format!("{text}{}", " ".repeat(width.saturating_sub(text.width())));
        format!("{}{}{beside}", pad(label, widths[0]), pad(value, widths[1])).trim_end().to_owned()
    }));

    out.push(String::new());
    out.push(words.t("stats-definitions"));
    let mut said: Vec<&str> = Vec::new();
    for indicator in leaving.indicators() {
        // Statuses and ages share one definition: said once, under the first of them.
        if !said.contains(&indicator.definition) {
            said.push(indicator.definition);
            let msg = Msg::new("stats-definition").with("label", words.t(indicator.label));
            out.push(words.say(&msg.with("definition", words.t(indicator.definition))));
        }
    }
    let is_withheld = |i: &Indicator| i.value == Figure::Withheld;
    let beside = leaving.indicators().iter().filter_map(|i| leaving.before(i.code));
    if leaving.indicators().iter().chain(beside).any(is_withheld) {
        out.push(String::new());
        out.push(words.t("stats-withheld"));
    }
    out.into_iter().map(|line| line + "\n").collect()
}

/// What stands beside a value: the period before, the target, its own window, what one must know.
fn beside(leaving: &Leaving<'_>, indicator: &Indicator) -> String {
    let words = leaving.words();
    let number = |figure: Figure| words.figure_number(figure);
    let parts = [
        leaving.before(indicator.code).map(|b| words.say(&Msg::new("stats-before").with("value", number(b.value)))),
        indicator.target.map(|target| words.say(&Msg::new("stats-target").with("value", number(target)))),
        leaving.own_window(indicator).map(|window| words.period(window)),
        indicator.caveat.map(|caveat| words.say(&caveat.msg())),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
