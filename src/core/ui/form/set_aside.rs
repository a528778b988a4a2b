//! A draft of somebody who has left is set aside: on whose word, and when they said it.

use super::parts::{self, get, plain};
use super::{Form, Spec};
use crate::domain::act::{Act, DraftAct};
use crate::domain::draft::text::fold;
use crate::domain::rights::Right;
use crate::domain::{DraftId, Msg, PersonId, Role, Stamp};
use crate::protocol::{DraftKey, Raw};
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx};

/// The author first, who may have said it by telephone, then the doctors by name.
fn doctors(author: PersonId, cx: &Cx) -> Vec<(String, String)> {
    let people = &cx.frame.rota.people;
    let mut others: Vec<_> = people.0.values().filter(|p| p.role == Role::Doctor && p.id != author).collect();
    others.sort_by_key(|p| (fold(&p.family), fold(&p.given)));
    let by_phone = Msg::new("left-draft-by-phone").with("doctor", people.short(author));
    let mut options = vec![(author.to_string(), cx.words.say(&by_phone))];
    options.extend(others.into_iter().map(|p| (p.id.to_string(), format!("Dr {}", p.full()))));
    options
}

/// A draft of somebody who has left is dealt with on a doctor's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAsideForm {
    pub draft: DraftId,
    pub at: Stamp,
    pub author: PersonId,
}

impl Form for SetAsideForm {
    fn right(&self) -> Right {
        Right::LeftDrafts
    }

    fn spec(&self, cx: &Cx) -> Spec {
        Spec {
            title: cx.t("left-draft-set-aside-title"),
            intro: vec![plain(cx.t("left-draft-set-aside-intro"))],
            fields: vec![
                Field::new("doctor", "left-draft-field-word", FieldKind::Picker(doctors(self.author, cx))),
                Field::short("day", "left-draft-field-day"),
            ],
            raw: parts::raw([("day", parts::typed_day(Some(cx.now.day), cx))]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let said_by = get(raw, "doctor").parse().ok().map(PersonId);
        if said_by.is_none() {
            reading.wrong("doctor", Msg::new("store-draft-word"));
        }
        let said_on = parts::past_day(&mut reading, raw, "day", cx);
        if said_on.is_some_and(|day| day > cx.now.day || day < self.at.day()) {
            reading.wrong("day", Msg::new("store-draft-day"));
        }
        if let (Some(said_by), Some(said_on), true) = (said_by, said_on, reading.errors.is_empty()) {
            let act = DraftAct::SetAside { draft: self.draft, at: self.at, said_by, said_on };
            reading.ask = Some(Ask::act(Act::Draft(act)));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }
}
