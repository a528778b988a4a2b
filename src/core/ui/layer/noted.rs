//! What can be noted beside the agenda.

use super::choose::{Choice, ChooseLayer};
use crate::domain::record::PUBLISHED;
use crate::protocol::NotedPage;
use crate::ui::{Ask, Cx, Dialog};

/// The patient panel, the survey of a week, a published figure, and the targets.
#[must_use]
pub fn kinds(cx: &Cx) -> ChooseLayer {
    let empty = || Box::new(NotedPage::default());
    let rows = [
        ("noted-add-survey", Dialog::Survey(None, empty())),
        ("noted-add-panel", Dialog::Panel(None, empty())),
        ("noted-add-published", Dialog::record(&PUBLISHED, None)),
        ("noted-add-targets", Dialog::Targets),
    ];
    let rows = rows.map(|(id, dialog)| (id, Ask::Open(dialog))).into_iter().filter(|(_, ask)| cx.allows(ask));
    let choices = rows.map(|(id, ask)| Choice {
        label: cx.t(id),
        aside: String::new(),
        synonyms: String::new(),
        asks: vec![ask],
    });
    ChooseLayer::new(cx.t("noted-title"), cx.t("choose-none"), choices.collect())
}
