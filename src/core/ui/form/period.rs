//! The period of the statistics: a list of the usual ones, and a form for any other.

use super::parts;
use super::{Form, Spec};
use crate::domain::draft::when;
use crate::domain::rights::Right;
use crate::domain::{Msg, Period, PeriodKind};
use crate::protocol::{DraftKey, Raw};
use crate::ui::ask::PeriodChoice;
use crate::ui::layer::choose::{Choice, ChooseLayer};
use crate::ui::widget::form::{Field, Reading};
use crate::ui::{Ask, Cx, Goto};

/// The usual periods, each with its days, and any other.
#[must_use]
pub fn periods(cx: &Cx) -> ChooseLayer {
    let mut choices: Vec<Choice> = PeriodKind::ALL
        .into_iter()
        .map(|kind| Choice {
            label: cx.t(kind.word()),
            aside: cx.words.period(Period::of(kind, 0, cx.now.day, cx.frame.centre.opened)),
            synonyms: String::new(),
            asks: vec![Ask::Goto(Goto::Period(PeriodChoice::Kind(kind)))],
        })
        .collect();
    choices.push(Choice {
        label: cx.t("statistics-between"),
        aside: String::new(),
        synonyms: String::new(),
        asks: vec![Ask::open(PeriodForm)],
    });
    ChooseLayer::new(cx.t("period-title"), cx.t("choose-none"), choices)
}

/// The statistics from a day to a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodForm;

impl Form for PeriodForm {
    fn right(&self) -> Right {
        Right::ReadFigures
    }

    fn spec(&self, cx: &Cx) -> Spec {
        Spec {
            title: cx.t("period-title"),
            intro: Vec::new(),
            fields: vec![Field::short("from", "forms-field-from"), Field::short("to", "forms-field-to-day")],
            raw: parts::raw([("from", String::new()), ("to", parts::typed_day(Some(cx.now.day), cx))]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let from = parts::past_day(&mut reading, raw, "from", cx);
        let to = parts::past_day(&mut reading, raw, "to", cx);
        // A week ends on its Sunday.
        let to = to.map(|to| if when::names_week(parts::get(raw, "to")) { to.week().sunday() } else { to });
        let (Some(from), Some(to)) = (from, to) else { return reading };
        if to < from {
            reading.wrong("to", Msg::new("forms-to-before-from"));
        } else {
            reading.ask = Some(Ask::Goto(Goto::Period(PeriodChoice::Between(Period { from, to }))));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }
}
