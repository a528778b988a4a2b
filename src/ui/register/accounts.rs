//! Who may sign in at this desk.

use super::listing::List;
use super::{NOTHING, key};
use crate::domain::{AccountId, Msg, Stamp};
use crate::protocol::{Account, Page, Query, Request};
use crate::ui::widget::table::{Column, Row};
use crate::ui::widget::text;
use crate::ui::{Action, Ask, Cx, Dialog, Meaning, Scope};

/// The register "Comptes".
#[derive(Debug, Clone, Default)]
pub struct Accounts {
    accounts: Vec<Account>,
}

impl List for Accounts {
    type Id = AccountId;
    const HINTS: &'static [Action] = &[Action::Add, Action::Passphrase, Action::Delete, Action::Edit];
    const SCOPE: Scope = Scope::Accounts;

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::Accounts]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Accounts(accounts) = page {
            self.accounts.clone_from(accounts);
        }
    }

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-accounts")
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        let one = cx.frame.one_coordination_account(cx.now.day);
        let one = one.then(|| Msg::new("register-accounts-one").with("key", key(Action::Add, cx)));
        let due = cx.frame.desk.key_due.then(|| Msg::new("register-accounts-key-due"));
        let said = due.into_iter().chain(one);
        said.flat_map(|msg| text::wrap(&cx.words.say(&msg), 76)).map(|line| (line, Meaning::Watch)).collect()
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("register-account"), 20, 1),
            Column::new(cx.t("register-person"), 20, 1),
            Column::new(cx.t("register-role"), 14, 0).rank(1),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(AccountId, Row)> {
        let row = |a: &Account| {
            let person = cx.frame.rota.people.get(a.person);
            Row::new(vec![
                a.label.clone(),
                person.map_or_else(|| NOTHING.to_owned(), crate::domain::Person::full),
                person.map_or_else(|| NOTHING.to_owned(), |p| cx.t(p.role.word())),
            ])
        };
        self.accounts.iter().map(|a| (a.id, row(a))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("register-accounts-empty").with("key", key(Action::Add, cx)))
    }

    fn act(&self, action: Action, on: Option<AccountId>, cx: &Cx) -> Option<Ask> {
        if action == Action::Add {
            return Some(Ask::Open(Dialog::Account { person: None }));
        }
        let account = self.accounts.iter().find(|a| Some(a.id) == on)?;
        let (id, label) = (account.id, account.label.clone());
        match action {
            Action::Edit | Action::Enter => Some(Ask::Open(Dialog::AccountName { account: id, label })),
            Action::Passphrase => Some(Ask::Open(Dialog::Passphrase { account: id, label })),
            Action::Delete if account.person == cx.session.who.person => {
                Some(Ask::warn(Msg::new("backend-account-own")))
            }
            Action::Delete => {
                let question = Msg::new("register-account-end").with("name", label);
                let now = Stamp(0).into();
                Some(Ask::Confirm { question, yes: vec![Ask::Request(Request::EndAccount(id, now))], danger: true })
            }
            _ => None,
        }
    }
}
