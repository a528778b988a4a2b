//! What the abbreviations of the centre mean.

use super::key;
use super::listing::List;
use crate::domain::act::{Act, WritingAct};
use crate::domain::{AbbreviationId, Msg};
use crate::protocol::{Table, Write};
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Dialog, Meaning};

/// The register "Abréviations".
#[derive(Debug, Clone, Default)]
pub struct Abbreviations;

impl List for Abbreviations {
    type Id = AbbreviationId;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Add, Action::Delete];

    fn title(&self, cx: &Cx) -> String {
        cx.t("writing-abbreviations")
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        vec![(cx.t("writing-abbreviations-how"), Meaning::Hint)]
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![Column::new(cx.t("writing-short"), 10, 1), Column::new(cx.t("writing-meaning"), 40, 6)]
    }

    fn rows(&self, cx: &Cx) -> Vec<(AbbreviationId, Row)> {
        let row = |a: &crate::domain::writing::Abbreviation| Row::new(vec![a.short.clone(), a.meaning.clone()]);
        cx.frame.shelf.abbreviations.iter().map(|a| (a.id, row(a))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.words.say(&Msg::new("writing-abbreviations-empty").with("key", key(Action::Add, cx)))
    }

    fn act(&self, action: Action, on: Option<AbbreviationId>, cx: &Cx) -> Option<Ask> {
        match action {
            Action::Add => Some(Ask::Open(Dialog::Abbreviation(None))),
            Action::Edit | Action::Enter => Some(Ask::Open(Dialog::Abbreviation(Some(on?)))),
            Action::Delete => {
                let abbreviation = cx.frame.shelf.abbreviations.iter().find(|a| Some(a.id) == on)?;
                let row = Table::ABBREVIATION.row(abbreviation.id.0);
                let write = Write {
                    act: Act::Writing(WritingAct::RemoveAbbreviation(abbreviation.id)),
                    seen: cx.frame.revs.get(&row).map(|rev| (row, *rev)).into_iter().collect(),
                    draft: None,
                };
                let question = Msg::new("writing-remove").with("name", abbreviation.short.clone());
                Some(Ask::Confirm { question, yes: vec![Ask::Save(write)], danger: false })
            }
            _ => None,
        }
    }
}
