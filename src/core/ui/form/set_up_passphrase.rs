//! The first account's passphrase: seven words to copy, or one's own.

use super::Spec;
use super::account::{passphrase, passphrase_field, proposed};
use crate::protocol::Raw;
use crate::ui::ask::SetUpPart;
use crate::ui::widget::form::Reading;
use crate::ui::{Ask, Cx};

pub fn spec(cx: &Cx) -> Spec {
    let mut spec = Spec { title: cx.t("start-passphrase-title"), ..Spec::default() };
    spec.fields.push(passphrase_field());
    proposed(&mut spec, cx);
    spec
}

pub fn read(raw: &Raw, cx: &Cx) -> Reading {
    let mut reading = Reading::default();
    if let Some(passphrase) = passphrase(&mut reading, raw, cx) {
        reading.ask = Some(Ask::SetUp(SetUpPart::Passphrase(passphrase)));
    }
    reading
}
