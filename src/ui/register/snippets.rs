//! The sentences the centre keeps ready.

use super::key;
use super::listing::List;
use crate::domain::act::{Act, WritingAct};
use crate::domain::{Msg, SnippetId};
use crate::protocol::{Table, Write};
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Dialog, Meaning};

/// The register "Textes types".
#[derive(Debug, Clone, Default)]
pub struct Snippets;

impl List for Snippets {
    type Id = SnippetId;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Add, Action::Delete];

    fn title(&self, cx: &Cx) -> String {
        cx.t("writing-snippets")
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        vec![(cx.t("writing-snippets-how"), Meaning::Hint)]
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![Column::new(cx.t("writing-code"), 10, 1), Column::new(cx.t("writing-sentence"), 40, 6)]
    }

    fn rows(&self, cx: &Cx) -> Vec<(SnippetId, Row)> {
        let row = |s: &crate::domain::writing::Snippet| Row::new(vec![s.code.clone(), s.text.replace('\n', " ")]);
        cx.frame.shelf.snippets.iter().map(|s| (s.id, row(s))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("writing-snippets-empty").with("key", key(Action::Add, cx)))
    }

    fn act(&self, action: Action, on: Option<SnippetId>, cx: &Cx) -> Option<Ask> {
        match action {
            Action::Add => Some(Ask::Open(Dialog::Snippet(None))),
            Action::Edit | Action::Enter => Some(Ask::Open(Dialog::Snippet(Some(on?)))),
            Action::Delete => {
                let snippet = cx.frame.shelf.snippets.iter().find(|s| Some(s.id) == on)?;
                let row = Table::SNIPPET.row(snippet.id.0);
                let write = Write {
                    act: Act::Writing(WritingAct::RemoveSnippet(snippet.id)),
                    seen: cx.frame.revs.get(&row).map(|rev| (row, *rev)).into_iter().collect(),
                    draft: None,
                };
                let question = Msg::new("writing-remove").with("name", snippet.code.clone());
                Some(Ask::Confirm { question, yes: vec![Ask::Save(write)], danger: false })
            }
            _ => None,
        }
    }
}
