//! Who may sign in at this desk.

use super::listing::List;
use super::{NOTHING, key};
use crate::domain::account::{self, Shut};
use crate::domain::rights::Right;
use crate::domain::{self, AccountEvent, AccountEventKind, AccountId, Day, Msg, PersonId, Stamp};
use crate::protocol::{Account, Page, Query, Request};
use crate::ui::form::account::{AccountForm, AccountNameForm, PassphraseForm};
use crate::ui::widget::table::{Column, Row};
use crate::ui::widget::text;
use crate::ui::{Action, Ask, Cx, Meaning, Scope, rights};

/// The register "Comptes".
#[derive(Debug, Clone, Default)]
pub struct Accounts {
    accounts: Vec<Account>,
    /// What happened to them, newest first.
    events: Vec<AccountEvent>,
}

impl Accounts {
    /// What members of the team did to a person's account, and keys that came by themselves, which the coordination has
    /// not seen; newest first.
    fn unseen<'a>(&'a self, person: PersonId, cx: &'a Cx) -> impl Iterator<Item = &'a AccountEvent> {
        let seen = |id| self.events.iter().any(|e| e.confirms == Some(id));
        let by_team = |e: &AccountEvent| {
            e.kind == AccountEventKind::KeyEntered
                || cx.frame.rota.people.get(e.author).is_some_and(|p| p.role != crate::domain::Role::Coordination)
        };
        self.events.iter().filter(move |e| e.person == person && e.asks_to_be_seen() && by_team(e) && !seen(e.id))
    }

    /// Whether the account opens today, and until when or why not.
    fn state(&self, account: &Account, cx: &Cx) -> (String, Meaning) {
        let (rota, today) = (&cx.frame.rota, cx.now.day);
        let Some(person) = rota.people.get(account.person) else { return (NOTHING.to_owned(), Meaning::Dim) };
        let opened = self.events.iter().filter(|e| e.person == person.id).filter_map(|e| e.until).max();
        if let Some(event) = self.unseen(person.id, cx).next() {
            let msg = if event.kind == AccountEventKind::KeyEntered {
                Msg::new("register-account-key-unseen")
            } else {
                Msg::new("register-account-unseen").with("who", rota.people.short(event.author))
            };
            return (cx.words.say(&msg), Meaning::Watch);
        }
        match account::admits(person, rota, rota.around, opened, today) {
            Ok(()) if person.role != crate::domain::Role::Doctor => (String::new(), Meaning::Plain),
            Ok(()) => {
                let stays = rota.confirmed_of(person.id).filter(|s| rota.around.covers(s, today));
                let until = stays.map(|s| rota.around.closes(s)).chain(opened).max();
                let msg = until.map(|day| Msg::new("register-account-open").with("day", day));
                (msg.map_or_else(String::new, |msg| cx.words.say(&msg)), Meaning::Plain)
            }
            Err(Shut::Before(day)) => {
                (cx.words.say(&Msg::new("register-account-opens").with("day", day)), Meaning::Dim)
            }
            Err(Shut::Left(day) | Shut::After(day)) => {
                (cx.words.say(&Msg::new("register-account-closed").with("day", day)), Meaning::Dim)
            }
            Err(Shut::NoStay) => (cx.t("register-account-no-stay"), Meaning::Dim),
        }
    }
}

impl List for Accounts {
    type Id = AccountId;
    const HINTS: &'static [Action] =
        &[Action::Confirmed, Action::Add, Action::Passphrase, Action::OpenAccount, Action::Delete, Action::Edit];
    const SCOPE: Scope = Scope::Accounts;

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::Accounts, Query::AccountEvents]
    }

    fn receive(&mut self, page: &Page) {
        match page {
            Page::Accounts(accounts) => self.accounts.clone_from(accounts),
            Page::AccountEvents(events) => self.events.clone_from(events),
            _ => {}
        }
    }

    /// Since ever: who was here last, however long ago.
    fn since(&self) -> Option<Day> {
        Some(Day(i32::MIN))
    }

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-accounts")
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        let one = cx.frame.one_coordination_account(cx.now.day);
        let one = one.then(|| Msg::new("register-accounts-one").with("key", key(Action::Add, cx)));
        let due = cx.frame.desk.key_due.then(|| Msg::new("register-accounts-key-due"));
        let said = due.into_iter().chain(one);
        let warned = said.map(|msg| (msg, Meaning::Watch));
        let recovery = cx.frame.desk.recovery.as_deref();
        let compare = recovery.map(|words| (Msg::new("register-accounts-recovery").with("words", words), Meaning::Dim));
        let lines = |(msg, meaning)| text::wrap(&cx.words.say(&msg), 76).into_iter().map(move |line| (line, meaning));
        warned.chain(compare).flat_map(lines).collect()
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("register-account"), 20, 1),
            Column::new(cx.t("register-person"), 20, 1),
            Column::new(cx.t("register-role"), 18, 0).rank(1),
            Column::new(cx.t("register-state"), 30, 1),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(AccountId, Row)> {
        let row = |a: &Account| {
            let person = cx.frame.rota.people.get(a.person);
            let (state, meaning) = self.state(a, cx);
            Row::new(vec![
                a.label.clone(),
                person.map_or_else(|| NOTHING.to_owned(), crate::domain::Person::full),
                person.map_or_else(|| NOTHING.to_owned(), |p| cx.t(p.role.word())),
                state,
            ])
            .meaning(meaning)
        };
        // What waits for the coordination comes first: the alert leads here.
        let mut accounts: Vec<&Account> = self.accounts.iter().collect();
        accounts.sort_by_key(|a| self.unseen(a.person, cx).next().is_none());
        accounts.into_iter().map(|a| (a.id, row(a))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("register-accounts-empty").with("key", key(Action::Add, cx)))
    }

    /// An account asks by whose it is: the team reaches that of this week's doctor, everybody their own passphrase.
    fn right(&self, action: Action, on: Option<AccountId>, ask: &Ask, cx: &Cx) -> Right {
        let Some(account) = self.accounts.iter().find(|a| Some(a.id) == on) else { return rights::of_ask(ask) };
        let me = cx.session.who.person;
        let kind = match action {
            Action::Add => return Right::WeekAccount,
            Action::Passphrase if account.person == me => AccountEventKind::OwnPassphrase,
            Action::Passphrase => AccountEventKind::Passphrase,
            Action::OpenAccount => AccountEventKind::Opened,
            Action::Confirmed => AccountEventKind::Confirmed,
            Action::Delete => AccountEventKind::Ended,
            _ => AccountEventKind::Renamed,
        };
        domain::rights::of_account(kind, account.person, me, &cx.frame.rota, cx.frame.rota.around, cx.now.day)
    }

    fn act(&self, action: Action, on: Option<AccountId>, cx: &Cx) -> Option<Ask> {
        if action == Action::Add {
            return Some(Ask::open(AccountForm::default()));
        }
        let account = self.accounts.iter().find(|a| Some(a.id) == on)?;
        let (id, label) = (account.id, account.label.clone());
        match action {
            Action::Edit | Action::Enter => Some(Ask::open(AccountNameForm { account: id, label })),
            Action::Passphrase => Some(Ask::open(PassphraseForm { account: id, label })),
            Action::Confirmed => {
                self.unseen(account.person, cx).next()?;
                Some(Ask::Request(Request::ConfirmAccount(id, Stamp(0).into())))
            }
            Action::OpenAccount => {
                let (rota, today) = (&cx.frame.rota, cx.now.day);
                rota.people.get(account.person).filter(|p| p.role == crate::domain::Role::Doctor)?;
                let until = account::opened_until(account.person, rota, rota.around, today);
                let question = Msg::new("register-account-reopen").with("name", label).with("until", until);
                let now = Stamp(0).into();
                Some(Ask::Confirm { question, yes: vec![Ask::Request(Request::OpenAccount(id, now))], danger: false })
            }
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
