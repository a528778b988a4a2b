//! The first member of a new centre's team, whose account is the first.

use super::parts::plain;
use super::staff::{self, StaffForm};
use super::{Form, Spec};
use crate::domain::rights::Right;
use crate::protocol::{DraftKey, Raw};
use crate::ui::ask::SetUpPart;
use crate::ui::widget::form::Reading;
use crate::ui::{Ask, Cx};

/// The first member of a new centre's team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUpPersonForm;

impl Form for SetUpPersonForm {
    fn right(&self) -> Right {
        Right::Own
    }

    fn spec(&self, cx: &Cx) -> Spec {
        let mut spec = StaffForm::default().spec(cx);
        spec.title = cx.t("start-person-title");
        spec.intro = vec![plain(cx.t("start-person-intro"))];
        spec.fields.retain(|field| field.name != "ended");
        spec
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        if let Some(person) = staff::member(&mut reading, None, raw, cx) {
            reading.ask = Some(Ask::SetUp(SetUpPart::Person(person)));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }

    fn footer(&self, _held: bool) -> Option<&'static str> {
        Some("forms-footer-set-up")
    }
}
