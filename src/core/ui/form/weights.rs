//! How much each thing counts for a volunteer: settings of the centre.

use super::parts;
use super::{Form, Spec};
use crate::domain::Centre;
use crate::domain::act::CentreAct;
use crate::domain::candidate::{Factor, MOST};
use crate::domain::rights::Right;
use crate::protocol::{DraftKey, Kept, Page, Query, Raw};
use crate::ui::layer::help::Topic;
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Ask, Cx};

/// The field of the days in which who was asked is marked.
const DAYS: &str = "asked_days";

/// What counts for and against a volunteer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightsForm(pub Kept<Centre>);

impl Form for WeightsForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let centre = &self.0.what;
        let factors = Factor::ALL.iter().map(|factor| Field::short(factor.word(), factor.word()));
        let raw = Factor::ALL.iter().map(|factor| (factor.word(), centre.weights.of(*factor).abs().to_string()));
        let raw = raw.chain([(DAYS, centre.asked_days.to_string())]);
        Spec {
            title: cx.t("weights-title"),
            intro: vec![parts::plain(cx.t("weights-intro"))],
            fields: factors.chain([Field::short(DAYS, "weights-asked-days")]).collect(),
            raw: raw.map(|(name, value)| (name.to_owned(), value)).collect(),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let mut weights = self.0.what.weights.clone();
        for factor in Factor::ALL {
            let name = factor.word();
            if let Some(much) = parts::count(&mut reading, raw, name, MOST) {
                // Emptied, it is the usual again.
                weights = weights.with(*factor, much.unwrap_or_else(|| factor.usual().unsigned_abs()));
            }
            let side = if factor.usual() < 0 { "weights-against" } else { "weights-for" };
            reading.advise(name, cx.t(side));
        }
        let days = parts::count(&mut reading, raw, DAYS, 60).flatten().and_then(|n| u16::try_from(n).ok());
        let days = days.unwrap_or(crate::domain::centre::ASKED_DAYS);
        if reading.errors.is_empty() {
            reading.ask = Some(Ask::on(&self.0, CentreAct::Weights(weights, days)));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        Some("weights".to_owned())
    }

    fn topic(&self) -> Topic {
        Topic::Volunteers
    }

    fn right(&self) -> Right {
        Right::Centre
    }

    fn theirs(&self) -> Option<Query> {
        Some(Query::Frame)
    }

    fn renew(&mut self, _page: &Page, cx: &Cx) -> bool {
        self.0 = cx.frame.kept_centre();
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::act::Act;
    use crate::domain::candidate::Weights;
    use crate::protocol::Write;
    use crate::ui::testing::{Desk, GARNIER};

    #[test]
    fn a_weight_keeps_its_side_and_emptied_it_is_the_usual_again() {
        let mut desk = Desk::of(GARNIER);
        desk.frame.centre.weights = Weights::default().with(Factor::Near, 77);
        let form = WeightsForm(desk.frame.kept_centre());
        let mut raw = form.spec(&desk.cx()).raw;
        assert_eq!(raw["factor-near"], "77");
        raw.insert("factor-near".into(), String::new());
        raw.insert("factor-asked".into(), "50".into());
        let Some(Ask::Save(Write { act: Act::Centre(CentreAct::Weights(weights, 10)), .. })) =
            form.read(&raw, &desk.cx()).ask
        else {
            panic!()
        };
        assert_eq!(weights, Weights::default().with(Factor::Asked, 50));
        raw.insert("factor-near".into(), "999".into());
        assert!(form.read(&raw, &desk.cx()).error("factor-near").is_some());
    }
}
