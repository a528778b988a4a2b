//! Everyone's changes, newest first; one that is neither signed nor undone can be undone here.

use ratatui::text::Line;

use super::listing::List;
use crate::domain::rights::Right;
use crate::domain::{AccountEvent, AccountEventId, ChangeId, Msg};
use crate::protocol::{Page, Past, Query};
use crate::ui::widget::table::{Column, Row};
use crate::ui::widget::text;
use crate::ui::{Action, Ask, Cx, Meaning};

/// The register "Historique".
#[derive(Debug, Clone, Default)]
pub struct History {
    past: Vec<Past>,
    /// What happened to accounts, for those who may see it.
    accounts: Vec<AccountEvent>,
}

/// A line of the history: a change of the centre, or what happened to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Id {
    Change(ChangeId),
    Account(AccountEventId),
}

impl List for History {
    type Id = Id;
    const HINTS: &'static [Action] = &[Action::Enter];

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::History, Query::AccountEvents]
    }

    fn receive(&mut self, page: &Page) {
        match page {
            Page::History(past) => self.past.clone_from(past),
            Page::AccountEvents(events) => self.accounts.clone_from(events),
            _ => {}
        }
    }

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-history")
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("register-when"), 20, 0),
            Column::new(cx.t("register-who"), 14, 0).rank(1),
            Column::new(cx.t("register-what"), 20, 1),
            Column::new(cx.t("register-state"), 9, 0),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(Id, Row)> {
        let changes = self.past.iter().map(|p| (p.at, Id::Change(p.id), row(p, cx)));
        let accounts = self.accounts.iter().map(|e| (e.at, Id::Account(e.id), of_account(e, cx)));
        let mut rows: Vec<_> = changes.chain(accounts).collect();
        // Both come newest first; where one minute holds both, an account comes after its person.
        rows.sort_by_key(|(at, _, _)| std::cmp::Reverse(*at));
        rows.into_iter().map(|(_, id, row)| (id, row)).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.t("register-history-empty")
    }

    const DETAIL: u16 = 2;

    /// What was done, whole, where the table has no room for it.
    fn detail(&self, on: Option<Id>, cx: &Cx) -> Vec<Line<'static>> {
        let said = match on {
            Some(Id::Change(id)) => self.past.iter().find(|p| p.id == id).map(|p| cx.words.say(&p.said)),
            Some(Id::Account(id)) => self.accounts.iter().find(|e| e.id == id).map(|e| cx.words.say(&e.msg())),
            None => None,
        };
        let lines = text::wrap(&said.unwrap_or_default(), 76).into_iter();
        lines.map(|line| Line::styled(line, cx.look.style(Meaning::Dim))).collect()
    }

    fn right(&self, _action: Action, on: Option<Id>, ask: &Ask, _cx: &Cx) -> Right {
        let past = self.past.iter().find(|p| Some(Id::Change(p.id)) == on);
        // Only what would be undone asks for it; the sentence why not is everybody's.
        past.filter(|_| matches!(ask, Ask::Confirm { .. })).map_or(Right::Own, |p| p.right)
    }

    fn act(&self, action: Action, on: Option<Id>, cx: &Cx) -> Option<Ask> {
        if !matches!(action, Action::Enter | Action::Edit) {
            return None;
        }
        if let Some(Id::Account(_)) = on {
            return Some(Ask::warn(Msg::new("register-account-event")));
        }
        let past = self.past.iter().find(|p| Some(Id::Change(p.id)) == on)?;
        if past.fixed {
            return Some(Ask::warn(Msg::new("store-undo-signed")));
        }
        if past.undone {
            return Some(Ask::warn(Msg::new("register-undone-already")));
        }
        let question = Msg::new("register-revert")
            .with("what", past.said.clone())
            .with("who", cx.frame.rota.people.short(past.author))
            .with("when", past.at);
        Some(Ask::Confirm { question, yes: vec![Ask::Revert(past.id)], danger: false })
    }
}

fn row(past: &Past, cx: &Cx) -> Row {
    let (state, meaning) = match (past.undone, past.fixed) {
        (true, _) => (cx.t("register-undone"), Meaning::Dim),
        (_, true) => (cx.t("register-fixed"), Meaning::Strong),
        _ => (String::new(), Meaning::Plain),
    };
    let cells = vec![cx.words.stamp(past.at), cx.frame.rota.people.short(past.author), cx.words.say(&past.said), state];
    Row::new(cells).meaning(meaning)
}

fn of_account(event: &AccountEvent, cx: &Cx) -> Row {
    let author = cx.frame.rota.people.short(event.author);
    let cells = vec![cx.words.stamp(event.at), author, cx.words.say(&event.msg()), cx.t("register-account-kind")];
    Row::new(cells)
}
