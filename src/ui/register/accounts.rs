//! Who may sign in at this desk.

use super::listing::List;
use super::{NOTHING, key};
use crate::domain::{AccountId, Msg};
use crate::protocol::{Account, Page, Query};
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Dialog};

/// The register "Comptes".
#[derive(Debug, Clone, Default)]
pub struct Accounts {
    accounts: Vec<Account>,
}

impl List for Accounts {
    type Id = AccountId;
    const HINTS: &'static [Action] = &[Action::Add];

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

    fn act(&self, action: Action, _on: Option<AccountId>, _cx: &Cx) -> Option<Ask> {
        (action == Action::Add).then_some(Ask::Open(Dialog::Account { person: None }))
    }
}
