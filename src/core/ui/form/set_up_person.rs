//! The first member of a new centre's team, whose account is the first.

use super::parts::plain;
use super::{Spec, staff};
use crate::protocol::Raw;
use crate::ui::ask::SetUpPart;
use crate::ui::widget::form::Reading;
use crate::ui::{Ask, Cx};

pub fn spec(cx: &Cx) -> Spec {
    let mut spec = staff::spec(None, cx);
    spec.title = cx.t("start-person-title");
    spec.intro = vec![plain(cx.t("start-person-intro"))];
    spec.fields.retain(|field| field.name != "ended");
    spec
}

pub fn read(raw: &Raw, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    if let Some(person) = staff::member(&mut reading, None, raw, cx) {
        reading.ask = Some(Ask::SetUp(SetUpPart::Person(person)));
    }
    reading
}
