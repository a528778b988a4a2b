//! Everyone's changes, newest first; one that is neither signed nor undone can be undone here.

use super::listing::List;
use crate::domain::{ChangeId, Msg};
use crate::protocol::{Page, Past, Query};
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Meaning};

/// The register "Historique".
#[derive(Debug, Clone, Default)]
pub struct History {
    past: Vec<Past>,
}

impl List for History {
    type Id = ChangeId;
    const HINTS: &'static [Action] = &[Action::Enter];

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::History]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::History(past) = page {
            self.past.clone_from(past);
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
            Column::new(cx.t("register-state"), 7, 0),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(ChangeId, Row)> {
        self.past.iter().map(|p| (p.id, row(p, cx))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.t("register-history-empty")
    }

    fn act(&self, action: Action, on: Option<ChangeId>, cx: &Cx) -> Option<Ask> {
        if !matches!(action, Action::Enter | Action::Edit) {
            return None;
        }
        let past = self.past.iter().find(|p| Some(p.id) == on)?;
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
