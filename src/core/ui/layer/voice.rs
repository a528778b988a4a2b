//! Whose words the desk types next, where several doctors are here.

use super::choose::{Choice, ChooseLayer};
use crate::ui::point::doctors_to_speak;
use crate::ui::{Ask, Cx};

/// The doctors who may dictate, each with the post they are on.
#[must_use]
pub fn doctors(cx: &Cx) -> ChooseLayer {
    let rota = &cx.frame.rota;
    let post = |id| rota.posts.iter().find(|p| p.id == id).map(|p| p.name.clone());
    let choices = doctors_to_speak(cx).into_iter().map(|doctor| Choice {
        label: rota.people.short(doctor),
        aside: rota.stay_of(doctor, cx.now.day).and_then(|stay| post(stay.post)).unwrap_or_default(),
        synonyms: String::new(),
        asks: vec![Ask::Voice(Some(doctor))],
    });
    ChooseLayer::new(cx.t("voice-title"), cx.t("choose-none"), choices.collect())
}
