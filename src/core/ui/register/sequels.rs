//! Suites à donner: how points ended, for the doctors who want to know.
//!
//! What is told is the number of the point and its outcome; nothing of the patient stands here.

use super::NOTHING;
use super::listing::List;
use crate::domain::act::{Act, SequelAct};
use crate::domain::sequel::{Sequel, line};
use crate::domain::{Gravity, Msg, SequelId, Thread};
use crate::protocol::{Document, Page, Query};
use crate::ui::point;
use crate::ui::widget::table::{Column, Row};
use crate::ui::{Action, Ask, Cx, Meaning};

/// The register "Suites à donner".
#[derive(Debug, Clone, Default)]
pub struct Sequels {
    all: Vec<(Sequel, Thread)>,
}

impl List for Sequels {
    type Id = SequelId;
    const HINTS: &'static [Action] = &[Action::Enter, Action::Print];

    fn queries(&self, _filter: &str) -> Vec<Query> {
        vec![Query::Sequels]
    }

    fn receive(&mut self, page: &Page) {
        if let Page::Sequels(all) = page {
            all.clone_into(&mut self.all);
            // To be told first, then those still open, then what was told; the newest first in each.
            self.all.sort_by_key(|(s, thread)| (!s.is_to_tell(thread), !thread.is_open(), !is_urgent(thread)));
        }
    }

    fn title(&self, cx: &Cx) -> String {
        cx.t("register-sequels")
    }

    fn head(&self, cx: &Cx) -> Vec<(String, Meaning)> {
        vec![(cx.t("register-sequels-head"), Meaning::Dim)]
    }

    fn columns(&self, cx: &Cx) -> Vec<Column> {
        vec![
            Column::new(cx.t("register-doctor"), 13, 0),
            Column::new(cx.t("register-number"), 6, 0),
            Column::new(cx.t("register-sequel"), 24, 1),
            Column::new(cx.t("register-told"), 21, 0),
        ]
    }

    fn rows(&self, cx: &Cx) -> Vec<(SequelId, Row)> {
        self.all.iter().map(|(sequel, thread)| (sequel.id, row(sequel, thread, cx))).collect()
    }

    fn empty(&self, cx: &Cx) -> String {
        cx.t("register-sequels-empty")
    }

    fn act(&self, action: Action, on: Option<SequelId>, cx: &Cx) -> Option<Ask> {
        match action {
            Action::Enter => {
                let (sequel, thread) = self.all.iter().find(|(s, _)| Some(s.id) == on)?;
                let doctor = cx.frame.rota.people.short(sequel.doctor);
                Some(Ask::Confirm {
                    question: Msg::new("sequel-tell").with("doctor", doctor).with("line", line(thread)?),
                    yes: vec![Ask::act(Act::Sequel(SequelAct::Told(sequel.id)))],
                    danger: false,
                })
            }
            // The file of all that is to be told; asked for by the key that prints everywhere.
            Action::Print => {
                self.all.iter().any(|(s, thread)| s.is_to_tell(thread)).then_some(Ask::Print(Document::Sequels))
            }
            _ => None,
        }
    }
}

/// Open, and cannot wait: how a closed one ended is not urgent any more.
fn is_urgent(thread: &Thread) -> bool {
    thread.is_open() && thread.head().gravity == Gravity::Urgent
}

fn row(sequel: &Sequel, thread: &Thread, cx: &Cx) -> Row {
    let people = &cx.frame.rota.people;
    let to_tell = sequel.is_to_tell(thread);
    let state = match thread.head().outcome {
        Some(outcome) => {
            let msg = Msg::new("register-sequel-closed").with("day", cx.words.day_short(thread.head().at.day()));
            cx.words.say(&msg.with("outcome", Msg::new(outcome.word())))
        }
        None => cx.t("register-sequel-open"),
    };
    let told = match sequel.told {
        _ if to_tell => cx.t("register-to-tell"),
        Some((at, by)) => format!("{} {}", cx.words.day_short(at.day()), people.short(by)),
        None => NOTHING.to_owned(),
    };
    let gravity = if thread.is_open() { thread.head().gravity } else { Gravity::Routine };
    let number = point::marked(gravity, &thread.item.id.to_string(), cx);
    let cells = vec![people.short(sequel.doctor), number, state, told];
    Row::new(cells).meaning(if to_tell { Meaning::Strong } else { Meaning::Dim })
}
