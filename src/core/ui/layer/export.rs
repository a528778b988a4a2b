//! What the statistics can be written as: a table, a spreadsheet, or the picture of the chart one is on.

use super::choose::{Choice, ChooseLayer};
use crate::domain::indicators::ChartCode;
use crate::domain::{Period, PostId};
use crate::protocol::{Document, FiguresFormat};
use crate::ui::{Ask, Cx, Glyph};

/// The files the figures of a period can become.
#[must_use]
pub fn formats((period, before, post): (Period, Period, Option<PostId>), chart: ChartCode, cx: &Cx) -> ChooseLayer {
    let choice = |label, aside, format| Choice {
        label,
        aside,
        synonyms: String::new(),
        asks: vec![Ask::Print(Document::Figures { period, before: Some(before), post, format })],
    };
    let choices = vec![
        choice(cx.t("export-xlsx"), ".xlsx".to_owned(), FiguresFormat::Xlsx),
        choice(cx.t("export-csv"), ".csv".to_owned(), FiguresFormat::Csv),
        choice(
            cx.words.say(&crate::domain::Msg::new("export-svg").with("chart", cx.t(chart.plan().title))),
            ".svg".to_owned(),
            FiguresFormat::Svg(chart),
        ),
    ];
    let post = post.map(|post| cx.frame.rota.post_name(post).to_owned());
    let whose = [Some(cx.t("export-title")), post, Some(cx.words.period(period))];
    let separator = format!(" {} ", cx.look.glyph(Glyph::Separator));
    let title = whose.into_iter().flatten().collect::<Vec<_>>().join(&separator);
    ChooseLayer::new(title, cx.t("choose-none"), choices)
}
