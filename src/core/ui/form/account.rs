//! Accounts: a further one, its name, a new passphrase. Seven words are proposed, and none is ever kept in a draft.

use secrecy::{ExposeSecret as _, SecretString};

use super::parts::{self, get, plain};
use super::{Form, Spec};
use crate::domain::rights::{self, Right};
use crate::domain::{AccountEventKind, AccountId, Msg, PersonId};
use crate::protocol::{DraftKey, Raw, Request, Secret};
use crate::secret::passphrase;
use crate::ui::layer::help::Topic;
use crate::ui::widget::choice::Options;
use crate::ui::widget::form::{Field, FieldKind, Reading};
use crate::ui::{Ask, Cx, Meaning};

/// A further account, perhaps for a person who is chosen already.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccountForm {
    pub person: Option<PersonId>,
}

impl Form for AccountForm {
    fn spec(&self, cx: &Cx) -> Spec {
        let (rota, today) = (&cx.frame.rota, cx.now.day);
        let has = |id: PersonId| cx.frame.desk.accounts.contains(&id);
        let mine = |p: &crate::domain::Person| {
            let me = cx.session.who.person;
            cx.may(rights::of_account(AccountEventKind::Added, p.id, me, rota, rota.around, today))
        };
        let here = |p: &&crate::domain::Person| {
            // The team opens the account of a doctor of this week, an option too: somebody stands at the door.
            if !cx.may(Right::Accounts) {
                return !has(p.id) && mine(p);
            }
            !has(p.id) && (p.is_staff(today) || rota.awaited(p.id, today).is_some() || Some(p.id) == self.person)
        };
        let people = rota.people.0.values().filter(here);
        let people: Options =
            people.map(|p| (p.id.to_string(), format!("{} · {}", p.full(), cx.t(p.role.word())))).collect();
        if people.is_empty() {
            let intro = vec![plain(cx.t("forms-account-nobody"))];
            return Spec { title: cx.t("forms-account-title"), intro, ..Spec::default() };
        }
        let mut spec = Spec {
            title: cx.t("forms-account-title"),
            intro: vec![plain(cx.t("forms-account-intro"))],
            fields: vec![Field::new("person", "forms-field-person", FieldKind::Picker(people)), passphrase_field()],
            raw: parts::raw([("person", self.person.map(|p| p.to_string()).unwrap_or_default())]),
        };
        proposed(&mut spec, cx);
        spec
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        let person = get(raw, "person").parse().ok().map(PersonId);
        if person.is_none() {
            reading.wrong("person", Msg::new("forms-missing-person"));
        }
        if let (Some(passphrase), Some(person)) = (passphrase(&mut reading, raw, cx), person) {
            reading.ask = Some(Ask::Request(Request::AddAccount { person, passphrase, now: cx.now }));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }

    fn topic(&self) -> Topic {
        Topic::Accounts
    }

    fn right(&self) -> Right {
        Right::WeekAccount
    }
}

/// The field of a new passphrase: shown, since it is to be copied on paper.
pub(super) const fn passphrase_field() -> Field {
    Field::sentence("passphrase", "forms-field-passphrase", 2)
}

/// Proposes seven words, above the field and in it.
pub(super) fn proposed(spec: &mut Spec, cx: &Cx) {
    spec.intro.push(plain(cx.t("start-passphrase-intro")));
    // Without a source of randomness the field stays empty, and asks for one's own.
    if let Ok(words) = passphrase::generate() {
        spec.intro.push((Meaning::Strong, words.expose_secret().to_owned()));
        spec.raw.insert("passphrase".to_owned(), words.expose_secret().to_owned());
    }
}

/// The passphrase typed, once it is strong enough.
pub(super) fn passphrase(reading: &mut Reading, raw: &Raw, cx: &Cx) -> Option<Secret> {
    let typed = get(raw, "passphrase").trim();
    if typed.is_empty() {
        reading.wrong("passphrase", Msg::new("forms-missing-passphrase"));
        return None;
    }
    if !passphrase::judge(typed).enough {
        reading.wrong("passphrase", Msg::new("vault-weak"));
        return None;
    }
    reading.understood("passphrase", cx.t("start-passphrase-strong"));
    Some(SecretString::from(typed.to_owned()).into())
}

/// Another name in the sign-in list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountNameForm {
    pub account: AccountId,
    pub label: String,
}

impl Form for AccountNameForm {
    fn right(&self) -> Right {
        Right::Accounts
    }

    fn spec(&self, cx: &Cx) -> Spec {
        Spec {
            title: cx.t("forms-account-name-title"),
            intro: vec![plain(cx.t("forms-account-name-intro"))],
            fields: vec![Field::line("name", "forms-field-account-name")],
            raw: parts::raw([("name", self.label.clone())]),
        }
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        if let Some(label) = parts::needed_line(&mut reading, raw, "name") {
            reading.ask = Some(Ask::Request(Request::RenameAccount { account: self.account, label, now: cx.now }));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }

    fn topic(&self) -> Topic {
        Topic::Accounts
    }
}

/// A new passphrase for an account, forgotten or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassphraseForm {
    pub account: AccountId,
    pub label: String,
}

impl Form for PassphraseForm {
    /// Of somebody else, the account asks.
    fn right(&self) -> Right {
        Right::Own
    }

    fn spec(&self, cx: &Cx) -> Spec {
        let intro = cx.words.say(&Msg::new("forms-passphrase-intro").with("name", self.label.as_str()));
        let mut spec = Spec { title: cx.t("forms-passphrase-title"), intro: vec![plain(intro)], ..Spec::default() };
        spec.fields.push(passphrase_field());
        proposed(&mut spec, cx);
        spec
    }

    fn read(&self, raw: &Raw, cx: &Cx) -> Reading {
        let mut reading = Reading::default();
        if let Some(passphrase) = passphrase(&mut reading, raw, cx) {
            reading.ask =
                Some(Ask::Request(Request::ResetPassphrase { account: self.account, passphrase, now: cx.now }));
        }
        reading
    }

    fn draft(&self) -> Option<DraftKey> {
        None
    }

    fn topic(&self) -> Topic {
        Topic::Accounts
    }
}
