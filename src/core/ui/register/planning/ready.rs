//! How far a stay to come is prepared, and how its papers stand, as the planning shows it beside the stay.

use crate::domain::light::{Light, light};
use crate::domain::preparation::Progress;
use crate::domain::prepared::Prepared;
use crate::domain::{Msg, Stay, StayState};
use crate::ui::layer::stay::{of_light, sign_of_light};
use crate::ui::{Cx, Meaning};
use crate::words::capital;

/// What is ready of a stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ready {
    progress: Progress,
    /// Of who may read the papers.
    light: Option<Light>,
}

impl Ready {
    /// What is ready; nothing where nothing is asked for, or the stay is called off.
    pub fn of(stay: &Stay, known: &Prepared, cx: &Cx) -> Option<Self> {
        let progress = known.progress(stay, cx.now.day);
        let status = cx.frame.rota.people.get(stay.doctor).and_then(|doctor| doctor.doctor.status);
        let spoken = stay.state != StayState::Considered;
        let light = if spoken { light(stay, status, &known.kinds, &known.papers, cx.now.day) } else { None };
        (stay.state != StayState::Cancelled && (progress.all > 0 || light.is_some()))
            .then_some(Self { progress, light })
    }

    /// `10/14 ✓`: the count and the sign of the light.
    pub fn brief(&self, cx: &Cx) -> String {
        let sign = self.light.map(|light| cx.look.glyph(sign_of_light(light)));
        let count = (self.progress.all > 0).then(|| format!("{}/{}", self.progress.done, self.progress.all));
        [count.as_deref(), sign].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// `Préparation 10/14 · 1 en retard · dossier complet`
    pub fn said(&self, cx: &Cx) -> (String, Meaning) {
        let Progress { done, all, late } = self.progress;
        let msg = Msg::new("stay-preparation").with("done", done).with("all", all).with("late", late);
        let count = (all > 0).then(|| cx.words.say(&msg));
        let light = self.light.map(|light| cx.t(light.word()));
        let said = [count, light].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let meaning = match self.light {
            Some(Light::Incomplete) => of_light(Light::Incomplete),
            _ if late > 0 => Meaning::Watch,
            Some(Light::ToComplete) => of_light(Light::ToComplete),
            _ => Meaning::Plain,
        };
        (capital(&said), meaning)
    }
}
