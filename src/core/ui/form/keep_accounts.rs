//! After a restoration: who still has an account. The copy may be older than the end of some.

use super::parts::{get, plain};
use super::{Form, Spec};
use crate::domain::rights::Right;
use crate::domain::{Msg, PersonId};
use crate::protocol::{DraftKey, Raw, Request};
use crate::ui::layer::help::Topic;
use crate::ui::widget::choice::Options;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx, Meaning};

/// Everybody with an account but oneself: name and role.
fn others(cx: &Cx) -> Options {
    let people = cx.frame.desk.accounts.iter().filter(|id| **id != cx.session.who.person);
    people
        .filter_map(|id| cx.frame.rota.people.get(*id))
        .map(|p| (p.id.to_string(), format!("{} · {}", p.full(), cx.t(p.role.word()))))
        .collect()
}

/// Who keeps an account in a restored centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeepAccountsForm;

impl Form for KeepAccountsForm {
    fn right(&self) -> Right {
        Right::Accounts
    }

    fn spec(&self, cx: &Cx) -> Spec {
        Spec {
            title: cx.t("keep-title"),
            intro: vec![(Meaning::Alert, cx.t("keep-intro")), plain(cx.t("keep-how")), plain(String::new())],
            fields: vec![Field::new("kept", "keep-field", FieldKind::Several(others(cx)))],
            raw: Raw::new(),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let kept: Vec<PersonId> = get(raw, "kept").lines().filter_map(|id| id.parse().ok()).map(PersonId).collect();
        let people = &cx.frame.rota.people;
        let ended: Vec<String> = cx
            .frame
            .desk
            .accounts
            .iter()
            .filter(|id| **id != cx.session.who.person && !kept.contains(id))
            .filter_map(|id| people.get(*id))
            .map(crate::domain::Person::full)
            .collect();
        if ended.is_empty() {
            reading.understood("kept", cx.t("keep-all"));
        } else {
            reading.advise("kept", cx.words.say(&Msg::new("keep-ended").with("names", ended.join(", "))));
        }
        reading.ask = Some(Ask::Request(Request::KeepAccounts { kept, now: cx.now }));
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }

    fn topic(&self) -> Topic {
        Topic::Accounts
    }
}
