//! The first account's passphrase: seven words to copy, or one's own.

use super::account::{passphrase, passphrase_field, proposed};
use super::{Form, Spec};
use crate::domain::rights::Right;
use crate::protocol::{DraftKey, Raw};
use crate::ui::ask::SetUpPart;
use crate::ui::widget::form::Reading;
use crate::ui::{Ask, Cx};

/// The first account's passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUpPassphraseForm;

impl Form for SetUpPassphraseForm {
    fn right(&self) -> Right {
        Right::Own
    }

    fn spec(&self, cx: &Cx) -> Spec {
        let mut spec = Spec { title: cx.t("start-passphrase-title"), ..Spec::default() };
        spec.fields.push(passphrase_field());
        proposed(&mut spec, cx);
        spec
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        if let Some(passphrase) = passphrase(&mut reading, raw, cx) {
            reading.ask = Some(Ask::SetUp(SetUpPart::Passphrase(passphrase)));
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
