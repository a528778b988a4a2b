//! What can be noted beside the agenda.

use super::choose::{Choice, ChooseLayer};
use crate::domain::record::PUBLISHED;
use crate::ui::form::panel::PanelForm;
use crate::ui::form::record::RecordForm;
use crate::ui::form::survey::SurveyForm;
use crate::ui::form::targets::TargetsForm;
use crate::ui::{Ask, Cx};

/// The patient panel, the survey of a week, a published figure, and the targets.
#[must_use]
pub fn kinds(cx: &Cx) -> ChooseLayer {
    let rows = [
        ("noted-add-survey", Ask::open(SurveyForm::default())),
        ("noted-add-panel", Ask::open(PanelForm::default())),
        ("noted-add-published", Ask::open(RecordForm::new(&PUBLISHED, None))),
        ("noted-add-targets", Ask::open(TargetsForm(cx.frame.kept_centre()))),
    ];
    let rows = rows.into_iter().filter(|(_, ask)| cx.allows(ask));
    let choices = rows.map(|(id, ask)| Choice {
        label: cx.t(id),
        aside: String::new(),
        synonyms: String::new(),
        asks: vec![ask],
    });
    ChooseLayer::new(cx.t("noted-title"), cx.t("choose-none"), choices.collect())
}
